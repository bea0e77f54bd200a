"""The tables of the register, version by version; column names are a contract that tools and models hold."""

from __future__ import annotations

from .schema import (
    DATE,
    DATETIME,
    INTEGER,
    MULTIPOLYGON,
    POINT,
    REAL,
    TEXT,
    AddColumn,
    AddTable,
    Column,
    Migration,
    Rule,
    Table,
    tables_of,
)

#: Why a number is missing, or that it is not: missing is never written as 0.
VALUE_STATUSES = ("ok", "estimated", "suppressed", "missing")

#: What `applyscenario` can do to a facility.
SCENARIO_ACTIONS = ("open", "close", "move", "change_role", "capacity", "add_service", "remove_service")

#: Whether a value does well below or above its target.
BETTER = ("lower", "higher")

#: The kinds of area that a target value can be decided for.
TARGET_LEVELS = ("deso", "regso", "municipality", "region", "custom")

_AGE_GROUPS = (*((low, str(low + 4)) for low in range(0, 85, 5)), (85, "plus"))


def _code(name, label_sv, label_en, digits=None, **rest):
    return Column(name, TEXT, label_sv, label_en, digits=digits, **rest)


def _text(name, label_sv, label_en, **rest):
    return Column(name, TEXT, label_sv, label_en, **rest)


def _count(name, label_sv, label_en, **rest):
    return Column(name, INTEGER, label_sv, label_en, minimum=0, **rest)


def _year(name, label_sv, label_en, **rest):
    return Column(name, INTEGER, label_sv, label_en, minimum=1600, maximum=2200, **rest)


def _region(**rest):
    return _code("region", "Region (länskod)", "Region (county code)", digits=2, **rest)


def _municipality():
    return _code("municipality", "Kommun (kod)", "Municipality (code)", digits=4)


def _facility_id():
    return _text("facility_id", "Enhetens id", "Facility id", required=True, references=("facilities", "facility_id"))


def _source():
    return _text("source", "Källa", "Source")


def _status():
    return _text("status", "Status", "Status", required=True, choices=VALUE_STATUSES)


def _age_group(low, high):
    if high == "plus":
        return _count(f"age_{low}_plus", f"{low} år och äldre", f"Aged {low} and over")
    return _count(f"age_{low}_{high}", f"{low}–{high} år", f"Aged {low} to {high}")


FACILITIES = Table(
    "facilities",
    "Vårdenheter",
    "Facilities",
    (
        _text("facility_id", "Enhetens id", "Facility id", required=True),
        _text("name", "Namn", "Name", required=True),
        _code("type", "Enhetstyp", "Facility type", required=True),
        _text("role", "Roll", "Role"),
        _code("huvudman", "Huvudman", "Principal (huvudman)"),
        _code("driftsform", "Driftsform", "Form of operation (driftsform)"),
        _text("operator", "Utförare", "Operator"),
        _region(),
        _municipality(),
        _year("opened", "Öppnad (år)", "Opened (year)"),
        _year("closed", "Stängd (år)", "Closed (year)"),
        _source(),
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
        _facility_id(),
        _code("kind", "Slag av kapacitet", "Kind of capacity", required=True),
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
        _facility_id(),
        _code("service", "Funktion eller specialitet", "Function or specialty", required=True),
        _code("care_form", "Vårdform", "Care form"),
        _code("urgency", "Akut eller planerad", "Urgency"),
        _text("weekdays", "Veckodagar", "Weekdays"),
        _text("hours", "Tider", "Hours"),
        _count("beds", "Vårdplatser", "Beds"),
        Column("volume", REAL, "Volym per år", "Volume per year", minimum=0),
        _year("from_year", "Från år", "From year"),
        _year("to_year", "Till år", "To year"),
    ),
    key=("facility_id", "service", "care_form", "urgency", "weekdays", "hours", "from_year"),
    rules=(Rule("to_after_from", "to_year IS NULL OR from_year IS NULL OR to_year >= from_year"),),
)

AREAS = Table(
    "areas",
    "Områden",
    "Areas",
    (
        _code("area_code", "Områdeskod", "Area code", required=True),
        _text("vintage", "Indelningens årgång", "Vintage of the division", required=True),
        _text("name", "Namn", "Name"),
        _municipality(),
        _region(),
        _count("population", "Folkmängd", "Population"),
    ),
    geometry=MULTIPOLYGON,
    key=("area_code", "vintage"),
)

