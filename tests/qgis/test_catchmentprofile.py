"""The profile of zones: tobler's figures, laws on random maps, and what is told of gaps."""

import json

import numpy as np
import pytest
from qgis import processing
from qgis.core import NULL, QgsGeometry, QgsProcessingContext

from tests.shared import shared_file

from .small_network import CancelAfter, Listening, refused, rows, run


def square(x, y, side=1000.0, high=None):
    top = y + (high or side)
    return f"POLYGON(({x} {y},{x + side} {y},{x + side} {top},{x} {top},{x} {y}))"


def profile(zones, areas, **more):
    given = {"ZONES": zones, "AREAS": areas, "FIELDS": ["population"], "OUTPUT": "TEMPORARY_OUTPUT"}
    return run("catchmentprofile", **{**given, **more})


def found(result, *names):
    return [[row[name] for name in names] for row in rows(result["OUTPUT"])]


def told(parameters, feedback=None):
    """What one run warns of."""
    feedback = feedback or Listening()
    context = QgsProcessingContext()
    processing.run("narvard:catchmentprofile", parameters, context=context, feedback=feedback)
    return feedback.said


@pytest.fixture
def areas(make_layer):
    """Two squares beside each other; the second has no number of old people."""
    return make_layer(
        "area_code:string,population:integer,old:integer",
        [(square(500000, 6600000), "A", 1000, 200), (square(501000, 6600000), "B", 500, None)],
    )


@pytest.mark.parametrize("name", ["areal_small_2x2_to_3", "areal_gap_small_2x2_to_3"])
def test_the_same_as_tobler(make_layer, name):
    case = json.loads(shared_file(f"vectors/{name}.json").read_text())
    given, expected = case["inputs"], case["outputs"]["allocate_total_False"]["pop"]
    areas = make_layer("population:double", list(zip(given["source_wkt"], given["population"])), given["crs"])
    zones = make_layer("", [(wkt,) for wkt in given["target_wkt"]], given["crs"])
    result = found(profile(zones, areas), "sum_population", "status")
    for (total, status), value in zip(result, expected):
        assert (total == NULL and value == 0) if status == "no_areas" else total == pytest.approx(value, rel=1e-6)
    assert [status for _, status in result].count("no_areas") == (1 if "gap" in name else 0)


def test_the_dasymetric_anchor(make_layer):
    """The sources and targets of the anchor drawn: every cell a rectangle, a source and a target what its cells cover."""
    case = json.loads(shared_file("vectors/dasymetric_anchor.json").read_text())
    given, expected = case["inputs"], case["outputs"]["target"]
    x = 500000 + 1000 * np.cumsum([0, *given["cell_area"]])
    cells = [square(left, 6600000, right - left, 1000) for left, right in zip(x, x[1:])]

    def united(of):
        return [
            QgsGeometry.unaryUnion([QgsGeometry.fromWkt(cell) for cell, own in zip(cells, of) if own == name]).asWkt()
            for name in sorted(set(of))
        ]

    areas = make_layer(
        "population:double", list(zip(united(given["cell_source"]), given["source_pop"])), kind="MultiPolygon"
    )
    zones = make_layer("", [(wkt,) for wkt in united(given["cell_target"])], kind="MultiPolygon")
    grid = make_layer("w:double", list(zip(cells, given["cell_weight"])))
    asked = {"METHOD": "dasymetric", "GRID": grid, "GRID_WEIGHT": "w"}
    result = profile(zones, areas, **asked)
    assert found(result, "sum_population", "ground_areas") == [[60, 1], [60, 0], [60, 1]]
    assert list(expected.values()) == [60, 60, 60] and result["GROUND_AREAS"] == 1
    assert found(profile(united_layer(make_layer, cells), areas, **asked), "sum_population") == [
        [value] for value in case["outputs"]["cell_pop"]
    ]


def united_layer(make_layer, polygons):
    return make_layer("", [(wkt,) for wkt in polygons])


