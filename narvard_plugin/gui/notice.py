"""What a page says where it has nothing to show: what is missing, that it reads, or what went wrong and what to do."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QStyle, QVBoxLayout

from .plain_text import plain_label

EMPTY, LOADING, ERROR = "empty", "loading", "error"


class Notice(QFrame):
    """Hidden until it has something to say."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.kind = ""
        self._sign, self.text = QLabel(), plain_label()
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._running = QProgressBar()
        self._running.setRange(0, 0)
        self._running.setTextVisible(False)
        self._running.setMaximumHeight(self.fontMetrics().height() // 2)
        self.button = QPushButton()
        self._act = None
        self.button.clicked.connect(lambda: self._act and self._act())
        words = QVBoxLayout()
        for part in (self.text, self._running):
            words.addWidget(part)
        words.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QHBoxLayout(self)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self.clear()

    def clear(self) -> None:
        self.kind = ""
        self.hide()

    def say(self, kind: str, text: str, button: str = "", act=None) -> None:
        """Show ``text``; a ``button`` does ``act``."""
        self.kind, self._act = kind, act
        self.text.setText(text)
        self._running.setVisible(kind == LOADING)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        sign = {
            EMPTY: QStyle.StandardPixmap.SP_MessageBoxInformation,
            ERROR: QStyle.StandardPixmap.SP_MessageBoxWarning,
        }.get(kind)
        self._sign.setVisible(sign is not None)
        if sign is not None:
            size = int(1.6 * self.fontMetrics().height())
            self._sign.setPixmap(self.style().standardIcon(sign).pixmap(size, size))
        self.setAccessibleName(text)
        self.show()
