"""Where to place care: no choice of sites is better, and what cannot matter does not."""

import itertools

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from scipy.optimize import linprog

from narvard_plugin.core.network.limits import WITHIN
from narvard_plugin.core.network.matrix import Pairs
from narvard_plugin.core.siting.capacitated import least_minutes_with_room
from narvard_plugin.core.siting.centre import shortest_longest
from narvard_plugin.core.siting.choose import CAPACITATED, LSCP, MCLP, PCENTER, PMEDIAN, WITH_RADIUS, choose_sites
from narvard_plugin.core.siting.coverage import fewest_to_cover, most_covered
from narvard_plugin.core.siting.median import TooLarge, cost_table, least_minutes
from narvard_plugin.core.siting.problem import EXACT, Answer, Question, lacking, to_nearest
from narvard_plugin.core.siting.solver import Clock
from tests.promises import promise
from tests.promises.strategies.sites import site_cases
from tests.promises.unchanged import assert_same, unchanged

EVERY = (PMEDIAN, PCENTER, MCLP, LSCP, CAPACITATED)
HUGE = 10**6  # pairs that the exact programme may have


def asked(case, method, exact_up_to=HUGE) -> Answer:
    """The model of ``method`` itself."""
    question, clock = case.question, Clock(20)
    if method == MCLP:
        return unchanged(most_covered)(question, case.sites, case.radius, clock, exact_up_to)
    if method == LSCP:
        return unchanged(fewest_to_cover)(question, case.radius, clock, exact_up_to)
    model = {PMEDIAN: least_minutes, PCENTER: shortest_longest, CAPACITATED: least_minutes_with_room}[method]
    return unchanged(model)(question, case.sites, clock, exact_up_to)


@promise("no choice of sites is better than the proven one, and no heuristic claims more than it has", least_minutes, shortest_longest,
         most_covered, fewest_to_cover, least_minutes_with_room, usual=6, long=400)  # fmt: skip
@given(site_cases(origins=4), st.sampled_from(EVERY))
def test_best_of_all_choices(case, method):
    best = case.best(method)
    exact, quick = asked(case, method), asked(case, method, 0)
    assert exact.how == EXACT and exact.gap == 0 and (quick.how != EXACT or quick.gap == 0)
    if np.isfinite(best[-1]):
        assert exact.objective == pytest.approx(abs(best[-1]), abs=1e-6) or not exact.assignment.demand.any()
    worse = quick.objective - exact.objective
    same_served = quick.assignment.demand.sum() == pytest.approx(exact.assignment.demand.sum())
    if same_served and exact.assignment.demand.any():
        assert (-worse if method == MCLP else worse) >= -1e-6
    for answer in (exact, quick):
        assert answer.chosen[case.fixed].all() and not answer.chosen[case.closed].any()
        assert method == LSCP or answer.chosen.sum() == case.sites
        assert answer.chosen[answer.assignment.site].all()
        table = case.cost[answer.assignment.origin, answer.assignment.site]
        assert_allclose(answer.assignment.minutes, table)
        if method == CAPACITATED:
            load = np.bincount(answer.assignment.site, answer.assignment.demand, len(case.capacity))
            assert (load <= case.capacity * (1 + 1e-6)).all()


def best_split(case) -> tuple[float, float]:
    """(served, minus minutes) of the best of all choices of sites, each with people split as well as can be."""
    origin, site = np.nonzero(np.isfinite(case.cost) & (case.demand > 0)[:, None])
    minutes = case.cost[origin, site]
    people, room = (
        np.equal.outer(np.arange(len(limit)), at) for limit, at in ((case.demand, origin), (case.capacity, site))
    )
    best = (0.0, 0.0)
    if not len(origin):
        return best
    for chosen in itertools.combinations(case.question.allowed, case.sites):
        if not set(case.fixed) <= set(chosen):
            continue
        limits = np.append(case.demand, np.where(np.isin(np.arange(len(case.capacity)), chosen), case.capacity, 0))
        rows = np.vstack([people, room]).astype(float)
        served = -linprog(-np.ones(len(origin)), rows, limits).fun
        least = linprog(minutes, rows, limits, np.ones((1, len(origin))), [served]).fun
        best = max(best, (round(served, 6), -least))
    return best


@promise(
    "people split between sites never overfill one, are served no worse than whole, and no split is better",
    least_minutes_with_room,
    usual=4,
    long=150,
)
@given(site_cases(origins=4))
def test_people_split(case):
    whole, split = (
        least_minutes_with_room(case.question, case.sites, Clock(20), HUGE, fractional=f) for f in (False, True)
    )
    load = np.bincount(split.assignment.site, split.assignment.demand, len(case.capacity))
    assert (load <= case.capacity * (1 + 1e-6)).all() and not load[~split.chosen].any()
    given_out = np.bincount(split.assignment.origin, split.assignment.demand, len(case.demand))
    assert (given_out <= case.demand + 1e-6).all()
    served = [answer.assignment.demand.sum() for answer in (whole, split)]
    assert served[1] >= served[0] - 1e-6
    if served[1] == pytest.approx(served[0]):
        assert split.objective <= whole.objective + 1e-6
    assert split.how == EXACT and (served[1], -split.objective) == pytest.approx(best_split(case), rel=1e-5, abs=1e-5)


@promise("sites and people in another order, people counted twice over or in two halves, and nobody at all, change no answer",
         choose_sites, usual=5, long=200)  # fmt: skip
