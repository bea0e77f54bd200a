"""Who lives there: how many, how that has changed, how densely, and of what ages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Optional

import numpy as np

from ..deso.small_numbers import MINIMUM, too_few
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
        few = "few" if places.population[at] < MINIMUM else "hidden"
        return [words(f"people.{few}", name=places.names[at])]
    said = [words("people.number", name=places.names[at], people=words.number(population[at]))]
    if at and population[0] > 0:
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
    values = _age_shares(by_place, total)
    figures = [
        Figure(f"age.{key}", words(f"age.{key}"), share, total, "%", 1, "",
               [missing if not everybody > 0 else "" if np.isfinite(one) else hidden for one, everybody in zip(share, total)], date)
        for key, share in values.items()
    ]  # fmt: skip
    by_place = np.stack([counted(column, "", "")[0] for column in by_place.T], axis=1)
    text = [_age_text(at, places, figures, words) for at in range(places.count)]
    return Found(
        "age", figures, text, [[_pyramid(at, places, by_place, total, labels, words)] for at in range(places.count)],
        origins=origins, uncertain=[words("uncertain.age")], not_measured=[words("not_measured.age")],
    )  # fmt: skip


def _age_shares(by_place: np.ndarray, total: np.ndarray) -> dict[str, np.ndarray]:
    """Per cent (p) of the three ages of life, and of the oldest. Where one of the three is hidden another is with it, and the
    oldest are where those of 65 to 79 are few: what is left when the others are taken away would tell of them."""
    columns = {"under_20": slice(0, 4), "20_64": slice(4, 13), "65_plus": slice(13, None), "80_plus": slice(16, None)}
    people = {key: by_place[:, some].sum(axis=1) for key, some in columns.items()}
    found = {key: shares(some, total, "", "")[0] for key, some in people.items()}
    three = list(columns)[:3]
    for at in range(len(total)):
        told = sorted((people[key][at], key) for key in three if np.isfinite(found[key][at]) and people[key][at] > 0)
        if len(told) == 2 and any(np.isnan(found[key][at]) for key in three):
            found[told[0][1]][at] = np.nan
    found["80_plus"][too_few(people["65_plus"] - people["80_plus"])] = np.nan
    return found


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


def _pyramid(at, places, by_place, total, labels, words) -> Chart:
    rows = [at] if at == 0 else [at, 0]
    series = {}
    for row in rows:
        told = _told_ages(by_place[row], total[row])
        share = 100 * told / total[row] if total[row] > 0 else np.full(len(told), np.nan)
        series[places.names[row]] = [plain_value(one) for one in share]
    return Chart(
        PYRAMID if at else BARS, words("age.pyramid"), words("unit.share_of_people"), labels, series, decimals=1
    )


def _told_ages(people: np.ndarray, total: float) -> np.ndarray:
    """People by age (g, NaN hidden) of ``total``: at least two ages are hidden where any is, and not few together."""
    hidden = np.isnan(people)
    left = total - np.nansum(people)
    if not hidden.any() or (hidden.sum() > 1 and left >= MINIMUM):
        return people
    told = people.copy()
    for at in np.argsort(np.where(people > 0, people, np.inf)):
        if (np.isnan(told).sum() > 1 and total - np.nansum(told) >= MINIMUM) or not people[at] > 0:
            break
        told[at] = np.nan
    return told
