"""The sample county, made once for all tests here."""

import pytest

from narvard_plugin.core.sample.geography import make_geography


@pytest.fixture(scope="session")
def geography():
    return make_geography(scale=1, seed=1)
