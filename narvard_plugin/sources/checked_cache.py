"""Downloads that are looked into before they are kept, so that a damaged file never takes a good one's place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Optional

from .cache import About, Cache
from .client import Client
from .download import Download, download
from .errors import HostileFile
from .http import Answer, Request


class CheckedCache(Cache):
    """A cache that takes a file in only if ``check`` raises nothing over it; ``name`` is what a user knows the file by."""

    def __init__(self, folder: Path, name: str, check: Callable[[Path], None]):
        super().__init__(folder)
        self._name, self._check = name, check

    def keep(self, key: str, unfinished: Path, **known) -> tuple[Path, About]:
        with known_as(self._name):
            self._check(unfinished)
        return super().keep(key, unfinished, **known)


@contextmanager
def known_as(name: str) -> Iterator[None]:
    """Let a `HostileFile` raised in the block name the file as its sender does, not as the cache does."""
    try:
        yield
    except HostileFile as error:
        raise HostileFile(name, error.reason, error.member) from error


def stamped_download(
    client: Client, cache: Cache, request: Request, stamp: str, *, key: str, max_age_days: float = 0.0, **known
) -> Download:
    """`download` of a file that the source's list gives a ``stamp``, such as the time when it was last made.

    A kept file with the same stamp is not asked for at all; one with another is replaced. Without a stamp age decides.
    """
    if not stamp:
        return download(client, cache, request, key=key, max_age_days=max_age_days, **known)
    kept = cache.find(key)
    same = kept is not None and kept[1].etag == stamp
    return download(
        _Stamping(client, stamp), cache, request, key=key, max_age_days=float("inf") if same else 0.0, **known
    )


class _Stamping:
    """A client whose answers carry the stamp as their ETag, which is kept with the file."""

    def __init__(self, client: Client, stamp: str):
        self._client, self._stamp = client, stamp

    def exchange(self, request: Request, path: Optional[Path] = None) -> Answer:
        headers = {name: value for name, value in request.headers.items() if name != "If-None-Match"}
        answer = self._client.exchange(request._replace(headers=headers), path)
        return answer._replace(headers={**answer.headers, "etag": self._stamp})
