"""A neighbour's rows beside those that the workspace has of it: what they change, and how they are stored."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

import numpy as np
import pandas as pd

from ... import catalogue
from ...adapters.reading import listed
from ...core import exchange
from ...core.differences import ADDED, CHANGED, REMOVED, Difference, differences
from ...core.exchange import CAPACITY, FACILITIES, PEOPLE, SERVICES, TABLES, ExchangeError, Header, X, Y
from ...i18n import tr
from ...sources.exchange_file import read_csv, read_exchange
from ...store.changes import Changes
from ...store.geometry import xy_from_wkb
from ...store.schema import GEOMETRY
from .source_row import note_source

#: SWEREF 99 TM's Sweden and its neighbourhood (east and north, m), beyond which a coordinate is a mistake.
_EAST, _NORTH = (200_000, 1_000_000), (6_000_000, 7_750_000)
_DEPENDENT = (SERVICES, CAPACITY)


def read_file(path: Path, region: str) -> tuple[Header, dict[str, pd.DataFrame]]:
    """The header and the tables, checked; of ``region`` where that is said. Raises ``ExchangeError``."""
    if path.suffix.lower() == ".csv":
        tables = {FACILITIES: read_csv(path)}
        if not region:
            raise ExchangeError("csv_region")
        header = Header(exchange.FORMAT, 0, region, "", "", "", "", 0)
    else:
        header, tables = read_exchange(path)
        if region and header.region != region:
            raise ExchangeError("other_region", found=header.region, wanted=region)
    exchange.check_rows(header.region, tables)
    return header, tables


def say_contents(header: Header, tables: dict[str, pd.DataFrame], account, feedback) -> None:
    if header.version:
        text = tr(
            "The file is of region {region}, {date}. Licence: {licence}. Contact: {contact}. Numbers under {minimum} people are not told in it."
        )
        account.say(feedback, text.format(**header._asdict()))
    else:
        text = tr(
            "A CSV file has no date, licence, contact or checksum, so nobody has vouched for it. Ask the neighbour for a file made by exportexchange."
        )
        account.say(feedback, text, warn=True)
    facilities = tables[FACILITIES]
    kinds = catalogue.care().types
    unknown = sorted({str(kind) for kind in facilities["type"] if kind not in kinds})
    if unknown:
        text = tr("{n} facility types are not in the catalogue and are kept as they are: {list}.")
        account.say(feedback, text.format(n=len(unknown), list=listed(unknown)), warn=True)
    code = facilities["municipality"]
    odd = facilities["facility_id"][code.notna() & (code.astype(str).str[:2] != header.region)].tolist()
    if odd:
        text = tr("{n} facilities have a municipality of another region: {list}.")
        account.say(feedback, text.format(n=len(odd), list=listed(odd)), warn=True)
    x, y = facilities[X].astype(float), facilities[Y].astype(float)
    far = facilities["facility_id"][x.notna() & ~(x.between(*_EAST) & y.between(*_NORTH))].tolist()
    if far:
        text = tr(
            "{n} facilities lie far outside Sweden; their coordinates are not SWEREF 99 TM or are swapped: {list}."
        )
        account.say(feedback, text.format(n=len(far), list=listed(far)), warn=True)


def changes_between(stored: dict, tables: dict, region: str) -> list[tuple[str, Difference]]:
    """Every difference between what the workspace has of ``region`` and the file, by table."""
    before = of_region(stored, region)
    found = []
    for name in TABLES:
        if name not in tables:  # a facility that goes takes its services and capacity along
            gone = _orphans(before, tables, name) if name in _DEPENDENT else before[name][:0]
            found += [(name, one) for one in differences(gone, gone[:0], TABLES[name].key, [])]
            continue
        agreed = TABLES[name]
        old, new = (_placed(frame, name) for frame in (before[name], tables[name]))
        fields = [column for column in agreed.names if column not in agreed.key and column not in (X, Y)]
        found += [(name, one) for one in differences(old, new, agreed.key, [*fields, *(["place"] * agreed.points)])]
    return found


def of_region(stored: dict, region: str) -> dict[str, pd.DataFrame]:
    """The workspace's rows of ``region``; services and capacity are of its facilities'."""
    facilities = stored[FACILITIES]
    facilities = facilities[facilities["region"] == region]
    own = set(facilities["facility_id"])
    people = stored[PEOPLE]
    return {
        FACILITIES: facilities.reset_index(drop=True),
        **{name: stored[name][stored[name]["facility_id"].isin(own)].reset_index(drop=True) for name in _DEPENDENT},
        PEOPLE: people[people["region"] == region].reset_index(drop=True),
    }


def _orphans(before: dict, tables: dict, name: str) -> pd.DataFrame:
    stays = before[name]["facility_id"].isin(tables[FACILITIES]["facility_id"])
    return before[name][~stays].reset_index(drop=True)


def _placed(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """The rows with the place of a point as one text, to the millimetre."""
    if not TABLES[name].points:
        return rows
    x, y = xy_from_wkb(rows[GEOMETRY]) if GEOMETRY in rows else (rows[X].astype(float), rows[Y].astype(float))
    place = [None if np.isnan(a) else f"{a:.3f} {b:.3f}" for a, b in zip(x, y)]
    return rows.assign(place=pd.Series(place, dtype=object, index=rows.index))


def store(workspace, stored: dict, tables: dict, header: Header, content: str) -> dict[str, int]:
    """Put the file's rows instead of the region's, and note the source; how many rows were added, changed, removed, unchanged."""
    region = header.region
    mine = set(of_region(stored, region)[FACILITIES]["facility_id"])
    ids = sorted(mine | set(tables[FACILITIES]["facility_id"]))
    totals = dict.fromkeys((ADDED, CHANGED, REMOVED, "unchanged"), 0)
    for name in TABLES:
        changes = _refresh(workspace, name, stored, tables, region, ids)
        if changes is None:
            continue
        for word in totals:
            totals[word] += getattr(changes, word)
        if name in tables:
            told = {
                "publisher": header.contact or None,
                "licence": header.licence or None,
                "data_date": header.date or None,
                "version": str(header.version) if header.version else None,
            }
            title = f"Utbytesfil från region {region}"
            note_source(workspace, title, name, content, changes, row_count=len(tables[name]), region=region, **told)
    return totals


def _refresh(workspace, name: str, stored, tables, region: str, ids: list[str]) -> Optional[Changes]:
    within = {"facility_id": ids} if name in _DEPENDENT else {"region": [region]}
    if name in tables:
        rows = tables[name]
        xy = {"xy": (rows[X].astype(float).to_numpy(), rows[Y].astype(float).to_numpy())} if TABLES[name].points else {}
        return workspace.refresh(name, rows[list(TABLES[name].columns)], within=within, **xy)
    if name not in _DEPENDENT:
        return None
    gone = sorted(set(_orphans(of_region(stored, region), tables, name)["facility_id"]))
    return workspace.refresh(name, stored[name][:0], within={"facility_id": gone}) if gone else None
