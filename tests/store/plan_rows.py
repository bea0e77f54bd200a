"""Rows of the plan register with no more than a table wants, for tests of the store."""

import pandas as pd

CASE = {
    "plan_id": "p",
    "kind": "detaljplan",
    "municipality": "9901",
    "name": "Ekhamns torg",
    "procedure": "standard",
    "status": "samråd",
    "came_by": "brev",
    "noticed": "2026-01-07",
}
REFERRAL = {
    "referral_id": "r",
    "plan_id": "p",
    "stage": "samråd",
    "standing": "bada",
    "received": "2026-01-07",
    "answer_by": "2026-02-06",
    "level": "delegation",
    "status": "inkommen",
}
PART = {"answer_id": "a", "referral_id": "r", "department": "hsf", "status": "ej_paborjad"}
CHECK = {
    "check_id": "c",
    "referral_id": "r",
    "rule_id": "HSF-01",
    "run": 1,
    "department": "hsf",
    "severity": "villkor",
    "auto_verdict": "oklart",
    "verdict": "oklart",
    "carried": 0,
}
REMARK = {
    "remark_id": "s",
    "referral_id": "r",
    "departments": "hsf",
    "text": "Planen rymmer ingen vårdcentral.",
    "original_text": "Planen rymmer ingen vårdcentral.",
    "wording": "forslag",
    "severity": "villkor",
    "outcome": "oppen",
}
STATEMENT = {"statement_id": "y", "referral_id": "r", "version": 1, "status": "utkast", "stance": "avstyrker"}

#: One row of each table that is audited row by row, and what must stand there before it.
ONE_ROW = {
    "plan_cases": CASE,
    "plan_versions": {
        "version_id": "v",
        "plan_id": "p",
        "stage": "samråd",
        "number": 1,
        "stored": "2026-01-07T08:00:00.000Z",
    },
    "plan_documents": {"document_id": "d", "plan_id": "p", "role": "missiv", "name": "Missiv"},
    "plan_contacts": {"contact_id": "k", "body": "Ekhamns kommun"},
    "dialogues": {"dialogue_id": "m", "municipality": "9901", "date": "2026-01-07"},
    "promises": {"promise_id": "l", "dialogue_id": "m", "text": "En tomt", "owner": "kommunen", "status": "oppet"},
    "local_needs": {
        "need_id": "b",
        "municipality": "9901",
        "place": "Ekhamn",
        "service": "vardcentral",
        "status": "identifierat",
    },
    "board_meetings": {"level": "namnd", "body": "Regionstyrelsen", "date": "2026-02-03"},
    "referrals": REFERRAL,
    "partial_answers": PART,
    "checks": CHECK,
    "remarks": REMARK,
    "statements": STATEMENT,
    "deadlines": {"deadline_id": "f", "plan_id": "p", "kind": "bevakning", "date": "2026-03-01", "computed": 0},
}
PARENTS = {
    "plan_versions": ("plan_cases",),
    "plan_documents": ("plan_cases",),
    "promises": ("dialogues",),
    "referrals": ("plan_cases",),
    "partial_answers": ("plan_cases", "referrals"),
    "checks": ("plan_cases", "referrals"),
    "remarks": ("plan_cases", "referrals"),
    "statements": ("plan_cases", "referrals"),
    "deadlines": ("plan_cases",),
}


def add(workspace, *tables, **rows):
    """Add one row to each of the ``tables`` with what it must have, and to those in ``rows`` with other values."""
    with workspace.transaction():
        for name in (*tables, *rows):
            workspace.write(name, pd.DataFrame([{**ONE_ROW[name], **rows.get(name, {})}]))
