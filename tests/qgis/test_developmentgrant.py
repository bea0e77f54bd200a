"""The development grant: known amounts, both bases, two rules, what is refused, and story 3 of the sample county."""

import pytest
from qgis import processing
from qgis.core import NULL, QgsProcessingContext

from .small_network import CancelAfter, Listening, by_id, refused, rows, run

NAME = "developmentgrant"
FIELDS = (
    "id:string,listed:integer,cni:double,near:double,form:string,owner:string,before:double,acg:double,points:double"
)
UNITS = [
    ("POINT(0 0)", "u1", 8000, 1.55, 0.9, "egen_regi", "region", 400_000.0, 1.1, 8200.0),
    ("POINT(1 0)", "u2", 6000, 1.32, 1.0, "lov", "region", 200_000.0, 0.95, 6100.0),
    ("POINT(2 0)", "u3", 12000, 0.80, 1.6, "lov", "region", 300_000.0, 1.0, 11800.0),
    ("POINT(3 0)", "u4", 3000, 1.00, 1.2, None, "region", None, 0.9, 2950.0),
]
POT = 1_000_000


@pytest.fixture
def units(make_layer):
    def make(*others, without=0):
        return make_layer(FIELDS, [*UNITS[: len(UNITS) - without], *others])

    return make


def given(layer, **more):
    common = {"UNITS": layer, "UNIT_ID": "id", "LISTED": "listed", "INDEX": "cni", "METHOD": "proportional"}
    return {**common, "POT": POT, "OUTPUT": "TEMPORARY_OUTPUT", **more}


def grant(layer, **more):
    return run(NAME, **given(layer, **more))


def amounts(result, field="amount"):
    return [row[field] for row in rows(result["OUTPUT"])]


def test_whole_kronor_that_sum_to_the_pot(units):
    result = grant(units())
    assert amounts(result) == [376_671, 240_583, 291_616, 91_130] and result["TOTAL"] == POT
    first = rows(result["OUTPUT"])[0]
    assert first["per_listed"] == pytest.approx(376_671 / 8000) and first["bound"] == NULL
    assert "8,000 listed × index 1.55 × 30.3" in first["explanation"] and "376,671." in first["explanation"]
    assert "amount_area" not in first and "amount_2" not in first and "change" not in first


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"METHOD": "excess", "THRESHOLD": 1}, [696_203, 303_797, 0, 0]),
        ({"METHOD": "neutral", "SHARE": 0.3}, [306_105, 217_002, 377_140, 99_753]),
        ({"METHOD": "tariff", "THRESHOLD": 1.2, "RATE": 100, "POT": None}, [280_000, 72_000, 0, 0]),
        ({"METHOD": "step", "THRESHOLD": 1.2, "RATE": 67, "POINTS": "points"}, [549_400, 408_700, 0, 0]),
        ({"METHOD": "step", "THRESHOLD": 1.2, "RATE": 67}, [536_000, 402_000, 0, 0]),
        ({"METHOD": "acg", "ACG": "acg", "ACG_WEIGHT": 0.6, "INDEX_WEIGHT": 0.25}, [316_369, 208_304, 381_548, 93_779]),
    ],
)
def test_every_rule(units, more, expected):
    result = grant(units(), **more)
    assert amounts(result) == expected and result["TOTAL"] == sum(expected)
    if more["METHOD"] not in ("tariff", "step"):
        assert result["TOTAL"] == POT


def test_each_line_can_be_worked_out_by_hand(units, make_layer):
    """Numbers in the explanation, multiplied as it says, give the amount."""
    for method, more in {"excess": {"THRESHOLD": 0.9}, "proportional": {}}.items():
        for row, unit in zip(rows(grant(units(), METHOD=method, **more)["OUTPUT"]), UNITS):
            if row["amount"]:
                each = float(row["explanation"].split(" × ")[2].split(" kronor")[0])
                over = unit[3] - more.get("THRESHOLD", 0)
                assert unit[2] * over * each == pytest.approx(row["amount"], abs=1.01)
            else:
                assert "not over the threshold 0.9: 0 kronor" in row["explanation"]
    weighed = make_layer(FIELDS.replace("listed:integer", "listed:double"), [(*UNITS[0][:2], 0.5, *UNITS[0][3:])])
    assert rows(grant(weighed)["OUTPUT"])[0]["explanation"].startswith("0.5 listed × index 1.55 × ")
    bounded = rows(grant(units(), FLOOR=28, CEILING=40)["OUTPUT"])
    assert [row["bound"] for row in bounded] == ["ceiling", "ceiling", "floor", NULL]
    assert "ceiling of 40 kronor per listed lowers it to 320,000.00" in bounded[0]["explanation"]
    assert "floor of 28 kronor per listed raises it to 336,000.00" in bounded[2]["explanation"]
    assert sum(row["amount"] for row in bounded) == POT


