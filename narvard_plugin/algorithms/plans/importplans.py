"""Plans of any form into the register: specification 4.1, items of the national platform, SS 637040, layers, drawings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...adapters.destination import Destination
from ...adapters.outputs import Outputs
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...core.plans.catalogue_match import Matched, match
from ...i18n import tr
from ...sources.errors import SourceError
from ...sources.plans.reading import Asked
from ...sources.plans.shapes import SYSTEMS
from ...sources.sentences import sentence
from ...store.changes import Changes
from ...store.plans.importing import ADDED, CHANGED, UNCHANGED, Kept, keep_plan
from ...store.plans.known_cases import KnownCases
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from ..data.source_row import note_source
from ..parameters import enum_parameter, workspace_parameter
from .importplans_choices import field_labels, form_labels, kind_labels, stage_labels
from .importplans_layers import plan_columns, provision_columns, write_layers
from .importplans_places import Places
from .importplans_reading import AUTO, FETCHED, Input, LayerReading, read_fetched, read_file, read_layer

_SINKS = ("OUTPUT", "PROVISIONS")


class ImportPlans(NarvardAlgorithm):
    ID = "importplans"
    GROUP = "plans"
    FIELDS_OF = "LAYER"
    TAGS = (
        "plan", "detail plan", "import", "provisions", "detaljplan", "importera", "planbestämmelser", "NGP", "GML", "SS 637040",
        "plankarta", "planområde",
    )  # fmt: skip

    def displayName(self):
        return tr("Import plans into the register")

    def shortHelpString(self):
        return tr(
            "Reads detail plans into the plan register of the workspace: the case, a version of its documents, plan areas, "
            "provisions and the addresses of documents.\n\n"
            "INPUT is a file: JSON of the national specification Detaljplan 4.1, a GeoJSON file of items of the national geodata "
            "platform, XML by SS 637040:2016, or any file with one layer of areas (GeoPackage, shapefile, DXF, GeoJSON). LAYER is "
            "a layer in QGIS instead, also one drawn by hand; the field parameters say what its fields tell. FORMAT "
            "plan_items takes the plans that were fetched into the workspace.\n\n"
            "PLAN is the id of a case in the register that the file is a version of; blank = the case with the same identity or "
            "designation, else a new one. STAGE is the stage that the documents belong to; blank = by the plan's status. "
            "MUNICIPALITY (code or name) is used where the file tells none, CRS where it tells no coordinate system or a wrong one.\n\n"
            "The same content again changes nothing; another content of the same plan and stage becomes its next version. "
            "Newer documents change name, purpose and status of the case; what somebody filled in is else left. Provisions are "
            "looked up in Boverket's catalogue when it is in the workspace; those that it does not know stay unknown and are "
            "counted.\n\n"
            "Method: coordinates are moved to SWEREF 99 TM and rounded to millimetres; areas that cross themselves are mended and "
            "counted. A file is imported whole or not at all; rows of a layer that cannot be read are left out and listed. Dwellings "
            "and the dates of samråd and granskning stand in no such file: write them in the register. Sources: the file; Boverket, "
            "Planbestämmelsekatalogen; Lantmäteriet, Nationell informationsspecifikation Detaljplan 4.1; SIS, SS 637040:2016."
        )

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterFile("INPUT", tr("Plan file"), optional=True),
            tr("The file is only read. Blank = LAYER, or the fetched plans."),
        )
        self._add(
            QgsProcessingParameterFeatureSource(
                "LAYER", tr("Layer of plan areas"), [QgsProcessing.SourceType.TypeVectorAnyGeometry], optional=True
            ),
            tr("Areas, or closed lines as in drawings. Used when INPUT is blank."),
        )
        self._add(workspace_parameter(), tr("Whose plan register the plans are kept in."))
        self._add(
            enum_parameter("FORMAT", tr("Form of the plans"), form_labels(), AUTO),
            tr("Found out from the file, unless you know better."),
        )
        self._add(
            enum_parameter("STAGE", tr("Stage of the documents"), stage_labels(), optional=True),
            tr("Blank = by the status of the plan: samråd, granskning, or adopted; else other."),
        )
        self._add(
            QgsProcessingParameterString("MUNICIPALITY", tr("Municipality (code or name)"), optional=True),
            tr("Of plans that do not tell it. With FORMAT plan_items only its plans are taken."),
        )
        self._add(
            QgsProcessingParameterCrs("CRS", tr("Coordinate system of the file"), optional=True),
            tr("SWEREF 99 TM or a local SWEREF 99 zone for plan files. Blank = as the file tells."),
        )
        self._add(
            QgsProcessingParameterString("PLAN", tr("Case that it is a version of (id)"), optional=True),
            tr("Blank = found by identity or designation, else a new case."),
        )
        self._add(
            enum_parameter("KIND", tr("Kind of case"), kind_labels(), optional=True),
            tr("Of new cases whose file does not tell it. Blank = detail plan."),
        )
        for column, (label, text) in field_labels().items():
            self._add(
                QgsProcessingParameterField(f"FIELD_{column.upper()}", label, None, "LAYER", optional=True),
                text,
                advanced=column not in ("name", "designation", "municipality", "status"),
            )
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Imported plans")))
        self.addParameter(
            QgsProcessingParameterFeatureSink("PROVISIONS", tr("Provisions"), optional=True, createByDefault=False)
        )
        for name, text in _counts().items():
            self.addOutput(QgsProcessingOutputNumber(name, text))
        self.addOutput(QgsProcessingOutputString("PLAN_IDS", tr("Ids of the cases (; between)")))
        self.addOutput(QgsProcessingOutputString("VERSION_IDS", tr("Ids of the versions (; between)")))

    def checkParameterValues(self, parameters, context):
        workspace = self.parameterAsString(parameters, "WORKSPACE", context)
        for name in _SINKS:
            if workspace and Destination(parameters.get(name)).is_in(workspace):
                return False, tr(
                    "{output} cannot be in the workspace, which is being changed. Choose another file."
                ).format(output=name)
        given = [bool(parameters.get(name)) for name in ("INPUT", "LAYER")]
        fetched = self.parameterAsEnumString(parameters, "FORMAT", context) == FETCHED
        if sum(given) + fetched != 1:
            return False, tr("Give one thing to import: INPUT, LAYER, or FORMAT plan_items.")
        crs = self.parameterAsCrs(parameters, "CRS", context)
        if parameters.get("INPUT") and crs.isValid() and crs.postgisSrid() not in SYSTEMS:
            return False, tr("CRS must be SWEREF 99 TM or one of its local zones (EPSG:3006 to 3018).")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", plan_columns())
        account.name_columns("PROVISIONS", provision_columns())
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), tool=self.ID) as workspace:
            places = Places(workspace)
            try:
                found = self._read(parameters, context, feedback, workspace, places)
            except SourceError as error:
                raise QgsProcessingException(sentence(error)) from error
            plan_id = self.parameterAsString(parameters, "PLAN", context).strip() or None
            _refuse_what_fits_nothing(found, plan_id)
            catalogue = workspace.read("plan_provisions")
            matched = [match(content, catalogue) for content in found.plans]
            if feedback.isCanceled():
                raise Cancelled
            with workspace.transaction(), Outputs(self, parameters, context, feedback) as outputs:
                kept, known = [], KnownCases(workspace)
                for at, one in enumerate(matched):
                    if feedback.isCanceled():
                        raise Cancelled
                    feedback.setProgress(100 * at / len(matched))
                    kept.append(self._keep(workspace, one, plan_id, catalogue, known, parameters, context))
                results = _results(found, matched, kept)
                _say(found, matched, kept, results, places, len(catalogue), account, feedback)
                write_layers(outputs, matched, kept)
                self._note(workspace, found, results)
        self.keep(account, outputs.results, context)
        return {**outputs.results, **results}

    def _read(self, parameters, context, feedback, workspace, places: Places) -> Input:
        asked = self._asked(parameters, context, places)
        path = self.parameterAsFile(parameters, "INPUT", context)
        form = self.parameterAsEnumString(parameters, "FORMAT", context)
        if not path and form == FETCHED:
            return read_fetched(workspace, asked)
        fields = {column: self.field(parameters, f"FIELD_{column.upper()}", context) for column in field_labels()}
        fields = {column: name for column, name in fields.items() if name}
        as_one = bool(self.parameterAsString(parameters, "PLAN", context).strip())
        if path:
            return read_file(Path(path), form, asked, LayerReading(fields, as_one, "fil"), context, feedback)
        layer = self.parameterAsVectorLayer(parameters, "LAYER", context)
        drawn = layer is not None and layer.dataProvider().name() == "memory"
        source = self.source(parameters, "LAYER", context)
        reading = LayerReading(fields, as_one, "ritad" if drawn else "fil")
        return read_layer(source, source.sourceName(), asked, reading, context, feedback)

    def _asked(self, parameters, context, places: Places) -> Asked:
        told = self.parameterAsString(parameters, "MUNICIPALITY", context).strip()
        municipality = places.code_of(told) if told else ""
        if municipality is None:
            raise QgsProcessingException(
                tr("{told} is no municipality. Write its four-digit code, or its name.").format(told=told)
            )
        crs = self.parameterAsCrs(parameters, "CRS", context)
        return Asked(places.code_of, municipality, crs.postgisSrid() if crs.isValid() else None, places.systems_at)

    def _keep(
        self, workspace, matched: Matched, plan_id, catalogue: pd.DataFrame, known: KnownCases, parameters, context
    ) -> Kept:
        kind = self.parameterAsEnumString(parameters, "KIND", context)
        return keep_plan(
            workspace,
            matched.content,
            plan_id=plan_id,
            stage=self.parameterAsEnumString(parameters, "STAGE", context) or None,
            defaults={"kind": kind} if kind else None,
            catalogue=catalogue if len(catalogue) else None,
            known=known,
        )

    def _note(self, workspace, found: Input, results: dict) -> None:
        """The row of ``sources`` that tells where the plans came from."""
        changes = Changes(results["ADDED_COUNT"], results["CHANGED_COUNT"], 0, results["UNCHANGED_COUNT"], {})
        changes = changes._replace(added=changes.added + results["VERSION_COUNT"])
        told = {"row_count": len(found.plans), "region": workspace.region}
        note_source(workspace, found.name, "plan_versions", found.sha256, changes, **told)


def _counts() -> dict[str, str]:
    return {
        "PLAN_COUNT": tr("Plans"),
        "ADDED_COUNT": tr("New cases"),
        "CHANGED_COUNT": tr("Changed cases"),
        "UNCHANGED_COUNT": tr("Unchanged cases"),
        "VERSION_COUNT": tr("New versions"),
        "AREA_COUNT": tr("Plan areas"),
        "PROVISION_COUNT": tr("Provisions"),
        "UNKNOWN_COUNT": tr("Provisions of unknown category"),
        "DOCUMENT_COUNT": tr("Documents referred to"),
        "REJECTED_COUNT": tr("Rejected rows"),
    }


def _refuse_what_fits_nothing(found: Input, plan_id: str | None) -> None:
    if not found.plans:
        reasons = "; ".join(dict.fromkeys(reason for _, reason in found.rejected))
        raise QgsProcessingException(
            tr("{name} holds no plan that could be read. {reasons}").format(name=found.name, reasons=reasons)
        )
    if plan_id and len(found.plans) > 1:
        raise QgsProcessingException(
            tr("{name} holds {n} plans, and PLAN is one. Leave PLAN blank, or choose a file of that plan.").format(
                name=found.name, n=len(found.plans)
            )
        )


def _results(found: Input, matched: Sequence[Matched], kept: Sequence[Kept]) -> dict:
    contents = [one.content for one in matched]
    return {
        "PLAN_COUNT": len({one.plan_id for one in kept}),
        **{f"{fate.upper()}_COUNT": sum(one.case == fate for one in kept) for fate in (ADDED, CHANGED, UNCHANGED)},
        "VERSION_COUNT": sum(one.version == ADDED for one in kept),
        "AREA_COUNT": sum(len(content.areas) for content in contents),
        "PROVISION_COUNT": sum(len(content.provisions) for content in contents),
        "UNKNOWN_COUNT": sum(len(one.unknown) for one in matched),
        "DOCUMENT_COUNT": sum(len(content.documents) for content in contents),
        "REJECTED_COUNT": len(found.rejected),
        "PLAN_IDS": ";".join(dict.fromkeys(one.plan_id for one in kept)),
        "VERSION_IDS": ";".join(one.version_id for one in kept if one.version_id),
    }


def _say(found: Input, matched, kept, results, places: Places, catalogue_rows: int, account, feedback) -> None:
    account.say(
        feedback,
        tr("{name}: {PLAN_COUNT} plans with {AREA_COUNT} areas and {PROVISION_COUNT} provisions; {ADDED_COUNT} new cases, "
           "{CHANGED_COUNT} changed, {UNCHANGED_COUNT} unchanged; {VERSION_COUNT} new versions.").format(name=found.name, **results),
    )  # fmt: skip
    for content in (one.content for one in matched):
        for note in content.notes:
            account.say(feedback, note, warn=True)
    completed = sum(one.completed for one in kept)
    if completed:
        account.say(feedback, tr("{n} stored provisions were completed from a newer catalogue.").format(n=completed))
    if results["UNKNOWN_COUNT"]:
        text = tr("The category of {n} provisions is unknown: the stored catalogue does not have them.")
        if not catalogue_rows:
            text = tr("The category of {n} provisions is unknown: Boverket's catalogue is not in the workspace. Fetch it, and "
                      "import again.")  # fmt: skip
        account.say(feedback, text.format(n=results["UNKNOWN_COUNT"]), warn=True)
    doubtful = [f"{each.content.case['name']} ({one.alike})" for each, one in zip(matched, kept) if one.alike]
    if doubtful:
        text = tr("{n} plans became new cases though the municipality has one that is called the same, with another identity or "
                  "designation. If it is the same plan, import it with PLAN: {names}")  # fmt: skip
        account.say(feedback, text.format(n=len(doubtful), names=listed(doubtful)), warn=True)
    poorer = [each.content.case["name"] for each, one in zip(matched, kept) if one.tells_less]
    if poorer:
        text = tr("{n} plans have no provisions here, and the register has a version of the same stage with them from another "
                  "source. That one stands: {names}")  # fmt: skip
        account.say(feedback, text.format(n=len(poorer), names=listed(poorer)), warn=True)
    elsewhere = [one.content.case["name"] for one in matched if places.lies_elsewhere(one.content)]
    if elsewhere:
        text = tr(
            "{n} plans lie outside the areas of their municipality. Check municipality and coordinate system: {names}"
        )
        account.say(feedback, text.format(n=len(elsewhere), names=listed(elsewhere)), warn=True)
    for number, reason in found.rejected:
        account.say(feedback, tr("Left out, row {n}: {reason}").format(n=number, reason=reason), warn=True)
