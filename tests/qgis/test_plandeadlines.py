"""The tool `plandeadlines` as a planner runs it: from a letter, from the register, and into a calendar."""

from datetime import date

import pytest
from qgis import processing
from qgis.core import QgsProcessingContext, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from narvard_plugin.store.plans import deadline_rows, referrals
from narvard_plugin.store.plans.cases import add_case
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.core.plans.test_icalendar import read

from .small_network import CancelAfter, Listening, refused, rows, run

LETTER = {"RECEIVED": "2026-12-07", "ANSWER_BY": "2027-01-08", "TODAY": "2026-12-22"}


def told(**parameters):
    """Rows as (type, date, department, state), what was warned of, and the tool's results."""
    feedback = Listening()
    context = QgsProcessingContext()
    results = processing.run(
        "narvard:plandeadlines", {"OUTPUT": "memory:", **parameters}, context=context, feedback=feedback
    )
    run.kept = context
    found = [(row["type"], row["date"].toString("yyyy-MM-dd"), row["department"] or "", row["state"])
             for row in rows(results["OUTPUT"])]  # fmt: skip
    return found, feedback.said, results


@pytest.fixture
def register(tmp_path, provider):
    """A workspace with one planremiss (begränsat förfarande, sakägare) in which one date is set by hand."""
    path = str(tmp_path / "register.gpkg")
    with create_workspace(path, "99") as workspace:
        case = {"municipality": "9901", "name": "Kv. Eken, del 1", "came_by": "brev", "procedure": "begransat"}
        plan = add_case(workspace, case)
        letter = {"plan_id": plan, "stage": "samråd", "received": "2026-12-07", "answer_by": "2027-01-08",
                  "standing": "sakagare", "region_reference": "RS 2026-12"}  # fmt: skip
        referral = referrals.register_referral(workspace, letter, date(2026, 12, 7))
        referrals.distribute(workspace, referral, {"halso": "", "kultur": ""}, date(2026, 12, 8))
        deadline_rows.set_deadline(workspace, referral, "sammanstallt", date(2026, 12, 30), note="Ledighet, se Anna")
    return path, referral


def test_a_letter_gives_the_dates_of_the_reference(provider):
    found, said, results = told(**LETTER)
    assert found == [
        ("fordelas", "2026-12-09", "", "late"),
        ("delsvar", "2026-12-22", "", "today"),
        ("sammanstallt", "2026-12-29", "", "soon"),
        ("beslut", "2027-01-05", "", "ok"),
        ("skicka", "2027-01-08", "", "ok"),
        ("svar_senast", "2027-01-08", "", "ok"),
    ]
    assert results["WORKDAYS"] == 19 and results["PROPOSED_EXTENSION"] == "" and said == ""


def test_a_sunday_stays_and_an_extension_is_proposed(provider):
    feedback = Listening()
    feedback.pushInfo = feedback.pushWarning
    results = processing.run(
        "narvard:plandeadlines",
        {"RECEIVED": "2026-09-07", "ANSWER_BY": "2026-09-27", "DEPARTMENTS": "halso; kultur", "TODAY": "2026-09-07",
         "OUTPUT": "memory:"},
        feedback=feedback,
    )  # fmt: skip
    found = {
        (row["type"], row["department"] or ""): row["date"].toString("yyyy-MM-dd") for row in rows(results["OUTPUT"])
    }
    assert found[("svar_senast", "")] == "2026-09-27" and found[("skicka", "")] == "2026-09-25"
    assert found[("delsvar", "halso")] == found[("delsvar", "kultur")] == "2026-09-15"
    assert found[("anstand", "")] == results["PROPOSED_EXTENSION"] == "2026-09-28"
    assert "2026-09-27 is no workday (söndag)" in feedback.said and "only 14 workdays" in feedback.said


def test_what_must_not_be_overlooked_is_warned_of(provider):
    short = {"RECEIVED": "2026-03-02", "ANSWER_BY": "2026-03-15", "START": "2026-03-02", "TODAY": "2026-03-02"}
    _, said, _ = told(**short, STAGE="granskning", PROCEDURE="standard", STANDING="bada", SIGNIFICANT_IMPACT="nej")
    assert "13 days and the law wants at least 14" in said and "2026-03-16" in said
    assert "may lose the right to appeal" in said and "significant environmental" not in said
    _, said, _ = told(**short, STAGE="granskning", PROCEDURE="utokat", SIGNIFICANT_IMPACT="ja")
    assert "at least 30" in said
    _, said, results = told(**short, STAGE="samråd", PROCEDURE="begransat")
    assert said.startswith("LAST CHANCE")
    assert [row["type"] for row in rows(results["OUTPUT"]) if "LAST CHANCE" in (row["note"] or "")] == [
        "skicka",
        "svar_senast",
    ]
    _, said, _ = told(**short, STAGE="granskning", PROCEDURE="begransat")
    assert "Check the procedure" in said
    _, said, _ = told(**short, STAGE="samråd", PROCEDURE="utokat")
    assert "21" not in said and "law wants" not in said  # recalled, never read
    found, said, results = told(RECEIVED="2026-03-02", ANSWER_BY="2026-03-02", TODAY="2026-03-03")
    assert [kind for kind, *_ in found] == ["svar_senast", "anstand"] and "No time is left" in said
    assert "ended on 2026-03-02" in said and results["WORKDAYS"] == 0


