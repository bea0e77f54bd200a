"""The format in which one region hands its register to a neighbour: agreed columns, what is protected, and checksums.

Version 1. One GeoPackage with the table ``exchange`` (a row per table: format, version, region, date, licence, contact and
checksum) and the tables below with exactly these columns, points in SWEREF 99 TM (EPSG:3006) rounded to millimetres. The
checksum is SHA-256 over the header and the table's rows in canonical JSON, sorted.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd

from .deso.small_numbers import too_few
from .deso.suppression import NO_LINE, Cells, suppress

FORMAT, VERSION = "narvard-exchange", 1
TEXT, INTEGER, REAL, DAY = "text", "integer", "real", "date"
FACILITIES, SERVICES, CAPACITY, PEOPLE = "facilities", "services", "capacity", "people"
X, Y = "x", "y"
AGES = (*(f"age_{low}_{low + 4}" for low in range(0, 85, 5)), "age_85_plus")
#: Kinds of capacity that count people.
COUNTED_PEOPLE = ("listade",)


class Agreed(NamedTuple):
    """A table of the format: its ``columns`` with their kind in order, its ``key``, and whether its rows are ``points``."""

    columns: Mapping[str, str]
    key: tuple[str, ...]
    points: bool

    @property
    def names(self) -> list[str]:
        """All that a row holds: the columns, and the coordinates of a point."""
        return [*self.columns, *([X, Y] if self.points else [])]


TABLES: Mapping[str, Agreed] = {
    FACILITIES: Agreed(
        {
            **dict.fromkeys(("facility_id", "name", "type", "role", "huvudman", "driftsform", "operator", "region", "municipality"), TEXT),
            "opened": INTEGER, "closed": INTEGER, "source": TEXT, "source_date": DAY,
        },
        ("facility_id",),
        True,
    ),
    SERVICES: Agreed(
        {
            **dict.fromkeys(("facility_id", "service", "care_form", "urgency", "weekdays", "hours"), TEXT),
            "beds": INTEGER, "volume": REAL, "from_year": INTEGER, "to_year": INTEGER,
        },
        ("facility_id", "service", "care_form", "urgency", "weekdays", "hours", "from_year"),
        False,
    ),
    CAPACITY: Agreed({"facility_id": TEXT, "kind": TEXT, "value": REAL, "date": DAY}, ("facility_id", "kind", "date"), False),
    PEOPLE: Agreed(
        {"origin_id": TEXT, "population": INTEGER, "region": TEXT, "area_code": TEXT, **dict.fromkeys(AGES, INTEGER)},
        ("origin_id",),
        True,
    ),
}  # fmt: skip
#: Tables that every file has; people only where they are handed over.
ALWAYS = (FACILITIES, SERVICES, CAPACITY)


class ExchangeError(ValueError):
    """Why a file cannot be taken in: ``problem`` names it, and ``facts`` fill its sentence."""

    def __init__(self, problem: str, **facts):
        super().__init__(problem)
        self.problem, self.facts = problem, facts


class Header(NamedTuple):
    """What a file says of itself; ``date`` is the day that its rows are of, ``minimum`` the fewest people it tells."""

    format: str
    version: int
    region: str
    date: str
    licence: str
    contact: str
    plugin_version: str
    minimum: int


def checksum(header: Header, table: str, rows: pd.DataFrame) -> str:
    """SHA-256 of the ``rows`` (columns of the table) under ``header``; the order of rows and columns means nothing."""
    agreed = TABLES[table]
    columns = [as_kind(rows[name], agreed.columns.get(name, REAL)) for name in agreed.names]
    lines = sorted(_json(list(row)) for row in zip(*columns))
    return hashlib.sha256("\n".join([_json(list(header)), table, *lines]).encode("utf-8", "surrogatepass")).hexdigest()


def _json(values: list) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def as_kind(values: pd.Series, kind: str) -> list:
    """Python values of one kind, as JSON writes them in one way only: 7 in a column of whole numbers, 7.0 in one of others.

    None where there is no value. Raises ``ValueError`` or ``TypeError`` where a value is not of the kind.
    """
    convert = {TEXT: str, DAY: str, INTEGER: _whole, REAL: _finite}[kind]
    return [None if missing else convert(value) for value, missing in zip(values.tolist(), values.isna())]


def _number(value) -> float:
    try:
        return float(value)
    except OverflowError as error:
        raise ValueError(value) from error


def _whole(value) -> int:
    number = _number(value)
    if not number.is_integer():
        raise ValueError(value)
    return int(number)


def _finite(value) -> float:
    number = _number(value)
    if not math.isfinite(number):
        raise ValueError(value)
    return number


def read_header(rows: Sequence[Mapping]) -> tuple[Header, dict[str, str]]:
    """The header that stands in every row of the table ``exchange``, and the checksum of each table by name."""
    if not rows or any("format" not in row or row["format"] != FORMAT for row in rows):
        raise ExchangeError("format")
    versions = {row.get("version") for row in rows}
    if versions != {VERSION}:
        raise ExchangeError("version", found=", ".join(sorted(map(str, versions))), known=VERSION)
    missing = [name for name in (*Header._fields, "table_name", "sha256") if any(row.get(name) is None for row in rows)]
    if missing:
        raise ExchangeError("header", names=missing)
    headers = {Header(*(row[name] for name in Header._fields)) for row in rows}
    if len(headers) > 1:
        raise ExchangeError("headers")
    return headers.pop(), {row["table_name"]: row["sha256"] for row in rows}


def check_columns(table: str, names: Sequence[str]) -> None:
    """Every agreed column must be there; more than those are nobody's business."""
    missing = [name for name in TABLES[table].columns if name not in names]
    if missing:
        raise ExchangeError("columns", table=table, names=missing)


