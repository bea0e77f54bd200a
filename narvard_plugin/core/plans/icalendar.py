"""All-day events as an iCalendar file (RFC 5545), for the calendars of those who must keep the dates."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

from .rows import plain

MEDIA_TYPE = "text/calendar"
#: RFC 5545, 3.1: octets of a line without its end.
_LONGEST_LINE = 75
_NAMESPACE = uuid.UUID("1f0c2d5e-6a35-4b7c-9d43-0f6c6e6b7a11")


class Event(NamedTuple):
    """One day: ``uid`` tells a later version of the same event from a new one; the rest is text from anywhere."""

    uid: str
    day: date
    summary: str
    description: str = ""
    categories: tuple[str, ...] = ()


def event_uid(*parts: str) -> str:
    """An id that is the same every time for the same parts (the planremiss, the kind of date, the function)."""
    return f"{uuid.uuid5(_NAMESPACE, chr(31).join(parts))}@narvard"


def write_calendar(events: Sequence[Event], name: str, stamp: datetime) -> bytes:
    """The file's bytes: UTF-8, lines of at most 75 octets that end in CRLF. ``stamp`` is when it is written (with zone)."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Narvard//Planremisser//SV",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    written = stamp.astimezone(timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    for event in events:
        lines += _event_lines(event, written)
    lines.append("END:VCALENDAR")
    return b"".join(folded + b"\r\n" for line in lines for folded in _folded(line))


def escaped(text: str) -> str:
    """Text as a value: what would end it or begin another property is made harmless."""
    return plain(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _event_lines(event: Event, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"  # the first day after it
    yield f"SUMMARY:{escaped(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{escaped(event.description)}"
    if event.categories:
        yield f"CATEGORIES:{','.join(map(escaped, event.categories))}"
    yield "TRANSP:TRANSPARENT"  # a deadline makes nobody busy
    yield "END:VEVENT"


def _folded(line: str) -> Iterator[bytes]:
    """The line in pieces that fit, never cut inside a character; all but the first begin with a space."""
    piece = b""
    for character in line:
        octets = character.encode("utf-8")
        if len(piece) + len(octets) > _LONGEST_LINE:
            yield piece
            piece = b" "
        piece += octets
    yield piece
