"""What the money of a development grant gave: outcomes before and after it, and against units without a grant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np

LOWER, HIGHER = "lower", "higher"
#: Whether the effort of a line was paid by the grant, the unit had no grant at all, or the amounts do not tell.
GRANTED, COMPARISON, UNCLEAR = "granted", "comparison", "unclear"
MEASURED = "measured"
NO_YEAR_BEFORE = "no_year_before"  # measured twice, but not before the first year with money
ONLY_BEFORE = "only_before"  # never measured in or after the first year with money
ONE_YEAR_ONLY = "one_year_only"
NO_OUTCOME = "no_outcome"
NO_ROWS = "no_rows"  # a unit with money that nobody has followed up
IMPROVED, WORSENED, UNCHANGED = "better", "worse", "unchanged"


class Row(NamedTuple):
    """One outcome: ``amount`` kronor that year and ``outcome``, None = not told; ``better`` lower, higher or None."""

    unit: str
    year: int
    amount: Optional[float]
    effort: str
    indicator: str
    outcome: Optional[float]
    better: Optional[str]


class Line(NamedTuple):
    """One unit's effort and indicator. None wherever nothing is known, never 0.

    ``before`` is the last outcome before the first year with money (else the first there is), ``after`` the last;
    ``direction`` tells whether that is better or worse. ``amount`` is all kronor told, ``amount_until`` those up to
    the year of ``after`` (None where a year's amount until then is not told), ``untold`` the years whose amount is not told. ``comparison`` is the mean change over the same
    years of the ``comparison_units`` units that had no grant, ``difference`` the change minus that.
    """

    unit: str
    effort: Optional[str]
    indicator: Optional[str]
    role: str
    status: str
    better: Optional[str] = None
    first_year: Optional[int] = None
    last_year: Optional[int] = None
    amount: Optional[float] = None
    amount_until: Optional[float] = None
    untold: int = 0
    before: Optional[float] = None
    after: Optional[float] = None
    change: Optional[float] = None
    direction: Optional[str] = None
    per_100000: Optional[float] = None
    comparison: Optional[float] = None
    comparison_units: int = 0
    difference: Optional[float] = None


class Total(NamedTuple):
    """All granted lines of an effort and indicator. ``amount`` is the kronor told, and ``untold`` how many units lack some.
    ``measured`` of the ``units`` have a change, ``no_year_before`` of them without a year before the money; ``compared``
    have a difference. ``weighted_change`` weighs by kronor; None where those of a measured unit are not all told."""

    effort: str
    indicator: str
    better: Optional[str]
    units: int
    amount: Optional[float]
    measured: int
    improved: Optional[int]
    worsened: Optional[int]
    unchanged: Optional[int]
    no_year_before: int
    mean_change: Optional[float]
    weighted_change: Optional[float]
    compared: int
    comparison_units: int
    comparison_change: Optional[float]
    mean_difference: Optional[float]
    difference_direction: Optional[str]
    untold: int


class ContradictoryBetter(ValueError):
    """Rows of the ``indicators`` do not agree on whether lower or higher is better."""

    def __init__(self, indicators: list[str]):
        super().__init__(", ".join(indicators))
        self.indicators = indicators


def follow_up(rows: Sequence[Row]) -> list[Line]:
    """One line per unit, effort and indicator, sorted; the order of ``rows`` means nothing, and none occurs twice."""
    better = _better(rows)
    grouped = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.unit, row.effort, row.indicator, row.year)):
        grouped[row.unit, row.effort, row.indicator].append(row)
    without = units_without_grant(rows)
    others = _outcomes_of(without, rows)
    return [_line(key, group, better[key[2]], key[0] in without, others[key[2]]) for key, group in grouped.items()]


def units_without_grant(rows: Sequence[Row]) -> set[str]:
    """The units whose every row says 0 kronor."""
    return {row.unit for row in rows} - {row.unit for row in rows if row.amount != 0}


def differing_amounts(rows: Sequence[Row]) -> list[tuple[str, int, str]]:
    """Unit, year and effort whose amount is told differently beside different indicators, sorted."""
    told = defaultdict(set)
    for row in rows:
        told[row.unit, row.year, row.effort].add(row.amount)
    return sorted(key for key, amounts in told.items() if len(amounts) > 1)


def totals(lines: Sequence[Line]) -> list[Total]:
    """The granted lines by effort and indicator, sorted. The same kronor stand beside every indicator of an effort, and
    are never added over indicators."""
    grouped = defaultdict(list)
    for line in lines:
        if line.role == GRANTED and line.effort is not None:
            grouped[line.effort, line.indicator].append(line)
    return [_total(effort, indicator, grouped[effort, indicator]) for effort, indicator in sorted(grouped)]


def direction_of(change: Optional[float], better: Optional[str]) -> Optional[str]:
    """Whether a ``change`` (or a difference between changes) is for the better; None where that is not known."""
    if change is None or better is None:
        return None
    if change == 0:
        return UNCHANGED
    return IMPROVED if (change < 0) == (better == LOWER) else WORSENED


def _better(rows: Sequence[Row]) -> dict[str, Optional[str]]:
    told = defaultdict(set)
    for row in rows:
        told[row.indicator] |= {row.better} - {None}
    torn = sorted(indicator for indicator, words in told.items() if len(words) > 1)
    if torn:
        raise ContradictoryBetter(torn)
    return {indicator: next(iter(words), None) for indicator, words in told.items()}


def _outcomes_of(units: set[str], rows: Sequence[Row]) -> dict[str, dict[str, dict[int, float]]]:
    """Outcomes by indicator, unit and year; what stands beside several efforts is one outcome, their mean."""
    told = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for row in rows:
        if row.unit in units and row.outcome is not None:
            told[row.indicator][row.unit][row.year].append(row.outcome)
    means = defaultdict(dict)
    for indicator, by_unit in told.items():
        for unit in sorted(by_unit):
            means[indicator][unit] = {year: float(np.mean(sorted(own))) for year, own in by_unit[unit].items()}
    return means


def _line(key, rows: list[Row], better: Optional[str], without: bool, others: dict[str, dict[int, float]]) -> Line:
    """``rows`` are in the order of their years; ``others`` the outcomes of units without a grant."""
    amounts = [row.amount for row in rows if row.amount is not None]
    role = COMPARISON if without else GRANTED if any(amounts) else UNCLEAR
    amount = sum(amounts) if amounts else None
    line = Line(*key, role, NO_OUTCOME, better, amount=amount, untold=len(rows) - len(amounts))
    seen = [(row.year, row.outcome) for row in rows if row.outcome is not None]
    if not seen:
        return line
    paid = min((row.year for row in rows if row.amount), default=None)
    earlier = [one for one in seen if paid is not None and one[0] < paid]
    (first, before), (last, after) = earlier[-1] if earlier else seen[0], seen[-1]
    if len(seen) == 1:
        only = (
            {"first_year": first, "before": before} if earlier or paid is None else {"last_year": last, "after": after}
        )
        return line._replace(status=ONE_YEAR_ONLY, **only)
    if len(earlier) == len(seen):
        return line._replace(status=ONLY_BEFORE, first_year=first, before=before)
    change = after - before
    told = [row.amount for row in rows if row.year <= last]
    until = None if None in told else sum(told)
    compared = [own[last] - own[first] for own in others.values() if first in own and last in own]
    compared = [] if without else compared
    comparison = float(np.mean(compared)) if compared else None
    return line._replace(
        status=NO_YEAR_BEFORE if paid is not None and not earlier else MEASURED,
        first_year=first,
        last_year=last,
        amount_until=until,
        before=before,
        after=after,
        change=change,
        direction=direction_of(change, better),
        per_100000=change * 100_000 / until if until else None,
        comparison=comparison,
        comparison_units=len(compared),
        difference=change - comparison if compared else None,
    )


def _total(effort: str, indicator: str, lines: list[Line]) -> Total:
    changed = [line for line in lines if line.change is not None]
    compared = [line for line in changed if line.difference is not None]
    better = lines[0].better
    directions = [line.direction for line in changed]
    mean_difference = _mean([line.difference for line in compared])
    return Total(
        effort,
        indicator,
        better,
        units=len(lines),
        amount=sum(line.amount for line in lines),
        measured=len(changed),
        improved=directions.count(IMPROVED) if better else None,
        worsened=directions.count(WORSENED) if better else None,
        unchanged=directions.count(UNCHANGED) if better else None,
        no_year_before=sum(line.status == NO_YEAR_BEFORE for line in lines),
        mean_change=_mean([line.change for line in changed]),
        weighted_change=_weighted(changed),
        compared=len(compared),
        comparison_units=max((line.comparison_units for line in compared), default=0),
        comparison_change=_mean([line.comparison for line in compared]),
        mean_difference=mean_difference,
        difference_direction=direction_of(mean_difference, better),
        untold=sum(line.untold > 0 for line in lines),
    )


def _weighted(changed: list[Line]) -> Optional[float]:
    weights = [line.amount_until for line in changed]
    if not weights or None in weights:
        return None
    return float(np.average([line.change for line in changed], weights=weights))


def _mean(values: list[float]) -> Optional[float]:
    return float(np.mean(values)) if values else None
