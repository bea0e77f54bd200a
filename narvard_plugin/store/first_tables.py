"""The tables of the register's first two versions: facilities, areas, people, figures, scenarios and sources.

Column names are a contract that tools and models hold.
"""

from __future__ import annotations

from . import columns
from .columns import BETTER
from .schema import DATE, DATETIME, INTEGER, MULTIPOLYGON, POINT, REAL, Column, Rule, Table

#: What `applyscenario` can do to a facility.
SCENARIO_ACTIONS = ("open", "close", "move", "change_role", "capacity", "add_service", "remove_service")

#: The kinds of area that a target value can be decided for.
TARGET_LEVELS = ("deso", "regso", "municipality", "region", "custom")

_AGE_GROUPS = (*((low, str(low + 4)) for low in range(0, 85, 5)), (85, "plus"))


FACILITIES = Table(
    "facilities",
    "Vårdenheter",
    "Facilities",
    (
        columns.text("facility_id", "Enhetens id", "Facility id", required=True),
        columns.text("name", "Namn", "Name", required=True),
        columns.code("type", "Enhetstyp", "Facility type", required=True),
        columns.text("role", "Roll", "Role"),
        columns.code("huvudman", "Huvudman", "Principal (huvudman)"),
        columns.code("driftsform", "Driftsform", "Form of operation (driftsform)"),
        columns.text("operator", "Utförare", "Operator"),
        columns.region(),
        columns.municipality(),
        columns.year("opened", "Öppnad (år)", "Opened (year)"),
        columns.year("closed", "Stängd (år)", "Closed (year)"),
        columns.source(),
        Column("source_date", DATE, "Källans datum", "Date of the source"),
    ),
    geometry=POINT,
    key=("facility_id",),
    rules=(Rule("closed_after_opened", "closed IS NULL OR opened IS NULL OR closed >= opened"),),
)

CAPACITY = Table(
    "capacity",
    "Kapacitet",
    "Capacity",
    (
        columns.facility_id(),
        columns.code("kind", "Slag av kapacitet", "Kind of capacity", required=True),
        Column("value", REAL, "Värde", "Value", required=True, minimum=0),
        Column("date", DATE, "Datum", "Date"),
    ),
    key=("facility_id", "kind", "date"),
)

SERVICES = Table(
    "services",
    "Utbud",
    "Services",
    (
        columns.facility_id(),
        columns.code("service", "Funktion eller specialitet", "Function or specialty", required=True),
        columns.code("care_form", "Vårdform", "Care form"),
        columns.code("urgency", "Akut eller planerad", "Urgency"),
        columns.text("weekdays", "Veckodagar", "Weekdays"),
        columns.text("hours", "Tider", "Hours"),
        columns.count("beds", "Vårdplatser", "Beds"),
        Column("volume", REAL, "Volym per år", "Volume per year", minimum=0),
        columns.year("from_year", "Från år", "From year"),
        columns.year("to_year", "Till år", "To year"),
    ),
    key=("facility_id", "service", "care_form", "urgency", "weekdays", "hours", "from_year"),
    rules=(Rule("to_after_from", "to_year IS NULL OR from_year IS NULL OR to_year >= from_year"),),
)

AREAS = Table(
    "areas",
    "Områden",
    "Areas",
    (
        columns.code("area_code", "Områdeskod", "Area code", required=True),
        columns.text("vintage", "Indelningens årgång", "Vintage of the division", required=True),
        columns.text("name", "Namn", "Name"),
        columns.municipality(),
        columns.region(),
        columns.count("population", "Folkmängd", "Population"),
    ),
    geometry=MULTIPOLYGON,
    key=("area_code", "vintage"),
)

AREA_KEY = Table(
    "area_key",
    "Områdesnyckel mellan årgångar",
    "Area key between vintages",
    (
        columns.code("from_code", "Från områdeskod", "From area code", required=True),
        columns.text("from_vintage", "Från årgång", "From vintage", required=True),
        columns.code("to_code", "Till områdeskod", "To area code", required=True),
        columns.text("to_vintage", "Till årgång", "To vintage", required=True),
        Column("share", REAL, "Andel av folkmängden", "Share of the population", required=True, minimum=0, maximum=1),
    ),
    key=("from_code", "from_vintage", "to_code", "to_vintage"),
)

