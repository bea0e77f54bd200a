"""Populated squares of 250 m and 1 km with five-year age groups, as SCB's grid has them."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from .areas import Vintage
from .land import Cells, Waves
from .plan import CountyPlan

AGE_GROUPS = (*(f"age_{a}_{a + 4}" for a in range(0, 85, 5)), "age_85_w")
_SIDE_M = 250
_HOUSEHOLD = 2.2
# Per cent of the people of a middling Swedish county per five-year group.
_AGE_SHARES = np.array(
    [4.6, 5.3, 5.8, 5.7, 4.9, 5.3, 6.1, 5.9, 5.7, 5.8, 6.5, 6.8, 6.5, 6.2, 6.0, 5.9, 4.0, 3.4]
)  # fmt: skip
_AGE_MIDDLE = np.append(np.arange(2.5, 85.0, 5.0), 89.0)


def squares_250(
    plan: CountyPlan,
    cells: Cells,
    people: np.ndarray,
    homes: np.ndarray,
    municipality: np.ndarray,
    july: np.ndarray,
    rng: np.random.Generator,
) -> tuple[pd.DataFrame, np.ndarray]:
    """One row per populated 250 m square, in order of rutid, and the cell its centre lies in: it belongs there.

    people, municipality, july (n,) per cell; homes (h, 2) points where country people may live. The columns of the
    small areas are added by `with_areas`.
    """
    sites = cKDTree(cells.xy)
    point, count, source = _dwellings(cells, sites, people, homes, rng)
    column, row = _dry_squares(cells, sites, point, source)
    key = column * 1_000_000 + row
    distinct, square = np.unique(key, return_inverse=True)
    population = np.bincount(square, count, len(distinct)).astype(np.int64)
    summer = np.bincount(square, count * july[source], len(distinct))
    x, y = (distinct // 1_000_000 + 0.5) * _SIDE_M, (distinct % 1_000_000 + 0.5) * _SIDE_M
    cell = sites.query(np.column_stack([x, y]))[1]
    on_island = np.array([place.on_island for place in plan.settlements])[cells.belongs[cell]]
    table = pd.DataFrame(
        {
            "rutid": _square_ids(x - _SIDE_M / 2, y - _SIDE_M / 2),
            "x": x,
            "y": y,
            "population": population,
            "population_july": np.round(summer).astype(np.int64),
        }
    )
    ages = rng.multinomial(population, _age_chances(plan, cells, cell, rng))
    table[list(AGE_GROUPS)] = pd.DataFrame(ages, columns=list(AGE_GROUPS))
    table["municipality"] = municipality[cell].astype(object)
    table["region"] = np.where(cells.in_neighbour[cell], plan.neighbour, plan.region).astype(object)
    table["on_island"] = on_island
    order = np.argsort(np.array(table["rutid"], dtype=str), kind="stable")
    return table.iloc[order].reset_index(drop=True), cell[order]


def with_areas(squares: pd.DataFrame, cell: np.ndarray, vintages: tuple[Vintage, Vintage]) -> pd.DataFrame:
    """The squares with the code of the area of each vintage that their cell is part of."""
    for place, vintage in enumerate(vintages, start=squares.columns.get_loc("municipality")):
        codes = np.array(vintage.codes, dtype=object)[vintage.label[cell]]
        squares.insert(place, f"area_{vintage.year}", codes)
    return squares


def squares_1000(small: pd.DataFrame) -> pd.DataFrame:
    """The 250 m squares summed to 1 km; codes are those of the most populous square inside (the first, if equal)."""
    low_x, low_y = small["x"] // 1000 * 1000, small["y"] // 1000 * 1000
    small = small.assign(rutid=_square_ids(low_x.to_numpy(), low_y.to_numpy()), x=low_x + 500.0, y=low_y + 500.0)
    sums = ["population", "population_july", *AGE_GROUPS]
    total = small.groupby("rutid", sort=True)[sums].sum()
    largest = small.sort_values(["rutid", "population"], ascending=[True, False], kind="stable")
    largest = largest.drop_duplicates("rutid").set_index("rutid")
    largest[sums] = total[sums]
    return largest.reset_index()


def _square_ids(low_x: np.ndarray, low_y: np.ndarray) -> list[str]:
    """SCB's rutid: the lower-left corner, six digits east and seven north."""
    return [f"{int(e):06d}{int(n):07d}" for e, n in zip(low_x, low_y)]


