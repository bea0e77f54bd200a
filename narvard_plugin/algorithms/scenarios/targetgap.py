"""How far each area is from the value that was decided for it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended, fields_of
from ...adapters.provenance import Account
from ...adapters.reading import UNCHECKED, Cancelled, as_text, listed
from ...adapters.tables import amounts, has_field, read_columns, refuse_repeated, required_amounts, texts
from ...core.scenarios.targets import HIGHER, LOWER, MUNICIPALITY, OWN, REGION, Target, gaps, meeting
from ...i18n import tr
from ...store.workspace import open_workspace
from ..extending import ExtendingAlgorithm
from ..parameters import workspace_parameter

_NEEDED = ("indicator", "area_code", "year", "target", "better")
_ALSO = ("decided_by", "decided_date", "unit")


class AreaValues(NamedTuple):
    """Areas (a): ``fids``, ``codes``, ``values`` (NaN = none), ``people``, and ``places``: codes of area, municipality and
    region."""

    fids: list
    codes: np.ndarray
    values: np.ndarray
    people: np.ndarray
    places: list


class TargetGap(ExtendingAlgorithm):
    ID = "targetgap"
    GROUP = "scenarios"
    ADDED_TO = "AREAS"
    TAGS = ("target", "target value", "gap", "goal", "follow-up", "målvärde", "mål", "uppföljning", "målbild")

    def displayName(self):
        return tr("Gap to target values")

    def shortHelpString(self):
        return tr(
            "Shows how far each area is from a decided target value (målvärde): the value minus the target, and whether the "
            "target is met.\n\n"
            "The targets are rows of indicator, area_code, year, target and better (lower or higher), with decided_by and "
            "decided_date: the table malvarde of a WORKSPACE, or another table as TARGETS. INDICATOR and YEAR choose among "
            "them. An area without a target of its own takes that of its municipality, and else of its region; target_level "
            "says whose it is. Municipality and region are read from the fields MUNICIPALITY and REGION, or are the first four "
            "and two digits of a Swedish area code.\n\n"
            "OUTPUT is the areas with target, gap, met, target_level, decided_by and decided_date. An area without a target "
            "or without a value has no gap: it is empty, counted and listed, never 0. A value that equals the target meets "
            "it. SUMMARY counts areas and people that meet the target, by whose target it is.\n\n"
            "A target says nothing of how it was decided: read decided_by before it is compared between regions.\n\n"
            "Method: gap = VALUE − target."
        )

    def initAlgorithm(self, config=None):
        numeric, anything = QgsProcessingParameterField.DataType.Numeric, QgsProcessingParameterField.DataType.Any
        polygon, vector = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVector
        self._add(
            QgsProcessingParameterFeatureSource("AREAS", tr("Areas"), [polygon]),
            tr("Areas with the value that is followed up."),
        )
        for name, label, default, kind, optional, text in (
            ("AREA_CODE", tr("Area code (field)"), "area_code", anything, True, tr("Joins to the targets' area_code.")),
            ("VALUE", tr("Value (field)"), None, numeric, False, tr("What is compared with the target, in its unit.")),
            ("POPULATION", tr("Number of people (field; blank = not counted)"), None, numeric, True,
             tr("For the people in SUMMARY.")),
            ("MUNICIPALITY", tr("Municipality code (field)"), None, anything, True,
             tr("Blank = the first four digits of the area code.")),
            ("REGION", tr("Region code (field)"), None, anything, True,
             tr("Blank = the first two digits of the area code.")),
        ):  # fmt: skip
            self._add(QgsProcessingParameterField(name, label, default, "AREAS", kind, optional=optional), text)
        self._add(
            workspace_parameter(optional=True),
            tr("Whose table malvarde holds the targets; or give TARGETS."),
        )
        self._add(
            QgsProcessingParameterFeatureSource("TARGETS", tr("Target values (table)"), [vector], optional=True),
            tr("Rows of indicator, area_code, year, target and better; or give WORKSPACE."),
        )
        self._add(QgsProcessingParameterString("INDICATOR", tr("Indicator")), tr("As it is written in the targets."))
        self._add(
            QgsProcessingParameterNumber("YEAR", tr("Year"), defaultValue=2030, minValue=1900, maxValue=2200),
            tr("The year that the target is decided for."),
        )
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Gap to the target")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "SUMMARY", tr("Who meets the target"), optional=True, createByDefault=False
            )
        )

    def checkParameterValues(self, parameters, context):
        given = [name for name in ("WORKSPACE", "TARGETS") if parameters.get(name) not in (None, "")]
        if len(given) != 1:
            return False, tr("Give either WORKSPACE or TARGETS, so that it is clear which target values hold.")
        if not self.parameterAsString(parameters, "AREA_CODE", context):
            return False, tr("{names} must name a field.").format(names="AREA_CODE")
        return super().checkParameterValues(parameters, context)

    def added_columns(self, parameters, context):
        columns = [
            Column("target", "real", tr("Target value")),
            Column("gap", "real", tr("Value minus target")),
            Column("met", "flag", tr("Meets the target")),
            Column("target_level", "text", tr("Whose target (own, municipality, region)")),
            Column("decided_by", "text", tr("Decided by")),
            Column("decided_date", "text", tr("Date of the decision")),
        ]
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        account.name_columns("SUMMARY", _summary_columns())
        areas = self._areas(parameters, context, account, feedback)
        targets = self._targets(parameters, context, account, feedback)
        found = gaps(areas.values, areas.places, targets)
        _tell(found, areas, account, feedback)
        if feedback.isCanceled():
            raise Cancelled
        with Outputs(self, parameters, context, feedback) as outputs:
            source = self.source(parameters, "AREAS", context)
            fields = extended(source.fields(), self.added_columns(parameters, context))
            added = dict(zip(areas.fids, map(_attributes, found)))
            rows = self.copied(source, added)
            outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows, len(added))
            rows = [(None, row) for row in _summary(found, areas, self._counts_people(parameters, context))]
            outputs.write("SUMMARY", fields_of(_summary_columns()), NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows)
        self.keep(account, outputs.results, context)
        return outputs.results

    def _counts_people(self, parameters, context) -> bool:
        return bool(self.parameterAsString(parameters, "POPULATION", context))

    def _areas(self, parameters, context, account, feedback) -> AreaValues:
        source = self.source(parameters, "AREAS", context)
        code, value, people, municipality, region = (
            self.parameterAsString(parameters, name, context)
            for name in ("AREA_CODE", "VALUE", "POPULATION", "MUNICIPALITY", "REGION")
        )
        wanted = list(dict.fromkeys(name for name in (code, value, people, municipality, region) if name))
        columns = read_columns(source, "AREAS", wanted, feedback)
        request = QgsFeatureRequest().setSubsetOfAttributes([]).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        fids = [feature.id() for feature in source.getFeatures(request, UNCHECKED)]
        codes = texts(columns[code])
        refuse_repeated([own for own in codes if own is not None], "AREAS", code)
        if any(own is None for own in codes):
            text = tr("{n} areas have no code in {field}, and take only the targets that their other fields name.")
            account.say(feedback, text.format(n=sum(own is None for own in codes), field=code), warn=True)
        own_municipality = texts(columns[municipality]) if municipality else [_leading(own, 4) for own in codes]
        own_region = texts(columns[region]) if region else [_leading(own, 2) for own in codes]
        count = np.ones(len(codes))
        if people:
            count = required_amounts(columns[people], codes, people, "AREAS")
        places = list(zip(codes, own_municipality, own_region))
        return AreaValues(fids, codes, amounts(columns[value]), count, places)

    def _targets(self, parameters, context, account, feedback) -> dict[str, Target]:
        indicator = self.parameterAsString(parameters, "INDICATOR", context).strip()
        year = self.parameterAsInt(parameters, "YEAR", context)
        columns = self._target_columns(parameters, context, feedback)
        names, years = texts(columns["indicator"]), amounts(columns["year"])
        rows = np.flatnonzero((names == indicator) & (years == year))
        if len(rows) == 0:
            known = sorted({f"{name} {int(own)}" for name, own in zip(names, years) if name and np.isfinite(own)})
            raise QgsProcessingException(
                tr("There is no target for {indicator} in {year}. There are targets for: {known}.").format(
                    indicator=indicator, year=year, known=listed(known) or "–"
                )
            )
        codes = texts(columns["area_code"])[rows]
        refuse_repeated(codes.tolist(), tr("the targets"), "indicator, area_code, year")
        values = amounts(columns["target"])[rows]
        better = texts(columns["better"])[rows]
        wrong = [
            as_text(code)
            for code, value, word in zip(codes, values, better)
            if code is None or not np.isfinite(value) or word not in (LOWER, HIGHER)
        ]
        if wrong:
            raise QgsProcessingException(
                tr("{n} targets lack an area code, a number, or lower or higher in better: {list}. Correct them first.")
                .format(n=len(wrong), list=listed(wrong))
            )  # fmt: skip
        if len(set(better)) > 1:
            raise QgsProcessingException(
                tr("The targets for {indicator} in {year} do not agree on whether lower or higher is better.").format(
                    indicator=indicator, year=year
                )
            )
        told = {name: texts(columns[name])[rows] for name in _ALSO}
        units = sorted({unit for unit in told["unit"] if unit})
        text = tr("{n} targets for {indicator} in {year}; {better} is better; unit: {unit}.")
        facts = {"n": len(rows), "indicator": indicator, "year": year, "better": better[0], "unit": ", ".join(units)}
        account.say(feedback, text.format(**{**facts, "unit": facts["unit"] or "–"}), warn=len(units) > 1)
        return {
            code: Target(float(value), word, by, date, unit)
            for code, value, word, by, date, unit in zip(
                codes, values, better, told["decided_by"], told["decided_date"], told["unit"]
            )
        }

    def _target_columns(self, parameters, context, feedback) -> dict[str, list]:
        if parameters.get("TARGETS") not in (None, ""):
            source = self.source(parameters, "TARGETS", context)
            there = [name for name in _ALSO if has_field(source, name)]
            columns = read_columns(source, "TARGETS", [*_NEEDED, *there], feedback)
        else:
            with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), writable=False) as workspace:
                table = workspace.read("malvarde")
            columns = {
                name: [None if pd.isna(value) else value for value in table[name]] for name in (*_NEEDED, *_ALSO)
            }
        count = len(columns["indicator"])
        return {**{name: [None] * count for name in _ALSO}, **columns}


def _leading(code, digits: int):
    """The code that a longer Swedish area code begins with; None where it does not begin with so many digits."""
    head = (code or "")[:digits]
    return head if len(code or "") > digits and head.isdigit() and len(head) == digits else None


def _attributes(gap) -> list:
    if gap.target is None:
        return [None] * 6
    return [gap.target.value, gap.gap, gap.met, gap.level, gap.target.decided_by, gap.target.decided_date]


def _summary_columns():
    return [
        Column("group_name", "text", tr("Whose target (all, own, municipality, region; no_target, no_value)")),
        Column("areas", "integer", tr("Areas")),
        Column("areas_met", "integer", tr("Areas that meet it")),
        Column("share_areas", "real", tr("Share of areas that meet it")),
        Column("population", "real", tr("People")),
        Column("population_met", "real", tr("People in areas that meet it")),
        Column("share_population", "real", tr("Share of people in areas that meet it")),
    ]


def _summary(found, areas, with_people) -> list[list]:
    rows = []
    for name, level in (("all", None), (OWN, OWN), (MUNICIPALITY, MUNICIPALITY), (REGION, REGION)):
        met = meeting(found, areas.people, level)
        share = met.areas_met / met.areas if met.areas else None
        people = [met.people, met.people_met, met.people_met / met.people if met.people else None]
        rows.append([name, met.areas, met.areas_met, share, *(people if with_people else [None] * 3)])
    for name, left in _left(found).items():
        people = float(areas.people[left].sum()) if with_people else None
        rows.append([name, len(left), None, None, people, None, None])
    return rows


def _left(found) -> dict[str, list[int]]:
    """The areas that have no gap, by what they lack."""
    return {
        "no_target": [row for row, gap in enumerate(found) if gap.target is None],
        "no_value": [row for row, gap in enumerate(found) if gap.target is not None and gap.gap is None],
    }


def _tell(found, areas, account, feedback):
    met = meeting(found, areas.people)
    text = tr("{met} of {n} areas meet the target.")
    account.say(feedback, text.format(met=met.areas_met, n=met.areas))
    left = _left(found)
    for text, rows in (
        (tr("{n} areas have no target, nor has their municipality or region: {list}."), left["no_target"]),
        (tr("{n} areas have a target but no value: {list}."), left["no_value"]),
    ):
        if rows:
            account.say(feedback, text.format(n=len(rows), list=listed(areas.codes[rows])), warn=True)
