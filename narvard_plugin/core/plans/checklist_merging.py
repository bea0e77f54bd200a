"""A region's list laid over the one that it extends: params and layers by key, rules by id, the rest as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from ..located import Text
from .document import ChecklistError, load_document
from .structure import Part, of_kind

LONGEST_CHAIN = 5
_BY_KEY = ("departments", "answer_labels", "groups")
#: What says where a parameter's number comes from, and falls when a region gives another number.
_OF_THE_NUMBER = ("confirm", "placeholder", "source", "note")


def merged_document(texts: Mapping[str, str], list_id: str) -> dict:
    """The list ``list_id`` with every list that it extends merged in; ``texts``: id of a list -> its text.

    Raises `ChecklistError` for a list that is not among them, one that extends itself, and a chain of more than five.
    """
    chain: list[dict] = []
    seen: list[str] = []
    wanted = list_id
    while wanted:
        if wanted in seen or len(seen) == LONGEST_CHAIN:
            way = " → ".join([*seen, wanted])
            raise ChecklistError(
                f"{list_id}.extends",
                Text(f"listorna bygger på varandra i en ring eller för många led: {way}",
                     f"the lists extend each other in a ring or too many steps: {way}"),
            )  # fmt: skip
        if wanted not in texts:
            known = ", ".join(sorted(texts))
            where = f"{seen[-1]}.extends" if seen else wanted
            raise ChecklistError(
                where, Text(f"listan {wanted} finns inte; de som finns är {known}",
                            f"there is no list {wanted}; there are {known}")
            )  # fmt: skip
        document = load_document(texts[wanted], wanted)
        seen.append(wanted)
        chain.append(document)
        wanted = Part(document, "").text("extends", "")
    found = chain.pop()
    while chain:
        own = chain.pop()
        found = _laid_over(found, own)
    return found


def _laid_over(base: dict, own: dict) -> dict:
    found = {
        **base,
        **{key: value for key, value in own.items() if key not in ("params", "layers", "rules", "extends")},
    }
    part = Part(own, "")
    for key in _BY_KEY:
        if key in own:
            found[key] = {**base.get(key, {}), **part.part(key).value}
    found["params"] = _entries(base.get("params", {}), part, "params", _parameter)
    found["layers"] = _entries(base.get("layers", {}), part, "layers", _object)
    found["rules"] = _rules(base.get("rules", []), part)
    retired = [*base.get("retired_rule_ids", []), *part.choices("retired_rule_ids", None, ())]
    found["retired_rule_ids"] = list(dict.fromkeys(retired))
    found["based_on"] = [f"{base.get('id')} {base.get('version')}", *base.get("based_on", [])]
    return found


def _entries(base: Mapping, own: Part, key: str, merge) -> dict:
    found = dict(base)
    for name, value in Part(own.value.get(key, {}), key).value.items() if key in own.value else ():
        change = of_kind(value, dict, f"{key}.{name}")
        found[name] = merge(base[name], change) if name in base else change
    return found


def _object(base: Mapping, change: Mapping) -> dict:
    """``change`` over ``base``; what is null in the change is taken away."""
    return {key: value for key, value in {**base, **change}.items() if value is not None}


def _parameter(base: Mapping, change: Mapping) -> dict:
    """A new number does not inherit what stood behind the old one: unless the region names a source it must be confirmed."""
    new = any(key in change and change[key] != base.get(key) for key in ("value", "unit"))
    kept = {key: value for key, value in base.items() if not (new and key in _OF_THE_NUMBER)}
    return _object(kept, change)


def _rules(base: list, own: Part) -> list:
    found = {rule.get("id"): rule for rule in base}
    if "rules" not in own.value:
        return list(base)
    seen = set()
    for change in own.listed("rules", rule_name):
        rule_id = change.text("id")
        if rule_id in seen:
            raise change.refuse("id", f"regeln {rule_id} står två gånger", f"the rule {rule_id} occurs twice")
        seen.add(rule_id)
        if rule_id not in found and "title" not in change.value:
            raise change.refuse(
                "id",
                f"det finns ingen regel {rule_id} att ändra; en ny regel behöver title med mera",
                f"there is no rule {rule_id} to change; a new rule needs a title and more",
            )
        found[rule_id] = _rule(found[rule_id], change.value) if rule_id in found else dict(change.value)
    return list(found.values())


def _rule(base: Mapping, change: Mapping) -> dict:
    merged = {key: value for key, value in change.items() if key not in ("check", "text")}
    if isinstance(change.get("text"), dict):
        merged["text"] = _object(base.get("text", {}), change["text"]) or None
    elif "text" in change:
        merged["text"] = change["text"]
    if "check" in change:
        merged["check"] = _check(base.get("check"), change["check"])
    return _object(base, merged)


def _check(base, change):
    """Another type of check stands alone; a change of the same one is laid over it, its ``params`` by key."""
    if not isinstance(change, dict) or not isinstance(base, dict) or change.get("type", base["type"]) != base["type"]:
        return change
    found = _object(base, change)
    if isinstance(base.get("params"), dict) and isinstance(change.get("params"), dict):
        found["params"] = _object(base["params"], change["params"])
    return found


def rule_name(rule: Mapping, index: int) -> str:
    """What stands for a rule in the path of an error: its id, or its place where it has none."""
    return rule["id"] if isinstance(rule.get("id"), str) else str(index)
