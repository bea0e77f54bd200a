import pandas as pd
import pytest

from narvard_plugin.store.workspace import create_workspace


@pytest.fixture
def path(tmp_path):
    """A place with what real folders have: spaces, åäö and signs that mean something in an address."""
    folder = tmp_path / "Region Östergötland #1 100%"
    folder.mkdir()
    return folder / "vård & hälsa?.gpkg"


@pytest.fixture
def workspace(path):
    with create_workspace(str(path), "99") as made:
        yield made


@pytest.fixture
def facilities():
    """``facilities("a", "b")``: rows of the register with these ids."""

    def rows(*ids):
        return pd.DataFrame({"facility_id": ids, "name": [f"Enhet {i}" for i in ids], "type": "vardcentral"})

    return rows
