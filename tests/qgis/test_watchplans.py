"""The tool `watchplans`: every kind of finding once, in a register made by hand, and the sample county's plans."""

import json
import shutil
from datetime import date

import pandas as pd
import pytest
from qgis import processing
from qgis.core import NULL, QgsGeometry, QgsProcessingContext

from narvard_plugin.algorithms.plans import watchplans
from narvard_plugin.core.plans.plan_content import PlanContent, documents_frame, provisions_frame
from narvard_plugin.store.plans import referrals
from narvard_plugin.store.plans.cases import add_case, note_event, store_version
from narvard_plugin.store.workspace import create_workspace, open_workspace

from .small_network import CancelAfter, Listening, refused, rows, run

TODAY = date(2026, 12, 7)


def square(x, y, side=100):
    ring = f"{x} {y},{x + side} {y},{x + side} {y + side},{x} {y + side},{x} {y}"
    return bytes(QgsGeometry.fromWkt(f"MULTIPOLYGON((({ring})))").asWkb())


def item(item_id, name, status="samråd", municipality="9901", **more):
    return {"item_id": item_id, "source": "ngp", "municipality": municipality, "name": name, "status": status, **more}


def case(workspace, name, **more):
    return add_case(workspace, {"municipality": "9901", "name": name, "came_by": "brev", **more}, date(2026, 1, 7))


@pytest.fixture
def register(tmp_path, provider):
    """Municipality 9901: seven plans in different plights. 9902 was asked and has none; nobody ever spoke with the others."""
    path = str(tmp_path / "register.gpkg")
    with create_workspace(path, "99") as workspace:
        items = [
            item("a", "Answered", "granskning", status_date="2026-11-01"),
            item("b", "Moved", properties=json.dumps({"detaljplan": {"objektidentitet": "uuid-b"}})),
            item("c", "By the hospital"),
            item("d", "In force", "laga kraft"),
            item("e", "Over the border", municipality="9801"),
        ]
        shapes = [square(0, 0), square(1050, 0), square(5000, 0), square(9000, 0), None]
        workspace.write("plan_items", pd.DataFrame(items), wkb=shapes)
        checks = {
            "municipality": ["9901", "9902"],
            "source": "ngp",
            "checked": "2026-12-01T00:00:00.000Z",
            "found": [4, 0],
        }
        workspace.write("plan_checks", pd.DataFrame(checks))
        answered = case(workspace, "Answered", status="samråd")
        letter = {"plan_id": answered, "stage": "samråd", "received": "2026-06-01", "answer_by": "2026-12-14"}
        referrals.register_referral(workspace, letter, TODAY)
        moved = case(workspace, "Old name", national_id="uuid-b", status="samråd", came_by="NGP")
        content = PlanContent([square(1000, 0)], provisions_frame(), documents_frame())
        store_version(workspace, moved, content, stage="samråd")
        case(workspace, "Gone", came_by="NGP", national_id="uuid-x", status="bevakad", last_seen="2026-10-01")
        case(workspace, "Only a letter", status="samråd", procedure="begransat")
        note_event(workspace, "kontakt", "Ringde", municipality="9902")
        own = {"facility_id": ["s", "p", "k"], "name": ["Sjukhuset", "Vårdcentralen", "Äldreboendet"], "type": "lasarett",
               "huvudman": ["region", "region", "kommun"], "driftsform": ["egen_regi", "lov", "egen_regi"], "region": "99"}  # fmt: skip
        workspace.write("facilities", pd.DataFrame(own), xy=([5400, 150, 50], [50, 50, 50]))
    return path


def watched(workspace, **parameters):
    """Rows by kind as (plan or municipality's name, date, days), their texts, what was warned of, and the results."""
    feedback, context = Listening(), QgsProcessingContext()
    results = processing.run(
        "narvard:watchplans",
        {"WORKSPACE": workspace, "TODAY": TODAY.isoformat(), "OUTPUT": "memory:", "FOUND": "memory:", **parameters},
        context=context,
        feedback=feedback,
    )
    run.kept = context
    found, texts = {}, {}
    for row in rows(results["OUTPUT"]):
        name = row["plan"] or row["municipality_name"]
        found.setdefault(row["kind"], []).append((name, None if row["days"] == NULL else row["days"]))
        texts[row["kind"], name] = row["text"]
    return found, texts, feedback.said, results


