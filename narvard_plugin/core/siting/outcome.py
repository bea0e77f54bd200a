"""What a redistribution means for each region, each unit and each move: the numbers that the tables hold."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .patients import THRESHOLDS, Areas, person_minutes
from .redistribution import Group, Plan, highest_ratio, lowest_peak, volume, within_capacity
from .waiting import list_in_a_year, over_90_days, share_over_90_days

SHORT, AS_BEFORE, MET, LIMITED = "short", "as_before", "met", "limited"


class Procedure(NamedTuple):
    """One procedure group: its units' ids and regions (k), their columns in the table of minutes, the ``group`` itself, and
    what waits today: ``number`` and ``share`` over 90 days (k each, NaN = unknown)."""

    specialty: str
    unit: np.ndarray
    region: np.ndarray
    column: np.ndarray
    group: Group
    areas: Areas
    number: np.ndarray
    share: np.ndarray


def verdict(procedure: Procedure, plan: Plan, lacking: float = 0.0) -> str:
    """``short``: more need than all units can do; ``met``: what was asked for is reached; ``limited``: as far as what stays
    local, floors, routes or the volume asked for (``lacking``) let it; ``as_before``: nothing moves."""
    group = procedure.group
    if group.need.sum() > group.capacity.sum():
        return SHORT
    if lacking > 1e-6:
        return LIMITED
    if not plan.moves.any():
        return AS_BEFORE
    return MET


def met_everywhere(group: Group, load: np.ndarray) -> bool:
    """Whether no unit has more than it can do, or all are within a patient of the same demand over capacity."""
    if (load <= group.capacity + 1e-6).all() or group.capacity.sum() <= 0:
        return bool((load <= group.capacity + 1e-6).all())
    return bool((np.abs(load - group.capacity * group.need.sum() / group.capacity.sum()) <= 1 + 1e-6).all())


def region_rows(procedure: Procedure, plan: Plan, judged: str) -> list[dict]:
    """One row per region: its people's moves and travel, its units' demand, volume and waiting."""
    return [_region_row(procedure, plan, judged, region) for region in sorted(set(procedure.region))]


def _region_row(procedure: Procedure, plan: Plan, judged: str, region: str) -> dict:
    group, areas, own = procedure.group, procedure.areas, procedure.region == region
    load = plan.load(group.need)
    theirs = np.where(own[:, None], plan.moves, 0)
    extra, unknown = person_minutes(theirs, areas.extra)
    travelled = theirs.sum() - unknown
    need, capacity = float(group.need[own].sum()), float(group.capacity[own].sum())
    row = {
        "specialty": procedure.specialty,
        "region": region,
        "verdict": judged,
        "need": need,
        "capacity": capacity,
        "load_before": _ratio(need, capacity),
        "load_after": _ratio(float(load[own].sum()), capacity),
        "moved_out": float(plan.moves[own][:, ~own].sum()),
        "moved_in": float(plan.moves[~own][:, own].sum()),
        "moved_within": float(plan.moves[own][:, own].sum()),
        "moved_unknown": unknown,
        "person_minutes": extra if travelled > 0 or not theirs.any() else np.nan,
        "mean_extra_minutes": _ratio(extra, travelled),
        "volume_before": float(volume(group.need, group.capacity)[own].sum()),
        "volume_after": float(volume(load, group.capacity)[own].sum()),
    }
    before, after = _shares_beyond(procedure, plan, own)
    for number, limit in enumerate(THRESHOLDS):
        row[f"share_over_{limit:.0f}_before"] = before[number]
        row[f"share_over_{limit:.0f}_after"] = after[number]
    return {**row, **_waiting(procedure, load, own)}


def _shares_beyond(procedure: Procedure, plan: Plan, own: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Shares of the region's patients with a known home who travel beyond each threshold, before and after (3 each)."""
    areas = procedure.areas
    known = own & areas.known
    need = procedure.group.need[known]
    total = need.sum()
    if total <= 0:
        return np.full(len(THRESHOLDS), np.nan), np.full(len(THRESHOLDS), np.nan)
    stay = np.diagonal(areas.beyond, axis1=1, axis2=2)[:, known]
    moves = plan.moves[known]
    gone = np.nan_to_num(areas.beyond[:, known, :])
    after = (stay * (need - moves.sum(1))).sum(1) + (gone * moves[None]).sum((1, 2))
    return (stay * need).sum(1) / total, after / total


