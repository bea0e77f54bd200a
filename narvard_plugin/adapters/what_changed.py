"""What changed in a workspace since a day: what was fetched or imported, and what was edited, newest first."""

from __future__ import annotations

import json
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from ..store.schema import Table
from ..store.workspace import open_workspace

_SHOWN = 10  # rows of a summed-up edit that are named


class Happened(NamedTuple):
    """One refresh, import or edit, or several edits of one occasion. ``source``: its name, "" for an edit; ``table``: what it fed or changed."""

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
    edits = [_edit(row) for row in audit.to_dict("records")]
    found += [_summed(list(together)) for _, together in groupby(edits, _occasion)]
    return History(sorted(found, key=lambda one: one.time.replace("T", " "), reverse=True), tables)


def _edit(row) -> Happened:
    return Happened(
        str(row["time"])[:19], _text(row["who"]), "", str(row["table_name"]), str(row["action"]), _text(row["row_key"]),
        _count(row["added"]), _count(row["changed"]), _count(row["removed"]), "", _difference(row["before"], row["after"]),
    )  # fmt: skip


def _occasion(edit: Happened) -> tuple:
    """The same for edits that somebody made to a table within a minute, one straight after the other."""
    return edit.time[:16], edit.who, edit.table, edit.action


def _summed(edits: list[Happened]) -> Happened:
    """As one: an import writes down each of its thousand rows, and nobody reads a thousand lines."""
    last = edits[-1]
    if len(edits) == 1:
        return last
    counts = (sum(getattr(one, name) for one in edits) for name in ("added", "changed", "removed"))
    shown = [one.details or one.key for one in edits[:_SHOWN]]
    more = [f"… ({len(edits)})"] if len(edits) > _SHOWN else []
    return Happened(*last[:5], "", *counts, "", "\n".join(filter(None, [*shown, *more])))


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
