"""PxWebApi 2 and json-stat: limits read and kept, selections divided, answers read by position, signs never numbers."""

import csv
import json
import time
from itertools import product
from math import prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.sources import errors
from narvard_plugin.sources.client import Client, Pace
from narvard_plugin.sources.http import Request
from narvard_plugin.sources.http_requests import RequestsHttp
from narvard_plugin.sources.jsonstat import read_dataset
from narvard_plugin.sources.pxweb2 import Asked, Pxweb2
from narvard_plugin.sources.selections import cells, read_selection, read_years, split
from narvard_plugin.sources.sentences import sentence
from tests.shared import shared_file
from tests.sources.servers.pxweb2 import Pxweb2Server, Table, Variable

AREAS = {f"99{n:02}A00{m}0": f"99{n:02}A00{m}0" for n in range(1, 6) for m in range(1, 5)}
AGES = {"totalt": "totalt", "-4": "-4 år", "80-": "80+ år"}
YEARS = {"2023": "2023", "2024": "2024"}


def figure(area, age, contents, year):
    """Every cell has a figure of its own, so that none can stand in another's place unseen."""
    return 1000 * list(AREAS).index(area) + 10 * list(AGES).index(age) + int(year) - 2023


def table(name="TAB1", label="Folkmängd"):
    return Table(
        name,
        label,
        [
            Variable("Region", "region", AREAS, code_lists={"vs_DeSO2018": list(AREAS)}, role="geo"),
            Variable("Alder", "ålder", AGES, elimination=True, total="totalt"),
            Variable("ContentsCode", "tabellinnehåll", {"C1": "Antal"}, role="metric"),
            Variable("Tid", "år", YEARS, role="time"),
        ],
        figure,
    )


@pytest.fixture
def server():
    with Pxweb2Server([table()]) as running:
        yield running


def asked():
    values = {"Region": list(AREAS), "Alder": list(AGES), "ContentsCode": ["C1"], "Tid": list(YEARS)}
    return Asked(values, {"Region": "vs_DeSO2018"}, {"Region": ["99*"]})


def open_database(server):
    client = Client(RequestsHttp(), pause=0.01)
    return Pxweb2(server.base, client), client


def told(datasets):
    """{(area, age, year): figure} of all parts."""
    found = {}
    for dataset in datasets:
        areas, ages, _, years = (one.values for one in dataset.dimensions)
        for place, value in np.ndenumerate(dataset.figures):
            key = areas[place[0]], ages[place[1]], years[place[3]]
            assert key not in found
            found[key] = value
    return found


WHOLE = {(area, age, year): figure(area, age, "C1", year) for area in AREAS for age in AGES for year in YEARS}


def test_limits_are_what_the_server_says(server):
    server.cells, server.calls, server.window = 10_000, 7, 3
    database, client = open_database(server)
    assert (database.limits.cells, client.pace, database.limits.licence) == (10_000, Pace(7, 3.0), "CC0")


def test_a_selection_that_fits_is_one_post_with_the_countys_wildcard(server):
    database, _ = open_database(server)
    assert told(database.data("TAB1", asked(), "Region")) == WHOLE
    sent = server.asked[-1]
    assert sent.method == "POST" and sent.query == {"lang": "sv", "outputFormat": "json-stat2"}
    first = sent.json["selection"][0]
    assert first == {"variableCode": "Region", "valueCodes": ["99*"], "codelist": "vs_DeSO2018"}


@pytest.mark.parametrize(
    ("limit", "status", "counts"), [(50, 400, 1), (7, 400, 1), (60, 403, 4), (150, 400, 12), (3, 400, 1)]
)
def test_a_large_selection_comes_in_parts(server, limit, status, counts):
    """Also where the server counts more cells than its configuration says."""
    server.cells, server.too_many_status, server.counts, server.calls = limit, status, counts, 1000
    database, _ = open_database(server)
    assert told(database.data("TAB1", asked(), "Region")) == WHOLE
    whole = prod(len(values) for values in asked().values.values())
    assert (len([one for one in server.asked if one.body]) > 1) == (whole * counts > limit)


def test_one_cell_too_many_for_the_server_is_an_error(server):
    database, _ = open_database(server)
    server.counts = 1_000_000
    with pytest.raises(errors.Rejected, match="Too many cells selected"):
        database.data("TAB1", asked(), "Region")
    assert len(server.asked) < 20


def test_thousands_of_parts_are_refused_before_they_are_asked_for(server):
    server.cells = 1
    database, _ = open_database(server)
    values = {**asked().values, "Region": [f"99{n}" for n in range(400)]}
    with pytest.raises(errors.WrongChoice, match="parts"):
        database.data("TAB1", Asked(values))
    assert not [one for one in server.asked if one.body]


