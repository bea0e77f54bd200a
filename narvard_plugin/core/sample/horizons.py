"""Where the people of the sample county are heading: moves of the last years, and a forecast by municipality and age."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .facilities import SOURCE
from .people import AGE_GROUPS
from .plan import COUNTY
from .statistics import YEARS

FORECAST = "Exempelprognosen 2024"
LAST_YEAR = 2050
TOTAL = "total"
_STEP = 5  # years from one age group to the next
_GROUPS = (*AGE_GROUPS[:-1], "age_85_plus")
# Made up, of the size that a Swedish county has. Of those in a group, the share who live five years later.
_SURVIVAL = np.array([0.999] * 8 + [0.997, 0.995, 0.992, 0.986, 0.978, 0.963, 0.935, 0.885, 0.780, 0.430])
_MOTHERS = slice(4, 9)  # 20–44 years
_CHILDREN_PER_ADULT = 0.27  # in five years, of those aged 20–44
_MOVERS = slice(4, 8)  # 20–39 years
_DEATHS_OF_OLD = 0.195  # in five years, of those aged 65 and over
# Per person and year in each age group: visits at a health centre, days in hospital, people with home care.
_RATES = {
    "besok_vardcentral": (1.1, 0.7, 0.6, 0.8, 0.9, 1.0, 1.1, 1.1, 1.2, 1.3, 1.4, 1.6, 1.9, 2.3, 2.9, 3.6, 4.2, 4.8),
    "varddygn_slutenvard": (
        0.35, 0.10, 0.10, 0.20, 0.30, 0.35, 0.40, 0.35, 0.35, 0.40, 0.50, 0.65, 0.90, 1.25, 1.80, 2.60, 3.60, 4.90,
    ),
    "hemsjukvard_personer": (
        0.001, 0.001, 0.001, 0.001, 0.001, 0.001, 0.001, 0.002, 0.003, 0.004, 0.006, 0.010, 0.017, 0.032, 0.066, 0.135, 0.260, 0.450,
    ),
}  # fmt: skip


def net_migration(panel: pd.DataFrame, years: int = 5) -> pd.Series:
    """Net moves per area during the last ``years`` of ``panel``: the change that births and deaths do not explain."""
    last = panel["year"].max()
    now, then = (panel[panel["year"] == year].set_index("area_code") for year in (last, last - years))
    natural = now["under_5"] - _DEATHS_OF_OLD * now["aged_65_plus"]
    return (now["population"] - then["population"] - natural).round().astype(int)


def population_forecast(squares: pd.DataFrame, panel: pd.DataFrame) -> pd.DataFrame:
    """Rows `forecast code year age_group population source`: every municipality and year to ``LAST_YEAR``.

    A cohort forecast in steps of five years from the people of the squares, with moves as large as the municipality's
    growth since the panel's first year; years between are interpolated. The groups of a year sum to its total.
    """
    people = squares.groupby("municipality")[list(AGE_GROUPS)].sum()
    moves = _yearly_moves(panel).reindex(people.index).fillna(0).to_numpy()
    steps = [people.to_numpy(float)]
    while YEARS[-1] + _STEP * (len(steps) - 1) < LAST_YEAR:
        steps.append(_five_years_later(steps[-1], moves))
    rows = []
    for year in range(YEARS[-1], LAST_YEAR + 1):
        done, part = divmod(year - YEARS[-1], _STEP)
        level = steps[done] if not part else steps[done] + (steps[done + 1] - steps[done]) * part / _STEP
        table = pd.DataFrame(np.round(level).astype(int), index=people.index, columns=_GROUPS)
        table[TOTAL] = table.sum(axis=1)
        long = table.rename_axis("code").reset_index().melt("code", var_name="age_group", value_name="population")
        rows.append(long.assign(year=year))
    return pd.concat(rows, ignore_index=True).assign(forecast=FORECAST, source=SOURCE)[
        ["forecast", "code", "year", "age_group", "population", "source"]
    ]


def care_rates() -> pd.DataFrame:
    """Rows `service age_group per_person source`: what people of each age use of care in a year."""
    return pd.DataFrame(
        [(service, group, rate, SOURCE) for service, rates in _RATES.items() for group, rate in zip(_GROUPS, rates)],
        columns=["service", "age_group", "per_person", "source"],
    )


def _yearly_moves(panel: pd.DataFrame) -> pd.Series:
    """Per municipality the yearly growth of its people that births and deaths do not explain, as a share of them."""
    people = panel.assign(municipality=panel["area_code"].str[:4])
    people = people.groupby(["municipality", "year"])["population"].sum().unstack()
    growth = np.log(people[YEARS[-1]] / people[YEARS[0]]) / (YEARS[-1] - YEARS[0])
    mean = growth[growth.index.str[:2] == COUNTY].mean() if (growth.index.str[:2] == COUNTY).any() else growth.mean()
    return 0.002 + 0.5 * (growth - mean)


def _five_years_later(people: np.ndarray, moves: np.ndarray) -> np.ndarray:
    """The groups (municipalities, groups) after one step: survivors grow older, children are born, adults move."""
    later = np.zeros_like(people)
    later[:, 1:] = people[:, :-1] * _SURVIVAL[:-1]
    later[:, -1] += people[:, -1] * _SURVIVAL[-1]
    later[:, 0] = _CHILDREN_PER_ADULT * people[:, _MOTHERS].sum(axis=1)
    moved = moves * _STEP * people.sum(axis=1)
    adults = later[:, _MOVERS]
    later[:, _MOVERS] = np.maximum(adults + moved[:, None] * adults / adults.sum(axis=1, keepdims=True), 0.0)
    return later
