"""What every reader of plan files is told, and how it takes a file's text and words."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from typing import NamedTuple, Optional

from ...core.plans import codes
from ...core.plans.rows import one_line
from ...i18n import tr
from .. import strict_json
from ..errors import BadPlanFile

MOST_BYTES = 50 << 20
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


class Asked(NamedTuple):
    """What the user said of a file, and what the workspace knows that a file may need."""

    #: A municipality's four-digit code, of its code or name; None where it is none.
    municipality_of: Callable[[str], Optional[str]]
    #: Code of the municipality of plans whose file does not tell it.
    municipality: str = ""
    #: EPSG code of the coordinates where the file does not tell it, or tells it wrongly; None = not said.
    system: Optional[int] = None
    #: The EPSG codes in which (easting, northing) lies in the municipality (code), the likeliest first.
    systems_at: Callable[[float, float, str], list[int]] = lambda east, north, municipality: []


def text_of(name: str, content: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 with its mark."""
    if len(content) > MOST_BYTES:
        raise BadPlanFile(name, tr("it is larger than {n} MB.").format(n=MOST_BYTES >> 20))
    encoding = next((found for mark, found in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadPlanFile(name, tr("its letters are not in UTF-8.")) from error


def json_of(name: str, content: bytes) -> dict:
    """The JSON object that a file holds."""
    try:
        told = strict_json.loads(text_of(name, content))
    except RecursionError as error:
        raise BadPlanFile(name, tr("it is nested far too deep.")) from error
    except (ValueError, UnicodeEncodeError) as error:
        raise BadPlanFile(name, tr("it is no whole JSON ({detail}).").format(detail=error)) from error
    if not isinstance(told, dict):
        raise BadPlanFile(name, tr("it holds no collection of plans."))
    return told


def plain_text(value) -> Optional[str]:
    """A text or number as text, None where there is none (or something else than a text)."""
    if value is None or isinstance(value, (dict, list, bool)):
        return None
    return one_line(str(value)) or None


def mapping(value) -> Mapping:
    return value if isinstance(value, dict) else {}


def listing(value) -> list:
    """A list as it is, one thing as a list of it, nothing as an empty one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def municipality_of(told: Optional[str], asked: Asked, name: str, what: str) -> str:
    """The code of a plan's municipality: as the file tells it, else as the user does."""
    found = asked.municipality_of(told) if told else None
    if told and not found and not asked.municipality:
        text = tr("{what}: {told} is no municipality. Say in MUNICIPALITY which it is.")
        raise BadPlanFile(name, text.format(what=what, told=told))
    found = found or asked.municipality
    if not found:
        text = tr("{what}: it tells no municipality. Say in MUNICIPALITY which it is.")
        raise BadPlanFile(name, text.format(what=what))
    return found


def status_of(told: Optional[str], notes: list[str], what: str) -> Optional[str]:
    """A status of `codes.CASE_STATUSES`, None where nothing is told; an unknown one is told in ``notes`` and is None."""
    status = (told or "").casefold().strip()
    if status in codes.CASE_STATUSES:
        return status
    if status:
        notes.append(tr("{what}: the status {told} is not known, and was left out.").format(what=what, told=told))
    return None


def count_of(value) -> Optional[int]:
    """A whole number from 0 that is stored as it is; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value < 2**31 else None
