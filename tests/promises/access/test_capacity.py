"""Places by doctors, against those who are listed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from narvard_plugin.core.access.capacity import (
    INSIDE,
    KINDS,
    NO_DOCTORS,
    OVER,
    UNKNOWN,
    Norm,
    capacity_of,
    newest_values,
    summarise_capacity,
    supply_of,
)
from tests.promises import promise
from tests.promises.strategies.reach import arrays
from tests.promises.unchanged import assert_same, unchanged

FTE = st.one_of(st.sampled_from((0.0, 0.5, 2.3, np.nan)), st.floats(0.01, 30))
LISTED = st.one_of(st.sampled_from((0.0, 550.0, 2530.0, 3450.0, np.nan)), st.integers(0, 30_000).map(float))
NORM = st.sampled_from((Norm(1100.0, 550.0), Norm(1500.0, 0.0)))


@promise("of each facility and kind the row with the newest date counts, an undated one last of all, whatever order they come in",
         newest_values, usual=8)  # fmt: skip
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from((*KINDS, "rum")), st.integers(0, 9),
                          st.sampled_from(("", "2024", "2024-05", "2025-01-01"))), unique_by=lambda row: (row[0], row[1], row[3])),
       st.permutations("abcd"))  # fmt: skip
def test_newest_values(rows, ids):
    facility, kind, value, date = (list(column) for column in zip(*rows)) if rows else ([], [], [], [])
    found = unchanged(newest_values)(facility, kind, np.array(value, float), date, np.array(ids, object))
    newest = {}
    for one, what, number, _ in sorted(rows, key=lambda row: row[3]):
        newest[one, what] = float(number)
    assert list(found) == list(KINDS)
    for what in KINDS:
        assert_array_equal(found[what], [newest.get((one, what), np.nan) for one in ids])
    turned = newest_values(facility[::-1], kind[::-1], np.array(value[::-1], float), date[::-1], np.array(ids, object))
    assert_same(turned, found)


@promise("doctors more are places more, unknown specialists are unknown places, and unknown doctors in training none", supply_of,
         usual=6)  # fmt: skip
@given(arrays(FTE, FTE), NORM)
def test_supply(drawn, norm):
    gp, trainees = (column.astype(float) for column in drawn)
    places = unchanged(supply_of)(gp, trainees, norm)
    assert_array_equal(np.isnan(places), np.isnan(gp))
    expected = [norm.per_specialist * a + norm.per_trainee * (0 if np.isnan(b) else b) for a, b in zip(gp, trainees)]
    assert_allclose(places, expected, atol=1e-6)
    assert ((supply_of(gp + 1, trainees, norm) - places)[~np.isnan(gp)] == pytest.approx(norm.per_specialist)) or len(
        gp
    ) == np.isnan(gp).sum()


@promise("a centre is over its norm just where more are listed than it has places for; where that is not known it is not guessed",
         capacity_of, summarise_capacity, usual=8)  # fmt: skip
@given(arrays(FTE, FTE, LISTED, st.sampled_from((0.0, 4.0, 500.0)), st.sampled_from((np.nan, -3.0, 0.0, 2.0))), NORM)
def test_capacity(drawn, norm):
    gp, trainees, listed, hidden, beside = (column.astype(float) for column in drawn)
    listed = np.where(np.isnan(beside), listed, np.maximum(supply_of(gp, trainees, norm) + beside, 0))  # near the norm
    found = unchanged(capacity_of)(gp, trainees, listed, norm, hidden)
    for row, status in enumerate(found.status):
        places, people = found.supply[row], listed[row]
        if np.isnan(places) or (np.isnan(people) and places > 0):
            assert status == UNKNOWN
        elif places == 0:
            assert status == NO_DOCTORS
        elif people > places:
            assert status == OVER
        else:
            assert status == (UNKNOWN if people + hidden[row] > places else INSIDE)
    assert_same(found.spare_places, found.supply - listed)
    known = found.supply > 0
    assert_allclose(found.load[known] * found.supply[known], listed[known])
    assert np.isnan(found.load[~known]).all() and np.isnan(found.listed_per_gp[~(gp > 0)]).all()

    told = unchanged(summarise_capacity)(found, norm)
    names = (INSIDE, OVER, NO_DOCTORS, UNKNOWN)
    assert sum(told[f"centres_{name}"] for name in names) == told["centres"] == len(gp)
    total = np.nansum(listed)
    assert sum(told[f"listed_{name}"] for name in names) == pytest.approx(total)
    assert np.isnan(told["listed"]) if np.isnan(listed).all() else told["listed"] == pytest.approx(total)
    assert np.isnan(told["share_inside_norm"]) if not total > 0 else 0 <= told["share_inside_norm"] <= 1 + 1e-12
    order = np.arange(len(gp))[::-1]
    assert_same(summarise_capacity(found.take(order), norm), told)
