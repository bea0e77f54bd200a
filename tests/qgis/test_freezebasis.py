"""A basis frozen and compared with: what is in it, what it refuses, and that every difference of a later result is told."""

import json
import shutil
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from osgeo import gdal
from qgis import processing
from qgis.core import QgsProcessingContext, QgsRasterLayer, QgsVectorLayer

from narvard_plugin.store.frozen_basis import files_in, read_manifest, verify
from narvard_plugin.store.workspace import create_workspace, open_workspace

from ..store.plan_rows import ONE_ROW, PARENTS, add
from .small_network import CancelAfter, Listening, refused, rows, run

FIELDS = "id:string,n:integer,minutes:double,day:date,name:string"
FROZEN = (
    ("POINT(500000 6400000)", "a", 10, 12.5, "2024-12-31", "Åby"), ("POINT(500100 6400000)", "b", 20, 0.30000000000000004, None, "By"),
    ("POINT(500200 6400000)", "c", None, 7.0, None, None), (None, "d", 4, 1.0, None, "Dal"),
)  # fmt: skip


def tool(name, **parameters):
    feedback, context = Listening(), QgsProcessingContext()
    run.kept = context
    results = processing.run(f"narvard:{name}", parameters, context=context, feedback=feedback)
    return results, feedback.said


@pytest.fixture
def workspace(tmp_path):
    path = str(tmp_path / "arbetsyta.gpkg")
    with create_workspace(path, "08") as store:
        store.write(
            "facilities",
            pd.DataFrame({"facility_id": ["u1"], "name": ["Ett"], "type": ["vardcentral"], "region": ["08"]}),
        )
    return path


@pytest.fixture
def result(make_layer):
    layer = make_layer(FIELDS, FROZEN)
    layer.setName("Restid till närmaste")
    metadata = layer.metadata()
    metadata.setHistory(["Made by Nearest facility", "MODE: car", "3 points lie on no road."])
    layer.setMetadata(metadata)
    return layer


@pytest.fixture
def raster(tmp_path):
    path = tmp_path / "restid.tif"
    data = gdal.GetDriverByName("GTiff").Create(str(path), 4, 4)
    data.SetProjection('LOCAL_CS["x"]')
    data = None
    (tmp_path / "restid.tif.aux.xml").write_text("<PAMDataset/>")
    return QgsRasterLayer(str(path), "Restid raster")


def frozen(workspace, folder, results, **more):
    given = {"NAME": "Närsjukhus Ekhamn", "REFERENCE": "RS 2026/0123", "FOLDER": str(folder), "RESULTS": results}
    return tool("freezebasis", WORKSPACE=workspace, **{**given, **more})[0]


@pytest.fixture
def basis(workspace, result, tmp_path):
    folder = tmp_path / "arkiv"
    folder.mkdir()
    return frozen(workspace, folder, [result])["BASIS"]


def test_what_a_basis_holds(workspace, result, raster, make_layer, tmp_path):
    page, network = tmp_path / "rapport.html", tmp_path / "roads.npz"
    page.write_text("<p>Å</p>", encoding="utf8")
    network.write_bytes(b"PK")
    squares = make_layer("fid:integer,population:integer", [("POINT(1 1)", 7, 3), ("POINT(2 2)", 7, 4)])
    squares.setName("Rutor")
    made = frozen(
        workspace, tmp_path, [result, raster], INPUTS=[squares], FILES=[str(page)], NETWORK=str(network),
        SETTINGS='{"MODE": "car"}', NOTE="Till nämnden i juni",
    )  # fmt: skip
    folder = Path(made["BASIS"])
    assert folder.name == "RS_2026-0123_Närsjukhus_Ekhamn"
    assert files_in(folder) == [
        "arbetsyta.gpkg", "filer/01_rapport.html", "indata/01_Rutor.gpkg", "natverk/01_roads.npz", "resultat/01_Restid_till_närmaste.gpkg",
        "resultat/02_Restid_raster.tif", "resultat/02_Restid_raster.tif.aux.xml", "underlag.html", "underlag.json",
    ]  # fmt: skip
    _, manifest, checksum = read_manifest(folder)
    assert verify(folder, manifest, lambda: None) == []
    assert (checksum, made["FILE_COUNT"]) == (made["SHA256"], 8)
    assert (manifest.settings, manifest.note, manifest.region) == ({"MODE": "car"}, "Till nämnden i juni", "08")
    assert set(manifest.versions) == {"Närvård", "QGIS", "GDAL", "PROJ"}
    told = {one.title: one for one in manifest.files}
    own = told["Restid till närmaste"]
    assert (own.rows, own.crs, own.field_names) == (4, "EPSG:3006", ["id", "n", "minutes", "day", "name"])
    assert own.provenance == ["Made by Nearest facility", "MODE: car", "3 points lie on no road."]
    assert told["Rutor"].rows == 2  # its column fid, which says 7 twice, is left out
    assert (folder / "resultat/02_Restid_raster.tif").read_bytes() == (tmp_path / "restid.tif").read_bytes()
    html = (folder / "underlag.html").read_text("utf8")
    for text in ("RS 2026/0123", own.sha256, "3 points lie on no road.", "Till nämnden i juni"):
        assert text in html
    with open_workspace(workspace) as store:
        row, log = store.read("frozen_bases").iloc[0], store.read("method_log").iloc[0]
    assert (row["name"], row["reference"], row["sha256"], row["file_count"]) == (
        "Närsjukhus Ekhamn",
        "RS 2026/0123",
        checksum,
        8,
    )
    assert json.loads(log["parameters"])["sha256"] == checksum
    with open_workspace(str(folder / "arbetsyta.gpkg"), writable=False) as store:
        assert store.read("facilities")["name"].tolist() == ["Ett"]


