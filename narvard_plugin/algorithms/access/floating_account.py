"""What a floating catchment run tells about itself: its weights, who and what is out of reach, and what a border may hide."""

from __future__ import annotations

import numpy as np

from ...adapters.reading import listed
from ...core.access import decay as falling
from ...core.access.floating import PER_DEMAND, RAAM, WITHOUT_COMPETITION, reach_of
from ...core.network.matrix import Pairs
from ...i18n import number, tr

CLEARLY_SHORTER = 0.95  # a matrix whose longest time is below this share of what counts
_NOTABLE_GAP = 1e-5  # of RAAM's cost


def say_decay(method: str, decay, account, feedback) -> None:
    """Which weights and which limit the run used, also where the parameters were blank."""
    if method == RAAM or decay.kind == falling.BINARY:
        text = tr("METHOD {method}: all pairs within the longest time count alike.")
    elif decay.kind == falling.STEPS:
        text = tr("METHOD {method}, weights by steps: {values}.")
    elif decay.kind == falling.GAUSSIAN:
        text = tr("METHOD {method}, weights gaussian with sigma {sigma} minutes.")
    elif decay.kind == falling.POWER:
        text = tr("METHOD {method}, weights minutes to the power of −{exponent}, at least {least} minutes.")
    else:
        text = tr("METHOD {method}, weights {kind}.")
    values = "; ".join(f"≤ {number(end)} min {number(weight)}" for end, weight in zip(decay.breaks, decay.weights))
    account.say(
        feedback,
        text.format(
            method=method, kind=decay.kind, values=values, sigma=number(decay.sigma), exponent=number(decay.exponent),
            least=number(decay.min_minutes),
        ),
    )  # fmt: skip
    if decay.kind == falling.STEPS and np.isfinite(decay.threshold) and decay.threshold > decay.breaks[-1]:
        text = tr("THRESHOLD {threshold} is beyond the last step: what is farther than {last} minutes has no weight.")
        last, threshold = number(decay.breaks[-1]), number(decay.threshold)
        account.say(feedback, text.format(threshold=threshold, last=last), warn=True)


def say_matrix(pairs: Pairs, reach: float, account, feedback) -> None:
    """Whether the matrix holds pairs as far out as ``reach`` (minutes)."""
    longest = float(pairs.minutes.max())
    if np.isinf(reach):
        text = tr("There is no longest time: pairs count as far as the matrix goes, {longest} minutes.")
        account.say(feedback, text.format(longest=number(longest)))
        return
    account.say(feedback, tr("Pairs count up to and with {reach} minutes.").format(reach=number(reach)))
    if longest < CLEARLY_SHORTER * reach:
        text = tr(
            "The longest time in the matrix is {longest} minutes, but {reach} count. If it was made with a shorter MAX_MINUTES or "
            "with COUNT, pairs are missing and the result is wrong; make it again with MAX_MINUTES at least {reach}."
        )
        account.say(feedback, text.format(longest=number(longest), reach=number(reach)), warn=True)


def say_answer(question, answer, method: str, account, feedback) -> None:
    """Sums and mean of what is reported, and who and what is out of reach."""
    shown, offered = question.reported(question.origins), question.reported(question.facilities)
    demand, supply = question.origins.amount, question.facilities.amount
    account.say(
        feedback,
        tr("Demand {demand} at {origins} origins; supply {supply} at {facilities} facilities.").format(
            demand=number(demand[shown].sum()), origins=int(shown.sum()),
            supply=number(supply[offered].sum()), facilities=int(offered.sum()),
        ),
    )  # fmt: skip
    _say_mean(answer, demand, shown, method, account, feedback)
    for status, text in (
        ("no_facility_in_reach", tr("{n} of demand at {points} origins has no facility in reach.")),
        ("no_supply_in_reach", tr("{n} of demand at {points} origins reaches only facilities without supply.")),
        ("no_demand_in_reach", tr("{points} origins reach supply that no demand is counted on; their access is 0.")),
    ):
        those = shown & (answer.status == status)
        if those.any():
            account.say(feedback, text.format(n=number(demand[those].sum()), points=int(those.sum())), warn=True)
    idle = offered & (supply > 0) & (answer.demand == 0)
    if idle.any():
        text = tr("Capacity without people: {n} facilities with supply {supply} have no demand in reach: {list}.")
        ids = listed(question.facilities.ids[idle].tolist())
        account.say(feedback, text.format(n=int(idle.sum()), supply=number(supply[idle].sum()), list=ids), warn=True)


def _say_mean(answer, demand, shown, method, account, feedback) -> None:
    has = shown & np.isfinite(answer.access)
    if method in WITHOUT_COMPETITION or not demand[has].sum() > 0:
        return
    if method == RAAM:
        text = tr("Mean cost, weighted by demand: {mean}.")
    elif method in PER_DEMAND:
        text = tr("Mean access, weighted by demand: {mean} (who reaches nothing counts as 0).")
    else:
        return
    account.say(feedback, text.format(mean=number(np.average(answer.access[has], weights=demand[has]))))


def say_gap(gap: float, account, feedback) -> None:
    """How near RAAM came to the equilibrium."""
    text = tr("Gap to the equilibrium: better choices would save {gap} of all cost.").format(gap=f"{gap:.1e}")
    account.say(feedback, text, warn=gap > _NOTABLE_GAP)


def say_border(question, method: str, reach: float, account, feedback) -> None:
    """How far out neighbours must take part for figures near a border to be right, and whether any do."""
    if question.origin_region is None or question.facility_region is None:
        account.say(
            feedback,
            tr(
                "Without ORIGIN_REGION and FACILITY_REGION it was not checked whether neighbours' people and facilities take part."
            ),
        )
        return
    pairs, far = question.pairs, reach_of(method)
    supplied = pairs.facility[question.facilities.amount[pairs.facility] > 0]
    asking = pairs.origin[question.origins.amount[pairs.origin] > 0]
    for region, rows, text in (
        (question.facility_region, supplied, tr("No supply of another region takes part. Figures near the border may be too low.")),
        (question.origin_region, asking, tr("No demand of another region takes part. Figures near the border may be too high.")),
    ):  # fmt: skip
        needed = region is question.facility_region or far.demand
        if needed and not _has_neighbours(region[np.unique(rows)], question.report):
            account.say(feedback, text, warn=True)
    if method == RAAM or np.isinf(reach):
        text = tr(
            "Figures near a border depend on people and facilities far beyond it; let the neighbours take part as far as people travel."
        )
    elif far.demand:
        text = tr(
            "Figures near a border are right only if facilities within {supply} minutes and people within {demand} minutes of the reported area take part."
        )
    else:
        text = tr(
            "Figures near a border are right only if facilities within {supply} minutes of the reported area take part."
        )
    account.say(feedback, text.format(supply=number(far.supply * reach), demand=number(far.demand * reach)))


def _has_neighbours(regions: np.ndarray, report) -> bool:
    codes = {code for code in regions if code is not None}
    return len(codes) > 1 if report is None else bool(codes - set(report))
