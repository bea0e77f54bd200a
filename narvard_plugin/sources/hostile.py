"""Zips and XML from outside, which are hostile until proven otherwise."""

from __future__ import annotations

import codecs
import lzma
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from qgis.PyQt.QtCore import QXmlStreamReader

from .errors import DiskProblem, HostileFile

MOST_MEMBERS = 10_000
MOST_BYTES = 16 << 30
#: A directory of so many members is read whole by Python, before anything can be counted.
MOST_DIRECTORY_BYTES = 16 << 20
#: Text shrinks to a tenth and a GeoPackage to a fifth; what shrinks this much was made to harm.
SUSPECT_RATIO, SUSPECT_BYTES = 250, 64 << 20
MOST_DEPTH = 200
_BLOCK = 1 << 20
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, ValueError, struct.error)
#: Of the flags of a member: encrypted, strongly encrypted, and its own header hidden.
_ENCRYPTED = 0x1 | 0x40 | 0x2000
#: Names that Windows gives to devices, in whatever folder and with whatever ending.
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d) *(\..*)?", re.IGNORECASE)
_END, _END_64, _END_64_BYTES, _END_MOST_BYTES = b"PK\5\6", b"PK\6\6", 56, (1 << 16) + 22


def checked_zip(path: Path, most_bytes: int = MOST_BYTES) -> list[zipfile.ZipInfo]:
    """The members of the zip at ``path`` once it is known that unpacking them does no harm, or `HostileFile`."""
    path = Path(path)
    try:
        if _directory_bytes(path) > MOST_DIRECTORY_BYTES:
            raise HostileFile(path.name, "too_many")
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except _DAMAGE as error:
        raise HostileFile(path.name, "damaged", str(error)) from error
    if len(members) > MOST_MEMBERS:
        raise HostileFile(path.name, "too_many", str(len(members)))
    packed = path.stat().st_size
    for member in members:
        _check_member(path.name, member)
        if not 0 <= member.header_offset < packed:
            raise HostileFile(path.name, "damaged", member.filename)
    unpacked = sum(member.file_size for member in members)
    if unpacked > most_bytes:
        raise HostileFile(path.name, "too_large", f"{unpacked >> 20} MB")
    _check_swelling(path.name, unpacked, packed)
    return [member for member in members if not member.is_dir()]


def _directory_bytes(path: Path) -> int:
    """How long the zip says that its list of members is; 0 where it says nothing."""
    with open(path, "rb") as file:
        file.seek(max(path.stat().st_size - _END_MOST_BYTES - _END_64_BYTES - 20, 0))
        tail = file.read()
    end, end_64 = tail.rfind(_END), tail.rfind(_END_64)
    told = [struct.unpack_from("<I", tail, end + 12)[0]] if 0 <= end <= len(tail) - 16 else []
    if told == [0xFFFFFFFF] and 0 <= end_64 <= len(tail) - 48:  # the number stands in the larger record
        told = list(struct.unpack_from("<Q", tail, end_64 + 40))
    return sum(told)


