"""Rows of a municipality's or region's own list of plans as cases of the register; what can't be read is told, row by row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Optional

from ..figures import Unreadable, read_count, read_number
from .plan_words import PlanWords, status_of
from .rows import one_line

TEXTS = ("name", "designation", "municipality_reference", "region_reference", "purpose", "handler", "national_id")
NO_NAME, NO_MUNICIPALITY, TWICE = "no_name", "no_municipality", "twice"
_RANGE = re.compile(r"\s*(\d[\d\s]*?)\s*(?:-|–|till)\s*(\d[\d\s]*?)\s*")
_ROUGHLY = re.compile(r"^\s*(?:ca\.?|cirka|omkring|~)\s*", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})[-/.](\d{2})[-/.](\d{2})(?:[ T].*)?")


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
        if not name:
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
        text = _ROUGHLY.sub("", told["dwellings"])
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
    """The ISO day of ``2026-01-05``, ``2026/01/05`` or one with a time of day after it; None for anything else."""
    match = _DATE.fullmatch(text.strip())
    try:
        return date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


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
