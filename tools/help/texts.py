"""Which English text a Swedish one stands for, also where numbers and names have been filled in."""

from __future__ import annotations

import re
import string
from functools import lru_cache

from ..i18n import read_ts

_LABEL = 120  # letters


@lru_cache(maxsize=1)
def swedish() -> dict[str, str]:
    """English text: Swedish text."""
    return {source: text for source, text in read_ts().items() if text}


@lru_cache(maxsize=1)
def _english() -> dict[str, str]:
    return {text: source for source, text in sorted(swedish().items(), reverse=True)}


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[re.Pattern, str]]:
    """Swedish texts with holes, most words first, and their English."""
    holed = [(text, source) for text, source in _english().items() if _is_holed(text)]
    return [(_pattern(text), source) for text, source in sorted(holed, key=lambda pair: -len(_words(pair[0])))]


def english(text: str) -> str:
    """The English of a Swedish text that the plugin shows; the text itself where it is no translation (a field's name)."""
    if text in _english():
        return _english()[text]
    for pattern, source in _patterns():
        found = pattern.fullmatch(text)
        if found:
            return source.format(**{name: english(value) for name, value in found.groupdict().items()})
    return text


def _is_holed(text: str) -> bool:
    """Whether it is a short text, as labels are, with holes."""
    holes = (
        [name for _, name, _, _ in string.Formatter().parse(text) if name is not None] if len(text) <= _LABEL else []
    )
    return bool(holes) and all(map(str.isidentifier, holes)) and bool(_words(text))


def _words(text: str) -> str:
    return "".join(literal for literal, _, _, _ in string.Formatter().parse(text)).strip()


def _pattern(text: str) -> re.Pattern:
    parts, seen = [], set()
    for literal, name, _, _ in string.Formatter().parse(text):
        parts.append(re.escape(literal))
        if name is not None:
            parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>.+)")
            seen.add(name)
    return re.compile("".join(parts))
