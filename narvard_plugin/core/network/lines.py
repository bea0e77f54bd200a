"""Roads as they are read: lines with speeds and access, before they are joined into a network."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .modes import both


class Lines(NamedTuple):
    """``n`` lines with ``v`` vertices in a projected CRS with true metres.

    ``xy`` (v, 2) metres; ``start`` (n + 1) offsets into ``xy``; ``forward`` and ``backward`` (n) km/h along and against
    the line; ``access`` (n) uint8 mask of ``modes.bit``; ``flags`` (n) uint8 of ``FERRY`` and ``NO_STOP``.
    """

    xy: np.ndarray
    start: np.ndarray
    forward: np.ndarray
    backward: np.ndarray
    access: np.ndarray
    flags: np.ndarray

    @property
    def count_lines(self) -> int:
        return len(self.start) - 1


def uniform_lines(xy, start, *, speed=50.0, access=None, flags=0) -> Lines:
    """Lines that share one speed (km/h), access mask (default: every mode both ways) and flags."""
    n = len(start) - 1
    access = both("car", "bike", "walk", "emergency") if access is None else access
    return Lines(
        np.asarray(xy, float),
        np.asarray(start, np.int64),
        np.full(n, float(speed)),
        np.full(n, float(speed)),
        np.full(n, access, np.uint8),
        np.full(n, flags, np.uint8),
    )


def take_lines(lines: Lines, keep: np.ndarray) -> Lines:
    """The lines where the boolean array ``keep`` (n) holds."""
    count = np.diff(lines.start)
    return Lines(
        lines.xy[np.repeat(keep, count)],
        np.concatenate([[0], np.cumsum(count[keep])]),
        *(column[keep] for column in lines[2:]),
    )
