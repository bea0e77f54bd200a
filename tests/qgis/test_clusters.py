"""Clusters as a tool: what the words mean, what is left out, and the two stories that are known beforehand."""

import csv

import numpy as np
import pytest
from qgis import processing
from qgis.core import NULL, QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer

from narvard_plugin.algorithms.deso.clusters import Clusters
from tests.shared import shared_file

from .small_network import CancelAfter, Listening, by_id, refused, rows, run

SIDE = 12


@pytest.fixture
def lattice(make_layer):
    """144 squares: a high corner, a low corner, a high one alone in the low corner, noise between; and two far away."""
    rng = np.random.default_rng(4)
    made = []
    for at in range(SIDE * SIDE):
        x, y = at % SIDE, at // SIDE
        value = rng.uniform(4, 6) + 20 * (x < 4 and y < 4) - 4 * (x > 6 and y > 6) + 20 * (x == 10 and y == 10)
        made.append((square(x, y), f"a{at:03}", value, 100 * value, 100))
    made.append((square(40, 40), "far", 9.0, 900.0, 100))
    made.append((square(5, 11, 30), "none", None, None, 100))
    return make_layer("code:string,value:double,number:double,people:integer", made)


def square(x, y, shift=0):
    x, y = 1000 * x + 1000 * shift, 1000 * y
    return f"POLYGON(({x} {y},{x + 1000} {y},{x + 1000} {y + 1000},{x} {y + 1000},{x} {y}))"


def clusters(areas, **more):
    given = {"AREAS": areas, "AREA_CODE": "code", "VALUE": "value", "OUTPUT": "TEMPORARY_OUTPUT"}
    return run("clusters", **{**given, **more})


def cell(x, y):
    return f"a{y * SIDE + x:03}"


def test_corners_outlier_island_and_no_value(lattice):
    result = clusters(lattice, GLOBAL="TEMPORARY_OUTPUT")
    found = by_id(result["OUTPUT"], "code")
    assert found[cell(1, 1)]["cluster"] == "high_high" and found[cell(8, 9)]["cluster"] == "low_low"
    assert found[cell(10, 10)]["cluster"] == "high_low" and found[cell(5, 5)]["cluster"] == "not_significant"
    assert found[cell(1, 1)]["neighbours"] == 8 and found[cell(0, 0)]["neighbours"] == 3
    one = found[cell(0, 0)]
    around = [found[cell(*at)]["value"] for at in ((1, 0), (0, 1), (1, 1))]
    assert one["lag"] == pytest.approx(np.mean(around)) and one["analysed"] == one["value"]
    assert one["p_adjusted"] >= one["p_value"] >= 0.0002
    far = found["far"]
    assert [far[name] for name in ("statistic", "p_value", "p_adjusted", "lag")] == [NULL] * 4
    assert (far["cluster"], far["neighbours"]) == ("island", 0)
    none = found["none"]
    assert [none[name] for name in ("statistic", "p_value", "p_adjusted", "analysed", "lag", "neighbours")] == [
        NULL
    ] * 6
    assert none["cluster"] == "no_value"
    whole = by_id(result["GLOBAL"], "weights")
    assert result["GLOBAL_I"] == whole["row_standardised"]["moran_i"] > 0.5
    assert whole["row_standardised"]["areas"] == 145 and whole["row_standardised"]["expected"] == -1 / 144
    assert whole["binary"]["moran_i"] != whole["row_standardised"]["moran_i"]


def test_gi_star_and_the_three_kinds_of_neighbours(lattice):
    hot = by_id(clusters(lattice, METHOD="gistar")["OUTPUT"], "code")
    assert hot[cell(1, 1)]["cluster"] == "hot" and hot[cell(8, 9)]["cluster"] == "cold"
    assert hot[cell(1, 1)]["statistic"] > 3 and hot["far"]["cluster"] == "island"
    rook = by_id(clusters(lattice, WEIGHTS="rook")["OUTPUT"], "code")
    assert rook[cell(1, 1)]["neighbours"] == 4 and rook[cell(0, 0)]["neighbours"] == 2
    near = by_id(clusters(lattice, WEIGHTS="knn", NEIGHBOURS=5)["OUTPUT"], "code")
    assert {row["neighbours"] for row in near.values()} == {5, NULL} and near["far"]["cluster"] != "island"


