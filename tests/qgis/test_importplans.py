"""Plans into the register through the tool: every form, twice, wrongly, half cancelled, and onto a map."""

import json
import shutil

import pandas as pd
import pytest
from qgis import processing
from qgis.core import QgsProcessingContext, QgsProject, QgsVectorFileWriter, QgsVectorLayer

from narvard_plugin.sources.ngp_items import read_items
from narvard_plugin.sources.plans.shapes import way_to_tm
from narvard_plugin.store.plans.cases import read_version, versions_of
from narvard_plugin.store.workspace import create_workspace, open_workspace

from ..shared import shared_file
from ..sources.plans.files import PLAN, as_bytes, changed, gml, items, specification, square
from .small_network import CancelAfter, Listening, refused, rows, run

TABLES = ("plan_cases", "plan_versions", "plan_areas", "provisions", "plan_documents", "sources")
DRAWN = "POLYGON((823000 6276000,823100 6276000,823100 6276100,823000 6276100,823000 6276000))"


@pytest.fixture
def workspace(provider, tmp_path):
    path = str(tmp_path / "arbetsyta.gpkg")
    create_workspace(path, "99").close()
    return path


@pytest.fixture
def put(tmp_path):
    """``put("plan.json", told)``: the path of a file with that content, in a folder of its own."""

    def write(name, told):
        folder = tmp_path / "avsändarens"
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(told if isinstance(told, bytes) else as_bytes(told))
        return folder / name

    return write


def imported(workspace, **parameters):
    return run("importplans", WORKSPACE=workspace, **{"OUTPUT": "memory:", **parameters})


def said(workspace, **parameters):
    listening = Listening()
    context = QgsProcessingContext()
    processing.run("narvard:importplans", {"WORKSPACE": workspace, "OUTPUT": "memory:", **parameters},
                   feedback=listening, context=context)  # fmt: skip
    run.kept = context
    return listening.said


def content(workspace):
    with open_workspace(workspace, writable=False) as opened:
        return {table: [list(map(str, row)) for row in opened.read(table).to_numpy(dtype=object)] for table in TABLES}


def counts(results):
    names = ("PLAN", "ADDED", "CHANGED", "UNCHANGED", "VERSION", "AREA", "PROVISION", "UNKNOWN", "DOCUMENT", "REJECTED")
    return {name: results[f"{name}_COUNT"] for name in names if results[f"{name}_COUNT"]}


def test_a_file_of_the_specification_twice_and_changed(workspace, put):
    told = specification(150000.0, 6474000.0, "EPSG:3011")  # T38: in a local zone, geometry in the properties
    file = put("plan.json", told)
    first = imported(workspace, INPUT=str(file), PROVISIONS="memory:")
    assert counts(first) == {
        "PLAN": 1,
        "ADDED": 1,
        "VERSION": 1,
        "AREA": 2,
        "PROVISION": 3,
        "UNKNOWN": 3,
        "DOCUMENT": 4,
    }
    map_rows = rows(first["OUTPUT"])
    assert [(row["plan_id"], row["stage"], row["name"], row["case_status"]) for row in map_rows] == [
        (first["PLAN_IDS"], "samråd", "Kv Exemplet", "added")] * 2  # fmt: skip
    extent = first["OUTPUT"].extent()
    assert first["OUTPUT"].crs().authid() == "EPSG:3006" and 600_000 < extent.xMinimum() < 700_000
    assert len(rows(first["PROVISIONS"])) == 3
    before = content(workspace)
    again = imported(workspace, INPUT=str(file))
    assert counts(again) == {"PLAN": 1, "UNCHANGED": 1, "AREA": 2, "PROVISION": 3, "UNKNOWN": 3, "DOCUMENT": 4}
    assert content(workspace) == before and again["PLAN_IDS"] == first["PLAN_IDS"]
    put("plan.json", changed(told, ("features", 1, "properties", "bestammelseformulering"), "Bostäder och centrum"))
    third = imported(workspace, INPUT=str(file))
    assert counts(third)["VERSION"] == 1 and third["PLAN_IDS"] == first["PLAN_IDS"]
    fourth = imported(workspace, INPUT=str(file), STAGE="granskning")
    with open_workspace(workspace) as opened:
        versions = versions_of(opened, first["PLAN_IDS"])
        assert versions[["stage", "number"]].values.tolist() == [["samråd", 1], ["samråd", 2], ["granskning", 1]]
        assert versions["previous"].tolist()[1:] == versions["version_id"].tolist()[:2]
        assert fourth["VERSION_IDS"] == versions["version_id"].iloc[-1]
        assert opened.read("sources")["fed"].tolist() == ["plan_versions"] * 3


