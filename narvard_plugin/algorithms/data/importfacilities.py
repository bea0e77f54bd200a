"""Facilities with services and capacity from a register's file into the workspace."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsWkbTypes

from ...adapters.destination import Destination
from ...adapters.outputs import NO_GEOMETRY, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...core.facilities.presets import Preset
from ...core.figures import ADDED, CHANGED, UNCHANGED
from ...i18n import tr
from ...sources.facility_catalogue import facility_presets, facility_words
from ...store.workspace import open_workspace
from ..importing import ImportingAlgorithm, as_results
from ..parameters import parts_of
from . import facility_account as told
from .facility_details import Details, listed_capacity, listed_services, read_details, write_details
from .facility_input import SWEREF, Given, file_of, read_given, say_how_read
from .facility_keep import (
    KEPT,
    MERGED,
    SKIP,
    Kept,
    Twin,
    find_twins,
    gone_from_source,
    stored_facilities,
    to_be_written,
    write_facilities,
)
from .facility_parameters import add_parameters
from .facility_places import Areas, Checked, areas_of_layer, areas_of_workspace, check_place, in_metres
from .facility_reading import Read, capacity_columns, read_facilities, type_map
from .facility_sources import keep_source, say_age

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class _Plan(NamedTuple):
    """What is to be done: decided before anything is written."""

    checked: list[Checked]
    kept: list[Kept]
    twins: list[Twin]
    refused: list[tuple[int, str, str]]
    gone: list[str]
    region: str
    source: str
    date: Optional[str]


class ImportFacilities(ImportingAlgorithm):
    ID = "importfacilities"
    GROUP = "data"
    TAGS = (
        "facilities",
        "import",
        "hsa",
        "pipos",
        "openstreetmap",
        "excel",
        "vårdenheter",
        "vårdcentraler",
        "apotek",
        "importera",
        "koordinater",
    )

    def displayName(self):
        return tr("Import facilities")

    def shortHelpString(self):
        return tr(
            "Reads facilities with services and capacity from a register's file or a layer into the workspace.\n\n"
            "PRESET says how the table is written: HSA (RT 90, X is north), Pipos (X is east), OpenStreetMap (tags), Närvård's own "
            "template (made with facilitytemplate) or an own table, whose columns the field parameters name. CSV with semicolon, "
            "comma or tab, decimal comma, UTF-8 or Windows' letters, Excel, OpenDocument and JSON are read as text.\n\n"
            "Nothing is guessed in silence. A type that is not known is rejected with its word; TYPE_MAP says what words mean and TYPE "
            "what a table without types holds. Words for huvudman and driftsform that do not tell are left empty and counted. The "
            "reference system is told from the size of the coordinates; swapped north and east are put right and listed; what fits none "
            "or several systems is rejected.\n\n"
            "Places are checked against REGION_AREAS or the workspace's areas. Outside within TOLERANCE, or with an own municipality code, "
            "they are kept and listed; with a neighbour's region code they are the neighbour's; others are rejected. Facilities without "
            "coordinates are imported without a place, and placed with placefacility; a place set by hand moves only when the source "
            "brings coordinates.\n\n"
            "The same id changes the facility there; a blank cell leaves what the workspace has, except the year of closing. The same name and type within "
            "DISTANCE under another id is listed in DUPLICATES. What is no longer in the source (of the same region and type) is listed, and removed only with "
            "REMOVE_MISSING. Importing the same file twice changes nothing.\n\n"
            "Method: one transaction, whole or not at all. Source: the register's file, told with date and checksum in the table sources; "
            "one older than two years is warned of."
        )

    def initAlgorithm(self, config=None):
        add_parameters(self)

    def checkParameterValues(self, parameters, context):
        given = [name for name in ("INPUT", "FILE") if parameters.get(name) not in (None, "")]
        if len(given) != 1:
            return False, tr(
                "Give either INPUT (a layer, CSV or Excel file) or FILE, so that it is clear what is read."
            )
        for name in ("REGION", "ONLY_REGIONS"):
            codes = parts_of(self.parameterAsString(parameters, name, context))
            if not all(re.fullmatch(r"[0-9]{2}", code) for code in codes) or (name == "REGION" and len(codes) > 1):
                return False, tr("{name} must be a two-digit county code, such as 08.").format(name=name)
        if not _is_date_or_blank(self.parameterAsString(parameters, "SOURCE_DATE", context).strip()):
            return False, tr("SOURCE_DATE must be written as 2024-12-31.")
        for read in (type_map, capacity_columns):
            problem = read(self, parameters, context)[1]
            if problem:
                return False, problem
        file = file_of(parameters, context)[0]
        workspace = self.parameterAsString(parameters, "WORKSPACE", context)
        for name in ("OUTPUT", "REJECTED", "DUPLICATES", "UNPLACED"):
            destination = Destination(parameters.get(name))
            if workspace and destination.is_in(workspace):
                return False, tr(
                    "{output} cannot be in the workspace, which is being changed. Choose another file."
                ).format(output=name)
            if file is not None and destination.is_in(str(file)):
                return False, tr(
                    "{output} would overwrite {input}, which is being read. Choose another file or table."
                ).format(output=name, input=given[0])
        if given == ["INPUT"] and file is not None:
            parameters = {name: value for name, value in parameters.items() if name != "INPUT"}
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        given = read_given(self, parameters, context, feedback)
        preset = facility_presets().presets[self.parameterAsEnumString(parameters, "PRESET", context)]
        say_how_read(given, account, feedback)
        read = read_facilities(self, given, preset, parameters, context, feedback)
        areas = None
        if parameters.get("REGION_AREAS") not in (None, ""):
            areas = areas_of_layer(self, parameters, context, feedback)
        text = self.parameterAsString(parameters, "WORKSPACE", context)
        # What is planned beside the workspace's rows is written in the same transaction: nobody changes them in between.
        with open_workspace(text, tool=self.ID) as workspace, workspace.transaction():
            plan = self._plan(read, given, preset, workspace, areas, parameters, context, feedback)
            details = self._details(given, plan, workspace)
            self._say(read, plan, details, preset, parameters, context, account, feedback)
            if feedback.isCanceled():
                raise Cancelled
            with Outputs(self, parameters, context, feedback) as outputs:
                counts = self._keep(
                    workspace, read, plan, details, given, preset, parameters, context, account, feedback
                )
                self._write(outputs, given, plan, details, account)
        self.keep(account, outputs.results, context)
        return {**outputs.results, **counts}

    def _plan(
        self, read: Read, given: Given, preset: Preset, workspace, areas: Optional[Areas], parameters, context, feedback
    ) -> _Plan:
        region = self.parameterAsString(parameters, "REGION", context).strip() or workspace.region
        areas = areas_of_workspace(workspace) if areas is None else areas
        checked, refused = self._checked(read, areas, region, parameters, context, feedback)
        source = self.parameterAsString(parameters, "SOURCE", context).strip()
        if not source:
            source = given.name if preset.id in ("excel", "generic") else preset.name.sv
        day = self.parameterAsString(parameters, "SOURCE_DATE", context).strip() or given.date
        stored = stored_facilities(workspace)
        twins = find_twins(
            checked,
            stored,
            self.parameterAsDouble(parameters, "DISTANCE", context),
            self.parameterAsEnumString(parameters, "DUPLICATES_AS", context),
        )
        if self.parameterAsEnumString(parameters, "DUPLICATES_AS", context) == SKIP:
            refused += [(twin.row, "duplicate", twin.facility_id) for twin in twins if twin.done != KEPT]
        kept = to_be_written(checked, stored, twins, "closed" in read.columns, source, day)
        return _Plan(
            checked,
            kept,
            twins,
            sorted([*read.refused, *refused]),
            gone_from_source(kept, stored),
            workspace.region,
            source,
            day,
        )

    def _checked(self, read: Read, areas: Areas, region: str, parameters, context, feedback):
        tolerance = self.parameterAsDouble(parameters, "TOLERANCE", context)
        only = parts_of(self.parameterAsString(parameters, "ONLY_REGIONS", context))
        xy = in_metres(read.facilities, self.parameterAsCrs(parameters, "CRS", context), context)
        checked, refused = [], []
        for facility, place in zip(read.facilities, xy):
            if feedback.isCanceled():
                raise Cancelled
            one = check_place(facility, place, areas, tolerance, region)
            if one is None:
                refused.append((facility.row, "far", ""))
            elif only and one.facility.region not in only:
                refused.append((facility.row, "other_region", one.facility.region or ""))
            else:
                checked.append(one)
        return checked, refused

    def _details(self, given: Given, plan: _Plan, workspace) -> Details:
        renamed = {twin.other_id: twin.facility_id for twin in plan.twins if twin.done == MERGED}
        known = {one.values["facility_id"] for one in plan.kept} | set(workspace.read("facilities")["facility_id"])
        details = read_details(given.services, given.capacity, facility_words(), known, renamed)
        skipped = {twin.other_id for twin in plan.twins if twin.done != KEPT} - set(renamed)
        facilities = [one.facility for one in plan.checked if one.facility.facility_id not in skipped]
        stated = {(row["facility_id"], row["kind"], row["date"]) for row in details.capacity}
        more = [
            row
            for row in listed_capacity(facilities, plan.date, renamed)
            if (row["facility_id"], row["kind"], row["date"]) not in stated
        ]
        listed_rows = listed_services(facilities, workspace.read("services"), renamed)
        return details._replace(capacity=[*details.capacity, *more], listed=listed_rows)

    def _say(self, read: Read, plan: _Plan, details: Details, preset: Preset, parameters, context, account, feedback):
        fates = [one.fate for one in plan.kept]
        text = tr("{added} facilities added, {changed} changed, {unchanged} unchanged, {rejected} rows rejected.")
        account.say(
            feedback,
            text.format(
                added=fates.count(ADDED), changed=fates.count(CHANGED), unchanged=fates.count(UNCHANGED), rejected=len(plan.refused)
            ),
            warn=bool(_rejected(plan, details)),
        )  # fmt: skip
        refused = [("", *one) for one in plan.refused] + [one[:4] for one in details.refused]
        told.say_rejected(refused, account, feedback)
        if read.examples + details.examples:
            text = tr("{n} example rows of the template were left out.")
            account.say(feedback, text.format(n=read.examples + details.examples))
        if read.joined:
            text = tr("{n} rows repeat a facility with other services or nothing new; they were joined.")
            account.say(feedback, text.format(n=read.joined))
        told.say_systems(read.facilities, account, feedback)
        told.say_notes(read.notes, account, feedback)
        if "municipality" not in read.columns:
            unknown = sum(one.values["municipality"] is None for one in plan.kept)
            text = tr("The table has no column for municipality: it is unknown for {n} of {all} facilities.")
            account.say(feedback, text.format(n=unknown, all=len(plan.kept)), warn=bool(unknown))
        told.say_regions([one.values["region"] for one in plan.kept], plan.region, account, feedback)
        told.say_places(plan.checked, self.parameterAsDouble(parameters, "TOLERANCE", context), account, feedback)
        told.say_twins(plan.twins, account, feedback)
        moved, stayed = (
            [one.values["facility_id"] for one in plan.kept if one.place == word] for word in ("moved", "kept")
        )
        if moved:
            text = tr("{n} facilities had been placed by hand and were moved to the source's coordinates: {list}.")
            account.say(feedback, text.format(n=len(moved), list=listed(moved)), warn=True)
        if stayed:
            text = tr("{n} facilities have no coordinates in the file and keep the place that they have: {list}.")
            account.say(feedback, text.format(n=len(stayed), list=listed(stayed)))
        say_age(plan.kept, account, feedback)
        if preset.id == "osm":
            text = tr(
                "© OpenStreetMap contributors, ODbL 1.0: name the source, and share what is derived from it alike. OpenStreetMap is incomplete for health centres: what is missing here may exist."
            )
            account.say(feedback, text, warn=True)
        if plan.gone:
            remove = self.parameterAsBool(parameters, "REMOVE_MISSING", context)
            text = (
                tr("{n} facilities are no longer in the source and were removed: {list}.")
                if remove
                else tr("{n} facilities are no longer in the source; they are kept: {list}.")
            )
            account.say(feedback, text.format(n=len(plan.gone), list=listed(plan.gone)), warn=True)

    def _keep(self, workspace, read, plan, details, given, preset, parameters, context, account, feedback) -> dict:
        remove = self.parameterAsBool(parameters, "REMOVE_MISSING", context)
        changes = write_facilities(workspace, plan.kept, plan.gone if remove else [])
        services, capacity = write_details(workspace, details.services, details.listed, details.capacity, remove)
        touched = [sum(one.added + one.changed for one in some) for some in (services, capacity)]
        account.say(
            feedback,
            tr("{services} services and {capacity} capacity rows were added or changed.").format(
                services=touched[0], capacity=touched[1]
            ),
        )
        lost = sum(one.removed for one in services)
        if lost and not remove:
            text = tr("{n} services in the workspace are no longer in the sheet; they are kept.")
            account.say(feedback, text.format(n=lost), warn=True)
        keep_source(workspace, plan.kept, plan.source, plan.date, given, preset, changes)
        return {
            **as_results({ADDED: changes.added, CHANGED: changes.changed, UNCHANGED: changes.unchanged}, _rejected(plan, details)),
            "SERVICE_COUNT": touched[0],
            "CAPACITY_COUNT": touched[1],
            "SWAPPED_COUNT": len(read.notes.get("swapped", ())),
            "DUPLICATE_COUNT": len(plan.twins),
            "UNPLACED_COUNT": sum(not one.placed for one in plan.kept),
            "EXAMPLE_COUNT": read.examples + details.examples,
            "MISSING_COUNT": len(plan.gone),
            "REMOVED_COUNT": changes.removed,
        }  # fmt: skip

    def _write(self, outputs: Outputs, given: Given, plan: _Plan, details: Details, account) -> None:
        crs = QgsCoordinateReferenceSystem(SWEREF)
        nowhere = QgsCoordinateReferenceSystem()
        for name, columns, rows in (
            ("OUTPUT", told.output_columns(), [(_point(one), told.output_row(one)) for one in plan.kept]),
            ("REJECTED", told.rejected_columns(given.header), _rejected_rows(given, plan, details)),
            ("DUPLICATES", told.twin_columns(), [(None, told.twin_row(twin)) for twin in plan.twins]),
            ("UNPLACED", told.unplaced_columns(), [(None, told.unplaced_row(one)) for one in plan.kept if not one.placed]),
        ):  # fmt: skip
            account.name_columns(name, columns)
            kind, system = (QgsWkbTypes.Type.Point, crs) if name == "OUTPUT" else (NO_GEOMETRY, nowhere)
            outputs.write(name, fields_of(columns), kind, system, rows, len(rows))


def _is_date_or_blank(text: str) -> bool:
    if not text:
        return True
    try:
        return bool(_DATE.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _point(one: Kept):
    return QgsGeometry.fromPointXY(QgsPointXY(*one.xy)) if one.placed else None


def _rejected(plan: _Plan, details: Details) -> int:
    return len(plan.refused) + len(details.refused)


def _rejected_rows(given: Given, plan: _Plan, details: Details) -> list:
    rows = []
    for row, problem, word in plan.refused:
        cells = [told.harmless(cell) for cell in given.rows[row - 1][: len(given.header)]]
        rows.append((None, [row, None, told.reason(problem), told.harmless(word), *cells]))
    blank = [None] * len(given.header)
    for sheet, row, problem, _, raw in details.refused:
        rows.append((None, [row, sheet, told.reason(problem), told.harmless(raw), *blank]))
    return rows
