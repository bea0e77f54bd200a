"""Reference systems told from the size of coordinates, and north and east put right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.facilities.coordinates import RT90, SWEREF, WGS84, locate, locate_in, read_pair
from narvard_plugin.core.figures import Unreadable
from tests.shared import campaign

HSA = ("EPSG:3021", "EPSG:3006", "EPSG:4326")
GENERIC = (*HSA, "EPSG:3857")
# Sweden from Smygehuk and Treriksröset, Strömstad and Haparanda, in each system.
IN_RT90 = st.tuples(st.integers(6_132_000, 7_690_000), st.integers(1_215_000, 1_895_000))
IN_SWEREF = st.tuples(st.integers(6_130_000, 7_690_000), st.integers(266_000, 920_000))
IN_WGS84 = st.tuples(st.floats(55.3, 69.1), st.floats(10.9, 24.2))


@pytest.mark.parametrize(
    ("cell", "first", "second"),
    [
        ("X:6581164 Y:1630250", "6581164", "1630250"), ("x: 6581164, y: 1630250", "6581164", "1630250"),
        ("X=6581164,5;Y=1630250,25", "6581164,5", "1630250,25"), ("57,7014 11,9151", "57,7014", "11,9151"),
        ("57.70;11.91", "57.70", "11.91"),
    ],
)  # fmt: skip
def test_one_cell_holds_both(cell, first, second):
    assert read_pair(cell) == (first, second)


@pytest.mark.parametrize("cell", ["X:6581164", "Djurgårdsbron", "6581164", "1 2 3"])
def test_one_cell_that_does_not(cell):
    with pytest.raises(Unreadable):
        read_pair(cell)


@settings(max_examples=campaign(200, 5000), deadline=None, derandomize=True)
@given(st.one_of(IN_RT90, IN_SWEREF, IN_WGS84))
def test_swapped_is_always_seen_and_never_imagined(place):
    north, east = place
    code = WGS84.code if north < 100 else RT90.code if east > 1_000_000 else SWEREF.code
    assert locate(str(north), str(east), True, HSA) == (code, east, north, False)
    assert locate(str(east), str(north), True, HSA) == (code, east, north, True)
    assert locate(str(east), str(north), False, HSA) == (code, east, north, False)
    assert locate(str(north), str(east), False, HSA) == (code, east, north, True)


@settings(max_examples=campaign(60, 2000), deadline=None, derandomize=True)
@given(IN_SWEREF, st.sampled_from([".", ","]), st.sampled_from(["", " ", "\u00a0", "\u202f"]))
def test_decimal_marks_and_thousands(place, mark, space):
    def written(metres):
        return f"{metres:,}".replace(",", space) + f"{mark}25"

    found = locate(written(place[1]), written(place[0]), False, GENERIC)
    assert found == (SWEREF.code, place[1] + 0.25, place[0] + 0.25, False)


@pytest.mark.parametrize(
    ("x", "y", "problem"),
    [
        ("1500000", "7450000", "ambiguous"),  # the south in Web Mercator, or Lapland in RT 90
        ("150000", "6581000", "local_zone"), ("6581000", "151000", "local_zone"),
        ("0,5", "51,4", "outside"), ("583000", "", "half"), ("", "6281000", "half"), ("här", "där", "coordinates"),
        ("583000", "628100", "outside"), ("1e400", "5", "coordinates"),
    ],
)  # fmt: skip
def test_what_is_not_guessed(x, y, problem):
    with pytest.raises(Unreadable) as refused:
        locate(x, y, False, GENERIC)
    assert refused.value.problem == problem


def test_no_place():
    assert locate("", " ", False, GENERIC) is None
    assert locate("0", "0,0", False, GENERIC) is None
    assert locate_in("0", "0", False, "EPSG:3010") is None  # where 0, 0 would be a place at the equator


def test_a_system_that_is_told():
    assert locate_in("1500000", "7450000", False, "EPSG:3857").code == "EPSG:3857"
    assert locate_in("6581000", "151000", True, "EPSG:3011") == ("EPSG:3011", 151000, 6581000, False)
    with pytest.raises(Unreadable):
        locate_in("583000", "6281000", False, "EPSG:3021")
