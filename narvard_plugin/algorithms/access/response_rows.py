"""The rows of Response coverage's tables: shares per threshold and group, vehicle hours, and one unit more or fewer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from ...adapters.outputs import Column, numbers
from ...core.access.response import HOURS_PER_YEAR, Change, Missions, change, coverage, vehicle_hours, without
from ...core.network.travel import Reached
from ...i18n import tr

ALL, STATION, STATIONS, CANDIDATE = "all", "station", "stations", "candidate"


class Response(NamedTuple):
    """The answer of one run for origins (n) and stations (s): the nearest ``reached`` (two where units are asked about),
    ``fixed`` minutes before driving, ``people`` (n), which origins are ``shown`` (n bool), ``thresholds`` (t), ``missions``
    (None without hospitals; its calls may be None), ``away`` (n) minutes, and ``vehicles`` (s) or None."""

    reached: Reached
    fixed: float
    people: np.ndarray
    shown: np.ndarray
    thresholds: np.ndarray
    missions: Missions | None
    away: np.ndarray
    vehicles: np.ndarray | None

    @property
    def station(self) -> np.ndarray:
        return self.reached.facility[:, 0]

    @property
    def drive(self) -> np.ndarray:
        return self.reached.minutes[:, 0]

    @property
    def minutes(self) -> np.ndarray:
        return self.drive + self.fixed

    @property
    def calls(self) -> np.ndarray | None:
        return None if self.missions is None else self.missions.calls


def summary_columns() -> list[Column]:
    return [
        Column("group_kind", "text", tr("Kind of group")),
        Column("group", "text", tr("Group")),
        Column("threshold", "real", tr("Threshold (min)")),
        Column("population", "real", tr("People")),
        Column("population_within", "real", tr("People within the threshold")),
        Column("share", "real", tr("Share of all people within the threshold")),
        Column("unreachable", "real", tr("People whom no vehicle reaches")),
        Column("mean_minutes", "real", tr("Mean response time (min)")),
        Column("median_minutes", "real", tr("Median response time (min)")),
        Column("p90_minutes", "real", tr("90th percentile of response time (min)")),
        Column("mean_drive_minutes", "real", tr("Mean drive time (min)")),
        Column("calls", "real", tr("Calls per year")),
        Column("calls_unserved", "real", tr("Calls per year that no vehicle completes")),
        Column("mean_mission_minutes", "real", tr("Mean time a vehicle is away (min)")),
        Column("vehicle_hours", "real", tr("Vehicle hours per year")),
        Column("vehicles", "real", tr("Vehicles")),
        Column("capacity_hours", "real", tr("Vehicle hours there are per year")),
        Column("share_away", "real", tr("Share of time the vehicles are away")),
    ]


def unit_columns() -> list[Column]:
    return [
        Column("unit_kind", "text", tr("Unit: station taken away, or candidate added")),
        Column("unit_id", "text", tr("Unit")),
        Column("threshold", "real", tr("Threshold (min)")),
        Column("population_within", "real", tr("People within the threshold afterwards")),
        Column("population_change", "real", tr("Change in people within the threshold")),
        Column("share_change", "real", tr("Change in the share of all people")),
        Column("people_moved", "real", tr("People whose nearest unit becomes another")),
        Column("unreachable_change", "real", tr("Change in people whom no vehicle reaches")),
        Column("mean_minutes_change", "real", tr("Change in mean response time (min)")),
        Column("vehicle_hours_change", "real", tr("Change in vehicle hours per year")),
        Column("calls_unserved_change", "real", tr("Change in calls per year that no vehicle completes")),
    ]


def summary_rows(response: Response, groups: dict[str, np.ndarray], ids: np.ndarray, own: np.ndarray) -> Iterator[list]:
    """Shares of the shown people as a whole and per group, then vehicle hours; ``own`` (s bool) are the stations to write."""
    for kind, name, rows in _groups(response.shown, groups):
        minutes, people = response.minutes[rows], response.people[rows]
        found = coverage(minutes, people, response.thresholds)
        drive = found.mean - response.fixed
        figures = numbers([found.mean, found.median, found.p90, drive])
        for limit, within, share in zip(response.thresholds, found.within, found.share):
            shares = [float(limit), found.population, float(within), *numbers([share])]
            yield [kind, name, *shares, found.unreachable, *figures, *[None] * 7]
    if response.missions is None:
        return
    for kind, name, rows in _groups(response.shown, groups):
        yield [kind, name, None, float(response.people[rows].sum()), *[None] * 7, *_mission(response, rows, None)]
    for station in np.flatnonzero(own):
        rows = response.station == station
        vehicles = None if response.vehicles is None else response.vehicles[station]
        yield [STATION, ids[station], None, float(response.people[rows].sum()), *[None] * 7, *_mission(response, rows, vehicles)]  # fmt: skip
    rows = (response.station >= 0) & np.append(own, False)[response.station]
    vehicles = None if response.vehicles is None else response.vehicles[own].sum()
    yield [STATIONS, None, None, float(response.people[rows].sum()), *[None] * 7, *_mission(response, rows, vehicles)]


def _groups(shown: np.ndarray, groups: dict[str, np.ndarray]) -> Iterator[tuple[str, str | None, np.ndarray]]:
    yield ALL, None, shown
    for kind, values in groups.items():
        present = set(values[shown])
        for name in [*sorted(present - {None}), *([None] if None in present else [])]:
            yield kind, name, shown & (values == name)


def _mission(response: Response, rows: np.ndarray, vehicles: float | None) -> list:
    """calls, calls_unserved, mean_mission_minutes, vehicle_hours, vehicles, capacity_hours, share_away of those origins."""
    away = response.away[rows]
    weights = (response.people if response.calls is None else response.calls)[rows]
    found = vehicle_hours(weights, away)
    served = found.calls - found.unserved
    mean = 60 * found.hours / served if served > 0 else np.nan
    capacity = [None, None] if vehicles is None else [float(vehicles), float(vehicles) * HOURS_PER_YEAR]
    if response.calls is None:
        return [None, None, *numbers([mean]), None, *capacity, None]
    busy = np.nan if vehicles is None else found.share_away(vehicles)
    return [found.calls, found.unserved, *numbers([mean]), found.hours, *capacity, *numbers([busy])]


def fewer_rows(response: Response, ids: np.ndarray, own: np.ndarray, step) -> Iterator[list]:
    """What is lost where one station is gone: of the stations to write (``own``, s bool), and of others that are nearest to
    somebody shown."""
    nearest, minutes = response.reached.facility, response.reached.minutes
    used = np.bincount(response.station[response.shown & (response.station >= 0)], minlength=len(ids)) > 0
    stations = np.flatnonzero(own | used)
    for nth, station in enumerate(stations):
        step(nth / len(stations))
        after_station, after_drive = without(station, nearest, minutes)
        moved = response.station == station
        yield from _change_rows(STATION, ids[station], response, after_station, after_drive, moved, response.missions)


def more_rows(response: Response, candidates, blocks, back: np.ndarray | None, step) -> Iterator[list]:
    """What is gained by one more unit: for each of the ``candidates``. ``blocks`` gives (candidate numbers, pairs), ``back``
    (hospitals, candidates) the minutes back."""
    station_count = 0 if response.missions is None else response.missions.back.shape[1]
    missions = response.missions
    if missions is not None:
        missions = missions._replace(back=np.column_stack([missions.back, back]))
    for numbers_here, pairs in blocks:
        for nth, candidate in enumerate(numbers_here):
            step(candidate / len(candidates.ids))
            here = pairs.facility == nth
            drive = np.full(len(response.people), np.inf)
            drive[pairs.origin[here]] = pairs.minutes[here]
            moved = drive < response.drive
            after_drive = np.where(moved, drive, response.drive)
            after_station = np.where(moved, station_count + candidate, response.station)
            name = candidates.ids[candidate]
            yield from _change_rows(CANDIDATE, name, response, after_station, after_drive, moved, missions)


def _change_rows(kind, name, response, after_station, after_drive, moved, missions) -> Iterator[list]:
    shown = response.shown
    away = calls = None
    if missions is not None and missions.calls is not None:
        after = response.away.copy()
        # only these can differ, and a hospital is chosen by the place, not by the vehicle
        rows = np.flatnonzero(moved)
        part = missions._replace(hospital=missions.hospital[rows], minutes=missions.minutes[rows])
        after[rows] = part.away(after_drive[rows], after_station[rows])
        away, calls = (response.away[shown], after[shown]), missions.calls[shown]
    before = response.minutes[shown]
    found = change(before, after_drive[shown] + response.fixed, moved[shown], response.people[shown], response.thresholds, away, calls)  # fmt: skip
    yield from _rows_of(kind, name, response.thresholds, response.people[shown].sum(), found)


def _rows_of(kind: str, name: str, thresholds: Sequence[float], population: float, found: Change) -> Iterator[list]:
    for limit, within, difference in zip(thresholds, found.within, found.within_change):
        share = difference / population if population > 0 else np.nan
        figures = [found.people_moved, found.unreachable_change]
        more = numbers([found.mean_change, found.hours_change, found.unserved_change])
        yield [kind, name, float(limit), float(within), float(difference), *numbers([share]), *figures, *more]
