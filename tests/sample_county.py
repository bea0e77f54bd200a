"""The sample county made once for a whole test run: the first process that needs it makes it, the others copy it."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

MADE = "gjort län"
PATIENCE_SECONDS = 300


def copied_to(folder: Path, base: Path, make: Callable[[Path], object]) -> Path:
    """``folder``, a copy of the county that ``make(place)`` makes where none of the processes of this run has made it yet.

    ``base`` is pytest's folder of this process; beside it those of the other processes of ``-n`` stand.
    """
    together = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    place, making = together / MADE, together / "län som görs"
    if _first(making):
        make(making)
        making.rename(place)
    else:
        _wait_for(place)
    return Path(shutil.copytree(place, folder))


def _first(making: Path) -> bool:
    if making.with_name(MADE).exists():
        return False
    try:
        making.mkdir()
    except FileExistsError:
        return False
    return True


def _wait_for(place: Path) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while not place.exists():
        if time.monotonic() > until:
            raise TimeoutError(f"{place} was begun by another process, which did not finish it")
        time.sleep(0.2)
