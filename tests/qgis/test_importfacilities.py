"""Facilities read into the workspace: presets, places, duplicates, story 7, and doing it twice."""

# ruff: noqa: F811 - the fixtures are imported

import shutil
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from qgis.core import QgsGeometry, QgsProcessingContext, QgsVectorLayer

from narvard_plugin.algorithms.data.facility_places import Areas
from narvard_plugin.store.errors import Busy, StoreError
from narvard_plugin.store.geopackage import GeoPackageWorkspace
from narvard_plugin.store.workspace import create_workspace
from tests.shared import shared_file

from .facility_steps import OWN, counts, imported, kept, own, table, workspace  # noqa: F401
from .small_network import CancelAfter, Listening, by_id, refused, rows, run

# Story 7


@pytest.fixture
def county_copy(county, tmp_path):
    return str(shutil.copy(county.workspace, tmp_path / "kopia.gpkg"))


def wrong(county, name):
    return str(county.folder / "felaktiga_data" / name)


def test_swapped_coordinates_of_hsa_are_put_right(county, county_copy):
    file = wrong(county, "hsa_omkastade_rt90.csv")
    results = imported(file, county_copy, PRESET="hsa")
    assert counts(results) == [47, 0, 0, 0] and results["SWAPPED_COUNT"] == 6
    assert (
        "6 rows have north and east in each other's place; they were put right: rows 1, 2, 3, 4, 5, 6."
        in results["said"]
    )
    assert (
        "13 rows do not tell both huvudman and driftsform, which are not guessed: Privat, vårdavtal (13)."
        in results["said"]
    )
    # Every unit stands in the register already, under the id of the made-up county, and lies where the register has it.
    pairs = rows(results["DUPLICATES"])
    assert results["DUPLICATE_COUNT"] == len(pairs) == 47
    assert max(pair["distance_m"] for pair in pairs) < 2.0
    assert all(pair["in_workspace"] and pair["done"] == "kept" for pair in pairs)
    read = rows(results["OUTPUT"])
    assert [row["row"] for row in read if row["swapped"]] == [1, 2, 3, 4, 5, 6]
    assert {row["coordinates"] for row in read} == {"EPSG:3021"} and {row["place_status"] for row in read} == {"inside"}
    before, sources = kept(county_copy), kept(county_copy, "sources")
    again = imported(file, county_copy, PRESET="hsa")
    assert counts(again) == [0, 0, 47, 0] and before.equals(kept(county_copy))
    assert sources["name"].tolist().count("HSA-katalogen") == 1 and sources.equals(kept(county_copy, "sources"))


def test_an_old_source_is_warned_of(county, county_copy):
    results = imported(wrong(county, "apotek_gammal_kalla.csv"), county_copy)
    assert counts(results) == [0, 36, 0, 0]
    assert "36 facilities have a source of 2009-03-01" in results["said"] and "years ago" in results["said"]
    assert "facilities opened after the date of their source" in results["said"]
    source = kept(county_copy, "sources").iloc[-1]
    assert (source["data_date"], source["row_count"], source["changed"]) == ("2009-03-01", 36, 36)
    assert (source["fed"], len(source["sha256"])) == ("facilities", 64)


def test_a_neighbour_without_municipality(county, tmp_path):
    path = str(tmp_path / "grannlan.gpkg")
    create_workspace(path, "99").close()
    results = imported(wrong(county, "grannlan_utan_kommun.csv"), path)
    assert counts(results) == [83, 0, 0, 0]
    assert "no column for municipality: it is unknown for 83 of 83" in results["said"]
    assert "83 places could not be checked against the region" in results["said"]
    assert set(own(path)["region"]) == {"98"} and own(path)["municipality"].isna().all()
    areas = county.layer("areas", "region = '99'")
    more = {"REGION_AREAS": areas, "AREA_REGION_FIELD": "region", "AREA_MUNICIPALITY_FIELD": "municipality"}
    results = imported(wrong(county, "grannlan_utan_kommun.csv"), path, **more)
    assert counts(results) == [0, 0, 83, 0]
    assert "83 facilities lie outside the areas and have a neighbour's region code" in results["said"]
    more["REGION_AREAS"] = county.layer("areas")
    results = imported(wrong(county, "grannlan_utan_kommun.csv"), path, **more)
    assert counts(results) == [0, 83, 0, 0] and own(path)["municipality"].str[:2].eq("98").all()


