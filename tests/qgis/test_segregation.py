"""The tool of segregation: groups, dates, the map's measures, and what is left out, capped or refused."""

import numpy as np
import pytest
from qgis import processing
from qgis.core import NULL, QgsProcessingContext, QgsVectorLayer

from tests.shared import shared_file

from .small_network import CancelAfter, Listening, refused, rows, run

FIELDS = "code:string,x:integer,y:integer,t:integer,x0:integer,t0:integer,land:double"
MAP = ("morrill", "wong", "delta")
TEN = {
    "dissimilarity", "isolation", "exposure", "eta2", "entropy", "gini", "morrill", "delta", "multigroup_d", "multigroup_h",
}  # fmt: skip


def square(column, row):
    x, y = 1000 * column, 1000 * row
    return f"POLYGON(({x} {y},{x + 1000} {y},{x + 1000} {y + 1000},{x} {y + 1000},{x} {y}))"


# 2 × 2 squares of 1 km².
AREAS = [
    (square(0, 0), "A", 40, 10, 100, 30, 100, 1.0),
    (square(1, 0), "B", 10, 20, 100, 10, 100, 0.5),
    (square(0, 1), "C", 20, 30, 100, 20, 100, 0.25),
    (square(1, 1), "D", 10, 0, 100, 0, 100, 0.25),
]


@pytest.fixture
def areas(make_layer):
    return make_layer(FIELDS, AREAS)


def asked(areas, **more):
    return {"AREAS": areas, "AREA_CODE": "code", "GROUP": ["x"], "TOTAL": "t", "OUTPUT": "TEMPORARY_OUTPUT", **more}


def found(areas, **more):
    """{(group, measure): row} and the warnings."""
    feedback, context = Listening(), QgsProcessingContext()
    result = processing.run("narvard:segregation", asked(areas, **more), context=context, feedback=feedback)
    run.kept = context
    return {(row["group"], row["measure"]): row for row in rows(result["OUTPUT"])}, feedback.said


def by_measure(areas, column="value", **more):
    return {measure: row[column] for (_, measure), row in found(areas, **more)[0].items()}


def test_every_measure_by_hand(areas):
    """x/X = .5 .125 .25 .125 and the others' (60 90 80 90)/320: D = .5 (.3125 + .15625 + 0 + .15625)."""
    value = by_measure(areas, LAND_AREA="land")
    assert set(value) >= TEN
    assert value["dissimilarity"] == pytest.approx(0.3125) and value["multigroup_d"] == pytest.approx(0.3125)
    assert value["isolation"] == pytest.approx((40 * 0.4 + 10 * 0.1 + 20 * 0.2 + 10 * 0.1) / 80)
    # All six pairs touch (queen): |p_i - p_j| = .3 .2 .3 .1 0 .1; sides only: AB AC BD CD, each half of a border.
    assert value["morrill"] == pytest.approx(0.3125 - 1.0 / 6)
    assert value["wong"] == pytest.approx(0.3125 - (0.25 + 0.15 + 0.15 + 0.05) / 4)
    assert value["delta"] == pytest.approx((abs(0.5 - 0.5) + abs(0.125 - 0.25) + abs(0.25 - 0.125)) / 2)
    assert by_measure(areas)["delta"] == pytest.approx((0.25 + 0.125 + 0 + 0.125) / 2)


def test_words_and_counts_go_with_each_value(areas):
    row = found(areas)[0]["x", "dissimilarity"]
    assert (row["share"], row["people"], row["areas"]) == (0.2, 80, 4)
    assert row["reading"].startswith("31.2 % of the group would have to move")


