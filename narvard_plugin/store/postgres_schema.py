"""The schema around the tables: PostGIS, the functions of the triggers, and what a migration does."""

from __future__ import annotations

from psycopg2 import errors as server
from psycopg2.sql import SQL, Identifier

from . import postgres_sql as sql
from .errors import PostgisMissing
from .schema import AddColumn, AddTable, Audited, Guarded, Migration, Script


def ensure_postgis(cursor, name: str) -> str:
    """The schema that holds PostGIS, which is added where it is lacking and the user may; else `PostgisMissing`."""
    place = _place_of_postgis(cursor)
    if place is None:
        try:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS postgis")
        except (server.InsufficientPrivilege, server.UndefinedFile, server.FeatureNotSupported) as error:
            raise PostgisMissing(name, error.diag.message_primary) from error
        place = _place_of_postgis(cursor)
    return place


def make_schema(cursor, schema: str, spatial: str) -> None:
    """The schema with the functions of its triggers; what follows in the transaction is made in it."""
    cursor.execute("SELECT count(*) FROM pg_namespace WHERE nspname = %s", (schema,))
    if cursor.fetchone()[0] == 0:  # an administrator may have made it for a user who may not
        cursor.execute(SQL("CREATE SCHEMA {}").format(Identifier(schema)))
    cursor.execute(SQL("SET LOCAL search_path TO {}, {}").format(Identifier(schema), Identifier(spatial)))
    make_functions(cursor, schema, spatial)


def make_functions(cursor, schema: str, spatial: str) -> None:
    """What the triggers call, as this version words it."""
    for statement in sql.functions(schema, spatial):
        cursor.execute(statement)


def apply_migration(cursor, migration: Migration, note: str = "") -> None:
    """Take the schema one version forward, inside the caller's transaction."""
    for step in migration.steps:
        for statement in _statements(step, note):
            cursor.execute(statement)


def _statements(step, note):
    if isinstance(step, AddTable):
        yield sql.create_table(step.table)
        yield from sql.indexes(step.table)
        yield from sql.self_references(step.table)
        yield from sql.comments(step.table, note)
        if step.table.append_only:
            yield from sql.append_only_triggers(step.table)
    elif isinstance(step, AddColumn):
        yield sql.add_column(step.table, step.column)
        yield sql.column_comment(step.table, step.column)
    elif isinstance(step, Audited):
        yield from sql.audit_triggers(step.table)
    elif isinstance(step, Guarded):
        yield from sql.guard_triggers(step.guard)
    elif isinstance(step, Script):
        yield from step.postgresql


def _place_of_postgis(cursor):
    cursor.execute(
        "SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'postgis'"
    )
    found = cursor.fetchone()
    return found[0] if found else None
