"""The dock over a register that several people share, in a real PostgreSQL."""

# ruff: noqa: F811 - the fixtures are imported

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt

from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.gui.dock_steps import (  # noqa: F401
    CENTRES,
    HAGBO,
    INDEX,
    click,
    county,
    dock,
    drop_results,
    fresh_choices,
    layers,
    opens,
    provider,
    workspace,
)

#: What the dock shows and a scenario stands for; people and what else is large are not needed for it.
COPIED = ("facilities", "services", "capacity", "areas", "statistics", "scenarios", "scenario_changes", "sources")


@pytest.fixture
def shared(postgres_connection, workspace):
    """The sample county's register in a schema of its own."""
    text = f"{postgres_connection}/panel"
    with (
        open_workspace(str(workspace), writable=False) as file,
        create_workspace(text, "99") as made,
        made.transaction(),
    ):
        for table in COPIED:
            rows = file.read(table)
            wkb = rows.pop("geom").tolist() if "geom" in rows else None
            made.write(table, rows, wkb=wkb)
    return text


def test_a_shared_register_is_shown_filtered_and_edited(dock, shared, qtbot):
    opens(dock, shared, qtbot)
    page = dock.map_page
    dock.pages.setCurrentWidget(page)
    assert page.found.text() == "411 facilities"
    click(page, CENTRES, qtbot)
    click(page, INDEX, qtbot)
    click(page, "care/vardcentral/vaccination", qtbot)
    counts = {name: len(ids) for name, ids in layers().items()}
    assert counts == {"Health centre": 35, "Socioeconomic index (2024)": 153, "Health centre: Vaccination": 35}
    combo = page.filters.combos["driftsform"]
    combo.setItemCheckState(combo.findData("lov"), Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: page.found.text() == "21 of 411 facilities")
    assert len(layers()["Health centre"]) == 12
    dock.session.select_facility(HAGBO)
    assert "Listed per full-time specialist" in page.card.toPlainText()

    page.card.asked.emit("scenario:close")
    scenario = dock.scenario_page
    qtbot.waitUntil(lambda: scenario.form.facility_id == HAGBO, timeout=60_000)
    name = scenario.editor.scenario
    scenario.form.button.click()
    qtbot.waitUntil(lambda: not scenario.editor.storing, timeout=60_000)
    with open_workspace(shared, writable=False) as opened:
        rows = opened.read("scenario_changes")
    last = rows[rows["scenario"] == name].iloc[-1]
    assert (last["facility_id"], last["action"]) == (HAGBO, "close")
    QgsProject.instance().clear()
