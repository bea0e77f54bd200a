"""Registers of facilities and what scenarios do to them."""

from __future__ import annotations

from hypothesis import strategies as st

from narvard_plugin.core.scenarios.changes import (
    ADD_SERVICE,
    CAPACITY,
    CHANGE_ROLE,
    CLOSE,
    MOVE,
    OPEN,
    REMOVE_SERVICE,
    Capacity,
    Change,
    Facility,
    Register,
    Service,
)  # fmt: skip

IDS = ("a", "b", "c", "new")
YEARS = st.integers(2024, 2028)
YEAR_OR_NONE = st.one_of(st.none(), YEARS)
PLACE = st.tuples(st.integers(0, 3), st.integers(0, 3)).map(lambda xy: (500.0 * xy[0], 500.0 * xy[1]))
SERVICE = st.sampled_from(["akut", "bvc"])


@st.composite
def registers(draw) -> Register:
    """Three facilities, some closed or yet to open, with services and capacity."""
    facilities = {id_: Facility(id_, row, draw(YEAR_OR_NONE), draw(YEAR_OR_NONE)) for row, id_ in enumerate(IDS[:3])}
    services = [
        Service(draw(st.sampled_from(IDS[:3])), draw(SERVICE), row, {}, draw(YEAR_OR_NONE), draw(YEAR_OR_NONE))
        for row in range(draw(st.integers(0, 3)))
    ]
    capacity = [Capacity(id_, "platser", row) for row, id_ in enumerate(IDS[:2])]
    return Register(facilities, services, capacity, frozenset(["platser"]), {})


@st.composite
def sound_changes(draw, most: int = 5) -> list[Change]:
    """Rows that are sound by themselves; whether they fit a register is another thing."""
    found = []
    for number in range(1, draw(st.integers(0, most)) + 1):
        action = draw(st.sampled_from([OPEN, CLOSE, MOVE, CHANGE_ROLE, CAPACITY, ADD_SERVICE, REMOVE_SERVICE]))
        more = {}
        if action in (OPEN, MOVE):
            more["place"] = draw(PLACE)
        if action in (ADD_SERVICE, REMOVE_SERVICE):
            more["service"] = draw(SERVICE)
        if action == CAPACITY:
            more |= {"service": "platser", "capacity": float(draw(st.integers(0, 9)))}
        if action in (OPEN, CHANGE_ROLE):
            more["values"] = {"type": draw(st.sampled_from("tu"))}
        id_ = "new" if action == OPEN else draw(st.sampled_from(IDS))
        found.append(Change(number, id_, action, draw(YEARS), **more))
    return found
