"""What the plan register holds that no table held before: files, geometry of any kind, parts of tables."""

import hashlib
import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import ogr
from qgis.core import QgsVectorLayer

from narvard_plugin.store import errors
from narvard_plugin.store.audit import PLANS_KEPT_BY_HAND
from narvard_plugin.store.geopackage import GeoPackageWorkspace
from narvard_plugin.store.register import MIGRATIONS
from narvard_plugin.store.schema import (
    AREAS,
    BLOB,
    LINES,
    POINTS,
    TEXT,
    AddTable,
    Audited,
    Column,
    Migration,
    Table,
    latest_version,
)
from narvard_plugin.store.sentences import sentence

from .plan_rows import ONE_ROW, PARENTS, add


def wkb(text):
    return bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb(ogr.wkbNDR))


SHAPES = [
    wkb(text)
    for text in (
        "POINT(500000 6400000)",
        "LINESTRING(500000 6400000,500100 6400000)",
        "POLYGON((500000 6400000,500900 6400000,500900 6400900,500000 6400000),"
        "(500500 6400100,500600 6400100,500600 6400200,500500 6400100))",
        "MULTIPOINT(500000 6400000,500001 6400001)",
        "MULTILINESTRING((500000 6400000,500100 6400000),(1 1,2 2))",
        "MULTIPOLYGON(((500000 6400000,500900 6400000,500900 6400900,500000 6400000)))",
    )
]


def files(*contents):
    return pd.DataFrame(
        {
            "sha256": [hashlib.sha256(content).hexdigest() for content in contents],
            "media_type": "application/pdf",
            "size": [len(content) for content in contents],
            "content": list(contents),
        }
    )


def evidence(count):
    return pd.DataFrame({"evidence_id": [str(i) for i in range(count)], "check_id": "c", "kind": "karta"})


# --- files ----------------------------------------------------------------------------------------------------------


def test_files_come_back_byte_for_byte(workspace):
    long = np.random.default_rng(1).integers(0, 256, 5 << 20, dtype=np.uint8).tobytes()
    contents = [b"", b"\x00", b"\\N\t\n\r\\x41\x00\xff", bytes(range(256)), b"%PDF-1.7\n" + long]
    workspace.write("plan_files", files(*contents))
    kept = workspace.read("plan_files")
    assert kept["content"].tolist() == contents
    assert [type(content) for content in kept["content"]] == [bytes] * len(contents)
    assert [hashlib.sha256(content).hexdigest() for content in kept["content"]] == kept["sha256"].tolist()
    wanted = kept["sha256"][3]
    assert workspace.read("plan_files", within={"sha256": [wanted, "0" * 64]})["content"].tolist() == [contents[3]]
    told = workspace.read("audit")
    assert told[["table_name", "action", "added"]].values.tolist() == [["plan_files", "write", len(contents)]]


