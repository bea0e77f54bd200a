"""QGIS without settings and with the plugin: the package as a user gets it, or this checkout; and one sample county."""

import shutil
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.sample_county import copied_to
from tools import package
from tools.headless import Headless
from tools.layout import NAME, link_plugin


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
    return Headless(plugins, tmp_path_factory.mktemp("profile")).enable()


@pytest.fixture(scope="session")
def checkout(tmp_path_factory):
    folder = tmp_path_factory.mktemp("checkout")
    link_plugin(folder)
    return Headless(folder, tmp_path_factory.mktemp("profile")).enable()


class County(NamedTuple):
    """A copy of the sample county in ``folder``, its network compiled."""

    folder: Path

    @property
    def network(self) -> Path:
        return self.folder / "roads.npz"

    def layer(self, name: str, where: str = "") -> str:
        source = f"{self.folder / 'exempellan.gpkg'}|layername={name}"
        return f"{source}|subset={where}" if where else source


@pytest.fixture(scope="session")
def made_once(checkout, tmp_path_factory):
    def make(folder):
        county = County(folder)
        checkout.run("narvard:samplecounty", {"FOLDER": folder})
        checkout.run(
            "narvard:buildnetwork", {"ROADS": county.layer("roads"), "PRESET": "nvdb", "NETWORK": county.network}
        )

    base = tmp_path_factory.getbasetemp()
    return County(copied_to(base / "made once", base, make))


@pytest.fixture(scope="module")
def county(made_once, tmp_path_factory):
    """Each module's own, to write into."""
    return County(Path(shutil.copytree(made_once.folder, tmp_path_factory.mktemp("county") / "Exempellän")))
