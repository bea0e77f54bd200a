"""A whole region from nothing in one run, once more without a change, and with a source that fails among the others."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from tests.region.__main__ import fetch
from tests.sources.servers.county import ACCOUNTS, served


@pytest.fixture(scope="module")
def services(made_once):
    with served(made_once.folder) as running:
        yield running


@pytest.fixture(scope="module")
def fetched(headless, services, tmp_path_factory):
    return fetch(headless, tmp_path_factory.mktemp("en region"), services)


def counted(workspace, table):
    with closing(sqlite3.connect(workspace)) as store:
        return store.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_every_source_fills_its_tables(fetched, services):
    assert fetched.failed == 0
    assert {source for source, *_ in fetched.rows} == set(services.urls)
    assert {status for _, status, *_ in fetched.rows} == {"fetched"}
    tables = (
        "areas people statistics health_figures facilities plan_items plan_checks plan_provisions divisions sources"
    )
    assert min(counted(fetched.workspace, table) for table in tables.split()) > 0
    assert counted(fetched.workspace, "sources") == len(services.urls)


def test_no_key_stands_in_what_was_written(fetched):
    """The store of keys itself is encrypted, and stands apart."""
    secrets = [text.encode() for _, pairs in ACCOUNTS.values() for name, text in pairs.items() if name != "username"]
    written = [path for path in fetched.workspace.parent.rglob("*") if path.is_file()]
    assert len(written) > 10
    for path in written:
        content = path.read_bytes()
        assert not any(secret in content for secret in secrets), path


def test_what_was_fetched_answers_a_question(checkout, fetched, tmp_path):
    results = checkout.run(
        "narvard:nearestfacility",
        {
            "NETWORK": fetched.network,
            "ORIGINS": f"{fetched.workspace}|layername=people",
            "ORIGIN_ID": "origin_id",
            "POPULATION": "population",
            "FACILITIES": f"{fetched.workspace}|layername=facilities|subset=type='apotek'",
            "FACILITY_ID": "facility_id",
            "OUTPUT": tmp_path / "restid.gpkg",
        },
    )
    with closing(sqlite3.connect(tmp_path / "restid.gpkg")) as table:
        people, reached = table.execute(
            "SELECT sum(population), sum(population) FILTER (WHERE minutes_1 < 30) FROM restid"
        ).fetchone()
    assert people > 300_000
    assert reached > 0.7 * people
    assert results["UNREACHABLE_COUNT"] < 0.05 * people


def test_a_refresh_changes_nothing_and_one_that_fails_stops_nobody(headless, fetched, services, tmp_path):
    folder = tmp_path / "igen"
    folder.mkdir()
    shutil.copy(fetched.workspace, folder / "arbetsyta.gpkg")
    services.servers["kolada"].misbehave("failing", times=None)
    again = fetch(headless, folder, services)
    services.servers["kolada"].behave()
    told = {source: (status, said) for source, status, *_, said in again.rows}
    status, sentence = told.pop("kolada")
    assert status == "failed"
    assert "Nothing was stored" in sentence or "Ingenting sparades" in sentence
    assert {status for status, _ in told.values()} == {"fetched"}
    changed = {source: counts for source, _, *counts, _ in again.rows if any(counts) and source != "ngp"}
    assert changed == {}, "only the time when plans were asked for is new"
    for table in ("areas", "people", "statistics", "health_figures", "facilities", "plan_items"):
        assert counted(again.workspace, table) == counted(fetched.workspace, table)