def test_items_of_a_file_and_the_same_plan_as_it_was_fetched(workspace, put):
    """T37 and T39: documents kept, metres taken for metres; nothing fetched is not no plan."""
    refused(
        "does not mean that there is no plan", "importplans", WORKSPACE=workspace, FORMAT="plan_items", OUTPUT="memory:"
    )
    first = imported(workspace, INPUT=str(put("poster.geojson", items())))
    assert counts(first) == {"PLAN": 1, "ADDED": 1, "VERSION": 1, "AREA": 1, "PROVISION": 1, "DOCUMENT": 2}
    found = read_items(items()["features"][:1], "0580", (), "plats")
    with open_workspace(workspace) as opened:
        opened.refresh("plan_items", found.rows, wkb=found.wkb)
    fetched = imported(workspace, FORMAT="plan_items", MUNICIPALITY="Linköping")
    assert (
        fetched["PLAN_IDS"] == first["PLAN_IDS"] and counts(fetched)["VERSION"] == 1
    )  # the fetched one has no provisions
    before = content(workspace)
    assert "VERSION" not in counts(imported(workspace, FORMAT="plan_items")) and content(workspace) == before
    refused(
        "no fetched plans",
        "importplans",
        WORKSPACE=workspace,
        FORMAT="plan_items",
        MUNICIPALITY="Kristianstad",
        OUTPUT="memory:",
    )


def test_what_maps_told_is_imported_as_theirs_and_never_hides_the_whole_plan(workspace, put):
    imported(workspace, INPUT=str(put("plan.json", specification())))
    rows = pd.DataFrame([
        {"item_id": "a1:0580:0580K-SYN1", "source": "Kartan", "municipality": "0580", "designation": "0580k-syn1", "status": "samråd",
         "name": "Exemplet", "properties": "{}", "assets": json.dumps({"karta": {"href": "https://plan.test/1"}})},
        {"item_id": "a1:0580:P9", "source": "Kartan", "municipality": "0580", "designation": "P9", "name": "Kv Exemplet"},
    ])  # fmt: skip
    with open_workspace(workspace) as opened:
        shape = opened.read("plan_areas")["geom"].iloc[0]
        opened.write("plan_items", rows, wkb=[shape, shape])
    warned = said(workspace, FORMAT="plan_items")
    assert "1 plans have no provisions here" in warned
    assert "1 plans became new cases though" in warned and "Kv Exemplet – 0580K-SYN1" in warned
    with open_workspace(workspace) as opened:
        cases = opened.read("plan_cases").set_index("designation")
        assert len(opened.read("plan_versions")) == 2
    assert cases["came_by"].to_dict() == {"0580K-SYN1": "fil", "P9": "kommunens_karta"}
    assert (cases.loc["P9", "source"], cases.loc["0580K-SYN1", "source_url"]) == ("Kartan", "https://plan.test/1")


