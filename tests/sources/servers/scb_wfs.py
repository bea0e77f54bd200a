"""SCB's WFS (GeoServer) on loopback: pages, CQL, bbox, axis orders and exceptions as swedish sources have them."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path

from osgeo import ogr, osr

from tests.sources.servers.base import Asked, Reply, Server, as_json

PATH = "/geoserver/stat/wfs"
#: Ways of being odd that only a WFS has; `ScbWfs.odd` holds those in force.
ODDITIES = (
    "ignores_start_index", "ignores_max_features", "ignores_filter", "caps_pages", "counts_too_many", "counts_anew", "no_count",
    "repeats", "swapped", "other_crs", "no_geometry", "exception", "json_exception", "exception_400", "lost_zeros",
    "other_version",
)  # fmt: skip
_EQUALS = re.compile(r"(lanskod|kommunkod|lan|desokod|regsokod)\s*=\s*'([^']*)'")
_INTERSECTS = re.compile(r"INTERSECTS\(sp_geometry,\s*POINT\(([-\d.]+) ([-\d.]+)\)\)")


class ScbWfs(Server):
    """``layers``: ``DeSO_2025`` and so on -> GeoJSON features in SWEREF 99 TM."""

    def __init__(self, layers: Mapping[str, Sequence[dict]]):
        super().__init__()
        self.layers = {name: list(features) for name, features in layers.items()}
        self.odd: set[str] = set()
        self.pages = 0

    @property
    def wfs(self) -> str:
        return self.url + PATH

    def reply(self, asked: Asked) -> Reply:
        query = {name.lower(): value for name, value in asked.pairs}
        if asked.path != PATH:
            return Reply(404, b"<html><body><h1>404</h1></body></html>", "text/html")
        if "exception" in self.odd:
            return _exception("NoApplicableCode", "java.lang.OutOfMemoryError: Java heap space")
        if "exception_400" in self.odd:
            return _exception("InvalidParameterValue", "Illegal property name: desokod", 400)
        if "json_exception" in self.odd:
            return as_json(
                {"version": "1.1.0", "exceptions": [{"code": "NoApplicableCode", "text": "Feature type unknown"}]}
            )
        try:
            return self._features(query)
        except _Wrong as wrong:
            return _exception(*wrong.args)

    def _features(self, query: dict) -> Reply:
        if query.get("service") != "WFS" or query.get("request") != "GetFeature":
            raise _Wrong("OperationNotSupported", f"{query.get('request')}")
        version = query.get("version")
        names = {"1.1.0": ("typename", "maxfeatures"), "2.0.0": ("typenames", "count")}
        if version not in names:
            raise _Wrong("InvalidParameterValue", f"version {version}")
        layer, most = (query.get(name, "") for name in names[version])
        if not layer.startswith("stat:") or layer[5:] not in self.layers:
            raise _Wrong("InvalidParameterValue", f"Feature type {layer} unknown")
        chosen = self._sorted(self._chosen(self.layers[layer[5:]], query), query)
        if query.get("resulttype") == "hits":
            text = f'<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs" numberOfFeatures="{len(chosen)}" numberMatched="{len(chosen)}"/>'
            return Reply(200, text.encode(), "text/xml; subtype=gml/3.1.1")
        page = self._page(chosen, int(query.get("startindex") or 0), int(most) if most else None)
        self.pages += 1
        if query.get("outputformat") == "csv":
            return _csv(page, query)
        if query.get("outputformat") != "application/json":
            raise _Wrong("InvalidParameterValue", f"outputFormat {query.get('outputformat')}")
        return self._json(page, len(chosen), query)

    def _chosen(self, features, query):
        if "cql_filter" in query and "bbox" in query:
            raise _Wrong("InvalidParameterValue", "bbox and cql_filter both specified but are mutually exclusive")
        if "cql_filter" in query and "ignores_filter" not in self.odd:
            return [feature for feature in features if _passes(feature, query["cql_filter"])]
        if "bbox" in query:
            *numbers, crs = query["bbox"].split(",")
            if crs != "EPSG:3006" or len(numbers) != 4:
                raise _Wrong("InvalidParameterValue", f"bbox {query['bbox']}")
            return [feature for feature in features if _touches(feature, [float(number) for number in numbers])]
        return features

    def _sorted(self, features, query):
        if "sortby" not in query:
            return features
        if features and query["sortby"] not in features[0]["properties"]:
            raise _Wrong("InvalidParameterValue", f"Illegal property name: {query['sortby']}")
        return sorted(features, key=lambda feature: str(feature["properties"][query["sortby"]]))

    def _page(self, features, start, most):
        start = 0 if "ignores_start_index" in self.odd else start
        most = None if "ignores_max_features" in self.odd else most
        most = min(most or 7, 7) if "caps_pages" in self.odd else most
        if "repeats" in self.odd and start:
            start -= 1
        return features[start:] if most is None else features[start : start + most]

    def _json(self, page, total, query) -> Reply:
        bare = "propertyname" in query and "sp_geometry" not in query["propertyname"].split(",")
        degrees = "4326" in query.get("srsname", "")
        features = []
        for feature in page:
            geometry = None if bare or "no_geometry" in self.odd else feature["geometry"]
            geometry = _in_degrees(geometry) if degrees and geometry else geometry
            geometry = _turned(geometry) if "swapped" in self.odd and geometry else geometry
            features.append({**feature, "geometry": geometry, "properties": self._properties(feature["properties"])})
        total += "counts_too_many" in self.odd
        total += self.pages if "counts_anew" in self.odd else 0
        code = "4326" if degrees else "3021" if "other_crs" in self.odd else "3006"
        crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{code}"}}
        told = {
            "type": "FeatureCollection", "features": features, "totalFeatures": total, "numberMatched": total,
            "numberReturned": len(features), "timeStamp": "2026-11-22T12:00:00.000Z", "crs": None if bare or not features else crs,
        }  # fmt: skip
        if "no_count" in self.odd:
            told.update(totalFeatures="unknown", numberMatched="unknown")
        return Reply(200, json.dumps(told, ensure_ascii=False).encode(), "application/json;charset=UTF-8")

    def _properties(self, properties):
        if "other_version" in self.odd:
            return {**properties, "version": "2018_v3"}
        if "lost_zeros" in self.odd:
            return {
                **properties,
                "lanskod": properties["lanskod"].lstrip("0"),
                "kommunkod": int(properties["kommunkod"]),
            }
        return properties


class _Wrong(Exception):
    pass


def _exception(code: str, text: str, status=200) -> Reply:
    body = (
        '<?xml version="1.0" encoding="UTF-8"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows" version="1.0.0">'
        f'<ows:Exception exceptionCode="{code}"><ows:ExceptionText>{text}</ows:ExceptionText></ows:Exception>'
        "</ows:ExceptionReport>"
    )
    return Reply(status, body.encode(), "application/xml")


def _passes(feature, cql: str) -> bool:
    if found := _EQUALS.fullmatch(cql.strip()):
        name, wanted = found.groups()
        if name not in feature["properties"]:
            raise _Wrong("InvalidParameterValue", f"Illegal property name: {name}")
        return feature["properties"][name] == wanted
    if found := _INTERSECTS.fullmatch(cql.strip()):
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(float(found[2]), float(found[1]))  # north comes first in CQL
        return _shape(feature).Intersects(point)
    raise _Wrong("NoApplicableCode", f"Could not parse CQL filter list: {cql}")


def _shape(feature):
    return ogr.CreateGeometryFromJson(json.dumps(feature["geometry"]))


def _touches(feature, box) -> bool:
    west, east, south, north = _shape(feature).GetEnvelope()
    return west <= box[2] and east >= box[0] and south <= box[3] and north >= box[1]


def _mapped(geometry, change):
    depth = {"Polygon": 2, "MultiPolygon": 3}[geometry["type"]]

    def walk(value, level):
        return change(*value) if level == 0 else [walk(part, level - 1) for part in value]

    return {**geometry, "coordinates": walk(geometry["coordinates"], depth)}


def _turned(geometry):
    return _mapped(geometry, lambda east, north: [north, east])


def _in_degrees(geometry):
    systems = [osr.SpatialReference(), osr.SpatialReference()]
    for system, code in zip(systems, (3006, 4326)):
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    move = osr.CoordinateTransformation(*systems)
    return _mapped(geometry, lambda east, north: list(move.TransformPoint(east, north)[:2]))


def _csv(page, query) -> Reply:
    names = query["propertyname"].split(",") if "propertyname" in query else [*page[0]["properties"], "sp_geometry"]
    lines = [",".join(["FID", *names])]
    for feature in page:
        cells = [feature["id"]]
        for name in names:
            if name == "sp_geometry":
                shape = _shape({"geometry": _turned(feature["geometry"])})  # north comes first in CSV
                cells.append(f'"{shape.ExportToWkt()}"')
            else:
                cells.append(str(feature["properties"][name]))
        lines.append(",".join(cells))
    return Reply(200, ("\r\n".join(lines) + "\r\n").encode(), "text/csv")


def square_feature(year: int, number: int, id_: str, **properties) -> dict:
    """One square kilometre of ``befolkning_1km`` by the id of its lower left corner."""
    east, north = int(id_[:6]), int(id_[6:])
    ring = [[east, north], [east + 1000, north], [east + 1000, north + 1000], [east, north + 1000], [east, north]]
    told = {
        "objectid": number, "rutid_scb": id_, "rutid_inspire": f"1kmN{north // 1000}E{east // 1000}", **properties,
        "referenstid": f"{year}1231",
    }  # fmt: skip
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return _feature(f"befolkning_1km_{year}", number, geometry, told)


def for_county(folder: Path) -> ScbWfs:
    """The sample county's areas and squares as SCB would serve them."""
    data = ogr.Open(str(Path(folder) / "exempellan.gpkg"))
    layers = {}
    for vintage, name, regso_vintage in (("2025", "areas", "2025"), ("2018", "areas_2018", "2020")):
        areas = _rows(data, name)
        layers[f"DeSO_{vintage}"] = _deso(areas, vintage)
        layers[f"RegSO_{regso_vintage}"] = _regso(areas, regso_vintage)
    layers["befolkning_1km_2025"] = _squares(data)
    return ScbWfs(layers)