def test_what_is_left_out_is_told(lattice):
    feedback = Listening()
    processing.run(
        "narvard:clusters",
        {"AREAS": lattice, "AREA_CODE": "code", "VALUE": "value", "OUTPUT": "memory:"},
        feedback=feedback,
    )
    assert "1 areas have no value and are left out of the computation: none." in feedback.said
    assert "1 areas have no neighbours with a value, and so no statistic: far." in feedback.said


def test_two_vintages_in_one_layer_are_refused(county):
    both = f"{county.workspace}|layername=areas"
    refused("several vintages .2018, 2025.", "clusters", AREAS=both, VALUE="population", OUTPUT="TEMPORARY_OUTPUT")


def test_an_area_with_several_rows_is_told(make_layer):
    """As where the rows of several years are joined to the same areas: each would be its own neighbour."""
    years = [(square(x, 0), f"a{x}-{year}", float(x), 1, 1) for x in range(6) for year in (2023, 2024)]
    layer, feedback = make_layer("code:string,value:double,number:double,people:integer", years), Listening()
    given = {"AREAS": layer, "AREA_CODE": "code", "VALUE": "value", "OUTPUT": "memory:"}
    processing.run("narvard:clusters", given, feedback=feedback)
    assert (
        "12 features in AREAS lie in the same place as another, and every one counts: a0-2023, a0-2024" in feedback.said
    )


def test_a_denominator_makes_a_share(lattice, make_layer):
    plain = by_id(clusters(lattice)["OUTPUT"], "code")
    divided = by_id(clusters(lattice, VALUE="number", DENOMINATOR="people")["OUTPUT"], "code")
    assert divided["a000"]["analysed"] == pytest.approx(plain["a000"]["value"])
    assert divided["a000"]["p_value"] == plain["a000"]["p_value"]
    few = make_layer(
        "code:string,value:double,people:integer", [(square(x, 0), f"{x}", x * 1.0, x % 5) for x in range(10)]
    )
    found = by_id(clusters(few, DENOMINATOR="people")["OUTPUT"], "code")
    assert [code for code, row in found.items() if row["cluster"] == "no_value"] == ["0", "5"]  # nobody lives there
    few.dataProvider().changeAttributeValues({1: {2: -3}})
    given = {"AREAS": few, "AREA_CODE": "code", "VALUE": "value", "OUTPUT": "memory:"}
    refused("negative value in people: 0", "clusters", **given, DENOMINATOR="people")


def test_the_order_of_the_rows_and_the_run_change_nothing(lattice, make_layer):
    added = ("statistic", "p_value", "cluster", "p_adjusted", "lag", "neighbours")
    features = list(lattice.getFeatures())
    mixed = [features[at] for at in np.random.default_rng(1).permutation(len(features))]
    turned = make_layer(
        "code:string,value:double,number:double,people:integer",
        [(feature.geometry().asWkt(), *feature.attributes()) for feature in mixed],
    )
    for more in ({}, {"WEIGHTS": "knn", "METHOD": "gistar"}):
        first, second = (by_id(clusters(layer, **more)["OUTPUT"], "code") for layer in (lattice, turned))
        for code, row in first.items():
            for name in added:
                same = row[name] == second[code][name]
                assert same or row[name] == pytest.approx(second[code][name], rel=1e-9), (code, name)
    other = by_id(clusters(lattice, SEED=2)["OUTPUT"], "code")
    first = by_id(clusters(lattice)["OUTPUT"], "code")
    assert [row["p_value"] for row in other.values()] != [row["p_value"] for row in first.values()]


