"""What a GeoPackage from outside holds, read from its own tables of contents without opening any of its data.

It is hostile until proven otherwise: a view or a trigger is a program of its maker's, which runs when someone reads or edits.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from .errors import HostileFile

_MAGIC = b"SQLite format 3\0"
#: Of sane files; a list of contents that is a view could go on for ever.
_MOST_LAYERS = 10_000
_LAYERS = (
    "SELECT c.table_name, upper(coalesce(g.geometry_type_name, '')), g.srs_id FROM gpkg_contents c "
    "JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name) "
    "WHERE c.data_type = 'features' ORDER BY c.table_name LIMIT ?"
)
_SCHEMA = "SELECT type, name, coalesce(sql, '') FROM sqlite_master"
#: What the GeoPackage standard and GDAL themselves call their triggers.
_KNOWN_TRIGGER = re.compile(r"(gpkg|rtree|trigger_(insert|delete)_feature_count)_.+", re.IGNORECASE | re.DOTALL)
_RTREE = re.compile(r"CREATE\s+VIRTUAL\s+TABLE\s.+\sUSING\s+rtree\b", re.IGNORECASE | re.DOTALL)
_WORKSPACE = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('workspace', 'sources')"


class Layer(NamedTuple):
    """One layer of features: its name, kind of geometry in capitals, number of its reference system, and columns."""

    name: str
    kind: str
    srs: int
    columns: tuple[str, ...]


def gpkg_layers(path: Path) -> list[Layer]:
    """The layers of features in ``path``, once it is known that reading them runs nothing of its maker's.

    Raises `HostileFile`: damaged where it is no GeoPackage that opens, active where it holds programs.
    """
    with open(path, "rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise HostileFile(path.name, "damaged")
    try:
        with closing(_opened(path)) as data:
            tables = _tables(data, path.name)
            layers = [
                Layer(str(name), kind, srs, _columns(data, name))
                for name, kind, srs in data.execute(_LAYERS, (_MOST_LAYERS,)).fetchall()
            ]
    except (sqlite3.Error, UnicodeDecodeError, TypeError, AttributeError) as error:  # names that are no text, too
        raise HostileFile(path.name, "damaged", str(error)) from error
    for layer in layers:
        # A bar in a name would begin the next part of what QGIS is told to open.
        if layer.name.lower() not in tables or re.search(r"[|\0]", layer.name):
            raise HostileFile(path.name, "active", layer.name)
    return layers


def is_workspace(path: Path) -> bool:
    """Whether ``path`` is someone's register, which no download may take the place of."""
    try:
        with closing(_opened(path)) as data:
            return data.execute(_WORKSPACE).fetchone() == (2,)
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _tables(data: sqlite3.Connection, name: str) -> set[str]:
    """The tables, in small letters; `HostileFile` where what is asked of them could run anything."""
    data.execute("PRAGMA trusted_schema = OFF")
    tables = set()
    for kind, thing, made_by in data.execute(_SCHEMA):
        virtual = kind == "table" and re.match(r"\s*CREATE\s+VIRTUAL\b", made_by, re.IGNORECASE)
        strange = kind == "trigger" and not _KNOWN_TRIGGER.fullmatch(thing)
        endless = kind in ("trigger", "view") and re.search(r"\bRECURSIVE\b", made_by, re.IGNORECASE)
        if strange or endless or (virtual and not _RTREE.match(made_by.strip())):
            raise HostileFile(name, "active", thing)
        if kind == "table":
            tables.add(thing.lower())
    for needed in ("gpkg_contents", "gpkg_geometry_columns"):
        if needed not in tables:
            raise HostileFile(name, "damaged", needed)
    return tables


def _columns(data: sqlite3.Connection, table: str) -> tuple[str, ...]:
    return tuple(name for (name,) in data.execute("SELECT name FROM pragma_table_info(?)", (table,)))
