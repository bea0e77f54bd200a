"""Text from outside – names, file paths, answers of servers – shown as it stands: Qt takes ``<b>`` for markup and ``&`` for a key."""

from __future__ import annotations

from html import escape

from qgis.core import Qgis
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QSizePolicy

_SECONDS = 8  # that a sentence stands in the message bar; what went wrong stands until it is closed


def plain_label(text: str = "") -> QLabel:
    """A label of as many lines as it needs."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def tip(text: str) -> str:
    """A tooltip; Qt guesses for each whether it is markup."""
    return f"<qt>{_lines(text)}</qt>" if "<" in text or "&" in text else text


def caption(text: str) -> str:
    """The text of a button or a menu's row, where ``&`` would underline a letter."""
    return text.replace("&", "&&")


def narrow_button(text: str) -> QPushButton:
    """A button that takes the width there is, in a panel that can be narrower than its words."""
    button = QPushButton(caption(text))
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    button.setToolTip(tip(text))
    return button


def tell(window, text: str, level: int) -> None:
    """A sentence in the message bar of the ``window``, which takes everything for markup."""
    level = Qgis.MessageLevel(level)
    lasting = level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)
    window.messageBar().pushMessage("Närvård", _lines(text), level, 0 if lasting else _SECONDS)


def _lines(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
