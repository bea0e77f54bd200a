"""Two results of travel times compared: per point, per area and summed up, with who gains and who loses."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended, fields_of, numbers
from ...adapters.provenance import Account
from ...adapters.reading import UNCHECKED, Cancelled
from ...core.scenarios.compare import GAINED, LOST, NEVER, by_area, compare, summarise
from ...i18n import tr
from ..extending import ExtendingAlgorithm
from .comparison import groups_of, read_areas, read_comparison

_UNITS = {
    "person_minutes": "person-minutes", "person_km": "person-km", "km_per_visit": "km", "mean": "minutes",
    "p90": "minutes", "maximum": "minutes",
}  # fmt: skip


class CompareScenarios(ExtendingAlgorithm):
    ID = "comparescenarios"
    GROUP = "scenarios"
    ADDED_TO = "BEFORE"
    TAGS = ("scenario", "compare", "before after", "gainers", "losers", "jämföra", "före efter", "vinnare", "förlorare")

    def displayName(self):
        return tr("Compare scenarios")

    def shortHelpString(self):
        return tr(
            "Compares two layers of travel times to the same people, such as two results of Nearest facility before and "
            "after a scenario: who gets nearer, who gets farther, and who gains or loses reach altogether.\n\n"
            "OUTPUT is the points of BEFORE with minutes_before, minutes_after, change (minutes; plus is farther) and reach: "
            "ok, lost, gained or never. AREA_OUTPUT has the same per area: people, mean minutes before and after, gainers, "
            "losers, and people who lose or gain reach.\n\n"
            "SUMMARY has one row per measure for all, for each AREA_TYPE, each fifth of people by AREA_INDEX (5 = highest "
            "index), and each field of BEFORE that begins with age_: people without reach, gainers, losers, person-minutes, "
            "mean, 90th percentile, maximum, shares past 30, 60 and 90 minutes, person-km and km per visit. Minutes and km are "
            "of one trip, one way. With AREA_INDEX, quintile_ratio comes first: mean minutes of the fifth with the highest index over "
            "those of the fifth with the lowest; above 1, those with the highest index travel longer.\n\n"
            "Minutes and km are compared over those who have reach both before and after; who loses or gains reach is counted "
            "apart, never as 0. The shares have everyone in the denominator, and who has no reach is past every limit; the "
            "limit itself is within. POPULATION is counted; VISITS (trips per year at each point) weights minutes, km and "
            "shares, and is POPULATION where it is blank. Age groups are weighted by their own number of people.\n\n"
            "Km need METRES in both layers; else those rows are empty and say why. A change up to THRESHOLD_MINUTES counts as "
            "none.\n\n"
            "Method: the measures of level structuring (nivåstrukturering). They say nothing of effects on health."
        )

    def initAlgorithm(self, config=None):
        point, vector, polygon = (
            [kind]
            for kind in (
                QgsProcessing.SourceType.TypeVectorPoint,
                QgsProcessing.SourceType.TypeVector,
                QgsProcessing.SourceType.TypeVectorPolygon,
            )
        )
        numeric = QgsProcessingParameterField.DataType.Numeric
        self._source(
            "BEFORE", tr("Travel times before (points)"), point, tr("Whose people and geometry are used."), False
        )
        self._source("AFTER", tr("Travel times after"), vector, tr("The same people by id, with other times."), False)
        for name, label, layer, default, kind, text in (
            ("ORIGIN_ID", tr("Origin id (field)"), "BEFORE", "origin_id", None, tr("Joins the two layers; in both.")),
            ("MINUTES_BEFORE", tr("Minutes before (field)"), "BEFORE", "minutes_1", numeric, tr("Empty = no reach.")),
            ("MINUTES_AFTER", tr("Minutes after (field)"), "AFTER", "minutes_1", numeric, tr("Empty = no reach.")),
            ("METRES_BEFORE", tr("Metres before (field)"), "BEFORE", "metres_1", numeric, tr("Length of the trip.")),
            ("METRES_AFTER", tr("Metres after (field)"), "AFTER", "metres_1", numeric, tr("Length of the trip.")),
            ("POPULATION", tr("Number of people (field; blank = one per point)"), "BEFORE", None, numeric,
             tr("How many people each point stands for. A missing or negative number stops the tool.")),
            ("VISITS", tr("Visits (field; blank = people)"), "BEFORE", None, numeric,
             tr("How often people there travel, as visits per year, or people at another season.")),
        ):  # fmt: skip
            self._field(name, label, layer, text, default, kind)
        self._source("AREAS", tr("Areas"), polygon, tr("Such as DeSO; needed for AREA_OUTPUT and groups of areas."))
        for name, label, layer, default, kind, text in (
            ("ORIGIN_AREA", tr("Area code of the people (field)"), "BEFORE", "area_code", None, tr("Joins to AREAS.")),
            ("AREA_CODE", tr("Area code (field)"), "AREAS", "area_code", None, tr("Names each area.")),
            ("AREA_TYPE", tr("Area type (field)"), "AREAS", None, None, tr("Groups the summary, such as area type 1–5.")),
            ("AREA_INDEX", tr("Index (field)"), "AREAS", None, numeric,
             tr("Groups the summary in fifths of people by this index, such as the Care Need Index.")),
        ):  # fmt: skip
            self._field(name, label, layer, text, default, kind)
        self._add(
            QgsProcessingParameterNumber(
                "THRESHOLD_MINUTES",
                tr("Smallest change that counts (minutes)"),
                QgsProcessingParameterNumber.Type.Double,
                0,
                minValue=0,
            ),
            tr("People whose time changes no more than this neither gain nor lose."),
        )
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Change in travel time")))
        for name, label in (
            ("AREA_OUTPUT", tr("Change in travel time per area")),
            ("SUMMARY", tr("Summary of the comparison")),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, label, optional=True, createByDefault=False))

    def _source(self, name, label, kinds, text, optional=True):
        self._add(QgsProcessingParameterFeatureSource(name, label, kinds, optional=optional), text)

    def _field(self, name, label, layer, text, default, kind):
        kind = QgsProcessingParameterField.DataType.Any if kind is None else kind
        self._add(QgsProcessingParameterField(name, label, default, layer, kind, optional=True), text)

    def checkParameterValues(self, parameters, context):
        if parameters.get("AREAS") in (None, "") and any(
            parameters.get(name) not in (None, "") for name in ("AREA_OUTPUT", "AREA_TYPE", "AREA_INDEX")
        ):
            return False, tr("AREA_OUTPUT, AREA_TYPE and AREA_INDEX need AREAS.")
        needed = ["ORIGIN_ID", "MINUTES_BEFORE", "MINUTES_AFTER"]
        needed += ["ORIGIN_AREA", "AREA_CODE"] if parameters.get("AREAS") not in (None, "") else []
        blank = [name for name in needed if not self.parameterAsString(parameters, name, context)]
        if blank:
            return False, tr("{names} must name a field.").format(names=", ".join(blank))
        return super().checkParameterValues(parameters, context)

    def added_columns(self, parameters, context):
        columns = [
            Column("minutes_before", "real", tr("Travel time before (min)")),
            Column("minutes_after", "real", tr("Travel time after (min)")),
            Column("change", "real", tr("Change in travel time (min)")),
            Column("reach", "text", tr("Reach (ok, lost, gained, never)")),
        ]
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        account.name_columns("AREA_OUTPUT", _area_columns(with_name=True, with_kind=True))
        account.name_columns("SUMMARY", _summary_columns())
        read = read_comparison(self, parameters, context, account, feedback)
        threshold = self.parameterAsDouble(parameters, "THRESHOLD_MINUTES", context)
        compared = compare(read.before.minutes, read.after.minutes, threshold)
        _say_change(compared, read.people, account, feedback)
        areas = read_areas(self, parameters, read, context, account, feedback)
        rows = self._summary(parameters, read, areas, threshold, account, feedback)
        if feedback.isCanceled():
            raise Cancelled
        with Outputs(self, parameters, context, feedback) as outputs:
            source = self.source(parameters, "BEFORE", context)
            values = zip(
                numbers(read.before.minutes), numbers(read.after.minutes), numbers(compared.change), compared.reach
            )
            added = {int(fid): [*row[:3], str(row[3])] for fid, row in zip(read.points.fids, values)}
            fields = extended(source.fields(), self.added_columns(parameters, context))
            copied = self.copied(source, added)
            outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), copied, len(added))
            if areas is not None:
                self._write_areas(parameters, context, outputs, read, areas, threshold)
            fields = fields_of(_summary_columns())
            outputs.write("SUMMARY", fields, NO_GEOMETRY, QgsCoordinateReferenceSystem(), ((None, row) for row in rows))
        self.keep(account, outputs.results, context)
        return outputs.results

    def _summary(self, parameters, read, areas, threshold, account, feedback):
        if parameters.get("SUMMARY") is None:
            return []
        rows = []
        for kind, name, people, visits in groups_of(read, areas, account, feedback):
            if feedback.isCanceled():
                raise Cancelled
            for measure in summarise(read.before, read.after, people, visits, threshold):
                unit = _UNITS.get(measure.name, "share" if measure.name.startswith("share") else "people")
                note = read.why_no_km if "km" in measure.name else None
                rows.append([kind, name, measure.name, *numbers(measure[1:]), unit, note or None])
        return [*_quintile_ratio(rows), *rows]

    def _write_areas(self, parameters, context, outputs, read, areas, threshold):
        source = self.source(parameters, "AREAS", context)
        found = by_area(
            read.before.minutes, read.after.minutes, read.people, read.visits, areas.of, len(areas.codes), threshold
        )
        columns = [
            areas.codes,
            *([areas.names] if areas.names is not None else []),
            *([areas.kinds] if areas.kinds is not None else []),
            *(numbers(values) for values in found[:3]),
            numbers(found.mean_after - found.mean_before),
            *(numbers(values) for values in found[3:]),
            _area_reach(read, areas),
        ]
        values = dict(zip(areas.fids, zip(*columns)))
        fields = fields_of(_area_columns(areas.names is not None, areas.kinds is not None))
        request = QgsFeatureRequest().setSubsetOfAttributes([])
        rows = ((feature.geometry(), values[feature.id()]) for feature in source.getFeatures(request, UNCHECKED))
        outputs.write("AREA_OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows, len(values))


def _quintile_ratio(rows) -> list[list]:
    """The row that a planner reads first, from the means of the fifths; none where there are no fifths to compare."""
    means = {row[1]: row[3:5] for row in rows if row[:1] == ["quintile"] and row[2] == "mean"}
    pairs = list(zip(means.get("5", ()), means.get("1", ())))
    if not pairs:
        return []
    before, after = (top / bottom if top is not None and bottom else None for top, bottom in pairs)
    change = None if before is None or after is None else after - before
    return [["all", "all", "quintile_ratio", before, after, change, "ratio", None]]


def _area_columns(with_name, with_kind):
    return [
        Column("area_code", "text", tr("Area code")),
        *([Column("name", "text", tr("Name"))] if with_name else []),
        *([Column("area_type", "text", tr("Area type"))] if with_kind else []),
        Column("population", "real", tr("People")),
        Column("mean_before", "real", tr("Mean travel time before (min)")),
        Column("mean_after", "real", tr("Mean travel time after (min)")),
        Column("change", "real", tr("Change in mean travel time (min)")),
        Column("gainers", "real", tr("People who get nearer")),
        Column("losers", "real", tr("People who get farther")),
        Column("lost_reach", "real", tr("People who lose reach")),
        Column("gained_reach", "real", tr("People who gain reach")),
        Column("unreached", "real", tr("People without reach after")),
        Column("reach", "text", tr("Reach (ok, lost, gained, never, nobody)")),
    ]


def _summary_columns():
    return [
        Column("group_kind", "text", tr("Kind of group (all, area_type, quintile, age)")),
        Column("group_name", "text", tr("Group")),
        Column("measure", "text", tr("Measure")),
        Column("before", "real", tr("Before")),
        Column("after", "real", tr("After")),
        Column("change", "real", tr("Change")),
        Column("unit", "text", tr("Unit")),
        Column("note", "text", tr("Why it is empty")),
    ]


def _area_reach(read, areas):
    """What holds for most of an area's people; nobody where no one lives."""
    reach = compare(read.before.minutes, read.after.minutes).reach
    inside = areas.of >= 0
    words = ("ok", LOST, GAINED, NEVER)
    people = np.array(
        [
            np.bincount(areas.of[inside], (read.people * (reach == word))[inside], minlength=len(areas.codes))
            for word in words
        ]
    )
    return [words[most] if of.sum() > 0 else "nobody" for most, of in zip(people.argmax(0), people.T)]


def _say_change(compared, people, account, feedback):
    lost, gained, never = (round(people[compared.reach == word].sum()) for word in (LOST, GAINED, NEVER))
    account.say(
        feedback,
        tr("{gainers} people get nearer and {losers} farther; {lost} lose reach, {gained} gain it, {never} never have it.").format(
            gainers=round(people[compared.gainer].sum()), losers=round(people[compared.loser].sum()), lost=lost,
            gained=gained, never=never,
        ),
    )  # fmt: skip
