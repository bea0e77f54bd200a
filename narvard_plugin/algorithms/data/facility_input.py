"""The table that facilities are imported from: a file read as it was written, or a layer as it stands."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Optional

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsProviderRegistry,
)

from ...adapters.crs import transform_xy
from ...adapters.reading import UNCHECKED, Cancelled, as_text, listed, values_at
from ...core.facilities.words import plain
from ...i18n import tr
from ...sources.errors import HostileFile
from ...sources.facility_files import SUFFIXES, FileProblem, FileTable, read_sheet, read_table, sha256_of
from ...sources.facility_sheets import CAPACITY_SHEETS, FACILITY_SHEETS, SERVICE_SHEETS
from ...sources.sentences import sentence as source_sentence

SWEREF = "EPSG:3006"
_DATE_IN_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})")


class Given(NamedTuple):
    """What is imported: ``header`` and ``rows`` as text, ``points`` (n, 2) in SWEREF 99 TM where a layer has them."""

    header: list[str]
    rows: list[list[str]]
    points: Optional[np.ndarray]
    name: str
    #: How the layer in the dialog calls its columns, in order, where the file was read anew.
    layer_fields: list[str]
    encoding: str
    delimiter: str
    sha256: str
    #: The date in the file's name.
    date: Optional[str]
    services: Optional[FileTable]
    capacity: Optional[FileTable]
    #: The sheet that was read of a workbook, and those that were not.
    sheet: str = ""
    unread: tuple[str, ...] = ()

    def column(self, name: str) -> int:
        """The position of the column that a parameter names. A file that QGIS misread has it in the same position."""
        if name in self.header:
            return self.header.index(name)
        lowered = [heading.casefold() for heading in self.header]
        if name.casefold() in lowered:
            return lowered.index(name.casefold())
        if name in self.layer_fields and len(self.layer_fields) == len(self.header):
            return self.layer_fields.index(name)
        raise QgsProcessingException(
            tr("{layer} has no field {names}. Its fields are: {fields}.").format(
                layer="INPUT", names=name, fields=", ".join(self.header)
            )
        )


def file_of(parameters, context) -> tuple[Optional[Path], str, list[str]]:
    """The file to read anew, the sheet in it, and the layer's fields; no file where a layer must be read as it stands."""
    if parameters.get("FILE"):
        return Path(str(parameters["FILE"])), "", []
    value = parameters.get("INPUT")
    if getattr(value, "selectedFeaturesOnly", False) or getattr(value, "filterExpression", ""):
        return None, "", []
    text = value if isinstance(value, QgsMapLayer) else getattr(value, "source", value)
    text = text.staticValue() if hasattr(text, "staticValue") else text
    if isinstance(text, str) and _is_table_file(Path(text.split("|")[0])) and "|subset=" not in text:
        path, _, more = text.partition("|")
        return Path(path), more.partition("layername=")[2].split("|")[0], []
    layer = text if isinstance(text, QgsMapLayer) else QgsProcessingUtils.mapLayerFromString(str(text), context)
    if layer is None or layer.providerType() not in ("ogr", "delimitedtext") or layer.subsetString():
        return None, "", []
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = Path(str(parts.get("path", "")))
    if not _is_table_file(path) or layer.isEditable():
        return None, "", []
    return path, str(parts.get("layerName") or ""), layer.fields().names()


