"""What the travel tools share: checking their parameters, and reading them into one travel question."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
)

from ..adapters.crs import crs_from_text, measuring_crs
from ..adapters.network import open_network
from ..adapters.points import PointTable, move_points, people_of, read_points
from ..adapters.provenance import Account
from ..adapters.reading import Cancelled, as_text
from ..core.network.straight import Straight
from ..core.network.travel import RoadTravel, StraightTravel, TravelRules
from ..i18n import number, tr
from .parameters import parts_of
from .travel_account import say_attached, say_calibration, say_regions, say_skipped, warn_if_roads_changed
from .travel_parameters import STRAIGHT, TravelParameters


class Question(NamedTuple):
    """Everything read for one run. ``facilities`` are in the order of their ids, which settles ties; ``people`` (n) and
    ``origin_region`` (n text or None) belong to ``origins``, ``facility_region`` to ``facilities``."""

    travel: RoadTravel | StraightTravel
    crs: QgsCoordinateReferenceSystem
    facilities: PointTable
    origins: PointTable | None
    people: np.ndarray | None
    origin_region: np.ndarray | None
    facility_region: np.ndarray | None
    report: np.ndarray | None

    def reported(self, region: np.ndarray | None, count: int) -> np.ndarray:
        """(count) bool: which rows belong to the reported regions; all where none was named."""
        if self.report is None or region is None:
            return np.ones(count, bool)
        return np.isin(region, self.report)

    def only(self, facilities: np.ndarray) -> Question:
        """The same question with only the ``facilities`` (f bool)."""
        if facilities.all():
            return self
        region = None if self.facility_region is None else self.facility_region[facilities]
        kept = self.facilities.take(np.flatnonzero(facilities))
        return self._replace(travel=self.travel.only(facilities), facilities=kept, facility_region=region)

    def people_by_region(self, origin: np.ndarray, facility: np.ndarray) -> np.ndarray:
        """People (pairs, 3) of each pair of origin and facility: all, of the facility's own region, of other regions.

        Where a region is unknown, the people are in neither of the last two.
        """
        people = self.people[origin]
        if self.origin_region is None or self.facility_region is None:
            return np.column_stack([people, 0 * people, 0 * people])
        here, there = self.origin_region[origin], self.facility_region[facility]
        known = np.array([a is not None and b is not None for a, b in zip(here, there)], bool)
        own = known & (here == there)
        return np.column_stack([people, people * own, people * (known & ~own)])


class TravelAlgorithm(TravelParameters):
    """A tool that asks about travel between people and facilities."""

    ADDED_TO = "ORIGINS"

    def checkParameterValues(self, parameters, context):
        for check in (self._check_network, self._check_limit, self._check_regions):
            problem = check(parameters, context)
            if problem:
                return False, problem
        return super().checkParameterValues(parameters, context)

    def _check_network(self, parameters, context):
        cost = self.parameterAsEnumString(parameters, "COST", context)
        if cost != STRAIGHT and not self.parameterAsString(parameters, "NETWORK", context):
            return tr(
                "Travel along the road network needs a network file. Make one with the tool Compile road network, "
                "or choose a straight line."
            )
        return ""

    def _check_limit(self, parameters, context):
        if self.HAS_LIMIT and not self._limit(parameters, context) > 0:
            return tr("The longest travel time must be above 0 minutes. Leave it blank for no limit.")
        for name in ("DETOUR", "STRAIGHT_SPEED", "SPEED_FACTOR", "MAX_OFFROAD", "OFFROAD_SPEED"):
            if not np.isfinite(self.parameterAsDouble(parameters, name, context)):
                return tr("{name} must be a number.").format(name=name)
        return ""

    def _check_regions(self, parameters, context):
        if self.parameterDefinition("REPORT_REGION") is None:
            return ""
        needed = ["FACILITY_REGION", *(["ORIGIN_REGION"] if parameters.get("ORIGINS") not in (None, "") else [])]
        if self._report(parameters, context) is not None and not all(
            self._field(parameters, n, context) for n in needed
        ):
            return tr("REPORT_REGION needs the region fields of both the people and the facilities.")
        return ""

    def straight(self, parameters, context) -> bool:
        return self.parameterAsEnumString(parameters, "COST", context) == STRAIGHT

    def time_name(self, name, parameters, context):
        """A time field's name; in a straight line it says so."""
        return f"straight_{name}" if self.straight(parameters, context) else name

    def knows_regions(self, parameters, context) -> bool:
        return bool(
            self._field(parameters, "ORIGIN_REGION", context) and self._field(parameters, "FACILITY_REGION", context)
        )

    def note(self, parameters, context) -> str:
        """What the name of every result must say: that no roads were travelled."""
        return tr("straight line, not the road network") if self.straight(parameters, context) else ""

    def ask(self, parameters, context, feedback, account: Account, limit: float | None = None) -> Question:
        """Read facilities, people and network; warn about what cannot take part. ``limit`` overrides MAX_MINUTES."""
        straight = self.straight(parameters, context)
        network = None if straight else open_network(self.parameterAsString(parameters, "NETWORK", context))
        origins = self._read(parameters, "ORIGINS", "ORIGIN_ID", context, feedback)
        facilities = self._read(parameters, self.FACILITIES, self.FACILITY_ID, context, feedback)
        crs = self._measuring_crs(parameters, network, origins, facilities, context)
        if network is not None:
            warn_if_roads_changed(network, account, feedback)
            say_calibration(network, self.parameterAsEnumString(parameters, "MODE", context), account, feedback)
        origins = self._moved(parameters, "ORIGINS", origins, crs, context, account, feedback)
        facilities = self._moved(parameters, self.FACILITIES, facilities, crs, context, account, feedback)
        facilities = facilities.take(np.argsort(facilities.ids, kind="stable"))
        rules = TravelRules(
            mode=self.parameterAsEnumString(parameters, "MODE", context),
            direction=self.direction(parameters, context),
            max_minutes=self._limit(parameters, context) if limit is None else limit,
            speed_factor=self.parameterAsDouble(parameters, "SPEED_FACTOR", context),
            max_offroad_m=self.parameterAsDouble(parameters, "MAX_OFFROAD", context),
            offroad_kmh=self.parameterAsDouble(parameters, "OFFROAD_SPEED", context),
        )
        if straight:
            detour = self.parameterAsDouble(parameters, "DETOUR", context)
            speed = self.parameterAsDouble(parameters, "STRAIGHT_SPEED", context)
            travel = StraightTravel(Straight(facilities.xy, detour, speed), rules)
            text = tr("Straight line, no roads: distance × {detour} at {speed} km/h.")
            account.say(feedback, text.format(detour=number(detour), speed=number(speed)), warn=True)
        else:
            travel = RoadTravel(network, rules, facilities.xy)
            say_attached(travel, facilities, account, feedback)
        people = None
        if origins is not None:
            field = self._field(parameters, "POPULATION", context)
            people = people_of(origins, field, "ORIGINS")
            if not field:
                account.say(feedback, tr("No population field was named: every point counts as one person."))
        question = Question(
            travel,
            crs,
            facilities,
            origins,
            people,
            self._regions(parameters, origins, "ORIGIN_REGION", context),
            self._regions(parameters, facilities, "FACILITY_REGION", context),
            self._report(parameters, context),
        )
        say_regions(question, self.FACILITIES, account, feedback)
        return question

    def direction(self, parameters, context) -> str:
        return self.parameterAsEnumString(parameters, "DIRECTION", context)

    def fields_read(self, layer, parameters, context) -> list[str]:
        """Names of the fields to read from the layer of the parameter ``layer``; a tool that needs more adds its own."""
        wanted = ("POPULATION", "ORIGIN_REGION") if layer == "ORIGINS" else ("FACILITY_REGION",)
        return [field for field in (self._field(parameters, name, context) for name in wanted) if field]

    def step(self, feedback, first: float = 0, last: float = 90):
        """For long computations: progress from ``first`` to ``last`` per cent, and the user's Cancel."""

        def step(share):
            if feedback.isCanceled():
                raise Cancelled
            feedback.setProgress(first + (last - first) * share)

        return step

    def _limit(self, parameters, context) -> float:
        if not self.HAS_LIMIT or parameters.get("MAX_MINUTES") in (None, ""):
            return np.inf
        return self.parameterAsDouble(parameters, "MAX_MINUTES", context)

    def _field(self, parameters, name, context) -> str:
        return self.parameterAsString(parameters, name, context) if self.parameterDefinition(name) is not None else ""

    def _read(self, parameters, layer, id_name, context, feedback):
        if self.parameterDefinition(layer) is None or parameters.get(layer) in (None, ""):
            return None
        id_field = self.parameterAsString(parameters, id_name, context)
        source = self.source(parameters, layer, context)
        return read_points(source, layer, id_field, self.fields_read(layer, parameters, context), feedback)

    def _measuring_crs(self, parameters, network, origins, facilities, context):
        """The network's system; without one, that of the people, or of the facilities where there are no people."""
        if network is not None:
            return crs_from_text(network.crs)
        layer, points = ("ORIGINS", origins) if origins is not None else (self.FACILITIES, facilities)
        _refuse_empty(points, layer)
        crs = self.source(parameters, layer, context).sourceCrs()
        return measuring_crs(crs, points.xy, context.transformContext())

    def _moved(self, parameters, layer, points, crs, context, account, feedback):
        if points is None:
            return None
        source = self.source(parameters, layer, context).sourceCrs()
        points = move_points(points, source, crs, context.transformContext())
        population = self._field(parameters, "POPULATION", context) if layer == "ORIGINS" else ""
        say_skipped(points, layer, population, account, feedback)
        _refuse_empty(points, layer)
        return points

    def _regions(self, parameters, points, name, context):
        field = self._field(parameters, name, context)
        if not field or points is None:
            return None
        # A table without NULL, such as CSV, has an empty text where the region is unknown.
        return np.array([None if value is None else as_text(value) or None for value in points.columns[field]], object)

    def _report(self, parameters, context):
        codes = parts_of(self._field(parameters, "REPORT_REGION", context))
        return np.array(codes, object) if codes else None


def _refuse_empty(points, layer):
    if not points:
        raise QgsProcessingException(
            tr("{layer} has no usable points. Choose another layer, or clear its filter and selection.").format(
                layer=layer
            )
        )
