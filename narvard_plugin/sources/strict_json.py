"""JSON from outside, taken at its word: nothing in it may stand for something else than what it says."""

from __future__ import annotations

import json
import math
import re

from ..i18n import tr

#: Whole numbers up to here fit in every table.
_MOST_DIGITS = 18
#: Half of a letter, which no text can be written with; and a nought, at which some tables end a text.
_HALF_A_LETTER = re.compile(r"\\ud[89a-f]", re.IGNORECASE)
_NOUGHT = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


def loads(text: str):
    """The value of a JSON text.

    Raises ``ValueError`` for what Python itself would let through: a name twice in an object (the first value would be lost),
    NaN and infinity, numbers too large for any table, and letters that are none.
    """
    told = json.loads(
        text, object_pairs_hook=_object, parse_constant=_not_finite, parse_float=_number, parse_int=_whole_number
    )
    if _NOUGHT.search(text):
        raise ValueError(tr("a text in it holds a letter that is none"))
    if _HALF_A_LETTER.search(text):
        json.dumps(told, ensure_ascii=False).encode("utf-8")  # two halves that belong together are a letter
    return told


def _object(pairs):
    told = dict(pairs)
    if len(told) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(
            tr("{name} stands twice in it").format(name=next(one for one in names if names.count(one) > 1))
        )
    return told


def _not_finite(text: str):
    raise ValueError(tr("{text} stands in it where a number should").format(text=text))


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        _not_finite(text[:20])
    return number


def _whole_number(text: str) -> int:
    if len(text.lstrip("-")) > _MOST_DIGITS:
        _not_finite(text[:20] + "…")
    return int(text)
