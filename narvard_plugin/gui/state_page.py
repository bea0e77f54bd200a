"""What the dock shows when there is nothing to show yet: empty, loading, and what went wrong with what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from .icons import icon
from .plain_text import plain_label

Action = tuple[str, Callable[[], None]]


class StatePage(QWidget):
    """A heading, one or two sentences, a bar while something is going on, and what can be done."""

    heading: QLabel
    text: QLabel
    bar: QProgressBar

    def __init__(self, parent=None):
        super().__init__(parent)
        self._picture = QLabel()
        self._picture.setPixmap(icon("narvard").pixmap(QSize(48, 48)))
        self.heading, self.text, self.bar = plain_label(), plain_label(), QProgressBar()
        font = self.heading.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.heading.setFont(font)
        for label in (self._picture, self.heading, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self.buttons: list[QPushButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.addStretch(1)
        for widget in (self._picture, self.heading, self.text, self.bar):
            self._layout.addWidget(widget)
        self._layout.addStretch(2)

    def show_state(self, heading: str, text: str, actions: Sequence[Action] = (), working: bool = False) -> None:
        self.heading.setText(heading)
        self.text.setText(text)
        self.bar.setVisible(working)
        self.bar.setValue(0)
        for button in self.buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(*action) for action in actions]
        for place, button in enumerate(self.buttons):
            self._layout.insertWidget(5 + place, button, 0, Qt.AlignmentFlag.AlignHCenter)
        if self.buttons:
            self.buttons[0].setDefault(True)

    def _button(self, label: str, action: Callable[[], None]) -> QPushButton:
        button = QPushButton(label)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: action())
        return button
