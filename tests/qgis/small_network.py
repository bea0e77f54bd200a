"""A small network whose times can be worked out by hand, and the travel tools run on it as users run them.

    n(0,1000)
      |
    a(0,0) --- b(1000,0) --- c(2000,0)      island: i(9000,9000) --- j(9500,9000)

50 km/h on the line a–b–c, 100 km/h on a–n; bc is open only from b to c.
"""

import pytest
from qgis import processing
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

ROADS = [
    ("LINESTRING(0 0, 500 0, 1000 0)", 50, ""),
    ("LINESTRING(1000 0, 2000 0)", 50, "F"),
    ("LINESTRING(0 0, 0 1000)", 100, ""),
    ("LINESTRING(9000 9000, 9500 9000)", 50, ""),
]
MINUTE = 0.06 / 50  # per metre
WALK = 0.06 / 5


def run(name, **parameters):
    context = QgsProcessingContext()
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryAbortOnInvalid)  # as users run it
    results = processing.run(f"narvard:{name}", parameters, context=context, feedback=QgsProcessingFeedback())
    run.kept = context  # temporary layers live as long as their context
    return results


def rows(layer):
    layer = layer if isinstance(layer, QgsVectorLayer) else QgsVectorLayer(layer)
    return [{f.name(): v for f, v in zip(layer.fields(), feature.attributes())} for feature in layer.getFeatures()]


def by_id(layer, key="facility_id"):
    return {row[key]: row for row in rows(layer)}


def common(network, people, centres, **more):
    return {
        "NETWORK": network, "FACILITIES": centres, "FACILITY_ID": "code", "ORIGINS": people, "ORIGIN_ID": "id",
        "POPULATION": "n", "OUTPUT": "TEMPORARY_OUTPUT", **more,
    }  # fmt: skip


def refused(match, name="nearestfacility", **parameters):
    with pytest.raises(QgsProcessingException, match=match):
        run(name, **parameters)


class Listening(QgsProcessingFeedback):
    """Keeps the warnings."""

    def __init__(self):
        super().__init__()
        self.said = ""

    def pushWarning(self, text):
        self.said += text + "\n"


class CancelAfter(QgsProcessingFeedback):
    """Says stop at the n-th time it is asked, and counts."""

    def __init__(self, asks):
        super().__init__()
        self.left = asks

    def isCanceled(self):
        self.left -= 1
        return self.left < 0
