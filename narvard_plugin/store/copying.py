"""From bound values to the text that PostgreSQL's COPY reads, and from its complaints to the row they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Optional

import numpy as np
from psycopg2 import errors as server

from .errors import RowRefused
from .schema import BLOB, DATE, DATETIME, GEOMETRY, INTEGER, Table
from .sql import unique_index

_NULL = "\\N"
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_ISO = {
    DATE: re.compile(r"\d{4}-\d\d-\d\d"),
    DATETIME: re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"),
}
_STORABLE = (str, int, float, bool)
# "COPY people, line 2, column population: ..." in whatever language the server speaks.
_PLACE = re.compile(r"^COPY \S+ \D*(\d+)(?:, \S+ (\S+?):)?", re.MULTILINE)
_PROBLEMS = {
    server.InvalidTextRepresentation: "type",
    server.InvalidDatetimeFormat: "date",
    server.DatetimeFieldOverflow: "date",
}
_UNSTORABLE = (server.NumericValueOutOfRange, server.CharacterNotInRepertoire, server.UntranslatableCharacter)


def copy_lines(table: Table, names: Sequence[str], values: Sequence[list], at: np.ndarray) -> bytes:
    """Lines of the rows at the positions ``at``; raises `RowRefused` for what PostgreSQL would not take as SQLite does."""
    places = at.tolist()
    columns = [_texts(table, name, column, places) for name, column in zip(names, values)]
    lines = ["\t".join(row) + "\n" for row in zip(*columns)]
    try:
        return "".join(lines).encode("utf8")
    except UnicodeEncodeError as error:
        raise RowRefused(table.name, places[_unencodable(lines)], None, error, "unstorable") from error


def refused(
    table: Table, names: Sequence[str], values: Sequence[list], at: np.ndarray, error: Exception
) -> Optional[RowRefused]:
    """The row that a COPY of the rows ``at`` stopped at, if that is what the server complains of.

    An UPDATE names no line; its caller gives the failing row alone as ``at``.
    """
    problem, column = _broken(table, error)
    if problem is None:
        return None
    place, named = _place(error)
    column = column or (named if problem in ("type", "date") else None)
    row = int(at[place or 0])
    value = values[list(names).index(column)][row] if column in names else error
    return RowRefused(table.name, row, column, value, problem)


def failing_fid(error: Exception) -> Optional[int]:
    """The row key in "Failing row contains (12, …)"."""
    found = re.search(r"\((\d+),", getattr(error.diag, "message_detail", "") or "")
    return int(found.group(1)) if found else None


def _texts(table, name, column, places) -> Iterable[str]:
    if name == GEOMETRY:
        return [_NULL if column[place] is None else column[place].hex() for place in places]
    kind = next((one.type for one in table.columns if one.name == name), INTEGER)  # the row key is no column of it
    form = _ISO.get(kind)
    texts = []
    for place in places:
        value = column[place]
        if value is None:
            texts.append(_NULL)
            continue
        if kind == BLOB and not isinstance(value, bytes):
            raise RowRefused(table.name, place, name, value, "bytes")
        if kind != BLOB and not isinstance(value, _STORABLE):
            raise RowRefused(table.name, place, None, value, "unstorable")
        if form and not (isinstance(value, str) and form.fullmatch(value)):
            raise RowRefused(table.name, place, name, value, "date")
        texts.append(_text(value, kind))
    return texts


def _text(value, kind) -> str:
    if isinstance(value, bytes):
        return "\\\\x" + value.hex()
    if isinstance(value, str):
        return value.translate(_ESCAPES)
    if isinstance(value, bool) or (kind == INTEGER and isinstance(value, float) and value.is_integer()):
        return str(int(value))
    return str(value)


def _broken(table, error) -> tuple[Optional[str], Optional[str]]:
    """The problem and its column; (None, None) where the server complains of something else."""
    name = error.diag.constraint_name or ""
    if isinstance(error, server.CheckViolation):
        problem, _, subject = name.partition(":")
        return (subject, None) if problem == "rule" else (problem, subject)
    if isinstance(error, server.NotNullViolation):
        return "blank", error.diag.column_name
    if isinstance(error, server.UniqueViolation):
        keys = {unique_index(table, names): names for names in table.also_unique}
        key = keys.get(name, table.key if name.endswith("_key") else ())
        return "duplicate", key[0] if key else None
    if isinstance(error, _UNSTORABLE):
        return "unstorable", None
    return next((problem for kind, problem in _PROBLEMS.items() if isinstance(error, kind)), None), None


def _place(error) -> tuple[Optional[int], Optional[str]]:
    found = _PLACE.search(error.diag.context or "")
    return (int(found.group(1)) - 1, found.group(2)) if found else (None, None)


def _unencodable(lines: Sequence[str]) -> int:
    for at, line in enumerate(lines):
        try:
            line.encode("utf8")
        except UnicodeEncodeError:
            return at
    return 0
