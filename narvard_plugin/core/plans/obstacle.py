"""Obstacle surfaces around a helipad: how high one may build at a place, from a height and a slope."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Optional

import numpy as np

from ..figures import Unreadable, read_number


class Surface(NamedTuple):
    """A surface that starts ``height`` metres above the datum at ``origin`` and rises by ``slope`` (metres per metre) outwards,
    from ``starts_m`` metres out. A level one has slope 0 and needs no origin."""

    height: float
    slope: float = 0.0
    origin: Optional[tuple[float, float]] = None
    starts_m: float = 0.0


def read_surface(told: Mapping[str, object]) -> Optional[Surface]:
    """The surface that a feature's fields tell; None where they don't.

    ``top_height_m`` is a level one. One that rises has ``start_height_m`` and ``slope`` (metres up per metre, 0–1) or
    ``slope_percent``, and as wanted ``origin_x``, ``origin_y`` and ``start_distance_m``.
    """
    names = ("top_height_m", "start_height_m", "slope", "slope_percent")
    top, start, slope, percent = (_number(told.get(name)) for name in names)
    if top is not None:
        return Surface(top)
    if slope is None and percent is not None:
        slope = percent / 100
    if start is None or slope is None or not 0 <= slope <= 1:
        return None
    x, y = _number(told.get("origin_x")), _number(told.get("origin_y"))
    origin = None if x is None or y is None else (x, y)
    return Surface(start, slope, origin, _number(told.get("start_distance_m")) or 0.0)


def margin_of(surface: Surface, xy: np.ndarray, tops: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Metres (n) between buildings whose tops (n) lie so high above the datum at ``xy`` (n, 2) and the surface above them,
    negative where they pass through it; and the surface's height (n) there.

    Raises ValueError for a sloping surface without an origin.
    """
    heights = np.full(len(xy), surface.height)
    if surface.slope:
        if surface.origin is None:
            raise ValueError("a sloping surface needs an origin")
        out = np.hypot(*(xy - np.asarray(surface.origin)).T)
        heights = surface.height + surface.slope * np.maximum(out - surface.starts_m, 0)
    return heights - tops, heights


def _number(value) -> Optional[float]:
    try:
        found = read_number(str(value)) if value is not None else None
    except Unreadable:
        return None
    return None if found is None or not np.isfinite(found) else float(found)
