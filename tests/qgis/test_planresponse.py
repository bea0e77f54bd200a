"""The region's answer as PDF, ODT and HTML: draft and decided, with annex and history, and whatever people write in it."""

import json
import shutil
import subprocess
import zipfile
from html.parser import HTMLParser

import pytest
from lxml import etree
from qgis.PyQt.QtGui import QColor, QImage

from narvard_plugin.reports import maps
from narvard_plugin.reports import statement as statement_report
from narvard_plugin.reports.document import document_bytes
from narvard_plugin.reports.templates import Templates, shown_number
from narvard_plugin.store.plans import referrals, remarks, statements
from narvard_plugin.store.workspace import create_workspace, open_workspace
from tests.data.test_schemas import RESOURCES, complaints
from tests.store.plans import review_steps as steps

from .small_network import refused, run

HOSTILE = '<script>alert(1)</script>{{7*7}}{% raw %}=cmd|\'/C calc\'!A0 ]]> &amp; "onload=x \u202eabc\x07\x00 <img src="file:///etc/passwd">'
SEEN = '<script>alert(1)</script>{{7*7}}{% raw %}=cmd|\'/C calc\'!A0 ]]> &amp; "onload=x abc <img src="file:///etc/passwd">'
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "main", "div", "h1", "h2", "h3", "h4", "p", "ul", "li", "table", "thead",
    "tr", "th", "td", "img", "br",
}  # fmt: skip


def made(path, text="", **case):
    """A workspace with one planremiss that is ready for its joint answer; ``text`` stands wherever people write."""
    with create_workspace(str(path), "99") as workspace:
        if text:
            case = dict.fromkeys(("designation", "municipality_reference", "purpose", "handler"), text)
            case.update(name=text, region_reference=f"RS {text}")
        plan_id = steps.new_case(workspace, **case)
        referral_id = steps.new_referral(
            workspace, plan_id, delegation_point=text or "3.2", handler=text or "Strategen"
        )
        steps.ready(workspace, referral_id)
        remarks.propose_remarks(workspace, referral_id)
        remarks.add_remark(workspace, referral_id, ["rut"], f"Ett stycke.\n\nEtt till.\n{text}", "info")
        summary = f"Planen ger omkring 900 nya invånare.\n\n{text}"
        statements.draft_statement(workspace, referral_id, summary=summary, stance="tillstyrker_med_synpunkter")
    return str(path), referral_id


def decided(path, referral_id, who="Regionutvecklingsdirektören"):
    """Decide the answer with its file; the file's checksum."""
    with open_workspace(path) as workspace:
        row = statements.statements_of(workspace, referral_id)[-1]
        statements.send_to_decision(workspace, row["statement_id"], row["row_version"])
        row = statements.read_statement(workspace, row["statement_id"])
        return statement_report.decide_with_document(
            workspace, row["statement_id"], "tillstyrker_med_synpunkter", who, "2026-04-10", "3.2",
            row["row_version"], templates=Templates("sv"),
        )  # fmt: skip


@pytest.fixture(scope="module")
def ready(provider, tmp_path_factory):
    return made(tmp_path_factory.mktemp("ready") / "arbetsyta.gpkg")


@pytest.fixture(scope="module")
def hostile(provider, tmp_path_factory):
    return made(tmp_path_factory.mktemp("hostile") / "arbetsyta.gpkg", HOSTILE)


@pytest.fixture
def own(ready, tmp_path):
    """The ready workspace, to be written to."""
    path, referral_id = ready
    return str(shutil.copy(path, tmp_path / "egen.gpkg")), referral_id


def document(workspace, target, **more):
    path, referral_id = workspace
    return run("planresponse", WORKSPACE=path, REFERRAL=referral_id, OUTPUT_FILE=str(target), **more)


class Page(HTMLParser):
    """The elements and the words of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words, self.headings, self.pictures, self._inside = [], "", [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self._inside = tag
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(int(tag[1]))
        if tag == "img":
            self.pictures.append(dict(attributes))
        assert not any(name.startswith("on") for name, _ in attributes)

    def handle_data(self, data):
        self.words += data if self._inside != "style" else ""


def odt(path):
    """The words, headings and page heads of an ODT file, every part of which is sound XML."""
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist()[0] == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        parts = {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")}
        listed = {one.get(f"{{{_MANIFEST}}}full-path") for one in parts["META-INF/manifest.xml"]}
        assert set(archive.namelist()) - {"mimetype", "META-INF/manifest.xml"} == listed - {"/"}
    content, styles = parts["content.xml"], parts["styles.xml"]
    defined = {one.get(f"{{{_STYLE}}}name") for part in (content, styles) for one in part.iter(f"{{{_STYLE}}}style")}
    used = {one.get(f"{{{_TEXT}}}style-name") for one in content.iter(f"{{{_TEXT}}}p", f"{{{_TEXT}}}h")}
    assert used <= defined
    return content, styles


_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def pdf_pages(path):
    """The words of each page."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not here")
    told = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, text=True).stdout
    return told.split("\f")[:-1]


