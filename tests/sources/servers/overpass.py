"""An Overpass service on loopback: it reads the query it is given, and gives up half way as the real one does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import parse_qs

from osgeo import ogr

from narvard_plugin import catalogue
from narvard_plugin.sources.overpass_elements import to_degrees
from tests.sources.servers.base import Asked, Reply, Server, as_json

PATH = "/api/interpreter"
#: Ways of being odd that only Overpass has; `Overpass.odd` holds the one in force.
ODDITIES = (
    "timed_out",
    "out_of_memory",
    "half",
    "remark_in_xml",
    "syntax",
    "syntax_200",
    "busy",
    "no_date",
    "no_list",
    "strange",
    "null_name",
)
_QUERY = re.compile(
    r'\[out:json\]\[timeout:(\d+)\];(?:area\["ISO3166-2"="([A-Z-]+\d*)"\]->\.a;)?\((.*)\);out center;', re.DOTALL
)
_PART = re.compile(r'nwr\["([^"]+)"(?:(=|~)"([^"]*)")?\]\(([^)]*)\);')
_TIMED_OUT = 'runtime error: Query timed out in "query" at line 4 after 26 seconds.'
_MEMORY = (
    'runtime error: Query ran out of memory in "query" at line 4. It would need at least 513 MB of RAM to continue.'
)


class Overpass(Server):
    """``elements`` as Overpass gives them, by the code of their county in ISO 3166-2 ("" = in none)."""

    def __init__(self, elements: Mapping[str, Sequence[dict]], base: str = "2026-11-20T04:00:00Z"):
        super().__init__()
        self.elements = {iso: list(found) for iso, found in elements.items()}
        self.base = base
        self.odd = ""
        self.page: Reply | None = None  # a recorded answer to give instead
        self.queries: list[str] = []

    @property
    def interpreter(self) -> str:
        return self.url + PATH

    def reply(self, asked: Asked) -> Reply:
        if asked.path != PATH:
            return Reply(404, b"<html><body>Not Found</body></html>", "text/html")
        form = asked.method == "POST" and asked.headers.get("content-type") == "application/x-www-form-urlencoded"
        query = parse_qs(asked.body.decode("ascii")).get("data", [""])[0] if form else ""
        self.queries.append(query)
        if self.page is not None:
            return self.page
        if self.odd == "busy":
            return Reply(
                504, b"<html><body>The server is probably too busy to handle your request.</body></html>", "text/html"
            )
        read = _QUERY.fullmatch(query)
        parts = _PART.findall(read[3]) if read else []
        if not read or "".join(_rejoined(part) for part in parts) != read[3] or self.odd.startswith("syntax"):
            return _syntax_error(200 if self.odd == "syntax_200" else 400)
        return self._answer(self._found(read[2], parts))

    def _found(self, iso, parts) -> list[dict]:
        found = {}
        for key, sign, value, where in parts:
            if where == "area.a":
                near = self.elements.get(iso, [])
            else:
                box = [float(number) for number in where.split(",")]
                near = [element for group in self.elements.values() for element in group if _in_box(element, box)]
            for element in near:
                told = element.get("tags", {}).get(key)
                if told is not None and (not sign or (told == value if sign == "=" else re.search(value, told))):
                    found[element["type"], element["id"]] = element
        return [found[key] for key in sorted(found)]

    def _answer(self, elements) -> Reply:
        told = {
            "version": 0.6, "generator": "Overpass API 0.7.62.4 2390de5a",
            "osm3s": {"timestamp_osm_base": self.base, "timestamp_areas_base": self.base,
                      "copyright": "The data included in this document is from www.openstreetmap.org. The data is made available under ODbL."},
            "elements": elements,
        }  # fmt: skip
        if self.odd == "remark_in_xml":
            body = f'<?xml version="1.0" encoding="UTF-8"?><osm version="0.6"><meta osm_base="{self.base}"/><remark> {_TIMED_OUT} </remark></osm>'
            return Reply(200, body.encode(), "application/osm3s+xml")
        if self.odd in ("timed_out", "out_of_memory"):
            told.update(elements=[], remark={"timed_out": _TIMED_OUT, "out_of_memory": _MEMORY}[self.odd])
        if self.odd == "half":
            told.update(elements=elements[: len(elements) // 2], remark=_TIMED_OUT)
        if self.odd == "no_date":
            del told["osm3s"]
        if self.odd == "no_list":
            del told["elements"]
        if self.odd == "null_name":
            told["elements"] = [{**elements[0], "tags": {**elements[0]["tags"], "name": None}}, *elements[1:]]
        if self.odd == "strange":
            told["elements"] = [*elements, {"type": "area", "id": "x"}]
        return as_json(told)


def _rejoined(part) -> str:
    key, sign, value, where = part
    test = f'{sign}"{value}"' if sign else ""
    return f'nwr["{key}"{test}]({where});'


def _in_box(element, box) -> bool:
    place = element if element["type"] == "node" else element.get("center") or element["_middle"]
    return box[0] <= place["lat"] <= box[2] and box[1] <= place["lon"] <= box[3]


def _syntax_error(status) -> Reply:
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"\n'
        '    "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html><head><title>OSM3S Response</title></head><body>\n'
        "<p>The data included in this document is from www.openstreetmap.org. The data is made available under ODbL.</p>\n"
        '<p><strong style="color:#FF0000">Error</strong>: line 10: parse error: Invalid parameter for print: &quot;centre&quot; </p>\n'
        "</body></html>"
    )
    return Reply(status, body.encode(), "text/html")


def node(number, lon, lat, **tags) -> dict:
    return {
        "type": "node",
        "id": number,
        "lat": float(lat),
        "lon": float(lon),
        "tags": {key.replace("__", ":"): value for key, value in tags.items()},
    }


def way(number, lon, lat, **tags) -> dict:
    made = {
        **node(number, lon, lat, **tags),
        "type": "way",
        "center": {"lat": float(lat), "lon": float(lon)},
        "nodes": [1, 2, 3, 1],
    }
    return {name: value for name, value in made.items() if name not in ("lat", "lon")}


def for_county(folder: Path) -> Overpass:
    """The sample county's facilities as mappers would have them: most, not all, of some only the building, and a few twice."""
    data = ogr.Open(str(Path(folder) / "exempellan.gpkg"))
    rows = [
        (feature.items(), feature.GetGeometryRef().GetPoint_2D())
        for feature in data.GetLayerByName("facilities")
        if feature.GetGeometryRef()
    ]
    degrees = to_degrees([place for _, place in rows])
    elements: dict[str, list[dict]] = {"SE-99": [], "SE-98": []}
    for number, ((row, _), (lon, lat)) in enumerate(zip(rows, degrees.tolist()), 1000):
        tags = _tags(row["type"])
        if not tags or (row["type"] == "vardcentral" and number % 3 == 0):  # not drawn by anybody yet
            continue
        tags = {**tags, "name": row["name"], "operator": row["operator"], "addr:city": row["place"]}
        tags = {key: value for key, value in tags.items() if value}
        elements.setdefault("SE-" + row["region"], []).extend(_drawn(number, lon, lat, tags))
    east, north = (
        sum(values) / len(values)
        for values in zip(*(place for row, place in rows if row["type"] == "apotek" and row["region"] == "99"))
    )
    ((lon, lat),) = to_degrees([(east, north)]).tolist()
    ours = elements["SE-99"]
    ours += [
        node(9001, ours[0].get("lon", lon), lat, amenity="pharmacy", name="Apotek Nyöppnat"),
        node(9002, lon, lat, amenity="dentist"),
        node(9003, lon, lat, healthcare="psychotherapist", name="Samtal"),
        {"type": "way", "id": 9004, "tags": {"amenity": "pharmacy", "name": "Apotek utan plats"}, "_middle": {"lat": lat, "lon": lon}},
    ]  # fmt: skip
    return Overpass(elements)


def _tags(type_: str) -> dict[str, str]:
    """The tags of a type, or of what it is a part of."""
    types = catalogue.care().types
    while type_ in types and not types[type_].osm:
        type_ = types[type_].parent
    return dict(types[type_].osm[0]) if type_ in types else {}


def _drawn(number, lon, lat, tags) -> list[dict]:
    if tags.get("amenity") == "hospital":
        return [way(number, lon, lat, **tags)]
    if number % 40 == 0:
        return [way(number, lon, lat, **tags, building="yes"), node(number, lon + 0.0003, lat, **tags)]
    return [node(number, lon, lat, **tags)]


def read_body(path: Path, content_type: str) -> Reply:
    """A recorded body as the answer it was."""
    return Reply(400 if "bad_query" in path.name else 200, path.read_bytes(), content_type)
