"""Roads of OpenStreetMap, as GDAL's ``lines`` layer gives them: ``highway`` and the text ``other_tags``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from .modes import FERRY, NO_STOP, bit, both
from .rules import RoadRules

# Speeds where none is signed: our own assumptions, in km/h.
DRIVEN = {
    "motorway": 110, "motorway_link": 60, "trunk": 90, "trunk_link": 50, "primary": 70, "primary_link": 50,
    "secondary": 60, "secondary_link": 50, "tertiary": 50, "tertiary_link": 40, "unclassified": 50, "residential": 40,
    "living_street": 10, "service": 20, "road": 40,
}  # fmt: skip
_NO_STOP = {"motorway", "motorway_link", "trunk_link"}
_CYCLED = {*DRIVEN, "cycleway", "path", "track", "bridleway"} - {"motorway", "motorway_link"}
_WALKED = {
    *DRIVEN,
    "footway",
    "path",
    "track",
    "pedestrian",
    "steps",
    "cycleway",
    "bridleway",
    "platform",
    "corridor",
} - {
    "motorway",
    "motorway_link",
}
_EMERGENCY_TOO = {"pedestrian", "track", "cycleway", "busway"}
_CLOSED = {"no", "private", "agricultural", "forestry", "military"}
_SIGNS = {"none": 130.0, "walk": 5.0, "se:urban": 50.0, "se:rural": 70.0, "se:motorway": 110.0}
_TAG = re.compile(r'"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def osm_rules(highway: Sequence[str | None], other_tags: Sequence[str | None]) -> RoadRules:
    """Rules of ``n`` ways; a way that is neither a road nor a ferry has ``is_road`` False."""
    rows = [_way(kind or "", tags or "") for kind, tags in zip(highway, other_tags)]
    forward, backward, access, flags = (np.array(column) for column in zip(*rows)) if rows else (np.empty(0),) * 4
    access = access.astype(np.uint8)
    return RoadRules(forward.astype(float), backward.astype(float), access, flags.astype(np.uint8), access > 0)


def parse_tags(text: str) -> dict[str, str]:
    """The tags of GDAL's hstore text ``"key"=>"value","key"=>"value"``."""
    return {_ESCAPED.sub(r"\1", key): _ESCAPED.sub(r"\1", value) for key, value in _TAG.findall(text)}


@lru_cache(maxsize=65536)
def _way(kind: str, tags_text: str) -> tuple[float, float, int, int]:
    """Speeds both ways, access mask and flags of one way."""
    if not kind and '"ferry"' not in tags_text:
        return np.nan, np.nan, 0, 0
    tags = parse_tags(tags_text)
    if tags.get("route") == "ferry":
        access = both("emergency") * _may(tags, "emergency", True, "motor_vehicle", "vehicle")
        access |= both("car") * _may(tags, "motorcar", True, "motor_vehicle", "vehicle")
        access |= both("bike") * _may(tags, "bicycle", True, "vehicle") | both("walk") * _may(tags, "foot", True)
        return np.nan, np.nan, access, FERRY
    ahead, back = _directions(kind, tags)
    access = _vehicle_access(kind, tags, ahead, back)
    contraflow = tags.get("oneway:bicycle") == "no"
    if _may(tags, "bicycle", kind in _CYCLED, "vehicle"):
        access |= bit("bike") * (ahead or contraflow) | bit("bike", backward=True) * (back or contraflow)
    if _may(tags, "foot", kind in _WALKED):
        access |= both("walk")
    flags = NO_STOP if kind in _NO_STOP else 0
    speed = _signed(tags.get("maxspeed")) or DRIVEN.get(kind, 20)
    forward = _signed(tags.get("maxspeed:forward")) or speed
    return forward, _signed(tags.get("maxspeed:backward")) or speed, access, flags


def _vehicle_access(kind: str, tags: dict[str, str], ahead: bool, back: bool) -> int:
    driven = kind in DRIVEN
    ways = lambda mode: bit(mode) * ahead | bit(mode, backward=True) * back  # noqa: E731
    access = ways("emergency") if driven or kind in _EMERGENCY_TOO or tags.get("emergency") == "yes" else 0
    if driven and _may(tags, "motorcar", True, "motor_vehicle", "vehicle"):
        access |= ways("car")
    return access


def _may(tags: dict[str, str], own: str, usual: bool, *wider: str) -> bool:
    """The most specific of the access tags decides; without one, the kind of way does."""
    for key in (own, *wider, "access"):
        if key in tags:
            if tags[key] in _CLOSED:
                return False
            return usual or (key == own and tags[key] in {"yes", "designated", "permissive"})
    return usual


def _directions(kind: str, tags: dict[str, str]) -> tuple[bool, bool]:
    one_way = tags.get("oneway")
    if one_way in {"-1", "reverse"}:
        return False, True
    implied = kind in {"motorway"} or tags.get("junction") in {"roundabout", "circular"}
    return True, not (one_way in {"yes", "true", "1"} or (implied and one_way != "no"))


@lru_cache(maxsize=1024)
def _signed(text: str | None) -> float | None:
    """A signed speed in km/h, or None where the text is none."""
    if not text:
        return None
    text = text.strip().lower()
    if text in _SIGNS:
        return _SIGNS[text]
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(km/h|kmh|mph)?", text)
    if match is None or float(match.group(1)) <= 0:
        return None
    return float(match.group(1)) * (1.609344 if match.group(2) == "mph" else 1)
