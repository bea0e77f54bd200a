"""Roads as they are read: lines with speeds and access, before they are joined into a network."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np


class Lines(NamedTuple):
    """``n`` lines with ``v`` vertices in a projected CRS with true metres.

    ``xy`` (v, 2) metres; ``start`` (n + 1) offsets into ``xy``; ``forward`` and ``backward`` (n) km/h along and against
    the line; ``access`` (n) uint8 mask of ``modes.bit``; ``flags`` (n) uint8 of ``FERRY`` and ``NO_STOP``; ``road_class``
    (n) uint8 number of the road's class (see ``road_class``), None = no class is known.
    """

    xy: np.ndarray
    start: np.ndarray
    forward: np.ndarray
    backward: np.ndarray
    access: np.ndarray
    flags: np.ndarray
    road_class: np.ndarray | None = None

    @property
    def count_lines(self) -> int:
        return len(self.start) - 1


def take_lines(lines: Lines, keep: np.ndarray) -> Lines:
    """The lines where the boolean array ``keep`` (n) holds."""
    count = np.diff(lines.start)
    return Lines(
        lines.xy[np.repeat(keep, count)],
        np.concatenate([[0], np.cumsum(count[keep])]),
        *(None if column is None else column[keep] for column in lines[2:]),
    )
