"""The SQLite statements of a table; every name in them comes from the schema and is quoted, values are bound."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .schema import BLOB, DATE, DATETIME, GEOMETRY, INTEGER, REAL, ROW_KEY, TEXT, Column, Table

_IS_NUMBER = {
    INTEGER: "typeof({0}) IN ('integer', 'null')",
    REAL: "typeof({0}) IN ('real', 'integer', 'null') AND abs({0}) < 9e999",  # 9e999 is infinity
}
_IS_BYTES = "typeof({0}) IN ('blob', 'null')"
_ISO_FORM = {DATE: "date({0}, '+0 days')", DATETIME: "strftime('%Y-%m-%dT%H:%M:%fZ', {0}, '+0 days')"}


class Chosen(NamedTuple):
    """The values, bound, that rows may have in one column."""

    column: Column
    values: list
    or_missing: bool


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def create_table(table: Table) -> str:
    parts = [quoted(ROW_KEY) + " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
    if table.geometry:
        parts.append(quoted(GEOMETRY) + " " + table.geometry)
    parts += [column_definition(column) for column in table.columns]
    parts += [_check("rule", rule.name, rule.condition) for rule in table.rules]
    return " ".join(("CREATE TABLE", quoted(table.name), "(", ", ".join(parts), ")"))


def add_column(table: str, column: Column) -> str:
    return " ".join(("ALTER TABLE", quoted(table), "ADD COLUMN", column_definition(column)))


def column_definition(column: Column) -> str:
    """Name, type and checks; a check is named ``problem:column``, which is how a refused row says why."""
    name = quoted(column.name)
    parts = [name, column.type]
    if column.required:
        parts.append("NOT NULL")
    parts += [_check(problem, column.name, condition) for problem, condition in _conditions(column, name)]
    if column.references:
        parent, parent_column = column.references
        parts += ["REFERENCES", quoted(parent), "(" + quoted(parent_column) + ")", "DEFERRABLE INITIALLY DEFERRED"]
    return " ".join(parts)


def indexes(table: Table) -> list[str]:
    """The unique indexes, where NULL equals NULL, and one for each reference that does not lead the key."""
    statements = []
    if table.key:
        required = set(table.required)
        terms = [quoted(name) if name in required else "COALESCE(" + quoted(name) + ", '')" for name in table.key]
        statements.append(_index("CREATE UNIQUE INDEX", table, "key", terms))
    statements += [
        _named_index("CREATE UNIQUE INDEX", unique_index(table, names), table, [quoted(name) for name in names])
        for names in table.also_unique
    ]
    statements += [
        _index("CREATE INDEX", table, column.name, [quoted(column.name)])
        for column in table.columns
        if column.references and (column.name,) != table.key[:1]
    ]
    return statements


def append_only_triggers(table: Table) -> list[str]:
    """Triggers that stop every change of a written row; INSERT OR REPLACE would otherwise slip past the delete."""
    name, key = quoted(table.name), quoted(ROW_KEY)
    stop = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    seen = " ".join(("EXISTS (SELECT 1 FROM", name, "WHERE", key, "= NEW." + key + ")"))
    return [
        " ".join(("CREATE TRIGGER", quoted(table.name + "_no_update"), "BEFORE UPDATE ON", name, stop)),
        " ".join(("CREATE TRIGGER", quoted(table.name + "_no_delete"), "BEFORE DELETE ON", name, stop)),
        " ".join(("CREATE TRIGGER", quoted(table.name + "_no_replace"), "BEFORE INSERT ON", name, "WHEN", seen, stop)),
    ]


def kept_key_triggers(table: Table) -> list[str]:
    """Triggers that refuse a row whose key another row has, as the unique indexes do of every plain INSERT and UPDATE.

    INSERT OR REPLACE and UPDATE OR REPLACE would otherwise take that other row away, past every trigger of a delete.
    """
    statements = []
    for names in (table.key, *table.also_unique):
        same = " AND ".join(quoted(name) + " = NEW." + quoted(name) for name in names)
        seen = " ".join(("EXISTS (SELECT 1 FROM", quoted(table.name), "WHERE", same, "AND", quoted(ROW_KEY)))
        words = "UNIQUE constraint failed: " + ", ".join(table.name + "." + name for name in names)
        stop = "BEGIN SELECT RAISE(ABORT, " + literal(words) + "); END"
        stem = "_".join((table.name, *names, "kept"))
        for event, other in (("INSERT", "IS NOT NULL"), ("UPDATE", "<> NEW." + quoted(ROW_KEY))):
            trigger = quoted(stem + "_" + event.lower())
            when = " ".join((seen, other + ")"))
            statements.append(
                " ".join(("CREATE TRIGGER", trigger, "BEFORE", event, "ON", quoted(table.name), "WHEN", when, stop))
            )
    return statements


def spatial_index(table: Table) -> list[str]:
    """The R-tree and its triggers, as the GeoPackage extension gpkg_rtree_index words them."""
    name, tree, geom, key = quoted(table.name), quoted(rtree_name(table)), quoted(GEOMETRY), quoted(ROW_KEY)
    there = "(NEW." + geom + " NOT NULL AND NOT ST_IsEmpty(NEW." + geom + "))"
    gone = "(NEW." + geom + " IS NULL OR ST_IsEmpty(NEW." + geom + "))"
    same, moved = "OLD." + key + " = NEW." + key, "OLD." + key + " != NEW." + key
    bounds = ", ".join(function + "(NEW." + geom + ")" for function in ("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"))
    put = " ".join(("INSERT OR REPLACE INTO", tree, "VALUES (NEW." + key + ",", bounds + ");"))
    drop = " ".join(("DELETE FROM", tree, "WHERE id = OLD." + key + ";"))
    drop_both = " ".join(("DELETE FROM", tree, "WHERE id IN (OLD." + key + ", NEW." + key + ");"))
    of_geometry = "AFTER UPDATE OF " + geom + " ON"
    triggers = (
        ("insert", "AFTER INSERT ON", there, put),
        ("update1", of_geometry, same + " AND " + there, put),
        ("update2", of_geometry, same + " AND " + gone, drop),
        ("update3", "AFTER UPDATE ON", moved + " AND " + there, drop + " " + put),
        ("update4", "AFTER UPDATE ON", moved + " AND " + gone, drop_both),
        ("delete", "AFTER DELETE ON", "OLD." + geom + " NOT NULL", drop),
    )
    create = " ".join(("CREATE VIRTUAL TABLE", tree, "USING rtree(id, minx, maxx, miny, maxy)"))
    return [create] + [
        " ".join(
            ("CREATE TRIGGER", quoted(rtree_name(table) + "_" + label), event, name, "WHEN", when, "BEGIN", body, "END")
        )
        for label, event, when, body in triggers
    ]


def rtree_name(table: Table) -> str:
    return "rtree_" + table.name + "_" + GEOMETRY


def insert(table: Table, columns: list[str]) -> str:
    names = ", ".join(quoted(name) for name in columns)
    return " ".join(("INSERT INTO", quoted(table.name), "(", names, ") VALUES (", ", ".join("?" * len(columns)), ")"))


def update(table: Table, columns: list[str]) -> str:
    """Bind the columns' values, and the row key last."""
    terms = ", ".join(quoted(name) + " = ?" for name in columns)
    return " ".join(("UPDATE", quoted(table.name), "SET", terms, "WHERE", quoted(ROW_KEY), "= ?"))


