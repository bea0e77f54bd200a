"""People, ages, need and health, counted by hand."""

import numpy as np
import pytest

from narvard_plugin.core.atlas.need import Index, Told, health_topic, mean_of_small, need_topic, types_of_places
from narvard_plugin.core.atlas.people import age_topic, people_topic

from .ground import PLACES, words

YEARS = {2014: np.array([180.0, 100, 80]), 2020: np.array([190.0, 130, 60]), 2024: np.array([200.0, 150, 50])}


def people(history=YEARS):
    return people_topic(PLACES, history, "2024-12-31", words(), [])


def test_change_goes_over_ten_years_as_far_as_there_are_any():
    change = people().figure("people.change_10y")
    assert change.values == pytest.approx([11.111, 50, -37.5], abs=1e-3) and change.period == "2014–2024"
    assert "ökade folkmängden med 50,0 procent" in people().text[1][0]
    assert "minskade folkmängden med 37,5 procent" in people().text[2][0]
    assert people().figure("people.density").values.tolist() == [2.1, 15, 1]


def test_two_years_are_no_history_and_no_change_is_made_up():
    short = people({2023: YEARS[2020], 2024: YEARS[2024]})
    assert np.isnan(short.figure("people.change_10y").values).all()
    assert short.topic(1, words()).measures[1].why == "ingen tidsserie i arbetsytan"


def test_an_area_of_few_is_told_of_by_no_number():
    few = PLACES._replace(people=np.array([100.0, 50, 2, 1, 3]))
    found = people_topic(few, YEARS, "2024", words(), [])
    assert np.isnan(found.figure("people.population").values[2])
    assert found.text[2] == ["Färre än fem personer bor i Södra. Därför visas inga tal om dem."]


def test_ages_beside_the_region_and_groups_of_few_hidden():
    ages = np.zeros((5, 18))
    ages[:, 0] = [10, 5, 0, 0, 5]  # children
    ages[:, 17] = [90, 45, 20, 2, 5]  # 85 and over
    ages[3, 8] = 28
    found = age_topic(PLACES, ages, [str(n) for n in range(18)], "2024", words(), [])
    old = found.figure("age.65_plus")
    assert old.values == pytest.approx([100 * 162 / 210, 90, 44])
    assert found.figure("age.under_20").values[2] == 0
    chart = found.charts[2][0]
    assert list(chart.series) == ["Södra", "Länet"] and chart.series["Södra"][17] == pytest.approx(44)
    assert found.charts[0][0].kind == "bars"


def test_a_hidden_age_cannot_be_worked_out_from_the_other_ages():
    ages = np.zeros((5, 18))
    ages[:, 8], ages[:, 0], ages[:, 14], ages[:, 17] = (
        [60, 40, 20, 18, 5],
        [20, 10, 12, 8, 5],
        [20, 20, 1, 1, 0],
        [30, 20, 10, 10, 0],
    )
    ages[2:4, 14] = [1, 1]
    found = age_topic(PLACES, ages, [str(n) for n in range(18)], "", words(), [])
    pyramid = found.charts[2][0].series["Södra"]
    assert [at for at, value in enumerate(pyramid) if value is None] == [0, 14], "70–74 has two; another goes with them"
    assert np.isnan(found.figure("age.80_plus").values[2]), "of 22 old, 20 are over 80"
    few = np.zeros((5, 18))
    few[:, 8], few[:, 0], few[:, 17] = [60, 40, 20, 18, 5], [20, 10, 12, 8, 5], [20, 20, 2, 1, 9]
    told = [age_topic(PLACES, few, [str(n) for n in range(18)], "", words(), []).figure(f"age.{key}").values[2]
            for key in ("under_20", "20_64", "65_plus")]  # fmt: skip
    assert np.isnan(told).tolist() == [True, False, True], "100 per cent less two shares is the third"


def test_unknown_ages_are_a_missing_topic():
    found = age_topic(PLACES, np.full((5, 18), np.nan), ["x"] * 18, "2024", words(), [])
    assert found.topic(1, words()).missing and not found.figures


def test_a_mean_needs_every_part_that_somebody_lives_in():
    size = np.array([10.0, 20, 30])
    assert mean_of_small(PLACES, np.array([1.0, 2, 3]), size).tolist() == pytest.approx([140 / 60, 2.5, 2])
    assert np.isnan(mean_of_small(PLACES, np.array([1.0, 2, np.nan]), size)).tolist() == [True, True, False]
    assert mean_of_small(PLACES, np.array([1.0, 2, np.nan]), np.array([10.0, 20, 0])).tolist() == pytest.approx(
        [50 / 30, 1, 2]
    )


def test_need_is_told_against_the_region_and_area_types_by_people():
    size = np.array([40.0, 60, 60])
    index = Index("Vårdbehovsindex (CNI)", np.array([3.0, 1, 2]), size, "per_person", "2024", "")
    types = np.array([1.0, 5, np.nan])
    assert types_of_places(PLACES, types, size).tolist() == [[40, 0, 0, 0, 60], [40, 0, 0, 0, 0], [0, 0, 0, 0, 60]]
    found = need_topic(PLACES, index, types, size, [], "2024", words(), [])
    relative = found.figure("need.index_of_region").values
    assert relative == pytest.approx([1, 2.4 / 1.875, 1 / 1.875])
    assert "28 procent större än i regionen, mätt med vårdbehovsindex (CNI)" in found.text[1][0]
    assert "Ingen bor i områden med socioekonomiska utmaningar" in found.text[2][0]
    assert found.figure("need.types_1_2").values.tolist() == [40, 100, 0]


def test_an_index_beside_a_region_that_is_not_whole_says_why_it_is_not_told():
    size = np.array([40.0, 60, 60])
    index = Index("CNI", np.array([3.0, 1, np.nan]), size, "per_person", "2024", "")
    relative = need_topic(PLACES, index, np.full(3, np.nan), size, [], "", words(), []).figure("need.index_of_region")
    assert np.isnan(relative.values).all() and all(relative.why)


def test_health_says_whose_figure_it_is_and_why_there_is_none():
    told = Told("x", "God hälsa", "%", 1, "higher", np.array([70.0, np.nan, 71]), ["", "publiceras inte", ""], PLACES.population,
                ["regionen", "", "kommunen"], "2024", "FoHM")  # fmt: skip
    found = health_topic(PLACES, [told], words(), [])
    assert found.tables[1][0].rows[0] == ["God hälsa", None, 70, "%", "publiceras inte", "2024"]
    assert found.text[1][0].startswith("Inget hälsomått finns för just Norra.")
    assert "God hälsa: 71,0 procent, mot 70,0 i hela regionen (2024)." in found.text[2][1]
