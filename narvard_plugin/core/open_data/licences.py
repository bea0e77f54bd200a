"""Licences of open data, and what the licences of what a dataset is made from ask of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

CC0, CC_BY, CC_BY_SA, ODBL = "cc0", "cc-by", "cc-by-sa", "odbl"
#: As DCAT-AP-SE writes them: with http, and with the last slash.
ADDRESSES = {
    CC0: "http://creativecommons.org/publicdomain/zero/1.0/",
    CC_BY: "http://creativecommons.org/licenses/by/4.0/",
    CC_BY_SA: "http://creativecommons.org/licenses/by-sa/4.0/",
    ODBL: "http://opendatacommons.org/licenses/odbl/1.0/",
}
NAMES = {CC0: "CC0 1.0", CC_BY: "CC BY 4.0", CC_BY_SA: "CC BY-SA 4.0", ODBL: "ODbL 1.0"}
_KNOWN = (
    (ODBL, re.compile(r"odbl|open database licen[cs]e", re.IGNORECASE)),
    (CC0, re.compile(r"cc[ -]?0|public ?domain", re.IGNORECASE)),
    (CC_BY_SA, re.compile(r"cc[ -]by[ -]sa", re.IGNORECASE)),
    (CC_BY, re.compile(r"cc[ -]by(?![ -](nc|nd))", re.IGNORECASE)),
)
FINE, SHARE_ALIKE, ATTRIBUTION, NOT_KNOWN = "fine", "share_alike", "attribution", "not_known"
#: Words by which a layer tells that it is made from a source of ``resources/data/sources.json``, where its publisher is not enough.
_WORDS = {
    "osm": r"openstreetmap|\bosm\b|overpass",
    "scb_statistics": r"\bscb\b|statistiska centralbyrån|statistics sweden",
    "lastkajen": r"\bnvdb\b|trafikverket|lastkajen",
    "trafiklab": r"trafiklab|samtrafiken|\bgtfs\b",
    "lantmateriet_stac": r"lantmäteriet|lantmateriet",
    "socialstyrelsen": r"socialstyrelsen",
    "folkhalsomyndigheten": r"folkhälsomyndigheten|folkhalsomyndigheten",
    "kolada": r"kolada",
    "boverket": r"boverket",
}


class Source(NamedTuple):
    """What something is made from: its ``publisher`` and ``licence`` as told ("" = not known)."""

    publisher: str
    licence: str


class Demand(NamedTuple):
    """What a source asks of the dataset's licence: one of `SHARE_ALIKE`, `ATTRIBUTION`, `NOT_KNOWN`, `FINE`."""

    source: Source
    kind: str


def licence_of(text: str) -> str:
    """The licence that ``text`` names; "" where it is none of those known here."""
    return next((licence for licence, words in _KNOWN if words.search(text)), "")


def sources_in(text: str) -> list[str]:
    """Ids of the known sources that ``text`` (a layer's own account and its column of sources) names."""
    return [source for source, words in _WORDS.items() if re.search(words, text, re.IGNORECASE)]


def demands(sources: Iterable[Source], licence: str) -> list[Demand]:
    """What each source, once, asks of a dataset under ``licence``."""
    return [Demand(source, _demand(licence_of(source.licence), licence)) for source in dict.fromkeys(sources)]


def _demand(own: str, licence: str) -> str:
    if not own:
        return NOT_KNOWN
    if own in (ODBL, CC_BY_SA) and licence != own:
        return SHARE_ALIKE
    if own == CC_BY and licence == CC0:
        return ATTRIBUTION
    return FINE


def credits(sources: Sequence[Source]) -> str:
    """Whom the data come from, as a sentence in Swedish for those who use them; "" without any."""
    named = dict.fromkeys(f"{one.publisher} ({one.licence})" if one.licence else one.publisher for one in sources)
    return f"Källor: {'; '.join(named)}." if named else ""
