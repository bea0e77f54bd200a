"""The region's answer as a document: read from the register, its annex with maps, and the decision with its file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, Optional

from .. import catalogue
from ..adapters.municipalities import municipality_names
from ..core.plans.rows import one_line, plain, records
from ..core.plans.statement_content import statement_content
from ..store.plans import remarks as remark_service
from ..store.plans.checks import evidence_of
from ..store.plans.errors import PlanRefused
from ..store.plans.statements import (
    DECIDED,
    SENT,
    StatementFile,
    decide,
    point_of,
    read_review,
    read_statement,
    statements_of,
    stored_file,
)
from .document import MEDIA_TYPES, Document, document_bytes
from .files import safe_name
from .maps import Drawn, Map, remark_map
from .templates import Templates

#: Kinds of case that no municipality sends.
_FROM_OTHERS = ("vagplan", "jarnvagsplan", "grannregion")


class Parts(NamedTuple):
    """What a document shall hold, in this order."""

    statement: bool = True
    annex: bool = True
    history: bool = False


class Statement(NamedTuple):
    """A statement as it shall be shown: the ``content`` that is frozen, or as the register has it now."""

    row: Optional[Mapping]
    content: Mapping

    @property
    def decided(self) -> bool:
        return self.row is not None and self.row["status"] in (DECIDED, SENT)

    @property
    def reference(self) -> str:
        found = self.content["referral"]["region_reference"] or self.content["case"]["region_reference"]
        return found or ""

    @property
    def name(self) -> str:
        return one_line(self.content["case"]["name"])

    def heading(self, templates: Templates) -> str:
        """``Yttrande över förslag till detaljplan för …``; a name that says itself what it is of stands as it is."""
        words, kind = templates.words, self.content["case"]["kind"]
        root = words["roots"].get(kind)
        if root and self.name.lower().startswith(root):
            return templates.phrase(words["title_of_named"], name=self.name[:1].lower() + self.name[1:])
        return templates.phrase(words["titles"][kind], name=self.name)


def read_answer(workspace, referral_id: str) -> Statement:
    """The newest version of the answer; a planremiss without one is shown as the draft that it would be."""
    newest = (statements_of(workspace, referral_id) or [None])[-1]
    if newest and newest["status"] in (DECIDED, SENT):
        return Statement(newest, json.loads(newest["content"]))
    review = read_review(workspace, referral_id)
    stance, summary = (newest["stance"], newest["summary"]) if newest else (None, None)
    return Statement(newest, statement_content(review, stance, summary))


def answer_document(
    workspace,
    statement: Statement,
    templates: Templates,
    parts: Parts,
    background: Sequence = (),
    today: date | None = None,
) -> Document:
    """The statement, its annex and the history of remarks, as ``parts`` asks."""
    maps = _maps(workspace, statement, templates, background) if parts.annex else {}
    logo = templates.logo()
    shared = _shared(statement, templates, today or date.today())
    body = []
    if parts.statement:
        body.append(
            templates.fill(
                "statement.html", {**shared, "logo": bool(logo), "annex": parts.annex}, shared_filters(statement)
            )
        )
    if parts.annex and shared["remarks"]:
        shown = [{**one, "map": maps.get(one["remark_id"])} for one in shared["remarks"]]
        body.append(templates.fill("annex.html", {**shared, "remarks": shown, "follows": parts.statement}))
    if parts.history:
        history = remark_service.history(workspace, statement.content["case"]["plan_id"])
        values = {**shared, "history": history, "follows": bool(body), "level": "h2" if body else "h1"}
        body.append(templates.fill("history.html", values))
    words = templates.words
    pictures = {found.name: found.png for found in maps.values()}
    return Document(
        title=statement.heading(templates),
        reference=f"{words['reference']} {statement.reference}" if statement.reference else "",
        mark="" if statement.decided else words["draft"],
        body="\n".join(body),
        pictures={**pictures, **({"logo": logo} if logo else {})},
    )


def decide_with_document(
    workspace,
    statement_id: str,
    stance: str,
    decided_by: str,
    decision_date: str,
    delegation_point: Optional[str],
    row_version: int,
    *,
    templates: Templates,
    background: Sequence = (),
) -> str:
    """Decide a statement and freeze the PDF that says so; the checksum of that file."""
    row = read_statement(workspace, statement_id)
    content = {**json.loads(row["content"] or "{}"), "stance": stance}
    if "case" not in content:
        raise PlanRefused("statement_empty")
    decision = {"decided_by": one_line(decided_by), "decision_date": decision_date}
    point = point_of(content["referral"], delegation_point)
    decided = Statement({**row, **decision, "delegation_point": point, "status": DECIDED, "sha256": None}, content)
    called = " ".join((templates.words["statement"], decided.reference or decided.name))
    name = f"{safe_name(called)}.pdf"
    with workspace.transaction():
        document = answer_document(workspace, decided, templates, Parts(), background)
        file = StatementFile(name, MEDIA_TYPES[".pdf"], document_bytes(document, ".pdf", templates))
        decide(workspace, statement_id, stance, decided_by, decision_date, delegation_point, row_version, document=file)
    return read_statement(workspace, statement_id)["sha256"]


def original_of(workspace, statement: Statement, suffix: str) -> Optional[StatementFile]:
    """The file that the decision was of, where it is of the kind that is asked for."""
    if not statement.decided:
        return None
    found = stored_file(workspace, statement.row["statement_id"])
    return found if found and found.media_type == MEDIA_TYPES[suffix] else None


def region_name(code: str, templates: Templates) -> str:
    """What the region is called in its own documents."""
    known = catalogue.regions().regions
    return known[code].name if code in known else templates.words["sample_region"]


def municipality_name(code: str) -> str:
    return municipality_names().get(code, code)


def shared_filters(statement: Statement) -> dict:
    names = {part["department"]: part["name"] for part in statement.content["functions"]}
    return {"function": lambda code: names[code]["sv"] if code in names else code}


def _shared(statement: Statement, templates: Templates, today: date) -> dict:
    """What every template of a statement may use."""
    content, row = statement.content, statement.row
    decided = statement.decided
    original = row if decided and row.get("sha256") else None
    return {
        **{name: content[name] for name in (
            "case", "referral", "version", "checklist", "functions", "remarks", "earlier", "proposal", "reviewed", "open",
            "unconfirmed", "outdated", "contradictions", "stance",
        )},
        "summary": plain(row["summary"]) if row and row["summary"] else None,
        "region": region_name(content["region"], templates),
        "heading": statement.heading(templates),
        "addressed": content["case"]["kind"] not in _FROM_OTHERS,
        "municipality": municipality_name(content["case"]["municipality"]),
        "reference": statement.reference,
        "date": row["decision_date"] if decided else today.isoformat(),
        "draft": not decided,
        "decision": row if decided else None,
        "original": original,
    }  # fmt: skip


def _maps(workspace, statement: Statement, templates: Templates, background: Sequence) -> dict[str, Map]:
    """The map of every remark that has a place, by the remark's id."""
    content = statement.content
    referral = records(workspace.read("referrals", within={"referral_id": [content["referral"]["referral_id"]]}))[0]
    areas = workspace.read("plan_areas", within={"version_id": [referral["version_id"]]})
    plan = [wkb for wkb in areas["geom"] if wkb is not None]
    checks = [one["check"]["check_id"] for one in content["remarks"] if one["check"]]
    evidence = evidence_of(workspace, checks) if checks else None
    words = Drawn(templates.words["plan_area"], templates.words["finding"], templates.language)
    found = {}
    for at, remark in enumerate(content["remarks"], start=1):
        if not remark["check"]:
            continue
        its = evidence[evidence["check_id"] == remark["check"]["check_id"]]
        findings = [
            (one_line(heading or ""), wkb) for heading, wkb in zip(its["heading"], its["geom"]) if wkb is not None
        ]
        drawn = remark_map(f"map{at}", plan, findings, background, words)
        if drawn:
            found[remark["remark_id"]] = drawn
    return found
