"""The questions of health's geography answer on the sample county as its stories promise, and as the tools do one by one."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from qgis.core import NULL, QgsProcessingException

from tests.core.sample.stories import promised, written

from .model_answers import answer_of
from .small_network import Listening, by_id, rows, run

AGES = [*(f"age_{youngest}_{youngest + 4}" for youngest in range(0, 85, 5)), "age_85_plus"]
OWN = "region = '99'"
GOOD_AREA, JUST_BELOW = "99-vardcentral-026", "99-vardcentral-018"


@pytest.fixture(scope="module")
def needs(county):
    """The areas with the Care Need Index, its ratio over the region's own mean."""
    areas = {"AREAS": county.layer("areas"), "AREA_CODE": "area_code", "OUTPUT": "TEMPORARY_OUTPUT"}
    own = [row for row in rows(run("careneedindex", **areas)["OUTPUT"]) if row["region"] == "99"]
    mean = sum(row["cni_points"] for row in own) / sum(row["population"] for row in own)
    return run("careneedindex", **areas, NATIONAL_MEAN=mean)["OUTPUT"].clone()


def places(county):
    return {"NETWORK": county.network, "PEOPLE": county.layer("people"), "FACILITIES": county.layer("facilities")}


def legend(layer):
    """What the classes of a result are called: the style of the tool that made it comes along."""
    return {item.label() for item in layer.renderer().legendSymbolItems()}


def test_where_need_is_great_and_far_away(county, needs):
    """Story 1: the farthest are the prosperous by the sea; by need and travel time the first ten are others."""
    needs.setSubsetString(OWN)
    results = ["both:NEED_AND_TIME", "both:SUMMARY", "nearest:TIMES"]
    feedback = Listening()
    found = answer_of("needmap", results, feedback, **places(county), AREAS=needs, NEED="cni_ratio")
    areas = pd.DataFrame(rows(found["NEED_AND_TIME"])).set_index("area_code")
    by_time, by_both = areas.astype({"restid_mean": float}).nlargest(10, "restid_mean"), areas[areas["rank"] <= 10]
    assert len(areas) == 153 and (by_time["area_type"] >= 4).all()
    facit = promised()["1 worst ten by time: mean need"]
    assert written(by_time["cni_ratio"].mean(), facit) == facit
    assert by_both["cni_ratio"].mean() > 1.4 and len(by_time.index.intersection(by_both.index)) <= 3
    # The mean over the people of each area of what the tool says of each point.
    reached = pd.DataFrame([row for row in rows(found["TIMES"]) if row["minutes_1"] != NULL and row["region"] == "99"])
    mean = reached.groupby("area_code").apply(lambda own: np.average(own["minutes_1"], weights=own["population"]))
    np.testing.assert_allclose(areas["restid_mean"].astype(float), mean[areas.index])
    assert sum(row["people"] for row in rows(found["SUMMARY"])) == areas["population"].sum()
    assert areas["restid_population_without"].sum() > 0 and "cannot reach any facility" in feedback.said
    assert "nås inte på väg" in legend(found["TIMES"]) and len(legend(found["NEED_AND_TIME"])) > 9


def test_where_the_population_has_grown(county):
    found = answer_of(
        "whogrew", ["growth:CHANGE", "growth:BY_TYPE", "growth:FIGURE"], AREAS=county.layer("areas", OWN),
        YEAR_BEFORE=2015, YEAR_AFTER=2024,
    )  # fmt: skip
    by_type, facit = by_id(found["BY_TYPE"], "type"), promised()
    for kind in "12345":
        for column, name in (("growth_fixed", f"1 growth of type {kind}, fixed class"), ("reclassification", f"1 reclassification of type {kind}")):  # fmt: skip
            assert written(by_type[kind][column], facit[name]) == facit[name]
    page = Path(found["FIGURE"])
    assert page.suffix == ".html" and "2015–2024" in page.read_text("utf8")
    assert sum(row["change"] for row in rows(found["CHANGE"])) == by_type["all"]["people_change"]
    assert {"ökning över 10 %", "bytte områdestyp"} <= legend(found["CHANGE"])