def test_gml_leaves_the_senders_folder_as_it_was(workspace, put):
    """T43 and T45: OGR would open it without a layer, and leave a .gfs file beside it."""
    file = put("plankarta.gml", gml(municipality="Lindhamn"))
    before = sorted((path.name, path.stat().st_mtime_ns) for path in file.parent.iterdir())
    result = imported(workspace, INPUT=str(file), STAGE="samråd")
    assert counts(result) == {"PLAN": 1, "ADDED": 1, "VERSION": 1, "AREA": 1, "PROVISION": 4, "UNKNOWN": 4}
    assert sorted((path.name, path.stat().st_mtime_ns) for path in file.parent.iterdir()) == before


def test_the_zone_of_gml_is_proposed_by_the_municipality_and_a_wrong_one_is_told(workspace, put, county):
    shutil.copy(county.workspace, workspace)
    area = (
        next(QgsVectorLayer(county.layer("areas", "municipality = '9901'")).getFeatures())
        .geometry()
        .pointOnSurface()
        .asPoint()
    )
    x, y, _ = way_to_tm(3016).GetInverse().TransformPoint(area.x(), area.y())
    file = put("utan.xml", gml(x, y, system="", municipality="9901"))
    assert "EPSG:3016" in said(workspace, INPUT=str(file))
    elsewhere = put("fel.xml", gml(x, y, system="SWEREF99_21_45", municipality="9901"))
    assert "lie outside the areas of their municipality" in said(workspace, INPUT=str(elsewhere))


def test_a_layer_with_fields(workspace, county):
    """Every plan of the sample county's own list."""
    layer = f"{county.folder}/planer.gpkg|layername=plans"
    fields = {"NAME": "name", "MUNICIPALITY": "municipality", "STATUS": "status", "STATUS_DATE": "status_date", "KIND": "kind",
              "PROCEDURE": "procedure", "DWELLINGS_MAX": "dwellings", "CARE_AREA_M2": "care_m2", "DESIGNATION": "plan_id"}  # fmt: skip
    given = {"LAYER": layer, **{f"FIELD_{name}": field for name, field in fields.items()}}
    result = imported(workspace, **given)
    listed = rows(QgsVectorLayer(layer))
    assert counts(result) == {"PLAN": len(listed), "ADDED": len(listed), "VERSION": len(listed), "AREA": len(listed)}
    with open_workspace(workspace) as opened:
        cases = opened.read("plan_cases").set_index("designation")
        for row in listed:
            case = cases.loc[row["plan_id"]]
            assert (case["name"], case["status"], case["dwellings_max"]) == (
                row["name"],
                row["status"],
                row["dwellings"],
            )
            assert (
                case["status_date"] == row["status_date"].toString("yyyy-MM-dd")
                and case["municipality"] == row["municipality"]
            )
        assert set(cases["came_by"]) == {"fil"} and "oversiktsplan" in set(cases["kind"])
    before = content(workspace)
    assert counts(imported(workspace, **given)) == {"PLAN": len(listed), "UNCHANGED": len(listed), "AREA": len(listed)}
    assert content(workspace) == before


def test_drawn_by_hand_with_uses_and_as_a_version_of_a_known_case(workspace, make_layer):
    east = DRAWN.replace("823100", "823200").replace("823000", "823100")
    drawn = make_layer("bruk:string", [(DRAWN, "B, D"), (east, "GATA")])
    given = {"LAYER": drawn, "FIELD_USE": "bruk", "MUNICIPALITY": "9901", "STAGE": "samråd"}
    first = imported(workspace, **given)
    assert counts(first) == {"PLAN": 1, "ADDED": 1, "VERSION": 1, "AREA": 1, "PROVISION": 3, "UNKNOWN": 3}
    with open_workspace(workspace) as opened:
        plan = read_version(opened, first["VERSION_IDS"])
        assert plan.provisions["designation"].tolist() == ["B", "D", "GATA"]
        assert plan.case["came_by"] == "ritad" and plan.case["municipality"] == "9901"
    other = make_layer("namn:string", [(DRAWN, "a"), (east, "b")])
    second = imported(
        workspace, LAYER=other, PLAN=first["PLAN_IDS"], FIELD_NAME="namn", MUNICIPALITY="9901", STAGE="granskning"
    )
    assert second["PLAN_IDS"] == first["PLAN_IDS"] and counts(second)["VERSION"] == 1
    refused(
        "no row", "importplans", WORKSPACE=workspace, LAYER=other, PLAN="nobody", MUNICIPALITY="9901", OUTPUT="memory:"
    )
    refused(
        "holds 2 plans",
        "importplans",
        WORKSPACE=workspace,
        INPUT=str(_two_plans(workspace)),
        PLAN=first["PLAN_IDS"],
        OUTPUT="memory:",
    )


