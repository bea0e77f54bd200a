"""Taking the one thing that was asked for from what a source has, and never guessing between several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ..i18n import tr
from .errors import WrongChoice

_Thing = TypeVar("_Thing")
_SHOWN = 40


def the_one(fitting: Sequence[_Thing], place: str, wanted: str, names: Sequence[str]) -> _Thing:
    """The only one of ``fitting``; else `WrongChoice` with the ``names`` of everything that ``place`` has."""
    if len(fitting) == 1:
        return fitting[0]
    shown = ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
    raise WrongChoice(
        tr('"{wanted}" fits {fits} of what {place} has, and must fit one. There is: {names}.').format(
            wanted=wanted, fits=len(fitting), place=place, names=shown or "–"
        )
    )
