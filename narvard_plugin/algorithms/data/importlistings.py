"""Listings per area and unit from any table into the workspace; hidden cells stay hidden, and are never 0."""

from __future__ import annotations

import hashlib
import json

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...adapters.outputs import Outputs
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled
from ...adapters.tables import read_columns
from ...core.deso.small_numbers import MINIMUM, MISSING, SUPPRESSED
from ...core.figures import Unreadable, merge
from ...core.listings_import import Key, read_day, totals
from ...i18n import tr
from ...store.changes import together
from ...store.workspace import open_workspace
from ..importing import ImportingAlgorithm, as_results, counts_of, say_counts
from ..parameters import enum_parameter, workspace_parameter
from .importlistings_account import bare_codes, say_areas, say_hidden, say_removed, say_totals, say_units
from .importlistings_rows import (
    Read,
    as_columns,
    figures_of,
    long_cells,
    matrix_cells,
    output_columns,
    read_cells,
    rejected_columns,
    unit_columns,
    write_rejected,
    write_rows,
    write_units,
)
from .source_row import note_source

_TABLE = "listings"
_COLUMNS = ["area_code", "unit_id", "number", "date", "status"]
LONG, MATRIX = "long", "matrix"
EMPTY_MISSING, EMPTY_ZERO = "missing", "zero"