def test_a_missing_value_is_counted_and_never_nought(make_layer, areas):
    zones = make_layer(
        "name:string",
        [
            (square(500500, 6600000), "half of each"),
            (square(501500, 6600000, 1000), "half outside"),
            (square(503000, 6600000), "nowhere"),
            (None, "undrawn"),
            (square(500000, 6600000, 2000, 1000), "all"),
        ],
        kind="Polygon",
    )
    result = profile(zones, areas, FIELDS=["old"], RATES="share_old=old/population", AREA_ACCOUNT="TEMPORARY_OUTPUT")
    names = ("sum_old", "sum_population", "share_old", "uncovered_share", "missing_areas", "status")
    assert found(result, *names) == [
        [100, 750, 0.2, 0, 1, "missing_values"],  # the share is of the area that has both
        [NULL, 250, NULL, 0.5, 1, "missing_values"],
        [NULL, NULL, NULL, 1, 0, "no_areas"],
        [NULL, NULL, NULL, NULL, 0, "no_geometry"],
        [200, 1500, 0.2, 0, 1, "missing_values"],
    ]
    account = [list(row.values()) for row in rows(result["AREA_ACCOUNT"])]
    assert account == [["1", "ground", 2, 1, 200, 200, 1000, 1000], ["2", "ground", 3, 1, NULL, NULL, 500, 500]]
    given = {"ZONES": zones, "AREAS": areas, "FIELDS": "old", "AREA_CODE": "area_code", "OUTPUT": "TEMPORARY_OUTPUT"}
    said = told(given)
    assert "1 areas have no value in old, and give nothing to its sums: B." in said
    assert "1 zones overlap no area, and have no sums: 3." in said and "no polygon that can be used" in said
    assert "the ground of 1 zones lies outside the areas, perhaps as sea; nobody is counted there: 2." in said


def test_what_no_zone_covers_is_lost_and_told(make_layer, areas):
    """Two zones share a quarter of area A: the account counts it once, the zones twice."""
    zones = make_layer("", [(square(500000, 6600000, 500, 1000),), (square(500250, 6600000, 500, 1000),)])
    result = profile(zones, areas, AREA_CODE="area_code", AREA_ACCOUNT="TEMPORARY_OUTPUT")
    assert found(result, "sum_population") == [[500], [500]]
    account = {
        row["area_code"]: (row["share_in_zones"], row["in_zones_population"]) for row in rows(result["AREA_ACCOUNT"])
    }
    assert account == {"A": (0.75, 750), "B": (0, 0)}


def test_the_grid_places_people_and_says_what_it_cannot(make_layer, areas):
    zones = make_layer("", [(square(500000, 6600000, 500, 1000),), (square(501900, 6600900, 50),)])
    cells = [(square(500000, 6600000, 500), 9), (square(500600, 6600000, 300), 1), (square(509000, 6600000, 100), 5),
             (square(500000, 6600500, 100), None), (None, 3)]  # fmt: skip
    grid = make_layer("w:integer", cells, kind="Polygon")
    asked = {"METHOD": "dasymetric", "GRID": grid, "GRID_WEIGHT": "w"}
    assert found(profile(zones, areas, **asked), "sum_population", "status", "ground_areas") == [
        [900, "ok", 0],
        [pytest.approx(500 * 0.0025), "ok", 1],
    ]
    said = told({"ZONES": zones, "AREAS": areas, "FIELDS": "population", "OUTPUT": "TEMPORARY_OUTPUT", **asked})
    assert "The 3 cells of GRID weigh 15, of which 10 within AREAS. AREAS hold: population 1500." in said
    assert "1 cells of GRID have no place" in said and "1 cells of GRID have no weight" in said
    assert "1 areas have no cell with weight, and were spread evenly over their ground: 2." in said
    empty = make_layer("", [(square(500600, 6600600, 100),)])
    assert found(profile(empty, areas, **asked), "sum_population", "status") == [[0, "no_cells"]]
    across = profile(make_layer("", [(square(500500, 6600000, 10000, 1000),)]), areas, **asked)
    assert found(across, "uncovered_weight_share") == [[pytest.approx(5 / 6)]]
    # Split into 5 × 5 points, the large cell gives the western fifth of it a fifth of its nine tenths.
    fifth = make_layer("", [(square(500000, 6600000, 100, 1000),)])
    assert found(profile(fifth, areas, **asked, SPLIT=5), "sum_population") == [[pytest.approx(180)]]


