"""A checklist from its text: merged with the lists it extends, read with exact places, and checked beyond its structure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Optional

from ..located import Text
from . import codes
from .checklist import NO_TEXT, Check, Checklist, LayerRole, Parameter, Rule, RuleSource
from .checklist_checks import check_list
from .checklist_merging import merged_document, rule_name
from .document import ChecklistError, canonical
from .facts import FACTS, METRICS, MODES, PARAMS
from .structure import Part, unknown_word
from .uses import is_use, not_a_use

SCHEMA = "narvard-checklist/1"
RULE_ID, NAME, DEPARTMENT, GROUP = r"[A-Z]{3}-[0-9]{2}", r"[a-z][a-z0-9_]*", r"[a-z]{2,8}", r"[A-Z]{3}"
LIST_ID, VERSION = r"[a-z0-9_-]+", r"[0-9]+\.[0-9]+(\.[0-9]+)?"
STAGES = ("planbesked", "program", "samråd", "granskning", "antagen")
SOURCE_KINDS = (
    "lag", "forordning", "foreskrift", "allmant_rad", "vagledning", "regional", "lokal_parameter", "metod",
)  # fmt: skip
ANSWERS = ("ja", "delvis", "nej", "vet_ej")
ANSWER_VERDICTS = (codes.OK, codes.REMARK, codes.FAIL, codes.UNCLEAR, codes.NOT_APPLICABLE)
TEXT_VERDICTS = (codes.OK, codes.REMARK, codes.FAIL, codes.UNCLEAR)
GEOMETRIES = ("point", "line", "polygon", "raster", "table")
SUBJECTS = ("plan", "uses", "use_part")
EVIDENCE = ("karta", "matvarde", "tabell", "citat", "dokument")
_NEED_LAYER = ("distance", "intersects", "overlap", "travel_time", "raster_stat", "attribute")
_NEED_LAYERS = ("height_surface", "capacity")
_NEED_USE = ("use_present", "use_area")

_LIST_KEYS = (
    "schema", "id", "version", "extends", "based_on", "title", "licence", "params", "groups", "departments",
    "answer_labels", "layers", "retired_rule_ids", "rules",
)  # fmt: skip
_RULE_KEYS = (
    "id", "title", "help", "sources", "stages", "department", "also", "severity", "valid_from", "valid_to", "off",
    "applies", "check", "question", "answers", "evidence", "text", "guidance", "facility_types",
)  # fmt: skip
_CHECK_KEYS = (
    "type", "subject", "use", "layer", "layers", "params", "ok", "remark", "fail", "unit", "algorithm", "output",
)  # fmt: skip


def read_checklist(
    texts: Mapping[str, str], list_id: str, facility_types: Optional[Collection[str]] = None
) -> Checklist:
    """The list ``list_id``; ``texts``: id of a list -> its text, YAML or JSON, with all that it extends.

    ``facility_types``: the known types, None = not looked at. Raises `ChecklistError` with the exact place of what is
    wrong: in the structure, or against S1–S8 (`checklist_checks`). What is only unused stands in ``warnings``.
    """
    document = merged_document(texts, list_id)
    content = canonical(document)
    found = _list(Part(document, ""), facility_types)
    if found.id != list_id:
        raise ChecklistError(
            "id", Text(f"listan heter {found.id}, inte {list_id}", f"the list is {found.id}, not {list_id}")
        )
    found = replace(found, content=content, sha256=hashlib.sha256(content.encode("utf8")).hexdigest())
    return replace(found, warnings=tuple(check_list(found)))


@lru_cache(maxsize=8)
def read_frozen(content: str) -> Checklist:
    """The list whose ``content`` was frozen for a planremiss.

    It was held against S1–S8 on the day it was frozen. What later lists must also keep to does not stop the planremiss
    that is judged by it.
    """
    document = json.loads(content)
    found = _list(Part(document, ""), None)
    return replace(found, content=content, sha256=hashlib.sha256(content.encode("utf8")).hexdigest())


def _list(part: Part, facility_types) -> Checklist:
    part.only(_LIST_KEYS)
    part.choice("schema", (SCHEMA,))
    departments = {name: part.part("departments").both(name) for name, _ in part.entries("departments", DEPARTMENT)}
    return Checklist(
        id=part.pattern("id", LIST_ID),
        version=part.pattern("version", VERSION),
        title=part.both("title"),
        licence=part.text("licence", ""),
        params={name: _parameter(name, one) for name, one in part.entries("params", NAME)},
        groups={name: part.part("groups").both(name) for name, _ in part.entries("groups", GROUP)},
        departments=departments,
        answer_labels=part.texts("answer_labels", ANSWERS),
        layers={name: _layer(name, one) for name, one in part.entries("layers", NAME)},
        rules=tuple(_rule(one, departments, facility_types) for one in part.listed("rules", rule_name)),
        retired_rule_ids=part.choices("retired_rule_ids", None, ()) if part.value.get("retired_rule_ids") else (),
        based_on=part.choices("based_on", None, ()) if part.value.get("based_on") else (),
    )


def _parameter(name: str, part: Part) -> Parameter:
    part.only(("value", "unit", "title", "placeholder", "confirm", "source", "note"))
    source = _source(part.part("source")) if "source" in part.value else None
    found = Parameter(
        name, part.number("value"), _unit(part, "unit"), part.both("title"), part.flag("placeholder", False),
        part.flag("confirm", True), source, part.both("note", required=False),
    )  # fmt: skip
    if not found.confirm and (found.placeholder or source is None or not source.read):
        raise part.refuse(
            "confirm",
            "false är bara för tal som är lästa i sin källa (source med read: true)",
            "false is only for numbers that were read in their source (source with read: true)",
        )
    return found


def _unit(part: Part, key: str) -> Text:
    """A unit that is the same in both languages may be one text."""
    if isinstance(part.value.get(key), str):
        unit = part.text(key)
        return Text(unit, unit)
    return part.both(key)


def _layer(name: str, part: Part) -> LayerRole:
    part.only(("title", "geometry", "filter", "max_age_days", "optional", "may_be_empty"))
    age = part.whole("max_age_days", None)
    if age is not None and age < 1:
        raise part.refuse("max_age_days", "ska vara minst 1", "must be at least 1")
    return LayerRole(
        name, part.both("title"), part.choice("geometry", GEOMETRIES), part.text("filter", ""), age,
        part.flag("optional", False), part.flag("may_be_empty", False),
    )  # fmt: skip


def _source(part: Part) -> RuleSource:
    part.only(("ref", "url", "kind", "read", "valid_from", "valid_to"))
    url = part.text("url", "")
    if url and not url.startswith(("https://", "http://")):
        raise part.refuse("url", "ska börja med https://", "must begin with https://")
    return RuleSource(
        part.text("ref"), part.choice("kind", SOURCE_KINDS), part.flag("read"), url, *_dates(part)
    )  # fmt: skip


def _dates(part: Part) -> tuple[str, str]:
    first, last = part.date("valid_from"), part.date("valid_to")
    if first and last and last < first:
        raise part.refuse("valid_to", "ligger före valid_from", "lies before valid_from")
    return first, last


def _rule(part: Part, departments: Mapping, facility_types) -> Rule:
    part.only(_RULE_KEYS)
    rule_id = part.pattern("id", RULE_ID)
    check = _check(part.part("check")) if "check" in part.value else None
    question = part.both("question", required=False)
    if check is None and question is None:
        raise part.refuse("", "regeln har varken check eller question", "the rule has neither check nor question")
    sources = tuple(_source(one) for one in part.listed("sources", lambda _, index: str(index)))
    if not sources:
        raise part.refuse("sources", "är tom", "is empty")
    valid_from, valid_to = _dates(part)
    return Rule(
        id=rule_id,
        title=part.both("title"),
        help=part.both("help", required=False),
        sources=sources,
        stages=part.choices("stages", STAGES),
        department=part.choice("department", departments),
        also=part.choices("also", departments, ()),
        severity=part.choice("severity", codes.SEVERITIES),
        applies=part.text("applies", ""),
        check=check,
        question=question,
        answers=_answers(part, question),
        evidence=part.choices("evidence", EVIDENCE, ()),
        text=part.texts("text", TEXT_VERDICTS, {}),
        facility_types=part.choices("facility_types", facility_types, ()),
        guidance=part.both("guidance", required=False),
        valid_from=valid_from,
        valid_to=valid_to,
        off=part.both("off", required=False),
    )


def _answers(part: Part, question: Optional[Text]) -> dict[str, str]:
    if question is None and "answers" in part.value:
        raise part.refuse("answers", "det finns ingen fråga att svara på", "there is no question to answer")
    if question is None:
        return {}
    group = part.part("answers")
    group.only(ANSWERS)
    found = {name: group.choice(name, ANSWER_VERDICTS) for name in group.value}
    if "vet_ej" not in found or len(found) < 2:
        raise part.refuse(
            "answers", "ska ha minst två svar, ett av dem vet_ej", "must have two answers, one of them vet_ej"
        )
    if found["vet_ej"] in (codes.OK, codes.NOT_APPLICABLE):
        verdict = found["vet_ej"]
        raise group.refuse("vet_ej", f"den som inte vet kan inte ge {verdict}", f"not knowing cannot give {verdict}")
    return found


def _check(part: Part) -> Check:
    part.only(_CHECK_KEYS)
    kind = part.choice("type", FACTS)
    found = Check(
        type=kind,
        ok=part.text("ok"),
        remark=part.text("remark", ""),
        fail=part.text("fail", ""),
        subject=part.choice("subject", SUBJECTS, "plan"),
        use=_uses(part),
        layer=part.text("layer", ""),
        layers=part.choices("layers", None, ()),
        params=_params(part, kind),
        unit=_unit(part, "unit") if "unit" in part.value else NO_TEXT,
        algorithm=part.pattern("algorithm", r"[A-Za-z0-9_]+:[A-Za-z0-9_]+", ""),
        output=part.text("output", ""),
    )
    if found.layer and found.layer in found.layers:
        raise part.refuse("layers", f"{found.layer} står redan i layer", f"{found.layer} stands in layer already")
    _whole(part, found)
    return found


def _uses(part: Part) -> tuple[str, ...]:
    """Letters of use, or words such as GATA. One that is misspelt would be found in no plan, and the rule never be tried."""
    found = part.choices("use", None, ())
    for use in found:
        if not is_use(use):
            raise ChecklistError(part.at("use"), not_a_use(use))
    return found


def _whole(part: Part, check: Check) -> None:
    """Refuse a check that lacks what its type needs, or has what it cannot use."""
    wanted = [("layer", check.layer, check.type in _NEED_LAYER), ("layers", check.layers, check.type in _NEED_LAYERS)]
    wanted.append(
        ("use", check.use, check.type in _NEED_USE or (check.subject != "plan" and check.type != "height_surface"))
    )
    wanted += [(key, getattr(check, key), check.type == "processing") for key in ("algorithm", "output")]
    for key, value, needed in wanted:
        if needed and not value:
            raise part.refuse(
                key, f"krävs av en kontroll av slaget {check.type}", f"is needed by a check of type {check.type}"
            )
    if check.type == "use_area" and any(len(use) > 1 for use in check.use):
        raise part.refuse("use", "byggrätter mäts bara för bokstäver", "building rights are measured for letters only")
    if not check.remark and not check.fail:
        raise part.refuse("", "varken remark eller fail finns", "there is neither remark nor fail")
    if check.type != "processing" and (check.algorithm or check.output):
        raise part.refuse("algorithm", "hör bara till slaget processing", "belongs only to the type processing")


def _params(part: Part, kind: str) -> Mapping:
    """A check's own settings. Of every type but `processing` the keys are known, so that none is misspelt without a word."""
    if "params" not in part.value and kind != "document_present":
        return {}
    group = part.part("params")
    if kind == "processing":
        return dict(group.value)
    group.only(PARAMS[kind])
    if kind == "document_present" and not any(group.value.values()):
        raise part.refuse("params", "roles eller underlagstyp ska finnas", "there must be roles or underlagstyp")
    for key, known in (("metric", METRICS), ("modes", MODES), ("roles", codes.DOCUMENT_ROLES)):
        given = group.value.get(key, [])
        for word in [given] if isinstance(given, str) else given:
            if word not in known:
                raise ChecklistError(group.at(key), unknown_word(word, known))
    return dict(group.value)