def check_tables(header: Header, sums: Mapping[str, str], tables: Mapping[str, pd.DataFrame]) -> None:
    """The tables are those that the header tells of, and each is as it was when the file was made."""
    missing = [name for name in dict.fromkeys([*ALWAYS, *sums]) if name not in tables]
    if missing:
        raise ExchangeError("tables", names=missing)
    untold = [name for name in tables if name not in sums]
    changed = [name for name, rows in tables.items() if name in sums and checksum(header, name, rows) != sums[name]]
    if changed or untold:
        raise ExchangeError("changed", names=[*changed, *untold])


def check_rows(region: str, tables: Mapping[str, pd.DataFrame]) -> None:
    """Rows of one region only, each key once, and nothing that belongs to a facility that is not in the file."""
    for name, rows in tables.items():
        agreed = TABLES[name]
        if "region" in agreed.columns:
            others = sorted({"–" if code is None else str(code) for code in rows["region"] if code != region})
            if others:
                raise ExchangeError("region", table=name, region=region, others=others)
        repeated = rows[rows.duplicated(list(agreed.key))]
        if len(repeated):
            raise ExchangeError("repeated", table=name, key=", ".join(agreed.key), ids=_texts(repeated[agreed.key[0]]))
    known = set(tables[FACILITIES]["facility_id"]) if FACILITIES in tables else set()
    for name in (SERVICES, CAPACITY):
        strange = set(tables[name]["facility_id"]) - known if name in tables else set()
        if strange:
            raise ExchangeError("facility", table=name, ids=sorted(map(str, strange)))


def read_day(text: str) -> str:
    """A day written as 2024-12-31, or ``ExchangeError``."""
    try:
        day = date.fromisoformat(text.strip()).isoformat()
    except ValueError as error:
        raise ExchangeError("day", text=text) from error
    if day != text.strip():  # from Python 3.11 on 20241231 and 2024-W01-1 are read too
        raise ExchangeError("day", text=text)
    return day


class Protected(NamedTuple):
    """Squares that may be told, how many were left ``out`` because few live there (with how many ``people`` in all), and how
    many ages are ``hidden``."""

    rows: pd.DataFrame
    out: int
    people: int
    hidden: int


def protected_people(rows: pd.DataFrame, minimum: int) -> Protected:
    """Squares of at least ``minimum`` people; ages over 0 and under it are empty, and so many more that the total tells none."""
    kept = rows[~too_few(rows["population"], minimum)].reset_index(drop=True)
    ages = kept[list(AGES)].to_numpy(float)
    count, width = ages.shape
    line = np.repeat(np.arange(count), width)
    value = ages.ravel()
    told = np.isfinite(value)
    cells = Cells(
        np.where(told, value, 0.0),
        line,
        np.full(len(line), NO_LINE),
        np.tile(np.arange(width), count),
        told & too_few(value, minimum),
        ~told,
        np.zeros(len(line), bool),
    )
    found = suppress(cells, minimum)
    # A line that nothing could close (all it tells is hidden already) is hidden whole, and so tells only its total.
    hidden = (found.hidden | np.isin(line, found.open_lines)).reshape(ages.shape)
    kept[list(AGES)] = np.where(hidden, math.nan, ages)
    people = int(rows["population"].sum() - kept["population"].sum())
    return Protected(kept, len(rows) - len(kept), people, int((hidden & told.reshape(ages.shape)).sum()))


def protected_capacity(rows: pd.DataFrame, minimum: int) -> tuple[pd.DataFrame, int]:
    """Capacity without the rows that count people and tell of few of them, and how many those are."""
    few = rows["kind"].isin(COUNTED_PEOPLE).to_numpy() & too_few(rows["value"], minimum)
    return rows[~few].reset_index(drop=True), int(few.sum())


def rounded(coordinates: Sequence[Optional[float]]) -> np.ndarray:
    """Metres to the millimetre, so that the same point is the same text everywhere."""
    return np.round(np.asarray(coordinates, float), 3)


def _texts(values) -> list[str]:
    return [str(value) for value in values]
