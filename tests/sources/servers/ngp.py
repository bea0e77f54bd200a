"""The national geodata platform's search for plans on loopback: token or Basic, pages in two ways, filters, assets by 303."""

from __future__ import annotations

import base64
import json
import secrets
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import parse_qs

from osgeo import ogr

from tests.sources.servers.base import Asked, Reply, Server, as_json

KEY, SECRET = "konsumentnyckel", "hemlig+nyckel/2"
PATH = "/distribution/geodatakatalog/sokning/v1/detaljplan/v2"
#: Ways of being odd that only this service has; `NgpServer.odd` holds those in force.
ODDITIES = (
    "links", "get_links", "dotted", "mixed", "caps_pages", "ignores_after_id", "repeats", "counts_wrong", "lonlat", "swapped",
    "not_ordered", "other_municipality", "tokens_die_at_once", "gone", "wrong_document", "link_to_stranger",
    "no_collection", "page_for_token", "token_goes_round", "says_it_back",
)  # fmt: skip
STATUSES = ("påbörjad", "samråd", "granskning", "antagen", "överklagad", "tillsyn", "laga kraft", "upphävd", "avslutad")
_MISSING = {
    "code": "900902",
    "message": "Missing Credentials",
    "description": "Invalid Credentials. Make sure your API invocation call has a header: 'Authorization : Bearer ACCESS_TOKEN' "
    "or 'Authorization : Basic ACCESS_TOKEN' or 'apikey: API_KEY'",
}
_PDF = b"%PDF-1.4\n%plankarta\n%%EOF\n"


class NgpServer(Server):
    """``items`` as the search gives them, and the municipalities that have a collection. ``life`` is how many calls a token holds."""

    def __init__(self, items: Sequence[Mapping], municipalities: Sequence[str]):
        super().__init__()
        self.items = sorted((dict(item) for item in items), key=lambda item: item["id"])
        self.municipalities = list(municipalities)
        self.odd: set[str] = set()
        self.life, self.most, self.tokens_given = 1_000_000, 1000, 0
        self._tokens: dict[str, int] = {}

    @property
    def base(self) -> str:
        return self.url + PATH

    def reply(self, asked: Asked) -> Reply:
        if "says_it_back" in self.odd:
            return as_json({"message": f"Unknown: {asked.headers.get('authorization', '')}"}, 403)
        if asked.path in ("/oauth2/token", "/token"):
            return self._token(asked)
        if not self._may_enter(asked):
            return as_json(_MISSING, 401)
        if "not_ordered" in self.odd:
            return as_json({"code": "900908", "message": "Resource forbidden"}, 403)
        if asked.path == f"{PATH}/collections":
            return as_json({"collections": [{"id": code} for code in self.municipalities]})
        if asked.path == f"{PATH}/search" and asked.method == "POST":
            return self._search(asked, asked.json)
        if asked.path == f"{PATH}/search/next":
            return self._search(asked, json.loads(base64.urlsafe_b64decode(asked.query["p"])))
        return self._asset(asked.path)

    def _token(self, asked: Asked) -> Reply:
        if "page_for_token" in self.odd:
            return Reply(200, b"<html><head><title>Logga in</title></head></html>", "text/html")
        if "token_goes_round" in self.odd:
            return Reply(302, b"", headers={"Location": "/oauth2/token"})
        form = parse_qs(asked.body.decode())
        if form.get("grant_type") != ["client_credentials"]:
            return as_json({"error": "unsupported_grant_type"}, 400)
        if asked.headers.get("authorization") != _basic():
            return as_json({"error": "invalid_client", "error_description": "Client Authentication failed."}, 401)
        token = secrets.token_hex(12)
        self.tokens_given += 1
        self._tokens[token] = 0 if "tokens_die_at_once" in self.odd else self.life
        return as_json({"access_token": token, "token_type": "Bearer", "expires_in": 3600})

    def _may_enter(self, asked: Asked) -> bool:
        given = asked.headers.get("authorization", "")
        if given == _basic():
            return True
        token = given.removeprefix("Bearer ")
        self._tokens[token] = self._tokens.get(token, 0) - 1
        return self._tokens[token] >= 0

    def _search(self, asked: Asked, question: dict) -> Reply:
        limit = question.get("limit", 100)
        if not isinstance(limit, int) or not 1 <= limit <= self.most:
            return as_json({"title": "Bad Request", "detail": f"limit must be 1–{self.most}"}, 400)
        if "3857" in json.dumps([question.get("bbox-crs"), asked.query.get("crs")]):
            return as_json({"title": "Bad Request", "detail": "EPSG:3857 is not supported"}, 400)
        if "no_collection" in self.odd and set(question["collections"]) - set(self.municipalities):
            return as_json({"title": "Not Found", "detail": "collection"}, 404)
        found = [item for item in self.items if self._fits(item, question)]
        after = "" if "ignores_after_id" in self.odd else question.get("afterId", "")
        rest = [item for item in found if item["id"] > after]
        page = rest[: min(limit, 2) if "caps_pages" in self.odd else limit]
        answer = {"type": "FeatureCollection", "features": [self._shown(item) for item in page]}
        if "repeats" in self.odd and page:
            answer["features"].append(answer["features"][-1])
        if "counts_wrong" in self.odd:
            answer["numberMatched"] = len(found) + 1
        if len(rest) > len(page) and self.odd & {"links", "get_links", "link_to_stranger"}:
            answer["links"] = [self._link({**question, "afterId": page[-1]["id"]})]
        return as_json(answer, content_type="application/geo+json; charset=utf-8")

    def _link(self, question: dict) -> dict:
        if "link_to_stranger" in self.odd:
            return {"rel": "next", "href": "http://localhost:9/search/next?p=1"}
        if "get_links" in self.odd:
            page = base64.urlsafe_b64encode(json.dumps(question).encode()).decode()
            return {"rel": "next", "href": f"{self.base}/search/next?p={page}"}
        body = {"afterId": question["afterId"]}
        return {"rel": "next", "href": f"{self.base}/search", "method": "POST", "body": body, "merge": True}

    def _fits(self, item, question: dict) -> bool:
        collections = question.get("collections")
        if collections is not None and item["collection"] not in collections and "other_municipality" not in self.odd:
            return False
        for name, test in question.get("query", {}).items():
            if "mixed" in self.odd:
                break
            wanted = [test["eq"]] if "eq" in test else test["in"]
            found = item["properties"]
            for part in name.split("."):
                found = found.get(part, {})
            if found not in wanted:
                return False
        return _meets(item, question)

    def _shown(self, item: dict) -> dict:
        item = json.loads(json.dumps(item))
        if "dotted" in self.odd:
            item["properties"] = dict(_dotted(item["properties"]))
        if "lonlat" in self.odd:
            item["geometry"] = {
                "type": "Polygon",
                "coordinates": [[[15.6, 58.4], [15.7, 58.4], [15.7, 58.5], [15.6, 58.4]]],
            }
        if "swapped" in self.odd and item["geometry"]:
            rings = item["geometry"]["coordinates"]
            rings = rings if item["geometry"]["type"] == "Polygon" else rings[0]
            item["geometry"] = {"type": "Polygon", "coordinates": [[[y, x] for x, y, *_ in ring] for ring in rings]}
        for asset in item.get("assets", {}).values():
            asset["href"] = asset["href"].replace("{host}", self.url)
        return item

    def _asset(self, path: str) -> Reply:
        name = path.rpartition("/")[2]
        if path.startswith("/distribution/geodatakatalog/nedladdning/v1/asset/"):
            return Reply(303, b"", headers={"Location": f"/nedladdning/fil/{name}"})
        if path.startswith("/nedladdning/fil/") and "gone" not in self.odd:
            return Reply(200, b"<html>" if "wrong_document" in self.odd else _PDF + name.encode(), "application/pdf")
        return Reply(404, b"<html><body>404</body></html>", "text/html")