@given(st.data(), site_cases(), st.sampled_from((PMEDIAN, PCENTER, MCLP, LSCP)))
def test_what_cannot_matter(data, case, method):
    def value(question):
        answer = choose_sites(question, method, case.sites, case.radius, seconds=20)
        assert answer.optimal
        # A radius says nothing of those beyond it: among choices that cover as many, any one may be shown.
        limit = case.radius * WITHIN if method in WITH_RADIUS else np.inf
        return answer.objective, answer.assignment.demand[answer.assignment.minutes <= limit].sum()

    question, n = case.question, len(case.demand)
    origin, site, minutes = question.pairs
    found = value(question)
    order = np.array(data.draw(st.permutations(range(question.fixed_open.size))), int)
    rows = np.array(data.draw(st.permutations(range(n))), int)
    turned = Question(
        Pairs(rows[origin], order[site], minutes), case.demand[np.argsort(rows)],
        question.fixed_open[np.argsort(order)], question.fixed_closed[np.argsort(order)],
    )  # fmt: skip
    assert_same(value(turned), found)
    in_halves = question._replace(
        pairs=Pairs(np.concatenate([origin, origin + n]), np.tile(site, 2), np.tile(minutes, 2)),
        demand=np.tile(case.demand / 2, 2),
    )
    assert_same(value(in_halves), found)
    with_nobody = question._replace(
        pairs=Pairs(np.append(origin, n), np.append(site, 0), np.append(minutes, 0.5)),
        demand=np.append(case.demand, 0.0),
    )
    assert_same(value(with_nobody), found)
    times = 1 if method in (PCENTER, LSCP) else 2
    assert value(question._replace(demand=case.demand * 2))[0] == pytest.approx(found[0] * times, nan_ok=True)


@promise("one site more never makes it worse, and neither does a longer radius", choose_sites, usual=5, long=200)
@given(site_cases(), st.sampled_from((PMEDIAN, PCENTER, MCLP, LSCP)))
def test_more_sites(case, method):
    room = len(case.question.allowed) > case.sites
    radii = case.radius, case.radius * (1 if room else 2)
    one, two = (
        choose_sites(case.question, method, sites, radius, seconds=20)
        for sites, radius in zip((case.sites, case.sites + room), radii)
    )
    served = [answer.assignment.demand.sum() for answer in (one, two)]
    if method == MCLP:
        assert two.objective >= one.objective - 1e-9
    elif method == LSCP:
        nearest = case.cost[case.demand > 0][:, case.question.allowed].min(1)
        more = [(nearest <= radius * WITHIN).sum() for radius in radii]
        assert two.objective <= one.objective or more[1] > more[0]  # a longer radius may have more to cover
    else:
        assert served[1] >= served[0] - 1e-9
        if served[1] == pytest.approx(served[0]) and served[0]:
            assert two.objective <= one.objective + 1e-6


@promise("a number of sites that there is not, a model that there is not, and a site both open and closed are refused", choose_sites,
         usual=6)  # fmt: skip
@given(site_cases(), st.one_of(st.integers(-2, 0), st.integers(7, 99)), st.text(max_size=4))
def test_impossible_questions(case, sites, method):
    assume(method not in EVERY)
    before = case.question
    with pytest.raises(ValueError, match="sites of"):
        choose_sites(before, PMEDIAN, sites)
    with pytest.raises(ValueError, match="no model called"):
        choose_sites(before, method, case.sites)
    with pytest.raises(ValueError, match="no model called"):
        choose_sites(before._replace(capacity=None), CAPACITATED, case.sites)
    both = np.ones(len(case.capacity), bool)
    with pytest.raises(ValueError, match="both fixed open and fixed closed"):
        choose_sites(before._replace(fixed_open=both, fixed_closed=both), PMEDIAN, case.sites)


@promise("everybody with a route goes to the nearest chosen site, ties to the first, and nobody without one goes anywhere", to_nearest,
         lacking, cost_table, usual=8)  # fmt: skip
@given(st.data(), site_cases())
def test_to_nearest(data, case):
    chosen = np.array(data.draw(st.lists(st.booleans(), min_size=len(case.capacity), max_size=len(case.capacity))))
    order = np.array(data.draw(st.permutations(range(len(case.question.pairs.origin)))), int)
    pairs = Pairs(*(column[order] for column in case.question.pairs))
    found = unchanged(to_nearest)(pairs, case.demand, chosen)
    near = np.where(chosen, case.cost, np.inf)
    routed = np.flatnonzero(np.isfinite(near.min(1)))
    assert_array_equal(found.origin, routed)
    assert_array_equal(found.site, near.argmin(1)[routed])
    assert_array_equal(found.minutes, near.min(1)[routed])
    assert_array_equal(found.demand, case.demand[routed])
    allowed = np.where(case.question.fixed_closed, np.inf, case.cost)
    assert_array_equal(unchanged(lacking)(case.question), (case.demand > 0) & np.isinf(allowed.min(1)))
    usable, cost = unchanged(cost_table)(case.question)
    rows = np.flatnonzero((case.demand > 0) & np.isfinite(allowed.min(1)))
    assert_allclose(cost, allowed[rows] * case.demand[rows, None])
    assert not usable.fixed_closed[usable.pairs.facility].any() and (usable.demand[usable.pairs.origin] > 0).all()


def test_a_table_too_large_is_refused():
    many = np.arange(5000)
    nothing = np.zeros(5000, bool)
    with pytest.raises(TooLarge, match="5000 origins × 5000 sites"):
        cost_table(Question(Pairs(many, many, np.ones(5000)), np.ones(5000), nothing, nothing))
