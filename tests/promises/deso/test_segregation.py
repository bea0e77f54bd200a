"""Segregation: none where all areas are alike, 1 where groups never meet, and the same whoever is counted first."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.deso.borders import Borders
from narvard_plugin.core.deso.segregation import delta, morrill, one_group, several_groups, wong
from tests.promises import promise
from tests.promises.strategies.populations import PEOPLE, SEEDS, columns, reordered, strided

GROUPS = columns(PEOPLE, PEOPLE, least=1)  # the group and the others


def same(one, other):
    return one == pytest.approx(other, rel=1e-7, abs=1e-7, nan_ok=True)


@promise("every measure lies within 0 and 1, is NaN where a group is missing, and is the sum over all pairs of areas",
         one_group, long=600)  # fmt: skip
@given(GROUPS)
def test_one_group_by_its_formulas(areas):
    group, rest = areas
    total = group + rest
    found = one_group(group, total)
    if not (group.any() and rest.any()):
        assert np.isnan(list(found.values())).all()
        return
    assert all(-1e-9 <= value <= 1 + 1e-9 for value in found.values())
    own = np.divide(group, total, out=np.zeros(len(total)), where=total > 0)
    share = group.sum() / total.sum()
    pairs = (total[:, None] * total * np.abs(own[:, None] - own)).sum()
    assert same(found["gini"], pairs / (2 * total.sum() ** 2 * share * (1 - share)))
    moving = (total * np.abs(own - share)).sum() / (2 * total.sum() * share * (1 - share))
    assert same(found["dissimilarity"], moving) and same(found["isolation"] + found["exposure"], 1)
    assert found["gini"] >= found["dissimilarity"] - 1e-9


@promise(
    "it does not matter which group is counted, how areas of one share are divided, or how rows stand",
    one_group, several_groups, long=400,
)  # fmt: skip
@given(GROUPS, SEEDS)
def test_the_same_population_told_otherwise(areas, seed):
    group, rest = areas
    found, mirrored = one_group(group, group + rest), one_group(rest, group + rest)
    for name in ("dissimilarity", "gini", "entropy", "eta2", "minmax"):
        assert same(mirrored[name], found[name])
    order = reordered(seed, len(group))
    split, parts = np.repeat(group, 2) / 2, np.repeat(group + rest, 2) / 2
    assert same(one_group(group[order], (group + rest)[order]), found) and same(one_group(split, parts), found)
    assert same(one_group(strided(group), strided(group + rest)), found)
    table = np.column_stack([group, rest])
    several = several_groups(table)
    two = [found[name] for name in ("dissimilarity", "entropy", "eta2")]
    assert same(list(several.values()), two)
    assert same(list(several_groups(table[order][:, ::-1]).values()), two)
    assert same(list(several_groups(np.column_stack([table, 0 * group])).values()), two)  # a group that nobody is in


@promise("alike areas are not segregated at all, and groups that never meet wholly", one_group, several_groups, delta)
@given(columns(st.integers(1, 500), least=2), st.integers(2, 4), st.integers(1, 9))
def test_none_and_all(areas, groups, times):
    (people,) = areas
    alike = np.outer(people, np.arange(1, groups + 1)) * times
    assert same(list(several_groups(alike).values()), [0, 0, 0])
    found = one_group(alike[:, 0], alike.sum(1))
    assert same([found[name] for name in ("dissimilarity", "eta2", "entropy", "gini", "minmax")], [0] * 5)
    assert same(delta(alike[:, 0], alike.sum(1), people * 2.5), 0)
    apart = np.zeros((len(people), groups))
    apart[np.arange(len(people)), np.arange(len(people)) % groups] = people
    assert same(list(several_groups(apart).values()), [1, 1, 1])
    assert same([one_group(apart[:, 0], people)[name] for name in ("dissimilarity", "gini", "isolation")], [1, 1, 1])


@promise("what borders even out is the mean difference between those who share them, area by area", morrill, wong, delta,
         long=400)  # fmt: skip
@given(
    columns(PEOPLE, PEOPLE, least=3, most=6),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 90))),
)
def test_borders(areas, drawn):
    group, rest = areas
    count, total = len(group), group + rest
    pairs = {(a, b): metres for a, b, metres in drawn if a < b < count}
    first, second = (np.array([pair[end] for pair in pairs], int) for end in (0, 1))
    near = Borders(first, second, np.array(list(pairs.values()), float))
    own = np.divide(group, total, out=np.zeros(count), where=total > 0)
    apart = one_group(group, total)["dissimilarity"]
    told = [abs(own[a] - own[b]) for a, b in pairs]
    assert same(morrill(group, total, near), apart - np.mean(told) if told else np.nan)
    evened = 0.0
    for area in range(count):
        of = {pair: metres for pair, metres in pairs.items() if area in pair}
        if sum(of.values()):
            evened += sum(metres * abs(own[a] - own[b]) for (a, b), metres in of.items()) / sum(of.values()) / count
    assert same(wong(group, total, near), apart - evened if sum(pairs.values()) else np.nan)
    ground = np.arange(1.0, count + 1)
    if 0 < group.sum() < total.sum():
        surplus = np.clip(group / group.sum() - ground / ground.sum(), 0, None).sum()
        assert same(delta(group, total, ground), surplus)
    assert np.isnan(delta(group, total, ground * 0))
