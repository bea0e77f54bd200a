"""The row of the workspace's table ``sources`` that tells where rows came from, when, and what they changed."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Optional

import pandas as pd

from ...store.changes import Changes


def note_source(workspace, name: str, fed: str, sha256: str, changes: Changes, **told: Optional[object]) -> bool:
    """Write the row, with what else is ``told`` (columns of the table).

    The same content (``sha256``) that changes nothing is not noted once more: importing a file twice changes nothing.
    """
    earlier = workspace.read("sources")
    again = (earlier["name"] == name) & (earlier["fed"] == fed) & (earlier["sha256"] == sha256)
    if again.any() and not changes.something:
        return False
    counts = {"added": changes.added, "changed": changes.changed, "removed": changes.removed}
    now = pd.Timestamp(datetime.now(timezone.utc))
    row = {"name": name, "fed": fed, "fetched": now, "sha256": sha256, **counts, **told}
    workspace.write("sources", pd.DataFrame([row]))
    return True
