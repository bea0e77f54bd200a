"""Kolada: ids in groups, pages to the end, a region that is no municipality, and empty that is not nought."""

import json
from datetime import date

import numpy as np
import pytest

from narvard_plugin.sources import errors
from narvard_plugin.sources.client import Client
from narvard_plugin.sources.health import ALL_SEXES, Question
from narvard_plugin.sources.http_requests import RequestsHttp
from narvard_plugin.sources.kolada import Kolada, same_host
from narvard_plugin.sources.sentences import sentence
from tests.sources.servers.base import FAULTS, Reply
from tests.sources.servers.kolada import KoladaServer

AREAS = {"0000": ("Riket", "L"), "0008": ("Region Kalmar län", "L"), "0880": ("Kalmar", "K"), "0005": ("Region Östergötland", "L"), "0580": ("Linköping", "K")}  # fmt: skip
AREAS |= {f"08{n}": (f"Kommun {n}", "K") for n in range(21, 60)}
KPIS = {"N00001": "Ett (%)", "U30446": "Bostadsmarknadsläge", "N00003": "Utan värden"}


def data():
    found = {}
    for at, area in enumerate(AREAS):
        for year in (2022, 2023, 2024):
            found["N00001", area, year] = [("T", at + year / 10000, False), ("K", at + 0.5, False), ("M", None, False)]
            found["U30446", area, year] = [("T", float(at % 3), False), ("T", 99.0, True)]
    found["N00001", "0880", 2024] = [("T", None, False)]
    return found


@pytest.fixture
def server():
    with KoladaServer(KPIS, AREAS, data(), calls=1000) as running:
        yield running


def fetch(server, indicators="N00001", county="08", years="2022-2024", sex="T"):
    source = Kolada(server.base, Question(county, indicators, years, sex), today=date(2026, 11, 22))
    return source.fetch(Client(RequestsHttp(), pause=0.01))


def rows(fetched):
    return fetched.parts[0].rows.set_index(["indicator", "area_code", "period", "sex"])


def test_the_region_its_municipalities_and_the_nation(server):
    """0008 is the region, 0880 the municipality: told apart as text (T27)."""
    fetched = fetch(server, "U30446")
    found = rows(fetched)
    assert set(found["area_level"]) == {"country", "region", "municipality"}
    assert found.loc[("U30446", "08", "2024", "T"), ["value", "area_level"]].tolist() == [1.0, "region"]
    assert found.loc[("U30446", "0880", "2024", "T"), ["value", "area_level"]].tolist() == [2.0, "municipality"]
    assert found.loc[("U30446", "00", "2024", "T"), ["value", "status"]].tolist() == [0.0, "ok"], "0 may be real"
    assert len(found) == (1 + 1 + 1 + 39) * 3
    assert fetched.smallest_area == "municipality" and fetched.data_date == "2024-12-31"
    assert any(f"{42 * 3} figures are marked as deleted" in note for note in fetched.notes)
    assert (found["value"] < 99).all()


def test_an_empty_value_is_missing(server):
    found = rows(fetch(server, sex=ALL_SEXES))
    assert found.loc[("N00001", "0880", "2024", "T"), "status"] == "missing"
    assert np.isnan(found.loc[("N00001", "0880", "2024", "T"), "value"])
    men = found.xs("M", level="sex")
    assert set(men["status"]) == {"missing"} and men["value"].isna().all()


def test_no_call_has_more_than_25_ids_and_every_page_is_read(server):
    server.per_page = 40
    whole = rows(fetch(server, "N00001;U30446", years="2000-2024"))
    assert len(whole) == 2 * 42 * 3
    paths = [one.path for one in server.asked if "/data/" in one.path]
    lists = [part.split(",") for path in paths for part in path.split("/")]
    assert max(map(len, lists)) == 25
    assert sum("page=2" in one.raw_query for one in server.asked) >= 3


def test_without_years_the_newest_that_has_a_value(server):
    for area in AREAS:
        server.data["N00001", area, 2024] = [("T", None, False)]
    assert set(rows(fetch(server, years="")).index.get_level_values("period")) == {"2023"}


def test_it_keeps_to_five_calls_a_second(server):
    server.calls, server.per_page = 5, 20
    assert len(rows(fetch(server))) == 42 * 3
    assert len(server.asked) > 10 and server.turned_away == 0


