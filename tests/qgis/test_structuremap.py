"""The structure map from results and from the workspace: its layers, its sheet, and what it refuses."""

import pytest
from qgis import processing
from qgis.core import (
    NULL,
    QgsExpression,
    QgsExpressionContext,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsSymbolLayer,
)
from qgis.PyQt.QtGui import QImage

from narvard_plugin.adapters.structure_layers import structure_layers

from .small_network import refused, rows, run

NODES = "place_name:string,level:integer,level_name:string,people:integer"
PLACES = [
    ("POINT(600000 6300000)", "Staden", 1, "Regioncentrum", 20000),
    ("POINT(620000 6300000)", "Orten", 3, "Serviceort", 3000),
    ("POINT(640000 6300000)", "Byn", None, None, None),
]
LINES = "from_id:string,from_name:string,from_level:integer,to_id:string,to_name:string,to_level:integer,metres:double"
AREAS = [
    ("POLYGON((590000 6290000,630000 6290000,630000 6310000,590000 6310000,590000 6290000))", "a", "99"),
    ("POLYGON((630000 6290000,650000 6290000,650000 6310000,630000 6310000,630000 6290000))", "b", "98"),
]


@pytest.fixture
def given(make_layer):
    link = ("LINESTRING(620000 6300000,600000 6300000)", "2", "Orten", 3, "1", "Staden", 1, 20000)
    hole = "POLYGON((595000 6280000,640000 6280000,640000 6305000,595000 6305000,595000 6280000),(600000 6290000,601000 6290000,601000 6291000,600000 6290000))"
    return {
        "NODES": make_layer(NODES, PLACES), "NODE_POPULATION": "people", "LINKS": make_layer(LINES, [link]),
        "CATCHMENTS": make_layer("facility_id:string,from_minutes:double,to_minutes:double", [(hole, "1", 0, 60)]),
        "AREAS": make_layer("area_code:string,region:string", AREAS), "REGION": "99", "PDF": None,
        "OUTPUT": "TEMPORARY_OUTPUT",
    }  # fmt: skip


def test_the_layers_are_what_was_given(given):
    sinks = dict.fromkeys(("LINKS_OUTPUT", "CATCHMENTS_OUTPUT", "REGION_OUTPUT"), "TEMPORARY_OUTPUT")
    result = run("structuremap", **given, **sinks)
    assert (result["NODES_COUNT"], result["LINKS_COUNT"]) == (2, 1)
    nodes = [(row["place_name"], row["level"], row["population"]) for row in rows(result["OUTPUT"])]
    assert nodes == [("Staden", 1, 20000), ("Orten", 3, 3000), ("Byn", NULL, NULL)]
    assert [(row["code"], row["own"]) for row in rows(result["REGION_OUTPUT"])] == [("98", False), ("99", True)]
    (shape,) = [feature.geometry() for feature in result["CATCHMENTS_OUTPUT"].getFeatures()]
    assert shape.area() == pytest.approx(45000 * 15000)  # without its hole, and without what lies outside the areas
    labels = [item.label() for item in result["OUTPUT"].renderer().legendSymbolItems()]
    assert labels == ["1  Regioncentrum", "3  Serviceort", "No service level"]


def test_the_sheet_is_drawn_and_the_layout_can_be_changed_by_hand(given, tmp_path):
    files = {"PDF": str(tmp_path / "karta.pdf"), "PNG": str(tmp_path / "karta.png")}
    project, context = QgsProject.instance(), QgsProcessingContext()
    context.setProject(project)
    try:
        wanted = {**given, **files, "TITLE": "Vår struktur", "TO_PROJECT": True}
        processing.run("narvard:structuremap", wanted, context=context, feedback=QgsProcessingFeedback())
        layout = project.layoutManager().layoutByName("Vår struktur")
        assert layout is not None and len(project.mapLayers()) == 5  # the border once more, over the catchments
        texts = " ".join(item.text() for item in layout.items() if hasattr(item, "text"))
        assert "What the map does not show" in texts and "1 Regioncentrum: 1 place, 20" in texts
        assert "In neighbouring regions: 1 place" in texts  # the village east of the border
    finally:
        project.clear()
    assert (tmp_path / "karta.pdf").read_bytes().startswith(b"%PDF")
    image = QImage(files["PNG"])
    assert abs(image.width() / image.height() - 420 / 297) < 0.01
    drawn = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert "#08306b" in drawn and "#7a3b00" in drawn  # the highest node, and a link to it


