"""What the IT department is told holds: the hosts, the settings, and that two pages are two pages."""

import json
import re
from dataclasses import fields
from urllib.parse import urlsplit

from qgis.PyQt.QtCore import QMarginsF
from qgis.PyQt.QtGui import QPageLayout, QPageSize, QTextDocument
from qgis.PyQt.QtPrintSupport import QPrinter

from narvard_plugin.settings import Settings
from tests.shared import ROOT

BRIEF = (ROOT / "docs" / "till_it_avdelningen.md").read_text(encoding="utf8")
SOURCES = json.loads((ROOT / "resources" / "data" / "sources.json").read_text(encoding="utf8"))["sources"]


def test_it_names_the_hosts_that_are_called_and_no_others():
    told = set(re.findall(r"`([a-z0-9-]+(?:\.[a-z0-9-]+)+)`", BRIEF.split("## Värdar")[1].split("## Filer")[0]))
    assert told == {host for source in SOURCES for host in source["hosts"]}
    assert all(urlsplit(source["url"]).hostname in source["hosts"] for source in SOURCES)


def test_no_other_host_stands_in_the_code_and_data():
    known = {host for source in SOURCES for host in source["hosts"]}
    calling = [*(ROOT / "narvard_plugin").rglob("*.py"), *(ROOT / "resources" / "data").glob("*.json")]
    found = {
        urlsplit(url).hostname
        for path in calling
        for url in re.findall(r"https?://[^\s\"'<>)]+", path.read_text(encoding="utf8"))
    }
    assert {host for host in found if host and "." in host} - known <= _NAMES_ONLY


#: Addresses that name a thing (a schema, a standard, a licence) and are never called.
_NAMES_ONLY = {
    "json-schema.org", "www.geopackage.org", "www.opengis.net", "mrcc.com", "www.w3.org", "creativecommons.org",
    "opendatacommons.org", "www.openstreetmap.org", "example.org", "purl.org", "www.sis.se", "xmlns.com",
    "publications.europa.eu", "spdx.org", "dataportal.se", "www.region.se", "sws.geonames.org",
}  # fmt: skip


def test_every_variable_is_a_setting():
    told = {name.lower() for name in re.findall(r"`NARVARD_([A-Z_]+)[=`]", BRIEF)}
    assert told <= {field.name for field in fields(Settings)}
    assert len(told) == 8


def test_it_is_two_pages(qgis_app, tmp_path):
    document = QTextDocument()
    document.setMarkdown(BRIEF)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "it.pdf"))
    page = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(18, 15, 18, 15))
    page.setUnits(QPageLayout.Unit.Millimeter)
    printer.setPageLayout(page)
    font = document.defaultFont()
    font.setPointSizeF(8.5)
    document.setDefaultFont(font)
    layout = document.documentLayout()
    layout.setPaintDevice(printer)
    document.setPageSize(printer.pageRect(QPrinter.Unit.DevicePixel).size())
    document.print(printer)
    assert document.pageCount() <= 2
