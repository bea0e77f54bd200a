"""Follow-up of the development grant: gaps that are told, units without a grant, and the sample county's own table."""

import pandas as pd
import pytest
from qgis import processing
from qgis.core import NULL, QgsProcessingContext

from narvard_plugin.store.workspace import create_workspace, open_workspace

from .small_network import CancelAfter, Listening, refused, rows, run

NAME = "grantfollowup"
FIELDS = "unit_id:string,year:integer,amount:double,effort:string,indicator:string,outcome:double,better:string"
TEAM = ("Mobilt team", "inskrivna")


def years(unit, amounts, outcomes, effort="Mobilt team", indicator="inskrivna", better="lower"):
    return [
        (unit, 2022 + at, amount, effort, indicator, outcome, better)
        for at, (amount, outcome) in enumerate(zip(amounts, outcomes))
    ]


ROWS = [
    *years("a", [0, 100_000, 200_000], [30, 27, 24]),
    *years("b", [0, 50_000, 50_000], [20, None, None]),
    *years("c", [0, 0, 0], [18, 17, 16]),
]


@pytest.fixture
def followup(make_layer):
    def make(found=ROWS, fields=FIELDS):
        return make_layer(fields, [(None, *row) for row in found], kind="None")

    return make


def follow(layer, **more):
    return run(NAME, **{"FOLLOWUP": layer, "OUTPUT": "TEMPORARY_OUTPUT", "SUMMARY": "TEMPORARY_OUTPUT", **more})


def heard(**parameters):
    feedback = Listening()
    context = run.kept = QgsProcessingContext()
    result = processing.run(f"narvard:{NAME}", {"OUTPUT": "memory:", **parameters}, context=context, feedback=feedback)
    return result, feedback.said


def test_before_and_after_against_units_without_a_grant(followup):
    result = follow(followup())
    a, b, c = rows(result["OUTPUT"])
    assert [a[name] for name in ("unit_id", "effort", "indicator", "role", "status")] == ["a", *TEAM, "granted", "measured"]  # fmt: skip
    numbers = ("first_year", "last_year", "amount", "outcome_before", "outcome_after", "change", "direction")
    assert [a[name] for name in numbers] == [2022, 2024, 300_000, 30, 24, -6, "better"]
    assert (a["change_per_100000"], a["comparison_change"], a["comparison_units"], a["difference_in_change"]) == (-2, -2, 1, -4)  # fmt: skip
    assert a["explanation"].startswith("From 30 (2022) to 24 (2024): better. Units without a grant changed by -2")
    assert (b["status"], b["change"], b["direction"], b["outcome_after"]) == ("one_year_only", NULL, NULL, NULL)
    assert b["explanation"] == "Not measured: only one year has an outcome."
    assert (c["role"], c["change"], c["amount"]) == ("comparison", -2, 0)
    (total,) = rows(result["SUMMARY"])
    assert [total[name] for name in ("units", "amount", "units_measured", "units_better", "units_worse")] == [2, 400_000, 1, 1, 0]  # fmt: skip
    assert (total["weighted_change"], total["difference_in_change"], total["difference_direction"]) == (-6, -4, "better")  # fmt: skip
    assert "1 are not measured" in total["explanation"] and "not proof" in total["explanation"]
    assert (result["MEASURED_COUNT"], result["NOT_MEASURED_COUNT"]) == (1, 1)


def test_what_is_not_measured_is_told(followup):
    _, said = heard(FOLLOWUP=followup())
    assert "1 are not measured (one_year_only 1): b. Nothing is known" in said
    only = followup(years("a", [None, 5], [3, 2], better=None))
    _, said = heard(FOLLOWUP=only)
    assert "Nothing says whether lower or higher is better for: inskrivna" in said
    torn = [*ROWS, *years("a", [0, 1, 2], [1, 2, 3], indicator="besök")]
    assert "2 amounts of the same unit, year and effort differ between indicators: a 2023" in heard(FOLLOWUP=followup(torn))[1]  # fmt: skip


def test_units_with_money_that_nobody_follows_up(followup, make_layer):
    units = make_layer("id:string,amount:double", [(None, "a", 5.0), (None, "d", 7.0), (None, "e", 0.0)], kind="None")
    result, said = heard(FOLLOWUP=followup(), UNITS=units, UNIT_ID="id", AMOUNT="amount")
    last = rows(result["OUTPUT"])[-1]
    assert (last["unit_id"], last["status"], last["amount"], last["effort"]) == ("d", "no_rows", 7, NULL)
    assert result["NOT_MEASURED_COUNT"] == 2
    assert "1 units are not in the follow-up at all: d" in said and "2 units of the follow-up are not in UNITS: b, c" in said  # fmt: skip
    units = make_layer("id:string,amount:double", [(None, "c", 5.0), (None, "q", None)], kind="None")
    _, said = heard(FOLLOWUP=followup(), UNITS=units, UNIT_ID="id", AMOUNT="amount")
    assert "1 units have an amount in UNITS but 0 kronor in every row of the follow-up" in said and ": c. Check" in said
    assert "1 units have no amount in UNITS and no row in the follow-up, so nothing is known of them: q" in said
    stranger = make_layer("id:string", [(None, "z")], kind="None")
    refused("No row of the follow-up has an id of UNITS", NAME, FOLLOWUP=followup(), UNITS=stranger, UNIT_ID="id",
            OUTPUT="memory:")  # fmt: skip