def _check_member(name: str, member: zipfile.ZipInfo) -> None:
    inside = PurePosixPath(member.filename.replace("\\", "/"))
    # Drive letters, Windows' hidden streams and its devices are places outside, too.
    if inside.is_absolute() or ".." in inside.parts or not inside.name or re.search("[:\0]", member.filename):
        raise HostileFile(name, "outside", member.filename)
    if any(_DEVICE.fullmatch(part.strip(" .")) for part in inside.parts):
        raise HostileFile(name, "outside", member.filename)
    if stat.S_IFMT(member.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise HostileFile(name, "link", member.filename)
    if member.flag_bits & _ENCRYPTED:
        raise HostileFile(name, "encrypted", member.filename)
    _check_swelling(name, member.file_size, member.compress_size)


def _check_swelling(name: str, unpacked: int, packed: int) -> None:
    if unpacked > SUSPECT_BYTES and unpacked / max(packed, 1) > SUSPECT_RATIO:
        raise HostileFile(name, "bomb", f"{packed >> 10} kB, {unpacked >> 20} MB")


def unpack(
    path: Path, folder: Path, wanted: Callable[[str], bool] = lambda name: True, most_bytes: int = MOST_BYTES
) -> list[Path]:
    """The ``wanted`` members of a zip as files right in ``folder``, which exists; their own folders are dropped.

    What is really unpacked is counted: the sizes that a zip tells of itself may lie. Files that stand there already are
    replaced only once everything is out; after an error all is as it was. Raises
    `HostileFile`, and `DiskProblem` where there is no room.
    """
    path, folder = Path(path), Path(folder)
    members = [member for member in checked_zip(path, most_bytes) if wanted(member.filename)]
    targets = _targets(path.name, members, folder)
    try:
        with zipfile.ZipFile(path) as archive:
            left = most_bytes
            for member, target in zip(members, targets):
                left = _copy(archive, member, _unfinished(target), left, path.name)
    except BaseException as error:
        for target in targets:
            _unfinished(target).unlink(missing_ok=True)
        if isinstance(error, _DAMAGE):
            raise HostileFile(path.name, "damaged", member.filename) from error
        if isinstance(error, OSError):
            raise DiskProblem(str(folder), error.strerror or str(error)) from error
        raise
    for target in targets:
        _unfinished(target).replace(target)
    return targets


def _unfinished(target: Path) -> Path:
    return target.with_name(target.name + ".part")


def _targets(name: str, members: list[zipfile.ZipInfo], folder: Path) -> list[Path]:
    targets = [folder / PurePosixPath(member.filename.replace("\\", "/")).name for member in members]
    seen = set()
    for member, target in zip(members, targets):
        names = {target.name.casefold(), _unfinished(target).name.casefold()}  # Windows does not tell capitals apart
        if seen & names:
            raise HostileFile(name, "damaged", member.filename)
        if any(place.is_symlink() or place.is_dir() for place in (target, _unfinished(target))):
            raise HostileFile(name, "link", member.filename)
        seen |= names
    return targets


def _copy(archive, member, target: Path, left: int, name: str) -> int:
    until = left - member.file_size
    with archive.open(member) as packed, open(target, "wb") as file:
        while block := packed.read(_BLOCK):
            left -= len(block)
            if left < 0:
                raise HostileFile(name, "too_large", member.filename)
            file.write(block)
    if left != until:  # Python itself minds only a sum that does not fit
        raise HostileFile(name, "damaged", member.filename)
    return left


def checked_xml(name: str, content: bytes) -> QXmlStreamReader:
    """A reader of XML that holds no entity of its own and is not nested without end; Qt's reader fetches nothing.

    The whole is read through once before anything is taken from it, so that a fault at the end is found first.
    """
    # Before Qt sees it, in every encoding that has ASCII within it; the token below finds it in all others.
    if re.search(rb"<!(DOCTYPE|ENTITY)", content.replace(b"\0", b""), re.IGNORECASE):
        raise HostileFile(name, "entities")
    text = _as_text(name, content)
    reader, depth = QXmlStreamReader(text), 0
    while not reader.atEnd():
        token = reader.readNext()
        if token == QXmlStreamReader.TokenType.DTD:
            raise HostileFile(name, "entities")
        depth += (token == QXmlStreamReader.TokenType.StartElement) - (token == QXmlStreamReader.TokenType.EndElement)
        if depth > MOST_DEPTH:
            raise HostileFile(name, "too_deep")
    if reader.hasError():
        raise HostileFile(name, "damaged", reader.errorString())
    return QXmlStreamReader(text)


def _as_text(name: str, content: bytes):
    """What Qt's reader takes: Qt 6 no longer reads UTF-16 that says so in its first line, but takes text."""
    if not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError as error:
        raise HostileFile(name, "damaged", str(error)) from error
