"""What was shown on which version of QGIS: read the runs of `make test-matrix`, print their table, and keep the record.

``python3 -m tools.versions`` does that; with ``about`` it says what the Python that runs it has, as JSON.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Optional

from .layout import ROOT

RUNS = ROOT / "build" / "matrix"
#: What `metadata.txt` may claim; tests/data/test_versions.py holds the two together.
RECORD = ROOT / "tests" / "versions.json"
VERSIONS = ("3.22", "3.40", "3.44")
QT6 = "qt6"
ABOUT = ("qgis", "python", "qt", "gdal", "numpy", "scipy", "pandas")
COUNTS = ("passed", "failed", "skipped", "seconds")


def about() -> dict[str, str]:
    """The versions of what the tests stand on; without QGIS those of PyQt6."""
    found = {"python": ".".join(map(str, sys.version_info[:3]))}
    for name in ("numpy", "scipy", "pandas"):
        found[name] = import_module(name).__version__
    found["gdal"] = import_module("osgeo.gdal").__version__
    try:
        core = import_module("PyQt6.QtCore")
    except ImportError:
        core = import_module("qgis.PyQt.QtCore")
        found["qgis"] = import_module("qgis.core").Qgis.QGIS_VERSION.partition("-")[0]
    return {**found, "qt": core.QT_VERSION_STR}


def counts_of(output: str) -> Optional[dict[str, int]]:
    """The numbers of pytest's closing line; None where the run did not come so far."""
    lines = [line for line in output.splitlines() if re.search(r" in [\d.]+s( \(\d+:\d+:\d+\))?( =+)?$", line)]
    if not lines:
        return None
    found = {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|errors?|skipped)", lines[-1])}
    errors = found.get("error", 0) + found.get("errors", 0)
    seconds = round(float(re.search(r" in ([\d.]+)s", lines[-1]).group(1)))
    return {
        "passed": found.get("passed", 0),
        "failed": found.get("failed", 0) + errors,
        "skipped": found.get("skipped", 0),
        "seconds": seconds,
    }


def read_run(folder: Path) -> Optional[dict]:
    """What the whole suite gave in ``folder``, and on what; None where it was not run to its end."""
    output, facts = folder / "whole.txt", folder / "about.json"
    counts = counts_of(output.read_text("utf8", "replace")) if output.exists() else None
    if counts is None or not facts.exists():
        return None
    shown = date.fromtimestamp(output.stat().st_mtime).isoformat()
    return {**json.loads(facts.read_text("utf8")), **counts, "date": shown}


def read_record() -> dict[str, dict]:
    """Every version that was shown, as it was shown last."""
    return json.loads(RECORD.read_text("utf8")) if RECORD.exists() else {}


def table(runs: dict[str, dict]) -> str:
    """The runs as the table that the README has."""
    names = ("", *ABOUT[1:], *COUNTS, "date")
    rows = [[run.get("qgis") or "Qt 6", *(str(run.get(name, "")) for name in names[1:])] for run in runs.values()]
    lines = (" | ".join(row) for row in (("QGIS", *names[1:]), ("---",) * len(names), *rows))
    return "\n".join(f"| {line} |" for line in lines)


def main() -> int:
    runs = {name: run for name in (*VERSIONS, QT6) if (run := read_run(RUNS / name)) is not None}
    print(table(runs))
    missing = [name for name in (*VERSIONS, QT6) if name not in runs]
    if missing:
        print(f"Not run to the end: {', '.join(missing)}.", file=sys.stderr)
    shown = {name: run for name, run in runs.items() if run["passed"] and not run["failed"]}
    kept = {name: run for name, run in read_record().items() if name not in runs}
    record = {name: {**kept, **shown}[name] for name in (*VERSIONS, QT6) if name in {**kept, **shown}}
    RECORD.write_text(json.dumps(record, indent=2) + "\n", "utf8")
    return 1 if missing or len(shown) < len(runs) else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["about"]:
        print(json.dumps(about(), indent=2))
    else:
        sys.exit(main())