def test_the_nearest_area_is_not_the_one_whose_box_is_nearest():
    """QGIS 3.40's own index answers with the wrong one of these two."""
    bent = "POLYGON((0 0, 100000 0, 100000 100, 100 100, 100 100000, 0 100000, 0 0))"
    small = "POLYGON((52000 49000, 53000 49000, 53000 51000, 52000 51000, 52000 49000))"
    areas = Areas([(QgsGeometry.fromWkt(wkt), region, None) for wkt, region in ((bent, "97"), (small, "98"))])
    assert areas.find(50, 70000) == ("97", None, 0.0)
    assert areas.find(50000, 50000) == ("98", None, 2000.0)
    assert areas.find(50000, 20000) == ("97", None, 19900.0)
    assert areas.find(50000, -4e6) == ("97", None, 4e6)


# Real files


def test_every_pharmacy_of_sweden(workspace):
    file = str(shared_file("data/pipos_pharmacies_2025/pharmacies_2025.csv"))
    zipped = shared_file("data/scb_boundaries_kommun_lan/LanSweref99TM.zip")
    borders = QgsVectorLayer(f"/vsizip/{zipped}", "lan", "ogr")
    more = {"PRESET": "pipos", "REGION_AREAS": borders, "AREA_REGION_FIELD": "LnKod", "SOURCE_DATE": "2025-11-01"}
    results = imported(file, workspace, **more)
    assert counts(results) == [1408, 0, 0, 0]
    assert "71 facilities lie outside every area but within 3000 m" in results["said"]
    read = own(workspace)
    assert {code: int((read["region"] == code).sum()) for code in ("05", "06", "08", "20")} == {
        "05": 64, "06": 50, "08": 36, "20": 42,
    }  # fmt: skip
    assert (read["municipality"].str[:2] == read["region"]).all() and read["municipality"].nunique() == 290
    # Without their own codes, the nearest county is the right one for all but the two that lie over a generalised border.
    bare = str(shared_file("data/pipos_pharmacies_2025/pharmacies_2025.csv"))
    path = workspace.replace("arbetsyta", "utan")
    create_workspace(path, "08").close()
    near = imported(bare, path, **{**more, "PRESET": "generic", "TYPE": "apotek", "REGION_FIELD": "kommungrupp", "NAME_FIELD": "namn",
                                   "MUNICIPALITY_FIELD": "kommungrupp", "ID_FIELD": "pharmacy_id"})  # fmt: skip
    assert near["ADDED_COUNT"] == 1408
    nearest = own(path)["region"].rename(lambda id_: f"pipos-{id_}")
    differ = read["region"] != nearest.reindex(read.index)
    assert sorted(read.index[differ]) == ["pipos-1382", "pipos-325"]


def test_openstreetmap_says_what_it_is(workspace):
    results = imported(str(shared_file("data/osm_health_sweden_2020/facilities.csv")), workspace, PRESET="osm")
    assert counts(results) == [1546, 0, 0, 0]
    types = own(workspace)["type"].value_counts().to_dict()
    assert types == {"apotek": 690, "vardcentral": 503, "folktandvard": 324, "sjukhus": 29}
    for text in ("ODbL 1.0", "incomplete for health centres", "827 objects have a tag that other clinics carry too"):
        assert text in results["said"]
    assert kept(workspace, "sources").iloc[-1]["licence"] == "ODbL 1.0"


