"""How long the dock takes to search and filter 10 000 facilities: index, tree, numbers of the filters, all that a key sets off.

Widgets need another QGIS than the tools that are measured beside: it runs in a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from .timing import Figure, seconds

FACILITIES = 10_000
TARGET = 0.1


def figures(folder: Path) -> Iterator[Figure]:
    """Seconds for one change of each kind."""
    from .qgis_session import run

    workspace = run("narvard:samplecounty", FOLDER=str(folder / "dock"), SCALE=1, SEED=1)["WORKSPACE"]
    command = [sys.executable, "-m", "tests.bench.dock", workspace]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf8", check=False)
    lines = done.stdout.strip().splitlines()
    if not lines or not lines[-1].startswith("{"):
        raise RuntimeError(f"the dock was not measured:\n{done.stdout}{done.stderr}")
    for name, (value, runs) in json.loads(lines[-1]).items():
        yield Figure(f"dock, {FACILITIES} facilities: {name}", value, "s", target=TARGET, runs=runs)


def measure(workspace: str) -> dict[str, tuple[float, int]]:
    """Median seconds of each change, in a dock's page with every branch of the tree open."""
    from unittest.mock import MagicMock

    from narvard_plugin.adapters.facility_index import FacilityIndex
    from narvard_plugin.adapters.workspace_snapshot import read_snapshot
    from narvard_plugin.gui.map_page import MapPage
    from narvard_plugin.gui.session import Session
    from narvard_plugin.gui.vocabulary import words_of

    snapshot = read_snapshot(workspace, words_of("99"))
    index = snapshot.index
    session = Session()
    session.settings = type(session.settings)(region="99", neighbours=True)
    page = MapPage(session, MagicMock())
    page.resize(450, 900)
    page.show()
    session.hold(snapshot._replace(index=FacilityIndex(*_enlarged(index.facilities, index.services), index.words)))
    page.tree.expandAll()
    search, combo = page.filters.search, page.filters.combos["driftsform"]
    typed = iter(
        ["halsocentral", "akutmottagning", "lindhamn", "barn", "apotek", "rehab", "dialys", "norr", "ekhamn", "vard"]
        * 5
    )

    def type_a_word():
        search.blockSignals(True)  # the pause between keys is not work
        search.setText(next(typed))
        search.blockSignals(False)
        page.recount()

    def choose_a_filter():
        row = combo.findData("lov")
        combo.toggleItemCheckState(row)
        page.filters._look()

    def change_horizon():
        session.settings = type(session.settings)(
            region="99", neighbours=True, horizon="2030" if session.settings.horizon == "now" else "now"
        )
        page.recount()

    found = {"type a word": seconds(type_a_word, runs=15)}
    page.filters.reset()
    found["check a filter"] = seconds(choose_a_filter, runs=15)
    page.filters.reset()
    found["change the horizon"] = seconds(change_horizon, runs=15)
    page.stop()
    return found


def _enlarged(facilities, services):
    """The county's rows again and again, under ids of their own, until there are enough."""
    import pandas as pd

    times = -(-FACILITIES // len(facilities))
    more = [
        table.assign(facility_id=table["facility_id"] + f"-{n}")
        for table in (facilities, services)
        for n in range(times)
    ]
    wide = pd.concat(more[:times], ignore_index=True)[:FACILITIES]
    offered = pd.concat(more[times:], ignore_index=True)
    return wide, offered[offered["facility_id"].isin(wide["facility_id"])].reset_index(drop=True)


def main(workspace: str) -> None:
    from qgis.core import QgsApplication

    application = QgsApplication([], True)
    application.initQgis()
    print(json.dumps(measure(workspace)), flush=True)
    os._exit(0)  # widgets that outlive QGIS would take the process with them


if __name__ == "__main__":
    main(sys.argv[1])
