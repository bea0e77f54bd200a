"""Need beside access, and the people and the care of coming years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from ..deso.small_numbers import MINIMUM
from .content import LINES, Chart, Origin, Table
from .figures import Figure, Found, counted, plain_value, shares, why_missing
from .people import direction
from .places import Places
from .words import Words


class Classed(NamedTuple):
    """Small areas (a) by need and access: ``need_class`` and ``access_class`` (1–3, 3 = greatest need, poorest access; 0 none),
    ``rank`` (1 = first; 0 none), ``minutes`` and ``people`` (a), and their ``names``."""

    need_class: np.ndarray
    access_class: np.ndarray
    rank: np.ndarray
    minutes: np.ndarray
    people: np.ndarray
    names: Sequence[str]


def need_access_topic(
    places: Places, classed: Classed, date: str, words: Words, origins: Sequence[Origin], note: str = ""
) -> Found:
    """Who has great need and long to travel: people of the small areas that are in the worst third of both."""
    worst = (classed.need_class == 3) & (classed.access_class == 3)
    people, known = np.zeros(places.count), np.zeros(places.count)
    for at in range(places.count):
        rows = places.small_of(at) & (classed.rank > 0)
        people[at] = np.nansum(classed.people[rows & worst])
        known[at] = np.nansum(classed.people[rows])
    share, why = shares(people, known, words("why.hidden"), words("why.part"))
    shown = np.where(np.isfinite(share), people, np.nan)
    figures = [
        Figure("need_access.people", words("need_access.people"), shown, known, words("unit.people"), 0, "", why, date, note=note),
        Figure("need_access.share", words("need_access.share"), share, known, "%", 1, "lower", why, date, note=note),
    ]  # fmt: skip
    text = [_both_text(at, places, figures, classed, worst, words) for at in range(places.count)]
    tables = [_first_areas(at, places, classed, words) for at in range(places.count)]
    return Found(
        "need_access", figures, text, tables=tables, origins=origins, map="need_access",
        uncertain=[words("uncertain.need_access")], not_measured=[words("not_measured.need_access")],
    )  # fmt: skip


def _both_text(at, places, figures, classed, worst, words) -> list[str]:
    people, share = (one.values for one in figures)
    if not np.isfinite(share[at]):
        return [words("need_access.unknown", name=places.names[at])]
    if people[at] == 0:
        return [words("need_access.nobody", name=places.names[at])]
    areas = int((worst & places.small_of(at)).sum())
    told = {"people": words.about(people[at]), "share": words.number(share[at], 1)}
    said = words.many("need_access.lead", areas, name=places.names[at], **told)
    if at and np.isfinite(share[0]):
        said += words("beside", region=words.number(share[0], 1) + " " + words("percent"))
    long = classed.minutes[classed.access_class == 3]
    return [said + ".", words("need_access.threshold", minutes=words.number(np.nanmin(long), 1))]


def _first_areas(at, places, classed, words) -> list[Table]:
    rows = np.flatnonzero(places.small_of(at) & (classed.rank > 0) & (classed.people >= MINIMUM))
    if not len(rows):
        return []
    order = rows[np.argsort(classed.rank[rows])][:8]
    columns = [words(f"need_access.column_{one}") for one in ("area", "rank", "need", "access", "minutes", "people")]
    made = [
        [classed.names[row], int(classed.rank[row]), words(f"need_access.class_{classed.need_class[row]}"),
         words(f"need_access.class_{classed.access_class[row]}"), plain_value(classed.minutes[row]), plain_value(classed.people[row])]
        for row in order
    ]  # fmt: skip
    note = words("need_access.note", n=int((classed.rank > 0).sum()))
    return [Table(words("need_access.table"), columns, made, (0, 0, 0, 0, 0, 0), note)]


class Ahead(NamedTuple):
    """People of places (p) by year under a forecast: all, and those ``old`` (80 and over; None where it tells no ages). ``now``
    is the year that changes are counted from. ``demand``: service → year → care asked for (p)."""

    now: int
    people: Mapping[int, np.ndarray]
    old: Mapping[int, np.ndarray]
    demand: Mapping[str, Mapping[int, np.ndarray]]
    name: str


def forecast_topic(places: Places, ahead: Ahead, gaps: Sequence[str], words: Words, origins: Sequence[Origin]) -> Found:
    """People at the horizons and how the care that their ages ask for changes."""
    years = [year for year in sorted(ahead.people) if year != ahead.now]
    figures = []
    for year in years:
        shown, why = counted(np.round(ahead.people[year]), words("why.hidden"), words("why.part"))
        figures.append(Figure(f"forecast.population.{year}", words("forecast.population", year=year), shown, ahead.people[ahead.now],
                              words("unit.people"), 0, "", why, ahead.name))  # fmt: skip
        figures.append(
            _change(
                "forecast.change", year, ahead.people, ahead.now, ahead.name, words("forecast.change", year=year), words
            )
        )
        if ahead.old:
            figures.append(
                _change("forecast.old", year, ahead.old, ahead.now, ahead.name, words("forecast.old", year=year), words)
            )
    for service, by_year in ahead.demand.items():
        for year in years:
            label = words("forecast.demand", service=_service(service, words), year=year)
            figures.append(_change(f"forecast.demand.{service}", year, by_year, ahead.now, ahead.name, label, words))
    by_key = {one.key: one for one in figures}
    text = [[*_ahead_text(at, places, by_key, years, ahead, words), *gaps] for at in range(places.count)]
    charts = [_ahead_chart(at, places, ahead, words) for at in range(places.count)]
    tables = [_demand_table(at, by_key, list(ahead.demand), years, words) for at in range(places.count)]
    return Found(
        "forecast", figures, text, charts, tables, origins=origins, uncertain=[words("uncertain.forecast")],
        not_measured=[words("not_measured.forecast")],
    )  # fmt: skip


def _change(key, year, by_year, now, name, label, words) -> Figure:
    before, after = by_year[now], by_year[year]
    values = np.divide(100 * (after - before), before, out=np.full(len(before), np.nan), where=before >= MINIMUM)
    return Figure(
        f"{key}.{year}", label, values, before, "%", 1, "", why_missing(values, words("why.part")), name,
        note=str(now), shown=False,
    )  # fmt: skip


def _ahead_text(at, places, figures, years, ahead, words) -> list[str]:
    said = []
    for year in years:
        number, change = figures[f"forecast.population.{year}"].values, figures[f"forecast.change.{year}"].values
        if np.isfinite(number[at]) and np.isfinite(change[at]):
            key = f"forecast.{direction(change[at], 0.5)}"
            said.append(words(key, year=year, people=words.about(number[at]), percent=words.number(abs(change[at]))))
    if not said:
        return [words("forecast.none", name=places.names[at])]
    paragraphs = [words("forecast.lead", name=places.names[at], forecast=ahead.name) + " " + " ".join(said)]
    old = figures.get(f"forecast.old.{years[-1]}")
    if old is not None and np.isfinite(old.values[at]):
        key = f"forecast.old_{direction(old.values[at], 0.5)}"
        sentence = words(key, year=years[-1], percent=words.number(abs(old.values[at])))
        if at and np.isfinite(old.values[0]):
            sentence += words("forecast.old_region", percent=words.number(old.values[0]))
        paragraphs.append(sentence + ".")
    return paragraphs


def _service(code: str, words: Words) -> str:
    return words(f"demand.{code}") if f"demand.{code}" in words else code.replace("_", " ")


def _demand_table(at, figures, services, years, words) -> list[Table]:
    """How the care that ages ask for changes, per cent by service and year."""
    if not services:
        return []
    columns = [words("forecast.column_service"), *(str(year) for year in years)]
    rows = [
        [
            _service(service, words),
            *(plain_value(figures[f"forecast.demand.{service}.{year}"].values[at]) for year in years),
        ]
        for service in services
    ]
    return [Table(words("forecast.table"), columns, rows, [0] * len(columns), words("forecast.note"))]


def _ahead_chart(at, places, ahead, words) -> list[Chart]:
    years = sorted(ahead.people)
    series = {}
    for row in dict.fromkeys((at, 0)):
        first = ahead.people[years[0]][row]
        if not first >= MINIMUM:
            return []
        series[places.names[row]] = [plain_value(100 * ahead.people[year][row] / first) for year in years]
    title = words("forecast.chart", year=years[0])
    return [Chart(LINES, title, "index", [str(year) for year in years], series, decimals=0)]
