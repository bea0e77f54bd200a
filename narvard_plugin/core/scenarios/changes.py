"""A scenario's changes, applied to facilities, services and capacity: what stands in a given year.

Within a year the order is open, move, change_role, capacity, services (first remove, then add), close. A facility stands
from the year it opens until the year before it closes; a service is given from its first to its last year, both included.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Optional

OPEN, CLOSE, MOVE, CHANGE_ROLE, CAPACITY = "open", "close", "move", "change_role", "capacity"
ADD_SERVICE, REMOVE_SERVICE = "add_service", "remove_service"
ORDER = (OPEN, MOVE, CHANGE_ROLE, CAPACITY, REMOVE_SERVICE, ADD_SERVICE, CLOSE)

#: A facility's status in the scenario, by the weightiest of what was done to it.
STATUSES = {
    OPEN: "opened",
    MOVE: "moved",
    CHANGE_ROLE: "changed_role",
    REMOVE_SERVICE: "services_changed",
    ADD_SERVICE: "services_changed",
    CAPACITY: "capacity_changed",
}
CLOSED, UNCHANGED = "closed", "unchanged"

#: What a service's capacity is counted in, where that is not called as the service.
COUNTED_IN = {"ambulans": "fordon", "ambulanshelikopter": "fordon"}

#: A facility's columns that a change may set, where it gives a value.
FACILITY_COLUMNS = ("type", "name", "operator", "role", "huvudman", "driftsform", "region", "municipality")
#: What tells one service row of a facility from another of the same service.
SERVICE_COLUMNS = ("care_form", "urgency", "weekdays", "hours")


class Change(NamedTuple):
    """One row of a scenario: its ``number`` in the table from 1; ``values`` holds what it gives of `FACILITY_COLUMNS` and
    `SERVICE_COLUMNS`; ``place`` is (x, y) in the facilities' own system."""

    number: int
    facility: Optional[str]
    action: Optional[str]
    year: Optional[int]
    place: Optional[tuple[float, float]] = None
    service: Optional[str] = None
    capacity: Optional[float] = None
    values: Mapping[str, str] = {}


@dataclass
class Facility:
    """``row`` is its place in the input, None where a change opened it; ``values`` and ``place`` are what changes set."""

    id: str
    row: Optional[int]
    opened: Optional[int] = None
    closed: Optional[int] = None
    place: Optional[tuple[float, float]] = None
    values: dict = field(default_factory=dict)
    actions: list = field(default_factory=list)

    def closed_in(self, year: int) -> bool:
        return self.closed is not None and self.closed <= year

    def stands_in(self, year: int) -> bool:
        return not self.closed_in(year) and (self.opened is None or self.opened <= year)

    def open_in(self, year: int) -> None:
        """Let it stand from ``year``; a closing that is decided for later still holds."""
        self.opened, self.closed = year, None if self.closed_in(year) else self.closed

    @property
    def status(self) -> str:
        if CLOSE in self.actions:
            return CLOSED
        return next((STATUSES[action] for action in STATUSES if action in self.actions), UNCHANGED)


@dataclass
class Service:
    """One row of the services; ``beds`` is set only by a change."""

    facility: str
    service: str
    row: Optional[int] = None
    values: Mapping = field(default_factory=dict)
    first: Optional[int] = None
    last: Optional[int] = None
    beds: Optional[float] = None

    def ended_before(self, year: int) -> bool:
        return self.last is not None and self.last < year

    def given_in(self, year: int) -> bool:
        return not self.ended_before(year) and (self.first is None or self.first <= year)


@dataclass
class Capacity:
    """One row of the capacity; ``value`` is set only by a change, of the year ``since``."""

    facility: str
    kind: str
    row: Optional[int] = None
    value: Optional[float] = None
    since: Optional[int] = None


@dataclass
class Register:
    """What the changes are applied to. ``services`` and ``capacity`` are None where nothing is known of them.

    ``kinds``: the words that capacity is counted in. ``forms``: {service: values that it always has}, for added services.
    """

    facilities: dict[str, Facility]
    services: Optional[list[Service]] = None
    capacity: Optional[list[Capacity]] = None
    kinds: frozenset = frozenset()
    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class Note(NamedTuple):
    """Why a change did nothing, or not all that it says."""

    change: Change
    reason: str


class Outcome(NamedTuple):
    """The register in the year, in its own order: what stands, and the ids of what does not. ``later``: changes of years
    after it. ``orphans``: facility ids of service and capacity rows that belong to no facility."""

    facilities: list[Facility]
    services: Optional[list[Service]]
    capacity: Optional[list[Capacity]]
    gone: list[Facility]
    not_yet: list[str]
    notes: list[Note]
    later: int
    orphans: list[str]


