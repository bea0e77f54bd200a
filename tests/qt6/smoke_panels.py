"""Every panel of the plugin built with PyQt6, filled from the sample county, and all of it clicked."""

import os
from datetime import date
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QAbstractItemModel, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QAction, QImage, QKeyEvent, QMouseEvent, QPainter
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QTabWidget,
    QTreeView,
    QWidget,
)

from tests.qt6 import stand_in

GUI = "narvard_plugin.gui"
BUILT = set()  # classes of the plugin's widgets that a test has built
COUNTY = Path(os.environ["NARVARD_QT6_COUNTY"])
#: What ends the page that is being clicked, or starts it over.
LEFT_OUT = ("Read again", "F5")


class Window(QMainWindow):
    """What the plugin asks of QGIS's window."""

    def __init__(self):
        super().__init__()
        self.canvas = stand_in.QgsMapCanvas(self)
        self.setCentralWidget(self.canvas)
        self.told, self.actions_added = [], []

    def mainWindow(self):
        return self

    def mapCanvas(self):
        return self.canvas

    def messageBar(self):
        return self

    def pushMessage(self, title, text, level, seconds):
        self.told.append(text)

    def showAttributeTable(self, layer):
        pass

    def addPluginToMenu(self, name, action):
        self.actions_added.append(action)

    def addToolBarIcon(self, action):
        assert isinstance(action, QAction)

    def removePluginMenu(self, name, action):
        self.actions_added.remove(action)

    def removeToolBarIcon(self, action):
        pass


