"""Who is listed where, small area × health centre: one in five not at the nearest, and the grant's two centres."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from .geography import Geography
from .roadgraph import RoadGraph

DATE = "2024-12-31"
NOT_AT_NEAREST = 0.20
LISTED_SHARE = 0.985
# The grant's threshold on the scale of Care Need Index over the county's mean, and how far under it one centre ends.
GRANT_THRESHOLD = 1.15
JUST_BELOW = 0.008
_FEWEST = 5
_DECAY_MINUTES = 7.0
_NEEDY_AREAS = 12


class Listings(NamedTuple):
    """The listing rows, and the ids of the two centres that the story of the grant is about."""

    rows: pd.DataFrame
    good_area_centre: str
    just_below_centre: str


class _Choice(NamedTuple):
    """What people choose between: areas and centres, minutes (areas, centres), people and need per area."""

    areas: np.ndarray
    centres: np.ndarray
    minutes: np.ndarray
    people: np.ndarray
    need: np.ndarray


def minutes_to_facilities(
    geography: Geography,
    graph: RoadGraph,
    facilities: pd.DataFrame,
    limit: float,
    pause: Callable[[], None] = lambda: None,
) -> pd.DataFrame:
    """Mean minutes by car from each area of the newest vintage (rows) to each facility (columns), weighted by people.

    The mean is over those within ``limit``, and infinite where they are not more than half of the area's people.
    ``pause`` is called before each facility; what it raises stops the work.
    """
    squares = geography.squares_250
    at = graph.nearest(squares[["x", "y"]].to_numpy(float))
    targets = graph.nearest(facilities[["x", "y"]].to_numpy(float))
    people = squares["population"].to_numpy(float)
    codes, row = np.unique(squares["area_2025"].to_numpy(str), return_inverse=True)
    total = np.bincount(row, people)
    means = []
    for target in targets:
        pause()
        minutes = graph.minutes_to(target, limit)[at]
        reach = np.bincount(row, np.isfinite(minutes) * people)
        total_minutes = np.bincount(row, np.where(np.isfinite(minutes), minutes, 0) * people)
        means.append(np.where(2 * reach > total, total_minutes / np.maximum(reach, 1), np.inf))
    return pd.DataFrame(np.column_stack(means), index=codes, columns=facilities["facility_id"].to_numpy())


def make_listings(
    minutes: pd.DataFrame, people: pd.Series, need: pd.Series, located: pd.Series, private: pd.Series
) -> Listings:
    """Listing rows `area_code unit_id number date status`, of the areas that reach a centre.

    ``minutes``: areas × centres; ``people`` and ``need`` (Care Need Index over the mean) per area; ``located``: the
    area where each centre stands; ``private``: which centres are private, and draw more of those who choose.
    """
    people, need = people.reindex(minutes.index), need.reindex(minutes.index)
    choice = _Choice(
        minutes.index.to_numpy(),
        minutes.columns.to_numpy(),
        minutes.to_numpy(),
        people.to_numpy(float),
        need.to_numpy(float),
    )
    good = _good_area_centre(choice, located)
    leave, needy = _leaving(choice, good)
    attraction = np.where(private.reindex(minutes.columns).to_numpy(), 1.5, 1.0) * np.ones((len(people), 1))
    attraction[needy, good] *= 60
    numbers = _spread(choice, leave, attraction)
    numbers, below = _one_just_below(choice, numbers, good)
    numbers = _without_few(choice, numbers)
    area, unit = np.nonzero(numbers)
    rows = pd.DataFrame(
        {
            "area_code": choice.areas[area],
            "unit_id": choice.centres[unit],
            "number": numbers[area, unit],
            "date": DATE,
            "status": "ok",
        }
    )
    return Listings(rows, str(choice.centres[good]), str(choice.centres[below]))


def index_by_listed(rows: pd.DataFrame, need: pd.Series) -> pd.Series:
    """Need of each centre by where its listed live (an ecological estimate)."""
    weight = rows["number"] * rows["area_code"].map(need)
    return weight.groupby(rows["unit_id"]).sum() / rows.groupby("unit_id")["number"].sum()


def _good_area_centre(choice: _Choice, located: pd.Series) -> int:
    """The centre that stands in a good area with the neediest people within a quarter of an hour."""
    stands = pd.Series(choice.need, choice.areas).reindex(located.reindex(choice.centres)).fillna(9).to_numpy()
    near = choice.minutes < 15
    needy = (near * np.maximum(choice.need - 1.2, 0)[:, None] * choice.people[:, None]).sum(axis=0)
    return int(np.argmax(np.where(stands < 0.85, needy, -1)))


def _leaving(choice: _Choice, good: int) -> tuple[np.ndarray, np.ndarray]:
    """Share of each area listed elsewhere than at the nearest, and which areas the good-area centre pulls on."""
    nearest = choice.minutes.argmin(axis=1)
    close = (choice.minutes[:, good] < 18) & (nearest != good)
    needy = close & (choice.need >= np.sort(choice.need[close])[-min(_NEEDY_AREAS, close.sum()) :].min(initial=np.inf))
    leave = np.full(len(choice.areas), NOT_AT_NEAREST)
    leave[needy] = 0.45
    leave[nearest == good] = 0.55
    special = needy | (nearest == good)
    left = NOT_AT_NEAREST * choice.people.sum() - (leave * choice.people)[special].sum()
    leave[~special] = left / choice.people[~special].sum()
    return leave, needy


def _spread(choice: _Choice, leave: np.ndarray, attraction: np.ndarray) -> np.ndarray:
    """Whole people per area and centre: those who stay at the nearest, and the others by closeness and attraction."""
    nearest = choice.minutes.argmin(axis=1)
    row = np.arange(len(nearest))
    gap = choice.minutes - choice.minutes[row, nearest][:, None]
    weight = np.exp(-gap / _DECAY_MINUTES) * attraction
    weight[row, nearest] = 0
    weight[weight < 0.02 * weight.max(axis=1, keepdims=True)] = 0
    total = weight.sum(axis=1, keepdims=True)
    share = np.divide(weight, total, out=np.zeros_like(weight), where=total > 0) * leave[:, None]
    share[row, nearest] = 1 - share.sum(axis=1)
    return _whole(share * (choice.people * LISTED_SHARE)[:, None])


def _whole(numbers: np.ndarray) -> np.ndarray:
    """Whole numbers with the same row sums, by largest remainder."""
    whole = np.floor(numbers).astype(int)
    missing = np.round(numbers.sum(axis=1)).astype(int) - whole.sum(axis=1)
    order = np.argsort(whole - numbers, axis=1, kind="stable")
    for row, extra in enumerate(missing):
        whole[row, order[row, :extra]] += 1
    return whole


def _one_just_below(choice: _Choice, numbers: np.ndarray, good: int) -> tuple[np.ndarray, int]:
    """Bring the centre closest to the threshold to just below it: some of its listed go next door instead."""
    target = GRANT_THRESHOLD - JUST_BELOW
    listed = numbers.sum(axis=0)
    index = (numbers * choice.need[:, None]).sum(axis=0) / np.maximum(listed, 1)
    eligible = (listed > 1500) & (np.arange(len(listed)) != good)
    below = int(np.argmin(np.where(eligible, np.abs(index - target), np.inf)))
    over = choice.need - target
    surplus = numbers[:, below] * over
    leaving = over > 0 if index[below] > target else over < 0
    keep = -surplus[~leaving].sum() / surplus[leaving].sum()
    moved = np.where(leaving, np.ceil(numbers[:, below] * (1 - keep)), 0).astype(int)
    return _move(choice, numbers, below, moved), below


def _without_few(choice: _Choice, numbers: np.ndarray) -> np.ndarray:
    """Nobody is one of fewer than five: such people are counted at the area's nearest centre."""
    nearest = choice.minutes.argmin(axis=1)
    few = np.where(numbers < _FEWEST, numbers, 0)
    result = numbers - few
    result[np.arange(len(nearest)), nearest] += few.sum(axis=1)
    return result


def _move(choice: _Choice, numbers: np.ndarray, centre: int, moved: np.ndarray) -> np.ndarray:
    """Let ``moved`` people per area go from ``centre`` to the nearest other one."""
    other = choice.minutes.copy()
    other[:, centre] = np.inf
    result = numbers.copy()
    result[:, centre] -= moved
    result[np.arange(len(moved)), other.argmin(axis=1)] += moved
    return result
