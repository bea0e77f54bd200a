"""Equity: the vectors through the tool, what the words say, who is left out, and minutes by need in the sample county."""

import json

import numpy as np
import pandas as pd
import pytest
from qgis import processing
from qgis.core import NULL, QgsVectorLayer

from tests.shared import shared_file

from .small_network import CancelAfter, Listening, refused, rows, run

TOOL = "equity"
FIELDS = "code:string,y:double,p:double,r:double,g:string"


def ask(areas, **more):
    fields = {"AREA_CODE": "code", "VALUE": "y", "POPULATION": "p", "RANK": "r"}
    return {"AREAS": areas, **fields, "OUTPUT": "TEMPORARY_OUTPUT", **more}


def measures(result, column="value"):
    return {row["measure"]: row[column] for row in rows(result["OUTPUT"])}


def table(make_layer, given):
    return make_layer(FIELDS, [(None, f"a{at:02}", *row) for at, row in enumerate(given)], kind="None")


@pytest.mark.parametrize("name", ["inequality_small_8", "inequality_edge_ties_6"])
def test_the_vectors(make_layer, name):
    document = json.loads(shared_file(f"vectors/{name}.json").read_text("utf8"))
    inputs, outputs = document["inputs"], document["outputs"]
    given = list(zip(inputs["y"], inputs["population"], inputs["rank_variable"], map(str, inputs["group"])))
    result = run(TOOL, **ask(table(make_layer, given), GROUP="g"))
    found = measures(result)
    names = {
        "concentration_index": "concentration_index", "erreygers": "erreygers_bounds_0_max", "theil_between": "theil_between",
        "wagstaff": "wagstaff_normalised_bounds_0_max", "gini": "gini_popweighted_expanded",
        "theil": "theilT_popweighted_expanded", "theil_within": "theil_within",
    }  # fmt: skip
    if name == "inequality_small_8":  # the other has ties across a cut, which the vector takes in the order of its rows
        names.update(quintile_ratio="quintile_ratio_q5_q1", palma="palma_top10_bottom40", palma_share="palma_share")
        assert [found[f"q{at}"] for at in range(1, 6)] == pytest.approx(outputs["quintile_means_fractional"], rel=1e-9)
    assert {ours: found[ours] for ours in names} == pytest.approx({o: outputs[theirs] for o, theirs in names.items()}, rel=1e-9)  # fmt: skip
    assert result["CONCENTRATION_INDEX"] == found["concentration_index"]
    again = run(TOOL, **ask(table(make_layer, given[::-1]), GROUP="g"))
    assert measures(again) == pytest.approx(found, rel=1e-9)
    levels = measures(result, "level")
    assert next(iter(levels)) == "quintile_ratio"
    assert [name for name, level in levels.items() if level == "main"] == ["quintile_ratio", "people_without_value"]


# The first half of the people have 10, the others 30.
HALVES = [(10, 500, 1, "a"), (30, 500, 2, "b")]


@pytest.mark.parametrize(
    ("order", "kind", "ratio", "words", "index_words"),
    [
        ("ascending", "bad", 3, "67% less for the most disadvantaged. A high value is a disadvantage, so this is to the advantage", "Positive"),
        ("ascending", "good", 3, "A high value is an advantage, so this is to the disadvantage", "Positive"),
        ("descending", "bad", 1 / 3, "200% more for the most disadvantaged. A high value is a disadvantage, so this is to the disadvantage", "Negative"),
        ("descending", "good", 1 / 3, "A high value is an advantage, so this is to the advantage", "Negative"),
    ],
)  # fmt: skip
def test_the_sign_in_words(make_layer, order, kind, ratio, words, index_words):
    given = ask(
        table(make_layer, HALVES), RANK_ORDER=order, VALUE_IS=kind, LINE=20, VALUE_NAME="minutes", RANK_NAME="need"
    )
    result = run(TOOL, **given)
    found, said = measures(result), measures(result, "reading")
    assert found["quintile_ratio"] == result["QUINTILE_RATIO"] == pytest.approx(ratio)
    end = "highest need" if order == "descending" else "lowest need"
    assert said["quintile_ratio"].startswith("Minutes: on average ") and words in said["quintile_ratio"] and end in said["quintile_ratio"]  # fmt: skip
    assert said["concentration_index"].startswith(index_words)
    assert (
        said["concentration_index"].split(": ")[1].split(". ")[1]
        == words.split(". ")[-1] + " of the most disadvantaged."
    )
    assert [found[f"fgt_{power}"] for power in range(3)] == pytest.approx([0.5, 0.25, 0.125])
    assert ("more than 20" if kind == "bad" else "less than 20") in said["fgt_0"]
    assert found["theil_between"] == NULL and said["theil_between"].startswith("Needs groups")


