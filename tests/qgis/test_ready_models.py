"""The planner's questions as ready-made models: they load, read in the user's language, and answer on the sample county."""

import pytest
from qgis.core import (
    NULL,
    Qgis,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsVectorLayer,
)

from narvard_plugin.algorithms.ready_models import ready_models
from tests.shared import in_campaign
from tools import models

from .model_answers import answer_of
from .small_network import rows

NAMES = sorted(models.MODELS)


@pytest.fixture
def answer(county):
    """One run of a model on the network and people of the sample county: its results by their own names."""

    def answer(name, results, **given):
        return answer_of(name, results, NETWORK=county.network, **{"PEOPLE": county.layer("people"), **given})

    return answer


def test_every_file_is_a_model_with_texts():
    assert sorted(model.name() for model in ready_models()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_what_the_source_makes(name, provider, tmp_path):
    made, kept = QgsProcessingModelAlgorithm(), QgsProcessingModelAlgorithm()
    path = tmp_path / f"{name}.model3"
    models.write(models.build(name), path)
    if Qgis.QGIS_VERSION_INT < 32300:  # which the files are written with, so that every QGIS can read them
        assert path.read_text("utf8") == (models.FOLDER / path.name).read_text("utf8"), "run python3 -m tools.models"
    assert made.fromFile(str(path)) and kept.fromFile(str(models.FOLDER / path.name))
    assert content(made) == content(kept), "run python3 -m tools.models with QGIS 3.22"


def content(model):
    """Inputs and steps; what newer QGIS calls the outputs of a model depends on which QGIS wrote it.

    A parameter that a newer QGIS has given its own tool stands at its default, as it does where the file says nothing of it.
    """
    asked = [one.toVariantMap() for one in model.parameterDefinitions() if not one.isDestination()]
    steps = model.childAlgorithms()
    for child in steps.values():
        for definition in child.algorithm().parameterDefinitions():
            told = definition.isDestination() or definition.name() in child.parameterSources()
            if not told and not definition.flags() & definition.FlagOptional:
                default = QgsProcessingModelChildParameterSource.fromStaticValue(definition.defaultValue())
                child.addParameterSources(definition.name(), [default])
    return asked, {name: child.toVariant() for name, child in steps.items()}


@pytest.mark.parametrize("name", NAMES)
def test_the_model_designer_finds_no_fault_in_it(name, provider):
    """It asks before it runs a model that lacks a required parameter, also one that has a default."""
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(models.FOLDER / f"{name}.model3"))
    assert model.validate() == (True, [])


@pytest.mark.parametrize("name", NAMES)
def test_a_model_says_what_it_asks_for_and_how_to_read_it(name, provider):
    model = provider.algorithm(name).create()
    assert model.displayName().endswith("?") and len(model.shortHelpString()) > 300 and len(model.tags()) >= 3
    texts = model._texts.parameters
    assert {definition.name() for definition in model.parameterDefinitions()} <= set(texts)
    for definition in model.parameterDefinitions():
        assert definition.description() == texts[definition.name()][0].strip() != ""
    assert any(definition.isDestination() for definition in model.parameterDefinitions())


def test_primary_care_with_capacity(county, answer):
    found = answer(
        "primarycareaccess",
        ["nearest:TIMES", "capacity:CENTRES", "room:ROOM"],
        FACILITIES=county.layer("facilities"),
        CAPACITY=county.layer("capacity"),
    )
    people = {row["origin_id"]: row["population"] for row in rows(county.layer("people"))}
    times, room, centres = (rows(found[name]) for name in ("TIMES", "ROOM", "CENTRES"))
    assert len(times) == len(room) == len(people)
    assert {row["facility_1"] for row in times} - {NULL} <= {row["facility_id"] for row in centres}
    reached = {row["origin_id"] for row in times if row["minutes_1"] != NULL and row["minutes_1"] <= 30}
    assert {row["origin_id"] for row in room if row["access"] > 0} == reached
    supply = sum(row["supply"] for row in centres if row["supply"] != NULL)
    assert sum(row["access"] * people[row["origin_id"]] for row in room) == pytest.approx(supply)


def test_a_service_by_night(county, answer):
    given = {"FACILITIES": county.layer("facilities"), "SERVICES": county.layer("services"), "YEAR": 2024}
    day, night = (
        answer("serviceaccess", ["service:TIMES", "service:SUMMARY"], SERVICE="forlossning", WHEN=when, **given)
        for when in ("tor 10:00", "sön 03:00")
    )
    (summary,) = rows(night["SUMMARY"])
    assert summary["service"] == "forlossning" and 0 < summary["facilities"] <= rows(day["SUMMARY"])[0]["facilities"]
    assert len(rows(night["TIMES"])) == QgsVectorLayer(county.layer("people")).featureCount()


