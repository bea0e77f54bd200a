"""Lantmäteriet's STAC-vektor on loopback: an open search page by page, and zips that want an account that ordered them."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from osgeo import ogr, osr

from tests.sources.servers.base import Asked, Reply, Server, as_json
from tests.sources.servers.ngp import _basic
from tests.sources.servers.trafiklab import zipped

COLLECTIONS = ("byggnader", "marktacke", "fastighetsindelning", "belagenhetsadresser", "ortnamn", "kommun-lan-rike")
PATH = "/stac-vektor/v1"
UPDATED = "2026-11-15T23:30:00.889000Z"
_MOST = 1000


class StacServer(Server):
    """``files``: (collection, item's id) -> the zip's bytes. ``ordered`` are the collections that the account may fetch."""

    def __init__(self, files: Mapping[tuple[str, str], bytes]):
        super().__init__()
        self.files = dict(files)
        self.ordered = set(COLLECTIONS)
        self.page, self.wrong_size, self.stranger = 10, False, False

    @property
    def base(self) -> str:
        return self.url + PATH

    def reply(self, asked: Asked) -> Reply:
        if asked.path == f"{PATH}/collections":
            return as_json({"collections": [{"id": name, "type": "Collection"} for name in COLLECTIONS], "links": []})
        if asked.path == f"{PATH}/search" and asked.method == "POST":
            return self._search(asked.json)
        if asked.path.startswith("/filer/"):
            return self._file(asked)
        return as_json({"code": "NotFoundError", "description": "Not Found"}, 404)

    def _search(self, question: dict) -> Reply:
        limit = question.get("limit", 10)
        if not isinstance(limit, int) or not 1 <= limit <= _MOST:
            return as_json({"code": "RequestValidationError", "description": "limit"}, 400)
        wanted = question.get("collections", COLLECTIONS)
        found = [key for key in sorted(self.files) if key[0] in wanted]
        start = int(question.get("token", 0))
        page = found[start : start + min(limit, self.page)]
        links = []
        if start + len(page) < len(found):
            body = {"token": str(start + len(page))}
            links = [{"rel": "next", "href": f"{self.base}/search", "method": "POST", "merge": True, "body": body}]
        items = [self._item(*key) for key in page]
        answer = {"type": "FeatureCollection", "features": items, "links": links, "numberMatched": len(found)}
        return as_json(answer, content_type="application/geo+json")

    def _item(self, collection: str, identity: str) -> dict:
        host = "http://localhost:9" if self.stranger else self.url
        name = f"{collection}_kn{identity}" if identity.isdigit() else f"{collection}_{identity}"
        size = len(self.files[collection, identity]) + (1 if self.wrong_size else 0)
        asset = {"href": f"{host}/filer/{collection}/{name}.zip", "type": "application/zip", "file:size": size}
        return {
            "type": "Feature", "id": identity, "stac_version": "1.0.0", "collection": collection, "geometry": None,
            "properties": {"datetime": UPDATED, "updated": UPDATED, "proj:epsg": 3006}, "assets": {"data": asset}, "links": [],
        }  # fmt: skip

    def _file(self, asked: Asked) -> Reply:
        _, _, collection, name = asked.path.split("/")
        if asked.headers.get("authorization") != _basic():
            return Reply(401, b"Unauthorized", "text/plain", {"WWW-Authenticate": 'Basic realm="Authorization Server"'})
        if collection not in self.ordered:
            return Reply(403, b"Forbidden", "text/plain")
        identity = name.removesuffix(".zip").removeprefix(f"{collection}_")
        body = self.files.get((collection, identity)) or self.files.get((collection, identity.removeprefix("kn")))
        if body is None:
            return Reply(404, b"Not Found", "text/plain")
        return Reply(200, body, "application/zip", {"Last-Modified": "Sun, 15 Nov 2026 23:30:00 GMT"})


def gpkg(layers: Mapping[str, list], srs: int = 3006) -> bytes:
    """A GeoPackage of ``layers``: name -> rows of (values by field, OGR geometry)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.gpkg"
        data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        system = osr.SpatialReference()
        system.ImportFromEPSG(srs)
        for name, rows in layers.items():
            layer = data.CreateLayer(name, system, ogr.wkbMultiPolygon)
            for field in rows[0][0]:
                layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
            layer.StartTransaction()
            for values, shape in rows:
                feature = ogr.Feature(layer.GetLayerDefn())
                for field, value in values.items():
                    feature.SetField(field, value)
                feature.SetGeometry(ogr.ForceToMultiPolygon(shape.Clone()))
                layer.CreateFeature(feature)
            layer.CommitTransaction()
        del layer, data
        return path.read_bytes()


def for_county(folder: Path) -> StacServer:
    """Borders of the sample county and its neighbour, and houses for each municipality."""
    data = ogr.Open(str(Path(folder) / "exempellan.gpkg"))
    municipalities = [(f["code"], f["name"], f.GetGeometryRef().Clone()) for f in data.GetLayerByName("municipalities")]
    counties = [(f["code"], f["name"], f.GetGeometryRef().Clone()) for f in data.GetLayerByName("regions")]
    country = counties[0][2].Clone()
    for _, _, shape in counties[1:]:
        country = country.Union(shape)
    borders = gpkg(
        {
            "kommun": [
                ({"kommunkod": code, "namnkortform": name, "beslutatnamn": f"{name} kommun"}, shape)
                for code, name, shape in municipalities
            ],
            "lan": [({"lanskod": code, "namnkortform": name}, shape) for code, name, shape in counties],
            "rike": [({"landskod": "SE", "namnkortform": "Påhittat"}, country)],
        }
    )
    files = {("kommun-lan-rike", "aktuell"): zipped({"kommun-lan-rike_aktuell.gpkg": borders})}
    for code, name, shape in municipalities:
        house = shape.PointOnSurface().Buffer(10.0, 1)
        content = gpkg(
            {"byggnad": [({"objektidentitet": f"{code}-1", "andamal": "Samhällsfunktion", "namn": name}, house)]}
        )
        files["byggnader", code] = zipped({f"byggnad_kn{code}.gpkg": content})
    return StacServer(files)
