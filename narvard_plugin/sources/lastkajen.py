"""Roads (NVDB) from Trafikverket's Lastkajen: sign in, find the county's file, take a ticket for a minute, fetch the zip."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from ..i18n import tr
from .cache import Cache
from .checked_cache import CheckedCache, known_as, stamped_download
from .choosing import the_one
from .client import Client
from .credentials import Credentials, unspoken
from .days import day_of
from .download import Download
from .errors import HostileFile, KeyMissing, NotThere, Refused, Rejected, Unreadable
from .hostile import unpack
from .http import Request, public
from .interface import Fetched
from .lastkajen_delivery import Delivery, RoadLayer, folded, names_county, read_delivery, road_layer, wanted_members
from .new_files import NewFiles
from .register import known_sources
from .trafiklab import ZIP_TYPES

_COUNTY_FOLDER = "lansfiler nvdb data"
_SWEREF = 3006
_MOST_ZIP = 8 << 30
_MOST_LIST = 16 << 20
_LIST_TYPES = ("application/json", "text/json")
_TICKET_TYPES = ("application/json", "text/plain", "text/json")


class Lastkajen:
    """The roads of ``county`` as a GeoPackage in ``files``.

    ``file_name`` chooses a file of the county's package where several fit. With ``zip_file``, a file that the user already
    has, nothing is asked of the service. ``layer`` is, after `fetch`, what QGIS opens as the road network.
    """

    ID = "lastkajen"

    def __init__(
        self,
        url: str,
        given: Optional[Credentials],
        cache: Cache,
        county: str,
        files: NewFiles,
        *,
        file_name: str = "",
        zip_file: Optional[Path] = None,
        name: str = "Lastkajen",
    ):
        self._url, self._given, self._cache, self._county, self._files = url, given, cache, county, files
        self._file_name, self._zip_file, self._name = file_name, zip_file, name
        self._place = public(url)
        self.layer = ""

    def fetch(self, client: Client) -> Fetched:
        with unspoken(self._given):
            return self._fetched(client)

    def _fetched(self, client: Client) -> Fetched:
        if self._zip_file is not None:
            zip_file, name, moment, url, fresh = self._zip_file, self._zip_file.name, "", self._zip_file.name, True
        else:
            package, name, moment = self._found(client)
            kept = self._kept(client, package, name, moment)
            zip_file, url, fresh = kept.path, f"{self._place}/File/GetDataPackageFile", kept.fresh
        with self._files.filling() as made, known_as(name):
            roads, told = _unpacked(client, zip_file, made, name)
            path = self._files.folder / roads.path.name
        self.layer = f"{path}|layername={roads.layer.name}"
        return Fetched(
            (),
            data_date=told.day or day_of(moment),
            version=moment,
            url=url,
            part=name,
            notes=tuple(_notes(roads, told, fresh)),
            files=(path,),
        )

    def _found(self, client: Client) -> tuple[str, str, str]:
        """The county's package (id), and the name and time of its file; both lists are open to everyone."""
        packages = self._packages(client)
        counties = [p for p in packages if _COUNTY_FOLDER in folded(str(p.get("sourceFolder", "")))]
        fitting = [p for p in counties if names_county(f"{p.get('sourceFolder')} {p.get('name')}", self._county)]
        package = the_one(fitting, self._place, self._county, [str(p.get("name")) for p in counties])
        identity = str(package.get("id"))
        if not identity.isalnum():
            raise Unreadable(self._place, "id")
        files = _dicts(
            client.json(self._asking(f"/DataPackage/GetDataPackageFiles/{identity}"), _LIST_TYPES), self._place
        )
        names = {str(f.get("name")): str(f.get("dateTime") or "") for f in files if not f.get("isFolder")}
        chosen = the_one(self._fitting(list(names)), self._place, self._file_name or self._county, list(names))
        return identity, chosen, names[chosen]

    def _fitting(self, names: Sequence[str]) -> list[str]:
        if self._file_name:
            return [name for name in names if folded(name) == folded(self._file_name)]
        zips = [name for name in names if name.lower().endswith(".zip") and "geopackage" in folded(name)]
        return [name for name in zips if names_county(name, self._county)]

    def _packages(self, client: Client) -> list[dict]:
        try:
            told = client.json(self._asking("/DataPackage/GetDataPackages"), _LIST_TYPES)
        except (NotThere, Refused):  # newer descriptions have it under this name, for those who have signed in
            token = self._token(client)
            told = client.json(self._asking("/DataPackage/GetPublishedDataPackages", bearer=token), _LIST_TYPES)
        return _dicts(told, self._place)

    def _kept(self, client: Client, package: str, name: str, moment: str) -> Download:
        key = f"{self.ID} {name}"
        kept = self._cache.find(key) if moment else None
        if kept is not None and kept[1].etag == moment:
            return Download(*kept, fresh=False)  # without signing in
        token = self._token(client)
        try:
            return self._with_ticket(client, token, package, name, moment)
        except (Rejected, Refused, NotThere):  # a ticket holds for a minute, and only once: take a fresh one
            return self._with_ticket(client, token, package, name, moment)

    def _with_ticket(self, client: Client, token: str, package: str, name: str, moment: str) -> Download:
        asked = self._asking("/file/GetDataPackageDownloadToken", [("id", package), ("fileName", name)], token)
        ticket = client.text(asked, _TICKET_TYPES).strip().strip('"')
        if not ticket or not ticket.isascii() or not ticket.isprintable():
            raise Unreadable(asked.place, "token")
        request = Request(f"{self._url}/File/GetDataPackageFile", [("token", ticket)], most_bytes=_MOST_ZIP)
        cache = CheckedCache(self._cache.folder, name, _look)
        return stamped_download(
            client, cache, request, moment, key=f"{self.ID} {name}", source_id=self.ID,
            licence=known_sources()[self.ID].licence, types=ZIP_TYPES,
        )  # fmt: skip

    def _token(self, client: Client) -> str:
        if self._given is None:
            raise KeyMissing(self._name)
        body = json.dumps({"UserName": self._given.user, "Password": self._given.secret}).encode()
        request = Request(
            f"{self._url}/Identity/Login",
            headers={"Content-Type": "application/json"},
            body=body,
            most_bytes=_MOST_LIST,
        )
        told = client.json(request, _LIST_TYPES)
        token = told.get("access_token") if isinstance(told, dict) else None
        if not isinstance(token, str) or not token or not token.isascii() or not token.isprintable():
            raise Unreadable(request.place, "access_token")
        return token

    def _asking(self, path: str, query=(), bearer: str = "") -> Request:
        headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
        return Request(self._url + path, query, headers, most_bytes=_MOST_LIST)