def test_significance_with_and_without_fdr(lattice):
    def pointed_out(**more):
        found = rows(clusters(lattice, **more)["OUTPUT"])
        tested = [row for row in found if row["p_value"] != NULL]
        return tested, [row for row in tested if row["cluster"] != "not_significant"]

    tested, held = pointed_out()
    assert all((row["cluster"] != "not_significant") == (row["p_adjusted"] <= 0.05) for row in tested)
    tested, free = pointed_out(FDR=False, SIGNIFICANCE=0.1)
    assert all((row["cluster"] != "not_significant") == (row["p_value"] <= 0.1) for row in tested)
    assert len(free) > len(held) > 10


def test_too_few_draws_for_a_lone_area_is_told(make_layer):
    rng = np.random.default_rng(3)
    values = rng.uniform(0, 1, 200).tolist()
    layer = make_layer("code:string,value:double", [(square(x, 0), f"{x:03}", value) for x, value in enumerate(values)])
    feedback = Listening()
    given = {"AREAS": layer, "AREA_CODE": "code", "VALUE": "value", "OUTPUT": "memory:"}
    processing.run("narvard:clusters", {**given, "PERMUTATIONS": 999}, feedback=feedback)
    assert "at least 8 of the 200 areas must reach that low" in feedback.said
    feedback = Listening()
    processing.run("narvard:clusters", given, feedback=feedback)
    assert feedback.said == ""


def test_the_same_value_everywhere(lattice):
    layer = processing.run(
        "native:fieldcalculator",
        {"INPUT": lattice, "FIELD_NAME": "same", "FIELD_TYPE": 0, "FORMULA": "7", "OUTPUT": "memory:"},
    )["OUTPUT"]
    feedback = Listening()
    given = {"AREAS": layer, "AREA_CODE": "code", "VALUE": "same", "OUTPUT": "memory:"}
    result = processing.run("narvard:clusters", given, feedback=feedback)
    assert "All areas have the same value" in feedback.said and result["GLOBAL_I"] is None
    assert {row["statistic"] for row in rows(result["OUTPUT"])} == {NULL}
    assert {row["cluster"] for row in rows(result["OUTPUT"])} == {"not_significant", "island"}


def test_points_have_nearest_areas_but_do_not_meet(make_layer):
    points = make_layer(
        "code:string,value:double", [(f"POINT({x} 0)", f"{x}", x * 1.0) for x in range(6)] + [(None, "p", 1.0)]
    )
    refused("AREAS are not polygons", "clusters", AREAS=points, AREA_CODE="code", VALUE="value", OUTPUT="memory:")
    found = by_id(clusters(points, WEIGHTS="knn", NEIGHBOURS=2)["OUTPUT"], "code")
    assert found["3"]["neighbours"] == 2 and found["p"]["cluster"] == "no_value" and found["p"]["analysed"] == 1


def test_what_is_refused(lattice, make_layer):
    few = make_layer("code:string,value:double", [(square(x, 0), f"{x}", x * 1.0) for x in range(3)])
    refused(
        "3 areas have a value and a geometry; the method needs at least 4",
        "clusters",
        AREAS=few,
        VALUE="value",
        OUTPUT="memory:",
    )
    again = clusters(lattice)["OUTPUT"]
    refused("PREFIX", "clusters", AREAS=again, AREA_CODE="code", VALUE="value", OUTPUT="memory:")


def test_gaps_between_the_areas_need_a_tolerance(make_layer):
    apart = make_layer(
        "code:string,value:double",
        [
            (f"POLYGON(({x} 0,{x + 999.5} 0,{x + 999.5} 900,{x} 900,{x} 0))", f"{x}", x * 1.0)
            for x in range(0, 8000, 1000)
        ],
    )
    assert {row["cluster"] for row in rows(clusters(apart)["OUTPUT"])} == {"island"}
    assert {row["neighbours"] for row in rows(clusters(apart, TOLERANCE=1)["OUTPUT"])} == {1, 2}


