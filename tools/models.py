"""Write the ready-made models in ``resources/models``: ``python3 -m tools.models``.

A model is a chain of tools on layers with the plugin's own columns. Users can open the files in the Model Designer and
change them; here they are written down so that they can be read, compared and made again when a tool gains parameters.
"""

from __future__ import annotations

import os
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import NamedTuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QPointF

from .layout import ROOT

FOLDER = ROOT / "resources" / "models"
_POINTS, _AREAS, _TABLE = (
    QgsProcessing.SourceType.TypeVectorPoint,
    QgsProcessing.SourceType.TypeVectorPolygon,
    QgsProcessing.SourceType.TypeVector,
)
_ACROSS, _DOWN = 260, 110  # between boxes in the Model Designer


class Input(NamedTuple):
    """What the user gives: ``kind`` points, areas, table, network, number, text, expression (on FACILITIES), or ``field of`` another."""

    name: str
    kind: str
    default: object = None
    optional: bool = False


class Of(NamedTuple):
    """The output ``name`` of an earlier ``step``, or what the user gave as ``name``."""

    name: str
    step: str = ""


class Step(NamedTuple):
    """One tool: its parameters, and which of its outputs are results of the model, by the name they get."""

    name: str
    tool: str
    parameters: dict
    results: dict = {}


PEOPLE = {"ORIGINS": Of("PEOPLE"), "ORIGIN_ID": "origin_id", "POPULATION": "population"}
ROAD = {"NETWORK": Of("NETWORK"), **PEOPLE}
# The year closed may be one that is decided and lies ahead.
NOT_CLOSED = '"closed" IS NULL OR "closed" > year(now())'

