"""The sample county, made once for all tests here."""

import pytest

from narvard_plugin.core.sample.county import make_county
from narvard_plugin.core.sample.geography import make_geography


@pytest.fixture(scope="session")
def geography():
    return make_geography(scale=1, seed=1)


@pytest.fixture(scope="session")
def county():
    return make_county(scale=1, seed=1)
