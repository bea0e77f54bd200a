"""Hand-made timetables, one trap each, with travel times that anyone can work out.

Stops A, B, C and D lie on a line, 5 km apart; people live at A and the facility stands at D, unless a test says otherwise.
"""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from narvard_plugin.core.transit.calendar import services_on, span
from narvard_plugin.core.transit.clock import BLANK, HOUR, MINUTE, parse_clock, parse_day, parse_times
from narvard_plugin.core.transit.summary import nearest_rank
from narvard_plugin.core.transit.timetable import TooManyRuns
from narvard_plugin.sources.gtfs import read_feed

from .making import DAY, Case, answers, compute, summary, table, write_feed

STOPS = "stop_id stop_lat stop_lon\nA 0 0.001\nB 0 0.051\nC 0 0.101\nD 0 0.151\n"
A, B, C, D = (100, 0), (5100, 0), (10100, 0), (15100, 0)
TRIPS = "route_id service_id trip_id\nr day t\n"
TIMES = "trip_id arrival_time departure_time stop_id stop_sequence\n"
THROUGH = TIMES + "t 7:10:00 7:10:00 A 1\nt 7:25:00 7:26:00 B 2\nt 7:40:00 7:40:00 D 3\n"


@pytest.fixture
def ask(tmp_path):
    """``ask(stop_times=…, start=…)``: (minutes, rides) of the only origin for each departure, in both directions alike."""

    def ask(origins=(A,), facilities=(D,), start="7:00", end="7:20", both=True, rules=None, **tables):
        case = asked(origins, facilities, start, end, rules, **tables)
        found = [departure and (departure[0] / MINUTE, departure[1]) for departure in answers(case)[0]]
        if both:  # one origin and one facility: whoever sets out, the same journey; only the places change sides
            turned = answers(case._replace(origins=case.facilities, facilities=case.origins, towards=False))
            assert [departure and (departure[0] / MINUTE, departure[1]) for departure in turned[0]] == found
        return found

    def asked(origins=(A,), facilities=(D,), start="7:00", end="7:20", rules=None, **tables):
        texts = {"stops": table(STOPS), "trips": table(TRIPS), "stop_times": table(THROUGH)}
        texts.update({name: table(text) for name, text in tables.items()})
        path = write_feed(tmp_path / "feed.zip", **texts)
        places = (np.array(points, float) for points in (origins, facilities))
        return Case(path, *places, parse_clock(start), parse_clock(end), **(rules or {}))

    ask.case = asked
    return ask


def test_waiting_counts_and_who_comes_late_has_missed_it(ask):
    expected = [(40 - minute, 1) for minute in range(11)] + [None] * 9
    assert ask() == expected


def test_the_last_minute_of_the_window_is_not_in_it(ask):
    assert ask(start="7:09", end="7:10") == [(31, 1)]


def test_a_vehicle_may_be_boarded_the_minute_it_leaves_and_left_when_it_comes(ask):
    two = TRIPS + "r day u\n"
    change = THROUGH + "u 7:25:00 7:25:00 B 1\nu 7:30:00 7:30:00 D 2\n"
    assert ask(trips=two, stop_times=change, end="7:01") == [(30, 2)]
    assert ask(trips=two, stop_times=change, end="7:01", rules={"min_change": 1.0}) == [(40, 1)]


def test_equal_arrivals_go_to_fewer_rides_then_to_the_facility_first_in_order(ask):
    two = TRIPS + "r day u\n"
    same = THROUGH + "u 7:30:00 7:30:00 B 1\nu 7:40:00 7:40:00 D 2\n"
    assert ask(trips=two, stop_times=same, end="7:01") == [(40, 1)]
    first = [(40 * MINUTE, 1, 0)]
    assert answers(ask.case((A,), (D, D), end="7:01"))[0] == first
    assert answers(ask.case((D,), (A, A), end="7:01")._replace(towards=False))[0] == first


