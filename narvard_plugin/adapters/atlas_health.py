"""Health's geography for an atlas, from a workspace: people by year, ages, need index, area types, shares and published health."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np

from ..core.atlas.figures import Found, shares
from ..core.atlas.need import Index, Told, health_topic, need_topic
from ..core.atlas.people import age_topic, people_topic
from ..core.atlas.words import Words
from ..core.deso.care_need import CNI_WEIGHTS, care_need
from ..core.deso.vintage import MUNICIPALITY as MUNICIPALITY_LEVEL
from ..core.deso.vintage import REGION as REGION_LEVEL
from ..core.indicators import COUNT, OTHER, SUPPRESSED, Figure, summed_up
from .atlas_ground import MUNICIPALITY, Ground
from .indicator_figures import FIGURES, Indicator
from .indicator_values import kind_of, known_indicators

_AGES = [f"age_{low}_{low + 4}" for low in range(0, 85, 5)] + ["age_85_plus"]
#: Statistics that are health, with which way is better; those that tell of need come as shares of the people.
_HEALTH = {
    "self_rated_health_good_share": "higher", "mental_ill_health_share": "lower", "diabetes_share": "lower",
    "avoidable_inpatient_per_100000": "lower", "fall_injuries_per_100000": "lower",
}  # fmt: skip
_NEED_COUNTS = ("old_alone", "foreign_born", "unemployed", "single_parent", "low_education", "moved")
_NEED_SHARES = ("share_low_economic_standard",)
_PER_CENT = ("%", "procent", "per cent")


def health_part(ground: Ground, words: Words) -> list[Found]:
    """The topics people, age, need and health."""
    return [_people(ground, words), _ages(ground, words), _need(ground, words), _health(ground, words)]


def _people(ground: Ground, words: Words) -> Found:
    rows = ground.tables["statistics"]
    rows = rows[(rows["variable"] == "population") & rows["area_code"].isin(ground.places.small)]
    vintage = ground.areas["vintage"].max() if len(ground.areas) else None
    rows = rows[rows["vintage"] == vintage]
    history = {}
    for year, of_year in rows.groupby("year"):
        values = of_year.drop_duplicates("area_code").set_index("area_code")["value"].reindex(ground.places.small)
        history[int(year)] = _sums_of_small(ground, values.to_numpy(float))
    origins = ground.origins("people", "statistics")
    return people_topic(ground.places, history, date_of(ground, "people"), words, origins)


def _sums_of_small(ground: Ground, values: np.ndarray) -> np.ndarray:
    """(p) sums of small areas' ``values`` (a); NaN where any of them has none."""
    places = ground.places
    return np.array(
        [values[places.small_of(at)].sum() if places.small_of(at).any() else np.nan for at in range(places.count)]
    )


def _ages(ground: Ground, words: Words) -> Found:
    ages = ground.points[_AGES].to_numpy(float)
    labels = [f"{low}–{low + 4}" for low in range(0, 85, 5)] + ["85+"]
    return age_topic(ground.places, ages, labels, date_of(ground, "people"), words, ground.origins("people"))


def _need(ground: Ground, words: Words) -> Found:
    population, year = small_statistic(ground, "population")
    types, type_year = small_statistic(ground, "area_type")
    told = [
        *(_told(ground, code, words, part_of="population") for code in _NEED_COUNTS),
        *(_told(ground, code, words) for code in _NEED_SHARES),
    ]
    index = need_index(ground, words)
    origins = ground.origins("statistics", "need_index")
    known = [one for one in told if one is not None]
    return need_topic(ground.places, index, types, population, known, type_year or year, words, origins)


def need_index(ground: Ground, words: Words) -> Optional[Index]:
    """The need index of small areas: as stored, else the Care Need Index of their head counts; None where neither is there."""
    rows = ground.tables["need_index"]
    rows = rows[(rows["level"] == "area") & rows["code"].isin(ground.places.small) & rows["value"].notna()]
    population, year = small_statistic(ground, "population")
    for scale in ("ratio", "per_person"):
        of_scale = rows[rows["scale"] == scale].sort_values("date")
        if len(of_scale):
            newest = of_scale.drop_duplicates("code", keep="last").set_index("code")
            values = newest["value"].reindex(ground.places.small).to_numpy(float)
            measure = str(of_scale["measure"].iloc[-1])
            name = words("need.cni") if measure == "cni" else measure
            return Index(
                name,
                values,
                population,
                scale,
                str(of_scale["date"].iloc[-1])[:10],
                str(of_scale["source"].iloc[-1] or ""),
            )
    counts = {name: small_statistic(ground, name)[0] for name in CNI_WEIGHTS}
    found = care_need(counts, population)
    if not np.isfinite(found.per_person).any():
        return None
    return Index(words("need.cni"), found.per_person, population, "per_person", year, words("need.computed"))


