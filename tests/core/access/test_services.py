"""Who offers which service then, and how far people have to it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.access.opening import parse_moment
from narvard_plugin.core.access.services import alike, offered_in, offers, open_then, standing_in, summarise, years


def test_rows_without_readable_hours_are_not_open_and_are_told():
    weekdays = ["1-7", "1-5", None, "1-7", "1-7", "1-5"]
    hours = ["00:00-24:00", "08:00-17:00", "08:00-17:00", "dygnet runt", "", "22:00-06:00"]
    found = open_then(weekdays, hours, parse_moment("sat 03:00"))
    assert found.open.tolist() == [True, False, False, False, False, True]
    assert found.missing.tolist() == [False, False, True, False, True, False]
    assert found.unreadable == {3: "1-7 dygnet runt"}


def test_years_are_read_from_numbers_and_dates():
    found, bad = years([2028, "2028", None, "2028-07-01", "", "snart", "28", "20281", "²²²²"])
    assert found[[0, 1, 3]].tolist() == [2028] * 3 and np.isnan(found[[2, 4, 5, 6, 7, 8]]).all()
    assert bad.tolist() == [False, False, False, False, False, True, True, True, True]


def test_a_services_last_year_counts_and_a_facilitys_closing_year_does_not():
    first, last = np.array([2020.0, np.nan]), np.array([2028.0, np.nan])
    assert [offered_in(first, last, year).tolist() for year in (2019, 2020, 2028, 2029)] == [
        [False, True], [True, True], [True, True], [False, True],
    ]  # fmt: skip
    assert [standing_in(first, last, year).tolist() for year in (2019, 2020, 2027, 2028)] == [
        [False, True], [True, True], [True, True], [False, True],
    ]  # fmt: skip


@settings(derandomize=True, max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 10), st.booleans()), max_size=40))
def test_every_service_is_in_one_group_with_its_own_facilities(rows):
    service, facility, usable = (np.array([row[k] for row in rows], kind) for k, kind in enumerate((int, int, bool)))
    table = offers(facility, service, usable, (6, 11))
    wanted = {(s, f) for s, f, use in rows if use}
    assert {tuple(pair) for pair in np.argwhere(table)} == wanted
    groups = list(alike(table))
    assert sorted(np.concatenate([services for services, _ in groups])) == list(range(6))
    for services, facilities in groups:
        assert all(np.array_equal(table[one], facilities) for one in services)
    assert len({facilities.tobytes() for _, facilities in groups}) == len(groups)


def test_the_summary_names_who_is_nearest_to_most_people():
    minutes, facility = np.array([10.0, 70, np.inf, 95]), np.array([2, 0, -1, 2])
    people, crosses = np.array([5.0, 20, 7, 16]), np.array([False, True, False, False])
    found = summarise(minutes, facility, people, crosses)
    assert (found.main, found.main_people, found.crossing) == (2, 21, 20)
    assert found.coverage.share == pytest.approx(np.array([5, 5, 25]) / 48)
    assert found.coverage.unreachable == 7 and found.coverage.mean == pytest.approx((50 + 1400 + 1520) / 41)


def test_nobody_near_leaves_no_nearest():
    found = summarise(np.full(2, np.inf), np.full(2, -1), np.ones(2), None)
    assert (found.main, found.main_people) == (-1, 0) and np.isnan(found.crossing) and np.isnan(found.coverage.mean)
    assert summarise(np.array([3.0]), np.array([0]), np.zeros(1), None).main == -1
