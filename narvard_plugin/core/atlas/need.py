"""How need of care differs, and how people feel: need index, area types, shares and published health."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np

from .content import BARS, Chart, Origin, Table
from .figures import Figure, Found, nothing, plain_value, shares, told_parts, why_missing
from .people import beside
from .places import Places
from .words import Words

TYPES = (1, 2, 3, 4, 5)
_ALIKE = 0.05  # an index within five hundredths of the region's is as the region's


class Index(NamedTuple):
    """A need index of small areas: ``values`` (a) and ``people`` (a), NaN unknown; its ``name``, ``period`` and ``source``.

    ``scale``: what it is counted in (a word of `need_index`): never mixed.
    """

    name: str
    values: np.ndarray
    people: np.ndarray
    scale: str
    period: str
    source: str


class Told(NamedTuple):
    """One indicator of places (p): ``values``, ``why`` there is none, ``people``, and ``level``, whose figure each is (p words)."""

    code: str
    label: str
    unit: str
    decimals: int
    better: str
    values: np.ndarray
    why: Sequence[str]
    people: np.ndarray
    level: Sequence[str]
    period: str
    source: str


def mean_of_small(places: Places, values: np.ndarray, people: np.ndarray) -> np.ndarray:
    """(p) the mean of small areas' ``values`` (a) over their ``people`` (a); NaN where any part with people has none."""
    found = np.full(places.count, np.nan)
    for at in range(places.count):
        rows = places.small_of(at) & ~(people == 0)
        if rows.any() and np.isfinite(values[rows]).all() and np.isfinite(people[rows]).all():
            found[at] = np.average(values[rows], weights=people[rows])
    return found


def need_topic(
    places: Places, index: Optional[Index], types: np.ndarray, people: np.ndarray, told: Sequence[Told], period: str,
    words: Words, origins: Sequence[Origin],
) -> Found:  # fmt: skip
    """Need of care. ``types`` (a): area type 1–5 of small areas, NaN unknown, with ``people`` (a); ``told``: shares."""
    figures = []
    if index is not None:
        values = mean_of_small(places, index.values, index.people)
        relative = values / values[0]
        why = why_missing(values, words("why.part"))
        figures.append(Figure("need.index", words("need.index", name=index.name), values, places.population,
                              words(f"unit.{index.scale}"), 2, "", why, index.period, index.source, index.scale))  # fmt: skip
        figures.append(Figure("need.index_of_region", words("need.relative", name=index.name), relative,
                              places.population, words("unit.region_is_1"), 2, "", why_missing(relative, words("why.part")),
                              index.period, index.source, index.scale))  # fmt: skip
    by_type = types_of_places(places, types, people)
    known = by_type.sum(axis=1)
    whole = np.where(known > 0, known, np.nan)
    for key, rows in (("types_1_2", [0, 1]), ("types_4_5", [3, 4])):
        if np.isfinite(whole[0]):
            share, why = shares(by_type[:, rows].sum(axis=1), whole, words("why.hidden"), words("why.missing"))
            figures.append(Figure(f"need.{key}", words(f"need.{key}"), share, known, "%", 1, "", why, period))
    figures += [_of(one, "need") for one in told]
    if not figures:
        return nothing("need", places.count, words("missing.need"), words, origins)
    by_key = {one.key: one for one in figures}
    text = [_need_text(at, places, by_key, index, words) for at in range(places.count)]
    charts = [_type_chart(at, places, by_type, whole, words) for at in range(places.count)]
    return Found(
        "need", figures, text, charts, origins=origins, map="need" if index is not None else "",
        uncertain=[words("uncertain.need")], not_measured=[words("not_measured.need")],
    )  # fmt: skip


def types_of_places(places: Places, types: np.ndarray, people: np.ndarray) -> np.ndarray:
    """(p, 5) the people of each place by the area type of the small area they live in; those of no known type in none."""
    found = np.zeros((places.count, len(TYPES)))
    for at in range(places.count):
        for column, kind in enumerate(TYPES):
            rows = places.small_of(at) & (types == kind) & np.isfinite(people)
            found[at, column] = people[rows].sum()
    return found


