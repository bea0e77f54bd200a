"""A page written whole, or not at all: what stood there before stays until the new page is complete."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingException, QgsProcessingParameterFileDestination

from ..i18n import tr
from ..whole_files import made_whole

SUFFIXES = (".html", ".htm")


def page_parameter(name: str, label: str) -> QgsProcessingParameterFileDestination:
    """A page that a tool may be asked for."""
    return QgsProcessingParameterFileDestination(
        name, label, tr("Web page (*.html)"), optional=True, createByDefault=False
    )


def page_path(algorithm, parameters, name: str, context) -> str:
    """Where the page is wanted; "" where it is not asked for."""
    if parameters.get(name) in (None, ""):
        return ""
    return algorithm.parameterAsFileOutput(parameters, name, context)


def is_page(path: str) -> bool:
    """Whether a browser will open what is written there; so it is where nothing is."""
    return not path or Path(path).suffix.lower() in SUFFIXES


def write_page(path: str, html: str) -> None:
    """Write ``html`` to ``path``. A place that cannot be written stops the tool with a sentence."""
    try:
        with made_whole(Path(path)) as unfinished:
            unfinished.write_text(html, encoding="utf8")
    except OSError as error:
        raise QgsProcessingException(
            tr("The file {path} cannot be written: {reason}. Choose another folder.").format(
                path=path, reason=error.strerror
            )
        ) from error
