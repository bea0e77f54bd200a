"""Every style belongs to an output of a tool, loads, and says in its legend what each class is."""

import xml.etree.ElementTree as ElementTree

import pytest
from qgis.core import QgsRasterLayer, QgsVectorLayer

from narvard_plugin.algorithms import ALGORITHMS
from tests.shared import ROOT

STYLES = sorted((ROOT / "resources" / "styles").glob("*.qml"))


def outputs(provider):
    """Stems that a style file may have; a variant of it adds ``_what``."""
    for tool in ALGORITHMS:
        for definition in provider.algorithm(tool.ID).outputDefinitions():
            yield f"{tool.ID}_{definition.name().lower()}"


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_a_style_belongs_to_an_output_and_loads(path, provider):
    assert any(f"{path.stem}_".startswith(f"{output}_") for output in outputs(provider))
    tree = ElementTree.parse(path).getroot()
    if tree.find("pipe/rasterrenderer") is not None:
        layer = QgsRasterLayer()
        labels = [item.get("label") for item in tree.iter("item")]
    else:
        kind = {"0": "Point", "1": "LineString", "2": "Polygon"}[tree.findtext("layerGeometryType", "0")]
        layer = QgsVectorLayer(f"{kind}?crs=EPSG:3006", path.stem, "memory")
        told, loaded = layer.loadNamedStyle(str(path))
        assert loaded, told
        labels = [item.label() for item in layer.renderer().legendSymbolItems()]
    assert len(labels) == 1 or all(label.strip() for label in labels), labels
