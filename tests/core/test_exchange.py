"""The exchange format: checksums that notice every change, and squares that tell of no few people."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core import exchange
from narvard_plugin.core.exchange import AGES, FACILITIES, PEOPLE, ExchangeError, Header, checksum
from narvard_plugin.store.plan_tables import PLAN_TABLES
from narvard_plugin.store.review_tables import REVIEW_TABLES

HEADER = Header(exchange.FORMAT, exchange.VERSION, "98", "2024-12-31", "CC0", "planering@region.se", "0.5.0", 5)


def facilities(count=3):
    rows = {name: [None] * count for name in exchange.TABLES[FACILITIES].names}
    rows.update(facility_id=[f"f{at}" for at in range(count)], name=["Å"] * count, type=["vardcentral"] * count)
    rows.update(
        region=["98"] * count, opened=[1990 + at for at in range(count)], x=[500000.5] * count, y=[6400000.0] * count
    )
    return pd.DataFrame(rows).astype(object)


def test_no_neighbour_is_given_the_plan_register_with_its_people():
    given = set(exchange.TABLES)
    assert given == {"facilities", "services", "capacity", "people"}
    assert not given & {table.name for table in (*PLAN_TABLES, *REVIEW_TABLES)}


def test_the_checksum_knows_rows_and_not_their_order():
    rows = facilities()
    same = rows.iloc[::-1].reset_index(drop=True)[rows.columns[::-1]]
    assert checksum(HEADER, FACILITIES, rows) == checksum(HEADER, FACILITIES, same)
    assert checksum(HEADER, FACILITIES, rows.assign(opened=rows["opened"].astype(float))) == checksum(
        HEADER, FACILITIES, rows
    )


@pytest.mark.parametrize("kind", [exchange.INTEGER, exchange.REAL])
def test_a_number_that_no_column_holds_is_refused(kind):
    with pytest.raises(ValueError, match="1000"):
        exchange.as_kind(pd.Series([10**400], dtype=object), kind)


@pytest.mark.parametrize("text", ["20241231", "2024-W52-2", "2024-02-30", ""])
def test_a_day_has_one_form_in_every_version_of_python(text):
    assert exchange.read_day(" 2024-12-31 ") == "2024-12-31"
    with pytest.raises(ExchangeError):
        exchange.read_day(text)


@pytest.mark.parametrize("column", ["facility_id", "name", "municipality", "opened", "x"])
def test_the_checksum_notices_every_change(column):
    rows, changed = facilities(), facilities()
    changed.loc[1, column] = 1 if column in ("opened", "x") else "1"
    assert checksum(HEADER, FACILITIES, changed) != checksum(HEADER, FACILITIES, rows)
    assert checksum(HEADER, FACILITIES, rows.iloc[:2]) != checksum(HEADER, FACILITIES, rows)
    assert checksum(HEADER._replace(licence="CC BY"), FACILITIES, rows) != checksum(HEADER, FACILITIES, rows)


def listed_header(**changed):
    return [{**HEADER._asdict(), "table_name": name, "sha256": "0", **changed} for name in exchange.ALWAYS]


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([], "format"), ([{"a": 1}], "format"), (listed_header(format="csv"), "format"),
        (listed_header(version=2), "version"), (listed_header(licence=None), "header"),
        ([*listed_header(), *listed_header(date="2020-01-01")], "headers"),
    ],
)  # fmt: skip
def test_headers_that_are_refused(rows, problem):
    with pytest.raises(ExchangeError) as raised:
        exchange.read_header(rows)
    assert raised.value.problem == problem
    assert exchange.read_header(listed_header())[0] == HEADER


def squares(ages):
    ages = np.asarray(ages, float)
    rows = pd.DataFrame(ages, columns=list(AGES)[: ages.shape[1]])
    rows = rows.reindex(columns=list(AGES)).fillna(0)
    ids = [f"r{at}" for at in range(len(rows))]
    return rows.assign(
        origin_id=ids, population=ages.sum(axis=1).astype(int), region="98", area_code=None, x=0.0, y=0.0
    )


def test_few_people_are_not_told():
    found = exchange.protected_people(squares([[1, 2, 1], [3, 20, 40], [10, 20, 30], [0, 0, 9]]), 5)
    assert found.out == 1
    ages = found.rows[list(AGES)[:3]].to_numpy(float)
    np.testing.assert_array_equal(ages, [[np.nan, np.nan, 40], [10, 20, 30], [0, 0, 9]])
    assert found.rows["population"].tolist() == [63, 60, 9]
    assert found.hidden == 2


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.lists(st.integers(0, 12), min_size=6, max_size=6), min_size=1, max_size=8), st.integers(2, 8))
def test_no_age_can_be_worked_out_from_the_total(ages, minimum):
    rows = squares(ages)
    found = exchange.protected_people(rows, minimum)
    assert (found.rows["population"].isin([0]) | (found.rows["population"] >= minimum)).all()
    for _, row in found.rows.iterrows():
        told = row[list(AGES)].to_numpy(float)
        true = rows.set_index("origin_id").loc[row["origin_id"], list(AGES)].to_numpy(float)
        hidden = np.isnan(told)
        assert not exchange.too_few(told, minimum).any()
        assert (told[~hidden] == true[~hidden]).all()
        if hidden.any():
            rest = row["population"] - told[~hidden].sum()
            nobody_is_told = hidden.all()
            assert nobody_is_told or (hidden.sum() > 1 and rest >= minimum and rest > hidden.sum())


def test_listed_of_few_are_left_out():
    rows = pd.DataFrame(
        {"facility_id": list("abcd"), "kind": ["listade", "listade", "vardplatser", "listade"], "value": [3, 5, 2, 0]}
    )
    kept, few = exchange.protected_capacity(rows, 5)
    assert (kept["facility_id"].tolist(), few) == (["b", "c", "d"], 1)


def test_rows_of_others_and_of_nobody_are_refused():
    rows = facilities()
    for table, problem in (
        (rows.assign(region=["98", "97", None]), "region"),
        (rows.assign(facility_id=["a", "a", "b"]), "repeated"),
    ):
        with pytest.raises(ExchangeError) as raised:
            exchange.check_rows("98", {FACILITIES: table})
        assert raised.value.problem == problem
    services = pd.DataFrame(columns=list(exchange.TABLES["services"].columns))
    services.loc[0, "facility_id"] = "stranger"
    with pytest.raises(ExchangeError) as raised:
        exchange.check_rows("98", {FACILITIES: rows, "services": services})
    assert raised.value.facts["ids"] == ["stranger"]
    with pytest.raises(ExchangeError) as raised:
        exchange.check_columns(PEOPLE, ["origin_id"])
    assert "population" in raised.value.facts["names"]
