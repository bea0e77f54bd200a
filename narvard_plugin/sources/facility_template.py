"""Närvård's template for facilities: an Excel workbook with drop-downs, or CSV with instructions beside it."""

from __future__ import annotations

import csv
import errno
import io
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..core.facilities.presets import Preset
from ..whole_files import made_whole
from .facility_sheets import (
    CAPACITY_HEADINGS,
    CAPACITY_SHEETS,
    FACILITY_SHEETS,
    INSTRUCTION_SHEETS,
    LIST_SHEETS,
    SERVICE_HEADINGS,
    SERVICE_SHEETS,
)

_ROWS = 2000  # that drop-downs reach
_WIDE = {"name": 34, "type": 28, "service": 34, "operator": 24, "address": 26, "kind": 26}
#: Columns kept as text, so that a code keeps its first zero.
_TEXT = ("id", "facility_id", "postal_code", "region", "municipality", "hours", "weekdays")
_YEARS = ("opened", "closed", "from_year", "to_year")
_DATES = ("source_date", "date")
_NUMBERS = ("beds", "volume", "value")


class Sheet(NamedTuple):
    """One sheet: its name, columns as key -> heading, example rows by key, and lists to choose from by key."""

    name: str
    headings: Mapping[str, str]
    examples: Sequence[Mapping[str, object]]
    choices: Mapping[str, Sequence[str]]


class Template(NamedTuple):
    """``language`` 0 = Swedish, 1 = English; ``instructions`` line by line; the words of ``yes`` are the first choice."""

    language: int
    instructions: Sequence[str]
    sheets: Sequence[Sheet]


def sheets_of(
    preset: Preset, language: int, choices: Mapping[str, Sequence[str]], examples: Sequence[Sequence[Mapping]]
) -> tuple[Sheet, ...]:
    """The three sheets that are filled in; ``examples`` one list of rows per sheet."""
    facilities = {role: headings[language] for role, headings in preset.columns.items() if role != "services"}
    services, capacity = (
        {name: texts[language] for name, texts in headings.items()}
        for headings in (SERVICE_HEADINGS, CAPACITY_HEADINGS)
    )
    names = (FACILITY_SHEETS[language], SERVICE_SHEETS[language], CAPACITY_SHEETS[language])
    return tuple(
        Sheet(name, headings, rows, {key: values for key, values in choices.items() if key in headings})
        for name, headings, rows in zip(names, (facilities, services, capacity), examples)
    )


def write_workbook(path: Path, template: Template) -> None:
    """The template as an Excel workbook; ImportError where openpyxl is not installed."""
    import openpyxl

    book = openpyxl.Workbook()
    first = book.active
    first.title = INSTRUCTION_SHEETS[template.language]
    first.column_dimensions["A"].width = 110
    for line in template.instructions:
        first.append([line])
    _style_instructions(first)
    lists = book.create_sheet(LIST_SHEETS[template.language])
    ranges = _write_lists(lists, template)
    for number, sheet in enumerate(template.sheets, 1):
        _write_sheet(book.create_sheet(sheet.name, number), sheet, ranges)
    lists.sheet_state = "hidden"
    with made_whole(path) as unfinished:
        try:
            book.save(unfinished)
        except Exception as error:
            # Spreadsheets are written through lxml where it is installed, which has an error of its own for a full disk.
            if type(error).__name__ != "SerialisationError":
                raise
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path)) from error


def _style_instructions(sheet) -> None:
    from openpyxl.styles import Alignment, Font

    for row in sheet.iter_rows():
        row[0].alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A1"].font = Font(bold=True, size=14)


def _write_lists(sheet, template: Template) -> dict[str, str]:
    """Every list in a column of its own; where each stands, by key."""
    from openpyxl.utils import get_column_letter

    lists = {key: values for one in template.sheets for key, values in one.choices.items()}
    ranges = {}
    for column, (key, values) in enumerate(lists.items(), 1):
        for row, value in enumerate([key, *values], 1):
            sheet.cell(row, column, value)
        letter = get_column_letter(column)
        ranges[key] = f"'{sheet.title}'!${letter}$2:${letter}${len(values) + 1}"
    return ranges


def _write_sheet(target, sheet: Sheet, ranges: Mapping[str, str]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    head, grey = PatternFill("solid", fgColor="1B4F72"), PatternFill("solid", fgColor="EDEDED")
    for column, (key, heading) in enumerate(sheet.headings.items(), 1):
        letter = get_column_letter(column)
        cell = target.cell(1, column, heading)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), head
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        target.column_dimensions[letter].width = _WIDE.get(key, 16)
        _validate(target, key, letter, ranges)
        for row, example in enumerate(sheet.examples, 2):
            cell = target.cell(row, column, example.get(key))
            cell.font, cell.fill = Font(italic=True, color="595959"), grey
        if key in _TEXT or key in _DATES:
            for row in range(2, _ROWS + 1):
                target.cell(row, column).number_format = "@" if key in _TEXT else "yyyy-mm-dd"
    target.freeze_panes = "A2"
    target.row_dimensions[1].height = 32


def _validate(target, key: str, letter: str, ranges: Mapping[str, str]) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    if key in ranges:
        rule = DataValidation(type="list", formula1=ranges[key], allow_blank=True)
    elif key in _YEARS:
        rule = DataValidation(type="whole", operator="between", formula1="1600", formula2="2200", allow_blank=True)
    elif key in _NUMBERS:
        rule = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    else:
        return
    rule.showErrorMessage = True
    target.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{_ROWS}")


def write_csv(table: Path, text: Path, template: Template, more: Mapping[str, str]) -> None:
    """The first sheet as CSV for Excel in Sweden (semicolon, UTF-8 with its mark), with columns after it: ``more`` is
    heading -> example."""
    sheet = template.sheets[0]
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow([*sheet.headings.values(), *more])
    for example in sheet.examples:
        writer.writerow([example.get(key, "") for key in sheet.headings] + list(more.values()))
    lines = [*template.instructions, ""]
    for one in template.sheets:
        for key, values in one.choices.items():
            lines += [f"{one.headings[key]}: {' | '.join(values)}", ""]
    with (
        made_whole(text) as second,
        made_whole(table) as first,
    ):  # the table takes its place first, and alone may be refused
        for path, content in ((first, made.getvalue()), (second, "\r\n".join(lines))):
            path.write_bytes(content.encode("utf-8-sig"))
