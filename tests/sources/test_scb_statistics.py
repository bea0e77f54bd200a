"""SCB's tables as rows of ``statistics``: vintages kept, false noughts missing, sums and names that other tools know."""

import numpy as np
import pandas as pd
import pytest

from narvard_plugin.sources import errors
from narvard_plugin.sources.client import Client
from narvard_plugin.sources.http_requests import RequestsHttp
from narvard_plugin.sources.jsonstat import Dimension
from narvard_plugin.sources.scb_regions import areas_of
from narvard_plugin.sources.scb_statistics import Earlier, Question, ScbStatistics
from narvard_plugin.sources.scb_tables import other_table, themes
from narvard_plugin.sources.sentences import sentence
from tests.shared import shared_file
from tests.sources.servers import pxweb2
from tests.sources.servers.base import FAULTS
from tests.sources.servers.pxweb2 import Pxweb2Server, Table, Variable

COLUMNS = ["area_code", "vintage", "variable", "year", "value", "status"]
NOTHING = pd.DataFrame(columns=COLUMNS)
OLD = [f"050{n}A0010" for n in range(1, 4)]
NEW = [f"050{n}A0010_DeSO2025" for n in range(1, 5)]
REGSO = ["0501R001", "0501R001_RegSO2025"]
LISTS = {
    "vs_DeSO2018": [*OLD, "0680A0010"],
    "vs_DeSO2025": [*NEW, "0680A0010_DeSO2025"],
    "vs_RegSO2020": REGSO[:1],
    "vs_RegSO2025": REGSO[1:],
}
REGIONS = ["00", "05", "0501", "0502", *OLD, *NEW, *REGSO, "0680A0010", "0680A0010_DeSO2025"]
AGES = {"totalt": "totalt", "-4": "-4 år", "65-69": "65-69 år", "70-74": "70-74 år", "75-79": "75-79 år", "80-": "80+ år"}  # fmt: skip


def figure(area, age, sex, contents, year):
    if len(area) > 4 and (("_" in area) != (year >= "2024")):
        return 0
    if area == OLD[2] and age == "75-79":
        return ".."
    return 100 * (REGIONS.index(area) + 1) + 10 * list(AGES).index(age) + int(year) - 2020


def population(**more):
    variables = [
        Variable("Region", "region", {area: area for area in REGIONS}, code_lists=LISTS, role="geo"),
        Variable("Alder", "ålder", AGES),
        Variable("Kon", "kön", {"1": "män", "2": "kvinnor", "1+2": "totalt"}),
        Variable("ContentsCode", "tabellinnehåll", {"000007Y7": "Antal"}, role="metric"),
        Variable("Tid", "år", {str(year): str(year) for year in range(2022, 2026)}, role="time"),
    ]
    return Table("TAB6574", "Folkmängd", variables, figure, **more)


@pytest.fixture
def server():
    with Pxweb2Server([population()], names_geo=False) as running:
        yield running


def fetch(server, theme="population", county="05", neighbours=(), earlier=None, held=NOTHING, **more):
    chosen = themes()[theme] if isinstance(theme, str) else theme

    def stored(within):
        inside = np.ones(len(held), bool)
        for name, values in within.items():
            inside &= held[name].isin(values).to_numpy()
        return held[inside]

    source = ScbStatistics(server.base, Question(chosen, [county, *neighbours], **more), earlier or {}, stored)
    return source.fetch(Client(RequestsHttp(), pause=0.01))


def by_key(fetched):
    (part,) = fetched.parts
    return {tuple(row[:4]): (row[4], row[5]) for row in part.rows[COLUMNS].itertuples(index=False, name=None)}


def test_the_newest_division_in_its_newest_year(server):
    fetched = fetch(server)
    rows = by_key(fetched)
    assert {key[:2] for key in rows} == {(f"050{n}A0010", "2025") for n in range(1, 5)}
    assert {key[2] for key in rows} == {
        "population", "under_5", "aged_65_plus", "population_65_69", "population_70_74", "population_75_79", "population_80_plus",
    }  # fmt: skip
    assert {key[3] for key in rows} == {2025}
    at = 100 * (REGIONS.index(NEW[0]) + 1)
    assert rows["0501A0010", "2025", "population", 2025] == (at + 5, "ok")
    assert rows["0501A0010", "2025", "under_5", 2025] == (at + 15, "ok")
    assert rows["0501A0010", "2025", "aged_65_plus", 2025] == (4 * at + 20 + 30 + 40 + 50 + 20, "ok")
    assert (fetched.smallest_area, fetched.data_date, fetched.licence) == ("deso", "2025-12-31", "CC0")
    assert any("perturbs" in note for note in fetched.notes)


def test_the_older_division_ends_in_2023(server):
    rows = by_key(fetch(server, version="2018"))
    assert {key[1] for key in rows} == {"2018"} and {key[3] for key in rows} == {2023}
    assert rows["0503A0010", "2018", "population_75_79", 2023][1] == "missing"
    value, status = rows["0503A0010", "2018", "aged_65_plus", 2023]
    assert np.isnan(value) and status == "missing", "a sum with a part missing is missing"


