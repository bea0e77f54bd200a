"""What the numbers of provisions mean, against the catalogue itself and by hand."""

import csv
import json
import math

import pytest

from narvard_plugin.core.plans.building_rights import (
    MANY_PARTS,
    ONLY_FOOTPRINT,
    SEVERAL_USES,
    TWO_NUMBERS,
    UNKNOWN_DENOMINATOR,
    Ground,
    building_rights,
)
from narvard_plugin.core.plans.plan_content import provisions_frame
from narvard_plugin.core.plans.provision_values import (
    MANY_VALUES,
    NO_MEANING,
    NO_VALUE,
    OTHER_BOUND,
    OTHER_UNIT,
    PER_PLOT,
    dwellings,
    heights,
    matching,
    meaning_of,
    plot_sizes,
    values,
)
from narvard_plugin.core.plans.provision_wording import code_of_wording
from narvard_plugin.core.plans.uses import is_unknown, letters_of, use_letters
from tests.shared import shared_file

USE, PROPERTY = "användningsbestämmelse", "egenskapsbestämmelse"
GROSS = "DP_KM_Eg_Utnytt_StorstaAreaKvm_Brutto"
SHARE = "DP_KM_Eg_Utnytt_StorstaAreaProc_Brutto"
HIGH = "DP_KM_Eg_Hojd_HogstaHojd_"


def told(number, unit="", bound="", **more):
    return json.dumps(
        [{"datatyp": "decimaltal", "variabelvarde": str(number), "enhet": unit, "vardetyp": bound, **more}]
    )


def provision(name, code, number=None, unit="", **more):
    row = {"provision_id": name, "kind": PROPERTY, "code": code, **more}
    return row if number is None else {**row, "values_json": told(number, unit)}


def use(name, letter, **more):
    return {"provision_id": name, "kind": USE, "designation": letter, "use_form": "Kvartersmark", **more}


def catalogue():
    with open(shared_file("data/detaljplan/pbk_numeric_subset.csv"), encoding="utf-8-sig") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_every_number_of_the_catalogue_is_understood_as_the_catalogue_says():
    rows = catalogue()
    assert len(rows) == 32
    for row in rows:
        meaning = meaning_of(row["bestammelsekod"])
        assert (meaning.basis, meaning.bound, meaning.unit) == (row["namnare"], row["uttrycktvarde"], row["enhet"]), row


def test_a_file_without_codes_is_understood_by_the_catalogues_wording():
    for row in catalogue():
        wording = row["formulering"]
        assert code_of_wording(wording) == row["bestammelsekod"]
        filled = wording.replace("[text:text]", ".")
        for variable in ("höjd", "exploatering", "utnyttjandegrad", "storlek", "antal", "avstånd", "procent"):
            filled = filled.replace(f"[{variable}:decimaltal]", "1 234,5")
        (value,) = values(provisions_frame([provision("p", None, wording=filled)]))
        assert (value.number, value.problem) == (1234.5, ""), filled
        assert value.meaning == meaning_of(row["bestammelsekod"])


def test_what_the_catalogue_does_not_have_is_not_guessed():
    assert meaning_of("DP_KM_Eg_Utnytt_StorstaAreaKvm_BruttoKvarter") is None
    assert meaning_of("DP_KM_Eg_Hojd_HogstaHojd_Taklutning") is None
    assert meaning_of("DP_AP_Skydd_Oversvamning") is None
    assert meaning_of(None, "Högsta nockhöjd regleras i bygglov") is None
    assert (
        meaning_of("DP_KM_Eg_LghFordelningOchStorlek_Minst", "Minst 30 % av lägenheterna ska vara mindre än 35 m²")
        is None
    )


@pytest.mark.parametrize(
    ("values_json", "problem"),
    [
        (told(12, "kvadratmeter"), OTHER_UNIT),
        (told(12, "meter", "min"), OTHER_BOUND),
        (json.dumps([{"variabelvarde": "12", "enhet": "meter"}, {"variabelvarde": "15", "enhet": "meter"}]), MANY_VALUES),
        ("[]", NO_VALUE),
        ("{broken", NO_VALUE),
        (json.dumps([{"datatyp": "text", "variabelvarde": "skorsten"}]), NO_VALUE),
        (told("hög", "meter"), NO_VALUE),
    ],
)  # fmt: skip
def test_a_number_that_is_in_doubt_is_no_number(values_json, problem):
    found = heights(provisions_frame([provision("p", HIGH + "Nockhojd", values_json=values_json)]))
    assert math.isnan(found.above_ground) and [one.problem for one in found.unclear] == [problem]


