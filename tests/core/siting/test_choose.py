"""Where to place facilities: the reference cases, every choice tried in small cases, and laws that hold in all."""

import itertools
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.network.matrix import Pairs
from narvard_plugin.core.siting.choose import choose_sites
from narvard_plugin.core.siting.problem import EXACT, Question, lacking
from tests.shared import campaign, shared_file

METHODS = ("pmedian", "pcenter", "mclp", "lscp", "capacitated")


def question(cost, demand, fixed=(), closed=(), capacity=None):
    cost = np.array(cost, float)
    origin, site = np.nonzero(np.isfinite(cost))
    sites = cost.shape[1]
    is_in = lambda chosen: np.isin(np.arange(sites), list(chosen))  # noqa: E731
    capacity = None if capacity is None else np.array(capacity, float)
    pairs = Pairs(origin, site, cost[origin, site])
    return Question(pairs, np.array(demand, float), is_in(fixed), is_in(closed), capacity)


@pytest.mark.parametrize("exact", [True, False], ids=["exact", "heuristic"])
@pytest.mark.parametrize("name", ["location_small_8x5", "location_edge_unreachable_5x3"])
def test_objectives_of_the_reference_cases(name, exact):
    case = json.loads(shared_file(f"vectors/{name}.json").read_text("utf8"))
    given, want, p = case["inputs"], case["outputs"], case["params"]["p"]
    ask = question(given["cost"], given["population"])
    size = {} if exact else {"exact_up_to": 0}
    radius = case["params"]

    def value(method, ask=ask, **more):
        answer = choose_sites(ask, method, p, **size, **more)
        assert answer.optimal or not exact
        return pytest.approx(answer.objective, rel=1e-6)

    assert want["pmedian"]["objective"] == value("pmedian")
    assert want["pcenter"]["objective"] == value("pcenter")
    assert want["mclp"]["covered_weight"] == value("mclp", radius=radius["mclp_radius"])
    if "n_facilities" in want["lscp"]:
        assert want["lscp"]["n_facilities"] == value("lscp", radius=radius["lscp_radius"])
    if given["predefined"]:
        must = question(given["cost"], given["population"], np.flatnonzero(given["predefined"]))
        assert want["pmedian_predefined"]["objective"] == value("pmedian", must)
        assert want["mclp_predefined"]["covered_weight"] == value("mclp", must, radius=radius["mclp_radius"])
        room = question(given["cost"], given["population"], capacity=given["capacities"])
        assert want["pmedian_capacitated"]["objective"] == value("capacitated", room)


def test_people_may_be_split_where_that_is_allowed():
    case = json.loads(shared_file("vectors/location_small_8x5.json").read_text("utf8"))["inputs"]
    ask = question(case["cost"], case["population"], capacity=case["capacities"])
    split = choose_sites(ask, "capacitated", 2, fractional=True)
    assert split.objective == pytest.approx(198343.98, rel=1e-6) and split.optimal  # methods section 3.7
    assert len(split.assignment.origin) == 9 and split.assignment.demand.sum() == sum(case["population"])


def test_the_nearest_site_is_filled_before_the_next():
    ask = question([[2, 8]], [7], capacity=[5, 9])  # presolved, HiGHS 1.2 split nobody: 7 · 8, and proven
    split = choose_sites(ask, "capacitated", 2, fractional=True)
    assert split.optimal and split.objective == pytest.approx(5 * 2 + 2 * 8)


def test_what_nobody_can_cover_is_left_out_and_the_rest_is_solved():
    case = json.loads(shared_file("vectors/location_edge_unreachable_5x3.json").read_text("utf8"))
    given, radius = case["inputs"], case["params"]["lscp_radius"]
    answer = choose_sites(question(given["cost"], given["population"]), "lscp", radius=radius)
    within = answer.assignment.minutes <= radius
    assert answer.objective == 3 and answer.optimal  # 1 alone is 5 min, 9 min and 20 min from the three others
    assert answer.assignment.origin[~within].tolist() == [4]