def _two_plans(workspace):
    told = specification()
    other = json.loads(json.dumps(told["features"][0]))
    other["properties"].update(objektidentitet=PLAN.replace("1", "9"), beteckning="0580K-SYN2")
    path = workspace.replace("arbetsyta.gpkg", "flera.json")
    with open(path, "wb") as file:
        file.write(as_bytes({**told, "features": [*told["features"], other]}))
    return path


def test_rows_of_a_layer_that_are_no_plan_are_left_out_and_told(workspace, make_layer):
    spike = "POLYGON((823000 6276000,823100 6276000,823200 6276000,823000 6276000))"
    layer = make_layer(
        "namn:string,kommun:string,bostader:string",
        [
            (DRAWN, "Bra", "Lindhamn", "många"),
            (spike, "Spets", "9901", "5"),
            (None, "Tom", "9901", "5"),
            (DRAWN, "Var", "Atlantis", "5"),
        ],
    )
    fields = {"LAYER": layer, "FIELD_NAME": "namn", "FIELD_MUNICIPALITY": "kommun", "FIELD_DWELLINGS_MAX": "bostader"}
    words = said(workspace, **fields)
    assert all(word in words for word in ("många", "no geometry", "its area is nothing", "Atlantis"))
    assert counts(imported(workspace, **fields)) == {"PLAN": 1, "UNCHANGED": 1, "AREA": 1, "REJECTED": 3}
    nothing = make_layer("namn:string", [(spike, "Spets")])
    refused(
        "no plan that could be read",
        "importplans",
        WORKSPACE=workspace,
        LAYER=nothing,
        MUNICIPALITY="9901",
        OUTPUT="memory:",
    )


@pytest.mark.parametrize(
    ("driver", "ending"), [("GPKG", "gpkg"), ("ESRI Shapefile", "shp"), ("DXF", "dxf"), ("GeoJSON", "geojson")]
)
def test_a_file_with_one_layer_of_areas(workspace, make_layer, tmp_path, driver, ending):
    folder = tmp_path / "kommunens å"
    folder.mkdir()
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.skipAttributeCreation = driver, driver == "DXF"
    layer = make_layer("namn:string", [(DRAWN, "Kv Åsen")])
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(folder / f"plan.{ending}"), QgsProject.instance().transformContext(), options
    )
    before = sorted(path.name for path in folder.iterdir())
    more = {"CRS": "EPSG:3006"} if driver == "DXF" else {"FIELD_NAME": "namn"}
    result = imported(workspace, INPUT=str(folder / f"plan.{ending}"), MUNICIPALITY="Lindhamn", **more)
    [row] = rows(result["OUTPUT"])
    assert row["name"] == ("plan" if driver == "DXF" else "Kv Åsen") and row["municipality"] == "9901"
    assert sorted(path.name for path in folder.iterdir()) == before  # T45
    assert result["OUTPUT"].extent().center().x() == pytest.approx(823050, abs=0.1)


