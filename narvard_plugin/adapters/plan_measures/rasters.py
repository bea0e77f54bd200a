"""Checks against rasters: a statistic within the plan, and heights of buildings against an obstacle surface."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np
from qgis.core import QgsGeometry

from ...core.plans.measured import NO_DATA, NOTHING_TO_MEASURE, Finding, Measured, Unanswerable
from ...core.plans.obstacle import Surface, margin_of, read_surface
from ...core.plans.provision_values import DATUM, HEIGHT, LEAST, STOREYS, Value, matching, values
from ...core.plans.review_run import quantile
from ...i18n import number, tr
from ..plan_words import reason_word
from .asked import Asked, measured_words, sentences
from .height_gaps import height_doubts
from .layer_data import LayerData
from .near import about, known
from .plan_ground import PlanGround
from .shapes import AREA, from_wkb, middle, point, samples, united, wkb_of
from .surroundings import Surroundings

_SOME = 0.001  # of an area: less outside a raster is its border's rounding
_MOST_UNTOLD = 0.1  # of an area: where the raster tells less, what it does not tell may decide


def raster_stat(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """max, min, mean or a percentile (p90) of the raster's cells within the subject.

    Cells without data and ground beyond the raster are told, and where there is nothing else, there is no answer.
    """
    subject = plan.subject(asked.check)
    raster = ground.raster(asked.check.layer)
    found = raster.within(subject.whole)
    told = ~np.isnan(found.values)
    if found.outside >= 1 - _SOME:
        text = tr("The raster {name} does not reach the plan.").format(name=raster.name)
        raise Unanswerable(NO_DATA, (raster.role,), text)
    if not told.any():
        text = tr("The raster {name} has no data within the plan.").format(name=raster.name)
        raise Unanswerable(NO_DATA, (raster.role,), text)
    notes = [subject.note]
    if found.outside > _SOME:
        text = tr("{share} % of the area lies outside the raster {name}.")
        notes.append(text.format(share=number(round(100 * found.outside, 1)), name=raster.name))
    if not told.all():
        text = tr("{n} of {all} cells of the raster {name} have no data.")
        notes.append(text.format(n=int((~told).sum()), all=len(told), name=raster.name))
    cells = found.values[told]
    stat = str(asked.params.get("stat", "max"))
    value = statistic(cells, stat)
    at = int(np.argmin(np.abs(cells - value)))
    where = point(found.xy[told][at])
    finding = Finding(measured_words(asked, value, 1), wkb_of(where), {"value": value, "cells": len(cells)})
    if found.outside + (~told).mean() > _MOST_UNTOLD:
        raise Unanswerable(NO_DATA, (raster.role,), sentences(notes))
    return Measured(facts={"value": value}, findings=(finding,), explanation=sentences(notes))


def statistic(cells: np.ndarray, stat: str) -> float:
    """``max``, ``min``, ``mean``, or ``pNN``: the value that NN percent of the cells don't exceed, by nearest rank."""
    if stat in ("max", "min", "mean"):
        return float(getattr(cells, stat)())
    if stat[:1] == "p" and stat[1:].isdigit() and int(stat[1:]) <= 100:
        return quantile(cells.tolist(), int(stat[1:]))
    raise ValueError(tr("There is no statistic {name}.").format(name=stat))


class _Point(NamedTuple):
    """Where a building comes nearest to a surface: ``margin``, its ``height`` and the ``surface`` above the datum (m)."""

    margin: float
    height: float
    surface: float
    xy: np.ndarray
    sector: str


