"""What a grant gave: before and after, what was not measured, and units without a grant over the same years."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.grant_followup import (
    COMPARISON,
    GRANTED,
    HIGHER,
    LOWER,
    MEASURED,
    NO_OUTCOME,
    NO_YEAR_BEFORE,
    ONE_YEAR_ONLY,
    ONLY_BEFORE,
    UNCLEAR,
    ContradictoryBetter,
    Row,
    differing_amounts,
    direction_of,
    follow_up,
    totals,
)


def rows(unit, amounts, outcomes, better=LOWER, effort="team", indicator="sick"):
    """One row a year from 2022."""
    years = range(2022, 2022 + len(amounts))
    return [Row(unit, *one, effort, indicator, out, better) for *one, out in zip(years, amounts, outcomes)]


def one(*found):
    (line,) = [line for line in follow_up(found) if line.role != COMPARISON]
    return line


def test_the_worked_case():
    """Units a and b had money from 2023, c never: a fell by 6, b rose by 1, and c fell by 2 over the same years."""
    found = follow_up(
        [*rows("a", [0, 100_000, 200_000], [30, 27, 24]), *rows("b", [0, 50_000, 50_000], [20, 22, 21]),
         *rows("c", [0, 0, 0], [18, 17, 16])]
    )  # fmt: skip
    a, b, c = found
    assert (a.first_year, a.last_year, a.before, a.after, a.change, a.direction) == (2022, 2024, 30, 24, -6, "better")
    assert (a.amount, a.per_100000, a.comparison, a.comparison_units, a.difference) == (300_000, -2, -2, 1, -4)
    assert (b.direction, b.difference, b.status) == ("worse", 3, MEASURED)
    assert (c.role, c.change, c.amount, c.per_100000, c.comparison) == (COMPARISON, -2, 0, None, None)
    (total,) = totals(found)
    assert (total.units, total.amount, total.measured) == (2, 400_000, 2)
    assert (total.improved, total.worsened, total.unchanged) == (1, 1, 0)
    assert total.mean_change == -2.5 and total.weighted_change == pytest.approx((-6 * 3 + 1) / 4)
    assert (total.compared, total.comparison_units, total.comparison_change) == (2, 1, -2)
    assert (total.mean_difference, total.difference_direction) == (-0.5, "better")


def test_what_is_not_measured_is_told_and_never_zero():
    never, once = one(*rows("a", [0, 9], [None, None])), one(*rows("a", [0, 9], [30, None]))
    assert (never.status, never.before, never.change, never.amount) == (NO_OUTCOME, None, None, 9)
    assert (once.status, once.before, once.after, once.change) == (ONE_YEAR_ONLY, 30, None, None)
    late = one(*rows("a", [0, 9], [None, 28]))
    assert (late.status, late.before, late.first_year, late.after, late.last_year) == (
        ONE_YEAR_ONLY,
        None,
        None,
        28,
        2023,
    )
    early = one(*rows("a", [0, 0, 9], [30, 31, None]))
    assert (early.status, early.first_year, early.before, early.after) == (ONLY_BEFORE, 2023, 31, None)
    assert (early.change, early.direction) == (None, None)
    (total,) = totals(follow_up(rows("a", [0, 9], [30, None])))
    assert (total.units, total.measured, total.mean_change, total.weighted_change) == (1, 0, None, None)
    assert (total.improved, total.mean_difference, total.comparison_change) == (0, None, None)


def test_before_is_the_last_year_before_the_money():
    line = one(*rows("a", [0, 0, 5, 5], [40, 30, 28, 27]))
    assert (line.first_year, line.before, line.change, line.status) == (2023, 30, -3, MEASURED)
    late = one(*rows("a", [0, 5, 5], [None, 28, 27]))
    assert (late.first_year, late.before, late.status) == (2023, 28, NO_YEAR_BEFORE)


def test_money_after_the_last_outcome_gave_nothing_of_it():
    line = one(*rows("a", [0, 100_000, 300_000], [30, 29, None]))
    assert (line.amount, line.amount_until, line.per_100000) == (400_000, 100_000, -1)


def test_an_amount_that_is_not_told_is_neither_a_grant_nor_none():
    unclear = one(*rows("a", [None, 0], [30, 29]))
    assert (unclear.role, unclear.amount, unclear.untold, unclear.change) == (UNCLEAR, 0, 1, -1)
    assert one(*rows("a", [None, None], [30, 29])).amount is None
    both = follow_up([*rows("a", [0, 7], [3, 2]), *rows("a", [0, 0], [3, 2], effort="other")])
    assert [line.role for line in both] == [UNCLEAR, GRANTED]
    assert [total.effort for total in totals(both)] == ["team"]


def test_nothing_is_divided_by_kronor_that_are_not_all_told():
    partly, later = one(*rows("a", [0, 5, None], [30, 29, 28])), one(*rows("b", [0, 5, None], [30, 29, None]))
    assert (partly.amount, partly.amount_until, partly.per_100000, partly.untold) == (5, None, None, 1)
    assert (later.amount_until, later.per_100000) == (5, -20_000)  # what is not told came after the last outcome
    (total,) = totals([partly, later])
    assert (total.amount, total.untold, total.mean_change, total.weighted_change) == (10, 2, -1.5, None)


def test_others_count_only_over_the_same_years():
    short = rows("c", [0, 0, 0], [9, 8, None])
    line = one(*rows("a", [0, 5, 5], [30, 29, 27]), *short)
    assert (line.comparison, line.comparison_units, line.difference) == (None, 0, None)
    line = one(*rows("a", [0, 5], [30, 29]), *short, *rows("d", [0, 0], [9, 6], effort="none"))
    assert (line.comparison, line.comparison_units, line.difference) == (-2, 2, 1)


def test_which_way_is_better():
    assert direction_of(-1, HIGHER) == "worse" and direction_of(0, LOWER) == "unchanged"
    unknown = follow_up(rows("a", [0, 5], [3, 2], better=None))
    assert unknown[0].direction is None and totals(unknown)[0].improved is None
    with pytest.raises(ContradictoryBetter) as error:
        follow_up([*rows("a", [1], [3]), *rows("b", [1], [3], better=HIGHER)])
    assert error.value.indicators == ["sick"]


def test_amounts_that_differ_between_indicators():
    both = [*rows("a", [0, 5], [3, 2]), *rows("a", [0, 6], [3, 2], indicator="visits")]
    assert differing_amounts(both) == [("a", 2023, "team")]


maybe = st.one_of(st.none(), st.integers(-50, 50))
county = st.dictionaries(
    st.tuples(st.sampled_from("abcd"), st.integers(2020, 2024), st.sampled_from("xy"), st.sampled_from("mn")),
    st.tuples(st.one_of(st.none(), st.integers(0, 3)), maybe),
    min_size=1,
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(county, st.randoms(use_true_random=False))
def test_nothing_vanishes_and_the_order_means_nothing(table, random):
    found = [Row(u, y, amount, e, m, outcome, LOWER) for (u, y, e, m), (amount, outcome) in table.items()]
    lines = follow_up(found)
    assert {(line.unit, line.effort, line.indicator) for line in lines} == {(u, e, m) for u, _, e, m in table}
    assert sum(line.amount or 0 for line in lines) == sum(amount or 0 for amount, _ in table.values())
    for line in lines:
        assert (line.change is None) == (line.status not in (MEASURED, NO_YEAR_BEFORE))
    for total in totals(lines):
        assert total.improved + total.worsened + total.unchanged == total.measured <= total.units
    assert follow_up(random.sample(found, len(found))) == lines
