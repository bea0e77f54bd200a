"""A publication on disk: a folder that is replaced whole, or stays as it was; and what its catalogue said before."""

from __future__ import annotations

import glob
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from ..core.open_data.catalogue import DCAT, DCTERMS, SPDX
from ..core.open_data.rdf import RDF
from ..i18n import tr
from .errors import WrongChoice
from .hostile import checked_xml

CATALOGUE, SUMS = "dcat.rdf", "SHA256SUMS"
_BLOCK = 1 << 20
_LARGEST_CATALOGUE = 64 << 20
_BESIDE = ("-wal", "-shm", "-journal")


class Earlier(NamedTuple):
    """What the catalogue said before: its own address ("" = there was none), and by the address of each thing the days that it
    was ``issued`` and ``modified``; and the ``checksums`` of files by theirs."""

    iri: str
    issued: Mapping[str, str]
    modified: Mapping[str, str]
    datasets: tuple[str, ...]
    checksums: Mapping[str, str]


NOTHING = Earlier("", {}, {}, (), {})


def read_earlier(folder: Path) -> Earlier:
    """The catalogue in ``folder``; `NOTHING` where there is none. Raises `HostileFile` where it is no sound XML."""
    path = folder / CATALOGUE
    if not path.is_file():
        return NOTHING
    if path.stat().st_size > _LARGEST_CATALOGUE:
        raise WrongChoice(tr("{path} is too large to be a catalogue. Choose another folder.").format(path=path))
    reader = checked_xml(path.name, path.read_bytes())
    catalogue, thing, datasets = "", "", []
    issued: dict[str, str] = {}
    modified: dict[str, str] = {}
    checksums: dict[str, str] = {}
    while not reader.atEnd():
        if reader.readNext() != reader.TokenType.StartElement:
            continue
        name = f"{reader.namespaceUri()}{reader.name()}"
        about = reader.attributes().value(RDF, "about")
        if about:
            thing = str(about)
            catalogue = thing if name == f"{DCAT}Catalog" else catalogue
            datasets += [thing] if name == f"{DCAT}Dataset" else []
        elif name == f"{DCTERMS}issued":
            issued[thing] = reader.readElementText()
        elif name == f"{DCTERMS}modified":
            modified[thing] = reader.readElementText()
        elif name == f"{SPDX}checksumValue":
            checksums[thing.split("#")[0]] = reader.readElementText()
    return Earlier(catalogue, issued, modified, tuple(datasets), checksums)


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A folder beside ``folder``, to fill; it takes its name when the block ends well, and what stood there before goes.

    Left by an error, ``folder`` is as it was. A run that was killed between two names is put right by the next. A folder with
    files that are no publication's is never replaced (`WrongChoice`).
    """
    put_right(folder)
    aside = _aside(folder)
    check_may_be_replaced(folder)
    new = folder.with_name(f".{folder.name}.{os.getpid()}.narvard-part")
    new.mkdir()
    try:
        yield new
        _write_sums(new)
        _take_name(new, folder, aside)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def check_may_be_replaced(folder: Path) -> None:
    """Raises `WrongChoice` where ``folder`` holds anything but an earlier publication."""
    if not folder.exists():
        if not folder.parent.is_dir():
            raise WrongChoice(
                tr("The folder {path} does not exist. Create it first, or choose another place.").format(
                    path=folder.parent
                )
            )
        return
    if not folder.is_dir():
        raise WrongChoice(tr("{path} is a file, not a folder.").format(path=folder))
    if not folder.name:
        raise WrongChoice(
            tr("{path} is a whole disk, not a folder of a publication. Choose a folder.").format(path=folder)
        )
    own = _own_files(folder)
    others = sorted(file.name for file in folder.iterdir() if file.name not in own)
    opened = [name for name in others if any(name == f"{one}{ending}" for one in own for ending in _BESIDE)]
    if opened:
        raise WrongChoice(
            tr("{file} in the earlier publication is open, or was not closed well. Remove its layers from the project and close it.")
            .format(file=opened[0].rsplit("-", 1)[0])
        )  # fmt: skip
    if others:
        raise WrongChoice(
            tr("The folder {path} holds files that are no publication's ({files}), and a publication replaces its folder whole. Choose an empty folder, or a new one.")
            .format(path=folder, files=", ".join(others[:5]))
        )  # fmt: skip


def _own_files(folder: Path) -> set[str]:
    """The files of the publication in ``folder``; none where its checksums are those of something else. Folders and links in
    it are never its own."""
    sums = folder / SUMS
    if not sums.is_file():
        return set()
    lines = sums.read_text("utf-8", errors="replace").splitlines()
    named = {SUMS, *(line[66:] for line in lines if len(line) > 66)}
    if CATALOGUE not in named:
        return set()
    return {file.name for file in folder.iterdir() if file.name in named and file.is_file() and not file.is_symlink()}


def put_right(folder: Path) -> None:
    """Take away what a killed run left beside ``folder``, and give the earlier publication its name back."""
    if not folder.name:  # a whole disk has nothing beside it
        return
    aside = _aside(folder)
    for left in folder.parent.glob(f".{glob.escape(folder.name)}.*.narvard-part"):
        shutil.rmtree(left, ignore_errors=True)
    if aside.exists() and not folder.exists():
        aside.rename(folder)
    elif aside.exists():
        shutil.rmtree(aside, ignore_errors=True)


def _aside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.narvard-earlier")


def _take_name(new: Path, folder: Path, aside: Path) -> None:
    if not folder.exists():
        new.rename(folder)
        return
    folder.rename(aside)
    try:
        new.rename(folder)
    except BaseException:
        aside.rename(folder)
        raise


def _write_sums(folder: Path) -> None:
    """SHA-256 of every file, as the program sha256sum reads and writes them; every file is on the disk."""
    lines = []
    for file in sorted(folder.iterdir()):
        lines.append(f"{digest_of(file, 'sha256')}  {file.name}\n")
        with file.open("rb+") as opened:
            os.fsync(opened.fileno())
    (folder / SUMS).write_bytes("".join(lines).encode("utf-8"))


def digest_of(path: Path, algorithm: str) -> str:
    """The checksum of a file; it finds faults, and keeps no secret."""
    digest = hashlib.new(algorithm, usedforsecurity=False)
    with path.open("rb") as opened:
        for block in iter(lambda: opened.read(_BLOCK), b""):
            digest.update(block)
    return digest.hexdigest()
