"""The exchange file on disk: the same back, hostile files refused, and a killed writer leaves the earlier file."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from narvard_plugin.algorithms.data.importexchange_sentences import sentence
from narvard_plugin.core import exchange
from narvard_plugin.core.exchange import ExchangeError, Header
from narvard_plugin.sources.exchange_file import is_exchange, read_csv, read_exchange, write_exchange
from narvard_plugin.sources.facility_files import FileProblem
from tests.full_disk import no_more_than
from tests.shared import campaign

ROOT = Path(__file__).resolve().parents[2]
HEADER = Header(exchange.FORMAT, exchange.VERSION, "98", "2024-12-31", "CC0", "planering@region.se", "0.5.0", 5)
WRITER = """
import sys
from pathlib import Path
from narvard_plugin.sources.exchange_file import write_exchange
from tests.sources.test_exchange_file import HEADER, tables

many = tables(60_000)
print("writing", flush=True)
while True:
    write_exchange(Path(sys.argv[1]), HEADER, many)
    print("written", flush=True)
"""


def tables(count=3):
    def table(of, **columns):
        given = {**dict.fromkeys(exchange.TABLES[of].names), **columns}
        return pd.DataFrame(given, index=range(count)).astype(object)

    ids = [f"98-{at}" for at in range(count)]
    places = {"x": [500000.123 + at for at in range(count)], "y": 6400000.0}
    return {
        "facilities": table(
            "facilities",
            facility_id=ids,
            name="Åhamns hälsocentral",
            type="vardcentral",
            region="98",
            opened=1990,
            **places,
        ),
        "services": table("services", facility_id=ids, service="distriktsskoterska", volume=1.5),
        "capacity": table("capacity", facility_id=ids, kind="listade", value=1234.0, date="2024-12-31"),
    }


def problem(path):
    with pytest.raises(ExchangeError) as raised:
        read_exchange(path)
    return raised.value.problem


def test_what_is_written_is_read(tmp_path):
    path = tmp_path / "utbyte 98.gpkg"
    assert write_exchange(path, HEADER, tables())
    header, found = read_exchange(path)
    assert header == HEADER
    for name, rows in tables().items():
        assert exchange.checksum(header, name, found[name]) == exchange.checksum(header, name, rows)
    assert found["facilities"]["x"].tolist() == [500000.123, 500001.123, 500002.123]
    assert is_exchange(path)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    with sqlite3.connect(path) as file:
        (metadata,) = file.execute("SELECT metadata FROM gpkg_metadata").fetchone()
    assert "avtalats" in metadata  # the file describes its own format


@pytest.mark.parametrize(
    ("statement", "wrong"),
    [
        ("UPDATE facilities SET name = 'Annan' WHERE fid = 1", "changed"),
        ("DELETE FROM services WHERE fid = 2", "changed"),
        ("UPDATE exchange SET licence = 'annan' WHERE 1", "changed"),
        ("UPDATE exchange SET sha256 = 'a' WHERE table_name = 'capacity'", "changed"),
        ("ALTER TABLE facilities DROP COLUMN municipality", "columns"),
        ("UPDATE exchange SET version = 2 WHERE 1", "version"),
        ("DROP TABLE exchange", "format"),
        ("DELETE FROM gpkg_contents WHERE table_name = 'capacity'; DROP TABLE capacity", "tables"),
        ("UPDATE facilities SET opened = 'i fjol' WHERE fid = 1", "changed"),  # what is no number reads as none
    ],
)  # fmt: skip
def test_an_edited_file_is_refused(tmp_path, statement, wrong):
    path = tmp_path / "utbyte.gpkg"
    write_exchange(path, HEADER, tables())
    with sqlite3.connect(path) as file:
        for name in ("rtree_facilities_geom_update1", "rtree_facilities_geom_update3", "rtree_facilities_geom_update4",
                     "rtree_facilities_geom_update6", "rtree_facilities_geom_update7", "rtree_facilities_geom_update2"):  # fmt: skip
            file.execute(f"DROP TRIGGER IF EXISTS {name}")
        file.executescript(statement)
    assert problem(path) == wrong


def test_what_is_no_exchange_file(tmp_path):
    text = tmp_path / "text.gpkg"
    text.write_text("facility_id;name")
    assert problem(text) == "format"
    assert not is_exchange(text)
    whole = tmp_path / "whole.gpkg"
    write_exchange(whole, HEADER, tables(2000))
    cut = tmp_path / "cut.gpkg"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    with pytest.raises(ExchangeError):
        read_exchange(cut)


def test_csv_of_facilities(tmp_path):
    path = tmp_path / "grannlän.csv"
    names = exchange.TABLES["facilities"].names
    row = {
        "facility_id": "1",
        "name": "Åhamn",
        "type": "vardcentral",
        "region": "98",
        "opened": "1990",
        "x": "500000,5",
        "y": "6400000.0",
    }
    lines = [";".join(names), ";".join(row.get(name, "") for name in names)]
    for encoding in ("utf-8-sig", "cp1252"):
        path.write_text("\n".join(lines), encoding=encoding)
        read = read_csv(path).iloc[0]
        assert (read["name"], read["opened"], read["x"], read["municipality"]) == ("Åhamn", 1990, 500000.5, None)
    path.write_text(lines[0].replace("municipality;", ""), encoding="utf8")
    with pytest.raises(ExchangeError) as raised:
        read_csv(path)
    assert raised.value.facts == {"table": "facilities", "names": ["municipality"]}


CSV_NAMES = ";".join(exchange.TABLES["facilities"].names)
CSV_ROW = "1;Åhamn;vardcentral;;;;;98;;1990;;Lista;2026-01-31;500000;6400000"


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([], "no_rows"),  # would take away all that stands there
        ([CSV_ROW + ";x"], "cells"),
        ([CSV_ROW.replace(";6400000", ";")], "half"),
        ([CSV_ROW.replace("500000", "500 000")], "values"),
    ],
)
def test_a_csv_file_that_is_not_whole_is_refused(tmp_path, rows, problem):
    path = tmp_path / "grannlän.csv"
    path.write_text("\n".join([CSV_NAMES, *rows, ""]), encoding="utf8")
    with pytest.raises(ExchangeError) as raised:
        read_csv(path)
    assert raised.value.problem == problem
    assert path.name in sentence(raised.value, path.name)


def test_a_csv_file_with_an_open_quotation_mark_is_refused(tmp_path):
    path = tmp_path / "grannlän.csv"
    path.write_text("\n".join([CSV_NAMES, '2;"Ett;x', CSV_ROW, ""]), encoding="utf8")
    with pytest.raises(FileProblem) as raised:
        read_csv(path)
    assert (raised.value.reason, raised.value.detail) == ("quote", "1")


def test_csv_of_an_old_mac_with_signs_that_nobody_sees(tmp_path):
    path = tmp_path / "grannlän.csv"
    path.write_bytes(f"{CSV_NAMES}\r \u200b{CSV_ROW}\r".encode("utf-8-sig"))
    assert read_csv(path)["facility_id"].tolist() == ["1"]


@pytest.mark.parametrize("room", [60_000, 150_000, 200_000, 250_000])
def test_a_disk_that_fills_up_leaves_the_earlier_file(tmp_path, room):
    path = tmp_path / "utbyte.gpkg"
    write_exchange(path, HEADER, tables())
    before = path.read_bytes()
    with no_more_than(room), pytest.raises(OSError):
        write_exchange(path, HEADER, tables(2000))
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_cancelled_it_leaves_the_earlier_file(tmp_path):
    path = tmp_path / "utbyte.gpkg"
    write_exchange(path, HEADER, tables())
    before = path.read_bytes()
    asked = iter([False, False, True])
    assert not write_exchange(path, HEADER, tables(9000), lambda: next(asked))
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_killed_it_leaves_the_earlier_file(tmp_path):
    path = tmp_path / "utbyte.gpkg"
    write_exchange(path, HEADER, tables())
    before, moments = path.read_bytes(), random.Random(2026)

    def left_behind():
        return set(tmp_path.glob(".*.part.gpkg*"))

    for _ in range(campaign(4, 100)):
        earlier = left_behind()
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        with process.stdout:
            assert process.stdout.readline() == "writing\n"
            while left_behind() <= earlier:
                time.sleep(0.002)
            time.sleep(moments.uniform(0, 0.4))
            process.send_signal(signal.SIGKILL)
            process.wait()
            finished = "written" in process.stdout.read()
        header, found = read_exchange(path)
        assert header == HEADER
        assert len(found["facilities"]) in ((60_000, 3) if finished else (3,))
        shutil.copy(path, tmp_path / "kopia.gpkg")
        if finished:
            path.write_bytes(before)
    for file in left_behind():
        os.utime(file, (0, 0))  # as if it had happened long ago, and no run could still be at work on it
    write_exchange(path, HEADER, tables())
    assert sorted(file.name for file in tmp_path.iterdir()) == ["kopia.gpkg", "utbyte.gpkg"]
