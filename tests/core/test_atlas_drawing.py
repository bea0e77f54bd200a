"""Pyramids and lines: what stands where, gaps that stay gaps, and nothing from outside taken as markup."""

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.drawing.lines import Line, Lines, lines
from narvard_plugin.core.drawing.numbers import number
from narvard_plugin.core.drawing.palette import FILLS
from narvard_plugin.core.drawing.pyramid import Pyramid, pyramid

EVIL = '<script>"å & 1"</script>'
NAN = float("nan")


def written(value):
    return number(value, 0, ",")


def parts(drawing, tag):
    return list(ElementTree.fromstring(drawing).iter(tag))


def words(drawing):
    return {text.text: (float(text.get("x")), float(text.get("y"))) for text in parts(drawing, "text")}


def bars(drawing, fill):
    """(x, y, width) of one side's bars, without the key's box."""
    found = [box for box in parts(drawing, "rect") if box.get("fill") == FILLS[fill].colour]
    return [tuple(float(box.get(name)) for name in ("x", "y", "width")) for box in found][1:]


def places(drawing):
    """The lines' pieces, each as its places (n × 2)."""
    return [
        [tuple(map(float, place.split(","))) for place in line.get("points").split()]
        for line in parts(drawing, "polyline")
    ]


def test_a_pyramid_has_the_youngest_at_the_bottom_and_one_scale_for_both_sides():
    drawing = pyramid(Pyramid("l", ["0–4", "5–9"], [10, 20], [20, 5], "Öster", "Länet", written, "%"))
    (old, y_old, wide_old), (young, y_young, wide_young) = bars(drawing, 0)
    assert y_young > y_old and wide_old == pytest.approx(2 * wide_young, abs=0.2)
    assert old + wide_old == pytest.approx(young + wide_young, abs=0.2)  # the left side ends at the middle
    right = bars(drawing, 1)
    assert right[1][2] == pytest.approx(wide_old, abs=0.2) and right[0][0] == right[1][0] > old + wide_old
    assert words(drawing)["0–4"][1] > words(drawing)["5–9"][1]


def test_a_pyramids_missing_value_is_said_and_never_a_bar():
    drawing = pyramid(Pyramid("l", ["a", "b"], [NAN, 3], [0, 4], "v", "h", written, nothing="uppgift saknas"))
    assert len(bars(drawing, 0)) == 1 and "uppgift saknas" in words(drawing) and "nan" not in drawing
    nothing = pyramid(Pyramid("l", ["a"], [NAN], [NAN], "v", "h", written))
    assert not bars(nothing, 0) and "–" in words(nothing)


def test_lines_stand_by_the_years_and_break_where_a_value_is_missing():
    drawing = lines(
        Lines("l", ["2020", "2030", "2050", "2060"], [Line("a", [0, 10, NAN, 30]), Line("b", [5, 5, 5, 5])], written)
    )
    (first, second), whole = places(drawing)
    assert whole[2][0] - whole[1][0] == pytest.approx(2 * (second[0] - first[0]), abs=0.3)
    assert len(whole) == 4 and first[1] - second[1] == pytest.approx(2 * (first[1] - whole[0][1]), abs=0.3)
    alone = [dot for dot in parts(drawing, "circle") if float(dot.get("cx")) == pytest.approx(whole[3][0], abs=0.2)]
    assert len(alone) >= 2  # the value after the gap stands by itself, as a dot
    assert {"a 30", "b 5"} <= set(words(drawing))


def test_lines_say_where_their_axis_does_not_begin_at_nought():
    told = {"not_from_zero": "bruten axel", "mark": ("i dag", 950.0)}
    high = lines(Lines("l", ["1", "2"], [Line("a", [900, 1000])], written, **told))
    low = lines(Lines("l", ["1", "2"], [Line("a", [10, 1000])], written, **told))
    assert "bruten axel" in words(high) and "0" not in words(high) and "i dag: 950" in words(high)
    assert "bruten axel" not in words(low) and "0" in words(low)
    reach = lines(Lines("l", ["5", "10"], [Line("a", [90, 95])], written, most=100.0, **told))
    assert {"0", "100"} <= set(words(reach)) and "bruten axel" not in words(reach)


def test_the_names_of_lines_that_end_together_do_not_stand_on_each_other():
    drawing = lines(Lines("l", ["1", "2"], [Line(f"linje {n}", [1, 50 + n / 9]) for n in range(4)], written))
    heights = sorted(y for word, (_, y) in words(drawing).items() if word.startswith("linje"))
    assert len(heights) == 4 and min(np.diff(heights)) >= 12


@settings(derandomize=True, max_examples=40, deadline=None)
@given(
    st.lists(st.one_of(st.floats(-1e9, 1e9), st.just(NAN)), max_size=6),
    st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), max_size=40),
)
def test_whatever_is_drawn_is_whole_and_inside_its_frame(values, name):
    labels = [f"{name}{at}" for at in range(len(values))]
    drawings = [
        lines(Lines(name, labels, [Line(EVIL, values), Line(name, values[::-1])], written, name, mark=(name, 4.0))),
        pyramid(Pyramid(name, labels, np.abs(values), np.abs(values), EVIL, name, written, name)),
    ]
    for drawing in drawings:
        root = ElementTree.fromstring(drawing)
        height = float(root.get("height"))
        assert not list(root.iter("script")) and "nan" not in drawing.replace(name, "")
        assert all(-1 <= float(box.get("y")) <= height for box in root.iter("rect"))
        assert all(0 <= float(dot.get("cy")) <= height for dot in root.iter("circle"))
