"""Objects of a WFS 1.1.0 service (GeoServer) as JSON, in pages: every one that the service says there is, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Optional

from ..i18n import tr
from .client import JSON_TYPES, Client, gist, parsed_json, raise_for
from .errors import HostileFile, Incomplete, Rejected, Unreadable, WrongContent
from .hostile import checked_xml
from .http import Answer, Request

PAGE = 1000
_SWEREF = re.compile(
    r"(?:urn:(?:x-)?ogc:def:crs:)?EPSG:[\d.]*:?3006|https?://\S*/epsg(?:\.xml#|/0/)3006", re.IGNORECASE
)
_XML = re.compile(rb"\s*(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<", re.DOTALL)


class Query(NamedTuple):
    """What is asked of one layer. ``key`` is the property that tells objects apart, and that pages are sorted by.

    Either ``cql`` (a filter in CQL) or ``bbox`` (easting, northing, easting, northing) may be given: GeoServer takes one of them.
    """

    layer: str
    key: str
    cql: str = ""
    bbox: Optional[Sequence[float]] = None


def features(client: Client, url: str, query: Query, page: int = PAGE) -> list[dict]:
    """The GeoJSON features of ``query`` in EPSG:3006, in the order of their keys as they came.

    The service says on every page how many there are. One that overlooks ``startIndex`` is asked for all at once.
    Raises a ``SourceError``: `Incomplete` where another number came than it says, or an object came twice.
    """
    found = _Found(url, query)
    while found.take(_page(client, url, query, page, len(found.features))):
        pass
    if found.again_from_start:
        whole = _Found(url, query)
        whole.take(_page(client, url, query, found.total, 0))
        found = whole
    if len(found.features) != found.total:
        raise Incomplete(_place(url), len(found.features), found.total)
    return found.features


class _Found:
    """What has come of a query so far."""

    def __init__(self, url: str, query: Query):
        self._url, self._query = url, query
        self.features: list[dict] = []
        self.total = -1
        self.again_from_start = False
        self._keys: set[str] = set()

    def take(self, told: dict) -> bool:
        """Keep a page; whether another one is to be asked for."""
        total, came = _total(told, self._url), told["features"]
        if self.total not in (-1, total):  # the layer changed while it was read
            raise Incomplete(_place(self._url), total, self.total)
        self.total = total
        keys = [self._key(feature) for feature in came]
        if self.features and keys and keys[0] == self._key(self.features[0]):
            self.again_from_start = True
            return False
        if len(set(keys)) < len(keys) or self._keys.intersection(keys):
            raise Incomplete(_place(self._url), len(self._keys.union(keys)), total)
        self.features += came
        self._keys.update(keys)
        return bool(came) and len(self.features) < total

    def _key(self, feature) -> str:
        properties = feature.get("properties") if isinstance(feature, dict) else None
        key = properties.get(self._query.key) if isinstance(properties, dict) else None
        if not isinstance(key, str) or not key:
            raise Unreadable(_place(self._url), tr("an object has no {name} as text").format(name=self._query.key))
        return key


def _page(client: Client, url: str, query: Query, count: int, start: int) -> dict:
    asked = [
        ("service", "WFS"), ("version", "1.1.0"), ("request", "GetFeature"), ("typeName", query.layer),
        ("outputFormat", "application/json"), ("srsName", "EPSG:3006"), ("maxFeatures", str(count)),
        ("startIndex", str(start)), ("sortBy", query.key),
    ]  # fmt: skip
    if query.cql:
        asked.append(("CQL_FILTER", query.cql))
    if query.bbox is not None:
        asked.append(("bbox", ",".join([*(f"{value:.4f}" for value in query.bbox), "EPSG:3006"])))
    request = Request(url, asked)
    answer = client.exchange(request)
    raise_for_exception(answer, request)
    raise_for(answer, request)
    if answer.content_type not in JSON_TYPES:
        raise WrongContent(request.place, JSON_TYPES[0], answer.content_type or "?", gist(answer))
    return _collection(parsed_json(answer, request), request)


def raise_for_exception(answer: Answer, request: Request) -> None:
    """Errors come as an ExceptionReport in XML, with any status; pages of proxies and logins as HTML, which is left here."""
    words = _exception_words(answer, request.place) if _XML.match(answer.body) else ""
    if words and answer.status in (200, 400):
        raise Rejected(request.place, answer.status, words)


def _exception_words(answer: Answer, place: str) -> str:
    if answer.content_type == "text/html":
        return ""
    try:
        reader = checked_xml(place, answer.body)
    except HostileFile:
        if answer.content_type in JSON_TYPES or answer.status != 200:
            return ""
        raise
    words, report = [], False
    while not reader.atEnd():
        reader.readNext()
        if reader.isStartElement():
            report = report or reader.name() in ("ExceptionReport", "ServiceExceptionReport")
            if report and reader.attributes().hasAttribute("exceptionCode"):
                words.append(reader.attributes().value("exceptionCode"))
        elif report and reader.isCharacters() and not reader.isWhitespace():
            words.append(" ".join(reader.text().split()))
    return ": ".join(dict.fromkeys(words))[:300] or ("ExceptionReport" if report else "")


def _collection(told, request: Request) -> dict:
    if isinstance(told, dict) and isinstance(told.get("exceptions"), list):
        words = [str(one.get("text") or one.get("code")) for one in told["exceptions"] if isinstance(one, dict)]
        raise Rejected(request.place, 200, ": ".join(words)[:300])
    if not isinstance(told, dict) or not isinstance(told.get("features"), list):
        raise Unreadable(request.place, tr("it holds no list of objects"))
    if told["features"] and not _SWEREF.fullmatch(_crs_name(told)):
        raise Unreadable(
            request.place,
            tr("its coordinates are in {found}, not in SWEREF 99 TM (EPSG:3006)").format(found=_crs_name(told) or "?"),
        )
    return told


def _crs_name(told: dict) -> str:
    crs = told.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    return str(properties.get("name", "")) if isinstance(properties, dict) else ""


def _total(told: dict, url: str) -> int:
    """How many objects the query has; GeoServer writes the same number on every page."""
    numbers = [told[name] for name in ("numberMatched", "totalFeatures") if type(told.get(name)) is int]
    if not numbers or len(set(numbers)) > 1:
        raise Unreadable(_place(url), tr("it does not say how many objects there are"))
    return numbers[0]


def _place(url: str) -> str:
    return Request(url).place
