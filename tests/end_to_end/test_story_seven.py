"""Story 7 of the sample county, data gone wrong: the sentences that a Swedish planner reads for each of the bad files."""

import json
from contextlib import contextmanager
from dataclasses import replace

import pytest

from tests.sources.servers import pxweb2


@pytest.fixture(scope="module")
def told(headless, county):
    """``told(tool, …)``: everything that the tool says in Swedish, or the sentence that it stops with."""
    swedish = replace(headless, environment={**headless.environment, "LC_ALL": "sv_SE.UTF-8"})
    common = {"WORKSPACE": county.folder / "arbetsyta.gpkg"}

    def tell(tool, **given):
        arguments = [f"{name}={value}" for name, value in {**common, **given}.items()]
        try:
            done = swedish("run", "--json", f"narvard:{tool}", "--", *arguments)
        except RuntimeError as stopped:
            return str(stopped)
        log = json.loads(done.stdout)["log"]
        return "\n".join([*log["info"], *log["warning"]])

    return tell


@pytest.fixture
def bad(county):
    return county.folder / "felaktiga_data"


def test_swapped_coordinates_are_put_right_and_told(told, bad, tmp_path):
    said = told("importfacilities", INPUT=bad / "hsa_omkastade_rt90.csv", PRESET="hsa", OUTPUT=tmp_path / "hsa.gpkg")
    assert "Koordinaterna lästes som RT 90 2,5 gon V (47)." in said
    assert "6 rader har nord och öst på varandras plats; de har rättats: rader 1, 2, 3, 4, 5, 6." in said
    assert "anger inte både huvudman och driftsform, och det som saknas gissas inte" in said
    assert "47 par av vårdenheter har samma namn och typ nära varandra; båda behålls" in said


def test_an_old_source_is_warned_of(told, bad, tmp_path):
    said = told("importfacilities", INPUT=bad / "apotek_gammal_kalla.csv", OUTPUT=tmp_path / "apotek.gpkg")
    assert "36 vårdenheter har en källa från 2009-03-01" in said
    assert "Be om en nyare fil innan ni planerar med den." in said


def test_hidden_cells_stay_hidden(told, bad, tmp_path):
    said = told("importlistings", INPUT=bad / "listade_dolda_celler.csv", OUTPUT=tmp_path / "listade.gpkg")
    assert "254 celler är dolda i tabellen: 204 skrivna ”<5”, 50 skrivna ”..”." in said
    assert "inte 0" in said


def test_a_neighbours_file_without_municipality_is_named(told, bad, tmp_path):
    said = told("importexchange", FILE=bad / "grannlan_utan_kommun.csv", REGION="98", OUTPUT=tmp_path / "granne.gpkg")
    assert "grannlan_utan_kommun.csv saknar kolumnen municipality i tabellen facilities. Inget lästes in" in said


def test_zeros_outside_a_vintages_years_are_missing(told, county):
    with _statistics(county) as url:
        said = told("fetchstatistics", BASE_URL=url, TABLE="population", VERSION="2018", YEARS="2024")
    assert "uppgifter ligger utanför åren för DeSO 2018" in said
    assert "De saknas, de är inte 0." in said


@contextmanager
def _statistics(county):
    with pxweb2.for_county(county.folder) as server:
        yield server.base
