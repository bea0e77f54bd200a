"""Squares of people read into the workspace: ids, areas, ages, totals that do not add up, and Dalarna's real ones."""

import shutil

import numpy as np
import pandas as pd
import pytest
from qgis import processing
from qgis.core import QgsGeometry, QgsProcessingContext, QgsVectorLayer

from narvard_plugin.store.schema import GEOMETRY
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.shared import shared_file

from .small_network import CancelAfter, Listening, refused, rows, run

FIELDS = "rutid:string,beftotalt:integer,ald0_4:integer,ald65_69:integer,referenstid:string"
COUNTS = ("ADDED_COUNT", "CHANGED_COUNT", "REMOVED_COUNT", "UNCHANGED_COUNT", "REJECTED_COUNT")


def box(code, east, north, side=10_000):
    return (
        code,
        f"MULTIPOLYGON((({east} {north},{east + side} {north},{east + side} {north + side},{east} {north + side},{east} {north})))",
    )


def wkb_of(wkt):
    return bytes(QgsGeometry.fromWkt(wkt).asWkb())


@pytest.fixture
def workspace(tmp_path):
    """Two areas beside each other in region 08, and one in 07."""
    path = str(tmp_path / "arbetsyta.gpkg")
    areas = [
        box("0880A0010", 500_000, 6_300_000),
        box("0880A0020", 510_000, 6_300_000),
        box("0780A0010", 520_000, 6_300_000),
    ]
    with create_workspace(path, "08") as store:
        table = pd.DataFrame(
            {
                "area_code": [code for code, _ in areas],
                "vintage": "2025",
                "region": ["08", "08", "07"],
                "population": [100, 50, 9],
            }
        )
        store.write("areas", table, wkb=[wkb_of(wkt) for _, wkt in areas])
        store.write(
            "people",
            pd.DataFrame({"origin_id": ["k"], "population": [900], "region": ["07"]}),
            xy=(np.array([525_125.0]), np.array([6_305_125.0])),
        )
    return path


@pytest.fixture
def table(make_layer):
    def make(*given, fields=FIELDS):
        return make_layer(fields, [(None, *row) for row in given], kind="NoGeometry")

    return make


GOOD = (
    ("5000006300000", 40, 3, 10, "20251231"), ("5002506300000", 20, None, 4, "20251231"),
    ("5097506300000", 10, 1, 12, "20251231"), ("5100006300000", 0, 0, 0, "20251231"),
)  # fmt: skip


def imported(layer, workspace, **more):
    feedback, context = Listening(), QgsProcessingContext()
    run.kept = context
    given = {"INPUT": layer, "WORKSPACE": workspace, "ID_FIELD": "rutid", "SOURCE": "SCB, beställning"}
    sinks = dict.fromkeys(("OUTPUT", "REJECTED", "AREAS"), "memory:")
    results = processing.run("narvard:importsquares", {**given, **sinks, **more}, context=context, feedback=feedback)
    return results, feedback.said


def kept(workspace, name="people"):
    with open_workspace(workspace) as store:
        return store.read(name)


def counts(results):
    return [results[name] for name in COUNTS]