def small_statistic(ground: Ground, code: str) -> tuple[np.ndarray, str]:
    """(a) a statistic of the small areas in its newest year, NaN where there is none, and that year."""
    rows = ground.small_figures(code)
    by_code = {row.code: row for row in rows}
    values = np.array([by_code[code].value if code in by_code else np.nan for code in ground.places.small], float)
    return values, rows[0].date if rows else ""


def _told(ground: Ground, code: str, words: Words, part_of: str = "") -> Optional[Told]:
    """An indicator of the small areas summed up to places, as the dock sums it; None where it is not there or cannot be."""
    kind = kind_of(Indicator("statistics", code))
    rows = ground.small_figures(code)
    if not rows or kind == OTHER:
        return None
    by_place = _by_place(ground, rows, kind)
    values = np.array([one.value if one else np.nan for one in by_place], float)
    why = [_why(one, words) if not np.isfinite(value) else "" for one, value in zip(by_place, values)]
    if part_of:
        whole = _by_place(ground, ground.small_figures(part_of), COUNT)
        people = np.array([one.value if one else np.nan for one in whole], float)
        values, why_share = shares(values, people, words("why.hidden"), words("why.part"))
        why = [before or after for before, after in zip(why, why_share)]
    known = known_indicators().get(code)
    spoken = words.language
    label = getattr(known.label, spoken) if known else code
    unit = (
        "%"
        if part_of or (known and known.unit and known.unit.en in _PER_CENT)
        else getattr(known.unit, spoken)
        if known and known.unit
        else ""
    )
    level = [words("level.computed")] * ground.places.count
    return Told(
        code,
        label,
        unit,
        1,
        _HEALTH.get(code, ""),
        values,
        why,
        _unknown(ground) if code in _HEALTH else ground.places.population,
        level,
        rows[0].date,
        rows[0].source,
    )


def _by_place(ground: Ground, rows: Sequence[Figure], kind: str) -> list[Optional[Figure]]:
    """The small areas' figures summed up to every place, the region from all of them."""
    places = ground.places
    larger = {code: str(at) for code, at in zip(places.small, places.small_place) if at}
    found = {one.code: one for one in summed_up(rows, larger, {}, "", kind)}
    whole = summed_up(rows, dict.fromkeys(places.small, "0"), {}, "", kind)
    return [whole[0] if whole else None, *(found.get(str(at)) for at in range(1, places.count))]


def _why(one: Optional[Figure], words: Words) -> str:
    return words("why.hidden") if one is not None and one.status == SUPPRESSED else words("why.part")


def _health(ground: Ground, words: Words) -> Found:
    """Published figures first, each at the level that it exists for, then the statistics that can honestly be summed up."""
    table = ground.figures.tables["health_figures"]
    told = [
        _published(ground, row, words)
        for row in table.drop_duplicates("indicator").sort_values("indicator").to_dict("records")
    ]
    told += [_told(ground, code, words) for code in _HEALTH]
    known = [one for one in told if one is not None]
    return health_topic(ground.places, known, words, ground.origins("health_figures", "statistics"))


def _published(ground: Ground, row: dict, words: Words) -> Told:
    """One indicator as published: of the municipality where the areas are those, of the region always; never spread on smaller."""
    code, unit = row["indicator"], str(row["unit"] or "")
    by_level = FIGURES["health_figures"](
        ground.figures, Indicator("health_figures", code, "", row["indicator_name"] or "")
    )
    figures = {one.code: one for level in (MUNICIPALITY_LEVEL, REGION_LEVEL) for one in by_level.get(level, [])}
    wanted = (
        ground.places.codes if ground.division == MUNICIPALITY else [ground.region, *[None] * (ground.places.count - 1)]
    )
    chosen = [figures.get(place) for place in wanted]
    values, why, level = [], [], []
    for at, one in enumerate(chosen):
        value = one.value if one is not None else np.nan
        strange = unit in _PER_CENT and np.isfinite(value) and not 0 <= value <= 100
        values.append(np.nan if strange else value)
        level.append("" if one is None else words("level.region" if at == 0 else "level.municipality"))
        why.append(_why_published(one, strange, ground, words) if strange or not np.isfinite(value) else "")
    period = max((one.date for one in chosen if one is not None), default="")
    decimals = 0 if np.nanmax(np.append(values, 0)) >= 100 else 1
    return Told(code, str(row["indicator_name"] or code), "%" if unit in _PER_CENT else unit, decimals, "", np.array(values), why,
                _unknown(ground), level, period, str(row["source"] or ""))  # fmt: skip


def _unknown(ground: Ground) -> np.ndarray:
    """(p) nobody says how many stand behind a figure: they are seldom all who live there."""
    return np.full(ground.places.count, np.nan)


def _why_published(one: Optional[Figure], strange: bool, ground: Ground, words: Words) -> str:
    if strange:
        return words("why.strange")
    if one is None and ground.division != MUNICIPALITY:
        return words("why.not_for_division")
    return words("why.hidden_by_source" if one is not None and one.status == SUPPRESSED else "why.missing")


def date_of(ground: Ground, table: str) -> str:
    return max((one.date for one in ground.origins(table)), default="")
