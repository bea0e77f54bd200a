"""Scenarios' rows: what stands in a year follows from the rows alone, and edits give rows that say what was meant."""

import copy

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.scenarios import editing
from narvard_plugin.core.scenarios.changes import (
    ADD_SERVICE,
    CHANGE_ROLE,
    CLOSE,
    FAULTS,
    MOVE,
    NOTES,
    OPEN,
    REMOVE_SERVICE,
    Change,
    ChangesRefused,
    Facility,
    Service,
    apply_changes,
)  # fmt: skip
from narvard_plugin.core.scenarios.live import Known, Wanted, nearest_id, standing
from tests.promises import promise
from tests.promises.strategies.populations import SEEDS, reordered
from tests.promises.strategies.refusals import tried
from tests.promises.strategies.registers import IDS, PLACE, SERVICE, YEARS, registers, sound_changes


def outcome_of(register, changes, year):
    return apply_changes(copy.deepcopy(register), changes, year)


@promise("what stands in a year is what has opened and not closed, every facility is told once, and later changes are only counted",
         apply_changes, usual=10, long=1600)  # fmt: skip
@given(registers(), sound_changes(), YEARS, SEEDS)
def test_what_stands(register, changes, year, seed):
    found, refusal = tried(ChangesRefused, outcome_of, register, changes, year)
    if refusal:
        assert refusal.faults and all(fault.reason in FAULTS for fault in refusal.faults)
        assert [fault.change.number for fault in refusal.faults] == sorted(
            fault.change.number for fault in refusal.faults
        )
        return
    told = [*(one.id for one in found.facilities), *(one.id for one in found.gone), *found.not_yet]
    opened = {change.facility for change in changes if change.action == OPEN and change.year <= year}
    assert sorted(told) == sorted({*register.facilities, *opened}) and all(
        one.stands_in(year) for one in found.facilities
    )
    assert all(one.closed_in(year) for one in found.gone) and all(note.reason in NOTES for note in found.notes)
    assert found.later == sum(change.year > year for change in changes)
    ids = {one.id for one in found.facilities}
    assert all(service.facility in ids and service.given_in(year) for service in found.services)
    assert all(row.facility in ids for row in found.capacity)
    assert repr(outcome_of(register, [one for one in changes if one.year <= year], year)[:5]) == repr(found[:5])
    for id_ in {change.facility for change in changes if change.action == CLOSE and change.year <= year}:
        last = max(
            change.year
            for change in changes
            if change.facility == id_ and change.action == CLOSE and change.year <= year
        )
        assert not any(one.id == id_ for one in found.facilities) or any(
            one.facility == id_ and one.action == OPEN and one.year >= last for one in changes
        )
    if not [change for change in changes if change.action == ADD_SERVICE]:
        order = reordered(seed, len(changes))
        again = outcome_of(register, [changes[at] for at in order], year)
        assert {one.id: (one.place, one.values, one.status) for one in again.facilities} == {
            one.id: (one.place, one.values, one.status) for one in found.facilities
        }
        assert {repr(one) for one in again.services} == {repr(one) for one in found.services}


@promise(
    "without changes everything stands as it stood, and a change that is undone in its rows leaves no trace",
    apply_changes,
)
@given(registers(), sound_changes(), YEARS)
def test_undone(register, changes, year):
    plain = outcome_of(register, [], year)
    assert [one.id for one in plain.facilities] == [
        id_ for id_, one in register.facilities.items() if one.stands_in(year)
    ]
    assert not plain.notes and {one.status for one in plain.facilities} <= {"unchanged"}
    assert repr(outcome_of(register, [one for one in changes if one.year > year], year)[:6]) == repr(plain[:6])


@promise("a row that is wrong stops everything by its number and reason", apply_changes)
@given(registers(), sound_changes(3), st.sampled_from([{"facility": ""}, {"action": "rita"}, {"year": None}, {"action": OPEN, "place": None},
       {"action": ADD_SERVICE, "service": None}, {"action": CHANGE_ROLE, "values": {}}, {"capacity": -1.0}, {"capacity": float("nan")}, {"facility": "absent"}]))  # fmt: skip
