"""Statistics joined by code and vintage, and counts carried between them: what holds, what is told, what is refused."""

import numpy as np
import pytest
from osgeo import ogr
from qgis import processing
from qgis.core import (
    NULL,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from narvard_plugin.adapters.areas import values_by_area
from narvard_plugin.adapters.vintages import Coded, refuse_other_vintages
from tests.shared import shared_file

from .small_network import CancelAfter, Listening, refused, rows, run

SQUARE = "POLYGON((0 0,1 0,1 1,0 1,0 0))"
TAB6574 = "data/scb_deso_dalarna/folkmangd_deso_2024_raw_TAB6574.csv"


@pytest.fixture
def dalarna():
    """AREAS and TABLE as SCB delivers them: bare codes with a version, suffixed codes in long form."""
    return {
        "AREAS": str(shared_file("data/scb_deso_dalarna/deso_2025_dalarna_raw.geojson")), "AREA_CODE": "desokod",
        "TABLE": str(shared_file(TAB6574)), "TABLE_CODE": "Region", "VARIABLE": ["Alder"], "VALUE": "000007Y7 2024",
    }  # fmt: skip


@pytest.fixture
def areas(make_layer):
    return make_layer(
        "area_code:string,vintage:string",
        [(SQUARE, "0114A0010", "2025"), (SQUARE, "0114A0020", "2025"), (SQUARE, "0980A0010", "2025")],
    )


@pytest.fixture
def table(make_layer):
    found = [
        ("0114A0010_DeSO2025", 2024, "10"),
        ("0114A0020_DeSO2025", 2024, ".."),
        ("0114A0010", 2024, "0"),
        ("0114", 2024, "12"),
        ("0114R001", 2024, "0"),
        ("0114R001_RegSO2025", 2024, "10"),
    ]
    found += [(code, 2023, "0" if "_" in code else "9") for code, year, _ in found]
    return make_layer("region:string,tid:integer,n:string", [(None, *row) for row in found], kind="None")


def statistics(feedback=None, **given):
    given = {"AREA_CODE": "area_code", "TABLE_CODE": "region", "OUTPUT": "TEMPORARY_OUTPUT", **given}
    if feedback is None:
        return run("joinstatistics", **given)
    return processing.run("narvard:joinstatistics", given, feedback=feedback)


def test_dalarna_joins_by_stripped_code_and_version(dalarna):
    feedback = Listening()
    result = statistics(feedback, **dalarna)
    found = rows(result["OUTPUT"])
    assert (result["MATCHED_COUNT"], result["UNMATCHED_ROW_COUNT"], len(found)) == (175, 0, 175)
    assert sum(row["totalt"] for row in found) == 286546
    assert sum(row[name] for row in found for name in ("65_69", "70_74", "75_79", "80_plus")) == 74684
    assert {row["totalt_status"] for row in found} == {"ok"} and not feedback.said


def test_dalarna_of_another_version_is_refused_though_every_code_fits(dalarna, make_layer):
    source = QgsVectorLayer(dalarna["AREAS"], "areas", "ogr")
    codes = [(SQUARE, feature["desokod"]) for feature in source.getFeatures()]
    older = {**dalarna, "AREAS": make_layer("desokod:string", codes), "OUTPUT": "memory:"}
    refused("Nothing says which vintage the DeSO codes of AREAS", "joinstatistics", **older)
    refused("DeSO 2025.*DeSO 2018.*changevintage.*catchmentprofile", "joinstatistics", **older, AREA_VINTAGE="2018")
    assert statistics(**{**older, "AREA_VINTAGE": "2025"})["MATCHED_COUNT"] == 175


def test_what_is_not_joined_is_told_with_its_reason(areas, table):
    feedback = Listening()
    result = statistics(feedback, AREAS=areas, TABLE=table, VALUES=["n"], YEAR_FIELD="tid", YEAR=2024, UNMATCHED="memory:", TOTALS="memory:")  # fmt: skip
    assert [[row["n"], row["n_status"]] for row in rows(result["OUTPUT"])] == [
        [10, "ok"],
        [NULL, "missing"],
        [NULL, "no_row"],
    ]
    listed = [[row["side"], row["area_code"], row["reason"]] for row in rows(result["UNMATCHED"])]
    assert listed == [["AREAS", "0980A0010", "absent_region"], ["TABLE", "0114", "other_level"], ["TABLE", "0114A0010", "other_vintage"], *[["TABLE", "0114R001", "other_level"]] * 2]  # fmt: skip
    [total] = rows(result["TOTALS"])
    assert [total[name] for name in ("area_code", "parts", "parts_unknown", "sum_of_parts", "total", "gap")] == ["0114", 2, 1, 10, 12, 2]  # fmt: skip
    assert (
        "no row at all of their region. 0980A0010" in feedback.said
        and "own figure 12, sum of 2 areas 10" in feedback.said
    )


def test_a_zero_of_a_year_before_the_vintage_is_missing(areas, table):
    feedback = Listening()
    result = statistics(feedback, AREAS=areas, TABLE=table, VALUES=["n"], YEAR_FIELD="tid", YEAR=2023)
    assert {row["n_status"] for row in rows(result["OUTPUT"])} == {"outside_years", "no_row"}
    assert all(row["n"] == NULL for row in rows(result["OUTPUT"])) and result["MASKED_COUNT"] == 2
    assert "DeSO 2018 through 2023, DeSO 2025 after it. 0 of them were not 0" in feedback.said


def test_the_county_has_no_false_zero(county):
    folkmangd = {"TABLE": str(county.folder / "folkmangd_deso.csv"), "TABLE_CODE": "region", "VALUES": ["folkmangd"], "YEAR_FIELD": "tid"}  # fmt: skip
    newest = rows(statistics(AREAS=county.layer("areas"), **folkmangd)["OUTPUT"])
    assert all(row["folkmangd"] == row["population"] for row in newest)
    older = statistics(AREAS=county.layer("areas_2018"), YEAR=2023, **folkmangd)
    assert {row["folkmangd_status"] for row in rows(older["OUTPUT"])} == {"ok"}
    masked = statistics(AREAS=county.layer("areas_2018"), YEAR=2024, **folkmangd)
    assert masked["MASKED_COUNT"] == len(rows(masked["OUTPUT"])) == masked["MATCHED_COUNT"]
    assert {row["folkmangd"] for row in rows(masked["OUTPUT"])} == {NULL}
    kept = {"TABLE": f"{county.workspace}|layername=statistics|subset=variable = 'population'", "TABLE_CODE": "area_code",
            "VARIABLE": ["variable"], "VALUE": "value", "YEAR_FIELD": "year", "YEAR": 2015, "PREFIX": "x_"}  # fmt: skip
    estimated = statistics(AREAS=county.layer("areas"), **kept, STATUS_FIELD="status")
    assert {row["x_population_status"] for row in rows(estimated["OUTPUT"])} == {"estimated"}
    feedback = Listening()
    unmarked = statistics(feedback, AREAS=county.layer("areas"), **kept)
    assert unmarked["MASKED_COUNT"] == 189 and "189 of them were not 0" in feedback.said
    workspace = f"{county.workspace}|layername=areas"
    refused("several vintages.*Filter it", "joinstatistics", AREAS=workspace, AREA_CODE="area_code", OUTPUT="memory:", **folkmangd)  # fmt: skip


def test_a_figure_of_a_municipality_is_never_shown_on_its_areas(areas, make_layer):
    kommuner = make_layer("region:string,n:integer", [(None, "0114", 5)], kind="None")
    refused("municipality.*DeSO.*only on the level", "joinstatistics", AREAS=areas, AREA_CODE="area_code",
            TABLE=kommuner, TABLE_CODE="region", VALUES=["n"], OUTPUT="memory:")  # fmt: skip


def test_codes_that_lost_their_zero_are_put_right_and_told(make_layer):
    layer = make_layer("kod:string", [(SQUARE, "0580"), (SQUARE, "0114"), (SQUARE, "1080")])
    numbers = make_layer("kod:integer,n:double", [(None, 580, 1.0), (None, 114, 2.0), (None, 1080, 3.0)], kind="None")
    feedback = Listening()
    result = statistics(
        feedback, AREAS=layer, AREA_CODE="kod", TABLE=numbers, TABLE_CODE="kod", VALUES=["n"], PREFIX="x_"
    )
    assert [row["x_n"] for row in rows(result["OUTPUT"])] == [1, 2, 3]
    assert "2 codes of TABLE had lost their leading zero" in feedback.said
    turned = statistics(AREAS=numbers, AREA_CODE="kod", TABLE=layer, TABLE_CODE="kod", VALUES=["kod"], PREFIX="y_")
    assert [row["y_kod"] for row in rows(turned["OUTPUT"])] == [580, 114, 1080]


def test_a_spreadsheet_is_read(make_layer, tmp_path):
    path = tmp_path / "statistik.xlsx"
    book = ogr.GetDriverByName("XLSX").CreateDataSource(str(path))
    sheet = book.CreateLayer("kommuner")
    for name, kind in (("kod", ogr.OFTInteger), ("antal", ogr.OFTReal)):
        sheet.CreateField(ogr.FieldDefn(name, kind))
    for code, count in ((580, 1.5), (1080, 2.0)):
        feature = ogr.Feature(sheet.GetLayerDefn())
        feature.SetField("kod", code)
        feature.SetField("antal", count)
        sheet.CreateFeature(feature)
    feature = sheet = book = None  # closes the file
    layer = make_layer("kod:string", [(SQUARE, "0580"), (SQUARE, "1080")])
    found = statistics(AREAS=layer, AREA_CODE="kod", TABLE=str(path), TABLE_CODE="kod", VALUES=["antal"])
    assert [row["antal"] for row in rows(found["OUTPUT"])] == [1.5, 2.0]


def test_what_cannot_be_joined_has_a_sentence(areas, table, make_layer):
    given = {"AREAS": areas, "AREA_CODE": "area_code", "TABLE": table, "TABLE_CODE": "region", "OUTPUT": "memory:"}
    refused("either VALUES", "joinstatistics", **given)
    refused("repeated.*Choose a year", "joinstatistics", **given, VALUES=["n"])
    refused("has no rows of 1999. Its years are: 2023, 2024", "joinstatistics", **given, VALUES=["n"], YEAR_FIELD="tid", YEAR=1999)  # fmt: skip
    refused(
        "two vintages.*2025 and 2018", "joinstatistics", **given, VALUES=["n"], YEAR_FIELD="tid", AREA_VINTAGE="2018"
    )
    clash = make_layer("area_code:string,vintage:string,n:integer", [(SQUARE, "0114A0010", "2025", 1)])
    refused("already has fields that this tool adds: n", "joinstatistics", **{**given, "AREAS": clash}, VALUES=["n"], YEAR_FIELD="tid")  # fmt: skip
    both = make_layer("region:string,tid:integer,n:integer", [(None, "0114A0010", 2023, 1), (None, "0114A0020", 2024, 2)], kind="None")  # fmt: skip
    refused("both sides of 2024", "joinstatistics", **{**given, "TABLE": both}, VALUES=["n"], YEAR_FIELD="tid")
    zeros = make_layer("region:string,n:integer", [(None, "0114A0010", 0), (None, "0114A0020", 0)], kind="None")
    refused("Every figure of TABLE is 0", "joinstatistics", **{**given, "TABLE": zeros}, VALUES=["n"], YEAR=2024)
    strangers = make_layer("region:string,n:integer", [(None, "0115A0010_DeSO2025", 1)], kind="None")
    refused("No code of TABLE is a code of AREAS", "joinstatistics", **{**given, "TABLE": strangers}, VALUES=["n"])


def test_cancel_writes_nothing(areas, table, tmp_path):
    target = tmp_path / "joined.gpkg"
    for asks in (0, 2, 5, 9):
        statistics(CancelAfter(asks), AREAS=areas, TABLE=table, VALUES=["n"], YEAR_FIELD="tid", OUTPUT=str(target))
    assert not target.exists()


def carried(feedback=None, **given):
    given = {"AREA_CODE": "area_code", "OUTPUT": "TEMPORARY_OUTPUT", **given}
    if feedback is None:
        return run("changevintage", **given)
    return processing.run("narvard:changevintage", given, feedback=feedback)


@pytest.fixture
def older(make_layer):
    found = [
        ("0114A0010", 100, 30),
        ("0114A0020", 40, 10),
        ("0114A0030", 7, 1),
        ("0114A0040", 9, None),
        ("0114A0090", 5, 5),
    ]
    return make_layer("area_code:string,population:integer,old:integer", [(None, *row) for row in found], kind="None")


@pytest.fixture
def key(make_layer):
    found = [("0114A0010", "0114A0011", 0.25), ("0114A0010", "0114A0012", 0.75), ("0114A0020", "0114A0050", 1.0),
             ("0114A0030", "0114A0050", 1.0), ("0114A0040", "0114A0040", 1.0)]  # fmt: skip
    return make_layer("old_code:string,new_code:string,share:double", [(None, *row) for row in found], kind="None")


def test_counts_are_carried_and_shares_computed_anew(older, key):
    feedback = Listening()
    result = carried(feedback, AREAS=older, AREA_VINTAGE="2018", KEY=key, TO_VINTAGE="2025", FIELDS=["population", "old"],
                     RATES="share_old=old/population", UNCARRIED="memory:")  # fmt: skip
    shown = ("area_code", "vintage", "population", "old", "share_old", "status", "source_areas", "source_vintage")
    assert [[row[name] for name in shown] for row in rows(result["OUTPUT"])] == [
        ["0114A0011", "2025", 25, 7.5, 0.3, "estimated", 1, "2018"],
        ["0114A0012", "2025", 75, 22.5, 0.3, "estimated", 1, "2018"],
        ["0114A0040", "2025", 9, NULL, NULL, "missing", 1, "2018"],
        ["0114A0050", "2025", 47, 11, 11 / 47, "ok", 2, "2018"],
    ]
    assert [row["area_code"] for row in rows(result["UNCARRIED"])] == ["0114A0090"]
    assert "population: 161 in all; 156 carried, 5 not carried" in feedback.said and "not SCB's" in feedback.said


def test_figures_of_the_county_are_carried_to_its_new_areas(county):
    given = {"AREAS": county.layer("areas_2018"), "FIELDS": ["population_2015", "population"], "PREFIX": "x_",
             "TO_AREAS": county.layer("areas"), "TO_CODE": "area_code"}  # fmt: skip
    result = carried(**given, KEY=f"{county.workspace}|layername=area_key")
    found = rows(result["OUTPUT"])
    assert len(found) == 189 and result["UNCARRIED_COUNT"] == 0 and 0 < result["ESTIMATED_COUNT"] < 189
    before = rows(QgsVectorLayer(county.layer("areas_2018"), "areas", "ogr"))
    for name in ("population_2015", "population"):
        assert sum(row[f"x_{name}"] for row in found) == pytest.approx(sum(row[name] for row in before), rel=1e-9)
    same = [row for row in found if row["x_status"] == "ok" and row["x_source_areas"] == 1]
    assert len(same) > 100 and all(abs(row["x_population_2015"] - row["population_2015"]) <= 1 for row in same)
    refused("KEY.*DeSO 2018.*AREAS.*DeSO 2025", "changevintage", **{**given, "AREAS": county.layer("areas")},
            AREA_CODE="area_code", KEY=f"{county.workspace}|layername=area_key", OUTPUT="memory:")  # fmt: skip


def test_a_key_that_cannot_be_used_has_a_sentence(older, key, make_layer):
    given = {"AREAS": older, "AREA_CODE": "area_code", "KEY": key, "FIELDS": ["population"], "OUTPUT": "memory:"}
    refused("Nothing says which vintage.*AREAS", "changevintage", **given)
    given["AREA_VINTAGE"] = "2018"
    refused("Nothing says which vintage.*KEY", "changevintage", **given)
    given["TO_VINTAGE"] = "2025"
    refused("made from old, which is no field of FIELDS", "changevintage", **given, RATES="x=old/population")
    more = make_layer("old_code:string,new_code:string,share:double", [(None, "0114A0010", "0114A0011", 0.9), (None, "0114A0010", "0114A0012", 0.2)], kind="None")  # fmt: skip
    refused("more than the whole of 1 areas: 0114A0010", "changevintage", **{**given, "KEY": more})
    bare = make_layer("old_code:string,new_code:string", [(None, "0114A0010", "0114A0011"), (None, "0114A0010", "0114A0012")], kind="None")  # fmt: skip
    refused("lead to several others, and it has no shares", "changevintage", **{**given, "KEY": bare})
    refused("from DeSO 2018 to the same", "changevintage", **{**given, "TO_VINTAGE": "2018"})
    target = make_layer("area_code:string,vintage:string", [(SQUARE, "0114A0010", "2018")])
    refused("two vintages|DeSO 2025.*DeSO 2018", "changevintage", **given, TO_AREAS=target, TO_CODE="area_code")


@pytest.fixture
def coded():
    """Layers as tools read them; a source does not live without its context."""
    context = QgsProcessingContext()
    return lambda layer, name: Coded(QgsProcessingUtils.variantToSource(layer, context), name, "area_code")


def test_people_of_another_vintage_are_not_joined_to_areas(areas, make_layer, coded):
    both = "area_code:string,vintage:string"
    newer, told = coded(areas, "AREAS"), Listening()
    people = make_layer(both, [("POINT(0 0)", "0114A0010", "2018")])
    with pytest.raises(
        QgsProcessingException, match=r"ORIGINS is of DeSO 2018, but AREAS is of DeSO 2025.*changevintage"
    ):
        refuse_other_vintages(newer, [coded(people, "ORIGINS")], told)
    suffixed = make_layer("area_code:string", [("POINT(0 0)", "0114A0010_DeSO2025"), ("POINT(0 0)", "114A0020")])
    older = make_layer(both, [(SQUARE, "0114A0010", "2018")])
    with pytest.raises(QgsProcessingException, match=r"DeSO 2025.*DeSO 2018"):
        refuse_other_vintages(coded(older, "AREAS"), [coded(suffixed, "ORIGINS")], told)
    mixed = make_layer(both, [(SQUARE, "0114A0010", "2018"), (SQUARE, "0114A0010", "2025")])
    with pytest.raises(QgsProcessingException, match=r"several vintages.*Filter it to one first"):
        values_by_area(coded(mixed, "AREAS").source, "AREAS", "area_code", [], np.array([], object), None, told)
    codes = np.array(["0114A0010_DeSO2025", "114A0020", None], object)
    found = values_by_area(
        newer.source, "AREAS", "area_code", ["vintage"], codes, None, told, coded(suffixed, "ORIGINS")
    )
    assert found == {"vintage": ["2025", "2025", None]}
    own = make_layer("area_code:string", [(SQUARE, "a")])
    refuse_other_vintages(coded(own, "AREAS"), [newer], told)  # nothing is said


def test_travel_times_of_another_vintage_are_not_summed_by_area(areas, make_layer):
    fields = "id:string,minutes:double,people:integer,area_code:string,vintage:string"
    before = make_layer(fields, [("POINT(0 0)", "a", 5.0, 10, "0114A0010", "2018")])
    refused("BEFORE is of DeSO 2018, but AREAS is of DeSO 2025", "comparescenarios", BEFORE=before, AFTER=before, ORIGIN_ID="id",
            MINUTES_BEFORE="minutes", MINUTES_AFTER="minutes", POPULATION="people", AREAS=areas, AREA_CODE="area_code",
            ORIGIN_AREA="area_code", OUTPUT="memory:", AREA_OUTPUT="memory:")  # fmt: skip
