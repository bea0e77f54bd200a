"""The catalogue's words in the user's language, and numbers as pages show them."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLocale

from ..core.drawing import numbers

_COMMA = ("sv", "nb", "nn", "da", "fi", "de")


def language() -> str:
    """Two letters, such as sv."""
    return QgsApplication.instance().translation()[:2] or QgsApplication.locale()[:2]


def label_of(entry) -> str:
    """The name of an entry of the catalogue."""
    return entry.label(language())


def decimal_sign() -> str:
    """Of the language that is read: the computer may be set to another country, or to none."""
    if language() in _COMMA:
        return ","
    point = QLocale().decimalPoint()
    return point if isinstance(point, str) else chr(point.unicode())


def shown(value: float, decimals: int = 0, *, sign: bool = False) -> str:
    """A number on a page; a dash where there is none."""
    return numbers.number(value, decimals, decimal_sign(), sign=sign)
