"""Write ``resources/help/<language>/*.html`` where they are older than what they are made from."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from ..i18n import QM
from ..layout import NAME, ROOT

FOLDER = ROOT / "resources" / "help"


def main() -> None:
    try:
        if not is_new():
            write(FOLDER)
    except FileNotFoundError as error:
        sys.exit(str(error))


def is_new() -> bool:
    """Whether every page is younger than the tools, their texts, the models and this package."""
    made = [path.stat().st_mtime for path in FOLDER.glob("*/*.html")]
    folders = (ROOT / NAME, ROOT / "resources" / "models", FOLDER / "pictures", Path(__file__).parent)
    sources = [QM, *(path for folder in folders for path in folder.rglob("*") if _is_read(path))]
    return bool(made) and min(made) > max(path.stat().st_mtime for path in sources if path.exists())


def write(folder: Path) -> None:
    """Every page of both languages into ``folder``; what no tool has any more is taken away."""
    from ..demo.qgis_session import qgis_session
    from . import html, pages

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with qgis_session():
        files = {language: html.written(pages.tool_pages(language), language) for language in pages.LANGUAGES}
    for language, written in files.items():
        put(folder / language, written)


def put(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.html"):
        if old.name not in files:
            old.unlink()
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf8", newline="\n")


def _is_read(path: Path) -> bool:
    return path.suffix in {".py", ".html", ".json", ".model3", ".png"}


if __name__ == "__main__":
    main()
