"""Lines over years or minutes, each named where it ends; a missing value is a gap in its line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Optional

import numpy as np

from .axis import axis_over
from .palette import DASHES, FILLS
from .ranked import PAPER
from .svg import FONT, GRID, INK, QUIET, element, folded, line, lines_of_text, picture, points, text, width_of

_LINE = FONT + 2  # a row of words
_SAMPLE = 16.0  # of a line, before its name
_FEW = 14  # places that are worth a dot each
_TRUNCATED = 0.5  # the axis begins above 0 where all values are above this share of the largest


class Line(NamedTuple):
    """One line: its ``name`` and a value per place (NaN = none)."""

    name: str
    values: Sequence[float]


class Lines(NamedTuple):
    """``lines`` over ``places`` (n), which stand by their numbers where all are numbers and else evenly.

    ``write`` makes a value into text. ``mark`` is a value with its name, drawn as a dotted line. ``most`` (NaN = by the values)
    is the top of the axis, which then begins at 0; else it may begin higher, and ``not_from_zero`` says so.
    """

    label: str
    places: Sequence[str]
    lines: Sequence[Line]
    write: Callable[[float], str]
    axis_name: str = ""
    across_name: str = ""
    mark: Optional[tuple[str, float]] = None
    most: float = float("nan")
    not_from_zero: str = ""
    width: int = 400
    height: int = 250


def lines(chart: Lines) -> str:
    """The drawing as SVG."""
    values = np.array([one.values for one in chart.lines], float).reshape(len(chart.lines), len(chart.places))
    low, high = _ends(chart, values)
    head = FONT + 12.0 if chart.axis_name else 12.0
    bottom = chart.height - (38.0 if chart.across_name else 22.0)
    up = axis_over(low, high, bottom, head, parts=5)
    left = max(width_of(chart.write(tick)) for tick in up.ticks.tolist()) + 10
    names = _names(chart, values)
    right = chart.width - max((width_of(row) for _, rows in names for row in rows), default=0) - _SAMPLE - 18
    across = _across(chart.places, left + 4, max(right, left + 80))
    parts = _grid(chart, up, across, left)
    if low > 0 and chart.not_from_zero:
        parts.append(text(chart.width - 2, FONT, chart.not_from_zero, text_anchor="end", fill=QUIET))
    if chart.axis_name:
        parts.append(text(2, FONT, chart.axis_name, fill=QUIET))
    if chart.mark:
        parts += _marked(chart, up, left, float(across[-1]) if len(across) else left)
    for at, row in enumerate(values):
        parts += _line(at, across, up, row)
    return picture(chart.width, chart.height, chart.label, [*parts, *_named(names, values, across, up)])


def _ends(chart: Lines, values: np.ndarray) -> tuple[float, float]:
    """From and to which value the axis reaches."""
    if np.isfinite(chart.most):
        return 0.0, chart.most
    known = [*values[np.isfinite(values)].tolist(), *([chart.mark[1]] if chart.mark else [])]
    if not known:
        return 0.0, 1.0
    low, high = min(known), max(known)
    if low < 0 or low < _TRUNCATED * high or not chart.not_from_zero:
        return min(low, 0.0), max(high, 0.0)
    return low - 0.05 * (high - low), high


def _across(places: Sequence[str], left: float, right: float) -> np.ndarray:
    """Where the places (n) stand: numbers by their size, else evenly."""
    try:
        numbers = np.array([float(place) for place in places])
    except ValueError:
        numbers = np.arange(len(places), dtype=float)
    span = np.ptp(numbers) if len(numbers) else 0.0
    return (
        left + (numbers - numbers.min(initial=np.inf)) / span * (right - left) if span else np.full(len(places), left)
    )


def _grid(chart: Lines, up, across: np.ndarray, left: float) -> list[str]:
    end = float(across[-1]) if len(across) else chart.width
    parts = []
    for tick in up.ticks.tolist():
        y = float(up.at(tick))
        parts.append(line(left, y, end, y, stroke=INK if abs(tick) < 1e-12 else GRID))
        parts.append(text(left - 5, y + 0.35 * FONT, chart.write(tick), text_anchor="end", fill=QUIET))
    last = -np.inf
    for x, place in zip(across.tolist(), chart.places):
        half = width_of(place) / 2
        if x - half < last + 4:
            continue  # no room for its name
        parts.append(text(x, up.start + 16, place, text_anchor="middle", fill=QUIET))
        last = x + half
    if chart.across_name:
        parts.append(text((left + end) / 2, up.start + 33, chart.across_name, text_anchor="middle"))
    return parts


def _marked(chart: Lines, up, left: float, right: float) -> list[str]:
    name, value = chart.mark
    y = float(up.at(value))
    words = f"{name}: {chart.write(value)}"
    above = y - 5 if y - FONT > up.end else y + FONT + 3
    return [
        line(left, y, right, y, stroke=INK, stroke_width=1.4, stroke_dasharray="2 3"),
        element("rect", x=left + 4, y=above - FONT, width=width_of(words), height=FONT + 3.0, fill=PAPER),
        text(left + 6, above, words),
    ]


def _line(at: int, across: np.ndarray, up, values: np.ndarray) -> list[str]:
    """The line in pieces between its gaps, with a dot per value where they are few or stand alone."""
    pen = _pen(at)
    known = np.flatnonzero(np.isfinite(values))
    heights = up.at(values)
    parts = []
    for piece in np.split(known, np.flatnonzero(np.diff(known) > 1) + 1):
        if len(piece) > 1:
            shape = points(zip(across[piece].tolist(), heights[piece].tolist()))
            parts.append(element("polyline", points=shape, fill="none", **pen))
        if len(piece) == 1 or 0 < len(values) <= _FEW:
            parts += [
                element("circle", cx=float(across[one]), cy=float(heights[one]), r=2.8, fill=pen["stroke"])
                for one in piece
            ]
    return parts


def _pen(at: int) -> dict:
    return {
        "stroke": FILLS[2 * at % len(FILLS)].colour,
        "stroke_width": 2.4,
        "stroke_dasharray": DASHES[at % len(DASHES)],
    }


def _names(chart: Lines, values: np.ndarray) -> list[tuple[int, list[str]]]:
    """Per line that has a value: its number, and its name with the last value, in rows."""
    found = []
    for at, row in enumerate(values):
        known = row[np.isfinite(row)]
        if len(known):
            found.append((at, folded(f"{chart.lines[at].name} {chart.write(float(known[-1]))}", 0.3 * chart.width)))
    return found


def _named(names, values: np.ndarray, across: np.ndarray, up) -> list[str]:
    """Each name with a piece of its line, beside where that ends; moved apart where they would stand on each other."""
    wanted = sorted((float(up.at(values[at][np.isfinite(values[at])][-1])), at, rows) for at, rows in names)
    parts, free = [], up.end - FONT
    room = sum(_LINE * len(rows) + 2 for *_, rows in wanted)
    for y, at, rows in wanted:
        high = _LINE * len(rows) + 2
        top = min(max(y - high / 2, free), up.start + FONT - room)
        top = max(top, free)
        x, first = float(across[-1]) + 9, top + high / 2 - _LINE * (len(rows) - 1) / 2
        parts.append(line(x, first, x + _SAMPLE, first, **_pen(at)))
        parts.append(lines_of_text(x + _SAMPLE + 5, top + high / 2, rows))
        end = float(across[np.isfinite(values[at])][-1])
        parts.append(element("circle", cx=end, cy=y, r=3.6, fill=_pen(at)["stroke"]))
        free, room = top + high, room - high
    return parts
