"""Roads from Lastkajen: the county's file by name, a ticket that runs out, one layer of many, and nothing half unpacked."""

import json
import sqlite3
import unicodedata
from contextlib import closing

import pytest
from osgeo import ogr, osr

from narvard_plugin import catalogue
from narvard_plugin.sources import errors
from narvard_plugin.sources.cache import Cache
from narvard_plugin.sources.credentials import Credentials
from narvard_plugin.sources.lastkajen import Lastkajen
from narvard_plugin.sources.lastkajen_delivery import names_county
from narvard_plugin.sources.new_files import NewFiles
from tests.sources.impatient import answer_of, files_in, impatient, told
from tests.sources.servers.base import FAULTS, Reply
from tests.sources.servers.lastkajen import PASSWORD, TOLD_DAY, USER, LastkajenServer, delivery
from tests.sources.servers.trafiklab import zipped

ACCOUNT = Credentials(USER, PASSWORD)
NAME = "Norrbottens_län_GeoPackage.zip"


def roads(folder, columns=("f_HOGST_225", "b_hogst_231", "VAGTR_474"), layers=("NVDB_hom",), srs=3006) -> bytes:
    path = folder / "made.gpkg"
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    system = osr.SpatialReference()
    system.ImportFromEPSG(srs)
    for name in layers:
        layer = data.CreateLayer(name, system, ogr.wkbLineStringZM)
        for column in columns:
            layer.CreateField(ogr.FieldDefn(column, ogr.OFTReal))
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(0, 70.0)
        feature.SetGeometry(ogr.CreateGeometryFromWkt("LINESTRING ZM (536000 6474000 1 0, 536100 6474000 2 100)"))
        layer.CreateFeature(feature)
    del layer, data
    content = path.read_bytes()
    path.unlink()
    return content


def with_trigger(folder) -> bytes:
    """Roads that would delete themselves when one of them is edited."""
    path = folder / "spoiled.gpkg"
    path.write_bytes(roads(folder))
    with closing(sqlite3.connect(path)) as data:
        data.execute("CREATE TRIGGER t AFTER UPDATE ON NVDB_hom BEGIN DELETE FROM NVDB_hom; END")
    return path.read_bytes()


@pytest.fixture
def zip_file(tmp_path):
    speeds = roads(tmp_path, ("Hastighet",), ("NVDB_DKHastighetsgrans",))
    return delivery({"NORRBOTTENS_lan.GPKG": roads(tmp_path), "hastighet.gpkg": speeds}, 1)


@pytest.fixture
def server(zip_file):
    others = {"Gävleborgs län": {"Gävleborgs_län_GeoPackage.zip": b"x"}, "Västerbottens län": {}}
    with LastkajenServer({"Norrbottens län": {NAME: zip_file, "Norrbottens_län_Shape.zip": b"x"}, **others}) as running:
        yield running


def fetch(server, folder, client=None, **more):
    given = {
        "given": ACCOUNT,
        "cache": Cache(folder / "cache"),
        "county": "Norrbottens län",
        **more,
    }
    with NewFiles(folder / "vägar") as files:
        source = Lastkajen(server.base, files=files, **given)
        return source, source.fetch(client or impatient())


def test_the_way_from_login_to_roads(server, tmp_path):
    source, fetched = fetch(server, tmp_path)
    path = tmp_path / "vägar" / "NORRBOTTENS_lan.gpkg"
    assert (fetched.parts, fetched.files, fetched.data_date) == ((), (path,), TOLD_DAY)
    assert source.layer == f"{path}|layername=NVDB_hom"
    assert files_in(tmp_path / "vägar") == ["NORRBOTTENS_lan.gpkg"]
    assert "holds 1 objects" in fetched.notes[0]
    assert "NVDB_DKHastighetsgrans" in fetched.notes[1]
    paths = [one.path.rpartition("/")[2] for one in server.asked]
    assert paths == ["GetDataPackages", "100", "Login", "GetDataPackageDownloadToken", "GetDataPackageFile"]
    _, again = fetch(server, tmp_path)
    assert [one.path.rpartition("/")[2] for one in server.asked][5:] == ["GetDataPackages", "100"], "no second download"
    assert again.files == fetched.files
    server.times = "2026-11-15T03:00:00"
    fetch(server, tmp_path)
    assert server.asked[-1].path.endswith("GetDataPackageFile"), "a newer delivery is fetched"


def test_a_ticket_that_has_run_out_is_taken_anew_once(server, tmp_path):
    server.stale = 1
    fetch(server, tmp_path)
    assert [one.path.rpartition("/")[2] for one in server.asked].count("GetDataPackageDownloadToken") == 2
    server.stale, server.times = 9, "2026-11-15T03:00:00"
    assert "Biljetten är inte längre giltig" in told(lambda: fetch(server, tmp_path))
    assert [one.path.rpartition("/")[2] for one in server.asked].count("GetDataPackageDownloadToken") == 4


def test_a_wrong_password_is_told_in_the_services_words(server, tmp_path):
    words = told(lambda: fetch(server, tmp_path, given=Credentials(USER, "fel-lösen")))
    assert "Felaktigt användarnamn eller lösenord." in words
    assert "fel-lösen" not in words
    assert "needs a key or an account" in told(lambda: fetch(server, tmp_path, given=None))
    assert files_in(tmp_path) == []


def test_the_list_of_packages_may_want_a_login(server, tmp_path):
    server.signed_in_lists = True
    fetch(server, tmp_path)
    assert any(one.path.endswith("GetPublishedDataPackages") for one in server.asked)