def test_who_lives_in_the_catchments(county):
    """Summed over the catchments they are the county's people, but for those without a road; shares are of the sums."""
    found = rows(answer_of("whoshares", ["profile:PROFILE"], **places(county), AREAS=county.layer("areas"))["PROFILE"])
    table = pd.DataFrame(found).set_index("facility_id")
    centres = {row["facility_id"]: row["name"] for row in rows(county.layer("facilities", "type = 'vardcentral' AND closed IS NULL"))}  # fmt: skip
    assert table["name"].to_dict() == centres and len(centres) == 42
    areas = pd.DataFrame(rows(county.layer("areas")))
    for field in ("population", "aged_65_plus", "foreign_born"):
        total = areas[field].sum()
        assert 0.98 * total < table[f"sum_{field}"].sum() <= total * (1 + 1e-9)
    np.testing.assert_allclose(table["sum_population"].sum(), table["population_within"].sum(), rtol=0.01)
    np.testing.assert_allclose(table["sum_population"], table["population_within"], rtol=0.1)
    for field in ("aged_65_plus", "foreign_born"):
        np.testing.assert_allclose(table[f"share_{field}"], table[f"sum_{field}"] / table["sum_population"])
    shares = table["share_foreign_born"]
    assert shares.max() > 2 * shares.median() and set(table["status"]) == {"ok"}


def test_how_many_and_what_care(county):
    """The areas sum to the municipalities' forecast; care grows faster than people; YEAR need not be one of YEARS."""
    results, names = ["ahead:CARE", "ahead:SUMMARY", "today:TODAY"], ("people", "areas", "care_rates", "forecasts")
    given = dict(zip(("PEOPLE", "AREAS", "RATES", "FORECAST"), map(county.layer, names)))
    found = answer_of("horizon", results, **given, YEARS="2030; 2050", YEAR=2040, SERVICE="varddygn_slutenvard")
    care, (ahead,), (today,) = (pd.DataFrame(rows(found["CARE"])), rows(found["SUMMARY"]), rows(found["TODAY"]))
    people = pd.DataFrame(rows(county.layer("people")))
    by_area = people.groupby("area_code")[["population", *AGES]].sum()
    for year in (2030, 2040, 2050):
        told = rows(county.layer("forecasts", f"age_group = 'total' AND year = {year}"))
        sums = care.astype({f"population_{year}": float}).groupby("municipality")[f"population_{year}"].sum()
        np.testing.assert_allclose(sums[[row["code"] for row in told]], [row["population"] for row in told])
    np.testing.assert_array_equal(
        care.set_index("area_code")["age_85_plus"], by_area.loc[care["area_code"], "age_85_plus"]
    )
    assert ahead["service"] == today["service"] == "varddygn_slutenvard"
    assert ahead["demand"] / today["demand"] > ahead["population"] / today["population"] > 1
    rates = {row["age_group"]: row["per_person"] for row in rows(county.layer("care_rates", "service = 'varddygn_slutenvard'"))}  # fmt: skip
    assert today["demand"] == pytest.approx(sum(rates[age] * by_area[age].sum() for age in AGES))
    assert ahead["demand"] == pytest.approx(sum(rates[age] * care[f"{age}_2040"].astype(float).sum() for age in AGES))


def test_people_outside_the_areas_and_a_year_that_the_forecast_lacks_are_told(county):
    results, names = ["ahead:CARE", "ahead:SUMMARY", "today:TODAY"], ("people", "care_rates", "forecasts")
    given = dict(zip(("PEOPLE", "RATES", "FORECAST"), map(county.layer, names)), AREAS=county.layer("areas", OWN))
    feedback = Listening()
    found = answer_of("horizon", results, feedback, **given, YEARS="2030", YEAR=2045)
    assert "in no area of AREAS" in feedback.said and "9801A0010" in feedback.said
    services = {row["service"] for row in rows(county.layer("care_rates"))}
    assert {row["service"] for row in rows(found["SUMMARY"])} == services
    with pytest.raises(QgsProcessingException) as refused:
        answer_of("horizon", results, feedback, **given, YEAR=2090)
    assert "says nothing of 2090" in feedback.textLog() + str(refused.value)  # newer QGIS says it there


