"""A frozen basis on disk: one moment of the workspace, whole or not there, and every change of a file seen."""

import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from narvard_plugin.core import basis
from narvard_plugin.core.basis import FrozenFile, Manifest
from narvard_plugin.store import frozen_basis
from narvard_plugin.store.errors import StoreError
from narvard_plugin.store.frozen_basis import (
    Problem,
    being_made,
    copy_workspace,
    files_in,
    read_manifest,
    sha256_of,
    verify,
    write_manifest,
)
from narvard_plugin.store.geopackage import GeoPackageWorkspace
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.full_disk import no_more_than
from tests.shared import campaign

ROOT = Path(__file__).resolve().parents[2]
FREEZER = """
import sys
from pathlib import Path
from tests.store.test_frozen_basis import freeze

print("freezing", flush=True)
freeze(Path(sys.argv[1]), sys.argv[2])
"""


def never():
    pass


def freeze(target, workspace):
    """As freezebasis does it, with one result of its own."""
    with open_workspace(workspace) as opened, being_made(target) as making:
        (making.folder / "resultat").mkdir()
        copy_workspace(opened, making.folder / "arbetsyta.gpkg", never)
        (making.folder / "resultat" / "sida.html").write_text("<p>Åäö</p>" * 20_000, encoding="utf8")
        files = [
            FrozenFile(file, basis.OTHER, sha256_of(making.folder / file, never), (making.folder / file).stat().st_size)
            for file in files_in(making.folder)
        ]
        manifest = Manifest("RS 1", "Prov", "2026-11-22", "jag", "99", tuple(files))
        checksum = write_manifest(making.folder, manifest)
        with opened.transaction():
            row = {"name": target.name, "reference": "RS 1", "frozen": pd.Timestamp("2026-11-22"), "who": "jag"}
            opened.write("frozen_bases", pd.DataFrame([{**row, "folder": str(target), "sha256": checksum}]))
            making.finish()


@pytest.fixture
def workspace(tmp_path):
    path = str(tmp_path / "mitt län.gpkg")
    rows = pd.DataFrame({"origin_id": np.arange(20_000).astype(str), "population": 1})
    with create_workspace(path, "99") as made:
        made.write("people", rows, xy=(rows.index + 5e5, rows.index + 6.4e6))
    return path


def test_every_change_is_seen(workspace, tmp_path):
    target = tmp_path / "RS_1_Prov"
    freeze(target, workspace)
    folder, manifest, checksum = read_manifest(target)
    assert (folder, checksum) == (target, read_manifest(target / "underlag.json")[2])
    assert verify(folder, manifest, never) == []
    assert all(not (path.stat().st_mode & 0o222) for path in target.rglob("*") if path.is_file())
    page, copy = target / "resultat" / "sida.html", target / "arbetsyta.gpkg"
    page.chmod(0o644)
    text = page.read_text("utf8")
    page.write_text(text.replace("Å", "Ä", 1), "utf8")  # the same size
    assert verify(folder, manifest, never) == [Problem("resultat/sida.html", "changed")]
    page.write_text(text, "utf8")
    copy.unlink()
    (target / "nytt.txt").write_text("x")
    assert verify(folder, manifest, never) == [Problem("arbetsyta.gpkg", "missing"), Problem("nytt.txt", "untold")]


def test_the_copy_is_of_one_moment_while_another_one_writes(workspace, tmp_path):
    stop = threading.Event()

    def write():
        turn = 1
        with open_workspace(workspace) as opened:
            while not stop.is_set():
                turn += 1
                rows = pd.DataFrame({"origin_id": np.arange(3000).astype(str), "population": turn})
                with opened.transaction():
                    opened.write("people", rows, xy=(rows.index + 5e5, rows.index + 6.4e6), mode="replace")
                    opened.write(
                        "sources",
                        pd.DataFrame({"name": [str(turn)], "fetched": [pd.Timestamp("2026-01-01")]}),
                        mode="replace",
                    )
                time.sleep(0.02)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            time.sleep(0.1)
            with open_workspace(workspace, writable=False) as opened:
                copy_workspace(opened, tmp_path / f"kopia {number}.gpkg", never)
    finally:
        stop.set()
        writer.join()
    for number in range(5):
        with open_workspace(str(tmp_path / f"kopia {number}.gpkg"), writable=False) as copy:
            people, sources = copy.read("people"), copy.read("sources")["name"].tolist()
        assert people["population"].nunique() == 1
        assert sources in ([], [str(people["population"].iloc[0])])


