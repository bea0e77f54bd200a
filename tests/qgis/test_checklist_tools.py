"""The tools about the checklist: confirming its numbers by a decision, and the guidance for municipal planners."""

import pytest
from lxml import html
from qgis import processing
from qgis.core import QgsApplication

from narvard_plugin.core.plans.document import ChecklistError
from narvard_plugin.settings import Settings, load, save
from narvard_plugin.sources.plans.checklist_file import open_checklist
from narvard_plugin.store.plans.parameters import confirmed_parameters
from narvard_plugin.store.workspace import create_workspace, open_workspace

from .small_network import CancelAfter, Listening, by_id, refused, run

CONFIRM, GUIDANCE = "confirmplanparameter", "planguidance"
DECIDED = {"DECISION": "RS 2026/12 § 4", "DECISION_DATE": "2026-03-01", "WHO": "Anna"}
REGION = """
schema: narvard-checklist/1
id: region_exempel
version: "1.0"
extends: region_grund
title: {sv: "Exempelregionens lista", en: "The example region's list"}
params:
  walk_stop_m: {value: 250}
rules:
  - {id: KUL-01, off: {sv: "Kulturnämnden svarar.", en: "The board of culture answers."}}
"""


@pytest.fixture
def register(tmp_path, provider):
    path = str(tmp_path / "register.gpkg")
    create_workspace(path, "99").close()
    return path


@pytest.fixture
def own_list(tmp_path):
    file = tmp_path / "region_exempel.yaml"
    file.write_text(REGION, "utf8")
    return str(file)


def ran(tool, feedback, **parameters):
    return processing.run(f"narvard:{tool}", parameters, feedback=feedback)


def states(result):
    return by_id(result["OUTPUT"], "parameter")


def stored(register):
    with open_workspace(register, writable=False) as workspace:
        return confirmed_parameters(workspace)


def test_numbers_are_confirmed_by_a_decision(register):
    first = run(CONFIRM, WORKSPACE=register, OUTPUT="memory:")
    assert first["CONFIRMED_COUNT"] == 0 and first["UNCONFIRMED_COUNT"] == 37 and stored(register) == {}
    rows = states(first)
    assert rows["walk_stop_m"]["state"] == "ej_faststalld" and rows["walk_stop_m"]["rules"] == "KOL-01"
    assert rows["dg_m"]["state"] == "last_i_kalla"
    result = run(CONFIRM, WORKSPACE=register, VALUES="walk_stop_m = 350; load_max\nnoise_margin_db=2,5", OUTPUT="memory:", **DECIDED)  # fmt: skip
    assert result["CONFIRMED_COUNT"] == 3 and result["UNCONFIRMED_COUNT"] == 34
    rows = states(result)
    assert (rows["walk_stop_m"]["value"], rows["walk_stop_m"]["list_value"]) == (350, 400)
    assert rows["load_max"]["value"] == 1.15 and rows["noise_margin_db"]["value"] == 2.5
    assert rows["walk_stop_m"]["who"] == "Anna" and rows["walk_stop_m"]["decision"] == "RS 2026/12 § 4"
    assert rows["walk_stop_m"]["decision_date"].toString("yyyy-MM-dd") == "2026-03-01"
    own = stored(register)
    assert {name: one.value for name, one in own.items()} == {
        "walk_stop_m": 350,
        "load_max": 1.15,
        "noise_margin_db": 2.5,
    }
    assert result["UNDECIDED_RULES"] < first["UNDECIDED_RULES"]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"VALUES": "walk=3"}, "no number called walk"),
        ({"VALUES": "pc_minutes=tolv"}, "tolv is no number for pc_minutes"),
        ({"VALUES": "pc_minutes="}, "– is no number"),
        ({"VALUES": "pc_minutes; pc_minutes=3"}, "stands twice"),
        ({"DECISION": ""}, "give DECISION"),
        ({"DECISION_DATE": ""}, "give DECISION_DATE"),
        ({"DECISION_DATE": "1 mars"}, "no date of the decision"),
        ({"DECISION_DATE": "2999-01-01"}, "has not come yet"),
        ({"VALUES": "pc_minutes=5; load_ok=2; load_max=1.5; nearby_plans_m; persons_flat; persons_house; bta_per_flat; listed_per_gp"},
         "rule VRD-01 would give ok and failed at once, at load_after = 1.501"),
        ({"CHECKLIST": "/nowhere/lista.txt"}, "CHECKLIST"),
        ({"CHECKLIST": "/nowhere/lista.yaml"}, "cannot be read"),
    ],
)  # fmt: skip
def test_what_is_refused_changes_nothing(register, changes, says):
    refused(
        says, CONFIRM, **{"WORKSPACE": register, "VALUES": "pc_minutes=20", "OUTPUT": "memory:", **DECIDED, **changes}
    )
    assert stored(register) == {}


