"""A region's own plugin repository: the list leads QGIS's own reader to the zip beside it."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from qgis.PyQt.QtXml import QDomDocument

from tools import repository
from tools.layout import NAME


def test_the_list_names_the_zip_that_stands_beside_it(tmp_path):
    listed = repository.write(tmp_path.as_uri() + "/", tmp_path)
    document = QDomDocument()
    assert document.setContent(listed.read_bytes())[0]
    plugins = document.elementsByTagName("pyqgis_plugin")
    assert plugins.count() == 1
    element = plugins.at(0).toElement()

    def text(name):
        return element.firstChildElement(name).text()

    assert element.attribute("name") == "Närvård"
    assert text("file_name") == f"{NAME}.{text('version')}.zip"
    address = urlsplit(text("download_url"))
    assert Path(unquote(address.path)).read_bytes()[:2] == b"PK"
    assert re.fullmatch(r"3\.\d+", text("qgis_minimum_version"))
    assert "%%" not in text("about")


def test_an_address_that_is_no_folder_is_refused(tmp_path):
    with pytest.raises(ValueError, match="end with /"):
        repository.write("https://intranet.example/qgis", tmp_path)
