"""Checks of distance and travel time, on geometry and streets that can be worked out by hand."""

import math

import numpy as np
import pytest

from narvard_plugin.adapters.plan_layers import Bound
from narvard_plugin.core.plans.measured import FAILED, MEASURED, MISSING_LAYER, NO_DATA, NOTHING_TO_MEASURE

from .plan_measures_steps import (
    ORIGIN,
    drawn,
    layer,
    measured,
    plan,
    square,
    surroundings,
    use,
)

PLAN = square(0, 0, 100)


def test_distance_to_the_nearest_of_each_role():
    roads = layer("name:string", [("LINESTRING(400 -500, 400 500)", "Leden"), ("LINESTRING(900 0, 900 9)", "Far")])
    stops = layer("name:string", [("POINT(50 130)", "Stop"), (None, "Nowhere")])
    ground = surroundings({"roads": roads, "stops": stops})
    found = measured("distance", plan(PLAN), ground, layer="roads", layers=("stops",), params={"metric": "euclid"})
    assert found.state == MEASURED
    assert found.facts == {"value": 300, "names": "Leden", "value_stops": 30}
    assert [(one.role, one.date, one.count) for one in found.layers] == [
        ("roads", "2026-05-01", 2),
        ("stops", "2026-05-01", 2),
    ]
    assert drawn(found.findings[0]).length() == pytest.approx(300)
    assert "1 of 2" in found.explanation  # the feature without a place is told


def test_distance_is_zero_where_they_meet_and_endless_to_an_empty_layer():
    property_ = layer(
        "name:string", [(square(90, 90, 50), "Lasarettet"), (square(99, 0, 9), "Annexet"), (square(300, 0, 9), "Ej")]
    )
    found = measured("distance", plan(PLAN), surroundings({"care": property_}), layer="care")
    assert found.facts == {"value": 0, "names": "Lasarettet, Annexet"}
    assert drawn(found.findings[0]).area() == pytest.approx(100)
    empty = measured("distance", plan(PLAN), surroundings({"care": layer("name:string", [])}), layer="care")
    assert (empty.state, empty.facts["value"], empty.layers[0].count) == (MEASURED, math.inf, 0)
    assert "empty" in empty.explanation


def test_distance_goes_into_a_hole_and_to_every_part():
    hollow = "POLYGON((0 0, 100 0, 100 100, 0 100, 0 0), (20 20, 80 20, 80 80, 20 80, 20 20))"
    ground = surroundings({"stops": layer("name:string", [("POINT(50 50)", "In the hole")])})
    assert measured("distance", plan(hollow), ground, layer="stops").facts["value"] == 30
    parts = "MULTIPOLYGON(((0 0, 10 0, 10 10, 0 10, 0 0)), ((500 0, 510 0, 510 10, 500 10, 500 0)))"
    ground = surroundings({"stops": layer("name:string", [("POINT(530 5)", "Stop")])})
    assert measured("distance", plan(parts), ground, layer="stops").facts["value"] == 20


def test_distance_of_uses_and_of_the_farthest_part():
    homes = [use("B", square(0, 0, 10), "1"), use("B", square(200, 0, 10), "2"), use("S", square(50, 0, 10))]
    both = plan(square(0, 0, 300), homes)
    ground = surroundings({"stops": layer("name:string", [("POINT(0 5)", "Stop")])})
    assert measured("distance", both, ground, layer="stops", subject="uses", use=("S",)).facts["value"] == 50
    # Each part by itself: the farther one's percentile over points 5 m apart, of which the last column stands 207.5 m away.
    worst = measured(
        "distance", both, ground, layer="stops", subject="use_part", use=("B",), params={"percentile": 100}
    )
    assert worst.facts["value"] == pytest.approx(math.hypot(207.5, 2.5), abs=1e-6)
    none = measured("distance", both, ground, layer="stops", subject="uses", use=("D",))
    assert (none.state, none.facts) == (NOTHING_TO_MEASURE, {})
    early = measured("distance", plan(PLAN), ground, layer="stops", subject="uses", use=("D",))
    assert early.facts["value"] == 0  # before any use is known the whole area counts
    assert "whole area" in early.explanation


def test_a_use_that_lies_nowhere_leaves_the_rest_unmeasured():
    half = plan(PLAN, [use("D", square(0, 0, 10), "1"), use("D", None, "2")])
    found = measured("distance", half, surroundings({"stops": layer("name:string", [("POINT(9 9)", "S")])}),
                     layer="stops", subject="uses", use=("D",))  # fmt: skip
    assert (found.state, found.facts) == (NO_DATA, {})
    assert "1 of the plan's 2" in found.explanation


