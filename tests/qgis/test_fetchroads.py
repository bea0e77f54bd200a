"""Roads from Lastkajen, or from a file that is here, through to a compiled network."""

import pytest
from qgis import processing

from tests.sources.impatient import files_in
from tests.sources.servers.base import FAULTS
from tests.sources.servers.lastkajen import PASSWORD, TOLD_DAY, USER, for_county

from .fetching_steps import NOTHING, CancelWhen, heard, hurry, left_alone, new_workspace, rows_of, sentence_of, stored
from .small_network import run

FILE = "Exempellän_homogeniserat.gpkg"


@pytest.fixture(scope="module")
def made(county):
    with for_county(county.folder) as running:
        yield running


@pytest.fixture
def server(made):
    yield made
    made.behave()
    made.asked.clear()


@pytest.fixture
def given(server, tmp_path, monkeypatch):
    hurry(monkeypatch, tmp_path / "cache")
    workspace = new_workspace(tmp_path)
    account = stored("Basic", username=USER, password=PASSWORD)
    return {"WORKSPACE": workspace, "BASE_URL": server.base, "AUTH": account, "FOLDER": str(tmp_path / "vägar")}


def test_from_lastkajen_to_the_same_network(given, county, tmp_path):
    results, said = heard("fetchroads", **given)
    assert results["OUTPUT"] == f"{tmp_path / 'vägar' / FILE}|layername=NVDB_homogeniserat"
    assert (results["DATA_DATE"], results["FOLDER"]) == (TOLD_DAY, given["FOLDER"])
    assert "The delivery says that it holds 51804 objects." in said and "NVDB_DKHastighetsgrans" in said
    assert PASSWORD not in said
    found = run("buildnetwork", ROADS=results["OUTPUT"], PRESET="nvdb", NETWORK=str(tmp_path / "f.npz"))
    own = run("buildnetwork", ROADS=county.layer("roads"), PRESET="nvdb", NETWORK=str(tmp_path / "o.npz"))
    same = ("NODE_COUNT", "ARC_COUNT", "SKIPPED_COUNT", "LARGEST_COMPONENT_SHARE")
    assert [found[name] for name in same] == [own[name] for name in same]
    row = rows_of(given["WORKSPACE"], "sources")["sources"].iloc[0]
    assert row[["source_id", "part", "region", "data_date"]].tolist() == [
        "lastkajen", "Exempellän_GeoPackage.zip", "99", TOLD_DAY,
    ]  # fmt: skip
    assert row["fed"] is None
    assert "Nothing was downloaded" in heard("fetchroads", **given)[1]


def test_a_file_that_is_here_needs_neither_account_nor_network(given, server, tmp_path):
    mine = tmp_path / "leverans.zip"
    mine.write_bytes(server.counties["Exempellän"]["Exempellän_GeoPackage.zip"])
    results = run("fetchroads", **{**given, "AUTH": None}, FILE=str(mine))
    assert results["DATA_DATE"] == TOLD_DAY and server.asked == []
    assert files_in(tmp_path / "vägar") == [FILE]
    assert "does not exist" in sentence_of("fetchroads", **given, FILE=str(tmp_path / "borta.zip"))
    mine.write_bytes(b"inte en zip")
    with left_alone(given["WORKSPACE"]):
        assert "leverans.zip is not safe to open" in sentence_of("fetchroads", **given, FILE=str(mine))
    assert files_in(tmp_path / "vägar") == [FILE]


@pytest.mark.parametrize("after", [0, 4])
@pytest.mark.parametrize("fault", [f for f in FAULTS if f not in ("slow", "too_many", "wrong_encoding", "huge")])
def test_a_fault_leaves_everything_as_it_was(given, server, tmp_path, fault, after):
    server.misbehave(fault, times=None, after=after)
    with left_alone(given["WORKSPACE"]):
        assert NOTHING in sentence_of("fetchroads", **given)
    assert files_in(tmp_path / "cache") == [] and not (tmp_path / "vägar").exists()


def test_wrong_password_no_county_and_no_account(given, server):
    wrong = stored("Basic", username=USER, password="oriktigt-ord")
    words = sentence_of("fetchroads", **{**given, "AUTH": wrong})
    assert "Felaktigt användarnamn eller lösenord." in words and "oriktigt-ord" not in words
    assert '"Kalmar län" fits 0' in sentence_of("fetchroads", **given, REGION="08")
    assert "needs a key or an account" in sentence_of("fetchroads", **{**given, "AUTH": None})
    assert "Exempellän_FileGeodatabase.zip" in sentence_of("fetchroads", **given, FILE_NAME="fel.zip")


@pytest.mark.parametrize("moment", ["vägar/.narvard-*", f"vägar/{FILE}"])
def test_cancel_leaves_no_file(given, tmp_path, moment):
    """While unpacking, and when the file is in place but not yet noted."""
    feedback = CancelWhen(lambda: list(tmp_path.glob(moment)))
    with left_alone(given["WORKSPACE"]):
        assert processing.run("narvard:fetchroads", given, feedback=feedback) == {}
    assert feedback.came and not (tmp_path / "vägar").exists()


def test_cancel_while_downloading(given, server, tmp_path):
    server.misbehave("slow", times=None, after=4)
    feedback = CancelWhen(lambda: server.asked[-1:] and server.asked[-1].path.endswith("GetDataPackageFile"))
    assert processing.run("narvard:fetchroads", given, feedback=feedback) == {}
    assert feedback.came and files_in(tmp_path / "cache") == [] and not (tmp_path / "vägar").exists()
