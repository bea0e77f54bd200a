"""Decided target values (målvärden) against what is: the gap, and whether the target is met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np

OWN, MUNICIPALITY, REGION = "own", "municipality", "region"
LOWER, HIGHER = "lower", "higher"


class Target(NamedTuple):
    """One decided value; ``better`` says which side of it is good."""

    value: float
    better: str
    decided_by: Optional[str] = None
    decided_date: Optional[str] = None
    unit: Optional[str] = None


class Gap(NamedTuple):
    """Of one area: the ``target`` that holds there and whose it is (``level`` own, municipality or region), value − target,
    and whether it is met; each None where there is no target or no value."""

    target: Optional[Target]
    level: Optional[str]
    gap: Optional[float]
    met: Optional[bool]


def gaps(values: np.ndarray, places: Sequence[Sequence[Optional[str]]], targets: dict[str, Target]) -> list[Gap]:
    """Per area (a): its value (NaN = none) and its ``places``: codes of the area, its municipality and its region.

    The area's own target goes before the municipality's, and that before the region's. ``targets``: {area code: target}.
    """
    return [_gap(value, codes, targets) for value, codes in zip(values, places)]


def _gap(value: float, codes: Sequence[Optional[str]], targets: dict[str, Target]) -> Gap:
    for level, code in zip((OWN, MUNICIPALITY, REGION), codes):
        if code is not None and code in targets:
            target = targets[code]
            if not np.isfinite(value):
                return Gap(target, level, None, None)
            gap = float(value) - target.value
            return Gap(target, level, gap, _met(gap, target))
    return Gap(None, None, None, None)


def _met(gap: float, target: Target) -> bool:
    """The target itself is met; a difference of rounding in the last places does not break it."""
    slack = 1e-9 * max(1.0, abs(target.value))
    return gap <= slack if target.better == LOWER else gap >= -slack


class Meeting(NamedTuple):
    """Of a group of areas: how many areas and people there are with a target and a value, and how many meet it."""

    areas: int
    areas_met: int
    people: float
    people_met: float


def meeting(found: Sequence[Gap], people: np.ndarray, level: Optional[str] = None) -> Meeting:
    """Summed over the areas whose target is of ``level``, or all with a target and a value."""
    rows = [row for row, gap in enumerate(found) if gap.met is not None and level in (None, gap.level)]
    met = [row for row in rows if found[row].met]
    return Meeting(len(rows), len(met), float(people[rows].sum()), float(people[met].sum()))
