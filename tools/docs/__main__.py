"""Write ``build/docs-src``, build ``build/site`` from it with mkdocs, and look through the result."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from ..demo.qgis_session import qgis_session
from ..help.pages import ToolPage, tool_pages
from ..layout import ROOT
from .links import problems
from .tool_pages import written
from .windows import with_windows

DOCS, SOURCE, SITE = ROOT / "docs", ROOT / "build" / "docs-src", ROOT / "build" / "site"
NAV = ROOT / "build" / "docs-nav.json"
MKDOCS = ROOT / "build" / "docs-venv" / "bin" / "mkdocs"
PLACES = {"sv": "verktyg", "en": "en/tools"}
_RESOURCES = ROOT / "resources"
_NOT_PAGES = ("mkdocs.yml", "requirements.txt")


def main() -> None:
    if not MKDOCS.is_file():
        sys.exit("mkdocs is missing: run `tools/install.sh docs` first.")
    try:
        write(SOURCE)
    except FileNotFoundError as error:
        sys.exit(str(error))
    command = [MKDOCS, "build", "--strict", "-f", DOCS / "mkdocs.yml"]
    built = subprocess.run(
        command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, encoding="utf8"
    )
    if built.returncode:
        sys.exit(built.stderr)
    found = problems(SITE)
    if found:
        sys.exit("\n".join(found))
    print(SITE / "index.html")


def write(folder: Path) -> None:
    """What mkdocs reads: the pages of ``docs/``, and those of the tools in both languages with their pictures."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(DOCS, folder, ignore=shutil.ignore_patterns(*_NOT_PAGES))
    shutil.copy(_RESOURCES / "icons" / "narvard.svg", folder / "pictures")
    shutil.copytree(_RESOURCES / "help" / "pictures", folder / PLACES["sv"] / "bilder")
    for language, pages in _tools().items():
        files, nav = written(pages, language, PLACES[language])
        (folder / PLACES[language]).mkdir(exist_ok=True)
        for name, content in files.items():
            _put(folder / PLACES[language] / name, content)
        if language == "sv":
            _put(NAV, json.dumps(nav, ensure_ascii=False))
            _explain(folder / "handledning", {page.id: page for page in pages})


def _tools() -> dict[str, list[ToolPage]]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with qgis_session():
        return {language: tool_pages(language) for language in PLACES}


def _explain(tutorial: Path, tools: dict[str, ToolPage]) -> None:
    for path in tutorial.glob("*.md"):
        _put(path, with_windows(path.read_text("utf8"), tools))


def _put(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf8", newline="\n")


if __name__ == "__main__":
    main()
