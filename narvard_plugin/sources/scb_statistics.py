"""Statistics by area from SCB's database (PxWebApi 2): one table, the counties, one vintage of the division."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from ..core.deso.joining import ESTIMATED
from ..core.deso.vintage import LAST_YEAR_OF_OLDER, REGSO, VINTAGES, outside_years, vintage_of_year
from ..i18n import tr
from .client import Client
from .errors import Remark, WrongChoice
from .interface import Fetched, Part
from .jsonstat import Dataset, Dimension
from .pxweb2 import Asked, Pxweb2
from .scb_regions import LEVELS, SMALLEST, Areas, areas_of, level_name
from .scb_rows import Masked, masked, rows_of, total_of, variables_of, with_sums, years_of
from .scb_tables import OTHER, Theme
from .selections import read_selection, read_years

_STATISTICS = "statistics"
_TABLE_ID = re.compile(r"[A-Za-z]+\d+")
_SHOWN, _SUGGESTED = 8, 15
#: SCB perturbs every count from this reference year on (Cell Key Method), so parts no longer sum to totals.
_FIRST_PERTURBED_YEAR = 2025


class Question(NamedTuple):
    """What one run asks: a theme's table for counties, the level and version of the division, the years, and own values."""

    theme: Theme
    #: The own county first.
    counties: Sequence[str]
    version: str = "2025"
    level: str = SMALLEST
    years: str = ""
    values: str = ""


class Earlier(NamedTuple):
    """What an earlier fetch of the same part got: the table's time of change then, and how many rows."""

    version: str
    rows: int


