"""What goes wrong with the travel tools: a clear answer, nothing half-written, nothing lost, nobody dropped in silence."""

import pytest
from osgeo import gdal, ogr
from qgis import processing
from qgis.core import (
    NULL,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from .small_network import MINUTE, CancelAfter, Listening, common, refused, rows, run


def test_clear_answers(make_layer, network, people, centres, tmp_path):
    good = common(network, people, centres)
    refused("above 0 minutes", **{**good, "MAX_MINUTES": 0})
    refused("no usable points", **{**good, "FACILITIES": make_layer("code:string", [])})
    refused("no usable points", **{**good, "ORIGINS": make_layer("id:string,n:integer", [])})
    refused(
        "occur more than once.*same", **{**good, "FACILITIES": make_layer("code:string", [("POINT(0 0)", "same")] * 2)}
    )
    refused(
        "have no value in the id field",
        **{**good, "ORIGINS": make_layer("id:string,n:integer", [("POINT(0 0)", NULL, 3)])},
    )
    refused(
        "missing or negative.*bad",
        **{**good, "ORIGINS": make_layer("id:string,n:integer", [("POINT(0 0)", "bad", -3)])},
    )
    refused(
        "missing or negative.*bad",
        **{**good, "ORIGINS": make_layer("id:string,n:integer", [("POINT(0 0)", "bad", NULL)])},
    )
    refused("needs a network file", **{**good, "NETWORK": ""})
    refused("does not exist", **{**good, "NETWORK": str(tmp_path / "gone.npz")})
    (tmp_path / "foreign.npz").write_bytes(b"not a network")
    refused("not a network file", **{**good, "NETWORK": str(tmp_path / "foreign.npz")})
    refused(
        "None of the 1 facilities lies within",
        **{**good, "FACILITIES": make_layer("code:string", [("POINT(0 90000)", "far")])},
    )
    refused(
        "coordinate reference system",
        **{**good, "ORIGINS": make_layer("id:string,n:integer", [("POINT(0 0)", "a", 1)], crs="")},
    )
    refused(
        "PREFIX",
        **{**good, "ORIGINS": make_layer("id:string,n:integer,minutes_1:double", [("POINT(0 0)", "a", 1, 1.0)])},
    )
    refused("REPORT_REGION needs", **{**good, "REPORT_REGION": "99"})
    refused("rising numbers", name="catchments", **{**good, "BREAKS": "10,5"})


def test_prefix_makes_room(make_layer, network, centres):
    people = make_layer("id:string,n:integer,minutes_1:double,fid:integer", [("POINT(0 0)", "a", 1, 99.0, 7)])
    (row,) = rows(run("nearestfacility", **common(network, people, centres, PREFIX="after_"))["OUTPUT"])
    assert row["minutes_1"] == 99 and row["after_minutes_1"] == pytest.approx(500 * MINUTE / 2)
    assert "fid" not in row


def test_null_geometry_and_far_facility_are_skipped_and_said(make_layer, network, people):
    centres = make_layer("code:string", [("POINT(0 500)", "N"), (None, "ghost"), ("POINT(0 40000)", "far")])

    feedback = Listening()
    processing.run("narvard:nearestfacility", common(network, people, centres), feedback=feedback)
    assert "ghost (no geometry)" in feedback.said
    assert "far" in feedback.said and "take no part" in feedback.said


@pytest.mark.parametrize(
    ("name", "result", "extra"),
    [
        ("nearestfacility", "result.gpkg", {"FACILITY_SUMMARY": "summary.gpkg"}),
        ("nearestfacility", "result.shp", {}),
        ("odmatrix", "result.csv", {}),
        ("catchments", "result.gpkg", {"CELL_SIZE": 100, "OVERLAP": "separate"}),
        ("catchments", "result.gpkg", {"CELL_SIZE": 100, "OVERLAP": "nearest"}),
        ("traveltimeraster", "result.tif", {"CELL_SIZE": 100}),
    ],
)
def test_cancel_in_every_phase_leaves_nothing(network, people, centres, tmp_path, name, result, extra):
    folder = tmp_path / "out"
    folder.mkdir()
    extra = {k: str(folder / v) if str(v).endswith(".gpkg") else v for k, v in extra.items()}
    for asks in (*range(40), *range(40, 1000, 13)):
        parameters = common(network, people, centres, OUTPUT=str(folder / result), **extra)
        try:
            results = processing.run(f"narvard:{name}", parameters, feedback=CancelAfter(asks))
        except QgsProcessingException:
            results = {}
        if results.get("OUTPUT"):
            break
        assert list(folder.iterdir()) == [], f"cancelled after {asks} questions"
    assert 2 < asks < 900
    assert (folder / result).is_file()


def test_cancel_leaves_the_other_tables_of_a_geopackage(network, people, centres, tmp_path):
    path = str(tmp_path / "kept.gpkg")
    run("nearestfacility", **common(network, people, centres, OUTPUT=path))
    target = f"ogr:dbname='{path}' table=\"second\" (geom)"
    parameters = common(network, people, centres, OUTPUT=target)
    for asks in range(60):
        try:
            if processing.run("narvard:nearestfacility", parameters, feedback=CancelAfter(asks)).get("OUTPUT"):
                break
        except QgsProcessingException:
            pass
        container = ogr.Open(path)
        names = {container.GetLayerByIndex(i).GetName() for i in range(container.GetLayerCount())}
        assert names - {"layer_styles"} == {"kept"}
    assert QgsVectorLayer(f"{path}|layername=second").featureCount() == len(rows(people))
    assert asks > 5


# Found by reading against the grain: each of these once gave a wrong number or lost a file.


def test_a_run_never_destroys_what_it_reads(network, people, centres, tmp_path):
    source = str(tmp_path / "in.gpkg")
    for name in ("people", "other"):
        target = f"ogr:dbname='{source}' table=\"{name}\" (geom)"
        processing.run("native:reprojectlayer", {"INPUT": people, "TARGET_CRS": "EPSG:3006", "OUTPUT": target})
    people_in = f"{source}|layername=people"
    for target in (source, f"ogr:dbname='{source}' table=\"people\" (geom)"):
        refused("would overwrite ORIGINS", **{**common(network, people_in, centres), "OUTPUT": target})
        assert QgsVectorLayer(people_in).featureCount() == 5
    beside = f"ogr:dbname='{source}' table=\"result\" (geom)"
    run("nearestfacility", **{**common(network, people_in, centres), "OUTPUT": beside})
    assert QgsVectorLayer(people_in).featureCount() == QgsVectorLayer(f"{source}|layername=result").featureCount() == 5


@pytest.mark.parametrize("table", [False, True])
def test_cancel_over_an_earlier_result_keeps_it(network, people, centres, tmp_path, table):
    path = str(tmp_path / "earlier.gpkg")
    target = f"ogr:dbname='{path}' table=\"earlier\" (geom)" if table else path
    run("nearestfacility", **common(network, people, centres, OUTPUT=path))
    before = rows(QgsVectorLayer(f"{path}|layername=earlier"))
    parameters = common(network, people, centres, OUTPUT=target, MAX_MINUTES=0.1)
    for asks in range(200):
        try:
            if processing.run("narvard:nearestfacility", parameters, feedback=CancelAfter(asks)).get("OUTPUT"):
                break
        except QgsProcessingException:
            pass
        kept = rows(QgsVectorLayer(f"{path}|layername=earlier"))
        assert [{k: v for k, v in row.items() if k != "fid"} for row in kept] == [
            {k: v for k, v in row.items() if k != "fid"} for row in before
        ]
        assert not [file for file in tmp_path.iterdir() if "earlier" in file.name and file.name.endswith(".earlier")]
    assert asks > 5
    assert {row["status"] for row in rows(QgsVectorLayer(f"{path}|layername=earlier"))} != {"ok"}


@pytest.mark.parametrize("field", ["POPULATION", "FACILITY_ID", "ORIGIN_ID"])
def test_a_field_that_does_not_exist_is_refused(network, people, centres, field):
    refused("has no field typo", **{**common(network, people, centres), field: "typo"})


def test_names_that_clash_inside_a_model_are_refused_there_too(network, people, centres):
    """Steps of a model skip the dialog's checks: the first run's numbers must never pass for the second's."""
    first = run("nearestfacility", **common(network, people, centres))["OUTPUT"]
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("narvard:nearestfacility")
    context = QgsProcessingContext()
    parameters = common(network, first, centres, SPEED_FACTOR=0.1)
    assert not algorithm.prepare(parameters, context, QgsProcessingFeedback())


def test_unknown_and_differently_written_regions(make_layer, network):
    people = make_layer("id:string,r:double", [("POINT(900 0)", "own", 8.0), ("POINT(0 900)", "unknown", NULL)])
    centres = make_layer("code:string,r:integer", [("POINT(1000 0)", "X", 8), ("POINT(0 500)", "Y", NULL)])
    given = {**common(network, people, centres), "POPULATION": "", "ORIGIN_REGION": "r", "FACILITY_REGION": "r"}
    out = run("nearestfacility", **given, FACILITY_SUMMARY="TEMPORARY_OUTPUT")
    found = {row["id"]: row for row in rows(out["OUTPUT"])}
    assert (found["own"]["region_1"], found["own"]["crosses_border"]) == ("8", False)
    assert (found["unknown"]["region_1"], found["unknown"]["crosses_border"]) == (NULL, NULL)
    summary = {row["code"]: row for row in rows(out["FACILITY_SUMMARY"])}
    assert [summary["X"][k] for k in ("population", "population_own", "population_other")] == [1, 1, 0]
    assert [summary["Y"][k] for k in ("population", "population_own", "population_other")] == [1, 0, 0]
    refused("No feature has the region 08.*: 8", **given, REPORT_REGION="08")


def test_one_region_written_in_two_ways_is_refused(make_layer, network):
    """A table read as numbers has 8 for 08, and everybody would seem to cross the border."""
    people = make_layer("id:string,r:string", [("POINT(900 0)", "own", "08"), ("POINT(0 900)", "blank", "")])
    centres = make_layer("code:string,r:integer", [("POINT(1000 0)", "X", 8), ("POINT(0 500)", "Y", 5)])
    given = {**common(network, people, centres), "POPULATION": "", "ORIGIN_REGION": "r", "FACILITY_REGION": "r"}
    for name in ("nearestfacility", "vulnerability"):
        refused("written as 08 in ORIGINS and as 8 in FACILITIES", name, **given)
    centres = make_layer("code:string,r:string", [("POINT(1000 0)", "X", "05"), ("POINT(0 500)", "Y", "05")])
    given, heard = {**given, "FACILITIES": centres}, Listening()
    out = processing.run("narvard:nearestfacility", given, context=QgsProcessingContext(), feedback=heard)
    assert {row["id"]: row["crosses_border"] for row in rows(out["OUTPUT"])} == {"own": True, "blank": NULL}
    assert "1 features of ORIGINS have no region" in heard.said
    heard = Listening()
    processing.run("narvard:vulnerability", {**given, "REPORT_REGION": "08"}, feedback=heard)
    assert "No feature of FACILITIES has the region 08 of REPORT_REGION." in heard.said


def test_catchments_of_one_region_reach_as_far_merged_as_alone(make_layer, network):
    centres = make_layer("code:string,r:string", [("POINT(1000 0)", "X", "98"), ("POINT(0 500)", "Y", "99")])
    people = make_layer(
        "id:string,n:integer,r:string", [("POINT(900 0)", "a", 7, "99"), ("POINT(0 900)", "b", 4, "98")]
    )
    given = common(
        network, people, centres, ORIGIN_REGION="r", FACILITY_REGION="r", REPORT_REGION="99", BREAKS="5", CELL_SIZE=50,
        MAX_OFFROAD=100,
    )  # fmt: skip
    (alone,) = rows(run("catchments", **given, OVERLAP="separate")["OUTPUT"])
    (merged,) = rows(run("catchments", **given, OVERLAP="merged")["OUTPUT"])
    assert (alone["facility_id"], merged["facility_id"]) == ("Y", NULL)
    assert alone["area_km2"] == pytest.approx(merged["area_km2"])
    for row in (alone, merged):
        assert [row[k] for k in ("population", "population_own", "population_other")] == [11, 7, 4]
    (own,) = rows(run("catchments", **given, OVERLAP="nearest")["OUTPUT"])
    assert own["population"] == 4 and own["area_km2"] < alone["area_km2"]


def test_a_ring_without_cells_has_no_area(network, people, centres):
    found = rows(run("catchments", **common(network, people, centres, BREAKS="1,3", CELL_SIZE=5000))["OUTPUT"])
    assert sum(row["population"] for row in found if row["facility_id"] == "N") == 13
    assert all(row["area_km2"] >= 0 for row in found)


def test_one_coordinate_off_the_earth_is_skipped_and_counted(make_layer, network, centres):
    people = make_layer(
        "id:string,n:integer", [("POINT(15 56)", "far", 2), ("POINT(15 95)", "off", 40)], crs="EPSG:4326"
    )

    feedback = Listening()
    out = processing.run("narvard:nearestfacility", common(network, people, centres), feedback=feedback)
    assert [row["id"] for row in rows(out["OUTPUT"])] == ["far"]
    assert "off (coordinates outside its system)" in feedback.said and "stand for 40 people" in feedback.said


def test_two_outputs_never_share_a_file(network, people, centres, tmp_path):
    path = str(tmp_path / "both.gpkg")
    refused("same place", **common(network, people, centres, OUTPUT=path, FACILITY_SUMMARY=path))
    assert list(tmp_path.glob("*both*")) == []


def test_what_a_killed_run_set_aside_survives_the_next_cancel(network, people, centres, tmp_path):
    path = tmp_path / "result.gpkg"
    run("nearestfacility", **common(network, people, centres, OUTPUT=str(path)))
    good = path.read_bytes()
    path.rename(tmp_path / ".result.gpkg.earlier")
    path.write_bytes(b"half")  # as a run that was killed leaves it
    for asks in range(6, 60):
        try:
            if processing.run(
                "narvard:nearestfacility",
                common(network, people, centres, OUTPUT=str(path)),
                feedback=CancelAfter(asks),
            ).get("OUTPUT"):
                break
        except QgsProcessingException:
            pass
        assert path.read_bytes() in (b"half", good)
    assert QgsVectorLayer(str(path)).featureCount() == 5
    assert not (tmp_path / ".result.gpkg.earlier").exists()


def test_a_stray_geometry_of_another_kind_is_skipped_and_counted(make_layer, network, people, tmp_path):
    shapes = {"N": "POINT(0 500)", "line": "LINESTRING(0 0, 9 9)", "area": "POLYGON((0 0, 9 0, 9 9, 0 0))"}
    written = tmp_path / "mixed.csv"
    written.write_text("code;wkt\n" + "".join(f"{code};{wkt}\n" for code, wkt in shapes.items()))
    options = gdal.VectorTranslateOptions(
        srcSRS="EPSG:3006", dstSRS="EPSG:3006", geometryType="GEOMETRY", layerName="mixed",
        SQLStatement="SELECT code, ST_GeomFromText(wkt) FROM mixed", SQLDialect="SQLite",
    )  # fmt: skip
    gdal.VectorTranslate(str(tmp_path / "mixed.gpkg"), str(written), options=options)
    centres = f"{tmp_path / 'mixed.gpkg'}|layername=mixed"
    feedback = Listening()
    out = processing.run("narvard:nearestfacility", common(network, people, centres), feedback=feedback)
    assert {row["facility_1"] for row in rows(out["OUTPUT"])} == {"N", NULL}
    assert "line (not a point)" in feedback.said and "area (not a point)" in feedback.said
    polygons = make_layer("", [("POLYGON((0 0, 9 0, 9 9, 0 0))",)])
    refused("not a line", name="buildnetwork", ROADS=polygons, NETWORK=str(tmp_path / "x.npz"))


def test_an_earlier_summary_can_be_the_next_runs_facilities(network, people, centres):
    summary = run("nearestfacility", **common(network, people, centres, FACILITY_SUMMARY="TEMPORARY_OUTPUT"))
    kept = run.kept
    again = run("nearestfacility", **common(network, people, summary["FACILITY_SUMMARY"]))
    assert {row["facility_1"] for row in rows(again["OUTPUT"])} == {"N", NULL} and kept
    refused("PREFIX", **common(network, people, summary["FACILITY_SUMMARY"], FACILITY_SUMMARY="TEMPORARY_OUTPUT"))


def test_asking_for_more_facilities_than_there_are_costs_nothing(network, people, centres):
    few, many = (rows(run("odmatrix", **common(network, people, centres, COUNT=n))["OUTPUT"]) for n in (2, 10**9))
    assert few == many and len(few) == 4


@pytest.mark.parametrize("name", ["MAX_MINUTES", "SPEED_FACTOR", "MAX_OFFROAD"])
def test_a_number_that_is_none_is_refused(network, people, centres, name):
    refused("above 0|must be a number", **{**common(network, people, centres), name: float("nan")})


@pytest.mark.parametrize("overlap", ["separate", "merged", "nearest"])
def test_a_reported_region_without_a_facility_is_a_sentence(make_layer, network, overlap):
    people = make_layer("id:string,n:integer,r:string", [("POINT(900 0)", "a", 7, "99")])
    given = {"ORIGIN_REGION": "r", "FACILITY_REGION": "r", "REPORT_REGION": "99", "OVERLAP": overlap}
    abroad = make_layer("code:string,r:string", [("POINT(0 500)", "Y", "98")])
    for cost in ("network", "straight"):
        refused(
            "No facility lies in the regions", name="catchments", **common(network, people, abroad, COST=cost, **given)
        )
    far = make_layer("code:string,r:string", [("POINT(0 500)", "Y", "98"), ("POINT(0 90000)", "X", "99")])
    if overlap != "nearest":
        refused("None of the 1 facilities", name="catchments", **common(network, people, far, **given))