def test_no_more_rides_than_allowed(ask):
    two = TRIPS + "r day u\n"
    change = TIMES + "t 7:10:00 7:10:00 A 1\nt 7:20:00 7:20:00 B 2\nu 7:25:00 7:25:00 B 1\nu 7:30:00 7:30:00 D 2\n"
    assert ask(trips=two, stop_times=change, end="7:01") == [(30, 2)]
    assert ask(trips=two, stop_times=change, end="7:01", rules={"most_rides": 1}) == [None]


def test_walking_all_the_way_competes_and_is_one_leg(ask):
    near = (100 + 15 * 5000 / 60 / 1.3, 0)  # a quarter of an hour on foot
    assert ask((A,), (near,), rules={"max_walk": 15.0}) == [(15, 0)] * 20
    assert ask((A,), (near,), rules={"max_walk": 14.0}) == [None] * 20


def test_a_walk_between_stops_is_a_leg_and_legs_are_not_joined(ask):
    metres = 5000 / 60 / 1.3 * 8 / 100_000  # eight minutes in degrees
    stops = STOPS + f"X 0 {0.051 + metres:.9f}\nY 0 {0.051 + 2 * metres:.9f}\n"
    trips = TRIPS + "r day u\n"
    for end, found in (("X", [(35, 2)]), ("Y", [None])):
        times = (
            TIMES + f"t 7:10:00 7:10:00 A 1\nt 7:20:00 7:20:00 B 2\nu 7:28:01 7:28:01 {end} 1\nu 7:35:00 7:35:00 D 2\n"
        )
        assert ask(stops=stops, trips=trips, stop_times=times, end="7:01", rules={"max_walk": 10.0}) == found


@pytest.fixture
def calendar(tmp_path):
    def make(**tables):
        tables = {name: table(text) for name, text in tables.items()}
        path = write_feed(
            tmp_path / "feed.zip", stops=table(STOPS), trips=table(TRIPS), stop_times=table(THROUGH), **tables
        )
        return read_feed([path], DAY).calendar

    return make


WEEK = "service_id monday tuesday wednesday thursday friday saturday sunday start_date end_date\n"


def test_a_service_runs_on_its_weekdays_but_for_its_exceptions(calendar):
    found = calendar(
        calendar=WEEK + "day 1 1 1 1 1 0 0 20260301 20260310\nweekend 0 0 0 0 0 1 1 20260301 20260310\n",
        calendar_dates="service_id date exception_type\nday 20260305 2\nweekend 20260305 1\n",
    )
    on = {day: services_on(found, date(2026, 3, day)) for day in (1, 4, 5, 7, 10, 11)}
    assert on == {1: {"weekend"}, 4: {"day"}, 5: {"weekend"}, 7: {"weekend"}, 10: {"day"}, 11: set()}
    assert span(found) == ("2026-03-01", "2026-03-10")


def test_a_feed_that_says_its_days_by_dates_alone(calendar):
    """As Trafiklab writes it: weekdays all 0, or no calendar.txt at all."""
    dates = "service_id date exception_type\nday 20260303 1\nday 20260304 1\n"
    for tables in ({"calendar": WEEK + "day 0 0 0 0 0 0 0 20260101 20261231\n"}, {}):
        found = calendar(calendar_dates=dates, **tables)
        assert services_on(found, DAY) == {"day"} and services_on(found, date(2026, 3, 5)) == set()
        assert span(found) == ("2026-03-03", "2026-03-04")


def test_a_calendar_where_nothing_ever_runs(calendar):
    assert span(calendar(calendar=WEEK + "day 0 0 0 0 0 0 0 20260101 20261231\n")) is None


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31", "2026-02-30", ""])
def test_a_day_without_neighbours_or_none_at_all_is_no_day(text):
    with pytest.raises(ValueError):
        parse_day(text)


def test_a_time_that_is_missing_is_blank_and_never_another_row_s():
    texts = pd.Series([None, "1:00:00", "", float("nan")], dtype=object)
    assert parse_times(texts).tolist() == [BLANK, HOUR, BLANK, BLANK]


