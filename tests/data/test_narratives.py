"""The texts about results: every tool with a result has one, and every field that a text names is one of that tool's."""

import ast
import json
import re
from fnmatch import fnmatchcase
from functools import cache

import pytest

from tests.shared import ROOT

PACKAGE = ROOT / "narvard_plugin"
DOCUMENT = json.loads((ROOT / "resources" / "data" / "narratives.json").read_text(encoding="utf-8"))
ENTRIES = DOCUMENT["narratives"]
CONTRACT = json.loads((ROOT / "tests" / "qgis" / "contract.json").read_text(encoding="utf-8"))
CARDS = json.loads((ROOT / "resources" / "data" / "questions.json").read_text(encoding="utf-8"))["chapters"]
LAYERS = ("outputVector", "outputRaster")
#: Fields of the layers that users give, as the workspace calls them; results copy them.
GIVEN = {
    "name", "namn", "facility_id", "area_code", "zone_id", "region", "population", "plan", "plan_id", "minutes", "km2",
    "specialty", "listed", "ROUTE_ID", "service", "type", "origin_id",
}  # fmt: skip
PLACES = re.compile(r"\{([a-z][a-z0-9_]*)(?:\|[^|{}]+\|[^|{}]+)?\}")
TOOLS = [(tool, entry) for entry in ENTRIES for tool in entry["tools"]]
IDS = [tool for tool, _ in TOOLS]


def test_every_tool_with_a_layer_or_table_has_a_text():
    """Models (their outputs have a step in the name) are told of by the planner's questions."""
    with_layers = {
        tool
        for tool, facts in CONTRACT.items()
        if any(kind in LAYERS and ":" not in name for name, kind in facts["outputs"].items())
    }
    assert with_layers - set(IDS) == set()
    assert len(IDS) == len(set(IDS))
    assert set(IDS) - set(CONTRACT) == set()


@pytest.mark.parametrize(("tool", "entry"), TOOLS, ids=IDS)
def test_a_text_tells_of_outputs_and_fields_that_the_tool_has(tool, entry):
    contract = CONTRACT[tool]
    names = _names(tool)
    for part in entry["results"]:
        if len(entry["tools"]) == 1:
            assert contract["outputs"].get(part["output"]) in LAYERS, part["output"]
        for named in (*part["has"], *(field for rule in part["numbers"] for field in _fields(rule))):
            for one in named if isinstance(named, list) else [named]:
                if one.startswith("@"):
                    assert one[1:] in contract["parameters"], one
                elif one != "$geometry":
                    assert one in GIVEN or any(_same(one, name) for name in names), f"{part['output']}: {one}"


@pytest.mark.parametrize(("tool", "entry"), TOOLS, ids=IDS)
def test_every_number_is_told_and_every_place_has_a_number(tool, entry):
    cautions = [entry[name] for name in ("uncertainty", "not_measured")]
    models = {card["model"] for chapter in CARDS for card in chapter["cards"]}
    assert all("card" not in one or one["card"] in models for one in cautions)
    for part in entry["results"]:
        rules = [rule["name"] for rule in part["numbers"]]
        assert len(rules) == len(set(rules))
        for language in ("sv", "en"):
            told = {name for says in part["says"] for name in PLACES.findall(says[language])}
            assert told == set(rules), (part["output"], language)


@pytest.mark.parametrize("kind", ["inputs", "settings"])
def test_parameters_that_are_told_of_belong_to_some_tool(kind):
    known = {name for facts in CONTRACT.values() for name in facts["parameters"]}
    assert set(DOCUMENT[kind]) - known == set()


def test_the_swedish_keeps_to_the_words_of_care():
    swedish = list(_texts(DOCUMENT, "sv"))
    assert len(swedish) > 300
    for text in swedish:
        assert "nedgrader" not in text.lower(), text
        alone = re.sub(r"(geografisk\w*|telefon)\s*tillgänglighet\w*", "", text, flags=re.IGNORECASE)
        assert "tillgänglighet" not in alone.lower(), text
        assert not re.search(r"\bremiss\b", text.replace("på remiss", "")), (
            text
        )  # a planremiss; "skicka på remiss" is its verb


def _texts(node, language):
    if isinstance(node, dict):
        if isinstance(node.get(language), str):
            yield node[language]
        for value in node.values():
            yield from _texts(value, language)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value, language)


def _fields(rule):
    yield from (rule[key] for key in ("field", "weight", "by") if key in rule)
    yield from (one["field"] for key in ("where", "part") for one in rule.get(key, ()))


def _same(named, known):
    """A field of a text against a name in the source, of which any part in braces may be anything."""
    return fnmatchcase(named, known) or fnmatchcase(known.replace("*", "0"), named)


def _names(tool):
    """Texts of a tool's modules that may be names of fields, with * for what is filled in."""
    folder = next(PACKAGE.glob(f"algorithms/*/{tool}.py"))
    found = set()
    for path in _closure(folder):
        found |= _facts(path)[1]
    return found


def _closure(start):
    """The module and those of algorithms and adapters that it leans on."""
    seen, left = set(), [start]
    while left:
        path = left.pop()
        if path in seen:
            continue
        seen.add(path)
        left += [one for one in _facts(path)[0] if one.parts[len(PACKAGE.parts)] in ("algorithms", "adapters")]
        left += [one for one in _facts(path)[0] if one.parts[-2:] == ("atlas", "table.py")]  # names the atlas's columns
    return seen


@cache
def _facts(path):
    """The package's modules that a module imports, and its texts that may be names of fields; braces of f-strings are *."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    imported, words = [], set()
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            words.add(node.value)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            words.add(node.target.id)
        elif isinstance(node, ast.JoinedStr):
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
            if text.strip("*") and re.fullmatch(r"[a-z0-9_*]+", text):
                words.add(text)
        elif isinstance(node, ast.ImportFrom) and node.level:
            base = PACKAGE.joinpath(*parts[: -node.level], *(node.module or "").split("."))
            imported += [base.with_suffix(".py"), *(base / f"{alias.name}.py" for alias in node.names)]
    return tuple(one for one in imported if one.is_file()), words


def test_words_after_a_number_have_a_form_for_one():
    """Plurals that a number stands right before; their singular is in the sentence: {n} {n|område|områden}."""
    plurals = re.compile(
        r"\} (områden|rader|enheter|vårdenheter|planer|orter|zoner|kommuner|areas|rows|facilities|plans|people)\b"
    )
    for entry in ENTRIES:
        for says in (says for part in entry["results"] for says in part["says"]):
            assert not plurals.search(says["sv"]) and not plurals.search(says["en"]), says
