"""The models of where to place facilities, by the names that users choose them by."""

from __future__ import annotations

from ..network.limits import Step, no_step
from .capacitated import least_minutes_with_room
from .centre import shortest_longest
from .coverage import fewest_to_cover, most_covered
from .median import least_minutes
from .problem import Answer, Question
from .solver import Clock

PMEDIAN, PCENTER, MCLP, LSCP, CAPACITATED = "pmedian", "pcenter", "mclp", "lscp", "capacitated"
WITH_RADIUS = (MCLP, LSCP)
EXACT_UP_TO = 300_000  # pairs of origin and site in the exact programme


def choose_sites(
    question: Question,
    method: str,
    sites: int = 0,
    radius: float = 0.0,
    seconds: float = 60.0,
    exact_up_to: int = EXACT_UP_TO,
    fractional: bool = False,
    step: Step = no_step,
) -> Answer:
    """Exactly ``sites`` sites (all methods but LSCP) by ``method``; ``radius`` in minutes, inclusive (MCLP and LSCP).

    A heuristic answers first; the exact programme follows where it has at most ``exact_up_to`` pairs (after leaving out
    what provably cannot matter), with what is left of ``seconds``. ``ValueError`` where so many sites cannot be chosen.
    """
    fixed, allowed = int(question.fixed_open.sum()), len(question.allowed)
    if (question.fixed_open & question.fixed_closed).any():
        raise ValueError("a site cannot be both fixed open and fixed closed")
    if method != LSCP and not max(1, fixed) <= sites <= allowed:
        raise ValueError(f"{sites} sites of {allowed}, {fixed} of them fixed open")
    clock = Clock(seconds)
    if method == LSCP:
        return fewest_to_cover(question, radius, clock, exact_up_to, step)
    if method == MCLP:
        return most_covered(question, sites, radius, clock, exact_up_to, step)
    if method == PCENTER:
        return shortest_longest(question, sites, clock, exact_up_to, step)
    if method == PMEDIAN:
        return least_minutes(question, sites, clock, exact_up_to, step)
    if method == CAPACITATED and question.capacity is not None:
        return least_minutes_with_room(question, sites, clock, exact_up_to, fractional, step)
    raise ValueError(f"no model called {method} (capacitated needs capacities)")
