"""The calendar file, read back by RFC 5545's own rules."""

import re
from datetime import date, datetime, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans.icalendar import Event, event_uid, write_calendar
from narvard_plugin.core.plans.rows import plain

STAMP = datetime(2026, 12, 7, 9, 30, tzinfo=timezone.utc)


def read(content: bytes) -> list[dict]:
    """Events as {name with parameters: unescaped value}: lines unfolded, then cut at the first colon."""
    assert content.endswith(b"\r\n") and b"\n" not in content.replace(b"\r\n", b"")
    lines = content.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 for line in lines)
    for line in lines:
        line.decode("utf-8")  # never cut inside a character
    text = content.decode("utf-8").replace("\r\n ", "")
    events, current = [], None
    for line in text.split("\r\n")[:-1]:
        name, _, value = line.partition(":")
        assert re.fullmatch(r"[A-Z-]+(;VALUE=DATE)?", name), line
        if line == "BEGIN:VEVENT":
            current = {}
        elif line == "END:VEVENT":
            events.append(current)
            current = None
        elif current is not None:
            assert name not in current
            current[name] = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], value)
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") and text.endswith("END:VCALENDAR\r\n")
    return events


def test_an_event_is_a_whole_day():
    uid = event_uid("r1", "skicka", "")
    (event,) = read(
        write_calendar([Event(uid, date(2026, 12, 31), "Skicka svar", "Not", ("Planremiss",))], "Eken", STAMP)
    )
    assert event == {
        "UID": uid,
        "DTSTAMP": "20261207T093000Z",
        "DTSTART;VALUE=DATE": "20261231",
        "DTEND;VALUE=DATE": "20270101",
        "SUMMARY": "Skicka svar",
        "DESCRIPTION": "Not",
        "CATEGORIES": "Planremiss",
        "TRANSP": "TRANSPARENT",
    }


def test_ids_are_the_same_from_run_to_run_and_differ_by_every_part():
    assert event_uid("r1", "delsvar", "halso") == event_uid("r1", "delsvar", "halso")
    parts = [
        ("r1", "delsvar", "halso"),
        ("r1", "delsvar", "kultur"),
        ("r2", "delsvar", "halso"),
        ("r1", "delsvarhalso"),
    ]
    assert len({event_uid(*one) for one in parts}) == 4


def test_text_from_outside_stays_text():
    """A name that would end the event and begin another one."""
    name = "Eken\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:intrång; a,b \\ c\x00\u2028x"
    (event,) = read(write_calendar([Event("u", date(2026, 1, 7), name)], name, STAMP))
    assert event["SUMMARY"] == plain(name)
    assert "\nEND:VEVENT\n" in event["SUMMARY"]


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=200), min_size=1, max_size=3))
def test_whatever_is_written_is_read_back(texts):
    events = [Event(f"u{n}", date(2026, 1, 7), text, text + "å" * 80) for n, text in enumerate(texts)]
    found = read(write_calendar(events, texts[0], STAMP))
    assert [event["SUMMARY"] for event in found] == [plain(text) for text in texts]
    assert [event["DESCRIPTION"] for event in found] == [plain(text + "å" * 80) for text in texts]
