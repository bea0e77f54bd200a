"""The tutorial followed to the letter: its commands are run where a reader runs them, and its numbers are what comes out."""

import re
import sqlite3

import pytest
from qgis import processing

from tests.shared import ROOT, in_campaign
from tools.docs.commands import commands

from .small_network import rows

TUTORIAL = ROOT / "docs" / "handledning"
_BEGIN = ["halsa", "vard", "bada"]


class Reader:
    """Somebody who follows the pages in a folder of their own, which holds the sample county and the network."""

    def __init__(self, folder, county):
        self.folder, self.results = folder, {}
        (folder / "exempellan").symlink_to(county.folder, target_is_directory=True)
        (folder / "resultat").mkdir()
        (folder / "resultat" / "vagnat.npz").symlink_to(county.network)

    def follow(self, *pages):
        for page in pages:
            for tool, given in commands((TUTORIAL / f"{page}.md").read_text("utf8")):
                self.results[tool] = processing.run(f"narvard:{tool}", given)

    def one(self, layer: str, expression: str, where: str = "1"):
        """What SQL makes of a result's table."""
        with sqlite3.connect(self.folder / "resultat" / f"{layer}.gpkg") as source:
            return source.execute(f"SELECT {expression} FROM {layer} WHERE {where}").fetchone()[0]


@pytest.fixture(scope="module")
def reader(county, tmp_path_factory):
    folder = tmp_path_factory.mktemp("reader")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        reader = Reader(folder, county)
        reader.follow(*_BEGIN)
        yield reader


def _told(value, decimals: int = 0) -> str:
    return f"{value:,.{decimals}f}".replace(",", " ").replace(".", ",")


def _written(page: str) -> list[str]:
    return re.findall(r"\*\*([\d  ,-]+)\*\*", (TUTORIAL / f"{page}.md").read_text("utf8"))


def test_the_beginning_tells_how_large_the_county_is(reader, county):
    areas = rows(county.layer("areas", "region = '99'"))
    assert _written("index") == [_told(sum(area["population"] for area in areas)), _told(len(areas))]


def test_health(reader):
    def growth(kind, expression):
        return _told(100 * abs(reader.one("tillvaxt", expression, f"type = '{kind}'")), 1)

    need = "region = '99' ORDER BY cni_per_person DESC LIMIT 1"
    assert _written("halsa") == [
        *(growth(kind, "growth_fixed") for kind in "153"),
        _told(reader.results["growthbytype"]["TYPE_CHANGED_COUNT"]),
        growth("5", "growth_current"),
        _told(reader.one("vardbehov", "SUM(cni_points) / SUM(population)", "region = '99'"), 2),
        *(_told(reader.one("vardbehov", "cni_per_person", f"{need} OFFSET {place}"), 2) for place in (0, 1)),
    ]
    assert [reader.one("vardbehov", "name", f"{need} OFFSET {place}") for place in (0, 1)] == [
        "Hultaryd nordost", "Lindhamn väster 3",
    ]  # fmt: skip


def test_care(reader):
    def people(where):
        return _told(reader.one("restid", "SUM(population)", where))

    reached = "minutes_1 IS NOT NULL"
    assert _written("vard") == [
        _told(reader.one("restid", "SUM(population * minutes_1) / SUM(population)", reached), 1),
        people("minutes_1 <= 20"),
        people("crosses_border"),
        _told(reader.results["nearestfacility"]["UNREACHABLE_COUNT"]),
        people("status = 'no_road'"),
        people("status = 'no_route'"),
        *(
            _told(reader.one("platser_per_enhet", "COUNT(*)", f"region = '99' AND {status}"))
            for status in ("1", "norm_status = 'inside'", "norm_status = 'over'")
        ),
        _told(reader.one("platser_per_enhet", "SUM(listed) / SUM(gp_fte)", "region = '99'")),
        _told(-reader.one("platser_per_enhet", "spare_places", "name LIKE 'Söderports%'")),
    ]


def test_both_together(reader):
    found, longest = reader.results["needandaccess"], "restid_mean IS NOT NULL ORDER BY restid_mean DESC"
    assert _written("bada") == [
        _told(reader.one("behov_och_restid", "restid_mean", longest)),
        _told(reader.one("behov_och_restid", "cni_per_person", "rank = 1"), 2),
        _told(reader.one("behov_och_restid", "restid_mean", "rank = 1"), 1),
        _told(found["AREAS_IN_NEED"]),
        _told(found["PEOPLE_IN_NEED"]),
        _told(reader.one("behov_och_restid", "COUNT(*)", "status = 'no_value'")),
        _told(found["PEOPLE_LEFT_OUT"]),
    ]
    assert reader.one("behov_och_restid", "name", longest) == "Landsbygden kring Löttorpa"
    assert reader.one("behov_och_restid", "name", "rank = 1") == "Landsbygden kring Storebrotorp"


def test_open_data(reader):
    reader.follow("oppna_data")
    made = reader.results["publish"]
    lines = (reader.folder / "resultat" / "oppna_data" / "vardbehov.csv").read_text("utf8").splitlines()
    assert _written("oppna_data") == [_told(made["DATASET_COUNT"]), _told(len(lines) - 1), _told(made["HIDDEN_COUNT"])]


@in_campaign
def test_scenario(reader):
    reader.follow("scenario")

    def change(kind, measure, column):
        where = f"group_kind = '{'area_type' if kind else 'all'}' AND measure = '{measure}'"
        return reader.one("forandring_restid_samlad", column, where + (f" AND group_name = '{kind}'" if kind else ""))

    assert _written("scenario") == [
        _told(change("", "losers", "change")),
        *(_told(change(kind, "mean", column), 1) for kind in ("", "5") for column in ("before", "after")),
    ]
    assert change("", "gainers", "change") == change("1", "losers", "change") == 0


@in_campaign
def test_plan(reader):
    reader.follow("plan")
    dates, found = reader.results["plandeadlines"], reader.results["reviewplan"]

    def value(rule):
        return reader.one("granskning", "value", f"rule_id = '{rule}' AND verdict = 'brist'")

    assert _written("plan") == [
        _told(dates["WORKDAYS"]),
        dates["PROPOSED_EXTENSION"],
        *(_told(found[name]) for name in ("RULE_COUNT", "OK_COUNT", "REMARK_COUNT", "FAIL_COUNT", "OPEN_COUNT")),
        _told(-value("AKU-02"), 1),
        _told(value("VRD-01"), 2),
    ]
    assert value("VRD-03") == 0


@in_campaign
def test_report(reader):
    reader.follow("rapport")
    made = reader.results["regionreport"]
    assert _written("rapport") == [
        _told(made["CHAPTER_COUNT"]),
        _told(made["MISSING_COUNT"]),
        _told(reader.one("atlas", "value", "level = 'region' AND measure = 'people.population'")),
        _told(reader.one("atlas", "value", "level = 'region' AND measure = 'age.65_plus'"), 1),
    ]
