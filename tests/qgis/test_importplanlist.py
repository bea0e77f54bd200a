"""Lists of plans as CSV, Excel and OpenDocument into the register; again, with rejects, and by hand."""

import json

import pytest
from osgeo import ogr

from narvard_plugin.store.plans.cases import add_case
from narvard_plugin.store.workspace import open_workspace

from .fetching_steps import heard, left_alone, new_workspace, rows_of, sentence_of
from .small_network import refused, rows, run

HEAD = ["Plannamn", "Dnr", "Kommun", "Planskede", "Antal bostäder", "Anm"]
ROWS = [
    ["Kv Räven", "KS 2026/1", "Lindhamn", "Samråd", "120-150", "x"],
    ["Bryggan", "0012", "9902", "Utställning", "", ""],
    ["", "", "", "", "", "bara en anteckning"],
    ["Torget", "KS 3", "Paris", "Samråd", "", ""],
    ["Kullen", "KS 4", "", "Hos juristen", "många", ""],
]


@pytest.fixture
def workspace(tmp_path, provider):
    return new_workspace(tmp_path)


def written(path):
    """The list as a file of the kind that the ending names."""
    if path.suffix == ".csv":
        path.write_text("\n".join(";".join(row) for row in [HEAD, *ROWS]), encoding="cp1252")
    elif path.suffix == ".xlsx":
        openpyxl = pytest.importorskip("openpyxl")
        book = openpyxl.Workbook()
        for row in [HEAD, *ROWS]:
            book.active.append(row)
        book.save(path)
    else:
        made = ogr.GetDriverByName("ODS").CreateDataSource(str(path))
        layer = made.CreateLayer("Planer")
        for at in range(len(HEAD)):
            layer.CreateField(ogr.FieldDefn(f"f{at}", ogr.OFTString))
        for row in [HEAD, *ROWS]:
            feature = ogr.Feature(layer.GetLayerDefn())
            for at, cell in enumerate(row):
                feature.SetField(at, cell)
            layer.CreateFeature(feature)
        del layer, made
    return path


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".ods"])
def test_every_kind_of_file_tells_the_same_and_twice_changes_nothing(workspace, tmp_path, suffix):
    path = written(tmp_path / f"lista{suffix}")
    given = {
        "INPUT": str(path),
        "WORKSPACE": workspace,
        "MUNICIPALITY": "9903",
        "OUTPUT": "memory:",
        "REJECTED": "memory:",
    }
    if suffix == ".ods":  # OGR writes its own headings above, and a wrong sheet is told
        names = ("name", "municipality_reference", "municipality", "status", "dwellings")
        given["MAPPING"] = json.dumps({name: f"f{at}" for at, name in enumerate(names)})
        assert "no sheet Blad9" in sentence_of("importplanlist", **given, SHEET="Blad9")
        given["SHEET"] = "planer"
    results, said = heard("importplanlist", **given)
    kept = rows_of(workspace, "plan_cases")["plan_cases"].set_index("name")
    assert {"Kv Räven", "Bryggan", "Kullen"} <= set(kept.index) and "Torget" not in kept.index
    assert kept.loc["Kv Räven", ["municipality", "status", "dwellings_min", "dwellings_max", "came_by"]].tolist() == [
        "9901", "samråd", 120, 150, "lista",
    ]  # fmt: skip
    assert kept.loc["Bryggan", ["municipality_reference", "status"]].tolist() == ["0012", "granskning"], (
        "zeros are kept"
    )
    assert kept.loc["Kullen", ["municipality", "status", "source_status"]].tolist() == [
        "9903",
        "bevakad",
        "Hos juristen",
    ]
    reasons = {row["reason"] for row in rows(results["REJECTED"])}
    assert any("Paris is no municipality" in reason for reason in reasons)
    assert "status = Hos juristen" in said and "dwellings = många" in said
    with left_alone(workspace):
        again = run("importplanlist", **given)
    assert again["ADDED_COUNT"] == again["CHANGED_COUNT"] == 0


def test_a_workbook_with_a_title_merged_cells_empty_rows_and_a_sum(workspace, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Pågående detaljplaner"], [], HEAD, ["Kajen", "KS 1", "Lindhamn", "Inför samråd", "80 st", ""], [],
                ["Bryggan", "KS 2", "Lindhamn", "Samråd", "", ""], ["Summa", "", "", "", "80", ""]):  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("A1:F1")
    book.save(tmp_path / "a.xlsx")
    given = {"INPUT": str(tmp_path / "a.xlsx"), "WORKSPACE": workspace, "MUNICIPALITY": "9901"}
    results, said = heard("importplanlist", **given, OUTPUT="memory:", REJECTED="memory:")
    assert "Above the headings stands what was not read: Pågående detaljplaner." in said
    kept = rows_of(workspace, "plan_cases")["plan_cases"].set_index("name")
    assert (
        kept["status"].to_dict() == {"Kajen": "påbörjad", "Bryggan": "samråd"}
        and kept.loc["Kajen", "dwellings_max"] == 80
    )
    assert [row["reason"] for row in rows(results["REJECTED"])] == ["It is a sum and no plan."]


def test_what_is_no_list_is_told(workspace, tmp_path):
    bad = tmp_path / "a.csv"
    bad.write_text("Vad;När\nx;y\n", encoding="utf-8")
    given = {"INPUT": str(bad), "WORKSPACE": workspace, "OUTPUT": "memory:"}
    with left_alone(workspace):
        assert "Say in MAPPING" in sentence_of("importplanlist", **given)
        assert "is not there" in sentence_of("importplanlist", **given, MAPPING='{"name": "Namn"}')
        assert "no plan that could be read" in sentence_of("importplanlist", **given, MAPPING='{"name": "Vad"}')
        refused("no municipality", "importplanlist", **given, MAPPING='{"name": "Vad"}', MUNICIPALITY="Paris")
        (tmp_path / "a.txt.docx").write_bytes(b"PK")
        assert "no list" in sentence_of("importplanlist", **{**given, "INPUT": str(tmp_path / "a.txt.docx")})
        (tmp_path / "a.xlsx").write_bytes(b"PK\3\4 no workbook")
        assert sentence_of("importplanlist", **{**given, "INPUT": str(tmp_path / "a.xlsx")})
    assert run("importplanlist", **given, MAPPING='{"name": "Vad"}', MUNICIPALITY="9901")["ADDED_COUNT"] == 1


def test_a_row_that_could_be_two_cases_is_left_to_a_person(workspace, tmp_path):
    with open_workspace(workspace) as store:
        for designation in ("P1", "P2"):
            add_case(
                store, {"municipality": "9901", "name": "Kv Räven", "designation": designation, "came_by": "lista"}
            )
    given = {"INPUT": str(written(tmp_path / "lista.csv")), "WORKSPACE": workspace, "MUNICIPALITY": "9903"}
    results = run("importplanlist", **given, OUTPUT="memory:", REJECTED="memory:")
    assert any("2 cases in the municipality 9901 could be" in row["reason"] for row in rows(results["REJECTED"]))
    assert results["ADDED_COUNT"] == 2