AREA_KEY = Table(
    "area_key",
    "Områdesnyckel mellan årgångar",
    "Area key between vintages",
    (
        _code("from_code", "Från områdeskod", "From area code", required=True),
        _text("from_vintage", "Från årgång", "From vintage", required=True),
        _code("to_code", "Till områdeskod", "To area code", required=True),
        _text("to_vintage", "Till årgång", "To vintage", required=True),
        Column("share", REAL, "Andel av folkmängden", "Share of the population", required=True, minimum=0, maximum=1),
    ),
    key=("from_code", "from_vintage", "to_code", "to_vintage"),
)

PEOPLE = Table(
    "people",
    "Befolkning",
    "People",
    (
        _text("origin_id", "Rutans eller punktens id", "Id of the square or point", required=True),
        _count("population", "Folkmängd", "Population", required=True),
        _region(),
        _code("area_code", "Områdeskod", "Area code"),
        *(_age_group(low, high) for low, high in _AGE_GROUPS),
    ),
    geometry=POINT,
    key=("origin_id",),
)

STATISTICS = Table(
    "statistics",
    "Statistik per område",
    "Statistics by area",
    (
        _code("area_code", "Områdeskod", "Area code", required=True),
        _text("vintage", "Indelningens årgång", "Vintage of the division", required=True),
        _text("variable", "Variabel", "Variable", required=True),
        _year("year", "År", "Year", required=True),
        Column("value", REAL, "Värde", "Value"),
        _status(),
    ),
    key=("area_code", "vintage", "variable", "year"),
    rules=(Rule("value_or_reason", "value IS NOT NULL OR status IN ('suppressed', 'missing')"),),
)

LISTINGS = Table(
    "listings",
    "Listade per område och enhet",
    "Listed by area and unit",
    (
        _code("area_code", "Områdeskod", "Area code", required=True),
        _text("unit_id", "Enhetens id", "Unit id", required=True),
        _count("number", "Antal listade", "Number listed"),
        Column("date", DATE, "Datum", "Date", required=True),
        _status(),
    ),
    key=("area_code", "unit_id", "date"),
    rules=(Rule("number_or_reason", "number IS NOT NULL OR status IN ('suppressed', 'missing')"),),
)

WAITING_TIMES = Table(
    "waiting_times",
    "Väntetider (vårdgaranti)",
    "Waiting times (care guarantee)",
    (
        _region(required=True),
        _text("unit", "Enhet", "Unit"),
        _code("specialty", "Specialitet eller åtgärdsgrupp", "Specialty or procedure group", required=True),
        _code("measure", "Mått", "Measure", required=True),
        _text("period", "Period", "Period", required=True),
        _count("number", "Antal väntande", "Number waiting"),
        Column(
            "share_over_90d", REAL, "Andel som väntat över 90 dagar", "Share waiting over 90 days", minimum=0, maximum=1
        ),
        _source(),
    ),
    key=("region", "unit", "specialty", "measure", "period"),
)

SCENARIOS = Table(
    "scenarios",
    "Scenarier",
    "Scenarios",
    (
        _text("scenario", "Scenario", "Scenario", required=True),
        _text("description", "Beskrivning", "Description"),
        Column("created", DATETIME, "Skapat", "Created"),
    ),
    key=("scenario",),
)

SCENARIO_CHANGES = Table(
    "scenario_changes",
    "Scenariots ändringar",
    "Changes of a scenario",
    (
        _text("scenario", "Scenario", "Scenario", required=True, references=("scenarios", "scenario")),
        # Not a reference: a scenario may open a facility that is in no register yet.
        _text("facility_id", "Enhetens id", "Facility id", required=True),
        _text("action", "Åtgärd", "Action", required=True, choices=SCENARIO_ACTIONS),
        _year("year", "År", "Year", required=True),
        Column("x", REAL, "X (öst, meter)", "X (easting, metres)"),
        Column("y", REAL, "Y (norr, meter)", "Y (northing, metres)"),
        _code("type", "Enhetstyp", "Facility type"),
        _code("service", "Funktion eller specialitet", "Function or specialty"),
        Column("capacity", REAL, "Kapacitet", "Capacity", minimum=0),
        _text("operator", "Utförare", "Operator"),
        _text("name", "Namn", "Name"),
    ),
    rules=(
        Rule("x_with_y", "(x IS NULL) = (y IS NULL)"),
        Rule("place_when_moved", "action NOT IN ('open', 'move') OR x IS NOT NULL"),
        Rule("service_named", "action NOT IN ('add_service', 'remove_service') OR service IS NOT NULL"),
    ),
)