def test_a_workspace_in_postgresql_is_frozen_as_a_geopackage(postgres_connection, result, tmp_path):
    server = f"{postgres_connection}/frys"
    with create_workspace(server, "08") as store:
        rows_of = pd.DataFrame(
            {"facility_id": ["u1", "u2"], "name": ["Ett", "Två"], "type": "vardcentral", "region": "08"}
        )
        store.write("facilities", rows_of, xy=(np.array([500_000.5, np.nan]), np.array([6_400_000, np.nan])))
        store.write(
            "capacity",
            pd.DataFrame({"facility_id": ["u1"], "kind": ["listade"], "value": [10], "date": ["2024-12-31"]}),
        )
        add(store, *PARENTS["statements"], "plan_contacts")
        store.write("statements", pd.DataFrame([{**ONE_ROW["statements"], "status": "beslutat"}]))
        file = {"sha256": "s", "media_type": "application/pdf", "size": 4, "content": b"\0\xff%P"}
        store.write("plan_files", pd.DataFrame([file]))
        before = {
            name: store.read(name) for name in ("facilities", "capacity", "statements", "plan_files", "plan_contacts")
        }
    given = {"NAME": "Närsjukhus Ekhamn", "REFERENCE": "RS 2026/0123", "FOLDER": str(tmp_path), "RESULTS": [result]}
    made, said = tool("freezebasis", WORKSPACE=server, **given)
    assert "1 contacts" in said
    with open_workspace(made["BASIS"] + "/arbetsyta.gpkg", writable=False) as copy, open_workspace(server) as store:
        assert copy.region == "08"
        for name, table in before.items():
            pd.testing.assert_frame_equal(copy.read(name), table)
        assert store.read("frozen_bases")["sha256"].tolist() == [made["SHA256"]]
        assert len(store.read("audit")) <= len(copy.read("audit"))
    refused(
        "has been frozen already",
        "freezebasis",
        WORKSPACE=server,
        NAME="Närsjukhus Ekhamn",
        REFERENCE="RS 2026/0123",
        FOLDER=str(tmp_path.parent),
        RESULTS=[result],
    )


def test_a_basis_is_never_replaced(workspace, result, basis, tmp_path):
    given = {
        "WORKSPACE": workspace,
        "REFERENCE": "RS 2026/0123",
        "RESULTS": [result],
        "FOLDER": str(Path(basis).parent),
    }
    refused("There is already a basis", "freezebasis", NAME="Närsjukhus Ekhamn", **given)
    refused("has been frozen already", "freezebasis", NAME="Närsjukhus Ekhamn", **{**given, "FOLDER": str(tmp_path)})
    refused("must hold letters", "freezebasis", NAME="..", **given)
    refused("does not exist", "freezebasis", NAME="Annat", **{**given, "FOLDER": str(tmp_path / "saknas")})
    refused("at least one result", "freezebasis", NAME="Annat", **{**given, "RESULTS": []})
    refused("There is no file", "freezebasis", NAME="Annat", FILES=[str(tmp_path / "saknas.pdf")], **given)
    assert [path.name for path in Path(basis).parent.iterdir()] == [Path(basis).name]


