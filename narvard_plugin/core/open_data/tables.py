"""A published table: its columns, the ids of its rows, and its text as CSV with a description of every column.

CSV by RFC 4180 (UTF-8, comma, decimal point, CRLF), described by a Table Schema (Frictionless Data).
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Optional

from .rdf import cleaned
from .roles import PLAIN, RESTS, SHARE

FEATURE_ID, HIDDEN, WKT, LATITUDE, LONGITUDE = "feature_id", "hidden_fields", "wkt", "latitude", "longitude"
#: Names that the publication itself gives to columns.
OWN = (FEATURE_ID, HIDDEN, WKT, LATITUDE, LONGITUDE, "fid", "geom")
_TYPES = {"text": "string", "integer": "integer", "real": "number", "flag": "boolean", "date": "date"}
_LONGEST_SLUG = 60
#: Signs that make a cell a formula where a spreadsheet opens the file.
_FORMULA = re.compile(r"\s*[=+\-@\t\r]")
#: Fields that name a row, the surest first; a table may need a second to be of one row each.
_KEYS = ("facility_id", "area_code", "origin_id", "zone_id", "unit_id", "item_id", "provision_id", "code", "kod", "id",
         "deso", "regso", "municipality", "kommun", "kommunkod", "region", "lan", "zone")  # fmt: skip
_BESIDE = ("vintage", "kind", "year", "date", "service", "age_group", "measure", "type", "name", "municipality")


class Field(NamedTuple):
    """A column: its ``name``, ``kind`` (text, integer, real, flag, date), ``title`` that people read, and ``role`` (see `roles`)."""

    name: str
    kind: str
    title: str = ""
    role: str = PLAIN


def slug(text: str) -> str:
    """``text`` as a part of an address: small letters a–z, figures and hyphens; "" where nothing is left of it."""
    plain = unicodedata.normalize("NFKD", text.strip().lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_SLUG].strip("-")


def key_fields(names: Sequence[str], columns: Sequence[Sequence]) -> list[int]:
    """Which columns (values by row) name each row once and leave none unnamed: one known key, or one and another; else none."""
    at = {name.lower(): number for number, name in enumerate(names)}
    firsts = [at[name] for name in _KEYS if name in at]
    seconds = [at[name] for name in _BESIDE if name in at]
    tried = [[one] for one in firsts] + [[one, other] for one in firsts for other in seconds]
    return next((found for found in tried if _names_each([columns[number] for number in found])), [])


def _names_each(columns: Sequence[Sequence]) -> bool:
    rows = list(zip(*columns))
    return all(value not in (None, "") for value in columns[0]) and len(set(rows)) == len(rows)


def feature_ids(keys: Sequence[str], contents: Sequence[bytes]) -> list[str]:
    """An id for each row that stays the same between exports: its key, or without one ("") the start of the SHA-256 of its
    content; those alike are numbered."""
    found: dict[str, None] = {}
    times: dict[str, int] = {}
    for key, content in zip(keys, contents):
        own = one = key or hashlib.sha256(content).hexdigest()[:16]
        while one in found:  # a key may look like the number of another one
            times[own] = times.get(own, 1) + 1
            one = f"{own}-{times[own]}"
        found[one] = None
    return list(found)


def cell(value) -> str:
    """A value as a cell of CSV; an apostrophe goes before a text that a spreadsheet would take for a formula."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, int):
        return str(value)
    text = cleaned(str(value))
    return f"'{text}" if _FORMULA.match(text) else text


def csv_bytes(names: Sequence[str], rows: Iterable[Sequence]) -> bytes:
    kept = io.StringIO()
    writer = csv.writer(kept, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([cell(value) for value in row] for row in rows)
    return kept.getvalue().encode("utf-8")


def table_schema(fields: Sequence[Field], minimum: int, geometry: bool, points: bool) -> bytes:
    """The Table Schema of the CSV: every column with its type, title and what is to know of it."""
    told = [_described(FEATURE_ID, "string", "Radens id", "Samma id vid varje export.", required=True)]
    told += [_described(one.name, _TYPES[one.kind], one.title, _hidden_when(one.role, minimum)) for one in fields]
    if any(one.role != PLAIN for one in fields):
        text = (
            "Fälten på raden som är dolda, med blanksteg mellan. Ett tomt fält som inte står här saknas i underlaget."
        )
        told.append(_described(HIDDEN, "string", "Dolda fält", text))
    if points:
        told.append(_described(LATITUDE, "number", "Latitud", "Grader, WGS 84 (EPSG:4326)."))
        told.append(_described(LONGITUDE, "number", "Longitud", "Grader, WGS 84 (EPSG:4326)."))
    if geometry:
        text = "Well-known text i SWEREF 99 TM (EPSG:3006), meter: östlig koordinat före nordlig."
        told.append(_described(WKT, "string", "Geometri", text))
    schema = {"fields": told, "primaryKey": FEATURE_ID, "missingValues": [""]}
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _described(name: str, kind: str, title: str, description: str, required: bool = False) -> dict:
    told = {"name": name, "type": kind, "title": title or name}
    if description:
        told["description"] = description
    return {**told, "constraints": {"required": True, "unique": True}} if required else told


def _hidden_when(role: str, minimum: int) -> str:
    if role == PLAIN:
        return ""
    if role in (SHARE, RESTS):
        return f"Tomt där det skulle berätta om färre än {minimum} personer."
    return f"Antal personer. Tomt där det är färre än {minimum}, och där ett sådant tal annars skulle kunna räknas ut."


def read_period(text: str) -> Optional[tuple[str, str]]:
    """``2024``, ``2020/2024``, ``2024-01-01/2024-12-31`` or ``2024/`` as (first, last); None for "". Raises ``ValueError``."""
    if not text.strip():
        return None
    first, slash, last = (part.strip() for part in text.partition("/"))
    if not slash:
        last = first
    for one in (first, last):
        if one and not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?", one):
            raise ValueError(text)
    if not first or (last and last < first[: len(last)]):
        raise ValueError(text)
    return first, last
