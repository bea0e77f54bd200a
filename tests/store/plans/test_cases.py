"""Cases, versions and documents in both kinds of store: what is stored once, what is refused, what is linked."""

import json
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from osgeo import ogr

from narvard_plugin.core.plans.plan_content import PlanContent, content_sha256, documents_frame, provisions_frame
from narvard_plugin.store.errors import AppendOnly, RowChanged, RowRefused
from narvard_plugin.store.plans import cases
from narvard_plugin.store.plans.errors import PlanRefused
from narvard_plugin.store.plans.importing import keep_plan, stage_of
from narvard_plugin.store.sentences import sentence

CASE = {"municipality": "9901", "name": "Ekbacken", "designation": "EX-1", "came_by": "fil"}
TABLES = ("plan_cases", "plan_versions", "plan_areas", "provisions", "plan_documents", "plan_files", "plan_events")
#: What no kind of store can do differently.
on_a_file = pytest.mark.parametrize("store", ["geopackage"], indirect=True)


def wkb(text):
    return bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb(ogr.wkbNDR))


def square(side, kind="MULTIPOLYGON"):
    ring = f"(({500000} {6400000},{500000 + side} {6400000},{500000 + side} {6400000 + side},{500000} {6400000}))"
    return wkb(f"{kind} ({ring})" if kind == "MULTIPOLYGON" else f"{kind} {ring}")


def content(side=100, **case):
    rows = [
        {"kind": "användningsbestämmelse", "catalogue_id": "d", "wording": "Vård", "wkb": square(side)},
        {"kind": "egenskapsbestämmelse", "designation": "e1", "values_json": json.dumps([{"variabelvarde": "5"}]),
         "wkb": wkb("MULTILINESTRING ((500000 6400000,500010 6400000))")},
        {"kind": "administrativ bestämmelse", "valid_months": 60, "wkb": None},
    ]  # fmt: skip
    documents = documents_frame(
        [{"name": "PM buller", "role": "planeringsunderlag", "investigation": "bullerutredning"}]
    )
    return PlanContent([square(side)], provisions_frame(rows), documents, {**CASE, **case}, "test", usability="god")


def counts(workspace):
    return {table: len(workspace.read(table)) for table in TABLES}


@pytest.fixture
def plan(workspace):
    return cases.add_case(workspace, CASE, today=date(2026, 11, 2))


@on_a_file
def test_a_new_case_is_watched_and_says_what_nobody_knows(workspace, plan):
    row = cases.read_case(workspace, plan)
    assert {**CASE, "kind": "detaljplan", "status": "bevakad", "procedure": "okant", "noticed": "2026-11-02",
            "row_version": 1}.items() <= row.items()  # fmt: skip
    assert row["dwellings_min"] is None and row["priority"] is None


def test_two_people_change_a_case_and_the_second_is_told(workspace, plan):
    cases.change_case(workspace, plan, {"status": "samråd"}, 1, today=date(2026, 11, 5))
    row = cases.read_case(workspace, plan)
    assert (row["status"], row["status_date"], row["row_version"]) == ("samråd", "2026-11-05", 2)
    with pytest.raises(RowChanged):
        cases.change_case(workspace, plan, {"handler": "A"}, 1)
    cases.change_case(workspace, plan, {"status": "samråd", "handler": "A"}, 2, today=date(2026, 12, 1))
    assert cases.read_case(workspace, plan)["status_date"] == "2026-11-05"  # the same status is no new one


def test_a_version_comes_back_as_it_was_stored(workspace, plan):
    version = cases.store_version(workspace, plan, content(), stage="samråd", documents_date="2026-10-01")
    found = cases.read_version(workspace, version)
    assert content_sha256(replace(found, sha256="")) == content_sha256(content()) == found.sha256
    assert (found.format, found.usability, found.documents_date) == ("test", "god", "2026-10-01")
    assert found.case["plan_id"] == plan and found.provisions["provision_id"].is_unique


def test_the_same_content_is_stored_once_and_another_is_the_next_number(workspace, plan):
    first = cases.store_version(workspace, plan, content(), stage="samråd")
    before = counts(workspace)
    assert cases.store_version(workspace, plan, content(), stage="samråd") == first and counts(workspace) == before
    second = cases.store_version(workspace, plan, content(200), stage="samråd")
    back = cases.store_version(workspace, plan, content(), stage="samråd")  # as the first, but not as the newest
    versions = cases.versions_of(workspace, plan)
    assert versions["number"].tolist() == [1, 2, 3] and versions["version_id"].tolist() == [first, second, back]
    assert versions["previous"].where(versions["previous"].notna(), None).tolist() == [None, first, second]


