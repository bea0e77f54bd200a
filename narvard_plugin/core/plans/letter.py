"""What a municipality's letter says of a plan: stage, dates, reference and place, each with the words that it was read from.

Everything found is a proposal: a person looks at it before it becomes a planremiss.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, Optional

_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
           "december")  # fmt: skip
_MONTH = "|".join((*_MONTHS, *(name[:3] + r"\." for name in _MONTHS)))
_DATE = (
    r"(?P<iso>\d{4}-\d{2}-\d{2})"
    rf"|(?:den\s+)?(?P<day>\d{{1,2}})(?::e)?\s+(?P<month>{_MONTH})(?:\s+(?P<year>\d{{4}}))?"
    r"|(?P<slash>\d{1,2}/\d{1,2}(?:[-\s/]+\d{4})?)"
)
_DATES = re.compile(_DATE, re.IGNORECASE)
_LAST_DAY = re.compile(r"\b(senast|t\.?\s?o\.?\s?m\.?|till och med|sista dag\w*|svar före)\b", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\b(?:diarienummer|diarienr|dnr|d\.nr|ärendenummer|ärendenr|vårt ärende|er beteckning|vår beteckning)\.?\s*[:\s]\s*"
    r"(?P<number>[A-ZÅÄÖ]{0,8}[\s-]?\d{2,4}\s?[-/:.]\s?[\dA-ZÅÄÖ][\w./:-]*)",
    re.IGNORECASE,
)
_PLAN_NAME = re.compile(
    r"\b(?:detaljplan(?:en)?|planprogram(?:met)?|översiktsplan(?:en)?|planförslag(?:et)?|områdesbestämmelser)\s+"
    r"(?:för|avseende|gällande|inom)\s+(?P<name>[^\r\n]{3,160}?)(?=\s*(?:\r|\n|$|[.;(]\s|[.;(]$|\s+(?:är|har|ställs|pågår)\b))",
    re.IGNORECASE,
)
#: The two stages that letters speak of in one breath: what decides between them, the surest first.
_EITHER = (
    (("granskning", r"\bunderrättelse om granskning"), ("samråd", r"\b(?:inbjudan till|underrättelse om) samråd")),
    (("granskning", r"\bgranskningstid"), ("samråd", r"\bsamrådstid")),
    (
        ("granskning", r"\b(?:för|om|på|ut)\s+granskning\b|\bgranskning\s+(?:av|för|om)\b|\bgranskningshandling"),
        ("samråd", r"\b(?:för|om|på|till|ut)\s+samråd\b|\bsamråd\s+(?:av|för|om|kring)\b|\bsamråds(?:handling|remiss)"),
    ),
)
_STAGES = (
    ("antagen", r"\bantagande(?:t|beslut)?\b|\blaga kraft\b"),
    ("planbesked", r"\bplanbesked\b"),
    ("program", r"\b(?:plan)?program(?:samråd)?\b"),
)  # fmt: skip
_PROCEDURES = (("begransat", "begränsat"), ("utokat", "utökat"), ("samordnat", "samordnat"), ("standard", "standard"))
_KINDS = (
    ("fordjupning", r"\bfördjup\w+ (?:av )?översiktsplan"),
    ("tillagg", r"\btillägg till översiktsplan|\btematiskt tillägg"),
    ("oversiktsplan", r"\böversiktsplan"),
    ("bostadsforsorjning", r"\briktlinjer för bostadsförsörjning"),
    ("vagplan", r"\bvägplan\b"),
    ("jarnvagsplan", r"\bjärnvägsplan\b"),
    ("markanvisning", r"\bmarkanvisning"),
    ("upphavande", r"\bupphävande av (?:del av )?(?:detaljplan|stadsplan|byggnadsplan)"),
    ("andring", r"\bändring av (?:del av )?(?:detaljplan|stadsplan|byggnadsplan)"),
    ("planprogram", r"\bplanprogram"),
    ("planbesked", r"\bplanbesked"),
    ("detaljplan", r"\bdetaljplan"),
)
_MOST_CHARACTERS = 200_000


class Found(NamedTuple):
    """One fact of a letter: the register's column, its value, and the words that say so."""

    column: str
    value: str
    words: str


def read_letter(text: str, received: date, municipalities: Mapping[str, str], sender: str = "") -> tuple[Found, ...]:
    """The facts of a letter's text, each column at most once.

    ``municipalities``: code -> name. ``received`` gives the year of a date that is written without one. What is not said,
    or said in two ways, is left out: nothing is guessed.
    """
    text = _plain(text)[:_MOST_CHARACTERS]
    found = [
        *_municipality(text, sender, municipalities),
        *_stage(text),
        *_first(text, "kind", _KINDS),
        *_procedure(text),
        *_matched(text, "municipality_reference", _REFERENCE, "number"),
        *_matched(text, "name", _PLAN_NAME, "name"),
        *_period(text, received),
    ]
    return tuple(found)


def dates_in(text: str, received: date) -> list[tuple[date, int, int]]:
    """The days named in a text with the places of their words; a date that does not exist is passed over."""
    days = []
    for match in _DATES.finditer(text):
        day = _day(match, received)
        if day is not None:
            days.append((day, match.start(), match.end()))
    return days