def test_the_older_service_of_hsa(workspace):
    file = str(shared_file("data/hsa_careunits_vgr/careunits.json"))
    results = imported(None, workspace, FILE=file, PRESET="hsa")
    assert counts(results) == [0, 0, 0, 2] and "Give TYPE" in results["said"]
    results = imported(None, workspace, FILE=file, PRESET="hsa", TYPE="vardcentral", REGION="14")
    assert counts(results) == [2, 0, 0, 0]
    one = own(workspace).loc["SE2321000131-E000000008388"]
    assert (one["name"], one["region"], one["driftsform"], one["locality"]) == (
        "Vårdcentralen Eriksberg", "14", "egen_regi", "Göteborg",
    )  # fmt: skip


# Reading


def test_what_qgis_would_lose_is_read_anew(workspace, table):
    """The layer of QGIS makes numbers of codes and question marks of å; the file still has them."""
    text = "Nr;Benämning;Slag;Län;Kommunkod;Öst;Nord\n007;Ånäs apotek;Apotek;8;0880;583 000,5;6 281 000,25\n"
    file = table(text, encoding="cp1252")
    layer = QgsVectorLayer(file, "enheter", "ogr")
    names = layer.fields().names()
    fields = ("ID", "NAME", "TYPE", "REGION", "MUNICIPALITY", "X", "Y")
    mapping = {f"{role}_FIELD": name for role, name in zip(fields, names)}
    results = imported(layer, workspace, **mapping)
    assert counts(results) == [1, 0, 0, 0]
    one = own(workspace).loc["007"]
    assert (one["name"], one["region"], one["municipality"]) == ("Ånäs apotek", "08", "0880")
    (feature,) = results["OUTPUT"].getFeatures()
    assert (feature.geometry().asPoint().x(), feature.geometry().asPoint().y()) == (583000.5, 6281000.25)


def test_a_map_layer(workspace, make_layer):
    layer = make_layer(
        "full_id:string,amenity:string,name:string",
        [("POINT(16.36 56.66)", "n1", "pharmacy", "Ett"), (None, "n3", "pharmacy", "Tre")],
        crs="EPSG:4326",
    )
    results = imported(layer, workspace, PRESET="osm")
    assert counts(results) == [2, 0, 0, 0] and results["UNPLACED_COUNT"] == 1
    assert set(own(workspace).index) == {"osm-node-1", "osm-node-3"}
    (unplaced,) = rows(results["UNPLACED"])
    assert unplaced["facility_id"] == "osm-node-3"


def test_a_way_lies_on_its_surface(workspace, make_layer):
    ring = "POLYGON((583000 6281000, 583100 6281000, 583100 6281100, 583000 6281100, 583000 6281000))"
    layer = make_layer("full_id:string,amenity:string,name:string", [(ring, "w1", "hospital", "Två")])
    (feature,) = imported(layer, workspace, PRESET="osm")["OUTPUT"].getFeatures()
    assert (feature["facility_id"], feature["type"]) == ("osm-way-1", "sjukhus")
    assert QgsGeometry.fromWkt(ring).contains(feature.geometry())


