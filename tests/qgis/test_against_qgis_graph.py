"""The same few hundred roads of a real city through QGIS's own graph analyser: the same minutes at every vertex."""

import numpy as np
import pytest
from qgis import processing
from qgis.analysis import QgsGraphAnalyzer, QgsGraphBuilder, QgsNetworkSpeedStrategy, QgsVectorLayerDirector
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsRectangle,
    QgsVectorLayer,
)

from narvard_plugin.adapters.lines import read_lines
from narvard_plugin.core.network.modes import bit
from narvard_plugin.core.network.osm import osm_rules
from narvard_plugin.core.network.travel import RoadTravel, TravelRules
from narvard_plugin.store.network_file import load_network
from tests.shared import shared_file

CENTRE = (24.9414, 60.1710)  # streets of Helsinki, many of them one-way
TOWN = QgsRectangle(24.925, 60.163, 24.958, 60.179)


class Source:
    """A layer read as the tools read a source."""

    def __init__(self, layer):
        self.getFeatures = lambda request, flags: layer.getFeatures(request.setFilterRect(TOWN))
        self.fields = layer.fields


class Feedback:
    def isCanceled(self):
        return False


@pytest.fixture(scope="module")
def roads():
    """Car roads of the middle of Helsinki on flat metres, with speed and direction as plain fields."""
    path = shared_file("data/osm_networks/Helsinki.osm.pbf")
    table = read_lines(
        Source(QgsVectorLayer(f"{path}|layername=lines", "lines", "ogr")), ["highway", "other_tags"], Feedback()
    )
    rules = osm_rules(table.columns["highway"], table.columns["other_tags"])
    ahead, back = (rules.access & bit("car")) > 0, (rules.access & bit("car", backward=True)) > 0
    # Any flat metres do: both sides measure the same straight lines.
    xy = np.round((table.xy - CENTRE) * [55400, 111400], 2)
    layer = QgsVectorLayer("LineString?crs=EPSG:3067&field=kmh:double&field=way:string", "roads", "memory")
    for i, row in enumerate(table.row):
        if (ahead[row] or back[row]) and np.isfinite(rules.forward[row]):  # no ferries
            line = xy[table.start[i] : table.start[i + 1]]
            feature = QgsFeature(layer.fields())
            feature.setGeometry(
                QgsGeometry.fromPolylineXY([QgsPointXY(x + 385000, y + 6672000) for x, y in line.tolist()])
            )
            feature.setAttributes(
                [float(rules.forward[row]), {(1, 1): "B", (1, 0): "F", (0, 1): "T"}[int(ahead[row]), int(back[row])]]
            )
            assert layer.dataProvider().addFeature(feature)
    ways = [feature["way"] for feature in layer.getFeatures()]
    assert len(ways) > 200 and ways.count("F") > 50
    return layer


@pytest.fixture(scope="module")
def network(roads, tmp_path_factory, qgis_processing):
    target = str(tmp_path_factory.mktemp("helsinki") / "net.npz")
    context = QgsProcessingContext()
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryAbortOnInvalid)
    parameters = {
        "ROADS": roads, "PRESET": "fields", "SPEED_FIELD": "kmh", "ONEWAY_FIELD": "way", "FORWARD_VALUE": "F",
        "BACKWARD_VALUE": "T", "TOLERANCE": 0, "NETWORK": target,
    }  # fmt: skip
    processing.run("narvard:buildnetwork", parameters, context=context)
    return load_network(target)


@pytest.fixture(scope="module")
def graph(roads):
    """QGIS's graph without an ellipsoid, and its vertices' coordinates."""
    fields = roads.fields()
    director = QgsVectorLayerDirector(
        roads, fields.indexOf("way"), "F", "T", "B", QgsVectorLayerDirector.Direction.DirectionBoth
    )
    director.addStrategy(QgsNetworkSpeedStrategy(fields.indexOf("kmh"), 50, 1000 / 3600))
    builder = QgsGraphBuilder(roads.crs(), False, 0, "NONE")
    director.makeGraph(builder, [])
    made = builder.graph()
    return made, np.array([(made.vertex(i).point().x(), made.vertex(i).point().y()) for i in range(made.vertexCount())])


def qgis_minutes(graph, start):
    _, seconds = QgsGraphAnalyzer.dijkstra(graph, start, 0)
    return np.array([np.inf if value > 1e300 else value / 60 for value in seconds])


def middle_of_links(network):
    """Vertices inside links: places where only one link is near."""
    inner = np.ones(len(network.xy), bool)
    inner[network.first[:-1]] = inner[network.first[1:] - 1] = False
    return network.xy[inner]


def test_both_know_the_same_vertices(graph, network):
    assert {tuple(point) for point in graph[1]} == {tuple(point) for point in network.xy}


@pytest.mark.parametrize("direction", ["from_facility", "to_facility"])
def test_minutes_at_every_vertex_are_those_of_qgis(graph, network, direction):
    graph, xy = graph
    usable = network.stoppable("car") & network.in_main_part("car")
    starts = network.xy[network.first[np.random.default_rng(7).choice(np.flatnonzero(usable), 6, replace=False)]]
    rules = TravelRules(direction=direction, max_offroad_m=1.0)
    number = {tuple(point): i for i, point in enumerate(xy)}
    compared = 0
    for start in starts:
        reached = RoadTravel(network, rules, start[None, :]).nearest(xy)
        if direction == "from_facility":
            theirs = qgis_minutes(graph, number[tuple(start)])
            rows = np.arange(len(xy))
        else:  # QGIS searches along travel only, so one vertex after another
            rows = np.random.default_rng(8).choice(len(xy), 60, replace=False)
            theirs = np.array([qgis_minutes(graph, i)[number[tuple(start)]] for i in rows])
        ours = reached.minutes[rows, 0]
        np.testing.assert_allclose(ours, theirs, rtol=1e-6, atol=1e-6)
        compared += np.isfinite(theirs).sum()
    assert compared > 150


def test_the_nearest_of_many_is_the_least_of_qgis_for_each(graph, network):
    """Facilities inside links, where only one road is near."""
    graph, xy = graph
    facilities = middle_of_links(network)[:: max(1, len(middle_of_links(network)) // 12)]
    travel = RoadTravel(network, TravelRules(direction="from_facility", max_offroad_m=1.0), facilities)
    number = {tuple(point): i for i, point in enumerate(xy)}
    rows = travel.facility_rows
    apart = np.isin(rows, travel.facilities_outside_main_part)
    table = np.array([qgis_minutes(graph, number[tuple(facilities[row])]) for row in rows[~apart]])
    travel = RoadTravel(network, travel.rules, facilities[rows[~apart]])
    nearest = travel.nearest(xy)
    np.testing.assert_allclose(nearest.minutes[:, 0], table.min(0), rtol=1e-6, atol=1e-6)
    named = nearest.facility[:, 0] >= 0
    assert named.mean() > 0.5
    np.testing.assert_allclose(
        table[nearest.facility[named, 0], np.flatnonzero(named)], table.min(0)[named], rtol=1e-6, atol=1e-6
    )
