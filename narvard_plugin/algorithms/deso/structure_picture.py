"""A structure picture (strukturbild) as rows: places and what they are, links between them, and what they lack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY

from ...adapters.outputs import Column
from ...adapters.points import PointTable
from ...adapters.reading import listed
from ...core.deso.service_levels import Nearest, Rules, Standing, nearest_of
from ...i18n import tr
from ..service_rows import label_of

EXPECTED, NEXT_LEVEL = "expected", "next_level"


class Picture(NamedTuple):
    """The structure picture: ``rules``, ``places`` (p; in the measuring system ``crs``) with their ``names`` and ``people``
    (None where not asked), the facilities that stand (f) with the ``place`` each belongs to (−1 = none), what the places are
    (``found``), and each one's ``link`` up."""

    rules: Rules
    places: PointTable
    crs: QgsCoordinateReferenceSystem
    names: list[str]
    people: np.ndarray | None
    place: np.ndarray
    found: Standing
    link: Nearest

    def level_name(self, place: int) -> str:
        level = self.found.level[place]
        return label_of(self.rules.levels[level - 1]) if level else tr("no level")

    def words(self, table: np.ndarray, place: int) -> str:
        """The names of the functions that ``table`` (functions, p bool) holds for a place."""
        return ", ".join(label_of(one) for one, has in zip(self.rules.functions.values(), table[:, place]) if has)


def place_columns():
    return [
        Column("place_name", "text", tr("Place")),
        Column("level", "integer", tr("Service level (1 = the highest)")),
        Column("level_name", "text", tr("Service level, name")),
        Column("services", "text", tr("Has")),
        Column("lacking", "text", tr("Lacks of what its level should have")),
        Column("missing", "text", tr("Lacks for the next level up")),
        Column("facilities", "integer", tr("Facilities")),
        Column("superior_id", "text", tr("Nearest place of a higher level, id")),
        Column("superior_name", "text", tr("Nearest place of a higher level")),
        Column("superior_metres", "real", tr("Metres to it, in a straight line")),
    ]


def place_rows(picture: Picture) -> list[list]:
    """What is added to each place."""
    found, link = picture.found, picture.link
    held = np.bincount(picture.place[picture.place >= 0], minlength=len(picture.places.ids))
    rows = []
    for place, level in enumerate(found.level):
        up = link.number[place]
        above = [picture.places.ids[up], picture.names[up], float(link.metres[place])] if up >= 0 else [None] * 3
        words = [picture.words(table, place) or None for table in (found.had, found.lacking, found.next_up)]
        own = [picture.names[place], int(level) or None, picture.level_name(place)]
        rows.append([*own, *words, int(held[place]), *above])
    return rows


def link_columns():
    return [
        Column("from_id", "text", tr("From, id")),
        Column("from_name", "text", tr("From")),
        Column("from_level", "integer", tr("Service level there")),
        Column("to_id", "text", tr("To, id")),
        Column("to_name", "text", tr("To")),
        Column("to_level", "integer", tr("Service level there (higher)")),
        Column("metres", "real", tr("Metres in a straight line")),
    ]


def link_rows(picture: Picture) -> Iterator[tuple]:
    """(line in the picture's system, attributes) of every place that has a place above it."""
    places, level, names = picture.places, picture.found.level, picture.names
    for here, there in enumerate(picture.link.number):
        if there < 0:
            continue
        line = QgsGeometry.fromPolylineXY([QgsPointXY(*places.xy[row]) for row in (here, there)])
        start = [places.ids[here], names[here], int(level[here]) or None]
        yield line, [*start, places.ids[there], names[there], int(level[there]), float(picture.link.metres[here])]


def missing_columns():
    return [
        Column("place_id", "text", tr("Place, id")),
        Column("place_name", "text", tr("Place")),
        Column("level", "integer", tr("Service level (1 = the highest)")),
        Column("lacks_for", "text", tr("Lacks it for (expected = its own level, next_level = the next level up)")),
        Column("service", "text", tr("What it lacks, id")),
        Column("service_name", "text", tr("What it lacks")),
        Column("nearest_id", "text", tr("Nearest place that has it, id")),
        Column("nearest_name", "text", tr("Nearest place that has it")),
        Column("metres", "real", tr("Metres in a straight line")),
    ]


def missing_rows(picture: Picture) -> list[list]:
    """Each function that a place lacks, and the nearest place that has it, in the order of the places' ids."""
    found, places = picture.found, picture.places
    rows = []
    for row, function in enumerate(picture.rules.functions.values()):
        has = np.flatnonzero(found.had[row])
        nearest = nearest_of(places.xy, places.xy[has], places.ids[has])
        for why, table in ((EXPECTED, found.lacking), (NEXT_LEVEL, found.next_up)):
            for place in np.flatnonzero(table[row]):
                to = has[nearest.number[place]] if len(has) else -1
                there = [places.ids[to], picture.names[to], float(nearest.metres[place])] if to >= 0 else [None] * 3
                own = [places.ids[place], picture.names[place], int(found.level[place]) or None]
                rows.append([*own, why, function.id, label_of(function), *there])
    return sorted(rows, key=lambda row: row[0])


def summary_columns():
    return [
        Column("level", "integer", tr("Service level (1 = the highest)")),
        Column("level_name", "text", tr("Service level, name")),
        Column("places", "integer", tr("Places")),
        Column("people", "real", tr("People")),
        Column("share", "real", tr("Share of the people in the places")),
    ]


def summary_rows(picture: Picture) -> list[list]:
    """Places and people per level, the highest first, and those without."""
    rows = []
    for level in (*range(1, len(picture.rules.levels) + 1), 0):
        here = picture.found.level == level
        name = label_of(picture.rules.levels[level - 1]) if level else tr("no level")
        people = [None, None]
        if picture.people is not None:
            total = picture.people.sum()
            people = [float(picture.people[here].sum()), float(picture.people[here].sum() / total) if total else None]
        rows.append([level or None, name, int(here.sum()), *people])
    return rows


def tell(picture: Picture, open_ids, account, feedback) -> int:
    """Say what was found; how many facilities belong to no place."""
    for _, name, places, people, _ in summary_rows(picture):
        text = tr("{name}: {n} places.") if people is None else tr("{name}: {n} places with {people} people.")
        account.say(feedback, text.format(name=name, n=places, people="" if people is None else f"{people:.0f}"))
    lost = open_ids[picture.place < 0]
    if len(lost):
        text = tr("{n} of {all} facilities belong to no place: none lies within MAX_DISTANCE of them. They count nowhere: {list}.")  # fmt: skip
        account.say(feedback, text.format(n=len(lost), all=len(open_ids), list=listed(lost)), warn=True)
    nowhere = [label_of(one) for one, had in zip(picture.rules.functions.values(), picture.found.had) if not had.any()]
    if nowhere:
        text = tr("No place has: {list}. Is it in FACILITIES or SERVICES, with the ids that the rules use?")
        account.say(feedback, text.format(list=", ".join(nowhere)), warn=True)
    text = tr("Distances are straight lines, not by road; a level is what the rules make it, and nothing more.")
    account.say(feedback, text)
    return len(lost)
