"""A region of three areas that nobody chose, and what holds for every topic that is made of it."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import strategies as st

from narvard_plugin.core.atlas.places import Places
from tests.core.atlas.ground import words
from tests.promises.strategies.populations import or_unknown
from tests.promises.unchanged import frozen

LANGUAGE = st.sampled_from(["sv", "en"])
MINUTES = st.one_of(st.integers(0, 70).map(float), st.just(math.inf))
POINTS = st.tuples(st.sampled_from([0.0, 1.0, 3.0, 7.0, 40.0, 900.0, 20_000.0]), st.integers(-1, 3), st.integers(0, 3))


def drawn(draw, elements, size):
    return np.array(draw(st.lists(elements, min_size=size, max_size=size)), float)


@st.composite
def grounds(draw):
    """A region of three areas, its points and their small areas."""
    told = draw(st.lists(POINTS, min_size=1, max_size=7))
    size, member, _ = (np.array(column) for column in zip(*told))
    return Places(["99", "A", "B", "C"], ["Länet", "Alby", "Bro", "Ceby"], drawn(draw, or_unknown(st.integers(0, 90)), 4), size, member.astype(int),
                  ["a", "b", "c"], np.array(draw(st.lists(st.integers(0, 3), min_size=3, max_size=3))))  # fmt: skip


def sound(make, places, language="sv"):
    """A topic's figures of every place, held to what holds for all topics; made twice they are the same."""
    say = words(language)
    found = make(say)
    assert frozen(found) == frozen(make(say))
    for part in (found.text, found.charts, found.tables, found.missing):
        assert len(part) in (0, places.count)
    for one in found.figures:
        assert len(one.values) == len(one.people) == places.count and not np.isinf(one.values).any()
        assert len(one.why) in (0, places.count)
    assert len({one.key for one in found.figures}) == len(found.figures)
    for at in range(places.count):
        topic = found.topic(at, say)
        assert (
            topic.title and topic.not_measured and topic.uncertain and (topic.missing or topic.text or topic.measures)
        )
        for one in topic.measures:
            assert (one.value is None) == bool(one.why), (one.key, one.value, one.why)
            assert one.unit != "%" or one.value is None or "change" in one.key or -1e-9 <= one.value <= 100 + 1e-9
        for chart in topic.charts:
            assert all(len(series) == len(chart.labels) for series in chart.series.values())
            assert all(value is None or math.isfinite(value) for series in chart.series.values() for value in series)
        for table in topic.tables:
            assert all(len(row) == len(table.columns) for row in table.rows)
            assert all(
                cell is None or isinstance(cell, str) or math.isfinite(cell) for row in table.rows for cell in row
            )
        said = " ".join(map(str, [*topic.text, *topic.uncertain, topic.missing]))
        assert (
            not set("{}") & set(said)
            and " nan" not in said
            and "None" not in said
            and "–" not in said.replace("2014–2024", "")
        )
    return found
