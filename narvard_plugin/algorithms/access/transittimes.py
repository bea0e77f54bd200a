"""Travel time by public transport to the nearest facility, for every minute of a window."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...adapters.crs import transform_xy
from ...adapters.outputs import Column, Outputs, extended, numbers
from ...adapters.provenance import Account
from ...core.network.modes import SPEED_KMH
from ...core.network.snap import KMH_TO_M_PER_MINUTE
from ...core.network.travel import BEYOND_LIMIT, NO_ROAD, NO_ROUTE, OK, StraightTravel
from ...core.transit.away import search_away
from ...core.transit.clock import MINUTE, Window, milliseconds, parse_clock, parse_day
from ...core.transit.rides import MOST_RIDES, Rides
from ...core.transit.stops import read_changes, read_stops
from ...core.transit.summary import summarise
from ...core.transit.timetable import TooManyRuns, make_timetable
from ...core.transit.towards import search_towards
from ...core.transit.walking import ChangeRules, make_footpaths, sorted_walks
from ...i18n import number, tr
from ...sources.gtfs import GtfsError, read_feed
from ..parameters import enum_parameter
from ..transit_account import refuse_empty_day, say_stops, say_timetable, say_travellers, unreadable_feed
from ..travel import TravelAlgorithm

_HIDDEN = QgsProcessingParameterDefinition.Flag.FlagHidden
_ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced
_DEGREES = "EPSG:4326"
_DAY = 1440  # minutes


class TransitTimes(TravelAlgorithm):
    ID = "transittimes"
    TAGS = ("public transport", "transit", "gtfs", "timetable", "kollektivtrafik", "buss", "tidtabell", "restid")

    def displayName(self):
        return tr("Travel time by public transport")

    def shortHelpString(self):
        return tr(
            "Gives every point with people its travel time by public transport and on foot to the nearest facility, for a "
            "departure every minute from START_TIME up to, not including, END_TIME on DATE. GTFS is a timetable as a zip file "
            "or a folder, such as those of Trafiklab; several are separated by a semicolon.\n\n"
            "OUTPUT is the origins with facility_id (the facility that is nearest in most departures), minutes_p50, "
            "minutes_p90 … (PERCENTILES of the travel time over the departures, the first wait included; a departure that "
            "reaches nothing counts as endless, and a percentile that falls there is empty), share_of_departures that reach a "
            "facility, transfers (median; 0 also for walking all the way), offroad_m and status.\n\n"
            "A journey walks to a stop, rides, changes as often as it needs (at most MAX_TRANSFERS), and walks to the facility; "
            "each walk takes at most MAX_WALK_MINUTES along the roads at 5 km/h. Walking all the way competes, as one such walk. "
            "In each departure the facility is the one reached first; among equal arrivals fewer rides, then the id that comes "
            "first as text. DIRECTION from_facility sets out from the facilities each minute and counts who comes first to each "
            "point. What takes longer than MAX_MINUTES counts as out of reach.\n\n"
            "Trips of the day before that run past midnight take part, and those of the night after that start before 04:00; all "
            "of the day after where END_TIME is past 24:00. Stops without a time get one along the trip, by the feed's distances "
            "or the straight lines between stops. Trips with a headway but no fixed times leave at every headway. Platforms of one "
            "station are connected. transfers.txt is followed between stops and stations, not between single trips or lines. The "
            "log and the layer's metadata say how much of each there was.\n\n"
            "COST straight walks straight lines × DETOUR at 5 km/h instead of along roads, and says so in every time field.\n\n"
            "Method: all departures of the window in one exact search, ride by ride (after RAPTOR: Delling, Pajor and Werneck "
            "2015). Percentiles by nearest rank. Source of the timetable: the feed's publisher."
        )

    def initAlgorithm(self, config=None):
        self.add_places()
        self._add_timetable()
        self.add_travel()
        mode = self.parameterDefinition("MODE")
        mode.setOptions(["walk"])
        mode.setMetadata(enum_parameter("MODE", "", {"walk": tr("Walking")}).metadata())
        mode.setDefaultValue("walk")
        mode.setHelp(tr("Legs outside the vehicle are always walked."))
        for name in ("MODE", "SPEED_FACTOR"):
            definition = self.parameterDefinition(name)
            definition.setFlags(definition.flags() | _HIDDEN)
        self.parameterDefinition("STRAIGHT_SPEED").setDefaultValue(SPEED_KMH["walk"])
        self.add_regions()
        self.add_prefix()
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Travel time by public transport to the nearest facility"))
        )
        self.addOutput(QgsProcessingOutputNumber("UNREACHABLE_COUNT", tr("People who reach no facility")))

    def _add_timetable(self):
        every = tr("All files") + " (*)"  # QGIS refuses a folder with any other filter, its own default included
        gtfs = QgsProcessingParameterFile("GTFS", tr("Timetable (GTFS zip file or folder)"), fileFilter=every)
        self._add(
            gtfs, tr("A zip file, the folder with its text files or stops.txt there; several with ; between them.")
        )
        for name, label, default, text in (
            ("DATE", tr("Date (YYYY-MM-DD)"), None, tr("The day whose timetable is travelled. Choose an ordinary weekday.")),
            ("START_TIME", tr("First departure (HH:MM)"), "07:00", tr("Hours past 24 are those of the night after.")),
            ("END_TIME", tr("End of the departures (HH:MM, not included)"), "09:00", tr("At most 30:00.")),
        ):  # fmt: skip
            self._add(QgsProcessingParameterString(name, label, default), text)
        real, integer = QgsProcessingParameterNumber.Type.Double, QgsProcessingParameterNumber.Type.Integer
        self._add(
            QgsProcessingParameterNumber(
                "MAX_WALK_MINUTES", tr("Longest walk (minutes per leg)"), real, 15, minValue=0, maxValue=_DAY
            ),
            tr("To the first stop, between stops, from the last stop, and all the way; the way to the road included."),
        )
        self._add(
            QgsProcessingParameterString("PERCENTILES", tr("Percentiles of the travel time"), "50,90"),
            tr("Whole numbers from 1 to 100 with commas. 90 is what nine departures of ten do not exceed."),
        )
        self._add(
            QgsProcessingParameterNumber(
                "MIN_TRANSFER_MINUTES", tr("Least time for a change (minutes)"), real, 0, minValue=0, maxValue=_DAY
            ),
            tr("Between getting off and boarding again, the walk included; the timetable's own rules hold besides."),
            advanced=True,
        )
        self._add(
            QgsProcessingParameterNumber(
                "MAX_TRANSFERS", tr("Most changes (blank = any number)"), integer, None, optional=True, minValue=0
            ),
            tr("A journey with more changes does not count."),
            advanced=True,
        )

    def checkParameterValues(self, parameters, context):
        for check in (self._check_day, self._check_window, self._check_percentiles, self._check_walks):
            problem = check(parameters, context)
            if problem:
                return False, problem
        return super().checkParameterValues(parameters, context)

    def _check_day(self, parameters, context):
        text = self.parameterAsString(parameters, "DATE", context)
        try:
            parse_day(text)
        except ValueError:
            return tr("DATE must be a day written as 2026-03-04, not {text}.").format(text=text or "''")
        return ""

    def _check_window(self, parameters, context):
        try:
            window = self._window(parameters, context)
        except ValueError:
            return tr("START_TIME and END_TIME must be times from 00:00 to 30:00, such as 07:00.")
        return "" if window.start < window.end else tr("END_TIME must be later than START_TIME.")

    def _check_percentiles(self, parameters, context):
        try:
            percentiles = self._percentiles(parameters, context)
        except ValueError:
            percentiles = []
        if (
            not percentiles
            or min(percentiles) < 1
            or max(percentiles) > 100
            or len(set(percentiles)) < len(percentiles)
        ):
            return tr("PERCENTILES must be different whole numbers from 1 to 100 with commas between, such as 50,90.")
        return ""

    def _check_walks(self, parameters, context):
        for name in ("MAX_WALK_MINUTES", "MIN_TRANSFER_MINUTES"):  # QGIS lets NaN through any range
            if not np.isfinite(self.parameterAsDouble(parameters, name, context)):
                return tr("{name} must be a number.").format(name=name)
        return ""

    def _window(self, parameters, context):
        return Window(
            *(parse_clock(self.parameterAsString(parameters, n, context)) for n in ("START_TIME", "END_TIME"))
        )

    def _percentiles(self, parameters, context):
        return [int(text) for text in self.parameterAsString(parameters, "PERCENTILES", context).split(",")]

    def added_columns(self, parameters, context):
        columns = [Column("facility_id", "text", tr("Nearest facility in most departures"))]
        for percent in self._percentiles(parameters, context):
            alias = self._minutes_alias(parameters, context).format(percent=percent)
            columns.append(Column(self.time_name(f"minutes_p{percent}", parameters, context), "real", alias))
        columns.append(Column("share_of_departures", "real", tr("Share of departures that reach a facility")))
        columns.append(Column("transfers", "integer", tr("Changes (median)")))
        if self._field(parameters, "FACILITY_REGION", context):
            columns.append(Column("region_1", "text", tr("Region of facility {k}").format(k=1)))
        if self.knows_regions(parameters, context):
            columns.append(Column("crosses_border", "flag", tr("Nearest facility in another region")))
        columns.append(Column("offroad_m", "real", tr("Distance to the road (m)")))
        columns.append(Column("status", "text", tr("Status")))
        return self.prefixed(columns, parameters, context)

    def _minutes_alias(self, parameters, context):
        if self.straight(parameters, context):
            return tr("Public transport and straight walks, not by road: percentile {percent} (min)")
        return tr("Travel time by public transport, percentile {percent} (min)")

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        day = parse_day(self.parameterAsString(parameters, "DATE", context))
        feedback.setProgressText(tr("Reading the timetable"))
        feed = self._feed(parameters, context, day, self.step(feedback, 0, 0))
        # One spot written in two coordinate systems lies a hair apart; a millisecond, as fine as times are kept, bridges it.
        limit = max(self.parameterAsDouble(parameters, "MAX_WALK_MINUTES", context), 1 / MINUTE)
        question = self.ask(parameters, context, feedback, account, limit=limit)
        stops = read_stops(feed.stops)
        stop_xy = self._in_crs(stops.lonlat, question.crs, context)
        window = self._window(parameters, context)
        try:
            timetable, told = make_timetable(feed, stops, stop_xy, day, window)
        except TooManyRuns as error:
            raise QgsProcessingException(
                tr("frequencies.txt makes more trips than any timetable has. Fetch the feed again from its publisher.")
            ) from error
        refuse_empty_day(feed, told, day)
        say_timetable(feed, timetable, told, day, account, feedback)
        changes = read_changes(feed.transfers, stops)
        summary, reached = self._summary(
            parameters, context, feedback, account, question, timetable, (stops, stop_xy, changes), window
        )
        status = _status(summary, reached)
        shown = question.reported(question.origin_region, len(question.people))
        say_travellers(question.people, shown, status, reached.cut_off, account, feedback)
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write(parameters, context, outputs, question, summary, reached.offroad_m, status, shown)
        self.keep(account, outputs.results, context, self.note(parameters, context))
        unreached = float(question.people[shown & (summary.facility < 0)].sum())
        return {**outputs.results, "UNREACHABLE_COUNT": unreached}

    def _feed(self, parameters, context, day, step):
        text = self.parameterAsString(parameters, "GTFS", context)
        paths = [text] if os.path.exists(text) else [part.strip() for part in text.split(";") if part.strip()]
        paths = [
            Path(path).parent if Path(path).name.lower() == "stops.txt" else Path(path) for path in paths or [text]
        ]
        try:
            return read_feed(paths, day, step)
        except GtfsError as error:
            raise unreadable_feed(error) from error

    def _in_crs(self, lonlat, crs, context):
        """Stops (s, 2) in the measuring system; NaN where they have no coordinates, or none that can be moved there."""
        xy = np.full(lonlat.shape, np.nan)
        known = np.isfinite(lonlat).all(1)
        degrees = QgsCoordinateReferenceSystem(_DEGREES)
        xy[known] = transform_xy(lonlat[known], degrees, crs, context.transformContext())
        return xy

    def _summary(self, parameters, context, feedback, account, question, timetable, placing, window):
        """The summary of every origin, and where origins meet the roads."""
        stops, stop_xy, changes = placing
        used = np.zeros(timetable.stop_count, bool)
        used[timetable.stop] = True
        placed = np.flatnonzero(used & np.isfinite(stop_xy).all(1))
        facilities, origins = question.facilities.xy, question.origins.xy
        towards = question.travel.rules.direction == "to_facility"
        travel = _to_all(question.travel, np.concatenate([facilities, stop_xy[placed]]))
        feedback.setProgressText(tr("Searching the walks"))
        reached = travel.nearest(origins, 1, self.step(feedback, 5, 10))
        pairs = travel.pairs(np.concatenate([origins, stop_xy[placed]]), self.step(feedback, 10, 40))
        walks = sorted_walks(pairs, len(origins), len(facilities), placed, towards)
        without_road = len(placed) - int((travel.facility_rows >= len(facilities)).sum())
        metres = number(question.travel.rules.max_offroad_m)
        say_stops(int(used.sum()) - len(placed), without_road, metres, changes, account, feedback)
        rules = ChangeRules(
            int(milliseconds(question.travel.rules.max_minutes)),
            self._straight_speed(parameters, context) / MINUTE,
            int(milliseconds(self.parameterAsDouble(parameters, "MIN_TRANSFER_MINUTES", context))),
        )
        step = self.step(feedback, 40, 45)
        footpaths = make_footpaths(walks, changes, stop_xy, stops.station, used, rules, step)
        rides = Rides(timetable, footpaths, window.start * MINUTE)
        feedback.setProgressText(tr("Searching the timetable"))
        search = (search_towards if towards else search_away)(
            rides, walks, window.departures, self._most_rides(parameters, context), self.step(feedback, 45, 70)
        )
        percentiles, longest = self._percentiles(parameters, context), self._limit(parameters, context)
        step = self.step(feedback, 70, 90)
        return summarise(search, walks, len(origins), len(facilities), percentiles, longest, step), reached

    def _straight_speed(self, parameters, context) -> float:
        """Metres of straight line per minute of walking."""
        if self.straight(parameters, context):
            kmh = self.parameterAsDouble(parameters, "STRAIGHT_SPEED", context)
        else:
            kmh = SPEED_KMH["walk"]
        return kmh * KMH_TO_M_PER_MINUTE / self.parameterAsDouble(parameters, "DETOUR", context)

    def _most_rides(self, parameters, context) -> int:
        if parameters.get("MAX_TRANSFERS") in (None, ""):
            return MOST_RIDES
        return min(self.parameterAsInt(parameters, "MAX_TRANSFERS", context) + 1, MOST_RIDES)

    def _write(self, parameters, context, outputs, question, summary, offroad_m, status, shown):
        source = self.source(parameters, "ORIGINS", context)
        transfers = [None if count < 0 else int(count) for count in summary.transfers]
        columns = [np.append(question.facilities.ids, None)[summary.facility]]
        columns += [numbers(minutes) for minutes in summary.minutes.T]
        columns += [numbers(summary.share), transfers]
        if question.facility_region is not None:
            region = np.append(question.facility_region, None)[summary.facility]
            columns.append(region)
            if question.origin_region is not None:
                columns.append(
                    [
                        None if here is None or there is None else bool(there != here)
                        for here, there in zip(question.origin_region, region)
                    ]
                )
        columns += [numbers(offroad_m), status]
        values = [list(row) for row in zip(*columns)]
        added = {int(fid): values[row] for row, fid in enumerate(question.origins.fids) if shown[row]}
        fields = extended(source.fields(), self.added_columns(parameters, context))
        rows = self.copied(source, added)
        outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows, len(added))


def _to_all(travel, xy):
    """The same walks to or from all of ``xy`` instead of the facilities alone."""
    if isinstance(travel, StraightTravel):
        return replace(travel, straight=travel.straight._replace(xy=xy))
    return replace(travel, facility_xy=xy)


def _status(summary, reached):
    """(n) ok, no_road, beyond_limit or no_route, by what hinders a journey first."""
    status = np.full(len(summary.facility), NO_ROUTE, object)
    status[reached.status == NO_ROAD] = NO_ROAD
    status[summary.beyond] = BEYOND_LIMIT
    status[summary.facility >= 0] = OK
    return status
