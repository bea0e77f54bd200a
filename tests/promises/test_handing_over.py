"""What is handed over: a frozen basis and a neighbour's register come back as they were, and tell of few people nothing."""

import json
import math
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core import basis, exchange
from tests.promises import promise
from tests.promises.strategies.documents import JSON, spoilt
from tests.promises.strategies.populations import SEEDS, equal, reordered
from tests.promises.strategies.reckoning import known_exactly
from tests.promises.strategies.refusals import tried

TEXT = st.text(max_size=8)
FILE = st.builds(
    lambda name, role, sha, size, rows: basis.FrozenFile(name, role, f"{sha:064x}", size, layer=None if rows is None else "l", rows=rows,
                                                         fields=[{"name": "f"}]),
    st.lists(st.text("abå 1", min_size=1, max_size=3), min_size=1, max_size=3).map("/".join), st.sampled_from(basis.ROLES),
    st.integers(0, 2**256 - 1), st.integers(0, 2**60), st.one_of(st.none(), st.integers(0, 9)),
)  # fmt: skip
MANIFEST = st.builds(
    lambda texts, files, settings, versions: basis.Manifest(*texts, tuple(files), settings=settings, versions=versions),
    st.lists(TEXT, min_size=5, max_size=5), st.lists(FILE, min_size=1, max_size=3, unique_by=lambda one: one.file),
    st.one_of(st.none(), TEXT, st.lists(st.integers(), max_size=2)), st.dictionaries(TEXT, TEXT, max_size=2),
)  # fmt: skip


@promise("what a manifest says is read back as it was written", basis.as_json, basis.parse)
@given(MANIFEST)
def test_manifests(manifest):
    assert basis.parse(basis.as_json(manifest)) == manifest
    assert basis.as_json(basis.parse(basis.as_json(manifest))) == basis.as_json(manifest)


