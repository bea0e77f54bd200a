"""A scenario answered while people talk: travel to one kind of facility before and after the changes, for every group.

The same steps as the tools Apply a scenario, Nearest facility and Compare scenarios, on arrays that are read once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Optional

import numpy as np

from ..network.limits import Step, no_step
from ..network.network import Network
from ..network.travel import NoFacilityOnRoad, RoadTravel, TravelRules
from .changes import Change, Facility, Outcome, Register, Service, apply_changes
from .compare import AreaSummary, Measure, Trips, by_area, compare, summarise

UNKNOWN = "unknown"  # the group of people whose area has no type
FAR_MINUTES = 30


class Wanted(NamedTuple):
    """Where people travel: to facilities of these ``types``, or to those that have a row for the ``service``."""

    types: frozenset = frozenset()
    service: str = ""


@dataclass(frozen=True, eq=False)
class Known:
    """The register as it is stored, in metres of the network's system.

    ``facilities`` and ``services`` are never changed. ``xy`` (f, 2; NaN = no place) and ``types`` (f text or None) are of the
    facilities' rows. ``forms``: {service: values that it always has}.
    """

    facilities: Mapping[str, Facility]
    xy: np.ndarray
    types: Sequence[Optional[str]]
    names: Sequence[str]
    services: Sequence[Service] = ()
    kinds: frozenset = frozenset()
    forms: Mapping[str, Mapping[str, str]] = None

    def register(self) -> Register:
        """A copy for changes to be applied to. Capacity takes no part in travel."""
        facilities = {
            id: replace(facility, values=dict(facility.values), actions=list(facility.actions))
            for id, facility in self.facilities.items()
        }
        services = [replace(service, values=dict(service.values)) for service in self.services]
        return Register(facilities, services, [], self.kinds, self.forms or {})

    def outcome(self, changes: Sequence[Change], year: int) -> Outcome:
        """The register in ``year``. Raises `ChangesRefused` as `apply_changes` does."""
        return apply_changes(self.register(), changes, year)

    def place(self, facility: Facility) -> Optional[tuple[float, float]]:
        """Where it stands; None without a place."""
        if facility.place is not None:
            return facility.place
        if facility.row is None or not np.isfinite(self.xy[facility.row]).all():
            return None
        return float(self.xy[facility.row, 0]), float(self.xy[facility.row, 1])

    def type_of(self, facility: Facility) -> Optional[str]:
        own = None if facility.row is None else self.types[facility.row]
        return facility.values.get("type", own)

    def concerns(self, facility: str, wanted: Wanted) -> bool:
        """Whether the register's facility with this id is among those that are ``wanted``, in any year."""
        if wanted.service:
            return any(one.facility == facility and one.service == wanted.service for one in self.services)
        return self.type_of(self.facilities[facility]) in wanted.types

    def name_of(self, facility: Facility) -> str:
        own = "" if facility.row is None else self.names[facility.row]
        return facility.values.get("name") or own or facility.id


class Places(NamedTuple):
    """Facilities that can be travelled to: ``ids`` in order, which settles ties, and ``xy`` (f, 2); and those ``without`` a place."""

    ids: list
    xy: np.ndarray
    without: list


class People(NamedTuple):
    """Points (n) with ``xy`` (n, 2) and ``number`` of people; ``area`` (n: 0 … a − 1, −1 = none) of ``kinds`` (a text)."""

    xy: np.ndarray
    number: np.ndarray
    area: np.ndarray
    kinds: np.ndarray

    def groups(self) -> np.ndarray:
        """The kind of each point's area (n)."""
        named = [UNKNOWN if kind in (None, "") else str(kind) for kind in self.kinds]
        return np.array([*named, UNKNOWN], object)[self.area]  # −1 is the last


class Group(NamedTuple):
    """One group's ``measures`` by name, and how many people have farther than `FAR_MINUTES` before and after."""

    name: str
    measures: Mapping[str, Measure]
    far_before: float
    far_after: float


