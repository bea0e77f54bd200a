"""An atlas's pages: whole, in order, alone, and the same whatever people wrote in it."""

import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import NamedTuple

import pypdf
import pytest
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtGui import QImage

from narvard_plugin.adapters.reading import Cancelled
from narvard_plugin.core.atlas.content import TOPICS, Chart, Measure, Topic
from narvard_plugin.reports.atlas.charts import drawn
from narvard_plugin.reports.atlas.html import html_bytes
from narvard_plugin.reports.atlas.maps import AtlasMaps
from narvard_plugin.reports.atlas.outline import Bookmark, with_outline
from narvard_plugin.reports.atlas.pdf import pdf_bytes
from narvard_plugin.reports.atlas.shown import Shown, verdict_of
from narvard_plugin.reports.templates import Templates

from . import atlas_content as content
from .atlas_content import EVIL, LONG, MISSING, NOT_MEASURED, TITLES, UNCERTAIN

VOID = {"meta", "img", "br", "line", "rect", "circle", "polyline", "polygon"}
WITH_DATA = [key for key in TOPICS if key not in MISSING]


class Made(NamedTuple):
    atlas: object
    html: str
    pdf: bytes
    pages: list
    maps: dict


@pytest.fixture(scope="module")
def made(provider):
    """A small atlas as both kinds of pages; its layers are gone when QGIS ends."""
    atlas = content.atlas()
    atlas = replace(atlas, chapters=[atlas.chapters[0], atlas.chapters[2]])
    maps = AtlasMaps(content.layers(), content.places())
    html, pdf = html_bytes(atlas, maps).decode("utf-8"), pdf_bytes(atlas, maps)
    drawn_maps = {
        (role, chapter.code): maps.topic_map(atlas, chapter, Topic("need", "", map=role))
        for role in ("need", "points", "nothing")
        for chapter in atlas.chapters
    }
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    return Made(atlas, html, pdf, pages, drawn_maps)


class _Read(HTMLParser):
    """A page's elements in their order (tag, attributes), and that each is closed where it was opened."""

    def __init__(self, page):
        super().__init__()
        self.elements, self._open = [], []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self._open.pop() == tag

    def all(self, *tags):
        return [attributes for tag, attributes in self.elements if tag in tags]


def plain(text):
    return " ".join(text.split())


def squeezed(text):
    """Without any blanks, which a PDF's lines put in and leave out."""
    return re.sub(r"\s", "", text)


def test_the_page_is_whole_and_needs_nothing_but_itself(made):
    page = _Read(made.html)
    addresses = [one[name] for _, one in page.elements for name in ("src", "href", "action", "data") if name in one]
    assert all(address.startswith(("#", "data:image/png;base64,")) for address in addresses)
    assert not page.all("script", "link", "iframe", "object", "base") and "@import" not in made.html
    assert not re.search(r"url\(|https?:|file:", made.html)
    assert page.all("html") == [{"lang": "sv"}] and "default-src 'none'" in made.html
    ids = [one["id"] for _, one in page.elements if "id" in one]
    assert len(ids) == len(set(ids)) and {address[1:] for address in addresses if address[0] == "#"} <= set(ids)


def test_headings_go_down_one_level_at_a_time_and_tables_have_heads(made):
    page = _Read(made.html)
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:]))
    assert all(one.get("scope") in ("col", "row") for one in page.all("th"))
    assert len(page.all("table")) == len(page.all("caption"))


def test_every_topic_stands_in_order_with_its_foot(made):
    for at, _ in enumerate(made.atlas.chapters, start=1):
        places = [made.html.index(f'id="chapter-{at}-{key}"') for key in TOPICS]
        assert places == sorted(places)
        ends = [*places[1:], made.html.index("<article", places[-1])]
        for key, start, end in zip(TOPICS, places, ends):
            part = made.html[start:end]
            if key in MISSING:
                assert "Underlag saknas" in part and MISSING[key] in part and "<footer" not in part
                continue
            foot = part[part.index('<footer class="foot">') :]
            assert all(sentence in foot for sentence in (*UNCERTAIN, *NOT_MEASURED))
            assert "SCB, befolkning per DeSO (2025-12-31)" in foot and "(datum okänt)" in foot


def test_whatever_people_wrote_stands_as_they_wrote_it(made):
    assert EVIL not in made.html and "onload=" not in [name for _, one in _Read(made.html).elements for name in one]
    assert "&lt;b onload=&#34;x&#34;&gt;Å &amp; Ö&lt;/b&gt;" in made.html
    text = squeezed("".join(made.pages))
    assert squeezed(EVIL) in text and "&lt;" not in text and "&amp;" not in text


