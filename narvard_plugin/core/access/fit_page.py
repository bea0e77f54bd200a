"""One page on how well the model fits known trips: a template filled with numbers, a table and a drawing of the trips.

Whatever comes from outside (names of layers, classes, sentences) is escaped; the page fetches nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import NamedTuple

import numpy as np

from ..drawing.axis import MINUTES, Axis, axis_over
from ..drawing.numbers import number
from ..drawing.page import page as filled_page
from ..drawing.svg import element, line, picture, points, text
from .observed import Comparison, Errors

MOST_POINTS = 2000  # drawn; of more trips an even selection
SIDE = 420  # of the drawing, in its own units
MARGIN = 44


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
    words, sign = page.words, page.decimal_sign
    return filled_page(
        template,
        {
            **words,
            **_figures("before", page.comparison.errors, sign),
            **_figures("after", page.comparison.errors_after, sign),
        },
        {"drawing": _drawing(page), "class_rows": "\n".join(_row(row, words, sign) for row in page.classes)},
    )


def _figures(name: str, errors: Errors | None, decimal_sign: str) -> dict[str, str]:
    """The template's places for the errors ``before`` or ``after`` the factors; dashes where there are none."""
    errors = errors or Errors(0, 0.0, *[float("nan")] * 7)

    def told(value, decimals=1, sign=False):
        return number(value, decimals, decimal_sign, sign=sign)

    return {
        f"{name}_trips": told(errors.trips, 0),
        f"{name}_bias": told(errors.bias, 1, True),
        f"{name}_bias_percent": told(100 * errors.bias_share, 1, True),
        f"{name}_median": told(errors.median, 1, True),
        f"{name}_mean_absolute": told(errors.mean_absolute),
        f"{name}_p90": told(errors.p90_absolute),
        f"{name}_within_10": told(100 * errors.within_10, 0),
        f"{name}_within_20": told(100 * errors.within_20, 0),
    }


def _row(row: ClassRow, words: Mapping[str, str], decimal_sign: str) -> str:
    if not np.isfinite(row.factor):
        told = ""
    elif np.isfinite(row.error):
        told = "± " + number(2 * row.error, 2, decimal_sign)
    else:
        told = escape(words["too_few"])
    cells = (
        number(100 * row.minutes, 0, decimal_sign), number(row.km, 0, decimal_sign), str(row.trips),
        number(row.factor, 2, decimal_sign),
    )  # fmt: skip
    numbers = "".join(f'<td class="number">{cell}</td>' for cell in cells)
    return f"<tr><th scope='row'>{escape(row.name)}</th>{numbers}<td>{told}</td></tr>"


def _drawing(page: Page) -> str:
    """Computed against observed minutes as SVG: the line where they are equal, and a band of ± 20 per cent."""
    words, observed, computed = page.words, page.observed, page.comparison.computed
    shown = np.flatnonzero(np.isfinite(computed))
    if len(shown) > MOST_POINTS:
        shown = shown[np.linspace(0, len(shown) - 1, MOST_POINTS).astype(int)]
    longest = float(max(observed[shown].max(), computed[shown].max())) if len(shown) else 1.0
    across = axis_over(0.0, longest, MARGIN, SIDE - MARGIN, steps=MINUTES)
    up = across._replace(start=SIDE - MARGIN, end=MARGIN)
    end = across.high
    band = [(0.0, 0.0), (end / 1.2, end), (end, end), (end, 0.8 * end)]
    dots = (
        element("circle", cx=x, cy=y, r="2.6")
        for x, y in zip(across.at(observed[shown]).tolist(), up.at(computed[shown]).tolist())
    )
    middle = SIDE / 2
    return picture(SIDE, SIDE, words["drawing_label"], [
        element("polygon", class_="band", points=points((across.at(x), up.at(y)) for x, y in band)),
        *_grid(across, up),
        line(across.start, up.start, across.end, up.end, class_="equal"),
        element("g", "\n".join(dots) or " ", class_="trips"),
        text(middle, SIDE - 6, words["observed_label"], text_anchor="middle"),
        text(-middle, 12, words["computed_label"], text_anchor="middle", transform="rotate(-90)"),
    ])  # fmt: skip


def _grid(across: Axis, up: Axis) -> list[str]:
    """The lines of the grid, and the numbers on both axes."""
    parts = []
    for minutes, x, y in zip(across.ticks.tolist(), across.at(across.ticks).tolist(), up.at(up.ticks).tolist()):
        parts += [
            line(x, up.end, x, up.start, class_="grid"),
            line(across.start, y, across.end, y, class_="grid"),
            text(x, up.start + 16, f"{minutes:.0f}", text_anchor="middle"),
            text(across.start - 6, y + 4, f"{minutes:.0f}", text_anchor="end"),
        ]
    return parts
