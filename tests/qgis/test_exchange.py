"""A register handed over to a neighbour and taken in: the whole way, what is protected, refused and told."""

import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from qgis import processing
from qgis.core import QgsProcessingContext

from narvard_plugin.algorithms.data import source_row
from narvard_plugin.core.exchange import AGES
from narvard_plugin.sources.exchange_file import read_exchange
from narvard_plugin.store.schema import GEOMETRY
from narvard_plugin.store.workspace import create_workspace, open_workspace

from .small_network import CancelAfter, Listening, refused, rows, run

TOLD = {"LICENCE": "CC0", "CONTACT": "planering@region.se"}
COUNTS = ("ADDED_COUNT", "CHANGED_COUNT", "REMOVED_COUNT", "UNCHANGED_COUNT")
TABLES = ("facilities", "services", "capacity", "people", "sources")


def tool(name, **parameters):
    feedback, context = Listening(), QgsProcessingContext()
    run.kept = context
    results = processing.run(f"narvard:{name}", parameters, context=context, feedback=feedback)
    return results, feedback.said


def content(workspace):
    with open_workspace(str(workspace)) as store:
        return {name: store.read(name) for name in TABLES}


def same(one, other, names=TABLES):
    for name in names:
        pd.testing.assert_frame_equal(one[name], other[name])


def counts(results):
    return [results[name] for name in COUNTS]


@pytest.fixture(scope="session")
def neighbour(county, tmp_path_factory):
    """The workspace of the sample county's neighbour, 98, with what the county's own workspace knows of it."""
    path = tmp_path_factory.mktemp("neighbour") / "grannlän.gpkg"
    with open_workspace(county.workspace) as store, create_workspace(str(path), "98") as made:
        facilities = store.read("facilities")
        own = facilities[facilities["region"] == "98"]
        made.write("facilities", own.drop(columns=GEOMETRY), wkb=own[GEOMETRY].tolist())
        for name in ("services", "capacity"):
            table = store.read(name)
            made.write(name, table[table["facility_id"].isin(own["facility_id"])])
        for name in ("areas", "people"):
            table = store.read(name)
            table = table[table["region"] == "98"] if name == "people" else table
            made.write(name, table.drop(columns=GEOMETRY), wkb=table[GEOMETRY].tolist())
    return str(path)


@pytest.fixture
def workspace(county, tmp_path):
    return str(shutil.copy(county.workspace, tmp_path / "arbetsyta.gpkg"))


@pytest.fixture
def file(neighbour, tmp_path):
    path = str(tmp_path / "utbyte.gpkg")
    run("exportexchange", WORKSPACE=neighbour, FILE=path, DATE="2024-12-31", **TOLD)
    return path


def test_the_whole_way_and_back(neighbour, workspace, tmp_path):
    path = str(tmp_path / "utbyte.gpkg")
    results, _ = tool("exportexchange", WORKSPACE=neighbour, FILE=path, WITH="people", DISTANCE=5000, **TOLD)
    assert results["FACILITY_COUNT"] == 83
    header, tables = read_exchange(Path(path))
    assert (header.region, header.licence, header.minimum) == ("98", "CC0", 5)
    before = content(workspace)
    # Emptied of the neighbour, the county's workspace gets back what the file holds.
    empty = str(tmp_path / "tom.gpkg")
    create_workspace(empty, "99").close()
    taken, _ = tool("importexchange", WORKSPACE=empty, FILE=path, REGION="98", OUTPUT="memory:")
    assert taken["ADDED_COUNT"] == sum(len(table) for table in tables.values())
    assert len(rows(taken["OUTPUT"])) == taken["ADDED_COUNT"]
    after = content(empty)
    own = before["facilities"]
    own = own[own["region"] == "98"].reset_index(drop=True)
    pd.testing.assert_frame_equal(after["facilities"].drop(columns=GEOMETRY), own.drop(columns=GEOMETRY))
    assert set(after["sources"]["fed"]) == {"facilities", "services", "capacity", "people"}
    assert set(after["sources"]["licence"]) == {"CC0"}


def test_people_near_the_border_are_protected(neighbour, tmp_path):
    near, far = (str(tmp_path / f"{metres}.gpkg") for metres in (2000, 20000))
    few = [
        tool("exportexchange", WORKSPACE=neighbour, FILE=path, WITH="people", DISTANCE=metres, **TOLD)[0]
        for path, metres in ((near, 2000), (far, 20000))
    ]
    assert 0 < few[0]["PEOPLE_COUNT"] < few[1]["PEOPLE_COUNT"]
    assert few[1]["HIDDEN_COUNT"] > 0
    people = read_exchange(Path(far))[1]["people"]
    ages = people[list(AGES)].to_numpy(float)
    assert people["population"].min() >= 5
    assert not ((ages > 0) & (ages < 5)).any()
    known = content(neighbour)["people"].set_index("origin_id").loc[people["origin_id"]]
    np.testing.assert_array_equal(people["population"].astype(int), known["population"])
    true = known[list(AGES)].to_numpy(float)
    assert ((ages == true) | np.isnan(ages)).all()
    rest = people["population"].to_numpy(float) - np.nansum(ages, axis=1)
    hidden = np.isnan(ages).sum(axis=1)
    assert ((hidden == 0) | ((hidden > 1) & (rest >= 5))).all()


