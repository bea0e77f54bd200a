"""From dwellings in plans to people, listed patients, doctors, children and places in care homes, and when they come.

Every assumption is a parameter with its own name: what the region has not set itself is a placeholder and is said to be one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..access.decay import Decay
from .building_rights import Rights

GIVEN, FROM_RIGHTS, UNKNOWN = "given", "building_rights", "unknown"
NEAREST, ROOM, DECAY = "nearest", "room", "decay"
CHILD_BELOW, OLD_FROM = 20, 80  # years


@dataclass(frozen=True)
class Assumptions:
    """People ``per_flat`` and ``per_house``, the share of them that lists itself at a centre in reach (0–1), people per
    full-time specialist, m² gross per flat, and places in care homes per person of 80 or more (NaN = not set)."""

    per_flat: float
    per_house: float
    listed_share: float
    listed_per_gp: float
    gross_per_flat: float
    places_per_old: float = np.nan


class Need(NamedTuple):
    """Per plan (n; NaN = unknown): dwellings, people, people listed and full-time specialists that they take."""

    flats: np.ndarray
    houses: np.ndarray
    people: np.ndarray
    listed: np.ndarray
    specialists: np.ndarray


def need_of(flats: np.ndarray, houses: np.ndarray, assumed: Assumptions) -> Need:
    """What plans with so many flats and houses (n; NaN = unknown) mean when all of them are lived in."""
    people = flats * assumed.per_flat + houses * assumed.per_house
    listed = people * assumed.listed_share
    return Need(flats, houses, people, listed, listed / assumed.listed_per_gp)


def dwellings_of(rights: Rights, gross_per_flat: float) -> tuple[float, bool]:
    """Flats that the building rights for dwellings (B) have room for, and whether nothing is in doubt.

    NaN where the plan tells no floor area for dwellings. Where other uses may take the same floor area, or some of it could
    not be counted, the number is in doubt.
    """
    gross = rights.gross_area("B")
    clear = rights.is_clear("B") and not rights.shared_with("B")
    return float(np.floor(round(gross / gross_per_flat, 6))) if gross == gross else np.nan, clear


def by_age(people: np.ndarray, shares: Mapping[str, float]) -> dict[str, np.ndarray]:
    """People (n) of every age group, by the groups' shares of a population that is told."""
    return {group: people * share for group, share in shares.items()}


def age_shares(counts: Mapping[str, float]) -> dict[str, float]:
    """Shares 0–1 of age groups (``0_4``, ``85_plus``) from their numbers of people; nothing where there are no people."""
    total = sum(counts.values())
    return {group: count / total for group, count in counts.items()} if total > 0 else {}


def first_age(group: str) -> int:
    """The lowest age of a group: 80 of ``80_84``."""
    return int(group.split("_")[0])


def care_home_places(people: np.ndarray, shares: Mapping[str, float], assumed: Assumptions) -> np.ndarray:
    """Places (n) that the people of 80 or more take; NaN where the ages or the rate are not known."""
    if not shares:
        return np.full(len(people), np.nan)
    old = sum(share for group, share in shares.items() if first_age(group) >= OLD_FROM)
    return people * old * assumed.places_per_old


def moved_in(first_year: np.ndarray, share_per_year: float, years: Sequence[int]) -> np.ndarray:
    """Share (n, years; 0–1) of each plan's dwellings that is lived in at the end of each year.

    From ``first_year`` (n; NaN = unknown, counted as lived in already, so that nobody is left out) ``share_per_year`` a year.
    """
    waited = np.asarray(years, float)[None, :] - first_year[:, None] + 1
    return np.where(np.isnan(waited), 1.0, np.clip(np.round(waited * share_per_year, 12), 0.0, 1.0))


def flows(minutes: np.ndarray, method: str, decay: Decay, has_room: np.ndarray) -> np.ndarray:
    """Share (n, f; 0–1) of each plan's people that each centre gets. ``minutes`` (n, f; inf = out of reach).

    ``nearest``: all to the nearest, the first of equals. ``room``: all to the nearest that ``has_room`` (f bool), or to the
    nearest of all where none in reach has. ``decay``: by weights that fall with time. A plan with no centre in reach has a row
    of zeros.
    """
    share = np.zeros(minutes.shape)
    if not minutes.size:
        return share
    if method == DECAY:
        weight = decay.of(minutes)
        total = weight.sum(axis=1, keepdims=True)
        return np.divide(weight, total, out=share, where=total > 0)
    if method == ROOM:
        with_room = np.where(has_room[None, :], minutes, np.inf)
        minutes = np.where(np.isfinite(with_room).any(axis=1, keepdims=True), with_room, minutes)
    rows = np.flatnonzero(np.isfinite(minutes).any(axis=1))
    share[rows, minutes[rows].argmin(axis=1)] = 1.0
    return share