def test_the_day_s_own_trips_run_past_midnight(ask):
    times = TIMES + "t 25:10:00 25:10:00 A 1\nt 25:40:00 25:40:00 D 2\n"
    assert ask(stop_times=times, start="25:00", end="25:12") == [(40 - minute, 1) for minute in range(11)] + [None]


def test_the_day_before_still_runs_after_midnight(ask):
    times = TIMES + "t 24:10:00 24:10:00 A 1\nt 25:40:00 25:40:00 D 2\n"
    dates = "service_id date exception_type\nday 20260303 1\nother 20260304 1\n"
    assert ask(stop_times=times, calendar_dates=dates, start="0:05", end="0:06") == [(95, 1)]
    told = compute(ask.case(stop_times=times, calendar_dates=dates, start="0:05", end="0:06")).told
    assert (told.runs, told.from_before, told.from_after) == (0, 1, 0)


def test_the_night_after_is_met_and_the_morning_only_from_beyond_midnight(ask):
    dates = "service_id date exception_type\nday 20260305 1\n"
    night = TIMES + "t 3:50:00 3:50:00 A 1\nt 4:40:00 4:40:00 D 2\n"
    morning = TIMES + "t 4:00:00 4:00:00 A 1\nt 4:40:00 4:40:00 D 2\n"
    late = {"start": "23:50", "end": "23:51", "calendar_dates": dates}
    assert ask(stop_times=night, **late) == [(290, 1)]
    assert ask(stop_times=morning, **late) == [None]
    assert ask(stop_times=morning, start="24:10", end="24:11", calendar_dates=dates) == [(270, 1)]


HEADWAY = "trip_id start_time end_time headway_secs exact_times\n"


@pytest.mark.parametrize(("exact", "loose"), [("1", 0), ("0", 3), (".", 3)])
def test_trips_by_headway_leave_from_the_start_of_the_period_until_before_its_end(ask, exact, loose):
    rows = HEADWAY + f"t 7:05:00 7:20:00 300 {exact}\n"  # 7:05, 7:10, 7:15
    found = ask(frequencies=rows, end="7:18")
    waits = [5, 4, 3, 2, 1, 0, 4, 3, 2, 1, 0, 4, 3, 2, 1, 0]
    assert found == [(30 + wait, 1) for wait in waits] + [None] * 2
    told = compute(ask.case(frequencies=rows, end="7:18")).told
    assert (told.by_frequency, told.loose, told.runs) == (3, loose, 3)


def test_a_headway_that_cannot_be_read_makes_no_trips_and_is_counted(ask):
    told = compute(ask.case(frequencies=HEADWAY + "t 7:05:00 7:20:00 0 1\n")).told
    assert (told.bad_frequency, told.runs) == (1, 0)


def test_untimed_stops_lie_between_the_timed_ones_by_distance(ask):
    times = TIMES + "t 7:10:00 7:10:00 A 1\nt . . B 2\nt . . C 3\nt 7:40:00 7:40:00 D 4\n"
    assert ask(facilities=(B,), stop_times=times, end="7:01") == [(20, 1)]
    assert ask(facilities=(C,), stop_times=times, end="7:01") == [(30, 1)]
    faults = compute(ask.case(stop_times=times)).told.faults
    assert (faults.interpolated, faults.stop_times) == (2, 4)


def test_untimed_stops_follow_the_feed_s_own_distances_where_all_have_one(ask):
    head = TIMES.replace("\n", " shape_dist_traveled\n")
    times = head + "t 7:10:00 7:10:00 A 1 0\nt . . B 2 {b}\nt . . C 3 200\nt 7:40:00 7:40:00 D 4 300\n"
    assert ask(facilities=(B,), stop_times=times.format(b=10), end="7:01") == [(11, 1)]
    assert ask(facilities=(B,), stop_times=times.format(b="."), end="7:01") == [(20, 1)]  # one lacks it: by the map


