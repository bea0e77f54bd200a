"""Trafikverket's Lastkajen on loopback: log in, open lists, tickets that hold for a minute and once, errors as 400 in Swedish."""

from __future__ import annotations

import json
import secrets
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs

from osgeo import gdal

from tests.sources.servers.base import Asked, Reply, Server, as_json
from tests.sources.servers.trafiklab import zipped

USER, PASSWORD = "planerare@example.org", "lösen+ord/1"
TOLD_DAY = "2026-10-15"
_ROOT = "Datapaket\\Länsfiler NVDB-data"


class LastkajenServer(Server):
    """``counties``: name ("Norrbottens län") -> its files by name. ``stale`` tickets to come are too old when they come."""

    def __init__(self, counties: Mapping[str, Mapping[str, bytes]]):
        super().__init__()
        self.counties = {name: dict(files) for name, files in counties.items()}
        self.times = "2026-10-15T03:11:00"
        self.stale, self.signed_in_lists = 0, False
        self._tokens: set[str] = set()
        self._tickets: dict[str, tuple[float, bytes]] = {}

    @property
    def base(self) -> str:
        return f"{self.url}/api"

    def reply(self, asked: Asked) -> Reply:
        path = asked.path.lower().removeprefix("/api")
        if path == "/identity/login":
            return self._login(asked)
        if path == "/datapackage/getdatapackages":
            return Reply(404, b"", "text/html") if self.signed_in_lists else as_json(self._packages())
        if path == "/datapackage/getpublisheddatapackages":
            return as_json(self._packages()) if self._is_signed_in(asked) else _sentence("Du är inte inloggad.")
        if path.startswith("/datapackage/getdatapackagefiles"):
            return self._files(asked.query.get("id") or path.rpartition("/")[2])
        if path == "/file/getdatapackagedownloadtoken":
            return self._ticket(asked)
        if path == "/file/getdatapackagefile":
            return self._file(asked.query.get("token", ""))
        return Reply(404, b"<html><body>404</body></html>", "text/html")

    def _login(self, asked: Asked) -> Reply:
        if asked.headers.get("content-type", "").startswith("application/json"):
            given = asked.json
        else:
            given = {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}
        if (given.get("UserName"), given.get("Password")) != (USER, PASSWORD):
            return _sentence("Felaktigt användarnamn eller lösenord.")
        token = secrets.token_hex(16)
        self._tokens.add(token)
        return as_json({"access_token": token, "token_type": "bearer", "expires_in": 86399})

    def _packages(self):
        counties = [
            {"id": 100 + n, "name": name, "sourceFolder": f"{_ROOT}\\{name}", "published": True}
            for n, name in enumerate(self.counties)
        ]
        return [
            {"id": 7, "name": "Järnvägsnät", "sourceFolder": "Datapaket\\Järnvägsnät med grundegenskaper"},
            *counties,
        ]

    def _files(self, identity: str) -> Reply:
        files = self._of(identity)
        if files is None:
            return _sentence("Datapaketet finns inte.")
        return as_json(
            [
                {"name": name, "size": f"{len(body) >> 10} kB", "dateTime": self.times, "isFolder": False}
                for name, body in files.items()
            ]
        )

    def _ticket(self, asked: Asked) -> Reply:
        if not self._is_signed_in(asked):
            return _sentence("Du är inte inloggad.")
        body = (self._of(asked.query.get("id", "")) or {}).get(asked.query.get("fileName", ""))
        if body is None:
            return _sentence("Filen finns inte.")
        ticket = secrets.token_urlsafe(24)
        age = 61.0 if self.stale > 0 else 0.0
        self.stale -= 1
        self._tickets[ticket] = (time.monotonic() - age, body)
        return Reply(200, json.dumps(ticket).encode(), "application/json; charset=utf-8")

    def _file(self, ticket: str) -> Reply:
        made, body = self._tickets.pop(ticket, (-1e9, b""))
        if time.monotonic() - made > 60:
            return _sentence("Biljetten är inte längre giltig.")
        return Reply(200, body, "application/zip", {"Content-Disposition": "attachment"})

    def _is_signed_in(self, asked: Asked) -> bool:
        return asked.headers.get("authorization", "").removeprefix("Bearer ") in self._tokens

    def _of(self, identity: str):
        names = list(self.counties)
        at = int(identity) - 100 if identity.isdigit() else -1
        return self.counties[names[at]] if 0 <= at < len(names) else None


def _sentence(text: str) -> Reply:
    return Reply(400, text.encode(), "text/plain; charset=utf-8")


def delivery(files: Mapping[str, bytes], objects: int, epsg: str = "EPSG:3006 SWEREF99 TM") -> bytes:
    """A zip as it is delivered, ``files`` beside its text."""
    about = (
        "Information om beställning\r\n--------------------------\r\nNamn: Exempellän homogeniserat\r\n"
        f"Uppdaterad: {TOLD_DAY} 03:11\r\nFormat: GeoPackage\r\nKoordinatsystem: {epsg}\r\nAntal objekt: {objects}\r\n"
        "Område:\r\nExempellän\r\nDataprodukter\r\nHastighetsgräns\r\nFunktionell vägklass\r\n"
    )
    return zipped({**files, "Leveransinformation.txt": about.encode("cp1252")})


def roads_file(layers: Path, name: str, where: str = "", renamed: str = "") -> bytes:
    """The sample county's layer of roads as one GeoPackage with Z and M; ``renamed`` is SQL that gives other columns."""
    with tempfile.TemporaryDirectory() as folder:
        made = str(Path(folder) / "roads.gpkg")
        choice = {"SQLStatement": renamed} if renamed else {"layers": ["roads"], "where": where or None}
        options = gdal.VectorTranslateOptions(
            format="GPKG", layerName=name, dim="XYZM", geometryType="LINESTRINGZM", datasetCreationOptions=["VERSION=1.2"],
            **choice,
        )  # fmt: skip
        data = gdal.VectorTranslate(made, str(layers), options=options)
        del data
        return Path(made).read_bytes()


def for_county(folder: Path) -> LastkajenServer:
    """The sample county's roads, and Norrbotten's as a neighbour in the list that nobody asks for."""
    layers = Path(folder) / "exempellan.gpkg"
    speeds = "SELECT geom, F_Hogst_225 AS Hastighet FROM roads WHERE fid <= 50"
    files = {
        "Exempellän_homogeniserat.GPKG": roads_file(layers, "NVDB_homogeniserat"),
        "exempellän_hastighetsgräns.gpkg": roads_file(layers, "NVDB_DKHastighetsgrans", renamed=speeds),
    }
    data = gdal.OpenEx(str(layers))
    count = data.GetLayerByName("roads").GetFeatureCount()
    del data
    zip_file = delivery(files, count)
    return LastkajenServer(
        {
            "Norrbottens län": {"Norrbottens_län_GeoPackage.zip": zip_file},
            "Exempellän": {"Exempellän_FileGeodatabase.zip": b"x", "Exempellän_GeoPackage.zip": zip_file},
        }
    )
