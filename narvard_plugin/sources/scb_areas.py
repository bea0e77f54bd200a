"""DeSO and RegSO from SCB's open geodata."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

import pandas as pd

from ..core.deso.vintage import DESO, REGSO, UnknownVintage, level_of, vintage_name
from ..i18n import tr
from . import wfs
from .client import Client
from .errors import Nothing, Unreadable
from .http import public
from .interface import Fetched, Part
from .wfs_geometry import WrongGeometry, multipolygon

_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})Z?")


class Version(NamedTuple):
    """A division at SCB: the ``layer``, and the ``level`` and ``vintage`` that the register calls it by."""

    layer: str
    level: str
    vintage: str
    name: str

    @property
    def key(self) -> str:
        return "desokod" if self.level == DESO else "regsokod"


VERSIONS: Mapping[str, Version] = {
    "deso2018": Version("stat:DeSO_2018", DESO, "2018", "DeSO 2018"),
    "deso2025": Version("stat:DeSO_2025", DESO, "2025", "DeSO 2025"),
    "regso2020": Version("stat:RegSO_2020", REGSO, "2020", "RegSO 2020"),
    "regso2025": Version("stat:RegSO_2025", REGSO, "2025", "RegSO 2025"),
}


class ScbAreas:
    """The areas of ``regions`` (county codes) in some of ``VERSIONS``. ``stored`` is the table ``areas`` of the workspace.

    Only code, borders, municipality and region (and the name of RegSO) come from here: a population that is stored stays.
    """

    ID = "scb_areas"

    def __init__(
        self, url: str, versions: Sequence[str], regions: Sequence[str], stored: pd.DataFrame, page: int = wfs.PAGE
    ):
        self._url, self._regions, self._stored, self._page = url, tuple(regions), stored, page
        self._keys = tuple(dict.fromkeys(versions))
        self._versions = [VERSIONS[key] for key in self._keys]

    def fetch(self, client: Client) -> Fetched:
        parts, marks, dates, notes = [], [], [], []
        for version in self._versions:
            areas = self._areas(client, version)
            parts.append(self._part(version, areas))
            marks.append(areas[0].mark)
            dates += sorted({area.date for area in areas if area.date})
            notes.append(self._note(version, areas))
        notes.append(
            tr(
                "The areas reach into the sea. Divisions and vintages lie over each other in the table areas: "
                "filter it to one of them."
            )
        )
        return Fetched(
            tuple(parts),
            data_date=max(dates, default=None),
            version=";".join(marks),
            url=public(self._url),
            smallest_area="deso" if any(version.level == DESO for version in self._versions) else "regso",
            part=";".join(self._keys),
            notes=tuple(notes),
        )

    def _areas(self, client: Client, version: Version) -> list[_Area]:
        areas = []
        for region in self._regions:
            query = wfs.Query(version.layer, version.key, cql=f"lanskod='{region}'")
            found = wfs.features(client, self._url, query, self._page)
            if not found:
                raise Nothing(
                    public(self._url),
                    tr("It has no {division} in region {region}.").format(division=version.name, region=region),
                )
            areas += [self._read(feature, version, region) for feature in found]
        return areas

    def _read(self, feature: dict, version: Version, region: str) -> _Area:
        told = feature["properties"]
        texts = {name: told.get(name) for name in (version.key, "kommunkod", "lanskod", "version")}
        code = texts[version.key]
        if not all(isinstance(text, str) for text in texts.values()) or not _fits(code, version, texts, region):
            raise self._unreadable(
                tr("{code} is no {division} of region {region}").format(code=code, division=version.name, region=region)
            )
        try:
            name = told.get("regsonamn") if version.level == REGSO else None
            return _Area(
                code, name, texts["kommunkod"], region, multipolygon(feature.get("geometry")), texts["version"],
                _iso(told.get("referensdatum")),
            )  # fmt: skip
        except WrongGeometry as error:
            raise self._unreadable(f"{code}: {error}") from error

    def _unreadable(self, detail: str) -> Unreadable:
        return Unreadable(public(self._url), detail)

    def _part(self, version: Version, areas: Sequence[_Area]) -> Part:
        rows = pd.DataFrame(
            {
                "area_code": [area.code for area in areas],
                "vintage": version.vintage,
                "municipality": [area.municipality for area in areas],
                "region": [area.region for area in areas],
            }
        )
        if version.level == REGSO:
            rows["name"] = [area.name for area in areas]
        # DeSO and RegSO of 2025 have the same vintage, so the codes say which stored rows these stand instead of.
        codes = sorted({*rows["area_code"], *self._before(version)["area_code"]})
        within = {"vintage": [version.vintage], "area_code": codes}
        return Part("areas", rows, within, wkb=[area.wkb for area in areas])

    def _before(self, version: Version) -> pd.DataFrame:
        """The stored areas of the same regions, level and vintage."""
        stored = self._stored[self._stored["vintage"] == version.vintage]
        stored = stored[stored["region"].isin(self._regions)]
        return stored[stored["area_code"].map(level_of) == version.level]

    def _note(self, version: Version, areas: Sequence[_Area]) -> str:
        before = self._before(version)
        peopled = set(before.loc[before["population"].notna(), "area_code"])
        without = sum(area.code not in peopled for area in areas)
        text = tr(
            "{division} ({mark}, {date}): {n} areas. Their population is no part of this source: {kept} keep what is stored, "
            "{without} have none yet."
        )
        return text.format(
            division=version.name, mark=areas[0].mark, date=areas[0].date or tr("date not told"), n=len(areas),
            kept=len(areas) - without, without=without,
        )  # fmt: skip


class _Area(NamedTuple):
    code: str
    name: Optional[str]
    municipality: str
    region: str
    wkb: bytes
    mark: str
    date: Optional[str]


def _fits(code: str, version: Version, texts: Mapping[str, str], region: str) -> bool:
    """Whether the codes are whole, leading zeros and all, and of the region and vintage that were asked for."""
    try:
        vintage = vintage_name(version.level, texts["version"])
    except UnknownVintage:
        return False
    nested = (
        code.startswith(texts["kommunkod"]) and texts["kommunkod"].startswith(region) and len(texts["kommunkod"]) == 4
    )
    return level_of(code) == version.level and nested and texts["lanskod"] == region and vintage == version.vintage


def _iso(text) -> Optional[str]:
    """``20250101`` as 2025-01-01."""
    found = _DATE.fullmatch(str(text).strip())
    return "-".join(found.groups()) if found else None
