"""Checks of what meets what: how much of a layer lies within the plan, and attributes of what is there."""

from __future__ import annotations

import math

import numpy as np
from qgis.core import QgsGeometry

from ...core.plans.measured import NO_DATA, Finding, Measured, Unanswerable
from ...i18n import number, tr
from ..tables import amount
from .asked import Asked, sentences
from .layer_data import LayerData
from .near import about, known
from .plan_ground import PlanGround, Subject
from .shapes import AREA, LINE, SLIVER_M2, only, united, wkb_of
from .surroundings import Surroundings

NEAREST, CONTAINING = "nearest", "containing"


def overlap(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """m² of each role's areas within the subject; less than one square metre is none."""
    return _met(asked, plan, ground, AREA)


def intersects(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """Metres of lines, m² of areas, or number of points within the subject; slivers of areas are none."""
    return _met(asked, plan, ground, None)


def _met(asked: Asked, plan: PlanGround, ground: Surroundings, kind) -> Measured:
    subject = plan.subject(asked.check)
    facts, findings, notes, missing = {}, [], [subject.note], []
    for role in asked.check.roles:
        main = role == asked.check.roles[0]
        if not main and not ground.has(role) and ground.is_optional(role):
            missing.append(role)
            continue
        data = known(ground.layer(role, str(asked.params.get("filter", "")) if main else ""))
        if kind is AREA and len(data.placed) and data.shapes[data.placed[0]].type() != AREA:
            text = tr("The layer {name} holds no areas, so no overlap with it can be measured.")
            raise Unanswerable(NO_DATA, (role,), text.format(name=data.name))
        value, found, rows = _within(subject, data)
        facts["value" if main else f"value_{role}"] = value
        if main:
            facts["names"] = ", ".join(dict.fromkeys(data.label(row) for row in rows))
        findings += found or [_nothing(subject, data)]
        notes.append(about(data))
    return Measured(facts=facts, missing=tuple(missing), findings=tuple(findings), explanation=sentences(notes))


def _within(subject: Subject, data: LayerData) -> tuple[float, list[Finding], list[int]]:
    """How much of the layer lies in the subject, each piece of it, and the rows it is of. Areas that overlap count once."""
    pieces, findings, rows = [], [], []
    for row in data.meeting(subject.whole):
        shape = data.shapes[row]
        piece = only(subject.whole.intersection(shape), shape.type())
        size = _size(piece)
        if piece.isNull() or piece.isEmpty() or (shape.type() == AREA and size < SLIVER_M2):
            continue
        if shape.type() == LINE and size <= 0:
            continue
        pieces.append(piece)
        rows.append(row)
        text = _told(data.label(row), shape, size)
        findings.append(Finding(text, wkb_of(piece), {"value": size}))
    if not pieces:
        return 0.0, [], []
    if pieces[0].type() in (AREA, LINE):
        return _size(united(pieces)), findings, rows
    return float(len(pieces)), findings, rows


def size_within(area: QgsGeometry, data: LayerData) -> float:
    """Metres of lines, m² of areas or number of points of the layer within an area, slivers apart."""
    return _within(Subject(area, ()), data)[0]


def _size(piece: QgsGeometry) -> float:
    if piece.isNull():
        return 0.0
    return piece.area() if piece.type() == AREA else piece.length()


def _told(name: str, shape: QgsGeometry, size: float) -> str:
    if shape.type() == AREA:
        return tr("{name}: {n} m²").format(name=name, n=number(round(size)))
    if shape.type() == LINE:
        return tr("{name}: {n} m").format(name=name, n=number(round(size)))
    return name


def _nothing(subject: Subject, data: LayerData) -> Finding:
    return Finding(tr("Nothing of {name} here").format(name=data.name), wkb_of(subject.whole), {"value": 0.0})


def attribute(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """A field of the feature that holds the subject (``containing``) or lies nearest, at most ``max_m`` away.

    Of several that hold it, the one with the most of it.
    """
    params, subject = asked.params, plan.subject(asked.check)
    data = known(ground.layer(asked.check.layer, str(params.get("filter", ""))))
    values = data.column(str(params["field"]))
    if str(params.get("of", NEAREST)) == CONTAINING:
        row = _holding(subject, data)
    else:
        metres, row = data.nearest(subject.whole)
        row = row if metres <= float(params.get("max_m", math.inf)) else -1
    if row < 0 or values[row] is None:
        text = tr("No feature of the layer {name} tells {field} here.").format(name=data.name, field=params["field"])
        raise Unanswerable(NO_DATA, (data.role,), text)
    value = amount(values[row])
    shown = data.shapes[row]
    finding = Finding(f"{data.label(row)}: {params['field']} = {values[row]}", wkb_of(shown), {"value": values[row]})
    facts = {"value": value if np.isfinite(value) else str(values[row]), "names": data.label(row)}
    return Measured(facts=facts, findings=(finding,), explanation=sentences([subject.note, about(data)]))


def _holding(subject: Subject, data: LayerData) -> int:
    shared = {row: subject.whole.intersection(data.shapes[row]).area() for row in data.meeting(subject.whole)}
    return max(shared, key=lambda row: (shared[row], -row), default=-1)


def nearest_value(subject: Subject, data: LayerData, field: str) -> float:
    """The number in a field of the nearest feature; NaN where there is none."""
    values = data.column(field)
    _, row = data.nearest(subject.whole)
    return amount(values[row]) if row >= 0 else math.nan


def weighted_mean(subject: Subject, data: LayerData, field: str, weight: str) -> float:
    """The mean of a field over the areas that the subject touches, weighted by ``weight`` and by each area's share in it.

    An area's weight (such as its people) counts by the part of the area that lies in the subject. NaN where no area, or
    one without a value or weight, is touched.
    """
    values, weights = data.column(field), data.column(weight)
    total, over = 0.0, 0.0
    for row in data.meeting(subject.whole):
        shape = data.shapes[row]
        part = subject.whole.intersection(shape).area()
        if part < SLIVER_M2 or not shape.area():
            continue
        value, own = amount(values[row]), amount(weights[row])
        if math.isnan(value) or math.isnan(own):
            return math.nan
        share = own * part / shape.area()
        total, over = total + value * share, over + share
    return total / over if over > 0 else math.nan
