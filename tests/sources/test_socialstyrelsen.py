"""Socialstyrelsen: numbers as Swedish text, ids in several styles, thousands of pages told before they are fetched."""

import json
from itertools import product

import numpy as np
import pytest

from narvard_plugin import catalogue
from narvard_plugin.sources import errors
from narvard_plugin.sources.client import Client, Pace
from narvard_plugin.sources.health import ALL_SEXES, Question, area_called
from narvard_plugin.sources.http_requests import RequestsHttp
from narvard_plugin.sources.sentences import sentence
from narvard_plugin.sources.socialstyrelsen import Socialstyrelsen
from tests.sources.servers.base import FAULTS
from tests.sources.servers.socialstyrelsen import SEXES, SocialstyrelsenServer, Subject

DEATHS = {
    "region": [{"id": 0, "kod": "00", "text": "Riket"}, {"id": 1, "kod": "01", "text": "Stockholms län"}, {"id": 8, "kod": "08", "text": "Kalmar län"}],
    "alder": [{"id": 1, "text": "0-64"}, {"id": 2, "text": "65+"}],
    "kon": SEXES,
    "matt": [{"id": 1, "text": "Antal döda"}, {"id": 2, "text": "Antal döda per 100 000"}],
    "ar": [{"id": year, "text": str(year)} for year in range(1997, 2026)],
    "diagnos": [{"id": n, "kod": f"I2{n}", "text": f"Diagnos {n}"} for n in range(5)],
}  # fmt: skip
INJURIES = {
    "region": [{"id": "00", "text": "Riket"}, {"id": "08", "text": "Kalmar län"}, {"id": "0880", "text": "Kalmar"}, {"id": "0114", "text": "Upplands Väsby"}],
    "matt": [{"id": 1, "text": "Antal"}],
    "ar": [{"id": period, "text": period} for period in ("1987-1989", "2022-2024", "2023-2025")],
}  # fmt: skip
BIRTHS = {
    "region": [{"id": 0, "kod": "00000", "text": "Riket"}, {"id": 108, "kod": "00108", "text": "Kalmar län"}, {"id": 110, "kod": "00110", "text": "Ingenstans"}],
    "matt": [{"id": 1, "text": "Antal"}],
    "ar": [{"id": 2025, "text": "2025"}],
}  # fmt: skip


def figures(variables):
    keys = product(*([one["id"] for one in values] for values in variables.values()))
    return {key: f"{639 + at},3" for at, key in enumerate(keys)}


@pytest.fixture(autouse=True)
def at_full_speed(monkeypatch):
    monkeypatch.setattr("narvard_plugin.sources.socialstyrelsen._PACE", Pace(1000, 1.0))


@pytest.fixture
def server():
    subjects = {
        "dodsorsaker": Subject(DEATHS, figures(DEATHS)), "tandhalsa": Subject(INJURIES, figures(INJURIES)),
        "amning": Subject(BIRTHS, figures(BIRTHS)),
    }  # fmt: skip
    with SocialstyrelsenServer(subjects) as running:
        yield running


def fetch(server, indicators="dodsorsaker;matt=1;diagnos=I21", county="08", years="2025", sex="T"):
    return Socialstyrelsen(server.base, Question(county, indicators, years, sex)).fetch(
        Client(RequestsHttp(), pause=0.01)
    )


def rows(fetched):
    return fetched.parts[0].rows.set_index(["area_code", "period", "sex", "age"])


def test_a_figure_is_what_was_written_with_a_comma(server):
    fetched = fetch(server)
    found = rows(fetched)
    told = server.subjects["dodsorsaker"].figures[8, 2, 3, 1, 2025, 1]
    row = found.loc[("08", "2025", "T", "65+")]
    assert row["value"] == float(told.replace(",", "."))
    assert (row["indicator"], row["indicator_name"]) == (
        "dodsorsaker:matt=1:diagnos=1",
        "dodsorsaker – Antal döda – Diagnos 1",
    )
    assert set(found["area_level"]) == {"country", "region"} and len(found) == 2 * 2
    assert (fetched.smallest_area, fetched.data_date) == ("region", "2025-12-31")
    assert "smallest area that they exist for is the region" in fetched.notes[-1]


def test_each_style_of_ids(server):
    found = rows(fetch(server, "tandhalsa"))
    assert {(code[0], level) for code, level in found["area_level"].items()} == {
        ("00", "country"), ("08", "region"), ("0880", "municipality"),
    }  # fmt: skip
    assert {key[1] for key in found.index} == {"2023-2025"}, "a period goes by its last year"
    births = rows(fetch(server, "amning"))
    assert set(births["area_level"]) == {"country", "region"} and set(births.index.get_level_values(0)) == {"00", "08"}


def test_a_value_for_each_question_and_pages_to_the_end(server):
    server.most_per_page = 3
    fetched = fetch(server, "dodsorsaker;matt=1", years="2023-2025", sex=ALL_SEXES)
    assert len(fetched.parts[0].rows) == 2 * 2 * 3 * 3 * 5
    results = [one for one in server.asked if "/resultat/" in one.path]
    assert not any("," in one.path for one in results), "lists of values are not known to work"
    assert max(int(one.query.get("sida", 1)) for one in results) == 4
    assert all(one.headers["host"] == server.url.removeprefix("http://") for one in results)


