"""Layers of areas, parishes and municipalities published together, and an attacker who solves all their sums at once."""

import numpy as np
import pytest

from narvard_plugin.core.open_data.protection import People, hide
from narvard_plugin.core.open_data.side_by_side import Column, Space
from narvard_plugin.core.open_data.what_follows import hide_what_follows

MINIMUM = 5


def published(seed):
    """Areas with women, men and old in municipalities and parishes that cross, and the sums of both."""
    random = np.random.default_rng(seed)
    size = int(random.integers(4, 12))
    group = np.sort(random.integers(0, 3, size)).astype(str)
    parish = random.integers(10, 13, size).astype(str)
    women, men = random.integers(0, 30, size), random.integers(0, 30, size)
    counts = {
        "population": women + men,
        "women": women,
        "men": men,
        "aged_65": np.minimum(random.integers(0, 15, size), women),
    }
    tables = [_table([f"a{at}" for at in range(size)], list(group), counts, [list(parish)])]
    for level in (group, parish):
        keys = sorted(set(level))
        summed = {name: np.array([own[level == key].sum() for key in keys]) for name, own in counts.items()}
        tables.append(_table(keys, [""] * len(keys), summed, []))
    return tables, [group, parish]


def _table(keys, group, counts, parents):
    return People(keys, group, {name: own.astype(float) for name, own in counts.items()}, {}, {}, "population", parents)


@pytest.mark.parametrize("seed", [13, 33, 38, 39, 40, 41, 53, 150, 352, 587])
def test_nobody_can_solve_a_small_number(seed):
    tables, levels = published(seed)
    hidden, open_sums = hide(tables, MINIMUM)
    names = list(tables[0].counts)
    size = len(tables[0].keys)
    cell = np.arange(size * len(names)).reshape(size, len(names))
    # The whole county is known, but for the sums that the user is told not to publish.
    rows = [
        _row(cell.size, dict.fromkeys(cell[:, number], 1))
        for number, name in enumerate(names)
        if (0, name) not in open_sums
    ]
    for at in range(size):
        rows.append(_row(cell.size, {cell[at, 0]: 1, cell[at, 1]: -1, cell[at, 2]: -1}))
        rows += [_row(cell.size, {cell[at, number]: 1}) for number, name in enumerate(names) if not hidden[0][name][at]]
    for over, level in zip((1, 2), levels):
        for key, place in zip(tables[over].keys, range(len(tables[over].keys))):
            for number, name in enumerate(names):
                if not hidden[over][name][place]:
                    rows.append(_row(cell.size, dict.fromkeys(cell[level == key, number], 1)))
    _, sizes, directions = np.linalg.svd(np.array(rows))
    free = directions[(sizes > 1e-9).sum() :]
    for number, name in enumerate(names):
        few = (tables[0].counts[name] > 0) & (tables[0].counts[name] < MINIMUM)
        assert hidden[0][name][few].all()
        assert all(np.abs(free[:, own]).max(initial=0.0) > 1e-9 for own in cell[few, number])


def _row(size, at):
    row = np.zeros(size)
    for place, sign in at.items():
        row[place] = sign
    return row


def test_a_number_whose_own_sums_are_all_hidden_gets_company_in_those_that_tell_it():
    """Of 0 + 0 = 0 and 1 + 5 = 6 the second row and the first column are hidden; the sum of the first row tells its 0, and
    that, with the sum of the column, the 1."""
    cells = np.array([[0.0, 0, 0], [1, 5, 6]])
    names = ["own", "other", "all"]
    table = _table(["k", "m"], ["1", "1"], dict(zip(names, cells.T)), [])
    columns = [Column(values, [(0, name)]) for name, values in zip(names, cells.T)]
    space = Space({0: np.arange(2)}, np.zeros(2, int), columns, [(2, [0, 1])])
    hidden = {"own": np.array([True, True]), "other": np.array([False, True]), "all": np.array([False, True])}
    forced = {name: np.zeros(2, bool) for name in names}
    assert hide_what_follows([table], [space], [], [hidden], [forced], MINIMUM)
    assert (forced["other"] | forced["all"]).tolist() == [True, False]
