"""A topic's figures over all places at once, and the topic of one place made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional

import numpy as np

from ..deso.small_numbers import MINIMUM, too_few
from .content import Chart, Measure, Origin, Table, Topic
from .words import Words


@dataclass(frozen=True)
class Figure:
    """One measure of places (p; the region first): ``values`` NaN where there is none, and ``why`` (p) then says it.

    ``people`` (p): how many stand behind it, NaN unknown. ``period``: the data's year or date. ``source``: who tells it.
    ``note``: a setting that it hangs on (a norm, a mode), for whoever compares regions. ``shown``: it stands on the topic's page;
    one that is not stands in a table or chart there, and among the figures for download.
    """

    key: str
    label: str
    values: np.ndarray
    people: np.ndarray
    unit: str = ""
    decimals: int = 0
    better: str = ""
    why: Sequence[str] = ()
    period: str = ""
    source: str = ""
    note: str = ""
    shown: bool = True

    @property
    def told_people(self) -> np.ndarray:
        """``people`` as far as they may be told."""
        return counted(self.people, "", "")[0]

    def measure(self, at: int) -> Measure:
        value, region = _known(self.values[at]), _known(self.values[0])
        return Measure(
            self.key, self.label, value, self.unit, self.decimals, region if at else None, _known(self.told_people[at]),
            self.better, "" if value is not None else (self.why[at] if self.why else ""),
        )  # fmt: skip


@dataclass(frozen=True)
class Found:
    """All that is known of one topic. Per place (p): ``text``, ``charts``, ``tables`` and ``missing``; the rest is the same for all.

    Lists that are empty mean the same for every place: nothing.
    """

    key: str
    figures: Sequence[Figure] = ()
    text: Sequence[Sequence[str]] = ()
    charts: Sequence[Sequence[Chart]] = ()
    tables: Sequence[Sequence[Table]] = ()
    missing: Sequence[str] = ()
    origins: Sequence[Origin] = ()
    uncertain: Sequence[str] = ()
    not_measured: Sequence[str] = ()
    map: str = ""
    notes: Mapping[str, object] = field(default_factory=dict)

    def topic(self, at: int, words: Words) -> Topic:
        missing = self.missing[at] if self.missing else ""
        return Topic(
            self.key, words(f"title.{self.key}"), self.text[at] if self.text else (),
            [one.measure(at) for one in self.figures if one.shown],
            self.charts[at] if self.charts else (), self.tables[at] if self.tables else (), "" if missing else self.map,
            self.origins, self.uncertain, self.not_measured, missing,
        )  # fmt: skip

    def figure(self, key: str) -> Optional[Figure]:
        return next((one for one in self.figures if one.key == key), None)


def nothing(key: str, count: int, why: str, words: Words, origins: Sequence[Origin] = ()) -> Found:
    """A topic that nothing is known of in any of ``count`` places, and ``why``."""
    return Found(
        key, missing=[why] * count, origins=origins, not_measured=[words(f"not_measured.{key}")],
        uncertain=[words("uncertain.missing")],
    )  # fmt: skip


def failed(key: str, count: int, problem: str, words: Words, origins: Sequence[Origin] = ()) -> Found:
    """A topic that nothing is known of, for its tool stopped with the sentence ``problem``."""
    why = words("gap.failed", what=words(f"title.{key}"), problem=problem)
    return nothing(key, count, why, words, origins)


def counted(values: np.ndarray, hidden: str, missing: str, minimum: int = MINIMUM) -> tuple[np.ndarray, list[str]]:
    """Counts of people (p) that may be shown, NaN where they are too few, and why (p) there is none."""
    values = np.asarray(values, float)
    few = with_others(too_few(values, minimum), values, _outside(values), minimum)
    why = [hidden if a_few else missing if not np.isfinite(value) else "" for a_few, value in zip(few, values)]
    return np.where(few, np.nan, values), why


def shares(
    part: np.ndarray, whole: np.ndarray, hidden: str, missing: str, minimum: int = MINIMUM
) -> tuple[np.ndarray, list[str]]:
    """Per cent (p) of ``part`` in ``whole`` people, NaN where either the part or the rest is too few to be told, or unknown."""
    part, whole = np.asarray(part, float), np.asarray(whole, float)
    few = too_few(part, minimum) | too_few(whole - part, minimum) | too_few(whole, minimum)
    outside = min(_outside(part), _outside(whole - part))
    few = with_others(few, np.minimum(part, whole - part), outside, minimum)
    share = np.divide(100 * part, whole, out=np.full(len(part), np.nan), where=(whole > 0) & ~few)
    why = [hidden if a_few else missing if not np.isfinite(value) else "" for a_few, value in zip(few, share)]
    return share, why


def told_parts(values: np.ndarray, minimum: int = MINIMUM) -> np.ndarray:
    """Counts of people in the parts of one whole (g) that may be shown beside each other; NaN where they are too few, and in
    the part that would give a hidden one away when the others are taken from the whole."""
    return counted(np.append(np.nansum(values), values), "", "", minimum)[0][1:]


def with_others(few: np.ndarray, size: np.ndarray, outside: float = 0.0, minimum: int = MINIMUM) -> np.ndarray:
    """(p bool) what is hidden with the ``few``, so that the region's sum less the others tells of nobody: the areas with the
    smallest ``size`` (people, p), until at least two are hidden who together are not few. Those who live in the region
    ``outside`` its areas are told of nowhere, and so one of the hidden. Where the region itself is hidden, or nothing is,
    nothing more."""
    hidden = few.copy()
    if len(hidden) < 2 or hidden[0] or not (hidden[1:].any() or 0 < outside < minimum):
        return hidden
    for at in sorted(range(1, len(hidden)), key=lambda one: (size[one], one)):
        rows = np.flatnonzero(hidden)
        if len(rows) + (outside > 0) > 1 and np.nansum(size[rows]) + outside >= minimum:
            break
        if size[at] > 0:
            hidden[at] = True
    return hidden


def _outside(values: np.ndarray) -> float:
    """What the region (first) has beside its areas; 0 where that is not known."""
    left = float(values[0] - values[1:].sum()) if len(values) > 1 else 0.0
    return left if left > 1e-6 else 0.0


def why_missing(values: np.ndarray, reason: str) -> list[str]:
    """``reason`` where ``values`` (p) has none."""
    return ["" if np.isfinite(value) else reason for value in values]


def plain_value(value) -> Optional[float]:
    """A number for a table or chart; None where there is none."""
    return _known(value)


def _known(value) -> Optional[float]:
    return None if value is None or not np.isfinite(value) else float(value)
