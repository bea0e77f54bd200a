"""Population growth by area type: the sample county's first story, what is left out, the page and the map."""

import numpy as np
import pytest
from qgis import processing
from qgis.core import NULL, QgsVectorLayer
from qgis.PyQt.QtCore import QByteArray
from qgis.PyQt.QtGui import QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer

from narvard_plugin.adapters.question_answers import cards, held, read_numbers
from tests.core.sample.stories import promised, written

from .small_network import CancelAfter, Listening, refused, rows, run

TOOL = "growthbytype"
SQUARE = "POLYGON((0 0,1 0,1 1,0 1,0 0))"
FIELDS = "code:string,first:string,last:string,before:integer,after:integer"
ROWS = [
    (SQUARE, "a", "1", "1", 1000, 1100), (SQUARE, "b", "2", "2", 2000, 1900), (SQUARE, "c", "2", "3", 1500, 1650),
    (SQUARE, "d", "3", "3", 1200, 1500),
]  # fmt: skip
LEFT_OUT = [
    (SQUARE, "no type", "1", None, 40, 50), (SQUARE, "no number", "1", "1", None, 50), (SQUARE, "blank", "", "1", 7, 3),
]  # fmt: skip


def ask(areas, **more):
    return {
        "AREAS": areas, "AREA_CODE": "code", "TYPE_BEFORE": "first", "TYPE_AFTER": "last", "POPULATION_BEFORE": "before",
        "POPULATION_AFTER": "after", "OUTPUT": "TEMPORARY_OUTPUT", **more,
    }  # fmt: skip


def by_type(result):
    return {row["type"]: row for row in rows(result["OUTPUT"])}


def test_the_county_grew_at_both_ends(county, tmp_path):
    page = tmp_path / "Växte.html"
    given = {
        "AREAS": county.layer("areas", "region = '99'"), "AREA_CODE": "area_code", "TYPE_BEFORE": "area_type_2015",
        "TYPE_AFTER": "area_type", "POPULATION_BEFORE": "population_2015", "POPULATION_AFTER": "population",
        "YEAR_BEFORE": 2015, "YEAR_AFTER": 2024, "FIGURE": str(page), "OUTPUT": "TEMPORARY_OUTPUT",
    }  # fmt: skip
    result = run(TOOL, **given)
    found, facit = by_type(result), promised()
    for kind in "12345":
        for column, name in (("growth_fixed", f"1 growth of type {kind}, fixed class"), ("reclassification", f"1 reclassification of type {kind}")):  # fmt: skip
            assert written(found[kind][column], facit[name]) == facit[name]
    assert result["TYPE_CHANGED_COUNT"] == int(facit["1 areas that changed type"]) and result["LEFT_OUT_COUNT"] == 0
    assert list(found) == [*"12345", "all"] and found["all"]["growth_fixed"] == found["all"]["growth_current"]
    html = page.read_text("utf8")
    assert result["FIGURE"] == str(page) and "http" not in html and "$" not in html
    assert (
        "5 Very good socioeconomic conditions (+9.7%" in html and "growing segregation" in html and "2015–2024" in html
    )
    assert html.count("<svg") == html.count('role="img"') == 2
    for drawing in html.split("<svg")[1:]:  # a report draws with Qt what a page draws with a browser
        renderer = QSvgRenderer(QByteArray(("<svg" + drawing.split("</svg>")[0] + "</svg>").encode()))
        image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        blue = sum(image.pixel(x, y) == 0xFF08519C for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))  # fmt: skip
        assert renderer.isValid() and blue > 300


def test_the_question_of_where_people_grew_counts_each_of_them_once(make_layer):
    card = next(card for card in cards() if card.model == "whogrew")
    result = run(TOOL, **ask(make_layer(FIELDS, ROWS, kind="Polygon")))
    told = read_numbers(card, {"growth:BY_TYPE": held(result["OUTPUT"])}, "99")
    assert told["change"] == sum(after - before for *_, before, after in ROWS)


