"""Which rules must be run again when a plan has changed; the others keep their evidence, marked as unchanged."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Collection, Mapping, Sequence

from .checklist import Check, Rule
from .difference import Change
from .difference_totals import DOCUMENT_GONE, DOCUMENT_NEW, PLAN_AREA, USE_AREA, USE_GROSS, Totals
from .expression import Call, Literal, calls, names, parse
from .facts import PLAN_FACTS
from .provision_values import FLOOR_AREAS, HEIGHTS, known_code
from .rule_inputs import expressions
from .uses import USE, is_unknown, letters_of

#: What a rule can lean on. A changed use is also ``use:D``, a changed provision ``code:DP_KM_Eg_…``.
PLAN, USES, PROVISIONS, DOCUMENTS, CASE = "plan_area", "uses", "provisions", "documents", "case"
#: What a rule leans on that no comparison of versions can tell: dates, earlier remarks, any expression.
ALWAYS = "always"
#: A use that nobody knows the letter of: it may be any.
UNKNOWN_USE = "use:?"
#: Provisions of an older release's code, or of no code that is known, may be about the same.
_OLDER_OR_NO_CODE = ("code:DP_KM_Eg_Utform_*", "code:DP_KM_Eg_Omfatt_*", "code:")
_DWELLINGS = ("use:*", f"code:{FLOOR_AREAS}*", "code:DP_KM_Eg_Lgh*", *_OLDER_OR_NO_CODE)
_OF_PLACE = ("distance", "intersects", "overlap", "travel_time", "raster_stat", "attribute")


def affected_inputs(
    changes: Sequence[Change], totals: Totals, before: Sequence[Mapping], after: Sequence[Mapping]
) -> frozenset[str]:
    """What changed, in the words above. ``before`` and ``after``: the provisions as rows, as they were compared.

    Every change counts, also one below the limits: a rule may stand just at its threshold.
    """
    found = set()
    for change in changes:
        for rows, at in ((before, change.row_before), (after, change.row_after)):
            if at is not None:
                found |= _touched(rows[at])
    for figure in totals.figures:
        differs = not (
            figure.before == figure.after or (figure.before != figure.before and figure.after != figure.after)
        )
        if figure.measure in (DOCUMENT_NEW, DOCUMENT_GONE):
            found.add(DOCUMENTS)
        elif differs and figure.measure == PLAN_AREA:
            found.add(PLAN)
        elif differs and figure.measure in (USE_AREA, USE_GROSS):
            found |= {USES, f"use:{figure.use}"}
    return frozenset(found)


def _touched(row: Mapping) -> set[str]:
    letters = letters_of(row)
    if row.get("kind") == PLAN:
        return {PLAN}
    if letters:
        return {PROVISIONS, USES, *(f"use:{letter}" for letter in letters)}
    if is_unknown(row):
        return {PROVISIONS, USES, UNKNOWN_USE}
    if row.get("kind") == USE:  # a public place, whose designation is a word
        return {PROVISIONS, USES, "use:" + re.sub(r"\W|\d", "", row.get("designation") or "").upper()}
    code = known_code(row.get("code"), row.get("wording"))
    return {PROVISIONS, f"code:{code}"}


def is_affected(rule: Rule, changed: Collection[str]) -> bool:
    """Whether ``rule`` can give another answer when what is in ``changed`` (of `affected_inputs`) has changed.

    A question to a person is asked again when anything changed. Add CASE where the case's own facts (number of dwellings,
    procedure) are others than before.
    """
    if rule.check is None:
        return bool(changed)
    leans = leans_on(rule)
    if ALWAYS in leans or (rule.question is not None and changed):
        return True
    if UNKNOWN_USE in changed and any(name.startswith("use:") for name in leans):
        return True
    return any(fnmatch.fnmatchcase(one, name) for name in leans for one in changed)


def leans_on(rule: Rule) -> frozenset[str]:
    """What a rule's answer comes from, as patterns over the words of `affected_inputs`."""
    found = _of_check(rule.check) if rule.check is not None else set()
    for expression in expressions(rule):
        node = parse(expression.text)
        for name in names(node):
            if name in PLAN_FACTS:
                found |= _of_fact(name)
        for call in calls(node):
            found |= _of_call(call)
    return frozenset(found)


def _of_check(check: Check) -> set[str]:
    if check.type in _OF_PLACE or check.type == "use_present":
        return _of_subject(check)
    if check.type == "use_area":
        return _of_subject(check) | {f"code:{check.params.get('provisions', '*')}", *_OLDER_OR_NO_CODE}
    if check.type == "provision_value":
        return {f"code:{check.params.get('codes', '*')}", *_OLDER_OR_NO_CODE}
    if check.type == "height_surface":
        return {PLAN, "use:*", f"code:{check.params.get('codes', HEIGHTS + '*')}", *_OLDER_OR_NO_CODE}
    if check.type == "capacity":
        return {CASE, PLAN, *_DWELLINGS}
    if check.type == "document_present":
        return {DOCUMENTS}
    return set() if check.type == "expression" else {ALWAYS}


def _of_subject(check: Check) -> set[str]:
    if check.subject == "plan" and not check.use:
        return {PLAN}
    return {PLAN, *(f"use:{letter}" for letter in check.use)} if check.use else {PLAN, "use:*"}


def _of_fact(name: str) -> set[str]:
    if name.startswith("bta_"):
        return set(_DWELLINGS)
    if name == "temporary_provisions":
        return {PROVISIONS}
    if name.startswith("need_") or name in ("this_year", "stage"):  # other things than the plan change these
        return {ALWAYS}
    return {CASE}


def _of_call(call: Call) -> set[str]:
    if call.name == "has_use":
        return {f"use:{argument.value}" for argument in call.arguments if isinstance(argument, Literal)}
    if call.name == "has_keyword":
        return {PROVISIONS, DOCUMENTS, CASE}
    if call.name in ("intersects", "touches", "near", "nearest_attr", "weighted_mean"):
        return {PLAN}
    if call.name == "first":
        return set()
    return {ALWAYS}  # another rule's verdict and the region's needs can change without the plan
