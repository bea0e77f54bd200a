"""Waiting lists of three made-up regions, run month by month from need and capacity per procedure group."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

SOURCE = "Exempellän (påhittat)"
MONTHS = [f"{year}-{month:02d}" for year in (2022, 2023, 2024) for month in range(1, 13)]
# Share of an ordinary month's operations that is done in January … December: summer and Christmas close theatres.
_SEASON = np.array([1.0, 1.05, 1.1, 1.0, 1.05, 0.95, 0.35, 0.75, 1.1, 1.1, 1.05, 0.7])
_MEASURES = {"vantar_operation": 1.0, "vantar_forsta_besok": 2.6}


class Procedure(NamedTuple):
    """A procedure group: its specialty, operations per 10 000 people and year, and yearly on-call floor per unit."""

    group: str
    specialty: str
    per_10000: float
    floor: int


class Unit(NamedTuple):
    """A hospital that operates: its region, id, people it answers for, and the groups it has stopped doing."""

    region: str
    unit: str
    population: int
    without: tuple[str, ...] = ()


PROCEDURES = (
    Procedure("hoftprotes", "ortopedi", 18.0, 60),
    Procedure("knaprotes", "ortopedi", 15.0, 50),
    Procedure("katarakt", "ogon", 125.0, 0),
    Procedure("gallkirurgi", "kirurgi", 13.0, 60),
    Procedure("brackkirurgi", "kirurgi", 17.0, 40),
    Procedure("prolaps", "gynekologi", 6.5, 0),
    Procedure("prostata", "urologi", 5.0, 0),
    Procedure("tonsill", "oron_nasa_hals", 11.0, 0),
)
# Capacity over need per region (own, neighbour, third) and group: the own region is short of joints while the neighbour
# could do more; prolapse is short everywhere, so that no redistribution can mend it.
_BALANCE = {
    "hoftprotes": (0.88, 1.22, 1.06),
    "knaprotes": (0.86, 1.18, 1.08),
    "katarakt": (1.06, 0.97, 1.03),
    "gallkirurgi": (1.02, 1.05, 0.99),
    "brackkirurgi": (0.97, 1.10, 1.02),
    "prolaps": (0.94, 0.95, 0.96),
    "prostata": (1.03, 0.92, 1.14),
    "tonsill": (1.08, 1.03, 0.93),
}


def procedure_capacity(units: list[Unit]) -> pd.DataFrame:
    """Need, capacity and on-call floor per unit and procedure group (`specialty`), operations per year.

    ``units`` come in three regions, in the order own, neighbour, the regional hospital's. A unit without a group leaves
    its people's need to the largest unit of its region.
    """
    regions = list(dict.fromkeys(unit.region for unit in units))
    rows = []
    for procedure in PROCEDURES:
        for place, region in enumerate(regions):
            own = [unit for unit in units if unit.region == region]
            doing = [unit for unit in own if procedure.group not in unit.without]
            people = sum(unit.population for unit in own)
            for unit in doing:
                need = people / 1e4 * procedure.per_10000 * unit.population / sum(other.population for other in doing)
                capacity = need * _BALANCE[procedure.group][place]
                rows.append(
                    (
                        region,
                        unit.unit,
                        procedure.group,
                        procedure.specialty,
                        round(need),
                        round(capacity),
                        procedure.floor,
                    )
                )
    columns = ["region", "unit", "specialty", "service", "need_per_year", "capacity_per_year", "on_call_floor"]
    return pd.DataFrame(rows, columns=columns).assign(date="2024-12-31", source=SOURCE)


def waiting_times(capacity: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Number waiting and share over 90 days per unit, procedure group, measure and month.

    First come, first served: those who came in the last three months have waited less than 90 days, so the share is
    what the list holds beyond them. First visits are a longer list that moves with the operations.
    """
    season = np.resize(_SEASON, len(MONTHS))
    parts = []
    for row in capacity.itertuples():
        come = rng.poisson(row.need_per_year / 12, len(MONTHS)).astype(float)
        done = row.capacity_per_year / season[:12].sum() * season
        for measure, factor in _MEASURES.items():
            number, over = _queue(come * factor, done * factor)
            parts.append(
                pd.DataFrame(
                    {
                        "region": row.region,
                        "unit": row.unit,
                        "specialty": row.specialty,
                        "measure": measure,
                        "period": MONTHS,
                        "number": number,
                        "share_over_90d": over,
                        "source": SOURCE,
                    }
                )
            )
    return pd.concat(parts, ignore_index=True)


def _queue(come: np.ndarray, done: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Number waiting at each month's end, and the share who have waited over three months."""
    waiting = come.mean() * 3.2
    number, over = [], []
    for month in range(len(come)):
        waiting = max(waiting + come[month] - done[month], come[month] * 0.4)
        recent = come[max(0, month - 2) : month + 1].sum() * 3 / min(3, month + 1)
        number.append(round(waiting))
        over.append(round(max(0.0, 1 - recent / waiting) if waiting > 0 else 0.0, 3))
    return np.array(number), np.array(over)
