"""The floating catchment tool against worked cases, and what it says about borders, gaps in the data and bad input."""

import json

import pytest
from qgis import processing
from qgis.core import NULL, QgsProcessingException, QgsVectorLayer

from narvard_plugin.algorithms.access.floatingcatchment import FloatingCatchment
from tests.shared import shared_file

from .small_network import CancelAfter, Listening, refused, rows, run

TOOL = "floatingcatchment"
COST = [[1, 80, 40], [80, 1, 40], [40, 40, 1]]  # minutes, the worked case of methods section 3.2
ACCESS = [15 / 110 + 100 / 160, 20 / 60 + 100 / 160, 15 / 110 + 20 / 60 + 100 / 160]


@pytest.fixture
def world(make_layer):
    """Parameters of a run on ``cost`` (rows of minutes, None = no route)."""

    def make(
        cost=COST, demand=(100, 50, 10), supply=(15, 20, 100), homes="AAA", sites="AAA", minutes="minutes", **more
    ):
        pairs = [
            (None, f"o{i}", f"f{j}", float(value))
            for i, row in enumerate(cost)
            for j, value in enumerate(row)
            if value is not None
        ]
        people = [(f"POINT({i} 0)", f"o{i}", value, homes[i % 3]) for i, value in enumerate(demand)]
        places = [(f"POINT({j} 1)", f"f{j}", value, sites[j % 3]) for j, value in enumerate(supply)]
        return {
            "ORIGINS": make_layer("id:string,n:double,region:string", people), "ORIGIN_ID": "id", "DEMAND": "n",
            "FACILITIES": make_layer("code:string,posts:double,region:string", places), "FACILITY_ID": "code",
            "SUPPLY": "posts", "METHOD": "2sfca", "THRESHOLD": 61, "OUTPUT": "TEMPORARY_OUTPUT",
            "MATRIX": make_layer(
                f"origin_id:string,facility_id:string,{minutes}:double", pairs, kind="NoGeometry"
            ),
            **more,
        }  # fmt: skip

    return make


BORDER = {"ORIGIN_REGION": "region", "FACILITY_REGION": "region"}


def values(results, name="access", output="OUTPUT"):
    return [row[name] for row in rows(results[output])]


def heard(parameters):
    feedback = Listening()
    told = []
    feedback.pushInfo = told.append
    run.kept = processing.run(f"narvard:{TOOL}", parameters, feedback=feedback)
    return feedback.said, "\n".join(told)


def test_the_worked_case(world):
    found = run(TOOL, **world(FACILITY_OUTPUT="TEMPORARY_OUTPUT"))
    assert values(found) == pytest.approx(ACCESS, rel=1e-12)
    assert values(found, "status") == ["ok"] * 3
    assert values(found, "demand", "FACILITY_OUTPUT") == [110, 60, 160]
    assert values(found, "ratio", "FACILITY_OUTPUT") == [15 / 110, 20 / 60, 100 / 160]
    assert found["UNREACHABLE_COUNT"] == 0


def test_blank_settings_are_the_usual_ones_of_each_method(world):
    steps = {"DECAY": "steps", "BREAKS": "10,20,30", "WEIGHTS": "1; 0,68; 0,22"}
    wan = {"DECAY": "steps", "BREAKS": "10,20,30,60", "WEIGHTS": "0.962,0.704,0.377,0.042"}
    half_hour = {"THRESHOLD": 30}
    cost = [[5, 12, 31], [9.9, 25, 45], [30, 18, 10]]
    for method, explicit in {
        "e2sfca": steps, "bfca": steps, "spatialavailability": steps, "3sfca": wan,
        "2sfca": {"DECAY": "binary", **half_hour}, "cumulative": {"DECAY": "binary", **half_hour},
        "kd2sfca": {"DECAY": "epanechnikov", **half_hour}, "m2sfca": {"DECAY": "epanechnikov", **half_hour},
        "gravity": {"DECAY": "power", "EXPONENT": 1.5, "MIN_MINUTES": 1},
    }.items():  # fmt: skip
        usual = values(run(TOOL, **world(cost, METHOD=method, THRESHOLD=None)))
        assert usual == values(run(TOOL, **world(cost, METHOD=method, THRESHOLD=None) | explicit)), method
        assert all(value > 0 for value in usual)


