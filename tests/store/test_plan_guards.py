"""What the database refuses of the plan register: steps out of order, another's change overwritten, frozen words."""

import itertools
import subprocess
import sys
import threading
from pathlib import Path

import pandas as pd
import psycopg2
import pytest
from qgis.core import QgsVectorLayer

from narvard_plugin.core.plans import codes
from narvard_plugin.store import errors
from narvard_plugin.store.register import MIGRATIONS
from narvard_plugin.store.schema import AllowedSteps, Guarded, Migration, latest_version
from narvard_plugin.store.sentences import sentence
from narvard_plugin.store.workspace import open_workspace

from .conftest import Files, Schemas
from .plan_rows import ONE_ROW, PARENTS, add

ROOT = Path(__file__).resolve().parents[2]
KEYS = {"referrals": "referral_id", "partial_answers": "answer_id", "statements": "statement_id"}
STEPS = {
    "referrals": (codes.REFERRAL_STATUSES, codes.REFERRAL_STEPS),
    "partial_answers": (codes.PARTIAL_STATUSES, codes.PARTIAL_STEPS),
    "statements": (codes.STATEMENT_STATUSES, codes.STATEMENT_STEPS),
}


def rows(workspace, table):
    return workspace.read(table).set_index(KEYS[table])


@pytest.fixture
def answered(workspace):
    """A planremiss with one delsvar, one check, one remark and one statement."""
    add(workspace, *PARENTS["statements"], "partial_answers", "checks", "remarks", "statements")
    return workspace


# --- steps --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", STEPS)
def test_only_the_allowed_steps_pass(workspace, table):
    statuses, allowed = STEPS[table]
    assert len(allowed) == {"referrals": 14, "partial_answers": 9, "statements": 4}[table]
    pairs = list(itertools.permutations(statuses, 2))
    stored = pd.DataFrame([{**ONE_ROW[table], "status": before} for before, _ in pairs])
    stored[KEYS[table]] = [f"{before}>{after}" for before, after in pairs]
    if table == "partial_answers":
        stored["department"] = stored[KEYS[table]]
    if table == "statements":
        stored["version"] = range(1, len(pairs) + 1)
    with workspace.transaction():
        add(workspace, *PARENTS[table])
        workspace.write(table, stored)
    passed, refused = set(), {}
    with workspace.transaction():
        for before, after in pairs:
            try:
                workspace.change(table, {KEYS[table]: f"{before}>{after}"}, {"status": after}, row_version=1)
                passed.add((before, after))
            except errors.IllegalStep as error:
                refused[before, after] = (error.table, error.column, error.before, error.after)
    assert passed == set(allowed)
    assert refused == {pair: (table, "status", *pair) for pair in pairs if pair not in allowed}
    found = rows(workspace, table)
    for before, after in pairs:
        row = found.loc[f"{before}>{after}"]
        assert (row["status"], row["row_version"]) == ((after, 2) if (before, after) in allowed else (before, 1))


def test_a_step_out_of_order_is_told_with_both_states(answered):
    with pytest.raises(errors.IllegalStep) as refused:
        answered.change("referrals", {"referral_id": "r"}, {"status": "skickad"}, row_version=1)
    assert '"inkommen" to "skickad"' in sentence(refused.value)
    with pytest.raises(errors.IllegalStep):
        answered.refresh("referrals", pd.DataFrame([{**ONE_ROW["referrals"], "status": "skickad"}]))
    assert answered.read("referrals")["status"].tolist() == ["inkommen"]


