"""The checklist run on the made-up county's plans, as users run it."""

import json
import math
import shutil
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from narvard_plugin.adapters.plan_layers import Bound, read_bindings
from narvard_plugin.adapters.plan_measures.measuring import asked_of, measure
from narvard_plugin.adapters.plan_measures.plan_ground import PlanGround
from narvard_plugin.adapters.plan_measures.reviewing import review
from narvard_plugin.adapters.plan_measures.surroundings import Surroundings
from narvard_plugin.core.plans import codes
from narvard_plugin.core.plans.judging import RuleContext
from narvard_plugin.core.plans.review_run import NETWORK, TIMETABLE, roles_of
from narvard_plugin.sources.plans.checklist_file import open_checklist
from narvard_plugin.store.plans.checks import evidence_of, latest_checks, override
from narvard_plugin.store.plans.parameters import confirm_parameter, confirmed_parameters
from narvard_plugin.store.plans.plan_inputs import plan_by_id
from narvard_plugin.store.workspace import open_workspace

from .plan_measures_steps import layer, rule
from .small_network import CancelAfter, refused, rows, run

LIST = open_checklist()
TODAY, DATED = "2026-06-15", "2026-05-15"
LATE, EARLY = "EX-P001", "EX-P002"
#: Roles that the made-up county has no layer for: those of another role stand in.
STAND_INS = {"railway": "dangerous_goods", "tram": "bus_roads", "power_lines": "dangerous_goods"}


@pytest.fixture(scope="module")
def folder(county, tmp_path_factory):
    """A copy of the register where every number of the list is confirmed, and the layers that it is reviewed against."""
    made = tmp_path_factory.mktemp("granskning")
    shutil.copy(county.workspace, made / "arbetsyta.gpkg")
    with open_workspace(str(made / "arbetsyta.gpkg")) as workspace:
        decided = [
            {"parameter": name, "value": one.value, "unit": one.unit.sv, "who": "Prövare", "decision": "RN 2026-01-01 § 2",
             "time": "2026-01-01T00:00:00.000Z", "decision_date": "2026-01-01"}
            for name, one in LIST.params.items()
        ]  # fmt: skip
        workspace.write("parameter_decisions", pd.DataFrame(decided))
    source = county.folder / "planunderlag" / "granskningslager.json"
    told = json.loads(source.read_text(encoding="utf8"))
    layers = {role: one for role, one in told.items() if role in LIST.layers}
    for one in layers.values():
        if not one["source"].startswith("workspace:"):
            one["source"] = str((source.parent / one["source"].partition("|")[0]).resolve()) + "".join(
                one["source"].partition("|")[1:]
            )
    for role, other in STAND_INS.items():
        layers.setdefault(role, layers[other])
    layers.setdefault("capacity", {"source": "workspace:capacity", "date": DATED})
    layers["deso"] = {**layers["deso"], "fields": {"index": "socioeconomic_index", "pop": "population"}}
    (made / "lager.json").write_text(json.dumps(layers), encoding="utf8")
    return made


@pytest.fixture
def workspace(folder, tmp_path):
    """A register of the test's own."""
    return shutil.copy(folder / "arbetsyta.gpkg", tmp_path / "arbetsyta.gpkg")


def reviewed(county, folder, workspace, feedback=None, **parameters):
    given = {
        "WORKSPACE": str(workspace), "LAYERS": str(folder / "lager.json"), "NETWORK": county.network, "GTFS": county.gtfs,
        "TODAY": TODAY, "OUTPUT": "memory:", **parameters,
    }  # fmt: skip
    if feedback is None:
        return run("reviewplan", **given)
    from qgis import processing

    context = QgsProcessingContext()
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryAbortOnInvalid)
    results = processing.run("narvard:reviewplan", given, context=context, feedback=feedback)
    run.kept = context
    return results


def by_rule(result):
    return {row["rule_id"]: row for row in rows(result["OUTPUT"])}


