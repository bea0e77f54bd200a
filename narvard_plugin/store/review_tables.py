"""The register of the region's answers: planremisser, their parts, checks, evidence, remarks and statements. Since version 6."""

from __future__ import annotations

from ..core.plans import codes
from . import columns
from .schema import (
    ANY_GEOMETRY,
    DATE,
    DATETIME,
    INTEGER,
    REAL,
    AllowedSteps,
    Column,
    FrozenColumns,
    Guard,
    RowVersion,
    Rule,
    Table,
)


def _referral(**rest) -> Column:
    return columns.text(
        "referral_id", "Planremissens id", "Referral id", references=("referrals", "referral_id"), **rest
    )


def _check(**rest) -> Column:
    return columns.text("check_id", "Kontrollens id", "Check id", references=("checks", "check_id"), **rest)


def _department(**rest) -> Column:
    return columns.code("department", "Förvaltning/funktion", "Function", **rest)


def _row_version() -> Column:
    return Column("row_version", INTEGER, "Radens version", "Version of the row", required=True, minimum=1)


#: A copy of the checklist as it stood when a planremiss was taken in hand; never changed.
CHECKLISTS = Table(
    "checklists",
    "Frysta checklistor",
    "Frozen checklists",
    (
        columns.text("sha256", "Kontrollsumma (SHA-256)", "Checksum (SHA-256)", required=True),
        columns.text("name", "Namn", "Name", required=True),
        columns.text("version", "Version", "Version", required=True),
        columns.text("content", "Innehåll (YAML)", "Content (YAML)", required=True),
        Column("stored", DATETIME, "Inlagd", "Stored", required=True),
    ),
    key=("sha256",),
    append_only=True,
)

#: A number of the checklist that the region has made its own. The newest row of a parameter counts.
PARAMETER_DECISIONS = Table(
    "parameter_decisions",
    "Fastställda tal i checklistan",
    "Confirmed parameters of the checklist",
    (
        columns.code("parameter", "Tal (namn)", "Parameter", required=True),
        Column("value", REAL, "Värde", "Value", required=True),
        columns.text("unit", "Enhet", "Unit", required=True),
        columns.text("who", "Vem", "Who", required=True),
        Column("time", DATETIME, "Tidpunkt", "Time", required=True),
        columns.text("decision", "Beslut", "Decision", required=True),
        Column("decision_date", DATE, "Beslutsdatum", "Date of the decision", required=True),
    ),
    append_only=True,
)

#: One request to the region, with its dates and standing.
REFERRALS = Table(
    "referrals",
    "Planremisser",
    "Plan referrals (planremisser)",
    (
        columns.text("referral_id", "Planremissens id", "Referral id", required=True),
        columns.text("plan_id", "Ärendets id", "Case id", required=True, references=("plan_cases", "plan_id")),
        columns.text("version_id", "Versionens id", "Version id", references=("plan_versions", "version_id")),
        columns.text("stage", "Skede", "Stage", required=True, choices=codes.STAGES),
        columns.text("standing", "Regionens ställning", "Standing", required=True, choices=codes.STANDINGS),
        Column("received", DATE, "Inkom", "Received", required=True),
        Column("start", DATE, "Samråds- eller granskningstidens början", "First day of the period"),
        Column("answer_by", DATE, "Svar senast (kommunens datum)", "Answer by (the municipality's date)",
               required=True),
        Column("extension_asked", DATE, "Anstånd begärt", "Extension asked for"),
        Column("extension_to", DATE, "Anstånd till", "Extension granted to"),
        columns.text("level", "Beslutsnivå", "Level of decision", required=True, choices=codes.LEVELS),
        Column("meeting", DATE, "Sammanträde", "Meeting that decides"),
        columns.text("status", "Läge", "Status", required=True, choices=codes.REFERRAL_STATUSES),
        columns.text("checklist_sha256", "Fryst checklista", "Frozen checklist", references=("checklists", "sha256")),
        columns.text("region_reference", "Diarienummer", "Reference (diarienummer)"),
        columns.text("handler", "Handläggare", "Handler"),
        columns.text("delegation_point", "Delegationspunkt", "Point of the delegation order"),
        Column("delegation_notified", DATE, "Delegationsbeslutet anmält", "Notice of the delegated decision"),
        Column("dispatched", DATE, "Expedierat", "Dispatched"),
        columns.text("dispatched_to", "Expedierat till", "Dispatched to"),
        _row_version(),
    ),
    key=("referral_id",),
    rules=(Rule("extension_after_answer", "extension_to IS NULL OR extension_to >= answer_by"),),
)  # fmt: skip

