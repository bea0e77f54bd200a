"""Porto, and Porto Alegre with its people and health care, as ``qgis_process`` asks: answers that must agree with each other."""

import json
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from osgeo import gdal, ogr, osr

from tests.shared import shared_file

BREAKS, CELL, OFFROAD = [2, 4, 8], 100, 500
VRT = """<OGRVRTDataSource>{layers}</OGRVRTDataSource>"""
VRT_LAYER = """
<OGRVRTLayer name="{name}">
  <SrcDataSource>{csv}</SrcDataSource>
  <SrcSQL>SELECT * FROM poa_hexgrid WHERE {where}</SrcSQL>
  <GeometryType>wkbPoint</GeometryType><LayerSRS>EPSG:4326</LayerSRS>
  <GeometryField encoding="PointFromColumns" x="lon" y="lat"/>
  <Field name="id" type="String"/>{fields}
</OGRVRTLayer>"""


def porto(folder):
    """Random places as centres and people, some of them in the river and beyond the roads."""
    rng = np.random.default_rng(2026)
    low, high = np.array([-8.69, 41.13]), np.array([-8.55, 41.19])
    for name, count in (("centres", 15), ("people", 2000)):
        places = rng.uniform(low, high, (count, 2))
        write_points(folder / f"{name}.gpkg", name, places, rng.integers(0, 90, count) if name == "people" else None)
    roads = shared_file("data/osm_networks/porto.osm.pbf")
    return f"{roads}|layername=lines", str(folder / "people.gpkg"), str(folder / "centres.gpkg")


def porto_alegre(folder):
    """Hexagons with people, and those with health care, straight from the comma-separated file."""
    roads = shared_file("data/porto_alegre_r5r/poa.osm.pbf")
    csv = shared_file("data/porto_alegre_r5r/poa_hexgrid.csv")
    number = '<Field name="{}" type="Integer"/>'
    chosen = {
        "people": ("population &lt;&gt; ''", number.format("population") + number.format("jobs")),
        "centres": ("CAST(healthcare AS integer) &gt; 0", number.format("healthcare")),
    }
    layers = [VRT_LAYER.format(name=name, csv=csv, where=where, fields=has) for name, (where, has) in chosen.items()]
    (folder / "poa.vrt").write_text(VRT.format(layers="".join(layers)), encoding="utf8")
    return (
        f"{roads}|layername=lines",
        f"{folder / 'poa.vrt'}|layername=people",
        f"{folder / 'poa.vrt'}|layername=centres",
    )


def write_points(path, name, places, population):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer(name, reference, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("id", ogr.OFTString))
    if population is not None:
        layer.CreateField(ogr.FieldDefn("population", ogr.OFTInteger))
    layer.StartTransaction()
    for number, (x, y) in enumerate(places.tolist()):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["id"] = f"{name}{number:04d}"
        if population is not None:
            feature["population"] = int(population[number])
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT({x} {y})"))
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def table(path):
    """The rows of a layer, its points in ``x`` and ``y``."""
    name, _, layer = str(path).partition("|layername=")
    source = ogr.Open(name)
    rows = []
    for feature in source.GetLayerByName(layer) if layer else source.GetLayer(0):
        shape = feature.GetGeometryRef()
        point = {"x": shape.GetX(), "y": shape.GetY()} if shape is not None and shape.GetPointCount() else {}
        rows.append({**feature.items(), **point})
    return pd.DataFrame(rows)


