"""Boverket's catalogue of plan provisions: one release at a time, its marks tidied, its successors followed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Optional
from urllib.parse import quote

import pandas as pd

from ..i18n import tr
from .cache import Cache
from .checked_cache import CheckedCache
from .choosing import the_one
from .client import JSON_TYPES, Client, parsed_json, raise_for
from .days import day_of
from .download import Download, download
from .errors import Nothing, Unreadable
from .http import Answer, Request, public
from .interface import Fetched, Part
from .register import known_sources

#: The release is 13 MB and comes out a few times a year.
MAX_AGE_DAYS = 30.0
_MOST_BYTES = 256 << 20
_MOST_ASKED = 50
_ABSENT = "saknas"
_CARE = "vård"
_COLUMNS = {
    "code": "bestammelsekod", "wording": "bestammelseformulering", "kind": "bestammelsetyp", "use_form": "anvandningsform",
    "category": "kategori", "colour": "farg", "expressed_value": "uttrycktvarde", "geometry_kind": "geometrityp",
}  # fmt: skip


class Boverket:
    """The provisions of ``release`` (its name or number; blank = the one in force)."""

    ID = "boverket"

    def __init__(self, url: str, cache: Cache, release: str = ""):
        self._url, self._cache, self._release = url, cache, release

    def fetch(self, client: Client) -> Fetched:
        kept = self._kept(client)
        told = _read(kept.path, self._url)
        name = str(told["namn"])
        known = {str(entry["id"]): entry for entry in told["bestammelser"]}
        if len(known) < len(told["bestammelser"]):
            raise Unreadable(public(self._url), f"id: {len(known)} < {len(told['bestammelser'])}")
        missing = {after for entry in known.values() for after in ids_in(entry.get("ersattsav"))} - known.keys()
        gone = [one for one in sorted(missing)[:_MOST_ASKED] if self.provision(client, one) is None]
        rows = pd.DataFrame([_row(entry, name, known) for entry in known.values()], dtype=object)
        return Fetched(
            (Part("plan_provisions", rows, {"release": [name]}),),
            data_date=day_of(told.get("publicerad")),
            version=str(told.get("id", "")),
            url=kept.about.url,
            part=name,
            notes=tuple(_notes(list(known.values()), name, gone, len(missing) - _MOST_ASKED)),
        )

    def _kept(self, client: Client) -> Download:
        part = self._number_of(client) if self._release else "aktuell"
        request = Request(f"{self._url}/release/full/platt/{quote(part, safe='')}", most_bytes=_MOST_BYTES)
        cache = CheckedCache(self._cache.folder, request.place, lambda path: _read(path, self._url))
        return download(
            _Telling(client), cache, request, source_id=self.ID, licence=known_sources()[self.ID].licence, types=JSON_TYPES,
            max_age_days=MAX_AGE_DAYS,
        )  # fmt: skip

    def _number_of(self, client: Client) -> str:
        """The number of the release that was asked for by name or number."""
        request = Request(f"{self._url}/release", most_bytes=_MOST_BYTES)
        releases = client.json(request)
        if not isinstance(releases, list) or not all(isinstance(entry, dict) for entry in releases):
            raise Unreadable(request.place, "JSON: [{…}]")
        fitting = [r for r in releases if self._release in (str(r.get("id")), str(r.get("namn")))]
        return str(the_one(fitting, request.place, self._release, [str(r.get("namn")) for r in releases]).get("id"))

    def provision(self, client: Client, provision_id: str) -> Optional[dict]:
        """One provision of the release in force; None where the catalogue says that it is absent.

        A 404 says so only with the word "saknas"; any other 404 is a fault, such as an address that has moved.
        """
        request = Request(
            f"{self._url}/bestammelse/platt/aktuell/{quote(provision_id, safe='')}", most_bytes=_MOST_BYTES
        )
        answer = client.exchange(request)
        if is_absent(answer):
            return None
        raise_for(answer, request)
        return parsed_json(answer, request)


class _Telling:
    """A client for `download` that tells a release that is absent from an address that is wrong."""

    def __init__(self, client: Client):
        self._client = client

    def exchange(self, request: Request, path: Optional[Path] = None) -> Answer:
        answer = self._client.exchange(request, path)
        if is_absent(answer):
            raise Nothing(request.place, tr("The catalogue says that this release is absent."))
        return answer


def is_absent(answer: Answer) -> bool:
    """Whether a 404 is the catalogue's own word, a JSON string with "saknas" in it."""
    if answer.status != 404:
        return False
    try:
        told = json.loads(answer.body.decode("utf-8-sig"))
    except ValueError:
        return False
    return isinstance(told, str) and _ABSENT in told.casefold()


