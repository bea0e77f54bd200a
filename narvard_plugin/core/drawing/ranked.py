"""Lying bars in order of size, with lines for a mean and a target; what has no value says why in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Optional

import numpy as np

from .axis import axis_over
from .palette import FILLS, filled
from .svg import FONT, GRID, INK, QUIET, element, folded, line, lines_of_text, picture, text, width_of

BAND, BAR = 24.0, 15.0  # heights of a row whose name takes one line, and of a bar
_MOST_LINES = 3  # of a name
PAPER = "#fffffe"  # behind numbers, so that lines do not cross them; a window paints it in its own colour
_KEY = FONT + 7  # a row of the lines' key
MEAN_DASH = "6 4"


class Ranked(NamedTuple):
    """Rows (n) from the top: ``names``, ``values`` (NaN = none), and ``notes``: what stands after the number, or in place of a
    bar where there is no value.

    ``mean`` and ``target`` (NaN = none) are lines over all rows, called ``mean_name`` and ``target_name``; ``met`` (n) says
    whether a row reaches the target (None = there is nothing to say). ``chosen`` is drawn with an edge (−1 = none).
    """

    label: str
    names: Sequence[str]
    values: np.ndarray
    notes: Sequence[str]
    write: Callable[[float], str]
    axis_name: str = ""
    mean: float = float("nan")
    mean_name: str = ""
    target: float = float("nan")
    target_name: str = ""
    met: Sequence[Optional[bool]] = ()
    chosen: int = -1
    width: int = 660


class Drawing(NamedTuple):
    """The ``svg``, and where its rows are: the ``top`` of the first and the height of each, in units of the drawing."""

    svg: str
    top: float
    band: float


def fill_of(chart: Ranked, row: int) -> int:
    """The number of the row's fill: the first, or the hatched second where the target is not met."""
    return 1 if row < len(chart.met) and chart.met[row] is False else 0


def ranked(chart: Ranked) -> Drawing:
    """The drawing. Bars start at 0; an axis without any value is drawn empty."""
    values = np.asarray(chart.values, float)
    names_wide = min(max((width_of(name) for name in chart.names), default=0), 0.36 * chart.width)
    names = [_shortened(folded(name, names_wide)) for name in chart.names]
    band = BAND + (FONT + 1) * (max((len(lines) for lines in names), default=1) - 1)
    told = [_told(chart, row, value) for row, value in enumerate(values)]
    room = max((width_of(words) for words, value in zip(told, values) if np.isfinite(value)), default=0) + 12
    left = names_wide + 18
    right = max(chart.width - room, left + 60)
    known = [*values[np.isfinite(values)], *(v for v in (chart.mean, chart.target) if np.isfinite(v)), 0.0]
    axis = axis_over(min(known), max(known), left, right, parts=int(np.clip((right - left) / 70, 2, 8)))
    key, top = _key(chart)
    bottom = top + band * len(names)
    parts = [*key, *(_ruled(axis, tick, top, bottom, stroke=GRID) for tick in axis.ticks.tolist())]
    zero = float(axis.at(0.0))
    ends = [float(axis.at(value)) if np.isfinite(value) else zero for value in values]
    for row, end in enumerate(ends):
        middle, start = top + band * (row + 0.5), min(zero, end)
        parts.append(lines_of_text(names_wide + 8, middle, names[row], text_anchor="end"))
        parts.append(filled(start, middle - BAR / 2, abs(end - zero), BAR, FILLS[fill_of(chart, row)]))
        if row == chart.chosen:
            parts.append(_edge(start, middle, abs(end - zero)))
    parts.append(_ruled(axis, 0.0, top, bottom, stroke=INK, stroke_width=1.2))
    for value, dash in ((chart.mean, MEAN_DASH), (chart.target, None)):
        if np.isfinite(value):
            parts.append(_ruled(axis, value, top - 4, bottom, stroke=INK, stroke_width=1.6, stroke_dasharray=dash))
    for row, (end, value) in enumerate(zip(ends, values)):
        middle, x = top + band * (row + 0.5), max(end, zero) + 5
        paper = element(
            "rect", x=x - 2, y=middle - FONT / 2 - 2, width=width_of(told[row]), height=FONT + 4.0, fill=PAPER
        )
        quiet = INK if np.isfinite(value) else QUIET
        parts.extend([paper, text(x, middle + 0.35 * FONT, told[row], fill=quiet)])
    for tick in axis.ticks.tolist():
        words = chart.write(0.0 if abs(tick) < 1e-12 else tick)
        parts.append(text(float(axis.at(tick)), bottom + 15, words, text_anchor="middle", fill=QUIET))
    if chart.axis_name:
        parts.append(text((left + right) / 2, bottom + 33, chart.axis_name, text_anchor="middle"))
    height = bottom + (42 if chart.axis_name else 24)
    return Drawing(picture(chart.width, height, chart.label, parts), top, band)


def _shortened(lines: list[str]) -> list[str]:
    return lines if len(lines) <= _MOST_LINES else [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1]} …"]


def _key(chart: Ranked) -> tuple[list[str], float]:
    """What the lines mean, above the rows, and where the rows begin."""
    parts, y = [], 4.0
    for value, name, dash in (
        (chart.mean, chart.mean_name, MEAN_DASH),
        (chart.target, chart.target_name, None),
    ):
        if np.isfinite(value):
            middle = y + FONT / 2
            parts.append(line(4, middle, 36, middle, stroke=INK, stroke_width=1.6, stroke_dasharray=dash))
            parts.append(text(44, middle + 0.35 * FONT, name))
            y += _KEY
    return parts, y + 6


def _ruled(axis, value: float, top: float, bottom: float, **pen) -> str:
    x = float(axis.at(value))
    return line(x, top, x, bottom, **pen)


def _told(chart: Ranked, row: int, value: float) -> str:
    note = chart.notes[row] if row < len(chart.notes) else ""
    return " ".join(filter(None, (chart.write(float(value)) if np.isfinite(value) else "", note)))


def _edge(x: float, middle: float, width: float) -> str:
    return element(
        "rect", x=float(x), y=middle - BAR / 2 - 2, width=float(width) + 2, height=BAR + 4, fill="none", stroke=INK,
        stroke_width=2,
    )  # fmt: skip
