"""Care Need Index as bought from SCB: rows of text on one to three scales, read without guessing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

import numpy as np

from ..figures import ADDED, CHANGED, UNCHANGED, Unreadable, decimals_of, read_count, read_number
from .care_need import PER_PERSON, POINTS, RATIO
from .small_numbers import MISSING, OK, SUPPRESSED, is_mark
from .vintage import Codes, read_codes, vintage_name, vintages_of

SCALES = (POINTS, PER_PERSON, RATIO)


class IndexKey(NamedTuple):
    """What one figure of the register's table ``need_index`` is about."""

    level: str
    code: str
    measure: str
    scale: str
    date: str


class IndexFigure(NamedTuple):
    """The figure itself: ``value`` None where ``status`` says that it is hidden or missing."""

    vintage: Optional[str]
    value: Optional[float]
    population: Optional[int]
    status: str
    source: Optional[str]


class CniRow(NamedTuple):
    """One row of the file, its ``place`` from 1: whose it is, value and status by scale, and people (None = not told)."""

    place: int
    code: str
    vintage: Optional[str]
    values: dict[str, Optional[float]]
    statuses: dict[str, str]
    population: Optional[int]
    source: Optional[str]

    @property
    def told(self) -> tuple:
        """What the row says of its code, to be compared with another row's."""
        return tuple(self.values.items()), tuple(self.statuses.items()), self.population, self.source

    @property
    def status(self) -> str:
        """ok where every scale is told, else why one is not."""
        return next((word for word in (SUPPRESSED, MISSING) if word in self.statuses.values()), OK)


def area_codes(texts: Sequence[str], vintage: str) -> tuple[Codes, list[Optional[str]], np.ndarray]:
    """What the codes ``texts`` (n) say; the register's name of ``vintage`` for each; and which are of another one.

    Raises ``VintageError`` where a level has no such vintage.
    """
    codes = read_codes(texts)
    names = {level: vintage_name(level, vintage) for level in set(codes.level) - {None}}
    named = [names.get(level) for level in codes.level]
    other = np.zeros(len(codes.code), bool)
    for level, name in names.items():
        other |= (codes.level == level) & (vintages_of(level, codes, declared=vintage) != name)
    return codes, named, other


def read_row(place: int, texts: Mapping[str, str], steps: Mapping[str, float], vintage: Optional[str] = None) -> CniRow:
    """A row from ``texts``: ``code``, ``population``, ``source`` and the scales that the file has.

    ``steps`` are those of ``steps_of``. ``Unreadable`` names what is wrong: code, number, negative, nothing, nobody, or
    disagrees (points over people are not what stands per person).
    """
    if not texts["code"]:
        raise Unreadable("code")
    scales = [scale for scale in SCALES if scale in texts]
    values = {scale: read_number(texts[scale]) for scale in scales}
    statuses = {scale: _status(texts[scale]) for scale in scales}
    if any(value is not None and value < 0 for value in values.values()):
        raise Unreadable("negative")
    if set(statuses.values()) == {MISSING}:
        raise Unreadable("nothing")
    people = read_count(texts.get("population", ""))
    if people == 0 and any(values.get(scale) is not None for scale in (PER_PERSON, RATIO)):
        raise Unreadable("nobody")
    if people and not _agrees(values.get(POINTS), values.get(PER_PERSON), people, steps):
        raise Unreadable("disagrees")
    return CniRow(place, texts["code"], vintage, values, statuses, people, texts.get("source") or None)


def _status(text: str) -> str:
    return MISSING if not text.strip() else SUPPRESSED if is_mark(text) else OK


def steps_of(columns: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """The last digit's worth of each scale in ``columns`` (texts by scale): 0.0001 where up to four decimals stand."""
    return {
        scale: 10.0 ** -max((decimals_of(text) for text in columns[scale]), default=0)
        for scale in SCALES
        if scale in columns
    }


def _agrees(points: Optional[float], per_person: Optional[float], people: int, steps: Mapping[str, float]) -> bool:
    """Whether both scales say the same, rounded or cut off in their last digit (SCB cuts its points)."""
    if points is None or per_person is None:
        return True
    return abs(points / people - per_person) <= (steps[POINTS] / people + steps[PER_PERSON]) * (1 + 1e-9)


def without_repeated(rows: Sequence[CniRow]) -> tuple[list[CniRow], list[tuple[CniRow, str]]]:
    """Rows one per code, and those left out with the problem: the same told again, or codes told differently."""
    alike: dict[str, list[CniRow]] = defaultdict(list)
    for row in rows:
        alike[row.code].append(row)
    kept, left = [], []
    for same in alike.values():
        differ = any(row.told != same[0].told for row in same)
        kept += [] if differ else same[:1]
        left += [(row, "contradicts" if differ else "repeated") for row in (same if differ else same[1:])]
    return sorted(kept, key=lambda row: row.place), left


def nation_from(rows: Sequence[CniRow], steps: Mapping[str, float]) -> tuple[Optional[float], list[str]]:
    """The nation's points per person that most rows with both scales imply, and the codes that do not fit it; None
    without."""
    both = [row for row in rows if row.values.get(PER_PERSON) and row.values.get(RATIO)]
    if not both:
        return None, []
    per_person, ratio = (np.array([row.values[scale] for row in both]) for scale in (PER_PERSON, RATIO))
    mean = float(np.median(per_person / ratio))
    far = np.abs(per_person - mean * ratio) > steps[PER_PERSON] + mean * steps[RATIO]
    return mean, [row.code for row, out in zip(both, far) if out]


def figures_of(row: CniRow, level: str, date: str) -> list[tuple[IndexKey, IndexFigure]]:
    """The row as figures of the register, one per scale of the file."""
    return [
        (
            IndexKey(level, row.code, "cni", scale, date),
            IndexFigure(row.vintage, value, row.population, row.statuses[scale], row.source),
        )
        for scale, value in row.values.items()
    ]


def fate_of(fates: Sequence[str]) -> str:
    """What became of a row whose figures had ``fates``."""
    return next((fate for fate in (CHANGED, ADDED) if fate in fates), UNCHANGED)
