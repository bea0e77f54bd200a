"""SCB's WFS from outside: whole layers in pages, in the right order of axes, and each of a service's oddities told apart."""

import json
import re

import numpy as np
import pandas as pd
import pytest
from osgeo import ogr

from narvard_plugin.sources import errors, wfs
from narvard_plugin.sources.http import Request
from narvard_plugin.sources.scb_areas import VERSIONS, ScbAreas
from narvard_plugin.sources.sentences import sentence
from narvard_plugin.sources.wfs_geometry import WrongGeometry, multipolygon
from tests.shared import shared_file
from tests.sources.impatient import impatient
from tests.sources.servers.base import FAULTS
from tests.sources.servers.scb_wfs import ScbWfs, _properties

NO_AREAS = pd.DataFrame(columns=["area_code", "vintage", "name", "municipality", "region", "population", "geom"])


def area(number, region="08"):
    """A square of one kilometre, number ``number`` in a row."""
    east, north = 500_000 + 1000 * number, 6_300_000
    ring = [[east, north], [east + 1000, north], [east + 1000, north + 1000], [east, north + 1000], [east, north]]
    code = f"{region}80A{number:03d}0"
    told = _properties(
        "deso",
        number,
        code,
        "2025_v2",
        desokod=code,
        regsokod=f"{region}80R001",
        lanskod=region,
        kommunkod=f"{region}80",
    )
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "id": f"DeSO_2025.{number}", "geometry": geometry, "properties": told}


@pytest.fixture
def server():
    areas = [area(number) for number in range(25, 0, -1)] + [area(number, "07") for number in range(30, 40)]
    with ScbWfs({"DeSO_2025": areas}) as running:
        yield running


@pytest.fixture
def client():
    return impatient()


def source(server, versions=("deso2025",), regions=("08",), stored=NO_AREAS, page=10):
    return ScbAreas(server.wfs, versions, regions, stored, page)


def test_pages_make_the_whole(server, client):
    fetched = source(server).fetch(client)
    (part,) = fetched.parts
    assert list(part.rows["area_code"]) == sorted(area(number)["properties"]["desokod"] for number in range(1, 26))
    assert [asked.query["startIndex"] for asked in server.asked] == ["0", "10", "20"]
    assert {asked.query["CQL_FILTER"] for asked in server.asked} == {"lanskod='08'"}
    assert (fetched.data_date, fetched.version, fetched.part) == ("2025-01-01", "2025_v2", "deso2025")
    assert any("reach into the sea" in note for note in fetched.notes), (
        "no area or density is computed from them unsaid (T24)"
    )
    assert set(part.rows["vintage"]) == {"2025"}
    assert "population" not in part.rows
    shape = ogr.CreateGeometryFromWkb(part.wkb[0])
    assert shape.GetGeometryName() == "MULTIPOLYGON"
    assert shape.GetEnvelope() == (501_000, 502_000, 6_300_000, 6_301_000)


@pytest.mark.parametrize("oddity", ["ignores_start_index", "ignores_max_features", "caps_pages"])
def test_a_service_that_pages_in_its_own_way_gives_the_whole_too(server, client, oddity):
    server.odd = {oddity}
    (part,) = source(server).fetch(client).parts
    assert part.rows["area_code"].nunique() == len(part.rows) == 25


@pytest.mark.parametrize(
    ("oddity", "error", "says"),
    [
        ("counts_too_many", errors.Incomplete, "25 .* 26"),
        ("counts_anew", errors.Incomplete, ""),
        ("repeats", errors.Incomplete, ""),
        ("no_count", errors.Unreadable, "how many objects"),
        ("swapped", errors.Unreadable, "north stands before east"),
        ("other_crs", errors.Unreadable, "EPSG::3021"),
        ("no_geometry", errors.Unreadable, "no geometry"),
        ("exception", errors.Rejected, "Java heap space"),
        ("exception_400", errors.Rejected, "Illegal property name"),
        ("json_exception", errors.Rejected, "Feature type unknown"),
        ("ignores_filter", errors.Unreadable, "0780A0300 is no DeSO 2025 of region 08"),
        ("lost_zeros", errors.Unreadable, "0880A0010"),
        ("other_version", errors.Unreadable, "is no DeSO 2025"),
    ],
)
def test_each_oddity_is_told_and_nothing_is_given(server, client, oddity, error, says):
    server.odd = {oddity}
    with pytest.raises(error) as raised:
        source(server).fetch(client)
    assert re.search(says, sentence(raised.value))