def test_nobody_changes_more_than_decided(units):
    result = rows(grant(units(), PREVIOUS="before", MAX_CHANGE=0.1)["OUTPUT"])
    assert [row["bound"] for row in result] == [NULL, "increase", NULL, NULL]
    assert result[1]["amount"] == 220_000 and result[1]["change"] == 20_000 and result[3]["change"] == NULL
    assert "may rise by at most 10 per cent from last year's 200,000" in result[1]["explanation"]
    feedback = Listening()
    asked = given(units(), PREVIOUS="before", MAX_CHANGE=0.1)
    processing.run(f"narvard:{NAME}", asked, context=QgsProcessingContext(), feedback=feedback)
    assert "1 units had nothing the year before" in feedback.said and "u4" in feedback.said
    gone = units(("POINT(4 0)", "u5", 0, 1.0, 1.0, "lov", "region", 9000.0, None, None))
    processing.run(f"narvard:{NAME}", {**asked, "UNITS": gone}, context=QgsProcessingContext(), feedback=feedback)
    assert "1 units had an amount the year before but have nobody listed, and get 0 whatever MAX_CHANGE says: u5" in feedback.said  # fmt: skip


def test_both_bases_side_by_side(units):
    by_listed = grant(units(), AREA_INDEX="near", COMPARISON="TEMPORARY_OUTPUT")
    (compared,) = rows(by_listed["COMPARISON"])
    by_area = grant(units(), AREA_INDEX="near", BASE="area")
    assert amounts(by_listed) == amounts(by_listed, "amount_listed") == amounts(by_area, "amount_listed")
    assert amounts(by_area) == amounts(by_area, "amount_area") == amounts(by_listed, "amount_area") != amounts(by_listed)  # fmt: skip
    moves = [row["amount_area"] - row["amount_listed"] for row in rows(by_listed["OUTPUT"])]
    assert moves == amounts(by_listed, "area_minus_listed") and sum(moves) == 0
    assert compared["comparison"] == "base" and compared["moved"] == sum(move for move in moves if move > 0)
    assert (compared["gain"], compared["lose"], compared["difference"]) == (2, 2, 0)
    assert rows(by_area["OUTPUT"])[0]["explanation"].startswith("By where the unit stands: 8,000 listed × index 0.9 ×")


def test_the_base_that_does_not_decide_may_have_gaps(units):
    layer = units(("POINT(4 0)", "u5", 1000, 1.1, None, "lov", "region", None, 1.0, 1000.0))
    feedback, context = Listening(), QgsProcessingContext()
    result = processing.run(f"narvard:{NAME}", given(layer, AREA_INDEX="near"), context=context, feedback=feedback)
    assert amounts(result, "amount_area") == [NULL] * 5 and sum(amounts(result)) == POT
    assert "What the rule gives by AREA_INDEX is not shown" in feedback.said
    refused("1 units with listed have no value.* in near: u5", NAME, **given(layer, AREA_INDEX="near", BASE="area"))


def test_two_rules_and_each_driftsform(units):
    result = grant(
        units(), METHOD_2="neutral", SHARE_2=0.3, DRIFTSFORM="form", HUVUDMAN="owner",
        EFFECT="TEMPORARY_OUTPUT", COMPARISON="TEMPORARY_OUTPUT",
    )  # fmt: skip
    assert amounts(result, "amount_2") == [306_105, 217_002, 377_140, 99_753] and result["TOTAL_2"] == POT
    assert amounts(result, "difference") == [306_105 - 376_671, 217_002 - 240_583, 377_140 - 291_616, 99_753 - 91_130]
    effect = {(row["group_kind"], row["group_name"]): row for row in rows(result["EFFECT"])}
    assert list(effect) == [("all", NULL), ("driftsform", "egen_regi"), ("driftsform", "lov"), ("driftsform", NULL),
                            ("huvudman", "region")]  # fmt: skip
    lov = effect["driftsform", "lov"]
    assert (lov["units"], lov["listed"], lov["amount"], lov["amount_2"]) == (2, 18_000, 532_199, 594_142)
    assert lov["share_of_listed"] == pytest.approx(18 / 29) and lov["share_of_amount"] == pytest.approx(0.532199)
    assert lov["relative"] == pytest.approx(0.532199 * 29 / 18) and lov["amount_area"] == NULL
    whole, *_ = rows(result["COMPARISON"])
    assert (whole["comparison"], whole["first"], whole["second"]) == ("rules", "proportional, listed", "neutral, listed")  # fmt: skip
    assert (whole["gain"], whole["lose"], whole["gained"], whole["lost"], whole["moved"]) == (2, 2, 94_147, 94_147, 94_147)  # fmt: skip


