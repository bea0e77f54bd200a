"""One planremiss with all that the dock's pages show of it, read beside the window."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import NamedTuple, Optional

from qgis.core import QgsProcessingException

from ... import catalogue
from ...adapters.reading import Cancelled
from ...core.located import Text
from ...core.plans import codes
from ...core.plans.checklist import Checklist, Rule
from ...core.plans.document import ChecklistError
from ...core.plans.filling import fill
from ...core.plans.judging import leans_on_unconfirmed
from ...core.plans.merging import Concerned
from ...core.plans.parameter_states import ParameterState, parameter_states
from ...core.plans.progress import Progress, progress
from ...core.plans.rows import records
from ...core.plans.statement_content import Review
from ...reports.document import document_bytes
from ...reports.statement import Parts, Statement, answer_document, read_answer
from ...reports.templates import Templates
from ...sources.plans.checklist_file import open_checklist
from ...store.plans.answers import propose_functions
from ...store.plans.checks import evidence_of
from ...store.plans.deadline_rows import schedule_of
from ...store.plans.deadline_sentences import Asked, Said, about
from ...store.plans.errors import PlanRefused
from ...store.plans.parameters import confirmed_parameters
from ...store.plans.remarks import history
from ...store.plans.statements import read_review, statements_of
from ...store.schema import GEOMETRY
from ...store.workspace import open_workspace
from .case_history import Happening, read_happenings


class Proof(NamedTuple):
    """What a verdict rests on: words and figures, and where it is (WKB in EPSG:3006, None = nowhere)."""

    heading: str
    data: Mapping
    wkb: Optional[bytes]


class Dossier(NamedTuple):
    """``review`` has the rows of the register as plain values.

    ``checklist``: the frozen one, else the one that a run would use; None where it cannot be read. ``checks``, ``proofs`` and
    ``loose`` (unconfirmed numbers) are by rule; ``progress`` by function. ``preview`` is the answer as a page.
    """

    referral_id: str
    review: Review
    checklist: Optional[Checklist]
    checklist_problem: str
    checks: Mapping[str, Mapping]
    proofs: Mapping[str, tuple[Proof, ...]]
    loose: Mapping[str, tuple[str, ...]]
    parameters: Mapping[str, ParameterState]
    progress: Mapping[str, Progress]
    concerned: tuple[Concerned, ...]
    said: tuple[Said, ...]
    statement: Statement
    statements: tuple[Mapping, ...]
    preview: str
    stages: tuple[Mapping, ...]
    happenings: tuple[Happening, ...]
    areas: tuple[bytes, ...]

    @property
    def referral(self) -> Mapping:
        return self.review.referral

    @property
    def case(self) -> Mapping:
        return self.review.case

    @property
    def is_open(self) -> bool:
        """Whether the answer is still being made: afterwards what it rests on stands still."""
        return self.referral["status"] in codes.REFERRAL_OPEN

    @property
    def newest(self) -> Optional[Mapping]:
        """The newest version of the answer."""
        return self.statements[-1] if self.statements else None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of the planremiss's stage, and those that have been run."""
        if self.checklist is None:
            return ()
        stage = self.referral["stage"]
        return tuple(
            rule
            for rule in self.checklist.rules
            if rule.id in self.checks or (rule.off is None and (not rule.stages or stage in rule.stages))
        )

    def rule(self, rule_id: str) -> Optional[Rule]:
        return next((rule for rule in self.checklist.rules if rule.id == rule_id), None) if self.checklist else None

    def filled(self, text: Text, language: str) -> str:
        """A text of the checklist with the numbers that apply in the region."""
        said = text.get(language)
        return fill(said, {name: one.value for name, one in self.parameters.items()}, language) or said

    def row(self, table: str, row_id: str) -> Optional[Mapping]:
        """A row that can be changed, by its id, as it was read."""
        rows, column = {
            "referrals": ([self.referral], "referral_id"),
            "partial_answers": (self.review.parts, "answer_id"),
            "checks": (self.review.checks, "check_id"),
            "remarks": ((*self.review.remarks, *self.stages), "remark_id"),
            "statements": (self.statements, "statement_id"),
        }[table]
        return next((row for row in rows if row[column] == row_id), None)


