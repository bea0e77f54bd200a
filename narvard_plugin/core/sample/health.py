"""Health of the sample county as an authority publishes it: per municipality and region, never per small area."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .facilities import SOURCE
from .listings import DATE
from .statistics import YEARS

INDICATORS = (
    ("god_sjalvskattad_halsa", "God självskattad hälsa, andel 16–84 år", "%", "self_rated_health_good_share"),
    ("fallolyckor_65_plus", "Vårdade för fallolyckor 65 år och äldre, per 100 000", "per 100 000",
     "fall_injuries_per_100000"),
)  # fmt: skip
_SEXES = (("T", 1.0), ("K", 0.98), ("M", 1.02))
_FEWEST = 4_000  # people behind a figure for one sex: below this it is not told


def health_figures(panel: pd.DataFrame) -> pd.DataFrame:
    """Rows of the register's table health_figures for the last three years, means weighted by people."""
    rows = []
    recent = panel[panel["year"] >= YEARS[-3]]
    for level, digits in (("municipality", 4), ("region", 2)):
        for (area, year), people in recent.groupby([recent["area_code"].str[:digits], "year"]):
            count = people["population"].sum()
            for indicator, name, unit, column in INDICATORS:
                mean = np.average(people[column], weights=people["population"])
                for sex, tilt in _SEXES:
                    hidden = sex != "T" and count / 2 < _FEWEST
                    value = None if hidden else round(float(mean * tilt), 1)
                    status = "suppressed" if hidden else "ok"
                    rows.append((SOURCE, indicator, name, area, level, str(year), sex, value, unit, status, DATE))
    names = [
        "source",
        "indicator",
        "indicator_name",
        "area_code",
        "area_level",
        "period",
        "sex",
        "value",
        "unit",
        "status",
        "source_date",
    ]
    return pd.DataFrame(rows, columns=names)
