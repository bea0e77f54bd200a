"""What a person does with a rule's verdict: confirms it, changes it with a reason, answers its question, confirms a number."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QDate, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...core.plans import codes
from ...core.plans.checklist import Rule
from ...i18n import tr
from ...store.plans.checks import answer_question, confirm, override
from ..plain_text import plain_label
from ..tool_dialogs import ToolRun
from .buttons import ButtonGrid, action_button
from .plan_state import Change, PlanState
from .symbols import sign
from .words import figure, heading, spoken, word

NUMBERS = "confirmplanparameter"


class CheckActions(QWidget):
    """One form at a time, below the buttons that choose it; ``opened`` when another is shown."""

    opened = pyqtSignal()

    def __init__(self, state: PlanState, parent=None):
        super().__init__(parent)
        self._state, self._rule = state, None
        self._number = ""
        self._run: Optional[ToolRun] = None
        self.confirm = action_button(tr("&Confirm"))
        self.change, self.answer = action_button(tr("C&hange verdict…")), action_button(tr("&Answer…"))
        self.number = action_button(tr("Confirm &number…"))
        self._forms = QStackedWidget()
        self._forms.addWidget(QWidget())
        self._forms.addWidget(self._change_form())
        self._forms.addWidget(self._answer_form())
        self._forms.addWidget(self._number_form())
        self._forms.hide()
        self.confirm.clicked.connect(self._confirm)
        for at, button in enumerate((self.change, self.answer, self.number), 1):
            button.setCheckable(True)
            button.clicked.connect(lambda on, at=at: self._open(at if on else 0))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ButtonGrid((self.confirm, self.change, self.answer, self.number)))
        layout.addWidget(self._forms)

    def show_rule(self, rule: Optional[Rule]) -> None:
        """Offer what can be done with the rule now; a form that is being filled in for it stays."""
        same = rule is not None and self._rule is not None and rule.id == self._rule.id
        self._rule = rule
        dossier = self._state.dossier
        check = dossier.checks.get(rule.id) if dossier and rule else None
        self.setVisible(not self._state.reader)
        verdict = check["verdict"] if check else codes.NOT_JUDGED
        may = check is not None and dossier.is_open
        self.confirm.setEnabled(may and verdict != codes.NOT_JUDGED and not check["confirmed_by"])
        self.change.setEnabled(may)
        self.answer.setEnabled(may and bool(rule.answers))
        loose = dossier.loose.get(rule.id, ()) if dossier and rule else ()
        self.number.setEnabled(bool(loose))
        if not same:
            self._open(0)
            self.reason.clear()
            self.note.clear()
            self._fill_answers(check)
            self._number = loose[0] if loose else ""

    def ask_number(self, name: str) -> None:
        """Open the form that confirms a number of the checklist."""
        self._number = name
        self._open(3)

    def _open(self, at: int) -> None:
        for place, button in enumerate((self.change, self.answer, self.number), 1):
            button.setChecked(place == at)
        self._forms.setCurrentIndex(at)
        self._fit(at)
        self._forms.setVisible(at > 0)
        if at == 3:
            self._fill_number()
        first = {1: self.verdict, 2: next(iter(self._choices.buttons()), None), 3: self.value}.get(at)
        if first is not None:
            first.setFocus()
        self.opened.emit()

    def _fit(self, at: int) -> None:
        """As high as the form that is open, not as the highest."""
        usual, none = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored
        for place in range(self._forms.count()):
            self._forms.widget(place).setSizePolicy(usual, usual if place == at else none)

    def _confirm(self) -> None:
        check, who = self._check(), self._state.person
        self._do(
            lambda workspace, version: confirm(workspace, check["check_id"], who, version),
            {"verdict": check["verdict"]},
        )

    def _override(self) -> None:
        check, who = self._check(), self._state.person
        verdict, reason = self.verdict.currentData(), self.reason.text()
        self._do(
            lambda workspace, version: override(workspace, check["check_id"], verdict, reason, who, version),
            {"verdict": verdict, "reason": reason},
        )

    def _answer(self) -> None:
        chosen = self._choices.checkedButton()
        if chosen is None:
            self._state.failed.emit(tr("Choose one of the answers first."))
            return
        check, who, answers = self._check(), self._state.person, dict(self._rule.answers)
        answer, note = chosen.property("answer"), self.note.text()
        self._do(
            lambda workspace, version: answer_question(
                workspace, check["check_id"], answer, note, who, version, answers=answers
            ),
            {"answer": answer, "reason": note},
        )

    def _confirm_number(self) -> None:
        """By the tool, which also refuses numbers that go against each other."""
        given = {
            "WORKSPACE": self._state.workspace,
            "VALUES": f"{self._number}={self.value.text()}",
            "DECISION": self.decision.text(),
            "DECISION_DATE": self.day.date().toPyDate().isoformat(),
            "WHO": self.who.text(),
            "OUTPUT": "memory:",
        }
        title = self._state.dossier.parameters[self._number].parameter.title.get(spoken())
        self._run = ToolRun(NUMBERS, given, self)
        self._run.failed.connect(self._state.failed)
        self._run.finished.connect(lambda _: self._number_confirmed(title))

    def _number_confirmed(self, title: str) -> None:
        self._open(0)
        self._state.changed.emit(tr("{title} is confirmed. Run the rules again to judge by it.").format(title=title))
        self._state.load()

    def _check(self):
        return self._state.dossier.checks[self._rule.id]

    def _do(self, work, mine) -> None:
        done = tr("{rule} is settled.").format(rule=self._rule.id)
        if self._state.change(Change("checks", self._check()["check_id"], work, mine, done)):
            self._open(0)

    def _fill_answers(self, check) -> None:
        for button in self._choices.buttons():
            self._choices.removeButton(button)
            button.deleteLater()
        dossier = self._state.dossier
        asks = self._rule is not None and self._rule.question is not None
        self.question.setText(dossier.filled(self._rule.question, spoken()) if asks else "")
        for answer in self._rule.answers if self._rule else ():
            label = dossier.checklist.answer_labels.get(answer)
            button = QRadioButton(label.get(spoken()) if label else answer)
            button.setProperty("answer", answer)
            button.setToolTip(
                tr("gives the verdict {verdict}").format(verdict=word("verdicts", self._rule.answers[answer]))
            )
            button.setChecked(check is not None and check["answer"] == answer)
            self._choices.addButton(button)
            self._answers.addWidget(button)

    def _fill_number(self) -> None:
        one = self._state.dossier.parameters[self._number]
        self.asked.setText(
            tr("{title}, in {unit}. The list proposes {value}.").format(
                title=one.parameter.title.get(spoken()),
                unit=one.parameter.unit.get(spoken()),
                value=figure(one.parameter.value),
            )
        )
        self.value.setText(figure(one.value))
        self.who.setText(self._state.person)
        today = self._state.today()
        self.day.setDate(QDate(today.year, today.month, today.day))

    def _change_form(self) -> QWidget:
        form, fields = QWidget(), QFormLayout()
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.verdict, self.reason, self.store = QComboBox(), QLineEdit(), QPushButton(tr("Change the verdict"))
        for verdict in codes.VERDICTS:
            self.verdict.addItem(sign(verdict), heading("verdicts", verdict), verdict)
        self.reason.setPlaceholderText(tr("Why you judge otherwise than the program (required)"))
        self.store.setEnabled(False)
        self.reason.textChanged.connect(lambda text: self.store.setEnabled(bool(text.strip())))
        self.reason.returnPressed.connect(self.store.click)
        self.store.clicked.connect(self._override)
        fields.addRow(tr("&Verdict"), self.verdict)
        fields.addRow(tr("R&eason"), self.reason)
        fields.addRow(self.store)
        form.setLayout(fields)
        return form

    def _answer_form(self) -> QWidget:
        form, layout = QWidget(), QVBoxLayout()
        self.question, self.note, self.send = plain_label(), QLineEdit(), QPushButton(tr("Store the answer"))
        self._choices, self._answers = QButtonGroup(self), QHBoxLayout()
        self.note.setPlaceholderText(tr("Note, such as where it stands in the documents"))
        self.note.setAccessibleName(tr("Note"))
        self.note.returnPressed.connect(self.send.click)
        self.send.clicked.connect(self._answer)
        layout.addWidget(self.question)
        layout.addLayout(self._answers)
        layout.addWidget(self.note)
        layout.addWidget(self.send)
        form.setLayout(layout)
        return form

    def _number_form(self) -> QWidget:
        form, fields = QWidget(), QFormLayout()
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.asked, self.value, self.who = plain_label(), QLineEdit(), QLineEdit()
        self.decision, self.day, self.settle = QLineEdit(), QDateEdit(), QPushButton(tr("Confirm the number"))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.decision.setPlaceholderText(tr("diarienummer and paragraph, as RS 2026/123 § 45"))
        self.settle.clicked.connect(self._confirm_number)
        fields.addRow(self.asked)
        for label, field in (
            (tr("Va&lue"), self.value),
            (tr("&Who confirms"), self.who),
            (tr("Decision"), self.decision),
            (tr("Date of the decision"), self.day),
        ):
            fields.addRow(label, field)
        fields.addRow(self.settle)
        form.setLayout(fields)
        return form
