"""Ten years of people, living conditions and health per small area, grown from the latent deprivation of the places."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from ..deso.care_need import CNI_WEIGHTS

YEARS = tuple(range(2015, 2025))
NEWEST, OLDEST = "2025", "2018"
# The years that each vintage is published for; outside them SCB's table answers 0 (trap T03).
VALID_YEARS = {OLDEST: range(2015, 2024), NEWEST: range(2024, 2025)}
# The nation's index that the classes are counted from (mean and spread of three shares, per cent). Made up.
INDEX_MEAN, INDEX_SPREAD = 11.0, 4.2


class Share(NamedTuple):
    """One variable as a share of the people: its middle, pull of deprivation, yearly drift (log odds) and own noise."""

    middle: float
    pull: float
    drift: float
    noise: float


# Head counts that the Care Need Index is made of.
COUNTS = {
    "foreign_born": Share(0.095, 0.62, 0.035, 0.16),
    "unemployed": Share(0.042, 0.52, -0.012, 0.12),
    "single_parent": Share(0.021, 0.34, 0.0, 0.12),
    "moved": Share(0.118, 0.12, 0.004, 0.12),
    "low_education": Share(0.062, 0.44, -0.025, 0.10),
}
# Shares in per cent that SCB's index is the mean of.
INDEX_SHARES = {
    "share_low_economic_standard": Share(0.150, 0.52, 0.004, 0.08),
    "share_low_education": Share(0.118, 0.40, -0.010, 0.07),
    "share_long_term_support": Share(0.047, 0.66, -0.006, 0.10),
}
# Health and income: middle, pull of deprivation, yearly drift, own noise, pull of the share aged 65 and over.
LEVELS = {
    "median_income_tkr": (268.0, -26.0, 6.4, 7.0, -60.0),
    "self_rated_health_good_share": (71.5, -4.6, -0.15, 1.4, -22.0),
    "avoidable_inpatient_per_100000": (980.0, 215.0, -14.0, 70.0, 2100.0),
    "diabetes_share": (5.4, 0.55, 0.09, 0.22, 7.0),
    "mental_ill_health_share": (9.8, 1.15, 0.22, 0.5, -6.0),
    "fall_injuries_per_100000": (640.0, 48.0, 3.0, 45.0, 2600.0),
}
PEOPLE_VARIABLES = ("population", "under_5", "aged_65_plus", "old_alone", *COUNTS)


def area_panel(areas: pd.DataFrame, squares: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """One row per area of the newest vintage and year, with every variable as a column.

    Deprivation spreads slowly apart (the weak grow weaker, the strong stronger) and pulls people in at both ends, so
    that the outer area types grow most and some areas change type on the way.
    """
    new = areas[areas["vintage"] == NEWEST].reset_index(drop=True)
    field = _spatial_noise(new[["x", "y"]].to_numpy(float), rng)
    ages = _age_shares(new, squares)
    away = new["deprivation"].to_numpy(float)
    yearly = _growth(away) + 0.0022 * field() + rng.normal(0, 0.0016, len(new))
    terms = {name: field() for name in (*COUNTS, *INDEX_SHARES, *LEVELS)}
    parts = [_one_year(new, away, ages, terms, yearly, year, rng) for year in YEARS]
    return pd.concat(parts, ignore_index=True)


def _growth(deprivation: np.ndarray) -> np.ndarray:
    """Yearly growth of people: highest at both ends of the scale, below zero in the middle."""
    return -0.0018 + 0.0105 * np.clip(deprivation - 0.9, 0, 1.2) + 0.0125 * np.clip(-deprivation - 0.55, 0, 1.0)


def _one_year(new, away, ages, terms, yearly, year, rng) -> pd.DataFrame:
    since = year - YEARS[-1]
    apart = away * (1 + 0.013 * since)
    people = np.maximum(1, np.round(new["population"] * np.exp(yearly * since))).astype(int).to_numpy()
    table = pd.DataFrame({"area_code": new["area_code"], "vintage": NEWEST, "year": year, "population": people})
    table["under_5"] = np.round(people * ages["under_5"] * (1 - 0.008 * since)).astype(int)
    table["aged_65_plus"] = np.round(people * ages["aged_65_plus"] * (1 + 0.011 * since)).astype(int)
    alone = _odds(0.36, 0.16 * apart)
    table["old_alone"] = np.round(table["aged_65_plus"] * alone).astype(int)
    for name, share in COUNTS.items():
        table[name] = rng.binomial(people, _share(share, apart, since, terms[name]))
    for name, share in INDEX_SHARES.items():
        table[name] = np.round(100 * _share(share, apart, since, terms[name]), 1)
    table["socioeconomic_index"] = np.round(table[list(INDEX_SHARES)].mean(axis=1), 2)
    table["area_type"] = area_type(table["socioeconomic_index"].to_numpy())
    for name, (middle, pull, drift, noise, old) in LEVELS.items():
        level = middle + pull * apart + drift * since + old * (ages["aged_65_plus"] - 0.23) + noise * terms[name]
        table[name] = np.round(np.maximum(level + rng.normal(0, 0.25 * noise, len(new)), 0.1), 1)
    return table


def area_type(index: np.ndarray) -> np.ndarray:
    """SCB-like class 1 (large challenges) to 5 (very good conditions) by spreads from the nation's mean; derived."""
    return 5 - np.digitize((index - INDEX_MEAN) / INDEX_SPREAD, [-1.0, 0.0, 1.0, 2.0])


