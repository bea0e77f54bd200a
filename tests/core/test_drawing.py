"""Drawings: what stands where, that nothing from outside is taken as markup, and that black-and-white print tells it too."""

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.drawing.axis import MINUTES, axis_over
from narvard_plugin.core.drawing.bars import Bars, Series, bars
from narvard_plugin.core.drawing.curve import Curve, Curves, curves
from narvard_plugin.core.drawing.numbers import few_digits, number, percent
from narvard_plugin.core.drawing.page import head_row, page, paragraphs, table_rows
from narvard_plugin.core.drawing.palette import FILLS
from narvard_plugin.core.drawing.svg import folded

EVIL = '<script>"å & 1"</script>'


def written(value):
    return number(value, 1, ",")


def rectangles(drawing, fill=0):
    """(x, y, width, height) of the bars of one fill."""
    return [
        tuple(float(box.get(name)) for name in ("x", "y", "width", "height"))
        for box in ElementTree.fromstring(drawing).iter("rect")
        if box.get("fill") == FILLS[fill].colour
    ]


def words(drawing):
    return [text.text for text in ElementTree.fromstring(drawing).iter("text")]


def test_lying_bars_leave_zero_to_both_sides_by_their_value():
    drawing = bars(Bars("label", ["a", "b", "c"], [Series("s", [10.0, -5.0, np.nan])], written))
    (x, _, wide, high), (other, _, half, _) = rectangles(drawing)
    assert x == pytest.approx(other + half, abs=0.15) and wide == pytest.approx(2 * half, abs=0.3) and high > 10
    assert {"10,0", "−5,0", "–"} <= set(words(drawing)) and "nan" not in drawing


def test_standing_bars_rise_and_fall_from_zero():
    drawing = bars(Bars("label", ["a", "b"], [Series("s", [3.0, -3.0])], written, standing=True, axis_name="minutes"))
    (_, top, _, high), (_, under, _, low) = rectangles(drawing)
    assert top + high == pytest.approx(under, abs=0.15) and high == pytest.approx(low, abs=0.2)
    assert "minutes" in words(drawing)


def test_stacked_bars_stand_on_each_other_with_a_mark_at_the_sum():
    drawing = bars(
        Bars("l", ["a", "b"], [Series("s", [2.0, 1.0]), Series("t", [3.0, -4.0])], written, stacked=True, sum_name="sum")
    )  # fmt: skip
    first, second = rectangles(drawing)[1:], rectangles(drawing, 1)[1:]  # the first of each is the legend's
    assert first[0][0] + first[0][2] == pytest.approx(second[0][0], abs=0.2)
    assert second[1][0] + second[1][2] == pytest.approx(first[1][0], abs=0.2)  # on its own side of 0
    marks = [mark.get("points") for mark in ElementTree.fromstring(drawing).iter("polygon")]
    right_end = second[0][0] + second[0][2]
    assert len(marks) == 3 and float(marks[1].split()[1].split(",")[0]) == pytest.approx(right_end, abs=0.2)
    assert {"5,0", "−3,0", "sum"} <= set(words(drawing))


def test_groups_of_several_series_stand_beside_each_other():
    drawing = bars(Bars("l", ["a"], [Series("s", [2.0]), Series("t", [4.0])], written))
    (_, first), (_, second) = rectangles(drawing), rectangles(drawing, 1)
    assert first[1] + first[3] < second[1] and second[2] == pytest.approx(2 * first[2], abs=0.3)


def test_a_curve_lies_where_its_shares_are():
    chart = Curves("l", [Curve("c", [0, 0.5, 1], [0, 0.25, 1])], "x", "y", "equal", lambda s: percent(s, 0), marks=[(0.5, 0.25, "here")])  # fmt: skip
    drawing = curves(chart)
    start, middle, end = (
        [float(number) for number in place.split(",")]
        for place in ElementTree.fromstring(drawing).find("polyline").get("points").split()
    )
    np.testing.assert_allclose(np.subtract(middle, start) / np.subtract(end, start), [0.5, 0.25], atol=1e-3)
    dot = ElementTree.fromstring(drawing).find("circle")
    assert [float(dot.get("cx")), float(dot.get("cy"))] == middle
    assert {"0%", "100%", "x", "y", "equal", "c", "here"} <= set(words(drawing))


