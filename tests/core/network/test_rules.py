"""What the attributes of NVDB and OpenStreetMap say about speed and access."""

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from narvard_plugin.core.network.modes import FERRY, MODES, NO_STOP, bit, both
from narvard_plugin.core.network.nvdb import nvdb_columns, nvdb_rules
from narvard_plugin.core.network.osm import osm_rules, parse_tags
from narvard_plugin.core.network.rules import RoadRules, settle_speeds


def ways(access, mode):
    """``fb``: open along and against; ``f-`` and ``-b`` one way; ``--`` closed."""
    return ("f" if access & bit(mode) else "-") + ("b" if access & bit(mode, backward=True) else "-")


def open_to(access):
    return {mode: ways(int(access), mode) for mode in MODES}


# NVDB


def test_nvdb_names_in_any_case_and_with_any_number():
    named = {
        "speed_forward": "F_HOGST_225", "speed_backward": "b_hogst_226", "forbidden_forward": "f_forbjudenfardriktning",
        "forbidden_backward": "B_ForbjudenFardriktning_1", "no_traffic_forward": "F_ForbudTrafik_135",
        "no_traffic_backward": "B_FORBUDTRAFIK", "net": "VAGTR_474", "ferry": "FARJE_139", "motorway": "MotorVag_2",
        "expressway": "MOTORTRAFIKLED", "road_class": "Klass_181",
    }  # fmt: skip
    others = [
        "ROUTE_ID",
        "FROM_MEASURE",
        "Vagha_6",
        "Vaghallartyp",
        "Vagnummer",
        "F_Gallar_135",
    ]
    assert nvdb_columns([*others, *named.values()]) == named
    assert nvdb_columns([*named.values(), *others]) == named
    assert nvdb_columns(["highway", "other_tags", "name"]) == {}
    assert nvdb_columns(["Farjeled", "farje_139"])["ferry"] == "Farjeled"


def nvdb(n=1, **columns):
    rules = nvdb_rules({"speed_forward": [70] * n, **columns})
    assert all(len(column) == n for column in rules)
    return rules


@pytest.mark.parametrize(
    ("given", "is_set"),
    [(1, True), ("1", True), (True, True), (1.0, True), ("1.0", True), ("true", True), ("Ja", True),
     (0, False), ("0", False), (False, False), (0.0, False), (None, False), ("", False), (float("nan"), False), ("nej", False)],
)  # fmt: skip
def test_nvdb_forbidden_is_read_however_it_is_written(given, is_set):
    forward = nvdb(forbidden_forward=[given])
    backward = nvdb(forbidden_backward=[given])
    assert ways(forward.access[0], "car") == ("-b" if is_set else "fb")
    assert ways(backward.access[0], "car") == ("f-" if is_set else "fb")


def test_nvdb_forbidden_direction_binds_all_vehicles_and_not_walkers():
    rules = nvdb(forbidden_forward=[1])
    assert open_to(rules.access[0]) == {"car": "-b", "bike": "-b", "emergency": "-b", "walk": "fb"}


def test_nvdb_forbidden_traffic_lets_emergency_vehicles_through():
    rules = nvdb(no_traffic_forward=[1], no_traffic_backward=[0])
    assert open_to(rules.access[0]) == {"car": "-b", "bike": "fb", "emergency": "fb", "walk": "fb"}


@pytest.mark.parametrize("given", [2, "2", 2.0, "Cykel", "cykelnätet"])
def test_nvdb_cycle_net(given):
    rules = nvdb(net=[given], forbidden_forward=[1])
    assert open_to(rules.access[0]) == {"car": "--", "bike": "fb", "emergency": "--", "walk": "fb"}


@pytest.mark.parametrize("given", [4, "4", "Gång", "GÅNGNÄT"])
def test_nvdb_foot_net(given):
    assert open_to(nvdb(net=[given]).access[0]) == {"car": "--", "bike": "--", "emergency": "--", "walk": "fb"}


@pytest.mark.parametrize("given", [1, "1", "Bil", None, ""])
def test_nvdb_car_net_is_open_to_all(given):
    assert set(open_to(nvdb(net=[given]).access[0]).values()) == {"fb"}


def test_nvdb_motorway_is_no_place_to_stop_walk_or_cycle():
    rules = nvdb(2, motorway=[1, None], speed_forward=[110, 70])
    assert rules.flags.tolist() == [NO_STOP, 0]
    assert open_to(rules.access[0]) == {"car": "fb", "bike": "--", "emergency": "fb", "walk": "--"}


def test_nvdb_ferry_by_flag_or_by_name_carries_everyone():
    rules = nvdb(3, ferry=["Skenäsleden", 1, None])
    assert rules.flags.tolist() == [FERRY, FERRY, 0]
    assert set(open_to(rules.access[0]).values()) == {"fb"}


