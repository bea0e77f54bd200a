"""The plan dock in a real QGIS window, with pictures of every step in build/window."""

import os
import shutil
from pathlib import Path

import pytest

from tests.qgis.conftest import county, provider  # noqa: F401

from .desktop import PICTURES, drive

SCRIPT = Path(__file__).with_name("plan_dock_script.py")
#: Beside the ordinary window, in long runs: dark, enlarged and as narrow as a panel gets.
LOOKS = {"planremisser": {"width": 470}, "planremisser_dark": {"theme": "Night Mapping", "scale": 1.25, "width": 360}}


@pytest.mark.parametrize("look", LOOKS)
def test_a_planremiss_is_reviewed(look, county, tmp_path):  # noqa: F811
    if not os.environ.get("NARVARD_CAMPAIGN"):
        pytest.skip("for make campaign; tests/gui/plans has the same walk without a window")
    told = {
        "workspace": str(shutil.copy(county.workspace, tmp_path / "arbetsyta.gpkg")),
        "network": county.network,
        "layers": str(county.folder / "planunderlag" / "granskningslager.json"),
        "county": str(county.folder / "exempellan.gpkg"),
    }
    saw = drive(SCRIPT, tmp_path, name=look, **told, **LOOKS[look])
    assert "error" not in saw, saw["error"]
    assert saw["hidden_at_first"] and saw["visible"] and saw["area"] == 2  # to the right
    assert len(saw["pages"]) == 5 and saw["reader_pages"] == 2
    assert saw["scale"] < 10_000 and saw["remarks"] >= 5
    assert saw["after_unload"] == []
    for number, step in enumerate(saw["steps"], 1):
        assert (PICTURES / f"{look}_{number}_{step}.png").stat().st_size > 20_000
