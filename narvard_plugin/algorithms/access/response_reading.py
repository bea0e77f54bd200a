"""What Response coverage reads besides stations and people: opening hours, vehicles, hospitals, calls per year, and
groups of people."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QTime

from ...adapters.areas import values_by_area
from ...adapters.points import PointTable, move_points, read_points
from ...adapters.reading import as_text, listed
from ...adapters.tables import required_amounts, texts
from ...adapters.vintages import Coded
from ...core.access.opening import UnreadableHours, open_at, open_between, parse_clock
from ...core.access.response import Missions, Times
from ...core.network.travel import NoFacilityOnRoad, RoadTravel, StraightTravel
from ...i18n import number, tr
from ..travel_account import people_text, say_skipped

MUNICIPALITY, AREA_TYPE = "municipality", "area_type"


def parse_thresholds(text: str) -> np.ndarray:
    """Rising minutes above 0 from ``10,15,20,30``."""
    try:
        found = np.array([float(part) for part in text.replace(";", ",").split(",") if part.strip()])
    except ValueError:
        found = np.empty(0)
    if len(found) == 0 or not np.isfinite(found).all() or found[0] <= 0 or (np.diff(found) <= 0).any():
        raise QgsProcessingException(
            tr("THRESHOLDS “{text}” must be rising numbers above 0 with commas between, such as 10,15,20,30.").format(
                text=text
            )
        )
    return found


def open_stations(stations: PointTable, first: str, last: str, clock: str, account, feedback) -> np.ndarray:
    """(stations) bool: open at ``clock`` by the fields ``first`` and ``last``; a station where both are empty always is."""
    if not clock:
        _say_hours_not_asked(stations, [field for field in (first, last) if field], account, feedback)
        return np.ones(len(stations.ids), bool)
    minute, is_open, bad = parse_clock(clock), np.ones(len(stations.ids), bool), []
    for row, (begin, end) in enumerate(zip(stations.columns[first], stations.columns[last])):
        begin, end = _clock_text(begin), _clock_text(end)
        if not begin and not end:
            continue
        try:
            is_open[row] = open_at(open_between(begin, end), minute)
        except UnreadableHours:
            bad.append(f"{stations.ids[row]} ({begin}–{end})")
    if bad:
        raise QgsProcessingException(
            tr("{n} stations have opening hours that cannot be read: {list}. Write both as HH:MM, such as 07:00 and 19:00, 00:00 and 24:00 for day and night, or leave both empty.")
            .format(n=len(bad), list=listed(bad))
        )  # fmt: skip
    if not is_open.any():
        raise QgsProcessingException(
            tr("No station is open at {time}. Choose another AT_TIME, or leave it blank.").format(time=clock)
        )
    text = tr("{n} of {all} stations are open at {time}. Closed then: {list}.")
    closed = listed(stations.ids[~is_open]) or "–"
    account.say(feedback, text.format(n=int(is_open.sum()), all=len(is_open), time=clock, list=closed))
    return is_open


def _say_hours_not_asked(stations: PointTable, fields: list[str], account, feedback) -> None:
    hours = zip(*(stations.columns[field] for field in fields))
    limited = stations.ids[[any(_clock_text(end) for end in ends) for ends in hours]] if fields else []
    if len(limited):
        text = tr("{n} stations have opening hours. Without AT_TIME they count as always open: {list}.")
        account.say(feedback, text.format(n=len(limited), list=listed(limited)), warn=True)


def _clock_text(value) -> str:
    if isinstance(value, QTime):
        return value.toString("HH:mm")
    return "" if value is None else as_text(value)


class Places(NamedTuple):
    """Points of a second layer: ``ids`` (p) in order, and their ``xy`` (p, 2) in the measuring system."""

    ids: np.ndarray
    xy: np.ndarray


def read_places(algorithm, parameters, layer: str, id_field: str, crs, account, feedback, context) -> Places | None:
    """The points of the parameter ``layer``; None where it is blank."""
    if parameters.get(layer) in (None, ""):
        return None
    source = algorithm.source(parameters, layer, context)
    points = read_points(source, layer, id_field, [], feedback)
    points = move_points(points, source.sourceCrs(), crs, context.transformContext())
    say_skipped(points, layer, "", account, feedback)
    if not points:
        raise QgsProcessingException(
            tr("{layer} has no usable points. Choose another layer, or clear its filter and selection.").format(
                layer=layer
            )
        )
    points = points.take(np.argsort(points.ids, kind="stable"))
    return Places(points.ids, points.xy)


def travel_with(travel: RoadTravel | StraightTravel, xy: np.ndarray, direction: str) -> RoadTravel | StraightTravel:
    """The same way of travelling to (``to_facility``) or from the places ``xy``, without a limit."""
    rules = replace(travel.rules, direction=direction, max_minutes=np.inf)
    if isinstance(travel, RoadTravel):
        return replace(travel, facility_xy=xy, rules=rules)
    return replace(travel, straight=travel.straight._replace(xy=xy), rules=rules)


def attached_to_roads(travel, places, layer: str, account, feedback) -> np.ndarray:
    """Numbers of the ``places`` near a road; the others are listed, and none at all stops the tool."""
    metres = number(travel.rules.max_offroad_m)
    try:
        rows = travel.facility_rows
    except NoFacilityOnRoad as error:
        text = tr(
            "None of the {n} points of {layer} lies within {metres} m of a road. Check that they and the network cover the same place."
        )
        raise QgsProcessingException(text.format(n=len(places.ids), layer=layer, metres=metres)) from error  # fmt: skip
    lost = np.setdiff1d(np.arange(len(places.ids)), rows)
    if len(lost):
        text = tr("{n} points of {layer} lie farther than {metres} m from a road and take no part: {list}.")
        names = listed(places.ids[lost])
        account.say(feedback, text.format(n=len(lost), layer=layer, metres=metres, list=names), warn=True)
    return rows


def minutes_back(travel, hospitals: np.ndarray, stations: np.ndarray, step) -> np.ndarray:
    """(hospitals, stations) minutes of the drive from each hospital to each station; inf where there is no way."""
    table = np.full((len(hospitals), len(stations)), np.inf)
    pairs = travel_with(travel, stations, "to_facility").pairs(hospitals, step)
    table[pairs.origin, pairs.facility] = pairs.minutes
    return table


def read_missions(question, hospitals: Places, times: Times, calls, step, account, feedback) -> Missions:
    """From every origin to its nearest hospital, and from every hospital back to each station."""
    to_hospital = travel_with(question.travel, hospitals.xy, "to_facility")
    attached_to_roads(to_hospital, hospitals, "HOSPITALS", account, feedback)
    reached = to_hospital.nearest(question.origins.xy, 1, step)
    back = minutes_back(question.travel, hospitals.xy, question.facilities.xy, step)
    return Missions(times, reached.facility[:, 0], reached.minutes[:, 0], back, calls)


def read_calls(question, field: str, per_1000: float | None, account, feedback) -> np.ndarray | None:
    """Calls per year (n) of every origin, and where they come from; None where neither was given."""
    if field:
        account.say(feedback, tr("Calls per year: the field {field} of ORIGINS.").format(field=field))
        return required_amounts(question.origins.columns[field], question.origins.ids, field, "ORIGINS")
    if per_1000 is None:
        return None
    text = tr("Calls per year: {n} per 1 000 people, the same everywhere. This is an assumption, not a count of calls.")
    account.say(feedback, text.format(n=number(per_1000)), warn=True)
    return question.people * per_1000 / 1000


def read_vehicles(question, field: str, account, feedback) -> np.ndarray | None:
    """How many vehicles each station (s) has; None where no ``field`` was named."""
    if not field:
        return None
    stations = question.facilities
    vehicles = required_amounts(stations.columns[field], stations.ids, field, "STATIONS")
    empty = stations.ids[vehicles == 0]
    if len(empty):
        text = tr(
            "{n} stations have no vehicle, but answer the calls nearest to them all the same: {list}. Leave them out of STATIONS if none ever stands there."
        )
        account.say(feedback, text.format(n=len(empty), list=listed(empty)), warn=True)
    return vehicles


def read_groups(algorithm, parameters, question, account, feedback, context) -> dict[str, np.ndarray]:
    """{municipality, area_type: (n text or None) of every origin}, from ORIGINS itself or from the area it lies in."""
    columns, found = question.origins.columns, {}
    joined = {}
    for kind, own, of_area in (
        (MUNICIPALITY, "MUNICIPALITY", "AREAS_MUNICIPALITY"),
        (AREA_TYPE, "AREA_TYPE", "AREAS_AREA_TYPE"),
    ):
        field = algorithm.parameterAsString(parameters, own, context)
        if field:
            found[kind] = texts(columns[field])
        elif parameters.get("AREAS") not in (None, ""):
            joined[kind] = algorithm.parameterAsString(parameters, of_area, context)
    joined = {kind: field for kind, field in joined.items() if field}
    if joined:
        field = algorithm.parameterAsString(parameters, "ORIGIN_AREA", context)
        people = Coded(algorithm.source(parameters, "ORIGINS", context), "ORIGINS", field)
        code_of_area = algorithm.parameterAsString(parameters, "AREA_CODE", context)
        source = algorithm.source(parameters, "AREAS", context)
        values = values_by_area(
            source, "AREAS", code_of_area, list(joined.values()), texts(columns[field]), account, feedback, people
        )
        found.update({kind: texts(values[field]) for kind, field in joined.items()})
    for kind, groups in found.items():
        unknown = np.array([group is None for group in groups], bool)
        if unknown.any():
            text = tr("{n} people at {points} points have no {kind}; they are a group of their own without a name.")
            account.say(feedback, text.format(n=people_text(question.people[unknown].sum()), points=int(unknown.sum()), kind=kind), warn=True)  # fmt: skip
    return found