def test_cancel_leaves_nothing(workspace, result, tmp_path):
    folder = tmp_path / "arkiv"
    folder.mkdir()
    given = {"WORKSPACE": workspace, "NAME": "a", "REFERENCE": "b", "FOLDER": str(folder), "RESULTS": [result]}
    for asks in (1, 3, 5):
        context = run.kept = QgsProcessingContext()
        assert processing.run("narvard:freezebasis", given, context=context, feedback=CancelAfter(asks)) == {}
        assert list(folder.iterdir()) == []
    with open_workspace(workspace) as store:
        assert len(store.read("frozen_bases")) == len(store.read("method_log")) == 0


def compared(basis, layer, **more):
    given = {"BASIS": basis, "INPUT": layer, "ID_FIELD": ["id"], "OUTPUT": "memory:", "SUMMARY": "memory:"}
    results, said = tool("comparewithbasis", **{**given, **more})
    told = [
        (row["id"], row["what"], row["field"] or None, row["before"] or None, row["after"] or None)
        for row in rows(results["OUTPUT"])
    ]
    return results, told, said


def test_the_same_result_has_no_differences(basis, result, workspace, tmp_path):
    results, told, _ = compared(basis, result, WORKSPACE=workspace)
    assert told == []
    assert [results[name] for name in ("ROWS_BEFORE", "ROWS_AFTER", "VALUE_COUNT", "FILE_PROBLEMS")] == [4, 4, 0, 0]
    summed = {row["field"]: row for row in rows(results["SUMMARY"])}
    assert (summed["n"]["sum_before"], summed["n"]["sum_after"], summed["n"]["changed"]) == (34, 34, 0)
    # A frozen layer opened as users open it is itself.
    path = Path(basis) / "resultat" / "01_Restid_till_närmaste.gpkg"
    copy = shutil.copyfile(path, tmp_path / "kopia.gpkg")
    again = QgsVectorLayer(f"{copy}|layername=01_Restid_till_närmaste", "kopia", "ogr")
    assert compared(basis, again)[1] == []
    _, manifest, _ = read_manifest(Path(basis))
    assert verify(Path(basis), manifest, lambda: None) == []  # comparing has touched nothing


def test_every_difference_is_told(basis, make_layer):
    later = make_layer(
        FIELDS,
        [("POINT(500000 6400000.002)", "a", 10, 12.75, "2024-12-31", "Åby"), ("POINT(500100 6400000)", "b", 20, 0.3, "2025-01-01", "By"),
         ("POINT(500200 6400000)", "c", 0, 7.0, None, None), ("POINT(0 0)", "e", 1, 1.0, None, "Ek")],
    )  # fmt: skip
    later.setName("Restid till närmaste")
    results, told, _ = compared(basis, later)
    assert sorted(told, key=str) == sorted(
        [
            ("d", "removed", None, None, None), ("e", "added", None, None, None), ("a", "changed", "minutes", "12.5", "12.75"),
            ("a", "changed", "geometry", "Point (500000 6400000)", "Point (500000 6400000.002)"),
            ("b", "changed", "day", None, "2025-01-01"), ("c", "changed", "n", None, "0"),
        ],
        key=str,
    )  # fmt: skip
    assert [results[name] for name in ("ADDED_COUNT", "REMOVED_COUNT", "CHANGED_COUNT", "VALUE_COUNT")] == [1, 1, 3, 4]
    summed = {row["field"]: row for row in rows(results["SUMMARY"])}
    minutes = summed["minutes"]
    assert (minutes["changed"], minutes["largest_difference"], minutes["largest_id"]) == (1, 0.25, "a")
    assert minutes["sum_difference"] == pytest.approx(12.75 + 0.3 + 7 + 1 - (12.5 + 0.3 + 7 + 1))