def random_map(make_layer, seed):
    """16 uneven areas that tile a square, 40 dwellings in it, and four zones that tile a larger square."""
    rng = np.random.default_rng(seed)
    cuts = [np.concatenate([[0], np.sort(rng.uniform(500, 9500, 3)), [10000]]) for _ in "xy"]
    boxes = [
        square(500000 + x, 6600000 + y, right - x, top - y)
        for x, right in zip(cuts[0], cuts[0][1:])
        for y, top in zip(cuts[1], cuts[1][1:])
    ]
    counts = rng.integers(0, 900, len(boxes)).tolist()
    middle = rng.uniform(3000, 7000, 2)
    zones = [
        square(500000 + x, 6600000 + y, wide, high)
        for x, wide in ((-500, middle[0] + 500), (middle[0], 11000 - middle[0]))
        for y, high in ((-500, middle[1] + 500), (middle[1], 11000 - middle[1]))
    ]
    points = [
        (f"POINT({500000 + x} {6600000 + y})", int(rng.integers(0, 9))) for x, y in rng.uniform(0, 10000, (40, 2))
    ]
    return boxes, counts, zones, points, rng


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("method", ["areal", "dasymetric"])
def test_laws_on_random_maps(make_layer, seed, method):
    boxes, counts, zones, points, rng = random_map(make_layer, seed)
    grid = make_layer("w:integer", points)
    asked = {"METHOD": method, **({"GRID": grid, "GRID_WEIGHT": "w"} if method == "dasymetric" else {})}
    areas, layer = make_layer("population:integer", list(zip(boxes, counts))), united_layer(make_layer, zones)
    result = profile(layer, areas, **asked, AREA_ACCOUNT="TEMPORARY_OUTPUT")
    sums = [total for (total,) in found(result, "sum_population")]
    assert sum(sums) == pytest.approx(sum(counts))  # full cover keeps the sum
    shares = [row["share_in_zones"] for row in rows(result["AREA_ACCOUNT"])]
    np.testing.assert_allclose(shares, 1)
    part = rows(profile(united_layer(make_layer, zones[:2]), areas, **asked)["OUTPUT"])
    np.testing.assert_allclose([row["sum_population"] for row in part], sums[:2])  # a zone does not know of the others
    order = rng.permutation(len(boxes))
    mixed = make_layer("population:integer", [(boxes[i], counts[i]) for i in order])
    np.testing.assert_allclose([total for (total,) in found(profile(layer, mixed, **asked), "sum_population")], sums)


@pytest.mark.parametrize("seed", range(4))
def test_cover_is_the_same_whether_polygons_are_cut_or_not(make_layer, seed):
    """The grid's way cuts only zones near a coast or a gap; the areal way cuts all. One area of the map is missing."""
    boxes, counts, _, points, rng = random_map(make_layer, seed)
    areas = make_layer("population:integer", list(zip(boxes, counts))[:-7] + list(zip(boxes, counts))[-6:])
    corners = zip(rng.uniform(498000, 510000, 25), rng.uniform(6598000, 6610000, 25), rng.uniform(50, 2500, 25))
    zones = united_layer(make_layer, [square(*corner) for corner in corners])
    asked = {"METHOD": "dasymetric", "GRID": make_layer("w:integer", points), "GRID_WEIGHT": "w"}
    areal, dasymetric = (found(profile(zones, areas, **more), "uncovered_share", "status") for more in ({}, asked))
    np.testing.assert_allclose([share for share, _ in dasymetric], [share for share, _ in areal], atol=1e-9)
    assert [status == "no_areas" for _, status in dasymetric] == [status == "no_areas" for _, status in areal]
    assert {share for share, _ in areal} > {0, 1}


