"""What the package stands on (a software bill of materials, CycloneDX 1.6), beside the zip: dist/narvard_plugin.<version>.cdx.json.

Nothing of others is in the zip: QGIS brings Python and its packages. What the code imports is read from the code; an import
that is not described here stops the build. The same zip gives the same bytes.
"""

from __future__ import annotations

import ast
import hashlib
import json
import sys
import uuid
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .layout import NAME, ROOT, shipped_files
from .package import digest, read_metadata

FORMAT, SPECIFICATION = "CycloneDX", "1.6"
#: What was shown by `make test-matrix`, where it has been run.
RECORD = ROOT / "tests" / "versions.json"
#: Data whose origin is others' stands in these folders; each file tells its own sources.
DATA_FOLDERS = ("resources/data/", "resources/themes/", "resources/checklists/")
_OWN_LICENCE = "GPL-2.0-or-later"


class Component(NamedTuple):
    """One thing that the plugin needs, or uses where it is there: its ``licence`` by SPDX id ("" = it has none: ``terms`` say
    which), and the ``oldest`` version that the tests run on."""

    name: str
    kind: str
    licence: str
    oldest: str
    required: bool = True
    purl: str = ""
    terms: str = ""


QGIS = Component("QGIS", "application", "GPL-2.0-or-later", "3.22.16", purl="pkg:generic/qgis")
PYTHON = Component("Python", "platform", "PSF-2.0", "3.11.2", purl="pkg:generic/python")
QT = Component("Qt", "framework", "LGPL-3.0-only", "5.15.8", purl="pkg:generic/qt")
PYQT = Component("PyQt", "library", "GPL-3.0-only", "5.15.9", purl="pkg:pypi/pyqt5")
GDAL = Component("GDAL", "library", "MIT", "3.6.2", purl="pkg:pypi/gdal")


def _pypi(name: str, licence: str, oldest: str, required: bool = True, terms: str = "") -> Component:
    return Component(name, "library", licence, oldest, required, f"pkg:pypi/{name.lower()}", terms)


#: What each import brings. Optional is what the plugin does without: it says so, or takes another way.
MODULES = {
    "qgis": QGIS,
    "processing": QGIS,
    "osgeo": GDAL,
    "numpy": _pypi("numpy", "BSD-3-Clause", "1.24.2"),
    "scipy": _pypi("scipy", "BSD-3-Clause", "1.10.1"),
    "pandas": _pypi("pandas", "BSD-3-Clause", "1.5.3"),
    "psycopg2": _pypi("psycopg2", "LGPL-3.0-or-later", "2.9.5"),
    "jinja2": _pypi("Jinja2", "BSD-3-Clause", "3.1.2"),
    "markupsafe": _pypi("MarkupSafe", "BSD-3-Clause", "2.1.2"),
    "yaml": _pypi("PyYAML", "MIT", "6.0"),
    "requests": _pypi("requests", "Apache-2.0", "2.28.1", required=False),
    "urllib3": _pypi("urllib3", "MIT", "1.26.12", required=False),
    "openpyxl": _pypi("openpyxl", "MIT", "3.1.5", required=False),
    "pypdf": _pypi("pypdf", "BSD-3-Clause", "7.1.0", required=False),
    "matplotlib": _pypi("matplotlib", "", "3.6.3", required=False, terms="Matplotlib License (based on PSF-2.0)"),
}
#: Always there, without being imported by name.
ALWAYS = (PYTHON, QT, PYQT)


@cache
def imported(package: Path) -> dict[str, str]:
    """Every module from outside Python and the plugin that the code imports, and one file that does."""
    found: dict[str, str] = {}
    for path in sorted(package.rglob("*.py")):
        for name in _imports(path):
            if name not in sys.stdlib_module_names and name not in ("__future__", NAME):
                found.setdefault(name, path.relative_to(package.parent).as_posix())
    return found


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf8"), str(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.split(".")[0]


