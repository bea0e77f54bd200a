"""A layer of an ArcGIS FeatureServer or MapServer: every feature that it says it has, in pages or by ids, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import NamedTuple, Optional

from ...i18n import tr
from ..client import JSON_TYPES, Client
from ..errors import Incomplete, Unreadable, WrongChoice
from ..http import Request
from .map_features import Feature, in_metres, polygon_of
from .shapes import TM

#: ArcGIS Server calls its JSON plain text.
_TYPES = (*JSON_TYPES, "text/plain")
_PAGE, _IDS = 1000, 100
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
#: Midnight in Sweden is 22 or 23 the day before in UTC, as the service tells it: two hours more is the right day in both.
SWEDEN = timedelta(hours=2)


class _Layer(NamedTuple):
    key: str
    page: int
    pages: bool
    dates: tuple[str, ...]
    #: field -> code -> what the code means.
    words: Mapping[str, Mapping[str, str]]


def arcgis_features(client: Client, url: str) -> list[Feature]:
    """The features of the layer at ``url``, which ends in its number, as ``…/FeatureServer/0``."""
    url = url.rstrip("/")
    layer = _layer(_json(client, url, ()), url)
    wanted = _json(client, f"{url}/query", [("where", "1=1"), ("returnCountOnly", "true")]).get("count")
    if type(wanted) is not int or wanted < 0:
        raise Unreadable(Request(url).place, tr("it does not say how many objects there are"))
    told = _by_pages(client, url, layer, wanted) if layer.pages else _by_ids(client, url, layer)
    keys = {one.id for one in told}
    if len(told) != wanted or len(keys) != wanted:
        raise Incomplete(Request(url).place, len(keys), wanted)
    return told


def _layer(told: Mapping, url: str) -> _Layer:
    fields = told.get("fields")
    if not isinstance(fields, list):
        layers = told.get("layers")
        if isinstance(layers, list):
            names = [f"{one.get('id')} {one.get('name')}" for one in layers if isinstance(one, Mapping)]
            text = tr("The address is of a whole service. Add the number of the layer of plans after a /: {layers}.")
            raise WrongChoice(text.format(layers="; ".join(names[:40])))
        raise Unreadable(Request(url).place, tr("it is no layer with fields"))
    fields = [one for one in fields if isinstance(one, Mapping) and isinstance(one.get("name"), str)]
    ids = [one["name"] for one in fields if one.get("type") == "esriFieldTypeOID"]
    key = told.get("objectIdField") or (ids[0] if ids else "")
    if not isinstance(key, str) or not key:
        raise Unreadable(Request(url).place, tr("an object has no {name} as text").format(name="objectIdField"))
    able = told.get("advancedQueryCapabilities")
    page = told.get("maxRecordCount")
    return _Layer(
        key,
        min(page, _PAGE) if type(page) is int and page > 0 else _PAGE,
        isinstance(able, Mapping) and able.get("supportsPagination") is True,
        tuple(one["name"] for one in fields if one.get("type") == "esriFieldTypeDate"),
        {one["name"]: words for one in fields if (words := _words(one.get("domain")))},
    )


def _words(domain) -> dict[str, str]:
    coded = domain.get("codedValues") if isinstance(domain, Mapping) else None
    if not isinstance(coded, list):
        return {}
    return {str(one.get("code")): str(one.get("name")) for one in coded if isinstance(one, Mapping)}


def _by_pages(client: Client, url: str, layer: _Layer, wanted: int) -> list[Feature]:
    found: list[Feature] = []
    while True:
        asked = [*_EVERYTHING, ("where", "1=1"), ("orderByFields", layer.key), ("resultOffset", str(len(found))),
                 ("resultRecordCount", str(layer.page))]  # fmt: skip
        told = _json(client, f"{url}/query", asked)
        came = _features(told, layer, url)
        found += came
        if len(found) > wanted:  # pages that repeat themselves
            raise Incomplete(Request(url).place, len(found), wanted)
        if not came or not (told.get("exceededTransferLimit") or len(found) < wanted):
            return found


def _by_ids(client: Client, url: str, layer: _Layer) -> list[Feature]:
    told = _json(client, f"{url}/query", [("where", "1=1"), ("returnIdsOnly", "true")])
    ids = told.get("objectIds") or []
    if not isinstance(ids, list) or not all(type(one) is int for one in ids):
        raise Unreadable(Request(url).place, "objectIds")
    found: list[Feature] = []
    step = min(_IDS, layer.page)
    for start in range(0, len(ids), step):
        some = ",".join(map(str, sorted(ids)[start : start + step]))
        found += _features(_json(client, f"{url}/query", [*_EVERYTHING, ("objectIds", some)]), layer, url)
    return found


_EVERYTHING = (("outFields", "*"), ("outSR", str(TM)), ("returnGeometry", "true"))


def _json(client: Client, url: str, asked: Sequence[tuple[str, str]]) -> Mapping:
    request = Request(url, [*asked, ("f", "json")])
    told = client.json(request, _TYPES)
    if not isinstance(told, Mapping):
        raise Unreadable(request.place, tr("it holds no list of objects"))
    return told


def _features(told: Mapping, layer: _Layer, url: str) -> list[Feature]:
    place, rows = Request(url).place, told.get("features")
    if not isinstance(rows, list) or not all(isinstance(one, Mapping) for one in rows):
        raise Unreadable(place, tr("it holds no list of objects"))
    system = _system(told.get("spatialReference"))
    if rows and any(one.get("geometry") for one in rows) and system != TM:
        raise Unreadable(
            place, tr("its coordinates are in {found}, not in SWEREF 99 TM (EPSG:3006)").format(found=system or "?")
        )
    return [_feature(one, layer, place) for one in rows]


def _feature(told: Mapping, layer: _Layer, place: str) -> Feature:
    attributes = told.get("attributes")
    attributes = dict(attributes) if isinstance(attributes, Mapping) else {}
    key = attributes.get(layer.key)
    if key is None:
        raise Unreadable(place, tr("an object has no {name} as text").format(name=layer.key))
    for name in layer.dates:
        attributes[name] = _day(attributes.get(name))
    for name, words in layer.words.items():
        attributes[name] = words.get(str(attributes.get(name)), attributes.get(name))
    geometry = told.get("geometry")
    rings = geometry.get("rings") if isinstance(geometry, Mapping) else None
    area = in_metres(polygon_of(rings, place), TM, place) if isinstance(rings, list) else None
    return Feature(str(key), attributes, area)


def _system(told) -> Optional[int]:
    if not isinstance(told, Mapping):
        return None
    codes = [told.get(name) for name in ("latestWkid", "wkid")]
    return next((code for code in codes if type(code) is int), None)


def _day(moment):
    """The ISO day of milliseconds since 1970; anything else stays what it is."""
    if type(moment) not in (int, float):
        return moment
    try:
        return (EPOCH + timedelta(milliseconds=moment) + SWEDEN).date().isoformat()
    except OverflowError:
        return None
