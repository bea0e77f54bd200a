"""What changed between two versions of a plan: which provisions came, went, moved or say something else.

A provision is the same in both versions where its national identity is, else where the catalogue's reference is and the two
cover each other enough (intersection over union). Geometry is measured by the adapter; here stand the rules.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd

from .provision_values import HEIGHT, PERCENT, SQUARE_METRES, Value, known_code, numbers_told, values
from .uses import letters_of

ADDED, REMOVED, MOVED, VALUE, WORDING, AREA = "added", "removed", "moved", "value", "wording", "area"
CLASSES = (ADDED, REMOVED, MOVED, VALUE, WORDING, AREA)
BY_IDENTITY, BY_PLACE = "identity", "place"
MONTHS = "mån"
_NUMBERS = re.compile(r"\d+(?:[\s\u00a0]\d{3})*(?:[.,]\d+)?")


class Limits(NamedTuple):
    """What is too small to count: metres of height, m² and width (m) of a strip, share of an area, and the least IoU of a match."""

    height_m: float = 1.0
    area_m2: float = 50.0
    width_m: float = 0.5
    share: float = 0.02
    overlap: float = 0.5


USUAL = Limits()


class Pair(NamedTuple):
    """Row ``before`` and row ``after`` are the same provision, told ``by`` identity or place."""

    before: int
    after: int
    by: str


class Strips(NamedTuple):
    """m² that a provision has gained and lost, when slivers are filtered away."""

    gained: float = 0.0
    lost: float = 0.0


class Change(NamedTuple):
    """One difference. ``row_before`` and ``row_after``: rows of the two versions (None = not there). ``before``, ``after`` and
    ``unit``: its figures (NaN = none); ``significant``: above the limits."""

    change: str
    row_before: Optional[int]
    row_after: Optional[int]
    matched_by: str = ""
    before: float = math.nan
    after: float = math.nan
    unit: str = ""
    significant: bool = True

    @property
    def delta(self) -> float:
        return self.after - self.before


def matched(
    before: pd.DataFrame,
    after: pd.DataFrame,
    shared: np.ndarray,
    area_before: np.ndarray,
    area_after: np.ndarray,
    limits: Limits = USUAL,
) -> list[Pair]:
    """The provisions (n rows and m rows) that are the same ones, in order of ``before``.

    ``shared`` (n, m), ``area_before`` (n) and ``area_after`` (m) in m². An identity that is told of something else (another
    provision of the catalogue) is no match: a lost use must not look like a changed one.
    """  # fmt: skip
    rows_a, rows_b = before.to_dict("records"), after.to_dict("records")
    pairs = _by_identity(rows_a, rows_b)
    left_a = set(range(len(rows_a))) - {pair.before for pair in pairs}
    left_b = set(range(len(rows_b))) - {pair.after for pair in pairs}
    overlap = iou(shared, area_before, area_after)
    candidates = [
        (-overlap[a, b], _text(rows_a[a], "values_json") != _text(rows_b[b], "values_json"),
         _text(rows_a[a], "wording") != _text(rows_b[b], "wording"),
         tuple(sorted((_content(rows_a[a]), _content(rows_b[b])))), a, b)
        for a, b in np.argwhere(overlap >= limits.overlap).tolist()
        if a in left_a and b in left_b and _same_provision(rows_a[a], rows_b[b])
    ]  # fmt: skip
    for *_, a, b in sorted(candidates):
        if a in left_a and b in left_b:
            pairs.append(Pair(a, b, BY_PLACE))
            left_a.discard(a)
            left_b.discard(b)
    return sorted(pairs)


def iou(shared: np.ndarray, area_before: np.ndarray, area_after: np.ndarray) -> np.ndarray:
    """Intersection over union (n, m), 0–1; 1 where neither lies anywhere: they are in the same place, which is none."""
    union = area_before[:, None] + area_after[None, :] - shared
    return np.divide(shared, union, out=np.ones(shared.shape), where=union > 0)


def _by_identity(rows_a: Sequence[Mapping], rows_b: Sequence[Mapping]) -> list[Pair]:
    at_a, at_b = _unique_identities(rows_a), _unique_identities(rows_b)
    return [
        Pair(at_a[own], at_b[own], BY_IDENTITY) for own in at_a
        if own in at_b and _may_be_same(rows_a[at_a[own]], rows_b[at_b[own]])
    ]  # fmt: skip


def _unique_identities(rows: Sequence[Mapping]) -> dict[str, int]:
    own = [_text(row, "national_id").lower() for row in rows]
    times = Counter(own)
    return {identity: at for at, identity in enumerate(own) if identity and times[identity] == 1}


def _same_provision(a: Mapping, b: Mapping) -> bool:
    """Whether the two are the same provision of the catalogue; where no reference is known, of the same mark and wording."""
    if _text(a, "kind") != _text(b, "kind"):
        return False
    told = _reference_says(a, b)
    return _template(a) == _template(b) if told is None else told


def _may_be_same(a: Mapping, b: Mapping) -> bool:
    """Whether nothing says that one identity stands for two different provisions."""
    return (
        _text(a, "kind") == _text(b, "kind") and letters_of(a) == letters_of(b) and _reference_says(a, b) is not False
    )


def _reference_says(a: Mapping, b: Mapping) -> Optional[bool]:
    """Whether catalogue ids or codes are the same; None where no two of them can be compared."""
    compared = [
        (_text(a, "catalogue_id").lower(), _text(b, "catalogue_id").lower()),
        (known_code(a.get("code"), _text(a, "wording")), known_code(b.get("code"), _text(b, "wording"))),
    ]
    told = [one == other for one, other in compared if one and other]
    return any(told) if told else None  # a new release gives an old code a new id


def _template(row: Mapping) -> tuple[str, str]:
    """The mark without its number, and the wording without its numbers."""
    mark = re.sub(r"[\d#$]+", "", _text(row, "designation")).strip().casefold()
    return mark, wording_without_numbers(_text(row, "wording"))


def wording_without_numbers(wording: str) -> str:
    """Words that can be compared: a number that changed is a changed value and no changed wording."""
    return _words(_NUMBERS.sub("#", wording))


def _words(wording: str) -> str:
    return " ".join(wording.casefold().split())


def _content(row: Mapping) -> str:
    return json.dumps([_text(row, name) for name in ("national_id", "designation", "wording", "values_json")])


def changes(
    before: pd.DataFrame,
    after: pd.DataFrame,
    pairs: Sequence[Pair],
    strips: Callable[[Pair], Strips],
    area_before: np.ndarray,
    area_after: np.ndarray,
    limits: Limits = USUAL,
) -> list[Change]:
    """Every difference, provisions that went first. ``strips`` measures what a matched provision gained and lost."""  # fmt: skip
    rows_a, rows_b = before.to_dict("records"), after.to_dict("records")
    gone = sorted(set(range(len(rows_a))) - {pair.before for pair in pairs})
    new = sorted(set(range(len(rows_b))) - {pair.after for pair in pairs})
    found = [Change(REMOVED, row, None, before=_square(area_before[row]), unit=SQUARE_METRES) for row in gone]
    found += [Change(ADDED, None, row, after=_square(area_after[row]), unit=SQUARE_METRES) for row in new]
    value_a = {value.provision_id: value for value in values(before)}
    value_b = {value.provision_id: value for value in values(after)}
    for pair in pairs:
        a, b = rows_a[pair.before], rows_b[pair.after]
        one, other = value_a.get(str(a["provision_id"])), value_b.get(str(b["provision_id"]))
        of_value = _of_value(pair, a, b, one, other, limits)
        found += of_value
        # Where the changed number has been told as a value, it is no changed wording as well.
        words = wording_without_numbers if of_value else _words
        if words(_text(a, "wording")) != words(_text(b, "wording")):
            found.append(Change(WORDING, pair.before, pair.after, pair.by))
        found += _of_place(pair, strips(pair), area_before[pair.before], area_after[pair.after], limits)
    return found


def _of_value(pair: Pair, a: Mapping, b: Mapping, one: Optional[Value], other: Optional[Value], limits: Limits) -> list:
    found = []
    months = (_number(a.get("valid_months")), _number(b.get("valid_months")))
    if not _equal(*months):
        found.append(Change(VALUE, *pair, *months, MONTHS))
    numbers = (one.number if one else math.nan, other.number if other else math.nan)
    if _equal(*numbers):
        if _all_told(a) != _all_told(b):  # a text among the values, or a number that is not understood
            shown = (_only_number(a), _only_number(b)) if math.isnan(numbers[0]) else (math.nan, math.nan)
            found.append(Change(VALUE, *pair, *shown))
    else:
        unit = (one or other).meaning.unit if (one or other).meaning else ""
        found.append(Change(VALUE, *pair, *numbers, unit, _is_significant(one, *numbers, limits)))
    return found


def _only_number(row: Mapping) -> float:
    told = {one.number for one in numbers_told(_text(row, "values_json"))}
    return told.pop() if len(told) == 1 else math.nan


def _is_significant(value: Optional[Value], before: float, after: float, limits: Limits) -> bool:
    if value is None or value.meaning is None or math.isnan(before) or math.isnan(after):
        return True
    if value.meaning.quantity == HEIGHT:
        return round(abs(after - before), 6) >= limits.height_m
    if value.meaning.unit in (SQUARE_METRES, PERCENT):
        return share_changed(before, after) >= limits.share
    return True


def share_changed(before: float, after: float) -> float:
    """The change as a share of the greater of the two, so that it is the same in both directions."""
    greater = max(abs(before), abs(after))
    return abs(after - before) / greater if greater > 0 else 0.0


def _of_place(pair: Pair, strips: Strips, before: float, after: float, limits: Limits) -> list:
    if strips.gained <= 0 and strips.lost <= 0:
        return []
    differs = abs(after - before) > limits.area_m2 and share_changed(before, after) >= limits.share
    greater = max(before, after)
    significant = greater <= 0 or max(strips.gained, strips.lost) / greater >= limits.share
    change = AREA if differs else MOVED
    return [Change(change, *pair, _square(before), _square(after), SQUARE_METRES, significant)]


def _all_told(row: Mapping) -> str:
    """Every value that a provision tells, texts as well, in an order of its own."""
    try:
        items = json.loads(_text(row, "values_json") or "[]")
    except ValueError:
        return _text(row, "values_json")
    items = items if isinstance(items, list) else [items]
    told = sorted(one.number for one in numbers_told(_text(row, "values_json")))
    texts = sorted(json.dumps(item, sort_keys=True) for item in items if not numbers_told(json.dumps(item)))
    return json.dumps([told, texts])


def _equal(one: float, other: float) -> bool:
    return (math.isnan(one) and math.isnan(other)) or math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def _square(area: float) -> float:
    return float(area) if area > 0 else math.nan


def _number(value) -> float:
    return math.nan if value is None or value != value else float(value)


def _text(row: Mapping, name: str) -> str:
    value = row.get(name)
    return "" if value is None or value != value else str(value).strip()
