"""Topics of care: travel, services, centres, waiting and losses, told of nobody who is one of few."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.access.capacity import Norm, capacity_of
from narvard_plugin.core.atlas import access, care, services
from tests.core.atlas.ground import words
from tests.promises import promise
from tests.promises.atlas.sound import LANGUAGE, MINUTES, drawn, grounds, sound
from tests.promises.strategies.populations import or_unknown


@promise("longer limits reach no fewer, within and out of reach are everybody, and a share that tells of few is hidden with another's",
         access.access_topic, access.covered, usual=8, long=1500)  # fmt: skip
@given(st.data(), grounds(), LANGUAGE)
def test_access(data, places, language):
    size = len(places.people)
    minutes = drawn(data.draw, MINUTES, size)
    crosses = data.draw(st.one_of(st.none(), st.lists(st.booleans(), min_size=size, max_size=size).map(np.array)))
    travels = [access.Travel("primary", "car", minutes, crosses), access.Travel("hospital", "car", minutes + 9)][
        : data.draw(st.integers(0, 2))
    ]
    for at, one in enumerate(access.covered(places, minutes, (10, 30, math.inf))):
        assert one.population == places.people[places.of(at)].sum() and (np.diff(one.within) >= 0).all()
        assert (
            math.isclose(one.within[-1] + one.unreachable, one.population, abs_tol=1e-9)
            or one.within[-1] == one.population
        )
    found = sound(
        lambda say: access.access_topic(places, travels, ["Nät saknas."] * (not travels), "2024", say, []),
        places,
        language,
    )
    if not travels:
        assert all(found.missing)
        return
    reached = np.array([found.figure(f"access.primary.car.share_{limit}").values for limit in (10, 20, 30)])
    assert not (np.diff(reached, axis=0) < -1e-9).any()
    left = found.figure("access.primary.car.unreached").values
    assert not ((left > 0) & (left < 5)).any()
    median, p90 = (found.figure(f"access.primary.car.{name}").values for name in ("median", "p90"))
    assert not (p90 < median).any()


@promise(
    "a service's nearest is one that somebody of the place goes to, and where few live no number of theirs stands",
    services.services_topic,
    usual=6,
    long=800,
)
@given(st.data(), grounds(), LANGUAGE)
def test_services(data, places, language):
    size = len(places.people)
    told = [services.Service(code, name, drawn(data.draw, MINUTES, size), np.array(data.draw(st.lists(st.sampled_from(["", "Ek", "Al"]), min_size=size, max_size=size)), object), offered, 1)
            for code, name, offered in (("a", "Dialys", 0), ("b", "Akut", 2))[: data.draw(st.integers(0, 2))]]  # fmt: skip
    found = sound(
        lambda say: services.services_topic(places, told, "" if told else "Nät saknas.", "", say, []), places, language
    )
    for at in range(4 if told else 0):
        for one, row in zip(told, found.tables[at][0].rows):
            here = places.of(at) & (places.people > 0)
            assert row[1] in {*one.facility[here], "–", words(language)("services.nobody")} and row[2] == one.offered
            assert places.population[at] >= 5 or row[3:] == [None] * 5


@promise(
    "each centre is counted in its own place and once in the region, and listed people of few are not told",
    care.capacity_topic,
    usual=6,
    long=800,
)
@given(
    st.lists(
        st.tuples(
            st.integers(1, 3),
            or_unknown(st.integers(0, 4)),
            or_unknown(st.sampled_from([0, 3, 900, 5000])),
            st.integers(0, 2),
        ),
        max_size=4,
    ),
    grounds(),
    LANGUAGE,
)
def test_capacity(told, places, language):
    place, gp, listed, hidden = (np.array([one[at] for one in told], float) for at in range(4))
    norm = Norm(1100, 550)
    centres = care.Centres(
        [f"V{at}" for at in range(len(told))],
        place.astype(int),
        capacity_of(gp, gp * 0, listed, norm),
        hidden.astype(int),
    )
    found = sound(lambda say: care.capacity_topic(places, centres, norm, "Norm.", "2024", say, []), places, language)
    if found.figures:
        count = found.figure("capacity.centres").values
        assert count[0] == len(told) == count[1:].sum()
        cells = [row[1] for tables in found.tables for table in tables for row in table.rows]
        assert not any(cell is not None and 0 < cell < 5 for cell in cells)


@promise(
    "waiting of several specialties is weighed by how many wait and lies between them; a share of few is hidden",
    care.waiting_topic,
    usual=6,
    long=800,
)
@given(
    st.lists(st.tuples(*[st.lists(or_unknown(st.integers(0, 90)), min_size=4, max_size=4)] * 2), max_size=3),
    grounds(),
    LANGUAGE,
)
def test_waiting(told, places, language):
    rows = [
        care.Waiting("m", "Väntar", f"s{at}", f"Spec {at}", np.array(number), np.array(share), "2024-12", "")
        for at, (number, share) in enumerate(told)
    ]
    found = sound(lambda say: care.waiting_topic(places, rows, say, []), places, language)
    if rows:
        together = found.figure("waiting.m.share_over_90d").values
        for at in range(4):
            own = [one.share[at] for one in rows if one.number[at] > 0 and math.isfinite(one.share[at])]
            assert math.isnan(together[at]) or min(own) - 1e-9 <= together[at] <= max(own) + 1e-9


@promise(
    "what a loss costs is never less than nothing where the second is farther, and is told over those who have another; neither table nor text tells of few",
    care.vulnerability_topic,
    usual=6,
    long=800,
)
@given(st.data(), grounds(), LANGUAGE)
def test_lost(data, places, language):
    size = len(places.people)
    first = drawn(data.draw, MINUTES, size)
    second = first + drawn(data.draw, MINUTES, size)
    stranded, going_on = (drawn(data.draw, st.sampled_from([0, 3, 7, 50]), 3) for _ in range(2))
    mean = np.where(going_on > 0, drawn(data.draw, or_unknown(st.integers(0, 60)), 3), np.nan)
    names = ["Ek", "Al", "Bo"]
    lost = care.Lost(names, np.array([1, 2, 2]), stranded + going_on, stranded, mean, ["Al", "", "Ek"], first, second)
    found = sound(lambda say: care.vulnerability_topic(places, lost, "", say, []), places, language)
    extra = found.figure("vulnerability.primary.extra_minutes").values
    assert not (extra < 0).any()
    rows = {row[0]: row[1:4] for tables in found.tables for table in tables for row in table.rows}
    for affected, without, minutes in rows.values():
        assert not any(one is not None and 0 < one < 5 for one in (affected, without))
        assert None in (affected, without) or not 0 < affected - without < 5
        assert affected is not None or (minutes is None and not without)
    for at, true in enumerate((stranded + going_on, stranded)):
        left = true[[rows[name][at] is None for name in names]]
        assert true.sum() < 5 or not len(left) or (len(left) > 1 and left.sum() >= 5) or (true > 0).sum() == 1
    for name in (one for one in names if rows[one][2] is None):
        sentence = words(language)("vulnerability.worst", facility=name, people="|", extra="", next="").split("|")[0]
        assert not any(sentence in " ".join(text) for text in found.text)