class ChangesRefused(ValueError):
    """Changes that cannot be carried out as they are written; ``faults`` says which and why."""

    def __init__(self, faults: Sequence[Note]):
        super().__init__("; ".join(f"{fault.change.number}: {fault.reason}" for fault in faults))
        self.faults = list(faults)


#: Reasons that stop everything: the scenario says something else than what could be computed.
FAULTS = (
    "no_facility", "no_year", "unknown_action", "unknown_facility", "stands_already", "no_place", "no_type", "no_service",
    "no_capacity", "unknown_capacity", "several_services", "contradicts",
)  # fmt: skip
#: Reasons that are told: the change has no effect, or only part of one.
NOTES = (
    "closed_already", "service_not_there", "service_there_already", "no_services_given", "no_capacity_given", "reopened",
    "type_unknown", "hours_unknown", "kind_is_new", "not_used",
)  # fmt: skip


def apply_changes(register: Register, changes: Sequence[Change], year: int) -> Outcome:
    """The ``register`` as it stands in ``year`` after the changes up to and including it. Changes ``register``.

    Raises `ChangesRefused` with every fault there is. Source: the contract's order within a year.
    """
    faults = [Note(change, reason) for change in changes if (reason := _fault_in(change))]
    wanted = [change for change in changes if change.year is not None and change.year <= year]
    faults += _contradictions(wanted)
    notes: list[Note] = []
    notes += [Note(change, "not_used") for change in wanted if _names_unused(change)]
    for change in sorted((c for c in wanted if c.action in ORDER), key=lambda c: (c.year, ORDER.index(c.action))):
        for reason in _ACTIONS[change.action](register, change) if not _fault_in(change) else ():
            (faults if reason in FAULTS else notes).append(Note(change, reason))
    if faults:
        raise ChangesRefused(sorted(faults, key=lambda fault: fault.change.number))
    return _outcome(register, year, notes, len(changes) - len(wanted))


def _outcome(register: Register, year: int, notes: list[Note], later: int) -> Outcome:
    facilities = register.facilities
    standing = {id: facility for id, facility in facilities.items() if facility.stands_in(year)}
    gone = [facility for facility in facilities.values() if facility.closed_in(year)]
    not_yet = [id for id, facility in facilities.items() if id not in standing and not facility.closed_in(year)]
    services, capacity = register.services, register.capacity
    orphans = {row.facility for row in [*(services or ()), *(capacity or ())] if row.facility not in facilities}
    return Outcome(
        list(standing.values()),
        None if services is None else [s for s in services if s.facility in standing and s.given_in(year)],
        None if capacity is None else [c for c in capacity if c.facility in standing],
        gone,
        not_yet,
        notes,
        later,
        sorted(orphans),
    )


def _fault_in(change: Change) -> str:
    """What is wrong with a row by itself."""
    if not change.facility:
        return "no_facility"
    if change.action not in ORDER:
        return "unknown_action"
    if change.year is None:
        return "no_year"
    if change.action in (OPEN, MOVE) and change.place is None:
        return "no_place"
    if change.action in (ADD_SERVICE, REMOVE_SERVICE) and not change.service:
        return "no_service"
    if change.action == CHANGE_ROLE and not any(change.values.get(name) for name in FACILITY_COLUMNS):
        return "no_type"
    if change.action == CAPACITY and not (change.service and change.capacity is not None):
        return "no_capacity"
    if change.capacity is not None and not change.capacity >= 0:
        return "no_capacity"
    return ""


def _names_unused(change: Change) -> bool:
    """Whether a row says something of services that its action leaves as it is."""
    return change.action in (OPEN, MOVE, CHANGE_ROLE, CLOSE) and bool(change.service or change.capacity is not None)


def _contradictions(changes: Sequence[Change]) -> list[Note]:
    """Rows that want another thing of the same facility in the same year than an earlier row does."""
    first: dict[tuple, Change] = {}
    found = []
    for change in changes:
        if change.action in (MOVE, CHANGE_ROLE, CAPACITY):
            which = [change.values.get(name) for name in SERVICE_COLUMNS] if change.action == CAPACITY else []
            subject = (change.facility, change.action, change.year, change.service, *which)
            if first.setdefault(subject, change)._replace(number=0) != change._replace(number=0):
                found.append(Note(change, "contradicts"))
    return found


def _open(register: Register, change: Change):
    known = register.facilities.get(change.facility)
    if known is not None and known.stands_in(change.year):
        yield "stands_already"
        return
    if known is not None:
        yield "reopened"
    facility = known or Facility(change.facility, None)
    register.facilities[facility.id] = facility
    facility.open_in(change.year)
    facility.actions = [action for action in facility.actions if action != CLOSE]
    _set(facility, change)
    if known is None and not change.values.get("type"):
        yield "type_unknown"


