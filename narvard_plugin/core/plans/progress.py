"""How far the functions have come with the checks of a planremiss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .codes import NOT_APPLICABLE, OK

#: Verdicts that ask nothing of anybody.
_QUIET = (OK, NOT_APPLICABLE)


class Progress(NamedTuple):
    """``answered`` of the ``asked`` checks have a person's word behind them."""

    answered: int
    asked: int


def progress(checks: Iterable[Mapping]) -> dict[str, Progress]:
    """Function -> how many of its checks somebody has confirmed, changed or answered.

    ``checks``: the newest run, with ``department auto_verdict confirmed_by``. What the program finds fine or not
    applicable asks nobody, unless a person has said something of it.
    """
    asked: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    for check in checks:
        settled = bool(check["confirmed_by"])
        if settled or check["auto_verdict"] not in _QUIET:
            asked[check["department"]] += 1
            answered[check["department"]] += settled
    return {code: Progress(answered[code], count) for code, count in asked.items()}
