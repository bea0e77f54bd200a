"""Elements of a drawing as text, with every word and attribute escaped."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from html import escape

INK, QUIET, GRID = "#1b1b1b", "#555555", "#e3e3e3"
FONT = 12  # units of the drawing
#: What XML has no place for, not even escaped: one vertical tab from a spreadsheet, and no part of a drawing is shown.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LETTER = 0.56  # mean width of a letter, in heights; fonts differ, so places are a little too wide


def element(tag: str, content: str = "", **attributes) -> str:
    """``<tag …>content</tag>``; ``content`` is markup. ``text_anchor=`` is written text-anchor, and ``class_=`` class."""
    told = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_told(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{told}>{content}</{tag}>" if content else f"<{tag}{told}/>"


def _told(value) -> str:
    return f"{value:.1f}" if isinstance(value, float) else _escaped(str(value))


def _escaped(words: str) -> str:
    return escape(_NO_XML.sub("", words))


def line(x1: float, y1: float, x2: float, y2: float, **attributes) -> str:
    return element("line", x1=float(x1), y1=float(y1), x2=float(x2), y2=float(y2), **attributes)


def points(xy: Iterable[Sequence[float]]) -> str:
    """Places (n × 2) as the attribute ``points`` writes them."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in xy)


def text(x: float, y: float, words: str, **attributes) -> str:
    """``words`` in one line, as plain text."""
    return element("text", _escaped(words), **{"x": float(x), "y": float(y), "fill": INK, **attributes})


def lines_of_text(x: float, middle: float, rows: Sequence[str], **attributes) -> str:
    """``rows`` of words under each other, their middle at the height ``middle``."""
    height = FONT + 2
    top = middle - height * (len(rows) - 1) / 2 + 0.35 * FONT
    return "".join(text(x, top + height * at, row, **attributes) for at, row in enumerate(rows))


def width_of(words: str) -> float:
    """About how wide ``words`` are."""
    return len(words) * FONT * _LETTER


def folded(words: str, width: float) -> list[str]:
    """``words`` in as many rows as it takes to stay within ``width``; a word longer than that is not broken."""
    letters = max(int(width / (FONT * _LETTER)), 1)
    return textwrap.wrap(words, letters, break_long_words=False, break_on_hyphens=False) or [""]


def picture(width: float, height: float, label: str, parts: Iterable[str]) -> str:
    """The drawing: ``label`` tells who cannot see it what it shows."""
    return element(
        "svg",
        "\n" + "\n".join(parts) + "\n",
        viewBox=f"0 0 {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        role="img",
        aria_label=label,
        font_family="Segoe UI, DejaVu Sans, Arial, sans-serif",
        font_size=FONT,
    )
