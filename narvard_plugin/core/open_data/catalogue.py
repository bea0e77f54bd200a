"""A catalogue of open data by DCAT-AP-SE 3.0.1, as statements.

Source: DIGG, DCAT-AP-SE 3.0.1 (docs.dataportal.se/dcat): mandatory are title, description, publisher, dataset and licence of
the catalogue; title, description and publisher of a dataset; address and format of a distribution; name and type of the
publisher; kind, name and e-mail address of the contact. The checksum is SHA-1, the only algorithm that the profile knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, Optional

from .rdf import RDF, TYPE, XSD, Statement, Text, checked_iri

DCAT, DCTERMS, FOAF = "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/", "http://xmlns.com/foaf/0.1/"
VCARD, SPDX = "http://www.w3.org/2006/vcard/ns#", "http://spdx.org/rdf/terms#"
GEOSPARQL = "http://www.opengis.net/ont/geosparql#"
PREFIXES = {
    "rdf": RDF, "xsd": XSD, "dcterms": DCTERMS, "dcat": DCAT, "foaf": FOAF, "vcard": VCARD, "spdx": SPDX,
    "geosparql": GEOSPARQL,
}  # fmt: skip
_EU = "http://publications.europa.eu/resource/authority"
_SWEDISH = f"{_EU}/language/SWE"
_PUBLIC = f"{_EU}/access-right/PUBLIC"
_THEMES = f"{_EU}/data-theme"
_PUBLISHER_TYPES = "http://purl.org/adms/publishertype/"

#: The themes of data.europa.eu, by their codes.
THEMES = (
    "AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "INTR", "JUST", "REGI", "SOCI", "TECH", "TRAN",
)  # fmt: skip
FREQUENCIES = ("ANNUAL", "ANNUAL_2", "QUARTERLY", "MONTHLY", "WEEKLY", "BIENNIAL", "TRIENNIAL", "IRREG", "NEVER")
PUBLISHER_TYPES = ("RegionalAuthority", "LocalAuthority", "NationalAuthority", "NonProfitOrganisation")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Publisher(NamedTuple):
    """``kind`` is one of `PUBLISHER_TYPES`; ``number`` is the organisation's own, ten figures ("" = not told)."""

    iri: str
    name: str
    kind: str
    number: str = ""


class Contact(NamedTuple):
    iri: str
    name: str
    email: str


class Distribution(NamedTuple):
    """One file of a dataset; ``format`` is its media type, ``sha1`` and ``size`` (bytes) those of the file."""

    iri: str
    title: str
    description: str
    access_url: str
    download_url: str
    format: str
    size: int
    sha1: str


class Dataset(NamedTuple):
    """Days are written 2026-01-31, ``period`` is (first, last) day, years or "" for no end; ``box`` is west, south, east, north
    in degrees (WGS 84); ``provenance`` tells in words what it is made from; ``page`` is where people read about it."""

    iri: str
    identifier: str
    title: str
    description: str
    keywords: tuple[str, ...]
    themes: tuple[str, ...]
    issued: str
    modified: str
    distributions: tuple[Distribution, ...]
    page: str
    provenance: str = ""
    frequency: str = ""
    period: Optional[tuple[str, str]] = None
    place: str = ""
    box: Optional[tuple[float, float, float, float]] = None


class Catalogue(NamedTuple):
    iri: str
    title: str
    description: str
    homepage: str
    licence: str
    publisher: Publisher
    contact: Contact
    issued: str
    modified: str
    datasets: tuple[Dataset, ...]


def statements(catalogue: Catalogue) -> list[Statement]:
    """All that the catalogue says; raises `BadIri` for an address that is none."""
    said = [*_of_catalogue(catalogue), *_of_parties(catalogue)]
    for dataset in catalogue.datasets:
        said += _of_dataset(dataset, catalogue)
        for distribution in dataset.distributions:
            said += _of_distribution(distribution, catalogue.licence)
    return said


def _of_catalogue(one: Catalogue) -> Iterator[Statement]:
    for name, value in (
        (TYPE, f"{DCAT}Catalog"),
        (f"{DCTERMS}title", _swedish(one.title)),
        (f"{DCTERMS}description", _swedish(one.description)),
        (f"{DCTERMS}publisher", one.publisher.iri),
        (f"{DCTERMS}license", one.licence),
        (f"{DCTERMS}issued", _when(one.issued)),
        (f"{DCTERMS}modified", _when(one.modified)),
        (f"{DCTERMS}language", _SWEDISH),
        (f"{FOAF}homepage", one.homepage),
        (f"{DCAT}themeTaxonomy", _THEMES),
        *((f"{DCAT}dataset", dataset.iri) for dataset in one.datasets),
    ):
        yield Statement(one.iri, name, value)


