"""Care itself: places by doctors, waiting for planned care, and what a lost health centre would mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..access.capacity import INSIDE, NO_DOCTORS, OVER, Capacity, Norm, summarise_capacity
from ..deso.small_numbers import MINIMUM, too_few
from .content import BARS, Chart, Origin, Table
from .figures import Figure, Found, counted, nothing, plain_value, shares, told_parts, with_others
from .places import Places
from .words import Words

_MOST_ROWS = 15
_FAR = 30  # minutes: a second nearest beyond it leaves people with one place in practice


class Centres(NamedTuple):
    """The region's health centres (f): ``names``, the row of the ``place`` each stands in, their ``capacity``, and in how many
    cells of the listings a number is ``hidden`` (f)."""

    names: Sequence[str]
    place: np.ndarray
    capacity: Capacity
    hidden: np.ndarray

    def at(self, place: int) -> np.ndarray:
        """The rows of the centres in a place; the region has all."""
        return np.arange(len(self.names)) if place == 0 else np.flatnonzero(self.place == place)


def capacity_topic(
    places: Places, centres: Centres, norm: Norm, decided: str, date: str, words: Words, origins: Sequence[Origin]
) -> Found:
    """Listed people against doctors at the health centres that stand in each place. ``decided``: whose norm it is (a sentence)."""
    if not len(centres.names) or np.isnan(centres.capacity.gp_fte).all():
        return nothing("capacity", places.count, words("missing.capacity"), words, origins)
    summaries = [summarise_capacity(centres.capacity.take(centres.at(at)), norm) for at in range(places.count)]
    note = words("capacity.norm", norm=words.number(norm.per_specialist), trainee=words.number(norm.per_trainee))
    figures = []
    for key, unit, decimals, better, factor in (
        ("centres", "", 0, "", 1), ("listed", words("unit.listed"), 0, "", 1), ("listed_per_gp", words("unit.listed"), 0, "lower", 1),
        ("spare_places", words("unit.places"), 0, "", 1), ("share_inside_norm", "%", 0, "higher", 100),
    ):  # fmt: skip
        values = factor * np.array([one[key] for one in summaries])
        if key == "listed":
            values, why = counted(values, words("why.hidden"), words("why.capacity"))
        else:
            why = [words("why.no_centre") if not one["centres"] else "" if np.isfinite(value) else words("why.capacity")
                   for one, value in zip(summaries, values)]  # fmt: skip
        people = np.array([one["listed"] for one in summaries])
        figures.append(Figure(f"capacity.{key}", words(f"capacity.{key}"), values, people, unit, decimals, better, why, date,
                              note=f"{norm.per_specialist:g}/{norm.per_trainee:g}"))  # fmt: skip
    text = [[*_capacity_text(at, places, summaries, words), note + " " + decided] for at in range(places.count)]
    tables = [[_centre_table(at, centres, words)] if len(centres.at(at)) else [] for at in range(places.count)]
    return Found(
        "capacity", figures, text, tables=tables, origins=origins, map="capacity",
        uncertain=[words("uncertain.capacity")], not_measured=[words("not_measured.capacity")],
    )  # fmt: skip


def _capacity_text(at, places, summaries, words) -> list[str]:
    here, region = summaries[at], summaries[0]
    if not here["centres"]:
        return [words("capacity.no_centre", name=places.names[at])]
    alone = here["centres"] == 1
    said = [words.many("capacity.lead", int(here["centres"]), name=places.names[at])]
    if np.isfinite(here["listed_per_gp"]):
        said[0] += " " + words("capacity.per_gp", per_gp=words.number(here["listed_per_gp"]))
        said[0] += words("beside", region=words.number(region["listed_per_gp"])) + "." if at else "."
    if np.isfinite(here["spare_places"]):
        key = "capacity.room" if here["spare_places"] >= 0 else "capacity.full"
        said.append(words.many(key, int(here["centres"]), places=words.about(abs(here["spare_places"]))))
    over = int(here["centres_over"] + here["centres_no_doctors"])
    if over and not alone:
        said.append(words.many("capacity.over", over))
    unknown = int(here["centres_unknown"])
    if unknown:
        said.append(words("capacity.unknown_only") if alone else words.many("capacity.unknown", unknown))
    return words.paragraphs(said)


def _centre_table(at, centres, words) -> Table:
    rows, found = centres.at(at), centres.capacity
    order = sorted(
        rows, key=lambda row: (np.isnan(found.load[row]), -np.nan_to_num(found.load[row]), centres.names[row])
    )
    columns = [words(f"capacity.column_{one}") for one in ("centre", "listed", "gp", "per_gp", "spare", "status")]
    told = told_parts(found.listed)
    made = [
        [centres.names[row], plain_value(told[row]), plain_value(found.gp_fte[row]),
         *([None, None] if np.isnan(told[row]) else [plain_value(found.listed_per_gp[row]), plain_value(found.spare_places[row])]),
         _status(found.status[row], centres.hidden[row], words)]
        for row in order[:_MOST_ROWS]
    ]  # fmt: skip
    notes = [words("capacity.order")]
    if len(order) > _MOST_ROWS:
        notes.append(words.many("capacity.rest", len(order) - _MOST_ROWS))
    if centres.hidden[rows].any():
        notes.append(words("capacity.hidden"))
    return Table(words("capacity.table"), columns, made, (0, 0, 1, 0, 0, 0), " ".join(notes))


def _status(status: str, hidden: int, words) -> str:
    name = {INSIDE: "inside", OVER: "over_norm", NO_DOCTORS: "no_doctors"}.get(status, "not_known")
    return words(f"capacity.{name}") + ("*" if hidden else "")


class Waiting(NamedTuple):
    """One measure of one specialty (newest period): per place (p) how many wait (``number``) and per cent over 90 days
    (``share``), NaN unknown."""

    measure: str
    measure_label: str
    specialty: str
    label: str
    number: np.ndarray
    share: np.ndarray
    period: str
    source: str


def waiting_topic(places: Places, rows: Sequence[Waiting], words: Words, origins: Sequence[Origin]) -> Found:
    """Waiting for planned care (the care guarantee): at the units that stand in each place, never mixed with travel."""
    if not rows:
        return nothing("waiting", places.count, words("missing.waiting"), words, origins)
    figures, together = [], {}
    for measure in dict.fromkeys(one.measure for one in rows):
        own = [one for one in rows if one.measure == measure]
        number, share = _together(own)
        figures.append(
            _waiting_figure(f"waiting.{measure}", own[0].measure_label, number, share, own[0], words, shown=True)
        )
        together[measure] = number, figures[-1].values
    for one in rows:
        label = words("waiting.of", measure=one.measure_label, specialty=one.label)
        figures.append(
            _waiting_figure(f"waiting.{one.measure}.{one.specialty}", label, one.number, one.share, one, words)
        )
    told = {one.key: one.values for one in figures}
    missing = ["" if any(np.isfinite(one.share[at]) for one in rows) else words("waiting.no_unit", name=places.names[at])
               for at in range(places.count)]  # fmt: skip
    text = [[] if missing[at] else _waiting_text(at, places, rows, together, words) for at in range(places.count)]
    charts = [[] if missing[at] else _waiting_chart(at, places, rows, told, words) for at in range(places.count)]
    return Found(
        "waiting", figures, text, charts, missing=missing, origins=origins, uncertain=[words("uncertain.waiting")],
        not_measured=[words("not_measured.waiting")],
    )  # fmt: skip


def _together(rows: Sequence[Waiting]) -> tuple[np.ndarray, np.ndarray]:
    """All specialties of one measure (p): how many wait, and the share over 90 days of those whose share is told."""
    number = np.array([one.number for one in rows])
    share = np.array([one.share for one in rows])
    known = np.isfinite(number) & np.isfinite(share)
    total = np.where(known, number, 0).sum(axis=0)
    part = np.where(known, number * share, 0).sum(axis=0)
    mean = np.divide(part, total, out=np.full(len(total), np.nan), where=total > 0)
    return np.where(known.any(axis=0), total, np.nan), mean


def _waiting_figure(key, label, number, share, row: Waiting, words, shown=False) -> Figure:
    # Nobody over 90 days, and everybody, can be told of enough people; a few of them cannot.
    values, why = shares(number * share / 100, number, words("why.hidden"), words("why.no_unit"))
    return Figure(
        f"{key}.share_over_90d",
        words("waiting.share", measure=label),
        values,
        number,
        "%",
        0,
        "lower",
        why,
        row.period,
        row.source,
        shown=shown,
    )


def _waiting_text(at, places, rows, together, words) -> list[str]:
    said = []
    for measure, (number, share) in together.items():
        if not np.isfinite(share[at]) or number[at] < MINIMUM:
            continue
        label = next(one.measure_label for one in rows if one.measure == measure)
        sentence = words(
            "waiting.sentence", measure=label, people=words.about(number[at]), share=words.percent(share[at])
        )
        if at and np.isfinite(share[0]):
            sentence += words("beside", region=words.percent(share[0]))
        said.append(sentence + ".")
    periods = words.listed(sorted({one.period for one in rows}))
    lead = words("waiting.lead" if at else "waiting.lead_region", name=places.names[at], period=periods)
    return [" ".join([lead, *(said or [words("waiting.few")])])]


def _waiting_chart(at, places, rows, told, words) -> list[Chart]:
    measure = rows[0].measure
    own = [one for one in rows if one.measure == measure and np.isfinite(one.share[at]) and one.number[at] >= MINIMUM]
    if not own:
        return []
    series = {}
    for row in dict.fromkeys((at, 0)):
        values = [told[f"waiting.{measure}.{one.specialty}.share_over_90d"][row] for one in own]
        series[places.names[row]] = [plain_value(value) for value in values]
    title = words("waiting.chart", measure=own[0].measure_label)
    return [Chart(BARS, title, words("unit.over_90"), [one.label for one in own], series)]


class Lost(NamedTuple):
    """What if one facility is gone, of facilities (f): ``names``, the row of their ``place``, people ``affected``, ``stranded``,
    ``extra`` minutes on average (NaN none) and the name of the ``next``. Of points (n): ``second`` minutes to the second
    nearest and ``first`` to the nearest (inf = none)."""

    names: Sequence[str]
    place: np.ndarray
    affected: np.ndarray
    stranded: np.ndarray
    extra: np.ndarray
    next: Sequence[str]
    first: np.ndarray
    second: np.ndarray


def vulnerability_topic(
    places: Places, lost: Lost, date: str, words: Words, origins: Sequence[Origin], note: str = ""
) -> Found:
    """What people would lose if the place nearest to them were gone; each facility is taken away alone."""
    both = np.isfinite(lost.first) & np.isfinite(lost.second)
    weight = places.sums(np.where(both, places.people, 0.0))
    with np.errstate(invalid="ignore"):
        extra = places.sums(np.where(both, places.people * (lost.second - lost.first), 0.0))
    mean = np.divide(extra, weight, out=np.full(places.count, np.nan), where=weight >= MINIMUM)
    why_mean = [words("why.hidden") if few else "" if np.isfinite(value) else words("why.unreached")
                for few, value in zip(too_few(weight), mean)]  # fmt: skip
    far = places.sums(np.where(~(lost.second <= _FAR), places.people, 0.0))
    population = places.population
    share, why_share = shares(far, population, words("why.hidden"), words("why.nobody"))
    figures = [
        Figure("vulnerability.primary.extra_minutes", words("vulnerability.extra"), mean, population, "min", 1, "lower",
               why_mean, date, note=note),
        Figure("vulnerability.primary.second_over_30", words("vulnerability.far"), share, population, "%", 1, "lower",
               why_share, date, note=note),
    ]  # fmt: skip
    text = [_lost_text(at, places, lost, figures, words) for at in range(places.count)]
    tables = [[_lost_table(at, lost, words)] if len(_of_place(lost, at)) else [] for at in range(places.count)]
    return Found(
        "vulnerability", figures, text, tables=tables, origins=origins, map="vulnerability",
        uncertain=[words("uncertain.vulnerability")], not_measured=[words("not_measured.vulnerability")],
    )  # fmt: skip


def _of_place(lost: Lost, at: int) -> list[int]:
    """Rows of the facilities of a place, those whose loss costs most first."""
    rows = np.arange(len(lost.names)) if at == 0 else np.flatnonzero(lost.place == at)
    cost = lost.affected * np.nan_to_num(lost.extra)
    return sorted(rows, key=lambda row: (-lost.stranded[row], -cost[row], lost.names[row]))


def _lost_text(at, places, lost, figures, words) -> list[str]:
    extra, far = (one.values for one in figures)
    if not np.isfinite(extra[at]):
        alone = [words("vulnerability.share", share=words.percent(far[at]))] if far[at] > 0 else []
        return alone or [words("vulnerability.none", name=places.names[at])]
    said = [words("vulnerability.lead", name=places.names[at], extra=words.minutes(extra[at]))
            + (words("beside_minutes", region=words.minutes(extra[0])) if at else "") + "."]  # fmt: skip
    if np.isfinite(far[at]):
        said.append(words("vulnerability.share" if far[at] else "vulnerability.nobody", share=words.percent(far[at])))
    affected, _, told_extra = _told_losses(lost)
    worst = next((row for row in _of_place(lost, at) if affected[row] > 0), None)
    # Where the worst leaves everybody without, or its next has no name, the table alone tells it: no other is the worst instead.
    if worst is not None and np.isfinite(told_extra[worst]) and lost.next[worst]:
        said.append(words("vulnerability.worst", facility=lost.names[worst], people=words.about(affected[worst]),
                          extra=words.minutes(told_extra[worst]), next=lost.next[worst]))  # fmt: skip
    return words.paragraphs(said)


def _told_losses(lost: Lost) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of each facility (f) the people ``affected`` and ``stranded`` and the mean ``extra`` as far as they may be told.

    The affected less the stranded are those who go on to another, and must not be few either. Where the affected are hidden
    the stranded among them would tell of them."""
    affected, few_go_on = told_parts(lost.affected), too_few(lost.affected - lost.stranded)
    whole = np.append(lost.stranded.sum(), lost.stranded)
    telling = few_go_on | (np.isnan(affected) & (lost.stranded > 0))
    hidden = with_others(too_few(whole) | np.append(False, telling), whole)[1:]
    extra = np.where(np.isnan(affected) | few_go_on, np.nan, lost.extra)
    return affected, np.where(hidden, np.nan, lost.stranded), extra


def _lost_table(at, lost, words) -> Table:
    columns = [words(f"vulnerability.column_{one}") for one in ("facility", "people", "stranded", "extra", "next")]
    affected, stranded, extra = _told_losses(lost)
    rows = [
        [lost.names[row], *(plain_value(values[row]) for values in (affected, stranded, extra)), lost.next[row] or "–"]
        for row in _of_place(lost, at)[:10]
    ]
    return Table(words("vulnerability.table"), columns, rows, (0, 0, 0, 0, 0), words("vulnerability.note"))
