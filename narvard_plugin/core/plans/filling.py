"""Texts with ``{named}`` places, filled with plain values: no attributes, no indexes, few formats, Swedish decimal comma.

What is put in is never read again, so a layer's name with braces in it stays a name.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import NamedTuple, Optional, Union

from ..located import Text

_NO_BREAK = "\u00a0"
_PLACE = re.compile(r"\{\{|\}\}|\{(?P<name>[a-z][a-z0-9_]*)(:(?P<format>[^{}]*))?\}|[{}]", re.ASCII)
_FORMAT = re.compile(r"d|\.[0-3]f|\.[0-2]%", re.ASCII)
#: Line ends and signs that turn the direction of writing: a name from outside stays one name on one line.
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028-\u202e\u2066-\u2069]+")


class TemplateError(ValueError):
    """What is wrong in a text with places, as a sentence's part."""

    def __init__(self, problem: Text):
        super().__init__(problem.en)
        self.problem = problem


class Place(NamedTuple):
    name: str
    format: str


def places(template: str) -> list[Place]:
    """Its ``{named}`` places. Raises `TemplateError`."""
    return [one for one in _parts(template) if isinstance(one, Place)]


def fill(template: str, values: Mapping[str, object], language: str) -> Optional[str]:
    """``template`` with its places filled; None where a value is missing, unknown or infinite.

    Numbers without a format are written with no needless decimals. Raises `TemplateError` for a bad template, and for a
    number's format on words.
    """
    written = []
    for part in _parts(template):
        if isinstance(part, str):
            written.append(part)
            continue
        value = values.get(part.name)
        if not isinstance(value, (str, bool, int, float)) or (isinstance(value, float) and not math.isfinite(value)):
            return None
        written.append(_written(value, part, language))
    return "".join(written)


def number(value: float, decimals: int, language: str) -> str:
    """A number as a reader of the language has it: decimal comma and space between thousands in Swedish."""
    value = round(value, decimals) + 0.0  # never a minus before nought
    text = f"{value:,.{decimals}f}"
    if not language.startswith("sv"):
        return text
    return text.replace(",", _NO_BREAK).replace(".", ",").replace("-", "−")


def short_number(value: float, language: str) -> str:
    """A number with no needless decimals, at most three."""
    decimals = next((n for n in range(3) if abs(round(value, n) - round(value, 3)) < 1e-9), 3)
    return number(value, decimals, language)


def _parts(template: str) -> list[Union[str, Place]]:
    found: list[Union[str, Place]] = []
    end = 0
    for match in _PLACE.finditer(template):
        found.append(template[end : match.start()])
        end = match.end()
        said = match.group()
        if said in ("{{", "}}"):
            found.append(said[0])
        elif match.group("name") is None:
            raise TemplateError(_bad_brace(template[match.start() : match.start() + 20]))
        else:
            found.append(_place(match.group("name"), match.group("format")))
    return [*found, template[end:]]


def _place(name: str, form: Optional[str]) -> Place:
    if form is not None and not _FORMAT.fullmatch(form):
        raise TemplateError(
            Text(
                f"formatet {form!r} finns inte; skriv d, .0f–.3f eller .0%–.2%",
                f"there is no format {form!r}; write d, .0f to .3f or .0% to .2%",
            )
        )
    return Place(name, form or "")


def _bad_brace(near: str) -> Text:
    return Text(
        f"klammern i {near!r} hör inte till något {{namn}}; en klammer i texten skrivs dubbel",
        f"the brace in {near!r} belongs to no {{name}}; a brace in the text is written twice",
    )


def _written(value: Union[str, bool, float], place: Place, language: str) -> str:
    swedish = language.startswith("sv")
    if isinstance(value, bool):
        return ("ja" if value else "nej") if swedish else ("yes" if value else "no")
    if isinstance(value, str):
        if place.format:
            raise TemplateError(
                Text(f"{place.name} är ord och tar inget format", f"{place.name} is words and takes no format")
            )
        return _CONTROL.sub(" ", value)
    if not place.format:
        return short_number(value, language)
    decimals = 0 if place.format == "d" else int(place.format[1])
    if place.format.endswith("%"):
        return number(100 * value, decimals, language) + (_NO_BREAK + "%" if swedish else "%")
    return number(value, decimals, language)
