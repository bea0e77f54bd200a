"""Waiting times (care guarantee) from any table into the workspace."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, as_text
from ...adapters.tables import read_columns
from ...core.deso.small_numbers import is_mark
from ...core.figures import Unreadable, merge, read_count
from ...core.waiting import PERCENT, SHARE, Figures, Key, read_period, read_share
from ...i18n import tr
from ...store.workspace import open_workspace
from ..importing import ImportingAlgorithm, as_results, counts_of, say_counts
from ..parameters import enum_parameter, workspace_parameter
from .source_row import content_of, note_source

_TABLE = "waiting_times"
_COLUMNS = [*Key._fields, *Figures._fields]


class _Row(NamedTuple):
    """One readable row: its ``place`` in the input from 1, what it is about, and its figures."""

    place: int
    key: Key
    figures: Figures


class _Read(NamedTuple):
    """Readable rows; those that are not, as {column: text} with ``row`` and ``reason``; and what was put right."""

    rows: list[_Row]
    rejected: list[dict]
    hidden: int
    padded: int


class ImportWaitingTimes(ImportingAlgorithm):
    ID = "importwaitingtimes"
    GROUP = "data"
    TAGS = (
        "waiting times",
        "care guarantee",
        "import",
        "queue",
        "väntetid",
        "vårdgaranti",
        "väntetider",
        "kö",
        "importera",
    )

    def displayName(self):
        return tr("Import waiting times (care guarantee)")

    def shortHelpString(self):
        return tr(
            "Reads waiting times (care guarantee) from any table into the workspace: one row per region, unit, specialty, measure and "
            "period. They say how long people wait for care, never how far they travel to it.\n\n"
            "INPUT is a table or a CSV file. The field parameters say where region, unit, specialty, measure, period, number of people waiting, share "
            "who have waited over 90 days and source stand. Without REGION_FIELD every row is of the workspace's region; without UNIT_FIELD of the "
            "whole region; without SOURCE_FIELD the source is SOURCE, or the table's name.\n\n"
            "Periods are years, months or quarters: 2024, 2024-12, 2024M12, 2024-Q4, 2024 kv 4. Numbers may have a decimal comma and spaces. SHARE_AS says how shares "
            "are written: share (0,65) or percent (65 or 65 %). It is never guessed: a share above 1, or with a per cent sign, is rejected. "
            "Hidden cells (.. or <5) become empty, not 0.\n\n"
            "A row whose region, unit, specialty, measure and period are in the workspace replaces the figures there and counts as changed, unless they are the same. "
            "Importing the same file twice changes nothing. OUTPUT is the rows imported, REJECTED the others with the reason.\n\n"
            "Method: one key per figure; the workspace is written in one transaction, or not at all. Source: the regions' reports for the care guarantee, "
            "as exported by the user."
        )

    def initAlgorithm(self, config=None):
        vector = [QgsProcessing.SourceType.TypeVector]
        self._add(
            QgsProcessingParameterFeatureSource("INPUT", tr("Waiting times (table)"), vector),
            tr("A table or CSV file; a geometry is not read."),
        )
        self._add(
            workspace_parameter(),
            tr("Where the rows are kept, in the table waiting_times."),
        )
        for name, label, default, text in (
            ("REGION_FIELD", tr("Region (field)"), None, tr("Two-digit county code. Blank = the workspace's region.")),
            ("UNIT_FIELD", tr("Unit (field)"), None, tr("Blank = figures of the whole region.")),
            ("SPECIALTY_FIELD", tr("Specialty or procedure group (field)"), "specialty", tr("What people wait for.")),
            ("MEASURE_FIELD", tr("Measure (field)"), "measure", tr("Which waiting, such as first visit or operation.")),
            ("PERIOD_FIELD", tr("Period (field)"), "period", tr("Year, month or quarter.")),
            ("NUMBER_FIELD", tr("Number waiting (field)"), None, tr("Whole people.")),
            ("SHARE_FIELD", tr("Share waiting over 90 days (field)"), None, tr("Read as SHARE_AS says.")),
            ("SOURCE_FIELD", tr("Source (field)"), None, tr("Blank = the text in SOURCE.")),
        ):
            optional = default is None
            self._add(QgsProcessingParameterField(name, label, default, "INPUT", optional=optional), text)
        self._add(
            enum_parameter(
                "SHARE_AS",
                tr("Shares are written as"),
                {SHARE: tr("Share: 0,65"), PERCENT: tr("Per cent: 65 or 65 %")},
                SHARE,
            ),
            tr("0,5 as a share is half of those waiting; as per cent one in two hundred."),
        )
        self._add(
            QgsProcessingParameterString("SOURCE", tr("Source (text)"), optional=True),
            tr("Where the figures come from, for rows without a source of their own."),
        )
        self.add_results(tr("Imported waiting times (care guarantee)"))

    def checkParameterValues(self, parameters, context):
        fields = [self.parameterAsString(parameters, name, context) for name in ("NUMBER_FIELD", "SHARE_FIELD")]
        if not any(fields):
            return False, tr("Name the field of the number waiting, of the share over 90 days, or both.")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", _output_columns())
        account.name_columns("REJECTED", _rejected_columns())
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), tool=self.ID) as workspace:
            read = self._read(parameters, context, workspace.region, feedback)
            if feedback.isCanceled():
                raise Cancelled
            with workspace.transaction(), Outputs(self, parameters, context, feedback) as outputs:
                known = _figures(workspace.read(_TABLE))
                fates = merge(known, [(row.key, row.figures) for row in read.rows])[1]
                counts = counts_of(fates)
                _say(counts, read, account, feedback)
                self._say_scale(read, parameters, context, account, feedback)
                _write(outputs, read, fates)
                self._store(workspace, read, parameters, context)
        self.keep(account, outputs.results, context)
        return {
            **outputs.results,
            **as_results(counts, len(read.rejected)),
        }

    def _store(self, workspace, read: _Read, parameters, context) -> None:
        """The rows in the place of those about the same thing, and the source that they came from; others stay."""
        rows = pd.DataFrame([[*row.key, *row.figures] for row in read.rows], columns=_COLUMNS).astype(object)
        changes = workspace.refresh(_TABLE, rows, keep_missing=True)._replace(removed=0)
        name = self.parameterAsString(parameters, "SOURCE", context).strip()
        name = name or self.source(parameters, "INPUT", context).sourceName()
        more = {"row_count": len(rows), "region": workspace.region}
        note_source(workspace, name, _TABLE, content_of(rows), changes, **more)

    def _read(self, parameters, context, region: str, feedback) -> _Read:
        source = self.source(parameters, "INPUT", context)
        fields = {name: self.parameterAsString(parameters, f"{name.upper()}_FIELD", context) for name in (
            "region", "unit", "specialty", "measure", "period", "number", "share", "source",
        )}  # fmt: skip
        wanted = [field for field in dict.fromkeys(fields.values()) if field]
        columns = read_columns(source, "INPUT", wanted, feedback)
        count = len(columns[wanted[0]])
        if not count:
            raise QgsProcessingException(
                tr("{layer} has no rows. Choose another layer, or clear its filter and selection.").format(
                    layer="INPUT"
                )
            )
        texts = {
            name: ["" if value is None else as_text(value) for value in columns[field]] if field else [""] * count
            for name, field in fields.items()
        }
        given = self.parameterAsString(parameters, "SOURCE", context).strip() or source.sourceName()
        share_as = self.parameterAsEnumString(parameters, "SHARE_AS", context)
        read = _Read([], [], sum(is_mark(text) for name in ("number", "share") for text in texts[name]), 0)
        padded = 0
        for at in range(count):
            row = {name: values[at] for name, values in texts.items()}
            code = row["region"] if fields["region"] else region
            padded += len(code) == 1 and code.isdigit()
            try:
                read.rows.append(_row_of(at + 1, row, code.zfill(2) if code else "", row["source"] or given, share_as))
            except Unreadable as error:
                read.rejected.append({"row": at + 1, **row, "reason": _reason(error.problem)})
        return _without_repeated(read, texts)._replace(padded=padded)

    def _say_scale(self, read: _Read, parameters, context, account, feedback):
        """Per cents that are all under 1 may be shares."""
        shares = [row.figures.share_over_90d for row in read.rows if row.figures.share_over_90d]
        percent = self.parameterAsEnumString(parameters, "SHARE_AS", context) == PERCENT
        if percent and shares and max(shares) <= 0.01:
            text = tr("No share is above 1 per cent. Check SHARE_AS: the table may hold shares, not per cent.")
            account.say(feedback, text, warn=True)


def _row_of(place: int, row: dict, region: str, source: str, share_as: str) -> _Row:
    if not (len(region) == 2 and region.isascii() and region.isdigit()):
        raise Unreadable("region")
    for name in ("specialty", "measure"):
        if not row[name]:
            raise Unreadable(name)
    key = Key(region, row["unit"] or None, row["specialty"], row["measure"], read_period(row["period"]))
    number, share = read_count(row["number"]), read_share(row["share"], share_as)
    if number is None and share is None:
        raise Unreadable("nothing")
    return _Row(place, key, Figures(number, share, source or None))


def _without_repeated(read: _Read, texts: dict[str, list[str]]) -> _Read:
    """Rows about the same thing: with the same figures the first stays, with different ones none does."""
    alike: dict[Key, list[_Row]] = defaultdict(list)
    for row in read.rows:
        alike[row.key].append(row)
    kept, rejected = [], list(read.rejected)
    for rows in alike.values():
        differ = len({row.figures for row in rows}) > 1
        kept += [] if differ else rows[:1]
        for row in rows if differ else rows[1:]:
            values = {name: column[row.place - 1] for name, column in texts.items()}
            rejected.append({"row": row.place, **values, "reason": _reason("contradicts" if differ else "repeated")})
    return read._replace(
        rows=sorted(kept, key=lambda row: row.place), rejected=sorted(rejected, key=lambda row: row["row"])
    )


def _figures(table: pd.DataFrame) -> dict[Key, Figures]:
    """The workspace's rows by their keys."""
    table = table[_COLUMNS].astype(object).where(table[_COLUMNS].notna(), None)
    found = {}
    for *key, number, share, source in table.itertuples(index=False):
        found[Key(*key)] = Figures(None if number is None else int(number), share, source)
    return found