# --- versions of rows -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("plan_cases", {"handler": "Åsa"}),
        ("dialogues", {"notes": "n"}),
        ("promises", {"due": "2026-05-01"}),
        ("local_needs", {"plot_m2": 2000.5}),
        ("referrals", {"handler": "Åsa"}),
        ("partial_answers", {"summary": "n"}),
        ("checks", {"verdict": "ok", "reason": "Uppmätt på plats"}),
        ("remarks", {"text": "n"}),
        ("statements", {"summary": "n"}),
    ],
)
def test_a_second_writer_is_refused(workspace, store, table, values):
    add(workspace, *PARENTS.get(table, ()), table)
    name = workspace.tables[table].key[0]
    key = {name: ONE_ROW[table][name]}
    with open_workspace(store.text) as other:
        seen = int(other.read(table, within={name: [key[name]]})["row_version"].iloc[0])
        workspace.change(table, key, values, row_version=1)
        with pytest.raises(errors.RowChanged) as refused:
            other.change(table, key, values, row_version=seen)
        other.change(table, key, values, row_version=2)
    assert "read it again" in sentence(refused.value) and refused.value.key == key
    row = workspace.read(table).iloc[0]
    assert row["row_version"] == 3
    assert row[list(values)].to_dict() == values


def test_a_row_that_is_gone_is_told(answered):
    with pytest.raises(errors.RowMissing) as refused:
        answered.change("referrals", {"referral_id": "borta"}, {"handler": "Åsa"}, row_version=1)
    assert "borta" in sentence(refused.value)


def test_a_change_by_another_key_with_no_version_or_of_a_log_is_refused(answered):
    answered.change("partial_answers", {"department": "hsf", "referral_id": "r"}, {"handler": "Bo"}, row_version=1)
    assert answered.read("partial_answers")["handler"].tolist() == ["Bo"]
    add(answered, "deadlines")
    answered.change("deadlines", {"deadline_id": "f"}, {"done": pd.Timestamp("2026-02-28")})
    assert answered.read("deadlines")["done"].tolist() == ["2026-02-28"]
    for table, key, values, version in (
        ("partial_answers", {"department": "hsf"}, {"handler": "Bo"}, 2),
        ("partial_answers", {"answer_id": "a"}, {"handler": "Bo"}, None),
        ("partial_answers", {"answer_id": "a"}, {"row_version": 7}, 2),
        ("deadlines", {"deadline_id": "f"}, {"done": None}, 1),
    ):
        with pytest.raises(ValueError, match=table):
            answered.change(table, key, values, row_version=version)
    with pytest.raises(errors.UnknownColumns):
        answered.change("partial_answers", {"answer_id": "a"}, {"status_text": "x"}, row_version=2)
    with pytest.raises(errors.AppendOnly):
        answered.change("checklists", {"sha256": "x"}, {"name": "x"})


def test_a_refresh_raises_the_version_of_what_it_changes(workspace):
    cases = pd.DataFrame([ONE_ROW["plan_cases"] | {"plan_id": plan} for plan in "abc"])
    assert workspace.refresh("plan_cases", cases)[:3] == (3, 0, 0)
    assert workspace.refresh("plan_cases", cases.assign(row_version=9))[:4] == (0, 0, 0, 3)
    changes = workspace.refresh("plan_cases", cases.assign(name=["Ny", *cases["name"][1:]])[:2])
    assert changes[:4] == (0, 1, 1, 1)
    assert workspace.read("plan_cases")[["plan_id", "row_version"]].values.tolist() == [["a", 2], ["b", 1]]


def test_an_edit_in_qgis_must_raise_the_version_and_is_told_so(answered):
    layer = QgsVectorLayer(answered.layer_source("referrals"), "r", answered.provider)
    names, feature = layer.fields().names(), next(layer.getFeatures())
    handler, version = names.index("handler"), names.index("row_version")
    assert layer.startEditing()
    assert layer.changeAttributeValue(feature.id(), handler, "Åsa")
    assert not layer.commitChanges()
    told = " ".join(layer.commitErrors())
    assert "höj row_version med ett" in told and "raise row_version by one" in told
    assert layer.rollBack()
    assert layer.startEditing()
    assert layer.changeAttributeValue(feature.id(), handler, "Åsa")
    assert layer.changeAttributeValue(feature.id(), version, 2)
    assert layer.commitChanges(), layer.commitErrors()
    assert answered.read("referrals")[["handler", "row_version"]].values.tolist() == [["Åsa", 2]]