@pytest.fixture(scope="module")
def ground(county, folder):
    """Everything bound, read once for every test that takes something away."""
    context = QgsProcessingContext()
    bounds, unknown = read_bindings(str(folder / "lager.json"), LIST)
    assert unknown == []
    bounds.update({NETWORK: Bound(NETWORK, county.network), TIMETABLE: Bound(TIMETABLE, county.gtfs)})
    bounds["plans"] = Bound("plans", "workspace:plan_areas")
    with open_workspace(str(folder / "arbetsyta.gpkg"), writable=False) as workspace:
        feedback = QgsProcessingFeedback()
        plans = [PlanGround(plan_by_id(workspace, own), feedback) for own in (LATE, EARLY, "EX-P003", "EX-P006")]
        found = Surroundings(LIST, bounds, workspace, context, feedback, plans, TODAY)
        found.confirmed = confirmed_parameters(workspace)
        yield found
        for held in (found.bounds, found.kept, found._opened):
            held.clear()
        found.context = None  # the last test holds on to what it was given until QGIS is gone


def test_the_late_twin(county, folder, workspace):
    found = reviewed(
        county, folder, workspace, PLAN=LATE, FINDINGS="memory:", FINDINGS_LINES="memory:", FINDINGS_POINTS="memory:"
    )
    by = by_rule(found)
    assert (by["PRO-01"]["value"], by["PRO-01"]["verdict"]) == (14, "ok")
    assert (by["PRO-02"]["value"], by["PRO-02"]["verdict"]) == (9, "anmarkning")
    assert by["PRO-05"]["verdict"] == "anmarkning"
    assert (by["AKU-02"]["verdict"], by["AKU-02"]["severity"]) == ("brist", "avstyrkan")
    assert by["AKU-02"]["value"] < 0
    assert (by["AKU-03"]["value"], by["AKU-03"]["verdict"]) == (31, "anmarkning")
    assert by["VRD-04"]["verdict"] == "ej_tillampligt"  # the use D is gone
    for row in by.values():  # the bar: value, threshold, unit, layer and date
        if row["verdict"] in ("ok", "anmarkning", "brist") and LIST.rule(row["rule_id"]).check.roles:
            assert row["value"] not in (None, NULL)
            assert row["threshold"]
            assert row["unit"]
            assert row["layer"]
            assert row["layer_date"].toString("yyyy-MM-dd") <= TODAY
    areas = rows(found["FINDINGS"])
    assert {row["rule_id"] for row in areas} == set(by)  # every verdict shows somewhere, also those of nothing
    assert {"area", "line", "point"} == {row["kind"] for row in areas}
    lines, points = found["FINDINGS_LINES"], found["FINDINGS_POINTS"]
    assert lines.featureCount() == sum(row["kind"] == "line" for row in areas)
    assert points.featureCount() == sum(row["kind"] == "point" for row in areas)
    assert all(feature.geometry().isGeosValid() for feature in found["FINDINGS"].getFeatures())
    counted = sum(found[name] for name in ("OK_COUNT", "REMARK_COUNT", "FAIL_COUNT", "OPEN_COUNT"))
    assert counted + sum(row["verdict"] == "ej_tillampligt" for row in by.values()) == found["RULE_COUNT"] == len(by)


def test_the_early_twin_has_its_care_and_no_obstacle(county, folder, workspace):
    by = by_rule(reviewed(county, folder, workspace, PLAN=EARLY, RULES="VRD-03;AKU-01;AKU-02;PRO-01"))
    assert {rule: row["verdict"] for rule, row in by.items()} == {
        "PRO-01": "ok", "VRD-03": "ok", "AKU-01": "ok", "AKU-02": "ej_tillampligt",
    }  # fmt: skip


def test_dwellings_that_may_be_houses_do_not_pass_for_flats(county, folder, workspace):
    asked = {"PLAN": "EX-P002", "RULES": "VRD-01", "TODAY": "2026-03-10"}
    assert by_rule(reviewed(county, folder, workspace, **asked))["VRD-01"]["verdict"] == "ok"
    with open_workspace(str(workspace)) as opened:
        unit = LIST.params["persons_house"].unit.sv
        confirm_parameter(opened, "persons_house", 40.0, unit, "A. Ek", "RS 2026/1", "2026-01-01")
    found = by_rule(reviewed(county, folder, workspace, **asked))["VRD-01"]
    assert found["verdict"] == "oklart" and "houses" in found["explanation"]


def test_a_number_that_the_region_has_not_confirmed_gives_no_verdict(ground):
    found = review(ground.plans[0], ground, {}, only=["FAS-01", "AKU-01", "KOL-04"]).judged
    by = {one.rule_id: one for one in found}
    assert by["FAS-01"].verdict == by["AKU-01"].verdict == "oklart"
    assert by["FAS-01"].value > 0  # what was measured is told all the same
    assert by["KOL-04"].verdict == "ok"  # leans on no number


