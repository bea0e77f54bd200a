"""The plan cases as the register keeps them: rows of its tables, with the early dialogue that one twin had."""

from __future__ import annotations

import uuid

import numpy as np
import pandas as pd

from .plan_cases import EARLY, LATE, SOURCE, PlanCases
from .plan_drawings import Drawings

_NAMESPACE = uuid.UUID("0a6ad4c4-6f5f-5c6e-9a43-8f9f4f2b7d21")
HANDLER = "Samordnare (påhittad)"
_KINDS = {"översiktsplan": "oversiktsplan"}
_CAME_BY = {"kommunens karta": "kommunens_karta"}
_ADOPTED = ("antagen", "överklagad", "tillsyn", "laga kraft", "upphävd", "avslutad")
_AS_ASKED = ("program", "samråd", "granskning")
#: The dwellings and care area of EX-P002 were talked of before there was a plan.
_DIALOGUE = "2025-03-18"


def register_tables(cases: PlanCases, drawings: Drawings) -> dict[str, tuple[pd.DataFrame, list]]:
    """Table name → its rows and, for layers, the polygons of each row (lists of closed rings, or [x, y]); else []."""
    versions = _versions(cases)
    rings = dict(zip(cases.plans["plan_id"], cases.plan_rings))
    areas = versions[["version_id"]].assign(area_id=[_id("area", version) for version in versions["version_id"]])
    provisions, polygons = _provisions(drawings, versions)
    referrals = _referrals(cases, versions)
    needs, places = _needs(rings)
    return {
        "plan_cases": (_cases(cases), []),
        "plan_versions": (versions, []),
        "plan_areas": (areas, [[rings[plan]] for plan in versions["plan_id"]]),
        "provisions": (provisions, polygons),
        "plan_documents": (_documents(versions), []),
        "referrals": (referrals, []),
        "partial_answers": (_partial_answers(cases, referrals), []),
        "dialogues": (_dialogue(), []),
        "promises": (_promise(), []),
        "local_needs": (needs, places),
        "plan_contacts": (_contacts(cases), []),
        "board_meetings": (_meetings(), []),
        "plan_events": (_events(), []),
    }


def plan_identity(plan_id: str) -> str:
    """The identity of a plan on the national platform."""
    return _id("plan", plan_id)


def version_id(plan_id: str, stage: str) -> str:
    return _id("version", plan_id, stage)


def referral_id(plan_id: str, stage: str) -> str:
    return _id("referral", plan_id, stage)


def _id(*parts: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, " ".join(parts)))


def _cases(cases: PlanCases) -> pd.DataFrame:
    plans = cases.plans
    noticed = cases.referrals.groupby("plan_id")["noticed"].min()
    return pd.DataFrame(
        {
            "plan_id": plans["plan_id"],
            "kind": ["fordjupning" if "Fördjupad" in name else _KINDS.get(kind, kind)
                     for name, kind in zip(plans["name"], plans["kind"])],
            "municipality": plans["municipality"],
            "name": plans["name"],
            "designation": plans["plan_id"],
            "municipality_reference": ["KS 2026/" + plan[-3:] for plan in plans["plan_id"]],
            "region_reference": ["RS 2026-" + plan[-3:] for plan in plans["plan_id"]],
            "procedure": plans["procedure"],
            "significant_impact": 0,
            "status": plans["status"],
            "status_date": plans["status_date"],
            "purpose": "Påhittad plan i " + plans["place"] + ": " + plans["name"] + ".",
            "dwellings_min": plans["dwellings"],
            "dwellings_max": plans["dwellings"],
            "dwellings_source": "planbeskrivningen (påhittad)",
            "care_area_m2": plans["care_m2"].astype(float),
            "implementation_months": [60 if kind == "detaljplan" else None for kind in plans["kind"]],
            "came_by": plans["came_by"].map(lambda way: _CAME_BY.get(way, way)),
            "source": SOURCE,
            "noticed": plans["plan_id"].map(noticed).fillna(plans["status_date"]),
            "last_seen": plans["status_date"],
            "handler": HANDLER,
            "row_version": 1,
        }
    )  # fmt: skip