@pytest.mark.parametrize("standing", [True, False])
@pytest.mark.parametrize("values", [[], [0.0, 0.0], [np.nan, np.nan], [1e-9, -1e-9], [3e7, 1.0]])
def test_any_values_can_be_drawn(values, standing):
    groups = [EVIL] * len(values)
    series = [Series(EVIL, values), Series("b", values)]
    drawing = bars(Bars(EVIL, groups, series, few_digits, EVIL, notes=groups, standing=standing, stacked=standing))
    assert "nan" not in drawing and "inf" not in drawing
    root = ElementTree.fromstring(drawing)
    assert root.get("role") == "img" and root.get("aria-label") == EVIL and "<script" not in drawing


def test_letters_that_xml_has_no_place_for_do_not_spoil_a_drawing():
    drawing = bars(Bars("a\x0bb", ["Vård\x00central", "\ud800"], [Series("s", [1.0, 2.0])], written))
    assert ElementTree.fromstring(drawing.encode("utf-8")).get("aria-label") == "ab" and "Vårdcentral" in words(drawing)


def test_outside_words_are_text_in_curves_and_pages():
    drawing = curves(Curves(EVIL, [Curve(EVIL, [0, 1], [0, 1])], EVIL, EVIL, EVIL, str, marks=[(0.5, 0.5, EVIL)]))
    made = page("$title $table $say", {"title": EVIL}, {"table": head_row([EVIL, EVIL]) + table_rows([[EVIL, EVIL]]), "say": paragraphs([EVIL, ""])})  # fmt: skip
    assert "<script" not in drawing + made and made.count("&lt;script&gt;") == 6 and made.count("<p>") == 1
    ElementTree.fromstring(drawing)
    with pytest.raises(KeyError):
        page("$unheard", {}, {})


def lightness(colour):
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2


def test_neighbouring_fills_differ_without_colour():
    for one, other in zip(FILLS, FILLS[1:]):
        assert one.hatched != other.hatched and abs(lightness(one.colour) - lightness(other.colour)) > 0.2
    drawing = bars(Bars("l", ["a"], [Series("s", [2.0]), Series("t", [4.0])], written))
    slanting = [line for line in ElementTree.fromstring(drawing).iter("line") if line.get("stroke-width") == "0.5"]
    (_, _, _, high) = rectangles(drawing, 1)[1]
    assert len(slanting) > high / 5
    for line in slanting:
        assert float(line.get("x2")) > float(line.get("x1")) and float(line.get("y2")) < float(line.get("y1"))


@settings(derandomize=True)
@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6), st.integers(2, 10))
def test_an_axis_holds_its_numbers_in_few_round_steps(low, span, parts):
    axis = axis_over(low, low + span, 10.0, 110.0, parts=parts)
    slack = 1e-6 * max(axis.step, abs(low) * 1e-6)
    assert axis.low <= low + slack and axis.high >= low + span - slack
    assert 2 <= len(axis.ticks) <= parts + 2
    digit = axis.step / 10 ** np.floor(np.log10(axis.step) + 1e-9)
    assert any(np.isclose(digit, round_one) for round_one in (1, 2, 5, 10))
    assert axis.at(axis.low) == pytest.approx(10) and axis.at(axis.high) == pytest.approx(110)


def test_an_axis_of_minutes_has_steps_that_people_count_in():
    assert [axis_over(0, most, 0, 1, steps=MINUTES).step for most in (0.4, 50, 100, 500, 1e6)] == [
        1,
        10,
        20,
        120,
        10080,
    ]


def test_numbers_as_people_write_them():
    assert (
        number(9999.4, 0) == "9999"
        and number(9999.5, 0) == "10\xa0000"
        and number(12345.6, 1, ",") == "12\xa0345,6"
        and number(-1e6, 0) == "−1\xa0000\xa0000"
    )
    assert percent(0.125, 1, ",") == "12,5\xa0%" and percent(-0.125, 1) == "−12.5%" and percent(np.nan, 1) == "–"
    assert [few_digits(value, ",") for value in (0.01234, 4.567, 18.24, 1204.4, 0.0, np.nan)] == [
        "0,0123", "4,57", "18,2", "1204", "0", "–",
    ]  # fmt: skip
    assert folded("Stora socioekonomiska utmaningar", 110) == ["Stora", "socioekonomiska", "utmaningar"]
