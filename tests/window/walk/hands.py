"""What the walk does its steps with, inside QGIS: a real mouse, keys, waiting for what must become true, and the camera."""

from __future__ import annotations

import json
import os
import subprocess
import time
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsProcessingAlgorithmDialogBase
from qgis.PyQt.QtCore import QEvent, QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QToolButton,
    QWidget,
)
from qgis.utils import iface

TOLD = json.loads(os.environ["NARVARD_TOLD"])
#: The pictures in their order, and what each step has proved; ``error`` where the walk ended.
SAW: dict = {"pictures": [], "facts": {}}
_PATIENCE = 240  # seconds; a condition that does not come true by then never does
_begun = time.monotonic()
_proved: list[str] = []


def wait_for(condition, what: str, seconds: float = _PATIENCE) -> None:
    """Let QGIS work until ``condition()`` is true."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"it did not come true that {what}")
        QTest.qWait(40)


def prove(true: bool, sentence: str) -> None:
    """What must be so after a step; the page of the walk says it beside the picture."""
    if not true:
        raise AssertionError(f"this is not so: {sentence}")
    _proved.append(sentence)


def photograph(number: str, name: str, caption: str) -> None:
    """The whole screen, when the map has been drawn and nothing more waits to be painted."""
    settle()
    _refuse_paths()
    file = f"{number}_{name}.png"
    QApplication.primaryScreen().grabWindow(0).save(os.path.join(TOLD["pictures"], file))
    seconds = round(time.monotonic() - _begun, 1)
    SAW["pictures"].append({"file": file, "caption": caption, "proved": list(_proved), "seconds": seconds})
    _proved.clear()


def settle() -> None:
    """Nothing is drawn, read or computed any more."""
    canvas, tasks = iface.mapCanvas(), QgsApplication.taskManager()
    QTest.qWait(300)
    wait_for(lambda: not canvas.isDrawing() and tasks.countActiveTasks() == 0, "QGIS came to rest")
    QTest.qWait(400)  # what was painted reaches the screen


def clear_messages() -> None:
    iface.messageBar().clearWidgets()


def _refuse_paths() -> None:
    """No picture shows where on this machine the walk was taken."""
    for widget in QApplication.allWidgets():
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            text = _text_of(widget)
            if any(place in text for place in TOLD["private"]):
                raise AssertionError(f"a path of this machine would be in the picture: {text[:200]}")


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, (QTextEdit, QPlainTextEdit)):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, (QLabel, QLineEdit, QAbstractButton)):
        return widget.text()
    return widget.windowTitle() if widget.isWindow() else ""


# The mouse


def mouse(*words) -> None:
    """One order to the screen's own mouse, and time for QGIS to feel it."""
    started = subprocess.Popen(["xdotool", *map(str, words)])
    wait_for(lambda: started.poll() is not None, "the mouse moved")
    QTest.qWait(120)


def click(widget: QWidget, place: QPoint | None = None, times: int = 1) -> None:
    """Click where ``widget`` is drawn, in its middle unless told; somebody must be able to: nothing may lie above it."""
    reveal(widget)
    local = place if place is not None else widget.rect().center()
    there = widget.mapToGlobal(local)
    _refuse_hidden(widget, there)
    mouse("mousemove", there.x(), there.y())
    mouse("click", "--repeat", times, "--delay", 60, 1)


def reveal(widget: QWidget) -> None:
    """Scroll to it, as one does with the wheel."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    QTest.qWait(80)


def _refuse_hidden(widget: QWidget, there: QPoint) -> None:
    def found() -> bool:
        above = QApplication.widgetAt(there)
        return above is not None and (above is widget or widget.isAncestorOf(above))

    name = widget.accessibleName() or getattr(widget, "text", lambda: "")() or type(widget).__name__
    wait_for(lambda: widget.isVisible() and widget.isEnabled() and found(), f"“{name}” can be clicked", 60)


def click_row(view, index) -> None:
    """A row of a table, list or tree."""
    wait_for(index.isValid, "the row is there", 60)
    view.scrollTo(index)
    QTest.qWait(80)
    click(view.viewport(), view.visualRect(index).center())


def choose(combo: QComboBox, data: object) -> None:
    """Open the list and click the entry that stands for ``data``."""
    at = next(row for row in range(combo.count()) if combo.itemData(row) == data)
    reveal(combo)
    combo.showPopup()
    QTest.qWait(200)
    view = combo.view()
    index = combo.model().index(at, combo.modelColumn(), combo.rootModelIndex())
    view.scrollTo(index)
    QTest.qWait(100)
    click(view.viewport(), view.visualRect(index).center())
    wait_for(lambda: combo.currentIndex() == at, "the entry is chosen", 30)


def choose_in_menu(button: QToolButton, wanted: str) -> None:
    """Open the button's menu and click the entry that holds ``wanted``; the menu keeps QGIS to itself while it is open."""

    def pick() -> None:
        menu = button.menu()
        entry = next(one for one in menu.actions() if wanted in one.text().replace("&", ""))
        there = menu.mapToGlobal(menu.actionGeometry(entry).center())
        subprocess.Popen(["xdotool", "mousemove", str(there.x()), str(there.y()), "click", "1"])

    QTimer.singleShot(900, pick)
    click(button)


