"""Care Need Index of areas or units, from head counts."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ...adapters.outputs import Column, Outputs, extended, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...core.deso.care_need import CNI_WEIGHTS, MISSING, NO_PEOPLE, CareNeed, care_need, more_than_people
from ...i18n import number, tr
from ..areas import AreaAlgorithm
from ..need_scales import say_twice_the_mean, scale_style

_SHAPES = {QgsWkbTypes.GeometryType.PolygonGeometry: "", QgsWkbTypes.GeometryType.PointGeometry: "_points"}


class CareNeedIndex(AreaAlgorithm):
    ID = "careneedindex"
    GROUP = "deso"
    TAGS = (
        "care need index",
        "CNI",
        "need",
        "socioeconomic",
        "vårdbehov",
        "vårdbehovsindex",
        "socioekonomi",
        "DeSO",
        "RegSO",
        "listade",
    )

    def __init__(self):
        super().__init__()
        self._style = "none"

    def displayName(self):
        return tr("Care Need Index (CNI)")

    def shortHelpString(self):
        return tr(
            "Computes the Care Need Index (CNI) of areas, or of units and their listed people, from seven head counts.\n\n"
            "AREAS is a layer or a table with the number of people (POPULATION) and, among them, those over 65 who live alone (OLD_ALONE), born in "
            "Eastern Europe, Asia, Africa or South America (FOREIGN_BORN), unemployed or in a labour-market measure, 16–64 (UNEMPLOYED), single parents with children up to 17 (SINGLE_PARENT), "
            "aged 1 and over who moved in during the last year (MOVED), with low education, 25–64 (LOW_EDUCATION), and under 5 (UNDER_5). They are numbers of people, not shares; one person "
            "can count in several.\n\n"
            "Two scales are in use, and must never be mixed. cni_per_person is points per person. cni_ratio is that over the nation's points per person the same year, "
            "NATIONAL_MEAN: 1 = as the nation. It changes every year and is not built in; without it cni_ratio stays empty. cni_points is the sum of points, and grows with the number of people.\n\n"
            "Where a number is missing, or nobody lives, all three are empty, and cni_status says why: ok, no_population or missing_variable. "
            "A number above POPULATION stops the tool. Whoever has bought the index from SCB should use that: Import need index (CNI).\n\n"
            "Method: points = 6.15 · over 65 alone + 5.72 · foreign born + 5.13 · unemployed + 4.19 · single parents + 4.19 · moved in + 3.97 · low education "
            "+ 3.23 · under 5. Source: SCB, Care Need Index, whose own example it reproduces."
        )

    def initAlgorithm(self, config=None):
        self.add_areas(tr("Areas or units with numbers of people. A table does as well."))
        for name, label, default, text in (
            ("OLD_ALONE", tr("Over 65 and living alone (field)"), "old_alone", tr("People over 65 who live alone.")),
            (
                "FOREIGN_BORN",
                tr("Born in Eastern Europe, Asia, Africa or South America (field)"),
                "foreign_born",
                tr("Not all who are born abroad."),
            ),
            (
                "UNEMPLOYED",
                tr("Unemployed or in a labour-market measure, 16–64 (field)"),
                "unemployed",
                tr("People aged 16–64."),
            ),
            (
                "SINGLE_PARENT",
                tr("Single parents with children up to 17 (field)"),
                "single_parent",
                tr("The parents, not the children."),
            ),
            ("MOVED", tr("Moved in during the last year, aged 1 and over (field)"), "moved", tr("Into the area.")),
            ("LOW_EDUCATION", tr("Low education, 25–64 (field)"), "low_education", tr("People aged 25–64.")),
            ("UNDER_5", tr("Under 5 (field)"), "under_5", tr("Children aged 0–4.")),
            ("POPULATION", tr("Number of people (field)"), "population", tr("Everybody, of every age.")),
        ):
            self.add_field(name, label, text, default=default)
        self._add(
            QgsProcessingParameterNumber(
                "NATIONAL_MEAN",
                tr("The nation's points per person (blank = no ratio)"),
                QgsProcessingParameterNumber.Type.Double,
                None,
                optional=True,
                minValue=0,
            ),
            tr("From SCB, for the same year as the numbers of people. It is on the scale points per person."),
        )
        self.parameterDefinition("NATIONAL_MEAN").setMetadata({"widget_wrapper": {"decimals": 6}})
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Care Need Index (CNI)")))

    def checkParameterValues(self, parameters, context):
        if self._mean(parameters, context) == 0:
            return False, tr("NATIONAL_MEAN is 0. Give the nation's points per person, or leave it blank.")
        return super().checkParameterValues(parameters, context)

    def _mean(self, parameters, context) -> float | None:
        """NATIONAL_MEAN; None where it is blank."""
        if parameters.get("NATIONAL_MEAN") in (None, ""):
            return None
        return self.parameterAsDouble(parameters, "NATIONAL_MEAN", context)

    def added_columns(self, parameters, context):
        columns = [
            Column("cni_points", "real", tr("CNI, sum of points")),
            Column("cni_per_person", "real", tr("CNI, points per person")),
            Column("cni_ratio", "real", tr("CNI, ratio to the nation (1 = the nation)")),
            Column("cni_national_mean", "real", tr("The nation's points per person, as given")),
            Column("cni_status", "text", tr("CNI, status")),
        ]
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        fields = {name: self.field(parameters, name.upper(), context) for name in (*CNI_WEIGHTS, "population")}
        source = self.source(parameters, "AREAS", context)
        areas = self.read_areas(parameters, context, list(fields.values()), feedback)
        counts = {name: areas.counts(field, "AREAS") for name, field in fields.items()}
        people = counts.pop("population")
        _refuse_more_than_people(areas.ids, counts, people, fields)
        mean = self._mean(parameters, context)
        found = care_need(counts, people, mean)
        _tell(found, areas.ids, counts, people, fields, account, feedback)
        _tell_scales(found, people, mean, account, feedback)
        if feedback.isCanceled():
            raise Cancelled
        self._style = scale_style(self, source, mean is not None, _SHAPES)
        with Outputs(self, parameters, context, feedback) as outputs:
            values = zip(*map(numbers, (found.points, found.per_person, found.ratio)), found.status)
            added = {fid: [*scales, mean, status] for fid, (*scales, status) in zip(areas.fids, values)}
            columns = extended(source.fields(), self.added_columns(parameters, context))
            rows = self.copied(source, added)
            outputs.write("OUTPUT", columns, source.wkbType(), source.sourceCrs(), rows, len(added))
        self.keep(account, outputs.results, context)
        return outputs.results

    def style_file(self, output):
        return self._style


def _refuse_more_than_people(ids, counts, people, fields) -> None:
    wrong = more_than_people(counts, people)
    if not wrong.any():
        return
    names = [fields[name] for name, count in counts.items() if (count > people).any()]
    raise QgsProcessingException(
        tr("{n} areas have more people in {fields} than in {population}: {list}. Choose fields of the same people and year.")
        .format(n=int(wrong.sum()), fields=", ".join(names), population=fields["population"], list=listed(ids[wrong]))
    )  # fmt: skip


def _tell(found: CareNeed, ids, counts, people, fields, account, feedback) -> None:
    nobody = found.status == NO_PEOPLE
    if nobody.any():
        text = tr("{n} areas have no people in {field} and no index: {list}.")
        text = text.format(n=int(nobody.sum()), field=fields["population"], list=listed(ids[nobody]))
        account.say(feedback, text, warn=True)
    for name, count in counts.items():
        bare = np.isnan(count) & (found.status == MISSING)
        if bare.any():
            text = tr("{n} areas have no number in {field} and no index: {list}.")
            text = text.format(n=int(bare.sum()), field=fields[name], list=listed(ids[bare]))
            account.say(feedback, text, warn=True)
    parts = [fields[name] for name, count in counts.items() if (np.nan_to_num(count) % 1 != 0).any()]
    if parts:
        text = tr("Not whole people in {fields}. The index is made of numbers of people: shares would make it wrong.")
        account.say(feedback, text.format(fields=", ".join(parts)), warn=True)


def _tell_scales(found: CareNeed, people, mean, account, feedback) -> None:
    told = np.isfinite(found.points)
    own = found.points[told].sum() / people[told].sum() if told.any() else np.nan
    if told.any():
        text = tr("{n} areas with {people} people have an index; together they have {mean} points per person.")
        text = text.format(n=int(told.sum()), people=f"{people[told].sum():.0f}", mean=number(own))
        account.say(feedback, text)
    if mean is None:
        text = tr("NATIONAL_MEAN is blank: cni_ratio is empty. cni_per_person is on the scale points per person.")
        account.say(feedback, text)
        return
    text = tr("cni_ratio is cni_per_person over {mean}, the nation's points per person as given: 1 = the nation.")
    account.say(feedback, text.format(mean=number(mean)))
    say_twice_the_mean(own, mean, account, feedback)
