"""Numbers of the sample that need no whole county: listed people, a panel, queues."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.sample import (
    geography,
    listings,
    statistics,
    waiting,
)
from tests.promises import promise
from tests.promises.sample.made import tiny
from tests.promises.strategies.populations import SEEDS

same = pd.testing.assert_frame_equal


def rng(*numbers):
    return np.random.default_rng(numbers)


@promise("everybody who reaches a centre is listed once, but the few who are not, at no centre fewer than five; need by listed lies between its areas'",
         listings.make_listings, listings.index_by_listed, usual=3, long=40)  # fmt: skip
@given(SEEDS)
def test_listings(seed):
    chance = rng(seed)
    areas, centres = [f"A{at}" for at in range(30)], [f"C{at}" for at in range(5)]
    minutes = pd.DataFrame(chance.uniform(2, 30, (30, 5)), areas, centres)
    size, need = pd.Series(chance.integers(900, 2500, 30), areas), pd.Series(chance.uniform(0.5, 1.9, 30), areas)
    found = listings.make_listings(
        minutes, size, need, pd.Series(areas[:5], centres), pd.Series([True, False] * 2 + [True], centres)
    )
    again = listings.make_listings(
        minutes, size, need, pd.Series(areas[:5], centres), pd.Series([True, False] * 2 + [True], centres)
    )
    same(found.rows, again.rows)
    total = found.rows.groupby("area_code")["number"].sum()
    assert (total - size * listings.LISTED_SHARE).abs().max() <= 1 and (found.rows["number"] >= 5).all()
    assert (
        not found.rows.duplicated(["area_code", "unit_id"]).any()
        and found.good_area_centre in centres
        and found.just_below_centre in centres
    )
    index = listings.index_by_listed(found.rows, need)
    assert ((index >= need.min()) & (index <= need.max())).all()
    assert listings.index_by_listed(
        found.rows.sample(frac=1, random_state=seed % 2**31), need
    ).sort_index().to_numpy() == pytest.approx(index.sort_index().to_numpy())


@promise("a panel has every area and year once, parts are never more than all people, and the older division holds the same people",
         statistics.area_panel, statistics.older_vintage, statistics.cni_per_person, usual=2, long=6)  # fmt: skip
@given(SEEDS)
def test_panel(seed):
    made = tiny(1)
    areas_ = made.areas.assign(
        population=made.areas.apply(
            lambda row: int(made.squares.loc[made.squares[f"area_{row.vintage}"] == row.area_code, "population"].sum()),
            axis=1,
        )
    )
    panel = statistics.area_panel(areas_, made.squares, rng(seed))
    same(panel, statistics.area_panel(areas_, made.squares, rng(seed)))
    assert not panel.duplicated(["area_code", "year"]).any() and len(panel) == 10 * (areas_["vintage"] == "2025").sum()
    for name in ("under_5", "aged_65_plus", *statistics.COUNTS):
        assert ((panel[name] >= 0) & (panel[name] <= panel["population"])).all()
    assert (panel["old_alone"] <= panel["aged_65_plus"]).all() and panel["area_type"].isin([1, 2, 3, 4, 5]).all()
    key = geography._area_key(made.squares)
    old = statistics.older_vintage(panel, areas_[areas_["vintage"] == "2018"], key)
    assert np.allclose(
        old.groupby("year")["population"].sum(), panel.groupby("year")["population"].sum(), atol=len(areas_)
    )
    points = statistics.cni_per_person(panel)
    assert (
        np.allclose(statistics.cni_per_person(panel.sample(frac=1, random_state=1)).sort_index(), points.sort_index())
        and (points > 0).all()
    )


@promise("a weaker area never has a better type", statistics.area_type)
@given(st.lists(st.floats(0, 40), min_size=1, max_size=9))
def test_types(index):
    found = statistics.area_type(np.sort(np.array(index)))
    assert (np.diff(found) <= 0).all() and set(found.tolist()) <= {1, 2, 3, 4, 5}


@promise("the longer the queue the more have waited long; need and capacity are of units that do the operation, and the same draw gives the same",
         waiting.procedure_capacity, waiting.waiting_times, usual=3, long=30)  # fmt: skip
@given(SEEDS, st.integers(10_000, 300_000))
def test_waiting(seed, size):
    units = [
        waiting.Unit("99", "a", size),
        waiting.Unit("99", "b", size // 2, ("katarakt",)),
        waiting.Unit("98", "c", size),
    ]
    capacity = waiting.procedure_capacity(units)
    assert (
        not ((capacity["unit"] == "b") & (capacity["specialty"] == "katarakt")).any()
        and not capacity.duplicated(["unit", "specialty"]).any()
    )
    own = capacity[(capacity["region"] == "99")].groupby("specialty")["need_per_year"].sum()
    wanted = {one.group: one.per_10000 * (size + size // 2) / 1e4 for one in waiting.PROCEDURES}
    assert all(abs(own[name] - value) <= 1 for name, value in wanted.items())
    found = waiting.waiting_times(capacity, rng(seed))
    same(found, waiting.waiting_times(capacity, rng(seed)))
    assert ((found["share_over_90d"] >= 0) & (found["share_over_90d"] <= 1)).all() and (found["number"] >= 0).all()
    assert len(found) == 2 * 36 * len(capacity)
