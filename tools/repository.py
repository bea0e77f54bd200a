"""The list that a region's own web server shows QGIS beside the zip: dist/plugins.xml, with addresses under the URL given."""

from __future__ import annotations

import configparser
import sys
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.sax.saxutils import escape, quoteattr

from . import package
from .layout import NAME, ROOT

_ELEMENTS = {
    "description": "description",
    "about": "about",
    "version": "version",
    "qgis_minimum_version": "qgisMinimumVersion",
    "qgis_maximum_version": "qgisMaximumVersion",
    "homepage": "homepage",
    "author_name": "author",
    "experimental": "experimental",
    "deprecated": "deprecated",
    "tags": "tags",
}


def write(url: str, folder: Path) -> Path:
    """Build the zip into ``folder`` and the list beside it; ``url`` is the folder where both will stand."""
    if urlsplit(url).scheme not in ("http", "https", "file") or not url.endswith("/"):
        raise ValueError(
            f"The address must begin with https:// and end with /, unlike {url!r}: it is that of a folder."
        )
    archive = package.build(folder)
    metadata = configparser.ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf8")
    target = folder / "plugins.xml"
    target.write_text(_listed(dict(metadata["general"]), archive.name, url), encoding="utf8")
    return target


def _listed(general: dict[str, str], archive: str, url: str) -> str:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<plugins>",
        # QGIS reads the name of the folder from the file's name and the plugin's own name from here.
        f"  <pyqgis_plugin name={quoteattr(general['name'])} version={quoteattr(general['version'])} plugin_id={quoteattr(NAME)}>",
        *(f"    <{element}>{escape(general.get(key.lower(), ''))}</{element}>" for element, key in _ELEMENTS.items()),
        f"    <file_name>{escape(archive)}</file_name>",
        f"    <download_url>{escape(urljoin(url, archive))}</download_url>",
        "  </pyqgis_plugin>",
        "</plugins>",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give the address of the folder on your web server: make repository URL=https://…/")
    try:
        print(write(sys.argv[1], ROOT / "dist"))
    except (FileNotFoundError, ValueError) as error:
        sys.exit(str(error))
