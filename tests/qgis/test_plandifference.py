"""Differences between two versions in a real register, as a planner runs the tool."""

import json

import pytest
from qgis import processing
from qgis.core import QgsGeometry, QgsProcessingContext, QgsProcessingFeedback

from narvard_plugin.adapters.plan_comparison import compare
from narvard_plugin.adapters.plan_geometry import ground_of
from narvard_plugin.core.plans.building_rights import building_rights
from narvard_plugin.core.plans.plan_content import provisions_frame

from .plan_steps import GROSS, HIGH, box, content, number, plan, use, wkb, workspace_at
from .small_network import CancelAfter, Listening, refused, rows, run

HOUSING, CARE = box(0, 0, 300, 300), box(300, 0, 100, 300)


def consultation():
    """Samråd: dwellings and care, 12 m high, 17 000 m² gross."""
    return content(
        use("B", HOUSING, "Bostäder"), use("D", CARE, "Vård"), number(GROSS, 17000, "kvadratmeter", HOUSING),
        number(HIGH, 12, "meter", box(0, 0, 400, 300), wording="Högsta nockhöjd är 12 meter"),
        documents=[{"name": "Planbeskrivning", "role": "planbeskrivning"}],
    )  # fmt: skip


def review(**changed):
    """Granskning: the care is gone, dwellings lie also there, and everything is higher."""
    whole = box(0, 0, 400, 300)
    return content(
        use("B", changed.get("housing", whole), "Bostäder"), number(GROSS, 19400, "kvadratmeter", whole),
        number(HIGH, 31, "meter", whole, wording="Högsta nockhöjd är 31 meter"),
        documents=[{"name": "Planbeskrivning", "role": "planbeskrivning"}, {"name": "PM buller", "role": "planeringsunderlag"}],
    )  # fmt: skip


@pytest.fixture
def register(tmp_path):
    path = tmp_path / "plans.gpkg"
    with workspace_at(path) as workspace:
        plan_id, versions = plan(workspace, ("samråd", consultation()), ("granskning", review()))
        plan(workspace, ("samråd", consultation()), case={"name": "Tvillingen", "designation": "PROV 2"})
    return str(path), plan_id, versions


def differ(register, **more):
    return run("plandifference", WORKSPACE=register[0], OUTPUT="memory:", TABLE="memory:", **more)


def test_the_lost_care_is_seen(register):
    found = differ(register, PLAN="PROV 1")
    assert (found["USES_LOST"], found["USES_LOST_COUNT"]) == ("D", 1)
    told = {(row["change"], row["use"] or row["code"], row["direction"] or ""): row for row in rows(found["OUTPUT"])}
    assert set(told) == {
        ("removed", "D", ""), ("area", "B", "gained"), ("area", GROSS, "gained"), ("value", GROSS, ""), ("value", HIGH, ""),
    }  # fmt: skip
    assert told["removed", "D", ""]["area_m2"] == pytest.approx(30_000)
    gained = told["area", "B", "gained"]
    assert (gained["before"], gained["after"], gained["delta"]) == pytest.approx((90_000, 120_000, 30_000))
    assert gained["area_m2"] == pytest.approx(30_000) and gained["matched_by"] == "place"
    high = told["value", HIGH, ""]
    assert (high["before"], high["after"], high["delta"], high["unit"], bool(high["significant"])) == (
        12,
        31,
        19,
        "m",
        True,
    )
    table = {(row["measure"], row["use"]): row for row in rows(found["TABLE"])}
    assert table["use_area", "D"]["delta"] == pytest.approx(-30_000)
    assert table["gross_area", "B"]["delta"] == pytest.approx(2_400)
    assert next(row for row in rows(found["TABLE"]) if row["measure"] == "height_above_ground")["delta"] == 19
    assert any(row["measure"] == "document_new" for row in rows(found["TABLE"]))
    assert found["CHANGE_COUNT"] == 6 and found["ALL_COUNT"] == 5
    assert type(found["CHANGE_COUNT"]) is int, "a number of numpy's can stand in no model"
    assert {"use:D", "documents", f"code:{HIGH}"} <= set(found["AFFECTED"].split(";"))
    assert "plan_area" not in found["AFFECTED"].split(";")


