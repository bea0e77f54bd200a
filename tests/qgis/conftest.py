import pytest
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsVectorLayer

from narvard_plugin.provider import NarvardProvider


@pytest.fixture(scope="session", autouse=True)
def provider(qgis_processing):
    registry, provider = QgsApplication.processingRegistry(), NarvardProvider()
    assert registry.addProvider(provider)
    yield provider
    registry.removeProvider("narvard")


@pytest.fixture
def make_layer():
    """A memory layer from ``(wkt, *attributes)`` rows: ``make_layer("listed:integer", [("POINT(0 0)", 5)])``.

    A row's WKT may be None: a feature without geometry.
    """

    def make(fields, rows, crs="EPSG:3006", kind=None):
        kind = kind or next((wkt.split("(")[0].strip() for wkt, *_ in rows if wkt), "Point")
        uri = "&".join([f"{kind}?crs={crs}", *(f"field={field}" for field in fields.split(",") if field)])
        layer = QgsVectorLayer(uri, "input", "memory")
        assert layer.isValid()
        for wkt, *attributes in rows:
            feature = QgsFeature(layer.fields())
            if wkt:
                feature.setGeometry(QgsGeometry.fromWkt(wkt))
            feature.setAttributes(attributes)
            assert layer.dataProvider().addFeature(feature)
        return layer

    return make
