"""Buttons of the plan dock: as narrow as the panel, each with its key."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from ..plain_text import tip

_ACROSS = 2


def action_button(text: str) -> QPushButton:
    """A button that takes the width there is; ``&`` in its text stands before the letter that presses it with Alt."""
    button = QPushButton(text)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    button.setToolTip(tip(text.replace("&", "")))
    return button


class ButtonGrid(QWidget):
    """Two in a row; those that cannot be used leave no gap."""

    def __init__(self, buttons: Sequence[QPushButton], parent=None):
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self._shown: list[QPushButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for button in self._buttons:
            button.setParent(self)
        self.show_only(self._buttons)

    def show_only(self, wanted: Sequence[QPushButton]) -> None:
        shown = [button for button in self._buttons if button in wanted]
        if shown == self._shown:
            return
        self._shown = shown
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.setVisible(button in shown)
        for at, button in enumerate(shown):
            alone = at == len(shown) - 1 and at % _ACROSS == 0
            self._grid.addWidget(button, at // _ACROSS, at % _ACROSS, 1, _ACROSS if alone else 1)
