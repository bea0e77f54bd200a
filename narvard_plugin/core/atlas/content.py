"""What an atlas holds before it becomes pages: chapters of topics, each with figures, sources, doubts and what is missing.

Texts stand here as a reader will see them, in the atlas's language; numbers stay numbers until a page is laid out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional

#: The parts of an atlas in their order: health's geography, care's geography, need and access.
HEALTH, CARE, BOTH = "health", "care", "both"
#: Every topic of a chapter in its order, and the part that it belongs to. A topic without data says so; none is left out.
TOPICS: Mapping[str, str] = {
    "people": HEALTH,
    "age": HEALTH,
    "need": HEALTH,
    "health": HEALTH,
    "access": CARE,
    "services": CARE,
    "capacity": CARE,
    "waiting": CARE,
    "vulnerability": CARE,
    "need_access": BOTH,
    "forecast": BOTH,
    "plans": BOTH,
    "targets": BOTH,
}
#: Kinds of chart. bars: a row per label. pyramid: two series, left and right. lines: over the labels in order (years).
#: reach: the share of people (0–100) within each number of minutes, a line per series.
BARS, PYRAMID, LINES, REACH = "bars", "pyramid", "lines", "reach"


@dataclass(frozen=True)
class Origin:
    """Where figures come from: a source or a tool's run. ``date`` (ISO, "" unknown) is that of the data, not of the run."""

    name: str
    date: str = ""
    method: str = ""
    licence: str = ""


@dataclass(frozen=True)
class Measure:
    """One figure of an area. ``value`` is None where there is none, and ``why`` then says it (hidden, missing, unreachable).

    ``key`` is the same in every region and year, so that atlases can be compared. ``region`` is the whole region's value,
    ``people`` how many stand behind the figure. ``better``: "lower", "higher" or "" where neither is better.
    """

    key: str
    label: str
    value: Optional[float]
    unit: str = ""
    decimals: int = 0
    region: Optional[float] = None
    people: Optional[float] = None
    better: str = ""
    why: str = ""


@dataclass(frozen=True)
class Table:
    """A table as a reader sees it; a cell is a text, a number or None (unknown). ``decimals`` per column."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence]
    decimals: Sequence[int] = ()
    note: str = ""


@dataclass(frozen=True)
class Chart:
    """``series`` (name → values as long as ``labels``; None = no value). ``mark``: a value to draw a line at, with its name."""

    kind: str
    title: str
    unit: str
    labels: Sequence[str]
    series: Mapping[str, Sequence[Optional[float]]]
    mark: Optional[tuple[str, float]] = None
    decimals: int = 0


@dataclass(frozen=True)
class Topic:
    """A page's worth about one thing. ``text``: paragraphs ready for a tjänsteskrivelse, the result first.

    ``uncertain`` and ``not_measured``: sentences, never empty where there are figures. ``missing``: why there is nothing to
    show ("" where there is). ``map``: the role of the layer to draw ("" = no map).
    """

    key: str
    title: str
    text: Sequence[str] = ()
    measures: Sequence[Measure] = ()
    charts: Sequence[Chart] = ()
    tables: Sequence[Table] = ()
    map: str = ""
    origins: Sequence[Origin] = ()
    uncertain: Sequence[str] = ()
    not_measured: Sequence[str] = ()
    missing: str = ""

    @property
    def part(self) -> str:
        return TOPICS[self.key]


@dataclass(frozen=True)
class Chapter:
    """One area, or the whole region (``code`` of the region). ``summary``: a few sentences that stand first."""

    code: str
    name: str
    topics: Sequence[Topic]
    summary: Sequence[str] = ()


@dataclass(frozen=True)
class Compared:
    """The same measure of several regions: ``values`` per name (None = not told), and why they may not be the same thing."""

    key: str
    label: str
    unit: str
    decimals: int
    better: str
    values: Mapping[str, Optional[float]]
    dates: Mapping[str, str]
    caution: str = ""


@dataclass(frozen=True)
class Atlas:
    """``chapters``: the whole region first, then its areas. ``division``: what the areas are (kommuner, närområden, …).

    ``made``: ISO date. ``notes``: sentences about the whole, such as what was left out and why.
    """

    title: str
    region: str
    region_name: str
    division: str
    made: str
    language: str
    chapters: Sequence[Chapter]
    compared: Sequence[Compared] = ()
    notes: Sequence[str] = ()
    words: Mapping[str, str] = field(default_factory=dict)
