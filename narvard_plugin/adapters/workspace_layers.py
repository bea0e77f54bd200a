"""A workspace's tables as QGIS layers: one way to open them, whichever store holds them."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

_IN_FILE = "|layername="


def is_file(source: str) -> bool:
    """Whether a `layer_source` is of a GeoPackage."""
    return _IN_FILE in source


def open_layer(source: str, name: str, subset: str = "") -> QgsVectorLayer:
    """The table at ``source`` (a workspace's `layer_source`), only the rows of the SQL condition ``subset``; read only.

    QGIS 3.22 reads a GeoPackage without locks as long as nobody has it open for writing. A second layer, or a new
    filter, opens it for writing, which turns the file to write-ahead logging, and a reader without locks can then read
    nothing any more ("unable to open database file"). So every layer reads it with locks.
    """
    opened = f"{source}|option:NOLOCK=NO" if is_file(source) else source
    provider = "ogr" if is_file(source) else "postgres"
    layer = QgsVectorLayer(opened, name, provider, QgsVectorLayer.LayerOptions(True))
    if subset:
        layer.setSubsetString(subset)
    layer.setReadOnly(True)
    return layer