def test_the_workbook_of_pipos(workspace, tmp_path):
    """X is east and text, kommun and län are words, and an agent is no pharmacy."""
    book = openpyxl.Workbook()
    for row in (
        ["Serviceform", "Huvudman", "Namn", "Adress", "Postnummer", "Postort", "Kommun", "Län", "X", "Y"],
        ["Apotek", "Kronans Apotek", "Kronan", "Storgatan 1", "392 32", "KALMAR", "Kalmar kommun", "Kalmar län", "583000", "6281000"],
        ["Apoteksombud", "Apoteket AB", "ICA Nära", "Vägen 2", "184 91", "ÅKERSBERGA", "Österåkers kommun", "Stockholms", "686000", "6595000"],
        ["Apotek", "Kronans Apotek", "Fel håll", "Storgatan 3", "392 32", "KALMAR", "Kalmar", "Kalmar", "6281900", "583900"],
    ):  # fmt: skip
        book.active.append(row)
    path = str(tmp_path / "pipos_apoteksvaror_2025-11-03.xlsx")
    book.save(path)
    results = imported(path, workspace, PRESET="pipos", SOURCE_DATE=None)
    assert counts(results) == [3, 0, 0, 0] and results["SWAPPED_COUNT"] == 1
    read = kept(workspace).set_index("name")
    assert read["type"].to_dict() == {"Kronan": "apotek", "ICA Nära": "apoteksombud", "Fel håll": "apotek"}
    assert read["municipality"].tolist() == ["0880", "0117", "0880"] and read["region"].tolist() == ["08", "01", "08"]
    assert set(read["source_date"]) == {"2025-11-03"} and read["huvudman"].isna().all()
    assert read.loc["Kronan", "operator"] == "Kronans Apotek"
    places = {f["name"]: f.geometry().asPoint() for f in results["OUTPUT"].getFeatures()}
    assert (places["Fel håll"].x(), places["Fel håll"].y()) == (583900, 6281900)
    assert counts(imported(path, workspace, PRESET="pipos", SOURCE_DATE=None)) == [0, 0, 3, 0]


def test_of_several_sheets_and_headings_it_is_told_which_was_read(workspace, tmp_path):
    book = openpyxl.Workbook()
    for title, id_ in (("Gamla", "a"), ("Nya", "b")):
        sheet = book.active if title == "Gamla" else book.create_sheet()
        sheet.title = title
        sheet.append(["facility_id", "name", "Name", "type", "x", "y"])
        sheet.append([id_, "Ett", "Två", "apotek", 583000, 6281000])
    book.worksheets[0].sheet_state = "hidden"
    path = str(tmp_path / "enheter.xlsx")
    book.save(path)
    results = imported(path, workspace)
    assert list(own(workspace).index) == ["a"]
    assert "The sheet Gamla was read. The workbook has others, which were not: Nya." in results["said"]
    assert "Headings that stand several times, of which the first column is read: name, Name." in results["said"]


def test_facilities_of_other_regions_are_told(workspace, table):
    said = imported(table(OWN + "a;Ett;apotek;05;;583000;6281000\n"), workspace)["said"]
    assert "1 facilities are of other regions than the workspace's, 08: 05 (1)." in said


class Colleague(Listening):
    """Somebody who writes to the workspace as soon as the tool has told what it is going to do."""

    def __init__(self, workspace):
        super().__init__()
        self.workspace, self.met = workspace, []

    def pushInfo(self, text):
        if "facilities added" in text:
            try:
                with GeoPackageWorkspace(Path(self.workspace), busy_seconds=0.05) as store:
                    store.write("facilities", pd.DataFrame({"facility_id": ["c"], "name": "Ny", "type": "apotek"}))
            except StoreError as error:
                self.met.append(type(error))


def test_nobody_writes_between_what_is_told_and_what_is_written(workspace, table):
    feedback = Colleague(workspace)
    imported(table(OWN + "c;Ett;apotek;08;0880;583000;6281000\n"), workspace, feedback=feedback)
    assert feedback.met == [Busy] and own(workspace).loc["c", "name"] == "Ett"
    told = kept(workspace, "audit")[["tool", "table_name", "action"]].values.tolist()
    assert told == [["importfacilities", "facilities", "insert"], ["importfacilities", "sources", "write"]]


def test_the_input_and_the_workspace_are_never_written_over(workspace, table):
    file = table(OWN + "a;Ett;apotek;08;0880;583000;6281000\n")
    given = {"WORKSPACE": workspace, "OUTPUT": "memory:"}
    refused("would overwrite FILE", "importfacilities", FILE=file, **{**given, "OUTPUT": file})
    refused("would overwrite INPUT", "importfacilities", INPUT=file, **{**given, "REJECTED": file})
    refused("UNPLACED cannot be in the workspace", "importfacilities", INPUT=file, **{**given, "UNPLACED": workspace})


