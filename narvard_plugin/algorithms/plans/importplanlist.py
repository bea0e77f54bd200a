"""A list of plans (CSV, Excel, OpenDocument) from a municipality or of the region's own, into the register."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...core.plans.plan_list import A_SUM, NO_MUNICIPALITY, NO_NAME, TWICE, Listed, Read, headings_at, read_list
from ...core.plans.plan_words import columns_of
from ...core.plans.rows import one_line
from ...i18n import tr
from ...sources.errors import HostileFile
from ...sources.facility_files import SUFFIXES, FileProblem, FileTable, read_table, sha256_of
from ...sources.plans.words import plan_words
from ...sources.sentences import sentence
from ...store.changes import Changes
from ...store.plans.errors import PlanRefused
from ...store.plans.lists import Kept, keep_listed
from ...store.workspace import open_workspace
from ..data.facility_input import file_sentence
from ..data.source_row import note_source
from ..importing import ImportingAlgorithm, as_results, counts_of, say_counts
from ..parameters import workspace_parameter
from .importplans_places import Places


class ImportPlanList(ImportingAlgorithm):
    ID = "importplanlist"
    GROUP = "plans"
    TAGS = (
        "plan",
        "list",
        "spreadsheet",
        "Excel",
        "planlista",
        "lista",
        "importera",
        "detaljplan",
        "kommun",
        "bevakning",
    )

    def displayName(self):
        return tr("Import a list of plans")

    def shortHelpString(self):
        return tr(
            "Reads a list of plans, as a municipality sends it or a region keeps it, into the register: a case for every row.\n\n"
            "INPUT is a CSV file, or an Excel or OpenDocument workbook (SHEET, else its first sheet with rows). Columns are known by their headings: "
            "plannamn, beteckning, diarienummer, kommun, skede, datum, slag, förfarande, syfte, bostäder, handläggare, länk and "
            "their common other words. MAPPING names a column by hand, a JSON object of column and heading. The result says which "
            "heading was read as what, and which were not read. MUNICIPALITY is that of rows that tell none.\n\n"
            "A row is a known case by the municipality's reference, its designation or its name; else a new one that is watched. Of a known one only "
            "what was not known is filled in, and a later stage: what somebody wrote is left. Stages, kinds and numbers that are "
            "not understood are left out, counted and listed, and the words of a stage are kept as the list's own.\n\n"
            "A title, dates and headings over headings may stand above the headings; they are told and not read. Sums are no plans.\n\n"
            "Rows without a name and designation, without a municipality, or that stand twice go to REJECTED with the reason. Importing the same "
            "list twice changes nothing. A list says nothing of plans that it does not have.\n\n"
            "Method: headings and words by a list of synonyms; one transaction. Source: the list."
        )

    def initAlgorithm(self, config=None):
        self._add(
            QgsProcessingParameterFile("INPUT", tr("List of plans")),
            tr("CSV, .xlsx or .ods. A title may stand above the headings."),
        )
        self._add(workspace_parameter(), tr("Whose register the cases are kept in."))
        for name, label, text in (
            ("MUNICIPALITY", tr("Municipality (code or name)"), tr("Of rows that do not tell it.")),
            ("SHEET", tr("Sheet"), tr("Blank = the first sheet with rows.")),
            ("MAPPING", tr("Columns by hand (JSON)"), tr("Column of the register to heading, as {\"name\": \"Ärende\"}. Goes before what is known.")),
            ("SOURCE", tr("Source (text)"), tr("Stands in each case. Blank = the name of the file.")),
        ):  # fmt: skip
            self._add(QgsProcessingParameterString(name, label, optional=True), text)
        self.add_results(tr("Imported plans of the list"))

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", _columns())
        account.name_columns("REJECTED", _rejected_columns())
        path = Path(self.parameterAsFile(parameters, "INPUT", context))
        table, sha256 = _table(path, self.parameterAsString(parameters, "SHEET", context).strip())
        by_hand = self.parameterAsString(parameters, "MAPPING", context)
        table = _below_title(table, by_hand, account, feedback)
        mapping = _mapping(table, by_hand, account, feedback)
        source = self.parameterAsString(parameters, "SOURCE", context).strip() or path.name
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), tool=self.ID) as workspace:
            places = Places(workspace)
            read = _read(table, mapping, places, self._municipality(parameters, context, places))
            if not read.cases:
                reasons = "; ".join(dict.fromkeys(_reason(problem, word) for _, problem, word in read.rejected))
                text = tr("{name} holds no plan that could be read. {reasons}")
                raise QgsProcessingException(text.format(name=path.name, reasons=reasons))
            with workspace.transaction(), Outputs(self, parameters, context, feedback) as outputs:
                kept = []
                for one in read.cases:
                    if feedback.isCanceled():
                        raise Cancelled
                    try:
                        kept.append((one, keep_listed(workspace, one.case, source)))
                    except PlanRefused as refusal:  # several cases could be meant: a person says which
                        read.rejected.append((one.row, refusal.sentence(), one.case["name"]))
                counts = counts_of([done.fate for _, done in kept])
                rejected = [
                    {"row": row, "name": word, "reason": _reason(problem, word)} for row, problem, word in read.rejected
                ]
                say_counts(counts, rejected, account, feedback)
                _say_unknown(read, account, feedback)
                _write(outputs, kept, places, rejected)
                changes = Changes(counts["added"], counts["changed"], 0, counts["unchanged"], {})
                told = {"row_count": len(kept), "region": workspace.region}
                note_source(workspace, source, "plan_cases", sha256, changes, **told)
        self.keep(account, outputs.results, context)
        return {**outputs.results, **as_results(counts, len(rejected))}

    def _municipality(self, parameters, context, places: Places) -> str:
        told = self.parameterAsString(parameters, "MUNICIPALITY", context).strip()
        found = places.code_of(told) if told else ""
        if found is None:
            raise QgsProcessingException(
                tr("{told} is no municipality. Write its four-digit code, or its name.").format(told=told)
            )
        return found


def _table(path: Path, sheet: str) -> tuple[FileTable, str]:
    if path.suffix.lower() not in SUFFIXES:
        raise QgsProcessingException(
            tr("{name} is no list that can be read. Save it as CSV (UTF-8), .xlsx or .ods.").format(name=path.name)
        )
    try:
        table = read_table(path, (sheet,) if sheet else ())
        if sheet and table.sheet.casefold() != sheet.casefold():
            text = tr("{name} has no sheet {sheet}. It has: {list}.")
            raise QgsProcessingException(text.format(name=path.name, sheet=sheet, list=", ".join(table.sheets) or "–"))
        return table, sha256_of(path)
    except HostileFile as error:
        raise QgsProcessingException(sentence(error)) from error
    except FileProblem as error:
        raise QgsProcessingException(file_sentence(error)) from error


def _below_title(table: FileTable, by_hand: str, account, feedback) -> FileTable:
    """The table from its headings on: a spreadsheet may have a title and dates above them."""
    wanted = list(mapping_by_hand(by_hand, None).values())
    rows = [table.header, *table.rows]
    at = headings_at(rows, plan_words(), wanted)
    if at == 0:
        return table
    above = [" ".join(filter(None, map(one_line, row))) for row in rows[:at]]
    text = tr("Above the headings stands what was not read: {list}.")
    account.say(feedback, text.format(list=listed([line for line in above if line])), warn=True)
    header = [one_line(cell) for cell in rows[at]]
    width = max(len(row) for row in rows)
    header += [""] * (width - len(header))
    return table._replace(header=header, rows=[[*row, *[""] * (width - len(row))] for row in rows[at + 1 :]])


def _mapping(table: FileTable, by_hand: str, account, feedback) -> dict[str, str]:
    """Column -> heading, by the words that are known and over them by hand; told, with the headings left unread."""
    mapping = columns_of([heading for heading in table.header if heading], plan_words())
    mapping.pop("item_id", None)
    mapping.update(mapping_by_hand(by_hand, table.header))
    if not {"name", "designation"} & mapping.keys():
        raise QgsProcessingException(
            tr("No heading is known as the plan's name or designation. There are: {list}. Say in MAPPING which one it is.")
            .format(list=", ".join(table.header))
        )  # fmt: skip
    text = tr("Read as: {list}.")
    account.say(feedback, text.format(list="; ".join(f"{column} = {heading}" for column, heading in mapping.items())))
    unread = [heading for heading in table.header if heading and heading not in mapping.values()]
    if unread:
        account.say(feedback, tr("Headings that were not read: {list}.").format(list=listed(unread)), warn=True)
    return mapping


def mapping_by_hand(text: str, headings) -> dict[str, str]:
    """Column -> heading of a JSON text; a sentence where it is none, or names what is not there."""
    if not text.strip():
        return {}
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise QgsProcessingException(tr("MAPPING is no JSON ({detail}).").format(detail=error)) from error
    if not isinstance(told, Mapping) or not all(isinstance(one, str) for one in told.values()):
        raise QgsProcessingException(tr("MAPPING must be written as {example}.").format(example='{"name": "Ärende"}'))
    strange = [column for column in told if column not in plan_words().columns]
    if strange:
        raise QgsProcessingException(
            tr("MAPPING names {strange}, which the register does not have. It has: {known}.").format(
                strange=", ".join(strange), known=", ".join(plan_words().columns)
            )
        )
    lost = [heading for heading in told.values() if headings is not None and heading not in headings]
    if lost:
        raise QgsProcessingException(
            tr("MAPPING names {lost}, which is not there. There are: {list}.").format(
                lost=", ".join(lost), list=", ".join(headings)
            )
        )
    return dict(told)


def _read(table: FileTable, mapping: Mapping[str, str], places: Places, municipality: str) -> Read:
    at = {column: table.header.index(heading) for column, heading in mapping.items()}
    rows = [{column: row[place] for column, place in at.items()} for row in table.rows]
    return read_list(rows, plan_words(), places.code_of, municipality)


def _say_unknown(read: Read, account, feedback) -> None:
    if read.unknown:
        cells = [f"{column} = {text}" + (f" ({n} ×)" if n > 1 else "") for (column, text), n in read.unknown.items()]
        text = tr("{n} cells were not understood and left out: {list}.")
        account.say(feedback, text.format(n=sum(read.unknown.values()), list=listed(cells)), warn=True)


def _reason(problem: str, word: str) -> str:
    return {
        NO_NAME: tr("It has neither name nor designation."),
        NO_MUNICIPALITY: tr("{word} is no municipality. Say in MUNICIPALITY which it is.").format(word=word or "–"),
        A_SUM: tr("It is a sum and no plan."),
        TWICE: tr("The plan stands twice in the list."),
    }.get(problem, problem)


def _columns() -> list[Column]:
    return [
        Column("row", "integer", tr("Row")),
        Column("plan_id", "text", tr("Case id")),
        Column("municipality", "text", tr("Municipality (code)")),
        Column("municipality_name", "text", tr("Municipality")),
        Column("name", "text", tr("Plan")),
        Column("designation", "text", tr("Designation")),
        Column("status", "text", tr("Stage")),
        Column("fate", "text", tr("What became of it")),
    ]


def _rejected_columns() -> list[Column]:
    return [
        Column("row", "integer", tr("Row")),
        Column("name", "text", tr("Word")),
        Column("reason", "text", tr("Reason")),
    ]


def _write(outputs: Outputs, kept: Sequence[tuple[Listed, Kept]], places: Places, rejected: list[dict]) -> None:
    nowhere = QgsCoordinateReferenceSystem()
    rows = []
    for one, done in kept:
        case = one.case
        rows.append((None, [one.row, done.plan_id, case["municipality"], places.name_of(case["municipality"]), case["name"],
                            case.get("designation"), case.get("source_status"), done.fate]))  # fmt: skip
    outputs.write("OUTPUT", fields_of(_columns()), NO_GEOMETRY, nowhere, rows, len(rows))
    left = [(None, list(row.values())) for row in rejected]
    outputs.write("REJECTED", fields_of(_rejected_columns()), NO_GEOMETRY, nowhere, left, len(left))
