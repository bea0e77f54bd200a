"""The sheets of Närvård's own workbook, as it is written and as it is read: names and headings, (Swedish, English)."""

from __future__ import annotations

INSTRUCTION_SHEETS = ("Anvisning", "Instructions")
FACILITY_SHEETS = ("Enheter", "Facilities")
SERVICE_SHEETS = ("Utbud", "Services")
CAPACITY_SHEETS = ("Kapacitet", "Capacity")
LIST_SHEETS = ("Listor", "Lists")

SERVICE_HEADINGS = {
    "example": ("Exempelrad", "Example row"),
    "facility_id": ("Enhetens id", "Facility id"),
    "service": ("Funktion eller specialitet", "Function or specialty"),
    "care_form": ("Vårdform", "Care form"),
    "urgency": ("Akut eller planerad", "Urgency"),
    "weekdays": ("Veckodagar", "Weekdays"),
    "hours": ("Tider", "Hours"),
    "beds": ("Vårdplatser", "Beds"),
    "volume": ("Volym per år", "Volume per year"),
    "from_year": ("Från år", "From year"),
    "to_year": ("Till år", "To year"),
}
CAPACITY_HEADINGS = {
    "example": ("Exempelrad", "Example row"),
    "facility_id": ("Enhetens id", "Facility id"),
    "kind": ("Slag av kapacitet", "Kind of capacity"),
    "value": ("Värde", "Value"),
    "date": ("Datum", "Date"),
}
