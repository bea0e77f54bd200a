"""Geometry of plan files on its way into SWEREF 99 TM: checked, moved from a local zone, rounded, mended and counted."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Optional

from osgeo import ogr, osr

from ...i18n import tr
from ..errors import BadPlanFile

TM = 3006
#: EPSG codes of the twelve local zones by their name in SWEREF 99; degrees and minutes of the central meridian.
ZONES = {
    "12 00": 3007, "13 30": 3008, "15 00": 3009, "16 30": 3010, "18 00": 3011, "14 15": 3012,
    "15 45": 3013, "17 15": 3014, "18 45": 3015, "20 15": 3016, "21 45": 3017, "23 15": 3018,
}  # fmt: skip
SYSTEMS = (TM, *sorted(ZONES.values()))
#: Sweden with its sea in EPSG:3006, in metres.
_EAST, _NORTH = (240_000.0, 1_000_000.0), (6_050_000.0, 7_750_000.0)
#: Easting of the meridian of every local zone, and how far from it no plan lies.
_ZONE_MIDDLE, _ZONE_REACH = 150_000.0, 250_000.0
#: Far more than any plan has; what has more was made to harm.
MOST_POINTS = 500_000
_DECIMALS = 3  # one millimetre, so that two versions of PROJ give the same plan
_DEPTHS = {"Point": 0, "LineString": 1, "Polygon": 2, "MultiPoint": 1, "MultiLineString": 2, "MultiPolygon": 3}

Point = tuple[float, float]


class Shapes:
    """The geometry of one file, called ``name`` in sentences; ``mended`` and ``closed`` count what was put right."""

    def __init__(self, name: str):
        self._name = name
        self._points = 0
        self._ways: dict[int, osr.CoordinateTransformation] = {}
        self.mended = self.closed = 0

    def of_geojson(self, geometry, system: int, what: str) -> ogr.Geometry:
        """A GeoJSON geometry with easting before northing in ``system`` (EPSG), as one in EPSG:3006.

        ``what`` names the object in the sentence of the `BadPlanFile` that it raises.
        """
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        if not isinstance(kind, str) or kind not in _DEPTHS:
            raise self.refused(
                what, tr("it has a geometry of a kind that plans do not have ({kind}).").format(kind=kind)
            )
        depth = _DEPTHS[kind]
        told = self._numbers(geometry.get("coordinates"), depth, what)
        if kind == "Polygon":
            return self.area([told], system, what)
        if kind == "MultiPolygon":
            return self.area(told, system, what)
        if kind in ("LineString", "MultiLineString"):
            return self.lines([told] if depth == 1 else told, system, what)
        return self.points([told] if depth == 0 else told, system, what)

    def area(self, polygons: Sequence[Sequence[Sequence[Point]]], system: int, what: str) -> ogr.Geometry:
        """A valid multipolygon of polygons, each a list of rings with the outer one first."""
        whole = ogr.Geometry(ogr.wkbMultiPolygon)
        for rings in polygons:
            polygon = ogr.Geometry(ogr.wkbPolygon)
            for ring in rings:
                polygon.AddGeometry(self._ring(self._moved(ring, system, what), what))
            whole.AddGeometry(polygon)
        return self.sound(whole, what)

    def of_rings(self, rings: Sequence[Sequence[Point]], system: int, what: str) -> ogr.Geometry:
        """A valid multipolygon of rings that nobody told the inner from the outer of: what lies in two of them is a hole."""
        whole = ogr.Geometry(ogr.wkbMultiPolygon)
        for ring in rings:
            one = self.area([[ring]], system, what)
            whole = one if whole.IsEmpty() else whole.SymDifference(one)
        return self.sound(whole, what)

    def lines(self, lines: Sequence[Sequence[Point]], system: int, what: str) -> ogr.Geometry:
        whole = ogr.Geometry(ogr.wkbMultiLineString)
        for points in lines:
            line = ogr.Geometry(ogr.wkbLineString)
            for x, y in self._moved(points, system, what):
                line.AddPoint_2D(x, y)
            if line.Length() <= 0:
                raise self.refused(what, tr("it has a line without length."))
            whole.AddGeometry(line)
        return whole

    def points(self, points: Sequence[Point], system: int, what: str) -> ogr.Geometry:
        moved = self._moved(points, system, what)
        whole = ogr.Geometry(ogr.wkbPoint if len(moved) == 1 else ogr.wkbMultiPoint)
        for x, y in moved:
            if len(moved) == 1:
                whole.AddPoint_2D(x, y)
            else:
                point = ogr.Geometry(ogr.wkbPoint)
                point.AddPoint_2D(x, y)
                whole.AddGeometry(point)
        return whole

    def sound(self, area: ogr.Geometry, what: str) -> ogr.Geometry:
        """``area`` (EPSG:3006) as a valid multipolygon; mended and counted where it crosses itself, refused where nothing is left."""
        if not area.IsValid():
            self.mended += 1
            area = area.MakeValid()
        whole = ogr.Geometry(ogr.wkbMultiPolygon)
        for polygon in _polygons(area):
            if polygon.GetArea() > 0:
                whole.AddGeometry(polygon)
        if whole.IsEmpty() or not whole.IsValid():
            raise self.refused(what, tr("its area is nothing, or crosses itself so that it cannot be mended."))
        return whole

    def together(self, shapes: Sequence[ogr.Geometry], what: str) -> Optional[bytes]:
        """Several geometries of one provision as one: areas united, lines and points gathered; None for none."""
        if not shapes:
            return None
        dimensions = {shape.GetDimension() for shape in shapes}
        if dimensions == {2}:
            whole = ogr.Geometry(ogr.wkbMultiPolygon)
            for shape in shapes:
                for polygon in _polygons(shape):
                    whole.AddGeometry(polygon)
            whole = whole if whole.IsValid() else self.sound(whole.UnionCascaded(), what)
        elif len(shapes) == 1:
            whole = shapes[0]
        else:
            kinds = {0: ogr.wkbMultiPoint, 1: ogr.wkbMultiLineString}
            kind = kinds[dimensions.pop()] if len(dimensions) == 1 else ogr.wkbGeometryCollection
            whole = ogr.Geometry(kind)
            for shape in shapes:
                parts = [shape.GetGeometryRef(at) for at in range(shape.GetGeometryCount())]
                for part in parts if parts and kind != ogr.wkbGeometryCollection else [shape]:
                    whole.AddGeometry(part)
        return wkb_of(whole)

    def refused(self, what: str, why: str) -> BadPlanFile:
        return BadPlanFile(self._name, tr("{what}: {why}").format(what=what, why=why))

    def notes(self) -> list[str]:
        found = []
        if self.closed:
            found.append(tr("{n} rings were not closed, and were closed.").format(n=self.closed))
        if self.mended:
            found.append(tr("{n} areas crossed themselves, and were mended: look at them.").format(n=self.mended))
        return found

    def _numbers(self, told, depth: int, what: str):
        """``told`` as lists of (x, y), nested ``depth`` deep."""
        if not isinstance(told, list) or (depth and not told):
            raise self.refused(what, tr("its coordinates are no list of points."))
        if depth:
            return [self._numbers(part, depth - 1, what) for part in told]
        numbers = told[:2]
        fine = len(numbers) == 2 and all(isinstance(n, (int, float)) and not isinstance(n, bool) for n in numbers)
        if not fine or not all(math.isfinite(n) and abs(n) < 1e9 for n in numbers):
            raise self.refused(what, tr("its coordinates are no list of points."))
        self._points += 1
        if self._points > MOST_POINTS:
            raise self.refused(what, tr("the file has more than {n} points.").format(n=MOST_POINTS))
        return float(numbers[0]), float(numbers[1])

    def _moved(self, points: Sequence[Point], system: int, what: str) -> list[Point]:
        """Points in EPSG:3006, rounded; `BadPlanFile` where they lie outside Sweden, or far outside their local zone."""
        moved = points
        if system != TM:
            moved = [(x, y) for x, y, *_ in self._way(system).TransformPoints([list(point) for point in points])]
        for (east, north), (x, y) in zip(points, moved):
            if not (in_zone(east, system) and in_sweden(x, y)):
                text = tr(
                    "it lies outside Sweden or its zone, if its coordinates (easting {east}, northing {north}) are in "
                    "EPSG:{system}. Say in CRS which system they are in."
                )
                raise self.refused(what, text.format(east=f"{east:.0f}", north=f"{north:.0f}", system=system))
        return [(round(x, _DECIMALS), round(y, _DECIMALS)) for x, y in moved]

    def _way(self, system: int) -> osr.CoordinateTransformation:
        if system not in self._ways:
            self._ways[system] = way_to_tm(system)
        return self._ways[system]

    def _ring(self, points: Sequence[Point], what: str) -> ogr.Geometry:
        if points[0] != points[-1]:
            self.closed += 1
            points = [*points, points[0]]
        if len(set(points)) < 3:
            raise self.refused(what, tr("a ring of it has fewer than three corners."))
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in points:
            ring.AddPoint_2D(x, y)
        return ring


def way_to_tm(system: int) -> osr.CoordinateTransformation:
    """From an EPSG code to EPSG:3006, easting first on both sides."""
    ends = []
    for code in (system, TM):
        end = osr.SpatialReference()
        end.ImportFromEPSG(code)
        end.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        ends.append(end)
    return osr.CoordinateTransformation(*ends)


def wkb_of(shape: ogr.Geometry) -> bytes:
    shape.FlattenTo2D()
    return bytes(shape.ExportToWkb(ogr.wkbNDR))


def in_zone(east: float, system: int) -> bool:
    """Whether an easting is near enough to a local zone's meridian that a plan would be drawn in that zone."""
    return system == TM or abs(east - _ZONE_MIDDLE) <= _ZONE_REACH


def in_sweden(x: float, y: float) -> bool:
    return _EAST[0] <= x <= _EAST[1] and _NORTH[0] <= y <= _NORTH[1]


def _polygons(shape: ogr.Geometry) -> list[ogr.Geometry]:
    """Copies of the polygons of a geometry, also of a collection within a collection."""
    if ogr.GT_Flatten(shape.GetGeometryType()) == ogr.wkbPolygon:
        return [shape.Clone()]
    parts = [shape.GetGeometryRef(number) for number in range(shape.GetGeometryCount())]
    return [polygon for part in parts if part.GetDimension() == 2 for polygon in _polygons(part)]
