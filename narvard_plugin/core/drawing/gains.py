"""Who gains and who loses: one bar to each side of a middle line per group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from .palette import FILLS, filled
from .svg import FONT, INK, QUIET, line, picture, text, width_of

_BAND, _BAR = 22.0, 14.0
_HEAD = 20.0


class Gains(NamedTuple):
    """Per group (n) the numbers of those who ``gain`` and ``lose``, with the names of both sides."""

    label: str
    groups: Sequence[str]
    gain: Sequence[float]
    lose: Sequence[float]
    gain_name: str
    lose_name: str
    write: Callable[[float], str]
    width: int = 420


def gains(chart: Gains) -> str:
    """The drawing as SVG: losers to the left, gainers to the right, on one scale."""
    gain, lose = (np.nan_to_num(np.asarray(values, float)) for values in (chart.gain, chart.lose))
    names = max((width_of(name) for name in chart.groups), default=0) + 10
    numbers = max((width_of(chart.write(value)) for value in (*gain, *lose)), default=0) + 8
    most = [max(values.max(initial=0.0), 0.0) for values in (lose, gain)]
    aside = max(numbers, width_of(chart.gain_name) + 26)  # to the right: a number, or the name of the side
    room = max(chart.width - names - numbers - aside, 60)
    scale = room / max(sum(most), 1e-9)
    middle = names + numbers + most[0] * scale
    bottom = _HEAD + _BAND * len(chart.groups)
    parts = [
        text(middle - 6, FONT, f"◀ {chart.lose_name}", text_anchor="end", fill=QUIET),
        text(middle + 6, FONT, f"{chart.gain_name} ▶", fill=QUIET),
    ]
    for row, (name, more, less) in enumerate(zip(chart.groups, gain, lose)):
        y = _HEAD + _BAND * (row + 0.5)
        base = y + 0.35 * FONT
        parts.append(text(names - 8, base, name, text_anchor="end"))
        for value, side, fill in ((less, -1, FILLS[1]), (more, 1, FILLS[0])):
            if value > 0:
                long = value * scale
                parts.append(filled(middle - long if side < 0 else middle, y - _BAR / 2, long, _BAR, fill))
                end, anchor = middle + side * (long + 5), "end" if side < 0 else "start"
                parts.append(text(end, base, chart.write(value), text_anchor=anchor))
    parts.append(line(middle, _HEAD - 2, middle, bottom, stroke=INK, stroke_width=1.2))
    return picture(chart.width, bottom + 6, chart.label, parts)