def test_a_board_is_chosen_or_missed(provider):
    board = {"RECEIVED": "2026-08-24", "ANSWER_BY": "2026-10-09", "LEVEL": "namnd", "TODAY": "2026-08-24"}
    found, said, _ = told(**board, MEETINGS="2026-08-27; 2026-09-24/2026-09-08; 2026-10-22")
    assert ("sammantrade", "2026-09-24", "", "ok") in found and ("namndhandlingar", "2026-09-08", "", "ok") in found
    assert said == ""
    found, said, results = told(**board, MEETINGS="2026-10-22")
    assert "no meeting between the receipt and 2026-10-09" in said and results["PROPOSED_EXTENSION"] == "2026-10-22"
    assert not any(kind == "sammantrade" for kind, *_ in found)
    _, said, _ = told(**board)
    assert "No meetings of the board are known" in said


def test_a_planremiss_in_the_register_with_a_date_set_by_hand(register, tmp_path):
    path, referral = register
    calendar = tmp_path / "frister å.ics"
    found, said, results = told(WORKSPACE=path, REFERRAL="RS 2026-12", TODAY="2026-12-22", CALENDAR=str(calendar))
    assert found == [
        ("fordelas", "2026-12-09", "", "done"),
        ("delsvar", "2026-12-22", "halso", "today"),
        ("delsvar", "2026-12-22", "kultur", "today"),
        ("sammanstallt", "2026-12-30", "", "ok"),
        ("beslut", "2027-01-05", "", "ok"),
        ("skicka", "2027-01-08", "", "ok"),
        ("svar_senast", "2027-01-08", "", "ok"),
    ]
    (by_hand,) = [row for row in rows(results["OUTPUT"]) if row["type"] == "sammanstallt"]
    assert not by_hand["computed"] and by_hand["note"] == "Ledighet, se Anna"
    assert "LAST CHANCE" in said
    events = read(calendar.read_bytes())
    assert sum(event.get("DESCRIPTION", "").startswith("LAST CHANCE") for event in events) == 2
    assert len(events) == 6 and all(event["SUMMARY"].endswith(": Kv. Eken, del 1") for event in events)
    first = {event["SUMMARY"]: event["UID"] for event in events}
    told(WORKSPACE=path, REFERRAL=referral, TODAY="2026-12-22", CALENDAR=str(calendar))
    assert {event["SUMMARY"]: event["UID"] for event in read(calendar.read_bytes())} == first


def test_meetings_come_from_the_workspace(register):
    path, _ = register
    with open_workspace(path) as workspace:
        referrals.add_meetings(workspace, [{"level": "utskott", "body": "Planutskottet", "date": "2026-09-24"}])
    board = {"RECEIVED": "2026-08-24", "ANSWER_BY": "2026-10-09", "LEVEL": "utskott", "WORKSPACE": path}
    found, _, results = told(**board, TODAY="2026-08-24")
    assert ("sammantrade", "2026-09-24", "", "ok") in found
    (meeting,) = [row for row in rows(results["OUTPUT"]) if row["type"] == "sammantrade"]
    assert meeting["note"] == "Planutskottet"


def test_rows_are_coloured_by_their_state(provider, tmp_path):
    context = QgsProcessingContext()
    results = processing.run(
        "narvard:plandeadlines", {**LETTER, "OUTPUT": str(tmp_path / "f.gpkg")}, context=context
    )  # fmt: skip
    run.kept = context
    layer = QgsVectorLayer(results["OUTPUT"])
    assert layer.featureCount() == 6
    memory = run("plandeadlines", **LETTER, OUTPUT="memory:")["OUTPUT"]
    styles = memory.conditionalStyles().rowStyles()
    assert {style.rule(): style.backgroundColor() for style in styles}["\"state\" = 'late'"] == QColor("#f2b8a0")


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({}, "Give RECEIVED and ANSWER_BY"),
        (
            {"RECEIVED": "7/12 2026", "ANSWER_BY": "2027-01-08"},
            'RECEIVED must be a date written as 2026-12-07, not "7/12',
        ),
        ({"RECEIVED": "1999-12-07", "ANSWER_BY": "2000-01-08"}, "from 2005 to 2100"),
        ({"RECEIVED": "2026-12-07", "ANSWER_BY": "2027-01-08", "REFERRAL": "x"}, "name it in WORKSPACE"),
        ({"RECEIVED": "2026-12-07", "ANSWER_BY": "2027-01-08", "EXTENSION_TO": "2027-01-07"}, "later than ANSWER_BY"),
        ({"RECEIVED": "2026-12-07", "ANSWER_BY": "2027-01-08", "CALENDAR": "/tmp/a.txt"}, "must end in .ics"),
        (
            {"RECEIVED": "2026-12-07", "ANSWER_BY": "2027-01-08", "MEETINGS": "2026-12-20/2026-12-22"},
            "due after the meeting",
        ),
    ],
)
def test_what_is_wrong_is_said(provider, parameters, sentence):
    refused(sentence, "plandeadlines", OUTPUT="memory:", **parameters)


def test_an_unknown_planremiss_is_said(register):
    refused('no planremiss "x"', "plandeadlines", WORKSPACE=register[0], REFERRAL="x", OUTPUT="memory:")


def test_cancel_leaves_the_calendar_as_it_was(provider, tmp_path):
    calendar = tmp_path / "frister.ics"
    calendar.write_text("earlier")
    results = processing.run(
        "narvard:plandeadlines", {**LETTER, "OUTPUT": "memory:", "CALENDAR": str(calendar)}, feedback=CancelAfter(1)
    )  # fmt: skip
    assert not results.get("OUTPUT") and calendar.read_text() == "earlier"


def test_a_folder_that_is_not_there_leaves_no_half_result(provider, tmp_path):
    table = tmp_path / "f.gpkg"
    (tmp_path / "f.ics").write_text("a file where a folder should be")
    with pytest.raises(Exception, match="cannot be written"):
        run("plandeadlines", **LETTER, OUTPUT=str(table), CALENDAR=str(tmp_path / "f.ics" / "g.ics"))
    assert not table.exists()