def _waiting(procedure: Procedure, load: np.ndarray, rows: np.ndarray) -> dict:
    number, share = procedure.number[rows], procedure.share[rows]
    group, waiting = procedure.group, float(number.sum())
    return {
        "list_growth_before": float((group.need - group.capacity)[rows].sum()),
        "list_growth_after": float((load - group.capacity)[rows].sum()),
        "waiting_share_before": float((number * share).sum() / waiting) if waiting else waiting,
        "waiting_share_unchanged": share_over_90_days(number, group.need[rows], group.capacity[rows]),
        "waiting_share_after": share_over_90_days(number, load[rows], group.capacity[rows]),
    }


def waiting_over_90_days(procedure: Procedure, load: np.ndarray) -> tuple[float, float]:
    """How many have waited over 90 days, of all units together: today, and a year on with ``load``; unknown lists left out."""
    today = float(np.nansum(procedure.number * procedure.share))
    waiting = list_in_a_year(procedure.number, load, procedure.group.capacity)
    return today, float(np.nansum(over_90_days(waiting, load)))


def unit_rows(procedure: Procedure, plan: Plan) -> list[dict]:
    """One row per unit: demand and volume before and after, its floor and whether it is under it."""
    group, load = procedure.group, plan.load(procedure.group.need)
    before, after = volume(group.need, group.capacity), volume(load, group.capacity)
    return [
        {
            "specialty": procedure.specialty,
            "unit": procedure.unit[row],
            "region": procedure.region[row],
            "capacity": float(group.capacity[row]),
            "demand_before": float(group.need[row]),
            "demand_after": float(load[row]),
            "load_before": _ratio(float(group.need[row]), float(group.capacity[row])),
            "load_after": _ratio(float(load[row]), float(group.capacity[row])),
            "volume_before": float(before[row]),
            "volume_after": float(after[row]),
            "floor": float(group.floor[row]),
            "under_floor_before": bool(before[row] < group.floor[row]),
            "under_floor": bool(after[row] < group.floor[row]),
            **_waiting(procedure, load, np.arange(len(load)) == row),
        }
        for row in range(len(load))
    ]


def move_rows(procedure: Procedure, plan: Plan) -> list[dict]:
    """One row per pair of units that patients move between, most first."""
    areas, rows = procedure.areas, []
    for start, end in zip(*np.nonzero(plan.moves)):
        rows.append(
            {
                "specialty": procedure.specialty,
                "from_unit": procedure.unit[start],
                "from_region": procedure.region[start],
                "to_unit": procedure.unit[end],
                "to_region": procedure.region[end],
                "patients": float(plan.moves[start, end]),
                "minutes": float(areas.minutes[start, end]),
                "extra_minutes": float(areas.extra[start, end]),
            }
        )
    return sorted(rows, key=lambda row: (-row["patients"], row["from_unit"], row["to_unit"]))


def pareto_row(procedure: Procedure, plan: Plan, point: str) -> dict:
    """What one possible plan costs and gives."""
    group = procedure.group
    load = plan.load(group.need)
    extra, unknown = person_minutes(plan.moves, procedure.areas.extra)
    return {
        "specialty": procedure.specialty,
        "point": point,
        "moved": float(plan.moves.sum()),
        "units": float(np.count_nonzero(load > 0)),
        "highest_load": highest_ratio(load, group.capacity),
        "beyond_capacity": float(np.maximum(load - group.capacity, 0).sum()),
        "person_minutes": extra,
        "moved_unknown": unknown,
        "waiting_share_after": _waiting(procedure, load, np.ones(len(load), bool))["waiting_share_after"],
    }


def balance_points(procedure: Procedure, best: Plan, seconds: float) -> list[dict]:
    """From today to the full balance by quarters of its moves, and the fewest moves that keep every unit within capacity."""
    group, moved = procedure.group, best.moves.sum()
    plans = {"today": Plan(np.zeros_like(best.moves), True), "within_capacity": within_capacity(group, seconds)}
    plans.update({f"{quarter} %": lowest_peak(group, moved * quarter // 100, seconds) for quarter in (25, 50, 75)})
    plans["chosen"] = best
    rows = [pareto_row(procedure, plan, point) for point, plan in plans.items()]
    return sorted(rows, key=lambda row: row["moved"])


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole > 0 else np.nan