def test_untimed_stops_without_coordinates_share_the_time_by_number(ask):
    stops = STOPS + "X . .\n"
    times = TIMES + "t 7:10:00 7:10:00 A 1\nt . . X 2\nt . . C 3\nt 7:40:00 7:40:00 D 4\n"
    assert ask(facilities=(C,), stops=stops, stop_times=times, end="7:01") == [(30, 1)]


def test_untimed_ends_of_a_trip_are_left_out_and_counted(ask):
    times = TIMES + "t . . A 1\nt 7:10:00 7:10:00 B 2\nt 7:40:00 7:40:00 D 3\nt . . C 4\n"
    assert ask(origins=(B,), stop_times=times, end="7:01") == [(40, 1)]
    assert ask(stop_times=times, end="7:01") == [None]
    assert compute(ask.case(stop_times=times)).told.faults.untimed == 2


def test_stops_come_in_the_order_of_their_numbers_not_of_their_rows(ask):
    times = TIMES + "t 7:40:00 7:40:00 D 10\nt 7:10:00 7:10:00 A 2\nt 7:25:00 7:26:00 B 9\n"
    assert ask(stop_times=times, end="7:01") == [(40, 1)]


def test_one_time_of_two_is_enough(ask):
    times = TIMES + "t . 7:10:00 A 1\nt 7:40:00 . D 2\n"
    assert ask(stop_times=times, end="7:01") == [(40, 1)]


@pytest.mark.parametrize(
    ("times", "fault"),
    [
        ("t 7:10:00 7:10:00 A 1\nt 7:05:00 7:05:00 D 2\n", "backwards"),
        ("t 7:10:00 7:05:00 A 1\nt 7:40:00 7:40:00 D 2\n", "backwards"),
        ("t 7:10 7:10:00 A 1\nt 7:40:00 7:40:00 D 2\n", "unreadable"),
        ("t 7:10:00 7:10:00 A one\nt 7:40:00 7:40:00 D 2\n", "unreadable"),
        ("t 7:10:00 7:10:00 A 1\n", "single"),
        ("t 7:10:00 7:10:00 A 1\nt 7:40:00 7:40:00 Nowhere 2\n", "single"),
    ],
)
def test_a_trip_that_cannot_be_right_is_left_out_whole_and_named(ask, times, fault):
    done = compute(ask.case(stop_times=TIMES + times))
    faults = done.told.faults
    assert {name: getattr(faults, name) for name in ("backwards", "unreadable", "single")} == {
        "backwards": [], "unreadable": [], "single": [], fault: ["t"],
    }  # fmt: skip
    assert len(done.timetable.stop) == 0 and ask(stop_times=TIMES + times) == [None] * 20
    assert faults.unknown_stops == ("Nowhere" in times)


@pytest.mark.parametrize("late", ["300:40:00", "700:40:00"])
def test_a_slip_of_the_pen_never_brings_people_there_before_they_leave(ask, late):
    times = TIMES + f"t 7:10:00 7:10:00 A 1\nt 7:25:00 7:26:00 B 2\nt {late} {late} D 3\n"
    assert ask(stop_times=times, end="7:01") == [None]
    assert compute(ask.case(stop_times=times)).told.faults.unreadable == ["t"]


def test_a_trip_without_any_stop_time_is_named(ask):
    assert compute(ask.case(trips=TRIPS + "r day u\n")).told.faults.single == ["u"]


def test_a_trip_listed_under_two_services_runs_on_the_days_of_both(ask):
    dates = "service_id date exception_type\nbefore 20260303 1\nday 20260304 1\n"
    trips = "route_id service_id trip_id\nr before t\nr day t\n"
    assert ask(trips=trips, calendar_dates=dates, end="7:01") == [(40, 1)]


@pytest.mark.parametrize("seconds", ["4294967.296", "999999999", "1e300", "inf"])
def test_an_endless_time_for_a_change_forbids_it(ask, seconds):
    change = TIMES + "t 7:10:00 7:10:00 A 1\nt 7:20:00 7:20:00 B 2\nu 7:25:00 7:25:00 B 1\nu 7:30:00 7:30:00 D 2\n"
    rule = f"from_stop_id to_stop_id transfer_type min_transfer_time\nB B 2 {seconds}\n"
    assert ask(trips=TRIPS + "r day u\n", stop_times=change, transfers=rule, end="7:01") == [None]


