"""An atlas's figures as a reader sees them: numbers with units, sources with dates, and words for what is not known."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple, Optional

from ...core.atlas.content import Atlas, Chapter, Compared, Measure, Origin, Table, Topic
from ...core.plans.filling import number
from ...core.plans.rows import one_line, plain
from ..templates import Templates

_NO_BREAK = "\u00a0"
#: Pages of figures from many topics name no more sentences than this.
_MOST_SENTENCES = 2
#: Figures that a map is told by to who cannot see it.
_MOST_FIGURES = 4
#: Figures that stand beside a map, and letters of a unit that stands with its number.
_MOST_KEY, _SHORT_UNIT = 8, 4


class Figure(NamedTuple):
    """A measure as a row: ``verdict`` is "better", "worse" or "" where there is nothing to say."""

    label: str
    value: str
    region: str
    known: bool
    note: str
    verdict: str


class Figures(NamedTuple):
    """A topic's figures: the ``key`` ones, and ``more`` for who reads on; ``people`` says how many stand behind all of them."""

    key: Sequence[Figure]
    more: Sequence[Figure]
    people: str


class Foot(NamedTuple):
    """What stands under everything that shows figures: sources with dates, doubts, and what is not measured."""

    sources: Sequence[str]
    uncertain: Sequence[str]
    not_measured: Sequence[str]