def test_a_copy_of_a_file_in_wal_mode_opens_where_nothing_can_be_written(workspace, tmp_path):
    with sqlite3.connect(workspace) as opened:
        opened.execute("PRAGMA journal_mode = WAL")
    with open_workspace(workspace) as opened:
        copy_workspace(opened, tmp_path / "kopia.gpkg", never)
    assert (tmp_path / "kopia.gpkg").read_bytes()[18:20] == b"\x01\x01"


def test_another_store_is_copied_through_its_interface(workspace, tmp_path, monkeypatch):
    """Every table and geometry, as for PostgreSQL, and an audit in which the copying is no change."""
    monkeypatch.setattr(frozen_basis, "GeoPackageWorkspace", type("Other", (), {}))
    with open_workspace(workspace) as opened:
        assert isinstance(opened, GeoPackageWorkspace)
        copy_workspace(opened, tmp_path / "kopia.gpkg", never)
        with open_workspace(str(tmp_path / "kopia.gpkg"), writable=False) as copy:
            for name in opened.tables:
                pd.testing.assert_frame_equal(copy.read(name), opened.read(name))
            assert copy.region == "99"
    with sqlite3.connect(tmp_path / "kopia.gpkg") as copy, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        copy.execute("DELETE FROM audit")


def test_a_full_disk_is_a_sentence_and_leaves_nothing(workspace, tmp_path):
    with open_workspace(workspace) as opened, no_more_than(50_000), pytest.raises(StoreError):
        copy_workspace(opened, tmp_path / "kopia.gpkg", never)


def fail(target, finished):
    with being_made(target) as making:
        (making.folder / "fil.txt").write_text("hel")
        if finished:
            making.finish()
        raise RuntimeError  # the row of the workspace could not be written


def test_an_error_leaves_nothing(workspace, tmp_path):
    target = tmp_path / "RS_1_Prov"
    for finished in (False, True):
        with pytest.raises(RuntimeError):
            fail(target, finished)
    assert [path.name for path in tmp_path.iterdir()] == ["mitt län.gpkg"]
    freeze(target, workspace)
    with pytest.raises(FileExistsError), being_made(target):
        raise AssertionError


def test_killed_it_leaves_nothing_under_the_name(workspace, tmp_path):
    moments = random.Random(2026)
    for number in range(campaign(6, 150)):
        target = tmp_path / f"RS_{number}"
        process = subprocess.Popen(
            [sys.executable, "-c", FREEZER, str(target), workspace], stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        with process.stdout:
            assert process.stdout.readline() == "freezing\n"
            while not list(tmp_path.glob(f".RS_{number}.*")) and process.poll() is None and not target.exists():
                time.sleep(0.001)
            time.sleep(moments.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
            process.wait()
        if target.exists():
            folder, manifest, _ = read_manifest(target)
            assert verify(folder, manifest, never) == []
        with open_workspace(workspace) as opened:
            noted = opened.read("frozen_bases")["folder"].tolist()
            assert str(target) not in noted or target.exists()
            assert len(opened.read("people")) == 20_000
        left = list(tmp_path.glob(f".RS_{number}.*"))
        if left:  # and the next one takes away what was left
            with being_made(target) as making:
                assert list(tmp_path.glob(f".RS_{number}.*")) == [making.folder]
                (making.folder / "x").write_text("x")
                making.finish()
