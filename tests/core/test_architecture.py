"""Who may import whom: the direction that keeps the computation runnable without QGIS."""

import ast
import pathlib

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[2] / "narvard_plugin"
QGIS = ("qgis", "PyQt5", "PyQt6", "osgeo", "processing")
ABOVE_ADAPTERS = ("narvard_plugin.algorithms", "narvard_plugin.reports", "narvard_plugin.gui")
FORBIDDEN = {
    "core": (
        *QGIS, *ABOVE_ADAPTERS, "requests", "urllib", "sqlite3", "pathlib", "os",
        "narvard_plugin.adapters", "narvard_plugin.sources", "narvard_plugin.store",
    ),
    "adapters": ("PyQt5", "PyQt6", "qgis.gui", *ABOVE_ADAPTERS),
    "sources": ("PyQt5", "PyQt6", "qgis.gui", *ABOVE_ADAPTERS),
    "store": ("PyQt5", "PyQt6", "qgis.gui", *ABOVE_ADAPTERS),
    "algorithms": ("PyQt5", "PyQt6", "qgis.gui", "narvard_plugin.gui"),
    "reports": ("PyQt5", "PyQt6", "qgis.gui", "narvard_plugin.algorithms", "narvard_plugin.gui"),
    "gui": ("PyQt5", "PyQt6"),
}  # fmt: skip


def imported(path):
    """Absolute dotted names that a module imports, relative ones resolved."""
    parts = ("narvard_plugin", *path.relative_to(PACKAGE).with_suffix("").parts)
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = parts[: -node.level] if node.level else ()
            yield from (".".join(filter(None, (*base, node.module, alias.name))) for alias in node.names)


def crossings(layer):
    return [
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in (PACKAGE / layer).rglob("*.py")
        for name in imported(path)
        if any(name == ban or name.startswith(ban + ".") for ban in FORBIDDEN[layer])
    ]


@pytest.mark.parametrize("layer", FORBIDDEN)
def test_layer_imports_nothing_above_it(layer):
    assert crossings(layer) == []


def test_a_crossing_would_be_seen(monkeypatch):
    monkeypatch.setitem(FORBIDDEN, "core", ("numpy",))
    assert crossings("core")