def test_the_result_cannot_be_in_the_workspace(register):
    refused(
        "cannot be in the workspace", CONFIRM, WORKSPACE=register, OUTPUT=f"ogr:dbname='{register}' table=\"x\" (geom)"
    )


def test_cancelled_before_anything_is_kept(register):
    result = ran(CONFIRM, CancelAfter(0), WORKSPACE=register, VALUES="pc_minutes=20", OUTPUT="memory:", **DECIDED)
    assert result == {} and stored(register) == {}


def test_a_region_s_own_list(register, own_list, tmp_path):
    found = open_checklist(own_list)
    assert found.params["walk_stop_m"].value == 250 and found.based_on == ("region_grund 1.0",)
    assert states(run(CONFIRM, WORKSPACE=register, CHECKLIST=own_list, OUTPUT="memory:"))["walk_stop_m"]["value"] == 250
    save(Settings(checklist=own_list))
    try:
        assert load().checklist == own_list and open_checklist() == found
    finally:
        save(Settings())
    assert open_checklist().id == "region_grund"
    copy = tmp_path / "frusen.json"
    copy.write_text(found.content.replace('"id": "region_exempel"', '"id": "frusen"'), "utf8")
    assert len(open_checklist(str(copy)).rules) == len(found.rules)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.yaml", REGION.encode("latin-1"), "not saved as UTF-8"),
        ("a.yaml", REGION.replace("region_exempel", "b").encode(), "the list is b, not a"),
        ("a.yaml", b"x: " + b"y" * 2_100_000, "too large"),
        ("region_grund.yaml", REGION.replace("region_exempel", "region_grund").encode(), "in a ring"),
        ("a.yaml", REGION.replace("region_exempel", "a").replace("KUL-01", "KUL-99").encode(), "rules[KUL-99].id: there is no rule KUL-99 to change"),
        ("a.yaml", REGION.replace("region_exempel", "a").replace("{id: KUL-01,", "{id: KUL-01, facility_types: [sjukhuset],").encode(),
         "facility_types[0]"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_list_says_why(tmp_path, provider, name, content, says):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ChecklistError) as caught:
        open_checklist(str(tmp_path / name))
    assert says in caught.value.sentence("en")


def test_every_algorithm_that_a_rule_runs_is_there_with_its_parameters(provider):
    """S8: the list is not loaded with an algorithm that nobody has."""
    for rule in open_checklist().rules:
        if rule.check is not None and rule.check.algorithm:
            algorithm = QgsApplication.processingRegistry().algorithmById(rule.check.algorithm)
            assert algorithm is not None
            assert set(rule.check.params) <= {one.name() for one in algorithm.parameterDefinitions()}
            assert rule.check.output in {one.name() for one in algorithm.outputDefinitions()}


def test_the_guidance(register, own_list, tmp_path):
    run(CONFIRM, WORKSPACE=register, VALUES="walk_stop_m=350", OUTPUT="memory:", **DECIDED)
    path = tmp_path / "vägledning.html"
    listening = Listening()
    result = ran(GUIDANCE, listening, WORKSPACE=register, FACILITY_TYPE="narsjukhus", LANGUAGE="sv", OUTPUT=str(path))
    said = " ".join(html.fromstring(path.read_text("utf8")).text_content().split())
    assert "Enhetstyp: Närsjukhus" in said and "högst 350 m gångväg" in said and "RS 2026/12 § 4, 2026-03-01" in said
    assert result["RULE_COUNT"] == 27 and "36 numbers" in listening.said
    english = tmp_path / "guidance.html"
    every = run(GUIDANCE, CHECKLIST=own_list, FACILITY_TYPE="alla", LANGUAGE="en", OUTPUT=str(english))
    said = english.read_text("utf8")
    assert (
        every["RULE_COUNT"] == 31
        and "at most 250\u00a0m" not in said
        and "no more than 250 m†" in said.replace("\u00a0", " ")
    )
    refused("must end in .html", GUIDANCE, LANGUAGE="sv", FACILITY_TYPE="alla", OUTPUT=str(tmp_path / "x.pdf"))
