"""Two sides from one middle, a row per age: the youngest at the bottom, as population pyramids stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from .axis import axis_over
from .palette import FILLS, filled
from .svg import FONT, GRID, INK, QUIET, line, picture, text, width_of

_BAND, _BAR = 19.0, 14.0
_HEAD = 24.0


class Pyramid(NamedTuple):
    """``left`` and ``right`` (n each; NaN = none) over ``groups`` (n) from the bottom, with the names of both sides.

    ``write`` makes a number on the axis into text, ``nothing`` stands where there is no value.
    """

    label: str
    groups: Sequence[str]
    left: Sequence[float]
    right: Sequence[float]
    left_name: str
    right_name: str
    write: Callable[[float], str]
    axis_name: str = ""
    nothing: str = "–"
    width: int = 400


def pyramid(chart: Pyramid) -> str:
    """The drawing as SVG: both sides on one scale, which begins at 0 in the middle."""
    sides = np.array([chart.left, chart.right], float).reshape(2, len(chart.groups))
    middle_wide = max((width_of(name) for name in chart.groups), default=0) + 16
    most = float(np.nanmax(sides)) if np.isfinite(sides).any() else 0.0
    half = (chart.width - middle_wide) / 2 - 8
    starts = (8 + half, 8 + half + middle_wide)
    ends = (8.0, chart.width - 8.0)
    bottom = _HEAD + _BAND * len(chart.groups)
    parts = []
    for side, (start, end, name) in enumerate(zip(starts, ends, (chart.left_name, chart.right_name))):
        axis = axis_over(0.0, max(most, 0.0), start, end, parts=4)
        anchor = ("end", "start")[side]
        parts.append(filled(start - 13 if side == 0 else start, 2, 13, 13, FILLS[side]))
        parts.append(text(start + (-19, 19)[side], 2 + FONT, name, text_anchor=anchor))
        parts += _grid(chart, axis, bottom)
        parts += _side(chart, sides[side], axis, FILLS[side], anchor)
    for row, name in enumerate(reversed(chart.groups)):
        y = _HEAD + _BAND * (row + 0.5) + 0.35 * FONT
        parts.append(text((starts[0] + starts[1]) / 2, y, name, text_anchor="middle"))
    if chart.axis_name:
        parts.append(text(chart.width / 2, bottom + 32, chart.axis_name, text_anchor="middle"))
    return picture(chart.width, bottom + (40 if chart.axis_name else 22), chart.label, parts)


def _grid(chart: Pyramid, axis, bottom: float) -> list[str]:
    parts = []
    for tick in axis.ticks.tolist():
        x = float(axis.at(tick))
        parts.append(line(x, _HEAD, x, bottom, stroke=GRID if tick else INK))
        # The outermost number would stand past the drawing's edge.
        aside = "middle" if abs(x - axis.end) > 1 else ("start" if axis.end < axis.start else "end")
        parts.append(text(x, bottom + 15, chart.write(tick), text_anchor=aside, fill=QUIET))
    return parts


def _side(chart: Pyramid, values: np.ndarray, axis, fill, anchor: str) -> list[str]:
    parts = []
    for row, value in enumerate(values[::-1].tolist()):
        middle = _HEAD + _BAND * (row + 0.5)
        if not np.isfinite(value):
            x = axis.start + (-5 if anchor == "end" else 5)
            parts.append(text(x, middle + 0.35 * FONT, chart.nothing, text_anchor=anchor, fill=QUIET))
        elif value > 0:
            low, high = sorted((axis.start, float(axis.at(value))))
            parts.append(filled(low, middle - _BAR / 2, high - low, _BAR, fill))
    return parts
