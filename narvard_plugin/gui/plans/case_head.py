"""The head of the plan dock: the chosen planremiss, its next date, what must not be overlooked, and its next step."""

from __future__ import annotations

from datetime import date

from qgis.PyQt.QtCore import QDate, QSize, Qt
from qgis.PyQt.QtWidgets import (
    QDateEdit,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.plans import codes
from ...i18n import tr
from ...store.plans import referrals
from ..plain_text import caption, plain_label
from .buttons import action_button
from .cases_model import due_text, last_chance_sentence
from .plan_state import Change, PlanState
from .symbols import due_sign
from .words import procedure_label, stage_label, word

#: States that are reached by a step of their own: asking functions, the statement, the decision, the dispatch.
_BY_ITSELF = ("fordelad", "for_beslut", "beslutad", "skickad")
#: After these nothing more can be asked of the municipality.
_OVER = codes.REFERRAL_STATUSES[5:]


class CaseHead(QFrame):
    def __init__(self, state: PlanState, parent=None):
        super().__init__(parent)
        self._state = state
        self.title, self.due, self.loud, self.said = plain_label(), plain_label(), plain_label(), plain_label()
        self._sign, self.step, self.more = QLabel(), QToolButton(), QToolButton()
        self.until = QDateEdit()
        self.asked, self.granted = action_button(tr("Extension as&ked for")), action_button(tr("Extension &granted"))
        self._make_parts()
        self._arrange()
        state.dossier_changed.connect(self._show)
        state.overview_changed.connect(self._show)
        state.reader_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        dossier, reader = self._state.dossier, self._state.reader
        row = self._state.row_of(self._state.chosen) if self._state.chosen else None
        self.setVisible(row is not None)
        if row is None:
            return
        self.title.setText(f"{row.name} · {row.place} · {stage_label(row.stage)}")
        self._sign.setVisible(row.due is not None)
        if row.due:
            edge = round(self.fontMetrics().height() * 1.2)
            self._sign.setPixmap(due_sign(row.due.state).pixmap(QSize(edge, edge)))
        self.due.setText(due_text(row.due, self._state.function) if row.due else "")
        self.loud.setText(last_chance_sentence() if row.last_chance else "")
        self.loud.setVisible(row.last_chance)
        told = dossier.said if dossier else ()
        warned = [one.text for one in told if one.warn]
        shown = [text for text in warned if not (row.last_chance and text == told[0].text)]
        self.said.setText("\n".join(f"• {text}" for text in shown))
        self.more.setText(tr("{n} remarks on the time").format(n=len(shown)))
        self.more.setVisible(bool(shown))
        self.said.setVisible(bool(shown) and self.more.isChecked())
        self.step.setText(caption(tr("State: {state}").format(state=word("referral_statuses", row.status))))
        self.step.setEnabled(dossier is not None)
        self.step.setVisible(not reader)
        if dossier is not None:
            self.title.setToolTip(procedure_label(dossier.case["procedure"]))
        self._extension.setVisible(False)

    def _fill_menu(self) -> None:
        menu, status = self.step.menu(), self._state.dossier.referral["status"]
        menu.clear()
        for before, after in codes.REFERRAL_STEPS:
            if before == status and after not in _BY_ITSELF and (before, after) != ("for_beslut", "sammanstallning"):
                text = tr("On to: {state}").format(state=word("referral_statuses", after))
                menu.addAction(caption(text), lambda to=after: self._step(to)).setData(after)
        if menu.isEmpty():
            menu.addAction(_where(status)).setEnabled(False)
        if status not in _OVER:
            menu.addAction(tr("E&xtension (anstånd)…"), self._open_extension)

    def _step(self, to: str) -> None:
        referral_id, today = self._state.chosen, self._state.today()
        self._state.change(
            Change(
                "referrals",
                referral_id,
                lambda workspace, version: referrals.step(workspace, referral_id, to, version, today),
                {"status": to},
                tr("The planremiss is now {state}.").format(state=word("referral_statuses", to)),
            )
        )

    def _open_extension(self) -> None:
        referral = self._state.dossier.referral
        day = date.fromisoformat(referral["extension_to"] or referral["answer_by"])
        self.until.setDate(QDate(day.year, day.month, day.day).addDays(14))
        self._extension.setVisible(True)
        self.until.setFocus()

    def _extend(self, granted: bool) -> None:
        referral_id, day, today = self._state.chosen, self.until.date().toPyDate(), self._state.today()

        def work(workspace, version) -> None:
            if granted:
                referrals.grant_extension(workspace, referral_id, day, version)
            else:
                referrals.ask_extension(workspace, referral_id, day, version, today)

        mine = {"extension_to": day.isoformat()} if granted else {"extension_asked": today.isoformat()}
        self._state.change(Change("referrals", referral_id, work, mine, tr("The extension is noted.")))

    def _make_parts(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.loud.setFont(font)
        self.loud.setStyleSheet("background: #d55e00; color: white; padding: 4px;")
        self.loud.setAccessibleName(last_chance_sentence())
        self.step.setMenu(QMenu(self.step))
        self.step.menu().aboutToShow.connect(self._fill_menu)
        self.step.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setCheckable(True)
        self.more.setAutoRaise(True)
        self.more.toggled.connect(self.said.setVisible)
        for button in (self.step, self.more):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat("yyyy-MM-dd")
        self.until.setAccessibleName(tr("Extension to"))
        self.asked.clicked.connect(lambda: self._extend(granted=False))
        self.granted.clicked.connect(lambda: self._extend(granted=True))

    def _arrange(self) -> None:
        self._extension = QWidget()
        extension = QGridLayout(self._extension)
        extension.setContentsMargins(0, 0, 0, 0)
        extension.addWidget(plain_label(tr("Extension to")), 0, 0)
        extension.addWidget(self.until, 0, 1)
        extension.addWidget(self.asked, 1, 0)
        extension.addWidget(self.granted, 1, 1)
        line, buttons = QHBoxLayout(), QHBoxLayout()
        line.addWidget(self._sign)
        line.addWidget(self.due, 1)
        buttons.addWidget(self.step)
        buttons.addStretch(1)
        buttons.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.addWidget(self.title)
        layout.addLayout(line)
        layout.addWidget(self.loud)
        layout.addLayout(buttons)
        layout.addWidget(self.said)
        layout.addWidget(self._extension)


def _where(status: str) -> str:
    """On which page the next step is taken."""
    if status == "inkommen":
        return tr("Next: distribute it, on the page Delsvar")
    return tr("Next step: on the page Yttrande")