def test_every_kind_of_finding(register):
    found, texts, _, results = watched(register)
    assert found["due"] == [("Answered", days) for days in (-187, -5, 0, 3, 7, 7)]
    assert texts["due", "Answered"].startswith("Answer by (the municipality's date). Days left: 7.")
    assert [name for name, _ in found["nobody_sent"]] == ["Answered", "By the hospital", "Old name", "Only a letter"]
    assert texts["nobody_sent", "Only a letter"].startswith("LAST CHANCE: no granskning follows")
    assert [name for name, _ in found["near"]] == ["By the hospital"]
    assert texts["near", "By the hospital"] == "Sjukhuset is 300 m away."
    assert [name for name, _ in found["new"]] == ["By the hospital"]
    assert [name for name, _ in found["changed"]] == ["Answered", "Old name"]
    assert texts["changed", "Answered"] == "Stage: samråd → granskning."
    assert texts["changed", "Old name"] == "Name: Old name → Moved. The plan area has changed by 10000 m²."
    assert [(name, days) for name, days in found["vanished"]] == [("Gone", 67)]
    assert "last seen on 2026-10-01" in texts["vanished", "Gone"]
    counts = {name: value for name, value in results.items() if name.endswith("_COUNT")}
    assert counts == {"NEW_COUNT": 1, "CHANGED_COUNT": 2, "VANISHED_COUNT": 1, "DUE_COUNT": len(found["due"]),
                      "NOBODY_SENT_COUNT": 4, "NEAR_COUNT": 1, "SILENT_COUNT": 11, "KEPT_COUNT": 0}  # fmt: skip


def test_silence_is_never_no_plans(register):
    found, texts, said, _ = watched(register)
    names = [name for name, _ in found["silent"]]
    assert len(names) + len(found["contact"]) == 12  # every municipality of the made-up county
    (spoken,) = [name for name, _ in found["contact"]]
    assert "0 found. That does not mean that there are none." in texts["contact", spoken]
    (first,) = [
        name
        for name in names
        if ("silent", name) in texts and "planremiss received 2026-06-01" in texts["silent", name]
    ]
    assert dict(found["silent"])[first] == 189
    never = [name for name in names if "never been looked up" in texts["silent", name]]
    assert len(never) == 10 and "No contact is registered." in texts["silent", never[0]]
    assert "11 municipalities are silent, which does not mean that they plan nothing" in said
    found, _, _, _ = watched(register, DAYS=200)
    assert len(found["silent"]) == 10


def test_the_map_shows_each_plan_once_with_its_most_pressing_finding(register):
    _, _, _, results = watched(register)
    drawn = {row["plan"]: row["kind"] for row in rows(results["FOUND"])}
    assert drawn == {"Answered": "due", "By the hospital": "nobody_sent", "Old name": "nobody_sent"}


def test_without_keep_nothing_is_stored(register, tmp_path):
    before = (tmp_path / "register.gpkg").read_bytes()
    watched(register)
    assert (tmp_path / "register.gpkg").read_bytes() == before


def test_keep_makes_watched_cases_and_the_next_run_tells_what_changed_since(register):
    _, _, _, results = watched(register, KEEP=True)
    assert results["KEPT_COUNT"] == 1
    (kept,) = [row for row in rows(results["OUTPUT"]) if row["kind"] == "new"]
    with open_workspace(register) as workspace:
        cases = workspace.read("plan_cases").set_index("name")
        row = cases.loc["By the hospital"]
        assert (row["status"], row["source_status"], row["came_by"]) == ("bevakad", "samråd", "NGP")
        assert (row["national_id"], row["last_seen"], row["plan_id"]) == ("c", "2026-12-07", kept["plan_id"])
        assert cases.loc["Gone", "vanished"] == "2026-12-07"
        assert cases.loc["Answered", "status"] == "samråd"  # a person's
        assert cases.loc["Answered", "source_status"] == "granskning"
        assert "upptackt" in set(workspace.read("plan_events")["kind"])
        assert len(workspace.read("plan_versions", within={"plan_id": [row["plan_id"]]})) == 1
    found, texts, _, results = watched(register, KEEP=True)
    assert results["KEPT_COUNT"] == 0 and "new" not in found
    assert "Gone from Lantmäteriet" in texts["vanished", "Gone"] and "since 2026-12-07" in texts["vanished", "Gone"]
    with open_workspace(register) as workspace:
        stands = workspace.read("plan_items")
        stands.loc[stands["item_id"] == "c", "status"] = "granskning"
        back = pd.DataFrame([item("uuid-x", "Gone")])
        both = pd.concat([stands.drop(columns="geom"), back])
        workspace.refresh("plan_items", both, wkb=[*stands["geom"], square(20000, 0)])
    found, texts, _, _ = watched(register)
    assert texts["changed", "By the hospital"] == "Stage: samråd → granskning."
    assert "back in its source" in texts["changed", "Gone"] and "vanished" not in found


