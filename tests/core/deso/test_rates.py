"""Rates are read from text and computed from summed counts, never summed themselves."""

import numpy as np
import pytest

from narvard_plugin.core.deso.rates import (
    Rate,
    RepeatedRate,
    UnknownCount,
    UnreadableRate,
    parse_rates,
    recompute,
)


def test_rates_are_read_with_and_without_spaces():
    assert parse_rates("share_old=old/population; x = a / b ;") == [
        Rate("share_old", "old", "population"),
        Rate("x", "a", "b"),
    ]
    assert parse_rates("") == parse_rates(" ; ") == []
    assert parse_rates("andel_äldre=65 år och äldre/totalt") == [Rate("andel_äldre", "65 år och äldre", "totalt")]


@pytest.mark.parametrize("text", ["old/population", "x=old", "x=a/b/c", "=a/b", "x=/b", "x=a/", "1x=a/b", "x=y=a/b"])
def test_a_rate_that_cannot_be_read_is_named(text):
    with pytest.raises(UnreadableRate) as error:
        parse_rates(f"fine=a/b; {text}")
    assert error.value.text == text


def test_a_name_stands_once_and_its_counts_exist():
    with pytest.raises(RepeatedRate, match="Share"):
        parse_rates("share=a/b; Share=c/d")
    with pytest.raises(UnknownCount, match=r"^c$"):
        parse_rates("x=a/c", counts=["a", "b"])


def test_a_rate_of_nothing_is_unknown_and_a_rate_of_sums_is_no_mean_of_rates():
    sums = {"old": np.array([30.0, 0, 5, np.nan]), "people": np.array([200.0, 0, 0, 9])}
    made = recompute(parse_rates("share=old/people"), sums)["share"]
    assert made[0] == 0.15  # of 10/100 and 20/100 carried together
    assert np.isnan(made[1:]).all()
