"""Which polygons meet: kinds of geometry and systems of coordinates, and real borders held against GEOS."""

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsSpatialIndex,
    QgsVectorLayer,
)

from narvard_plugin.adapters.contiguity import centres, shared_borders
from narvard_plugin.adapters.ground import geometries_of
from narvard_plugin.adapters.reading import Cancelled
from tests.shared import shared_file

from .small_network import CancelAfter

SWEREF = QgsCoordinateReferenceSystem("EPSG:3006")


def met(geometries, crs=SWEREF, feedback=None, **more):
    feedback = feedback or QgsProcessingFeedback()
    found = shared_borders(geometries, crs, QgsCoordinateTransformContext(), feedback, **more)
    return dict(zip(zip(found.first.tolist(), found.second.tolist()), found.metres.tolist()))


def wkt(*texts):
    return [QgsGeometry.fromWkt(text) for text in texts]


def by_geos(geometries):
    """The same from GEOS: pairs that intersect, and the length that their outlines have in common."""
    index = QgsSpatialIndex()
    for row, geometry in enumerate(geometries):
        index.addFeature(row, geometry.boundingBox())
    found = {}
    for row, geometry in enumerate(geometries):
        engine = QgsGeometry.createGeometryEngine(geometry.constGet())
        engine.prepareGeometry()
        outline = QgsGeometry(geometry.constGet().boundary())
        for other in index.intersects(geometry.boundingBox()):
            if other > row and engine.intersects(geometries[other].constGet()):
                found[row, other] = outline.intersection(QgsGeometry(geometries[other].constGet().boundary())).length()
    return found


def layer_geometries(path):
    layer = QgsVectorLayer(str(path), "areas", "ogr")
    assert layer.isValid()
    return [feature.geometry() for feature in layer.getFeatures()], layer.crs()


def test_parts_holes_heights_and_curves():
    hole = "POLYGON((0 0,30 0,30 30,0 30,0 0),(10 10,20 10,20 20,10 20,10 10))"
    inside = "POLYGON((10 10,20 10,20 20,10 20,10 10))"
    parts = "MULTIPOLYGON(((30 0,40 0,40 5,30 5,30 0)),((0 30,10 30,10 40,0 40,0 30)))"
    with_heights = "POLYGON Z((40 0 5,50 0 5,50 5 9,40 5 9,40 0 5))"
    assert met(wkt(hole, inside, parts, with_heights)) == {(0, 1): 40, (0, 2): 15, (2, 3): 5}
    drum = "CURVEPOLYGON(COMPOUNDCURVE(CIRCULARSTRING(0 0,-15 15,0 30),(0 30,0 0)))"
    assert met(wkt(hole, drum))[0, 1] == pytest.approx(30)


def test_what_is_no_polygon_meets_nothing(make_layer):
    square = "POLYGON((0 0,10 0,10 10,0 10,0 0))"
    assert met([*wkt(square, "POINT(10 10)", "LINESTRING(10 0,10 10)", "POLYGON EMPTY"), QgsGeometry()]) == {}
    assert met([]) == {}
    layer = make_layer("", [(square,), (None,)])
    fids = [feature.id() for feature in layer.getFeatures()]
    source = QgsProcessingUtils.variantToSource(layer, QgsProcessingContext())
    found = geometries_of(source, "AREAS", fids[::-1], QgsProcessingFeedback())
    assert [shape.isNull() for shape in found] == [True, False]


def test_lengths_are_metres_on_the_ground_whatever_the_system():
    left, right = (
        "POLYGON((15 60,15.1 60,15.1 60.1,15 60.1,15 60))",
        "POLYGON((15.1 60,15.2 60,15.2 60.1,15.1 60.1,15.1 60))",
    )
    degrees = met(wkt(left, right), QgsCoordinateReferenceSystem("EPSG:4326"))
    assert degrees[0, 1] == pytest.approx(0.1 / 360 * 40_008_000, rel=5e-3)
    web = wkt("POLYGON((0 8399738,5000 8399738,5000 8404738,0 8404738,0 8399738))",
              "POLYGON((5000 8399738,9000 8399738,9000 8404738,5000 8404738,5000 8399738))")  # fmt: skip
    assert met(web, QgsCoordinateReferenceSystem("EPSG:3857"))[0, 1] == pytest.approx(2500, rel=0.01)
    xy = centres(
        [*wkt(left), QgsGeometry()], QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext()
    )
    assert xy[0] == pytest.approx((502_790, 6_657_000), abs=2000) and np.isnan(xy[1]).all()


def test_cancel():
    squares = wkt(*(f"POLYGON(({x} 0,{x + 1} 0,{x + 1} 1,{x} 1,{x} 0))" for x in range(20)))
    for asks in (0, 10, 21, 22):
        with pytest.raises(Cancelled):
            met(squares, feedback=CancelAfter(asks))


@pytest.mark.parametrize("gap", [0.0, 0.002])
def test_the_sample_county_has_the_borders_that_geos_finds(county, gap):
    """Also when every area has been moved a little by itself, which leaves GEOS without any border."""
    shapes, crs = layer_geometries(county.layer("areas"))
    expected = by_geos(shapes)
    rng = np.random.default_rng(2)
    for shape in shapes:
        shape.translate(*rng.uniform(-gap, gap, 2))
    found = met(shapes, crs)
    assert found.keys() == expected.keys() and len(found) > 400
    np.testing.assert_allclose([found[pair] for pair in expected], list(expected.values()), rtol=1e-9 + 10 * gap)


def test_deso_of_dalarna_have_the_borders_that_geos_finds():
    shapes, crs = layer_geometries(shared_file("data/scb_deso_dalarna/deso_2025_dalarna_raw.geojson"))
    expected, found = by_geos(shapes), met(shapes, crs)
    assert found.keys() == expected.keys()
    np.testing.assert_allclose([found[pair] for pair in expected], list(expected.values()), rtol=1e-9)
    assert sum(metres == 0 for metres in found.values()) == 26  # meet in a corner only


def test_municipalities_whose_corners_do_not_agree():
    """Håbo and Uppsala have different corners along seven kilometres: an intersection of their outlines has no length."""
    archive = shared_file("data/scb_boundaries_kommun_lan/Kommun_Sweref99TM.zip")
    shapes, crs = layer_geometries(f"/vsizip/{archive}")
    expected, found = by_geos(shapes), met(shapes, crs)
    assert found.keys() == expected.keys()
    differ = {pair for pair in found if found[pair] != pytest.approx(expected[pair], rel=1e-9)}
    assert {(expected[pair], round(found[pair])) for pair in differ} == {(0.0, 7133)}