def test_steps_by_hand_and_the_matrix_of_steps_beyond_the_limit(world):
    """The limit cuts the last step: 80 and 40 minutes have no weight at 30."""
    found = values(run(TOOL, **world(METHOD="e2sfca", THRESHOLD=None)))
    assert found == pytest.approx([0.15, 0.4, 10], rel=1e-12)
    found = run(TOOL, **world(METHOD="e2sfca", THRESHOLD=40, BREAKS="20,40,80", WEIGHTS="1,0.5,0.1"))
    loads = [100 + 5, 50 + 5, 50 + 25 + 10]
    ratio = [15 / loads[0], 20 / loads[1], 100 / loads[2]]
    assert values(found)[0] == pytest.approx(ratio[0] + 0.5 * ratio[2], rel=1e-12)


def test_raam_is_a_cost_and_the_gap_is_told(world):
    case = json.loads(shared_file("vectors/raam_small_6x3.json").read_text("utf8"))
    inputs = case["inputs"]
    parameters = world(
        inputs["cost_minutes"], inputs["population"], inputs["supply"], METHOD="raam", TAU=30, THRESHOLD=None
    )
    found = run(TOOL, **parameters, FACILITY_OUTPUT="TEMPORARY_OUTPUT")
    assert values(found, "cost") == pytest.approx(case["outputs"]["exact_equilibrium"], rel=1e-3)
    expected = case["outputs"]["exact_demand_at_dest"]
    assert values(found, "demand", "FACILITY_OUTPUT") == pytest.approx(expected, rel=1e-3)
    warned, told = heard({**parameters, "PER": 1000})
    assert "Gap to the equilibrium" in told and "was not multiplied" in warned


def test_who_reaches_nothing_has_no_cost(world):
    found = run(TOOL, **world([[5, 6, 7], [None] * 3, [5, None, None]], METHOD="raam", TAU=60))
    cost = values(found, "cost")
    assert cost[1] == NULL and cost[0] > 0 and cost[2] > 0
    assert values(found, "status") == ["ok", "no_facility_in_reach", "ok"] and found["UNREACHABLE_COUNT"] == 50


def test_per_multiplies_access_and_prefix_stands_before_every_field(world):
    found = run(TOOL, **world(PER=1000, PREFIX="vc_", FACILITY_OUTPUT="TEMPORARY_OUTPUT"))
    assert values(found, "vc_access") == pytest.approx([1000 * value for value in ACCESS], rel=1e-12)
    assert list(rows(found["OUTPUT"])[0]) == ["id", "n", "region", "vc_access", "vc_status"]
    assert values(found, "vc_ratio", "FACILITY_OUTPUT")[0] == 15 / 110


def test_gravity_has_no_ratio(world):
    found = run(TOOL, **world(METHOD="cumulative", FACILITY_OUTPUT="TEMPORARY_OUTPUT"))
    assert values(found) == [115, 120, 135]
    assert values(found, "ratio", "FACILITY_OUTPUT") == [NULL] * 3


def test_areas_and_tables_join_by_id_and_keep_their_form(make_layer, world):
    square = "POLYGON((0 0, 1 0, 1 1, 0 0))"
    areas = make_layer("id:integer,n:integer", [(square, 2, 10), (square, 0, 100), (square, 1, 50)], "EPSG:4326")
    table = make_layer(
        "code:integer,posts:double", [(None, j, s) for j, s in enumerate((15, 20, 100))], kind="NoGeometry"
    )
    pairs = [(None, i, float(j), COST[i][j]) for i in range(3) for j in range(3)]
    matrix = make_layer("origin_id:integer,facility_id:double,minutes:double", pairs, kind="NoGeometry")
    found = run(TOOL, **world(ORIGINS=areas, FACILITIES=table, MATRIX=matrix, FACILITY_OUTPUT="TEMPORARY_OUTPUT"))
    assert values(found) == pytest.approx([ACCESS[2], ACCESS[0], ACCESS[1]], rel=1e-12)
    first = next(found["OUTPUT"].getFeatures())
    assert first.geometry().area() == 0.5 and found["OUTPUT"].crs().authid() == "EPSG:4326"
    assert not found["FACILITY_OUTPUT"].isSpatial()


def test_what_is_not_reached_is_zero_and_said(world):
    cost = [[1, None, None], [None] * 3, [None, 5, None], [None, None, 70], [None, 10, None]]
    parameters = world(cost, (100, 50, 0, 7, 0), (15, 20, 0), FACILITY_OUTPUT="TEMPORARY_OUTPUT")
    found = run(TOOL, **parameters)
    assert values(found) == [0.15, 0, 0, 0, 0]
    nothing, nobody = "no_facility_in_reach", "no_demand_in_reach"
    assert values(found, "status") == ["ok", nothing, nobody, nothing, nobody]
    assert values(found, "ratio", "FACILITY_OUTPUT") == [0.15, 0, 0] and found["UNREACHABLE_COUNT"] == 57
    warned, _ = heard(parameters)
    assert "57 of demand at 2 origins has no facility in reach" in warned
    assert "Capacity without people: 1 facilities with supply 20 have no demand in reach: f1." in warned


