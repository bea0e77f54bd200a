"""What rules may know of a plan before anything is measured: its own facts, and the questions of their conditions."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import Optional

import pandas as pd
from qgis.core import QgsProcessingException

from ...core.plans.measured import FAILED, NO_DATA, Unanswerable
from ...core.plans.rows import records
from ...i18n import tr
from ...store.schema import GEOMETRY
from .layer_data import LayerData
from .meeting import size_within
from .near import about, known
from .plan_ground import PlanGround
from .shapes import from_wkb
from .surroundings import Surroundings

_STRUCK, _MET = "avfort", "tillgodosett"
#: Where a need of premises does not say how far from its point it may be met.
_RADIUS_M = 2000.0
_ANY_CARE = "care_premises"


class Knowledge:
    """Facts and functions about one plan for `RuleContext`; None stands for what is not known."""

    def __init__(self, plan: PlanGround, ground: Surroundings):
        self._plan, self._ground = plan, ground

    @cached_property
    def facts(self) -> dict[str, object]:
        """Facts by the names of `core.plans.facts.PLAN_FACTS`; those that are not known are left out."""
        plan, case = self._plan.plan, self._plan.plan.case
        found = {
            "stage": plan.stage,
            "procedure": case.get("procedure"),
            "kind": case.get("kind"),
            "dwellings": case.get("dwellings_max"),
            "implementation_months": case.get("implementation_months"),
            "this_year": date.fromisoformat(self._ground.today).year,
            **self._of_provisions(),
            **self._of_needs(),
        }
        if case.get("significant_impact") is not None:
            found["significant_impact"] = bool(case["significant_impact"])
        return {name: value for name, value in found.items() if value is not None and value == value}

    def _of_provisions(self) -> dict[str, object]:
        plan = self._plan
        found: dict[str, object] = {}
        if not plan.plan.provisions.empty:
            found["temporary_provisions"] = int(pd.to_numeric(plan.plan.provisions["valid_months"]).gt(0).sum())
        if plan.knows_uses:
            for letter, name in (("B", "bta_housing"), ("D", "bta_care")):
                gross = plan.rights.gross_area(letter)
                if plan.has_use(letter) is False:
                    found[name] = 0.0
                elif not math.isnan(gross) and plan.rights.is_clear(letter):
                    found[name] = gross
        stated = plan.plan.case.get("care_area_m2")
        if "bta_care" not in found and stated is not None:
            found["bta_care"] = stated
        return found

    @cached_property
    def needs(self) -> Optional[list[dict]]:
        """Needs of premises that the plan touches, neither struck nor met elsewhere; None where the register holds no need at
        all."""
        every = needs_of(self._ground)
        if not every:
            return None
        return [need for need in every if self._is_open(need) and self._is_here(need)]

    def _is_open(self, need: Mapping) -> bool:
        mine = need["plan_id"] == self._plan.plan.plan_id
        return need["status"] != _STRUCK and (mine or need["status"] != _MET)

    def _is_here(self, need: Mapping) -> bool:
        if need["plan_id"] is not None:
            return need["plan_id"] == self._plan.plan.plan_id
        where = from_wkb(need[GEOMETRY])
        if where is None:
            return need["municipality"] == self._plan.plan.case.get("municipality")
        area = self._plan.area
        return not area.isNull() and area.distance(where) <= (need["radius_m"] or _RADIUS_M)

    def _of_needs(self) -> dict[str, object]:
        needs = self.needs or []
        found: dict[str, object] = {}
        for name, column, most in (
            ("need_earliest_year", "earliest_year", min),
            ("need_soonest_year", "latest_year", min),
            ("need_latest_year", "latest_year", max),
            ("need_floor_area_m2", "floor_area_m2", sum),
            ("need_plot_m2", "plot_m2", sum),
        ):
            told = [need[column] for need in needs if need[column] is not None]
            if told and len(told) == len(needs):  # one that is not told may be the one that decides
                found[name] = most(told)
        return found

    @property
    def functions(self) -> dict[str, Callable]:
        """Functions by the names of `core.plans.facts.FUNCTIONS`."""
        return {
            "has_use": self.has_use,
            "has_keyword": self.has_keyword,
            "intersects": self.intersects,
            "touches": self.touches,
            "near": self.near,
            "need": self.need,
        }

    def has_use(self, *letters: str) -> Optional[bool]:
        """Whether the plan has one of the uses; before any use is known, what the case says of dwellings and care decides."""
        plan = self._plan
        if plan.knows_uses:
            return plan.has_use(*letters)
        case = plan.plan.case
        said = {"B": case.get("dwellings_max"), "D": case.get("care_area_m2")}
        return True if any((said.get(letter) or 0) > 0 for letter in letters) else None

    def has_keyword(self, *words: str) -> Optional[bool]:
        if any(word.casefold() in self._plan.words for word in words):
            return True
        return False if self._plan.is_described else None

    def intersects(self, role: str) -> bool:
        """Whether some of the layer lies within the plan, an edge apart."""
        return self._of_layer(role, lambda data: size_within(self._area(), data) > 0)

    def touches(self, role: str) -> bool:
        """Whether the layer meets the plan at all, if only at its edge."""
        return self._of_layer(role, lambda data: bool(data.meeting(self._area())))

    def near(self, role: str, metres: float) -> bool:
        return self._of_layer(role, lambda data: bool(data.nearest(self._area())[0] <= metres))

    def _of_layer(self, role: str, asked: Callable[[LayerData], bool]) -> bool:
        """The answer of a layer. Raises Unanswerable for a no where features without a place may lie here, and for a layer
        that can't be read: one rule's trouble is no other rule's."""
        try:
            data = known(self._ground.layer(role))
        except QgsProcessingException as error:
            raise Unanswerable(FAILED, (role,), str(error)) from error
        found = asked(data)
        if not found and data.without_place:
            raise Unanswerable(NO_DATA, (role,), about(data))
        return found

    def need(self, kind: str) -> Optional[bool]:
        """Whether the region has written down a need here: of any kind (``care_premises``), or of one service."""
        if self.needs is None:
            return None
        if any(kind in (_ANY_CARE, need["service"]) for need in self.needs):
            return True
        placed = (need for need in needs_of(self._ground) if self._is_open(need) and need["plan_id"] is None)
        if self._plan.area.isNull() and any(from_wkb(need[GEOMETRY]) is not None for need in placed):
            return None  # a plan that is not on the map may lie where the need is
        return False

    def _area(self):
        if self._plan.area.isNull():
            raise Unanswerable(NO_DATA, (), tr("The plan has no area on the map, so nothing can be measured."))
        return self._plan.area


def needs_of(ground: Surroundings) -> list[dict]:
    """The register's needs of premises, read once, with their geometry."""
    if "needs" not in ground.kept:
        rows = ground.workspace.read("local_needs")
        told = records(rows)
        ground.kept["needs"] = [{**row, GEOMETRY: shape} for row, shape in zip(told, rows[GEOMETRY])]
    return ground.kept["needs"]
