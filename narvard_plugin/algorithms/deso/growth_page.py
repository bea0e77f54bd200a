"""The page Where did the population grow: the answer in words, two drawings and the table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Optional

import numpy as np

from ...core.deso.growth import Areas, Growth, moves, total
from ...core.drawing.bars import Bars, Series, bars
from ...core.drawing.numbers import number, percent
from ...core.drawing.page import head_row, page, paragraphs, table_rows
from ...i18n import tr
from ...paths import bundled, plugin_version
from .area_type_names import are_scb_types, labels_of

_SHOWN_MOVES = 5


class Told(NamedTuple):
    """What the page tells besides the numbers: sentences, and the names of what was read."""

    answer: list[str]
    changed: str
    left_out: list[str]
    years: str
    source: str
    decimal_sign: str

    @classmethod
    def of(
        cls,
        areas: Areas,
        growth: Growth,
        years: tuple[Optional[int], Optional[int]],
        left_out: list[str],
        layer: str,
        fields: Sequence[str],
        decimal_sign: str,
    ) -> Told:
        """``fields`` are those of people and types, first year before last."""
        source = tr("Areas: {layer}. People: {before} and {after}. Area type: {first} and {last}.").format(
            layer=layer, before=fields[0], after=fields[1], first=fields[2], last=fields[3]
        )
        span = f"{years[0]}–{years[1]}" if all(years) else tr("from the first year to the last")
        return cls(
            _answer(growth, span, decimal_sign),
            _changed(areas, growth, decimal_sign),
            left_out,
            span,
            source,
            decimal_sign,
        )


def growth_html(growth: Growth, told: Told) -> str:
    """The page."""
    labels = labels_of(growth.types)
    names = [labels[kind] for kind in growth.types]
    template = bundled("resources", "templates", "growth_page.html").read_text(encoding="utf8")
    words = {
        "language": tr("en"),  # the code of the language that the page is written in
        "title": tr("Where did the population grow?"),
        "subtitle": tr("Change of the population by area type, {years}").format(years=told.years),
        "growth_heading": tr("Growth, every area in the type it had in the first year"),
        "growth_caption": tr("Per cent of the people in the first year; people more or fewer to the right."),
        "both_heading": tr("Growth, and areas that changed type"),
        "both_caption": tr(
            "The dark bar is growth proper. The hatched bar is people in areas that came to the type or left it: nobody need have moved. The diamond is the sum, which is what comes out when the type of each year is used as it stands."
        ),
        "changed": told.changed,
        "table_heading": tr("The numbers"),
        "limits_heading": tr("What this does not tell"),
        "source": told.source,
        "made": tr("Made with Närvård {version}, {date}.").format(
            version=plugin_version(), date=datetime.now().strftime("%Y-%m-%d")
        ),
    }
    markup = {
        "style": bundled("resources", "templates", "page.css").read_text(encoding="utf8"),
        "answer": paragraphs(told.answer),
        "left_out": f'<div class="warning">{paragraphs(told.left_out)}</div>' if told.left_out else "",
        "growth_drawing": _growth_drawing(growth, names, told),
        "both_drawing": _both_drawing(growth, names, told),
        "table_head": head_row(_heads()),
        "table_rows": table_rows(_cells(growth, names, told.decimal_sign), total_last=True),
        "limits": paragraphs(_limits(growth.types)),
    }
    return page(template, words, markup)


def _growth_drawing(growth: Growth, names: list[str], told: Told) -> str:
    people = tr("{n} people")
    return bars(
        Bars(
            tr("Bars of growth per area type, {years}").format(years=told.years),
            names,
            [Series(tr("Growth"), growth.fixed)],
            lambda share: percent(share, 1, told.decimal_sign, sign=True),
            write_tick=lambda share: percent(share, _tick_decimals(growth.fixed), told.decimal_sign, sign=True),
            notes=[people.format(n=number(change, 0, sign=True)) for change in growth.change],
            axis_name=tr("Change {years}").format(years=told.years),
        )
    )


def _both_drawing(growth: Growth, names: list[str], told: Told) -> str:
    return bars(
        Bars(
            tr("Stacked bars per area type: growth, and areas that changed type"),
            names,
            [
                Series(tr("Growth proper"), growth.fixed),
                Series(tr("Areas that changed type"), growth.reclassification),
            ],
            lambda share: percent(share, 1, told.decimal_sign, sign=True),
            write_tick=lambda share: percent(share, _tick_decimals(growth.current), told.decimal_sign, sign=True),
            stacked=True,
            sum_name=tr("Sum, with the type of each year"),
            axis_name=tr("Change {years}").format(years=told.years),
        )
    )


def _tick_decimals(shares: np.ndarray) -> int:
    """Whole per cent beside the axis, unless all bars are short."""
    known = np.abs(shares[np.isfinite(shares)])
    return 0 if len(known) == 0 or known.max() >= 0.04 else 1 if known.max() >= 0.004 else 2


def _answer(growth: Growth, span: str, decimal_sign: str) -> list[str]:
    """Where it grew most and where it fell, for somebody who reads nothing else."""
    whole, labels = total(growth), labels_of(growth.types)

    def share(value):
        return percent(value, 1, decimal_sign, sign=True)

    sentences = [
        tr("In the {n} areas compared the population changed by {people} people ({share}), {years}.").format(
            n=number(whole.areas_before[0], 0), people=number(whole.change[0], 0, sign=True), share=share(whole.fixed[0]), years=span
        )
    ]  # fmt: skip
    order = [at for at in np.argsort(-growth.fixed, kind="stable").tolist() if np.isfinite(growth.fixed[at])]
    named = tr("{type} ({share}, {people} people)")

    def told(rows):
        return "; ".join(
            named.format(
                type=labels[growth.types[at]], share=share(growth.fixed[at]), people=number(growth.change[at], 0, sign=True)
            )
            for at in rows
        )  # fmt: skip

    grew = [at for at in order if growth.change[at] > 0]
    fell = [at for at in reversed(order) if growth.change[at] < 0]
    if grew:
        sentences.append(tr("It grew most in: {list}.").format(list=told(grew[:2])))
    if fell:
        sentences.append(tr("It fell in: {list}.").format(list=told(fell)))
    if _ends_grow_most(growth):
        sentences.append(
            tr("Both ends of the scale, areas with great challenges and areas with very good conditions, grew more than the types between them. That is a sign of growing segregation, which the tool segregation measures.")
        )  # fmt: skip
    return sentences


def _ends_grow_most(growth: Growth) -> bool:
    """Did SCB's types 1 and 5 both grow, and more than 2, 3 and 4?"""
    fixed = dict(zip(growth.types, growth.fixed.tolist()))
    if set(fixed) != {"1", "2", "3", "4", "5"}:
        return False
    return min(fixed["1"], fixed["5"]) > max(0.0, fixed["2"], fixed["3"], fixed["4"])


