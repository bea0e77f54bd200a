"""Ids, sides and ages of squares of people, by the names that they come with."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.squares import NotASquare, centres, ids_of
from narvard_plugin.core.squares_import import GROUPS, SIDES, age_fields, over_total, read_id, side_of


@pytest.mark.parametrize(
    "text",
    ["3520006860000", " 3520006860000 ", "E352000N6860000", "E352000_N6860000", "N6860000E352000", "1kmN6860E352",
     "CRS3006RES1000mN6860000E352000", "1000mN6860000E352000", "3520006860000-1km"],
)  # fmt: skip
def test_ids_of_one_square(text):
    assert read_id(text) == "3520006860000"


@pytest.mark.parametrize(
    "text", ["", "352000686000", "CRS3035RES1000mN4000000E4500000", "250mN2736E1408", "Mora", "352000,6860000"]
)
def test_what_is_no_square(text):
    with pytest.raises(NotASquare):
        read_id(text)


@pytest.mark.parametrize(
    "centre", [(-500.0, 6_860_500), (352_500, -500), (1_000_500, 6_860_500), (352_500, 10_000_500)]
)
def test_a_centre_whose_corner_no_id_can_tell_is_refused(centre):
    with pytest.raises(NotASquare):
        ids_of(np.array([centre], float), 1000)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(st.integers(300, 900), st.integers(6200, 7600)), min_size=1, max_size=9), st.sampled_from(SIDES)
)
def test_the_side_fits_every_corner(cells, side):
    ids = [f"{east * 1000 + side:06d}{north * 1000:07d}" for east, north in cells]
    found = side_of(ids)
    assert found % side == 0 or found == 1000
    assert (centres(ids, found) % found == found / 2).all()
    with pytest.raises(NotASquare):
        side_of([*ids, "3520016860000"])


def test_ages_by_scbs_names_and_the_registers():
    scb = [f"ald{low}_{low + 4}" for low in range(0, 100, 5)] + ["ald100w", "beftotalt", "kvinna"]
    ages = age_fields(scb)
    assert set(ages.fields) == set(GROUPS)
    assert ages.fields["age_85_plus"] == ("ald85_89", "ald90_94", "ald95_99", "ald100w")
    assert ages.unused == []
    own = age_fields([*GROUPS, "population"])
    assert {group: names[0] for group, names in own.fields.items()} == {group: group for group in GROUPS}


def test_ages_that_are_not_told_whole():
    ages = age_fields(["ald65_69", "ald85_89", "ald90_94", "ald0_19", "alder"])
    assert set(ages.fields) == {"age_65_69"}
    assert sorted(ages.unused) == ["ald0_19", "ald85_89", "ald90_94"]
    assert set(age_fields(["bef_0_4", "ald5_9"], "bef").fields) == {"age_0_4"}


def test_parts_over_their_total():
    parts = np.array([[1.0, np.nan], [4, 0], [np.nan, np.nan], [3, 9]])
    assert over_total(parts, np.array([1.0, 3, 0, 9])).tolist() == [False, True, False, False]
    assert over_total(np.zeros((2, 0)), np.array([1.0, 2])).tolist() == [False, False]
    assert over_total(np.zeros((0, 2)), np.zeros(0)).tolist() == []