def test_a_layer_that_repeats_every_page_and_caps_it_is_incomplete(server, client):
    server.odd = {"ignores_start_index", "caps_pages"}
    with pytest.raises(errors.Incomplete):
        source(server).fetch(client)


def test_a_region_without_areas_is_no_answer(server, client):
    with pytest.raises(errors.Nothing) as raised:
        source(server, regions=("99",)).fetch(client)
    assert "no DeSO 2025 in region 99" in sentence(raised.value)


def test_a_layer_that_is_not_there_is_told_in_the_services_words(server, client):
    with pytest.raises(errors.Rejected) as raised:
        source(server, versions=("regso2020",)).fetch(client)
    assert "Feature type stat:RegSO_2020 unknown" in sentence(raised.value)


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in ("huge", "too_many")])
def test_a_fault_on_the_third_page_of_three_gives_nothing(server, client, fault):
    server.misbehave(fault, times=None, after=2)
    with pytest.raises(errors.SourceError) as raised:
        source(server).fetch(client)
    assert len(sentence(raised.value)) > 80


def test_a_busy_service_is_waited_for(server, client):
    server.misbehave("too_many", times=2, after=1)
    assert len(source(server).fetch(client).parts[0].rows) == 25


def test_only_stored_areas_of_the_same_level_vintage_and_region_are_replaced(server, client):
    stored = pd.DataFrame(
        [
            ("0880A0010", "2025", "08", 700), ("0880A9990", "2025", "08", 5), ("0880R001", "2025", "08", None),
            ("0880A0010", "2018", "08", 600), ("0780A0300", "2025", "07", 9), ("Söder", "2025", "08", 1),
        ],
        columns=["area_code", "vintage", "region", "population"],
    )  # fmt: skip
    fetched = source(server, stored=stored).fetch(client)
    (part,) = fetched.parts
    assert part.within["vintage"] == ["2025"]
    assert set(part.within["area_code"]) - set(part.rows["area_code"]) == {"0880A9990"}
    assert "1 keep what is stored, 24 have none yet" in fetched.notes[0]


def test_the_server_has_the_axis_orders_of_geoserver(server, client):
    """What section 4.3 of the sources tells, so that the other tests mean something."""

    def asked(**more):
        known = {"service": "WFS", "version": "1.1.0", "request": "GetFeature", "typeName": "stat:DeSO_2025",
                 "outputFormat": "application/json", **more}  # fmt: skip
        return client.exchange(Request(server.wfs, list(known.items())))

    def found(point):
        return json.loads(asked(CQL_FILTER=f"INTERSECTS(sp_geometry,POINT({point}))").body)["numberMatched"]

    assert (found("501500 6300500"), found("6300500 501500")) == (0, 1)
    assert "POLYGON ((6300000 5" in asked(outputFormat="csv", maxFeatures="1").body.decode()
    told = json.loads(asked(srsName="EPSG:4326", maxFeatures="1").body)
    assert told["features"][0]["geometry"]["coordinates"][0][0] == pytest.approx([15.41, 56.84], abs=0.01)
    told = json.loads(asked(propertyName="desokod").body)
    assert told["crs"] is None and {feature["geometry"] for feature in told["features"]} == {None}
    assert 'numberMatched="35"' in asked(resultType="hits").body.decode()
    both = asked(CQL_FILTER="lanskod='08'", bbox="1,2,3,4,EPSG:3006")
    assert both.status == 200 and b"mutually exclusive" in both.body


