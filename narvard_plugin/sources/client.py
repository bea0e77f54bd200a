"""Asking a source politely: within its limits, again when it asks for patience, and never taking an error for an answer."""

from __future__ import annotations

import json
import re
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path
from typing import NamedTuple, Optional
from urllib.parse import urljoin, urlsplit

from ..i18n import tr
from .errors import (
    NotThere,
    Refused,
    Rejected,
    ServerFailed,
    SourceError,
    Stopped,
    TooMany,
    Unreadable,
    WrongChoice,
    WrongContent,
)
from .http import Answer, Http, Request, is_web, public
from .strict_json import loads

JSON_TYPES = ("application/json", "application/geo+json", "text/json")
_AGAIN = (429, 500, 502, 503, 504)
_MOVED = (301, 302, 303, 307, 308)
_TRIES = 4
_MOST_MOVES = 5
#: Headers that may follow to another host; any other may hold a key.
_HARMLESS = ("accept", "accept-encoding", "content-type", "if-modified-since", "if-none-match", "user-agent")
#: Longer than this nobody waits at a screen: the user is told instead.
MOST_PATIENCE = 90.0
_SLICE = 0.2
_SHOWN = 300
#: What services call their words about an error, and what may stand beside them.
_ERROR_NAMES = {"error", "errors", "errormessage", "error_description", "message", "fault"}
_BESIDE_AN_ERROR = {"code", "description", "detail", "instance", "ok", "path", "status", "success", "timestamp", "title", "type"}  # fmt: skip


class Pace(NamedTuple):
    """At most ``calls`` within any ``seconds``."""

    calls: int
    seconds: float


class Client:
    """One source's way to the web, for one run of a tool.

    ``cancelled`` is asked while waiting and raises `Stopped`. ``say`` gets a sentence when the source makes us wait.
    """

    def __init__(
        self,
        http: Http,
        *,
        pace: Optional[Pace] = None,
        cancelled: Callable[[], bool] = lambda: False,
        pause: float = 1.0,
    ):
        self._http, self._cancelled = http, cancelled
        self._pause = pause  # before the second try, doubled for each one after
        self.pace = pace
        self._sent: deque[float] = deque()
        self.calls = 0

    def json(self, request: Request, types: Sequence[str] = JSON_TYPES):
        """The parsed JSON of an answer with status 200."""
        return parsed_json(self.answer(request, types), request)

    def text(
        self, request: Request, types: Sequence[str] = (), encodings: Sequence[str] = ("utf-8-sig", "cp1252")
    ) -> str:
        """The text of an answer with status 200, in the first of ``encodings`` that fits."""
        return decoded(self.answer(request, types).body, request, encodings)

    def answer(self, request: Request, types: Sequence[str] = ()) -> Answer:
        """An answer with status 200 and, where ``types`` are given, one of these content types."""
        answer = self.exchange(request)
        raise_for(answer, request)
        if types and answer.content_type not in types:
            raise WrongContent(request.place, types[0], answer.content_type or "?", gist(answer))
        return answer

    def exchange(self, request: Request, path: Optional[Path] = None) -> Answer:
        """Whatever the source answers in the end: redirects followed, and asked again when it is busy or failing.

        With ``path`` the body of a 200 goes to that file. Credentials never follow to another host.
        """
        if not is_web(request.address):
            raise WrongChoice(
                tr('"{url}" is no address on the web: it must begin with https:// or http://, and name a host.').format(
                    url=request.place
                )
            )
        for move in range(_MOST_MOVES + 1):
            answer = self._patient(request, path)
            onward = answer.headers.get("location")
            if answer.status not in _MOVED or not onward:
                return answer
            request = _moved(request, onward, answer.status)
            if move == _MOST_MOVES:
                break
        raise Unreadable(request.place, "redirects without end")

    def wait(self, seconds: float) -> None:
        """Sleep, looking up often enough that a user who cancels is heard."""
        until = time.monotonic() + seconds
        while True:
            if self._cancelled():
                raise Stopped
            left = until - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(left, _SLICE))

    def _patient(self, request: Request, path) -> Answer:
        waited, problem = 0.0, None
        for attempt in range(_TRIES):
            self._keep_pace()
            self.calls += 1
            try:
                answer, problem = self._http.send(request, self._cancelled, path), None
            except SourceError as error:  # a line that broke may hold the next time
                answer, problem = None, error
            finally:
                if self._sent:  # the service counts from when it got the question, which is no later than now
                    self._sent[-1] = time.monotonic()
            if problem is None and answer.status not in _AGAIN:
                return answer
            asked = retry_after(answer.headers) if answer is not None else None
            seconds = self._pause * 2**attempt if asked is None else asked
            last = attempt == _TRIES - 1 or waited + seconds > MOST_PATIENCE or not _worth_another_try(problem)
            if last and problem is not None:
                raise problem
            if last:
                return answer
            self.wait(seconds)
            waited += seconds
        raise Unreadable(request.place, "")  # never reached: the last try returns or raises

    def _keep_pace(self):
        if self.pace is None:
            return
        now = time.monotonic()
        while self._sent and now - self._sent[0] > self.pace.seconds:
            self._sent.popleft()
        if len(self._sent) >= self.pace.calls:
            self.wait(self.pace.seconds - (now - self._sent[0]) + 0.01)
        self._sent.append(time.monotonic())


