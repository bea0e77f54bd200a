"""What plans mean for health centres: by hand on a small network, out of the register, and the sample's fourth story."""

import pytest
from qgis import processing
from qgis.core import QgsProcessingContext

from narvard_plugin.store.workspace import open_workspace

from .plan_steps import GROSS, box, content, number, plan, use, workspace_at
from .small_network import MINUTE, CancelAfter, Listening, by_id, refused, rows, run

STORY = "plan_id IN ('EX-P001','EX-P003','EX-P004')"


@pytest.fixture
def centres(make_layer):
    """Nya stands at b, Gamla at n; Nya has 1 100 places and 1 000 listed, Gamla none to spare."""
    return make_layer("code:string,name:string", [("POINT(1000 0)", "b", "Nya"), ("POINT(0 1000)", "n", "Gamla")])


@pytest.fixture
def capacity(make_layer):
    told = [
        ("b", "heltid_specialist", 1),
        ("b", "listade", 1000),
        ("n", "heltid_specialist", 2),
        ("n", "listade", 2300),
    ]
    return make_layer("facility_id:string,kind:string,value:double", [(None, *row) for row in told])


@pytest.fixture
def plans(make_layer):
    return make_layer(
        "plan:string,homes:integer,houses:integer,start:integer,municipality:string",
        [
            ("POLYGON((680 -10,720 -10,720 10,680 10,680 -10))", "P1", 30, 0, 2030, "9901"),
            ("POLYGON((-20 890,20 890,20 910,-20 910,-20 890))", "P2", 40, 10, None, "9901"),
            ("POLYGON((90000 90000,90010 90000,90010 90010,90000 90000))", "FAR", 10, 0, None, "9901"),
            ("POLYGON((480 -10,520 -10,520 10,480 10,480 -10))", "P4", None, None, None, "9901"),
        ],
        kind="Polygon",
    )


@pytest.fixture
def given(network, centres, capacity, plans):
    return {
        "PLANS": plans, "PLAN_ID": "plan", "DWELLINGS": "homes", "HOUSES": "houses", "NETWORK": network,
        "FACILITIES": centres, "FACILITY_ID": "code", "CAPACITY": capacity, "OUTPUT": "memory:", "CENTRES": "memory:",
        "COMBINATIONS": "memory:", "PLAN_YEARS": "memory:", "CENTRE_YEARS": "memory:",
    }  # fmt: skip


def listening(name, given):
    feedback, context = Listening(), QgsProcessingContext()
    results = processing.run(f"narvard:{name}", given, context=context, feedback=feedback)
    run.kept = context
    return results, feedback.said


def test_people_and_loads_by_hand(given):
    found, said = listening("planneed", {**given, "HOUSEHOLD_SIZE": 2.5})
    told = by_id(found["OUTPUT"], "plan")
    assert (told["P1"]["inhabitants"], told["P1"]["listed"]) == (75, 75)
    assert told["P1"]["specialists"] == pytest.approx(75 / 1100)
    # P1 lies 300 m from b, P2 100 m from n on the faster road.
    assert (told["P1"]["facility_id"], told["P2"]["facility_id"]) == ("b", "n")
    assert told["P1"]["minutes"] == pytest.approx(300 * MINUTE, rel=1e-3)
    assert (told["P1"]["places_left"], told["P1"]["load_before"]) == (100, pytest.approx(1000 / 1100))
    assert told["P1"]["load_alone"] == told["P1"]["load_together"] == pytest.approx(1075 / 1100)
    assert told["P1"]["fits_alone"] and not told["P2"]["fits_alone"]
    assert (told["P2"]["flats"], told["P2"]["houses_counted"], told["P2"]["inhabitants"]) == (30, 10, 100)
    assert told["FAR"]["facility_id"] is None or str(told["FAR"]["facility_id"]) == "NULL"
    assert told["FAR"]["inhabitants"] == 25 and told["P4"]["dwelling_source"] == "unknown"
    assert str(told["P4"]["inhabitants"]) == "NULL" and str(told["P4"]["load_alone"]) == "NULL"
    assert found["INHABITANTS"] == 200 and found["BROKEN_COUNT"] == 1
    assert "tell neither dwellings nor building rights" in said and "P4" in said
    assert "have no centre in reach" in said and "FAR" in said
    centre = by_id(found["CENTRES"], "code")
    assert (centre["b"]["plan_status"], centre["n"]["plan_status"], centre["n"]["broken_by"]) == (
        "fits",
        "too_many",
        "P2",
    )
    assert centre["n"]["specialists_short"] == pytest.approx(200 / 1100)
    assert [list(row.values()) for row in rows(found["COMBINATIONS"])] == [["n", 1, "P2", 100, -100]]


def test_flats_and_houses_are_placeholders_and_say_so(given):
    found, said = listening("planneed", given)
    assert by_id(found["OUTPUT"], "plan")["P2"]["inhabitants"] == pytest.approx(30 * 1.9 + 10 * 2.7)
    assert "placeholders with no source" in said