def test_nvdb_speeds_per_direction_as_text_and_missing():
    rules = nvdb(3, speed_forward=["70", 90.0, None], speed_backward=[50, "x", 30])
    assert_array_equal(rules.forward, [70, 90, np.nan])
    assert_array_equal(rules.backward, [50, np.nan, 30])
    assert_array_equal(nvdb(2, speed_forward=[40, 60]).backward, [40, 60])  # one column serves both ways


def test_nvdb_of_no_roads():
    assert all(len(column) == 0 for column in nvdb_rules({"speed_forward": [], "net": [], "ferry": []}))


# Speeds of any source


def rules_of(forward, backward, access=None, flags=0):
    n = len(forward)
    access = both(*MODES) if access is None else access
    return RoadRules(
        np.array(forward, float),
        np.array(backward, float),
        np.full(n, access, np.uint8),
        np.full(n, flags, np.uint8),
        np.ones(n, bool),
    )


def test_absurd_speeds_are_named_and_200_is_the_last_that_is_not():
    speeds = [200, 200.1, 0, -50, np.inf, 1e9, 5]
    settled = settle_speeds(rules_of(speeds, [50] * 7), default_speed=50, ferry_speed=20)
    assert settled.absurd.tolist() == [False, True, True, True, True, True, False]
    assert not settled.missing.any() and not settled.assumed.any()
    assert (settled.rules.forward > 0).all() and np.isfinite(settled.rules.forward).all()


def test_a_speed_counts_only_where_cars_may_drive():
    wrong_way = settle_speeds(rules_of([70], [0], access=bit("car") | both("walk")), default_speed=None, ferry_speed=20)
    path = settle_speeds(rules_of([np.nan], [-1], access=both("walk", "bike")), default_speed=None, ferry_speed=20)
    for settled in (wrong_way, path):
        assert not settled.absurd.any() and not settled.missing.any()
        assert (settled.rules.backward > 0).all() and (settled.rules.forward > 0).all()


def test_unknown_speeds_are_assumed_or_missing():
    rules = rules_of([np.nan, 70, 70], [50, np.nan, 50])
    assumed = settle_speeds(rules, default_speed=40, ferry_speed=20)
    missing = settle_speeds(rules, default_speed=None, ferry_speed=20)
    assert assumed.assumed.tolist() == missing.missing.tolist() == [True, True, False]
    assert_array_equal(assumed.rules.forward, [40, 70, 70])
    assert_array_equal(assumed.rules.backward, [50, 40, 50])


def test_winter_slows_roads_and_not_ferries():
    road = settle_speeds(rules_of([90], [np.nan]), default_speed=45, ferry_speed=20, winter_factor=1.5)
    ferry = settle_speeds(rules_of([np.nan], [12], flags=FERRY), default_speed=45, ferry_speed=20, winter_factor=1.5)
    assert (road.rules.forward[0], road.rules.backward[0]) == (60, 30)
    assert (ferry.rules.forward[0], ferry.rules.backward[0]) == (20, 12)
    assert not ferry.assumed.any()


def test_a_ferry_for_walkers_whose_speed_is_absurd_runs_as_ferries_do():
    rules = rules_of([0], [500], access=both("walk", "bike"), flags=FERRY)
    settled = settle_speeds(rules, default_speed=70, ferry_speed=20, winter_factor=1.5)
    assert (settled.rules.forward[0], settled.rules.backward[0]) == (20, 20) and not settled.absurd.any()


# OpenStreetMap


def osm(highway, **tags):
    text = ",".join(f'"{key.replace("__", ":")}"=>"{value}"' for key, value in tags.items())
    rules = osm_rules([highway], [text])
    return rules._replace(access=int(rules.access[0]), forward=rules.forward[0], backward=rules.backward[0])


@pytest.mark.parametrize(
    ("tags", "car", "bike"),
    [
        ({}, "fb", "fb"),
        ({"oneway": "yes"}, "f-", "f-"),
        ({"oneway": "1"}, "f-", "f-"),
        ({"oneway": "no"}, "fb", "fb"),
        ({"oneway": "-1"}, "-b", "-b"),
        ({"junction": "roundabout"}, "f-", "f-"),
        ({"junction": "roundabout", "oneway": "no"}, "fb", "fb"),
        ({"oneway": "yes", "oneway__bicycle": "no"}, "f-", "fb"),
        ({"oneway": "-1", "oneway__bicycle": "no"}, "-b", "fb"),
    ],
)
def test_osm_directions(tags, car, bike):
    access = osm("residential", **tags).access
    assert (ways(access, "car"), ways(access, "emergency"), ways(access, "bike"), ways(access, "walk")) == (
        car,
        car,
        bike,
        "fb",
    )


