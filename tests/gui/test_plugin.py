"""The plugin in a window: it comes with its dock, and goes without a trace, however often."""

import gc
import subprocess
import sys

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow

from narvard_plugin import classFactory
from narvard_plugin.gui.dock import NarvardDock
from narvard_plugin.gui.plans.plan_dock import PlanDock
from narvard_plugin.provider import add_provider

KEPT = []  # a provider that Python forgets loses its tools


class Window:
    """What the plugin asks of QGIS, kept in lists."""

    def __init__(self, main_window, canvas):
        self._main, self._canvas = main_window, canvas
        self.docks, self.menu, self.icons = [], [], []

    def mainWindow(self):
        return self._main

    def mapCanvas(self):
        return self._canvas

    def addDockWidget(self, area, dock):
        self.docks.append(dock)
        self._main.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.docks.remove(dock)
        self._main.removeDockWidget(dock)

    def addPluginToMenu(self, name, action):
        self.menu.append(action)

    def removePluginMenu(self, name, action):
        self.menu.remove(action)

    def addToolBarIcon(self, action):
        self.icons.append(action)

    def removeToolBarIcon(self, action):
        self.icons.remove(action)


@pytest.fixture
def window(qtbot, qgis_canvas, qgis_processing):
    registry = QgsApplication.processingRegistry()
    shared = registry.providerById("narvard") is not None  # other tests in this process have the tools registered
    if shared:
        registry.removeProvider("narvard")
    main = QMainWindow()
    qtbot.addWidget(main)
    yield Window(main, qgis_canvas)
    if shared:
        KEPT.append(add_provider())


def test_loaded_twice_and_gone_each_time(window):
    registry = QgsApplication.processingRegistry()
    tree = QgsProject.instance().layerTreeRoot()
    heard = tree.receivers(tree.visibilityChanged)
    for _ in range(2):
        plugin = classFactory(window)
        plugin.initGui()
        dock, plans = window.docks
        assert isinstance(dock, NarvardDock) and dock.objectName() == "NarvardDock"
        assert isinstance(plans, PlanDock) and plans.isHidden() and plans.state.session is dock.session
        assert registry.providerById("narvard") is not None
        assert window.menu == window.icons == plugin.actions and len(plugin.actions) == 2
        assert all(action.isCheckable() for action in plugin.actions)
        plugin.unload()
        assert window.docks == window.menu == window.icons == []
        assert registry.providerById("narvard") is None
        QgsApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert sip.isdeleted(dock) and sip.isdeleted(plans) and window.mainWindow().findChildren(QDockWidget) == []
        assert tree.receivers(tree.visibilityChanged) == heard
        del plugin, dock, plans
        gc.collect()


def test_without_a_window_no_widget_is_imported(tmp_path):
    """What ``qgis_process`` does: the tools come, and nothing of gui with them."""
    code = (
        "import sys; from qgis.core import QgsApplication; a = QgsApplication([], False); a.initQgis(); "
        "from narvard_plugin import classFactory; p = classFactory(None); p.initProcessing(); "
        "print([m for m in sys.modules if m.startswith('narvard_plugin.gui')], p.provider is not None, flush=True); "
        "import os; os._exit(0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf8", timeout=120, check=True)
    assert done.stdout.split("\n")[-2] == "[] True"
