"""The people of areas in coming years, under a forecast for their municipality or county."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
)

from ...adapters.outputs import Column, Outputs, extended, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.tables import read_columns, refuse_repeated, required_amounts, texts
from ...core.deso.forecast import OutsideForecast, level_in, places_of, share_out, with_planned
from ...i18n import tr
from ..areas import AreaAlgorithm
from ..parameters import parts_of

_EVERYBODY = "total"


class _Forecast(NamedTuple):
    """A forecast's ``codes`` of places, and per age group and place its people by year."""

    codes: list[str]
    series: dict[str, dict[str, dict[int, float]]]


class Forecast(AreaAlgorithm):
    ID = "forecast"
    GROUP = "deso"
    ONE_VINTAGE = True
    TAGS = (
        "forecast",
        "population",
        "horizon",
        "2030",
        "2050",
        "prognos",
        "befolkningsprognos",
        "framskrivning",
        "målbild",
    )

    def displayName(self):
        return tr("People in coming years (forecast)")

    def shortHelpString(self):
        return tr(
            "Gives areas the people of coming years under a forecast for their municipality or county.\n\n"
            "A forecast says how many people a place will have, not where in it they will live. It is shared out by the areas' people "
            "today, plus those that plans add (PLANNED), so that the areas of a municipality sum to its forecast. With AGE_FIELDS "
            "each age group is shared out by itself, so that areas with many old people today grow old; planned people have the ages of their area, or of all "
            "areas where nobody lives today.\n\n"
            "FORECAST has one row per place and year, and per age group where FORECAST_AGE is given. An area takes the forecast whose code "
            "its own code begins with: its municipality's if the table has any, else its county's; the two are never mixed. YEAR is one "
            "year or several with ; between them. A year between two of the forecast lies on a straight line, which is said; a year "
            "outside it stops the tool.\n\n"
            "OUTPUT is the areas with population_2030 and so on. An area without a forecast, or without people to share by, has no "
            "value: it is counted and listed.\n\n"
            "Read with care: the farther ahead and the smaller the area, the less the figure says. New dwellings move people more than anything; "
            "give them as PLANNED.\n\n"
            "Method: population_y(a) = w(a) / Σ w(place) × forecast_y(place), w = people today + planned."
        )

    def initAlgorithm(self, config=None):
        self.add_areas(tr("Areas, or squares, with their people today."))
        self.add_field("POPULATION", tr("Number of people today (field)"), tr("What the forecast is shared out by."))
        self.add_field(
            "AGE_FIELDS",
            tr("People by age (fields; blank = only the total)"),
            tr("Named as the forecast's age groups, such as age_0_4. Each is shared out by itself."),
            optional=True,
            many=True,
        )
        self.add_field(
            "PLANNED",
            tr("People that plans add (field)"),
            tr(
                "New people from dwellings in plans. They count as people in every YEAR that the forecast is shared out: run a year at a time, each with those that have moved in by then."
            ),
            optional=True,
        )
        self.add_field(
            "PLACE_CODE",
            tr("Code of the area's place in the forecast (field; blank = beginning of AREA_CODE)"),
            tr("For areas whose code does not begin with that of the municipality or county."),
            numeric=False,
            optional=True,
            advanced=True,
        )
        table = [QgsProcessing.SourceType.TypeVector]
        self._add(
            QgsProcessingParameterFeatureSource("FORECAST", tr("Forecast (table)"), table),
            tr("One row per place and year, such as the workspace's table forecasts or one from Statistics Sweden."),
        )
        for name, label, default, numeric, optional, text in (
            ("FORECAST_CODE", tr("Code of the place (field)"), "code", False, False, tr("Municipality, county or area.")),
            ("FORECAST_YEAR", tr("Year (field)"), "year", False, False, tr("Whole years.")),
            ("FORECAST_POPULATION", tr("Number of people (field)"), "population", True, False, tr("Of the place that year.")),
            ("FORECAST_AGE", tr("Age group (field)"), None, False, True,
             tr("Where the forecast has rows by age. Rows of the group total are everybody.")),
        ):  # fmt: skip
            self.add_field(name, label, text, layer="FORECAST", default=default, numeric=numeric, optional=optional)
        self._add(
            QgsProcessingParameterString("YEAR", tr("Year or years (with ; between)"), "2030;2040;2050"),
            tr("The horizons: each year becomes a field of its own."),
        )
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("People in coming years")))

    def checkParameterValues(self, parameters, context):
        years = parts_of(self.parameterAsString(parameters, "YEAR", context))
        if not years or not all(year.isdigit() and len(year) == 4 for year in years):
            return False, tr("YEAR must be a year, or several with ; between them, such as 2030;2040.")
        if len(set(years)) < len(years):
            return False, tr("YEAR names the same year twice.")
        if self._ages(parameters, context) and not self.field(parameters, "FORECAST_AGE", context):
            return False, tr("AGE_FIELDS need the forecast's field of age groups: give FORECAST_AGE.")
        if not self.field(parameters, "AREA_CODE", context) and not self.field(parameters, "PLACE_CODE", context):
            return False, tr("Give AREA_CODE or PLACE_CODE, so that each area finds its forecast.")
        return super().checkParameterValues(parameters, context)

    def added_columns(self, parameters, context):
        columns = []
        for year in self._years(parameters, context):
            columns.append(Column(f"population_{year}", "real", tr("People {year} (forecast)").format(year=year)))
            for age in self._ages(parameters, context):
                columns.append(
                    Column(f"{age}_{year}", "real", tr("{age}, {year} (forecast)").format(age=age, year=year))
                )
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        ages = self._ages(parameters, context)
        names = [self.field(parameters, name, context) for name in ("POPULATION", "PLANNED", "PLACE_CODE")]
        areas = self.read_areas(parameters, context, [*names, *ages], feedback)
        forecast = self._forecast(parameters, context, feedback)
        place = self._places(names[2], areas, forecast, account, feedback)
        weights = self._weights(names, ages, areas, account, feedback)
        values = []
        for year in self._years(parameters, context):
            if feedback.isCanceled():
                raise Cancelled
            values += _in_year(year, weights, place, forecast, account, feedback)
        with Outputs(self, parameters, context, feedback) as outputs:
            source = self.source(parameters, "AREAS", context)
            fields = extended(source.fields(), self.added_columns(parameters, context))
            added = dict(zip(areas.fids, map(list, zip(*map(numbers, values)))))
            rows = self.copied(source, added)
            outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows, len(added))
        self.keep(account, outputs.results, context)
        return outputs.results

    def _years(self, parameters, context) -> list[int]:
        return [int(year) for year in parts_of(self.parameterAsString(parameters, "YEAR", context)) if year.isdigit()]

    def _ages(self, parameters, context) -> list[str]:
        return self.field_list(parameters, "AGE_FIELDS", context)

    def _weights(self, names, ages, areas, account, feedback) -> dict[str, np.ndarray]:
        """Per age group (or everybody) what the forecast is shared out by."""
        population, planned, _ = names
        people = areas.counts(population, "AREAS")
        added = np.nan_to_num(areas.counts(planned, "AREAS")) if planned else np.zeros(len(people))
        by_age = {age: areas.counts(age, "AREAS") for age in ages}
        for name, own in (by_age or {population: people}).items():
            _say_bare(areas.ids[np.isnan(own)], name, account, feedback)
        if not ages:
            return {_EVERYBODY: people + added}
        total = sum(by_age.values())
        gap = np.nansum(np.abs(total - people)) / max(np.nansum(people), 1)
        if gap > 0.005:
            text = tr(
                "The ages do not sum to {field}: they differ by {percent} % of the people. The ages are what is shared out."
            )
            account.say(feedback, text.format(field=population, percent=f"{100 * gap:.1f}"), warn=True)
        return with_planned(by_age, added)

    def _forecast(self, parameters, context, feedback) -> _Forecast:
        source = self.source(parameters, "FORECAST", context)
        code, year, people, age = (
            self.field(parameters, f"FORECAST_{name}", context) for name in ("CODE", "YEAR", "POPULATION", "AGE")
        )
        columns = read_columns(source, "FORECAST", [name for name in (code, year, people, age) if name], feedback)
        codes, years = texts(columns[code]), texts(columns[year])
        groups = texts(columns[age]) if age else np.full(len(codes), _EVERYBODY, object)
        keys = [f"{c} – {y} – {g}" if age else f"{c} – {y}" for c, y, g in zip(codes, years, groups)]
        odd = [key for key, c, y, g in zip(keys, codes, years, groups) if not (c and g and y and y.isdigit())]
        if odd:
            raise QgsProcessingException(
                tr("{n} rows of {layer} lack a code, a whole year or an age group: {list}. Correct them first.")
                .format(n=len(odd), layer="FORECAST", list=listed(odd))
            )  # fmt: skip
        refuse_repeated(
            keys,
            tr("FORECAST (filter it to one forecast, and to one row per place and year)"),
            ", ".join(filter(None, (code, year, age))),
        )
        series: dict[str, dict[str, dict[int, float]]] = {}
        for own, when, group, value in zip(
            codes, years, groups, required_amounts(columns[people], keys, people, "FORECAST")
        ):
            series.setdefault(group, {}).setdefault(own, {})[int(when)] = float(value)
        wanted = self._ages(parameters, context) or [_EVERYBODY]
        missing = [group for group in wanted if group not in series]
        if missing:
            raise QgsProcessingException(
                tr("FORECAST has no rows for {names}. Its age groups are: {groups}.").format(
                    names=", ".join(missing), groups=listed(sorted(series)) or "–"
                )
            )
        series = {group: series[group] for group in wanted}
        return _Forecast(sorted({own for by_place in series.values() for own in by_place}), series)

    def _places(self, place_field, areas, forecast, account, feedback) -> np.ndarray:
        codes = texts(areas.columns[place_field]) if place_field else areas.ids
        place, length = places_of(codes, forecast.codes)
        if not (place >= 0).any():
            raise QgsProcessingException(
                tr("No area has a code that begins with one of FORECAST. Its first codes are {list}.").format(
                    list=listed(forecast.codes[:3]) or "–"
                )
            )
        without = areas.ids[place < 0]
        if len(without):
            text = tr("{n} areas lie in no place of the forecast and have no value: {list}.")
            account.say(feedback, text.format(n=len(without), list=listed(without)), warn=True)
        used = len(set(place[place >= 0].tolist()))
        other = sum(len(code) == length for code in forecast.codes) - used
        text = tr("{n} forecasts are used; {other} of the same kind have no area in AREAS.")
        account.say(feedback, text.format(n=used, other=other))
        return place


