"""Service levels: a place has a level by what it has, and looks up to the nearest place that is above it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.deso import service_levels as of
from narvard_plugin.core.located import Text
from tests.promises import promise
from tests.promises.strategies.populations import SEEDS, equal, reordered

NAME = Text("ord", "word")
FUNCTIONS = ("f0", "f1", "f2", "f3")
SERVICES = st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from([None, "in", "out"])), max_size=3)
POINTS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=8).map(
    lambda xy: np.array(xy, float).reshape(-1, 2) * 1000
)


@st.composite
def rules(draw):
    some = st.lists(st.sampled_from(FUNCTIONS), max_size=3, unique=True).map(tuple)
    functions = {
        name: of.Function(name, NAME, *(tuple(draw(st.lists(st.sampled_from(words), max_size=2))) for words in (["t0", "t1"], "xyz", ["in", "out"])))
        for name in FUNCTIONS
    }  # fmt: skip
    levels = draw(st.lists(st.tuples(some.filter(bool), some), min_size=1, max_size=3))
    return of.Rules(functions, tuple(of.Level(f"l{at}", NAME, *lists) for at, lists in enumerate(levels)))


@promise(
    "a facility gives what its type or one of its services gives, in the care forms that are asked for",
    of.given,
    long=400,
)
@given(rules(), st.lists(st.tuples(st.sampled_from([None, "t0", "t1"]), SERVICES), max_size=4))
def test_given(rule, facilities):
    found = of.given(rule, [kind for kind, _ in facilities], [services for _, services in facilities])
    assert found.shape == (len(FUNCTIONS), len(facilities))
    for row, function in zip(found, rule.functions.values()):
        for has, (kind, services) in zip(row, facilities):
            wanted = [
                one
                for one, form in services
                if one in function.services and (not function.care_forms or form in function.care_forms)
            ]
            assert has == (kind in function.types or bool(wanted))


@promise("a place has the highest level whose requirements it meets, lacks what that expects, and what the next requires", of.standing,
         long=400)  # fmt: skip
@given(
    rules(), st.lists(st.tuples(st.lists(st.booleans(), min_size=4, max_size=4), st.integers(-1, 2)), max_size=6), SEEDS
)
def test_standing(rule, facilities, seed):
    gives = np.array([one for one, _ in facilities], bool).reshape(-1, 4).T
    place = np.array([at for _, at in facilities], int)
    found, order = of.standing(rule, gives, place, 3), reordered(seed, len(place))
    again = of.standing(rule, gives[:, order], place[order], 3)
    assert all(equal(one, other) for one, other in zip(again, found))
    for at in range(3):
        has = {name for name, row in zip(FUNCTIONS, gives) if row[place == at].any()}
        assert {name for name, row in zip(FUNCTIONS, found.had) if row[at]} == has
        met = [number for number, level in enumerate(rule.levels, 1) if set(level.required) <= has]
        own = min(met, default=0)
        assert found.level[at] == own
        lacks = set(rule.levels[own - 1].expected) - has if own else set()
        above = own - 1 if own else len(rule.levels)
        up = set(rule.levels[above - 1].required) - has if above else set()
        assert {name for name, row in zip(FUNCTIONS, found.lacking) if row[at]} == lacks
        assert {name for name, row in zip(FUNCTIONS, found.next_up) if row[at]} == up
    more = of.standing(rule, np.column_stack([gives, np.ones(4, bool)]), np.append(place, 0), 3)
    assert more.level[0] == 1 and equal(more.level[1:], found.level[1:])  # who has all has the highest


@promise("the nearest is the nearest, by id among equals; a facility belongs within the limit; a superior is of a higher level",
         of.nearest_of, of.belonging, of.superior, long=600)  # fmt: skip
@given(POINTS, POINTS, st.integers(0, 4000), SEEDS)
def test_nearest(xy, others, limit, seed):
    ids = [f"{(at * 5) % 9}" for at in range(len(others))]
    found, belongs = of.nearest_of(xy, others, ids), of.belonging(xy, others, ids, limit)
    level = np.random.default_rng(seed).integers(0, 4, len(others))
    above = of.superior(others, level, ids)
    for row, point in enumerate(xy):
        away = sorted((np.hypot(*(point - other)), ids[at], at) for at, other in enumerate(others))
        metres, _, number = away[0] if away else (np.inf, "", -1)
        assert (found.metres[row], found.number[row]) == (metres, number)
        assert belongs[row] == (number if metres <= limit else -1)
    for row, point in enumerate(others):
        own = level[row] or 9
        away = sorted(
            (np.hypot(*(point - other)), ids[at], at) for at, other in enumerate(others) if 0 < level[at] < own
        )
        metres, _, number = away[0] if away else (np.inf, "", -1)
        assert (above.metres[row], above.number[row]) == (metres, number)