PEOPLE = Table(
    "people",
    "Befolkning",
    "People",
    (
        columns.text("origin_id", "Rutans eller punktens id", "Id of the square or point", required=True),
        columns.count("population", "Folkmängd", "Population", required=True),
        columns.region(),
        columns.code("area_code", "Områdeskod", "Area code"),
        *(columns.age_group(low, high) for low, high in _AGE_GROUPS),
    ),
    geometry=POINT,
    key=("origin_id",),
)

STATISTICS = Table(
    "statistics",
    "Statistik per område",
    "Statistics by area",
    (
        columns.code("area_code", "Områdeskod", "Area code", required=True),
        columns.text("vintage", "Indelningens årgång", "Vintage of the division", required=True),
        columns.text("variable", "Variabel", "Variable", required=True),
        columns.year("year", "År", "Year", required=True),
        Column("value", REAL, "Värde", "Value"),
        columns.status(),
    ),
    key=("area_code", "vintage", "variable", "year"),
    rules=(Rule("value_or_reason", "value IS NOT NULL OR status IN ('suppressed', 'missing')"),),
)

LISTINGS = Table(
    "listings",
    "Listade per område och enhet",
    "Listed by area and unit",
    (
        columns.code("area_code", "Områdeskod", "Area code", required=True),
        columns.text("unit_id", "Enhetens id", "Unit id", required=True),
        columns.count("number", "Antal listade", "Number listed"),
        Column("date", DATE, "Datum", "Date", required=True),
        columns.status(),
    ),
    key=("area_code", "unit_id", "date"),
    rules=(Rule("number_or_reason", "number IS NOT NULL OR status IN ('suppressed', 'missing')"),),
)

WAITING_TIMES = Table(
    "waiting_times",
    "Väntetider (vårdgaranti)",
    "Waiting times (care guarantee)",
    (
        columns.region(required=True),
        columns.text("unit", "Enhet", "Unit"),
        columns.code("specialty", "Specialitet eller åtgärdsgrupp", "Specialty or procedure group", required=True),
        columns.code("measure", "Mått", "Measure", required=True),
        columns.text("period", "Period", "Period", required=True),
        columns.count("number", "Antal väntande", "Number waiting"),
        Column(
            "share_over_90d", REAL, "Andel som väntat över 90 dagar", "Share waiting over 90 days", minimum=0, maximum=1
        ),
        columns.source(),
    ),
    key=("region", "unit", "specialty", "measure", "period"),
)

SCENARIOS = Table(
    "scenarios",
    "Scenarier",
    "Scenarios",
    (
        columns.text("scenario", "Scenario", "Scenario", required=True),
        columns.text("description", "Beskrivning", "Description"),
        Column("created", DATETIME, "Skapat", "Created"),
    ),
    key=("scenario",),
)

SCENARIO_CHANGES = Table(
    "scenario_changes",
    "Scenariots ändringar",
    "Changes of a scenario",
    (
        columns.text("scenario", "Scenario", "Scenario", required=True, references=("scenarios", "scenario")),
        # Not a reference: a scenario may open a facility that is in no register yet.
        columns.text("facility_id", "Enhetens id", "Facility id", required=True),
        columns.text("action", "Åtgärd", "Action", required=True, choices=SCENARIO_ACTIONS),
        columns.year("year", "År", "Year", required=True),
        Column("x", REAL, "X (öst, meter)", "X (easting, metres)"),
        Column("y", REAL, "Y (norr, meter)", "Y (northing, metres)"),
        columns.code("type", "Enhetstyp", "Facility type"),
        columns.code("service", "Funktion eller specialitet", "Function or specialty"),
        Column("capacity", REAL, "Kapacitet", "Capacity", minimum=0),
        columns.text("operator", "Utförare", "Operator"),
        columns.text("name", "Namn", "Name"),
    ),
    rules=(
        Rule("x_with_y", "(x IS NULL) = (y IS NULL)"),
        Rule("place_when_moved", "action NOT IN ('open', 'move') OR x IS NOT NULL"),
        Rule("service_named", "action NOT IN ('add_service', 'remove_service') OR service IS NOT NULL"),
    ),
)