@on_a_file
def test_a_number_that_is_taken_is_refused(workspace, plan):
    version = cases.store_version(workspace, plan, content(), stage="granskning", number=2)
    assert cases.store_version(workspace, plan, content(), stage="granskning", number=2) == version
    before = counts(workspace)
    with pytest.raises(PlanRefused) as error:
        cases.store_version(workspace, plan, content(200), stage="granskning", number=2)
    assert "2" in sentence(error.value) and counts(workspace) == before


def test_older_documents_that_come_late_are_linked_in_their_place(workspace, plan):
    review = cases.store_version(workspace, plan, content(200), stage="granskning", documents_date="2026-09-01")
    consultation = cases.store_version(workspace, plan, content(), stage="samråd", documents_date="2026-02-01")
    versions = cases.versions_of(workspace, plan).set_index("version_id")
    assert versions.index.tolist() == [consultation, review]
    assert pd.isna(versions.loc[consultation, "previous"]) and versions.loc[review, "previous"] == consultation
    assert cases.latest_versions(workspace)["version_id"].tolist() == [review]


@on_a_file
def test_a_version_of_no_case_is_refused(workspace):
    with pytest.raises(PlanRefused):
        cases.store_version(workspace, "nobody", content(), stage="samråd")
    assert not any(counts(workspace).values())


def test_a_version_that_breaks_a_rule_half_way_leaves_nothing(workspace, plan):
    wrong = content()
    wrong.provisions.loc[2, "kind"] = "okänd"
    before = counts(workspace)
    with pytest.raises(RowRefused):
        cases.store_version(workspace, plan, wrong, stage="samråd")
    assert counts(workspace) == before


def test_the_same_file_is_kept_once(workspace, plan):
    told = (b"%PDF-1.7 bytes", "application/pdf", "missiv")
    first = cases.attach(workspace, plan, "missiv.pdf", *told, received="2026-11-02")
    assert cases.attach(workspace, plan, "missiv.pdf", *told) == first
    other = cases.attach(
        workspace, plan, "samma.pdf", told[0], told[1], "planeringsunderlag", investigation="bullerutredning"
    )
    assert other != first and counts(workspace)["plan_files"] == 1
    file = workspace.read("plan_files").iloc[0]
    assert (bytes(file["content"]), file["size"]) == (told[0], len(told[0]))
    with pytest.raises(AppendOnly):
        workspace.write("plan_files", workspace.read("plan_files"), mode="replace")


@on_a_file
def test_files_that_are_none(workspace, plan, monkeypatch):
    with pytest.raises(PlanRefused, match="empty_file"):
        cases.attach(workspace, plan, "tom.pdf", b"", "application/pdf", "missiv")
    monkeypatch.setattr(cases, "MOST_FILE_BYTES", 3)
    with pytest.raises(PlanRefused) as error:
        cases.attach(workspace, plan, "film.mp4", b"1234", "video/mp4", "ovrigt")
    assert "film.mp4" in sentence(error.value) and counts(workspace)["plan_files"] == 0


@on_a_file
def test_an_event_of_a_case_is_of_its_municipality(workspace, plan):
    cases.note_event(workspace, "kontakt", "Ringde planarkitekten", plan_id=plan)
    cases.note_event(workspace, "kontakt", "Om allt", municipality="9903")
    assert workspace.read("plan_events")["municipality"].tolist() == ["9901", "9903"]


@on_a_file
def test_a_case_is_found_by_identity_then_designation_then_name(workspace):
    one = cases.add_case(workspace, {**CASE, "national_id": "n1"})
    two = cases.add_case(workspace, {**CASE, "designation": "EX-2"})
    three = cases.add_case(workspace, {**CASE, "designation": None, "name": "Utan beteckning"})

    def find(national_id=None, designation=None, name=None, municipality="9901"):
        return cases.find_case(
            workspace, national_id=national_id, municipality=municipality, designation=designation, name=name
        )

    assert find("n1", "EX-2") == one and find(None, "EX-2") == two == find("n9", "EX-2")
    assert find("n9", "EX-1") is None  # called the same, but another plan
    assert find(None, None, "Utan beteckning") == three and find(None, "EX-9", "Utan beteckning") == three
    assert find(None, "EX-2", municipality="9902") is None and find() is None