def test_osm_motorway_is_one_way_without_saying_so():
    rules = osm("motorway")
    assert open_to(rules.access) == {"car": "f-", "bike": "--", "emergency": "f-", "walk": "--"}
    assert rules.flags[0] == NO_STOP
    assert osm("motorway_link").flags[0] == NO_STOP
    assert ways(osm("motorway_link").access, "car") == "fb"  # ramps say it themselves
    assert osm("primary").flags[0] == 0


def test_osm_one_way_cycleway_binds_cyclists():
    assert ways(osm("cycleway").access, "bike") == "fb"
    assert ways(osm("cycleway", oneway="yes").access, "bike") == "f-"
    assert ways(osm("footway", bicycle="yes").access, "bike") == "fb"


@pytest.mark.parametrize(
    ("tags", "open_modes"),
    [
        ({}, "car bike walk emergency"),
        ({"access": "private"}, "emergency"),
        ({"access": "no", "bicycle": "yes", "foot": "designated"}, "bike walk emergency"),
        ({"access": "private", "motor_vehicle": "yes"}, "car emergency"),
        ({"motor_vehicle": "no"}, "bike walk emergency"),
        ({"motorcar": "no"}, "bike walk emergency"),
        ({"vehicle": "no"}, "walk emergency"),
        ({"vehicle": "no", "bicycle": "yes"}, "bike walk emergency"),
        ({"motor_vehicle": "no", "motorcar": "yes"}, "car bike walk emergency"),
        ({"access": "destination"}, "car bike walk emergency"),
        ({"foot": "no"}, "car bike emergency"),
    ],
)
def test_osm_access_the_most_specific_tag_decides(tags, open_modes):
    access = osm("residential", **tags).access
    assert {mode for mode in MODES if ways(access, mode) == "fb"} == set(open_modes.split())


@pytest.mark.parametrize(
    ("highway", "open_modes"),
    [("footway", "walk"), ("steps", "walk"), ("pedestrian", "walk emergency"), ("track", "bike walk emergency"),
     ("cycleway", "bike walk emergency"), ("service", "car bike walk emergency"), ("motorway_link", "car emergency"),
     ("construction", ""), ("proposed", ""), (None, "")],
)  # fmt: skip
def test_osm_kinds_of_way(highway, open_modes):
    rules = osm(highway)
    assert {mode for mode in MODES if ways(rules.access, mode) == "fb"} == set(open_modes.split())
    assert rules.is_road[0] == bool(open_modes)


@pytest.mark.parametrize(
    ("text", "kmh"),
    [("50", 50), ("50 km/h", 50), ("50kmh", 50), ("30 mph", 30 * 1.609344), ("30mph", 30 * 1.609344), ("7.5", 7.5), ("none", 130),
     ("walk", 5), ("SE:urban", 50), ("SE:rural", 70), ("signals", 40), ("50;30", 40), ("variable", 40), ("0", 40), ("-10", 40), ("", 40)],
)  # fmt: skip
def test_osm_maxspeed_or_the_kind_of_road(text, kmh):
    rules = osm("residential", maxspeed=text)
    assert (rules.forward, rules.backward) == (pytest.approx(kmh), pytest.approx(kmh))


def test_osm_speed_per_direction():
    rules = osm("primary", maxspeed="70", maxspeed__backward="50")
    assert (rules.forward, rules.backward) == (70, 50)
    rules = osm("primary", maxspeed__forward="90")
    assert (rules.forward, rules.backward) == (90, 70)


def test_osm_ferries():
    rules = osm(None, route="ferry")
    assert rules.flags[0] == FERRY and rules.is_road[0] and np.isnan(rules.forward)
    assert set(open_to(rules.access).values()) == {"fb"}
    assert {
        osm(None, route="ferry", **{key: "no"}).access & both("car") for key in ("motor_vehicle", "motorcar", "vehicle")
    } == {0}
    assert ways(osm(None, route="ferry", bicycle="no").access, "bike") == "--"
    assert not osm(None, route="bus", name="ferry").is_road[0]


def test_osm_tags_with_commas_arrows_and_quotes():
    text = r'"name"=>"Nya \"Storgatan\", norr => söder","oneway"=>"yes","lanes"=>"2"'
    assert parse_tags(text) == {"name": 'Nya "Storgatan", norr => söder', "oneway": "yes", "lanes": "2"}
    broken = '"name"=>"the "Foo" bar","oneway"=>"yes"'  # quotes that nobody escaped
    assert ways(int(osm_rules(["residential"], [broken]).access[0]), "car") == "f-"
    backslash = r'"name"=>"C:\\","oneway"=>"yes"'
    assert parse_tags(backslash) == {"name": "C:\\", "oneway": "yes"}
    assert parse_tags(r'"note"=>"\\\"x\\"') == {"note": '\\"x\\'}


def test_osm_of_no_ways():
    rules = osm_rules([], [])
    assert all(len(column) == 0 for column in rules)
    assert rules.access.dtype == rules.flags.dtype == np.uint8 and rules.is_road.dtype == bool