def test_every_row_is_imported_or_rejected_with_its_reason(workspace, table):
    good = "a;Ett;apotek;08;0880;583000;6281000\n"
    bad = [
        ";;apotek;08;;583000;6281000", "b;Två;=cmd|'/c calc'!A0;08;;583000;6281000", "c;Tre;apotek;08;;583000;",
        "d;Fyra;apotek;08;;150000;6581000", "e;Fem;apotek;08;;583000;6281000;x", "f;Sex;apotek;08;;583000;6281000",
        "f;Sju;apotek;08;;583000;6281000", ";;;;;;", "g;Åtta;vårdhus;08;;583000;6281000",
    ]  # fmt: skip
    results = imported(table(OWN + good + "\n".join(bad)), workspace)
    assert counts(results) == [1, 0, 0, 8]
    reasons = {row["row"]: row for row in rows(results["REJECTED"])}
    words = {
        2: "no name", 3: "TYPE_MAP", 4: "One of the two", 5: "local zone", 6: "more cells", 7: "different things",
        8: "different things", 10: "TYPE_MAP",
    }  # fmt: skip
    assert reasons.keys() == words.keys()
    assert all(words[row] in reasons[row]["reason"] for row in words)
    assert reasons[3]["type"] == "'=cmd|'/c calc'!A0" and reasons[4]["x"] == "583000"
    assert "What stood there: =cmd|'/c calc'!A0 (1); vårdhus (1)." in results["said"]
    results = imported(table(OWN + "g;Åtta;vårdhus;08;;583000;6281000"), workspace, TYPE_MAP="Vårdhus=Vårdcentrum")
    assert counts(results) == [1, 0, 0, 0] and own(workspace).loc["g"]["type"] == "vardcentrum"


def test_places_beside_the_areas(workspace, table, make_layer):
    areas = make_layer(
        "kommun:string",
        [("POLYGON((580000 6280000,590000 6280000,590000 6290000,580000 6290000,580000 6280000))", "0880")],
    )
    text = OWN + "".join(
        f"{row}\n"
        for row in (
            "in;A;apotek;;;585000;6285000", "near;B;apotek;;;591000;6285000", "far;C;apotek;;;600000;6285000",
            "coded;D;apotek;08;0880;600000;6286000", "next;E;apotek;05;;600000;6287000", "other;F;apotek;08;0881;585000;6284000",
        )
    )  # fmt: skip
    results = imported(table(text), workspace, REGION_AREAS=areas, AREA_MUNICIPALITY_FIELD="kommun")
    assert counts(results) == [5, 0, 0, 1]
    found = {row["facility_id"]: row for row in rows(results["OUTPUT"])}
    assert {id_: row["place_status"] for id_, row in found.items()} == {
        "in": "inside", "near": "near", "coded": "outside", "next": "neighbour", "other": "inside",
    }  # fmt: skip
    assert {id_: row["municipality"] for id_, row in found.items() if row["municipality"]} == {
        "in": "0880", "near": "0880", "coded": "0880", "other": "0881",
    }  # fmt: skip
    assert [found[id_]["outside_m"] for id_ in ("near", "coded")] == [1000, 10000]
    assert "other (0880)" in results["said"] and found["next"]["region"] == "05"
    assert counts(imported(table(text), workspace, ONLY_REGIONS="05")) == [0, 0, 1, 5]


# What stands in the workspace


