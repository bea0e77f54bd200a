"""What the register and the workspace know of one municipality before a meeting with it, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, Optional

from .. import catalogue
from ..core.plans import codes
from ..core.plans.rows import records
from ..store.plans.cases import latest_versions
from ..store.plans.contact_days import contact_days
from ..store.plans.deadline_rows import deadlines_of
from ..store.plans.dialogues import OPEN as OPEN_PROMISE
from ..store.plans.dialogues import contacts_of, dialogues_of, promises_of
from ..store.plans.needs import OPEN as OPEN_NEEDS
from ..store.plans.needs import needs_of
from ..store.plans.parameters import confirmed_parameters

#: Kinds whose dwellings are built by the plan itself; those of comprehensive plans come again in the detail plans.
_BUILDING = ("detaljplan", "andring", "planbesked")
#: What still weighs: open, and not or only partly met.
_WEIGHING = ("oppen", "delvis", "ej_tillgodosedd")
_ORDER = (*codes.OWN_STATUSES, *codes.NATIONAL_STATUSES)
_HEALTH_CENTRE = "vardcentral"


class Assumed(NamedTuple):
    """People per dwelling and listed per full-time specialist; None where the region has not set them."""

    people_per_dwelling: Optional[float]
    listed_per_gp: Optional[float]


def assumed_of(workspace, people_per_dwelling: Optional[float] = None) -> Assumed:
    """The region's confirmed numbers, and the one that is given before them."""
    confirmed = confirmed_parameters(workspace)
    values = {name: one.value for name, one in confirmed.items()}
    return Assumed(people_per_dwelling or values.get("persons_flat"), values.get("listed_per_gp"))


def dialogue_facts(workspace, municipality: str, assumed: Assumed, today: date) -> dict:
    """All that the page tells of a municipality (code); nothing in it is guessed, and what is unknown is None."""
    cases = records(workspace.read("plan_cases", within={"municipality": [municipality]}))
    under_way = [case for case in cases if case["status"] not in codes.ENDED_STATUSES]
    names = {case["plan_id"]: case["name"] for case in cases}
    plans = _plans(workspace, under_way, assumed, today)
    promises = [
        {**one, "plan": names.get(one["plan_id"]), "late": _is_late(one, today)}
        for one in promises_of(workspace, municipality)
    ]
    (contact,) = contact_days(workspace, [municipality], today)
    needs = [{**need, "plan": names.get(need["plan_id"])} for need in needs_of(workspace, municipality)]
    return {
        "plans": plans,
        "dwellings": sum(plan["dwellings"] or 0 for plan in plans if plan["counts"]),
        "people": _sum(plan["people"] for plan in plans if plan["counts"]),
        "dwellings_unknown": sum(plan["counts"] and plan["dwellings"] is None for plan in plans),
        "remarks": _remarks(workspace, under_way, names),
        "promises": [one for one in promises if one["status"] == OPEN_PROMISE],
        "settled": [one for one in promises if one["status"] != OPEN_PROMISE],
        "needs": [need for need in needs if need["status"] in OPEN_NEEDS],
        "centres": _centres(workspace, municipality, assumed, today),
        "contacts": contacts_of(workspace, municipality),
        "dialogues": dialogues_of(workspace, municipality),
        "contact": contact,
        "sources": _sources(workspace),
    }


def _plans(workspace, cases: list[dict], assumed: Assumed, today: date) -> list[dict]:
    deadlines = records(deadlines_of(workspace, today))
    found = []
    for case in cases:
        due = [
            row for row in deadlines if row["case_id"] == case["plan_id"] and row["kind"] in ("svar_senast", "anstand")
        ]
        due = [row for row in due if row["state"] != "done"]
        low, high = case["dwellings_min"], case["dwellings_max"]
        dwellings = high if high is not None else low
        counts = case["kind"] in _BUILDING
        people = None
        if dwellings is not None and assumed.people_per_dwelling is not None:
            people = round(dwellings * assumed.people_per_dwelling)
        found.append(
            {
                **case,
                "dwellings": dwellings,
                "people": people,
                "counts": counts,
                "answer_by": due[0]["date"] if due else None,
                "late": bool(due) and due[0]["state"] == "late",
                "last_chance": case["procedure"] == "begransat" and case["status"] == "samråd",
            }
        )
    asking = {"samråd": 0, "granskning": 0}
    return sorted(
        found,
        key=lambda one: (
            one["answer_by"] is None,
            asking.get(one["status"], 1),
            -_ORDER.index(one["status"]),
            one["name"],
        ),
    )


