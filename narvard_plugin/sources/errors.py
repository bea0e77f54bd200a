"""What can go wrong with a source, as facts; `sentences` turns them into what a user reads. ``place`` never holds a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional


class Stopped(Exception):
    """The user stopped the fetching."""


class SourceError(Exception):
    """A source that did not give what was asked for. Nothing was stored; what was there before is left."""


@dataclass
class SwitchedOff(SourceError):
    source: str


@dataclass
class KeyMissing(SourceError):
    """The source needs a key or an account, and none was given."""

    source: str


@dataclass
class NoAnswer(SourceError):
    place: str
    detail: str


@dataclass
class Untrusted(SourceError):
    """Whoever answered could not prove with a certificate that it is the source."""

    place: str
    detail: str


@dataclass
class TimedOut(SourceError):
    place: str
    seconds: float


@dataclass
class CutOff(SourceError):
    """The answer ended before its end."""

    place: str
    got: int
    expected: Optional[int]


@dataclass
class TooLarge(SourceError):
    place: str
    most_bytes: int


@dataclass
class TooMany(SourceError):
    """The service's limit of calls, still after waiting as it asked; ``seconds`` is what it asked for last."""

    place: str
    seconds: float
    detail: str = ""


@dataclass
class Refused(SourceError):
    """401 or 403: the key or account does not open this."""

    place: str
    status: int
    detail: str


@dataclass
class NotThere(SourceError):
    place: str
    detail: str


@dataclass
class ServerFailed(SourceError):
    place: str
    status: int
    detail: str


@dataclass
class Rejected(SourceError):
    """The service says that the question is wrong; ``detail`` is its own words."""

    place: str
    status: int
    detail: str


@dataclass
class WrongContent(SourceError):
    """Another kind of content than asked for, such as an error page with status 200."""

    place: str
    expected: str
    found: str
    detail: str = ""


@dataclass
class Unreadable(SourceError):
    """The right kind of content, but not in its form."""

    place: str
    detail: str


@dataclass
class WrongChoice(SourceError):
    """What was asked for is not at the source, or is too much; ``text`` says it, translated."""

    text: str


@dataclass
class Nothing(SourceError):
    """An empty answer where there must be something."""

    place: str
    detail: str = ""


@dataclass
class Remark(SourceError):
    """The service gave up half way and says so inside a good-looking answer."""

    place: str
    text: str


@dataclass
class Incomplete(SourceError):
    """Fewer or more objects than the service itself says there are."""

    place: str
    got: int
    expected: int


@dataclass
class HostileFile(SourceError):
    """A file from outside that no honest sender makes. ``reason``: damaged, encrypted, outside, link, too_many, too_large,
    bomb, entities, too_deep, active; ``member`` is what in it."""

    name: str
    reason: str
    member: str = ""


@dataclass
class BadPlanFile(SourceError):
    """A file of plans that can't be read whole; ``text`` says why, translated."""

    name: str
    text: str


@dataclass
class DiskProblem(SourceError):
    """A download that could not be kept."""

    path: str
    detail: str