def _move(register: Register, change: Change):
    yield from _on_standing(register, change, lambda facility: _set(facility, change))


def _change_role(register: Register, change: Change):
    def changed(facility):
        if change.values.get("type") and "role" not in change.values:
            facility.values["role"] = None  # the old role described another type
        _set(facility, change)

    yield from _on_standing(register, change, changed)


def _close(register: Register, change: Change):
    def closed(facility):
        facility.closed = change.year
        facility.actions.append(CLOSE)

    yield from _on_standing(register, change, closed)


def _set(facility: Facility, change: Change) -> None:
    facility.values.update({name: value for name, value in change.values.items() if name in FACILITY_COLUMNS and value})
    facility.place = change.place or facility.place
    facility.actions.append(change.action)


def _on_standing(register: Register, change: Change, act):
    """Do ``act`` to the change's facility. One that has yet to open is changed too: it opens as changed."""
    facility = register.facilities.get(change.facility)
    if facility is None:
        yield "unknown_facility"
    elif facility.closed_in(change.year):
        yield "closed_already"
    else:
        act(facility)


def _capacity(register: Register, change: Change):
    yield from _on_standing(register, change, lambda facility: facility.actions.append(CAPACITY))
    facility = register.facilities.get(change.facility)
    if facility is None or facility.closed_in(change.year):
        return
    kind = COUNTED_IN.get(change.service, change.service)
    has = any((row.facility, row.kind) == (facility.id, kind) for row in register.capacity or ())
    services = [s for s in _services(register, change) if not s.ended_before(change.year)]
    if has or (kind in register.kinds and register.capacity is not None):
        _set_capacity(register.capacity, facility.id, kind, change)
        if not has:
            yield "kind_is_new"
    elif kind in register.kinds or register.services is None:
        yield "no_capacity_given"
    elif len(services) > 1:
        yield "several_services"
    elif services:
        services[0].beds = change.capacity
    else:
        yield "unknown_capacity"


def _set_capacity(capacity: list[Capacity], facility: str, kind: str, change: Change) -> None:
    """The change's number in place of what the ``facility`` had of the ``kind``."""
    old = [row for row in capacity if (row.facility, row.kind) == (facility, kind)]
    capacity[:] = [row for row in capacity if (row.facility, row.kind) != (facility, kind)]
    capacity.append(Capacity(facility, kind, old[-1].row if old else None, change.capacity, change.year))


def _services(register: Register, change: Change, exactly: bool = False) -> list[Service]:
    """The service rows that the change speaks of; care form, urgency and times narrow it down where they are given."""
    wanted = {name: change.values.get(name) for name in SERVICE_COLUMNS}
    return [
        row
        for row in register.services or ()
        if (row.facility, row.service) == (change.facility, change.service)
        and all(row.values.get(name) == value for name, value in wanted.items() if exactly or value)
    ]


def _remove_service(register: Register, change: Change):
    yield from _on_standing(register, change, lambda facility: facility.actions.append(REMOVE_SERVICE))
    if register.services is None:
        yield "no_services_given"
    elif change.facility in register.facilities:
        found = [row for row in _services(register, change) if not row.ended_before(change.year)]
        if not found:
            yield "service_not_there"
        register.services[:] = [row for row in register.services if row not in found]


def _add_service(register: Register, change: Change):
    yield from _on_standing(register, change, lambda facility: facility.actions.append(ADD_SERVICE))
    facility = register.facilities.get(change.facility)
    if facility is None or facility.closed_in(change.year):
        return
    if register.services is None:
        yield "no_services_given"
        return
    own = {name: value for name, value in change.values.items() if name in SERVICE_COLUMNS and value}
    change = change._replace(values={**register.forms.get(change.service, {}), **own})
    if any(row.given_in(change.year) for row in _services(register, change, exactly=True)):
        yield "service_there_already"
        return
    beds = None if change.service in COUNTED_IN else change.capacity
    register.services.append(Service(facility.id, change.service, None, change.values, change.year, None, beds))
    if not change.values.get("hours"):
        yield "hours_unknown"
    kind = COUNTED_IN.get(change.service, change.service)
    if change.capacity is None or kind not in register.kinds:
        return
    if register.capacity is not None:
        _set_capacity(register.capacity, facility.id, kind, change)
    elif beds is None:
        yield "no_capacity_given"


_ACTIONS = {
    OPEN: _open,
    MOVE: _move,
    CHANGE_ROLE: _change_role,
    CAPACITY: _capacity,
    REMOVE_SERVICE: _remove_service,
    ADD_SERVICE: _add_service,
    CLOSE: _close,
}