def test_squares_get_place_area_and_ages(table, workspace):
    results, said = imported(
        table(*GOOD, ("5200006300000", 7, 0, 0, "20251231"), ("Mora", 5, 0, 0, "20251231")), workspace
    )
    assert counts(results) == [4, 0, 0, 0, 2]
    assert [
        results[name] for name in ("PEOPLE", "AREA_PEOPLE", "OVER_TOTAL_COUNT", "OUTSIDE_COUNT", "SIDE_METRES")
    ] == [70, 150, 1, 1, 250]
    people = kept(workspace)
    own = people[people["region"] == "08"].set_index("origin_id")
    assert own["area_code"].tolist() == ["0880A0010", "0880A0010", "0880A0010", "0880A0020"]
    assert own["age_0_4"].fillna(-1).tolist() == [3, -1, 1, 0]
    assert own["age_65_69"].tolist() == [10, 4, 12, 0]
    assert own["age_5_9"].isna().all()
    assert (people["region"] == "07").sum() == 1  # the neighbour's stay
    first = next(feature for feature in results["OUTPUT"].getFeatures())
    assert first.geometry().asPoint().toString(1) == "500125.0,6300125.0"
    assert "In 1 squares a part" in said
    assert "5097506300000" in said
    assert "1 squares with 7 people lie in no area of the region" in said
    assert [row["over_total"] for row in rows(results["OUTPUT"])] == [False, False, True, False]
    beside = {
        row["area_code"]: (row["squares"], row["people_squares"], row["difference"]) for row in rows(results["AREAS"])
    }
    assert beside == {"0880A0010": (3, 70, -30), "0880A0020": (1, 0, -50)}
    source = kept(workspace, "sources").iloc[-1]
    assert (source["fed"], source["data_date"], source["row_count"], source["part"]) == (
        "people",
        "2025-12-31",
        4,
        "250 m",
    )


def test_twice_changes_nothing_and_vanished_squares_go(table, workspace):
    imported(table(*GOOD), workspace)
    first, sources = kept(workspace), kept(workspace, "sources")
    assert counts(imported(table(*GOOD), workspace)[0]) == [0, 0, 0, 4, 0]
    assert kept(workspace).equals(first)
    assert kept(workspace, "sources").equals(sources)
    results, said = imported(table(("5000006300000", 41, 3, 10, "20251231"), *GOOD[1:3]), workspace)
    assert counts(results) == [0, 1, 1, 2, 0]
    assert [row["import_status"] for row in rows(results["OUTPUT"])] == ["changed", "unchanged", "unchanged"]
    assert "1 points with people of the region are not in the file and were removed" in said


def test_other_squares_are_replaced_only_on_request(table, workspace):
    imported(table(*GOOD), workspace)
    kilometres = table(("5000006300000", 70, 4, 14, "20251231"))
    refused(
        "they are not squares of 1000 m",
        "importsquares",
        INPUT=kilometres,
        WORKSPACE=workspace,
        ID_FIELD="rutid",
        OUTPUT="memory:",
    )
    results, _ = imported(kilometres, workspace, REPLACE=True)
    assert results["SIDE_METRES"] == 1000
    assert kept(workspace).set_index("origin_id")["population"].to_dict() == {"k": 900, "5000006300000": 70}


def test_the_geometry_says_the_square_where_no_id_does(make_layer, workspace):
    noise = make_layer("beftotalt:integer", [("POINT(500124.999 6300125.001)", 4), ("POINT(500300 6300125)", 5)])
    results, _ = imported(noise, workspace, ID_FIELD=None, SIDE="250")
    assert counts(results) == [1, 0, 0, 0, 1]
    assert rows(results["OUTPUT"])[0]["origin_id"] == "5000006300000"
    square = "POLYGON((500000 6300000,500250 6300000,500250 6300250,500000 6300250,500000 6300000))"
    results, _ = imported(make_layer("beftotalt:integer", [(square, 4)]), workspace, ID_FIELD=None, SIDE="250")
    assert counts(results)[:4] == [0, 0, 0, 1]
    given = {"INPUT": noise, "WORKSPACE": workspace, "OUTPUT": "memory:"}
    refused("or choose SIDE", "importsquares", **given)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("5005006300000", None, 0, 0, ""), "missing or negative value in beftotalt: 5005006300000"),
        (("5005006300000", -1, 0, 0, ""), "missing or negative"),
        (("5000006300000", 4, 0, 0, ""), "1 squares stand several times"),
        (("5000016300000", 4, 0, 0, ""), "fit no grid"),
    ],
)
def test_sentences_for_what_would_go_wrong(table, workspace, row, words):
    before = kept(workspace)
    given = {"WORKSPACE": workspace, "ID_FIELD": "rutid", "OUTPUT": "memory:"}
    refused(words, "importsquares", INPUT=table(*GOOD, row), **given)
    pd.testing.assert_frame_equal(kept(workspace), before)


