"""Zips and XML from outside, which are hostile until proven otherwise."""

from __future__ import annotations

import lzma
import re
import stat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from qgis.PyQt.QtCore import QXmlStreamReader

from .errors import HostileFile

MOST_MEMBERS = 10_000
MOST_BYTES = 16 << 30
#: Text shrinks to a tenth and a GeoPackage to a fifth; what shrinks this much was made to harm.
SUSPECT_RATIO, SUSPECT_BYTES = 250, 64 << 20
MOST_DEPTH = 200
_BLOCK = 1 << 20
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, ValueError)


def checked_zip(path: Path, most_bytes: int = MOST_BYTES) -> list[zipfile.ZipInfo]:
    """The members of the zip at ``path`` once it is known that unpacking them does no harm, or `HostileFile`."""
    name = Path(path).name
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except _DAMAGE as error:
        raise HostileFile(name, "damaged", str(error)) from error
    if len(members) > MOST_MEMBERS:
        raise HostileFile(name, "too_many", str(len(members)))
    for member in members:
        _check_member(name, member)
    unpacked, packed = sum(m.file_size for m in members), max(Path(path).stat().st_size, 1)
    if unpacked > most_bytes:
        raise HostileFile(name, "too_large", f"{unpacked >> 20} MB")
    if unpacked > SUSPECT_BYTES and unpacked / packed > SUSPECT_RATIO:
        raise HostileFile(name, "bomb", f"{packed >> 10} kB, {unpacked >> 20} MB")
    return [member for member in members if not member.is_dir()]


def _check_member(name: str, member: zipfile.ZipInfo) -> None:
    inside = PurePosixPath(member.filename.replace("\\", "/"))
    if inside.is_absolute() or ".." in inside.parts or ":" in member.filename or "\0" in member.filename:
        raise HostileFile(name, "outside", member.filename)
    if stat.S_ISLNK(member.external_attr >> 16):
        raise HostileFile(name, "link", member.filename)
    if member.flag_bits & 1:
        raise HostileFile(name, "encrypted", member.filename)


def unpack(
    path: Path, folder: Path, wanted: Callable[[str], bool] = lambda name: True, most_bytes: int = MOST_BYTES
) -> list[Path]:
    """The ``wanted`` members of a zip as files right in ``folder``, which exists; their own folders are dropped.

    What is really unpacked is counted: the sizes that a zip tells of itself may lie.
    """
    made, left = [], most_bytes
    members = [m for m in checked_zip(path, most_bytes) if wanted(m.filename)]
    with zipfile.ZipFile(path) as archive:
        for member in members:
            target = folder / PurePosixPath(member.filename.replace("\\", "/")).name
            if target in made:
                raise HostileFile(Path(path).name, "damaged", member.filename)
            try:
                left = _copy(archive, member, target, left, Path(path).name)
            except _DAMAGE as error:
                raise HostileFile(Path(path).name, "damaged", member.filename) from error
            made.append(target)
    return made


def _copy(archive, member, target: Path, left: int, name: str) -> int:
    with archive.open(member) as packed, open(target, "wb") as file:
        while block := packed.read(_BLOCK):
            left -= len(block)
            if left < 0:
                raise HostileFile(name, "too_large", member.filename)
            file.write(block)
    return left


def checked_xml(name: str, content: bytes) -> QXmlStreamReader:
    """A reader of XML that holds no entity of its own and is not nested without end; Qt's reader fetches nothing.

    The whole is read through once before anything is taken from it, so that a fault at the end is found first.
    """
    if re.search(rb"<!(DOCTYPE|ENTITY)", content.replace(b"\0", b""), re.IGNORECASE):
        raise HostileFile(name, "entities")
    reader, depth = QXmlStreamReader(content), 0
    while not reader.atEnd():
        token = reader.readNext()
        if token == QXmlStreamReader.TokenType.DTD:
            raise HostileFile(name, "entities")
        depth += (token == QXmlStreamReader.TokenType.StartElement) - (token == QXmlStreamReader.TokenType.EndElement)
        if depth > MOST_DEPTH:
            raise HostileFile(name, "too_deep")
    if reader.hasError():
        raise HostileFile(name, "damaged", reader.errorString())
    return QXmlStreamReader(content)