# --- frozen ---------------------------------------------------------------------------------------------------------


def stepped(workspace, table, key, *statuses):
    """Take the row through the ``statuses``; the version that it then has."""
    for version, status in enumerate(statuses, start=1):
        workspace.change(table, key, {"status": status}, row_version=version)
    return len(statuses) + 1


def test_a_decided_statement_stands_as_it_was_decided(answered, store):
    key = {"statement_id": "y"}
    version = stepped(answered, "statements", key, "for_beslut")
    decision = {"status": "beslutat", "decided_by": "Regionstyrelsen", "decision_date": "2026-02-03", "content": "{}"}
    answered.change("statements", key, decision, row_version=version)
    before = answered.read("statements")
    content = [name for name in answered.tables["statements"].column_names if name not in ("status", "row_version")]
    other = dict.fromkeys(content, "x") | {"stance": "tillstyrker", "decision_date": "2026-01-01", "version": 7}
    for name in content:
        with pytest.raises(errors.FrozenRow) as refused:
            answered.change("statements", key, {name: other[name]}, row_version=version + 1)
        assert (refused.value.table, refused.value.state) == ("statements", "beslutat")
        assert refused.value.columns == (name,)
    assert '"beslutat"' in sentence(refused.value)
    with pytest.raises(errors.FrozenRow) as refused:
        answered.refresh("statements", before[:0], within={"referral_id": ["r"]})
    assert "beslutat" in sentence(refused.value) and "removed" in sentence(refused.value)
    with pytest.raises(errors.FrozenRow):
        answered.write("statements", before, mode="replace")
    statements = ["DELETE FROM statements"]
    if answered.provider == "ogr":
        again = "(fid, statement_id, referral_id, version, status, row_version) VALUES (1, 'z', 'r', 1, 'utkast', 1)"
        statements.append(f"INSERT OR REPLACE INTO statements {again}")
    for statement in statements:
        with pytest.raises(store.refused, match=r"NV004|UNIQUE"):
            store.execute(statement)
    pd.testing.assert_frame_equal(answered.read("statements"), before)
    answered.change("statements", key, {"status": "skickat"}, row_version=version + 1)
    with pytest.raises(errors.FrozenRow):
        answered.change("statements", key, {"summary": "x"}, row_version=version + 2)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT OR REPLACE INTO statements (statement_id, referral_id, version, status, row_version) VALUES ('y', 'r', 2, 'utkast', 1)",
        "INSERT OR REPLACE INTO statements (statement_id, referral_id, version, status, row_version) VALUES ('z', 'r', 1, 'utkast', 1)",
        "UPDATE OR REPLACE statements SET version = 1, row_version = 2 WHERE statement_id = 'z'",
        "INSERT OR REPLACE INTO plan_files (sha256, media_type, size, content) VALUES ('s', 'text/plain', 1, x'00')",
    ],
)
def test_no_row_takes_the_place_of_another_past_its_guards(path, statement):
    """SQLite takes a replaced row away without a trigger, and the audit would not tell of it."""
    store = Files(path)
    store.create()
    with store.open() as workspace:
        add(workspace, *PARENTS["statements"], "statements")
        draft = {**ONE_ROW["statements"], "statement_id": "z", "version": 2}
        workspace.write("statements", pd.DataFrame([draft]))
        file = {"sha256": "s", "media_type": "text/plain", "size": 1, "content": b"1"}
        workspace.write("plan_files", pd.DataFrame([file]))
        before = workspace.read("statements"), workspace.read("plan_files"), len(workspace.read("audit"))
        with pytest.raises(store.refused, match="UNIQUE"):
            store.execute(statement)
        after = workspace.read("statements"), workspace.read("plan_files"), len(workspace.read("audit"))
    assert all(one.equals(other) for one, other in zip(before[:2], after[:2])) and before[2] == after[2]


