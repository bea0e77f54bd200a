"""A document as ODT with real headings, styles, page heads and page numbers, which Qt's own writer of ODF leaves out."""

from __future__ import annotations

import io
import re
import zipfile
from html import escape
from html.parser import HTMLParser
from textwrap import shorten

from qgis.PyQt.QtGui import QImage

from .odt_parts import CONTENT, MANIFEST, META, PICTURE_ENTRY, STYLES

_MIME = "application/vnd.oasis.opendocument.text"
_TEXT_WIDTH_CM = 16.4
_FOOT_LETTERS = 90
_CM_PER_PIXEL = 2.54 / 96
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
#: Classes that have a style of their own; a paragraph of any other class is an ordinary one.
_CLASSES = ("sender", "document", "lead", "facts", "note", "address", "map")
_SPANS = {"strong": "Strong", "b": "Strong", "em": "Emphasis", "i": "Emphasis"}
#: Blanks that a browser shows as one; a hard blank is none of them.
_BLANKS = re.compile("[ \\t\\r\\n\\f]+")
#: One date for all parts: the same document gives the same bytes.
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def odt_bytes(document, templates) -> bytes:
    """The text, tables and pictures of ``document``: its reference, page number and mark at the head of every page."""
    body = _Body(document.pictures)
    body.feed(document.body)
    body.close()
    head = {
        "title": escape(shorten(document.title, _FOOT_LETTERS, placeholder="…")),
        "reference": escape(document.reference),
        "mark": escape(document.mark),
        "page": _page_words(templates.words["page_of"]),
        "language": templates.language,
        "country": {"sv": "SE", "en": "GB"}[templates.language],
    }
    pictures = {f"Pictures/{at}.png": document.pictures[name] for name, at in body.pictures.items()}
    entries = "".join(PICTURE_ENTRY.format(path=path) for path in pictures)
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", _NO_DATE), _MIME)  # first and stored, as the format asks
        parts = {
            "META-INF/manifest.xml": MANIFEST.format(pictures=entries),
            "meta.xml": META.format(**head),
            "styles.xml": STYLES.format(**head),
            "content.xml": CONTENT.format(styles="".join(body.styles), body=body.text()),
            **pictures,
        }
        for name, content in parts.items():
            part = zipfile.ZipInfo(name, _NO_DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, content)
    return kept.getvalue()


def _page_words(pattern: str) -> str:
    """``Sida {page} av {pages}`` with the fields that a word processor fills in."""
    return escape(pattern).format_map(
        {
            "page": '<text:page-number text:select-page="current">1</text:page-number>',
            "pages": "<text:page-count>1</text:page-count>",
        }
    )