def test_the_client_keeps_within_the_calls_of_a_window(server):
    server.cells, server.calls, server.window = 4, 10, 0.4
    database, _ = open_database(server)
    assert told(database.data("TAB1", asked(), "Region")) == WHOLE
    assert len(server.asked) > 20 and server.turned_away == 0


@pytest.mark.parametrize("retry_after", [True, False])
def test_a_server_that_wants_patience_gets_it(server, retry_after):
    server.retry_after = retry_after
    database, client = open_database(server)
    client.pace, client._pause, server.calls, server.window = None, 0.2, 1, 0.3
    server._lately.append(time.monotonic())
    assert told(database.data("TAB1", asked(), "Region")) == WHOLE
    assert server.turned_away >= 1


def test_a_fault_in_the_middle_of_the_parts_leaves_nothing(server):
    server.cells = 10
    database, _ = open_database(server)
    server.misbehave("failing", times=None, after=5)
    with pytest.raises(errors.ServerFailed):
        database.data("TAB1", asked(), "Region")


def test_an_answer_with_too_little_in_it_is_no_answer(server):
    good = server.reply

    def short(sent):
        answer = good(sent)
        if not sent.body:
            return answer
        selection = sent.json["selection"]
        selection[0] = {"variableCode": "Region", "valueCodes": list(AREAS)[:3]}
        return good(sent._replace(body=json.dumps({"selection": selection}).encode()))

    server.reply = short
    database, _ = open_database(server)
    with pytest.raises(errors.Incomplete):
        database.data("TAB1", asked(), "Region")


@pytest.mark.parametrize(
    ("selection", "title"),
    [
        ([{"variableCode": "Alder", "valueCodes": ["totalt"]}], "Missing selection for mandantory variable"),
        ([{"variableCode": "Kön", "valueCodes": ["1"]}], "Non-existent variable"),
        ([{"variableCode": "Region", "valueCodes": ["20*"]}], "Non-existent value"),
        ([{"variableCode": "Region", "valueCodes": ["top(x)"]}], "Illegal selection expression"),
        ([{"variableCode": "Region", "codelist": "vs_DeSO1999", "valueCodes": ["*"]}], "Non-existent codelist"),
    ],
)
def test_the_titles_of_problems_reach_the_user(server, selection, title):
    _, client = open_database(server)
    body = json.dumps({"selection": selection}).encode()
    with pytest.raises(errors.Rejected) as raised:
        client.json(Request(server.base + "/tables/TAB1/data", body=body))
    assert title in sentence(raised.value)


def test_a_format_that_the_server_lacks_is_told(server):
    _, client = open_database(server)
    with pytest.raises(errors.Rejected, match="Unsupported output format"):
        client.json(Request(server.base + "/tables/TAB1/data", [("outputFormat", "parquet")]))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_letters_of_a_csv_are_right_in_whatever_encoding_it_comes(server, encoding):
    """PxWeb's CSV with texts may be in cp1252 (T13)."""
    server.csv_encoding = encoding
    _, client = open_database(server)
    body = json.dumps(
        {"selection": [{"variableCode": code, "valueCodes": list(values)} for code, values in asked().values.items()]}
    )
    told = client.text(
        Request(server.base + "/tables/TAB1/data", [("outputFormat", "csv")], body=body.encode()), ("text/csv",)
    )
    rows = list(csv.reader(told.splitlines()))
    assert rows[0] == ["region", "ålder", "tabellinnehåll", "år", "Folkmängd"]
    assert ["9901A0010", "80+ år", "Antal", "2024", "21"] in rows and len(rows) == 1 + len(WHOLE)


def test_a_long_query_is_a_page_that_is_not_there(server):
    _, client = open_database(server)
    with pytest.raises(errors.NotThere, match="File or directory not found"):
        client.json(Request(server.base + "/tables/TAB1/data", [("valueCodes[Region]", ",".join(AREAS) * 20)]))


def test_an_unknown_table_is_told(server):
    database, _ = open_database(server)
    with pytest.raises(errors.WrongChoice, match=r"TAB9.*Non-existent table"):
        database.metadata("TAB9")


def test_the_list_of_tables_is_read_to_its_last_page():
    tables = [table(f"TAB{n}", f"Folkmängd {n}") for n in range(45)]
    with Pxweb2Server([*tables, table("TAB99", "Bilar")]) as server:
        database, _ = open_database(server)
        assert [one.id for one in database.find("folkmängd")] == [f"TAB{n}" for n in range(45)]
        assert database.find("inget") == []