def height_surface(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """The least room (m) between buildings as high as the plan allows and the obstacle surfaces above them.

    A surface is an area with its height above the datum: ``top_height_m``, or ``start_height_m`` and ``slope`` (metres up
    per metre, or per cent) from where it begins: the field ``origin_x``/``origin_y``, else the nearest helipad. The ground
    comes from the elevation model; a height above the datum needs none.
    """
    surfaces, dem_role = asked.check.roles[0], "dem"
    data = known(ground.layer(surfaces, str(asked.params.get("filter", ""))))
    subject = plan.subject(asked.check)
    under = data.meeting(subject.whole)
    if not under:
        text = tr("No obstacle surface of the layer {name} lies above the plan.").format(name=data.name)
        raise Unanswerable(NOTHING_TO_MEASURE, (surfaces,), text)
    heights, notes = _heights(asked, plan)
    open_to = height_doubts(heights, plan, united([data.shapes[row] for row in under]))
    dem = ground.raster(dem_role)
    worst: Optional[_Point] = None
    for row in under:
        surface = _surface(data, row, ground)
        for value, shape in heights:
            spot = _nearest_to_surface(value, shape.intersection(data.shapes[row]), surface, dem, data.label(row))
            if spot is not None and (worst is None or spot.margin < worst.margin):
                worst = spot
    if worst is None and open_to:
        raise Unanswerable(NO_DATA, (surfaces,), sentences(open_to))
    if worst is None:
        text = tr("The plan's heights lie beside the obstacle surfaces.")
        raise Unanswerable(NOTHING_TO_MEASURE, (surfaces,), text)
    text = tr("{name}: surface {surface} m, building {height} m above the datum")
    heading = text.format(
        name=worst.sector, surface=number(round(worst.surface, 1)), height=number(round(worst.height, 1))
    )
    facts = {"margin": worst.margin, "height": worst.height, "surface": worst.surface}
    finding = Finding(heading, wkb_of(point(worst.xy)), facts)
    note = sentences([subject.note, about(data), *notes])
    return Measured(facts=facts, findings=(finding,), explanation=note, doubt=sentences(open_to))


def _heights(asked: Asked, plan: PlanGround) -> tuple[list[tuple[Value, QgsGeometry]], list[str]]:
    """The plan's greatest heights with their places. Raises Unanswerable where one cannot be used: it may be the highest."""
    found = matching(values(plan.plan.provisions), str(asked.params.get("codes", "DP_KM_Eg_Hojd_*")))
    unclear = [f"{one.code or one.provision_id}: {reason_word(one.problem)}." for one in found if one.problem]
    fine = [one for one in found if not one.problem and one.meaning.bound != LEAST]
    unclear += [
        tr("{name} tells storeys, not metres.").format(name=one.code) for one in fine if one.meaning.quantity == STOREYS
    ]
    usable = [one for one in fine if one.meaning.quantity == HEIGHT]
    if not usable and not unclear:
        unclear = [tr("No provision of the plan tells how high one may build.")]
    if unclear:
        raise Unanswerable(NO_DATA, (), sentences(unclear))
    rows = plan.plan.provisions.set_index("provision_id")["wkb"]
    placed = []
    notes = []
    for one in usable:
        shape = from_wkb(rows.get(one.provision_id))
        if shape is None or shape.type() != AREA:
            notes.append(tr("{name} has no area on the map and was taken for the whole plan.").format(name=one.code))
            shape = plan.area
        placed.append((one, shape))
    return placed, notes


def _surface(data: LayerData, row: int, ground: Surroundings) -> Surface:
    told = {name: column[row] for name, column in data.columns.items()}
    surface = read_surface(told)
    if surface is None:
        text = tr(
            "The layer {name} does not tell how high its surfaces lie: it needs top_height_m, or start_height_m and slope."
        )
        raise Unanswerable(NO_DATA, (data.role,), text.format(name=data.name))
    if surface.slope and surface.origin is None:
        return surface._replace(origin=_origin(data.shapes[row], ground))
    return surface


def _origin(shape: QgsGeometry, ground: Surroundings) -> tuple[float, float]:
    """The helipad that a sector belongs to: the nearest one."""
    pads = known(ground.layer("helipads"))
    _, row = pads.nearest(shape)
    if row < 0:
        raise Unanswerable(NO_DATA, ("helipads",), tr("No helipad tells where the obstacle surface begins."))
    return tuple(middle(pads.shapes[row]).tolist())


def _nearest_to_surface(value: Value, shape: QgsGeometry, surface: Surface, dem, sector: str) -> Optional[_Point]:
    if shape.isNull() or shape.isEmpty() or shape.type() != AREA:
        return None
    found = dem.within(shape)
    xy, levels = found.xy, found.values
    if not len(xy):
        xy = samples(shape)
        levels = dem.at(xy)
    # Corners count: a sloping surface is lowest at an edge, which no cell's middle stands on.
    corners = np.array([(vertex.x(), vertex.y()) for vertex in shape.vertices()])
    xy, levels = np.concatenate([xy, corners]), np.concatenate([levels, dem.at(corners)])
    relative = value.meaning.basis != DATUM
    if relative and np.isnan(levels).any():
        inner = ~np.isnan(levels)
        if not inner.any() or found.outside > _SOME or np.isnan(found.values).any():
            text = tr("The elevation model {name} does not tell the ground's height everywhere in the plan.")
            raise Unanswerable(NO_DATA, (dem.role,), text.format(name=dem.name))
        xy, levels = xy[inner], levels[inner]
    tops = levels + value.number if relative else np.full(len(xy), value.number)
    margins, heights = margin_of(surface, xy, tops)
    at = int(np.argmin(margins))
    return _Point(float(margins[at]), float(tops[at]), float(heights[at]), xy[at], sector)
