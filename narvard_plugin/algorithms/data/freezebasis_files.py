"""What a frozen basis is filled with: the workspace, layers, files and the network, each described for the manifest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from osgeo import gdal, osr
from qgis.core import Qgis, QgsMapLayer, QgsProcessingException, QgsRasterLayer, QgsVectorLayer

from ...adapters.frozen_layers import described, raster_files, write_layer
from ...core import basis
from ...core.basis import FOLDERS, INPUT, NETWORK, OTHER, RESULT, WORKSPACE, WORKSPACE_FILE, FrozenFile, Manifest
from ...i18n import tr
from ...paths import plugin_version
from ...store.frozen_basis import copy_file, copy_workspace, sha256_of

_FIRST_DIGITS = 2


class Wanted(NamedTuple):
    """What the user chose to freeze; ``network`` is "" where there is none."""

    inputs: list[QgsMapLayer]
    results: list[QgsMapLayer]
    files: list[Path]
    network: str


def freeze_files(
    workspace, wanted: Wanted, folder: Path, context, feedback, ask: Callable[[], None]
) -> list[FrozenFile]:
    """Copy everything into ``folder``; the description of each file, the workspace first."""
    ask()
    feedback.pushInfo(tr("The workspace is copied."))
    copy_workspace(workspace, folder / WORKSPACE_FILE, ask)
    found = [_entry(folder, WORKSPACE_FILE, WORKSPACE, ask, title=tr("Workspace"), source=workspace.name)]
    for role, layers in ((INPUT, wanted.inputs), (RESULT, wanted.results)):
        for at, layer in enumerate(layers):
            ask()
            feedback.pushInfo(tr("{layer} is copied.").format(layer=layer.name()))
            found += _freeze_layer(layer, role, at + 1, folder, context, feedback, ask)
    for role, paths in ((OTHER, wanted.files), (NETWORK, [Path(wanted.network)] if wanted.network else [])):
        for at, path in enumerate(paths):
            ask()
            file = _place(folder, role, at + 1, path.stem, path.suffix)
            _copy(path, folder / file, ask)
            found.append(_entry(folder, file, role, ask, title=path.name, source=str(path), modified=_modified(path)))
    return found


def note_in_workspace(workspace, manifest: Manifest, target: Path, checksum: str) -> None:
    """A row in ``frozen_bases`` and one in the method log; neither can be changed."""
    row = {
        "name": manifest.name,
        "reference": manifest.reference,
        "frozen": pd.Timestamp(datetime.now(timezone.utc)),
        "who": manifest.who,
        "folder": str(target),
        "sha256": checksum,
        "file_count": len(manifest.files),
    }
    workspace.write("frozen_bases", pd.DataFrame([row]))
    choice = f"Underlaget {manifest.reference} {manifest.name} frystes"
    workspace.log(choice, manifest.note, tool="freezebasis", parameters={"folder": str(target), "sha256": checksum})


def versions() -> dict[str, str]:
    return {
        "Närvård": plugin_version(),
        "QGIS": Qgis.QGIS_VERSION,
        "GDAL": gdal.__version__,
        "PROJ": f"{osr.GetPROJVersionMajor()}.{osr.GetPROJVersionMinor()}.{osr.GetPROJVersionMicro()}",
    }


def _freeze_layer(layer, role: str, number: int, folder: Path, context, feedback, ask) -> list[FrozenFile]:
    told = described(layer)
    if isinstance(layer, QgsVectorLayer):
        file = _place(folder, role, number, layer.name(), ".gpkg")
        name = Path(file).stem
        told["rows"] = write_layer(layer, folder / file, name, context, feedback)
        return [_entry(folder, file, role, ask, layer=name, **told)]
    if not isinstance(layer, QgsRasterLayer):
        raise QgsProcessingException(
            tr("{layer} is neither a vector layer nor a raster, and cannot be frozen. Leave it out.").format(
                layer=layer.name()
            )
        )
    own, *beside = raster_files(layer)
    file = _place(folder, role, number, layer.name(), own.suffix)
    _copy(own, folder / file, ask)
    found = [_entry(folder, file, role, ask, **told)]
    for path in beside:
        more = (
            f"{file}{path.name[len(own.name) :]}"
            if path.name.startswith(own.name)
            else f"{file[: -len(own.suffix)]}{path.suffix}"
        )
        _copy(path, folder / more, ask)
        found.append(_entry(folder, more, role, ask, title=path.name, source=str(path)))
    return found


def _place(folder: Path, role: str, number: int, name: str, suffix: str) -> str:
    """Where a file goes: ``indata/01_<name>.gpkg``."""
    (folder / FOLDERS[role]).mkdir(exist_ok=True)
    return f"{FOLDERS[role]}/{number:0{_FIRST_DIGITS}d}_{basis.safe_name(name) or role}{suffix.lower()}"


def _copy(source: Path, target: Path, ask) -> None:
    if not source.is_file():
        raise QgsProcessingException(tr("There is no file {path}. Nothing was frozen.").format(path=source))
    copy_file(source, target, ask)


def _entry(folder: Path, file: str, role: str, ask, **told) -> FrozenFile:
    path = folder / file
    return FrozenFile(file, role, sha256_of(path, ask), path.stat().st_size, **told)


def _modified(path: Path) -> str:
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone().isoformat(timespec="seconds")
