"""Porto by car: the travel tools beside QGIS's own network analysis and beside scipy on the uncontracted graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from osgeo import ogr
from qgis.analysis import QgsGraphBuilder, QgsNetworkSpeedStrategy, QgsVectorLayerDirector
from qgis.core import QgsCoordinateTransformContext, QgsVectorLayer
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from narvard_plugin.adapters.crs import measuring_crs, transform_xy
from narvard_plugin.adapters.lines import read_lines
from narvard_plugin.adapters.samplefiles import line_wkb, point_wkb
from narvard_plugin.core.network.cells import grid_over
from narvard_plugin.core.network.modes import bit
from narvard_plugin.core.network.network import Network, costs_of
from narvard_plugin.core.network.osm import osm_rules
from narvard_plugin.core.network.reach import Journeys, nearest_at_nodes, nearest_at_vertices
from narvard_plugin.core.network.snap import attach_facilities, offroad_minutes
from narvard_plugin.core.network.travel import RoadTravel, TravelRules
from narvard_plugin.store.network_file import load_network
from tests.shared import SHARED

from .qgis_session import run
from .timing import Figure, peak_mb, seconds

ROADS = SHARED / "data" / "osm_networks" / "porto.osm.pbf"
FACILITIES, PEOPLE, CELLS = 20, 30_000, 400
RULES = TravelRules(direction="from_facility")  # as QGIS's service areas go


class _NeverCancelled:
    def isCanceled(self):
        return False


class _Unchecked:
    """A layer read as the tools read a source."""

    def __init__(self, layer):
        self.fields, self._layer = layer.fields, layer

    def getFeatures(self, request, flags):
        return self._layer.getFeatures(request)


def figures(folder: Path) -> Iterator[Figure]:
    """All figures of Porto, one after another; files go to ``folder``."""
    roads = _car_roads(folder / "porto.gpkg")
    yield from _compile(roads, folder)
    network = load_network(folder / "porto.npz")
    yield Figure(
        f"load a network of {network.link_count} links", *_value(lambda: load_network(folder / "porto.npz"), "s", 0.5)
    )
    graph = _full_graph(roads)
    places = _facilities(network)
    _write_points(folder / "facilities.gpkg", "code", places)
    yield from _reach(network, graph, places, roads, folder)
    yield from _tools(network, places, folder)
    yield from _again(folder, places)


def _value(work, unit, target):
    taken, runs = seconds(work)
    return taken, unit, target, None, "", runs


def _car_roads(path: Path) -> QgsVectorLayer:
    """The ways that cars may use, in metres, with fields that every contestant reads alike: one layer for all."""
    layer = QgsVectorLayer(f"{ROADS}|layername=lines", "lines", "ogr")
    table = read_lines(_Unchecked(layer), ["highway", "other_tags"], _NeverCancelled())
    rules = osm_rules(table.columns["highway"], table.columns["other_tags"])
    transforms = QgsCoordinateTransformContext()
    crs = measuring_crs(layer.crs(), table.xy, transforms)
    xy = transform_xy(table.xy, layer.crs(), crs, transforms)
    ahead, back = (rules.access & bit("car")) > 0, (rules.access & bit("car", backward=True)) > 0
    lengths = np.add.reduceat(np.append(np.hypot(*np.diff(xy, axis=0).T), 0), table.start[:-1])
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    target = data.CreateLayer("roads", _spatial_reference(crs), ogr.wkbLineString)
    target.CreateField(ogr.FieldDefn("kmh", ogr.OFTReal))
    target.CreateField(ogr.FieldDefn("way", ogr.OFTString))
    target.StartTransaction()
    for row, wkb, metres in zip(table.row, line_wkb(xy, table.start), lengths):
        if (ahead[row] or back[row]) and np.isfinite(rules.forward[row]) and metres > 0:
            feature = ogr.Feature(target.GetLayerDefn())
            feature.SetField("kmh", float(rules.forward[row]))
            feature.SetField("way", "B" if ahead[row] and back[row] else "F" if ahead[row] else "T")
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
            target.CreateFeature(feature)
    target.CommitTransaction()
    data = target = None
    return QgsVectorLayer(f"{path}|layername=roads", "roads", "ogr")


def _spatial_reference(crs):
    from osgeo import osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(int(crs.authid().split(":")[1]))
    return reference


def _compile(roads, folder) -> Iterator[Figure]:
    """The whole tool, reading and writing included, beside building QGIS's graph."""

    def build():
        run(
            "narvard:buildnetwork", ROADS=roads, PRESET="fields", SPEED_FIELD="kmh", ONEWAY_FIELD="way", FORWARD_VALUE="F",
            BACKWARD_VALUE="T", NETWORK=str(folder / "porto.npz"),
        )  # fmt: skip

    def make_graph():
        fields, forward, backward, both = roads.fields(), "F", "T", "B"
        director = QgsVectorLayerDirector(
            roads, fields.indexOf("way"), forward, backward, both, QgsVectorLayerDirector.Direction.DirectionBoth
        )
        director.addStrategy(QgsNetworkSpeedStrategy(fields.indexOf("kmh"), 50, 1000 / 3600))
        builder = QgsGraphBuilder(roads.crs(), True, 0, "EPSG:7030")
        director.makeGraph(builder, [])
        return builder.graph()

    before = peak_mb()
    build()
    yield Figure(f"peak memory of compiling ({before:.0f} MB before)", peak_mb(), "MB")
    ours, runs = seconds(build, runs=5)
    theirs, _ = seconds(make_graph, runs=5)
    yield Figure(f"compile {roads.featureCount()} lines, read and written", ours, "s", 1 / 3, theirs, "makeGraph", runs)


