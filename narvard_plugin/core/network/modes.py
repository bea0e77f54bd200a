"""Modes of travel, and which of them a road lets through in each direction."""

from __future__ import annotations

import numpy as np

MODES = ("car", "bike", "walk", "emergency")
VEHICLE_MODES = ("car", "emergency")
SPEED_KMH = {"bike": 16.0, "walk": 5.0}  # constant speeds; car and emergency follow the road

FERRY = 1  # flag: crossed at the ferry's speed by every mode, and nobody gets on or off midway
NO_STOP = 2  # flag: a motorway or ramp, where vehicles may not stop


def bit(mode: str, *, backward: bool = False) -> int:
    """The bit of an access mask (uint8) that opens a line to ``mode`` along (or against) its direction."""
    return 1 << (2 * MODES.index(mode) + backward)


def both(*modes: str) -> int:
    """The access mask that opens a line to ``modes`` in both directions."""
    return sum(bit(mode) | bit(mode, backward=True) for mode in modes)


def reversed_access(access: np.ndarray) -> np.ndarray:
    """The same masks for lines walked the other way."""
    return ((access & 0x55) << 1) | ((access & 0xAA) >> 1)
