"""A checklist's text, YAML or JSON, as plain lists, objects, texts, numbers and flags; everything else in it is refused.

No anchors (a small file could grow without end), no key twice (the first would be lost without a word), no dates and none
of YAML's other words for true and false (`no`, `on`): a value is what it looks like.
"""

from __future__ import annotations

import json
import re

import yaml

from ..located import Text

MOST_BYTES, DEEPEST = 2_000_000, 20


class ChecklistError(ValueError):
    """What is wrong in a checklist, and where: ``rules[KOL-01].check.ok: …``."""

    def __init__(self, path: str, problem: Text):
        super().__init__(f"{path}: {problem.en}")
        self.path, self.problem = path, problem

    def sentence(self, language: str) -> str:
        return f"{self.path}: {self.problem.get(language)}."


def load_document(text: str, name: str) -> dict:
    """The object that ``text`` holds; ``name`` stands in errors. Raises `ChecklistError`."""
    if len(text.encode("utf8", "replace")) > MOST_BYTES:
        most = MOST_BYTES // 1_000_000
        raise ChecklistError(
            name, Text(f"listan är större än {most} megabyte", f"the list is larger than {most} megabytes")
        )
    try:
        found = _json(text, name) if text.lstrip("\ufeff \t\r\n").startswith("{") else _Loader(text).get_single_data()
    except _Refused as error:
        mark = error.problem_mark
        raise ChecklistError(f"{name}, {mark.line + 1}:{mark.column + 1}", error.text) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{name}, {mark.line + 1}:{mark.column + 1}" if mark else name
        raise ChecklistError(where, _not_yaml(error.problem or "")) from error
    except yaml.YAMLError as error:
        raise ChecklistError(name, _not_yaml(str(error).splitlines()[0])) from error
    except RecursionError as error:
        raise ChecklistError(name, _too_deep()) from error
    if _deeper_than(found, DEEPEST):
        raise ChecklistError(name, _too_deep())
    if not isinstance(found, dict):
        raise ChecklistError(
            name, Text("listan ska vara ett objekt med nycklar", "the list must be an object with keys")
        )
    return found


def canonical(document: dict) -> str:
    """The document as JSON, one text for one content whatever its layout was."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1)


def _deeper_than(value, levels: int) -> bool:
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels == 0 or any(_deeper_than(one, levels - 1) for one in below if isinstance(one, (dict, list)))


def _not_yaml(detail: str) -> Text:
    return Text(f"texten går inte att läsa som YAML ({detail})", f"the text cannot be read as YAML ({detail})")


def _too_deep() -> Text:
    return Text(f"fler än {DEEPEST} nivåer i varandra", f"more than {DEEPEST} levels inside each other")


def _twice(key) -> Text:
    return Text(f"nyckeln {key} står två gånger", f"the key {key} occurs twice")


def _json(text: str, name: str):
    def without_twins(pairs):
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            raise ChecklistError(name, _twice(next(key for key in keys if keys.count(key) > 1)))
        return found

    def no_number(word):
        raise ChecklistError(name, Text(f"{word} är inget tal", f"{word} is no number"))

    try:
        return json.loads(text.lstrip("\ufeff"), object_pairs_hook=without_twins, parse_constant=no_number)
    except json.JSONDecodeError as error:
        raise ChecklistError(
            f"{name}, {error.lineno}:{error.colno}",
            Text(f"texten går inte att läsa som JSON ({error.msg})", f"the text cannot be read as JSON ({error.msg})"),
        ) from error


class _Refused(yaml.MarkedYAMLError):
    """Something that YAML allows and a checklist does not."""

    def __init__(self, text: Text, mark):
        super().__init__(problem=text.en, problem_mark=mark)
        self.text = text


class _Loader(yaml.SafeLoader):
    """YAML with nothing but what JSON has."""

    yaml_implicit_resolvers: dict = {}

    def __init__(self, stream):
        super().__init__(stream)
        self._depth = 0

    def compose_node(self, parent, index):
        event = self.peek_event()
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(
                Text("ankare (& och *) får inte användas", "anchors (& and *) are not allowed"), event.start_mark
            )
        if getattr(event, "tag", None):
            raise _Refused(Text("taggar (!) får inte användas", "tags (!) are not allowed"), event.start_mark)
        self._depth += 1
        if self._depth > DEEPEST:
            raise _Refused(_too_deep(), event.start_mark)
        try:
            return super().compose_node(parent, index)
        finally:
            self._depth -= 1

    def construct_object_of(self, node):
        """A mapping whose keys are texts, none of them twice."""
        found = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise _Refused(Text("en nyckel ska vara en text", "a key must be a text"), key_node.start_mark)
            key = str(key_node.value)
            if key in found:
                raise _Refused(_twice(key), key_node.start_mark)
            found[key] = self.construct_object(value_node, deep=True)
        return found


_Loader.add_constructor("tag:yaml.org,2002:map", _Loader.construct_object_of)
for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("null", r"null|~|", "n~"),
    ("int", r"-?(0|[1-9][0-9]*)", "-0123456789"),
    ("float", r"-?(0|[1-9][0-9]*)\.[0-9]+([eE][-+]?[0-9]+)?", "-0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), [*_first, ""])