def test_twice_changes_nothing_and_a_changed_file_says_what(file, workspace, neighbour, tmp_path):
    tool("importexchange", WORKSPACE=workspace, FILE=file, OUTPUT="memory:")
    before = content(workspace)
    results, _ = tool("importexchange", WORKSPACE=workspace, FILE=file, OUTPUT="memory:")
    assert counts(results)[:3] == [0, 0, 0]
    assert rows(results["OUTPUT"]) == []
    same(content(workspace), before)
    changed = shutil.copy(neighbour, tmp_path / "ändrad.gpkg")
    with open_workspace(str(changed)) as store:
        facilities = store.read("facilities")
        gone, renamed = facilities["facility_id"].iloc[[3, 5]]
        lost = {name: (store.read(name)["facility_id"] == gone).sum() for name in ("services", "capacity")}
        for name in lost:
            table = store.read(name)
            store.write(name, table[table["facility_id"] != gone], mode="replace")
        kept = facilities[facilities["facility_id"] != gone].copy()
        kept.loc[kept["facility_id"] == renamed, ["name", "closed"]] = ["Nytt namn", 2026]
        with store.transaction():
            tables = {name: store.read(name) for name in lost}
            for name in lost:
                store.write(name, tables[name][:0], mode="replace")
            store.write("facilities", kept.drop(columns=GEOMETRY), wkb=kept[GEOMETRY].tolist(), mode="replace")
            for name in lost:
                store.write(name, tables[name])
    newer = str(tmp_path / "nyare.gpkg")
    run("exportexchange", WORKSPACE=str(changed), FILE=newer, DATE="2026-06-30", **TOLD)
    results, said = tool("importexchange", WORKSPACE=workspace, FILE=newer, OUTPUT="memory:")
    assert counts(results)[:3] == [0, 1, 1 + sum(lost.values())]
    told = {
        (row["table"], row["what"], row["column"] if row["what"] == "changed" else None): row
        for row in rows(results["OUTPUT"])
    }
    assert told[("facilities", "changed", "name")]["after"] == "Nytt namn"
    assert told[("facilities", "changed", "closed")]["key"] == renamed
    assert told[("facilities", "removed", None)]["key"] == gone
    assert f"{1 + sum(lost.values())} removed" in said
    after = content(workspace)
    for name, key in (("facilities", "region"), ("people", "region")):  # the own region's rows are as they were
        own = [table[name][table[name][key] == "99"].reset_index(drop=True) for table in (before, after)]
        pd.testing.assert_frame_equal(*own)
    assert len(after["people"]) == len(before["people"])  # a file without people leaves them


def test_a_clock_that_stands_still_for_a_moment_stops_nothing(file, tmp_path, monkeypatch):
    """Windows' clock goes on every 15 milliseconds; four tables are noted faster."""

    class Standing(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2026, 1, 2, 3, 4, 5, tzinfo=tz)

    monkeypatch.setattr(source_row, "datetime", Standing)
    path = str(tmp_path / "tom.gpkg")
    create_workspace(path, "99").close()
    tool("importexchange", WORKSPACE=path, FILE=file, OUTPUT="memory:")
    assert content(path)["sources"]["fed"].tolist() == ["facilities", "services", "capacity"]


def test_a_workspace_in_postgresql_takes_and_gives_the_same(file, postgres_connection, workspace, tmp_path):
    server = f"{postgres_connection}/utbyte"
    create_workspace(server, "99").close()
    results, _ = tool("importexchange", WORKSPACE=server, FILE=file, OUTPUT="memory:")
    assert counts(results)[0] == sum(len(table) for table in read_exchange(Path(file))[1].values())
    again, _ = tool("importexchange", WORKSPACE=server, FILE=file, OUTPUT="memory:")
    assert counts(again)[:3] == [0, 0, 0]
    shipped = {name: content(server)[name] for name in ("facilities", "services", "capacity")}
    files = {name: content_of_region(workspace, name) for name in shipped}
    for name, rows_of in shipped.items():
        key = ["facility_id"] if name == "facilities" else list(rows_of.columns)
        one, other = (table.sort_values(key, ignore_index=True) for table in (rows_of, files[name]))
        pd.testing.assert_frame_equal(
            one.drop(columns=GEOMETRY, errors="ignore"), other.drop(columns=GEOMETRY, errors="ignore")
        )


