"""What the services of the plan register refuse, and the sentence that a user reads."""

from __future__ import annotations

from collections.abc import Mapping

from ...i18n import tr
from ..errors import StoreError


class PlanRefused(StoreError):
    """A service says no: ``code`` says to what, ``facts`` stand in its sentence. Nothing was changed.

    Every code has its sentence in `_sentences`; tools and the dock show it as that of any other error of the store.
    """

    def __init__(self, code: str, **facts: object):
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, object] = facts

    def __str__(self) -> str:
        return " ".join((self.code, *(f"{name}={value!r}" for name, value in self.facts.items())))

    def sentence(self) -> str:
        return _sentences()[self.code].format(**self.facts)


def _sentences() -> Mapping[str, str]:
    return {
        **_of_cases(),
        **_of_referrals(),
        **_of_deadlines(),
        **_of_checks(),
        **_of_answers(),
        **_of_remarks(),
        **_of_statements(),
        **_of_packages(),
        **_of_parameters(),
        **_of_intake(),
    }


def _of_cases():
    return {
        "unknown_id": tr('There is no row "{id}" in the table "{table}". Read the register again.'),
        "version_taken": tr(
            "There is already a version number {number} of the stage {stage} with other content. Leave the number blank, "
            "or choose the next one."
        ),
        "another_plan": tr(
            "The file is of another plan than {name}: it says {told}, and the case has {known}. Choose the right case, or "
            "leave the case blank. Nothing was stored."
        ),
        "which_case": tr(
            "{n} cases in the municipality {municipality} could be the plan {called}. Write the id of the right one in PLAN, or "
            "give the cases designations of their own. Nothing was stored."
        ),
        "register_changed": tr(
            "Somebody added or changed cases while the plans were compared. Run it again; nothing was stored."
        ),
        "empty_file": tr("The file {name} is empty. Nothing was stored."),
        "file_too_large": tr(
            "The file {name} is {megabytes} MB and the register takes {most} MB at the most. Keep it in the records "
            "system and write its address instead."
        ),
    }


def _of_referrals():
    return {
        "referral_incomplete": tr("A planremiss needs {columns}. Nothing was stored."),
        "nobody_asked": tr("No function is asked about this planremiss yet. Distribute it first."),
        "too_late_to_ask": tr('The planremiss is "{status}", and no more functions can be asked.'),
        "parts_open": tr("The delsvar of {departments} are not handed in yet."),
        "parts_not_approved": tr("The delsvar of {departments} are not approved yet."),
        "no_decided_statement": tr("There is no decided statement (yttrande) for this planremiss. Decide it first."),
        "use_dispatch": tr("Write when and to whom the answer was sent; the planremiss is then marked as sent."),
        "referral_ended": tr('The planremiss is "{status}", so there is nothing to extend.'),
        "extension_too_early": tr("An extension to {date} is no extension: the municipality's date is {answer_by}."),
        "own_function": tr("{columns} can't be changed here: each has a step of its own."),
        "not_decided": tr(
            'The planremiss is "{status}". That can be noted when the answer is decided and not yet closed.'
        ),
        "no_receiver": tr("Write to whom the answer was sent."),
        "not_delegated": tr('The answer is decided by "{level}", not by delegation, so there is nothing to report.'),
        "no_delegation_point": tr("Write the point of the delegation order that the decision rests on."),
        "papers_after_meeting": tr("The papers of the meetings on {dates} would be due after the meeting."),
    }


def _of_deadlines():
    return {
        "year_outside": tr(
            "Swedish workdays are known here from 2005 to 2100, and not for {year}. Correct the date; nothing was stored."
        ),
        "municipality_date": tr(
            "The municipality's date is never moved here. Ask for an extension (anstånd), or correct the date where the "
            "planremiss was registered if it was written down wrongly."
        ),
        "unknown_kind": tr('"{kind}" is no kind of deadline. Choose one of those in the list.'),
    }


def _of_checks():
    return {
        "other_checklist": tr(
            "This planremiss already has a frozen checklist, and {list} is not the same. "
            "Checks are judged by the list that was frozen when it was taken in hand."
        ),
        "empty_run": tr("No rule was judged, so nothing was stored."),
        "nothing_to_confirm": tr("The rule {rule_id} has no verdict to confirm: answer its question or run it first."),
        "unknown_verdict": tr('"{verdict}" is no verdict. Choose one of those in the list.'),
        "reason_missing": tr("Write why the verdict of the rule {rule_id} is another than the program's."),
        "unknown_answer": tr('"{answer}" is not one of the answers to the question of the rule {rule_id}.'),
        "who_missing": tr("Write who judges the rule {rule_id}: a verdict has a name behind it."),
        "older_run": tr(
            "The rule {rule_id} has been run again since then (run {run}). Judge the newest run; the older one stays as "
            "it was."
        ),
    }


