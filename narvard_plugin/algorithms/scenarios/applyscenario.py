"""The register as it stands in a year after the changes of a scenario."""

from __future__ import annotations

from collections import Counter

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsRectangle,
)

from ... import catalogue
from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.scenario_tables import (
    Rows,
    capacity_of,
    changes_of,
    facilities_of,
    row_values,
    rows_of_scenario,
    services_of,
)
from ...core.scenarios.changes import CLOSE, CLOSED, ChangesRefused, Register, apply_changes
from ...i18n import tr
from ..extending import ExtendingAlgorithm
from ..scenario_account import refusal, tell

STORED = "EPSG:3006"  # what a workspace's x and y are in
NEAR_METRES, NEAR_DEGREES = 100_000, 1.0  # a register of few places is not wide enough to judge by


class ApplyScenario(ExtendingAlgorithm):
    ID = "applyscenario"
    GROUP = "scenarios"
    ADDED_TO = "FACILITIES"
    TAGS = (
        "scenario",
        "open",
        "close",
        "move",
        "what if",
        "horizon",
        "öppna",
        "stänga",
        "flytta",
        "omvandla",
        "målbild",
    )

    def displayName(self):
        return tr("Apply a scenario")

    def shortHelpString(self):
        return tr(
            "Gives the facilities, services and capacity as they stand in a YEAR after the changes of a scenario, ready for "
            "any other tool: first the register of today, then the same with the scenario, and the two can be compared.\n\n"
            "CHANGES are rows of facility_id, action and year, and what the action needs: open (x, y, type, name), move (x, "
            "y), change_role (type, operator), capacity (service = what is counted, capacity), add_service and "
            "remove_service (service; care_form, urgency, weekdays, hours), close. They can be the workspace's table "
            "scenario_changes, edited in the attribute table. Changes up to and including YEAR count; within a year the "
            "order is open, move, change_role, capacity, services, close. Without CHANGES the result is what is already "
            "decided for that YEAR.\n\n"
            "A facility stands from its year opened to the year before closed; a service from from_year to to_year, both "
            "included. What does not stand is left out, counted, and can be had as LEFT_OUT.\n\n"
            "A change that cannot be carried out (an unknown facility, an id that is taken, a move without a place) stops "
            "the tool, and every such row is listed. A change without effect, such as a service that is not there, is "
            "listed as a warning. Give the whole register as FACILITIES, and filter the result.\n\n"
            "An added service gets the care form and urgency that the catalogue knows as its only one. A capacity row that is "
            "changed gets the year's first day as its date. A facility that changes type loses its old role, unless CHANGES says the new one. Other columns of CHANGES that facilities have too (role, "
            "huvudman, driftsform, region, municipality) are filled in from there.\n\n"
            "Method: the changes in order of year and action, each on the result of the one before."
        )

    def initAlgorithm(self, config=None):
        vector = [QgsProcessing.SourceType.TypeVector]
        self._source("FACILITIES", tr("Facilities"), tr("The whole register, with opened and closed years where known."),
                     [QgsProcessing.SourceType.TypeVectorPoint], optional=False)  # fmt: skip
        self._add(
            QgsProcessingParameterField(
                "FACILITY_ID",
                tr("Facility id (field)"),
                "facility_id",
                parentLayerParameterName="FACILITIES",
                optional=True,  # what has a default need not be given
            ),
            tr("The id that the changes and the services name."),
        )
        self._source(
            "SERVICES", tr("Services (table)"), tr("Rows of facility_id, service, from_year, to_year."), vector
        )
        self._source("CAPACITY", tr("Capacity (table)"), tr("Rows of facility_id, kind, value, date."), vector)
        self._source("CHANGES", tr("Changes (table or points)"), tr("Rows of facility_id, action and year."), vector)
        self._add(
            QgsProcessingParameterString("SCENARIO", tr("Scenario"), optional=True),
            tr("Which one, where CHANGES holds several in its column scenario."),
        )
        self._add(
            QgsProcessingParameterNumber("YEAR", tr("Year"), defaultValue=2030, minValue=1900, maxValue=2200),
            tr("The year that the result shows, such as 2030, 2040 or 2050."),
        )
        crs = QgsProcessingParameterCrs("CHANGES_CRS", tr("Coordinate system of x and y"), STORED, optional=True)
        crs.setFlags(crs.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self._add(crs, tr("The system of the columns x and y in CHANGES; a workspace has SWEREF 99 TM."))
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Facilities in the scenario")))
        for name, label in (
            ("SERVICES_OUTPUT", tr("Services in the scenario")),
            ("CAPACITY_OUTPUT", tr("Capacity in the scenario")),
            ("LEFT_OUT", tr("Facilities that do not stand that year")),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, label, optional=True, createByDefault=False))

    def _source(self, name, label, text, kinds, optional=True):
        self._add(QgsProcessingParameterFeatureSource(name, label, kinds, optional=optional), text)

    def added_columns(self, parameters, context):
        columns = [
            Column("scenario_status", "text", tr("Status in the scenario")),
            Column("scenario_actions", "text", tr("What the scenario does")),
        ]
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        for output in ("OUTPUT", "LEFT_OUT"):
            account.name_columns(output, self.added_columns(parameters, context))
        id_field = self.parameterAsString(parameters, "FACILITY_ID", context)
        facilities = Rows(self.source(parameters, "FACILITIES", context), "FACILITIES", (id_field,), feedback)
        services = self._rows(parameters, "SERVICES", ("facility_id", "service"), context, feedback)
        capacity = self._rows(parameters, "CAPACITY", ("facility_id", "kind", "value"), context, feedback)
        register = Register(
            facilities_of(facilities, id_field, account, feedback),
            None if services is None else services_of(services, account, feedback),
            None if capacity is None else capacity_of(capacity),
            frozenset(catalogue.capacity_kinds()),
            _only_forms(),
        )
        changes = self._changes(parameters, facilities.source.sourceCrs(), context, account, feedback)
        year = self.parameterAsInt(parameters, "YEAR", context)
        try:
            outcome = apply_changes(register, changes, year)
        except ChangesRefused as refused:
            raise QgsProcessingException(refusal(refused.faults)) from refused
        tell(outcome, facilities, year, account, feedback)
        _tell_far_places(changes, facilities, account, feedback)
        if feedback.isCanceled():
            raise Cancelled
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write_facilities("OUTPUT", parameters, context, outputs, facilities, outcome.facilities, year)
            absent = [*outcome.gone, *(register.facilities[id] for id in outcome.not_yet)]
            self._write_facilities("LEFT_OUT", parameters, context, outputs, facilities, absent, year)
            if services is not None:
                rows = [(row, _of_service(row)) for row in outcome.services]
                _write_table("SERVICES_OUTPUT", outputs, services, rows, _SERVICE_COLUMNS)
            if capacity is not None:
                rows = [(row, _of_capacity(row)) for row in outcome.capacity]
                _write_table("CAPACITY_OUTPUT", outputs, capacity, rows, (("date", "date"),))
        self.keep(account, outputs.results, context)
        return outputs.results

    def checkParameterValues(self, parameters, context):
        for output, needed in (("SERVICES_OUTPUT", "SERVICES"), ("CAPACITY_OUTPUT", "CAPACITY")):
            if parameters.get(output) is not None and parameters.get(needed) in (None, ""):
                return False, tr("{output} needs {input}.").format(output=output, input=needed)
        return super().checkParameterValues(parameters, context)

    def _rows(self, parameters, name, required, context, feedback):
        if parameters.get(name) in (None, ""):
            return None
        return Rows(self.source(parameters, name, context), name, required, feedback)

    def _changes(self, parameters, target, context, account, feedback):
        name = self.parameterAsString(parameters, "SCENARIO", context).strip()
        rows = self._rows(parameters, "CHANGES", ("facility_id", "action", "year"), context, feedback)
        if rows is None:
            if name:
                raise QgsProcessingException(tr("SCENARIO needs CHANGES, the table in which it stands."))
            account.say(
                feedback, tr("No changes were given: the result is what the register already says of the year.")
            )
            return []
        of_xy = self.parameterAsCrs(parameters, "CHANGES_CRS", context)
        of_xy = of_xy if of_xy.isValid() else QgsCoordinateReferenceSystem(STORED)
        changes = changes_of(rows, of_xy, target, context.transformContext())
        return [changes[row] for row in rows_of_scenario(rows, name, account, feedback)]

    def _write_facilities(self, output, parameters, context, outputs, rows, facilities, year):
        source, added = rows.source, self.added_columns(parameters, context)
        id_field = self.parameterAsString(parameters, "FACILITY_ID", context)
        new = [Column(n, "integer" if n in ("opened", "closed") else "text") for n in _missing(rows, facilities)]
        fields = extended(source.fields(), [*new, *added])

        def written():
            for facility in facilities:
                feature = None if facility.row is None else rows.features[facility.row]
                status = facility.status
                if output == "LEFT_OUT":
                    status = _why_absent(facility, year)
                told = {added[0].name: status, added[1].name: _actions(facility)}
                changed = {id_field: facility.id, **facility.values, **_years(facility), **told}
                yield _geometry(facility, feature, source), row_values(fields, feature, changed)

        outputs.write(output, fields, source.wkbType(), source.sourceCrs(), written(), len(facilities))


