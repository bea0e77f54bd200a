"""The page on equity: the fifths as bars, then in depth the concentration curve and every measure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np

from ...core.deso.inequality import curve
from ...core.drawing.bars import Bars, Series, bars
from ...core.drawing.curve import Curve, Curves, curves
from ...core.drawing.numbers import few_digits, number, percent
from ...core.drawing.page import head_row, page, paragraphs, table_rows
from ...i18n import number as shown
from ...i18n import tr
from ...paths import bundled, plugin_version
from .equity_measures import MAIN, Found
from .equity_words import Names, concentration_reading

_COUNTS = ("people", "people_without_rank")


def equity_html(found: Found, names: Names, layer: str, fields: Sequence[str]) -> str:
    """The page; ``fields`` are those of value, people and rank in the ``layer``."""
    template = bundled("resources", "templates", "equity_page.html").read_text(encoding="utf8")
    missing = _missing(found)
    words = {
        "language": tr("en"),
        "title": tr("Equity: {value}").format(value=names.value),
        "subtitle": tr("By {rank}. The most disadvantaged are those with the {worst}. Every measure counts people.").format(
            rank=names.rank, worst=names.worst
        ),
        "answer": found.measures[0].reading,
        "fifths_heading": tr("The people in fifths, the most disadvantaged first"),
        "fifths_caption": tr("Mean of {value} in each fifth of the people; {mean} for all.").format(
            value=names.value, mean=names.few(found.ranked.overall)
        ),
        "depth_heading": tr("In depth"),
        "curve_heading": tr("Concentration curve"),
        "measures_heading": tr("All measures"),
        "limits_heading": tr("What this does not tell"),
        "source": tr("Areas: {layer}. Value: {value}. People: {people}. Rank: {rank}.").format(
            layer=layer, value=fields[0], people=fields[1], rank=fields[2]
        ),
        "made": tr("Made with Närvård {version}, {date}.").format(
            version=plugin_version(), date=datetime.now().strftime("%Y-%m-%d")
        ),
    }  # fmt: skip
    markup = {
        "style": bundled("resources", "templates", "page.css").read_text(encoding="utf8"),
        "missing": f'<div class="warning">{paragraphs(missing)}</div>' if missing else "",
        "fifths_drawing": _fifths(found, names),
        "curve_words": paragraphs(_curve_words(found, names)),
        "curve_drawing": _curve(found, names),
        "table_head": head_row([tr("Measure"), tr("What it says"), tr("Value")], texts=2),
        "table_rows": table_rows(
            [[row.label, row.reading, _written(row, names)] for row in found.measures if row.level != MAIN], texts=2
        ),
        "limits": paragraphs(_limits()),
    }
    return page(template, words, markup)


def _missing(found: Found) -> list[str]:
    """Sentences about those who are in no measure; none where everybody is in all."""
    missing = found.missing
    counts = (
        ("people_without_value", missing.areas),
        ("people_without_rank", missing.unranked_areas + missing.unknown_areas),
    )
    return [found.row(name).reading for name, areas in counts if areas]


def _written(row, names: Names) -> str:
    return number(row.value, 0) if row.name in _COUNTS else few_digits(row.value, names.decimal_sign)


def _fifths(found: Found, names: Names) -> str:
    groups = [tr("Most disadvantaged fifth"), tr("Second"), tr("Third"), tr("Fourth"), tr("Least disadvantaged fifth")]
    return bars(
        Bars(
            tr("Bars: mean of {value} in each fifth of the people").format(value=names.value),
            groups,
            [Series(names.value, found.fifths)],
            names.few,
            write_tick=shown,
            standing=True,
            axis_name=names.value,
            height=280,
        )
    )


def _fifths_share(found: Found) -> float:
    """What the most disadvantaged fifth has of it all; NaN where there is nothing."""
    return float(np.interp(0.2, *curve(found.ranked)))


def _curve_words(found: Found, names: Names) -> list[str]:
    fifth = _fifths_share(found)
    if not np.isfinite(fifth):
        return [tr("There is no curve: every value is 0.")]
    return [
        tr("The most disadvantaged fifth of the people have {share} of all {value}; with equal shares they would have 20 per cent.").format(
            share=percent(fifth, 1, names.decimal_sign), value=names.value
        ),
        tr("The curve adds people from the most disadvantaged to the least, and what they have. Above the broken line the most disadvantaged have more than an equal share, below it less."),
        tr("Concentration index {value}.").format(value=names.few(found.row("concentration_index").value))
        + " " + concentration_reading(names, found.row("concentration_index").value),
    ]  # fmt: skip


def _curve(found: Found, names: Names) -> str:
    people, held = curve(found.ranked)
    fifth = _fifths_share(found)
    if not np.isfinite(fifth):
        return ""

    def write(share):
        return percent(share, 0, names.decimal_sign)

    mark = tr("20 per cent of the people have {share}").format(share=percent(fifth, 1, names.decimal_sign))
    return curves(
        Curves(
            tr("Concentration curve: share of {value} by share of the people").format(value=names.value),
            [Curve(tr("Concentration curve"), people, held)],
            tr("Share of the people, the most disadvantaged first"),
            tr("Share of the value"),
            tr("Equal shares"),
            write,
            marks=[(0.2, fifth, mark)],
        )
    )


def _limits() -> list[str]:
    return [
        tr("Why it is so: a tilt in the averages has many causes, such as where people of different means live."),
        tr("What is hidden within an area: all its people are taken to have its value and its rank."),
        tr("Who has no value at all is in no bar, curve or measure."),
    ]