@pytest.mark.parametrize("seconds", ["1e-300", "0.000000001"])
def test_a_headway_too_short_to_be_meant_is_refused(ask, seconds):
    with pytest.raises(TooManyRuns):
        ask(frequencies=f"trip_id start_time end_time headway_secs\nt 7:00:00 8:00:00 {seconds}\n")


def test_where_nobody_gets_on_or_nobody_gets_off(ask):
    head = TIMES.replace("\n", " pickup_type drop_off_type\n")
    times = head + "t 7:10:00 7:10:00 A 1 {a} 0\nt 7:25:00 7:25:00 B 2 0 0\nt 7:40:00 7:40:00 D 3 0 {d}\n"
    assert ask(stop_times=times.format(a=0, d=0), end="7:01") == [(40, 1)]
    assert ask(stop_times=times.format(a=1, d=0), end="7:01") == [None]
    assert ask(stop_times=times.format(a=0, d=1), end="7:01") == [None]
    ordered = compute(ask.case(stop_times=times.format(a=2, d=3)))
    assert ordered.told.on_demand == 2 and ask(stop_times=times.format(a=2, d=3), end="7:01") == [(40, 1)]


def test_a_stop_without_coordinates_is_passed_but_nobody_can_walk_there(ask):
    stops = STOPS.replace("B 0 0.051", "B . .")
    assert ask(stops=stops, end="7:01") == [(40, 1)]
    assert ask(facilities=(B,), stops=stops, end="7:01") == [None]


STATION = "stop_id stop_lat stop_lon location_type parent_station\nA 0 0.001 0 .\nS 0 0.051 1 .\nB 0 0.051 0 S\nB2 0 0.0518 0 S\nC 0 0.101 . .\nD 0 0.151 . .\n"
TWO = TRIPS + "r day u\n"
CHANGE = (
    TIMES
    + "t 7:10:00 7:10:00 A 1\nt 7:20:00 7:20:00 B 2\nu 7:23:00 7:23:00 B2 1\nu 7:30:00 7:30:00 D 2\nv 7:30:00 7:30:00 B2 1\nv 7:50:00 7:50:00 D 2\n"
)
THREE = TWO + "r day v\n"
RULES = "from_stop_id to_stop_id transfer_type min_transfer_time\n"


def test_platforms_of_a_station_are_joined_and_borrow_its_place(ask):
    """80 m take 1 min 15 s."""
    assert ask(stops=STATION, trips=THREE, stop_times=CHANGE, end="7:01") == [(30, 2)]
    lost = STATION.replace("B2 0 0.0518", "B2 . .")
    assert ask(stops=lost, trips=THREE, stop_times=CHANGE, end="7:01") == [(30, 2)]
    assert ask((A,), (B,), stops=lost.replace("B 0 0.051", "B . ."), trips=THREE, stop_times=CHANGE, end="7:01") == [
        (20, 1)
    ]


@pytest.mark.parametrize(
    ("rules", "minutes"),
    [
        ("B B2 0 .\n", 30),
        ("B B2 1 .\n", 30),
        ("B B2 2 180\n", 30),
        ("B B2 2 181\n", 50),
        ("B B2 2 700\n", None),
        ("B B2 3 .\n", None),
        ("S S 3 .\n", None),  # said of the station: holds for its platforms
        ("S S 3 .\nB B2 2 240\n", 50),  # what is said of the platforms goes before it
        ("S S 2 240\nB B2 0 .\n", 30),
        ("B2 B 3 .\n", 30),  # the other way
    ],
)  # fmt: skip
def test_the_feed_s_rules_about_changing(ask, rules, minutes):
    found = ask(stops=STATION, trips=THREE, stop_times=CHANGE, transfers=RULES + rules, end="7:01")
    assert found == [minutes and (minutes, 2)]


