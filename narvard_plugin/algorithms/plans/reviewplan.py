"""The checklist run on a plan, or on all: a verdict per rule with value, threshold, layer, its date, and where it shows."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from datetime import date

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...adapters.outputs import NO_GEOMETRY, Outputs, fields_of
from ...adapters.plan_layers import Bound, read_bindings
from ...adapters.plan_measures.asked import user_language
from ...adapters.plan_measures.plan_ground import PlanGround
from ...adapters.plan_measures.reviewing import Reviewed, review, roles_needed
from ...adapters.plan_measures.shapes import AREA, LINE, POINT
from ...adapters.plan_measures.surroundings import PLANS, Surroundings
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...core.plans import codes
from ...core.plans.judging import unconfirmed
from ...core.plans.review_run import NETWORK, TIMETABLE
from ...i18n import tr
from ...store.plans.parameters import confirmed_parameters
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from ..parameters import parts_of, workspace_parameter
from .reviewplan_rows import WKB_TYPES, PlanRun, finding_columns, finding_rows, verdict_columns, verdict_rows
from .reviewplan_run import Group, chosen_plans, groups_of, keep_run, last_run, run_before, settled, without_rules

_CRS = "EPSG:3006"
_SINKS = (("FINDINGS", None), ("FINDINGS_LINES", LINE), ("FINDINGS_POINTS", POINT))


class ReviewPlan(NarvardAlgorithm):
    ID = "reviewplan"
    GROUP = "plans"
    TAGS = (
        "plan", "review", "checklist", "detail plan", "verdict", "detaljplan", "granska", "checklista", "planremiss",
        "samråd", "granskning",
    )  # fmt: skip

    def displayName(self):
        return tr("Review a plan by the checklist")

    def shortHelpString(self):
        return tr(
            "Runs the rules of a checklist on a plan of the register, in the version and stage of its newest planremiss (PLAN: id of a plan or of a planremiss; REFERRAL: id of a planremiss), "
            "or on every plan under way (PLAN = *). A plan that nobody has sent is judged by its newest version and status.\n\n"
            'LAYERS is JSON, or a .json file with it: role → source, such as {"stops": "stops.gpkg|layername=stops"}, or an object with source, provider, date (of the data), filter and fields (the '
            "checklist's name → the layer's). workspace:facilities is a table of the workspace; a GTFS file as stops gives the stops with their departures. The date of a layer is the one given, "
            "else that of the workspace's sources, else the last change of the GeoPackage table; the time of a file is no date of its data.\n\n"
            "OUTPUT has a row per rule: verdict (ok, anmarkning, brist, oklart, ej_tillampligt, ej_bedomt, fel), value, threshold, unit, layer and its date, explanation and proposed text. "
            "A missing layer gives fel, or ej_bedomt where the list calls it optional; one that is too old, and a number that the region has not confirmed, give oklart; none of them ever gives ok. "
            "A rule that fails says why, and the others go on.\n\n"
            "FINDINGS shows on the map what every verdict rests on, also where nothing was found; lines and points are drawn there as narrow areas (5 m to each side), and exactly in FINDINGS_LINES and FINDINGS_POINTS.\n\n"
            "STORE keeps the run in the register, with the checklist frozen for the planremiss. What a person has confirmed stays where nothing that it rests on has changed. ONLY_AFFECTED runs only rules whose inputs "
            "(provisions, areas, layers, parameters, dates) are others than in the last run, or in that of the stage before, and marks the rest as unchanged.\n\n"
            "Distances along roads and travel times need NETWORK; travel by public transport and departures GTFS (median of an ordinary weekday 07–09; departures 06–20, whole station). "
            "Source of the rules: the checklist, which names the source of each."
        )

    def initAlgorithm(self, config=None):
        self._add(workspace_parameter(), tr("The register with the plan; with STORE the run is kept there."))
        self._add(
            QgsProcessingParameterString("PLAN", tr("Plan (id of a plan or a planremiss; * = all)"), optional=True),
            tr("* runs every plan under way, as for a watch over all of them."),
        )
        self._add(
            QgsProcessingParameterString("REFERRAL", tr("Planremiss (id)"), optional=True),
            tr("Goes before PLAN: the plan in the version and stage that was sent then."),
        )
        self._add(
            QgsProcessingParameterFile("CHECKLIST", tr("Checklist (blank = the one that comes with Närvård)"), optional=True,
                                       fileFilter=tr("Checklists") + " (*.yaml *.yml *.json)"),
            tr("A region's own list. Blank: the list that was frozen for the planremiss, if any."),
        )  # fmt: skip
        layers = QgsProcessingParameterString(
            "LAYERS", tr("Layers (JSON, or a .json file)"), multiLine=True, optional=True
        )
        self._add(layers, tr("Role of the checklist → source. A role that is not there counts as missing."))
        self._add(
            QgsProcessingParameterFile("NETWORK", tr("Road network (.npz)"), optional=True, extension="npz"),
            tr("Made by Compile road network. Or network in LAYERS."),
        )
        every = tr("All files") + " (*)"  # QGIS refuses a folder with any other filter
        self._add(
            QgsProcessingParameterFile(
                "GTFS", tr("Timetable (GTFS zip file or folder)"), optional=True, fileFilter=every
            ),
            tr("For public transport and departures. Or timetable in LAYERS."),
        )
        self._add(
            QgsProcessingParameterString("RULES", tr("Only these rules (ids with ;)"), optional=True),
            tr("Blank = every rule of the stage."), advanced=True,
        )  # fmt: skip
        self._add(
            QgsProcessingParameterString("TODAY", tr("The day of the review (YYYY-MM-DD)"), optional=True),
            tr("Blank = today. Layers' ages and rules in force are judged by it."), advanced=True,
        )  # fmt: skip
        self._add(
            QgsProcessingParameterBoolean("STORE", tr("Keep the run in the register"), False),
            tr("Only plans with a planremiss; the checklist is frozen for it the first time."),
        )
        self._add(
            QgsProcessingParameterBoolean("ONLY_AFFECTED", tr("Run only rules whose inputs have changed"), False),
            tr("Since the last run that was kept for the planremiss, or at its first run for the one before it."), advanced=True,
        )  # fmt: skip
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Verdicts")))
        for name, label in (
            ("FINDINGS", tr("Findings on the map")),
            ("FINDINGS_LINES", tr("Findings that are lines")),
            ("FINDINGS_POINTS", tr("Findings that are points")),
        ):
            self.addParameter(
                QgsProcessingParameterFeatureSink(name, label, optional=True, createByDefault=name == "FINDINGS")
            )
        for name, label in (
            ("RULE_COUNT", tr("Rules judged")),
            ("OK_COUNT", tr("Fine")),
            ("REMARK_COUNT", tr("Verdicts that are remarks")),
            ("FAIL_COUNT", tr("Failed")),
            ("OPEN_COUNT", tr("Unclear, not judged or with an error")),
            ("UNCHANGED_COUNT", tr("Unchanged since the last run")),
            ("RUN", tr("Number of the run")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters, context):
        if not self._text(parameters, "PLAN", context) and not self._text(parameters, "REFERRAL", context):
            return False, tr("Give the plan (PLAN) or the planremiss (REFERRAL) that is to be reviewed.")
        day = self._text(parameters, "TODAY", context)
        try:
            if day:
                date.fromisoformat(day)
        except ValueError:
            return False, tr("TODAY must be a day written as 2026-03-04, not {text}.").format(text=day)
        return super().checkParameterValues(parameters, context)

    def _text(self, parameters, name, context) -> str:
        return self.parameterAsString(parameters, name, context).strip()

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", verdict_columns())
        for name, _ in _SINKS:
            account.name_columns(name, finding_columns())
        store = self.parameterAsBoolean(parameters, "STORE", context)
        name = self._text(parameters, "WORKSPACE", context)
        with open_workspace(name, writable=store, tool=self.ID) as workspace:
            plans = chosen_plans(workspace, *(self._text(parameters, one, context) for one in ("PLAN", "REFERRAL")))
            if not plans:
                raise QgsProcessingException(tr("The register has no plan under way, so there is nothing to review."))
            groups = groups_of(workspace, plans, self._text(parameters, "CHECKLIST", context))
            reviewed = []
            for group in groups:
                reviewed += self._review(parameters, context, feedback, workspace, group, len(plans), account)
            keeping = workspace.transaction() if store else nullcontext()
            with Outputs(self, parameters, context, feedback) as outputs, keeping:
                runs = [
                    PlanRun(one, keep_run(workspace, group.checklist, one) if store else None)
                    for group, one in reviewed
                ]
                self._write(outputs, runs)
        counts = Counter(judged.verdict for _, one in reviewed for judged in one.judged)
        _say_counts(reviewed, runs, counts, store, account, feedback)
        self.keep(account, outputs.results, context)
        numbers = [one.run for one in runs if one.run is not None]
        return {
            **outputs.results,
            "RULE_COUNT": sum(counts.values()),
            "OK_COUNT": counts[codes.OK],
            "REMARK_COUNT": counts[codes.REMARK],
            "FAIL_COUNT": counts[codes.FAIL],
            "OPEN_COUNT": sum(counts[verdict] for verdict in codes.OPEN_VERDICTS),
            "UNCHANGED_COUNT": sum(judged.carried for _, one in reviewed for judged in one.judged),
            "RUN": max(numbers, default=None),
        }

    def _review(self, parameters, context, feedback, workspace, group: Group, count: int, account) -> list:
        ids = parts_of(self._text(parameters, "RULES", context))
        unknown = sorted(set(ids) - {rule.id for rule in group.checklist.rules})
        if unknown:
            text = tr("The checklist {list} has no rules {ids}.")
            raise QgsProcessingException(text.format(list=group.checklist.id, ids=", ".join(unknown)))
        today = self._text(parameters, "TODAY", context) or date.today().isoformat()
        bounds = self._bounds(parameters, context, feedback, group, account)
        plans = [PlanGround(plan, feedback) for plan in group.plans]
        ground = Surroundings(group.checklist, bounds, workspace, context, feedback, plans, today)
        confirmed = confirmed_parameters(workspace)
        _say_gaps(group, ground, confirmed, account, feedback)
        only_affected = self.parameterAsBoolean(parameters, "ONLY_AFFECTED", context)
        found = []
        for number, plan in enumerate(plans):
            if feedback.isCanceled():
                raise Cancelled
            feedback.setProgress(100 * number / count)
            rows = last_run(workspace, plan.plan)
            before = (rows or run_before(workspace, plan.plan)) if only_affected else None
            one = review(plan, ground, confirmed, settled=settled(rows), before=before, only=ids)
            found.append((group, without_rules(one, ids)))
        return found

    def _bounds(self, parameters, context, feedback, group: Group, account) -> dict[str, Bound]:
        bounds, unknown = read_bindings(self._text(parameters, "LAYERS", context), group.checklist)
        if unknown:
            text = tr("LAYERS names roles that the checklist does not have: {roles}. They are not used.")
            account.say(feedback, text.format(roles=listed(unknown)), warn=True)
        for role, name in ((NETWORK, "NETWORK"), (TIMETABLE, "GTFS")):
            path = self.parameterAsFile(parameters, name, context)
            if path:
                bounds[role] = Bound(role, path)
        if PLANS in group.checklist.layers:
            bounds.setdefault(PLANS, Bound(PLANS, "workspace:plan_areas"))
        return bounds

    def _write(self, outputs, runs) -> None:
        rows = verdict_rows(runs)
        none = QgsCoordinateReferenceSystem()
        outputs.write("OUTPUT", fields_of(verdict_columns()), NO_GEOMETRY, none, rows, len(rows))
        crs = QgsCoordinateReferenceSystem(_CRS)
        for name, kind in _SINKS:
            fields = fields_of(finding_columns())
            outputs.write(name, fields, WKB_TYPES[AREA if kind is None else kind], crs, finding_rows(runs, kind))


def _say_gaps(group: Group, ground: Surroundings, confirmed, account, feedback) -> None:
    """Which layers are missing, and how many numbers the region has yet to confirm."""
    checklist = group.checklist
    account.say(feedback, tr("{list} version {version}, {n} plans.").format(
        list=checklist.title.get(user_language()), version=checklist.version, n=len(group.plans)))  # fmt: skip
    needed = roles_needed(checklist, [plan.stage for plan in group.plans])
    missing = [role for role in needed if role in checklist.layers and not ground.has(role)]
    if missing:
        account.say(feedback, tr("No layer is bound to: {list}.").format(list=listed(missing)), warn=True)
    loose = unconfirmed(checklist, confirmed)
    if loose:
        text = tr(
            "{n} numbers of the checklist are not confirmed by the region; rules that lean on them give oklart: {list}."
        )
        account.say(feedback, text.format(n=len(loose), list=listed(loose)), warn=True)


def _say_counts(reviewed: list[tuple[Group, Reviewed]], runs, counts: Counter, store: bool, account, feedback) -> None:
    told = ", ".join(f"{verdict} {counts[verdict]}" for verdict in codes.VERDICTS if counts[verdict])
    account.say(feedback, tr("{n} verdicts: {told}.").format(n=sum(counts.values()), told=told))
    idle = [one.plan.plan.name for _, one in reviewed if not one.judged]
    if idle:
        text = tr("{n} plans are in a stage that the checklist has no rules for: {list}.")
        account.say(feedback, text.format(n=len(idle), list=listed(idle)), warn=True)
    failed = sorted({judged.rule_id for _, one in reviewed for judged in one.judged if judged.verdict == codes.ERROR})
    if failed:
        text = tr("Rules that could not be run: {list}. Each says why in its explanation.")
        account.say(feedback, text.format(list=listed(failed)), warn=True)
    if store:
        kept = sum(one.run is not None for one in runs)
        account.say(feedback, tr("{n} runs were kept in the register.").format(n=kept))
        if kept < len(runs):
            text = tr("{n} plans have no planremiss, so their runs were not kept.")
            account.say(feedback, text.format(n=len(runs) - kept), warn=True)