def test_a_table_gives_what_needs_no_map(make_layer, areas):
    table = make_layer(FIELDS, [(None, *row[1:]) for row in AREAS], kind="None")
    (with_map, _), (without, said) = found(areas), found(table)
    assert "morrill and wong are left out" in said and "delta is left out" in said
    for key, row in without.items():
        assert row["value"] == (NULL if key[1] in MAP else with_map[key]["value"])
    assert "no polygons that touch" in without["x", "wong"]["reading"]
    assert "size is not known" in without["x", "delta"]["reading"]
    assert by_measure(table, LAND_AREA="land")["delta"] == pytest.approx(0.125)


def test_the_order_of_rows_and_areas_without_people_change_nothing(make_layer, areas):
    value = by_measure(areas)
    turned = by_measure(make_layer(FIELDS, AREAS[::-1]))
    assert turned == value
    empty = by_measure(make_layer(FIELDS, [*AREAS, (square(5, 5), "E", 0, 0, 0, 0, 0, 1.0)]))
    assert {key: empty[key] for key in TEN - {"delta"}} == {key: pytest.approx(value[key]) for key in TEN - {"delta"}}


def test_several_groups_and_the_rest(areas):
    answer, _ = found(areas, GROUP=["x", "y"])
    group = "x, y and the rest"
    counts = np.array([[40, 10, 50], [10, 20, 70], [20, 30, 50], [10, 0, 90]])
    own, overall = counts / 100, counts.sum(0) / 400
    expected = (100 * np.abs(own - overall)).sum() / (2 * 400 * (overall * (1 - overall)).sum())
    assert answer[group, "multigroup_d"]["value"] == pytest.approx(expected)
    assert answer["y", "dissimilarity"]["value"] == pytest.approx(one_d(counts[:, 1]))
    assert answer["x", "dissimilarity"]["value"] == pytest.approx(0.3125)


def one_d(group):
    rest = 100 - group
    return np.abs(group / group.sum() - rest / rest.sum()).sum() / 2


def test_two_vintages_in_one_layer_are_refused(county):
    both = f"{county.workspace}|layername=areas"
    refused("several vintages .2018, 2025.", "segregation", **asked(both, GROUP=["population"], TOTAL="population", AREA_CODE=""))  # fmt: skip


def test_an_area_with_several_rows_is_told(make_layer):
    _, said = found(make_layer(FIELDS, [*AREAS, (AREAS[0][0], "A2024", *AREAS[0][2:])]))
    assert "2 features in AREAS lie in the same place as another, and every one counts: A, A2024." in said


def test_groups_that_overlap_have_no_common_measure(make_layer):
    layer = make_layer(FIELDS, [*AREAS[:3], (square(1, 1), "D", 60, 70, 100, 0, 100, 1.0)])
    answer, said = found(layer, GROUP=["x", "y"])
    assert (
        "In 1 areas the groups are more than all people (30 too many)" in said
        and "give the groups' sum as TOTAL" in said
    )
    assert answer["x, y", "multigroup_h"]["value"] == NULL and answer["x", "dissimilarity"]["value"] != NULL


def test_change_between_two_dates(areas):
    answer, _ = found(areas, GROUP_BEFORE=["x0"], TOTAL_BEFORE="t0")
    row = answer["x", "dissimilarity"]
    assert row["before"] == pytest.approx(one_d(np.array([30, 10, 20, 0])))
    assert row["change"] == pytest.approx(row["value"] - row["before"])


def test_only_areas_known_at_both_dates_count(make_layer):
    layer = make_layer(FIELDS, [*AREAS, (square(2, 0), "E", 90, 0, 100, None, 100, 1.0)])
    answer, said = found(layer, GROUP_BEFORE=["x0"], TOTAL_BEFORE="t0")
    assert "1 areas lack a number of people and are left out: E" in said
    assert answer["x", "dissimilarity"]["value"] == pytest.approx(0.3125)


def test_more_of_the_group_than_people_counts_as_all(make_layer):
    layer = make_layer(FIELDS, [*AREAS[:3], (square(1, 1), "D", 103, 0, 100, 0, 100, 1.0)])
    answer, said = found(layer)
    assert "1 areas have more people in x than in all (3 too many)" in said and "D" in said
    assert answer["x", "isolation"]["people"] == 170