class _Body(HTMLParser):
    """The elements that the templates may use, as the text of an ODF file; what it does not know it reads for its words."""

    def __init__(self, pictures):
        super().__init__(convert_charrefs=True)
        self._given = pictures
        self.pictures: dict[str, int] = {}
        self.styles: list[str] = []
        self._out: list[str] = []
        self._open: list[tuple[str, str]] = []  # elements with their closing markup
        self._paragraph: str | None = None  # the closing markup of the paragraph that is open
        self._new_page = False
        self._tables, self._class, self._row = 0, "", 0
        self._table_start = 0
        self._widths: list[float] = []
        self._list_items = 0

    def text(self) -> str:
        self._end_paragraph()
        return "".join(self._out)

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        if tag in _HEADINGS:
            level = _HEADINGS[tag]
            self._begin(f"Heading_20_{level}", heading=level)
        elif tag == "p":
            found = told.get("class") or ""
            self._begin(self._style(found))
        elif tag == "div" and told.get("class") == "page":
            self._end_paragraph()
            self._new_page = True
        elif tag == "br" and self._paragraph:
            self._out.append("<text:line-break/>")
        elif tag == "img":
            self._picture(told)
        elif tag in _SPANS:
            self._need_paragraph()
            self._push(tag, f'<text:span text:style-name="{_SPANS[tag]}">', "</text:span>")
        elif tag in ("ul", "ol"):
            self._end_paragraph()
            self._push(tag, f'<text:list text:style-name="{"Bullets" if tag == "ul" else "Numbers"}">', "</text:list>")
        elif tag == "li":
            self._end_paragraph()
            self._push(tag, "<text:list-item>", "</text:list-item>")
        elif tag == "thead":
            self._end_paragraph()
            self._push(tag, "<table:table-header-rows>", "</table:table-header-rows>")
        elif tag in ("table", "tr", "td", "th"):
            self._table_part(tag, told)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if tag in _HEADINGS or tag == "p":
            self._end_paragraph()
        elif any(name == tag for name, _ in self._open):
            if tag not in _SPANS:
                self._end_paragraph()
            if tag in ("td", "th") and self._out[-1].startswith("<table:table-cell"):
                self._out.append('<text:p text:style-name="Cell"/>')  # a cell holds a paragraph, be it empty
            while True:
                name, closing = self._open.pop()
                self._out.append(closing)
                if name == tag:
                    break
            if tag == "table":
                self._end_table()

    def handle_data(self, data):
        words = _BLANKS.sub(" ", data)
        if not self._paragraph:
            words = words.lstrip(" ")
            if not words:
                return
            self._need_paragraph()
        elif self._out[-1].startswith(("<text:p ", "<text:h ", "<text:line-break")):
            words = words.lstrip(" ")
        self._out.append(escape(words, quote=False))

    def _style(self, name: str) -> str:
        if name in _CLASSES:
            return name.capitalize()
        cell = next((tag for tag, _ in reversed(self._open) if tag in ("td", "th")), None)
        return {"td": "Cell", "th": "Cell_20_heading", None: "Text_20_body"}[cell]

    def _begin(self, style: str, heading: int = 0) -> None:
        self._end_paragraph()
        if self._new_page and not self._open:
            style = self._page_style(style)
        element = f'h text:outline-level="{heading}"' if heading else "p"
        self._out.append(f'<text:{element} text:style-name="{style}">')
        self._paragraph = "</text:h>" if heading else "</text:p>"

    def _page_style(self, parent: str) -> str:
        self._new_page = False
        name = f"Page{len(self.styles)}"
        self.styles.append(
            f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}">'
            '<style:paragraph-properties fo:break-before="page"/></style:style>'
        )
        return name

    def _need_paragraph(self) -> None:
        if not self._paragraph:
            self._begin(self._style(""))

    def _end_paragraph(self) -> None:
        if self._paragraph:
            while self._open and self._open[-1][0] in _SPANS:
                self._out.append(self._open.pop()[1])
            self._out.append(self._paragraph)
            self._paragraph = None

    def _push(self, tag: str, opening: str, closing: str) -> None:
        self._out.append(opening)
        self._open.append((tag, closing))

    def _table_part(self, tag: str, told) -> None:
        self._end_paragraph()
        if tag == "table":
            self._tables += 1
            self._class = told.get("class") or ""
            self._row, self._widths, self._table_start = 0, [], len(self._out)
            self._push(tag, "", "</table:table>")
        elif tag == "tr":
            self._row += 1
            self._push(tag, "<table:table-row>", "</table:table-row>")
        else:
            if self._row == 1:
                share = (told.get("width") or "").rstrip("%")
                self._widths.append(float(share) if share.replace(".", "", 1).isdigit() else 0.0)
            style = "ListCell" if self._class == "list" else "PlainCell"
            opening = f'<table:table-cell table:style-name="{style}" office:value-type="string">'
            self._push(tag, opening, "</table:table-cell>")

    def _end_table(self) -> None:
        """The table's head, which needs the widths of its first row."""
        name = f"Table{self._tables}"
        given = sum(self._widths)
        bare = self._widths.count(0.0)
        shares = [width or max(100.0 - given, 1.0) / bare for width in self._widths] or [100.0]
        columns = []
        self.styles.append(
            f'<style:style style:name="{name}" style:family="table"><style:table-properties '
            f'style:width="{_TEXT_WIDTH_CM}cm" table:align="left" fo:margin-bottom="0.2cm"/></style:style>'
        )
        for at, share in enumerate(shares):
            width = _TEXT_WIDTH_CM * share / sum(shares)
            self.styles.append(
                f'<style:style style:name="{name}.{at}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width:.2f}cm"/></style:style>'
            )
            columns.append(f'<table:table-column table:style-name="{name}.{at}"/>')
        head = f'<table:table table:name="{name}" table:style-name="{name}">{"".join(columns)}'
        self._out[self._table_start] = head

    def _picture(self, told) -> None:
        name = told.get("src")
        if name not in self._given:
            return
        self._need_paragraph()
        at = self.pictures.setdefault(name, len(self.pictures) + 1)
        size = _size(told, self._given[name])
        self._out.append(
            f'<draw:frame draw:name="Picture{at}" text:anchor-type="as-char" svg:width="{size[0]:.2f}cm" '
            f'svg:height="{size[1]:.2f}cm"><draw:image xlink:href="Pictures/{at}.png" xlink:type="simple" '
            f'xlink:show="embed" xlink:actuate="onLoad"/><svg:desc>{escape(told.get("alt") or "")}</svg:desc></draw:frame>'
        )


def _size(told, picture: bytes) -> tuple[float, float]:
    """Width and height on the page in centimetres; one that is not told follows the picture's own shape."""
    own = QImage.fromData(picture).size()
    shape = own.height() / max(own.width(), 1)
    width, height = (float(told[name]) if (told.get(name) or "").isdigit() else 0.0 for name in ("width", "height"))
    width = width or (height / shape if height else float(own.width()))
    height = height or width * shape
    shrink = min(1.0, _TEXT_WIDTH_CM / (width * _CM_PER_PIXEL))
    return width * _CM_PER_PIXEL * shrink, height * _CM_PER_PIXEL * shrink
