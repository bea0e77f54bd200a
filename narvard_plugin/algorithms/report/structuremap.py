"""The region's structure picture (strukturbild) as a sheet: nodes by service level, links, catchments and borders."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

import numpy as np
from qgis.core import (
    NULL,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)

from ...adapters.crs import measuring_crs
from ...adapters.outputs import Outputs
from ...adapters.provenance import Account
from ...adapters.structure_layers import structure_layers
from ...adapters.structure_sheet import Words, export, structure_sheet
from ...i18n import tr
from ...reports.files import write_whole
from .children import Tools
from .structure_figures import Drawn, Figures, figures_of
from .structure_parameters import FILES, OUTPUTS
from .structure_reading import (
    Ground,
    add_rows,
    localities,
    memory_layer,
    picked,
    read_ground,
    regions_of,
    tidied,
)
from .structure_rows import catchment_columns, link_columns, node_columns
from .structure_words import StructureWords


class StructureMap(StructureWords):
    ID = "structuremap"
    TAGS = (
        "structure picture", "map sheet", "nodes", "service level", "strukturbild", "målbild", "karta", "nod", "länkar",
        "upptagningsområde", "PDF",
    )  # fmt: skip

    def __init__(self):
        super().__init__()
        self._for_project: Optional[tuple[Drawn, Words]] = None

    def displayName(self):
        return tr("Structure map (strukturbild)")

    def shortHelpString(self):
        return tr(
            "Draws the region's structure picture (strukturbild) as a finished sheet in A3: places as nodes, sized and coloured by service level and named, links to the place that each leans on, the catchments of the larger "
            "places in soft colours beneath, the region's border and its neighbours; with title, legend, scale, figures, sources and date, and a box that says what the map does not show.\n\n"
            "Two ways. From results: NODES and LINKS are OUTPUT and LINKS of Service levels of places, CATCHMENTS the result of Catchments with those places as facilities, AREAS any areas that cover the region (AREA_REGION names the "
            "field with the county code). Or straight from WORKSPACE: facilities, services, areas and sources are read from it, PLACES are points of towns and villages, and the levels are computed with RULES for YEAR; with NETWORK the "
            "catchments of the places of at least CATCHMENT_LEVEL are drawn, each place on the map belonging to the nearest within CATCHMENT_MINUTES by car. Without PLACES the facilities' postal towns are the places.\n\n"
            "PDF and PNG are the sheet; OUTPUT and the other layers are what it shows, with the same styles. TO_PROJECT also puts the layers in a group of the project, and the sheet among its layouts, where it can be changed by hand.\n\n"
            "Method: service levels as the tool Service levels of places gives them (the highest level of which a place has every required function); links are straight lines to the nearest place of a higher level, not roads. "
            "Source: the layers or the workspace, whose sources and dates stand on the sheet. The levels are the region's own rules, or the plugin's example: then the sheet says so."
        )

    def flags(self):
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading  # it draws a layout

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        workspace = self.parameterAsString(parameters, "WORKSPACE", context).strip()
        ground = read_ground(workspace) if workspace else None
        drawn = self._drawn(ground, parameters, context, account, feedback)
        figures = figures_of(drawn, context.transformContext())
        if not figures.nodes:
            raise QgsProcessingException(
                tr("No place has a service level, so there is nothing to draw. Is NODE_LEVEL the right field, and RULES the right rules?")
            )  # fmt: skip
        _refuse_wrong_levels(drawn.nodes)
        words = self.words(drawn, figures, parameters, context)
        feedback.setProgressText(tr("Drawing the sheet"))
        self._sheets(drawn, words, parameters, context)
        self._tell(figures, account, feedback)
        with Outputs(self, parameters, context, feedback) as outputs:
            for name, layer in zip(OUTPUTS, drawn.layers):
                if layer is not None:
                    self._write(outputs, name, layer)
        self.keep(account, outputs.results, context)
        if self.parameterAsBool(parameters, "TO_PROJECT", context):
            self._for_project = (drawn, words)
            if context.project() is None:
                feedback.pushWarning(tr("No project is open, so the layout was put in none."))
        files = {name: path for name in FILES.values() if (path := self.path(parameters, name, context))}
        counts = {"NODES_COUNT": figures.nodes, "LINKS_COUNT": drawn.links.featureCount() if drawn.links else 0}
        return {**counts, **files, **outputs.results}

    def _write(self, outputs: Outputs, name: str, layer: QgsVectorLayer) -> None:
        rows = ((feature.geometry(), feature.attributes()) for feature in layer.getFeatures())
        outputs.write(name, layer.fields(), layer.wkbType(), layer.crs(), rows, layer.featureCount())

    def postProcessAlgorithm(self, context, feedback):
        result = super().postProcessAlgorithm(context, feedback)
        kept = {name: QgsProcessingUtils.mapLayerFromString(layer_id, context) for name, layer_id, _, _ in self._kept}
        if kept.get("OUTPUT") is not None:
            structure_layers(*(kept.get(name) for name in OUTPUTS))
        if self._for_project and context.project() is not None:
            self._to_project(context.project(), *self._for_project)
        self._for_project = None
        return result

    def _drawn(self, ground: Optional[Ground], parameters, context, account, feedback) -> Drawn:
        region = self.parameterAsEnumString(parameters, "REGION", context) or (ground.region if ground else "")
        if parameters.get("NODES") not in (None, ""):
            nodes, links = self._given(parameters, context, account, feedback)
        else:
            nodes, links = self._computed(ground, parameters, context, feedback)
        regions = None
        if parameters.get("AREAS") not in (None, ""):
            field = self.field(parameters, "AREA_REGION", context)
            regions = regions_of(self.source(parameters, "AREAS", context), field, region, feedback)
        elif ground is not None and ground.areas.featureCount():
            regions = regions_of(ground.areas, "region", region, feedback)
        catchments = self._catchments(nodes, parameters, context, account, feedback)
        if catchments is not None:
            catchments = tidied(catchments, regions, context)
        return Drawn(nodes, links, catchments, regions, ground.sources if ground else [], region)

    def _given(self, parameters, context, account, feedback):
        source = self.source(parameters, "NODES", context)
        named = [
            self.field(parameters, name, context)
            for name in ("NODE_NAME", "NODE_LEVEL", "LEVEL_NAME", "NODE_POPULATION")
        ]
        absent = [name for name in named[:2] if source.fields().lookupField(name) < 0]
        if absent:
            raise QgsProcessingException(
                tr("NODES has no field {names}. Choose the fields of name and level, or the result of Service levels of places.").format(
                    names=", ".join(absent)
                )
            )  # fmt: skip
        nodes, lost = picked(source, "Point", node_columns(), named, tr("Nodes"), feedback)
        self._say_lost("NODES", lost, account, feedback)
        links = None
        if parameters.get("LINKS") not in (None, ""):
            links, lost = self._copied_of("LINKS", "LineString", link_columns(), parameters, context, feedback)
            self._say_lost("LINKS", lost, account, feedback)
        return nodes, links

    def _computed(self, ground: Ground, parameters, context, feedback):
        """Nodes and links by Service levels of places, from the workspace's register."""
        name, population = (self.field(parameters, field, context) for field in ("PLACE_NAME", "PLACE_POPULATION"))
        places = self.parameterAsVectorLayer(parameters, "PLACES", context)
        if places is None:
            places, name, population = localities(ground), "name", ""
            feedback.pushWarning(
                tr("The places are the postal towns of the facilities, each in the middle of its facilities.")
            )
        given = {
            "PLACES": parameters.get("PLACES") or places, "PLACE_NAME": name, "PLACE_ID": "", "POPULATION": population,
            "FACILITIES": ground.facilities, "FACILITY_ID": "facility_id", "TYPE": "type", "SERVICES": ground.services,
            "RULES": self.parameterAsString(parameters, "RULES", context) or None, "YEAR": parameters.get("YEAR"),
            "PREFIX": "nv_", "OUTPUT": "memory:", "LINKS": "memory:",
        }  # fmt: skip
        tools = Tools(context, feedback)
        found = self._results(tools, "servicelevels", given)
        nodes = memory_layer("Point", places.crs(), node_columns(), tr("Nodes"))
        result = tools.layer(found["OUTPUT"])
        rows = [
            (
                feature.geometry(),
                [feature["nv_place_name"], feature["nv_level"], feature["nv_level_name"], feature[population] if population else None],
            )
            for feature in result.getFeatures()
        ]  # fmt: skip
        add_rows(nodes, rows)
        links = tools.layer(found["LINKS"])
        copied = memory_layer("LineString", links.crs(), link_columns(), tr("Links"))
        names = [column.name for column in link_columns()]
        add_rows(copied, [(one.geometry(), [one[name] for name in names]) for one in links.getFeatures()])
        return nodes, copied

    def _catchments(self, nodes, parameters, context, account, feedback):
        if parameters.get("CATCHMENTS") not in (None, ""):
            layer, lost = self._copied_of(
                "CATCHMENTS", "MultiPolygon", catchment_columns(), parameters, context, feedback
            )
            self._say_lost("CATCHMENTS", lost, account, feedback)
            return layer
        network = self.parameterAsString(parameters, "NETWORK", context)
        if not network:
            return None
        lowest = self.parameterAsInt(parameters, "CATCHMENT_LEVEL", context)
        large = memory_layer("Point", nodes.crs(), node_columns(), tr("Nodes"))
        rows = [(one.geometry(), one.attributes()) for one in nodes.getFeatures(f'"level" <= {lowest}')]
        if not rows:
            text = tr("No place is of level {n} or higher, so no catchments are drawn.")
            account.say(feedback, text.format(n=lowest), warn=True)
            return None
        add_rows(large, rows)
        minutes = self.parameterAsDouble(parameters, "CATCHMENT_MINUTES", context)
        given = {
            "NETWORK": network, "FACILITIES": large, "FACILITY_ID": "", "BREAKS": f"{minutes:g}", "OVERLAP": "nearest",
            "CELL_SIZE": 500, "MAX_OFFROAD": 2500, "OUTPUT": "memory:",
        }  # fmt: skip
        tools = Tools(context, feedback)
        return tools.layer(self._results(tools, "catchments", given)["OUTPUT"]).clone()

    def _results(self, tools: Tools, tool: str, given: dict) -> dict:
        """What another tool gives; its refusal is the refusal of this one."""
        child = tools.run(tool, **given)
        if child.problem is not None:
            raise QgsProcessingException(child.problem)
        return child.results

    def _copied_of(self, name, kind, columns, parameters, context, feedback):
        source = self.source(parameters, name, context)
        return picked(source, kind, columns, [column.name for column in columns], name, feedback)

    def _say_lost(self, name: str, lost: int, account, feedback) -> None:
        if lost:
            text = tr("{n} features of {layer} have no geometry and are not on the map.")
            account.say(feedback, text.format(n=lost, layer=name), warn=True)

    def _tell(self, figures: Figures, account, feedback) -> None:
        account.say(feedback, tr("The map has {n} places with a service level.").format(n=figures.nodes))
        account.say(feedback, figures.text)
        account.say(feedback, tr("Links are straight lines, not roads; the levels are what the rules make them."))

    def _sheets(self, drawn: Drawn, words: Words, parameters, context) -> None:
        wanted = {suffix: path for suffix, name in FILES.items() if (path := self.path(parameters, name, context))}
        if not wanted:
            return
        project = QgsProject()
        project.setTransformContext(context.transformContext())
        layers = self._styled(drawn)
        project.addMapLayers(layers, False)
        layout = structure_sheet(project, layers, words, self._crs(drawn, context))
        try:
            for suffix, path in wanted.items():
                write_whole(Path(path), export(layout, suffix))
        finally:
            layout.deleteLater()
            project.clear()

    def _styled(self, drawn: Drawn) -> list[QgsVectorLayer]:
        """Copies for a project to own, the topmost first."""
        return structure_layers(*(None if layer is None else layer.clone() for layer in drawn.layers))

    def _crs(self, drawn: Drawn, context):
        points = [feature.geometry().asPoint() for feature in drawn.nodes.getFeatures()]
        xy = np.array([(point.x(), point.y()) for point in points])
        return measuring_crs(drawn.nodes.crs(), xy, context.transformContext())

    def _to_project(self, project: QgsProject, drawn: Drawn, words: Words) -> None:
        layers = self._styled(drawn)
        project.addMapLayers(layers, False)
        group = project.layerTreeRoot().insertGroup(0, words.title)
        for layer in layers:
            group.addLayer(layer)
        manager = project.layoutManager()
        earlier = manager.layoutByName(words.title)
        if earlier is not None:
            manager.removeLayout(earlier)
        crs = project.crs() if project.crs().isValid() else layers[0].crs()
        manager.addLayout(structure_sheet(project, layers, words, crs))


def _refuse_wrong_levels(nodes: QgsVectorLayer) -> None:
    wrong = sorted({int(one["level"]) for one in nodes.getFeatures() if one["level"] != NULL and one["level"] < 1})
    if wrong:
        raise QgsProcessingException(
            tr("Levels are 1 (the highest), 2, 3 and so on; NODES has {levels}. Leave the level empty for places without one.").format(
                levels=", ".join(map(str, wrong))
            )
        )  # fmt: skip
