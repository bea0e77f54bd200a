"""Where people live and how well, cell by cell: counts, weak and strong neighbourhoods, the summer's visitors."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from .land import Cells, Waves
from .plan import CountyPlan


def whole_shares(total: int, weight: np.ndarray) -> np.ndarray:
    """`total` whole things shared in proportion to `weight` (n,), largest remainders first; sums exactly."""
    exact = total * weight / weight.sum()
    share = np.floor(exact).astype(np.int64)
    missing = total - int(share.sum())
    share[np.argsort(share - exact, kind="stable")[:missing]] += 1
    return share


def cell_people(plan: CountyPlan, cells: Cells, rng: np.random.Generator) -> np.ndarray:
    """People per cell (n,), whole numbers: dense in the middle of localities, thin and uneven in the forest."""
    people = np.zeros(len(cells.xy), dtype=np.int64)
    uneven = np.exp(0.45 * rng.standard_normal(len(cells.xy)))
    for i, place in enumerate(plan.settlements):
        ours = np.flatnonzero(cells.settlement == i)
        steep = {"city": 1.7, "town": 1.3, "village": 0.8}[place.kind]
        weight = np.exp(-steep * cells.closeness[ours]) * uneven[ours]
        people[ours] = whole_shares(place.population, weight)
    weight = _rural_attraction(plan, cells, rng) * uneven**2
    for neighbour, total in ((False, plan.people), (True, plan.neighbour_people)):
        rural = np.flatnonzero(cells.land & (cells.settlement < 0) & (cells.in_neighbour == neighbour))
        in_localities = sum(
            p.population for p in plan.settlements if (p.municipality[:2] == plan.neighbour) == neighbour
        )
        people[rural] = whole_shares(total - in_localities, weight[rural])
    return people


def _rural_attraction(plan: CountyPlan, cells: Cells, rng: np.random.Generator) -> np.ndarray:
    """How much each rural cell draws people: near towns and in old farmland, less in the inland forest.

    Inland they gather round the villages; along the shore they live scattered.
    """
    to_place = cKDTree([(place.x, place.y) for place in plan.settlements]).query(cells.xy)[0]
    towns = np.zeros(len(cells.xy))
    for place in plan.settlements:
        if place.kind != "village":
            towns += place.population / 20_000.0 * np.exp(-np.hypot(*(cells.xy - (place.x, place.y)).T) / 9000.0)
    farmland = np.exp(0.7 * Waves(rng, 6000.0, 30000.0)(cells.xy))
    scattered = 0.12 + 0.25 * np.exp(-cells.coast_m / 4000.0)
    near = scattered + np.exp(-to_place / 3500.0) + towns
    shore = 1.0 + 0.6 * np.exp(-cells.coast_m / 2500.0)
    forest = rng.random(len(cells.xy)) < 0.28
    return np.where(forest, 0.0, farmland * near * shore * np.minimum(cells.area_m2, 1.2e6))


def cell_deprivation(plan: CountyPlan, cells: Cells, rng: np.random.Generator) -> np.ndarray:
    """Latent deprivation per cell (n,), high = weak, no unit: it varies smoothly, so neighbours are alike.

    Housing estates of the larger towns and industrial places are weak; the coast and the island are strong.
    """
    value = 0.45 * Waves(rng, 7000.0, 40000.0)(cells.xy) + 0.25 * Waves(rng, 900.0, 4000.0)(cells.xy)
    in_place = cells.settlement >= 0
    coast = np.exp(-cells.coast_m / 2500.0)
    value -= np.where(in_place, 0.5, 1.2) * coast
    for i, place in enumerate(plan.settlements):
        around = cells.belongs == i
        if place.on_island:
            value[around] -= 0.7
        if place.industrial:
            value[cells.settlement == i] += 1.3
            value[around & ~in_place] += 0.2
        if place.kind == "village" or place.population < 9000:
            continue
        centre = np.array([place.x, place.y])
        radius = np.hypot(*(cells.xy[cells.settlement == i] - centre).T).max()
        # Villa quarters at the edge, estates in a ring between them and the centre.
        value[cells.settlement == i] -= 0.6 * cells.closeness[cells.settlement == i]
        estates = np.zeros(len(value))
        for _ in range(6 if place.population > 40000 else 2):
            angle = rng.uniform(0.0, 2.0 * np.pi)
            estate = centre + rng.uniform(0.4, 0.7) * radius * np.array([np.cos(angle), np.sin(angle)])
            width = 0.15 * radius + 250.0
            estates = np.maximum(estates, np.exp(-((np.hypot(*(cells.xy - estate).T) / width) ** 2)))
        value += np.where(in_place, 2.8 * estates, 0.0)
    return value


def july_factor(cells: Cells, plan: CountyPlan) -> np.ndarray:
    """How many times the registered people stay in each cell in July: the island doubles, the shore grows."""
    on_island = np.zeros(len(cells.xy), dtype=bool)
    for i, place in enumerate(plan.settlements):
        if place.on_island:
            on_island |= cells.belongs == i
    shore = np.exp(-cells.coast_m / 2000.0)
    in_city = np.isin(cells.settlement, [i for i, place in enumerate(plan.settlements) if place.kind == "city"])
    factor = np.where(in_city, 0.95, 1.0 + 0.5 * shore)
    return np.where(on_island, 1.72 + 0.8 * shore, factor)