def test_empty_and_hidden_are_missing(server):
    told = server.subjects["dodsorsaker"].figures
    told[8, 1, 3, 1, 2025, 1], told[8, 2, 3, 1, 2025, 1] = "", "<5"
    found = rows(fetch(server))
    assert found.loc[("08", "2025", "T", "0-64"), "status"] == "missing"
    assert found.loc[("08", "2025", "T", "65+"), "status"] == "suppressed"
    assert np.isnan(found.loc["08", "value"].to_numpy()).all()
    told[8, 1, 3, 1, 2025, 1] = "okänt"
    with pytest.raises(errors.Unreadable):
        fetch(server)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"indicators": "hundar;matt=1"}, r"no subject hundar.*dodsorsaker"), ({"indicators": ""}, "Give INDICATORS a subject"),
        ({"indicators": "dodsorsaker"}, r"Choose a measure.*2 Antal döda per 100 000"),
        ({"indicators": "dodsorsaker;matt=7"}, "matt has no value 7"), ({"indicators": "dodsorsaker;art=1"}, "no variable art"),
        ({"county": "20"}, "no figures for region 20"), ({"years": "1950"}, r"no figures of 1950. It has 1997 to 2025"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_told(server, asked, words):
    with pytest.raises(errors.WrongChoice, match=words):
        fetch(server, **asked)
    assert not [one for one in server.asked if "/resultat/" in one.path]


def test_too_many_pages_are_told_after_the_first(server, monkeypatch):
    monkeypatch.setattr("narvard_plugin.sources.health.MOST_FIGURES", 100)
    with pytest.raises(errors.WrongChoice, match=r"about 580 figures.*alder, diagnos"):
        fetch(server, "dodsorsaker;matt=1", years="1997-2025")
    assert len([one for one in server.asked if "/resultat/" in one.path]) == 1
    monkeypatch.setattr("narvard_plugin.sources.socialstyrelsen._MOST_QUESTIONS", 10)
    with pytest.raises(errors.WrongChoice, match="58 questions"):
        fetch(server, "dodsorsaker;matt=1", years="1997-2025")


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in ("slow", "huge", "too_many")])
def test_a_fault_on_a_late_page_gives_nothing(server, fault):
    server.most_per_page = 2
    server.misbehave(fault, times=None, after=10)
    with pytest.raises(errors.SourceError) as raised:
        fetch(server, "dodsorsaker;matt=1")
    assert "Nothing was stored" in sentence(raised.value)


def test_pages_that_end_too_early_are_no_whole_answer(server):
    server.most_per_page = 2
    good = server.reply

    def short(asked):
        answer = good(asked)
        return answer._replace(body=answer.body.replace(b'"nasta_sida": "', b'"nasta_sida": null, "x": "'))

    server.reply = short
    with pytest.raises(errors.Incomplete):
        fetch(server, "dodsorsaker;matt=1")


def test_a_list_that_numbers_its_areas_itself_is_not_taken_for_county_codes(server):
    """Number 8 in such a list is no Kalmar, nor is 10 Blekinge or 0 the nation."""
    region = [{"id": 0, "text": "Stockholms län"}, {"id": 8, "text": "Håbo"}, {"id": 10, "text": "Kalmar län"}, {"id": 21, "text": "Riket"}]  # fmt: skip
    counted = {**INJURIES, "region": region}
    server.subjects["tandhalsa"] = Subject(counted, figures(counted))
    found = fetch(server, "tandhalsa", years="2025").parts[0].rows
    assert found[["area_code", "area_level"]].values.tolist() == [["08", "region"]]
    with pytest.raises(errors.WrongChoice, match="no figures for region 10"):
        fetch(server, "tandhalsa", county="10")


@pytest.mark.parametrize(
    ("code", "text", "area"),
    [
        ("08", "Kalmar län", ("08", "region")), ("08", "08 Kalmar", ("08", "region")), ("08", "", ("08", "region")),
        ("04", "Sörmland", ("04", "region")), ("04", "Södermanlands län", ("04", "region")), ("14", "Västra Götalandsregionen", ("14", "region")),
        ("23", "Region Jämtland Härjedalen", ("23", "region")), ("09", "Gotland", ("09", "region")), ("99", "Exempellän", ("99", "region")),
        ("10", "Stockholms län", ("01", "region")), ("10", "Håbo", None), ("11", "Kalmar", None), ("0", "Riket", ("00", "country")), ("00", "Hela landet", ("00", "country")),
        ("0", "Stockholm", None), ("0", "Stockholms län", ("01", "region")), ("0880", "Kalmar", ("0880", "municipality")), ("K17", "Kalmar", None),
        ("00110", "Blekinge län", ("10", "region")), ("110", "Ingenstans", None),
    ],
)  # fmt: skip
def test_an_area_is_what_it_is_called(code, text, area):
    assert area_called(code, text) == area


def test_every_region_is_known_by_each_of_its_names():
    for code, region in catalogue.regions().regions.items():
        for text in (
            region.county,
            region.name,
            region.short_name,
            region.county.removesuffix(" län"),
            f"{code} {region.county}",
        ):
            assert area_called(code, text) == (code, "region"), text


def test_a_page_with_too_little_on_it_is_no_whole_answer(server, monkeypatch):
    server.most_per_page = 2
    whole = server.reply

    def reply(asked):
        answer = whole(asked)
        if "sida=2" in asked.raw_query:
            told = json.loads(answer.body)
            answer = answer._replace(body=json.dumps({**told, "data": told["data"][:1]}).encode())
        return answer

    monkeypatch.setattr(server, "reply", reply)
    with pytest.raises(errors.Incomplete):
        fetch(server, "dodsorsaker;matt=1")
