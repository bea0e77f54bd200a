"""What happens in municipal planning: new, changed and vanished plans, deadlines, and municipalities that are silent."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsWkbTypes,
)

from ...adapters.destination import Destination
from ...adapters.outputs import NO_GEOMETRY, Outputs, fields_of
from ...adapters.plan_geometry import from_wkb, polygons_of
from ...adapters.plan_watch import moved_area, near_properties
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.row_colours import colour_rows
from ...core.plans import watch
from ...i18n import tr
from ...store.plans.deadline_rows import deadlines_of
from ...store.plans.dialogues import promises_due
from ...store.schema import SRID
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from ..parameters import region_parameter, workspace_parameter
from . import watch_rows
from .deadline_parameters import read_day
from .watch_keeping import keep
from .watch_reading import (
    Register,
    Sources,
    municipalities_of,
    read_layer,
    read_properties,
    read_register,
    read_sources,
)

_INTEGER = QgsProcessingParameterNumber.Type.Integer
_REAL = QgsProcessingParameterNumber.Type.Double


class _Watched(NamedTuple):
    """One run: what was read, what plan is which case, what changed, where the plans are, and the findings."""

    sources: Sources
    register: Register
    matched: watch.Matched
    new: list
    changed: list  # (case, item, changes)
    gone: list
    left_out: int
    areas: dict  # of every plan under way, by item id, else by case
    rows: list


class WatchPlans(NarvardAlgorithm):
    ID = "watchplans"
    GROUP = "plans"
    TAGS = (
        "watch", "plans", "deadlines", "silent", "planremiss", "bevakning", "detaljplan", "omvärldsbevakning", "samråd",
        "granskning", "kommun", "tyst",
    )  # fmt: skip

    def displayName(self):
        return tr("Watch municipal plans")

    def shortHelpString(self):
        return tr(
            "Compares the plan register with what its sources say now, and tells what a planner should look at: deadlines that are late or near, plans in samråd or granskning that nobody "
            "sent, plans near the region's own properties, new plans, changed ones (stage, name, area), those gone from their source, and for every municipality how long it has been silent.\n\n"
            "The sources are the workspace's table plan_items, filled by Fetch published detail plans and by municipal maps, or any polygon layer in SOURCE with the fields municipality "
            "(four-digit code), item_id, designation, name, status, status_date and kind. PROPERTIES adds land and buildings to the facilities that the region runs itself (huvudman region, egen regi).\n\n"
            "Silence never means that there are no plans. Every municipality of REGION is listed: with the last contact (dialogue, contact, planremiss received), when its plans were last "
            "looked up and where, or that they never were. More than DAYS days without contact, or none at all, is silent.\n\n"
            "With KEEP the register is written to: new plans that can be told apart become watched cases (bevakad), and what the sources say now stands beside each known case, so that the next "
            "run tells what changed since. A case's own stage and name are never changed by the program. Without KEEP nothing is stored.\n\n"
            "OUTPUT is a table with a row per finding; FOUND the plans on a map, each with its most pressing finding.\n\n"
            "Method: a plan is a case with the same national id, else the same designation, else the same name in the municipality, where only one has it; distances are measured from the plan "
            "area. Source: the plan register and the sources named in each row."
        )

    def initAlgorithm(self, config=None):
        self._add(workspace_parameter(), tr("The register of the region."))
        self._add(region_parameter(optional=True), tr("Blank = the workspace's own region."))
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self._add(
            QgsProcessingParameterFeatureSource(
                "SOURCE", tr("Plans as a source tells them now"), polygons, optional=True
            ),
            tr("Blank = plan_items of the workspace."),
        )
        anything = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
        self._add(
            QgsProcessingParameterFeatureSource("PROPERTIES", tr("The region's properties"), anything, optional=True),
            tr("Land and buildings besides the facilities; the field name is shown."),
        )
        for name, label, kind, default, text in (
            ("DAYS", tr("Days without contact that count as silent"), _INTEGER, 90, tr("More than these.")),
            ("DUE_DAYS", tr("Deadlines within days"), _INTEGER, 14, tr("Late ones are always told.")),
            ("NEAR_M", tr("Near the region's properties (m)"), _REAL, 500, tr("From the plan area; 0 = touching it.")),
        ):
            self._add(QgsProcessingParameterNumber(name, label, kind, default, minValue=0), text)
        self._add(
            QgsProcessingParameterString("TODAY", tr("Today"), optional=True),
            tr("What days are counted from, as 2026-12-07. Blank = today."),
        )
        self._add(
            QgsProcessingParameterBoolean(
                "KEEP", tr("Write new plans and what the sources say into the register"), False
            ),
            tr("Without it nothing is stored."),
        )
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Watched plans and municipalities")))
        self.addParameter(
            QgsProcessingParameterFeatureSink("FOUND", tr("Plans found (map)"), optional=True, createByDefault=True)
        )
        for kind, label in (
            ("NEW", tr("New plans")),
            ("CHANGED", tr("Changed plans")),
            ("VANISHED", tr("Plans gone from their source")),
            ("DUE", tr("Deadlines late or near")),
            ("NOBODY_SENT", tr("Plans that nobody sent")),
            ("NEAR", tr("Plans near the region's properties")),
            ("SILENT", tr("Silent municipalities")),
            ("KEPT", tr("New cases in the register")),
        ):
            self.addOutput(QgsProcessingOutputNumber(f"{kind}_COUNT", label))

    def checkParameterValues(self, parameters, context):
        workspace = self.parameterAsString(parameters, "WORKSPACE", context)
        for name in ("OUTPUT", "FOUND"):
            if workspace and Destination(parameters.get(name)).is_in(workspace):
                return False, tr(
                    "{output} cannot be in the workspace, which is being changed. Choose another file."
                ).format(output=name)
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        today = read_day(self, parameters, context, "TODAY") or date.today()
        keeping = self.parameterAsBool(parameters, "KEEP", context)
        account = Account(self, parameters, context)
        for name in ("OUTPUT", "FOUND"):
            account.name_columns(name, watch_rows.columns())
        place = self.parameterAsString(parameters, "WORKSPACE", context)
        with open_workspace(place, writable=keeping, tool=self.ID) as workspace:
            region = self.parameterAsEnumString(parameters, "REGION", context) or workspace.region
            names = municipalities_of(workspace, region)
            if not names:
                raise QgsProcessingException(
                    tr("No municipality of the region {region} is known. Fetch its areas first.").format(region=region)
                )
            found = self._watch(workspace, region, names, today, parameters, context, feedback)
            if feedback.isCanceled():
                raise Cancelled
            with workspace.transaction(), Outputs(self, parameters, context, feedback) as outputs:
                kept = _keep(workspace, found, today, account, feedback) if keeping else {}
                rows = [row._replace(plan_id=row.plan_id or kept.get(row.item_id, "")) for row in found.rows]
                _write(outputs, rows, found, names)
        counts = _counts(rows, kept)
        self._say(found, counts, names, account, feedback)
        self.keep(account, outputs.results, context)
        return {**outputs.results, **counts}

    def postProcessAlgorithm(self, context, feedback):
        result = super().postProcessAlgorithm(context, feedback)
        for name, layer_id, _, _ in self._kept:
            layer = QgsProcessingUtils.mapLayerFromString(layer_id, context)
            if layer is not None and name == "OUTPUT":
                colour_rows(layer, "kind", watch_rows.COLOURS)
        return result

    def _watch(self, workspace, region, names, today, parameters, context, feedback) -> _Watched:
        transforms = context.transformContext()
        layer = self.parameterAsSource(parameters, "SOURCE", context)
        sources = read_layer(layer, today, region, transforms, feedback) if layer else read_sources(workspace, region)
        register = read_register(workspace, region)
        matched = watch.match(register.cases, sources.plans)
        new, left_out = watch.new_plans(matched)
        changed = [(case, item, _changes(case, item, register, sources, feedback)) for case, item in matched.pairs]
        gone = watch.vanished(matched, sources.asked)
        plans = watch_rows.plans_by_key(matched)
        areas = {key: _area(*plan, register, sources) for key, plan in plans.items() if watch.under_way(*plan)}
        source = self.parameterAsSource(parameters, "PROPERTIES", context)
        properties = read_properties(workspace, region, source, today, transforms, feedback)
        near = near_properties(areas, properties, self.parameterAsDouble(parameters, "NEAR_M", context), feedback)
        due, due_days = deadlines_of(workspace, today), self.parameterAsInt(parameters, "DUE_DAYS", context)
        items = {case.plan_id: item.item_id for case, item in matched.pairs}
        rows = [
            *watch_rows.of_new(new),
            *(row for one in changed for row in watch_rows.of_changes(*one)),
            *(watch_rows.of_vanished(case, today) for case in gone),
            *watch_rows.of_due(due, items, region, due_days),
            *watch_rows.of_promises(promises_due(workspace, today, due_days), region),
            *watch_rows.of_nobody_sent(watch.nobody_sent(matched, register.asked_in), today),
            *watch_rows.of_near(near, plans),
        ]
        limit = self.parameterAsInt(parameters, "DAYS", context)
        for one in watch.contacts(names, register.spoken, sources.checks, today, limit):
            rows.append(watch_rows.of_municipality(one, sources.asked))
        return _Watched(
            sources, register, matched, new, changed, gone, left_out, areas, watch_rows.in_order(rows)
        )  # fmt: skip

    def _say(self, found: _Watched, counts, names, account, feedback) -> None:
        text = tr(
            "{due} deadlines are late or near, {sent} plans were sent by nobody, {new} plans are new, {changed} changed and {gone} "
            "are gone from their source; {near} lie near the region's properties."
        )
        account.say(feedback, text.format(
            due=counts["DUE_COUNT"], sent=counts["NOBODY_SENT_COUNT"], new=counts["NEW_COUNT"], near=counts["NEAR_COUNT"],
            changed=counts["CHANGED_COUNT"], gone=counts["VANISHED_COUNT"],
        ))  # fmt: skip
        if found.left_out:
            text = tr("{n} plans that are no cases are in force or ended, and are not told of.")
            account.say(feedback, text.format(n=found.left_out))
        if found.sources.nowhere:
            text = tr("{n} rows of SOURCE tell no municipality and were left out.")
            account.say(feedback, text.format(n=found.sources.nowhere), warn=True)
        told = [row for row in found.rows if row.kind in (watch.SILENT, watch.CONTACT)]
        silent = [names[row.municipality] for row in told if row.kind == watch.SILENT]
        if silent:
            text = tr("{n} municipalities are silent, which does not mean that they plan nothing: {list}")
            account.say(feedback, text.format(n=len(silent), list=listed(silent)), warn=True)
        checked = {code for code, _, _, _ in found.sources.checks}
        never = [names[row.municipality] for row in told if row.municipality not in checked]
        if never:
            text = tr("The plans of {n} municipalities have never been looked up in any source: {list}")
            account.say(feedback, text.format(n=len(never), list=listed(never)), warn=True)
        nowhere = [plan.name for plan in found.sources.plans if plan.item_id not in found.sources.areas]
        if nowhere:
            text = tr("{n} plans have no area in their source, so that nothing can be near them: {list}")
            account.say(feedback, text.format(n=len(nowhere), list=listed(nowhere)), warn=True)


def _keep(workspace, found: _Watched, today: date, account, feedback) -> dict[str, str]:
    told = watch.told_apart(found.new, found.matched)
    if len(told) < len(found.new):
        names = [item.name or item.item_id for item in found.new if item not in told]
        text = tr(
            "{n} new plans have no id, designation or name of their own and were not added to the register: {list}"
        )
        account.say(feedback, text.format(n=len(names), list=listed(names)), warn=True)
    pairs = [
        (case, item, item.item_id in found.sources.areas and _area_is_new(case, changes, found.register))
        for case, item, changes in found.changed
    ]
    kept = keep(workspace, told, pairs, found.gone, found.sources.areas, found.register.versions, today, feedback)
    text = tr("{n} plans became watched cases; what the sources say of {known} known cases was written down.")
    account.say(feedback, text.format(n=len(kept), known=len(pairs)))
    return kept


def _area_is_new(case, changes, register: Register) -> bool:
    return case.plan_id not in register.areas or any(change.what == "area" for change in changes)


def _write(outputs: Outputs, rows, found: _Watched, names) -> None:
    fields = fields_of(watch_rows.columns())
    table = ((None, watch_rows.attributes(row, names)) for row in rows)
    outputs.write("OUTPUT", fields, NO_GEOMETRY, QgsCoordinateReferenceSystem(), table, len(rows))
    drawn = {}
    for row in rows:  # the most pressing finding of a plan comes first
        key = row.item_id or row.plan_id
        if found.areas.get(key) is not None:
            drawn.setdefault(key, row)
    features = ((found.areas[key], watch_rows.attributes(row, names)) for key, row in drawn.items())
    crs = QgsCoordinateReferenceSystem(f"EPSG:{SRID}")
    outputs.write("FOUND", fields, QgsWkbTypes.Type.MultiPolygon, crs, features, len(drawn))


def _changes(case, item, register: Register, sources: Sources, feedback) -> list[watch.Change]:
    if feedback.isCanceled():
        raise Cancelled
    moved = moved_area(register.areas.get(case.plan_id), sources.areas.get(item.item_id))
    return watch.changes(case, item, moved)


def _area(case, item, register: Register, sources: Sources) -> Optional[QgsGeometry]:
    """What the source says now goes before what the register has; always a multipolygon."""
    told = from_wkb(sources.areas.get(item.item_id)) if item else None
    area = told or (register.areas.get(case.plan_id) if case else None)
    return None if area is None else polygons_of(area)


def _counts(rows, kept) -> dict[str, int]:
    kinds = [row.kind for row in rows]
    counts = {f"{kind.upper()}_COUNT": kinds.count(kind) for kind in watch.KINDS if kind != watch.CONTACT}
    return {**counts, "KEPT_COUNT": len(kept)}
