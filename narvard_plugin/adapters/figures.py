"""Tables of statistics, wide or long, as figures by area code, vintage and year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np
import pandas as pd
from qgis.core import QgsProcessingException

from ..core.deso.joining import ESTIMATED, Figures, field_name, read_figure, year_of, year_of_name
from ..core.deso.small_numbers import MISSING, OK, SUPPRESSED
from ..core.deso.vintage import VINTAGES, Codes, read_codes, vintage_of_field, vintages_of
from ..i18n import tr
from .reading import as_text, listed
from .tables import read_columns, refuse_repeated, texts
from .vintages import AreaCodes, say_padded, told_vintages, vintage_field, worded

_STATUSES = (OK, ESTIMATED, SUPPRESSED, MISSING)
_MOST_VARIABLES = 200


class FigureFields(NamedTuple):
    """Where the figures of a table stand; "" or [] = nowhere. Either ``values`` (one field each) or ``value`` with the
    fields ``variables`` that say what it is."""

    code: str
    vintage: str
    declared: str
    year_field: str
    year: Optional[int]
    values: list[str]
    variables: list[str]
    value: str
    status: str


class Variable(NamedTuple):
    """A joined variable: the ``name`` of its field, and the ``label`` it has in the table."""

    name: str
    label: str


def code_texts(source, layer: str, field: str, feedback) -> np.ndarray:
    """The codes (n object) of a table as they stand there, without suffix."""
    return read_codes(texts(read_columns(source, layer, [field], feedback)[field])).code


def read_figures(
    source, layer: str, fields: FigureFields, areas: AreaCodes, account, feedback
) -> tuple[Figures, list[Variable]]:
    """The figures of ``layer`` of one year, for areas of the level of ``areas`` and others; what is left out is said."""
    told_by = vintage_field(source, fields.vintage)
    wanted = [
        fields.code,
        told_by,
        fields.year_field,
        *(fields.values or [*fields.variables, fields.value]),
        fields.status,
    ]
    columns = read_columns(source, layer, list(dict.fromkeys(name for name in wanted if name)), feedback)
    if not columns[fields.code]:
        raise QgsProcessingException(
            tr("{layer} has no rows. Choose another layer, or clear its filter and selection.").format(layer=layer)
        )
    codes = read_codes(texts(columns[fields.code]), {code for code in areas.codes if code is not None})
    say_padded(codes, layer, account, feedback)
    nameless = sum(code is None for code in codes.code)
    if nameless:
        text = tr("{n} rows of {layer} have no area code, and are left out.")
        account.say(feedback, text.format(n=nameless, layer=layer), warn=True)
    years = _years(columns, fields, len(codes.code), layer, account, feedback)
    with worded(layer):
        declared = fields.declared or vintage_of_field(areas.level, fields.code)
        told = told_vintages(columns.get(told_by), areas.level, bool(fields.vintage))
        vintages = vintages_of(areas.level, codes, told, declared, years)
    vintages = np.where(
        codes.level == areas.level, vintages, codes.suffix
    )  # RegSO of two vintages may stand beside DeSO
    rows = _of_one_year(years, codes.level == areas.level, fields, account, feedback, layer)
    status = _statuses(columns.get(fields.status), len(codes.code), layer, fields.status)
    read = _Read(columns, codes, vintages, years, status, rows)
    figures, variables = (_wide if fields.values else _long)(read, fields, layer, account, feedback)
    if told is None and not declared and not any(codes.suffix):
        _refuse_only_zeros(figures, areas, layer)
    return figures, variables


class _Read(NamedTuple):
    """A table (n rows) as it was read, and the ``rows`` of it that are wanted."""

    columns: dict[str, list]
    codes: Codes
    vintages: np.ndarray
    years: np.ndarray
    status: list[Optional[str]]
    rows: np.ndarray


def _years(columns, fields: FigureFields, count: int, layer: str, account, feedback) -> np.ndarray:
    """The year of each row's figures (n, or n × values where the fields' names say it); NaN = untold."""
    if fields.year_field:
        found = {text: year_of(text) for text in {as_text(v) for v in columns[fields.year_field] if v is not None}}
        years = [np.nan if v is None else found[as_text(v)] or np.nan for v in columns[fields.year_field]]
        bad = sorted(text for text, year in found.items() if year is None)
        if bad:
            text = tr("{n} texts in {field} of {layer} say no year, and their rows are left out: {list}.")
            text = text.format(n=len(bad), field=fields.year_field, layer=layer, list=listed(bad))
            account.say(feedback, text, warn=True)
        return np.array(years, float)
    if fields.year is None and fields.values:
        named = [year_of_name(name) or np.nan for name in fields.values]
        return np.tile(np.array(named, float), (count, 1))
    told = year_of_name(fields.value) if fields.value else None
    return np.full(count, fields.year or told or np.nan, float)


def _of_one_year(
    years: np.ndarray, here: np.ndarray, fields: FigureFields, account, feedback, layer: str
) -> np.ndarray:
    """The rows of the wanted year, else of the newest that the areas' level has."""
    if not fields.year_field:
        return np.arange(len(years))
    there = sorted(
        {int(year) for year in years[here] if np.isfinite(year)} or {int(y) for y in years if np.isfinite(y)}
    )
    if not there or (fields.year is not None and fields.year not in there):
        raise QgsProcessingException(
            tr("{layer} has no rows of {year}. Its years are: {years}.").format(
                layer=layer, year=fields.year or "–", years=listed(there) or "–"
            )
        )
    year = fields.year or there[-1]
    if len(there) > 1:
        text = tr("{layer} has the years {years}; the figures are of {year}.")
        account.say(feedback, text.format(layer=layer, years=listed(there), year=year))
    return np.flatnonzero(years == year)


