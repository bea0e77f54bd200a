"""The register of sources in ``resources/data/sources.json``: who publishes what, where, under which licence, how often."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from ..paths import bundled


class Known(NamedTuple):
    """One source; texts are ``{"sv": …, "en": …}``."""

    id: str
    name: Mapping[str, str]
    publisher: str
    licence: str
    #: False where the licence or another fact was not read in the source.
    read: bool
    url: str
    #: Hosts that an IT department must open.
    hosts: tuple[str, ...]
    #: none, optional, key or account.
    credentials: str
    #: The tool that fetches it.
    tool: str
    tables: tuple[str, ...]
    smallest_area: str
    #: When a copy should be looked over, and when it is old.
    ageing_days: int
    stale_days: int
    note: Mapping[str, str]


@cache
def known_sources() -> Mapping[str, Known]:
    """Every source by its id, in the order of the file."""
    told = json.loads(bundled("resources", "data", "sources.json").read_text(encoding="utf-8"))
    return {
        entry["id"]: Known(**{**entry, "hosts": tuple(entry["hosts"]), "tables": tuple(entry["tables"])})
        for entry in told["sources"]
    }