def test_a_file_that_is_here_needs_no_account(server, tmp_path, zip_file):
    mine = tmp_path / "min leverans.zip"
    mine.write_bytes(zip_file)
    _, fetched = fetch(server, tmp_path, given=None, zip_file=mine)
    assert server.asked == []
    assert fetched.part == "min leverans.zip"
    assert answer_of(fetched.files[0], "SELECT count(*) FROM NVDB_hom") == 1


def test_none_and_several_files_are_named(server, tmp_path, zip_file):
    words = told(lambda: fetch(server, tmp_path, county="Kalmar län"))
    assert '"Kalmar län" fits 0' in words
    assert "Norrbottens län, Gävleborgs län, Västerbottens län" in words
    assert "Norrbottens_län_Shape.zip" in told(lambda: fetch(server, tmp_path, file_name="finns_inte.zip"))
    server.counties["Norrbottens län"]["Norrbotten_GeoPackage_2025.zip"] = zip_file
    assert "fits 2" in told(lambda: fetch(server, tmp_path))
    _, fetched = fetch(server, tmp_path, file_name="norrbottens_lan_geopackage.zip")
    assert fetched.part == NAME


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (lambda folder: delivery({"a.gpkg": roads(folder, ("Hastighet",))}, 1), "must have one"),
        (lambda folder: delivery({"a.gpkg": roads(folder, layers=("a", "b"))}, 2), "2 layers"),
        (lambda folder: delivery({"a.gpkg": roads(folder, srs=3021)}, 1), "EPSG:3021"),
        (lambda folder: delivery({"a.gpkg": b"SQLite format 3\0" + b"x" * 4000}, 1), "damaged"),
        (lambda folder: delivery({"a.gpkg": b"inte en databas"}, 1), "damaged"),
        (lambda folder: delivery({"a.gpkg": with_trigger(folder)}, 1), "a program that would run"),
        (lambda folder: zipped({"las.txt": b"x"}), "damaged"),
        (lambda folder: zipped({"../../a.gpkg": roads(folder)}), "outside its folder"),
    ],
)
def test_a_delivery_that_is_no_road_network_leaves_the_earlier_roads(server, tmp_path, content, words):
    fetch(server, tmp_path)
    before = (tmp_path / "vägar" / "NORRBOTTENS_lan.gpkg").read_bytes()
    server.counties["Norrbottens län"][NAME], server.times = content(tmp_path), "2026-11-15T03:00:00"
    assert words in told(lambda: fetch(server, tmp_path))
    assert files_in(tmp_path / "vägar") == ["NORRBOTTENS_lan.gpkg"]
    assert (tmp_path / "vägar" / "NORRBOTTENS_lan.gpkg").read_bytes() == before


#: In the first answer, and in the zip itself, which has no encoding of its own and may be large.
@pytest.mark.parametrize(
    ("fault", "after"),
    [*((fault, 0) for fault in FAULTS), *((fault, 4) for fault in FAULTS if fault not in ("wrong_encoding", "huge"))],
)
def test_no_fault_leaves_anything(server, tmp_path, fault, after):
    server.misbehave(fault, times=None, after=after)
    assert "Nothing was stored" in told(lambda: fetch(server, tmp_path))
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("fault", ["cut_off", "failing"])
def test_a_fault_at_any_request_leaves_the_earlier_roads(server, tmp_path, fault):
    fetch(server, tmp_path)
    total, before = len(server.asked), (tmp_path / "vägar" / "NORRBOTTENS_lan.gpkg").read_bytes()
    for number in range(total):
        server.times = f"2026-11-{number + 1:02}T03:00:00"
        server.misbehave(fault, times=None, after=number)
        assert "Nothing was stored" in told(lambda: fetch(server, tmp_path)), number
        server.behave()
    assert files_in(tmp_path / "vägar") == ["NORRBOTTENS_lan.gpkg"]
    assert (tmp_path / "vägar" / "NORRBOTTENS_lan.gpkg").read_bytes() == before


def test_a_delivery_without_a_day_of_its_own_has_none(server, tmp_path):
    server.counties["Norrbottens län"][NAME] = zipped({"a.gpkg": roads(tmp_path)})
    server.times = "15 okt 2026"
    assert fetch(server, tmp_path)[1].data_date is None


def test_the_password_is_not_said_back(server, tmp_path):
    reply = server.reply
    server.reply = lambda asked: Reply(400, asked.body, "text/plain") if asked.body else reply(asked)
    with pytest.raises(errors.Rejected) as raised:
        fetch(server, tmp_path)
    said = repr(raised.value) + str(raised.value.args)
    assert USER in said and PASSWORD not in said and json.dumps(PASSWORD)[1:-1] not in said


def test_cancel_leaves_nothing(server, tmp_path):
    for asks in (1, 5, 8, 10):
        answers = iter([False] * asks)
        with pytest.raises(errors.Stopped):
            fetch(server, tmp_path, impatient(cancelled=lambda answers=answers: next(answers, True)))
        assert files_in(tmp_path / "vägar") == []


def test_each_county_fits_its_own_file_alone():
    """Also without the genitive, without rings and dots, and with letters put together of two signs."""
    counties = [region.county for region in catalogue.regions().regions.values()]
    assert len(counties) == 21
    plain = str.maketrans("åäöÅÄÖ", "aaoAAO")
    for county in counties:
        stem = county.removesuffix(" län")
        bare = stem[:-1] if stem.endswith("s") else stem
        for name in (f"{county}_GeoPackage.zip", f"{county.upper()}_geopackage.ZIP", f"{bare}_län.zip", bare,
                     county.translate(plain), unicodedata.normalize("NFD", county)):  # fmt: skip
            name = name.replace(" ", "_")
            assert [one for one in counties if names_county(name, one)] == [county], name
