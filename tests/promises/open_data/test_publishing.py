"""Open data: what is published tells of nobody, is described alike in every form, and stands as it was put there."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, RDF, XSD

from narvard_plugin.core.open_data import catalogue, licences, protection, rdf, roles
from tests.core.open_data.test_catalogue import BASE, ONE, example, faults
from tests.core.open_data.test_protection import people, worked_out
from tests.core.open_data.test_rdf import cleaned_of, graphs, literals, properties, texts, things
from tests.promises import promise
from tests.promises.strategies.populations import SEEDS, reordered
from tests.promises.strategies.refusals import tried

#: A title is never nothing: the tool that publishes asks for one.
TITLES = texts.map(str.strip).filter(lambda one: rdf.cleaned(one).strip())
WORD = st.text("abåäö ÅB1-_/:<&", max_size=9)


@promise("both forms tell the same statements, each once, in any order; nothing but what XML has no sign for is lost", rdf.rdf_xml, rdf.turtle, rdf.cleaned,
         usual=8, long=1500)  # fmt: skip
@given(st.lists(st.builds(rdf.Statement, things, properties, literals | things), min_size=1, max_size=5), SEEDS)
def test_statements(said, seed):
    xml, ttl = graphs(said)
    assert isomorphic(xml, ttl) and len(ttl) == len({(thing, name, cleaned_of(value)) for thing, name, value in said})
    assert isomorphic(ttl, graphs([said[at] for at in reordered(seed, len(said))])[1])
    for thing, name, value in said:
        if isinstance(value, str):
            assert (URIRef(thing), URIRef(name), URIRef(value)) in ttl
        else:
            text = rdf.cleaned(value.text)
            assert rdf.cleaned(text) == text and set(text) <= set(value.text)
            assert (
                URIRef(thing),
                URIRef(name),
                Literal(text, lang=value.language or None, datatype=URIRef(value.datatype) if value.datatype else None),
            ) in ttl
    assert rdf.rdf_xml(said, catalogue.PREFIXES) == rdf.rdf_xml(said + said, catalogue.PREFIXES)


@promise(
    "an address that is taken is absolute and has nothing that ends it; every other is refused before it is written",
    rdf.checked_iri,
    long=1500,
)
@given(
    st.one_of(
        st.text(max_size=8),
        st.text('<>"{} \\^`a:/', max_size=8),
        st.sampled_from(["https://a.se/å", "urn:a:b", "mailto:a@b.se"]),
    )
)
def test_addresses(text):
    for one in (text, f"https://a.se/{text}"):
        found, refusal = tried(rdf.BadIri, rdf.checked_iri, one)
        bad = any(sign in one for sign in '<>"{}|\\^` \n') or ":" not in one
        assert (refusal is None) <= (not bad) and (found == one if refusal is None else refusal.args == (one,))
        statement = [rdf.Statement("https://a.se/x", f"{catalogue.DCTERMS}relation", one)]
        for writer in (rdf.rdf_xml, rdf.turtle):
            written, wrong = tried(rdf.BadIri, writer, statement, catalogue.PREFIXES)
            assert (wrong is None) == (refusal is None) and (wrong is not None or written)


@promise(
    "a catalogue has all that a portal asks for, whatever its texts say, and each thing of it once",
    catalogue.statements,
    usual=6,
    long=500,
)
@given(
    TITLES,
    TITLES, st.lists(st.sampled_from(catalogue.THEMES), unique=True, max_size=3), st.lists(WORD, max_size=3, unique=True),
       st.one_of(st.none(), st.tuples(st.sampled_from(["2024", "2024-01-31"]), st.sampled_from(["", "2025"]))), st.integers(1, 3))  # fmt: skip
def test_catalogues(title, text, themes, words, period, count):
    whole = example()
    one = whole.datasets[0]._replace(
        title=title, description=text, themes=tuple(themes), keywords=tuple(words), period=period, provenance=title
    )
    datasets = tuple(
        one._replace(
            iri=f"{one.iri}{at}",
            distributions=tuple(file._replace(iri=f"{file.iri}{at}") for file in one.distributions),
        )
        for at in range(count)
    )
    said = catalogue.statements(whole._replace(datasets=datasets, title=text))
    xml, ttl = graphs(said)
    assert isomorphic(xml, ttl) and not list(faults(xml)) and ONE
    assert (
        len(set(xml.subjects(RDF.type, DCAT.Dataset))) == len(set(xml.subjects(RDF.type, DCAT.Distribution))) == count
    )
    for at in range(count):
        thing = URIRef(f"{one.iri}{at}")
        assert Literal(rdf.cleaned(title), lang="sv") in set(xml.objects(thing, DCTERMS.title))
        assert len(set(xml.objects(thing, DCAT.theme))) == len(themes) and len(
            set(xml.objects(thing, DCAT.keyword))
        ) == len({rdf.cleaned(word) for word in words})
    dates = {str(literal) for literal in xml.objects(None, DCAT.startDate)}
    assert dates == ({period[0]} if period else set()) and all(
        literal.datatype in (XSD.date, XSD.gYear) for literal in xml.objects(None, DCAT.startDate)
    )
    with pytest.raises(rdf.BadIri):
        rdf.turtle(catalogue.statements(whole._replace(iri=f"{BASE}/a b")), catalogue.PREFIXES)


SOURCES = st.lists(
    st.builds(
        licences.Source,
        st.sampled_from(["SCB", "OSM", "Okänd"]),
        st.sampled_from(["CC0 1.0", "ODbL", "CC BY 4.0", "CC-BY-SA 4.0", "CC BY-NC 4.0", "", "egen"]),
    ),
    max_size=5,
)


@promise("a licence is known by its own name and no other, what it asks is never less than it does, and each source is credited once",
         licences.licence_of, licences.demands, licences.credits, licences.sources_in)  # fmt: skip
@given(
    SOURCES,
    st.sampled_from(sorted(licences.ADDRESSES)),
    st.lists(st.sampled_from(["OpenStreetMap", "SCB", "GTFS", "Kolada"]), unique=True),
    st.text("xyz ", max_size=5),
)
def test_licences(sources, licence, named, other):
    assert (
        all(licences.licence_of(f"enligt {name.upper()}") == code for code, name in licences.NAMES.items())
        and licences.licence_of(other) == ""
    )
    found = licences.demands(sources, licence)
    assert [one.source for one in found] == list(dict.fromkeys(sources))
    for one in found:
        own = licences.licence_of(one.source.licence)
        assert (one.kind == licences.NOT_KNOWN) == (own == "") and (one.kind == licences.FINE) <= (
            own in (licences.CC0, licence) or (own == licences.CC_BY and licence != licences.CC0)
        )
        assert one.source.licence != "CC BY-NC 4.0" or one.kind == licences.NOT_KNOWN
    text = licences.credits(sources)
    assert (
        bool(text) == bool(sources)
        and all(one.publisher in text and one.licence in text for one in sources)
        and licences.credits(sources * 2) == text
    )
    ids = {"OpenStreetMap": "osm", "SCB": "scb_statistics", "GTFS": "trafiklab", "Kolada": "kolada"}
    assert set(licences.sources_in("; ".join([*named, other]))) == {ids[one] for one in named}


ROWS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=2, max_size=6)


@promise("nobody of few is told, nor follows from what is told beside it, but where that is said; order changes nothing and what is missing is not hidden",
         protection.hide, protection.whole_of, usual=8, long=1500)  # fmt: skip
@given(ROWS, st.booleans(), SEEDS)
def test_hidden(rows, missing, seed):
    own, other = np.array(rows, float).T
    keys, group = [f"k{at}" for at in range(len(rows))], ["1"] * len(rows)

    def tables_of(order):
        named = [keys[at] for at in order]
        share = np.divide(own, own + other, out=np.full(len(own), np.nan), where=own + other > 0)
        one = people(
            named,
            {"population": (own + other)[order], "gone": np.full(len(order), np.nan if missing else 0.0)},
            group=group,
        )
        return [
            one._replace(shares={"share_own": share[order]}),
            people(named, {"population_own": own[order], "population_other": other[order]}, whole="", group=group),
        ]

    order = np.arange(len(rows))
    found = protection.hide(tables_of(order), 5)
    names = [(1, "population_own"), (1, "population_other"), (0, "population")]
    masks = np.column_stack([found.fields[at][name] for at, name in names])
    cells = np.column_stack([own, other, own + other])
    few = (cells > 0) & (cells < 5)
    assert not (few & ~masks).any() and (few.any() or not masks.any())
    # What is missing is never hidden; nobody (0) only where there was nothing else to hide, and a sum is told of as open.
    assert not found.fields[0]["gone"].any() or (not missing and found.open_sums)
    leaks = {(row, column) for row, column in worked_out(cells, masks, group) if few[row, column]}
    assert {names[column] for _, column in leaks} <= set(found.open_sums)
    told = ~found.fields[0]["share_own"] & (own + other > 0)
    assert not (told & few[:, 2]).any() and not (told & (few[:, 0] | few[:, 1])).any()
    mixed = reordered(seed, len(rows))
    again = protection.hide(tables_of(mixed), 5)
    assert again.open_sums == found.open_sums
    for fields, before in zip(again.fields, found.fields):
        assert {name: mask.tolist() for name, mask in fields.items()} == {
            name: mask[mixed].tolist() for name, mask in before.items()
        }
    assert protection.whole_of(tables_of(order)[0]).tolist() == (own + other).tolist()
    assert (
        protection.whole_of(tables_of(order)[1]).tolist() == np.fmax(own, other).tolist()
        and protection.whole_of(people(keys, {}, whole="", group=group)) is None
    )


FIELDS = st.sampled_from(
    [
        "population",
        "people_within_10",
        "share_65",
        "index",
        "minutes",
        "year",
        "area_code",
        "namn_x",
        "fid2",
        "listed",
        "population_change",
        "age_0_4",
    ]
)


@promise("what the user says of a field goes before its name; a count of everybody is a count; texts are numbers where all are, and codes never",
         roles.role_of, roles.whole_field, roles.holds_numbers)  # fmt: skip
@given(
    FIELDS,
    st.lists(FIELDS, unique=True),
    st.lists(
        st.one_of(st.none(), st.integers(0, 999).map(str), st.just("1 200,5"), st.just("07"), st.just("ett")),
        max_size=4,
    ),
)
def test_roles(name, names, values):
    for said, role in (
        (roles.Named(people=[name]), roles.PEOPLE),
        (roles.Named(shares=[name]), roles.SHARE),
        (roles.Named(means=[name]), roles.RESTS),
    ):
        assert roles.role_of(name, said) == role
    plain = roles.role_of(name, roles.Named())
    assert plain == roles.role_of(name.upper(), roles.Named()) and plain in (
        roles.PEOPLE,
        roles.SHARE,
        roles.RESTS,
        roles.PLAIN,
        roles.UNKNOWN,
    )
    assert not name.startswith(("population", "people", "listed", "age_")) or plain != roles.PLAIN
    own = {one: roles.role_of(one, roles.Named()) for one in names}
    whole = roles.whole_field(own)
    assert whole == "" or own[whole] == roles.PEOPLE
    assert "population" not in names or whole == "population"
    told = [one for one in values if one]
    assert roles.holds_numbers("antal", values) == (
        bool(told) and not {"ett", "07"} & set(told)
    ) and not roles.holds_numbers("area_code", values)


@promise(
    "who names a person is told by name, and identity numbers by their figures, with any century and sign; other figures are none",
    roles.personal_fields,
    roles.has_identity_numbers,
)
@given(
    st.dates(),
    st.integers(0, 9999),
    st.sampled_from(["-", "+", "", " "]),
    st.lists(FIELDS),
    st.sampled_from(["email", "Personnr", "handlaggare", "e_post"]),
)
def test_personal(day, last, sign, names, personal):
    assert roles.personal_fields([*names, personal]) == [personal]
    number = f"{day:%y%m%d}{sign}{last:04d}"
    assert roles.has_identity_numbers([number, None, " "]) and roles.has_identity_numbers([f"kund 19{number}"])
    assert not roles.has_identity_numbers(
        [f"{day.year:04d}", f"{last}", "a", number[:6]]
    ) and not roles.has_identity_numbers([])
    assert not roles.has_identity_numbers(["x", "y", "z", number])
