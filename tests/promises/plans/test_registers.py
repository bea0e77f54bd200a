"""Rows of the register, files of answers, statements and what a watch tells: plain, harmless, whole, and read back as they were."""

import csv
import io
import json
import math
from datetime import date, timedelta

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.plans import (
    codes,
    inputs,
    register_rows,
    rows,
    watch,
)
from tests.core.plans.test_register_rows import CASE, REFERRAL
from tests.promises import promise

TEXT = st.one_of(st.text(max_size=8), st.text("a\r\n\t\u2028\u202e\u200b\ufeff=+-@ ", max_size=6))
CELL = st.one_of(
    st.none(),
    TEXT,
    st.booleans(),
    st.integers(-(2**60), 2**60),
    st.floats(),
    st.just(np.int64(7)),
    st.just(np.float64(2.5)),
    st.just(pd.NaT),
)


@promise("text from outside has nothing unseen in it, one kind of line end, and is the same when it is cleaned again", rows.plain, rows.one_line,
         usual=10, long=2000)  # fmt: skip
@given(TEXT, st.text("abåäö.,", max_size=5))
def test_plain(text, words):
    found, line = rows.plain(text), rows.one_line(text)
    assert rows.plain(found) == found and rows.one_line(line) == line == " ".join(found.split())
    assert not set(found) & set("\r\t\u2028\u202e\u200b\ufeff\x00") and not set(line) & set("\n")
    found.encode("utf-8")
    assert rows.plain(words) == rows.one_line(words) == words


@promise("a cell is a plain value that JSON holds: nothing and not-a-number are None, a whole number is whole, never 0 for what is missing",
         rows.value, rows.records, rows.record, usual=10, long=2000)  # fmt: skip
@given(st.lists(st.fixed_dictionaries({"a": CELL, "b": CELL}), min_size=1, max_size=3))
def test_values(told):
    frame = pd.DataFrame({name: pd.Series([one[name] for one in told], dtype=object) for name in "ab"}).assign(
        geom=b"x"
    )
    found = rows.records(frame)
    assert [list(one) for one in found] == [["a", "b"]] * len(told) and rows.record(frame) == found[0]
    assert rows.records(frame, ["b"]) == [{"b": one["b"]} for one in found]
    json.dumps(found, allow_nan=False)
    for one, cells in zip(found, told):
        for name, cell in cells.items():
            value = one[name]
            assert rows.value(value) == value and rows.value(cell) == value
            unknown = cell is None or cell is pd.NaT or (isinstance(cell, float) and not math.isfinite(cell))
            assert (value is None) == unknown
            assert unknown or isinstance(cell, (str, bool)) or value == cell


@promise(
    "every cell of a list stands as itself and as no formula, whatever separates it",
    register_rows.csv_text,
    register_rows.cell,
    usual=10,
    long=1500,
)
@given(st.lists(st.lists(st.one_of(TEXT, st.none(), st.integers(-9, 9), st.floats(-9, 9)), min_size=2, max_size=2), max_size=3),
       st.sampled_from([";", ",", "\t"]), st.sampled_from(".,"))  # fmt: skip
def test_cells(told, separator, decimal):
    written = register_rows.csv_text(["x", "y"], [dict(zip("xy", one)) for one in told], separator, decimal)
    head, *found = csv.reader(io.StringIO(written, newline=""), delimiter=separator)
    assert head == ["x", "y"] and len(found) == len(told)
    for cells, values in zip(found, told):
        for cell, value in zip(cells, values):
            assert cell == register_rows.cell(value, decimal)
            if isinstance(value, str):
                assert not cell.startswith(register_rows._FORMULA) and cell.removeprefix("'") == rows.one_line(
                    value
                ).removeprefix("'")
            else:
                assert cell == "" if value is None else float(cell.replace(",", ".")) == value


IDS = st.lists(st.sampled_from(["p", "q", "r"]), max_size=4)


@promise("every planremiss and every case nobody asked about is a row, each once; dates come in order and each with its case; codes have words beside them",
         register_rows.register_rows, register_rows.date_rows, register_rows.labelled)  # fmt: skip
