"""The web through `requests`, where there is no QGIS."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Optional

import requests
from urllib3.exceptions import HTTPError, ReadTimeoutError

from ..i18n import tr
from .errors import CutOff, DiskProblem, NoAnswer, Stopped, TimedOut, TooLarge, Unreadable, Untrusted
from .http import Answer, Request

_BLOCK = 1 << 16


class RequestsHttp:
    """See `http.Http`; connections are kept open between the requests of one source."""

    def __init__(self):
        self._session = requests.Session()

    def send(self, request: Request, cancelled: Callable[[], bool], path: Optional[Path] = None) -> Answer:
        if cancelled():
            raise Stopped
        try:
            with self._session.request(
                request.method,
                request.address,
                headers=dict(request.headers),
                data=request.body,
                timeout=request.idle_seconds,
                allow_redirects=False,
                auth=_as_it_is,
                stream=True,
            ) as reply:
                body = self._read(reply, request, cancelled, path if reply.status_code == 200 else None)
                headers = {name.lower(): value for name, value in reply.headers.items()}
                return Answer(reply.status_code, headers, body, reply.url)
        except (requests.exceptions.Timeout, ReadTimeoutError) as error:
            raise TimedOut(request.place, request.idle_seconds) from error
        except requests.exceptions.SSLError as error:
            raise Untrusted(request.place, type(error).__name__) from error
        except requests.exceptions.RequestException as error:
            if "timed out" in str(error).lower():
                raise TimedOut(request.place, request.idle_seconds) from error
            raise NoAnswer(request.place, type(error).__name__) from error
        except ValueError as error:  # `requests` looks into the address of a redirect that nobody asked it to follow
            raise Unreadable(request.place, str(error)) from error

    def _read(self, reply, request: Request, cancelled, path: Optional[Path]) -> bytes:
        most = request.most_in_memory if path is None else request.most_bytes
        try:
            with io.BytesIO() if path is None else open(path, "wb") as kept:
                got = 0
                for block in _blocks(reply, request):
                    if cancelled():
                        raise Stopped
                    got += len(block)
                    if got > most:
                        raise TooLarge(request.place, most)
                    kept.write(block)
                return kept.getvalue() if path is None else b""
        except OSError as error:
            if isinstance(error, requests.exceptions.RequestException):
                raise
            raise DiskProblem(str(path), error.strerror or str(error)) from error


def _as_it_is(asked):
    """Else `requests` would put an account of ``~/.netrc`` in the place of the header that the source was given."""
    return asked


def _blocks(reply, request: Request):
    if "," in reply.headers.get(
        "content-encoding", ""
    ):  # each packing swells a thousandfold, before anything is counted
        raise Unreadable(request.place, tr("it is packed more than once"))
    expected = reply.headers.get("content-length", "")
    try:
        yield from reply.iter_content(_BLOCK)
    except (requests.exceptions.ChunkedEncodingError, HTTPError) as error:
        raise CutOff(request.place, reply.raw.tell(), None) from error
    # What came over the wire, before any unpacking; `requests` itself does not mind a short answer.
    with contextlib.suppress(ValueError):
        if request.method != "HEAD" and reply.raw.tell() < int(expected or 0):
            raise CutOff(request.place, reply.raw.tell(), int(expected))