def designation_of(text) -> Optional[str]:
    """ "e#" is e: the marks stand for a number that each plan sets."""
    return (_text(text) or "").replace("#", "").replace("$", "").strip() or None


def ids_in(text) -> list[str]:
    """The ids of a comma list."""
    return [part.strip() for part in str(text or "").split(",") if part.strip()]


def newest_of(provision_id: str, known: Mapping[str, Mapping]) -> list[str]:
    """What stands instead of a provision today, its successors followed to the last; [] where nothing does."""
    entry = known[provision_id]
    told = ids_in(entry.get("motsvarasavidag"))
    if told:
        return told
    last, seen, ahead = [], {provision_id}, ids_in(entry.get("ersattsav"))
    while ahead:
        one = ahead.pop(0)
        if one in seen:
            continue
        seen.add(one)
        after = ids_in(known[one].get("ersattsav")) if one in known else []
        if after:
            ahead.extend(after)
        else:
            last.append(one)
    return last


def is_care(entry: Mapping) -> bool:
    """Whether a provision is for care: by category, or by the letter D. The code itself is not known."""
    category = str(entry.get("kategori") or "").strip().casefold()
    return category == _CARE or (designation_of(entry.get("beteckning")) or "").startswith("D")


def _read(path: Path, url: str) -> dict:
    """A release with provisions that each have an id."""
    place = public(url)
    told = parsed_json(Answer(200, {}, path.read_bytes(), place), Request(place))
    entries = told.get("bestammelser") if isinstance(told, dict) else None
    if not isinstance(entries, list) or not told.get("namn"):
        raise Unreadable(place, "namn, bestammelser")
    if not entries:
        raise Nothing(place, tr("The release holds no provision."))
    if not all(isinstance(entry, dict) and entry.get("id") for entry in entries):
        raise Unreadable(place, "bestammelser: id")
    return told


def _text(value) -> Optional[str]:
    return None if value is None or isinstance(value, (dict, list)) else str(value) or None


def _row(entry: Mapping, release: str, known: Mapping[str, Mapping]) -> dict:
    return {
        "provision_id": str(entry["id"]),
        "release": release,
        **{column: _text(entry.get(name)) for column, name in _COLUMNS.items()},
        "designation": designation_of(entry.get("beteckning")),
        "valid_from": day_of(entry.get("borjargalla")),
        "valid_to": day_of(entry.get("slutargalla")),
        "replaces": ";".join(ids_in(entry.get("ersatter"))) or None,
        "replaced_by": ";".join(ids_in(entry.get("ersattsav"))) or None,
        "counterpart": ";".join(newest_of(str(entry["id"]), known)) or None,
        "properties": json.dumps(entry, ensure_ascii=False, sort_keys=True),
    }


def _notes(entries: Sequence[Mapping], name: str, gone: Sequence[str], unasked: int):
    over = sum(entry.get("slutargalla") is not None for entry in entries)
    yield tr(
        "Release {name}: {n} provisions, {over} of them with a last day. Source: Boverket, Planbestämmelsekatalogen."
    ).format(name=name, n=len(entries), over=over)
    care = sum(map(is_care, entries))
    if care:
        yield tr("{n} provisions are for care: the category Vård, or a letter that begins with D.").format(n=care)
    else:
        yield tr(
            "No provision has the category Vård or a letter that begins with D: this release says nothing of care."
        )
    if gone:
        yield tr("{n} provisions are replaced by others that the catalogue does not have: {ids}").format(
            n=len(gone), ids=", ".join(gone[:20])
        )
    if unasked > 0:
        yield tr("{n} more that stand instead of others are not in this release, and were not looked for.").format(
            n=unasked
        )
