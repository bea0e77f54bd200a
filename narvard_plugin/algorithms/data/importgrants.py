"""The follow-up of a development grant from any table into the workspace."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
)

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, as_text
from ...adapters.tables import read_columns
from ...core.deso.grant_followup import HIGHER, LOWER
from ...core.deso.grant_import import COLUMNS, Figures, Key, read_row, repeats
from ...core.figures import Unreadable, merge
from ...i18n import tr
from ...store.health_tables import GRANT_FOLLOWUP
from ...store.workspace import open_workspace
from ..importing import ImportingAlgorithm, as_results, counts_of, say_counts
from ..parameters import enum_parameter, workspace_parameter
from .source_row import content_of, note_source

_KEPT = [*Key._fields, *Figures._fields]


class _Read(NamedTuple):
    """Readable rows with their places in the input from 1, and the others as {column: text} with ``row`` and ``reason``."""

    places: list[int]
    rows: list[tuple[Key, Figures]]
    rejected: list[dict]


class ImportGrants(ImportingAlgorithm):
    ID = "importgrants"
    GROUP = "data"
    TAGS = (
        "development grant",
        "follow-up",
        "import",
        "outcome",
        "socioekonomisk utvecklingspeng",
        "uppföljning",
        "importera",
        "insats",
    )

    def displayName(self):
        return tr("Import follow-up of the development grant")

    def shortHelpString(self):
        return tr(
            "Reads the follow-up of a socioeconomic development grant (socioekonomisk utvecklingspeng) from any table into the workspace: one row per unit, year, effort and indicator, with kronor and outcome. "
            "Follow-up of the development grant then reads it from there.\n\n"
            "INPUT is a table or a CSV file; the field parameters say where each thing stands. Numbers may have a decimal comma and spaces. A unit without a grant, and a year before it, has the amount 0; an empty amount is not told. "
            "Hidden or empty outcomes (..) stay empty, not 0. Better is lower or higher (lägre, högre); BETTER holds for rows without a word of their own.\n\n"
            "A row whose unit, year, effort and indicator are in the workspace replaces the figures there and counts as changed, unless they are the same. Importing the same file twice changes nothing. "
            "OUTPUT is the rows imported, REJECTED the others with the reason.\n\n"
            "Method: one key per figure; the workspace is written in one transaction, or not at all. Source: the region's own follow-up."
        )

    def initAlgorithm(self, config=None):
        vector = [QgsProcessing.SourceType.TypeVector]
        self._add(
            QgsProcessingParameterFeatureSource("INPUT", tr("Follow-up (table)"), vector),
            tr("A table or CSV file; a geometry is not read."),
        )
        self._add(
            workspace_parameter(),
            tr("Where the rows are kept, in the table grant_followup."),
        )
        for name, label, default, text in (
            ("UNIT_FIELD", tr("Unit id (field)"), "unit_id", tr("The same ids as in the facility register.")),
            ("YEAR_FIELD", tr("Year (field)"), "year", tr("Four digits.")),
            ("AMOUNT_FIELD", tr("Amount (field)"), "amount", tr("Kronor that year.")),
            ("EFFORT_FIELD", tr("Effort (field)"), "effort", tr("What the money was used for.")),
            ("INDICATOR_FIELD", tr("Indicator (field)"), "indicator", tr("What was measured.")),
            ("OUTCOME_FIELD", tr("Outcome (field)"), "outcome", tr("The figure that was measured.")),
            ("BETTER_FIELD", tr("Better is (field)"), None, tr("Lower or higher. Blank = as BETTER.")),
            ("SOURCE_FIELD", tr("Source (field)"), None, tr("Blank = the text in SOURCE.")),
        ):
            self.add_field(name, label, text, default=default, optional=not default, numeric=False)
        labels = {LOWER: tr("Lower"), HIGHER: tr("Higher")}
        self._add(
            enum_parameter("BETTER", tr("Better is"), labels, None, optional=True),
            tr("For rows without a word of their own. Blank = not told."),
        )
        self._add(
            QgsProcessingParameterString("SOURCE", tr("Source (text)"), optional=True),
            tr("Where the figures come from, for rows without a source of their own."),
        )
        self.add_results(tr("Imported follow-up"))

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", _output_columns())
        account.name_columns("REJECTED", _rejected_columns())
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), tool=self.ID) as workspace:
            read = self._read(parameters, context, feedback)
            if feedback.isCanceled():
                raise Cancelled
            with workspace.transaction(), Outputs(self, parameters, context, feedback) as outputs:
                fates = merge(_known(workspace.read(GRANT_FOLLOWUP.name)), read.rows)[1]
                counts = counts_of(fates)
                say_counts(counts, read.rejected, account, feedback)
                _write(outputs, read, fates)
                self._store(workspace, read, parameters, context)
        self.keep(account, outputs.results, context)
        return {**outputs.results, **as_results(counts, len(read.rejected))}

    def _store(self, workspace, read: _Read, parameters, context) -> None:
        """The rows in the place of those about the same thing, and the source that they came from; others stay."""
        rows = pd.DataFrame([[*key, *figures] for key, figures in read.rows], columns=_KEPT).astype(object)
        changes = workspace.refresh(GRANT_FOLLOWUP.name, rows, keep_missing=True)._replace(removed=0)
        name = self.parameterAsString(parameters, "SOURCE", context).strip()
        name = name or self.source(parameters, "INPUT", context).sourceName()
        more = {"row_count": len(rows), "region": workspace.region}
        note_source(workspace, name, GRANT_FOLLOWUP.name, content_of(rows), changes, **more)

    def _read(self, parameters, context, feedback) -> _Read:
        source = self.source(parameters, "INPUT", context)
        named = {"unit_id": "UNIT_FIELD", **{name: f"{name.upper()}_FIELD" for name in COLUMNS[1:]}}
        fields = {name: self.parameterAsString(parameters, parameter, context) for name, parameter in named.items()}
        columns = read_columns(source, "INPUT", list(dict.fromkeys(filter(None, fields.values()))), feedback)
        count = len(columns[fields["unit_id"]])
        if not count:
            raise QgsProcessingException(
                tr("{layer} has no rows. Choose another layer, or clear its filter and selection.").format(
                    layer="INPUT"
                )
            )
        otherwise = {
            "better": self.parameterAsEnumString(parameters, "BETTER", context),
            "source": self.parameterAsString(parameters, "SOURCE", context).strip() or source.sourceName(),
        }
        texts = {}
        for name, field in fields.items():
            values = columns[field] if field else [None] * count
            texts[name] = [("" if value is None else as_text(value)) or otherwise.get(name, "") for value in values]
        return _sorted_out([dict(zip(texts, row)) for row in zip(*texts.values())])


def _sorted_out(texts: list[dict[str, str]]) -> _Read:
    places, rows, rejected = [], [], []
    for place, row in enumerate(texts, 1):
        try:
            rows.append(read_row(row))
            places.append(place)
        except Unreadable as error:
            rejected.append({**row, "row": place, "reason": _reason(error.problem)})
    twice = repeats(rows)
    for at, problem in twice.items():
        rejected.append({**texts[places[at] - 1], "row": places[at], "reason": _reason(problem)})
    kept = [at for at in range(len(rows)) if at not in twice]
    return _Read([places[at] for at in kept], [rows[at] for at in kept], sorted(rejected, key=lambda row: row["row"]))


def _known(table: pd.DataFrame) -> dict[Key, Figures]:
    """The workspace's rows by their keys."""
    table = table[_KEPT].astype(object).where(table[_KEPT].notna(), None)
    return {Key(*row[:4]): Figures(*row[4:]) for row in table.itertuples(index=False, name=None)}


