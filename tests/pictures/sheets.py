"""A result as a table, a page, a folder or a text, drawn as a user reads it."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from html import escape
from pathlib import Path

from osgeo import gdal
from qgis.core import NULL, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QImage, QPainter, QTextDocument, QTextOption

from narvard_plugin.i18n import number
from tools.demo import symbols

WIDTH = 820
_ROWS, _COLUMNS, _LETTERS, _LINE = 11, 7, 90, 112
_PAGE_HEIGHT = 900
_LEFT_OUT = {"fid", "source", "row_version"}
_STYLE = """
table {border-collapse: collapse;} th {background: #23659c; color: white; padding: 4px 6px; text-align: left;}
td {padding: 3px 6px; border-bottom: 1px solid #d5dde2;} .code {color: #d8e6f0; font-size: 8pt; font-weight: normal;}
p {color: #555555;} h3 {margin: 0 0 6px 0;}
"""


def table(layer: QgsVectorLayer, fields=(), where: str = "", title: str = "") -> QImage:
    """The first rows of a table beneath the names that users read, and how many there are."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    if where:
        request.setFilterExpression(where)
    found = list(layer.getFeatures(request))
    chosen = list(fields) or _telling(layer, found)
    heads = [(layer.attributeDisplayName(layer.fields().indexFromName(name)), name) for name in chosen]
    rows = [[_word(feature[name]) for name in chosen] for feature in found[:_ROWS]]
    return _table(title or layer.name(), heads, rows, len(found))


def _telling(layer, found) -> list[str]:
    """Columns to show where nobody has chosen: those that are not the same, or empty, in every row."""
    names = [field.name() for field in layer.fields() if field.name() not in _LEFT_OUT]
    filled = [name for name in names if any(feature[name] not in (NULL, None, "") for feature in found)] or names
    widths = [max(len(_word(feature[name])) for feature in found[:_ROWS]) if found else 1 for name in filled]
    heads = [max(map(len, layer.attributeDisplayName(layer.fields().indexFromName(name)).split())) for name in filled]
    chosen, left = [], _LINE
    for name, width, head in zip(filled, widths, heads):
        left -= max(min(width, 30), head, 6) + 2
        if left < 0 or len(chosen) == _COLUMNS:
            break
        chosen.append(name)
    return chosen


def of_csv(path: Path, fields=(), title: str = "") -> QImage:
    text = path.read_text("utf-8-sig")
    delimiter = ";" if text.count(";") > text.count(",") else ","
    head, *rows = csv.reader(text.splitlines(), delimiter=delimiter)
    wanted = [head.index(name) for name in fields] or range(min(_COLUMNS, len(head)))
    shown = [[_word(row[at]) for at in wanted] for row in rows if len(row) == len(head)]
    return _table(title, [(head[at], head[at]) for at in wanted], shown[:_ROWS], len(shown))


def _table(title, heads, rows, count) -> QImage:
    head = "".join(
        f"<th>{escape(alias)}" + (f'<br><span class="code">{escape(name)}</span>' if alias != name else "") + "</th>"
        for alias, name in heads
    )
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    more = f"<p>{len(rows)} av {number(count)} rader</p>" if count > len(rows) else ""
    return _html(f"<h3>{escape(title)}</h3><table width='100%' cellspacing='0'><tr>{head}</tr>{body}</table>{more}")


def _word(value) -> str:
    if value in (NULL, None, ""):
        return "–"
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float):
        return number(float(f"{value:.4g}") if abs(value) < 1000 else round(value))
    if isinstance(value, (QDate, QDateTime)):
        return value.toString("yyyy-MM-dd")
    text = " ".join(str(value).split())
    text = text if len(text) <= _LETTERS else text[: _LETTERS - 1] + "…"
    return text if " " in text else text.replace("-", "\u2011")  # an id stays in one piece


def folder(path: Path, title: str) -> QImage:
    """The files of a folder, as a user finds them."""
    files = sorted(one for one in path.rglob("*") if one.is_file())
    rows = [[one.relative_to(path).as_posix(), f"{max(1, one.stat().st_size // 1024)} kB"] for one in files]
    return _table(title, [("Fil", "Fil"), ("Storlek", "Storlek")], rows[: 2 * _ROWS], len(rows))


def contents(path: Path, title: str) -> QImage:
    """What a GeoPackage holds."""
    with closing(sqlite3.connect(path)) as file:
        found = file.execute(
            "SELECT identifier, table_name, data_type FROM gpkg_contents WHERE table_name <> 'layer_styles'"
        )
        rows = [[told, name, "lager" if kind == "features" else "tabell"] for told, name, kind in found]
    return _table(title, [("Innehåll", "Innehåll"), ("Namn", "Namn"), ("Slag", "Slag")], rows[: 2 * _ROWS], len(rows))


def text(path: Path, title: str) -> QImage:
    lines = path.read_text("utf8").splitlines()[:34]
    shown = "\n".join(line if len(line) < 110 else line[:109] + "…" for line in lines)
    return _html(f"<h3>{escape(title)}</h3><pre style='font-size: 8pt'>{escape(shown)}</pre>")


def _html(body: str) -> QImage:
    document = QTextDocument()
    document.setDefaultFont(symbols.font(9))
    document.setDefaultStyleSheet(_STYLE)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    document.setDefaultTextOption(option)
    document.setHtml(body)
    document.setTextWidth(WIDTH - 20)
    size = QSize(WIDTH, min(_PAGE_HEIGHT, int(document.size().height()) + 20))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.translate(10, 10)
    document.drawContents(painter, QRectF(0, 0, WIDTH, size.height()))
    painter.end()
    return image


def pdf(path: Path, page: int) -> QImage:
    """A page of a PDF, the first being 1."""
    read = gdal.OpenEx(f"PDF:{page}:{path}", open_options=["DPI=150"])
    bands = [read.GetRasterBand(at).ReadAsArray() for at in (1, 2, 3)]
    height, width = bands[0].shape
    image = QImage(width, height, QImage.Format.Format_RGB888)
    import numpy as np

    pixels = np.ascontiguousarray(np.dstack(bands))
    image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    image = image.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    return image.copy(0, 0, WIDTH, min(_PAGE_HEIGHT, image.height()))


def image(path: Path) -> QImage:
    return QImage(str(path)).scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)


def page(path: Path) -> QImage:
    """The top of an HTML page, as a browser shows it."""
    from qgis.PyQt.QtCore import QEventLoop, QUrl
    from qgis.PyQt.QtWebKitWidgets import QWebPage

    shown = QWebPage()
    for way in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical):
        shown.mainFrame().setScrollBarPolicy(way, Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    shown.setViewportSize(QSize(WIDTH, _PAGE_HEIGHT))
    loop = QEventLoop()
    shown.mainFrame().loadFinished.connect(loop.quit)
    shown.mainFrame().setHtml(path.read_text("utf8"), QUrl.fromLocalFile(str(path.resolve())))
    height = min(_PAGE_HEIGHT, shown.mainFrame().contentsSize().height())
    shown.setViewportSize(QSize(WIDTH, height))
    image = QImage(QSize(WIDTH, height), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    shown.mainFrame().render(painter)
    painter.end()
    return image
