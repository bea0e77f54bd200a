"""Steps 11–12: the atlas of the region from its dialog, and a folder of open data."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProcessingUtils, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface

from narvard_plugin.gui.tool_dialogs import open_tool

from .care import CENTRES, INDEX, show_only
from .hands import SAW, clear_messages, close, fill, own_layers, photograph, prove, run, tool_dialog

PUBLISHED = "oppna_data"


def _arrange(dock) -> None:
    """The panels as they were before the plans; QGIS opens one of its own when a tool has written a web page."""
    window = iface.mainWindow()
    for other in window.findChildren(QDockWidget):
        other.setVisible(other.objectName() in ("Layers", "NarvardDock"))
    layers = window.findChild(QDockWidget, "Layers")
    window.resizeDocks([layers, dock], [340, 470], Qt.Orientation.Horizontal)
    clear_messages()


def make_atlas(dock) -> None:
    _arrange(dock)
    dock.pages.setCurrentIndex(0)
    show_only(own_layers()[CENTRES], own_layers()[INDEX])
    iface.mapCanvas().setExtent(own_layers()[INDEX].extent())
    open_tool(dock.session, "regionreport")
    dialog = tool_dialog()
    fill(dialog, OUTPUT_HTML="atlas.html", OUTPUT_PDF="atlas.pdf", ONLY="9901;9903", TODAY="2026-06-15")
    photograph("11", "atlas", "Regionens atlas ur verktygets fönster: ett kapitel per kommun, som webbsida och PDF.")
    results = run(dialog)
    close(dialog)
    prove(results["CHAPTER_COUNT"] == 3, "Atlasen har tre kapitel: länet och de två valda kommunerna")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    table = QgsProcessingUtils.mapLayerFromString(str(results["OUTPUT"]), context)
    people = next(
        row["value"] for row in table.getFeatures() if (row["area_code"], row["measure"]) == ("99", "people.population")
    )
    prove(people == 251_994, "Länets 251 994 invånare står i atlasens tabell")
    SAW["facts"] |= {"atlas": str(Path("atlas.html").absolute()), "atlas_pdf": str(Path("atlas.pdf").absolute())}
    clear_messages()


def publish(dock) -> None:
    _arrange(dock)
    Path(PUBLISHED).mkdir(exist_ok=True)
    open_tool(
        dock.session, "publish",
        {
            "LAYERS": [own_layers()[CENTRES].id()], "FOLDER": PUBLISHED, "BASE_IRI": "https://www.regionexempel.example/oppnadata",
            "PUBLISHER": "Region Exempel", "CONTACT": "Enheten för analys", "EMAIL": "oppnadata@regionexempel.example",
            "LICENCE": "cc0", "CHECKED": True,
        },
    )  # fmt: skip
    dialog = tool_dialog()
    clear_messages()
    photograph("12", "publicera", "Öppna data: välj lager, licens, utgivare och kontakt; små tal skyddas.")
    results = run(dialog)
    close(dialog)
    names = sorted(os.listdir(PUBLISHED))
    prove(results["DATASET_COUNT"] == 1 and {"dcat.rdf", "dcat.ttl", "index.html", "SHA256SUMS"} <= set(names),
          f"Mappen är hel: {', '.join(names)}")  # fmt: skip
    _arrange(dock)
    SAW["facts"]["published"] = str(Path(PUBLISHED, "index.html").absolute())
    photograph("12", "klart", "QGIS efter vandringen: lagren som panelen och verktygen har lagt in.")