def test_a_draft_says_so_on_every_page_of_a_pdf_for_archives(ready, tmp_path):
    target = tmp_path / "utkast.pdf"
    told = document(ready, target, HISTORY=True)
    assert (told["STATUS"], told["REMARK_COUNT"], told["OPEN_COUNT"]) == ("utkast", 3, 2)
    content = target.read_bytes()
    assert content.startswith(b"%PDF-1.4") and b'pdfaid:part="1" pdfaid:conformance="B"' in content
    pages = pdf_pages(target)
    assert len(pages) >= 5  # statement, three remarks, history
    for number, page in enumerate(pages, start=1):
        assert "UTKAST" in page and "RS 2026/123" in page and f"Sida {number} av {len(pages)}" in page
    text = " ".join(" ".join(pages).split())
    for words in (
        "Yttrande över förslag till detaljplan för Kvarteret Björken", "Till kommunen: Lindhamn", "1. Vårdcentralernas kapacitet",
        "2. Gångavstånd till hållplats", "Kollektivtrafikmyndigheten; Hälso-", "Beslut är inte fattat",
        "FAS-01 Regionens fastigheter: ej bedömt", "RIS-01 Farligt gods: kunde inte prövas",
        "Regional utveckling: tillstyrker. Hälso- och sjukvård: avstyrker.", "612,4 m", "högst 400 m", "2026-02-01",
        "Regionens riktlinje (ej avstämd mot källan)", "Inget svar registrerat.",
    ):  # fmt: skip
        assert words in text


def test_the_page_is_one_that_everybody_can_read(ready, tmp_path):
    target = tmp_path / "utkast.html"
    document(ready, target, LANGUAGE="en")
    text = target.read_text("utf8")
    page = Page(text)
    assert text.startswith("<!DOCTYPE html>") and '<html lang="en">' in text
    assert set(page.tags) <= ALLOWED and page.headings[0] == 1 and page.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:]))
    assert all(one["alt"] and one["src"].startswith("data:image/png;base64,") for one in page.pictures)
    assert len(page.pictures) == 2 and "default-src 'none'" in text and "@page { size: A4" in text
    for words in (
        "DRAFT",
        "Statement on the proposed detail plan for Kvarteret Björken",
        "(in English)",
        "Health care",
        "612.4\u00a0m",
    ):
        assert words in page.words
    assert "Synpunkter" not in page.words
    assert str(tmp_path) not in text and "/work" not in text


def test_a_word_processor_gets_real_headings_and_heads_on_its_pages(ready, tmp_path):
    target = tmp_path / "utkast.odt"
    document(ready, target, HISTORY=True)
    content, styles = odt(target)
    headings = [
        (one.get(f"{{{_TEXT}}}outline-level"), "".join(one.itertext())) for one in content.iter(f"{{{_TEXT}}}h")
    ]
    assert headings[0] == ("1", "Yttrande över förslag till detaljplan för Kvarteret Björken")
    assert ("4", "1. Vårdcentralernas kapacitet") in headings
    for cell in content.iter(f"{{{_TABLE}}}table-cell"):
        assert len(cell) and all(one.tag == f"{{{_TEXT}}}p" for one in cell)
    head = "".join(next(styles.iter(f"{{{_STYLE}}}header")).itertext())
    assert head == "Diarienummer RS 2026/123UTKASTSida 1 av 1"  # the fields are filled in by the word processor
    assert "Ett till." in "".join(content.itertext())


@pytest.mark.parametrize("suffix", [".html", ".odt", ".pdf"])
def test_what_people_write_never_becomes_markup(hostile, tmp_path, suffix):
    target = tmp_path / f"utkast{suffix}"
    document(hostile, target, HISTORY=True, REVIEW_FILE=str(tmp_path / "granskning.json"))
    if suffix == ".html":
        page = Page(target.read_text("utf8"))
        assert set(page.tags) <= ALLOWED
        text = page.words
    elif suffix == ".odt":
        text = "\n".join("".join(part.itertext()) for part in odt(target))
    else:
        text = " ".join(" ".join(pdf_pages(target)).split())
        assert "<script>alert(1)</script>" in text
    assert "\u202e" not in text and "\x07" not in text
    assert "{{7*7}}" in text and "<img src=" in text
    if suffix != ".pdf":
        assert text.count(SEEN) >= 5
    review = json.loads((tmp_path / "granskning.json").read_text("utf8"))
    assert complaints(review, RESOURCES / "schemas" / "plan_review.schema.json") == []
    assert review["case"]["name"] == SEEN


