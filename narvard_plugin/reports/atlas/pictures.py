"""Pictures of maps in few colours: small files that still look the same."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtGui import QImage

from ..maps import png_bytes

_COLOURS = 96  # of a palette


def pixels(image: QImage) -> np.ndarray:
    """The picture's bytes (height × width × 4: blue, green, red, alpha)."""
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    bits = plain.constBits()
    bits.setsize(plain.sizeInBytes())
    return (
        np.frombuffer(bits, np.uint8).reshape(plain.height(), plain.bytesPerLine() // 4, 4)[:, : plain.width()].copy()
    )


def small_png(image: QImage) -> bytes:
    """The picture as PNG with a palette of its own most common colours; it is to have no transparent parts."""
    return png_bytes(_with_palette(image))


def _with_palette(image: QImage) -> QImage:
    """The picture in at most so many colours: those that it has most of; the others become their nearest."""
    width, height = image.width(), image.height()
    coarse = image.convertToFormat(QImage.Format.Format_RGB555)
    bits = coarse.constBits()
    bits.setsize(coarse.sizeInBytes())
    cells = np.frombuffer(bits, np.uint16).reshape(height, coarse.bytesPerLine() // 2)[:, :width]
    counts = np.bincount(cells.ravel(), minlength=1 << 15)
    found = np.flatnonzero(counts)
    colours = np.stack([found >> 10, found >> 5 & 31, found & 31], axis=1) * 255 // 31  # red, green, blue
    kept = colours[np.argsort(-counts[found], kind="stable")[:_COLOURS]]
    nearest = np.zeros(1 << 15, np.uint8)
    nearest[found] = ((colours[:, None, :] - kept[None, :, :]) ** 2).sum(axis=2).argmin(axis=1)
    rows = np.zeros((height, -(-width // 4) * 4), np.uint8)  # Qt wants rows of whole words
    rows[:, :width] = nearest[cells]
    drawn = QImage(rows.tobytes(), width, height, rows.shape[1], QImage.Format.Format_Indexed8).copy()
    drawn.setColorTable([0xFF000000 | red << 16 | green << 8 | blue for red, green, blue in kept.tolist()])
    return drawn