def test_units_without_listed(units):
    closed = ("POINT(4 0)", "u5", 0, None, None, "lov", "region", None, None, None)
    last = rows(grant(units(closed))["OUTPUT"])[-1]
    assert (last["amount"], last["per_listed"], last["explanation"]) == (0, NULL, "Nobody is listed here: 0 kronor.")
    unknown = units(("POINT(4 0)", "u5", None, 1.2, None, "lov", "region", None, None, None))
    refused("1 features in UNITS have a missing or negative value in listed: u5", NAME, **given(unknown))
    result = grant(unknown, WITHOUT_LISTED="leave_out")
    assert amounts(result) == [376_671, 240_583, 291_616, 91_130, NULL]


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("rule proportional needs POT", {"POT": None}),
        ("rule excess needs THRESHOLD", {"METHOD": "excess"}),
        ("rule step needs THRESHOLD, RATE", {"METHOD": "step"}),
        ("RATE is the price, and must be above 0", {"METHOD": "tariff", "THRESHOLD": 1, "RATE": 0}),
        ("rule neutral needs SHARE_2", {"METHOD_2": "neutral"}),
        ("rule acg needs ACG, ACG_WEIGHT, INDEX_WEIGHT", {"METHOD": "acg"}),
        ("come to more than 1", {"METHOD": "acg", "ACG": "acg", "ACG_WEIGHT": 0.6, "INDEX_WEIGHT": 0.5}),
        ("POT must be whole kronor", {"POT": 1000.5}),
        ("name the field of the index where the unit stands", {"BASE": "area"}),
        ("name the field of the index where the unit stands", {"METHOD_2": "proportional", "BASE_2": "area"}),
        ("floor 30.* is above the ceiling 20", {"FLOOR": 30, "CEILING": 20}),
        ("MAX_CHANGE needs .* PREVIOUS", {"MAX_CHANGE": 0.1}),
        ("smallest possible pot is 1,160,000 kronor", {"FLOOR": 40}),
        ("smallest possible pot is 0 kronor and the largest 580,000", {"CEILING": 20}),
        ("No unit is over the threshold", {"METHOD": "excess", "THRESHOLD": 1.55}),
        ("contradict each other for 1 units: u1", {"PREVIOUS": "before", "MAX_CHANGE": 0.1, "CEILING": 40}),
        ("already has fields that this tool adds: amount", {"UNITS": "again"}),
    ],
)
def test_what_is_refused(units, make_layer, words, more):
    layer = units()
    if more.get("UNITS") == "again":
        layer = make_layer(f"{FIELDS},amount:double", [(*unit, 1.0) for unit in UNITS])
    refused(words, NAME, **{**given(layer), **more, "UNITS": layer})


def test_bad_units_are_refused(units, make_layer):
    unit = lambda number, index: ("POINT(4 0)", "u5", number, index, 1.0, "lov", "region", -1.0, 1.0, 1.0)  # noqa: E731
    refused("no value, or one below 0, in cni: u5", NAME, **given(units(unit(10, None))))
    refused("no value, or one below 0, in cni: u5", NAME, **given(units(unit(10, -0.2))))
    refused("negative value in listed: u5", NAME, **given(units(unit(-1, 1.0))))
    refused("negative value in before: u5", NAME, **given(units(unit(1, 1.0)), PREVIOUS="before"))
    refused("rows of UNITS are repeated", NAME, **given(units(UNITS[0])))
    refused("UNITS has no rows", NAME, **given(make_layer(FIELDS, [], kind="Point")))
    scaled = make_layer("id:string,listed:integer,cni_ratio:double,cni_per_person:double,cni_points:double", [])
    refused("on different scales", NAME, **given(scaled, INDEX="cni_ratio", AREA_INDEX="cni_per_person"))
    refused("cni_points is a sum of points", NAME, **given(scaled, INDEX="cni_points"))