def test_changed_blank_and_vanished(workspace, table):
    header = OWN.strip() + ";operator;closed\n"
    first = "a;Ett;apotek;08;0880;583000;6281000;Kronan;2020\nb;Två;apotek;08;0880;584000;6281000;Hjärtat;\n"
    assert counts(imported(table(header + first), workspace)) == [2, 0, 0, 0]
    second = "a;Ett;apotek;08;0880;583000;6281000;;\n"
    results = imported(table(header + second), workspace)
    assert counts(results) == [0, 1, 0, 0] and results["MISSING_COUNT"] == 1
    assert "1 facilities are no longer in the source; they are kept: b." in results["said"]
    assert own(workspace).loc["a", "operator"] == "Kronan"  # a blank cell knows nothing
    assert own(workspace)["closed"].isna().all()  # but a blank year of closing says that it is open
    results = imported(table(header + second), workspace, REMOVE_MISSING=True)
    assert counts(results) == [0, 0, 1, 0] and results["REMOVED_COUNT"] == 1
    assert list(own(workspace).index) == ["a"]


def test_a_file_of_one_type_takes_nothing_else_away(workspace, table):
    imported(
        table(OWN + "a;Ett;apotek;08;0880;583000;6281000\ns;Sjukhuset;sjukhus;08;0880;583000;6282000\n"), workspace
    )
    results = imported(table(OWN + "b;Två;apotek;08;0880;584000;6281000\n"), workspace, REMOVE_MISSING=True)
    assert results["REMOVED_COUNT"] == 1 and set(own(workspace).index) == {"b", "s"}


@pytest.mark.parametrize(
    ("choice", "left", "operator"), [("keep", ["a", "b"], None), ("skip", ["a"], None), ("merge", ["a"], "Kronan")]
)
def test_likely_duplicates(workspace, table, choice, left, operator):
    imported(table(OWN + "a;Apoteket Ett;apotek;08;0880;583000;6281000\n"), workspace, SOURCE="A")
    header = OWN.strip() + ";operator;services\n"
    twin = "b;APOTEKET ETT;apotek;08;0880;583120;6281160;Kronan;Vaccination\n"
    results = imported(table(header + twin, "annan.csv"), workspace, DUPLICATES_AS=choice)
    (pair,) = rows(results["DUPLICATES"])
    assert (pair["facility_id"], pair["other_id"], pair["distance_m"]) == ("a", "b", 200)
    assert pair["done"] == {"keep": "kept", "skip": "skipped", "merge": "merged"}[choice]
    assert list(own(workspace).index) == left and own(workspace).loc["a", "operator"] == operator
    services = kept(workspace, "services")["facility_id"].tolist()
    assert services == {"keep": ["b"], "skip": [], "merge": ["a"]}[choice]
    assert results["REJECTED_COUNT"] == (choice == "skip")
    assert imported(table(header + twin, "annan.csv"), workspace, DUPLICATES_AS=choice)["ADDED_COUNT"] == 0


@pytest.mark.parametrize("choice", ["skip", "merge"])
def test_a_chain_of_likely_duplicates_loses_nobody(workspace, table, choice):
    """b is nearest to c, and a to b: c goes into b, which then stays beside a."""
    text = OWN + "".join(
        f"{id_};Ett;apotek;08;0880;{583000 + x};6281000\n" for id_, x in (("a", 0), ("b", 150), ("c", 200))
    )
    results = imported(table(text), workspace, DUPLICATES_AS=choice)
    done = {(pair["facility_id"], pair["other_id"]): pair["done"] for pair in rows(results["DUPLICATES"])}
    word = {"skip": "skipped", "merge": "merged"}[choice]
    assert done == {("b", "c"): word, ("a", "b"): "kept", ("a", "c"): "kept"}
    assert list(own(workspace).index) == ["a", "b"]


