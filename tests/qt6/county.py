"""The sample county for the smoke run, made by the QGIS with Qt 5 that is installed: ``python -m tests.qt6.county FOLDER``."""

import sys
from pathlib import Path

from tools.headless import Headless
from tools.layout import link_plugin

folder = Path(sys.argv[1])
link_plugin(folder.with_name("plugins"))
qgis = Headless(folder.with_name("plugins"), folder.with_name("profile")).enable()
qgis.run("narvard:samplecounty", {"FOLDER": str(folder), "SEED": 1})
roads = f"{folder / 'exempellan.gpkg'}|layername=roads"
qgis.run("narvard:buildnetwork", {"ROADS": roads, "PRESET": "nvdb", "NETWORK": str(folder / "roads.npz")})