def test_what_is_in_work_is_not_taken_away(answered, store):
    version = stepped(answered, "referrals", {"referral_id": "r"}, "fordelad", "under_beredning")
    stepped(answered, "partial_answers", {"answer_id": "a"}, "berors_ej")
    for table in ("referrals", "partial_answers"):
        with pytest.raises(store.refused, match="NV004"):
            store.execute(f"DELETE FROM {table}")
    assert answered.read("referrals")["row_version"].tolist() == [version]


def test_a_draft_may_go(answered):
    assert answered.refresh("statements", answered.read("statements")[:0]).removed == 1


@pytest.mark.parametrize("way", [("pagar", "svar_lamnat"), ("berors_ej",), ("pagar", "svar_lamnat", "godkand")])
def test_a_locked_part_opens_only_by_its_step(answered, way):
    key, words = {"answer_id": "a"}, {"stance": "tillstyrker", "summary": "Bra"}
    version = stepped(answered, "partial_answers", key, *way)
    for name, value in words.items():
        with pytest.raises(errors.FrozenRow) as refused:
            answered.change("partial_answers", key, {name: value, "handler": "Bo"}, row_version=version)
        assert refused.value.columns == (name,)
    answered.change("partial_answers", key, {"handler": "Bo"}, row_version=version)
    opened = "ej_paborjad" if way[-1] == "berors_ej" else "komplettering"
    answered.change("partial_answers", key, {"status": opened}, row_version=version + 1)
    answered.change("partial_answers", key, words, row_version=version + 2)
    assert answered.read("partial_answers").iloc[0][["handler", *words]].tolist() == ["Bo", *words.values()]


def test_words_and_lock_may_come_in_one_change(answered):
    stepped(answered, "partial_answers", {"answer_id": "a"}, "pagar")
    answer = {"status": "svar_lamnat", "stance": "avstyrker", "summary": "Nej"}
    answered.change("partial_answers", {"answer_id": "a"}, answer, row_version=2)
    assert answered.read("partial_answers")["summary"].tolist() == ["Nej"]


def test_the_municipality_s_date_stands_once_the_work_has_begun(answered):
    key = {"referral_id": "r"}
    answered.change("referrals", key, {"answer_by": "2026-02-07"}, row_version=1)
    version = stepped_on(answered, key, 2, "fordelad", "under_beredning")
    with pytest.raises(errors.FrozenRow) as refused:
        answered.change("referrals", key, {"answer_by": "2026-03-01"}, row_version=version)
    assert refused.value.columns == ("answer_by",)
    answered.change("referrals", key, {"extension_to": "2026-03-01"}, row_version=version)
    assert answered.read("referrals")["answer_by"].tolist() == ["2026-02-07"]


def stepped_on(workspace, key, version, *statuses):
    for status in statuses:
        workspace.change("referrals", key, {"status": status}, row_version=version)
        version += 1
    return version


def test_what_is_refused_in_a_larger_transaction_leaves_the_rest(answered):
    with answered.transaction():
        answered.change("referrals", {"referral_id": "r"}, {"handler": "Åsa"}, row_version=1)
        for values in ({"status": "avslutad"}, {"handler": "Bo"}):
            with pytest.raises((errors.IllegalStep, errors.RowChanged)):
                answered.change("referrals", {"referral_id": "r"}, values, row_version=2 if "status" in values else 1)
        answered.change("partial_answers", {"answer_id": "a"}, {"status": "pagar"}, row_version=1)
    assert answered.read("referrals")[["handler", "status"]].values.tolist() == [["Åsa", "inkommen"]]
    assert answered.read("partial_answers")["status"].tolist() == ["pagar"]


# --- two at once ----------------------------------------------------------------------------------------------------

