"""The sample county made once for a whole test run: the first process that needs it makes it, the others copy it."""

from __future__ import annotations

import os
import pickle
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
    return Path(shutil.copytree(_made(base, MADE, make), folder))


def made_once(name: str, base: Path, make: Callable[[], object]) -> object:
    """What ``make()`` gives, made by the first process of this run that needs it and read from disk by the others."""

    def write(folder: Path) -> None:
        (folder / "made").write_bytes(pickle.dumps(make(), pickle.HIGHEST_PROTOCOL))

    return pickle.loads((_made(base, name, write) / "made").read_bytes())


def _made(base: Path, name: str, make: Callable[[Path], object]) -> Path:
    """The folder that ``make(folder)`` filled once for all processes."""
    together = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    place, making = together / name, together / f"{name}, görs"
    if _first(place, making):
        make(making)
        making.rename(place)
    else:
        _wait_for(place)
    return place


def _first(place: Path, making: Path) -> bool:
    if place.exists():
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
