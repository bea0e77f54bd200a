"""Needs of premises that a computation proposes: written once, as identified, for people to decide about."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

IDENTIFIED = "identifierat"
#: While a need stands so, the same proposal is not made again.
OPEN = (IDENTIFIED, "beslutat", "framfort", "i_plan")


class Proposed(NamedTuple):
    """``added``: places of the needs that were written; ``standing``: places that have an open need of that service already."""

    added: list[str]
    standing: list[str]


def propose_needs(workspace, needs: Sequence[Mapping], xy: Sequence[tuple[float, float]]) -> Proposed:
    """Write each of ``needs`` (columns of ``local_needs``; municipality, place and service at least) with its point ``xy``
    (EPSG:3006), unless an open one of the same service stands at the same place of the municipality. One transaction."""
    added, standing = [], []
    with workspace.transaction():
        for need, point in zip(needs, xy):
            known = workspace.read("local_needs", within={"municipality": [need["municipality"]], "status": list(OPEN)})
            same = known[(known["place"] == need["place"]) & (known["service"] == need["service"])]
            if len(same):
                standing.append(need["place"])
                continue
            row = {"need_id": str(uuid.uuid4()), **need, "status": IDENTIFIED, "row_version": 1}
            table = pd.DataFrame({name: pd.Series([value], dtype=object) for name, value in row.items()})
            workspace.write("local_needs", table, xy=tuple(np.array([at], float) for at in point))
            added.append(need["place"])
    return Proposed(added, standing)