#: One function's part of the answer (delsvar).
PARTIAL_ANSWERS = Table(
    "partial_answers",
    "Delsvar",
    "Partial answers (delsvar)",
    (
        columns.text("answer_id", "Delsvarets id", "Answer id", required=True),
        _referral(required=True),
        _department(required=True),
        columns.text("reason", "Varför den tillfrågas", "Why it is asked"),
        columns.text("handler", "Handläggare", "Handler"),
        Column("answer_by", DATE, "Senast", "Answer by"),
        columns.text("status", "Läge", "Status", required=True, choices=codes.PARTIAL_STATUSES),
        columns.text("stance", "Ställningstagande", "Stance", choices=codes.STANCES),
        columns.text("summary", "Sammanfattning", "Summary"),
        _row_version(),
    ),
    key=("answer_id",),
    also_unique=(("referral_id", "department"),),
)

#: One rule in one run: what the program found, and what a person made of it.
CHECKS = Table(
    "checks",
    "Kontroller",
    "Checks",
    (
        columns.text("check_id", "Kontrollens id", "Check id", required=True),
        _referral(required=True),
        columns.code("rule_id", "Regel", "Rule", required=True),
        Column("run", INTEGER, "Körning", "Run", required=True, minimum=1),
        _department(required=True),
        columns.text("severity", "Allvar", "Severity", required=True, choices=codes.SEVERITIES),
        columns.text("auto_verdict", "Programmets utfall", "The program's verdict", choices=codes.VERDICTS),
        columns.text("verdict", "Utfall", "Verdict", required=True, choices=codes.VERDICTS),
        Column("value", REAL, "Mätvärde", "Value"),
        columns.text("unit", "Enhet", "Unit"),
        columns.text("threshold", "Gräns", "Threshold"),
        columns.text("layer", "Lager", "Layer"),
        Column("layer_date", DATE, "Lagrets datum", "Date of the layer"),
        columns.text("explanation", "Förklaring", "Explanation"),
        columns.text("values_json", "Alla värden (JSON)", "All values (JSON)"),
        columns.text("answer", "Svar på frågan", "Answer to the question"),
        columns.text("reason", "Motivering", "Reason"),
        columns.text("proposed_text", "Föreslagen text", "Proposed text"),
        columns.text("final_text", "Slutlig text", "Final text"),
        columns.text("input_sha256", "Kontrollsumma för indata", "Checksum of what it was measured on"),
        columns.count("carried", "Oförändrad sedan förra körningen (0/1)", "Unchanged since the last run (0/1)",
                      required=True, maximum=1),
        columns.text("confirmed_by", "Bekräftad av", "Confirmed by"),
        Column("confirmed", DATETIME, "Bekräftad", "Confirmed"),
        columns.text("replaces", "Ersätter", "Replaces", references=("checks", "check_id")),
        _row_version(),
    ),
    key=("check_id",),
    also_unique=(("referral_id", "rule_id", "run"),),
    rules=(
        Rule("reason_when_changed",
             "auto_verdict IS NULL OR auto_verdict = verdict OR auto_verdict = 'ej_bedomt' "
             "OR trim(coalesce(reason, '')) <> '' OR trim(coalesce(answer, '')) <> ''"),
    ),
)  # fmt: skip

EVIDENCE = Table(
    "evidence",
    "Underlag till utfall",
    "Evidence",
    (
        columns.text("evidence_id", "Underlagets id", "Evidence id", required=True),
        _check(required=True),
        columns.text("kind", "Slag", "Kind", required=True, choices=codes.EVIDENCE_KINDS),
        columns.text("heading", "Rubrik", "Heading"),
        columns.text("data", "Uppgifter (JSON)", "Data (JSON)"),
        columns.text("picture", "Bild (kontrollsumma)", "Picture (checksum)", references=("plan_files", "sha256")),
        columns.text("layer", "Lager", "Layer"),
        Column("layer_date", DATE, "Lagrets datum", "Date of the layer"),
    ),
    geometry=ANY_GEOMETRY,
    key=("evidence_id",),
)

#: One remark, with a number that it keeps over the stages.
REMARKS = Table(
    "remarks",
    "Synpunkter",
    "Remarks",
    (
        columns.text("remark_id", "Synpunktens id", "Remark id", required=True),
        _referral(required=True),
        _check(),
        columns.code("rule_id", "Regel", "Rule"),
        columns.text("departments", "Förvaltningar/funktioner", "Functions", required=True),
        Column("number", INTEGER, "Nummer", "Number", minimum=1),
        columns.count("place", "Plats i yttrandet", "Place in the statement"),
        columns.text("text", "Text", "Text", required=True),
        columns.text("original_text", "Ursprunglig text", "Original text", required=True),
        columns.text("wording", "Textens läge", "State of the wording", required=True, choices=codes.WORDINGS),
        columns.text("severity", "Allvar", "Severity", required=True, choices=codes.SEVERITIES),
        columns.text("previous", "Samma synpunkt i förra skedet", "Same remark in the stage before",
                     references=("remarks", "remark_id")),
        columns.text("municipality_reply", "Kommunens svar", "The municipality's reply"),
        columns.text("reply_source", "Var svaret står", "Where the reply stands"),
        columns.text("outcome", "Utfall", "Outcome", required=True, choices=codes.OUTCOMES),
        columns.text("assessed_by", "Bedömd av", "Assessed by"),
        _row_version(),
    ),
    key=("remark_id",),
)  # fmt: skip

