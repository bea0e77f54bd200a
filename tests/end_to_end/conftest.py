"""The package as a user gets it: built, unpacked into an empty folder, and enabled in a QGIS without settings."""

import zipfile

import pytest

from tools import package
from tools.headless import Headless
from tools.layout import NAME


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
