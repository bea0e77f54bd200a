"""``caredistribution`` as users run it: a case by hand, bad input, and the three regions of the sample county."""

import pytest
from qgis import processing
from qgis.core import NULL, QgsProcessingException

from . import small_network
from .small_network import CancelAfter, Listening, refused, run

TABLES = ("SITES", "MOVES", "PARETO", "CONSEQUENCES", "TRAVEL_BEFORE", "TRAVEL_AFTER")
NEED = "region:string,unit:string,specialty:string,service:string,need_per_year:double,capacity_per_year:double,on_call_floor:double"
HIPS = [
    ("X", "A", "hip", "bone", 120, 100, 50),
    ("Y", "B", "hip", "bone", 60, 100, None),
    ("Z", "C", "hip", "bone", 60, 60, 80),
]
MINUTES = {"p": {"A": 10, "B": 40, "C": 70}, "q": {"A": 20, "B": 30}, "r": {"A": 45, "B": 5, "C": 65}}
PEOPLE = [
    ("POINT(0 0)", "p", 300, "X"),
    ("POINT(1 0)", "q", 100, "X"),
    ("POINT(2 0)", "r", 50, "Y"),
    ("POINT(9 9)", "s", 7, "X"),
]
WAITS = [
    ("A", "hip", "vantar_operation", "2024-11", 999, 0.9),
    ("A", "hip", "vantar_operation", "2024-12", 100, 0.6),
    ("A", "hip", "vantar_forsta_besok", "2024-12", 999, 0.9),
    ("B", "hip", "vantar_operation", "2024-12", 10, 0.0),
]


@pytest.fixture
def ask(make_layer):
    def parameters(need=HIPS, minutes=MINUTES, people=PEOPLE, waits=WAITS, **more):
        pairs = [(None, origin, unit, value) for origin, of in minutes.items() for unit, value in of.items()]
        waiting = "unit:string,specialty:string,measure:string,period:string,number:double,share_over_90d:double"
        return {
            "PROCEDURES": make_layer(NEED, [(None, *row) for row in need], kind="NoGeometry"),
            "MATRIX": make_layer("origin_id:string,facility_id:string,minutes:double", pairs, kind="NoGeometry"),
            "ORIGINS": make_layer("id:string,n:double,region:string", people), "ORIGIN_ID": "id",
            "POPULATION": "n", "ORIGIN_REGION": "region",
            "WAITING": make_layer(waiting, [(None, *row) for row in waits], kind="NoGeometry"),
            **dict.fromkeys(("OUTPUT", *TABLES), "TEMPORARY_OUTPUT"), **more,
        }  # fmt: skip

    return parameters


def rows(table):
    """With None for NULL."""
    return [{k: None if v == NULL else v for k, v in row.items()} for row in small_network.rows(table)]


def by(key, table):
    return {row[key]: row for row in rows(table)}


def test_waiting_meets_by_hand(ask):
    result = run("caredistribution", **ask())
    # 240 over 260: 92, 92–93 and 55–56 patients; the third stands under its floor of 80 and keeps the 60 it does
    units = by("unit", result["SITES"])
    assert {name: row["demand_after"] for name, row in units.items()} == {"A": 90, "B": 90, "C": 60}
    assert [(row["volume_before"], row["volume_after"], row["under_floor"]) for row in units.values()] == [
        (100, 90, False), (60, 90, False), (60, 60, True),
    ]  # fmt: skip
    assert [
        (r["from_unit"], r["to_unit"], r["patients"], r["minutes"], r["extra_minutes"]) for r in rows(result["MOVES"])
    ] == [
        ("A", "B", 30, 37.5, 25.0)  # 300 people go 40 for 10 minutes, 100 go 30 for 20
    ]
    assert result["MOVED"] == 30
    own = by("region", result["OUTPUT"])["X"]
    assert (own["moved_out"], own["person_minutes"], own["mean_extra_minutes"], own["verdict"]) == (30, 750, 25, "met")
    assert (own["share_over_30_before"], own["share_over_30_after"]) == (0, 30 * 0.75 / 120)
    # 100 wait and 60 of them long; in a year 100 + 90 − 100, less the 22.2 who came in the last 90 days
    assert own["waiting_share_before"] == pytest.approx(0.6)
    assert own["waiting_share_unchanged"] == pytest.approx((120 - 120 * 90 / 365) / 120)
    assert own["waiting_share_after"] == pytest.approx((90 - 90 * 90 / 365) / 90)
    assert by("region", result["OUTPUT"])["Z"]["waiting_share_after"] is None
    assert (own["list_growth_before"], own["list_growth_after"]) == (20, -10)


def test_what_is_sent_to_comparescenarios_agrees_with_the_moves(ask):
    result = run("caredistribution", **ask())
    before, after = by("origin_id", result["TRAVEL_BEFORE"]), by("origin_id", result["TRAVEL_AFTER"])
    assert {name: (row["minutes_1"], row["status"]) for name, row in before.items()} == {
        "p": (10, "ok"), "q": (20, "ok"), "r": (5, "ok"), "s": (None, "no_route"),
    }  # fmt: skip
    assert [after[name]["minutes_1"] for name in "pqr"] == [17.5, 22.5, 5]  # a quarter of 120 go elsewhere
    assert [after[name]["patients"] for name in "pqrs"] == [90, 30, 60, 0]


