"""Need among the listed of the sample county's centres, as a region buys it, and what its grant was used for."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .facilities import SOURCE
from .listings import DATE, GRANT_THRESHOLD, index_by_listed
from .statistics import YEARS, cni_per_person

_AMOUNT_PER_LISTED = 180.0
# What the money was used for, what was measured, and which way is better: unit, place in the list and year decide the level.
_EFFORTS = (
    ("Rehabkoordinator", "langtidssjukskrivna_per_1000", "lower", 31.0, -1.4),
    ("Uppsökande hälsosamtal", "deltagare_halsosamtal_andel", "higher", 0.38, 0.035),
    ("Mobilt team", "undvikbar_slutenvard_per_1000", "lower", 12.5, -0.2),
)


def unit_need(listings: pd.DataFrame, panel: pd.DataFrame) -> pd.DataFrame:
    """Care Need Index per centre: `code population points per_person`, from where its listed live."""
    last = panel[panel["year"] == YEARS[-1]].set_index("area_code")
    per_person = index_by_listed(listings, cni_per_person(last))
    listed = listings.groupby("unit_id")["number"].sum()
    table = pd.DataFrame({"population": listed, "per_person": per_person.reindex(listed.index).round(4)})
    table["points"] = (table["per_person"] * table["population"]).round(1)
    return table[table["per_person"].notna()].rename_axis("code").reset_index()


def bought_index(units: pd.DataFrame, facilities: pd.DataFrame) -> pd.DataFrame:
    """The index per centre as the file that a region buys: Swedish headings and decimal commas."""
    names = facilities.set_index("facility_id")["name"]
    return pd.DataFrame(
        {
            "Enhet": units["code"],
            "Enhetsnamn": units["code"].map(names),
            "Antal listade": units["population"],
            "CNI-poäng": [f"{value:.1f}".replace(".", ",") for value in units["points"]],
            "CNI per person": [f"{value:.4f}".replace(".", ",") for value in units["per_person"]],
            "Källa": SOURCE,
        }
    )


def registered_index(units: pd.DataFrame) -> pd.DataFrame:
    """The same as rows of the register's table need_index, one per scale."""
    common = units[["code", "population"]].assign(level="unit", measure="cni", date=DATE, status="ok", source=SOURCE)
    scales = [common.assign(scale=scale, value=units[scale]) for scale in ("points", "per_person")]
    return pd.concat(scales, ignore_index=True)


def grant_followup(units: pd.DataFrame, mean: float, rng: np.random.Generator) -> pd.DataFrame:
    """Three years of what the neediest centres did for their grant, and the three nearest below got nothing for.

    ``mean`` is the county's index per person. Every fifth outcome was not measured, and is empty.
    """
    order = units.assign(index=units["per_person"] / mean).sort_values(["index", "code"], ascending=[False, True])
    over = order[order["index"] > GRANT_THRESHOLD]
    without = order[order["index"] <= GRANT_THRESHOLD].head(3)
    rows = []
    for paid, table in ((True, over), (False, without)):
        for number, unit in enumerate(table.itertuples()):
            effort, indicator, better, level, yearly = _EFFORTS[number % len(_EFFORTS)]
            own = level * rng.uniform(0.85, 1.15)
            for since, year in enumerate((2022, 2023, 2024)):
                outcome = own + (yearly if paid else 0.2 * yearly) * since + 0.02 * level * rng.normal()
                measured = rng.uniform() > 0.2
                amount = round(_AMOUNT_PER_LISTED * unit.population) if paid and year > 2022 else 0
                rows.append(
                    (unit.code, year, amount, effort, indicator, round(outcome, 3) if measured else np.nan, better)
                )
    names = ["unit_id", "year", "amount", "effort", "indicator", "outcome", "better"]
    return pd.DataFrame(rows, columns=names).assign(source=SOURCE)
