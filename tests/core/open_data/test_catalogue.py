"""The catalogue has what DCAT-AP-SE 3.0.1 asks for, in the shape of DIGG's own examples."""

import pytest
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD
from rdflib.term import BNode

from narvard_plugin.core.open_data.catalogue import (
    PREFIXES,
    THEMES,
    Catalogue,
    Contact,
    Dataset,
    Distribution,
    Publisher,
    statements,
)
from narvard_plugin.core.open_data.rdf import rdf_xml, turtle
from tests.shared import shared_file

BASE = "https://www.region.se/oppnadata"
VCARD, SPDX = "http://www.w3.org/2006/vcard/ns#", "http://spdx.org/rdf/terms#"
#: Class: properties without which a portal does not take it (swedish-sources 16, and DIGG's form 3.0.1).
MANDATORY = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset, DCTERMS.license),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.contactPoint, DCAT.distribution),
    DCAT.Distribution: (DCAT.accessURL, DCTERMS.format, DCTERMS.license),
    FOAF.Agent: (FOAF.name, DCTERMS.type),
    URIRef(f"{VCARD}Organization"): (URIRef(f"{VCARD}fn"), URIRef(f"{VCARD}hasEmail")),
    URIRef(f"{SPDX}Checksum"): (URIRef(f"{SPDX}checksumValue"), URIRef(f"{SPDX}algorithm")),
}
#: At most one (DIGG's form): a second would be thrown away, or the first.
ONE = (DCTERMS.publisher, DCTERMS.issued, DCTERMS.modified, DCAT.accessURL, DCTERMS.license, DCTERMS.format, DCTERMS.accrualPeriodicity, DCAT.byteSize)  # fmt: skip


def example():
    iri = f"{BASE}/dataset/restider"
    file = Distribution(
        f"{iri}/csv",
        "Restider (CSV)",
        "CSV.",
        f"{BASE}/restider.csv",
        f"{BASE}/restider.csv",
        "text/csv",
        12,
        "0f" * 20,
    )
    dataset = Dataset(
        iri, "restider", "Restider", "Minuter till akutsjukhus", ("restid", "vård"), ("HEAL", "REGI"), "2026-01-02", "2026-02-03",
        (file,), f"{BASE}/index.html#restider", "Källor: SCB.", "ANNUAL", ("2024", "2024-12-31"),
        "http://sws.geonames.org/2661886", (14.2, 56.1, 17.05, 58.0),
    )  # fmt: skip
    return Catalogue(
        f"{BASE}/catalog", "Öppna data", "Resultat", f"{BASE}/index.html", "http://creativecommons.org/licenses/by/4.0/",
        Publisher(f"{BASE}/publisher", "Region Exempel", "RegionalAuthority"),
        Contact(f"{BASE}/contact", "Analysenheten", "oppnadata@region.se"), "2026-01-02", "2026-02-03", (dataset,),
    )  # fmt: skip


@pytest.fixture(scope="module")
def graph():
    said = statements(example())
    found = Graph().parse(data=rdf_xml(said, PREFIXES), format="xml")
    assert isomorphic(found, Graph().parse(data=turtle(said, PREFIXES), format="turtle"))
    return found


def faults(graph):
    """What a portal would find wrong."""
    for kind, wanted in MANDATORY.items():
        for thing in graph.subjects(RDF.type, kind):
            yield from (f"{thing} lacks {name}" for name in wanted if not any(graph.objects(thing, name)))
            yield from (f"{thing} has two {name}" for name in ONE if len(set(graph.objects(thing, name))) > 1)
    yield from (f"{part} is a blank node" for triple in graph for part in triple if isinstance(part, BNode))
    things = set(graph.subjects())
    yield from (f"{thing} is not described" for name in (DCTERMS.publisher, DCAT.contactPoint, DCAT.distribution, DCAT.dataset)
                for thing in graph.objects(None, name) if thing not in things)  # fmt: skip


def test_nothing_that_is_asked_for_is_missing(graph):
    assert list(faults(graph)) == []
    assert all(any(graph.subjects(RDF.type, kind)) for kind in MANDATORY)


def test_a_fault_would_be_found():
    dataset = example().datasets[0]
    without = example()._replace(datasets=(dataset._replace(distributions=()),))
    broken = Graph().parse(data=rdf_xml(statements(without), PREFIXES), format="xml")
    assert list(faults(broken)) == [f"{dataset.iri} lacks {DCAT.distribution}"]


def test_texts_are_swedish_days_are_days_and_sizes_are_numbers(graph):
    dataset = URIRef(f"{BASE}/dataset/restider")
    assert {text.language for text in graph.objects(dataset, DCTERMS.title | DCTERMS.description)} == {"sv"}
    assert str(graph.value(dataset, DCTERMS.issued)) == "2026-01-02"
    assert graph.value(dataset, DCTERMS.modified).datatype == XSD.date
    period = graph.value(dataset, DCTERMS.temporal)
    assert [graph.value(period, name).datatype for name in (DCAT.startDate, DCAT.endDate)] == [XSD.gYear, XSD.date]
    assert graph.value(URIRef(f"{dataset}/csv"), DCAT.byteSize).toPython() == 12
    assert "POLYGON((14.2000 56.1000, 17.0500 56.1000" in str(graph.value(URIRef(f"{dataset}#area"), DCAT.bbox))
    assert graph.value(URIRef(f"{BASE}/contact"), URIRef(f"{VCARD}hasEmail")) == URIRef("mailto:oppnadata@region.se")


@pytest.mark.parametrize("name", ["obligatoriskt.rdf", "rekommenderat.rdf"])
def test_it_has_the_shape_of_diggs_own_example(graph, name):
    theirs = Graph().parse(str(shared_file(f"data/dcat_ap_se/{name}")))
    not_ours = {
        DCAT.accessService, URIRef("http://data.europa.eu/r5r/availability"), URIRef(f"{VCARD}hasTelephone"),
        URIRef(f"{VCARD}hasAddress"),
    }  # fmt: skip
    for kind in (DCAT.Catalog, DCAT.Dataset, DCAT.Distribution, FOAF.Agent, URIRef(f"{VCARD}Organization")):
        asked = {prop for thing in theirs.subjects(RDF.type, kind) for prop in theirs.predicates(thing)} - not_ours
        told = {prop for thing in graph.subjects(RDF.type, kind) for prop in graph.predicates(thing)}
        assert asked <= told


def test_the_themes_are_thirteen():
    assert len(THEMES) == len(set(THEMES)) == 13
