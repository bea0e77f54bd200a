"""The atlas's figures as a table, area × measure, with keys that stay the same; and regions set beside each other by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

import numpy as np

from .content import Compared
from .figures import Figure, Found
from .places import Places
from .words import Words

REGION = "region"


class Row(NamedTuple):
    """One figure of one area. ``level``: region, or the kind of division. ``status``: ok, or none with ``why``."""

    region: str
    region_name: str
    level: str
    area_code: str
    area_name: str
    topic: str
    measure: str
    label: str
    value: Optional[float]
    unit: str
    better: str
    people: Optional[float]
    region_value: Optional[float]
    period: str
    source: str
    setting: str
    status: str
    why: str
    decimals: int
    made: str


#: Kinds of the columns, in order: what a layer's fields are.
KINDS = {"value": "real", "people": "real", "region_value": "real", "decimals": "integer"}
OK, NONE = "ok", "none"
#: Figures that are counted from the region's own mean: of every region they are one.
_OF_ITSELF = ("need.index_of_region",)


def rows_of(places: Places, found: Sequence[Found], shown: Sequence[int], division: str, made: str) -> list[Row]:
    """A row per place of ``shown`` and figure, the region's first."""
    rows = []
    for at in shown:
        for topic in found:
            sources = "; ".join(one.name for one in topic.origins)
            rows += [_row(places, at, topic.key, figure, sources, division, made) for figure in topic.figures]
    return rows


def _row(places: Places, at: int, topic: str, figure: Figure, sources: str, division: str, made: str) -> Row:
    value = float(figure.values[at]) if np.isfinite(figure.values[at]) else None
    region = float(figure.values[0]) if np.isfinite(figure.values[0]) else None
    told = figure.told_people[at]
    people = float(told) if np.isfinite(told) else None
    why = "" if value is not None or not figure.why else figure.why[at]
    return Row(
        places.codes[0], places.names[0], division if at else REGION, places.codes[at], places.names[at], topic, figure.key,
        figure.label, value, figure.unit, figure.better, people, region,
        figure.period, figure.source or sources, figure.note, OK if value is not None else NONE, why, figure.decimals, made,
    )  # fmt: skip


class Other(NamedTuple):
    """Another region's figures, as its own table tells them: ``rows`` of the whole region by measure; ``made`` on that day."""

    name: str
    code: str
    made: str
    rows: Mapping[str, Mapping]


#: The columns that a table must have to be compared with.
NEEDED = ("region", "region_name", "level", "measure", "value", "unit", "period", "setting", "made")


def other_regions(rows: Sequence[Mapping]) -> list[Other]:
    """The regions that the ``rows`` of another atlas table tell of, each with its day; none where none is of a whole region."""
    found: dict[tuple[str, str], dict[str, Mapping]] = {}
    for row in rows:
        if row["level"] == REGION and row["measure"]:
            own = found.setdefault((str(row["region"] or ""), str(row["made"] or "")), {})
            own[str(row["measure"])] = {**row, "value": _number(row["value"])}
    return [
        Other(
            next((str(row["region_name"]) for row in own.values() if row["region_name"]), code or "–"), code, made, own
        )
        for (code, made), own in found.items()
    ]


def _number(value) -> Optional[float]:
    """A value as another's table tells it; None where it is no number."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if np.isfinite(number) else None


def compared(places: Places, found: Sequence[Found], others: Sequence[Other], words: Words) -> list[Compared]:
    """This region's figures beside the ``others``': the same key, a missing one told and never guessed, and what may make
    them other things: units, settings (norm, mode) and dates that differ. A measure that no other region has is left out."""
    told, named = [], _named(places.names[0], others)
    for topic in found:
        for figure in topic.figures:
            theirs = {name: one.rows.get(figure.key) for name, one in named.items()}
            if figure.key in _OF_ITSELF or not any(theirs.values()):
                continue
            own = float(figure.values[0]) if np.isfinite(figure.values[0]) else None
            cautions = _cautions(figure, theirs, words)
            strange = [name for name, row in theirs.items() if row and (row["unit"] or "") != figure.unit]
            values = {places.names[0]: own}
            dates = {places.names[0]: figure.period}
            for name, row in theirs.items():
                values[name] = None if row is None or name in strange else row["value"]
                dates[name] = "" if row is None else str(row["period"] or "")
            told.append(
                Compared(figure.key, figure.label, figure.unit, figure.decimals, figure.better, values, dates, cautions)
            )
    return told


def _named(own: str, others: Sequence[Other]) -> dict[str, Other]:
    """The others by name; one of the same name (the same region another year) is told apart by its day, else by a number."""
    found: dict[str, Other] = {}
    for at, one in enumerate(others, start=2):
        names = (one.name, f"{one.name} ({one.made})", f"{one.name} ({one.made}, {at})")
        found[next(name for name in names if name != own and name not in found)] = one
    return found


def _cautions(figure: Figure, theirs: Mapping[str, Optional[Mapping]], words: Words) -> str:
    there = {name: row for name, row in theirs.items() if row is not None}
    said = []
    other_unit = [name for name, row in there.items() if (row["unit"] or "") != figure.unit]
    if other_unit:
        said.append(words("compare.unit", regions=words.listed(other_unit)))
    setting = [name for name, row in there.items() if str(row["setting"] or "") != figure.note]
    if setting:
        said.append(words("compare.setting", regions=words.listed(setting)))
    date = [name for name, row in there.items() if str(row["period"] or "") != figure.period]
    if date:
        said.append(words("compare.date", regions=words.listed(date)))
    absent = [name for name, row in theirs.items() if row is None or row["value"] is None]
    if absent:
        said.append(words("compare.absent", regions=words.listed(absent)))
    return " ".join(said)
