"""Choosing sites: the exact method beside the heuristic, in time and in how far apart their answers are."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from narvard_plugin.core.network.matrix import Pairs
from narvard_plugin.core.siting.choose import choose_sites
from narvard_plugin.core.siting.problem import Question

from .timing import Figure, seconds

SMALL, MIDDLE, LARGE = (400, 40, 10), (400, 200, 20), (2000, 400, 20)  # origins, candidates, sites
LIMIT = 60.0


def figures() -> Iterator[Figure]:
    for size in (SMALL, MIDDLE):
        question, name = made_up(*size[:2]), "p-median {}×{} p={}".format(*size)
        answer = choose_sites(question, "pmedian", size[2], seconds=LIMIT)
        taken, runs = seconds(lambda ask=question, p=size[2]: choose_sites(ask, "pmedian", p, seconds=LIMIT), runs=3)
        yield Figure(f"{name}, {answer.how}", taken, "s", LIMIT, runs=runs)
    question, p = made_up(*LARGE[:2]), LARGE[2]
    name = "p-median {}×{} p={}".format(*LARGE)
    quick = choose_sites(question, "pmedian", p, exact_up_to=0)
    taken, runs = seconds(lambda: choose_sites(question, "pmedian", p, exact_up_to=0), runs=3, warm=False)
    yield Figure(f"{name}, {quick.how}", taken, "s", runs=runs)
    best = choose_sites(question, "pmedian", p, seconds=LIMIT)
    beside = f"{best.how}, bound {100 * best.gap:.2g} % off"
    yield Figure(f"{name}, heuristic", quick.objective / 1e6, "M person-min", 1.02, best.objective / 1e6, beside)
    yield Figure(f"{name}, gap that the heuristic reports", 100 * quick.gap, "%", 2.0)
    for method, radius in (("mclp", 10.0), ("lscp", 12.0), ("pcenter", 0.0)):
        ask, p = made_up(*MIDDLE[:2]), MIDDLE[2]
        answer = choose_sites(ask, method, p, radius, LIMIT)
        taken, runs = seconds(
            lambda method=method, ask=ask, p=p, radius=radius: choose_sites(ask, method, p, radius, LIMIT), runs=3
        )
        yield Figure(f"{method} {MIDDLE[0]}×{MIDDLE[1]} p={p}, {answer.how}", taken, "s", LIMIT, runs=runs)


def made_up(origins: int, sites: int) -> Question:
    """Random people and candidates in a square of 100 minutes."""
    rng = np.random.default_rng(1)
    people, places = rng.uniform(0, 100, (origins, 2)), rng.uniform(0, 100, (sites, 2))
    minutes = np.hypot(*(people[:, None] - places[None]).transpose(2, 0, 1))
    origin, site = np.indices(minutes.shape).reshape(2, -1)
    free = np.zeros(sites, bool)
    demand = rng.integers(1, 200, origins).astype(float)
    return Question(Pairs(origin, site, minutes.ravel()), demand, free, free)