def test_half_an_area_is_no_trend(make_layer):
    areas, feedback = make_layer(FIELDS, [*ROWS, *LEFT_OUT, (SQUARE, "new", "9", "9", 0, 30)]), Listening()
    result = processing.run(
        f"narvard:{TOOL}", ask(areas, OUTPUT="memory:", CHANGE_OUTPUT="memory:", YEAR_BEFORE=2015), feedback=feedback
    )
    run.kept = result
    found = by_type(result)
    assert [found[kind]["name"] for kind in ("1", "9", "all", "left_out")][:2] == ["1", "9"]  # not SCB's five: no names
    assert found["2"]["growth_fixed"] == pytest.approx(50 / 3500) and found["3"]["reclassification"] == pytest.approx(
        1.375
    )
    assert (found["3"]["people_change"], found["3"]["people_reclassified"]) == (300, 1650)
    assert found["9"]["growth_fixed"] == NULL and found["9"]["people_change"] == 30
    assert (found["all"]["population_before"], found["all"]["population_after_fixed"]) == (5700, 6180)
    out = found["left_out"]
    assert (out["areas_before"], out["population_before"], out["population_after_fixed"]) == (3, 47, 103)
    assert out["growth_fixed"] == NULL and result["LEFT_OUT_COUNT"] == 3 and result["TYPE_CHANGED_COUNT"] == 1
    for told in ("1 areas have no number of people", "2 areas have people but no type", "0 people in one of the years only: new", "fewer than 5 people in a year: blank"):  # fmt: skip
        assert told in feedback.said
    change = {row["code"]: [row[name] for name in ("change", "growth", "type_changed")] for row in rows(result["CHANGE_OUTPUT"])}  # fmt: skip
    assert change["c"] == [150, pytest.approx(0.1), True] and change["a"] == [100, pytest.approx(0.1), False]
    assert change["no number"] == [NULL, NULL, False] and change["no type"][2] == NULL and change["new"][1] == NULL


def test_the_order_of_rows_changes_nothing_and_a_table_will_do(make_layer):
    table = [(None, *row[1:]) for row in [*ROWS, *LEFT_OUT]]
    one = run(TOOL, **ask(make_layer(FIELDS, table, kind="None"), CHANGE_OUTPUT="TEMPORARY_OUTPUT"))
    assert [row["change"] for row in rows(one["CHANGE_OUTPUT"])][:2] == [100, -100]
    other = run(TOOL, **ask(make_layer(FIELDS, table[::-1], kind="None")))
    assert rows(one["OUTPUT"]) == rows(other["OUTPUT"])


def test_types_as_numbers_are_scbs(make_layer):
    fields = "code:string,first:double,last:integer,before:integer,after:integer"
    areas = make_layer(fields, [(SQUARE, "a", 1.0, 1, 100, 110), (SQUARE, "b", 5.0, 5, 100, 90)])
    found = by_type(run(TOOL, **ask(areas)))
    assert [found[kind]["name"] for kind in ("1", "5")] == ["Great socioeconomic challenges", "Very good socioeconomic conditions"]  # fmt: skip


def test_the_page_takes_nothing_from_outside_as_markup(make_layer, tmp_path):
    evil = "<script>alert(1)</script>"
    areas = make_layer(FIELDS, [(SQUARE, "a", evil, "$made", 100, 110), *LEFT_OUT])
    areas.setName(evil)
    page = tmp_path / "page.html"
    run(TOOL, **ask(areas, FIGURE=str(page)))
    html = page.read_text("utf8")
    assert "<script" not in html and html.count("&lt;script&gt;") >= 4 and "$made" in html and 'class="warning"' in html


