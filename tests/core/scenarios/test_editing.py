"""A scenario edited on a map: each edit gives rows that `apply_changes` carries out, and signs that tell them."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.scenarios.changes import Change, Facility
from narvard_plugin.core.scenarios.editing import (
    NewFacility,
    changed_role,
    changed_service,
    closed,
    mostly_about,
    moved,
    new_id,
    opened,
    signs,
)
from narvard_plugin.core.scenarios.live import Known, Wanted, nearest_id, standing

NEW = NewFacility("vardcentral", "New", "99")
XY = np.array([[0.0, 0.0], [1000.0, 0.0], [np.nan, np.nan]])
KNOWN = Known(
    {id: Facility(id, row) for row, id in enumerate("abd")},
    XY,
    ["vardcentral", "apotek", "vardcentral"],
    ["A", "B", "D"],
)
CENTRES = Wanted(frozenset(["vardcentral"]))


def changes(rows):
    return [
        Change(
            number, row["facility_id"], row["action"], row["year"], (row["x"], row["y"]) if "x" in row else None,
            row.get("service"), None, {name: row[name] for name in ("type", "name", "role", "region") if name in row},
        )
        for number, row in enumerate(rows, 1)
    ]  # fmt: skip


def test_what_the_scenario_opened_is_changed_in_its_own_row():
    rows = opened([], "n", 2030, (10.04, 20.06), NEW)
    assert rows == [
        {
            "facility_id": "n",
            "action": "open",
            "year": 2030,
            "x": 10.0,
            "y": 20.1,
            "type": "vardcentral",
            "name": "New",
            "region": "99",
        }
    ]
    rows = changed_role(moved(rows, "n", 2030, (5, 6)), "n", 2030, "narmottagning")
    assert [(row["action"], row["x"], row["type"]) for row in rows] == [("open", 5.0, "narmottagning")]
    assert closed(rows, "n", 2030) == []


def test_a_second_move_takes_the_place_of_the_first():
    rows = moved(moved([], "a", 2030, (1, 1)), "a", 2030, (2, 2))
    assert [(row["x"], row["y"]) for row in rows] == [(2.0, 2.0)]
    assert len(moved(rows, "a", 2040, (3, 3))) == 2  # another year
    rows = changed_role(changed_role([], "a", 2030, role="one"), "a", 2030, role="two")
    assert [row["role"] for row in rows] == ["two"]
    assert closed(closed([], "a", 2030), "a", 2040) == closed([], "a", 2030)


def test_a_new_facility_gives_the_service_that_people_travel_to():
    rows = opened([], "n", 2030, (1, 1), NEW._replace(service="forlossning"))
    assert [(row["action"], row.get("service")) for row in rows] == [("open", None), ("add_service", "forlossning")]
    outcome = KNOWN.outcome(changes(rows), 2030)
    assert standing(KNOWN, outcome, Wanted(service="forlossning")).ids == ["n"]
    assert changed_service([], "a", 2030, "bb", False)[0]["action"] == "remove_service"


def test_what_a_scenario_is_about():
    types = {"a": "vardcentral"}
    assert mostly_about(closed([], "a", 2030), types) == ("type", "vardcentral")
    assert mostly_about(opened([], "n", 2030, (1, 1), NEW._replace(type="bvc")), types) == ("type", "bvc")
    rows = changed_service(closed([], "a", 2030), "a", 2030, "iva", False)
    assert mostly_about(rows, types) == ("service", "iva")
    assert mostly_about([], types) is None


def test_an_id_that_nobody_has():
    assert new_id("vardcentral", "99", {"99-vardcentral-ny1"}) == "99-vardcentral-ny2"


def test_the_weightiest_sign_of_each_facility():
    places = {"a": (0.0, 0.0), "b": (1000.0, 0.0)}
    rows = moved([], "a", 2030, (500, 0))
    rows = changed_role(rows, "a", 2030, role="x")
    rows = closed(rows, "b", 2040)
    (sign,) = signs(rows, 2030, places)
    assert (sign.facility, sign.action, sign.place, sign.before) == ("a", "move", (500.0, 0.0), (0.0, 0.0))
    assert [sign.action for sign in signs(closed(rows, "a", 2035), 2040, places)] == ["close", "close"]
    assert signs(closed([], "d", 2030), 2030, places) == []  # it has no place
    (sign,) = signs(moved(closed([], "d", 2030), "d", 2030, (9, 9)), 2030, places)
    assert (sign.action, sign.place) == ("close", (9.0, 9.0))  # where a later row puts it


def test_what_stands_and_what_is_near():
    outcome = KNOWN.outcome(changes(changed_role([], "b", 2030, "vardcentral")), 2030)
    places = standing(KNOWN, outcome, CENTRES)
    assert (places.ids, places.without) == (["a", "b"], ["d"])
    assert nearest_id(KNOWN, outcome, CENTRES, (900, 0), 200) == "b"
    assert nearest_id(KNOWN, outcome, CENTRES, (500, 500), 200) is None
    assert KNOWN.outcome([], 2030).facilities[0].values == {}  # nothing sticks from one answer to the next


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["open", "move", "close", "role"]), st.sampled_from("abn"), st.sampled_from([2030, 2040])
    ),
    max_size=8,
)


@settings(derandomize=True, deadline=None)
@given(EDITS)
def test_no_sequence_of_edits_contradicts_itself(edits):
    """Whatever one clicks in a year on facilities that stand, the scenario can be carried out."""
    rows = []
    for action, facility, year in edits:
        standing_now = {one.id for one in KNOWN.outcome(changes(rows), year).facilities}
        everyone = {row["facility_id"] for row in rows if row["action"] == "open"} | {"a", "b"}
        if action == "open" and facility not in everyone:
            rows = opened(rows, facility, year, (1, 2), NEW)
        elif facility in standing_now and action == "move":
            rows = moved(rows, facility, year, (len(rows), 2))
        elif facility in standing_now and action == "close":
            rows = closed(rows, facility, year)
        elif facility in standing_now and action == "role":
            rows = changed_role(rows, facility, year, role=f"r{len(rows)}")
    outcome = KNOWN.outcome(changes(rows), 2050)
    assert len(signs(rows, 2050, {"a": (0, 0), "b": (1, 1)})) == len({row["facility_id"] for row in rows})
    assert {facility.id for facility in outcome.facilities} <= {"a", "b", "d", "n"}


def test_before_is_not_touched_by_after():
    before = [facility.id for facility in KNOWN.outcome([], 2030).facilities]
    KNOWN.outcome(changes(closed([], "a", 2030)), 2030)
    assert [facility.id for facility in KNOWN.outcome([], 2030).facilities] == before