@pytest.mark.parametrize("role", [*LIST.layers, NETWORK])
def test_no_rule_is_ok_without_a_layer_that_it_looks_at(ground, role):
    leaning = [rule for rule in LIST.rules if role in roles_of(rule, LIST) and rule.off is None]
    if role in LIST.layers and not leaning:
        pytest.skip("no rule of the list looks at it")
    bare = without(ground, role)
    ids = [rule.id for rule in leaning]
    for plan in ground.plans:
        whole = {one.rule_id: one.verdict for one in review(plan, ground, ground.confirmed, only=ids).judged}
        for one in review(plan, bare, ground.confirmed, only=ids).judged:
            if one.rule_id not in ids or (one.verdict == whole[one.rule_id] == codes.NOT_APPLICABLE):
                continue
            rule = LIST.rule(one.rule_id)
            needed = rule.check is not None and (role in rule.check.roles or role == NETWORK)
            assert one.verdict not in (codes.OK, codes.NOT_APPLICABLE) or not needed, one
            if needed and whole[one.rule_id] == codes.OK:
                assert one.verdict in (codes.ERROR, codes.NOT_JUDGED, codes.UNCLEAR)
            if one.verdict in (codes.OK, codes.NOT_APPLICABLE):  # a condition that the other half has settled
                assert one.verdict == whole[one.rule_id]


def without(ground, *roles, **bounds):
    """The same surroundings with something taken away; what is read already is kept."""
    left = {role: one for role, one in ground.bounds.items() if role not in roles}
    opened = {role: one for role, one in ground._opened.items() if role in left and role not in bounds}
    return replace(ground, bounds={**left, **bounds}, used={}, kept={}, _opened=opened)


@pytest.mark.parametrize("day", ["1999-01-01", ""])
def test_no_rule_is_ok_on_data_that_are_too_old_or_undated(ground, day):
    aged = {role for role, one in LIST.layers.items() if one.max_age_days is not None}
    old = {role: ground.bounds[role]._replace(date=day) for role in aged}
    bare = without(ground, **old)
    for role in aged:
        data = ground._data(role)
        bare._opened[role] = replace_date(data, day)
    ids = [rule.id for rule in LIST.rules if rule.check is not None and aged & set(rule.check.roles)]
    for plan in ground.plans[:3]:
        for one in review(plan, bare, ground.confirmed, only=ids).judged:
            if one.rule_id in ids:
                assert one.verdict in (codes.UNCLEAR, codes.NOT_APPLICABLE, codes.ERROR), one


def replace_date(data, day):
    made = data.take(range(len(data))) if hasattr(data, "take") else replace(data)
    made.date = day
    return made


def test_all_plans_are_run_and_kept_and_then_only_what_has_changed(county, folder, workspace):
    every = reviewed(county, folder, workspace, PLAN="*", RULES="FAS-01;AKU-01;KOL-01;RIS-02;PRO-05", STORE=True)
    told = rows(every["OUTPUT"])
    with open_workspace(str(workspace)) as store:
        cases, referrals = store.read("plan_cases"), store.read("referrals")
        under_way = set(cases.loc[~cases["status"].isin((*codes.ENDED_STATUSES, "vilande")), "plan_id"])
        assert {row["plan_id"] for row in told} == under_way
        newest = referrals.set_index("plan_id")["referral_id"].to_dict()[LATE]
        first = latest_checks(store, newest).set_index("rule_id")
        assert set(first["run"]) == {1}
        evidence = evidence_of(store, first["check_id"])
        assert set(evidence["check_id"]) == set(first["check_id"])
        frozen = store.read("referrals", within={"referral_id": [newest]})["checklist_sha256"].iloc[0]
        assert frozen == LIST.sha256
        fas = first.loc["FAS-01"]
        override(store, fas["check_id"], "anmarkning", "Servitut.", "A. Ek", 1)
    again = reviewed(county, folder, workspace, PLAN=newest, RULES="FAS-01;AKU-01;PRO-05", STORE=True, ONLY_AFFECTED=True,
                     FINDINGS="memory:")  # fmt: skip
    assert (again["UNCHANGED_COUNT"], again["RUN"]) == (3, 2)
    assert {row["rule_id"] for row in rows(again["FINDINGS"])} == {"FAS-01", "AKU-01", "PRO-05"}  # the old evidence
    with open_workspace(str(workspace)) as store:
        second = latest_checks(store, newest).set_index("rule_id")
        assert (second.loc["FAS-01", "verdict"], second.loc["FAS-01", "confirmed_by"]) == ("anmarkning", "A. Ek")
        assert second.loc["AKU-01", "value"] == first.loc["AKU-01", "value"]
        assert len(evidence_of(store, [second.loc["AKU-01", "check_id"]])) == len(
            evidence_of(store, [first.loc["AKU-01", "check_id"]])
        )
        version = store.read("referrals", within={"referral_id": [newest]})["version_id"].iloc[0]
        areas = store.read("plan_areas", within={"version_id": [version]})
        moved = bytes(areas["geom"].iloc[0])
        store.refresh(
            "plan_areas",
            areas.drop(columns="geom").assign(area_id=["moved"]),
            wkb=[moved],
            within={"version_id": [version]},
        )
    same = reviewed(county, folder, workspace, PLAN=newest, RULES="AKU-01", ONLY_AFFECTED=True)
    assert same["UNCHANGED_COUNT"] == 1  # another id is no other area
    changed = json.loads((folder / "lager.json").read_text(encoding="utf8"))
    changed["helipads"]["date"] = "2026-05-16"
    fresh = reviewed(
        county, folder, workspace, PLAN=newest, RULES="AKU-01;FAS-01", ONLY_AFFECTED=True, LAYERS=json.dumps(changed)
    )
    assert {row["rule_id"]: row["unchanged"] for row in rows(fresh["OUTPUT"])} == {"AKU-01": False, "FAS-01": True}