@pytest.mark.parametrize(
    ("words", "more", "row"),
    [
        ("negative value in before: e", {}, (SQUARE, "e", "1", "1", -1, 5)),
        ("repeated .*: a", {}, (SQUARE, "a", "1", "1", 1, 5)),
        ("No area has both", {"TYPE_BEFORE": "none"}, None),
        ("must end in .html", {"FIGURE": "/tmp/x.pdf"}, None),
        ("cannot be written", {"FIGURE": "/nowhere/x.html"}, None),
        ("earlier than", {"YEAR_BEFORE": 2024, "YEAR_AFTER": 2015}, None),
        ("several vintages .2018, 2025.", {}, (SQUARE, "e", "1", "1", 1, 5, None, "2018")),
        ("several vintages .2018, 2025.", {"AREA_CODE": ""}, (SQUARE, "e", "1", "1", 1, 5, None, "2018")),
        ("several vintages", {}, [(SQUARE, code, "1", "1", 1, 5) for code in ("2021A0010", "2021A0010_DeSO2025")]),
        ("several levels", {}, [(SQUARE, code, "1", "1", 1, 5) for code in ("2021", "2021A0010")]),
    ],
)
def test_what_is_unclear_is_refused(make_layer, words, more, row):
    given = [(*one, None, "2025") for one in ROWS]
    more_rows = row if isinstance(row, list) else [row] if row else []
    layer = make_layer(
        FIELDS + ",none:string,vintage:string", [*given, *((*one, None, "2025")[:8] for one in more_rows)]
    )
    refused(words, name=TOOL, **ask(layer, **more))


def test_an_own_divisions_numbers_may_look_like_any_level(make_layer):
    layer = make_layer(FIELDS, [(SQUARE, code, "1", "1", 10, 11) for code in ("9", "10", "1000")])
    assert by_type(run(TOOL, **ask(layer)))["all"]["areas_before"] == 3


def test_a_name_that_is_taken_asks_for_a_prefix_only_when_it_is_written(make_layer):
    layer = make_layer(FIELDS + ",growth:double", [(*row, 1.0) for row in ROWS])
    assert run(TOOL, **ask(layer))["TYPE_CHANGED_COUNT"] == 1
    refused("PREFIX", name=TOOL, **ask(layer, CHANGE_OUTPUT="TEMPORARY_OUTPUT"))
    found = rows(run(TOOL, **ask(layer, CHANGE_OUTPUT="TEMPORARY_OUTPUT", PREFIX="p_"))["CHANGE_OUTPUT"])
    assert found[0]["p_growth"] == pytest.approx(0.1) and found[0]["growth"] == 1


def test_the_map_tells_decline_growth_no_data_and_new_types(make_layer, county):
    areas = county.layer("areas", "region = '99'")
    given = {"TYPE_BEFORE": "area_type_2015", "TYPE_AFTER": "area_type", "POPULATION_BEFORE": "population_2015", "POPULATION_AFTER": "population"}  # fmt: skip
    result = run(TOOL, AREAS=areas, OUTPUT="TEMPORARY_OUTPUT", CHANGE_OUTPUT="TEMPORARY_OUTPUT", **given)
    layer = result["CHANGE_OUTPUT"]
    assert isinstance(layer, QgsVectorLayer) and layer.renderer().type() == "RuleRenderer"
    labels = [item.label() for item in layer.renderer().legendSymbolItems()]
    assert labels[0].startswith("minskning") and labels[6].startswith("ökning") and labels[-1] == "bytte områdestyp"
    growth = np.array([row["growth"] for row in rows(layer)], float)
    assert (growth < -0.05).any() and (growth > 0.1).any()


def test_cancel_leaves_nothing(make_layer, tmp_path):
    areas = make_layer(FIELDS, ROWS)
    paths = [tmp_path / name for name in ("table.gpkg", "change.gpkg", "page.html")]

    def run_until(feedback):
        for path in paths:
            path.unlink(missing_ok=True)
        given = ask(areas, OUTPUT=str(paths[0]), CHANGE_OUTPUT=str(paths[1]), FIGURE=str(paths[2]))
        processing.run(f"narvard:{TOOL}", given, feedback=feedback)
        return [path.exists() for path in paths]

    counting = CancelAfter(10_000)
    assert all(run_until(counting))
    asked = 10_000 - counting.left
    assert asked > 8 and not any(any(run_until(CancelAfter(asks))) for asks in range(asked))
