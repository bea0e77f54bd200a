"""Compile a road layer into a network file that every travel tool reads in a moment."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

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

from ...adapters.crs import crs_text, measuring_crs, transform_xy
from ...adapters.lines import read_lines
from ...adapters.outputs import Column, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.roads import FIELDS, NVDB, OSM, FieldRules, columns_to_read, interpret, recognise
from ...adapters.tables import UNCHECKED, Cancelled
from ...core.network.compile import compile_network
from ...i18n import number, tr
from ...paths import plugin_version
from ...store.network_file import save_network
from ..base import NarvardAlgorithm
from ..parameters import enum_parameter

CONNECTED_ENOUGH = 0.95


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
            "multiplies drive times.\n\n"
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
        for name, label, default, optional, least in (
            ("DEFAULT_SPEED", tr("Speed where the road has none (km/h; blank skips such roads)"), 50, True, 1),
            ("TOLERANCE", tr("Distance within which ends meet (m)"), 0.01, False, 0),
            ("FERRY_SPEED", tr("Speed of ferries without a speed (km/h)"), 20, True, 1),
            ("JUNCTION_SECONDS", tr("Delay at each junction (s)"), 0, False, 0),
            ("WINTER_FACTOR", tr("Factor on drive times, for winter roads"), 1, False, 0.1),
        ):
            self.addParameter(
                QgsProcessingParameterNumber(name, label, real, default, optional=optional, minValue=least)
            )
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
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.aliases.update({column.name: column.alias for column in self._skipped_columns()})
        source = self.source(parameters, "ROADS", context)
        own = FieldRules(
            *(self.parameterAsString(parameters, name, context)
              for name in ("SPEED_FIELD", "SPEED_BACKWARD_FIELD", "ONEWAY_FIELD", "FORWARD_VALUE", "BACKWARD_VALUE"))
        )  # fmt: skip
        preset = self._preset(self.parameterAsEnumString(parameters, "PRESET", context), source, own, account, feedback)
        feedback.setProgressText(tr("Reading the roads"))
        table = read_lines(source, columns_to_read(preset, source.fields().names(), own), feedback)
        if len(table.row) == 0:
            raise QgsProcessingException(self._nothing_usable(table))
        crs = measuring_crs(source.sourceCrs(), table.xy)
        roads = interpret(
            table,
            transform_xy(table.xy, source.sourceCrs(), crs),
            preset,
            own,
            default_speed=self._blank_or_number(parameters, "DEFAULT_SPEED", context),
            ferry_speed=self._blank_or_number(parameters, "FERRY_SPEED", context) or 20,
            winter_factor=self.parameterAsDouble(parameters, "WINTER_FACTOR", context),
        )
        if roads.lines.count_lines == 0:
            raise QgsProcessingException(
                tr("None of the {n} lines is a road that can be used: {not_roads} are no roads, {skipped} were skipped. "
                   "Check PRESET and the speed field.")
                .format(n=len(table.ids), not_roads=roads.not_roads, skipped=len(roads.skipped))
            )  # fmt: skip
        self._go_on(feedback, 60, tr("Joining the roads"))
        layer = self.parameterAsVectorLayer(parameters, "ROADS", context)
        about = {
            "source": source.sourceName(),
            "path": layer.source().split("|")[0] if layer is not None else "",
            "made": datetime.now().astimezone().isoformat(timespec="seconds"),
            "version": plugin_version(),
            "preset": preset,
            "account": account.lines,
        }
        compiled = compile_network(
            roads.lines,
            crs=crs_text(crs),
            tolerance=self.parameterAsDouble(parameters, "TOLERANCE", context),
            junction_seconds=self.parameterAsDouble(parameters, "JUNCTION_SECONDS", context),
            about=about,
        )
        skipped = list(roads.skipped)
        skipped += [(int(table.ids[roads.row[line]]), tr("no length")) for line in compiled.without_length]
        self._go_on(feedback, 90, tr("Writing the network"))
        network = compiled.network
        arcs = int(sum((network.open_to_any(backward=way)).sum() for way in (False, True)))
        self._tell(account, feedback, table, roads, compiled, skipped, arcs, crs)
        about.update(nodes=network.node_count, arcs=arcs, skipped=len(skipped), main_share=compiled.main_share)
        target = self.parameterAsFileOutput(parameters, "NETWORK", context)
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write_skipped(outputs, source, skipped)
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

    def _preset(self, preset, source, own, account, feedback):
        names = source.fields().names()
        if preset == "auto":
            preset = recognise(names)
            account.say(feedback, _recognised(preset))
        if preset in (NVDB, OSM) and recognise(names) != preset:
            raise QgsProcessingException(
                tr("The layer does not have the columns of {preset}. Choose another PRESET, or name the fields. Its columns: {names}")
                .format(preset=preset, names=", ".join(names))
            )  # fmt: skip
        if preset == FIELDS and not own.speed:
            account.say(feedback, tr("No speed field was named: every road gets DEFAULT_SPEED."), warn=True)
        return preset

    def _nothing_usable(self, table):
        if table.skipped:
            return tr("None of the {n} lines could be read; the first: {reason}.").format(
                n=len(table.skipped), reason=table.skipped[0][1]
            )
        return tr("The road layer is empty. Choose a layer with lines, or clear its filter and selection.")

    def _blank_or_number(self, parameters, name, context):
        if name in parameters and parameters[name] in (None, ""):
            return None
        return self.parameterAsDouble(parameters, name, context)

    def _go_on(self, feedback, progress, text):
        if feedback.isCanceled():
            raise Cancelled
        feedback.setProgress(progress)
        feedback.setProgressText(text)

    def _tell(self, account, feedback, table, roads, compiled, skipped, arcs, crs):
        account.say(
            feedback,
            tr("{lines} lines gave {nodes} junctions and {arcs} links (each way counted), in {crs}.").format(
                lines=roads.lines.count_lines,
                nodes=compiled.network.node_count,
                arcs=arcs,
                crs=crs.userFriendlyIdentifier(),
            ),
        )
        if roads.not_roads:
            account.say(feedback, tr("{n} lines are no roads (waterways, railways, …).").format(n=roads.not_roads))
        if roads.assumed_speed:
            account.say(
                feedback, tr("{n} roads had no speed and got DEFAULT_SPEED.").format(n=roads.assumed_speed), warn=True
            )
        for reason in dict.fromkeys(reason for _, reason in skipped):
            ids = [str(fid) for fid, why in skipped if why == reason]
            shown = ", ".join(ids[:20])
            account.say(
                feedback,
                tr("Skipped {n} lines because of: {reason} (feature {ids}{more}).").format(
                    n=len(ids), reason=reason, ids=shown, more=" …" if len(ids) > 20 else ""
                ),
                warn=True,
            )
        share = compiled.main_share
        text = tr("{share} per cent of the drivable length lies in the largest part that connects both ways.")
        account.say(feedback, text.format(share=number(round(100 * share, 1))), warn=share < CONNECTED_ENOUGH)
        if share < CONNECTED_ENOUGH:
            account.say(
                feedback,
                tr(
                    "Under 95 per cent: lines may not meet at their ends (raise TOLERANCE), or one-way values may be swapped."
                ),
                warn=True,
            )

    def _skipped_columns(self):
        return [Column("feature_id", "integer", tr("Feature")), Column("reason", "text", tr("Reason"))]

    def _write_skipped(self, outputs, source, skipped):
        request = QgsFeatureRequest().setFilterFids([fid for fid, _ in skipped])
        request.setSubsetOfAttributes([])
        shapes = {f.id(): f.geometry() for f in source.getFeatures(request, UNCHECKED)} if skipped else {}
        rows = ((shapes.get(fid), (fid, reason)) for fid, reason in skipped)
        outputs.write("SKIPPED", fields_of(self._skipped_columns()), source.wkbType(), source.sourceCrs(), rows)


def _recognised(preset: str) -> str:
    return {
        NVDB: tr("By its columns the layer is NVDB's homogenised network."),
        OSM: tr("By its columns the layer is OpenStreetMap."),
        FIELDS: tr(
            "The layer's columns are neither NVDB's nor OpenStreetMap's: only the fields that were named are used."
        ),
    }[preset]
