"""A run's account read back, columns found for what a text names, and sentences that never show a missing number as 0."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.narrative import (
    Found,
    Part,
    Run,
    bind,
    input_of,
    part_of,
    read_account,
    read_numbers,
    resolve,
    say,
    setting,
)

LINES = [
    "Gjort med Närmaste vårdenhet (narvard:nearestfacility) i Närvård 0.1.0, 2026-11-22T18:00:00+01:00.",
    r"ORIGINS: C:\Data\län.gpkg|layername=people|subset=x, ändrad 2026-11-20T10:00:00+01:00; filter: region = '99'",
    "POPULATION: n",
    "PREFIX: ny_",
    "3 punkter saknar väg.",
    "ANM: ett tal som ser ut som en parameter.",
]


def test_an_account_is_read_back():
    run = read_account(LINES)
    assert run[:3] == ("nearestfacility", "0.1.0", "2026-11-22T18:00:00+01:00")
    assert dict(run.parameters)["POPULATION"] == "n" and run.prefix == "ny_"
    assert list(run.notes) == LINES[4:]
    assert input_of(run.parameters["ORIGINS"]) == ("län.gpkg (people)", "2026-11-20")
    assert input_of("/hem/vägar.npz") == ("vägar.npz", "")
    assert input_of("orter (orter)") == ("orter (orter)", "")


@pytest.mark.parametrize("lines", [[], [""], ["Made by hand."], ["native:buffer"]])
def test_what_no_tool_of_the_plugin_made_has_no_run(lines):
    assert read_account(lines) is None


@pytest.mark.parametrize(
    ("named", "column", "star"),
    [
        ("minutes_1", "ny_minutes_1", ""),  # the prefix of the run
        ("minutes", "ny_straight_minutes", ""),
        ("@POPULATION", "n", ""),
        ("@VISITS", None, ""),
        (["name", "@POPULATION"], "n", ""),
        ("population_[12][0-9][0-9][0-9]", "population_2050", "2050"),
        ("share_k*", "share_k400", "400"),
        ("access", None, ""),
    ],
)
def test_a_column_for_what_a_text_names(named, column, star):
    columns = [
        "n",
        "ny_minutes_1",
        "ny_straight_minutes",
        "population_july",
        "population_2050",
        "population_2030",
        "share_k400",
    ]
    assert resolve(named, columns, read_account(LINES)) == (column, star)


RUN = Run("x", "", "", {"POPULATION": "n"}, [])
TABLE = pd.DataFrame(
    {"n": [10, 20, None], "level": [1, None, 2], "minutes": [5.0, 45.0, None], "empty": [None, None, None]}
)
RULES = [
    {"name": "rows", "do": "rows"},
    {"name": "people", "do": "sum", "field": "@POPULATION"},
    {"name": "top", "do": "rows", "where": [{"field": "level", "is": ["1"]}]},
    {"name": "far", "do": "sum", "field": "@POPULATION", "where": [{"field": "minutes", "above": 30}]},
    {"name": "km", "do": "largest", "field": "minutes", "divide": 10, "decimals": 1},
    {"name": "nobody", "do": "sum", "field": "@POPULATION", "where": [{"field": "empty", "above": 30}]},
    {"name": "gone", "do": "sum", "field": "visits"},
    {"name": "asked", "do": "sum", "field": "change", "optional": True},
]


def found(rules=RULES):
    return read_numbers(Part("OUTPUT", ["n"], rules, []), TABLE, RUN, ",")


def test_numbers_of_a_result():
    """A whole number in a column with gaps is that number; nobody is 0, not known is a dash."""
    words = found().words
    assert [words[name] for name in ("rows", "people", "top", "far", "km")] == ["3", "30", "1", "20", "4,5"]
    assert words["nobody"] == words["gone"] == words["asked"] == "–"
    assert found().missing == {"nobody": ["n"], "gone": ["visits"], "asked": []}


def test_a_sentence_without_any_number_is_left_out_and_what_it_lacked_is_named():
    said = say(["{people} av {rows}.", "Besök: {gone}.", "{far} och {gone}.", "Ändring: {asked}.", "Alltid."], found())
    assert said == ("30 av 3. 20 och –. Alltid.", ["visits"])


def test_an_output_is_known_by_its_columns():
    parts = [Part("SUMMARY", ["service", "share"], [], []), Part("OUTPUT", ["service"], [], [])]
    assert part_of(parts, ["service"], RUN).output == "OUTPUT"
    assert part_of(parts, ["share", "service"], RUN).output == "SUMMARY"
    assert part_of(parts, ["n"], RUN) is None


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    st.lists(st.one_of(st.none(), st.floats(0, 1e6)), max_size=8),
    st.sampled_from(["sum", "mean", "largest", "smallest"]),
)
def test_what_nobody_knows_is_never_a_number(values, do):
    table = pd.DataFrame({"n": pd.Series(values, dtype=object)})
    rules = [{"name": "a", "do": do, "field": "n"}]
    told = read_numbers(Part("OUTPUT", [], rules, []), table, RUN, ".")
    known = [value for value in values if value is not None]
    assert (told.words["a"] == "–") == (not known and not (do == "sum" and not values))
    if known:
        expected = {"sum": np.sum, "mean": np.mean, "largest": np.max, "smallest": np.min}[do](known)
        assert told.values["a"] == pytest.approx(expected)


def test_a_rule_keeps_what_it_is_and_names_what_is_not_there():
    bound, lacking = bind({"name": "a", "do": "mean", "field": "cost", "weight": "@POPULATION"}, ["n"], RUN)
    assert (bound["weight"], lacking) == ("n", ["cost"])


@pytest.mark.parametrize(
    ("n", "text"),
    [("1", "1 område är nytt."), ("2", "2 områden är nya."), ("0", "0 områden är nya."), ("–", "– områden är nya.")],
)
def test_words_follow_their_number(n, text):
    found = Found({"n": n}, {}, {})
    assert say(["{n} {n|område|områden} är {n|nytt|nya}."], found).text == text
    assert say(["{n} {n|område|områden} är nya."], Found({"n": "–"}, {}, {"n": ["x"]})).text == ""


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1.5", "1,5"),
        ("2.0", "2"),
        ("10,15,20", "10, 15, 20"),
        ("20000000", "20 000 000"),
        ("08:00", "08:00"),
        ("2024-05-14", "2024-05-14"),
    ],
)
def test_settings_are_written_as_people_write(written, read):
    assert setting(written, ",").replace("\N{NO-BREAK SPACE}", " ") == read
