"""The measures of equity as rows: what is found, what it is called and what it says."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np

from ...core.deso.inequality import (
    FIFTHS,
    Shares,
    concentration_index,
    erreygers,
    gini,
    means_between,
    palma,
    pooled,
    quintile_ratio,
    shortfall,
    theil,
    wagstaff,
)
from ...i18n import tr
from . import equity_words as words
from .equity_words import Names

MAIN, IN_DEPTH = "main", "in_depth"


class Valued(NamedTuple):
    """Areas (a) that are measured: ``values``, ``people``, ``rank`` (rising from the most disadvantaged) and the numbers of
    their ``groups`` (None without)."""

    values: np.ndarray
    people: np.ndarray
    rank: np.ndarray
    groups: Optional[np.ndarray]


class Asked(NamedTuple):
    """The bounds of the value, the ``line`` (None without), and the name of the group's field."""

    lower: float
    upper: float
    line: Optional[float]
    group: str


class Missing(NamedTuple):
    """Areas that have people and a rank but no value, their people, all people with a rank, and how many of those without a
    value are in the worst fifth; areas without a rank and their people; areas whose people are not known."""

    areas: int
    people: float
    everybody: float
    in_worst_fifth: float
    unranked_areas: int
    unranked_people: float
    unknown_areas: int


class Measure(NamedTuple):
    """One row: ``value`` NaN where it cannot be computed."""

    name: str
    label: str
    value: float
    reading: str
    level: str = IN_DEPTH


class Found(NamedTuple):
    """What the page draws, and all rows."""

    ranked: Shares
    fifths: np.ndarray
    measures: list[Measure]
    missing: Missing

    def row(self, name: str) -> Measure:
        return next(measure for measure in self.measures if measure.name == name)


def measure(valued: Valued, asked: Asked, missing: Missing, names: Names) -> Found:
    """Every measure, the one that decides first."""
    ranked = pooled(valued.values, valued.people, valued.rank)
    fifths = means_between(ranked, FIFTHS)
    told = words.missing_reading(names, missing.people, missing.everybody, missing.areas, missing.in_worst_fifth)
    unplaced = words.unranked_reading(missing.unranked_people, missing.unranked_areas, missing.unknown_areas)
    rows = [
        Measure("quintile_ratio", tr("Least over most disadvantaged fifth"), quintile_ratio(fifths), words.ratio_reading(names, fifths), MAIN),
        Measure("people_without_value", tr("People without a value"), missing.people, told, MAIN),
        Measure("mean", tr("Mean over the people"), ranked.overall, tr("Mean over all people that have a value.")),
        *(
            Measure(f"q{at + 1}", tr("Mean of fifth {n}").format(n=at + 1), float(mean), words.fifth_reading(names, at))
            for at, mean in enumerate(fifths)
        ),
        *_by_rank(ranked, asked, names),
        *_among_all(valued, asked, names),
    ]  # fmt: skip
    people = float(valued.people.sum())
    rows += [
        Measure("people", tr("People measured"), people, tr("People in the areas that are measured.")),
        Measure("people_without_rank", tr("People without a rank"), missing.unranked_people, unplaced),
    ]
    return Found(ranked, fifths, rows, missing)


def _by_rank(ranked: Shares, asked: Asked, names: Names) -> list[Measure]:
    index, bounds = concentration_index(ranked), (asked.lower, asked.upper)
    corrected, normalised = erreygers(ranked, *bounds), wagstaff(ranked, *bounds)
    ratio = palma(ranked)
    return [
        Measure("concentration_index", tr("Concentration index"), index, words.concentration_reading(names, index)),
        Measure("erreygers", tr("Erreygers' index"), corrected, words.bounded_reading(names, corrected, *bounds)),
        Measure("wagstaff", tr("Wagstaff's index"), normalised, words.bounded_reading(names, normalised, *bounds)),
        Measure("palma", tr("Palma ratio of means"), ratio, words.palma_reading(ratio)),
        Measure("palma_share", tr("Palma ratio of sums"), ratio / 4, words.palma_share_reading(ratio)),
    ]


def _among_all(valued: Valued, asked: Asked, names: Names) -> list[Measure]:
    found = theil(valued.values, valued.people, valued.groups)
    index = gini(valued.values, valued.people)
    rows = [
        Measure("gini", tr("Gini coefficient"), index, words.gini_reading(index)),
        *(
            Measure(name, label, getattr(found, part), words.theil_reading(names, part, found, asked.group))
            for name, label, part in (
                ("theil", tr("Theil's index"), "total"),
                ("theil_between", tr("Theil's index between groups"), "between"),
                ("theil_within", tr("Theil's index within groups"), "within"),
            )
        ),
    ]
    if asked.line is None:
        return rows
    labels = (tr("Share beyond the line"), tr("Distance beyond the line"), tr("Squared distance beyond the line"))
    for power, label in enumerate(labels):
        value = shortfall(valued.values, valued.people, asked.line, power, above=names.bad)
        rows.append(Measure(f"fgt_{power}", label, value, words.shortfall_reading(names, power, value, asked.line)))
    return rows
