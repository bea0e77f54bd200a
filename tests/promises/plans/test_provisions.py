"""Provisions: what their numbers mean, what may be built, and what has changed between two versions; a doubt is never a number."""

from __future__ import annotations

import json
import math
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from narvard_plugin.core.plans import (
    building_rights,
    plan_content,
    provision_values,
    uses,
)
from narvard_plugin.core.plans import provision_wording as wording
from narvard_plugin.core.plans.building_rights import Ground
from tests.core.plans.test_provision_values import GROSS, HIGH, PROPERTY, USE, told
from tests.promises import promise
from tests.promises.strategies.documents import JSON
from tests.promises.strategies.populations import SEEDS, reordered

CODES = [GROSS, f"{HIGH}Nockhojd", f"{HIGH}TotalhojdNollplan", "DP_KM_Eg_Fastighetsstorlek_Minsta_Minsta", "DP_KM_Eg_Hojd_HogstaHojd_HogstaVan_Aldre",
         "DP_KM_Eg_LghFordelningOchStorlek_Antal", "DP_KM_Eg_Utform_Nockhojd_Meter", "DP_KM_Eg_Plac_Byggnadsverk_Fastgrans", "", "hemlig"]  # fmt: skip
WORDINGS = ["Högsta nockhöjd är 12 meter", "Högsta antal bostäder är 40", "Största bruttoarea är 500 m²", "Minsta fastighetsstorlek är 800 m²", "", "Fasad av trä",
            "Största bruttoarea är 30 % av fastighetsarean inom användningsområdet", "Lägsta totalhöjd är 3 m över angivet nollplan"]  # fmt: skip
VALUE = st.one_of(st.none(), st.integers(-5, 900).map(told), st.just("[]"), JSON.map(json.dumps), st.text('[]{}"0', max_size=5),
                  st.tuples(st.integers(1, 90), st.sampled_from(["m", "m2", "%", "antal"]), st.sampled_from(["max", "min", ""])).map(lambda one: told(*one)))  # fmt: skip
PROVISION = st.tuples(st.sampled_from(CODES), st.sampled_from(WORDINGS), VALUE)


def frame(rows):
    return plan_content.provisions_frame(
        [
            {"provision_id": str(at), "kind": PROPERTY, "code": code or None, "wording": words, "values_json": value}
            for at, (code, words, value) in enumerate(rows)
        ]
    )


def like(one, other):
    return repr(one) == repr(other)


@promise("a provision's number has a meaning, or a problem that says why not; it is never guessed, and the order of provisions changes none",
         provision_values.values, provision_values.numbers_told, provision_values.known_code, provision_values.meaning_of, provision_values.matching,
         provision_values.is_about, usual=12, long=3000)  # fmt: skip
@given(st.lists(PROVISION, max_size=5), SEEDS)
def test_values(rows, seed):
    table = frame(rows)
    found = provision_values.values(table)
    assert len({one.provision_id for one in found}) == len(found) <= len(rows)
    for one in found:
        code, words, value = rows[int(one.provision_id)]
        assert math.isnan(one.number) == bool(one.problem) and (one.meaning is None) == (
            one.problem == provision_values.NO_MEANING
        )
        assert one.code == provision_values.known_code(code, words) and one.meaning == provision_values.meaning_of(
            code, words
        )
        assert math.isnan(one.number) or one.number >= 0 or one.meaning.basis == provision_values.DATUM
        numbers = [each.number for each in provision_values.numbers_told(value)]
        assert math.isnan(one.number) or one.number in numbers or (not numbers and f"{one.number:g}" in words)
        assert one in provision_values.matching(found, one.code or "*")
        assert all((one in provision_values.matching(found, f"{family}*")) <= provision_values.is_about(one, family)
                   for family in (provision_values.HEIGHTS, provision_values.FLOOR_AREAS))  # fmt: skip
    assert all(math.isfinite(one.number) for _, _, value in rows for one in provision_values.numbers_told(value))
    turned = provision_values.values(table.iloc[reordered(seed, len(rows))])
    assert like(sorted(turned, key=lambda one: int(one.provision_id)), found)


@promise("the greatest height, the strictest plot and the sum of dwellings are those of the provisions that can be used; the others are listed as unclear",
         provision_values.heights, provision_values.plot_sizes, provision_values.dwellings, usual=12, long=2000)  # fmt: skip
@given(st.lists(PROVISION, max_size=5))
def test_limits(rows):
    table = frame(rows)
    fine = [one for one in provision_values.values(table) if not one.problem]

    def numbers(quantity, *, basis=None, bounds=("Max", "Min", "Exakt")):
        return [
            one.number
            for one in fine
            if one.meaning.quantity == quantity and basis in (None, one.meaning.basis) and one.meaning.bound in bounds
        ]

    high, plots, homes = (
        one(table) for one in (provision_values.heights, provision_values.plot_sizes, provision_values.dwellings)
    )
    most = ("Max", "Exakt")
    for told_, wanted in (
        (high.above_ground, max(numbers("hojd", basis="mark", bounds=most), default=math.nan)), (high.above_datum, max(numbers("hojd", basis="nollplan", bounds=most), default=math.nan)),
        (high.storeys, max(numbers("vaningar"), default=math.nan)), (plots.least, max(numbers("fastighetsstorlek", bounds=("Min",)), default=math.nan)),
        (homes.most, sum(numbers("bostader", bounds=most)) if numbers("bostader", bounds=most) else math.nan),
    ):  # fmt: skip
        assert like(float(told_), float(wanted))
    unclear = {*high.unclear, *plots.unclear, *homes.unclear}
    assert all(one.problem for one in unclear)
    taller = frame([*rows, (f"{HIGH}Nockhojd", "", told(999))])
    assert provision_values.heights(taller).above_ground == 999 and len(
        provision_values.heights(taller).unclear
    ) == len(high.unclear)


