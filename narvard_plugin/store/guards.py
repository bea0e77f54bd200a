"""What the database itself refuses of a changed row: the conditions and words of its triggers, and the errors they become.

The conditions are SQL that SQLite and PostgreSQL read alike. The words are read by whoever edits a table in QGIS, so
they stand in both languages; the code at their end is what Närvård knows a refusal by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Optional

from .errors import FrozenRow, IllegalStep, RowChanged, StoreError
from .schema import ROW_VERSION, AllowedSteps, FrozenColumns, Guard, RowVersion
from .sql import literal, quoted

VERSION, STEP, FROZEN = "NV002", "NV003", "NV004"
UPDATE, DELETE = "UPDATE", "DELETE"
_WORDS = {
    VERSION: "Raden ändrades inte: row_version ska höjas med ett i varje ändring, så att ingen skriver över någon annans. "
    "Ändra raden i Närvårds panel, eller höj row_version med ett i samma ändring. / The row was not changed: row_version "
    "must be raised by one in every change, so that nobody overwrites another's. Change the row in the panel of Närvård, "
    "or raise row_version by one in the same change.",
    STEP: "Raden ändrades inte: det steget får inte tas härifrån. Välj ett av de tillåtna stegen i Närvårds panel. / "
    "The row was not changed: that step can't be taken from here. Choose one of the allowed steps in the panel of Närvård.",
    FROZEN: "Raden är låst i det läge den har och ändrades inte. Öppna den igen med ett tillåtet steg i Närvårds panel, "
    "eller gör en ny version. / The row is locked as it stands and was not changed. Open it again by an allowed step in "
    "the panel of Närvård, or make a new version.",
}
_CODE = re.compile(r"\((NV00[234]) (\w+)\.(\w+)\)")


class Trigger(NamedTuple):
    """One trigger of a guard; ``column`` is the one whose value says why a row is refused."""

    name: str
    event: str
    condition: str
    code: str
    column: str
    words: str


class Refusal(NamedTuple):
    """What a trigger said no to."""

    code: str
    table: str
    column: str


def triggers(guard: Guard, distinct: str) -> Iterator[Trigger]:
    """The guard's triggers before each row; ``distinct`` is how the database compares where a value may be missing."""
    if isinstance(guard, RowVersion):
        version = quoted(ROW_VERSION)
        raised = "NEW." + version + " <> OLD." + version + " + 1"
        yield _trigger(guard.table, "row_version", UPDATE, raised, VERSION, ROW_VERSION)
    elif isinstance(guard, AllowedSteps):
        before, after = "OLD." + quoted(guard.column), "NEW." + quoted(guard.column)
        allowed = ", ".join(literal(one + ">" + other) for one, other in guard.allowed)
        refused = before + " <> " + after + " AND " + before + " || '>' || " + after + " NOT IN (" + allowed + ")"
        yield _trigger(guard.table, guard.column + "_steps", UPDATE, refused, STEP, guard.column)
    else:
        frozen = "OLD." + quoted(guard.when) + " IN (" + ", ".join(map(literal, guard.values)) + ")"
        changed = " OR ".join("OLD." + quoted(name) + " " + distinct + " NEW." + quoted(name) for name in guard.columns)
        suffix = guard.when + "_frozen"
        yield _trigger(guard.table, suffix, UPDATE, frozen + " AND (" + changed + ")", FROZEN, guard.when)
        if not guard.deletable:
            yield _trigger(guard.table, suffix + "_kept", DELETE, frozen, FROZEN, guard.when)


def sqlite_triggers(guard: Guard) -> list[str]:
    """The guard as statements of SQLite, instead of an earlier one of the same columns."""
    statements = []
    for one in triggers(guard, "IS NOT"):
        statements += _sqlite(guard, one.name, "BEFORE " + one.event, one.condition, one.words)
        if one.event == DELETE:  # INSERT OR REPLACE would otherwise slip past
            same = " ".join(('"fid" = NEW."fid" AND', one.condition.replace("OLD.", "")))
            seen = " ".join(("EXISTS (SELECT 1 FROM", quoted(guard.table), "WHERE", same + ")"))
            statements += _sqlite(guard, one.name + "_no_replace", "BEFORE INSERT", seen, one.words)
    return statements


def _sqlite(guard, name, event, condition, words) -> Iterator[str]:
    yield "DROP TRIGGER IF EXISTS " + quoted(name)
    stop = "BEGIN SELECT RAISE(ABORT, " + literal(words) + "); END"
    yield " ".join(("CREATE TRIGGER", quoted(name), event, "ON", quoted(guard.table), "WHEN", condition, stop))


def refusal_in(message: str) -> Optional[Refusal]:
    """What a trigger said no to, if that is what the database complains of."""
    found = _CODE.search(message)
    return Refusal(*found.groups()) if found else None


def error_of(
    refusal: Refusal, before=None, after=None, names: Sequence[str] = (), guards: Sequence[Guard] = ()
) -> StoreError:
    """The refusal as an error: ``before`` and ``after`` of its column, ``names`` the columns that were written."""
    if refusal.code == VERSION:
        return RowChanged(refusal.table, {})
    if refusal.code == STEP:
        return IllegalStep(refusal.table, refusal.column, before, after)
    frozen = [
        name
        for guard in guards
        if isinstance(guard, FrozenColumns) and (guard.table, guard.when) == (refusal.table, refusal.column)
        for name in guard.columns
    ]
    return FrozenRow(refusal.table, tuple(name for name in frozen if name in names), before)


def _trigger(table, suffix, event, condition, code, column) -> Trigger:
    words = _WORDS[code] + " (" + code + " " + table + "." + column + ")"
    return Trigger(table + "_" + suffix, event, condition, code, column, words)
