"""The page of a publication, in Swedish, for people who find it on the region's website."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ...core.drawing.page import head_row, page, paragraphs, table_rows
from ...core.open_data.catalogue import Catalogue
from ...paths import bundled

_HEAD = ("Datamängd", "Rader", "Dolda uppgifter", "Först utgiven", "Senast ändrad")


def publication_html(catalogue: Catalogue, published: Sequence, licence: str, minimum: int) -> str:
    """``published`` are the receipts of the catalogue's datasets (`publish_files.Published`)."""
    template = bundled("resources", "templates", "publication_page.html").read_text(encoding="utf8")
    words = {
        "title": catalogue.title,
        "description": catalogue.description,
        "publisher": catalogue.publisher.name,
        "contact": catalogue.contact.name,
        "email": catalogue.contact.email,
        "licence": licence,
        "licence_address": catalogue.licence,
        "harvested": f"{catalogue.homepage.rpartition('/')[0]}/dcat.rdf",
    }
    rows = [
        [one.dataset.title, str(one.rows), str(one.hidden), one.dataset.issued, one.dataset.modified]
        for one in published
    ]
    hidden = (
        f"Uppgifter om färre än {minimum} personer är dolda, liksom de tal som annars skulle avslöja dem. Ett dolt tal är tomt, "
        "aldrig noll, och fältet hidden_fields säger vilka tal på raden som är dolda."
    )
    markup = {
        "style": bundled("resources", "templates", "page.css").read_text(encoding="utf8"),
        "head": head_row(_HEAD),
        "rows": table_rows(rows),
        "protection": paragraphs([hidden] if any(one.hidden for one in published) else []),
        "datasets": "\n".join(_section(one) for one in published),
    }
    return page(template, words, markup)


def _section(one) -> str:
    dataset = one.dataset
    links = "".join(f'<li><a href="{escape(file)}">{escape(file)}</a>{_kind(file)}</li>' for file in one.files)
    told = paragraphs([dataset.description, dataset.provenance])
    return (
        f'<h2 id="{escape(dataset.identifier)}">{escape(dataset.title)}</h2>\n{told}\n<ul>{links}</ul>\n'
        f'<p class="quiet">Beständig identifierare: {escape(dataset.iri)}</p>'
    )


def _kind(file: str) -> str:
    if file.endswith(".gpkg"):
        return " – GeoPackage, SWEREF 99 TM (EPSG:3006)"
    return (
        " – CSV, UTF-8, komma och decimalpunkt"
        if file.endswith(".csv")
        else " – beskrivning av CSV-filens fält (Table Schema)"
    )
