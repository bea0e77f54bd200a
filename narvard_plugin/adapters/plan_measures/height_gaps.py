"""What a plan's heights leave open: building land without any, and heights of walls that say nothing of the roof."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.core import QgsGeometry

from ...core.plans.provision_values import HEIGHT, Value
from ...i18n import number, tr
from .plan_ground import PlanGround
from .shapes import AREA, SLIVER_M2, from_wkb, only, united

_TO_THE_WALL = "byggnadshojd"
_NOT_BUILT_ON = "prickmark"


def height_doubts(heights: Sequence[tuple[Value, QgsGeometry]], plan: PlanGround, where: QgsGeometry) -> list[str]:
    """Why buildings within ``where`` may be higher than the ``heights`` (each with its ground) tell, in sentences."""
    found = []
    bare = _bare(heights, plan, where)
    if bare > SLIVER_M2:
        text = tr("{n} m² of the building land have no greatest height.")
        found.append(text.format(n=number(round(bare))))
    walls = [one.code for one, _ in heights if one.meaning.quantity == HEIGHT and one.meaning.form == _TO_THE_WALL]
    if walls:
        text = tr("{codes} limits the height of the walls (byggnadshöjd), and the roof may rise above it.")
        found.append(text.format(codes=", ".join(dict.fromkeys(walls))))
    return found


def _bare(heights: Sequence[tuple[Value, QgsGeometry]], plan: PlanGround, where: QgsGeometry) -> float:
    """m² of the building land in ``where`` that no height covers; ground that may not be built on is left out."""
    land = _building_land(plan)
    if land is None:
        return 0.0
    told = [shape for _, shape in heights] + _not_built_on(plan)
    bare = only(land.intersection(where), AREA)
    if told and not bare.isNull() and not bare.isEmpty():
        bare = only(bare.difference(united(told)), AREA)
    return 0.0 if bare.isNull() or bare.isEmpty() else bare.area()


def _building_land(plan: PlanGround) -> Optional[QgsGeometry]:
    """The ground of the uses that have letters; None where the plan draws none."""
    drawn = [use.shape for use in plan.uses if use.letters and use.shape is not None]
    return united(drawn) if drawn else None


def _not_built_on(plan: PlanGround) -> list[QgsGeometry]:
    rows = plan.plan.provisions.to_dict("records")
    shapes = [from_wkb(row.get("wkb")) for row in rows if _NOT_BUILT_ON in str(row.get("code") or "").lower()]
    return [shape for shape in shapes if shape is not None and shape.type() == AREA]