def test_heights_above_ground_above_the_datum_and_storeys_never_mix():
    plan = provisions_frame([
        provision("a", HIGH + "Nockhojd", 12, "meter"),
        provision("b", HIGH + "Totalhojd", 16.5, "meter"),
        provision("c", HIGH + "NockhojdNollplan", 92.5, "meter"),
        provision("d", HIGH + "HogstaVan_Aldre", 4, "antal"),
        provision("e", "DP_KM_Eg_Hojd_ExaktHojd_Nockhojd", 14, "meter"),
        provision("f", "DP_KM_Eg_Hojd_LagstaHojd_Nockhojd", 40, "meter"),
    ])  # fmt: skip
    found = heights(plan)
    assert (found.above_ground, found.above_datum, found.storeys, found.unclear) == (16.5, 92.5, 4, ())
    assert heights(plan, form="nockhojd").above_ground == 14
    assert heights(plan, HIGH + "*", "nockhojd").above_ground == 12  # the exact height has another code
    assert [value.provision_id for value in matching(values(plan), HIGH + "*")] == ["a", "b", "c", "d"]


def test_plot_sizes_and_dwellings():
    plan = provisions_frame([
        provision("a", "DP_KM_Eg_Fastighetsstorlek_Minsta_Minsta", 800, "kvadratmeter"),
        provision("b", "DP_KM_Eg_Fastighetsstorlek_Minsta_Minsta", 1000, "kvadratmeter"),
        provision("c", "DP_KM_Eg_Fastighetsstorlek_Storsta_Storsta", 3000, "kvadratmeter"),
        provision("d", None, wording="Högsta antal bostäder är 40."),
        provision("e", None, wording="Högsta antal lägenheter är 20."),
    ])  # fmt: skip
    assert plot_sizes(plan)[:2] == (1000, 3000)
    assert math.isnan(dwellings(plan).least) and dwellings(plan).most == 60


def test_uses_by_category_and_by_designation():
    assert use_letters("Vård", "D1") == ("D",)
    assert use_letters(None, "BC1D") == ("B", "C", "D")
    assert use_letters(None, "(DS)") == ("D", "S")
    assert use_letters("Skydd", "SKYDD1") == ()
    for public in ("TORG", "PARK", "GATA", "CYKEL", "DAGVATTEN", "SKYDD"):
        assert use_letters(None, public) == ()
    assert use_letters("Vård", "D", "Allmän plats") == ()


# B+C on place 1 (10 000 m²), D on place 2 (5 000 m²); property areas e1 (8 000 m² on place 1) and e2 (all of place 2).
GROUND = {
    "places": {"b": [1], "c": [1], "d": [2]},
    "area": {1: 10_000.0, 2: 5_000.0},
    "own": {"e1": 8_000.0, "e2": 5_000.0, "e3": 8_000.0},
    "shared": {("e1", 1): 8_000.0, ("e2", 2): 5_000.0, ("e3", 1): 6_000.0, ("e3", 2): 2_000.0},
}
USES = [use("b", "B"), use("c", "C"), use("d", "D", category="Vård")]


def rights(*rows, **ground):
    return building_rights(provisions_frame([*USES, *rows]), Ground(**{**GROUND, **ground}))


@pytest.mark.parametrize(
    ("row", "b", "d"),
    [
        (provision("e1", GROSS, 4200, "kvadratmeter"), 4200, math.nan),
        (provision("e1", SHARE + "Egen", 50, "procent"), 4000, math.nan),  # of the property area's 8 000 m²
        (provision("e1", SHARE + "Anv", 50, "procent"), 5000, math.nan),  # of the use area's 10 000 m²
        (provision("e2", SHARE + "Anv", 60, "procent"), math.nan, 3000),
        (provision("e3", SHARE + "Egen", 50, "procent"), 3000, 1000),  # 6 000 and 2 000 m² on the two places
        (provision("e3", GROSS + "Anv", 1500, "kvadratmeter"), 1500, 1500),  # so much within each use area
    ],
)
def test_floor_area_is_counted_with_its_own_denominator(row, b, d):
    found = rights(row)
    assert not found.unclear
    assert [found.gross_area("B"), found.gross_area("D")] == pytest.approx([b, d], nan_ok=True)
    assert (found.area("B"), found.area("D"), found.area("B", "D")) == (10_000, 5_000, 15_000)
    assert found.shared_with("B") == ("C",)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([provision("e1", GROSS + "Fastigh", 300, "kvadratmeter")], UNKNOWN_DENOMINATOR),
        ([provision("e1", SHARE, 30, "procent")], UNKNOWN_DENOMINATOR),
        ([provision("e1", "DP_KM_Eg_Utnytt_AreaPerByggnad_StorstaBruttoKvm", 300)], UNKNOWN_DENOMINATOR),
        ([provision("e1", "DP_KM_Eg_Utnytt_StorstaAreaKvm_Byggnadsarea", 300)], ONLY_FOOTPRINT),
        ([provision("e3", GROSS, 4000, "kvadratmeter")], SEVERAL_USES),
        ([provision("e1", GROSS, 4000), provision("e4", SHARE + "Anv", 50)], TWO_NUMBERS),
    ],
)
def test_floor_area_that_cannot_be_counted_is_told_and_in_no_sum(rows, reason):
    found = rights(*rows, regulates={"e4": ["b"]})
    assert {one.reason for one in found.unclear} == {reason} and len(found.unclear) == len(rows)
    assert math.isnan(found.gross_area("B")) and not found.is_clear("B")


