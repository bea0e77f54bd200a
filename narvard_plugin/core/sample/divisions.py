"""What the sample county's region divides its land into: one närsjukvårdsområde around each acute hospital."""

from __future__ import annotations

import numpy as np
import pandas as pd

KIND = "narsjukvardsomrade"


def divisions(settlements: pd.DataFrame, municipalities: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Rows `zone_id kind name region`, and the zone of each municipality code: that of the nearest acute hospital.

    A region without a hospital of its own is one zone around its largest place.
    """
    zone_of = {code: _centre(settlements, code) for code in municipalities["code"]}
    rows = {}
    for municipality, centre in zone_of.items():
        zone_id = f"{municipality[:2]}-{centre.name}"
        rows[zone_id] = (zone_id, KIND, f"Närsjukvårdsområde {centre.place}", municipality[:2])
    table = pd.DataFrame(sorted(rows.values()), columns=["zone_id", "kind", "name", "region"])
    return table, pd.Series({code: f"{code[:2]}-{centre.name}" for code, centre in zone_of.items()})


def _centre(settlements: pd.DataFrame, municipality: str) -> pd.Series:
    """The place that the municipality's care leans on; its ``name`` is that of the municipality it lies in."""
    own = settlements[settlements["region"] == municipality[:2]]
    seat = own[own["municipality"] == municipality].nlargest(1, "population").iloc[0]
    centres = own[own["hospital"]] if own["hospital"].any() else own.nlargest(1, "population")
    gap = np.hypot(centres["x"] - seat["x"], centres["y"] - seat["y"])
    nearest = centres.loc[gap.idxmin()]
    return pd.Series({"place": nearest["name"]}, name=nearest["municipality"])