def _of(told: Told, topic: str, shown: bool = True) -> Figure:
    return Figure(f"{topic}.{told.code}", told.label, told.values, told.people, told.unit, told.decimals, told.better,
                  told.why, told.period, told.source, shown=shown)  # fmt: skip


def _need_text(at, places, figures, index, words) -> list[str]:
    said = []
    relative = figures.get("need.index_of_region")
    if relative is not None and at and np.isfinite(relative.values[at]):
        value = relative.values[at]
        how = "alike" if abs(value - 1) < _ALIKE else "more" if value > 1 else "less"
        percent = words.number(100 * abs(value - 1))
        said.append(words(f"need.{how}", name=places.names[at], percent=percent, index=words.inside(index.name)))
    elif relative is not None and at == 0 and np.isfinite(figures["need.index"].values[0]):
        spread = relative.values[1:][np.isfinite(relative.values[1:])]
        if len(spread):
            most, least = (words.number(one, 2) for one in (spread.max(), spread.min()))
            where = [
                places.names[1 + int(at)]
                for at in (np.nanargmax(relative.values[1:]), np.nanargmin(relative.values[1:]))
            ]
            said.append(
                words(
                    "need.spread",
                    index=words.inside(index.name),
                    most=most,
                    where=where[0],
                    least=least,
                    other=where[1],
                )
            )
    types = figures.get("need.types_1_2")
    if types is not None and np.isfinite(types.values[at]):
        key = "need.in_types" if types.values[at] else "need.in_types_none"
        said.append(words(key, share=words.number(types.values[at], 1), beside=beside(types.values, at, 1, words)))
    return [" ".join(said)] if said else [words("need.unknown", name=places.names[at])]


def _type_chart(at, places, by_type, whole, words) -> list[Chart]:
    rows = [row for row in dict.fromkeys((at, 0)) if np.isfinite(whole[row])]
    if at not in rows:
        return []
    labels = [words(f"need.type_{kind}") for kind in TYPES]
    series = {}
    for row in rows:
        values = 100 * told_parts(by_type[row]) / whole[row]
        series[places.names[row]] = [plain_value(one) for one in values]
    return [Chart(BARS, words("need.type_chart"), words("unit.share_of_people"), labels, series, decimals=1)]


def health_topic(places: Places, told: Sequence[Told], words: Words, origins: Sequence[Origin]) -> Found:
    """Health as it is published: each indicator for the smallest area that it exists for, and for none smaller."""
    if not told:
        return nothing("health", places.count, words("missing.health"), words, origins)
    figures = [_of(one, "health", shown=at < 2) for at, one in enumerate(told)]
    text = [_health_text(at, places, told, words) for at in range(places.count)]
    tables = [[_health_table(at, told, words)] for at in range(places.count)]
    return Found(
        "health", figures, text, tables=tables, origins=origins, uncertain=[words("uncertain.health")],
        not_measured=[words("not_measured.health")],
    )  # fmt: skip


def _health_text(at, places, told, words) -> list[str]:
    known = [one for one in told if np.isfinite(one.values[at])]
    if not known:
        return [words("health.none", name=places.names[at])]
    said = [
        words("health.value", name=one.label, value=words.number(one.values[at], one.decimals), unit=_unit(one, words),
              beside=beside(one.values, at, one.decimals, words), period=one.period)
        for one in known[:4]
    ]  # fmt: skip
    return [words.many("health.lead", len(known), name=places.names[at]), " ".join(said)]


def _unit(one: Told, words: Words) -> str:
    """The unit after a number, where the indicator's own name does not say it."""
    return "" if one.unit in one.label else " " + (words("percent") if one.unit == "%" else one.unit)


def _health_table(at, told, words) -> Table:
    columns = [words(f"health.{one}") for one in ("indicator", "here", "region", "unit", "level", "period")]
    rows = [
        [one.label, plain_value(one.values[at]), plain_value(one.values[0]), one.unit, one.level[at] if np.isfinite(one.values[at]) else one.why[at], one.period]
        for one in told
    ]  # fmt: skip
    decimals = (0, max(one.decimals for one in told), max(one.decimals for one in told), 0, 0, 0)
    return Table(words("health.table"), columns, rows, decimals, words("health.note"))