def _basic() -> str:
    return "Basic " + base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()


def _dotted(properties: Mapping, before: str = ""):
    for name, value in properties.items():
        if isinstance(value, dict):
            yield from _dotted(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _meets(item, question: dict) -> bool:
    """A bbox or a point, easting before northing, in metres."""
    if "intersects" in question:
        x, y = question["intersects"]["coordinates"]
        box = (x, y, x, y)
    elif "bbox" in question:
        box = question["bbox"]
    else:
        return True
    west, south, east, north = item["bbox"]
    return west <= box[2] and east >= box[0] and south <= box[3] and north >= box[1]


def for_county(folder: Path) -> NgpServer:
    """The sample county's plan cases that are detail plans in a stage that the platform knows, with their provisions."""
    data = ogr.Open(str(Path(folder) / "planer.gpkg"))
    plans = {feature["plan_id"]: feature for feature in data.GetLayerByName("plans")}
    known = {i: f for i, f in plans.items() if f["kind"] == "detaljplan" and f["status"] in STATUSES}
    items = [_plan_item(feature) for feature in known.values()]
    for number, row in enumerate(data.GetLayerByName("provisions")):
        if row["plan_id"] in known:
            items.append(_provision_item(known[row["plan_id"]], row, number))
    layers = ogr.Open(str(Path(folder) / "exempellan.gpkg"))
    return NgpServer(items, [feature["code"] for feature in layers.GetLayerByName("municipalities")])


def _plan_item(feature) -> dict:
    identity = plan_uuid(feature["plan_id"])
    shape = feature.GetGeometryRef()
    west, east, south, north = shape.GetEnvelope()
    day = feature.GetField("status_date").replace("/", "-")
    return {
        "type": "Feature", "id": identity, "stac_version": "1.0.0", "collection": feature["municipality"],
        "bbox": [west, south, east, north], "geometry": json.loads(shape.ExportToJson()),
        "properties": {
            "datetime": f"{day}T08:00:00Z", "title": feature["name"],
            "providers": [{"name": feature["place"], "kod": feature["municipality"], "roles": ["producer"]}],
            "feature": {"typ": "detaljplan"},
            "detaljplan": {
                "objektidentitet": identity, "beteckning": feature["plan_id"], "namn": feature["name"], "syfte": "Påhittad plan",
                "status": feature["status"], "typ": "detaljplan", "datumPaborjat": "2024-02-01",
                "datumStatusforandring": day, "datumLagakraft": day if feature["status"] == "laga kraft" else None,
                "anvandbarhet": "god",
            },
        },
        "assets": {
            "a1": {
                "href": "{host}/distribution/geodatakatalog/nedladdning/v1/asset/" + plan_uuid(f"{identity} karta"),
                "title": "Plankarta", "roles": ["beslutshandling"], "type": "application/pdf",
            }
        },
    }  # fmt: skip


def _provision_item(plan, row, number: int) -> dict:
    item = _plan_item(plan)
    item["id"] = plan_uuid(f"{row['plan_id']} {number}")
    item["properties"]["feature"] = {"typ": "användningsbestämmelse"}
    item["properties"]["planbestammelse"] = {"kategori": row["category"], "bestammelseformulering": row["category"]}
    item["assets"] = {}
    return item


def plan_uuid(name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, name))
