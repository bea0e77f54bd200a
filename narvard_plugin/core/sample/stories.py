"""What the stories add to the sample county: scenarios for Ekhamn, one full health centre, and data gone wrong."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from .facilities import SOURCE
from .plan import COUNTY, NEIGHBOUR
from .projection import RT90, from_degrees, to_degrees

NORM_SPECIALIST, NORM_TRAINEE = 1100, 550
#: Places left at the centre that three plans load together: more than any two of the plans need, less than all three.
SPARE_PLACES = 850
#: What is left at each of the centres where the early twin lies: room for it and for more.
ROOMY_PLACES = 700
SWAPPED = 6
STALE_DATE = "2009-03-01"

_SURGERY = (
    "kirurgjour",
    "ortopedjour",
    "iva",
    "operation",
    "strokeenhet",
    "trombolys",
    "kirurgi",
    "ortopedi",
    "anestesi_intensivvard",
)
_SCENARIOS = (
    ("A", "Ekhamn A: akutmottagningen stängd nattetid"),
    ("B", "Ekhamn B: sjukhuset omvandlas till närsjukhus"),
    ("C", "Ekhamn C: närsjukhus med närvårdsplatser, mobilt team och en ambulans till"),
)
_YEAR = 2028


def ekhamn_scenarios(facilities: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The scenarios of the hospital's conversion and their changes, each complete in itself."""
    hospital = _one(facilities, "lansdelssjukhus", "Ekhamn")
    station = _one(facilities, "ambulansstation", "Ekhamn")
    night = [
        {"facility_id": hospital.facility_id, "action": "remove_service", "service": "akutmottagning_dygnet_runt"},
        {"facility_id": hospital.facility_id, "action": "add_service", "service": "akutmottagning_dagtid"},
    ]
    local = [
        {"facility_id": hospital.facility_id, "action": "change_role", "type": "narsjukhus"},
        *(
            {"facility_id": hospital.facility_id, "action": "remove_service", "service": service}
            for service in _SURGERY
        ),
    ]
    repaired = [
        {"facility_id": hospital.facility_id, "action": "add_service", "service": "narvardsplatser", "capacity": 24.0},
        {"facility_id": station.facility_id, "action": "capacity", "service": "ambulans", "capacity": 3.0},
        {
            "facility_id": "99-mobilt_team-ny",
            "action": "open",
            "type": "mobilt_team",
            "x": hospital.x,
            "y": hospital.y,
            "operator": hospital.operator,
            "name": "Mobila närvårdsteamet Ekhamn",
        },
    ]
    parts = {"A": night, "B": [*night, *local], "C": [*night, *local, *repaired]}
    rows = [{"scenario": name, "year": _YEAR, **row} for name, changes in parts.items() for row in changes]
    columns = "scenario facility_id action year x y type service capacity operator name"
    changes = pd.DataFrame(rows).reindex(columns=columns.split())
    return pd.DataFrame(_SCENARIOS, columns=["scenario", "description"]).assign(year=_YEAR), changes


# Decided for the region, and for the north of the island, where there is farther to go.
_TARGETS = (
    ("restid_halsocentral", COUNTY, "region", 2030, 15.0, "lower", "minuter"),
    ("restid_halsocentral", COUNTY, "region", 2040, 12.0, "lower", "minuter"),
    ("restid_halsocentral", "9904", "municipality", 2030, 25.0, "lower", "minuter"),
    ("andel_inom_20_min_ambulans", COUNTY, "region", 2030, 0.95, "higher", "andel"),
)


def target_values() -> pd.DataFrame:
    """Target values (målvärden) that the made-up region has decided."""
    columns = ["indicator", "area_code", "area_level", "year", "target", "better", "unit"]
    decided = {"decided_by": "Regionfullmäktige i Exempellän", "decided_date": "2024-11-20"}
    return pd.DataFrame(_TARGETS, columns=columns).assign(**decided, source=SOURCE)


def _one(facilities: pd.DataFrame, kind: str, place: str):
    return next(facilities[(facilities["type"] == kind) & (facilities["place"] == place)].itertuples())


