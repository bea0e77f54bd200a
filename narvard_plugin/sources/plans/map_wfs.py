"""A layer of any WFS 2.0, as GeoJSON or, where the service has no such, as GML: every object that it has, or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from ...i18n import tr
from ..client import JSON_TYPES, Client, gist, parsed_json, raise_for
from ..errors import Incomplete, Rejected, Unreadable, WrongChoice, WrongContent
from ..hostile import checked_xml
from ..http import Answer, Request
from ..wfs import raise_for_exception
from .map_features import Feature, geojson_features
from .map_gml import gml_features

PAGE = 1000
_MOST_PAGES = 200
_JSON_FORMATS = (*JSON_TYPES, "application/vnd.geo+json", "text/plain", "text/javascript")
_XML_TYPES = ("text/xml", "application/xml", "application/gml+xml")


def wfs_features(client: Client, url: str, layer: str, page: int = PAGE) -> list[Feature]:
    """The features of ``layer`` ("" = the only one of the service) at ``url``, whose own question of a service is left out."""
    url, kept = _bare(url)
    layer = layer or _only_layer(client, url, kept)
    found: list[Feature] = []
    form, hits = "application/json", None
    for _ in range(_MOST_PAGES):
        asked = [*kept, ("service", "WFS"), ("version", "2.0.0"), ("request", "GetFeature"), ("typeNames", layer),
                 ("srsName", "EPSG:3006"), ("count", str(page)), ("startIndex", str(len(found)))]  # fmt: skip
        asked += [("outputFormat", form)] if form else []
        request = Request(url, asked)
        answer = client.exchange(request)
        try:
            raise_for_exception(answer, request)
            came, total = _read(answer, request)
        except Rejected:
            if not form or found:
                raise
            form = ""  # it has no GeoJSON: its own form is GML
            continue
        if total is None and not found:
            hits = _hits(client, url, kept, layer)
        total = hits if total is None else total
        fresh = _unseen(found, came, request)
        found += fresh
        if total is not None and (len(found) >= total or not fresh):
            if len(found) != total:
                raise Incomplete(request.place, len(found), total)
            return found
        if not came:  # a page may be shorter than asked for, and only an empty one is past the last
            return found
        if not fresh:  # it begins anew on every page, and does not say how many there are
            break
    raise Incomplete(Request(url).place, len(found), len(found) + page)


def _hits(client: Client, url: str, kept: Sequence[tuple[str, str]], layer: str) -> Optional[int]:
    """How many objects the layer has, where the service tells it when asked for nothing else."""
    asked = [*kept, ("service", "WFS"), ("version", "2.0.0"), ("request", "GetFeature"), ("typeNames", layer),
             ("resultType", "hits")]  # fmt: skip
    request = Request(url, asked)
    try:
        answer = client.exchange(request)
        raise_for_exception(answer, request)
        raise_for(answer, request)
        return gml_features(answer.body, request.place)[1] if answer.content_type in _XML_TYPES else None
    except (Rejected, Unreadable):  # then pages are followed until one is empty
        return None


def _unseen(found: Sequence[Feature], came: list[Feature], request: Request) -> list[Feature]:
    """What came; a page that begins as the first one is the service's only one, which has all that it gives."""
    ids = [one.id for one in came if one.id]
    if found and came and _same(found[0], came[0]):
        return []
    if len(set(ids)) < len(ids) or set(ids) & {one.id for one in found}:
        raise Incomplete(request.place, len(found), len(found) + len(came))
    return came


def _same(one: Feature, other: Feature) -> bool:
    return one.id == other.id and dict(one.properties) == dict(other.properties)


def _read(answer: Answer, request: Request) -> tuple[list[Feature], Optional[int]]:
    raise_for(answer, request)
    if answer.content_type in _XML_TYPES:
        return gml_features(answer.body, request.place)
    if answer.content_type not in _JSON_FORMATS:
        raise WrongContent(request.place, JSON_TYPES[0], answer.content_type or "?", gist(answer))
    told = parsed_json(answer, request)
    if isinstance(told, dict) and isinstance(told.get("exceptions"), list):
        words = [str(one.get("text") or one.get("code")) for one in told["exceptions"] if isinstance(one, dict)]
        raise Rejected(request.place, 200, ": ".join(words)[:300])
    features = geojson_features(told, request.place)
    numbers = [told[name] for name in ("numberMatched", "totalFeatures") if type(told.get(name)) is int]
    return features, numbers[0] if numbers else None


def _bare(url: str) -> tuple[str, list[tuple[str, str]]]:
    """The address without what a WFS is asked, and what else stood in it, such as the map of a MapServer."""
    parts = urlsplit(url)
    own = ("service", "version", "request", "typename", "typenames", "outputformat", "srsname")
    kept = [(name, text) for name, text in parse_qsl(parts.query) if name.lower() not in own]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", "")), kept


def _only_layer(client: Client, url: str, kept: Sequence[tuple[str, str]]) -> str:
    """The only layer of the service; a sentence with their names where there are several."""
    request = Request(url, [*kept, ("service", "WFS"), ("version", "2.0.0"), ("request", "GetCapabilities")])
    answer = client.exchange(request)
    raise_for_exception(answer, request)
    raise_for(answer, request)
    reader, names, within = checked_xml(request.place, answer.body), [], False
    while not reader.atEnd():
        reader.readNext()
        if reader.isStartElement() and reader.name() == "FeatureType":
            within = True
        elif reader.isEndElement() and reader.name() == "FeatureType":
            within = False
        elif within and reader.isStartElement() and reader.name() == "Name":
            names.append(reader.readElementText().strip())
    if not names:
        raise Unreadable(request.place, tr("it names no layers"))
    if len(names) > 1:
        text = tr("The service has {n} layers. Say in LAYER which one holds the plans: {names}.")
        raise WrongChoice(text.format(n=len(names), names="; ".join(names[:60])))
    return names[0]
