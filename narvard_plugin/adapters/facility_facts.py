"""All that a workspace tells of one facility, gathered for its card."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np
import pandas as pd

from ..core.access.capacity import KINDS, LISTED, SPECIALIST, TRAINEE, Norm, capacity_of, newest_values
from ..core.access.services import offered_in, standing_in
from .workspace_snapshot import Snapshot

#: Socialstyrelsen's norm of April 2022; it does not touch what is listed per full-time specialist.
_NORM = Norm(1100.0, 550.0)


class Facts(NamedTuple):
    """``row`` is the facility's row of the register, missing texts "". ``services`` are those of the year asked for and
    ``ended`` how many others the register has. ``capacity`` has the newest row of each kind. ``listed_per_gp`` is None
    where it can't be known. ``stands``: open in the year."""

    row: pd.Series
    stands: bool
    placed: bool
    services: pd.DataFrame
    ended: int
    capacity: pd.DataFrame
    listed_per_gp: Optional[float]


def facts_of(snapshot: Snapshot, facility_id: str, year: int) -> Optional[Facts]:
    """None where the workspace holds no such facility."""
    number = snapshot.index.number_of.get(facility_id)
    if number is None:
        return None
    row = snapshot.index.facilities.iloc[number]
    own = snapshot.index.services[snapshot.index.services["facility_id"] == facility_id]
    now = offered_in(own["from_year"].to_numpy(float), own["to_year"].to_numpy(float), year)
    capacity = snapshot.capacity[snapshot.capacity["facility_id"] == facility_id]
    newest = capacity.fillna({"date": ""}).sort_values("date", kind="stable").drop_duplicates("kind", keep="last")
    stands = bool(standing_in(np.array([row["opened"]], float), np.array([row["closed"]], float), year)[0])
    return Facts(row, stands, bool(row["placed"]), own[now], int((~now).sum()), newest, _per_gp(capacity, facility_id))


def _per_gp(rows: pd.DataFrame, facility_id: str) -> Optional[float]:
    rows = rows[rows["kind"].isin(KINDS)]
    values = newest_values(
        rows["facility_id"].tolist(), rows["kind"].tolist(), rows["value"].to_numpy(float),
        rows["date"].fillna("").tolist(), np.array([facility_id], object),
    )  # fmt: skip
    found = capacity_of(values[SPECIALIST], values[TRAINEE], values[LISTED], _NORM).listed_per_gp[0]
    return None if np.isnan(found) else float(found)
