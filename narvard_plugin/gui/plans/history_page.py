"""The page "Historik": what has happened in the case, in plain words, newest first."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QHeaderView, QLineEdit, QVBoxLayout, QWidget

from ...i18n import tr
from ..plain_text import plain_label
from .case_history import Happening
from .lists import Line, ListModel, Roomy, reading_table
from .plan_state import PlanState


class HistoryPage(QWidget):
    def __init__(self, state: PlanState, parent=None):
        super().__init__(parent)
        self._state = state
        self.search, self.said = QLineEdit(), plain_label()
        self.search.setPlaceholderText(tr("Search in what happened"))
        self.search.setAccessibleName(tr("Search in what happened"))
        self.search.setClearButtonEnabled(True)
        self.model = ListModel((tr("When"), tr("What happened")), self)
        self.table = reading_table(self.model, tr("What has happened in the case"), 1)
        self.table.setWordWrap(True)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.search)
        layout.addWidget(self.said)
        layout.addWidget(Roomy(self.table, 10), 1)
        self.search.textChanged.connect(self._show)
        state.dossier_changed.connect(self._show)
        self._show()

    def _show(self, *_) -> None:
        dossier = self._state.dossier
        wanted = self.search.text().casefold().split()
        happened = dossier.happenings if dossier else ()
        chosen = [one for one in happened if all(part in " ".join(one).casefold() for part in wanted)]
        self.model.show([_line(one) for one in chosen])
        text = tr("{n} of {m} events and changes.").format(n=len(chosen), m=len(happened))
        self.said.setText(text if dossier else tr("Choose a planremiss in the list of cases first."))


def _line(one: Happening) -> Line:
    who = one.who or tr("another program")
    return Line((f"{one.time[:16].replace('T', ' ')}\n{who}", f"{one.what}: {one.text}"))