def fill_centre(capacity: pd.DataFrame, facility_id: str) -> pd.DataFrame:
    """The capacity rows where one health centre has just `SPARE_PLACES` left by the norm of listed per doctor."""
    of_centre = capacity["facility_id"] == facility_id
    listed = capacity.loc[of_centre & (capacity["kind"] == "listade"), "value"].iloc[0]
    result = capacity.copy()
    result.loc[of_centre & (result["kind"] == "heltid_st"), "value"] = 0.0
    doctors = round((listed + SPARE_PLACES) / NORM_SPECIALIST, 2)
    result.loc[of_centre & (result["kind"] == "heltid_specialist"), "value"] = doctors
    return result


def make_room(capacity: pd.DataFrame, facility_ids: Collection[str]) -> pd.DataFrame:
    """The capacity rows where each of the health centres has `ROOMY_PLACES` left by the norm of listed per doctor."""
    listed = capacity[capacity["kind"] == "listade"].set_index("facility_id")["value"]
    doctors = ((listed + ROOMY_PLACES) / NORM_SPECIALIST).round(2)
    chosen = capacity["facility_id"].isin(list(facility_ids)) & (capacity["kind"] == "heltid_specialist")
    result = capacity.copy()
    result.loc[chosen, "value"] = result.loc[chosen, "facility_id"].map(doctors)
    return result


def nearest_centre(facilities: pd.DataFrame, xy: tuple[float, float]) -> str:
    """The health centre nearest to a point as the crow flies."""
    centres = facilities[(facilities["type"] == "vardcentral") & facilities["closed"].isna()]
    gap = np.hypot(centres["x"] - xy[0], centres["y"] - xy[1])
    return str(centres["facility_id"].loc[gap.idxmin()])


def neighbour_without_municipality(facilities: pd.DataFrame) -> pd.DataFrame:
    """The neighbour's facilities as they send them: the municipality's column is not there."""
    theirs = facilities[facilities["region"] == NEIGHBOUR]
    return theirs.drop(columns=["municipality", "place"]).reset_index(drop=True)


def stale_facilities(facilities: pd.DataFrame) -> pd.DataFrame:
    """Pharmacies with a source so old that every number from it must be doubted."""
    shops = facilities[facilities["type"] == "apotek"].drop(columns="place").reset_index(drop=True)
    return shops.assign(source_date=STALE_DATE)


def hsa_with_swapped_coordinates(facilities: pd.DataFrame) -> pd.DataFrame:
    """Health centres as HSA exports them, RT 90 2.5 gon V with X = north and Y = east; the first six are swapped."""
    centres = facilities[facilities["type"] == "vardcentral"].reset_index(drop=True)
    grid = np.round(from_degrees(to_degrees(centres[["x", "y"]].to_numpy(float)), RT90)).astype(int)
    texts = [
        f"X:{east} Y:{north}" if row < SWAPPED else f"X:{north} Y:{east}" for row, (east, north) in enumerate(grid)
    ]
    return pd.DataFrame(
        {
            "hsaIdentity": [f"SE9999999999-EX{row:05d}" for row in range(len(centres))],
            "name": centres["name"],
            "geographicalCoordinates": texts,
            "countyCode": centres["region"],
            "municipalityCode": centres["municipality"],
            "hsaBusinessType": "02",
            "hsaManagementCodeText": np.where(
                centres["driftsform"] == "egen_regi", "Landsting/Region", "Privat, vårdavtal"
            ),
            "kalla": SOURCE,
        }
    )


def listings_with_hidden_cells(listings: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """The listing matrix as a supplier sends it: small cells hidden as "<5", some as "..", some years old."""
    rows = listings.drop(columns="status")
    numbers = rows["number"].astype(str).to_numpy(dtype=object)
    small = np.argsort(rows["number"].to_numpy(), kind="stable")[: len(rows) // 8]
    numbers[small] = "<5"
    numbers[rng.choice(small, size=len(small) // 5, replace=False)] = ".."
    return rows.assign(number=numbers, source=SOURCE)