def test_other_systems_and_broken_outlines(make_layer, areas):
    zones = make_layer("", [(square(500500, 6600000),)])
    moved = processing.run("native:reprojectlayer", {"INPUT": zones, "TARGET_CRS": "EPSG:4326", "OUTPUT": "memory:"})[
        "OUTPUT"
    ]
    assert found(profile(moved, areas), "sum_population") == [[pytest.approx(750, rel=1e-4)]]
    away = processing.run("native:reprojectlayer", {"INPUT": areas, "TARGET_CRS": "EPSG:3857", "OUTPUT": "memory:"})[
        "OUTPUT"
    ]
    assert found(profile(zones, away), "sum_population") == [[pytest.approx(750, rel=1e-4)]]
    bow = "POLYGON((500000 6600000,501000 6601000,501000 6600000,500000 6601000,500000 6600000))"
    tied = make_layer("", [(bow,)])
    assert found(profile(tied, areas), "sum_population", "uncovered_share") == [[pytest.approx(500), 0]]
    said = told({"ZONES": tied, "AREAS": areas, "FIELDS": "population", "OUTPUT": "TEMPORARY_OUTPUT"})
    assert "1 features in ZONES have an invalid geometry, repaired for this run: 1." in said


def test_areas_that_lie_on_each_other_are_told(make_layer, county):
    apart = [(square(500000 + 2000 * i, 6600000), 50) for i in range(3)]
    areas = make_layer("population:integer", [*apart, (square(500200, 6600200, 100), 7)])
    zones = make_layer("", [(square(500000, 6600000, 4000, 1000),)])
    assert found(profile(zones, areas), "sum_population", "uncovered_share") == [[107, 0.5]]
    said = told({"ZONES": zones, "AREAS": areas, "FIELDS": "population", "OUTPUT": "TEMPORARY_OUTPUT"})
    assert "2 areas lie on other areas: 1, 4." in said
    # Neither holds the middle of the other: the ground that both have counts once, 16 of 30.
    lapped = make_layer("population:integer", [(square(500000, 6600000), 100), (square(500600, 6600000), 100)])
    zone = make_layer("", [(square(500000, 6600000, 3000, 1000),)])
    assert found(profile(zone, lapped), "sum_population", "uncovered_share") == [[200, pytest.approx(14 / 30)]]
    said = told({"ZONES": zone, "AREAS": lapped, "FIELDS": "population", "OUTPUT": "TEMPORARY_OUTPUT"})
    assert "2 areas lie on other areas: 1, 2." in said
    both = f"{county.workspace}|layername=areas"
    refused("areas lie on other areas, as where two vintages", "catchmentprofile", ZONES=zones, AREAS=both,
            FIELDS=["population"], OUTPUT="TEMPORARY_OUTPUT")  # fmt: skip


def test_every_kind_of_polygon(make_layer):
    """Heights, measures, curves, parts and holes; an area that is not drawn gives nothing, and is listed."""
    x, y = 500000, 6600000
    areas = make_layer(
        "population:integer",
        [
            (f"POLYGON Z(({x} {y} 1,{x + 1000} {y} 2,{x + 1000} {y + 1000} 3,{x} {y + 1000} 4,{x} {y} 1))", 400),
            (None, 90),
        ],
        kind="PolygonZ",
    )
    zones = make_layer(
        "",
        [
            (f"MULTIPOLYGON ZM((({x} {y} 1 1,{x + 500} {y} 1 1,{x + 500} {y + 500} 1 1,{x} {y + 500} 1 1,{x} {y} 1 1)),"
             f"(({x + 500} {y + 500} 1 1,{x + 1000} {y + 500} 1 1,{x + 1000} {y + 1000} 1 1,{x + 500} {y + 500} 1 1)))",),
        ],
        kind="MultiPolygonZM",
    )  # fmt: skip
    assert found(profile(zones, areas), "sum_population") == [[150]]
    grid = make_layer("w:integer", [(f"POINT({x + 100} {y + 100})", 1), (f"POINT({x + 900} {y + 100})", 3)])
    asked = {"METHOD": "dasymetric", "GRID": grid, "GRID_WEIGHT": "w", "AREA_ACCOUNT": "TEMPORARY_OUTPUT"}
    result = profile(zones, areas, **asked)
    assert found(result, "sum_population") == [[100]]
    assert [list(row.values())[1:] for row in rows(result["AREA_ACCOUNT"])] == [
        ["cells", 1, 0.25, 400, 100],
        ["nothing", 0, 0, 90, 0],
    ]
    round_ = f"CURVEPOLYGON(CIRCULARSTRING({x + 300} {y + 500},{x + 700} {y + 500},{x + 300} {y + 500}))"
    curved = profile(make_layer("", [(round_,)], kind="CurvePolygon"), areas)
    assert found(curved, "sum_population") == [[pytest.approx(400 * np.pi * 0.04, rel=1e-3)]]
    ring = QgsGeometry.fromWkt(square(x, y)).difference(QgsGeometry.fromWkt(square(x + 50, y + 50, 100))).asWkt()
    assert found(profile(united_layer(make_layer, [ring]), areas, **asked), "sum_population") == [[300]]


