"""Plans under way with the people that they bring, and decided target values with what is left to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

import numpy as np

from ..scenarios.targets import HIGHER, Gap
from .content import Origin, Table
from .figures import Figure, Found, nothing, plain_value
from .places import Places
from .words import Words

_MOST_ROWS = 15


class Plan(NamedTuple):
    """A plan under way in the row of a ``place`` (0 = in none that is told of). ``counts``: its dwellings are built by the plan
    itself, and do not come again in others. ``answer_by``: ISO date, "" where no answer is due."""

    place: int
    name: str
    kind: str
    stage: str
    dwellings: Optional[float]
    people: Optional[float]
    counts: bool
    answer_by: str
    late: bool


def plans_topic(
    places: Places, plans: Sequence[Plan], silent: Sequence[int], per_dwelling: Optional[float], date: str, words: Words,
    origins: Sequence[Origin],
) -> Found:  # fmt: skip
    """Plans under way. ``silent``: rows of places that the register has never heard a plan of, which is not that there are none."""
    count, dwellings, people = (np.zeros(places.count) for _ in range(3))
    for at in range(places.count):
        own = plans_of(plans, at)
        count[at] = len(own)
        dwellings[at] = _sum(one.dwellings for one in own if one.counts)
        people[at] = _sum(one.people for one in own if one.counts) if per_dwelling is not None else np.nan
    quiet = np.isin(np.arange(places.count), silent)
    for values in (count, dwellings, people):
        values[quiet] = np.nan
    note = "" if per_dwelling is None else f"{per_dwelling:g}"
    nobody = np.full(places.count, np.nan)  # plans are counted, not people
    figures = [
        Figure("plans.under_way", words("plans.count"), count, nobody, "", 0, "", _why(count, quiet, words), date),
        Figure("plans.dwellings", words("plans.dwellings"), dwellings, nobody, "", 0, "", _why(dwellings, quiet, words), date),
        Figure("plans.people", words("plans.people"), people, nobody, words("unit.people"), 0, "",
               _why(people, quiet, words), date, note=note),
    ]  # fmt: skip
    text = [_plan_text(at, places, plans, figures, per_dwelling, words) for at in range(places.count)]
    tables = [[_plan_table(plans_of(plans, at), words)] if plans_of(plans, at) else [] for at in range(places.count)]
    missing = [words("plans.silent", name=places.names[at]) if at in silent else "" for at in range(places.count)]
    outside = sum(one.place == 0 for one in plans)
    return Found(
        "plans", figures, text, tables=tables, missing=missing, origins=origins, map="plans",
        uncertain=[words("uncertain.plans"), *([words.many("plans.outside", outside)] if outside else [])],
        not_measured=[words("not_measured.plans")],
    )  # fmt: skip


def plans_of(plans: Sequence[Plan], at: int) -> list[Plan]:
    """Of a place; the region has all."""
    return [one for one in plans if at in (0, one.place)]


def _sum(values) -> float:
    """NaN where any is unknown: a part is not the whole."""
    return float(sum(np.nan if value is None else value for value in values))


def _why(values: np.ndarray, quiet: np.ndarray, words: Words) -> list[str]:
    return [
        "" if np.isfinite(value) else words("why.silent" if silent else "why.dwellings")
        for value, silent in zip(values, quiet)
    ]


def _plan_text(at, places, plans, figures, per_dwelling, words) -> list[str]:
    own = plans_of(plans, at)
    if not own:
        return [words("plans.none", name=places.names[at])]
    _, dwellings, people = (one.values for one in figures)
    said = [words.many("plans.lead", len(own), name=places.names[at])]
    if np.isfinite(dwellings[at]):
        key = "plans.homes" if dwellings[at] else "plans.no_homes"
        said.append(words(key, dwellings=words.number(dwellings[at])))
    if per_dwelling is not None and people[at] > 0:
        said.append(words("plans.newcomers", people=words.about(people[at]), each=words.number(per_dwelling, 1)))
    elif per_dwelling is None and dwellings[at] != 0:
        said.append(words("plans.no_number"))
    due = [one for one in own if one.answer_by]
    if due:
        first = min(due, key=lambda one: one.answer_by)
        said.append(words("plans.late" if first.late else "plans.due", name=first.name, date=first.answer_by))
    return words.paragraphs(said)


def _plan_table(own: Sequence[Plan], words) -> Table:
    columns = [words(f"plans.column_{one}") for one in ("name", "kind", "stage", "dwellings", "people", "answer_by")]
    order = sorted(own, key=lambda one: (one.answer_by or "9", -(one.dwellings or 0), one.name))
    rows = [
        [one.name, one.kind, one.stage, one.dwellings, one.people if one.counts else None,
         (one.answer_by + (" " + words("plans.overdue") if one.late else "")) or "–"]
        for one in order[:_MOST_ROWS]
    ]  # fmt: skip
    notes = [words("plans.not_counted")] if any(one.dwellings and not one.counts for one in own) else []
    if len(order) > _MOST_ROWS:
        notes.append(words.many("plans.rest", len(order) - _MOST_ROWS))
    return Table(words("plans.table"), columns, rows, (0,) * 6, " ".join(notes))


class Aim(NamedTuple):
    """A decided target: its ``indicator`` and ``year``, the ``values`` (p) that are set against it, and their ``gaps`` (p)."""

    indicator: str
    label: str
    unit: str
    decimals: int
    year: int
    values: np.ndarray
    gaps: Sequence[Gap]
    why: str


def targets_topic(places: Places, aims: Sequence[Aim], date: str, words: Words, origins: Sequence[Origin]) -> Found:
    """Each target with the value today and the gap; the place's own target before its municipality's, and that before the region's."""
    if not aims:
        return nothing("targets", places.count, words("missing.targets"), words, origins)
    figures, shown = [], set()
    nobody = np.full(places.count, np.nan)  # how many stand behind is told in the figure's own topic
    for aim in aims:
        key = f"targets.{aim.indicator}.{aim.year}"
        better = next((one.target.better for one in aim.gaps if one.target), "")
        numbers = {
            "value": aim.values,
            "target": np.array([one.target.value if one.target else np.nan for one in aim.gaps]),
            "gap": np.array([np.nan if one.gap is None else one.gap for one in aim.gaps]),
        }
        for name, values in numbers.items():
            why = ["" if np.isfinite(value) else words("why.no_target") if not gap.target else aim.why or words("why.missing")
                   for value, gap in zip(values, aim.gaps)]  # fmt: skip
            label = words(f"targets.{name}", label=aim.label, year=aim.year)
            first = name == "value" and aim.indicator not in shown  # the value of today is the same for every year
            figures.append(Figure(f"{key}.{name}", label, values, nobody, aim.unit, aim.decimals,
                                  better if name == "value" else "", why, date, shown=first))  # fmt: skip
        shown.add(aim.indicator)
    text = [_aim_text(at, places, aims, words) for at in range(places.count)]
    tables = [[_aim_table(at, aims, words)] for at in range(places.count)]
    return Found(
        "targets", figures, text, tables=tables, origins=origins, uncertain=[words("uncertain.targets")],
        not_measured=[words("not_measured.targets")],
    )  # fmt: skip