def test_everybody_the_same_and_nobody_anything(make_layer):
    same = run(TOOL, **ask(table(make_layer, [(5, 10, 1, "a"), (5, 20, 2, "a")]), UPPER=10))
    assert measures(same)["gini"] == pytest.approx(0) and "no difference" in measures(same, "reading")["quintile_ratio"]
    none = run(TOOL, **ask(table(make_layer, [(0, 10, 1, "a"), (0, 20, 2, "a")])))
    found = measures(none)
    assert {found[name] for name in ("quintile_ratio", "concentration_index", "erreygers", "wagstaff", "gini", "theil", "palma")} == {NULL}  # fmt: skip
    assert none["QUINTILE_RATIO"] is None and found["mean"] == 0


def test_who_has_no_value_is_told_with_their_people(make_layer, tmp_path):
    page, feedback = tmp_path / "sida.html", Listening()
    rest = [(None, 250, 0, "a"), (None, 100, 9, "a"), (7, None, 1, "a"), (7, 30, None, "a"), (7, 0, 5, "a"), (None, 0, 5, None)]  # fmt: skip
    layer = table(make_layer, [*HALVES, *rest, (20, 50, 1.5, None)])
    result = processing.run(
        f"narvard:{TOOL}", ask(layer, OUTPUT="memory:", CURVE=str(page), GROUP="g"), feedback=feedback
    )
    run.kept = result
    found, said = measures(result), measures(result, "reading")
    assert found["people_without_value"] == result["PEOPLE_WITHOUT_VALUE"] == 350 and found["people"] == 1050
    assert "350 people (25%) live where there is no value (areas: 2)" in said["people_without_value"]
    assert "250 of them are in the most disadvantaged fifth" in said["people_without_value"]
    for told in ("350 people (25%)", "2 areas have people but no value: a02, a03", "1 areas have no number of people and are left out: a04", "1 areas with 30 people have no rank and are left out: a05", "1 areas have no group and are taken as a group of their own: a08"):  # fmt: skip
        assert told in feedback.said
    assert found["people_without_rank"] == 30 and "is not known in some areas (1)" in said["people_without_rank"]
    html = page.read_text("utf8")
    assert 'class="warning"' in html and html.count("<svg") == 2
    assert html.index("350 people (25%)") < html.index("30 people live where there is no rank") < html.index("<svg")
    assert "http" not in html and "$" not in html
    without = run(TOOL, **ask(table(make_layer, [*HALVES, (20, 50, 1.5, "c")])))
    names = [name for name in found if not name.startswith(("theil_", "people_w"))]
    assert {name: measures(without)[name] for name in names} == pytest.approx({name: found[name] for name in names})
    assert "Every area" in measures(without, "reading")["people_without_value"]


def test_the_page_takes_nothing_from_outside_as_markup(make_layer, tmp_path):
    evil, page = "<script>$made</script>", tmp_path / "page.html"
    layer = table(make_layer, HALVES)
    layer.setName(evil)
    run(TOOL, **ask(layer, CURVE=str(page), VALUE_NAME=evil, RANK_NAME=evil))
    html = page.read_text("utf8")
    assert "<script" not in html and html.count("&lt;script&gt;$made") >= 5
    run(TOOL, **ask(table(make_layer, [(0, 10, 1, "a")]), CURVE=str(page)))
    assert "There is no curve" in page.read_text("utf8") and "nan" not in page.read_text("utf8")


@pytest.mark.parametrize(
    ("words", "more", "row"),
    [
        ("negative value in y: a02", {}, (-1, 5, 1, "a")),
        ("negative value in p: a02", {}, (1, -5, 1, "a")),
        ("No area has a value", {"VALUE": "nothing"}, None),
        ("between 10 and 30, outside LOWER and UPPER", {"UPPER": 20}, None),
        ("between 10 and 30, outside LOWER and UPPER", {"LOWER": 11}, None),
        ("LOWER must be lower", {"LOWER": 40, "UPPER": 40}, None),
        ("must end in .html", {"CURVE": "/tmp/x.txt"}, None),
        ("LINE", {"LINE": 0}, None),
        ("several vintages", {}, (1, 5, 1, "a", None, "2018")),
    ],
)
def test_what_is_unclear_is_refused(make_layer, words, more, row):
    given = [*HALVES, *([row] if row else [])]
    full = [
        (None, f"a{at:02}", *(*one, None, "2025")[:4], None, (*one, None, "2025")[5]) for at, one in enumerate(given)
    ]
    layer = make_layer(FIELDS + ",nothing:double,vintage:string", full, kind="None")
    refused(words, name=TOOL, **ask(layer, **more))