def cni_per_person(table: pd.DataFrame) -> pd.Series:
    """Care Need Index points per person (a weight times a head count, over the people)."""
    return sum(weight * table[name] for name, weight in CNI_WEIGHTS.items()) / table["population"]


def older_vintage(panel: pd.DataFrame, old: pd.DataFrame, key: pd.DataFrame) -> pd.DataFrame:
    """The panel on the old areas: head counts by where people live, shares and levels weighted by people."""
    flow = key.assign(people=key["share"] * key["old_code"].map(old.set_index("area_code")["population"]))
    flow["part"] = flow["people"] / flow.groupby("new_code")["people"].transform("sum")
    joined = flow.merge(panel, left_on="new_code", right_on="area_code")
    weight = joined["part"] * joined["population"]
    groups = [joined["old_code"], joined["year"]]
    counts = joined[list(PEOPLE_VARIABLES)].mul(joined["part"], axis=0).groupby(groups).sum().round().astype(int)
    names = [*INDEX_SHARES, *LEVELS]
    means = joined[names].mul(weight, axis=0).groupby(groups).sum().div(weight.groupby(groups).sum(), axis=0).round(1)
    table = counts.join(means).reset_index().rename(columns={"old_code": "area_code"})
    table["socioeconomic_index"] = table[list(INDEX_SHARES)].mean(axis=1).round(2)
    table["area_type"] = area_type(table["socioeconomic_index"].to_numpy())
    return table.assign(vintage=OLDEST)


def long_statistics(newest: pd.DataFrame, oldest: pd.DataFrame) -> pd.DataFrame:
    """Rows `area_code vintage variable year value status`, without false zeros.

    The newest vintage before its first year is carried over by the area key ("estimated"); the old vintage after its
    last year has no value ("missing"). Rates built on fewer than five cases are "suppressed".
    """
    rows = []
    for table in (newest, oldest):
        names = [name for name in table.columns if name not in ("area_code", "vintage", "year")]
        rows.append(table.melt(["area_code", "vintage", "year"], names, "variable", "value"))
    long = pd.concat(rows, ignore_index=True)
    valid = np.zeros(len(long), dtype=bool)
    for vintage, years in VALID_YEARS.items():
        valid |= (long["vintage"] == vintage).to_numpy() & long["year"].isin(list(years)).to_numpy()
    long["status"] = np.where(valid, "ok", np.where(long["vintage"] == NEWEST, "estimated", "missing"))
    people = long.merge(
        pd.concat([newest, oldest])[["area_code", "vintage", "year", "population"]], on=["area_code", "vintage", "year"]
    )["population"].to_numpy()
    rate = long["variable"].str.endswith("_per_100000").to_numpy()
    few = rate & (long["value"].to_numpy() * people / 1e5 < 5) & (long["status"] != "missing").to_numpy()
    long.loc[few, "status"] = "suppressed"
    long.loc[long["status"].isin(["missing", "suppressed"]), "value"] = np.nan
    return long[["area_code", "vintage", "variable", "year", "value", "status"]]


def published_with_false_zeros(newest: pd.DataFrame, oldest: pd.DataFrame) -> pd.DataFrame:
    """The population table as SCB's TAB6574 gives it: both vintages, all years, and 0 outside a vintage's years."""
    wide = []
    for table, suffix in ((oldest, ""), (newest, "_DeSO2025")):
        valid = table["year"].isin(list(VALID_YEARS[table["vintage"].iloc[0]]))
        wide.append(
            pd.DataFrame(
                {
                    "region": table["area_code"] + suffix,
                    "tid": table["year"],
                    "folkmangd": table["population"].where(valid, 0),
                }
            )
        )
    return pd.concat(wide, ignore_index=True)


def _age_shares(new: pd.DataFrame, squares: pd.DataFrame) -> dict[str, np.ndarray]:
    """Share of children under five and of people aged 65 and over per area, from the squares."""
    ages = [name for name in squares.columns if name.startswith("age_")]
    sums = squares.groupby("area_2025")[["population", *ages]].sum().reindex(new["area_code"]).fillna(0)
    people = np.maximum(sums["population"].to_numpy(float), 1)
    old = [name for name in ages if int(name.split("_")[1]) >= 65]
    return {
        "under_5": sums["age_0_4"].to_numpy(float) / people,
        "aged_65_plus": sums[old].sum(axis=1).to_numpy(float) / people,
    }


def _share(share: Share, apart: np.ndarray, since: int, term: np.ndarray) -> np.ndarray:
    return _odds(share.middle, share.pull * apart + share.drift * since + share.noise * term)


def _odds(middle: float, shift: np.ndarray) -> np.ndarray:
    """The share whose log odds lie ``shift`` above those of ``middle``."""
    return 1 / (1 + (1 / middle - 1) * np.exp(-shift))


def _spatial_noise(xy: np.ndarray, rng: np.random.Generator):
    """Draws fields of mean 0 and spread 1 where neighbours are alike: noise averaged over the eight nearest areas."""
    near = cKDTree(xy).query(xy, k=min(9, len(xy)))[1]

    def draw() -> np.ndarray:
        smooth = rng.normal(size=len(xy))[near].mean(axis=1) * 2 + rng.normal(size=len(xy)) * 0.5
        return (smooth - smooth.mean()) / smooth.std()

    return draw