def _aim_text(at, places, aims, words) -> list[str]:
    told = [one for one in aims if one.gaps[at].met is not None]
    if not told:
        return [words("targets.none", name=places.names[at])]
    met = sum(bool(one.gaps[at].met) for one in told)
    said = [words.many("targets.lead", len(told), name=places.names[at], met=met)]
    for one in told:
        gap = one.gaps[at]
        key = "targets.met" if gap.met else "targets.left"
        sign = words("targets.least" if gap.target.better == HIGHER else "targets.most")
        said.append(words(key, label=one.label, year=one.year, value=words.number(one.values[at], one.decimals), unit=_said(one.unit, words),
                          target=f"{sign} {_round(gap.target.value, one.decimals, words)}", gap=words.number(abs(gap.gap), one.decimals),
                          points=words("percentage_points") if one.unit == "%" else one.unit))  # fmt: skip
    return words.paragraphs(said)


def _round(value: float, decimals: int, words: Words) -> str:
    """A target as it was decided: whole where it is whole."""
    return words.number(value, 0 if float(value).is_integer() else decimals)


def _said(unit: str, words: Words) -> str:
    return words("percent") if unit == "%" else unit


def _aim_table(at, aims, words) -> Table:
    columns = [
        words(f"targets.column_{one}") for one in ("indicator", "year", "value", "target", "gap", "met", "decided")
    ]
    rows = []
    for one in aims:
        gap = one.gaps[at]
        target = gap.target
        met = "–" if gap.met is None else words("yes" if gap.met else "no")
        decided = (
            words("targets.decided", who=target.decided_by or "–", date=target.decided_date or "–")
            if target
            else words("why.no_target")
        )
        sign = words("targets.least" if target.better == HIGHER else "targets.most") if target else ""
        rows.append([f"{one.label} ({one.unit})" if one.unit else one.label, str(one.year), plain_value(one.values[at]),
                     f"{sign} {_round(target.value, one.decimals, words)}" if target else None,
                     None if gap.gap is None else gap.gap, met, decided])  # fmt: skip
    decimals = max(one.decimals for one in aims)
    return Table(words("targets.table"), columns, rows, (0, 0, decimals, 0, decimals, 0, 0))


def aims_by_indicator(rows: Sequence[Mapping]) -> dict[tuple[str, int], list[Mapping]]:
    """Rows of the table of targets by indicator and year, in that order."""
    found: dict[tuple[str, int], list[Mapping]] = {}
    for row in sorted(rows, key=lambda one: (one["indicator"], int(one["year"]), one["area_code"])):
        found.setdefault((row["indicator"], int(row["year"])), []).append(row)
    return found
