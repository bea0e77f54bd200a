"""Road layers of any origin as ``Lines``: which columns to read, what they mean, and what has to be left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..core.network.lines import Lines, take_lines
from ..core.network.modes import both
from ..core.network.nvdb import nvdb_columns, nvdb_rules
from ..core.network.osm import osm_rules
from ..core.network.road_class import UNKNOWN, number_classes
from ..core.network.rules import FASTEST_KMH, RoadRules, one_way_access, settle_speeds
from ..i18n import tr
from .lines import LineTable
from .reading import as_text

NVDB, OSM, FIELDS = "nvdb", "osm", "fields"


class FieldRules(NamedTuple):
    """Columns that the user names; empty = not given. ``only_forward`` and ``only_backward`` are values of ``oneway``."""

    speed: str = ""
    speed_backward: str = ""
    oneway: str = ""
    only_forward: str = ""
    only_backward: str = ""
    road_class: str = ""

    def names(self) -> list[str]:
        return [name for name in (self.speed, self.speed_backward, self.oneway, self.road_class) if name]


class Roads(NamedTuple):
    """``lines`` to compile and the feature number of each (``row``); counts, ``skipped`` [(feature id, reason)], how many
    features the user's one-way values close against, and along, the line, and the names of the roads' classes."""

    lines: Lines
    row: np.ndarray
    assumed_speed: int
    not_roads: int
    skipped: list[tuple[int, str]]
    one_ways: tuple[int, int]
    class_names: list[str]


def recognise(names: Sequence[str]) -> str:
    """The preset that a layer's column names fit."""
    if "speed_forward" in nvdb_columns(names):
        return NVDB
    return OSM if "highway" in names and "other_tags" in names else FIELDS


def columns_to_read(preset: str, names: Sequence[str], own: FieldRules) -> list[str]:
    if preset == NVDB:
        wanted = [*nvdb_columns(names).values(), *own.names()]
    elif preset == OSM:
        wanted = ["highway", "other_tags", *own.names()]
    else:
        wanted = own.names()
    return list(dict.fromkeys(wanted))


def interpret(table: LineTable, preset: str, own: FieldRules, *, default_speed, ferry_speed, winter_factor) -> Roads:
    """Speeds and access of every line of ``table``, whose vertices are in metres."""
    rules = _with_own_fields(_preset_rules(table, preset), table, own)
    speeds = settle_speeds(rules, default_speed=default_speed, ferry_speed=ferry_speed, winter_factor=winter_factor)
    refused = {}
    for bad, reason in (
        (speeds.missing, tr("no speed")),
        (speeds.absurd, tr("a speed that is zero, negative or above {limit} km/h").format(limit=int(FASTEST_KMH))),
    ):
        refused.update(dict.fromkeys(np.flatnonzero(bad & rules.is_road).tolist(), reason))
    usable = rules.is_road.copy()
    usable[list(refused)] = False
    road_class, class_names = number_classes(_classes(table, preset, own, usable))
    per_line = (column[table.row] for column in (*speeds.rules[:4], road_class))
    lines = take_lines(Lines(table.xy, table.start, *per_line), usable[table.row])
    return Roads(
        lines,
        table.row[usable[table.row]],
        int((speeds.assumed & usable).sum()),
        int((~rules.is_road).sum()),
        [*table.skipped, *((int(table.ids[row]), reason) for row, reason in sorted(refused.items()))],
        _one_ways(table, own),
        class_names,
    )


def _classes(table: LineTable, preset: str, own: FieldRules, usable: np.ndarray) -> list[str]:
    """The class of each feature as text: what the user's field says, else the preset's; "" where it is no road."""
    field = own.road_class or {NVDB: nvdb_columns(list(table.columns)).get("road_class"), OSM: "highway"}.get(preset)
    if not field:
        return [UNKNOWN] * len(usable)
    values = table.columns[field]
    return [UNKNOWN if value is None or not use else as_text(value) for value, use in zip(values, usable.tolist())]


def _preset_rules(table: LineTable, preset: str) -> RoadRules:
    n = len(table.ids)
    if preset == NVDB:
        meanings = nvdb_columns(list(table.columns))
        return nvdb_rules({meaning: table.columns[name] for meaning, name in meanings.items()})
    if preset == OSM:
        return osm_rules(table.columns["highway"], table.columns["other_tags"])
    unknown, every = np.full(n, np.nan), both("car", "bike", "walk", "emergency")
    return RoadRules(unknown, unknown, np.full(n, every, np.uint8), np.zeros(n, np.uint8), np.ones(n, bool))


def _with_own_fields(rules: RoadRules, table: LineTable, own: FieldRules) -> RoadRules:
    """The columns that the user named decide over the preset's."""
    if own.speed:
        rules = rules._replace(forward=_numbers(table.columns[own.speed]), backward=_numbers(table.columns[own.speed]))
    if own.speed_backward:
        rules = rules._replace(backward=_numbers(table.columns[own.speed_backward]))
    if own.oneway:
        forward = ~_has(table.columns[own.oneway], own.only_backward)
        backward = ~_has(table.columns[own.oneway], own.only_forward)
        open_ways = one_way_access(("car", "bike", "emergency"), forward, backward) | both("walk")
        rules = rules._replace(access=rules.access & open_ways)
    return rules


def _one_ways(table: LineTable, own: FieldRules) -> tuple[int, int]:
    if not own.oneway:
        return 0, 0
    values = table.columns[own.oneway]
    return int(_has(values, own.only_forward).sum()), int(_has(values, own.only_backward).sum())


def _has(values: list, wanted: str) -> np.ndarray:
    """Which of ``values`` are what the user wrote; true and 1 are one word, and so are false and 0."""
    words = {"true": "1", "false": "0"}
    plain = [as_text("" if value is None else value) for value in values]
    if any(isinstance(value, bool) for value in values):
        plain, wanted = [words.get(value.lower(), value) for value in plain], words.get(wanted.lower(), wanted)
    return np.array([bool(wanted) and value == wanted for value in plain], bool)


def _numbers(values) -> np.ndarray:
    return np.array([_speed(value) for value in values], float)


def _speed(value) -> float:
    """A speed in km/h, also from text such as "70", "70,5" or "50 km/h"."""
    if isinstance(value, str):
        value = value.lower().replace("km/h", "").replace(",", ".").strip()
    try:
        return np.nan if value is None else float(value)
    except (TypeError, ValueError):
        return np.nan