class Shown:
    """Writes one atlas's figures in its language; ``words`` are those of the page."""

    def __init__(self, atlas: Atlas):
        self.atlas = atlas
        self.templates = Templates(atlas.language, kind="atlas")
        self.words = self.templates.words["page"] = {**self.templates.words["page"], **atlas.words}

    def phrase(self, key: str, /, **values: str) -> str:
        return self.templates.phrase(self.words[key], **values)

    def value(self, value: Optional[float], decimals: int = 0, unit: str = "") -> str:
        """The number with its unit; a dash where there is none."""
        if not is_known(value):
            return "–"
        written = number(float(value), decimals, self.atlas.language)
        close = unit == "%" and not self.atlas.language.startswith("sv")
        return f"{written}{'' if close else _NO_BREAK}{plain(unit)}" if unit else written

    def cell(self, cell, decimals: int = 0) -> str:
        """A table's cell: a text as it is, a number as it is written, and a dash for what is not known."""
        if isinstance(cell, str):
            return plain(cell)
        return self.value(cell, decimals)

    def rows(self, table: Table) -> list[list[str]]:
        """The table's cells, as many in each row as there are columns."""
        decimals = [*table.decimals, *[0] * len(table.columns)]
        return [
            [self.cell(row[at] if at < len(row) else None, decimals[at]) for at in range(len(table.columns))]
            for row in table.rows
        ]

    def figure(self, measure: Measure, whole: bool, people: bool = True) -> Figure:
        """The measure beside the region's; ``whole`` where it is the region's itself. A long unit stands in the note."""
        known = is_known(measure.value)
        unit = measure.unit if len(measure.unit) <= _SHORT_UNIT else ""
        notes = [plain(measure.unit)] if measure.unit and not unit else []
        if not known and measure.why:
            notes.append(plain(measure.why))
        if known and people and is_known(measure.people):  # a hidden value's people are hidden, too
            notes.append(self.phrase("people", number=self.value(measure.people)))
        return Figure(
            label=one_line(measure.label),
            value=self.value(measure.value, measure.decimals, unit) if known else self.words["no_value"],
            region="" if whole else self.value(measure.region, measure.decimals, unit),
            known=known,
            note=". ".join(notes),
            verdict="" if whole else verdict_of(measure),
        )

    def figures(self, topic: Topic, chapter: Chapter) -> Figures:
        """The topic's measures; people who stand behind all of them are told once."""
        behind = {measure.people for measure in topic.measures if is_known(measure.value)}
        same = len(topic.measures) > 1 and len(behind) == 1 and is_known(next(iter(behind)))
        rows = [self.figure(measure, self.is_whole(chapter), not same) for measure in topic.measures]
        people = self.phrase("people_of_all", number=self.value(behind.pop())) if same else ""
        return Figures(rows[:_MOST_KEY], rows[_MOST_KEY:], people)

    def glance(self, chapter: Chapter) -> list[tuple[Topic, Figure]]:
        """The first known figure of every topic that has one."""
        found = []
        for topic in chapter.topics:
            first = next((one for one in topic.measures if is_known(one.value)), None)
            if first and not self.missing(topic):
                found.append((topic, self.figure(first, self.is_whole(chapter), people=False)))
        return found

    def missing(self, topic: Topic) -> str:
        """Why there is nothing to show of the topic; "" where there is something."""
        if topic.missing:
            return plain(topic.missing)
        shows = topic.text or topic.measures or topic.charts or topic.tables
        return "" if shows else self.words["missing_plain"]

    def is_whole(self, chapter: Chapter) -> bool:
        return chapter.code == self.atlas.region

    def source(self, origin: Origin) -> str:
        dated = f"{one_line(origin.name)} ({one_line(origin.date) or self.words['date_unknown']})"
        licence = self.phrase("licence", licence=one_line(origin.licence)) if origin.licence else ""
        return _sentences(dated, plain(origin.method), licence)

    def foot(self, topics: Sequence[Topic]) -> Foot:
        """The foot of these topics' page, each sentence once; of many topics only their first sentences."""
        shown = [topic for topic in topics if not self.missing(topic)]
        most = 1 if len(shown) > 1 else None
        sources = _once(
            self.source(origin if most is None else Origin(origin.name, origin.date))
            for topic in shown
            for origin in topic.origins
        )
        if most and sources:
            sources = ["; ".join(source.rstrip(".") for source in sources) + "."]
        return Foot(
            sources or [self.words["not_told"]],
            self._some([one for topic in shown for one in topic.uncertain[:most]], most),
            self._some([one for topic in shown for one in topic.not_measured[:most]], most),
        )

    def _some(self, sentences: Sequence[str], most: Optional[int]) -> list[str]:
        found = _once(map(plain, sentences))
        if most is None:
            return found or [self.words["not_told"]]
        return [*found[:_MOST_SENTENCES], self.words["told_per_topic"]]

    def short_sources(self, topic: Topic) -> str:
        """The names and dates of a topic's sources, for the line under its map."""
        return "; ".join(_once(f"{one_line(one.name)}, {one_line(one.date) or self.words['date_unknown']}"
                               for one in topic.origins))  # fmt: skip

    def map_words(self, chapter: Chapter, topic: Topic, layers: Sequence[str]) -> tuple[str, str]:
        """What a map shows, for who cannot see it, with the topic's first figures; and the line under it."""
        name, layers_told = one_line(chapter.name), ", ".join(map(one_line, layers))
        figures = [one for one in self.figures(topic, chapter).key if one.known][:_MOST_FIGURES]
        told = "; ".join(
            f"{one.label} {one.value}" + (f" ({self.words['whole_region'].lower()} {one.region})" if one.region else "")
            for one in figures
        )
        alt = self.phrase("map_alt", name=name, topic=one_line(topic.title), layers=layers_told)
        sources = self.short_sources(topic)
        caption = self.phrase("map_of", layers=layers_told, name=name)
        dated = self.phrase("map_dated", sources=sources) if sources else ""
        return " ".join(filter(None, (alt, f"{told}." if told else ""))), " ".join(filter(None, (caption, dated)))

    def compared_table(self, compared: Compared) -> Table:
        rows = [
            (name, self.value(value, compared.decimals, compared.unit), date or self.words["date_unknown"])
            for name, value, date in self.ranked(compared)
        ]
        columns = (self.words["region"], self.words["value"], self.words["date"])
        return Table(compared.label, columns, rows)

    def compared_foot(self) -> Foot:
        """The foot of the comparison: whose figures they are and of which dates."""
        dated = {
            f"{one_line(name)} ({one_line(one.dates.get(name, '')) or self.words['date_unknown']})"
            for one in self.atlas.compared
            for name, value in one.values.items()
            if is_known(value)
        }
        sources = ["; ".join(sorted(dated)) + "."] if dated else [self.words["not_told"]]
        return Foot(sources, [self.words["compared_uncertain"]], [self.words["compared_not"]])

    def ranked(self, compared: Compared) -> list[tuple[str, Optional[float], str]]:
        """(region, value, date), the largest first and the unknown last."""
        values = {name: value if is_known(value) else None for name, value in compared.values.items()}
        names = sorted(values, key=lambda name: (values[name] is None, -(values[name] or 0.0), name))
        return [(name, values[name], compared.dates.get(name, "")) for name in names]


def is_known(value) -> bool:
    return value is not None and math.isfinite(value)


def verdict_of(measure: Measure) -> str:
    """Whether the area's value, as it is written, is better or worse than the region's; "" where neither can be said."""
    if measure.better not in ("lower", "higher") or not (is_known(measure.value) and is_known(measure.region)):
        return ""
    own, region = round(measure.value, measure.decimals), round(measure.region, measure.decimals)
    if own == region:
        return ""
    return "better" if (own < region) == (measure.better == "lower") else "worse"


def _once(sentences) -> list[str]:
    return list(dict.fromkeys(sentence for sentence in sentences if sentence))


def _sentences(*parts: str) -> str:
    """The parts one after the other, each ended by a full stop."""
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)