def _wide(read: _Read, fields: FigureFields, layer: str, account, feedback) -> tuple[Figures, list[Variable]]:
    rows = read.rows
    _refuse_twice(read, rows, [""] * len(rows), layer, tr("Choose a year, or filter the table to one row per area."))
    cells = [
        _cells([read.columns[name][row] for row in rows], name, layer, account, feedback) for name in fields.values
    ]
    values = np.column_stack([value for value, _ in cells])
    status = np.column_stack([_with_status(own, [read.status[row] for row in rows]) for _, own in cells])
    years = read.years[rows] if read.years.ndim == 2 else np.repeat(read.years[rows, None], values.shape[1], axis=1)
    codes = read.codes
    figures = Figures(codes.code[rows], codes.level[rows], read.vintages[rows], values, status.astype(object), years)
    return figures, _variables(fields.values, fields.values)


def _long(read: _Read, fields: FigureFields, layer: str, account, feedback) -> tuple[Figures, list[Variable]]:
    rows = np.array([row for row in read.rows if read.codes.code[row] is not None], int)
    parts = [texts(read.columns[name])[rows] for name in fields.variables]
    labels = [" ".join(str(part) for part in told if part is not None) or fields.value for told in zip(*parts)]
    labels = labels or [fields.value] * len(rows)
    distinct = sorted(set(labels), key=_natural)
    if len(distinct) > _MOST_VARIABLES:
        raise QgsProcessingException(
            tr("{layer} has {n} different variables in {fields}, and a field would be added for each. Filter it first.").format(
                layer=layer, n=len(distinct), fields=", ".join(fields.variables)
            )
        )  # fmt: skip
    hint = tr("Filter the table, or name the field that tells the rows apart (such as sex or age) among the variables.")
    _refuse_twice(read, rows, labels, layer, hint)
    given = _cells([read.columns[fields.value][row] for row in rows], fields.value, layer, account, feedback)
    told = _with_status(given[1], [read.status[row] for row in rows])
    keys = pd.MultiIndex.from_arrays([read.codes.code[rows], [name or "" for name in read.vintages[rows]]])
    place, areas = keys.factorize()
    column = pd.Index(distinct, dtype=object).get_indexer(pd.Index(labels, dtype=object))
    shape = (len(areas), len(distinct))
    values, status, years = np.full(shape, np.nan), np.full(shape, MISSING, object), np.full(shape, np.nan)
    values[place, column], status[place, column], years[place, column] = given[0], told, read.years[rows]
    first = rows[np.unique(place, return_index=True)[1]]
    codes = read.codes
    figures = Figures(codes.code[first], codes.level[first], read.vintages[first], values, status, years)
    return figures, _variables([field_name(label) for label in distinct], distinct)


