"""``make region``: serve the made-up county on this machine, fetch it from nothing, and tell how each source went.

On the real services the same is one command, here for Region Kalmar län::

    qgis_process run narvard:fetchregion -- WORKSPACE=kalmar.gpkg REGION=08 FOLDER=hämtat OUTPUT=kvitto.gpkg
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from tests.sources.servers.county import ACCOUNTS, HEALTH, Services, served
from tools.headless import Headless, checkout
from tools.layout import ROOT

from .accounts import with_accounts

FOLDER = ROOT / "build" / "region"


class Fetched(NamedTuple):
    """The workspace, the network file, and per source: id, status, rows added, changed, removed, and what was said."""

    workspace: Path
    network: str
    failed: int
    rows: list[tuple]


def main(folder: Path) -> None:
    started = time.monotonic()
    shutil.rmtree(folder, ignore_errors=True)
    narvard = checkout()
    narvard.run("narvard:samplecounty", {"FOLDER": folder / "exempellan"})
    with served(folder / "exempellan") as services:
        done = fetch(narvard, folder, services)
    for source, status, *counts, said in done.rows:
        print(f"  {source:<20} {status:<9} " + "  ".join(f"{count or 0:>6}" for count in counts) + f"  {said or ''}")
    print(f"\nHämtat från ingenting på {time.monotonic() - started:.0f} sekunder: {done.workspace}")
    if done.failed:
        sys.exit(1)


def fetch(narvard: Headless, folder: Path, services: Services, **more) -> Fetched:
    """Everything that ``services`` have, through ``narvard:fetchregion`` in ``qgis_process``, into ``folder``."""
    narvard, accounts = with_accounts(narvard, folder / "nycklar", ACCOUNTS)
    workspace, receipt = folder / "arbetsyta.gpkg", folder / "kvitto.gpkg"
    results = narvard.run(
        "narvard:fetchregion",
        {
            "WORKSPACE": workspace,
            "REGION": "99",
            "FOLDER": folder / "filer",
            "NEIGHBOURS": "true",
            "OPERATOR": "exempel",
            "SOURCE_URLS": ";".join(f"{name}={url}" for name, url in services.urls.items()),
            **HEALTH,
            **accounts,
            "OUTPUT": receipt,
            **more,
        },
    )
    return Fetched(workspace, results["NETWORK"], results["FAILED_COUNT"], _rows(receipt))


def _rows(receipt: Path) -> list[tuple]:
    with closing(sqlite3.connect(receipt)) as table:
        return table.execute("SELECT source, status, added, changed, removed, said FROM kvitto ORDER BY fid").fetchall()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if sys.argv[1:] else FOLDER)
