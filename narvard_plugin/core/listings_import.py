"""Listings (how many of an area's people are listed at each unit) as regions hand them over, with cells hidden in many ways."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, Optional

from .deso.small_numbers import MISSING, OK, SUPPRESSED, is_mark
from .figures import SPACES, Unreadable, read_count

#: The mark of a number that the import itself hides, because it stands for few people.
FEW = "few"
_BELOW = re.compile(r"<(\d+)")
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?")
_SUMS = ("total", "totalt", "summa", "sum", "samtliga", "alla", "all")


class Told(NamedTuple):
    """What a cell tells: a ``number`` of people, or None with its ``status``; ``mark`` is what hides it ("" = nothing)."""

    number: Optional[int]
    status: str
    mark: str


class Key(NamedTuple):
    """Which figure it is: the bare code of an area, the id of a unit, and a day (2024-12-31)."""

    area: str
    unit: str
    day: str


class Row(NamedTuple):
    """One readable cell: its row (``place``, from 1) in the table, what it is about, and what it tells."""

    place: int
    key: Key
    told: Told


class Total(NamedTuple):
    """A unit's listed: the sum of the numbers kept, how many cells are ``hidden`` and the ``most`` people that they can hold
    (inf = nobody knows), and what the register says (``known``, None = nothing) on its ``day``."""

    unit: str
    listed: int
    hidden: int
    most: float
    known: Optional[float]
    day: Optional[str]

    @property
    def difference(self) -> Optional[float]:
        return None if self.known is None else self.listed - self.known

    @property
    def explained(self) -> Optional[bool]:
        """Whether hidden cells can be the whole of the difference."""
        return None if self.known is None else self.listed <= self.known <= self.listed + self.most


def read_cell(text: str, minimum: int, empty_is_zero: bool = False) -> Told:
    """What stands in a cell; a number over 0 and under ``minimum`` is hidden (0 = none is). Raises ``Unreadable``."""
    compact = SPACES.sub("", text)
    if not compact:
        return Told(0, OK, "") if empty_is_zero else Told(None, MISSING, "")
    if is_mark(compact):
        return Told(None, SUPPRESSED, compact.lower())
    number = read_count(compact)
    return Told(None, SUPPRESSED, FEW) if 0 < number < minimum else Told(number, OK, "")


def read_day(text: str) -> str:
    """A day as 2024-12-31, from that or from 20241231. Raises ``Unreadable``."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        raise Unreadable("date")
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError as error:
        raise Unreadable("date") from error


def read_key(area: str, unit: str, day: str) -> Key:
    """What a cell is about. Raises ``Unreadable``, also for a row or column of sums, which would count everyone twice."""
    for name, text in (("area", area), ("unit", unit)):
        if not text:
            raise Unreadable(name)
        if text.strip().lower() in _SUMS:
            raise Unreadable("sum")
    return Key(area, unit, read_day(day))


def without_repeated(rows: Iterable[Row]) -> tuple[list[Row], list[tuple[Row, str]]]:
    """Cells about the same thing: telling the same the first stays, telling different things none does (row, problem)."""
    alike: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        alike[row.key].append(row)
    kept, left = [], []
    for same in alike.values():
        differ = len({row.told for row in same}) > 1
        kept += [] if differ else same[:1]
        left += [(row, "contradicts" if differ else "repeated") for row in (same if differ else same[1:])]
    return kept, left


def marks(rows: Iterable[Row]) -> Counter:
    """How many cells each mark hides."""
    return Counter(row.told.mark for row in rows if row.told.mark)


def most_behind(mark: str, minimum: int) -> float:
    """The most people that a hidden cell can stand for; inf where its mark says nothing of it."""
    if mark == FEW:
        return minimum - 1
    below = _BELOW.fullmatch(mark)
    return int(below[1]) - 1 if below else math.inf


def totals(rows: Sequence[Row], known: dict[str, tuple[float, str]], minimum: int) -> list[Total]:
    """Each unit's listed on the newest day of ``rows``, beside what the register says (unit: number, day), by unit."""
    newest = max((row.key.day for row in rows), default="")
    by_unit: dict[str, list[Told]] = defaultdict(list)
    for row in rows:
        if row.key.day == newest:
            by_unit[row.key.unit].append(row.told)
    found = []
    for unit in sorted(by_unit):
        told = by_unit[unit]
        unknown = [cell for cell in told if cell.number is None]
        most = sum(most_behind(cell.mark, minimum) for cell in unknown)
        number, day = known.get(unit, (None, None))
        found.append(Total(unit, sum(cell.number or 0 for cell in told), len(unknown), float(most), number, day))
    return found
