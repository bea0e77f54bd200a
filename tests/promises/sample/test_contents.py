"""What stands on the sample's ground: ids of their own, sums that hold, small numbers kept, the same for the same seed."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.sample import (
    county as whole,
)
from narvard_plugin.core.sample import (
    divisions,
    facilities,
    geography,
    grants,
    health,
    horizons,
    lines,
    listings,
    plan_cases,
    plan_drawings,
    plan_land,
    plan_papers,
    plan_register,
    roadgraph,
    services,
    statistics,
    stories,
    timetable,
)
from narvard_plugin.core.sample.people import AGE_GROUPS
from tests.promises import promise
from tests.promises.sample.made import county
from tests.promises.strategies.populations import SEEDS

same = pd.testing.assert_frame_equal


def rng(*numbers):
    return np.random.default_rng(numbers)


@promise("each municipality is of one zone of its own region, that of the nearest hospital, and every table of the geography holds the same people",
         divisions.divisions, geography.make_geography, usual=1, long=1)  # fmt: skip
@given(st.just(1))
def test_geography(once):
    made = county().geography
    table, zone_of = divisions.divisions(made.settlements, made.municipalities)
    pd.testing.assert_frame_equal(table, made.divisions)
    assert (
        set(zone_of) == set(table["zone_id"])
        and set(zone_of.index) == set(made.municipalities["code"])
        and all(zone[:2] == code[:2] for code, zone in zone_of.items())
    )
    people_there = made.squares_250["population"].sum()
    for sums in (made.squares_1000["population"], made.municipalities["population"], made.regions["population"]):
        assert sums.sum() == people_there
    assert (made.areas.groupby("vintage")["population"].sum() == people_there).all()
    assert np.allclose(made.area_key.groupby("old_code")["share"].sum(), 1)
    for scale in (0, 26, 1.5):
        with pytest.raises(ValueError, match="scale"):
            geography.make_geography(scale)


@promise(
    "every table has ids of its own, refers only to what is there, and the same seed gives the same",
    whole.make_county,
    whole.need_by_area,
    usual=1,
    long=1,
)
@given(st.just(1))
def test_county(once):
    made = county()
    ids = set(made.facilities["facility_id"])
    assert (
        made.facilities["facility_id"].is_unique
        and made.full_centre in ids
        and made.good_area_centre in ids
        and made.just_below_centre in ids
    )
    for table in (
        made.capacity,
        made.services,
        made.need_index.rename(columns={"code": "facility_id"}),
        made.listings.rename(columns={"unit_id": "facility_id"}),
    ):
        assert set(table["facility_id"]) <= ids
    codes = set(made.geography.areas.loc[made.geography.areas["vintage"] == "2025", "area_code"])
    assert (
        set(made.listings["area_code"]) <= codes == set(made.panel["area_code"])
        and (made.listings["number"] >= 5).all()
    )
    assert made.people["population"].sum() == made.geography.squares_250["population"].sum()
    assert (
        made.people[[name for name in made.people if name.startswith("age_")]].sum(axis=1) == made.people["population"]
    ).all()
    index = whole.need_by_area(made.panel)
    last = made.panel[(made.panel["year"] == 2024) & (made.panel["area_code"].str[:2] == "99")].set_index("area_code")
    assert np.average(index[last.index], weights=last["population"]) == pytest.approx(1) and (index > 0).all()


@promise("facilities stand in the region they say, each on its own id, and the same draw gives the same", facilities.make_facilities, roadgraph.road_graph, lines.make_lines,
         listings.minutes_to_facilities, usual=1, long=1)  # fmt: skip
@given(st.just(1))
def test_facilities(once):
    made = county()
    part = next(whole._counties_with_strips(made.geography))
    graph = roadgraph.road_graph(part.roads, part.road_xy, part.road_start)
    found = facilities.make_facilities(part, graph, whole._rng(1, 1, 0))
    same(found, made.facilities)
    assert (found["municipality"].str[:2] == found["region"]).all() and np.isfinite(
        found[["x", "y"]].to_numpy(float)
    ).all()
    stops, told = lines.make_lines(part, graph)
    assert stops["name"].is_unique and all(
        len(one.stops) == len(one.minutes) == len(one.timed) and (np.diff(one.minutes) > 0).all() for one in told
    )
    assert all(one.minutes[0] == 0 and one.stops.max() < len(stops) and one.timed[[0, -1]].all() for one in told)
    centres = found[(found["type"] == "vardcentral") & found["closed"].isna()].head(2)
    minutes = listings.minutes_to_facilities(part, graph, centres, 20.0)
    reached = minutes.to_numpy()[np.isfinite(minutes.to_numpy())]
    assert (
        list(minutes.columns) == list(centres["facility_id"])
        and ((reached >= 0) & (reached <= 20)).all()
        and minutes.index.is_unique
    )


@promise(
    "a timetable's trips call at stops that are there, in the order of the clock, and every service runs on some day",
    timetable.make_timetable,
    usual=1,
    long=1,
)
@given(st.just(1))
def test_timetable(once):
    feed = county().timetable
    assert all(
        feed[name][key].is_unique for name, key in (("stops", "stop_id"), ("routes", "route_id"), ("trips", "trip_id"))
    )
    assert set(feed["stop_times"]["stop_id"]) <= set(feed["stops"]["stop_id"]) and set(
        feed["stop_times"]["trip_id"]
    ) == set(feed["trips"]["trip_id"])
    assert set(feed["trips"]["route_id"]) == set(feed["routes"]["route_id"]) and set(feed["trips"]["service_id"]) <= {
        *feed["calendar"]["service_id"],
        *feed["calendar_dates"]["service_id"],
    }
    calls = feed["stop_times"][feed["stop_times"]["departure_time"].fillna("") != ""]
    order = calls.sort_values(["trip_id", "stop_sequence"])
    hours = order["departure_time"].str.split(":", expand=True).astype(int)
    minute = hours[0] * 60 + hours[1]
    assert (minute.diff()[order["trip_id"].eq(order["trip_id"].shift())] >= 0).all()


PART = st.lists(st.integers(0, 400), min_size=1, max_size=30, unique=True)


@promise(
    "what a facility does and holds is its own: of some facilities it is just their rows of all; no number is below nought",
    services.make_services,
    services.make_capacity,
    usual=3,
    long=30,
)
@given(PART)
def test_services(rows):
    made = county()
    some = (
        made.facilities.iloc[[row % len(made.facilities) for row in rows]].drop_duplicates("facility_id").sort_index()
    )
    wanted = made.services[made.services["facility_id"].isin(some["facility_id"])].reset_index(drop=True)
    same(services.make_services(some), wanted, check_dtype=False)
    assert not (wanted[["beds", "volume"]].astype(float) < 0).any().any()
    listed = made.listings.groupby("unit_id")["number"].sum()
    found = services.make_capacity(some, listed, rng(1))
    assert (found["value"] >= 0).all() and not found.duplicated(["facility_id", "kind"]).any()
    told = found[found["kind"] == "listade"].set_index("facility_id")["value"]
    assert (told == listed.reindex(told.index).fillna(0)).all()


@promise(
    "need of a centre is that of its own listed; the file that is bought and the register's rows tell the same numbers",
    grants.unit_need,
    grants.bought_index,
    grants.registered_index,
    usual=3,
    long=30,
)
@given(PART)
def test_needs(rows):
    made = county()
    units = grants.unit_need(made.listings, made.panel)
    chosen = units["code"].iloc[[row % len(units) for row in rows]].unique()
    some = grants.unit_need(made.listings[made.listings["unit_id"].isin(chosen)], made.panel)
    same(some, units[units["code"].isin(chosen)].reset_index(drop=True))
    assert some["population"].sum() == made.listings.loc[made.listings["unit_id"].isin(some["code"]), "number"].sum()
    bought, registered = grants.bought_index(some, made.facilities), grants.registered_index(some)
    for scale, column in (("points", "CNI-poäng"), ("per_person", "CNI per person")):
        own = registered[registered["scale"] == scale]
        assert own["code"].tolist() == bought["Enhet"].tolist() == some["code"].tolist()
        assert np.allclose(bought[column].str.replace(",", ".").astype(float), own["value"])


@promise(
    "a grant goes to the neediest and to nobody below the threshold, and what was not measured is empty, never nought",
    grants.grant_followup,
    usual=3,
    long=50,
)
@given(SEEDS, st.floats(0.5, 3))
def test_grants(seed, mean):
    units = grants.unit_need(county().listings, county().panel)
    found = grants.grant_followup(units, mean, rng(seed))
    same(found, grants.grant_followup(units, mean, rng(seed)))
    index = found["unit_id"].map(units.set_index("code")["per_person"]) / mean
    assert (
        not found.loc[index <= listings.GRANT_THRESHOLD, "amount"].any()
        and not found.duplicated(["unit_id", "year"]).any()
    )
    assert (found.loc[(index > listings.GRANT_THRESHOLD) & (found["year"] > 2022), "amount"] > 0).all() and not (
        found["outcome"] == 0
    ).any()


@promise(
    "health is told per municipality as that one's own mean, hidden where few stand behind it, and never as nought",
    health.health_figures,
    usual=3,
    long=16,
)
@given(st.integers(0, 15))
def test_health(at):
    panel = county().panel
    codes = sorted(panel["area_code"].str[:4].unique())
    code = codes[at % len(codes)]
    own = panel[panel["area_code"].str[:4] == code]
    found = health.health_figures(own)
    told = county().health_figures
    same(
        found[found["area_code"] == code].reset_index(drop=True),
        told[told["area_code"] == code].reset_index(drop=True),
        check_dtype=False,
    )
    assert (found["value"].isna() == (found["status"] == "suppressed")).all() and (found["value"].dropna() > 0).all()
    assert not told.duplicated(["indicator", "area_code", "period", "sex"]).any()


@promise("the groups of a forecast sum to its total in every year, begin with those who live there now, and care rates cover every age once", horizons.population_forecast,
         horizons.net_migration, horizons.care_rates, usual=1, long=1)  # fmt: skip
@given(st.just(1))
def test_forecast(once):
    made = county()
    wide = made.forecasts.pivot_table(index=["code", "year"], columns="age_group", values="population", aggfunc="sum")
    assert (wide.drop(columns=horizons.TOTAL).sum(axis=1) == wide[horizons.TOTAL]).all() and (wide >= 0).all().all()
    now = wide.xs(2024, level="year")[horizons.TOTAL]
    assert now.to_dict() == made.geography.squares_250.groupby("municipality")["population"].sum().to_dict()
    rates = horizons.care_rates()
    groups = set(made.forecasts["age_group"]) - {horizons.TOTAL}
    assert (
        len(groups) == len(AGE_GROUPS)
        and all(set(own) == groups for _, own in rates.groupby("service")["age_group"])
        and not rates.duplicated(["service", "age_group"]).any()
    )
    moves = horizons.net_migration(made.panel)
    people_ = made.panel.pivot(index="area_code", columns="year", values="population")
    longer = horizons.net_migration(made.panel, 9)
    assert ((moves - longer) - (people_[2015] - people_[2019])).abs().max() <= 1


@promise("the long table has no false zero: outside its years a value is estimated or missing; the published one has them all, as nought",
         statistics.long_statistics, statistics.published_with_false_zeros, usual=1, long=1)  # fmt: skip
@given(st.just(1))
def test_statistics(once):
    made = county()
    long = made.statistics
    assert (
        long["value"].isna().equals(long["status"].isin(["missing", "suppressed"]))
        and not long.duplicated(["area_code", "vintage", "variable", "year"]).any()
    )
    ok = long[(long["variable"] == "population") & (long["status"] == "ok")]
    assert (ok["value"] > 0).all() and set(ok.loc[ok["vintage"] == "2025", "year"]) == {2024}
    published = made.published
    assert len(published) == len(made.panel) + len(made.panel_2018) and (published["folkmangd"] == 0).sum() == len(
        published
    ) - len(ok)


@promise("a story changes the rows that it is about and no others, and leaves what it was given", stories.fill_centre, stories.make_room, stories.nearest_centre, stories.ekhamn_scenarios,
         stories.target_values, stories.stale_facilities, stories.neighbour_without_municipality, stories.hsa_with_swapped_coordinates, stories.listings_with_hidden_cells,
         usual=3, long=30)  # fmt: skip
@given(st.integers(0, 999), SEEDS)
def test_stories(at, seed):
    made = county()
    before, capacity = made.capacity.copy(), made.capacity
    centres = made.facilities[(made.facilities["type"] == "vardcentral") & made.facilities["closed"].isna()]
    one = centres.iloc[at % len(centres)]
    for found, left in (
        (stories.fill_centre(capacity, one.facility_id), stories.SPARE_PLACES),
        (stories.make_room(capacity, [one.facility_id]), stories.ROOMY_PLACES),
    ):
        same(found[found["facility_id"] != one.facility_id], capacity[capacity["facility_id"] != one.facility_id])
        kinds = found[found["facility_id"] == one.facility_id].set_index("kind")["value"]
        assert kinds["heltid_specialist"] * stories.NORM_SPECIALIST - kinds["listade"] == pytest.approx(left, abs=6)
    same(capacity, before)
    assert stories.nearest_centre(made.facilities, (one.x, one.y)) in set(
        centres.loc[np.hypot(centres["x"] - one.x, centres["y"] - one.y) == 0, "facility_id"]
    )
    scenarios, changes = stories.ekhamn_scenarios(made.facilities)
    ids = {*made.facilities["facility_id"], *changes.loc[changes["action"] == "open", "facility_id"]}
    assert set(changes["scenario"]) == set(scenarios["scenario"]) and set(changes["facility_id"]) <= ids
    assert not stories.target_values().duplicated(["indicator", "area_code", "year"]).any()
    assert stories.stale_facilities(made.facilities)["source_date"].eq(stories.STALE_DATE).all()
    assert len(stories.neighbour_without_municipality(made.facilities)) == (made.facilities["region"] == "98").sum()
    spoilt = stories.hsa_with_swapped_coordinates(made.facilities)
    east = spoilt["geographicalCoordinates"].str.extract(r"X:(\d+) Y:(\d+)").astype(int)
    assert (east[0] < east[1]).sum() == stories.SWAPPED and spoilt["hsaIdentity"].is_unique
    hidden = stories.listings_with_hidden_cells(made.listings, rng(seed))
    numbers = pd.to_numeric(hidden["number"], errors="coerce")
    assert (
        (numbers.isna() | (numbers == made.listings["number"])).all()
        and set(hidden.loc[numbers.isna(), "number"]) <= {"<5", ".."}
        and numbers.isna().sum() == len(hidden) // 8
    )


@promise("every plan lies where it is said to, its provisions inside it and drawn once, each with the same id in every version",
         plan_cases.make_plan_cases, plan_drawings.draw_plans, plan_drawings.provision_id, plan_land.make_plan_land, plan_land.ground_m, usual=2, long=10)  # fmt: skip
@given(st.lists(st.tuples(st.floats(7e5, 9e5), st.floats(6.2e6, 6.4e6)), min_size=1, max_size=4))
def test_plans(points):
    made = county()
    cases, drawn = made.plans, made.drawings
    assert (
        cases.plans["plan_id"].is_unique
        and len(cases.plan_rings) == len(cases.plans)
        and len(drawn.rows) == len(drawn.polygons)
    )
    rings = dict(zip(cases.plans["plan_id"], cases.plan_rings))
    for row, shapes in zip(drawn.rows.itertuples(), drawn.polygons):
        low, high = rings[row.plan_id].min(axis=0) - 1e-6, rings[row.plan_id].max(axis=0) + 1e-6
        assert all(((ring >= low) & (ring <= high)).all() and (ring[0] == ring[-1]).all() for ring in shapes)
    assert not drawn.rows.duplicated(["plan_id", "stage", "national_id"]).any()
    assert (
        plan_drawings.provision_id("a", "b")
        == plan_drawings.provision_id("a", "b")
        != plan_drawings.provision_id("a", "c")
    )
    again = plan_drawings.draw_plans(cases)
    same(again.rows, drawn.rows)
    land = made.plan_land
    for table, shapes in (*land.lines.values(), *land.areas.values()):
        assert len(table) == len(shapes)
    xy = np.array(points)
    ground = plan_land.ground_m(xy)
    assert ((ground >= 1) & (ground <= 27)).all() and np.array_equal(ground, plan_land.ground_m(xy[::-1])[::-1])


@promise("the register's rows refer only to rows that are there; the papers of a plan are JSON of the same plan and the letter tells its dates",
         plan_register.register_tables, plan_register.plan_identity, plan_register.version_id, plan_register.referral_id, plan_papers.specification41, plan_papers.municipal_map,
         plan_papers.notice_letter, usual=2, long=10)  # fmt: skip
@given(st.sampled_from(["samråd", "granskning"]), st.text("ab ", max_size=3), st.text("ab ", max_size=3))
def test_papers(stage, one, other):
    made = county()
    tables = {name: rows for name, (rows, _) in plan_register.register_tables(made.plans, made.drawings).items()}
    for name, key in (
        ("plan_cases", "plan_id"),
        ("plan_versions", "version_id"),
        ("referrals", "referral_id"),
        ("provisions", "provision_id"),
    ):
        assert tables[name][key].is_unique and tables[name][key].notna().all()
    assert set(tables["plan_versions"]["plan_id"]) <= set(tables["plan_cases"]["plan_id"]) and set(
        tables["provisions"]["version_id"]
    ) <= set(tables["plan_versions"]["version_id"])
    assert set(tables["partial_answers"]["referral_id"]) <= set(tables["referrals"]["referral_id"])
    assert all(
        len(shapes) in (0, len(rows))
        for rows, shapes in plan_register.register_tables(made.plans, made.drawings).values()
    )
    for make in (plan_register.version_id, plan_register.referral_id):
        assert (make("P", one) == make("P", other)) == (one == other)
    assert (plan_register.plan_identity(one) == plan_register.plan_identity(other)) == (one == other)
    told = json.loads(json.dumps(plan_papers.specification41(made.plans, made.drawings, plan_cases.LATE, stage)))
    first, *rest = (feature["properties"] for feature in told["features"])
    rows = made.drawings.rows
    assert first["objektidentitet"] == plan_register.plan_identity(plan_cases.LATE) and {
        row["detaljplan"] for row in rest
    } == {first["objektidentitet"]}
    assert [row["objektidentitet"] for row in rest] == rows[
        (rows["plan_id"] == plan_cases.LATE) & (rows["stage"] == stage)
    ]["national_id"].tolist()
    everywhere = [plan_papers.municipal_map(made.plans, code) for code in made.plans.plans["municipality"].unique()]
    assert sum(len(one_map["features"]) for one_map in everywhere) == (made.plans.plans["kind"] == "detaljplan").sum()
    asked = made.plans.referrals.set_index(["plan_id", "stage"]).loc[(plan_cases.LATE, "granskning")]
    letter = plan_papers.notice_letter(made.plans)
    assert letter.count(asked["answer_by"]) == 2 and asked["start"] in letter and letter.isprintable() is False