def _say_bare(ids, field: str, account, feedback) -> None:
    if not len(ids):
        return
    text = tr(
        "{n} areas have no number in {field} and get no forecast of it; the others of their place share it all: {list}."
    )
    account.say(feedback, text.format(n=len(ids), field=field, list=listed(ids)), warn=True)


def _in_year(year, weights, place, forecast, account, feedback) -> list[np.ndarray]:
    """The people of ``year`` per area: the total, then each age group where there are several."""
    shared, between, left = [], set(), {}
    for group, weight in weights.items():
        levels = np.full(len(forecast.codes), np.nan)
        for at in sorted(set(place[place >= 0].tolist())):
            code = forecast.codes[at]
            if code not in forecast.series[group]:
                raise QgsProcessingException(
                    tr("FORECAST has no row of {group} for {code}. Complete it first.").format(group=group, code=code)
                )
            try:
                level = level_in(forecast.series[group][code], year)
            except OutsideForecast as error:
                raise QgsProcessingException(
                    tr("The forecast for {code} goes from {first} to {last} and says nothing of {year}.").format(
                        code=code, first=error.first, last=error.last, year=year
                    )
                ) from error
            levels[at] = level.people
            if level.interpolated:
                between.add(code)
        found = share_out(weight, place, levels)
        shared.append(found.people)
        for at in np.flatnonzero(found.left > 0):
            left[forecast.codes[at]] = left.get(forecast.codes[at], 0.0) + found.left[at]
    if between:
        text = tr(
            "{year} is not in the forecast of {n} places; their people lie on a straight line between the years that are."
        )
        account.say(feedback, text.format(year=year, n=len(between)), warn=True)
    if left:
        text = tr(
            "{year}: {people} forecast people of {n} places have nobody today to be shared out by, and their areas have no value: {list}."
        )
        text = text.format(year=year, people=f"{sum(left.values()):.0f}", n=len(left), list=listed(sorted(left)))
        account.say(feedback, text, warn=True)
    total = sum(shared)
    text = tr("{year}: {people} people in {n} areas.")
    account.say(feedback, text.format(year=year, people=f"{np.nansum(total):.0f}", n=int(np.isfinite(total).sum())))
    return [total] if _EVERYBODY in weights else [total, *shared]
