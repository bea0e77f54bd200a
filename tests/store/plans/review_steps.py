"""A planremiss that is ready to be answered: a small checklist, one run of it, and what people do with it."""

import json
import struct

from narvard_plugin.core.plans.checklist_reading import read_checklist
from narvard_plugin.core.plans.measured import Finding
from narvard_plugin.core.plans.plan_content import PlanContent, documents_frame, provisions_frame
from narvard_plugin.core.plans.review_run import Judged
from narvard_plugin.store.plans import answers, cases, checks, referrals

LIST_ID = "provlista"


def checklist():
    return read_checklist({LIST_ID: json.dumps(_DOCUMENT, ensure_ascii=False)}, LIST_ID)


def _rule(rule_id, title, department, severity, also=(), question=False):
    rule = {
        "id": rule_id,
        "title": {"sv": title, "en": f"{title} (in English)"},
        "sources": [{"ref": "Regionens riktlinje", "kind": "lokal_parameter", "read": False}],
        "stages": ["samråd", "granskning"],
        "department": department,
        "severity": severity,
    }
    if also:
        rule["also"] = list(also)
    if question:
        rule["question"] = {"sv": "Är det ordnat?", "en": "Is it arranged?"}
        rule["answers"] = {"ja": "ok", "delvis": "anmarkning", "nej": "brist", "vet_ej": "oklart"}
    else:
        rule["check"] = {"type": "distance", "layer": "stops", "unit": "m", "ok": "value <= 400", "fail": "value > 400"}
    return rule


def _both(text):
    return {"sv": text, "en": text}


_DOCUMENT = {
    "schema": "narvard-checklist/1",
    "id": LIST_ID,
    "version": "1.0",
    "title": _both("Provlista"),
    "groups": {group: _both(group) for group in ("KOL", "VRD", "FAS", "RIS")},
    "departments": {
        "rut": {"sv": "Regional utveckling", "en": "Regional development"},
        "hs": {"sv": "Hälso- och sjukvård", "en": "Health care"},
        "rkm": {"sv": "Kollektivtrafikmyndigheten", "en": "Public transport authority"},
    },
    "params": {},
    "answer_labels": {"ja": _both("Ja"), "delvis": _both("Delvis"), "nej": _both("Nej"), "vet_ej": _both("Vet ej")},
    "layers": {"stops": {"title": _both("Hållplatser"), "geometry": "point"}},
    "rules": [
        _rule("KOL-01", "Gångavstånd till hållplats", "rkm", "rad", also=["hs"]),
        _rule("VRD-01", "Vårdcentralernas kapacitet", "hs", "villkor"),
        _rule("FAS-01", "Regionens fastigheter", "rut", "avstyrkan", also=["hs"], question=True),
        _rule("RIS-01", "Farligt gods", "rut", "villkor"),
    ],
}


def square(x, y, side):
    """A square as WKB of a multipolygon, its lower left corner at (x, y)."""
    ring = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
    points = b"".join(struct.pack("<dd", *point) for point in ring)
    return struct.pack("<BIIBIII", 1, 6, 1, 1, 3, 1, len(ring)) + points


def point(x, y):
    return struct.pack("<BIdd", 1, 1, x, y)


def new_case(workspace, name="Kvarteret Björken", **more):
    return cases.add_case(
        workspace,
        {"municipality": "9901", "name": name, "came_by": "brev", "region_reference": "RS 2026/123", **more},
    )


def new_referral(workspace, plan_id, stage="samråd", received="2026-03-02", answer_by="2026-04-13", **more):
    content = PlanContent(
        areas=[square(500_000, 6_600_000, 300 if stage == "samråd" else 320)],
        provisions=provisions_frame([]),
        documents=documents_frame([]),
    )
    version_id = cases.store_version(workspace, plan_id, content, stage=stage, documents_date=received)
    referral_id = referrals.register_referral(
        workspace,
        {
            "plan_id": plan_id,
            "version_id": version_id,
            "stage": stage,
            "received": received,
            "answer_by": answer_by,
            **more,
        },
    )
    checks.freeze_checklist(workspace, referral_id, checklist())
    return referral_id


def judged(rule_id, verdict, **more):
    rule = checklist().rule(rule_id)
    return Judged(rule_id, rule.department, rule.severity, verdict, title=rule.title.sv, input_sha256=rule_id, **more)


#: One of each kind: a remark, a fail, a question that nobody answered, and a layer that was missing.
FIRST_RUN = (
    ("KOL-01", "anmarkning", {"value": 612.4, "unit": "m", "threshold": "högst 400 m", "layer": "Hållplatser",
                              "layer_date": "2026-02-01", "text": "Närmaste hållplats ligger 612 m bort."}),
    ("VRD-01", "brist", {"value": 1.22, "unit": "andel", "threshold": "högst 1,15", "layer": "Vårdanläggningar",
                         "layer_date": "2026-01-15", "text": "Kapaciteten räcker inte. Regionen vill ha lokal."}),
    ("FAS-01", "ej_bedomt", {}),
    ("RIS-01", "fel", {"explanation": "Lagret Leder för farligt gods saknas."}),
)  # fmt: skip
EVERY_FUNCTION = {"rut": "FAS-01, RIS-01", "hs": "KOL-01, VRD-01", "rkm": "KOL-01"}


def run_checks(workspace, referral_id, outcomes=FIRST_RUN):
    findings = {"KOL-01": [Finding("Närmaste hållplats", point(500_700, 6_600_500), {"m": 612.4})]}
    return checks.store_run(
        workspace, referral_id, [judged(rule_id, verdict, **more) for rule_id, verdict, more in outcomes], findings
    )


def check_of(workspace, referral_id, rule_id):
    found = checks.latest_checks(workspace, referral_id)
    return found[found["rule_id"] == rule_id].iloc[0]


def confirm(workspace, referral_id, *rule_ids, who="Handläggaren"):
    for rule_id in rule_ids:
        check = check_of(workspace, referral_id, rule_id)
        checks.confirm(workspace, check["check_id"], who, int(check["row_version"]))


def part_of(workspace, referral_id, department):
    return next(part for part in answers.parts_of(workspace, referral_id) if part["department"] == department)


def step(workspace, referral_id, *states):
    for state in states:
        version = referrals.read_referral(workspace, referral_id)["row_version"]
        referrals.step(workspace, referral_id, state, version)


def answer(workspace, referral_id, department, stance, summary="Yttrande från funktionen.", approve=True):
    """A function's part from the question to the approval."""
    for work, given in (
        (answers.answer_part, (stance, summary)),
        (answers.lock_part, ()),
        *([(answers.approve_part, ())] if approve else []),
    ):
        part = part_of(workspace, referral_id, department)
        work(workspace, part["answer_id"], *given, part["row_version"])


def ready(workspace, referral_id, stances=(("rut", "tillstyrker"), ("hs", "avstyrker"), ("rkm", "ingen_erinran"))):
    """Everything that goes before the joint answer: asked, run, confirmed, answered, approved."""
    referrals.distribute(workspace, referral_id, EVERY_FUNCTION)
    step(workspace, referral_id, "under_beredning")
    run_checks(workspace, referral_id)
    confirm(workspace, referral_id, "KOL-01", "VRD-01")
    for department, stance in stances:
        answer(workspace, referral_id, department, stance)
    step(workspace, referral_id, "sammanstallning")