def test_the_same_shape_in_another_format_and_numbers_as_text(workspace, make_layer, tmp_path):
    ring = "((0 0,1 0,1 1,0 0))"
    first = make_layer("id:string,n:integer", [(f"POLYGON{ring}", "a", 1), (f"POLYGON{ring}", "b", 2)])
    place = frozen(workspace, tmp_path, [first])["BASIS"]
    other = [(f"MULTIPOLYGON({ring})", "b", 2.0), (f"MULTIPOLYGON({ring})", "a", 1.0)]
    assert compared(place, make_layer("id:string,n:double", other, kind="MultiPolygon"))[1] == []
    texts = make_layer("id:string,n:string", [(f"POLYGON{ring}", "a", "1"), (f"POLYGON{ring}", "b", "3")])
    assert compared(place, texts)[1] == [("a", "changed", "n", "1", "1 (as text)"), ("b", "changed", "n", "2", "3")]


def test_a_basis_that_was_changed_is_not_compared_with(basis, result, workspace):
    page = Path(basis) / "underlag.html"
    page.chmod(0o644)
    page.write_text(page.read_text("utf8") + " ", "utf8")
    refused(
        "Changed since they were frozen: underlag.html",
        "comparewithbasis",
        BASIS=basis,
        INPUT=result,
        ID_FIELD=["id"],
        OUTPUT="memory:",
    )
    results, said = tool("comparewithbasis", BASIS=basis, VERIFY_ONLY=True, OUTPUT="memory:")
    assert results["FILE_PROBLEMS"] == 1
    assert [(row["id"], row["what"]) for row in rows(results["OUTPUT"])] == [("underlag.html", "file_changed")]
    assert "underlag.html" in said
    # Whoever mends the manifest too is found by the checksum that the workspace keeps.
    manifest = Path(basis) / "underlag.json"
    told = json.loads(manifest.read_text("utf8"))
    told["files"] = [one for one in told["files"] if one["file"] != "underlag.html"]
    manifest.chmod(0o644)
    manifest.write_text(json.dumps(told), "utf8")
    page.unlink()
    assert tool("comparewithbasis", BASIS=str(manifest), VERIFY_ONLY=True, OUTPUT="memory:")[0]["FILE_PROBLEMS"] == 0
    refused(
        "is not the one that was frozen",
        "comparewithbasis",
        BASIS=basis,
        VERIFY_ONLY=True,
        WORKSPACE=workspace,
        OUTPUT="memory:",
    )


def test_sentences_for_what_cannot_be_compared(basis, make_layer, tmp_path):
    other = make_layer("code:string", [("POINT(0 0)", "a")])
    given = {"BASIS": basis, "OUTPUT": "memory:"}
    refused("No frozen layer is called input", "comparewithbasis", INPUT=other, ID_FIELD=["code"], **given)
    refused(
        "has no field code", "comparewithbasis", INPUT=other, ID_FIELD=["code"], LAYER="Restid till närmaste", **given
    )
    refused("never matched by their order", "comparewithbasis", INPUT=other, **given)
    twice = make_layer(FIELDS, [FROZEN[0], FROZEN[0]])
    refused("rows of INPUT are repeated", "comparewithbasis", INPUT=twice, ID_FIELD=["id"], **given)
    refused("cannot be read", "comparewithbasis", **{**given, "BASIS": str(tmp_path)}, INPUT=other, ID_FIELD=["code"])
    (tmp_path / "underlag.json").write_text("{}")
    refused(
        "no frozen basis, or its manifest is damaged",
        "comparewithbasis",
        **{**given, "BASIS": str(tmp_path)},
        INPUT=other,
        ID_FIELD=["code"],
    )


def test_results_of_a_tool_keep_their_account(county, tmp_path):
    """The settings of a run stand in the layer's metadata, and so in the manifest and on the page."""
    workspace = str(shutil.copy(county.workspace, tmp_path / "arbetsyta.gpkg"))
    path = str(tmp_path / "restid.gpkg")
    results = processing.run(
        "narvard:protectsmallnumbers",
        {"INPUT": county.layer("areas"), "FIELDS": ["population"], "OUTPUT": path},
        context=QgsProcessingContext(),
    )
    frozen_layer = QgsVectorLayer(results["OUTPUT"], "Skyddade tal", "ogr")
    made = frozen(workspace, tmp_path, [frozen_layer])
    _, manifest, _ = read_manifest(Path(made["BASIS"]))
    own = next(one for one in manifest.files if one.title == "Skyddade tal")
    assert own.rows == frozen_layer.featureCount() > 100
    assert any("narvard:protectsmallnumbers" in line for line in own.provenance)
    results, told, _ = compared(made["BASIS"], frozen_layer, ID_FIELD=["area_code", "vintage"])
    assert told == []