def test_the_polygons_lie_where_the_plan_changed(register):
    found = differ(register, PLAN="PROV 1")
    care = QgsGeometry.fromWkt(CARE)
    for feature in found["OUTPUT"].getFeatures():
        if feature["change"] in ("removed", "area"):
            assert feature.geometry().intersection(care).area() == pytest.approx(30_000)
    assert found["OUTPUT"].crs().authid() == "EPSG:3006"


def test_the_reverse_comes_back_and_a_version_is_like_itself(register):
    first, second = register[2]
    back = differ(register, VERSION_A=second, VERSION_B=first)
    kinds = sorted((row["change"], row["use"]) for row in rows(back["OUTPUT"]) if row["use"])
    assert kinds == [("added", "D"), ("area", "B")] and back["USES_LOST_COUNT"] == 0
    same = differ(register, PLAN="Provplanen", VERSION_A="samråd", VERSION_B="samråd 1")
    assert (same["CHANGE_COUNT"], same["ALL_COUNT"], same["AFFECTED"]) == (0, 0, "")
    assert not rows(same["OUTPUT"])


def test_slivers_of_two_digitisations_are_no_change(tmp_path):
    shaken = box(0.2, -0.2, 300.1, 300.3)
    with workspace_at(tmp_path / "w.gpkg") as workspace:
        first = content(use("B", HOUSING, "Bostäder"), area=HOUSING)
        second = content(use("B", shaken, "Bostäder"), area=shaken)
        plan_id, _ = plan(workspace, ("samråd", first), ("granskning", second))
    found = run("plandifference", WORKSPACE=str(tmp_path / "w.gpkg"), PLAN=plan_id, OUTPUT="memory:")
    assert found["ALL_COUNT"] == 0
    found = run("plandifference", WORKSPACE=str(tmp_path / "w.gpkg"), PLAN=plan_id, WIDTH_LIMIT=0.1, OUTPUT="memory:")
    assert found["ALL_COUNT"] == 2  # the use, and the plan's own border


def test_lines_points_and_provisions_without_a_place(tmp_path):
    fence = {"kind": "egenskapsbestämmelse", "code": "DP_KM_Eg_Stangsel", "wording": "Stängsel ska finnas"}
    line, other = (f"LINESTRING({536_000 + x} 6474000,{536_000 + x} 6474200)" for x in (10, 60))
    months = {"kind": "administrativ bestämmelse", "wording": "Genomförandetiden är 5 år", "wkb": None}
    with workspace_at(tmp_path / "w.gpkg") as workspace:
        plan_id, _ = plan(
            workspace,
            ("samråd", content({**fence, "wkb": wkb(line)}, months)),
            ("granskning", content({**fence, "wkb": wkb(other)}, {**months, "wording": "Genomförandetiden är 10 år"})),
        )
    found = run("plandifference", WORKSPACE=str(tmp_path / "w.gpkg"), PLAN=plan_id, OUTPUT="memory:")
    assert sorted(row["change"] for row in rows(found["OUTPUT"])) == ["added", "removed", "wording"]
    drawn = {feature["change"]: feature.geometry() for feature in found["OUTPUT"].getFeatures()}
    assert drawn["added"].area() == pytest.approx(2 * 200, rel=0.02) and drawn["wording"].isNull()


