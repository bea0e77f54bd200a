"""What the money of a grant gave: nothing is made up where nothing is told."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.deso import grant_followup as of
from narvard_plugin.core.deso.grant_import import COLUMNS, read_row, repeats
from narvard_plugin.core.figures import Unreadable
from tests.promises import promise
from tests.promises.strategies.populations import SEEDS, reordered
from tests.promises.strategies.refusals import tried

BETTER = {"i0": of.LOWER, "i1": of.HIGHER, "i2": None}
OUTCOME = st.one_of(st.none(), st.integers(0, 40).map(float))
AMOUNT = st.one_of(st.none(), st.just(0.0), st.integers(1, 9).map(lambda tens: 10.0 * tens))


@st.composite
def rows(draw):
    keys = draw(
        st.lists(
            st.tuples(st.integers(0, 3), st.integers(2020, 2023), st.integers(0, 1), st.integers(0, 2)),
            max_size=14,
            unique=True,
        )
    )
    return [of.Row(f"u{unit}", year, draw(AMOUNT), f"e{effort}", f"i{indicator}", draw(OUTCOME), BETTER[f"i{indicator}"])
            for unit, year, effort, indicator in keys]  # fmt: skip


@promise("the order of rows means nothing; a change is the last outcome less the one before the money; unknown stays unknown",
         of.follow_up, of.units_without_grant, of.direction_of, usual=10, long=800)  # fmt: skip
@given(rows(), SEEDS)
def test_lines(told, seed):
    lines = of.follow_up(told)
    assert of.follow_up([told[at] for at in reordered(seed, len(told))]) == lines
    assert [line[:3] for line in lines] == sorted({(row.unit, row.effort, row.indicator) for row in told})
    without = of.units_without_grant(told)
    assert without == {row.unit for row in told if all(one.amount == 0 for one in told if one.unit == row.unit)}
    for line in lines:
        own = sorted((row for row in told if row[0] == line.unit and row[3:5] == line[1:3]), key=lambda row: row.year)
        amounts = [row.amount for row in own if row.amount is not None]
        assert line.amount == (sum(amounts) if amounts else None) and line.untold == len(own) - len(amounts)
        assert (line.role == of.COMPARISON) == (line.unit in without)
        if line.change is None:
            assert line.direction is None and line.comparison is None and line.difference is None
            continue
        outcomes = {row.year: row.outcome for row in own if row.outcome is not None}
        assert line.last_year == max(outcomes) and line.after == outcomes[line.last_year]
        assert line.before == outcomes[line.first_year] and line.first_year < line.last_year
        assert line.change == line.after - line.before and line.direction == of.direction_of(line.change, line.better)
        paid = min((row.year for row in own if row.amount), default=None)
        assert line.status == of.NO_YEAR_BEFORE or paid is None or line.first_year < paid
        assert (line.comparison is None) == (line.comparison_units == 0)
        assert line.comparison is None or line.difference == line.change - line.comparison
        assert not line.amount_until or line.per_100000 == pytest.approx(line.change * 1e5 / line.amount_until)


@promise("a total counts each granted unit once, adds the kronor that are told, and means over those that are measured",
         of.totals, of.differing_amounts, long=400)  # fmt: skip
@given(rows())
def test_totals(told):
    lines = of.follow_up(told)
    found = of.totals(lines)
    granted = [line for line in lines if line.role == of.GRANTED]
    assert [(one.effort, one.indicator) for one in found] == sorted({line[1:3] for line in granted})
    for one in found:
        own = [line for line in granted if line[1:3] == (one.effort, one.indicator)]
        changes = [line.change for line in own if line.change is not None]
        assert (one.units, one.measured) == (len(own), len(changes)) and one.amount == sum(line.amount for line in own)
        assert one.mean_change == (pytest.approx(np.mean(changes)) if changes else None)
        if one.better:
            assert one.improved + one.worsened + one.unchanged == one.measured
        if one.weighted_change is not None:
            assert min(changes) - 1e-9 <= one.weighted_change <= max(changes) + 1e-9
    keys = {(row.unit, row.year, row.effort) for row in told}
    several = [key for key in keys if len({row.amount for row in told if (row.unit, row.year, row.effort) == key}) > 1]
    assert of.differing_amounts(told) == sorted(several)


@promise(
    "a change is for the better one way and for the worse the other, and nothing where nothing is told", of.direction_of
)
@given(st.one_of(st.none(), st.integers(-3, 3)), st.sampled_from([of.LOWER, of.HIGHER, None]))
def test_directions(change, better):
    found = of.direction_of(change, better)
    assert (found is None) == (change is None or better is None)
    if found:
        turned = {of.IMPROVED: of.WORSENED, of.WORSENED: of.IMPROVED, of.UNCHANGED: of.UNCHANGED}
        other = of.HIGHER if better == of.LOWER else of.LOWER
        assert of.direction_of(change, other) == turned[found] == of.direction_of(-change, better)
        assert found == of.UNCHANGED or (found == of.IMPROVED) == ((change < 0) == (better == of.LOWER))


@promise("indicators that are said to be better both ways are refused by name", of.follow_up)
@given(rows(), SEEDS)
def test_contradictory(told, seed):
    torn = [of.Row("u9", 2020, 1.0, "e9", "i9", 2.0, of.LOWER), of.Row("u9", 2021, 1.0, "e9", "i9", 2.0, of.HIGHER)]
    both = told + torn
    with pytest.raises(of.ContradictoryBetter) as caught:
        of.follow_up([both[at] for at in reordered(seed, len(both))])
    assert caught.value.indicators == ["i9"]


@promise(
    "what is written is read, what is not is told apart from 0, and what cannot be read is named", read_row, long=600
)
@given(
    st.fixed_dictionaries(
        {
            name: st.sampled_from(["", "x", "..", "2024", "-3", "1 234,5", "högre", "nan", "1e999", "u1"])
            for name in COLUMNS
        }
    )
)
def test_reading(texts):
    read, refusal = tried(Unreadable, read_row, texts)
    if refusal:
        assert refusal.problem in ("unit_id", "effort", "indicator", "year", "nothing", "negative", "better", "number")
        return
    key, figures = read
    assert key == (texts["unit_id"], int(texts["year"]), texts["effort"], texts["indicator"])
    for name in ("amount", "outcome"):
        value = getattr(figures, name)
        assert (value is None) == (texts[name] in ("", "x", ".."))
        assert value is None or (
            math.isfinite(value) and value == float(texts[name].replace(" ", "").replace(",", "."))
        )
    assert figures.amount is None or figures.amount >= 0


@promise("of rows that tell the same one stays, of rows that contradict each other none", repeats)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=9))
def test_repeats(drawn):
    found = repeats(drawn)
    for place, (key, figures) in enumerate(drawn):
        alike = {other for one, other in drawn if one == key}
        first = drawn.index((key, figures)) == place
        assert found.get(place) == ("contradicts" if len(alike) > 1 else None if first else "repeated")
