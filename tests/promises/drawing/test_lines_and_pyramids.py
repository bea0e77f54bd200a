"""Lines and pyramids: every value stands at its height, every gap is a gap, and unknown is no bar."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.drawing.lines import Line, Lines, lines
from narvard_plugin.core.drawing.numbers import number
from narvard_plugin.core.drawing.palette import FILLS
from narvard_plugin.core.drawing.pyramid import Pyramid, pyramid
from tests.promises import promise
from tests.promises.strategies.drawings import NUMBERS, WORDS, drawn, rects, words_of


def write(value):
    return number(value, 1, ",")


@promise(
    "a line breaks where a value is missing, its dots rise with its values, and it is named with its last",
    lines,
    usual=8,
    long=400,
)
@given(st.data(), st.integers(0, 5), st.integers(0, 3), st.booleans())
def test_lines(data, places, count, years):
    values = [data.draw(st.lists(NUMBERS, min_size=places, max_size=places)) for _ in range(count)]
    named = [str(2020 + at) for at in range(places)] if years else [f"plats {at}" for at in range(places)]
    chart = Lines("l", named, [Line(f"serie {at}", row) for at, row in enumerate(values)], write, data.draw(WORDS),
                  data.draw(WORDS), data.draw(st.sampled_from([None, ("mål", 5.0)])), not_from_zero=data.draw(WORDS))  # fmt: skip
    root = drawn(lines(chart))
    table = np.array(values, float).reshape(count, places)
    known = np.isfinite(table)
    dots = [(float(one.get("cx")), float(one.get("cy"))) for one in root.iter("circle") if one.get("r") == "2.8"]
    assert len(dots) == known.sum()
    heights = np.array([height for _, height in dots])
    size = np.ptp(table[known]) if known.any() else 0
    if size:
        fallen = np.polyfit(table[known], heights, 1)
        assert fallen[0] < 0 and heights == pytest.approx(np.polyval(fallen, table[known]), abs=0.2)
    runs = sum(
        len(piece) > 1
        for row in known
        for piece in np.split(np.flatnonzero(row), np.flatnonzero(np.diff(np.flatnonzero(row)) > 1) + 1)
    )
    assert len(list(root.iter("polyline"))) == runs
    told = " ".join(words_of(root)).replace("\u00a0", " ")
    assert all(f"serie {at}" in told for at in range(count) if known[at].any())


@promise(
    "both sides of a pyramid stand on one scale from one middle, the youngest at the bottom; unknown is told",
    pyramid,
    usual=8,
    long=400,
)
@given(st.data(), st.integers(0, 6))
def test_pyramids(data, groups):
    people = st.lists(
        st.one_of(st.just(float("nan")), st.integers(0, 10**6).map(float)), min_size=groups, max_size=groups
    )
    sides = data.draw(people), data.draw(people)
    names = data.draw(st.lists(WORDS, min_size=groups, max_size=groups))
    root = drawn(pyramid(Pyramid("l", names, *sides, data.draw(WORDS), data.draw(WORDS), write, nothing="saknas")))
    boxes = [rects(root, FILLS[side].colour)[1:] for side in (0, 1)]  # the first is the name's
    size = [[one for one in reversed(side) if one > 0] for side in sides]
    assert [len(side) for side in boxes] == [len(side) for side in size]
    lengths, size = np.array([box[2] for side in boxes for box in side]), np.array([*size[0], *size[1]])
    if len(size):
        assert lengths / lengths.max() == pytest.approx(size / size.max(), abs=0.11 / lengths.max() + 1e-6)
    assert sum(words == "saknas" for words in words_of(root)) == np.isnan(sides).sum()
    for side, tall in zip(boxes, sides):
        rows = [round((box[1] + box[3] / 2 - 24) / 19 - 0.5) for box in side]
        assert rows == [at for at, one in enumerate(reversed(tall)) if one > 0]
