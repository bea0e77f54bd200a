"""Own divisions (närsjukvårdsområde, länsdel …) given as a list: which zone each area belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Optional

import numpy as np

from .vintage import DESO, MUNICIPALITY, REGION, REGSO

#: How many digits of an area's code name the municipality or region that it lies in.
_DIGITS = {MUNICIPALITY: 4, REGION: 2}


class TwoZones(ValueError):
    """The same ``codes`` are listed in several zones."""

    def __init__(self, codes: Sequence[str]):
        super().__init__(", ".join(codes))
        self.codes = list(codes)


class Zoned(NamedTuple):
    """The zone of each area (a object, None = in none), and the codes of the list that name no area."""

    zone: np.ndarray
    unused: list[str]


def zones_of_areas(
    codes: Sequence[Optional[str]],
    level: str,
    listed: Iterable[tuple[str, str, str]],
    regso_of: Optional[Mapping[str, str]] = None,
) -> Zoned:
    """Zones of areas with ``codes`` (None = no code) of ``level``, from ``listed`` rows of code, level and zone.

    A row about the area itself goes before its RegSO (known by ``regso_of`` for DeSO), that before its municipality, and
    that before its region: a municipality can be listed whole, and one of its DeSO elsewhere. Raises ``TwoZones``.
    """
    zone_of: dict[tuple[str, str], str] = {}
    several = set()
    for code, listed_level, zone in listed:
        if zone_of.setdefault((listed_level, code), zone) != zone:
            several.add(code)
    if several:
        raise TwoZones(sorted(several))
    used = set()
    found = np.full(len(codes), None, object)
    for at, code in enumerate(codes):
        for key in _keys(code, level, regso_of or {}):
            if key in zone_of:
                used.add(key)
                found[at] = found[at] or zone_of[key]
    return Zoned(found, sorted(code for listed_level, code in set(zone_of) - used))


def _keys(code: Optional[str], level: str, regso_of: Mapping[str, str]) -> list[tuple[str, str]]:
    """What the area may be listed as, from itself to its region."""
    if code is None:
        return []
    keys = [(level, code)]
    if level == DESO and regso_of.get(code):
        keys.append((REGSO, regso_of[code]))
    official = level in (DESO, REGSO, MUNICIPALITY)
    return keys + [(one, code[:digits]) for one, digits in _DIGITS.items() if official and one != level]
