"""Choices among fixed words, in Processing's own dialogs: people read labels, the tool gets the word."""

from inspect import signature

import pytest
from processing.gui import BatchPanel, ParametersPanel
from processing.gui.AlgorithmDialog import AlgorithmDialog
from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
from processing.modeler import ModelerParametersDialog
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelParameter,
    QgsProcessingOutputString,
    QgsProcessingParameterString,
    QgsProcessingProvider,
)
from qgis.PyQt.QtWidgets import QComboBox

from narvard_plugin.algorithms.parameters import enum_parameter

DIRECTIONS = {"to_facility": "Towards the facility", "from_facility": "From the facility"}
SEASONS = {"winter": "Winter roads", "autumn": "Autumn roads"}


class Echo(QgsProcessingAlgorithm):
    """Gives back the words it was given."""

    def name(self):
        return "echo"

    def displayName(self):
        return "Echo"

    def createInstance(self):
        return Echo()

    def initAlgorithm(self, configuration=None):
        self.addParameter(enum_parameter("DIRECTION", "Direction", DIRECTIONS, "from_facility"))
        self.addParameter(enum_parameter("SEASON", "Season", SEASONS, optional=True))
        self.addOutput(QgsProcessingOutputString("WORDS", "Words"))

    def processAlgorithm(self, parameters, context, feedback):
        words = (self.parameterAsEnumString(parameters, name, context) for name in ("DIRECTION", "SEASON"))
        return {"WORDS": "/".join(words)}


class EchoProvider(QgsProcessingProvider):
    def id(self):
        return "echo"

    def name(self):
        return "Echo"

    def loadAlgorithms(self):
        self.addAlgorithm(Echo())


@pytest.fixture
def echo(qgis_processing, monkeypatch):
    for module in (ParametersPanel, BatchPanel, ModelerParametersDialog):
        monkeypatch.setattr(module, "iface", None)  # no main window: Processing then asks it for nothing
    registry = QgsApplication.processingRegistry()
    assert registry.addProvider(EchoProvider())
    yield registry.algorithmById("echo:echo")
    registry.removeProvider("echo")


def labels(combo):
    return [combo.itemText(row) for row in range(combo.count())]


def choose(combo, label):
    assert label in labels(combo)
    combo.setCurrentIndex(combo.findText(label))


@pytest.fixture
def dialog(echo, qtbot):
    dialog = AlgorithmDialog(echo.create(), False, None)
    qtbot.addWidget(dialog)
    return dialog


def combos(dialog):
    return {name: wrapper.widget for name, wrapper in dialog.mainWidget().wrappers.items()}


def test_the_dialog_shows_labels_in_order_and_the_default(dialog):
    assert labels(combos(dialog)["DIRECTION"]) == list(DIRECTIONS.values())
    assert labels(combos(dialog)["SEASON"])[1:] == list(SEASONS.values())
    assert dialog.createProcessingParameters() == {"DIRECTION": "from_facility", "SEASON": None}


def test_the_dialog_passes_the_word_to_the_tool(dialog, echo):
    choose(combos(dialog)["DIRECTION"], "Towards the facility")
    choose(combos(dialog)["SEASON"], "Autumn roads")
    given = dialog.createProcessingParameters()
    assert given == {"DIRECTION": "to_facility", "SEASON": "autumn"}
    assert echo.run(given, QgsProcessingContext(), dialog.createFeedback())[0] == {"WORDS": "to_facility/autumn"}


def test_the_dialog_takes_words_from_the_history(dialog):
    dialog.setParameters({"DIRECTION": "to_facility", "SEASON": "winter"})
    assert combos(dialog)["DIRECTION"].currentText() == "Towards the facility"
    assert combos(dialog)["SEASON"].currentText() == "Winter roads"
    dialog.setParameters({"SEASON": None})
    assert dialog.createProcessingParameters()["SEASON"] is None


def test_the_batch_dialog(echo, qtbot):
    dialog = BatchAlgorithmDialog(echo.create(), None)
    qtbot.addWidget(dialog)
    panel = dialog.mainWidget()
    panel.addRow()
    choose(panel.wrappers[1][0].widget, "Towards the facility")
    asked = {"context": QgsProcessingContext()} if "context" in signature(panel.parametersForRow).parameters else {}
    rows = [panel.parametersForRow(row, warnOnInvalid=False, **asked)[0] for row in range(2)]
    assert [row["DIRECTION"] for row in rows] == ["from_facility", "to_facility"]


@pytest.fixture
def model():
    model = QgsProcessingModelAlgorithm("m", "g")
    model.addModelParameter(QgsProcessingParameterString("way", "Way"), QgsProcessingModelParameter("way"))
    return model


def modeller(echo, model, qtbot, child=None):
    dialog = ModelerParametersDialog.ModelerParametersDialog(echo.create(), model, child)
    qtbot.addWidget(dialog)
    return dialog, dialog.widget.widget.wrappers["DIRECTION"]


def combo_of(widget):
    """The one that offers the words; QGIS's widget has more combo boxes, for inputs and outputs of the model."""
    return next(combo for combo in widget.findChildren(QComboBox) if "Towards the facility" in labels(combo))


def test_the_modeller_shows_labels_and_keeps_the_word(echo, model, qtbot):
    dialog, widget = modeller(echo, model, qtbot)
    assert combo_of(widget).currentText() == "From the facility"
    choose(combo_of(widget), "Towards the facility")
    child = dialog.createAlgorithm()
    assert [source.staticValue() for source in child.parameterSources()["DIRECTION"]] == ["to_facility"]
    model.addChildAlgorithm(child)
    assert combo_of(modeller(echo, model, qtbot, child.childId())[1]).currentText() == "Towards the facility"


@pytest.mark.parametrize(
    "source",
    [
        QgsProcessingModelChildParameterSource.fromModelParameter("way"),
        QgsProcessingModelChildParameterSource.fromExpression("'to_' || 'facility'"),
    ],
    ids=["model input", "expression"],
)
def test_the_modeller_takes_the_word_from_elsewhere(echo, model, qtbot, source):
    dialog, widget = modeller(echo, model, qtbot)
    widget.setWidgetValue(source)
    child = dialog.createAlgorithm()
    assert child.parameterSources()["DIRECTION"] == [source]
    model.addChildAlgorithm(child)
    results, worked = model.run({"way": "to_facility"}, QgsProcessingContext(), QgsProcessingFeedback())
    assert worked
    assert results["CHILD_RESULTS"][child.childId()]["WORDS"].startswith("to_facility/")
