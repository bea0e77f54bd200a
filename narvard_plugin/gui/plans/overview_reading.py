"""What the dock shows of the whole register, read beside the window: planremisser, deadlines, and what nobody has sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, Optional

from ... import catalogue
from ...adapters.municipalities import municipality_names
from ...adapters.reading import Cancelled
from ...algorithms.plans import watch_rows
from ...algorithms.plans.watch_reading import municipalities_of, read_register, read_sources
from ...core.plans import watch
from ...core.plans.checklist import Checklist
from ...core.plans.codes import ENDED_STATUSES
from ...core.plans.deadlines import DONE
from ...core.plans.document import ChecklistError
from ...core.plans.rows import records
from ...core.plans.statutory import last_chance
from ...sources.plans.checklist_file import open_checklist
from ...store.errors import ReadOnlyPlace, RightMissing
from ...store.plans.cases import latest_versions
from ...store.plans.deadline_rows import ENDED, deadlines_of
from ...store.schema import GEOMETRY
from ...store.workspace import open_workspace

#: Days without contact that make a municipality silent, as in the tool that watches plans.
SILENT_DAYS = 90


class Due(NamedTuple):
    """One date of a planremiss. ``state``: late, today, soon, ok or done; ``days`` left, None = nothing left to do."""

    kind: str
    department: str
    date: str
    days: Optional[int]
    state: str
    note: str


class CaseRow(NamedTuple):
    """A planremiss with its case, or (``referral_id`` blank) a case that nobody has asked the region about.

    ``due``: its most pressing date. ``last_chance``: begränsat förfarande in samråd, after which nothing more can be said.
    """

    plan_id: str
    referral_id: str
    name: str
    municipality: str
    place: str
    stage: str
    status: str
    handler: str
    departments: tuple[str, ...]
    due: Optional[Due]
    last_chance: bool
    is_open: bool
    areas: tuple[bytes, ...]


class Watched(NamedTuple):
    """A plan that nobody sent, or a silent municipality, in a sentence."""

    place: str
    name: str
    plan_id: str
    text: str


class Overview(NamedTuple):
    workspace: str
    rows: tuple[CaseRow, ...]
    deadlines: Mapping[str, tuple[Due, ...]]  # by planremiss, in order
    nobody_sent: tuple[Watched, ...]
    silent: tuple[Watched, ...]
    departments: tuple[str, ...]
    checklist: Optional[Checklist]  # that a run would use, for its words; None where it cannot be read
    may_write: bool


def read_overview(name: str, today: date, canceled) -> Overview:
    """The whole register as the dock lists it."""
    with open_workspace(name, writable=False) as workspace:
        cases = records(workspace.read("plan_cases"))
        referrals = _by(records(workspace.read("referrals")), "plan_id")
        parts = _by(records(workspace.read("partial_answers")), "referral_id")
        deadlines = _deadlines(workspace, today)
        areas = _areas(workspace)
        if canceled():
            raise Cancelled
        nobody_sent, silent = _watched(workspace, today)
    names = municipality_names()
    rows = []
    for case in cases:
        for referral in referrals[case["plan_id"]] or [None]:
            rows.append(_row(case, referral, parts, deadlines, names, areas))
    return Overview(
        name,
        tuple(sorted(rows, key=_order)),
        deadlines,
        nobody_sent,
        silent,
        tuple(sorted({part["department"] for several in parts.values() for part in several})),
        _checklist(),
        may_write(name),
    )


def _checklist() -> Optional[Checklist]:
    try:
        return open_checklist()
    except ChecklistError:  # told on the page that judges by it
        return None


def may_write(name: str) -> bool:
    """Whether this user may change the workspace, which has been read and is up to date."""
    try:
        with open_workspace(name):
            return True
    except (ReadOnlyPlace, RightMissing):
        return False


def _row(case: Mapping, referral: Optional[Mapping], parts, deadlines, names, areas) -> CaseRow:
    told = referral or {}
    referral_id = told.get("referral_id", "")
    stage = told.get("stage") or case["status"]
    on = date.fromisoformat(str(told.get("start") or told.get("received") or case["noticed"])[:10])
    status = told.get("status") or case["status"]
    return CaseRow(
        plan_id=case["plan_id"],
        referral_id=referral_id,
        name=case["name"],
        municipality=case["municipality"],
        place=names.get(case["municipality"], case["municipality"]),
        stage=stage,
        status=status,
        handler=told.get("handler") or case["handler"] or "",
        departments=tuple(part["department"] for part in parts[referral_id]),
        due=_pressing(deadlines.get(referral_id, ())),
        last_chance=last_chance(catalogue.statutory_times(), stage, case["procedure"], on),
        is_open=status not in (ENDED if referral else ENDED_STATUSES),
        areas=areas.get(told.get("version_id")) or areas.get(case["plan_id"], ()),
    )


def _order(row: CaseRow) -> tuple:
    """Open planremisser by their most pressing date, then plans that nobody has sent, then what is over."""
    return not row.is_open, not row.referral_id, row.due.date if row.due else "9999", row.name


def _pressing(deadlines: Sequence[Due]) -> Optional[Due]:
    left = [one for one in deadlines if one.state != DONE]
    if left:
        return left[0]
    return next((one for one in reversed(deadlines) if one.kind == "svar_senast"), None)


def _deadlines(workspace, today: date) -> dict[str, tuple[Due, ...]]:
    found = _by(records(deadlines_of(workspace, today)), "referral_id")
    return {
        referral_id: tuple(
            Due(row["kind"], row["department"] or "", row["date"], row["days"], row["state"], row["note"] or "")
            for row in rows
        )
        for referral_id, rows in found.items()
        if referral_id
    }


def _areas(workspace) -> dict[str, tuple[bytes, ...]]:
    """Plan areas by version, and those of the newest version by case."""
    rows = workspace.read("plan_areas")
    found = defaultdict(list)
    for version_id, wkb in zip(rows["version_id"], rows[GEOMETRY]):
        if wkb is not None:
            found[version_id].append(bytes(wkb))
    newest = latest_versions(workspace)
    by_case = {
        plan_id: found.get(version_id, []) for plan_id, version_id in zip(newest["plan_id"], newest["version_id"])
    }
    return {key: tuple(several) for key, several in {**found, **by_case}.items()}


def _watched(workspace, today: date) -> tuple[tuple[Watched, ...], tuple[Watched, ...]]:
    """Plans in samråd or granskning that nobody sent, and municipalities that have been silent for long."""
    region = workspace.region
    names = municipality_names()
    sources, register = read_sources(workspace, region), read_register(workspace, region)
    sent = watch_rows.of_nobody_sent(
        watch.nobody_sent(watch.match(register.cases, sources.plans), register.asked_in), today
    )
    told = watch.contacts(
        municipalities_of(workspace, region), register.spoken, sources.checks, today, SILENT_DAYS
    )  # fmt: skip
    silent = [watch_rows.of_municipality(one, sources.asked) for one in told if one.silent]
    silent.sort(key=lambda row: (row.days is not None, -(row.days or 0), row.municipality))
    return tuple(
        tuple(Watched(names.get(row.municipality, row.municipality), row.plan, row.plan_id, row.text) for row in rows)
        for rows in (sent, silent)
    )


def _by(rows: Sequence[dict], column: str) -> defaultdict[str, list[dict]]:
    found = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found