def test_no_change_at_one_stop_where_the_feed_forbids_it(ask):
    times = TIMES + "t 7:10:00 7:10:00 A 1\nt 7:20:00 7:20:00 B 2\nu 7:25:00 7:25:00 B 1\nu 7:30:00 7:30:00 D 2\n"
    assert ask(trips=TWO, stop_times=times, end="7:01") == [(30, 2)]
    assert ask(trips=TWO, stop_times=times, transfers=RULES + "B B 3 .\n", end="7:01") == [None]


def test_a_rule_for_single_trips_is_not_taken_for_one_of_the_stops(ask):
    head = RULES.replace("\n", " from_trip_id to_trip_id\n")
    rules = head + "B B2 3 . t u\nB B2 4 . t u\nB Nowhere 0 . . .\nB B2 9 . . .\n"
    done = compute(ask.case(stops=STATION, trips=THREE, stop_times=CHANGE, transfers=rules))
    assert (done.changes.left_out, done.changes.unknown) == (2, 2)
    assert ask(stops=STATION, trips=THREE, stop_times=CHANGE, transfers=rules, end="7:01") == [(30, 2)]


def test_a_loop_may_pass_a_stop_twice(ask):
    times = TIMES + "t 7:10:00 7:10:00 A 1\nt 7:20:00 7:20:00 B 2\nt 7:30:00 7:30:00 A 3\nt 7:45:00 7:45:00 D 4\n"
    assert ask(stop_times=times, start="7:05", end="7:31") == [(45 - minute, 1) for minute in range(5, 31)]


def test_extended_route_types_and_ones_left_blank(ask):
    for route_type in ("100", "700", "1501", "1700", "."):
        told = compute(ask.case(routes=f"route_id route_type\nr {route_type}\n")).told
        assert told.kinds == {route_type.strip("."): 1}


def test_the_share_the_percentiles_and_the_facility_are_those_of_the_departures(ask):
    """Eleven of twenty departures reach D, in 40 … 30 minutes: the tenth of twenty is the last but one, the eighteenth none."""
    found = summary(ask.case(), (5, 50, 55, 56, 90, 100))
    assert found.minutes[0].tolist() == [30, 39, 40, np.inf, np.inf, np.inf]
    assert (found.share[0], found.facility[0], found.transfers[0], found.beyond[0]) == (11 / 20, 0, 0, False)
    short = summary(ask.case(), (50,), max_minutes=29.99)
    assert (short.share[0], short.facility[0], short.transfers[0], short.beyond[0]) == (0, -1, -1, True)
    assert summary(ask.case(), (5,), max_minutes=30).share[0] == 1 / 20
    nobody = summary(ask.case(facilities=((9e6, 9e6),)))
    assert (nobody.share[0], nobody.facility[0], nobody.beyond[0]) == (0, -1, False)


def test_the_facility_is_the_one_of_most_departures_and_of_ties_the_first(ask):
    trips, times = TRIPS + "r day u\n", THROUGH + "u 7:14:00 7:14:00 A 1\nu 7:20:00 7:20:00 B 2\n"
    many = ask.case(facilities=(D, B), trips=trips, stop_times=times.replace("7:25:00 7:26:00 B", "7:25:00 7:26:00 C"))
    assert [departure[2] for departure in answers(many)[0][:15]] == [1] * 15
    tied = ask.case(
        facilities=(C, B), trips=trips, stop_times=times.replace("B 2\nt 7:40", "C 2\nt 7:40"), start="7:07", end="7:15"
    )
    assert sorted(departure[2] for departure in answers(tied)[0]) == [1] * 8
    assert summary(tied).facility[0] == 1


@pytest.mark.parametrize(("percent", "count", "rank"), [(50, 1, 0), (50, 2, 0), (50, 3, 1), (90, 10, 8), (90, 11, 9), (100, 7, 6), (1, 500, 4), (29, 100, 28)])  # fmt: skip
def test_nearest_rank(percent, count, rank):
    assert nearest_rank(percent, count) == rank