def _variables(names: Sequence[str], labels: Sequence[str]) -> list[Variable]:
    """Field names told apart without case, as files do."""
    made: list[Variable] = []
    for name, label in zip(names, labels):
        taken = {one.name.lower() for one in made}
        number = next(n for n in range(1, len(names) + 1) if (name if n == 1 else f"{name}_{n}").lower() not in taken)
        made.append(Variable(name if number == 1 else f"{name}_{number}", label))
    return made


def _cells(values: Sequence, field: str, layer: str, account, feedback) -> tuple[np.ndarray, np.ndarray]:
    """Numbers (n) and why some are none (n object); what is no number is counted, listed, and missing."""
    read, bad = {}, []
    for text in {"" if value is None else as_text(value) for value in values}:
        try:
            read[text] = read_figure(text)
        except ValueError:
            read[text] = (np.nan, MISSING)
            bad.append(text)
    if bad:
        text = tr("{n} texts in {field} of {layer} are no numbers, and stand as missing: {list}.")
        account.say(feedback, text.format(n=len(bad), field=field, layer=layer, list=listed(sorted(bad))), warn=True)
    found = [read["" if value is None else as_text(value)] for value in values]
    return np.array([one[0] for one in found], float), np.array([one[1] for one in found] or [], object)


def _statuses(values: Optional[Sequence], count: int, layer: str, field: str) -> list[Optional[str]]:
    if values is None:
        return [None] * count
    told = [None if value is None else as_text(value) for value in values]
    unknown = sorted({text for text in told if text and text not in _STATUSES})
    if unknown:
        raise QgsProcessingException(
            tr("{field} of {layer} has the statuses {list}, but only {known} are understood. Choose another field, or none.")
            .format(field=field, layer=layer, list=listed(unknown), known=", ".join(_STATUSES))
        )  # fmt: skip
    return told


def _with_status(own: np.ndarray, told: Sequence[Optional[str]]) -> np.ndarray:
    """The status of each cell: what the table says of a number that stands there, and of a cell without one."""
    return np.array([given if given and (status == OK or given in (SUPPRESSED, MISSING)) else status
                     for status, given in zip(own, told)] or [], object)  # fmt: skip


def _refuse_twice(read: _Read, rows: Sequence[int], labels: Sequence[str], layer: str, hint: str) -> None:
    codes, vintages = read.codes.code, read.vintages
    keys = [(codes[row], vintages[row] or "", label) for row, label in zip(rows, labels) if codes[row] is not None]
    if len(set(keys)) < len(keys):
        shown = [tuple(part for part in key if part) for key in keys]
        try:
            refuse_repeated(shown, layer, tr("area code"))
        except QgsProcessingException as error:
            raise QgsProcessingException(f"{error} {hint}") from None


def _refuse_only_zeros(figures: Figures, areas: AreaCodes, layer: str) -> None:
    """Where only the year told the vintage: SCB writes 0 for codes of the other one, and then every figure is 0."""
    here = figures.values[figures.level == areas.level]
    known = here[np.isfinite(here)]
    if areas.level in VINTAGES and len(known) and not known.any():
        raise QgsProcessingException(
            tr("Every figure of {layer} is 0. SCB writes 0 for codes of a vintage that has no figures for the year: choose the vintage of {layer}, or another year.")
            .format(layer=layer)
        )  # fmt: skip


def _natural(text: str) -> list:
    """Sorts 5-9 before 10-14."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.split(r"(\d+)", text) if part]
