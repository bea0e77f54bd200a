"""What is drawn on a structure map, and the figures beside it: how many places, and people in them, each level has."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple, Optional

from qgis.core import NULL, QgsCoordinateTransform, QgsGeometry, QgsVectorLayer

from ...i18n import number, tr


class Drawn(NamedTuple):
    """The layers of the map, in memory, in the outputs' order (None = not there), where the figures come from, and the own
    region's code."""

    nodes: QgsVectorLayer
    links: Optional[QgsVectorLayer]
    catchments: Optional[QgsVectorLayer]
    regions: Optional[QgsVectorLayer]
    sources: list[tuple[str, str]]
    region: str

    @property
    def layers(self) -> list[Optional[QgsVectorLayer]]:
        return list(self[:4])


class Level(NamedTuple):
    """``people`` is None where not everybody's number is told."""

    name: str
    places: int
    people: Optional[float]


class Figures(NamedTuple):
    """``levels`` by number, the highest first, and how many places are ``without`` one: of the own region, where its border is
    known; how many places lie ``beside`` it; and the ``nodes`` of the map, which are all places
    with a level."""

    levels: dict[int, Level]
    without: int
    beside: int
    nodes: int

    @property
    def text(self) -> str:
        lines = [_line(at, level) for at, level in self.levels.items()]
        if self.without:
            lines.append(tr("No service level: {places}").format(places=_places(self.without)))
        if self.beside:
            lines.append(tr("In neighbouring regions: {places}, not counted here").format(places=_places(self.beside)))
        return "\n".join(lines)


def figures_of(drawn: Drawn, transforms) -> Figures:
    """Counted from the nodes' columns place_name, level, level_name and population."""
    found: dict[int, list[tuple[str, float]]] = {}
    without = beside = nodes = 0
    is_own = _own_test(drawn, transforms)
    for feature in drawn.nodes.getFeatures():
        nodes += feature["level"] != NULL
        if not is_own(feature.geometry()):
            beside += 1
        elif feature["level"] == NULL:
            without += 1
        else:
            name = "" if feature["level_name"] == NULL else str(feature["level_name"])
            people = math.nan if feature["population"] == NULL else float(feature["population"])
            found.setdefault(int(feature["level"]), []).append((name, people))
    levels = {}
    for at, places in sorted(found.items()):
        people = sum(one for _, one in places)
        levels[at] = Level(places[0][0], len(places), people if math.isfinite(people) else None)
    return Figures(levels, without, beside, nodes)


def _own_test(drawn: Drawn, transforms) -> Callable[[QgsGeometry], bool]:
    """Whether a place belongs to the own region: it lies nearer to it than to any other, for a town by the sea may have its
    point in the water."""
    if drawn.regions is None:
        return lambda place: True
    shapes = [(bool(feature["own"]), feature.geometry()) for feature in drawn.regions.getFeatures()]
    move = QgsCoordinateTransform(drawn.nodes.crs(), drawn.regions.crs(), transforms)

    def is_own(place: QgsGeometry) -> bool:
        moved = QgsGeometry(place)
        moved.transform(move)
        nearest = {
            flag: min((one.distance(moved) for own, one in shapes if own is flag), default=math.inf)
            for flag in (True, False)
        }
        return nearest[True] <= nearest[False]

    return is_own


def _line(at: int, level: Level) -> str:
    facts = {"level": at, "name": level.name, "places": _places(level.places)}
    if level.people is None:
        return tr("{level} {name}: {places}").format(**facts)
    return tr("{level} {name}: {places}, {people} people").format(**facts, people=number(round(level.people)))


def _places(n: int) -> str:
    return tr("1 place") if n == 1 else tr("{n} places").format(n=n)
