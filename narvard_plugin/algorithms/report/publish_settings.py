"""What the user says of a publication: the region's address, who publishes, and what of each layer."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import NamedTuple, Optional
from urllib.parse import urlsplit

from ...core.open_data.catalogue import FREQUENCIES, THEMES
from ...core.open_data.rdf import BadIri, checked_iri
from ...core.open_data.roles import Named
from ...core.open_data.tables import read_period, slug
from ...i18n import tr
from ..parameters import parts_of

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_TEXTS = ("id", "title", "description", "period", "place", "frequency")
_LISTS = ("keywords", "themes")


class Refused(ValueError):
    """Something that the user has written can't be used; the sentence is the error's text."""


class Told(NamedTuple):
    """What is told of one layer; "" and () where nothing is."""

    id: str = ""
    title: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    frequency: str = ""
    period: Optional[tuple[str, str]] = None
    place: str = ""


class FieldNames(NamedTuple):
    """Fields that the user has named, as written: ``field``, or ``layer:field``."""

    people: tuple[str, ...]
    shares: tuple[str, ...]
    means: tuple[str, ...]
    leave_out: tuple[str, ...]

    def of(self, layer: str) -> tuple[Named, tuple[str, ...]]:
        """Those of ``layer``: what they are of, and which are left out."""
        people, shares, means, leave_out = (_of(names, layer) for names in self)
        return Named(people, shares, means), leave_out


def _of(names: tuple[str, ...], layer: str) -> tuple[str, ...]:
    return tuple(name.rpartition(":")[2] for name in names if name.rpartition(":")[0] in ("", layer))


def field_names(people: str, shares: str, means: str, leave_out: str) -> FieldNames:
    return FieldNames(*(tuple(parts_of(text)) for text in (people, shares, means, leave_out)))


def base_address(text: str) -> str:
    """The address without the last slash; it must be absolute and https, with nothing after its path."""
    found = text.strip().rstrip("/")
    try:
        parts = urlsplit(checked_iri(found))
        fine = parts.scheme == "https" and bool(parts.hostname) and not (parts.query or parts.fragment or "@" in found)
    except (BadIri, ValueError):
        fine = False
    if not fine or not found.isascii():
        raise Refused(
            tr("BASE_IRI must be the address of a folder on your own website, such as https://www.region.se/oppnadata, with https:// first and nothing after the folder.")
        )  # fmt: skip
    return found


def email_address(text: str) -> str:
    if not _EMAIL.fullmatch(text.strip()):
        raise Refused(tr("EMAIL must be an e-mail address, such as oppnadata@region.se."))
    return text.strip()


def organisation_number(text: str) -> str:
    """Ten figures; "" where none is told."""
    digits = re.sub(r"[\s-]", "", text)
    if digits and not re.fullmatch(r"[0-9]{10}", digits):
        raise Refused(tr("ORGANISATION_NUMBER must be ten figures, such as 232100-0000."))
    return digits


def publisher_address(number: str, base: str) -> str:
    """The portal's own address of an organisation, by its number; without one, an address of the publication's."""
    return f"http://dataportal.se/organisation/SE{number}" if number else f"{base}/publisher"


def period(text: str) -> Optional[tuple[str, str]]:
    try:
        return read_period(text)
    except ValueError as error:
        raise Refused(
            tr("The period “{text}” cannot be read. Write it as 2024, 2020/2024 or 2024-01-01/2024-12-31.").format(
                text=text
            )
        ) from error


def themes(text: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(one.upper() for one in parts_of(text)))
    unknown = [one for one in found if one not in THEMES]
    if unknown or not found:
        raise Refused(
            tr("THEMES must be codes among {known}, with ; between; {unknown} is none.").format(
                known=", ".join(THEMES), unknown=", ".join(unknown) or tr("blank")
            )
        )
    return found


def place(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return checked_iri(text.strip())
    except BadIri as error:
        raise Refused(
            tr("PLACE must be the address of a place, such as http://sws.geonames.org/2661886.").format()
        ) from error


def layer_texts(text: str) -> dict[str, Told]:
    """What METADATA says of each layer, by the layer's name."""
    if not text.strip():
        return {}
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(tr("METADATA is no JSON: {reason}.").format(reason=error)) from error
    if not isinstance(read, Mapping) or not all(isinstance(own, Mapping) for own in read.values()):
        raise Refused(_form())
    return {str(layer): _told(str(layer), own) for layer, own in read.items()}


def _told(layer: str, own: Mapping) -> Told:
    unknown = sorted(set(map(str, own)) - set(Told._fields))
    if unknown:
        raise Refused(
            tr("METADATA says {unknown} of {layer}, which nobody asks for. It may say: {known}.").format(
                unknown=", ".join(unknown), layer=layer, known=", ".join(Told._fields)
            )
        )
    if not all(isinstance(own.get(name, ""), str) for name in _TEXTS):
        raise Refused(_form())
    if not all(isinstance(own.get(name, []), list) and all(isinstance(one, str) for one in own.get(name, [])) for name in _LISTS):  # fmt: skip
        raise Refused(_form())
    wanted = own.get("id", "")
    if wanted and slug(wanted) != wanted:
        raise Refused(
            tr("The id “{id}” of {layer} may hold small letters a–z, figures and hyphens only.").format(id=wanted, layer=layer)
        )  # fmt: skip
    frequency = own.get("frequency", "")
    if frequency and frequency not in FREQUENCIES:
        raise Refused(
            tr("The frequency “{text}” of {layer} is none of {known}.").format(
                text=frequency, layer=layer, known=", ".join(FREQUENCIES)
            )
        )
    return Told(
        wanted, own.get("title", "").strip(), own.get("description", "").strip(), tuple(own.get("keywords", ())),
        themes(";".join(own["themes"])) if own.get("themes") else (), frequency, period(own.get("period", "")),
        place(own.get("place", "")),
    )  # fmt: skip


def _form() -> str:
    return tr(
        'METADATA must be written as {{"layer": {{"title": "…", "description": "…", "keywords": ["…"]}}}}, with texts and lists of texts.'
    ).format()
