"""Cases of municipal planning in the register: their facts, the versions of their documents, files and events.

Every function is one transaction on an open workspace, and raises a ``StoreError`` that leaves it as it was.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from datetime import date, datetime, timezone
from typing import Optional

import pandas as pd

from ...core.plans.plan_content import (
    DOCUMENT_COLUMNS,
    PROVISION_COLUMNS,
    PlanContent,
    content_sha256,
    documents_frame,
    provisions_frame,
)
from ..schema import GEOMETRY
from .errors import PlanRefused
from .known_cases import KnownCases

#: A document of a plan is some tens of megabytes; a film or a point cloud does not belong in the register.
MOST_FILE_BYTES = 200 << 20
#: What the catalogue of provisions tells, and may be filled in when a newer one is stored.
LOOKED_UP = ("code", "designation", "category", "use_form")


def add_case(workspace, case: Mapping, today: Optional[date] = None) -> str:
    """Store a new case and give its id.

    ``case`` holds columns of ``plan_cases``; municipality, name and came_by at least. Left out, it is a detail plan that is
    only watched, in a procedure that nobody knows, noticed today.
    """
    usual = {
        "plan_id": str(uuid.uuid4()),
        "kind": "detaljplan",
        "procedure": "okant",
        "status": "bevakad",
        "noticed": (today or date.today()).isoformat(),
    }
    told = {name: value for name, value in case.items() if not _missing(value)}
    row = {**usual, **told, "row_version": 1}
    workspace.write("plan_cases", _one_row(row))
    return row["plan_id"]


def read_case(workspace, plan_id: str) -> dict:
    """The columns of one case, None where nothing is known."""
    return _row_of(workspace, "plan_cases", "plan_id", plan_id)


def find_case(
    workspace,
    *,
    national_id: Optional[str],
    municipality: Optional[str],
    designation: Optional[str],
    name: Optional[str] = None,
) -> Optional[str]:
    """The id of the case that a file is about, None where there is none; see `KnownCases.find`."""
    told = {"national_id": national_id, "municipality": municipality, "designation": designation, "name": name}
    return KnownCases(workspace).find(told)


def change_case(workspace, plan_id: str, values: Mapping, row_version: int, today: Optional[date] = None) -> None:
    """Change columns of a case that was read with ``row_version``; a new status is dated today unless a date is given."""
    values = dict(values)
    with workspace.transaction():
        before = read_case(workspace, plan_id)["status"]
        if values.get("status", before) != before:
            values.setdefault("status_date", (today or date.today()).isoformat())
        workspace.change("plan_cases", {"plan_id": plan_id}, values, row_version=row_version)


def store_version(
    workspace,
    plan_id: str,
    content: PlanContent,
    *,
    stage: str,
    number: Optional[int] = None,
    documents_date: Optional[str] = None,
) -> str:
    """Store what the documents of a stage say and give the version's id.

    The same content as the newest version of that stage stores nothing. Another content becomes the next number of the
    stage, unless ``number`` says which; a number that stands there with another content is refused.
    """
    with workspace.transaction():
        read_case(workspace, plan_id)
        versions = versions_of(workspace, plan_id)
        return keep_version(
            workspace, plan_id, content, versions, stage=stage, number=number, documents_date=documents_date
        )


def keep_version(
    workspace,
    plan_id: str,
    content: PlanContent,
    versions: pd.DataFrame,
    *,
    stage: str,
    number: Optional[int] = None,
    documents_date: Optional[str] = None,
) -> str:
    """As `store_version`, inside a transaction that has read the case's ``versions`` (`versions_of`)."""
    checksum = content_sha256(content)
    of_stage = versions[versions["stage"] == stage].sort_values("number")
    alike = of_stage[of_stage["number"] == number] if number else of_stage.tail(1)
    if len(alike) and alike["content_sha256"].iloc[0] == checksum:
        return alike["version_id"].iloc[0]
    if number and len(alike):
        raise PlanRefused("version_taken", stage=stage, number=number)
    version = {
        "version_id": str(uuid.uuid4()),
        "plan_id": plan_id,
        "stage": stage,
        "number": number or int(of_stage["number"].max() if len(of_stage) else 0) + 1,
        "documents_date": documents_date or content.documents_date,
        "object_version": content.object_version,
        "format": content.format or None,
        "usability": content.usability,
        "content_sha256": checksum,
        "stored": _now(),
    }
    workspace.write("plan_versions", _one_row(version))
    if len(versions):
        _link(workspace, plan_id)
    _store_content(workspace, plan_id, version["version_id"], content)
    return version["version_id"]


def versions_of(workspace, plan_id: str) -> pd.DataFrame:
    """The versions of a case from the oldest, by the documents' date where it is known, else by the day they were stored."""
    return _in_order(workspace.read("plan_versions", within={"plan_id": [plan_id]}))


def latest_versions(workspace) -> pd.DataFrame:
    """The newest version of every case that has one, a row each."""
    latest = _in_order(workspace.read("plan_versions")).drop_duplicates("plan_id", keep="last")
    return latest.reset_index(drop=True)


def read_version(workspace, version_id: str) -> PlanContent:
    """The content of a version as it was stored; ``case`` is the whole row of its case."""
    version = _row_of(workspace, "plan_versions", "version_id", version_id)
    inside = {"version_id": [version_id]}
    provisions = workspace.read("provisions", within=inside).rename(columns={GEOMETRY: "wkb"})
    documents = workspace.read("plan_documents", within=inside)
    return PlanContent(
        areas=list(workspace.read("plan_areas", within=inside)[GEOMETRY]),
        provisions=provisions_frame(_records(provisions[list(PROVISION_COLUMNS)])),
        documents=documents_frame(_records(documents[list(DOCUMENT_COLUMNS)])),
        case=read_case(workspace, version["plan_id"]),
        format=version["format"] or "",
        object_version=version["object_version"],
        usability=version["usability"],
        documents_date=version["documents_date"],
        sha256=version["content_sha256"] or "",
    )


