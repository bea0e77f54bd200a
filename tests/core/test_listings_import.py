"""Cells of listings: what is hidden stays hidden, what is missing is not 0, and sums are not units."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.small_numbers import MISSING, OK, SUPPRESSED
from narvard_plugin.core.figures import Unreadable
from narvard_plugin.core.listings_import import (
    FEW,
    Key,
    Row,
    Told,
    marks,
    most_behind,
    read_cell,
    read_day,
    read_key,
    totals,
    without_repeated,
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12", Told(12, OK, "")), ("1 234,0", Told(1234, OK, "")), ("0", Told(0, OK, "")), ("5", Told(5, OK, "")),
        ("4", Told(None, SUPPRESSED, FEW)), ("1", Told(None, SUPPRESSED, FEW)), ("<5", Told(None, SUPPRESSED, "<5")),
        ("< 5", Told(None, SUPPRESSED, "<5")), ("..", Told(None, SUPPRESSED, "..")), ("X", Told(None, SUPPRESSED, "x")),
        ("\u2212", Told(None, SUPPRESSED, "\u2212")), ("-", Told(None, SUPPRESSED, "-")), ("", Told(None, MISSING, "")), ("  ", Told(None, MISSING, "")),
    ],
)  # fmt: skip
def test_cells(text, told):
    assert read_cell(text, 5) == told


def test_an_empty_cell_is_zero_only_where_somebody_says_so():
    assert read_cell("", 5, empty_is_zero=True) == Told(0, OK, "")
    assert read_cell("..", 5, empty_is_zero=True).number is None


@pytest.mark.parametrize("text", ["tolv", "-3", "1,5", "1.234"])
def test_what_is_no_number_of_people(text):
    with pytest.raises(Unreadable):
        read_cell(text, 5)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.integers(0, 2000), st.integers(0, 30))
def test_a_number_is_kept_or_hidden_and_never_turned_into_another(number, minimum):
    told = read_cell(str(number), minimum)
    few = 0 < number < minimum
    assert told.number == (None if few else number)
    assert not few or number <= most_behind(told.mark, minimum)


def test_days():
    assert [read_day(text) for text in ("2024-12-31", "20241231", "2024-12-31T00:00:00")] == ["2024-12-31"] * 3
    for text in ("2024-13-01", "2024-02-30", "31/12 2024", "2024", ""):
        with pytest.raises(Unreadable):
            read_day(text)


def test_sums_and_gaps_are_no_keys():
    for area, unit, problem in (("", "u", "area"), ("a", "", "unit"), ("a", "Totalt", "sum"), ("SUMMA", "u", "sum")):
        with pytest.raises(Unreadable) as raised:
            read_key(area, unit, "2024-12-31")
        assert raised.value.problem == problem


def cell(place, area, unit, text, day="2024-12-31"):
    return Row(place, Key(area, unit, day), read_cell(text, 5))


def test_repeated_rows():
    rows = [cell(1, "a", "u", "9"), cell(2, "a", "u", "9"), cell(3, "b", "u", "7"), cell(4, "b", "u", "8")]
    kept, left = without_repeated(rows)
    assert [row.place for row in kept] == [1]
    assert [(row.place, why) for row, why in left] == [(2, "repeated"), (3, "contradicts"), (4, "contradicts")]


def test_totals_say_what_hidden_cells_can_hold():
    rows = [
        cell(1, "a", "u", "100"), cell(2, "b", "u", "<5"), cell(3, "c", "u", "3"),  # 100 and at most 4 + 4
        cell(4, "a", "v", "50"), cell(5, "b", "v", ".."), cell(6, "a", "w", "10"), cell(7, "a", "w", "99", "2023-12-31"),
    ]  # fmt: skip
    day = "2024-12-31"
    u, v, w = totals(rows, {"u": (108.0, day), "v": (900.0, day), "w": (11.0, day)}, 5)
    assert (u.listed, u.hidden, u.most, u.difference, u.explained) == (100, 2, 8, -8, True)
    assert (v.most, v.explained) == (math.inf, True)
    assert (w.listed, w.difference, w.explained) == (10, -1, False)
    (one, *_) = totals(rows, {"u": (109.0, day)}, 5)
    assert one.explained is False
    assert totals(rows, {}, 5)[0].explained is None
    assert marks(rows) == {"<5": 1, FEW: 1, "..": 1}
