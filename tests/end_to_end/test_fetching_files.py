"""A region's roads, timetable, plans and borders through ``qgis_process``, keys from a stored authentication database."""

import os
import sqlite3
import subprocess
import sys
from contextlib import ExitStack, closing
from dataclasses import replace

import pytest

from tests.shared import in_campaign
from tests.sources.servers import boverket, lastkajen, ngp, stac, trafiklab

pytestmark = in_campaign  # test_region asks the same tools in one run
_STORE = """
import sys
from qgis.core import QgsApplication, QgsAuthMethodConfig
application = QgsApplication([], False)
application.initQgis()
manager = QgsApplication.authManager()
assert manager.setMasterPassword(sys.argv[1], True)
for method, *pairs in (row.split("|") for row in sys.argv[2:]):
    kept = QgsAuthMethodConfig(method)
    kept.setName("Prov")
    for name, value in (pair.split("=", 1) for pair in pairs):
        kept.setConfig(name, value)
    assert manager.storeAuthenticationConfig(kept)
    print("id", kept.id())
application.exitQgis()
"""
MASTER = "huvudnyckel"
SECRETS = (trafiklab.KEY, lastkajen.PASSWORD, ngp.SECRET)


@pytest.fixture(scope="module")
def keyed(headless, tmp_path_factory):
    """``qgis_process`` with an authentication database of its own, and the ids of the key and the two accounts in it."""
    folder = tmp_path_factory.mktemp("nycklar")
    (folder / "lösenord.txt").write_text(MASTER)
    given = {
        "QGIS_AUTH_DB_DIR_PATH": str(folder),
        "QGIS_AUTH_PASSWORD_FILE": str(folder / "lösenord.txt"),
        "NARVARD_CACHE_FOLDER": str(folder / "hämtat"),
    }
    rows = [
        f"APIHeader|key={trafiklab.KEY}",
        f"Basic|username={lastkajen.USER}|password={lastkajen.PASSWORD}",
        f"Basic|username={ngp.KEY}|password={ngp.SECRET}",
    ]
    environment = {**os.environ, **given, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", _STORE, MASTER, *rows], env=environment, capture_output=True, encoding="utf8", check=True
    )
    ids = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("id ")]
    return replace(headless, environment=given), ids


def test_from_sources_to_travel_times(keyed, county, tmp_path):
    qgis, (key, account, consumer) = keyed
    workspace, network = county.folder / "arbetsyta.gpkg", str(tmp_path / "vägar.npz")
    common = {"WORKSPACE": workspace}
    with ExitStack() as stack:
        servers = [
            stack.enter_context(kind.for_county(county.folder)) for kind in (lastkajen, trafiklab, stac, ngp, boverket)
        ]
        roads, timetable, borders, plans, catalogue = servers
        told = qgis(
            "run", "--json", "narvard:fetchroads", "--", f"WORKSPACE={workspace}", f"BASE_URL={roads.base}", f"AUTH={account}",
            f"FOLDER={tmp_path}",
        )  # fmt: skip
        assert not any(secret in told.stdout + told.stderr for secret in SECRETS)
        source = f"{tmp_path / 'Exempellän_homogeniserat.gpkg'}|layername=NVDB_homogeniserat"
        given = {**common, "BASE_URL": timetable.base, "AUTH": key, "OPERATOR": "exempel", "FOLDER": tmp_path}
        feed = qgis.run("narvard:fetchtimetable", given)["OUTPUT"]
        given = {**common, "BASE_URL": borders.base, "AUTH": consumer, "FOLDER": tmp_path / "gränser"}
        assert qgis.run("narvard:fetchgeodata", given)["ADDED_COUNT"] == 12
        given = {**common, "BASE_URL": plans.base, "AUTH": consumer, "STATUSES": "granskning"}
        assert qgis.run("narvard:fetchplans", given)["ADDED_COUNT"] == 3 + 12, (
            "plans, and municipalities that were asked"
        )
        assert qgis.run("narvard:fetchprovisions", {**common, "BASE_URL": catalogue.base})["ADDED_COUNT"] == 9
    qgis.run("narvard:buildnetwork", {"ROADS": source, "PRESET": "nvdb", "NETWORK": network})
    places = {
        "NETWORK": network, "GTFS": feed, "FACILITIES": county.layer("facilities", "type='vardcentral'"),
        "FACILITY_ID": "facility_id", "ORIGINS": county.layer("settlements", "kind='town'"), "POPULATION": "population",
        "DATE": "2026-11-18", "START_TIME": "08:00", "END_TIME": "08:10", "OUTPUT": tmp_path / "restider.gpkg",
    }  # fmt: skip
    qgis.run("narvard:transittimes", places)
    with closing(sqlite3.connect(tmp_path / "restider.gpkg")) as results:
        assert results.execute("SELECT count(*) FROM restider WHERE status = 'ok'").fetchone()[0] > 5
    with closing(sqlite3.connect(workspace)) as kept:
        rows = kept.execute("SELECT source_id, part, fed FROM sources WHERE source_id > '' ORDER BY fid").fetchall()
    assert rows == [
        ("lastkajen", "Exempellän_GeoPackage.zip", None),
        ("trafiklab", "exempel", None),
        ("lantmateriet_stac", "kommun-lan-rike", "divisions"),
        ("ngp", "granskning", "plan_items;plan_checks"),
        ("boverket", "20251201", "plan_provisions"),
    ]
    for path in [workspace, *tmp_path.rglob("*.json"), *tmp_path.rglob("*.txt")]:
        assert not any(secret.encode() in path.read_bytes() for secret in SECRETS)