_SERVICE_COLUMNS = (
    ("care_form", "text"), ("urgency", "text"), ("weekdays", "text"), ("hours", "text"), ("beds", "integer"),
    ("from_year", "integer"), ("to_year", "integer"),
)  # fmt: skip


def _only_forms():
    """What the catalogue knows as a service's only care form and urgency."""
    known = catalogue.services().services
    return {
        name: {
            column: words[0]
            for column, words in (("care_form", service.care_forms), ("urgency", service.urgencies))
            if len(words) == 1
        }
        for name, service in known.items()
    }


def _tell_far_places(changes, rows, account, feedback):
    """Places that lie farther from the register than it is wide: x and y are swapped, or in another system."""
    extent = QgsRectangle()
    for feature in rows.features:
        if feature.hasGeometry():
            extent.combineExtentWith(feature.geometry().boundingBox())
    if extent.isNull():  # an empty register
        return
    least = NEAR_DEGREES if rows.source.sourceCrs().isGeographic() else NEAR_METRES
    extent.grow(max(least, extent.width(), extent.height()))
    far = [change for change in changes if change.place and not extent.contains(QgsPointXY(*change.place))]
    if far:
        text = tr("{n} rows of CHANGES have a place far from all facilities: {list}. Check x, y and CHANGES_CRS.")
        ids = [f"{change.number} ({change.facility})" for change in far]
        account.say(feedback, text.format(n=len(far), list=listed(ids)), warn=True)


