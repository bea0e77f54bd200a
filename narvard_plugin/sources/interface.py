"""What every source gives, whatever it speaks: tables ready for the workspace, with their date and what a user must know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Optional, Protocol

import numpy as np
import pandas as pd

from .client import Client


class Part(NamedTuple):
    """Rows for one table of the workspace, and which stored rows they stand instead of (see `Workspace.refresh`).

    Geometry is in EPSG:3006: ``xy`` in metres, or ``wkb``.
    """

    table: str
    rows: pd.DataFrame
    within: Optional[Mapping[str, Sequence]] = None
    xy: Optional[tuple[np.ndarray, np.ndarray]] = None
    wkb: Optional[Sequence[Optional[bytes]]] = None
    keep_missing: bool = False


class Fetched(NamedTuple):
    """A whole answer; a source that can't give the whole raises a ``SourceError`` and gives nothing."""

    parts: tuple[Part, ...]
    #: Date of the data as ISO text, where the source tells it.
    data_date: Optional[str] = None
    #: The source's own mark of version, such as a time of update.
    version: str = ""
    #: Address as it may be shown.
    url: str = ""
    #: Smallest area that the figures exist for, of ``source_tables.AREA_LEVELS``.
    smallest_area: str = ""
    #: Which part of the source it is, such as a table's id; with the region it tells one fetch from another.
    part: str = ""
    #: Translated sentences: what was left out, marked, rounded or must not be mixed.
    notes: tuple[str, ...] = ()
    #: Files in the cache that hold what is no table, such as timetables.
    files: tuple[Path, ...] = ()
    licence: str = ""


class Source(Protocol):
    """One source, set up with its address and what is asked of it."""

    #: Its id in ``sources.json``.
    ID: str

    def fetch(self, client: Client) -> Fetched:
        """Everything that was asked for, or a ``SourceError``."""
