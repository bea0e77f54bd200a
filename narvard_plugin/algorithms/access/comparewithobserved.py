"""Hold the network's times against known trips, and propose a factor for each class of road."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QLocale

from ...adapters.crs import crs_from_text, transform_xy
from ...adapters.network import open_network
from ...adapters.outputs import NO_GEOMETRY, Outputs, fields_of, numbers
from ...adapters.points import move_points, read_points
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.trips import NO_HOUR, TripFields, Trips, moved, read_trips, with_coordinates, with_places
from ...core.access.observed import attach_trips, compare
from ...core.network.road_class import CALIBRATION, class_names, with_factors
from ...core.network.travel import NO_ROAD, NO_ROUTE, OK
from ...i18n import number, tr
from ...store.network_file import save_network
from ...whole_files import made_whole
from ..travel_account import say_calibration, warn_if_roads_changed
from .observed_page import page_of
from .observed_parameters import COORDINATES, IDS, ObservedParameters, mode_words
from .observed_results import (
    Compared,
    class_words,
    output_columns,
    output_rows,
    say_comparison,
    shown_classes,
    summary_columns,
    summary_rows,
)


class CompareWithObserved(ObservedParameters):
    ID = "comparewithobserved"
    GROUP = "access"
    TAGS = (
        "observed", "calibration", "validation", "known trips", "ambulance log", "jämför", "kalibrering",
        "observerade restider", "ambulanslogg", "restid", "vägklass",
    )  # fmt: skip

    def displayName(self):
        return tr("Compare with known trips")

    def shortHelpString(self):
        return tr(
            "Tells how well the network's travel times fit trips whose time is known, such as measured drives or an "
            "aggregated ambulance log, and proposes a factor on drive time for each class of road.\n\n"
            "TRIPS is a table with one row per trip, or per group of like trips with their number in WEIGHT. Its ends are "
            "either the fields FROM_ID and TO_ID, looked up in ORIGINS and FACILITIES; or coordinates in FROM_X, FROM_Y, TO_X, "
            "TO_Y (blank takes fields called from_x, from_y, to_x, to_y) in the system TRIPS_CRS; or the first and last point of "
            "line features. OBSERVED_MINUTES is the time from departure to arrival, without alarm handling and turn-out.\n\n"
            "OUTPUT has a line per trip with deviation = computed − observed and ratio = computed / observed. SUMMARY has the "
            "bias, the 90th percentile of the error regardless of sign, and more, in all, per class of road (by the class "
            "with most of a trip's time) and per HOUR. Trips without an observed time above 0 are skipped and listed; those "
            "without a road or a route are counted.\n\n"
            "CALIBRATED_NETWORK is a copy of the network with the factors applied to drive times; ferries, cycling and walking "
            "stay as they are. Tools that open it say so. REPORT is one page, How well the model fits.\n\n"
            "Method: weighted least squares on the minutes per class along the fastest path, between 0.5 and 2, drawn towards the "
            "overall factor where trips tell little; under 20 trips or 30 minutes a class gets the overall factor. Paths and "
            "factors are found in turn. Classes come from the road data: see CLASS_FIELD in Compile road network."
        )

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        network = open_network(self.parameterAsString(parameters, "NETWORK", context))
        mode = self.parameterAsEnumString(parameters, "MODE", context)
        warn_if_roads_changed(network, account, feedback)
        say_calibration(network, mode, account, feedback)
        calibrated = self.file(parameters, "CALIBRATED_NETWORK", context)
        if calibrated and CALIBRATION in network.about:
            raise QgsProcessingException(
                tr("NETWORK has factors already, and new ones would be multiplied with them. Choose the network file that it was made from, or leave CALIBRATED_NETWORK blank.")
            )  # fmt: skip
        crs = crs_from_text(network.crs)
        trips, skipped = self._usable(self._trips(parameters, crs, context, feedback, account), account, feedback)
        if self.text(parameters, "HOUR", context):
            _say_hours(trips, account, feedback)
        attached = attach_trips(
            network,
            mode,
            trips.start,
            trips.end,
            towards=self.towards(parameters, context),
            limit_m=self.parameterAsDouble(parameters, "MAX_OFFROAD", context),
            offroad_kmh=self.parameterAsDouble(parameters, "OFFROAD_SPEED", context),
        )
        rows = np.flatnonzero(attached.status == OK)
        if (attached.status == NO_ROAD).all():
            raise QgsProcessingException(self._nothing_on_roads(parameters, trips, context))
        feedback.setProgressText(tr("Searching the network"))
        comparison = compare(
            network, mode, attached.depart.take(rows), attached.arrive.take(rows), attached.off_road[rows],
            trips.observed[rows], trips.weight[rows], _step(feedback),
        )  # fmt: skip
        attached.status[rows[~np.isfinite(comparison.computed)]] = NO_ROUTE
        compared = Compared(trips, attached.status, rows, comparison, class_names(network), skipped)
        if not compared.routed.any():
            raise QgsProcessingException(
                tr("None of the {n} trips has a route along the roads.").format(n=len(trips.ids))
            )
        if calibrated and comparison.proposal is None:
            raise QgsProcessingException(
                tr(
                    "No trip with a weight has any time on roads, so there are no factors. Leave CALIBRATED_NETWORK blank."
                )
            )
        say_comparison(compared, account, feedback, QLocale().decimalPoint())
        results = self._write(parameters, context, feedback, account, network, compared, attached.off_road[rows], crs)
        errors, proposal = comparison.errors, comparison.proposal
        return {
            **results,
            "TRIP_COUNT": errors.trips,
            "BIAS_MINUTES": numbers([errors.bias])[0],
            "P90_MINUTES": numbers([errors.p90_absolute])[0],
            "OVERALL_FACTOR": None if proposal is None else proposal.overall,
        }

    def _trips(self, parameters, crs, context, feedback, account) -> Trips:
        """The trips with their ends in the network's system, however they are given."""
        source = self.source(parameters, "TRIPS", context)
        ids, coordinates = ([self.text(parameters, name, context) for name in names] for names in (IDS, COORDINATES))
        if (
            not any(ids)
            and not any(coordinates)
            and all(source.fields().indexFromName(n.lower()) >= 0 for n in COORDINATES)
        ):
            coordinates = [name.lower() for name in COORDINATES]
        lines = QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.LineGeometry
        ends = ids if any(ids) else coordinates if any(coordinates) else []
        if not ends and not lines:
            raise QgsProcessingException(
                tr("TRIPS are no lines, and neither ids nor coordinates of their ends were named. Name FROM_ID and TO_ID, or FROM_X, FROM_Y, TO_X and TO_Y. Its fields are: {fields}.")
                .format(fields=", ".join(source.fields().names()))
            )  # fmt: skip
        names = [self.text(parameters, name, context) for name in ("OBSERVED_MINUTES", "WEIGHT", "HOUR", "TRIP_ID")]
        trips, columns = read_trips(source, TripFields(*names, tuple(ends)), not ends, feedback)
        if any(ids):
            places = [
                self._places(parameters, layer, crs, context, feedback, account) for layer in ("ORIGINS", "FACILITIES")
            ]
            return with_places(trips, columns, ids, *(places if self.towards(parameters, context) else places[::-1]))
        own = self.parameterAsCrs(parameters, "TRIPS_CRS", context) if ends else QgsCoordinateReferenceSystem()
        own = own if own.isValid() else source.sourceCrs()
        if not own.isValid():
            raise QgsProcessingException(
                tr("The trips' coordinates have no coordinate reference system. Choose it in TRIPS_CRS.")
            )
        if ends:
            trips = with_coordinates(trips, columns, ends)
        return moved(trips, lambda xy: transform_xy(xy, own, crs, context.transformContext()))

    def _places(self, parameters, layer, crs, context, feedback, account):
        source = self.source(parameters, layer, context)
        id_field = self.text(parameters, {"ORIGINS": "ORIGIN_ID"}.get(layer, "FACILITY_ID"), context)
        points = read_points(source, layer, id_field, [], feedback)
        points = move_points(points, source.sourceCrs(), crs, context.transformContext())
        if points.skipped:
            ids = listed([skipped.id for skipped in points.skipped])
            text = tr("Skipped {n} features of {layer}: {list}.")
            account.say(feedback, text.format(n=len(points.skipped), layer=layer, list=ids), warn=True)
        return points

    def _usable(self, trips: Trips, account, feedback) -> tuple[Trips, int]:
        """The trips without a fault; the others are listed with what they lack."""
        bad = np.flatnonzero(trips.fault != "")
        if len(bad):
            those = [f"{trips.ids[row]} ({trips.fault[row]})" for row in bad]
            account.say(feedback, tr("Skipped {n} trips: {list}.").format(n=len(bad), list=listed(those)), warn=True)
        if len(bad) == len(trips.ids):
            raise QgsProcessingException(
                tr(
                    "TRIPS has no trip with an observed time above 0 and two known ends. Check the fields that were named."
                )
            )
        return trips.take(np.flatnonzero(trips.fault == "")), len(bad)

    def _nothing_on_roads(self, parameters, trips, context):
        return tr("None of the {n} trips begins and ends within {metres} m of a road that the mode may use. Check TRIPS_CRS and the network, or raise MAX_OFFROAD.").format(
            n=len(trips.ids), metres=number(self.parameterAsDouble(parameters, "MAX_OFFROAD", context))
        )  # fmt: skip

    def _write(self, parameters, context, feedback, account, network, compared: Compared, off_road, crs):
        shown = shown_classes(compared.minutes_by_class)
        columns = output_columns(class_words(compared.names), shown)
        account.name_columns("OUTPUT", columns)
        account.name_columns("SUMMARY", summary_columns())
        page = ""
        if self.file(parameters, "REPORT", context):
            names = self.source(parameters, "TRIPS", context).sourceName(), self._network_name(parameters, context)
            mode = mode_words()[self.parameterAsEnumString(parameters, "MODE", context)].lower()
            page = page_of(compared, network.about, *names, mode, QLocale().decimalPoint())
        summary = summary_rows(compared)
        trips = compared.trips
        lines = (
            QgsGeometry.fromPolylineXY([QgsPointXY(*start), QgsPointXY(*end)])
            for start, end in zip(trips.start.tolist(), trips.end.tolist())
        )
        with Outputs(self, parameters, context, feedback) as outputs:
            direction = self.parameterAsEnumString(parameters, "DIRECTION", context)
            rows = zip(lines, output_rows(compared, off_road, shown, direction))
            line = QgsWkbTypes.Type.LineString
            outputs.write("OUTPUT", fields_of(columns), line, crs, rows, len(trips.ids))
            nowhere = QgsCoordinateReferenceSystem()
            outputs.write(
                "SUMMARY", fields_of(summary_columns()), NO_GEOMETRY, nowhere, ((None, row) for row in summary)
            )
            files = self._write_files(parameters, context, network, compared, page)
        self.keep(account, outputs.results, context)
        return {**outputs.results, **files}

    def _write_files(self, parameters, context, network, compared: Compared, page: str) -> dict[str, str]:
        """The page and the network; the page takes its place last, so that a failure leaves neither."""
        report, target = (self.file(parameters, name, context) for name in ("REPORT", "CALIBRATED_NETWORK"))
        writing = report
        try:
            with made_whole(Path(report)) if report else nullcontext() as unfinished:
                if report:
                    unfinished.write_text(page, encoding="utf8")
                if target:
                    writing = target
                    factors = compared.comparison.proposal.factor
                    calibrated = with_factors(network, factors, self._calibration(parameters, context, compared))
                    save_network(calibrated, target)
                    writing = report
        except OSError as error:
            raise QgsProcessingException(
                tr("The file {path} cannot be written: {reason}. Choose another folder.").format(
                    path=writing, reason=error.strerror
                )
            ) from error
        return {name: path for name, path in (("REPORT", report), ("CALIBRATED_NETWORK", target)) if path}

    def _calibration(self, parameters, context, compared: Compared) -> dict:
        """What the calibrated network remembers of its factors."""
        comparison, proposal = compared.comparison, compared.comparison.proposal
        return {
            "date": datetime.now().astimezone().isoformat(timespec="seconds"),
            "trips": comparison.errors.trips,
            "source": self.source(parameters, "TRIPS", context).sourceName(),
            "mode": self.parameterAsEnumString(parameters, "MODE", context),
            "network": self._network_name(parameters, context),
            "factors": dict(zip(class_words(compared.names), proposal.factor.tolist())),
            "own": dict(zip(class_words(compared.names), proposal.own.tolist())),
            "overall": proposal.overall,
            "errors_before": comparison.errors._asdict(),
            "errors_after": comparison.errors_after._asdict(),
        }

    def _network_name(self, parameters, context) -> str:
        return Path(self.parameterAsString(parameters, "NETWORK", context)).name


def _say_hours(trips: Trips, account, feedback) -> None:
    """Which trips are in no row per hour."""
    unknown = trips.ids[trips.hour == NO_HOUR]
    if len(unknown):
        text = tr("{n} trips have no readable hour and are in no figure per hour: {list}.")
        account.say(feedback, text.format(n=len(unknown), list=listed(unknown)), warn=True)


def _step(feedback):
    """Progress up to 90 per cent, and the user's Cancel."""

    def step(share):
        if feedback.isCanceled():
            raise Cancelled
        feedback.setProgress(90 * share)

    return step
