"""Checks that are computed: formulas over nearby features, and any algorithm of Processing."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QThread

from ...core.plans.expression import Unknown
from ...core.plans.judging_words import doubts
from ...core.plans.measured import FAILED, MISSING_LAYER, NO_DATA, Finding, Measured, Unanswerable
from ...core.plans.review_run import NETWORK, TIMETABLE
from ...i18n import number, tr
from ..reading import Cancelled
from .asked import Asked, measured_words, sentences, user_language
from .meeting import nearest_value, weighted_mean
from .near import known
from .plan_ground import PlanGround
from .shapes import wkb_of
from .surroundings import Surroundings

_REVIEWS = ("narvard:reviewplan",)


def expression(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """The number of a formula over what lies near: ``nearest_attr(role, field)``, ``weighted_mean(role, field, weight)``."""

    def nearest(role: str, field: str) -> float:
        return nearest_value(plan.subject(asked.check), known(ground.layer(role)), field)

    def mean(role: str, field: str, weight: str) -> float:
        return weighted_mean(plan.subject(asked.check), known(ground.layer(role)), field, weight)

    value = asked.formulas({"nearest_attr": nearest, "weighted_mean": mean})["expr"]
    if isinstance(value, Unknown):
        text = doubts(value, asked.checklist).get(user_language())
        raise Unanswerable(NO_DATA, (), text)
    finding = Finding(measured_words(asked, float(value)), wkb_of(plan.area), {"value": value})
    return Measured(facts={"value": float(value)}, findings=(finding,))


def processing(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """A number that another algorithm computes.

    The check's ``params`` are the algorithm's parameters; ``@plan`` stands for the plan's area, ``@uses`` for the ground
    that the check is about, ``@plan_id`` and ``@workspace`` for their names, ``@network``, ``@timetable`` and ``@role`` for
    what is bound to a role, ``@role:filter`` for some of it.
    """
    check = asked.check
    found = QgsApplication.processingRegistry().algorithmById(check.algorithm)
    if found is None or check.algorithm in _REVIEWS:
        raise Unanswerable(FAILED, (), tr("There is no algorithm {id} to run here.").format(id=check.algorithm))
    if found.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading and not _in_main_thread():
        text = tr("The algorithm {id} can't be run in the background.").format(id=check.algorithm)
        raise Unanswerable(FAILED, (), text)
    context = QgsProcessingContext()
    context.setTransformContext(ground.transforms)
    parameters = _parameters(asked, found, plan, ground, context)
    feedback = _Listening(ground.feedback)
    results, fine = found.create().run(parameters, context, feedback)
    if ground.feedback.isCanceled():
        raise Cancelled
    if not fine:
        text = tr("The algorithm {id} stopped: {words}").format(id=check.algorithm, words=sentences(feedback.errors))
        raise Unanswerable(FAILED, (), text)
    if check.output not in results:
        text = tr("The algorithm {id} has no output {name}.").format(id=check.algorithm, name=check.output)
        raise Unanswerable(FAILED, (), text)
    value = results[check.output]
    if value is None or isinstance(value, (str, bytes)) or value != value:
        text = tr("The algorithm {id} gave no number as {name}.").format(id=check.algorithm, name=check.output)
        raise Unanswerable(NO_DATA, (), sentences([text, *feedback.warnings]))
    heading = f"{found.displayName()}: {number(round(float(value), 2))}"
    finding = Finding(heading, wkb_of(plan.area), {"value": float(value), "algorithm": check.algorithm})
    return Measured(facts={"value": float(value)}, findings=(finding,), explanation=sentences(feedback.warnings))


def _parameters(asked: Asked, algorithm, plan: PlanGround, ground: Surroundings, context) -> dict:
    definitions = {one.name().lower(): one for one in algorithm.parameterDefinitions()}
    unknown = sorted(name for name in asked.params if name.lower() not in definitions)
    if unknown:
        text = tr("The algorithm {id} has no parameters {names}.")
        text = text.format(id=asked.check.algorithm, names=", ".join(unknown))
        raise Unanswerable(FAILED, (), text)
    given = {definitions[name.lower()].name(): value for name, value in asked.params.items()}
    given = {name: _value(value, asked, plan, ground, context) for name, value in given.items()}
    for definition in algorithm.destinationParameterDefinitions():
        optional = definition.flags() & definition.Flag.FlagOptional
        if definition.name() not in given and not optional:
            given[definition.name()] = definition.generateTemporaryDestination()
    return given


def _value(value, asked: Asked, plan: PlanGround, ground: Surroundings, context):
    if not isinstance(value, str) or not value.startswith("@"):
        return value
    name = value[1:]
    if name == "workspace":
        return ground.workspace.name
    if name == "plan_id":
        return plan.plan.plan_id
    if name == NETWORK:
        ground.use_network()
        return ground.bounds[NETWORK].source
    if name == TIMETABLE:
        return ground.timetable_source()
    if name == "plan":
        return _layer("plan", [plan.area], {}, context)
    if name == "uses":
        return _layer("uses", plan.subject(asked.check).parts, {}, context)
    role, _, chosen = name.partition(":")
    if not ground.has(role):
        raise Unanswerable(MISSING_LAYER, (role,))
    if ground.is_raster(role):
        return ground.raster(role).dataset.GetDescription()
    data, plain = ground.layer(role, chosen), "" if chosen else ground.plain_source(role)
    return plain or _layer(role, data.shapes, data.columns, context)


def _layer(name: str, shapes: Sequence[QgsGeometry], columns, context) -> str:
    return kept_in(context, memory_layer(name, list(shapes), columns))


def memory_layer(name: str, shapes: Sequence, columns) -> QgsVectorLayer:
    """Features in memory, as another algorithm reads them; ``columns`` {name: values}."""
    kinds = [shape for shape in shapes if shape is not None]
    kind = "None"
    if kinds:
        kind = {0: "MultiPoint", 1: "MultiLineString", 2: "MultiPolygon"}[int(kinds[0].type())]
        if all(not shape.isMultipart() for shape in kinds):
            kind = kind[len("Multi") :]
    fields = [f"field={one}:{_field_kind(values)}" for one, values in columns.items()]
    layer = QgsVectorLayer("&".join([f"{kind}?crs=EPSG:3006" if kinds else "None?", *fields]), name, "memory")
    features, values_of = [], list(columns.values())
    for row, shape in enumerate(shapes):
        feature = QgsFeature(layer.fields())
        if shape is not None:
            made = QgsGeometry(shape)
            if kind.startswith("Multi"):
                made.convertToMultiType()
            feature.setGeometry(made)
        feature.setAttributes([values[row] for values in values_of])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def kept_in(context, layer: QgsVectorLayer) -> str:
    """The layer's id; the context holds the layer as long as the run lasts."""
    context.temporaryLayerStore().addMapLayer(layer)
    return layer.id()


def _field_kind(values: Sequence) -> str:
    known_values = [value for value in values if value is not None]
    if known_values and all(isinstance(value, int) and not isinstance(value, bool) for value in known_values):
        return "integer"
    if known_values and all(isinstance(value, (int, float)) for value in known_values):
        return "double"
    return "string"


def _in_main_thread() -> bool:
    return QgsApplication.instance() is None or QThread.currentThread() == QgsApplication.instance().thread()


class _Listening(QgsProcessingFeedback):
    """Keeps what the other algorithm says of trouble, and stops it when the review is stopped."""

    def __init__(self, outer):
        super().__init__(False)
        self._outer = outer
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def isCanceled(self):
        return self._outer.isCanceled()

    def reportError(self, error, fatalError=False):  # noqa: N803 - QGIS names it
        self.errors.append(error.strip())

    def pushWarning(self, warning):
        self.warnings.append(warning.strip())
