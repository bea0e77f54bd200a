"""Remarks that keep their number over the stages: what a run of checks makes of them, and what became of the earlier ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Optional

from .codes import FAIL, REMARK, SEVERITIES
from .merging import Wish, merge_wishes, split_departments

PROPOSED, ACCEPTED, EDITED, STRUCK = "forslag", "godtagen", "redigerad", "struken"
#: What the municipality has not met, and what it has met in part.
_UNMET, _PARTLY, _OBSOLETE = ("oppen", "ej_tillgodosedd"), ("delvis",), "inaktuell"


class Plan(NamedTuple):
    """What a new run means for the remarks of a planremiss.

    ``add``: new ones. ``follow``: (remark id, wish) of proposals that nobody has touched and that now say something else,
    or that an earlier run had struck and that are said again.
    ``merge``: (remark id that stays, wish, ids that go into it) where several functions wrote by the same rule.
    ``strike``: ids of untouched proposals whose finding is gone. ``outdated``: ids of remarks that a person has worked
    on and whose finding is gone or says something else: left as they are, for the person to look at.
    """

    add: list[Wish]
    follow: list[tuple[str, Wish]]
    merge: list[tuple[str, Wish, tuple[str, ...]]]
    strike: list[str]
    outdated: list[str]


def wishes_of(checks: Iterable[Mapping], also: Mapping[str, Sequence[str]]) -> list[Wish]:
    """What confirmed ``checks`` want said: every remark and fail, and whatever a person has written a final text to.

    ``also``: the further functions of a rule. A finding without any text gets its explanation, and without that its
    rule: it is never left out, unless it is for the region's own knowledge (``info``) and nobody has words for it.
    """
    return [
        Wish(
            check["rule_id"],
            tuple(dict.fromkeys((check["department"], *also.get(check["rule_id"], ())))),
            check["severity"],
            text_of(check),
        )
        for check in checks
        if check["confirmed_by"] and _is_said(check)
    ]


def _is_said(check: Mapping) -> bool:
    """Whether a confirmed check says something to the municipality."""
    if (check["final_text"] or "").strip():
        return True
    silent = check["severity"] == "info" and not (check["proposed_text"] or "").strip()
    return check["verdict"] in (REMARK, FAIL) and not silent


def text_of(check: Mapping) -> str:
    """The words for a check: a person's, the rule's, what was found, or the rule's id."""
    for name in ("final_text", "proposed_text", "explanation"):
        if (check[name] or "").strip():
            return check[name].strip()
    return check["rule_id"]


def plan_remarks(wishes: Iterable[Wish], standing: Iterable[Mapping]) -> Plan:
    """Compare the wishes of a new run, at most one a rule, with the remarks that stand.

    ``standing``: remarks of the planremiss with ``remark_id rule_id check_id text original_text wording severity
    departments previous place``. Those without a rule are a person's own and left alone. One that a person has struck stays
    struck; one that a run struck has no place, and comes back when the finding does.
    """
    left = {wish.rule_id: wish for wish in wishes}
    by_rule: dict[str, list[Mapping]] = {}
    for remark in standing:
        if remark["rule_id"]:
            by_rule.setdefault(remark["rule_id"], []).append(remark)
    plan = Plan([], [], [], [], [])
    for rule_id, remarks in by_rule.items():
        wish = left.pop(rule_id, None)
        said = [one for one in remarks if one["wording"] != STRUCK]
        gone = next((one for one in remarks if one["wording"] == STRUCK and one["place"] is None), None)
        if wish and gone and not said:
            plan.follow.append((gone["remark_id"], wish))
        _plan_rule(plan, wish, said)
    plan.add.extend(_by_function(list(left.values())))
    return plan


def _by_function(wishes: Sequence[Wish]) -> list[Wish]:
    """New remarks as the statement has them at first: function by function, the one with the heaviest first."""
    heaviest: dict[str, int] = {}
    for wish in wishes:
        lead = wish.departments[0]
        heaviest[lead] = max(heaviest.get(lead, 0), SEVERITIES.index(wish.severity))

    def place(wish: Wish) -> tuple:
        lead = wish.departments[0]
        return -heaviest[lead], lead, -SEVERITIES.index(wish.severity), wish.rule_id

    return sorted(wishes, key=place)


