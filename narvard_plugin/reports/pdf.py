"""A document as PDF, of the kind that archives ask for (PDF/A-1b) where this QGIS can write it."""

from __future__ import annotations

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from qgis.PyQt.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontInfo,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

_DOTS_PER_INCH = 600
_MARGINS = QMarginsF(24, 26, 22, 22)  # mm: left, top, right, bottom
_HEAD_MM, _FOOT_MM = 12, 12
_FONTS = ("Arial", "Liberation Sans", "DejaVu Sans")
_INK, _GREY, _MARK = QColor("#1b1b1b"), QColor("#444444"), QColor("#ececec")


class _Text(QTextDocument):
    """A text that has its own pictures and fetches nothing else, neither from the disk nor from the network."""

    def __init__(self, pictures):
        super().__init__()
        self._pictures = pictures

    def loadResource(self, kind, name: QUrl):
        if kind == QTextDocument.ResourceType.ImageResource and name.toString() in self._pictures:
            return opaque(QImage.fromData(self._pictures[name.toString()]))
        return None


def pdf_bytes(document, templates) -> bytes:
    """The pages of ``document``: its reference and page number at the head, its mark on every page."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = pdf_writer(buffer, document.title)
    text = laid_out(document, templates, writer)
    painter = QPainter(writer)
    pages = text.pageCount()
    for page in range(pages):
        if page:
            writer.newPage()
        _draw_page(painter, writer, text, page, pages, document, templates.words)
    painter.end()
    buffer.close()
    return bytes(kept)


def laid_out(document, templates, device) -> QTextDocument:
    """The text on pages of the device's size, inside the margins."""
    text = _Text(document.pictures)
    text.setDefaultFont(text_font(10.5))
    text.documentLayout().setPaintDevice(device)
    text.setDefaultStyleSheet(templates.style("document.css"))
    body = document.body.replace('<div class="page"></div>', '<p style="page-break-before: always"></p>')
    text.setHtml(f"<html><body>{body}</body></html>")
    _size_pictures(text)
    text.setDocumentMargin(0)
    text.setPageSize(_inside(device).size())
    _keep_headings(text)
    return text


def _keep_headings(text: QTextDocument) -> None:
    """Move a heading that would stand last on its page to the next page, with what it heads."""
    layout, height = text.documentLayout(), text.pageSize().height()
    block = text.begin()
    while block.isValid():
        follower = block.next()
        if block.blockFormat().headingLevel() and follower.isValid():
            page, next_page = (int(_first_line(layout, one) // height) for one in (block, follower))
            if next_page > page:
                shape = block.blockFormat()
                shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).setBlockFormat(shape)
        block = follower


def _first_line(layout, block) -> float:
    """How far down the middle of the first line stands; a block whose line is pushed to the next page begins before it."""
    top, line = layout.blockBoundingRect(block).top(), block.layout().lineAt(0)
    return top + line.y() + line.height() / 2 if line.isValid() else top


def _size_pictures(text: QTextDocument) -> None:
    """Pictures as large as they are told (96 to the inch), whatever the screen's own measure, which Qt goes by."""
    screen = QGuiApplication.primaryScreen()
    scale = screen.logicalDotsPerInchX() / 96 if screen else 1.0
    block = text.begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            if fragment.charFormat().isImageFormat():
                shape = fragment.charFormat().toImageFormat()
                shape.setWidth(shape.width() * scale)
                shape.setHeight(shape.height() * scale)
                cursor = QTextCursor(text)
                cursor.setPosition(fragment.position())
                cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(shape)
                break
            fragments += 1
        block = block.next()


def opaque(image: QImage) -> QImage:
    """The picture on white: an archive's PDF has nothing that shines through."""
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(QColor("white"))
    painter = QPainter(plain)
    painter.drawImage(0, 0, image)
    painter.end()
    return plain


def pdf_writer(buffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_A1b)
    writer.setTitle(title)
    writer.setCreator("Närvård")
    writer.setResolution(_DOTS_PER_INCH)
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    writer.setPageLayout(layout)
    return writer


def _inside(device) -> QRectF:
    """The part of a page that the text stands in, in the device's dots."""
    page = QSizeF(device.width(), device.height())
    left, top, right, bottom = (
        dots(one) for one in (_MARGINS.left(), _MARGINS.top(), _MARGINS.right(), _MARGINS.bottom())
    )
    return QRectF(left, top, page.width() - left - right, page.height() - top - bottom)


def _draw_page(painter, writer, text, page: int, pages: int, document, words) -> None:
    inside = _inside(writer)
    if document.mark:
        _draw_mark(painter, writer, document.mark)
    painter.save()
    painter.translate(inside.left(), inside.top() - page * inside.height())
    shown = QRectF(0, page * inside.height(), inside.width(), inside.height())
    painter.setClipRect(shown)
    context = QAbstractTextDocumentLayout.PaintContext()
    # What only touches the page belongs to the next or the last one: a dot less keeps its words off this page's text.
    context.clip = shown.adjusted(0, 1, 0, -1)
    context.palette.setColor(context.palette.ColorRole.Text, _INK)
    text.documentLayout().draw(painter, context)
    painter.restore()
    head = QRectF(inside.left(), dots(_HEAD_MM), inside.width(), dots(6))
    foot = QRectF(inside.left(), inside.bottom() + dots(5), inside.width(), dots(6))
    painter.setFont(text_font(9))
    painter.setPen(_GREY)
    painter.drawText(head, int(Qt.AlignmentFlag.AlignLeft), document.reference)
    number = words["page_of"].format(page=page + 1, pages=pages)
    painter.drawText(head, int(Qt.AlignmentFlag.AlignRight), number)
    painter.setFont(text_font(8))
    title = painter.fontMetrics().elidedText(document.title, Qt.TextElideMode.ElideRight, int(foot.width()))
    painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft), title)
    if document.mark:
        painter.setFont(text_font(9, bold=True))
        painter.setPen(QColor("#8c1c00"))
        painter.drawText(head, int(Qt.AlignmentFlag.AlignHCenter), document.mark)


def _draw_mark(painter, writer, mark: str) -> None:
    """The mark across the page, under the text: grey instead of half transparent, which archives refuse, and a shape
    instead of letters, so that it stands in nobody's way who searches or listens to the page."""
    font = text_font(110, bold=True)
    font.setPixelSize(round(dots(25.4 * 110 / 72)))  # points are the screen's, and a shape knows of no page
    shape = QPainterPath()
    shape.addText(0, 0, font, mark)
    painter.save()
    painter.translate(writer.width() / 2, writer.height() / 2)
    painter.rotate(-55)
    painter.translate(-shape.boundingRect().center())
    painter.fillPath(shape, _MARK)
    painter.restore()


def dots(millimetres: float) -> float:
    return millimetres / 25.4 * _DOTS_PER_INCH


def text_font(points: float, bold: bool = False) -> QFont:
    """The first of the fonts that this computer has; any at all rather than none."""
    name = next((name for name in _FONTS if QFontInfo(QFont(name)).family() == name), QFont().family())
    font = QFont(name)
    font.setPointSizeF(points)
    font.setBold(bold)
    # Any spacing at all keeps Qt from joining f and i to one letter, which nobody would find by searching.
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.05)
    return font
