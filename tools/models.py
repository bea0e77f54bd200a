"""Write the ready-made models in ``resources/models``: ``python3 -m tools.models``.

A model is a chain of tools on layers with the plugin's own columns. Users can open the files in the Model Designer and
change them; here they are written down so that they can be read, compared and made again when a tool gains parameters.
"""

from __future__ import annotations

import os
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QPointF

from .layout import ROOT
from .model_chains_care import CARE_QUESTIONS
from .model_chains_need import NEED_QUESTIONS
from .model_chains_people import PEOPLE_QUESTIONS
from .model_steps import Computed, Input, Of, Step

MODELS = {**NEED_QUESTIONS, **PEOPLE_QUESTIONS, **CARE_QUESTIONS}

FOLDER = ROOT / "resources" / "models"
_POINTS, _AREAS, _TABLE = (
    QgsProcessing.SourceType.TypeVectorPoint,
    QgsProcessing.SourceType.TypeVectorPolygon,
    QgsProcessing.SourceType.TypeVector,
)
_ACROSS, _DOWN = 260, 110  # between boxes in the Model Designer


def build(name: str) -> QgsProcessingModelAlgorithm:
    """The model ``name``; every tool that it names must be registered."""
    inputs, steps = MODELS[name]
    model = QgsProcessingModelAlgorithm(name, "Närvård")
    for row, given in enumerate(inputs):
        box = QgsProcessingModelParameter(given.name)
        box.setPosition(QPointF(0, row * _DOWN))
        model.addModelParameter(_definition(given), box)
    model.setParameterOrder([given.name for given in inputs])
    for number, step in enumerate(steps):
        model.addChildAlgorithm(_child(model, step, QPointF((number + 1) * _ACROSS, number * _DOWN / 2)))
    return model


def _definition(given: Input):
    label = given.name.replace("_", " ").capitalize()
    more = {"optional": given.optional}
    if given.kind in ("points", "areas", "table"):
        kind = {"points": _POINTS, "areas": _AREAS, "table": _TABLE}[given.kind]
        return QgsProcessingParameterFeatureSource(given.name, label, [kind], **more)
    if given.kind == "network":
        return QgsProcessingParameterFile(given.name, label, extension="npz")
    if given.kind in ("number", "whole"):
        kinds = QgsProcessingParameterNumber.Type
        kind = kinds.Integer if given.kind == "whole" else kinds.Double
        return QgsProcessingParameterNumber(given.name, label, kind, given.default, minValue=0, **more)
    if given.kind == "expression":
        return QgsProcessingParameterExpression(given.name, label, given.default, "FACILITIES", **more)
    if given.kind.startswith(("field of ", "fields of ")):
        number, _, parent = given.kind.split()
        # QGIS fills defaults of fields in for optional ones only; left blank the tool refuses it all the same.
        more = {"optional": given.optional or given.default is not None, "allowMultiple": number == "fields"}
        return QgsProcessingParameterField(given.name, label, given.default, parent, **more)
    if given.kind.startswith("choice of "):
        *_, tool, name = given.kind.split()
        options = QgsApplication.processingRegistry().algorithmById(tool).parameterDefinition(name).options()
        return QgsProcessingParameterEnum(
            given.name, label, options, False, given.default, usesStaticStrings=True, **more
        )
    return QgsProcessingParameterString(given.name, label, given.default, **more)


def _child(model: QgsProcessingModelAlgorithm, step: Step, place: QPointF) -> QgsProcessingModelChildAlgorithm:
    child = QgsProcessingModelChildAlgorithm(step.tool)
    if child.algorithm() is None:
        raise ValueError(f"there is no tool {step.tool}")
    child.setChildId(step.name)
    child.setDescription(step.name)
    child.setPosition(place)
    for name, value in step.parameters.items():
        if child.algorithm().parameterDefinition(name) is None:
            raise ValueError(f"{step.tool} has no parameter {name}")
        several = isinstance(value, list) and isinstance(value[0], Of)  # layers; a list of anything else is one value
        child.addParameterSources(name, [_source(one) for one in (value if several else [value])])
    for definition in child.algorithm().parameterDefinitions():  # or the Model Designer calls the model invalid
        required = not definition.isDestination() and not definition.flags() & definition.FlagOptional
        if required and definition.name() not in step.parameters:
            child.addParameterSources(definition.name(), [_source(definition.defaultValue())])
    results = {}
    for number, (output, name) in enumerate(step.results.items()):
        result = QgsProcessingModelOutput(name, name)
        result.setChildId(step.name)
        result.setChildOutputName(output)
        result.setPosition(place + QPointF(_ACROSS, number * _DOWN / 2 + _DOWN / 2))
        results[name] = result
    # Outputs that only a later step reads must be made, too.
    child.setModelOutputs(results)
    return child


def _source(value) -> QgsProcessingModelChildParameterSource:
    source = QgsProcessingModelChildParameterSource
    if isinstance(value, Of):
        return source.fromChildOutput(value.step, value.name) if value.step else source.fromModelParameter(value.name)
    if isinstance(value, Computed):
        return source.fromExpression(value.expression)
    return source.fromStaticValue(value)


def main() -> None:
    from qgis.analysis import QgsNativeAlgorithms

    from narvard_plugin.provider import NarvardProvider

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], False)
    application.initQgis()
    for provider in (QgsNativeAlgorithms(), NarvardProvider()):  # its tools; the models are not asked for
        QgsApplication.processingRegistry().addProvider(provider)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in MODELS:
        write(build(name), FOLDER / f"{name}.model3")
    application.exitQgis()


def write(model: QgsProcessingModelAlgorithm, path: Path) -> None:
    """The model as QGIS writes it, with attributes in one order: QGIS shuffles them each time."""
    if not model.toFile(str(path)):
        raise OSError(f"{path} cannot be written")
    path.write_text(f"<!DOCTYPE model>\n{ElementTree.canonicalize(from_file=path)}\n", encoding="utf8")


if __name__ == "__main__":
    main()
