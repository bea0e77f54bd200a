"""Two sets of travel times compared: worked by hand, and laws that hold for any times."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.scenarios.compare import Trips, by_area, compare, summarise

NAN = np.nan
# Four places: nearer by 10, farther by 40, one that loses reach and one that never had it.
BEFORE = np.array([30.0, 25.0, 10.0, NAN])
AFTER = np.array([20.0, 65.0, NAN, NAN])
PEOPLE = np.array([100.0, 50.0, 30.0, 20.0])


def measures(*arguments, **more):
    return {measure.name: measure[1:] for measure in summarise(*arguments, **more)}


def test_a_comparison_worked_by_hand():
    compared = compare(BEFORE, AFTER)
    np.testing.assert_array_equal(compared.change, [-10, 40, NAN, NAN])
    assert compared.reach.tolist() == ["ok", "ok", "lost", "never"]
    assert compared.gainer.tolist() == [True, False, False, False]
    assert compared.loser.tolist() == [False, True, False, False]
    found = measures(Trips(BEFORE), Trips(AFTER), PEOPLE, PEOPLE)
    assert found["population"] == (200, 200, 0)
    assert found["unreached"] == (20, 50, 30)
    assert [found[name][2] for name in ("gainers", "losers", "lost_reach", "gained_reach")] == [100, 50, 30, 0]
    assert found["person_minutes"] == (100 * 30 + 50 * 25, 100 * 20 + 50 * 65, 1000)
    assert found["mean"] == pytest.approx((4250 / 150, 5250 / 150, 1000 / 150))
    assert found["p90"] == (30, 65, 35) and found["maximum"] == (30, 65, 35)
    # 30 minutes is not past 30; who has no reach is past everything
    assert found["share_past_30"] == pytest.approx((20 / 200, 100 / 200, 80 / 200))
    assert found["share_past_60"] == pytest.approx((20 / 200, 100 / 200, 80 / 200))
    assert found["share_past_90"] == pytest.approx((20 / 200, 50 / 200, 30 / 200))
    assert np.isnan(found["person_km"]).all() and np.isnan(found["km_per_visit"]).all()


def test_visits_weigh_minutes_and_people_are_counted():
    visits, km = np.array([1.0, 3.0, 7.0, 0.0]), (np.array([10.0, 20, 5, NAN]), np.array([8.0, 50, NAN, NAN]))
    found = measures(Trips(BEFORE, km[0]), Trips(AFTER, km[1]), PEOPLE, visits)
    assert found["losers"][2] == 50 and found["unreached"] == (20, 50, 30)
    assert found["person_minutes"] == (30 + 3 * 25, 20 + 3 * 65, 110)
    assert found["person_km"] == (10 + 60, 8 + 150, 88)
    assert found["km_per_visit"] == pytest.approx((70 / 4, 158 / 4, 22))
    assert found["share_past_60"] == pytest.approx((0, 10 / 11, 10 / 11))


def test_the_worked_case_of_coverage():
    """Methods 3.6: mean 17.503, 90th percentile 30, 50 of 1 050 people without reach."""
    people = np.array([100.0, 200, 300, 400, 0, 50])
    minutes = np.array([5, 10, 10.01, 30, 12, NAN])
    found = measures(Trips(minutes), Trips(minutes), people, people)
    assert found["mean"][0] == pytest.approx(17.503, abs=1e-9) and found["p90"][0] == 30
    assert found["share_past_30"][:2] == pytest.approx((50 / 1050, 50 / 1050))


def test_a_change_up_to_the_threshold_is_none_and_so_is_rounding():
    before, after = np.array([10.0, 10, 10]), np.array([10.5, 10.6, 10 + 1e-9])
    assert compare(before, after, 0.5).loser.tolist() == [False, True, False]
    assert compare(before, after).loser.tolist() == [True, True, False]


def test_a_group_of_nobody_has_no_mean():
    found = measures(Trips(BEFORE), Trips(AFTER), 0 * PEOPLE, 0 * PEOPLE)
    assert found["population"] == (0, 0, 0)
    assert all(np.isnan(found[name]).all() for name in ("mean", "p90", "maximum", "share_past_30"))


def test_areas_worked_by_hand():
    area = np.array([0, 0, 2, -1])
    found = by_area(BEFORE, AFTER, PEOPLE, PEOPLE, area, 3)
    assert found.population.tolist() == [150, 0, 30]
    np.testing.assert_allclose(found.mean_before, [4250 / 150, NAN, NAN])
    np.testing.assert_allclose(found.mean_after, [5250 / 150, NAN, NAN])
    assert found.gainers.tolist() == [100, 0, 0] and found.losers.tolist() == [50, 0, 0]
    assert found.lost_reach.tolist() == [0, 0, 30] and found.unreached.tolist() == [0, 0, 30]


times = st.one_of(st.just(NAN), st.floats(0, 200))


@st.composite
def cases(draw):
    n = draw(st.integers(1, 30))
    before, after = (np.array(draw(st.lists(times, min_size=n, max_size=n))) for _ in range(2))
    people = np.array(draw(st.lists(st.integers(0, 500), min_size=n, max_size=n)), float)
    area = np.array(draw(st.lists(st.integers(-1, 4), min_size=n, max_size=n)))
    return before, after, people, area


@settings(max_examples=150, deadline=None, derandomize=True)
@given(cases())
def test_everyone_is_counted_once_and_turning_it_round_turns_the_signs(case):
    before, after, people, _ = case
    there = measures(Trips(before), Trips(after), people, people)
    back = measures(Trips(after), Trips(before), people, people)
    compared = compare(before, after)
    same = people[(compared.reach == "ok") & ~compared.gainer & ~compared.loser].sum()
    never = people[compared.reach == "never"].sum()
    counted = sum(there[name][2] for name in ("gainers", "losers", "lost_reach", "gained_reach"))
    assert counted + same + never == people.sum()
    assert there["unreached"][2] == there["lost_reach"][2] - there["gained_reach"][2]
    for one, other in (("gainers", "losers"), ("lost_reach", "gained_reach")):
        assert there[one][2] == back[other][2]
    for name in ("person_minutes", "mean", "p90", "maximum", "share_past_30"):
        np.testing.assert_allclose(there[name][2], -back[name][2], atol=1e-9)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(cases())
def test_areas_add_up_to_all(case):
    before, after, people, area = case
    found = by_area(before, after, people, people, area, 5)
    inside = area >= 0
    whole = measures(Trips(before[inside]), Trips(after[inside]), people[inside], people[inside])
    for name in ("gainers", "losers", "lost_reach", "gained_reach"):
        assert getattr(found, name).sum() == whole[name][2]
    assert found.population.sum() == people[inside].sum() and found.unreached.sum() == whole["unreached"][1]
    ok = np.bincount(area[inside], (people * np.isfinite(before + after))[inside], minlength=5)
    np.testing.assert_allclose(np.nansum(found.mean_before * ok), whole["person_minutes"][0], rtol=1e-9, atol=1e-9)