def test_islands_are_served_as_far_as_the_sites_last():
    cost = [[1, np.inf, np.inf], [np.inf, 2, 9], [np.inf, 3, 1], [np.inf, np.inf, np.inf]]
    ask = question(cost, [10, 5, 7, 4])
    one, two = (choose_sites(ask, "pmedian", p) for p in (1, 2))
    assert lacking(ask).tolist() == [False, False, False, True]
    assert (one.chosen.tolist(), one.objective) == ([False, True, False], 31.0) and one.optimal  # 12 people before 10
    assert (two.chosen.tolist(), two.objective) == ([True, True, False], 41.0) and two.optimal


def cases(with_holes):
    number = st.integers(1, 30)
    hole = st.sampled_from([np.inf] + [1.0] * 3) if with_holes else st.just(1.0)

    @st.composite
    def draw_case(draw):
        origins, sites = draw(st.integers(1, 7)), draw(st.integers(2, 6))
        cell = st.tuples(number, hole).map(lambda pair: pair[0] * pair[1])
        cost = draw(st.lists(st.lists(cell, min_size=sites, max_size=sites), min_size=origins, max_size=origins))
        demand = draw(st.lists(st.integers(0, 9), min_size=origins, max_size=origins))
        capacity = draw(st.lists(st.integers(5, 40), min_size=sites, max_size=sites))
        order = draw(st.permutations(range(sites)))
        fixed = order[: draw(st.integers(0, 1))]
        closed = order[len(order) - draw(st.integers(0, 1)) :]
        p = draw(st.integers(max(1, len(fixed)), sites - len(closed)))
        return cost, demand, capacity, fixed, closed, p, draw(number)

    return draw_case()


def worth(method, cost, demand, capacity, chosen, radius, reached):
    """What a choice of sites is worth, the greater the better; by its definition alone."""
    cost, steering = np.array(cost, float), np.flatnonzero(demand)
    demand = np.array(demand, float)
    near = cost[:, chosen].min(1) if chosen else np.full(len(demand), np.inf)
    served = [i for i in steering if np.isfinite(near[i])]
    if method == "pmedian":
        return demand[served].sum(), -(demand[served] @ near[served])
    if method == "pcenter":
        return demand[served].sum(), -max(near[served], default=0)
    if method == "mclp":
        return (demand[near <= radius].sum(),)
    if method == "lscp":
        coverable = [i for i in steering if reached[i]]
        return (-len(chosen),) if all(near[i] <= radius for i in coverable) else (-np.inf,)
    best = (-1, 0)
    for places in itertools.product([*chosen, None], repeat=len(steering)):
        load = {site: sum(demand[i] for i, at in zip(steering, places) if at == site) for site in chosen}
        if any(load[site] > capacity[site] for site in chosen):
            continue
        placed = [(i, at) for i, at in zip(steering, places) if at is not None]
        if all(np.isfinite(cost[i, at]) for i, at in placed):
            best = max(best, (sum(demand[i] for i, _ in placed), -sum(demand[i] * cost[i, at] for i, at in placed)))
    return best


def reached_by(cost, sites, radius):
    return (np.array(cost, float)[:, sites] <= radius).any(1)


def every_choice(method, cost, demand, capacity, fixed, closed, p, radius):
    sites = range(len(cost[0]))
    allowed = [site for site in sites if site not in closed]
    reached = reached_by(cost, allowed, radius)
    sizes = range(len(allowed) + 1) if method == "lscp" else [p]
    choices = [c for size in sizes for c in itertools.combinations(allowed, size) if set(fixed) <= set(c)]
    return max(worth(method, cost, demand, capacity, list(choice), radius, reached) for choice in choices)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("with_holes", [False, True], ids=["all reached", "holes"])
