import gc
import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from qgis import processing
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsProcessingFeedback, QgsVectorLayer

from narvard_plugin.provider import add_provider
from tests.sample_county import copied_to

from .small_network import ROADS, run


@pytest.fixture(scope="session", autouse=True)
def provider(qgis_processing):
    """Other folders import this fixture, which makes it another one; the provider is registered once."""
    provider = QgsApplication.processingRegistry().providerById("narvard") or add_provider()
    assert provider
    yield provider
    gc.collect()  # a layer that lives on when QGIS ends takes the process with it
    QgsApplication.processingRegistry().removeProvider("narvard")


#: A file beside the county's own: the tool's results, and the per cent done each time it asked about cancelling.
HOW_IT_WAS_MADE, FOLDER = "how it was made.json", "{folder}"
NETWORK = "roads.npz"


class _Asked(QgsProcessingFeedback):
    """Remembers the per cent done each time it is asked whether the user has cancelled."""

    def __init__(self):
        super().__init__(False)
        self.at = []

    def isCanceled(self):
        self.at.append(self.progress())
        return super().isCanceled()


class County(NamedTuple):
    """The sample county on disk: its ``folder`` and the compiled ``network``."""

    folder: Path
    network: str

    def layer(self, name: str, where: str = "") -> str:
        """What Processing opens as the layer ``name``, filtered by ``where``."""
        source = f"{self.folder / 'exempellan.gpkg'}|layername={name}"
        return f"{source}|subset={where}" if where else source

    @property
    def gtfs(self) -> str:
        return str(self.folder / "gtfs.zip")

    @property
    def workspace(self) -> str:
        return str(self.folder / "arbetsyta.gpkg")


@pytest.fixture(scope="session")
def county(provider, tmp_path_factory):
    """One sample county for all tests; they read it and never write into it."""
    return _copied_in(tmp_path_factory.getbasetemp())


@cache
def _copied_in(base: Path) -> County:
    return _county_in(copied_to(base / "county", base, _make))


def _make(folder: Path) -> None:
    asked = _Asked()
    given = {"FOLDER": str(folder), "SCALE": 1, "SEED": 1}
    results = processing.run("narvard:samplecounty", given, feedback=asked)
    told = {name: str(value).replace(str(folder), FOLDER) for name, value in results.items()}
    (folder / HOW_IT_WAS_MADE).write_text(json.dumps({"results": told, "asked_at": asked.at}), "utf8")
    county = _county_in(folder)
    run("buildnetwork", ROADS=county.layer("roads"), PRESET="nvdb", NETWORK=county.network)


def _county_in(folder: Path) -> County:
    return County(folder, str(folder / NETWORK))


@pytest.fixture(autouse=True)
def drop_results():
    """Results, and layers that tracebacks of expected errors hold, end with their test; only what is young is looked through."""
    yield
    run.kept = None
    gc.collect(1)


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


@pytest.fixture
def network(make_layer, tmp_path):
    roads = make_layer("speed:double,way:string", ROADS)
    path = str(tmp_path / "small.npz")
    run(
        "buildnetwork",
        ROADS=roads,
        PRESET="fields",
        SPEED_FIELD="speed",
        ONEWAY_FIELD="way",
        FORWARD_VALUE="F",
        NETWORK=path,
    )
    return path


@pytest.fixture
def people(make_layer):
    return make_layer(
        "id:string,n:integer",
        [
            ("POINT(100 30)", "one", 10),
            ("POINT(1500 0)", "two", 20),
            ("POINT(9250 9000)", "island", 5),
            ("POINT(50000 50000)", "nowhere", 1),
            ("POINT(0 1000)", "north", 3),
        ],
    )


@pytest.fixture
def centres(make_layer):
    return make_layer("code:string", [("POINT(1000 0)", "B"), ("POINT(0 500)", "N")])