# The keys


def write(field: QWidget, text: str) -> None:
    """Type over what stands in a field."""
    reveal(field)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    if not text:
        QTest.keyClick(field, Qt.Key.Key_Delete)
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
    QTest.qWait(100)


def answer_dialog(kind: type, text: str) -> None:
    """Write into the one field of the ``kind`` of dialog that opens next, and accept it."""

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(100, fill)
            return
        write(dialog.findChild(QLineEdit), text)
        dialog.accept()

    QTimer.singleShot(100, fill)


# Tools


def tool_dialog() -> QgsProcessingAlgorithmDialogBase:
    """The dialog of a tool, as soon as it is open."""
    wait_for(lambda: _open_dialog() is not None, "the tool's dialog opened", 60)
    dialog = _open_dialog()
    dialog.resize(1000, 700)
    frame = dialog.screen().availableGeometry()
    dialog.move(frame.center() - QPoint(500, 370))
    QTest.qWait(300)
    return dialog


def _open_dialog():
    found = [one for one in QApplication.topLevelWidgets()
             if isinstance(one, QgsProcessingAlgorithmDialogBase) and one.isVisible()]  # fmt: skip
    return found[-1] if found else None


def in_dialog(opening, work) -> None:
    """Do ``opening()``, and ``work(dialog)`` in the tool's dialog, which keeps QGIS to itself until it is closed."""
    ended: list = []

    def begin() -> None:
        if _open_dialog() is None:
            QTimer.singleShot(200, begin)
            return
        try:
            work(tool_dialog())
            ended.append(None)
        except Exception as error:
            ended.append(error)
            close(_open_dialog())

    QTimer.singleShot(200, begin)
    opening()
    wait_for(lambda: ended, "the work in the dialog is done")
    if ended[0] is not None:
        raise ended[0]


def fill(dialog, **values) -> None:
    """What stands in the dialog's fields, with ``values`` over it."""
    try:
        given = dialog.createProcessingParameters()
    except Exception:  # Processing's own: what must be filled in is still empty
        given = {}
    dialog.setParameters({**given, **values})
    QTest.qWait(300)


def run(dialog) -> dict:
    """Press *Kör* and wait for the results; an error is told as the tool says it."""
    ended: list = []
    dialog.algorithmFinished.connect(lambda worked, results: ended.append((worked, dict(results))))
    click(dialog.runButton())
    wait_for(lambda: ended, "the tool has run")
    settle()
    worked, results = ended[0]
    if not worked:
        raise AssertionError(
            f"{dialog.windowTitle()}: {dialog.processingLog() if hasattr(dialog, 'processingLog') else results}"
        )
    return results


def help_button(dialog) -> QAbstractButton:
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Help)


def close(dialog) -> None:
    dialog.close()
    wait_for(lambda: not dialog.isVisible(), "the dialog closed", 30)


def layer_named(name: str):
    return next((one for one in QgsProject.instance().mapLayers().values() if one.name() == name), None)


def own_layers() -> dict:
    """The dock's layers in the project, by key."""
    nodes = QgsProject.instance().layerTreeRoot().findLayers()
    own = {node.layer().customProperty("narvard/dock_key"): node.layer() for node in nodes if node.layer()}
    return {key: layer for key, layer in own.items() if key}


def folder() -> Path:
    """Where the walk keeps its files; QGIS works in it, so that no dialog shows where it is."""
    return Path(TOLD["place"])