@pytest.mark.parametrize("asks", [0, 100, 300, 450])
def test_cancel_leaves_nothing(lattice, tmp_path, asks):
    target = tmp_path / "found.gpkg"
    given = {"AREAS": lattice, "AREA_CODE": "code", "VALUE": "value", "PERMUTATIONS": 99_999, "OUTPUT": str(target)}
    assert processing.run("narvard:clusters", given, feedback=CancelAfter(asks)) == {}
    assert not target.exists()


def test_the_estates_of_lindhamn_and_the_mill_places(county):
    """Story 1: where need is great and hangs together, and nowhere by the sea or on the island."""
    settlements = QgsVectorLayer(county.layer("settlements"), "settlements", "ogr")
    mills = tuple(feature["name"] for feature in settlements.getFeatures() if feature["industrial"])
    areas = county.layer("areas")
    given = {"AREAS": areas, "AREA_CODE": "area_code", "VALUE": "socioeconomic_index"}

    def high(**more):
        found = rows(clusters(areas, **given, **more)["OUTPUT"])
        assert all(row["area_type"] <= 3 for row in found if row["cluster"] == "high_high")
        return {row["name"] for row in found if row["cluster"] == "high_high"}

    def places(names):
        return {next((place for place in ("Lindhamn", *mills) if place in name), name) for name in names}

    cores = {"Hultaryd centrum", "Hultaryd nordväst", "Hultaryd sydost", "Lindhamn sydväst 3"}
    assert high(PERMUTATIONS=9999) == high(PERMUTATIONS=9999, SEED=2) == cores
    assert set() < high() <= cores  # fewer draws find fewer
    nearest = high(WEIGHTS="knn", PERMUTATIONS=9999)
    assert places(nearest) == {"Lindhamn", "Hultaryd", "Emmaboryd", "Orrefall"}
    assert sum("Hultaryd" in name for name in nearest) == 5  # the whole of the mill town
    every = high(FDR=False, PERMUTATIONS=9999)
    assert places(every) == {"Lindhamn", "Hultaryd", "Järnboda"} and len(every) == 9


def test_old_people_of_dalarna(make_layer):
    """Real DeSO: the old live together by the lakes in the north, the young in Falun."""
    people = {}
    with open(shared_file("data/scb_deso_dalarna/folkmangd_deso_2024_raw_TAB6574.csv"), encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            if row["Kon"] == "1+2":
                people.setdefault(row["Region"].split("_")[0], {})[row["Alder"]] = float(row["000007Y7 2024"])
    old = {"65-69", "70-74", "75-79", "80-"}
    shapes = QgsVectorLayer(str(shared_file("data/scb_deso_dalarna/deso_2025_dalarna_raw.geojson")), "deso", "ogr")
    made = []
    for feature in shapes.getFeatures():
        ages = people[feature["desokod"]]
        number = sum(count for age, count in ages.items() if age in old)
        made.append((feature.geometry().asWkt(), feature["desokod"], number, ages["totalt"]))
    layer = make_layer("code:string,value:double,people:double", made, kind="MultiPolygon")
    result = clusters(layer, DENOMINATOR="people", PERMUTATIONS=9999)
    found = rows(result["OUTPUT"])
    assert len(found) == 175 and result["GLOBAL_I"] == pytest.approx(0.36577, abs=1e-5)
    assert {row["code"][:4] for row in found if row["cluster"] == "low_low"} == {"2081"}
    assert {row["code"][:4] for row in found if row["cluster"] == "high_high"} == {"2031"}


def test_the_style_is_that_of_the_method_and_only_for_polygons(lattice, make_layer):
    def style(areas, **more):
        tool = Clusters()
        tool.initAlgorithm()
        given = {"AREAS": areas, "AREA_CODE": "code", "VALUE": "value", **more}
        tool.compute(given, QgsProcessingContext(), QgsProcessingFeedback())
        return tool.style_file("OUTPUT")

    points = make_layer("code:string,value:double", [(f"POINT({x} 0)", f"{x}", x * 1.0) for x in range(6)])
    assert style(lattice) == "clusters_output.qml"
    assert style(lattice, METHOD="gistar") == "clusters_output_gistar.qml"
    assert style(points, WEIGHTS="knn") == "none"
