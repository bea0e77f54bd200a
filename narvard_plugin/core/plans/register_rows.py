"""The register as a list that a spreadsheet opens: one row a planremiss, and nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Optional

from .rows import one_line

#: Signs that make a cell a formula, in the widths that spreadsheets read alike.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

#: Columns of codes, and the group of words that says what they mean; the words stand in a column beside, ``kind_text``.
LABELS = {
    "kind": "kinds", "procedure": "procedures", "status": "case_statuses", "came_by": "came_by", "stage": "stages",
    "standing": "standings_short", "referral_status": "referral_statuses", "level": "levels", "stance": "stances",
}  # fmt: skip
DATE_LABELS = {"kind": "deadline_kinds", "stage": "stages"}


def _with_texts(names: Sequence[str], labels: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(column for name in names for column in (name, f"{name}_text") if column == name or name in labels)


COLUMNS = _with_texts((
    "region_reference", "municipality_code", "municipality", "name", "designation", "kind", "procedure", "status",
    "municipality_reference", "came_by", "noticed", "stage", "standing", "received", "answer_by", "extension_to",
    "referral_status", "handler", "level", "open_parts", "remarks", "open_remarks", "stance", "decided_by",
    "decision_date", "delegation_point", "delegation_notified", "dispatched", "dispatched_to", "plan_id", "referral_id",
), LABELS)  # fmt: skip
DATE_COLUMNS = _with_texts((
    "date", "kind", "done", "department", "note", "region_reference", "municipality", "name", "stage", "plan_id",
    "referral_id",
), DATE_LABELS)  # fmt: skip
#: Parts that still want something of somebody.
_OPEN_PARTS = ("ej_paborjad", "pagar", "komplettering", "svar_lamnat")


def register_rows(
    cases: Sequence[Mapping],
    referrals: Sequence[Mapping],
    parts: Sequence[Mapping],
    remarks: Sequence[Mapping],
    statements: Sequence[Mapping],
    municipalities: Mapping[str, str],
) -> list[dict]:
    """A row for every planremiss, by the day it came, and for every case that nobody has asked the region about."""
    by_plan: dict[str, list[Mapping]] = {}
    for one in sorted(referrals, key=lambda row: (row["received"], row["referral_id"])):
        by_plan.setdefault(one["plan_id"], []).append(one)
    rows = []
    for case in sorted(cases, key=lambda row: (row["municipality"], one_line(row["name"]), row["plan_id"])):
        for one in by_plan.get(case["plan_id"], [None]):
            rows.append({**_of_case(case, municipalities), **_of_referral(case, one, parts, remarks, statements)})
    return rows


def date_rows(
    deadlines: Sequence[Mapping],
    cases: Mapping[str, Mapping],
    referrals: Mapping[str, Mapping],
    municipalities: Mapping[str, str],
) -> list[dict]:
    """A row for every date of a planremiss or a case, in order."""
    rows = []
    for one in sorted(deadlines, key=lambda row: (row["date"], row["kind"], row["deadline_id"])):
        referral = referrals.get(one["referral_id"])
        case = cases[referral["plan_id"] if referral else one["plan_id"]]
        rows.append(
            {
                **{name: one[name] for name in ("date", "kind", "done", "department", "note", "referral_id")},
                "region_reference": (referral or case)["region_reference"] or case["region_reference"],
                "municipality": municipalities.get(case["municipality"], case["municipality"]),
                "name": case["name"],
                "stage": referral["stage"] if referral else None,
                "plan_id": case["plan_id"],
            }
        )
    return rows


def labelled(rows: Iterable[Mapping], labels: Mapping[str, str], words: Mapping[str, Mapping[str, str]]) -> list[dict]:
    """The rows with words beside their codes; a code without words stands as it is."""
    return [
        {
            **row,
            **{
                f"{name}_text": words.get(group, {}).get(row.get(name), row.get(name)) for name, group in labels.items()
            },
        }
        for row in rows
    ]


def csv_text(columns: Sequence[str], rows: Iterable[Mapping], separator: str, decimal: str = ".") -> str:
    """The rows with a head of ``columns``; every text stands as a text, also one that looks like a formula."""
    kept = io.StringIO()
    writer = csv.writer(kept, delimiter=separator, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(row.get(name), decimal) for name in columns])
    return kept.getvalue()


def cell(value, decimal: str = ".") -> str:
    """A value as a cell: an apostrophe goes before a text that a spreadsheet would take for a formula."""
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value).replace(".", decimal)
    if not isinstance(value, str):
        return str(value)
    text = one_line(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _of_case(case: Mapping, municipalities: Mapping[str, str]) -> dict:
    names = ("name", "designation", "kind", "procedure", "status", "municipality_reference", "came_by", "noticed",
             "region_reference", "handler", "plan_id")  # fmt: skip
    return {
        **{name: case[name] for name in names},
        "municipality_code": case["municipality"],
        "municipality": municipalities.get(case["municipality"], case["municipality"]),
    }


def _of_referral(case, referral: Optional[Mapping], parts, remarks, statements) -> dict:
    if referral is None:
        return {}
    of_it = [
        [row for row in rows if row["referral_id"] == referral["referral_id"]] for rows in (parts, remarks, statements)
    ]
    said = [row for row in of_it[1] if row["wording"] != "struken"]
    decided = [row for row in of_it[2] if row["status"] in ("beslutat", "skickat")]
    newest = max(decided, key=lambda row: row["version"]) if decided else None
    names = ("stage", "standing", "received", "answer_by", "extension_to", "level", "delegation_notified", "dispatched",
             "dispatched_to", "referral_id")  # fmt: skip
    return {
        **{name: referral[name] for name in names},
        "region_reference": referral["region_reference"] or case["region_reference"],
        "handler": referral["handler"] or case["handler"],
        "referral_status": referral["status"],
        "open_parts": sum(part["status"] in _OPEN_PARTS for part in of_it[0]),
        "remarks": len(said),
        "open_remarks": sum(row["outcome"] == "oppen" for row in said),
        **{name: newest[name] if newest else None for name in ("stance", "decided_by", "decision_date")},
        "delegation_point": newest["delegation_point"] if newest else referral["delegation_point"],
    }