def _plan_rule(plan: Plan, wish: Optional[Wish], remarks: Sequence[Mapping]) -> None:
    """What becomes of the ``remarks`` by one rule, none of them struck (all struck: the person's word stands)."""
    if not remarks:
        return
    # The one that has its number from an earlier stage stays, else the one that a check made.
    stays = min(remarks, key=lambda one: (not one["previous"], not one["check_id"]))
    of_a_person = [one for one in remarks if not one["check_id"]]
    if len(remarks) > 1 or (of_a_person and wish is not None and not _holds(stays, wish)):
        told = ([wish] if wish else []) + [as_wish(one) for one in remarks if wish is None or not _untouched(one)]
        others = tuple(one["remark_id"] for one in remarks if one is not stays)
        plan.merge.append((stays["remark_id"], merge_wishes(told)[0], others))
    elif of_a_person:
        return
    elif not _untouched(stays):
        if wish is None or not _holds(stays, wish):
            plan.outdated.append(stays["remark_id"])
    elif wish is None:
        plan.strike.append(stays["remark_id"])
    elif as_wish(stays) != wish:
        plan.follow.append((stays["remark_id"], wish))


def as_wish(remark: Mapping) -> Wish:
    return Wish(remark["rule_id"] or "", split_departments(remark["departments"]), remark["severity"], remark["text"])


def _untouched(remark: Mapping) -> bool:
    return bool(remark["check_id"]) and remark["wording"] == PROPOSED


def _holds(remark: Mapping, wish: Wish) -> bool:
    """Whether the remark's original words have all that the wish asks for."""
    return set(wish.text.split("\n\n")) <= set(remark["original_text"].split("\n\n")) and set(wish.departments) <= set(
        split_departments(remark["departments"])
    )


def numbers(remarks: Sequence[Mapping], highest: int) -> list[Optional[int]]:
    """The number of each of ``remarks`` (``previous place wording number``), as the statement has them.

    One that stood in an earlier stage keeps its number; the others go on after ``highest``, the highest number that the
    plan has had in earlier stages, by their place. A struck new one has none.
    """
    found: list[Optional[int]] = [remark["number"] if remark["previous"] else None for remark in remarks]
    new = [at for at, remark in enumerate(remarks) if not remark["previous"] and remark["wording"] != STRUCK]
    for number, at in enumerate(sorted(new, key=lambda at: (_place(remarks[at]), at)), start=highest + 1):
        found[at] = number
    return found


def ordered(remarks: Iterable[Mapping]) -> list[Mapping]:
    """Remarks as the statement has them: by place, then by number; struck ones are left out."""
    return sorted(
        (remark for remark in remarks if remark["wording"] != STRUCK),
        key=lambda remark: (_place(remark), remark["number"] or 0),
    )


def predecessors(earlier: Iterable[Mapping]) -> dict[str, Mapping]:
    """The newest remark by each rule in earlier stages, oldest first in; struck and obsolete ones have no successor.

    Of two by the same rule in one planremiss the one with the lower number goes on.
    """
    found: dict[str, Mapping] = {}
    for remark in earlier:
        rule_id = remark["rule_id"]
        if rule_id and remark["number"] and remark["wording"] != STRUCK:
            other = found.get(rule_id)
            beside = other is not None and other["referral_id"] == remark["referral_id"]
            if not beside or remark["number"] < other["number"]:
                found[rule_id] = remark
    return {rule_id: remark for rule_id, remark in found.items() if remark["outcome"] != _OBSOLETE}


def newest_of_each_number(earlier: Iterable[Mapping]) -> list[Mapping]:
    """Of earlier remarks, oldest first in, the last with each number, by number."""
    found = {remark["number"]: remark for remark in earlier if remark["number"] and remark["wording"] != STRUCK}
    return [found[number] for number in sorted(found)]


def prior_facts(earlier: Iterable[Mapping]) -> dict[str, object]:
    """What the rule on earlier remarks measures: ``open partly`` counts, ``numbers partly_numbers`` as text.

    Open is what the municipality has not met and what nobody has assessed.
    """
    newest = newest_of_each_number(earlier)
    unmet = [remark["number"] for remark in newest if remark["outcome"] in _UNMET]
    partly = [remark["number"] for remark in newest if remark["outcome"] in _PARTLY]
    return {
        "open": len(unmet),
        "partly": len(partly),
        "numbers": _listing(unmet),
        "partly_numbers": _listing(partly),
    }


def _listing(found: Sequence[int]) -> str:
    words = [str(number) for number in found]
    return " och ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _place(remark: Mapping) -> int:
    return 10**9 if remark["place"] is None else int(remark["place"])
