"""What changed in a workspace since a day: what was fetched or imported, and what was edited, newest first."""

from __future__ import annotations

import json
from typing import NamedTuple

import pandas as pd

from ..store.schema import Table
from ..store.workspace import open_workspace


class Happened(NamedTuple):
    """One refresh, import or edit. ``source``: its name, "" for an edit; ``table``: what it fed or changed."""

    time: str
    who: str
    source: str
    table: str
    action: str
    key: str
    added: int
    changed: int
    removed: int
    data_date: str = ""
    details: str = ""


class History(NamedTuple):
    rows: list[Happened]
    tables: dict[str, Table]


def read_history(workspace: str) -> History:
    """Everything there is, newest first."""
    with open_workspace(workspace, writable=False) as opened:
        sources, audit, tables = opened.read("sources"), opened.read("audit"), dict(opened.tables)
    found = [
        Happened(
            str(row["fetched"])[:19], "", str(row["name"]), _text(row["fed"]), "fetched", "",
            _count(row["added"], row["row_count"]), _count(row["changed"]), _count(row["removed"]), _text(row["data_date"])[:10],
        )
        for row in sources.to_dict("records")
    ]  # fmt: skip
    found += [
        Happened(
            str(row["time"])[:19], _text(row["who"]), "", str(row["table_name"]), str(row["action"]), _text(row["row_key"]),
            _count(row["added"]), _count(row["changed"]), _count(row["removed"]), "", _difference(row["before"], row["after"]),
        )
        for row in audit.to_dict("records")
    ]  # fmt: skip
    return History(sorted(found, key=lambda one: one.time.replace("T", " "), reverse=True), tables)


def since(rows: list[Happened], day: str) -> list[Happened]:
    """Those of ``day`` (ISO) or later."""
    return [row for row in rows if row.time[:10] >= day]


def _difference(before, after) -> str:
    """The columns of a row that changed, as column: before → after."""
    if not (_text(before) and _text(after)):
        return ""
    old, new = json.loads(before), json.loads(after)
    changed = [name for name in new if old.get(name) != new[name] and name not in ("fid", "geom")]
    return "; ".join(f"{name}: {_told(old.get(name))} → {_told(new[name])}" for name in changed)


def _told(value) -> str:
    return "–" if value is None else str(value)


def _text(value) -> str:
    return "" if value is None or pd.isna(value) else str(value)


def _count(*values) -> int:
    """The first that is known; 0 where none is."""
    return next((int(value) for value in values if value is not None and not pd.isna(value)), 0)