class ScbStatistics:
    """See `interface.Source`. ``earlier`` holds earlier fetches by part; ``held`` gives the stored rows of ``statistics``
    within some areas, vintage, variables and years."""

    ID = "scb_statistics"

    def __init__(
        self,
        url: str,
        question: Question,
        earlier: Mapping[str, Earlier],
        held: Callable[[Mapping], pd.DataFrame],
        swedish: bool = True,
    ):
        self._url, self._question, self._earlier, self._held = url, question, earlier, held
        self._language = "sv" if swedish else "en"

    def fetch(self, client: Client) -> Fetched:
        database, theme = Pxweb2(self._url, client), self._question.theme
        if not _TABLE_ID.fullmatch(theme.table):
            raise WrongChoice(_suggestions(database, theme.table))
        metadata = database.metadata(theme.table)
        if not (metadata.geo and metadata.time):
            raise WrongChoice(tr("{table} has no areas or no years.").format(table=theme.table))
        periods = years_of(metadata.of(metadata.time))
        areas = self._areas(metadata, periods)
        years, lacking = self._years(periods, areas)
        asked = self._asked(metadata, areas, years, periods)
        within = {
            "area_code": list(areas.codes),
            "vintage": [areas.vintage],
            "variable": variables_of(asked.values, metadata, theme),
            "year": years,
        }
        about = {
            "data_date": _data_date(years, metadata.updated),
            "version": metadata.updated,
            "url": f"{self._url}/tables/{theme.table}",
            "smallest_area": areas.level,
            "part": _part(asked, metadata, areas, theme),
            "licence": database.limits.licence,
        }
        stored = self._held(within)
        if self._earlier.get(about["part"]) == Earlier(metadata.updated, len(stored)) and metadata.updated:
            return Fetched((Part(_STATISTICS, stored, within),), notes=(_unchanged(theme, metadata, stored),), **about)
        answers = database.data(theme.table, asked, region=metadata.geo)
        if {answer.updated for answer in answers} != {metadata.updated}:
            raise Remark(about["url"], tr("the table was changed while it was being fetched"))
        rows = rows_of(answers, metadata, areas, theme)
        hidden = masked(rows, areas.level, areas.vintage)
        rows, kept = _with_estimates(with_sums(hidden.rows, theme), stored, areas)
        notes = [*self._notes(areas, years, lacking, rows), *_outside(hidden, kept, areas)]
        return Fetched((Part(_STATISTICS, rows, within),), notes=tuple(notes), **about)

    def _areas(self, metadata: Dataset, periods: Mapping[str, int]) -> Areas:
        asked, dimension = self._question, metadata.of(metadata.geo)
        smallest = asked.theme.smallest_area.get(asked.version) if asked.theme.read else None
        level = smallest if smallest and asked.level == SMALLEST else asked.level
        if smallest and level in LEVELS[: LEVELS.index(smallest)]:  # SCB lists areas there that it has no figures of
            raise WrongChoice(
                tr("{table} has no figures for {level}: the smallest areas that it exists for are {smallest}.").format(
                    table=asked.theme.table, level=level_name(level), smallest=level_name(smallest)
                )
            )
        try:
            return areas_of(dimension, asked.counties, level, asked.version, list(periods.values()))
        except WrongChoice as error:
            if not asked.theme.series:
                raise
            text = tr("{problem} The other vintage of the division is the theme {theme}. {note}")
            note = asked.theme.series["note"][self._language]
            raise WrongChoice(text.format(problem=error.text, theme=asked.theme.series["other"], note=note)) from error

    def _years(self, periods: Mapping[str, int], areas: Areas) -> tuple[list[int], list[int]]:
        """The years to fetch, and those asked for that the table lacks; blank is the newest that the vintage has."""
        there = sorted(periods.values())
        if not self._question.years.strip():
            valid = [year for year in there if vintage_of_year(areas.level, year) in (areas.vintage, None)]
            found, lacking = (valid or there)[-1:], []
        else:
            found, lacking = read_years(self._question.years, there)
        if found:
            return found, lacking
        raise WrongChoice(
            tr("{table} has no figures for the years {years}. It has {there}.").format(
                table=self._question.theme.table,
                years=self._question.years or "–",
                there=_span(there) or tr("no whole years"),
            )
        )

    def _asked(self, metadata: Dataset, areas: Areas, years: list[int], periods: Mapping[str, int]) -> Asked:
        """Values of every variable, checked against the table before anything is fetched."""
        own = {_variable(metadata, name).code: values for name, values in read_selection(self._question.values).items()}
        for role in (metadata.geo, metadata.time):
            if role in own:
                raise WrongChoice(tr("{name} is chosen by REGION, LEVEL, VERSION and YEARS.").format(name=role))
        values = {metadata.geo: areas.values}
        for dimension in metadata.dimensions:
            if dimension.code in (metadata.geo, metadata.time):
                continue
            chosen = own.get(dimension.code) or self._default(dimension, metadata)
            if chosen:
                values[dimension.code] = _known(dimension, chosen)
        values[metadata.time] = [value for value, year in periods.items() if year in years]
        lists = {metadata.geo: areas.code_list} if areas.code_list else {}
        return Asked(values, lists, {metadata.geo: areas.wildcards})

    def _default(self, dimension: Dimension, metadata: Dataset) -> list[str]:
        """What is asked of a variable that the user says nothing of; nothing = the table's own sum over it."""
        theme = self._question.theme
        if dimension.code in theme.select:
            return list(theme.select[dimension.code])
        if dimension.code == metadata.metric:
            return list(dimension.values)
        sex = dimension.label.lower() in ("kön", "sex") or dimension.code.lower() == "kon"
        if theme.every and not sex:
            return list(dimension.values)
        if dimension.elimination:
            return []
        total = total_of(dimension, theme)
        if total and theme.id != OTHER:
            return [total]
        if theme.every:
            return list(dimension.values)
        raise WrongChoice(
            tr("{name} ({code}) must be chosen in VALUES, such as {code}={values}.").format(
                name=dimension.label, code=dimension.code, values=",".join(dimension.values[:_SHOWN])
            )
        )

    def _notes(self, areas: Areas, years: list[int], lacking: list[int], rows: pd.DataFrame) -> list[str]:
        theme, notes = self._question.theme, []
        text = tr("{table}: {areas} areas ({division}), {years}; figures called {names}.")
        notes.append(
            text.format(
                table=theme.table,
                areas=len(areas.codes),
                division=_division(areas),
                years=_span(years),
                names=_some(rows["variable"].unique()),
            )
        )
        if lacking:
            notes.append(tr("{table} has no figures of {years}.").format(table=theme.table, years=_span(lacking)))
        if areas.level == REGSO and theme.smallest_area.get(self._question.version, REGSO) == REGSO:
            notes.append(
                tr(
                    "{table} exists for RegSO, and for no smaller areas. The tool areatypes gives a DeSO its RegSO's value, marked as such."
                ).format(table=theme.table)
            )
        if areas.level == REGSO:
            notes.append(
                tr(
                    "288 of the country's 3 363 RegSO changed border from 2020 to 2025, so the two vintages are not one series."
                )
            )
        if theme.series:
            notes.append(theme.series["note"][self._language])
        if theme.sums and max(years) >= _FIRST_PERTURBED_YEAR:
            text = tr("SCB perturbs small counts from {year} on, so sums of age groups are off by a few people.")
            notes.append(text.format(year=_FIRST_PERTURBED_YEAR))
        return notes


def _with_estimates(rows: pd.DataFrame, stored: pd.DataFrame, areas: Areas) -> tuple[pd.DataFrame, int]:
    """The rows, but with the stored estimates of years that the vintage has no figures of, and how many those are.

    They were carried over from the other vintage; a missing figure must not take their place.
    """
    keys = ["area_code", "variable", "year"]
    estimates = stored[stored["status"] == ESTIMATED]
    estimates = estimates[outside_years(areas.level, areas.vintage, estimates["year"].to_numpy(float))]
    if estimates.empty:
        return rows, 0
    own = rows.set_index(keys).index.isin(estimates.set_index(keys).index)
    return pd.concat([rows[~own], estimates[list(rows.columns)]], ignore_index=True), len(estimates)