def test_the_template_leaves_to_people_what_is_not_measured(ask):
    template = rows(run("caredistribution", **ask())["CONSEQUENCES"])
    assert {row["area"] for row in template} == {"Patients", "Staff", "Economy"}
    assert all(row["value"] is None and row["unit"] is None for row in template if not row["measured"])
    assert [row["value"] for row in template if row["measured"]] == [30, 25, 0, 30, 0, 0, 25]


def test_alternatives_run_from_today_to_the_choice(ask):
    points = by("point", run("caredistribution", **ask())["PARETO"])
    assert [points[name]["moved"] for name in ("today", "25 %", "50 %", "75 %", "chosen")] == [
        0,
        7,
        15,
        20,
        30,
    ]  # C is at 1, so 20 do for that
    assert (points["within_capacity"]["moved"], points["within_capacity"]["highest_load"]) == (20, 1)
    loads = [row["highest_load"] for row in sorted(points.values(), key=lambda row: row["moved"])]
    assert loads == sorted(loads, reverse=True)


def test_concentration_by_hand(ask):
    need = [("X", "A", "hip", "bone", 50, 120, 0), ("Y", "B", "hip", "bone", 30, 100, 0)]
    result = run("caredistribution", **ask(need, MODE="concentrate", MIN_VOLUME=60, TRAINING_FLOOR=40))
    units = by("unit", result["SITES"])
    # 50 from A to B are 25 minutes each, 30 from B to A are 40: 1250 against 1200
    assert [(row["demand_after"], row["under_floor"]) for row in units.values()] == [(80, False), (0, True)]
    assert units["B"]["under_floor_before"]
    assert by("region", result["OUTPUT"])["Y"]["person_minutes"] == 1200
    assert by("point", result["PARETO"])["max_units_1"]["units"] == 1
    kept = run("caredistribution", **ask(need, MODE="concentrate", MIN_VOLUME=60, KEEP_LOCAL="bone=0.5"))
    # both stay; 20 more of either's would have to reach 60, but at least 15 and 25 never leave: 20 are lacking wherever
    assert sum(row["demand_after"] for row in rows(kept["SITES"])) == 80 == 60 + 20
    assert min(row["demand_after"] for row in rows(kept["SITES"])) >= 15
    assert by("region", kept["OUTPUT"])["X"]["verdict"] == "limited"


@pytest.mark.parametrize(
    ("local", "moved"), [("hip", 0), ("bone", 0), ("hip=0.9", 12), ("0.9", 12), ("0,9; hip=0.95", 6)]
)
def test_what_stays_local_stays(ask, local, moved):
    assert run("caredistribution", **ask(KEEP_LOCAL=local))["MOVED"] == moved


def test_only_reported_regions_are_written(ask):
    result = run("caredistribution", **ask(REPORT_REGION="Y"))
    assert (
        [row["region"] for row in rows(result["OUTPUT"])] == ["Y"] == [row["region"] for row in rows(result["SITES"])]
    )
    assert [row["origin_id"] for row in rows(result["TRAVEL_AFTER"])] == ["r"] and len(rows(result["MOVES"])) == 1


def test_people_and_units_left_out_are_said(ask):
    said = Listening()
    processing.run("narvard:caredistribution", ask(minutes={**MINUTES, "gone": {"A": 1}}), feedback=said)
    assert "7 people reach no unit of their own region" in said.said
    assert "travel is unknown: C" in said.said and "left out: gone" in said.said
    assert "hip: under the floor: C" in said.said and "Only new patients are moved" in said.said


def test_bad_input_is_refused_in_a_sentence(ask):
    tool = "caredistribution"
    row = HIPS[0]
    refused("MIN_VOLUME is needed", tool, **ask(MODE="concentrate"))
    refused("KEEP_LOCAL holds knee", tool, **ask(KEEP_LOCAL="knee"))
    refused("KEEP_LOCAL holds hip=2", tool, **ask(KEEP_LOCAL="hip=2"))
    refused("no procedure group called knee", tool, **ask(GROUPS="knee"))
    refused("no region called Q", tool, **ask(REPORT_REGION="Q"))
    refused(
        "no measure called other. It has: vantar_forsta_besok, vantar_operation", tool, **ask(WAITING_MEASURE="other")
    )
    refused("repeated .unit, specialty.: A – hip", tool, **ask([row, row]))
    refused("missing or negative value in need_per_year: A – hip", tool, **ask([(*row[:4], None, 1, 1)]))
    refused("missing or negative value in on_call_floor: A – hip", tool, **ask([(*row[:6], -50)]))
    for number, share in ((100, 45), (-1, 0.5), (10, -0.1)):
        waits = [("A", "hip", "vantar_operation", "2024-12", number, share)]
        refused("1 rows of WAITING.*not from 0 to 1: A – hip", tool, **ask(waits=waits))
    refused("without region, unit or specialty", tool, **ask([(None, *row[1:])]))
    refused("PROCEDURES is empty", tool, **ask([]))
    refused("ORIGINS is empty", tool, **ask(people=[]))
    refused("missing or negative value in n: p", tool, **ask(people=[("POINT(0 0)", "p", -1, "X")]))
    refused("No row of MATRIX", tool, **ask(minutes={"p": {"other": 1}}))