def _remarks(workspace, cases: list[dict], names: Mapping[str, str]) -> list[dict]:
    """Remarks that still weigh, in the last stage that each was made in."""
    if not cases:
        return []
    referrals = records(workspace.read("referrals", within={"plan_id": [case["plan_id"] for case in cases]}))
    if not referrals:
        return []
    of = {row["referral_id"]: row for row in referrals}
    rows = records(workspace.read("remarks", within={"referral_id": sorted(of)}))
    followed = {row["previous"] for row in rows if row["previous"]}
    found = [
        {**row, "plan": names[of[row["referral_id"]]["plan_id"]], "stage": of[row["referral_id"]]["stage"]}
        for row in rows
        if row["remark_id"] not in followed and row["wording"] != "struken" and row["outcome"] in _WEIGHING
    ]
    heavy = {severity: -at for at, severity in enumerate(codes.SEVERITIES)}
    return sorted(found, key=lambda row: (heavy[row["severity"]], row["plan"], row["number"] or 0))


def _centres(workspace, municipality: str, assumed: Assumed, today: date) -> list[dict]:
    """Health centres with listed, full-time specialists and, by the region's own norm, how many more they have room for."""
    rows = records(workspace.read("facilities", within={"municipality": [municipality], "type": [_HEALTH_CENTRE]}))
    rows = [row for row in rows if (row["closed"] or today.year) >= today.year]
    if not rows:
        return []
    ids = [row["facility_id"] for row in rows]
    capacity = {}
    for row in records(workspace.read("capacity", within={"facility_id": ids})):
        key = (row["facility_id"], row["kind"])
        if key not in capacity or row["date"] > capacity[key]["date"]:
            capacity[key] = row
    found = []
    for row in rows:
        listed = capacity.get((row["facility_id"], "listade")) or _listed(workspace, row["facility_id"])
        gps = capacity.get((row["facility_id"], "heltid_specialist"))
        number = listed["value"] if listed else None
        full_time = gps["value"] if gps else None
        room = None
        if assumed.listed_per_gp is not None and number is not None and full_time is not None:
            room = round(full_time * assumed.listed_per_gp - number)
        found.append(
            {
                "name": row["name"],
                "listed": number,
                "specialists": full_time,
                "per_specialist": round(number / full_time) if number is not None and full_time else None,
                "room": room,
                "date": listed["date"] if listed else None,
            }
        )
    return sorted(found, key=lambda one: (one["per_specialist"] is None, -(one["per_specialist"] or 0), one["name"]))


def _listed(workspace, facility_id: str) -> Optional[dict]:
    """The sum of the newest listings, where no cell of them is hidden or missing."""
    rows = records(workspace.read("listings", within={"unit_id": [facility_id]}))
    newest = max((row["date"] for row in rows), default=None)
    rows = [row for row in rows if row["date"] == newest]
    if not rows or any(row["number"] is None for row in rows):
        return None
    return {"value": sum(row["number"] for row in rows), "date": newest}


def _sources(workspace) -> list[dict]:
    """Where the page's figures come from: the newest row of each source of centres, capacity and plans."""
    wanted = {"facilities", "capacity", "listings", "plan_items", "plan_cases", "plan_versions", "areas"}
    newest = {}
    for row in records(workspace.read("sources")):
        newer = row["name"] not in newest or row["fetched"] > newest[row["name"]]["fetched"]
        if newer and wanted & set((row["fed"] or "").split(";")):
            newest[row["name"]] = row
    return sorted(newest.values(), key=lambda row: row["name"])


def plan_areas_of(workspace, plan_ids) -> list[bytes]:
    """The areas of the newest version of each plan (WKB, EPSG:3006)."""
    newest = latest_versions(workspace)
    versions = list(newest[newest["plan_id"].isin(list(plan_ids))]["version_id"])
    if not versions:
        return []
    areas = workspace.read("plan_areas", within={"version_id": versions})
    return [bytes(wkb) for wkb in areas["geom"] if wkb is not None]


def service_name(code: str, language: str) -> str:
    """What a service (facility type) is called."""
    kind = catalogue.care().types.get(code)
    return getattr(kind.name, language) if kind else code


def _sum(values) -> Optional[int]:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _is_late(promise: Mapping, today: date) -> bool:
    return promise["status"] == OPEN_PROMISE and bool(promise["due"]) and promise["due"] < today.isoformat()
