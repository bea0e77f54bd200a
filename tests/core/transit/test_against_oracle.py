"""Random small timetables in both directions, against the plain search."""

import tempfile
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shared import campaign

from . import oracle
from .making import DAY, METRES_PER_DEGREE, METRES_PER_MINUTE, MINUTE, Case, answers, write_feed

GRID = 0.001  # degrees between places: few of them, so that ties abound


def clock(minutes):
    seconds = round(minutes * 60)
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def random_feed(path, rng, start):
    """A feed with every trap at once."""
    count = rng.integers(4, 8)
    ids = [f"s{i}" for i in range(count)]
    places = np.round(rng.integers(1, 25, (count, 2)) * GRID, 6)  # 0, 0 is no place but a mark for none
    stops = ["stop_id,stop_lat,stop_lon,location_type,parent_station"]
    stops += [f"hub,{places[0, 1]},{places[0, 0]},1,"]
    for i, (x, y) in zip(ids, places):
        stops.append(f"{i},{y},{x},0,{'hub' if rng.random() < 0.3 else ''}")
    services, trips, times, frequencies = ["day", "before", "after"], [], [], []
    for number in range(rng.integers(3, 15)):
        service = rng.choice(services, p=[0.7, 0.15, 0.15])
        shift = {"day": 0, "before": 24 * 60, "after": -24 * 60}[service]
        trips.append(f"r,{service},t{number}")
        at = max(start + rng.integers(-20, 40) + shift, 0)
        length = rng.integers(2, 6)
        along = np.cumsum(rng.integers(0, 3, length))
        measured = rng.random() < 0.3
        for i in range(length):
            dwell = rng.choice([0, 0, 1])
            timed = i in (0, length - 1) or rng.random() < 0.6
            arrive, depart = (clock(at), clock(at + dwell)) if timed else ("", "")
            arrive = "" if timed and rng.random() < 0.1 else arrive
            kinds = rng.choice(["", "0", "1", "2"], 2, p=[0.5, 0.3, 0.1, 0.1])
            dist = along[i] if measured else ""
            times.append(f"t{number},{arrive},{depart},{rng.choice(ids)},{i * 2},{kinds[0]},{kinds[1]},{dist}")
            at += dwell + rng.integers(0, 9)
        if rng.random() < 0.2:
            head = max(start + shift - 10, 0)
            frequencies.append(
                f"t{number},{clock(head)},{clock(head + 25)},{rng.integers(300, 700)},{rng.integers(0, 2)}"
            )
    transfers = {
        (rng.choice([*ids, "hub"]), rng.choice([*ids, "hub"])): (
            rng.choice(["", "0", "1", "2", "3"]),
            rng.choice([0, 60, 240]),
        )
        for _ in range(rng.integers(0, 5))
    }
    return write_feed(
        path,
        stops="\n".join(stops),
        trips="\n".join(["route_id,service_id,trip_id", *trips]),
        stop_times="\n".join(
            [
                "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type,shape_dist_traveled",
                *times,
            ]
        ),
        calendar="service_id," + ",".join(oracle.NAMES) + ",start_date,end_date\nday,0,0,1,0,0,0,0,20260301,20260331\n"
        "after,0,0,0,1,0,0,0,20260301,20260331\n",
        calendar_dates="service_id,date,exception_type\nbefore,20260303,1\nbefore,20260304,2\n",
        frequencies="\n".join(["trip_id,start_time,end_time,headway_secs,exact_times", *frequencies]),
        transfers="\n".join(
            ["from_stop_id,to_stop_id,transfer_type,min_transfer_time"]
            + [f"{a},{b},{kind},{seconds}" for (a, b), (kind, seconds) in transfers.items()]
        ),
    )


def expected(case):
    """The same answers by the plain search."""
    tables = oracle.tables_of(case.path)
    xy = {
        row["stop_id"]: (float(row["stop_lon"]) * METRES_PER_DEGREE, float(row["stop_lat"]) * METRES_PER_DEGREE)
        for row in tables["stops"]
    }
    runs = oracle.runs_of(tables, xy, DAY, case.start, case.end)
    max_walk = round(case.max_walk * MINUTE)

    def walk(one, two):
        return round(np.hypot(one[0] - two[0], one[1] - two[1]) / METRES_PER_MINUTE * MINUTE)

    used = {stop for run in runs for stop, *_ in run}
    tables["stops"] = [row for row in tables["stops"] if row["stop_id"] in used]
    stops = {stop: xy[stop] for stop in used}
    between = {(a, b): walk(p, q) for a, p in stops.items() for b, q in stops.items() if walk(p, q) <= max_walk}
    straight = lambda a, b: walk(stops[a], stops[b])  # noqa: E731
    changes = oracle.changes_of(tables, between, straight, max_walk, round(case.min_change * MINUTE))
    board = oracle.Board(runs, changes)

    def near(place):
        return [(stop, walk(place, at)) for stop, at in stops.items() if walk(place, at) <= max_walk]

    found = []
    for origin in case.origins:
        row = []
        for minute in range(case.start, case.end):
            depart, options = minute * MINUTE, []
            direct = [(walk(origin, f), n) for n, f in enumerate(case.facilities) if walk(origin, f) <= max_walk]
            if case.towards:
                egress = {}
                for number, facility in enumerate(case.facilities):
                    for stop, ms in near(facility):
                        egress.setdefault(stop, []).append((ms, number))
                options.append(board.best(depart, near(origin), egress, direct, case.most_rides, 10**12))
            else:
                for number, facility in enumerate(case.facilities):
                    egress = {stop: [(ms, number)] for stop, ms in near(origin)}
                    own = [option for option in direct if option[1] == number]
                    options.append(board.best(depart, near(facility), egress, own, case.most_rides, 10**12))
            best = min(filter(None, options), default=None)
            row.append(best and (best[0] - depart, *best[1:]))
        found.append(row)
    return found


@settings(max_examples=campaign(40, 5000), deadline=None, derandomize=True)
@given(st.integers(0, 2**32 - 1))
def test_every_departure_of_a_random_timetable(seed):
    rng = np.random.default_rng(seed)
    with tempfile.TemporaryDirectory() as folder:
        start = int(rng.choice([7 * 60, 30, 23 * 60 + 50, 25 * 60]))
        path = random_feed(Path(folder) / "feed.zip", rng, start)
        stops = [(float(row["stop_lon"]), float(row["stop_lat"])) for row in oracle.tables_of(path)["stops"]]
        anywhere, at_stops = rng.integers(0, 25, (6, 2)) * GRID, rng.choice(stops, 6)
        places = np.where(rng.random((6, 1)) < 0.5, anywhere, at_stops) * METRES_PER_DEGREE
        case = Case(
            path, places[:3], places[3:], start, start + int(rng.integers(1, 20)), bool(rng.integers(2)),
            max_walk=float(rng.choice([0.5, 2, 4, 9, 15])), min_change=float(rng.choice([0, 0, 2])),
            most_rides=int(rng.choice([60, 60, 1, 2])),
        )  # fmt: skip
        assert answers(case) == expected(case)
