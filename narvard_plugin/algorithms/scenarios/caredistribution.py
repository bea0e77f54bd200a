"""Planned care shared out among the units of several regions: so that waiting meets, or at fewer units."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsWkbTypes,
)

from ...adapters.matrix import MINUTES, STRAIGHT_MINUTES
from ...adapters.outputs import NO_GEOMETRY, Outputs, fields_of, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.tables import has_field
from ...core.siting.concentration import concentrate
from ...core.siting.outcome import (
    LIMITED,
    SHORT,
    Procedure,
    balance_points,
    met_everywhere,
    move_rows,
    pareto_row,
    region_rows,
    unit_rows,
    verdict,
    waiting_over_90_days,
)
from ...core.siting.patients import travel_of_origins
from ...core.siting.redistribution import Plan, balance, highest_ratio, within_capacity
from ...i18n import number, tr
from ..parameters import parts_of
from .care_columns import (
    consequence_columns,
    consequence_rows,
    move_columns,
    pareto_columns,
    region_columns,
    travel_columns,
    unit_columns,
)
from .care_parameters import CareParameters
from .care_reading import procedures_of, read_need, read_people, read_waiting


class Shared(NamedTuple):
    """A procedure group and what became of it: the plan, its verdict and its alternatives."""

    procedure: Procedure
    plan: Plan
    judged: str
    points: list


class CareDistribution(CareParameters):
    ID = "caredistribution"
    TAGS = ("work distribution", "concentration of care", "waiting", "arbetsfördelning", "nivåstrukturering", "väntetid", "produktion")  # fmt: skip

    def displayName(self):
        return tr("Distribute care between regions")

    def initAlgorithm(self, config=None):
        self.add_question()
        self.add_results()
        self.addOutput(QgsProcessingOutputNumber("MOVED", tr("Patients moved per year")))

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        groups = set(self._codes(parameters, "GROUPS", context))
        table = read_need(self.source(parameters, "PROCEDURES", context), groups, feedback, account)
        units = table["unit"].drop_duplicates().to_numpy(object)
        points, people = read_people(
            self.source(parameters, "ORIGINS", context), self.source(parameters, "MATRIX", context),
            *(self.parameterAsString(parameters, name, context) for name in ("ORIGIN_ID", "POPULATION", "ORIGIN_REGION")),
            units, feedback, account,
        )  # fmt: skip
        waiting = read_waiting(
            self.parameterAsSource(parameters, "WAITING", context),
            self.parameterAsString(parameters, "WAITING_MEASURE", context), feedback, account,
        )  # fmt: skip
        training = self._number(parameters, "TRAINING_FLOOR", context)
        local = self.parameterAsString(parameters, "KEEP_LOCAL", context)
        procedures = list(procedures_of(table, waiting, people, units, local, training or 0.0))
        self._tell_people(account, feedback, people, procedures, len(waiting) > 0)
        shared = [
            self._share_out(parameters, context, feedback, account, procedure, number, len(procedures))
            for number, procedure in enumerate(procedures)
        ]
        shown = set(self._codes(parameters, "REPORT_REGION", context))
        if unknown := shown - set(table["region"]):
            raise QgsProcessingException(
                tr("PROCEDURES has no region called {names}.").format(names=listed(sorted(unknown)))
            )
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write_tables(outputs, account, shared, shown)
            self._write_travel(parameters, context, outputs, account, points, people, shared, shown)
        note = tr("straight line, not the road network") if self._straight(parameters, context) else ""
        self.keep(account, outputs.results, context, note)
        return {**outputs.results, "MOVED": float(sum(one.plan.moves.sum() for one in shared))}

    def _share_out(self, parameters, context, feedback, account, procedure, place, count) -> Shared:
        def step(share):
            if feedback.isCanceled():
                raise Cancelled
            feedback.setProgress(90 * (place + share) / count)

        step(0.0)
        seconds = self.parameterAsDouble(parameters, "TIME_LIMIT", context)
        group, points = procedure.group, []
        asks_points = parameters.get("PARETO") is not None
        if self.parameterAsEnumString(parameters, "MODE", context) == "balance":
            plan = balance(group, seconds, step)
            judged = verdict(procedure, plan, 0.0 if met_everywhere(group, plan.load(group.need)) else 1.0)
            points = balance_points(procedure, plan, seconds) if asks_points else []
        else:
            least = self._number(parameters, "MIN_VOLUME", context)
            if least is None:
                raise QgsProcessingException(tr("To concentrate, MIN_VOLUME is needed."))
            found = concentrate(group, least, seconds, step=step)
            plan = found.plan
            judged = verdict(procedure, plan, found.short + found.beyond)
            if asks_points:
                points = self._concentration_points(procedure, least, seconds, plan, step)
        self._tell(account, feedback, procedure, plan, judged, seconds)
        return Shared(procedure, plan, judged, points)

    def _concentration_points(self, procedure, least, seconds, best, step):
        """From today to fewer and fewer units, as long as all demand that fits today still fits."""
        group, rows = procedure.group, [pareto_row(procedure, Plan(np.zeros_like(best.moves), True), "today")]
        for units in range(len(group.need) - 1, 0, -1):
            found = concentrate(group, 0.0, seconds, units, step)
            if found.beyond > np.maximum(group.need - group.capacity, 0).sum() + 1e-6 or not np.isfinite(found.beyond):
                break
            rows.append(pareto_row(procedure, found.plan, f"max_units_{units}"))
        rows.append(pareto_row(procedure, best, "chosen"))
        return rows

    def _tell_people(self, account, feedback, people, procedures, with_waiting) -> None:
        outside = np.ones(len(people.population), bool)
        unknown = {}
        for procedure in procedures:
            outside &= procedure.areas.of_origin < 0
            for unit in procedure.unit[~procedure.areas.known & (procedure.group.need > 0)]:
                unknown.setdefault(unit, []).append(procedure.specialty)
        unwaited = [
            f"{unit} – {procedure.specialty}"
            for procedure in procedures
            for unit in procedure.unit[np.isnan(procedure.number) | np.isnan(procedure.share)]
        ]
        if unwaited and with_waiting:
            text = tr("{n} units have no waiting in the newest period, so theirs is unknown: {list}.")
            account.say(feedback, text.format(n=len(unwaited), list=listed(unwaited)), warn=True)
        lost = people.population[outside].sum()
        if lost:
            text = tr("{people} people reach no unit of their own region; nobody counts as a patient from there.")
            account.say(feedback, text.format(people=number(lost)), warn=True)
        if unknown:
            text = tr(
                "No people in ORIGINS have these units as their own, so their patients' travel is unknown: {list}."
            )
            account.say(feedback, text.format(list=listed(sorted(unknown))), warn=True)

    def _tell(self, account, feedback, procedure, plan, judged, seconds) -> None:
        group, name = procedure.group, procedure.specialty
        load = plan.load(group.need)
        need, capacity = float(group.need.sum()), float(group.capacity.sum())
        account.say(
            feedback,
            tr("{name}: {moved} of {need} patients a year are moved; the highest demand over capacity goes from {before} to {after}.")
            .format(
                name=name, moved=number(plan.moves.sum()), need=number(need),
                before=number(round(highest_ratio(group.need, group.capacity), 3)),
                after=number(round(highest_ratio(load, group.capacity), 3)),
            ),
        )  # fmt: skip
        if judged == SHORT:
            account.say(
                feedback,
                tr("{name}: need is {need} a year and all units together can do {capacity}. No redistribution can mend the {lack} that are lacking.")
                .format(name=name, need=number(need), capacity=number(capacity), lack=number(need - capacity)),
                warn=True,
            )  # fmt: skip
        elif judged == LIMITED:
            text = tr("{name}: what stays local, floors, routes or the least volume keep it from reaching the aim.")
            account.say(feedback, text.format(name=name), warn=True)
        elif plan.moves.any():
            enough = within_capacity(group, seconds).moves.sum()
            text = tr("{name}: {n} moved patients would be enough for no unit to have more than it can do.")
            account.say(feedback, text.format(name=name, n=number(enough)))
        today, later = waiting_over_90_days(procedure, load)
        if today > 0 and later > 0:
            text = tr("{name}: {today} have waited over 90 days today. Only new patients are moved, so about {later} will have done so in a year; today's lists need an effort of their own.")  # fmt: skip
            account.say(
                feedback, text.format(name=name, today=number(round(today)), later=number(round(later))), warn=True
            )
        units = unit_rows(procedure, plan)
        if under := [row["unit"] for row in units if row["under_floor"]]:
            account.say(
                feedback, tr("{name}: under the floor: {list}.").format(name=name, list=listed(under)), warn=True
            )
        unknown = sum(row["moved_unknown"] for row in region_rows(procedure, plan, judged))
        if unknown:
            text = tr("{name}: the travel of {n} moved patients is unknown and in no sum.")
            account.say(feedback, text.format(name=name, n=number(unknown)), warn=True)
        if not plan.proven:
            text = tr("{name}: not proven to be the best within {seconds} seconds.")
            account.say(feedback, text.format(name=name, seconds=number(seconds)), warn=True)

    def _write_tables(self, outputs, account, shared, shown) -> None:
        def is_shown(*regions):
            return not shown or any(region in shown for region in regions)

        regions = [region_rows(one.procedure, one.plan, one.judged) for one in shared]
        units = [unit_rows(one.procedure, one.plan) for one in shared]
        moves = [row for one in shared for row in move_rows(one.procedure, one.plan)]
        tables = {
            "OUTPUT": (region_columns(), [row for rows in regions for row in rows if is_shown(row["region"])]),
            "SITES": (unit_columns(), [row for rows in units for row in rows if is_shown(row["region"])]),
            "MOVES": (move_columns(), [row for row in moves if is_shown(row["from_region"], row["to_region"])]),
            "PARETO": (pareto_columns(), [row for one in shared for row in one.points]),
        }
        for name, (columns, rows) in tables.items():
            account.name_columns(name, columns)
            values = [[_value(row[column.name]) for column in columns] for row in rows]
            _write_table(outputs, name, columns, values)
        columns = consequence_columns()
        account.name_columns("CONSEQUENCES", columns)
        template = [
            row
            for one, of_region, of_unit in zip(shared, regions, units)
            for row in consequence_rows(one.procedure.specialty, of_region, of_unit)
        ]
        _write_table(outputs, "CONSEQUENCES", columns, template)

    def _write_travel(self, parameters, context, outputs, account, points, people, shared, shown) -> None:
        if parameters.get("TRAVEL_BEFORE") is None and parameters.get("TRAVEL_AFTER") is None:
            return
        groups = [
            (one.procedure.column, one.procedure.areas, one.procedure.group.need, one.plan.moves) for one in shared
        ]
        travel = travel_of_origins(people, groups)
        region = [None] * len(points.ids) if people.region is None else people.region
        rows = [row for row in range(len(points.ids)) if not shown or people.region is None or region[row] in shown]
        source = self.source(parameters, "ORIGINS", context)
        columns = travel_columns(f"{STRAIGHT_MINUTES if self._straight(parameters, context) else MINUTES}_1")
        for name, minutes in (("TRAVEL_BEFORE", travel.before), ("TRAVEL_AFTER", travel.after)):
            account.name_columns(name, columns)
            written = numbers(minutes)
            values = (
                (
                    QgsGeometry.fromPointXY(QgsPointXY(*points.xy[row])),
                    [
                        points.ids[row], region[row], float(people.population[row]), float(travel.patients[row]),
                        written[row], "no_route" if written[row] is None else "ok",
                    ],
                )
                for row in rows
            )  # fmt: skip
            outputs.write(name, fields_of(columns), QgsWkbTypes.Type.Point, source.sourceCrs(), values, len(rows))

    def _straight(self, parameters, context) -> bool:
        source = self.source(parameters, "MATRIX", context)
        return not has_field(source, MINUTES) and has_field(source, STRAIGHT_MINUTES)

    def _codes(self, parameters, name, context) -> list[str]:
        return parts_of(self.parameterAsString(parameters, name, context))

    def _number(self, parameters, name, context) -> float | None:
        given = parameters.get(name) not in (None, "")
        return self.parameterAsDouble(parameters, name, context) if given else None


def _value(value):
    """A number as QGIS takes it; NULL where it is unknown or endless."""
    if isinstance(value, (float, np.floating)):
        return float(value) if np.isfinite(value) else None
    return value


def _write_table(outputs, name, columns, rows) -> None:
    outputs.write(
        name, fields_of(columns), NO_GEOMETRY, QgsCoordinateReferenceSystem(), ((None, row) for row in rows), len(rows)
    )
