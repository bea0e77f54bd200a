"""What a municipality's letter says of a plan: stage, dates, reference and place, each with the words that it was read from.

Everything found is a proposal: a person looks at it before it becomes a planremiss.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from .letter_dates import period_of

_REFERENCE = re.compile(
    r"\b(?:diarienummer|diarienr|dnr|d\.nr|ärendenummer|ärendenr|vårt ärende|vår beteckning)\.?\s*[:\s]\s*"
    r"(?P<number>[A-ZÅÄÖ]{0,8}[\s-]?\d{2,4}\s?[-/:.]\s?[\dA-ZÅÄÖ][\w./:-]*)",
    re.IGNORECASE,
)
_PLAN_NAME = re.compile(
    r"\b(?:detaljplan(?:en)?|planprogram(?:met)?|översiktsplan(?:en)?|planförslag(?:et)?|områdesbestämmelser)\s+"
    r"(?:för|avseende|gällande|inom)\s+(?P<name>[^\r\n]{3,160}?)(?=\s*(?:\r|\n|$|[.;(]\s|[.;(]$|\s+(?:är|har|ställs|pågår)\b|\s+(?:samt|och)\s+(?:detaljplan|planprogram)|,?\s+-\s+(?:samråd|granskning)))",
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
    ("program", r"\bplanprogram(?:met)?\b|\bprogramsamråd"),
)  # fmt: skip
#: "Begränsat standardförfarande" is begränsat.
_PROCEDURES = (
    ("begransat", r"\bbegränsat\w*\s*(?:standard|plan)?"),
    ("utokat", r"\butökat\w*\s*(?:plan)?"),
    ("samordnat", r"\bsamordnat\w*\s*(?:plan)?"),
    ("standard", r"(?<!begränsat )\bstandard\w*\s*(?:plan)?"),
)
_KINDS = (
    ("bostadsforsorjning", r"\briktlinjer för bostadsförsörjning"),
    ("fordjupning", r"\bfördjup\w+ (?:av )?översiktsplan"),
    ("tillagg", r"\btillägg till översiktsplan|\btematiskt tillägg"),
    ("oversiktsplan", r"\böversiktsplan"),
    ("vagplan", r"\bvägplan\b"),
    ("jarnvagsplan", r"\bjärnvägsplan\b"),
    ("markanvisning", r"\bmarkanvisning"),
    ("upphavande", r"\bupphävande av (?:del av )?(?:detaljplan|stadsplan|byggnadsplan)"),
    ("andring", r"\bändring av (?:del av )?(?:detaljplan|stadsplan|byggnadsplan)"),
    ("planprogram", r"\bplanprogram"),
    ("planbesked", r"\bplanbesked"),
    ("detaljplan", r"\bdetaljplan"),
)
#: Municipalities that call themselves by another word than their name.
_CALLED = {"Falun": ("Falu",)}
#: What "detaljplanen för …" may go on with that is no name.
_NO_NAME = re.compile(
    r"(?:det\s+)?(?:aktuella\s+)?(?:plan)?(?:området|fastigheten|kvarteret|platsen)|[^\W\d][\w-]+ (?:kommun|stad)",
    re.IGNORECASE,
)
_IN_MUNICIPALITY = re.compile(r",\s+(?:i\s+)?[^\W\d][\w-]+\s+(?:kommun|stad)$", re.IGNORECASE)
#: Letters that speak of samråd or granskning, and ask for no answer about the plan itself.
_NO_STAGE = re.compile(
    r"samrådsredogörelse|granskningsutlåtande|undersökningssamråd|undersökning\w* (?:av|om) betydande|avgränsningssamråd",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:inte|ej|ingen|inget|utan)\b[^.\n]*$", re.IGNORECASE)
#: Kinds that other letters seldom name, in the order of _KINDS before the detail plan.
_SPECIAL = ("fordjupning", "bostadsforsorjning", "vagplan", "jarnvagsplan", "upphavande", "andring")
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
        *_kind(text),
        *_procedure(text),
        *_matched(text, "municipality_reference", _REFERENCE, "number"),
        *_matched(text, "name", _PLAN_NAME, "name"),
        *_period(text, received),
    ]
    return tuple(found)


def plans_named(text: str) -> list[str]:
    """The plans that a letter calls by name, in its order: more than one is more than one case."""
    told = (match["name"] for match in _PLAN_NAME.finditer(_plain(text)[:_MOST_CHARACTERS]))
    named: dict[str, str] = {}
    for name in map(_trimmed, told):
        if not _NO_NAME.fullmatch(name):
            named.setdefault(name.casefold(), name)
    return list(named.values())


def _plain(text: str) -> str:
    """The text without control characters and with one kind of dash and space."""
    text = unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("–", "-").replace("—", "-")
    return "".join(letter for letter in text if letter in "\r\n\t" or unicodedata.category(letter)[0] != "C")


def _municipality(text, sender, municipalities):
    """The municipality that the letter calls its own: by "X kommun", and by the sender's address.

    Where the two name different ones, none is the answer: a copy to a neighbour names the neighbour.
    """
    named = {}
    for code, name in municipalities.items():
        own = "|".join(map(re.escape, (name, name.upper(), *_CALLED.get(name, ()))))
        match = re.search(rf"\b(?:{own})[sS]?\s+(?i:(?:kommun|stad)s?)\b", text)
        if match:
            named[code] = match
    host = sender.rpartition("@")[2].casefold().rstrip(">. ")
    by_host = [code for code, name in municipalities.items() if host.split(".")[0] in (_ascii(name), code)]
    if len(by_host) == 1:
        return [Found("municipality", by_host[0], sender)] if not named or by_host[0] in named else []
    if len(named) == 1:
        ((code, match),) = named.items()
        return [Found("municipality", code, _around(text, match.start(), match.end()))]
    return []


def _ascii(name: str) -> str:
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", name.casefold()))


def _kind(text: str):
    """What it is about: by the subject (the first line), else what "samråd om …" is of, else the only one that is named.

    A letter about a detail plan speaks of the comprehensive plan and of the programme before it.
    """
    subject = text.lstrip().partition("\n")[0]
    asked = re.search(
        r"\b(?:samråd|granskning|planbesked|begäran|förslag till|upprättat)\b[^.\n]*", text, re.IGNORECASE
    )
    for words in (subject, asked[0] if asked else ""):
        found = _first(words, "kind", _KINDS)
        if found:
            return found
    named = [found for one in _KINDS for found in _first(text, "kind", (one,))]
    return named[:1] if (named and named[0].value in _SPECIAL) or len(named) == 1 else []


def _stage(text: str):
    """Samråd or granskning: by the subject (the first line), else by the surest words of the whole letter.

    A samråd letter says when granskning will be, and one of granskning speaks of the samråd that was: words that speak of
    both are no answer.
    """
    subject = text.lstrip().partition("\n")[0]
    if _NO_STAGE.search(subject):
        return []
    named = [
        stage for stage in ("granskning", "samråd") if re.search(rf"\b(?:program)?{stage}", subject, re.IGNORECASE)
    ]
    if len(named) == 1:
        programme = named == ["samråd"] and re.search(r"planprogram|programsamråd", subject, re.IGNORECASE)
        return _first(subject, "stage", (("program" if programme else named[0], rf"\b{named[0]}\w*|programsamråd"),))
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
    said = [(code, re.search(rf"{words}förfarande", text, re.IGNORECASE)) for code, words in _PROCEDURES]
    said = [(code, match) for code, match in said if match and not _NOT.search(text[: match.start()][-60:])]
    if len(said) != 1:
        return []
    code, match = said[0]
    return [Found("procedure", code, _around(text, match.start(), match.end()))]


def _matched(text: str, column: str, pattern: re.Pattern, group: str):
    told = {_trimmed(match[group]): match for match in pattern.finditer(text) if not _NO_NAME.fullmatch(match[group])}
    if len(told) != 1:
        return []
    ((value, match),) = told.items()
    return [Found(column, value, _around(text, match.start(), match.end()))]


def _trimmed(words: str) -> str:
    words = _IN_MUNICIPALITY.sub("", " ".join(words.split()).rstrip(".,;:"))
    return words + "." if words.endswith("m.fl") else words


def _period(text: str, received: date):
    """First day and last day of the time to answer."""
    for column, told in zip(("start", "answer_by"), period_of(text, received)):
        if told:
            yield Found(column, told[0].isoformat(), _around(text, *told[1:]))


def _around(text: str, start: int, end: int, letters: int = 40) -> str:
    """The words with what stands before and after, on one line."""
    words = " ".join(text[max(0, start - letters) : end + letters].split())
    return ("…" if start > letters else "") + words + ("…" if end + letters < len(text) else "")
