"""The tables of health's geography: own divisions, need indices, forecasts and what a grant gave. Since version 3."""

from __future__ import annotations

from . import columns
from .columns import BETTER
from .schema import DATE, MULTIPOLYGON, REAL, Column, Rule, Table

#: Whether an index is of the listed of a unit or of the people of an area.
INDEX_LEVELS = ("unit", "area")

#: The scales of a need index: weighted head count, the same per person, and per person over the nation's (1 = the nation).
INDEX_SCALES = ("points", "per_person", "ratio")

#: Länsdel, närsjukvårdsområde, delregional vårdsamverkan: what a region itself divides its land into.
DIVISIONS = Table(
    "divisions",
    "Egna indelningar",
    "Own divisions",
    (
        columns.text("zone_id", "Zonens id", "Zone id", required=True),
        columns.code("kind", "Slag av indelning", "Kind of division", required=True),
        columns.text("name", "Namn", "Name"),
        columns.region(),
        columns.source(),
        Column("source_date", DATE, "Källans datum", "Date of the source"),
    ),
    geometry=MULTIPOLYGON,
    key=("zone_id", "kind"),
)

#: A need index is of an area or of a unit's listed; its scale is never left out, or two would be mixed.
NEED_INDEX = Table(
    "need_index",
    "Vårdbehovsindex per enhet eller område",
    "Need index by unit or area",
    (
        columns.text(
            "level",
            "Gäller (unit = vårdenhet, area = område)",
            "Is of (unit, area)",
            required=True,
            choices=INDEX_LEVELS,
        ),
        columns.code("code", "Vårdenhetens id eller områdeskod", "Unit id or area code", required=True),
        columns.text("vintage", "Indelningens årgång", "Vintage of the division"),
        columns.code("measure", "Index", "Index", required=True),
        columns.text("scale", "Skala", "Scale", required=True, choices=INDEX_SCALES),
        Column("value", REAL, "Värde", "Value"),
        columns.count("population", "Antal personer", "Number of people"),
        Column("date", DATE, "Datum", "Date", required=True),
        columns.status(),
        columns.source(),
    ),
    key=("level", "code", "measure", "scale", "date"),
    rules=(Rule("value_or_reason", "value IS NOT NULL OR status IN ('suppressed', 'missing')"),),
)

#: ``age_group`` is ``total``, or an age group as the people's columns call it.
FORECASTS = Table(
    "forecasts",
    "Befolkningsprognoser",
    "Population forecasts",
    (
        columns.text("forecast", "Prognos", "Forecast", required=True),
        columns.code("code", "Kommun-, läns- eller områdeskod", "Code of municipality, county or area", required=True),
        columns.year("year", "År", "Year", required=True),
        columns.text("age_group", "Åldersgrupp", "Age group", required=True),
        Column("population", REAL, "Folkmängd", "Population", required=True, minimum=0),
        columns.source(),
    ),
    key=("forecast", "code", "year", "age_group"),
)

#: What the money of a socioeconomic grant was used for, and what then was measured.
GRANT_FOLLOWUP = Table(
    "grant_followup",
    "Uppföljning av utvecklingspeng",
    "Follow-up of the development grant",
    (
        columns.text("unit_id", "Enhetens id", "Unit id", required=True),
        columns.year("year", "År", "Year", required=True),
        Column("amount", REAL, "Belopp (kronor)", "Amount (kronor)", minimum=0),
        columns.text("effort", "Insats", "Effort", required=True),
        columns.text("indicator", "Mått", "Indicator", required=True),
        Column("outcome", REAL, "Utfall", "Outcome"),
        columns.text("better", "Bättre är (lower, higher)", "Better is (lower, higher)", choices=BETTER),
        columns.source(),
    ),
    key=("unit_id", "year", "effort", "indicator"),
)

HEALTH_TABLES = (DIVISIONS, NEED_INDEX, FORECASTS, GRANT_FOLLOWUP)
