"""Known trips against computed ones: how far off the model is, and which factor per class of road would mend it.

An observed time is taken as ferries and legs off the road as they are, plus factor × minutes for each class of road. The
factors are fitted by weighted least squares between ``LEAST`` and ``MOST``. Errors are taken to grow with the root of the
time. A class's factor is drawn towards the overall one, as by a prior of that mean and the spread ``PRIOR_SPREAD``: the less
its trips tell, the more. The fastest path depends on the factors, so paths and factors are found in turn.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.optimize import lsq_linear

from ..network.limits import Step, no_step
from ..network.modes import VEHICLE_MODES
from ..network.network import Network, costs_of
from ..network.paths import Tally, tally_trips
from ..network.road_class import class_names, with_factors
from ..network.snap import Places, attach_facilities, attach_origins, offroad_minutes
from ..network.travel import NO_ROAD, NO_ROUTE, OK
from .travel_summary import weighted_quantile

LEAST, MOST = 0.5, 2.0  # a factor beyond these is an error in the data, not a property of roads
PRIOR_SPREAD = 0.2
ENOUGH_TRIPS, ENOUGH_MINUTES = 20, 30.0  # of a class, for a factor of its own
ROUNDS = 6
SETTLED = 1e-4  # factors that change less are found
FAINT = 1e-9  # share of the trips' own evidence that ties classes nobody can tell apart to the overall factor


class Errors(NamedTuple):
    """How far computed times lie from observed ones; a deviation is computed − observed, in minutes.

    ``bias`` is the weighted mean deviation, ``bias_share`` the same as a share of the observed time; ``within_10`` and
    ``within_20`` are shares of the trips that differ by at most that many per cent of their observed time.
    """

    trips: int
    weight: float
    bias: float
    bias_share: float
    median: float
    mean_absolute: float
    p90_absolute: float
    within_10: float
    within_20: float


class Proposal(NamedTuple):
    """Per class (k): the ``factor``; is it its ``own`` or the ``overall`` one; its standard error (NaN where not its own);
    and the ``trips`` and trip ``minutes`` behind it. ``unbounded`` is the overall factor before it was kept within bounds."""

    factor: np.ndarray
    own: np.ndarray
    error: np.ndarray
    trips: np.ndarray
    minutes: np.ndarray
    overall: float
    unbounded: float


class Comparison(NamedTuple):
    """Trips (t) on the network as it is: their ``tally``, ``computed`` minutes and ``errors``; with the ``proposal``, None for
    modes that do not drive, the minutes and errors on a network that has its factors."""

    tally: Tally
    computed: np.ndarray
    errors: Errors
    proposal: Proposal | None
    computed_after: np.ndarray | None
    errors_after: Errors | None


def measure_errors(observed: np.ndarray, computed: np.ndarray, weight: np.ndarray) -> Errors:
    """Errors over ``t`` trips with observed minutes above 0; all NaN where the weights are none."""
    total = float(weight.sum())
    if not total > 0:
        return Errors(len(observed), total, *[float("nan")] * 7)
    deviation = computed - observed
    size = np.abs(deviation)
    order, by_size = np.argsort(deviation, kind="stable"), np.argsort(size, kind="stable")
    within = [float(weight[size <= share * observed * (1 + 1e-12)].sum() / total) for share in (0.1, 0.2)]
    bias = float(deviation @ weight / total)
    return Errors(
        len(observed),
        total,
        bias,
        float(deviation @ weight / (observed @ weight)),
        weighted_quantile(deviation[order], weight[order], 0.5),
        float(size @ weight / total),
        weighted_quantile(size[by_size], weight[by_size], 0.9),
        *within,
    )


def propose_factors(observed: np.ndarray, by_class: np.ndarray, weight: np.ndarray) -> Proposal:
    """Factors such that ``observed`` (t) minutes on roads are near ``by_class`` (t, k) minutes × factor.

    A class with fewer than ``ENOUGH_TRIPS`` trips or ``ENOUGH_MINUTES`` trip minutes gets the overall factor: the ratio of all
    observed to all computed minutes, by ``weight`` (t). Raises ``ValueError`` where no trip has time on a road.
    """
    on_road = by_class.sum(1)
    told = (on_road > 0) & (weight > 0)
    if not told.any():
        raise ValueError("none of the trips has any time on a road")
    observed, by_class, weight, on_road = observed[told], by_class[told], weight[told], on_road[told]
    trips, minutes = (by_class > 0).sum(0), weight @ by_class
    unbounded = float(weight @ observed / (weight @ on_road))
    overall = float(np.clip(unbounded, LEAST, MOST))
    own = (trips >= ENOUGH_TRIPS) & (minutes >= ENOUGH_MINUTES)
    factor, error = np.full(len(own), overall), np.full(len(own), np.nan)
    if own.any():
        scale = np.sqrt(weight / on_road)
        rows = by_class[:, own] * scale[:, None]
        rest = (observed - overall * on_road) * scale  # what the overall factor leaves unexplained
        factor[own], error[own] = _fit(rows, rest, overall)
    return Proposal(factor, own, error, trips, minutes, overall, unbounded)


def _fit(rows: np.ndarray, rest: np.ndarray, overall: float) -> tuple[np.ndarray, np.ndarray]:
    """Factors (c) and their standard errors, drawn towards ``overall`` the more, the more the trips contradict each other."""
    faint = FAINT * (rows**2).sum() / rows.shape[1]
    free = _bounded(rows, rest, faint, overall)
    variance = ((rest - rows @ free) ** 2).sum() / max(len(rest) - rows.shape[1], 1)
    pull = variance / PRIOR_SPREAD**2 + faint
    change = _bounded(rows, rest, pull, overall)
    spread = variance * np.linalg.inv(rows.T @ rows + pull * np.eye(rows.shape[1])).diagonal()
    return np.clip(overall + change, LEAST, MOST), np.sqrt(spread)


def _bounded(rows: np.ndarray, rest: np.ndarray, pull: float, overall: float) -> np.ndarray:
    """Changes (c) from the overall factor with the least squares, ``pull`` times their own squares included."""
    count = rows.shape[1]
    rows = np.vstack([rows, np.sqrt(pull) * np.eye(count)])
    root, rest = np.linalg.qr(rows), np.concatenate([rest, np.zeros(count)])
    # A hair of room on either side, where the overall factor is itself a bound.
    bounds = (LEAST - overall - 1e-12, MOST - overall + 1e-12)
    return lsq_linear(root[1], root[0].T @ rest, bounds, method="bvls").x


class Attached(NamedTuple):
    """Where trips (t) meet the roads: ``depart`` and ``arrive``; their ``off_road`` minutes at both ends (inf = no road); and the
    ``status`` (t) of ``ok``, ``no_road`` and ``no_route``."""

    depart: Places
    arrive: Places
    off_road: np.ndarray
    status: np.ndarray


def attach_trips(
    network: Network,
    mode: str,
    start: np.ndarray,
    end: np.ndarray,
    *,
    towards: bool,
    limit_m: float,
    offroad_kmh: float,
) -> Attached:
    """Trips from ``start`` to ``end`` (t, 2) on roads, as people and facilities are attached in every other question.

    ``towards``: the trips end at the facilities; else they start there. Each place is looked for once.
    """
    facility_xy, at_facility = np.unique(end if towards else start, axis=0, return_inverse=True)
    people_xy, at_people = np.unique(start if towards else end, axis=0, return_inverse=True)
    at_facility, at_people = at_facility.ravel(), at_people.ravel()
    facilities = attach_facilities(network, mode, facility_xy, limit_m)
    people = attach_origins(network, mode, people_xy, limit_m, facilities.places)
    of_facility, of_people = facilities.places.take(at_facility), people.places.take(at_people)
    status = np.full(len(start), OK, object)
    status[of_people.link < 0] = NO_ROUTE
    status[((of_people.link < 0) & ~people.outside[at_people]) | (of_facility.link < 0)] = NO_ROAD
    off_road = offroad_minutes(of_facility, offroad_kmh) + offroad_minutes(of_people, offroad_kmh)
    return Attached(*((of_people, of_facility) if towards else (of_facility, of_people)), off_road, status)


def compare(
    network: Network,
    mode: str,
    depart: Places,
    arrive: Places,
    off_road: np.ndarray,
    observed: np.ndarray,
    weight: np.ndarray,
    step: Step = no_step,
) -> Comparison:
    """Compare trips between attached places, with ``off_road`` minutes besides, with their ``observed`` minutes (t each).

    Trips without a route have infinite computed minutes and count in no error. ``step`` hears the share done.
    """
    drives = mode in VEHICLE_MODES
    rounds = ROUNDS if drives else 0
    tally = tally_trips(network, costs_of(network, mode), depart, arrive, _part(step, 0, rounds + 1))
    routed = np.isfinite(tally.minutes)
    computed = tally.minutes + off_road

    def errors_of(minutes):
        return measure_errors(observed[routed], minutes[routed], weight[routed])

    if not drives or not _on_roads(tally.by_class[routed], weight[routed]):
        return Comparison(tally, computed, errors_of(computed), None, None, None)
    best, minutes_at_one = None, tally.by_class
    factor = np.ones(len(class_names(network)))
    for number in range(rounds):
        left = observed - off_road - minutes_at_one[:, -1]
        proposal = propose_factors(left[routed], minutes_at_one[routed, :-1], weight[routed])
        settled = np.abs(proposal.factor - factor).max() < SETTLED
        factor = proposal.factor
        changed = costs_of(with_factors(network, factor), mode)
        after = tally_trips(network, changed, depart, arrive, _part(step, number + 1, rounds + 1))
        minutes_at_one = after.by_class / np.append(factor, 1.0)
        missed = (
            (after.minutes + off_road - observed)[routed] ** 2 * weight[routed] / np.maximum(computed[routed], 1e-9)
        )
        if best is None or missed.sum() < best[0]:
            best = missed.sum(), proposal, after.minutes + off_road
        if settled or not _on_roads(minutes_at_one[routed], weight[routed]):
            break
    _, proposal, computed_after = best
    return Comparison(tally, computed, errors_of(computed), proposal, computed_after, errors_of(computed_after))


def _on_roads(by_class: np.ndarray, weight: np.ndarray) -> bool:
    return bool((by_class[:, :-1].sum(1) * weight).any())


def _part(step: Step, number: int, count: int) -> Step:
    return lambda share: step((number + share) / count)