MODELS = {
    "primarycareaccess": (
        [
            Input("NETWORK", "network"),
            Input("PEOPLE", "points"),
            Input("FACILITIES", "points"),
            Input("WHICH", "expression", f"\"type\" = 'vardcentral' AND ({NOT_CLOSED})"),
            Input("CAPACITY", "table"),
            Input("MAX_MINUTES", "number", 30),
        ],
        [
            Step("chosen", "native:extractbyexpression", {"INPUT": Of("FACILITIES"), "EXPRESSION": Of("WHICH")}),
            Step(
                "nearest",
                "narvard:nearestfacility",
                {**ROAD, "FACILITIES": Of("OUTPUT", "chosen"), "FACILITY_ID": "facility_id"},
                {"OUTPUT": "TIMES"},
            ),
            Step(
                "capacity",
                "narvard:primarycarecapacity",
                {"FACILITIES": Of("OUTPUT", "chosen"), "FACILITY_ID": "facility_id", "CAPACITY": Of("CAPACITY")},
                {"OUTPUT": "CENTRES"},
            ),
            Step(
                "staffed",
                "native:extractbyexpression",
                {"INPUT": Of("OUTPUT", "capacity"), "EXPRESSION": '"supply" IS NOT NULL'},
            ),
            Step(
                "matrix",
                "narvard:odmatrix",
                {
                    **ROAD,
                    "FACILITIES": Of("OUTPUT", "staffed"),
                    "FACILITY_ID": "facility_id",
                    "MAX_MINUTES": Of("MAX_MINUTES"),
                },
            ),
            Step(
                "room",
                "narvard:floatingcatchment",
                {
                    "ORIGINS": Of("PEOPLE"),
                    "ORIGIN_ID": "origin_id",
                    "DEMAND": "population",
                    "FACILITIES": Of("OUTPUT", "staffed"),
                    "FACILITY_ID": "facility_id",
                    "SUPPLY": "supply",
                    "MATRIX": Of("OUTPUT", "matrix"),
                    "METHOD": "e2sfca",
                    "THRESHOLD": Of("MAX_MINUTES"),
                },
                {"OUTPUT": "ROOM"},
            ),
        ],
    ),
    "serviceaccess": (
        [
            Input("NETWORK", "network"),
            Input("PEOPLE", "points"),
            Input("FACILITIES", "points"),
            Input("SERVICES", "table"),
            Input("SERVICE", "text", "akutmottagning_dygnet_runt"),
            Input("WHEN", "text", "", optional=True),
            Input("YEAR", "number", None, optional=True),
        ],
        [
            Step(
                "service",
                "narvard:specialtyaccess",
                {
                    **ROAD,
                    "FACILITIES": Of("FACILITIES"),
                    "FACILITY_ID": "facility_id",
                    "SERVICES": Of("SERVICES"),
                    "SERVICE": Of("SERVICE"),
                    "WHEN": Of("WHEN"),
                    "YEAR": Of("YEAR"),
                },
                {"PEOPLE_OUTPUT": "TIMES", "SUMMARY": "SUMMARY"},
            )
        ],
    ),
    "changeofrole": (
        [
            Input("NETWORK", "network"),
            Input("PEOPLE", "points"),
            Input("FACILITIES", "points"),
            Input("SERVICES", "table"),
            Input("CHANGES", "table"),
            Input("SCENARIO", "text", "", optional=True),
            Input("YEAR", "number", 2030),
            Input("SERVICE", "text", "akutmottagning_dygnet_runt"),
            Input("AREAS", "areas"),
            Input("AREA_TYPE", "field of AREAS", optional=True),
        ],
        [
            Step(
                "scenario",
                "narvard:applyscenario",
                {
                    "FACILITIES": Of("FACILITIES"),
                    "FACILITY_ID": "facility_id",
                    "SERVICES": Of("SERVICES"),
                    "CHANGES": Of("CHANGES"),
                    "SCENARIO": Of("SCENARIO"),
                    "YEAR": Of("YEAR"),
                },
                {"OUTPUT": "FACILITIES_AFTER"},
            ),
            *(
                Step(
                    name,
                    "narvard:specialtyaccess",
                    {
                        **ROAD,
                        "FACILITIES": facilities,
                        "FACILITY_ID": "facility_id",
                        "SERVICES": services,
                        "SERVICE": Of("SERVICE"),
                        "YEAR": Of("YEAR"),
                        "METRES": True,
                    },
                )
                for name, facilities, services in (
                    ("before", Of("FACILITIES"), Of("SERVICES")),
                    ("after", Of("OUTPUT", "scenario"), Of("SERVICES_OUTPUT", "scenario")),
                )
            ),
            Step(
                "compared",
                "narvard:comparescenarios",
                {
                    "BEFORE": Of("PEOPLE_OUTPUT", "before"),
                    "AFTER": Of("PEOPLE_OUTPUT", "after"),
                    "ORIGIN_ID": "origin_id",
                    "POPULATION": "population",
                    "AREAS": Of("AREAS"),
                    "AREA_TYPE": Of("AREA_TYPE"),
                },
                {"OUTPUT": "CHANGE", "AREA_OUTPUT": "AREA_CHANGE", "SUMMARY": "SUMMARY"},
            ),
        ],
    ),
    "ambulancecoverage": (
        [
            Input("NETWORK", "network"),
            Input("PEOPLE", "points"),
            Input("STATIONS", "points"),
            Input("HOSPITALS", "points", optional=True),
            Input("MUNICIPALITY", "field of PEOPLE", optional=True),
            Input("ALARM_MINUTES", "number", 2),
            Input("TURNOUT_MINUTES", "number", 1.5),
            Input("CALLS_PER_1000", "number", 100),
        ],
        [
            Step(
                "response",
                "narvard:responsecoverage",
                {
                    **ROAD,
                    "STATIONS": Of("STATIONS"),
                    "STATION_ID": "facility_id",
                    "HOSPITALS": Of("HOSPITALS"),
                    "HOSPITAL_ID": "facility_id",
                    "ALARM_MINUTES": Of("ALARM_MINUTES"),
                    "TURNOUT_MINUTES": Of("TURNOUT_MINUTES"),
                    "CALLS_PER_1000": Of("CALLS_PER_1000"),
                    "MUNICIPALITY": Of("MUNICIPALITY"),
                },
                {"OUTPUT": "RESPONSE", "SUMMARY": "SUMMARY", "UNITS": "UNITS"},
            )
        ],
    ),
    "onemore": (
        [
            Input("NETWORK", "network"),
            Input("PEOPLE", "points"),
            Input("FACILITIES", "points"),
            Input("WHICH", "expression", NOT_CLOSED),
            Input("CANDIDATES", "points"),
            Input("MORE", "number", 1),
            Input("RADIUS", "number", 20),
        ],
        [
            Step("chosen", "native:extractbyexpression", {"INPUT": Of("FACILITIES"), "EXPRESSION": Of("WHICH")}),
            *(
                Step(
                    f"{name}{field}",
                    "native:fieldcalculator",
                    {"INPUT": source, "FIELD_NAME": field, "FIELD_TYPE": 2, "FIELD_LENGTH": 60, "FORMULA": formula},
                )
                for name, source, field, formula in (
                    ("standing", Of("OUTPUT", "chosen"), "site_id", 'to_string("facility_id")'),
                    ("standing", Of("OUTPUT", "standingsite_id"), "fixed", "'open'"),
                    ("possible", Of("CANDIDATES"), "site_id", "'ny ' || to_string($id)"),
                    ("possible", Of("OUTPUT", "possiblesite_id"), "fixed", "NULL"),
                )
            ),
            Step(
                "sites",
                "native:mergevectorlayers",
                {"LAYERS": [Of("OUTPUT", "standingfixed"), Of("OUTPUT", "possiblefixed")]},
            ),
            Step(
                "matrix",
                "narvard:odmatrix",
                {
                    **ROAD,
                    "FACILITIES": Of("OUTPUT", "sites"),
                    "FACILITY_ID": "site_id",
                    "MAX_MINUTES": Of("RADIUS"),
                },
            ),
            Step(
                "choice",
                "narvard:siteselection",
                {
                    "MATRIX": Of("OUTPUT", "matrix"),
                    "ORIGINS": Of("PEOPLE"),
                    "ORIGIN_ID": "origin_id",
                    "DEMAND": "population",
                    "CANDIDATES": Of("OUTPUT", "sites"),
                    "CANDIDATE_ID": "site_id",
                    "FIXED": "fixed",
                    "METHOD": "mclp",
                    "NEW": Of("MORE"),
                    "RADIUS": Of("RADIUS"),
                },
                {"OUTPUT": "SITES", "ASSIGNMENT": "ASSIGNMENT"},
            ),
        ],
    ),
}


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
    if given.kind == "number":
        real = QgsProcessingParameterNumber.Type.Double
        return QgsProcessingParameterNumber(given.name, label, real, given.default, minValue=0, **more)
    if given.kind == "expression":
        return QgsProcessingParameterExpression(given.name, label, given.default, "FACILITIES", **more)
    if given.kind.startswith("field of "):
        return QgsProcessingParameterField(given.name, label, given.default, given.kind.split()[-1], **more)
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
        child.addParameterSources(name, [_source(one) for one in (value if isinstance(value, list) else [value])])
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
    return source.fromStaticValue(value)


def main() -> None:
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import QgsApplication

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
