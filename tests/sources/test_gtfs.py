"""Feeds as publishers write them, and as someone would write them who means harm."""

import os
import tempfile
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest

from narvard_plugin.sources import gtfs
from narvard_plugin.sources.gtfs import GtfsError, read_feed
from tests.core.transit.making import DAY, table, write_feed

STOPS = "stop_id stop_name stop_lat stop_lon\nA Ängö 56.5 16.3\nB Bro 56.6 16.3\n"
TRIPS = "route_id service_id trip_id\nr day t\nr other u\n"
TIMES = "trip_id arrival_time departure_time stop_id stop_sequence\nt 7:10:00 7:10:00 A 1\nt 7:25:00 7:25:00 B 2\nu 8:00:00 8:00:00 A 1\n"
TABLES = {"stops": table(STOPS), "trips": table(TRIPS), "stop_times": table(TIMES)}


def feed(tmp_path, name="feed.zip", encoding="utf-8", **tables):
    return write_feed(tmp_path / name, encoding, **{**TABLES, **tables})


def refused(path, reason, name=""):
    with pytest.raises(GtfsError) as caught:
        read_feed([path], DAY)
    assert (caught.value.reason, caught.value.name) == (reason, name)


def unpacked(path, folder):
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    return folder


def test_a_folder_reads_as_its_zip_and_a_zip_may_hold_one_folder(tmp_path):
    path = feed(tmp_path)
    folder = unpacked(path, tmp_path / "folder")
    inside = tmp_path / "inside.zip"
    with zipfile.ZipFile(inside, "w") as archive:
        for file in folder.iterdir():
            archive.write(file, f"gtfs 2026/{file.name}")
    feeds = [read_feed([place], DAY) for place in (path, folder, inside)]
    for one, two in ((feeds[0], feeds[1]), (feeds[0], feeds[2])):
        assert one.latin == two.latin == []
        for name in ("stops", "trips", "stop_times", "routes", "frequencies", "transfers"):
            assert getattr(one, name).equals(getattr(two, name))
    assert feeds[0].stops["stop_name"].tolist() == ["Ängö", "Bro"]


def test_only_stop_times_of_trips_that_run_around_the_day_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(gtfs, "ROWS_AT_A_TIME", 1)  # the part that a row lies in makes no difference
    found = read_feed([feed(tmp_path)], DAY)
    assert found.trips["trip_id"].tolist() == ["t"] and found.stop_times["stop_id"].tolist() == ["A", "B"]
    for days, kept in ((1, 2), (-1, 2), (2, 0)):  # the neighbour days' trips may run past midnight
        assert len(read_feed([feed(tmp_path)], DAY + timedelta(days=days)).stop_times) == kept


def test_reading_asks_often_whether_to_go_on(tmp_path):
    class Stopped(Exception):
        pass

    def stop(share):
        raise Stopped

    with pytest.raises(Stopped):
        read_feed([feed(tmp_path)], DAY, stop)


@pytest.mark.parametrize(("encoding", "latin"), [("utf-8-sig", []), ("latin-1", ["stops.txt"])])
def test_a_byte_order_mark_and_latin_1(tmp_path, encoding, latin):
    found = read_feed([feed(tmp_path, encoding=encoding)], DAY)
    assert found.stops["stop_id"].tolist() == ["A", "B"] and found.stops["stop_name"][0] == "Ängö"
    assert found.latin == latin


def test_a_mark_of_utf_8_before_a_text_in_latin_1(tmp_path):
    path = tmp_path / "mixed.zip"
    with zipfile.ZipFile(feed(tmp_path)) as whole, zipfile.ZipFile(path, "w") as mixed:
        for name in whole.namelist():
            mixed.writestr(name, b"\xef\xbb\xbf" + whole.read(name).decode().encode("latin-1"))
    found = read_feed([path], DAY)
    assert found.stops["stop_name"].tolist() == ["Ängö", "Bro"] and found.latin == ["stops.txt"]


def test_of_several_feeds_the_one_where_nothing_runs_is_named(tmp_path):
    old = feed(tmp_path, "old.zip", calendar_dates="service_id,date,exception_type\nday,20250304,1\n")
    assert read_feed([feed(tmp_path), old], DAY).idle == [str(old)]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become someone who may not read"
)
def test_what_may_not_be_read_is_called_so():
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        place.chmod(0o755)  # unlike pytest's own folders, one that others may enter
        path = feed(place)
        folder, closed = unpacked(path, place / "folder"), unpacked(path, place / "closed")
        for shut in (path, folder / "stop_times.txt", closed):
            shut.chmod(0)
        os.seteuid(65534)
        try:
            for given, named in ((path, path), (folder, folder / "stop_times.txt"), (closed, closed / "stops.txt")):
                with pytest.raises(GtfsError) as caught:
                    read_feed([given], DAY)
                assert (caught.value.reason, caught.value.path) == ("closed", str(named))
        finally:
            os.seteuid(0)


def test_a_letter_cut_in_two_between_blocks_is_still_utf_8(tmp_path):
    long = "stop_id,stop_name,stop_lat,stop_lon\n" + "A," + "ö" * 1_500_000 + ",56.5,16.3\n"
    assert read_feed([feed(tmp_path, stops=long)], DAY).latin == []


