"""The tables beside a development grant: what it means for each driftsform, and who gains by another rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Optional

import numpy as np

from ...adapters.outputs import Column
from ...core.deso.grant_effect import effect, groups_of, moved
from ...i18n import tr
from .grant_units import GrantUnits


class Compared(NamedTuple):
    """Two ways, each a rule and a base, to share among the same units (n whole kronor each): ``kind`` rules or base."""

    kind: str
    first: tuple[str, str]
    second: tuple[str, str]
    kronor: np.ndarray
    kronor_2: np.ndarray


def effect_columns() -> list[Column]:
    return [
        Column("group_kind", "text", tr("Grouped by (all, driftsform, huvudman)")),
        Column("group_name", "text", tr("Group (empty = not told)")),
        Column("units", "integer", tr("Units")),
        Column("units_paid", "integer", tr("Units that get anything")),
        Column("listed", "real", tr("Listed")),
        Column("share_of_listed", "real", tr("Share of all listed")),
        Column("amount", "integer", tr("Kronor")),
        Column("share_of_amount", "real", tr("Share of all kronor")),
        Column("relative", "real", tr("Share of kronor over share of listed (1 = equal)")),
        Column("per_listed", "real", tr("Kronor per listed")),
        Column("amount_listed", "integer", tr("Kronor by where the listed live")),
        Column("amount_area", "integer", tr("Kronor by where the units stand")),
        Column("amount_2", "integer", tr("Kronor by the second rule")),
    ]


def effect_rows(found: GrantUnits, kronor: np.ndarray, others: list[Optional[np.ndarray]]) -> list[list]:
    """One row per group; ``others`` are the kronor (n) of the last three columns, None where they are not computed."""
    rows = []
    for kind, name, those in _groups(found):
        own = effect(those, found.units.listed, kronor)
        per_listed = own.kronor / own.listed if own.listed > 0 else None
        more = [None if other is None else int(other[those].sum()) for other in others]
        shares = [own.share_of_listed, own.kronor, own.share_of_kronor, own.relative, per_listed]
        rows.append([kind, name, own.units, own.paid, own.listed, *shares, *more])
    return rows


def comparison_columns() -> list[Column]:
    return [
        Column("comparison", "text", tr("What is compared (rules, base)")),
        Column("first", "text", tr("First")),
        Column("second", "text", tr("Second")),
        Column("group_kind", "text", tr("Grouped by (all, driftsform, huvudman)")),
        Column("group_name", "text", tr("Group (empty = not told)")),
        Column("units", "integer", tr("Units")),
        Column("gain", "integer", tr("Units that gain by the second")),
        Column("lose", "integer", tr("Units that lose by the second")),
        Column("unchanged", "integer", tr("Units with the same")),
        Column("amount", "integer", tr("Kronor by the first")),
        Column("amount_2", "integer", tr("Kronor by the second")),
        Column("difference", "integer", tr("Second minus first (kronor)")),
        Column("gained", "integer", tr("Kronor gained")),
        Column("lost", "integer", tr("Kronor lost")),
        Column("moved", "integer", tr("Kronor moved between units (the smaller of gained and lost)")),
    ]


def comparison_rows(found: GrantUnits, compared: list[Compared]) -> list[list]:
    rows = []
    for one in compared:
        for kind, name, those in _groups(found):
            own = moved(one.kronor[those], one.kronor_2[those])
            before, after = int(one.kronor[those].sum()), int(one.kronor_2[those].sum())
            money = [before, after, after - before, own.gained, own.lost, min(own.gained, own.lost)]
            rows.append([one.kind, ", ".join(one.first), ", ".join(one.second), kind, name, *own[:4], *money])
    return rows


def _groups(found: GrantUnits) -> Iterator[tuple[str, Optional[str], np.ndarray]]:
    yield "all", None, np.ones(len(found.fids), bool)
    for kind, names in (("driftsform", found.driftsform), ("huvudman", found.huvudman)):
        for name, those in groups_of(names) if names is not None else ():
            yield kind, name, those
