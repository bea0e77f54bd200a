"""How much may be built in a plan: gross floor area per use, with every percentage taken of the area that it is a share of.

Sums only like with like: floor area under ground, per building, and least areas are told beside the sum and never in it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from .provision_values import (
    FLOOR_AREAS,
    FOOTPRINT,
    GROSS_AREA,
    LEAST,
    NO_BASIS,
    OF_PROPERTY,
    OF_USE,
    PER_USE,
    PERCENT,
    UNDER_GROUND,
    Value,
    is_about,
    values,
)
from .uses import is_unknown, letters_of

#: Why a floor area is not in the sum, beside those of `provision_values`.
UNKNOWN_DENOMINATOR, SEVERAL_USES, NO_USE, MANY_PARTS, ONLY_FOOTPRINT, TWO_NUMBERS = (
    "unknown_denominator", "several_uses", "no_use", "many_parts", "only_footprint", "two_numbers",
)  # fmt: skip
_LEAST_SHARE = 0.05  # of the smaller of the two: less than this in common is a border that does not quite fit


@dataclass(frozen=True)
class Ground:
    """Areas in m² that the adapter has measured.

    ``places``: use provision id -> numbers of its places, one for each separate area (an användningsområde); uses that share
    an area (B and C together) share its number.
    ``area``: number of the place -> area (NaN = not drawn). ``own``: property provision id -> its area. ``parts``: property provision id -> in
    how many separate areas it lies. ``shared``: (property provision id, number of the place) -> area of what they have in
    common. ``regulates``: property provision id -> ids of the uses that it says it regulates. ``overlapping``: pairs of
    property provisions that lie on one another.
    """

    places: Mapping[str, Sequence[int]]
    area: Mapping[int, float]
    own: Mapping[str, float] = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)
    shared: Mapping[tuple[str, int], float] = field(default_factory=dict)
    regulates: Mapping[str, Sequence[str]] = field(default_factory=dict)
    overlapping: frozenset[frozenset[str]] = frozenset()


class Right(NamedTuple):
    """So many m² ``gross`` that may be built for ``uses`` (letters)."""

    uses: tuple[str, ...]
    gross: float


class UseArea(NamedTuple):
    """One place of a plan: the letters of its ``uses``, its ``area`` in m² and the ``rights`` on it (none = none told)."""

    place: int
    uses: tuple[str, ...]
    area: float
    rights: tuple[Right, ...] = ()


class Unclear(NamedTuple):
    """A floor area that is not in the sum (``number`` in the provision's own unit), and why."""

    value: Value
    reason: str
    uses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rights:
    """What may be built in a plan. ``under_ground`` is the sum of gross areas under ground, NaN = none told. ``unknown_uses``:
    ids of use provisions whose letter nobody knows, so that any use may be there."""

    places: tuple[UseArea, ...]
    unclear: tuple[Unclear, ...] = ()
    under_ground: float = math.nan
    unknown_uses: tuple[str, ...] = ()

    def area(self, *letters: str) -> float:
        """m² of the places where one of the ``letters`` is allowed, alone or with others; NaN where one is not drawn."""
        return sum(place.area for place in self._with(letters))

    def gross_area(self, *letters: str) -> float:
        """m² gross for one of the ``letters``, alone or with others; NaN where the plan tells none."""
        return _sum(right.gross for place in self.places for right in place.rights if set(right.uses) & set(letters))

    def is_clear(self, *letters: str) -> bool:
        """Whether every floor area for one of the ``letters`` is in the sum, and every place of them has one."""
        untold = any(not place.rights for place in self._with(letters)) or bool(self.unknown_uses)
        return not untold and not any(not one.uses or set(one.uses) & set(letters) for one in self.unclear)

    def shared_with(self, *letters: str) -> tuple[str, ...]:
        """Other uses that are allowed on the same places: they may take all of the floor area."""
        return tuple(sorted({use for place in self._with(letters) for use in place.uses} - set(letters)))

    @property
    def letters(self) -> tuple[str, ...]:
        return tuple(sorted({use for place in self.places for use in place.uses}))

    def _with(self, letters: Sequence[str]) -> list[UseArea]:
        return [place for place in self.places if set(place.uses) & set(letters)]


def building_rights(provisions: pd.DataFrame, ground: Ground) -> Rights:
    """Gross floor area and area per place of use (provisions as in `provision_values.values`).

    A share of the property within the use's area is of the place's area; one within the property provision's area is of what
    the two have in common (a use on kvartersmark is property throughout). Per property and per building need numbers that a
    plan does not tell, and are unclear.
    """
    letters = _letters(provisions, ground)
    uses = _uses_of_places(letters, ground)
    rights: dict[int, list[tuple[Value, Right]]] = {place: [] for place in uses}
    unclear, under_ground = [], []
    for value in values(provisions):
        if not _is_floor_area(value):
            continue
        places = [place for place in _places(value.provision_id, ground) if place in uses]
        named = _named(value.provision_id, letters, ground)
        reason = _why_not(value, places, ground)
        if reason:
            unclear.append(Unclear(value, reason, named or tuple(sorted({use for p in places for use in uses[p]}))))
        elif value.meaning.quantity == UNDER_GROUND:
            under_ground.append(value.number)
        elif value.meaning.bound != LEAST:
            for place in places:
                right = Right(named or uses[place], _square_metres(value, place, ground))
                rights[place].append((value, right))
    told = []
    for place in sorted(uses):
        kept, doubtful = _added_up(rights[place], ground)
        unclear += doubtful
        told.append(UseArea(place, uses[place], ground.area[place], kept))
    unknown = tuple(str(row["provision_id"]) for row in provisions.to_dict("records") if is_unknown(row))
    return Rights(tuple(told), tuple(unclear), _sum(under_ground), unknown)


def _letters(provisions: pd.DataFrame, ground: Ground) -> dict[str, tuple[str, ...]]:
    """The letters of every use; public places and water have none, and are no places of building rights."""
    found = {}
    for row in provisions.to_dict("records"):
        letters = letters_of(row)
        if letters and str(row["provision_id"]) in ground.places:
            found[str(row["provision_id"])] = letters
    return found


def _uses_of_places(letters: Mapping[str, Sequence[str]], ground: Ground) -> dict[int, tuple[str, ...]]:
    found: dict[int, set[str]] = {}
    for provision, own in letters.items():
        for place in ground.places[provision]:
            found.setdefault(place, set()).update(own)
    return {place: tuple(sorted(uses)) for place, uses in found.items()}


def _named(provision_id: str, letters: Mapping[str, Sequence[str]], ground: Ground) -> tuple[str, ...]:
    """The letters of the uses that a property provision says it regulates."""
    return tuple(sorted({use for one in ground.regulates.get(provision_id, ()) for use in letters.get(one, ())}))


def _added_up(rights: Sequence[tuple[Value, Right]], ground: Ground) -> tuple[tuple[Right, ...], list[Unclear]]:
    """The rights of one place that may stand beside each other, and those that may not: two limits of one thing are no sum."""
    doubtful = set()
    for at, (value, right) in enumerate(rights):
        for other_at, (other, other_right) in enumerate(rights[:at]):
            whole = {value.meaning.basis, other.meaning.basis} & {PER_USE, OF_USE}
            over = frozenset((value.provision_id, other.provision_id)) in ground.overlapping
            if (whole or over) and set(right.uses) & set(other_right.uses):
                doubtful |= {at, other_at}
    kept = tuple(right for at, (_, right) in enumerate(rights) if at not in doubtful)
    return kept, [Unclear(rights[at][0], TWO_NUMBERS, rights[at][1].uses) for at in sorted(doubtful)]


def _places(provision_id: str, ground: Ground) -> list[int]:
    """The places that a property provision is about: those that it lies on, of the uses that it names where it names any."""
    named = {place for use in ground.regulates.get(provision_id, ()) for place in ground.places.get(use, ())}
    own = ground.own.get(provision_id, 0.0)
    under = {
        place for (provision, place), area in ground.shared.items()
        if provision == provision_id and area > 0 and area >= _LEAST_SHARE * min(own, ground.area[place])
    }  # fmt: skip
    return sorted(named & under or named or under)


def _is_floor_area(value: Value) -> bool:
    if value.meaning is None:
        return is_about(value, FLOOR_AREAS)
    return value.meaning.quantity in (GROSS_AREA, FOOTPRINT, UNDER_GROUND)


def _why_not(value: Value, places: Sequence[int], ground: Ground) -> str:
    """Why the number of a provision is in no sum; blank = it is."""
    meaning = value.meaning
    if value.problem:
        return value.problem
    if meaning.bound == LEAST:
        return ""
    if meaning.quantity == UNDER_GROUND:
        return "" if ground.parts.get(value.provision_id, 1) == 1 else MANY_PARTS
    if meaning.quantity == FOOTPRINT:
        return ONLY_FOOTPRINT
    if not places:
        return NO_USE
    if meaning.unit == PERCENT:
        return "" if meaning.basis in (OF_USE, OF_PROPERTY) else UNKNOWN_DENOMINATOR
    if meaning.basis == PER_USE:
        # Of a provision that is not drawn nobody knows in which of a use's separate areas it holds.
        drawn = value.provision_id in ground.own
        return MANY_PARTS if not drawn and len(places) > 1 else ""
    if meaning.basis != NO_BASIS:
        return UNKNOWN_DENOMINATOR
    if ground.parts.get(value.provision_id, 1) > 1:
        return MANY_PARTS
    return SEVERAL_USES if len(places) > 1 else ""


def _square_metres(value: Value, place: int, ground: Ground) -> float:
    if value.meaning.unit != PERCENT:
        return value.number
    whole = ground.area[place]
    if value.meaning.basis == OF_PROPERTY:
        whole = ground.shared.get((value.provision_id, place), 0.0)
    return value.number / 100 * whole


def _sum(numbers) -> float:
    numbers = list(numbers)
    return math.fsum(numbers) if numbers else math.nan
