"""What changed between two versions of a plan: a map of the changes and a table of its numbers."""

from __future__ import annotations

import math

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of, numbers
from ...adapters.plan_comparison import compare
from ...adapters.plan_words import described, measure_word, reason_word, unit_word
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...core.plans.affected import PLAN
from ...core.plans.difference import ADDED, REMOVED, USUAL, Limits
from ...core.plans.difference_totals import ABOVE_DATUM, ABOVE_GROUND, USE_GROSS
from ...core.plans.uses import letters_of
from ...i18n import number, tr
from ...store.plans.cases import read_version
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from ..parameters import workspace_parameter
from .versions import chosen_versions

_REAL = QgsProcessingParameterNumber.Type.Double
_CRS = "EPSG:3006"


class PlanDifference(NarvardAlgorithm):
    ID = "plandifference"
    GROUP = "plans"
    TAGS = (
        "plan", "difference", "versions", "provisions", "change", "detaljplan", "jämför", "ändring", "planbestämmelser",
        "samråd", "granskning",
    )  # fmt: skip

    def displayName(self):
        return tr("Differences between plan versions")

    def shortHelpString(self):
        return tr(
            "Compares two versions of a plan in the register, provision by provision. Choose VERSION_A (earlier) and VERSION_B (later), or only PLAN: then its "
            "two newest versions are compared. With PLAN a version may be named by its stage, such as samråd or granskning 2.\n\n"
            "A provision is the same in both where its national identity is; else where its reference to the catalogue of provisions is the same (code, or designation and wording, where no "
            "reference is known) and the two cover each other by at least OVERLAP (intersection over union).\n\n"
            "OUTPUT has a row per change: added, removed, moved (the border), value, wording or area, with the figures before and after, their difference and unit. "
            "Strips of at most AREA_LIMIT or at most WIDTH_LIMIT wide are taken for digitising and left out. Lines and points are drawn as strips two metres wide. significant tells "
            "whether a change is above the limits: heights by HEIGHT_LIMIT, areas by SHARE_LIMIT of the greater.\n\n"
            "TABLE tells plan area, area and gross floor area per use, greatest heights and documents, before and after. Floor areas are counted with the "
            "denominators of the catalogue; those that cannot be counted are listed, and clear is then false. Heights above ground and above the datum are never mixed.\n\n"
            "Nothing is changed in the workspace. Source: the plan register; Boverket, Planbestämmelsekatalogen."
        )

    def initAlgorithm(self, config=None):
        self._add(workspace_parameter(), tr("The register that the plan is in."))
        for name, label, text in (
            ("PLAN", tr("Plan (id or designation)"), tr("Needed where a version is blank or named by its stage.")),
            (
                "VERSION_A",
                tr("Earlier version"),
                tr("Its id, or with PLAN its stage. Blank = the next newest of PLAN."),
            ),
            ("VERSION_B", tr("Later version"), tr("Its id, or with PLAN its stage. Blank = the newest of PLAN.")),
        ):
            self._add(QgsProcessingParameterString(name, label, optional=True), text)
        for name, label, default, text in (
            ("HEIGHT_LIMIT", tr("Heights: significant from (m)"), USUAL.height_m, tr("A smaller change is told, but not significant.")),
            ("AREA_LIMIT", tr("Slivers: largest area (m²)"), USUAL.area_m2, tr("A strip of this or less is no change.")),
            ("WIDTH_LIMIT", tr("Slivers: greatest width (m)"), USUAL.width_m, tr("A strip of this width or less is no change.")),
            ("SHARE_LIMIT", tr("Areas: significant from (share)"), USUAL.share, tr("Of the greater of before and after, 0–1.")),
            ("OVERLAP", tr("Same provision from (intersection over union)"), USUAL.overlap, tr("Where there is no identity to go by, 0–1.")),
        ):  # fmt: skip
            most = {} if name.endswith(("HEIGHT_LIMIT", "AREA_LIMIT", "WIDTH_LIMIT")) else {"maxValue": 1}
            self._add(
                QgsProcessingParameterNumber(name, label, _REAL, default, minValue=0, **most), text, advanced=True
            )
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Changes of the plan")))
        self.addParameter(
            QgsProcessingParameterFeatureSink("TABLE", tr("The plan in numbers, before and after"), optional=True, createByDefault=False)
        )  # fmt: skip
        for name, label in (
            ("CHANGE_COUNT", tr("Changes above the limits")),
            ("ALL_COUNT", tr("All changes")),
            ("USES_LOST_COUNT", tr("Uses that are gone")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString("USES_LOST", tr("Letters of the uses that are gone")))
        self.addOutput(QgsProcessingOutputString("AFFECTED", tr("What changed, for the rules that lean on it")))

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", _columns())
        account.name_columns("TABLE", _table_columns())
        texts = [
            self.parameterAsString(parameters, name, context).strip() for name in ("PLAN", "VERSION_A", "VERSION_B")
        ]
        limits = self._limits(parameters, context)
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), writable=False) as workspace:
            chosen = chosen_versions(workspace, *texts)
            contents = [read_version(workspace, version["version_id"]) for version in chosen]
        _say_versions(chosen, contents, account, feedback)
        comparison = compare(*contents, feedback, limits)
        if feedback.isCanceled():
            raise Cancelled
        _say_result(comparison, account, feedback)
        rows = _rows(comparison, feedback)
        with Outputs(self, parameters, context, feedback) as outputs:
            crs = QgsCoordinateReferenceSystem(_CRS)
            outputs.write("OUTPUT", fields_of(_columns()), QgsWkbTypes.Type.MultiPolygon, crs, rows)
            table = [(None, _figure(figure)) for figure in comparison.totals.figures]
            outputs.write("TABLE", fields_of(_table_columns()), NO_GEOMETRY, QgsCoordinateReferenceSystem(), table)
        self.keep(account, outputs.results, context)
        return {
            **outputs.results,
            "CHANGE_COUNT": comparison.significant,
            "ALL_COUNT": len(comparison.changes),
            "USES_LOST_COUNT": len(comparison.totals.lost),
            "USES_LOST": ";".join(comparison.totals.lost),
            "AFFECTED": ";".join(sorted(comparison.affected)),
        }

    def _limits(self, parameters, context) -> Limits:
        names = ("HEIGHT_LIMIT", "AREA_LIMIT", "WIDTH_LIMIT", "SHARE_LIMIT", "OVERLAP")
        found = Limits(*(self.parameterAsDouble(parameters, name, context) for name in names))
        if not all(math.isfinite(value) for value in found):
            raise QgsProcessingException(tr("The limits must be numbers."))
        return found


