"""The parts of an ODT file that are the same in every document: its list of parts, page, heads and styles."""

from __future__ import annotations

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.2"'
)

MANIFEST = (
    _HEAD
    + """<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
{pictures}</manifest:manifest>
"""
)
PICTURE_ENTRY = '<manifest:file-entry manifest:full-path="{path}" manifest:media-type="image/png"/>\n'

META = (
    _HEAD
    + f"<office:document-meta {_NAMES}><office:meta>"
    + """<meta:generator>Närvård</meta:generator><dc:title>{title}</dc:title><dc:language>{language}</dc:language>
</office:meta></office:document-meta>
"""
)

CONTENT = (
    _HEAD
    + f"<office:document-content {_NAMES}>"
    + """<office:automatic-styles>
<style:style style:name="PlainCell" style:family="table-cell"><style:table-cell-properties fo:padding="0.05cm" fo:border="none"/></style:style>
<style:style style:name="ListCell" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm" fo:border="none" fo:border-bottom="0.5pt solid #8a8a8a"/></style:style>
{styles}</office:automatic-styles>
<office:body><office:text>
{body}
</office:text></office:body></office:document-content>
"""
)


def _paragraph(name: str, shown: str, *, parent: str = "Standard", paragraph: str = "", text: str = "", more: str = ""):
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph" '
        f'style:parent-style-name="{parent}"{more}><style:paragraph-properties {paragraph}/>'
        f"<style:text-properties {text}/></style:style>\n"
    )


def _heading(level: int, size: float, above: float) -> str:
    return _paragraph(
        f"Heading_20_{level}",
        f"Heading {level}",
        paragraph=f'fo:margin-top="{above}cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
        text=f'fo:font-size="{size}pt" fo:font-weight="bold"',
        more=f' style:next-style-name="Text_20_body" style:default-outline-level="{level}"',
    )


_QUIET = 'fo:font-size="9pt" fo:color="#444444"'
_BOLD = 'fo:font-weight="bold"'
_PARAGRAPHS = "".join(
    (
        _heading(1, 16, 0.5),
        _heading(2, 12.5, 0.5),
        _heading(3, 11.5, 0.4),
        _heading(4, 10.5, 0.3),
        _paragraph("Text_20_body", "Text body", paragraph='fo:margin-bottom="0.2cm"'),
        _paragraph("Cell", "Cell", text='fo:font-size="9.5pt"'),
        _paragraph("Cell_20_heading", "Cell heading", parent="Cell", text=_BOLD),
        _paragraph("Sender", "Sender", text=f'fo:font-size="13pt" {_BOLD}'),
        _paragraph("Document", "Document", text=_BOLD),
        _paragraph("Lead", "Lead", paragraph='fo:margin-bottom="0.2cm"', text=f'fo:font-size="11.5pt" {_BOLD}'),
        _paragraph("Facts", "Facts", paragraph='fo:margin-bottom="0.2cm"', text=_QUIET),
        _paragraph("Note", "Note", paragraph='fo:margin-bottom="0.2cm"', text=_QUIET),
        _paragraph("Address", "Address", paragraph='fo:margin-top="0.6cm" fo:margin-bottom="0.2cm"'),
        _paragraph("Map", "Map", paragraph='fo:margin-bottom="0.1cm"'),
        _paragraph("Header", "Header", text=_QUIET, paragraph='style:tab-stop-distance="0cm"'),
    )
)

STYLES = (
    _HEAD
    + f"<office:document-styles {_NAMES}>"
    + """<office:font-face-decls><style:font-face style:name="Body" svg:font-family="Arial, 'Liberation Sans', 'DejaVu Sans'" style:font-family-generic="swiss"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/><style:text-properties style:font-name="Body" fo:font-size="10.5pt" fo:language="{language}" fo:country="{country}" fo:color="#1b1b1b"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
"""
    + _PARAGRAPHS
    + """<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Mark" style:family="text"><style:text-properties fo:color="#8c1c00" fo:font-weight="bold" fo:letter-spacing="0.1cm"/></style:style>
<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="0.6cm" fo:text-indent="-0.4cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="0.8cm" fo:text-indent="-0.6cm"/></style:list-level-properties></text:list-level-style-number></text:list-style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="1.2cm" fo:margin-bottom="1.2cm" fo:margin-left="2.4cm" fo:margin-right="2.2cm"/><style:header-style><style:header-footer-properties fo:min-height="1.2cm" fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>
<style:style style:name="HeaderLine" style:family="paragraph" style:parent-style-name="Header"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="8.2cm" style:type="center"/><style:tab-stop style:position="16.4cm" style:type="right"/></style:tab-stops></style:paragraph-properties></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="HeaderLine">{reference}<text:tab/><text:span text:style-name="Mark">{mark}</text:span><text:tab/>{page}</text:p></style:header><style:footer><text:p text:style-name="Header">{title}</text:p></style:footer></style:master-page></office:master-styles>
</office:document-styles>
"""
)
