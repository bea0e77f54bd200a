"""Coordinates as other systems write them: in which system, and whether north and east have changed places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Optional

from ..figures import SPACES, Unreadable, read_number

_LABELLED = re.compile(r"X\s*[:=]?\s*([-+\d.,\s]+?)\s*[,;]?\s*Y\s*[:=]?\s*([-+\d.,\s]+)", re.IGNORECASE)
_TWO = re.compile(r"([-+\d.,]+)\s*[;\s]\s*([-+\d.,]+)")


class System(NamedTuple):
    """A reference system and the box that Sweden has in it: east and north, each (least, most)."""

    code: str
    east: tuple[float, float]
    north: tuple[float, float]

    def holds(self, east: float, north: float) -> bool:
        return self.east[0] <= east <= self.east[1] and self.north[0] <= north <= self.north[1]


RT90 = System("EPSG:3021", (1_200_000, 1_900_000), (6_100_000, 7_700_000))
SWEREF = System("EPSG:3006", (250_000, 930_000), (6_100_000, 7_700_000))
WGS84 = System("EPSG:4326", (10.0, 24.5), (54.9, 69.3))
#: The web's maps. The very south of Sweden has the numbers there that Lapland has in RT 90.
WEB = System("EPSG:3857", (1_110_000, 2_730_000), (7_320_000, 11_000_000))
#: The local zones of SWEREF 99 cannot be told from one another: each has 150 000 in its own middle.
_LOCAL = System("", (20_000, 250_000), (6_100_000, 7_700_000))
#: Blank, and how registers write that they do not know.
_NOWHERE = ([None, None], [0.0, 0.0])
SYSTEMS = {system.code: system for system in (RT90, SWEREF, WGS84, WEB)}


class Place(NamedTuple):
    """A place in the system ``code``; ``swapped``: north and east stood in each other's column."""

    code: str
    east: float
    north: float
    swapped: bool


def read_pair(text: str) -> tuple[str, str]:
    """The two numbers of one cell as text: ``X:6581164 Y:1630250``, or two numbers with a blank or ; between."""
    found = _LABELLED.fullmatch(text.strip()) or _TWO.fullmatch(text.strip())
    if not found:
        raise Unreadable("coordinates")
    return found[1], found[2]


def locate(first: str, second: str, north_first: bool, systems: Sequence[str]) -> Optional[Place]:
    """The place that two texts say; None where both are blank.

    ``north_first``: the register writes north before east. ``systems`` are the codes that are possible. `Unreadable` says
    ``coordinates`` (no numbers), ``half`` (one of two), ``local_zone``, ``ambiguous`` or ``outside`` (no system fits).
    """
    numbers = [_number(first), _number(second)]
    if numbers in _NOWHERE:
        return None
    if None in numbers:
        raise Unreadable("half")
    east, north = reversed(numbers) if north_first else numbers
    fits = [
        Place(code, *pair, swapped)
        for code in systems
        for pair, swapped in (((east, north), False), ((north, east), True))
        if SYSTEMS[code].holds(*pair)
    ]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise Unreadable("ambiguous")
    raise Unreadable("local_zone" if _LOCAL.holds(east, north) or _LOCAL.holds(north, east) else "outside")


def locate_in(first: str, second: str, north_first: bool, code: str) -> Optional[Place]:
    """The place where the system is told: one that is known here is still looked at for swapped numbers."""
    if code in SYSTEMS:
        return locate(first, second, north_first, [code])
    numbers = [_number(first), _number(second)]
    if numbers in _NOWHERE:
        return None
    if None in numbers:
        raise Unreadable("half")
    east, north = reversed(numbers) if north_first else numbers
    return Place(code, east, north, False)


def _number(text: str) -> Optional[float]:
    compact = SPACES.sub("", text)
    try:
        return read_number(compact.lstrip("+"))
    except Unreadable as error:
        raise Unreadable("coordinates") from error
