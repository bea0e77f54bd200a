"""The help pages: one per tool and model in both languages, whole, translated, with a picture, and opened by QGIS's Help button."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

import pytest
from qgis.core import QgsApplication, QgsProcessingParameterDefinition
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QImage

from tools.help import html, texts
from tools.help.examples import BEFORE, examples
from tools.help.pages import LANGUAGES, PICTURES, tool_pages
from tools.layout import ROOT

FOLDER = ROOT / "resources" / "help"
OPTIONAL, HIDDEN = QgsProcessingParameterDefinition.Flag.FlagOptional, QgsProcessingParameterDefinition.Flag.FlagHidden
LARGEST, TOGETHER = 65_000, 5_000_000  # bytes
LEAST_COLOURS = 8


@cache
def _pages():
    return {language: tool_pages(language) for language in LANGUAGES}


@cache
def _written():
    return {language: html.written(pages, language) for language, pages in _pages().items()}


@pytest.fixture(params=LANGUAGES)
def language(request, provider):
    return request.param


@pytest.fixture
def pages(language):
    return _pages()[language]


@pytest.fixture
def written(language):
    return _written()[language]


def test_every_tool_and_model_has_a_page(pages, provider):
    assert sorted(page.id for page in pages) == sorted(algorithm.name() for algorithm in provider.algorithms())


def test_the_pages_that_are_shipped_are_those_that_the_tools_make(language, written):
    """Made by another process, so they do not depend on the run either."""
    built = {path.name: path.read_text("utf8") for path in (FOLDER / language).glob("*.html")}
    assert built.keys() == written.keys(), "run `make help`"
    assert [name for name in built if built[name] != written[name]] == [], "run `make help`"


def test_a_page_holds_every_parameter_and_result_with_its_help(pages, written):
    missing = []
    for page in pages:
        shown = _words(written[f"{page.id}.html"])
        told = [page.title, *page.paragraphs, page.id]
        for one in (*page.parameters, *page.results):
            told += [one.name, one.label, one.help]
        told += [field.name for one in page.results for field in one.fields]
        missing += [(page.id, text) for text in told if " ".join(text.split()) not in shown]
    assert missing == []


def _words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<br>|<[^>]+>", " ", page)).split())


def test_every_parameter_of_the_tool_is_on_its_page(pages, provider):
    for page in pages:
        algorithm = provider.algorithm(page.id)
        asked = {one.name for one in page.parameters} | {one.name for one in page.results}
        shown = {one.name() for one in algorithm.parameterDefinitions() if not one.flags() & HIDDEN}
        assert asked >= shown, page.id
        assert {one.name for one in page.results} == {output.name() for output in algorithm.outputDefinitions()}


def test_links_and_pictures_are_there(language, written):
    (other,) = set(LANGUAGES) - {language}
    broken = []
    for name, page in written.items():
        for target in re.findall(r'(?:href|src)="([^"#]+)"', page):
            folder, _, file = target.rpartition("/")
            there = {
                "": file in written,
                f"../{other}": file in _written()[other],
                "../pictures": (PICTURES / file).is_file(),
            }
            broken += [] if there.get(folder) else [(name, target)]
    assert broken == []


def test_nothing_is_left_in_english_on_a_swedish_page(provider):
    swedish = texts.swedish()
    english = {text for source, text in swedish.items() if source == text}  # the same in both, such as a name
    untranslated = []
    for ours, theirs in zip(_by_id("sv"), _by_id("en")):
        assert ours.id == theirs.id
        for text, source in zip(_told(ours), _told(theirs)):
            same = text == source and text in swedish and text not in english
            sentence = text == source and len(text.split()) > 3 and text not in english
            untranslated += [(ours.id, text)] if same or sentence else []
    assert untranslated == []


def _by_id(language):
    return sorted(_pages()[language])


def _is_a_name(choice) -> bool:
    """A region, or a type of facility: those are names out of the catalogue, in Swedish on both pages."""
    return choice.label not in texts.swedish()


def _told(page):
    yield from (page.title, page.group, *page.paragraphs)
    for one in page.parameters:
        yield from (one.label, one.help, *(choice.label for choice in one.choices if not _is_a_name(choice)))
    for one in page.results:
        yield from (one.label, one.help, *(field.alias for field in one.fields if field.alias != field.name))


def test_every_page_has_a_picture_that_shows_something(pages):
    without = [page.id for page in pages if not page.picture]
    assert without == [], "run `make pictures`"
    kept = {path.name: path for path in PICTURES.iterdir()}
    assert sorted(kept) == sorted(page.picture for page in pages)
    wrong = [name for name, path in kept.items() if not _shows_something(path)]
    assert wrong == []
    assert sum(path.stat().st_size for path in kept.values()) < TOGETHER


def _shows_something(path) -> bool:
    image = QImage(str(path))
    colours = {image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 3)}
    return path.stat().st_size <= LARGEST and 600 <= image.width() <= 900 and len(colours) >= LEAST_COLOURS


def test_every_example_can_be_run_as_it_is_written(provider):
    assert set(examples()) == {algorithm.name() for algorithm in provider.algorithms()}
    for one in [*examples().values(), *(first for some in BEFORE.values() for first in some)]:
        definitions = {each.name(): each for each in provider.algorithm(one.tool).parameterDefinitions()}
        assert set(one.given) <= set(definitions), one.tool
        for name, each in definitions.items():
            left_out = each.flags() & OPTIONAL or each.defaultValue() is not None
            assert left_out or name in one.given, (one.tool, name)
            if each.type() == "enum" and name in one.given:
                assert one.given[name] in each.options(), (one.tool, name)


@pytest.mark.parametrize(("spoken", "folder"), [("sv", "sv"), ("sv_SE", "sv"), ("en", "en"), ("fi", "en")])
def test_the_help_button_opens_the_page_in_the_users_language(provider, spoken, folder):
    before = QgsApplication.instance().translation()
    QgsApplication.setTranslation(spoken)
    try:
        opened = {tool.name(): QUrl(tool.helpUrl()).toLocalFile() for tool in provider.algorithms()}
    finally:
        QgsApplication.setTranslation(before)
    assert opened == {name: str(FOLDER / folder / f"{name}.html") for name in opened}
    assert all((FOLDER / folder / f"{name}.html").is_file() for name in opened)
