"""Zones of an own division kept in the workspace: what is new, what is changed, and what stands there already."""

from __future__ import annotations

from typing import NamedTuple, Optional

import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry

from ...adapters.reading import listed
from ...adapters.zones import Zones
from ...core.figures import ADDED, CHANGED, UNCHANGED, merge
from ...i18n import tr
from ...store.schema import GEOMETRY, SRID
from .source_row import content_of, note_source

_TABLE = "divisions"
_KEY = ("zone_id", "kind")
_TOLD = ("name", "region", "source", "source_date")


class Described(NamedTuple):
    """What is said of a whole division; ``region`` "" = that of its areas."""

    kind: str
    region: str
    source: str
    date: Optional[str]


def keep_in_workspace(
    workspace, zones: Zones, described: Described, regions: list[str], context, account, feedback
) -> list[str]:
    """Write the zones into the table ``divisions``; the fate of each: added, changed or unchanged."""
    table = workspace.read(_TABLE)
    table = table.astype(object).where(table.notna(), None)
    known = {
        tuple(row[name] for name in _KEY): (*(row[name] for name in _TOLD), _bytes(row[GEOMETRY]))
        for row in table.to_dict("records")
    }
    target = QgsCoordinateReferenceSystem(f"EPSG:{SRID}")
    transform = QgsCoordinateTransform(zones.crs, target, context.transformContext())
    read = [
        (
            (zone, described.kind),
            (zones.names[at], described.region or regions[at] or None, described.source or None, described.date, _wkb(zones.geometries[at], transform)),
        )
        for at, zone in enumerate(zones.ids)
    ]  # fmt: skip
    fates = merge(known, read)[1]
    counts = {fate: fates.count(fate) for fate in (ADDED, CHANGED, UNCHANGED)}
    account.say(feedback, tr("{added} zones added, {changed} changed, {unchanged} unchanged.").format(**counts))
    others = sorted(zone for zone, kind in known if kind == described.kind and zone not in set(zones.ids))
    if others:
        text = tr("{n} zones of the same kind stand in the workspace but not here, and are kept: {list}.")
        account.say(feedback, text.format(n=len(others), list=listed(others)), warn=True)
    rows = pd.DataFrame([[*key, *told[:-1]] for key, told in read], columns=[*_KEY, *_TOLD]).astype(object)
    wkb = [told[-1] for _, told in read]
    changes = workspace.refresh(_TABLE, rows, wkb=wkb, keep_missing=True)._replace(removed=0)
    shapes = rows.assign(shape=[None if one is None else one.hex() for one in wkb])
    more = {"data_date": described.date, "row_count": len(rows), "region": described.region or workspace.region}
    note_source(workspace, described.source, _TABLE, content_of(shapes), changes, part=described.kind, **more)
    return fates


def _wkb(geometry: QgsGeometry, transform: QgsCoordinateTransform) -> bytes:
    moved = QgsGeometry(geometry)
    moved.transform(transform)
    return _bytes(moved.asWkb().data())


def _bytes(blob) -> Optional[bytes]:
    return None if blob is None else bytes(blob)
