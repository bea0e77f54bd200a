"""What metadata.txt says of QGIS's versions is what was shown, by the record that `make test-matrix` keeps."""

import configparser
import os

import pytest

from tests.shared import ROOT
from tools import versions

SHOWN = versions.read_record()


@pytest.fixture
def claimed():
    metadata = configparser.ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf8")
    return metadata["general"]


@pytest.mark.skipif("NARVARD_MATRIX" in os.environ, reason="it is being shown")
def test_every_version_that_is_claimed_was_shown(claimed):
    series = [name for name in SHOWN if name != versions.QT6]
    assert not series or claimed["qgisMinimumVersion"] == min(series, key=lambda name: int(name.split(".")[1]))
    # 3.44 is the last of its series. A QGIS with Qt 6 is claimed where the panels were built and clicked with it.
    assert claimed["qgisMaximumVersion"] == ("4.99" if versions.QT6 in SHOWN and "3.44" in SHOWN else "3.99")
    for name, run in SHOWN.items():
        assert run["passed"] > 0 and run["failed"] == 0, name


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("===== 6200 passed, 12 skipped in 903.64s (0:15:03) =====", (6200, 0, 12, 904)),
        ("9 failed, 3810 passed, 2 skipped, 17 warnings, 1 error in 12.49s", (3810, 10, 2, 12)),
        ("======= 3 errors in 1.20s =======", (0, 3, 0, 1)),
    ],
)
def test_a_run_is_read_from_its_closing_line(line, counts):
    found = versions.counts_of(f"tests/a.py ..F in 3.2s\n{line}\n")
    assert found == dict(zip(("passed", "failed", "skipped", "seconds"), counts))


def test_a_run_that_was_cut_off_shows_nothing(tmp_path):
    assert versions.counts_of("........ [ 12%]\n") is None
    (tmp_path / "whole.txt").write_text("........ [ 12%]\n", "utf8")
    (tmp_path / "about.json").write_text("{}", "utf8")
    assert versions.read_run(tmp_path) is None
