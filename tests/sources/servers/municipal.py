"""A municipality's map of plans on loopback, as an ArcGIS FeatureServer, as a WFS 2.0 and as a GeoJSON file."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path
from xml.sax.saxutils import escape

from tests.sources.servers.base import Asked, Reply, Server, as_json

ARCGIS = "/arcgis/rest/services/Planer/FeatureServer"
#: Ways of being odd; `Municipal.odd` holds those in force.
ODDITIES = (
    "no_paging", "ignores_offset", "counts_too_many", "other_crs", "token_required", "no_json", "no_total", "no_hits", "several_layers",
    "ignores_start", "north_first_json", "map_server", "numbers_again",
)  # fmt: skip


class Municipal(Server):
    """``features``: GeoJSON features in EPSG:3006; a property ``UPPDATERAD`` is a day. Pages hold at most ``most``."""

    def __init__(self, features: Sequence[dict], most: int = 3):
        super().__init__()
        self.features = [copy.deepcopy(feature) for feature in features]
        self.most = most
        self.odd: set[str] = set()

    @property
    def arcgis(self) -> str:
        return f"{self.url}{ARCGIS}/0"

    @property
    def wfs(self) -> str:
        return f"{self.url}/geoserver/ows?service=WFS"

    @property
    def geojson(self) -> str:
        return f"{self.url}/planer.geojson"

    def reply(self, asked: Asked) -> Reply:
        query = {name.lower(): value for name, value in asked.pairs}
        if asked.path == "/planer.geojson":
            return as_json(self._collection(self.features), content_type="application/geo+json")
        if asked.path == "/geoserver/ows":
            return self._wfs(query)
        if asked.path.startswith(ARCGIS):
            return self._arcgis(asked.path[len(ARCGIS) :].strip("/").split("/"), query)
        return Reply(404, b"<html><body><h1>404</h1></body></html>", "text/html")

    # ArcGIS: errors come with status 200, JSON as plain text

    def _arcgis(self, path: list[str], query: dict) -> Reply:
        if "token_required" in self.odd:
            return _esri({"error": {"code": 499, "message": "Token Required", "details": []}})
        if path == [""]:
            return _esri(
                {
                    "currentVersion": 10.91,
                    "layers": [{"id": 0, "name": "Pågående planer"}, {"id": 1, "name": "Gällande"}],
                }
            )
        if path == ["0"]:
            return _esri(self._layer())
        if path != ["0", "query"]:
            return _esri({"error": {"code": 400, "message": "Invalid URL", "details": []}})
        if query.get("where") != "1=1" and "objectids" not in query:
            return _esri({"error": {"code": 400, "message": "'where' clause missing", "details": []}})
        if query.get("returncountonly") == "true":
            return _esri({"count": len(self.features) + ("counts_too_many" in self.odd)})
        if query.get("returnidsonly") == "true":
            return _esri({"objectIdFieldName": "OBJECTID", "objectIds": list(range(len(self.features), 0, -1))})
        return self._rows(query)

    def _layer(self) -> dict:
        names = list(dict.fromkeys(name for one in self.features for name in one["properties"]))
        kinds = {"UPPDATERAD": "esriFieldTypeDate"}
        fields = [{"name": "OBJECTID", "type": "esriFieldTypeOID", "domain": None}]
        fields += [{"name": name, "type": kinds.get(name, "esriFieldTypeString"), "domain": None} for name in names]
        for field in fields:
            if field["name"] == "SKEDE":
                field["domain"] = {
                    "type": "codedValue",
                    "codedValues": [{"code": code, "name": word} for word, code in self._codes().items()],
                }
        told = {
            "currentVersion": 10.91, "id": 0, "name": "Pågående planer", "type": "Feature Layer", "fields": fields,
            "geometryType": "esriGeometryPolygon", "maxRecordCount": self.most,
            "advancedQueryCapabilities": {"supportsPagination": "no_paging" not in self.odd},
        }  # fmt: skip
        return told if "map_server" in self.odd else {**told, "objectIdField": "OBJECTID"}

    def _codes(self) -> dict[str, int]:
        words = dict.fromkeys(one["properties"].get("SKEDE") for one in self.features)
        return {word: number for number, word in enumerate((w for w in words if w), 1)}

    def _rows(self, query: dict) -> Reply:
        numbered = list(enumerate(self.features, 1))
        if "objectids" in query:
            wanted = {int(one) for one in query["objectids"].split(",")}
            numbered = [one for one in numbered if one[0] in wanted]
        elif "resultoffset" in query:
            if "no_paging" in self.odd:
                return _esri({"error": {"code": 400, "message": "Pagination is not supported.", "details": []}})
            start = 0 if "ignores_offset" in self.odd else int(query["resultoffset"])
            numbered = numbered[start:]
        most = min(int(query.get("resultrecordcount") or self.most), self.most)
        system = 3857 if "other_crs" in self.odd else int(query.get("outsr") or 3857)
        rows = []
        for number, feature in numbered[:most]:
            attributes = {"OBJECTID": 1 if "numbers_again" in self.odd else number, **feature["properties"]}
            attributes["SKEDE"] = self._codes().get(attributes.get("SKEDE"))
            if attributes.get("UPPDATERAD"):
                attributes["UPPDATERAD"] = _milliseconds(attributes["UPPDATERAD"])
            row = {"attributes": attributes}
            if feature["geometry"]:
                # Its rings turn the other way than those of GeoJSON, and nobody says which is a hole.
                polygons = feature["geometry"]["coordinates"]
                polygons = [polygons] if feature["geometry"]["type"] == "Polygon" else polygons
                row["geometry"] = {"rings": [list(reversed(ring)) for polygon in polygons for ring in polygon]}
            rows.append(row)
        told = {
            "objectIdFieldName": "OBJECTID",
            "spatialReference": {"wkid": system, "latestWkid": system},
            "features": rows,
        }
        if len(numbered) > most:
            told["exceededTransferLimit"] = True
        return _esri(told)

    # WFS 2.0 as GeoServer and QGIS Server answer

    def _wfs(self, query: dict) -> Reply:
        if query.get("service") != "WFS" or query.get("version") != "2.0.0":
            return _exception("InvalidParameterValue", f"version {query.get('version')}")
        if query.get("request") == "GetCapabilities":
            names = ["plan:pagaende", *(["plan:gallande"] if "several_layers" in self.odd else [])]
            types = "".join(f"<FeatureType><Name>{name}</Name><Title>Planer</Title></FeatureType>" for name in names)
            text = f'<WFS_Capabilities xmlns="http://www.opengis.net/wfs/2.0"><FeatureTypeList>{types}</FeatureTypeList></WFS_Capabilities>'
            return Reply(200, text.encode(), "text/xml")
        if query.get("request") != "GetFeature" or query.get("typenames") != "plan:pagaende":
            return _exception("InvalidParameterValue", f"Feature type {query.get('typenames')} unknown")
        if query.get("resulttype") == "hits":
            total = "unknown" if "no_hits" in self.odd else len(self.features)
            text = f'<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" numberMatched="{total}" numberReturned="0"/>'
            return Reply(200, text.encode(), "text/xml")
        if query.get("srsname") != "EPSG:3006":
            return _exception("InvalidParameterValue", f"srsName {query.get('srsname')}")
        start = 0 if "ignores_start" in self.odd else int(query.get("startindex") or 0)
        page = self.features[start : start + min(int(query["count"]), self.most)]
        if query.get("outputformat") == "application/json":
            if "no_json" in self.odd:
                return _exception("InvalidParameterValue", "outputFormat application/json is not supported")
            told = self._collection(page, start)
            if "no_total" not in self.odd:
                told["numberMatched"] = told["totalFeatures"] = len(self.features) + ("counts_too_many" in self.odd)
            return as_json(told)
        return Reply(200, self._gml(page, start).encode(), "text/xml; subtype=gml/3.2")

    def _collection(self, features, start: int = 0) -> dict:
        told = [
            {**one, "id": f"pagaende.{start + at}", "geometry": self._turned(one["geometry"])}
            for at, one in enumerate(features)
        ]
        crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3006"}}
        return {"type": "FeatureCollection", "crs": crs, "features": told}

    def _turned(self, geometry):
        if "north_first_json" not in self.odd or not geometry:
            return geometry
        return json.loads(json.dumps(geometry), object_hook=_turned)

    def _gml(self, page, start) -> str:
        members = []
        for at, feature in enumerate(page):
            told = "".join(
                f"<plan:{name}>{escape(str(text))}</plan:{name}>"
                for name, text in feature["properties"].items()
                if text
            )
            members.append(
                f'<wfs:member><plan:pagaende gml:id="pagaende.{start + at}">{told}'
                f"<plan:geom>{_gml_of(feature['geometry'])}</plan:geom></plan:pagaende></wfs:member>"
            )
        return (
            '<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" '
            f'xmlns:plan="http://example.org/plan" numberMatched="{len(self.features)}" numberReturned="{len(page)}">'
            + "".join(members)
            + "</wfs:FeatureCollection>"
        )


def _turned(told: dict) -> dict:
    def turn(value):
        return [value[1], value[0]] if value and not isinstance(value[0], list) else [turn(one) for one in value]

    return {**told, "coordinates": turn(told["coordinates"])} if "coordinates" in told else told


def _gml_of(geometry) -> str:
    """With the official axis order of EPSG:3006: northing first."""
    if not geometry:
        return ""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]

    def ring(points):
        numbers = " ".join(f"{y} {x}" for x, y in points)
        return f"<gml:LinearRing><gml:posList>{numbers}</gml:posList></gml:LinearRing>"

    members = []
    for outer, *inner in polygons:
        holes = "".join(f"<gml:interior>{ring(one)}</gml:interior>" for one in inner)
        members.append(
            f"<gml:surfaceMember><gml:Polygon><gml:exterior>{ring(outer)}</gml:exterior>{holes}</gml:Polygon></gml:surfaceMember>"
        )
    return f'<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::3006">{"".join(members)}</gml:MultiSurface>'


def _milliseconds(day: str) -> int:
    """Midnight in Sweden, an hour or two before that of UTC."""
    moment = datetime.fromisoformat(day).replace(tzinfo=timezone.utc)
    return int(moment.timestamp() * 1000) - 3_600_000 * (2 if 4 <= moment.month <= 10 else 1)


def _esri(told: dict) -> Reply:
    return Reply(200, json.dumps(told, ensure_ascii=False).encode(), "text/plain;charset=utf-8")


def _exception(code: str, text: str) -> Reply:
    body = (
        '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0">'
        f'<ows:Exception exceptionCode="{code}"><ows:ExceptionText>{escape(text)}</ows:ExceptionText></ows:Exception>'
        "</ows:ExceptionReport>"
    )
    return Reply(400, body.encode(), "text/xml")


def for_county(folder: Path) -> Municipal:
    """The map that the sample county's municipalities show together."""
    (path,) = Path(folder).rglob("kommunens_planer.geojson")
    return Municipal(json.loads(path.read_text(encoding="utf-8"))["features"])
