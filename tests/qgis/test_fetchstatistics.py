"""SCB's statistics through QGIS's network into a workspace: the county's own figures, or nothing at all."""

import functools
import shutil

import numpy as np
import pandas as pd
import pytest
from qgis import processing
from qgis.core import QgsProcessingContext, QgsProcessingException

from narvard_plugin.algorithms import fetching
from narvard_plugin.sources.client import Client
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.shared import shared_file
from tests.sources.servers import pxweb2
from tests.sources.servers.base import FAULTS

from .small_network import CancelAfter, Listening, refused, run

COUNTS = ["ADDED_COUNT", "CHANGED_COUNT", "REMOVED_COUNT", "UNCHANGED_COUNT"]
KEY = ["area_code", "vintage", "variable", "year"]
#: What the theme population gives per area and year.
KINDS = 7


@pytest.fixture(autouse=True)
def at_full_speed(monkeypatch):
    monkeypatch.setattr(fetching, "Client", functools.partial(Client, pause=0.01))


@pytest.fixture(scope="module")
def made(county):
    with pxweb2.for_county(county.folder) as running:
        yield running


@pytest.fixture
def server(made):
    tables = dict(made.tables)
    made.calls = 1000
    yield made
    made.tables, made.cells, made.counts = tables, 150_000, 1
    made.behave()
    made.asked.clear()


@pytest.fixture
def workspace(tmp_path):
    path = str(tmp_path / "arbetsyta.gpkg")
    create_workspace(path, "99").close()
    return path


def kept(workspace, table="statistics"):
    with open_workspace(workspace) as store:
        return store.read(table)


def fetch(workspace, server, **more):
    results = run("fetchstatistics", WORKSPACE=workspace, BASE_URL=server.base, **more)
    return [results[name] for name in COUNTS]


def told(workspace, server, **more):
    """What the tool warns of."""
    listening, context = Listening(), QgsProcessingContext()
    given = {"WORKSPACE": workspace, "BASE_URL": server.base, **more}
    processing.run("narvard:fetchstatistics", given, context=context, feedback=listening)
    return listening.said


def asked_for_data(server):
    return [one for one in server.asked if one.path.endswith("/data")]


def test_the_countys_own_figures_from_nothing_and_again(workspace, server, county):
    """Story 7: SCB's table has 0 outside each vintage's years; the register gets what the county knows."""
    fetch(workspace, server, VERSION="2018", YEARS="2015-2024")
    fetch(workspace, server, VERSION="2025", YEARS="2015-2024")
    found = kept(workspace).set_index(KEY)
    with open_workspace(county.workspace) as store:
        own = store.read("statistics")
    own = own[own["area_code"].str.startswith("99") & own["variable"].isin(["population", "under_5", "aged_65_plus"])]
    own = own.set_index(KEY)
    found = found.loc[own.index]
    published = own["status"] == "ok"
    assert published.sum() > 150 * 3 * 10 and (~published).any()
    assert found.loc[published, "value"].equals(own.loc[published, "value"])
    assert set(found.loc[published, "status"]) == {"ok"}
    assert found.loc[~published, "value"].isna().all() and set(found.loc[~published, "status"]) == {"missing"}
    rows = pd.read_csv(county.folder / "folkmangd_deso.csv", sep=";", encoding="utf-8-sig", dtype={"region": str})
    rows = rows[rows["region"].str.startswith("99")]
    suffixed = rows["region"].str.endswith("_DeSO2025")
    index = list(
        zip(
            rows["region"].str.split("_").str[0],
            np.where(suffixed, "2025", "2018"),
            ["population"] * len(rows),
            rows["tid"],
        )
    )
    values = found.loc[index, "value"].to_numpy()
    assert (rows["folkmangd"] == 0).sum() > 1000
    assert np.array_equal(np.nan_to_num(values), rows["folkmangd"].to_numpy(float)), "0 there is missing here"
    assert not (values == 0).any()


