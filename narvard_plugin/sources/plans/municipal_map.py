"""A municipality's own map of the plans it works with, from a WFS, ArcGIS, or GeoJSON, as rows of ``plan_items``."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple, Optional

import pandas as pd
from osgeo import ogr

from ...core.plans.plan_list import day_in
from ...core.plans.plan_words import columns_of, status_of
from ...i18n import tr
from ..client import JSON_TYPES, Client
from ..errors import BadPlanFile, WrongChoice
from ..http import Request, is_web, public
from ..interface import Fetched, Part
from .map_arcgis import EPOCH, SWEDEN, arcgis_features
from .map_features import Feature, geojson_features
from .map_wfs import wfs_features
from .reading import MOST_BYTES, json_of, plain_text
from .words import plan_words

AUTO, WFS, ARCGIS, GEOJSON = "auto", "wfs", "arcgis", "geojson"
_TEXTS = ("designation", "name", "purpose")
_DATES = ("begun", "status_date", "in_force")
_COLUMNS = (
    "item_id",
    "source",
    "municipality",
    *_TEXTS,
    "status",
    "plan_type",
    *_DATES,
    "usability",
    "properties",
    "assets",
)
_MILLISECONDS = re.compile(r"\d{12,13}(?:\.0+)?")
_GEOJSON_TYPES = (*JSON_TYPES, "application/vnd.geo+json", "text/plain", "application/octet-stream")


class Map(NamedTuple):
    """What is asked: an address or file, its form, and what a user says of it.

    ``municipality``: code of all its plans, "" = a field tells. ``mapping``: column -> field, before the words that are known.
    ``system``: EPSG code of a GeoJSON that tells it wrongly, or not.
    """

    url: str
    form: str = AUTO
    layer: str = ""
    municipality: str = ""
    mapping: Mapping[str, str] = {}
    system: Optional[int] = None
    #: What the source is called in the register; "" = by its place.
    name: str = ""


class _Plan(NamedTuple):
    key: str
    row: dict
    areas: list[ogr.Geometry]


class MunicipalMap:
    """The plans of one map. ``stored``: rows of ``plan_items``, which tell what the answer stands instead of."""

    ID = "municipal_map"

    def __init__(
        self,
        asked: Map,
        municipality_of: Callable[[str], Optional[str]],
        stored: pd.DataFrame,
        now: Optional[datetime] = None,
    ):
        self._asked, self._municipality_of, self._stored = asked, municipality_of, stored
        self._checked = (now or datetime.now(timezone.utc)).strftime("%Y-%m-%dT00:00:00.000Z")
        self._place = public(asked.url) if is_web(asked.url) else Path(asked.url).name
        # A colon would be taken for a question about some stages only.
        self._name = (asked.name or self._place).replace(": ", " ")

    def fetch(self, client: Client) -> Fetched:
        features = self._features(client)
        fields = list(dict.fromkeys(name for one in features for name in one.properties))
        mapping = self._mapping(fields)
        notes, unknown = [], Counter()
        plans, left = self._plans(features, mapping, unknown)
        rows = pd.DataFrame([plan.row for plan in plans], columns=_COLUMNS, dtype=object)
        wkb = [_wkb(plan.areas) for plan in plans]
        found = Counter(rows["municipality"])
        asked_of = [self._asked.municipality] if self._asked.municipality else sorted({*found, *self._before()})
        checks = pd.DataFrame(
            {
                "municipality": asked_of,
                "source": self._name,
                "checked": self._checked,
                "found": [found[code] for code in asked_of],
            }
        )
        within = {"item_id": sorted({*rows["item_id"], *self._standing(asked_of)["item_id"]})}
        notes += self._notes(features, fields, mapping, plans, wkb, left, unknown)
        notes += self._notes_on_gone(rows, asked_of)
        checked_within = {"checked": [self._checked], "municipality": asked_of, "source": [self._name]}
        parts = [Part("plan_items", rows, within, wkb=wkb)]
        if asked_of:
            parts.append(Part("plan_checks", checks, checked_within))
        return Fetched(tuple(parts), data_date=self._checked[:10], url=self._place, part=self._name, notes=tuple(notes))

    def _features(self, client: Client) -> list[Feature]:
        url = self._asked.url
        form = self._asked.form if self._asked.form != AUTO else form_of(url)
        if form == WFS:
            return wfs_features(client, url, self._asked.layer)
        if form == ARCGIS:
            return arcgis_features(client, url)
        if is_web(url):
            request = Request(url, most_bytes=MOST_BYTES)
            return geojson_features(client.json(request, _GEOJSON_TYPES), request.place, self._asked.system)
        return geojson_features(json_of(self._place, _content(Path(url))), self._place, self._asked.system)

    def _mapping(self, fields: Sequence[str]) -> dict[str, str]:
        """Column -> field; a field that a user names must be there when there is anything at all."""
        lost = [name for name in self._asked.mapping.values() if fields and name not in fields]
        if lost:
            raise WrongChoice(
                tr("The map has no field {lost}. It has: {list}.").format(lost=", ".join(lost), list=", ".join(fields))
            )
        mapping = {**columns_of(fields, plan_words()), **self._asked.mapping}
        if fields and not {"name", "designation"} & mapping.keys():
            raise WrongChoice(
                tr("No field is known as the plan's name or designation. There are: {list}. Say in MAPPING which one it is.")
                .format(list=", ".join(fields))
            )  # fmt: skip
        if fields and "municipality" not in mapping and not self._asked.municipality:
            raise WrongChoice(tr("The map does not say which municipality its plans lie in. Write it in MUNICIPALITY."))
        return mapping

    def _plans(self, features, mapping, unknown: Counter) -> tuple[list[_Plan], Counter]:
        """Plans by their key, features that tell the same one joined; and what was left out, by why."""
        plans: dict[str, _Plan] = {}
        left: Counter = Counter()
        for feature in features:
            told = {column: plain_text(feature.properties.get(field)) for column, field in mapping.items()}
            name = told.get("name") or told.get("designation")
            code = self._municipality(told)
            if not name or not code:
                left["no_name" if not name else "elsewhere"] += 1
                continue
            key = self._key(code, told, feature, name)
            if key not in plans:
                plans[key] = _Plan(key, self._row(key, code, {**told, "name": name}, feature, unknown), [])
            if feature.area is not None:
                plans[key].areas.append(feature.area)
        return list(plans.values()), left

    def _municipality(self, told: Mapping) -> Optional[str]:
        """The code of a plan's municipality; None where it is none, or another one than was asked for."""
        asked = self._asked.municipality
        found = self._municipality_of(told["municipality"]) if told.get("municipality") else asked
        return found if found and (not asked or found == asked) else None

    def _key(self, code: str, told: Mapping, feature: Feature, name: str) -> str:
        """What a plan is known by the next time: its identity or designation, else its name; never its place in the map."""
        identity = next(
            (told[one] for one in ("national_id", "designation", "municipality_reference") if told.get(one)), name
        )
        place = hashlib.sha256(self._name.encode()).hexdigest()[:8]
        return f"{place}:{code}:{identity}"

    def _row(self, key: str, code: str, told: Mapping, feature: Feature, unknown: Counter) -> dict:
        words = plan_words()
        status = status_of(told["status"], words) if told.get("status") else None
        if told.get("status") and status is None:
            unknown[("status", told["status"])] += 1
        row = {column: told.get(column) for column in _TEXTS}
        for column in _DATES:
            row[column] = _day(told[column]) if told.get(column) else None
            if told.get(column) and row[column] is None:
                unknown[(column, told[column])] += 1
        properties = {name: value for name, value in feature.properties.items() if value is not None}
        if told.get("national_id"):
            properties["detaljplan.objektidentitet"] = told["national_id"]
        url = told.get("url") or ""
        assets = {"karta": {"href": url, "title": row["name"]}} if url.startswith(("https://", "http://")) else {}
        return {
            **row,
            "item_id": key,
            "source": self._name,
            "municipality": code,
            "status": status or told.get("status"),
            "plan_type": told.get("kind"),
            "usability": None,
            "properties": json.dumps(properties, ensure_ascii=False, sort_keys=True, default=str),
            "assets": json.dumps(assets, ensure_ascii=False, sort_keys=True),
        }

    def _before(self) -> set[str]:
        """Municipalities that this map had plans in."""
        return set(self._stored[self._stored["source"] == self._name]["municipality"])

    def _standing(self, codes: Sequence[str]) -> pd.DataFrame:
        """The stored plans of this map in the municipalities ``codes``."""
        stored = self._stored
        return stored[(stored["source"] == self._name) & stored["municipality"].isin(codes)]

    def _notes(self, features, fields, mapping, plans, wkb, left: Counter, unknown: Counter):
        if not features:
            yield tr(
                "The map {place} has no plans. That does not mean that there are none: ask the municipality."
            ).format(place=self._place)
            return
        yield tr("Read as: {list}.").format(
            list="; ".join(f"{column} = {field}" for column, field in mapping.items() if column != "item_id")
        )
        unread = [name for name in fields if name not in mapping.values()]
        if unread:
            yield tr("Fields that were not read, but kept with each plan: {list}.").format(list=", ".join(unread[:30]))
        if left["no_name"]:
            yield tr("{n} objects have neither name nor designation and were left out.").format(n=left["no_name"])
        if left["elsewhere"]:
            yield tr("{n} objects lie in another municipality, or in none that is known, and were left out.").format(
                n=left["elsewhere"]
            )
        joined = len(features) - sum(left.values()) - len(plans)
        if joined:
            yield tr("{n} objects tell of a plan that another object tells of too, and were joined with it.").format(
                n=joined
            )
        if unknown:
            cells = [f"{column} = {text}" + (f" ({n} ×)" if n > 1 else "") for (column, text), n in unknown.items()]
            text = tr("{n} words are not known; stages are kept as they were written: {list}.")
            yield text.format(n=sum(unknown.values()), list="; ".join(cells[:30]))
        without = [plan.row["name"] for plan, area in zip(plans, wkb) if area is None]
        if without:
            yield tr("{n} plans came without an area and stand in the table without one: {names}").format(
                n=len(without), names=", ".join(without[:20])
            )

    def _notes_on_gone(self, rows: pd.DataFrame, codes: Sequence[str]):
        standing = self._standing(codes)
        gone = standing[~standing["item_id"].isin(rows["item_id"])]
        if len(gone):
            yield tr("{n} stored plans are no longer at the source, and are taken out of the table: {names}").format(
                n=len(gone), names=", ".join(gone["name"].fillna(gone["item_id"]).head(20))
            )


