"""Numbers of few people: hidden, and not to be worked out, by a reader who solves every equation there is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.deso.protected_flows import Flows, protect_flows
from narvard_plugin.core.deso.protected_table import Counts, protect, rests
from narvard_plugin.core.deso.small_numbers import is_mark, protected, too_few, too_few_in_share
from narvard_plugin.core.deso.suppression import NO_LINE, suppress, table_cells
from tests.promises import promise
from tests.promises.strategies.populations import SEEDS, columns, equal, or_unknown, reordered, strided
from tests.promises.strategies.reckoning import known_exactly

FEW_OR_MANY = st.sampled_from([0, 0, 1, 1, 2, 3, 4, 5, 6, 30, 31])
MINIMUM = st.sampled_from([0, 3, 5, 10])


@st.composite
def tables(draw, most=4):
    rows, fields = draw(st.integers(1, most)), draw(st.integers(1, most))
    return np.array(draw(st.lists(FEW_OR_MANY, min_size=rows * fields, max_size=rows * fields)), float).reshape(
        rows, fields
    )


@promise("over nobody and under the minimum is few, unknown is neither, and a share tells of its part, its rest and its whole",
         too_few, too_few_in_share, protected, long=400)  # fmt: skip
@given(columns(or_unknown(st.integers(0, 40)), or_unknown(st.integers(0, 40))), MINIMUM)
def test_few(counts, minimum):
    part, rest = counts
    few = too_few(part, minimum)
    assert few.tolist() == [0 < one < minimum for one in part]
    assert equal(too_few(strided(part).astype(np.float32), minimum), few)
    before = part.copy()
    assert equal(protected(part, minimum), [np.nan if 0 < one < minimum else one for one in part]) and equal(
        part, before
    )
    assert not too_few_in_share(part, part * np.nan, minimum)[~few].any()  # of an unknown whole nothing more is told
    part, rest = part[np.isfinite(part + rest)], rest[np.isfinite(part + rest)]
    shares = too_few_in_share(part, part + rest, minimum)
    assert shares.tolist() == [0 < a < minimum or 0 < b < minimum or a + b < minimum for a, b in zip(part, rest)]
    assert equal(too_few_in_share(rest, part + rest, minimum), shares)


@promise("a mark is what stands for a hidden number, never a number", is_mark)
@given(
    st.one_of(
        st.sampled_from(["<5", "< 10", "..", "-", "–", "\u2212", "x", "X"]),
        st.integers(-9, 99999).map(str),
        st.text(max_size=4),
    )
)
def test_marks(text):
    assert is_mark(text) == is_mark(f"  {text} ")
    if is_mark(text):
        with pytest.raises(ValueError):
            float(text)


@promise("no hidden number follows from the sums of rows and columns, but in lines that are named", suppress, table_cells,
         usual=8, long=600)  # fmt: skip
@given(tables(), MINIMUM, st.booleans(), SEEDS)
def test_rows_and_columns(table, minimum, row_totals, seed):
    row, column = (index.ravel() for index in np.indices(table.shape))
    flat, rows = table.ravel(), len(table)
    first = row if row_totals else np.full(len(flat), NO_LINE)
    few = too_few(flat, minimum)
    cells = table_cells(flat, few, first, rows + column, np.arange(len(flat)))
    found = suppress(cells, minimum)
    assert found.hidden[few].all() and (few.any() or not found.hidden.any())
    hidden = np.flatnonzero(found.hidden)
    if len(hidden):
        lines = [(column == at) for at in range(table.shape[1])] + [(row == at) for at in range(rows) if row_totals]
        sums = np.array(lines)[:, hidden]
        follows = known_exactly(sums, sums @ flat[hidden], np.minimum(flat[hidden], 1), np.eye(len(hidden)))
        opened = np.isin(np.column_stack([cells.first, cells.second])[hidden], found.open_lines)
        assert opened[follows].any(1).all()
    for line in set(range(table.shape[1] + rows)) - set(found.open_lines):
        own = found.hidden & ((cells.first == line) | (cells.second == line))
        assert not own.any() or (own.sum() > 1 and flat[own].sum() >= minimum and flat[own].sum() > own.sum())
    order = reordered(seed, len(flat))
    again = suppress(type(cells)(*(part[order] for part in cells)), minimum)
    assert equal(again.hidden, found.hidden[order]) and again.open_lines == found.open_lines


@promise(
    "no hidden part, total or rest follows from all that is told of a table with groups, and the order of rows means nothing",
    protect, rests, usual=8, long=450,
)  # fmt: skip
@given(tables(), st.lists(FEW_OR_MANY, min_size=4, max_size=4), st.lists(st.integers(0, 1), min_size=4, max_size=4),
       st.booleans(), MINIMUM, SEEDS)  # fmt: skip
def test_published_tables(parts, extra, group, with_total, minimum, seed):
    rows, fields = parts.shape
    extra, group = np.array(extra[:rows], float), np.array(group[:rows], int)
    counts = Counts(parts, parts.sum(1) + extra if with_total else None, group, np.arange(rows))
    found = protect(counts, minimum)
    assert found.parts[too_few(parts, minimum)].all() and not len(found.perturbed)
    assert equal(rests(counts), extra if with_total else np.zeros(rows))
    told = np.column_stack([parts, counts.total]) if with_total else parts
    hidden = np.column_stack([found.parts, found.total]) if with_total else found.parts
    width = told.shape[1]
    unknown = [(row, at) for row in range(rows) for at in range(width) if hidden[row, at]]
    left = [row for row in range(rows) if with_total and extra[row] > 0]
    values = np.array([told[place] for place in unknown] + [extra[row] for row in left])
    sums = []
    for own in set(group.tolist()):
        sums += [[group[row] == own and at == field for row, at in unknown] + [0] * len(left) for field in range(width)]
    if with_total:
        for one in range(rows):
            signs = [(row == one) * (-1 if at == width - 1 else 1) for row, at in unknown]
            sums.append(signs + [row == one for row in left])
    if len(values):
        sums = np.array(sums, float)
        least = np.minimum(values, 1)
        least[len(unknown) :] = 0  # nobody knows that there is a rest
        follows = known_exactly(sums, sums @ values, least, np.eye(len(values)))
        opened = {(own, at if at < fields else -1) for own, at in found.open_columns}
        for (row, at), known in zip(unknown, follows):
            assert not known or row in found.open_rows or (group[row], at if at < fields else -1) in opened
        for row, known in zip(left, follows[len(unknown) :]):
            assert not known or not too_few(extra[row], minimum) or row in found.open_rows or found.open_columns
    order = reordered(seed, rows)
    again = protect(Counts(*(None if part is None else part[order] for part in counts)), minimum)
    assert equal(again.parts, found.parts[order]) and equal(again.total, found.total[order])
    assert sorted(again.open_columns) == sorted(found.open_columns)


@promise("unknown numbers hide nothing and stay, and what else must be hidden is", protect)
@given(tables(), SEEDS)
def test_what_is_missing_or_asked_for(parts, seed):
    chance = np.random.default_rng(seed)
    missing, also = chance.random(parts.shape) < 0.3, chance.random(parts.shape) < 0.3
    counts = Counts(np.where(missing, np.nan, parts), None, np.zeros(len(parts), int), np.arange(len(parts)))
    found = protect(counts, 5, also)
    assert not found.parts[missing].any() and found.parts[also & ~missing].all()
    kept = protect(counts._replace(parts=np.where(missing, np.nan, parts * 0)), 5)
    assert not kept.parts.any() and kept.few == 0


@promise(
    "no hidden flow, and no hidden sum of flows, follows from all that is shown together",
    protect_flows,
    usual=8,
    long=450,
)
@given(
    st.lists(st.tuples(or_unknown(FEW_OR_MANY), st.integers(0, 2), st.integers(0, 3)), max_size=9),
    MINIMUM,
    st.booleans(),
    SEEDS,
)
def test_flows(drawn, minimum, two_levels, seed):
    number = np.array([one[0] for one in drawn], float)
    start, fine = [f"s{one[1]}" for one in drawn], [f"f{one[2]}" for one in drawn]
    levels = [fine, [f"c{one[2] // 2}" for one in drawn]] if two_levels else [fine]
    flows = Flows(number, start, [f"{at:02}" for at in range(len(drawn))], levels)
    found = protect_flows(flows, minimum)
    known = np.isfinite(number)
    assert found.flows[too_few(number, minimum)].all() and not found.flows[~known].any()
    shown, asked = [known], []  # how many there are in all is known
    for keys, hidden in ((start, found.starts), *zip(levels, found.sums)):
        for key in sorted(set(keys)):
            members = known & (np.array(keys) == key)
            if members.any():
                assert not too_few(number[members].sum(), minimum) or key in hidden
                (asked if key in hidden else shown).append(members)
    hidden = np.flatnonzero(found.flows)
    if len(hidden) and found.closed:
        sums = np.array(shown)[:, hidden].astype(float)
        wanted = np.vstack([np.eye(len(hidden)), *(members[hidden][None].astype(float) for members in asked)])
        follows = known_exactly(sums, sums @ number[hidden], np.minimum(number[hidden], 1), wanted)
        assert not follows.any()
    elif found.closed:
        assert not asked  # every sum of shown flows follows
    order = reordered(seed, len(number))
    again = protect_flows(Flows(number[order], *([keys[at] for at in order] for keys in (start, flows.name)),
                                [[keys[at] for at in order] for keys in levels]), minimum)  # fmt: skip
    assert equal(again.flows, found.flows[order]) and again[1:] == found[1:]
