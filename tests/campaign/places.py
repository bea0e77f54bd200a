"""Where something can go wrong: the modules that read or write files, found in the program's own text, and the sources."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from functools import cache

from tests.shared import ROOT

PLUGIN = ROOT / "narvard_plugin"
_READS = ("read_bytes", "read_text", "np.load", "gdal.Open", "gdal.OpenEx", "ogr.Open", "sqlite3.connect")
_WRITES = (
    "write_bytes", "write_text", "os.replace", "os.rename", "os.link", "np.savez", "CreateDataSource", "write_whole", "write_page",
    "save_network", "write_exchange", "being_made", "replacing", "NewFiles", "made_whole", "writeAsVectorFormatV3",
)  # fmt: skip


def reading_modules() -> set[str]:
    return {module for module, does in _done() if does == "reads"}


def writing_modules() -> set[str]:
    return {module for module, does in _done() if does == "writes"}


def sources() -> set[str]:
    told = json.loads((ROOT / "resources" / "data" / "sources.json").read_text("utf-8"))
    return {one["id"] for one in told["sources"]}


@cache
def _done() -> frozenset[tuple[str, str]]:
    return frozenset(_found())


def _found() -> Iterator[tuple[str, str]]:
    """Each module outside core with what it does to files; what comes with the plugin (``bundled``) is no file from outside."""
    for path in sorted(PLUGIN.rglob("*.py")):
        module = ".".join(path.relative_to(PLUGIN).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            does = _does(node) if isinstance(node, ast.Call) else ""
            if does and "'bundled'" not in ast.dump(node.func):
                yield module, does


def _does(call: ast.Call) -> str:
    name = _name(call.func)
    if name == "or_none" and call.args:  # which asks what it is given
        name = _name(call.args[0])
    last = name.rpartition(".")[2]
    if last == "ZipFile":
        return "writes" if _mode(call, 1) == "w" else "reads"
    if name == "open" or (last == "open" and _mode(call, 0)[:1] in ("r", "w", "x", "a") and len(_mode(call, 0)) < 4):
        mode = _mode(call, 1 if name == "open" else 0)
        return "reads" if mode.startswith("r") and "+" not in mode else "writes"
    if name in _READS or last in _READS:
        return "reads"
    return "writes" if name in _WRITES or last in _WRITES else ""


def _name(node: ast.expr) -> str:
    parts = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join(reversed([*parts, node.id if isinstance(node, ast.Name) else "…"]))


def _mode(call: ast.Call, at: int) -> str:
    given = call.args[at] if len(call.args) > at else None
    return given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else ("r" if at else "")
