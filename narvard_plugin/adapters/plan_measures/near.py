"""Checks of nearness: distance in a straight line or along the roads, and travel time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

import numpy as np
from qgis.core import QgsGeometry

from ...core.plans.checklist import Check
from ...core.plans.measured import MISSING_LAYER, NO_DATA, Finding, Measured, Unanswerable
from ...core.plans.review_run import NETWORK, TIMETABLE, quantile
from ...i18n import number, tr
from ..tables import amounts
from .asked import Asked, sentences
from .departures import traffic_of, with_service
from .layer_data import LayerData
from .network_reach import WALK_KMH, NetworkReach, inside_any, reach_to
from .plan_ground import PlanGround, Subject
from .shapes import along, line, middle, point, united, wkb_of
from .surroundings import Surroundings
from .transit import minutes_by_transit

EUCLID, WALK, FARTHEST = "euclid", "network_walk", "farthest_point"
#: Where nothing else is said, the middle of the points spread over the plan stands for it.
_MIDDLE = 50
_METRES_PER_MINUTE = WALK_KMH * 1000 / 60
_SPACING_M = 10.0  # of points along an outline whose farthest is looked for
#: The ways of travelling as checklists call them, and what the network calls them.
TRANSIT = "transit"
MODES = {
    "gang": "walk", "cykel": "bike", "bil": "car", "utryckning": "emergency", "kollektivtrafik": TRANSIT,
    "walk": "walk", "bike": "bike", "car": "car", "emergency": "emergency", "transit": TRANSIT,
}  # fmt: skip


class Near(NamedTuple):
    """How far it is to a layer: ``value``, the ``row`` of the feature (−1), the place on the plan that it was measured from
    (2; None = the plan's nearest edge), and what the reader must know."""

    value: float
    row: int
    start: Optional[np.ndarray] = None
    note: str = ""


def distance(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """Metres to the nearest feature of each role; infinite where a layer is empty."""
    check, params = asked.check, asked.params
    subject = plan.subject(check)
    facts, findings, notes, missing = {}, [], [subject.note], []
    for role in check.roles:
        if role != check.roles[0] and not ground.has(role) and ground.is_optional(role):
            missing.append(role)
            continue
        data, note = _features(check, params, role, ground)
        near = _nearness(asked, plan, subject, data, ground)
        name = "value" if role == check.roles[0] else f"value_{role}"
        facts[name] = near.value
        notes += [note, near.note]
        findings.append(_finding(subject, data, near, tr("{metres} m to {name}")))
        if name == "value":
            facts["names"] = _names(subject, data, near)
    return Measured(facts=facts, missing=tuple(missing), findings=tuple(findings), explanation=sentences(notes))


def _features(check: Check, params: Mapping, role: str, ground: Surroundings) -> tuple[LayerData, str]:
    """The features of a role that count in the check, and how they were chosen."""
    main = role == check.roles[0]
    data = known(ground.layer(role, str(params.get("filter", "")) if main else ""))
    least = params.get("min_departures_per_hour")
    if least is not None and main:
        return with_service(ground, data, float(least))
    width = params.get("drivable_width_m")
    if width is None or not main:
        return data, ""
    if "width_m" not in data.columns:
        return data, tr("The layer has no field width_m: whether roads are {n} m wide is not known.").format(
            n=number(float(width))
        )
    if ("drivable", width) not in data.kept:
        data.kept["drivable", width] = _drivable(data, float(width))
    return data.kept["drivable", width]


def _drivable(data: LayerData, width: float) -> tuple[LayerData, str]:
    widths = amounts(data.columns["width_m"])
    narrow, untold = widths < width, np.isnan(widths)
    text = tr("Roads known to be narrower than {n} m were left out; the width is not known of {untold} of {all}.")
    text = text.format(n=number(width), untold=int(untold.sum()), all=len(data))
    return data.take(np.flatnonzero(~narrow).tolist()), text


def known(data: LayerData) -> LayerData:
    """The layer as it is. Raises Unanswerable where silence would be taken for an answer.

    A filter that leaves nothing of a layer with features may be wrong, and features without a place may lie anywhere.
    """
    if not len(data) and data.whole:
        text = tr("The filter leaves none of the {n} features of the layer {name}. Check it.")
        raise Unanswerable(NO_DATA, (data.role,), text.format(n=data.whole, name=data.name))
    if len(data) and not len(data.placed):
        text = tr("None of the {n} features of the layer {name} has a place.")
        raise Unanswerable(NO_DATA, (data.role,), text.format(n=len(data), name=data.name))
    return data


def about(data: LayerData) -> str:
    """What a reader must know of a layer's features."""
    if not data.whole:
        return tr("The layer {name} is empty.").format(name=data.name)
    if data.without_place:
        text = tr("{n} of {all} features of the layer {name} have no place and were left out.")
        return text.format(n=data.without_place, all=len(data), name=data.name)
    return ""


def _nearness(asked: Asked, plan: PlanGround, subject: Subject, data: LayerData, ground: Surroundings) -> Near:
    metric, percent = asked.params.get("metric", EUCLID), asked.params.get("percentile")
    note = about(data)
    if metric == FARTHEST:
        streets = plan.streets if asked.params.get("planned_streets") else None
        near = _farthest(subject, data, streets)
        return near._replace(note=sentences([note, near.note]))
    if metric == WALK:
        return _walked(asked, plan, data, float(percent if percent is not None else _MIDDLE), ground, note)
    if metric != EUCLID:
        raise ValueError(tr("There is no metric {name}.").format(name=metric))
    if percent is None:
        value, row = data.nearest(subject.whole)
        return Near(value, row, None, note)
    parts = [(spots, *_straight(data, spots)) for spots in subject.samples()]
    return _worst(parts, float(percent))._replace(note=note)


def _straight(data: LayerData, xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    found = [data.nearest(point(spot)) for spot in xy]
    return np.array([one[0] for one in found]), np.array([one[1] for one in found], int)


def _farthest(subject: Subject, data: LayerData, streets: Optional[QgsGeometry]) -> Near:
    """From the point of the subject that lies farthest from every feature, and from the plan's own streets if they count."""
    spots = np.concatenate([along(subject.whole, _SPACING_M), *subject.samples()])
    metres, _ = _straight(_around(subject, data), spots)
    planned = np.full(len(spots), np.inf)
    if streets is not None:
        planned = np.array([streets.distance(point(spot)) for spot in spots])
    at = int(np.argmax(np.minimum(metres, planned)))
    note = "" if streets is None else tr("The streets that the plan lays out were counted as roads.")
    if planned[at] < metres[at]:
        return Near(float(planned[at]), -1, spots[at], note)
    return Near(float(metres[at]), data.nearest(point(spots[at]))[1], spots[at], note)


def _around(subject: Subject, data: LayerData) -> LayerData:
    """The features that can be the nearest of any point of the subject."""
    nearest, _ = data.nearest(subject.whole)
    box = subject.box
    if not np.isfinite(nearest):
        return data
    reach = nearest + np.hypot(box.width(), box.height())
    rows = data.placed
    west, south, east, north = data.boxes[rows].T
    close = (west <= box.xMaximum() + reach) & (east >= box.xMinimum() - reach)
    close &= (south <= box.yMaximum() + reach) & (north >= box.yMinimum() - reach)
    return data.take(rows[close].tolist())


def _worst(parts: Sequence[tuple], percent: float) -> Near:
    """The greatest of the percentiles of the parts (points, values, features), and the point that has it."""
    if not parts:
        raise Unanswerable(NO_DATA, (), tr("The plan has no area on the map, so nothing can be measured."))
    worst = Near(-np.inf, -1)
    for spots, values, rows in parts:
        value = quantile(values.tolist(), percent)
        if value > worst.value:
            at = int(np.flatnonzero(values == value)[0])
            worst = Near(value, int(rows[at]), spots[at])
    return worst


def _walked(asked: Asked, plan: PlanGround, data: LayerData, percent: float, ground: Surroundings, note: str) -> Near:
    network = ground.use_network()
    if not len(data.placed):
        return Near(np.inf, -1, None, note)
    reach = _reach(ground, network, data, "walk", "to_facility")
    parts = _reached(asked.check, plan, data, reach, ground)
    metres = [(spots, minutes * _METRES_PER_MINUTE, rows) for spots, minutes, rows in parts]
    return _worst(metres, percent)._replace(note=note)


def _reach(ground: Surroundings, network, data: LayerData, mode: str, direction: str) -> NetworkReach:
    key = ("reach", id(data), mode, direction)
    if key not in ground.kept:
        ground.kept[key] = (reach_to(network, data, mode, direction, ground.transforms, ground.feedback), data)
    reach, _ = ground.kept[key]  # the data are held, so that no other layer gets their number
    if reach is None:
        text = tr("None of the features of the layer {name} lies near a road of the network.").format(name=data.name)
        raise Unanswerable(NO_DATA, (data.role, NETWORK), text)
    return reach


def _reached(check: Check, plan: PlanGround, data: LayerData, reach: NetworkReach, ground: Surroundings) -> list:
    """Points (n, 2), minutes (n) and features reached (n) of each part of the subject.

    All plans of the review are looked up at once, the first time that one asks. Raises Unanswerable where the network does
    not come to the plan.
    """
    spots = _spots(check, plan, ground)
    key = ("reached", id(reach), id(spots))
    if key not in ground.kept:
        found = reach.from_points(spots.xy)
        within = inside_any(data, spots.xy)
        minutes = np.where(within >= 0, 0.0, found.minutes)
        rows = np.where(within >= 0, within, found.row)
        ground.kept[key] = (minutes, rows, found.on_road, reach, spots)
    minutes, rows, on_road, *_ = ground.kept[key]
    parts = spots.parts[id(plan)]
    if not any(on_road[part].any() for part in parts):
        raise Unanswerable(NO_DATA, (NETWORK,), tr("The road network does not come within 1 km of the plan."))
    return [(spots.xy[part], minutes[part], rows[part]) for part in parts]


class Spots(NamedTuple):
    """Points (n, 2) spread over the subjects of a check in all plans; the rows of each plan's parts, by the plan's id()."""

    xy: np.ndarray
    parts: dict[int, list[slice]]


def _spots(check: Check, plan: PlanGround, ground: Surroundings) -> Spots:
    key = ("spots", check.subject, check.use)
    known = ground.kept.get(key)
    if known is None or id(plan) not in known.parts:
        plans = ground.plans if any(one is plan for one in ground.plans) else [plan]
        ground.kept[key] = _all_spots(check, plans)
    return ground.kept[key]


def _all_spots(check: Check, plans: Sequence[PlanGround]) -> Spots:
    found, parts, start = [np.empty((0, 2))], {}, 0
    for plan in plans:
        try:
            own = plan.subject(check).samples()
        except Unanswerable:
            continue
        ends = start + np.cumsum([len(one) for one in own])
        parts[id(plan)] = [slice(int(end - len(one)), int(end)) for one, end in zip(own, ends)]
        start = int(ends[-1])
        found += own
    return Spots(np.concatenate(found), parts)


def travel_time(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """Minutes to the nearest feature by the best of the modes; what a mode can't tell is said."""
    check, params = asked.check, asked.params
    modes = [str(one) for one in params.get("modes", ("bil",))]
    unknown = [one for one in modes if one not in MODES]
    if unknown:
        raise ValueError(tr("There is no way of travelling called {name}.").format(name=", ".join(unknown)))
    subject = plan.subject(check)
    data = known(ground.layer(check.layer, str(params.get("filter", ""))))
    network = ground.use_network()
    percent = float(params.get("percentile", _MIDDLE))
    found, notes = {}, [subject.note, about(data)]
    for mode in modes:
        if MODES[mode] == TRANSIT and not ground.has(TIMETABLE):
            notes.append(tr("No timetable is bound: public transport was not counted."))
            continue
        if not len(data.placed):
            found[mode] = Near(np.inf, -1)
        elif MODES[mode] == TRANSIT:
            found[mode] = _by_transit(check, plan, data, network, percent, ground)
        else:
            found[mode] = _by_road(asked, plan, data, network, MODES[mode], percent, ground)
    if not found:
        raise Unanswerable(MISSING_LAYER, (TIMETABLE,))
    best = min(found, key=lambda mode: found[mode].value)
    near = found[best]
    notes.append(", ".join(f"{mode} {_shown(one.value)} min" for mode, one in found.items()) + ".")
    finding = _finding(
        subject, data, near, tr("{metres} min to {name}"), {mode: one.value for mode, one in found.items()}
    )
    names = data.label(near.row) if near.row >= 0 else ""
    facts = {"value": near.value, "names": names}
    return Measured(facts=facts, findings=(finding,), explanation=sentences(notes))


def _by_road(asked: Asked, plan: PlanGround, data: LayerData, network, mode: str, percent: float, ground) -> Near:
    usual = "from_facility" if mode == "emergency" else "to_facility"
    reach = _reach(ground, network, data, mode, str(asked.params.get("direction", usual)))
    parts = _reached(asked.check, plan, data, reach, ground)
    return _worst([tuple(np.concatenate(values) for values in zip(*parts))], percent)


def _by_transit(check: Check, plan: PlanGround, data: LayerData, network, percent: float, ground) -> Near:
    spots = _spots(check, plan, ground)
    key = ("transit", id(data), id(spots))
    if key not in ground.kept:
        traffic = traffic_of(ground, ground.timetable_source())
        facilities = np.array([middle(data.shapes[row]) for row in data.placed])
        minutes = minutes_by_transit(traffic, network, facilities, spots.xy, ground.transforms, ground.feedback)
        ground.kept[key] = (minutes, data, spots)
    ground.timetable_source()
    minutes, *_ = ground.kept[key]
    own = np.concatenate([np.arange(len(minutes))[part] for part in spots.parts[id(plan)]])
    return _worst([(spots.xy[own], minutes[own], np.full(len(own), -1))], percent)


def _finding(subject: Subject, data: LayerData, near: Near, words: str, figures: Optional[Mapping] = None) -> Finding:
    """A line between the plan and what was reached; the plan itself where nothing was."""
    if near.row < 0:
        where = subject.whole if near.start is None else point(near.start)
        text = tr("Nothing of the layer {name} is reached").format(name=data.name)
        if near.start is not None and np.isfinite(near.value):
            text = words.format(metres=_shown(near.value), name=data.name)
        return Finding(text, wkb_of(where), {"value": near.value, **(figures or {})})
    feature = data.shapes[near.row]
    if near.start is not None:
        end = feature.nearestPoint(point(near.start)).asPoint()
        drawn = line(near.start, (end.x(), end.y()))
    elif near.value == 0:
        drawn = united([subject.whole]).intersection(feature)
    else:
        drawn = subject.whole.shortestLine(feature)
    text = words.format(metres=_shown(near.value), name=data.label(near.row))
    return Finding(text, wkb_of(drawn) or wkb_of(subject.whole), {"value": near.value, **(figures or {})})


def _names(subject: Subject, data: LayerData, near: Near) -> str:
    """What is concerned: every feature that the plan meets, else the nearest one."""
    met = data.meeting(subject.whole) if near.value == 0 else []
    rows = met or ([near.row] if near.row >= 0 else [])
    return ", ".join(dict.fromkeys(data.label(row) for row in rows))


def _shown(value: float) -> str:
    return number(round(value, 1)) if value < 100 else number(round(value))
