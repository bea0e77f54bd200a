"""Bars of signed values: side by side or stacked, lying or standing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from .axis import Axis, axis_over
from .palette import FILLS, diamond, filled, legend
from .svg import FONT, GRID, INK, QUIET, folded, line, lines_of_text, picture, text, width_of

_BAR, _GAP = 20, 14  # thickness of a bar, and the room between groups
_BESIDE = 5  # from a bar's end to its number
_MARK = 4  # how much more where a mark stands at the end
_LINE = FONT + 2  # from one row of words to the next


class Series(NamedTuple):
    """One kind of bar: its ``name`` and a value per group (NaN = none)."""

    name: str
    values: Sequence[float]


class Bars(NamedTuple):
    """What is drawn: a group of bars per name in ``groups``, each with one bar of every series.

    ``label`` is for who cannot see the drawing; ``write`` makes a number into text beside a bar, ``write_tick`` beside the
    axis (default the same). With ``stacked`` the bars of a group stand on each other, those below 0 on their own side, and a
    diamond named ``sum_name`` marks their sum. ``notes`` (one per group) stand after the numbers. ``standing`` bars rise.
    """

    label: str
    groups: Sequence[str]
    series: Sequence[Series]
    write: Callable[[float], str]
    axis_name: str = ""
    write_tick: Callable[[float], str] | None = None
    stacked: bool = False
    sum_name: str = ""
    notes: Sequence[str] = ()
    standing: bool = False
    width: int = 660
    height: int = 300  # of standing bars; lying ones take what they need


def bars(chart: Bars) -> str:
    """The drawing as SVG."""
    marks = [""] * len(chart.series)
    names = [series.name for series in chart.series]
    if chart.stacked and chart.sum_name:
        names, marks = [*names, chart.sum_name], [*marks, diamond()]
    shown = len(names) > 1
    parts, top = legend(names, 4, 2, chart.width - 8, marks=marks) if shown else ([], 0.0)
    body, height = (_standing if chart.standing else _lying)(chart, top + 6)
    return picture(chart.width, height, chart.label, [*parts, *body])


class _Bar(NamedTuple):
    """One bar: its group and place in it, its fill, and from and to which value; its number, where it has one."""

    group: int
    place: int
    fill: int
    start: float
    end: float
    told: str


def _values(chart: Bars) -> np.ndarray:
    """Values (s × g) of every series and group; NaN = none."""
    return np.array([series.values for series in chart.series], float).reshape(len(chart.series), len(chart.groups))


def _bars_of(chart: Bars) -> list[_Bar]:
    values = _values(chart)
    if not chart.stacked:
        return [
            _Bar(group, place, place, 0.0, float(value), chart.write(float(value)))
            for (place, group), value in np.ndenumerate(values)
        ]
    known = np.nan_to_num(values)
    found = []
    for group in range(len(chart.groups)):
        ends = {1: 0.0, -1: 0.0}
        for fill, value in enumerate(known[:, group].tolist()):
            side = 1 if value >= 0 else -1
            found.append(_Bar(group, 0, fill, ends[side], ends[side] + value, ""))
            ends[side] += value
    return found


def _sums(chart: Bars) -> np.ndarray:
    """Per group the sum of what is known; NaN where nothing is."""
    values = _values(chart)
    return np.where(np.isfinite(values).any(axis=0), np.nansum(values, axis=0), np.nan)


def _told_at_ends(chart: Bars, drawn: list[_Bar]) -> list[_Bar]:
    """The bars' numbers, each as a bar that starts where the number is to stand; of a stack its sum."""
    if not chart.stacked:
        return [bar._replace(start=bar.end if np.isfinite(bar.end) else 0.0) for bar in drawn]
    found = []
    for group, total in enumerate(_sums(chart).tolist()):
        below = total < 0
        reach = [bar.end for bar in drawn if bar.group == group]
        edge = min(reach, default=0.0) if below else max(reach, default=0.0)
        found.append(_Bar(group, 0, 0, float(edge), total, chart.write(total)))
    return found


class _Frame(NamedTuple):
    """Where bars stand: along the ``axis`` by their values, and across it in bands of one group each, from ``first``."""

    axis: Axis
    first: float
    band: float
    thick: float  # of one bar
    beside: int  # bars in a group
    standing: bool

    def centre(self, group: int) -> float:
        return self.first + self.band * (group + 0.5)

    def middle(self, bar: _Bar) -> float:
        return self.centre(bar.group) + self.thick * (bar.place - (self.beside - 1) / 2)

    def place(self, along: float, across: float) -> tuple[float, float]:
        return (across, along) if self.standing else (along, across)

    def box(self, bar: _Bar) -> str:
        """The bar; nothing where it has no value, or 0."""
        if not np.isfinite(bar.end) or bar.start == bar.end:
            return ""
        start, end = sorted(self.axis.at([bar.start, bar.end]).tolist())
        corner = self.place(start, self.middle(bar) - self.thick / 2 + 1)
        return filled(*corner, *self.place(end - start, self.thick - 2), FILLS[bar.fill % len(FILLS)])

    def ruled(self, value: float, last: float, **pen) -> str:
        """A line at ``value`` past all groups."""
        along = float(self.axis.at(value))
        return line(*self.place(along, self.first), *self.place(along, last), **pen)


