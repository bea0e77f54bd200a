"""Files that take their name when they are whole: what stood there before stays until then."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

#: No run takes so long: what is older was left by one that was killed.
_STALE_SECONDS = 86_400.0
#: What SQLite keeps beside a file that it writes.
_COMPANIONS = ("", "-journal", "-wal", "-shm")


def name_beside(path: Path) -> Path:
    """A hidden name in the folder of ``path``, with its ending, that no other run uses, not even one in this process.

    It is short, so that a file may have the longest name that its disk takes.
    """
    mark = "." + hashlib.sha256(os.fsencode(path.name)).hexdigest()[:8]
    _sweep(path.parent, re.compile(rf"{re.escape(mark)}-[0-9a-f]{{8}}\.part{re.escape(path.suffix)}(-\w+)?"))
    return path.with_name(f"{mark}-{uuid4().hex[:8]}.part{path.suffix}")


def _sweep(folder: Path, ours: re.Pattern) -> None:
    with suppress(OSError):
        for left in os.scandir(folder):
            if ours.fullmatch(left.name) and time.time() - left.stat().st_mtime > _STALE_SECONDS:
                _take_away(Path(left))


def _take_away(path: Path) -> None:
    """What can't be removed now is swept by a later run, and is no reason to fail."""
    with suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def take_away(unfinished: Path) -> None:
    """Remove a file or folder that did not come to be whole, and what SQLite keeps beside it."""
    for ending in _COMPANIONS:
        _take_away(unfinished.with_name(unfinished.name + ending))


@contextmanager
def made_whole(path: Path) -> Iterator[Path]:
    """A name to write to; that file becomes ``path`` when the block ends well, and is taken away otherwise."""
    unfinished = name_beside(path)
    try:
        yield unfinished
        os.replace(unfinished, path)
    finally:
        take_away(unfinished)
