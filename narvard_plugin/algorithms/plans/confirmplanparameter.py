"""The numbers of the checklist that the region makes its own, by a decision; and the list of those that still wait."""

from __future__ import annotations

from datetime import date

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)

from ...adapters.destination import Destination
from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...core.figures import Unreadable, read_number
from ...core.plans.checklist import Checklist
from ...core.plans.checklist_checks import rules_in_conflict, said
from ...core.plans.judging import Confirmed, leans_on_unconfirmed, parameter_values
from ...core.plans.parameter_states import UNCONFIRMED, ParameterState, parameter_states
from ...i18n import tr
from ...store.plans.parameters import confirm_parameter, confirmed_parameters
from ...store.workspace import open_workspace
from ..base import NarvardAlgorithm
from ..parameters import parts_of, workspace_parameter
from .checklist_parameter import checklist_parameter, read_list, spoken


class ConfirmPlanParameter(NarvardAlgorithm):
    ID = "confirmplanparameter"
    GROUP = "plans"
    TAGS = (
        "checklist", "parameter", "confirm", "decision", "plan", "checklista", "fastställa", "värde", "beslut",
        "detaljplan", "riktvärde",
    )  # fmt: skip

    def displayName(self):
        return tr("Confirm the checklist's numbers")

    def shortHelpString(self):
        return tr(
            "Records which numbers of the checklist the region has decided on: who, when, which value, by which decision and its date. "
            "A rule that leans on a number nobody has decided on gives only oklart, whatever is measured.\n\n"
            "VALUES names the numbers: walk_stop_m=350; pc_minutes=20. A name alone, such as load_max, takes the number that the list proposes. DECISION is needed with VALUES: "
            "the decision's diarienummer and paragraph. Blank VALUES changes nothing and only lists.\n\n"
            "Numbers that go against each other are refused, such as a longest distance that is shorter than the good one. A new decision on the same number stands instead of the old one, which is kept.\n\n"
            "OUTPUT has a row for every number of the list: the value in force, whether it is faststalld (by the region), ej_faststalld or last_i_kalla (read in its source, so that it need not be confirmed), who decided, and the rules that lean on it. Those that wait stand first.\n\n"
            "Source: the checklist; method: the table parameter_decisions of the workspace, which is only ever added to."
        )

    def initAlgorithm(self, config=None):
        self._add(workspace_parameter(), tr("The register; decisions are kept in its table parameter_decisions."))
        self._add(
            checklist_parameter(),
            tr("A region's own list. Blank: that of the settings, else the one that comes with Närvård."),
        )
        self._add(
            QgsProcessingParameterString("VALUES", tr("Numbers (name=value with ;)"), multiLine=True, optional=True),
            tr("For example walk_stop_m=350; load_max. Names stand in OUTPUT. Blank = only list."),
        )
        self._add(
            QgsProcessingParameterString("DECISION", tr("Decision (diarienummer, paragraph)"), optional=True),
            tr("For example RS 2026/123 § 45. Needed with VALUES."),
        )
        self._add(
            QgsProcessingParameterString("DECISION_DATE", tr("Date of the decision (YYYY-MM-DD)"), optional=True),
            tr("Needed with VALUES; not later than today."),
        )
        self._add(
            QgsProcessingParameterString("WHO", tr("Who confirms"), optional=True),
            tr("Blank = the person of the settings."),
            advanced=True,
        )
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Numbers of the checklist")))
        for name, label in (
            ("CONFIRMED_COUNT", tr("Numbers confirmed in this run")),
            ("UNCONFIRMED_COUNT", tr("Numbers that wait for the region")),
            ("UNDECIDED_RULES", tr("Rules that can give only oklart")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters, context):
        workspace = self._text(parameters, "WORKSPACE", context)
        if workspace and Destination(parameters.get("OUTPUT")).is_in(workspace):
            text = tr("{output} cannot be in the workspace, which is being changed. Choose another file.")
            return False, text.format(output="OUTPUT")
        if self._text(parameters, "VALUES", context):
            for name in ("DECISION", "DECISION_DATE"):
                if not self._text(parameters, name, context):
                    text = tr("Numbers are confirmed by a decision: give {name}.")
                    return False, text.format(name=name)
        return super().checkParameterValues(parameters, context)

    def _text(self, parameters, name, context) -> str:
        return self.parameterAsString(parameters, name, context).strip()

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", _columns())
        checklist = read_list(self._text(parameters, "CHECKLIST", context))
        for warning in checklist.warnings:
            account.say(feedback, warning.get(spoken()), warn=True)
        given = self._given(self._text(parameters, "VALUES", context), checklist)
        if feedback.isCanceled():
            raise Cancelled
        with open_workspace(
            self._text(parameters, "WORKSPACE", context),
            writable=bool(given),
            who=self._text(parameters, "WHO", context),
            tool=self.ID,
        ) as workspace:
            _refuse_conflicts(checklist, confirmed_parameters(workspace), given)
            with workspace.transaction():
                for name, value in given.items():
                    confirm_parameter(
                        workspace, name, value, checklist.params[name].unit.sv, workspace.who,
                        self._text(parameters, "DECISION", context), self._text(parameters, "DECISION_DATE", context),
                    )  # fmt: skip
            confirmed = confirmed_parameters(workspace)
        states = parameter_states(checklist, confirmed)
        undecided = [
            rule.id for rule in checklist.rules if rule.off is None and leans_on_unconfirmed(rule, checklist, confirmed)
        ]
        waiting = [one.parameter.name for one in states if one.state == UNCONFIRMED]
        if given:
            account.say(feedback, tr("Confirmed: {list}.").format(list=listed(list(given))))
        if waiting:
            text = tr("{n} numbers wait for the region's decision, and {rules} rules can give only oklart: {list}.")
            told = text.format(n=len(waiting), rules=len(undecided), list=listed(undecided))
            account.say(feedback, told, warn=True)
        with Outputs(self, parameters, context, feedback) as outputs:
            rows = ((None, _row(one)) for one in states)
            outputs.write("OUTPUT", fields_of(_columns()), NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows)
        self.keep(account, outputs.results, context)
        return {
            **outputs.results,
            "CONFIRMED_COUNT": len(given),
            "UNCONFIRMED_COUNT": len(waiting),
            "UNDECIDED_RULES": len(undecided),
        }

    def _given(self, text: str, checklist: Checklist) -> dict[str, float]:
        """The numbers that VALUES names; a name alone takes the list's own number."""
        found: dict[str, float] = {}
        for part in parts_of(text.replace("\n", ";")):
            name, equals, written = (one.strip() for one in part.partition("="))
            if name not in checklist.params:
                raise QgsProcessingException(
                    tr("The checklist has no number called {name}. Its numbers are: {list}.").format(
                        name=name, list=", ".join(checklist.params)
                    )
                )
            if name in found:
                raise QgsProcessingException(tr("{name} stands twice in VALUES.").format(name=name))
            try:
                value = read_number(written) if equals else checklist.params[name].value
            except Unreadable:
                value = None
            if value is None:
                raise QgsProcessingException(
                    tr("{text} is no number for {name}. Write it as {name}=400.").format(text=written or "–", name=name)
                )
            found[name] = value
        return found


def _refuse_conflicts(checklist: Checklist, confirmed, given: dict[str, float]) -> None:
    """Refuse numbers by which a rule would be both fine and not, once every number that it leans on is confirmed."""
    own = {name: Confirmed(value, checklist.params[name].unit.sv) for name, value in given.items()}
    after = {**confirmed, **own}
    for rule, clash in rules_in_conflict(checklist, parameter_values(checklist, after)):
        if not leans_on_unconfirmed(rule, checklist, after):
            at, both = said(clash)
            raise QgsProcessingException(
                tr("With these numbers the rule {rule} would give {verdicts} at once, at {values}. Nothing was confirmed.").format(
                    rule=rule.id, verdicts=both.get(spoken()), values=at.get(spoken())
                )
            )  # fmt: skip


def _columns() -> list[Column]:
    return [
        Column("parameter", "text", tr("Number (name)")),
        Column("title", "text", tr("What it is")),
        Column("value", "real", tr("Value in force")),
        Column("unit", "text", tr("Unit")),
        Column("state", "text", tr("State (faststalld, ej_faststalld, last_i_kalla)")),
        Column("list_value", "real", tr("The list's value")),
        Column("source", "text", tr("Source")),
        Column("rules", "text", tr("Rules that lean on it")),
        Column("who", "text", tr("Who confirmed")),
        Column("time", "text", tr("When")),
        Column("decision", "text", tr("Decision")),
        Column("decision_date", "date", tr("Date of the decision")),
    ]


def _row(one: ParameterState) -> list:
    parameter, own = one.parameter, one.decision
    source = parameter.source.ref if parameter.source is not None else None
    decided = date.fromisoformat(own.decision_date) if own else None
    return [
        parameter.name, parameter.title.get(spoken()), one.value, parameter.unit.get(spoken()), one.state, parameter.value,
        source, ", ".join(one.rules), own.who if own else None, str(own.time) if own else None,
        own.decision if own else None, None if decided is None else decided.isoformat(),
    ]  # fmt: skip