@pytest.mark.parametrize("told", [True, False])
def test_too_many_calls_are_waited_out(server, told, monkeypatch):
    """A 429 without Retry-After means a minute."""
    good, left, slept = server.reply, [5 if not told else 1], []

    def busy(asked):
        if left[0]:
            left[0] -= 1
            return Reply(429, b"", "text/plain", {"Retry-After": "1"} if told else {})
        return good(asked)

    server.reply = busy
    monkeypatch.setattr(Client, "wait", lambda self, seconds: slept.append(seconds))
    assert len(rows(fetch(server))) == 42 * 3
    assert (1.0 if told else 60.0) in slept


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"indicators": "N99999"}, "no key figure N99999"), ({"indicators": " ; "}, "Give INDICATORS"),
        ({"indicators": "N0/1"}, "no ids of key figures"), ({"county": "20"}, "no areas of region 20"),
        ({"indicators": "N00003"}, "no values for N00003"), ({"years": "1975"}, "no values for N00001 in the years 1975"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_told(server, asked, words):
    with pytest.raises(errors.WrongChoice, match=words):
        fetch(server, **asked)


def test_one_of_two_without_values_is_said(server):
    fetched = fetch(server, "N00001;N00003")
    assert any("N00003 have no figures" in note for note in fetched.notes)


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in ("slow", "huge", "too_many")])
def test_a_fault_on_a_late_page_gives_nothing(server, fault):
    server.per_page = 30
    server.misbehave(fault, times=None, after=3)
    with pytest.raises(errors.SourceError) as raised:
        fetch(server)
    assert "Nothing was stored" in sentence(raised.value)


@pytest.mark.parametrize("wrong", [{"values": [{}]}, {"values": None}, [], {"values": [{"id": "N00001"}]}, {}])
def test_odd_answers_are_unreadable(server, wrong):
    server.reply = lambda asked: Reply(200, json.dumps(wrong).encode())
    with pytest.raises(errors.Unreadable):
        fetch(server)


def test_a_next_page_keeps_the_scheme_and_port_of_the_source():
    assert (
        same_host("https://sdb.socialstyrelsen.se/api", "http://sdb.socialstyrelsen.se/api/x?sida=2")
        == "https://sdb.socialstyrelsen.se/api/x?sida=2"
    )
    assert (
        same_host("http://127.0.0.1:5000/v3", "http://127.0.0.1/v3/kpi?page=2") == "http://127.0.0.1:5000/v3/kpi?page=2"
    )
    assert same_host("https://api.kolada.se/v3", "/v3/kpi?page=2") == "https://api.kolada.se/v3/kpi?page=2"
    with pytest.raises(errors.Unreadable):
        same_host("https://api.kolada.se/v3", "https://example.org/v3/kpi?page=2")


def test_a_number_of_figures_that_nobody_meant_is_told_before(server, monkeypatch):
    monkeypatch.setattr("narvard_plugin.sources.health.MOST_FIGURES", 100)
    with pytest.raises(errors.WrongChoice, match="about 126 figures"):
        fetch(server)
    assert not [one for one in server.asked if "/data/" in one.path]


@pytest.mark.parametrize("value", ["12", True, [1]])
def test_what_is_no_number_is_no_figure(server, value):
    server.data["N00001", "0880", 2024] = [("T", value, False)]
    with pytest.raises(errors.Unreadable):
        fetch(server)


def test_two_figures_of_one_thing_are_neither(server):
    server.data["N00001", "0880", 2024] = [("T", 1.0, False), ("T", 2.0, False)]
    with pytest.raises(errors.Unreadable, match="N00001, 0880, 2024, T x 2"):
        fetch(server)
    server.data["N00001", "0880", 2024] = [("T", 1.0, False), ("T", 1.0, False)]
    assert rows(fetch(server)).loc[("N00001", "0880", "2024", "T"), "value"] == 1.0


def test_a_mark_of_deletion_that_may_mean_anything(server):
    server.data["N00001", "0880", 2024] = [("T", 1.0, "false")]
    with pytest.raises(errors.Unreadable, match="isdeleted"):
        fetch(server)
