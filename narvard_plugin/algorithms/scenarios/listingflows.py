"""Who is listed where: the share at the nearest centre, flows over borders, and listed against the travel-time catchment."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)

from ...adapters.listings import places_of, read_listings, say_strangers
from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended, fields_of
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.scenario_tables import Rows
from ...adapters.tables import texts
from ...adapters.vintages import Coded, refuse_other_vintages
from ...core.scenarios.listings import Cells, area_blocks, area_minutes, choices
from ...i18n import tr
from ..listed_parameters import ListedParameters, say_open
from ..parameters import enum_parameter
from ..travel import Question, TravelAlgorithm
from ..travel_account import say_reached
from .listing_rows import (
    AREA,
    MUNICIPALITY,
    REGION,
    Answer,
    Places,
    Secret,
    among,
    area_values,
    flow_rows,
    say_share,
    secrets,
    unit_values,
)

PAIRS_AT_ONCE = 20_000_000  # of people's points and units, held at once


class ListingFlows(ListedParameters, TravelAlgorithm):
    ID = "listingflows"
    GROUP = "scenarios"
    TAGS = (
        "listing",
        "flows",
        "registered patients",
        "nearest",
        "listning",
        "listade",
        "flöden",
        "vårdval",
        "hälsocentral",
    )
    ADDED_TO = "AREAS"

    def displayName(self):
        return tr("Listing flows")

    def shortHelpString(self):
        return tr(
            "Shows who is listed where: the share listed at the nearest health centre, flows over the borders of municipalities and "
            "counties, and each centre's listed people against those who have it as nearest.\n\n"
            "LISTINGS is a table with area_code, unit_id, number, date and status; the newest date counts. AREAS are the small areas with "
            "AREA_CODE, ORIGINS points with people and ORIGIN_AREA, the code of the area where each lies. Minutes from an area to a centre are the "
            "mean over its people who reach it, weighted by POPULATION, along the roads of NETWORK; a centre that no more than half of them "
            "reach is out of reach. The nearest centre is that with the fewest mean minutes; equal times go to the id that comes first.\n\n"
            "OUTPUT is the areas with listed, share_at_nearest, nearest_unit, minutes_nearest, minutes_listed (mean to where people are listed), "
            "top_unit (most listed) with minutes_top, hidden_cells and status: ok, incomplete (some numbers are hidden), suppressed (few people), missing (no listings) or no_travel. FLOWS goes from area, municipality "
            "or county (FLOW_LEVEL) to unit, with crosses_municipality and crosses_region. UNIT_OUTPUT is the units with their listed by where people live, and "
            "catchment_population, who have it as nearest. AREA_MINUTES holds the mean minutes of area and unit, for the MATRIX of "
            "Consequence of closing health centres.\n\n"
            "Numbers from 1 up to below MINIMUM are left empty with the status suppressed; so are shares that tell of so few, and the other numbers that would tell them together "
            "with the sums of all results. Such numbers are in no mean travel time; one where they are more than a tenth of the people is empty. Hidden cells of LISTINGS "
            "stay hidden, are counted, and are in no sum. Listed people whose unit is not in FACILITIES count as not at the nearest. With "
            "REPORT_REGION only areas, units and flows of these regions are written.\n\n"
            "Where top_unit is not the nearest, but minutes_top and minutes_nearest hardly differ, two centres lie about as near, and the share says little.\n\n"
            "Method: exact fastest paths between all points and centres; primary and secondary suppression of small numbers."
        )

    def initAlgorithm(self, config=None):
        self.add_table("LISTINGS", tr("Listings (table of area and centre)"), tr("Who is listed where."))
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        self._add(QgsProcessingParameterFeatureSource("AREAS", tr("Areas"), polygon), tr("Small areas, such as DeSO."))
        self._add(
            QgsProcessingParameterField("AREA_CODE", tr("Area code (field)"), "area_code", "AREAS"),
            tr("The same codes as in the listings."),
        )
        for name, label, layer, text in (
            (
                "AREA_MUNICIPALITY",
                tr("Municipality of the areas (field)"),
                "AREAS",
                tr("Needed for flows over borders."),
            ),
            ("AREA_REGION", tr("Region of the areas (field)"), "AREAS", tr("Needed for flows over borders.")),
        ):
            self._add_field(name, label, layer, text)
        self.add_places()
        self._add(
            QgsProcessingParameterField("ORIGIN_AREA", tr("Area code of the people (field)"), "area_code", "ORIGINS"),
            tr("In which area each point lies."),
        )
        self._add_field(
            "FACILITY_MUNICIPALITY",
            tr("Municipality of the facilities (field)"),
            "FACILITIES",
            tr("Needed for flows over borders."),
        )
        self._add_field(
            "FACILITY_REGION",
            tr("Region of the facilities (field)"),
            "FACILITIES",
            tr("Needed for flows over borders."),
        )
        levels = {AREA: tr("Area"), MUNICIPALITY: tr("Municipality"), REGION: tr("County")}
        self._add(
            enum_parameter("FLOW_LEVEL", tr("Flows from"), levels, AREA), tr("What each row of FLOWS starts from.")
        )
        self.add_travel()
        self._add(
            QgsProcessingParameterString("REPORT_REGION", tr("Regions to report (codes with ;)"), optional=True),
            tr("For example 08, or 08;05. Blank = all."),
            advanced=True,
        )
        self.add_minimum()
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Listing per area")))
        for name, label in (
            ("FLOWS", tr("Flows to units")),
            ("UNIT_OUTPUT", tr("Listed per unit")),
            ("AREA_MINUTES", tr("Mean travel time of area and unit")),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, label, optional=True, createByDefault=False))
        self.addOutput(QgsProcessingOutputNumber("LISTED", tr("Listed")))
        self.addOutput(QgsProcessingOutputNumber("SHARE_AT_NEAREST", tr("Share listed at the nearest")))
        self.addOutput(QgsProcessingOutputNumber("HIDDEN_CELLS", tr("Hidden numbers")))

    def added_columns(self, parameters, context):
        columns = [
            Column("listed", "integer", tr("Listed")),
            Column("share_at_nearest", "real", tr("Share listed at the nearest")),
            Column("nearest_unit", "text", tr("Nearest unit")),
            self._time("minutes_nearest", tr("Mean travel time to the nearest unit (min)"), parameters, context),
            self._time("minutes_listed", tr("Mean travel time to where people are listed (min)"), parameters, context),
            Column("top_unit", "text", tr("Unit with most listed")),
            self._time("minutes_top", tr("Mean travel time there (min)"), parameters, context),
            Column("top_share", "real", tr("Share listed there")),
            Column("hidden_cells", "integer", tr("Hidden numbers")),
            Column("status", "text", tr("Status")),
        ]
        return self.prefixed(columns, parameters, context)

    def unit_columns(self, parameters, context):
        columns = [
            Column("listed", "integer", tr("Listed")),
            Column("listed_own_municipality", "integer", tr("of whom from its own municipality")),
            Column("listed_other_municipality", "integer", tr("of whom from other municipalities of the county")),
            Column("listed_other_region", "integer", tr("of whom from other counties")),
            Column("listed_unknown_home", "integer", tr("of whom it is not known from where")),
            Column("catchment_population", "real", tr("People who have it as nearest")),
            Column("listed_per_catchment", "real", tr("Listed over the people who have it as nearest")),
            Column("hidden_cells", "integer", tr("Hidden numbers")),
            Column("status", "text", tr("Status")),
        ]
        return self.prefixed(columns, parameters, context)

    def _time(self, name, alias, parameters, context):
        if self.straight(parameters, context):
            alias = tr("{text}: straight line, not by road").format(text=alias)
        return Column(self.time_name(name, parameters, context), "real", alias)

    def _check_names(self, parameters, context):
        problem = super()._check_names(parameters, context)
        if problem or parameters.get("UNIT_OUTPUT") is None:
            return problem
        return self.clash_sentence(parameters, "FACILITIES", self.unit_columns(parameters, context), context)

    def _check_regions(self, parameters, context):
        level = self.parameterAsEnumString(parameters, "FLOW_LEVEL", context)
        needed = {MUNICIPALITY: ["AREA_MUNICIPALITY"], REGION: ["AREA_REGION"]}.get(level, [])
        if self._report(parameters, context) is not None:
            needed = [*needed, "AREA_REGION", "FACILITY_REGION"]
        missing = [name for name in dict.fromkeys(needed) if not self._field(parameters, name, context)]
        if not self.parameterAsString(parameters, "FACILITY_ID", context):
            missing.append("FACILITY_ID")
        return tr("These fields have to be named: {names}.").format(names=", ".join(missing)) if missing else ""

    def fields_read(self, layer, parameters, context):
        name = "ORIGIN_AREA" if layer == "ORIGINS" else "FACILITY_MUNICIPALITY"
        return [
            f for f in [*super().fields_read(layer, parameters, context), self._field(parameters, name, context)] if f
        ]

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        account.name_columns("UNIT_OUTPUT", self.unit_columns(parameters, context))
        rows = read_listings(self.source(parameters, "LISTINGS", context), account, feedback)
        self._check_vintages(parameters, context, feedback)
        areas_read = Rows(self.source(parameters, "AREAS", context), "AREAS", [], feedback)
        question = self.ask(parameters, context, feedback, account)
        areas, units = self._areas(areas_read, parameters, context), self._units(question, parameters, context)
        cells = Cells(places_of(rows.area, areas.ids), places_of(rows.unit, units.ids), rows.number)
        say_strangers(rows.area, cells.area, rows.number, "AREAS", account, feedback)
        say_strangers(rows.unit, cells.unit, rows.number, "FACILITIES", account, feedback)
        answer = self._answer(question, areas, units, cells, parameters, context, account, feedback)
        share = say_share(answer, account, feedback)
        secret = secrets(answer, rows, self.parameterAsEnumString(parameters, "FLOW_LEVEL", context))
        say_open(secret.closed, account, feedback)
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write_areas(outputs, answer, secret, areas_read, parameters, context)
            self._write_flows(outputs, answer, secret, rows, parameters, context)
            self._write_units(outputs, answer, secret, question, parameters, context)
            self._write_minutes(outputs, answer, parameters, context)
        self.keep(account, outputs.results, context, self.note(parameters, context))
        mine = among(cells.area, areas.shown)
        return {
            **outputs.results,
            "LISTED": float(np.nansum(cells.number[mine])),
            "SHARE_AT_NEAREST": share,
            "HIDDEN_CELLS": float(np.isnan(cells.number[mine]).sum()),
        }

    def _check_vintages(self, parameters, context, feedback) -> None:
        """The areas, the people's and the listings' codes must be of one vintage, as far as they say it."""
        areas, people, listings = (
            Coded(self.source(parameters, name, context), name, field)
            for name, field in (
                ("AREAS", self.parameterAsString(parameters, "AREA_CODE", context)),
                ("ORIGINS", self._field(parameters, "ORIGIN_AREA", context)),
                ("LISTINGS", "area_code"),
            )
        )
        refuse_other_vintages(areas, [people, listings], feedback)

    def _areas(self, rows: Rows, parameters, context) -> Places:
        ids = np.array(rows.ids(self.parameterAsString(parameters, "AREA_CODE", context)) or [], object)
        municipality, region = (
            _column(rows.texts(self._field(parameters, name, context)), len(ids))
            for name in ("AREA_MUNICIPALITY", "AREA_REGION")
        )
        report = self._report(parameters, context)
        return Places(ids, municipality, region, np.ones(len(ids), bool) if report is None else np.isin(region, report))

    def _units(self, question: Question, parameters, context) -> Places:
        table = question.facilities
        field = self._field(parameters, "FACILITY_MUNICIPALITY", context)
        municipality = texts(table.columns[field]) if field else _column([], len(table.ids))
        region = question.facility_region
        region = _column([], len(table.ids)) if region is None else region
        return Places(table.ids, municipality, region, question.reported(question.facility_region, len(table.ids)))

    def _answer(self, question, areas, units, cells, parameters, context, account, feedback) -> Answer:
        codes = texts(question.origins.columns[self._field(parameters, "ORIGIN_AREA", context)])
        home = places_of(codes, areas.ids)
        outside = home < 0
        if outside.all():
            raise QgsProcessingException(
                tr("No point of ORIGINS has an area code of AREAS. Its first codes are {list}.").format(
                    list=listed(list(dict.fromkeys(codes))[:3])
                )
            )
        if outside.any():
            text = tr("{n} people at {points} points of ORIGINS are in no area of AREAS.")
            people = f"{question.people[outside].sum():.0f}"
            account.say(feedback, text.format(n=people, points=int(outside.sum())), warn=True)
        feedback.setProgressText(tr("Searching the network"))
        reached = question.travel.nearest(question.origins.xy, 1, self.step(feedback, 10, 30))
        say_reached(question, reached, among(home, areas.shown), account, feedback)
        nearest = reached.facility[:, 0]
        catchment = np.bincount(nearest[nearest >= 0], question.people[nearest >= 0], len(units.ids))
        minutes = self._minutes(question, home, (len(areas.ids), len(units.ids)), feedback)
        minimum = self.minimum(parameters, context)
        return Answer(areas, units, cells, minutes, choices(cells, minutes), catchment, minimum)

    def _minutes(self, question: Question, home: np.ndarray, shape: tuple[int, int], feedback) -> np.ndarray:
        """Mean minutes (areas, units), some areas at a time: all pairs of a large county would not fit in memory."""
        minutes = np.full(shape, np.inf)
        blocks = area_blocks(home, max(1, PAIRS_AT_ONCE // shape[1]))
        for at, rows in enumerate(blocks):
            begin, end = (30 + 60 * part / len(blocks) for part in (at, at + 1))
            pairs = question.travel.pairs(question.origins.xy[rows], self.step(feedback, begin, end))
            minutes = np.minimum(minutes, area_minutes(pairs, home[rows], question.people[rows], shape))
            if feedback.isCanceled():
                raise Cancelled
        return minutes

    def _write_areas(self, outputs, answer: Answer, secret: Secret, rows: Rows, parameters, context):
        values = area_values(answer, secret)
        added = {rows.features[row].id(): values[row] for row in np.flatnonzero(answer.areas.shown)}
        source = rows.source
        fields = extended(source.fields(), self.added_columns(parameters, context))
        copies = self.copied(source, added)
        outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), copies, len(added))

    def _write_flows(self, outputs, answer: Answer, secret: Secret, rows, parameters, context):
        level = self.parameterAsEnumString(parameters, "FLOW_LEVEL", context)
        columns = [
            Column("from_code", "text", tr("From")),
            Column("from_level", "text", tr("Kind of area")),
            Column("unit_id", "text", tr("Unit")),
            Column("number", "integer", tr("Listed")),
            self._time("minutes", tr("Mean travel time (min)"), parameters, context),
            Column("crosses_municipality", "flag", tr("Crosses a municipal border")),
            Column("crosses_region", "flag", tr("Crosses a county border")),
            Column("hidden_cells", "integer", tr("Hidden numbers")),
            Column("status", "text", tr("Status")),
        ]
        flows = flow_rows(answer, rows, level, secret)
        written = ((None, row) for row in flows)
        nowhere = QgsCoordinateReferenceSystem()
        outputs.write("FLOWS", fields_of(columns), NO_GEOMETRY, nowhere, written, len(flows))

    def _write_units(self, outputs, answer: Answer, secret: Secret, question: Question, parameters, context):
        if parameters.get("UNIT_OUTPUT") is None:
            return
        values = unit_values(answer, secret)
        fids = question.facilities.fids
        added = {int(fids[row]): values[row] for row in np.flatnonzero(answer.units.shown)}
        source = self.source(parameters, "FACILITIES", context)
        fields = extended(source.fields(), self.unit_columns(parameters, context))
        copies = self.copied(source, added)
        outputs.write("UNIT_OUTPUT", fields, source.wkbType(), source.sourceCrs(), copies, len(added))

    def _write_minutes(self, outputs, answer: Answer, parameters, context):
        columns = [
            Column("origin_id", "text", tr("Area")),
            Column("facility_id", "text", tr("Unit")),
            self._time("minutes", tr("Mean travel time (min)"), parameters, context),
        ]
        area, unit = np.nonzero(np.isfinite(answer.minutes) & answer.areas.shown[:, None])
        values = zip(answer.areas.ids[area], answer.units.ids[unit], answer.minutes[area, unit].tolist())
        written = ((None, list(row)) for row in values)
        nowhere = QgsCoordinateReferenceSystem()
        outputs.write("AREA_MINUTES", fields_of(columns), NO_GEOMETRY, nowhere, written, len(area))


def _column(values, count: int) -> np.ndarray:
    return np.array(values or [None] * count, object)