def test_a_second_fetch_asks_for_no_data_and_changes_nothing(workspace, server):
    assert fetch(workspace, server) == [153 * KINDS, 0, 0, 0]
    before = kept(workspace)
    assert set(before["year"]) == {2024} and set(before["vintage"]) == {"2025"}
    server.asked.clear()
    assert fetch(workspace, server) == [0, 0, 0, 153 * KINDS]
    assert not asked_for_data(server)
    assert "nothing was fetched" in told(workspace, server)
    assert kept(workspace).equals(before)
    last = kept(workspace, "sources").iloc[-1]
    assert last[["source_id", "licence", "data_date", "version", "region", "smallest_area", "row_count"]].tolist() == [
        "scb_statistics", "CC0", "2024-12-31", "2026-02-20T07:00:00Z", "99", "deso", 153 * KINDS,
    ]  # fmt: skip
    assert last["part"].startswith("TAB6574 population DeSO 2025; 99; Alder=totalt,-4")


def test_a_refresh_says_what_changed_in_this_part_only(workspace, server):
    fetch(workspace, server)
    fetch(workspace, server, TABLE="area_type")
    before = kept(workspace).set_index(KEY)
    table = server.tables["TAB6574"]

    def figure(area, age, sex, contents, year):
        own = table.figure(area, age, sex, contents, year)
        return own + 1 if area.startswith("9901A") and age == "totalt" else own

    server.tables["TAB6574"] = table._replace(figure=figure, updated="2026-09-01T07:00:00Z")
    touched = sum(key[0].startswith("9901A") for key in before.index if key[2] == "population")
    assert fetch(workspace, server) == [0, touched, 0, 153 * KINDS - touched]
    after = kept(workspace).set_index(KEY)
    others = before.index[before.index.get_level_values("variable") != "population"]
    pd.testing.assert_frame_equal(after.loc[others], before.loc[others])


def test_area_types_are_of_regso_and_say_so(workspace, server):
    said = told(workspace, server, TABLE="area_type")
    assert "exists for RegSO, and for no smaller areas" in said and "288 of" in said
    rows = kept(workspace)
    assert set(rows["area_code"].str[4]) == {"R"} and set(rows["vintage"]) == {"2025"}
    assert set(rows["variable"]) == {
        "area_type", "socioeconomic_index", "share_low_education", "share_low_economic_standard", "share_long_term_support",
    }  # fmt: skip
    assert rows.loc[rows["variable"] == "area_type", "value"].isin(range(1, 6)).all()
    assert kept(workspace, "sources")["smallest_area"].tolist() == ["regso"]
    refused("no figures for DeSO: the smallest areas that it exists for are RegSO", "fetchstatistics", WORKSPACE=workspace, BASE_URL=server.base, TABLE="area_type", LEVEL="deso")  # fmt: skip
    said = told(workspace, server, TABLE="area_type", YEARS="2020-2024")
    assert "figures are outside the years of RegSO 2025, of which 0 stand as 0" in said


def test_neighbours_municipalities_and_the_region(workspace, server):
    fetch(workspace, server, NEIGHBOURS=True)
    assert set(kept(workspace)["area_code"].str[:2]) == {"98", "99"}
    fetch(workspace, server, LEVEL="municipality")
    fetch(workspace, server, LEVEL="region")
    rows = kept(workspace).set_index(KEY)["value"]
    deso = sum(
        value for key, value in rows.items() if key[2] == "population" and len(key[0]) == 9 and key[0][:2] == "99"
    )
    municipalities = sum(value for key, value in rows.items() if key[2] == "population" and len(key[0]) == 4)
    assert deso == municipalities == rows["99", "2025", "population", 2024]
    assert rows["00", "2025", "population", 2024] > deso


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault != "slow"])
def test_a_fault_leaves_the_workspace_as_it_was(workspace, server, fault):
    fetch(workspace, server, YEARS="2024")
    before = [kept(workspace, table) for table in ("statistics", "sources")]
    server.cells = 200
    server.misbehave(fault, times=None, after=6)  # in the middle of a divided question
    with pytest.raises(QgsProcessingException, match="Nothing was stored; what you had is left as it was"):
        fetch(workspace, server, VERSION="2018", YEARS="2022-2023")
    assert len(asked_for_data(server)) > 2
    for table, frame in zip(("statistics", "sources"), before):
        assert kept(workspace, table).equals(frame)


