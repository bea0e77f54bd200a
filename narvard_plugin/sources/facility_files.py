"""Tables from files as people keep them: CSV of any encoding and delimiter, Excel and OpenDocument workbooks, and JSON."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import json
import re
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Optional

from osgeo import gdal

from ..gdal_answers import or_none
from .errors import HostileFile
from .hostile import checked_zip

TEXT_SUFFIXES = (".csv", ".txt", ".tsv")
BOOK_SUFFIXES = (".xlsx", ".xlsm", ".ods")
SUFFIXES = (*TEXT_SUFFIXES, *BOOK_SUFFIXES, ".json")
MOST_BYTES = 256 << 20  # a national register of facilities is a hundredth of it
MOST_UNPACKED = 1 << 30
_DELIMITERS = ";\t,|"
_LONGEST_CELL = 1 << 20
_PROLOGUE = 1 << 16  # entities are defined before the first element
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?')
_SCANNED = 1 << 16
#: Signs that nobody sees, as where files were joined or text was copied from a web page: an id with one is another id.
_UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))


@dataclass
class FileProblem(Exception):
    """A file that cannot be read as a table. ``reason``: missing, closed, too_large, empty, damaged, quote, not_a_table."""

    reason: str
    path: str
    detail: str = ""


class FileTable(NamedTuple):
    """A table as text: ``header``, ``rows`` (blank cells ""; a row may be longer than the header), and how it was written."""

    header: list[str]
    rows: list[list[str]]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()


def read_table(path: Path, sheets: tuple[str, ...] = ()) -> FileTable:
    """The table in ``path``; of a workbook the first of ``sheets`` that it has, else its first sheet with rows.

    Raises `FileProblem`, and `HostileFile` for a workbook that was made to harm.
    """
    size = file_size(path)
    suffix = path.suffix.lower()
    if size > MOST_BYTES:
        raise FileProblem("too_large", str(path), f"{size >> 20} MB")
    if not size:
        raise FileProblem("empty", str(path))
    if suffix in BOOK_SUFFIXES:
        return _from_book(path, sheets)
    content = _bytes(path)
    return _from_json(path, content) if suffix == ".json" else _from_text(path, content)


def file_size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise FileProblem("missing", str(path)) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileProblem("closed", str(path), error.strerror or "") from error


def sha256_of(path: Path) -> str:
    found = hashlib.sha256()
    try:
        with open(path, "rb") as file:
            while block := file.read(1 << 20):
                found.update(block)
    except OSError as error:
        raise FileProblem("closed", str(path), error.strerror or "") from error
    return found.hexdigest()


def decoded(content: bytes) -> tuple[str, str]:
    """The text, and its encoding: by its mark, else UTF-8 where it is valid, else Windows' (which has every Latin letter)."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
    ):  # fmt: skip
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), encoding
    for encoding in ("utf-8", "cp1252"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1"), "latin-1"


def _from_text(path: Path, content: bytes) -> FileTable:
    text, encoding = decoded(content)
    if "\0" in text:
        raise FileProblem("not_a_table", str(path))
    first, _, rest = text.partition("\n")
    said = _SEPARATOR_LINE.fullmatch(first.strip())
    if said:  # Excel's own line before the headings
        text = rest
    delimiter = said[1] if said else _delimiter(text)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise FileProblem("damaged", str(path), str(error)) from error
    header, rows = _headed(rows)
    if not header:
        raise FileProblem("empty", str(path))
    swallowed = _swallowing_row(rows, delimiter, len(header))
    if swallowed and not _is_well_quoted(text, delimiter):
        raise FileProblem("quote", str(path), str(swallowed))
    return FileTable(header, rows, encoding, delimiter)


def _swallowing_row(rows: list[list[str]], delimiter: str, columns: int) -> int:
    """The row (from 1) with a cell that holds a line break and a whole row: a quotation mark may be open there. 0 = none."""
    least = max(columns - 1, 1)
    for number, row in enumerate(rows, 1):
        if any(("\n" in cell or "\r" in cell) and cell.count(delimiter) >= least for cell in row):
            return number
    return 0


def _is_well_quoted(text: str, delimiter: str) -> bool:
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error:
        return False
    return True


def _delimiter(text: str) -> str:
    """What divides the headings, quotes minded, and most of the first rows alike; of several the one with most columns."""
    best, most = ";", (0, 0)
    for delimiter in _DELIMITERS:
        lines = csv.reader(io.StringIO(text[:_SCANNED], newline=""), delimiter=delimiter)
        rows = [row for row in lines if any(row)][:20]
        cells = len(rows[0]) if rows else 0
        alike = sum(len(row) == cells for row in rows)
        if cells > 1 and (alike, cells) > most:
            best, most = delimiter, (alike, cells)
    return best


def _headed(rows: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """The first row with a text in it as headings, and those after it, each at least as long."""
    at = next((at for at, row in enumerate(rows) if any(cell.strip() for cell in row)), None)
    if at is None:
        return [], []
    header = [cell.translate(_UNSEEN).strip() for cell in rows[at]]
    while header and not header[-1]:
        header.pop()
    return header, [
        [*(cell.translate(_UNSEEN) for cell in row), *[""] * (len(header) - len(row))] for row in rows[at + 1 :]
    ]


def _from_book(path: Path, sheets: tuple[str, ...]) -> FileTable:
    _refuse_entities(path, checked_zip(path, MOST_UNPACKED))
    with _as_text():
        book = or_none(gdal.OpenEx, str(path), gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=["XLSX", "ODS"])
        if book is None:
            raise FileProblem("damaged", str(path), gdal.GetLastErrorMsg())
        names = tuple(book.GetLayer(at).GetName() for at in range(book.GetLayerCount()))
        if not names:
            raise FileProblem("empty", str(path))
        known = {name.casefold(): name for name in names}
        sheet = next((known[name.casefold()] for name in sheets if name.casefold() in known), None)
        wanted = [sheet] if sheet else names
        for name in wanted:
            header, rows = _headed(_sheet_rows(book.GetLayerByName(name)))
            if header and (rows or name == wanted[-1]):
                return FileTable(header, rows, sheet=name, sheets=names)
    raise FileProblem("empty", str(path))


def _refuse_entities(path: Path, members) -> None:
    """A workbook that defines words of its own is made to swell; no spreadsheet program writes such."""
    try:
        with zipfile.ZipFile(path) as archive:
            for member in members:
                with archive.open(member) as part:
                    start = part.read(_PROLOGUE).replace(b"\0", b"")
                if re.search(rb"<!(DOCTYPE|ENTITY)", start, re.IGNORECASE):
                    raise HostileFile(path.name, "entities", member.filename)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise HostileFile(path.name, "damaged", str(error)) from error


def read_sheet(path: Path, sheets: tuple[str, ...]) -> Optional[FileTable]:
    """The first of ``sheets`` that the workbook has; None where it has none of them."""
    if path.suffix.lower() not in BOOK_SUFFIXES:
        return None
    try:
        found = _from_book(path, sheets)
    except FileProblem as problem:
        if problem.reason == "empty":
            return None
        raise
    return found if found.sheet.casefold() in [name.casefold() for name in sheets] else None


@contextmanager
def _as_text():
    """Every cell as text, and the first row as any other: GDAL would guess kinds, and lose leading zeros."""
    settings = {"FIELD_TYPES": "STRING", "HEADERS": "DISABLE"}
    options = {f"OGR_{kind}_{name}": value for kind in ("XLSX", "ODS") for name, value in settings.items()}
    before = {name: gdal.GetThreadLocalConfigOption(name) for name in options}
    for name, value in options.items():
        gdal.SetThreadLocalConfigOption(name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            gdal.SetThreadLocalConfigOption(name, value)


def _sheet_rows(layer) -> list[list[str]]:
    fields = range(layer.GetLayerDefn().GetFieldCount())
    return [
        [feature.GetFieldAsString(at) if feature.IsFieldSetAndNotNull(at) else "" for at in fields] for feature in layer
    ]


def _from_json(path: Path, content: bytes) -> FileTable:
    text, encoding = decoded(content)
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileProblem("damaged", str(path), str(error)[:200]) from error
    if isinstance(told, dict):  # a service wraps its list, as in {"careUnits": […]}
        told = next((value for value in told.values() if isinstance(value, list)), None)
    if not isinstance(told, list) or not all(isinstance(item, dict) for item in told):
        raise FileProblem("not_a_table", str(path))
    header = list(dict.fromkeys(key for item in told for key in item))
    if not header:
        raise FileProblem("empty", str(path))
    return FileTable(header, [[_cell(item.get(key)) for key in header] for item in told], encoding)


def _cell(value) -> str:
    if value is None:
        return ""
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    return value if isinstance(value, str) else json.dumps(value)
