"""Results of Närvård's tools in a project, known by what their metadata say, and people within reach of one facility."""

from __future__ import annotations

import re
from typing import NamedTuple

from qgis.core import NULL, QgsFeatureRequest, QgsMapLayer, QgsProject, QgsVectorLayer

from .facility_sql import text

_MADE_BY = re.compile(r"\(narvard:([a-z]+)\)")
_TIMES = ("to_minutes", "straight_to_minutes")


class Result(NamedTuple):
    layer: QgsMapLayer
    tool: str


class Within(NamedTuple):
    """``people`` that have at most ``minutes`` to the facility, by the layer called ``layer``."""

    minutes: float
    people: float
    layer: str


def results_in(project: QgsProject) -> list[Result]:
    """Layers that tools of this plugin made, in the order of the layer tree."""
    found = []
    for node in project.layerTreeRoot().findLayers():
        tool = made_by(node.layer())
        if tool:
            found.append(Result(node.layer(), tool))
    return found


def made_by(layer: QgsMapLayer | None) -> str:
    """The tool that made the layer, as its metadata say; "" where they say nothing of it."""
    history = layer.metadata().history() if layer is not None else []
    match = _MADE_BY.search(history[0]) if history else None
    return match[1] if match else ""


def people_within(project: QgsProject, facility_id: str) -> list[Within]:
    """From the project's newest result of ``catchments`` that holds the facility: people within each of its times."""
    for result in results_in(project):
        layer = result.layer
        if result.tool == "catchments" and isinstance(layer, QgsVectorLayer):
            found = _rings(layer, facility_id)
            if found:
                return found
    return []


def _rings(layer: QgsVectorLayer, facility_id: str) -> list[Within]:
    names = layer.fields().names()
    time = next((name for name in names if name.endswith(_TIMES)), None)
    prefix = time[: -len("to_minutes")].removesuffix("straight_") if time else ""
    people, facility = prefix + "population_within", prefix + "facility_id"
    if time is None or people not in names or facility not in names:
        return []
    request = QgsFeatureRequest().setFilterExpression(f'"{facility}" = {text(facility_id)}')
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    rows = [(feature[time], feature[people]) for feature in layer.getFeatures(request)]
    known = sorted((minutes, count) for minutes, count in rows if NULL not in (minutes, count))
    return [Within(minutes, count, layer.name()) for minutes, count in known]
