"""Facilities of OpenStreetMap through an Overpass service: to find what the own register lacks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from html import unescape
from typing import Optional
from urllib.parse import urlencode

import numpy as np
import pandas as pd

from ..core.catalogue import FacilityType
from ..core.facilities.reading import Words
from ..i18n import tr
from ..store.geometry import xy_from_wkb
from .client import JSON_TYPES, Client, gist, parsed_json, raise_for
from .errors import HostileFile, Nothing, Rejected, Remark, Unreadable, WrongContent
from .hostile import checked_xml
from .http import Answer, Request, public
from .interface import Fetched, Part
from .outlines import Outline, box_of, owners
from .overpass_elements import Facility, NotAnElement, Read, read_elements, to_degrees
from .overpass_matching import SAME_KIND, SAME_NAME, known_as

SOURCE = "OpenStreetMap"
#: The service may think for so long; it says nothing while it does.
SECONDS = 180
_SLACK = 30
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})T")
_ERROR = re.compile(r"<strong[^>]*>\s*Error\s*</strong>\s*:\s*(.*?)</p>", re.DOTALL | re.IGNORECASE)
_SHOWN = 8
#: What a refresh compares; the date of the source is that of the last change.
_COMPARED = (
    "name", "type", "huvudman", "driftsform", "operator", "municipality", "address", "postal_code", "locality", "x", "y",
)  # fmt: skip


def query_of(types: Iterable[FacilityType], where: str, seconds: int = SECONDS) -> str:
    """Everything that may be one of ``types`` by the first tag of each of their sets, and whatever says that it is health care."""
    values: dict[str, set[str]] = {}
    for kind in types:
        for wanted in kind.osm:
            key, value = next(iter(wanted.items()))
            values.setdefault(key, set()).add(value)
    values.pop("healthcare", None)
    # A value may be one of several with ; between.
    asked = [f'nwr["{key}"~"(^|;) *({"|".join(sorted(values[key]))}) *(;|$)"]({where});' for key in sorted(values)]
    return "".join([*asked, f'nwr["healthcare"]({where});'])


def in_county(iso: str) -> tuple[str, str]:
    """What goes before a query about a county by its code of ISO 3166-2, and the place itself."""
    return f'area["ISO3166-2"="{iso}"]->.a;', "area.a"


def in_box(areas: Sequence[Outline]) -> tuple[str, str]:
    """The same for the box around areas: south, west, north, east in degrees."""
    west, south, east, north = box_of(areas)
    steps = np.linspace(0, 1, 9)  # the box is bent in degrees, so its sides are followed
    sides = [(west + (east - west) * t, y) for t in steps for y in (south, north)]
    sides += [(x, south + (north - south) * t) for t in steps for x in (west, east)]
    degrees = to_degrees(sides)
    low, high = degrees.min(0) - 1e-4, degrees.max(0) + 1e-4
    return "", f"{low[1]:.5f},{low[0]:.5f},{high[1]:.5f},{high[0]:.5f}"


class Overpass:
    """Facilities of one region. ``iso``: the county's code, or "" to ask for the box around ``areas`` and keep what lies in them.

    ``stored`` is the table ``facilities``, ``needed`` the ids that other tables refer to. Facilities of other sources are never
    touched; with ``only_missing`` those that probably are one of them are left out.
    """

    ID = "osm"

    def __init__(
        self,
        url: str,
        region: str,
        iso: str,
        words: Words,
        stored: pd.DataFrame,
        areas: Sequence[Outline] = (),
        needed: Iterable[str] = (),
        only_missing: bool = True,
        language: str = "sv",
        seconds: int = SECONDS,
    ):
        self._url, self._region, self._iso, self._words = url, region, iso, words
        self._stored, self._areas, self._needed = stored, areas, frozenset(needed)
        self._only_missing, self._language, self._seconds = only_missing, language, seconds

    def fetch(self, client: Client) -> Fetched:
        told = self._ask(client)
        date, mark = self._date(told)
        try:
            read = read_elements(told["elements"], self._words)
        except NotAnElement as error:
            raise Unreadable(self._place, str(error)) from error
        municipality = self._municipalities(read)
        if not read.facilities:
            raise Nothing(self._place, tr("It has no facility in region {region}.").format(region=self._region))
        own = self._stored[~self._is_osm()]
        same = known_as(read.facilities, own, self._words.theme.types)
        imported = set(own["facility_id"])
        kept = [
            at
            for at, facility in enumerate(read.facilities)
            if facility.facility_id not in imported and not (self._only_missing and same[at])
        ]
        rows = self._rows(read, kept, municipality, date)
        before = self._stored.loc[self._is_osm() & (self._stored["region"] == self._region), "facility_id"]
        gone = sorted(set(before) - set(rows["facility_id"]))
        held = [id_ for id_ in gone if id_ in self._needed]
        within = {"facility_id": sorted({*before, *rows["facility_id"]} - set(held))}
        xy = rows.pop("x").to_numpy(float), rows.pop("y").to_numpy(float)
        return Fetched(
            (Part("facilities", rows, within, xy=xy),),
            data_date=date,
            version=mark,
            url=self._place,
            smallest_area="unit",
            part="facilities",
            notes=tuple(self._notes(read, same, imported, held, date)),
            licence="ODbL 1.0",
        )

    @property
    def _place(self) -> str:
        return public(self._url)

    def _is_osm(self) -> pd.Series:
        return self._stored["source"] == SOURCE

    def _ask(self, client: Client) -> dict:
        before, where = in_county(self._iso) if self._iso else in_box(self._areas)
        asked = query_of(self._words.theme.types.values(), where)
        query = f"[out:json][timeout:{self._seconds}];{before}({asked});out center;"
        request = Request(
            self._url,
            headers={"Content-Type": "application/x-www-form-urlencoded"},
            body=urlencode({"data": query}).encode("ascii"),
            idle_seconds=self._seconds + _SLACK,
        )
        answer = client.exchange(request)
        _raise_for_page(answer, request)
        told = parsed_json(answer, request)
        if isinstance(told, dict) and told.get("remark"):
            raise Remark(request.place, str(told["remark"]).strip()[:300])
        if not isinstance(told, dict) or not isinstance(told.get("elements"), list):
            raise Unreadable(request.place, tr("it holds no list of objects"))
        return told

    def _date(self, told: dict) -> tuple[str, str]:
        stamp = told.get("osm3s", {}).get("timestamp_osm_base") if isinstance(told.get("osm3s"), dict) else None
        found = _DATE.match(str(stamp))
        if not found:
            raise Unreadable(self._place, tr("it does not say of which date the map is"))
        return found[1], str(stamp)

    def _municipalities(self, read: Read) -> dict[str, Optional[str]]:
        """The municipality of each facility by the workspace's areas; outside them only the county's own border counts."""
        xy = np.array([(facility.x, facility.y) for facility in read.facilities]).reshape(-1, 2)
        owner = owners(xy, self._areas)
        if not self._iso:
            outside = [facility.source_id for facility, row in zip(read.facilities, owner) if row < 0]
            read.left_out["beyond"] += outside
            read.facilities = [facility for facility, row in zip(read.facilities, owner) if row >= 0]
            owner = owner[owner >= 0]
        return {
            facility.facility_id: self._areas[row].municipality if row >= 0 else None
            for facility, row in zip(read.facilities, owner)
        }

    def _rows(self, read: Read, kept: Sequence[int], municipality, date: str) -> pd.DataFrame:
        facilities = [read.facilities[at] for at in kept]
        rows = pd.DataFrame(facilities, columns=Facility._fields).drop(columns="tag_count").astype(object)
        rows["municipality"] = [municipality[id_] for id_ in rows["facility_id"]]
        rows["region"], rows["source"], rows["placement"] = self._region, SOURCE, "source"
        rows["source_date"] = self._dates(rows, date)
        return rows

    def _dates(self, rows: pd.DataFrame, date: str) -> list[str]:
        """The date of the map, or the stored one where nothing else has changed: else every refresh would change every row."""
        stored = self._stored[self._is_osm() & (self._stored["region"] == self._region)]
        x, y = xy_from_wkb(stored["geom"])
        stored = stored.assign(x=np.round(x, 3), y=np.round(y, 3)).set_index("facility_id")
        known = {id_: _told(row) for id_, row in stored.iterrows()}
        return [
            stored.at[row["facility_id"], "source_date"] if known.get(row["facility_id"]) == _told(row) else date
            for _, row in rows.iterrows()
        ]

    def _notes(self, read: Read, same: Sequence[str], imported: set[str], held: Sequence[str], date: str):
        yield tr(
            "© OpenStreetMap contributors, ODbL 1.0 ({date}): whoever passes on a database made from it does so under the same licence."
        ).format(date=date)
        yield tr(
            "OpenStreetMap is incomplete, most of all for health centres: use it to find what your own register lacks, never instead of it. "
            "A facility that is missing here may very well exist."
        )
        types = self._words.theme.types
        counts = Counter(facility.type for facility in read.facilities)
        told = "; ".join(f"{types[kind].label(self._language)} {n}" for kind, n in sorted(counts.items()))
        yield tr("Found in the map, before comparing with your register: {list}.").format(list=told)
        twins = [
            f"{facility.name} ({facility.facility_id} = {id_})"
            for facility, id_ in zip(read.facilities, same)
            if id_ and facility.facility_id not in imported
        ]
        if twins:
            text = (
                tr("{n} are probably in your register already and were left out ({metres} m and one kind, or {far} m and one name): {list}.")
                if self._only_missing
                else tr("{n} are probably in your register already, and now stand there twice ({metres} m and one kind, or {far} m and one name): {list}.")
            )  # fmt: skip
            yield text.format(n=len(twins), metres=int(SAME_KIND), far=int(SAME_NAME), list=_shown(twins))
        again = [facility.facility_id for facility in read.facilities if facility.facility_id in imported]
        if again:
            yield tr("{n} were imported from a file before and are left as that import has them: {list}.").format(
                n=len(again), list=_shown(again)
            )
        if held:
            text = tr(
                "{n} are gone from the map, or in your register now, but have services or capacity here, so they are kept: {list}. Look at them."
            )
            yield text.format(n=len(held), list=_shown(held))
        for reason, names in sorted(read.left_out.items()):
            if names:
                yield _LEFT_OUT[reason]().format(n=len(names), list=_shown(_counted(names)))
        there = {facility.source_id for facility in read.facilities}
        for reason, names in sorted(read.open.items()):
            left = [name for name in names if name in there]
            if left:
                yield _OPEN[reason]().format(n=len(left), list=_shown(left))


def _told(row: pd.Series) -> tuple:
    return tuple(None if pd.isna(row[name]) else row[name] for name in _COMPARED)


def _raise_for_page(answer: Answer, request: Request) -> None:
    """Overpass tells what is wrong in a page of HTML, or in XML when it has got that far; the status may be 200."""
    text = answer.body[:100_000].decode("utf-8", "replace")
    told = [" ".join(unescape(re.sub(r"<[^<>]*>", " ", words)).split()) for words in _ERROR.findall(text)]
    if told and answer.status in (200, 400):
        raise Rejected(request.place, answer.status, "; ".join(told)[:300])
    raise_for(answer, request)
    if answer.content_type in JSON_TYPES:
        return
    if "xml" in answer.content_type and "<html" not in text[:2000].lower():
        remark = _remark_in_xml(answer, request.place)
        if remark:
            raise Remark(request.place, remark)
    raise WrongContent(request.place, JSON_TYPES[0], answer.content_type or "?", gist(answer))


def _remark_in_xml(answer: Answer, place: str) -> str:
    try:
        reader = checked_xml(place, answer.body)
    except HostileFile as error:
        raise error if error.reason != "damaged" else Unreadable(place, error.member) from error
    while not reader.atEnd():
        reader.readNext()
        if reader.isStartElement() and reader.name() == "remark":
            return reader.readElementText().strip()[:300]
    return ""


def _counted(names: Sequence[str]) -> list[str]:
    return [f"{name} ({n})" if n > 1 else name for name, n in Counter(names).most_common()]


def _shown(names: Sequence[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")


_LEFT_OUT = {
    "no_place": lambda: tr("{n} came without a place and were left out: {list}."),
    "abroad": lambda: tr("{n} lie outside Sweden and were left out: {list}."),
    "beyond": lambda: tr("{n} lie in the box around the region but outside its areas, and were left out: {list}."),
    "no_type": lambda: tr("{n} have tags that no type of the catalogue has, and were left out: {list}."),
    "types": lambda: tr("{n} have tags of several types, and were left out: {list}."),
    "twice": lambda: tr("{n} were drawn twice, as a point and as a building, and are counted once: {list}."),
}
_OPEN = {
    "wide": lambda: tr(
        "{n} have only a wide tag such as amenity=clinic or dentist, so their type is to be looked over: {list}."
    ),
    "nameless": lambda: tr("{n} have no name and are called by their type: {list}."),
    "principal": lambda: tr(
        "Of {n} neither huvudman nor driftsform is known from the operator's name; both are empty: {list}."
    ),
}
