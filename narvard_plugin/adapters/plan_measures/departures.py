"""Stops with their departures, counted in a timetable (GTFS): a layer of their own, or joined to one that has their ids."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem

from ...core.plans.departures import ordinary_weekday, per_day, per_hour
from ...core.plans.measured import FAILED, NO_DATA, Unanswerable
from ...core.plans.review_run import TIMETABLE
from ...core.transit.clock import Window
from ...core.transit.feed import Feed
from ...core.transit.stops import Stops, read_stops
from ...core.transit.timetable import Timetable, TooManyRuns, make_timetable
from ...i18n import number, tr
from ...sources.gtfs import GtfsError, read_feed
from ..crs import transform_xy
from ..reading import as_text
from .layer_data import SWEREF99TM, LayerData
from .network_reach import asking
from .shapes import point

PER_HOUR, PER_DAY, STOP_ID = "departures_per_hour", "turer_vardag", "stop_id"
#: Traffic of a day farther off than this is that of another year's timetable.
_MOST_DAYS_AWAY = 200
_DEGREES = QgsCoordinateReferenceSystem("EPSG:4326")


class Traffic(NamedTuple):
    """One ordinary weekday of a feed: its ``day``, the ``feed`` around it, its ``stops`` at ``xy`` (s, 2; NaN = unknown), and
    what runs, by stop: departures ``hourly`` and ``daily`` (s)."""

    day: date
    feed: Feed
    stops: Stops
    xy: np.ndarray
    timetable: Timetable
    hourly: np.ndarray
    daily: np.ndarray


def is_feed(source: str) -> bool:
    """Whether a bound source is a timetable rather than a layer."""
    path = Path(source)
    if (path / "stops.txt").is_file():
        return True
    if path.suffix.lower() != ".zip":
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.rpartition("/")[2] == "stops.txt" for name in archive.namelist())
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile):  # the layer that it is not says so
        return False


def traffic_of(surroundings, source: str) -> Traffic:
    """The feed at ``source``, read once. Raises Unanswerable where it can't be read or nothing runs in it."""
    key = ("traffic", source)
    if key not in surroundings.kept:
        try:
            surroundings.kept[key] = _read(surroundings, source)
        except Unanswerable as error:  # what can't be read once is not read again for every rule and plan
            surroundings.kept[key] = error
    found = surroundings.kept[key]
    if isinstance(found, Unanswerable):
        raise found
    return found


def _read(surroundings, source: str) -> Traffic:
    step, today = asking(surroundings.feedback), date.fromisoformat(surroundings.today)
    try:
        feed = read_feed([source], today, step)
        day = ordinary_weekday(feed.calendar, today)
        if day is None:
            raise Unanswerable(NO_DATA, (TIMETABLE,), tr("Nothing runs on any ordinary weekday of the timetable."))
        if abs((day - today).days) > _MOST_DAYS_AWAY:
            text = tr("The timetable is of {day}, more than {n} days away. Fetch the feed again.")
            raise Unanswerable(NO_DATA, (TIMETABLE,), text.format(day=day.isoformat(), n=_MOST_DAYS_AWAY))
        if day != today:
            feed = read_feed([source], day, step)
        stops = read_stops(feed.stops)
        xy = np.full(stops.lonlat.shape, np.nan)
        known = np.isfinite(stops.lonlat).all(1)
        xy[known] = transform_xy(stops.lonlat[known], _DEGREES, SWEREF99TM, surroundings.transforms)
        timetable, _ = make_timetable(feed, stops, xy, day, Window(0, 24 * 60))
    except GtfsError as error:
        text = tr("The timetable {path} can't be read ({reason} {name}). Fetch the feed again.")
        text = text.format(path=error.path, reason=error.reason, name=error.name)
        raise Unanswerable(FAILED, (TIMETABLE,), text) from error
    except TooManyRuns as error:
        raise Unanswerable(FAILED, (TIMETABLE,), tr("The timetable makes more trips than any has.")) from error
    hourly, daily = per_hour(timetable, stops.station), per_day(timetable, stops.station)
    return Traffic(day, feed, stops, xy, timetable, hourly, daily)


def stops_of(surroundings, role: str, source: str, day: str) -> LayerData:
    """The stops of a feed where something leaves, as a layer of ``role``; its date is the weekday that was counted."""
    traffic = traffic_of(surroundings, source)
    rows = np.flatnonzero((traffic.daily > 0) & np.isfinite(traffic.xy).all(1))
    names = dict(zip(traffic.feed.stops["stop_id"], traffic.feed.stops["stop_name"]))
    ids = [str(traffic.stops.ids[row]) for row in rows]
    columns = {
        "name": [names.get(one) or one for one in ids],
        STOP_ID: ids,
        PER_HOUR: traffic.hourly[rows].tolist(),
        PER_DAY: traffic.daily[rows].tolist(),
    }
    shapes = [point(traffic.xy[row]) for row in rows]
    return LayerData(
        role, Path(source).name, day or traffic.day.isoformat(), shapes, columns, _stamp(source), len(rows)
    )


def _stamp(source: str) -> str:
    path = Path(source)
    return f"{path}:{path.stat().st_size}:{path.stat().st_mtime_ns}"


def with_service(surroundings, data: LayerData, least: float) -> tuple[LayerData, str]:
    """The stops with at least ``least`` departures per hour on weekdays 06–20, and how they were counted.

    By the layer's own column ``departures_per_hour``, else by its ``stop_id`` in the timetable. Raises Unanswerable where
    neither tells it: a stop without known traffic is no stop, and to say so of all of them would be a guess.
    """
    key = ("with_service", data.role, id(data), least)
    if key not in surroundings.kept:
        surroundings.kept[key] = _with_service(surroundings, data, least)
    return surroundings.kept[key]


def _with_service(surroundings, data: LayerData, least: float) -> tuple[LayerData, str]:
    if PER_HOUR in data.columns:
        hourly = [np.nan if value is None else float(value) for value in data.columns[PER_HOUR]]
    elif STOP_ID in data.columns and surroundings.has(TIMETABLE):
        traffic = traffic_of(surroundings, surroundings.timetable_source())
        known = dict(zip(traffic.stops.ids, traffic.hourly))
        hourly = [known.get(as_text(value), np.nan) for value in data.columns[STOP_ID]]
    else:
        raise Unanswerable(
            NO_DATA,
            (data.role,),
            tr(
                "Nobody can tell how often vehicles leave from the stops: the layer has no field {field}, and no timetable that knows its {id} is bound."
            ).format(field=PER_HOUR, id=STOP_ID),
        )
    hourly = np.array(hourly, float)
    if len(hourly) and np.isnan(hourly).all():
        raise Unanswerable(NO_DATA, (data.role,), tr("None of the stops has a known number of departures."))
    kept = data.take(np.flatnonzero(hourly >= least).tolist())
    text = tr(
        "{n} of {all} stops have at least {least} departures an hour on weekdays 06–20 (mean of the hours, whole station)."
    )
    return kept, text.format(n=len(kept), all=len(data), least=number(least))
