"""Provisions looked up in the catalogue: by id, by code, over releases; what is unknown stays unknown."""

import json

import pandas as pd
import pytest

from narvard_plugin.core.plans.catalogue_match import match
from narvard_plugin.core.plans.plan_content import PlanContent, content_sha256, documents_frame, provisions_frame
from narvard_plugin.core.plans.uses import use_letters
from narvard_plugin.sources.boverket import designation_of

from ...shared import shared_file

COLUMNS = ("provision_id", "release", "code", "designation", "wording", "use_form", "category", "replaces", "replaced_by",
           "counterpart")  # fmt: skip


def catalogue(*rows):
    return pd.DataFrame([dict(zip(COLUMNS, row)) for row in rows], columns=list(COLUMNS), dtype=object)


CATALOGUE = catalogue(
    ("b-old", "20201001", "DP_KM_B", "B", "Bostäder", "Kvartersmark", "Bostäder", None, "b-new", "b-new"),
    ("b-new", "20251201", "DP_KM_B2", "B", "Bostäder", "Kvartersmark", "Bostäder", "b-old", None, None),
    ("d", "20251201", "hemlig", "D", "Vård", "Kvartersmark", "Vård", None, None, None),
    ("split", "20251201", "DP_X", None, None, None, None, None, "b-new;d", None),
    ("gone", "20251201", "DP_Y", None, "Äldre", None, None, None, "b-new", None),
)


def matched(*rows, table=CATALOGUE):
    content = PlanContent(
        [], provisions_frame([{"kind": "användningsbestämmelse", **row} for row in rows]), documents_frame()
    )
    return match(content, table)


def test_by_id_by_code_and_not_at_all():
    found = matched({"catalogue_id": "d"}, {"code": "DP_KM_B2"}, {"catalogue_id": "nobody"}, {})
    assert found.content.provisions["category"].tolist() == ["Vård", "Bostäder", None, None]
    assert (found.filled, found.unknown) == (2, (2, 3))


def test_what_the_file_says_itself_is_left():
    row = matched({"catalogue_id": "d", "category": "Eget", "wording": "Egna ord"}).content.provisions.iloc[0]
    assert (row["category"], row["wording"], row["designation"]) == ("Eget", "Egna ord", "D")


def test_a_superseded_provision_is_what_stands_instead_of_it_and_keeps_its_own_words():
    row = matched({"catalogue_id": "gone"}).content.provisions.iloc[0]
    assert (row["category"], row["wording"], row["code"]) == ("Bostäder", "Äldre", "DP_Y")


def test_of_a_provision_that_was_split_nobody_knows_which_half():
    found = matched({"catalogue_id": "split"})
    assert found.content.provisions["category"].tolist() == [None] and found.unknown == (0,)
    assert found.content.provisions["use_form"].tolist() == ["Kvartersmark"]  # in which both agree


def test_an_id_that_only_its_successor_names():
    newest = CATALOGUE[CATALOGUE["provision_id"] != "b-old"]
    assert matched({"catalogue_id": "b-old"}, table=newest).content.provisions["category"].tolist() == ["Bostäder"]


def test_successors_in_a_circle_end():
    round_and_round = catalogue(
        ("a", "1", None, None, None, None, None, None, "b", None), ("b", "1", None, None, None, None, None, None, "a", None)
    )  # fmt: skip
    assert matched({"catalogue_id": "a"}, table=round_and_round).unknown == (0,)


def test_looking_up_makes_no_new_content():
    before = matched({"catalogue_id": "d"}, table=catalogue())
    assert before.filled == 0 and content_sha256(before.content) == content_sha256(
        matched({"catalogue_id": "d"}).content
    )


def test_care_is_told_by_category_or_letter_and_never_by_code():
    """T41: the code of D has not been seen, so nothing may lean on it."""
    rows = matched({"catalogue_id": "d"}, {"designation": "D1"}, {"code": "DP_KM_D2"}).content.provisions
    letters = [use_letters(row["category"], row["designation"], row["use_form"]) for row in rows.to_dict("records")]
    assert letters == [("D",), ("D",), ()]


@pytest.mark.parametrize(("written", "meant"), [("e#", "e"), ("R#", "R"), ("h$#", "h"), ("#", None), (None, None)])
def test_marks_of_the_catalogue_are_no_part_of_a_designation(written, meant):
    """T42."""
    assert designation_of(written) == meant


def test_the_catalogue_as_published():
    """T42 on Boverket's own rows: a superseded provision and marks."""
    told = json.loads(
        shared_file("data/boverket_planbestammelsekatalog/release_full_platt_urval.json").read_text("utf-8")
    )
    table = catalogue(
        *((one["id"], told["namn"], one["bestammelsekod"], designation_of(one.get("beteckning")), one["bestammelseformulering"],
           one["anvandningsform"], one["kategori"], one.get("ersatter"), one.get("ersattsav"), one.get("motsvarasavidag"))
          for one in told["bestammelser"])
    )  # fmt: skip
    rows = [{"catalogue_id": one["id"]} for one in told["bestammelser"]]
    older = {"catalogue_id": "1e5c3bbc-71d4-4121-883a-674e5f2d192e"}  # which B of this release stands instead of
    found = matched(*rows, older, table=table)
    assert found.unknown == () and "#" not in "".join(filter(None, found.content.provisions["designation"]))
    assert found.content.provisions["category"].iloc[-1] == "Bostäder"
