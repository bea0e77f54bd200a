"""Rates that are computed anew from counts: a share is never summed or carried between areas, its parts are."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

import numpy as np

_NAME = re.compile(r"[^\W\d]\w*")


class BadRate(ValueError):
    """A rate that cannot be read; ``text`` is what was written."""

    def __init__(self, text: str):
        super().__init__(text)
        self.text = text


class UnreadableRate(BadRate):
    """It is not of the form ``name=numerator/denominator``."""


class RepeatedRate(BadRate):
    """Two rates have the same name; ``text`` is the name."""


class UnknownCount(BadRate):
    """A rate is made from a count that is not there; ``text`` is the count's name."""


class Rate(NamedTuple):
    """``name`` = count ``numerator`` / count ``denominator``."""

    name: str
    numerator: str
    denominator: str


def parse_rates(text: str, counts: Collection[str] | None = None) -> list[Rate]:
    """The rates of ``text``, such as ``share_old=old/population; x=a/b``; an empty text has none.

    Raises ``UnreadableRate``, ``RepeatedRate`` (files compare names without case) and, where ``counts`` names the counts
    there are, ``UnknownCount``. The names of counts may hold anything but ``=``, ``/`` and ``;``.
    """
    found: list[Rate] = []
    for part in (part.strip() for part in text.split(";")):
        if not part:
            continue
        name, equals, parts = (piece.strip() for piece in part.partition("="))
        both = [piece.strip() for piece in parts.split("/")]
        if not equals or not _NAME.fullmatch(name) or len(both) != 2 or not all(both) or "=" in parts:
            raise UnreadableRate(part)
        if any(name.lower() == rate.name.lower() for rate in found):
            raise RepeatedRate(name)
        for count in both:
            if counts is not None and count not in counts:
                raise UnknownCount(count)
        found.append(Rate(name, *both))
    return found


def recompute(rates: Collection[Rate], sums: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Each rate (n) from the summed counts (n each); NaN where the denominator is 0 or either part is unknown."""
    return {rate.name: _ratio(sums[rate.numerator], sums[rate.denominator]) for rate in rates}


def _ratio(numerator: np.ndarray, denominator: np.ndarray) -> np.ndarray:
    numerator, denominator = np.asarray(numerator, float), np.asarray(denominator, float)
    return np.divide(numerator, denominator, out=np.full(numerator.shape, np.nan), where=denominator != 0)