def _day(text: str) -> Optional[str]:
    """A day as maps write it: as text, or as ArcGIS does in GeoJSON, milliseconds since 1970 of a Swedish midnight."""
    if _MILLISECONDS.fullmatch(text):
        return (EPOCH + timedelta(milliseconds=float(text)) + SWEDEN).date().isoformat()
    return day_in(text)


def form_of(url: str) -> str:
    """Which form an address is likely to have."""
    lower = url.lower()
    if "/featureserver" in lower or "/mapserver/" in lower or lower.endswith("/mapserver"):
        return ARCGIS
    return WFS if "service=wfs" in lower or lower.split("?")[0].rstrip("/").endswith(("/wfs", "/ows")) else GEOJSON


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadPlanFile(path.name, tr("it is larger than {n} MB.").format(n=MOST_BYTES >> 20))
        return path.read_bytes()
    except OSError as error:
        raise BadPlanFile(path.name, tr("it cannot be opened ({detail}).").format(detail=error.strerror)) from error


def _wkb(areas: Sequence[ogr.Geometry]) -> Optional[bytes]:
    """The areas of one plan as one multipolygon, rounded by nobody."""
    if not areas:
        return None
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for area in areas:
        for at in range(area.GetGeometryCount()):
            whole.AddGeometry(area.GetGeometryRef(at))
    return bytes(whole.ExportToWkb(ogr.wkbNDR))
