"""Squares of SCB's grids: an id of 13 digits is the easting (6) and northing (7) of the square's lower left corner."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

_ID = re.compile(r"[0-9]{13}")
#: Coordinates that have been through another system and back are off by millimetres; more is another place.
NOISE = 1.0


class NotASquare(ValueError):
    """An id, or a centre, of no square of the grid; ``what`` is it as text."""

    def __init__(self, what: str):
        super().__init__(what)
        self.what = what


def centres(ids: Sequence[str], side: int) -> np.ndarray:
    """Centres (n, 2: easting, northing; metres in EPSG:3006) of the squares ``ids`` with ``side`` metres. May raise `NotASquare`."""
    corners = np.empty((len(ids), 2))
    for row, id_ in enumerate(ids):
        if not _ID.fullmatch(id_):
            raise NotASquare(id_)
        corners[row] = int(id_[:6]), int(id_[6:])
        if corners[row, 0] % side or corners[row, 1] % side:
            raise NotASquare(id_)
    return corners + side / 2


def ids_of(xy: np.ndarray, side: int) -> list[str]:
    """Ids of the squares whose centres are ``xy`` (n, 2; metres in EPSG:3006), noise of at most ``NOISE`` taken away.

    Raises `NotASquare` for a point that is no centre.
    """
    corners = np.round((xy - side / 2) / side) * side
    # An easting has six digits in an id and a northing seven: there are no squares west or south of 0, or farther out.
    told = (np.abs(xy - side / 2 - corners) <= NOISE) & (corners >= 0) & (corners < (10**6, 10**7))
    off = np.flatnonzero(~told.all(1))
    if len(off):
        raise NotASquare("{}, {}".format(*xy[off[0]]))
    return [f"{int(e):06d}{int(n):07d}" for e, n in corners]
