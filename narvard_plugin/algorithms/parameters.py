"""Parameters that several tools share."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterEnum, QgsProcessingParameterString

from .. import catalogue
from ..i18n import tr

#: The made-up county of `samplecounty`; no Swedish county has this code.
SAMPLE_REGION = "99"


def enum_parameter(name, description, labels, default=None, optional=False):
    """A choice among the words that ``labels`` maps to what users read; models and scripts hold the word.

    The widget is named by text, so that no tool imports the user interface.
    """
    parameter = QgsProcessingParameterEnum(
        name, description, options=list(labels), defaultValue=default, optional=optional, usesStaticStrings=True
    )
    parameter.setMetadata({"widget_wrapper": {"class": "narvard_plugin.gui.enum_choice.EnumChoice", "labels": labels}})
    return parameter


def workspace_parameter(name="WORKSPACE", optional=False):
    """The register of one region, by the text that `store.workspace.open_workspace` takes."""
    label = tr("Workspace (path of a .gpkg, or name of a PostgreSQL connection)")
    return QgsProcessingParameterString(name, label, optional=optional)


def region_parameter(name="REGION", optional=False):
    """One of the 21 regions, or the made-up sample county, by its two-digit county code."""
    codes = [*sorted(catalogue.regions().regions), SAMPLE_REGION]
    labels = {code: f"{code} {region_name(code)}" for code in codes}
    return enum_parameter(name, tr("Region (county code)"), labels, optional=optional)


def region_name(code: str) -> str:
    """What a region is called in lists and messages."""
    known = catalogue.regions().regions
    return known[code].name if code in known else tr("the made-up sample county")


def parts_of(text: str) -> list[str]:
    """The codes or names in ``text``, which has ; between them."""
    return [part.strip() for part in text.split(";") if part.strip()]