def _of_answers():
    return {
        "answer_closed": tr(
            'The planremiss is "{status}", and then its checks, delsvar and remarks stand as they are.'
        ),
        "unknown_stance": tr('"{stance}" is no stance. Choose one of those in the list.'),
        "stance_missing": tr("The delsvar of {department} needs a stance before it is handed in."),
        "question_missing": tr("Write what is asked for when a delsvar is sent back."),
        "reason_missing_part": tr("Write why the function is not concerned."),
    }


def _of_remarks():
    return {
        "department_missing": tr("A remark needs at least one function behind it."),
        "order_incomplete": tr("The order must hold every remark once: {given} were given and there are {wanted}."),
        "unknown_outcome": tr('"{outcome}" is no outcome of a remark. Choose one of those in the list.'),
        "assessor_missing": tr("Write who judges what became of the remark."),
        "reply_source_missing": tr("Write where the municipality's reply stands, such as the document and its page."),
        "remark_empty": tr("A remark needs a text."),
        "unknown_rule": tr(
            'The planremiss has no checklist with the rule "{rule_id}". Leave the rule out, or correct it.'
        ),
        "number_taken": tr(
            "Another remark goes on from number {number} of the earlier stage already. Change that one."
        ),
    }


def _of_statements():
    return {
        "statement_exists": tr(
            'There is already a statement for this planremiss (version {version}, "{status}"). Go on with that one.'
        ),
        "stance_missing_statement": tr("The statement needs a stance, chosen by a person, before it is decided."),
        "decided_by_missing": tr("Write who decided the statement."),
        "document_missing": tr(
            "A decision is of a document: make the statement's file first, and decide that. Nothing was decided."
        ),
        "document_changed": tr(
            "The file {name} in the register is no longer the one that was decided: its checksum is another. Take the copy "
            "in the records system, and have the workspace looked into."
        ),
        "delegation_point_missing": tr(
            "A decision by delegation needs the point of the delegation order that it rests on."
        ),
    }


def _of_packages():
    return {
        "not_asked": tr("{department} has not been asked about this planremiss, so it has no delsvar."),
        "part_locked": tr(
            'The delsvar of {department} is locked ("{status}"), so nothing of the file was read in. Ask for a completion '
            "(komplettering) first, or have the function asked anew."
        ),
        "package_row": tr(
            "The answer file was not read in, and nothing was changed: it has a row ({id}) that is not the function's in "
            "this planremiss. Check that the file is of the right planremiss and function."
        ),
        "package_removed": tr(
            'The answer file was not read in, and nothing was changed: it takes away "{value}" ({where}). A file can add and '
            "change; what is to be taken back is taken back in the register."
        ),
        "package_rule": tr(
            "The answer file was not read in, and nothing was changed: it gives an old remark another rule ({where}). Write a "
            "new remark for the other rule."
        ),
        "answer_and_verdict": tr(
            'The answer file says "{answer}" to the question of the rule {rule_id}, and the verdict "{verdict}" beside it. '
            "The answer gives the verdict: write one of them. Nothing was read in."
        ),
        "package_status": tr(
            'A file can\'t take the delsvar of {department} from "{before}" to "{after}". A file can begin it, hand it in '
            "or say that the function is not concerned; the rest is the coordinator's."
        ),
        "statement_empty": tr("The statement has no content yet: make the draft first."),
    }


def _of_parameters():
    return {
        "decision_incomplete": tr(
            "The value of {parameter} needs a unit, who confirms it and which decision it rests on. Nothing was stored."
        ),
        "no_number": tr("{value} is no number that {parameter} can have."),
        "no_date": tr("{value} is no date of the decision on {parameter}. Write year-month-day, as 2026-03-01."),
        "future_decision": tr(
            "The decision on {parameter} is dated {value}, which has not come yet. Nothing was stored."
        ),
    }


def _of_intake():
    return {
        "letter_without_case": tr(
            "The letter does not say which plan it is about ({columns} missing). Write it, or choose the case in PLAN. Nothing "
            "was stored."
        ),
        "text_missing": tr("Write {columns}. Nothing was stored."),
        "no_day": tr("{value} is no date of {column}. Write year-month-day, as 2026-03-01. Nothing was stored."),
        "unknown_word": tr('"{value}" is no {column} that the register knows. It is one of: {known}.'),
        "decision_missing": tr(
            "A need that is decided must say who decided it and when (decided_by, decided_date). Nothing was stored."
        ),
        "years_turned": tr("The latest year ({latest}) is before the earliest ({earliest}). Nothing was stored."),
    }
