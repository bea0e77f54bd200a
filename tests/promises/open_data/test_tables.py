"""Published tables: cells, ids, addresses, schemas and periods that are read back."""

import csv
import io
import json
import math

from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.open_data import rdf, roles, tables
from tests.promises import promise
from tests.promises.strategies.refusals import tried

WORD = st.text("abåäö ÅB1-_/:<&", max_size=9)
CELL = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-99, 2**40),
    st.floats(),
    st.text(max_size=6),
    st.text('=+-@\t\r\n,"; a', max_size=5),
)


@promise(
    "every value is a cell that is read back, unknown is empty and never 0, and no text is a formula",
    tables.csv_bytes,
    tables.cell,
    usual=10,
    long=1500,
)
@given(st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=4))
def test_cells(rows):
    head, *found = csv.reader(io.StringIO(tables.csv_bytes(["a", "b"], rows).decode("utf-8"), newline=""))
    assert head == ["a", "b"] and len(found) == len(rows)
    for told, row in zip(found, rows):
        for text, value in zip(told, row):
            assert text == tables.cell(value)
            if value is None or (isinstance(value, float) and not math.isfinite(value)):
                assert text == ""
            elif isinstance(value, str):
                assert text.removeprefix("'") == rdf.cleaned(value).removeprefix("'") and not text.lstrip().startswith(
                    ("=", "+", "-", "@")
                )
            else:
                assert text == str(value).lower() if isinstance(value, bool) else float(text) == value


@promise(
    "every row has an id of its own that another export gives it again, whatever rows come after it",
    tables.feature_ids,
    tables.key_fields,
)
@given(
    st.lists(st.tuples(st.sampled_from(["", "a", "b", "a-2"]), st.sampled_from([b"x", b"y"])), max_size=6),
    st.lists(st.tuples(*[st.sampled_from(["1", "2", "3"])] * 2), max_size=4),
)
def test_ids(told, rows):
    keys, contents = [one for one, _ in told], [one for _, one in told]
    found = tables.feature_ids(keys, contents)
    assert len(found) == len(set(found)) == len(told), "none twice"
    assert tables.feature_ids(keys[:-1], contents[:-1]) == found[:-1]
    assert all(one.startswith(key) for one, key in zip(found, keys))
    columns = [[one for one, _ in rows], [other for _, other in rows]]
    chosen = tables.key_fields(["Area_Code", "year"], columns)
    named = list(zip(*(columns[at] for at in chosen)))
    assert not chosen or len(set(named)) == len(rows)
    assert bool(chosen) == (len(set(rows)) == len(rows)) and (chosen == [0]) == (len(set(columns[0])) == len(rows))


@promise(
    "a part of an address is small letters, figures and hyphens, and is itself when it is made again",
    tables.slug,
    long=800,
)
@given(st.one_of(st.text(max_size=80), WORD))
def test_slugs(text):
    found = tables.slug(text)
    assert (
        set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        and len(found) <= 60
        and found == found.strip("-") == tables.slug(found) == tables.slug(f" {text} ")
    )


@promise(
    "the schema describes every column of the file once, in its order, and says where numbers are hidden",
    tables.table_schema,
)
@given(st.lists(st.builds(tables.Field, st.text("abc", min_size=1, max_size=4), st.sampled_from(["text", "integer", "real", "flag", "date"]), st.text(max_size=4),
                          st.sampled_from([roles.PLAIN, roles.SHARE, roles.PEOPLE])), max_size=4, unique_by=lambda one: one.name), st.integers(2, 20), st.booleans(), st.booleans())  # fmt: skip
def test_schemas(fields, minimum, geometry, points):
    told = json.loads(tables.table_schema(fields, minimum, geometry, points))
    people_there = any(one.role != roles.PLAIN for one in fields)
    names = [
        "feature_id",
        *(one.name for one in fields),
        *["hidden_fields"] * people_there,
        *["latitude", "longitude"] * points,
        *["wkt"] * geometry,
    ]
    assert (
        [one["name"] for one in told["fields"]] == names
        and told["primaryKey"] == names[0]
        and told["missingValues"] == [""]
    )
    for one, field in zip(told["fields"][1:], fields):
        assert one["title"] == (field.title or field.name) and (f"{minimum}" in one.get("description", "")) == (
            field.role != roles.PLAIN
        )


@promise(
    "a period is read as its first and last day or year, never backwards, and anything else is refused",
    tables.read_period,
    long=1500,
)
@given(st.dates(), st.dates(), st.booleans(), st.text("0123456789-/ ", max_size=12))
def test_periods(one, other, years, text):
    first, last = (f"{day.year:04d}" if years else f"{day}" for day in sorted([one, other]))
    assert (
        tables.read_period(f" {first} / {last} ") == (first, last)
        and tables.read_period(f"{first}/") == (first, "")
        and tables.read_period(first) == (first, first)
    )
    assert first == last or tried(ValueError, tables.read_period, f"{last}/{first}")[1] is not None
    found, refusal = tried(ValueError, tables.read_period, text)
    assert refusal is not None or (found is None) == (not text.strip())
    assert (
        refusal is not None or found is None or (found[0] and (not found[1] or found[1] >= found[0][: len(found[1])]))
    )