def test_a_catalogue_that_comes_later_fills_in_what_is_stored(workspace, put):
    """T41 and T42 through the tool."""
    file = str(put("plan.json", specification()))
    assert "Fetch it" in said(workspace, INPUT=file)
    known = [("b-id", "B", "Bostäder", None), ("d-id", "D", None, "d-new"), ("d-new", "D", "Vård", None)]
    table = pd.DataFrame(known, columns=["provision_id", "designation", "category", "replaced_by"]).assign(
        release="20251201"
    )
    with open_workspace(workspace) as opened:
        opened.write("plan_provisions", table)
    result = imported(workspace, INPUT=file)
    assert counts(result)["UNKNOWN"] == 1 and result["VERSION_COUNT"] == 0
    with open_workspace(workspace) as opened:
        stored = read_version(opened, result["VERSION_IDS"]).provisions
        assert stored["category"].tolist() == ["Bostäder", "Vård", None]
        assert stored["designation"].tolist() == ["B", "D", None]


@pytest.mark.parametrize(
    ("given", "match"),
    [
        ({}, "Give one thing to import"),
        ({"INPUT": "a.json", "FORMAT": "plan_items"}, "Give one thing to import"),
        ({"INPUT": "a.json", "CRS": "EPSG:3857"}, "CRS must be SWEREF"),
        ({"INPUT": "saknas.json"}, "cannot be opened"),
        ({"FORMAT": "plan_items", "MUNICIPALITY": "Atlantis"}, "Atlantis is no municipality"),
    ],
)
def test_choices_that_cannot_be(workspace, given, match):
    refused(match, "importplans", WORKSPACE=workspace, OUTPUT="memory:", **given)


def test_a_result_in_the_workspace_is_refused(workspace, put):
    target = f'ogr:dbname="{workspace}" table="plan" (geom)'
    refused(
        "cannot be in the workspace",
        "importplans",
        WORKSPACE=workspace,
        INPUT=str(put("p.json", specification())),
        OUTPUT=target,
    )


@pytest.mark.parametrize(
    ("name", "told", "match"),
    [
        ("halv.json", as_bytes(specification())[:-40], "no whole JSON"),
        ("bomb.xml", gml().replace("<DP_Data", '<!DOCTYPE x [<!ENTITY a "b">]><DP_Data').encode(), "not safe to open"),
        ("annat.xml", b"<gpx/>", "not by SS 637040"),
        ("brev.pdf", b"%PDF-1.7", "no plan file of a kind"),
        ("trasig.gpkg", b"SQLite format 3\0" + b"\xff" * 500, "0 layers"),
        ("fel.json", as_bytes(changed(specification(), ("features", 3, "properties", "bestammelsegeometri"), [])), "no geometry"),
        ("zon.geojson", as_bytes(changed(items(), ("features", 1, "geometry", "coordinates"), [square(15.5, 58.4)])), "outside Sweden"),
    ],
)  # fmt: skip
def test_a_bad_file_says_why_and_leaves_the_register_as_it_was(workspace, put, name, told, match):
    imported(workspace, INPUT=str(put("bra.json", specification())))
    before = content(workspace)
    refused(match, "importplans", WORKSPACE=workspace, INPUT=str(put(name, told)), OUTPUT="memory:")
    assert content(workspace) == before


def test_cancel_wherever_it_comes_leaves_nothing(workspace, put):
    file, before = str(put("plan.json", specification())), content(workspace)
    asked = 0
    while True:
        stop = CancelAfter(asked)
        results = processing.run(
            "narvard:importplans", {"WORKSPACE": workspace, "INPUT": file, "OUTPUT": "memory:"}, feedback=stop
        )
        if results.get("PLAN_COUNT"):
            break
        assert content(workspace) == before
        asked += 1
    assert asked >= 3


def test_the_real_sample(workspace):
    file = shared_file("data/detaljplan/plankarta_qgissverige_2018.xml")
    result = imported(workspace, INPUT=str(file), STAGE="antagen", PROVISIONS="memory:")
    assert counts(result) == {"PLAN": 1, "ADDED": 1, "VERSION": 1, "AREA": 1, "PROVISION": 23, "UNKNOWN": 23}
    assert rows(result["OUTPUT"])[0]["municipality"] == "1290"
