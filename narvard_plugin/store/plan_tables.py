"""The register of plan cases: what municipalities plan, in which versions, and what was said and promised early. Since version 6."""

from __future__ import annotations

from ..core.plans import codes
from . import columns
from .schema import ANY_GEOMETRY, BLOB, DATE, DATETIME, INTEGER, MULTIPOLYGON, POINT, REAL, Column, Rule, Table


def _case(**rest) -> Column:
    return columns.text("plan_id", "Ärendets id", "Case id", references=("plan_cases", "plan_id"), **rest)


def _version(**rest) -> Column:
    return columns.text("version_id", "Versionens id", "Version id", references=("plan_versions", "version_id"), **rest)


#: One thing that a municipality plans, sent to the region or only watched by it.
PLAN_CASES = Table(
    "plan_cases",
    "Planärenden",
    "Plan cases",
    (
        columns.text("plan_id", "Ärendets id", "Case id", required=True),
        columns.text("kind", "Slag av ärende", "Kind of case", required=True, choices=codes.CASE_KINDS),
        columns.code("municipality", "Kommun (kod)", "Municipality (code)", digits=4, required=True),
        columns.text("name", "Namn", "Name", required=True),
        columns.text("designation", "Beteckning", "Designation"),
        columns.text("national_id", "Objektidentitet i NGP", "Identity in the national platform"),
        columns.text("municipality_reference", "Kommunens diarienummer", "The municipality's reference"),
        columns.text("region_reference", "Regionens diarienummer", "The region's reference (diarienummer)"),
        columns.text("procedure", "Förfarande", "Procedure", required=True, choices=codes.PROCEDURES),
        columns.count("significant_impact", "Betydande miljöpåverkan (0/1)", "Significant environmental impact (0/1)",
                      maximum=1),
        columns.text("status", "Planskede", "Status", required=True, choices=codes.CASE_STATUSES),
        Column("status_date", DATE, "Skedet sedan", "In this status since"),
        columns.text("purpose", "Syfte", "Purpose"),
        columns.count("dwellings_min", "Bostäder, minst", "Dwellings, at least"),
        columns.count("dwellings_max", "Bostäder, högst", "Dwellings, at most"),
        columns.text("dwellings_source", "Var antalet bostäder anges", "Where the number of dwellings is read"),
        Column("care_area_m2", REAL, "Bruttoarea för vård (m²)", "Gross floor area for care (m²)", minimum=0),
        columns.count("implementation_months", "Genomförandetid (månader)", "Implementation time (months)"),
        columns.text("came_by", "Känt genom", "Came by", required=True, choices=codes.CAME_BY),
        columns.source(),
        columns.text("source_url", "Källans adress", "Address of the source"),
        # As it was last seen: a case that is only watched has a status of the register's own.
        columns.text("source_status", "Skede enligt källan", "Stage according to the source"),
        Column("noticed", DATE, "Uppmärksammad", "Noticed", required=True),
        Column("last_seen", DATE, "Senast sedd i källan", "Last seen in the source"),
        Column("vanished", DATE, "Försvunnen ur källan", "Gone from the source since"),
        columns.count("priority", "Prioritet (1 högst)", "Priority (1 highest)"),
        columns.text("handler", "Handläggare", "Handler"),
        Column("row_version", INTEGER, "Radens version", "Version of the row", required=True, minimum=1),
    ),
    key=("plan_id",),
    rules=(Rule("fewest_dwellings_first",
                "dwellings_min IS NULL OR dwellings_max IS NULL OR dwellings_min <= dwellings_max"),),
)  # fmt: skip

#: The documents of a case in one stage; a second granskning is number 2.
PLAN_VERSIONS = Table(
    "plan_versions",
    "Planversioner",
    "Plan versions",
    (
        columns.text("version_id", "Versionens id", "Version id", required=True),
        _case(required=True),
        columns.text("stage", "Skede", "Stage", required=True, choices=codes.STAGES),
        Column("number", INTEGER, "Nummer i skedet", "Number in the stage", required=True, minimum=1),
        Column("documents_date", DATE, "Handlingarnas datum", "Date of the documents"),
        columns.count("object_version", "Objektversion i NGP", "Object version in the national platform"),
        columns.text("format", "Läst ur", "Read from"),
        columns.text("usability", "Användbarhet", "Usability"),
        columns.text("content_sha256", "Innehållets kontrollsumma", "Checksum of the content"),
        columns.text("previous", "Föregående version", "Previous version", references=("plan_versions", "version_id")),
        Column("stored", DATETIME, "Inlagd", "Stored", required=True),
    ),
    key=("version_id",),
    also_unique=(("plan_id", "stage", "number"),),
)

