"""Lantmäteriet's STAC-vektor: an open search to its last page, files for an account that ordered them, all of them or none."""

import sqlite3
from contextlib import closing

import pytest
from osgeo import ogr

from narvard_plugin.sources import errors
from narvard_plugin.sources.cache import Cache
from narvard_plugin.sources.credentials import Credentials
from narvard_plugin.sources.new_files import NewFiles
from narvard_plugin.sources.stac import StacVector
from tests.sources.impatient import answer_of, files_in, impatient, told
from tests.sources.servers.base import FAULTS
from tests.sources.servers.ngp import KEY, SECRET
from tests.sources.servers.stac import StacServer, gpkg
from tests.sources.servers.trafiklab import zipped

CODES = ["9901", "9902", "9903"]


def square(x: float) -> ogr.Geometry:
    return ogr.CreateGeometryFromWkt(f"POINT ({x} 6300000)").Buffer(500.0, 1)


def houses(code: str) -> bytes:
    return zipped({f"byggnad_kn{code}.gpkg": gpkg({"byggnad": [({"objektidentitet": code}, square(760000))]})})


def borders(**names) -> bytes:
    rows = [
        (
            {names.get("code", "kommunkod"): code, names.get("name", "namnkortform"): f"Kommun {code}"},
            square(700000 + 10 * int(code)),
        )
        for code in (*CODES, "9801")
    ]
    counties = [({"lanskod": "99", "namnkortform": "Exempellän"}, square(700000))]
    return zipped({"kommun-lan-rike_aktuell.gpkg": gpkg({"kommun": rows, "lan": counties})})


@pytest.fixture
def server():
    files = {("byggnader", code): houses(code) for code in (*CODES, "9801")}
    with StacServer({**files, ("kommun-lan-rike", "aktuell"): borders(), ("kommun-lan-rike", "2025"): b"x"}) as running:
        running.page = 2
        yield running


def fetch(server, folder, client=None, collection="byggnader", **more):
    chosen = {"municipalities": CODES, **more}
    with NewFiles(folder / "ut") as files:
        source = StacVector(
            server.base, Credentials(KEY, SECRET), Cache(folder / "cache"), collection, files=files, **chosen
        )
        return source.fetch(client or impatient())


def test_a_file_for_each_municipality(server, tmp_path):
    fetched = fetch(server, tmp_path)
    assert [path.name for path in fetched.files] == [f"byggnader_{code}.gpkg" for code in CODES]
    assert files_in(tmp_path / "ut") == [f"byggnader_{code}.gpkg" for code in CODES]
    assert answer_of(fetched.files[0], "SELECT objektidentitet FROM byggnad") == "9901"
    assert (fetched.parts, fetched.data_date, fetched.part) == ((), "2026-11-15", "byggnader")
    searches = [one for one in server.asked if one.path.endswith("/search")]
    assert len(searches) == 2 and all("authorization" not in one.headers for one in searches)
    asked = len(server.asked)
    assert "3 of them were already here" in fetch(server, tmp_path).notes[1]
    assert len(server.asked) == asked + 3, "the search alone"


def test_borders_become_a_division(server, tmp_path):
    fetched = fetch(server, tmp_path, collection="kommun-lan-rike", municipalities=(), region="99")
    (part,) = fetched.parts
    assert (part.table, part.within) == ("divisions", {"kind": ["kommun"], "region": ["99"]})
    assert part.rows["zone_id"].tolist() == CODES
    assert part.rows["name"].tolist() == [f"Kommun {code}" for code in CODES]
    assert {ogr.CreateGeometryFromWkb(wkb).GetGeometryName() for wkb in part.wkb} == {"MULTIPOLYGON"}
    assert [path.name for path in fetched.files] == ["kommun-lan-rike.gpkg"]
    assert fetch(server, tmp_path, collection="kommun-lan-rike", municipalities=()).parts == ()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda server: server.ordered.clear(), "refused (code 403)"),
        (lambda server: server.files.pop(("byggnader", "9902")), "no file of byggnader for municipality 9902"),
        (lambda server: setattr(server, "wrong_size", True), "cut off"),
        (lambda server: setattr(server, "stranger", True), "localhost:9"),
        (
            lambda server: server.files.update({("byggnader", "9902"): zipped({"a.gpkg": b"x", "b.gpkg": b"y"})}),
            "damaged",
        ),
        (lambda server: server.files.update({("byggnader", "9902"): zipped({"a.gpkg": b"x"})}), "damaged"),
        (
            lambda server: server.files.update({("byggnader", "9902"): zipped({"../a.gpkg": b"x"})}),
            "outside its folder",
        ),
    ],
)
def test_one_bad_file_and_none_is_put_in_the_folder(server, tmp_path, spoil, words):
    spoil(server)
    assert words in told(lambda: fetch(server, tmp_path))
    assert files_in(tmp_path / "ut") == []


