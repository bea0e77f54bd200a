"""The rows that the tools about the need of plans write: centres, combinations of plans, and horizons."""

from __future__ import annotations

import math

import numpy as np

from ...adapters.outputs import Column, numbers
from ...core.plans.cumulative import breaking, horizons, too_many
from ...core.plans.need import moved_in
from ...i18n import tr

FITS, BREAKS, NOT_KNOWN, NOBODY = "fits", "too_many", "unknown", "nobody"


def centre_columns():
    return [
        Column("listed", "real", tr("Listed")),
        Column("supply", "real", tr("Places by the norm")),
        Column("places_left", "real", tr("Places left before the plans")),
        Column("load_before", "real", tr("Load before the plans (1 = the norm)")),
        Column("plans", "integer", tr("Plans that people come from")),
        Column("added", "real", tr("Listed people that plans add")),
        Column("load_after", "real", tr("Load with all plans (1 = the norm)")),
        Column("specialists_short", "real", tr("Full-time specialists short of the norm, with all plans")),
        Column("plan_status", "text", tr("With all plans")),
        Column("broken_by", "text", tr("Fewest plans that are too many together")),
    ]


def centre_rows(coming) -> list[list]:
    """The added values of every centre (f)."""
    capacity, found = coming.capacity, coming.loads
    rows = []
    for at in range(len(coming.question.facilities.ids)):
        left, people = coming.left[at], coming.added[:, at]
        # A centre that is over its norm before any plan is short of those doctors, too.
        lacking = max(0.0, people.sum() - left) / coming.assumed.listed_per_gp if not math.isnan(left) else math.nan
        rows.append([
            *numbers([capacity.listed[at], capacity.supply[at], left, found.before[at]]), int((people > 0).sum()),
            *numbers([people.sum(), found.after[at], lacking]), status_of(people, left), _broken_by(coming, at),
        ])  # fmt: skip
    return rows


def status_of(people: np.ndarray, left: float) -> str:
    if not people.sum() > 0:
        return NOBODY
    if math.isnan(left):
        return NOT_KNOWN
    return BREAKS if too_many(people, left) else FITS


def statuses(coming) -> list[str]:
    """The `status_of` every centre (f) with all plans."""
    return [status_of(coming.added[:, at], coming.left[at]) for at in range(coming.added.shape[1])]


def _broken_by(coming, at: int):
    if status_of(coming.added[:, at], coming.left[at]) != BREAKS:
        return None
    first = breaking(coming.added[:, at], coming.left[at]).found[0]
    return ";".join(coming.plans.ids[list(first)])


def combination_columns():
    return [
        Column("facility_id", "text", tr("Health centre")),
        Column("size", "integer", tr("Number of plans")),
        Column("plans", "text", tr("Plans that are too many together")),
        Column("people", "real", tr("Listed people that they add")),
        Column("places_left", "real", tr("Places left before the plans")),
    ]


def combination_rows(coming) -> tuple[list[list], list[str]]:
    """A row per smallest combination of plans that a centre has no room for; and the centres that have more of them."""
    rows, cut = [], []
    for at, facility in enumerate(coming.question.facilities.ids):
        people, left = coming.added[:, at], coming.left[at]
        if status_of(people, left) != BREAKS:
            continue
        combinations = breaking(people, left)
        for chosen in combinations.found:
            those = list(chosen)
            rows.append(
                [facility, len(those), ";".join(coming.plans.ids[those]), float(people[those].sum()), float(left)]
            )
        if not combinations.complete:
            cut.append(facility)
    return rows, cut


def horizon_columns():
    return [
        Column("year", "integer", tr("Horizon (empty = all is built)")),
        Column("facility_id", "text", tr("Health centre")),
        Column("listed", "real", tr("Listed before the plans")),
        Column("supply", "real", tr("Places by the norm")),
        Column("added", "real", tr("Listed people that plans add")),
        Column("load", "real", tr("Load (1 = the norm)")),
    ]


def horizons_of(coming, first_years: np.ndarray, per_year: float, years: list[int]):
    return horizons(
        coming.capacity.listed, coming.capacity.supply, coming.added, moved_in(first_years, per_year, years), years
    )


def horizon_rows(coming, found) -> list[list]:
    """A row per horizon and centre that plans send somebody to."""
    touched = np.flatnonzero(coming.added.sum(axis=0) > 0)
    return [
        [horizon.year, coming.question.facilities.ids[at],
         *numbers([coming.capacity.listed[at], coming.capacity.supply[at], horizon.added[at], horizon.load[at]])]
        for horizon in found for at in touched
    ]  # fmt: skip


def at_centre(coming, row: int) -> list:
    """What a plan's values say of the centre that most of its people come to; all empty where none is in reach."""
    reach = int(np.isfinite(coming.minutes[row]).sum())
    if not coming.share[row].any():
        return [None, None, reach, *[None] * 6]
    at = int(coming.share[row].argmax())
    left, own, every = coming.left[at], coming.added[row, at], coming.added[:, at]
    known = not np.isnan(left) and own > 0
    found = coming.loads
    return [
        coming.question.facilities.ids[at], *numbers([coming.minutes[row, at]]), reach,
        *numbers([left, found.before[at], found.alone[row, at], found.after[at]]),
        not too_many(own, left) if known else None, not too_many(every, left) if known else None,
    ]  # fmt: skip


def plan_year_columns():
    return [
        Column("plan_id", "text", tr("Plan")),
        Column("year", "integer", tr("Horizon (empty = all is built)")),
        Column("share", "real", tr("Share that is lived in")),
        Column("inhabitants", "real", tr("Inhabitants")),
        Column("listed", "real", tr("Listed people")),
        Column("specialists", "real", tr("Full-time specialists")),
    ]


def plan_year_rows(coming, first, per_year, years) -> list[list]:
    share = np.column_stack([moved_in(first, per_year, years), np.ones(len(first))])
    need = coming.need
    return [
        [own, year, *numbers([share[row, at], *(values[row] * share[row, at] for values in (need.people, need.listed, need.specialists))])]
        for row, own in enumerate(coming.plans.ids) for at, year in enumerate([*years, None])
    ]  # fmt: skip


def sum_of_known(values: np.ndarray) -> float:
    """The sum of what is known (n); NaN where nothing is."""
    known = values[~np.isnan(values)]
    return float(known.sum()) if len(known) else np.nan
