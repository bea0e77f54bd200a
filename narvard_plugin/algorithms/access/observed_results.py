"""What a comparison with known trips is written as: rows for the map and the table, sentences, and the words of its page."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np

from ...adapters.outputs import Column, numbers
from ...adapters.reading import listed
from ...adapters.trips import NO_HOUR, Trips
from ...core.access.fit_page import ClassRow, number
from ...core.access.observed import LEAST, MOST, Comparison, Errors, measure_errors
from ...core.network.travel import NO_ROAD, NO_ROUTE, OK
from ...i18n import tr

MOST_SHARES = 8  # classes with a field of their own in OUTPUT
UNKNOWN, FERRY = "unknown", "ferry"  # names in fields and tables, where a class has none


class Compared(NamedTuple):
    """Usable ``trips`` (t), of which the rows ``attached`` (a) stand on roads at both ends and are in ``comparison``; ``status``
    (t) text; ``names`` of the classes of road; and how many trips were ``skipped`` for what they lack."""

    trips: Trips
    status: np.ndarray
    attached: np.ndarray
    comparison: Comparison
    names: list[str]
    skipped: int

    @property
    def routed(self) -> np.ndarray:
        """(attached) bool: has the trip a route?"""
        return np.isfinite(self.comparison.computed)

    @property
    def used(self) -> Trips:
        """The trips that errors and factors are made from."""
        return self.trips.take(self.attached[self.routed])

    @property
    def minutes_by_class(self) -> np.ndarray:
        """Minutes (k + 1) of all compared trips by class, weighted."""
        return self.used.weight @ self.comparison.tally.by_class[self.routed]

    @property
    def trips_on_class(self) -> np.ndarray:
        """Trips (k + 1) that use each class: those behind its factor, where there is one."""
        trips = (self.comparison.tally.by_class[self.routed] > 0).sum(0)
        if self.comparison.proposal is not None:
            trips[:-1] = self.comparison.proposal.trips
        return trips

    @property
    def main_class(self) -> np.ndarray:
        """(attached) number of the class with most minutes; −1 where a trip has none."""
        by_class = self.comparison.tally.by_class
        return np.where(by_class.any(1), by_class.argmax(1), -1)


def class_words(names: list[str]) -> list[str]:
    """Names of classes as fields and tables hold them, ferries last."""
    return [*(name or UNKNOWN for name in names), FERRY]


def shown_classes(minutes: np.ndarray) -> list[int]:
    """The classes with a field of their own: those with most minutes, in the classes' own order."""
    most = np.argsort(-minutes, kind="stable")[:MOST_SHARES]
    return sorted(at for at in most.tolist() if minutes[at] > 0)


def output_columns(words: list[str], shown: list[int]) -> list[Column]:
    share = tr("Share of the time on {name}")
    return [
        Column("trip_id", "text", tr("Trip")),
        Column("weight", "real", tr("Number of trips")),
        Column("hour", "integer", tr("Hour")),
        Column("observed_minutes", "real", tr("Observed time (min)")),
        Column("computed_minutes", "real", tr("Computed time (min)")),
        Column("deviation", "real", tr("Computed − observed (min)")),
        Column("ratio", "real", tr("Computed / observed")),
        Column("offroad_minutes", "real", tr("Of which off the road (min)")),
        Column("metres", "real", tr("Length along roads (m)")),
        Column("main_class", "text", tr("Class with most time")),
        Column("main_share", "real", tr("Its share of the time (0–1)")),
        *(Column(name, "real", share.format(name=words[at])) for name, at in zip(share_names(words, shown), shown)),
        Column("minutes_with_factors", "real", tr("Computed time with the proposed factors (min)")),
        Column("deviation_with_factors", "real", tr("Deviation with the proposed factors (min)")),
        Column("direction", "text", tr("Direction")),
        Column("status", "text", tr("Status")),
    ]


def share_names(words: list[str], shown: list[int]) -> list[str]:
    """Field names share_<class>, each different also in a file that compares them without case."""
    names = []
    for at in shown:
        name = "share_" + re.sub(r"\W+", "_", words[at].lower()).strip("_")
        names.append(name if name not in names else f"{name}_{at}")
    return names