def _rows(data, name) -> list[tuple[dict, ogr.Geometry]]:
    return [(feature.items(), feature.GetGeometryRef().Clone()) for feature in data.GetLayerByName(name)]


def _feature(layer, number, geometry, properties) -> dict:
    return {
        "type": "Feature", "id": f"{layer}.{number}", "geometry": geometry, "geometry_name": "sp_geometry",
        "properties": properties,
    }  # fmt: skip


def _properties(kind, number, code, version, **codes) -> dict:
    return {
        "objectid": number, "objektidentitet": str(uuid.uuid5(uuid.NAMESPACE_OID, f"{version}{code}")), "objekttyp": kind, **codes,
        "version": version, "ansvarig_organisation": "Exempellän (påhittat)", "referensdatum": version[:4] + "0101",
    }  # fmt: skip


def _single(geometry) -> dict:
    """SCB's areas are single polygons where they are in one piece."""
    return json.loads((geometry.GetGeometryRef(0) if geometry.GetGeometryCount() == 1 else geometry).ExportToJson())


def _deso(areas, vintage) -> list[dict]:
    version = {"2018": "2018_v3", "2025": "2025_v2"}[vintage]
    features = []
    for number, (row, geometry) in enumerate(areas, 1):
        code = row["area_code"]
        told = _properties(
            "deso", number, code, version, desokod=code, regsokod=row["regso"], lanskod=code[:2], kommunkod=code[:4]
        )
        features.append(_feature(f"DeSO_{vintage}", number, _single(geometry), told))
    return features


