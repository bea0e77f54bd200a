"""A development grant in words: each unit's line, and why a rule cannot be followed."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtCore import QLocale

from ...adapters.reading import listed
from ...core.deso.grant import (
    ACG,
    AT_CEILING,
    AT_DECREASE,
    AT_FLOOR,
    AT_INCREASE,
    NEUTRAL,
    OVER_THRESHOLD,
    PROPORTIONAL,
    STEP,
    BoundsCross,
    Grant,
    GrantError,
    NobodyListed,
    NobodyOver,
    PotOutside,
    Rule,
    Units,
    over_threshold,
)
from ...i18n import tr
from .grant_parameters import LISTED_BASE


def kronor(amount: float, decimals: int = 0) -> str:
    """An amount with thousands apart, as users write it."""
    return QLocale().toString(float(amount), "f", decimals)


def factor(value: float) -> str:
    """A number with so many digits that a unit's line can be worked out anew."""
    return QLocale().toString(float(value), "g", 9)


def explained(rule: Rule, units: Units, grant: Grant, base: str = "") -> list[str]:
    """Each unit's line: listed × index … = kronor, the bound that decides instead, and the whole kronor.

    ``base`` is told where there are two.
    """
    over = over_threshold(units.index, rule.threshold)
    lines = []
    for row in range(len(units.ids)):
        if units.listed[row] <= 0:
            lines.append(tr("Nobody is listed here: 0 kronor."))
            continue
        parts = [_base(base), _by_rule(rule, units, grant, row, over[row]), _by_bound(rule, units, grant, row)]
        parts.append(tr("In whole kronor: {amount}.").format(amount=kronor(grant.kronor[row])))
        lines.append(" ".join(part for part in parts if part))
    return lines


def sentence_of(error: GrantError) -> str:
    """What happened, and what to do about it."""
    if isinstance(error, PotOutside):
        smallest, largest = kronor(np.ceil(error.smallest)), kronor(np.floor(error.largest))
        if np.isinf(error.largest):
            text = tr(
                "The pot does not suffice for what floor and largest change demand: the smallest possible pot is {smallest} kronor."
            )
            return text.format(smallest=smallest)  # fmt: skip
        text = tr(
            "Floor, ceiling and largest change leave no way to share the pot: the smallest possible pot is {smallest} kronor and the largest {largest}. Change the pot or the bounds."
        )
        return text.format(smallest=smallest, largest=largest)
    if isinstance(error, BoundsCross):
        text = tr(
            "Floor or ceiling and the largest change contradict each other for {n} units: {list}. Change one of them."
        )
        return text.format(n=len(error.ids), list=listed(error.ids))  # fmt: skip
    if isinstance(error, NobodyOver):
        return tr("No unit is over the threshold, so nobody would get anything. Check the threshold and the index's scale.")  # fmt: skip
    if isinstance(error, NobodyListed):
        return tr("No unit has any listed, so there is nobody to share among.")
    return tr("The index (or ACG) of every unit is 0, so nothing can be shared by it.")


def _base(base: str) -> str:
    if not base:
        return ""
    return tr("By where its listed live:") if base == LISTED_BASE else tr("By where the unit stands:")


def _by_rule(rule: Rule, units: Units, grant: Grant, row: int, over: float) -> str:
    facts = {
        "listed": factor(units.listed[row]),
        "index": factor(units.index[row]),
        "threshold": factor(rule.threshold),
        "amount": kronor(grant.by_rule[row], 2),
        "flat": factor(grant.terms.flat),
        "each": factor(grant.terms.per_index),
    }
    if rule.method in OVER_THRESHOLD and over == 0:
        return tr("The index {index} is not over the threshold {threshold}: 0 kronor by the rule.").format(**facts)
    if rule.method == STEP:
        text = tr(
            "The index {index} is over the threshold {threshold}: {points} points × {each} kronor = {amount} kronor."
        )
        return text.format(points=factor(units.points[row]), **facts)  # fmt: skip
    if rule.method == PROPORTIONAL:
        return tr("{listed} listed × index {index} × {each} kronor = {amount} kronor.").format(**facts)
    if rule.method == NEUTRAL:
        text = tr("{listed} listed × ({flat} kronor + index {index} × {each} kronor) = {amount} kronor.")
        return text.format(**facts)
    if rule.method == ACG:
        facts["acg"], facts["each_acg"] = factor(units.acg[row]), factor(grant.terms.per_acg)
        text = tr(
            "{listed} listed × ({flat} kronor + index {index} × {each} kronor + ACG {acg} × {each_acg} kronor) = {amount} kronor."
        )
        return text.format(**facts)
    text = tr("{listed} listed × (index {index} − threshold {threshold}) × {each} kronor = {amount} kronor.")
    return text.format(**facts)


def _by_bound(rule: Rule, units: Units, grant: Grant, row: int) -> str:
    amount = kronor(grant.exact[row], 2)
    if grant.bound[row] == AT_FLOOR:
        text = tr("The floor of {bound} kronor per listed raises it to {amount}.")
        return text.format(bound=factor(rule.floor), amount=amount)
    if grant.bound[row] == AT_CEILING:
        text = tr("The ceiling of {bound} kronor per listed lowers it to {amount}.")
        return text.format(bound=factor(rule.ceiling), amount=amount)
    if grant.bound[row] in (AT_DECREASE, AT_INCREASE):
        facts = {"share": factor(100 * rule.max_change), "before": kronor(units.previous[row]), "amount": amount}
        if grant.bound[row] == AT_DECREASE:
            text = tr(
                "It may fall by at most {share} per cent from last year's {before} kronor, which raises it to {amount}."
            )
        else:
            text = tr(
                "It may rise by at most {share} per cent from last year's {before} kronor, which lowers it to {amount}."
            )
        return text.format(**facts)  # fmt: skip
    return ""
