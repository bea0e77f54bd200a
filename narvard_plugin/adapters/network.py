"""A network file for a tool: loaded, or refused with a sentence that says what to do."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from threading import Lock
from weakref import WeakValueDictionary

from osgeo import ogr
from qgis.core import QgsMapLayer, QgsProcessingException, QgsProviderRegistry

from ..core.network.network import Network
from ..gdal_answers import or_none
from ..i18n import tr
from ..store.network_file import NetworkFileError, load_network

# The networks that are in use somewhere, by path and time of change, and the one opened last: a planner asks many questions of
# one. A nation's is kept only as long as somebody uses it, or until another one is opened.
_in_use: WeakValueDictionary[tuple, Network] = WeakValueDictionary()
_kept: dict[tuple, Network] = {}
_MOST_LINKS_KEPT = 1_000_000
_OPENING = Lock()  # tools run in threads, and two that ask for the same network are given the same


def open_network(path: str) -> Network:
    """The network in the file ``path``; the same object again while the file has not changed."""
    stamp = _stamp(path)
    with _OPENING:
        network = _in_use.get(stamp)
        if network is None:
            _kept.clear()
            for earlier in list(_in_use.values()):
                earlier.kept.clear()  # which holds it in turn: it would not be freed before Python looks for rings
            network = _load(path)
            if stamp is not None:
                _in_use[stamp] = network
        if stamp is not None and network.link_count <= _MOST_LINKS_KEPT:
            _kept.clear()
            _kept[stamp] = network
    return network


def _stamp(path: str) -> tuple | None:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return str(Path(path).absolute()), found.st_mtime_ns, found.st_size


def _load(path: str) -> Network:
    try:
        return load_network(path)
    except NetworkFileError as error:
        sentence = {
            "missing": tr("The network file {path} does not exist. Make it with the tool Compile road network."),
            "foreign": tr(
                "{path} is not a network file, or it is damaged. Make it again with the tool Compile road network."
            ),
            "version": tr(
                "The network file {path} was made by another version of Närvård. Make it again with the tool Compile road network."
            ),
        }[error.reason]
        raise QgsProcessingException(sentence.format(path=path)) from error


def road_stamp(layer: QgsMapLayer | None) -> dict[str, str]:
    """Where the roads of a network lie and when they were last changed; nothing where they are no file."""
    if layer is None or layer.providerType() != "ogr":
        return {}
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path, table = str(parts.get("path") or ""), str(parts.get("layerName") or "")
    return {"path": path, "table": table, "changed": _changed(path, table)} if Path(path).is_file() else {}


def roads_changed(network: Network) -> bool:
    """Have the roads been edited since the network was made? A GeoPackage knows for each of its tables."""
    path, table = network.about.get("path"), network.about.get("table", "")
    return bool(path) and Path(path).is_file() and _changed(path, table) != network.about.get("changed")


def _changed(path: str, table: str) -> str:
    if path.lower().endswith(".gpkg"):
        container = or_none(ogr.Open, path)
        answer = container.ExecuteSQL("SELECT table_name, last_change FROM gpkg_contents") if container else None
        if answer is not None:
            changes = {row.GetField(0): str(row.GetField(1)) for row in answer}
            container.ReleaseResultSet(answer)
            return changes.get(table) or max(changes.values(), default="")
    return datetime.fromtimestamp(Path(path).stat().st_mtime).isoformat()