def test_facilities_without_supply_are_named_as_the_reason(world):
    found = run(TOOL, **world([[1, None, None], [None, 1, None], [None, None, 1]], supply=(15, 0, 3)))
    assert values(found, "status") == ["ok", "no_supply_in_reach", "ok"]


def test_a_matrix_that_ends_too_early_is_told(world):
    assert "The longest time in the matrix is 80 minutes, but 120 count" in heard(world(THRESHOLD=120))[0]
    assert "longest time in the matrix" not in heard(world(THRESHOLD=81))[0]
    assert "beyond the last step" in heard(world(METHOD="e2sfca", THRESHOLD=61))[0]
    assert "as far as the matrix goes, 80 minutes" in heard(world(METHOD="gravity", THRESHOLD=None))[1]


def test_a_matrix_of_the_nearest_only_is_told(world):
    """Forty homes and three sites in a row: with COUNT 2 each home has two of them, some as far away as counts."""
    whole = [[abs(home - 20 * site) * 3.0 for site in range(3)] for home in range(40)]
    nearest = [[minutes if minutes < max(row) else None for minutes in row] for row in whole]
    demand = [1] * 40
    assert "have exactly" not in heard(world(whole, demand))[0]
    assert "have exactly 2 facilities. If it was made with COUNT 2" in heard(world(nearest, demand))[0]
    island = [[None, None, 1.0]] + [[minutes, minutes, None] for minutes in range(39)]
    assert "have exactly" not in heard(world(island, demand))[0]


def test_straight_lines_are_told(world):
    assert "straight lines" in heard(world(minutes="straight_minutes"))[0]


def test_reporting_one_region_changes_no_figure(world):
    everyone = run(TOOL, **world(homes="ABA", sites="ABA", FACILITY_OUTPUT="TEMPORARY_OUTPUT", **BORDER))
    all_of_them = rows(everyone["OUTPUT"]), rows(everyone["FACILITY_OUTPUT"])
    parameters = world(homes="ABA", sites="ABA", FACILITY_OUTPUT="TEMPORARY_OUTPUT", REPORT_REGION="A", **BORDER)
    found = run(TOOL, **parameters)
    for output, expected in zip(("OUTPUT", "FACILITY_OUTPUT"), all_of_them):
        assert rows(found[output]) == [row for row in expected if row["region"] == "A"]
    first, last = rows(found["OUTPUT"])
    assert (first["access_own"], first["access_other"]) == (pytest.approx(ACCESS[0], rel=1e-12), 0)
    assert last["access_other"] == pytest.approx(20 / 60, rel=1e-12)
    assert last["access_own"] + last["access_other"] == pytest.approx(last["access"], rel=1e-12)
    shared = rows(found["FACILITY_OUTPUT"])[1]
    assert (shared["demand"], shared["demand_own"], shared["demand_other"]) == (160, 110, 50)
    _, told = heard(parameters)
    assert "Demand 110 at 2 origins; supply 115 at 2 facilities." in told


def test_a_border_without_neighbours_is_told(world):
    warned, told = heard(world(**BORDER))
    assert "No supply of another region" in warned and "No demand of another region" in warned
    assert "facilities within 61 minutes and people within 122 minutes" in told
    warned, told = heard(world(homes="ABA", METHOD="3sfca", THRESHOLD=None, REPORT_REGION="A", **BORDER))
    assert "No supply of another region" in warned and "No demand of another region" not in warned
    assert "facilities within 180 minutes and people within 120 minutes" in told
    warned, _ = heard(world(sites="ABA", METHOD="cumulative", **BORDER))
    assert "another region" not in warned
    assert "it was not checked" in heard(world())[1]


