"""Segregation: how unevenly a group of people lives among areas (methods section 2.6).

For areas i: x the group, t everybody, p = x/t; X, T and P are those of all areas together. A measure that has no meaning,
as where nobody or everybody belongs to the group (P is 0 or 1), is NaN.
"""

from __future__ import annotations

import numpy as np

from .borders import Borders


def one_group(group: np.ndarray, total: np.ndarray) -> dict[str, float]:
    """The measures that need no map, of ``group`` (a) among ``total`` (a, people)."""
    people, share = total.sum(), _overall(group, total)
    names = ("dissimilarity", "isolation", "exposure", "eta2", "entropy", "gini", "minmax")
    if np.isnan(share):
        return dict.fromkeys(names, np.nan)
    own = _shares(group, total)
    rest = total - group
    dissimilarity = np.abs(group / group.sum() - rest / rest.sum()).sum() / 2
    isolation = (group * own).sum() / group.sum()
    mixed = _entropy(np.array([share, 1 - share]))
    within = (total * (_plogp(own) + _plogp(1 - own))).sum() / people
    values = (
        dissimilarity,
        isolation,
        1 - isolation,
        (isolation - share) / (1 - share),
        (mixed + within) / mixed,
        _differences(own, total) / (2 * people**2 * share * (1 - share)),
        2 * dissimilarity / (1 + dissimilarity),
    )
    return dict(zip(names, map(float, values)))


def delta(group: np.ndarray, total: np.ndarray, area: np.ndarray) -> float:
    """Share of the group that would have to move for it to be equally dense everywhere; ``area`` (a, any unit)."""
    if np.isnan(_overall(group, total)) or not area.sum() > 0:
        return np.nan
    return float(np.abs(group / group.sum() - area / area.sum()).sum() / 2)


def morrill(group: np.ndarray, total: np.ndarray, near: Borders) -> float:
    """Dissimilarity less the mean difference in share between areas that touch (queen): what a border nearby evens out.

    An area without people counts with share 0, as in the library segregation. NaN where no areas touch.
    """
    if np.isnan(_overall(group, total)) or len(near.first) == 0:
        return np.nan
    own = _shares(group, total)
    return one_group(group, total)["dissimilarity"] - float(np.abs(own[near.first] - own[near.second]).mean())


def wong(group: np.ndarray, total: np.ndarray, near: Borders) -> float:
    """As ``morrill``, but each area's neighbours weighted by how much of its border with others they share."""
    if np.isnan(_overall(group, total)) or not near.metres.sum() > 0:
        return np.nan
    own, count = _shares(group, total), len(total)
    border = np.bincount(near.first, near.metres, count) + np.bincount(near.second, near.metres, count)
    apart = near.metres * np.abs(own[near.first] - own[near.second])
    differing = np.bincount(near.first, apart, count) + np.bincount(near.second, apart, count)
    mean = np.divide(differing, border, out=np.zeros(count), where=border > 0).sum() / count
    return one_group(group, total)["dissimilarity"] - float(mean)


def several_groups(groups: np.ndarray) -> dict[str, float]:
    """Multigroup measures of ``groups`` (a, k), where everybody belongs to exactly one."""
    names = ("multigroup_d", "multigroup_h", "multigroup_exposure")
    groups = groups[:, groups.sum(0) > 0]
    if groups.shape[1] < 2:
        return dict.fromkeys(names, np.nan)
    total = groups.sum(1)
    people, share = total.sum(), groups.sum(0) / total.sum()
    own = np.divide(groups, total[:, None], out=np.zeros(groups.shape), where=total[:, None] > 0)
    apart = total[:, None] * np.abs(own - share)
    relative = np.log(np.divide(own, share), out=np.zeros(own.shape), where=own > 0)
    values = (
        apart.sum() / (2 * people * (share * (1 - share)).sum()),
        (total[:, None] * own * relative).sum() / (people * _entropy(share)),
        (total[:, None] * (own - share) ** 2 / (people * (1 - share))).sum(),
    )
    return dict(zip(names, map(float, values)))


def _overall(group, total) -> float:
    """P; NaN where nobody or everybody belongs to the group."""
    part, people = group.sum(), total.sum()
    return float(part / people) if 0 < part < people else np.nan


def _shares(group, total) -> np.ndarray:
    return np.divide(group, total, out=np.zeros(len(total)), where=total > 0)


def _plogp(share: np.ndarray) -> np.ndarray:
    return share * np.log(share, out=np.zeros(share.shape), where=share > 0)


def _entropy(share: np.ndarray) -> float:
    return float(-_plogp(share).sum())


def _differences(own: np.ndarray, total: np.ndarray) -> float:
    """The sum over all pairs i, j of t_i t_j |p_i - p_j|, from the areas in order of p: never a matrix of all pairs."""
    order = np.argsort(own, kind="stable")
    own, total = own[order], total[order]
    before, weighted = np.cumsum(total) - total, np.cumsum(total * own) - total * own
    return float(2 * (total * (own * before - weighted)).sum())