def _dicts(told, place: str) -> list[dict]:
    if not isinstance(told, list) or not all(isinstance(entry, dict) for entry in told):
        raise Unreadable(place, "JSON: [{…}]")
    return told


def _look(path: Path) -> None:
    if not any(name.lower().endswith(".gpkg") for name in wanted_members(path)):
        raise HostileFile(path.name, "damaged", "0 × .gpkg")


def _unpacked(client: Client, zip_file: Path, made: Path, name: str) -> tuple[RoadLayer, Delivery]:
    """The GeoPackage with the roads alone in ``made``; everything else that came with it is dropped."""
    client.wait(0)
    wanted = wanted_members(zip_file)
    files = unpack(zip_file, made, lambda member: member in wanted)
    client.wait(0)
    roads, told = road_layer(files, name), read_delivery(files)
    if roads.layer.srs != _SWEREF:
        raise Unreadable(name, f"{roads.layer.name}: EPSG:{roads.layer.srs} ≠ EPSG:{_SWEREF}")
    for file in files:
        if file != roads.path:
            file.unlink()
    path = roads.path.with_suffix(".gpkg")  # QGIS knows the kind of a file by small letters on every system
    return roads._replace(path=roads.path.rename(path)), told


def _notes(roads: RoadLayer, told: Delivery, fresh: bool):
    if told.objects is not None:
        yield tr("The delivery says that it holds {n} objects.").format(n=told.objects)
    if told.epsg not in (None, _SWEREF):
        yield tr(
            "The delivery's text says EPSG:{told}, but the layer is in EPSG:{found}; the layer is believed."
        ).format(told=told.epsg, found=roads.layer.srs)
    if roads.others:
        yield tr("Layers of the delivery that are no road network are left out: {names}").format(
            names=", ".join(roads.others[:20])
        )
    if not fresh:
        yield tr("Nothing was downloaded: the kept copy is the newest delivery.")