TURNS = 5
COUNTER = f"""
import sys
from narvard_plugin.store import errors
from narvard_plugin.store.workspace import open_workspace

with open_workspace(sys.argv[1]) as workspace:
    for turn in range({TURNS}):
        while True:
            row = workspace.read("referrals").iloc[0]
            try:
                workspace.change("referrals", {{"referral_id": "r"}}, {{"handler": str(int(row["handler"]) + 1)}},
                                 row_version=int(row["row_version"]))
                break
            except (errors.RowChanged, errors.Busy):
                continue
"""


def test_two_processes_that_count_in_one_row_of_a_file_lose_nothing(path):
    Files(path).create()
    with open_workspace(str(path)) as workspace:
        add(workspace, *PARENTS["checks"])
        workspace.change("referrals", {"referral_id": "r"}, {"handler": "0"}, row_version=1)
    command = [sys.executable, "-c", COUNTER, str(path)]
    counters = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) for _ in range(2)]
    for counter in counters:
        _, told = counter.communicate(timeout=120)
        assert counter.returncode == 0, told.decode()
    with open_workspace(str(path)) as workspace:
        row = workspace.read("referrals").iloc[0]
    assert (row["handler"], row["row_version"]) == (str(2 * TURNS), 2 + 2 * TURNS)


@pytest.fixture
def schema(postgres, postgres_connection):
    store = Schemas(postgres, postgres_connection, "region")
    store.create()
    with store.open() as workspace:
        add(workspace, *PARENTS["checks"])
    return store


def test_of_several_who_change_the_same_row_at_once_one_wins_each_time(schema):
    start, outcomes = threading.Barrier(4), []

    def change(name):
        with schema.open(busy_seconds=60) as mine:
            start.wait()
            try:
                mine.change("referrals", {"referral_id": "r"}, {"handler": name}, row_version=1)
                outcomes.append(name)
            except errors.RowChanged:
                outcomes.append(None)

    writers = [threading.Thread(target=change, args=(name,)) for name in "abcd"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    (winner,) = [name for name in outcomes if name]
    assert len(outcomes) == 4
    with schema.open() as workspace:
        assert workspace.read("referrals")[["handler", "row_version"]].values.tolist() == [[winner, 2]]


def test_an_edit_in_qgis_between_reading_and_changing_is_not_written_over(schema):
    """QGIS does not stand in line: its edit is committed after the change has looked at the row."""
    with schema.open() as workspace:
        row_of = workspace._row_of

        def looked_at(*asked):
            found = row_of(*asked)
            schema.execute("UPDATE referrals SET handler = 'QGIS', row_version = 2")
            return found

        workspace._row_of = looked_at
        with pytest.raises(errors.RowChanged):
            workspace.change("referrals", {"referral_id": "r"}, {"handler": "Åsa"}, row_version=1)
        assert workspace.read("referrals")["handler"].tolist() == ["QGIS"]


def test_the_server_tells_a_code_of_its_own(schema):
    for statement, code in (
        ("UPDATE referrals SET handler = 'x'", "NV002"),
        ("UPDATE referrals SET status = 'skickad', row_version = 2", "NV003"),
    ):
        with pytest.raises(psycopg2.Error) as refused:
            schema.execute(statement)
        assert refused.value.pgcode == code


def test_a_later_version_may_allow_other_steps(store):
    more = AllowedSteps("referrals", "status", (*codes.REFERRAL_STEPS, ("inkommen", "avslutad")))
    history = (*MIGRATIONS, Migration(latest_version(MIGRATIONS) + 1, "one more step", (Guarded(more),)))
    store.create()
    with store.open(migrations=history) as workspace:
        add(workspace, *PARENTS["checks"])
        with pytest.raises(errors.IllegalStep):
            workspace.change("referrals", {"referral_id": "r"}, {"status": "skickad"}, row_version=1)
        workspace.change("referrals", {"referral_id": "r"}, {"status": "avslutad"}, row_version=1)
