"""The same statements as RDF/XML and as Turtle: read back by rdflib, they are one graph, whatever stands in the texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic

from narvard_plugin.core.open_data.catalogue import DCTERMS, PREFIXES
from narvard_plugin.core.open_data.rdf import XSD, BadIri, Statement, Text, checked_iri, cleaned, rdf_xml, turtle

NASTY = '"\\ ]]> <!--&amp; \'\'\' """ @sv ^^xsd:date \r\n\t\u2028 \x85 åäö 😀 \\u0041 \x07\x00 \ud800 \ufffe'
texts = st.one_of(st.just(NASTY), st.text(st.characters(), max_size=60))
literals = st.builds(Text, texts, st.sampled_from(["", "sv", "en"]), st.just("")) | texts.map(
    lambda text: Text(text, "", f"{XSD}string")
)
things = st.sampled_from(["https://a.se/x", "https://a.se/å#y", "urn:a:b", "mailto:a@b.se"])
properties = st.sampled_from([f"{DCTERMS}title", f"{DCTERMS}relation"])


def graphs(said):
    return (
        Graph().parse(data=rdf_xml(said, PREFIXES).encode(), format="xml"),
        Graph().parse(data=turtle(said, PREFIXES).encode(), format="turtle"),
    )


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.lists(st.builds(Statement, things, properties, literals | things), min_size=1, max_size=6))
def test_both_forms_tell_the_same(said):
    xml, ttl = graphs(said)
    assert isomorphic(xml, ttl)
    assert len(ttl) == len({(thing, name, cleaned_of(value)) for thing, name, value in said})


def cleaned_of(value):
    return value._replace(text=cleaned(value.text)) if isinstance(value, Text) else value


def test_a_nasty_text_comes_back_as_it_was():
    said = [Statement("https://a.se/x", f"{DCTERMS}title", Text(NASTY, "sv"))]
    kept = cleaned(NASTY)
    assert "]]>" in kept and "\r\n\t" in kept and "\x00" not in kept
    for graph in graphs(said):
        assert list(graph) == [(URIRef("https://a.se/x"), URIRef(f"{DCTERMS}title"), Literal(kept, lang="sv"))]


@pytest.mark.parametrize("text", ["", "x", "/a/b", "https://a.se/a b", 'https://a.se/"', "https://a.se/<x>", "https://a.se/\n", "//a.se/x"])  # fmt: skip
def test_what_is_no_address_is_refused(text):
    with pytest.raises(BadIri):
        checked_iri(text)
    with pytest.raises(BadIri):
        rdf_xml([Statement(text, f"{DCTERMS}title", Text("t"))], PREFIXES)
    with pytest.raises(BadIri):
        turtle([Statement("https://a.se/x", f"{DCTERMS}relation", text)], PREFIXES)
