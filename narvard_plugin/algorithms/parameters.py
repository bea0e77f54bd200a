"""Parameters that several tools share."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterEnum


def enum_parameter(name, description, labels, default=None, optional=False):
    """A choice among the words that ``labels`` maps to what users read; models and scripts hold the word.

    The widget is named by text, so that no tool imports the user interface.
    """
    parameter = QgsProcessingParameterEnum(
        name, description, options=list(labels), defaultValue=default, optional=optional, usesStaticStrings=True
    )
    parameter.setMetadata({"widget_wrapper": {"class": "narvard_plugin.gui.enum_choice.EnumChoice", "labels": labels}})
    return parameter


def parts_of(text: str) -> list[str]:
    """The codes or names in ``text``, which has ; between them."""
    return [part.strip() for part in text.split(";") if part.strip()]