def _of_parties(one: Catalogue) -> Iterator[Statement]:
    publisher, contact = one.publisher, one.contact
    yield Statement(publisher.iri, TYPE, f"{FOAF}Agent")
    yield Statement(publisher.iri, f"{FOAF}name", _swedish(publisher.name))
    yield Statement(publisher.iri, f"{DCTERMS}type", f"{_PUBLISHER_TYPES}{publisher.kind}")
    if publisher.number:
        yield Statement(publisher.iri, f"{DCTERMS}identifier", Text(publisher.number))
    yield Statement(contact.iri, TYPE, f"{VCARD}Organization")
    yield Statement(contact.iri, f"{VCARD}fn", Text(contact.name))
    yield Statement(contact.iri, f"{VCARD}hasEmail", checked_iri(f"mailto:{contact.email}"))


def _of_dataset(one: Dataset, catalogue: Catalogue) -> Iterator[Statement]:
    for name, value in (
        (TYPE, f"{DCAT}Dataset"),
        (f"{DCTERMS}title", _swedish(one.title)),
        (f"{DCTERMS}description", _swedish(one.description)),
        (f"{DCTERMS}publisher", catalogue.publisher.iri),
        (f"{DCAT}contactPoint", catalogue.contact.iri),
        (f"{DCTERMS}identifier", Text(one.identifier)),
        (f"{DCTERMS}issued", _when(one.issued)),
        (f"{DCTERMS}modified", _when(one.modified)),
        (f"{DCTERMS}language", _SWEDISH),
        (f"{DCTERMS}accessRights", _PUBLIC),
        (f"{DCAT}landingPage", one.page),
        *((f"{DCAT}keyword", _swedish(word)) for word in one.keywords),
        *((f"{DCAT}theme", f"{_THEMES}/{theme}") for theme in one.themes),
        *((f"{DCAT}distribution", file.iri) for file in one.distributions),
    ):
        yield Statement(one.iri, name, value)
    if one.frequency:
        yield Statement(one.iri, f"{DCTERMS}accrualPeriodicity", f"{_EU}/frequency/{one.frequency}")
    if one.place:
        yield Statement(one.iri, f"{DCTERMS}spatial", one.place)
    if one.provenance:
        yield from _part(one.iri, f"{DCTERMS}provenance", "provenance", f"{DCTERMS}ProvenanceStatement")
        yield Statement(f"{one.iri}#provenance", f"{DCTERMS}description", _swedish(one.provenance))
    if one.box:
        yield from _part(one.iri, f"{DCTERMS}spatial", "area", f"{DCTERMS}Location")
        yield Statement(f"{one.iri}#area", f"{DCAT}bbox", Text(_rectangle(one.box), datatype=f"{GEOSPARQL}wktLiteral"))
    if one.period:
        yield from _part(one.iri, f"{DCTERMS}temporal", "period", f"{DCTERMS}PeriodOfTime")
        for name, day in zip(("startDate", "endDate"), one.period):
            if day:
                yield Statement(f"{one.iri}#period", f"{DCAT}{name}", _when(day))


def _of_distribution(one: Distribution, licence: str) -> Iterator[Statement]:
    for name, value in (
        (TYPE, f"{DCAT}Distribution"),
        (f"{DCTERMS}title", _swedish(one.title)),
        (f"{DCTERMS}description", _swedish(one.description)),
        (f"{DCAT}accessURL", one.access_url),
        (f"{DCAT}downloadURL", one.download_url),
        (f"{DCTERMS}format", Text(one.format)),
        (f"{DCTERMS}license", licence),
        (f"{DCAT}byteSize", Text(str(one.size), datatype=f"{XSD}nonNegativeInteger")),
    ):
        yield Statement(one.iri, name, value)
    yield from _part(one.iri, f"{SPDX}checksum", "checksum", f"{SPDX}Checksum")
    yield Statement(f"{one.iri}#checksum", f"{SPDX}algorithm", f"{SPDX}checksumAlgorithm_sha1")
    yield Statement(f"{one.iri}#checksum", f"{SPDX}checksumValue", Text(one.sha1))


def _part(thing: str, property: str, name: str, kind: str) -> Iterator[Statement]:
    """A thing that belongs to another, with an address of its own after the mark #."""
    yield Statement(thing, property, f"{thing}#{name}")
    yield Statement(f"{thing}#{name}", TYPE, kind)


def _swedish(text: str) -> Text:
    return Text(text, "sv")


def _when(text: str) -> Text:
    """A day, or a year."""
    return Text(text, datatype=f"{XSD}date" if _DAY.fullmatch(text) else f"{XSD}gYear")


def _rectangle(box: tuple[float, float, float, float]) -> str:
    west, south, east, north = (f"{degrees:.4f}" for degrees in box)
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return f"POLYGON(({', '.join(' '.join(corner) for corner in corners)}))"
