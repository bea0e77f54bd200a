"""No hidden number can be worked out from what is told: by hand, and for any table by linear algebra."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.deso.suppression import NO_LINE, Cells, suppress, table_cells


def of_table(values, minimum=5, rows=True):
    """Cells of a table whose column totals are known, and its row totals where ``rows``."""
    values = np.array(values, float)
    row, column = (index.ravel() for index in np.indices(values.shape))
    flat = values.ravel()
    few = (flat > 0) & (flat < minimum)
    first = row if rows else np.full(len(flat), NO_LINE)
    return table_cells(flat, few, first, column + values.shape[0], np.arange(len(flat)))


def hidden(values, minimum=5, rows=True):
    values = np.array(values, float)
    return suppress(of_table(values, minimum, rows), minimum).hidden.reshape(values.shape).astype(int).tolist()


def test_a_single_small_cell_takes_three_others_with_it():
    assert hidden([[3, 20, 30], [40, 50, 60], [70, 80, 90]]) == [[1, 1, 0], [1, 1, 0], [0, 0, 0]]


def test_without_row_totals_the_next_smallest_of_the_column_is_enough():
    assert hidden([[3, 20], [40, 50], [7, 60]], rows=False) == [[1, 0], [0, 0], [1, 0]]


def test_a_table_without_small_cells_is_told_whole():
    assert not np.any(hidden([[0, 20], [5, 50]]))


def test_cells_of_nobody_are_hidden_last():
    assert hidden([[3], [0], [70]], rows=False) == [[1], [0], [1]]


def test_hidden_people_of_a_line_are_never_few_themselves():
    """1 and 1 in a column: the total less the others would say that the two are 2."""
    assert hidden([[1], [1], [40]], rows=False) == [[1], [1], [1]]


def test_a_line_of_one_cell_stays_open_and_is_named():
    found = suppress(of_table([[3]], rows=False), 5)
    assert found.hidden.tolist() == [True] and found.open_lines == [1]


def test_a_cell_between_two_rings_is_not_left_to_be_worked_out():
    """Two rings of hidden cells joined by one: every line hides two or three cells, and still the joint follows."""
    values = np.full((4, 4), 50.0)
    for row, column in ((0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3), (1, 2)):
        values[row, column] = 4.0
    found = np.array(hidden(values), bool)
    assert found[1, 2] and not derivable(values, found).any()
    assert found.sum() > 9


def test_the_rest_between_parts_and_total_is_protected_too():
    """Parts 40 and 57 of 100: the 3 that neither holds would be told by the total."""
    no, yes = False, True
    cells = Cells(
        np.array([40, 57, 3, 100.0]), np.zeros(4, int), np.full(4, NO_LINE), np.arange(4), np.array([no, no, yes, no]),
        np.array([no, no, yes, no]), np.array([no, no, no, yes]),
    )  # fmt: skip
    assert suppress(cells, 5).hidden.tolist() == [yes, no, yes, no]


def derivable(values, found):
    """Which hidden cells the totals of rows and columns determine, by the rank of what is left unknown."""
    rows, columns = np.nonzero(found)
    system = np.zeros((sum(values.shape), len(rows)))
    system[rows, np.arange(len(rows))] = 1
    system[values.shape[0] + columns, np.arange(len(rows))] = 1
    rank = np.linalg.matrix_rank(system) if len(rows) else 0
    told = [np.linalg.matrix_rank(np.vstack([system, np.eye(len(rows))[i]])) == rank for i in range(len(rows))]
    result = np.zeros(values.shape, bool)
    result[rows, columns] = told
    return result


tables = st.integers(2, 6).flatmap(
    lambda width: st.lists(
        st.lists(st.one_of(st.integers(0, 9), st.integers(0, 300)), min_size=width, max_size=width),
        min_size=2,
        max_size=7,
    )
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(tables)
def test_nothing_hidden_can_be_worked_out_unless_it_is_said(table):
    values = np.array(table, float)
    found = suppress(of_table(values), 5)
    mask = found.hidden.reshape(values.shape)
    assert mask[(values > 0) & (values < 5)].all()
    told = derivable(values, mask)
    rows, columns = np.nonzero(told)
    assert all(r in found.open_lines or c + len(values) in found.open_lines for r, c in zip(rows, columns))
    if not found.open_lines:
        for sums in ((values * mask).sum(axis=0), (values * mask).sum(axis=1)):
            assert ((sums == 0) | (sums >= 5)).all()


@settings(max_examples=80, deadline=None, derandomize=True)
@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_the_cells_means_nothing(table, random):
    cells = of_table(table)
    order = list(range(len(cells.value)))
    random.shuffle(order)
    mixed = Cells(*(column[order] for column in cells))
    assert suppress(mixed, 5).hidden.tolist() == suppress(cells, 5).hidden[order].tolist()


@pytest.mark.parametrize("minimum", [3, 5, 10])
def test_a_large_table_is_closed(minimum):
    rng = np.random.default_rng(3)
    values = rng.poisson(rng.gamma(1.2, 20, (60, 12)))
    assert not suppress(of_table(values, minimum), minimum).open_lines