def _full_graph(roads):
    """Every vertex a node, each arc once at its least minutes, as QGIS builds it; and the nodes' coordinates."""
    table = read_lines(_Unchecked(roads), ["kmh", "way"], _NeverCancelled())
    points, node = np.unique(table.xy, axis=0, return_inverse=True)
    node = node.ravel()
    line = np.repeat(table.row, np.diff(table.start))
    part = np.repeat(np.arange(len(table.row)), np.diff(table.start))
    begin = np.flatnonzero((part[1:] == part[:-1]) & (node[1:] != node[:-1]))
    minutes = np.hypot(*(table.xy[begin + 1] - table.xy[begin]).T) * 0.06 / np.array(table.columns["kmh"])[line[begin]]
    way = np.array(table.columns["way"])[line[begin]]
    tail = np.concatenate([node[begin[way != "T"]], node[begin[way != "F"] + 1]])
    head = np.concatenate([node[begin[way != "T"] + 1], node[begin[way != "F"]]])
    minutes = np.concatenate([minutes[way != "T"], minutes[way != "F"]])
    order = np.lexsort((minutes, head, tail))
    tail, head, minutes = tail[order], head[order], minutes[order]
    first = np.append(True, (tail[1:] != tail[:-1]) | (head[1:] != head[:-1]))
    return csr_matrix((minutes[first], (tail[first], head[first])), shape=(len(points),) * 2), points


def _facilities(network: Network) -> np.ndarray:
    """Places on vertices of the main part, so that every contestant starts from the same nodes."""
    links = np.flatnonzero(network.in_main_part("car") & network.stoppable("car"))
    chosen = np.random.default_rng(1).choice(links, FACILITIES, replace=False)
    return network.xy[network.first[chosen]]


