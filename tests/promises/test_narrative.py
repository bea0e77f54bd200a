"""A text about a result: what the account says is read back, and a number that is not there is never told."""

import json
import math
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core import narrative as of
from narvard_plugin.core.drawing.numbers import NOTHING, number, percent
from tests.promises import promise

WORD = st.text("abcå ", min_size=1, max_size=6)
NAMES = st.lists(
    st.sampled_from(["people", "x_people", "x_straight_people", "index_2023", "index_2024", "field"]),
    max_size=5,
    unique=True,
)
NUMBER = st.one_of(st.just(float("nan")), st.integers(-9000, 9000).map(lambda one: one / 4))


def run(prefix="", **parameters):
    return of.Run("tool", "1", "", {**({"PREFIX": prefix} if prefix else {}), **parameters}, ())


@promise("an account that is written is read back whole: tool, version, time, parameters and notes; any other text is no account",
         of.read_account, long=600)  # fmt: skip
@given(
    st.dictionaries(st.sampled_from(["INPUT", "PREFIX", "YEAR_2"]), WORD, max_size=3),
    st.lists(WORD, max_size=3),
    st.datetimes(),
    st.lists(st.text(max_size=9), max_size=3),
)
def test_accounts(parameters, notes, time, text):
    stamp = f"{time:%Y-%m-%dT%H:%M:%S}" if time.year > 999 else "2024-01-01T00:00:00"
    first = f"Något (narvard:sometool), Närvård 0.7.1, {stamp}"
    found = of.read_account([first, *(f"{name}: {value}" for name, value in parameters.items()), *notes])
    assert found == ("sometool", "0.7.1", stamp, parameters, notes) and found.prefix == parameters.get("PREFIX", "")
    read = of.read_account(text)
    assert (read is None) == (not text or not re.search(r"\(narvard:[a-z]+\)", text[0]))


@promise("an input is named without the folders that it lay in, with its layer and its file's date", of.input_of)
@given(
    st.sampled_from(["/home/någon/", "C:\\Users\\någon\\", ""]),
    st.sampled_from(["a.gpkg", "vägar 2.shp"]),
    st.sampled_from(["", "lager"]),
    st.booleans(),
)
def test_inputs(folder, file, layer, dated):
    text = (
        folder
        + file
        + (f"|layername={layer}" if layer else "")
        + (", ändrad 2024-12-31T10:00:00+01:00; filter: a = 1" if dated else "; filter: a = 1")
    )
    assert of.input_of(text) == (f"{file} ({layer})" if layer else file, "2024-12-31" if dated else "")


@promise("a rule's column is one of the result's or none; the run's own prefix goes before, and of a pattern's the last is taken", of.resolve,
         long=400)  # fmt: skip
@given(
    NAMES, st.sampled_from(["", "x_"]), st.sampled_from(["people", "index_*", "@FIELD", "absent", ["absent", "people"]])
)
def test_columns(columns, prefix, named):
    found = of.resolve(named, columns, run(prefix, FIELD="field"))
    assert found == of.resolve(named, columns[::-1], run(prefix, FIELD="field")) and found.column in (None, *columns)
    if named == "index_*":
        years = sorted(name for name in columns if name.startswith("index_"))
        assert found == ((years[-1], years[-1][6:]) if years else (None, ""))
    elif named == "@FIELD":
        assert found.column == ("field" if "field" in columns else None)
    else:
        wanted = [
            name
            for name in (f"{prefix}people", f"{prefix}straight_people", "people")
            if name in columns and named != "absent"
        ]
        assert found.column == (wanted[0] if wanted else None)


@promise(
    "a rule is bound to columns that are there, or says which are not, and is left as it was",
    of.bind,
    of.part_of,
    long=300,
)
@given(NAMES, st.sampled_from(["people", "absent"]), st.sampled_from(["people", "absent", None]))
def test_binding(columns, field, weight):
    rule = {"name": "n", "do": "mean", "field": field, "weight": weight, "where": [{"field": "index_*", "above": 1}]}
    before = json.dumps(rule)
    bound, lacking = of.bind(rule, columns, run())
    there = {
        name: of.resolve(name, columns, run()).column for name in (field, "index_*", *([weight] if weight else []))
    }
    assert json.dumps(rule) == before and set(lacking) == {name for name, column in there.items() if column is None}
    assert bound["field"] == (there[field] or "") and bound["where"] == [{"field": there["index_*"] or "", "above": 1}]
    parts = [of.Part("A", ["people", "field"], [], []), of.Part("B", ["index_*"], [], [])]
    fits = [part for part in parts if all(of.resolve(name, columns, run()).column for name in part.has)]
    assert of.part_of(parts, columns, run()) == (fits[0] if fits else None)


@promise("a number is written as its rule says, and is a dash where there is none", of.written, of.nothing, long=400)
@given(NUMBER, st.integers(0, 2), st.booleans(), st.sampled_from(["mean", "text", of.COLUMN]))
def test_written(value, decimals, share, do):
    rule = {"do": do, "decimals": decimals, "percent": share, "divide": 4, "sign": True}
    told = percent(value / 4, decimals, ",") if share else number(value / 4, decimals, ",", sign=True)
    assert of.written(rule, value, ",") == told and of.written(rule, of.nothing(rule), ",") == NOTHING
    assert of.written(rule, "ord", ",") == "ord" and of.written(rule, "", ",") == NOTHING
    assert of.nothing(rule) == "" if do != "mean" else math.isnan(of.nothing(rule))


@promise("every number of a part is told or missing, never both; a sentence stands where one of its numbers is there, and only there",
         of.read_numbers, of.say, long=400)  # fmt: skip
@given(
    st.lists(st.tuples(NUMBER, st.just(float("nan"))), max_size=4),
    st.lists(
        st.sampled_from(["{known} och {unknown}", "{unknown}", "{absent} {known}", "{free}", "alltid"]), max_size=4
    ),
)
def test_sentences(rows, sentences):
    table = pd.DataFrame(rows, columns=["value", "nothing"], dtype=float)
    fields = {"known": "value", "unknown": "nothing", "absent": "saknas", "free": "saknas"}
    rules = [{"name": name, "do": "mean", "field": field, "optional": name == "free"} for name, field in fields.items()]
    found = of.read_numbers(of.Part("A", [], rules, []), table, run(), ",")
    known = table["value"].notna().any()
    assert set(found.words) == set(found.values) == set(fields)
    assert set(found.missing) == {"unknown", "absent", "free", *([] if known else ["known"])}
    assert {name for name, words in found.words.items() if words == NOTHING} == set(found.missing)
    assert found.values["known"] == pytest.approx(table["value"].mean(), nan_ok=True) and found.missing["free"] == []
    said = of.say(sentences, found)
    told = [one for one in sentences if one == "alltid" or (known and "{known}" in one)]
    assert said.text == " ".join(one.format(**found.words) for one in told)
    lacks = {"unknown": "nothing", "absent": "saknas", "known": "value"}
    assert set(said.missing) == {
        lacks[name]
        for one in sentences
        for name in re.findall(r"\{(\w+)\}", one)
        if name in lacks and (name != "known" or not known)
    }
