"""Plans, dwellings, centres and ways read into one account of what the plans bring: the base of the tools about their need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from qgis.core import QgsProcessingException

from ...adapters.listings import places_of, read_capacity, read_listings, say_strangers
from ...adapters.plan_register import newest_versions, plans_layer, rights_of
from ...adapters.points import PointTable, move_points, read_points
from ...adapters.reading import listed
from ...adapters.tables import amount
from ...core.access.capacity import LISTED, SPECIALIST, TRAINEE, Capacity, capacity_of
from ...core.access.decay import EPANECHNIKOV, Decay
from ...core.plans.codes import CASE_KINDS
from ...core.plans.cumulative import Loads, loads
from ...core.plans.need import (
    FROM_RIGHTS,
    GIVEN,
    UNKNOWN,
    Assumptions,
    Need,
    dwellings_of,
    flows,
    need_of,
)
from ...core.scenarios.listings import Cells
from ...i18n import number, tr
from ...store.workspace import open_workspace
from ..parameters import parts_of
from ..travel import Question
from ..travel_account import say_skipped
from .deadline_parameters import read_day
from .need_account import say_dwellings, say_twice, say_unknown_capacity, say_unreached
from .need_parameters import PlanNeedParameters

_FIRST_YEAR, _LAST_YEAR = 2000, 2200


@dataclass(frozen=True)
class Coming:
    """Everything computed for one run: plans (n), centres (f), and what the plans mean for the centres."""

    question: Question
    plans: PointTable
    origin: np.ndarray  # where each plan's number of dwellings comes from (n)
    need: Need
    capacity: Capacity
    minutes: np.ndarray  # (n, f); inf = out of reach
    share: np.ndarray  # (n, f)
    added: np.ndarray  # people listed (n, f); unknown needs count as none, and are told
    loads: Loads
    assumed: Assumptions

    @property
    def left(self) -> np.ndarray:
        """Places left at each centre (f) before the plans; NaN = unknown."""
        return self.capacity.spare_places


class Dwellings(NamedTuple):
    """Per plan (n): flats and houses (NaN = unknown), where the numbers come from, and whether something is in doubt."""

    flats: np.ndarray
    houses: np.ndarray
    origin: np.ndarray
    doubtful: np.ndarray


class PlanNeedAlgorithm(PlanNeedParameters):
    """A tool that asks how many people plans bring and what that does to health centres."""

    def with_plans(self, parameters, context, account, feedback) -> dict:
        """The parameters with the register's plans in place of a blank PLANS."""
        if parameters.get("PLANS") not in (None, ""):
            return dict(parameters)
        kinds = parts_of(self.parameterAsString(parameters, "KINDS", context))
        unknown = [kind for kind in kinds if kind not in CASE_KINDS]
        if unknown:
            raise QgsProcessingException(
                tr("KINDS has no kinds of plans called {list}. They are: {known}.").format(
                    list=", ".join(unknown), known=", ".join(CASE_KINDS)
                )
            )
        years = self.parameterAsDouble(parameters, "YEARS_IN_FORCE", context)
        today = read_day(self, parameters, context, "TODAY") or date.today()
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), writable=False) as workspace:
            register = plans_layer(workspace, kinds, years, today, feedback, self.reviewed(parameters, context))
        for ids, text in (
            (register.other_kinds, tr("{n} cases of other kinds than {kinds} were left out: {list}.")),
            (register.ended, tr("{n} plans have ended, or been in force longer than {years} years, and were left out: {list}.")),
        ):  # fmt: skip
            if ids:
                told = {"n": len(ids), "kinds": ", ".join(kinds), "years": number(years), "list": listed(ids)}
                account.say(feedback, text.format(**told))
        if not register.layer.featureCount():
            raise QgsProcessingException(
                tr("The register has no plans under way. Import plans first, or choose a layer of plans (PLANS).")
            )
        context.temporaryLayerStore().addMapLayer(register.layer)
        return {**parameters, "PLANS": register.layer.id(), "PLAN_ID": "plan_id", "DWELLINGS": "dwellings"}

    def reviewed(self, parameters, context) -> str:
        """The id of the plan that must be there, of whatever kind it is."""
        return ""

    def fields_read(self, layer, parameters, context) -> list[str]:
        if layer != "PLANS":
            return super().fields_read(layer, parameters, context)
        names = (
            self._field(parameters, name, context) for name in ("DWELLINGS", "HOUSES", "START_YEAR", "MUNICIPALITY")
        )
        return [name for name in names if name]

    def coming(self, parameters, context, account, feedback) -> Coming:
        """Read everything and compute what the plans mean for the centres."""
        question = self.ask(parameters, context, feedback, account)
        plans = self._plans(parameters, context, question, account, feedback)
        assumed = self._assumptions(parameters, context, account, feedback)
        dwellings = self._dwellings(parameters, context, plans, assumed, account, feedback)
        need = need_of(dwellings.flats, dwellings.houses, assumed)
        capacity = self._capacity(parameters, context, question, account, feedback)
        minutes = self._minutes(question, plans, feedback)
        method = self.parameterAsEnumString(parameters, "DISTRIBUTION", context)
        decay = Decay(EPANECHNIKOV, self._limit(parameters, context))
        share = flows(minutes, method, decay, capacity.spare_places > 0)
        added = np.nan_to_num(need.listed)[:, None] * share
        found = loads(capacity.listed, capacity.supply, added)
        say_unreached(plans, share, need, account, feedback)
        say_unknown_capacity(question, capacity, added, account, feedback)
        return Coming(question, plans, dwellings.origin, need, capacity, minutes, share, added, found, assumed)

    def _plans(self, parameters, context, question, account, feedback) -> PointTable:
        source = self.source(parameters, "PLANS", context)
        id_field = self.parameterAsString(parameters, "PLAN_ID", context)
        wanted = self.fields_read("PLANS", parameters, context)
        points = read_points(source, "PLANS", id_field, wanted, feedback, _inside)
        points = move_points(points, source.sourceCrs(), question.crs, context.transformContext())
        say_skipped(points, "PLANS", "", account, feedback)
        if not points:
            raise QgsProcessingException(
                tr("No plan has a place on the map, so no centre can be told for any of them.")
            )
        say_twice(source, points, account, feedback)
        return points

    def _assumptions(self, parameters, context, account, feedback) -> Assumptions:
        def value(name):
            return self.parameterAsDouble(parameters, name, context)

        each = parameters.get("HOUSEHOLD_SIZE") not in (None, "")
        flat, house = (value("HOUSEHOLD_SIZE"),) * 2 if each else (value("PERSONS_FLAT"), value("PERSONS_HOUSE"))
        own = "CARE_HOME_RATE"
        rate = np.nan
        if self.parameterDefinition(own) is not None and parameters.get(own) not in (None, ""):
            rate = value(own)
        norm = self.norm(parameters, context).per_specialist
        assumed = Assumptions(flat, house, value("LISTED_SHARE"), norm, value("BTA_PER_FLAT"), rate)
        if not all(np.isfinite(one) for one in (flat, house, norm, assumed.listed_share, assumed.gross_per_flat)):
            raise QgsProcessingException(tr("The assumptions must be numbers."))
        if each:
            text = tr(
                "Assumed: {people} people per dwelling, {share} of them listed, {norm} listed per full-time specialist."
            )
        else:
            text = tr(
                "Assumed: {people} people per flat and {house} per house (placeholders with no source, unless the region has set them), {share} of them listed, {norm} listed per full-time specialist."
            )
        text = text.format(
            people=number(flat), house=number(house), share=number(assumed.listed_share), norm=number(norm)
        )
        account.say(feedback, text, warn=not each)
        return assumed

    def _dwellings(self, parameters, context, plans, assumed, account, feedback) -> Dwellings:
        total, origin = self._given(parameters, context, plans), np.full(len(plans.ids), GIVEN, object)
        houses = np.nan_to_num(self._numbers(plans, self._field(parameters, "HOUSES", context)))
        doubtful = np.zeros(len(plans.ids), bool)
        missing = np.flatnonzero(np.isnan(total))
        workspace = self.parameterAsString(parameters, "WORKSPACE", context)
        if len(missing) and workspace:
            with open_workspace(workspace, writable=False) as opened:
                newest = newest_versions(opened)
                for row in missing:
                    version = newest.get(plans.ids[row])
                    rights = rights_of(opened, version, feedback) if version else None
                    if rights is not None:
                        total[row], clear = dwellings_of(rights, assumed.gross_per_flat)
                        origin[row], doubtful[row] = FROM_RIGHTS, not clear
        unknown = np.isnan(total)
        origin[unknown] = UNKNOWN
        wrong = plans.ids[houses > np.nan_to_num(total, nan=np.inf)]
        if len(wrong):
            raise QgsProcessingException(tr("{n} plans have more houses than dwellings: {list}. Correct them first.")
                                         .format(n=len(wrong), list=listed(list(wrong))))  # fmt: skip
        say_dwellings(plans.ids, origin, doubtful, assumed, account, feedback)
        return Dwellings(np.where(unknown, np.nan, total - houses), np.where(unknown, np.nan, houses), origin, doubtful)

    def _given(self, parameters, context, plans) -> np.ndarray:
        given = self._numbers(plans, self._field(parameters, "DWELLINGS", context))
        if parameters.get("DWELLINGS_EACH") not in (None, ""):
            given[np.isnan(given)] = self.parameterAsDouble(parameters, "DWELLINGS_EACH", context)
        return given

    @staticmethod
    def _numbers(plans, field: str) -> np.ndarray:
        """The values of a field (n); NaN where there is none. Less than nothing, or no number at all, stops the tool."""
        if not field:
            return np.full(len(plans.ids), np.nan)
        values = plans.columns[field]
        found = np.array([amount(value) for value in values], float)
        bad = [own for own, value, told in zip(plans.ids, found, values)
               if told not in (None, "") and not (0 <= value < np.inf)]  # fmt: skip
        if bad:
            raise QgsProcessingException(
                tr("{n} plans have no usable number in {field}: {list}. Correct them, or leave the value empty.")
                .format(n=len(bad), field=field, list=listed(bad))
            )  # fmt: skip
        return found

    def _capacity(self, parameters, context, question, account, feedback) -> Capacity:
        ids = question.facilities.ids
        values = read_capacity(self.source(parameters, "CAPACITY", context), ids, account, feedback)
        people = values[LISTED]
        if parameters.get("LISTINGS") not in (None, ""):
            rows = read_listings(self.source(parameters, "LISTINGS", context), account, feedback)
            unit = places_of(rows.unit, ids)
            say_strangers(rows.unit, unit, rows.number, "FACILITIES", account, feedback)
            cells = Cells(unit, unit, rows.number)
            told = np.bincount(unit[(unit >= 0) & ~cells.hidden], minlength=len(ids)) > 0
            people = np.where(told, cells.sums(unit, len(ids)), np.nan)
        return capacity_of(values[SPECIALIST], values[TRAINEE], people, self.norm(parameters, context))

    def _minutes(self, question, plans, feedback) -> np.ndarray:
        feedback.setProgressText(tr("Searching the network"))
        pairs = question.travel.pairs(plans.xy, self.step(feedback, 10, 80))
        minutes = np.full((len(plans.ids), len(question.facilities.ids)), np.inf)
        minutes[pairs.origin, pairs.facility] = pairs.minutes
        return minutes

    def years(self, parameters, context, name="HORIZONS") -> list[int]:
        found = []
        for part in parts_of(self.parameterAsString(parameters, name, context).replace(",", ";")):
            if not part.isdigit() or not _FIRST_YEAR <= int(part) <= _LAST_YEAR:
                raise QgsProcessingException(
                    tr("{name} must be years with ; between them: {text} is none.").format(name=name, text=part)
                )
            found.append(int(part))
        return sorted(set(found))

    def first_years(self, parameters, context, plans) -> np.ndarray:
        return self._numbers(plans, self._field(parameters, "START_YEAR", context))


def _inside(geometry):
    """A point inside a plan; else None and why there is none."""
    if geometry.isNull() or geometry.isEmpty():
        return None, tr("no geometry")
    point = geometry.pointOnSurface()
    if point.isNull() or point.isEmpty():
        return None, tr("a geometry without an inside")
    at = point.asPoint()
    return (at.x(), at.y()), ""
