"""Numbers for texts from tables: each rule worked by hand."""

import math

import pandas as pd
import pytest

from narvard_plugin.core.answers import numbers_of, value_of

TABLE = pd.DataFrame(
    {
        "place": ["A", "B", "C", "D"],
        "region": ["99", "99", "98", "99"],
        "people": [100.0, 50.0, 500.0, 50.0],
        "minutes": [10.0, 40.0, 5.0, None],
    }
)
OWN = {"field": "region", "own": True}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"do": "rows", "where": [OWN]}, 3),
        ({"do": "sum", "field": "people", "where": [OWN]}, 200),
        ({"do": "sum", "field": "people", "where": [OWN, {"field": "minutes", "above": 30}]}, 50),
        ({"do": "sum", "field": "people", "where": [{"field": "minutes", "missing": True}]}, 50),
        ({"do": "mean", "field": "minutes", "weight": "people", "where": [OWN]}, (10 * 100 + 40 * 50) / 150),
        ({"do": "share", "weight": "people", "where": [OWN], "part": [{"field": "minutes", "up_to": 10}]}, 0.5),
        ({"do": "share", "part": [{"field": "region", "is": ["98", "97"]}]}, 0.25),
        ({"do": "sum", "field": "people", "where": [{"field": "minutes", "above": 1000}]}, 0),
        ({"do": "largest", "field": "minutes"}, 40),
        ({"do": "smallest", "field": "minutes"}, 5),
        ({"do": "text", "field": "place", "by": "minutes"}, "B"),
        ({"do": "text", "field": "place", "by": "minutes", "least": True}, "C"),
        ({"do": "rows", "where": [{"field": "minutes", "is": ["5", "10"]}]}, 2),  # the column has a gap: 5.0 is 5
    ],
)
def test_a_rule(rule, expected):
    assert value_of(rule, TABLE, "99") == pytest.approx(expected)


def test_what_is_not_there_is_a_dash_and_never_0():
    rules = [
        {"name": "no table", "of": "other", "do": "sum", "field": "people"},
        {"name": "no column", "of": "own", "do": "sum", "field": "visits"},
        {"name": "no value", "of": "own", "do": "sum", "field": "minutes", "where": [{"field": "place", "is": "D"}]},
        {"name": "nobody", "of": "own", "do": "share", "weight": "people", "where": [{"field": "place", "is": "X"}]},
    ]
    assert all(math.isnan(value) for value in numbers_of(rules, {"own": TABLE}, "99").values())
    assert value_of({"do": "text", "field": "place", "by": "visits"}, TABLE, "99") == ""
