"""The dock's index of facilities: searched and filtered in memory, and by SQL in the layers, with the same answer."""

from itertools import chain

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from qgis.core import QgsVectorLayer

from narvard_plugin.adapters.completeness import completeness
from narvard_plugin.adapters.dock_layers import dock_layers
from narvard_plugin.adapters.facility_facts import facts_of
from narvard_plugin.adapters.facility_index import UNKNOWN, Wanted
from narvard_plugin.adapters.facility_sql import facility_filter
from narvard_plugin.adapters.workspace_snapshot import read_snapshot
from narvard_plugin.gui.vocabulary import words_of

from .small_network import by_id, run

HERE = frozenset(["99"])


@pytest.fixture(scope="module")
def snapshot(county):
    return read_snapshot(county.workspace, words_of("99"))


@pytest.fixture(scope="module")
def layer(county):
    return QgsVectorLayer(f"{county.workspace}|layername=facilities|option:NOLOCK=NO", "facilities", "ogr")


def some_of(values):
    return some.frozensets(some.sampled_from(values), max_size=3)


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    year=some.sampled_from([1985, 2018, 2022, 2026, 2030, 2050]),
    regions=some.sampled_from([None, HERE, frozenset(["98", "99"]), frozenset(["08"])]),
    huvudman=some_of([UNKNOWN, "region", "kommun", "stat", "reg%on"]),
    driftsform=some_of([UNKNOWN, "egen_regi", "lov", "egen-regi"]),
    service=some_of(["allmanmedicin", "dialys", "barnakut", "o'hara"]),
    offered=some.sampled_from(["", "provtagning", "forlossning"]),
)
def test_a_layer_shows_what_the_index_counts(snapshot, layer, offered, **choices):
    wanted = Wanted(**choices)
    found = snapshot.index.matching(wanted)
    if offered:
        found &= snapshot.index.matching(Wanted(wanted.year, wanted.regions, service=frozenset([offered])))
    assert layer.setSubsetString(facility_filter(wanted, service=offered)), facility_filter(wanted)
    drawn = {feature["facility_id"] for feature in layer.getFeatures()}
    assert drawn == set(snapshot.index.ids[found & snapshot.index.placed])


def test_counts_are_those_of_the_chosen(snapshot):
    """Each of the three ways to count against a plain loop over the tables."""
    wanted = Wanted(2026, HERE, driftsform=frozenset(["lov"]))
    found = snapshot.index.matching(wanted)
    rows = snapshot.index.facilities[found]
    assert (rows["driftsform"] == "lov").all() and (rows["region"] == "99").all() and len(rows) == 21
    by_type = dict(zip(snapshot.index.types, snapshot.index.type_counts(found)))
    assert {code: n for code, n in by_type.items() if n} == rows["type"].value_counts().to_dict()
    services = snapshot.index.services
    now = services[services["facility_id"].isin(rows["facility_id"]) & ~(services["to_year"] < 2026)]
    expected = now.groupby("service")["facility_id"].nunique().to_dict()
    counts = dict(zip(snapshot.index.codes, snapshot.index.service_counts(found, 2026)))
    assert {code: n for code, n in counts.items() if n} == expected


def test_a_facet_ignores_its_own_filter_and_obeys_the_others(snapshot):
    index = snapshot.index
    facets = index.facets(Wanted(2026, HERE, huvudman=frozenset(["kommun"]), driftsform=frozenset(["lou"])))
    assert facets["driftsform"] == index.facets(Wanted(2026, HERE, huvudman=frozenset(["kommun"])))["driftsform"]
    for value, number in facets["huvudman"].items():
        alone = Wanted(2026, HERE, huvudman=frozenset([value]), driftsform=frozenset(["lou"]))
        assert index.matching(alone).sum() == number


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("hagbos halsocentral", ["Hagbos hälsocentral"]),
        ("HAGBOS HÄLSOCENTRAL", ["Hagbos hälsocentral"]),
        ("akutmottagning dygnet", ["Ekhamns sjukhus", "Länssjukhuset i Lindhamn", "Norrhamns sjukhus"]),
        ("finns inte", []),
    ],
)
def test_search_finds_by_name_type_and_service_without_accents(snapshot, typed, names):
    found = snapshot.index.matching(Wanted(2026, HERE, words=typed))
    assert sorted(snapshot.index.facilities["name"][found]) == names


