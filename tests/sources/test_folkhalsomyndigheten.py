"""Folkhälsomyndigheten's tables: asked by POST, divided on 403, whichever json-stat the server knows."""

import numpy as np
import pytest

from narvard_plugin.sources import errors
from narvard_plugin.sources.client import Client, Pace
from narvard_plugin.sources.folkhalsomyndigheten import Folkhalsomyndigheten
from narvard_plugin.sources.health import ALL_SEXES, Question
from narvard_plugin.sources.http_requests import RequestsHttp
from narvard_plugin.sources.sentences import sentence
from tests.sources.servers.base import FAULTS
from tests.sources.servers.pxweb1 import Pxweb1Server, Table, Variable

PATH = "A_Folkhalsodata/B_HLV/halsa.px"
REGIONS = {"00": "Riket", "08": "Kalmar", "05": "Östergötland", "0880": "Kalmar kommun", "0580": "Linköping"}


def figure(area, age, share, sex, year):
    if area == "0880" and sex == "02":
        return ".."
    return list(REGIONS).index(area) * 100 + int(share) * 10 + int(sex or 0) + (year == "2022") / 2


@pytest.fixture(autouse=True)
def at_full_speed(monkeypatch):
    monkeypatch.setattr("narvard_plugin.sources.pxweb1._PACE", Pace(1000, 1.0))


@pytest.fixture
def server():
    variables = [
        Variable("Region", "Region", REGIONS),
        Variable("Ålder", "Ålder", {"1": "16-84 år", "2": "65-84 år"}, elimination=True),
        Variable("Andel", "Andel och konfidensintervall", {"01": "Andel", "02": "Nedre gräns"}),
        Variable("Kön", "Kön", {"01": "Totalt", "02": "Kvinnor", "03": "Män"}),
        Variable("År", "År", {"2018": "2018-2021", "2022": "2021-2024"}, time=True),
    ]
    with Pxweb1Server({PATH: Table("God självskattad hälsa", variables, figure)}) as running:
        yield running


def fetch(server, indicators=PATH, county="08", years="", sex="T"):
    return Folkhalsomyndigheten(server.base, Question(county, indicators, years, sex)).fetch(
        Client(RequestsHttp(), pause=0.01)
    )


def rows(fetched):
    return fetched.parts[0].rows.set_index(["indicator", "area_code", "period", "sex"])


def test_the_region_its_municipality_and_the_nation(server):
    fetched = fetch(server, years="2015-2024", sex=ALL_SEXES)
    found = rows(fetched)
    assert len(found) == 3 * 2 * 3 * 2
    row = found.loc[("halsa.px:Andel=01", "08", "2021-2024", "K")]
    assert row[["value", "area_level", "status"]].tolist() == [112.5, "region", "ok"]
    assert row["indicator_name"] == "God självskattad hälsa – Andel"
    hidden = found.loc[("halsa.px:Andel=01", "0880", "2021-2024", "K")]
    assert np.isnan(hidden["value"]) and hidden[["status", "area_level"]].tolist() == ["missing", "municipality"]
    assert (fetched.smallest_area, fetched.data_date) == ("municipality", "2024-12-31")


def test_the_newest_period_and_chosen_values(server):
    found = fetch(server, f"{PATH};Ålder=65-84 år;andel=01").parts[0].rows
    assert set(found["period"]) == {"2021-2024"} and set(found["age"]) == {"65-84 år"} and len(found) == 3


@pytest.mark.parametrize(("cells", "forms"), [(5, ("json-stat2",)), (150_000, ("json-stat",)), (3, ("json-stat",))])
def test_a_smaller_limit_or_an_older_server_gives_the_same(server, cells, forms):
    whole = rows(fetch(server, sex=ALL_SEXES)).sort_index()
    server.cells, server.forms = cells, forms
    assert rows(fetch(server, sex=ALL_SEXES)).sort_index().equals(whole)


def test_a_server_that_refuses_everything_is_believed_in_the_end(server):
    server.cells = 0
    with pytest.raises(errors.Refused, match="Too many values"):
        fetch(server, sex=ALL_SEXES)
    assert len(server.asked) < 15


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"indicators": "A_Folkhalsodata"}, "is a folder. It holds: B_HLV"), ({"indicators": "B/x.px"}, "no table B/x.px"),
        ({"indicators": ""}, "Give INDICATORS the path"), ({"indicators": f"{PATH};Ålder=17"}, "no value 17.*65-84 år"),
        ({"indicators": f"{PATH};Diagnos=1"}, "no variable Diagnos"), ({"county": "20"}, "no figures for region 20"),
        ({"years": "2001"}, "no figures of 2001"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_told(server, asked, words):
    with pytest.raises(errors.WrongChoice, match=words):
        fetch(server, **asked)


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in ("slow", "huge", "too_many")])
def test_a_fault_in_a_late_part_gives_nothing(server, fault):
    server.cells = 4
    server.misbehave(fault, times=None, after=5)
    with pytest.raises(errors.SourceError) as raised:
        fetch(server, sex=ALL_SEXES)
    assert "Nothing was stored" in sentence(raised.value)


def test_a_table_that_numbers_its_areas_itself(server):
    """Its 10 is Kalmar and its 08 is Gotland: the names rule, and two values for one area are no answer."""
    table = server.tables[PATH]
    numbered = {"0": "Riket", "08": "Gotlands län", "10": "08 Kalmar län", "11": "0880 Kalmar kommun", "12": "Blekinge"}
    server.tables[PATH] = table._replace(
        variables=[table.variables[0]._replace(values=numbered), *table.variables[1:]],
        figure=lambda area, *others: int(area),
    )
    found = rows(fetch(server, years="2024"))
    assert {key[1]: value for key, value in found["value"].items()} == {"00": 0.0, "08": 10.0, "0880": 11.0}
    numbered["13"] = "Kalmar län"
    with pytest.raises(errors.Unreadable, match="08 x 2"):
        fetch(server, years="2024")
