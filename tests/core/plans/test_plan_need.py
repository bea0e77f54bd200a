"""From dwellings to load: by hand, against the sample's fourth story, and the laws of combinations."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.access.decay import EPANECHNIKOV, Decay
from narvard_plugin.core.plans.building_rights import Ground, building_rights
from narvard_plugin.core.plans.cumulative import breaking, greatest_load, horizons, loads, too_many
from narvard_plugin.core.plans.need import (
    DECAY,
    NEAREST,
    ROOM,
    Assumptions,
    age_shares,
    by_age,
    care_home_places,
    dwellings_of,
    flows,
    moved_in,
    need_of,
)
from narvard_plugin.core.plans.plan_content import provisions_frame

from .test_provision_values import GROSS, provision, use

ASSUMED = Assumptions(1.9, 2.7, 0.9, 1100, 95, 0.1)
STORY = np.array([378.0, 357.0, 315.0])  # 180, 170 and 150 dwellings of 2.1
LEFT = 845.0


def test_flats_and_houses_to_doctors():
    need = need_of(np.array([100.0, np.nan]), np.array([10.0, np.nan]), ASSUMED)
    assert need.people[0] == pytest.approx(217)
    assert need.listed[0] == pytest.approx(195.3)
    assert need.specialists[0] == pytest.approx(195.3 / 1100)
    assert np.isnan(need.people[1]) and np.isnan(need.specialists[1])


def test_dwellings_out_of_building_rights_say_when_they_are_in_doubt():
    ground = {"places": {"b": [0]}, "area": {0: 6000.0}, "own": {"e": 6000.0}, "shared": {("e", 0): 6000.0}}
    plan = [use("b", "B"), provision("e", GROSS, 17_100)]
    assert dwellings_of(building_rights(provisions_frame(plan), Ground(**ground)), 95) == (180, True)
    shared = [use("b", "BC"), provision("e", GROSS, 17_099)]
    assert dwellings_of(building_rights(provisions_frame(shared), Ground(**ground)), 95) == (179, False)
    number, clear = dwellings_of(building_rights(provisions_frame(plan[:1]), Ground(**ground)), 95)
    assert math.isnan(number) and not clear


def test_ages_and_places_in_care_homes():
    shares = age_shares({"0_4": 50, "20_24": 850, "80_84": 60, "85_plus": 40})
    assert by_age(np.array([200.0]), shares)["0_4"][0] == pytest.approx(10)
    assert care_home_places(np.array([200.0]), shares, ASSUMED)[0] == pytest.approx(2)
    assert np.isnan(care_home_places(np.array([200.0]), {}, ASSUMED)[0])
    assert np.isnan(care_home_places(np.array([200.0]), shares, Assumptions(2, 2, 1, 1100, 95))[0])


def test_people_move_in_year_by_year():
    share = moved_in(np.array([2030, 2031, np.nan]), 0.4, [2029, 2030, 2031, 2032, 2040])
    assert share.tolist() == [[0, 0.4, 0.8, 1, 1], [0, 0, 0.4, 0.8, 1], [1, 1, 1, 1, 1]]


def test_where_people_go():
    minutes = np.array([[5, 8, 12.0], [np.inf, np.inf, np.inf], [4, 4, np.inf]])
    room = np.array([False, True, True])
    decay = Decay(EPANECHNIKOV, 15)
    assert flows(minutes, NEAREST, decay, room).tolist() == [[1, 0, 0], [0, 0, 0], [1, 0, 0]]
    assert flows(minutes, ROOM, decay, room).tolist() == [[0, 1, 0], [0, 0, 0], [0, 1, 0]]
    assert flows(minutes, ROOM, decay, np.zeros(3, bool)).tolist() == [[1, 0, 0], [0, 0, 0], [1, 0, 0]]
    weights = 1 - (minutes[0] / 15) ** 2
    assert flows(minutes, DECAY, decay, room)[0] == pytest.approx(weights / weights.sum())
    assert flows(minutes, DECAY, decay, room)[1].tolist() == [0, 0, 0]
    assert flows(np.zeros((0, 3)), NEAREST, decay, room).shape == (0, 3)


def test_any_two_of_the_story_fit_and_three_do_not():
    assert breaking(STORY, LEFT) == (((0, 1, 2),), True)
    listed, places = np.array([10_947.0]), np.array([11_792.0])
    found = loads(listed, places, STORY[:, None])
    assert found.before[0] == pytest.approx(10_947 / 11_792)
    assert found.alone[:, 0] == pytest.approx((10_947 + STORY) / 11_792)
    assert found.after[0] == pytest.approx(11_997 / 11_792) and found.added[0] == 1050
    years = [2030, 2031]
    share = moved_in(np.array([2030, 2030, 2031]), 0.5, years)
    told = horizons(listed, places, STORY[:, None], share, years)
    assert [horizon.year for horizon in told] == [2030, 2031, None]
    assert [horizon.added[0] for horizon in told] == pytest.approx([367.5, 892.5, 1050])
    assert greatest_load(told) == pytest.approx(11_997 / 11_792)


def test_unknown_capacity_gives_no_load_and_half_a_person_is_rounding():
    found = loads(np.array([np.nan, 100.0, 50.0]), np.array([500.0, np.nan, 0.0]), np.full((1, 3), 10.0))
    assert np.isnan(found.before).all() and np.isnan(found.after).all()
    assert math.isnan(
        greatest_load(horizons(np.array([np.nan]), np.array([9.0]), np.ones((1, 1)), np.ones((1, 0)), []))
    )
    assert not too_many(np.array([845.5]), LEFT) and too_many(np.array([845.6]), LEFT)


def test_a_centre_over_its_norm_is_broken_by_everyone_who_comes():
    assert breaking(np.array([10.0, 0.0, 20.0]), -5) == (((0,), (2,)), True)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 60), max_size=7), st.integers(0, 150))
def test_combinations_are_the_smallest_ones_and_all_of_them(people, left):
    amounts = np.array(people, float)
    every = [
        set(chosen)
        for size in range(1, len(people) + 1)
        for chosen in itertools.combinations(range(len(people)), size)
        if amounts[list(chosen)].sum() > left + 0.5
    ]
    smallest = {frozenset(one) for one in every if not any(other < one for other in every)}
    found = breaking(amounts, left, most=1000)
    assert found.complete
    assert {frozenset(one) for one in found.found} == smallest
    assert len(found.found) == len(smallest)


def test_a_search_that_is_cut_says_so():
    found = breaking(np.full(30, 10.0), 145)
    assert not found.complete and len(found.found) == 50
