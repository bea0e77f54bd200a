"""``siteselection`` as users run it: cases worked out by hand, bad input, and the sample county."""

import numpy as np
import pytest
from qgis import processing
from qgis.core import QgsProcessingException

from .small_network import CancelAfter, Listening, refused, rows, run

#     minutes to A, B, C; D's people reach nobody, E's only C
MINUTES = {"p": {"A": 5, "B": 30, "C": 60}, "q": {"A": 12, "B": 20, "C": 55}, "r": {"B": 10, "C": 35}, "e": {"C": 9}}
DEMAND = {"p": 8, "q": 12, "r": 10, "e": 5, "d": 3}


@pytest.fixture
def ask(make_layer):
    """The tool's parameters on three candidates; ``fixed`` and ``room`` are per candidate."""

    def parameters(fixed=(None, None, None), room=(100, 100, 100), minutes=MINUTES, demand=DEMAND, **more):
        pairs = [(None, origin, site, value) for origin, of in minutes.items() for site, value in of.items()]
        sites = [
            ("POINT(0 0)", "A", fixed[0], room[0]),
            (None, "B", fixed[1], room[1]),
            ("POINT(2 0)", "C", fixed[2], room[2]),
        ]
        return {
            "MATRIX": make_layer("origin_id:string,facility_id:string,minutes:double", pairs, kind="NoGeometry"),
            "ORIGINS": make_layer("id:string,n:double", [("POINT(0 0)", *one) for one in demand.items()]),
            "ORIGIN_ID": "id", "DEMAND": "n", "CANDIDATE_ID": "code", "FIXED": "state", "CAPACITY": "room",
            "CANDIDATES": make_layer("code:string,state:string,room:double", sites, kind="Point"),
            "OUTPUT": "TEMPORARY_OUTPUT", "ASSIGNMENT": "TEMPORARY_OUTPUT", **more,
        }  # fmt: skip

    return parameters


def chosen(result):
    return "".join(row["code"] for row in rows(result["OUTPUT"]) if row["chosen"])


def test_two_sites_with_the_least_travel_by_hand(ask):
    result = run("siteselection", **ask(P=2))
    # A and C leave nobody who can be served: 8·5 + 12·12 + 10·35 + 5·9; B and C: 8·30 + 12·20 + 10·10 + 45 = 625
    assert (chosen(result), result["OBJECTIVE"], result["OPTIMAL"], result["GAP"]) == ("AC", 579.0, True, 0.0)
    assert result["UNCOVERED"] == 3 and "proven" in result["HOW"]
    served = {row["code"]: (row["demand"], row["mean_minutes"]) for row in rows(result["OUTPUT"])}
    assert served == {"A": (20, 9.2), "B": (0, None), "C": (15, pytest.approx((350 + 45) / 15))}
    assert [tuple(row.values()) for row in rows(result["ASSIGNMENT"])] == [
        ("p", "A", 5, 8, "ok"),
        ("q", "A", 12, 12, "ok"),
        ("r", "C", 35, 10, "ok"),
        ("e", "C", 9, 5, "ok"),
        ("d", None, None, 3, "no_route"),
    ]


@pytest.mark.parametrize(
    ("more", "sites", "objective", "uncovered"),
    [
        ({"METHOD": "pcenter", "P": 2}, "BC", 30.0, 3),
        ({"METHOD": "mclp", "P": 1, "RADIUS": 20}, "B", 22.0, 16),
        ({"METHOD": "mclp", "P": 2, "RADIUS": 20}, "AB", 30.0, 8),
        ({"METHOD": "lscp", "RADIUS": 20}, "ABC", 3.0, 3),
        ({"METHOD": "lscp", "RADIUS": 30}, "BC", 2.0, 3),
        ({"METHOD": "capacitated", "P": 3, "room": (8, 100, 100)}, "ABC", 8 * 5 + 12 * 20 + 100 + 45, 3),
        ({"METHOD": "capacitated", "P": 3, "room": (8, 21, 5)}, "ABC", 40 + 240 + 45, 13),
        ({"METHOD": "capacitated", "P": 3, "room": (16, 100, 5), "ASSIGN": "fractional"}, "ABC", 40 + 96 + 80 + 145, 3),
        ({"P": 1}, "C", 8 * 60 + 12 * 55 + 350 + 45, 3),
        ({"P": 2, "fixed": (None, "open", None)}, "BC", 625.0, 3),
        ({"NEW": 1, "fixed": (None, "open", None)}, "BC", 625.0, 3),
        ({"P": 2, "fixed": ("closed", None, 1)}, "BC", 625.0, 3),
        ({"P": 1, "fixed": (0, 1, "")}, "B", 580.0, 8),
    ],
)  # fmt: skip
def test_every_method_by_hand(ask, more, sites, objective, uncovered):
    result = run("siteselection", **ask(**more))
    assert (chosen(result), result["OBJECTIVE"], result["UNCOVERED"]) == (sites, objective, uncovered)
    assert result["OPTIMAL"]
    assert sum(row["demand"] for row in rows(result["ASSIGNMENT"])) == pytest.approx(38)


def test_a_heuristic_says_that_it_is_one(ask):
    more = {"METHOD": "capacitated", "P": 3, "room": (8, 21, 5), "EXACT_UP_TO": 0}
    result = run("siteselection", **ask(**more))
    assert not result["OPTIMAL"] and result["GAP"] is None and result["HOW"].startswith("Heuristic")
    assert result["UNCOVERED"] == 15  # r before q: two more than the exact method leaves


