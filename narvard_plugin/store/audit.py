"""What was changed in the register, when and by whom: rows that can only be added. Since version 5.

Of the tables that people keep by hand every row's change is written down by the database itself, so that an edit in
QGIS's attribute table is caught too. Of the others, which come in hundreds of thousands of rows, each write and
refresh is one row with its counts.
"""

from __future__ import annotations

import getpass
from collections.abc import Mapping

from . import columns
from .schema import DATETIME, AddTable, Audited, Column, Script, Step, Table

WRITE, REFRESH, INSERT, UPDATE, DELETE = "write", "refresh", "insert", "update", "delete"
ACTIONS = (WRITE, REFRESH, INSERT, UPDATE, DELETE)

AUDIT = Table(
    "audit",
    "Ändringslogg",
    "Audit of changes",
    (
        Column("time", DATETIME, "Tidpunkt", "Time", required=True),
        # Unknown where a file is edited by something else than Närvård: a file has no users.
        columns.text("who", "Vem", "Who"),
        columns.text("tool", "Verktyg", "Tool"),
        columns.text("table_name", "Tabell", "Table", required=True),
        columns.text("action", "Åtgärd", "Action", required=True, choices=ACTIONS),
        columns.text("row_key", "Radens nyckel", "Key of the row"),
        columns.text("before", "Före (JSON)", "Before (JSON)"),
        columns.text("after", "Efter (JSON)", "After (JSON)"),
        columns.count("added", "Tillkomna rader", "Rows added", required=True),
        columns.count("changed", "Ändrade rader", "Rows changed", required=True),
        columns.count("removed", "Borttagna rader", "Rows removed", required=True),
    ),
    append_only=True,
)

#: Since version 5, whose steps are released.
KEPT_BY_HAND = (
    "facilities",
    "capacity",
    "services",
    "scenarios",
    "scenario_changes",
    "malvarde",
    "divisions",
    "grant_followup",
)
#: Since version 6. Evidence, areas and provisions of plans come in masses, and files and checklists never change.
PLANS_KEPT_BY_HAND = (
    "plan_cases",
    "plan_versions",
    "plan_documents",
    "plan_contacts",
    "dialogues",
    "promises",
    "local_needs",
    "board_meetings",
    "referrals",
    "partial_answers",
    "checks",
    "remarks",
    "statements",
    "deadlines",
)
#: They tell of themselves.
_LOGS = ("audit", "method_log", "frozen_bases", "parameter_decisions", "plan_events")
_TOLD_BY_ROW = frozenset((*KEPT_BY_HAND, *PLANS_KEPT_BY_HAND, *_LOGS))

#: Who writes, and with what tool: one row while a transaction of Närvård lasts. PostgreSQL has settings of a
#: transaction for that.
_WRITING = ("CREATE TABLE writing (who TEXT, tool TEXT)",)


def audit_steps(tables: Mapping[str, Table]) -> tuple[Step, ...]:
    """The table, and what makes the database fill it, for the ``tables`` as they stand at that version."""
    return (AddTable(AUDIT), Script(geopackage=_WRITING), *(Audited(tables[name]) for name in KEPT_BY_HAND))


def is_summed_up(table: Table) -> bool:
    """Whether a write or refresh of the table is one row of the audit, rather than one for every row."""
    return table.name not in _TOLD_BY_ROW


def this_person() -> str:
    """The name of the account on this computer, or a dash where it has none."""
    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):  # an account without a name, as in some containers
        return "–"
