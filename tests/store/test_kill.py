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

ROOT = Path(__file__).resolve().parents[2]
KILLS = campaign(8, 200)
WRITER = """
import sys
import numpy as np, pandas as pd
from narvard_plugin.store.workspace import open_workspace

def write(workspace, count, turn):
    rows = pd.DataFrame({"origin_id": np.arange(count).astype(str), "population": turn})
    workspace.write("people", rows, xy=(np.arange(count) + 3e5, np.arange(count) + 6.2e6), mode="replace")
    source = pd.DataFrame({"name": [str(turn)], "fetched": [pd.Timestamp("2026-01-01")]})
    workspace.write("sources", source, mode="replace")

turn = 1
with open_workspace(sys.argv[1]) as workspace:
    print("writing", flush=True)
"""
NEVER_DONE = """
    with workspace.transaction():
        while True:
            write(workspace, 40_000, turn)
"""
OFTEN_DONE = """
    while True:
        turn += 1
        with workspace.transaction():
            write(workspace, 500, turn)
        print("committed", flush=True)
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "mitt län.gpkg"
    rows = pd.DataFrame({"origin_id": np.arange(20_000).astype(str), "population": 1})
    with create_workspace(str(path), "99") as workspace:
        workspace.write("people", rows, xy=(rows.index + 5e5, rows.index + 6.4e6))
        workspace.write("sources", pd.DataFrame({"name": ["1"], "fetched": [pd.Timestamp("2026-01-01")]}))
    return path


def killed(writer, path, seconds, commits=0):
    """Let a writer work past some commits and a moment more, and kill it; whether it left an unfinished journal behind."""
    journal = path.with_name(path.name + "-journal")
    process = subprocess.Popen([sys.executable, "-c", writer, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    with process.stdout:
        assert process.stdout.readline() == "writing\n"
        for _ in range(commits):
            assert process.stdout.readline() == "committed\n"
        while not commits and not journal.exists():  # it has begun
            time.sleep(0.005)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
    return journal.exists()


def state(path):
    with open_workspace(str(path)) as workspace:
        return workspace.read("people"), workspace.read("sources")["name"].tolist()


def test_killed_in_the_middle_it_leaves_the_earlier_state(path):
    people, sources = state(path)
    moments = random.Random(2026)
    for _ in range(KILLS):
        assert killed(WRITER + NEVER_DONE, path, moments.uniform(0.0, 0.6)), "it was not in the middle of its work"
        after, after_sources = state(path)
        pd.testing.assert_frame_equal(after, people)
        assert after_sources == sources
    with open_workspace(str(path)) as workspace:
        workspace.write("people", people[["origin_id", "population"]][:10], mode="replace")
        assert len(workspace.read("people")) == 10


def test_killed_around_its_commits_it_leaves_one_whole_state(path):
    moments, seen = random.Random(7), set()
    for kill in range(KILLS):
        killed(WRITER + OFTEN_DONE, path, moments.uniform(0.0, 0.1), commits=kill % 4)
        people, (source,) = state(path)
        assert len(people) == (20_000 if source == "1" else 500)
        assert people["population"].astype(str).unique().tolist() == [source]
        seen.add(source)
    assert len(seen) > 1
