"""Need and access, the forecast, plans and targets, counted by hand."""

import numpy as np
import pytest

from narvard_plugin.core.atlas.coming import Ahead, Classed, forecast_topic, need_access_topic
from narvard_plugin.core.atlas.plans import Aim, Plan, plans_topic, targets_topic
from narvard_plugin.core.scenarios.targets import Target, gaps

from .ground import PLACES, words


def test_who_is_in_the_worst_third_of_both():
    classed = Classed(np.array([3, 3, 0]), np.array([3, 1, 0]), np.array([1, 2, 0]), np.array([9.0, 2, np.nan]),
                      np.array([60.0, 40, 50]), ["A", "B", "C"])  # fmt: skip
    found = need_access_topic(PLACES, classed, "", words(), [])
    assert found.figure("need_access.people").values.tolist() == [60, 60, 0]
    assert found.figure("need_access.share").values.tolist() == [60, 100, 0]
    assert (
        "60 invånare (100,0 procent) i ett område" in found.text[1][0]
        and "minst 9,0 minuter" in found.text[1][1]
        and "Ingen i Södra" in found.text[2][0]
    )
    assert [row[0] for row in found.tables[0][0].rows] == ["A", "B"]


def test_the_forecast_tells_change_from_its_own_first_year_and_nothing_for_a_part():
    people = {2024: np.array([200.0, 150, 50]), 2040: np.array([np.nan, 180, 40])}
    care = {"besok": {2024: np.array([100.0, 60, 40]), 2040: np.array([np.nan, 90, 40])}}
    found = forecast_topic(PLACES, Ahead(2024, people, {}, care, "Prognosen"), [], words(), [])
    assert found.figure("forecast.change.2040").values[1:].tolist() == [20, -20]
    assert np.isnan(found.figure("forecast.population.2040").values[0])
    assert found.text[0] == ["Det finns ingen prognos som täcker hela Länet."]
    assert "2040: omkring 180 invånare, 20 procent fler." in found.text[1][0]
    assert found.tables[1][0].rows == [["besok", 50]]


def plan(place, dwellings, people, counts=True, answer_by="", late=False):
    return Plan(place, f"Plan {place}", "detaljplan", "samråd", dwellings, people, counts, answer_by, late)


def test_plans_are_summed_only_where_all_is_known_and_never_twice():
    plans = [plan(1, 100, 210), plan(1, 900, 1890, counts=False), plan(2, None, None), plan(0, 10, 21)]
    found = plans_topic(PLACES, plans, [], 2.1, "", words(), [])
    assert found.figure("plans.under_way").values.tolist() == [4, 2, 1]
    dwellings = found.figure("plans.dwellings").values
    assert dwellings[1] == 100 and np.isnan(dwellings[[0, 2]]).all()
    assert "Med 2,1 boende per bostad blir det ungefär 210 nya invånare." in found.text[1][1]
    assert "En plan ligger utanför alla områden" in found.uncertain[1]


def test_a_plan_without_homes_brings_nobody_and_comprehensive_plans_are_told_apart():
    found = plans_topic(PLACES, [plan(1, 0, 0), plan(2, 900, 1890, counts=False)], [], 2.1, "", words(), [])
    assert found.text[1][1] == found.text[2][1] == "Inga bostäder är räknade i de detaljplanerna."
    assert found.tables[1][0].note == "" and "räknas inte in i summan" in found.tables[2][0].note


def test_silence_is_not_no_plans_and_no_confirmed_number_is_no_people():
    found = plans_topic(PLACES, [plan(1, 100, None, answer_by="2026-06-26", late=True)], [2], None, "", words(), [])
    assert found.missing[2].startswith("Registret har inga planer från Södra.")
    assert np.isnan(found.figure("plans.under_way").values[2])
    assert np.isnan(found.figure("plans.people").values[1]) and "räknas inte" in found.text[1][1]
    assert "Ett svar är försenat: Plan 1 skulle ha fått svar 2026-06-26." in found.text[1][1]


def test_a_target_of_the_area_goes_before_the_regions_and_a_gap_needs_a_value():
    values = np.array([10.0, 20, np.nan])
    targets = {"99": Target(15, "lower", "RF", "2024-11-20"), "N": Target(25, "lower")}
    places = [(None, None, "99"), ("N", None, "99"), ("S", None, "99")]
    aim = Aim("t", "Restid", "minuter", 1, 2030, values, gaps(values, places, targets), "saknas")
    found = targets_topic(PLACES, [aim], "", words(), [])
    assert found.figure("targets.t.2030.target").values.tolist() == [15, 25, 15]
    gap = found.figure("targets.t.2030.gap")
    assert gap.values[:2].tolist() == [-5, -5] and np.isnan(gap.values[2]) and gap.why[2] == "saknas"
    assert found.text[0][0].startswith("Länet klarar i dag 1 av 1 målvärde som går att följa upp.")
    assert found.text[2] == ["Inget målvärde går att följa upp för Södra."]
    assert found.tables[0][0].rows[0][3] == "högst 15"
    assert pytest.approx(20) == found.tables[1][0].rows[0][2]
    later = targets_topic(PLACES, [aim, aim._replace(year=2040)], "", words(), []).topic(1, words())
    assert [(one.value, one.people) for one in later.measures] == [(20, None)], "today's value once, of nobody counted"
