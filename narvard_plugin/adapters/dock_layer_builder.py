"""Makes the layer that a checkbox of the dock's tree stands for, and tells its filter anew when the choices change."""

from __future__ import annotations

from typing import NamedTuple, Optional

from qgis.core import QgsDataSourceUri, QgsVectorLayer

from .. import catalogue
from ..i18n import number, tr
from ..paths import bundled
from . import dock_symbols as symbols
from .dock_layers import CARE, dock_layers
from .facility_index import UNKNOWN, Wanted
from .facility_sql import facility_filter, one_of, text
from .workspace_layers import is_file
from .workspace_snapshot import DIGITS, DataLayer, Snapshot

_CIRCLE = "#3b6fb6"
_UNKNOWN_TYPE = ("#666666", "note.svg")


class CareKey(NamedTuple):
    """The key of a layer of facilities: of a type, and of those that offer a service where one is given."""

    type: str
    service: str = ""

    def __str__(self):
        return "/".join((CARE, self.type, self.service)) if self.service else "/".join((CARE, self.type))


def care_key(key: str) -> Optional[CareKey]:
    """The parts of a key of care's geography; None for any other key."""
    root, _, rest = key.partition("/")
    return CareKey(*rest.split("/")) if root == CARE else None


def filter_of(snapshot: Snapshot, wanted: Wanted, key: str) -> Optional[str]:
    """The subset string of the layer with this key; None where the workspace has no such layer (any more)."""
    care = care_key(key)
    if care is not None:
        return facility_filter(wanted, [care.type], care.service, _services_table(snapshot))
    data = data_of(snapshot, key)
    return None if data is None else _drawn_filter(snapshot, wanted, data)


def data_of(snapshot: Snapshot, key: str) -> Optional[DataLayer]:
    """The layer of health's geography with this key; None where the workspace has none."""
    return next((layer for layer in snapshot.layers if layer.key == key), None)


def care_layers(snapshot: Snapshot, wanted: Wanted, care: CareKey, name: str, language: str) -> list[QgsVectorLayer]:
    table = snapshot.tables["facilities"]
    subset = filter_of(snapshot, wanted, str(care))
    layer = symbols.vector_layer(snapshot.layer_sources["facilities"], name, subset, table, language)
    kind = catalogue.care().types.get(care.type)
    colour, file = _UNKNOWN_TYPE if kind is None else (kind.colour, catalogue.symbol_file(kind).name)
    symbols.draw_facilities(layer, bundled("resources", "icons", "types", file), colour)
    symbols.name_codes(layer, _code_words(language))
    return [layer]


def data_layers(snapshot: Snapshot, wanted: Wanted, data: DataLayer, name: str, language: str) -> list[QgsVectorLayer]:
    """The layer that is drawn, and the table that it takes its values from where that is another one."""
    kind = data.kind
    subset, table = _drawn_filter(snapshot, wanted, data), snapshot.tables[kind.draw]
    layer = symbols.vector_layer(snapshot.layer_sources[kind.draw], name, subset, table, language)
    layers = [layer]
    if kind.joined:
        values = symbols.vector_layer(
            snapshot.layer_sources[kind.table],
            f"{name}: {kind.table}",
            _rows_filter(data),
            snapshot.tables[kind.table],
            language,
        )
        symbols.join(layer, "facility_id" if kind.draw == "facilities" else "area_code", values, kind.join)
        layers.append(values)
    draw_data(layer, data)
    return layers


def draw_data(layer: QgsVectorLayer, data: DataLayer) -> None:
    """Draw a layer of health's geography; anew when it shows other areas, since classes are of those that are shown."""
    kind, field, missing = data.kind, symbols.PREFIX + data.kind.value, tr("No value")
    if kind.style:
        symbols.draw_as(layer, bundled("resources", "styles", kind.style))
    elif data.where.get("variable") in dock_layers().counted:
        symbols.draw_counts(layer, field, _CIRCLE, missing, _class_bound)
    else:
        symbols.draw_classes(layer, field, kind.ramp, missing, _class_bound)


def _class_bound(value: float) -> str:
    """With no more decimals than tell one class from the next."""
    size = abs(value)
    return number(round(value, 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 1 else 3))


def _drawn_filter(snapshot: Snapshot, wanted: Wanted, data: DataLayer) -> str:
    kind = data.kind
    if kind.draw == "facilities":
        return facility_filter(Wanted(wanted.year, wanted.regions), services_table=_services_table(snapshot))
    columns = dict(data.drawn) if kind.joined else {column: data.where[column] for column in kind.split}
    parts = [_is("area_code", column, value) for column, value in columns.items()]
    if wanted.regions is not None:
        parts.append(one_of("region", sorted(wanted.regions | {UNKNOWN})))
    return " AND ".join(parts)


def _rows_filter(data: DataLayer) -> str:
    return " AND ".join(_is(data.kind.join, column, value) for column, value in data.where.items())


def _is(code: str, column: str, value: object) -> str:
    """SQL: the column has the value; the column ``code`` has as many digits."""
    if column == DIGITS:
        return f'length("{code}") = {int(value)}'
    if value == "":
        return one_of(column, [UNKNOWN])
    return f'"{column}" = {value if isinstance(value, int) else text(str(value))}'


def _services_table(snapshot: Snapshot) -> str:
    source = snapshot.layer_sources["services"]
    return '"services"' if is_file(source) else QgsDataSourceUri(source).quotedTablename()


def _code_words(language: str) -> dict[str, dict[str, str]]:
    operators = catalogue.operators()
    return {
        "type": {kind.label(language): code for code, kind in catalogue.care().types.items()},
        "huvudman": {entry.label(language): code for code, entry in operators.huvudman.items()},
        "driftsform": {entry.label(language): code for code, entry in operators.driftsform.items()},
    }
