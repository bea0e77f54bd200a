"""The tables of what is fetched: health per area, plans as published, Boverket's catalogue, and frozen bases. Since version 4."""

from __future__ import annotations

from . import columns
from .schema import DATE, DATETIME, MULTIPOLYGON, REAL, Column, Rule, Table

#: The kinds of area that health is published for, from the largest.
AREA_LEVELS = ("country", "region", "municipality", "district", "regso", "deso", "unit")

#: How a facility's place is known.
PLACEMENTS = ("source", "address", "by_hand")

#: Health as published: nobody may paint a region's figure on its small areas, so every row says whose it is.
HEALTH_FIGURES = Table(
    "health_figures",
    "Hälsa per område",
    "Health by area",
    (
        columns.source(required=True),
        columns.code("indicator", "Mått (kod)", "Indicator (code)", required=True),
        columns.text("indicator_name", "Mått", "Indicator"),
        columns.code("area_code", "Områdeskod", "Area code", required=True),
        columns.text("area_level", "Minsta område", "Smallest area", required=True, choices=AREA_LEVELS),
        columns.text("period", "Period", "Period", required=True),
        columns.text("sex", "Kön (T, K, M)", "Sex (T, K, M)", choices=("T", "K", "M")),
        columns.text("age", "Ålder", "Age"),
        Column("value", REAL, "Värde", "Value"),
        columns.text("unit", "Enhet", "Unit"),
        columns.status(),
        Column("source_date", DATE, "Källans datum", "Date of the source"),
    ),
    key=("source", "indicator", "area_code", "period", "sex", "age"),
    rules=(Rule("value_or_reason", "value IS NOT NULL OR status IN ('suppressed', 'missing')"),),
)

#: Plans as a national service published them; the register of plan cases is another thing.
PLAN_ITEMS = Table(
    "plan_items",
    "Detaljplaner som de publicerats",
    "Detail plans as published",
    (
        columns.text("item_id", "Postens id", "Item id", required=True),
        columns.source(required=True),
        columns.municipality(),
        columns.text("designation", "Beteckning", "Designation"),
        columns.text("name", "Namn", "Name"),
        columns.text("purpose", "Syfte", "Purpose"),
        columns.text("status", "Planskede", "Stage"),
        columns.text("plan_type", "Plantyp", "Kind of plan"),
        Column("begun", DATE, "Påbörjad", "Begun"),
        Column("status_date", DATE, "Skedet sedan", "In this stage since"),
        Column("in_force", DATE, "Laga kraft", "In force"),
        columns.text("usability", "Användbarhet", "Usability"),
        columns.text("properties", "Alla egenskaper (JSON)", "All properties (JSON)"),
        columns.text("assets", "Handlingar (JSON)", "Documents (JSON)"),
    ),
    geometry=MULTIPOLYGON,
    key=("item_id",),
)

#: An answer without plans is kept too: it says that no digital plan was found, never that there is none.
PLAN_CHECKS = Table(
    "plan_checks",
    "När en kommuns planer senast efterfrågades",
    "When a municipality's plans were last asked for",
    (
        columns.code("municipality", "Kommun (kod)", "Municipality (code)", digits=4, required=True),
        columns.source(required=True),
        Column("checked", DATETIME, "Kontrollerad", "Checked", required=True),
        columns.count("found", "Antal digitala planer", "Number of digital plans", required=True),
    ),
    key=("municipality", "source", "checked"),
)

PLAN_PROVISIONS = Table(
    "plan_provisions",
    "Planbestämmelsekatalogen",
    "Catalogue of plan provisions",
    (
        columns.text("provision_id", "Bestämmelsens id", "Provision id", required=True),
        columns.text("release", "Utgåva", "Release", required=True),
        columns.code("code", "Bestämmelsekod", "Provision code"),
        columns.text("designation", "Beteckning", "Designation"),
        columns.text("wording", "Formulering", "Wording"),
        columns.text("kind", "Bestämmelsetyp", "Kind of provision"),
        columns.text("use_form", "Användningsform", "Form of use"),
        columns.text("category", "Kategori", "Category"),
        columns.text("colour", "Färg", "Colour"),
        columns.text("expressed_value", "Uttryckt värde", "Expressed value"),
        columns.text("geometry_kind", "Geometrityp", "Kind of geometry"),
        Column("valid_from", DATE, "Börjar gälla", "Valid from"),
        Column("valid_to", DATE, "Slutar gälla", "Valid to"),
        columns.text("replaces", "Ersätter", "Replaces"),
        columns.text("replaced_by", "Ersatt av", "Replaced by"),
        columns.text("counterpart", "Motsvaras i dag av", "Today's counterpart"),
        columns.text("properties", "Alla egenskaper (JSON)", "All properties (JSON)"),
    ),
    key=("provision_id", "release"),
)

#: One row per frozen basis; the copy itself is a folder that nobody writes to.
FROZEN_BASES = Table(
    "frozen_bases",
    "Frysta underlag",
    "Frozen bases",
    (
        columns.text("name", "Namn", "Name", required=True),
        columns.text("reference", "Diarienummer", "Reference (diarienummer)", required=True),
        Column("frozen", DATETIME, "Fryst", "Frozen", required=True),
        columns.text("who", "Vem", "Who", required=True),
        columns.text("folder", "Mapp", "Folder", required=True),
        columns.text("sha256", "Kontrollsumma (SHA-256)", "Checksum (SHA-256)", required=True),
        columns.count("file_count", "Antal filer", "Number of files"),
    ),
    key=("name", "reference"),
    append_only=True,
)

SOURCE_TABLES = (HEALTH_FIGURES, PLAN_ITEMS, PLAN_CHECKS, PLAN_PROVISIONS, FROZEN_BASES)

#: Of the table ``sources``: which source of ``sources.json`` it was, what it fed, and what the refresh changed.
SOURCE_COLUMNS = (
    columns.code("source_id", "Källans id", "Source id"),
    columns.text("fed", "Tabell", "Table"),
    columns.text("part", "Del av källan", "Part of the source"),
    columns.region(),
    columns.text("version", "Källans version", "Version of the source"),
    columns.text("smallest_area", "Minsta område", "Smallest area"),
    columns.count("added", "Tillkomna rader", "Rows added"),
    columns.count("changed", "Ändrade rader", "Rows changed"),
    columns.count("removed", "Borttagna rader", "Rows removed"),
)

#: Of the table ``facilities``: the address, and how the place is known.
FACILITY_COLUMNS = (
    columns.text("address", "Adress", "Address"),
    columns.text("postal_code", "Postnummer", "Postal code"),
    columns.text("locality", "Postort", "Postal town"),
    columns.text("placement", "Läget kommer från (source, address, by_hand)", "Place known by", choices=PLACEMENTS),
    columns.text("source_id", "Id i källan", "Id in the source"),
)
