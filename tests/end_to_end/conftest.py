"""QGIS without settings and with the plugin: the package as a user gets it, or this checkout; and one sample county."""

import shutil
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.qgis.conftest import county as made_once  # noqa: F401
from tests.qgis.conftest import drop_results, provider  # noqa: F401
from tests.shared import CAMPAIGN
from tools import package
from tools.headless import Headless
from tools.layout import NAME, link_plugin
from tools.one_qgis import OneQgis


@pytest.fixture(scope="session")
def archive(tmp_path_factory):
    with zipfile.ZipFile(package.build(tmp_path_factory.mktemp("dist"))) as archive:
        yield archive


@pytest.fixture(scope="session")
def plugins(archive, tmp_path_factory):
    """A plugins folder that holds only the unpacked package."""
    folder = tmp_path_factory.mktemp("Närvårds insticksprogram")
    archive.extractall(folder)
    assert [path.name for path in folder.iterdir()] == [NAME]
    return folder


@pytest.fixture(scope="session")
def qgis(plugins, tmp_path_factory):
    """``qgis_process`` on the package, which leaves nothing of its own among the files that are looked through."""
    return Headless(plugins, tmp_path_factory.mktemp("profile"), {"PYTHONDONTWRITEBYTECODE": "1"}).enable()


@pytest.fixture(scope="session")
def headless(tmp_path_factory):
    """``qgis_process`` on this checkout."""
    folder = tmp_path_factory.mktemp("checkout")
    link_plugin(folder)
    return Headless(folder, tmp_path_factory.mktemp("profile")).enable()


@pytest.fixture(scope="session")
def checkout(request, provider):  # noqa: F811
    """This checkout, asked by text: in ``make campaign`` a new ``qgis_process`` for each run, else the tests' own QGIS.

    The package and what asks for ``headless`` run in ``qgis_process`` every time.
    """
    return request.getfixturevalue("headless") if CAMPAIGN else OneQgis()


class County(NamedTuple):
    """A copy of the sample county in ``folder``, its network compiled."""

    folder: Path

    @property
    def network(self) -> Path:
        return self.folder / "roads.npz"

    def layer(self, name: str, where: str = "") -> str:
        source = f"{self.folder / 'exempellan.gpkg'}|layername={name}"
        return f"{source}|subset={where}" if where else source


@pytest.fixture(scope="module")
def county(made_once, tmp_path_factory):  # noqa: F811
    """Each module's own, to write into."""
    return County(Path(shutil.copytree(made_once.folder, tmp_path_factory.mktemp("county") / "Exempellän")))
