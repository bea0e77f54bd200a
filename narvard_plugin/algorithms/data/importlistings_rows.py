"""What the import of listings reads and writes: cells of a long table or of a matrix, its columns, and why a cell is left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qgis.core import QgsCoordinateReferenceSystem

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of
from ...adapters.reading import as_text
from ...core.figures import Unreadable
from ...core.listings_import import Row, Told, Total, read_cell, read_key, without_repeated
from ...i18n import tr


class Cell(NamedTuple):
    """A cell as text: its ``row`` in the table from 1, and what stands there and around it."""

    row: int
    area_code: str
    unit_id: str
    number: str
    date: str


class Read(NamedTuple):
    """Readable cells, and the others with ``row`` and ``reason``."""

    rows: list[Row]
    rejected: list[dict]


def long_cells(columns: dict[str, list], area: str, unit: str, number: str, date: str, day: str) -> list[Cell]:
    """One cell per row; ``day`` holds for all rows where it is given."""
    count = len(columns[area])
    texts = {name: [_text(value) for value in values] for name, values in columns.items()}
    days = [day] * count if day else texts[date]
    return [Cell(at + 1, texts[area][at], texts[unit][at], texts[number][at], days[at]) for at in range(count)]


def matrix_cells(columns: dict[str, list], area: str, units: Sequence[str], date: str, day: str) -> list[Cell]:
    """One cell per row and unit: the columns ``units`` are called by the ids of the units."""
    found = []
    for at, code in enumerate(columns[area]):
        told = day or _text(columns[date][at])
        found += [Cell(at + 1, _text(code), unit, _text(columns[unit][at]), told) for unit in units]
    return found


def read_cells(cells: Sequence[Cell], codes: Sequence, minimum: int, empty_is_zero: bool) -> Read:
    """The cells, whose areas have the bare ``codes``, as figures."""
    rows, rejected = [], []
    for cell, code in zip(cells, codes):
        try:
            key = read_key(code or "", cell.unit_id, cell.date)
            rows.append(Row(cell.row, key, read_cell(cell.number, minimum, empty_is_zero)))
        except Unreadable as error:
            rejected.append({**cell._asdict(), "reason": reason(error.problem)})
    kept, left = without_repeated(rows)
    rejected += [_rejected(row, problem) for row, problem in left]
    return Read(sorted(kept, key=lambda row: row.place), sorted(rejected, key=lambda row: row["row"]))


def _rejected(row: Row, problem: str) -> dict:
    number = row.told.mark if row.told.number is None else str(row.told.number)
    cell = Cell(row.place, row.key.area, row.key.unit, number, row.key.day)
    return {**cell._asdict(), "reason": reason(problem)}


def _text(value) -> str:
    return "" if value is None else as_text(value)


def write_rows(outputs: Outputs, rows: Sequence[Row], fates: Sequence[str], known_unit, known_area) -> None:
    found = (
        (None, [*row.key[:2], row.told.number, row.key.day, row.told.status, known_unit(row.key.unit), known_area(row.key.area), fate, row.place])
        for row, fate in zip(rows, fates)
    )  # fmt: skip
    _write(outputs, "OUTPUT", output_columns(), found, len(rows))


def write_units(outputs: Outputs, totals: Sequence[Total], names: dict[str, str]) -> None:
    found = (
        (None, [one.unit, names.get(one.unit), one.listed, one.hidden, one.known, one.day, one.difference, _judged(one), one.unit in names])
        for one in totals
    )  # fmt: skip
    _write(outputs, "UNITS", unit_columns(), found, len(totals))


def write_rejected(outputs: Outputs, rejected: Sequence[dict]) -> None:
    columns = rejected_columns()
    found = ((None, [row[column.name] for column in columns]) for row in rejected)
    _write(outputs, "REJECTED", columns, found, len(rejected))


def _write(outputs, name, columns, rows, count) -> None:
    outputs.write(name, fields_of(columns), NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows, count)


def _judged(total: Total):
    if total.explained is None:
        return None
    if total.difference == 0:
        return "same"
    return "hidden_cells" if total.explained else "differs"


def output_columns() -> list[Column]:
    return [
        Column("area_code", "text", tr("Area code")),
        Column("unit_id", "text", tr("Unit id")),
        Column("number", "integer", tr("Number listed")),
        Column("date", "text", tr("Date")),
        Column("status", "text", tr("Status (ok, suppressed, missing)")),
        Column("unit_known", "flag", tr("The unit is in the workspace")),
        Column("area_known", "flag", tr("The area is in the workspace")),
        Column("import_status", "text", tr("Added, changed or unchanged")),
        Column("row", "integer", tr("Row of the input")),
    ]


def unit_columns() -> list[Column]:
    return [
        Column("unit_id", "text", tr("Unit id")),
        Column("name", "text", tr("Name")),
        Column("listed", "integer", tr("Listed by the cells that tell a number")),
        Column("hidden_cells", "integer", tr("Cells without a number")),
        Column("capacity_listed", "real", tr("Listed by the workspace's capacity (listade)")),
        Column("capacity_date", "text", tr("Date of that capacity")),
        Column("difference", "real", tr("Difference: cells less capacity")),
        Column("judged", "text", tr("Judged (same, hidden_cells, differs)")),
        Column("unit_known", "flag", tr("The unit is in the workspace")),
    ]


def rejected_columns() -> list[Column]:
    return [
        Column("row", "integer", tr("Row of the input")),
        Column("reason", "text", tr("Reason")),
        Column("area_code", "text", tr("Area code")),
        Column("unit_id", "text", tr("Unit id")),
        Column("number", "text", tr("Number listed")),
        Column("date", "text", tr("Date")),
    ]


def reason(problem: str) -> str:
    return {
        "area": tr("There is no area code."),
        "unit": tr("There is no unit."),
        "sum": tr("It is a sum of several areas or units; everyone in it would be counted twice."),
        "date": tr("The date is not a day written as 2024-12-31."),
        "number": tr("The number is not a number of whole people, nor a mark of a hidden cell (<5, .., x, -)."),
        "repeated": tr("The same row stands earlier in the table."),
        "contradicts": tr("Several rows of the same area, unit and date have different numbers."),
    }[problem]


def as_columns(rows: Sequence[Row]) -> list[list]:
    """The rows as the register's table holds them: area_code, unit_id, number, date, status."""
    return [[row.key.area, row.key.unit, row.told.number, row.key.day, row.told.status] for row in rows]


def figures_of(told: Told) -> tuple:
    """What is compared with the stored row: the mark itself is not kept."""
    return told.number, told.status