def test_a_share_among_the_counts_is_told(make_layer):
    areas = make_layer("share:double", [(square(500000, 6600000), 0.25)])
    said = told({"ZONES": areas, "AREAS": areas, "FIELDS": "share", "OUTPUT": "TEMPORARY_OUTPUT"})
    assert "share is at most 1 in every area. A share cannot be added up" in said


def test_names_and_refusals(make_layer, areas):
    zones = make_layer("sum_population:double", [(square(500000, 6600000), 1.0)])
    asked = {"ZONES": zones, "AREAS": areas, "FIELDS": ["population"], "OUTPUT": "TEMPORARY_OUTPUT"}
    refused("PREFIX", "catchmentprofile", **asked)
    result = profile(zones, areas, PREFIX="a_", RATES="r=old/population")
    assert list(rows(result["OUTPUT"])[0])[1:] == [
        "a_population", "a_old", "a_r", "a_uncovered_share", "a_missing_areas", "a_status"
    ]  # fmt: skip
    asked["PREFIX"] = "b_"
    refused("needs a GRID", "catchmentprofile", **asked, METHOD="dasymetric")
    refused("cannot be read at “old”", "catchmentprofile", **asked, RATES="old")
    refused("made from young, which is no field of AREAS", "catchmentprofile", **asked, RATES="x=young/population")
    refused("two fields called b_status", "catchmentprofile", **asked, RATES="Status=old/population")
    refused("two rates called X", "catchmentprofile", **asked, RATES="x=old/population;X=old/population")
    grid = make_layer("w:integer", [("POINT(500100 6600100)", 0), ("POINT(500200 6600200)", 0)])
    dasymetric = {"METHOD": "dasymetric", "GRID": grid, "GRID_WEIGHT": "w"}
    refused("nothing tells where people live", "catchmentprofile", **asked, **dasymetric)
    assert grid.dataProvider().changeAttributeValues({1: {0: -1}})
    refused("negative value in w: 1", "catchmentprofile", **asked, **dasymetric)
    nowhere = make_layer("", [("POINT(500100 6600100)",)], "")
    refused("GRID has no coordinate reference system", "catchmentprofile", **asked, METHOD="dasymetric", GRID=nowhere)
    refused("ZONES has no polygons", "catchmentprofile", **{**asked, "ZONES": make_layer("", [], kind="Polygon")})
    points = make_layer("population:integer", [("POINT(500100 6600100)", 5)])
    refused("AREAS has no polygons", "catchmentprofile", **{**asked, "AREAS": points})
    refused(
        "AREAS has no polygons",
        "catchmentprofile",
        **{**asked, "AREAS": make_layer("population:integer", [], kind="Polygon")},
    )


@pytest.mark.parametrize("asks", [0, 3, 6, 9, 12])
def test_cancel_leaves_nothing(make_layer, areas, tmp_path, asks):
    zones, path = make_layer("", [(square(500000, 6600000),)]), tmp_path / "out.gpkg"
    grid = make_layer("", [("POINT(500100 6600100)",)])
    feedback = CancelAfter(asks)
    given = {"ZONES": zones, "AREAS": areas, "FIELDS": ["population"], "METHOD": "dasymetric", "GRID": grid}
    context = QgsProcessingContext()
    result = processing.run(
        "narvard:catchmentprofile", {**given, "OUTPUT": str(path)}, context=context, feedback=feedback
    )
    assert result == {} and not path.exists()