def test_the_farthest_point_from_a_road():
    ground = surroundings(
        {
            "roads": layer(
                "width_m:double", [("LINESTRING(-20 -999, -20 999)", 4.0), ("LINESTRING(110 -9, 110 99)", 2.0)]
            )
        }
    )
    found = measured("distance", plan(PLAN), ground, layer="roads", params={"metric": "farthest_point"})
    assert found.facts["value"] == pytest.approx(65, abs=5)  # the middle between the two
    narrow = measured(
        "distance", plan(PLAN), ground, layer="roads", params={"metric": "farthest_point", "drivable_width_m": 3}
    )
    assert narrow.facts["value"] == 120


def test_a_layer_in_another_system_is_moved():
    stops = layer("name:string", [("POINT(15.0 58.0)", "Stop")], crs="EPSG:4326")
    # On the central meridian the northing is the length of the meridian's arc (GRS 80), times the scale there.
    eccentricity, latitude = 0.00669438002290, np.radians(np.linspace(0, 58, 100_001))
    curve = 6378137 * (1 - eccentricity) / (1 - eccentricity * np.sin(latitude) ** 2) ** 1.5
    north = 0.9996 * curve.mean() * latitude[-1]  # the mean of so many points is the integral
    found = measured("distance", plan(PLAN), surroundings({"stops": stops}), layer="stops")
    assert found.facts["value"] == pytest.approx(ORIGIN[1] - north, abs=0.1)


@pytest.mark.parametrize(
    ("rows", "params", "state", "words"),
    [
        ([("POINT(1 1)", "a")], {"filter": "name = 'b'"}, NO_DATA, "filter leaves none of the 1"),
        ([(None, "a"), (None, "b")], {}, NO_DATA, "None of the 2 features"),
        ([("POINT(1 1)", "a")], {"filter": "nmae = 'b'"}, FAILED, "no field nmae"),
        ([("POINT(1 1)", "a")], {"filter": "name = "}, FAILED, "cannot be read"),
        ([("POINT(1 1)", "a")], {"filter": "env('PATH') = name"}, FAILED, "only compare"),
        ([("POINT(1 1)", "a")], {"metric": "crow"}, FAILED, "no metric crow"),
    ],
)
def test_what_a_layer_cannot_answer_is_never_a_distance(rows, params, state, words):
    found = measured(
        "distance", plan(PLAN), surroundings({"stops": layer("name:string", rows)}), layer="stops", params=params
    )
    assert (found.state, found.facts) == (state, {})
    assert words in found.explanation


def test_a_role_that_nothing_is_bound_to():
    assert measured("distance", plan(PLAN), surroundings(roles=["stops"]), layer="stops").missing == ("stops",)

    def lines():
        return {"railway": layer("name:string", [("LINESTRING(200 0, 200 9)", "Banan")])}

    optional = measured(
        "distance", plan(PLAN), surroundings(lines(), roles=["tram"]), layer="railway", layers=("tram",)
    )
    assert (optional.state, optional.missing, optional.facts["value"]) == (MEASURED, ("tram",), 100)
    assert "value_tram" not in optional.facts
    nothing = measured(
        "distance", plan(PLAN), surroundings(lines(), roles=["stops"]), layer="railway", layers=("stops",)
    )
    assert (nothing.state, nothing.missing) == (MISSING_LAYER, ("stops",))


def test_bindings_with_other_names_and_a_filter():
    stops = layer("kind:string,label:string", [("POINT(110 50)", "buss", "A"), ("POINT(105 50)", "tåg", "B")])
    ground = surroundings({"stops": stops})
    ground.bounds["stops"] = Bound("stops", stops.id(), "", "2026-05-01", "\"kind\" = 'buss'", {"typ": "kind"})
    assert (
        measured("distance", plan(PLAN), ground, layer="stops", params={"filter": "typ = 'buss'"}).facts["value"] == 10
    )
    ground = surroundings({"stops": layer("kind:string", [("POINT(1 1)", "x")])})
    ground.bounds["stops"] = ground.bounds["stops"]._replace(fields={"typ": "sort"})
    assert "no field sort" in measured("distance", plan(PLAN), ground, layer="stops").explanation


@pytest.fixture
def network(provider, tmp_path):
    """A street along y = −10 from x = −1000 to 1000, 50 km/h, and a footpath north from x = 1000."""
    from .small_network import run

    roads = layer(
        "speed:double", [("LINESTRING(-1000 -10, 0 -10, 1000 -10)", 50), ("LINESTRING(1000 -10, 1000 990)", 50)]
    )
    path = str(tmp_path / "street.npz")
    run("buildnetwork", ROADS=roads, PRESET="fields", SPEED_FIELD="speed", NETWORK=path)
    return path