@pytest.fixture(scope="module", params=[porto, porto_alegre], ids=lambda city: city.__name__)
def city(request, checkout, tmp_path_factory):
    """Every tool's answer for one city."""
    folder = tmp_path_factory.mktemp(request.param.__name__)
    roads, people, centres = request.param(folder)
    network = str(folder / "net.npz")
    built = checkout.run("narvard:buildnetwork", {"ROADS": roads, "NETWORK": network})
    centres_of = {"NETWORK": network, "FACILITIES": centres, "FACILITY_ID": "id", "MAX_OFFROAD": OFFROAD}
    places = {**centres_of, "ORIGINS": people, "ORIGIN_ID": "id", "POPULATION": "population"}

    def run(tool, name, given, **parameters):
        target = str(folder / name)
        return checkout.run(f"narvard:{tool}", {**given, **parameters, "OUTPUT": target}), target

    summary = str(folder / "summary.gpkg")
    found, nearest = run("nearestfacility", "nearest.gpkg", places, FACILITY_SUMMARY=summary)
    _, matrix = run("odmatrix", "matrix.gpkg", places, MAX_MINUTES=12)
    _, exposed = run("vulnerability", "vulnerability.gpkg", places, MAX_MINUTES=12)
    areas = {}
    for overlap in ("separate", "nearest"):
        breaks = ",".join(map(str, BREAKS))
        _, target = run("catchments", f"areas {overlap}.gpkg", places, OVERLAP=overlap, BREAKS=breaks, CELL_SIZE=CELL)
        areas[overlap] = table(target)
    _, raster = run("traveltimeraster", "minutes.tif", centres_of, CELL_SIZE=CELL)
    return SimpleNamespace(
        roads=roads, people=table(people), centres=table(centres), built=built, unreachable=found["UNREACHABLE_COUNT"],
        nearest=table(nearest).set_index("id"), summary=table(summary).set_index("id"), matrix=table(matrix), areas=areas,
        exposed=table(exposed), raster=raster, network=network, places=places,
    )  # fmt: skip


def test_the_network_hangs_together_and_is_in_metres(city):
    with np.load(city.network) as file:
        label = json.loads(bytes(file["label"]).decode())
        metres, xy = file["metres"], file["xy"]
        step = np.hypot(*np.diff(xy, axis=0).T)
    inside = metres[1:] > 0
    assert np.abs(np.diff(metres)[inside] - step[inside]).max() < 0.05
    assert label["crs"] in {"EPSG:32629", "EPSG:32722"}
    assert city.built["LARGEST_COMPONENT_SHARE"] > 0.95
    assert city.built["SKIPPED_COUNT"] < 200
    assert city.built["NODE_COUNT"] > 5000


def test_nobody_is_lost_and_nobody_counted_twice(city):
    everyone = city.people["population"].sum()
    served = city.nearest["facility_1"].notna()
    assert len(city.nearest) == len(city.people) and city.nearest["population"].sum() == everyone
    assert city.unreachable == city.nearest["population"][~served].sum()
    assert city.nearest["population"][served].sum() + city.unreachable == everyone
    assert (city.nearest["status"].eq("ok") == served).all()
    assert served.mean() > 0.7 and city.nearest["offroad_m"][served].max() <= OFFROAD
    assert set(city.nearest["facility_1"].dropna()) <= set(city.centres["id"])


def test_the_summary_adds_up_to_the_origins(city):
    served = city.nearest.dropna(subset=["facility_1"])
    groups = served.groupby("facility_1")
    people = groups["population"].sum().reindex(city.summary.index, fill_value=0)
    assert np.array_equal(people, city.summary["population"])
    weighted = (served["population"] * served["minutes_1"]).groupby(served["facility_1"]).sum() / groups[
        "population"
    ].sum()
    mean = city.summary["mean_minutes"]
    np.testing.assert_allclose(mean[mean.notna()], weighted.reindex(mean.index)[mean.notna()], rtol=1e-9)
    assert (city.summary["median_minutes"].dropna() <= city.summary["p90_minutes"].dropna()).all()


def test_the_least_of_each_matrix_row_is_the_nearest(city):
    least = city.matrix.sort_values(["minutes", "facility_id"]).drop_duplicates("origin_id").set_index("origin_id")
    within = city.nearest[city.nearest["minutes_1"] <= 12]
    assert set(least.index) == set(within.index)
    least = least.reindex(within.index)
    np.testing.assert_allclose(least["minutes"], within["minutes_1"], rtol=1e-9, atol=1e-9)
    assert (least["facility_id"] == within["facility_1"]).mean() > 0.999  # a tie may differ in its last bit
    assert not city.matrix.duplicated(["origin_id", "facility_id"]).any()


