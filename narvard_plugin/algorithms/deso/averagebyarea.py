"""What people at points have, such as minutes to care, as the mean over the people of each area."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from ...adapters.outputs import Column, Outputs, extended, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.rows import read_rows
from ...adapters.tables import texts
from ...adapters.vintages import Coded, refuse_other_vintages
from ...core.access.travel_summary import summarise_facilities
from ...i18n import number, tr
from ..areas import AreaAlgorithm


class AverageByArea(AreaAlgorithm):
    ID = "averagebyarea"
    GROUP = "deso"
    TAGS = ("mean", "average", "area", "DeSO", "aggregate", "medel", "medelrestid", "område", "sammanställ")

    def displayName(self):
        return tr("Mean over the people of each area")

    def shortHelpString(self):
        return tr(
            "Gathers what people at points have, such as minutes to the nearest health centre, into their areas: the mean, median and 90th percentile over the "
            "people, so that it can be set beside the areas' need.\n\n"
            "A point belongs to the area whose code it has in POINT_AREA. A point without a VALUE is somebody without reach: those people are in no mean, are "
            "counted in population_without, and count as past LIMIT. OUTPUT is the areas with population_with and population_without, mean, median, p90 "
            "and, where LIMIT is given, share_past.\n\n"
            "Points of no area in AREAS, and areas without any point, are counted and listed; the latter have no mean. Points and areas that say different "
            "vintages are refused: the same code may name other land in another.\n\n"
            "Method: Σ people × value / Σ people, over people with a value; quantiles are the smallest value that holds the share of the people."
        )

    def initAlgorithm(self, config=None):
        self.add_areas(tr("Areas with a code that the points have too."))
        self._add(
            QgsProcessingParameterFeatureSource(
                "POINTS", tr("People (points with a value)"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr("Such as the result of the nearest facility: squares or addresses with minutes."),
        )
        for name, label, default, numeric, optional, text in (
            ("POINT_AREA", tr("Area code of the points (field)"), "area_code", False, False, tr("Joins to the areas' AREA_CODE.")),
            ("VALUE", tr("Value (field)"), None, True, False, tr("Such as minutes_1. Empty where there is no reach.")),
            ("POPULATION", tr("Number of people (field; blank = one per point)"), None, True, True, tr("The weight of each point.")),
        ):  # fmt: skip
            self.add_field(name, label, text, layer="POINTS", default=default, numeric=numeric, optional=optional)
        self._add(
            QgsProcessingParameterNumber(
                "LIMIT",
                tr("Share of people past (value; blank = not counted)"),
                QgsProcessingParameterNumber.Type.Double,
                None,
                True,
            ),
            tr("Such as 30 minutes. The limit itself is within."),
        )
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Mean of each area")))

    def checkParameterValues(self, parameters, context):
        if not self.field(parameters, "AREA_CODE", context):
            return False, tr("{names} must name a field.").format(names="AREA_CODE")
        return super().checkParameterValues(parameters, context)

    def added_columns(self, parameters, context):
        columns = [
            Column("population_with", "real", tr("People with a value")),
            Column("population_without", "real", tr("People without (no reach)")),
            Column("mean", "real", tr("Mean")),
            Column("median", "real", tr("Median")),
            Column("p90", "real", tr("90th percentile")),
        ]
        if _has_limit(parameters):
            columns.append(Column("share_past", "real", tr("Share of people past the limit")))
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        columns = self.added_columns(parameters, context)
        account.name_columns("OUTPUT", columns)
        areas = self.read_areas(parameters, context, [], feedback)
        area, value, people = self._points(parameters, context, areas, account, feedback)
        values = self._averages(parameters, context, area, value, people, len(areas.ids))
        self._tell(areas, area, values, account, feedback)
        if feedback.isCanceled():
            raise Cancelled
        with Outputs(self, parameters, context, feedback) as outputs:
            source = self.source(parameters, "AREAS", context)
            added = dict(zip(areas.fids, map(list, zip(*map(numbers, values)))))
            fields = extended(source.fields(), columns)
            outputs.write(
                "OUTPUT", fields, source.wkbType(), source.sourceCrs(), self.copied(source, added), len(added)
            )
        self.keep(account, outputs.results, context)
        return outputs.results

    def _points(self, parameters, context, areas, account, feedback):
        """Of the points that lie in an area: its row, the value (NaN = none) and the people."""
        code, value, population = (
            self.field(parameters, name, context) for name in ("POINT_AREA", "VALUE", "POPULATION")
        )
        source = self.source(parameters, "POINTS", context)
        own = Coded(self.source(parameters, "AREAS", context), "AREAS", self.field(parameters, "AREA_CODE", context))
        refuse_other_vintages(own, [Coded(source, "POINTS", code)], feedback)
        points = read_rows(source, "POINTS", [name for name in (code, value, population) if name], "", feedback)
        people = points.counts(population, "POINTS") if population else np.ones(len(points.ids))
        bare = points.ids[np.isnan(people)]
        if len(bare):
            raise QgsProcessingException(
                tr("{n} points have no number of people in {field}: features {list}. Correct them first.")
                .format(n=len(bare), field=population, list=listed(bare))
            )  # fmt: skip
        if not population:
            account.say(feedback, tr("POPULATION is blank: each point counts as one person."))
        row = {own: at for at, own in enumerate(areas.ids)}
        codes = texts(points.columns[code])
        area = np.array([row.get(own, -1) for own in codes] or [], int)
        if not (area >= 0).any():
            raise QgsProcessingException(
                tr(
                    "No point has the code of an area. The points' first codes are {list}. Choose the same code in both."
                ).format(list=listed([own for own in dict.fromkeys(codes) if own][:3]) or "–")
            )
        outside = area < 0
        if outside.any():
            text = tr("{people} people at {n} points are in no area of AREAS: {list}.")
            strangers = listed(sorted({own or "–" for own in codes[outside]}))
            account.say(
                feedback,
                text.format(people=number(people[outside].sum()), n=int(outside.sum()), list=strangers),
                warn=True,
            )
        return area[~outside], points.amounts(value)[~outside], people[~outside]

    def _averages(self, parameters, context, area, value, people, count) -> list[np.ndarray]:
        reached = np.isfinite(value)
        found = summarise_facilities(value, np.where(reached, area, -1), people, count)
        without = np.bincount(area[~reached], weights=people[~reached], minlength=count)
        columns = [found.population, without, found.mean_minutes, found.median_minutes, found.p90_minutes]
        if _has_limit(parameters):
            past = ~(value <= self.parameterAsDouble(parameters, "LIMIT", context))
            total = np.bincount(area, weights=people, minlength=count)
            over = np.bincount(area[past], weights=people[past], minlength=count)
            columns.append(np.divide(over, total, out=np.full(count, np.nan), where=total > 0))
        return columns

    def _tell(self, areas, area, values, account, feedback):
        population, without, mean = values[:3]
        text = tr("{people} people in {n} areas have a value; {without} have none.")
        counted = {
            "people": number(population.sum()),
            "n": int(np.isfinite(mean).sum()),
            "without": number(without.sum()),
        }
        account.say(feedback, text.format(**counted), warn=bool(without.sum()))
        empty = areas.ids[np.bincount(area, minlength=len(areas.ids)) == 0]
        if len(empty):
            text = tr("{n} areas hold no point and have no mean: {list}.")
            account.say(feedback, text.format(n=len(empty), list=listed(empty)), warn=True)


def _has_limit(parameters) -> bool:
    return parameters.get("LIMIT") not in (None, "")
