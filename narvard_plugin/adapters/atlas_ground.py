"""What an atlas stands on: the workspace's tables read once, who lives in which area, and the areas' outlines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from qgis.core import QgsGeometry, QgsPoint, QgsProcessingException

from ..core.atlas.content import Origin
from ..core.atlas.places import NO_AREA, Places, place_of_small
from ..core.deso.vintage import DESO
from ..core.indicators import Figure
from ..i18n import tr
from ..store.workspace import open_workspace
from .indicator_figures import FIGURES, Indicator
from .indicator_values import IndicatorTables
from .municipalities import municipality_names
from .reading import Cancelled

MUNICIPALITY = "municipality"
_MORE = ("people", "divisions", "forecasts", "listings", "services", "sources")
_LAYERS = ("people", "facilities", "services", "capacity", "listings", "forecasts")


class Ground(NamedTuple):
    """One region's workspace: ``tables`` by name (those of `IndicatorTables` too), ``layers`` as QGIS opens them, the
    ``places`` with their ``outlines`` (code → WKB, EPSG:3006), and the rows of ``points`` (own people) and ``areas`` (own small
    areas of the newest vintage). ``known`` remembers figures that were asked for."""

    workspace: str
    region: str
    region_name: str
    division: str
    figures: IndicatorTables
    tables: Mapping[str, pd.DataFrame]
    layers: Mapping[str, str]
    places: Places
    outlines: Mapping[str, bytes]
    points: pd.DataFrame
    areas: pd.DataFrame
    known: dict

    def small_figures(self, code: str) -> list[Figure]:
        """A statistic of the small areas as the dock tells it, in its newest year; read once."""
        if code not in self.known:
            rows = FIGURES["statistics"](self.figures, Indicator("statistics", code)).get(DESO, [])
            own = set(self.places.small)
            self.known[code] = [row for row in rows if row.code in own]
        return self.known[code]

    def origins(self, *tables: str, method: str = "") -> list[Origin]:
        """The newest row of each source that fed any of the ``tables``."""
        rows = self.tables["sources"].sort_values("fetched").drop_duplicates("name", keep="last")
        fed = [bool(set(tables) & set(str(one or "").split(";"))) for one in rows["fed"]]
        return [
            Origin(str(row["name"]), str(row["data_date"] or "")[:10], method, str(row["licence"] or ""))
            for row in rows[np.array(fed, bool)].fillna("").sort_values("name").to_dict("records")
        ]


def read_ground(
    workspace: str, division: str, only: Sequence[str], region_name: Callable[[str], str], canceled
) -> Ground:
    """Read the ``workspace`` for an atlas of its own region by ``division`` (``municipality``, or a kind of its divisions).

    ``only``: codes of the areas that get a chapter (none = all); the others still count as part of the region.
    """
    figures = IndicatorTables(workspace, canceled)
    with open_workspace(workspace, writable=False) as opened:
        tables = {name: opened.read(name) for name in _MORE}
        layers = {name: opened.layer_source(name) for name in _LAYERS}
    tables = {**figures.tables, **tables}
    region = figures.region
    areas = tables["areas"]
    areas = areas[(areas["region"] == region) & (areas["area_code"].str.len() > 4)]
    areas = areas[areas["vintage"] == areas["vintage"].max()].reset_index(drop=True)
    people = tables["people"]
    points = people[people["region"] == region].reset_index(drop=True)
    if points.empty:
        raise QgsProcessingException(
            tr("The workspace has no people of its own region ({region}). Import squares or fetch them first: every figure is told for the people who live there.")
            .format(region=region)
        )  # fmt: skip
    xy = _centres(points["geom"])
    outlines, names = _outlines(tables["divisions"], areas, region, division)
    _refuse_unknown(only, outlines)
    member = _members(points, xy, outlines, division == MUNICIPALITY, canceled)
    codes = [region, *outlines]
    row = {code: at for at, code in enumerate(areas["area_code"])}
    small = np.array([row.get(code, -1) for code in points["area_code"]], int)
    whole = _joined([bytes(one) for one in areas["geom"] if one is not None] or list(outlines.values()))
    shapes = {region: whole, **outlines}
    places = Places(
        codes, [region_name(region), *names], np.array([_km2(shapes[code]) for code in codes]),
        points["population"].to_numpy(float), member, list(areas["area_code"]),
        place_of_small(member, points["population"].to_numpy(float), small, len(areas), len(codes)),
    )  # fmt: skip
    points = points.assign(x=xy[:, 0], y=xy[:, 1], small=small)
    return Ground(
        workspace, region, region_name(region), division, figures, tables, layers, places, shapes, points, areas, {}
    )


def area_of_points(ground: Ground, wkb: Sequence) -> np.ndarray:
    """(n) the row of the place that each point or polygon (by a point on it) lies in; 0 = none of the areas."""
    found = np.full(len(wkb), NO_AREA)
    for at, code in enumerate(ground.places.codes[1:], start=1):
        outline = _geometry(ground.outlines[code])
        for row, shape in enumerate(wkb):
            if (
                shape is not None
                and found[row] == NO_AREA
                and outline.contains(_geometry(bytes(shape)).pointOnSurface())
            ):
                found[row] = at
    return found


def _outlines(divisions: pd.DataFrame, areas: pd.DataFrame, region: str, division: str) -> tuple[dict, list[str]]:
    """Code → WKB and names of the areas of the ``division``, by code."""
    if division == MUNICIPALITY:
        known = municipality_names()
        codes = sorted(areas["municipality"].dropna().unique())
        if not codes:
            raise QgsProcessingException(
                tr("The workspace has no small areas of its own region, so that the municipalities have no outlines. Fetch areas (fetchareas) first.")
            )  # fmt: skip
        shapes = {
            code: _joined([bytes(one) for one in areas.loc[areas["municipality"] == code, "geom"] if one is not None])
            for code in codes
        }
        return shapes, [known.get(code, code) for code in codes]
    own = divisions[(divisions["kind"] == division) & (divisions["region"].isin([region, None]))].sort_values("zone_id")
    own = own[own["geom"].notna()]
    if own.empty:
        kinds = sorted(divisions.loc[divisions["region"] == region, "kind"].unique())
        raise QgsProcessingException(
            tr("The workspace has no division of the kind {kind} in its own region. It has: {known}.").format(
                kind=division, known=", ".join([MUNICIPALITY, *kinds])
            )
        )
    return (
        {zone: bytes(wkb) for zone, wkb in zip(own["zone_id"], own["geom"])},
        [name or zone for zone, name in zip(own["zone_id"], own["name"])],
    )


def _refuse_unknown(only: Sequence[str], outlines: Mapping[str, bytes]) -> None:
    strange = [code for code in only if code not in outlines]
    if strange:
        raise QgsProcessingException(
            tr("ONLY names {codes}, which is no area of the division. The areas are: {known}.").format(
                codes=", ".join(strange), known=", ".join(outlines)
            )
        )


def _members(
    points: pd.DataFrame, xy: np.ndarray, outlines: Mapping[str, bytes], by_code: bool, canceled
) -> np.ndarray:
    """(n) the row of the place (1 …) that each point lies in, the first of several; municipalities go by the area code."""
    member = np.full(len(points), NO_AREA)
    if by_code:
        row = {code: at for at, code in enumerate(outlines, start=1)}
        member = np.array([row.get(str(code or "")[:4], NO_AREA) for code in points["area_code"]], int)
    for at, wkb in enumerate(outlines.values(), start=1):
        if canceled():
            raise Cancelled
        outline = _geometry(wkb)
        box = outline.boundingBox()
        inside = (xy[:, 0] >= box.xMinimum()) & (xy[:, 0] <= box.xMaximum())
        inside &= (xy[:, 1] >= box.yMinimum()) & (xy[:, 1] <= box.yMaximum()) & (member == NO_AREA)
        engine = QgsGeometry.createGeometryEngine(outline.constGet())
        engine.prepareGeometry()
        for row in np.flatnonzero(inside):
            if engine.intersects(QgsPoint(*xy[row])):
                member[row] = at
    return member


def _centres(wkb: Sequence) -> np.ndarray:
    """(n, 2) metres; NaN without a place."""
    found = np.full((len(wkb), 2), np.nan)
    for row, one in enumerate(wkb):
        if one is not None:
            point = _geometry(bytes(one)).asPoint()
            found[row] = point.x(), point.y()
    return found


def _geometry(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def _joined(wkb: Sequence[bytes]) -> bytes:
    """One multipolygon of many."""
    whole = QgsGeometry.unaryUnion([_geometry(one) for one in wkb])
    whole.convertToMultiType()
    return bytes(whole.asWkb())


def _km2(wkb: bytes) -> float:
    return _geometry(wkb).area() / 1e6
