"""CHECKLIST: the list that a tool goes by, and its errors as sentences."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessingException, QgsProcessingParameterFile

from ...core.plans.checklist import Checklist
from ...core.plans.document import ChecklistError
from ...i18n import tr
from ...sources.plans.checklist_file import open_checklist


def checklist_parameter(name="CHECKLIST") -> QgsProcessingParameterFile:
    """A region's own list; blank = that of the settings, else the one that comes with the plugin."""
    return QgsProcessingParameterFile(
        name,
        tr("Checklist (blank = the one that comes with Närvård)"),
        optional=True,
        fileFilter=tr("Checklists") + " (*.yaml *.yml *.json)",
    )


def read_list(path: str) -> Checklist:
    """The list in the file, or the one that a blank ``path`` means. Raises QgsProcessingException with a sentence."""
    try:
        return open_checklist(path)
    except ChecklistError as error:
        text = tr("The checklist cannot be used. {detail}")
        raise QgsProcessingException(text.format(detail=error.sentence(spoken()))) from error


def spoken() -> str:
    """The language that QGIS speaks with the user, as in ``sv``."""
    return (QgsApplication.instance().translation() or QgsApplication.locale())[:2]
