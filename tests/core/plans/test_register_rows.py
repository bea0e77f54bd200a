"""The register as a list: its rows, and cells that no spreadsheet takes for a formula."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans.register_rows import COLUMNS, cell, csv_text, register_rows
from narvard_plugin.core.plans.rows import plain

CASE = {
    "plan_id": "p", "municipality": "0180", "name": "Björken", "designation": None, "kind": "detaljplan",
    "procedure": "standard", "status": "samråd", "municipality_reference": None, "came_by": "brev",
    "noticed": "2026-03-01", "region_reference": "RS 1", "handler": "Case handler",
}  # fmt: skip
REFERRAL = {
    "plan_id": "p", "referral_id": "r", "received": "2026-03-02", "stage": "samråd", "standing": "bada",
    "answer_by": "2026-04-13", "extension_to": None, "status": "skickad", "level": "delegation", "handler": None,
    "region_reference": None, "delegation_point": "3.2", "delegation_notified": None, "dispatched": "2026-04-12",
    "dispatched_to": "kommunen",
}  # fmt: skip


def test_a_row_for_every_planremiss_and_every_watched_case():
    watched = {**CASE, "plan_id": "q", "name": "Asken", "region_reference": None}
    parts = [{"referral_id": "r", "status": status} for status in ("godkand", "pagar", "berors_ej")]
    remarks = [
        {"referral_id": "r", "wording": wording, "outcome": outcome}
        for wording, outcome in (("forslag", "oppen"), ("struken", "oppen"), ("redigerad", "delvis"))
    ]
    statements = [
        {"referral_id": "r", "version": 1, "status": "skickat", "stance": "avstyrker", "decided_by": "X",
         "decision_date": "2026-04-10", "delegation_point": "3.2"}
    ]  # fmt: skip
    first, second = register_rows([CASE, watched], [REFERRAL], parts, remarks, statements, {"0180": "Stockholm"})
    assert (first["name"], first.get("referral_id")) == ("Asken", None)
    assert second["municipality"] == "Stockholm" and second["municipality_code"] == "0180"
    assert (second["open_parts"], second["remarks"], second["open_remarks"]) == (1, 2, 1)
    assert (second["region_reference"], second["handler"]) == ("RS 1", "Case handler")
    assert (second["stance"], second["referral_status"], second["status"]) == ("avstyrker", "skickad", "samråd")
    assert set(second) <= set(COLUMNS) and set(first) <= set(COLUMNS)


@pytest.mark.parametrize(
    "text",
    ["=cmd|' /C calc'!A0", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u202e=1", "\u200b=1", "＝1", "\x00=1"],
)
def test_no_cell_begins_like_a_formula(text):
    assert cell(text).startswith("'")


def test_numbers_keep_their_sign_and_what_is_unknown_is_empty():
    assert cell(-2.5, ",") == "-2,5" and cell(-3) == "-3" and cell(None) == "" and cell("0180") == "0180"


@settings(derandomize=True, deadline=None)
@given(st.lists(st.text(), min_size=1, max_size=4), st.sampled_from([";", ","]))
def test_every_text_comes_back_as_one_harmless_cell(texts, separator):
    columns = [str(at) for at in range(len(texts))]
    written = csv_text(columns, [dict(zip(columns, texts))], separator)
    head, row = csv.reader(io.StringIO(written, newline=""), delimiter=separator)
    assert head == columns and len(row) == len(texts)
    for found, text in zip(row, texts):
        assert not found.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
        assert found.lstrip("'") == " ".join(plain(text).split()).lstrip("'")
        assert found.isprintable() or all(letter.isprintable() or ord(letter) > 127 for letter in found)
