"""Files that take their name when they are whole: what stood there before stays until then."""

from __future__ import annotations

import glob
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

#: No run takes so long: what is older was left by one that was killed.
_STALE_SECONDS = 86_400.0


def name_beside(path: Path) -> Path:
    """A hidden name in the folder of ``path``, with its ending, that no other run uses, not even one in this process."""
    _sweep(path)
    return path.with_name(f".{path.stem}.{uuid4().hex[:12]}.part{path.suffix}")


def _sweep(path: Path) -> None:
    for left in path.parent.glob(f".{glob.escape(path.stem)}.*.part{glob.escape(path.suffix)}*"):
        with suppress(OSError):  # another run may be removing it, too
            if time.time() - left.stat().st_mtime > _STALE_SECONDS:
                left.unlink()


@contextmanager
def made_whole(path: Path) -> Iterator[Path]:
    """A name to write to; that file becomes ``path`` when the block ends well, and is taken away otherwise."""
    unfinished = name_beside(path)
    try:
        yield unfinished
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
