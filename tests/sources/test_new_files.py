"""Files put into a user's folder: whole or not at all, whatever happens, and nobody's register in the way."""

import errno
import os
import resource
import signal
import sqlite3
import sys
import time
from contextlib import closing

import pytest

from narvard_plugin.sources import errors
from narvard_plugin.sources.new_files import NewFiles
from tests.sources.impatient import files_in, told

OLD, NEW = b"den som fanns" * 9_000, b"den nya" * 20_000
NAMES = ("a.gpkg", "b.gpkg")


@pytest.fixture
def folder(tmp_path):
    for name in NAMES:
        (tmp_path / name).write_bytes(OLD)
    return tmp_path


def put(folder, content=NEW, names=NAMES):
    with NewFiles(folder) as files, files.filling() as made:
        for name in names:
            (made / name).write_bytes(content)


def killed_at(folder, step: int) -> bool:
    """Whether a process that puts the new files got as far as its file operation ``step``, where it was killed."""
    child = os.fork()
    if child == 0:
        left = [step]

        def kill(event, args):
            if event in ("os.rename", "os.link", "os.remove", "os.rmdir", "os.mkdir", "open") and str(folder) in str(
                args
            ):
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(kill)
        put(folder)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_killed_at_any_step_each_name_has_the_earlier_file_or_the_new_one_whole(folder):
    steps, seen = 0, set()
    while killed_at(folder, steps):
        found = tuple((folder / name).read_bytes() for name in NAMES)
        assert set(found) <= {OLD, NEW}, f"after step {steps}"
        seen.add(found)
        steps += 1
        put(folder, OLD)
    assert steps > 8 and seen == {(OLD, OLD), (NEW, OLD), (NEW, NEW)}
    for left in folder.glob(".narvard-*"):
        os.utime(left, (0, time.time() - 90_000))
    put(folder)
    assert files_in(folder) == list(NAMES), "what killed runs left is swept up after a day"


def test_a_full_disk_leaves_the_earlier_files(folder):
    """The system refuses to write more than so much, as a disk that is full does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(NEW) // 2, before[1]))
    try:
        words = told(lambda: put(folder))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert os.strerror(errno.EFBIG) in words and "choose another folder" in words
    assert {(folder / name).read_bytes() for name in NAMES} == {OLD}
    assert files_in(folder) == list(NAMES)


def test_what_comes_late_puts_everything_back(folder):
    def stopped_at_the_end():
        with NewFiles(folder) as files:
            with files.filling() as made:
                for name in (*NAMES, "c.gpkg"):
                    (made / name).write_bytes(NEW)
            assert (folder / "a.gpkg").read_bytes() == (folder / "c.gpkg").read_bytes() == NEW
            raise errors.Stopped

    with pytest.raises(errors.Stopped):
        stopped_at_the_end()
    assert files_in(folder) == list(NAMES)
    assert (folder / "a.gpkg").read_bytes() == OLD


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_a_file_with_unfinished_changes_is_not_replaced(folder, ending):
    """SQLite would write what stands beside it into the new file."""
    (folder / f"b.gpkg{ending}").write_bytes(b"")
    put(folder)
    (folder / f"b.gpkg{ending}").write_bytes(b"ofullbordat")
    words = told(lambda: put(folder, OLD))
    assert "b.gpkg is open in QGIS or another program" in words and "Nothing was stored" in words
    assert {(folder / name).read_bytes() for name in NAMES} == {NEW}


def test_a_register_is_never_replaced(folder):
    with closing(sqlite3.connect(folder / "arbetsyta.gpkg")) as data:
        data.executescript("CREATE TABLE workspace (region); CREATE TABLE sources (name)")
    before = (folder / "arbetsyta.gpkg").read_bytes()
    words = told(lambda: put(folder, names=("a.gpkg", "arbetsyta.gpkg")))
    assert "arbetsyta.gpkg is a Närvård workspace" in words
    assert (folder / "arbetsyta.gpkg").read_bytes() == before
    assert (folder / "a.gpkg").read_bytes() == OLD
