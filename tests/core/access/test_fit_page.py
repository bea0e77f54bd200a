"""The page How well the model fits: every place of both templates filled, and nothing from outside taken as HTML."""

from string import Template

import numpy as np
import pytest

from narvard_plugin.core.access.fit_page import MOST_POINTS, ClassRow, Page, fit_page, number
from narvard_plugin.core.access.observed import Comparison, measure_errors
from tests.shared import ROOT

TEMPLATES = {
    language: (ROOT / "resources" / "templates" / f"model_fit_{language}.html").read_text("utf8")
    for language in ("sv", "en")
}
WORDS = {
    name: f"<{name}>"
    for name in (
        "compared", "verdict", "left_out", "drawn", "drawing_label", "observed_label", "computed_label", "too_few",
        "factors_told", "sources", "made",
    )
}  # fmt: skip


def page(observed, computed, after=None):
    ones = np.ones(len(observed))
    errors = measure_errors(observed, computed, ones)
    errors_after = None if after is None else measure_errors(observed, after, ones)
    comparison = Comparison(None, computed, errors, None, after, errors_after)
    classes = [
        ClassRow("<väg & stig>", 0.75, 1200.4, 31, 1.254, 0.02),
        ClassRow("liten", 0.25, 3.0, 2, 1.1, np.nan),
        ClassRow("färja", 0.0, 3.0, 2, np.nan, np.nan),
    ]
    return Page(WORDS, comparison, observed, classes, ",")


def places(template):
    return {match.group("named") for match in Template.pattern.finditer(template)}


def test_both_languages_have_the_same_places():
    assert places(TEMPLATES["sv"]) == places(TEMPLATES["en"]) > {"before_p90", "after_p90", "class_rows", "drawing"}


@pytest.mark.parametrize("language", TEMPLATES)
def test_the_numbers_stand_in_the_page(language):
    observed = np.array([10.0, 20.0, 30.0])
    html = fit_page(TEMPLATES[language], page(observed, observed - 1.25, observed + 0.04))
    assert not places(html)
    assert '<td class="number">−1,2</td><td class="number">0,0</td>' in html.replace("+0,0", "0,0")
    assert "<th scope='row'>&lt;väg &amp; stig&gt;</th>" in html and "<väg" not in html
    row = '<td class="number">75</td><td class="number">1200</td><td class="number">31</td><td class="number">1,25</td>'
    assert f"{row}<td>± 0,04</td>" in html
    assert '<td class="number">1,10</td><td>&lt;too_few&gt;</td>' in html
    assert '<td class="number">–</td><td></td>' in html
    assert all(f"&lt;{name}&gt;" in html for name in WORDS)


def test_a_dot_lies_where_its_minutes_are():
    html = fit_page("$drawing", page(np.array([60.0, 30.0]), np.array([30.0, np.inf])))
    assert html.count("<circle") == 1
    # 60 minutes span the drawing: at its right edge, half way up
    assert '<circle cx="376.0" cy="210.0"' in html


def test_of_very_many_trips_an_even_selection_is_drawn():
    observed = np.linspace(1, 90, 5 * MOST_POINTS)
    assert fit_page("$drawing", page(observed, observed)).count("<circle") == MOST_POINTS


@pytest.mark.parametrize("minutes", [0.4, 7.0, 5000.0])
def test_any_length_of_trip_can_be_drawn(minutes):
    html = fit_page("$drawing", page(np.array([minutes]), np.array([minutes * 0.9])))
    assert html.count('class="grid"') <= 16 and "nan" not in html


def test_numbers_as_people_write_them():
    assert number(-1.25, 1, ",") == "−1,2" and number(-0.01, 1, ",") == "0,0" and number(np.nan, 1) == "–"
    assert number(2.0, 1, sign=True) == "+2.0" and number(0.0, 1, sign=True) == "0.0"


def test_a_place_that_nothing_fills_is_an_error():
    with pytest.raises(KeyError):
        fit_page("$unheard", page(np.array([1.0]), np.array([1.0])))