def _is_table_file(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and path.is_file()


def read_given(algorithm, parameters, context, feedback) -> Given:
    path, sheet, layer_fields = file_of(parameters, context)
    if path is None:
        return _from_layer(algorithm, parameters, context, feedback)
    try:
        table = read_table(path, (sheet,) if sheet else FACILITY_SHEETS)
        services, capacity = (read_sheet(path, sheets) for sheets in (SERVICE_SHEETS, CAPACITY_SHEETS))
        checksum = sha256_of(path)
    except HostileFile as error:
        raise QgsProcessingException(source_sentence(error)) from error
    except FileProblem as error:
        raise QgsProcessingException(file_sentence(error)) from error
    found = _DATE_IN_NAME.search(path.name)
    read = [one.sheet for one in (table, services, capacity) if one is not None]
    unread = tuple(name for name in table.sheets if name not in read)
    return Given(
        table.header, table.rows, None, path.stem, layer_fields, table.encoding, table.delimiter, checksum,
        found[1] if found else None, services, capacity, table.sheet, unread,
    )  # fmt: skip


def _from_layer(algorithm, parameters, context, feedback) -> Given:
    source = algorithm.source(parameters, "INPUT", context)
    header = source.fields().names()
    indexes = range(len(header))
    rows, points = [], []
    for feature in source.getFeatures(QgsFeatureRequest(), UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        rows.append(["" if value is None else as_text(value) for value in values_at(feature, indexes)])
        geometry = feature.geometry()
        point = None if geometry.isNull() or geometry.isEmpty() else geometry.pointOnSurface()
        point = None if point is None or point.isNull() else point.asPoint()
        points.append((np.nan, np.nan) if point is None else (point.x(), point.y()))
    xy = np.array(points, float).reshape(-1, 2)
    placed = np.isfinite(xy).all(1)
    if placed.any():
        if not source.sourceCrs().isValid():
            raise QgsProcessingException(
                tr("The layer in {layer} has no coordinate reference system. Set it in the layer's properties, and run again.")
                .format(layer="INPUT")
            )  # fmt: skip
        target = QgsCoordinateReferenceSystem(SWEREF)
        xy[placed] = transform_xy(xy[placed], source.sourceCrs(), target, context.transformContext())
    return Given(
        header, rows, xy if placed.any() else None, source.sourceName(), header, "", "", _sha256(header, rows, xy), None, None, None
    )  # fmt: skip


def _sha256(header: list[str], rows: list[list[str]], xy: np.ndarray) -> str:
    """Of a layer's content, so that the same content is known again."""
    content = json.dumps([header, rows, np.nan_to_num(xy, nan=-1).tolist()], ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()


def say_how_read(given: Given, account, feedback) -> None:
    """Tell encoding, delimiter and sheet, which nobody sees in a table that looks right, and headings that stand twice."""
    if given.encoding and given.delimiter:
        marks = {";": tr("semicolon"), ",": tr("comma"), "\t": tr("tab"), "|": "|"}
        text = tr("The file was read as {encoding} with {delimiter} between its columns.")
        mark = marks.get(given.delimiter, given.delimiter)
        account.say(feedback, text.format(encoding=given.encoding, delimiter=mark))
    if given.sheet:
        named = given.sheet.casefold() in [name.casefold() for name in FACILITY_SHEETS]
        text = tr("The sheet {sheet} was read.").format(sheet=given.sheet)
        if given.unread and not named:
            text += " " + tr("The workbook has others, which were not: {list}.").format(list=listed(given.unread))
        account.say(feedback, text, warn=bool(given.unread) and not named)
    headings = Counter(plain(heading) for heading in given.header if heading)
    twice = [heading for heading in dict.fromkeys(given.header) if headings[plain(heading)] > 1]
    if twice:
        text = tr("Headings that stand several times, of which the first column is read: {list}.")
        account.say(feedback, text.format(list=listed(twice)), warn=True)


def too_long_rows(header: Sequence[str], rows: Sequence[Sequence[str]]) -> set[int]:
    """Positions of rows with text past the last heading: nobody can say which column lost its delimiter."""
    return {at for at, row in enumerate(rows) if any(cell.strip() for cell in row[len(header) :])}


def file_sentence(error: FileProblem) -> str:
    """What is wrong with a file that should be a table, and what to do."""
    return {
        "missing": tr("The file {path} does not exist. Choose another."),
        "closed": tr("The file {path} cannot be opened ({detail}). Close it where it is open, or ask for access."),
        "too_large": tr("The file {path} is far larger than a table of facilities ({detail}). Choose another."),
        "empty": tr("The file {path} has no table with headings in its first row."),
        "damaged": tr("The file {path} is damaged or not what its name says ({detail}). Ask for it anew."),
        "quote": tr(
            "In row {detail} of the file {path} a quotation mark is not closed, and the rows after it stand in one cell. Nothing was read; correct the row."
        ),
        "not_a_table": tr("The file {path} is no table. Save it as CSV (UTF-8) or as an Excel workbook."),
    }[error.reason].format(path=error.path, detail=error.detail or "–")
