"""Reading QGIS layers: without QGIS's own geometry check, with the user's Cancel, and only fields that exist."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import NULL, QgsFeature, QgsProcessingException, QgsProcessingFeatureSource
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QVariant

from ..i18n import tr

# QGIS stops a tool at the first invalid geometry unless told otherwise; tools judge geometries themselves and list the bad ones.
UNCHECKED = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
SHOWN = 20  # ids listed in a message; the rest are counted


class Cancelled(Exception):
    """The user cancelled."""


def field_indexes(source, layer: str, names: Sequence[str]) -> list[int]:
    """Where ``names`` stand in the fields of ``source``; ``layer`` names it in the sentence when one is missing."""
    fields = source.fields()
    missing = [name for name in names if fields.indexFromName(name) < 0]
    if missing:
        raise QgsProcessingException(
            tr("{layer} has no field {names}. Its fields are: {fields}.").format(
                layer=layer, names=", ".join(missing), fields=", ".join(fields.names())
            )
        )
    return [fields.indexFromName(name) for name in names]


def values_at(feature: QgsFeature, indexes: Sequence[int]) -> list:
    """Attributes of ``feature``; NULL becomes None."""
    attributes = feature.attributes()
    # Only NULL comes as a QVariant, and asking for its kind is ten times as fast as comparing every value with NULL.
    return [None if isinstance(attributes[i], QVariant) and attributes[i] == NULL else attributes[i] for i in indexes]


def as_text(value) -> str:
    """A code or id as text: the whole number 3.0 is "3" and a date is ISO, so that they join whatever their column's type."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (QDate, QDateTime)):
        return value.toString(Qt.DateFormat.ISODate)
    return str(value).strip()


def listed(ids: Sequence) -> str:
    """The first ids as text, and how many more there are."""
    shown = ", ".join(map(str, ids[:SHOWN]))
    return shown if len(ids) <= SHOWN else tr("{shown} … and {n} more").format(shown=shown, n=len(ids) - SHOWN)