@promise(
    "a manifest that is wrong is refused with the place, never with another error", basis.parse, usual=15, long=1600
)
@given(st.data(), MANIFEST, st.text('{}[]":,0', max_size=9))
def test_spoilt_manifests(data, manifest, text):
    told = json.dumps(data.draw(st.one_of(spoilt(json.loads(basis.as_json(manifest))), JSON)))
    for written in (told, text, told[: len(told) // 2]):
        found, refusal = tried(basis.BasisError, basis.parse, written)
        if refusal:
            assert refusal.path and refusal.problem
            continue
        assert found.files and all(basis.is_inside(one.file) and one.bytes >= 0 for one in found.files)
        assert all(isinstance(name, str) for one in found.files for name in one.field_names) and all(
            one in found.files for one in found.tables
        )


@promise("a path stays inside its folder or is not taken", basis.is_inside, long=800)
@given(
    st.lists(st.sampled_from(["a", "b.c", "..", ".", "", "~", "C:", "å"]), max_size=4),
    st.sampled_from(["/", "\\", "//"]),
    TEXT,
)
def test_paths(parts, between, text):
    for path in (between.join(parts), text):
        if basis.is_inside(path):
            steps = path.split("/")
            assert not path.startswith("/") and not {"", ".", ".."} & set(steps) and not set(path) & set("\\:\x00")
    plain = [part for part in parts if part not in ("", ".", "..", "C:")]
    assert basis.is_inside("/".join(plain)) == bool(plain)


@promise("a safe name is one on every system, once and for all; what leaves nothing is nothing", basis.safe_name, basis.folder_name,
         usual=15, long=1600)  # fmt: skip
@given(st.one_of(st.text(max_size=80), st.text("con./\\ _-å:aux1\n", max_size=9)), TEXT)
def test_safe_names(text, other):
    name = basis.safe_name(text)
    assert basis.safe_name(name) == name and len(name) <= 61
    assert not set(name) & set('<>:"/\\|?* \n\t\r') and not any(ord(letter) < 32 for letter in name)
    assert name == "" or (name[0] not in "._- " and name[-1] not in ". ")
    assert name.split(".")[0].lower() not in ("con", "prn", "aux", "nul", "com1", "lpt9")
    folder = basis.folder_name(text, other)
    assert folder == (f"{name}_{basis.safe_name(other)}" if name and basis.safe_name(other) else "")


@promise("settings that are a JSON object or list are those, other texts stay, and none is None", basis.settings_of)
@given(st.one_of(JSON.map(json.dumps), TEXT))
def test_settings(text):
    found = basis.settings_of(text)
    if not text.strip():
        assert found is None
    elif isinstance(found, str):
        assert found == text
    else:
        assert basis.settings_of(json.dumps(found)) == found and isinstance(found, (dict, list))


VALUES = {
    exchange.TEXT: st.one_of(st.none(), TEXT),
    exchange.INTEGER: st.one_of(st.none(), st.integers(-(2**53), 2**53)),
    exchange.REAL: st.one_of(st.none(), st.integers(-99, 99), st.floats(-1e9, 1e9)),
    exchange.DAY: st.one_of(st.none(), st.dates().map(str)),
}


@st.composite
def rows_of(draw, table):
    agreed = exchange.TABLES[table]
    kinds = {**agreed.columns, **({exchange.X: exchange.REAL, exchange.Y: exchange.REAL} if agreed.points else {})}
    count = draw(st.integers(0, 4))
    return pd.DataFrame(
        {
            name: pd.Series(draw(st.lists(VALUES[kind], min_size=count, max_size=count)), dtype=object)
            for name, kind in kinds.items()
        }
    )


HEADER = exchange.Header(exchange.FORMAT, exchange.VERSION, "01", "2024-12-31", "CC0", "x", "1.0", 5)


@promise("a checksum is the same in any order of rows and columns and any kind of number, and another where one value is another",
         exchange.checksum, exchange.check_tables, exchange.check_columns, usual=8, long=300)  # fmt: skip
@given(st.data(), st.sampled_from(list(exchange.TABLES)), SEEDS)
def test_checksums(data, table, seed):
    rows = data.draw(rows_of(table))
    found = exchange.checksum(HEADER, table, rows)
    other = rows.iloc[reordered(seed, len(rows))][[rows.columns[at] for at in reordered(seed, len(rows.columns))]]
    assert (
        exchange.checksum(HEADER, table, other) == found != exchange.checksum(HEADER._replace(region="03"), table, rows)
    )
    whole = {
        name: rows[name].astype(float)
        for name, kind in exchange.TABLES[table].columns.items()
        if kind == exchange.INTEGER
    }
    assert exchange.checksum(HEADER, table, rows.assign(**whole, more=1)) == found
    tables = {
        name: rows if name == table else pd.DataFrame(columns=exchange.TABLES[name].names)
        for name in {*exchange.ALWAYS, table}
    }
    sums = {name: exchange.checksum(HEADER, name, one) for name, one in tables.items()}
    exchange.check_tables(HEADER, sums, tables)
    exchange.check_columns(table, list(rows.columns)[::-1])
    missing = exchange.TABLES[table].key[0]
    with pytest.raises(exchange.ExchangeError) as caught:
        exchange.check_columns(table, [name for name in rows.columns if name != missing])
    assert (caught.value.problem, caught.value.facts["names"]) == ("columns", [missing])
    if len(rows):
        changed = rows.copy()
        changed.loc[0, missing] = f"{changed.loc[0, missing]}x"
        with pytest.raises(exchange.ExchangeError, match="changed"):
            exchange.check_tables(HEADER, sums, {**tables, table: changed})


@promise("a value is of its column's kind or is refused, and no value is None", exchange.as_kind, long=600)
@given(st.lists(st.one_of(st.none(), st.booleans(), st.integers(-(10**400), 10**400), st.floats(), st.text("0123456789.e-", max_size=4)), max_size=4),
       st.sampled_from([exchange.TEXT, exchange.INTEGER, exchange.REAL, exchange.DAY]))  # fmt: skip
def test_kinds(values, kind):
    column = pd.Series(values, dtype=object)
    try:
        found = exchange.as_kind(column, kind)
    except (ValueError, TypeError):
        return
    of = {exchange.INTEGER: int, exchange.REAL: float}.get(kind, str)
    assert [value is None for value in found] == column.isna().tolist() and all(
        value is None or type(value) is of for value in found
    )
    assert exchange.as_kind(pd.Series(found, dtype=object), kind) == found and "NaN" not in json.dumps(found)


@promise("a header stands alike in every row or the file is refused by what is wrong", exchange.read_header, long=600)
@given(st.data(), st.lists(st.sampled_from(list(exchange.TABLES)), min_size=1, max_size=4, unique=True))
def test_headers(data, names):
    rows = [{**HEADER._asdict(), "table_name": name, "sha256": f"s{name}"} for name in names]
    assert exchange.read_header(rows) == (HEADER, {name: f"s{name}" for name in names})
    spoilt_rows = data.draw(
        st.one_of(
            spoilt(rows),
            st.lists(st.dictionaries(st.sampled_from([*rows[0]]), st.one_of(TEXT, st.none()), max_size=9), max_size=2),
        )
    )
    if isinstance(spoilt_rows, list) and all(
        isinstance(row, dict) and not any(isinstance(one, (list, dict)) for one in row.values()) for row in spoilt_rows
    ):
        read, refusal = tried(exchange.ExchangeError, exchange.read_header, spoilt_rows)
        if refusal:
            assert refusal.problem in ("format", "version", "header", "headers")
        else:
            header, sums = read
            assert (header.format, header.version) == (exchange.FORMAT, exchange.VERSION) and None not in (
                *header,
                *sums,
                *sums.values(),
            )


@promise(
    "a file holds one region's rows, each once, and nothing of facilities that it does not hold",
    exchange.check_rows,
    long=300,
)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["01", "01", "01", None, "03"])), max_size=4),
       st.lists(st.sampled_from("abcd"), max_size=3), SEEDS)  # fmt: skip
