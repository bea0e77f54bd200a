"""The sample county, made once for all tests here, whichever process they run in."""

import pytest

from narvard_plugin.core.sample.county import make_county
from tests.sample_county import made_once


@pytest.fixture(scope="session")
def county(tmp_path_factory):
    return made_once("county", tmp_path_factory.getbasetemp(), lambda: make_county(scale=1, seed=1))


@pytest.fixture(scope="session")
def geography(county):
    return county.geography
