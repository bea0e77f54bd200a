"""No public function of core without a promise that is tried."""

import ast
import importlib
from pathlib import Path

import tests.promises as promises
from tests.shared import ROOT

CORE = ROOT / "narvard_plugin" / "core"
HERE = Path(__file__).parent


def public_functions() -> set[str]:
    names = set()
    for path in CORE.rglob("*.py"):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.parse(path.read_text(encoding="utf8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                names.add(f"{module}.{node.name}")
    return names


def test_every_public_function_of_core_is_held_to_a_promise():
    for path in HERE.rglob("test_*.py"):
        importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))

    held = {name for _, names in promises.PROMISES for name in names}

    assert public_functions() - held == set()
    assert held & public_functions(), "the promises name no function of core"