def output_rows(compared: Compared, off_road: np.ndarray, shown: list[int], direction: str):
    """Values of each trip in the order of the trips; ``off_road`` minutes (a) belong to the attached."""
    comparison, tally = compared.comparison, compared.comparison.tally
    own = np.full(len(compared.trips.ids), -1)
    own[compared.attached] = np.arange(len(compared.attached))
    words, main = class_words(compared.names), compared.main_class
    after = comparison.computed_after
    for row, at in enumerate(own.tolist()):
        trips = compared.trips
        hour = int(trips.hour[row]) if trips.hour[row] != NO_HOUR else None
        told = [trips.ids[row], float(trips.weight[row]), hour, float(trips.observed[row])]
        if at < 0 or compared.status[row] != OK:
            yield [*told, *[None] * (9 + len(shown)), direction, compared.status[row]]
            continue
        computed, observed = comparison.computed[at], trips.observed[row]
        by_class, minutes = tally.by_class[at], tally.by_class[at].sum()
        shares = by_class / minutes if minutes > 0 else np.full(len(by_class), np.nan)
        changed = [after[at], after[at] - observed] if after is not None else [np.nan] * 2
        yield [
            *told,
            *numbers([computed, computed - observed, computed / observed, off_road[at], tally.metres[at].sum()]),
            words[main[at]] if main[at] >= 0 else None,
            *numbers([shares[main[at]] if main[at] >= 0 else np.nan, *shares[shown], *changed]),
            direction,
            compared.status[row],
        ]


def summary_columns() -> list[Column]:
    return [
        Column("measure", "text", tr("Measure")),
        Column("road_class", "text", tr("Class of road (blank = all)")),
        Column("hour", "integer", tr("Hour (blank = all)")),
        Column("value", "real", tr("Value (minutes, or shares 0–1)")),
    ]


def summary_rows(compared: Compared) -> list[tuple]:
    """Rows (measure, class, hour, value): the whole, then each class, then each hour."""
    rows = [
        ("trips_read", None, None, len(compared.trips.ids) + compared.skipped),
        ("trips_skipped", None, None, compared.skipped),
        *((f"trips_{status}", None, None, (compared.status == status).sum()) for status in (NO_ROAD, NO_ROUTE)),
    ]
    comparison = compared.comparison
    rows += _error_rows(comparison.errors, "", None, None)
    rows += _error_rows(comparison.errors_after, "_with_factors", None, None)
    if comparison.proposal is not None:
        rows.append(("factor_overall", None, None, comparison.proposal.overall))
    rows += [row for at, name in enumerate(class_words(compared.names)) for row in _class_rows(compared, at, name)]
    hour = compared.used.hour
    for one in sorted(set(hour.tolist()) - {NO_HOUR}):
        rows += _group_rows(compared, hour == one, None, one)
    return [(*row[:3], None if not np.isfinite(row[3]) else float(row[3])) for row in rows]


def _class_rows(compared: Compared, at: int, name: str):
    proposal, tally = compared.comparison.proposal, compared.comparison.tally
    minutes = compared.minutes_by_class
    if not minutes[at] > 0:
        return
    km = compared.used.weight @ tally.metres[compared.routed] / 1000
    yield "minutes_share", name, None, minutes[at] / minutes.sum()
    yield "km", name, None, km[at]
    yield "km_share", name, None, km[at] / km.sum()
    yield "trips_on_class", name, None, float(compared.trips_on_class[at])
    if proposal is not None and at < len(proposal.factor):
        yield "factor", name, None, proposal.factor[at]
        yield "factor_standard_error", name, None, proposal.error[at]
        yield "factor_is_own", name, None, float(proposal.own[at])
    yield from _group_rows(compared, compared.main_class[compared.routed] == at, name, None)


def _group_rows(compared: Compared, those: np.ndarray, name: str | None, hour: int | None) -> list[tuple]:
    """Errors of some of the compared trips: by the class with most of their time, or by hour."""
    if not those.any():
        return []
    trips, comparison = compared.used.take(those), compared.comparison
    rows = []
    for computed, suffix in ((comparison.computed, ""), (comparison.computed_after, "_with_factors")):
        if computed is not None:
            errors = measure_errors(trips.observed, computed[compared.routed][those], trips.weight)
            rows += _error_rows(errors, suffix, name, hour)
    return rows


def _error_rows(errors: Errors | None, suffix: str, name: str | None, hour: int | None) -> list[tuple]:
    if errors is None:
        return []
    names = {
        "trips": "trips", "weight": "weight", "bias": "bias_minutes", "bias_share": "bias_share",
        "median": "median_deviation_minutes", "mean_absolute": "mean_absolute_minutes",
        "p90_absolute": "p90_absolute_minutes", "within_10": "share_within_10_percent",
        "within_20": "share_within_20_percent",
    }  # fmt: skip
    return [
        (names[field] + suffix, name, hour, float(value))
        for field, value in errors._asdict().items()
        if not (suffix and field in ("trips", "weight"))
    ]


