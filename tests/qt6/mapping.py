"""``qgis.PyQt`` as QGIS gives it to plugins with Qt 6: the installed QGIS's own files, which are written for either Qt."""

from __future__ import annotations

import re
import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

MODULES = ("common", "QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtPrintSupport", "QtSvg", "QtTest", "QtXml", "sip")


def install() -> None:
    """From now on ``import qgis.PyQt`` gives PyQt6, and nothing else of QGIS can be imported."""
    folder = _own_files()
    for name in ("qgis", "qgis.PyQt"):
        _module(name)
    for name in MODULES:
        text = (folder / f"{name}.py").read_text("utf8").replace("PyQt5", "PyQt6")
        module = _module(f"qgis.PyQt.{name}")
        module.__package__ = "qgis.PyQt"
        exec(compile(re.sub(r"\b5 == 6\b", "6 == 6", text), f"qgis/PyQt/{name}.py for Qt 6", "exec"), module.__dict__)
        setattr(sys.modules["qgis.PyQt"], name, module)


def _own_files() -> Path:
    found = find_spec("qgis")
    folder = Path(next(iter(found.submodule_search_locations)), "PyQt") if found else None
    if folder is None or "5 == 6" not in (folder / "QtWidgets.py").read_text("utf8"):
        raise RuntimeError("QGIS 3.44 must be installed: its qgis.PyQt says what QGIS gives plugins with Qt 6.")
    return folder


def _module(name: str) -> ModuleType:
    module = sys.modules[name] = ModuleType(name)
    module.__path__ = []
    return module
