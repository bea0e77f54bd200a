"""The days that a letter names, and which of them is the day to answer by: the others are told of nothing."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple, Optional

_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
           "december")  # fmt: skip
_MONTH = "|".join((*_MONTHS, *(rf"{name[:3]}\b\.?" for name in _MONTHS), r"sept\b\.?"))
_DATES = re.compile(
    r"(?<![\d/.])(?P<iso>\d{4}([-/.])\d{1,2}\2\d{1,2})(?![\d/])"
    r"|(?<![\d/.:-])(?P<numbers>\d{1,2}/\d{1,2}(?:[-\s/]+\d{4})?|\d{1,2}\.\d{1,2}\.\d{4})(?![\d/])"
    rf"|(?:den\s+)?(?<!\d)(?P<day>\d{{1,2}})(?::[ea])?\s+(?P<month>{_MONTH})(?:,?\s+(?P<year>\d{{4}})(?!\d))?",
    re.IGNORECASE,
)
_LAST_DAY = re.compile(r"\b(senast|t\.?\s?o\.?\s?m\.?|till och med|sista (?:svars)?dag\w*|svar före)\b", re.IGNORECASE)
_FROM = re.compile(r"\bmellan\s+(?:den\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:--?|till|t\.?o\.?m\.?|(?:till\s+)?och\s+med|(?P<and>och))\s*(?:den\s+)?", re.IGNORECASE)
#: What is asked of the one who reads, in the sentence of the date or near before it …
_ASKED = re.compile(
    r"\bsva[rt]|yttrande|yttra |synpunkt|samråd|granskning|remiss|inkom|kommit in|tillhanda|tillgänglig|utställ|ställs\b.{0,20}\but\b|"
    r"sista (?:svars)?dag",
    re.IGNORECASE,
)
#: … and what else a letter gives days for. A date in such words is never the one to answer by.
_OTHER = re.compile(
    r"anmäl|avstämning|enkät|lämnade\b|\bbesked\b|\b(?:kommunen|länsstyrelsen|nämnden|vi) (?:ska|kommer|svarar|återkommer|lämnar)\b|"
    r"\bosa\b|(?<!be)möte|semester|\bledig|stängt|stängd|frånvar|tjänstledig|reviderad|ändrad|uppdaterad|upprättad|daterad|"
    r"genomförandetid|\bantas\b|\bantagen|laga kraft|överklag|besvär|anstånd|beställ|faktura|betala|frågor|giltig|gäller t|öppet\b|öppettid|telefontid|byggstart|"
    r"inflytt|tillträde|förläng|från och med|mätning|inventering|\b\w+ (?:vecka|veckor|dagar|dygn|månader) (?:före|innan|efter|från)",
    re.IGNORECASE,
)  # fmt: skip
#: Characters before a sentence that may tell what its day is for: a time can be of anything, "senast" is asked of somebody.
_NEAR, _FAR = 25, 150
#: The law's own words beside the day to answer by.
_NO_OTHER = re.compile(r"rätt\w*\s+att\s+överklaga\w*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ>])|\n\s*\n|(?<=\d)[ \t]*\n(?=[A-ZÅÄÖ])")
#: The heads of a mail within a mail: everything below is older.
_OLDER = re.compile(
    r"^\s*(?:>|-{2,}\s*(?:Ursprungligt|Original|Vidarebefordrat|Forwarded)|(?:Från|From)\s*:[^\n]*\n(?:[^\n]*\n){0,3}?\s*(?:Skickat|Sent|Datum|Date)\s*:|"
    r"(?:Den|On)\b.{5,80}\b(?:skrev|wrote)\b)",
    re.IGNORECASE | re.MULTILINE,
)  # fmt: skip
#: Nobody is given longer than this to answer; a day further off is a year that was written wrong, or something else.
_LONGEST = timedelta(days=400)


class Named(NamedTuple):
    """A day, where its words stand, and whether its year is told."""

    day: date
    start: int
    end: int
    dated: bool


class Period(NamedTuple):
    """The first day, the day to answer by, and where the words of each stand; None = not told, or told in two ways."""

    start: Optional[tuple[date, int, int]]
    answer_by: Optional[tuple[date, int, int]]


def days_in(text: str, received: date) -> list[Named]:
    """The days named in a text; one that does not exist is passed over, and so is one without a year in an older mail."""
    older = _OLDER.search(text)
    days = []
    for match in _DATES.finditer(text):
        day, dated = _day(match, received)
        if day is not None and (dated or older is None or match.start() < older.start()):
            days.append(Named(day, match.start(), match.end(), dated))
    return days


def period_of(text: str, received: date) -> Period:
    """First day and last day of the time to answer: two days with "till" between, or a day after a word such as senast.

    Only days of sentences that ask for an answer count. A last day before the letter came, or very long after, is not
    believed. Two answers are none.
    """
    days = days_in(text, received)
    subject = text.find("\n") + 1  # it names the stage, whatever the first sentence is of
    last: dict[date, tuple[int, int]] = {}
    firsts: dict[date, set[tuple[date, int, int]]] = {}
    for at, day in enumerate(days):
        before = days[at - 1] if at else None
        first = _first_of(text, before, day)
        if not (first or _is_last(text, before, day)):
            continue
        begins = before.start if first else day.start
        lower = days[at - 2].end if first and at > 1 else before.end if before and not first else 0
        lower = max(lower, subject) if subject <= begins else lower
        upper = days[at + 1].start if at + 1 < len(days) else len(text)
        if not _asks(text, lower, begins, day.end, upper, max(subject, begins - (_NEAR if first else _FAR))):
            continue
        if not received <= day.day <= received + _LONGEST:
            continue
        place = (begins, day.end) if first else (_word_before(text, day), day.end)
        if not first or day.day not in last:  # "senast" says it more plainly
            last[day.day] = place
        if first:
            firsts.setdefault(day.day, set()).add((first, before.start, day.end))
    if len(last) != 1:
        return Period(None, None)
    day, place = next(iter(last.items()))
    begun = {one[0] for one in firsts.get(day, ())}
    start = min(firsts[day]) if len(begun) == 1 else None
    return Period(start, (day, *place))


def _first_of(text: str, before: Optional[Named], day: Named) -> Optional[date]:
    """The first day of a range that ends with ``day``; its year is that of the last where it has none."""
    if before is None:
        return None
    between = _BETWEEN.fullmatch(text[before.end : day.start])
    if not between or (between["and"] and not _FROM.search(text[max(0, before.start - 20) : before.start])):
        return None
    first = before.day
    if not before.dated and day.dated:
        first = _date(day.day.year, first.month, first.day) or first
        if first > day.day:
            first = _date(day.day.year - 1, first.month, first.day) or first
    return first if first <= day.day else None


def _is_last(text: str, before: Optional[Named], day: Named) -> bool:
    return _word_before(text, day, before.end if before else 0) < day.start


def _word_before(text: str, day: Named, lower: int = 0) -> int:
    """Where the word senast or the like stands that is about a day; the day's own place where there is none."""
    words = [word.start() for word in _LAST_DAY.finditer(text, max(lower, day.start - 70), day.start)]
    return words[-1] if words and not _SENTENCE_END.search(text, words[-1], day.start) else day.start


