"""Two versions of a plan, compared as they were read: changes with their places, and the figures of both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import pandas as pd
from qgis.core import QgsGeometry

from ..core.plans.affected import PLAN, affected_inputs
from ..core.plans.difference import ADDED, AREA, MOVED, REMOVED, USUAL, Change, Limits, Strips, changes, matched
from ..core.plans.difference_totals import DOCUMENT_GONE, DOCUMENT_NEW, Totals, Version, totals
from ..core.plans.plan_content import PROVISION_COLUMNS, PlanContent
from .plan_geometry import as_area, from_wkb, ground_of, moved, shapes_of, shared_areas, union_of

GAINED, LOST = "gained", "lost"


@dataclass(frozen=True)
class Comparison:
    """``changes`` refer to rows of ``before`` and ``after`` (provisions, the plan area as the last row of each)."""

    changes: tuple[Change, ...]
    totals: Totals
    before: pd.DataFrame
    after: pd.DataFrame
    limits: Limits

    @property
    def affected(self) -> frozenset[str]:
        """What changed, for `core.plans.affected.is_affected`."""
        return affected_inputs(self.changes, self.totals, self.before.to_dict("records"), self.after.to_dict("records"))

    @property
    def documents(self) -> int:
        """How many documents came or went."""
        return sum(figure.measure in (DOCUMENT_NEW, DOCUMENT_GONE) for figure in self.totals.figures)

    @property
    def significant(self) -> int:
        """How many differences are above the limits, documents that came or went included."""
        return sum(change.significant for change in self.changes) + self.documents

    def places(self, change: Change) -> list[tuple[str, Optional[QgsGeometry]]]:
        """What to draw of a change: (gained, lost or blank; multipolygon or None)."""
        before = self._shape(self.before, change.row_before)
        after = self._shape(self.after, change.row_after)
        if change.change == ADDED:
            return [("", after)]
        if change.change == REMOVED:
            return [("", before)]
        if change.change not in (MOVED, AREA):
            return [("", after)]
        both = moved(before, after, self.limits)
        return [(word, one) for word, one in ((GAINED, both.gained), (LOST, both.lost)) if one is not None]

    @staticmethod
    def _shape(rows: pd.DataFrame, at: Optional[int]) -> Optional[QgsGeometry]:
        return None if at is None else as_area(from_wkb(rows["wkb"].iloc[at]))


def compare(before: PlanContent, after: PlanContent, feedback, limits: Limits = USUAL) -> Comparison:
    """What changed from ``before`` to ``after``."""
    versions, tables = [], []
    for content in (before, after):
        plan = union_of(content.areas)
        provisions = _numbered(content.provisions)
        ground = ground_of(provisions, feedback)
        versions.append(Version(0.0 if plan is None else plan.area(), provisions, content.documents, ground))
        tables.append(pd.concat([provisions, _plan_row(plan)], ignore_index=True))
    shapes = [shapes_of(list(table["wkb"])) for table in tables]
    shared = shared_areas(*shapes, feedback)
    areas = [shape.area for shape in shapes]
    pairs = matched(*tables, shared, *areas, limits)

    def strips(pair) -> Strips:
        return moved(shapes[0].geometries[pair.before], shapes[1].geometries[pair.after], limits).strips

    found = changes(*tables, pairs, strips, *areas, limits)
    return Comparison(tuple(found), totals(*versions, limits), *tables, limits)


def _numbered(provisions: pd.DataFrame) -> pd.DataFrame:
    """Provisions that each have an id; a file that was read and not stored gives none."""
    ids = [
        str(own) if isinstance(own, str) and own else f"#{row}" for row, own in enumerate(provisions["provision_id"])
    ]
    return provisions.assign(provision_id=ids)


def _plan_row(plan: Optional[QgsGeometry]) -> pd.DataFrame:
    """The plan area as if it were a provision, so that its border is compared like theirs."""
    row = dict.fromkeys(PROVISION_COLUMNS)
    row.update(provision_id=PLAN, national_id=PLAN, kind=PLAN, wkb=None if plan is None else bytes(plan.asWkb()))
    return pd.DataFrame({name: pd.Series([value], dtype=object) for name, value in row.items()})
