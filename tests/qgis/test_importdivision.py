"""An own division from polygons or from a list: what the zones are, what is odd about them, and what the workspace keeps."""

import pandas as pd
import pytest
from qgis import processing
from qgis.core import NULL, QgsVectorLayer

from narvard_plugin.store.workspace import create_workspace, open_workspace

from .small_network import CancelAfter, Listening, refused, rows, run


def box(x, y=0, wide=1000, high=1000):
    return f"POLYGON(({x} {y},{x + wide} {y},{x + wide} {y + high},{x} {y + high},{x} {y}))"


@pytest.fixture
def areas(make_layer):
    found = [
        (box(0), "9901A0010", 10),
        (box(1000), "9901A0020", 20),
        (box(2000), "9902A0010", 30),
        (box(3000), "9903A0010", 40),
    ]
    return make_layer(
        "area_code:string,vintage:string,people:integer", [(wkt, code, "2025", n) for wkt, code, n in found]
    )


@pytest.fixture
def listed(make_layer):
    found = [("9901", "V", "Väst"), ("9902", "O", "Öst"), ("9901A0020_DeSO2025", "O", "Öst"), ("9908", "O", "Öst")]
    return make_layer("kod:string,zon:string,namn:string", [(None, *row) for row in found], kind="None")


@pytest.fixture
def workspace(tmp_path):
    path = tmp_path / "arbetsyta.gpkg"
    create_workspace(str(path), "99").close()
    return str(path)


def imported(feedback=None, **given):
    given = {"OUTPUT": "TEMPORARY_OUTPUT", **given}
    if feedback is None:
        return run("importdivision", **given)
    return processing.run("narvard:importdivision", given, feedback=feedback)


def from_list(areas, listed):
    return {"AREAS": areas, "AREA_CODE": "area_code", "POPULATION": "people", "TABLE": listed, "TABLE_CODE": "kod",
            "TABLE_ZONE": "zon", "TABLE_NAME": "namn", "SOURCE": "Beslut", "SOURCE_DATE": "2024-06-01"}  # fmt: skip


def test_a_list_of_codes_becomes_zones(areas, listed):
    feedback = Listening()
    result = imported(feedback, **from_list(areas, listed), UNPLACED="memory:")
    shown = ("zone_id", "kind", "name", "region", "source", "source_date", "population", "areas", "import_status")
    assert [[row[name] for name in shown] for row in rows(result["OUTPUT"])] == [
        ["O", "narsjukvardsomrade", "Öst", "99", "Beslut", "2024-06-01", 50, 2, NULL],
        ["V", "narsjukvardsomrade", "Väst", "99", "Beslut", "2024-06-01", 10, 1, NULL],
    ]
    assert [feature.geometry().area() for feature in result["OUTPUT"].getFeatures()] == [2e6, 1e6]
    assert [row["code"] for row in rows(result["UNPLACED"])] == ["9903A0010", "9908"]
    assert (
        "1 areas are in no zone: 9903A0010" in feedback.said
        and "1 km² of 1 areas are covered by no zone" in feedback.said
    )


def test_the_same_file_twice_changes_nothing(areas, listed, workspace):
    given = {**from_list(areas, listed), "WORKSPACE": workspace}
    first, again = imported(**given), imported(**given)
    assert (first["ADDED_COUNT"], again["UNCHANGED_COUNT"], again["CHANGED_COUNT"]) == (2, 2, 0)
    changed = imported(**{**given, "SOURCE_DATE": "2025-06-01"}, REGION="98", KIND="narsjukvardsomrade")
    assert changed["CHANGED_COUNT"] == 2
    assert imported(**given, KIND="lansdel")["ADDED_COUNT"] == 2
    with open_workspace(workspace, writable=False) as store:
        kept = store.read("divisions")
    assert kept.groupby("kind").size().to_dict() == {"lansdel": 2, "narsjukvardsomrade": 2}
    assert set(kept[kept["kind"] == "narsjukvardsomrade"]["region"]) == {"98"} and kept["geom"].notna().all()


def test_the_audit_tells_of_the_changed_zone_alone(areas, listed, make_layer, workspace):
    given = {**from_list(areas, listed), "WORKSPACE": workspace}
    imported(**given)
    renamed = [(None, "9901", "V", "Västra"), (None, "9902", "O", "Öst"), (None, "9901A0020_DeSO2025", "O", "Öst")]
    table = make_layer("kod:string,zon:string,namn:string", renamed, kind="None")
    assert imported(**{**given, "TABLE": table})["CHANGED_COUNT"] == 1
    with open_workspace(workspace, writable=False) as store:
        told = store.read("audit")[["tool", "table_name", "action", "row_key"]].values.tolist()
        sources = store.read("sources")
    kind = "narsjukvardsomrade"
    assert [row for row in told if row[1] == "divisions"] == [
        ["importdivision", "divisions", "insert", f"O | {kind}"],
        ["importdivision", "divisions", "insert", f"V | {kind}"],
        ["importdivision", "divisions", "update", f"V | {kind}"],
    ]
    assert sources[["name", "fed", "part", "data_date", "added", "changed", "removed"]].values.tolist() == [
        ["Beslut", "divisions", kind, "2024-06-01", 2, 0, 0],
        ["Beslut", "divisions", kind, "2024-06-01", 0, 1, 0],
    ]


