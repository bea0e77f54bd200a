"""Care Need Index as bought from SCB, per unit or area, from any table into the workspace."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)

from ...adapters.outputs import Outputs
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, as_text, listed
from ...adapters.tables import read_columns
from ...adapters.vintages import say_padded, worded
from ...core.deso.care_need import PER_PERSON, POINTS, RATIO, doubtful_scale
from ...core.deso.cni_import import (
    SCALES,
    CniRow,
    IndexFigure,
    IndexKey,
    area_codes,
    fate_of,
    figures_of,
    nation_from,
    read_row,
    steps_of,
    without_repeated,
)
from ...core.deso.small_numbers import is_mark
from ...core.figures import Unreadable, merge
from ...core.transit.clock import parse_day
from ...i18n import number, tr
from ...store.health_tables import NEED_INDEX
from ...store.workspace import open_workspace
from ..importing import ImportingAlgorithm, as_results, counts_of, say_counts
from ..need_scales import say_doubtful_scale
from ..parameters import enum_parameter, workspace_parameter
from .cni_rows import output_columns, reason, rejected_columns, write_rejected, write_rows
from .source_row import content_of, note_source

UNIT, AREA = "unit", "area"
_FIELDS = {
    "code": "CODE_FIELD",
    POINTS: "POINTS_FIELD",
    PER_PERSON: "PER_PERSON_FIELD",
    RATIO: "RATIO_FIELD",
    "population": "POPULATION_FIELD",
    "source": "SOURCE_FIELD",
}


class _Read(NamedTuple):
    """Readable rows, those that are not as {column: text} with ``row`` and ``reason``, and each scale's last digit."""

    rows: list[CniRow]
    rejected: list[dict]
    steps: dict[str, float]
    hidden: int


