"""What an installed plugin folder holds, and such a folder made of links into the checkout."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "narvard_plugin"
DEV = ROOT / "build" / "dev"

FOLDERS = {NAME: ".", "resources": "resources", "i18n": "i18n"}  # in the checkout: in the plugin folder
ALONE = ("metadata.txt", "LICENSE", "CHANGELOG.md")
CODE_AND_TEXT = {".py", ".ui", ".txt", ".md", ".html", ".css", ".sql"}
DATA = {".json", ".yaml", ".csv", ".qm", ".qml", ".qpt", ".qgz", ".model3", ".svg", ".png"}
SHIPPED = CODE_AND_TEXT | DATA
LEFT_OUT = {".pyc", ".ts"}


def shipped_files() -> list[tuple[Path, str]]:
    """Each file of the plugin as ``(path in the checkout, name inside the plugin folder)``, sorted by name.

    ``ValueError`` on a file that is neither known to belong nor known not to: nothing is shipped or dropped by chance.
    """
    return sorted(_shipped_files(), key=lambda pair: pair[1])


def link_plugin(into: Path) -> Path:
    """Make ``into/narvard_plugin``, which QGIS takes for an installed plugin; changes in the checkout show at once.

    On Windows, where links need rights that planners lack, the files are copied: make the folder anew after a change.
    """
    plugin = into / NAME
    plugin.mkdir(parents=True, exist_ok=True)
    wanted = {source.name: source for source in (ROOT / NAME).iterdir() if source.name != "__pycache__"}
    wanted |= {name: ROOT / name for name in ("resources", "i18n", *ALONE) if (ROOT / name).exists()}
    for present in plugin.iterdir():
        if not (present.is_symlink() and present.resolve() == wanted.get(present.name)):
            shutil.rmtree(present) if present.is_dir() and not present.is_symlink() else present.unlink()
    for name, source in wanted.items():
        if not (plugin / name).exists():
            _link(source, plugin / name)
    return plugin


def _shipped_files():
    for name in ALONE:
        if (ROOT / name).is_file():
            yield ROOT / name, name
    for folder, target in FOLDERS.items():
        for path in (ROOT / folder).rglob("*"):
            inside = path.relative_to(ROOT / folder)
            if path.is_file() and _belongs(inside):
                yield path, (Path(target) / inside).as_posix()


def _belongs(path):
    if path.suffix in LEFT_OUT or any(part.startswith(".") for part in path.parts):
        return False
    if path.suffix not in SHIPPED:
        raise ValueError(
            f"{path} is of a kind that the plugin does not ship: move it, or add {path.suffix} to tools/layout.py."
        )
    return True


def _link(source, target):
    if os.name != "nt":
        target.symlink_to(source)
    elif source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy2(source, target)