def test_headers_and_values_with_blanks_quotes_and_commas_at_the_end(tmp_path):
    odd = 'stop_id , "stop_name", stop_lat,stop_lon,\r\n A ,"Torget, norra", 56.5 ,16.3,\r\nB,"",56.6,16.3,\r\n'
    found = read_feed([feed(tmp_path, stops=odd)], DAY).stops
    assert found.values.tolist() == [["A", "Torget, norra", "56.5", "16.3", "", ""], ["B", "", "56.6", "16.3", "", ""]]


def test_optional_tables_and_columns_may_be_missing(tmp_path):
    path = tmp_path / "bare.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in {**TABLES, "calendar_dates": f"service_id,date,exception_type\nday,{DAY:%Y%m%d},1\n"}.items():
            archive.writestr(f"{name}.txt", text)
    found = read_feed([path], DAY)
    assert len(found.stop_times) == 2 and (found.stop_times["pickup_type"] == "").all()
    assert len(found.transfers) == len(found.frequencies) == len(found.routes) == 0


def test_an_empty_table_is_a_table(tmp_path):
    assert len(read_feed([feed(tmp_path, transfers="")], DAY).transfers) == 0


def test_two_feeds_with_the_same_ids_stay_two(tmp_path):
    found = read_feed([feed(tmp_path), feed(tmp_path, "second.zip", "latin-1")], DAY)
    assert found.stops["stop_id"].tolist() == ["1:A", "1:B", "2:A", "2:B"]
    assert found.stop_times["trip_id"].unique().tolist() == ["1:t", "2:t"]
    assert set(found.calendar.dates["service_id"]) == {"1:day", "2:day"} and found.latin == ["2: stops.txt"]
    assert (found.stops["parent_station"] == "").all()  # what is blank stays blank


@pytest.mark.parametrize("name", ["stops", "trips", "stop_times"])
def test_what_every_feed_must_have(tmp_path, name):
    folder = unpacked(feed(tmp_path), tmp_path / "folder")
    (folder / f"{name}.txt").unlink()
    refused(folder, "no_table", f"{name}.txt")


def test_what_cannot_be_a_feed_is_refused(tmp_path):
    refused(tmp_path / "nowhere.zip", "missing")
    refused(tmp_path / ("long" * 2000), "missing")
    (tmp_path / "text.zip").write_text("hello")
    refused(tmp_path / "text.zip", "not_a_feed")
    folder = unpacked(feed(tmp_path), tmp_path / "folder")
    (folder / "calendar_dates.txt").unlink()
    refused(folder, "no_calendar")
    refused(feed(tmp_path, stops="stop_id,stop_name\nA,Torget\n"), "no_column", "stops.txt: stop_lat")
    refused(feed(tmp_path, trips='route_id,service_id,trip_id\nr,day,"t\n'), "damaged", "trips.txt")
    refused(
        feed(tmp_path, stop_times="trip_id,arrival_time\nt,7:10:00\n"), "no_column", "stop_times.txt: departure_time"
    )


def test_a_damaged_member_is_refused(tmp_path):
    path = feed(tmp_path)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("stop_times.txt")
    begin = info.header_offset + 30 + len(info.filename)
    data[begin : begin + 20] = bytes(20)
    path.write_bytes(data)
    refused(path, "damaged", "stop_times.txt")


def test_a_damaged_member_of_another_method_is_refused(tmp_path):
    path = tmp_path / "lzma.zip"
    with zipfile.ZipFile(feed(tmp_path)) as whole, zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as other:
        for name in whole.namelist():
            other.writestr(name, whole.read(name))
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("stop_times.txt")
    begin = info.header_offset + 30 + len(info.filename) + 12
    data[begin : begin + 20] = b"\xff" * 20
    path.write_bytes(data)
    refused(path, "damaged", "stop_times.txt")
    at = data.rfind(b"PK\x01\x02")
    data[at + 6] = 99  # a version of the format that nobody has
    path.write_bytes(data)
    refused(path, "not_a_feed")


def test_a_bomb_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(gtfs, "SUSPECT_BYTES", 1 << 20)
    blank = TABLES["stop_times"] + " " * (3 << 20)
    refused(feed(tmp_path, stop_times=blank), "too_large", "stop_times.txt")
    monkeypatch.setattr(gtfs, "SUSPECT_BYTES", 1 << 30)
    monkeypatch.setattr(gtfs, "MOST_BYTES", 1 << 20)
    refused(feed(tmp_path, stop_times=blank), "too_large")


def test_a_locked_zip_and_one_with_two_members_of_one_name_are_refused(tmp_path):
    path = feed(tmp_path)
    data = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 4)
    path.write_bytes(data)
    refused(path, "encrypted", "stops.txt")
    path = feed(tmp_path)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("stops.txt", TABLES["stops"])
    refused(path, "damaged")


def test_members_of_other_names_are_never_touched(tmp_path):
    path = feed(tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../../escape.txt", "x")
        archive.writestr("/etc/stops.txt.exe", "x")
        archive.writestr("shapes.txt", b"\xff" * 100)
    before = sorted(tmp_path.rglob("*"))
    assert len(read_feed([path], date(2026, 3, 4)).stop_times) == 2
    assert sorted(tmp_path.rglob("*")) == before
