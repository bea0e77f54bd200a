"""How soon an ambulance comes, how long it is then away, and what one station more or fewer changes."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)

from ...adapters.outputs import NO_GEOMETRY, Outputs, extended, fields_of, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...core.access.response import HOURS_PER_YEAR, Times
from ...core.network.matrix import Pairs
from ...i18n import number, tr
from ..travel_account import people_text, say_reached
from .response_parameters import ResponseParameters
from .response_reading import (
    attached_to_roads,
    minutes_back,
    open_stations,
    parse_thresholds,
    read_calls,
    read_groups,
    read_missions,
    read_places,
    read_vehicles,
    travel_with,
)
from .response_rows import Response, fewer_rows, more_rows, summary_columns, summary_rows, unit_columns

CANDIDATES_AT_ONCE = 16  # their pairs with all people are held at once


class ResponseCoverage(ResponseParameters):
    ID = "responsecoverage"
    TAGS = (
        "ambulance", "response time", "coverage", "emergency", "station",
        "ambulans", "responstid", "insatstid", "täckning", "prehospital", "framkörningstid",
    )  # fmt: skip

    def displayName(self):
        return tr("Response coverage")

    def shortHelpString(self):
        return tr(
            "Tells how soon a vehicle from the nearest open station reaches people: response time = ALARM_MINUTES (call to "
            "dispatch) + TURNOUT_MINUTES (dispatch to departure) + drive time / SPEED_FACTOR. Drive time and response time "
            "are separate fields. Travel is always from the station. Alarm, turn-out, scene and handover times are set "
            "from your own measurements; the defaults are only a start.\n\n"
            "OPEN_FROM and OPEN_TO are fields of STATIONS with text HH:MM, also over midnight (both empty: always open); "
            "AT_TIME picks the stations that are open then. MAX_MINUTES limits the drive.\n\n"
            "With HOSPITALS also how long the vehicle is away: turn-out + drive to the scene + SCENE_MINUTES + drive to the "
            "hospital nearest to the scene + HANDOVER_MINUTES + drive back to its station (the alarm is not counted). With "
            "CALLS (a field of ORIGINS: calls per year), or CALLS_PER_1000 people, this becomes vehicle hours per year, and "
            "with VEHICLES (a field of STATIONS) the share of time they are away: hours / (vehicles × 8 760), calls spread "
            "evenly over the year, the nearest station answering every call. Give HOSPITALS only those that take the patients, "
            "such as those with an emergency department day and night.\n\n"
            "OUTPUT is the origins with station_id, drive_minutes, response_minutes, hospital_id, mission_minutes, offroad_m "
            "and status. SUMMARY has a row per group and threshold: all, municipality, area_type, with the share of all people "
            "within it; people whom nobody reaches stay in the denominator. Mean, median and 90th percentile are over those who "
            "are reached. Rows without a threshold hold calls and vehicle hours: for the same groups, per station, and for the "
            "stations together (stations answer all people in the input). The groups come from fields of ORIGINS, or by area "
            "code from AREAS.\n\n"
            "UNITS tells what one fewer or one more changes: each station taken away, and each of CANDIDATES added. Its mean "
            "compares those who are reached both before and after.\n\n"
            "With REPORT_REGION all stations and people take part, but only those of the reported regions are written; a "
            "neighbour's station that is nearest to somebody reported stands in UNITS, too. FACILITY_REGION (a field of STATIONS) "
            "adds station_region, and with ORIGIN_REGION crosses_border.\n\n"
            "Method: exact fastest paths, the two nearest stations of every point in one search; share = people within the "
            "threshold (itself included) / all people."
        )

    def initAlgorithm(self, config=None):
        self.add_places()
        self.add_times()
        self.add_missions()
        self.add_groups()
        self.add_candidates()
        self.add_travel()
        self.add_regions()
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Response time")))
        for name, label, usual in (
            ("SUMMARY", tr("Coverage and vehicle hours"), True),
            ("UNITS", tr("One station more or fewer"), False),
        ):
            kind = QgsProcessing.SourceType.TypeVector
            sink = QgsProcessingParameterFeatureSink(name, label, kind, optional=True, createByDefault=usual)
            self.addParameter(sink)
        self.addOutput(QgsProcessingOutputNumber("UNREACHABLE_COUNT", tr("People whom no vehicle reaches")))

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        tables = {
            "SUMMARY": self.table_columns(summary_columns(), parameters, context),
            "UNITS": self.table_columns(unit_columns(), parameters, context),
        }
        for name, columns in {**tables, "OUTPUT": self.added_columns(parameters, context)}.items():
            account.name_columns(name, columns)
        question = self.ask(parameters, context, feedback, account)
        names = [self._field(parameters, name, context) for name in ("OPEN_FROM", "OPEN_TO")]
        is_open = open_stations(question.facilities, *names, self.clock(parameters, context), account, feedback)
        if not is_open.all():
            question = question.only(is_open)
            attached_to_roads(question.travel, question.facilities, "STATIONS", account, feedback)
        groups = read_groups(self, parameters, question, account, feedback, context)
        feedback.setProgressText(tr("Searching the network"))
        response, hospitals = self._respond(parameters, context, feedback, question, account)
        self._say(question, response, account, feedback)
        rows = {"SUMMARY": [], "UNITS": []}
        own = question.reported(question.facility_region, len(question.facilities.ids))
        if parameters.get("SUMMARY") is not None:
            rows["SUMMARY"] = list(summary_rows(response, groups, question.facilities.ids, own))
        if parameters.get("UNITS") is not None:
            rows["UNITS"] = self._units(parameters, context, feedback, question, response, hospitals, own, account)
        elif parameters.get("CANDIDATES") not in (None, ""):
            account.say(
                feedback, tr("CANDIDATES are tried only where UNITS is asked for; they were not read."), warn=True
            )
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write_origins(parameters, context, outputs, question, response, hospitals)
            for name, columns in tables.items():
                found = ((None, row) for row in rows[name])
                outputs.write(name, fields_of(columns), NO_GEOMETRY, QgsCoordinateReferenceSystem(), found)
        self.keep(account, outputs.results, context, self.note(parameters, context))
        unreached = float(response.people[response.shown & (response.station < 0)].sum())
        return {**outputs.results, "UNREACHABLE_COUNT": unreached}

    def _times(self, parameters, context) -> Times:
        names = ("ALARM_MINUTES", "TURNOUT_MINUTES", "SCENE_MINUTES", "HANDOVER_MINUTES")
        return Times(*(self.parameterAsDouble(parameters, name, context) for name in names))

    def _respond(self, parameters, context, feedback, question, account):
        """The answer, and the hospitals that it speaks of."""
        times = self._times(parameters, context)
        count = 2 if parameters.get("UNITS") is not None else 1
        reached = question.travel.nearest(question.origins.xy, count, self.step(feedback, 5, 30))
        id_field = self._field(parameters, "HOSPITAL_ID", context)
        hospitals = read_places(self, parameters, "HOSPITALS", id_field, question.crs, account, feedback, context)
        rate = parameters.get("CALLS_PER_1000")
        rate = None if rate in (None, "") else self.parameterAsDouble(parameters, "CALLS_PER_1000", context)
        calls = read_calls(question, self._field(parameters, "CALLS", context), rate, account, feedback)
        missions, away = None, np.full(len(question.people), np.inf)
        if hospitals is not None:
            step = self.step(feedback, 30, 50)
            missions = read_missions(question, hospitals, times, calls, step, account, feedback)
            away = missions.away(reached.minutes[:, 0], reached.facility[:, 0])
        elif calls is not None:
            account.say(feedback, tr("Vehicle hours need HOSPITALS, so they are not computed."), warn=True)
        vehicles = read_vehicles(question, self._field(parameters, "VEHICLES", context), account, feedback)
        if vehicles is not None and (missions is None or calls is None):
            text = tr("VEHICLES are compared with vehicle hours, which need HOSPITALS and calls.")
            account.say(feedback, text, warn=True)
        shown = question.reported(question.origin_region, len(question.people))
        thresholds = parse_thresholds(self.parameterAsString(parameters, "THRESHOLDS", context))
        fixed = times.alarm + times.turnout
        return Response(reached, fixed, question.people, shown, thresholds, missions, away, vehicles), hospitals

    def _say(self, question, response, account, feedback):
        say_reached(question, response.reached, response.shown, account, feedback)
        text = tr("Response time = {fixed} minutes of alarm and turn-out + drive time.")
        account.say(feedback, text.format(fixed=number(response.fixed)))
        if response.missions is None:
            return
        account.say(feedback, tr("A vehicle is away: turn-out + drive to the scene + time there + drive to the nearest hospital + handover + drive back to its station."))  # fmt: skip
        lost = response.shown & (response.station >= 0) & np.isinf(response.away)
        if lost.any():
            text = tr(
                "{n} people at {points} points are reached, but the way to a hospital or back is missing; their calls are not in the vehicle hours."
            )
            account.say(feedback, text.format(n=people_text(response.people[lost].sum()), points=int(lost.sum())), warn=True)  # fmt: skip
        busy = self._overloaded(response)
        if len(busy):
            text = tr("{n} stations would need more vehicle hours than they have: {list}.")
            account.say(feedback, text.format(n=len(busy), list=listed(question.facilities.ids[busy])), warn=True)

    def _overloaded(self, response) -> np.ndarray:
        if response.calls is None or response.vehicles is None:
            return np.empty(0, np.int64)
        served = (response.station >= 0) & np.isfinite(response.away)
        weights = response.calls[served] * response.away[served] / 60
        hours = np.bincount(response.station[served], weights, len(response.vehicles))
        return np.flatnonzero(hours > response.vehicles * HOURS_PER_YEAR)

    def _units(self, parameters, context, feedback, question, response, hospitals, own, account) -> list[list]:
        rows = list(fewer_rows(response, question.facilities.ids, own, self.step(feedback, 50, 65)))
        id_field = self._field(parameters, "CANDIDATE_ID", context)
        candidates = read_places(self, parameters, "CANDIDATES", id_field, question.crs, account, feedback, context)
        if candidates is None:
            return rows
        travel = travel_with(question.travel, candidates.xy, "from_facility")
        attached = attached_to_roads(travel, candidates, "CANDIDATES", account, feedback)
        back = (
            None
            if hospitals is None
            else minutes_back(question.travel, hospitals.xy, candidates.xy, self.step(feedback, 65, 70))
        )
        blocks = self._candidate_blocks(question, travel, attached, feedback)
        return [*rows, *more_rows(response, candidates, blocks, back, self.step(feedback, 70, 90))]

    def _candidate_blocks(self, question, travel, attached, feedback):
        """(candidate numbers, their pairs with people within MAX_MINUTES), a few candidates at a time."""
        for begin in range(0, len(attached), CANDIDATES_AT_ONCE):
            part = attached[begin : begin + CANDIDATES_AT_ONCE]
            pairs = travel.only(part).pairs(question.origins.xy, self._stopped(feedback))
            near = question.travel.rules.within(pairs.minutes)
            yield part, Pairs(*(values[near] for values in pairs))

    def _stopped(self, feedback):
        """Asks for the user's Cancel without telling progress."""

        def step(share):
            if feedback.isCanceled():
                raise Cancelled

        return step

    def _write_origins(self, parameters, context, outputs, question, response, hospitals):
        source = self.source(parameters, "ORIGINS", context)
        values = self._origin_values(question, response, hospitals)
        added = {int(fid): values[row] for row, fid in enumerate(question.origins.fids) if response.shown[row]}
        fields = extended(source.fields(), self.added_columns(parameters, context))
        rows = self.copied(source, added)
        outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows, len(added))

    def _origin_values(self, question, response, hospitals):
        nobody = [None] * len(response.people)
        to_hospital = nobody
        if hospitals is not None:
            to_hospital = np.append(hospitals.ids, None)[response.missions.hospital]
        columns = [
            np.append(question.facilities.ids, None)[response.station],
            numbers(response.drive), numbers(response.minutes), to_hospital, numbers(response.away),
        ]  # fmt: skip
        if question.facility_region is not None:
            there = np.append(question.facility_region, None)[response.station]
            columns.append(there)
            if question.origin_region is not None:
                pairs = zip(question.origin_region, there)
                columns.append([None if a is None or b is None else bool(a != b) for a, b in pairs])
        columns += [numbers(response.reached.offroad_m), response.reached.status]
        return [list(row) for row in zip(*columns)]
