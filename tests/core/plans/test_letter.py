"""What is read from letters: stages told apart, dates in every way they are written, and nothing that is said twice."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans import codes
from narvard_plugin.core.plans.document_roles import investigation_of, role_of
from narvard_plugin.core.plans.letter import plans_named, read_letter
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
        ("Svar senast 1 ſept 2027", "2027-09-01"),  # an old s, as a scanned letter may be read
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


@pytest.mark.parametrize(
    "text",
    [
        "Anmäl dig till samrådsmötet senast den 1 december 2026.",
        "Planbeskrivning, senast reviderad 2026-12-01.",
        "Genomförandetiden är till och med 2027-11-30.",
        "Hej, jag är ledig till och med 10 januari 2027. Mvh planarkitekten",
        "Planen beräknas antas senast 2027-06-30.",
        "Överklagande ska ha kommit in till kommunen senast 2026-12-18.",
        "Frågor om planen besvaras till och med 2026-12-10.",
        "Synpunkter lämnas till kommunen. Receptionen har öppet 22 december – 6 januari.",
        "Kommunhuset är stängt 22 december – 6 januari.",
        "Handlingar lämnas senast tre veckor före nämndens möte den 4 mars 2027",
        "Synpunkter lämnas senast den 18 december 2025.",  # a year that was written wrong, or a letter that came too late
        "Hej, vi återkommer.\n\nFrån: Plan <plan@umea.se>\nSkickat: 10 november 2025\nSynpunkter senast den 18 december.",
        "Hej, vi återkommer.\n\n> Synpunkter lämnas senast 2026-06-30",
        "Nytt datum: svar senast 2027-01-15.\n\n> Synpunkter lämnas senast 2026-12-18",
        "Svara på enkäten om vår service senast 2026-12-01!",
        "Trafikutredningen skickas senast 2026-12-14 till Trafikverket.",
        "Länsstyrelsen lämnade sitt yttrande senast 2026-12-02.",
        "Kommunen ska svara Lantmäteriet senast 2026-12-14.",
        "Besked ska lämnas inom fyra månader, senast 2027-02-28, och synpunkter är välkomna.",
        "Ni har fått förlängd svarstid t.o.m. 2027-01-08.",
        "Skyltfondens kampanj pågår 1 december – 20 december.",
    ],
)
def test_days_of_other_things_are_never_the_day_to_answer_by(text):
    found = read(f"Granskning av detaljplan för Räven 3\n{text}")
    assert not {"answer_by", "start"} & found.keys(), found


@pytest.mark.parametrize(
    ("text", "start", "answer_by"),
    [
        ("Anmäl dig senast den 1 december 2026. Synpunkter ska ha kommit in senast den 21 december 2026.", None, "2026-12-21"),
        ("Yttrande önskas senast 2026-12-18. Kontoret har stängt 2026-12-22 – 2027-01-06.", None, "2026-12-18"),
        ("Trafikmätning 2026-03-01 – 2026-03-14. Svar senast 2026-12-18", None, "2026-12-18"),
        ("Synpunkter senast 2026/12/18", None, "2026-12-18"),
        ("Synpunkter senast 18.12.2026", None, "2026-12-18"),
        ("Synpunkter senast 18 dec 2026", None, "2026-12-18"),
        ("Granskningen pågår mellan den 20 november och den 18 december 2026.", "2026-11-20", "2026-12-18"),
        ("Granskning pågår 2026-11-23--2026-12-14.", "2026-11-23", "2026-12-14"),
        ("Granskningstid: 24 november 2026 - 5 januari 2027\nStängt 24-26 december.", "2026-11-24", "2027-01-05"),
        ("Planen har varit på granskning 1 mars - 1 april 2026. Nu ställs den ut igen 23 november - 14 december 2026.",
         "2026-11-23", "2026-12-14"),
        ("Granskningstid 10 januari–14 februari 2027.", "2027-01-10", "2027-02-14"),
        ("Granskningstid 14 december–15 januari 2027.", "2026-12-14", "2027-01-15"),
        ("Den som inte senast den 18 december 2026 lämnat synpunkter kan förlora rätten att överklaga.", None, "2026-12-18"),
    ],
)  # fmt: skip
def test_the_day_to_answer_by_among_other_days(text, start, answer_by):
    found = read(f"Granskning av detaljplan för Räven 3\n{text}")
    assert (found.get("start"), found.get("answer_by")) == (start, answer_by)


def test_what_a_letter_speaks_of_in_passing_is_not_what_it_is_about():
    found = read("Granskning av detaljplan för X 1\nFörenlig med översiktsplanen. Ett planprogram godkändes 2020.")
    assert found["kind"] == "detaljplan"
    found = read("Samråd om riktlinjer för bostadsförsörjning\nSe även översiktsplanen.")
    assert found["kind"] == "bostadsforsorjning"
    text = "Granskning av vägplan för väg 50\nDetaljplan för Berg berörs. Er beteckning: RS 2026/12"
    found = read(text, "anna@trafikverket.se")
    assert found["kind"] == "vagplan" and "municipality_reference" not in found, "the region's own number"
    assert "municipality" not in read("Kopia till Norrköpings kommun", "plan@linkoping.se"), "a copy to a neighbour"
    assert read_letter("Falu kommun", RECEIVED, {"2080": "Falun"})[0].value == "2080"
    assert not read_letter("Det kan vara kommun eller stat", RECEIVED, {"1470": "Vara"})
    for subject in ("Samrådsredogörelse", "Samråd om undersökning av betydande miljöpåverkan"):
        assert "stage" not in read(f"{subject} för detaljplan för X 1\nFör kännedom.")
    assert "stage" not in read("Inbjudan till dialogmöte\nProgram: kaffe 13.00")
    assert "procedure" not in read("Planen kan inte handläggas med begränsat förfarande.")
    assert "name" not in read("Detaljplanen för området är gammal.")
    assert plans_named("Detaljplan för A 1.\nDetaljplan för området är\nDetaljplan för B 2.") == ["A 1", "B 2"]
    old_words = "Planen handläggs med begränsat standardförfarande. I begränsat förfarande sker ingen granskning."
    assert read(old_words)["procedure"] == "begransat"
    assert read("Samråd för planprogram för Södra hamnen")["stage"] == "program"
    assert read("Granskning av översiktsplan för Umeå kommun").get("name") is None, "the municipality is no plan"
    assert read("Samråd: detaljplan för del av Vasa 1:1, Umeå kommun")["name"] == "del av Vasa 1:1"
    assert plans_named("Detaljplan för A 1 samt detaljplan för B 2.") == ["A 1", "B 2"]
