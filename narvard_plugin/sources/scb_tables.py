"""SCB's tables by theme (``resources/data/scb_tables.json``): where they exist, what is asked for, what figures are called."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple, Optional

from ..paths import bundled

#: The theme that stands for any other table, named by its id.
OTHER = "other"


class Theme(NamedTuple):
    """One table, as one of a planner's questions; texts are ``{"sv": …, "en": …}``."""

    id: str
    table: str
    name: Mapping[str, str]
    #: The smallest area by version of the division ("2018", "2025").
    smallest_area: Mapping[str, str]
    first_year: Optional[int] = None
    last_year: Optional[int] = None
    #: False where vintages or levels were not read in the source.
    read: bool = True
    #: Whether all values of variables outside ``select`` are fetched; else they are left out where the table allows it.
    every: bool = False
    select: Mapping[str, Sequence[str]] = {}
    totals: Mapping[str, str] = {}
    contents: Mapping[str, str] = {}
    contents_labels: Mapping[str, str] = {}
    rename: Mapping[str, str] = {}
    sums: Sequence[Mapping] = ()
    words: Mapping[str, Mapping[str, str]] = {}
    #: The table of the other vintage, and why the two are no series.
    series: Optional[Mapping] = None


@cache
def themes() -> Mapping[str, Theme]:
    """Every theme by its id, in the order of the file."""
    return {entry["id"]: Theme(**entry) for entry in _file()["tables"]}


def other_table(table: str) -> Theme:
    """A theme for a table that is none of ours: nothing is known of it, and its figures are named by its id."""
    return Theme(OTHER, table, {"sv": table, "en": table}, {})


@cache
def code_lists() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The code lists of the variable Region, by level and vintage."""
    return _file()["code_lists"]


def _file():
    return json.loads(bundled("resources", "data", "scb_tables.json").read_text(encoding="utf-8"))
