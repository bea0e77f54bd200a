"""Who lives there: how many, how that has changed, how densely, and of what ages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Optional

import numpy as np

from .content import BARS, LINES, PYRAMID, Chart, Origin
from .figures import Figure, Found, counted, nothing, plain_value, shares, why_missing
from .places import Places, nearest_year
from .words import Words

#: How far back a change is told, and the shortest time that it is told over.
YEARS_BACK, FEWEST_YEARS = 10, 3
_STEADY = 0.5  # per cent: a change within it is none to speak of


def people_topic(
    places: Places, history: Mapping[int, np.ndarray], date: str, words: Words, origins: Sequence[Origin]
) -> Found:
    """People and their change. ``history``: year → people (p) as the statistics tell them, NaN where a part is missing."""
    population, why = counted(places.population, words("why.hidden"), words("why.missing"))
    years = sorted(year for year, values in history.items() if np.isfinite(values[0]))
    first, last = _span(years)
    change = np.full(places.count, np.nan)
    if first is not None:
        before, after = history[first], history[last]
        change = np.divide(100 * (after - before), before, out=change, where=before > 0)
    density = np.divide(places.population, places.km2, out=np.full(places.count, np.nan), where=places.km2 > 0)
    density[~np.isfinite(population)] = np.nan
    period = f"{first}–{last}" if first is not None else ""
    figures = [
        Figure("people.population", words("people.population"), population, population, words("unit.people"), 0, "", why, date),
        Figure("people.change_10y", words("people.change", period=period or "–"), change, population, "%", 1, "",
               why_missing(change, words("why.history")), period, note=period),
        Figure("people.density", words("people.density"), density, population, words("unit.per_km2"), 1, "",
               why_missing(density, words("why.missing")), date),
    ]  # fmt: skip
    text = [_people_text(at, places, figures, first, last, words) for at in range(places.count)]
    charts = [_growth(at, places, history, years[-(YEARS_BACK + 1) :], words) for at in range(places.count)]
    uncertain = [words("uncertain.people", date=date or "–")]
    return Found(
        "people", figures, text, charts, origins=origins, map="people", uncertain=uncertain,
        not_measured=[words("not_measured.people")],
    )  # fmt: skip


def _span(years: Sequence[int]) -> tuple[Optional[int], Optional[int]]:
    """The first and last of the ``years`` that a change is told between; None where they are too few."""
    if not years:
        return None, None
    first = nearest_year(years, years[-1] - YEARS_BACK)
    return (first, years[-1]) if years[-1] - first >= FEWEST_YEARS else (None, None)


def _people_text(at, places, figures, first, last, words) -> list[str]:
    population, change, density = (one.values for one in figures)
    if not np.isfinite(population[at]):
        return [words("people.few", name=places.names[at])]
    said = [words("people.number", name=places.names[at], people=words.number(population[at]))]
    if at:
        said.append(words("people.share", share=words.number(100 * population[at] / population[0], 1)))
    if np.isfinite(change[at]):
        said.append(words(f"people.{direction(change[at], _STEADY)}", first=first, last=last,
                          percent=words.number(abs(change[at]), 1)))  # fmt: skip
        if at and np.isfinite(change[0]):
            said.append(
                words(f"people.region_{direction(change[0], _STEADY)}", percent=words.number(abs(change[0]), 1))
            )
    else:
        said.append(words("people.no_history"))
    spread = words("people.spread", density=words.number(density[at], 1)) if np.isfinite(density[at]) else ""
    return [" ".join(said), *([spread] if spread else [])]


def direction(change: float, steady: float) -> str:
    """``up``, ``down``, or ``steady`` where the change is within ``steady`` either way."""
    return "steady" if abs(change) < steady else "up" if change > 0 else "down"


def _growth(at, places, history, years, words) -> list[Chart]:
    """People by year with the first year as 100, beside the region's."""
    rows = [at] if at == 0 else [at, 0]
    if len(years) < 3 or not all(history[years[0]][row] > 0 for row in rows):
        return []
    series = {
        places.names[row]: [plain_value(100 * history[year][row] / history[years[0]][row]) for year in years]
        for row in rows
    }
    title = words("people.growth", first=years[0])
    return [Chart(LINES, title, "index", [str(year) for year in years], series, decimals=1)]


def age_topic(
    places: Places, ages: np.ndarray, labels: Sequence[str], date: str, words: Words, origins: Sequence[Origin]
) -> Found:
    """Ages from the points' people by age ``ages`` (n, g) in five-year groups ``labels`` (g), youngest first; the last is open."""
    if not np.isfinite(ages[places.of(0)]).any():
        return nothing("age", places.count, words("missing.age"), words, origins)
    by_place = np.stack([places.sums(column) for column in ages.T], axis=1)  # (p, g)
    total = by_place.sum(axis=1)
    hidden, missing = words("why.hidden"), words("why.missing")
    figures = []
    for key, columns in (("under_20", slice(0, 4)), ("20_64", slice(4, 13)), ("65_plus", slice(13, None)), ("80_plus", slice(16, None))):  # fmt: skip
        values, why = shares(by_place[:, columns].sum(axis=1), total, hidden, missing)
        figures.append(Figure(f"age.{key}", words(f"age.{key}"), values, total, "%", 1, "", why, date))
    text = [_age_text(at, places, figures, words) for at in range(places.count)]
    return Found(
        "age", figures, text, [[_pyramid(at, places, by_place, labels, words)] for at in range(places.count)],
        origins=origins, uncertain=[words("uncertain.age")], not_measured=[words("not_measured.age")],
    )  # fmt: skip


def _age_text(at, places, figures, words) -> list[str]:
    young, _, old, oldest = (one.values for one in figures)
    if not np.isfinite(old[at]):
        return [words("age.unknown", name=places.names[at])]
    first = words("age.old", name=places.names[at], old=words.number(old[at], 1), beside=beside(old, at, 1, words))
    more = [
        words(key, **{name: words.number(values[at], 1)}, beside=beside(values, at, 1, words))
        for key, name, values in (("age.oldest", "oldest", oldest), ("age.young", "young", young))
        if np.isfinite(values[at])
    ]
    return [first, *([" ".join(more)] if more else [])]


def beside(values: np.ndarray, at: int, decimals: int, words: Words) -> str:
    """The region's value in a half sentence; nothing in the region's own chapter, or where it has none."""
    if at == 0 or not np.isfinite(values[0]):
        return ""
    return words("beside", region=words.number(values[0], decimals))


def _pyramid(at, places, by_place, labels, words) -> Chart:
    rows = [at] if at == 0 else [at, 0]
    series = {}
    for row in rows:
        told, _ = counted(by_place[row], "", "")
        share = 100 * told / by_place[row].sum() if by_place[row].sum() > 0 else np.full(len(told), np.nan)
        series[places.names[row]] = [plain_value(one) for one in share]
    return Chart(
        PYRAMID if at else BARS, words("age.pyramid"), words("unit.share_of_people"), labels, series, decimals=1
    )