def grant(county, needs, feedback=None, **more):
    needs.setSubsetString("")
    given = {
        "FACILITIES": county.layer("facilities"),
        "REGION": "99",
        "LISTINGS": county.layer("listings"),
        "AREAS": needs,
    }
    results, feedback = ["grant:GRANT", "grant:EFFECT", "grant:COMPARISON"], feedback or Listening()
    found = answer_of("grantmodel", results, feedback, **given, **more)
    return found, by_id(found["GRANT"]), feedback.said


def test_who_gains_by_which_rule(county, needs):
    """Story 3: the good area's centre wins by its listed, not by where it stands; the one just below gets no step."""
    rules = {"METHOD": "proportional", "METHOD_2": "step", "POT": 20_000_000, "THRESHOLD": 1.15, "RATE": 600}
    found, units, said = grant(county, needs, INDEX="cni_ratio", **rules)
    assert len(units) == 35 and sum(row["amount"] for row in units.values()) == 20_000_000
    assert units[GOOD_AREA]["amount"] == 1_068_100 and units[GOOD_AREA]["amount_area"] == 603_882
    stepped = {unit for unit, row in units.items() if row["amount_2"]}
    assert len(stepped) == 8 and GOOD_AREA in stepped and JUST_BELOW not in stepped
    assert written(units[JUST_BELOW]["index_listed"], facit := promised()["3 need of the just-below centre's listed"]) == facit  # fmt: skip
    assert "does not use it" not in said and "98-vardcentral-001" in said
    assert {row["group_name"] for row in rows(found["EFFECT"])} >= {"lov", "egen_regi"}
    assert {row["comparison"] for row in rows(found["COMPARISON"])} == {"rules", "base"}
    assert len(legend(found["GRANT"])) > 5


def test_one_rule_alone_and_a_rule_without_its_price(county, needs):
    found, units, said = grant(county, needs, POT=1_000_000, RATE=5)
    assert sum(row["amount"] for row in units.values()) == 1_000_000 and said.count("does not use it") == 0
    assert {row["comparison"] for row in rows(found["COMPARISON"])} == {"base"} and "amount_2" not in units[GOOD_AREA]
    with pytest.raises(QgsProcessingException):
        grant(county, needs, feedback := Listening(), METHOD="tariff", THRESHOLD=1.15)
    assert "tariff needs RATE" in feedback.textLog()


def test_where_the_greatest_challenges_gather(county):
    """Story 1: the estates of Lindhamn and the whole of the mill town Hultaryd."""
    areas = county.layer("areas")
    found = answer_of("segregated", ["clusters:CLUSTERS", "apart:APART"], AREAS=areas)
    names = {row["name"] for row in rows(found["CLUSTERS"]) if row["cluster"] == "high_high"}
    assert sum("Hultaryd" in name for name in names) == 5 and any("Lindhamn" in name for name in names)
    table = pd.DataFrame(rows(areas))
    group, rest = table["low_education"], table["population"] - table["low_education"]
    apart = {(row["group"], row["measure"]): row for row in rows(found["APART"])}
    uneven = apart["low_education", "dissimilarity"]
    assert uneven["value"] == pytest.approx(np.abs(group / group.sum() - rest / rest.sum()).sum() / 2)
    assert "%" in uneven["reading"] or "cent" in uneven["reading"]
    assert len(legend(found["CLUSTERS"])) > 5


def test_the_questions_of_health_come_first(provider):
    """The toolbox sorts by name."""
    questions = {model.displayName(): model.name() for model in provider.algorithms() if model.groupId() == "questions"}
    order = [questions[name] for name in sorted(questions)]
    assert order[:6] == ["needmap", "whogrew", "whoshares", "horizon", "grantmodel", "segregated"]
    assert order[6] == "primarycareaccess" and len(order) == 11


def test_a_rule_reads_in_the_model_as_in_the_tool(provider):
    """And every result is made unless the user says no, also those that the tool itself skips."""
    model, tool = (provider.algorithm(name).create() for name in ("grantmodel", "developmentgrant"))
    labels = model.parameterDefinition("METHOD_2").metadata()["widget_wrapper"]["labels"]
    assert labels == tool.parameterDefinition("METHOD").metadata()["widget_wrapper"]["labels"]
    assert all(result.createByDefault() for result in model.destinationParameterDefinitions())