def test_what_cannot_be_compared_is_said(register, tmp_path):
    refused("Choose PLAN", "plandifference", WORKSPACE=register[0], OUTPUT="memory:")
    refused("has 1 versions", "plandifference", WORKSPACE=register[0], PLAN="PROV 2", OUTPUT="memory:")
    refused("No case in the register", "plandifference", WORKSPACE=register[0], PLAN="nowhere", OUTPUT="memory:")
    refused(
        "no version antagen",
        "plandifference",
        WORKSPACE=register[0],
        PLAN="PROV 1",
        VERSION_B="antagen",
        OUTPUT="memory:",
    )
    refused("older than", "plandifference", WORKSPACE=register[0], PLAN="PROV 1", VERSION_B="samråd", OUTPUT="memory:")
    with workspace_at(tmp_path / "w.gpkg") as workspace:
        plan_id, _ = plan(workspace, ("samråd", content()), ("granskning", content(area=HOUSING)))
    feedback, context = Listening(), QgsProcessingContext()
    given = {"WORKSPACE": str(tmp_path / "w.gpkg"), "PLAN": plan_id, "OUTPUT": "memory:"}
    processing.run("narvard:plandifference", given, context=context, feedback=feedback)
    assert "no provisions in the register" in feedback.said
    run.kept = context


def test_cancel_leaves_nothing(register, tmp_path):
    target = tmp_path / "out.gpkg"
    given = {"WORKSPACE": register[0], "PLAN": "PROV 1", "OUTPUT": str(target)}
    for asks in (0, 3):
        context = QgsProcessingContext()
        assert processing.run("narvard:plandifference", given, context=context, feedback=CancelAfter(asks)) == {}
        run.kept = context
        assert not target.exists()


def test_the_storys_twins_lose_one_use_and_none(county):
    given = {"WORKSPACE": county.workspace, "OUTPUT": "memory:", "TABLE": "memory:"}
    late = run("plandifference", **given, PLAN="EX-P001")
    assert (late["USES_LOST"], late["USES_LOST_COUNT"]) == ("D", 1)
    table = {(row["measure"], row["use"] or ""): row for row in rows(late["TABLE"])}
    figures = {key: (row["before"], row["after"]) for key, row in table.items()}
    assert next(row["delta"] for row in table.values() if row["measure"] == "height_above_ground") == 15
    assert figures["gross_area", "D"] == (2400, 0) and figures["gross_area", "B"] == (17_000, 19_400)
    assert all(row["clear"] for row in table.values())
    early = run("plandifference", **given, PLAN="EX-P002")
    assert (early["USES_LOST"], early["USES_LOST_COUNT"]) == ("", 0)
    (care,) = (row for row in rows(early["TABLE"]) if (row["measure"], row["use"]) == ("gross_area", "D"))
    assert (care["before"], care["after"]) == (2400, 2600)


def test_uses_that_are_not_drawn_are_seen_all_the_same():
    homes, care = use("B", None, "Bostäder", national_id="homes"), use("D", None, "Vård", national_id="care")
    gross = number(GROSS, 2400, "kvadratmeter", None, regulates=json.dumps(["care"]))
    found = compare(content(homes, care, gross), content(homes), QgsProcessingFeedback())
    figures = {(figure.measure, figure.use): figure for figure in found.totals.figures}
    assert found.totals.lost == ("D",)
    assert (figures["gross_area", "D"].before, figures["gross_area", "D"].after) == (2400, 0)
    assert figures["use_area", "D"].before != figures["use_area", "D"].before  # not known, and no 0
    assert figures["use_area", "D"].after == 0 and figures["use_area", "D"].significant


def test_each_separate_area_of_a_use_has_its_own_building_right():
    """Dwellings on both sides of a street, with a right within the use area drawn on each of them."""
    left, right = box(0, 0, 100, 300), box(120, 0, 280, 300)
    both = QgsGeometry.unaryUnion([QgsGeometry.fromWkt(one) for one in (left, right)]).asWkt()
    homes = use("B", both, "Bostäder", national_id="homes")
    told = [
        number(GROSS + "Anv", area, "kvadratmeter", where, regulates=json.dumps(["homes"]))
        for area, where in ((4000, left), (9000, right))
    ]
    found = provisions_frame([{**row, "provision_id": f"p{at}"} for at, row in enumerate([homes, *told])])
    rights = building_rights(found, ground_of(found, QgsProcessingFeedback()))
    assert (rights.gross_area("B"), rights.area("B"), rights.unclear) == (13_000, 114_000, ())
    assert rights.is_clear("B") and len(rights.places) == 2
