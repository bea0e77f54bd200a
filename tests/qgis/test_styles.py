"""Every style belongs to an output of a tool, loads, and says in its legend what each class is."""

import xml.etree.ElementTree as ElementTree

import pytest
from qgis.core import (
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsRasterLayer,
    QgsRenderContext,
    QgsVectorLayer,
)

from narvard_plugin.adapters.styles import load_style
from narvard_plugin.algorithms import ALGORITHMS
from tests.shared import ROOT

# Those of the dock belong to no tool; its own tests load them.
STYLES = sorted(f for f in (ROOT / "resources" / "styles").glob("*.qml") if not f.name.startswith("dock_"))


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


@pytest.mark.parametrize(
    ("style", "fields", "values", "label"),
    [
        (
            "needandaccess_output",
            {"combined_class": "string", "rank": "integer"},
            ["3-3", 1],
            "stort vårdbehov, lång restid",
        ),
        ("clusters_output", {"cluster": "string"}, ["high_high"], "Hög bland höga"),
        ("floatingcatchment_output_areas", {"access": "double", "status": "string"}, [1.0, "ok"], "0,9"),
    ],
)
def test_a_style_follows_the_prefix_of_its_fields(style, fields, values, label):
    """Fields are named as attributes, quoted, or by attribute(): each way with a prefix that XML and SQL have to escape."""
    prefix = "d'år & "
    described = "&".join(f"field={name}:{kind}" for name, kind in fields.items())
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:3006&{described}", style, "memory")
    layer.startEditing()
    for at, name in enumerate(fields):
        layer.renameAttribute(at, prefix + name)
    assert layer.commitChanges()
    feature = next(iter(_added(layer, values)))
    load_style(layer, ROOT / "resources" / "styles" / f"{style}.qml", prefix, layer.fields().names())
    shown = _labels(layer, feature)
    assert any(text.startswith(label) for text in shown), shown


def _added(layer, values):
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0,1 0,1 1,0 1,0 0))"))
    feature.setAttributes(values)
    layer.dataProvider().addFeature(feature)
    return layer.getFeatures()


def _labels(layer, feature):
    """What the legend says of the classes that the feature is drawn in."""
    context = QgsRenderContext()
    context.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.expressionContext().setFeature(feature)
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    keys = renderer.legendKeysForFeature(feature, context)
    renderer.stopRender(context)
    return [item.label() for item in renderer.legendSymbolItems() if item.ruleKey() in keys]