@given(
    IDS,
    st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2026, 2, 1)), st.integers(0, 3), st.booleans()), max_size=4),
    st.permutations(range(3)),
)
def test_register(plans, dates, order):
    cases = [{**CASE, "plan_id": one, "name": one * 2} for one in ["p", "q", "r"]]
    referrals = [{**REFERRAL, "plan_id": one, "referral_id": f"f{at}"} for at, one in enumerate(plans)]
    remarks = [{"referral_id": one["referral_id"], "wording": "forslag", "outcome": "oppen"} for one in referrals]
    arguments = (referrals, [], remarks, [], {"0180": "Stockholm"})
    found = register_rows.register_rows(cases, *arguments)
    assert register_rows.register_rows([cases[at] for at in order], referrals[::-1], *arguments[1:]) == found
    assert sorted(one["referral_id"] for one in found if "referral_id" in one) == sorted(
        one["referral_id"] for one in referrals
    )
    assert {one["plan_id"] for one in found} == {"p", "q", "r"} and len(found) == len(plans) + len(
        {"p", "q", "r"} - set(plans)
    )
    assert all(one["remarks"] == 1 for one in found if "remarks" in one) and set().union(*found) <= set(
        register_rows.COLUMNS
    )
    deadlines = [
        {"deadline_id": str(at), "date": str(day), "kind": codes.DEADLINE_KINDS[kind], "done": None, "department": None, "note": None,
         "referral_id": referrals[0]["referral_id"] if mine and referrals else None, "plan_id": "q"}
        for at, (day, kind, mine) in enumerate(dates)
    ]  # fmt: skip
    told = register_rows.date_rows(
        deadlines[::-1], {one["plan_id"]: one for one in cases}, {one["referral_id"]: one for one in referrals}, {}
    )
    assert [one["date"] for one in told] == sorted(str(day) for day, *_ in dates)
    assert all(
        one["plan_id"] == (plans[0] if one["referral_id"] else "q") and one["municipality"] == "0180" for one in told
    )
    named = register_rows.labelled(told, register_rows.DATE_LABELS, {"deadline_kinds": {"skicka": "Skicka"}})
    assert [{name: one[name] for name in told[0]} for one in named] == told if told else named == []
    assert all(one["kind_text"] == ("Skicka" if one["kind"] == "skicka" else one["kind"]) for one in named)


@promise("a version is compared with one of the stages before it or an earlier of its own, the newest of them; never with itself or a later one",
         inputs.earlier_version, inputs.newest_version, inputs.stage_of)  # fmt: skip
@given(st.lists(st.tuples(st.sampled_from(codes.STAGES), st.integers(1, 3)), min_size=1, max_size=5, unique=True), st.sampled_from(codes.STAGES),
       st.sampled_from(codes.CASE_STATUSES), st.one_of(st.none(), st.sampled_from(codes.CASE_STATUSES)))  # fmt: skip
def test_versions(told, stage, status, source):
    versions = [
        {"version_id": f"{one}{number}", "stage": one, "number": number, "previous": None} for one, number in told
    ]
    place = {one["version_id"]: (codes.STAGES.index(one["stage"]), one["number"]) for one in versions}
    for one in place:
        before = inputs.earlier_version(versions, one)
        earlier = [other for other in place if place[other] < place[one]]
        assert (
            before == (max(earlier, key=place.get) if earlier else None) == inputs.earlier_version(versions[::-1], one)
        )
    newest = inputs.newest_version(versions, stage)
    of_it = [one for one in place if one.startswith(stage)] or list(place)
    assert newest == max(of_it, key=place.get) and inputs.newest_version([]) is None
    assert inputs.stage_of({"status": status, "source_status": source}) in codes.STAGES
    assert status == "bevakad" or inputs.stage_of({"status": status}) == inputs.stage_of(
        {"status": status, "source_status": source}
    )


SEEN = st.builds(watch.Seen, st.just(""), st.sampled_from(["karta", "ngp"]), st.sampled_from("12"), st.sampled_from(["", "d1", "D1 ", "d2"]),
                 st.sampled_from(["", "Räven", "Detaljplan för räven", "Ek"]), st.sampled_from(["", "samråd", "granskning", "laga kraft"]), st.just(""), st.sampled_from(["", "n1", "n2"]))  # fmt: skip