def read_dossier(name: str, referral_id: str, today: date, language: str, canceled) -> Dossier:
    with open_workspace(name, writable=False) as workspace:
        review = read_review(workspace, referral_id)
        checklist, problem = _checklist(review.checklist)
        proofs = _proofs(workspace, review.checks)
        if canceled():
            raise Cancelled
        confirmed = confirmed_parameters(workspace)
        statement = read_answer(workspace, referral_id)
        areas = workspace.read("plan_areas", within={"version_id": [review.referral["version_id"]]})
        plan_id = review.case["plan_id"]
        return Dossier(
            referral_id=referral_id,
            review=review,
            checklist=checklist,
            checklist_problem=problem,
            checks={check["rule_id"]: check for check in review.checks},
            proofs=proofs,
            loose={rule.id: leans_on_unconfirmed(rule, checklist, confirmed) for rule in checklist.rules}
            if checklist
            else {},
            parameters={one.parameter.name: one for one in parameter_states(checklist, confirmed)} if checklist else {},
            progress=progress(review.checks),
            concerned=tuple(propose_functions(workspace, referral_id)),
            said=_said(workspace, review, today),
            statement=statement,
            statements=tuple(statements_of(workspace, referral_id)),
            preview=_preview(workspace, statement, language, today),
            stages=tuple(history(workspace, plan_id)),
            happenings=read_happenings(workspace, plan_id, checklist),
            areas=tuple(bytes(wkb) for wkb in areas[GEOMETRY] if wkb is not None),
        )


def _checklist(frozen: Optional[Checklist]) -> tuple[Optional[Checklist], str]:
    """The list that judges, or why there is none."""
    if frozen is not None:
        return frozen, ""
    try:
        return open_checklist(), ""
    except ChecklistError as error:
        return None, str(error)


def _proofs(workspace, checks: Sequence[Mapping]) -> dict[str, tuple[Proof, ...]]:
    rule_of = {check["check_id"]: check["rule_id"] for check in checks}
    rows = evidence_of(workspace, list(rule_of))
    found: dict[str, list[Proof]] = {}
    for row, wkb in zip(records(rows), rows[GEOMETRY]):
        place = None if wkb is None else bytes(wkb)
        proof = Proof(row["heading"] or "", json.loads(row["data"] or "{}"), place)
        found.setdefault(rule_of[row["check_id"]], []).append(proof)
    return {rule_id: tuple(several) for rule_id, several in found.items()}


def _said(workspace, review: Review, today: date) -> tuple[Said, ...]:
    """What is to be said of the dates and the region's standing; one that is over asks for nothing."""
    referral, case = review.referral, review.case
    if referral["status"] in codes.REFERRAL_STATUSES[6:]:
        return ()
    impact, start = case["significant_impact"], referral["start"]
    asked = Asked(
        referral["stage"],
        case["procedure"],
        referral["standing"],
        None if impact is None else bool(impact),
        date.fromisoformat(start) if start else None,
    )
    try:
        schedule = schedule_of(workspace, referral)
    except PlanRefused as refused:  # a year without known workdays
        return (Said(refused.sentence(), True),)
    return tuple(about(schedule, asked, catalogue.statutory_times(), today))


def _preview(workspace, statement: Statement, language: str, today: date) -> str:
    """The answer as the page that the tool writes, without the annex, whose maps take their time."""
    try:
        templates = Templates(language)
        document = answer_document(workspace, statement, templates, Parts(annex=False), today=today)
        return document_bytes(document, ".html", templates).decode("utf-8")
    except QgsProcessingException as error:  # the rest of the planremiss is there all the same
        return f"<p>{escape(str(error))}</p>"