def test_a_decided_statement_comes_back_byte_for_byte(own, tmp_path):
    path, referral_id = own
    checksum = decided(path, referral_id)
    told = document(own, tmp_path / "beslutat.pdf", LANGUAGE="en", ANNEX=False)
    assert (told["STATUS"], told["OPEN_COUNT"]) == ("beslutat", 0)
    with open_workspace(path) as workspace:
        stored = workspace.read("plan_files", within={"sha256": [checksum]})["content"].iloc[0]
        plan = workspace.read("plan_cases").iloc[0]
        values = {"name": "Ett annat namn"}
        workspace.change("plan_cases", {"plan_id": plan["plan_id"]}, values, row_version=int(plan["row_version"]))
    assert (tmp_path / "beslutat.pdf").read_bytes() == stored
    pages = pdf_pages(tmp_path / "beslutat.pdf")
    assert not any("UTKAST" in page for page in pages)
    text = " ".join(" ".join(pages).split())
    assert "Beslut fattat 2026-04-10 av Regionutvecklingsdirektören med stöd av delegation, punkt 3.2." in text
    assert "tillstyrker planförslaget med de synpunkter" in text and "Att ta ställning till" not in text
    document(own, tmp_path / "beslutat.html")
    page = Page((tmp_path / "beslutat.html").read_text("utf8"))
    assert checksum in page.words and "Kvarteret Björken" in page.words  # as it was frozen
    assert "Ett annat namn" not in page.words


def test_the_map_shows_the_plan_and_what_was_found(ready):
    path, referral_id = ready
    with open_workspace(path, writable=False) as workspace:
        answer = statement_report.read_answer(workspace, referral_id)
        found = statement_report.answer_document(workspace, answer, Templates("sv"), statement_report.Parts())
    assert set(found.pictures) == {"map1", "map2"}  # the third was written by a person
    with_point, without = (QImage.fromData(found.pictures[name]) for name in ("map2", "map1"))
    assert _share(with_point, "#d55e00") > 0 and _share(without, "#d55e00") == 0
    assert _share(without, "#1b1b1b") > 0.001


def _share(image, colour):
    wanted, step = QColor(colour).rgb(), 2
    seen = [image.pixel(x, y) for x in range(0, image.width(), step) for y in range(0, image.height(), step)]
    return seen.count(wanted) / len(seen)


def test_layers_beneath_are_named(ready, make_layer, tmp_path):
    ground = make_layer("", [("POLYGON((499000 6599000, 502000 6599000, 502000 6602000, 499000 6599000))",)])
    ground.setName("Översiktskarta <1>")
    document(ready, tmp_path / "karta.html", LAYERS=[ground])
    assert "Bakgrund: Översiktskarta <1>." in Page((tmp_path / "karta.html").read_text("utf8")).words


def test_a_region_changes_templates_and_words(ready, tmp_path):
    folder = tmp_path / "mallar"
    folder.mkdir()
    (folder / "words_sv.json").write_text('{"remarks_heading": "Regionens <synpunkter>"}', "utf8")
    (folder / "history.html").write_text("<h2>Vår egen mall för {{ case.name }}</h2>", "utf8")
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    assert image.save(str(folder / "logo.png"))
    document(ready, tmp_path / "egen.html", TEMPLATE=str(folder), HISTORY=True)
    page = Page((tmp_path / "egen.html").read_text("utf8"))
    assert "Regionens <synpunkter>" in page.words and "Vår egen mall för Kvarteret Björken" in page.words
    assert len(page.pictures) == 3
    document(ready, tmp_path / "egen.odt", TEMPLATE=str(folder))
    odt(tmp_path / "egen.odt")


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("{{ case.", r"history\.html:1"),
        ("{{ nothing_of_the_kind }}", "nothing_of_the_kind"),
        ("{{ case.__class__.__mro__ }}", "__class__"),
        ("{{ 1 / 0 }}", "division by zero"),
    ],
)
def test_a_template_that_is_wrong_or_looks_where_it_should_not(ready, tmp_path, template, sentence):
    folder = tmp_path / "mallar"
    folder.mkdir()
    (folder / "history.html").write_text(template, "utf8")
    target = tmp_path / "x.html"
    path, referral_id = ready
    refused(sentence, "planresponse", WORKSPACE=path, REFERRAL=referral_id, OUTPUT_FILE=str(target),
            TEMPLATE=str(folder), HISTORY=True)  # fmt: skip
    assert not target.exists()