PLAN_AREAS = Table(
    "plan_areas",
    "Planområden",
    "Plan areas",
    (columns.text("area_id", "Områdets id", "Area id", required=True), _version(required=True)),
    geometry=MULTIPOLYGON,
    key=("area_id",),
)

#: Uses, properties and administrative provisions of one version, with area, line or point.
PROVISIONS = Table(
    "provisions",
    "Planbestämmelser",
    "Provisions of plans",
    (
        columns.text("provision_id", "Bestämmelsens id", "Provision id", required=True),
        _version(required=True),
        columns.text("national_id", "Objektidentitet", "Identity in the national platform"),
        columns.text("kind", "Slag av bestämmelse", "Kind of provision", required=True, choices=codes.PROVISION_KINDS),
        columns.text("catalogue_id", "Id i planbestämmelsekatalogen", "Id in the catalogue of provisions"),
        columns.code("code", "Bestämmelsekod", "Provision code"),
        columns.text("designation", "Beteckning", "Designation"),
        columns.text("category", "Kategori", "Category"),
        columns.text("use_form", "Användningsform", "Form of use"),
        columns.text("wording", "Formulering", "Wording"),
        columns.text("values_json", "Värden (JSON)", "Values (JSON)"),
        columns.text("motive", "Motiv", "Motive"),
        columns.text("regulates", "Reglerar användningar (JSON)", "Uses that it regulates (JSON)"),
        columns.count("valid_months", "Giltighetstid (månader)", "Valid for (months)"),
    ),
    geometry=ANY_GEOMETRY,
    key=("provision_id",),
)

#: The bytes of documents, pictures and statements, once each, by their checksum.
PLAN_FILES = Table(
    "plan_files",
    "Filer i planärenden",
    "Files of plan cases",
    (
        columns.text("sha256", "Kontrollsumma (SHA-256)", "Checksum (SHA-256)", required=True),
        columns.text("media_type", "Filtyp", "Media type", required=True),
        columns.count("size", "Storlek (byte)", "Size (bytes)", required=True),
        Column("content", BLOB, "Innehåll", "Content", required=True),
    ),
    key=("sha256",),
    append_only=True,
)

PLAN_DOCUMENTS = Table(
    "plan_documents",
    "Handlingar",
    "Documents of plan cases",
    (
        columns.text("document_id", "Handlingens id", "Document id", required=True),
        _case(required=True),
        _version(),
        columns.text("role", "Roll", "Role", required=True, choices=codes.DOCUMENT_ROLES),
        columns.text("investigation", "Underlagstyp", "Kind of investigation (underlagstyp)"),
        columns.text("name", "Namn", "Name", required=True),
        columns.text("url", "Adress", "Address"),
        columns.text("file_name", "Filnamn", "File name"),
        columns.text("sha256", "Kontrollsumma (SHA-256)", "Checksum (SHA-256)", references=("plan_files", "sha256")),
        Column("received", DATE, "Inkom", "Received"),
    ),
    key=("document_id",),
)

#: Who to talk to in a municipality: the register's own list instead of a spreadsheet each.
PLAN_CONTACTS = Table(
    "plan_contacts",
    "Kontakter",
    "Contacts",
    (
        columns.text("contact_id", "Kontaktens id", "Contact id", required=True),
        columns.code("municipality", "Kommun (kod)", "Municipality (code)", digits=4),
        columns.text("body", "Organisation", "Body", required=True),
        columns.text("name", "Namn", "Name"),
        columns.text("role", "Roll", "Role"),
        columns.text("email", "E-post", "E-mail"),
        columns.text("phone", "Telefon", "Telephone"),
        columns.text("note", "Anteckning", "Note"),
    ),
    key=("contact_id",),
)

