"""From roads to access with capacity as ``qgis_process`` asks, on the sample county and on Porto Alegre."""

from functools import cache
from types import SimpleNamespace

import numpy as np
import pytest
from osgeo import gdal

from .test_real_data import porto_alegre, table

BREAKS, WEIGHTS = [10, 20, 30], [1, 0.68, 0.22]
CENTRES = """
    SELECT f.geom, f.facility_id AS id, f.region, sum(c.value * CASE c.kind WHEN 'heltid_specialist' THEN 1100 ELSE 550 END) AS supply
    FROM facilities f JOIN capacity c ON c.facility_id = f.facility_id AND c.kind IN ('heltid_specialist', 'heltid_st')
    WHERE f.type = 'vardcentral' AND f.closed IS NULL GROUP BY f.facility_id"""


def exempellan(folder, county):
    """Health centres with room for 1 100 people per specialist and 550 per doctor in training."""
    layers = county.folder / "exempellan.gpkg"
    options = gdal.VectorTranslateOptions(SQLStatement=CENTRES, SQLDialect="SQLITE", layerName="centres")
    assert gdal.VectorTranslate(str(folder / "centres.gpkg"), str(layers), options=options)
    roads = {"ROADS": f"{layers}|layername=roads", "PRESET": "nvdb"}
    people = {"ORIGINS": f"{layers}|layername=people_1km", "ORIGIN_ID": "origin_id", "DEMAND": "population"}
    return roads, people, {"FACILITIES": str(folder / "centres.gpkg"), "FACILITY_ID": "id", "SUPPLY": "supply"}


def poa(folder, county):
    """Hexagons with people, and those with health care."""
    roads, people, centres = porto_alegre(folder)
    people = {"ORIGINS": people, "ORIGIN_ID": "id", "DEMAND": "population"}
    return {"ROADS": roads}, people, {"FACILITIES": centres, "FACILITY_ID": "id", "SUPPLY": "healthcare"}


@pytest.fixture(scope="module", params=[exempellan, poa], ids=["county", "porto_alegre"])
def place(request, checkout, county, tmp_path_factory):
    folder = tmp_path_factory.mktemp("place")
    roads, people, centres = request.param(folder, county)
    network, matrix = str(folder / "net.npz"), str(folder / "matrix.gpkg")
    checkout.run("narvard:buildnetwork", {**roads, "NETWORK": network})
    places = {name: value for name, value in {**people, **centres}.items() if name not in ("DEMAND", "SUPPLY")}
    checkout.run("narvard:odmatrix", {**places, "NETWORK": network, "MAX_MINUTES": 30, "OUTPUT": matrix})

    @cache
    def run(method, **more):
        target = {"OUTPUT": str(folder / f"{method}.gpkg"), "FACILITY_OUTPUT": str(folder / f"{method} centres.gpkg")}
        given = {**people, **centres, "MATRIX": matrix, "METHOD": method, **more, **target}
        found = checkout.run("narvard:floatingcatchment", given)
        origins = table(target["OUTPUT"]).set_index(people["ORIGIN_ID"]).rename(columns={people["DEMAND"]: "people"})
        facilities = table(target["FACILITY_OUTPUT"]).set_index("id").rename(columns={centres["SUPPLY"]: "supply"})
        return origins, facilities, found["UNREACHABLE_COUNT"]

    return SimpleNamespace(run=run, matrix=table(matrix), given=table(people["ORIGINS"]))


def test_shared_supply_is_kept_in_the_written_file(place):
    origins, facilities, unreachable = place.run("e2sfca")
    assert len(origins) == len(place.given) and origins["access"].notna().all()
    in_reach = facilities["demand"] > 0
    assert in_reach.mean() > 0.9
    shared = (origins["people"] * origins["access"]).sum()
    assert shared == pytest.approx(facilities["supply"][in_reach].sum(), rel=1e-9)
    served = origins["status"] == "ok"
    assert (origins["access"][~served] == 0).all() and served.mean() > 0.8
    assert unreachable == origins["people"][origins["status"] == "no_facility_in_reach"].sum()


def test_it_is_what_the_matrix_gives_by_hand(place):
    origins, facilities, _ = place.run("e2sfca")
    pairs = place.matrix[place.matrix["minutes"] <= 30]
    weight = np.array(WEIGHTS)[np.searchsorted(BREAKS, pairs["minutes"])]
    people = origins["people"].reindex(pairs["origin_id"]).to_numpy(float)
    load = pairs.assign(put=weight * people).groupby("facility_id")["put"].sum()
    ratio = (facilities["supply"] / load).reindex(pairs["facility_id"]).fillna(0).to_numpy()
    access = (pairs.assign(got=weight * ratio).groupby("origin_id")["got"].sum()).reindex(origins.index, fill_value=0)
    np.testing.assert_allclose(facilities["demand"], load.reindex(facilities.index, fill_value=0), rtol=1e-9)
    np.testing.assert_allclose(origins["access"], access, rtol=1e-9)


def test_everybody_with_supply_in_reach_has_a_place_at_the_equilibrium(place):
    origins, facilities, _ = place.run("raam", TAU=60, THRESHOLD=30)
    served = origins["status"] == "ok"
    assert (origins["cost"].notna() == served).all() and (origins["cost"][served] > 0).all()
    assert facilities["demand"].sum() == pytest.approx(origins["people"][served].sum(), rel=1e-9)
    crowding = facilities["demand"] / facilities["supply"] * facilities["supply"].sum() / origins["people"].sum()
    pairs = place.matrix[place.matrix["facility_id"].isin(crowding.index[facilities["supply"] > 0])]
    cost = pairs["minutes"] / 60 + crowding.reindex(pairs["facility_id"]).to_numpy()
    np.testing.assert_allclose(
        origins["cost"][served], cost.groupby(pairs["origin_id"]).min()[origins.index[served]], rtol=1e-9
    )
