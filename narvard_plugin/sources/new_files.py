"""Files handed over in a folder of the user's: all of them whole, or none."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Optional

from ..i18n import tr
from .client import Client
from .errors import DiskProblem, WrongChoice
from .gpkg_file import is_workspace

_BLOCK = 1 << 20
_HIDDEN = ".narvard-"
#: No run takes so long: what is older was left by one that was killed.
_STALE_SECONDS = 86_400.0
#: What SQLite keeps beside a file that someone has open, or that was not closed well.
_BESIDE = ("-wal", "-journal")


class NewFiles:
    """What one run puts into ``folder``. Use it in ``with``: leaving by an exception puts everything back as it was.

    So a run whose last step fails, or that is cancelled then, leaves the earlier files where they were; and a run that is
    killed leaves each name with either the earlier file or the new one, whole.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self._hidden: Optional[Path] = None
        self._created = False
        #: What stands in the folder now, and where the file that stood there before is kept.
        self._placed: list[tuple[Path, Optional[Path]]] = []

    def __enter__(self) -> NewFiles:
        return self

    def __exit__(self, kind, error, trace) -> None:
        if kind is not None:
            self._put_back()
        if self._hidden is not None:
            shutil.rmtree(self._hidden, ignore_errors=True)
        if self._created and self.folder.exists() and not any(self.folder.iterdir()):
            self.folder.rmdir()

    @contextmanager
    def filling(self) -> Iterator[Path]:
        """A hidden folder; what is made there takes its place in ``folder`` when the block ends well.

        An earlier file of the same name makes way, and comes back if the run does not end well.
        """
        try:
            self._created = not self.folder.exists()
            self.folder.mkdir(parents=True, exist_ok=True)
            _sweep(self.folder)
            self._hidden = Path(tempfile.mkdtemp(prefix=_HIDDEN, dir=self.folder))
            made, old = self._hidden / "new", self._hidden / "old"
            made.mkdir()
            old.mkdir()
            yield made
            self._take_place(made, old)
        except OSError as error:
            raise DiskProblem(str(self.folder), error.strerror or str(error)) from error

    def _take_place(self, made: Path, old: Path) -> None:
        files = sorted(made.iterdir())
        for file in files:
            _check_may_go(self.folder / file.name)
        for file in files:
            target = self.folder / file.name
            saved = kept_as(target, old / file.name) if target.exists() else None
            try:
                os.replace(file, target)  # in one step: there is never a moment without a file of that name
            except PermissionError as error:
                raise WrongChoice(_is_open(target)) from error
            self._placed.append((target, saved))

    def _put_back(self) -> None:
        while self._placed:
            target, saved = self._placed.pop()
            if saved is None:
                target.unlink(missing_ok=True)
            else:
                os.replace(saved, target)


def _check_may_go(target: Path) -> None:
    """A register is never replaced, nor a file that someone else has unfinished changes in."""
    if not target.is_file():
        return
    if is_workspace(target):
        raise WrongChoice(
            tr(
                "{file} is a Närvård workspace, and what was fetched would take its place. Choose another folder."
            ).format(file=target)
        )
    beside = [target.with_name(target.name + ending) for ending in _BESIDE]
    if any(path.exists() and path.stat().st_size for path in beside):  # SQLite would write those into the new file
        raise WrongChoice(_is_open(target))


def _is_open(target: Path) -> str:
    return tr(
        "{file} is open in QGIS or another program, or was not closed well, and was not replaced. Remove its layers from the "
        "project and close it, or choose another folder."
    ).format(file=target)


def kept_as(target: Path, kept: Path) -> Path:
    """A second name for the file, which costs nothing; a copy on disks that know no second names."""
    try:
        os.link(target, kept)
    except OSError:
        shutil.copy2(target, kept)
    return kept


def _sweep(folder: Path) -> None:
    for left in folder.glob(f"{_HIDDEN}*"):
        if time.time() - left.stat().st_mtime > _STALE_SECONDS:
            shutil.rmtree(left, ignore_errors=True)


def copy_file(client: Client, source: Path, target: Path) -> None:
    """Copy, looking up between blocks whether the user has cancelled."""
    with open(source, "rb") as file, open(target, "wb") as copy:
        while block := file.read(_BLOCK):
            client.wait(0)
            copy.write(block)
