"""What a result is made from, written into the layer's own metadata: tool, version, settings, inputs, what was left out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from qgis.core import QgsLayerMetadata, QgsMapLayer, QgsProcessingUtils, QgsProviderRegistry, QgsVectorLayer

from ..i18n import tr
from ..paths import plugin_version


class Account:
    """What one run tells about itself: sentences that go both to the log and into the results' metadata."""

    def __init__(self, algorithm, parameters, context):
        self.title = algorithm.displayName()
        self.aliases: dict[str, dict[str, str]] = {}  # per output: of the fields that the run adds
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        self.lines = [
            tr("Made by {tool} (narvard:{id}) of Närvård {version} at {time}.").format(
                tool=algorithm.displayName(), id=algorithm.name(), version=plugin_version(), time=now
            )
        ]
        for definition in algorithm.parameterDefinitions():
            value = parameters.get(definition.name(), definition.defaultValue())
            if definition.isDestination() or value in (None, ""):
                continue
            self.lines.append(f"{definition.name()}: {_public(value, definition, parameters, context)}")

    def name_columns(self, output: str, columns) -> None:
        """Remember what users read above the ``columns`` that the run adds to ``output``."""
        self.aliases[output] = {column.name: column.alias for column in columns}

    def say(self, feedback, text: str, *, warn: bool = False) -> None:
        """One sentence about the run, for the log and the metadata."""
        (feedback.pushWarning if warn else feedback.pushInfo)(text)
        self.lines.append(text)

    def write_to(self, layer: QgsMapLayer) -> None:
        """Keep the account with ``layer``: in the layer, and in its file where that holds metadata."""
        metadata = layer.metadata()
        metadata.setTitle(self.title)
        metadata.setAbstract("\n".join(self.lines))
        metadata.setHistory(self.lines)
        layer.setMetadata(metadata)
        if isinstance(layer, QgsVectorLayer) and layer.dataProvider().name() == "ogr":
            _save(layer, metadata)


def _save(layer: QgsVectorLayer, metadata: QgsLayerMetadata) -> None:
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    if not str(parts.get("path", "")).lower().endswith(".gpkg"):
        return  # other formats would get a second file beside them
    provider = layer.dataProvider()
    if not parts.get("layerName"):
        parts["layerName"] = provider.subLayers()[0].split(provider.sublayerSeparator())[1]
    uri = QgsProviderRegistry.instance().encodeUri("ogr", parts)
    QgsProviderRegistry.instance().saveLayerMetadata("ogr", uri, metadata)


def _public(value, definition, parameters, context) -> str:
    """A parameter's value without passwords; a layer with the date of its file."""
    layer = None
    if definition.type() in ("source", "vector", "layer", "raster"):
        text = getattr(value, "source", value)
        text = text.staticValue() if hasattr(text, "staticValue") else text
        layer = value if isinstance(value, QgsMapLayer) else QgsProcessingUtils.mapLayerFromString(str(text), context)
    if layer is None:
        return str(value)
    # The source of a layer in memory is a list of its fields, and far too long for a path.
    path = Path(layer.source().split("|")[0]) if layer.dataProvider().name() != "memory" else None
    if path is None or not path.is_file():
        described = f"{layer.name()} ({layer.publicSource()})"
    else:
        changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone().isoformat(timespec="seconds")
        described = tr("{source}, changed {date}").format(source=layer.publicSource(), date=changed)
    if isinstance(layer, QgsVectorLayer) and layer.subsetString():
        described += "; " + tr("filter: {filter}").format(filter=layer.subsetString())
    if getattr(value, "selectedFeaturesOnly", False):
        described += "; " + tr("only the {n} selected features").format(n=layer.selectedFeatureCount())
    return described
