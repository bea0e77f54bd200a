"""The rows of a scenario as one edits them on a map: each edit gives the rows that then stand.

An edit of what the scenario itself has opened changes that row; a second move or role in the same year takes the place of the
first, for two would contradict each other.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, Optional

from .changes import ADD_SERVICE, CHANGE_ROLE, CLOSE, MOVE, OPEN, REMOVE_SERVICE

Row = Mapping[str, object]


class NewFacility(NamedTuple):
    """What is opened: ``type`` and ``name``, the ``region`` whose it is, and the ``service`` it gives ("" = none named)."""

    type: str
    name: str
    region: str = ""
    service: str = ""


class Sign(NamedTuple):
    """What a map shows of one facility: the ``action``, where it stands, and for a move where it stood."""

    facility: str
    action: str
    place: tuple[float, float]
    before: Optional[tuple[float, float]] = None


def mostly_about(rows: Sequence[Row], types: Mapping[str, str]) -> Optional[tuple[str, str]]:
    """What a scenario changes travel to, as ("service", name) or ("type", name): its first lost service, else the type of
    the first facility that opens, closes, moves or changes role; None where it says neither.

    ``types``: of the register's facilities, by id.
    """
    for row in rows:
        if row.get("action") == REMOVE_SERVICE and row.get("service"):
            return "service", str(row["service"])
    for row in rows:
        kind = types.get(str(row.get("facility_id"))) or row.get("type")
        if row.get("action") in (OPEN, CLOSE, MOVE, CHANGE_ROLE) and kind:
            return "type", str(kind)
    return None


def new_id(kind: str, region: str, taken: Collection[str]) -> str:
    """An id that is not ``taken``, in the manner of the register."""
    start = "-".join(filter(None, (region, kind, "ny")))
    number = 1
    while f"{start}{number}" in taken:
        number += 1
    return f"{start}{number}"


def opened(rows: Sequence[Row], facility: str, year: int, place: tuple[float, float], new: NewFacility) -> list[Row]:
    """A new ``facility`` at ``place``, with its service as a row of its own."""
    told = {"type": new.type, "name": new.name, "region": new.region}
    row = {"facility_id": facility, "action": OPEN, "year": year, **_xy(place), **_given(told)}
    service = {"facility_id": facility, "action": ADD_SERVICE, "year": year, "service": new.service}
    return [*rows, row, *([service] if new.service else [])]


def moved(rows: Sequence[Row], facility: str, year: int, place: tuple[float, float]) -> list[Row]:
    at = _opening(rows, facility, year)
    if at is None:
        at = _same(rows, facility, MOVE, year)
    if at is not None:
        return _replaced(rows, at, _xy(place))
    return [*rows, {"facility_id": facility, "action": MOVE, "year": year, **_xy(place)}]


def closed(rows: Sequence[Row], facility: str, year: int) -> list[Row]:
    """Closed from ``year``; what the scenario itself opened is taken out again."""
    if _opening(rows, facility, None) is not None:
        return [row for row in rows if row.get("facility_id") != facility]
    if _same(rows, facility, CLOSE, None) is not None:
        return list(rows)
    return [*rows, {"facility_id": facility, "action": CLOSE, "year": year}]


def changed_role(rows: Sequence[Row], facility: str, year: int, kind: str = "", role: str = "") -> list[Row]:
    told = _given({"type": kind, "role": role})
    at = _opening(rows, facility, year)
    if at is None:
        at = _same(rows, facility, CHANGE_ROLE, year)
    if at is not None:
        return _replaced(rows, at, told)
    return [*rows, {"facility_id": facility, "action": CHANGE_ROLE, "year": year, **told}]


def changed_service(rows: Sequence[Row], facility: str, year: int, service: str, gives: bool) -> list[Row]:
    """The facility gets the ``service``, or loses it where it no longer ``gives`` it."""
    action = ADD_SERVICE if gives else REMOVE_SERVICE
    return [*rows, {"facility_id": facility, "action": action, "year": year, "service": service}]


def signs(rows: Sequence[Row], year: int, places: Mapping[str, tuple[float, float]]) -> list[Sign]:
    """One sign per facility that the scenario has changed by ``year``: the weightiest of what was done.

    ``places``: where the register's facilities stand; one without a place gets no sign.
    """
    made: dict[str, Sign] = {}
    weight = (CLOSE, OPEN, MOVE, CHANGE_ROLE, REMOVE_SERVICE, ADD_SERVICE)
    for row in rows:
        facility, action = str(row.get("facility_id")), str(row.get("action"))
        if not isinstance(row.get("year"), int) or row["year"] > year or action not in weight:
            continue
        before = made[facility].place if facility in made else places.get(facility)
        place = (float(row["x"]), float(row["y"])) if action in (OPEN, MOVE) and row.get("x") is not None else before
        stood = places.get(facility) if action == MOVE else None
        sign = Sign(facility, action, place, stood)
        earlier = made.get(facility)
        if earlier is None or weight.index(action) <= weight.index(earlier.action):
            made[facility] = sign
        else:
            made[facility] = earlier._replace(place=place)
    return [sign for sign in made.values() if sign.place is not None]  # a later row may have told where it stands


def _opening(rows: Sequence[Row], facility: str, year: Optional[int]) -> Optional[int]:
    """The row that opens the facility, in ``year`` where one is given."""
    return _same(rows, facility, OPEN, year)


def _same(rows: Sequence[Row], facility: str, action: str, year: Optional[int]) -> Optional[int]:
    for at, row in enumerate(rows):
        if (row.get("facility_id"), row.get("action")) == (facility, action) and year in (None, row.get("year")):
            return at
    return None


def _replaced(rows: Sequence[Row], at: int, told: Row) -> list[Row]:
    return [{**row, **told} if number == at else row for number, row in enumerate(rows)]


def _xy(place: tuple[float, float]) -> dict:
    return {"x": round(float(place[0]), 1), "y": round(float(place[1]), 1)}


def _given(told: Row) -> dict:
    return {name: value for name, value in told.items() if value}