def class_table(compared: Compared) -> list[ClassRow]:
    """The page's table: one row per class of road with any time, ferries last."""
    proposal, tally, minutes = compared.comparison.proposal, compared.comparison.tally, compared.minutes_by_class
    km = compared.used.weight @ tally.metres[compared.routed] / 1000
    factor, error = np.full(len(minutes), np.nan), np.full(len(minutes), np.nan)
    if proposal is not None:
        factor[:-1], error[:-1] = proposal.factor, proposal.error
    names = [*(name or tr("no class") for name in compared.names), tr("ferry")]
    return [
        ClassRow(
            names[at], minutes[at] / minutes.sum(), km[at], int(compared.trips_on_class[at]), factor[at], error[at]
        )
        for at in np.flatnonzero(minutes > 0).tolist()
    ]


def verdict(errors: Errors, decimal_sign: str) -> str:
    """Two sentences that say how far off the model is."""
    figures = {
        "minutes": number(abs(errors.bias), 1, decimal_sign),
        "percent": number(abs(100 * errors.bias_share), 0, decimal_sign),
    }
    if not np.isfinite(errors.bias):
        return tr("No trip has any weight, so nothing can be said.")
    if errors.bias < 0:
        mean = tr("On average the model says {minutes} minutes less than was observed ({percent} per cent too little).")
    else:
        mean = tr("On average the model says {minutes} minutes more than was observed ({percent} per cent too much).")
    spread = tr("Nine trips in ten differ by at most {minutes} minutes.")
    return " ".join([
        mean.format(**figures), spread.format(minutes=number(errors.p90_absolute, 1, decimal_sign))
    ])  # fmt: skip


def say_comparison(compared: Compared, account, feedback, decimal_sign: str) -> None:
    """The errors, the factors, and what makes them doubtful, for the log and the metadata."""
    comparison, proposal = compared.comparison, compared.comparison.proposal
    account.say(feedback, tr("{n} trips were compared.").format(n=comparison.errors.trips))
    account.say(feedback, verdict(comparison.errors, decimal_sign))
    for status, text in (
        (NO_ROAD, tr("{n} trips begin or end too far from a road: {list}.")),
        (NO_ROUTE, tr("{n} trips have no route along the roads: {list}.")),
    ):
        lost = compared.trips.ids[compared.status == status]
        if len(lost):
            account.say(feedback, text.format(n=len(lost), list=listed(lost)), warn=True)
    if compared.names == [""]:
        text = tr(
            "The network knows no classes of road. Make it again with CLASS_FIELD to get a factor for each class."
        )
        account.say(feedback, text, warn=True)
    if proposal is None:
        return
    for sentence in (factors_sentence(compared, decimal_sign), overall_sentence(compared, decimal_sign)):
        if sentence:
            account.say(feedback, sentence)
    if not LEAST <= proposal.unbounded <= MOST:
        text = tr(
            "The trips took {factor} times as long as the network says. Factors stay between {least} and {most}: check that OBSERVED_MINUTES are minutes of driving, and that starts and ends are not mixed up."
        )
        shown = (number(value, 2, decimal_sign) for value in (proposal.unbounded, LEAST, MOST))
        account.say(feedback, text.format(**dict(zip(("factor", "least", "most"), shown))), warn=True)


def factors_sentence(compared: Compared, decimal_sign: str) -> str:
    """The proposed factors of classes that have their own."""
    proposal, words = compared.comparison.proposal, class_words(compared.names)
    own = np.flatnonzero((proposal.minutes > 0) & proposal.own)
    shown = "; ".join(f"{words[at]}: {number(proposal.factor[at], 2, decimal_sign)}" for at in own)
    return tr("Proposed factors on drive time per class: {list}.").format(list=shown) if shown else ""


def overall_sentence(compared: Compared, decimal_sign: str) -> str:
    """The overall factor, and which classes have it for want of trips."""
    proposal, words = compared.comparison.proposal, class_words(compared.names)
    few = [words[at] for at in np.flatnonzero((proposal.minutes > 0) & ~proposal.own)]
    if few:
        text = tr(
            "Too few trips for a factor of their own: {list}; they and classes without trips get the overall factor {overall}."
        )
    else:
        text = tr("Classes without trips get the overall factor {overall}.")
    return text.format(list=", ".join(few), overall=number(proposal.overall, 2, decimal_sign))