def test_a_file_is_whole_or_not_at_all(ready, tmp_path):
    path, referral_id = ready
    asked = {"WORKSPACE": path, "REFERRAL": referral_id}
    refused("must end in", "planresponse", **asked, OUTPUT_FILE=str(tmp_path / "svar.docx"))
    refused("does not exist", "planresponse", **asked, OUTPUT_FILE=str(tmp_path / "ingen" / "svar.pdf"))
    refused("cannot be written", "planresponse", **asked, OUTPUT_FILE="/proc/svar.pdf")
    target = tmp_path / "svar.pdf"
    target.mkdir()
    refused("cannot be written", "planresponse", **asked, OUTPUT_FILE=str(target))
    assert [one.name for one in tmp_path.iterdir()] == ["svar.pdf"]
    refused("no planremiss", "planresponse", WORKSPACE=path, REFERRAL="RS 1999/1", OUTPUT_FILE=str(tmp_path / "a.pdf"))


def test_the_diarienummer_finds_its_planremiss_and_tells_where_it_finds_several(own, tmp_path):
    path, referral_id = own
    told = document((path, "RS 2026/123"), tmp_path / "a.html")
    assert told["REMARK_COUNT"] == 3
    with open_workspace(path) as workspace:
        plan_id = referrals.read_referral(workspace, referral_id)["plan_id"]
        other = steps.new_referral(workspace, plan_id, "granskning", "2026-09-01", "2026-09-30")
    refused(other, "planresponse", WORKSPACE=path, REFERRAL="RS 2026/123", OUTPUT_FILE=str(tmp_path / "b.html"))


def test_the_history_follows_the_stages(own, tmp_path):
    path, referral_id = own
    with open_workspace(path) as workspace:
        row = remarks.remarks_of(workspace, referral_id)[0]
        remarks.record_reply(workspace, row["remark_id"], f"Kommunen {HOSTILE}", "Samrådsredogörelse s. 4", "delvis",
                             "Strategen", row["row_version"])  # fmt: skip
        plan_id = referrals.read_referral(workspace, referral_id)["plan_id"]
        later = steps.new_referral(workspace, plan_id, "granskning", "2026-09-01", "2026-09-30")
        steps.ready(workspace, later)
        remarks.propose_remarks(workspace, later)
    document((path, later), tmp_path / "granskning.html", HISTORY=True)
    page = Page((tmp_path / "granskning.html").read_text("utf8"))
    assert set(page.tags) <= ALLOWED
    assert page.words.count(f"Kommunen {SEEN}") == 2  # earlier remarks, and the history
    assert "Synpunkten lämnades även i ett tidigare skede" in page.words and "delvis tillgodosedd" in page.words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (612.4, "612,4"),
        (1.2, "1,2"),
        (0, "0"),
        (1234567, "1\u00a0234\u00a0567"),
        (0.000012, "0,000012"),
        (-3.5, "−3,5"),
        (551.369, "551,4"),
        (1.37584, "1,38"),
        (0.0449, "0,0449"),
    ],
)
def test_numbers_as_swedes_write_them(value, text):
    assert shown_number(value) == text


def test_the_same_document_gives_the_same_odt(ready):
    path, referral_id = ready
    with open_workspace(path, writable=False) as workspace:
        answer = statement_report.read_answer(workspace, referral_id)
        templates = Templates("sv")
        found = statement_report.answer_document(workspace, answer, templates, statement_report.Parts())
    assert document_bytes(found, ".odt", templates) == document_bytes(found, ".odt", templates)


def test_a_plan_that_is_small_on_the_map_has_a_ring_round_it():
    words = maps.Drawn("Planområde", "Underlag", "sv")
    found = [("", steps.point(540_000, 6_600_000))]  # 40 km away
    image = QImage.fromData(maps.remark_map("m", [steps.square(500_000, 6_600_000, 80)], found, (), words).png)
    west = image.copy(
        0, image.height() // 3, image.width() // 3, image.height() // 3
    )  # where the plan is, and no legend
    assert _share(west, "#1b1b1b") * west.width() * west.height() > 300  # the plan alone is less than a pixel


def test_no_line_of_a_page_stands_on_two(ready, tmp_path):
    path, referral_id = ready
    with open_workspace(path, writable=False) as workspace:
        answer = statement_report.read_answer(workspace, referral_id)
        lines = "\n\n".join(f"Rad nummer {at} i en lång sammanfattning." for at in range(140))
        long = answer._replace(row={**answer.row, "summary": lines})
        templates = Templates("sv")
        found = statement_report.answer_document(workspace, long, templates, statement_report.Parts(annex=False))
    (tmp_path / "lang.pdf").write_bytes(document_bytes(found, ".pdf", templates))
    text = " ".join(pdf_pages(tmp_path / "lang.pdf"))
    assert [text.count(f"Rad nummer {at} i") for at in range(140)] == [1] * 140