@pytest.fixture
def window(application, tmp_path, monkeypatch):
    """A window in which dialogs are answered at once, and a menu that opens is gone through from top to bottom."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda parent, title, name, kinds: (saved_as(tmp_path, kinds), kinds)
    )
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Ny väg in", True))
    monkeypatch.setattr(QMenu, "exec", lambda menu, place: [action.trigger() for action in leaves(menu)])
    window = Window()
    window.resize(1200, 900)
    window.show()
    yield window
    window.close()


def saved_as(folder, kinds):
    return str(folder / f"saved{kinds[kinds.index('*.') + 1 :].split(')')[0].split()[0]}")


def leaves(menu):
    for action in menu.actions():
        if action.menu() is not None:
            action.menu().aboutToShow.emit()
            yield from leaves(action.menu())
        elif action.isEnabled() and not action.isSeparator():
            yield action


def settle():
    """Until everything that was asked for is done."""
    for _ in range(2000):
        QApplication.processEvents()
        if not stand_in.waiting():
            QTest.qWait(5)
            if not stand_in.waiting():
                return
    raise AssertionError("the window never came to rest")


def shown(inside, kind):
    return [one for one in inside.findChildren(kind) if one.isVisible() and one.isEnabled()]


def go_through(page):
    """Press, choose, type and click everything on the page that can be, and draw it; the number of things done."""
    done = 0
    for view in (*shown(page, QTreeView), *shown(page, QTableView)):
        done += click_rows(view)
    for combo in shown(page, QComboBox):
        for row in range(min(combo.count(), 4)):
            if combo.isVisible():
                combo.setCurrentIndex(row)
                combo.activated.emit(row)
                settle()
                done += 1
    for field in shown(page, QLineEdit) + shown(page, QPlainTextEdit):
        if not field.isReadOnly():
            field.setFocus()
            QTest.keyClicks(field, "vard")
            settle()
            done += 1
    for button in shown(page, QAbstractButton):
        if button.isVisible() and button.isEnabled() and button.text() not in LEFT_OUT:
            if isinstance(getattr(button, "menu", lambda: None)(), QMenu):
                continue
            QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(6, button.height() // 2))
            settle()
            done += 1
    page.grab()
    remember()
    return done


def remember():
    BUILT.update(type(one) for one in QApplication.allWidgets() if type(one).__module__.startswith(GUI))


def click_rows(view):
    model: QAbstractItemModel = view.model()
    if hasattr(view, "expandToDepth"):
        view.expandToDepth(1)
    places = [
        model.index(row, column)
        for row in range(min(model.rowCount(), 3))
        for column in range(min(model.columnCount(), 2))
    ]
    for place in places:
        children = (
            [model.index(row, 0, place) for row in range(min(model.rowCount(place), 2))] if place.column() == 0 else []
        )
        for one in (place, *children):
            for role in Qt.ItemDataRole:
                one.data(role)
            view.scrollTo(one)
            middle = view.visualRect(one).center()
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
            view.customContextMenuRequested.emit(middle)
            view.activated.emit(one)
            settle()
    return len(places)


def every_tab(tabs: QTabWidget):
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        settle()
        yield tabs.widget(place)


def test_every_module_can_be_imported():
    """Tools, adapters and reports too: what they take from Qt is there."""
    from importlib import import_module

    import narvard_plugin

    root = Path(narvard_plugin.__file__).parent
    names = [".".join(path.relative_to(root.parent).with_suffix("").parts) for path in root.rglob("*.py")]
    for name in names:
        import_module(name.removesuffix(".__init__"))
    assert len(names) > 300


def test_the_plugin_comes_and_goes(window):
    from narvard_plugin import classFactory

    plugin = classFactory(window)
    plugin.provider = object()
    plugin._add_dock()
    for action in plugin.actions:
        action.trigger()
        settle()
        action.trigger()
    remember()
    plugin._remove_dock()
    assert plugin.actions == window.actions_added == []


def test_the_dock_without_a_workspace(window):
    from narvard_plugin.gui.dock import NarvardDock

    dock = NarvardDock(window, window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    for action in leaves(dock.head.workspace.menu()):
        action.trigger()
        settle()
    assert go_through(dock) > 3
    dock.stop()


def test_the_dock_over_the_county(window, workspace):
    from narvard_plugin.gui.dock import NarvardDock

    dock = NarvardDock(window, window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.resize(460, 850)
    dock.show()
    dock.session.choose(workspace=str(workspace), network=str(COUNTY / "roads.npz"), region="99")
    settle()
    assert dock.session.snapshot is not None, dock.state.text.text()
    done = [go_through(page) for page in every_tab(dock.pages)]
    assert min(done) > 0, done
    dock.stop()


def test_a_chart_without_matplotlib(window, workspace):
    """What a QGIS without matplotlib shows of the figures: drawn, clicked and saved in every form."""
    from narvard_plugin.gui.indicators_page import IndicatorsPage
    from narvard_plugin.gui.session import Session

    session = Session()
    session.choose(workspace=str(workspace), region="99")
    page = IndicatorsPage(session, window, window, plain=True)
    page.resize(460, 850)
    page.show()
    page.read()
    settle()
    assert page.judged is not None, page.notice.text.text()
    QTest.mouseMove(page.chart, QPoint(50, 60))
    QTest.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=QPoint(50, 60))
    assert go_through(page) > 3
    assert len([text for text in window.told if "saved." in text]) == 3, window.told
    page.stop()


def go_through_case(dock, page):
    """The page with a planremiss in granskning taken up, whatever was clicked on the page before."""
    chosen = next(row.referral_id for row in dock.state.overview.rows if row.stage == "granskning")
    dock.state.choose("")
    dock.state.choose(chosen)
    settle()
    assert dock.state.dossier is not None, dock.notice.text.text()
    return go_through(page)


def test_the_plan_dock_over_the_county(window, workspace):
    from narvard_plugin.gui.plans.plan_dock import PlanDock
    from narvard_plugin.gui.session import Session

    session = Session()
    session.choose(workspace=str(workspace), network=str(COUNTY / "roads.npz"), region="99", who="Plan Planerare")
    dock = PlanDock(session, window, window)
    dock.state.today = lambda: date(2026, 6, 15)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    settle()
    assert dock.state.overview is not None, dock.notice.text.text()
    done = [go_through_case(dock, page) for page in every_tab(dock.pages)]
    assert len(done) == 5 and min(done) > 0, done
    done.append(go_through(dock.head))
    dock.state.view_as_reader(True)
    done = [go_through(page) for page in every_tab(dock.pages)]
    assert len(done) == 2
    dock.stop()


def test_a_scenario_on_the_map(window):
    """The tool hears clicks, drags and Escape, and every sign is drawn."""
    from narvard_plugin.core.scenarios.editing import Sign
    from narvard_plugin.gui.scenario_map import COLOURS, PlaceTool, ScenarioSigns

    tool, heard = PlaceTool(window.canvas), []
    tool.clicked.connect(lambda place: heard.append("click"))
    tool.dragged.connect(lambda start, end: heard.append("drag"))
    tool.left.connect(lambda: heard.append("left"))
    for end in (QPointF(21, 20), QPointF(90, 90)):
        tool.canvasPressEvent(mouse(QEvent.Type.MouseButtonPress, QPointF(20, 20)))
        tool.canvasReleaseEvent(mouse(QEvent.Type.MouseButtonRelease, end))
    tool.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier))
    assert heard == ["click", "drag", "left"] and tool.reach > 0

    drawn = QImage(300, 300, QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.white)
    signs, empty = ScenarioSigns(window.canvas), drawn.copy()
    signs.show_signs([Sign("a", action, (40.0 * (n + 1), 60.0), (40.0, 250.0)) for n, action in enumerate(COLOURS)])
    painter = QPainter(drawn)
    signs.paint(painter)
    painter.end()
    assert drawn != empty


def mouse(kind, place):
    left = Qt.MouseButton.LeftButton
    return QMouseEvent(kind, place, place, left, left, Qt.KeyboardModifier.NoModifier)


def test_a_choice_in_a_tools_dialog(application):
    """What Processing's dialogs show for a choice among words."""
    from narvard_plugin.gui.enum_choice import EnumChoice

    class Words(stand_in.Anything):
        def options(self):
            return ["car", "foot"]

    choice = EnumChoice(Words(), object(), labels={"car": "Bil", "foot": "Till fots"})
    heard = []
    choice.widgetValueHasChanged.connect(heard.append)
    choice.widget.setCurrentIndex(1)
    assert choice.value() == "foot" and heard == [choice]


def test_every_widget_of_the_plugin_was_built():
    """Last: a widget that the tests above never met would be shown by nobody."""
    from importlib import import_module

    root = Path(import_module(GUI).__file__).parent
    names = [".".join((GUI, *path.relative_to(root).with_suffix("").parts)) for path in root.rglob("*.py")]
    there = {
        one
        for module in map(import_module, names)
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, QWidget) and one.__module__ == module.__name__
    }
    assert len(there) > 40
    assert {one.__name__ for one in there - BUILT} == set()
