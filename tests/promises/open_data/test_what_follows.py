"""What follows from sums that are known: a hidden small number that they tell gets company until they tell it no more."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.open_data.side_by_side import Column, Space
from narvard_plugin.core.open_data.what_follows import hide_what_follows
from tests.core.open_data.test_protection import people, worked_out
from tests.promises import promise

ROWS = st.lists(st.tuples(*[st.integers(0, 12)] * 2, *[st.booleans()] * 3), min_size=2, max_size=5)


@promise("whatever is hidden, in the end no small number follows from the sums; only what was told is hidden more, and nothing comes back",
         hide_what_follows, usual=10, long=1500)  # fmt: skip
@given(ROWS)
def test_following(rows):
    own, other = (np.array([row[at] for row in rows], float) for at in (0, 1))
    cells = np.column_stack([own, other, own + other])
    names, size = ["a", "b", "c"], len(rows)
    table = people([str(at) for at in range(size)], dict(zip(names, cells.T)), whole="c", group=["1"] * size)
    columns = [Column(cells[:, at], [(0, name)]) for at, name in enumerate(names)]
    space = Space({0: np.arange(size)}, np.zeros(size, int), columns, [*((None, [at]) for at in range(3)), (2, [0, 1])])
    hidden = {name: np.array([row[2 + at] for row in rows]) for at, name in enumerate(names)}
    forced = {name: np.zeros(size, bool) for name in names}
    for _ in range(3 * size + 1):
        before = {name: mask.copy() for name, mask in forced.items()}
        added = hide_what_follows([table], [space], [], [hidden], [forced], 5)
        new = {name: forced[name] & ~before[name] for name in names}
        assert added == any(mask.any() for mask in new.values())
        assert all((forced[name] >= before[name]).all() and not (new[name] & hidden[name]).any() for name in names)
        if not added:
            break
        hidden = {name: hidden[name] | forced[name] for name in names}
    masks = np.column_stack([hidden[name] for name in names])
    follows = worked_out(cells, masks, table.group)
    assert not {(row, column) for row, column in follows if 0 < cells[row, column] < 5}
