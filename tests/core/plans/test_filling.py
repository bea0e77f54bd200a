"""Texts filled with values: Swedish and English numbers, few formats, and names from outside that stay names."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narvard_plugin.core.plans.filling import TemplateError, fill, number, places, short_number


@pytest.mark.parametrize(
    ("template", "value", "swedish", "english"),
    [
        ("{v:.0f} m", 12345.6, "12\u00a0346 m", "12,346 m"),
        ("{v:.1f}", 2.25, "2,2", "2.2"),
        ("{v:.0%} av", 1.154, "115\u00a0% av", "115% av"),
        ("{v:d}", 7.0, "7", "7"),
        ("{v}", 0.1 + 0.2, "0,3", "0.3"),
        ("{v}", 1100, "1\u00a0100", "1,100"),
        ("{v:.0f}", -0.4, "0", "0"),
        ("{v}", -3.5, "−3,5", "-3.5"),
        ("{{{v}}}", 1, "{1}", "{1}"),
        ("{v}", True, "ja", "yes"),
        ("{v}", "Sjukhuset {limit} <b>", "Sjukhuset {limit} <b>", "Sjukhuset {limit} <b>"),
        ("{v}", "två\nrader\u202e", "två rader ", "två rader "),
    ],
)
def test_values_in_both_languages(template, value, swedish, english):
    assert fill(template, {"v": value}, "sv") == swedish
    assert fill(template, {"v": value}, "en_GB") == english


@pytest.mark.parametrize("value", [None, math.inf, -math.inf, math.nan, object(), [1]])
def test_what_has_no_number_gives_no_text(value):
    assert fill("{v} m", {"v": value}, "sv") is None
    assert fill("{other}", {"v": 1}, "sv") is None


@pytest.mark.parametrize(
    "template",
    [
        "{v.real}",
        "{v[0]}",
        "{0}",
        "{}",
        "{v!r}",
        "{v:>900}",
        "{v:{w}}",
        "{v:.9f}",
        "{v:s}",
        "{V}",
        "{v",
        "v}",
        "{__class__}",
    ],
)
def test_nothing_else_can_be_written_in_braces(template):
    with pytest.raises(TemplateError) as caught:
        places(template)
    assert caught.value.problem.sv and caught.value.problem.en


def test_words_take_no_format():
    with pytest.raises(TemplateError, match="takes no format"):
        fill("{v:.0f}", {"v": "ord"}, "sv")


def test_numbers_by_themselves():
    assert short_number(1.15, "sv") == "1,15" and short_number(2000.0, "sv") == "2\u00a0000"
    assert number(1234.5, 1, "en") == "1,234.5"


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(max_size=60), st.text(max_size=30))
def test_any_template_is_filled_or_refused_and_a_value_is_never_read_again(template, value):
    try:
        filled = fill(template, {"v": value}, "sv")
    except TemplateError:
        return
    if "{v}" in template and filled is not None and "{" not in template.replace("{v}", "") + value:
        assert "{" not in filled
