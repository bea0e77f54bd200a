"""From the draft to the sent answer: what must be settled, the stance that is proposed and why, and a person's decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Optional

from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...core.plans import codes
from ...i18n import tr
from ...reports.statement import decide_with_document
from ...reports.templates import Templates
from ...store.plans import referrals, statements
from ..plain_text import plain_label
from .buttons import ButtonGrid, action_button
from .plan_state import Change, PlanState
from .words import heading, spoken, word


class DecisionView(QWidget):
    def __init__(self, state: PlanState, background: Callable[[], list], parent=None):
        super().__init__(parent)
        self._state, self._background = state, background
        self._shown: tuple = ()
        self.proposal, self.open, self.said = plain_label(), plain_label(), plain_label()
        self.stance, self.summary = QComboBox(), QPlainTextEdit()
        self.draft, self.send = action_button(tr("&Store the draft")), action_button(tr("&Put before the decision"))
        self.who, self.day, self.point = QLineEdit(), QDateEdit(), QLineEdit()
        self.decide, self.back = action_button(tr("&Decide")), action_button(tr("Take &back to draft"))
        self.receiver, self.sent_on = QLineEdit(), QDateEdit()
        self.dispatch = action_button(tr("&Note that it was sent"))
        self.notify = action_button(tr("Note that the &board was told"))
        self._make_fields()
        self._connect()
        self._arrange()

    def show_statement(self) -> None:
        dossier = self._state.dossier
        row = dossier.newest if dossier else None
        status = row["status"] if row else statements.DRAFT
        referral = dossier.referral if dossier else {}
        shown = (row["statement_id"], row["row_version"]) if row else (self._state.chosen,)
        if shown != self._shown:
            self._fill(row, referral)
            self._shown = shown
        self.proposal.setText(_proposal(dossier.statement.content) if dossier else "")
        self.open.setText(_open(dossier.statement.content) if dossier else "")
        self.open.setVisible(bool(self.open.text()))
        self.said.setText(_status(row, referral) if dossier else tr("Choose a planremiss in the list of cases first."))
        drafting = bool(dossier) and status == statements.DRAFT
        deciding = bool(dossier) and status == statements.BEFORE_DECISION
        decided, sent = referral.get("status") == "beslutad", referral.get("status") in codes.REFERRAL_STATUSES[5:9]
        for form, on in ((self._drafting, drafting or deciding), (self._deciding, deciding), (self._sending, decided)):
            form.setVisible(on)
        self.summary.setReadOnly(not drafting)
        for button, on in (
            (self.draft, drafting),
            (self.send, drafting),
            (self.decide, deciding),
            (self.back, deciding),
        ):
            button.setVisible(on)
        self.dispatch.setVisible(decided)
        delegated = referral.get("level") == "delegation" and not referral.get("delegation_notified")
        offered = (
            (self.draft, drafting), (self.send, drafting), (self.decide, deciding), (self.back, deciding),
            (self.dispatch, decided), (self.notify, sent and delegated),
        )  # fmt: skip
        self._buttons.show_only([button for button, on in offered if on])
        self._offer()

    def _offer(self, *_) -> None:
        """A decision needs a stance and a name; a dispatch a receiver."""
        self.decide.setEnabled(bool(self.stance.currentData()) and bool(self.who.text().strip()))
        self.dispatch.setEnabled(bool(self.receiver.text().strip()))

    def _store(self, send: bool = False) -> None:
        referral_id, stance, summary = self._state.chosen, self.stance.currentData(), self.summary.toPlainText()

        def work(workspace, version) -> None:
            with workspace.transaction():
                statement_id = statements.draft_statement(
                    workspace, referral_id, summary=summary, stance=stance or None, row_version=version
                )
                if send:
                    row = statements.read_statement(workspace, statement_id)
                    statements.send_to_decision(workspace, statement_id, row["row_version"])

        done = tr("The answer is put before the decision.") if send else tr("The draft is stored.")
        self._change(work, done, stance=stance, summary=summary)

    def _decide(self) -> None:
        statement_id, stance, who = self._row["statement_id"], self.stance.currentData(), self.who.text()
        day, point = self.day.date().toPyDate().isoformat(), self.point.text()
        templates, background = Templates(spoken()), self._background()

        def work(workspace, version) -> None:
            decide_with_document(
                workspace, statement_id, stance, who, day, point, version, templates=templates, background=background
            )

        mine = {"stance": stance, "decided_by": who, "decision_date": day, "delegation_point": point}
        self._change(work, tr("Decided. The answer is frozen with its file."), in_window=True, **mine)

    def _take_back(self) -> None:
        statement_id = self._row["statement_id"]
        self._change(
            lambda workspace, version: statements.take_back(workspace, statement_id, version), tr("Back to draft.")
        )

    def _dispatch(self) -> None:
        day, to, today = self.sent_on.date().toPyDate(), self.receiver.text(), self._state.today()
        referral_id = self._state.chosen  # another may be chosen before the thread comes to it
        self._of_referral(
            lambda workspace, version: referrals.dispatch(workspace, referral_id, day, to, version, today),
            tr("The answer is noted as sent."),
        )

    def _notify(self) -> None:
        referral, today = self._state.dossier.referral, self._state.today()
        row = self._row or {}
        point = referral["delegation_point"] or row.get("delegation_point") or ""
        self._of_referral(
            lambda workspace, version: referrals.notify_delegation(
                workspace, referral["referral_id"], point, today, version
            ),
            tr("The board's information is noted."),
        )

    @property
    def _row(self) -> Optional[Mapping]:
        return self._state.dossier.newest

    def _change(self, work, done: str, in_window: bool = False, **mine) -> None:
        statement_id = self._row["statement_id"] if self._row else ""
        self._state.change(Change("statements", statement_id, work, mine, done, in_window))

    def _of_referral(self, work, done: str) -> None:
        self._state.change(Change("referrals", self._state.chosen, work, done=done))

    def _fill(self, row: Optional[Mapping], referral: Mapping) -> None:
        today = QDate(self._state.today().year, self._state.today().month, self._state.today().day)
        self.stance.setCurrentIndex(max(0, self.stance.findData((row or {}).get("stance") or "")))
        self.summary.setPlainText((row or {}).get("summary") or "")
        self.point.setText(referral.get("delegation_point") or "")
        self.who.clear()
        for field in (self.day, self.sent_on):
            field.setDate(today)

    def _make_fields(self) -> None:
        self.stance.addItem("–", "")
        for stance in codes.STANCES:
            self.stance.addItem(heading("stances", stance), stance)
        self.stance.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.stance.setMinimumContentsLength(14)
        self.summary.setTabChangesFocus(True)
        self.summary.setMinimumHeight(round(self.summary.fontMetrics().height() * 4))
        for field in (self.day, self.sent_on):
            field.setCalendarPopup(True)
            field.setDisplayFormat("yyyy-MM-dd")
        self.receiver.setPlaceholderText(tr("The municipality's address for answers"))

    def _connect(self) -> None:
        self.draft.clicked.connect(lambda: self._store())
        self.send.clicked.connect(lambda: self._store(send=True))
        self.decide.clicked.connect(self._decide)
        self.back.clicked.connect(self._take_back)
        self.dispatch.clicked.connect(self._dispatch)
        self.notify.clicked.connect(self._notify)
        self.stance.currentIndexChanged.connect(self._offer)
        self.who.textChanged.connect(self._offer)
        self.receiver.textChanged.connect(self._offer)

    def _arrange(self) -> None:
        self._drafting = _form((tr("S&tance"), self.stance), (tr("S&ummary"), self.summary))
        self._deciding = _form(
            (tr("Decided b&y"), self.who),
            (tr("D&ate of the decision"), self.day),
            (tr("De&legation point"), self.point),
        )
        self._sending = _form((tr("Sent &to"), self.receiver), (tr("Sent &on"), self.sent_on))
        self._buttons = ButtonGrid((self.draft, self.send, self.decide, self.back, self.dispatch, self.notify))
        inside = QWidget()
        inner = QVBoxLayout(inside)
        for part in (self.said, self.proposal, self.open, self._drafting, self._deciding, self._sending):
            inner.addWidget(part)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area, 1)
        layout.addWidget(self._buttons)


def _form(*rows) -> QWidget:
    form = QWidget()
    fields = QFormLayout(form)
    fields.setContentsMargins(0, 0, 0, 0)
    fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    for label, field in rows:
        fields.addRow(label, field)
    return form


def _proposal(content: Mapping) -> str:
    """What the program proposes, and by which rules; a person decides."""
    told = content["proposal"]
    text = tr("Proposed stance: {stance}.").format(stance=word("stances", told["stance"]))
    why = tr("Because of {rules}.").format(rules=", ".join(told["because"])) if told["because"] else tr(
        "No remark has been confirmed."
    )  # fmt: skip
    also = [tr("{stance} can be chosen too.").format(stance=word("stances", one)) for one in told["offered"]]
    return " ".join((text, why, *also))


def _open(content: Mapping) -> str:
    """What must be looked at before the decision, a line each."""
    lines = []
    for head, found in (
        (tr("Not settled, of weight condition or opposition:"), content["open"]),
        (tr("Found but confirmed by nobody, of weight condition or opposition:"), content["unconfirmed"]),
    ):
        if found:
            lines.append(head)
        for one in found:
            title = one["title"][spoken()] if one["title"] else ""
            lines.append(
                f"• {one['rule_id']} {title}: {word('verdicts', one['verdict'])} ({word('severities', one['severity'])})"
            )
    return "\n".join(lines)


def _status(row: Optional[Mapping], referral: Mapping) -> str:
    if row is None:
        return tr("There is no draft yet. Nothing is decided.")
    if row["status"] == statements.DRAFT:
        return tr("Draft. Nothing is decided.")
    if row["status"] == statements.BEFORE_DECISION:
        return tr("Before the decision: {level}.").format(level=word("levels", referral["level"]))
    text = tr("Decided by {who} on {date}: {stance}.").format(
        who=row["decided_by"], date=row["decision_date"], stance=word("stances", row["stance"])
    )
    if referral["dispatched"]:
        text = " ".join(
            (
                text,
                tr("Sent on {date} to {to}.").format(date=referral["dispatched"], to=referral["dispatched_to"] or "–"),
            )
        )
    return text
