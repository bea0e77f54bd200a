"""The walk through QGIS, whole: every step is done, proved and photographed."""

from tests.shared import in_campaign

from .walk.__main__ import PICTURES, take


@in_campaign
def test_every_step_of_the_walk_is_taken():
    saw = take()
    assert "error" not in saw, saw["error"]
    assert {one["file"][:2] for one in saw["pictures"]} == {f"{number:02}" for number in range(1, 13)}
    assert all((PICTURES / one["file"]).stat().st_size > 15_000 for one in saw["pictures"])
    assert (PICTURES / "index.html").stat().st_size > 3000