def test_the_same_plan_again_changes_nothing_and_new_documents_move_the_case(workspace):
    first = keep_plan(workspace, content(status="samråd", status_date="2026-02-01"))
    before = counts(workspace), cases.read_case(workspace, first.plan_id)
    again = keep_plan(workspace, content(status="samråd", status_date="2026-02-01"))
    assert (again.case, again.version, again.version_id) == ("unchanged", "unchanged", first.version_id)
    assert (counts(workspace), cases.read_case(workspace, first.plan_id)) == before
    second = keep_plan(
        workspace, content(200, status="granskning", status_date="2026-09-01", name="Ekbacken 3", purpose="Vård")
    )
    assert (second.plan_id, second.stage, second.case, second.version) == (
        first.plan_id,
        "granskning",
        "changed",
        "added",
    )
    row = cases.read_case(workspace, first.plan_id)
    assert (row["status"], row["status_date"], row["name"], row["purpose"]) == (
        "granskning",
        "2026-09-01",
        "Ekbacken 3",
        "Vård",
    )
    third = keep_plan(workspace, content(status="samråd", status_date="2026-02-01"))  # the old file once more
    assert (third.case, third.version) == ("unchanged", "unchanged")
    assert cases.read_case(workspace, first.plan_id) == row


@on_a_file
def test_what_somebody_wrote_stays_and_what_was_unknown_is_filled_in(workspace):
    kept = keep_plan(workspace, content(status="samråd"))
    cases.change_case(workspace, kept.plan_id, {"dwellings_min": 40, "name": "Rätt namn"}, 1)
    again = keep_plan(workspace, content(status="samråd", dwellings_min=10, dwellings_max=90))
    row = cases.read_case(workspace, kept.plan_id)
    assert again.case == "changed" and (row["dwellings_min"], row["dwellings_max"], row["name"]) == (
        40,
        90,
        "Rätt namn",
    )


@on_a_file
def test_a_file_without_status_is_known_again_when_the_case_has_moved_on(workspace):
    kept = keep_plan(workspace, content())
    assert kept.stage == "övrigt"
    cases.change_case(workspace, kept.plan_id, {"status": "granskning"}, 1)
    assert keep_plan(workspace, content()).version_id == kept.version_id
    assert keep_plan(workspace, content(), stage="granskning").version == "added"  # when the user says so


@on_a_file
def test_a_file_of_another_plan_is_no_version_of_this_one(workspace):
    kept = keep_plan(workspace, content(national_id="n1"))
    for other in ({"national_id": "n2"}, {"municipality": "9902"}):
        before = counts(workspace)
        with pytest.raises(PlanRefused) as error:
            keep_plan(workspace, content(**other), plan_id=kept.plan_id)
        assert "Ekbacken" in sentence(error.value) and counts(workspace) == before


def test_a_newer_catalogue_completes_what_is_stored_without_a_new_version(workspace):
    nothing = dict.fromkeys(("replaces", "replaced_by", "counterpart", "code"), np.nan)
    catalogue = pd.DataFrame([{"provision_id": "d", "release": "1", "designation": "D", "category": "Vård", "use_form": "Kvartersmark",
                               "wording": "Vård", **nothing}])  # fmt: skip
    first = keep_plan(workspace, content())
    again = keep_plan(workspace, content(), catalogue=catalogue)
    assert (again.version_id, again.version, again.completed) == (first.version_id, "changed", 1)
    stored = workspace.read("provisions", within={"version_id": [first.version_id]})
    assert stored["category"].where(stored["category"].notna(), None).tolist() == ["Vård", None, None]
    assert stored["geom"].notna().tolist() == [True, True, False]
    assert keep_plan(workspace, content(), catalogue=catalogue).version == "unchanged"


@pytest.mark.parametrize(
    ("status", "stage"), [("samråd", "samråd"), ("laga kraft", "antagen"), ("bevakad", "övrigt"), (None, "övrigt")]
)
def test_stages_of_statuses(status, stage):
    assert stage_of(status) == stage
