"""Which share of each area's counts lies in which zone, what is known of both, and the values that a zone gets of it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from qgis.core import QgsProcessingException

from ...adapters.grid import Grid
from ...adapters.ground import Ground
from ...adapters.outputs import numbers
from ...adapters.overlay import (
    SharedGround,
    at_the_edge,
    covered_ground,
    lying_in,
    overlapping,
    partly_overlapping,
    shared_ground,
    within_areas,
)
from ...adapters.reading import listed
from ...core.deso.inside import sorted_points
from ...core.deso.overlay import (
    Cells,
    Shares,
    areas_per_zone,
    by_cells,
    by_ground,
    joined,
    share_in_any_zone,
    share_in_no_area,
    sums,
)
from ...core.deso.rates import recompute
from ...i18n import tr
from .catchment_account import say_grid, say_overlap

_ROUNDING = 1e-9  # a share of a zone's ground below this is the rounding of coordinates


class Profile(NamedTuple):
    """Shares of areas in zones, and what is known of the zones (z) and areas (a): ``touched``, ``uncovered`` (share of the
    zone's ground), ``outside`` (share of the zone's weight, None without a grid), ``in_zones`` (share of the area's counts),
    and which areas were spread by their ``ground``."""

    shares: Shares
    touched: np.ndarray
    uncovered: np.ndarray
    outside: np.ndarray | None
    in_zones: np.ndarray
    ground: np.ndarray


def profile_of(
    areas: Ground, zones: Ground, grid: Grid | None, ids: np.ndarray, counts: dict, account, feedback
) -> Profile:
    """``ids`` (a) and ``counts`` {name: (a), NaN = unknown} are those of the areas; without a ``grid`` all are spread by
    their ground. The tool stops where most areas lie on others."""
    on_others = _on_others(areas, ids, feedback)
    placed = areas.size > 0
    shares, outside, by_area, in_zones = None, None, placed, np.full(len(ids), np.nan)
    if grid is not None:
        cells = _cells(areas, zones, grid, feedback)
        shares, weighted = by_cells(cells, len(ids), len(zones.fids))
        by_area, in_zones = placed & ~weighted, share_in_any_zone(cells, len(ids))
        outside = share_in_no_area(cells, len(zones.fids))
        say_grid(grid, cells, counts, ids[by_area], account, feedback)
    evenly = grid is None or len(on_others) > 0
    cut = np.full(len(zones.fids), True) if evenly else at_the_edge(areas, zones, feedback)
    common = shared_ground(areas, zones, by_area, cut, feedback, lambda share: feedback.setProgress(40 + 50 * share))
    whole = within_areas(areas, zones, ~cut, feedback)
    touched = whole | (np.bincount(common.zone, minlength=len(zones.fids)) > 0)
    uncovered = _uncovered(areas, zones, common, on_others, ids, account, feedback)
    uncovered[whole] = 0.0
    spread = by_ground(common.area, common.zone, common.shared, areas.size).where(by_area[common.area])
    in_zones = np.where(by_area, common.in_any_zone / np.where(placed, areas.size, np.nan), in_zones)
    return Profile(
        spread if shares is None else joined(shares, spread),
        touched, uncovered, outside, np.where(placed, in_zones, 0.0), by_area,
    )  # fmt: skip


def _on_others(areas: Ground, ids: np.ndarray, feedback) -> np.ndarray:
    """Rows of areas that lie on others; most of them are two divisions in one layer, which stops the tool."""
    placed, wholly = int((areas.size > 0).sum()), overlapping(areas, feedback)
    if len(wholly) * 2 > placed:
        raise QgsProcessingException(
            tr("{n} of the {all} areas lie on other areas, as where two vintages or divisions stand in one layer: {list}. Everybody would be counted twice; filter AREAS to one of them.")
            .format(n=len(wholly), all=placed, list=listed(ids[wholly]))
        )  # fmt: skip
    return np.union1d(wholly, partly_overlapping(areas, feedback))


def _cells(areas: Ground, zones: Ground, grid: Grid, feedback) -> Cells:
    points = sorted_points(grid.xy)
    cells = Cells(*lying_in(areas, points, feedback), *lying_in(zones, points, feedback), grid.weight)
    feedback.setProgress(40)
    return cells


def _uncovered(areas, zones, common: SharedGround, on_others, ids, account, feedback) -> np.ndarray:
    """The share of each zone's ground (z) that no area covers; NaN for a zone without ground."""
    count = len(zones.fids)
    overfull = np.bincount(common.zone, common.shared, count) > zones.size * (1 + 1e-6)
    say_overlap(ids[on_others], overfull, account, feedback)
    twice = overfull | np.isin(np.arange(count), common.zone[np.isin(common.area, on_others)])
    covered = covered_ground(areas, zones, common, twice, feedback)
    uncovered = 1 - np.divide(covered, zones.size, out=np.full(count, np.nan), where=zones.size > 0)
    uncovered[np.abs(uncovered) < _ROUNDING] = 0.0
    return uncovered


def values_of(profile: Profile, zones: Ground, counts: dict, rates) -> list[list]:
    """The values of every added column, in their order."""
    missing = np.any([~np.isfinite(values) for values in counts.values()], 0)
    columns = [numbers(sums(profile.shares, values, profile.touched)) for values in counts.values()]
    for rate in rates:
        # A count that one area lacks would make the other too great beside it.
        both = np.isfinite(counts[rate.numerator]) & np.isfinite(counts[rate.denominator])
        parts = {
            name: sums(profile.shares.where(both[profile.shares.area]), counts[name], profile.touched)
            for name in rate[1:]
        }
        columns.append(numbers(recompute([rate], parts)[rate.name]))
    count = len(zones.fids)
    lacking = areas_per_zone(profile.shares, missing, count)
    columns += [numbers(profile.uncovered), lacking.tolist()]
    if profile.outside is not None:
        columns.append(numbers(profile.outside))
        columns.append(areas_per_zone(profile.shares, profile.ground, count).tolist())
    given = np.bincount(profile.shares.zone, minlength=count) > 0
    tests = [zones.size <= 0, ~profile.touched, ~given, lacking > 0]
    status = np.select(tests, ["no_geometry", "no_areas", "no_cells", "missing_values"], "ok")
    return [*columns, status.tolist()]
