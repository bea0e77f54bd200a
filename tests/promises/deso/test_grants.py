"""A grant is shared out to the krona, within its bounds, and by nobody's place in a list."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.deso import grant as of
from narvard_plugin.core.deso.grant_effect import effect, groups_of, moved
from tests.promises import promise
from tests.promises.strategies.populations import PEOPLE, SEEDS, columns, equal, reordered, strided
from tests.promises.strategies.refusals import tried

INDEX = st.one_of(st.sampled_from([0.0, 1.0, 1.0, 1.25]), st.floats(0, 4, width=32))


@st.composite
def rules(draw, methods=of.METHODS):
    method, share = draw(st.sampled_from(methods)), draw(st.sampled_from([0.0, 0.3, 0.7, 1.0]))
    return of.Rule(
        method, draw(st.integers(0, 10**8)), draw(st.sampled_from([0.0, 0.9, 1.0])), draw(st.sampled_from([0.5, 12.0, 333.3])),
        share, draw(st.sampled_from([0.0, 0.2])), share * 0.8, draw(st.sampled_from([0.0, 0.0, 3.0])),
        draw(st.sampled_from([np.inf, np.inf, 900.0])), draw(st.sampled_from([np.inf, np.inf, 0.1])),
    )  # fmt: skip


@st.composite
def units(draw):
    listed, index, points, acg, before = draw(
        columns(PEOPLE, INDEX, st.integers(0, 30), INDEX, st.integers(0, 10**6), least=1, most=8)
    )
    index = np.where(listed > 0, index, np.nan)
    before = np.where(before % 3 == 0, np.nan, before)
    return of.Units(
        np.array([f"{at * 7 % 8}" for at in range(len(listed))], object), listed, index, points, acg, before
    )


@promise(
    "a pot is paid out to the last krona, each within a krona of its exact share and its bounds, nobody listed gets nothing",
    of.allot, of.whole_kronor, usual=10, long=1200,
)  # fmt: skip
@given(rules(), units(), SEEDS)
def test_to_the_krona(rule, all_units, seed):
    found, refusal = tried(of.GrantError, of.allot, rule, all_units)
    if refusal:
        order = reordered(seed, len(all_units.ids))
        with pytest.raises(type(refusal)):
            of.allot(rule, of.Units(*(column[order] for column in all_units)))
        if isinstance(refusal, of.PotOutside):
            assert not refusal.smallest <= rule.pot <= refusal.largest
        return
    listed, kronor = all_units.listed, found.kronor
    assert kronor.dtype.kind == "i" and (kronor >= 0).all() and not kronor[listed == 0].any()
    assert (np.abs(kronor - found.exact) <= 1 + 1e-6).all()
    if rule.method not in of.OPEN:
        assert kronor.sum() == rule.pot and found.exact.sum() == pytest.approx(rule.pot, abs=1e-3, rel=1e-9)
    low, high = rule.floor * listed, np.where(listed > 0, rule.ceiling * np.maximum(listed, 1), 0)
    assert (found.exact >= low - 1e-4).all() and (found.exact <= high + 1e-4).all()
    before = np.nan_to_num(all_units.previous)
    held = (before > 0) & (listed > 0) & np.isfinite(rule.max_change)
    assert (np.abs(found.exact - before)[held] <= rule.max_change * before[held] + 1e-3).all()
    free = found.bound == ""
    assert found.exact[free] == pytest.approx(found.by_rule[free], abs=1e-5, rel=1e-9)
    if rule.method not in (of.STEP,):
        reading, acg = of.index_read(rule, all_units.index), np.nan_to_num(all_units.acg)
        terms = listed * (found.terms.flat + found.terms.per_index * reading + found.terms.per_acg * acg)
        assert found.by_rule == pytest.approx(terms, rel=1e-9, abs=1e-6)
    order = reordered(seed, len(listed))
    again = of.allot(rule, of.Units(*(strided(column)[order] for column in all_units)))
    assert equal(again.kronor, kronor[order]) and equal(again.bound.astype(str), found.bound[order].astype(str))


@promise("without bounds a greater need per listed never gives less per listed", of.allot)
@given(rules((of.PROPORTIONAL, of.EXCESS, of.TARIFF, of.NEUTRAL)), units())
def test_need_decides(rule, all_units):
    rule = rule._replace(floor=0.0, ceiling=np.inf, max_change=np.inf)
    try:
        found = of.allot(rule, all_units)
    except of.GrantError:
        return
    some = all_units.listed > 0
    per_listed = (found.exact / np.maximum(all_units.listed, 1))[some][np.argsort(all_units.index[some], kind="stable")]
    assert (np.diff(per_listed) >= -1e-9 * max(per_listed.max(), 1)).all()


@promise(
    "whole kronor keep their sum, differ by less than one, and larger remainders are rounded up first",
    of.whole_kronor,
    long=800,
)
@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=9), st.sampled_from([1, 3, 7, 100]))
def test_largest_remainders(parts, share):
    exact, total = np.array(parts) / share, sum(parts) // share
    exact[0] += total - exact.sum()
    if exact[0] < 0:
        return
    kronor = of.whole_kronor(exact, total)
    assert kronor.sum() == total and (np.abs(kronor - exact) < 1 + 1e-6).all()
    remainder = np.round(exact - np.floor(exact + 1e-6), 6)
    up = kronor > np.floor(exact + 1e-6)
    assert not up.any() or up.all() or remainder[up].min() >= remainder[~up].max()


@promise("an index on the threshold is not over it, and what is read of an index never falls as it rises", of.over_threshold,
         of.index_read, long=400)  # fmt: skip
@given(columns(INDEX, most=8), INDEX, st.sampled_from(of.METHODS))
def test_thresholds(index, threshold, method):
    (index,) = index
    over = of.over_threshold(np.append(index, np.nan), threshold)
    assert (over >= 0).all() and over[-1] == 0 and not over[:-1][index <= threshold].any()
    assert over[:-1] == pytest.approx(np.maximum(index - threshold, 0), abs=1e-9)
    assert of.over_threshold(np.array([threshold + 0.1 - 0.1]), threshold)[0] == 0
    read = of.index_read(of.Rule(method, threshold=threshold), np.sort(index))
    assert (np.diff(read) >= 0).all() and (method != of.STEP or set(read) <= {0.0, 1.0})


@promise("every unit is in one group, and the groups' listed, kronor and shares make the whole", groups_of, effect)
@given(columns(PEOPLE, st.integers(0, 10**6), st.integers(0, 3)))
def test_groups(drawn):
    listed, kronor, group = drawn[0], drawn[1].astype(np.int64), drawn[2]
    names = np.array([None if one == 0 else f"g{one:.0f}" for one in group] or [], object)
    found = list(groups_of(names))
    told = [name for name, _ in found]
    assert told == sorted(told, key=lambda name: (name is None, name or ""))
    assert (sum(rows.astype(int) for _, rows in found) == 1).all() if len(names) else not found
    effects = [effect(rows, listed, kronor) for _, rows in found]
    assert sum(one.kronor for one in effects) == kronor.sum() and sum(one.listed for one in effects) == listed.sum()
    assert sum(one.units for one in effects) == len(names) and sum(one.paid for one in effects) == (kronor > 0).sum()
    for name, whole in (("share_of_listed", listed), ("share_of_kronor", kronor)):
        shares = [getattr(one, name) for one in effects]
        assert sum(shares) == pytest.approx(1) if whole.sum() else set(shares) <= {None}
    for one in effects:
        if one.relative is not None:
            assert one.relative * one.share_of_listed == pytest.approx(one.share_of_kronor)
        else:
            assert not one.share_of_listed or one.share_of_kronor is None


@promise("gained less lost is the difference, and turning the rules round turns gains to losses", moved)
@given(columns(st.integers(0, 10**6), st.integers(0, 10**6)))
def test_moves(amounts):
    first, second = (column.astype(np.int64) for column in amounts)
    found, back = moved(first, second), moved(second, first)
    assert found.gained - found.lost == (second - first).sum() and found.gain + found.lose + found.keep == found.units
    assert back == found._replace(gain=found.lose, lose=found.gain, gained=found.lost, lost=found.gained)