def test_what_is_doubtful_is_told(units):
    feedback, context = Listening(), QgsProcessingContext()
    asked = given(units(), METHOD="step", THRESHOLD=0.4, RATE=100, SHARE=0.5, ACG="acg")
    processing.run(f"narvard:{NAME}", asked, context=context, feedback=feedback)
    assert "SHARE, ACG is given, but the chosen rule does not use it" in feedback.said
    assert "threshold 0.4 lies far from the units' mean index 1.13517" in feedback.said
    assert "1,900,000 kronor more than the pot of 1,000,000" in feedback.said


def test_a_cancelled_grant_leaves_nothing(units, provider):
    tool = provider.algorithm(NAME).create()
    for stop in range(4):
        context = QgsProcessingContext()
        results, fine = tool.run(given(units(), OUTPUT="memory:"), context, CancelAfter(stop))
        assert fine and results == {}
    assert tool.run(given(units(), OUTPUT="memory:"), QgsProcessingContext(), CancelAfter(1000))[0]["TOTAL"] == POT


@pytest.fixture(scope="module")
def centres(county):
    """The county's own centres with the need of their listed and of the area they stand in, over the county's mean."""
    areas = {"AREAS": county.layer("areas"), "AREA_CODE": "area_code", "OUTPUT": "TEMPORARY_OUTPUT"}
    own = [row for row in rows(run("careneedindex", **areas)["OUTPUT"]) if row["area_code"].startswith("99")]
    mean = sum(row["cni_points"] for row in own) / sum(row["population"] for row in own)
    needs = run("careneedindex", **areas, NATIONAL_MEAN=mean)["OUTPUT"]
    result = run(
        "listedneed", UNITS=county.layer("facilities", "type = 'vardcentral' AND region = '99'"), UNIT_ID="facility_id",
        LISTINGS=county.layer("listings"), AREAS=needs, AREA_CODE="area_code", INDEX="cni_ratio",
        OUTPUT="TEMPORARY_OUTPUT",
    )  # fmt: skip
    return result["OUTPUT"].clone()


def of_county(centres, **more):
    return run(
        NAME, UNITS=centres, UNIT_ID="facility_id", LISTED="listed", INDEX="index_listed", AREA_INDEX="index_area",
        WITHOUT_LISTED="leave_out", DRIFTSFORM="driftsform", OUTPUT="TEMPORARY_OUTPUT", **more,
    )  # fmt: skip


def over_the_mean(found):
    """Who gets more per listed than all do together."""
    units = [row for row in found.values() if row["listed"] != NULL]
    mean = sum(row["amount"] for row in units) / sum(row["listed"] for row in units)
    return {row["facility_id"] for row in units if row["per_listed"] > mean}


GOOD_AREA, JUST_BELOW = "99-vardcentral-026", "99-vardcentral-018"


def test_story_3_names_different_winners(centres):
    """Facit, story 3: by the listed or by the area, in proportion or by step, other centres win."""
    by_step, in_proportion = {}, {}
    for base in ("listed", "area"):
        by_step[base] = by_id(of_county(centres, BASE=base, METHOD="step", THRESHOLD=1.15, RATE=600)["OUTPUT"])
        shared = of_county(centres, BASE=base, METHOD="proportional", POT=20_000_000, EFFECT="TEMPORARY_OUTPUT")
        in_proportion[base] = by_id(shared["OUTPUT"])
        assert shared["TOTAL"] == 20_000_000
    paid = {base: {unit for unit, row in found.items() if row["amount"]} for base, found in by_step.items()}
    winners = {base: over_the_mean(found) for base, found in in_proportion.items()}
    assert (len(paid["listed"]), len(paid["area"]), len(winners["listed"]), len(winners["area"])) == (8, 13, 20, 18)
    assert len({frozenset(those) for those in (*paid.values(), *winners.values())}) == 4
    assert GOOD_AREA in paid["listed"] & winners["listed"] and GOOD_AREA not in paid["area"] | winners["area"]
    assert by_step["listed"][JUST_BELOW]["index_listed"] == pytest.approx(1.143, abs=5e-4)
    assert JUST_BELOW in winners["listed"] & winners["area"] & paid["area"] - paid["listed"]
    good = {base: found[GOOD_AREA]["amount"] for base, found in in_proportion.items()}
    assert good == {"listed": 1_068_100, "area": 603_882}
    effect = {row["group_name"]: row for row in rows(shared["EFFECT"])}
    assert effect["lov"]["units"] == 12 and effect["egen_regi"]["amount"] + effect["lov"]["amount"] == 20_000_000
    closed = [row for row in in_proportion["listed"].values() if row["listed"] == NULL]
    assert len(closed) == 5 and all(row["amount"] == NULL for row in closed)