@promise("the code of a wording has the meaning that the wording says, whatever the number and the case of its letters; other words have none",
         wording.code_of_wording, long=600)  # fmt: skip
@given(
    st.integers(1, 9999),
    st.sampled_from(["Största", "Minsta"]),
    st.sampled_from(["nock", "total", "byggnads"]),
    st.sampled_from(["Högsta ", "Lägsta "]),
    st.booleans(),
    st.text(max_size=6),
)
def test_wordings(number, size, form, bound, datum, other):
    words = f"{bound}{form}höjd är {number} meter" + (" över angivet nollplan" if datum else "")
    meaning = provision_values.meaning_of(None, words)
    assert meaning == (
        "hojd",
        "m",
        "Max" if bound == "Högsta " else "Min",
        "nollplan" if datum else "mark",
        f"{form}hojd",
    )
    assert wording.code_of_wording(words.upper()) == wording.code_of_wording(f" {words}")
    area = provision_values.meaning_of(None, f"{size} bruttoarea är {number} m² per fastighet")
    assert area[:4] == ("bruttoarea", "m2", "Max" if size == "Största" else "Min", "fastighet")
    assert provision_values.meaning_of(None, f"{size} fastighetsstorlek är {number} m²").bound == (
        "Max" if size == "Största" else "Min"
    )
    assert wording.code_of_wording(f"x{other}") == ""


LETTERS = st.sampled_from("BCDESRK")


@promise("the letters of a use are those of its designation, whatever numbers and spaces stand between; a public place has none; a letter is a use, other words are not",
         uses.use_letters, uses.letters_of, uses.is_unknown, uses.is_use, uses.not_a_use)  # fmt: skip
@given(
    st.lists(LETTERS, min_size=1, max_size=3, unique=True),
    st.integers(1, 9),
    st.sampled_from(["GATA", "PARK1", "NATUR"]),
    st.text("abcÅ", max_size=4),
)
def test_uses(letters, number, place, other):
    row = {"kind": USE, "designation": "".join(f"{one}{number}" for one in letters)}
    found = uses.letters_of(row)
    assert set(found) == set(letters) and len(found) == len(letters) and not uses.is_unknown(row)
    assert (
        uses.use_letters(None, f"({row['designation']})")
        == found
        == uses.use_letters(" ", " ".join(row["designation"]))
    )
    assert (
        uses.use_letters("Vård", row["designation"]) == ("D",) and uses.use_letters("Vård", "D", "Allmän plats") == ()
    )
    public = {"kind": USE, "designation": place}
    assert (
        uses.letters_of(public) == ()
        and not uses.is_unknown(public)
        and uses.is_unknown({"kind": USE})
        and not uses.is_unknown({"kind": PROPERTY})
    )
    assert all(map(uses.is_use, letters)) and not uses.is_use(other.lower() + "x")
    assert repr(other) in uses.not_a_use(other).sv and repr(other) in uses.not_a_use(other).en


@promise("the building rights of a use are the sum of those that it names, never of one that is unclear, and twice the land is twice the rights",
         building_rights.building_rights, usual=8, long=1500)  # fmt: skip
@given(
    st.lists(
        st.tuples(LETTERS, st.integers(1, 900), st.one_of(st.none(), st.integers(1, 5000))), min_size=1, max_size=4
    ),
    st.booleans(),
    SEEDS,
)
def test_rights(places, share, seed):
    code = "DP_KM_Eg_Utnytt_StorstaAreaProc_BruttoAnv" if share else GROSS
    use_rows = [
        {"provision_id": f"u{at}", "kind": USE, "designation": letter, "use_form": "Kvartersmark"}
        for at, (letter, *_) in enumerate(places)
    ]
    rules = [
        {"provision_id": f"e{at}", "kind": PROPERTY, "code": code, "values_json": told(value)}
        for at, (_, _, value) in enumerate(places)
        if value
    ]
    area = {at: float(size) for at, (_, size, _) in enumerate(places)}
    ground = Ground(
        {f"u{at}": [at] for at in area},
        area,
        own={f"e{at}": size for at, size in area.items()},
        shared={(f"e{at}", at): size for at, size in area.items()},
    )
    table = plan_content.provisions_frame([*use_rows, *rules])
    found = building_rights.building_rights(table.iloc[reordered(seed, len(table))], ground)
    assert found.letters == tuple(sorted({letter for letter, *_ in places})) and not found.unclear
    double = building_rights.building_rights(table, replace(ground, area={at: 2 * size for at, size in area.items()}))
    for letter in found.letters:
        own = [(size, value) for one, size, value in places if one == letter]
        gross = [value / 100 * size if share else value for size, value in own if value]
        assert found.area(letter) == sum(size for size, _ in own)
        assert (
            math.isclose(found.gross_area(letter), math.fsum(gross)) if gross else math.isnan(found.gross_area(letter))
        )
        assert found.is_clear(letter) == (len(gross) == len(own)) and found.shared_with(letter) == ()
        assert not gross or math.isclose(double.gross_area(letter), (2 if share else 1) * found.gross_area(letter))
    assert math.isnan(found.gross_area("Z")) and found.area("Z") == 0