def test_squares_of_another_place_are_refused(table, workspace):
    far = table(("7000006900000", 5, 0, 0, ""), ("7002506900000", 5, 0, 0, ""))
    refused(
        "Not one of the 2 squares lies in DeSO",
        "importsquares",
        INPUT=far,
        WORKSPACE=workspace,
        ID_FIELD="rutid",
        OUTPUT="memory:",
    )
    many = table(*((f"{500_000 + 1000 * at}6300000", 5, 0, 0, "") for at in range(60)))
    refused(
        "SIDE says 250 m",
        "importsquares",
        INPUT=many,
        WORKSPACE=workspace,
        ID_FIELD="rutid",
        SIDE="250",
        OUTPUT="memory:",
    )


def test_cancel_leaves_the_workspace_as_it_was(table, workspace):
    before = kept(workspace)
    for asks in (1, 4, 5):
        context = run.kept = QgsProcessingContext()
        given = {"INPUT": table(*GOOD), "WORKSPACE": workspace, "ID_FIELD": "rutid", "OUTPUT": "memory:"}
        assert processing.run("narvard:importsquares", given, context=context, feedback=CancelAfter(asks)) == {}
        pd.testing.assert_frame_equal(kept(workspace), before)


def test_the_sample_countys_squares_find_their_areas(county, tmp_path):
    workspace = str(shutil.copy(county.workspace, tmp_path / "arbetsyta.gpkg"))
    before = kept(workspace)
    layer = county.layer("people", "region = '99'")
    results, _ = imported(layer, workspace, ID_FIELD="origin_id", POPULATION="population")
    own = before[before["region"] == "99"]
    assert results["SIDE_METRES"] == 250
    assert results["PEOPLE"] == own["population"].sum()
    assert (results["REMOVED_COUNT"], results["REJECTED_COUNT"]) == (0, 0)
    after = kept(workspace)
    assert len(after) == len(before)
    both = own.merge(after, on="origin_id", suffixes=("", "_after"))
    assert (both["area_code"] == both["area_code_after"]).mean() > 0.99
    assert (both["age_30_34"] == both["age_30_34_after"]).all()


def test_dalarnas_real_square_kilometres(tmp_path):
    """4 004 squares, 285 587 people, 109 of them with more people of 65 and over than people; 175 areas (T21, T22, T23)."""
    csv = shared_file("data/scb_grid1km_dalarna/befolkning_1km_2025_dalarna.csv")
    areas = QgsVectorLayer(str(shared_file("data/scb_deso_dalarna/deso_2025_dalarna_raw.geojson")), "deso", "ogr")
    workspace = str(tmp_path / "dalarna.gpkg")
    found = []
    for feature in areas.getFeatures():
        geometry = feature.geometry()
        geometry.convertToMultiType()
        found.append((feature["desokod"], bytes(geometry.asWkb())))
    with create_workspace(workspace, "20") as store:
        table = pd.DataFrame({"area_code": [code for code, _ in found], "vintage": "2025", "region": "20"})
        store.write("areas", table, wkb=[wkb for _, wkb in found])
    squares = str(csv)
    given = {
        "ID_FIELD": "rutid",
        "POPULATION": "befolkning_2025",
        "PARTS": ["befolkning_65_plus_2025"],
        "DATE": "2025-12-31",
    }
    results, _ = imported(squares, workspace, **given)
    assert [
        results[name] for name in ("ADDED_COUNT", "PEOPLE", "OVER_TOTAL_COUNT", "REJECTED_COUNT", "SIDE_METRES")
    ] == [4004, 285_587, 109, 0, 1000]
    people = kept(workspace)
    assert len(people) == 4004
    assert people[GEOMETRY].notna().all()
    told = {row["rutid"]: row["desokod"] for row in rows(QgsVectorLayer(squares, "csv", "ogr"))}
    same = [told[id_] == code for id_, code in zip(people["origin_id"], people["area_code"])]
    assert np.mean(same) > 0.999
    assert counts(imported(squares, workspace, **given)[0]) == [0, 0, 0, 4004, 0]
