"""Letters and mails into the register: what is found and said, what a person writes instead, and never half a case."""

import contextlib
import random
import shutil
from email.message import EmailMessage
from pathlib import Path

import pytest
from qgis import processing
from qgis.core import QgsProcessingContext, QgsProcessingException
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QPainter, QPdfWriter

from narvard_plugin.sources.plans import letters
from narvard_plugin.store.plans.cases import add_case
from narvard_plugin.store.plans.letters import Document, register_letter
from narvard_plugin.store.workspace import open_workspace

from .fetching_steps import heard, left_alone, new_workspace, rows_of, sentence_of
from .small_network import CancelAfter, rows, run

TEXT = """Hej!

Lindhamns kommun bjuder in till samråd om detaljplan för Kvarnängen, etapp 2. Planen handläggs med {procedure} planförfarande.
Samrådstid: 2026-11-09 – 2026-12-07.
Diarienummer: KS 2026/003
Synpunkter lämnas skriftligt senast 2026-12-07.
"""
STANDARD = TEXT.format(procedure="standard")
TABLES = ("plan_cases", "plan_documents", "plan_files", "referrals", "deadlines", "plan_events")


@pytest.fixture
def workspace(tmp_path, provider):
    return new_workspace(tmp_path)


def pdf(text):
    """A PDF with ``text`` on its only page, "" = nothing but a line, as a scanned one."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    for at, line in enumerate(text.splitlines()):
        painter.drawText(400, 600 + 300 * at, line)
    painter.drawLine(0, 0, 3000, 3000)
    painter.end()
    buffer.close()
    return bytes(kept)


def mail(path, text=STANDARD, attached=(), subject="Samråd, Kvarnängen"):
    message = EmailMessage()
    message["From"] = "Planavdelningen <plan@lindhamn.example>"
    message["Subject"] = subject
    message["Date"] = "Mon, 09 Nov 2026 08:00:00 +0100"
    message.set_content(text)
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    path.write_bytes(message.as_bytes())
    return str(path)


def registered(workspace, path, **more):
    """The results, the facts of OUTPUT by column as (value, used), and what was said."""
    results, said = heard("registerletter", INPUT=str(path), WORKSPACE=workspace, OUTPUT="memory:", **more)
    facts = {}
    for row in rows(results["OUTPUT"]):
        facts.setdefault(row["field"], []).append((row["value"], bool(row["used"]), row["words"]))
    return results, facts, said


def test_a_mail_starts_a_case_with_documents_and_dates_and_twice_adds_nothing(workspace, tmp_path):
    path = mail(
        tmp_path / "brev.eml", attached=[("Plankarta.pdf", b"%PDF-1.4 karta"), ("PM buller.pdf", b"%PDF-1.4 pm")]
    )
    results, facts, said = registered(workspace, path)
    kept = rows_of(workspace, *TABLES)
    (case,) = kept["plan_cases"].to_dict("records")
    assert (case["municipality"], case["name"], case["municipality_reference"], case["came_by"], case["status"]) == (
        "9901", "Kvarnängen, etapp 2", "KS 2026/003", "mejl", "samråd",
    )  # fmt: skip
    (referral,) = kept["referrals"].to_dict("records")
    assert (referral["stage"], referral["received"], referral["start"], referral["answer_by"]) == (
        "samråd", "2026-11-09", "2026-11-09", "2026-12-07",
    )  # fmt: skip
    assert dict(zip(kept["plan_documents"]["name"], kept["plan_documents"]["role"])) == {
        "brev.eml": "missiv", "Plankarta.pdf": "plankarta", "PM buller.pdf": "planeringsunderlag",
    }  # fmt: skip
    assert (kept["deadlines"]["kind"] == "svar_senast").sum() == 1
    (found,) = facts["answer_by"]
    assert found[:2] == ("2026-12-07", True) and "senast 2026-12-07" in found[2]
    assert (results["CASE"], results["REFERRAL"], results["DOCUMENT_COUNT"]) == ("new", "made", 3)
    assert "to be answered by 2026-12-07" in said and "LAST CHANCE" not in said
    with left_alone(workspace):
        again, _, said = registered(workspace, path)
    assert (again["PLAN_ID"], again["REFERRAL_ID"]) == (results["PLAN_ID"], results["REFERRAL_ID"])
    assert (again["CASE"], again["REFERRAL"], again["DOCUMENT_COUNT"]) == ("known", "already", 0)


def test_what_a_person_writes_goes_before_the_letter_and_both_are_shown(workspace, tmp_path):
    given = {
        "ANSWER_BY": "2026-12-14",
        "NAME": "Kvarnängen",
        "MUNICIPALITY": "Lindhamn",
        "LEVEL": "namnd",
        "KIND": "andring",
    }
    _, facts, _ = registered(workspace, mail(tmp_path / "a.eml"), **given)
    assert [fact[:2] for fact in facts["answer_by"]] == [("2026-12-07", False), ("2026-12-14", True)]
    kept = rows_of(workspace, "plan_cases", "referrals")
    assert kept["referrals"]["answer_by"][0] == "2026-12-14" and kept["referrals"]["level"][0] == "namnd"
    assert kept["plan_cases"][["name", "kind"]].iloc[0].tolist() == ["Kvarnängen", "andring"]


def test_without_a_date_no_planremiss_is_made_and_that_is_said_and_mended(workspace, tmp_path):
    path = mail(tmp_path / "a.eml", "Lindhamns kommun: samråd om detaljplan för Bryggan. Svara gärna snart.")
    results, _, said = registered(workspace, path)
    assert (results["REFERRAL"], results["REFERRAL_ID"]) == ("no_date", "") and "NO PLANREMISS WAS MADE" in said
    assert rows_of(workspace, "referrals")["referrals"].empty
    again, _, _ = registered(workspace, path, ANSWER_BY="2026-12-07")
    assert (again["PLAN_ID"], again["CASE"], again["REFERRAL"]) == (results["PLAN_ID"], "known", "made")


def test_the_last_chance_is_said_loudly(workspace, tmp_path):
    _, facts, said = registered(workspace, mail(tmp_path / "a.eml", TEXT.format(procedure="begränsat")))
    assert facts["procedure"][0][:2] == ("begransat", True)
    assert "SAMRÅD IS THE LAST CHANCE" in said


def test_the_case_is_found_by_reference_and_name_and_another_date_moves_nothing(workspace, tmp_path):
    with open_workspace(workspace) as store:
        known = add_case(store, {"municipality": "9901", "name": "Gamla namnet", "came_by": "lista",
                                 "municipality_reference": "KS 2026/003", "designation": "P-3"})  # fmt: skip
    results, _, _ = registered(workspace, mail(tmp_path / "a.eml"))
    assert (results["PLAN_ID"], results["CASE"]) == (known, "known")
    case = rows_of(workspace, "plan_cases")["plan_cases"].iloc[0]
    assert (case["name"], case["status"], case["procedure"]) == ("Gamla namnet", "samråd", "standard")
    later = STANDARD.replace("2026-12-07", "2026-12-21")
    results, _, said = registered(workspace, mail(tmp_path / "b.eml", later))
    assert (results["PLAN_ID"], results["REFERRAL"], results["DOCUMENT_COUNT"]) == (known, "other_date", 1)
    assert "with the date 2026-12-07, and this letter says 2026-12-21. Nothing was moved" in said
    assert list(rows_of(workspace, "referrals")["referrals"]["answer_by"]) == ["2026-12-07"]


def test_the_samples_own_letter(county, workspace, tmp_path):
    (letter,) = Path(county.folder).rglob("underrattelse_ekbacken.eml")
    mine = str(tmp_path / "county.gpkg")
    shutil.copy(county.workspace, mine)
    results, facts, _ = registered(mine, letter)
    assert (results["PLAN_ID"], results["CASE"], results["REFERRAL"]) == ("EX-P001", "known", "already")
    assert facts["name"][0][0] == "Ekbacken, Lasarettsparken 3 m.fl." and facts["stage"][0][0] == "granskning"


def test_a_pdf_with_text_one_without_and_a_reader_that_is_not_there(workspace, tmp_path, monkeypatch):
    pytest.importorskip("pypdf")
    path = tmp_path / "brev.pdf"
    path.write_bytes(pdf(STANDARD))
    results, facts, said = registered(workspace, path)
    assert facts["answer_by"][0][0] == "2026-12-07" and results["REFERRAL"] == "made"
    assert "Write RECEIVED" in said, "a PDF does not say when it came"
    scanned = tmp_path / "skannad.pdf"
    scanned.write_bytes(pdf(""))
    with left_alone(workspace):
        assert "does not say which plan" in sentence_of(
            "registerletter", INPUT=str(scanned), WORKSPACE=workspace, OUTPUT="memory:"
        )
    results, facts, said = registered(workspace, scanned, MUNICIPALITY="9902")
    assert "a scanned page" in said and facts["name"][0][0] == "skannad"
    assert (results["CASE"], results["REFERRAL"], results["DOCUMENT_COUNT"]) == ("new", "no_stage", 1)
    monkeypatch.setattr(letters, "pdf_text", lambda content: "")
    monkeypatch.setattr("narvard_plugin.algorithms.plans.registerletter_words.reads_pdf", lambda: False)
    _, _, said = registered(workspace, path, MUNICIPALITY="9902", NAME="Bryggan")
    assert "pypdf is not installed" in said


def test_a_mail_of_a_web_page_in_windows_letters_with_files_that_are_not_read(workspace, tmp_path):
    html = (
        "<style>p {color: red}</style><p>Lindhamns kommun: underr\xe4ttelse om granskning av detaljplan f\xf6r Br\xe5torp 1.</p>"
        "<p>\xc4ven detaljplan f\xf6r Br\xe5torp 2.</p><table><tr><td>Diarienummer</td><td>KS 2026/9</td></tr>"
        "<tr><th>Granskningstid</th><td>9 november \x96 7 december 2026</td></tr></table>"
    ).encode("latin-1")
    head = (
        "From: plan@lindhamn.example\r\nSubject: =?iso-8859-1?Q?Granskning_av_tv=E5_planer?=\r\nDate: Mon, 9 Nov 2026 08:00:00 +0100\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n"
    )
    more = "\r\n--x\r\nContent-Type: {kind}\r\nContent-Disposition: attachment; filename={name}\r\n\r\nPK\r\n"
    path = tmp_path / "a.eml"
    files = more.format(kind="application/zip", name="Handlingar.zip") + more.format(kind="image/png", name="logo.png")
    path.write_bytes(head.encode() + html + files.encode() + b"--x--\r\n")
    results, facts, said = registered(workspace, path)
    assert {column: facts[column][0][0] for column in ("stage", "start", "answer_by", "municipality_reference", "name")} == {
        "stage": "granskning", "start": "2026-11-09", "answer_by": "2026-12-07", "municipality_reference": "KS 2026/9",
        "name": "Granskning av två planer",
    }  # fmt: skip
    assert "was not read, but they are kept: Handlingar.zip. Look" in said
    assert "Several plans are named in the letter: Bråtorp 1; Bråtorp 2" in said
    other = run(
        "registerletter", INPUT=str(path), WORKSPACE=workspace, OUTPUT="memory:", PLAN=_case(workspace, "Bråtorp 2")
    )
    assert (other["REFERRAL"], other["DOCUMENT_COUNT"]) == ("made", 3) and other["PLAN_ID"] != results["PLAN_ID"]


def _case(workspace, name):
    with open_workspace(workspace) as store:
        return add_case(store, {"municipality": "9901", "name": name, "came_by": "brev"})


def test_a_letter_is_a_contact_a_wrong_year_no_date_and_a_map_s_longer_name_no_other_plan(workspace, tmp_path):
    known = _case(workspace, "Detaljplan för Bryggan")
    text = "Lindhamns kommun: samråd om detaljplan för Bryggan. Svara senast den 7 december 2025."
    results, _, said = registered(workspace, mail(tmp_path / "a.eml", text))
    assert (results["PLAN_ID"], results["REFERRAL"]) == (known, "no_date") and "a day before it came" in said
    found = run("watchplans", WORKSPACE=workspace, TODAY="2026-12-07", OUTPUT="memory:")
    by_kind = {(row["kind"], row["municipality"]): row for row in rows(found["OUTPUT"])}
    assert by_kind["contact", "9901"]["days"] == 28 and ("silent", "9902") in by_kind
    assert by_kind["nobody_sent", "9901"]["plan_id"] == known
    found = run("watchplans", WORKSPACE=workspace, TODAY="2027-02-08", OUTPUT="memory:")
    assert [
        row["days"] for row in rows(found["OUTPUT"]) if (row["kind"], row["municipality"]) == ("silent", "9901")
    ] == [91]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.msg", b"\xd0\xcf\x11\xe0 Outlook", "save it as .eml"),
        ("a.eml", b"\xd0\xcf\x11\xe0 Outlook", "save it as .eml"),
        ("a.docx", b"PK\3\4", "neither a mail"),
        ("a.eml", b"", "is empty"),
        ("a.eml", b"\0\1\2", "no whole mail|does not say which plan"),
    ],
)
def test_what_is_no_letter_is_told_and_stores_nothing(workspace, tmp_path, name, content, says):
    (tmp_path / name).write_bytes(content)
    with left_alone(workspace), pytest.raises(QgsProcessingException, match=says):
        registered(workspace, tmp_path / name)


def test_a_wrong_date_and_a_wrong_municipality(workspace, tmp_path):
    path = mail(tmp_path / "a.eml")
    common = {"INPUT": path, "WORKSPACE": workspace, "OUTPUT": "memory:"}
    with left_alone(workspace):
        assert "2026-12-07" in sentence_of("registerletter", **common, ANSWER_BY="7 december")
        assert "no municipality" in sentence_of("registerletter", **common, MUNICIPALITY="Atlantis")
        assert "no row" in sentence_of("registerletter", **common, PLAN="finns inte")


def test_a_document_too_large_or_cancel_leaves_nothing(workspace, tmp_path, monkeypatch):
    path = mail(tmp_path / "a.eml", attached=[("Plankarta.pdf", b"%PDF-1.4" + bytes(9000))])
    given = {"INPUT": path, "WORKSPACE": workspace, "OUTPUT": "memory:"}
    with left_alone(workspace):
        monkeypatch.setattr("narvard_plugin.store.plans.cases.MOST_FILE_BYTES", 9000)
        assert "takes 0 MB at the most" in sentence_of("registerletter", **given)
        monkeypatch.undo()
        context = QgsProcessingContext()
        with contextlib.suppress(QgsProcessingException):
            processing.run("narvard:registerletter", given, context=context, feedback=CancelAfter(0))


def test_what_others_wrote_is_text_without_hidden_signs(workspace, tmp_path):
    path = mail(
        tmp_path / "a.eml",
        "Lindhamns kommun, samråd om planen, senast 2026-12-07",
        subject="=SUM(A1) \u202egod\u202c <b>",
    )
    registered(workspace, path)
    assert rows_of(workspace, "plan_cases")["plan_cases"]["name"].tolist() == ["=SUM(A1) god <b>"]


def test_mutated_letters_never_crash_and_never_half_register(workspace, tmp_path):
    """A letter is whole or refused with a sentence, whatever happened to its bytes on the way."""
    path = mail(tmp_path / "a.eml", attached=[("Plankarta.pdf", pdf("karta"))])
    whole = {".eml": Path(path).read_bytes(), ".pdf": pdf(STANDARD)}
    chance = random.Random(6)
    with open_workspace(workspace) as store:
        for number in range(120):
            suffix = chance.choice(sorted(whole))
            content = bytearray(whole[suffix])
            for _ in range(chance.randrange(1, 40)):
                at = chance.randrange(len(content))
                content[at : at + chance.randrange(3)] = chance.randbytes(chance.randrange(4))
            bad = tmp_path / f"bad{suffix}"
            bad.write_bytes(bytes(content[: chance.randrange(1, len(content))] if number % 3 else content))
            try:
                read = letters.read_letter_file(bad)
            except letters.UnreadableLetter:
                continue
            documents = [Document(one.name, one.media_type, one.content, "missiv") for one in read.files]
            case = {"municipality": "9901", "name": f"Plan {number}", "came_by": "mejl"}
            done = register_letter(store, case, {"stage": "samråd", "received": "2026-11-09"}, documents)
            assert done.case == "new" and done.documents == len({one.content for one in documents})