def test_what_cannot_be_a_division_or_is_not_there(server, tmp_path):
    chosen = {"collection": "kommun-lan-rike", "municipalities": ()}
    assert "kommun: 97 = 0" in told(lambda: fetch(server, tmp_path, region="97", **chosen))
    server.files["kommun-lan-rike", "aktuell"] = borders(code="kod")
    assert "kommun: kod, namnkortform" in told(lambda: fetch(server, tmp_path / "2", region="99", **chosen))
    assert files_in(tmp_path / "ut") == files_in(tmp_path / "2" / "ut") == []
    assert "fits 0" in told(lambda: fetch(server, tmp_path, collection="ortnamn", municipalities=()))
    wrong = StacVector(
        server.base, Credentials(KEY, "fel"), Cache(tmp_path / "3"), "byggnader", ["9901"], NewFiles(tmp_path / "4")
    )
    assert "refused (code 401): Unauthorized" in told(lambda: wrong.fetch(impatient()))


def test_a_year_is_no_municipality(server, tmp_path):
    """2023 is the code of Malung-Sälen, too."""
    server.files = {("byggnader", name): houses(name) for name in ("byggnader_kn9901_2023", "9902", "kn2023_2026")}
    fetched = fetch(server, tmp_path, municipalities=["9901", "9902", "2023"])
    found = [answer_of(path, "SELECT objektidentitet FROM byggnad") for path in fetched.files]
    assert found == ["byggnader_kn9901_2023", "9902", "kn2023_2026"]
    server.files = {("byggnader", name): houses(name) for name in ("9901_2023", "hus_2023_2024")}
    assert "no file of byggnader for municipality 2023" in told(
        lambda: fetch(server, tmp_path, municipalities=["2023"])
    )


def with_municipalities(*rows) -> bytes:
    named = [({"kommunkod": code, "namnkortform": "Ö"}, shape) for code, shape in rows]
    return zipped({"kommun-lan-rike_aktuell.gpkg": gpkg({"kommun": named})})


def test_islands_and_holes_belong_to_one_municipality(server, tmp_path):
    lake = square(700000).Difference(ogr.CreateGeometryFromWkt("POINT (700000 6300000)").Buffer(100.0, 1))
    chosen = {"collection": "kommun-lan-rike", "municipalities": (), "region": "99"}
    server.files["kommun-lan-rike", "aktuell"] = with_municipalities(
        ("9901", lake), ("9902", square(720000)), ("9901", square(705000))
    )
    (part,) = fetch(server, tmp_path, **chosen).parts
    assert part.rows["zone_id"].tolist() == ["9901", "9902"]
    areas = [ogr.CreateGeometryFromWkb(wkb).GetArea() for wkb in part.wkb]
    assert areas == pytest.approx([square(0).GetArea() + lake.GetArea(), square(0).GetArea()])
    swapped = ogr.CreateGeometryFromWkt("POINT (6300000 700000)").Buffer(500.0, 1)
    server.files["kommun-lan-rike", "aktuell"] = with_municipalities(("9901", swapped))
    assert "EPSG:3006 E,N" in told(lambda: fetch(server, tmp_path / "2", **chosen))


def test_a_moment_in_another_form_is_no_date(server, tmp_path, monkeypatch):
    monkeypatch.setattr("tests.sources.servers.stac.UPDATED", "15/11/2026")
    assert fetch(server, tmp_path).data_date is None


def test_a_geopackage_that_runs_something_is_refused(server, tmp_path):
    made = tmp_path / "med.gpkg"
    made.write_bytes(gpkg({"byggnad": [({"objektidentitet": "1"}, square(760000))]}))
    with closing(sqlite3.connect(made)) as data:
        data.execute("CREATE TRIGGER gömd AFTER DELETE ON byggnad BEGIN DELETE FROM byggnad; END")
    server.files["byggnader", "9902"] = zipped({"a.gpkg": made.read_bytes()})
    assert "a program that would run" in told(lambda: fetch(server, tmp_path))
    assert files_in(tmp_path / "ut") == []


@pytest.mark.parametrize("fault", ["cut_off", "failing"])
def test_a_fault_at_any_request_leaves_the_earlier_files(server, tmp_path, fault, monkeypatch):
    fetch(server, tmp_path)
    total = len(server.asked)
    before = {path: path.read_bytes() for path in (tmp_path / "ut").iterdir()}
    for number in range(total):
        monkeypatch.setattr("tests.sources.servers.stac.UPDATED", f"2026-11-{number + 1:02}T00:00:00Z")
        server.files["byggnader", "9901"] = zipped(
            {"b.gpkg": gpkg({"byggnad": [({"n": str(number)}, square(760000))]})}
        )
        server.misbehave(fault, times=None, after=number)
        assert "Nothing was stored" in told(lambda: fetch(server, tmp_path)), number
        assert {path: path.read_bytes() for path in (tmp_path / "ut").iterdir()} == before
        server.behave()


@pytest.mark.parametrize(
    ("fault", "after"),
    [*((fault, 0) for fault in FAULTS), *((fault, 3) for fault in FAULTS if fault not in ("wrong_encoding", "huge"))],
)
def test_no_fault_leaves_anything(server, tmp_path, fault, after):
    """In the list of collections, and in the first file, which has no encoding of its own."""
    server.misbehave(fault, times=None, after=after)
    assert "Nothing was stored" in told(lambda: fetch(server, tmp_path))
    assert files_in(tmp_path) == []


def test_cancel_leaves_nothing_in_the_folder(server, tmp_path):
    for asks in (2, 6, 12):
        answers = iter([False] * asks)
        with pytest.raises(errors.Stopped):
            fetch(server, tmp_path / str(asks), impatient(cancelled=lambda answers=answers: next(answers, True)))
        assert files_in(tmp_path / str(asks) / "ut") == []
