"""Care Need Index as files tell it: numbers, marks, scales that must agree, and codes told twice."""

import pytest

from narvard_plugin.core.deso.cni_import import (
    area_codes,
    fate_of,
    figures_of,
    nation_from,
    read_row,
    steps_of,
    without_repeated,
)
from narvard_plugin.core.deso.vintage import UnknownVintage
from narvard_plugin.core.figures import Unreadable, decimals_of, read_number

STEPS = {"points": 1, "per_person": 1e-6, "ratio": 1e-4}
SCB = {"code": "E1", "points": "22 709", "per_person": "3,841242", "ratio": "1,5513", "population": "5 912"}


def row(**changes):
    return read_row(1, {**SCB, **changes}, STEPS)


def test_scbs_own_row_with_its_points_cut_off():
    read = row()
    assert read.values == {"points": 22709, "per_person": 3.841242, "ratio": 1.5513}
    assert (read.population, read.status) == (5912, "ok")


def test_hidden_is_not_nought_and_not_missing():
    read = row(points="..", ratio="")
    assert read.values == {"points": None, "per_person": 3.841242, "ratio": None}
    assert read.statuses == {"points": "suppressed", "per_person": "ok", "ratio": "missing"}
    assert read.status == "suppressed"
    assert row(points="..", per_person="..", ratio="..", population="<5").population is None


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"code": ""}, "code"),
        ({"per_person": "hög"}, "number"),
        ({"points": "22.709,42"}, "number"),
        ({"population": "10,5"}, "number"),
        ({"ratio": "-1,5"}, "negative"),
        ({"points": "", "per_person": "", "ratio": ""}, "nothing"),
        ({"population": "0"}, "nobody"),
        ({"per_person": "3,269522"}, "disagrees"),
        ({"population": "5 913"}, "disagrees"),
        ({"per_person": "1,5513"}, "disagrees"),
    ],
)
def test_what_cannot_be_read_is_named(changes, problem):
    with pytest.raises(Unreadable) as error:
        row(**changes)
    assert error.value.problem == problem


def test_the_last_digit_is_the_columns_not_the_cells():
    assert [decimals_of(text) for text in ("22 709", "3,80", "1.5", "..")] == [0, 2, 1, 0]
    assert steps_of({"code": ["9,99"], "per_person": ["3.8", "3,841242", "4"]}) == {"per_person": pytest.approx(1e-6)}
    with pytest.raises(Unreadable):
        read_number("1e999")  # infinity is no figure
    assert read_number("1\u00a0234,5") == 1234.5 and read_number("\u22121") == -1 and read_number("..") is None


def test_told_twice_alike_or_not():
    read = [
        row(),
        row()._replace(place=2),
        row(code="E2")._replace(place=3),
        row(code="E2", ratio="1,2")._replace(place=4),
    ]
    kept, left = without_repeated(read)
    assert [one.place for one in kept] == [1]
    assert [(one.place, problem) for one, problem in left] == [(2, "repeated"), (3, "contradicts"), (4, "contradicts")]


def test_the_nation_stands_between_the_scales():
    second = read_row(
        2, {"code": "E2", "points": "7869", "per_person": "3,269522", "ratio": "1,3204", "population": "2407"}, STEPS
    )
    mean, odd = nation_from([row(), second], STEPS)
    assert mean == pytest.approx(2.47615, abs=1e-4) and odd == []
    rows = [*(row(code=str(n)) for n in range(20)), row(code="odd", ratio="1,2")]
    assert nation_from(rows, STEPS)[1] == ["odd"]
    assert nation_from([row(ratio="..")], STEPS) == (None, [])


def test_a_row_becomes_a_figure_per_scale():
    figures = figures_of(row(ratio=".."), "unit", "2024-12-31")
    assert [(key.scale, figure.value, figure.status) for key, figure in figures] == [
        ("points", 22709, "ok"), ("per_person", 3.841242, "ok"), ("ratio", None, "suppressed"),
    ]  # fmt: skip
    assert fate_of(["unchanged", "added", "changed"]) == "changed"
    assert (fate_of(["unchanged", "added"]), fate_of(["unchanged"])) == ("added", "unchanged")


def test_area_codes_lose_their_suffix_and_not_their_vintage():
    codes, names, other = area_codes(["0114A0010_DeSO2025", "114A0020_DeSO2025", "0114A0010", ""], "DeSO 2025")
    assert codes.code.tolist() == ["0114A0010", "0114A0020", "0114A0010", None]
    assert names == ["2025", "2025", "2025", None]
    assert other.tolist() == [False, False, True, False]  # beside suffixed codes a bare one is of the older vintage
    with pytest.raises(UnknownVintage):
        area_codes(["0114R001"], "2018")
