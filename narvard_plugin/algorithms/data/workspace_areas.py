"""The areas of one region in the workspace, of one division and vintage, as the ground that tools look points up in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd
from qgis.core import QgsGeometry, QgsProcessingException

from ...adapters.ground import flat_polygon, rings
from ...core.deso.inside import edges_of
from ...core.deso.vintage import level_of
from ...i18n import tr
from ...sources.outlines import Outline
from ...sources.scb_areas import VERSIONS
from ..parameters import region_name

#: The divisions that the table ``areas`` may hold, the one to prefer first: level, vintage and name.
DIVISIONS: Mapping[str, tuple[str, str, str]] = {
    key: (VERSIONS[key].level, VERSIONS[key].vintage, VERSIONS[key].name)
    for key in ("deso2025", "deso2018", "regso2025", "regso2020")
}


class Division(NamedTuple):
    """The ``rows`` of the table ``areas`` that are of one division, and its ``name``."""

    rows: pd.DataFrame
    name: str


def one_division(areas: pd.DataFrame, region: str, chosen: str = "") -> Division:
    """The areas of ``region`` in the division ``chosen`` ("" = the first of ``DIVISIONS`` that is there), or the sentence that
    says how to get them."""
    own = areas[(areas["region"] == region) & areas["geom"].notna()]
    levels = own["area_code"].map(level_of)
    for key in [chosen] if chosen else DIVISIONS:
        level, vintage, name = DIVISIONS[key]
        found = own[(levels == level) & (own["vintage"] == vintage)]
        if len(found):
            return Division(found, name)
    raise QgsProcessingException(
        tr("The workspace has no {division} of {region}. Run Fetch areas first, for this region.").format(
            division=DIVISIONS[chosen][2] if chosen else tr("areas (DeSO or RegSO)"), region=region_name(region)
        )
    )


def same_division(areas: pd.DataFrame, division: Division) -> pd.DataFrame:
    """The areas of every region that are of ``division``."""
    first = division.rows.iloc[0]
    own = areas[(areas["vintage"] == first["vintage"]) & areas["geom"].notna()]
    return own[own["area_code"].map(level_of) == level_of(first["area_code"])]


def outlines_of(rows: pd.DataFrame) -> list[Outline]:
    """The outlines of areas, ready to look points up in."""
    known = zip(rows["area_code"], rows["municipality"], rows["geom"])
    return [Outline(code, municipality, edges_of(rings(_polygon(wkb)))) for code, municipality, wkb in known]


def _polygon(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return flat_polygon(geometry)