def _outside(hidden: Masked, kept: int, areas: Areas) -> list[str]:
    if not hidden.count:
        return []
    older, newer = VINTAGES[areas.level]
    text = tr(
        "{n} figures are outside the years of {division}, of which {zeros} stand as 0 at SCB: they are missing, not 0. "
        "{older} has figures through {year} (VERSION 2018), {newer} from {next} (VERSION 2025)."
    )
    notes = [
        text.format(
            n=hidden.count,
            division=_division(areas),
            zeros=hidden.zeros,
            older=f"{level_name(areas.level)} {older}",
            newer=f"{level_name(areas.level)} {newer}",
            year=LAST_YEAR_OF_OLDER,
            next=LAST_YEAR_OF_OLDER + 1,
        )
    ]
    if kept:
        notes.append(
            tr("{n} estimates that were carried over from the other vintage stand as they were.").format(n=kept)
        )
    return notes


def _data_date(years: Sequence[int], updated: str) -> str:
    """The last day of the newest year; of a projection the day that it was made."""
    made = re.match(r"\d{4}-\d{2}-\d{2}", updated)
    return made[0] if made and int(made[0][:4]) < max(years) else f"{max(years)}-12-31"


def _unchanged(theme: Theme, metadata: Dataset, stored: pd.DataFrame) -> str:
    return tr(
        "{table} has not changed at its source since {updated}: nothing was fetched, and the {n} rows stand."
    ).format(table=theme.table, updated=metadata.updated, n=len(stored))


def _variable(metadata: Dataset, name: str) -> Dimension:
    """The variable that a user means by its code or its label."""
    for dimension in metadata.dimensions:
        if name.lower() in (dimension.code.lower(), dimension.label.lower()):
            return dimension
    raise WrongChoice(
        tr("There is no variable {name}. There are: {names}.").format(
            name=name, names=", ".join(dimension.code for dimension in metadata.dimensions)
        )
    )


def _known(dimension: Dimension, chosen: list[str]) -> list[str]:
    """The values, given by code or by label; ``*`` is all of them."""
    if chosen == ["*"]:
        return list(dimension.values)
    by_label = {label.lower(): value for value, label in zip(dimension.values, dimension.labels)}
    found = [value if value in dimension.values else by_label.get(value.lower()) for value in chosen]
    unknown = [value for value, code in zip(chosen, found) if code is None]
    if unknown:
        raise WrongChoice(
            tr("{name} ({code}) has no value {unknown}. It has: {values}.").format(
                name=dimension.label,
                code=dimension.code,
                unknown=", ".join(unknown),
                values=_some(f"{value} {label}" for value, label in zip(dimension.values, dimension.labels)),
            )
        )
    return list(dict.fromkeys(found))


def _part(asked: Asked, metadata: Dataset, areas: Areas, theme: Theme) -> str:
    """What of the source this is, so that another choice of values or years is another part."""
    beside = [
        f"{name}={','.join(values)}"
        for name, values in asked.values.items()
        if name not in (metadata.geo, metadata.time)
    ]
    times = ",".join(asked.values[metadata.time])
    counties = "+".join(sorted({code[:2] for code in areas.codes}))
    return "; ".join([f"{theme.table} {theme.id} {_division(areas)}", counties, *beside, f"{metadata.time}={times}"])


def _suggestions(database: Pxweb2, text: str) -> str:
    """The tables that the database itself finds for words instead of an id."""
    if not text.strip():
        return tr("Give TABLE_ID the id of a table, such as TAB6574, or words to find one by.")
    found = database.find(text)
    if not found:
        return tr('"{text}" is no table\'s id, and SCB finds no table with these words.').format(text=text)
    shown = "; ".join(f"{one.id} {one.label} ({one.first}-{one.last})" for one in found[:_SUGGESTED])
    return tr('"{text}" is no table\'s id. SCB finds {n} tables with these words: {tables}.').format(
        text=text, n=len(found), tables=shown
    )


def _division(areas: Areas) -> str:
    """Such as DeSO 2025; a municipality or region has no vintage of its own."""
    return f"{level_name(areas.level)} {areas.vintage}" if areas.level in VINTAGES else level_name(areas.level)


def _span(years) -> str:
    """Years as people write them: 2015–2017, 2020."""
    parts: list[list[int]] = []
    for year in years:
        if parts and year == parts[-1][-1] + 1:
            parts[-1].append(year)
        else:
            parts.append([year])
    return ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}–{part[-1]}" for part in parts)


def _some(names) -> str:
    names = list(names)
    return ", ".join(names[:_SHOWN]) + (f" … ({len(names)})" if len(names) > _SHOWN else "")