def _write(outputs: Outputs, read: _Read, fates: list[str]) -> None:
    nowhere = QgsCoordinateReferenceSystem()
    rows = ((None, [*key, *figures, fate, place]) for (key, figures), fate, place in zip(read.rows, fates, read.places))
    outputs.write("OUTPUT", fields_of(_output_columns()), NO_GEOMETRY, nowhere, rows, len(fates))
    columns = _rejected_columns()
    rows = ((None, [row[column.name] for column in columns]) for row in read.rejected)
    outputs.write("REJECTED", fields_of(columns), NO_GEOMETRY, nowhere, rows, len(read.rejected))


def _output_columns() -> list[Column]:
    """In the order of ``Key`` and ``Figures``."""
    return [
        Column("unit_id", "text", tr("Unit id")),
        Column("year", "integer", tr("Year")),
        Column("effort", "text", tr("Effort")),
        Column("indicator", "text", tr("Indicator")),
        Column("amount", "real", tr("Kronor")),
        Column("outcome", "real", tr("Outcome")),
        Column("better", "text", tr("Better is (lower, higher)")),
        Column("source", "text", tr("Source")),
        Column("import_status", "text", tr("Added, changed or unchanged")),
        Column("row", "integer", tr("Row of the input")),
    ]


def _rejected_columns() -> list[Column]:
    texts = [column._replace(kind="text") for column in _output_columns()[:-2]]
    return [Column("row", "integer", tr("Row of the input")), Column("reason", "text", tr("Reason")), *texts]


def _reason(problem: str) -> str:
    return {
        "unit_id": tr("There is no unit id."),
        "effort": tr("There is no effort."),
        "indicator": tr("There is no indicator."),
        "year": tr("The year is not written as 2024."),
        "number": tr("A figure is not a number."),
        "negative": tr("The amount is below 0."),
        "nothing": tr("There is neither an amount nor an outcome."),
        "better": tr("Better is neither lower nor higher."),
        "repeated": tr("The same row stands earlier in the table."),
        "contradicts": tr("Several rows of the same unit, year, effort and indicator have different figures."),
    }[problem]
