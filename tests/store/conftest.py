"""The two kinds of store, behind one small interface: a promise that both make is one test."""

import contextlib
import itertools
import sqlite3

import pandas as pd
import psycopg2
import pytest

from narvard_plugin.store.connections import find_connection
from narvard_plugin.store.geopackage import GeoPackageWorkspace, create_geopackage
from narvard_plugin.store.postgres import PostgresWorkspace, create_postgres
from narvard_plugin.store.register import MIGRATIONS
from narvard_plugin.store.workspace import create_workspace


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


class Files:
    """Workspaces that are GeoPackage files."""

    refused = sqlite3.Error

    def __init__(self, path):
        self.path, self.text = path, str(path)

    def create(self, migrations=MIGRATIONS):
        create_geopackage(self.path, "99", "1", migrations)

    def open(self, **choices):
        return GeoPackageWorkspace(self.path, **choices)

    def execute(self, statement):
        """What someone else's program does in the same place."""
        with contextlib.closing(sqlite3.connect(self.path)) as connection:
            for place, name in enumerate(("ST_IsEmpty", "ST_MinX", "ST_MinY", "ST_MaxX", "ST_MaxY")):
                connection.create_function(name, 1, lambda blob, place=place: place)
            rows = connection.execute(statement).fetchall()
            connection.commit()
        return rows

    def content(self):
        return self.path.read_bytes()

    def writer_arguments(self):
        return [str(self.path)]

    def is_written_to(self):
        return self.path.with_name(self.path.name + "-journal").exists()


class Schemas:
    """Workspaces that are schemas of one PostgreSQL database; every test has its own."""

    refused = psycopg2.Error
    numbers = itertools.count()

    def __init__(self, server, connection, database):
        self.server, self.database = server, database
        self.schema = f'vård "{next(self.numbers)}"'
        self.text = f"{connection}/{self.schema}"
        self.stored = find_connection(self.text)

    def create(self, migrations=MIGRATIONS):
        create_postgres(self.stored, "99", "1", migrations)

    def open(self, **choices):
        return PostgresWorkspace(self.stored, **choices)

    def execute(self, statement, **who):
        with contextlib.closing(psycopg2.connect(self.server.libpq(self.database, **who))) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('search_path', quote_ident(%s) || ', public', false)", (self.schema,))
                cursor.execute(statement)
                return cursor.fetchall() if cursor.description else cursor.rowcount

    def content(self):
        """Every row of every table with the transaction that wrote it: a row that is written anew is seen."""
        tables = self.server.execute(
            "SELECT quote_ident(relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE nspname = %s AND relkind = 'r' ORDER BY 1",
            self.database,
            (self.schema,),
        )
        return {name: self.execute(f"SELECT xmin::text, t::text FROM {name} t ORDER BY 2") for (name,) in tables}

    def writer_arguments(self):
        return [self.stored.uri, self.schema]

    def is_written_to(self):
        return bool(
            self.server.execute(
                "SELECT 1 FROM pg_locks WHERE mode = 'RowExclusiveLock' AND granted AND relation = %s::regclass",
                self.database,
                (f"{quoted(self.schema)}.people",),
            )
        )


@pytest.fixture
def path(tmp_path):
    """A place with what real folders have: spaces, åäö and signs that mean something in an address."""
    folder = tmp_path / "Region Östergötland #1 100%"
    folder.mkdir()
    return folder / "vård & hälsa?.gpkg"


@pytest.fixture(params=["geopackage", "postgresql"])
def store(request, path):
    """A place for one workspace, in each kind of store."""
    if request.param == "geopackage":
        return Files(path)
    name = request.getfixturevalue("postgres_connection")
    return Schemas(request.getfixturevalue("postgres"), name, "region")


@pytest.fixture
def workspace(store):
    with create_workspace(store.text, "99") as made:
        yield made


@pytest.fixture
def facilities():
    """``facilities("a", "b")``: rows of the register with these ids."""

    def rows(*ids):
        return pd.DataFrame({"facility_id": ids, "name": [f"Enhet {i}" for i in ids], "type": "vardcentral"})

    return rows