def test_a_divided_question_gives_the_same(workspace, server):
    fetch(workspace, server, YEARS="2015-2024")
    whole = kept(workspace).set_index(KEY).drop(columns="fid", errors="ignore").sort_index()
    server.tables = {name: table._replace(updated="2026-10-01") for name, table in server.tables.items()}
    server.cells, server.too_many_status, server.counts = 3000, 403, 2
    server.asked.clear()
    assert fetch(workspace, server, YEARS="2015-2024") == [0, 0, 0, len(whole)]
    assert len(asked_for_data(server)) > 5
    server.too_many_status = 400


def test_estimates_of_the_other_vintage_stay(county, server, tmp_path):
    """The county's own workspace holds figures of 2015-2023 that were carried to the areas of 2025."""

    workspace = str(shutil.copy(county.workspace, tmp_path / "w.gpkg"))
    before = kept(workspace).set_index(KEY)
    said = told(workspace, server, YEARS="2022-2024")
    after = kept(workspace).set_index(KEY)
    assert f"{153 * 3 * 2} estimates that were carried over" in said
    pd.testing.assert_series_equal(after.loc[before.index, "value"], before["value"])
    pd.testing.assert_series_equal(after.loc[before.index, "status"], before["status"])


def test_cancel_while_the_service_is_silent(workspace, server):
    server.misbehave("slow", times=None)
    given = {"WORKSPACE": workspace, "BASE_URL": server.base}
    assert processing.run("narvard:fetchstatistics", given, feedback=CancelAfter(5)) == {}
    assert kept(workspace).empty and kept(workspace, "sources").empty


def test_choices_that_cannot_be_are_told(workspace, server, monkeypatch):
    def no(words, **more):
        refused(words, "fetchstatistics", WORKSPACE=workspace, BASE_URL=server.base, **more)

    no("Give TABLE_ID", TABLE="other")
    no("TABLE_ID is for TABLE = other", TABLE_ID="TAB1")
    no("There is no table TAB1", TABLE="other", TABLE_ID="TAB1")
    no("SCB finds 1 tables with these words: TAB6586", TABLE="other", TABLE_ID="områdestyp")
    no("no DeSO of county 20", REGION="20")
    no("Alder.*must be chosen in VALUES", TABLE="other", TABLE_ID="tab6574")
    no("no value 17", VALUES="Alder=17")
    no("says no years", YEARS="i fjol")
    monkeypatch.setenv("NARVARD_SOURCES_OFF", "scb_statistics")
    server.asked.clear()
    no("switched off")
    assert not server.asked and kept(workspace).empty


def test_dalarna_joins_to_its_real_areas(tmp_path):
    """286 546 people and 74 684 aged 65 and over in 175 DeSO, fetched and then joined by code and vintage."""
    workspace = str(tmp_path / "w.gpkg")
    create_workspace(workspace, "20").close()
    areas = str(shared_file("data/scb_deso_dalarna/deso_2025_dalarna_raw.geojson"))
    with pxweb2.dalarna(shared_file("data/scb_deso_dalarna/folkmangd_deso_2024_raw_TAB6574.csv")) as server:
        fetch(workspace, server, VALUES="Alder=totalt,65-69,70-74,75-79,80-")
        results = run(
            "joinstatistics", AREAS=areas, AREA_CODE="desokod", TABLE=f"{workspace}|layername=statistics",
            TABLE_CODE="area_code", TABLE_VINTAGE_FIELD="vintage", YEAR_FIELD="year", VARIABLE="variable",
            VALUE="value", STATUS_FIELD="status", OUTPUT="memory:",
        )  # fmt: skip
    assert (results["MATCHED_COUNT"], results["UNMATCHED_AREA_COUNT"]) == (175, 0)
    values = [(feature["population"], feature["aged_65_plus"]) for feature in results["OUTPUT"].getFeatures()]
    assert [sum(column) for column in zip(*values)] == [286546, 74684]