def _worth_another_try(problem: Optional[SourceError]) -> bool:
    return problem is None or type(problem).__name__ in ("NoAnswer", "CutOff")


def raise_for(answer: Answer, request: Request) -> None:
    """Turn every status but 200 into what happened, with the service's own words."""
    status = answer.status
    if status == 200:
        return
    words = gist(answer)
    if status == 429:
        raise TooMany(request.place, retry_after(answer.headers) or 0.0, words)
    if status in (401, 403):
        raise Refused(request.place, status, words)
    if status in (404, 410):
        raise NotThere(request.place, words)
    if status >= 500:
        raise ServerFailed(request.place, status, words)
    raise Rejected(request.place, status, words)


def parsed_json(answer: Answer, request: Request):
    """The JSON of an answer. Raises `Unreadable`, and `Rejected` where a 200 holds nothing but words about an error."""
    text = decoded(answer.body, request, ("utf-8-sig",))
    try:
        told = loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(request.place, f"JSON: {str(error)[:_SHOWN]}") from error
    if answer.status == 200 and _is_an_error(told):
        raise Rejected(request.place, answer.status, gist(answer))
    return told


def _is_an_error(told) -> bool:
    names = {str(name).lower() for name in told} if isinstance(told, dict) else set()
    return bool(names & _ERROR_NAMES) and names <= _ERROR_NAMES | _BESIDE_AN_ERROR


def decoded(body: bytes, request: Request, encodings: Sequence[str]) -> str:
    for encoding in encodings:
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(request.place, " / ".join(encodings))


def retry_after(headers: Mapping[str, str]) -> Optional[float]:
    """The seconds that a header ``Retry-After`` asks for, as a number or a date."""
    text = headers.get("retry-after", "").strip()
    if text.isdecimal():
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=timezone.utc)
    return max((until - datetime.now(timezone.utc)).total_seconds(), 0.0)


def gist(answer: Answer) -> str:
    """What an error page says, in one line: the words of problem+json, or of a page without its markup."""
    text = answer.body[:20_000].decode("utf-8", "replace")
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        told = None
    if isinstance(told, dict):
        words = [
            str(told[name])
            for name in ("title", "error", "detail", "message", "errorMessage", "error_description", "description")
            if told.get(name)
        ]
        text = ": ".join(dict.fromkeys(words)) or text
    elif isinstance(told, str):
        text = told
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", text, flags=re.DOTALL | re.IGNORECASE)
    text = unescape(re.sub(r"<[^<>]*>", " ", text))
    return " ".join(text.split())[:_SHOWN]


def _moved(request: Request, onward: str, status: int) -> Request:
    """The question for where an answer sends it on to. Raises `Unreadable` for what no honest service asks for."""
    try:
        url = urljoin(request.address, onward)
    except ValueError:
        url = onward
    if not is_web(url):
        raise Unreadable(
            request.place, tr("it sends us on to {place}, which is no address on the web").format(place=public(url))
        )
    here, there = urlsplit(request.address), urlsplit(url)
    if there.scheme == "http" and here.scheme == "https":
        text = tr("it sends us on to {place}, without https, where anybody on the way could read and change the answer")
        raise Unreadable(request.place, text.format(place=public(url)))
    headers, body = dict(request.headers), request.body if status in (307, 308) else None
    if (here.scheme, here.hostname, here.port) != (there.scheme, there.hostname, there.port):
        if body is not None and there.hostname != here.hostname:  # a password may stand in it
            text = tr("it sends our question on to {place}; if the source has moved there, give that address")
            raise Unreadable(request.place, text.format(place=public(url)))
        headers = {name: value for name, value in headers.items() if name.lower() in _HARMLESS}
    return request._replace(url=url, query=(), headers=headers, body=body)
