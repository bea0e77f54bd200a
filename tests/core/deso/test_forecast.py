"""Areas under a forecast, and demand by age: worked by hand, and laws that hold for any numbers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.forecast import (
    Level,
    OutsideForecast,
    care_demand,
    expected_ratio,
    level_in,
    places_of,
    share_out,
    with_planned,
)

NAN = np.nan


def test_worked_by_hand():
    """Places of 300 and 100 people become 330 and 90; one area has unknown people, and one lies in no place."""
    weight = np.array([100.0, 200.0, 100.0, NAN, 50.0])
    found = share_out(weight, np.array([0, 0, 1, 1, -1]), np.array([330.0, 90.0]))
    np.testing.assert_allclose(found.people, [110, 220, 90, NAN, NAN])
    assert found.left.tolist() == [0, 0]


def test_a_place_with_nobody_keeps_what_cannot_be_shared():
    found = share_out(np.array([0.0, 10.0]), np.array([0, 1]), np.array([70.0, NAN]))
    np.testing.assert_allclose(found.people, [NAN, NAN])  # 0 would be a false figure: 70 will live there
    assert share_out(np.array([0.0]), np.array([0]), np.array([0.0])).people.tolist() == [0]
    assert found.left.tolist() == [70, 0]


def test_planned_people_are_as_old_as_their_area_or_as_all():
    """10 planned among 30 young and 10 old; 20 where nobody lives yet; and none where an age is unknown."""
    by_age = {"young": np.array([30.0, 0, 50, 0]), "old": np.array([10.0, 0, NAN, 10])}
    found = with_planned(by_age, np.array([10.0, 20, 5, 0]))
    np.testing.assert_allclose(found["young"], [37.5, 12, 50, 0])
    np.testing.assert_allclose(found["old"], [12.5, 8, NAN, 10])


def test_a_year_between_two_lies_on_a_line_and_one_outside_is_refused():
    series = {2030: 100.0, 2040: 120.0}
    assert level_in(series, 2040) == Level(120.0, False)
    assert level_in(series, 2033) == Level(106.0, True)
    with pytest.raises(OutsideForecast) as caught:
        level_in(series, 2041)
    assert (caught.value.first, caught.value.last) == (2030, 2040)


def test_municipality_and_county_are_never_mixed():
    codes = ["9901A0010", "9902C1010", "9801A0010", None]
    place, length = places_of(codes, ["98", "99", "9901", "9902"])
    assert (place.tolist(), length) == ([2, 3, -1, -1], 4)
    place, length = places_of(codes, ["98", "99"])
    assert (place.tolist(), length) == ([1, 1, 0, -1], 2)
    assert places_of(["1280C1010"], ["98"])[1] == 0


def test_demand_by_hand():
    people, rates = np.array([[10.0, 0.0], [0.0, 10.0], [NAN, 5.0]]), np.array([1.0, 3.0])
    np.testing.assert_allclose(care_demand(people, rates), [10, 30, NAN])
    np.testing.assert_allclose(expected_ratio(people, rates), [0.5, 1.5, NAN])


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(0, 4)), min_size=1, max_size=40),
    st.randoms(use_true_random=False),
)
def test_places_keep_their_forecast_whatever_the_order(areas, random):
    weight, place = np.array([w for w, _ in areas], float), np.array([p for _, p in areas])
    forecast = np.arange(1, 6) * 111.0
    found = share_out(weight, place, forecast)
    np.testing.assert_allclose(np.bincount(place, np.nan_to_num(found.people), 5) + found.left, forecast, rtol=1e-12)
    order = list(range(len(areas)))
    random.shuffle(order)
    np.testing.assert_allclose(share_out(weight[order], place[order], forecast).people, found.people[order], rtol=1e-12)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.lists(st.tuples(*[st.integers(0, 99)] * 3), min_size=1, max_size=20))
def test_the_ratios_average_to_one(people):
    people = np.array(people, float)
    ratio = expected_ratio(people, np.array([0.5, 1.0, 4.0]))
    if people.sum():
        assert np.nansum(ratio * people.sum(axis=1)) == pytest.approx(people.sum(), rel=1e-9)
