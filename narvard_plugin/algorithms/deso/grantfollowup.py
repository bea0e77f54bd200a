"""What the money of a development grant gave: outcomes per unit and effort, and against units without a grant."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
)

from ...adapters.outputs import NO_GEOMETRY, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.rows import read_rows
from ...adapters.tables import amounts, has_field, read_columns, refuse_repeated, texts
from ...core.deso.grant_followup import (
    COMPARISON,
    GRANTED,
    HIGHER,
    LOWER,
    NO_ROWS,
    UNCLEAR,
    ContradictoryBetter,
    Line,
    Row,
    differing_amounts,
    follow_up,
    totals,
    units_without_grant,
)
from ...i18n import tr
from ...store.workspace import open_workspace
from ..areas import AreaAlgorithm
from ..parameters import workspace_parameter
from .grant_followup_texts import caution, line_columns, status_text, summary_columns, summary_text

_COLUMNS = ("unit_id", "year", "amount", "effort", "indicator", "outcome", "better")
_NAMES = ("unit_id", "effort", "indicator")
_TABLE = "grant_followup"


class GrantFollowUp(AreaAlgorithm):
    ID = "grantfollowup"
    GROUP = "deso"
    ADDED_TO = None
    TAGS = (
        "development grant",
        "follow-up",
        "outcome",
        "effect",
        "socioekonomisk utvecklingspeng",
        "uppföljning",
        "insats",
        "utfall",
    )

    def displayName(self):
        return tr("Follow-up of the development grant")

    def shortHelpString(self):
        return tr(
            "Shows what was measured where money from a socioeconomic development grant (socioekonomisk utvecklingspeng) was used: the outcome before and after, whether it moved in the right direction, and what is not measured.\n\n"
            "FOLLOWUP is a table with unit_id, year, amount (kronor that year), effort, indicator, outcome and better (lower or higher); or give a WORKSPACE, whose table grant_followup is read. Years before the money and units without a grant are rows with amount 0. "
            "An empty outcome is not measured; an empty amount is not told.\n\n"
            "OUTPUT has one row per unit, effort and indicator. outcome_before is the last one before the first year with money, outcome_after the last of all. status says why a row has no change: no_outcome, one_year_only or only_before; "
            "no_year_before has a change, but only since the money began. Such gaps are empty, never 0. role is granted, comparison (a unit with no kronor in any row) or unclear (amounts are not told, or the money went to another effort). "
            "UNITS can hold all units, such as the result of Socioeconomic development grant: those with an AMOUNT above 0 that nobody has followed up are added with the status no_rows.\n\n"
            "comparison_change is the mean change of units without a grant over the same years, and difference_in_change what the unit changed beyond that. SUMMARY adds up per effort and indicator. "
            "The same kronor stand beside every indicator of an effort: never add them over indicators.\n\n"
            "A change after a grant is not proof that the grant caused it. Units are given money because their need is great, and extreme values often move towards the mean by themselves. Few units, other efforts and changes among the listed weigh in too.\n\n"
            "Method: change = after − before; difference in change = change − mean change of units without a grant; weighted_change by kronor until the last outcome, and empty, as change_per_100000 is, where an amount until then is not told. Source: the region's own follow-up."
        )

    def initAlgorithm(self, config=None):
        vector = [QgsProcessing.SourceType.TypeVector]
        self._add(
            QgsProcessingParameterFeatureSource("FOLLOWUP", tr("Follow-up (table)"), vector, optional=True),
            tr("Rows of unit_id, year, amount, effort, indicator, outcome and better; or give WORKSPACE."),
        )
        self._add(
            workspace_parameter(optional=True),
            tr("Whose table grant_followup is read; or give FOLLOWUP."),
        )
        self._add(
            QgsProcessingParameterFeatureSource("UNITS", tr("All units"), vector, optional=True),
            tr("To find units with money that nobody has followed up."),
        )
        self.add_field(
            "UNIT_ID",
            tr("Unit id (field)"),
            tr("The same ids as in the follow-up."),
            numeric=False,
            optional=True,
            layer="UNITS",
        )
        self.add_field(
            "AMOUNT",
            tr("Amount (field; blank = every unit is asked after)"),
            tr("Kronor: units with more than 0 should be followed up."),
            optional=True,
            layer="UNITS",
        )
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Follow-up per unit and effort")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "SUMMARY", tr("Follow-up per effort and indicator"), optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputNumber("MEASURED_COUNT", tr("Rows with a measured change")))
        self.addOutput(QgsProcessingOutputNumber("NOT_MEASURED_COUNT", tr("Rows with money and no measured change")))

    def checkParameterValues(self, parameters, context):
        given = [name for name in ("WORKSPACE", "FOLLOWUP") if parameters.get(name) not in (None, "")]
        if len(given) != 1:
            return False, tr("Give either WORKSPACE or FOLLOWUP, so that it is clear which follow-up holds.")
        if parameters.get("UNITS") not in (None, "") and not self.field(parameters, "UNIT_ID", context):
            return False, tr("{names} must name a field.").format(names="UNIT_ID")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", line_columns())
        account.name_columns("SUMMARY", summary_columns())
        rows = _rows(self._columns(parameters, context, feedback))
        if feedback.isCanceled():
            raise Cancelled
        try:
            lines = follow_up(rows)
        except ContradictoryBetter as error:
            text = tr(
                "The rows of {list} do not agree on whether lower or higher is better. Correct the column better."
            )
            raise QgsProcessingException(text.format(list=listed(error.indicators))) from error
        lines += self._not_followed_up(rows, parameters, context, account, feedback)
        _tell(rows, lines, account, feedback)
        summed = totals(lines)
        with Outputs(self, parameters, context, feedback) as outputs:
            nowhere = QgsCoordinateReferenceSystem()
            table = ((None, [*line, status_text(line)]) for line in lines)
            outputs.write("OUTPUT", fields_of(line_columns()), NO_GEOMETRY, nowhere, table, len(lines))
            table = ((None, [*one, summary_text(one)]) for one in summed)
            outputs.write("SUMMARY", fields_of(summary_columns()), NO_GEOMETRY, nowhere, table, len(summed))
        self.keep(account, outputs.results, context)
        granted = [line for line in lines if line.role == GRANTED]
        measured = sum(line.change is not None for line in granted)
        return {**outputs.results, "MEASURED_COUNT": measured, "NOT_MEASURED_COUNT": len(granted) - measured}

    def _columns(self, parameters, context, feedback) -> dict[str, list]:
        if parameters.get("FOLLOWUP") not in (None, ""):
            source = self.source(parameters, "FOLLOWUP", context)
            missing = [name for name in ("amount", "better") if not has_field(source, name)]
            columns = read_columns(source, "FOLLOWUP", [name for name in _COLUMNS if name not in missing], feedback)
            count = len(columns["unit_id"])
            return {**columns, **{name: [None] * count for name in missing}}
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), writable=False) as workspace:
            table = workspace.read(_TABLE)
        return {name: [None if pd.isna(value) else value for value in table[name]] for name in _COLUMNS}

    def _not_followed_up(self, rows, parameters, context, account, feedback) -> list[Line]:
        """Units with money and not one row, as lines."""
        if parameters.get("UNITS") in (None, ""):
            return []
        amount = self.field(parameters, "AMOUNT", context)
        source, unit_id = self.source(parameters, "UNITS", context), self.field(parameters, "UNIT_ID", context)
        units = read_rows(source, "UNITS", [amount] if amount else [], unit_id, feedback)
        followed = {row.unit for row in rows}
        if not followed & set(units.ids):
            raise QgsProcessingException(
                tr("No row of the follow-up has an id of UNITS. Choose the same id field as in the follow-up; its first ids are {list}.")
                .format(list=listed(sorted(followed)[:3]))
            )  # fmt: skip
        strangers = sorted(followed - set(units.ids))
        if strangers:
            text = tr("{n} units of the follow-up are not in UNITS: {list}.")
            account.say(feedback, text.format(n=len(strangers), list=listed(strangers)), warn=True)
        paid = dict(zip(units.ids, units.amounts(amount) if amount else [np.nan] * len(units.ids)))
        if amount:
            _say_contradictions(rows, paid, account, feedback)
        left = [unit for unit in sorted(units.ids) if unit not in followed and not (amount and not paid[unit] > 0)]
        if left:
            text = tr("{n} units are not in the follow-up at all: {list}.")
            account.say(feedback, text.format(n=len(left), list=listed(left)), warn=True)
        return [
            Line(
                unit, None, None, GRANTED if amount else UNCLEAR, NO_ROWS, amount=float(paid[unit]) if amount else None
            )
            for unit in left
        ]


def _say_contradictions(rows: list[Row], paid: dict[str, float], account, feedback) -> None:
    """Units whose amount in UNITS (NaN = none) says something else than the follow-up, or nothing."""
    followed = {row.unit for row in rows}
    without = sorted(unit for unit in units_without_grant(rows) if paid.get(unit, 0) > 0)
    untold = sorted(unit for unit, amount in paid.items() if np.isnan(amount) and unit not in followed)
    for those, text in (
        (without, tr("{n} units have an amount in UNITS but 0 kronor in every row of the follow-up, and count as units without a grant: {list}. Check that UNITS is of a year that is followed up.")),
        (untold, tr("{n} units have no amount in UNITS and no row in the follow-up, so nothing is known of them: {list}.")),
    ):  # fmt: skip
        if those:
            account.say(feedback, text.format(n=len(those), list=listed(those)), warn=True)


def _rows(columns: dict[str, list]) -> list[Row]:
    """The rows of the follow-up; one that cannot be read stops the tool, as a sum without it would be wrong."""
    names = {name: [value or None for value in texts(columns[name])] for name in (*_NAMES, "better")}
    places = range(1, len(columns["unit_id"]) + 1)
    if not places:
        raise QgsProcessingException(
            tr("The follow-up has no rows. Fill in the workspace's table grant_followup, or choose another table.")
        )
    _refuse([at for at, *one in zip(places, *(names[name] for name in _NAMES)) if None in one],
            tr("{n} rows of the follow-up lack a unit, an effort or an indicator: rows {list}. Correct them first."))  # fmt: skip
    years = amounts(columns["year"])
    _refuse([at for at, year in zip(places, years) if not (np.isfinite(year) and year == int(year) and year > 0)],
            tr("{n} rows of the follow-up have no year: rows {list}. Write it as 2024."))  # fmt: skip
    money, outcome = (_figures(columns[name], name, places) for name in ("amount", "outcome"))
    _refuse([at for at, amount in zip(places, money) if amount is not None and amount < 0],
            tr("{n} rows of the follow-up have an amount below 0: rows {list}. Correct them first."))  # fmt: skip
    _refuse([at for at, word in zip(places, names["better"]) if word not in (None, LOWER, HIGHER)],
            tr("{n} rows of the follow-up have another word than lower or higher in better: rows {list}. Correct them first."))  # fmt: skip
    rows = [
        Row(unit, int(year), amount, effort, indicator, out, better)
        for unit, year, amount, effort, indicator, out, better in zip(
            names["unit_id"], years, money, names["effort"], names["indicator"], outcome, names["better"]
        )
    ]
    keys = [(row.unit, row.year, row.effort, row.indicator) for row in rows]
    refuse_repeated(keys, tr("the follow-up"), "unit_id, year, effort, indicator")
    return rows


def _figures(values: list, name: str, places) -> list:
    """Numbers, None where the cell is empty; another text stops the tool."""
    empty = [value is None or not str(value).strip() for value in values]
    found = amounts(values)
    _refuse(
        [at for at, bare, figure in zip(places, empty, found) if not bare and not np.isfinite(figure)],
        tr("{n} rows of the follow-up have no number in {field}: rows {list}. Leave the cell empty where nothing was measured."),
        field=name,
    )  # fmt: skip
    return [None if bare else float(figure) for bare, figure in zip(empty, found)]


def _refuse(places: list[int], text: str, **facts) -> None:
    if places:
        raise QgsProcessingException(text.format(n=len(places), list=listed(places), **facts))


def _tell(rows: list[Row], lines: list[Line], account, feedback) -> None:
    granted = [line for line in lines if line.role == GRANTED]
    bare = [line for line in granted if line.change is None]
    text = tr("{n} rows of unit, effort and indicator had money; {measured} of them have a measured change.")
    account.say(feedback, text.format(n=len(granted), measured=len(granted) - len(bare)))
    if bare:
        why = ", ".join(f"{status} {n}" for status, n in sorted(Counter(line.status for line in bare).items()))
        text = tr("{n} are not measured ({why}): {list}. Nothing is known of what their money gave.")
        units = sorted({line.unit for line in bare})
        account.say(feedback, text.format(n=len(bare), why=why, list=listed(units)), warn=True)
    unclear = sorted({line.unit for line in lines if line.role == UNCLEAR and line.effort})
    if unclear:
        text = tr(
            "{n} units have efforts whose money is not told or is 0 while the unit has other money, and stand in no sum: {list}."
        )
        account.say(feedback, text.format(n=len(unclear), list=listed(unclear)), warn=True)  # fmt: skip
    nowhere = sorted({line.indicator for line in lines if line.indicator and line.better is None})
    if nowhere:
        text = tr("Nothing says whether lower or higher is better for: {list}. Their direction is empty.")
        account.say(feedback, text.format(list=listed(nowhere)), warn=True)
    torn = differing_amounts(rows)
    if torn:
        text = tr(
            "{n} amounts of the same unit, year and effort differ between indicators: {list}. The same kronor should stand beside each."
        )
        shown = [f"{unit} {year} {effort}" for unit, year, effort in torn]
        account.say(feedback, text.format(n=len(torn), list=listed(shown)), warn=True)  # fmt: skip
    if not any(line.role == COMPARISON for line in lines):
        account.say(
            feedback, tr("No unit without a grant is in the follow-up, so no change can be compared with theirs.")
        )
    account.say(feedback, caution())
