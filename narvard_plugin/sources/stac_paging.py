"""Answers of a STAC search, page after page, in either of the ways that services turn pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Optional
from urllib.parse import urljoin

from .client import JSON_TYPES
from .errors import Incomplete, Unreadable
from .http import Request, public

TYPES = ("application/geo+json", *JSON_TYPES)
_MOST_PAGES = 10_000
_MOST_BYTES = 128 << 20


def search(client, url: str, question: dict, after_id: bool = False) -> list[dict]:
    """Every item that answers ``question`` (the body of a POST to ``url``/search).

    A link ``next`` is followed wherever the answer has one. Without links and with ``after_id`` the last item's id is sent
    as ``afterId`` until nothing more comes: a service that caps its pages without saying so is not believed.
    Raises `Incomplete` where an item comes twice, or fewer or more come than the service says there are.
    """
    found: dict[str, dict] = {}
    got, told, place = 0, None, public(url)
    for page, short in _pages(client, url, question, after_id):
        items = _items(page, place)
        if short and items and all(item["id"] in found for item in items):
            break  # the first page was not full, and the service gives it again: it knows no afterId
        got += len(items)
        found.update((item["id"], item) for item in items)
        if len(found) < got:
            raise Incomplete(place, len(found), got)
        told = page.get("numberMatched") if told is None else told  # of later pages it may be what is left
    if isinstance(told, int) and len(found) != told:
        raise Incomplete(place, len(found), told)
    return list(found.values())


def _pages(client, url: str, question: dict, after_id: bool) -> Iterator[tuple[dict, bool]]:
    """Pages, and whether the one before was shorter than what was asked for and had no link."""
    request, linked, short = _asking(f"{url}/search", question), False, False
    for _ in range(_MOST_PAGES):
        page = client.json(request, TYPES)
        if not isinstance(page, dict):
            raise Unreadable(request.place, "FeatureCollection")
        yield page, short
        items, onward = _items(page, public(url)), _next(page, request, question)
        linked = linked or onward is not None
        if onward is not None:
            request = onward
        elif after_id and items and not linked:
            short = len(items) < question["limit"]
            request = _asking(f"{url}/search", {**question, "afterId": items[-1]["id"]})
        else:
            return
    raise Unreadable(public(url), "pages without end")


def _asking(url: str, question: dict) -> Request:
    return Request(
        url,
        headers={"Content-Type": "application/json", "Accept": "application/geo+json"},
        body=json.dumps(question, ensure_ascii=False).encode(),
        most_bytes=_MOST_BYTES,
    )


def _next(page: dict, request: Request, question: dict) -> Optional[Request]:
    links = page.get("links")
    link = (
        next((e for e in links if isinstance(e, dict) and e.get("rel") == "next"), None)
        if isinstance(links, list)
        else None
    )
    if link is None:
        return None
    if not isinstance(link.get("href"), str):
        raise Unreadable(request.place, "links: next")
    href = urljoin(request.url, link["href"])
    if str(link.get("method", "GET")).upper() != "POST":
        return Request(href, headers={"Accept": "application/geo+json"}, most_bytes=_MOST_BYTES)
    body = link.get("body") if isinstance(link.get("body"), dict) else {}
    return _asking(href, {**question, **body} if link.get("merge") or not body else body)


def _items(page: dict, place: str) -> list[dict]:
    items = page.get("features")
    if not isinstance(items, list):
        raise Unreadable(place, "features")
    for item in items:
        if (
            not isinstance(item, dict)
            or not isinstance(item.get("id"), str)
            or not item["id"].strip()
            or not isinstance(item.get("properties"), dict)
        ):
            raise Unreadable(place, "feature: id, properties")
    return items