@pytest.mark.parametrize(("version", "valid"), [("2018", {2022, 2023}), ("2025", {2024, 2025})])
def test_noughts_outside_a_vintages_years_are_missing_and_said(server, version, valid):
    fetched = fetch(server, version=version, years="2022-2025")
    rows = by_key(fetched)
    for key, (value, status) in rows.items():
        if key[3] not in valid:
            assert np.isnan(value) and status == "missing"
    assert any(status == "ok" for _, status in rows.values())
    outside = (3 if version == "2018" else 4) * 6 * 2
    assert any(f"{outside} figures are outside the years of DeSO {version}" in note for note in fetched.notes)


def test_a_true_figure_outside_is_missing_too_and_an_estimate_is_kept(server):
    """Masked by vintage, not by value; what changevintage carried over must not be lost."""
    held = pd.DataFrame([("0501A0010", "2025", "population", 2023, 77.0, "estimated")], columns=COLUMNS)
    fetched = fetch(server, version="2025", years="2023-2024", held=held)
    rows = by_key(fetched)
    assert rows["0501A0010", "2025", "population", 2023] == (77.0, "estimated")
    assert rows["0502A0010", "2025", "population", 2023][1] == "missing"
    assert len(fetched.parts[0].rows) == 4 * 7 * 2


def test_levels_and_their_codes(server):
    regso = by_key(fetch(server, level="regso"))
    assert {key[:2] for key in regso} == {("0501R001", "2025")}
    assert {key[:2] for key in by_key(fetch(server, level="regso", version="2018"))} == {("0501R001", "2020")}
    assert {key[0] for key in by_key(fetch(server, level="municipality"))} == {"0501", "0502"}
    assert {key[0] for key in by_key(fetch(server, level="region"))} == {"00", "05"}
    assert by_key(fetch(server, level="municipality", years="2022"))["0501", "2025", "population", 2022][1] == "ok"


def test_a_countys_wildcard_goes_with_a_code_list_and_else_codes_do(server):
    fetch(server)
    region = server.asked[-1].json["selection"][0]
    assert region == {"variableCode": "Region", "codelist": "vs_DeSO2025", "valueCodes": ["05*"]}
    fetch(server, level="municipality")
    assert server.asked[-1].json["selection"][0] == {"variableCode": "Region", "valueCodes": ["0501", "0502"]}


def test_neighbours_come_along(server):
    rows = by_key(fetch(server, neighbours=["06"]))
    assert {key[0] for key in rows} == {*(f"050{n}A0010" for n in range(1, 5)), "0680A0010"}
    assert server.asked[-1].json["selection"][0]["valueCodes"] == ["05*", "06*"]