def test_without_store_nothing_is_written(county, folder, workspace):
    before = workspace.read_bytes()
    reviewed(county, folder, workspace, PLAN=LATE, RULES="FAS-01")
    assert workspace.read_bytes() == before


def test_cancel_leaves_nothing(county, folder, workspace, tmp_path):
    before = workspace.read_bytes()
    output = tmp_path / "utfall.gpkg"
    reviewed(county, folder, workspace, CancelAfter(20), PLAN="*", STORE=True, OUTPUT=str(output))
    assert not output.exists()
    assert workspace.read_bytes() == before


def test_a_broken_layer_stops_no_other_rule(county, folder, workspace, tmp_path):
    layers = json.loads((folder / "lager.json").read_text(encoding="utf8"))
    (tmp_path / "trasig.gpkg").write_bytes(b"not a layer")
    layers["helipads"]["source"] = str(tmp_path / "trasig.gpkg")
    layers["dem"] = layers["stops"]  # points where a raster is asked for
    by = by_rule(
        reviewed(county, folder, workspace, PLAN=LATE, LAYERS=json.dumps(layers), RULES="AKU-01;AKU-02;FAS-01")
    )
    assert (by["AKU-01"]["verdict"], by["FAS-01"]["verdict"]) == ("fel", "ok")
    assert "trasig.gpkg" in by["AKU-01"]["explanation"]
    assert by["AKU-02"]["verdict"] not in ("ok", "ej_tillampligt")


def test_what_is_refused(county, folder, workspace, tmp_path):
    ask = {"WORKSPACE": str(workspace), "OUTPUT": "memory:", "TODAY": TODAY}
    for match, more in (
        ("PLAN.*REFERRAL", {}),
        ("no row", {"PLAN": "EX-P999"}),
        ("no row", {"REFERRAL": "nobody"}),
        ("2026-03-04", {"PLAN": LATE, "TODAY": "15 juni"}),
        ("valid JSON", {"PLAN": LATE, "LAYERS": "{stops: 1}"}),
        ("neither a JSON object nor a file", {"PLAN": LATE, "LAYERS": str(tmp_path / "nowhere.json")}),
        ("must have a source", {"PLAN": LATE, "LAYERS": '{"stops": 3}'}),
        ("mean nothing", {"PLAN": LATE, "LAYERS": '{"stops": {"source": "a", "datum": "2026"}}'}),
        ("written as 2026-03-04", {"PLAN": LATE, "LAYERS": '{"stops": {"source": "a", "date": "2026"}}'}),
        ("no rules XXX-99", {"PLAN": LATE, "RULES": "FAS-01;XXX-99"}),
        ("checklist cannot be used", {"PLAN": LATE, "CHECKLIST": str(tmp_path / "none.yaml")}),
    ):
        with pytest.raises(QgsProcessingException, match=match):
            run("reviewplan", **{**ask, **more})
    refused("no plan under way", "reviewplan", **{**ask, "PLAN": "*", "WORKSPACE": empty(tmp_path)})