@pytest.mark.parametrize(
    "geometry",
    [
        None, {"type": "Point", "coordinates": [500_000, 6_300_000]}, {"type": "Polygon", "coordinates": []}, "POLYGON",
        {"type": "Polygon", "coordinates": [[[500_000, 6_300_000]]]}, {"type": "Polygon", "coordinates": [[[1, 2], [3]]]},
        {"type": "MultiPolygon", "coordinates": [[]]}, {"type": "Polygon", "coordinates": None},
        {"type": "Polygon", "coordinates": [[[15.4, 56.8], [15.5, 56.8], [15.5, 56.9], [15.4, 56.8]]]},
        {"type": "Polygon", "coordinates": [[["öst", "norr"]] * 4]},
        {"type": "Polygon", "coordinates": [[[float("nan"), 6_300_000]] * 4]},
        {"type": "Polygon", "coordinates": [[["600000", "6500000"], ["600100", "6500000"], ["600100", "6500100"], ["600000", "6500000"]]]},
        {"type": "Polygon", "coordinates": [[[600_000, 6_500_000]] * 4]}, {"type": "Polygon", "coordinates": [[[10**400, 1]] * 4]},
        {"type": "Polygon", "coordinates": [[[600_000, 6_500_000], [600_100, 6_500_100], [600_200, 6_500_200], [600_000, 6_500_000]]]},
    ],
)  # fmt: skip
def test_what_is_no_polygon_in_sweden_is_refused(geometry):
    with pytest.raises(WrongGeometry):
        multipolygon(geometry)


def test_holes_and_parts_stay():
    def ring(east, north, side):
        return [[east, north], [east + side, north], [east + side, north + side], [east, north + side], [east, north]]

    parts = [[ring(500_000, 6_300_000, 1000), ring(500_100, 6_300_100, 100)], [ring(600_000, 6_300_000, 10)]]
    shape = ogr.CreateGeometryFromWkb(multipolygon({"type": "MultiPolygon", "coordinates": parts}))
    assert shape.IsValid() and shape.GetArea() == 1e6 - 1e4 + 100


def test_scbs_own_answer_for_dalarna(client):
    told = json.loads(shared_file("data/scb_deso_dalarna/deso_2025_dalarna_raw.geojson").read_text("utf8"))
    with ScbWfs({"DeSO_2025": told["features"]}) as server:
        (part,) = source(server, regions=("20",), page=50).fetch(client).parts
        assert len(server.asked) == 4
    assert len(part.rows) == 175 and part.rows["municipality"].nunique() == 15
    shapes = [ogr.CreateGeometryFromWkb(wkb) for wkb in part.wkb]
    assert all(shape.IsValid() for shape in shapes)
    box = np.array([shape.GetEnvelope() for shape in shapes])
    assert (box[:, 0].min(), box[:, 2].min(), box[:, 1].max(), box[:, 3].max()) == pytest.approx(
        (348758.0388, 6635243.2554, 594521.7503, 6906905.0195), abs=1e-4
    )  # the box that SCB's squares of Dalarna were asked for with


def test_every_version_names_a_layer_of_scb():
    assert {version.layer for version in VERSIONS.values()} == {
        "stat:DeSO_2018", "stat:DeSO_2025", "stat:RegSO_2020", "stat:RegSO_2025",
    }  # fmt: skip


def test_a_layer_of_swedish_names_stays_whole(client):
    """wfs.features itself, on a layer that is not SCB's divisions."""
    feature = {**area(1), "properties": {"tatortskod": "0114T101", "tatort": "Åkersberga", "lan": "01"}}
    with ScbWfs({"Tatorter_2023": [feature]}) as server:
        found = wfs.features(client, server.wfs, wfs.Query("stat:Tatorter_2023", "tatortskod", cql="lan='01'"))
    assert found[0]["properties"]["tatort"] == "Åkersberga"