def _versions(cases: PlanCases) -> pd.DataFrame:
    """The twins' two stages each, and of every other case the documents of the stage it is in."""
    started = cases.referrals.set_index(["plan_id", "stage"])["start"]
    rows = []
    for plan in cases.plans.itertuples():
        stages = ("samråd", "granskning") if plan.twin else (_stage(plan.status),)
        for order, stage in enumerate(stages):
            rows.append(
                {
                    "version_id": version_id(plan.plan_id, stage),
                    "plan_id": plan.plan_id,
                    "stage": stage,
                    "number": 1,
                    "documents_date": started.get((plan.plan_id, stage), plan.status_date),
                    "format": SOURCE,
                    "previous": version_id(plan.plan_id, stages[order - 1]) if order else None,
                    "stored": pd.Timestamp(started.get((plan.plan_id, stage), plan.status_date), tz="UTC"),
                }
            )
    return pd.DataFrame(rows)


def _stage(status: str) -> str:
    if status in _ADOPTED:
        return "antagen"
    return status if status in _AS_ASKED else "planbesked"


def _provisions(drawings: Drawings, versions: pd.DataFrame) -> tuple[pd.DataFrame, list]:
    stage = [status if plan in (LATE, EARLY) else _stage(status)
             for plan, status in zip(drawings.rows["plan_id"], drawings.rows["stage"])]  # fmt: skip
    belongs = [version_id(plan, name) for plan, name in zip(drawings.rows["plan_id"], stage)]
    rows = drawings.rows.drop(columns=["plan_id", "stage", "source"]).replace("", None)
    rows.insert(0, "version_id", belongs)
    rows.insert(0, "provision_id", [_id("provision", *pair) for pair in zip(belongs, rows["national_id"])])
    return rows, drawings.polygons


def _documents(versions: pd.DataFrame) -> pd.DataFrame:
    """What every version comes with; the papers themselves are with the municipality."""
    roles = {"plankarta": "Plankarta", "planbeskrivning": "Planbeskrivning"}
    rows = [
        {
            "document_id": _id("document", version.version_id, role),
            "plan_id": version.plan_id,
            "version_id": version.version_id,
            "role": role,
            "name": f"{name} (påhittad)",
            "received": version.documents_date,
        }
        for version in versions.itertuples()
        for role, name in roles.items()
    ]
    return pd.DataFrame(rows)


def _referrals(cases: PlanCases, versions: pd.DataFrame) -> pd.DataFrame:
    """What the region was asked: the late twin's samråd never came, so it is no row."""
    known = set(versions["version_id"])
    rows = []
    for asked in cases.referrals[cases.referrals["received"].notna()].itertuples():
        version = version_id(asked.plan_id, asked.stage)
        rows.append(
            {
                "referral_id": referral_id(asked.plan_id, asked.stage),
                "plan_id": asked.plan_id,
                "version_id": version if version in known else None,
                "stage": asked.stage,
                "standing": "vasentligt_intresse",
                "received": asked.received,
                "start": asked.start,
                "answer_by": asked.answer_by,
                "level": asked.level,
                "status": _referral_status(asked),
                "region_reference": "RS 2026-" + asked.plan_id[-3:],
                "handler": HANDLER,
                "dispatched": asked.answered,
                "row_version": 1,
            }
        )
    return pd.DataFrame(rows)


def _referral_status(asked) -> str:
    if asked.plan_id == LATE:
        return "under_beredning"
    if not isinstance(asked.answered, str):
        return "inkommen"
    return "avslutad" if asked.plan_id == EARLY and asked.stage != "granskning" else "skickad"


