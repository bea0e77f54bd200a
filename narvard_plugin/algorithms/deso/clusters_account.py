"""What a run of the clusters tells: who has no neighbours, how many areas are pointed out, and Moran's I of the whole map."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from ...adapters.outputs import Column
from ...adapters.reading import listed
from ...core.deso.autocorrelation import GlobalMoran, is_constant
from ...core.deso.local_clusters import (
    COLD,
    GISTAR,
    HIGH_HIGH,
    HIGH_LOW,
    HOT,
    ISLAND,
    LOW_HIGH,
    LOW_LOW,
    NOT_SIGNIFICANT,
    Asked,
    LocalClusters,
    areas_that_must_agree,
)
from ...i18n import tr


class Question(NamedTuple):
    """Areas (n, by rising id): rows ``fids``, texts ``ids``, the ``values`` asked about, and binary ``weights`` (n × n)."""

    fids: list
    ids: np.ndarray
    values: np.ndarray
    weights: csr_matrix


def say_found(question: Question, asked: Asked, answer: LocalClusters, account, feedback) -> None:
    if is_constant(question.values):
        account.say(feedback, tr("All areas have the same value, so there is nothing to compare."), warn=True)
    islands = answer.cluster == ISLAND
    if islands.any():
        text = tr(
            "{n} areas have no neighbours with a value, and so no statistic: {list}. If they do meet others on the map, "
            "raise TOLERANCE, or choose the nearest areas (knn)."
        )
        account.say(feedback, text.format(n=islands.sum(), list=listed(question.ids[islands])), warn=True)
    names = _gistar_names() if asked.method == GISTAR else _moran_names()
    counted = ", ".join(f"{label} {(answer.cluster == word).sum()}" for word, label in names.items())
    account.say(feedback, tr("Areas with a value: {n}, of them {counts}.").format(n=len(question.ids), counts=counted))
    tested = int(np.isfinite(answer.p).sum())
    least = areas_that_must_agree(tested, asked)
    if asked.controlled and least > 1:  # a lone area cannot pass, however unlike chance it is
        text = tr(
            "With {m} permutations p is never below {p}, so with FDR at least {n} of the {tested} areas must reach that low "
            "before any is pointed out. More PERMUTATIONS lower the number, and make the result depend less on SEED."
        )
        lowest = f"{2 / (asked.permutations + 1):.2g}"
        nothing = set(answer.cluster) <= {NOT_SIGNIFICANT, ISLAND}
        account.say(feedback, text.format(m=asked.permutations, p=lowest, n=least, tested=tested), warn=nothing)


def _moran_names() -> dict[str, str]:
    return {
        HIGH_HIGH: tr("high among high"), LOW_LOW: tr("low among low"), HIGH_LOW: tr("high among low"),
        LOW_HIGH: tr("low among high"), NOT_SIGNIFICANT: tr("not significant"),
    }  # fmt: skip


def _gistar_names() -> dict[str, str]:
    return {HOT: tr("hot spot"), COLD: tr("cold spot"), NOT_SIGNIFICANT: tr("not significant")}


def say_global(found: GlobalMoran, account, feedback) -> None:
    if not np.isfinite(found.moran_i):
        account.say(feedback, tr("Moran's I of the whole map is not defined."), warn=True)
        return
    text = tr("Moran's I of the whole map: {i} (without any pattern {e}); p {p}, two-sided, under randomisation.")
    facts = {"i": f"{found.moran_i:.3f}", "e": f"{found.expected:.3f}", "p": _p_text(found.p_random)}
    account.say(feedback, text.format(**facts))


def _p_text(p: float) -> str:
    return "< 0.001" if p < 0.001 else f"= {p:.3f}"


def global_columns():
    return [
        Column("weights", "text", tr("Weights")),
        Column("areas", "integer", tr("Areas")),
        Column("moran_i", "real", tr("Moran's I")),
        Column("expected", "real", tr("Expected without any pattern")),
        Column("variance_normal", "real", tr("Variance under normality")),
        Column("variance_random", "real", tr("Variance under randomisation")),
        Column("z_normal", "real", tr("z under normality")),
        Column("z_random", "real", tr("z under randomisation")),
        Column("p_normal", "real", tr("p under normality, two-sided")),
        Column("p_random", "real", tr("p under randomisation, two-sided")),
    ]