def test_a_group_of_everybody_has_no_measure_and_says_so(areas):
    answer, _ = found(areas, GROUP=["t"])
    assert {row["value"] for row in answer.values()} == {NULL}
    words = {measure: row["reading"] for (_, measure), row in answer.items()}
    assert "nobody or everybody" in words["delta"] and "everybody belongs to the same" in words["multigroup_d"]


@pytest.mark.parametrize(
    ("words", "extra", "given"),
    [
        ("negative value in x: E", (square(2, 0), "E", -1, 0, 100, 0, 100, 1.0), {}),
        ("repeated .*: A", (square(2, 0), "A", 1, 0, 100, 0, 100, 1.0), {}),
        ("Give GROUP_BEFORE as many", None, {"GROUP_BEFORE": ["x0"]}),
        ("Give GROUP_BEFORE as many", None, {"GROUP": ["x", "y"], "GROUP_BEFORE": ["x0"], "TOTAL_BEFORE": "t0"}),
        ("has no field gone", None, {"GROUP": ["gone"]}),
    ],
)
def test_what_is_unclear_is_refused(make_layer, words, extra, given):
    refused(words, name="segregation", **asked(make_layer(FIELDS, [*AREAS, *([extra] if extra else [])]), **given))


def test_nobody_is_refused(make_layer):
    refused("Nobody lives", name="segregation", **asked(make_layer(FIELDS, [(square(0, 0), "A", 0, 0, 0, 0, 0, 1.0)])))


@pytest.mark.parametrize("asks", [2, 6, 12])
def test_cancel_leaves_nothing(areas, tmp_path, asks):
    target = tmp_path / "out.gpkg"
    assert processing.run("narvard:segregation", asked(areas, OUTPUT=str(target)), feedback=CancelAfter(asks)) == {}
    assert not target.exists()


def test_the_sample_county(county):
    layer = QgsVectorLayer(county.layer("areas"), "areas", "ogr")
    answer, said = found(layer, AREA_CODE="area_code", GROUP=["foreign_born"], TOTAL="population", LAND_AREA="area_km2")
    value = {measure: row["value"] for (_, measure), row in answer.items()}
    assert said == "" and 0 < value["morrill"] < value["wong"] < value["dissimilarity"] < value["gini"] < 1
    group, total = (np.array([f[name] for f in layer.getFeatures()], float) for name in ("foreign_born", "population"))
    rest = total - group
    assert value["dissimilarity"] == pytest.approx(np.abs(group / group.sum() - rest / rest.sum()).sum() / 2)
    assert value["isolation"] > group.sum() / total.sum()


def test_real_areas_of_dalarna(make_layer):
    """DeSO 2025 with people over 80 of SCB's table: every area touches another, and the map's measures are there."""
    import csv

    shapes = QgsVectorLayer(str(shared_file("data/scb_deso_dalarna/deso_2025_dalarna_raw.geojson")), "deso", "ogr")
    table = shared_file("data/scb_deso_dalarna/folkmangd_deso_2024_raw_TAB6574.csv")
    with table.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    people = {}
    for line in lines[1:]:
        people.setdefault(line[0].split("_")[0].split(" ")[0], []).append(float(line[-1]))
    shown = [(f.geometry().asWkt(), f["desokod"], people[f["desokod"]]) for f in shapes.getFeatures()]
    given = [(wkt, code, int(count[4]), 0, int(count[0]), 0, 0, None) for wkt, code, count in shown]
    layer = make_layer(FIELDS, given)
    answer, said = found(layer)
    row = answer["x", "dissimilarity"]
    assert len(given) == 175 == row["areas"] and said == ""
    assert 0.05 < row["value"] < 0.4 and row["share"] < 0.15
    assert all(answer["x", measure]["value"] != NULL for measure in MAP)