#: One version of the region's one answer (yttrande).
STATEMENTS = Table(
    "statements",
    "Yttranden",
    "Statements (yttranden)",
    (
        columns.text("statement_id", "Yttrandets id", "Statement id", required=True),
        _referral(required=True),
        Column("version", INTEGER, "Version", "Version", required=True, minimum=1),
        columns.text("status", "Läge", "Status", required=True, choices=codes.STATEMENT_STATUSES),
        columns.text("stance", "Ställningstagande", "Stance", choices=codes.STANCES),
        columns.text("summary", "Sammanfattning", "Summary"),
        columns.text("content", "Innehåll (JSON)", "Content (JSON)"),
        columns.text("decided_by", "Beslutsfattare", "Decided by"),
        Column("decision_date", DATE, "Beslutsdatum", "Date of the decision"),
        columns.text("delegation_point", "Delegationspunkt", "Point of the delegation order"),
        columns.text("file_name", "Filnamn", "File name"),
        columns.text("sha256", "Filens kontrollsumma", "Checksum of the file", references=("plan_files", "sha256")),
        _row_version(),
    ),
    key=("statement_id",),
    also_unique=(("referral_id", "version"),),
)

DEADLINES = Table(
    "deadlines",
    "Frister",
    "Deadlines",
    (
        columns.text("deadline_id", "Fristens id", "Deadline id", required=True),
        _referral(),
        columns.text("plan_id", "Ärendets id", "Case id", references=("plan_cases", "plan_id")),
        columns.text("kind", "Slag", "Kind", required=True, choices=codes.DEADLINE_KINDS),
        _department(),
        Column("date", DATE, "Datum", "Date", required=True),
        columns.count("computed", "Beräknad av programmet (0/1)", "Computed (0/1)", required=True, maximum=1),
        Column("done", DATE, "Klar", "Done"),
        columns.text("note", "Anteckning", "Note"),
    ),
    key=("deadline_id",),
    rules=(Rule("of_something", "referral_id IS NOT NULL OR plan_id IS NOT NULL"),),
)

#: What happened that is no change of a row.
PLAN_EVENTS = Table(
    "plan_events",
    "Händelser i planärenden",
    "Events in plan cases",
    (
        Column("time", DATETIME, "Tidpunkt", "Time", required=True),
        columns.text("who", "Vem", "Who", required=True),
        columns.text("plan_id", "Ärendets id", "Case id", references=("plan_cases", "plan_id")),
        _referral(),
        columns.code("municipality", "Kommun (kod)", "Municipality (code)", digits=4),
        columns.text("kind", "Slag", "Kind", required=True, choices=codes.EVENT_KINDS),
        columns.text("text", "Text", "Text", required=True),
    ),
    append_only=True,
)

REVIEW_TABLES = (
    CHECKLISTS,
    PARAMETER_DECISIONS,
    REFERRALS,
    PARTIAL_ANSWERS,
    CHECKS,
    EVIDENCE,
    REMARKS,
    STATEMENTS,
    DEADLINES,
    PLAN_EVENTS,
)

_STATEMENT_CONTENT = tuple(name for name in STATEMENTS.column_names if name not in ("status", "row_version"))

#: What the database itself refuses, whoever writes: a step out of order, another's change overwritten, frozen words changed.
REVIEW_GUARDS: tuple[Guard, ...] = (
    *(
        RowVersion(table)
        for table in (
            "plan_cases",
            "dialogues",
            "promises",
            "local_needs",
            "referrals",
            "partial_answers",
            "checks",
            "remarks",
            "statements",
        )
    ),
    AllowedSteps("referrals", "status", codes.REFERRAL_STEPS),
    AllowedSteps("partial_answers", "status", codes.PARTIAL_STEPS),
    AllowedSteps("statements", "status", codes.STATEMENT_STEPS),
    FrozenColumns("partial_answers", ("stance", "summary"), "status", codes.PARTIAL_LOCKED, deletable=False),
    FrozenColumns("statements", _STATEMENT_CONTENT, "status", codes.STATEMENT_FROZEN, deletable=False),
    # Before that a slip of the keyboard may be corrected; afterwards an extension is a date of its own.
    # Nor is a planremiss in work taken away.
    FrozenColumns("referrals", ("answer_by",), "status", codes.REFERRAL_STATUSES[2:], deletable=False),
)
