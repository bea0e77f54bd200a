"""Where the help page of a tool is: in the plugin's own folder, so that it opens without a network."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl

from .paths import bundled


def help_url(tool: str) -> str:
    """The page's address in the user's language; "" where the pages have not been built."""
    page = bundled("resources", "help", _language(), f"{tool}.html")
    return QUrl.fromLocalFile(str(page)).toString() if page.is_file() else ""


def _language() -> str:
    spoken = QgsApplication.instance().translation() or QgsApplication.locale()  # --lang, else the settings
    return "sv" if spoken.startswith("sv") else "en"
