"""The sentences of a run that applies a scenario: what stands, what was left out, and which changes could not be made."""

from __future__ import annotations

from collections import Counter

from ..adapters.reading import listed
from ..core.scenarios.changes import CLOSE, Note
from ..i18n import tr


def tell(outcome, rows, year, account, feedback):
    """What the run did, left out, and could not do."""
    statuses = Counter(facility.status for facility in outcome.facilities)
    account.say(
        feedback,
        tr("{n} facilities stand in {year}: {statuses}.").format(
            n=len(outcome.facilities), year=year, statuses=", ".join(f"{k} {v}" for k, v in sorted(statuses.items()))
        ),
    )
    by_scenario = [facility.id for facility in outcome.gone if CLOSE in facility.actions]
    before = [facility.id for facility in outcome.gone if CLOSE not in facility.actions]
    for text, ids in (
        (tr("{n} facilities are closed by the scenario: {list}."), by_scenario),
        (tr("{n} facilities are closed by {year} already and were left out: {list}."), before),
        (tr("{n} facilities open after {year} and were left out: {list}."), outcome.not_yet),
    ):
        if ids:
            account.say(feedback, text.format(n=len(ids), year=year, list=listed(ids)))
    if outcome.later:
        account.say(feedback, tr("{n} changes of later years were left out.").format(n=outcome.later))
    if outcome.orphans:
        text = tr("Services or capacity of {n} facilities that are not in FACILITIES were left out: {list}.")
        account.say(feedback, text.format(n=len(outcome.orphans), list=listed(outcome.orphans)), warn=True)
    for sentence in notes_of(outcome.notes):
        account.say(feedback, sentence, warn=True)
    _tell_missing_region(outcome, rows, account, feedback)


def notes_of(notes: list[Note]) -> list[str]:
    """The sentences of changes without effect, or with only part of one."""
    return _sentences(notes, _note_texts())


def _tell_missing_region(outcome, rows, account, feedback):
    without = [f.id for f in outcome.facilities if f.row is None and not f.values.get("region")]
    if without and rows.has("region"):
        text = tr(
            "{n} opened facilities have no region, and are missed by tools that report one region: {list}. Fill in the column region of CHANGES."
        )
        account.say(feedback, text.format(n=len(without), list=listed(without)), warn=True)


def refusal(faults: list[Note]) -> str:
    return tr("The scenario cannot be carried out as it is written. {reasons}").format(
        reasons=" ".join(_sentences(faults, _fault_texts()))
    )


def _sentences(notes: list[Note], texts: dict[str, str]) -> list[str]:
    """One sentence per reason, with the rows that it holds for."""
    found = []
    for reason, text in texts.items():
        rows = [
            f"{note.change.number} ({', '.join(filter(None, (note.change.facility, note.change.service)))})"
            for note in notes
            if note.reason == reason
        ]
        if rows:
            found.append(text.format(list=listed(rows)))
    return found


def _fault_texts():
    return {
        "no_facility": tr("These rows name no facility_id: {list}."),
        "no_year": tr("These rows have no whole year: {list}."),
        "unknown_action": tr(
            "These rows have an action that is none of open, close, move, change_role, capacity, add_service and remove_service: {list}."
        ),
        "unknown_facility": tr(
            "These rows change a facility that is not in FACILITIES; give the whole register and filter the result: {list}."
        ),
        "stands_already": tr("These rows open a facility whose id stands already: {list}."),
        "no_place": tr("These rows open or move a facility without x and y: {list}."),
        "no_type": tr("These rows change a role without saying what it becomes (type, role, operator): {list}."),
        "no_service": tr("These rows add or remove a service without naming it: {list}."),
        "no_capacity": tr(
            "These rows change a capacity without naming it in the column service, or without a number of at least 0: {list}."
        ),
        "unknown_capacity": tr(
            "These rows change a capacity that is neither a kind of capacity nor a service of the facility: {list}."
        ),
        "several_services": tr(
            "These rows give one capacity to a service that has several rows at the facility; say which by care_form, urgency, weekdays or hours: {list}."
        ),
        "contradicts": tr("These rows want something else than an earlier row of the same facility and year: {list}."),
    }


def _note_texts():
    return {
        "closed_already": tr("These rows change a facility that is closed by then, and have no effect: {list}."),
        "service_not_there": tr("These rows remove a service that is not there, and have no effect: {list}."),
        "service_there_already": tr("These rows add a service that is there already, and have no effect: {list}."),
        "no_services_given": tr("SERVICES was not given, so these rows are in no table of services: {list}."),
        "no_capacity_given": tr("CAPACITY was not given, so these rows are in no table of capacity: {list}."),
        "reopened": tr("These rows open a facility that is in the register as closed or not yet open: {list}."),
        "type_unknown": tr("These rows open a facility without a type, which a filter by type will miss: {list}."),
        "hours_unknown": tr("These rows add a service without hours, so nobody knows when it is open: {list}."),
        "not_used": tr(
            "These rows have a service or a capacity that their action does not use; give it a row of its own, with add_service or capacity: {list}."
        ),
        "kind_is_new": tr("These rows give a facility a kind of capacity that it did not have: {list}."),
    }
