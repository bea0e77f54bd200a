"""A frozen basis on disk: made beside and renamed when whole, read-only, and checked file by file."""

from __future__ import annotations

import contextlib
import glob
import hashlib
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from ..core import basis
from ..core.basis import MANIFEST, BasisError, Manifest
from .audit import AUDIT
from .first_tables import WORKSPACE
from .geopackage import GeoPackageWorkspace, address_of
from .geopackage_errors import worded
from .schema import GEOMETRY
from .sql import append_only_triggers
from .workspace import Workspace, create_workspace, open_workspace

CHANGED, MISSING, UNTOLD = "changed", "missing", "untold"
_BLOCK = 1 << 20
_PAGES = 4000
_LARGEST_MANIFEST = 64 << 20

#: Asked between blocks; raises what stops the work.
Ask = Callable[[], None]


class Problem(NamedTuple):
    """A ``file`` of a basis that is not as it was frozen: changed, missing, or one that the manifest does not tell of."""

    file: str
    what: str


class Making:
    """A folder beside ``target`` that is being filled (``folder``), until `finish` gives it that name."""

    def __init__(self, target: Path):
        self.target = target
        self.folder = target.with_name(f".{target.name}.{os.getpid()}.part")
        self.finished = False

    def finish(self) -> None:
        """Every file read-only and on the disk, and then the name. Raises ``FileExistsError`` where another one took it."""
        for file in files_in(self.folder):
            with (self.folder / file).open("rb+") as opened:
                os.fsync(opened.fileno())
            (self.folder / file).chmod(stat.S_IREAD | stat.S_IRGRP | stat.S_IROTH)
        _refuse(self.target)
        self.folder.rename(self.target)
        self.finished = True


@contextlib.contextmanager
def being_made(target: Path) -> Iterator[Making]:
    """A folder to fill and finish; where the block ends with an error, nothing of it stays.

    Raises ``FileExistsError`` where ``target`` is there already.
    """
    _refuse(target)
    for left in target.parent.glob(f".{glob.escape(target.name)}.*.part"):  # by a run that was killed
        remove(left)
    making = Making(target)
    making.folder.mkdir()
    try:
        yield making
    except BaseException:
        remove(target if making.finished else making.folder)
        raise


def _refuse(target: Path) -> None:
    if target.exists():
        raise FileExistsError(None, "exists", str(target))


def remove(folder: Path) -> None:
    """Take away a folder with all that is in it, read-only or not."""
    for file in files_in(folder):
        (folder / file).chmod(stat.S_IWRITE | stat.S_IREAD)
    shutil.rmtree(folder)


def files_in(folder: Path) -> list[str]:
    """All files in ``folder``, as paths with / from it."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def copy_file(source: Path, target: Path, ask: Ask) -> None:
    """A copy, byte for byte, that can be stopped between blocks."""
    with source.open("rb") as one, target.open("xb") as other:
        for block in iter(lambda: one.read(_BLOCK), b""):
            ask()
            other.write(block)


def sha256_of(path: Path, ask: Ask) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as opened:
        for block in iter(lambda: opened.read(_BLOCK), b""):
            ask()
            digest.update(block)
    return digest.hexdigest()


def copy_workspace(workspace: Workspace, target: Path, ask: Ask) -> None:
    """The workspace as a GeoPackage of one moment, also while others write to it."""
    if isinstance(workspace, GeoPackageWorkspace):
        _back_up(Path(workspace.name), target, ask)
        return
    with workspace.transaction():
        with create_workspace(str(target), workspace.region) as made, made.transaction():
            for name in workspace.tables:
                if name in (WORKSPACE.name, AUDIT.name):
                    continue
                ask()
                rows = workspace.read(name)
                geometry = {"wkb": rows.pop(GEOMETRY).tolist()} if GEOMETRY in rows else {}
                made.write(name, rows, **geometry)
        _say_as_the_original(target, workspace.read(WORKSPACE.name).iloc[0])
        with open_workspace(str(target)) as made:
            made.write(AUDIT.name, workspace.read(AUDIT.name))


def _say_as_the_original(copy: Path, original: pd.Series) -> None:
    """When and by what the workspace was made, and an audit without the copying, which changed nothing of the register."""
    with worded(copy), contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.execute("DROP TRIGGER audit_no_delete")
        connection.execute("DELETE FROM audit")
        connection.execute(next(one for one in append_only_triggers(AUDIT) if '"audit_no_delete"' in one))
        connection.execute(
            "UPDATE workspace SET created = ?, plugin_version = ?", (original["created"], original["plugin_version"])
        )
        connection.execute("COMMIT")


def _back_up(source: Path, target: Path, ask: Ask) -> None:
    """SQLite's own backup: it begins anew where another one writes meanwhile, so that the copy is of one moment."""
    with (
        worded(target),
        contextlib.closing(sqlite3.connect(address_of(source.absolute(), "ro"), uri=True)) as one,
        contextlib.closing(sqlite3.connect(target)) as other,
    ):
        one.backup(other, pages=_PAGES, progress=lambda *_: ask())
        other.execute("PRAGMA journal_mode = DELETE")  # one in WAL mode cannot be opened where nothing can be written


def write_manifest(folder: Path, manifest: Manifest) -> str:
    """Write the manifest of what is in ``folder``; its checksum."""
    data = basis.as_json(manifest).encode("utf-8")
    (folder / MANIFEST).write_bytes(data)
    return hashlib.sha256(data).hexdigest()


def read_manifest(place: Path) -> tuple[Path, Manifest, str]:
    """The folder of a basis, its manifest and the manifest's checksum; ``place`` is the folder or the manifest.

    Raises ``BasisError``, or ``OSError`` where there is none.
    """
    path = place / MANIFEST if place.is_dir() else place
    if path.stat().st_size > _LARGEST_MANIFEST:
        raise BasisError(MANIFEST, "is too large")
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BasisError(MANIFEST, "is no text") from error
    return path.parent, basis.parse(text), hashlib.sha256(data).hexdigest()


def verify(folder: Path, manifest: Manifest, ask: Ask) -> list[Problem]:
    """The files that are not as they were when they were frozen."""
    found = []
    for one in manifest.files:
        path = folder / one.file
        if not path.is_file():
            found.append(Problem(one.file, MISSING))
        elif path.stat().st_size != one.bytes or sha256_of(path, ask) != one.sha256:
            found.append(Problem(one.file, CHANGED))
    told = {MANIFEST, *(one.file for one in manifest.files)}
    return found + [Problem(file, UNTOLD) for file in files_in(folder) if file not in told]
