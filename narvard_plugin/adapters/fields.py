"""QgsField across QGIS 3.22 (QVariant types) and 3.38+/4 (QMetaType types)."""

from qgis.core import Qgis, QgsField
from qgis.PyQt.QtCore import QMetaType, QVariant

_NEW = Qgis.QGIS_VERSION_INT >= 33800
_TYPES = {
    kind: getattr(QMetaType.Type, new) if _NEW else getattr(QVariant, old)
    for kind, (new, old) in {
        "text": ("QString", "String"),
        "integer": ("LongLong", "LongLong"),
        "real": ("Double", "Double"),
        "flag": ("Bool", "Bool"),
        "date": ("QDate", "Date"),
    }.items()
}
#: QVariant's and QMetaType's numbers are the same, on Qt 5 and 6.
_KINDS = {
    int(kind): name
    for name, kinds in {
        "integer": (QMetaType.Type.Int, QMetaType.Type.UInt, QMetaType.Type.LongLong, QMetaType.Type.ULongLong),
        "real": (QMetaType.Type.Double, QMetaType.Type.Float),
        "flag": (QMetaType.Type.Bool,),
        "date": (QMetaType.Type.QDate,),
    }.items()
    for kind in kinds
}


def kind_of(field: QgsField) -> str:
    """The kind of a field of any layer; text where it is none of ours."""
    return _KINDS.get(int(field.type()), "text")


def new_field(name: str, kind: str, alias: str = "") -> QgsField:
    """A field of kind text, integer, real, flag or date, with the name that users see as its alias."""
    field = QgsField(name, _TYPES[kind])
    field.setAlias(alias)
    return field