def test_placed_by_hand_stays_until_the_source_knows(workspace, table):
    row = "a;Ett;apotek;08;0880;{};{}\n"
    imported(table(OWN + row.format("", "")), workspace)
    placed = run("placefacility", WORKSPACE=workspace, FACILITY_ID="a", POINT="583000,6281000 [EPSG:3006]")
    assert (placed["X"], placed["Y"], placed["MOVED_METRES"], placed["NAME"]) == (583000, 6281000, None, "Ett")
    assert own(workspace).loc["a", "placement"] == "by_hand"
    results = imported(table(OWN + row.format("", "")), workspace)
    assert counts(results) == [0, 0, 1, 0] and results["UNPLACED_COUNT"] == 0
    assert own(workspace).loc["a", "placement"] == "by_hand"
    results = imported(table(OWN + row.format("583010", "6281000")), workspace)
    assert counts(results) == [0, 1, 0, 0] and own(workspace).loc["a", "placement"] == "source"
    assert "1 facilities had been placed by hand and were moved to the source's coordinates: a." in results["said"]
    for outside in ("16.36,56.66", "0,0 [EPSG:4326]"):  # degrees taken for metres, and the gulf of Guinea
        refused("does not lie in Sweden", "placefacility", WORKSPACE=workspace, FACILITY_ID="a", POINT=outside)
    assert ["placefacility", "update"] in kept(workspace, "audit")[["tool", "action"]].values.tolist()
    refused("no facility b", "placefacility", WORKSPACE=workspace, FACILITY_ID="b", POINT="583000,6281000 [EPSG:3006]")


# Refusals and cancel


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"INPUT": None}, "either INPUT"), ({"FILE": "x.csv"}, "either INPUT"), ({"REGION": "Kalmar"}, "two-digit county code"),
        ({"TYPE_MAP": "a=b"}, "TYPE_MAP must be"), ({"CAPACITY": "a=b"}, "CAPACITY must be"), ({"SOURCE_DATE": "2024-13-01"}, "2024-12-31"),
        ({"NAME_FIELD": "namn"}, "has no field namn"), ({"CAPACITY": "listade=antal"}, "has no field antal"),
    ],
)  # fmt: skip
def test_refused(workspace, table, change, words):
    file = table(OWN + "a;Ett;apotek;08;0880;583000;6281000\n")
    given = {"INPUT": file, "WORKSPACE": workspace, "OUTPUT": "memory:", **change}
    refused(words, "importfacilities", **given)
    assert kept(workspace).empty and kept(workspace, "sources").empty


def test_files_that_cannot_be_read(workspace, table, tmp_path):
    for name, content, words in (
        ("a.json", "[1]", "is no table"), ("b.json", "{", "is damaged"), ("c.csv", ";;", "has no table"), ("d.xlsx", "x", "not safe"),
    ):  # fmt: skip
        refused(words, "importfacilities", FILE=table(content, name), WORKSPACE=workspace, OUTPUT="memory:")
    refused("does not exist", "importfacilities", FILE=str(tmp_path / "no.csv"), WORKSPACE=workspace, OUTPUT="memory:")


def test_cancel_leaves_nothing(workspace, table, provider):
    file = table(OWN + "".join(f"{n};Enhet {n};apotek;08;0880;{583000 + 1000 * n};6281000\n" for n in range(4)))
    given = {"INPUT": file, "WORKSPACE": workspace, "OUTPUT": "memory:", "REJECTED": "memory:"}
    stop = 0
    while True:
        tool = provider.algorithm("importfacilities").create()
        results, fine = tool.run(given, QgsProcessingContext(), CancelAfter(stop))
        assert fine
        if results:
            break
        assert kept(workspace).empty and kept(workspace, "sources").empty, f"written after {stop} questions"
        stop += 1
    assert stop > 5 and len(kept(workspace)) == 4


def test_results_agree_with_what_is_kept(workspace, table):
    text = OWN + "a;Ett;apotek;08;0880;583000;6281000\nb;Två;apotek;08;0880;584000;6281000\n"
    imported(table(text), workspace)
    results = imported(table(text.replace("Två", "Andra") + "c;Tre;apotek;08;0880;;\n"), workspace)
    fates = {id_: row["import_status"] for id_, row in by_id(results["OUTPUT"]).items()}
    assert fates == {"a": "unchanged", "b": "changed", "c": "added"} and counts(results)[:3] == [1, 1, 1]
