"""What the profile of zones tells about itself: geometry, values, the grid, whom the sums leave out, area by area."""

from __future__ import annotations

import numpy as np

from ...adapters.outputs import Column, numbers
from ...adapters.reading import listed
from ...i18n import number, tr


def _count(value: float) -> str:
    """A sum of people as users write it, to the last whole one where there are many."""
    return number(round(value, 1 if value >= 1 else 3)) if value < 1000 else f"{value:.0f}"


def say_ground(areas, area_ids, zones, crs, account, feedback) -> None:
    account.say(feedback, tr("Ground is measured in {crs}.").format(crs=crs.authid() or crs.description()))
    for layer, ground, ids in (("AREAS", areas, area_ids), ("ZONES", zones, np.array(zones.fids, object))):
        without = ids[ground.size <= 0]
        if len(without):
            text = tr("{n} features in {layer} have no polygon that can be used, and are on no map: {list}.")
            account.say(feedback, text.format(n=len(without), layer=layer, list=listed(without)), warn=True)
        repaired = ids[ground.repaired]
        if len(repaired):
            text = tr(
                "{n} features in {layer} have an invalid geometry, repaired for this run: {list}. Look at their outlines."
            )
            account.say(feedback, text.format(n=len(repaired), layer=layer, list=listed(repaired)), warn=True)


def say_values(counts, ids, account, feedback) -> None:
    for name, values in counts.items():
        missing = ids[~np.isfinite(values)]
        if len(missing):
            text = tr("{n} areas have no value in {field}, and give nothing to its sums: {list}.")
            account.say(feedback, text.format(n=len(missing), field=name, list=listed(missing)), warn=True)
        known = values[np.isfinite(values)]
        if len(known) and known.max() <= 1 and (known % 1 > 0).any():
            text = tr(
                "{field} is at most 1 in every area. A share cannot be added up: give its two counts, and the share in RATES."
            )
            account.say(feedback, text.format(field=name), warn=True)


def say_overlap(on_others, overfull: np.ndarray, account, feedback) -> None:
    if len(on_others):
        text = tr(
            "{n} areas lie on other areas: {list}. People there are counted twice. AREAS should be one division of one vintage."
        )
        account.say(feedback, text.format(n=len(on_others), list=listed(on_others)), warn=True)
    elif overfull.any():
        text = tr(
            "In {n} zones the areas lie on each other, and people there are counted twice. AREAS should be one division of one vintage."
        )
        account.say(feedback, text.format(n=int(overfull.sum())), warn=True)


def say_grid(grid, cells, counts, without_weight, account, feedback) -> None:
    _say_cells_left_out(grid, account, feedback)
    in_areas = np.zeros(len(grid.weight), bool)
    in_areas[cells.area_cell] = True
    whole, within = grid.weight.sum(), grid.weight[in_areas].sum()
    totals = ", ".join(f"{name} {_count(np.nansum(values))}" for name, values in counts.items())
    text = tr(
        "The {n} cells of GRID weigh {whole}, of which {within} within AREAS. AREAS hold: {totals}. The weights only place each area's own number within it; the two are never mixed, and may be of different dates."
    )
    facts = {"n": grid.cells, "whole": _count(whole), "within": _count(within), "totals": totals}
    account.say(feedback, text.format(**facts), warn=not any(np.nansum(values) == within for values in counts.values()))
    if len(without_weight):
        text = tr(
            "{n} areas have no cell with weight, and were spread evenly over their ground: {list}. Finer squares, or SPLIT, place their people better."
        )
        account.say(feedback, text.format(n=len(without_weight), list=listed(without_weight)), warn=True)


def _say_cells_left_out(grid, account, feedback) -> None:
    for text, fids in (
        (tr("{n} cells of GRID have no place, and were left out: {list}."), grid.unplaced),
        (tr("{n} cells of GRID have no weight, and were left out: {list}."), grid.unweighted),
    ):
        if fids:
            account.say(feedback, text.format(n=len(fids), list=listed(fids)), warn=True)
    if grid.whole:
        text = tr("{n} cells of GRID do not have four corners, and were not split.")
        account.say(feedback, text.format(n=grid.whole), warn=True)


def say_zones(fids, status, uncovered: np.ndarray, outside, account, feedback) -> None:
    """``uncovered`` is a share of the zone's ground, ``outside`` of the weight in it (None without a grid)."""
    ids, told = np.array(fids, object), np.array(status, object)
    for text, rows in (
        (tr("{n} zones overlap no area, and have no sums: {list}."), told == "no_areas"),
        (tr("{n} zones hold no centre of a cell, so that their sums are 0, perhaps too small: {list}. Finer squares, or SPLIT, tell more."),
         told == "no_cells"),
        (tr("{n} zones hold areas without a value, so that some sums are too small: {list}."), told == "missing_values"),
        _uncovered(uncovered, outside, told),
    ):  # fmt: skip
        if rows.any():
            account.say(feedback, text.format(n=int(rows.sum()), list=listed(ids[rows])), warn=True)


def _uncovered(uncovered, outside, told):
    if outside is None:
        text = tr(
            "More than 5 % of the ground of {n} zones lies outside the areas, perhaps as sea; nobody is counted there: {list}."
        )
        return text, (uncovered > 0.05) & (told != "no_areas")
    text = tr(
        "More than 1 % of the weight in {n} zones lies outside the areas; the people there are not counted: {list}."
    )
    return text, (outside > 0.01) & (told != "no_areas")


def say_cover(counts, in_zones: np.ndarray, shares, account, feedback) -> None:
    """How much of each count lies in at least one zone, and how much in none."""
    for name, values in counts.items():
        total, covered = np.nansum(values), np.nansum(values * in_zones)
        added = np.nansum(shares.share * values[shares.area])
        text = tr(
            "{field}: {total} in the areas, {covered} of them in at least one zone and {left} in none; the zones' sums add up to {added}."
        )
        facts = {"total": _count(total), "covered": _count(covered), "left": _count(total - covered)}
        account.say(feedback, text.format(field=name, added=_count(added), **facts))


def account_columns(names) -> list[Column]:
    columns = [
        Column("area_code", "text", tr("Area")),
        Column("spread_by", "text", tr("Spread by (cells, ground, nothing)")),
        Column("zones", "integer", tr("Zones that it gives to")),
        Column("share_in_zones", "real", tr("Share that lies in at least one zone")),
    ]
    for name in names:
        columns.append(Column(f"total_{name}", "real", tr("{field}, of the area").format(field=name)))
        columns.append(Column(f"in_zones_{name}", "real", tr("{field}, in at least one zone").format(field=name)))
    return columns


def account_rows(ids: np.ndarray, placed: np.ndarray, profile, counts):
    """One row per area: how it was spread, and how much of each count at least one zone got."""
    zones = np.bincount(profile.shares.area, minlength=len(ids))
    told = np.where(profile.ground, "ground", np.where(placed, "cells", "nothing"))
    parts = [part for values in counts.values() for part in (numbers(values), numbers(values * profile.in_zones))]
    for row in zip(ids.tolist(), told.tolist(), zones.tolist(), numbers(profile.in_zones), *parts):
        yield None, list(row)