def test_what_is_lost_without_a_facility_follows_from_the_matrix(city):
    ranked = city.matrix.sort_values(["origin_id", "minutes", "facility_id"])
    people = city.people.set_index("id")["population"]
    first = ranked.groupby("origin_id").nth(0).reset_index().set_index("origin_id")
    second = ranked.groupby("origin_id").nth(1).reset_index().set_index("origin_id").reindex(first.index)
    count = people.reindex(first.index)
    stranded = count[second["facility_id"].isna()].groupby(first["facility_id"]).sum()
    extra = (count * (second["minutes"] - first["minutes"])).groupby(first["facility_id"]).sum()
    exposed = city.exposed.set_index("id")
    assert list(exposed["rank"].dropna()) == list(range(1, exposed["rank"].notna().sum() + 1))
    assert (exposed["population_stranded"].dropna().diff().dropna() <= 0).all()
    for expected, column in ((stranded, "population_stranded"), (extra, "extra_person_minutes")):
        np.testing.assert_allclose(exposed[column].reindex(expected.index), expected, rtol=1e-9, atol=1e-6)


@pytest.mark.parametrize("overlap", ["separate", "nearest"])
def test_catchments_count_the_people_whose_own_time_lies_within(city, overlap):
    people = city.people.set_index("id")["population"]
    if overlap == "separate":
        pairs = city.matrix.rename(columns={"facility_id": "facility", "minutes": "time"})
        pairs = pairs.assign(population=people.reindex(pairs["origin_id"]).to_numpy())
    else:
        pairs = city.nearest.rename(columns={"facility_1": "facility", "minutes_1": "time"})
    areas = city.areas[overlap]
    assert len(areas) > len(BREAKS)
    for upper in BREAKS:
        expected = pairs[pairs["time"] <= upper].groupby("facility")["population"].sum()
        drawn = areas[areas["to_minutes"] <= upper].groupby("facility_id")["population"].sum()
        np.testing.assert_allclose(drawn.reindex(expected.index, fill_value=0), expected)
        assert drawn.sum() == expected.sum() > 0
    last = areas.sort_values("to_minutes").drop_duplicates("facility_id", keep="last").set_index("facility_id")
    np.testing.assert_allclose(
        last["population_within"], areas.groupby("facility_id")["population"].sum().reindex(last.index)
    )


def test_the_raster_at_peoples_places_is_their_own_time(city):
    """A cell's time holds at its centre: at most half a diagonal from the person, who may walk it, and from road places at
    most half a cell apart, so it is at most 1.5 minutes more than the person's own; it may be less, since a person takes
    the nearest road and the cell the best one within 500 m."""
    raster = gdal.Open(city.raster)
    left, size, _, top, _, _ = raster.GetGeoTransform()
    assert (left % CELL, top % CELL, size) == (0, 0, CELL)
    reference = osr.SpatialReference(raster.GetProjection())
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    for system in (reference, degrees):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    to_metres = osr.CoordinateTransformation(degrees, reference)
    near = city.nearest[(city.nearest["status"] == "ok") & (city.nearest["offroad_m"] <= OFFROAD - CELL)]
    xy = np.array(to_metres.TransformPoints(near[["x", "y"]].to_numpy()))[:, :2]
    column, row = ((xy[:, 0] - left) // size).astype(int), ((top - xy[:, 1]) // size).astype(int)
    cell = raster.ReadAsArray()[row, column]
    assert (cell != raster.GetRasterBand(1).GetNoDataValue()).all()
    longer = cell - near["minutes_1"].to_numpy()
    assert len(longer) > 1000 and longer.max() < 1.5
    assert np.median(np.abs(longer)) < 0.5


@pytest.mark.parametrize("city", [porto_alegre], indirect=True)
def test_health_care_stands_where_the_file_says(city):
    assert (city.centres["healthcare"] > 0).all()
    at_care = city.nearest.loc[[code for code in city.centres["id"] if code in city.nearest.index]]
    # who lives where the care stands walks to the road and back
    same = np.isclose(at_care["minutes_1"], 2 * at_care["offroad_m"] * 0.06 / 5, rtol=1e-9)
    assert len(at_care) == 117 and same.mean() > 0.9
