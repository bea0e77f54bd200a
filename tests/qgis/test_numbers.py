"""Figures in sentences follow the language that is read, and are no finer than what was measured."""

import pytest
from qgis.core import QgsApplication

from narvard_plugin.adapters.plan_words import described
from narvard_plugin.core.plans.difference import AREA, VALUE
from narvard_plugin.i18n import number


@pytest.fixture
def swedish(qgis_app):
    before = qgis_app.translation()
    QgsApplication.setTranslation("sv")
    yield
    QgsApplication.setTranslation(before)


def test_swedish_texts_have_a_decimal_comma_whatever_the_computer_is_set_to(swedish):
    assert [number(value) for value in (28.1, -11.4, float("nan"))] == ["28,1", "−11,4", "–"]
    assert described(AREA, 7033.92, 7409.52, "m2").endswith("7\u00a0034 → 7\u00a0410 m²")
    assert described(VALUE, 16.04, 31.26, "m").endswith("16 → 31,3 m")
    assert described(AREA, 2500.1, 2500.4, "m2").endswith(
        "2\u00a0500,1 → 2\u00a0500,4 m²"
    )  # else nothing would be told
