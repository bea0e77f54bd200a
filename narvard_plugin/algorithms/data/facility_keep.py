"""Imported facilities beside those of the workspace: same ids, likely duplicates, places set by hand, and what is gone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd

from ...core.facilities.duplicates import near_pairs
from ...core.facilities.reading import Facility
from ...core.figures import ADDED, CHANGED, UNCHANGED
from ...store.geometry import xy_from_wkb
from ...store.schema import GEOMETRY
from .facility_places import Checked

TABLE = "facilities"
BY_HAND, FROM_SOURCE = "by_hand", "source"
KEEP, SKIP, MERGE = "keep", "skip", "merge"
SKIPPED, MERGED, KEPT = "skipped", "merged", "kept"
_FILLED = (
    "name", "type", "role", "huvudman", "driftsform", "operator", "region", "municipality", "opened", "closed", "source",
    "source_date", "address", "postal_code", "locality", "placement", "source_id",
)  # fmt: skip
_HALF_A_MILLIMETRE = 0.0005


class Stored(NamedTuple):
    """The facilities of the workspace: values by id, and places (n, 2)."""

    rows: dict[str, dict]
    xy: dict[str, tuple[float, float]]


class Kept(NamedTuple):
    """One facility to be written: its values, place, what becomes of it, and what it was read from (None: merged into)."""

    values: dict
    xy: tuple[float, float]
    fate: str
    checked: Optional[Checked]
    #: What the place of the workspace did: "" nothing, ``kept`` (none in the file), ``moved`` (set by hand before).
    place: str

    @property
    def placed(self) -> bool:
        return bool(np.isfinite(self.xy).all())


class Twin(NamedTuple):
    """Two facilities that may be one: ids, names, type, metres, whether the first stood in the workspace, what was done."""

    facility_id: str
    name: str
    other_id: str
    other_name: str
    type: str
    distance: float
    in_workspace: bool
    done: str
    row: int


def stored_facilities(workspace) -> Stored:
    table = workspace.read(TABLE)
    xy = np.column_stack(xy_from_wkb(table[GEOMETRY])) if len(table) else np.empty((0, 2))
    table = table.drop(columns=GEOMETRY).astype(object)
    table = table.where(table.notna(), None)
    ids = table["facility_id"].tolist()
    return Stored(dict(zip(ids, table.to_dict("records"))), {id_: tuple(place) for id_, place in zip(ids, xy.tolist())})


def find_twins(checked: Sequence[Checked], stored: Stored, distance: float, done_as: str) -> list[Twin]:
    """Pairs of one name and type within ``distance`` under two ids, in the file and against the workspace.

    With ``skip`` or ``merge`` the later one of a pair goes, and none goes twice.
    """
    own = {one.facility.facility_id for one in checked}
    others = [id_ for id_ in stored.rows if id_ not in own]
    names = [stored.rows[id_]["name"] for id_ in others] + [one.facility.name for one in checked]
    types = [stored.rows[id_]["type"] for id_ in others] + [one.facility.type for one in checked]
    ids = others + [one.facility.facility_id for one in checked]
    xy = np.array([stored.xy[id_] for id_ in others] + [one.xy for one in checked], float).reshape(-1, 2)
    gone: set[int] = set()
    stay: set[int] = set()  # those that another one went into
    twins = []
    for first, second, metres in near_pairs(names, types, xy, distance):
        if second < len(others):  # both stood there before this import
            continue
        done = KEPT
        if done_as != KEEP and not gone & {first, second} and second not in stay:
            gone.add(second)
            stay.add(first)
            done = MERGED if done_as == MERGE else SKIPPED
        row = checked[second - len(others)].facility.row
        in_workspace = first < len(others)
        twins.append(
            Twin(ids[first], names[first], ids[second], names[second], types[first], metres, in_workspace, done, row)
        )
    return twins


def to_be_written(
    checked: Sequence[Checked],
    stored: Stored,
    twins: Sequence[Twin],
    closed_told: bool,
    source: str,
    date: Optional[str],
) -> list[Kept]:
    """What the workspace will hold of the imported facilities, twins merged or left out.

    A blank cell leaves what the workspace has, except the year of closing where the file has such a column.
    """
    gone = {twin.other_id for twin in twins if twin.done != KEPT}
    by_id = {one.facility.facility_id: one for one in checked}
    into = {twin.facility_id: [] for twin in twins if twin.done == MERGED}
    for twin in twins:
        if twin.done == MERGED:
            into[twin.facility_id].append(by_id[twin.other_id])
    kept = []
    for one in checked:
        id_ = one.facility.facility_id
        if id_ in gone:
            continue
        values = _values(one.facility, source, date)
        for other in into.pop(id_, ()):
            values = _filled(values, _values(other.facility, source, date))
        kept.append(_beside(values, one, stored, closed_told))
    for id_, others in into.items():  # those of the workspace that twins are merged into
        values = dict(stored.rows[id_])
        for other in others:
            values = _filled(values, _values(other.facility, source, date))
        fate = UNCHANGED if values == stored.rows[id_] else CHANGED
        kept.append(Kept(values, stored.xy[id_], fate, None, ""))
    return kept


def _values(facility: Facility, source: str, date: Optional[str]) -> dict:
    values = {name: getattr(facility, name) for name in _FILLED if name != "placement"}
    values.update(
        facility_id=facility.facility_id,
        source=facility.source or source,
        source_date=facility.source_date or date,
        placement=None if facility.place is None else FROM_SOURCE,
    )
    return values


def _filled(values: dict, more: dict) -> dict:
    """``values`` with ``more`` where they are blank; where a facility comes from and lies stays its own."""
    own = ("source_id", "placement", "closed")
    return {name: more.get(name) if value is None and name not in own else value for name, value in values.items()}


def _beside(values: dict, one: Checked, stored: Stored, closed_told: bool) -> Kept:
    id_ = values["facility_id"]
    before = stored.rows.get(id_)
    if before is None:
        return Kept(values, one.xy, ADDED, one, "")
    for name in _FILLED:
        if values[name] is None and not (name == "closed" and closed_told):
            values[name] = before[name]
    xy, place = one.xy, ""
    if np.isfinite(one.xy).all():
        place = "moved" if before["placement"] == BY_HAND else ""
    elif np.isfinite(stored.xy[id_]).all():
        xy, place = stored.xy[id_], "kept"
        values["placement"] = before["placement"]
    if values["opened"] and values["closed"] and values["closed"] < values["opened"]:
        values["opened"], values["closed"] = one.facility.opened, one.facility.closed  # the file's own word
    same = all(values[name] == before[name] for name in _FILLED) and _same_place(xy, stored.xy[id_])
    return Kept(values, xy, UNCHANGED if same else CHANGED, one, place)


def _same_place(a, b) -> bool:
    a, b = np.asarray(a, float), np.asarray(b, float)
    return bool((np.isnan(a).all() and np.isnan(b).all()) or (np.abs(a - b) < _HALF_A_MILLIMETRE).all())


def gone_from_source(kept: Sequence[Kept], stored: Stored) -> list[str]:
    """Ids of the workspace that have the source, region and type of an imported facility, and are not in the file.

    The type too: a file of pharmacies says nothing about the hospitals of the same source.
    """
    covered = {_part(one.values) for one in kept if one.checked is not None}
    imported = {one.values["facility_id"] for one in kept}
    return sorted(id_ for id_, row in stored.rows.items() if id_ not in imported and _part(row) in covered)


def _part(row: dict) -> tuple:
    return row["source"], row["region"], row["type"]


def write_facilities(workspace, kept: Sequence[Kept], removed: Sequence[str]):
    """Refresh the register with ``kept`` and take away ``removed`` with their services and capacity; its `Changes`."""
    ids = [one.values["facility_id"] for one in kept]
    for table in ("services", "capacity") if removed else ():
        columns = workspace.tables[table].column_names
        workspace.refresh(table, pd.DataFrame(columns=columns, dtype=object), within={"facility_id": list(removed)})
    rows = pd.DataFrame([one.values for one in kept], columns=["facility_id", *_FILLED], dtype=object)
    xy = np.array([one.xy for one in kept], float).reshape(-1, 2)
    return workspace.refresh(TABLE, rows, xy=(xy[:, 0], xy[:, 1]), within={"facility_id": [*ids, *removed]})
