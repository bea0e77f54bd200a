"""Random tables in random order and random parts, against a reader that looks each figure up on its own."""

from itertools import product
from math import prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.sources.errors import Unreadable
from narvard_plugin.sources.jsonstat import read_dataset
from narvard_plugin.sources.scb_regions import areas_of
from narvard_plugin.sources.scb_rows import rows_of
from narvard_plugin.sources.scb_tables import other_table
from narvard_plugin.sources.selections import split

#: Counties with leading zeros, two letters of DeSO, and the suffix that SCB writes.
AREAS = [f"{county}80{letter}00{n}0_DeSO2025" for county in ("01", "08", "25") for letter in "AC" for n in (1, 2)]
VALUES = {
    "Region": AREAS,
    "Alder": ["0-4", "65-69", "80-"],
    "Kon": ["1", "2"],
    "ContentsCode": ["A1"],
    "Tid": ["2024", "2025"],
}
LABELS = {"Kon": {"1": "män", "2": "kvinnor"}, "ContentsCode": {"A1": "Antal"}}
ROLES = {"geo": ["Region"], "time": ["Tid"], "metric": ["ContentsCode"]}


def dataset(draw, values, figure, **more):
    """A json-stat2 of ``values`` by variable: variables in any order, codes written in any order, figures in a list or sparse."""
    order = draw(st.permutations(list(values)))
    placed = {code: draw(st.permutations(values[code])) for code in order}
    dimensions = {}
    for code in draw(st.permutations(order)):
        written = draw(st.permutations(list(enumerate(placed[code]))))
        labels = LABELS.get(code, {})
        dimensions[code] = {
            "label": code,
            "category": {
                "index": {value: at for at, value in written},
                "label": {v: labels.get(v, v) for v in placed[code]},
            },
        }
    cells = [figure(dict(zip(order, key))) for key in product(*placed.values())]
    told = {"id": order, "size": [len(placed[code]) for code in order], "dimension": dimensions, "role": ROLES, **more}
    if draw(st.booleans()):
        return {**told, "value": cells}
    return {**told, "value": {str(at): cell for at, cell in enumerate(cells) if cell is not None}}


def subsets(draw):
    return {
        code: draw(st.lists(st.sampled_from(values), min_size=1, max_size=len(values), unique=True))
        for code, values in VALUES.items()
    }


@given(st.data())
@settings(derandomize=True, max_examples=150, deadline=None)
def test_every_figure_stands_where_it_is_said_to(data):
    values = subsets(data.draw)
    known = {key: data.draw(st.sampled_from([None, 0, 0.5, 7, 1402])) for key in product(*values.values())}
    told = dataset(data.draw, values, lambda at: known[tuple(at[code] for code in values)])
    found = read_dataset(told, "x")
    assert found.figures.size == prod(map(len, values.values()))
    for place, figure in np.ndenumerate(found.figures):
        at = {one.code: one.values[i] for one, i in zip(found.dimensions, place)}
        expected = known[tuple(at[code] for code in values)]
        assert (expected is None and np.isnan(figure) and found.status[place] == "missing") or figure == expected


@given(st.data())
@settings(derandomize=True, max_examples=60, deadline=None)
def test_parts_become_rows_without_loss_or_doubling(data):
    """From the whole table's metadata over parts in any order to named rows, each figure once and with its own area."""
    county, whole = data.draw(st.sampled_from(["01", "08", "25"])), VALUES
    figures = {key: n for n, key in enumerate(product(*whole.values()), 1)}  # none like another
    metadata = read_dataset({**dataset(data.draw, whole, lambda at: None), "value": None}, "x", figures=False)
    areas = areas_of(metadata.of("Region"), [county], "deso", "2025", [2024, 2025])
    assert sorted(areas.codes) == sorted(area.split("_")[0] for area in AREAS if area.startswith(county))
    parts = split({**whole, "Region": areas.values}, data.draw(st.integers(1, 60)), last="Region")
    answers = [
        read_dataset(dataset(data.draw, part, lambda at: figures[tuple(at[code] for code in whole)]), "x")
        for part in data.draw(st.permutations(parts))
    ]
    rows = rows_of(answers, metadata, areas, other_table("TAB1"))
    found = {(row.area_code, row.variable, row.year): row.value for row in rows.itertuples(index=False)}
    words = {"0-4": "0_4", "65-69": "65_69", "80-": "80_plus", "1": "män", "2": "kvinnor"}
    expected = {
        (area.split("_")[0], age, sex, int(year)): number
        for (area, age, sex, _, year), number in figures.items()
        if area.startswith(county)
    }
    assert len(found) == len(rows) == len(expected)
    age_first = [one.code for one in metadata.dimensions if one.code in ("Alder", "Kon")] == ["Alder", "Kon"]
    for (area, age, sex, year), number in expected.items():
        name = "_".join(words[one] for one in ((age, sex) if age_first else (sex, age)))
        assert found[area, f"tab1_antal_{name}", year] == number


def small(**change):
    told = {
        "id": ["A", "B"], "size": [2, 1], "value": [1, 2],
        "dimension": {"A": {"category": {"index": {"x": 0, "y": 1}}}, "B": {"category": {"index": ["z"]}}},
    }  # fmt: skip
    return {**told, **change}


@pytest.mark.parametrize(
    "change",
    [
        {"value": ["1", "2"]}, {"value": [True, 2]}, {"value": [1, "nan"]}, {"value": [1, 10**400]}, {"value": [1, [2]]},
        {"value": {"-1": 5}}, {"value": {"2": 5}}, {"value": {"x": 5}}, {"value": [1, 2], "status": {"-1": ".."}},
        {"value": [1, 2], "status": {"7": ".."}}, {"id": ["A", "A"], "size": [2, 2], "value": [1, 2, 3, 4]},
        {"dimension": {"A": {"category": {"index": {"x": 0, "y": 1.9}}}, "B": {"category": {"index": ["z"]}}}},
        {"dimension": {"A": {"category": {"index": {"x": 0, "y": -1}}}, "B": {"category": {"index": ["z"]}}}},
        {"dimension": {"A": {"category": {"index": ["x", "x"]}}, "B": {"category": {"index": ["z"]}}}},
    ],
)  # fmt: skip
def test_what_stands_in_no_place_or_is_no_number_is_refused(change):
    with pytest.raises(Unreadable):
        read_dataset(small(**change), "x")


def test_a_nought_beside_a_sign_of_secrecy_is_no_nought():
    found = read_dataset(small(value=[0, 3], status={"0": "x"}), "x")
    assert np.isnan(found.figures[0, 0]) and found.status[0, 0] == "suppressed" and found.figures[1, 0] == 3
