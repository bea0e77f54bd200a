"""Where a plan may lie: municipalities by name or code, and the areas of the workspace that show a wrong coordinate system."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from osgeo import ogr

from ...adapters.municipalities import municipality_names
from ...core.facilities.words import municipality_of, municipality_words
from ...core.plans.plan_content import PlanContent
from ...sources.plans.shapes import SYSTEMS, TM, in_sweden, in_zone, way_to_tm


class Places:
    """The municipalities, and their areas as far as the workspace holds them."""

    def __init__(self, workspace):
        self._workspace = workspace
        self._names = municipality_names()
        self._words = municipality_words(self._names)
        self._areas: dict[str, list[ogr.Geometry]] = {}
        self._ways = {system: way_to_tm(system) for system in SYSTEMS if system != TM}

    @property
    def names(self) -> Mapping[str, str]:
        """Every municipality's name by its code."""
        return self._names

    def code_of(self, text: str) -> Optional[str]:
        """The four-digit code of a municipality's code or name; None where there is none such."""
        found = municipality_of(text, self._words)
        return found if found in self._names else None

    def name_of(self, code: str) -> str:
        return self._names.get(code, code)

    def systems_at(self, east: float, north: float, municipality: str) -> list[int]:
        """The EPSG codes in which the point lies in the municipality's areas, or in the region's where it has none.

        Without areas only SWEREF 99 TM can be told, by the size of its numbers.
        """
        areas = self.areas_of(municipality) or self._areas_of("")
        found = []
        for system in SYSTEMS:
            x, y = (east, north) if system == TM else self._ways[system].TransformPoint(east, north)[:2]
            if not (in_zone(east, system) and in_sweden(x, y)):
                continue
            point = ogr.Geometry(ogr.wkbPoint)
            point.AddPoint_2D(x, y)
            if any(area.Intersects(point) for area in areas) if areas else system == TM:
                found.append(system)
        return found

    def lies_elsewhere(self, content: PlanContent) -> bool:
        """Whether a plan touches no area of its municipality; not where the workspace holds none of them."""
        areas = self.areas_of(content.case.get("municipality", ""))
        if not areas or not content.areas:
            return False
        plans = [ogr.CreateGeometryFromWkb(bytes(wkb)) for wkb in content.areas]
        return not any(area.Intersects(plan) for area in areas for plan in plans)

    def areas_of(self, municipality: str) -> list[ogr.Geometry]:
        return self._areas_of(municipality) if municipality else []

    def _areas_of(self, municipality: str) -> list[ogr.Geometry]:
        """The areas of a municipality; of the whole region for a blank code."""
        if municipality not in self._areas:
            within = {"municipality": [municipality]} if municipality else {"region": [self._workspace.region]}
            rows = self._workspace.read("areas", within=within)
            self._areas[municipality] = [
                ogr.CreateGeometryFromWkb(bytes(wkb)) for wkb in rows["geom"] if wkb is not None
            ]
        return self._areas[municipality]