def _missing(rows, facilities):
    """Columns that the changes fill in and the layer does not have."""
    wanted = {name for facility in facilities for name, value in facility.values.items() if value is not None}
    if any(facility.actions for facility in facilities):
        wanted |= {"opened", "closed"} if any(f.row is None or CLOSE in f.actions for f in facilities) else set()
    return [name for name in sorted(wanted) if not rows.has(name)]


def _years(facility):
    """The years, where changes set them."""
    changed = {"open", CLOSE} & set(facility.actions)
    return {"opened": facility.opened, "closed": facility.closed} if changed else {}


def _why_absent(facility, year):
    if not facility.closed_in(year):
        return "not_yet_open"
    return CLOSED if CLOSE in facility.actions else "closed_before"


def _actions(facility):
    """What was done to it, in order, each with its number of times; NULL where nothing was."""
    times = Counter(facility.actions)
    return ", ".join(action if n == 1 else f"{action} ×{n}" for action, n in times.items()) or None


def _geometry(facility, feature, source):
    if facility.place is None:
        return None if feature is None else feature.geometry()
    return QgsGeometry.fromPointXY(QgsPointXY(*facility.place)).coerceToType(source.wkbType())[0]


def _of_service(row):
    if row.row is not None:
        return {} if row.beds is None else {"beds": row.beds}
    return {
        "facility_id": row.facility, "service": row.service, **row.values, "beds": row.beds, "from_year": row.first
    }  # fmt: skip


def _of_capacity(row):
    if row.value is None:
        return {}
    return {"facility_id": row.facility, "kind": row.kind, "value": row.value, "date": f"{row.since}-01-01"}


def _write_table(output, outputs, rows, written, columns):
    """The rows that stand, with the ``columns`` that changes need and the table lacks."""
    changed = {name for _, values in written for name, value in values.items() if value is not None}
    new = [Column(name, kind) for name, kind in columns if name in changed and not rows.has(name)]
    fields = extended(rows.source.fields(), new)

    def values():
        for row, changed in written:
            feature = None if row.row is None else rows.features[row.row]
            yield None, row_values(fields, feature, changed)

    outputs.write(output, fields, NO_GEOMETRY, QgsCoordinateReferenceSystem(), values(), len(written))