def test_from_the_workspace_with_its_own_places(county, tmp_path):
    result = run(
        "structuremap", WORKSPACE=county.workspace, PLACES=county.layer("settlements"), PLACE_NAME="name",
        PLACE_POPULATION="population", YEAR=2024, PDF=None, OUTPUT="TEMPORARY_OUTPUT", REGION_OUTPUT="TEMPORARY_OUTPUT",
    )  # fmt: skip
    found = {row["place_name"]: row["level"] for row in rows(result["OUTPUT"])}
    assert len(found) == 79 and result["NODES_COUNT"] == 59 and list(found.values()).count(1) == 2
    assert result["LINKS_COUNT"] == 77 and {row["code"] for row in rows(result["REGION_OUTPUT"])} == {"98", "99"}
    refused("no postal towns to make places of", "structuremap", WORKSPACE=county.workspace, PDF=None, OUTPUT="memory:")


def test_what_is_refused(given, make_layer, tmp_path):
    refused("Give NODES", "structuremap", OUTPUT="memory:", PDF=None)
    refused("PDF must end in .pdf", "structuremap", **{**given, "PDF": str(tmp_path / "karta.docx")})
    refused("has no field nivå", "structuremap", **{**given, "NODE_LEVEL": "nivå"})
    nobody = make_layer(NODES, [("POINT(600000 6300000)", "Byn", None, None, None)])
    refused(
        "No place has a service level", "structuremap", **{**given, "NODES": nobody, "PDF": str(tmp_path / "a.pdf")}
    )
    assert not list(tmp_path.iterdir())
    refused("cannot be written|does not exist", "structuremap", **{**given, "PDF": str(tmp_path / "no" / "a.pdf")})


def test_a_sheet_of_nodes_alone_says_what_is_not_there(given, tmp_path):
    path = tmp_path / "karta.png"
    only = {name: given[name] for name in ("NODES", "OUTPUT")}
    run("structuremap", **only, PDF=None, PNG=str(path))
    assert not QImage(str(path)).isNull()


def test_layers_for_an_atlas(make_layer):
    """Neighbours' catchments never have the same colour."""
    squares = [
        (f"POLYGON(({x} {y},{x + 1} {y},{x + 1} {y + 1},{x} {y + 1},{x} {y}))", f"{x}{y}", 30.0)
        for x in range(3)
        for y in range(3)
    ]
    catchments = make_layer("facility_id:string,to_minutes:double", squares)
    drawn = structure_layers(make_layer(NODES, PLACES), None, catchments)
    assert len(drawn) == 2 and drawn[1].name() == "Catchments, at most 30 minutes"
    properties = drawn[1].renderer().symbol().symbolLayer(0).dataDefinedProperties()
    fill = QgsExpression(properties.property(QgsSymbolLayer.Property.PropertyFillColor).expressionString())
    colours = {}
    for feature in catchments.getFeatures():
        context = QgsExpressionContext()
        context.setFields(catchments.fields())
        context.setFeature(feature)
        colours[tuple(map(int, feature["facility_id"]))] = fill.evaluate(context)
    for (x, y), colour in colours.items():
        beside = [other for (u, v), other in colours.items() if max(abs(u - x), abs(v - y)) == 1]
        assert colour.startswith("#") and colour not in beside


def test_levels_under_one_are_refused(make_layer):
    nodes = make_layer("place_name:string,level:integer", [("POINT(500000 6300000)", "Noll", 0)])
    refused("Levels are 1", "structuremap", NODES=nodes, PDF=None, OUTPUT="memory:")