def _reach(network: Network, graph, facilities, roads, folder) -> Iterator[Figure]:
    graph, points = graph
    number = {tuple(point): i for i, point in enumerate(points)}
    nodes = np.array([number[tuple(point)] for point in facilities])
    places = attach_facilities(network, "car", facilities, RULES.max_offroad_m).places

    def reach(places=places):
        """From a loaded network: times of the mode filled in, searched, and expanded to every vertex."""
        costs = costs_of(network, "car")
        journeys = Journeys(network, costs, RULES.direction, places, offroad_minutes(places, 5))
        return nearest_at_vertices(journeys, nearest_at_nodes(journeys))

    def attach_and_reach():
        return reach(attach_facilities(network, "car", facilities, RULES.max_offroad_m).places)

    def bare():
        return dijkstra(graph, indices=nodes, min_only=True)

    def labelled():
        return dijkstra(graph, indices=nodes, min_only=True, return_predecessors=True)

    def service_areas():
        run(
            "native:serviceareafromlayer", INPUT=roads, STRATEGY=1, DIRECTION_FIELD="way", VALUE_FORWARD="F",
            VALUE_BACKWARD="T", VALUE_BOTH="B", DEFAULT_DIRECTION=2, SPEED_FIELD="kmh", DEFAULT_SPEED=50, TOLERANCE=0,
            START_POINTS=str(folder / "facilities.gpkg"), TRAVEL_COST2=10, OUTPUT_LINES="memory:",
        )  # fmt: skip

    _same_answer(network, reach().minutes[:, 0], bare(), number)
    ours, runs = seconds(reach, runs=15)
    what = f"{FACILITIES} facilities to all {len(points)} vertices"
    yield Figure(
        f"{what}, with facility",
        ours,
        "s",
        1 / 4,
        seconds(bare, runs=15)[0],
        "scipy on all vertices, times only",
        runs,
    )
    yield Figure(
        f"{what}, with facility",
        ours,
        "s",
        None,
        seconds(labelled, runs=15)[0],
        "scipy on all vertices, with facility",
        runs,
    )
    theirs, runs = seconds(service_areas, runs=3, warm=False)
    yield Figure(f"{what}, with facility", ours, "s", 1 / 300, theirs, "native:serviceareafromlayer, 10 minutes", runs)
    ours, runs = seconds(attach_and_reach, runs=9)
    yield Figure(
        "the same, facilities first attached to their roads",
        ours,
        "s",
        1 / 300,
        theirs,
        "native:serviceareafromlayer, 10 minutes",
        runs,
    )


def _same_answer(network: Network, minutes: np.ndarray, full: np.ndarray, number: dict) -> None:
    """A comparison counts only where both give the same times."""
    there = full[[number[tuple(point)] for point in network.xy]]
    if not np.allclose(minutes, there, rtol=1e-9, atol=1e-9):
        raise RuntimeError(f"the two differ by as much as {np.nanmax(np.abs(minutes - there))} minutes")


def _tools(network: Network, facilities, folder) -> Iterator[Figure]:
    rng = np.random.default_rng(2)
    people = network.xy[rng.choice(len(network.xy), PEOPLE)] + rng.normal(0, 80, (PEOPLE, 2))
    _write_points(folder / "people.gpkg", "id", people, network.crs)

    def nearest():
        run(
            "narvard:nearestfacility", NETWORK=str(folder / "porto.npz"), FACILITIES=str(folder / "facilities.gpkg"),
            FACILITY_ID="code", ORIGINS=str(folder / "people.gpkg"), ORIGIN_ID="id", OUTPUT="TEMPORARY_OUTPUT",
        )  # fmt: skip

    yield Figure(f"nearestfacility, the whole tool, {PEOPLE} origins", *_value(nearest, "s", 2.0))
    low, high = network.xy.min(0), network.xy.max(0)
    size = float(np.sqrt(np.prod(high - low)) / CELLS)
    grid = grid_over(*low, *high, size)
    travel = RoadTravel(network, TravelRules(max_offroad_m=500), facilities)
    travel.facility_rows.sum()  # attached before, as after a search
    yield Figure(
        f"raster of {grid.rows * grid.columns} cells of {size:.0f} m, search included",
        *_value(lambda: travel.cells(grid), "s", 1.0),
    )


def _again(folder, facilities) -> Iterator[Figure]:
    """The nearest facility and the metres there after one facility has moved, beside asking from the file on."""
    network = load_network(str(folder / "porto.npz"))
    rng = np.random.default_rng(3)
    origins = network.xy[rng.choice(len(network.xy), PEOPLE)] + rng.normal(0, 80, (PEOPLE, 2))
    places = iter(network.xy[rng.choice(len(network.xy), 1000)])

    def ask(network):
        moved = facilities.copy()
        moved[0] = next(places)
        travel = RoadTravel(network, RULES, moved)
        return travel.metres(origins, travel.nearest(origins))

    again, runs = seconds(lambda: ask(network))
    full, _ = seconds(lambda: ask(load_network(str(folder / "porto.npz"))))
    yield Figure(
        f"one of {FACILITIES} facilities moved: {PEOPLE} origins again", again, "s", 1 / 5, full, "from the file", runs
    )


def _write_points(path: Path, name: str, xy: np.ndarray, crs: str = "EPSG:32629") -> None:
    from osgeo import osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(int(crs.split(":")[1]))
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = data.CreateLayer(path.stem, reference, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    layer.StartTransaction()
    for number, wkb in enumerate(point_wkb(xy)):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(name, f"{number:05d}")
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
