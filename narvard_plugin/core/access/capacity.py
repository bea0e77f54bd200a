"""Capacity of primary care as the regions count it: places by doctors' full-time equivalents, against the listed.

Methods section 3.5; the norm of 1 100 listed per full-time specialist and half of it per doctor in training (ST) is
Socialstyrelsen's of April 2022, which calls it neither floor nor ceiling.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

SPECIALIST, TRAINEE, LISTED = "heltid_specialist", "heltid_st", "listade"
KINDS = (SPECIALIST, TRAINEE, LISTED)
INSIDE, OVER, NO_DOCTORS, UNKNOWN = "inside", "over", "no_doctors", "unknown"


class Norm(NamedTuple):
    """People listed per full-time specialist and per full-time doctor in training."""

    per_specialist: float
    per_trainee: float


class Capacity(NamedTuple):
    """Per health centre (f): full-time equivalents, people that may be ``supply`` and are ``listed``, what follows from
    them, and ``status``; NaN where it is not known."""

    gp_fte: np.ndarray
    st_fte: np.ndarray
    supply: np.ndarray
    listed: np.ndarray
    listed_per_gp: np.ndarray
    load: np.ndarray
    spare_places: np.ndarray
    status: np.ndarray

    def take(self, rows) -> Capacity:
        return Capacity(*(values[rows] for values in self))


def newest_values(
    facility: Sequence[str], kind: Sequence[str], value: np.ndarray, date: Sequence[str], facility_ids: np.ndarray
) -> dict[str, np.ndarray]:
    """Per kind of ``KINDS`` the value (f) of the newest ``date`` (ISO text; "" = undated, oldest); NaN without a row.

    Each facility and kind has its own newest date.
    """
    rows = pd.DataFrame({"facility": facility, "kind": kind, "value": value, "date": date})
    newest = rows.sort_values("date", kind="stable").drop_duplicates(["facility", "kind"], keep="last")
    return {
        name: newest[newest["kind"] == name].set_index("facility")["value"].reindex(facility_ids).to_numpy(float)
        for name in KINDS
    }


def supply_of(gp_fte: np.ndarray, st_fte: np.ndarray, norm: Norm) -> np.ndarray:
    """Places (f). Unknown where the specialists are unknown; doctors in training that no row tells of count as none."""
    places = norm.per_specialist * gp_fte + norm.per_trainee * np.nan_to_num(st_fte)
    # 2.3 × 1 500 is a hair less than 3 450 in floating point, and would put a centre with 3 450 listed over the norm.
    return np.round(places, 6)


def capacity_of(
    gp_fte: np.ndarray, st_fte: np.ndarray, listed: np.ndarray, norm: Norm, hidden_most: np.ndarray | float = 0.0
) -> Capacity:
    """What full-time equivalents and listed people (f; NaN = unknown) mean by the ``norm``.

    ``hidden_most`` (f): how many more may be listed behind hidden numbers. Where they could pass the norm, nobody knows.
    """
    supply = supply_of(gp_fte, st_fte, norm)
    status = np.where(listed <= supply, INSIDE, OVER).astype(object)
    status[(status == INSIDE) & (listed + hidden_most > supply)] = UNKNOWN
    status[supply == 0] = NO_DOCTORS
    status[np.isnan(supply) | (np.isnan(listed) & (supply > 0))] = UNKNOWN
    per_gp, load = _ratio(listed, gp_fte), _ratio(listed, supply)
    return Capacity(gp_fte, st_fte, supply, listed, per_gp, load, supply - listed, status)


def summarise_capacity(capacity: Capacity, norm: Norm) -> dict[str, float]:
    """Measures of all centres together; a share has every known listed person in its denominator.

    Sums are over the centres where the value is known, and NaN where it is known of none; ``spare_places`` and
    ``listed_per_gp`` over those where both of their parts are.
    """
    status, listed = capacity.status, capacity.listed
    total, with_gp = _sum_of_known(listed), ~np.isnan(listed) & ~np.isnan(capacity.gp_fte)
    people = {name: float(np.nansum(listed[status == name])) for name in (INSIDE, OVER, NO_DOCTORS, UNKNOWN)}
    gp_fte = np.sum(capacity.gp_fte[with_gp])
    return {
        "norm": norm.per_specialist,
        "st_norm": norm.per_trainee,
        "listed": total,
        "supply": _sum_of_known(capacity.supply),
        "spare_places": _sum_of_known(capacity.spare_places),
        "gp_fte": _sum_of_known(capacity.gp_fte),
        "st_fte": _sum_of_known(capacity.st_fte),
        "listed_per_gp": float(np.sum(listed[with_gp]) / gp_fte) if gp_fte > 0 else np.nan,
        "share_inside_norm": people[INSIDE] / total if total > 0 else np.nan,
        **{f"listed_{name}": value for name, value in people.items()},
        "centres": float(len(status)),
        **{f"centres_{name}": float(np.sum(status == name)) for name in people},
    }


def _sum_of_known(values: np.ndarray) -> float:
    known = values[~np.isnan(values)]
    return float(known.sum()) if len(known) else np.nan


def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)