def delete_row(table: Table) -> str:
    return " ".join(("DELETE FROM", quoted(table.name), "WHERE", quoted(ROW_KEY), "= ?"))


def delete_all(table: Table) -> str:
    return " ".join(("DELETE FROM", quoted(table.name)))


def select(table: Table, within: Sequence[Chosen] = ()) -> str:
    """Row key, columns and geometry, in the order the rows were written.

    Bind, for each column of ``within``, the values that it may have as one JSON list.
    """
    columns = [ROW_KEY, *table.column_names, *([GEOMETRY] if table.geometry else [])]
    names = ", ".join(quoted(name) for name in columns)
    where = " AND ".join(_is_among(one) for one in within) or "TRUE"
    return " ".join(("SELECT", names, "FROM", quoted(table.name), "WHERE", where, "ORDER BY", quoted(ROW_KEY)))


def _is_among(chosen: Chosen) -> str:
    name = quoted(chosen.column.name)
    among = " ".join((name, "IN (SELECT value FROM json_each(?))"))
    return " ".join(("(", among, "OR", name, "IS NULL )")) if chosen.or_missing else among


def index_extent(table: Table) -> str:
    return " ".join(("SELECT min(minx), min(miny), max(maxx), max(maxy) FROM", quoted(rtree_name(table))))


def value_of_row(table: str, column: str) -> str:
    return " ".join(("SELECT", quoted(column), "FROM", quoted(table), "WHERE rowid = ?"))


def unique_index(table: Table, names: Sequence[str]) -> str:
    """The name of the index that holds a further key."""
    return "_".join((table.name, *names, "key"))


def _index(create: str, table: Table, suffix: str, terms: list[str]) -> str:
    return _named_index(create, table.name + "_" + suffix, table, terms)


def _named_index(create: str, name: str, table: Table, terms: list[str]) -> str:
    return " ".join((create, quoted(name), "ON", quoted(table.name), "(", ", ".join(terms), ")"))


def _conditions(column: Column, name: str):
    if column.type in _IS_NUMBER:
        yield "type", _IS_NUMBER[column.type].format(name)
    if column.type == BLOB:
        yield "bytes", _IS_BYTES.format(name)
    if column.type in _ISO_FORM:
        yield "date", name + " IS " + _ISO_FORM[column.type].format(name)
    yield from common_checks(column, name)
    if column.digits is not None:
        yield "digits", name + " GLOB '" + "[0-9]" * column.digits + "'"


def common_checks(column: Column, name: str):
    """Problem and condition of the checks that every database words alike, for the column called ``name``."""
    if column.type == TEXT and column.required:
        yield "blank", "trim(" + name + ") <> ''"
    if column.minimum is not None:
        yield "range", name + " >= " + repr(column.minimum)
    if column.maximum is not None:
        yield "range", name + " <= " + repr(column.maximum)
    if column.choices:
        yield "choices", name + " IN (" + ", ".join(literal(choice) for choice in column.choices) + ")"


def _check(problem: str, subject: str, condition: str) -> str:
    return " ".join(("CONSTRAINT", quoted(problem + ":" + subject), "CHECK (", condition, ")"))


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
