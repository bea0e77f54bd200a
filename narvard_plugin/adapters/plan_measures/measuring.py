"""One check measured: which kind it is, what it looked at, and in words whatever went wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from qgis.core import QgsProcessingException

from ...core.plans.judging import check_params
from ...core.plans.measured import FAILED, MISSING_LAYER, LayerUsed, Measured, Unanswerable
from ...core.plans.review_run import NETWORK, TIMETABLE
from ...i18n import tr
from ...sources.gtfs import GtfsError
from ...store.errors import StoreError
from ...store.sentences import sentence
from ..reading import Cancelled
from .asked import Asked
from .centres import capacity
from .computed import expression, processing
from .meeting import attribute, intersects, overlap
from .near import distance, travel_time
from .of_the_case import change, date_interval, document_present, prior_remarks
from .plan_ground import PlanGround
from .provisions import provision_value, use_area, use_present
from .rasters import height_surface, raster_stat
from .surroundings import Surroundings

#: Every kind of check; each takes what is asked, the plan and its surroundings, and gives facts or raises Unanswerable.
MEASURES: Mapping[str, Callable[[Asked, PlanGround, Surroundings], Measured]] = {
    "distance": distance,
    "intersects": intersects,
    "overlap": overlap,
    "travel_time": travel_time,
    "use_present": use_present,
    "use_area": use_area,
    "provision_value": provision_value,
    "capacity": capacity,
    "raster_stat": raster_stat,
    "height_surface": height_surface,
    "attribute": attribute,
    "document_present": document_present,
    "date_interval": date_interval,
    "change": change,
    "prior_remarks": prior_remarks,
    "expression": expression,
    "processing": processing,
}


def measure(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    """The facts of one check; never raises but for Cancel: one rule's trouble is no other rule's."""
    ground.forget_used()
    try:
        found = _measured(asked, plan, ground)
    except Cancelled:
        raise
    except Exception as error:
        found = Measured(FAILED, explanation=_words(error))
    used = tuple(sorted(ground.used.values(), key=lambda one: _place(one, asked)))
    return replace(found, layers=used)


def asked_of(rule, checklist, context) -> Asked:
    return Asked(rule, checklist, context, check_params(rule, checklist, context.confirmed))


def _measured(asked: Asked, plan: PlanGround, ground: Surroundings) -> Measured:
    kind = asked.check.type
    if kind not in MEASURES:
        return Measured(FAILED, explanation=tr("There is no check called {name}.").format(name=kind))
    missing = [role for role in asked.check.roles if not ground.has(role)]
    needed = [role for role in missing if role == asked.check.roles[0] or not ground.is_optional(role)]
    if needed:
        return Measured(MISSING_LAYER, missing=tuple(missing))
    try:
        return MEASURES[kind](asked, plan, ground)
    except Unanswerable as error:
        return _unanswered(error)


def _unanswered(error: Unanswerable) -> Measured:
    """A network or a timetable that nobody has bound is no layer of the list, and is said in words."""
    beside = [role for role in error.roles if role in (NETWORK, TIMETABLE)]
    if error.state == MISSING_LAYER and beside:
        text = {
            NETWORK: tr("No road network is given (NETWORK, or network in LAYERS)."),
            TIMETABLE: tr("No timetable is given (GTFS, or timetable in LAYERS)."),
        }[beside[0]]
        return Measured(FAILED, explanation=text)
    missing = error.roles if error.state == MISSING_LAYER else ()
    return Measured(error.state, missing=missing, explanation=error.explanation)


def _words(error: Exception) -> str:
    if isinstance(error, StoreError):
        return sentence(error)
    if isinstance(error, (QgsProcessingException, GtfsError, ValueError)):
        return str(error)
    return f"{type(error).__name__}: {error}"


def _place(used: LayerUsed, asked: Asked) -> tuple[int, str]:
    """The check's own layers first, in its order."""
    roles = asked.check.roles
    return (roles.index(used.role) if used.role in roles else len(roles), used.role)