KNOWN = st.builds(watch.Known, st.just(""), st.sampled_from("12"), st.sampled_from(["", "d1", "d2"]), st.sampled_from(["Räven", "Ek"]), st.sampled_from(["", "n1"]),
                  st.sampled_from(["bevakad", "samråd", "laga kraft"]), st.sampled_from(["", "samråd"]), st.sampled_from(["", "karta"]), st.sampled_from(["", "2026"]),
                  st.sampled_from(["", "2025"]), came_by=st.sampled_from(["", "NGP", "kommunens_karta"]))  # fmt: skip


@promise("every plan that a source tells of is a case, a case again or unknown, every case is told of or missing, each once; nobody is silently dropped",
         watch.match, watch.new_plans, watch.under_way, watch.told_apart, watch.changes, watch.vanished, watch.nobody_sent, usual=20, long=4000)  # fmt: skip
@given(
    st.lists(KNOWN, max_size=4), st.lists(SEEN, max_size=5), st.sets(st.sampled_from(["karta", "ngp"])), st.floats(0, 9)
)
def test_watched(cases, items, asked, area):
    cases = [one._replace(plan_id=f"p{at}") for at, one in enumerate(cases)]
    items = [one._replace(item_id=f"i{at}") for at, one in enumerate(items)]
    found = watch.match(cases, items)
    told = [item.item_id for _, item in (*found.pairs, *found.again)] + [item.item_id for item in found.unknown]
    assert sorted(told) == [one.item_id for one in items]
    assert sorted([case.plan_id for case, _ in found.pairs] + [case.plan_id for case in found.missing]) == [
        one.plan_id for one in cases
    ]
    for case, item in (*found.pairs, *found.again):
        same_id = case.national_id and case.national_id == item.national_id
        assert same_id or (case.municipality == item.municipality and not (case.national_id and item.national_id))
    new, ended = watch.new_plans(found)
    assert len(new) + ended == len(found.unknown) and all(watch.under_way(None, one) for one in new)
    gone = watch.vanished(found, {"1": asked, "2": asked})
    assert all(case in found.missing and not case.ended and asked for case in gone) and watch.vanished(found, {}) == []
    asking = watch.nobody_sent(found, {})
    assert watch.nobody_sent(found, {case.plan_id: ("samråd", "granskning") for case in cases}) == [
        one for one in asking if one[0] is None
    ]
    assert [item for item in found.unknown if item.status in ("samråd", "granskning")] == [
        item for case, item, _ in asking if case is None
    ]
    assert all(one in items for one in watch.told_apart(items, found)) and all(
        one in watch.told_apart(items, found) for one in items if one.national_id
    )
    for case, item in found.pairs:
        kinds = [one.what for one in watch.changes(case, item, area)]
        assert (
            len(set(kinds)) == len(kinds)
            and ("area" in kinds) == (area > 0)
            and ("back" in kinds) == bool(case.vanished)
        )
        assert not watch.changes(
            case._replace(vanished="", status="samråd", name=item.name), item._replace(status="samråd")
        )


@promise(
    "every municipality is told of once; no contact at all is silence, a planned one is none, and with time silence only grows",
    watch.contacts,
)
@given(st.lists(st.tuples(st.sampled_from("123"), st.integers(-400, 30), st.just("dialogue")), max_size=5),
       st.lists(st.tuples(st.sampled_from("12"), st.integers(-90, 0), st.sampled_from("ab"), st.integers(0, 9)), max_size=4), st.integers(0, 300))  # fmt: skip
def test_contacts(spoken, checks, limit):
    today = date(2026, 11, 22)
    talks = [(code, today + timedelta(days=days), how) for code, days, how in spoken]
    asked = [(code, today + timedelta(days=days), source, count) for code, days, source, count in checks]
    found = watch.contacts(["2", "1", "3", "1"], talks, asked, today, limit)
    assert [one.municipality for one in found] == ["1", "2", "3"] and found == watch.contacts(
        "123", talks[::-1], asked[::-1], today, limit
    )
    for one in found:
        days = [-n for code, n, _ in spoken if code == one.municipality and n <= 0]
        assert one.days == min(days, default=None) and one.silent == (not days or min(days) > limit)
        assert (one.checked is None) == (one.found is None) == (one.municipality not in {code for code, *_ in checks})
    later = watch.contacts("123", talks, asked, today + timedelta(days=1), limit)
    assert all(
        now.silent <= then.silent or now.days is None or any(n == 1 for _, n, _ in spoken)
        for now, then in zip(found, later)
    )
