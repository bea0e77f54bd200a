"""Patients of one procedure group gathered at the fewest units that each hold enough of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..network.limits import Step, no_step
from .redistribution import Group, Plan
from .solver import Model


class Concentration(NamedTuple):
    """The ``plan``; demand beyond all capacity (``beyond``); how far units fall short of the volume asked for (``short``)."""

    plan: Plan
    beyond: float
    short: float


def concentrate(
    group: Group, least: float, seconds: float, units: int | None = None, step: Step = no_step
) -> Concentration:
    """Fewest units (or at most ``units`` of them) with at least ``least`` patients a year, or its floor where that is higher.

    In order: as little demand beyond capacity as possible, as little lack of volume as possible, the fewest units, the least
    extra travel, the fewest moves.
    """
    step(0.0)
    count = len(group.need)
    start, end = np.nonzero(np.isnan(group.reach) | (group.reach > 0) | np.eye(count, dtype=bool))
    stay = np.ceil(group.need * group.local - 1e-9)
    share = np.where(np.isnan(group.reach), 1.0, group.reach)[start, end]
    away = start != end
    model = Model()
    most = np.where(away, np.floor(share * group.need[start] + 1e-9), group.need[start])
    x = model.variables(len(start), np.where(away, 0, stay[start]), most, integer=True)
    y = model.variables(count, 0, 1, integer=True)
    over, short = model.variables(count), model.variables(count)
    model.rows(start, x, 1, group.need, group.need, count)
    model.rows(
        np.append(np.arange(len(x)), np.arange(len(x))),
        np.append(x, y[end]),
        np.append(np.ones(len(x)), -most),
        -np.inf,
        0,
    )
    each = np.arange(count)
    model.rows(
        np.concatenate([end, each, each]), np.concatenate([x, y, over]),
        np.concatenate([np.ones(len(x)), -group.capacity, -np.ones(count)]), -np.inf, 0, count,
    )  # fmt: skip
    enough = np.maximum(least, group.floor)
    model.rows(
        np.concatenate([end, each, each]), np.concatenate([x, y, short]),
        np.concatenate([np.ones(len(x)), -enough, np.ones(count)]), 0, np.inf, count,
    )  # fmt: skip
    never = np.maximum(enough - group.capacity, 0)  # what a unit cannot do is lacking however many are sent there
    model.rows(np.append(each, each), np.append(short, y), np.append(np.ones(count), -never), 0, np.inf)
    one = np.ones(count)
    if units is not None:
        model.row((y, one), high=units)
    moved = (x[away], np.ones(away.sum()))
    order = [(over, one), (short, one), (y, one), (x[away], group.cost[start, end][away]), moved]
    solved = model.minimise_in_order(order, seconds)
    table = np.zeros((count, count))
    if solved.x is None:
        return Concentration(Plan(table, False), np.nan, np.nan)
    table[start[away], end[away]] = solved.x[x[away]]
    return Concentration(Plan(table, solved.proven), float(solved.x[over].sum()), float(solved.x[short].sum()))
