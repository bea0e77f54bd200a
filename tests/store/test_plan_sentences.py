"""Whatever a service refuses is told in a sentence that has all its facts."""

import ast
from pathlib import Path

import pytest

import narvard_plugin
from narvard_plugin.store.plans import errors
from narvard_plugin.store.sentences import sentence

PLUGIN = Path(narvard_plugin.__file__).parent


def refusals():
    """Code and names of the facts of every ``PlanRefused("code", fact=…)`` of the plugin."""
    for path in sorted(PLUGIN.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "PlanRefused":
                codes = [part for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant)]
                for code in codes:
                    yield code.value, tuple(keyword.arg for keyword in node.keywords)


@pytest.mark.parametrize(("code", "facts"), sorted(set(refusals())))
def test_a_refusal_has_its_sentence(code, facts):
    told = sentence(errors.PlanRefused(code, **dict.fromkeys(facts, "åäö {0}")))
    assert told[-1] in ".:" and "{" not in told.replace("{0}", "")


def test_no_sentence_is_left_that_nothing_says():
    texts = [path.read_text("utf8") for path in PLUGIN.rglob("*.py") if path != Path(errors.__file__)]
    assert [code for code in errors._sentences() if not any(f'"{code}"' in text for text in texts)] == []
