"""The page before a dialogue meeting, and the tools that write meetings and needs: all that it tells, and what it may not."""

import io
import re
import shutil
import zipfile

import pandas as pd
import pytest

from narvard_plugin.store.plans import dialogues
from narvard_plugin.store.plans.cases import add_case
from narvard_plugin.store.workspace import open_workspace

from .fetching_steps import left_alone, new_workspace, rows_of, sentence_of
from .small_network import refused, rows, run

GIVEN = {"TODAY": "2026-06-16"}


def page(workspace, path, **more):
    """The HTML page's text without markup and pictures."""
    run("dialoguebrief", WORKSPACE=workspace, OUTPUT_FILE=str(path), **{**GIVEN, **more})
    html = path.read_text(encoding="utf-8").partition("<main>")[2]
    return " ".join(re.sub(r"<[^<>]*>", " ", html).replace("\u00a0", " ").split())


@pytest.fixture
def register(county, tmp_path):
    path = str(tmp_path / "county.gpkg")
    shutil.copy(county.workspace, path)
    run("adddialogue", WORKSPACE=path, MUNICIPALITY="Lindhamn", DATE="2026-05-04", PARTICIPANTS="Planchefen",
        PROMISES="Skicka skyfallskartering; kommunen; 2026-06-01\n\nLämna behov; regionen; 2026-12-20\nHöras; annan")  # fmt: skip
    run("addlocalneed", WORKSPACE=path, MUNICIPALITY="9901", PLACE="Kvarnängen <b>", SERVICE="vardcentral", POINT="824500,6276200 [EPSG:3006]",
        RADIUS=800, FLOOR_AREA=2200, EARLIEST=2028, LATEST=2031)  # fmt: skip
    return path


def test_the_page_tells_plans_promises_needs_and_what_is_not_known(register, tmp_path):
    text = page(register, tmp_path / "a.html", MUNICIPALITIES="Lindhamn")
    assert "Inför dialogmötet: Lindhamn" in text and "Läget 2026-06-16" in text
    assert "FÖRSENAT: Skicka skyfallskartering (kommunen; senast 2026-06-01)" in text
    assert "FÖRSENAT: Lämna" not in text and "Höras (annan; utan datum)" in text
    assert "Vårdcentral/hälsocentral, Kvarnängen &lt;b&gt;: 2 200 m², 2028–2031 (identifierat, inte beslutat)" in text
    assert "Ekbacken, Lasarettsparken 3 m.fl. granskning 2026-06-12 2026-06-26 180" in text
    assert "Ringvägen" not in text, "a cancelled plan is not under way"
    with open_workspace(register, writable=False) as store:
        plans = store.read("plan_cases", within={"municipality": ["9901"]})
        confirmed = set(store.read("parameter_decisions")["parameter"])
    counted = plans[
        plans["kind"].isin(["detaljplan", "andring", "planbesked"])
        & ~plans["status"].isin(["avslutad", "laga kraft", "upphävd"])
    ]
    assert f"med {int(counted['dwellings_max'].sum())} bostäder" in text, "those of comprehensive plans come again"
    assert ("Invånare räknas inte" in text) == ("persons_flat" not in confirmed)
    people = page(register, tmp_path / "b.html", MUNICIPALITIES="9901", PEOPLE_PER_DWELLING=2)
    assert f"omkring {2 * int(counted['dwellings_max'].sum()):,} invånare".replace(",", " ") in people
    assert "har inte efterfrågats i någon källa" in text and "En plan som ingen har berättat om finns inte här" in text


def test_room_is_counted_only_by_a_confirmed_norm(register, tmp_path):
    with open_workspace(register) as store:
        confirmed = "listed_per_gp" in set(store.read("parameter_decisions")["parameter"])
    text = page(register, tmp_path / "a.html", MUNICIPALITIES="9901")
    assert ("har inte fastställt ett riktvärde" in text) != confirmed
    if not confirmed:
        run("confirmplanparameter", WORKSPACE=register, PARAMETER="listed_per_gp", VALUE=1100, WHO="A", DECISION="RS 1",
            DECISION_DATE="2026-01-01")  # fmt: skip
        text = page(register, tmp_path / "b.html", MUNICIPALITIES="9901")
    assert "riktvärde 1 100 listade per heltidsspecialist" in text


def test_every_municipality_has_its_page_and_the_files_are_whole(register, tmp_path):
    made = {}
    for suffix, some in ((".pdf", "9901;9903"), (".odt", "")):
        made[suffix] = tmp_path / f"alla{suffix}"
        results = run("dialoguebrief", WORKSPACE=register, OUTPUT_FILE=str(made[suffix]), MUNICIPALITIES=some, **GIVEN)
    assert results["MUNICIPALITY_COUNT"] == 12
    pages = re.findall(rb"/Type\s*/Page\b", made[".pdf"].read_bytes())
    assert len(pages) == 2, "a page each"
    path = made[".odt"]
    content = zipfile.ZipFile(io.BytesIO(path.read_bytes())).read("content.xml").decode()
    assert content.count("Inför dialogmötet:") == 12
    text = page(register, tmp_path / "en.html", MUNICIPALITIES="9912", LANGUAGE="en")
    assert (
        "No contact is registered. Silent for too long" in text
        and "No plans under way are known. That does not mean" in text
    )