@in_campaign  # tests/end_to_end/test_installed asks it as a planner does
def test_the_conversion_of_ekhamn(county, answer):
    """FACIT story 2: who has Ekhamn nearest by night and day, and what they lose."""
    found = answer(
        "changeofrole",
        ["scenario:FACILITIES_AFTER", "compared:CHANGE", "compared:AREA_CHANGE", "compared:SUMMARY"],
        FACILITIES=county.layer("facilities"),
        SERVICES=county.layer("services"),
        CHANGES=county.layer("scenario_changes"),
        SCENARIO="A",
        YEAR=2028,
        AREAS=county.layer("areas"),
        AREA_TYPE="area_type",
    )
    change = rows(found["CHANGE"])
    lost = [row for row in change if row["change"] != NULL and row["change"] > 0]
    assert {row["facility_1"] for row in lost} == {"99-lansdelssjukhus-001"}
    people = sum(row["population"] for row in lost)
    assert people == pytest.approx(27_821, rel=0.01)
    assert sum(row["population"] * row["change"] for row in lost) / people == pytest.approx(32.9, abs=0.6)
    measures = {row["measure"]: row for row in rows(found["SUMMARY"]) if row["group_kind"] == "all"}
    assert measures["person_km"]["change"] > 0
    assert {row["area_code"] for row in rows(found["AREA_CHANGE"])} == {
        row["area_code"] for row in rows(county.layer("areas"))
    }


def test_the_ambulance(county, answer):
    found = answer(
        "ambulancecoverage",
        ["response:RESPONSE", "response:SUMMARY", "response:UNITS"],
        MUNICIPALITY="municipality",
        STATIONS=county.layer("facilities", "type = 'ambulansstation'"),
        HOSPITALS=county.layer("facilities", "role = 'akutsjukhus'"),
    )
    shares = {
        row["threshold"]: row["share"]
        for row in rows(found["SUMMARY"])
        if row["group_kind"] == "all" and row["share"] != NULL
    }
    assert list(shares.values()) == sorted(shares.values()) and 0 < shares[10] < shares[30] <= 1
    within = sum(
        row["population"]
        for row in rows(found["RESPONSE"])
        if row["response_minutes"] != NULL and row["response_minutes"] <= 20
    )
    assert shares[20] == pytest.approx(within / sum(row["population"] for row in rows(county.layer("people"))))
    assert len(rows(found["UNITS"])) >= 15
    assert "municipality" in {row["group_kind"] for row in rows(found["SUMMARY"])}


def test_the_ambulance_for_the_people_of_a_workspace_who_have_no_municipality(county, answer):
    people = f"{county.workspace}|layername=people"
    stations = county.layer("facilities", "type = 'ambulansstation'")
    found = answer(
        "ambulancecoverage",
        ["response:RESPONSE", "response:SUMMARY", "response:UNITS"],
        PEOPLE=people,
        STATIONS=stations,
    )
    assert {row["group_kind"] for row in rows(found["SUMMARY"])} == {"all"}


def test_one_more(county, answer):
    found = answer(
        "onemore",
        ["choice:SITES", "choice:ASSIGNMENT"],
        FACILITIES=county.layer("facilities", "type = 'ambulansstation'"),
        CANDIDATES=county.layer("settlements"),
        MORE=1,
        RADIUS=15,
    )
    chosen = [row for row in rows(found["SITES"]) if row["chosen"]]
    standing = [row for row in chosen if not row["site_id"].startswith("ny ")]
    assert len(standing) == 15 and len(chosen) == 16
    assert sum(row["demand"] for row in chosen) > 0


def test_a_closed_facility_does_not_stand_where_one_more_is_sought(county, answer):
    found = answer(
        "onemore",
        ["choice:SITES", "choice:ASSIGNMENT"],
        FACILITIES=county.layer("facilities", "type = 'vardcentral'"),
        CANDIDATES=county.layer("settlements"),
    )
    standing = [row for row in rows(found["SITES"]) if not row["site_id"].startswith("ny ")]
    assert {row["closed"] for row in standing} == {NULL}
    assert len(standing) == len(rows(county.layer("facilities", "type = 'vardcentral' AND closed IS NULL")))
