"""The scenario on the map: signs with a word for what opens, closes and moves, and the tool that clicks and drags."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsMapTool
from qgis.PyQt.QtCore import QPointF, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from ..adapters.live_scenario import STORED
from ..core.scenarios.changes import ADD_SERVICE, CHANGE_ROLE, CLOSE, MOVE, OPEN, REMOVE_SERVICE
from ..core.scenarios.editing import Sign
from ..i18n import tr

#: Of Okabe and Ito's kind: green and vermilion differ in lightness too, and every sign has its own shape and word.
COLOURS = {
    OPEN: "#007a5e",
    CLOSE: "#b23a00",
    MOVE: "#0a5fa8",
    CHANGE_ROLE: "#7a4fa3",
    ADD_SERVICE: "#7a4fa3",
    REMOVE_SERVICE: "#7a4fa3",
}
_DRAG = 6  # pixels that the mouse moves before a click is a drag
_REACH = 14  # pixels from a facility within which a click means it


def sign_words() -> dict[str, str]:
    return {
        OPEN: tr("opened"),
        CLOSE: tr("closed"),
        MOVE: tr("moved"),
        CHANGE_ROLE: tr("new role"),
        ADD_SERVICE: tr("new services"),
        REMOVE_SERVICE: tr("other services"),
    }


class PlaceTool(QgsMapTool):
    """Tells where one clicks or drags, in the workspace's system; ``reach`` is how near a facility must be, in metres."""

    clicked = pyqtSignal(QgsPointXY)
    dragged = pyqtSignal(QgsPointXY, QgsPointXY)
    left = pyqtSignal()  # by Escape

    def __init__(self, canvas: QgsMapCanvas):
        super().__init__(canvas)
        self._pressed = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def reach(self) -> float:
        here = self.canvas().extent().center()
        aside = QgsPointXY(here.x() + _REACH * self.canvas().mapUnitsPerPixel(), here.y())
        return self._stored(here).distance(self._stored(aside))

    def canvasPressEvent(self, event):
        self._pressed = event.pos()

    def canvasReleaseEvent(self, event):
        if self._pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        start, self._pressed = self._pressed, None
        if (event.pos() - start).manhattanLength() < _DRAG:
            self.clicked.emit(self._stored(self.toMapCoordinates(start)))
        else:
            ends = (self.toMapCoordinates(place) for place in (start, event.pos()))
            self.dragged.emit(*(self._stored(place) for place in ends))

    def keyPressEvent(self, event):
        if event.key() == Qt.Key.Key_Escape:
            self._pressed = None
            self.left.emit()

    def _stored(self, place: QgsPointXY) -> QgsPointXY:
        return _transform(self.canvas(), outwards=True).transform(place)


class ScenarioSigns(QgsMapCanvasItem):
    """Every sign of the scenario, drawn over the map."""

    def __init__(self, canvas: QgsMapCanvas):
        super().__init__(canvas)
        self._canvas = canvas
        self.signs: list[Sign] = []
        self.setZValue(50)

    def show_signs(self, signs: Sequence[Sign]) -> None:
        self.signs = list(signs)
        self.updatePosition()

    def boundingRect(self):
        return QRectF(0, 0, self._canvas.width(), self._canvas.height())

    def updatePosition(self):
        self.setPos(0, 0)
        self.update()

    def paint(self, painter, option=None, widget=None):
        to_map = _transform(self._canvas, outwards=False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self._canvas.font())
        font.setBold(True)
        size = QFontMetricsF(font).height()
        for sign in self.signs:
            try:
                here = self.toCanvasCoordinates(to_map.transform(QgsPointXY(*sign.place)))
                before = sign.before and self.toCanvasCoordinates(to_map.transform(QgsPointXY(*sign.before)))
            except QgsCsException:  # outside what the map's system can show
                continue
            _draw(painter, sign, here, before, font, 0.55 * size)


def _draw(painter: QPainter, sign: Sign, here: QPointF, before, font: QFont, half: float) -> None:
    colour = QColor(COLOURS[sign.action])
    painter.setFont(font)
    if before is not None:
        _arrow(painter, before, here, colour, half)
    painter.setPen(QPen(Qt.GlobalColor.white, 2))
    painter.setBrush(colour)
    painter.drawEllipse(here, 1.35 * half, 1.35 * half)
    painter.setPen(QPen(Qt.GlobalColor.white, 0.32 * half, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    reach = 0.7 * half
    for way in _STROKES[sign.action]:
        start, end = (QPointF(here.x() + x * reach, here.y() + y * reach) for x, y in way)
        painter.drawLine(start, end)
    word = sign_words()[sign.action]
    metrics = QFontMetricsF(font)
    box = QRectF(
        here.x() + 1.8 * half, here.y() - metrics.height() / 2, metrics.horizontalAdvance(word) + half, metrics.height()
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(255, 255, 255, 225))
    painter.drawRoundedRect(box, 0.3 * half, 0.3 * half)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)


#: Lines of each sign in its circle, from −1 to 1, y downwards: plus, cross, arrow, two crossing arrows, plus and minus.
_STROKES = {
    OPEN: (((-1, 0), (1, 0)), ((0, -1), (0, 1))),
    CLOSE: (((-0.8, -0.8), (0.8, 0.8)), ((-0.8, 0.8), (0.8, -0.8))),
    MOVE: (((-1, 0), (1, 0)), ((0.3, -0.6), (1, 0)), ((0.3, 0.6), (1, 0))),
    CHANGE_ROLE: (((-0.8, -0.35), (0.8, -0.35)), ((-0.8, 0.35), (0.8, 0.35))),
    ADD_SERVICE: (((-0.8, 0.5), (0, -0.5)), ((0, -0.5), (0.8, 0.5))),
    REMOVE_SERVICE: (((-0.8, -0.5), (0, 0.5)), ((0, 0.5), (0.8, -0.5))),
}


def _arrow(painter: QPainter, start: QPointF, end: QPointF, colour: QColor, half: float) -> None:
    """From where it stood to where it stands; a white edge keeps it visible on every map."""
    way = end - start
    length = (way.x() ** 2 + way.y() ** 2) ** 0.5
    if length < 3 * half:
        return
    along = way / length
    across = QPointF(-along.y(), along.x())
    tip = end - along * (1.5 * half)
    for pen in (QPen(Qt.GlobalColor.white, 0.75 * half), QPen(colour, 0.4 * half)):
        painter.setPen(pen)
        painter.drawLine(start, tip - along * half)
    painter.setPen(QPen(Qt.GlobalColor.white, 1))
    painter.setBrush(colour)
    back = tip - along * (1.4 * half)
    painter.drawPolygon(QPolygonF([tip, back + across * (0.8 * half), back - across * (0.8 * half)]))
    painter.setBrush(Qt.GlobalColor.white)
    painter.setPen(QPen(colour, 0.3 * half))
    painter.drawEllipse(start, 0.6 * half, 0.6 * half)


def _transform(canvas: QgsMapCanvas, outwards: bool) -> QgsCoordinateTransform:
    """From the map to the workspace's system, or back."""
    shown, stored = canvas.mapSettings().destinationCrs(), QgsCoordinateReferenceSystem(STORED)
    if not shown.isValid():
        shown = stored
    ends = (shown, stored) if outwards else (stored, shown)
    return QgsCoordinateTransform(*ends, QgsProject.instance())
