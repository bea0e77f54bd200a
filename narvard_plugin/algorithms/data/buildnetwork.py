"""Compile a road layer into a network file that every travel tool reads in a moment."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import numpy as np
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...adapters.crs import crs_text, measuring_crs
from ...adapters.lines import move_lines, read_lines
from ...adapters.network import road_stamp
from ...adapters.outputs import Column, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.reading import UNCHECKED, Cancelled, listed
from ...adapters.roads import FIELDS, NVDB, OSM, FieldRules, columns_to_read, interpret, recognise
from ...core.network.compile import NoLength, compile_network
from ...core.network.road_class import ABOUT as CLASSES
from ...core.network.road_class import MOST as MOST_CLASSES
from ...core.network.rules import FASTEST_KMH
from ...i18n import tr
from ...paths import plugin_version
from ...store.network_file import save_network
from ..base import NarvardAlgorithm
from ..parameters import enum_parameter
from .network_account import (
    no_roads,
    nothing_usable,
    recognised_as,
    say_network,
    say_one_ways,
    say_skipped_lines,
)

FERRY_SPEED = 20  # km/h, where neither the data nor the user says


class BuildNetwork(NarvardAlgorithm):
    ID = "buildnetwork"
    GROUP = "data"
    TAGS = ("network", "graph", "roads", "NVDB", "OpenStreetMap", "vägnät", "nätverk", "restid", "travel time")

    def displayName(self):
        return tr("Compile road network")

    def shortHelpString(self):
        return tr(
            "Joins a layer of road lines into a network file (.npz) that the travel tools read in a moment: make it once, "
            "use many times, also in models. The file holds the modes car, bike, walk and emergency, and ferries.\n\n"
            "ROADS are NVDB's homogenised network, OpenStreetMap lines as QGIS opens them (x.osm.pbf), or any lines with "
            "fields that you name. PRESET auto recognises the first two by their columns. Lines join where they share a "
            "vertex within TOLERANCE metres, also inside a line; lines that only cross, such as bridges, do not join.\n\n"
            "SPEED_FIELD is km/h, SPEED_BACKWARD_FIELD the speed against the line's direction. FORWARD_VALUE in "
            "ONEWAY_FIELD means only along the line, BACKWARD_VALUE only against it; any other value means both ways. "
            "DEFAULT_SPEED is used and counted where a road has no speed; blank skips such roads. FERRY_SPEED is used on "
            "ferries without a speed. JUNCTION_SECONDS is added for each junction that a vehicle passes. WINTER_FACTOR "
            "multiplies drive times. CLASS_FIELD names the class of each road, by which Compare with known trips groups its "
            "findings; blank takes NVDB's functional class and OpenStreetMap's highway.\n\n"
            "Lines with bad geometry, no length or an absurd speed are left out, counted and listed in SKIPPED. "
            "LARGEST_COMPONENT_SHARE is the share of the drivable road length that connects in both directions; under "
            "95 per cent suggests lines that do not meet.\n\n"
            "Method: vertices that are no junction are contracted into links, which keeps every travel time exactly."
        )

    def initAlgorithm(self, config=None):
        real = QgsProcessingParameterNumber.Type.Double
        numeric, text = QgsProcessingParameterField.DataType.Numeric, QgsProcessingParameterField.DataType.Any
        self.addParameter(
            QgsProcessingParameterFeatureSource("ROADS", tr("Roads"), [QgsProcessing.SourceType.TypeVectorLine])
        )
        self.addParameter(
            enum_parameter(
                "PRESET",
                tr("Kind of road data"),
                {
                    "auto": tr("Recognise by the columns"),
                    NVDB: tr("NVDB, homogenised network"),
                    OSM: tr("OpenStreetMap"),
                    FIELDS: tr("Fields that I name"),
                },
                "auto",
            )
        )
        for name, label, kind in (
            ("SPEED_FIELD", tr("Speed in km/h (field)"), numeric),
            ("SPEED_BACKWARD_FIELD", tr("Speed against the line's direction (field)"), numeric),
            ("ONEWAY_FIELD", tr("One-way (field)"), text),
            ("CLASS_FIELD", tr("Class of road (field)"), text),
        ):
            self.addParameter(
                QgsProcessingParameterField(name, label, parentLayerParameterName="ROADS", type=kind, optional=True)
            )
        self.addParameter(
            QgsProcessingParameterString("FORWARD_VALUE", tr("Value that means only along the line"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterString("BACKWARD_VALUE", tr("Value that means only against the line"), optional=True)
        )
        for name, label, default, optional, least, most in (
            (
                "DEFAULT_SPEED",
                tr("Speed where the road has none (km/h; blank skips such roads)"),
                50,
                True,
                1,
                FASTEST_KMH,
            ),
            ("TOLERANCE", tr("Distance within which ends meet (m)"), 0.01, False, 0, 1000),
            ("FERRY_SPEED", tr("Speed of ferries without a speed (km/h)"), FERRY_SPEED, True, 1, FASTEST_KMH),
            ("JUNCTION_SECONDS", tr("Delay at each junction (s)"), 0, False, 0, 600),
            ("WINTER_FACTOR", tr("Factor on drive times, for winter roads"), 1, False, 0.1, 10),
        ):
            self.addParameter(QgsProcessingParameterNumber(name, label, real, default, optional, least, most))
        self.addParameter(
            QgsProcessingParameterFileDestination("NETWORK", tr("Network file"), tr("Närvård network (*.npz)"))
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink("SKIPPED", tr("Skipped lines"), optional=True, createByDefault=False)
        )
        for name, label in (
            ("NODE_COUNT", tr("Junctions")),
            ("ARC_COUNT", tr("Links between junctions, each way counted")),
            ("SKIPPED_COUNT", tr("Skipped lines")),
            ("LARGEST_COMPONENT_SHARE", tr("Share of the drivable length in the largest connected part")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters, context):
        target = self.parameterAsFileOutput(parameters, "NETWORK", context)
        if target and Path(target).suffix.lower() != ".npz":
            return False, tr("The name of the network file must end in .npz.")
        one, other = (self.parameterAsString(parameters, n, context) for n in ("FORWARD_VALUE", "BACKWARD_VALUE"))
        if one and one == other:
            return False, tr("FORWARD_VALUE and BACKWARD_VALUE are the same, which would close those roads both ways.")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("SKIPPED", _skipped_columns())
        source = self.source(parameters, "ROADS", context)
        own = FieldRules(
            *(self.parameterAsString(parameters, name, context)
              for name in (
                  "SPEED_FIELD", "SPEED_BACKWARD_FIELD", "ONEWAY_FIELD", "FORWARD_VALUE", "BACKWARD_VALUE", "CLASS_FIELD",
              ))
        )  # fmt: skip
        preset = self._preset(self.parameterAsEnumString(parameters, "PRESET", context), source, own, account, feedback)
        feedback.setProgressText(tr("Reading the roads"))
        table = read_lines(source, columns_to_read(preset, source.fields().names(), own), feedback)
        if len(table.row) == 0:
            raise QgsProcessingException(nothing_usable(table.skipped))
        crs = measuring_crs(source.sourceCrs(), table.xy, context.transformContext())
        table = move_lines(table, source.sourceCrs(), crs, context.transformContext())
        roads = interpret(
            table,
            preset,
            own,
            default_speed=self._blank_or_number(parameters, "DEFAULT_SPEED", context),
            ferry_speed=self._blank_or_number(parameters, "FERRY_SPEED", context) or FERRY_SPEED,
            winter_factor=self.parameterAsDouble(parameters, "WINTER_FACTOR", context),
        )
        if roads.lines.count_lines == 0:
            raise QgsProcessingException(no_roads(table, roads))
        self._go_on(feedback, 60, tr("Joining the roads"))
        about = self._about(parameters, context, source, preset, account)
        about[CLASSES] = roads.class_names
        _say_classes(account, feedback, roads.class_names[1:])
        compiled = self._compile(parameters, context, roads, crs_text(crs), about)
        self._go_on(feedback, 90, tr("Writing the network"))
        skipped = [*roads.skipped, *_without_length(table, roads, compiled)]
        network = compiled.network
        arcs = int(sum((network.open_to_any(backward=way)).sum() for way in (False, True)))
        say_network(account, feedback, roads, compiled, arcs, crs)
        say_one_ways(account, feedback, own, roads.one_ways)
        say_skipped_lines(account, feedback, skipped)
        about.update(nodes=network.node_count, arcs=arcs, skipped=len(skipped), main_share=compiled.main_share)
        target = self.parameterAsFileOutput(parameters, "NETWORK", context)
        with Outputs(self, parameters, context, feedback) as outputs:
            _write_skipped(outputs, source, skipped)
            try:
                save_network(network, target)
            except OSError as error:
                raise QgsProcessingException(
                    tr("The network file {path} cannot be written: {reason}. Choose another folder.")
                    .format(path=target, reason=error.strerror)
                ) from error  # fmt: skip
        self.keep(account, outputs.results, context)
        return {
            "NETWORK": target,
            "NODE_COUNT": network.node_count,
            "ARC_COUNT": arcs,
            "SKIPPED_COUNT": len(skipped),
            "LARGEST_COMPONENT_SHARE": compiled.main_share,
            **outputs.results,
        }

    def _about(self, parameters, context, source, preset, account):
        return {
            "source": source.sourceName(),
            **road_stamp(self.parameterAsVectorLayer(parameters, "ROADS", context)),
            "made": datetime.now().astimezone().isoformat(timespec="seconds"),
            "version": plugin_version(),
            "preset": preset,
            "account": account.lines,
        }

    def _compile(self, parameters, context, roads, crs, about):
        try:
            return compile_network(
                roads.lines,
                crs=crs,
                tolerance=self.parameterAsDouble(parameters, "TOLERANCE", context),
                junction_seconds=self.parameterAsDouble(parameters, "JUNCTION_SECONDS", context),
                about=about,
            )
        except NoLength as error:
            raise QgsProcessingException(
                tr(
                    "None of the {n} road lines has any length, so there is no network. Check the layer's geometry."
                ).format(n=roads.lines.count_lines)
            ) from error

    def _preset(self, preset, source, own, account, feedback):
        names = source.fields().names()
        if preset == "auto":
            preset = recognise(names)
            account.say(feedback, recognised_as(preset))
        if preset in (NVDB, OSM) and recognise(names) != preset:
            raise QgsProcessingException(
                tr("The layer does not have the columns of {preset}. Choose another PRESET, or name the fields. Its columns: {names}")
                .format(preset=preset, names=", ".join(names))
            )  # fmt: skip
        if preset == FIELDS and not own.speed:
            account.say(feedback, tr("No speed field was named: every road gets DEFAULT_SPEED."), warn=True)
        return preset

    def _blank_or_number(self, parameters, name, context):
        if name in parameters and parameters[name] in (None, ""):
            return None
        return self.parameterAsDouble(parameters, name, context)

    def _go_on(self, feedback, progress, text):
        if feedback.isCanceled():
            raise Cancelled
        feedback.setProgress(progress)
        feedback.setProgressText(text)


def _without_length(table, roads, compiled) -> list[tuple[int, str]]:
    """Features none of whose lines has any length; one part of several without length harms nobody."""
    empty = set(table.ids[roads.row[compiled.without_length]].tolist())
    used = np.ones(len(roads.row), bool)
    used[compiled.without_length] = False
    return [(fid, tr("no length")) for fid in sorted(empty - set(table.ids[roads.row[used]].tolist()))]


def _say_classes(account, feedback, names):
    if names:
        account.say(feedback, tr("Classes of road: {list}.").format(list=listed(names)))
    if len(names) == MOST_CLASSES:
        text = tr("CLASS_FIELD has {n} classes or more; roads of the rarest got none.")
        account.say(feedback, text.format(n=MOST_CLASSES), warn=True)


def _skipped_columns():
    return [Column("feature_id", "integer", tr("Feature")), Column("reason", "text", tr("Reason"))]


def _write_skipped(outputs, source, skipped):
    request = QgsFeatureRequest().setFilterFids([fid for fid, _ in skipped])
    request.setSubsetOfAttributes([])
    shapes = {f.id(): f.geometry() for f in source.getFeatures(request, UNCHECKED)} if skipped else {}
    rows = ((shapes.get(fid), (fid, reason)) for fid, reason in skipped)
    outputs.write("SKIPPED", fields_of(_skipped_columns()), source.wkbType(), source.sourceCrs(), rows)
