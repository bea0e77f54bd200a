"""A document in memory, and the three forms that it is written in: HTML, PDF and ODT."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from .odt import odt_bytes
from .pdf import pdf_bytes
from .templates import Templates

FORMATS = (".pdf", ".odt", ".html")
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".html": "text/html",
}


@dataclass(frozen=True)
class Document:
    """``body`` holds the elements that statement.html names; ``pictures`` are what its images are called -> PNG bytes.

    ``reference`` stands at the head of every page, and ``mark`` (such as UTKAST; "" = none) on every page.
    """

    title: str
    reference: str
    mark: str
    body: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def document_bytes(document: Document, suffix: str, templates: Templates) -> bytes:
    """The document as a file of the kind that ``suffix`` names, one of `FORMATS`."""
    if suffix == ".html":
        return _html(document, templates)
    make = {".pdf": pdf_bytes, ".odt": odt_bytes}[suffix]
    return make(document, templates)


def _html(document: Document, templates: Templates) -> bytes:
    body = _Inlined(document.pictures).run(document.body)
    values = {
        "title": document.title,
        "mark": document.mark,
        "style": Trusted(templates.style("page.css")),
        "body": Trusted(body),
    }
    return templates.fill("page.html", values).encode("utf-8")


class Trusted(str):
    """Markup that a template of the plugin's or the region's made: it goes into the page as it is."""

    def __html__(self) -> str:
        return str(self)


class _Inlined(HTMLParser):
    """The same markup with every picture in the page itself, and no other address."""

    def __init__(self, pictures: Mapping[str, bytes]):
        super().__init__(convert_charrefs=False)
        self._pictures, self._parts = pictures, []

    def run(self, body: str) -> str:
        self.feed(body)
        self.close()
        return "".join(self._parts)

    def handle_starttag(self, tag, attributes):
        if tag == "img":
            picture = self._pictures.get(dict(attributes).get("src"))
            if picture is None:
                return
            address = f"data:{media_type_of(picture)};base64,{base64.b64encode(picture).decode('ascii')}"
            source = f'src="{dict(attributes)["src"]}"'
            self._parts.append(self.get_starttag_text().replace(source, f'src="{address}"'))
            return
        self._parts.append(self.get_starttag_text())

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        self._parts.append(f"</{tag}>")

    def handle_data(self, data):
        self._parts.append(data)

    def handle_entityref(self, name):
        self._parts.append(f"&{name};")

    def handle_charref(self, name):
        self._parts.append(f"&#{name};")


def media_type_of(picture: bytes) -> str:
    return "image/jpeg" if picture.startswith(b"\xff\xd8") else "image/png"
