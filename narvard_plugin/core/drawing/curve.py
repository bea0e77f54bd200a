"""Curves over a square from 0 to 1, with the diagonal of equality."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from .axis import axis_over
from .palette import DASHES, FILLS
from .svg import FONT, GRID, INK, QUIET, element, folded, line, lines_of_text, picture, points, text

_MARGIN = 60


class Curve(NamedTuple):
    """One curve: its ``name`` and its places ``x``, ``y`` (n; 0–1, rising ``x``)."""

    name: str
    x: Sequence[float]
    y: Sequence[float]


class Curves(NamedTuple):
    """What is drawn: ``curves`` against the diagonal (named ``diagonal_name``), on axes with names.

    ``label`` is for who cannot see the drawing; ``write`` makes a share into text. What lies between the first curve and the
    diagonal is tinted. ``marks`` are places (x, y, words) to point out.
    """

    label: str
    curves: Sequence[Curve]
    x_name: str
    y_name: str
    diagonal_name: str
    write: Callable[[float], str]
    marks: Sequence[tuple[float, float, str]] = ()
    side: int = 440


def curves(chart: Curves) -> str:
    """The drawing as SVG."""
    side, key = chart.side, 20 * (1 + len(chart.curves))
    across = axis_over(0.0, 1.0, _MARGIN, side - 24)
    up = axis_over(0.0, 1.0, side - _MARGIN + key, 14 + key)
    parts = _key(chart)
    for tick in across.ticks:
        x, y = float(across.at(tick)), float(up.at(tick))
        parts += [
            line(x, up.end, x, up.start, stroke=GRID),
            line(across.start, y, across.end, y, stroke=GRID),
            text(x, up.start + 16, chart.write(float(tick)), text_anchor="middle", fill=QUIET),
            text(across.start - 6, y + 0.35 * FONT, chart.write(float(tick)), text_anchor="end", fill=QUIET),
        ]

    def places(curve):
        return list(zip(across.at(curve.x).tolist(), up.at(curve.y).tolist()))

    if chart.curves:
        parts.append(
            element("polygon", points=points(places(chart.curves[0])), fill=FILLS[0].colour, fill_opacity="0.12")
        )
    parts.append(line(across.start, up.start, across.end, up.end, stroke=INK, stroke_width=1.2, stroke_dasharray="5 4"))
    for at, curve in enumerate(chart.curves):
        parts.append(element("polyline", points=points(places(curve)), fill="none", **_pen(at)))
    for at, (x, y, words) in enumerate(chart.marks):
        # The words stand across the diagonal, where no curve runs.
        aside = (0.5, 0.3 - 0.12 * at) if y >= x else (0.05, 0.75 - 0.12 * at)
        parts += _mark(
            (float(across.at(x)), float(up.at(y))), (float(across.at(aside[0])), float(up.at(aside[1]))), words
        )
    parts.append(text((across.start + across.end) / 2, side + key - 14, chart.x_name, text_anchor="middle"))
    words = text(-(up.start + up.end) / 2, 12, chart.y_name, text_anchor="middle")
    parts.append(element("g", words, transform="rotate(-90)"))
    return picture(side, side + key, chart.label, parts)


def _pen(at: int) -> dict:
    return {
        "stroke": FILLS[2 * at % len(FILLS)].colour,
        "stroke_width": 2.4,
        "stroke_dasharray": DASHES[at % len(DASHES)],
    }


def _key(chart: Curves) -> list[str]:
    """What each line is, one under the other."""
    pens = [_pen(at) for at in range(len(chart.curves))]
    diagonal = {"stroke": INK, "stroke_width": 1.2, "stroke_dasharray": "5 4"}
    names = [*(curve.name for curve in chart.curves), chart.diagonal_name]
    return [
        part
        for at, (name, pen) in enumerate(zip(names, [*pens, diagonal]))
        for part in (line(6, 11 + 20 * at, 34, 11 + 20 * at, **pen), text(42, 11 + 20 * at + 0.35 * FONT, name))
    ]


def _mark(dot: tuple[float, float], beside: tuple[float, float], words: str) -> list[str]:
    """A dot on a curve, and a thin line to the words about it, which begin at ``beside``."""
    rows = folded(words, 180.0)
    left, middle = beside
    below = dot[1] > middle  # the line ends at the words' lower edge, or beside them
    end = (left + 20.0, middle + FONT * len(rows) / 2 + 6) if below else (left - 5.0, middle)
    return [
        line(*dot, *end, stroke=INK, stroke_width=0.8),
        element("circle", cx=dot[0], cy=dot[1], r=4.5, fill="#ffffff", stroke=INK, stroke_width=1.6),
        lines_of_text(left, middle, rows),
    ]