def cube(**more):
    """2 x 2 figures whose codes are written in another order than they stand."""
    return {
        "class": "dataset", "id": ["Region", "Tid"], "size": [2, 2], "value": [1402, None, 0, 87],
        "dimension": {
            "Region": {"label": "region", "category": {"index": {"B": 1, "A": 0}, "label": {"A": "a", "B": "b"}}},
            "Tid": {"label": "år", "category": {"index": ["2023", "2024"]}},
        },
        **more,
    }  # fmt: skip


def test_figures_stand_by_position_and_missing_is_not_nought():
    read = read_dataset(cube(status={"1": "..", "2": "."}), "x")
    assert read.dimensions[0].values == ("A", "B")
    assert read.figures[0, 0] == 1402 and read.figures[1, 1] == 87
    assert np.isnan([read.figures[0, 1], read.figures[1, 0]]).all()
    assert read.status.tolist() == [["ok", "missing"], ["missing", "ok"]]
    assert (read.geo, read.time, read.metric) == ("Region", "Tid", None)


def test_hidden_and_sparse_figures():
    read = read_dataset(cube(value={"0": 5, "3": 0}, status=[None, "<5", "..", None]), "x")
    assert read.status.tolist() == [["ok", "suppressed"], ["missing", "ok"]]
    assert read.figures[1, 1] == 0


def test_the_older_form_is_read():
    told = cube()
    inner = {**told["dimension"], "id": told["id"], "size": told["size"], "role": {"time": ["Tid"]}}
    old = {"dataset": {"dimension": inner, "value": told["value"], "label": "x"}}
    assert read_dataset(old, "x").figures[1, 1] == 87


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": [1, 2, 3]}, {"size": [2, 3]}, {"dimension": {}}, {"value": None}, {"value": ["a", "b", "c", "d"]},
        {"dimension": {**cube()["dimension"], "Region": {"category": {"index": {"A": 0, "B": 2}}}}},
    ],
)  # fmt: skip
def test_what_is_no_dataset_is_told(wrong):
    with pytest.raises(errors.Unreadable):
        read_dataset(cube(**wrong), "x")


@pytest.mark.parametrize(("name", "size", "time"), [("tab004", (14, 11, 1, 28), "TIME"), ("tab001", None, None)])
def test_the_servers_own_fixtures_are_read(name, size, time):
    """``updated`` is no date in one of them, and ``role`` names no areas."""
    told = json.loads(shared_file(f"data/pxwebapi2_fixtures/MetadataById_{name}_js2.json").read_text("utf-8-sig"))
    read = read_dataset(told, name, figures=False)
    assert read.updated == told["updated"]
    assert read.shape == tuple(told["size"]) and (size is None or read.shape == size)
    assert time is None or read.time == time
    for dimension in read.dimensions:
        index = told["dimension"][dimension.code]["category"]["index"]
        assert [index[value] for value in dimension.values] == list(range(len(index)))


def test_the_servers_own_configuration_and_list():
    """The fixture allows 10 000 cells, SCB 150 000: neither is written in the code."""
    config = json.loads(shared_file("data/pxwebapi2_fixtures/GetApiConfiguration.json").read_text("utf-8-sig"))
    listed = json.loads(shared_file("data/pxwebapi2_fixtures/ListAllTables.json").read_text("utf-8-sig"))
    with Pxweb2Server([table()]) as server:
        server._config = lambda: config
        server._list = lambda query: listed
        database, _ = open_database(server)
        assert database.limits.cells == 10_000
        assert [one.id for one in database.find("")] == [one["id"] for one in listed["tables"]]


selections = st.dictionaries(
    st.sampled_from("ABCD"), st.integers(1, 6).map(lambda n: [str(i) for i in range(n)]), min_size=1
)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(selections, st.integers(1, 200), st.sampled_from("ABCD"))
def test_parts_fit_cover_the_whole_and_never_overlap(selection, limit, last):
    parts = split(selection, limit, last)
    assert all(cells(part) <= limit for part in parts)
    met = [combination for part in parts for combination in product(*part.values())]
    assert len(met) == len(set(met)) == cells(selection)
    assert set(met) == set(product(*selection.values()))


def test_what_users_write():
    assert read_selection("Alder=totalt, 65-69; Kon=1+2;") == {"Alder": ["totalt", "65-69"], "Kon": ["1+2"]}
    for wrong in ("Alder", "=1", "Alder=", "A=1;A=2"):
        with pytest.raises(errors.WrongChoice):
            read_selection(wrong)
    assert read_years("2015-2017;2020, 2030", range(2010, 2025)) == ([2015, 2016, 2017, 2020], [2030])
    for wrong in ("i fjol", "2020-2015", "20-24"):
        with pytest.raises(errors.WrongChoice):
            read_years(wrong, [])