def test_rows(facilities, services, seed):
    tables = {
        exchange.FACILITIES: pd.DataFrame([{"facility_id": id_, "region": region} for id_, region in facilities], columns=["facility_id", "region"]),
        exchange.SERVICES: pd.DataFrame([{name: id_ if name == "facility_id" else at for name in exchange.TABLES[exchange.SERVICES].key}
                                         for at, id_ in enumerate(services)], columns=exchange.TABLES[exchange.SERVICES].key),
    }  # fmt: skip
    ids = [id_ for id_, _ in facilities]
    problems = (
        ["region"] * any(region != "01" for _, region in facilities)
        + ["repeated"] * (len(set(ids)) < len(ids))
        + ["facility"] * (not set(services) <= set(ids))
    )
    if problems:
        with pytest.raises(exchange.ExchangeError) as caught:
            exchange.check_rows("01", {name: rows.iloc[reordered(seed, len(rows))] for name, rows in tables.items()})
        assert caught.value.problem == problems[0]
    else:
        exchange.check_rows("01", tables)


@promise("a day is written in one way and no other", exchange.read_day)
@given(st.dates(), st.text("0123456789-W", max_size=10))
def test_days(day, text):
    assert exchange.read_day(f" {day} ") == str(day)
    for wrong in (f"{day:%Y%m%d}", f"{day}T00:00", "", f"{day.year:04}-W01-1"):
        with pytest.raises(exchange.ExchangeError):
            exchange.read_day(wrong)
    found, refusal = tried(exchange.ExchangeError, exchange.read_day, text)
    assert refusal.facts["text"] == text if refusal else date.fromisoformat(found).isoformat() == text


@promise(
    "squares of few are left out, and no hidden age of another follows from its total",
    exchange.protected_people,
    usual=8,
    long=200,
)
@given(
    st.lists(st.lists(st.sampled_from([0, 0, 0, 0, 1, 2, 4, 5, 30, math.nan]), min_size=18, max_size=18), max_size=3),
    st.sampled_from([3, 5]),
)
def test_protected_people(ages, minimum):
    table = np.array(ages, float).reshape(-1, 18)
    rows = pd.DataFrame(table, columns=list(exchange.AGES)).assign(
        population=np.nansum(table, axis=1), origin_id=[f"{at}" for at in range(len(table))]
    )
    before = rows.copy()
    found = exchange.protected_people(rows, minimum)
    pd.testing.assert_frame_equal(rows, before)
    few = (rows["population"] > 0) & (rows["population"] < minimum)
    assert (
        found.out == few.sum()
        and found.people == rows["population"][few].sum()
        and len(found.rows) + found.out == len(rows)
    )
    hidden_in_all = 0
    for _, row in found.rows.iterrows():
        true, told = table[int(row["origin_id"])], row[list(exchange.AGES)].to_numpy(float)
        shown = np.isfinite(told)
        assert equal(told[shown], true[shown]) and not ((true[shown] > 0) & (true[shown] < minimum)).any()
        hidden = ~shown & np.isfinite(true)
        hidden_in_all += hidden.sum()
        if not np.isnan(true).any() and hidden.any():
            rest = row["population"] - true[shown].sum()
            # Where a square hides nobody else, all that is told is hidden and the total stands alone.
            lone = hidden.sum() == 1 or (not shown.any())
            follows = known_exactly(
                np.ones((1, hidden.sum())), [rest], np.minimum(true[hidden], 1), np.eye(hidden.sum())
            )
            assert lone or not follows[true[hidden] > 0].any()
    assert found.hidden == hidden_in_all


@promise("capacity that counts few people is left out, any other stays; coordinates are rounded to millimetres once and for all",
         exchange.protected_capacity, exchange.rounded)  # fmt: skip
@given(st.lists(st.tuples(st.sampled_from(["listade", "vårdplatser"]), st.one_of(st.just(math.nan), st.integers(0, 9).map(float))), max_size=6),
       st.lists(st.one_of(st.none(), st.floats(-1e7, 1e7)), max_size=4))  # fmt: skip
def test_capacity_and_places(drawn, coordinates):
    rows = pd.DataFrame(drawn, columns=["kind", "value"])
    kept, left = exchange.protected_capacity(rows, 5)
    told = [one for one in drawn if not (one[0] == "listade" and 0 < one[1] < 5)]
    assert (
        list(kept["kind"]) == [kind for kind, _ in told] and left == len(drawn) - len(told) and len(rows) == len(drawn)
    )
    metres = exchange.rounded(coordinates)
    assert equal(exchange.rounded(metres), metres) and equal(
        np.isnan(metres), np.array([one is None for one in coordinates], bool)
    )
    assert all(abs(one - other) <= 0.000501 for one, other in zip(metres, coordinates) if other is not None)
