"""Polygons of GeoJSON in SWEREF 99 TM as WKB: corners as they came, east before north, and within Sweden."""

from __future__ import annotations

import struct
from typing import Optional

import numpy as np

from ..i18n import tr

_POLYGON, _MULTIPOLYGON = 3, 6
#: Sweden with its sea in EPSG:3006. The two ranges have no number in common, so swapped axes are always seen.
EAST, NORTH = (200_000.0, 1_000_000.0), (6_050_000.0, 7_750_000.0)


class WrongGeometry(ValueError):
    """No polygon in Sweden; the text is a translated half sentence that says what is wrong."""


def multipolygon(geometry: Optional[dict]) -> bytes:
    """WKB (MultiPolygon, little-endian) of a GeoJSON Polygon or MultiPolygon. Raises `WrongGeometry`."""
    polygons = rings_of(geometry)
    parts = [struct.pack("<BII", 1, _MULTIPOLYGON, len(polygons))]
    for rings in polygons:
        parts.append(struct.pack("<BII", 1, _POLYGON, len(rings)))
        for ring in rings:
            parts += [struct.pack("<I", len(ring)), ring.tobytes()]
    return b"".join(parts)


def rings_of(geometry: Optional[dict]) -> list[list[np.ndarray]]:
    """The closed rings (corners, 2) of each polygon, outer ring first. Raises `WrongGeometry`."""
    if geometry is None:
        raise WrongGeometry(tr("an object has no geometry"))
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise WrongGeometry(tr("an object is no polygon but {kind}").format(kind=kind))
    polygons = geometry.get("coordinates")
    try:
        found = [[_ring(ring) for ring in rings] for rings in (polygons if kind == "MultiPolygon" else [polygons])]
    except (TypeError, ValueError, OverflowError) as error:
        if isinstance(error, WrongGeometry):
            raise
        raise WrongGeometry(tr("an object has coordinates that are no polygon")) from error
    if not found or not all(rings and _ground(rings[0]) for rings in found):
        raise WrongGeometry(tr("an object has coordinates that are no polygon"))
    return found


def _ring(corners) -> np.ndarray:
    read = np.array(corners)
    if read.dtype.kind not in "iuf":  # numpy would make numbers of texts, too
        raise WrongGeometry(tr("an object has coordinates that are no polygon"))
    ring = read.astype("<f8")
    if ring.ndim != 2 or ring.shape[1] != 2 or len(ring) < 4 or (ring[0] != ring[-1]).any():
        raise WrongGeometry(tr("an object has coordinates that are no polygon"))
    if _within(ring[:, 0], EAST) and _within(ring[:, 1], NORTH):
        return ring
    if _within(ring[:, 1], EAST) and _within(ring[:, 0], NORTH):
        raise WrongGeometry(tr("north stands before east in its coordinates, which are not turned on a guess"))
    raise WrongGeometry(tr("an object has coordinates outside Sweden"))


def _ground(ring: np.ndarray) -> bool:
    """Whether there is any ground within the ring."""
    x, y = (ring - ring[0]).T
    return bool(abs(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) > 0)


def _within(values: np.ndarray, limits: tuple[float, float]) -> bool:
    return bool(((values >= limits[0]) & (values <= limits[1])).all())
