"""Numbers for texts, and two states of a table: what is told is in the rows, whatever their order."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core import answers, indicators
from narvard_plugin.core import differences as of
from tests.promises import promise
from tests.promises.strategies.populations import SEEDS, reordered

NUMBER = st.one_of(st.none(), st.just(float("nan")), st.integers(-5, 50).map(float))
KIND = st.sampled_from(["a", "b", None])
TABLE = st.lists(st.tuples(NUMBER, NUMBER, KIND), max_size=8).map(
    lambda rows: pd.DataFrame(rows, columns=["value", "weight", "kind"])
)
DOES = (answers.ROWS, answers.SUM, answers.MEAN, answers.SHARE, answers.LARGEST, answers.SMALLEST, answers.TEXT)


@promise("a number is that of the rows that meet the conditions; NaN, never 0, where nothing is known; rows stand in any order",
         answers.value_of, answers.numbers_of, usual=15, long=800)  # fmt: skip
@given(TABLE, st.sampled_from(DOES), st.booleans(), st.sampled_from([(), ({"field": "kind", "is": ["a"]},), ({"field": "kind", "own": True},),
       ({"field": "value", "above": 3},), ({"field": "value", "up_to": 3, "missing": False},)]), SEEDS)  # fmt: skip
def test_values(table, do, weighted, where, seed):
    rule = {"name": "n", "of": "t", "do": do, "field": "value", "where": where, "by": "weight"}
    rule |= {"part": ({"field": "value", "above": 10},)} if do == answers.SHARE else {}
    rule |= {"weight": "weight"} if weighted else {}
    found = answers.value_of(rule, table, "b")
    assert (
        found == pytest.approx(answers.value_of(rule, table.iloc[reordered(seed, len(table))], "b"), nan_ok=True)
        or do == answers.TEXT
    )
    assert repr(answers.numbers_of([rule], {"t": table}, "b")) == repr({"n": found})
    asked = [one["field"] for one in (*where, *rule.get("part", ())) if {"is", "above", "up_to"} & set(one)]
    if len(table) and any(table[field].isna().all() for field in asked):  # nobody knows who meets the condition
        assert found == "" if do == answers.TEXT else math.isnan(found)
        return
    value, weight = (table[name].to_numpy(float) for name in ("value", "weight"))
    rows = {"is": table["kind"] == "a", "own": table["kind"] == "b", "above": value > 3, "up_to": value <= 3}
    met = np.array(next((rows[word] for word in rows if where and word in where[0]), np.ones(len(table))), bool)
    weight = weight if weighted else np.ones(len(table))
    known = met & np.isfinite(value) & np.isfinite(weight)
    if do == answers.ROWS:
        assert found == met.sum()
    elif do == answers.SUM:
        assert found == (
            value[known].sum() if known.any() else 0 if not met.any() else pytest.approx(np.nan, nan_ok=True)
        )
    elif do in (answers.LARGEST, answers.SMALLEST):
        best = {answers.LARGEST: np.max, answers.SMALLEST: np.min}[do]
        assert found == pytest.approx(best(value[known]) if known.any() else np.nan, nan_ok=True)
    elif do == answers.MEAN and (weight[known] > 0).all():
        assert found == pytest.approx(
            np.average(value[known], weights=weight[known]) if known.any() else np.nan, nan_ok=True
        )
    elif do == answers.SHARE and not weighted:
        assert found == pytest.approx((value[met] > 10).mean() if met.any() else np.nan, nan_ok=True)
    elif do == answers.TEXT:
        by = table["weight"].to_numpy(float)[met]
        assert found == ("" if not np.isfinite(by).any() else str(table["value"][met].iloc[int(np.nanargmax(by))]))


@promise("where a table or a column is missing nothing is made up", answers.value_of, answers.numbers_of)
@given(TABLE, st.sampled_from(DOES), st.sampled_from(["field", "weight", "by"]))
def test_missing_columns(table, do, name):
    rule = {"name": "n", "of": "t", "do": do, "field": "value", "weight": "weight", "by": "weight", name: "absent"}
    for told in (answers.value_of(rule, table, ""), answers.numbers_of([rule], {}, "")["n"]):
        assert told == "" if do == answers.TEXT else math.isnan(told)


KEYS = st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["x", "é", None])), max_size=5, unique=True)
STATE = st.tuples(KEYS, st.lists(NUMBER, min_size=5, max_size=5))


def state(drawn):
    keys, values = drawn
    return pd.DataFrame([(*key, value) for key, value in zip(keys, values)], columns=["one", "two", "value"])


@promise("what came, went and changed makes one state of the other; there and back are each other's mirror; nothing differs from itself",
         of.differences, of.keys_of, of.is_same, of.plain, long=600)  # fmt: skip
@given(STATE, STATE, SEEDS)
def test_two_states(first, second, seed):
    before, after = state(first), state(second)
    key, fields = ["one", "two"], ["value"]
    found, back = of.differences(before, after, key, fields), of.differences(after, before, key, fields)
    assert not of.differences(before, before.iloc[reordered(seed, len(before))], key, fields)
    told = {one.key: one for one in found}
    assert len(told) == len(found)
    mirror = {of.ADDED: of.REMOVED, of.REMOVED: of.ADDED, of.CHANGED: of.CHANGED}
    assert {(one.key, mirror[one.what], one.after, one.before) for one in found} == {
        (one.key, one.what, one.before, one.after) for one in back
    }
    old, new = (dict(zip(of.keys_of(rows, key), of.plain(rows["value"]))) for rows in (before, after))
    for row, difference in told.items():
        if difference.what == of.ADDED:
            old[row] = new[row]
        elif difference.what == of.REMOVED:
            del old[row]
        else:
            assert (old[row], new[row]) == (difference.before, difference.after)
            known = difference.before is not None and difference.after is not None
            assert difference.amount == (difference.after - difference.before if known else None)
            old[row] = difference.after
    assert old == new


@promise("no value is only like no value, seven is 7.0, and sameness goes both ways", of.is_same, of.plain)
@given(
    st.one_of(st.none(), st.integers(-3, 3), st.floats(-3, 3), st.text(max_size=2)),
    st.one_of(st.none(), st.integers(-3, 3), st.text(max_size=2)),
)
def test_same(one, other):
    assert of.is_same(one, one) and of.is_same(one, other) == of.is_same(other, one)
    assert of.is_same(one, None) == (one is None)
    if isinstance(other, int):
        assert (
            of.is_same(other, float(other))
            and of.is_same(other, np.float32(other))
            and not of.is_same(other, str(other))
        )
    values = of.plain(pd.Series([one, other, np.float64(2)], dtype=object))
    assert values == [one, other, 2.0] and not any(isinstance(value, np.generic) for value in values)


FIGURE = st.builds(
    lambda code, value, weight, hidden, own: indicators.Figure(
        code, f"namn {code}", float("nan") if hidden else value, indicators.SUPPRESSED if hidden else indicators.OK, weight, own, "2024", "SCB"),
    st.sampled_from(["0114A", "0114B", "0180A", "2034A"]), st.integers(0, 90).map(float), st.sampled_from([0.0, 10.0, 50.0, float("nan")]),
    st.booleans(), st.booleans(),
)  # fmt: skip
FIGURES = st.lists(FIGURE, max_size=5, unique_by=lambda figure: figure.code)


@promise("a larger area has a figure only where all its parts have one: counts summed, shares weighed by people",
         indicators.summed_up, indicators.own_mean, indicators.in_order, usual=10, long=600)  # fmt: skip
@given(FIGURES, st.sampled_from([indicators.COUNT, indicators.SHARE, indicators.OTHER]), SEEDS)
def test_summed_up(figures, kind, seed):
    larger = {figure.code: figure.code[:4] for figure in figures}
    found = indicators.summed_up(figures, larger, {"0114": "Ett"}, "01", kind)
    assert [one.code for one in found] == (sorted(set(larger.values())) if kind != indicators.OTHER else [])
    for one in found:
        parts = [figure for figure in figures if figure.code[:4] == one.code]
        value, weight = (np.array([getattr(part, name) for part in parts]) for name in ("value", "weight"))
        whole = (
            value.sum()
            if kind == indicators.COUNT
            else np.average(value, weights=weight)
            if weight.sum() > 0
            else np.nan
        )
        assert one.value == pytest.approx(whole, nan_ok=True) and one.own == (one.code[:2] == "01")
        assert (one.status == indicators.COMPUTED) == np.isfinite(whole)
        assert one.name == ("Ett" if one.code == "0114" else one.code) and (one.date, one.source) == ("2024", "SCB")
    shuffled = [figures[at] for at in reordered(seed, len(figures))]
    again = indicators.summed_up(shuffled, larger, {"0114": "Ett"}, "01", kind)
    assert [one[:1] + one[3:4] for one in again] == [one[:1] + one[3:4] for one in found]
    ordered = indicators.in_order(shuffled)
    known = [one.value for one in ordered if np.isfinite(one.value)]
    assert known == sorted(known, reverse=True) and len(ordered) == len(figures)
    assert all(np.isnan(one.value) for one in ordered[len(known) :]) and repr(
        indicators.in_order(ordered[::-1])
    ) == repr(ordered)
    own = [one for one in figures if one.own]
    mean = indicators.own_mean(figures, kind)
    if kind == indicators.COUNT or not own or not sum(one.weight for one in own) > 0:
        assert np.isnan(mean)
    else:
        assert mean == pytest.approx(
            np.average([one.value for one in own], weights=[one.weight for one in own]), nan_ok=True
        )


@promise("the area's own target goes before its region's, the nearest year ahead before a later, and reaching it is meeting it",
         indicators.target_of, indicators.is_met)  # fmt: skip
@given(st.lists(st.builds(indicators.Target, st.sampled_from(["0114", "01", "20"]), st.integers(2024, 2030), st.integers(0, 9).map(float),
       st.sampled_from([indicators.LOWER, indicators.HIGHER])), max_size=5, unique_by=lambda one: one[:2]), st.integers(2022, 2032), NUMBER, SEEDS)  # fmt: skip
def test_targets(targets, year, value, seed):
    found = indicators.target_of(targets, "0114", "01", year)
    assert indicators.target_of([targets[at] for at in reordered(seed, len(targets))], "0114", "01", year) == found
    own = [one for one in targets if one.area == "0114"] or [one for one in targets if one.area == "01"]
    ahead = [one for one in own if one.year >= year]
    assert found == (
        min(ahead, key=lambda one: one.year) if ahead else max(own, key=lambda one: one.year, default=None)
    )
    value = float("nan") if value is None else value
    met = indicators.is_met(value, found)
    assert (met is None) == (found is None or math.isnan(value))
    if found:
        assert indicators.is_met(found.value, found)
        assert met is None or met == (
            value == found.value or (value < found.value) == (found.better == indicators.LOWER)
        )
