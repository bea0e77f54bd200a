"""Colours of a table's rows by the value of one field, as QGIS shows them in the attribute table."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsConditionalStyle, QgsExpression, QgsVectorLayer
from qgis.PyQt.QtGui import QColor


def colour_rows(layer: QgsVectorLayer, field: str, colours: Mapping[str, str]) -> None:
    """Fill the rows whose ``field`` has one of the values with its colour (#rrggbb); the text stays black."""
    styles = []
    for value, colour in colours.items():
        style = QgsConditionalStyle(QgsExpression.createFieldEqualityExpression(field, value))
        style.setBackgroundColor(QColor(colour))
        style.setTextColor(QColor("#000000"))
        styles.append(style)
    layer.conditionalStyles().setRowStyles(styles)