STOPS = [
    ("POINT(500 -10)", "Near", 2.0, "s1"),
    ("POINT(200 -10)", "Rare", 0.5, "s2"),
    ("POINT(-400 -10)", "Unknown", None, "s3"),
]


def test_walking_distance_along_the_street(network):
    ground = surroundings(
        {"stops": layer("name:string,departures_per_hour:double,stop_id:string", STOPS)}, bounds={"network": network}
    )
    spot = plan(square(-1, -11, 2))
    any_stop = measured("distance", spot, ground, layer="stops", params={"metric": "network_walk"})
    assert any_stop.facts["value"] == pytest.approx(200, abs=3)
    assert any_stop.layers[-1].role == "network"
    good = {"metric": "network_walk", "percentile": 90, "min_departures_per_hour": 1}
    often = measured("distance", spot, ground, layer="stops", params=good)
    assert often.facts == {"value": pytest.approx(500, abs=3), "names": "Near"}
    assert "1 of 3" in often.explanation
    none = measured("distance", spot, ground, layer="stops", params={**good, "min_departures_per_hour": 9})
    assert none.facts["value"] == math.inf
    # Part by part: ten metres wide homes at 500 m and at −300 m; the worse one counts.
    homes = plan(square(-400, -50, 1500), [use("B", square(495, -15, 10), "1"), use("B", square(-305, -15, 10), "2")])
    parts = measured("distance", homes, ground, layer="stops", subject="use_part", use=("B",), params=good)
    assert parts.facts["value"] == pytest.approx(800, abs=12)


def test_departures_that_nobody_knows_make_no_stops(network):
    ground = surroundings({"stops": layer("name:string", [("POINT(500 -10)", "Near")])}, bounds={"network": network})
    found = measured(
        "distance", plan(PLAN), ground, layer="stops", params={"metric": "network_walk", "min_departures_per_hour": 1}
    )
    assert (found.state, found.facts) == (NO_DATA, {})
    assert "departures_per_hour" in found.explanation


def test_no_network_and_a_network_elsewhere(network):
    stops = [("POINT(500 -10)", "Near")]
    walk = {"metric": "network_walk"}
    bare = measured(
        "distance", plan(PLAN), surroundings({"stops": layer("name:string", stops)}), layer="stops", params=walk
    )
    assert (bare.state, bare.facts) == (FAILED, {})
    assert "NETWORK" in bare.explanation
    ground = surroundings({"stops": layer("name:string", stops)}, bounds={"network": network})
    far = measured("distance", plan(square(50000, 0, 100)), ground, layer="stops", params=walk)
    assert (far.state, "does not come within 1 km" in far.explanation) == (NO_DATA, True)
    ground = surroundings({"stops": layer("name:string", [("POINT(50000 0)", "Far")])}, bounds={"network": network})
    assert measured("distance", plan(PLAN), ground, layer="stops", params=walk).state == NO_DATA


def test_walking_to_an_area_ends_at_its_edge_and_inside_it_is_no_way(network):
    ground = surroundings(
        {"green": layer("name:string", [(square(300, -60, 100), "Parken")])}, bounds={"network": network}
    )
    params = {"metric": "network_walk", "percentile": 100}
    assert measured("distance", plan(square(-1, -11, 2)), ground, layer="green", params=params).facts[
        "value"
    ] == pytest.approx(300, abs=12)
    assert measured("distance", plan(square(340, -40, 4)), ground, layer="green", params=params).facts["value"] == 0


def test_travel_time_by_the_best_of_the_modes(network):
    ground = surroundings(
        {"care": layer("type:string", [("POINT(1000 -10)", "vardcentral")])}, bounds={"network": network}
    )
    spot = plan(square(-1, -11, 2))
    params = {"modes": ["gang", "bil", "kollektivtrafik"], "filter": "type = 'vardcentral'"}
    found = measured("travel_time", spot, ground, layer="care", params=params)
    assert found.facts["value"] == pytest.approx(1.2, abs=0.02)  # a kilometre at 50 km/h
    assert found.findings[0].data["gang"] == pytest.approx(12, abs=0.1)
    assert "No timetable" in found.explanation
    by_bus = measured("travel_time", spot, ground, layer="care", params={"modes": ["kollektivtrafik"]})
    assert (by_bus.state, by_bus.facts) == (FAILED, {})
    ambulance = measured("travel_time", spot, ground, layer="care", params={"modes": ["utryckning"]})
    assert ambulance.facts["value"] == pytest.approx(1.2, abs=0.02)
    assert measured("travel_time", spot, ground, layer="care", params={"modes": ["flyg"]}).state == FAILED
