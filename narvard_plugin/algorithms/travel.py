"""What the travel tools share: checking their parameters, and reading them into one travel question."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessingException,
)

from ..adapters.crs import crs_from_text, measuring_crs
from ..adapters.network import open_network
from ..adapters.outputs import copied_attributes, name_clashes
from ..adapters.points import PointTable, listed, people_of, read_points
from ..adapters.provenance import Account
from ..adapters.tables import UNCHECKED
from ..core.network.straight import Straight
from ..core.network.travel import NoFacilityOnRoad, RoadTravel, StraightTravel, TravelRules
from ..i18n import number, tr
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


class TravelAlgorithm(TravelParameters):
    """A tool that asks about travel between people and facilities."""

    ADDED_TO = "ORIGINS"  # the parameter whose features the output copies

    def added_columns(self, parameters, context):
        """The columns that the tool adds to the features of ``ADDED_TO``."""
        return []

    def checkParameterValues(self, parameters, context):
        for check in (self._check_network, self._check_limit, self._check_regions, self._check_names):
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
        if self.HAS_LIMIT and self._limit(parameters, context) <= 0:
            return tr("The longest travel time must be above 0 minutes. Leave it blank for no limit.")
        return ""

    def _check_regions(self, parameters, context):
        if self.parameterDefinition("REPORT_REGION") is None:
            return ""
        named = [self.parameterAsString(parameters, n, context) for n in ("ORIGIN_REGION", "FACILITY_REGION")]
        if self.parameterAsString(parameters, "REPORT_REGION", context) and not all(named):
            return tr("REPORT_REGION needs the region fields of both the people and the facilities.")
        return ""

    def _check_names(self, parameters, context):
        return self.clash_sentence(parameters, self.ADDED_TO, self.added_columns(parameters, context), context)

    def clash_sentence(self, parameters, layer, columns, context) -> str:
        """What to say where the layer of the parameter ``layer`` already has some of ``columns``; else nothing."""
        source = self.parameterAsSource(parameters, layer, context) if layer else None
        clashes = name_clashes(source.fields(), columns) if source else []
        if not clashes:
            return ""
        return tr("{layer} already has fields that this tool adds: {names}. Give the added fields a PREFIX.").format(
            layer=layer, names=", ".join(clashes)
        )

    def straight(self, parameters, context) -> bool:
        return self.parameterAsEnumString(parameters, "COST", context) == STRAIGHT

    def time_name(self, name, parameters, context):
        """A time field's name; in a straight line it says so."""
        return f"straight_{name}" if self.straight(parameters, context) else name

    def copied(self, source, added: dict[int, list]):
        """Rows for ``Outputs.write``: the features of ``source`` whose ids are in ``added``, with those values appended."""
        for feature in source.getFeatures(QgsFeatureRequest(), UNCHECKED):
            values = added.get(feature.id())
            if values is not None:
                yield feature.geometry(), copied_attributes(feature, source.fields()) + values

    def note(self, parameters, context) -> str:
        """What the name of every result must say: that no roads were travelled."""
        return tr("straight line, not the road network") if self.straight(parameters, context) else ""

    def prefix(self, parameters, context):
        return self.parameterAsString(parameters, "PREFIX", context)

    def ask(self, parameters, context, feedback, account: Account, limit: float | None = None) -> Question:
        """Read facilities, people and network; warn about what cannot take part. ``limit`` overrides MAX_MINUTES."""
        straight = self.straight(parameters, context)
        network = None if straight else open_network(self.parameterAsString(parameters, "NETWORK", context))
        if network is not None:
            self._warn_if_roads_changed(network, account, feedback)
        crs = None if network is None else crs_from_text(network.crs)
        origins = self._read(
            parameters, "ORIGINS", "ORIGIN_ID", ("POPULATION", "ORIGIN_REGION"), crs, context, feedback
        )
        if crs is None:
            crs, origins = self._measure(parameters, origins, context, feedback)
        facilities = self._read(parameters, "FACILITIES", "FACILITY_ID", ("FACILITY_REGION",), crs, context, feedback)
        facilities = facilities.take(np.argsort(facilities.ids, kind="stable")) if facilities else facilities
        for points, name in ((facilities, "FACILITIES"), (origins, "ORIGINS")):
            if points is not None:
                self._say_skipped(points, name, account, feedback)
                self._refuse_empty(points, name)
        rules = TravelRules(
            mode=self.parameterAsEnumString(parameters, "MODE", context),
            direction=self.parameterAsEnumString(parameters, "DIRECTION", context),
            max_minutes=self._limit(parameters, context) if limit is None else limit,
            speed_factor=self.parameterAsDouble(parameters, "SPEED_FACTOR", context),
            max_offroad_m=self.parameterAsDouble(parameters, "MAX_OFFROAD", context),
            offroad_kmh=self.parameterAsDouble(parameters, "OFFROAD_SPEED", context),
        )
        if straight:
            detour = self.parameterAsDouble(parameters, "DETOUR", context)
            speed = self.parameterAsDouble(parameters, "STRAIGHT_SPEED", context)
            travel = StraightTravel(Straight(facilities.xy, detour, speed), rules)
            account.say(
                feedback,
                tr("Straight line, no roads: distance × {detour} at {speed} km/h.").format(
                    detour=number(detour), speed=number(speed)
                ),
                warn=True,
            )
        else:
            travel = RoadTravel(network, rules, facilities.xy)
            self._say_unattached(travel, facilities, account, feedback)
        people = None
        if origins is not None:
            field = self.parameterAsString(parameters, "POPULATION", context)
            people = people_of(origins, field, "ORIGINS")
            if not field:
                account.say(feedback, tr("No population field was named: every point counts as one person."))
        return Question(
            travel,
            crs,
            facilities,
            origins,
            people,
            self._regions(parameters, origins, "ORIGIN_REGION", context),
            self._regions(parameters, facilities, "FACILITY_REGION", context),
            self._report(parameters, context),
        )

    def _limit(self, parameters, context) -> float:
        if not self.HAS_LIMIT or parameters.get("MAX_MINUTES") in (None, ""):
            return np.inf
        return self.parameterAsDouble(parameters, "MAX_MINUTES", context)

    def _read(self, parameters, layer, id_name, extra, crs, context, feedback):
        if self.parameterDefinition(layer) is None or parameters.get(layer) in (None, ""):
            return None
        names = [
            self.parameterAsString(parameters, n, context) for n in extra if self.parameterDefinition(n) is not None
        ]
        id_field = self.parameterAsString(parameters, id_name, context)
        source = self.source(parameters, layer, context)
        return read_points(source, layer, id_field, [name for name in names if name], crs, feedback)

    def _measure(self, parameters, origins, context, feedback):
        """Without a network: the measuring system of the people, or of the facilities where there are no people."""
        layer, id_name = ("ORIGINS", "ORIGIN_ID") if origins is not None else ("FACILITIES", "FACILITY_ID")
        source = self.source(parameters, layer, context)
        raw = origins if origins is not None else self._read(parameters, layer, id_name, (), None, context, feedback)
        self._refuse_empty(raw, layer)
        crs = measuring_crs(source.sourceCrs(), raw.xy)
        extra = ("POPULATION", "ORIGIN_REGION")
        return crs, self._read(parameters, "ORIGINS", "ORIGIN_ID", extra, crs, context, feedback)

    def _regions(self, parameters, points, name, context):
        definition = self.parameterDefinition(name)
        field = self.parameterAsString(parameters, name, context) if definition is not None else ""
        if not field or points is None:
            return None
        return np.array(["" if value is None else str(value) for value in points.columns[field]], object)

    def _report(self, parameters, context):
        if self.parameterDefinition("REPORT_REGION") is None:
            return None
        codes = [code.strip() for code in self.parameterAsString(parameters, "REPORT_REGION", context).split(";")]
        codes = [code for code in codes if code]
        return np.array(codes, object) if codes else None

    def _warn_if_roads_changed(self, network, account, feedback):
        path, made = network.about.get("path"), network.about.get("made")
        if not path or not made or not Path(path).is_file():
            return
        changed = datetime.fromtimestamp(Path(path).stat().st_mtime).astimezone()
        if changed > datetime.fromisoformat(made):
            account.say(
                feedback,
                tr("The road file {path} has changed since the network was compiled on {date}. Compile it again if roads were edited.")
                .format(path=path, date=made[:10]),
                warn=True,
            )  # fmt: skip

    def _refuse_empty(self, points, name):
        if not points:
            raise QgsProcessingException(
                tr("{layer} has no usable points. Choose another layer, or clear its filter and selection.").format(
                    layer=name
                )
            )

    def _say_skipped(self, points, name, account, feedback):
        if points.skipped:
            ids = [f"{i} ({reason})" for i, reason in points.skipped]
            account.say(
                feedback,
                tr("Skipped {n} features of {layer}: {list}.").format(n=len(ids), layer=name, list=listed(ids)),
                warn=True,
            )

    def _say_unattached(self, travel, facilities, account, feedback):
        try:
            lost = facilities.ids[travel.facilities_without_road]
        except NoFacilityOnRoad as error:
            raise QgsProcessingException(
                tr("None of the {n} facilities lies within {metres} m of a road that the mode may use. "
                   "Check that FACILITIES and the network cover the same place, or raise MAX_OFFROAD.")
                .format(n=len(facilities.ids), metres=number(travel.rules.max_offroad_m))
            ) from error  # fmt: skip
        if len(lost):
            account.say(
                feedback,
                tr("{n} facilities lie farther than {metres} m from a road and take no part: {list}.").format(
                    n=len(lost), metres=number(travel.rules.max_offroad_m), list=listed(lost)
                ),
                warn=True,
            )
        apart = facilities.ids[travel.facilities_outside_main_part]
        if len(apart):
            account.say(
                feedback,
                tr("{n} facilities stand on roads that do not connect both ways with the rest: {list}.").format(
                    n=len(apart), list=listed(apart)
                ),
                warn=True,
            )


def numbers(values) -> list:
    """Numbers for a layer; what is infinite or not a number is NULL."""
    return [float(value) if np.isfinite(value) else None for value in values]