def test_minutes_by_need_in_the_sample_county(county, make_layer):
    """Against the same numbers worked out from the whole curve of the people."""
    centres = county.layer("facilities", "type IN ('vardcentral', 'narmottagning') AND closed IS NULL")
    given = {"FACILITIES": centres, "FACILITY_ID": "facility_id", "ORIGINS": county.layer("people_1km", "region = '99'"), "ORIGIN_ID": "origin_id", "POPULATION": "population"}  # fmt: skip
    reached = run("nearestfacility", NETWORK=county.network, OUTPUT="TEMPORARY_OUTPUT", **given)["OUTPUT"]
    people = pd.DataFrame([row for row in rows(reached) if row["minutes_1"] != NULL])
    people["minutes_1"] *= people["population"]
    means = people.groupby("area_code")[["minutes_1", "population"]].sum()
    areas = pd.DataFrame(areas_of(county)).set_index("area_code")
    areas["minutes"] = means["minutes_1"] / means["population"]
    measured = areas[areas["minutes"].notna()]
    layer = make_layer(FIELDS, [(None, code, None if np.isnan(row.minutes) else row.minutes, row.population, row.socioeconomic_index, row.municipality) for code, row in areas.iterrows()], kind="None")  # fmt: skip
    result = run(TOOL, **ask(layer, RANK_ORDER="descending", GROUP="g"))
    found = measures(result)
    tied = measured.assign(total=measured["minutes"] * measured["population"]).groupby("socioeconomic_index")[["total", "population"]].sum().sort_index(ascending=False)  # fmt: skip
    share = np.append(0, tied["population"].cumsum() / tied["population"].sum())
    held = np.append(0, tied["total"].cumsum() / tied["total"].sum())
    mean = np.average(measured["minutes"], weights=measured["population"])
    fifths = 5 * mean * np.diff(np.interp(np.linspace(0, 1, 6), share, held))
    assert [found[f"q{at}"] for at in range(1, 6)] == pytest.approx(fifths) and found["mean"] == pytest.approx(mean)
    assert found["concentration_index"] == pytest.approx(1 - np.sum(np.diff(share) * (held[:-1] + held[1:])))
    # in the county the needy live in town, near a centre: the average hides the coast
    assert found["quintile_ratio"] == pytest.approx(fifths[4] / fifths[0]) and found["quintile_ratio"] > 2
    missing = areas.loc[areas["minutes"].isna(), "population"].sum()
    assert result["PEOPLE_WITHOUT_VALUE"] == missing
    assert found["theil"] == pytest.approx(found["theil_between"] + found["theil_within"])


def areas_of(county):
    names = ("area_code", "population", "socioeconomic_index", "municipality")
    layer = QgsVectorLayer(county.layer("areas", "region = '99'"), "areas", "ogr")
    return [{name: row[name] for name in names} for row in rows(layer)]


def test_cancel_leaves_nothing(make_layer, tmp_path):
    layer = table(make_layer, HALVES)
    target, page = tmp_path / "out.gpkg", tmp_path / "page.html"

    def run_until(feedback):
        for path in (target, page):
            path.unlink(missing_ok=True)
        processing.run(f"narvard:{TOOL}", ask(layer, OUTPUT=str(target), CURVE=str(page)), feedback=feedback)
        return target.exists(), page.exists()

    counting = CancelAfter(10_000)
    assert run_until(counting) == (True, True)
    asked = 10_000 - counting.left
    assert asked > 8 and not any(any(run_until(CancelAfter(asks))) for asks in range(asked))


def test_a_need_index_taken_from_the_wrong_end_is_said(make_layer):
    given = [(None, 10.0, 5.0, 3.1), (None, 30.0, 5.0, 1.2)]
    areas = make_layer("y:double,p:double,cni_per_person:double", given, kind="None")
    asked = {**ask(areas), "AREA_CODE": None, "RANK": "cni_per_person"}
    for order, warned in (("ascending", True), ("descending", False)):
        feedback = Listening()
        processing.run(f"narvard:{TOOL}", {**asked, "RANK_ORDER": order}, feedback=feedback)
        assert ("cni_per_person is a need index" in feedback.said) == warned