def _asks(text: str, lower: int, start: int, end: int, upper: int, near: int) -> bool:
    """Whether the sentence of a date, or the words from ``near`` on, ask for an answer, and for nothing else."""
    ends = [one.end() for one in _SENTENCE_END.finditer(text, lower, start)]
    after = _SENTENCE_END.search(text, end, upper)
    own = text[ends[-1] if ends else lower : after.start() if after else upper]
    if _OTHER.search(_NO_OTHER.sub("", own)):
        return False
    return bool(_ASKED.search(own) or _ASKED.search(text[near:start]))


def _day(match: re.Match, received: date) -> tuple[Optional[date], bool]:
    """The day of the words, and whether they tell its year."""
    if match["iso"]:
        return _date(*map(int, re.split(r"[-/.]", match["iso"]))), True
    if match["numbers"]:
        numbers = [int(number) for number in re.findall(r"\d+", match["numbers"])]
        if len(numbers) == 3:
            return _date(numbers[2], numbers[1], numbers[0]), True
        return _coming(numbers[1], numbers[0], received), False
    month = next(order for order, name in enumerate(_MONTHS, 1) if name.startswith(match["month"].casefold()[:3]))
    day = int(match["day"])
    if match["year"]:
        return _date(int(match["year"]), month, day), True
    return _coming(month, day, received), False


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
