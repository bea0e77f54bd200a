"""What the models of siting are built of: covers, swaps, bounds, and what a bound lets one leave out."""

import itertools

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from narvard_plugin.core.siting.coverage import best_cover, can_cover, cover_of, greedy_cover, weight_covered
from narvard_plugin.core.siting.interchange import greedy_median, interchange
from narvard_plugin.core.siting.lagrange import bound_median, needed, pick
from narvard_plugin.core.siting.median import cost_table, heuristic_sites
from narvard_plugin.core.siting.problem import EXACT
from narvard_plugin.core.siting.solver import Clock
from tests.promises import promise
from tests.promises.strategies.sites import site_cases
from tests.promises.unchanged import unchanged


def choices(case, sites=None):
    """Every choice of ``sites`` sites (m bool) that keeps the fixed and the closed ones."""
    free = [site for site in case.question.allowed if site not in case.fixed]
    for more in itertools.combinations(free, (case.sites if sites is None else sites) - len(case.fixed)):
        chosen = np.zeros(len(case.capacity), bool)
        chosen[[*case.fixed, *more]] = True
        yield chosen


def covered(case, chosen):
    return case.demand[(np.where(chosen, case.cost, np.inf) <= case.radius).any(1)].sum()


@promise("a cover weighs what its people weigh, whoever is put into one group, and a site more never covers fewer", cover_of,
         weight_covered, usual=6)  # fmt: skip
@given(site_cases())
def test_covers(case):
    cover = unchanged(cover_of)(case.question, case.radius)
    for chosen in choices(case):
        weight = unchanged(weight_covered)(cover, chosen)
        assert weight == covered(case, chosen)
        for site in case.question.allowed:
            more = chosen.copy()
            more[site] = True
            gain = weight_covered(cover, more) - weight
            assert gain >= 0
            alone = np.zeros(len(chosen), bool)
            alone[site] = True
            assert gain <= weight_covered(cover, alone)  # what two cover both counts once
    assert weight_covered(cover, np.zeros(len(case.capacity), bool)) == 0


@promise("the best cover is no less than any, a greedy one no swap betters, and a weight can be covered just where the best one does",
         best_cover, greedy_cover, can_cover, usual=5, long=200)  # fmt: skip
@given(site_cases())
def test_best_cover(case):
    cover = cover_of(case.question, case.radius)
    most = max(covered(case, chosen) for chosen in choices(case))
    chosen, weight, bound, how = unchanged(best_cover)(cover, case.sites, Clock(20), 10**6)
    assert how == EXACT and weight == bound == pytest.approx(most) == weight_covered(cover, chosen)
    quick, least, above, _ = best_cover(cover, case.sites, Clock(20), 0)
    assert least == weight_covered(cover, quick) <= most + 1e-9 and above >= most - 1e-9
    greedy = unchanged(greedy_cover)(cover, case.sites)
    assert greedy.sum() == case.sites and greedy[case.fixed].all() and not greedy[case.closed].any()
    for other in choices(case):
        if (other & ~greedy).sum() == 1:
            assert weight_covered(cover, other) <= weight_covered(cover, greedy) + 1e-9
    for goal in (0.0, most, most + 0.5):
        found, sure = can_cover(cover, case.sites, goal, 20)
        assert sure and (found is not None) == (goal <= most)
        assert found is None or (weight_covered(cover, found) >= goal - 1e-6 and found.sum() == case.sites)


def total(cost, chosen):
    return cost[:, chosen].min(1).sum()


@promise("a swap is made only where it helps, until none does; the fixed stay, the closed stay out, and the number is kept",
         greedy_median, interchange, heuristic_sites, usual=6)  # fmt: skip
@given(site_cases(with_holes=False), st.data())
def test_interchange(case, data):
    cost = case.cost * np.maximum(case.demand, 0.5)[:, None]
    fixed, allowed = case.question.fixed_open, ~case.question.fixed_closed
    start = data.draw(st.sampled_from(list(choices(case))))
    greedy = unchanged(greedy_median)(cost, case.sites, fixed, allowed)
    for first in (start, greedy):
        chosen, value = unchanged(interchange)(cost, first, fixed, allowed)
        assert value == pytest.approx(total(cost, chosen)) and value <= total(cost, first) + 1e-9
        assert chosen.sum() == case.sites and chosen[fixed].all() and not chosen[~allowed].any()
        for other in choices(case):
            if (other & ~chosen).sum() == 1:
                assert total(cost, other) >= value * (1 - 1e-8)
    chosen, value = unchanged(heuristic_sites)(cost, case.sites, fixed, allowed)
    assert value == pytest.approx(total(cost, chosen)) and value <= total(cost, greedy) + 1e-9


@promise("no choice costs less than the bound, and none that could be the best uses what the bound leaves out", bound_median, needed, pick,
         usual=6)  # fmt: skip
@given(site_cases())
def test_bounds(case):
    usable, cost = cost_table(case.question)
    fixed, allowed = case.question.fixed_open, ~case.question.fixed_closed
    assume(len(cost))
    start = heuristic_sites(cost, case.sites, fixed, allowed)[0]
    assume(np.isfinite(total(cost, start)))
    demand = case.demand[np.unique(usable.pairs.origin)]
    bounded = unchanged(bound_median)(cost, demand, case.sites, fixed, allowed, (start, total(cost, start)), Clock(20))
    values = [(total(cost, chosen), chosen) for chosen in choices(case)]
    least = min(value for value, _ in values)
    assert bounded.lower <= least + 1e-6 and least - 1e-6 <= bounded.upper == pytest.approx(total(cost, bounded.chosen))
    may, must, pairs = unchanged(needed)(cost, bounded, case.sites, fixed, allowed, bounded.upper)
    for value, chosen in values:
        if value <= bounded.upper:
            assert may[chosen].all() and chosen[must].all()
            for row, costs in enumerate(cost):
                site = np.flatnonzero(chosen)[costs[chosen].argmin()]
                assert pairs[row, site]


@promise("the fixed are picked first, then the cheapest of those allowed", pick, usual=6)
@given(site_cases(), st.data())
def test_pick(case, data):
    reduced = np.array([data.draw(st.integers(-5, 0)) for _ in case.capacity], float)
    fixed, allowed = case.question.fixed_open, ~case.question.fixed_closed
    picked = unchanged(pick)(reduced, case.sites, fixed, allowed)
    chosen = np.zeros(len(reduced), bool)
    chosen[picked] = True
    assert chosen.sum() == case.sites and chosen[fixed].all() and not chosen[~allowed].any()
    assert reduced[chosen].sum() == min(reduced[other].sum() for other in choices(case))
    assert_array_equal(np.sort(picked), np.flatnonzero(chosen))
