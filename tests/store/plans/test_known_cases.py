"""The same plan from several sources: one case, no poorer version, and nothing taken for another plan."""

import threading
from dataclasses import replace

import pytest

from narvard_plugin.core.plans.plan_content import provisions_frame
from narvard_plugin.store.plans import cases
from narvard_plugin.store.plans.errors import PlanRefused
from narvard_plugin.store.plans.importing import keep_plan
from narvard_plugin.store.plans.known_cases import KnownCases
from narvard_plugin.store.sentences import sentence

from .test_cases import CASE, content, on_a_file

WHOLE = {**CASE, "national_id": "11111111-1111"}


def told_by(source, side=100, **case):
    """The plan of `test_cases` as another source tells it: an area without provisions."""
    plan = content(side)
    return replace(plan, provisions=provisions_frame(), documents=plan.documents[:0], format=source, case=case)


@on_a_file
@pytest.mark.parametrize(
    "told",
    [
        {"national_id": "11111111-1111", "municipality": "9901", "name": "Nytt namn"},
        {"municipality": "9901", "name": "Ekbacken", "designation": "ex-1 "},
        {"municipality": "9901", "name": " ekbacken"},
    ],
)
def test_another_source_finds_the_case_and_its_area_alone_is_no_newer_version(workspace, told):
    first = keep_plan(workspace, content(status="samråd", national_id="11111111-1111"))
    kept = keep_plan(workspace, told_by("ngp", 130, **told, came_by="NGP"), stage="samråd")
    assert (kept.plan_id, kept.version_id, kept.version, kept.tells_less) == (
        first.plan_id, first.version_id, "unchanged", True,
    )  # fmt: skip
    assert len(workspace.read("plan_cases")) == 1 == len(workspace.read("plan_versions"))
    new_stage = keep_plan(workspace, told_by("ngp", 130, **told, came_by="NGP"), stage="granskning")
    assert new_stage.version == "added" and not new_stage.tells_less


@on_a_file
def test_two_sources_taking_turns_make_two_versions_and_no_more(workspace):
    one, other = content(), replace(content(130), format="SS 637040:2016")
    ids = [keep_plan(workspace, plan, stage="samråd").version_id for plan in (one, other, one, other, one)]
    assert len(set(ids)) == 2 and ids[2:] == [ids[0], ids[1], ids[0]]


@on_a_file
@pytest.mark.parametrize(
    "told",
    [
        {**CASE, "national_id": "22222222-2222"},  # another identity
        {**CASE, "designation": "EX-2"},  # the same name, as of "Del av centrum"
        {**CASE, "municipality": "9902"},
    ],
)
def test_what_contradicts_is_another_plan_and_a_likeness_is_told(workspace, told):
    first = keep_plan(workspace, content(national_id="11111111-1111"))
    kept = keep_plan(workspace, replace(content(), case=told))
    assert kept.plan_id != first.plan_id and kept.case == "added"
    assert ("Ekbacken" in kept.alike) == (told["municipality"] == "9901")


@on_a_file
def test_a_plan_that_could_be_several_cases_is_refused(workspace):
    for designation in ("EX-1", "EX-2"):
        cases.add_case(workspace, {**CASE, "designation": designation})
    before = workspace.read("plan_cases")
    with pytest.raises(PlanRefused) as refused:
        keep_plan(workspace, told_by("karta", municipality="9901", name="Ekbacken", came_by="kommunens_karta"))
    assert "2 cases" in sentence(refused.value) and "PLAN" in sentence(refused.value)
    assert workspace.read("plan_cases").equals(before)


@on_a_file
def test_an_earlier_name_tells_nothing(workspace):
    known = KnownCases(workspace)
    known.put({"plan_id": "p", "municipality": "9901", "name": "Gammalt"})
    known.put({"plan_id": "p", "municipality": "9901", "name": "Nytt"})
    assert known.find({"municipality": "9901", "name": "Gammalt"}) is None
    assert known.find({"municipality": "9901", "name": "NYTT"}) == "p"


def test_two_who_import_the_same_plan_at_once_make_one_case(workspace, store):
    start, ids = threading.Barrier(2), []

    def keep():
        with store.open(busy_seconds=60) as mine:
            start.wait()
            ids.append(keep_plan(mine, content(status="samråd")).version_id)

    people = [threading.Thread(target=keep) for _ in range(2)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert len(ids) == 2 and len(set(ids)) == 1
    assert len(workspace.read("plan_cases")) == 1 == len(workspace.read("plan_versions"))
