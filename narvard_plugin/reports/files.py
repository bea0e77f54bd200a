"""Files written whole or not at all: what stood there before stays until the new file is complete."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsProcessingException

from ..core.plans.rows import one_line
from ..i18n import tr
from ..whole_files import made_whole

#: What a file's name can't hold on every computer, and names that Windows keeps for itself.
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]')
_DOTS = re.compile(r"\.{2,}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_LONGEST_NAME = 80


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``. A place that can't be written stops with a sentence and is left as it was."""
    try:
        with made_whole(path) as unfinished:
            unfinished.write_bytes(content)
    except OSError as error:
        raise refusal(path, error) from error


def refusal(path: Path, error: OSError) -> QgsProcessingException:
    """The sentence for a place that can't be written."""
    if not path.parent.exists():
        return QgsProcessingException(
            tr("The folder {path} does not exist. Create it first, or choose another place.").format(path=path.parent)
        )
    return QgsProcessingException(
        tr("The file {path} cannot be written: {reason}. Choose another folder.").format(
            path=path, reason=error.strerror or error
        )
    )


def safe_name(text: str, instead: str = "fil") -> str:
    """``text`` from outside as the name of a file: no folders, nothing hidden, nothing that a system keeps for itself."""
    name = _DOTS.sub(".", _NOT_IN_NAMES.sub("_", one_line(text))).strip(" .")
    if _RESERVED.match(name):
        name = f"_{name}"
    if len(name) > _LONGEST_NAME:
        stem, dot, suffix = name.rpartition(".")
        name = f"{stem[: _LONGEST_NAME - 10]}{dot}{suffix[:8]}" if dot else name[:_LONGEST_NAME]
    return name or instead