def empty(tmp_path):
    path = str(tmp_path / "tom.gpkg")
    run("createworkspace", WORKSPACE=path, REGION="99")
    return path


def test_a_region_s_own_list(county, folder, workspace, tmp_path):
    own = tmp_path / "region_exempel.yaml"
    own.write_text(
        'schema: narvard-checklist/1\nid: region_exempel\nversion: "1.0"\nextends: region_grund\n'
        "title: {sv: Prov, en: Test}\nrules:\n  - {id: FAS-01, severity: rad}\n",
        encoding="utf8",
    )
    by = by_rule(reviewed(county, folder, workspace, PLAN=LATE, RULES="FAS-01", CHECKLIST=str(own)))
    assert by["FAS-01"]["severity"] == "rad"


def test_bindings_of_a_file_are_relative_to_it(tmp_path):
    (tmp_path / "lager").mkdir()
    (tmp_path / "lager" / "stops.gpkg").touch()
    (tmp_path / "lager" / "l.json").write_text(
        '{"stops": "stops.gpkg|layername=s", "care": "workspace:facilities", "odd": "x"}'
    )
    bounds, unknown = read_bindings(str(tmp_path / "lager" / "l.json"), LIST)
    assert bounds["stops"].source == f"{tmp_path / 'lager' / 'stops.gpkg'}|layername=s"
    assert bounds["care"].source == "workspace:facilities"
    assert unknown == ["odd"]


def test_dates_come_from_the_workspace_or_the_geopackage_never_from_a_file(ground, county, tmp_path):
    dated = without(
        ground,
        care=Bound("care", "workspace:facilities"),
        stops=Bound("stops", ground.bounds["stops"].source),
        dem=Bound("dem", ground.bounds["dem"].source),
    )
    assert dated.used_of("care").date == "2024-12-31"  # as the workspace's sources say
    assert date.fromisoformat(dated.used_of("stops").date)  # when the table was last changed
    assert dated.used_of("dem").date == ""


def test_stops_straight_out_of_a_timetable(ground, county):
    feed = without(ground, stops=Bound("stops", county.gtfs))
    found = feed.layer("stops")
    assert {"departures_per_hour", "turer_vardag", "stop_id"} <= set(found.columns)
    assert feed.used["stops"].date == "2026-06-16"  # the weekday that was counted
    one = review(ground.plans[0], feed, ground.confirmed, only=["KOL-01"]).judged[0]
    whole = review(ground.plans[0], ground, ground.confirmed, only=["KOL-01"]).judged[0]
    assert math.isclose(one.value, whole.value, abs_tol=30)
    assert one.verdict == whole.verdict


def test_travel_by_public_transport_is_that_of_the_tool_for_it(ground, county):
    plan, centres = ground.plans[2], "type = 'vardcentral'"
    asked = rule("travel_time", layer="care", params={"filter": centres, "modes": ["kollektivtrafik"]})
    context = RuleContext("samråd", TODAY)
    found = measure(asked_of(asked, LIST, context), plan, ground)
    spots = layer("id:integer", [])
    points = plan.subject(asked.check).samples()[0][::8]
    for number, (x, y) in enumerate(points):
        feature = QgsFeature(spots.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        feature.setAttributes([number])
        spots.dataProvider().addFeature(feature)
    told = run(
        "transittimes", ORIGINS=spots, ORIGIN_ID="id", FACILITIES=county.layer("facilities", f"{centres} AND closed IS NULL"),
        FACILITY_ID="facility_id", GTFS=county.gtfs, DATE="2026-06-16", NETWORK=county.network, PERCENTILES="50", OUTPUT="memory:",
    )  # fmt: skip
    theirs = sorted(row["minutes_p50"] for row in rows(told["OUTPUT"]))
    key = next(key for key in ground.kept if key[0] == "transit")
    minutes, _, everyone = ground.kept[key]
    ours = minutes[everyone.parts[id(plan)][0]]
    assert sorted(ours[::8]) == pytest.approx(theirs)
    assert found.facts["value"] == sorted(ours)[-(-len(ours) // 2) - 1]
    assert not (county.folder / "planunderlag" / "hojd.tif.aux.xml").exists()  # nothing is written beside the layers
