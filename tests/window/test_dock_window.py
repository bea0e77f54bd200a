"""The dock in a real QGIS window, with pictures of every step in build/window."""

import os
import shutil
from pathlib import Path

import pytest

from tests.qgis.conftest import county, provider  # noqa: F401

from .desktop import PICTURES, drive

SCRIPT = Path(__file__).with_name("dock_script.py")
#: Beside the ordinary window, in long runs: dark and enlarged, and English.
LOOKS = {
    "svenska": {},
    "dark": {"theme": "Night Mapping", "scale": 1.25},
    "english": {"language": "en"},
}


@pytest.mark.parametrize("look", LOOKS)
def test_a_planner_uses_the_dock(look, county, tmp_path):  # noqa: F811
    if look != "svenska" and not os.environ.get("NARVARD_CAMPAIGN"):
        pytest.skip("the other looks are for make campaign")
    workspace = shutil.copy(county.workspace, tmp_path / "arbetsyta.gpkg")
    saw = drive(SCRIPT, tmp_path, name=look, workspace=str(workspace), network=county.network, **LOOKS[look])
    assert "error" not in saw, saw["error"]
    assert saw["visible"] and saw["area"] == 2  # to the right
    assert saw["found"].startswith("411 ")
    assert saw["layers"] == {"care/vardcentral": 35, "statistics/2025/9/socioeconomic_index": 153}
    assert "Hagbos hälsocentral" in saw["card"] and saw["scale"] < 60_000
    assert saw["later"] == {"care/vardcentral": 42, "statistics/2025/9/socioeconomic_index": 189}
    assert saw["left"] == {} and saw["after_unload"] == []
    for number, step in enumerate(saw["steps"], 1):
        assert (PICTURES / f"{look}_{number}_{step}.png").stat().st_size > 20_000
