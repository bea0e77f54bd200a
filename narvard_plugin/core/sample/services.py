"""What the sample's facilities do and how much they hold: services with hours and years, and capacity rows."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .service_rules import (
    ALWAYS,
    AMBULANCES,
    BED_SHARE,
    BED_SHARE_SPECIALTY,
    BEDS,
    DAY,
    DISTRICT,
    EVENING,
    FORMS,
    HOSPITALS,
    PER_1000,
    PLANNED,
    SIMPLE,
)

DATE, YEAR = "2024-12-31", 2024


def make_services(facilities: pd.DataFrame) -> pd.DataFrame:
    """The `utbud` table: one row per facility and service, with opening hours and the years it has been given."""
    rows = []
    for facility in facilities.itertuples():
        if facility.type.endswith("sjukhus") and facility.type != "hemsjukhus":
            rows += _hospital_rows(facility)
        else:
            rows += [(facility.facility_id, *row, None, None, None, None) for row in SIMPLE.get(facility.type, ())]
    columns = "facility_id service care_form urgency weekdays hours beds volume from_year to_year"
    table = pd.DataFrame(rows, columns=columns.split())
    opened = table["facility_id"].map(facilities.set_index("facility_id")["opened"])
    closed = table["facility_id"].map(facilities.set_index("facility_id")["closed"])
    for column, years in (("from_year", opened), ("to_year", closed)):
        table[column] = pd.array(table[column].where(table[column].notna(), years), dtype="Int64")
    table["beds"] = pd.array(table["beds"], dtype="Int64")
    table["volume"] = table["volume"].astype(float)
    return table


def _hospital_rows(facility) -> list[tuple]:
    hospital = HOSPITALS.get(facility.place, DISTRICT)
    rows = []
    for service in (*hospital.functions, *hospital.specialties):
        form = FORMS.get(service, "oppenvard")
        acute = service in hospital.functions and service not in PLANNED
        open_at = (
            ALWAYS if acute and service not in ("akutmottagning_dagtid", "barnakut") else EVENING if acute else DAY
        )
        beds = BED_SHARE.get(service, BED_SHARE_SPECIALTY.get(service))
        if service in BED_SHARE_SPECIALTY:
            form = "slutenvard"
        rows.append(
            (
                facility.facility_id,
                service,
                form,
                "akut" if acute else "planerad",
                *open_at,
                max(2, round(hospital.beds * beds)) if beds else None,
                round(hospital.people / 1000 * PER_1000[service]) if service in PER_1000 else None,
                *hospital.years.get(service, (None, None)),
            )
        )
    return rows


def make_capacity(facilities: pd.DataFrame, listed: pd.Series, rng: np.random.Generator) -> pd.DataFrame:
    """Capacity rows `facility_id kind value date` of what is open; ``listed`` is people per health centre by id."""
    rows = []
    for facility in facilities[facilities["closed"].isna() | (facilities["closed"] > YEAR)].itertuples():
        for kind, value in _capacity_of(facility, listed, rng):
            rows.append((facility.facility_id, kind, float(value), DATE))
    return pd.DataFrame(rows, columns=["facility_id", "kind", "value", "date"])


def _capacity_of(facility, listed: pd.Series, rng: np.random.Generator) -> list[tuple[str, float]]:
    if facility.type == "vardcentral":
        people = int(listed.get(facility.facility_id, 0))
        specialists = max(0.5, round(people / rng.uniform(1250, 1950) * 4) / 4)
        trainees = round(specialists * rng.uniform(0.1, 0.5) * 2) / 2
        return [("listade", people), ("heltid_specialist", specialists), ("heltid_st", trainees)]
    if facility.type.endswith("sjukhus") and facility.type != "hemsjukhus":
        hospital = HOSPITALS.get(facility.place, DISTRICT)
        return [("vardplatser", hospital.beds), ("operationssalar", hospital.theatres)]
    if facility.type == "ambulansstation":
        return [("fordon", AMBULANCES.get(facility.place, 1))]
    if facility.type in ("lakarbil", "mobilt_team", "helikopterbas", "mammografibuss", "mobil_tandvard"):
        return [("fordon", 1)]
    if facility.type in BEDS:
        kind = "vardplatser" if facility.type in ("ssih", "hemsjukhus") else "narvardsplatser"
        return [(kind, BEDS[facility.type])]
    if facility.type == "sarskilt_boende":
        return [("boendeplatser", int(rng.integers(24, 72)))]
    if facility.type == "lss_boende":
        return [("boendeplatser", 6)]
    return [("boendeplatser", int(rng.integers(6, 18)))] if facility.type == "korttidsboende" else []