def _say_versions(chosen, contents, account, feedback) -> None:
    names = [
        tr("{stage} {number}, {date}").format(
            stage=version["stage"], number=version["number"], date=version["documents_date"] or tr("undated")
        )
        for version in chosen
    ]
    name = contents[1].case.get("name") or contents[1].case.get("plan_id")
    text = tr("{plan}: {before} is compared with {after}.")
    account.say(feedback, text.format(plan=name, before=names[0], after=names[1]))
    for version, content in zip(names, contents):
        if content.provisions.empty:
            text = tr(
                "{version} has no provisions in the register: what is not there cannot be compared, and no change does not mean that nothing changed."
            )
            account.say(feedback, text.format(version=version), warn=True)


def _say_result(comparison, account, feedback) -> None:
    totals = comparison.totals
    documents = comparison.documents
    text = tr(
        "{n} changes of provisions and plan area, {significant} of them above the limits; {documents} documents new or gone."
    )
    counts = {"n": len(comparison.changes), "significant": comparison.significant - documents, "documents": documents}
    account.say(feedback, text.format(**counts))
    if totals.lost:
        text = tr("Uses that are gone: {letters}.")
        account.say(feedback, text.format(letters=", ".join(totals.lost)), warn=True)
    for figure in totals.figures:
        told = not (math.isnan(figure.before) or math.isnan(figure.after))
        if told and figure.significant and figure.measure in (ABOVE_GROUND, ABOVE_DATUM, USE_GROSS):
            text = tr("{what}: {before} → {after} {unit}").format(
                what=measure_word(figure.measure, figure.use), before=number(figure.before), after=number(figure.after),
                unit=unit_word(figure.unit),
            )  # fmt: skip
            account.say(feedback, text)
    for side, rights in ((tr("earlier"), totals.rights_before), (tr("later"), totals.rights_after)):
        if rights.unknown_uses:
            text = tr(
                "{n} uses of the {version} version are not known: fetch Boverket's catalogue (fetchprovisions) and import the plan again. Until then a lost use may be missed."
            )
            account.say(feedback, text.format(n=len(rights.unknown_uses), version=side), warn=True)
        told = [f"{one.value.code or one.value.provision_id} ({reason_word(one.reason)})" for one in rights.unclear]
        if told:
            text = tr("{n} floor areas of the {version} version are in no sum: {list}.")
            account.say(feedback, text.format(n=len(told), version=side, list=listed(told)), warn=True)