def test_who_is_left_out_is_said_with_people(ask):
    said = Listening()
    processing.run("narvard:siteselection", ask(METHOD="mclp", P=1, RADIUS=20), feedback=said)
    assert "1 points with 3 in demand: d" in said.said
    assert "5 in demand without a site: e" in said.said and "1 points with 8 in demand: p" in said.said


def test_bad_input_is_refused_in_a_sentence(ask):
    tool = "siteselection"
    refused("P, the number of sites", tool, **ask(METHOD="pmedian", P=None))
    refused("4 sites cannot be chosen: 3 candidates may be chosen and 0", tool, **ask(P=4))
    refused("1 sites cannot be chosen: 3 candidates may be chosen and 2", tool, **ask(P=1, fixed=(1, 1, 0)))
    refused("0 sites cannot be chosen: 3 candidates may be chosen and 0", tool, **ask(NEW=0))
    refused("needs RADIUS", tool, **ask(METHOD="lscp"))
    refused("field CAPACITY", tool, **ask(METHOD="capacitated", P=1, CAPACITY=None))
    refused("missing or negative value in room: B", tool, **ask(METHOD="capacitated", P=1, room=(1, None, 1)))
    refused("missing or negative value in n: p", tool, **ask(P=1, demand={"p": -1}))
    refused("neither open, closed.*: B", tool, **ask(P=1, fixed=(1, "maybe", 0)))
    refused("No row of MATRIX", tool, **ask(P=1, demand={"x": 1}))
    refused("ORIGINS is empty", tool, **ask(P=1, demand={}))
    refused("PREFIX", tool, **ask(P=1, CANDIDATES=run("siteselection", **ask(P=1))["OUTPUT"]))


def test_repeated_and_missing_ids_are_refused(ask, make_layer):
    twice = make_layer("code:string", [("POINT(0 0)", "A"), ("POINT(1 0)", "A")])
    refused("CANDIDATES are repeated", "siteselection", **ask(P=1, CANDIDATES=twice, FIXED=None, CAPACITY=None))
    nameless = make_layer("code:string", [("POINT(0 0)", None)])
    refused(
        "1 rows of CANDIDATES have no value",
        "siteselection",
        **ask(P=1, CANDIDATES=nameless, FIXED=None, CAPACITY=None),
    )


def test_straight_lines_keep_their_name(ask, make_layer):
    pairs = make_layer(
        "origin_id:string,facility_id:string,straight_minutes:double", [(None, "p", "A", 5.0)], kind="NoGeometry"
    )
    result = run("siteselection", **ask(P=1, MATRIX=pairs))
    assert rows(result["OUTPUT"])[0]["straight_minutes_mean"] == 5
    assert rows(result["ASSIGNMENT"])[0]["straight_minutes"] == 5


def test_cancel_in_every_phase_leaves_nothing(ask, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    parameters = ask(P=2, OUTPUT=str(folder / "sites.gpkg"), ASSIGNMENT=str(folder / "who.gpkg"))
    for asks in range(200):
        try:
            results = processing.run("narvard:siteselection", parameters, feedback=CancelAfter(asks))
        except QgsProcessingException:
            results = {}
        if results.get("OUTPUT"):
            break
        assert list(folder.iterdir()) == [], f"cancelled after {asks} questions"
    assert 10 < asks < 190


@pytest.fixture(scope="module")
def places(county, tmp_path_factory):
    """Minutes from the county's squares of 1 km to places where primary care could be."""
    matrix = str(tmp_path_factory.mktemp("siting") / "matrix.gpkg")
    candidates = county.layer("facilities", "type IN ('vardcentral', 'narmottagning') AND region = '99'")
    origins = county.layer("people_1km", "region = '99'")
    common = {"ORIGINS": origins, "ORIGIN_ID": "origin_id"}
    run("odmatrix", NETWORK=county.network, FACILITIES=candidates, FACILITY_ID="facility_id", OUTPUT=matrix, **common)
    return {"MATRIX": matrix, "CANDIDATES": candidates, "CANDIDATE_ID": "facility_id", "DEMAND": "population", **common}


def test_the_county_gives_answers_that_agree_with_each_other(places):
    def solve(method, **more):
        return run(
            "siteselection", **places, METHOD=method, OUTPUT="TEMPORARY_OUTPUT", ASSIGNMENT="TEMPORARY_OUTPUT", **more
        )

    fewest = solve("lscp", RADIUS=30)
    count = int(fewest["OBJECTIVE"])
    covered = solve("mclp", RADIUS=30, P=count)
    assert fewest["OPTIMAL"] and covered["OPTIMAL"]
    people = sum(row["demand"] for row in rows(covered["ASSIGNMENT"]))
    assert people > 250_000 and people == pytest.approx(covered["OBJECTIVE"] + covered["UNCOVERED"])
    assert covered["UNCOVERED"] == pytest.approx(fewest["UNCOVERED"])
    least = solve("pmedian", P=8)
    quick = solve("pmedian", P=8, EXACT_UP_TO=0)
    assert least["OPTIMAL"] and least["OBJECTIVE"] <= quick["OBJECTIVE"] * (1 + 1e-9)
    assigned = rows(least["ASSIGNMENT"])
    total = sum(row["demand"] * row["minutes"] for row in assigned if row["status"] == "ok")
    assert total == pytest.approx(least["OBJECTIVE"]) and np.isfinite(total)
    assert sum(row["demand"] for row in rows(least["OUTPUT"])) == pytest.approx(people - least["UNCOVERED"])