def _partial_answers(cases: PlanCases, referrals: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for answer in cases.answers.itertuples():
        belongs = referral_id(answer.plan_id, answer.stage)
        rows.append(
            {
                "answer_id": _id("answer", belongs, answer.department),
                "referral_id": belongs,
                "department": answer.department,
                "reason": "vald av samordnaren",
                "status": "svar_lamnat" if answer.plan_id == LATE else "godkand",
                "stance": answer.stance,
                "summary": answer.text,
                "row_version": 1,
            }
        )
    return pd.DataFrame(rows)


def _dialogue() -> pd.DataFrame:
    row = {
        "dialogue_id": _id("dialogue", EARLY), "municipality": "9903", "date": _DIALOGUE,
        "participants": "Norrhamns kommun; regional utveckling; hälso- och sjukvård; fastighet (påhittade)",
        "questions": "Behövs en vårdlokal i Ekhagen? Berörs helikopterns flygvägar?",
        "notes": "Kommunen vill bygga 180 bostäder. Regionen behöver lokal för hälsocentral senast 2033.",
        "row_version": 1,
    }  # fmt: skip
    return pd.DataFrame([row])


def _promise() -> pd.DataFrame:
    row = {
        "promise_id": _id("promise", EARLY), "dialogue_id": _id("dialogue", EARLY), "plan_id": EARLY,
        "text": "Planen ska medge vård (D), minst 2 400 m² bruttoarea.", "owner": "kommunen",
        "responsible": "Planavdelningen (påhittad)", "due": "2025-10-06", "status": "infriat", "row_version": 1,
    }  # fmt: skip
    return pd.DataFrame([row])


def _needs(rings: dict[str, np.ndarray]) -> tuple[pd.DataFrame, list]:
    """Premises that the region has decided on: Ekhagen's municipality heard of its need, Ekbacken's never did."""
    common = {"service": "vardcentral", "radius_m": 600.0, "floor_area_m2": 2400.0, "plot_m2": 4000.0,
              "earliest_year": 2030, "latest_year": 2033, "decided_by": "Regionstyrelsen (påhittad)",
              "decided_date": "2025-02-11", "basis": SOURCE, "row_version": 1}  # fmt: skip
    rows = [
        {"need_id": _id("need", EARLY), "municipality": "9903", "place": "Norrhamn sydväst", "status": "i_plan",
         "plan_id": EARLY, **common},
        {"need_id": _id("need", LATE), "municipality": "9901", "place": "Lindhamn, Lasarettsparken",
         "status": "beslutat", "plan_id": None, **common},
    ]  # fmt: skip
    return pd.DataFrame(rows), [rings[plan][:4].mean(axis=0) for plan in (EARLY, LATE)]


def _contacts(cases: PlanCases) -> pd.DataFrame:
    codes = sorted(cases.plans["municipality"].unique())
    return pd.DataFrame(
        {
            "contact_id": [_id("contact", code) for code in codes],
            "municipality": codes,
            "body": "Planavdelningen (påhittad)",
            "email": ["plan@" + code + ".example" for code in codes],
            "note": SOURCE,
        }
    )


def _meetings() -> pd.DataFrame:
    days = {
        "utskott": ("2025-11-06", "2026-03-19", "2026-04-16", "2026-06-17", "2026-08-27", "2026-09-24"),
        "namnd": ("2026-03-12", "2026-05-07", "2026-06-04", "2026-09-03", "2026-10-08"),
    }
    bodies = {"utskott": "Regionala utvecklingsutskottet", "namnd": "Regionala utvecklingsnämnden"}
    rows = [(level, bodies[level], day) for level, dates in days.items() for day in dates]
    return pd.DataFrame(rows, columns=["level", "body", "date"])


def _events() -> pd.DataFrame:
    rows = [
        ("2025-03-18T12:00:00Z", None, None, "9903", "kontakt", "Dialogmöte om Ekhagen."),
        ("2026-06-12T09:30:00Z", LATE, referral_id(LATE, "granskning"), "9901", "upptackt",
         "Granskningen kom per brev. Samrådet i februari och mars hade regionen inte fått."),
    ]  # fmt: skip
    columns = ["time", "plan_id", "referral_id", "municipality", "kind", "text"]
    table = pd.DataFrame(rows, columns=columns).assign(who=HANDLER)
    return table.assign(time=pd.to_datetime(table["time"], utc=True))