def _say(counts: dict[str, int], read: _Read, account, feedback) -> None:
    say_counts(counts, read.rejected, account, feedback)
    if read.hidden:
        text = tr("{n} cells are hidden or marked as not told; they are empty in the workspace, not 0.")
        account.say(feedback, text.format(n=read.hidden), warn=True)
    if read.padded:
        text = tr("{n} rows have a region code of one digit; it got its leading 0 back.")
        account.say(feedback, text.format(n=read.padded), warn=True)


def _write(outputs: Outputs, read: _Read, fates: list[str]) -> None:
    nowhere = QgsCoordinateReferenceSystem()
    rows = ((None, [*row.key, *row.figures, fate, row.place]) for row, fate in zip(read.rows, fates))
    outputs.write("OUTPUT", fields_of(_output_columns()), NO_GEOMETRY, nowhere, rows, len(fates))
    columns = _rejected_columns()
    rows = ((None, [row[column.name] for column in columns]) for row in read.rejected)
    outputs.write("REJECTED", fields_of(columns), NO_GEOMETRY, nowhere, rows, len(read.rejected))


def _output_columns() -> list[Column]:
    return [
        Column("region", "text", tr("Region (county code)")),
        Column("unit", "text", tr("Unit")),
        Column("specialty", "text", tr("Specialty or procedure group")),
        Column("measure", "text", tr("Measure of waiting time (care guarantee)")),
        Column("period", "text", tr("Period")),
        Column("number", "integer", tr("Number waiting")),
        Column("share_over_90d", "real", tr("Share waiting over 90 days")),
        Column("source", "text", tr("Source")),
        Column("import_status", "text", tr("Added, changed or unchanged")),
        Column("row", "integer", tr("Row of the input")),
    ]


