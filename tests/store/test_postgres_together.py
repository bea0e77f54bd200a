"""PostgreSQL when several work at once, and when the server or the network fails in the middle."""

import contextlib
import threading

import pandas as pd
import psycopg2
import pytest

from narvard_plugin.store import errors
from narvard_plugin.store.register import MIGRATIONS
from narvard_plugin.store.schema import AddColumn, Column, Migration
from narvard_plugin.store.sentences import sentence
from narvard_plugin.store.workspace import create_workspace, open_workspace

from .conftest import Schemas, quoted


@pytest.fixture
def store(postgres_connection, postgres):
    return Schemas(postgres, postgres_connection, "region")


@pytest.fixture
def workspace(store):
    with create_workspace(store.text, "99", who="Åsa") as made:
        yield made


# --- several at once --------------------------------------------------------------------------------------------


def test_an_edit_between_reading_and_writing_is_not_written_over(workspace, store, facilities):
    workspace.write("facilities", facilities("a", "b"))

    def rename_after_reading():
        with workspace.transaction():
            rows = workspace.read("facilities")[["facility_id", "name", "type"]]
            store.execute("UPDATE facilities SET name = 'Ekhamn' WHERE facility_id = 'a'")  # saved in QGIS meanwhile
            workspace.refresh("facilities", rows.assign(name="Omdöpt"))

    with pytest.raises(errors.ChangedMeanwhile) as told:
        rename_after_reading()
    assert "at the same time" in sentence(told.value)
    assert sorted(workspace.read("facilities")["name"]) == ["Ekhamn", "Enhet b"]
    workspace.refresh("facilities", facilities("a", "b").assign(name="Omdöpt"))
    assert workspace.read("facilities")["name"].tolist() == ["Omdöpt"] * 2


def test_a_row_that_someone_is_editing_is_waited_for_and_then_told(workspace, store, postgres, facilities):
    workspace.write("facilities", facilities("a"))
    with contextlib.closing(psycopg2.connect(postgres.libpq("region"))) as editing:
        with editing.cursor() as cursor:
            cursor.execute(f"UPDATE {quoted(store.schema)}.facilities SET name = 'x'")
            with store.open(busy_seconds=0.1) as second, pytest.raises(errors.Busy):
                second.refresh("facilities", facilities("a").assign(name="y"))
        editing.rollback()
    assert workspace.read("facilities")["name"].tolist() == ["Enhet a"]


def test_ten_writers_at_once_lose_nothing(workspace, store, facilities):
    def add(number):
        with store.open(busy_seconds=60) as mine:
            for turn in range(5):
                with mine.transaction():
                    rows = mine.read("facilities")[["facility_id", "name", "type"]]
                    mine.write("facilities", pd.concat([rows, facilities(f"{number}-{turn}")]), mode="replace")

    writers = [threading.Thread(target=add, args=(number,)) for number in range(10)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(workspace.read("facilities")) == 50


def test_two_who_bring_it_up_to_date_at_once_do_it_once(workspace, store):
    workspace.close()
    later = (*MIGRATIONS, Migration(len(MIGRATIONS) + 1, "x", (AddColumn("areas", Column("x", "TEXT", "X", "X")),)))
    found, start = [], threading.Barrier(4)

    def open_it():
        start.wait()
        with store.open(migrations=later) as mine:
            found.append("x" in mine.read("areas"))

    openers = [threading.Thread(target=open_it) for _ in range(4)]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join()
    assert found == [True] * 4


# --- what a server does -----------------------------------------------------------------------------------------


def end_sessions_of_others(store, how):
    return store.execute(
        f"SELECT {how}(pid) FROM pg_stat_activity WHERE application_name = 'Narvard' AND pid <> pg_backend_pid()"
    )


def test_a_lost_connection_leaves_the_earlier_state_and_a_sentence(workspace, store, facilities):
    workspace.write("facilities", facilities("a"))

    def cut_off_half_way():
        with workspace.transaction():
            workspace.write("facilities", facilities("b"))
            assert end_sessions_of_others(store, "pg_terminate_backend")
            workspace.write("facilities", facilities("c"))

    with pytest.raises(errors.ConnectionLost) as lost:
        cut_off_half_way()
    assert not lost.value.perhaps_written
    assert "Nothing of what was being written" in sentence(lost.value)
    with pytest.raises(errors.ConnectionLost):
        workspace.read("facilities")
    with open_workspace(store.text) as again:
        assert again.read("facilities")["facility_id"].tolist() == ["a"]


def test_a_connection_lost_at_the_very_end_says_that_it_is_not_known(workspace, store, facilities):
    def cut_off_at_the_end():
        with workspace.transaction():
            workspace.write("facilities", facilities("b"))
            workspace._check_references = lambda cursor: end_sessions_of_others(store, "pg_terminate_backend")

    with pytest.raises(errors.ConnectionLost) as lost:
        cut_off_at_the_end()
    assert lost.value.perhaps_written
    assert "Either all of it is stored or nothing" in sentence(lost.value)


def test_work_that_the_server_stops_leaves_nothing(workspace, store, facilities):
    store.execute(
        "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(60); RETURN NEW; END'"
    )
    store.execute("CREATE TRIGGER slow BEFORE INSERT ON facilities FOR EACH ROW EXECUTE FUNCTION slow()")
    with workspace._connection.cursor() as cursor:
        cursor.execute("SET statement_timeout TO 100")
    with pytest.raises(errors.Interrupted) as stopped:
        workspace.write("facilities", facilities("a"))
    assert "nothing was written" in sentence(stopped.value)
    assert workspace.read("facilities").empty


def test_text_that_copy_could_trip_over_comes_back_as_it_was(workspace, facilities):
    names = ["\\N", "a\tb", "rad\r\nrad", "\\", "\\.", "åäö €", "'; DROP TABLE facilities; --", "{0} %s %(x)s"]
    workspace.write("facilities", facilities(*"abcdefgh").assign(name=names))
    assert workspace.read("facilities")["name"].tolist() == names


@pytest.mark.parametrize("name", ["a\x00b", "\ud800"])
def test_text_that_the_server_can_not_hold_is_told(workspace, facilities, name):
    with pytest.raises(errors.RowRefused) as refused:
        workspace.write("facilities", facilities("a", "b").assign(name=["x", name]))
    assert (refused.value.row, refused.value.problem) == (1, "unstorable")