def _axis(drawn: list[_Bar], start: float, end: float) -> Axis:
    ends = [bar.end for bar in drawn if np.isfinite(bar.end)]
    parts = int(np.clip(abs(end - start) / 65, 2, 8))
    return axis_over(min([0.0, *ends]), max([0.0, *ends]), start, end, parts=parts)


def _tick_text(chart: Bars, value: float) -> str:
    return (chart.write_tick or chart.write)(0.0 if abs(value) < 1e-12 else float(value))


def _beside(chart: Bars) -> int:
    return 1 if chart.stacked else max(len(chart.series), 1)


def _body(chart: Bars, frame: _Frame, drawn: list[_Bar], told: list[_Bar]) -> list[str]:
    """The grid, the bars, the line at 0 and the marks of sums."""
    last = frame.first + frame.band * len(chart.groups)
    sums = [bar for bar in told if chart.stacked and np.isfinite(bar.end)]
    return [
        *(frame.ruled(tick, last, stroke=GRID) for tick in frame.axis.ticks.tolist()),
        *(frame.box(bar) for bar in drawn),
        frame.ruled(0.0, last, stroke=INK, stroke_width=1.2),
        *(diamond(*frame.place(float(frame.axis.at(bar.end)), frame.middle(bar))) for bar in sums),
    ]


def _lying(chart: Bars, top: float) -> tuple[list[str], float]:
    """The parts of the drawing below ``top``, and its height."""
    drawn = _bars_of(chart)
    told = _told_at_ends(chart, drawn)
    names_wide = min(max((width_of(name) for name in chart.groups), default=0), 0.34 * chart.width)
    notes_wide = max((width_of(note) for note in chart.notes), default=0)
    left = names_wide + 16 + _room(told, below=True)
    right = chart.width - notes_wide - _room(told, below=False) - 6
    beside = _beside(chart)
    frame = _Frame(_axis(drawn, left, right), top, _BAR * beside + _GAP, _BAR, beside, False)
    bottom = top + frame.band * len(chart.groups)
    parts = _body(chart, frame, drawn, told)
    for bar in told:
        aside = (_BESIDE + (_MARK if chart.stacked else 0)) * (-1 if bar.end < 0 else 1)
        anchor = "end" if bar.end < 0 else "start"
        x, y = float(frame.axis.at(bar.start)) + aside, frame.middle(bar) + 0.35 * FONT
        parts.append(text(x, y, bar.told, text_anchor=anchor))
    for group, name in enumerate(chart.groups):
        parts.append(lines_of_text(names_wide + 8, frame.centre(group), folded(name, names_wide), text_anchor="end"))
    for group, note in enumerate(chart.notes):
        y = frame.centre(group) + 0.35 * FONT
        parts.append(text(chart.width - 4, y, note, text_anchor="end", fill=QUIET))
    for tick in frame.axis.ticks:
        x = float(frame.axis.at(tick))
        parts.append(text(x, bottom + 15, _tick_text(chart, tick), text_anchor="middle", fill=QUIET))
    if chart.axis_name:
        parts.append(text((left + right) / 2, bottom + 32, chart.axis_name, text_anchor="middle"))
    return parts, bottom + (40 if chart.axis_name else 22)


def _room(told: list[_Bar], *, below: bool) -> float:
    """How much room the numbers need on that side."""
    return max((width_of(bar.told) + _BESIDE + 10 for bar in told if (bar.end < 0) == below), default=12)


def _standing(chart: Bars, top: float) -> tuple[list[str], float]:
    """The parts of the drawing below ``top``, and its height."""
    drawn = _bars_of(chart)
    told = _told_at_ends(chart, drawn)
    guess = _axis(drawn, 0.0, chart.height - top)
    left = max((width_of(_tick_text(chart, tick)) for tick in guess.ticks), default=0) + 16
    band = (chart.width - left - 8) / max(len(chart.groups), 1)
    names = [folded(name, band - 6) for name in chart.groups]
    bottom = chart.height - _LINE * max((len(rows) for rows in names), default=1) - 8
    head = 18 + (FONT + 6 if chart.axis_name else 0)
    axis = _axis(drawn, bottom - (20 if guess.low < 0 else 0), top + head)
    beside = _beside(chart)
    frame = _Frame(axis, left, band, min(0.7 * band / beside, 60.0), beside, True)
    parts = _body(chart, frame, drawn, told)
    for bar in told:
        aside = _BESIDE + (_MARK if chart.stacked else 0)
        y = float(axis.at(bar.start)) + (FONT + aside if bar.end < 0 else -aside)
        parts.append(text(frame.middle(bar), y, bar.told, text_anchor="middle"))
    for group, rows in enumerate(names):
        y = bottom + 6 + _LINE * len(rows) / 2
        parts.append(lines_of_text(frame.centre(group), y, rows, text_anchor="middle"))
    for tick in axis.ticks:
        y = float(axis.at(tick)) + 0.35 * FONT
        parts.append(text(left - 6, y, _tick_text(chart, tick), text_anchor="end", fill=QUIET))
    if chart.axis_name:
        parts.append(text(4, top + FONT, chart.axis_name, fill=QUIET))
    return parts, chart.height
