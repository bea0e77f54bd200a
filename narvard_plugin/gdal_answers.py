"""GDAL's answers alike on every QGIS: newer ones have told it to raise the errors that it only returns on older ones."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager


def or_none(ask: Callable, *given, **named):
    """What GDAL answers, such as the file that it opens; None where it cannot."""
    try:
        return ask(*given, **named)
    except RuntimeError:
        return None


@contextmanager
def told_of(path):
    """Errors that GDAL raises while it writes ``path``, such as of a full disk, as ``OSError`` with its words."""
    try:
        yield
    except RuntimeError as error:
        raise OSError(None, str(error), str(path)) from error


def close(file) -> None:
    """Close a data source, also where an error's traceback still holds it.

    Where closing fails, GDAL 3.10 leaves the file, freed already, to be freed once more with the object: QGIS would end.
    """
    try:
        file.Destroy()
    except RuntimeError:
        file.thisown = False
        raise