def components(modules: dict[str, str]) -> list[Component]:
    """What ``modules`` bring, sorted by name; ``ValueError`` names those that nobody has described."""
    unknown = [f"{name} ({path})" for name, path in sorted(modules.items()) if name not in MODULES]
    if unknown:
        raise ValueError(
            f"Imported, but not in the bill of materials: {', '.join(unknown)}. Does every QGIS have it? Then describe it in tools/sbom.py."
        )
    return sorted({*ALWAYS, *(MODULES[name] for name in modules)}, key=lambda one: one.name.lower())


def bill(archive: Path) -> dict:
    """The bill of materials of the zip at ``archive``."""
    metadata = read_metadata()
    needed = components(imported(ROOT / NAME))
    plugin = f"{NAME}@{metadata['version']}"
    sha256 = digest(archive)
    return {
        "$schema": f"http://cyclonedx.org/schema/bom-{SPECIFICATION}.schema.json",
        "bomFormat": FORMAT,
        "specVersion": SPECIFICATION,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, sha256)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": plugin,
                "name": NAME,
                "version": metadata["version"],
                "description": metadata["description"],
                "licenses": [{"license": {"id": _OWN_LICENCE}}],
                "hashes": [{"alg": "SHA-256", "content": sha256}],
            }
        },
        "components": [*(_component(one) for one in needed), *_data()],
        "dependencies": [{"ref": plugin, "dependsOn": [_reference(one) for one in needed]}],
    }


def _component(one: Component) -> dict:
    newest = _shown().get(one.name.lower(), one.oldest)
    return {
        "type": one.kind,
        "bom-ref": _reference(one),
        "name": one.name,
        "scope": "required" if one.required else "optional",
        "purl": one.purl,
        "licenses": [{"license": {"id": one.licence} if one.licence else {"name": one.terms}}],
        "properties": [
            {"name": "narvard:oldestTested", "value": one.oldest},
            {"name": "narvard:newestTested", "value": newest},
            {"name": "narvard:inPackage", "value": "no"},
        ],
    }


def _reference(one: Component) -> str:
    return f"uses:{one.name.lower()}"


def _shown() -> dict[str, str]:
    """The newest version of each thing that the whole suite was shown on."""
    runs = json.loads(RECORD.read_text("utf8")).values() if RECORD.is_file() else []
    newest: dict[str, str] = {}
    for run in runs:
        for name, version in run.items():
            if isinstance(version, str) and version[:1].isdigit() and "." in version:
                newest[name] = max(newest.get(name, version), version, key=_numbers)
    return newest


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _data() -> Iterator[dict]:
    """Data files in the package: their checksum, and where what they tell comes from."""
    for path, name in shipped_files():
        if not name.startswith(DATA_FOLDERS):
            continue
        yield {
            "type": "data",
            "bom-ref": f"holds:{name}",
            "name": name,
            "licenses": [{"license": {"id": _OWN_LICENCE}}],
            "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}],
            "properties": [{"name": "narvard:inPackage", "value": "yes"}, *_origins(path)],
        }


def _origins(path: Path) -> list[dict]:
    told = json.loads(path.read_text("utf8")) if path.suffix == ".json" else {}
    found = []
    for source in told.get("sources", []) if isinstance(told, dict) else []:
        if "covers" not in source:  # the register of sources tells of services, which it does not hold
            continue
        unread = "" if source.get("read", True) else " (not read in the source)"
        found.append({"name": "narvard:origin", "value": f"{source['covers']}: {source['name']}{unread}"})
    return found or [{"name": "narvard:origin", "value": "Närvård's own"}]


def write(archive: Path) -> Path:
    """The bill of materials beside the zip; its path."""
    target = archive.with_suffix(".cdx.json")
    text = json.dumps(bill(archive), ensure_ascii=False, indent=1) + "\n"
    target.write_bytes(text.encode("utf-8"))
    return target


def main(arguments: list[str]) -> None:
    """``python3 -m tools.sbom [zip]``: without a zip, of the one that ``make package`` builds."""
    from .package import build

    try:
        print(write(Path(arguments[0]) if arguments else build(ROOT / "dist")))
    except (OSError, ValueError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(sys.argv[1:])
