"""Questions to and answers from the web, and the small interface of whatever carries them: QGIS's network or `requests`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Optional, Protocol
from urllib.parse import quote, urlencode, urlsplit

#: More than this in memory is no honest answer of a service that is asked in parts.
MOST_BYTES = 256 << 20
#: How long an answer may be silent.
IDLE_SECONDS = 60.0


class Request(NamedTuple):
    """One question. ``query`` is encoded here and nowhere else: a plus sign goes out as %2B."""

    url: str
    query: Sequence[tuple[str, str]] = ()
    headers: Mapping[str, str] = {}
    #: A body makes it a POST.
    body: Optional[bytes] = None
    most_bytes: int = MOST_BYTES
    idle_seconds: float = IDLE_SECONDS

    @property
    def method(self) -> str:
        return "GET" if self.body is None else "POST"

    @property
    def most_in_memory(self) -> int:
        """A page of error instead of a large file is no reason to hold so much."""
        return min(self.most_bytes, MOST_BYTES)

    @property
    def address(self) -> str:
        if not self.query:
            return self.url
        return self.url + ("&" if "?" in self.url else "?") + urlencode(list(self.query), quote_via=quote)

    @property
    def place(self) -> str:
        """The address as it may be shown and logged: without the query, where keys stand."""
        return public(self.url)


class Answer(NamedTuple):
    """What came back; header names are in small letters, and ``body`` is empty when it went to a file."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class Http(Protocol):
    """Carries one request. It follows no redirect and repeats nothing: `client.Client` does.

    Raises ``NoAnswer``, ``TimedOut``, ``CutOff``, ``TooLarge``, ``DiskProblem``, and ``Stopped`` when ``cancelled()`` is true.
    """

    def send(self, request: Request, cancelled: Callable[[], bool], path: Optional[Path] = None) -> Answer:
        """The answer, its body in memory, or in the file ``path`` when that is given and the status is 200."""


def public(url: str) -> str:
    """``url`` without query, fragment, user and password."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", f":{parts.port}" if parts.port else ""
    except ValueError:  # what a user or a service wrote need not be an address
        return re.sub(r"[?#].*", "", re.sub(r"//[^/?#]*@", "//", url), flags=re.DOTALL)
    host = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{host}{port}{parts.path}" if parts.scheme else parts.path


def is_web(url: str) -> bool:
    """Whether ``url`` is an address on the web: QGIS's network would read ``file:`` and ``data:`` as well."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
