"""Stand-ins for `qgis.core` and `qgis.gui` in a window with Qt 6; `mapping` comes first.

No QGIS with Qt 6 can be installed beside these tests. What they show is that the panels' use of Qt is right with PyQt6:
names, enumerations, signatures and signals. What QGIS itself answers is shown by the tests on QGIS with Qt 5.
"""

# ruff: noqa: N815 - QGIS names its signals and methods in camelCase

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

from qgis.PyQt.QtCore import NULL, QObject, QPointF, QRectF, QSettings, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDockWidget,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)


class Anything:
    """Takes every call and gives every attribute; nothing is in it."""

    def __init__(self, *given, **named):
        pass

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()

    def __call__(self, *given, **named):
        return Anything()

    def __bool__(self):
        return False

    def __iter__(self):
        return iter(())

    def __next__(self):
        raise StopIteration

    def __getitem__(self, place):
        raise IndexError(place)

    def __index__(self):
        return 0

    __int__ = __len__ = __index__

    def __lt__(self, other):
        return False

    __gt__ = __le__ = __ge__ = __lt__

    def __or__(self, other):
        return self

    __and__ = __or__


class _Kind(type(Anything)):
    """A class of QGIS whose enumerations, constants and static methods are anything."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()


def kind(name: str) -> type:
    return _Kind(name, (Anything,), {})


class QgsPointXY:
    def __init__(self, x=0.0, y=0.0):
        self._x, self._y = x, y

    def x(self):
        return self._x

    def y(self):
        return self._y

    def distance(self, other):
        return ((self._x - other.x()) ** 2 + (self._y - other.y()) ** 2) ** 0.5


class QgsRectangle(Anything):
    def isEmpty(self):
        return False

    def width(self):
        return 1000.0

    height = width

    def center(self):
        return QgsPointXY(500.0, 500.0)

    def buffered(self, by):
        return self


class QgsFields(Anything):
    def append(self, *given):
        return True


class QgsCoordinateTransform(Anything):
    def transform(self, place):
        return place

    def transformBoundingBox(self, box):
        return box


class QgsApplication(QApplication):
    """The application of the window: no tools are registered."""

    def translation(self):
        return "sv_SE"

    @staticmethod
    def locale():
        return "sv_SE"

    @staticmethod
    def userFullName():
        return "Plan Planerare"

    @staticmethod
    def processingRegistry():
        return _Registry()

    @staticmethod
    def taskManager():
        return _Tasks()

    @staticmethod
    def svgCache():
        return _Pictures()

    @staticmethod
    def qgisSettingsDirPath():
        return str(Path(QSettings().fileName()).parent)


class _Registry(Anything):
    def algorithmById(self, ident):
        return _Tool(ident)


class _Tool(Anything):
    """A tool that can be asked what it is called, and that refuses to run."""

    def __init__(self, ident):
        self._ident = ident

    def __bool__(self):
        return True

    def id(self):
        return self._ident

    name = displayName = shortDescription = group = id

    def parameterDefinition(self, name):
        return None

    def checkParameterValues(self, parameters, context):
        return False, "There are no tools here."


class _Pictures:
    def svgAsImage(self, path, size, fill, stroke, width, scale):
        picture = QImage(int(size), int(size), QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(fill)
        return picture, True


class QgsTask(QObject):
    progressChanged = pyqtSignal(float)
    Flag = Anything()

    def __init__(self, title="", flags=None):
        super().__init__()
        self._canceled = False

    def isCanceled(self):
        return self._canceled

    def cancel(self):
        self._canceled = True

    def setProgress(self, share):
        self.progressChanged.emit(share)

    def waitForFinished(self):
        pass


class _Tasks:
    """Runs a task as soon as the window has nothing else to do."""

    waiting = 0

    def addTask(self, task):
        _Tasks.waiting += 1
        QTimer.singleShot(0, lambda: self._do(task))

    def _do(self, task):
        _Tasks.waiting -= 1
        task.finished(not task.isCanceled() and task.run())


def waiting() -> int:
    """How many tasks have not been done."""
    return _Tasks.waiting


class QgsSettings(QSettings):
    pass


class QgsProject(Anything):
    _only = None

    @classmethod
    def instance(cls):
        cls._only = cls._only or cls()
        return cls._only

    def mapLayers(self):
        return {}

    def mapLayer(self, ident):
        return None


class QgsDockWidget(QDockWidget):
    opened, closed = pyqtSignal(), pyqtSignal()

    def setToggleVisibilityAction(self, action):
        action.setCheckable(True)
        action.toggled.connect(self.setVisible)

    def setUserVisible(self, visible):
        self.setVisible(visible)


class QgsMapCanvas(QGraphicsView):
    def __init__(self, parent=None):
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self._tool = None

    def mapSettings(self):
        return Anything()

    def mapTool(self):
        return self._tool

    def setMapTool(self, tool):
        self._tool = tool

    def unsetMapTool(self, tool):
        self._tool = None

    def extent(self):
        return QgsRectangle()

    def mapUnitsPerPixel(self):
        return 1.0

    def setExtent(self, box):
        pass

    def refresh(self):
        pass

    def flashGeometries(self, shapes, crs):
        pass


class QgsMapTool(QObject):
    deactivated = pyqtSignal()

    def __init__(self, canvas):
        super().__init__()
        self._canvas = canvas

    def canvas(self):
        return self._canvas

    def setCursor(self, cursor):
        self._canvas.setCursor(cursor)

    def toMapCoordinates(self, place):
        return QgsPointXY(place.x(), place.y())


class QgsMapCanvasItem(QGraphicsItem):
    def __init__(self, canvas):
        super().__init__()
        canvas.scene().addItem(self)

    def toCanvasCoordinates(self, place):
        return QPointF(place.x() % 300, place.y() % 300)


class QgsRubberBand(QGraphicsItem):
    def __init__(self, canvas, kind=None):
        super().__init__()
        canvas.scene().addItem(self)

    def __getattr__(self, name):
        return Anything()

    def boundingRect(self):
        return QRectF()

    def paint(self, painter, option=None, widget=None):
        pass


class QgsFilterLineEdit(QLineEdit):
    def setShowSearchIcon(self, shown):
        pass


class QgsFileWidget(QWidget):
    fileChanged = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._line = QLineEdit()
        self._line.textChanged.connect(self.fileChanged)
        QHBoxLayout(self).addWidget(self._line)

    def setFilter(self, text):
        pass

    setDialogTitle = setFilter

    def setFilePath(self, path):
        self._line.setText(path)


class QgsCheckableComboBox(QComboBox):
    def addItemWithCheckState(self, text, state, data=None):
        self.addItem(text, data)

    def setDefaultText(self, text):
        pass

    def checkedItemsData(self):
        return []

    def deselectAllOptions(self):
        pass


class WidgetWrapper(QObject):
    """Processing's: it builds the widget that `createWidget` gives."""

    widgetValueHasChanged = pyqtSignal(object)

    def __init__(self, parameter, dialog, row=0, column=0, **named):
        super().__init__()
        self._parameter = parameter
        self.widget = self.createWidget(**named)

    def parameterDefinition(self):
        return self._parameter


class QgsProcessingException(Exception):
    pass


class QgsCsException(Exception):
    pass


class _Stubbed(ModuleType):
    """A module of QGIS: what stands above by its own name, every other class as anything."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        found = globals().get(name) or kind(name)
        setattr(self, name, found)
        return found


def install() -> None:
    """From now on ``qgis.core``, ``qgis.gui`` and Processing are these."""
    for name in ("qgis.core", "qgis.gui", "qgis.processing", "processing", "processing.gui", "processing.gui.wrappers"):
        sys.modules[name] = _Stubbed(name)
        sys.modules[name].__path__ = []
    core, gui = sys.modules["qgis.core"], sys.modules["qgis.gui"]
    core.NULL = NULL
    core.Qgis.QGIS_VERSION, core.Qgis.QGIS_VERSION_INT = "4.0.0", 40000
    sys.modules["qgis"].core, sys.modules["qgis"].gui = core, gui
