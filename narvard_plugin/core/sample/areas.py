"""DeSO-like small areas in SCB's code pattern, in two vintages, with RegSO-like groups and the key between vintages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

from .land import Cells
from .partition import divide, halve, neighbour_graph, shift_border, zones
from .plan import CountyPlan

_DIRECTIONS = ("öster", "nordost", "norr", "nordväst", "väster", "sydväst", "söder", "sydost")
_SPLIT_SHARE, _MERGE_SHARE, _SHIFT_SHARE = 0.05, 0.03, 0.05
_SMALLEST_CHANGED, _LARGEST_MERGED = 780, 3000
_DESO_PER_REGSO = 3


class Vintage(NamedTuple):
    """One division of the land: the cells of every area and what the area is called.

    year "2018" or "2025"; codes, regso: one text per area, in order of code; label (n,) row of each cell's area,
    -1 at sea; locality (areas,) index of the settlement the area is part of, -1 in the country.
    """

    year: str
    codes: list[str]
    regso: list[str]
    label: np.ndarray
    locality: np.ndarray


class _Area(NamedTuple):
    code: str
    locality: int
    cells: np.ndarray


def two_vintages(
    plan: CountyPlan, cells: Cells, municipality: np.ndarray, people: np.ndarray, rng: np.random.Generator
) -> tuple[Vintage, Vintage]:
    """The division of 2018 and that of 2025, where some areas are split, merged or have another border.

    municipality (n,) code per cell, "" at sea; people (n,) per cell. Codes: kommun + A, B or C + three digits + a
    reserve digit, 0 until the area changes (see SCB, "DeSO – demografiska statistikområden").
    """
    graph = neighbour_graph(cells)
    old = _first_division(plan, cells, graph, municipality, people, rng)
    new = _changed(old, graph, cells.xy, people, rng)
    first = _vintage("2018", old, _grouped(old, cells.xy, people), len(cells.xy))
    regso = _inherited_groups(new, first, people)
    return first, _vintage("2025", new, regso, len(cells.xy))


def area_table(
    plan: CountyPlan, cells: Cells, vintages: tuple[Vintage, Vintage], people: np.ndarray, deprivation: np.ndarray
) -> pd.DataFrame:
    """One row per area and vintage, without the populations (they are counted from the squares)."""
    return pd.concat([_one_table(plan, cells, v, people, deprivation) for v in vintages], ignore_index=True)


def _first_division(
    plan: CountyPlan,
    cells: Cells,
    graph: csr_matrix,
    municipality: np.ndarray,
    people: np.ndarray,
    rng: np.random.Generator,
) -> list[_Area]:
    names = [place.name for place in plan.settlements]
    seat = {m.code: names.index(m.seat) for m in plan.municipalities}
    areas: list[_Area] = []
    series: dict[str, int] = {}
    for zone in zones(municipality, seat, cells.settlement, people):
        parts = divide(zone.cells, graph, cells.xy, people, rng)
        if zone.locality >= 0:
            place = plan.settlements[zone.locality]
            parts.sort(key=lambda part: float(np.hypot(*(cells.xy[part].mean(axis=0) - (place.x, place.y)))))
        else:
            parts.sort(key=lambda part: -float(cells.xy[part, 1].mean()))
        if zone.letter == "B":
            series[zone.municipality] = series.get(zone.municipality, 1) + 1
        hundred = {"A": 0, "C": 1}.get(zone.letter, series.get(zone.municipality, 1))
        areas.extend(
            _Area(f"{zone.municipality}{zone.letter}{hundred}{i:02d}0", zone.locality, part)
            for i, part in enumerate(parts, start=1)
        )
    return sorted(areas, key=lambda area: area.code)


def _changed(
    old: list[_Area], graph: csr_matrix, xy: np.ndarray, people: np.ndarray, rng: np.random.Generator
) -> list[_Area]:
    """The areas of 2025: the largest split, small neighbours merged, some borders moved; each area changes once."""
    areas = {area.code: area for area in old}
    population = {area.code: int(people[area.cells].sum()) for area in old}
    neighbours = _neighbour_codes(old, graph)
    untouched = set(areas)

    def large_enough(parts: Iterable[np.ndarray]) -> bool:
        return all(people[part].sum() >= _SMALLEST_CHANGED for part in parts)

    wanted = round(_SPLIT_SHARE * len(old))
    for code in sorted(areas, key=lambda c: (-population[c], c)):
        parts = halve(areas[code].cells, graph, xy, people, rng) if wanted else []
        if not parts or not large_enough(parts):
            continue
        area = areas.pop(code)
        untouched.discard(code)
        for digit, part in enumerate(parts, start=1):
            areas[f"{code[:-1]}{digit}"] = _Area(f"{code[:-1]}{digit}", area.locality, part)
        wanted -= 1
    wanted = round(_MERGE_SHARE * len(old))
    for first, second in sorted(neighbours, key=lambda p: (population[p[0]] + population[p[1]], p)):
        if not wanted or population[first] + population[second] > _LARGEST_MERGED:
            break
        if first in untouched and second in untouched:
            untouched -= {first, second}
            one, other = areas.pop(first), areas.pop(second)
            code = _free_code(first, [*areas, *population])
            areas[code] = _Area(code, one.locality, np.sort(np.concatenate([one.cells, other.cells])))
            wanted -= 1
    wanted = round(_SHIFT_SHARE * len(old))
    for i in rng.permutation(len(neighbours)):
        first, second = neighbours[i]
        if not wanted:
            break
        if first in untouched and second in untouched:
            if population[first] < population[second]:
                first, second = second, first
            parts = shift_border(areas[first].cells, areas[second].cells, rng.uniform(0.12, 0.22), graph, people)
            if not large_enough(parts):
                continue
            untouched -= {first, second}
            for code, part in zip((first, second), parts):
                areas[f"{code[:-1]}1"] = _Area(f"{code[:-1]}1", areas.pop(code).locality, part)
            wanted -= 1
    return sorted(areas.values(), key=lambda area: area.code)


def _neighbour_codes(areas: list[_Area], graph: csr_matrix) -> list[tuple[str, str]]:
    """Pairs of codes of areas in the same zone that share a border, in order."""
    label = np.full(graph.shape[0], -1)
    for i, area in enumerate(areas):
        label[area.cells] = i
    edges = graph.tocoo()
    pairs = np.unique(np.column_stack([label[edges.row], label[edges.col]]), axis=0)
    pairs = pairs[(pairs[:, 0] < pairs[:, 1]) & (pairs[:, 0] >= 0)]
    codes = [(areas[i].code, areas[j].code, areas[i].locality == areas[j].locality) for i, j in pairs]
    return [(first, second) for first, second, same in codes if same and first[:5] == second[:5]]


def _free_code(code: str, taken: list[str]) -> str:
    """The next unused number in the series of `code`."""
    used = [int(other[6:8]) for other in taken if other[:6] == code[:6]]
    return f"{code[:6]}{max(used) + 1:02d}0"


def _grouped(areas: list[_Area], xy: np.ndarray, people: np.ndarray) -> list[str]:
    """The RegSO-like group of each area: about three neighbouring areas, never town and country together."""
    regso = [""] * len(areas)
    kinds = sorted({(area.code[:4], area.code[4] != "A") for area in areas})
    number: dict[str, int] = {}
    for municipality, urban in kinds:
        ours = [i for i, a in enumerate(areas) if a.code[:4] == municipality and (a.code[4] != "A") == urban]
        middle = np.array([np.average(xy[areas[i].cells], axis=0, weights=people[areas[i].cells] + 1) for i in ours])
        for group in _spatial_groups(middle, max(1, round(len(ours) / _DESO_PER_REGSO))):
            number[municipality] = number.get(municipality, 0) + 1
            for member in group:
                regso[ours[member]] = f"{municipality}R{number[municipality]:03d}"
    return regso


def _spatial_groups(xy: np.ndarray, count: int) -> list[np.ndarray]:
    """Row numbers in `count` compact groups: halved across the longer side again and again."""

    def halved(rows: np.ndarray, groups: int) -> list[np.ndarray]:
        if groups <= 1:
            return [rows]
        axis = int(np.argmax(np.ptp(xy[rows], axis=0)))
        order = rows[np.argsort(xy[rows, axis], kind="stable")]
        cut = max(1, round(len(rows) * (groups // 2) / groups))
        return [*halved(order[:cut], groups // 2), *halved(order[cut:], groups - groups // 2)]

    return halved(np.arange(len(xy)), count)


def _inherited_groups(new: list[_Area], old: Vintage, people: np.ndarray) -> list[str]:
    """The group of each new area: that of the old area most of its people come from."""
    weight = people + 1e-6
    return [old.regso[int(np.bincount(old.label[a.cells], weights=weight[a.cells]).argmax())] for a in new]


def _vintage(year: str, areas: list[_Area], regso: list[str], cell_count: int) -> Vintage:
    label = np.full(cell_count, -1)
    for i, area in enumerate(areas):
        label[area.cells] = i
    locality = np.array([area.locality for area in areas])
    return Vintage(year, [area.code for area in areas], regso, label, locality)


def _one_table(
    plan: CountyPlan, cells: Cells, vintage: Vintage, people: np.ndarray, deprivation: np.ndarray
) -> pd.DataFrame:
    count, ours = len(vintage.codes), np.flatnonzero(vintage.label >= 0)
    label = vintage.label[ours]

    def mean(value: np.ndarray) -> np.ndarray:
        weight = people[ours] + 1e-3
        return np.bincount(label, weight * value[ours], count) / np.bincount(label, weight, count)

    middle = np.column_stack([mean(cells.xy[:, 0]), mean(cells.xy[:, 1])])
    weak = mean(deprivation)
    on_island = np.array([place.on_island for place in plan.settlements])
    return pd.DataFrame(
        {
            "area_code": vintage.codes,
            "vintage": vintage.year,
            "name": _area_names(plan, cells, vintage, middle),
            "kind_letter": [code[4] for code in vintage.codes],
            "municipality": [code[:4] for code in vintage.codes],
            "region": [code[:2] for code in vintage.codes],
            "regso": vintage.regso,
            "deprivation": np.round((weak - weak.mean()) / weak.std(), 4),
            "area_km2": np.round(np.bincount(label, cells.area_m2[ours], count) / 1e6, 4),
            "x": np.round(middle[:, 0], 1),
            "y": np.round(middle[:, 1], 1),
            "coastal": mean((cells.coast_m < 3000.0).astype(float)) > 0.5,
            "on_island": mean(on_island[cells.belongs].astype(float)) > 0.5,
        }
    )


def _area_names(plan: CountyPlan, cells: Cells, vintage: Vintage, middle: np.ndarray) -> list[str]:
    """The place and where in it, as in Lindhamn nordost or Landsbygden kring Fliseby; numbered where several agree."""
    names = []
    for i, locality in enumerate(vintage.locality):
        ours = vintage.label == i
        place = plan.settlements[locality if locality >= 0 else int(np.bincount(cells.belongs[ours]).argmax())]
        if locality < 0:
            names.append(f"Landsbygden kring {place.name}")
        elif (vintage.locality == locality).sum() == 1:
            names.append(place.name)
        else:
            radius = np.hypot(*(cells.xy[cells.settlement == locality] - (place.x, place.y)).T).max()
            dx, dy = middle[i] - (place.x, place.y)
            eighth = round(float(np.arctan2(dy, dx)) / (np.pi / 4.0)) % 8
            where = "centrum" if np.hypot(dx, dy) < 0.22 * radius else _DIRECTIONS[eighth]
            names.append(f"{place.name} {where}")
    return _numbered(names)


def _numbered(names: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    result = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        result.append(f"{name} {seen[name]}" if names.count(name) > 1 else name)
    return result