def test_bad_input_is_refused_with_its_ids(world):
    for match, more in (
        ("1 features in ORIGINS have a missing or negative value in n: o1", {"demand": (1, NULL, 2)}),
        ("1 features in FACILITIES have a missing or negative value in posts: f2", {"supply": (1, 2, -1)}),
        ("Every n in ORIGINS is 0", {"demand": (0, 0, 0)}),
        ("Every posts in FACILITIES is 0", {"supply": (0, 0, 0)}),
        ("no value in the id field region", {"ORIGIN_ID": "region", "homes": ["A", NULL, "B"]}),
        ("repeated.*A. Each may occur once", {"FACILITY_ID": "region"}),
        ("No row of MATRIX has ids of both layers", {"ORIGIN_ID": "n"}),
        ("THRESHOLD must be a number above 0", {"THRESHOLD": 0}),
        ("SIGMA is needed", {"METHOD": "e2sfca", "DECAY": "gaussian"}),
        ("TAU is needed", {"METHOD": "raam"}),
        ("METHOD 2sfca has no decay", {"DECAY": "cosine"}),
        ("as many numbers each: “10,20” and “1”", {"METHOD": "e2sfca", "BREAKS": "10,20", "WEIGHTS": "1"}),
        ("as many numbers each: “10” and “”", {"METHOD": "e2sfca", "BREAKS": "10"}),
        ("Write 1;0.68", {"METHOD": "e2sfca", "BREAKS": "10,20", "WEIGHTS": "1,0,68"}),
        ("rising numbers", {"METHOD": "e2sfca", "BREAKS": "20,10", "WEIGHTS": "1,0.5"}),
        ("REPORT_REGION needs", {"REPORT_REGION": "A"}),
        ("No feature has the region C", {"REPORT_REGION": "C", **BORDER}),
    ):
        refused(match, TOOL, **world(**more))


def test_repeated_pairs_and_empty_layers_are_refused(world, make_layer):
    pairs = [(None, "o0", "f0", 1.0), (None, "o0", "f0", 2.0)]
    matrix = make_layer("origin_id:string,facility_id:string,minutes:double", pairs, kind="NoGeometry")
    refused("come more than once in MATRIX: o0 – f0", TOOL, **world(MATRIX=matrix))
    nothing = make_layer("origin_id:string,facility_id:string,minutes:double", [], kind="NoGeometry")
    refused("MATRIX has no rows", TOOL, **world(MATRIX=nothing))
    empty = make_layer("id:string,n:double", [])
    refused("ORIGINS has no features", TOOL, **world(ORIGINS=empty))


def test_a_field_that_is_there_already_asks_for_a_prefix(world, make_layer):
    people = make_layer("id:string,n:double,Access:double", [(f"POINT({i} 0)", f"o{i}", 1, 9) for i in range(3)])
    refused("access.*PREFIX", TOOL, **world(ORIGINS=people))
    assert len(values(run(TOOL, **world(ORIGINS=people, PREFIX="x_")), "x_access")) == 3
    places = make_layer("code:string,posts:double,demand:double", [("POINT(0 0)", "f0", 1, 1)])
    run(TOOL, **world(FACILITIES=places))
    refused("demand.*PREFIX", TOOL, **world(FACILITIES=places, FACILITY_OUTPUT="TEMPORARY_OUTPUT"))


def test_cancel_leaves_nothing(world, tmp_path):
    for method in ("e2sfca", "raam"):
        folder = tmp_path / method
        folder.mkdir()
        parameters = world(METHOD=method, TAU=60, OUTPUT=str(folder / "a.gpkg"), FACILITY_OUTPUT=str(folder / "b.gpkg"))
        for asks in range(0, 200, 5):
            try:
                results = processing.run(f"narvard:{TOOL}", parameters, feedback=CancelAfter(asks))
            except QgsProcessingException:
                results = {}
            if results.get("OUTPUT"):
                break
            assert list(folder.iterdir()) == []
        assert 20 < asks < 195


@pytest.mark.parametrize(
    ("more", "style"),
    [
        ({}, "floatingcatchment_output"),
        ({"METHOD": "raam", "TAU": 60}, "floatingcatchment_output_cost"),
        ({"PER": 1000}, ""),
        ({"supply": (0.1, 0.1, 0.1)}, ""),
        ({"METHOD": "gravity"}, ""),
        ({"PREFIX": "x_"}, "floatingcatchment_output"),
    ],
)
def test_classes_around_one_are_drawn_only_where_they_fit(world, more, style, monkeypatch):
    chosen = []
    original = FloatingCatchment.style_file
    monkeypatch.setattr(
        FloatingCatchment, "style_file", lambda self, output: chosen.append(original(self, output)) or chosen[-1]
    )
    found = run(TOOL, **world(**more))
    assert chosen == [f"{style}.qml" if style else "none"]
    legend = [item.label() for item in found["OUTPUT"].renderer().legendSymbolItems()]
    assert ("under 0,5" in legend) == (style == "floatingcatchment_output")
    assert isinstance(found["OUTPUT"], QgsVectorLayer)