def _rejected_columns() -> list[Column]:
    return [
        Column("row", "integer", tr("Row of the input")),
        Column("reason", "text", tr("Reason")),
        Column("region", "text", tr("Region (county code)")),
        Column("unit", "text", tr("Unit")),
        Column("specialty", "text", tr("Specialty or procedure group")),
        Column("measure", "text", tr("Measure of waiting time (care guarantee)")),
        Column("period", "text", tr("Period")),
        Column("number", "text", tr("Number waiting")),
        Column("share", "text", tr("Share waiting over 90 days")),
        Column("source", "text", tr("Source")),
    ]


def _reason(problem: str) -> str:
    return {
        "region": tr("The region is not a two-digit county code."),
        "specialty": tr("There is no specialty."),
        "measure": tr("There is no measure."),
        "period": tr("The period is not a year, month or quarter. Write 2024, 2024-12 or 2024-Q4."),
        "number": tr("A figure is not a number of whole people, or not a number at all."),
        "share_with_percent": tr("The share has a per cent sign, but SHARE_AS says share."),
        "share_outside": tr("The share lies outside what SHARE_AS says: 0–1 for a share, 0–100 for per cent."),
        "nothing": tr("There is neither a number nor a share."),
        "repeated": tr("The same row stands earlier in the table."),
        "contradicts": tr(
            "Several rows of the same region, unit, specialty, measure and period have different figures."
        ),
    }[problem]
