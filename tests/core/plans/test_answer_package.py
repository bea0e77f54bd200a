"""The file of a function's part: what is read from it, what is refused, and how it is merged."""

import contextlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans.answer_package import (
    FORMAT,
    MOST_LETTERS,
    Conflict,
    PackageError,
    merge_package,
    read_package,
)

ANSWER = {"status": "pagar", "handler": None, "stance": None, "summary": None}
CHECK = {"answer": None, "verdict": "ej_bedomt", "reason": None, "final_text": None, "confirmed_by": None}


def row(row_id, values, version=1, **changed):
    return {"id": row_id, "row_version": version, "shown": {}, "values": {**values, **changed}, "exported": values}


def package(answer=None, checks=(), remarks=(), **more):
    return {
        "format": FORMAT, "referral_id": "r", "department": "hs", "exported": "2026-03-02T10:00:00Z", "shown": {},
        "answer": answer or row("A", ANSWER), "checks": list(checks), "remarks": list(remarks), **more,
    }  # fmt: skip


def read(document):
    return read_package(json.dumps(document))


def register(answer=(), check=(), versions=(1, 1)):
    return {
        ("answer", "A"): {**ANSWER, **dict(answer), "row_version": versions[0]},
        ("check", "C"): {**CHECK, **dict(check), "row_version": versions[1]},
    }


def test_what_only_the_file_changed_goes_in():
    found = read(package(row("A", ANSWER, stance="tillstyrker"), [row("C", CHECK)]))
    merge = merge_package(found, register())
    assert [(change.id, wanted) for change, wanted in merge.changes] == [("A", {"stance": "tillstyrker"})]
    assert (merge.unchanged, merge.conflicts, merge.additions) == (1, (), ())


def test_what_both_changed_is_a_conflict_with_both_values_and_nothing_of_the_row_goes_in():
    found = read(package(row("A", ANSWER, stance="tillstyrker", summary="Bra."), [row("C", CHECK, answer="ja")]))
    stored = register({"stance": "avstyrker"}, versions=(2, 1))
    merge = merge_package(found, stored)
    assert merge.conflicts == (
        Conflict("answer", "A", "stance", "avstyrker", "tillstyrker"),
        Conflict("answer", "A", "summary", None, "Bra."),
    )
    assert [change.id for change, _ in merge.changes] == ["C"]
    taken = merge_package(found, stored, take=["A"])
    assert [wanted for change, wanted in taken.changes if change.id == "A"] == [
        {"stance": "tillstyrker", "summary": "Bra."}
    ]
    assert taken.conflicts == ()


def test_a_row_that_the_file_left_alone_never_conflicts():
    merge = merge_package(read(package()), register({"stance": "avstyrker"}, versions=(7, 1)))
    assert (merge.changes, merge.conflicts, merge.unchanged) == ((), (), 1)


def test_the_same_value_from_both_sides_is_no_conflict():
    found = read(package(row("A", ANSWER, stance="avstyrker")))
    assert merge_package(found, register({"stance": "avstyrker"}, versions=(2, 1))).conflicts == ()


def test_a_remark_without_id_is_new():
    found = read(package(remarks=[{"values": {"text": "Ny\u202e synpunkt.\x07", "severity": "rad"}}]))
    (added,) = merge_package(found, register()).additions
    assert added.values == {"text": "Ny synpunkt.", "severity": "rad"}


@pytest.mark.parametrize(
    ("document", "problem", "where"),
    [
        ("{", "json", "$"),
        ("[" * 100_000, "json", "$"),
        ('{"format": NaN}', "json", "$"),
        ('{"format": %s}' % ("9" * 1_000_000), "json", "$"),
        ('{"format": "a", "format": "b"}', "duplicate", "$"),
        (json.dumps(dict.fromkeys(map(str, range(100_000))))[:-1] + ', "99999": 1}', "duplicate", "$"),
        ("[]", "format", "$.format"),
        (json.dumps({"format": "narvard-delsvar/2"}), "format", "$.format"),
        (package(answer="x"), "kind", "$.answer"),
        (package(answer={**row("A", ANSWER), "row_version": "1"}), "kind", "$.answer.row_version"),
        (package(answer={**row("A", ANSWER), "row_version": True}), "kind", "$.answer.row_version"),
        (package(answer=row("", ANSWER)), "missing", "$.answer.id"),
        (package(answer=row("A", ANSWER, stance="kanske")), "value", "$.answer.values.stance"),
        (package(answer=row("A", ANSWER, stance=7)), "kind", "$.answer.values.stance"),
        (package(answer=row("A", ANSWER, row_version="x")), "value", "$.answer.values.row_version"),
        (package(answer=row("A", ANSWER, summary="x" * (MOST_LETTERS + 1))), "long", "$.answer.values.summary"),
        (package(checks=[row("C", CHECK), row("C", CHECK)]), "duplicate", "$.check"),
        (package(checks=[{}] * 5001), "many", "$.checks"),
        (package(remarks=[{"values": {}}]), "missing", "$.remarks[0].values.text"),
        (package(remarks=[{"values": {"severity": "rad"}}]), "missing", "$.remarks[0].values.text"),
    ],
)  # fmt: skip
def test_whatever_is_not_as_it_should_be_is_refused_by_its_place(document, problem, where):
    text = document if isinstance(document, str) else json.dumps(document)
    with pytest.raises(PackageError) as refused:
        read_package(text)
    assert (refused.value.problem, refused.value.where) == (problem, where)


@pytest.mark.parametrize(
    ("changed", "problem"),
    [({"verdict": None}, "removed"), ({"answer": None}, "removed"), ({"confirmed_by": " \u202e"}, "removed")],
)
def test_a_file_takes_nothing_away(changed, problem):
    done = {**CHECK, "answer": "ja", "verdict": "ok", "confirmed_by": "X"}
    found = read(package(checks=[row("C", done, **changed)]))
    with pytest.raises(PackageError) as refused:
        merge_package(found, register((), done))
    assert (refused.value.problem, refused.value.where) == (problem, f"$.check.{next(iter(changed))}")
    assert merge_package(found, register((), {**done, **dict.fromkeys(changed)})).unchanged == 2  # gone there too


def test_an_old_remark_keeps_its_rule():
    values = {"text": "Ord.", "severity": "rad", "rule_id": None}
    stored = {**register(), ("remark", "R"): {**values, "row_version": 1}}
    with pytest.raises(PackageError, match="rule"):
        merge_package(read(package(remarks=[row("R", values, rule_id="KOL-01")])), stored)


def test_a_row_that_the_register_does_not_have_is_refused():
    with pytest.raises(PackageError, match="missing"):
        merge_package(read(package(row("B", ANSWER))), register())


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "values", "exported", "row_version", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(derandomize=True, deadline=None)
@given(st.dictionaries(st.sampled_from(["answer", "checks", "remarks", "referral_id", "department"]), json_values))
def test_no_file_does_anything_but_be_read_or_refused(parts):
    with contextlib.suppress(PackageError):
        found = read_package(json.dumps({**package(), **parts}))
        assert found.referral_id and found.department and found.rows
