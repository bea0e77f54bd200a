"""A frozen basis: what its manifest says of each file, and names that every file system takes.

The manifest (``underlag.json``) is JSON: format, version, reference, name, frozen, who, note, settings, versions, region and
``files``; each file with its role, SHA-256, size, and where it is a layer its name, rows, CRS, geometry and fields, its source,
and the lines that its own metadata tell of how it was made.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Optional

FORMAT, VERSION = "narvard-underlag", 1
MANIFEST, PAGE, WORKSPACE_FILE = "underlag.json", "underlag.html", "arbetsyta.gpkg"
WORKSPACE, NETWORK, INPUT, RESULT, OTHER, SUMMARY = "workspace", "network", "input", "result", "file", "page"
ROLES = (WORKSPACE, NETWORK, INPUT, RESULT, OTHER, SUMMARY)
#: The folder inside the basis that files of a role are kept in.
FOLDERS = {NETWORK: "natverk", INPUT: "indata", RESULT: "resultat", OTHER: "filer"}
_LONGEST_NAME = 60
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
_SHA256 = re.compile(r"[0-9a-f]{64}")


class BasisError(ValueError):
    """What is wrong with a manifest: where (``path``), and the ``problem``."""

    def __init__(self, path: str, problem: str):
        super().__init__(f"{path}: {problem}")
        self.path, self.problem = path, problem


@dataclass(frozen=True)
class FrozenFile:
    """One file; ``layer`` and what follows it stand for a layer, ``title`` is what people call it."""

    file: str
    role: str
    sha256: str
    bytes: int
    title: str = ""
    layer: Optional[str] = None
    rows: Optional[int] = None
    crs: Optional[str] = None
    geometry: Optional[str] = None
    fields: list = field(default_factory=list)
    source: Optional[str] = None
    filter: Optional[str] = None
    modified: Optional[str] = None
    provenance: list = field(default_factory=list)

    @property
    def field_names(self) -> list[str]:
        return [one["name"] for one in self.fields]


@dataclass(frozen=True)
class Manifest:
    reference: str
    name: str
    frozen: str
    who: str
    region: str
    files: tuple[FrozenFile, ...]
    note: str = ""
    settings: Any = None
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def tables(self) -> list[FrozenFile]:
        """The layers that can be compared row by row."""
        return [one for one in self.files if one.layer is not None and one.role in (INPUT, RESULT)]


def as_json(manifest: Manifest) -> str:
    """The manifest as it is written."""
    told = {"format": FORMAT, "version": VERSION, **asdict(manifest)}
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


def parse(text: str) -> Manifest:
    """The manifest in ``text``. Raises ``BasisError``."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BasisError(MANIFEST, "is no JSON") from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise BasisError("format", f"is not {FORMAT}")
    if told.get("version") != VERSION:
        raise BasisError("version", f"{told.get('version')} is not {VERSION}")
    for name in ("reference", "name", "frozen", "who", "region"):
        if not isinstance(told.get(name), str):
            raise BasisError(name, "is no text")
    files = told.get("files")
    if not isinstance(files, list) or not files:
        raise BasisError("files", "there are none")
    entries = tuple(_file(one, f"files[{at}]") for at, one in enumerate(files))
    if len({one.file for one in entries}) < len(entries):
        raise BasisError("files", "the same file stands twice")
    given = {name.name: told[name.name] for name in fields(Manifest) if name.name in told and name.name != "files"}
    return Manifest(files=entries, **given)


def _file(told, path: str) -> FrozenFile:
    if not isinstance(told, dict):
        raise BasisError(path, "is no object")
    given = {name.name: told[name.name] for name in fields(FrozenFile) if name.name in told}
    if not isinstance(given.get("file"), str) or not is_inside(given["file"]):
        raise BasisError(f"{path}.file", "lies outside the basis")
    if given.get("role") not in ROLES:
        raise BasisError(f"{path}.role", f"is none of {', '.join(ROLES)}")
    if not isinstance(given.get("sha256"), str) or not _SHA256.fullmatch(given["sha256"]):
        raise BasisError(f"{path}.sha256", "is no SHA-256")
    if not isinstance(given.get("bytes"), int) or given["bytes"] < 0:
        raise BasisError(f"{path}.bytes", "is no size")
    columns = given.get("fields", [])
    if not isinstance(columns, list) or not all(
        isinstance(one, dict) and isinstance(one.get("name"), str) for one in columns
    ):
        raise BasisError(f"{path}.fields", "are no fields")
    return FrozenFile(**given)


def is_inside(file: str) -> bool:
    """Whether a path in a manifest stays within its folder."""
    parts = file.split("/")
    return bool(file) and not re.search(r"[\\:\x00]", file) and all(part not in ("", ".", "..") for part in parts)


def safe_name(text: str) -> str:
    """``text`` as a name of a file or folder on every system; å, ä and ö stay. "" where nothing is left of it."""
    text = unicodedata.normalize("NFC", text)
    name = re.sub(r"[\s_]+", "_", _FORBIDDEN.sub("-", text)).strip("._- ")[:_LONGEST_NAME].strip("._- ")
    return f"{name}_" if _RESERVED.fullmatch(name.split(".")[0]) else name


def folder_name(reference: str, name: str) -> str:
    """``<reference>_<name>``, where both leave something."""
    parts = [safe_name(reference), safe_name(name)]
    return "_".join(parts) if all(parts) else ""


def settings_of(text: str):
    """What a JSON object or list in ``text`` says, else the text itself; None where there is none."""
    if not text.strip():
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return found if isinstance(found, (dict, list)) else text
