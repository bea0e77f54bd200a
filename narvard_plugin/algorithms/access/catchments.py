"""Catchments of facilities as polygons of travel time, with the people inside."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from qgis.core import (
    QgsGeometry,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...adapters.outputs import Column, Outputs, fields_of
from ...adapters.provenance import Account
from ...adapters.rasters import zone_polygons
from ...adapters.tables import Cancelled
from ...core.network.cells import ring_of
from ...core.network.travel import TooManyCells
from ...i18n import number, tr
from ..parameters import enum_parameter
from ..travel import TravelAlgorithm

SEPARATE, MERGED, NEAREST = "separate", "merged", "nearest"


class Ring(NamedTuple):
    """One polygon of the result: ``facility`` number (−1 when merged), ring number, shape and people of the ring."""

    facility: int
    ring: int
    shape: QgsGeometry
    people: float


class Catchments(TravelAlgorithm):
    ID = "catchments"
    TAGS = ("isochrone", "service area", "catchment", "upptagningsområde", "restid", "isokron", "ansvarsområde")
    ORIGINS_OPTIONAL = True
    HAS_LIMIT = False
    MAX_OFFROAD = 500
    ADDED_TO = None

    def displayName(self):
        return tr("Catchments")

    def shortHelpString(self):
        return tr(
            "Draws the area within each travel time in BREAKS of the facilities, as polygons with holes, and counts the "
            "people in each.\n\n"
            "OVERLAP separate gives every facility its own areas; merged gives the area within reach of any facility; nearest "
            "gives responsibility areas that tile: each place belongs to the facility nearest in time.\n\n"
            "One MultiPolygon per facility and ring: more than from_minutes and at most to_minutes (the first ring includes 0), area_km2, "
            "population of the ring and population_within of all rings up to it. People (ORIGINS, POPULATION) are counted by "
            "their own travel time, not by the polygon they lie in; without ORIGINS the two fields are empty. "
            "ORIGIN_REGION, FACILITY_REGION and REPORT_REGION: all facilities compete, but only those of the reported "
            "regions are written.\n\n"
            "Areas are made of cells of CELL_SIZE metres: the time along the roads plus a straight leg of at most MAX_OFFROAD "
            "metres to the cell's centre. NETWORK, FACILITIES, "
            "MODE, DIRECTION and the rest work as in Nearest facility."
        )

    def initAlgorithm(self, config=None):
        self.add_places()
        self.addParameter(
            QgsProcessingParameterString("BREAKS", tr("Travel times (minutes, with commas)"), defaultValue="10,20,30")
        )
        self.addParameter(
            enum_parameter(
                "OVERLAP",
                tr("Where areas overlap"),
                {
                    SEPARATE: tr("Each facility has its own areas"),
                    MERGED: tr("One area for all facilities"),
                    NEAREST: tr("Each place belongs to the nearest facility"),
                },
                SEPARATE,
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                "CELL_SIZE", tr("Cell size (m)"), QgsProcessingParameterNumber.Type.Double, 250, minValue=1
            )
        )
        self.add_travel()
        self.add_regions()
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Catchments"), QgsProcessing.SourceType.TypeVectorPolygon)
        )

    def checkParameterValues(self, parameters, context):
        try:
            self._breaks(parameters, context)
        except ValueError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def _breaks(self, parameters, context) -> np.ndarray:
        text = self.parameterAsString(parameters, "BREAKS", context)
        try:
            breaks = np.array([float(part) for part in text.replace(";", ",").split(",") if part.strip()])
        except ValueError:
            breaks = np.empty(0)
        if len(breaks) == 0 or not np.isfinite(breaks).all() or breaks[0] <= 0 or (np.diff(breaks) <= 0).any():
            raise ValueError(
                tr(
                    "The travel times “{text}” must be rising numbers above 0 with commas between, such as 10,20,30."
                ).format(text=text)
            )
        return breaks

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        breaks = self._breaks(parameters, context)
        question = self.ask(parameters, context, feedback, account, limit=float(breaks[-1]))
        size = self.parameterAsDouble(parameters, "CELL_SIZE", context)
        overlap = self.parameterAsEnumString(parameters, "OVERLAP", context)
        feedback.setProgressText(tr("Drawing the areas"))
        try:
            if overlap == SEPARATE:
                rings = self._separate(question, breaks, size, feedback)
            else:
                rings = self._together(question, breaks, size, overlap == MERGED, feedback)
        except TooManyCells as error:
            raise QgsProcessingException(
                tr(
                    "Cells of {size} m over all that is reached do not fit in memory. Choose a larger CELL_SIZE."
                ).format(size=number(size))
            ) from error
        self._tell(account, feedback, question, rings, overlap)
        columns = self._columns(parameters, context)
        account.aliases.update({column.name: column.alias for column in columns})
        with Outputs(self, parameters, context, feedback) as outputs:
            rows = self._rows(question, rings, breaks)
            kind = QgsWkbTypes.Type.MultiPolygon
            outputs.write("OUTPUT", fields_of(columns), kind, question.crs, rows, len(rings))
        self.keep(account, outputs.results, context, self.note(parameters, context))
        return outputs.results

    def _columns(self, parameters, context):
        return [
            Column("facility_id", "text", tr("Facility")),
            Column(self.time_name("from_minutes", parameters, context), "real", tr("From (min)")),
            Column(self.time_name("to_minutes", parameters, context), "real", tr("To (min)")),
            Column("area_km2", "real", tr("Area (km²)")),
            Column("population", "real", tr("People in the ring")),
            Column("population_within", "real", tr("People within the time")),
        ]

    def _separate(self, question, breaks, size, feedback) -> list[Ring]:
        wanted = question.reported(question.facility_region, len(question.facilities.ids))
        people = self._people_separate(question, breaks, feedback)
        rings = []
        for done, (facility, grid, times) in enumerate(question.travel.facility_cells(size)):
            if feedback.isCanceled():
                raise Cancelled
            feedback.setProgress(20 + 70 * done / len(wanted))
            if not wanted[facility]:
                continue
            zones = ring_of(times.minutes, breaks)
            for ring, shape in _all_rings(zone_polygons(grid, zones), people[facility]):
                rings.append(Ring(facility, ring, shape, people[facility, ring]))
        return rings

    def _people_separate(self, question, breaks, feedback) -> np.ndarray:
        """People (facilities, rings) by their own time to each facility."""
        table = np.zeros((len(question.facilities.ids), len(breaks)))
        if question.origins is None:
            return table

        def step(share):
            if feedback.isCanceled():
                raise Cancelled
            feedback.setProgress(20 * share)

        pairs = question.travel.pairs(question.origins.xy, step)
        np.add.at(table, (pairs.facility, ring_of(pairs.minutes, breaks)), question.people[pairs.origin])
        return table

    def _together(self, question, breaks, size, merged, feedback) -> list[Ring]:
        wanted = question.reported(question.facility_region, len(question.facilities.ids))
        grid, times = question.travel.reached_cells(size)
        if feedback.isCanceled():
            raise Cancelled
        ring, count = ring_of(times.minutes, breaks), len(breaks)
        shown = (ring >= 0) & wanted[times.facility]
        owner = np.zeros_like(ring) if merged else times.facility
        shapes = zone_polygons(grid, np.where(shown, owner * count + ring, -1))
        people = np.zeros((len(wanted), count))
        if question.origins is not None:
            reached = question.travel.nearest(question.origins.xy)
            own = (reached.facility[:, 0] >= 0) & wanted[reached.facility[:, 0]]
            facility = np.zeros(own.sum(), np.int64) if merged else reached.facility[own, 0]
            np.add.at(people, (facility, ring_of(reached.minutes[own, 0], breaks)), question.people[own])
        rings = []
        for facility in range(1 if merged else len(wanted)):
            mine = {zone % count: shape for zone, shape in shapes.items() if zone // count == facility}
            for ring_number, shape in _all_rings(mine, people[facility]):
                rings.append(Ring(-1 if merged else facility, ring_number, shape, people[facility, ring_number]))
        return rings

    def _tell(self, account, feedback, question, rings, overlap):
        if question.origins is None:
            account.say(feedback, tr("No people were given: the population fields are empty."))
        wanted = question.reported(question.facility_region, len(question.facilities.ids))
        drawn = {ring.facility for ring in rings}
        if overlap != MERGED:
            missing = [str(question.facilities.ids[i]) for i in np.flatnonzero(wanted) if i not in drawn]
            if missing:
                account.say(
                    feedback,
                    tr("{n} facilities got no area: {list}.").format(n=len(missing), list=", ".join(missing[:20])),
                    warn=True,
                )

    def _rows(self, question, rings, breaks):
        with_people = question.origins is not None
        within, facility = 0.0, None
        for ring in rings:
            within = float(ring.people) + (within if ring.facility == facility else 0.0)
            facility = ring.facility
            yield (
                ring.shape,
                (
                    None if ring.facility < 0 else str(question.facilities.ids[ring.facility]),
                    float(breaks[ring.ring - 1]) if ring.ring else 0.0,
                    float(breaks[ring.ring]),
                    ring.shape.area() / 1e6,
                    float(ring.people) if with_people else None,
                    within if with_people else None,
                ),
            )


def _all_rings(shapes: dict[int, QgsGeometry], people: np.ndarray):
    """Every ring that has an area or people, in order; a ring of people alone has an empty shape."""
    for ring in range(len(people)):
        if ring in shapes or people[ring] > 0:
            yield ring, shapes.get(ring, QgsGeometry())