#: Since version 2. A scenario is the state of a year: 2030, 2040 and 2050 are three of them.
SCENARIO_COLUMNS = (
    _year("year", "År som scenariot visar", "Year that the scenario shows"),
    # Not a reference: a copy stands when what it was copied from is gone.
    _text("based_on", "Kopierat från", "Copied from"),
)

#: Since version 2: what an added service needs to be found by care form, urgency and time, and what an opened facility
#: needs to be found by role, principal and region.
CHANGE_COLUMNS = (
    _code("care_form", "Vårdform", "Care form"),
    _code("urgency", "Akut eller planerad", "Urgency"),
    _text("weekdays", "Veckodagar", "Weekdays"),
    _text("hours", "Tider", "Hours"),
    _text("role", "Roll", "Role"),
    _code("huvudman", "Huvudman", "Principal (huvudman)"),
    _code("driftsform", "Driftsform", "Form of operation (driftsform)"),
    _region(),
    _municipality(),
)

TARGETS = Table(
    "malvarde",
    "Målvärden",
    "Target values",
    (
        _text("indicator", "Mått", "Indicator", required=True),
        _code("area_code", "Områdeskod", "Area code", required=True),
        _text("area_level", "Slag av område", "Kind of area", required=True, choices=TARGET_LEVELS),
        _year("year", "År", "Year", required=True),
        Column("target", REAL, "Målvärde", "Target value", required=True),
        _text("better", "Bättre är (lower, higher)", "Better is (lower, higher)", required=True, choices=BETTER),
        _text("unit", "Enhet", "Unit"),
        _text("decided_by", "Beslutat av", "Decided by"),
        Column("decided_date", DATE, "Beslutsdatum", "Date of the decision"),
        _source(),
    ),
    key=("indicator", "area_code", "year"),
)

SOURCES = Table(
    "sources",
    "Källor",
    "Sources",
    (
        _text("name", "Namn", "Name", required=True),
        _text("publisher", "Utgivare", "Publisher"),
        _text("licence", "Licens", "Licence"),
        _text("url", "Adress", "Address"),
        Column("fetched", DATETIME, "Hämtad", "Fetched", required=True),
        Column("data_date", DATE, "Uppgifternas datum", "Date of the data"),
        _text("sha256", "Kontrollsumma (SHA-256)", "Checksum (SHA-256)"),
        _count("row_count", "Antal rader", "Number of rows"),
    ),
    key=("name", "fetched"),
)

METHOD_LOG = Table(
    "method_log",
    "Metodlogg",
    "Method log",
    (
        Column("time", DATETIME, "Tidpunkt", "Time", required=True),
        _text("who", "Vem", "Who", required=True),
        _text("choice", "Val", "Choice", required=True),
        _text("reason", "Skäl", "Reason"),
        _text("tool", "Verktyg", "Tool"),
        _text("parameters", "Inställningar (JSON)", "Parameters (JSON)"),
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
        _region(required=True),
        Column("created", DATETIME, "Skapad", "Created", required=True),
        _text("plugin_version", "Tilläggets version", "Plugin version", required=True),
        _text("crs", "Koordinatsystem", "Coordinate reference system", required=True),
    ),
    rules=(Rule("one_row", "fid = 1"),),
)

MIGRATIONS = (
    Migration(
        1,
        "the register: facilities, services, areas, people, numbers, scenarios, sources and method log",
        tuple(
            AddTable(table)
            for table in (
                WORKSPACE,
                FACILITIES,
                CAPACITY,
                SERVICES,
                AREAS,
                AREA_KEY,
                PEOPLE,
                STATISTICS,
                LISTINGS,
                WAITING_TIMES,
                SCENARIOS,
                SCENARIO_CHANGES,
                SOURCES,
                METHOD_LOG,
            )
        ),
    ),
    Migration(
        2,
        "horizons of scenarios, what added services and opened facilities are found by, and target values",
        (
            *(AddColumn("scenarios", column) for column in SCENARIO_COLUMNS),
            *(AddColumn("scenario_changes", column) for column in CHANGE_COLUMNS),
            AddTable(TARGETS),
        ),
    ),
)

#: The tables of the newest version by name.
TABLES = tables_of(MIGRATIONS)