def test_people_move_in_and_full_centres_send_them_on(given):
    found = run("planneed", **given, HOUSEHOLD_SIZE=2.5, HORIZONS="2029;2031", START_YEAR="start", DISTRIBUTION="room")
    years = {(row["year"] if row["year"] else None, row["facility_id"]): row for row in rows(found["CENTRE_YEARS"])}
    assert {key[1] for key in years} == {"b"}  # n has no places left, so that P2 goes on to b
    assert years[2029, "b"]["added"] == 100 and years[2031, "b"]["added"] == pytest.approx(137.5)
    assert years[None, "b"]["load"] == pytest.approx(1175 / 1100)
    assert [row["plans"] for row in rows(found["COMBINATIONS"])] == ["P1;P2"]
    share = {(row["plan_id"], row["year"] if row["year"] else None): row["share"] for row in rows(found["PLAN_YEARS"])}
    assert (
        share["P1", 2029] == 0
        and share["P1", 2031] == pytest.approx(0.5)
        and share["P1", None] == share["P2", 2029] == 1
    )


def test_what_is_wrong_is_refused(given, make_layer):
    refused("give MAX_MINUTES", "planneed", **given, DISTRIBUTION="decay")
    refused("Choose the plans", "planneed", **{**given, "PLANS": None})
    refused("give WORKSPACE", "planneed", **given, PROPOSE=True)
    refused("2030x is none", "planneed", **given, HORIZONS="2030x")
    bad = [("POINT(500 0)", "P1", -3, None, None, "")]
    layer = make_layer("plan:string,homes:integer,houses:integer,start:integer,municipality:string", bad)
    refused("no usable number in homes: P1", "planneed", **{**given, "PLANS": layer})
    layer = make_layer("plan:string,homes:integer,houses:integer", [("POINT(500 0)", "P1", 3, 4)])
    refused("more houses than dwellings: P1", "planneed", **{**given, "PLANS": layer})


def test_cancel_writes_nothing(given, tmp_path):
    for asks in (0, 5, 12):
        context = QgsProcessingContext()
        target = tmp_path / "out.gpkg"
        more = {
            **given,
            "OUTPUT": str(target),
            "CENTRES": None,
            "COMBINATIONS": None,
            "PLAN_YEARS": None,
            "CENTRE_YEARS": None,
        }
        assert processing.run("narvard:planneed", more, context=context, feedback=CancelAfter(asks)) == {}
        run.kept = context
        assert not target.exists()


@pytest.fixture
def register(tmp_path):
    """Plans at the corner of the county's plans: by number, by building rights, in force long ago, and a programme."""
    path = tmp_path / "w.gpkg"
    with workspace_at(path) as workspace:
        plan(workspace, ("samråd", content()), case={"plan_id": "told", "dwellings_min": 30, "dwellings_max": 40})
        housing = box(0, 0, 100, 300)
        rights = content(use("B", housing, "Bostäder"), number(GROSS, 9500, "kvadratmeter", housing), area=housing)
        plan(workspace, ("samråd", rights), case={"plan_id": "rights"})
        old = {"plan_id": "old", "status": "laga kraft", "status_date": "2001-05-05", "dwellings_max": 500}
        plan(workspace, ("antagen", content(area=box(5000, 0, 10, 10))), case=old)
        programme = {"plan_id": "programme", "kind": "planprogram", "dwellings_max": 900}
        plan(workspace, ("program", content(area=box(5000, 0, 10, 10))), case=programme)
    return str(path)


@pytest.fixture
def by_register(register, make_layer):
    centre = make_layer("code:string,name:string", [("POINT(536200 6474100)", "a", "Nya")])
    told = [(None, "a", "heltid_specialist", 1), (None, "a", "listade", 1000)]
    capacity = make_layer("facility_id:string,kind:string,value:double", told)
    return {
        "WORKSPACE": register, "FACILITIES": centre, "FACILITY_ID": "code", "CAPACITY": capacity, "COST": "straight",
        "HOUSEHOLD_SIZE": 2, "OUTPUT": "memory:",
    }  # fmt: skip


def test_the_register_gives_plans_and_building_rights(by_register):
    found, said = listening("planneed", by_register)
    told = by_id(found["OUTPUT"], "plan_id")
    assert {name: (row["dwelling_count"], row["dwelling_source"]) for name, row in told.items()} == {
        "told": (40, "given"), "rights": (100, "building_rights"),
    }  # fmt: skip
    assert found["INHABITANTS"] == 280
    assert "counted from the building rights at 95 m² gross per flat: rights" in said
    assert "lie on one another" in said
    then, _ = listening("planneed", {**by_register, "TODAY": "2005-05-05"})
    assert set(by_id(then["OUTPUT"], "plan_id")) == {"told", "rights", "old"}  # in force for four years then


