"""Rows of a municipality's or region's own list of plans as cases of the register; what can't be read is told, row by row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Optional

from ..figures import Unreadable, read_count, read_number
from .letter_dates import days_in
from .plan_words import PlanWords, columns_of, status_of
from .rows import one_line

TEXTS = ("name", "designation", "municipality_reference", "region_reference", "purpose", "handler", "national_id")
NO_NAME, NO_MUNICIPALITY, TWICE, A_SUM = "no_name", "no_municipality", "twice", "a_sum"
_RANGE = re.compile(r"\s*(\d[\d\s]*?)\s*(?:-|–|till)\s*(\d[\d\s]*?)\s*")
_ROUGHLY = re.compile(r"^\s*(?:ca\.?|cirka|omkring|~)\s*", re.IGNORECASE)
_UNIT = re.compile(r"\s*(?:st|lgh|lägenheter|bostäder)\.?\s*$", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})[-/.](\d{2})[-/.](\d{2})(?:[ T].*)?|((?:19|20)\d\d)(\d\d)(\d\d)")
_SUM = re.compile(r"(?:summa|totalt?|s:a)\b.*", re.IGNORECASE)
#: Rows that a title and other words may take above the headings.
_MOST_ABOVE = 20
#: For dates without a year, which are passed over.
_ANY_DAY = date(2000, 1, 1)


class Listed(NamedTuple):
    """One row: its number in the file (1 = the first under the headings) and columns of ``plan_cases``."""

    row: int
    case: Mapping[str, object]


class Read(NamedTuple):
    """Cases, rows left out as (number, problem, word), and cells that were not understood: (column, text) -> times."""

    cases: list[Listed]
    rejected: list[tuple[int, str, str]]
    unknown: Counter


def read_list(
    rows: Sequence[Mapping[str, str]],
    words: PlanWords,
    municipality_of: Callable[[str], Optional[str]],
    municipality: str = "",
) -> Read:
    """``rows``: column -> text of the cell. ``municipality`` (code) is that of rows that tell none.

    A word for stage, kind or procedure that is not known leaves the column unset; a stage is kept as it was written too.
    """
    read = Read([], [], Counter())
    seen: set[tuple] = set()
    for number, told in enumerate(rows, 1):
        told = {column: one_line(text) for column, text in told.items()}
        if not any(told.values()):
            continue
        code = municipality_of(told["municipality"]) if told.get("municipality") else municipality
        name = told.get("name") or told.get("designation")
        if name and _SUM.fullmatch(name) and not (told.get("municipality_reference") or told.get("status")):
            read.rejected.append((number, A_SUM, name))
        elif not name:
            read.rejected.append((number, NO_NAME, ""))
        elif not code:
            read.rejected.append((number, NO_MUNICIPALITY, told.get("municipality", "")))
        else:
            case = _case({**told, "name": name}, code, words, read.unknown)
            key = (code, (case.get("designation") or name).casefold())
            if key in seen:
                read.rejected.append((number, TWICE, name))
                continue
            seen.add(key)
            read.cases.append(Listed(number, case))
    return read


def _case(told: Mapping[str, str], municipality: str, words: PlanWords, unknown: Counter) -> dict:
    case: dict = {column: told[column] for column in TEXTS if told.get(column)}
    case["municipality"] = municipality
    if told.get("status"):
        case["source_status"] = status_of(told["status"], words) or told["status"]
        case["status"] = _known("status", status_of(told["status"], words), told, unknown)
    for column, vocabulary in (("kind", words.kinds), ("procedure", words.procedures)):
        if told.get(column):
            case[column] = _known(column, vocabulary.find(told[column]), told, unknown)
    if told.get("status_date"):
        case["status_date"] = _known("status_date", day_in(told["status_date"]), told, unknown)
    if told.get("url", "").startswith(("https://", "http://")):
        case["source_url"] = told["url"]
    case.update(_dwellings(told, unknown))
    for column, read in (("care_area_m2", read_number), ("implementation_months", read_count)):
        if told.get(column):
            case[column] = _known(column, _number(read, told[column]), told, unknown)
    return {column: value for column, value in case.items() if value is not None}


def _dwellings(told: Mapping[str, str], unknown: Counter) -> dict:
    """Fewest and most dwellings: of two columns, or of one that says ``120`` or ``120–150``."""
    found: dict = {}
    if told.get("dwellings"):
        text = _UNIT.sub("", _ROUGHLY.sub("", told["dwellings"]))
        ends = _RANGE.fullmatch(text)
        low, high = (_number(read_count, end) for end in (ends.groups() if ends else (text, text)))
        if low is None or high is None or low > high:
            _known("dwellings", None, told, unknown)
        else:
            found = {"dwellings_min": low, "dwellings_max": high}
    for column in ("dwellings_min", "dwellings_max"):
        if told.get(column):
            found[column] = _known(column, _number(read_count, told[column]), told, unknown)
    low, high = found.get("dwellings_min"), found.get("dwellings_max")
    if low is not None and high is not None and low > high:
        unknown[("dwellings", f"{low} > {high}")] += 1
        return {}
    return found


def day_in(text: str) -> Optional[str]:
    """The ISO day of ``2026-01-05``, one with a time of day after it, ``20260105`` or ``5 januari 2026``; None for anything else."""
    text = text.strip()
    match = _DATE.fullmatch(text)
    if match:
        try:
            return date(*(int(number) for number in match.groups() if number)).isoformat()
        except ValueError:
            return None
    named = [one for one in days_in(text, _ANY_DAY) if one.dated and (one.start, one.end) == (0, len(text))]
    return named[0].day.isoformat() if named else None


def headings_at(rows: Sequence[Sequence[str]], words: PlanWords, wanted: Sequence[str] = ()) -> int:
    """Which of the first rows has the headings: the one with all that are ``wanted``, then with most that are known.

    0 unless another has more, and at least two: a title, a date or headings over headings may stand above.
    """

    def known(row: Sequence[str]) -> tuple[bool, int]:
        cells = [one_line(cell) for cell in row]
        return bool(wanted) and set(wanted) <= set(cells), len(columns_of([cell for cell in cells if cell], words))

    told = [known(row) for row in rows[:_MOST_ABOVE]]
    best = max(range(len(told)), key=lambda at: (told[at], -at), default=0)
    return best if told and (told[best][0] or told[best][1] > 1) else 0


def _number(read, text: str):
    try:
        found = read(text)
    except Unreadable:
        return None
    return found if found is None or 0 <= found < 2**31 else None


def _known(column: str, found, told: Mapping[str, str], unknown: Counter):
    if found is None:
        unknown[(column, told[column])] += 1
    return found