def test_plans_that_can_not_be_told_apart_are_not_kept(register, make_layer):
    shape = QgsGeometry()
    shape.fromWkb(square(0, 0))
    layer = make_layer(
        "municipality:string,name:string,status:string,kind:string",
        [
            (shape.asWkt(), "9903", "Centrum", "samråd", ""),
            (shape.asWkt(), "9903", "Centrum", "samråd", ""),
            (shape.asWkt(), "9903", "Torget", "samråd", "Översiktsplan"),
        ],
        kind="MultiPolygon",
    )
    _, _, said, results = watched(register, SOURCE=layer, KEEP=True)
    assert results["KEPT_COUNT"] == 1 and "2 new plans have no id, designation or name of their own" in said
    with open_workspace(register) as workspace:
        row = workspace.read("plan_cases").set_index("name").loc["Torget"]
        assert (row["kind"], row["came_by"]) == ("oversiktsplan", "kommunens_karta")


def test_properties_of_the_region_count_too(register, make_layer):
    land = make_layer("name:string", [("POLYGON((1160 0,1200 0,1200 10,1160 10,1160 0))", "Tomt 4")])
    found, texts, _, _ = watched(register, PROPERTIES=land, NEAR_M=50)
    assert [name for name, _ in found["near"]] == ["Old name"] and texts["near", "Old name"] == "Tomt 4 is 10 m away."


def test_the_sample_county_s_plans_in_an_empty_register(county, tmp_path):
    workspace = str(tmp_path / "tom.gpkg")
    create_workspace(workspace, "99").close()
    plans = f"{county.folder / 'planer.gpkg'}|layername=plans"
    given = {"SOURCE": plans, "PROPERTIES": county.layer("facilities", "huvudman = 'region'"), "KEEP": True}
    found, _, _, results = watched(workspace, **given)
    # 22 plans, of which four are in force or ended; eight of the others are in samråd or granskning.
    assert (results["NEW_COUNT"], results["KEPT_COUNT"], results["NOBODY_SENT_COUNT"]) == (18, 18, 8)
    assert "Ekbacken, Lasarettsparken 3 m.fl." in [name for name, _ in found["near"]]
    assert len(found["silent"]) == 12
    _, _, _, results = watched(workspace, **given)
    assert results["NEW_COUNT"] == results["KEPT_COUNT"] == results["CHANGED_COUNT"] == results["VANISHED_COUNT"] == 0


def test_the_sample_county_s_own_register(county, tmp_path):
    workspace = str(tmp_path / "arbetsyta.gpkg")
    shutil.copy(county.workspace, workspace)
    found, texts, said, results = watched(workspace, TODAY="2026-06-16")
    assert results["NEW_COUNT"] == 0 and "12 municipalities have never been looked up" in said
    # Ekbacken's granskning of two weeks began on 12 June, and is to be answered by the 26th, in ten days.
    due = [days for name, days in found["due"] if name.startswith("Ekbacken")]
    assert 10 in due and due == sorted(due)
    assert dict(found["silent"])["Norrhamn"] == 106 and dict(found["contact"])["Lindhamn"] == 4
    assert "never been looked up" in texts["contact", "Lindhamn"]


def test_cancel_stores_nothing(register, tmp_path):
    before = (tmp_path / "register.gpkg").read_bytes()
    for asks in (0, 2, 5, 6, 8):
        results = processing.run(
            "narvard:watchplans",
            {"WORKSPACE": register, "KEEP": True, "OUTPUT": "memory:", "FOUND": "memory:"},
            feedback=CancelAfter(asks),
        )
        assert not results.get("OUTPUT")
        with open_workspace(register, writable=False) as workspace:
            assert len(workspace.read("plan_cases")) == 4
    assert (tmp_path / "register.gpkg").read_bytes()[100:] == before[100:]  # but for SQLite's own counters


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"WORKSPACE": "nowhere.gpkg"}, "no workspace at"),
        ({"TODAY": "7/12"}, "TODAY must be a date"),
        ({"DAYS": -1}, "DAYS|Days"),
    ],
)
def test_what_is_wrong_is_said(register, parameters, sentence):
    refused(sentence, "watchplans", **{"WORKSPACE": register, "OUTPUT": "memory:", **parameters})


def test_a_layer_without_municipality_is_refused(register, make_layer):
    layer = make_layer("name:string", [("POLYGON((0 0,1 0,1 1,0 0))", "A")])
    refused("SOURCE has no field municipality", "watchplans", WORKSPACE=register, SOURCE=layer, OUTPUT="memory:")


