"""The tool of neighbourhoods: what it adds, what it caps, leaves out and refuses, and when figures were only spread."""

import numpy as np
import pytest
from qgis import processing
from qgis.core import NULL, QgsProcessingContext, QgsVectorLayer

from narvard_plugin.core.deso.neighbourhood import neighbourhoods
from tests.shared import shared_file

from .small_network import CancelAfter, Listening, refused, rows, run

FIELDS = "id:string,n:integer,old:integer,desokod:string"


def square(x, y, side=100):
    return f"POLYGON(({x} {y},{x + side} {y},{x + side} {y + side},{x} {y + side},{x} {y}))"


CELLS = [(0, 0, 10, 1), (100, 0, 20, 10), (0, 100, 40, 2), (5000, 0, 5, 5)]


@pytest.fixture
def cells(make_layer):
    return make_layer(FIELDS, [(square(x, y), f"r{at}", n, old, "A" if x < 1000 else "B") for at, (x, y, n, old) in enumerate(CELLS)])  # fmt: skip


def asked(cells, **more):
    return {"POINTS": cells, "NUMERATOR": "old", "TOTAL": "n", "K": "10,40", "OUTPUT": "TEMPORARY_OUTPUT", **more}


def told(**parameters):
    """The result and the warnings."""
    feedback, context = Listening(), QgsProcessingContext()
    result = processing.run("narvard:neighbourhood", parameters, context=context, feedback=feedback)
    run.kept = context
    return result["OUTPUT"], feedback.said


def test_adds_what_is_found_by_hand(cells):
    layer, said = told(**asked(cells, K="10,40,1000", POINT_AREA="desokod"))
    first, *_ = rows(layer)
    assert [first[f"share_k{k}"] for k in (10, 40, 1000)] == [0.1, pytest.approx(7 / 40), pytest.approx(18 / 75)]
    assert [first[f"people_k{k}"] for k in (10, 40, 1000)] == [10, 40, 75]
    assert [first[f"radius_k{k}"] for k in (10, 40, 1000)] == [0, pytest.approx(100 * 0.5**0.5), 5000]
    assert [first[f"all_k{k}"] for k in (10, 40, 1000)] == [False, False, True]
    assert first["area_share"] == pytest.approx(13 / 70) and first["only_area_k40"] is False
    assert "K 1000 is everybody in the layer or more (75 people)" in said
    assert rows(run("neighbourhood", **asked(cells, TIE="whole"))["OUTPUT"])[0]["people_k40"] == 70
    assert (
        layer.renderer().type() == "RuleRenderer"
        and "k10" in layer.renderer().rootRule().children()[0].filterExpression()
    )


def test_points_and_squares_give_the_same(cells, make_layer):
    points = make_layer(FIELDS, [(f"POINT({x + 50} {y + 50})", f"r{at}", n, old, "A") for at, (x, y, n, old) in enumerate(CELLS)])  # fmt: skip
    fields = ("share_k10", "share_k40", "radius_k40")
    found = [[row[name] for row in rows(run("neighbourhood", **asked(layer))["OUTPUT"]) for name in fields] for layer in (cells, points)]  # fmt: skip
    assert found[0] == found[1]


def test_more_of_the_group_than_people_is_capped_and_marked(cells, make_layer):
    layer = make_layer(FIELDS, [(square(0, 0), "odd", 10, 14, "A"), (square(100, 0), "even", 10, 2, "A")])
    result, said = told(**asked(layer, POINT_ID="id", K="10"))
    assert "1 squares have more of the group than people (4 too many in all)" in said and "odd" in said
    assert [(row["share_k10"], row["capped"]) for row in rows(result)] == [(1, True), (0.2, False)]


def test_what_has_no_place_is_left_out_and_told(cells, make_layer):
    shapes = [*[(square(x, y), str(x), n, old, "A") for x, y, n, old in CELLS], (None, "nowhere", 7, 1, "A")]
    result, said = told(**asked(make_layer(FIELDS, shapes, kind="Polygon"), POINT_ID=""))
    assert len(rows(result)) == 4 and "1 squares with 7 people have no usable place" in said
    twice = make_layer(FIELDS, [(square(x, y), str(x + y), n, old, "A") for x, y, n, old in [*CELLS, CELLS[3]]])
    assert (
        "2 features in POINTS lie in the same place as another, and every one counts: 4, 5." in told(**asked(twice))[1]
    )


def test_figures_that_were_spread_are_seen(make_layer):
    """Twelve squares in a row, six to an area; 20 people each, 5 or 8 of the group: only squares by the border see both."""
    spread = [(square(100 * at, 0), str(at), 20, 5 if at < 6 else 8, "A" if at < 6 else "B") for at in range(12)]
    result, said = told(**asked(make_layer(FIELDS, spread), K="60", POINT_AREA="desokod"))
    assert "The share is the same all over 2 of 2 areas" in said and "spread" in result.name()
    assert [row["only_area_k60"] for row in rows(result)] == [True] * 5 + [False] * 2 + [True] * 5
    seen, said = told(**asked(make_layer(FIELDS, spread), K="60"))
    assert "The share is the same all over 2 of 2 areas" in said, "a field desokod is used to see it"
    assert "only_area_k60" not in [field.name() for field in seen.fields()]


