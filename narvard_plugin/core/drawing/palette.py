"""Fills that differ in colour, in lightness and by a hatch, and a legend of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from .svg import FONT, INK, element, line, text, width_of

_BOX = 13
_ROW = 20


class Fill(NamedTuple):
    colour: str
    hatched: bool = False


#: Blue, amber, teal and grey of Okabe and Ito's kind: dark and light by turns.
FILLS = (Fill("#08519c"), Fill("#f3c26b", True), Fill("#35978f"), Fill("#d0d0d0", True), Fill("#6a3d9a"))
#: How lines are broken, where colour is not enough.
DASHES = (None, "7 4", "2 3", "9 3 2 3")


def filled(x: float, y: float, width: float, height: float, fill: Fill) -> str:
    """A rectangle."""
    box = element(
        "rect", x=float(x), y=float(y), width=float(width), height=float(height), fill=fill.colour,
        stroke=INK if fill.hatched else "none", stroke_width=0.6,
    )  # fmt: skip
    return box + (_hatch(x, y, width, height) if fill.hatched else "")


def _hatch(x: float, y: float, width: float, height: float) -> str:
    """Slanting lines within the rectangle, worked out here since Qt knows no patterns."""
    return "".join(
        line(
            x + max(0.0, along - height), y + min(along, height), x + min(along, width), y + max(0.0, along - width),
            stroke=INK, stroke_width=0.5,
        )
        for along in np.arange(5.0, width + height, 5.0)
    )  # fmt: skip


def legend(
    names: Sequence[str], x: float, y: float, width: float, *, marks: Sequence[str] = ()
) -> tuple[list[str], float]:
    """One box and name per fill, in as many rows as ``width`` needs, and how high they are together.

    ``marks`` are (x, y)-less markup to stand in place of the boxes, see ``diamond``.
    """
    parts, left, top = [], x, y
    for at, name in enumerate(names):
        wide = _BOX + 6 + width_of(name) + 18
        if left > x and left + wide > x + width:
            left, top = x, top + _ROW
        if at < len(marks) and marks[at]:
            parts.append(element("g", marks[at], transform=f"translate({left + _BOX / 2:.1f} {top + _BOX / 2:.1f})"))
        else:
            parts.append(filled(left, top, _BOX, _BOX, FILLS[at % len(FILLS)]))
        parts.append(text(left + _BOX + 6, top + _BOX / 2 + 0.35 * FONT, name))
        left += wide
    return parts, top + _ROW - y if names else 0.0


def diamond(x: float = 0.0, y: float = 0.0, size: float = 5.0) -> str:
    """A mark for a sum: white with a dark edge, to be seen on every fill."""
    corners = f"{x - size:.1f},{y:.1f} {x:.1f},{y - size:.1f} {x + size:.1f},{y:.1f} {x:.1f},{y + size:.1f}"
    return element("polygon", points=corners, fill="#ffffff", stroke=INK, stroke_width=1.4)
