"""What a structure map is asked with: results or a workspace, words, and the files that are wanted."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...i18n import tr
from ..base import NarvardAlgorithm
from ..parameters import region_parameter, workspace_parameter

_POINTS = QgsProcessing.SourceType.TypeVectorPoint
_LINES = QgsProcessing.SourceType.TypeVectorLine
_POLYGONS = QgsProcessing.SourceType.TypeVectorPolygon
#: How a file ends → the parameter that asks for it.
FILES = {".pdf": "PDF", ".png": "PNG"}
OUTPUTS = ("OUTPUT", "LINKS_OUTPUT", "CATCHMENTS_OUTPUT", "REGION_OUTPUT")


class StructureParameters(NarvardAlgorithm):
    """The parameters of a structure map, and what they must be."""

    GROUP = "report"
    FIELDS_OF = "NODES"

    def initAlgorithm(self, config=None):
        self._add_results()
        self._add_workspace()
        self._add(
            QgsProcessingParameterString(
                "TITLE", tr("Title (blank = Structure picture and the region)"), optional=True
            ),
            tr("Stands over the map."),
        )
        self._add(
            QgsProcessingParameterString("NOTE", tr("Line under the title"), optional=True),
            tr("Such as who decided the structure picture, and when."),
        )
        for name, label, filter_text, made in (
            ("PDF", tr("Sheet as PDF"), "PDF (*.pdf)", True),
            ("PNG", tr("Sheet as a picture"), "PNG (*.png)", False),
        ):
            self._add(
                QgsProcessingParameterFileDestination(name, label, filter_text, optional=True, createByDefault=made),
                tr("A3, landscape."),
            )
        self._add(
            QgsProcessingParameterBoolean("TO_PROJECT", tr("Put layers and layout in the project"), False),
            tr("Only where a project is open: in QGIS, not in qgis_process."),
        )
        labels = (tr("Nodes"), tr("Links"), tr("Catchments"), tr("Regions"))
        for name, label, kind in zip(OUTPUTS, labels, (_POINTS, _LINES, _POLYGONS, _POLYGONS)):
            optional = name != "OUTPUT"
            self.addParameter(
                QgsProcessingParameterFeatureSink(name, label, kind, optional=optional, createByDefault=not optional)
            )
        for name, label in (
            ("NODES_COUNT", tr("Places that have a level")),
            ("LINKS_COUNT", tr("Links")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _add_results(self):
        for name, label, kind, text in (
            ("NODES", tr("Service levels of places (result)"), _POINTS, tr("OUTPUT of Service levels of places. Blank = compute from WORKSPACE.")),
            ("LINKS", tr("Links (result)"), _LINES, tr("LINKS of Service levels of places.")),
            ("CATCHMENTS", tr("Catchments (result)"), _POLYGONS, tr("OUTPUT of Catchments, with the places as facilities.")),
            ("AREAS", tr("Areas, for the border"), _POLYGONS, tr("Blank = those of the workspace, where it is given.")),
        ):  # fmt: skip
            self._add(QgsProcessingParameterFeatureSource(name, label, [kind], optional=True), text)
        for name, label, default, layer, text in (
            ("NODE_NAME", tr("Name of place (field)"), "place_name", "NODES", tr("Written beside the node.")),
            ("NODE_LEVEL", tr("Service level (field)"), "level", "NODES", tr("1 = the highest; empty = none.")),
            ("LEVEL_NAME", tr("Name of level (field)"), "level_name", "NODES", tr("Stands in the legend.")),
            ("NODE_POPULATION", tr("People of the place (field)"), None, "NODES", tr("For the figures beside the map.")),
            ("AREA_REGION", tr("Region of the area (field)"), "region", "AREAS", tr("Areas of other regions are drawn as neighbours.")),
        ):  # fmt: skip
            field = QgsProcessingParameterField(name, label, default, layer, optional=True)
            self._add(field, text, advanced=default is not None)

    def _add_workspace(self):
        self._add(workspace_parameter(optional=True), tr("Its facilities and services, where NODES is blank."))
        region = region_parameter(optional=True)
        self._add(region, tr("The own one. Blank = the workspace's."), advanced=True)
        self._add(
            QgsProcessingParameterFeatureSource("PLACES", tr("Places (points)"), [_POINTS], optional=True),
            tr("Towns and villages. Blank = the postal towns of the facilities."),
        )
        for name, label in (
            ("PLACE_NAME", tr("Place name (field)")),
            ("PLACE_POPULATION", tr("People of the place (field)")),
        ):
            self.add_field(name, label, tr("Of PLACES."), layer="PLACES", optional=True, numeric=False)
        numbers = QgsProcessingParameterNumber
        self._add(
            numbers("YEAR", tr("Year. Blank = whatever year"), optional=True, minValue=1900, maxValue=2200),
            tr("Only services and facilities of that year."),
        )
        for parameter, text in (
            (
                QgsProcessingParameterFile("RULES", tr("Rules (JSON file; blank = the plugin's own)"), extension="json", optional=True),
                tr("As in Service levels of places."),
            ),
            (
                QgsProcessingParameterFile("NETWORK", tr("Network"), extension="npz", optional=True),
                tr("For the catchments; blank = none are drawn."),
            ),
            (
                numbers("CATCHMENT_LEVEL", tr("Catchments of places of at least level"), numbers.Type.Integer, 2, minValue=1),
                tr("2 = places of levels 1 and 2."),
            ),
            (
                numbers("CATCHMENT_MINUTES", tr("Catchments end at (minutes)"), numbers.Type.Double, 60, minValue=1),
                tr("By car, from the places."),
            ),
        ):  # fmt: skip
            self._add(parameter, text, advanced=True)

    def checkParameterValues(self, parameters, context):
        if not any(parameters.get(name) not in (None, "") for name in ("NODES", "WORKSPACE")):
            return False, tr("Give NODES (a result of Service levels of places), or WORKSPACE.")
        for suffix, name in FILES.items():
            path = self.path(parameters, name, context)
            if path and Path(path).suffix.lower() != suffix:
                return False, tr("{name} must end in {suffix}.").format(name=name, suffix=suffix)
        return super().checkParameterValues(parameters, context)

    def path(self, parameters, name: str, context) -> str:
        if parameters.get(name) in (None, ""):
            return ""
        return self.parameterAsFileOutput(parameters, name, context)
