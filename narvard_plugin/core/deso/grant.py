"""Sharing a socioeconomic development grant among units: six rules, bounds, and whole kronor (methods section 2.3)."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np

PROPORTIONAL, EXCESS, TARIFF, STEP, NEUTRAL, ACG = "proportional", "excess", "tariff", "step", "neutral", "acg"
METHODS = (PROPORTIONAL, EXCESS, TARIFF, STEP, NEUTRAL, ACG)
OVER_THRESHOLD = (EXCESS, TARIFF, STEP)  # rules that give only above a threshold
OPEN = (TARIFF, STEP)  # rules with a price instead of a pot: their total is whatever it comes to

#: Which bound decides a unit's amount, where the rule alone does not.
AT_FLOOR, AT_CEILING, AT_DECREASE, AT_INCREASE = "floor", "ceiling", "decrease", "increase"
_NOISE = 1e-6  # kronor: far under what anybody is paid, far over what adding floats loses


class GrantError(ValueError):
    """A rule that cannot be followed with these units."""


class NobodyListed(GrantError):
    """No unit has any listed."""


class NobodyOver(GrantError):
    """No unit with listed has an index over the threshold."""


class NoNeed(GrantError):
    """The index (or ACG) of every unit with listed is 0, so nothing can be shared by it."""


class PotOutside(GrantError):
    """The bounds leave room only for pots from ``smallest`` to ``largest`` kronor."""

    def __init__(self, smallest: float, largest: float):
        super().__init__(f"{smallest} to {largest}")
        self.smallest, self.largest = smallest, largest


class BoundsCross(GrantError):
    """The units ``ids`` must by one bound have more than another lets them have."""

    def __init__(self, ids: list[str]):
        super().__init__(", ".join(ids))
        self.ids = ids


class Rule(NamedTuple):
    """How the money is shared. ``pot`` is kronor (unused by tariff and step), ``rate`` kronor per listed and index point
    (tariff) or per point (step); ``share`` (0–1) of the pot goes by the index (neutral); ``acg_weight`` and
    ``index_weight`` are shares of the pot (acg). ``floor`` and ``ceiling`` are kronor per listed; ``max_change`` is the
    largest change from the year before, as a share."""

    method: str
    pot: int = 0
    threshold: float = 0.0
    rate: float = 0.0
    share: float = 0.0
    acg_weight: float = 0.0
    index_weight: float = 0.0
    floor: float = 0.0
    ceiling: float = np.inf
    max_change: float = np.inf


class Units(NamedTuple):
    """Units (n): ids as text, none twice; people listed; index per listed (NaN only where nobody is listed); points
    (step); ACG per listed (acg); and the amount of the year before, NaN where there was none."""

    ids: np.ndarray
    listed: np.ndarray
    index: np.ndarray
    points: Optional[np.ndarray] = None
    acg: Optional[np.ndarray] = None
    previous: Optional[np.ndarray] = None


class Terms(NamedTuple):
    """Kronor per listed: ``flat`` + ``per_index`` × the index (what lies over the threshold) + ``per_acg`` × ACG."""

    flat: float
    per_index: float
    per_acg: float


class Grant(NamedTuple):
    """What each unit (n) gets: ``exact`` kronor and whole ``kronor``; ``by_rule`` before the bounds, and the ``bound`` that
    decides instead ("" = none). ``terms`` is the rule in kronor; ``scale`` (λ) what its weights were multiplied by."""

    exact: np.ndarray
    kronor: np.ndarray
    by_rule: np.ndarray
    bound: np.ndarray
    terms: Terms
    scale: float


def allot(rule: Rule, units: Units) -> Grant:
    """The grant of each unit by ``rule``; the order of the units means nothing.

    With a pot, λ is found such that Σ clip(λ · listed · weight, low, high) = pot, and kronor are rounded by largest
    remainder with ties by id, so that they sum to the pot. A rule with a price is held within the bounds unit by unit.
    A unit without listed gets 0. The bounds hold for ``exact``, and within one krona for ``kronor``. Raises ``GrantError``.
    """
    order = sorted(range(len(units.ids)), key=units.ids.__getitem__)
    grant = _allot_in_order(rule, Units(*(None if column is None else column[order] for column in units)))
    back = np.empty(len(order), int)
    back[order] = np.arange(len(order))
    return Grant(*(part[back] if isinstance(part, np.ndarray) else part for part in grant))


def over_threshold(index: np.ndarray, threshold: float) -> np.ndarray:
    """How far each index (n) lies over the threshold, 0 where it does not. An index on the threshold is not over it,
    not even by what arithmetic with decimals adds."""
    excess = np.nan_to_num(index) - threshold
    return np.where(excess > 1e-12 * max(1.0, abs(threshold)), excess, 0.0)


def whole_kronor(exact: np.ndarray, total: int) -> np.ndarray:
    """Amounts (n, non-negative, summing to ``total``) as whole kronor with the same sum: the largest remainders are
    rounded up, and of equal ones the first."""
    base = np.floor(exact + _NOISE)
    remainder = np.round(exact - base, 6)
    kronor = base.astype(np.int64)
    lifted = np.argsort(-remainder, kind="stable")[: total - int(kronor.sum())]
    kronor[lifted] += 1
    return kronor


def _allot_in_order(rule: Rule, units: Units) -> Grant:
    some = units.listed > 0
    if not some.any():
        raise NobodyListed
    reading = index_read(rule, units.index)
    terms = _terms(rule, units, reading)
    acg = 0.0 if units.acg is None else np.nan_to_num(units.acg)
    weight = units.listed * (terms.flat + terms.per_index * reading + terms.per_acg * acg)
    if rule.method == STEP:
        weight = np.where(some, units.points, 0.0) * terms.per_index * reading
    if not (weight > 0).any():
        raise NobodyOver if rule.method in OVER_THRESHOLD else NoNeed
    low, high = _bounds(rule, units)
    scale = 1.0 if rule.method in OPEN else _scale(weight, low, high, rule.pot)
    by_rule = scale * weight
    exact = np.clip(by_rule, low, high)
    if rule.method in OPEN:
        kronor = np.floor(np.round(exact, 6) + 0.5).astype(np.int64)
    else:
        kronor = whole_kronor(exact, int(rule.pot))
    bound = _bound_that_bites(rule, units, by_rule, low, high)
    return Grant(exact, kronor, by_rule, bound, Terms(*(scale * term for term in terms)), scale)


def index_read(rule: Rule, index: np.ndarray) -> np.ndarray:
    """What ``rule`` reads of each index (n): the index itself, how far it lies over the threshold, or (step) 1 if it does."""
    if rule.method not in OVER_THRESHOLD:
        return np.nan_to_num(index)
    over = over_threshold(index, rule.threshold)
    return (over > 0).astype(float) if rule.method == STEP else over


def _terms(rule: Rule, units: Units, reading: np.ndarray) -> Terms:
    listed = units.listed.sum()
    if rule.method in OPEN:
        return Terms(0.0, rule.rate, 0.0)
    if rule.method in (PROPORTIONAL, EXCESS):
        return Terms(0.0, 1.0, 0.0)
    by_index, by_acg = (rule.share, 0.0) if rule.method == NEUTRAL else (rule.index_weight, rule.acg_weight)
    # What is left is rounded, as 1 − 0.7 − 0.3 would otherwise be a little more than nothing.
    flat = max(round(1 - by_index - by_acg, 12), 0.0)
    per_index = _per(by_index, (units.listed * reading).sum())
    per_acg = _per(by_acg, (units.listed * np.nan_to_num(units.acg)).sum()) if by_acg else 0.0
    return Terms(flat / listed, per_index, per_acg)


def _per(share: float, total: float) -> float:
    if share and not total > 0:
        raise NoNeed
    return share / total if share else 0.0


def _bounds(rule: Rule, units: Units) -> tuple[np.ndarray, np.ndarray]:
    """The least and the most kronor of each unit (n). A unit that got nothing the year before has no share to change by."""
    some = units.listed > 0
    low = rule.floor * units.listed
    high = np.zeros(len(low))
    high[some] = rule.ceiling * units.listed[some]
    if np.isfinite(rule.max_change):
        held = some & (np.nan_to_num(units.previous) > 0)
        low[held] = np.maximum(low[held], units.previous[held] * max(1 - rule.max_change, 0))
        high[held] = np.minimum(high[held], units.previous[held] * (1 + rule.max_change))
    crossing = low > high + _NOISE
    if crossing.any():
        raise BoundsCross(list(units.ids[crossing]))
    return low, np.maximum(low, high)


def _scale(weight: np.ndarray, low: np.ndarray, high: np.ndarray, pot: float) -> float:
    """λ with Σ clip(λ · weight, low, high) = pot, by bisection. A unit without weight stays at its least."""
    weighty = weight > 0
    smallest, largest = low.sum(), np.where(weighty, high, low).sum()
    slack = _NOISE + 1e-12 * pot
    if not smallest - slack <= pot <= largest + slack:
        raise PotOutside(smallest, largest)
    if not low.any() and np.isinf(high[weighty]).all():
        return pot / weight.sum()
    # With this λ every unit has its most, or the whole pot.
    below, above = 0.0, (np.minimum(high, pot)[weighty] / weight[weighty]).max()
    while True:
        middle = (below + above) / 2
        if not below < middle < above:
            return above
        if np.clip(middle * weight, low, high).sum() < pot:
            below = middle
        else:
            above = middle


def _bound_that_bites(rule: Rule, units: Units, by_rule: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    bound = np.full(len(by_rule), "", object)
    under, past = by_rule < low - _NOISE, by_rule > high + _NOISE
    bound[under] = AT_FLOOR
    bound[under & (low > rule.floor * units.listed + _NOISE)] = AT_DECREASE
    bound[past] = AT_CEILING
    with np.errstate(invalid="ignore"):  # no ceiling times nobody
        bound[past & (high < rule.ceiling * units.listed - _NOISE)] = AT_INCREASE
    return bound
