"""The dock's sources and what the register lacks: refreshed, cancelled, failing, switched off."""

# ruff: noqa: F811 - the fixtures are imported

import socket

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QPoint, Qt

from narvard_plugin.gui import sources_page
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.gui.dock_steps import (  # noqa: F401
    county,
    dock,
    drop_results,
    fresh_choices,
    impatient,
    opened,
    opens,
    provider,
    shown,
    workspace,
)
from tests.sources.servers.scb_wfs import for_county


def test_a_source_that_is_switched_off_stays_so(opened, qtbot):
    page = opened.sources_page
    opened.pages.setCurrentWidget(page)
    place = page.model.index(0, 0)
    rect = page.table.visualRect(place)
    known = page.model.sources[0].known
    assert page.refresh.isEnabled()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 10, rect.center().y()))
    assert opened.session.settings.is_off(known.id)
    assert QgsSettings().value("narvard/sources_off", type=str) == known.id
    assert not page.refresh.isEnabled()


def test_a_refresh_that_fails_says_why_and_leaves_the_data(opened, qtbot, workspace):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    page, told = opened.sources_page, []
    row = next(n for n, one in enumerate(page.model.sources) if one.known.id == "scb_areas")
    opened.session.choose(source_urls=f"scb_areas={address}")
    opened.session.told.connect(lambda text, level: told.append((text, level)))
    opened.pages.setCurrentWidget(page)
    page.table.selectRow(row)
    with open_workspace(str(workspace), writable=False) as store:
        before = store.read("areas")
    qtbot.mouseClick(page.refresh, Qt.MouseButton.LeftButton)
    assert page.bar.isVisible() and page.cancel.isVisible()
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    assert told[0][1] == 2 and "did not answer" in told[0][0] and "what you had is left as it was" in told[0][0]
    assert not page.bar.isVisible() and page.refresh.isEnabled()
    with open_workspace(str(workspace), writable=False) as store:
        assert store.read("areas").equals(before)


@pytest.fixture(scope="module")
def scb(county):
    with for_county(county.folder) as server:
        yield server


def ask_scb(dock, server, name="scb_areas"):
    """The page of sources with the source chosen, whose address is the local server's; and what the page tells."""
    page, told = dock.sources_page, []
    dock.session.choose(source_urls=f"{name}={server.wfs}")
    dock.session.told.connect(lambda text, level: told.append((text, level)))
    dock.pages.setCurrentWidget(page)
    page.table.selectRow(next(n for n, one in enumerate(page.model.sources) if one.known and one.known.id == name))
    return page, told


def test_a_refresh_says_what_is_new_and_the_tree_follows(dock, qtbot, tmp_path, scb):
    empty = tmp_path / "tom.gpkg"
    create_workspace(str(empty), "99").close()
    opens(dock, empty, qtbot)
    assert not dock.map_page.model.knows("health/areas")
    page, told = ask_scb(dock, scb)
    earlier = dock.session.snapshot
    qtbot.mouseClick(page.refresh, Qt.MouseButton.LeftButton)
    page.table.selectRow(0 if page.table.currentIndex().row() else 1)  # another row while it runs
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    text, level = told[0]
    assert (
        level == 3
        and text.startswith("Statistics Sweden, open geodata: DeSO and RegSO: ")
        and text.endswith(" new, 0 changed, 0 removed.")
    )
    qtbot.waitUntil(lambda: dock.session.snapshot is not earlier, timeout=60_000)
    shown(dock.map_page, "areas/2025/9")
    assert next(one for one in page.model.sources if one.known and one.known.id == "scb_areas").age == "fresh"


def test_a_refresh_can_be_cancelled(opened, qtbot, workspace, scb):
    page, told = ask_scb(opened, scb)
    scb.misbehave("slow", None)
    try:
        qtbot.mouseClick(page.refresh, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(page.cancel, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(told), timeout=90_000)
    finally:
        scb.behave()
        scb.released.set()
    assert told == [("Cancelled: the earlier data stand as they were.", 1)]
    assert page.refresh.isEnabled() and not page.bar.isVisible()


def test_what_needs_a_key_or_a_choice_opens_its_tool(opened, qtbot, monkeypatch):
    asked, page = [], opened.sources_page
    monkeypatch.setattr(sources_page, "open_tool", lambda session, ident, given=None: asked.append((ident, given)))
    opened.pages.setCurrentWidget(page)
    kinds = {}
    for row, source in enumerate(page.model.sources):
        if source.known is not None:
            page.table.selectRow(row)
            kinds[source.known.id] = page.refresh.text().endswith("…")
    more = {name for name, asks in kinds.items() if asks}
    assert more == {
        "socialstyrelsen", "folkhalsomyndigheten", "kolada", "trafiklab", "lastkajen", "ngp", "lantmateriet_stac",
    }  # fmt: skip
    page.table.selectRow(list(kinds).index("kolada"))
    qtbot.mouseClick(page.refresh, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.region, Qt.MouseButton.LeftButton)
    assert asked == [("fetchhealth", {"SOURCE": "kolada"}), ("fetchregion", None)]


def test_what_the_register_lacks_opens_the_tool_that_gets_it(opened, qtbot, monkeypatch):
    from narvard_plugin.gui import completeness_panel

    asked = []
    monkeypatch.setattr(completeness_panel, "open_tool", lambda session, ident: asked.append(ident))
    opened.session.choose(region="08")
    panel = opened.map_page.lacks
    assert panel.model.index(0, 1).data() == "0: missing" and panel.sentence.text().startswith(
        "Region Kalmar län: 15 of 15"
    )
    opened.map_page.below.setCurrentWidget(panel)
    qtbot.mouseClick(panel.buttons.itemAt(0).widget(), Qt.MouseButton.LeftButton)
    assert asked == ["narvard:importfacilities"]