class ImportCni(ImportingAlgorithm):
    ID = "importcni"
    GROUP = "data"
    TAGS = (
        "care need index",
        "CNI",
        "need",
        "import",
        "SCB",
        "vårdbehov",
        "vårdbehovsindex",
        "importera",
        "socioekonomi",
    )

    def displayName(self):
        return tr("Import need index (CNI)")

    def shortHelpString(self):
        return tr(
            "Reads the Care Need Index (CNI) that a region has bought from SCB, per health centre or per area, from any table into the workspace. Of a centre, it is of the listed "
            "themselves, and goes before an estimate from the areas where they live.\n\n"
            "INPUT is a table, a CSV or an Excel file. CODE_FIELD holds the unit's id or the area's code, as LEVEL says. The index has up to three scales, each in a field of its own: the sum of "
            "points (POINTS_FIELD), points per person (PER_PERSON_FIELD), and the ratio to the nation, where 1 = the nation (RATIO_FIELD). They are kept apart, and never converted into each other. "
            "DATE is the day that the numbers of people are of. An area code says nothing without VINTAGE.\n\n"
            "Numbers may have a decimal comma and spaces. Hidden cells (.. or <5) become empty with the status suppressed, not 0. A row whose points over people are not its points per "
            "person, but for the last digit, is rejected. A scale whose values look like another one is told, and nothing is changed.\n\n"
            "A figure that is in the workspace already, of the same level, code, scale and date, is replaced and counts as changed, unless it is the same. Importing the same file twice changes "
            "nothing. OUTPUT is the rows imported, which can be joined to units or areas by code; REJECTED the others with the reason.\n\n"
            "Method: one figure per scale in the table need_index; the workspace is written in one transaction, or not at all. Source: SCB, Care Need Index, as "
            "delivered to the region."
        )

    def initAlgorithm(self, config=None):
        vector = [QgsProcessing.SourceType.TypeVector]
        self._add(
            QgsProcessingParameterFeatureSource("INPUT", tr("Need index (table)"), vector),
            tr("A table, CSV or Excel file; a geometry is not read."),
        )
        self._add(
            workspace_parameter(),
            tr("Where the rows are kept, in the table need_index."),
        )
        levels = {UNIT: tr("Units and their listed"), AREA: tr("Areas and their people")}
        self._add(enum_parameter("LEVEL", tr("The index is of"), levels, UNIT), tr("What the codes name."))
        for name, label, optional, text in (
            ("CODE_FIELD", tr("Unit id or area code (field)"), False, tr("As in the workspace's facilities or areas.")),
            ("POINTS_FIELD", tr("Sum of points (field)"), True, tr("Grows with the number of people.")),
            ("PER_PERSON_FIELD", tr("Points per person (field)"), True, tr("Not the ratio to the nation.")),
            ("RATIO_FIELD", tr("Ratio to the nation (field)"), True, tr("1 = the nation.")),
            ("POPULATION_FIELD", tr("Number of people (field)"), True, tr("Listed, or people of the area.")),
            ("SOURCE_FIELD", tr("Source (field)"), True, tr("Blank = the text in SOURCE.")),
        ):
            self._add(QgsProcessingParameterField(name, label, None, "INPUT", optional=optional), text)
        self._add(
            QgsProcessingParameterString("DATE", tr("Date of the numbers (YYYY-MM-DD)")),
            tr("The day that the numbers of people are of, such as 2024-12-31."),
        )
        self._add(
            QgsProcessingParameterString("VINTAGE", tr("Vintage of the areas"), optional=True),
            tr("As in the workspace's areas, such as 2025. Needed where LEVEL is area."),
        )
        self._add(
            QgsProcessingParameterString("SOURCE", tr("Source (text)"), optional=True),
            tr("Where the figures come from, for rows without a source of their own. Blank = the table's name."),
        )
        self.add_results(tr("Imported need index (CNI)"))

    def checkParameterValues(self, parameters, context):
        fields = self._fields(parameters, context)
        scales = [fields[scale] for scale in SCALES if scale in fields]
        if not scales:
            return False, tr("Name the field of the sum of points, of the points per person, or of the ratio.")
        if len(set(scales)) < len(scales):
            return False, tr("Two scales are read from the same field. Each scale has a field of its own.")
        if not _is_day(self.parameterAsString(parameters, "DATE", context)):
            return False, tr("DATE must be a day written as 2024-12-31.")
        if self._level(parameters, context) == AREA and not self._vintage(parameters, context):
            return False, tr("Give VINTAGE: an area code says nothing without the vintage of its division.")
        return super().checkParameterValues(parameters, context)

    def _fields(self, parameters, context) -> dict[str, str]:
        """The field of each thing that the table tells."""
        given = {what: self.parameterAsString(parameters, name, context) for what, name in _FIELDS.items()}
        return {what: field for what, field in given.items() if field}

    def _level(self, parameters, context) -> str:
        return self.parameterAsEnumString(parameters, "LEVEL", context)

    def _vintage(self, parameters, context) -> str:
        return self.parameterAsString(parameters, "VINTAGE", context).strip()

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", output_columns())
        account.name_columns("REJECTED", rejected_columns())
        level = self._level(parameters, context)
        day = parse_day(self.parameterAsString(parameters, "DATE", context)).isoformat()
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), tool=self.ID) as workspace:
            read = self._read(parameters, context, account, feedback)
            _refuse_exchanged(read.rows)
            if feedback.isCanceled():
                raise Cancelled
            with workspace.transaction(), Outputs(self, parameters, context, feedback) as outputs:
                figures = [figures_of(row, level, day) for row in read.rows]
                each = merge(_known(workspace.read(NEED_INDEX.name)), (one for row in figures for one in row))[1]
                fates = _fates(figures, each)
                counts = counts_of(fates)
                _tell(counts, read, account, feedback)
                _tell_scales(read, self._fields(parameters, context), account, feedback)
                _tell_strangers(read, workspace, level, account, feedback)
                write_rows(outputs, read.rows, fates, level, day)
                write_rejected(outputs, read.rejected)
                told = [{**key._asdict(), **figure._asdict()} for row in figures for key, figure in row]
                self._store(workspace, told, day, parameters, context)
        self.keep(account, outputs.results, context)
        return {
            **outputs.results,
            **as_results(counts, len(read.rejected)),
        }

    def _store(self, workspace, told: list[dict], day: str, parameters, context) -> None:
        """The figures in the place of those about the same thing, and the source that they came from; others stay."""
        if not told:
            return
        rows = pd.DataFrame(told).astype(object)
        changes = workspace.refresh(NEED_INDEX.name, rows, keep_missing=True)._replace(removed=0)
        name = self.parameterAsString(parameters, "SOURCE", context).strip()
        name = name or self.source(parameters, "INPUT", context).sourceName()
        more = {"data_date": day, "row_count": len(rows), "region": workspace.region}
        note_source(workspace, name, NEED_INDEX.name, content_of(rows), changes, **more)

    def _read(self, parameters, context, account, feedback) -> _Read:
        source, fields = self.source(parameters, "INPUT", context), self._fields(parameters, context)
        columns = read_columns(source, "INPUT", list(dict.fromkeys(fields.values())), feedback)
        texts = {
            what: ["" if value is None else as_text(value) for value in columns[field]]
            for what, field in fields.items()
        }
        if not texts["code"]:
            raise QgsProcessingException(
                tr("{layer} has no rows. Choose another layer, or clear its filter and selection.").format(
                    layer="INPUT"
                )
            )
        given = self.parameterAsString(parameters, "SOURCE", context).strip() or source.sourceName()
        texts["source"] = [own or given for own in texts.get("source", [""] * len(texts["code"]))]
        vintages, other = [None] * len(texts["code"]), np.zeros(len(texts["code"]), bool)
        if self._level(parameters, context) == AREA:
            with worded("INPUT"):
                codes, vintages, other = area_codes(texts["code"], self._vintage(parameters, context))
            say_padded(codes, "INPUT", account, feedback)
            texts["code"] = [code or "" for code in codes.code]
        return _sorted_out(texts, vintages, other)


