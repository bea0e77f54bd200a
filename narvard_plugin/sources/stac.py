"""Borders, buildings and other layers from Lantmäteriet's STAC-vektor: an open search, and zips that want an account."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Optional

import pandas as pd
from osgeo import ogr

from ..gdal_answers import or_none
from ..i18n import tr
from .cache import Cache
from .checked_cache import CheckedCache, known_as, stamped_download
from .choosing import the_one
from .client import Client
from .credentials import Credentials, unspoken
from .days import day_of
from .download import Download
from .errors import CutOff, HostileFile, NotThere, Unreadable
from .gpkg_file import gpkg_layers
from .hostile import checked_zip, unpack
from .http import Request, public
from .interface import Fetched, Part
from .new_files import NewFiles
from .oauth import SignedIn
from .polygons import multipolygon
from .register import known_sources
from .stac_paging import TYPES, search
from .trafiklab import ZIP_TYPES

BORDERS = "kommun-lan-rike"
#: Collections, and whether they come as one file for each municipality.
COLLECTIONS = {
    BORDERS: False, "fastighetsindelning": True, "byggnader": True, "marktacke": True, "belagenhetsadresser": True,
    "ortnamn": False,
}  # fmt: skip
#: The kind of division that municipalities are in the table ``divisions``.
KIND = "kommun"
_NEWEST = "aktuell"
_PAGE = 100
_MOST_ZIP = 4 << 30
_SRS = 3006
#: Where the catalogue does not tell when a file was last made.
_MAX_AGE_DAYS = 7.0
_NAMES = ("namnkortform", "kommunnamn", "beslutatnamn", "namn")


class Item(NamedTuple):
    """One file of a collection: its id, address, size where told, and when it was last made ("" where that is not told)."""

    id: str
    href: str
    size: Optional[int]
    updated: str


class StacVector:
    """The files of ``collection`` for ``municipalities`` (all of them or none), unpacked into ``files``.

    ``only`` are the municipalities where the user chose some of a region's. With ``region`` the borders of its
    municipalities go to the table ``divisions`` too.
    """

    ID = "lantmateriet_stac"

    def __init__(
        self,
        url: str,
        given: Credentials,
        cache: Cache,
        collection: str,
        municipalities: Sequence[str],
        files: NewFiles,
        *,
        sign_in_url: str = "",
        region: str = "",
        only: Sequence[str] = (),
    ):
        self._url, self._given, self._cache, self._sign_in_url = url, given, cache, sign_in_url
        self._place = public(url)
        self._collection, self._codes, self._files = collection, tuple(municipalities), files
        self._region, self._only = region, tuple(only)
        #: After `fetch`: the GeoPackages.
        self.files: tuple[Path, ...] = ()

    def fetch(self, client: Client) -> Fetched:
        with unspoken(self._given):
            return self._fetched(client)

    def _fetched(self, client: Client) -> Fetched:
        items = self._items(client)
        signed = SignedIn(client, self._given, self._url, self._sign_in_url)
        kept = {name: self._download(signed, item) for name, item in items.items()}
        days = [day for item in items.values() if (day := day_of(item.updated))]
        with self._files.filling() as made:
            for name, download_ in kept.items():
                client.wait(0)
                _unpacked(download_.path, made, name)
            borders = [self._borders(made / f"{name}.gpkg") for name in kept] if self._wants_borders else []
        self.files = tuple(self._files.folder / f"{name}.gpkg" for name in kept)
        notes = [
            tr("{n} files are in {folder}: {names}").format(
                n=len(kept), folder=self._files.folder, names=", ".join(kept)
            )
        ]
        old = sum(not download_.fresh for download_ in kept.values())
        if old:
            notes.append(tr("{n} of them were already here, and not downloaded again.").format(n=old))
        return Fetched(
            tuple(borders),
            data_date=min(days) if days else None,  # the whole is no newer than its oldest part
            url=f"{self._place}/collections/{self._collection}",
            part=";".join((self._collection, *self._only)),
            notes=tuple(notes),
            files=self.files,
        )

    @property
    def _wants_borders(self) -> bool:
        return self._collection == BORDERS and bool(self._region)

    def _items(self, client: Client) -> Mapping[str, Item]:
        """The files to fetch, by the name that each gets."""
        request = Request(f"{self._url}/collections")
        told = client.json(request, TYPES)
        listed = told.get("collections") if isinstance(told, dict) else None
        if not isinstance(listed, list):
            raise Unreadable(request.place, "collections")
        names = [str(entry.get("id")) for entry in listed if isinstance(entry, dict)]
        the_one([name for name in names if name == self._collection], request.place, self._collection, names)
        found = search(client, self._url, {"collections": [self._collection], "limit": _PAGE})
        items = [_item(item, self._place) for item in found]
        if COLLECTIONS[self._collection]:
            return {f"{self._collection}_{code}": self._of(items, code) for code in self._codes}
        newest = [item for item in items if item.id == _NEWEST] or items
        return {self._collection: the_one(newest, self._place, self._collection, [item.id for item in items])}

    def _of(self, items: Sequence[Item], code: str) -> Item:
        fitting = [item for item in items if _municipality_of(item.id) == code]
        if not fitting:
            raise NotThere(self._place, tr("no file of {collection} for municipality {code}").format(
                collection=self._collection, code=code))  # fmt: skip
        return the_one(fitting, self._place, f"{self._collection} {code}", [item.id for item in fitting])

    def _download(self, signed: SignedIn, item: Item) -> Download:
        request = Request(item.href, most_bytes=_MOST_ZIP)
        name = request.place.rpartition("/")[2]

        def check(path: Path) -> None:
            if item.size is not None and path.stat().st_size != item.size:
                raise CutOff(request.place, path.stat().st_size, item.size)
            _geopackage_in(path)

        return stamped_download(
            signed,
            CheckedCache(self._cache.folder, name, check),
            request,
            item.updated,
            key=f"{self.ID} {request.place}",
            source_id=self.ID,
            licence=known_sources()[self.ID].licence,
            types=ZIP_TYPES,
            max_age_days=_MAX_AGE_DAYS,
        )

    def _borders(self, path: Path) -> Part:
        """The region's municipalities as rows of ``divisions``."""
        names_by_code: dict[str, str] = {}
        areas: dict[str, ogr.Geometry] = {}
        data = or_none(ogr.Open, str(path))
        layer = data.GetLayerByName(KIND) if data is not None else None
        if layer is None:
            raise Unreadable(self._place, f"{BORDERS}: {KIND}")
        names = {field.name.lower(): field.name for field in layer.schema}
        code_field = names.get("kommunkod")
        name_field = next((names[name] for name in _NAMES if name in names), None)
        if code_field is None or name_field is None:
            raise Unreadable(self._place, f"{KIND}: " + ", ".join(names))
        for feature in layer:
            code = str(feature.GetField(code_field) or "").zfill(4)
            area = multipolygon(feature.GetGeometryRef(), self._place) if code[:2] == self._region else None
            if area is not None:  # a municipality may come as several features, such as its islands
                areas[code] = areas[code].Union(area) if code in areas else area
                names_by_code[code] = str(feature.GetField(name_field) or code)
        if not areas:
            raise Unreadable(self._place, f"{KIND}: {self._region} = 0")
        rows = pd.DataFrame(
            {
                "zone_id": list(areas),
                "kind": KIND,
                "name": [names_by_code[code] for code in areas],
                "region": self._region,
            }
        ).assign(source="Lantmäteriet, Kommun, län och rike")
        wkb = [bytes(ogr.ForceToMultiPolygon(area).ExportToWkb(ogr.wkbNDR)) for area in areas.values()]
        return Part("divisions", rows, {"kind": [KIND], "region": [self._region]}, wkb=wkb)