def _changed(areas: Areas, growth: Growth, decimal_sign: str) -> str:
    """How many areas changed type, from which to which, and which type is changed most by it."""
    found = moves(areas)
    if not found:
        return tr("No area changed type.")
    text = tr("{n} of {all} areas changed type: {list}.").format(
        n=sum(count for *_, count in found),
        all=int(areas.compared.sum()),
        list=_listed_moves(found),
    )
    effect = np.nan_to_num(growth.reclassification)
    most = int(np.argmax(effect))
    if effect[most] <= 0 or not np.isfinite(growth.current[most]):
        return text
    more = tr(
        "With the type of each year, type {type} would seem to grow by {current}; {effect} of that is areas that came to it."
    )
    return f"{text} " + more.format(
        type=labels_of(growth.types)[growth.types[most]],
        current=percent(growth.current[most], 1, decimal_sign),
        effect=tr("{n} percentage points").format(n=number(100 * effect[most], 1, decimal_sign)),
    )


def _listed_moves(found: list[tuple[str, str, int]]) -> str:
    one = tr("{n} from {first} to {last}")
    shown = [one.format(n=count, first=first, last=last) for first, last, count in found[:_SHOWN_MOVES]]
    rest = sum(count for *_, count in found[_SHOWN_MOVES:])
    return ", ".join([*shown, tr("{n} otherwise").format(n=rest)] if rest else shown)


def _heads() -> list[str]:
    return [
        tr("Area type"),
        tr("Areas, first → last year"),
        tr("People, first year"),
        tr("People, last year, same areas"),
        tr("Change"),
        tr("Growth"),
        tr("Growth with the type of each year"),
        tr("Of which areas that changed type, percentage points"),
    ]


def _cells(growth: Growth, names: list[str], decimal_sign: str) -> list[list[str]]:
    return [
        row
        for part, labels in ((growth, names), (total(growth), [tr("All types")]))
        for row in _rows(part, labels, decimal_sign)
    ]


def _rows(growth: Growth, labels: list[str], decimal_sign: str) -> list[list[str]]:
    def share(value):
        return percent(value, 1, decimal_sign, sign=True)

    return [
        [
            label, f"{growth.areas_before[at]} → {growth.areas_after[at]}", number(growth.before[at], 0),
            number(growth.after_fixed[at], 0), number(growth.change[at], 0, sign=True), share(growth.fixed[at]),
            share(growth.current[at]), number(100 * growth.reclassification[at], 1, decimal_sign, sign=True),
        ]
        for at, label in enumerate(labels)
    ]  # fmt: skip


def _limits(types: Sequence[str]) -> list[str]:
    return [
        tr("Why the population changed: births, deaths and moves are not told apart, and nobody is followed from area to area."),
        tr("Who the people are: the type is the area's, and not that of everybody who lives there."),
        tr("Types 1–5 are named as SCB's area types. Where they were derived from an index of one's own, they are not official.")
        if are_scb_types(types) else "",
        tr("SCB's figures from the reference year 2025 on are changed a little for secrecy, so that parts need not add up to their total."),
    ]  # fmt: skip
