"""What is read from letters: stages told apart, dates in every way they are written, and nothing that is said twice."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans import codes
from narvard_plugin.core.plans.document_roles import investigation_of, role_of
from narvard_plugin.core.plans.letter import read_letter
from narvard_plugin.core.plans.letter_dates import days_in

NAMES = {"0580": "Linköping", "0581": "Norrköping", "0563": "Valdemarsvik", "2480": "Umeå"}
RECEIVED = date(2026, 11, 20)


def read(text, sender="", received=RECEIVED):
    return {found.column: found.value for found in read_letter(text, received, NAMES, sender)}


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Underrättelse om granskning\nSynpunkter från samrådet finns i samrådsredogörelsen.", "granskning"),
        ("Samråd om detaljplan för Bryggan\nPlanen ställs senare ut för granskning.", "samråd"),
        ("Detaljplan för Bryggan\nSamrådstid 1–20 mars. Efter samråd ställs planen ut för granskning.", "samråd"),
        ("Detaljplan för Bryggan\nGranskningstid till 20 mars. Planen har varit på samråd.", "granskning"),
        ("Detaljplan för Bryggan\nPlanen är på samråd.", "samråd"),
        ("Detaljplan\nEfter att ha varit ute för samråd är planen nu ute för granskning.", None),
        ("Beslut om antagande av detaljplan för Bryggan", "antagen"),
        ("Ansökan om planbesked", "planbesked"),
        ("Hej!", None),
    ],
)
def test_stages_are_told_apart_and_never_guessed(text, stage):
    assert read(text).get("stage") == stage


@pytest.mark.parametrize(
    ("text", "answer_by"),
    [
        ("Svara senast den 18 december 2026.", "2026-12-18"),
        ("Synpunkter ska ha kommit in t.o.m. 2026-12-18", "2026-12-18"),
        ("Yttrande senast 18 dec. 2026", "2026-12-18"),
        ("Svar senast den 15 januari", "2027-01-15"),  # without a year: the one that is to come
        ("Samrådstid: 20 november – 18 december 2026", "2026-12-18"),
        ("Svar senast 18/12 2026", "2026-12-18"),
        ("Svar senast 2026-12-18 … eller senast 2026-12-21", None),
        ("Svar senast den 31 februari 2026", None),
        ("Svar senast 2026-13-45", None),
        ("Mötet är den 18 december 2026.", None),
    ],
)
def test_dates_as_letters_write_them(text, answer_by):
    assert read(text).get("answer_by") == answer_by


def test_the_municipality_is_the_one_that_calls_itself_so_or_the_senders():
    assert read("Valdemarsviks kommun har upprättat en plan")["municipality"] == "0563"
    assert read("Umeå kommun", "plan@umea.se")["municipality"] == "2480"
    assert read("Planen", "Planenheten <plan@norrkoping.se>")["municipality"] == "0581"
    assert "municipality" not in read("Linköpings kommun och Norrköpings kommun"), "two are none"
    assert "municipality" not in read("Planen", "planenheten@gmail.com")


def test_reference_name_kind_and_procedure_with_their_words():
    text = "Ändring av detaljplan för Kv. Räven 3 m.fl. i Umeå\nDnr: BN-2026/00123\nBegränsat förfarande"
    found = {one.column: one for one in read_letter(text, RECEIVED, NAMES)}
    assert (found["municipality_reference"].value, found["kind"].value, found["procedure"].value) == (
        "BN-2026/00123", "andring", "begransat",
    )  # fmt: skip
    assert found["name"].value.startswith("Kv. Räven 3") and "Begränsat förfarande" in found["procedure"].words
    assert "procedure" not in read("Begränsat förfarande eller standardförfarande")


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(max_size=300), st.text(max_size=40))
def test_any_text_is_read_without_a_crash_and_into_known_codes(text, sender):
    found = read(text + " svar senast 2026-12-18", sender)
    assert found.get("stage") in (None, *codes.STAGES) and found.get("kind") in (None, *codes.CASE_KINDS)
    for day, start, end, _ in days_in(text, RECEIVED):
        assert isinstance(day, date) and start < end


@pytest.mark.parametrize(
    ("name", "role", "investigation"),
    [
        ("Samrådsredogörelse_Bryggan.pdf", "samradsredogorelse", None),
        ("Plankarta-A1.pdf", "plankarta", None),
        ("planbeskrivning.pdf", "planbeskrivning", None),
        ("PM_buller_2026.pdf", "planeringsunderlag", "bullerutredning"),
        ("Dagvatten.pdf", "planeringsunderlag", "dagvattenutredning"),
        ("bild1.png", "ovrigt", None),
    ],
)
def test_documents_are_known_by_their_names(name, role, investigation):
    assert (role_of(name), investigation_of(name)) == (role, investigation)
    assert role in codes.DOCUMENT_ROLES
