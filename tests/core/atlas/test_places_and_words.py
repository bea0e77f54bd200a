"""Everybody stands in one place, and every sentence in both languages."""

import re

import numpy as np
import pytest

from narvard_plugin.core.atlas.content import TOPICS
from narvard_plugin.core.atlas.figures import counted, shares, told_parts
from narvard_plugin.core.atlas.places import nearest_year, place_of_small, split_small

from .ground import PEOPLE, PLACES, texts, words


def test_the_region_has_those_who_live_in_no_area_too():
    assert PLACES.population.tolist() == [210, 150, 50]
    assert PLACES.small_of(0).all() and PLACES.small_of(1).tolist() == [True, False, True]


def test_a_sum_with_an_unknown_part_is_unknown():
    values = np.array([1.0, np.nan, 2, 3, 4])
    assert np.isnan(PLACES.sums(values)).tolist() == [True, True, False]


def test_a_small_area_belongs_where_most_of_its_people_live():
    member, small = np.array([1, 1, 2, 2, 0]), np.array([0, 1, 1, 1, 2])
    assert place_of_small(member, PEOPLE, small, 4, 3).tolist() == [1, 1, 0, 0]  # 50 against 50: the first place
    assert split_small(member, PEOPLE, small, 4).tolist() == [1]


@pytest.mark.parametrize(("wanted", "found"), [(2014, 2015), (2019, 2020), (2017, 2015), (1990, 2015)])
def test_the_nearest_year_is_the_later_of_two(wanted, found):
    assert nearest_year([2015, 2020, 2024], wanted) == found


def test_few_people_are_told_by_no_number():
    values, why = counted(np.array([4, 0, 5, np.nan]), "few", "none")
    assert np.isnan(values).tolist() == [True, False, False, True] and why == ["few", "", "", "none"]
    values, why = shares(np.array([0, 4, 50, 97, 10]), np.array([100, 100, 100, 100, 0]), "few", "none")
    assert values[[0, 2]].tolist() == [0, 50] and why == ["", "few", "", "few", "none"]  # 97 of 100 tells of three


def test_a_hidden_number_cannot_be_worked_out_from_the_others():
    values, _ = counted(np.array([210, 3, 7, 200]), "few", "none")
    assert np.isnan(values).tolist() == [False, True, True, False], "the next smallest goes with it"
    values, _ = counted(np.array([14, 1, 1, 12.0]), "few", "none")
    assert np.isnan(values).tolist() == [False, True, True, True], "two who are few together need a third"
    values, _ = counted(np.array([3, 3, 0]), "few", "none")
    assert np.isnan(values).tolist() == [True, True, False], "the region is hidden itself"
    values, _ = counted(np.array([303, 200, 100]), "few", "none")
    assert np.isnan(values).tolist() == [False, False, True], "three live outside all areas"
    assert np.isnan(told_parts(np.array([50, 3, 9, 0]))).tolist() == [False, True, True, False]


def test_both_languages_say_the_same_things_with_the_same_places():
    swedish, english = texts("sv"), texts("en")
    assert list(swedish) == list(english)
    for key in swedish:
        assert sorted(set(re.findall(r"\{(\w+)\}", swedish[key]))) == sorted(
            set(re.findall(r"\{(\w+)\}", english[key]))
        ), key


def test_every_topic_has_its_title_doubts_and_what_is_not_measured():
    for key in TOPICS:
        assert all(texts("sv")[f"{kind}.{key}"] for kind in ("title", "uncertain", "not_measured"))


def test_no_text_uses_the_words_that_mislead():
    for language, forbidden in (("sv", r"\btillgänglighet\b|nedgrader|\bavdelning\b"), ("en", r"downgrad")):
        assert not [text for text in texts(language).values() if re.search(forbidden, text, re.IGNORECASE)]


@pytest.mark.parametrize(
    ("value", "said"), [(0, "0"), (0.2, "mindre än 1"), (99.9, "mer än 99"), (100, "100"), (47.6, "48")]
)
def test_a_share_in_words_never_makes_all_of_most_nor_nobody_of_few(value, said):
    assert words().percent(value) == said


def test_numbers_in_words():
    assert [words().about(value) for value in (7, 123, 12_345, 251_994)] == ["7", "120", "12\u00a0300", "252\u00a0000"]
    assert words().listed(["a", "b", "c"]) == "a, b och c" and words("en").listed(["a", "b"]) == "a and b"
    assert [words().minutes(value) for value in (0.3, 1.2, 31.6)] == ["mindre än 1 minut", "1 minut", "32 minuter"]
    assert words().number(None) == "–"
    assert words().inside("Vårdbehovsindex") == "vårdbehovsindex" and words().inside("CNI") == "CNI"
