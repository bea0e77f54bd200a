"""Travel by timetable worked out the plain way: every row read by itself, and for each departure every ride that can be
taken at all followed to every stop. Nothing here is shared with what it checks."""

import csv
import io
import math
import zipfile
from bisect import bisect_left
from collections import defaultdict
from datetime import timedelta

MINUTE, HOUR = 60_000, 3_600_000
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def tables_of(path):
    """Rows of every table as dictionaries."""
    with zipfile.ZipFile(path) as archive:
        return {
            name[:-4]: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
            for name in archive.namelist()
        }


def runs_of(tables, xy, day, start, end):
    """Every run as a list of (stop, arrive, depart, may board, may alight), ms; ``xy`` {stop: (x, y)}, window in minutes."""
    by_trip = defaultdict(list)
    for row in tables["stop_times"]:
        by_trip[row["trip_id"]].append(row)
    found = []
    for trip in tables["trips"]:
        calls = _calls(sorted(by_trip[trip["trip_id"]], key=lambda row: int(row["stop_sequence"])), xy)
        if len(calls) < 2 or not _rising(calls):
            continue
        for offset in (-1, 0, 1):
            if not _runs_on(tables, trip["service_id"], day + timedelta(days=offset)):
                continue
            for begin in _starts(tables, trip["trip_id"], calls[0][2]):
                shift = begin - calls[0][2] + offset * 24 * HOUR
                run = [(stop, arrive + shift, depart + shift, *rest) for stop, arrive, depart, *rest in calls]
                if offset == 1 and run[0][2] >= 24 * HOUR + (24 * HOUR if end > 24 * 60 else 4 * HOUR):
                    continue
                found.append(run)
    return found


def _runs_on(tables, service, day):
    stamp = day.strftime("%Y%m%d")
    runs = any(
        row["service_id"] == service
        and row[NAMES[day.weekday()]] == "1"
        and row["start_date"] <= stamp <= row["end_date"]
        for row in tables.get("calendar", [])
    )
    for row in tables.get("calendar_dates", []):
        if row["service_id"] == service and row["date"] == stamp:
            runs = row["exception_type"] == "1"
    return runs


def _starts(tables, trip, own):
    periods = [row for row in tables.get("frequencies", []) if row["trip_id"] == trip]
    if not periods:
        return [own]
    starts = []
    for row in periods:
        time = _ms(row["start_time"])
        while time < _ms(row["end_time"]):
            starts.append(time)
            time += int(row["headway_secs"]) * 1000
    return starts


def _ms(text):
    hours, minutes, seconds = map(int, text.split(":"))
    return hours * HOUR + minutes * MINUTE + seconds * 1000


def _calls(rows, xy):
    times = [row["arrival_time"] or row["departure_time"] for row in rows]
    timed = [i for i, text in enumerate(times) if text]
    calls = []
    for i, row in enumerate(rows):
        board, alight = row.get("pickup_type") != "1", row.get("drop_off_type") != "1"
        if times[i]:
            arrive = _ms(row["arrival_time"] or row["departure_time"])
            calls.append((row["stop_id"], arrive, _ms(row["departure_time"] or row["arrival_time"]), board, alight))
        elif timed and timed[0] < i < timed[-1]:
            before, after = max(k for k in timed if k < i), min(k for k in timed if k > i)
            begin = _ms(rows[before]["departure_time"] or rows[before]["arrival_time"])
            end = _ms(rows[after]["arrival_time"] or rows[after]["departure_time"])
            time = begin + round(_share(rows, xy, before, i, after) * (end - begin))
            calls.append((row["stop_id"], time, time, board, alight))
    return calls


def _share(rows, xy, before, i, after):
    along = [row.get("shape_dist_traveled") for row in rows[before : after + 1]]
    if all(along):
        along = [float(text) for text in along]
        if along == sorted(along) and along[-1] > along[0]:
            return (along[i - before] - along[0]) / (along[-1] - along[0])
    steps = [math.dist(xy[rows[k]["stop_id"]], xy[rows[k + 1]["stop_id"]]) for k in range(before, after)]
    if sum(steps) > 0:
        return sum(steps[: i - before]) / sum(steps)
    return (i - before) / (after - before)


def _rising(calls):
    times = [time for _, arrive, depart, *_ in calls for time in (arrive, depart)]
    return times == sorted(times)


def changes_of(tables, walk, straight, max_walk, least):
    """{stop: [(stop to board at, ms)]}; ``walk`` {(stop, stop): ms} within ``max_walk``, ``straight(stop, stop)`` ms."""
    rows = {row["stop_id"]: row for row in tables["stops"]}
    top = {stop: row.get("parent_station") or stop for stop, row in rows.items()}
    found = defaultdict(list)
    for one in rows:
        for two in rows:
            rule = _rule(tables, one, two, top)
            if rule == "never":
                continue
            times = [walk[one, two]] if (one, two) in walk and one != two else []
            if one == two:
                times.append(0)
            elif (rule is not None or top[one] == top[two]) and straight(one, two) <= max_walk:
                times.append(straight(one, two))
            if times:
                found[one].append((two, max(min(times), rule or 0, least)))
    return found


def _rule(tables, one, two, top):
    """The least ms of the most particular rule for a pair of stops, "never", or None."""
    stations = lambda stop: [stop] + ([top[stop]] if top[stop] != stop else [])  # noqa: E731
    for general in (0, 1, 2):
        for row in tables.get("transfers", []):
            from_, to = row["from_stop_id"], row["to_stop_id"]
            if from_ in stations(one) and to in stations(two) and (from_ != one) + (to != two) == general:
                if row["transfer_type"] == "3":
                    return "never"
                return int(row["min_transfer_time"] or 0) * 1000 if row["transfer_type"] == "2" else 0
    return None


class Board:
    """Where and when runs can be boarded."""

    def __init__(self, runs, changes):
        self.runs, self.changes = runs, changes
        self.at = defaultdict(list)
        for r, run in enumerate(runs):
            for i, (stop, _, depart, board, _) in enumerate(run[:-1]):
                if board:
                    self.at[stop].append((depart, r, i))
        for departures in self.at.values():
            departures.sort()

    def best(self, depart, access, egress, direct, most_rides, horizon):
        """The least (arrival, rides, label) up to ``horizon``; ``access`` [(stop, ms)], ``egress`` {stop: [(ms, label)]},
        ``direct`` [(ms, label)]. Whoever boards a run can do all that one who boards it later with no fewer rides can."""
        best = min(((depart + ms, 0, label) for ms, label in direct), default=None)
        places, boarded, rides = [(stop, depart + ms) for stop, ms in access], {}, 1
        while places and rides <= most_rides:
            now = {}
            for stop, time in places:
                departures = self.at[stop]
                for leaves, r, i in departures[bisect_left(departures, (time,)) :]:
                    if leaves > horizon:
                        break
                    if i < boarded.get(r, math.inf):
                        boarded[r] = now[r] = i
            places = set()
            for r, i in now.items():
                for stop, arrive, _, _, alight in self.runs[r][i + 1 :]:
                    if arrive > min(horizon, best[0] if best else horizon):
                        break
                    if alight:
                        for ms, label in egress.get(stop, ()):
                            best = min(filter(None, (best, (arrive + ms, rides, label))))
                        places |= {(to, arrive + ms) for to, ms in self.changes[stop]}
            rides += 1
        return best
