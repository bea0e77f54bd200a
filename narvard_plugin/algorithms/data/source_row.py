"""The row of the workspace's table ``sources`` that tells where rows came from, when, and what they changed."""

from __future__ import annotations

import hashlib
from datetime import datetime, timezone
from typing import Optional

import pandas as pd

from ...store.changes import Changes


def content_of(rows: pd.DataFrame) -> str:
    """SHA-256 of rows that were read from a layer, so that the same content is known again."""
    return hashlib.sha256(rows.to_csv(index=False).encode()).hexdigest()


def note_source(workspace, name: str, fed: str, sha256: str, changes: Changes, **told: Optional[object]) -> bool:
    """Write the row, with what else is ``told`` (columns of the table).

    The same content (``sha256``) that changes nothing is not noted once more: importing a file twice changes nothing. Nor is
    one of which no row could be read, or the source would look fresh.
    """
    if not told.get("row_count") and not changes.something:
        return False
    earlier = workspace.read("sources")
    again = (earlier["name"] == name) & (earlier["fed"] == fed) & (earlier["sha256"] == sha256)
    if again.any() and not changes.something:
        return False
    counts = {"added": changes.added, "changed": changes.changed, "removed": changes.removed}
    now = _free_time(earlier.loc[earlier["name"] == name, "fetched"])
    row = {"name": name, "fed": fed, "fetched": now, "sha256": sha256, **counts, **told}
    workspace.write("sources", pd.DataFrame([row]))
    return True


def _free_time(taken: pd.Series) -> pd.Timestamp:
    """Now, or the first later millisecond that is not ``taken``: the clock of Windows stands still for 15 of them."""
    now = pd.Timestamp(datetime.now(timezone.utc)).floor("ms")
    known = set(pd.to_datetime(taken, utc=True))
    while now in known:
        now += pd.Timedelta(milliseconds=1)
    return now