def has_provisions(workspace, version_id: str) -> bool:
    return len(workspace.read("provisions", within={"version_id": [version_id]})) > 0


def complete_provisions(workspace, version_id: str, provisions: pd.DataFrame) -> int:
    """Fill in what a newer catalogue tells of stored provisions; the number of rows that this changed.

    ``provisions`` are those of `read_version` with `LOOKED_UP` filled in. It is no new version: the plan says the same.
    """
    rows = provisions[["provision_id", "kind", *LOOKED_UP]].assign(version_id=version_id)
    return workspace.refresh("provisions", rows, within={"version_id": [version_id]}).changed


def attach(
    workspace,
    plan_id: str,
    name: str,
    content: bytes,
    media_type: str,
    role: str,
    *,
    version_id: Optional[str] = None,
    investigation: Optional[str] = None,
    received: Optional[str] = None,
) -> str:
    """Keep a document's bytes in the register and give the document's id; the same bytes are kept once.

    The same file with the same role of the same case and version stands there once.
    """
    if not content:
        raise PlanRefused("empty_file", name=name)
    if len(content) > MOST_FILE_BYTES:
        raise PlanRefused("file_too_large", name=name, megabytes=len(content) >> 20, most=MOST_FILE_BYTES >> 20)
    checksum = hashlib.sha256(content).hexdigest()
    with workspace.transaction():
        same = workspace.read(
            "plan_documents",
            within={"plan_id": [plan_id], "sha256": [checksum], "role": [role], "version_id": [version_id]},
        )
        if len(same):
            return same["document_id"].iloc[0]
        keep_file(workspace, content, media_type)
        document = {
            "document_id": str(uuid.uuid4()),
            "plan_id": plan_id,
            "version_id": version_id,
            "role": role,
            "investigation": investigation,
            "name": name,
            "file_name": name,
            "sha256": checksum,
            "received": received,
        }
        workspace.write("plan_documents", _one_row(document))
    return document["document_id"]


def keep_file(workspace, content: bytes, media_type: str) -> str:
    """The bytes of a file in ``plan_files``, once, and their checksum."""
    checksum = hashlib.sha256(content).hexdigest()
    with workspace.transaction():
        if workspace.read("plan_files", within={"sha256": [checksum]}).empty:
            row = {"sha256": checksum, "media_type": media_type, "size": len(content), "content": content}
            workspace.write("plan_files", _one_row(row))
    return checksum


def note_event(
    workspace,
    kind: str,
    text: str,
    *,
    plan_id: Optional[str] = None,
    referral_id: Optional[str] = None,
    municipality: Optional[str] = None,
) -> None:
    """Write down something that happened and changes no row: a letter, a call, a dispatch. It stays there."""
    if plan_id and not municipality:
        municipality = read_case(workspace, plan_id)["municipality"]
    event = {
        "time": _now(),
        "who": workspace.who,
        "plan_id": plan_id,
        "referral_id": referral_id,
        "municipality": municipality,
        "kind": kind,
        "text": text,
    }
    workspace.write("plan_events", _one_row(event))


def _store_content(workspace, plan_id: str, version_id: str, content: PlanContent) -> None:
    areas = pd.DataFrame({"area_id": [str(uuid.uuid4()) for _ in content.areas], "version_id": version_id})
    if len(areas):
        workspace.write("plan_areas", areas, wkb=list(content.areas))
    provisions = content.provisions.drop(columns="wkb").assign(version_id=version_id)
    # An id is of one provision in one version: the next version has the same provisions under new ids.
    provisions["provision_id"] = [str(uuid.uuid4()) for _ in range(len(provisions))]
    if len(provisions):
        workspace.write("provisions", provisions, wkb=list(content.provisions["wkb"]))
    documents = content.documents.assign(plan_id=plan_id, version_id=version_id)
    documents["document_id"] = [str(uuid.uuid4()) for _ in range(len(documents))]
    if len(documents):
        workspace.write("plan_documents", documents)


def _link(workspace, plan_id: str) -> None:
    """Every version points at the one before it, also when an older one is stored last."""
    before = None
    for version in _records(versions_of(workspace, plan_id)):
        if version["previous"] != before:
            key = {name: version[name] for name in ("plan_id", "stage", "number")}
            workspace.change("plan_versions", key, {"previous": before})
        before = version["version_id"]


def _in_order(versions: pd.DataFrame) -> pd.DataFrame:
    if len(versions) < 2:
        return versions
    stored = versions["stored"].astype(str)
    day = versions["documents_date"].where(versions["documents_date"].notna(), stored.str[:10])
    order = pd.DataFrame({"day": day.astype(str), "stored": stored}).sort_values(["day", "stored"], kind="stable")
    return versions.loc[order.index].reset_index(drop=True)


def _row_of(workspace, table: str, column: str, value: str) -> dict:
    rows = _records(workspace.read(table, within={column: [value]}))
    if not rows:
        raise PlanRefused("unknown_id", table=table, id=value)
    return rows[0]


def _records(rows: pd.DataFrame) -> list[dict]:
    """Rows as mappings, None where a value is missing and whole numbers whole again."""
    return [
        {name: _plain(value) for name, value in zip(rows.columns, row)}
        for row in rows.itertuples(index=False, name=None)
    ]


def _plain(value):
    if _missing(value):
        return None
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _missing(value) -> bool:
    return value is None or value != value


def _one_row(row: Mapping) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series([value], dtype=object) for name, value in row.items()})


def _now() -> datetime:
    return datetime.now(timezone.utc)