def _regso(areas, vintage) -> list[dict]:
    version = {"2020": "2020_v3", "2025": "2025_v2"}[vintage]
    pieces: dict[str, ogr.Geometry] = {}
    for row, geometry in areas:
        pieces.setdefault(row["regso"], ogr.Geometry(ogr.wkbMultiPolygon))
        for part in geometry:
            pieces[row["regso"]].AddGeometry(part)
    features = []
    for number, (code, parts) in enumerate(sorted(pieces.items()), 1):
        whole = ogr.ForceToMultiPolygon(parts.UnionCascaded())
        told = _properties(
            "regso",
            number,
            code,
            version,
            regsokod=code,
            regsonamn=f"Område {code}",
            lanskod=code[:2],
            kommunkod=code[:4],
        )
        features.append(_feature(f"RegSO_{vintage}", number, _single(whole), told))
    return features


def _squares(data) -> list[dict]:
    """Like SCB's layer: from 65 in groups of five years, protected so that a group may be larger than its square."""
    ages = {row["origin_id"]: row for row, _ in _rows(data, "people_1km")}
    features = []
    for number, (row, _) in enumerate(_rows(data, "squares_1km"), 1):
        told = {"beftotalt": row["population"]}
        for low in range(65, 85, 5):
            people = ages[row["origin_id"]][f"age_{low}_{low + 4}"]
            told[f"ald{low}_{low + 4}"] = 3 if people in (1, 2) else people
        old = ages[row["origin_id"]]["age_85_plus"]
        told.update(ald85_89=old - old // 3 - old // 10, ald90_94=old // 3, ald95_99=old // 10, ald100w=0)
        features.append(square_feature(2025, number, row["origin_id"], **told))
    return features
