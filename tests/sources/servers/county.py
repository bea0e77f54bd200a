"""The made-up county behind every source at once: a server each, with the accounts that open them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from . import boverket, kolada, lastkajen, ngp, overpass, pxweb1, pxweb2, scb_wfs, socialstyrelsen, stac, trafiklab
from .base import Server


class Services(NamedTuple):
    """The running servers and their addresses, by the ids of ``sources.json``; SCB's WFS stands behind two of them."""

    servers: dict[str, Server]
    urls: dict[str, str]


@contextmanager
def served(folder: Path) -> Iterator[Services]:
    """Serve the sample county in ``folder`` (as `samplecounty` wrote it) until the end of the block."""
    kinds = {
        "scb_areas": (scb_wfs, "wfs"), "scb_statistics": (pxweb2, "base"), "socialstyrelsen": (socialstyrelsen, "base"),
        "folkhalsomyndigheten": (pxweb1, "base"), "kolada": (kolada, "base"), "osm": (overpass, "interpreter"),
        "trafiklab": (trafiklab, "base"), "lastkajen": (lastkajen, "base"), "ngp": (ngp, "base"),
        "lantmateriet_stac": (stac, "base"), "boverket": (boverket, "base"),
    }  # fmt: skip
    with ExitStack() as stack:
        servers = {name: stack.enter_context(kind.for_county(folder)) for name, (kind, _) in kinds.items()}
        urls = {name: getattr(servers[name], address) for name, (_, address) in kinds.items()}
        yield Services({**servers, "scb_grid": servers["scb_areas"]}, {**urls, "scb_grid": urls["scb_areas"]})


#: What each account is kept as in QGIS's authentication store: the parameter of `fetchregion`, the method, its pairs.
ACCOUNTS = {
    "AUTH_TRAFIKLAB": ("APIHeader", {"key": trafiklab.KEY}),
    "AUTH_LASTKAJEN": ("Basic", {"username": lastkajen.USER, "password": lastkajen.PASSWORD}),
    "AUTH_LANTMATERIET": ("Basic", {"username": ngp.KEY, "password": ngp.SECRET}),
}
#: Health that the made-up county has, as INDICATORS of `fetchhealth`, by the parameter of `fetchregion`.
HEALTH = {"SOCIALSTYRELSEN": "dodsorsaker;matt=1", "FOLKHALSOMYNDIGHETEN": pxweb1.TABLE, "KOLADA": "N99001;U99002"}