def test_what_is_not_known_is_said_and_never_nought(made):
    assert "uppgift saknas" in made.html and content.WHY in made.html
    hidden = made.html[made.html.index(content.WHY) :][:200]
    assert "bakom" not in hidden  # how many stand behind a hidden figure is hidden, too
    assert "Uppgift saknas för: 20 (Med kollektivtrafik)." in made.html and ">nan<" not in made.html
    assert "2\u00a0102 personer bakom siffran" in made.html and "21,0\u00a0%" in made.html


def test_maps_and_charts_are_told_in_words_with_their_main_figures(made):
    page = _Read(made.html)
    told = [one["alt"] for one in page.all("img") if one["alt"]]
    assert (
        f"Karta över {EVIL}: Vårdbehov. Visar Vårdbehov {EVIL}. Invånare 12\u00a0347 (hela regionen 456\u00a0789);"
        in "".join(told)
    )
    charts = [one["aria-label"] for one in page.all("svg")]
    assert all(label.startswith("Diagram: ") for label in charts)
    assert any("Med bil – 5: 30\u00a0%; 10: 62\u00a0%" in label for label in charts)
    assert "Det finns inget att visa på en karta." in made.html


def test_a_map_hatches_what_has_no_data_and_dims_the_neighbours(made):
    region, middle = made.maps["need", "99"], made.maps["need", "9902"]
    assert region.ground[0] == "uncovered" and middle.ground is None  # only the east has no data
    assert made.maps["points", "99"].ground is None  # between points there is nothing to know
    assert [sign.label for sign in region.legend[0].signs] == ["stort vårdbehov", "litet vårdbehov"]
    assert [group.signs[0].label for group in made.maps["points", "99"].legend] == ["Vårdcentraler"]
    assert made.maps["nothing", "99"] is None
    image = QImage.fromData(middle.png)
    own, beside = (image.pixelColor(x, image.height() // 2) for x in (image.width() // 2 + 60, 4))
    assert abs(own.red() - 0xC6) < 6 and abs(own.blue() - 0xEF) < 6  # of a palette, so nearly as the style has it
    assert beside.lightness() > 180  # the dark blue of the west, under its veil
    assert max(len(drawing.png) for drawing in made.maps.values() if drawing) < 120_000


def test_every_page_of_the_pdf_has_its_head_and_pages_of_figures_their_foot(made):
    count = len(made.pages)
    for number, text in enumerate(made.pages[1:], start=2):
        assert "Exempellän" in text and f"Sida {number} av {count}" in plain(text) and "2026-03-02" in text
    figures = [text for text in made.pages[2:] if re.search(r"\d,\d\s%|Mål\s\d", text)]
    assert len(figures) > 20
    for text in figures:
        told = squeezed(text)
        assert all(squeezed(word) in told for word in ("Källor och datum", "Osäkerhet", "Vad som inte mäts"))
        assert squeezed(UNCERTAIN[0]) in told and "2025-12-31" in text
    told = plain(made.pages[-1])
    assert "Exempellän (2026-02-01); Grannlän (2024-05-01)." in told and "Skillnader säger inte varför" in told
    assert len(made.pdf) < 4_000_000


def test_the_contents_and_the_bookmarks_lead_to_the_pages_where_things_stand(made):
    reader = pypdf.PdfReader(io.BytesIO(made.pdf))
    chapters = [one for one in reader.outline if not isinstance(one, list)]
    topics = [one for one in reader.outline if isinstance(one, list)]
    assert [one.title for one in chapters] == ["Exempellän", EVIL, "Jämförelse mellan regioner"]
    contents = squeezed(made.pages[1])
    for chapter, some in zip(chapters, topics):
        page = reader.get_destination_page_number(chapter)
        assert (
            squeezed(chapter.title) in squeezed(made.pages[page]) and f"{squeezed(chapter.title)}{page + 1}" in contents
        )
        assert [one.title for one in some] == list(TITLES.values())
        pages = [reader.get_destination_page_number(one) for one in some]
        assert pages == sorted(pages)
        for one, page in zip(some, pages):
            assert squeezed(one.title) in squeezed(made.pages[page])


def test_a_long_table_goes_on_under_its_head(made):
    going_on = [plain(text) for text in made.pages if "Målvärden och gap (fortsättning)" in plain(text)]
    assert going_on and all("Mål År Utfall" in text for text in going_on)
    rows = [int(row) for text in made.pages for row in re.findall(r"Mål\s(\d+)\s", text)]
    assert sorted(set(rows)) == list(range(70))


def test_an_atlas_without_anything_and_one_in_english_are_pages_too():
    atlas = content.atlas("en")
    bare = replace(
        atlas, chapters=[replace(atlas.chapters[0], topics=(), summary=())], compared=(), notes=(), division=""
    )
    assert b"How to read the atlas" in html_bytes(bare)
    assert len(pypdf.PdfReader(io.BytesIO(pdf_bytes(bare))).pages) == 3
    assert pypdf.PdfReader(io.BytesIO(pdf_bytes(replace(bare, chapters=())))).pages


def test_both_languages_say_the_same_things():
    swedish, english = (Templates(language, kind="atlas").words["page"] for language in ("sv", "en"))

    def holes(words):
        return {key: sorted(re.findall(r"{\w+}", str(text))) for key, text in words.items()}

    assert holes(swedish) == holes(english) and len(swedish["reading"]) == len(english["reading"])


def test_a_topic_with_nothing_in_it_says_so():
    atlas = content.atlas()
    chapter = replace(atlas.chapters[0], topics=[Topic("people", "Befolkning", map="need")])
    bare = replace(atlas, chapters=[chapter], compared=())
    told = "Det finns inget underlag för det här ämnet i arbetsytan."
    pages = pypdf.PdfReader(io.BytesIO(pdf_bytes(bare))).pages
    assert told in html_bytes(bare).decode() and told in plain("".join(page.extract_text() for page in pages))


def test_pages_that_are_too_full_flow_on():
    """Texts longer than a page, a foot longer than a page, a hundred figures: nothing is lost."""
    atlas = content.atlas()
    sentences = [f"Mening nummer {n} om det osäkra i uppgifterna som finns." for n in range(90)]
    measures = [Measure(f"m{n}", f"Mått {n}", float(n), region=1.0) for n in range(60)]
    topic = replace(atlas.chapters[1].topics[0], text=sentences, uncertain=sentences, measures=measures)
    full = replace(atlas, chapters=[replace(atlas.chapters[1], topics=[topic])], compared=())
    text = squeezed("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf_bytes(full))).pages))
    assert all(text.count(squeezed(sentence)) >= 2 for sentence in sentences)
    assert all(f"Mått{n}" in text for n in range(60))


def test_drawing_can_be_stopped_before_each_map():
    def stop():
        raise Cancelled

    layers = content.layers()
    with pytest.raises(Cancelled):
        html_bytes(content.atlas(), AtlasMaps(layers, content.places(), stop))


def test_a_map_of_a_layer_without_places_shows_all_of_the_layer():
    layers, atlas = content.layers(), content.atlas()
    maps = AtlasMaps(layers, {})
    drawing = maps.topic_map(atlas, atlas.chapters[0], Topic("need", "", map="need"))
    assert drawing.ground is None and maps.locator(atlas, atlas.chapters[0]) is None
    empty = AtlasMaps({"need": [QgsVectorLayer("Polygon?crs=EPSG:3006", "Tom", "memory")]}, {})
    assert empty.topic_map(atlas, atlas.chapters[0], Topic("need", "", map="need")) is None


@pytest.mark.parametrize(
    ("value", "region", "better", "verdict"),
    [(2.0, 3.0, "lower", "better"), (2.0, 3.0, "higher", "worse"), (2.04, 2.0, "lower", ""), (2.0, 3.0, "", ""),
     (None, 3.0, "lower", ""), (float("nan"), 3.0, "lower", "")],
)  # fmt: skip
def test_better_and_worse_are_said_only_of_what_differs_as_it_is_written(value, region, better, verdict):
    assert verdict_of(Measure("m", "m", value, decimals=1, region=region, better=better)) == verdict


@pytest.mark.parametrize("kind", ["bars", "pyramid", "lines", "reach", "something new"])
@pytest.mark.parametrize("series", [{}, {LONG: ()}, {EVIL: (None, 1.0)}, {"a": (None, None), EVIL: (0.0, -5.0)}])
def test_any_chart_can_be_drawn(kind, series):
    labels = [EVIL, "2"][: max(map(len, series.values()), default=0)]
    drawing = drawn(Chart(kind, EVIL, "%", labels, series, ("Mål", 3.0)), Shown(content.atlas()))
    assert drawing.svg.startswith("<svg") and "<b " not in drawing.svg and "nan" not in drawing.svg


def test_a_pdf_that_is_not_as_qt_writes_it_gets_no_bookmarks():
    assert with_outline(b"%PDF-1.7 other", [Bookmark(0, "a", 0)], "sv") == b"%PDF-1.7 other"