def test_figures_of_areas_are_spread_on_their_squares(make_layer):
    squares = [(square(100 * at, 0), str(at), 20, 0, "A" if at < 3 else "B" if at < 5 else "C") for at in range(6)]
    areas = make_layer(
        "code:string,part:integer,everybody:integer", [(None, "A", 30, 100), (None, "B", 5, 50)], kind="None"
    )
    spread = {"AREAS": areas, "AREA_CODE": "code", "AREA_NUMERATOR": "part", "AREA_TOTAL": "everybody"}
    given = asked(make_layer(FIELDS, squares), NUMERATOR="", K="20,60", POINT_AREA="desokod", **spread)
    result, said = told(**given)
    found = rows(result)
    assert [row["share_k20"] for row in found] == [0.3, 0.3, 0.3, 0.1, 0.1, NULL]
    assert found[2]["share_k60"] == pytest.approx((0.3 + 0.3 + 0.1) / 3) and found[5]["people_k60"] == NULL
    assert "1 squares with 20 people lie in areas without a figure" in said and "C" in said
    assert "spread on their squares" in said and "spread" in result.name()
    refused("either NUMERATOR, or AREAS", name="neighbourhood", **{**given, "NUMERATOR": "old"})
    refused("AREA_TOTAL must name", name="neighbourhood", **{**given, "AREA_TOTAL": ""})
    too_many = make_layer("code:string,part:integer,everybody:integer", [(None, "A", 101, 100)], kind="None")
    refused("1 areas in AREAS have a negative.*: A", name="neighbourhood", **{**given, "AREAS": too_many})


@pytest.mark.parametrize(
    ("words", "cell", "given"),
    [
        ("missing or negative value in old: r4", (square(0, 300), "r4", 5, None, "A"), {}),
        ("missing or negative value in n: r4", (square(0, 300), "r4", -5, 1, "A"), {}),
        ("more than once in the field id .*: r0", (square(0, 300), "r0", 5, 1, "A"), {}),
        ("no value in the id field id", (square(0, 300), None, 5, 1, "A"), {}),
        ("rising whole numbers", None, {"K": "400,200"}),
        ("rising whole numbers", None, {"K": "200,x"}),
        ("rising whole numbers", None, {"K": "0,200"}),
        ("either NUMERATOR, or AREAS", None, {"NUMERATOR": ""}),
        ("has no field gone", None, {"TOTAL": "gone"}),
    ],
)
def test_what_is_unclear_is_refused(cells, make_layer, words, cell, given):
    if cell:
        kept = [(f.geometry().asWkt(), *f.attributes()) for f in cells.getFeatures()]
        cells = make_layer(FIELDS, [*kept, cell])
    refused(words, name="neighbourhood", **asked(cells, POINT_ID="id", **given))


def test_an_existing_field_asks_for_a_prefix(cells):
    again = run("neighbourhood", **asked(cells))["OUTPUT"]
    refused("share_k10.*PREFIX", name="neighbourhood", **asked(again))
    names = [f.name() for f in run("neighbourhood", **asked(again, PREFIX="b_"))["OUTPUT"].fields()]
    assert {"share_k10", "b_share_k10"} <= set(names)


def test_nobody_is_refused(make_layer):
    empty = make_layer(FIELDS, [(square(0, 0), "a", 0, 0, "A")])
    refused("Nobody lives", name="neighbourhood", **asked(empty))
    refused("no squares with a place", name="neighbourhood", **asked(make_layer(FIELDS, [(None, "a", 1, 0, "A")], kind="Point")))  # fmt: skip


@pytest.mark.parametrize("asks", [2, 5, 7])
def test_cancel_leaves_nothing(cells, tmp_path, asks):
    target = tmp_path / "out.gpkg"
    given = asked(cells, OUTPUT=str(target))
    assert processing.run("narvard:neighbourhood", given, feedback=CancelAfter(asks)) == {}
    assert not target.exists()


def test_the_sample_county_in_any_order(county):
    """The share of every group of ages adds up to one, and the layer's own order means nothing."""
    people = QgsVectorLayer(county.layer("people", "region = '99'"), "people", "ogr")
    found = {row["origin_id"]: row for row in rows(run("neighbourhood", **asked(people, NUMERATOR="age_85_plus", TOTAL="population", K="400"))["OUTPUT"])}  # fmt: skip
    here = list(people.getFeatures())[::-1]
    xy = np.array([(f.geometry().asPoint().x(), f.geometry().asPoint().y()) for f in here])
    group, everybody = (np.array([f[name] for f in here], float) for name in ("age_85_plus", "population"))
    expected = neighbourhoods(xy, group, everybody, [400])
    assert [found[f["origin_id"]]["share_k400"] for f in here] == expected.share[:, 0].tolist()
    assert (expected.people == 400).all() and len(found) == len(here) > 10_000


def test_real_squares_of_dalarna():
    path = shared_file("data/scb_grid1km_dalarna/befolkning_1km_2025_dalarna.geojson")
    given = {
        "NUMERATOR": "befolkning_65_plus_2025",
        "TOTAL": "befolkning_2025",
        "POINT_ID": "rutid",
        "POINT_AREA": "desokod",
    }
    result, said = told(POINTS=str(path), K="200,400,1600", OUTPUT="TEMPORARY_OUTPUT", **given)
    found = rows(result)
    assert len(found) == 4004 and sum(row["capped"] for row in found) == 109
    assert "109 squares have more of the group than people (239 too many in all)" in said
    assert "The share is the same all over" not in said, "these are counts per square"
    # Corners in degrees, with noise: distances must still be those of a grid of 1 km.
    whole = rows(
        run("neighbourhood", POINTS=str(path), K="200", TIE="whole", OUTPUT="TEMPORARY_OUTPUT", **given)["OUTPUT"]
    )
    kilometres = np.array([row["radius_k200"] for row in whole]) ** 2 / 1e6
    np.testing.assert_allclose(kilometres, np.rint(kilometres), atol=1e-9)
    spread = np.ptp([[row[f"share_k{k}"] for row in found] for k in (200, 400, 1600)], axis=1)
    assert spread[0] > spread[1] > spread[2] and np.mean([row["only_area_k200"] for row in found]) < 0.01
