"""The part of a scenario that matters to listed people: which health centres close, and whose doctors change."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np
from qgis.core import QgsProcessingException

from ...adapters.reading import listed
from ...adapters.scenario_tables import Rows, rows_of_scenario
from ...adapters.tables import amount
from ...core.access.capacity import SPECIALIST, TRAINEE
from ...core.scenarios.changes import CAPACITY, CLOSE, OPEN, ORDER, Facility
from ...i18n import tr

REMAINS, CLOSES, CLOSED_BEFORE, NOT_YET = "remains", "closes", "closed", "not_open"
CHANGE_COLUMNS = ("facility_id", "action", "year")


class Change(NamedTuple):
    """A row of the scenario that matters to the listed."""

    facility: str
    action: str
    year: int
    kind: Optional[str]
    value: float


def read_changes(rows: Rows, scenario: str, ids: np.ndarray, account, feedback) -> list[Change]:
    """The scenario's closings, reopenings and changes of doctors; a row that cannot be carried out as written stops the tool."""
    count = len(rows.features)
    chosen = rows_of_scenario(rows, scenario, account, feedback)
    facility, action, kind = (rows.texts(name) for name in ("facility_id", "action", "service"))
    years = rows.years("year", [str(row + 1) for row in range(count)], account, feedback)
    values = [amount(value) for value in rows.column("capacity")]
    doctors = (SPECIALIST, TRAINEE)
    mine = [
        row
        for row in chosen
        if action[row] == CLOSE
        or (action[row] == OPEN and facility[row] in ids)
        or (action[row] == CAPACITY and kind[row] in doctors)
    ]
    bad = [row for row in chosen if action[row] not in ORDER]
    bad += [
        row for row in mine
        if facility[row] not in ids or years[row] is None or (action[row] == CAPACITY and not values[row] >= 0)
    ]  # fmt: skip
    if bad:
        raise QgsProcessingException(
            tr("{n} rows of CHANGES name no known action, no facility of FACILITIES, no year or no capacity: {list}. Correct them first.")
            .format(n=len(bad), list=listed([f"{facility[row]} {action[row]} {years[row]}" for row in bad]))
        )  # fmt: skip
    others = len(chosen) - len(mine)
    if others:
        text = tr("{n} changes are of other kinds and take no part here.")
        account.say(feedback, text.format(n=others), warn=True)
    return [Change(facility[row], action[row], years[row], kind[row], values[row]) for row in mine]


def fates_in(rows: Rows, ids, changes: list[Change], year: int, account, feedback) -> np.ndarray:
    """What each unit does by ``year``: by the register's years, and by the scenario's closings and reopenings."""
    opened, closed = (rows.years(name, ids, account, feedback) for name in ("opened", "closed"))
    facilities = {id: Facility(id, row, opened[row], closed[row]) for row, id in enumerate(ids)}
    for change in sorted(changes, key=lambda change: (change.year, ORDER.index(change.action))):
        facility = facilities[change.facility]
        if change.action == OPEN:
            facility.open_in(change.year)
        elif change.action == CLOSE and not facility.closed_in(change.year):
            facility.closed = change.year
            facility.actions.append(CLOSE)
    fates = np.array([_fate(facility, year) for facility in facilities.values()], object)
    if not (fates == REMAINS).any():
        raise QgsProcessingException(
            tr("No centre remains in {year}: there is nowhere to be listed.").format(year=year)
        )
    return fates


def _fate(facility: Facility, year: int) -> str:
    if facility.closed_in(year):
        return CLOSES if CLOSE in facility.actions else CLOSED_BEFORE
    return REMAINS if facility.stands_in(year) else NOT_YET


def change_capacity(capacity: dict[str, np.ndarray], ids: np.ndarray, changes: list[Change]) -> None:
    for change in sorted(changes, key=lambda change: change.year):
        if change.action == CAPACITY:
            capacity[change.kind][ids == change.facility] = change.value
