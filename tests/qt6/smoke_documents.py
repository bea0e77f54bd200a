"""Documents written with Qt 6: the pages, the mark on each, and the pictures, which Qt asks for by a number."""

import pytest
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QColor, QImage

SIDE = 137


def picture():
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("#d55e00"))
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(kept)


@pytest.fixture
def document():
    from narvard_plugin.reports.document import Document

    rows = "".join(f"<h2>Anmärkning {n}</h2><p>Platsen för vårdcentralen.</p>" * 3 for n in range(30))
    body = f'<h1>Yttrande</h1><p><img src="karta" width="{SIDE}" height="{SIDE}"/></p>{rows}'
    return Document("Yttrande över detaljplan", "RS 2026/17", "UTKAST", body, {"karta": picture()})


@pytest.mark.parametrize("ending", [".pdf", ".odt", ".html"])
def test_a_document(application, document, ending):
    from narvard_plugin.reports.document import document_bytes
    from narvard_plugin.reports.templates import Templates

    written = document_bytes(document, ending, Templates("sv"))
    if ending == ".pdf":
        assert written.startswith(b"%PDF-") and written.count(b"/Type /Page\n") > 1
        assert b"/Width %d" % SIDE in written  # the picture came with it
    elif ending == ".odt":
        assert b"Pictures/0.png" in written or b"Pictures/1.png" in written
    else:
        assert "Anmärkning 29".encode() in written
