"""A writer that is killed leaves the earlier state, or the next one, and never something between."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.shared import campaign

from .conftest import Schemas

ROOT = Path(__file__).resolve().parents[2]
KILLS = campaign(4, 200)
WRITER = """
import sys
import numpy as np, pandas as pd
from narvard_plugin.store.connections import StoredConnection
from narvard_plugin.store.postgres import PostgresWorkspace
from narvard_plugin.store.workspace import open_workspace

def opened(place, schema=None):
    return open_workspace(place) if schema is None else PostgresWorkspace(StoredConnection("x", schema, place))

def write(workspace, count, turn):
    rows = pd.DataFrame({"origin_id": np.arange(count).astype(str), "population": turn})
    xy = (np.arange(count) + 3e5, np.arange(count) + 6.2e6)
    if turn % 2:
        workspace.write("people", rows, xy=xy, mode="replace")
    else:
        workspace.refresh("people", rows, xy=xy)
    source = pd.DataFrame({"name": [str(turn)], "fetched": [pd.Timestamp("2026-01-01")]})
    workspace.write("sources", source, mode="replace")
    file = {"sha256": str(turn), "media_type": "application/pdf", "size": 50_000, "content": bytes(50_000)}
    workspace.write("plan_files", pd.DataFrame([file]))

with opened(*sys.argv[1:]) as workspace:
    turn = int(max(workspace.read("sources")["name"], default="1"))
    print("writing", flush=True)
"""
NEVER_DONE = """
    with workspace.transaction():
        while True:
            turn += 1
            write(workspace, 20_000, turn)
"""
OFTEN_DONE = """
    while True:
        turn += 1
        with workspace.transaction():
            write(workspace, 20_000 if turn == 2 else 500, turn)
        print("committed", flush=True)
"""


@pytest.fixture
def filled(store):
    rows = pd.DataFrame({"origin_id": np.arange(20_000).astype(str), "population": 1})
    with create_workspace(store.text, "99") as workspace:
        workspace.write("people", rows, xy=(rows.index + 5e5, rows.index + 6.4e6))
        workspace.write("sources", pd.DataFrame({"name": ["1"], "fetched": [pd.Timestamp("2026-01-01")]}))
    return store


def started(writer, store):
    """A process that writes, once it has opened the store."""
    command = [sys.executable, "-c", writer, *store.writer_arguments()]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout.readline() == "writing\n"
    return process


def killed(writer, store, seconds, commits=0):
    """Let a writer work past some commits and a moment more, and kill it; whether it was within a transaction."""
    process = started(writer, store)
    with process.stdout:
        for _ in range(commits):
            assert process.stdout.readline() == "committed\n"
        while not commits and not store.is_written_to():  # it has begun
            time.sleep(0.005)
        time.sleep(seconds)
        within = store.is_written_to()
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
    return within


def state(store):
    with open_workspace(store.text) as workspace:
        sources, files = workspace.read("sources")["name"].tolist(), workspace.read("plan_files")
        assert set(files["content"]) <= {bytes(50_000)}
        return workspace.read("people"), sources, (len(workspace.read("audit")), files["sha256"].tolist())


def test_killed_in_the_middle_it_leaves_the_earlier_state(filled):
    people, sources, told = state(filled)
    moments = random.Random(2026)
    for _ in range(KILLS):
        assert killed(WRITER + NEVER_DONE, filled, moments.uniform(0.0, 0.6)), "it was not in the middle of its work"
        after, after_sources, after_told = state(filled)
        pd.testing.assert_frame_equal(after, people)
        assert (after_sources, after_told) == (sources, told)
    with open_workspace(filled.text) as workspace:
        workspace.write("people", people[["origin_id", "population"]][:10], mode="replace")
        assert len(workspace.read("people")) == 10


def test_killed_around_its_commits_it_leaves_one_whole_state(filled):
    moments, seen = random.Random(7), set()
    for kill in range(KILLS):
        killed(WRITER + OFTEN_DONE, filled, moments.uniform(0.0, 0.1), commits=kill % 4)
        people, (source,), (_, files) = state(filled)
        assert len(people) == (20_000 if int(source) <= 2 else 500)
        assert people["population"].astype(str).unique().tolist() == [source]
        assert files == [str(turn) for turn in range(2, int(source) + 1)]
        seen.add(source)
    assert len(seen) > 1


def test_a_server_that_goes_down_in_the_middle_comes_back_with_the_earlier_state(postgres, postgres_connection):
    store = Schemas(postgres, postgres_connection, "region")
    create_workspace(store.text, "99").close()
    process = started(WRITER + NEVER_DONE.replace("turn += 1", "turn += 2"), store)
    with process.stdout:
        while not store.is_written_to():
            time.sleep(0.005)
        time.sleep(0.3)
        postgres.stop("immediate")
        assert process.wait() == 1  # with the sentence about the lost connection
    postgres.start()
    with open_workspace(store.text) as workspace:
        assert workspace.read("people").empty and workspace.read("audit").empty
        workspace.write("people", pd.DataFrame({"origin_id": ["1"], "population": [2]}))
        assert workspace.read("people")["origin_id"].tolist() == ["1"]