def test_a_facility_without_a_region_is_never_left_out(snapshot):
    rows = snapshot.index.facilities.copy()
    rows.loc[0, "region"] = ""
    index = type(snapshot.index)(rows, snapshot.index.services, snapshot.index.words)
    assert index.matching(Wanted(2026, frozenset(["08"]))).tolist() == [True] + [False] * (len(rows) - 1)


def test_listed_per_specialist_is_the_tools(snapshot, county):
    source = f"{county.workspace}|layername="
    told = by_id(
        run(
            "primarycarecapacity",
            FACILITIES=f'{source}facilities|subset="type"=\'vardcentral\' AND "region"=\'99\' AND "closed" IS NULL',
            FACILITY_ID="facility_id",
            CAPACITY=f"{source}capacity",
            OUTPUT="memory:",
        )["OUTPUT"]
    )
    assert len(told) == 35
    for ident, row in told.items():
        assert facts_of(snapshot, ident, 2026).listed_per_gp == pytest.approx(row["listed_per_gp"]), ident


def test_a_card_tells_what_holds_in_the_year(snapshot):
    """Ekhamn keeps its services until a scenario says otherwise; Kyrkeborg's centre is closed since 2017."""
    closed = snapshot.index.facilities.query("closed == 2017").iloc[0]["facility_id"]
    before, after = (facts_of(snapshot, closed, year) for year in (2016, 2026))
    assert before.stands and len(before.services) == 6 and before.ended == 0
    assert not after.stands and after.services.empty and after.ended == 6
    assert facts_of(snapshot, "no-such", 2026) is None


def test_what_is_missing_comes_first(snapshot):
    held = completeness(snapshot, Wanted(2026, HERE))
    assert [one.expected.type for one in held] == [one.type for one in dock_layers().expected]
    assert next(one.count for one in held if one.expected.type == "apotek") == 31
    assert next(one.count for one in held if one.expected.type == "sjukhus") == 3  # of three narrower types
    elsewhere = completeness(snapshot, Wanted(2026, frozenset(["08"])))
    assert all(one.count == 0 for one in elsewhere)
    before = completeness(snapshot, Wanted(1962, HERE))
    counts = [one.count for one in before]
    assert 0 in counts and counts == sorted(counts, key=bool)


def test_health_layers_are_of_one_division_each(snapshot):
    keys = [layer.key for layer in snapshot.layers]
    assert len(keys) == len(set(keys)) and "statistics/2025/9/socioeconomic_index" in keys
    layer = next(layer for layer in snapshot.layers if layer.key == "statistics/2025/9/socioeconomic_index")
    assert (layer.rows_in(HERE), layer.rows_in(None), layer.date, layer.missing_places) == (153, 189, "2024", 0)
    assert layer.drawn == {"vintage": "2025", "digits": "9"}
    forecast = snapshot.forecasts.query("region == '99' and year == 2030")["population"]
    assert forecast.tolist() == [263175.0]


def test_the_data_file_names_only_what_there_is(county):
    from narvard_plugin import catalogue
    from narvard_plugin.paths import bundled
    from narvard_plugin.store.register import TABLES

    layers = dock_layers()
    for kind in layers.layers.values():
        columns = {*TABLES[kind.table].column_names, "digits"}
        named = {
            *kind.split,
            *kind.where,
            *kind.where_not,
            kind.newest,
            kind.value if kind.ramp else "",
            kind.join,
            kind.names,
        }
        assert named - {""} <= columns, kind.id
        assert not kind.style or bundled("resources", "styles", kind.style).is_file()
    assert {one.type for one in layers.expected} <= set(catalogue.care().types)
    assert np.array_equal(list(layers.roots), ["health", "care", "both"])
    assert set(chain.from_iterable(one.tools for one in layers.expected)) <= {
        "narvard:importfacilities", "narvard:fetchfacilities",
    }  # fmt: skip