def test_faults(register, changes, wrong):
    bad = Change(99, "a", MOVE, 2024, (1.0, 1.0))._replace(**wrong)
    with pytest.raises(ChangesRefused) as caught:
        outcome_of(register, [*changes, bad], 2030)
    assert caught.value.faults[-1].change == bad


def as_changes(rows):
    return [Change(number, row["facility_id"], row["action"], row["year"], (row["x"], row["y"]) if "x" in row else None, row.get("service"), None,
                   {name: row[name] for name in ("type", "name", "role", "region") if name in row}) for number, row in enumerate(rows, 1)]  # fmt: skip


EDIT = st.one_of(
    st.tuples(st.just("move"), st.sampled_from(IDS), YEARS, PLACE), st.tuples(st.just("close"), st.sampled_from(IDS), YEARS),
    st.tuples(st.just("role"), st.sampled_from(IDS), YEARS, st.sampled_from("tu")),
    st.tuples(st.just("service"), st.sampled_from(IDS[:3]), YEARS, SERVICE, st.booleans()), st.tuples(st.just("open"), st.just("t"), YEARS, PLACE),
)  # fmt: skip


def edited(rows, edit):
    how, facility, year, *more = edit
    if how == "open":
        new = editing.new_id("t", "01", {str(row["facility_id"]) for row in rows})
        return editing.opened(
            rows, new, year, more[0], editing.NewFacility("t", "Ny", "01", "akut" if year % 2 else "")
        )
    does = {
        "move": editing.moved,
        "close": editing.closed,
        "role": editing.changed_role,
        "service": editing.changed_service,
    }[how]
    return does(rows, facility, year, *more)


@promise("an edit leaves the rows before it as they are, the same edit again changes nothing, and no two rows contradict each other",
         editing.moved, editing.closed, editing.changed_role, editing.changed_service, editing.opened, usual=10, long=800)  # fmt: skip
@given(st.lists(EDIT, max_size=6))
def test_edits(edits):
    rows = []
    for edit in edits:
        before = copy.deepcopy(rows)
        after = edited(rows, edit)
        assert rows == before and after is not rows
        if edit[0] in ("move", "close", "role"):
            assert edited(after, edit) == after
        rows = after
    said = [(row["facility_id"], row["action"], row["year"]) for row in rows if row["action"] in (MOVE, CHANGE_ROLE)]
    assert len(set(said)) == len(said)
    closings = [row["facility_id"] for row in rows if row["action"] == CLOSE]
    assert len(set(closings)) == len(closings)
    opened = {row["facility_id"] for row in rows if row["action"] == OPEN}
    assert not opened & set(closings)
    for id_ in opened:
        assert all(row["facility_id"] != id_ for row in editing.closed(rows, id_, 2030))


@promise("what is opened is not there before its year and stands where it was put after it; closing it takes it out again",
         editing.opened, editing.moved, editing.closed, editing.new_id)  # fmt: skip
@given(registers(), PLACE, PLACE, YEARS)
def test_opened(register, place, other, year):
    new = editing.new_id("t", "01", [*register.facilities, "01-t-ny1"])
    assert new not in register.facilities and new == "01-t-ny2" and editing.new_id("t", "", []) == "t-ny1"
    rows = editing.opened([], new, year, place, editing.NewFacility("t", "Ny", "01", "akut"))
    moved = editing.moved(rows, new, year, other)
    for these, where in ((rows, place), (moved, other)):
        found = {one.id: one for one in outcome_of(register, as_changes(these), year).facilities}
        assert found[new].place == where and found[new].values["name"] == "Ny" and found[new].status == "opened"
        assert new not in [one.id for one in outcome_of(register, as_changes(these), year - 1).facilities]
        assert (new, "akut") in [
            (one.facility, one.service) for one in outcome_of(register, as_changes(these), year).services
        ]
    assert editing.closed(moved, new, year) == []