@settings(max_examples=20, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(contents=st.lists(st.binary(max_size=40), min_size=1, max_size=6, unique=True))
def test_any_bytes_come_back(workspace, contents):
    known = set(workspace.read("plan_files")["content"])
    new = [content for content in contents if content not in known]
    workspace.write("plan_files", files(*new))
    assert workspace.read("plan_files")["content"].tolist()[len(known) :] == new


@pytest.mark.parametrize("kind", [bytearray, memoryview, np.bytes_])
def test_bytes_in_another_coat_are_bytes(workspace, kind):
    rows = files(b"a\x01b")
    rows["content"] = pd.Series([kind(b"a\x01b")], dtype=object)
    workspace.write("plan_files", rows)
    assert workspace.read("plan_files")["content"].tolist() == [b"a\x01b"]


@pytest.mark.parametrize(("content", "problem"), [("text", "bytes"), (7, "bytes"), (None, "blank")])
def test_what_is_no_file_is_refused(workspace, content, problem):
    rows = files(b"a", b"b")
    rows["content"] = pd.Series([b"a", content], dtype=object)
    with pytest.raises(errors.RowRefused) as refused:
        workspace.write("plan_files", rows)
    assert (refused.value.row, refused.value.column, refused.value.problem) == (1, "content", problem)
    assert '"content" must h' in sentence(refused.value)
    assert workspace.read("plan_files").empty


def test_a_file_never_changes(workspace, store):
    workspace.write("plan_files", files(b"a"))
    with pytest.raises(errors.RowRefused) as refused:
        workspace.write("plan_files", files(b"a"))
    assert refused.value.problem == "duplicate"
    workspace.close()
    for change in ("UPDATE plan_files SET media_type = 'x'", "DELETE FROM plan_files"):
        with pytest.raises(store.refused, match="append-only"):
            store.execute(change)


def test_a_hand_kept_table_with_bytes_is_told_by_their_size(store):
    table = Table(
        "pictures", "Bilder", "Pictures", (Column("name", TEXT, "Namn", "Name"), Column("content", BLOB, "B", "B")), key=("name",)
    )  # fmt: skip
    later = Migration(latest_version(MIGRATIONS) + 1, "pictures", (AddTable(table), Audited(table)))
    store.create((*MIGRATIONS, later))
    with store.open(migrations=(*MIGRATIONS, later)) as workspace:
        for content in (b"abc\xff", b"abd\xff", None):
            workspace.refresh("pictures", pd.DataFrame({"name": ["p"], "content": [content]}, dtype=object))
        rows = workspace.read("audit", within={"action": ["insert", "update"]})
        told = [json.loads(text)["content"] for text in rows["after"]]
    assert told[0].startswith("4 bytes") and told[1].startswith("4 bytes") and told[2] is None
    assert told[0] != told[1]


# --- geometry of any kind -------------------------------------------------------------------------------------------


@pytest.fixture
def judged(workspace):
    add(workspace, *PARENTS["checks"], "checks")
    return workspace


def test_points_lines_and_areas_stand_in_one_column(judged):
    rows = evidence(len(SHAPES) + 1)
    judged.write("evidence", rows, wkb=[*SHAPES, None])
    assert judged.read("evidence")["geom"].tolist() == [*SHAPES, None]
    assert judged.refresh("evidence", rows, wkb=[*SHAPES, None])[:4] == (0, 0, 0, len(rows))
    assert judged.refresh("evidence", rows, wkb=[None, *SHAPES])[:4] == (0, len(rows), 0, 0)
    assert judged.read("evidence")["geom"].tolist() == [None, *SHAPES]


def test_qgis_shows_each_kind_as_a_layer_also_of_an_empty_table(judged):
    for table in ("evidence", "provisions"):
        assert QgsVectorLayer(judged.layer_source(table), table, judged.provider).isValid()
    judged.write("evidence", evidence(len(SHAPES)), wkb=SHAPES)
    for shape, wanted in ((POINTS, {"0", "3"}), (LINES, {"1", "4"}), (AREAS, {"2", "5"})):
        layer = QgsVectorLayer(judged.layer_source("evidence", shape), shape, judged.provider)
        assert layer.isValid()
        assert {feature["evidence_id"] for feature in layer.getFeatures()} == wanted
        assert layer.crs().authid() == "EPSG:3006"


@pytest.mark.parametrize("text", ["GEOMETRYCOLLECTION(POINT(1 2))", "POINT Z(1 2 3)", "CIRCULARSTRING(0 0,1 1,2 0)"])
def test_other_kinds_are_refused(judged, text):
    with pytest.raises(errors.GeometryRefused) as refused:
        judged.write("evidence", evidence(2), wkb=[SHAPES[0], wkb(text)])
    assert refused.value.row == 1
    assert judged.read("evidence").empty


def test_one_row_s_place_is_moved_emptied_or_left(workspace):
    add(workspace, "local_needs")
    key = {"need_id": "b"}
    workspace.change("local_needs", key, {}, row_version=1, wkb=SHAPES[0])
    workspace.change("local_needs", key, {"basis": "planneed"}, row_version=2)
    assert workspace.read("local_needs")["geom"].tolist() == [SHAPES[0]]
    workspace.change("local_needs", key, {}, row_version=3, wkb=None)
    with pytest.raises(errors.GeometryRefused):
        workspace.change("local_needs", key, {}, row_version=4, wkb=SHAPES[1])
    row = workspace.read("local_needs").iloc[0]
    assert (row["geom"], row["basis"], row["row_version"]) == (None, "planneed", 4)


# --- a part of a table ----------------------------------------------------------------------------------------------

PEOPLE = pd.DataFrame(
    {"origin_id": ["1", "02", "3 '%s", "4"], "population": [0, 5, 7, 7], "region": ["99", None, "08", None]}
)


@pytest.mark.parametrize(
    ("within", "wanted"),
    [
        ({}, ["1", "02", "3 '%s", "4"]),
        ({"origin_id": ["02", "3 '%s", "x"]}, ["02", "3 '%s"]),
        ({"origin_id": ["2"]}, []),
        ({"region": []}, []),
        ({"region": [None]}, ["02", "4"]),
        ({"region": ["99", None]}, ["1", "02", "4"]),
        ({"region": [None], "population": [7, 8]}, ["4"]),
        ({"population": [7.0, np.int64(0)]}, ["1", "3 '%s", "4"]),
        ({"origin_id": [str(i) for i in range(70_000)]}, ["1", "4"]),
    ],
)
def test_only_the_rows_within_are_read(workspace, within, wanted):
    workspace.write("people", PEOPLE)
    assert workspace.read("people", within=within)["origin_id"].tolist() == wanted


def test_days_times_and_amounts_can_be_asked_for(workspace):
    add(workspace, "plan_cases", "plan_versions", deadlines={}, local_needs={"plot_m2": 2000.1})
    for day in ("2026-03-01", pd.Timestamp("2026-03-01")):
        assert len(workspace.read("deadlines", within={"date": [day, None]})) == 1
    assert len(workspace.read("plan_versions", within={"stored": ["2026-01-07T08:00:00.000Z"]})) == 1
    assert len(workspace.read("local_needs", within={"plot_m2": [2000.1]})) == 1
    with pytest.raises(errors.UnknownColumns):
        workspace.read("deadlines", within={"datum": ["x"]})
    with pytest.raises(errors.UnknownColumns):
        workspace.read("plan_files", within={"content": [b"x"]})


# --- the tables together --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", PLANS_KEPT_BY_HAND)
def test_every_change_of_a_hand_kept_row_is_told(workspace, table):
    add(workspace, *PARENTS.get(table, ()), table)
    target = workspace.tables[table]
    values = {"level": "utskott"} if table == "board_meetings" else {}
    if not values:
        free = next(
            c for c in target.columns if c.type == TEXT and not (c.required or c.choices or c.references or c.digits)
        )
        values = {free.name: 'Ö"'}
    key = {name: ONE_ROW[table][name] for name in target.key}
    workspace.change(table, key, values, row_version=1 if "row_version" in target.column_names else None)
    told = workspace.read("audit", within={"table_name": [table]})
    assert told["action"].tolist() == ["insert", "update"]
    before, after = json.loads(told["before"][1]), json.loads(told["after"][1])
    wanted = {*target.column_names, *(["geom"] if target.geometry else [])}
    assert set(before) == set(after) == wanted
    changed = {name for name in wanted if before[name] != after[name]}
    assert changed == {*values, *({"row_version"} & wanted)}


def test_the_second_key_holds_and_says_which(workspace):
    add(workspace, *PARENTS["partial_answers"], "partial_answers")
    with pytest.raises(errors.RowRefused) as refused:
        add(workspace, partial_answers={"answer_id": "another"})
    assert (refused.value.problem, refused.value.column) == ("duplicate", "referral_id")


def test_a_verdict_other_than_the_program_s_needs_a_reason(workspace):
    add(workspace, *PARENTS["checks"])
    for reason in (None, " "):
        with pytest.raises(errors.RowRefused) as refused:
            add(workspace, checks={"verdict": "ok", "reason": reason})
        assert "needs a reason" in sentence(refused.value)
    add(workspace, checks={"verdict": "ok", "reason": "Uppmätt på plats"})


def test_evidence_of_no_check_and_a_remark_of_no_remark_are_refused(workspace):
    add(workspace, *PARENTS["remarks"])
    with pytest.raises(errors.ReferenceMissing) as refused:
        workspace.write("evidence", evidence(1))
    assert (refused.value.column, refused.value.parent) == ("check_id", "checks")
    with pytest.raises(errors.ReferenceMissing) as refused:
        add(workspace, remarks={"previous": "borta"})
    assert (refused.value.table, refused.value.column) == ("remarks", "previous")
    add(workspace, remarks={"previous": "s"})


def test_a_copy_on_disk_holds_the_whole_register(workspace, tmp_path):
    """What freezing a basis does of a workspace, whichever kind it is."""
    from narvard_plugin.store.frozen_basis import copy_workspace

    with workspace.transaction():
        add(workspace, *ONE_ROW)
        workspace.write("plan_files", files(b"a\x00b"))
        workspace.write("evidence", evidence(len(SHAPES)), wkb=SHAPES)
    workspace.change("referrals", {"referral_id": "r"}, {"status": "fordelad"}, row_version=1)
    copy_workspace(workspace, tmp_path / "kopia.gpkg", lambda: None)
    with GeoPackageWorkspace(tmp_path / "kopia.gpkg", writable=False) as copy:
        for name in workspace.tables:
            pd.testing.assert_frame_equal(copy.read(name), workspace.read(name), obj=name)


def test_a_workspace_of_version_5_gets_the_plan_register_with_its_rules(store):
    store.create(MIGRATIONS[:5])
    with store.open() as newest:
        assert newest.migrated_from == 5
        add(newest, *ONE_ROW)
        newest.write("evidence", evidence(len(SHAPES)), wkb=SHAPES)
        with pytest.raises(errors.IllegalStep):
            newest.change("referrals", {"referral_id": "r"}, {"status": "skickad"}, row_version=1)
        assert set(PLANS_KEPT_BY_HAND) | {"evidence"} == set(newest.read("audit")["table_name"])
