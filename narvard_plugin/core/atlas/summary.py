"""What stands out in an area: the largest differences from the region, health first, then care, then both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from .content import BOTH, CARE, HEALTH, TOPICS
from .figures import Figure, Found
from .places import Places
from .words import Words

#: People behind a figure that the summary may speak of, and the smallest relative difference that stands out.
FEWEST_PEOPLE, STANDS_OUT = 200, 0.10
#: How many sentences of each part there is room for.
_ROOM = {HEALTH: 2, CARE: 2, BOTH: 1}
#: Of each topic the figures that say most of it: others follow them, or are parts of them.
_TELLING = {
    "people": ("people.change_10y",),
    "age": ("age.65_plus", "age.under_20"),
    "need": ("need.index_of_region", "need.types_1_2"),
    "health": (),
    "access": ("access.primary.car.median", "access.emergency.car.median", "access.primary.transit.share_30"),
    "services": (),
    "capacity": ("capacity.listed_per_gp",),
    "waiting": (),
    "vulnerability": ("vulnerability.primary.extra_minutes",),
    "need_access": ("need_access.share",),
    "forecast": (),
    "plans": (),
    "targets": (),
}


class Difference(NamedTuple):
    """A figure of an area beside the region's; ``size`` is |value − region| over |region|, points for per cent of change."""

    topic: str
    figure: Figure
    value: float
    region: float
    size: float


def differences(found: Sequence[Found], at: int) -> list[Difference]:
    """The telling figures of a place that stand out, the largest first; only those with enough people behind them."""
    told = []
    for one in found:
        for figure in one.figures:
            if figure.key not in _TELLING[one.key]:
                continue
            value, region, people = figure.values[at], figure.values[0], figure.people[at]
            if not (np.isfinite(value) and np.isfinite(region) and people >= FEWEST_PEOPLE):
                continue
            size = relative(figure, value, region)
            if size >= STANDS_OUT:
                told.append(Difference(one.key, figure, float(value), float(region), size))
    return sorted(told, key=lambda one: -one.size)


def relative(figure: Figure, value: float, region: float) -> float:
    """The difference over the region's value. A change in per cent stands around nought: there it is in tens of points."""
    if figure.key == "people.change_10y":
        return abs(value - region) / 10
    return abs(value - region) / abs(region) if region else 0.0


def summary(places: Places, found: Sequence[Found], at: int, words: Words) -> list[str]:
    """Three to five sentences that stand first in a chapter."""
    population = next((one.figure("people.population") for one in found if one.key == "people"), None)
    said = []
    if population is not None and np.isfinite(population.values[at]):
        # Of a region whose people are nobody, or not told, there is no share to tell.
        part = bool(at) and population.values[0] > 0
        key = "summary.people" if part else "summary.people_region"
        share = words.number(100 * population.values[at] / population.values[0]) if part else ""
        said.append(words(key, name=places.names[at], people=words.about(population.values[at]), share=share))
    if at == 0:
        return [*said, *_region(places, found, words)]
    chosen, seen = [], set()
    for part in (HEALTH, CARE, BOTH):
        own = []
        for one in differences(found, at):
            if TOPICS[one.topic] == part and one.topic not in seen and len(own) < _ROOM[part]:
                own.append(one)
                seen.add(one.topic)
        chosen += sorted(own, key=lambda one: list(TOPICS).index(one.topic))
    said += [sentence(one, words) for one in chosen[: 5 - len(said)]]
    if not chosen:
        said.append(words("summary.alike"))
    said += _plain(found, at, words)
    return said[:5]


def sentence(one: Difference, words: Words) -> str:
    """A difference in words. The sentence says how it is, not that it is good or bad."""
    how = "more" if one.value > one.region else "less"
    # Minutes and such: tenths say nothing beside tens.
    decimals = 0 if max(one.value, one.region) >= 10 and one.figure.unit == "min" else one.figure.decimals
    if one.value == 0 and one.figure.unit == "%" and one.figure.key != "people.change_10y":
        how = "none"
    return words(f"summary.{one.figure.key}.{how}", value=words.number(one.value, decimals), region=words.number(one.region, decimals),
                 percent=words.number(100 * abs(one.value - 1)), period=one.figure.period)  # fmt: skip


def _region(places: Places, found: Sequence[Found], words: Words) -> list[str]:
    """Of the whole region: where its areas differ most, part by part."""
    said = []
    for key in ("people.change_10y", "need.index_of_region", "access.primary.car.median", "capacity.listed_per_gp"):
        figure = next((one for topic in found for one in topic.figures if one.key == key), None)
        if figure is None:
            continue
        known = [
            at for at in range(1, places.count) if np.isfinite(figure.values[at]) and figure.people[at] >= FEWEST_PEOPLE
        ]
        if len(known) < 2:
            continue
        high, low = max(known, key=lambda at: figure.values[at]), min(known, key=lambda at: figure.values[at])
        said.append(words(f"summary.spread.{key}", high=places.names[high], high_value=words.number(figure.values[high], figure.decimals),
                          low=places.names[low], low_value=words.number(figure.values[low], figure.decimals)))  # fmt: skip
    return said[:4]


def _plain(found: Sequence[Found], at: int, words: Words) -> list[str]:
    """The first sentences of need × access and of plans, where there is room for them."""
    said = []
    for key in ("need_access.people", "plans.people"):
        figure = next((one for topic in found for one in topic.figures if one.key == key), None)
        if figure is not None and np.isfinite(figure.values[at]) and figure.values[at] > 0:
            said.append(words(f"summary.{key}", people=words.about(figure.values[at])))
    return said