@promise(
    "every facility that is changed by the year has one sign where it stands, closed ones where they stood",
    editing.signs,
    long=800,
)
@given(st.lists(EDIT, max_size=6), YEARS, st.dictionaries(st.sampled_from(IDS[:3]), PLACE))
def test_signs(edits, year, places):
    rows = []
    for edit in edits:
        rows = edited(rows, edit)
    found = {sign.facility: sign for sign in editing.signs(rows, year, places)}
    due = [row for row in rows if row["year"] <= year]
    assert len(found) == len(editing.signs(rows, year, places))
    assert {row["facility_id"] for row in due if row["facility_id"] in places or "x" in row} == set(found)
    for id_, sign in found.items():
        own = [row for row in due if row["facility_id"] == id_]
        assert sign.action in {row["action"] for row in own} and (sign.action == CLOSE) == any(
            row["action"] == CLOSE for row in own
        )
        put = [(row["x"], row["y"]) for row in own if "x" in row]
        assert sign.place == (put[-1] if put else places[id_])
    assert editing.signs(rows, 2000, places) == []


@promise(
    "a scenario is about its first lost service, else the type of what it first changes, else nothing",
    editing.mostly_about,
)
@given(st.lists(EDIT, max_size=4), st.dictionaries(st.sampled_from(IDS), st.sampled_from("tu")))
def test_mostly_about(edits, types):
    rows = []
    for edit in edits:
        rows = edited(rows, edit)
    lost = [row["service"] for row in rows if row["action"] == REMOVE_SERVICE]
    kinds = [
        types.get(row["facility_id"]) or row.get("type")
        for row in rows
        if row["action"] in (OPEN, CLOSE, MOVE, CHANGE_ROLE)
    ]
    kinds = [kind for kind in kinds if kind]
    assert editing.mostly_about(rows, types) == (
        ("service", lost[0]) if lost else ("type", kinds[0]) if kinds else None
    )


@promise("the wanted that stand are all of them once, by id, those without a place apart; the nearest is the nearest within reach",
         standing, nearest_id, long=600)  # fmt: skip
@given(
    registers(),
    sound_changes(4),
    YEARS,
    st.lists(st.one_of(st.none(), PLACE), min_size=3, max_size=3),
    st.booleans(),
    PLACE,
    st.integers(0, 2000),
)
def test_standing(register, changes, year, places, by_service, point, within):
    xy = np.array([place or (np.nan, np.nan) for place in places], float)
    services = [
        Service(one.facility, one.service, one.row, dict(one.values), one.first, one.last) for one in register.services
    ]
    known = Known(
        {id_: Facility(id_, one.row, one.opened, one.closed) for id_, one in register.facilities.items()},
        xy,
        ["t", "u", None],
        ["A", "", "C"],
        services,
    )
    before = repr((known.facilities, known.services))
    try:
        outcome = known.outcome(changes, year)
    except ChangesRefused:
        assert repr((known.facilities, known.services)) == before
        return
    assert repr((known.facilities, known.services)) == before
    wanted = Wanted(service="akut") if by_service else Wanted(frozenset("t"))
    found = standing(known, outcome, wanted)
    offers = {one.facility for one in outcome.services if one.service == "akut"}
    ids = [one.id for one in outcome.facilities if (one.id in offers if by_service else known.type_of(one) == "t")]
    assert (
        sorted([*found.ids, *found.without]) == sorted(ids)
        and found.ids == sorted(found.ids)
        and found.xy.shape == (len(found.ids), 2)
    )
    assert np.isfinite(found.xy).all()
    away = [float(np.hypot(*(place - np.array(point)))) for place in found.xy]
    nearest = nearest_id(known, outcome, wanted, point, within)
    assert nearest == (found.ids[int(np.argmin(away))] if away and min(away) <= within else None)
