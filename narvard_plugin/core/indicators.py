"""One indicator over areas or units: summed up to larger areas where that is honest, ranked, and set against a target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

import numpy as np

COUNT, SHARE, OTHER = "count", "share", "other"
OK, SUPPRESSED, MISSING, ESTIMATED, COMPUTED = "ok", "suppressed", "missing", "estimated", "computed"
LOWER, HIGHER = "lower", "higher"
NAN = float("nan")


class Figure(NamedTuple):
    """One area's or unit's figure; ``value`` is NaN where there is none, and ``status`` says why.

    ``weight``: the people behind it (NaN unknown). ``own``: of the own region. ``date`` and ``source`` as texts.
    """

    code: str
    name: str
    value: float
    status: str
    weight: float = NAN
    own: bool = True
    date: str = ""
    source: str = ""


class Target(NamedTuple):
    """A decided value of an ``area`` for a ``year``; ``better`` is lower or higher."""

    area: str
    year: int
    value: float
    better: str
    unit: str = ""
    decided: str = ""


def summed_up(
    figures: Sequence[Figure], larger: Mapping[str, str], names: Mapping[str, str], own: str, kind: str
) -> list[Figure]:
    """The ``figures`` of small areas for the ``larger`` areas (code → code) that they lie in.

    A count is summed, a share is averaged by people; both only where every small area has its figure: otherwise the larger
    area is missing, for a part is not the whole. ``OTHER`` gives nothing at all. ``own``: the own region's code.
    """
    if kind not in (COUNT, SHARE):
        return []
    inside: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.code in larger:
            inside.setdefault(larger[figure.code], []).append(figure)
    found = []
    for code, parts in sorted(inside.items()):
        value, weight = np.array([part.value for part in parts]), np.array([part.weight for part in parts])
        whole = value.sum() if kind == COUNT else _mean(value, weight)
        status = COMPUTED if np.isfinite(whole) else _worst(parts)
        dates, sources = (_one(getattr(part, name) for part in parts) for name in ("date", "source"))
        found.append(
            Figure(
                code, names.get(code, code), float(whole), status, float(weight.sum()), code[:2] == own, dates, sources
            )
        )
    return found


def in_order(figures: Sequence[Figure]) -> list[Figure]:
    """The largest first; those without a figure last, by name."""
    return sorted(
        figures, key=lambda one: (not np.isfinite(one.value), -one.value if np.isfinite(one.value) else 0.0, one.name)
    )


def own_mean(figures: Sequence[Figure], kind: str) -> float:
    """The mean of the own region's figures by people; NaN for counts, where people are unknown, or a figure is missing."""
    own = [one for one in figures if one.own]
    if kind == COUNT or not own:
        return NAN
    return _mean(np.array([one.value for one in own]), np.array([one.weight for one in own]))


def target_of(targets: Sequence[Target], area: str, region: str, year: int) -> Optional[Target]:
    """The target of the ``area``, else of its ``region``: the first that is due in ``year`` or later, else the last."""
    for code in (area, region):
        due = sorted((one for one in targets if one.area == code), key=lambda one: one.year)
        if due:
            return next((one for one in due if one.year >= year), due[-1])
    return None


def is_met(value: float, target: Optional[Target]) -> Optional[bool]:
    """Whether the value reaches the target, the target itself included; None where either is not known."""
    if target is None or not np.isfinite(value):
        return None
    return bool(value <= target.value if target.better == LOWER else value >= target.value)


def _mean(value: np.ndarray, weight: np.ndarray) -> float:
    """NaN where any value or weight is missing, or nobody lives there."""
    total = weight.sum()
    return float((value * weight).sum() / total) if np.isfinite(total) and total > 0 else NAN


def _worst(parts: Sequence[Figure]) -> str:
    hidden = any(part.status == SUPPRESSED for part in parts)
    return SUPPRESSED if hidden else MISSING


def _one(texts) -> str:
    """What they all say; the first and the last where they differ."""
    said = sorted({text for text in texts if text})
    return said[0] if len(said) == 1 else " – ".join((said[0], said[-1])) if said else ""
