"""What a GeoPackage from outside holds, read from its own tables of contents without opening any of its data."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from .errors import HostileFile

_MAGIC = b"SQLite format 3\0"
_LAYERS = (
    "SELECT c.table_name, upper(g.geometry_type_name), g.srs_id FROM gpkg_contents c "
    "JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name) "
    "WHERE c.data_type = 'features' ORDER BY c.table_name"
)


class Layer(NamedTuple):
    """One layer of features: its name, kind of geometry in capitals, number of its reference system, and columns."""

    name: str
    kind: str
    srs: int
    columns: tuple[str, ...]


def gpkg_layers(path: Path) -> list[Layer]:
    """The layers of features in ``path``; `HostileFile` (damaged) where it is no GeoPackage that opens."""
    with open(path, "rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise HostileFile(path.name, "damaged")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as data:
            return [Layer(name, kind, srs, _columns(data, name)) for name, kind, srs in data.execute(_LAYERS)]
    except sqlite3.Error as error:
        raise HostileFile(path.name, "damaged", str(error)) from error


def _columns(data: sqlite3.Connection, table: str) -> tuple[str, ...]:
    return tuple(name for (name,) in data.execute("SELECT name FROM pragma_table_info(?)", (table,)))
