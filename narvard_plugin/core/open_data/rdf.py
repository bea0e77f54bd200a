"""Statements about things (RDF), written as RDF/XML, which portals harvest, and as Turtle, which people read.

Both are written from the same statements. No thing is without an address of its own (no blank nodes): portals do not take
them for catalogues, datasets, distributions, publishers and contacts, and an address stays the same between exports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import NamedTuple, Union

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = f"{RDF}type"

#: What an IRI can't hold (RFC 3987), and what XML 1.0 can't: neither writer could tell it.
_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|\\^`\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class BadIri(ValueError):
    """A text that is no absolute address of a thing; it is the error's first argument."""


class Text(NamedTuple):
    """A text in a ``language`` ("sv"), or of a ``datatype`` (an IRI); without both it is only a text."""

    text: str
    language: str = ""
    datatype: str = ""


class Statement(NamedTuple):
    """``thing`` and ``property`` are IRIs; ``value`` is the IRI of another thing (str), or a text."""

    thing: str
    property: str
    value: Union[str, Text]


def checked_iri(text: str) -> str:
    """``text`` if it is an absolute IRI; raises `BadIri`."""
    if _NOT_IN_IRI.search(text) or not _ABSOLUTE.fullmatch(text):
        raise BadIri(text)
    return text


def cleaned(text: str) -> str:
    """``text`` without what XML has no sign for; both writers tell the rest whole."""
    return _NOT_IN_XML.sub("", text)


def rdf_xml(statements: Iterable[Statement], prefixes: Mapping[str, str]) -> str:
    """The statements as RDF/XML; ``prefixes`` (prefix: namespace) hold the namespace of every property and kind."""
    spaces = "".join(f"\n\txmlns:{prefix}={_quoted(space)}" for prefix, space in prefixes.items())
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<rdf:RDF{spaces}>"]
    for thing, said in _by_thing(statements).items():
        kind = next((value for name, value in said if name == TYPE and isinstance(value, str)), None)
        tag = _short(kind, prefixes) if kind else "rdf:Description"
        lines.append(f"<{tag} rdf:about={_quoted(thing)}>")
        first = (TYPE, kind)
        lines += [f"\t{_element(name, value, prefixes)}" for name, value in said if (name, value) != first]
        lines.append(f"</{tag}>")
    return "\n".join([*lines, "</rdf:RDF>", ""])


def turtle(statements: Iterable[Statement], prefixes: Mapping[str, str]) -> str:
    """The statements as Turtle, with the same ``prefixes``."""
    blocks = ["".join(f"@prefix {prefix}: <{checked_iri(space)}> .\n" for prefix, space in prefixes.items())]
    for thing, said in _by_thing(statements).items():
        told = [
            f"{'a' if name == TYPE else _short(name, prefixes)} {_turtle_value(value, prefixes)}"
            for name, value in said
        ]
        blocks.append(f"<{checked_iri(thing)}> " + " ;\n\t".join(told) + " .\n")
    return "\n".join(blocks)


def _by_thing(statements: Iterable[Statement]) -> dict[str, list[tuple[str, Union[str, Text]]]]:
    """What is said of each thing, in the order that it was said; nothing twice."""
    things: dict[str, dict] = {}
    for thing, name, value in statements:
        if isinstance(value, Text):
            value = value._replace(text=cleaned(value.text))
        things.setdefault(thing, {})[(name, value)] = None
    return {thing: list(said) for thing, said in things.items()}


def _element(name: str, value: Union[str, Text], prefixes: Mapping[str, str]) -> str:
    tag = _short(name, prefixes)
    if isinstance(value, str):
        return f"<{tag} rdf:resource={_quoted(value)}/>"
    mark = f' xml:lang="{escape(value.language)}"' if value.language else ""
    mark += f" rdf:datatype={_quoted(value.datatype)}" if value.datatype else ""
    # A reader turns a bare carriage return into a line feed.
    text = escape(value.text, quote=False).replace("\r", "&#13;")
    return f"<{tag}{mark}>{text}</{tag}>"


def _quoted(iri: str) -> str:
    return f'"{escape(checked_iri(iri))}"'


def _turtle_value(value: Union[str, Text], prefixes: Mapping[str, str]) -> str:
    if isinstance(value, str):
        known = any(value.startswith(space) and _NAME.fullmatch(value[len(space) :]) for space in prefixes.values())
        return _short(value, prefixes) if known else f"<{checked_iri(value)}>"
    text = '"' + "".join(_ESCAPED.get(sign, sign) for sign in value.text) + '"'
    if value.language:
        return f"{text}@{value.language}"
    return f"{text}^^{_short(value.datatype, prefixes)}" if value.datatype else text


def _short(iri: str, prefixes: Mapping[str, str]) -> str:
    for prefix, space in prefixes.items():
        if iri.startswith(space) and _NAME.fullmatch(iri[len(space) :]):
            return f"{prefix}:{iri[len(space) :]}"
    raise BadIri(iri)
