"""Selections from a statistical table: read from a user's text, counted in cells, and divided into parts that fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, prod
from typing import Optional

from ..i18n import tr
from .errors import WrongChoice


def read_selection(text: str) -> dict[str, list[str]]:
    """``Alder=totalt,65-69;Kon=1+2`` as values by variable. Raises ``WrongChoice`` for what has no such form."""
    found: dict[str, list[str]] = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        name, sign, values = (piece.strip() for piece in part.partition("="))
        chosen = [value.strip() for value in values.split(",") if value.strip()]
        if not (name and sign and chosen) or name in found:
            raise WrongChoice(
                tr('"{text}" can\'t be read: write variable=value,value with ; between variables, each once.').format(
                    text=part
                )
            )
        found[name] = chosen
    return found


def read_years(text: str, there: Sequence[int]) -> tuple[list[int], list[int]]:
    """The years of ``2015-2024`` or ``2015;2020`` that are ``there``, ascending, and those that are not.

    Raises ``WrongChoice`` for a text that says no years.
    """
    asked: set[int] = set()
    for part in filter(None, (part.strip() for part in text.replace(",", ";").replace("–", "-").split(";"))):
        first, dash, last = (piece.strip() for piece in part.partition("-"))
        years = [first, last] if dash else [first]
        if not all(year.isdigit() and len(year) == 4 for year in years) or int(years[-1]) < int(years[0]):
            raise WrongChoice(tr('"{text}" says no years: write 2024, 2015-2024 or 2015;2020;2024.').format(text=part))
        asked.update(range(int(years[0]), int(years[-1]) + 1))
    known = set(there)
    return sorted(asked & known), sorted(asked - known)


def cells(selection: Mapping[str, Sequence[str]]) -> int:
    """How many figures the whole selection has."""
    return prod(len(values) for values in selection.values())


def split(selection: Mapping[str, Sequence[str]], limit: int, last: Optional[str] = None) -> list[dict[str, list[str]]]:
    """Parts of the selection with at most ``limit`` figures each, that together are the whole and don't overlap.

    The variable with most values is divided first; ``last`` only when no other can be.
    """
    if limit < 1:
        raise ValueError(limit)
    whole = {name: list(values) for name, values in selection.items()}
    if cells(whole) <= limit:
        return [whole]
    name = max(whole, key=lambda name: (len(whole[name]) > 1, name != last, len(whole[name])))
    values = whole[name]
    each = max(limit * len(values) // cells(whole), 1)
    each = ceil(len(values) / ceil(len(values) / each))  # parts of much the same size
    parts = ({**whole, name: values[at : at + each]} for at in range(0, len(values), each))
    return [small for part in parts for small in split(part, limit, last)]
