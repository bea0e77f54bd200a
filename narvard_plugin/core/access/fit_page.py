"""One page on how well the model fits known trips: a template filled with numbers, a table and a drawing of the trips.

Whatever comes from outside (names of layers, classes, sentences) is escaped; the page fetches nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from string import Template
from typing import NamedTuple

import numpy as np

from .observed import Comparison, Errors

MOST_POINTS = 2000  # drawn; of more trips an even selection
SIDE = 420  # of the drawing, in its own units
MARGIN = 44
_STEPS = np.array([1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480, 1440, 10080])


class ClassRow(NamedTuple):
    """One line of the table: the class's ``name``, share (0–1) of the trips' ``minutes``, ``km``, ``trips``, and its factor (NaN =
    none) with standard ``error`` (NaN = the overall factor, for want of trips)."""

    name: str
    minutes: float
    km: float
    trips: int
    factor: float
    error: float


class Page(NamedTuple):
    """What the page tells: ``words`` are sentences and names for the template's own places, as plain text."""

    words: Mapping[str, str]
    comparison: Comparison
    observed: np.ndarray
    classes: list[ClassRow]
    decimal_sign: str


def fit_page(template: str, page: Page) -> str:
    """The ``template`` (places as ``$name``) filled in. Raises ``KeyError`` where it has a place that nothing fills."""
    words = {name: escape(text) for name, text in page.words.items()}
    before, after = page.comparison.errors, page.comparison.errors_after
    return Template(template).substitute(
        words,
        **_figures("before", before, page.decimal_sign),
        **_figures("after", after, page.decimal_sign),
        drawing=_drawing(page, words),
        class_rows="\n".join(_row(row, words, page.decimal_sign) for row in page.classes),
    )


def number(value: float, decimals: int, decimal_sign: str = ".", *, sign: bool = False) -> str:
    """A number with a true minus; a dash where there is none."""
    if not np.isfinite(value):
        return "–"
    text = f"{abs(value):.{decimals}f}"
    before = "−" if value < 0 and float(text) else "+" if sign and float(text) else ""
    return before + text.replace(".", decimal_sign)


def _figures(name: str, errors: Errors | None, decimal_sign: str) -> dict[str, str]:
    """The template's places for the errors ``before`` or ``after`` the factors; dashes where there are none."""
    errors = errors or Errors(0, 0.0, *[float("nan")] * 7)

    def text(value, decimals=1, sign=False):
        return number(value, decimals, decimal_sign, sign=sign)

    return {
        f"{name}_trips": text(errors.trips, 0),
        f"{name}_bias": text(errors.bias, 1, True),
        f"{name}_bias_percent": text(100 * errors.bias_share, 1, True),
        f"{name}_median": text(errors.median, 1, True),
        f"{name}_mean_absolute": text(errors.mean_absolute),
        f"{name}_p90": text(errors.p90_absolute),
        f"{name}_within_10": text(100 * errors.within_10, 0),
        f"{name}_within_20": text(100 * errors.within_20, 0),
    }


def _row(row: ClassRow, words: Mapping[str, str], decimal_sign: str) -> str:
    if not np.isfinite(row.factor):
        told = ""
    elif np.isfinite(row.error):
        told = "± " + number(2 * row.error, 2, decimal_sign)
    else:
        told = words["too_few"]
    cells = (
        number(100 * row.minutes, 0, decimal_sign), number(row.km, 0, decimal_sign), str(row.trips),
        number(row.factor, 2, decimal_sign),
    )  # fmt: skip
    numbers = "".join(f'<td class="number">{cell}</td>' for cell in cells)
    return f"<tr><th scope='row'>{escape(row.name)}</th>{numbers}<td>{told}</td></tr>"


def _drawing(page: Page, words: Mapping[str, str]) -> str:
    """Computed against observed minutes as SVG: the line where they are equal, and a band of ± 20 per cent."""
    observed, computed = page.observed, page.comparison.computed
    shown = np.flatnonzero(np.isfinite(computed))
    if len(shown) > MOST_POINTS:
        shown = shown[np.linspace(0, len(shown) - 1, MOST_POINTS).astype(int)]
    longest = float(max(observed[shown].max(), computed[shown].max())) if len(shown) else 1.0
    step = float(_STEPS[np.searchsorted(_STEPS * 6, min(longest, _STEPS[-1] * 6))])
    end = step * np.ceil(longest / step)
    scale = (SIDE - 2 * MARGIN) / end

    def at(x, y):
        return f"{MARGIN + x * scale:.1f},{SIDE - MARGIN - y * scale:.1f}"

    lines = [text for tick in np.arange(0, end + step / 2, step) for text in _tick(tick, MARGIN + tick * scale)]
    band = " ".join([at(0, 0), at(end / 1.2, end), at(end, end), at(end, 0.8 * end)])
    points = [
        '<circle cx="{}" cy="{}" r="2.6"/>'.format(*at(x, y).split(","))
        for x, y in zip(observed[shown], computed[shown])
    ]
    (x0, y0), (x1, y1) = at(0, 0).split(","), at(end, end).split(",")
    middle = SIDE / 2
    return "\n".join([
        f'<svg viewBox="0 0 {SIDE} {SIDE}" width="{SIDE}" height="{SIDE}" role="img" aria-label="{words["drawing_label"]}">',
        f'<polygon class="band" points="{band}"/>',
        *lines,
        f'<line class="equal" x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}"/>',
        '<g class="trips">',
        *points,
        "</g>",
        f'<text x="{middle}" y="{SIDE - 6}" text-anchor="middle">{words["observed_label"]}</text>',
        f'<text x="{-middle}" y="12" text-anchor="middle" transform="rotate(-90)">{words["computed_label"]}</text>',
        "</svg>",
    ])  # fmt: skip


def _tick(minutes: float, along: float) -> tuple[str, ...]:
    """A line of the grid and a number on each axis, ``along`` units from the drawing's left edge, and as far from its lower."""
    far, up = SIDE - MARGIN, SIDE - along
    return (
        f'<line class="grid" x1="{along:.1f}" y1="{MARGIN}" x2="{along:.1f}" y2="{far}"/>',
        f'<line class="grid" x1="{MARGIN}" y1="{up:.1f}" x2="{far}" y2="{up:.1f}"/>',
        f'<text x="{along:.1f}" y="{far + 16}" text-anchor="middle">{minutes:.0f}</text>',
        f'<text x="{MARGIN - 6}" y="{up + 4:.1f}" text-anchor="end">{minutes:.0f}</text>',
    )