def test_polygons_become_zones_and_what_they_share_is_told(areas, make_layer, workspace):
    zones = make_layer("id:string,namn:string", [(box(0, wide=1500), "a", "A"), (box(1400), "b", "B"), (box(5000), "a", "A"), (box(0), None, None)])  # fmt: skip
    feedback = Listening()
    result = imported(feedback, INPUT=zones, ZONE_ID="id", ZONE_NAME="namn", KIND="naromrade", AREAS=areas, AREA_CODE="area_code", WORKSPACE=workspace)  # fmt: skip
    found = rows(result["OUTPUT"])
    assert [[row[name] for name in ("zone_id", "name", "region", "population", "areas")] for row in found] == [["a", "A", "99", NULL, NULL], ["b", "B", "99", NULL, NULL]]  # fmt: skip
    assert (result["OVERLAP_COUNT"], result["UNPLACED_COUNT"], result["ADDED_COUNT"]) == (1, 1, 2)
    assert "1 pairs of zones cover the same land, 0.1 km²" in feedback.said and "a – b (0.1 km²)" in feedback.said
    assert "1.6 km² of 2 areas are covered by no zone: 9902A0010, 9903A0010" in feedback.said


def test_order_does_not_matter(areas, listed, make_layer):
    turned = make_layer("area_code:string,vintage:string,people:integer",
                        [(f.geometry().asWkt(), *f.attributes()) for f in reversed(list(areas.getFeatures()))])  # fmt: skip
    one, other = (imported(**from_list(layer, listed))["OUTPUT"] for layer in (areas, turned))
    assert [f.geometry().asWkt() for f in one.getFeatures()] == [f.geometry().asWkt() for f in other.getFeatures()]


def test_the_division_of_the_county(county, make_layer, workspace):
    municipalities = rows(QgsVectorLayer(county.layer("municipalities"), "m", "ogr"))
    north = [
        (None, row["code"], "N" if row["code"] < "9905" else "S") for row in municipalities if row["region"] == "99"
    ]
    table = make_layer("kod:string,zon:string", north, kind="None")
    result = imported(AREAS=county.layer("areas", "region = '99'"), AREA_CODE="area_code", POPULATION="population", TABLE=table,
                      TABLE_CODE="kod", TABLE_ZONE="zon", WORKSPACE=workspace)  # fmt: skip
    found = {row["zone_id"]: row for row in rows(result["OUTPUT"])}
    people = pd.Series({row["code"]: row["population"] for row in municipalities if row["region"] == "99"})
    assert found["N"]["population"] == people[people.index < "9905"].sum() and sum(row["population"] for row in found.values()) == people.sum()  # fmt: skip
    assert (result["UNPLACED_COUNT"], result["OVERLAP_COUNT"]) == (0, 0)


def test_what_is_no_division_has_a_sentence(areas, listed, make_layer, workspace):
    given = {**from_list(areas, listed), "OUTPUT": "memory:"}
    refused("either INPUT", "importdivision", **given, INPUT=areas, ZONE_ID="area_code")
    refused("needs AREAS", "importdivision", **{**given, "AREAS": None})
    refused("two-digit county code", "importdivision", **given, REGION="Kalmar")
    refused("written as 2024-12-31", "importdivision", **{**given, "SOURCE_DATE": "juni"})
    two = make_layer(
        "kod:string,zon:string,namn:string", [(None, "9901", "V", "v"), (None, "9901", "O", "o")], kind="None"
    )
    refused("1 codes of TABLE are listed in several zones: 9901", "importdivision", **{**given, "TABLE": two})
    names = make_layer(
        "kod:string,zon:string,namn:string", [(None, "9901", "V", "v"), (None, "9902", "V", "w")], kind="None"
    )
    refused("1 zones have several names: V", "importdivision", **{**given, "TABLE": names})
    older = make_layer("kod:string,zon:string,namn:string", [(None, "9901A0010", "V", "v")], kind="None")
    refused("DeSO 2018.*DeSO 2025.*changevintage", "importdivision", **{**given, "TABLE": older}, TABLE_VINTAGE="2018")
    strangers = make_layer("kod:string,zon:string,namn:string", [(None, "0114", "V", "v")], kind="None")
    refused("not one zone", "importdivision", **{**given, "TABLE": strangers})


def test_cancel_leaves_the_workspace_as_it_was(areas, listed, workspace, tmp_path):
    target = tmp_path / "zones.gpkg"
    for asks in (0, 3, 6, 10, 14):
        imported(CancelAfter(asks), **{**from_list(areas, listed), "WORKSPACE": workspace, "OUTPUT": str(target)})
    assert not target.exists()
    with open_workspace(workspace, writable=False) as store:
        assert store.read("divisions").empty