def _sorted_out(texts: dict[str, list[str]], vintages: list, other: np.ndarray) -> _Read:
    """The rows of ``texts`` (columns), apart from those that cannot be read; ``other`` ones are of another vintage."""
    steps, rows, rejected = steps_of(texts), [], []

    def reject(at: int, problem: str) -> None:
        rejected.append(
            {"row": at + 1, **{what: column[at] for what, column in texts.items()}, "reason": reason(problem)}
        )

    for at, vintage in enumerate(vintages):
        try:
            if other[at]:
                raise Unreadable("vintage")
            rows.append(read_row(at + 1, {what: column[at] for what, column in texts.items()}, steps, vintage))
        except Unreadable as error:
            reject(at, error.problem)
    kept, left = without_repeated(rows)
    for row, problem in left:
        reject(row.place - 1, problem)
    hidden = sum(is_mark(text) for what in (*SCALES, "population") for text in texts.get(what, ()))
    return _Read(kept, sorted(rejected, key=lambda row: row["row"]), steps, hidden)


def _is_day(text: str) -> bool:
    try:
        return parse_day(text) is not None
    except ValueError:
        return False


def _known(table: pd.DataFrame) -> dict[IndexKey, IndexFigure]:
    """The workspace's rows by their keys."""
    names = [*IndexKey._fields, *IndexFigure._fields]
    table = table[names].astype(object).where(table[names].notna(), None)
    found = {}
    for row in table.itertuples(index=False):
        figure = IndexFigure(*row[len(IndexKey._fields) :])
        people = None if figure.population is None else int(figure.population)
        found[IndexKey(*row[: len(IndexKey._fields)])] = figure._replace(population=people)
    return found


def _fates(figures: list[list], each: list[str]) -> list[str]:
    """What became of every row, from what became of ``each`` of its figures in turn."""
    turn = iter(each)
    return [fate_of([next(turn) for _ in row]) for row in figures]


def _tell(counts: dict[str, int], read: _Read, account, feedback) -> None:
    say_counts(counts, read.rejected, account, feedback)
    if read.hidden:
        text = tr("{n} cells are hidden or marked as not told; they are empty in the workspace, not 0.")
        account.say(feedback, text.format(n=read.hidden), warn=True)


def _refuse_exchanged(rows: list[CniRow]) -> None:
    """Points per person that look like ratios, beside ratios that look like points per person, are each other's."""
    told = {scale: np.array([row.values.get(scale) for row in rows], float) for scale in (PER_PERSON, RATIO)}
    if all(doubtful_scale(values, scale) for scale, values in told.items()):
        raise QgsProcessingException(
            tr(
                "PER_PERSON_FIELD holds ratios and RATIO_FIELD points per person, by their size. Exchange the two fields."
            )
        )


def _tell_scales(read: _Read, fields: dict[str, str], account, feedback) -> None:
    for scale in SCALES:
        if scale in fields:
            told = [row.values[scale] for row in read.rows if row.values[scale] is not None]
            say_doubtful_scale(np.array(told, float), scale, fields[scale], account, feedback)
    if not {POINTS, PER_PERSON, "population"} <= fields.keys():
        text = tr("Points per person were not held against points and people, as the file lacks one of them.")
        account.say(feedback, text)
    mean, odd = nation_from(read.rows, read.steps)
    if mean is not None:
        text = tr("By the file's two scales the nation has {mean} points per person.")
        account.say(feedback, text.format(mean=number(mean)))
    if odd:
        text = tr("{n} rows have a ratio that does not fit their points per person: {list}. Ask for a corrected file.")
        account.say(feedback, text.format(n=len(odd), list=listed(odd)), warn=True)


def _tell_strangers(read: _Read, workspace, level: str, account, feedback) -> None:
    """Codes that the workspace's own register lacks would be joined to nothing."""
    table = workspace.read("facilities" if level == UNIT else "areas")
    if level == UNIT:
        own, asked = set(table["facility_id"]), {row.code: row.code for row in read.rows}
    else:
        own, asked = (
            set(zip(table["area_code"], table["vintage"])),
            {row.code: (row.code, row.vintage) for row in read.rows},
        )
    strangers = sorted(code for code, key in asked.items() if key not in own)
    if own and strangers:
        text = tr("{n} codes are not in the workspace's table {table}, in the same vintage where it has one: {list}.")
        name = "facilities" if level == UNIT else "areas"
        account.say(feedback, text.format(n=len(strangers), table=name, list=listed(strangers)), warn=True)