def _municipality_of(item_id: str) -> str:
    """The code in an item's id: the id itself, four digits after kn, or the only four digits that there are.

    A year looks like a code (2023 is Malung-Sälen), so nothing is guessed where there are several.
    """
    numbers = re.findall(r"(?<!\d)\d{4}(?!\d)", item_id)
    marked = re.findall(r"(?<![^\W_])kn_?(\d{4})(?!\d)", item_id, re.IGNORECASE)
    certain = marked if len(set(marked)) == 1 else numbers
    return certain[0] if len(set(certain)) == 1 else ""


def _item(item: Mapping, url: str) -> Item:
    asset = (item.get("assets") or {}).get("data")
    if not isinstance(asset, Mapping) or not isinstance(asset.get("href"), str):
        raise Unreadable(url, f"{item['id']}: assets.data.href")
    updated = str(item["properties"].get("updated") or item["properties"].get("datetime") or "")
    size = asset.get("file:size")
    return Item(item["id"], asset["href"], size if isinstance(size, int) else None, updated)


def _geopackage_in(path: Path) -> str:
    """The one GeoPackage of the zip at ``path``."""
    names = [member.filename for member in checked_zip(path) if member.filename.lower().endswith(".gpkg")]
    if len(names) != 1:
        raise HostileFile(path.name, "damaged", f"{len(names)} × .gpkg")
    return names[0]


def _unpacked(path: Path, folder: Path, name: str) -> None:
    """The GeoPackage of the zip at ``path`` as ``folder``/<name>.gpkg, once it has opened as one in SWEREF 99 TM."""
    with known_as(f"{name}.zip"):
        wanted = _geopackage_in(path)
        target = folder / f"{name}.gpkg"
        unpack(path, folder, lambda member: member == wanted)[0].rename(target)
        layers = gpkg_layers(target)
    wrong = [f"{layer.name}: EPSG:{layer.srs}" for layer in layers if layer.srs != _SRS]
    if wrong or not layers:
        raise Unreadable(f"{name}.zip", ", ".join(wrong) or "0 × layer")