class ImportListings(ImportingAlgorithm):
    ID = "importlistings"
    GROUP = "data"
    TAGS = ("listings", "listed", "import", "health centre", "listade", "listning", "hälsoval", "vårdval", "importera")

    def displayName(self):
        return tr("Import listings (listade per area and unit)")

    def shortHelpString(self):
        return tr(
            "Reads how many of each area's people are listed at each health centre into the workspace.\n\n"
            "INPUT is a table or CSV file. FORM long: a row per area and unit, with area code, unit id, number and date in the fields named. "
            "FORM matrix: a row per area and a column per unit, called by the unit's id (UNIT_FIELDS; blank = every other column). DATE says the day of the whole table.\n\n"
            "A hidden cell (<5, .., x, -) becomes empty with the status suppressed, never 0. Numbers over 0 and under MINIMUM are hidden too, so that the workspace keeps nothing of so few people; "
            "clear HIDE only where your rules allow it. An empty cell is missing, unless EMPTY_AS says that it means 0. "
            "What is hidden here can still be worked out from other tables: use protectsmallnumbers before a table is shown.\n\n"
            "Area codes lose the ending _DeSO2025 and get a lost leading zero back; codes of several vintages are refused. Codes and units that the workspace does not have are kept, counted and listed: "
            "they may be a neighbour's. Sums (totalt, summa) are rejected. UNITS compares each unit's listed with its capacity (listade), and says whether hidden cells can be the difference.\n\n"
            "The rows stand instead of the workspace's rows of the same units and dates. Importing the same file twice changes nothing. OUTPUT is the rows imported, REJECTED the others with the reason.\n\n"
            "Method: one key per figure (area, unit, date); the workspace is written in one transaction, or not at all. Source: the region's listing register, as exported by the user."
        )

    def initAlgorithm(self, config=None):
        vector = [QgsProcessing.SourceType.TypeVector]
        self._add(
            QgsProcessingParameterFeatureSource("INPUT", tr("Listings (table)"), vector),
            tr("A table or CSV file; a geometry is not read."),
        )
        self._add(
            workspace_parameter(),
            tr("Where the rows are kept, in the table listings."),
        )
        self._add(
            enum_parameter(
                "FORM",
                tr("Form of the table"),
                {LONG: tr("Long: a row per area and unit"), MATRIX: tr("Matrix: a column per unit")},
                LONG,
            ),
            tr("How the numbers stand in the table."),
        )
        self.add_field(
            "AREA_FIELD",
            tr("Area code (field)"),
            tr("DeSO, RegSO or municipality."),
            numeric=False,
            default="area_code",
        )
        for name, label, default, text in (
            ("UNIT_FIELD", tr("Unit id (field)"), "unit_id", tr("With FORM long.")),
            ("NUMBER_FIELD", tr("Number listed (field)"), "number", tr("With FORM long.")),
            ("DATE_FIELD", tr("Date (field)"), "date", tr("The day of the row, where DATE is blank.")),
        ):
            self._add(QgsProcessingParameterField(name, label, default, "INPUT", optional=True), text)
        self._add(
            QgsProcessingParameterField(
                "UNIT_FIELDS", tr("Units (columns)"), None, "INPUT", allowMultiple=True, optional=True
            ),
            tr("With FORM matrix. Blank = every column but those of area code and date."),
        )
        self._add(
            QgsProcessingParameterString("DATE", tr("Date of the whole table"), optional=True),
            tr("Written as 2024-12-31; goes before DATE_FIELD."),
        )
        self._add(
            QgsProcessingParameterNumber(
                "MINIMUM", tr("Fewest people told"), defaultValue=MINIMUM, minValue=1, maxValue=1000
            ),
            tr("Numbers over 0 and under this are hidden."),
        )
        self._add(
            QgsProcessingParameterBoolean("HIDE", tr("Hide numbers under the fewest people told"), True),
            tr("The workspace then keeps no number of so few people. Cleared: they are kept as they are."),
            advanced=True,
        )
        self._add(
            enum_parameter(
                "EMPTY_AS",
                tr("An empty cell means"),
                {EMPTY_MISSING: tr("Missing: nobody knows"), EMPTY_ZERO: tr("0: nobody is listed")},
                EMPTY_MISSING,
            ),
            tr("A matrix often leaves out zeros; ask whoever made it."),
            advanced=True,
        )
        self._add(
            QgsProcessingParameterString("SOURCE", tr("Source (text)"), optional=True),
            tr("Where the figures come from. Blank = the table's name."),
        )
        self.add_results(tr("Imported listings"))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "UNITS", tr("Listed per unit, beside capacity"), optional=True, createByDefault=False
            )
        )
        for name, text in (
            ("REMOVED_COUNT", tr("Removed rows")),
            ("SUPPRESSED_COUNT", tr("Hidden cells")),
            ("MISSING_COUNT", tr("Cells without a number that are not hidden")),
            ("UNKNOWN_UNIT_COUNT", tr("Units that are not in the workspace")),
            ("UNKNOWN_AREA_COUNT", tr("Areas that are not in the workspace")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def checkParameterValues(self, parameters, context):
        if self.parameterAsEnumString(parameters, "FORM", context) != MATRIX:
            blank = [name for name in ("UNIT_FIELD", "NUMBER_FIELD") if not self.field(parameters, name, context)]
            if blank:
                return False, tr("{names} must name a field.").format(names=", ".join(blank))
        day = self.parameterAsString(parameters, "DATE", context).strip()
        if not day and not self.field(parameters, "DATE_FIELD", context):
            return False, tr("Name the field of the date, or write the DATE of the whole table.")
        try:
            read_day(day or "2000-01-01")
        except Unreadable:
            return False, tr("DATE must be written as 2024-12-31.")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        for name, columns in (
            ("OUTPUT", output_columns()),
            ("UNITS", unit_columns()),
            ("REJECTED", rejected_columns()),
        ):
            account.name_columns(name, columns)
        with open_workspace(self.parameterAsString(parameters, "WORKSPACE", context), tool=self.ID) as workspace:
            areas, facilities = workspace.read("areas"), workspace.read("facilities")
            read = self._read(parameters, context, areas, account, feedback)
            if feedback.isCanceled():
                raise Cancelled
            with workspace.transaction(), Outputs(self, parameters, context, feedback) as outputs:
                stored = _stored(workspace.read(_TABLE))
                fates = merge(stored, [(row.key, figures_of(row.told)) for row in read.rows])[1]
                say_counts(counts_of(fates), read.rejected, account, feedback)
                unknown_areas = say_areas(read.rows, set(areas["area_code"]), account, feedback)
                names = dict(zip(facilities["facility_id"], facilities["name"]))
                unknown_units = say_units(read.rows, names, account, feedback)
                self._say_hidden(read, parameters, context, account, feedback)
                found = totals(read.rows, _known_listed(workspace.read("capacity")), self._minimum(parameters, context))
                say_totals(found, account, feedback)
                write_rows(outputs, read.rows, fates, names.__contains__, lambda area: area not in unknown_areas)
                write_units(outputs, found, names)
                write_rejected(outputs, read.rejected)
                changes = self._store(workspace, read, parameters, context)
                say_removed(changes, stored, read.rows, account, feedback)
        self.keep(account, outputs.results, context)
        statuses = [row.told.status for row in read.rows]
        return {
            **outputs.results,
            **as_results(counts_of(fates), len(read.rejected)),
            "REMOVED_COUNT": changes.removed,
            "SUPPRESSED_COUNT": statuses.count(SUPPRESSED),
            "MISSING_COUNT": statuses.count(MISSING),
            "UNKNOWN_UNIT_COUNT": len(unknown_units),
            "UNKNOWN_AREA_COUNT": len(unknown_areas),
        }

    def _minimum(self, parameters, context) -> int:
        """Numbers under it are hidden; 0 = none is."""
        hide = self.parameterAsBoolean(parameters, "HIDE", context)
        return self.parameterAsInt(parameters, "MINIMUM", context) if hide else 0

    def _read(self, parameters, context, areas: pd.DataFrame, account, feedback) -> Read:
        source = self.source(parameters, "INPUT", context)
        area, unit, number, date = (
            self.field(parameters, f"{name}_FIELD", context) for name in ("AREA", "UNIT", "NUMBER", "DATE")
        )
        day = self.parameterAsString(parameters, "DATE", context).strip()
        dated = [] if day else [date]
        if self.parameterAsEnumString(parameters, "FORM", context) == MATRIX:
            others = (area, date, "fid")
            units = self.field_list(parameters, "UNIT_FIELDS", context)
            units = units or [name for name in source.fields().names() if name not in others]
            columns = read_columns(source, "INPUT", list(dict.fromkeys([area, *dated, *units])), feedback)
            cells = matrix_cells(columns, area, units, date, day)
        else:
            columns = read_columns(source, "INPUT", list(dict.fromkeys([area, unit, number, *dated])), feedback)
            cells = long_cells(columns, area, unit, number, date, day)
        if not cells:
            raise QgsProcessingException(
                tr("{layer} has no rows. Choose another layer, or clear its filter and selection.").format(
                    layer="INPUT"
                )
            )
        codes = bare_codes([cell.area_code for cell in cells], areas, account, feedback)
        zero = self.parameterAsEnumString(parameters, "EMPTY_AS", context) == EMPTY_ZERO
        return read_cells(cells, codes, self._minimum(parameters, context), zero)

    def _say_hidden(self, read: Read, parameters, context, account, feedback) -> None:
        say_hidden(read.rows, self._minimum(parameters, context), account, feedback)

    def _store(self, workspace, read: Read, parameters, context):
        """The rows instead of those of the same units and dates, and the source that they came from."""
        rows = pd.DataFrame(as_columns(read.rows), columns=_COLUMNS).astype(object)
        changes = together([
            workspace.refresh(_TABLE, own, within={"unit_id": sorted(set(own["unit_id"])), "date": [day]})
            for day, own in rows.groupby("date")  # a unit may stand there on one of the days only
        ])  # fmt: skip
        name = self.parameterAsString(parameters, "SOURCE", context).strip()
        content = hashlib.sha256(json.dumps(sorted(as_columns(read.rows), key=str)).encode()).hexdigest()
        note_source(
            workspace,
            name or self.source(parameters, "INPUT", context).sourceName(),
            _TABLE,
            content,
            changes,
            data_date=max(rows["date"], default=None),
            row_count=len(rows),
            region=workspace.region,
        )
        return changes


def _stored(table: pd.DataFrame) -> dict[Key, tuple]:
    """The workspace's rows by their keys."""
    table = table[_COLUMNS].astype(object).where(table[_COLUMNS].notna(), None)
    return {
        Key(area, unit, day): (None if number is None else int(number), status)
        for area, unit, number, day, status in table.itertuples(index=False)
    }


def _known_listed(capacity: pd.DataFrame) -> dict[str, tuple[float, str]]:
    """The newest number of listed per facility, with its day."""
    rows = capacity[capacity["kind"] == "listade"].sort_values("date", na_position="first")
    return {
        facility: (value, None if pd.isna(day) else day)
        for facility, value, day in rows[["facility_id", "value", "date"]].itertuples(index=False)
    }
