"""The rows of buttons of the page "Scenario": what can be done on the map, and the steps that were made."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QHBoxLayout, QPushButton, QToolButton, QWidget

from ..core.scenarios.changes import CHANGE_ROLE, CLOSE, MOVE, OPEN
from ..i18n import tr
from .plain_text import tip


class EditTools(QWidget):
    """One button an edit; at most one is down. ``begun`` with its action, ``ended`` when none is down any more."""

    begun = pyqtSignal(str)
    ended = pyqtSignal()

    buttons: dict[str, QToolButton]

    def __init__(self, parent=None):
        super().__init__(parent)
        self.buttons = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for action, word in (
            (OPEN, tr("&Add")), (MOVE, tr("&Move")), (CLOSE, tr("Cl&ose")), (CHANGE_ROLE, tr("Change ro&le")),
        ):  # fmt: skip
            button = QToolButton()
            button.setText(word)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.toggled.connect(lambda on, action=action: self._toggled(action, on))
            self.buttons[action] = button
            row.addWidget(button)
        row.addStretch()

    @property
    def action(self) -> str:
        """The action whose button is down; "" for none."""
        return next((action for action, button in self.buttons.items() if button.isChecked()), "")

    def begin(self, action: str) -> None:
        self.buttons[action].setChecked(True)

    def leave(self) -> None:
        if self.action:
            self.buttons[self.action].setChecked(False)

    def _toggled(self, action: str, on: bool) -> None:
        if on:
            for other, button in self.buttons.items():
                if other != action:
                    button.setChecked(False)
            self.begun.emit(action)
        elif not self.action:
            self.ended.emit()


class Steps(QWidget):
    """Undo and redo of a ``stack``, and taking out what is selected."""

    remove: QPushButton

    def __init__(self, stack, parent: QWidget):
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for word, act, possible, told, keys in (
            (tr("&Undo"), stack.undo, stack.canUndoChanged, stack.undoTextChanged, QKeySequence.StandardKey.Undo),
            (tr("Re&do"), stack.redo, stack.canRedoChanged, stack.redoTextChanged, QKeySequence.StandardKey.Redo),
        ):
            action = _step(parent, word, act, keys)
            possible.connect(action.setEnabled)
            plain = word.replace("&", "")
            told.connect(
                lambda step, action=action, word=plain: action.setToolTip(tip(f"{word}: {step}" if step else word))
            )
            button = QToolButton()
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        self.remove = QPushButton(tr("&Take out"))
        self.remove.setToolTip(tr("Take the selected changes out of the scenario."))
        row.addStretch()
        row.addWidget(self.remove)


def _step(page: QWidget, word: str, act, keys) -> QAction:
    action = QAction(word, page)
    action.triggered.connect(act)
    action.setEnabled(False)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    page.addAction(action)
    return action
