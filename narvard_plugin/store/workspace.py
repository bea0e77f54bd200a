"""The small interface of every workspace, and the choice of backend by the text a user gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Optional, Protocol

import numpy as np
import pandas as pd

from ..paths import plugin_version
from .errors import NoWorkspaceName
from .geopackage import GeoPackageWorkspace, create_geopackage
from .schema import APPEND, Table


class Workspace(Protocol):
    """One region's register. Use it in ``with``: leaving closes it.

    Every method raises a ``StoreError`` and leaves the store as it was when it can't do the whole of its work.
    """

    #: The text that opens it again.
    name: str
    #: Two-digit code of the region whose register this is.
    region: str
    #: The schema's version before this opening brought it up to date, else None.
    migrated_from: Optional[int]

    @property
    def tables(self) -> Mapping[str, Table]:
        """The tables by name."""

    def write(
        self,
        table: str,
        rows: pd.DataFrame,
        *,
        xy: Optional[tuple[np.ndarray, np.ndarray]] = None,
        wkb: Optional[Sequence[Optional[bytes]]] = None,
        mode: str = APPEND,
    ) -> int:
        """Add ``rows``, or replace all rows by them, in one transaction; the number of rows written.

        ``rows`` has columns of the table in any order; columns left out and missing values become NULL. Geometry comes
        beside, one per row in EPSG:3006: ``xy`` two arrays in metres for points (both NaN = no place), or ``wkb``.
        """

    def read(self, table: str) -> pd.DataFrame:
        """All rows in the order they were written; a layer's last column ``geom`` holds WKB, None without geometry.

        Whole-number columns with missing values come as floats with NaN; dates as ISO text.
        """

    def transaction(self) -> AbstractContextManager:
        """All writes inside stay together, or none does. References between tables are checked when it ends."""

    def layer_source(self, table: str) -> str:
        """What QGIS opens as a layer."""

    def close(self) -> None: ...

    def __enter__(self) -> Workspace: ...

    def __exit__(self, *exception) -> None: ...


def open_workspace(text: str, writable: bool = True) -> Workspace:
    """The workspace that ``text`` names, brought up to the newest schema; only a path of a .gpkg names one now."""
    return GeoPackageWorkspace(_geopackage_path(text), writable=writable)


def create_workspace(text: str, region: str, note: str = "") -> Workspace:
    """A new, empty workspace of ``region`` (two-digit code); refused where something stands already.

    ``note`` is added to what every table says of itself, for data that must never be mistaken for others.
    """
    path = _geopackage_path(text)
    create_geopackage(path, region, plugin_version(), note=note)
    return GeoPackageWorkspace(path)


def workspace_exists(text: str) -> bool:
    """Whether something, of whatever kind, stands where ``text`` points."""
    return _geopackage_path(text).exists()


def _geopackage_path(text: str) -> Path:
    path = Path(text.strip().strip('"'))  # quoted when a path is copied from Windows
    if path.suffix.lower() != ".gpkg":
        raise NoWorkspaceName(text)
    return path.absolute()
