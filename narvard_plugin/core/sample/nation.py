"""Plans of further counties for a nation-sized sample: the hand-made county mirrored, moved and varied."""

from __future__ import annotations

import numpy as np

from .plan import CountyPlan, county_plan

_COLUMNS = 5
_STEP_EAST_M, _STEP_NORTH_M = 104_000.0, 200_000.0
# Mirroring happens about the middle of the hand-made county.
_MIDDLE_EAST_M = 801_000.0
_BEGINNINGS = (
    "Al", "Ask", "Berg", "Björk", "Bro", "Dal", "Ek", "Elm", "Fager", "Flis", "Fur", "Gran", "Gräs", "Gull", "Hag",
    "Hammar", "Hjort", "Holm", "Häll", "Järn", "Kvarn", "Lind", "Ljung", "Lund", "Löv", "Mal", "Mjöl", "Moss", "Norr",
    "Orm", "Ox", "Rams", "Ring", "Rost", "Räv", "Rön", "Sand", "Silver", "Sjö", "Skog", "Små", "Sten", "Svart", "Söder",
    "Tall", "Tjäder", "Torp", "Tran", "Ull", "Vall", "Vass", "Vik", "Väster", "Åker", "Älm", "Äng", "Öster", "Örn",
)  # fmt: skip
_ENDINGS = (
    "aryd", "boda", "by", "bäck", "eforsa", "ekulla", "elund", "erum", "estad", "fallet", "forsen", "gärde", "hamra",
    "hemmet", "hester", "hultet", "höjd", "inge", "köp", "landa", "lösa", "marka", "måla", "näset", "rud", "sele",
    "storp", "sundet", "säter", "tuna", "udden", "vallen", "viken", "ängen", "åsa", "ökna", "ösund", "dala", "holma",
)  # fmt: skip


def nation_plans(count: int, rng: np.random.Generator) -> list[CountyPlan]:
    """The hand-made county and `count` - 1 varied ones in rows of five, all with codes and names of their own."""
    first = county_plan()
    taken = {place.name for place in first.settlements}
    names = [begin + end for begin in _BEGINNINGS for end in _ENDINGS if begin + end not in taken]
    order = rng.permutation(len(names))
    per_county = len(first.settlements)
    plans = [first]
    for k in range(1, count):
        chosen = [names[i] for i in order[(k - 1) * per_county : k * per_county]]
        plans.append(_varied(first, k, chosen, rng))
    return plans


def neighbouring(count: int) -> list[tuple[int, int]]:
    """Pairs of counties that lie beside or above each other."""
    beside = [(k, k + 1) for k in range(count - 1) if (k + 1) % _COLUMNS]
    return beside + [(k, k + _COLUMNS) for k in range(count - _COLUMNS)]


def _varied(plan: CountyPlan, k: int, names: list[str], rng: np.random.Generator) -> CountyPlan:
    """County number k: mirrored in every other column, so that neighbour strips lie back to back."""
    row, column = divmod(k, _COLUMNS)
    region, neighbour = f"{99 - 2 * k:02d}", f"{98 - 2 * k:02d}"
    codes = {plan.region: region, plan.neighbour: neighbour}
    renamed = dict(zip((place.name for place in plan.settlements), names))

    def moved(x: float, y: float) -> tuple[float, float]:
        x = 2.0 * _MIDDLE_EAST_M - x if column % 2 else x
        return x + column * _STEP_EAST_M, y + row * _STEP_NORTH_M

    def moved_all(points: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
        return tuple(moved(x, y) for x, y in points)

    settlements = []
    for place in plan.settlements:
        # Shores are narrow, so places there move least.
        reach = 400.0 if place.coastal else 1800.0
        x, y = moved(place.x, place.y)
        settlements.append(
            place._replace(
                name=renamed[place.name],
                x=x + float(rng.uniform(-reach, reach)),
                y=y + float(rng.uniform(-reach, reach)),
                population=max(250, int(place.population * np.exp(0.12 * rng.standard_normal()))),
                municipality=codes[place.municipality[:2]] + place.municipality[2:],
            )
        )
    in_county = sum(p.population for p in settlements if p.municipality[:2] == region)
    in_strip = sum(p.population for p in settlements if p.municipality[:2] == neighbour)
    seats = {m.code: renamed[m.seat] for m in plan.municipalities}
    return CountyPlan(
        region=region,
        neighbour=neighbour,
        region_names={region: f"Exempellän {k + 1}", neighbour: f"Grannlän {k + 1}"},
        people=round(in_county * 1.167),
        neighbour_people=round(in_strip * 1.23),
        municipalities=tuple(
            m._replace(
                code=codes[m.region] + m.code[2:], name=seats[m.code], seat=seats[m.code], region=codes[m.region]
            )
            for m in plan.municipalities
        ),
        settlements=tuple(settlements),
        main_roads=tuple(road._replace(through=tuple(renamed[n] for n in road.through)) for road in plan.main_roads),
        mainland=moved_all(plan.mainland),
        islands=tuple(moved_all(island) for island in plan.islands),
        neighbour_outline=moved_all(plan.neighbour_outline),
    )