def _dwellings(
    cells: Cells, sites: cKDTree, people: np.ndarray, homes: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Points where people live (k, 2), how many live there, and the cell they come from.

    In localities a cell is one such point; in the country its people spread over the homes along its roads.
    """
    urban = np.flatnonzero((cells.settlement >= 0) & (people > 0))
    home_cell = sites.query(homes)[1]
    rural_home = cells.land[home_cell] & (cells.settlement[home_cell] < 0)
    homes, home_cell = homes[rural_home], home_cell[rural_home]
    order = np.argsort(home_cell, kind="stable")
    number = np.bincount(home_cell, minlength=len(people))
    first = np.cumsum(number) - number
    lived_in = np.minimum(number, np.ceil(people / _HOUSEHOLD).astype(np.int64))
    rural = np.flatnonzero((cells.settlement < 0) & (people > 0))
    person = np.repeat(rural, people[rural])
    choice = first[person] + np.floor(rng.random(len(person)) * lived_in[person]).astype(np.int64)
    housed = lived_in[person] > 0
    point = cells.xy[person].copy()
    point[housed] = homes[order[choice[housed]]]
    return (
        np.concatenate([cells.xy[urban], point]),
        np.concatenate([people[urban], np.ones(len(person), dtype=np.int64)]),
        np.concatenate([urban, person]),
    )


def _dry_squares(cells: Cells, sites: cKDTree, point: np.ndarray, source: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The square of each point, or the nearest one whose centre lies on the same land."""
    square = np.floor(point / _SIDE_M).astype(np.int64)
    steps = np.array([(i, j) for i in range(-4, 5) for j in range(-4, 5)])
    steps = steps[np.argsort(np.hypot(*steps.T), kind="stable")]
    waiting = np.arange(len(point))
    result = square.copy()
    for step in steps:
        centre = (square[waiting] + step + 0.5) * _SIDE_M
        dry = cells.island[sites.query(centre)[1]] == cells.island[source[waiting]]
        result[waiting[dry]] = square[waiting[dry]] + step
        waiting = waiting[~dry]
        if not len(waiting):
            return result[:, 0], result[:, 1]
    raise ValueError(f"{len(waiting)} people live more than a kilometre from any square on their own land.")


def _age_chances(plan: CountyPlan, cells: Cells, cell: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """(squares, 18) chances of the age groups: younger in cities, older in the country, on the coast and the island."""
    kind = np.array([{"city": -0.45, "town": 0.0, "village": 0.1}[place.kind] for place in plan.settlements])
    island = np.array([place.on_island for place in plan.settlements])
    in_place = cells.settlement[cell] >= 0
    older = np.where(in_place, kind[cells.settlement[cell]], 0.25)
    older += 0.35 * np.exp(-cells.coast_m[cell] / 2000.0) + 0.5 * island[cells.belongs[cell]]
    older += 0.3 * np.where(in_place, cells.closeness[cell] - 0.5, 0.0)
    older += 0.12 * Waves(rng, 600.0, 8000.0)(cells.xy[cell])
    city = in_place & np.array([place.kind == "city" for place in plan.settlements])[cells.settlement[cell]]
    chances = _AGE_SHARES * np.exp(older[:, None] * (_AGE_MIDDLE - 42.0) / 50.0)
    chances[np.ix_(city, [4, 5, 6])] *= 1.2
    return chances / chances.sum(axis=1, keepdims=True)