def cases_of(path):
    with open_workspace(path, writable=False) as workspace:
        return workspace.read("plan_cases").set_index("name")


def test_a_plan_of_two_sources_is_one_case_and_its_later_stage_is_told(tmp_path, provider):
    path = str(tmp_path / "register.gpkg")
    with create_workspace(path, "99") as workspace:
        national = item("uuid-1", "Eken", designation="P1")
        of_map = {**item("karta:1", "eken ", "Granskning", designation="p1"), "source": "Kartan"}
        workspace.write("plan_items", pd.DataFrame([national, of_map]), wkb=[square(0, 0), square(30, 0)])
    first = watched(path, KEEP=True)[3]
    assert first["KEPT_COUNT"] == 1
    for _ in range(2):  # the other source is no new plan, and the case does not go from one area to the other
        found, texts, _, results = watched(path, KEEP=True)
        assert not {"new", "changed", "vanished"} & set(found) and results["KEPT_COUNT"] == 0
    assert len(cases_of(path)) == 1 and "In granskning" in texts["nobody_sent", "Eken"]
    with open_workspace(path) as workspace:
        assert len(workspace.read("plan_versions")) == 1
        workspace.refresh("plan_items", workspace.read("plan_items").drop(columns="geom")[:0])
        checks = {
            "municipality": ["9901"],
            "source": ["ngp: samråd"],
            "checked": ["2026-12-01T00:00:00.000Z"],
            "found": [0],
        }
        workspace.write("plan_checks", pd.DataFrame(checks))
        workspace.write("plan_items", pd.DataFrame([item("other", "Boken")]))
    assert "vanished" not in watched(path)[0]  # only plans in samråd were asked for


def test_an_area_that_moved_is_no_poorer_version_of_a_plan_with_provisions(tmp_path, provider):
    path = str(tmp_path / "register.gpkg")
    with create_workspace(path, "99") as workspace:
        plan = case(workspace, "Eken", national_id="u", status="samråd")
        care = provisions_frame([{"kind": "användningsbestämmelse", "designation": "D", "wkb": square(0, 0)}])
        version = store_version(workspace, plan, PlanContent([square(0, 0)], care, documents_frame()), stage="samråd")
        workspace.write("plan_items", pd.DataFrame([item("u", "Eken")]), wkb=[square(30, 0)])
    for _ in range(2):
        _, texts, _, _ = watched(path, KEEP=True)
        assert "6000 m²" in texts["changed", "Eken"]
    with open_workspace(path) as workspace:
        assert workspace.read("plan_versions")["version_id"].tolist() == [version]


def test_what_somebody_else_adds_meanwhile_is_not_added_twice(register, monkeypatch):
    opened = watchplans.WatchPlans._watch

    def watch_then_another(self, workspace, *given):
        found = opened(self, workspace, *given)
        with open_workspace(register) as another:
            case(another, "By the hospital", national_id="c", came_by="NGP")
        return found

    monkeypatch.setattr(watchplans.WatchPlans, "_watch", watch_then_another)
    refused(
        "Somebody added or changed cases",
        "watchplans",
        WORKSPACE=register,
        KEEP=True,
        TODAY="2026-12-07",
        OUTPUT="memory:",
    )
    assert (cases_of(register).index == "By the hospital").sum() == 1


def test_a_layer_without_coordinate_system_is_refused(register, make_layer):
    layer = make_layer("municipality:string,name:string", [("POLYGON((0 0,1 0,1 1,0 0))", "9901", "A")], crs="")
    refused("SOURCE has no coordinate system", "watchplans", WORKSPACE=register, SOURCE=layer, OUTPUT="memory:")


def test_rows_of_a_map_without_municipality_are_told_and_parts_are_one_plan(register, make_layer):
    layer = make_layer(
        "municipality:string,item_id:string,name:string,status:string",
        [("POLYGON((0 0,90 0,90 90,0 90,0 0))", "9903", "k", "Alen", "På samråd"),
         ("POLYGON((200 0,290 0,290 90,200 90,200 0))", "9903", "k", "Alen", "På samråd"),
         ("POLYGON((0 0,1 0,1 1,0 0))", None, "x", "Nowhere", "")],
    )  # fmt: skip
    found, _, said, _ = watched(register, SOURCE=layer)
    assert [name for name, _ in found["new"]] == ["Alen"] and ("Alen", None) in found["nobody_sent"]
    assert "1 rows of SOURCE tell no municipality" in said