def test_amounts_that_are_not_told_stand_in_the_words(followup):
    result = follow(followup([*ROWS[:2], ("a", 2024, None, *TEAM, 24, "lower")]))
    (line,), (total,) = rows(result["OUTPUT"]), rows(result["SUMMARY"])
    assert line["change_per_100000"] == line["amount_until_last"] == total["weighted_change"] == NULL
    assert "The amount of 1 years is not told" in line["explanation"]
    assert total["units_amount_untold"] == 1 and "at least so many kronor" in total["explanation"]


def test_the_workspace_gives_the_same(followup, tmp_path):
    path = str(tmp_path / "arbetsyta.gpkg")
    names = [field.split(":")[0] for field in FIELDS.split(",")]
    with create_workspace(path, "99") as workspace:
        workspace.write("grant_followup", pd.DataFrame(ROWS, columns=names))
    asked = {"WORKSPACE": path, "FOLLOWUP": None}
    assert rows(follow(None, **asked)["OUTPUT"]) == rows(follow(followup())["OUTPUT"])


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("lack a unit, an effort or an indicator: rows 10", (None, 2022, 0, *TEAM, 1, "lower")),
        ("lack a unit, an effort or an indicator: rows 10", ("d", 2022, 0, None, "x", 1, "lower")),
        ("have no year: rows 10", ("d", None, 0, *TEAM, 1, "lower")),
        ("have an amount below 0: rows 10", ("d", 2022, -1, *TEAM, 1, "lower")),
        ("another word than lower or higher in better: rows 10", ("d", 2022, 0, *TEAM, 1, "up")),
        ("inskrivna do not agree on whether lower or higher", ("d", 2022, 0, *TEAM, 1, "higher")),
        ("rows of the follow-up are repeated", ("a", 2022, 0, *TEAM, 1, "lower")),
    ],
)
def test_rows_that_cannot_be_read_are_refused(followup, words, row):
    refused(words, NAME, FOLLOWUP=followup([*ROWS, row]), OUTPUT="memory:")


def test_other_things_that_are_refused(followup, make_layer, tmp_path):
    refused("either WORKSPACE or FOLLOWUP", NAME, OUTPUT="memory:")
    refused("either WORKSPACE or FOLLOWUP", NAME, OUTPUT="memory:", FOLLOWUP=followup(), WORKSPACE="x.gpkg")
    refused("There is no workspace", NAME, OUTPUT="memory:", WORKSPACE=str(tmp_path / "none.gpkg"))
    refused("UNIT_ID must name a field", NAME, OUTPUT="memory:", FOLLOWUP=followup(), UNITS=followup())
    refused("follow-up has no rows", NAME, OUTPUT="memory:", FOLLOWUP=followup([]))
    text = followup([("a", 2022, 1, *TEAM, "tolv", "lower")], FIELDS.replace("outcome:double", "outcome:string"))
    refused("have no number in outcome: rows 1", NAME, OUTPUT="memory:", FOLLOWUP=text)


def test_a_cancelled_follow_up_leaves_nothing(followup, provider):
    asked = {"FOLLOWUP": followup(), "OUTPUT": "memory:"}
    for stop in (0, 5, 9, 11):
        results, fine = provider.algorithm(NAME).create().run(asked, QgsProcessingContext(), CancelAfter(stop))
        assert fine and results == {}


def test_the_sample_countys_own_follow_up(county):
    """Every row of the workspace is in some line, and what was not measured is not zero."""
    with open_workspace(county.workspace, writable=False) as workspace:
        table = workspace.read("grant_followup")
    if table.empty:
        pytest.skip("the sample county's workspace has no follow-up")
    result = follow(None, WORKSPACE=county.workspace, FOLLOWUP=None)
    lines = rows(result["OUTPUT"])
    assert len(lines) == len(table.groupby(["unit_id", "effort", "indicator"]))
    assert sum(line["amount"] for line in lines) == table["amount"].sum()
    assert {line["role"] for line in lines} == {"granted", "comparison"}
    measured = table.dropna(subset=["outcome"]).groupby(["unit_id", "effort", "indicator"]).size()
    for line in lines:
        known = measured.get((line["unit_id"], line["effort"], line["indicator"]), 0)
        assert (line["change"] == NULL) == (known < 2 or line["status"] == "only_before")
    assert sum(total["units"] for total in rows(result["SUMMARY"])) == 8