def _columns():
    return [
        Column("change", "text", tr("Change")),
        Column("direction", "text", tr("Gained or lost")),
        Column("description", "text", tr("Description")),
        Column("kind", "text", tr("Kind of provision")),
        Column("use", "text", tr("Use")),
        Column("designation", "text", tr("Designation")),
        Column("code", "text", tr("Code in the catalogue")),
        Column("wording_before", "text", tr("Wording before")),
        Column("wording_after", "text", tr("Wording after")),
        Column("before", "real", tr("Before")),
        Column("after", "real", tr("After")),
        Column("delta", "real", tr("Difference")),
        Column("unit", "text", tr("Unit")),
        Column("area_m2", "real", tr("Area of the change (m²)")),
        Column("significant", "flag", tr("Above the limits")),
        Column("matched_by", "text", tr("Known as the same by")),
        Column("provision_before", "text", tr("Provision before (id)")),
        Column("provision_after", "text", tr("Provision after (id)")),
    ]


def _rows(comparison, feedback) -> list:
    rows = []
    before, after = comparison.before.to_dict("records"), comparison.after.to_dict("records")
    for change in comparison.changes:
        if feedback.isCanceled():
            raise Cancelled
        one = None if change.row_before is None else before[change.row_before]
        other = None if change.row_after is None else after[change.row_after]
        row = other or one
        figures = numbers([change.before, change.after, change.delta])
        if change.change in (ADDED, REMOVED):
            figures[2] = None  # nothing is no number to count from
        for direction, geometry in comparison.places(change):
            rows.append((geometry, [
                change.change, direction or None, described(change.change, change.before, change.after, change.unit),
                tr("plan area") if row["kind"] == PLAN else row["kind"],
                "".join(letters_of(row)) or None,
                row["designation"], row["code"], one and one["wording"], other and other["wording"], *figures,
                unit_word(change.unit) or None, None if geometry is None else geometry.area(), bool(change.significant),
                change.matched_by or None, _own_id(one), _own_id(other),
            ]))  # fmt: skip
    return rows


def _own_id(row):
    return None if row is None or row["kind"] == PLAN else row["provision_id"]


def _table_columns():
    return [
        Column("measure", "text", tr("Measure")),
        Column("use", "text", tr("Use or document")),
        Column("description", "text", tr("Description")),
        Column("before", "real", tr("Before")),
        Column("after", "real", tr("After")),
        Column("delta", "real", tr("Difference")),
        Column("unit", "text", tr("Unit")),
        Column("significant", "flag", tr("Above the limits")),
        Column("clear", "flag", tr("Everything could be counted")),
    ]


def _figure(figure) -> list:
    values = numbers([figure.before, figure.after, figure.delta])
    named = measure_word(figure.measure, figure.use)
    flags = bool(figure.significant), bool(figure.clear)
    return [figure.measure, figure.use or None, named, *values, unit_word(figure.unit), *flags]
