"""What an import of Care Need Index writes: its rows, those it rejects, and why."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateReferenceSystem

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of
from ...core.deso.cni_import import SCALES, CniRow
from ...i18n import tr


def write_rows(outputs: Outputs, rows: Sequence[CniRow], fates: Sequence[str], level: str, day: str) -> None:
    """OUTPUT: a row per row of the file, with all its scales."""
    found = (
        (None, [level, row.code, row.vintage, row.population, *map(row.values.get, SCALES), row.status, day, row.source, fate, row.place])
        for row, fate in zip(rows, fates)
    )  # fmt: skip
    outputs.write("OUTPUT", fields_of(output_columns()), NO_GEOMETRY, QgsCoordinateReferenceSystem(), found, len(fates))


def write_rejected(outputs: Outputs, rejected: Sequence[dict]) -> None:
    """REJECTED: the texts of the file, with the reason."""
    columns = rejected_columns()
    found = ((None, [row.get(column.name) for column in columns]) for row in rejected)
    outputs.write("REJECTED", fields_of(columns), NO_GEOMETRY, QgsCoordinateReferenceSystem(), found, len(rejected))


def output_columns() -> list[Column]:
    return [
        Column("level", "text", tr("Is of (unit, area)")),
        Column("code", "text", tr("Unit id or area code")),
        Column("vintage", "text", tr("Vintage of the division")),
        Column("population", "integer", tr("Number of people")),
        Column("cni_points", "real", tr("CNI, sum of points")),
        Column("cni_per_person", "real", tr("CNI, points per person")),
        Column("cni_ratio", "real", tr("CNI, ratio to the nation (1 = the nation)")),
        Column("cni_status", "text", tr("CNI, status")),
        Column("date", "text", tr("Date")),
        Column("source", "text", tr("Source")),
        Column("import_status", "text", tr("Added, changed or unchanged")),
        Column("row", "integer", tr("Row of the input")),
    ]


def rejected_columns() -> list[Column]:
    return [
        Column("row", "integer", tr("Row of the input")),
        Column("reason", "text", tr("Reason")),
        Column("code", "text", tr("Unit id or area code")),
        Column("points", "text", tr("CNI, sum of points")),
        Column("per_person", "text", tr("CNI, points per person")),
        Column("ratio", "text", tr("CNI, ratio to the nation (1 = the nation)")),
        Column("population", "text", tr("Number of people")),
        Column("source", "text", tr("Source")),
    ]


def reason(problem: str) -> str:
    return {
        "vintage": tr("The area code is of another vintage than VINTAGE says."),
        "code": tr("There is no unit id or area code."),
        "number": tr("A figure is not a number, or the people are not whole."),
        "negative": tr("An index is below 0."),
        "nothing": tr("There is no index on any scale."),
        "nobody": tr("There is an index per person, but no people."),
        "disagrees": tr(
            "The points over the people are not the points per person: one of the fields is another, or of another year."
        ),
        "repeated": tr("The same row stands earlier in the table."),
        "contradicts": tr("Several rows of the same code have different figures."),
    }[problem]