def test_own_values_by_code_or_label(server):
    rows = by_key(fetch(server, "population_by_age", values="ålder=totalt,65-69;kön=kvinnor"))
    assert {key[2] for key in rows} == {"population_women", "population_65_69_women"}
    rows = by_key(fetch(server, "population_by_age", values="Kon=1+2"))
    assert {"population", "population_to_4", "population_80_plus"} <= {key[2] for key in rows}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"values": "Alder=17"}, r"no value 17.*65-69 år"),
        ({"values": "Ålderr=1"}, r"no variable Ålderr.*Alder"),
        ({"values": "Region=05"}, r"chosen by REGION"),
        ({"years": "1999"}, r"1999.*2022–2025"),
        ({"county": "99"}, r"no DeSO of county 99.*It has: –"),
        ({"level": "region", "county": "99"}, r"no region of county 99"),
        ({"theme": other_table("TAB1")}, r"no table TAB1"),
        ({"theme": other_table("TAB6574")}, r"ålder \(Alder\) must be chosen.*Alder=totalt"),
        ({"theme": other_table("Folkmängd")}, r"finds 1 tables.*TAB6574 Folkmängd"),
        ({"theme": other_table("Hästar")}, r"no table with these words"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_refused_before_anything_is_fetched(server, asked, words):
    with pytest.raises(errors.WrongChoice, match=words) as raised:
        fetch(server, **asked)
    assert "Nothing was stored" in sentence(raised.value)
    assert not [one for one in server.asked if one.body]


def test_years_that_the_table_lacks_are_told(server):
    fetched = fetch(server, years="2024-2030")
    assert {key[3] for key in by_key(fetched)} == {2024, 2025}
    assert any("no figures of 2026–2030" in note for note in fetched.notes)


def test_another_table_is_named_by_its_id(server):
    rows = by_key(fetch(server, other_table("TAB6574"), values="Alder=-4;Kon=2"))
    assert {key[2] for key in rows} == {"tab6574_antal_to_4_kvinnor"}


def test_an_unchanged_table_is_not_fetched_again(server):
    first = fetch(server)
    rows = first.parts[0].rows
    earlier = {first.part: Earlier(first.version, len(rows))}
    server.asked.clear()
    again = fetch(server, earlier=earlier, held=rows)
    assert not [one for one in server.asked if one.body]
    assert "nothing was fetched" in again.notes[0] and len(again.parts[0].rows) == len(rows)
    assert again.parts[0].within == first.parts[0].within
    lost = fetch(server, earlier=earlier, held=rows.iloc[1:])
    assert len(lost.parts[0].rows) == len(rows), "a row that was lost is fetched again"
    assert fetch(server, years="2024", earlier=earlier, held=rows).part != first.part
    server.tables["TAB6574"] = population(updated="VALUE_HAS_BEEN_REPLACED")
    assert "nothing" not in fetch(server, earlier=earlier, held=rows).notes[0]


def test_a_table_that_changes_under_way_is_no_answer(server):
    """Parts of two states of a table must not be joined."""
    server.cells, good = 10, server.reply

    def changing(asked):
        if len([one for one in server.asked if one.body]) == 3:
            server.tables["TAB6574"] = population(updated="2026-12-24T07:00:00Z")
        return good(asked)

    server.reply = changing
    with pytest.raises(errors.Remark) as raised:
        fetch(server)
    assert "changed while" in sentence(raised.value)


def test_split_tables_are_two_themes_and_never_one_series():
    """Education: 25-65 in the newer division's table, 25-64 in the older's (T05)."""
    education = Table(
        "TAB6534", "Utbildning",
        [
            Variable("Region", "region", {area: area for area in NEW}, code_lists={"vs_DeSO2025": NEW}, role="geo"),
            Variable("UtbildningsNiva", "utbildningsnivå", {"1": "förgymnasial utbildning", "6": "eftergymnasial utbildning, minst 3 år"}),
            Variable("ContentsCode", "tabellinnehåll", {"000007Z6": "Befolkning"}, role="metric"),
            Variable("Tid", "år", {"2024": "2024"}, role="time"),
        ],
        lambda *key: 7,
    )  # fmt: skip
    with Pxweb2Server([education]) as server:
        fetched = fetch(server, "education_25_65")
        assert all(key[2].startswith("education_25_65_") for key in by_key(fetched))
        assert any("not one series" in note or "ingen sammanhängande serie" in note for note in fetched.notes)
        with pytest.raises(errors.WrongChoice, match="education_25_64"):
            fetch(server, "education_25_65", version="2018")


def test_bare_codes_get_their_vintage_from_what_the_table_says():
    """Codes of two vintages look the same (T02): a suffix, a code list or the years say which they are."""

    def areas(code_lists, years, version, values=("2021A0010", "2021A0020")):
        return areas_of(
            Dimension("Region", "region", values, values, code_lists=code_lists), ["20"], "deso", version, years
        )

    with pytest.raises(errors.WrongChoice):  # a municipality does not stand in for DeSO of the other version
        areas((), [2024], "2018", ("2021A0010_DeSO2025", "2021"))
    assert areas(("vs_DeSoHE",), [2015, 2024], "2018").vintage == "2018"
    assert areas((), [2018, 2023], "2018").vintage == "2018"
    assert areas((), [2024, 2025], "2025").vintage == "2025"
    assert areas((), [2024], "2025", ("2021A0010_DeSO2025",)).codes == ("2021A0010",)
    for lists, years, version in (((), [2023, 2024], "2025"), (("vs_DeSO2018",), [2024], "2025")):
        with pytest.raises(errors.WrongChoice):
            areas(lists, years, version)


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in ("slow", "huge", "too_many")])
def test_a_fault_gives_nothing_and_a_sentence(server, fault):
    server.cells = 10
    server.misbehave(fault, times=None, after=4)  # in the middle of the parts
    with pytest.raises(errors.SourceError) as raised:
        fetch(server)
    assert "127.0.0.1" in sentence(raised.value)


def test_dalarna_comes_out_right():
    """SCB's own answer of 2024: 175 DeSO with the same codes in both vintages, 286 546 people, 74 684 aged 65 and over."""
    values = "Alder=totalt,65-69,70-74,75-79,80-"
    with pxweb2.dalarna(shared_file("data/scb_deso_dalarna/folkmangd_deso_2024_raw_TAB6574.csv")) as server:
        rows = fetch(server, county="20", values=values).parts[0].rows
        sums = rows[rows["status"] == "ok"].groupby("variable")["value"].agg(["size", "sum"])
        assert tuple(sums.loc["population"]) == (175, 286546)
        assert tuple(sums.loc["aged_65_plus"]) == (175, 74684)
        assert set(rows["vintage"]) == {"2025"} and set(rows["year"]) == {2024}
        older = fetch(server, county="20", version="2018", years="2024", values=values)
        assert set(older.parts[0].rows["status"]) == {"missing"}, "the same codes, but not the same division"


def test_no_theme_promises_what_another_does():
    ids = list(themes())
    assert len(set(ids)) == len(ids)
    for theme in themes().values():
        if theme.series:
            other = themes()[theme.series["other"]]
            assert other.series["other"] == theme.id and other.table != theme.table
            assert not set(other.smallest_area) & set(theme.smallest_area)
    assert themes()["area_type"].smallest_area == {"2018": "regso", "2025": "regso"}