def test_cancel_in_every_phase_leaves_nothing(ask, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    parameters = ask(OUTPUT=str(folder / "regions.gpkg"), SITES=str(folder / "units.gpkg"))
    for asks in range(0, 300, 3):
        try:
            results = processing.run("narvard:caredistribution", parameters, feedback=CancelAfter(asks))
        except QgsProcessingException:
            results = {}
        if results.get("OUTPUT"):
            break
        assert list(folder.iterdir()) == [], f"cancelled after {asks} questions"
    assert 10 < asks < 290


@pytest.fixture(scope="module")
def regions(county, tmp_path_factory):
    """The county's three regions, hospitals and squares of 1 km."""
    matrix = str(tmp_path_factory.mktemp("care") / "matrix.gpkg")
    people = {"ORIGINS": county.layer("people_1km"), "ORIGIN_ID": "origin_id", "POPULATION": "population"}
    hospitals = county.layer("facilities", "type LIKE '%sjukhus'")
    run("odmatrix", NETWORK=county.network, FACILITIES=hospitals, FACILITY_ID="facility_id", OUTPUT=matrix, **people)
    return {
        "PROCEDURES": county.layer("procedure_capacity"), "WAITING": county.layer("waiting_times"), "MATRIX": matrix,
        **people, "ORIGIN_REGION": "region", **dict.fromkeys(("OUTPUT", *TABLES), "TEMPORARY_OUTPUT"),
    }  # fmt: skip


def test_hips_can_be_balanced_and_prolapse_cannot(regions):
    said = Listening()
    processing.run("narvard:caredistribution", {**regions, "GROUPS": "hoftprotes;prolaps"}, feedback=said)
    assert (
        "prolaps: need is 364 a year and all units together can do 345. No redistribution can mend the 19" in said.said
    )
    assert "travel is unknown: 40-lanssjukhus-001" in said.said
    result = run("caredistribution", **regions)
    found = {(row["specialty"], row["region"]): row for row in rows(result["OUTPUT"])}
    hips = {region: found["hoftprotes", region] for region in ("99", "98", "40")}
    assert 1 / hips["99"]["load_before"] == pytest.approx(0.878, abs=5e-4)  # FACIT, story 5
    assert 1 / hips["98"]["load_before"] == pytest.approx(1.219, abs=5e-4)
    assert (
        hips["99"]["waiting_share_before"] == pytest.approx(0.599, abs=5e-4) and not hips["98"]["waiting_share_before"]
    )
    need, capacity = (sum(row[name] for row in hips.values()) for name in ("need", "capacity"))
    assert capacity / need == pytest.approx(1.033, abs=5e-4)
    assert all(row["verdict"] == "met" and row["load_after"] < 1 for row in hips.values())
    assert max(row["load_after"] for row in hips.values()) - min(row["load_after"] for row in hips.values()) < 0.01
    assert hips["99"]["moved_out"] == hips["98"]["moved_in"] + hips["40"]["moved_in"] == 66
    prolapse = [found["prolaps", region] for region in ("99", "98", "40")]
    assert {row["verdict"] for row in prolapse} == {"short"} and all(row["load_after"] > 1 for row in prolapse)
    assert sum(row["moved_out"] + row["moved_within"] for row in prolapse) <= 1
    floors = {row["unit"] for row in rows(result["SITES"]) if row["under_floor"]}
    assert floors == {"99-lansdelssjukhus-001"}


def test_the_countys_travel_adds_up(regions):
    result = run("caredistribution", **regions)
    pairs = zip(rows(result["TRAVEL_BEFORE"]), rows(result["TRAVEL_AFTER"]))
    extra = sum((b["minutes_1"] - a["minutes_1"]) * a["patients"] for a, b in pairs if a["status"] == "ok")
    table = rows(result["OUTPUT"])
    assert extra == pytest.approx(sum(row["person_minutes"] or 0 for row in table))
    patients = sum(row["patients"] for row in rows(result["TRAVEL_AFTER"]))
    assert patients == pytest.approx(sum(row["need"] for row in table if row["region"] != "40"))
    unknown = [row for row in table if row["region"] == "40"]
    assert all(row["share_over_60_after"] is None for row in unknown)
    assert {row["moved_unknown"] for row in unknown} == {row["moved_out"] for row in unknown} != {0.0}
    assert {row["person_minutes"] for row in unknown if row["moved_out"]} == {None}
