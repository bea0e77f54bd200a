"""Swedish is complete, fills in the same values, and uses care's own words."""

import re

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from narvard_plugin.i18n import tr
from tools import i18n

TEXTS, SWEDISH = i18n.collect(), i18n.read_ts()
FIRST_OF_EACH_FILE = {place: text for text, places in sorted(TEXTS.items(), reverse=True) for place in places}

#: What must not be written, such a text, and what to write instead.
WORDS = [
    (
        r"(?<!geografisk )(?<!geografiska )(?<!telefon)tillgänglighet",
        "Tillgänglighet till vård",
        "Geografisk tillgänglighet",
    ),
    (r"(?<!plan)remiss", "Svar på remissen", "Svar på planremissen"),  # a remiss is a patient's referral
    (r"\bavdelning", "Berörd avdelning", "Berörd förvaltning"),  # an avdelning is a ward
    (r"nedgrader", "Sjukhuset nedgraderas", "Sjukhuset omvandlas"),
]


def test_nothing_is_left_to_translate():
    found = i18n.problems(TEXTS, SWEDISH)
    assert not found, "\n".join([f"{len(found)} texts:", *found])


@pytest.mark.parametrize(("wrong", "bad", "good"), WORDS)
def test_the_words_of_care(wrong, bad, good):
    assert [text for text in (bad, good, *SWEDISH.values()) if re.search(wrong, text, re.IGNORECASE)] == [bad]


@pytest.fixture
def translator(qgis_app, tmp_path):
    i18n.compile_qm(tmp_path / "sv.qm")
    translator = QTranslator()
    assert translator.load(str(tmp_path / "sv.qm"))
    assert QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_the_built_catalogue_speaks_swedish(translator):
    assert {place: tr(text) for place, text in FIRST_OF_EACH_FILE.items()} == {
        place: SWEDISH.get(text) for place, text in FIRST_OF_EACH_FILE.items()
    }


@pytest.fixture
def package(tmp_path):
    def write(code):
        (tmp_path / "plugin").mkdir()
        (tmp_path / "plugin" / "tool.py").write_text(code, "utf8")
        return tmp_path / "plugin"

    return write


@pytest.mark.parametrize("call", ['tr(f"{n} rows")', "tr(LABEL)", 'self.tr("Rows")', 'tr("a" + b)', 'tr("{} rows", 3)'])
def test_what_cannot_be_translated_is_told_by_line(package, call):
    with pytest.raises(ValueError, match=r"plugin/tool\.py:2"):
        i18n.collect(package(f"n = 1\nx = {call}\n"))


def test_a_text_in_two_parts_is_one(package):
    assert i18n.collect(package('tr("one "\n   "two")')) == {"one two": ["plugin/tool.py"]}


def test_the_file_keeps_translations_and_drops_what_vanished(tmp_path):
    texts = {"New & shiny": ["a.py"], "Old\n\nlines": ["a.py"]}
    path = tmp_path / "x.ts"
    path.write_text(i18n.ts_text(texts, {"Old\n\nlines": 'Gamla <"rader">', "Gone": "Borta"}), "utf8")
    assert i18n.read_ts(path) == {"New & shiny": "", "Old\n\nlines": 'Gamla <"rader">'}


def test_problems_are_told():
    texts = {"{n} rows": ["a.py"], "Field": ["b.py"]}
    told = i18n.problems(texts, {"{n} rows": "{m} rader", "Gone": "Borta"})
    assert [sentence.split(":")[0] for sentence in told] == [
        "Not translated (b.py)",
        "No longer in the code, run `make i18n`",
        "Other placeholders in Swedish than in English (a.py)",
    ]