DIALOGUES = Table(
    "dialogues",
    "Dialogmöten",
    "Dialogue meetings",
    (
        columns.text("dialogue_id", "Mötets id", "Meeting id", required=True),
        columns.code("municipality", "Kommun (kod)", "Municipality (code)", digits=4, required=True),
        Column("date", DATE, "Datum", "Date", required=True),
        columns.text("participants", "Deltagare", "Participants"),
        columns.text("questions", "Frågor", "Questions"),
        columns.text("notes", "Anteckningar", "Notes"),
        Column("row_version", INTEGER, "Radens version", "Version of the row", required=True, minimum=1),
    ),
    key=("dialogue_id",),
)

PROMISES = Table(
    "promises",
    "Löften",
    "Promises",
    (
        columns.text("promise_id", "Löftets id", "Promise id", required=True),
        columns.text("dialogue_id", "Mötets id", "Meeting id", required=True, references=("dialogues", "dialogue_id")),
        _case(),
        columns.text("text", "Löfte", "Promise", required=True),
        columns.text("owner", "Vem lovade", "Who promised", required=True, choices=codes.PROMISE_OWNERS),
        columns.text("responsible", "Ansvarig", "Responsible"),
        Column("due", DATE, "Senast", "Due"),
        columns.text("status", "Läge", "Status", required=True, choices=codes.PROMISE_STATUSES),
        Column("row_version", INTEGER, "Radens version", "Version of the row", required=True, minimum=1),
    ),
    key=("promise_id",),
)

#: A place where the region will need premises: what rules ask for, and what `planneed` can propose.
LOCAL_NEEDS = Table(
    "local_needs",
    "Lokalbehov",
    "Needs of premises",
    (
        columns.text("need_id", "Behovets id", "Need id", required=True),
        columns.code("municipality", "Kommun (kod)", "Municipality (code)", digits=4, required=True),
        columns.text("place", "Plats", "Place", required=True),
        columns.code("service", "Verksamhet (enhetstyp)", "Service (facility type)", required=True),
        Column("radius_m", REAL, "Sökradie (m)", "Search radius (m)", minimum=0),
        Column("floor_area_m2", REAL, "Bruttoarea (m²)", "Floor area (m² gross)", minimum=0),
        Column("plot_m2", REAL, "Tomt (m²)", "Plot (m²)", minimum=0),
        columns.year("earliest_year", "Tidigast (år)", "Earliest (year)"),
        columns.year("latest_year", "Senast (år)", "Latest (year)"),
        columns.text("status", "Läge", "Status", required=True, choices=codes.NEED_STATUSES),
        columns.text("decided_by", "Beslutat av", "Decided by"),
        Column("decided_date", DATE, "Beslutsdatum", "Date of the decision"),
        _case(),
        columns.text("basis", "Underlag", "Basis"),
        Column("row_version", INTEGER, "Radens version", "Version of the row", required=True, minimum=1),
    ),
    geometry=POINT,
    key=("need_id",),
    rules=(Rule("latest_after_earliest",
                "earliest_year IS NULL OR latest_year IS NULL OR latest_year >= earliest_year"),),
)  # fmt: skip

BOARD_MEETINGS = Table(
    "board_meetings",
    "Sammanträden",
    "Board meetings",
    (
        columns.text("level", "Beslutsnivå", "Level of decision", required=True, choices=codes.LEVELS[1:]),
        columns.text("body", "Nämnd eller utskott", "Board or committee", required=True),
        Column("date", DATE, "Datum", "Date", required=True),
        Column("papers_by", DATE, "Handlingar senast", "Papers by"),
    ),
    key=("level", "body", "date"),
)

PLAN_TABLES = (
    PLAN_CASES,
    PLAN_VERSIONS,
    PLAN_AREAS,
    PROVISIONS,
    PLAN_FILES,
    PLAN_DOCUMENTS,
    PLAN_CONTACTS,
    DIALOGUES,
    PROMISES,
    LOCAL_NEEDS,
    BOARD_MEETINGS,
)
