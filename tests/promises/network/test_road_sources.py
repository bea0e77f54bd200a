"""What attributes say of roads: speeds, ways, classes, and that one road's row never touches another's."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from narvard_plugin.core.network.modes import FERRY, NO_STOP, both, reversed_access
from narvard_plugin.core.network.network import costs_of
from narvard_plugin.core.network.nvdb import PREFIXES, nvdb_columns, nvdb_rules
from narvard_plugin.core.network.osm import DRIVEN, osm_rules, parse_tags
from narvard_plugin.core.network.prepared import prepared
from narvard_plugin.core.network.road_class import MOST, class_names, number_classes, stretch_classes, with_factors
from narvard_plugin.core.network.rules import FASTEST_KMH, RoadRules, settle_speeds
from tests.promises import promise
from tests.promises.strategies.networks import CLASSES, networks
from tests.promises.unchanged import assert_same, frozen, unchanged

ANYTHING = st.one_of(st.none(), st.text(max_size=4), st.floats(), st.integers(-2, 200), st.booleans())
SIGN = st.one_of(
    st.sampled_from((None, "", "0", 0, 0.0, False, "nej", 1, "1", "1.0", True, "ja", "Skenäsleden")), ANYTHING
)
COLUMNS = st.fixed_dictionaries(
    {name: SIGN for name in PREFIXES if name not in ("speed_forward", "speed_backward", "net", "road_class")}
    | {
        "speed_forward": ANYTHING,
        "speed_backward": ANYTHING,
        "net": st.sampled_from(("1", 2, "4", "Cykel", "gång", None)),
    }
)
CAR, WALK, BIKE = both("car"), both("walk"), both("bike")


@promise("columns of NVDB are known by their beginnings in any case, and nothing else is", nvdb_columns, usual=8)
@given(st.lists(st.one_of(st.text(max_size=8), st.sampled_from([one for some in PREFIXES.values() for one in some])), max_size=8),
       st.sampled_from(("", "_225", "xyz")))  # fmt: skip
def test_nvdb_columns(names, ending):
    names = [name + ending for name in names]
    found = unchanged(nvdb_columns)(names)
    for meaning, prefixes in PREFIXES.items():
        fits = [name for name in names if name.lower().startswith(prefixes)]
        assert (meaning in found) == bool(fits) and (not fits or found[meaning] in fits)
    again = nvdb_columns([name.upper() for name in names if name.lower() == name.upper().lower()])
    assert set(again) <= set(found)


@promise(
    "a sign more never opens a road, walkers mind no direction, and each road stands by itself", nvdb_rules, usual=8
)
@given(st.lists(COLUMNS, min_size=1, max_size=6), st.data())
def test_nvdb_rules(roads, data):
    columns = {name: [road[name] for road in roads] for name in roads[0]}
    rules = unchanged(nvdb_rules)(columns)
    alone = [nvdb_rules({name: [value] for name, value in road.items()}) for road in roads]
    assert_same(rules, RoadRules(*(np.concatenate(column) for column in zip(*alone))))
    assert rules.access.dtype == rules.flags.dtype == np.uint8
    emergency = (rules.access >> 6) & 3
    assert not (rules.access & CAR & ~emergency).any()  # where cars may go emergency vehicles may
    for name in (
        "forbidden_forward",
        "forbidden_backward",
        "no_traffic_forward",
        "no_traffic_backward",
        "motorway",
        "expressway",
    ):
        more = nvdb_rules({**columns, name: [1] * len(roads)})
        assert not (more.access & ~rules.access).any()
        if name.startswith("f"):
            assert_array_equal(more.access & WALK, rules.access & WALK)
    fast = nvdb_rules({**columns, "motorway": [1] * len(roads)})
    assert ((fast.flags & NO_STOP) > 0).all() and not (fast.access & (WALK | BIKE) & ~np.uint8(BIKE)).any()
    absent = nvdb_rules({"speed_forward": columns["speed_forward"]})
    assert_array_equal(absent.access & CAR, CAR)
    assert_array_equal(absent.forward, absent.backward)


PLAIN = st.text(st.characters(exclude_categories=("Cs",)), max_size=6)
TAGS = st.dictionaries(
    st.sampled_from(("oneway", "maxspeed", "maxspeed:forward", "access", "motorcar", "vehicle", "bicycle", "foot", "junction",
                     "route", "emergency", "oneway:bicycle", "motor_vehicle")),
    st.one_of(st.sampled_from(("yes", "no", "-1", "private", "50", "30 mph", "ferry", "roundabout", "SE:rural", "0", "9" * 400)), PLAIN),
    max_size=5,
)  # fmt: skip
HIGHWAY = st.one_of(st.none(), st.sampled_from((*DRIVEN, "footway", "cycleway", "track", "proposed")), PLAIN)


def written(tags: dict[str, str]) -> str:
    """As GDAL writes tags: marks of quotation and backslashes escaped."""
    escape = lambda text: text.replace("\\", "\\\\").replace('"', '\\"')  # noqa: E731
    return ",".join(f'"{escape(key)}"=>"{escape(value)}"' for key, value in tags.items())


@promise("tags that were written are the tags that are read", parse_tags, usual=8, long=1000)
@given(st.dictionaries(PLAIN, PLAIN, max_size=4))
def test_parse_tags(tags):
    assert unchanged(parse_tags)(written(tags)) == tags


@promise(
    "any way with any tags is read, each by itself; no tag of access that says no opens it",
    osm_rules,
    parse_tags,
    usual=10,
    long=1000,
)
@given(st.lists(st.tuples(HIGHWAY, TAGS), max_size=5), PLAIN)
def test_osm_rules(ways, noise):
    highway, tags = [way[0] for way in ways], [written(way[1]) for way in ways]
    rules = unchanged(osm_rules)(highway, tags)
    for number, (kind, text) in enumerate(zip(highway, tags)):
        alone = osm_rules([kind], [text])
        assert_same(alone, RoadRules(*(column[[number]] for column in rules)))
    assert_array_equal(rules.is_road, rules.access > 0)
    known = rules.is_road & ((rules.flags & FERRY) == 0)
    assert (rules.forward[known] > 0).all() and (rules.backward[known] > 0).all()
    # Without a word on who may use it, each way but a bus lane is open as the general no or yes says.
    own = ("motorcar", "motor_vehicle", "vehicle", "access")
    for kind, given_tags in ways:
        closed = osm_rules([kind], [written({**given_tags, "motorcar": "no"})])
        usual = osm_rules([kind], [written(given_tags)])
        assert not closed.access[0] & CAR and not closed.access[0] & ~usual.access[0]
        if "oneway" not in given_tags and not set(own) & set(given_tags):
            ahead, back = (osm_rules([kind], [written({**given_tags, "oneway": way})]) for way in ("yes", "-1"))
            if not (ahead.flags[0] & FERRY):
                assert reversed_access(ahead.access)[0] & CAR == back.access[0] & CAR
    osm_rules([noise], [noise])


@promise("every settled speed can be driven, a given one is kept, and what was filled in, missing or absurd is told apart",
         settle_speeds, usual=8)  # fmt: skip
@given(st.lists(st.tuples(st.one_of(st.floats(), st.floats(5, 130)), st.one_of(st.floats(), st.floats(5, 130)),
                          st.integers(0, 255), st.sampled_from((0, FERRY, NO_STOP)))),
       st.sampled_from((None, 40.0, 70.0)), st.sampled_from((1.0, 1.3)))  # fmt: skip
def test_settle_speeds(roads, usual, winter):
    forward, backward, access, flags = (
        np.array([road[i] for road in roads], kind) for i, kind in enumerate((float, float, np.uint8, np.uint8))
    )
    rules = RoadRules(forward, backward, access, flags, np.ones(len(roads), bool))
    found = unchanged(settle_speeds)(rules, default_speed=usual, ferry_speed=18.0, winter_factor=winter)
    assert_same(found.rules[2:], rules[2:])
    ferry = (flags & FERRY) > 0
    slower = np.where(ferry, 1.0, winter)
    told = np.zeros(len(roads), bool)
    for given_kmh, kmh, ways in zip((forward, backward), found.rules[:2], (0x41, 0x82)):
        assert (np.isfinite(kmh) & (kmh > 0) & (kmh <= FASTEST_KMH)).all()
        good = (given_kmh > 0) & (given_kmh <= FASTEST_KMH)
        assert_allclose(kmh[good], (given_kmh / slower)[good])
        assert_allclose(kmh[~good & ferry], 18.0)
        told |= ~good & ((access & ways) > 0) & ~(ferry & np.isnan(given_kmh))
    assert_array_equal(found.assumed | found.missing | found.absurd, told)
    assert not (found.missing if usual else found.assumed).any()


@promise("a class's number leads back to its name, and only the rarest beyond what fits become unknown",
         number_classes, usual=6, long=150)  # fmt: skip
@given(
    st.lists(st.one_of(st.sampled_from(("", "1", "2", "10", "huvudväg")), st.text(max_size=3)), max_size=12),
    st.sampled_from((0, 0, 300)),
)
def test_number_classes(values, many):
    values = [*values, *(f"c{i}" for i in range(many))]
    number, names = unchanged(number_classes)(values)
    assert number.dtype == np.uint8 and names[0] == "" and len(names) == len(set(names)) <= MOST + 1
    for value, at in zip(values, number):
        assert names[at] == value or (at == 0 and len(names) == MOST + 1)
    assert frozen(number_classes(values[::-1])[1]) == frozen(names)


@promise("factors multiply the drive minutes of their class alone; by 1 nothing changes, and by two after each other their product",
         with_factors, stretch_classes, class_names, usual=5)  # fmt: skip
@given(networks(), st.lists(st.floats(0.5, 2), min_size=len(CLASSES), max_size=len(CLASSES)))
def test_factors(network, factors):
    factor = np.array(factors)
    prepared(network, "car")
    scaled = unchanged(with_factors)(network, factor, {"of": "trips"})
    assert class_names(scaled) == class_names(network) == CLASSES and scaled.about["calibration"] == {"of": "trips"}
    stretch = unchanged(stretch_classes)(network)
    ferry = np.repeat((network.flags & FERRY) > 0, np.diff(network.first))
    assert_array_equal(stretch, np.where(ferry, len(CLASSES), network.road_class))
    inner = np.ones(len(stretch), bool)
    inner[network.first[1:] - 1] = False
    vertex = np.flatnonzero(inner)
    for before, after in (
        (network.minutes_forward, scaled.minutes_forward),
        (network.minutes_backward, scaled.minutes_backward),
    ):
        own = np.append(factor, 1.0)[stretch[vertex]]
        assert_allclose(after[vertex + 1] - after[vertex], (before[vertex + 1] - before[vertex]) * own, atol=1e-9)
        assert not after[network.first[:-1]].any()
    assert_same(costs_of(with_factors(network, np.ones(len(CLASSES))), "car"), costs_of(network, "car"))
    assert_same(costs_of(with_factors(scaled, factor), "car"), costs_of(with_factors(network, factor**2), "car"))
    assert_same(costs_of(scaled, "walk"), costs_of(network, "walk"))
    assert network.kept and not scaled.kept