def test_one_number_for_several_separate_areas_is_unclear():
    found = rights(provision("e1", GROSS, 4000), parts={"e1": 2})
    assert [one.reason for one in found.unclear] == [MANY_PARTS]
    # Drawn on one of three separate areas it is for that one; not drawn, it may be for any of them.
    three = {
        "places": {"b": [1, 3, 4]},
        "area": {1: 10_000.0, 3: 900.0, 4: 800.0},
        "regulates": {"e1": ["b"], "e9": ["b"]},
    }
    assert rights(provision("e1", GROSS + "Anv", 4000), **three).gross_area("B") == 4000
    found = rights(provision("e9", GROSS + "Anv", 4000), **three)
    assert [one.reason for one in found.unclear] == [MANY_PARTS]


def test_rights_for_named_uses_add_up_and_overlapping_ones_do_not():
    both = [provision("e1", GROSS, 4000), provision("e4", GROSS, 1000)]
    own = {**GROUND["own"], "e4": 8_000.0}
    shared = {**GROUND["shared"], ("e4", 1): 8_000.0}
    over = frozenset([frozenset(["e1", "e4"])])
    named = rights(*both, own=own, shared=shared, overlapping=over, regulates={"e1": ["b"], "e4": ["c"]})
    assert (named.gross_area("B"), named.gross_area("C"), named.gross_area("B", "C")) == (4000, 1000, 5000)
    assert {one.reason for one in rights(*both, own=own, shared=shared, overlapping=over).unclear} == {TWO_NUMBERS}
    beside = rights(*both, own=own, shared=shared)
    assert beside.gross_area("B") == 5000


def test_least_areas_and_areas_under_ground_are_in_no_sum():
    found = rights(
        provision("e1", GROSS, 4000), provision("m", "DP_KM_Eg_Utnytt_MinstaAreaKvm_BruttoKvm", 900),
        provision("u", "DP_KM_Eg_Utnytt_AreaUnderMark_StorstaKvm", 700),
    )  # fmt: skip
    assert (found.gross_area("B"), found.under_ground, found.unclear) == (4000, 700, ())


def test_an_older_releases_height_is_unclear_and_not_missing():
    plan = provisions_frame([provision("h", "DP_KM_Eg_Utform_Nockhojd_Meter", 13), provision("e", "DP_KM_Eg_Omfatt_Byggnadsarea_Kvm", 5500)])  # fmt: skip
    found = heights(plan)
    assert math.isnan(found.above_ground) and [one.provision_id for one in found.unclear] == ["h"]
    assert [value.problem for value in matching(values(plan), HIGH + "*")] == [NO_MEANING]
    assert [one.value.provision_id for one in building_rights(plan, Ground({}, {})).unclear] == ["e"]


def test_a_use_that_nobody_knows_the_letter_of_leaves_nothing_clear():
    unknown = {"provision_id": "x", "kind": USE, "wording": "Användning enligt detaljplan"}
    assert is_unknown(unknown) and letters_of({**unknown, "wording": "Bostäder"}) == ("B",)
    for public in ({"designation": "GATA1"}, {"code": "DP_AP_Ko_Natur"}, {"use_form": "Allmän plats"}):
        assert not is_unknown({**unknown, **public})
    found = building_rights(provisions_frame([*USES, unknown, provision("e2", GROSS, 3000)]), Ground(**GROUND))
    assert (found.gross_area("D"), found.unknown_uses, found.is_clear("D")) == (3000, ("x",), False)


def test_a_negative_number_is_none_but_below_a_datum():
    codes = f"{HIGH}Nockhojd", f"{HIGH}NockhojdNollplan"
    rows = [{"provision_id": code, "code": code, "values_json": told(-3, "meter")} for code in codes]
    found = heights(provisions_frame(rows))
    assert math.isnan(found.above_ground) and found.above_datum == -3 and len(found.unclear) == 1


def test_per_property_is_never_taken_for_the_whole_use():
    wording = "Största bruttoarea är 1 200 m² per fastighet inom användningsområdet"
    assert meaning_of(None, wording).basis == PER_PLOT
