"""One place that a run writes to: what stood there before is kept until the new result is whole."""

from __future__ import annotations

from pathlib import Path

from osgeo import ogr
from qgis.core import (
    QgsDataSourceUri,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsProviderRegistry,
)

from ..gdal_answers import or_none
from ..i18n import tr

_SHAPEFILE = (".shp", ".shx", ".dbf", ".prj", ".cpg", ".qpj", ".sbn", ".sbx", ".qix", ".shp.xml")


class Destination:
    """A file, a table in a GeoPackage (``ogr:dbname='…' table="…"``), or a temporary layer."""

    def __init__(self, value):
        sink = getattr(value, "sink", value)  # QgsProcessingOutputLayerDefinition, or a text
        text = str((sink.staticValue() if hasattr(sink, "staticValue") else sink) or "")
        #: A temporary layer, which holds no aliases.
        self.is_scratch = text in ("", QgsProcessing.TEMPORARY_OUTPUT) or text.startswith("memory:")
        uri = QgsDataSourceUri(text[4:]) if text.startswith("ogr:") else None
        self._path = Path(uri.database() if uri else text.split("|")[0])
        self._table = uri.table() if uri else None
        self._aside: list[tuple[Path, Path]] = []
        self._aside_table: str | None = None
        self.sink = None
        self.layer_id = ""

    def is_read_by(self, definition, parameters, context) -> bool:
        """Does the parameter ``definition`` read the very place that this writes to?"""
        value = parameters.get(definition.name())
        if definition.isDestination() or definition.type() not in ("source", "vector", "layer") or value is None:
            return False
        if isinstance(value, QgsMapLayer):
            layer = value
        else:
            text = getattr(value, "source", value)  # QgsProcessingFeatureSourceDefinition, or a text
            text = text.staticValue() if hasattr(text, "staticValue") else text
            layer = QgsProcessingUtils.mapLayerFromString(str(text), context)
        if layer is None or layer.providerType() != "ogr":
            return False
        parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
        read = Path(str(parts.get("path", "")))
        if not read.exists() or not self._path.exists() or not read.samefile(self._path):
            return False
        return self._table is None or parts.get("layerName") in (None, "", self._table)

    def is_in(self, path: str) -> bool:
        """Does this write into the file ``path``?"""
        return self._path.is_file() and Path(path).is_file() and self._path.samefile(path)

    def is_that_of(self, other: Destination) -> bool:
        """Would this and ``other`` write to the same file or table?"""
        same = bool(self._path.suffix) and self._path.absolute() == other._path.absolute()
        return same and (self._table == other._table or self._table is None)

    def set_aside(self) -> None:
        """Move what stands at the destination out of the way."""
        if self._table:
            self._copy_table(self._table, f"{self._table}_earlier")
            return
        try:
            for file in self._files(self._path):
                hidden = file.with_name(f".{file.name}.earlier")
                if hidden.exists():  # a run that was killed left it; what stands here is that run's half
                    file.unlink()
                else:
                    file.replace(hidden)
                self._aside.append((file, hidden))
        except OSError as error:
            self._put_back()
            raise QgsProcessingException(
                tr("{path} cannot be replaced: {reason}. Close it where it is open, or choose another file.").format(
                    path=self._path, reason=error.strerror
                )
            ) from error

    def keep(self) -> None:
        """The new result is whole: what stood there before may go."""
        for _, hidden in self._aside:
            hidden.unlink()
        if self._aside_table:
            self._delete_table(self._aside_table)

    def take_back(self) -> None:
        """Take away the new result, and put back what stood there before."""
        if self._table:
            self._delete_table(self._table)
            if self._aside_table:
                earlier, self._aside_table = self._aside_table, None
                self._copy_table(earlier, self._table)
                self._delete_table(earlier)
            return
        made = Path(self.layer_id.split("|")[0])
        for path in {made, self._path} if made.suffix else {self._path}:
            for file in self._files(path):
                file.unlink()
        self._put_back()

    def _put_back(self) -> None:
        for file, hidden in self._aside:
            hidden.replace(file)
        self._aside = []

    def _files(self, path: Path) -> list[Path]:
        """The files that make up the data set at ``path``, as far as they exist."""
        if path.suffix.lower() == ".shp":
            return [file for file in (path.with_suffix(suffix) for suffix in _SHAPEFILE) if file.is_file()]
        return [path] if path.suffix and path.is_file() else []

    def _copy_table(self, name: str, copy: str) -> None:
        container = or_none(ogr.Open, str(self._path), update=1) if self._path.is_file() else None
        layer = container.GetLayerByName(name) if container is not None else None
        if layer is not None:
            container.CopyLayer(layer, copy)
            self._aside_table = copy

    def _delete_table(self, name: str) -> None:
        container = or_none(ogr.Open, str(self._path), update=1) if self._path.is_file() else None
        if container is None:
            return
        for number in range(container.GetLayerCount() - 1, -1, -1):
            if container.GetLayerByIndex(number).GetName() == name:
                container.DeleteLayer(number)
        if container.GetLayerCount() == 0 and not self._aside_table:
            container = None  # closes the file
            self._path.unlink()
