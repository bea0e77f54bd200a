"""Rows of a file or layer as facilities, by the columns that the preset and the user name."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from qgis.core import QgsProcessingException

from ... import catalogue
from ...adapters.reading import Cancelled
from ...core.facilities.coordinates import Place
from ...core.facilities.osm import tags_of
from ...core.facilities.presets import Preset
from ...core.facilities.reading import Facility, Reader, Refused, merged_rows
from ...core.facilities.words import capacity_words, plain
from ...i18n import tr
from ...sources.facility_catalogue import facility_words
from ..parameters import parts_of
from .facility_account import without_apostrophe
from .facility_input import SWEREF, Given, too_long_rows
from .facility_parameters import field_roles


class Read(NamedTuple):
    """What a file tells: facilities, refused rows (row, problem, word), and how many rows were examples or joined."""

    facilities: list[Facility]
    refused: list[tuple[int, str, str]]
    examples: int
    joined: int
    notes: dict
    columns: dict[str, int]


def type_map(tool, parameters, context) -> tuple[dict[str, str], str]:
    """Words and the types they mean, and what is wrong with them."""
    pairs, types = {}, facility_words().types
    for part in parts_of(tool.parameterAsString(parameters, "TYPE_MAP", context)):
        word, _, kind = part.partition("=")
        if not plain(word) or types.find(kind) is None:
            return {}, tr("TYPE_MAP must be word=type with ; between, and {part} is not.").format(part=part)
        pairs[word] = types.find(kind)
    return pairs, ""


def capacity_columns(tool, parameters, context) -> tuple[dict[str, str], str]:
    """Kinds of capacity and their columns, and what is wrong with them."""
    pairs, kinds = {}, capacity_words(catalogue.capacity_kinds())
    for part in parts_of(tool.parameterAsString(parameters, "CAPACITY", context)):
        kind, _, column = part.partition("=")
        if kinds.find(kind) is None or not column.strip():
            return {}, tr("CAPACITY must be kind=column with ; between, and {part} is not.").format(part=part)
        pairs[kinds.find(kind)] = column.strip()
    return pairs, ""


def read_facilities(tool, given: Given, preset: Preset, parameters, context, feedback) -> Read:
    """Every row as a facility, or refused with its reason."""
    columns = preset.columns_in(given.header)
    for role, (name, _, _) in field_roles().items():
        field = tool.field(parameters, name, context)
        if field:
            columns[role] = given.column(field)
    reader = _reader(tool, given, preset, columns, parameters, context)
    read_row = _row_reader(tool, given, reader, columns, parameters, context)
    found, refused, examples = [], [], 0
    for at, row in enumerate(given.rows):
        if at % 256 == 0 and feedback.isCanceled():
            raise Cancelled
        if not any(cell.strip() for cell in row):
            continue
        try:
            facility = read_row(at, row)
            found += [facility] if facility else []
            examples += facility is None
        except Refused as error:
            refused.append((at + 1, error.problem, error.word))
    if not found and not refused:
        raise QgsProcessingException(
            tr("The table has only example rows. Fill in rows of your own, and run again.")
            if examples
            else tr("{layer} has no rows. Choose another layer, or clear its filter and selection.").format(
                layer="INPUT"
            )
        )
    kept, contradicting, joined = merged_rows(found)
    refused += [(facility.row, problem, facility.facility_id) for facility, problem in contradicting]
    return Read(kept, refused, examples, joined, reader.notes, columns)


def _reader(tool, given: Given, preset: Preset, columns, parameters, context) -> Reader:
    words = facility_words()
    kind = tool.parameterAsEnumString(parameters, "TYPE", context) if parameters.get("TYPE") else ""
    headings = {plain(heading) for heading in given.header}
    if not kind and "type" not in columns and headings.issuperset(map(plain, preset.default_type_when)):
        kind = preset.default_type
    crs = tool.parameterAsCrs(parameters, "CRS", context)
    return Reader(
        preset,
        replace(words, types=words.types.with_words(type_map(tool, parameters, context)[0])),
        kind,
        (crs.authid() or crs.toWkt()) if crs.isValid() else "",
    )


def _row_reader(tool, given: Given, reader: Reader, columns, parameters, context):
    """A function from a row's position and cells to its facility, None for an example row."""
    by_columns = any(tool.field(parameters, name, context) for name in ("X_FIELD", "Y_FIELD", "COORDINATES_FIELD"))
    points = None if by_columns else given.points
    capacity = _capacity_at(tool, given, reader.preset, parameters, context)
    broken = too_long_rows(given.header, given.rows)

    def read_row(at: int, row: list[str]):
        cells = {role: without_apostrophe(row[place]) for role, place in columns.items()}
        if reader.is_example(cells):
            return None
        if at in broken:
            raise Refused("cells")
        placed = points is not None and np.isfinite(points[at]).all()
        place = Place(SWEREF, *points[at].tolist(), False) if placed else None
        tags = tags_of(dict(zip(given.header, row))) if reader.preset.id == "osm" else None
        amounts = {kind: row[column] for kind, column in capacity.items()}
        return reader.facility(at + 1, cells, amounts, tags, place)

    return read_row


def _capacity_at(tool, given: Given, preset: Preset, parameters, context) -> dict[str, int]:
    kinds = capacity_words(catalogue.capacity_kinds())
    found = {}
    if preset.id in ("excel", "generic"):
        found = {kinds.find(heading): at for at, heading in enumerate(given.header) if kinds.find(heading)}
    told_columns = capacity_columns(tool, parameters, context)[0]
    return {**found, **{kind: given.column(column) for kind, column in told_columns.items()}}
