"""A file from a source, through the cache: asked for only when it has changed, and kept only when it is whole."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Optional

from .cache import About, Cache
from .client import Client, gist, raise_for
from .errors import WrongContent
from .http import Request


class Download(NamedTuple):
    """A kept file; ``fresh`` is False where the source said, or its age told, that it had not changed."""

    path: Path
    about: About
    fresh: bool


def download(
    client: Client,
    cache: Cache,
    request: Request,
    *,
    source_id: str,
    licence: str,
    types: tuple[str, ...] = (),
    max_age_days: float = 0.0,
    key: Optional[str] = None,
) -> Download:
    """The file at ``request``; ``types`` are the content types it may have.

    Younger than ``max_age_days`` it is not asked for at all. Otherwise its ETag and date go with the question, and a 304 keeps it.
    """
    key = key or f"{source_id} {request.place}"
    kept = cache.find(key)
    if kept is not None and kept[1].age.total_seconds() < max_age_days * 86_400:
        return Download(*kept, fresh=False)
    conditions = {} if kept is None else _conditions(kept[1])
    part = cache.unfinished(key)
    try:
        answer = client.exchange(request._replace(headers={**request.headers, **conditions}), part)
        if answer.status == 304 and kept is not None:
            return Download(*kept, fresh=False)
        raise_for(answer, request)
        if types and answer.content_type not in types:
            raise WrongContent(request.place, types[0], answer.content_type or "?", gist(answer))
        path, about = cache.keep(
            key,
            part,
            source_id=source_id,
            url=request.place,
            licence=licence,
            etag=answer.headers.get("etag", ""),
            last_modified=answer.headers.get("last-modified", ""),
        )
        return Download(path, about, fresh=True)
    finally:
        part.unlink(missing_ok=True)


def _conditions(about: About) -> dict[str, str]:
    pairs = {"If-None-Match": about.etag, "If-Modified-Since": about.last_modified}
    return {name: value for name, value in pairs.items() if value}