def test_the_last_chance_and_hidden_listings(tmp_path, provider):
    path = new_workspace(tmp_path)
    with open_workspace(path) as store:
        add_case(
            store,
            {
                "municipality": "9901",
                "name": "Bryggan",
                "came_by": "brev",
                "procedure": "begransat",
                "status": "samråd",
            },
        )
        facility = {"facility_id": ["a"], "name": ["Mottagningen"], "type": ["vardcentral"], "municipality": ["9901"], "region": ["99"],
                    "huvudman": ["region"], "driftsform": ["egen_regi"]}  # fmt: skip
        store.write("facilities", pd.DataFrame(facility), xy=([500_000], [6_400_000]))
        cells = {
            "area_code": ["1", "2"],
            "unit_id": "a",
            "number": [40, None],
            "date": "2025-12-31",
            "status": ["ok", "suppressed"],
        }
        store.write("listings", pd.DataFrame(cells))
    text = page(path, tmp_path / "a.html", MUNICIPALITIES="9901")
    assert "SISTA TILLFÄLLET" in text
    assert "Mottagningen okänt okänt okänt" in text, "a sum with a hidden cell is no sum"


def test_refusals(register, tmp_path):
    given = {"WORKSPACE": register, "OUTPUT_FILE": str(tmp_path / "a.pdf")}
    refused("must end in", "dialoguebrief", **{**given, "OUTPUT_FILE": str(tmp_path / "a.docx")})
    refused("Paris is no municipality", "dialoguebrief", **given, MUNICIPALITIES="9901;Paris")
    refused("knows of no municipality", "dialoguebrief", **{**given, "WORKSPACE": new_workspace(tmp_path)})
    meeting = {"WORKSPACE": register, "MUNICIPALITY": "9901", "DATE": "2026-05-05"}
    need = {"WORKSPACE": register, "MUNICIPALITY": "9901", "PLACE": "X", "SERVICE": "bvc"}
    with left_alone(register):
        assert "line 2: bara text" in sentence_of("adddialogue", **meeting, PROMISES="a; kommunen\nbara text")
        assert "line 1" in sentence_of("adddialogue", **meeting, PROMISES="a; staten; 2026-01-01")
        assert "line 1" in sentence_of("adddialogue", **meeting, PROMISES="a; kommunen; i morgon")
        assert "no municipality" in sentence_of("adddialogue", **{**meeting, "MUNICIPALITY": "Paris"})
        assert "2026-12-07" in sentence_of("adddialogue", **{**meeting, "DATE": "igår"})
        assert "who decided it" in sentence_of("addlocalneed", **need, STATUS="beslutat")
        assert "not lie in Sweden" in sentence_of("addlocalneed", **need, POINT="0,0 [EPSG:3006]")


def test_a_meeting_again_gets_only_what_is_new(register):
    again = {"WORKSPACE": register, "MUNICIPALITY": "9901", "DATE": "2026-05-04"}
    results = run("adddialogue", **again, PROMISES="Höras; annan\nNytt; kommunen", QUESTIONS="Skolan?", PLAN="EX-P001")
    assert results["PROMISE_COUNT"] == 1
    kept = rows_of(register, "dialogues", "promises")
    mine = kept["dialogues"][kept["dialogues"]["municipality"] == "9901"].iloc[0]
    assert (mine["participants"], mine["questions"]) == ("Planchefen", "Skolan?")
    with open_workspace(register, writable=False) as store:
        assert len(dialogues.promises_of(store, "9901")) == 4
    with left_alone(register):
        run("adddialogue", **again, PROMISES="Nytt; kommunen", QUESTIONS="Skolan?")


def test_the_watch_tells_of_promises_that_are_due_whether_of_a_case_or_not(register):
    promise = {"WORKSPACE": register, "MUNICIPALITY": "9901", "DATE": "2026-05-04"}
    run("adddialogue", **promise, PROMISES="Om planen; kommunen; 2026-06-20", PLAN="EX-P003")
    results = run("watchplans", WORKSPACE=register, TODAY="2026-06-16", OUTPUT="memory:")
    due = [row["text"] for row in rows(results["OUTPUT"]) if row["kind"] == "due" and "Promise" in row["text"]]
    assert any("Skicka skyfallskartering" in text for text in due) and any("Om planen" in text for text in due)
    assert not any("Lämna behov" in text for text in due), "it is due in half a year"
