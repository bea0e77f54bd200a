"""Places by doctors against the listed, worked by hand from the norm's own numbers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.access.capacity import (
    INSIDE,
    LISTED,
    NO_DOCTORS,
    OVER,
    SPECIALIST,
    TRAINEE,
    UNKNOWN,
    Norm,
    capacity_of,
    newest_values,
    summarise_capacity,
)

NAN = np.nan
NORM = Norm(1100, 550)


def capacity(gp, trainees, listed, norm=NORM):
    return capacity_of(*(np.array(values, float) for values in (gp, trainees, listed)), norm)


def test_the_norms_own_numbers():
    found = capacity([4, 2, 0, NAN, 3, 0], [2, NAN, 0, 1, 0, 1], [5500, 2201, 900, 4000, NAN, 600])
    assert found.supply.tolist()[:3] == [5500, 2200, 0]
    assert np.isnan(found.supply[3])
    assert found.supply[5] == 550
    assert found.status.tolist() == [INSIDE, OVER, NO_DOCTORS, UNKNOWN, UNKNOWN, OVER]
    assert found.spare_places[:2].tolist() == [0, -1]
    assert found.listed_per_gp[:2].tolist() == [1375, 1100.5]
    assert np.isnan(found.listed_per_gp[[2, 3, 4]]).all()
    assert found.load[0] == 1


def test_hidden_numbers_that_could_pass_the_norm_leave_it_unknown():
    listed = np.array([1096.0, 1097.0, 1101.0, 1100.0])
    found = capacity_of(np.ones(4), np.zeros(4), listed, NORM, np.array([4, 4, 4, 0]))
    assert found.status.tolist() == [INSIDE, UNKNOWN, OVER, INSIDE]


def test_the_share_inside_has_all_known_listed_in_its_denominator():
    found = capacity([4, 2, 0, NAN], [2, 0, 0, 0], [5000, 2500, 500, 2000])
    summary = summarise_capacity(found, NORM)
    assert summary["share_inside_norm"] == 0.5
    assert summary["listed_per_gp"] == pytest.approx(8000 / 6)
    assert [summary[f"centres_{name}"] for name in (INSIDE, OVER, NO_DOCTORS, UNKNOWN)] == [1, 1, 1, 1]
    assert summary["listed"] == sum(summary[f"listed_{name}"] for name in (INSIDE, OVER, NO_DOCTORS, UNKNOWN))


def test_nobody_listed_has_no_share():
    assert np.isnan(summarise_capacity(capacity([1], [0], [NAN]), NORM)["share_inside_norm"])


def test_a_sum_of_nothing_known_is_not_zero():
    summary = summarise_capacity(capacity([NAN, 2], [NAN, NAN], [800, NAN]), NORM)
    assert np.isnan([summary[name] for name in ("spare_places", "st_fte", "listed_per_gp")]).all()
    assert [summary[name] for name in ("listed", "supply", "gp_fte")] == [800, 2200, 2]


@pytest.mark.parametrize("per_gp", [1100, 1250, 1500, 1750])
def test_a_centre_exactly_at_the_norm_is_inside_it(per_gp):
    hundredths = np.arange(1, 2000)
    found = capacity(hundredths / 100, 0 * hundredths, hundredths * per_gp / 100, Norm(per_gp, per_gp / 2))
    assert set(found.status) == {INSIDE}
    assert not found.spare_places.any()


def test_each_centre_and_kind_has_its_own_newest_date():
    rows = [
        ("a", SPECIALIST, 1, "2023-12-31"), ("a", SPECIALIST, 2, "2024-12-31"), ("a", LISTED, 900, "2023-12-31"),
        ("b", TRAINEE, 1, ""), ("b", TRAINEE, 3, "2020-01-01"), ("c", SPECIALIST, 9, "2024-12-31"),
    ]  # fmt: skip
    found = newest_values(*zip(*rows), facility_ids=np.array(["b", "a"], object))
    assert found[SPECIALIST][1] == 2
    assert found[LISTED][1] == 900
    assert found[TRAINEE][0] == 3
    assert np.isnan([found[SPECIALIST][0], found[LISTED][0], found[TRAINEE][1]]).all()


amounts = st.lists(st.integers(0, 40), min_size=12, max_size=12)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(amounts, amounts, amounts, st.sampled_from([1100, 1250, 1500, 1750]))
def test_status_spare_places_and_load_say_the_same(gp, trainees, listed, norm):
    found = capacity(np.array(gp) / 4, np.array(trainees) / 4, np.array(listed) * 250, Norm(norm, norm / 2))
    over = found.status == OVER
    with_doctors = found.status != NO_DOCTORS
    assert np.array_equal(over, (found.spare_places < 0) & with_doctors)
    assert np.array_equal(over, found.load > 1)
    # A higher norm never puts a centre over it.
    higher = capacity(np.array(gp) / 4, np.array(trainees) / 4, np.array(listed) * 250, Norm(norm + 250, norm / 2))
    assert not (over < (higher.status == OVER)).any()
