"""The columns of the tables that the distribution of care gives, and its template for risks and consequences."""

from __future__ import annotations

import numpy as np

from ...adapters.outputs import Column
from ...i18n import tr


def region_columns() -> list[Column]:
    return [
        Column("specialty", "text", tr("Procedure group")),
        Column("region", "text", tr("Region")),
        Column("verdict", "text", tr("Outcome")),
        Column("need", "real", tr("Need per year")),
        Column("capacity", "real", tr("Capacity per year")),
        Column("load_before", "real", tr("Demand over capacity before")),
        Column("load_after", "real", tr("Demand over capacity after")),
        Column("moved_out", "real", tr("Patients moved to other regions")),
        Column("moved_in", "real", tr("Patients moved from other regions")),
        Column("moved_within", "real", tr("Patients moved within the region")),
        Column("moved_unknown", "real", tr("Moved patients whose travel is unknown")),
        Column("person_minutes", "real", tr("Extra person-minutes per year")),
        Column("mean_extra_minutes", "real", tr("Mean extra minutes per moved patient")),
        Column("volume_before", "real", tr("Operations per year before")),
        Column("volume_after", "real", tr("Operations per year after")),
        *(
            Column(f"share_over_{minutes}_{when}", "real", text.format(minutes=minutes))
            for minutes in (30, 60, 90)
            for when, text in (
                ("before", tr("Share of patients over {minutes} min before")),
                ("after", tr("Share of patients over {minutes} min after")),
            )
        ),
        *_waiting_columns(),
    ]


def unit_columns() -> list[Column]:
    return [
        Column("specialty", "text", tr("Procedure group")),
        Column("unit", "text", tr("Unit")),
        Column("region", "text", tr("Region")),
        Column("capacity", "real", tr("Capacity per year")),
        Column("demand_before", "real", tr("Patients per year before")),
        Column("demand_after", "real", tr("Patients per year after")),
        Column("load_before", "real", tr("Demand over capacity before")),
        Column("load_after", "real", tr("Demand over capacity after")),
        Column("volume_before", "real", tr("Operations per year before")),
        Column("volume_after", "real", tr("Operations per year after")),
        Column("floor", "real", tr("Floor (operations per year)")),
        Column("under_floor_before", "flag", tr("Under its floor before")),
        Column("under_floor", "flag", tr("Under its floor after")),
        *_waiting_columns(),
    ]


def move_columns() -> list[Column]:
    return [
        Column("specialty", "text", tr("Procedure group")),
        Column("from_unit", "text", tr("From unit")),
        Column("from_region", "text", tr("From region")),
        Column("to_unit", "text", tr("To unit")),
        Column("to_region", "text", tr("To region")),
        Column("patients", "real", tr("Patients per year")),
        Column("minutes", "real", tr("Mean travel time there (min)")),
        Column("extra_minutes", "real", tr("Mean extra minutes")),
    ]


def pareto_columns() -> list[Column]:
    return [
        Column("specialty", "text", tr("Procedure group")),
        Column("point", "text", tr("Alternative")),
        Column("moved", "real", tr("Patients moved per year")),
        Column("units", "real", tr("Units that do it")),
        Column("highest_load", "real", tr("Highest demand over capacity")),
        Column("beyond_capacity", "real", tr("Patients per year beyond capacity")),
        Column("person_minutes", "real", tr("Extra person-minutes per year")),
        Column("moved_unknown", "real", tr("Moved patients whose travel is unknown")),
        Column("waiting_share_after", "real", tr("Share over 90 days in a year, after (estimate)")),
    ]


def travel_columns(minutes: str) -> list[Column]:
    return [
        Column("origin_id", "text", tr("Origin")),
        Column("region", "text", tr("Region")),
        Column("population", "real", tr("People")),
        Column("patients", "real", tr("Expected patients per year")),
        Column(minutes, "real", tr("Mean travel time of the patients (min)")),
        Column("status", "text", tr("Status")),
    ]


def consequence_columns() -> list[Column]:
    return [
        Column("specialty", "text", tr("Procedure group")),
        Column("area", "text", tr("Area")),
        Column("question", "text", tr("Question")),
        Column("value", "real", tr("Value")),
        Column("unit", "text", tr("Measured in")),
        Column("measured", "flag", tr("Measured by the tool")),
        Column("comment", "text", tr("Comment")),
    ]


def consequence_rows(specialty: str, regions: list[dict], units: list[dict]) -> list[tuple]:
    """The template: what the tool has measured is filled in; the rest has no value and is for people to answer."""
    patients, staff, economy = tr("Patients"), tr("Staff"), tr("Economy")

    def total(name):
        return float(np.nansum([row[name] for row in regions]))

    moved = total("moved_out") + total("moved_within")
    travelled = moved - total("moved_unknown")
    minutes = total("person_minutes")
    changed = [abs(unit["volume_after"] - unit["volume_before"]) for unit in units]
    new_floor = sum(unit["under_floor"] and not unit["under_floor_before"] for unit in units)
    ceased = sum(unit["demand_before"] > 0 and unit["demand_after"] == 0 for unit in units)
    measured = [
        (patients, tr("How many patients go to another unit?"), moved, tr("patients per year")),
        (patients, tr("How much longer do they travel, one way?"), minutes / travelled if travelled > 0 else None, tr("minutes on average")),
        (patients, tr("For how many of them is the travel unknown?"), total("moved_unknown"), tr("patients per year")),
        (staff, tr("How much do operations change where they change most?"), max(changed, default=0.0), tr("operations per year")),
        (staff, tr("How many units fall under their floor?"), float(new_floor), tr("units")),
        (staff, tr("How many units stop doing this?"), float(ceased), tr("units")),
        (economy, tr("How much more time is spent travelling, there and back?"), 2 * minutes / 60 if travelled > 0 or not moved else None, tr("hours per year")),
    ]  # fmt: skip
    asked = [
        (patients, tr("Who cannot or will not travel (age, language, without a car, escort)?")),
        (patients, tr("What happens with follow-up, rehabilitation and continuity?")),
        (patients, tr("What are the medical risks and gains, and in which source?")),
        (patients, tr("How do patients choose when they are offered care elsewhere?")),
        (staff, tr("Can on-call duty be kept at every unit?")),
        (staff, tr("How are training and competence kept at every unit?")),
        (staff, tr("Who must be recruited, or work at another place?")),
        (economy, tr("What do the regions pay each other?")),
        (economy, tr("What does patients' travel cost in reimbursement?")),
        (economy, tr("Which investments, or premises left empty, follow?")),
    ]
    rows = [(specialty, area, question, value, unit, True, None) for area, question, value, unit in measured]
    return rows + [(specialty, area, question, None, None, False, None) for area, question in asked]


def _waiting_columns() -> list[Column]:
    return [
        Column("list_growth_before", "real", tr("Demand less capacity per year, before")),
        Column("list_growth_after", "real", tr("Demand less capacity per year, after")),
        Column("waiting_share_before", "real", tr("Share over 90 days today (measured)")),
        Column("waiting_share_unchanged", "real", tr("Share over 90 days in a year, nothing moved (estimate)")),
        Column("waiting_share_after", "real", tr("Share over 90 days in a year, after (estimate)")),
    ]
