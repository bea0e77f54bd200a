"""The folder of links that `make dev` and the demo run QGIS on."""

import os
import subprocess
import sys

import pytest

from narvard_plugin.algorithms import ALGORITHMS
from tools.headless import Headless
from tools.layout import ROOT, link_plugin
from tools.models import MODELS


def test_qgis_finds_every_tool_in_the_folder_of_links(tmp_path):
    plugin = link_plugin(tmp_path)
    (plugin / "gone.py").symlink_to(plugin / "renamed.py")
    (plugin / "left").mkdir()
    assert link_plugin(tmp_path) == plugin
    assert not {"gone.py", "left"} & {path.name for path in plugin.iterdir()}
    assert (plugin / "metadata.txt").samefile(ROOT / "metadata.txt")
    found = Headless(tmp_path, tmp_path / "profile").enable().enable().algorithms()
    assert found == sorted([*(algorithm.ID for algorithm in ALGORITHMS), *MODELS])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there can a display be missing")
def test_without_a_display_dev_says_what_to_do():
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-m", "tools.dev"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf8", check=False)
    assert done.returncode == 1
    assert "needs a display" in done.stderr
    assert len(done.stderr.splitlines()) == 1
