"""Questions of where to place care, and of how patients are shared out among units that do it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from hypothesis import strategies as st

from narvard_plugin.core.siting.outcome import Procedure
from narvard_plugin.core.siting.patients import People, areas_of
from narvard_plugin.core.siting.problem import Question
from narvard_plugin.core.siting.redistribution import Group
from tests.core.siting.test_choose import cases, every_choice, question

__all__ = ["Case", "every_choice", "groups", "procedures", "site_cases"]


class Case(NamedTuple):
    """A ``question`` about ``sites`` sites or a ``radius`` in minutes, and the numbers that it was made of."""

    question: Question
    cost: np.ndarray
    demand: np.ndarray
    capacity: np.ndarray
    fixed: list
    closed: list
    sites: int
    radius: float

    def best(self, method: str):
        """What the best of all choices is worth, the greater the better."""
        return every_choice(
            method,
            self.cost.tolist(),
            self.demand.tolist(),
            self.capacity.tolist(),
            self.fixed,
            self.closed,
            self.sites,
            self.radius,
        )


def site_cases(with_holes: bool = True, origins: int = 7):
    def made(drawn):
        cost, demand, capacity, fixed, closed, sites, radius = drawn
        cost, demand = cost[:origins], demand[:origins]
        asked = question(cost, demand, fixed, closed, capacity)
        return Case(
            asked,
            np.array(cost, float),
            np.array(demand, float),
            np.array(capacity, float),
            fixed,
            closed,
            sites,
            float(radius),
        )

    return cases(with_holes).map(made)


@st.composite
def groups(draw, holes: bool = False, least_capacity: int = 0) -> Group:
    """Two to four units; with ``holes`` not all of their patients have a route to all others, or nobody knows."""
    count = draw(st.integers(2, 4))

    def whole(low, high):
        return np.array(draw(st.lists(st.integers(low, high), min_size=count, max_size=count)), float)

    shape = (count, count)
    cell = st.sampled_from((1.0, 1.0, 0.5, 0.0, np.nan)) if holes else st.just(1.0)
    reach = np.array(draw(st.lists(cell, min_size=count**2, max_size=count**2))).reshape(shape)
    extra = np.array(draw(st.lists(st.integers(-5, 60), min_size=count**2, max_size=count**2)), float).reshape(shape)
    local = np.array(draw(st.lists(st.sampled_from((0, 0, 0, 0.5, 1)), min_size=count, max_size=count)), float)
    np.fill_diagonal(reach, 1.0)
    extra[np.isnan(reach) | (reach == 0)] = np.nan
    return Group(whole(0, 12), whole(least_capacity, 12), whole(0, 6), local, extra, reach)


@st.composite
def peoples(draw, units: int) -> tuple[People, np.ndarray]:
    """People who know or do not know their region, and the region of each of ``units`` units."""
    origins = draw(st.integers(1, 6))
    minutes = st.one_of(st.integers(0, 120).map(float), st.just(np.inf))
    table = np.array(
        draw(st.lists(st.lists(minutes, min_size=units, max_size=units), min_size=origins, max_size=origins))
    )
    population = np.array(draw(st.lists(st.integers(0, 40), min_size=origins, max_size=origins)), float)
    names = st.sampled_from("XY")
    region = (
        np.array(draw(st.lists(names, min_size=origins, max_size=origins)), object) if draw(st.booleans()) else None
    )
    return People(table, population, region), np.array(draw(st.lists(names, min_size=units, max_size=units)), object)


@st.composite
def procedures(draw) -> tuple[Procedure, People]:
    """A procedure group whose units' areas, routes and extra minutes come from people."""
    drawn = draw(groups())
    count = len(drawn.need)
    people, region = draw(peoples(count))
    units = np.arange(count)
    areas = areas_of(people, units, region)
    unknown = st.one_of(st.integers(0, 30).map(float), st.just(np.nan))
    number = np.array(draw(st.lists(unknown, min_size=count, max_size=count)))
    share = np.where(np.isnan(number), np.nan, draw(st.floats(0, 1)))
    group = drawn._replace(extra=areas.extra, reach=areas.reach)
    unit = np.array([f"u{row}" for row in units], object)
    return Procedure("knee", unit, region, units, group, areas, number, share), people