def _plain(text: str) -> str:
    """The text without control characters and with one kind of dash and space."""
    text = unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("–", "-").replace("—", "-")
    return "".join(letter for letter in text if letter in "\r\n\t" or unicodedata.category(letter)[0] != "C")


def _municipality(text, sender, municipalities):
    """The municipality that the letter calls its own: by "X kommun", else by the sender's address."""
    lower = text.casefold()
    named = {
        code
        for code, name in municipalities.items()
        if re.search(r"\b" + re.escape(name.casefold()) + r"s?\s+(?:kommun|stad)\b", lower)
    }
    if len(named) == 1:
        code = named.pop()
        return [Found("municipality", code, municipalities[code])]
    host = sender.rpartition("@")[2].casefold().rstrip(">. ")
    by_host = [code for code, name in municipalities.items() if host.split(".")[0] in (_ascii(name), code)]
    if len(by_host) == 1 and (not named or by_host[0] in named):
        return [Found("municipality", by_host[0], sender)]
    return []


def _ascii(name: str) -> str:
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", name.casefold()))


def _stage(text: str):
    """Samråd or granskning: by the subject (the first line), else by the surest words of the whole letter.

    A samråd letter says when granskning will be, and one of granskning speaks of the samråd that was: words that speak of
    both are no answer.
    """
    subject = text.lstrip().partition("\n")[0]
    named = [stage for stage in ("granskning", "samråd") if re.search(rf"\b{stage}", subject, re.IGNORECASE)]
    if len(named) == 1:
        return _first(subject, "stage", ((named[0], rf"\b{named[0]}\w*"),))
    for pair in _EITHER:
        found = [found for one in pair for found in _first(text, "stage", (one,))]
        if found:
            return found if len(found) == 1 else []
    return _first(text, "stage", _STAGES)


def _first(text: str, column: str, patterns: Sequence[tuple[str, str]]):
    for value, pattern in patterns:
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            return [Found(column, value, _around(text, match.start(), match.end()))]
    return []


def _procedure(text: str):
    said = [(code, re.search(rf"\b{word}\w*\s*(?:plan)?förfarande", text, re.IGNORECASE)) for code, word in _PROCEDURES]
    said = [(code, match) for code, match in said if match]
    if len(said) != 1:
        return []
    code, match = said[0]
    return [Found("procedure", code, _around(text, match.start(), match.end()))]


def _matched(text: str, column: str, pattern: re.Pattern, group: str):
    values = {_trimmed(match[group]) for match in pattern.finditer(text)}
    if len(values) != 1:
        return []
    match = pattern.search(text)
    return [Found(column, values.pop(), _around(text, match.start(), match.end()))]


def _trimmed(words: str) -> str:
    words = " ".join(words.split()).rstrip(".,;:")
    return words + "." if words.endswith("m.fl") else words


def _period(text: str, received: date):
    """First day and last day: a range of two days, or the day after a word such as senast. Two answers are no answer."""
    days = dates_in(text, received)
    ranges = {
        (first[0], second[0]): (first[1], second[2])
        for first, second in zip(days, days[1:])
        if re.fullmatch(
            r"\s*(?:-|till|t\.?o\.?m\.?|till och med|och med)\s*", text[first[2] : second[1]], re.IGNORECASE
        )
        and first[0] <= second[0]
    }
    last = {}
    for word in _LAST_DAY.finditer(text):
        after = [day for day in days if 0 <= day[1] - word.end() <= 60]
        if after:
            last.setdefault(after[0][0], (word.start(), after[0][2]))
    found = []
    if len(ranges) == 1:
        (first_day, last_day), place = next(iter(ranges.items()))
        found.append(Found("start", first_day.isoformat(), _around(text, *place)))
        last.setdefault(last_day, place)
    if len(last) == 1:
        day, place = next(iter(last.items()))
        found.append(Found("answer_by", day.isoformat(), _around(text, *place)))
    return found


def _day(match: re.Match, received: date) -> Optional[date]:
    if match["iso"]:
        return _date(*map(int, match["iso"].split("-")))
    if match["slash"]:
        numbers = [int(number) for number in re.findall(r"\d+", match["slash"])]
        return (
            _date(numbers[2], numbers[1], numbers[0])
            if len(numbers) == 3
            else _coming(numbers[1], numbers[0], received)
        )
    month = next(order for order, name in enumerate(_MONTHS, 1) if name.startswith(match["month"].lower().rstrip(".")))
    day = int(match["day"])
    return _date(int(match["year"]), month, day) if match["year"] else _coming(month, day, received)


def _coming(month: int, day: int, received: date) -> Optional[date]:
    """A day without a year: of the year that the letter came, or of the next when it is long past by then."""
    this = _date(received.year, month, day)
    if this is None or (received - this).days <= 180:
        return this
    return _date(received.year + 1, month, day)


def _date(year: int, month: int, day: int) -> Optional[date]:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _around(text: str, start: int, end: int, letters: int = 40) -> str:
    """The words with what stands before and after, on one line."""
    words = " ".join(text[max(0, start - letters) : end + letters].split())
    return ("…" if start > letters else "") + words + ("…" if end + letters < len(text) else "")
