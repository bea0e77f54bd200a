"""The triggers by which SQLite writes every change of a hand-kept table to the audit, whoever makes it.

They call only what SQLite itself has and what every program that edits a GeoPackage must bring (``ST_MinX`` and its
like, which the spatial index needs too): an edit in QGIS must never fail because of them.
"""

from __future__ import annotations

from .audit import DELETE, INSERT, UPDATE
from .schema import BLOB, GEOMETRY, POINT, ROW_KEY, Table
from .sql import literal, quoted

_BOUNDS = ("ST_MinX", "ST_MinY", "ST_MaxX", "ST_MaxY")


def audit_triggers(table: Table) -> list[str]:
    """Statements that make the triggers, instead of earlier ones, for the columns that the table has."""
    columns = [*table.column_names, *([GEOMETRY] if table.geometry else [])]
    changed = " OR ".join("OLD." + quoted(name) + " IS NOT NEW." + quoted(name) for name in columns)
    none = "NULL"
    return [
        *_trigger(table, INSERT, "", "NEW", none, _row(table, "NEW"), "1, 0, 0"),
        *_trigger(table, UPDATE, "WHEN " + changed, "OLD", _row(table, "OLD"), _row(table, "NEW", "OLD"), "0, 1, 0"),
        *_trigger(table, DELETE, "", "OLD", _row(table, "OLD"), none, "0, 0, 1"),
    ]


def _trigger(table, action, when, key_of, before, after, counts):
    name = quoted("audit_" + table.name + "_" + action)
    yield " ".join(("DROP TRIGGER IF EXISTS", name))
    yield " ".join(
        (
            "CREATE TRIGGER", name, "AFTER", action.upper(), "ON", quoted(table.name), when, "BEGIN",
            'INSERT INTO audit (time, who, tool, table_name, action, row_key, "before", "after", added, changed, removed)',
            "VALUES (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT who FROM writing), (SELECT tool FROM writing),",
            ", ".join((literal(table.name), literal(action), _key(table, key_of), before, after, counts)), "); END",
        )
    )  # fmt: skip


def _key(table: Table, row: str) -> str:
    names = table.key or (ROW_KEY,)
    return " || ' | ' || ".join("coalesce(" + row + "." + quoted(name) + ", '')" for name in names)


def _row(table: Table, row: str, earlier: str = "") -> str:
    pairs = [
        literal(column.name)
        + ", "
        + (_size(column.name, row, earlier) if column.type == BLOB else row + "." + quoted(column.name))
        for column in table.columns
    ]
    if table.geometry:
        geometry = row + "." + quoted(GEOMETRY)
        place = _place(table, geometry)
        if earlier and table.geometry != POINT:
            same = earlier + "." + quoted(GEOMETRY) + " IS " + geometry
            place += " || CASE WHEN " + same + " THEN '' ELSE ', another shape' END"
        pairs.append(literal(GEOMETRY) + ", " + place)
    return "json_object(" + ", ".join(pairs) + ")"


def _size(name: str, row: str, earlier: str) -> str:
    """Of bytes how many they are: JSON holds none."""
    value = row + "." + quoted(name)
    words = "printf('%d bytes', length(" + value + "))"
    if earlier:
        same = earlier + "." + quoted(name) + " IS " + value
        words += " || CASE WHEN " + same + " THEN '' ELSE ', other content' END"
    return "CASE WHEN " + value + " IS NULL THEN NULL ELSE " + words + " END"


def _place(table: Table, geometry: str) -> str:
    """A point in full; of a polygon its size and bounds (SQLite has no checksum)."""
    bounds = [bound + "(" + geometry + ")" for bound in _BOUNDS]
    if table.geometry == POINT:
        words = "printf('POINT(%.3f %.3f)', " + ", ".join(bounds[:2]) + ")"
    else:
        form = literal(table.geometry + ", %d bytes, %.3f %.3f to %.3f %.3f")
        words = "printf(" + ", ".join((form, "length(" + geometry + ")", *bounds)) + ")"
    return "CASE WHEN " + geometry + " IS NULL OR ST_IsEmpty(" + geometry + ") THEN NULL ELSE " + words + " END"