#: Since version 2. A scenario is the state of a year: 2030, 2040 and 2050 are three of them.
SCENARIO_COLUMNS = (
    columns.year("year", "År som scenariot visar", "Year that the scenario shows"),
    # Not a reference: a copy stands when what it was copied from is gone.
    columns.text("based_on", "Kopierat från", "Copied from"),
)

#: Since version 2: what an added service needs to be found by care form, urgency and time, and what an opened facility
#: needs to be found by role, principal and region.
CHANGE_COLUMNS = (
    columns.code("care_form", "Vårdform", "Care form"),
    columns.code("urgency", "Akut eller planerad", "Urgency"),
    columns.text("weekdays", "Veckodagar", "Weekdays"),
    columns.text("hours", "Tider", "Hours"),
    columns.text("role", "Roll", "Role"),
    columns.code("huvudman", "Huvudman", "Principal (huvudman)"),
    columns.code("driftsform", "Driftsform", "Form of operation (driftsform)"),
    columns.region(),
    columns.municipality(),
)

TARGETS = Table(
    "malvarde",
    "Målvärden",
    "Target values",
    (
        columns.text("indicator", "Mått", "Indicator", required=True),
        columns.code("area_code", "Områdeskod", "Area code", required=True),
        columns.text("area_level", "Slag av område", "Kind of area", required=True, choices=TARGET_LEVELS),
        columns.year("year", "År", "Year", required=True),
        Column("target", REAL, "Målvärde", "Target value", required=True),
        columns.text("better", "Bättre är (lower, higher)", "Better is (lower, higher)", required=True, choices=BETTER),
        columns.text("unit", "Enhet", "Unit"),
        columns.text("decided_by", "Beslutat av", "Decided by"),
        Column("decided_date", DATE, "Beslutsdatum", "Date of the decision"),
        columns.source(),
    ),
    key=("indicator", "area_code", "year"),
)

SOURCES = Table(
    "sources",
    "Källor",
    "Sources",
    (
        columns.text("name", "Namn", "Name", required=True),
        columns.text("publisher", "Utgivare", "Publisher"),
        columns.text("licence", "Licens", "Licence"),
        columns.text("url", "Adress", "Address"),
        Column("fetched", DATETIME, "Hämtad", "Fetched", required=True),
        Column("data_date", DATE, "Uppgifternas datum", "Date of the data"),
        columns.text("sha256", "Kontrollsumma (SHA-256)", "Checksum (SHA-256)"),
        columns.count("row_count", "Antal rader", "Number of rows"),
    ),
    key=("name", "fetched"),
)

METHOD_LOG = Table(
    "method_log",
    "Metodlogg",
    "Method log",
    (
        Column("time", DATETIME, "Tidpunkt", "Time", required=True),
        columns.text("who", "Vem", "Who", required=True),
        columns.text("choice", "Val", "Choice", required=True),
        columns.text("reason", "Skäl", "Reason"),
        columns.text("tool", "Verktyg", "Tool"),
        columns.text("parameters", "Inställningar (JSON)", "Parameters (JSON)"),
    ),
    append_only=True,
)

#: One row; `schema_version` is what migrations go by.
WORKSPACE = Table(
    "workspace",
    "Arbetsyta",
    "Workspace",
    (
        Column("schema_version", INTEGER, "Schemats version", "Schema version", required=True, minimum=1),
        columns.region(required=True),
        Column("created", DATETIME, "Skapad", "Created", required=True),
        columns.text("plugin_version", "Tilläggets version", "Plugin version", required=True),
        columns.text("crs", "Koordinatsystem", "Coordinate reference system", required=True),
    ),
    rules=(Rule("one_row", "fid = 1"),),
)