def test_exact_is_best_of_all_choices_and_no_heuristic_is_better(method, with_holes):
    @settings(max_examples=campaign(25 if method != "capacitated" else 12, 500), derandomize=True, deadline=None)
    @given(cases(with_holes))
    def holds(case):
        cost, demand, capacity, fixed, closed, p, radius = case
        if method == "capacitated":
            cost, demand = cost[:4], demand[:4]
        ask = question(cost, demand, fixed, closed, capacity)
        best = every_choice(method, cost, demand, capacity, fixed, closed, p, radius)
        for size in (10**6, 0):
            answer = choose_sites(ask, method, p, radius, exact_up_to=size)
            chosen = np.flatnonzero(answer.chosen).tolist()
            assert set(fixed) <= set(chosen) and not set(closed) & set(chosen)
            assert method == "lscp" or len(chosen) == p
            reached = reached_by(cost, ask.allowed, radius)
            got = worth(method, cost, demand, capacity, chosen, radius, reached)
            if method == "capacitated":
                assert_within_room(ask, answer)
                got = (answer.assignment.demand.sum(), -answer.objective)
            assert got <= best or got == pytest.approx(best)
            if size:
                assert answer.how == EXACT and answer.gap == 0 and got == pytest.approx(best)
            if answer.optimal:
                assert got == pytest.approx(best)
            else:
                assert_bounded(method, answer, best)
            assert answer.objective == pytest.approx(abs(got[-1])) or not answer.assignment.demand.any()

    holds()


def assert_within_room(ask, answer):
    load = np.bincount(answer.assignment.site, answer.assignment.demand, len(ask.capacity))
    assert (load <= ask.capacity + 1e-6).all() and not load[~answer.chosen].any()


def assert_bounded(method, answer, best):
    if np.isnan(answer.bound):
        return
    assert answer.gap >= 0 or answer.objective == 0
    assert answer.bound >= best[0] - 1e-6 if method == "mclp" else answer.bound <= -best[-1] + 1e-6


@pytest.mark.parametrize("seed", range(3))
def test_the_bound_proves_or_limits_what_interchange_finds(seed):
    rng = np.random.default_rng(seed)
    people, sites = rng.uniform(0, 100, (200, 2)), rng.uniform(0, 100, (30, 2))
    cost = np.hypot(*(people[:, None] - sites[None]).transpose(2, 0, 1))
    ask = question(cost, rng.integers(1, 50, 200))
    exact, quick = (choose_sites(ask, "pmedian", 6, exact_up_to=size) for size in (10**6, 0))
    assert exact.optimal and quick.objective >= exact.objective * (1 - 1e-9)
    assert quick.optimal or (quick.bound <= exact.objective * (1 + 1e-9) and quick.gap < 0.05)


def test_more_sites_never_cost_more_and_a_fixed_one_never_less():
    rng = np.random.default_rng(7)
    cost, demand = rng.uniform(1, 60, (40, 9)), rng.integers(1, 30, 40)
    totals = [choose_sites(question(cost, demand), "pmedian", p).objective for p in range(1, 10)]
    assert totals == sorted(totals, reverse=True)
    held = [choose_sites(question(cost, demand, [site]), "pmedian", 3).objective for site in range(9)]
    assert min(held) == pytest.approx(totals[2]) and max(held) > totals[2]


def test_a_radius_is_inclusive_even_after_rounding():
    ask = question([[0.1 + 0.2, 1]], [5])
    assert choose_sites(ask, "mclp", 1, radius=0.3).objective == 5


def test_time_out_leaves_an_answer_that_says_so():
    rng = np.random.default_rng(1)
    cost, demand = rng.uniform(1, 60, (120, 25)), rng.integers(1, 30, 120)
    ask = question(cost, demand, capacity=np.full(25, demand.sum() / 5.2))
    answer = choose_sites(ask, "capacitated", 6, seconds=0.3)
    assert answer.how in ("stopped", "heuristic") and not answer.optimal
    assert answer.chosen.sum() == 6 and answer.gap != 0


def test_nobody_to_serve_is_no_error():
    for method in METHODS:
        answer = choose_sites(question([[1, 2], [3, 4]], [0, 0], capacity=[1, 1]), method, 1, 10)
        assert answer.chosen.sum() == (0 if method == "lscp" else 1)


@pytest.mark.parametrize(("p", "fixed", "closed"), [(0, (), ()), (3, (), ()), (1, (0, 1), ()), (2, (), (0,))])
def test_impossible_numbers_of_sites_are_refused(p, fixed, closed):
    with pytest.raises(ValueError, match="sites of"):
        choose_sites(question([[1, 2]], [1], fixed, closed), "pmedian", p)
