"""Count what is held: ``python -m tests.campaign`` prints the README's table, ``… cases`` the cases that pytest makes of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from .held import KINDS

BEGIN, END = "<!-- campaign: begin -->", "<!-- campaign: end -->"


def table() -> str:
    """Kinds of fault with their promise, places and tests, as Markdown."""
    lines = ["| What goes wrong | What is promised | Places | Tests |", "|---|---|---:|---:|"]
    lines += [f"| {kind.name} | {kind.promise} | {len(kind.places)} | {len(kind.tests)} |" for kind in KINDS]
    places, tests = (len({one for kind in KINDS for one in getattr(kind, name)}) for name in ("places", "tests"))
    return "\n".join([*lines, f"| **all** | | **{places}** | **{tests}** |"])


def cases(tests, **environment: str) -> int:
    """How many cases pytest makes of the tests."""
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *tests],
        capture_output=True, text=True, check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
    )  # fmt: skip
    return int(re.search(r"(\d+) tests? collected", told.stdout)[1])


if __name__ == "__main__":
    print(table())
    for kind in KINDS if "cases" in sys.argv else ():
        usual, long = cases(kind.tests), cases(kind.tests, NARVARD_CAMPAIGN="1")
        print(f"{kind.name}: {usual} cases in make test, {long} in make campaign", flush=True)