class Answer(NamedTuple):
    """Of everybody and of each kind of area; per area; the minutes of each point ``before`` and ``after`` (NaN = no reach);
    what stands before and after, and the register's ``outcome`` with the changes."""

    everybody: Group
    groups: list[Group]
    areas: AreaSummary
    before: np.ndarray
    after: np.ndarray
    places_before: Places
    places_after: Places
    outcome: Outcome


def standing(known: Known, outcome: Outcome, wanted: Wanted) -> Places:
    """The facilities of an ``outcome`` that are ``wanted``."""
    offers = {service.facility for service in outcome.services or () if service.service == wanted.service}
    ids, xy, without = [], [], []
    for facility in sorted(outcome.facilities, key=lambda facility: facility.id):
        if wanted.service and facility.id not in offers:
            continue
        if not wanted.service and known.type_of(facility) not in wanted.types:
            continue
        place = known.place(facility)
        if place is None:
            without.append(facility.id)
        else:
            ids.append(facility.id)
            xy.append(place)
    return Places(ids, np.array(xy, float).reshape(-1, 2), without)


def minutes_to(
    network: Network, rules: TravelRules, places: Places, people: People, step: Step = no_step
) -> np.ndarray:
    """Minutes (n) of every point to the nearest of the ``places``; NaN where none is reached."""
    if len(places.ids) == 0:
        return np.full(len(people.xy), np.nan)
    try:
        minutes = RoadTravel(network, rules, places.xy).nearest(people.xy, 1, step).minutes[:, 0]
    except NoFacilityOnRoad:
        return np.full(len(people.xy), np.nan)
    return np.where(np.isfinite(minutes), minutes, np.nan)


def answer(
    network: Network,
    rules: TravelRules,
    known: Known,
    people: People,
    changes: Sequence[Change],
    year: int,
    wanted: Wanted,
    step: Step = no_step,
) -> Answer:
    """Travel in ``year`` without and with the ``changes``. Raises `ChangesRefused` where they cannot be made."""
    outcomes = known.outcome([], year), known.outcome(changes, year)
    places = [standing(known, outcome, wanted) for outcome in outcomes]
    minutes = [minutes_to(network, rules, these, people, step) for these in places]
    before, after = (Trips(times) for times in minutes)
    own = people.groups()

    def group(name, number):
        measures = {measure.name: measure for measure in summarise(before, after, number, number)}
        far = [float(number[~(times <= FAR_MINUTES)].sum()) for times in minutes]
        return Group(name, measures, *far)

    groups = [group(name, people.number * (own == name)) for name in sorted(set(own))]
    areas = by_area(*minutes, people.number, people.number, people.area, len(people.kinds))
    return Answer(group("all", people.number), groups, areas, *minutes, *places, outcomes[1])


def reach_of_areas(found: Answer, people: People) -> list[str]:
    """What holds for most people of each area: ok, lost, gained, never; nobody where no one lives."""
    reach, inside = compare(found.before, found.after).reach, people.area >= 0
    words = ("ok", "lost", "gained", "never")
    number = np.array(
        [
            np.bincount(people.area[inside], (people.number * (reach == word))[inside], minlength=len(people.kinds))
            for word in words
        ]
    )
    return [words[most] if of.sum() > 0 else "nobody" for most, of in zip(number.argmax(0), number.T)]


def nearest_id(known: Known, outcome: Outcome, wanted: Wanted, xy: tuple[float, float], within: float) -> Optional[str]:
    """The wanted facility nearest to the place ``xy``, at most ``within`` metres away; None without."""
    places = standing(known, outcome, wanted)
    if not places.ids:
        return None
    away = np.hypot(*(places.xy - np.asarray(xy, float)).T)
    nearest = int(away.argmin())
    return places.ids[nearest] if away[nearest] <= within else None
