"""Drawings: XML whatever the words, bars as long as their numbers, and no number where there is none."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.drawing import svg
from narvard_plugin.core.drawing.axis import MINUTES, axis_over
from narvard_plugin.core.drawing.bars import Bars, Series, bars
from narvard_plugin.core.drawing.curve import Curve, Curves, curves
from narvard_plugin.core.drawing.gains import Gains, gains
from narvard_plugin.core.drawing.numbers import NOTHING, few_digits, number
from narvard_plugin.core.drawing.palette import FILLS, Fill, diamond, filled, legend
from narvard_plugin.core.drawing.ranked import Ranked, fill_of, ranked
from tests.promises import promise
from tests.promises.strategies.drawings import NUMBERS, WORDS, drawn, printable, rects, words_of

LONG = st.floats(-1e12, 1e12)


def write(value):
    return number(value, 1, ",")


def few_words(count):
    return st.lists(WORDS, min_size=count, max_size=count)


@promise(
    "an axis holds its numbers on round steps, as many as were asked for about, and puts each where it belongs",
    axis_over,
    long=2000,
)
@given(LONG, LONG, st.integers(2, 8), st.sampled_from([(0.0, 100.0), (100.0, 0.0), (60.0, 60.5)]), st.booleans())
def test_axes(one, other, parts, ends, timed):
    low, high = sorted((one, other))
    if timed:
        low, high = 0.0, min(abs(high), 40_000.0)
    axis = axis_over(low, high, *ends, parts=parts, steps=MINUTES if timed else ())
    slack = 1e-6 * axis.step + 1e-9 * max(abs(low), abs(high))
    assert axis.low <= low + slack and high <= axis.high + slack and axis.low < axis.high
    ticks = axis.ticks
    assert 2 <= len(ticks) <= parts + 3 and np.isfinite(ticks).all() and (np.diff(ticks) > 0).all()
    assert ticks == pytest.approx(np.round(ticks / axis.step) * axis.step)
    assert [axis.at(axis.low), axis.at(axis.high)] == pytest.approx(ends)
    assert axis.at((axis.low + axis.high) / 2) == pytest.approx(sum(ends) / 2, abs=0.01)  # of a drawing's unit
    if not timed:
        mantissa = axis.step / 10 ** np.floor(np.log10(axis.step) + 1e-9)
        assert any(mantissa == pytest.approx(digit) for digit in (1, 2, 5))


@promise("an axis over nothing, over one number or over no numbers at all can be drawn", axis_over)
@given(st.sampled_from([0.0, -5.0, 1e6, np.nan, np.inf]), st.sampled_from([0.0, -5.0, 1e6, np.nan, -np.inf]))
def test_axes_over_nothing(low, high):
    axis = axis_over(low, high, 0.0, 100.0)
    assert np.isfinite([*axis, *axis.ticks]).all() and axis.high > axis.low


@promise(
    "lying or standing, beside each other or stacked, a bar is as long as its number; unknown has a dash and no bar",
    bars,
    usual=12,
    long=600,
)
@given(st.data(), st.integers(0, 4), st.integers(1, 3), st.booleans(), st.booleans())
def test_bars(data, groups, series, stacked, standing):
    values = data.draw(st.lists(st.lists(NUMBERS, min_size=groups, max_size=groups), min_size=series, max_size=series))
    names, groups_named = data.draw(few_words(series)), data.draw(few_words(groups))
    chart = Bars("l", groups_named, [Series(*one) for one in zip(names, values)], write, data.draw(WORDS), stacked=stacked, sum_name=data.draw(WORDS), standing=standing,
                 notes=data.draw(few_words(groups)))  # fmt: skip
    root = drawn(bars(chart))
    told = np.array(values, float).reshape(series, groups)
    side = 3 if standing else 2
    for row, own in enumerate(told):
        boxes = rects(root, FILLS[row].colour)[
            int(series + bool(stacked and chart.sum_name) > 1) :
        ]  # the first is the legend's
        assert len(boxes) == (np.isfinite(own) & (own != 0)).sum()
        lengths = np.array([box[side] for box in boxes])
        size = np.abs(own[np.isfinite(own) & (own != 0)])
        if len(size) and lengths.max() > 0:
            assert lengths / lengths.max() == pytest.approx(size / size.max(), abs=0.11 / lengths.max() + 1e-6)
    if not stacked:
        assert sum(words == NOTHING for words in words_of(root)) >= np.isnan(told).sum()
    assert bars(chart) == bars(chart)


@promise("bars in order are as long as their values on one scale, what has no value says why, and only what misses the target is hatched",
         ranked, fill_of, usual=10, long=600)  # fmt: skip
@given(st.data(), st.integers(0, 5), NUMBERS, NUMBERS)
def test_ranked(data, count, mean, target):
    values = data.draw(st.lists(NUMBERS, min_size=count, max_size=count))
    met = data.draw(st.lists(st.sampled_from([True, False, None]), max_size=count))
    notes = [f"not {row}" for row in range(count)]
    chart = Ranked("l", data.draw(few_words(count)), np.array(values, float), notes, write, data.draw(WORDS), mean, data.draw(WORDS), target, data.draw(WORDS), met,
                   data.draw(st.integers(-1, count)))  # fmt: skip
    found = ranked(chart)
    root = drawn(found.svg)
    told = words_of(root)
    for row, value in enumerate(values):
        assert fill_of(chart, row) == int(row < len(met) and met[row] is False)
        assert (f"{write(value)} {notes[row]}" if np.isfinite(value) else notes[row]) in told
    bars_drawn = {fill: rects(root, FILLS[fill].colour) for fill in (0, 1)}
    size = np.abs(np.nan_to_num(values))
    order = {fill: [row for row in range(count) if fill_of(chart, row) == fill] for fill in (0, 1)}
    lengths = np.zeros(count)
    for fill, rows in order.items():
        assert len(bars_drawn[fill]) == len(rows)
        for row, box in zip(rows, bars_drawn[fill]):
            lengths[row] = box[2]
            assert found.top + found.band * row <= box[1] + box[3] / 2 <= found.top + found.band * (row + 1)
    if count and lengths.max() > 0:
        assert lengths / lengths.max() == pytest.approx(size / size.max(), abs=0.11 / lengths.max() + 1e-6)


@promise(
    "losers stand to the left and gainers to the right of one line, on one scale, with their numbers",
    gains,
    usual=8,
    long=400,
)
@given(st.data(), st.integers(0, 5))
def test_gains(data, count):
    amounts = st.lists(
        st.one_of(st.just(float("nan")), st.integers(0, 10**6).map(float)), min_size=count, max_size=count
    )
    gain, lose = data.draw(amounts), data.draw(amounts)
    root = drawn(gains(Gains("l", data.draw(few_words(count)), gain, lose, data.draw(WORDS), data.draw(WORDS), write)))
    right, left = (rects(root, FILLS[fill].colour) for fill in (0, 1))
    known = [[one for one in side if one > 0] for side in (gain, lose)]
    assert [len(right), len(left)] == [len(side) for side in known]
    if right and left:
        assert max(box[0] + box[2] for box in left) <= min(box[0] for box in right) + 0.15
    lengths, size = np.array([box[2] for box in [*right, *left]]), np.array([*known[0], *known[1]])
    if len(size):
        assert lengths / lengths.max() == pytest.approx(size / size.max(), abs=0.11 / lengths.max() + 1e-6)
    assert {write(one) for one in size} <= set(words_of(root))


@promise(
    "curves are drawn within the square, each with a line of its own and its name, beside the diagonal",
    curves,
    usual=8,
    long=400,
)
@given(
    st.data(),
    st.lists(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=5).map(sorted), max_size=4),
)
def test_curves(data, shapes):
    names = data.draw(few_words(len(shapes)))
    chart = Curves("l", [Curve(name, *zip(*shape)) for name, shape in zip(names, shapes)], data.draw(WORDS), data.draw(WORDS), data.draw(WORDS), write,
                   [(0.5, 0.25, data.draw(WORDS))])  # fmt: skip
    root = drawn(curves(chart))
    lines = list(root.iter("polyline"))
    assert len(lines) == len(shapes)
    for line, shape in zip(lines, shapes):
        places = [tuple(map(float, place.split(","))) for place in line.get("points").split()]
        assert len(places) == len(shape) and all(
            0 <= x <= 440 and 0 <= y <= 440 + 20 * (1 + len(shapes)) for x, y in places
        )
        assert all((x - 60) / 356 == pytest.approx(one, abs=0.001) for (x, _), (one, _) in zip(places, shape))
    pens = [(line.get("stroke"), line.get("stroke-dasharray")) for line in lines]
    assert len(set(pens)) == len(pens)
    assert {" ".join(printable(name).split()) for name in names} <= {
        " ".join(words.split()) for words in words_of(root)
    }


@promise("every word stands in the drawing as it was written, never as markup; letters that XML has no place for are left out",
         svg.element, svg.text, svg.lines_of_text, svg.line, svg.points, svg.picture, usual=10, long=1200)  # fmt: skip
@given(WORDS, st.lists(WORDS, max_size=3), st.floats(-1e6, 1e6), st.one_of(st.none(), WORDS))
def test_words(label, rows, place, attribute):
    parts = [svg.text(place, 2, label, class_=attribute), svg.lines_of_text(1, place, rows), svg.line(0, 0, place, 1),
             svg.element("polyline", points=svg.points([(place, 1.25), (np.float32(2), 3)])), svg.element("g", svg.text(0, 0, label))]  # fmt: skip
    root = drawn(svg.picture(100, 50.5, label, parts))

    def same(one, other):  # a parser makes every line's end one letter
        return " ".join(one.split()) == " ".join(printable(other).split())

    assert same(root.get("aria-label"), label) and root.get("viewBox") == "0 0 100 50.5"
    assert [same(*pair) for pair in zip(words_of(root), [label, *rows, label])] == [True] * (len(rows) + 2)
    assert {one.tag for one in root} <= {"text", "line", "polyline", "g"}
    first = next(root.iter("text"))
    assert first.get("class") is None if attribute is None else same(first.get("class"), attribute)
    heights = [float(one.get("y")) for one in list(root.iter("text"))[1 : 1 + len(rows)]]
    assert np.diff(heights) == pytest.approx(np.full(max(len(rows) - 1, 0), svg.FONT + 2), abs=0.11)


@promise(
    "words are folded without one lost, in rows that fit unless a word alone does not",
    svg.folded,
    svg.width_of,
    long=800,
)
@given(st.lists(st.text("abcdåäö-", min_size=1, max_size=12), max_size=7), st.floats(1, 200))
def test_folding(words, width):
    rows = svg.folded(" ".join(words), width)
    assert " ".join(rows).split() == words and rows
    assert all(svg.width_of(row) <= width or " " not in row for row in rows)
    assert svg.width_of("".join(words)) == pytest.approx(sum(svg.width_of(word) for word in words))


@promise("a fill and its hatching stay within the rectangle; a legend has a box or a mark and a name for each, within its width", filled, legend, diamond,
         long=400)  # fmt: skip
@given(st.floats(-50, 50), st.floats(0, 90), st.floats(0, 40), st.lists(WORDS, max_size=6), st.integers(200, 600))
def test_fills(x, width, height, names, room):
    root = drawn(svg.picture(100, 100, "", [filled(x, 3.0, width, height, Fill("#000000", True))]))
    for stroke in root.iter("line"):
        assert all(x - 0.1 <= float(stroke.get(name)) <= x + width + 0.1 for name in ("x1", "x2"))
        assert all(2.9 <= float(stroke.get(name)) <= 3 + height + 0.1 for name in ("y1", "y2"))
    parts, high = legend(names, 4, 2, room, marks=[diamond()])
    root = drawn(svg.picture(room, 100, "", parts))
    assert len(list(root.iter("text"))) == len(names) and high % 20 == 0 and (high > 0) == bool(names)
    assert len(list(root.iter("g"))) == min(len(names), 1)
    corners = [
        tuple(map(float, place.split(",")))
        for place in next(iter(drawn(svg.picture(9, 9, "", [diamond(x, 3, 2)])))).get("points").split()
    ]
    assert np.mean(corners, axis=0) == pytest.approx([x, 3], abs=0.1)


@promise(
    "a number of any size is told with two or more digits that mean something, and grows with its value", few_digits
)
@given(st.floats(1e-4, 1e9), st.booleans())
def test_few_digits(value, negative):
    text = few_digits(-value if negative else value, ",")
    read = float(text.replace("\u00a0", "").replace(",", ".").replace("−", "-"))
    assert (
        read == pytest.approx(-value if negative else value, rel=0.006)
        and few_digits(0.0) == "0"
        and few_digits(np.nan) == NOTHING
    )
