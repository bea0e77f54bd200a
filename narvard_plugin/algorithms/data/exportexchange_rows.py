"""Which rows of a workspace are handed over to a neighbour: the region's own, and people near its border."""

from __future__ import annotations

from typing import Optional

import numpy as np
import pandas as pd
from qgis.core import QgsGeometry, QgsPoint, QgsProcessingException

from ...adapters.reading import Cancelled, listed
from ...core import exchange
from ...core.exchange import CAPACITY, FACILITIES, PEOPLE, SERVICES, TABLES, X, Y
from ...i18n import tr
from ...store.geometry import xy_from_wkb
from ...store.schema import GEOMETRY

_ROUNDNESS = 16  # segments of a quarter circle


def own_rows(workspace, region: str, account, feedback) -> dict[str, pd.DataFrame]:
    """Facilities of ``region`` with their services and capacity, as the format holds them."""
    facilities = workspace.read(FACILITIES)
    unsaid = facilities[facilities["region"].isna()]
    if len(unsaid):
        text = tr("{n} facilities have no region and were not handed over: {list}.")
        account.say(feedback, text.format(n=len(unsaid), list=listed(unsaid["facility_id"].tolist())), warn=True)
    own = facilities[facilities["region"] == region].reset_index(drop=True)
    nowhere = own[own[GEOMETRY].isna()]
    if len(nowhere):
        text = tr("{n} facilities have no place; they are handed over without one: {list}.")
        account.say(feedback, text.format(n=len(nowhere), list=listed(nowhere["facility_id"].tolist())), warn=True)
    tables = {FACILITIES: _agreed(own, FACILITIES)}
    for name in (SERVICES, CAPACITY):
        rows = workspace.read(name)
        tables[name] = _agreed(rows[rows["facility_id"].isin(own["facility_id"])].reset_index(drop=True), name)
    return tables


def border_of(areas: pd.DataFrame, region: str, distance: float, account, feedback) -> QgsGeometry:
    """The land within ``distance`` (m) of the border of ``region``: of other regions' areas where there are any."""
    others = _land(areas[areas["region"].notna() & (areas["region"] != region)])
    if others is not None:
        account.say(feedback, tr("The border is that to the areas of other regions in the workspace."))
        return others.buffer(distance, _ROUNDNESS)
    own = _land(areas[areas["region"] == region])
    if own is None:
        raise QgsProcessingException(
            tr("The workspace has no areas of region {region}, so nobody knows where the border is. Fetch its areas first, or leave people out.").format(region=region)
        )  # fmt: skip
    text = tr(
        "The workspace has no areas of other regions: the border is the whole outline of the own region, its coast too."
    )
    account.say(feedback, text, warn=True)
    return QgsGeometry(own.constGet().boundary()).buffer(distance, _ROUNDNESS)


def people_near(people: pd.DataFrame, region: str, near: QgsGeometry, feedback) -> pd.DataFrame:
    """The squares of ``region`` that stand in the land ``near`` the border."""
    rows = _agreed(people[people["region"] == region].reset_index(drop=True), PEOPLE)
    engine = QgsGeometry.createGeometryEngine(near.constGet())
    engine.prepareGeometry()
    inside = np.zeros(len(rows), bool)
    for at, (x, y) in enumerate(zip(rows[X], rows[Y])):
        if at % 1000 == 0 and feedback.isCanceled():
            raise Cancelled
        inside[at] = np.isfinite(x) and engine.intersects(QgsPoint(x, y))
    return rows[inside].reset_index(drop=True)


def _agreed(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """The rows with the format's columns only."""
    agreed = TABLES[name]
    kept = rows[list(agreed.columns)].copy()
    if agreed.points:
        kept[X], kept[Y] = (exchange.rounded(one) for one in xy_from_wkb(rows[GEOMETRY]))
    return kept


def _land(areas: pd.DataFrame) -> Optional[QgsGeometry]:
    """The areas of the newest vintage as one; None without any."""
    if not len(areas):
        return None
    parts = []
    for wkb in areas[areas["vintage"] == areas["vintage"].max()][GEOMETRY].dropna():
        part = QgsGeometry()
        part.fromWkb(wkb)
        parts.append(part if part.isGeosValid() else part.makeValid())
    whole = QgsGeometry.unaryUnion(parts)
    return None if whole.isEmpty() else whole
