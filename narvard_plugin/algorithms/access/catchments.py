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
from ...adapters.reading import listed
from ...core.network.cells import TooManyCells, ring_of
from ...core.network.travel import NoFacilityOnRoad
from ...i18n import number, tr
from ..parameters import enum_parameter
from ..travel import TravelAlgorithm
from ..travel_account import no_facility_on_road, say_reached, too_many_cells

SEPARATE, MERGED, NEAREST = "separate", "merged", "nearest"


class Ring(NamedTuple):
    """One polygon of the result: ``facility`` number (−1 when merged), ring ``number``, ``shape``, and the ``people`` of the
    ring: all, and where regions are known those of the facility's own region and of others."""

    facility: int
    number: int
    shape: QgsGeometry
    people: np.ndarray


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
            "With FACILITY_REGION and REPORT_REGION only the facilities of the reported regions are drawn; with nearest all "
            "of them compete first. ORIGIN_REGION adds how many people of each ring come from the facility's own region "
            "(population_own) and from others (population_other).\n\n"
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
        except QgsProcessingException as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def _breaks(self, parameters, context) -> np.ndarray:
        text = self.parameterAsString(parameters, "BREAKS", context)
        try:
            breaks = np.array([float(part) for part in text.replace(";", ",").split(",") if part.strip()])
        except ValueError:
            breaks = np.empty(0)
        if len(breaks) == 0 or not np.isfinite(breaks).all() or breaks[0] <= 0 or (np.diff(breaks) <= 0).any():
            raise QgsProcessingException(
                tr(
                    "The travel times “{text}” must be rising numbers above 0 with commas between, such as 10,20,30."
                ).format(text=text)
            )
        return breaks

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        breaks = self._breaks(parameters, context)
        columns = self._columns(parameters, context)
        account.name_columns("OUTPUT", columns)
        question = self.ask(parameters, context, feedback, account, limit=float(breaks[-1]))
        account.say(feedback, tr("Rings end at {breaks} minutes.").format(breaks=" · ".join(map(number, breaks))))
        if question.origins is not None:
            reached = question.travel.nearest(question.origins.xy)
            shown = question.reported(question.origin_region, len(question.people))
            say_reached(question, reached, shown, account, feedback)
        feedback.setProgressText(tr("Drawing the areas"))
        size = self.parameterAsDouble(parameters, "CELL_SIZE", context)
        overlap = self.parameterAsEnumString(parameters, "OVERLAP", context)
        wanted = question.reported(question.facility_region, len(question.facilities.ids))
        if not wanted.any():
            raise QgsProcessingException(
                tr("No facility lies in the regions of REPORT_REGION, so there is nothing to draw.")
            )
        if overlap != NEAREST:  # no facility takes a place from another: only the reported ones matter
            question, wanted = question.only(wanted), wanted[wanted]
        try:
            if overlap == SEPARATE:
                rings = self._separate(question, breaks, size, feedback)
            else:
                rings = self._together(question, breaks, size, overlap == MERGED, wanted, feedback)
        except TooManyCells as error:
            raise QgsProcessingException(too_many_cells(size)) from error
        except NoFacilityOnRoad as error:  # others do, but none of the reported ones
            raise QgsProcessingException(no_facility_on_road(question.travel, question.facilities)) from error
        self._tell(account, feedback, question, rings, wanted, overlap)
        with Outputs(self, parameters, context, feedback) as outputs:
            rows = self._rows(question, rings, breaks, len(columns))
            kind = QgsWkbTypes.Type.MultiPolygon
            outputs.write("OUTPUT", fields_of(columns), kind, question.crs, rows, len(rings))
        self.keep(account, outputs.results, context, self.note(parameters, context))
        return outputs.results

    def _columns(self, parameters, context):
        columns = [
            Column("facility_id", "text", tr("Facility")),
            Column(self.time_name("from_minutes", parameters, context), "real", tr("From (min)")),
            Column(self.time_name("to_minutes", parameters, context), "real", tr("To (min)")),
            Column("area_km2", "real", tr("Area (km²)")),
            Column("population", "real", tr("People in the ring")),
            Column("population_within", "real", tr("People within the time")),
        ]
        if self.knows_regions(parameters, context):
            columns.append(Column("population_own", "real", tr("of the ring, from the facility's own region")))
            columns.append(Column("population_other", "real", tr("of the ring, from other regions")))
        return columns

    def _separate(self, question, breaks, size, feedback) -> list[Ring]:
        people = np.zeros((len(question.facilities.ids), len(breaks), 3))
        if question.origins is not None:
            pairs = question.travel.pairs(question.origins.xy, self.step(feedback, 0, 20))
            rings = ring_of(pairs.minutes, breaks)
            np.add.at(people, (pairs.facility, rings), question.people_by_region(pairs.origin, pairs.facility))
        step, rings = self.step(feedback, 20, 90), []
        for done, (facility, grid, times) in enumerate(question.travel.facility_cells(size)):
            step(done / len(people))
            shapes = zone_polygons(grid, ring_of(times.minutes, breaks))
            rings += _rings_of(facility, shapes, people[facility])
        return rings

    def _together(self, question, breaks, size, merged, wanted, feedback) -> list[Ring]:
        grid, times = question.travel.reached_cells(size, self.step(feedback))
        ring, count = ring_of(times.minutes, breaks), len(breaks)
        owner = np.zeros_like(ring) if merged else times.facility
        shown = (ring >= 0) & wanted[times.facility]
        shapes = {owner: {} for owner in range(1 if merged else len(wanted))}
        for zone, shape in zone_polygons(grid, np.where(shown, owner * count + ring, -1)).items():
            shapes[zone // count][zone % count] = shape
        people = np.zeros((len(shapes), count, 3))
        if question.origins is not None:
            reached = question.travel.nearest(question.origins.xy)
            facility = reached.facility[:, 0]
            origin = np.flatnonzero((facility >= 0) & wanted[facility])
            facility = facility[origin]
            at = (np.zeros_like(facility) if merged else facility, ring_of(reached.minutes[origin, 0], breaks))
            np.add.at(people, at, question.people_by_region(origin, facility))
        return [
            ring._replace(facility=-1) if merged else ring
            for owner, own in shapes.items()
            for ring in _rings_of(owner, own, people[owner])
        ]

    def _tell(self, account, feedback, question, rings, wanted, overlap):
        if question.origins is None:
            account.say(feedback, tr("No people were given: the population fields are empty."))
        shapeless = sum(ring.shape.isNull() for ring in rings)
        if shapeless:
            text = tr("{n} rings hold people but no cell's centre, so they have no area. Choose a smaller CELL_SIZE.")
            account.say(feedback, text.format(n=shapeless), warn=True)
        drawn = {ring.facility for ring in rings if not ring.shape.isNull()}
        missing = [question.facilities.ids[i] for i in np.flatnonzero(wanted) if i not in drawn]
        if missing and overlap != MERGED:
            text = tr("{n} facilities got no area: {list}.")
            account.say(feedback, text.format(n=len(missing), list=listed(missing)), warn=True)

    def _rows(self, question, rings, breaks, column_count):
        within, facility = 0.0, None
        for ring in rings:
            within = float(ring.people[0]) + (within if ring.facility == facility else 0.0)
            facility = ring.facility
            all_people, own, other = (float(count) for count in ring.people)
            people = [all_people, within, own, other] if question.origins is not None else [None] * 4
            values = [
                None if facility < 0 else str(question.facilities.ids[facility]),
                float(breaks[ring.number - 1]) if ring.number else 0.0,
                float(breaks[ring.number]),
                0.0 if ring.shape.isNull() else ring.shape.area() / 1e6,
                *people,
            ]
            yield ring.shape, values[:column_count]


def _rings_of(facility: int, shapes: dict[int, QgsGeometry], people: np.ndarray) -> list[Ring]:
    """Every ring of a facility that has an area or people, in order; one of people alone has no shape."""
    return [
        Ring(facility, number, shapes.get(number, QgsGeometry()), people[number])
        for number in range(len(people))
        if number in shapes or people[number, 0] > 0
    ]
