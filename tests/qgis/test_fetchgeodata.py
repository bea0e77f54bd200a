"""Borders and buildings from Lantmäteriet's STAC-vektor: files in a folder, and municipalities as a division."""

import pytest
from osgeo import ogr
from qgis import processing
from qgis.core import QgsVectorLayer

from tests.sources.impatient import files_in
from tests.sources.servers.base import FAULTS
from tests.sources.servers.ngp import KEY, SECRET
from tests.sources.servers.stac import for_county

from .fetching_steps import (
    NOTHING,
    CancelWhen,
    counts,
    heard,
    hurry,
    left_alone,
    new_workspace,
    rows_of,
    sentence_of,
    stored,
)
from .small_network import rows, run
from .test_fetchplans import with_areas


@pytest.fixture(scope="module")
def made(county):
    with for_county(county.folder) as running:
        yield running


@pytest.fixture
def server(made):
    ordered = set(made.ordered)
    yield made
    made.ordered = ordered
    made.behave()
    made.asked.clear()


@pytest.fixture
def given(server, tmp_path, monkeypatch):
    hurry(monkeypatch, tmp_path / "cache")
    workspace = new_workspace(tmp_path)
    account = stored("Basic", username=KEY, password=SECRET)
    return {"WORKSPACE": workspace, "BASE_URL": server.base, "AUTH": account, "FOLDER": str(tmp_path / "gränser")}


def test_municipalities_become_a_division_that_covers_what_it_should(given, county, tmp_path):
    results, _ = heard("fetchgeodata", **given)
    own = {row["code"]: row["name"] for row in rows(county.layer("municipalities")) if row["code"][:2] == "99"}
    assert counts(results) == [len(own), 0, 0, 0]
    kept = rows_of(given["WORKSPACE"])["divisions"]
    assert dict(zip(kept["zone_id"], kept["name"])) == own
    assert set(kept["kind"]) == {"kommun"} and set(kept["region"]) == {"99"}
    fetched = sum(ogr.CreateGeometryFromWkb(wkb).GetArea() for wkb in kept["geom"])
    layer = QgsVectorLayer(county.layer("regions", "code='99'"))
    assert fetched == pytest.approx(sum(feature.geometry().area() for feature in layer.getFeatures()))
    assert results["FILES"] == str(tmp_path / "gränser" / "kommun-lan-rike.gpkg")
    assert QgsVectorLayer(f"{results['FILES']}|layername=lan").featureCount() == 2
    assert QgsVectorLayer(results["OUTPUT"]).featureCount() == len(own)
    assert counts(run("fetchgeodata", **given)) == [0, 0, 0, len(own)]
    row = rows_of(given["WORKSPACE"], "sources")["sources"].iloc[0]
    assert row[["source_id", "fed", "part", "data_date"]].tolist() == [
        "lantmateriet_stac", "divisions", "kommun-lan-rike", "2026-11-15",
    ]  # fmt: skip


def test_other_divisions_and_the_neighbours_are_left(given):
    run("fetchgeodata", **given)
    before = rows_of(given["WORKSPACE"], "divisions")["divisions"]
    assert counts(run("fetchgeodata", **given, REGION="99", DIVISIONS=False)) == [0, 0, 0, 0]
    assert rows_of(given["WORKSPACE"], "divisions")["divisions"].equals(before)


def test_buildings_of_two_municipalities(given, county, tmp_path):
    with_areas(given["WORKSPACE"], county)
    results = run("fetchgeodata", **given, COLLECTION="byggnader", MUNICIPALITIES="9901;9903")
    names = ["byggnader_9901.gpkg", "byggnader_9903.gpkg"]
    assert files_in(tmp_path / "gränser") == names and counts(results) == [0, 0, 0, 0]
    assert results["OUTPUT"] == results["FILES"] == ";".join(str(tmp_path / "gränser" / name) for name in names)
    row = rows_of(given["WORKSPACE"], "sources")["sources"].iloc[0]
    assert row["part"] == "byggnader;9901;9903" and row["fed"] is None
    words = sentence_of("fetchgeodata", **given, COLLECTION="byggnader", REGION="08", MUNICIPALITIES="0880")
    assert "no file of byggnader for municipality 0880" in words


def test_tokens_work_as_well_as_passwords_only_where_the_service_takes_them(given, server):
    words = sentence_of("fetchgeodata", **given, SIGN_IN="token")
    assert "/oauth2/token" in words


@pytest.mark.parametrize("after", [0, 2])
@pytest.mark.parametrize("fault", [f for f in FAULTS if f not in ("slow", "too_many", "wrong_encoding", "huge")])
def test_a_fault_leaves_everything_as_it_was(given, server, tmp_path, fault, after):
    server.misbehave(fault, times=None, after=after)
    with left_alone(given["WORKSPACE"]):
        assert NOTHING in sentence_of("fetchgeodata", **given)
    assert files_in(tmp_path / "cache") == [] and not (tmp_path / "gränser").exists()


def test_what_the_account_has_not_ordered(given, server):
    server.ordered.clear()
    assert "refused (code 403)" in sentence_of("fetchgeodata", **given)
    wrong = {**given, "AUTH": stored("Basic", username=KEY, password="fel-ord")}
    words = sentence_of("fetchgeodata", **wrong)
    assert "refused (code 401)" in words and "fel-ord" not in words


@pytest.mark.parametrize("moment", ["cache/*/body", "gränser/.narvard-*", "gränser/kommun-lan-rike.gpkg"])
def test_cancel_leaves_no_file(given, tmp_path, moment):
    """When the file is here, while unpacking, and when it is in place but nothing is noted."""
    feedback = CancelWhen(lambda: list(tmp_path.glob(moment)))
    with left_alone(given["WORKSPACE"]):
        assert processing.run("narvard:fetchgeodata", given, feedback=feedback) == {}
    assert feedback.came and not (tmp_path / "gränser").exists()


def test_an_earlier_file_comes_back_when_the_run_ends_badly(given, server, tmp_path):
    target = tmp_path / "gränser" / "kommun-lan-rike.gpkg"
    target.parent.mkdir()
    target.write_bytes(b"en fil som fanns")
    feedback = CancelWhen(lambda: target.stat().st_size > 1000)
    assert processing.run("narvard:fetchgeodata", given, feedback=feedback) == {}
    assert feedback.came and target.read_bytes() == b"en fil som fanns"
    assert files_in(target.parent) == [target.name]