def content_of_region(workspace, name, region="98"):
    """What a workspace knows of a region that is not its own."""
    tables = content(workspace)
    own = tables["facilities"].loc[tables["facilities"]["region"] == region, "facility_id"]
    return tables[name][tables[name]["facility_id"].isin(own)].reset_index(drop=True)


def test_story_7_the_neighbours_file_without_municipality(county, workspace):
    bad = str(county.folder / "felaktiga_data" / "grannlan_utan_kommun.csv")
    before = content(workspace)
    refused(
        "lacks the column municipality in the table facilities",
        "importexchange",
        WORKSPACE=workspace,
        FILE=bad,
        REGION="98",
        OUTPUT="memory:",
    )
    same(content(workspace), before)


def test_a_csv_with_the_column_is_taken_and_told(county, workspace, tmp_path):
    text = (county.folder / "felaktiga_data" / "grannlan_utan_kommun.csv").read_text("utf-8-sig").splitlines()
    mended = tmp_path / "med kommun.csv"
    lines = [line.replace(";98;", ";98;9803;", 1) for line in text[1:]]
    mended.write_text("\n".join([text[0].replace(";region;", ";region;municipality;"), *lines]), encoding="utf8")
    refused(
        "Write the neighbour's county code", "importexchange", WORKSPACE=workspace, FILE=str(mended), OUTPUT="memory:"
    )
    results, said = tool("importexchange", WORKSPACE=workspace, FILE=str(mended), REGION="98", OUTPUT="memory:")
    assert "A CSV file has no date" in said
    assert counts(results)[0] == counts(results)[2] == 0
    facilities = content(workspace)["facilities"]
    assert (facilities.loc[facilities["region"] == "98", "municipality"] == "9803").all()


def test_an_edited_or_wrong_file_is_refused_whole(file, workspace, county, tmp_path):
    before = content(workspace)
    given = {"WORKSPACE": workspace, "OUTPUT": "memory:"}
    refused("REGION says 97", "importexchange", FILE=file, REGION="97", **given)
    refused("is not an exchange file", "importexchange", FILE=county.workspace, **given)
    own = str(tmp_path / "eget.gpkg")
    run("exportexchange", WORKSPACE=workspace, FILE=own, **TOLD)
    refused("which is the workspace's own", "importexchange", FILE=own, **given)
    edited = shutil.copy(file, tmp_path / "ändrad.gpkg")
    with sqlite3.connect(edited) as opened:
        opened.execute("UPDATE capacity SET value = value * 2 WHERE fid = 1")
    refused("checksum of capacity is not right", "importexchange", FILE=str(edited), **given)
    same(content(workspace), before)


def test_an_id_of_the_own_region_is_never_overwritten(file, workspace):
    with open_workspace(workspace) as store:
        facilities = store.read("facilities")
        facilities.loc[facilities["region"] == "98", "region"] = "99"
        children = {name: store.read(name) for name in ("services", "capacity")}
        with store.transaction():
            for name in children:
                store.write(name, children[name][:0], mode="replace")
            store.write(
                "facilities", facilities.drop(columns=GEOMETRY), wkb=facilities[GEOMETRY].tolist(), mode="replace"
            )
            for name in children:
                store.write(name, children[name])
    before = content(workspace)
    refused("83 facilities of the file have an id", "importexchange", WORKSPACE=workspace, FILE=file, OUTPUT="memory:")
    same(content(workspace), before)


def test_what_is_not_handed_over(neighbour, workspace, tmp_path):
    path = str(tmp_path / "utbyte.gpkg")
    refused("only its rows can be handed over", "exportexchange", WORKSPACE=workspace, REGION="98", FILE=path, **TOLD)
    refused("LICENCE must be filled in", "exportexchange", WORKSPACE=neighbour, FILE=path, LICENCE=" ", CONTACT="a")
    other = Path(shutil.copy(workspace, tmp_path / "annat.gpkg"))
    refused("was not overwritten", "exportexchange", WORKSPACE=neighbour, FILE=str(other), **TOLD)
    assert other.read_bytes() == Path(workspace).read_bytes()


def test_cancel_leaves_everything_as_it_was(file, workspace, neighbour, tmp_path):
    before, earlier = content(workspace), Path(file).read_bytes()
    for asks in (1, 3):
        context = run.kept = QgsProcessingContext()  # it remembers the feedback that it was used with
        with open_workspace(workspace) as store:
            facilities = store.read("facilities")
        assert len(facilities) == len(before["facilities"])
        given = {"WORKSPACE": neighbour, "FILE": file, **TOLD}
        assert processing.run("narvard:exportexchange", given, context=context, feedback=CancelAfter(asks)) == {}
        assert Path(file).read_bytes() == earlier
    context = run.kept = QgsProcessingContext()
    given = {"WORKSPACE": workspace, "FILE": file, "OUTPUT": "memory:"}
    assert processing.run("narvard:importexchange", given, context=context, feedback=CancelAfter(0)) == {}
    same(content(workspace), before)