def test_a_need_of_premises_is_proposed_once(by_register, register):
    given = {**by_register, "PROPOSE": True, "HORIZONS": "2030;2040"}
    assert run("planneed", **given)["PROPOSED_COUNT"] == 1
    with open_workspace(register, writable=False) as workspace:
        (need,) = workspace.read("local_needs").to_dict("records")
    assert (need["place"], need["service"], need["municipality"], need["status"]) == (
        "Nya",
        "vardcentral",
        "9901",
        "identifierat",
    )
    assert need["earliest_year"] == 2030 and "100 places left" in need["basis"]
    again, _ = listening("planneed", given)
    assert again["PROPOSED_COUNT"] == 0
    with open_workspace(register, writable=False) as workspace:
        assert len(workspace.read("local_needs")) == 1


def test_plans_near_a_plan_add_up(given, by_register):
    near = {"PLANS": given["PLANS"], "PLAN_ID": "plan", "DWELLINGS": "homes", "HOUSEHOLD_SIZE": 2.5, "NETWORK": given["NETWORK"],
            "FACILITIES": given["FACILITIES"], "FACILITY_ID": "code", "CAPACITY": given["CAPACITY"], "OUTPUT": "memory:"}  # fmt: skip
    # From P1 it is 160 m to P4, and hypot(660, 880) = 1 100 m to P2.
    alone = run("cumulativeplans", **near, PLAN="P1", RADIUS_M=159)
    assert (alone["PLAN_COUNT"], alone["UNKNOWN_COUNT"], alone["LOAD_MAX"]) == (1, 0, pytest.approx(1075 / 1100))
    assert run("cumulativeplans", **near, PLAN="P1", RADIUS_M=161)["UNKNOWN_COUNT"] == 1
    both = run("cumulativeplans", **near, PLAN="P1", RADIUS_M=1101)
    # P4 does not tell its dwellings: what is known is no greatest load to judge by.
    assert (both["PLAN_COUNT"], both["LOAD_MAX"]) == (3, None)
    assert both["LOAD_AT_LEAST"] == pytest.approx(2400 / 2200)
    assert (
        run("cumulativeplans", **near, PLAN="P1", RADIUS_M=1101, DWELLINGS_EACH=0)["LOAD_MAX"] == both["LOAD_AT_LEAST"]
    )
    years = [row["year"] for row in rows(both["OUTPUT"]) if row["facility_id"] == "n"]
    assert years[:3] == [2030, 2040, 2050] and len(years) == 4
    refused("no plan with the id PX", "cumulativeplans", **near, PLAN="PX")
    register = run("cumulativeplans", **by_register, PLAN="told")
    assert (register["PLAN_COUNT"], register["LOAD_MAX"]) == (2, pytest.approx(1280 / 1100))


@pytest.fixture
def story(county):
    return {
        "PLANS": f"{county.folder / 'planer.gpkg'}|layername=plans|subset={STORY}", "PLAN_ID": "plan_id",
        "DWELLINGS": "dwellings", "HOUSEHOLD_SIZE": 2.1, "NETWORK": county.network, "DISTRIBUTION": "room",
        "FACILITIES": county.layer("facilities", "type = 'vardcentral'"), "FACILITY_ID": "facility_id",
        "CAPACITY": county.layer("capacity"), "MAX_MINUTES": 15, "OUTPUT": "memory:",
    }  # fmt: skip


def test_three_plans_fill_the_centre_that_any_two_would_not(story):
    found = run("planneed", **story, COMBINATIONS="memory:", PREFIX="n_")
    assert found["INHABITANTS"] == pytest.approx(1050) and found["BROKEN_COUNT"] == 1
    for row in rows(found["OUTPUT"]):
        assert (row["n_facility_id"], round(row["n_places_left"])) == ("99-vardcentral-002", 845)
        assert row["n_fits_alone"] and not row["n_fits_together"]
    (row,) = rows(found["COMBINATIONS"])
    assert (row["facility_id"], row["size"], row["plans"]) == ("99-vardcentral-002", 3, "EX-P001;EX-P003;EX-P004")


def test_the_rule_of_cumulative_plans_gets_its_number(story):
    found = run("cumulativeplans", **story, PLAN="EX-P001")
    assert found["LOAD_MAX"] == pytest.approx((10_947 + 1050) / 11_792) and found["PLAN_COUNT"] == 3


def test_the_register_of_the_county_tells_the_same(county, story):
    given = {name: value for name, value in story.items() if name not in ("PLANS", "PLAN_ID", "DWELLINGS")}
    found = run("cumulativeplans", **given, WORKSPACE=county.workspace, PLAN="EX-P001", TODAY="2026-06-15")
    assert found["LOAD_MAX"] == pytest.approx((10_947 + 1050) / 11_792) and found["UNKNOWN_COUNT"] == 0
