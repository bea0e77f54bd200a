"""What a scenario makes of the register: order, years, what is refused, and what is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.scenarios.changes import (
    FAULTS,
    NOTES,
    ORDER,
    Capacity,
    Change,
    ChangesRefused,
    Facility,
    Register,
    Service,
    apply_changes,
)

HERE, THERE = (500000.0, 6300000.0), (510000.0, 6310000.0)


def register(services=True, capacity=True):
    """A hospital H, a station S that has yet to open, and a centre C that closed in 2019."""
    facilities = {
        "H": Facility("H", 0, 1990), "S": Facility("S", 1, 2030), "C": Facility("C", 2, 1980, 2019), "P": Facility("P", 3)
    }  # fmt: skip
    return Register(
        facilities,
        [
            Service("H", "akut", 0, {"hours": "00:00-24:00"}, 1990),
            Service("H", "forlossning", 1, {}, 1990, 2028),
            Service("H", "geriatrik", 2, {}, 1990),
            Service("P", "planerad", 3, {}, 2029),
        ]
        if services
        else None,
        [Capacity("H", "vardplatser", 0), Capacity("S", "fordon", 1)] if capacity else None,
        frozenset({"vardplatser", "fordon", "narvardsplatser"}),
        {"dagtid": {"urgency": "akut"}},
    )


def change(facility="H", action="close", year=2028, number=1, **rest):
    return Change(number, facility, action, year, **rest)


def applied(*changes, year=2028, **of):
    return apply_changes(register(**of), changes, year)


def ids(outcome):
    return [facility.id for facility in outcome.facilities]


def given_services(outcome):
    return [(row.facility, row.service) for row in outcome.services]


def reasons(outcome):
    return [note.reason for note in outcome.notes]


def test_without_changes_the_registers_own_years_rule():
    outcome = applied()
    assert (ids(outcome), [f.id for f in outcome.gone], outcome.not_yet) == (["H", "P"], ["C"], ["S"])
    assert given_services(outcome) == [("H", "akut"), ("H", "forlossning"), ("H", "geriatrik")]
    assert [row.facility for row in outcome.capacity] == ["H"]
    later = applied(year=2030)
    assert ids(later) == ["H", "S", "P"]
    assert ("H", "forlossning") not in given_services(later) and ("P", "planerad") in given_services(later)


@pytest.mark.parametrize(("year", "stands"), [(2018, True), (2019, False), (2020, False)])
def test_a_facility_stands_until_the_year_before_it_closes(year, stands):
    assert ("C" in ids(applied(year=year))) == stands


def test_within_a_year_the_order_is_the_contracts():
    """All on a facility that the same year opens and closes: in any other order something would be refused or lost."""
    rows = [
        change("N", "close", number=1),
        change("N", "remove_service", number=2, service="dagtid"),
        change("N", "add_service", number=3, service="dagtid", values={"hours": "08:00-16:00"}),
        change("N", "capacity", number=4, service="vardplatser", capacity=5),
        change("N", "change_role", number=5, values={"type": "narsjukhus"}),
        change("N", "move", number=6, place=THERE),
        change("N", "open", number=7, place=HERE, values={"type": "lasarett"}),
    ]
    outcome = applied(*rows)
    new = next(facility for facility in outcome.gone if facility.id == "N")
    assert new.actions == ["open", "move", "change_role", "capacity", "remove_service", "add_service", "close"]
    assert new.place == THERE and new.values["type"] == "narsjukhus"
    assert sorted(reasons(outcome)) == ["kind_is_new", "service_not_there"]
    assert "N" not in ids(outcome) and ("N", "dagtid") not in given_services(outcome)


def test_later_changes_wait():
    outcome = applied(change(year=2029), change("P", year=2028, number=2))
    assert ids(outcome) == ["H"] and outcome.later == 1
    assert ids(applied(change(year=2029), change("P", year=2028, number=2), year=2029)) == []


def test_what_each_action_leaves_behind():
    outcome = applied(
        change("N", "open", place=HERE, values={"type": "mobilt_team", "name": "Nya", "hours": "x"}),
        change("P", "move", number=2, place=THERE),
        change("H", "change_role", number=3, values={"type": "narsjukhus"}),
        change("H", "capacity", number=4, service="vardplatser", capacity=24),
        change("H", "capacity", number=5, service="geriatrik", capacity=18),
        change("H", "remove_service", number=6, service="akut"),
        change("H", "add_service", number=7, service="dagtid", capacity=3, values={"hours": "08:00-16:00"}),
    )
    hospital, place, new = (next(f for f in outcome.facilities if f.id == id) for id in "HPN")
    assert (new.status, new.place, new.opened) == ("opened", HERE, 2028)
    assert new.values == {"type": "mobilt_team", "name": "Nya"}  # hours are a service's, not a facility's
    assert (place.status, place.place) == ("moved", THERE)
    assert (hospital.status, hospital.values) == ("changed_role", {"type": "narsjukhus", "role": None})
    assert [(c.kind, c.value, c.since, c.row) for c in outcome.capacity] == [("vardplatser", 24, 2028, 0)]
    assert given_services(outcome) == [("H", "forlossning"), ("H", "geriatrik"), ("H", "dagtid")]
    added = outcome.services[-1]
    assert (added.first, added.beds, added.values) == (2028, 3, {"urgency": "akut", "hours": "08:00-16:00"})
    assert outcome.services[1].beds == 18 and not outcome.notes


def test_an_ambulance_is_counted_in_vehicles():
    outcome = applied(change("S", "capacity", 2031, service="ambulans", capacity=3), year=2031)
    assert [(c.kind, c.value) for c in outcome.capacity if c.facility == "S"] == [("fordon", 3)]


def test_vehicles_of_an_added_ambulance_service_are_capacity_and_no_beds():
    outcome = applied(change("S", "add_service", 2031, service="ambulans", capacity=3), year=2031)
    assert [(c.kind, c.value) for c in outcome.capacity if c.facility == "S"] == [("fordon", 3)]
    assert outcome.services[-1].service == "ambulans" and outcome.services[-1].beds is None


def test_opening_earlier_leaves_a_later_closing_as_it_is_decided():
    planned = register()
    planned.facilities["S"].closed = 2040
    assert "S" in ids(apply_changes(planned, [change("S", "open", place=HERE)], 2039))
    planned = register()
    planned.facilities["S"].closed = 2040
    assert "S" not in ids(apply_changes(planned, [change("S", "open", place=HERE)], 2040))


def test_the_capacity_of_a_service_of_several_rows_has_to_say_which():
    def two():
        found = register()
        found.services.append(Service("H", "geriatrik", 4, {"care_form": "oppenvard"}, 1990))
        return found

    doubled = change(action="capacity", service="geriatrik", capacity=9)
    with pytest.raises(ChangesRefused, match="1: several_services"):
        apply_changes(two(), [doubled], 2028)
    outcome = apply_changes(two(), [doubled._replace(values={"care_form": "oppenvard"})], 2028)
    assert [(s.row, s.beds) for s in outcome.services if s.service == "geriatrik"] == [(2, None), (4, 9)]


def test_beds_of_an_added_service_are_capacity_too_where_they_are_a_kind_of_it():
    outcome = applied(change(action="add_service", service="narvardsplatser", capacity=24))
    assert [(c.kind, c.value) for c in outcome.capacity] == [("vardplatser", None), ("narvardsplatser", 24)]


def test_a_facility_that_closed_can_open_again():
    outcome = applied(change("C", "open", place=HERE))
    again = next(facility for facility in outcome.facilities if facility.id == "C")
    assert (again.status, again.row, again.opened, again.closed) == ("opened", 2, 2028, None)
    assert reasons(outcome) == ["reopened"]


def test_a_service_is_narrowed_down_by_its_hours():
    two = register()
    two.services.append(Service("H", "akut", 4, {"hours": "08:00-16:00"}, 1990))
    outcome = apply_changes(
        two, [change(action="remove_service", service="akut", values={"hours": "08:00-16:00"})], 2028
    )
    assert [row.row for row in outcome.services if row.service == "akut"] == [0]


@pytest.mark.parametrize(
    ("reason", "row", "of"),
    [
        ("no_facility", change(None), {}),
        ("no_year", change(year=None), {}),
        ("unknown_action", change(action="shut"), {}),
        ("unknown_facility", change("X"), {}),
        ("unknown_facility", change("X", "remove_service", service="akut"), {}),
        ("stands_already", change(action="open", place=HERE), {}),
        ("no_place", change("N", "open"), {}),
        ("no_place", change(action="move"), {}),
        ("no_type", change(action="change_role"), {}),
        ("no_service", change(action="add_service"), {}),
        ("no_capacity", change(action="capacity", capacity=3), {}),
        ("no_capacity", change(action="capacity", service="vardplatser", capacity=-1), {}),
        ("no_capacity", change(action="add_service", service="dagtid", capacity=-1), {}),
        ("no_capacity", change(action="add_service", service="dagtid", capacity=float("nan")), {}),
        ("unknown_capacity", change(action="capacity", service="stolar", capacity=1), {}),
    ],
)
def test_what_cannot_be_carried_out_stops_everything(reason, row, of):
    with pytest.raises(ChangesRefused) as refused:
        applied(change("P"), row, **of)
    assert [(fault.change, fault.reason) for fault in refused.value.faults] == [(row, reason)]
    assert reason in FAULTS


def test_all_faults_are_told_at_once_by_row():
    rows = [
        change("H", "move", number=3, place=HERE),
        change("H", "move", number=4, place=THERE),
        change("X", number=1),
        change("N", "open", number=2),
    ]
    with pytest.raises(ChangesRefused, match="1: unknown_facility; 2: no_place; 4: contradicts"):
        applied(*rows)


@pytest.mark.parametrize(
    ("reason", "row", "of"),
    [
        ("closed_already", change("C"), {}),
        ("service_not_there", change(action="remove_service", service="kirurgi"), {}),
        ("service_not_there", change(action="remove_service", year=2029, service="forlossning"), {}),
        ("service_there_already", change(action="add_service", service="geriatrik"), {}),
        ("hours_unknown", change(action="add_service", service="dagtid"), {}),
        ("no_services_given", change(action="add_service", service="dagtid"), {"services": False}),
        ("no_capacity_given", change(action="capacity", service="fordon", capacity=1), {"capacity": False}),
        ("kind_is_new", change(action="capacity", service="fordon", capacity=1), {}),
        (
            "no_capacity_given",
            change("S", "add_service", service="ambulans", capacity=1, values={"hours": "00:00-24:00"}),
            {"capacity": False},
        ),
        ("type_unknown", change("N", "open", place=HERE), {}),
        (
            "not_used",
            change("N", "open", place=HERE, service="vardplatser", capacity=9, values={"type": "lasarett"}),
            {},
        ),
    ],
)
def test_what_has_no_or_half_effect_is_told(reason, row, of):
    outcome = applied(row, year=2029, **of)
    assert reasons(outcome) == [reason] and reason in NOTES


FACILITIES, SERVICES = ("H", "S", "P", "N"), ("akut", "geriatrik", "dagtid")


@st.composite
def scenarios(draw):
    """Changes that could all be carried out, at most one of a kind for a facility, service and year."""
    found = {}
    for number in range(1, draw(st.integers(0, 12)) + 1):
        action = draw(st.sampled_from(ORDER[1:]))
        facility, year = draw(st.sampled_from(FACILITIES[:3])), draw(st.integers(2020, 2035))
        service = draw(st.sampled_from(SERVICES)) if "service" in action else "vardplatser"
        key = (action, facility, year, service)
        value = draw(st.integers(0, 50))
        found[key] = Change(
            number, facility, action, year, (float(value), 0.0), service, float(value), {"type": f"t{value}"}
        )
    return list(found.values())


def stand(changes, year):
    outcome = applied(*changes, year=year)
    return (
        {
            (f.id, f.status, f.place, f.opened, f.closed, *sorted(map(str, f.values.items())))
            for f in outcome.facilities
        },
        sorted((s.facility, s.service, s.first, s.last) for s in outcome.services if s.first is not None),
        sorted((c.facility, c.kind, str(c.value)) for c in outcome.capacity),
    )


@settings(max_examples=100, deadline=None, derandomize=True)
@given(scenarios(), st.integers(2019, 2036), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(changes, year, random):
    mixed = list(changes)
    random.shuffle(mixed)
    assert stand(changes, year) == stand(mixed, year)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(scenarios(), st.integers(2019, 2036))
def test_a_year_knows_nothing_of_later_ones(changes, year):
    assert stand(changes, year) == stand([row for row in changes if row.year <= year], year)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(scenarios(), st.integers(2019, 2036))
def test_every_facility_is_accounted_for_once(changes, year):
    outcome = applied(*changes, year=year)
    told = [*ids(outcome), *(facility.id for facility in outcome.gone), *outcome.not_yet]
    assert sorted(told) == sorted({"H", "S", "C", "P"})
    assert {row.facility for row in [*outcome.services, *outcome.capacity]} <= set(ids(outcome))
