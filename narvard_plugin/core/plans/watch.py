"""What has happened to plans since the register was written, and how long each municipality has been silent.

Sources tell only of plans that somebody published: a plan that none of them knows, and a municipality that none of them was
asked about, are listed as just that, never as "no plans".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Optional

from . import codes
from .plan_words import same_plan

NEW, CHANGED, VANISHED, DUE = "new", "changed", "vanished", "due"
NOBODY_SENT, NEAR, SILENT, CONTACT = "nobody_sent", "near", "silent", "contact"
#: In the order in which a planner wants to read them.
KINDS = (DUE, NOBODY_SENT, NEAR, NEW, CHANGED, VANISHED, SILENT, CONTACT)
#: The national platform among the sources.
NATIONAL = "ngp"
#: Stages in which somebody ought to have asked the region.
_ASKING = ("samråd", "granskning")


class Seen(NamedTuple):
    """A plan as a source tells it now; texts are blank where it tells nothing."""

    item_id: str
    source: str
    municipality: str
    designation: str
    name: str
    status: str
    status_date: str = ""
    national_id: str = ""
    kind: str = ""


class Known(NamedTuple):
    """A case of the register. ``source_status``: what its source said when the watch last wrote it down."""

    plan_id: str
    municipality: str
    designation: str
    name: str
    national_id: str
    status: str
    source_status: str = ""
    source: str = ""
    last_seen: str = ""
    vanished: str = ""
    procedure: str = ""
    came_by: str = ""

    @property
    def ended(self) -> bool:
        return self.status in codes.ENDED_STATUSES or _same(self.source_status) in codes.ENDED_STATUSES


class Matched(NamedTuple):
    """Cases with the plan that a source tells of them, plans that are no case, and cases that no source tells of.

    ``again``: (case, plan) where another source tells of a case too.
    """

    pairs: Sequence[tuple[Known, Seen]]
    unknown: Sequence[Seen]
    missing: Sequence[Known]
    again: Sequence[tuple[Known, Seen]] = ()


class Change(NamedTuple):
    """What differs: ``status`` or ``name`` (before, after), ``area`` (m² in after), or ``back`` (gone since before)."""

    what: str
    before: str
    after: str


class Contacted(NamedTuple):
    """One municipality. ``how``: dialogue, contact or referral; ``days`` None = there has been no contact at all.

    ``checked``: when a source was last asked for its plans, None = never; ``found`` plans then.
    """

    municipality: str
    last: Optional[date]
    how: str
    days: Optional[int]
    silent: bool
    checked: Optional[date]
    sources: tuple[str, ...]
    found: Optional[int]


def match(cases: Iterable[Known], items: Iterable[Seen]) -> Matched:
    """Tell which plan is which case: by national id; else by designation, else by name, in the same municipality.

    A designation or a name that two of them have tells neither, and another national id is another plan. What a second source
    tells of a case that the first one told of is no other plan.
    """
    cases, items = list(cases), list(items)
    pairs: list[tuple[Known, Seen]] = []
    again: list[tuple[Known, Seen]] = []
    by_id = {case.national_id: case for case in cases if case.national_id}
    for item in items:
        case = by_id.get(item.national_id) or by_id.get(item.item_id)
        if case is not None:
            taken = any(known is case for known, _ in pairs)
            (again if taken else pairs).append((case, item))
    for key in _KEYS:
        taken_cases = {case.plan_id for case, _ in pairs}
        taken_items = {item.item_id for _, item in (*pairs, *again)}
        left_cases = _alone((case for case in cases if case.plan_id not in taken_cases), key)
        for source in dict.fromkeys(item.source for item in items):  # each tells of a plan once
            left_items = _alone((i for i in items if i.source == source and i.item_id not in taken_items), key)
            for at, item in left_items.items():
                case = left_cases.get(at)
                if case is not None and not _contradict(case, item):
                    (again if case.plan_id in taken_cases else pairs).append((case, item))
                    taken_cases.add(case.plan_id)
    again += _told_by_another(pairs, items, {item.item_id for _, item in (*pairs, *again)})
    known, told = {case.plan_id for case, _ in pairs}, {item.item_id for _, item in (*pairs, *again)}
    return Matched(
        pairs,
        [item for item in items if item.item_id not in told],
        [case for case in cases if case.plan_id not in known],
        again,
    )


def _told_by_another(pairs: Sequence[tuple[Known, Seen]], items: Sequence[Seen], told: set) -> list[tuple[Known, Seen]]:
    """Plans left that another source than that of a pair tells of, by designation or name."""
    found: list[tuple[Known, Seen]] = []
    for key in _KEYS:
        cases = _alone((case for case, _ in pairs), key)
        by_case = {case.plan_id: item for case, item in pairs}
        for source in dict.fromkeys(item.source for item in items):
            done = told | {item.item_id for _, item in found}
            left = _alone((i for i in items if i.source == source and i.item_id not in done), key)
            found += [
                (cases[at], item) for at, item in left.items()
                if at in cases and by_case[cases[at].plan_id].source != source and not _contradict(cases[at], item)
            ]  # fmt: skip
    return found


def _contradict(case: Known, item: Seen) -> bool:
    return bool(case.national_id and item.national_id and case.national_id != item.national_id)


def new_plans(matched: Matched) -> tuple[list[Seen], int]:
    """Plans under way that are no case, and the number of those left out because they are in force or ended."""
    found = [item for item in matched.unknown if under_way(None, item)]
    return found, len(matched.unknown) - len(found)


def under_way(case: Optional[Known], item: Optional[Seen]) -> bool:
    """Whether a plan is neither in force nor ended, by its source, else by the register."""
    status = (item.status if item else "") or (case.status if case else "")
    return _same(status) not in codes.ENDED_STATUSES


def told_apart(items: Sequence[Seen], matched: Matched) -> list[Seen]:
    """Those of ``items`` that will be known again the next time: by national id, or a designation or name of their own."""
    cases = [*matched.missing, *(case for case, _ in matched.pairs)]
    own = {id(plan) for key in _KEYS for plan in _alone([*matched.unknown, *cases], key).values()}
    return [item for item in items if item.national_id or id(item) in own]


def changes(case: Known, item: Seen, area_m2: float = 0.0) -> list[Change]:
    """What the source says otherwise than the register. ``area_m2``: how much of the two areas is not in both.

    A case with a status of the register's own (``bevakad``) is compared with what its source said before.
    """
    found = []
    if case.vanished:
        found.append(Change("back", case.vanished, ""))
    before = case.status if case.status in codes.NATIONAL_STATUSES else case.source_status
    if before and item.status and _same(before) != _same(item.status):
        found.append(Change("status", before, item.status))
    if item.name and same_plan(item.name) != same_plan(case.name):
        found.append(Change("name", case.name, item.name))
    if area_m2 > 0:
        found.append(Change("area", "", f"{area_m2:.0f}"))
    return found


def vanished(matched: Matched, asked: Mapping[str, Collection[str]]) -> list[Known]:
    """Cases that a source told of before and no longer does.

    ``asked``: municipality -> the sources that were asked for all its plans; without an answer nothing can be gone. A case
    that came by letter and was in no source, or that has ended, is not among them.
    """
    found = []
    for case in matched.missing:
        sources = asked.get(case.municipality, ())
        if _told_before(case, sources) and not case.ended:
            found.append(case)
    return found


def _told_before(case: Known, sources: Collection[str]) -> bool:
    """Whether one of the ``sources`` told of a case. A map is called otherwise the next time; the national platform is not."""
    if case.source in sources:
        return True
    if not case.last_seen or case.came_by == "NGP":
        return False
    return any(source != NATIONAL for source in sources) if case.came_by == "kommunens_karta" else bool(sources)


def nobody_sent(
    matched: Matched, asked_in: Mapping[str, Collection[str]]
) -> list[tuple[Optional[Known], Optional[Seen], str]]:
    """Plans in samråd or granskning that the region was not asked about in that stage: (case, plan, stage).

    ``asked_in``: plan_id -> stages that a planremiss came in. What the source says counts before the register's status.
    """
    found = [(None, item, _same(item.status)) for item in matched.unknown]
    found += [(case, item, _same(item.status) or case.status) for case, item in _latest(matched)]
    found += [(case, None, case.status) for case in matched.missing]
    return [
        (case, item, stage)
        for case, item, stage in found
        if stage in _ASKING and (case is None or stage not in asked_in.get(case.plan_id, ()))
    ]


def _latest(matched: Matched) -> list[tuple[Known, Seen]]:
    """The pairs, where two sources tell of a case by the one whose stage asks the region, and the later of two such."""
    found = {case.plan_id: (case, item) for case, item in matched.pairs}
    for case, item in matched.again:
        if _asking(item) > _asking(found[case.plan_id][1]):
            found[case.plan_id] = (case, item)
    return list(found.values())


def _asking(item: Seen) -> int:
    return _ASKING.index(_same(item.status)) if _same(item.status) in _ASKING else -1


def contacts(
    municipalities: Iterable[str],
    spoken: Iterable[tuple[str, date, str]],
    checks: Iterable[tuple[str, date, str, int]],
    today: date,
    limit: int,
) -> list[Contacted]:
    """How long each municipality has been silent; every one of them is told of.

    ``spoken``: (municipality, day, how) of dialogues, contacts and planremisser; those after ``today`` are only planned.
    ``checks``: (municipality, day, source, plans found). ``limit``: more days than this is silent, and so is no contact.
    """
    last: dict[str, tuple[date, str]] = {}
    for municipality, day, how in spoken:
        if day <= today and (municipality not in last or day > last[municipality][0]):
            last[municipality] = (day, how)
    asked: dict[str, list[tuple[date, str, int]]] = defaultdict(list)
    for municipality, day, source, found in checks:
        asked[municipality].append((day, source, found))
    return [_contacted(code, last.get(code), asked.get(code, []), today, limit) for code in sorted(set(municipalities))]


def _contacted(code, last, asked, today: date, limit: int) -> Contacted:
    day, how = last or (None, "")
    days = None if day is None else (today - day).days
    checked = max((when for when, _, _ in asked), default=None)
    return Contacted(
        code,
        day,
        how,
        days,
        days is None or days > limit,
        checked,
        tuple(sorted({source for _, source, _ in asked})),
        sum(found for when, _, found in asked if when == checked) if asked else None,
    )


def _alone(plans: Iterable, key) -> dict[tuple[str, str], object]:
    """Plans by municipality and key, without those that share theirs or have none."""
    alike = defaultdict(list)
    for plan in plans:
        if key(plan):
            alike[(plan.municipality, key(plan))].append(plan)
    return {at: plans[0] for at, plans in alike.items() if len(plans) == 1}


def _same(text: str) -> str:
    """A name as people mean it: case and spaces tell nothing."""
    return " ".join(text.split()).casefold()


def _designation(plan) -> str:
    return _same(plan.designation)


def _name(plan) -> str:
    return same_plan(plan.name)


_KEYS = (_designation, _name)
