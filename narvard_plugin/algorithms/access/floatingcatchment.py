"""How much care people reach when others reach it too: floating catchment areas and their kin."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ...adapters.matrix import MINUTES, read_matrix
from ...adapters.outputs import Column, Outputs, extended, numbers
from ...adapters.provenance import Account
from ...adapters.reading import UNCHECKED, Cancelled, as_text, field_indexes, listed, values_at
from ...adapters.tables import has_field, refuse_repeated, required_amounts, texts
from ...core.access.floating import METHODS, PER_DEMAND, RAAM, WITHOUT_COMPETITION, Weighted, by_facility, by_origin
from ...core.access.raam import raam
from ...i18n import number, tr
from ..travel_account import say_regions
from .floating_account import say_answer, say_border, say_decay, say_gap, say_matrix
from .floating_parameters import FloatingParameters


class Rows(NamedTuple):
    """A layer without its geometry: ``fids`` and ``ids`` (n), ``amount`` (n) of demand or supply, ``region`` (n or None)."""

    fids: list[int]
    ids: np.ndarray
    amount: np.ndarray
    region: Optional[np.ndarray]


class Question(NamedTuple):
    """Everything read for one run; ``pairs`` are those with a weight, ``minutes`` (p) belong to them."""

    origins: Rows
    facilities: Rows
    pairs: Weighted
    minutes: np.ndarray
    report: Optional[np.ndarray]

    @property
    def origin_region(self):
        return self.origins.region

    @property
    def facility_region(self):
        return self.facilities.region

    def reported(self, rows: Rows) -> np.ndarray:
        return np.ones(len(rows.fids), bool) if self.report is None else np.isin(rows.region, self.report)


class Answer(NamedTuple):
    """Per origin ``access`` (n; RAAM: the cost) and ``status``; per facility ``demand`` and ``ratio`` (f, NaN where the method has
    none); per pair ``put`` (demand) and ``got`` (access; None for RAAM)."""

    access: np.ndarray
    status: np.ndarray
    demand: np.ndarray
    ratio: np.ndarray
    put: np.ndarray
    got: Optional[np.ndarray]


class FloatingCatchment(FloatingParameters):
    ID = "floatingcatchment"
    TAGS = (
        "2sfca", "e2sfca", "fca", "floating catchment", "gravity", "raam", "access", "capacity", "geografisk tillgänglighet",
        "utbud", "efterfrågan", "vårdcentral",
    )  # fmt: skip
    ADDED_TO = "ORIGINS"

    def displayName(self):
        return tr("Access with capacity (floating catchment)")

    def shortHelpString(self):
        return tr(
            "How much supply each point or area of people reaches when everybody else who reaches it shares it. Give supply in "
            "people it is enough for, and 1 means that supply and demand in reach are equal.\n\n"
            "MATRIX is a table made by Travel time matrix for the same ORIGINS and FACILITIES, with COUNT 0 and MAX_MINUTES "
            "at least THRESHOLD. DEMAND and SUPPLY are numbers; one that is missing or negative stops the tool.\n\n"
            "The usual METHOD is e2sfca: each facility's supply is divided by the people around it, those far away counting less "
            "(steps 10, 20 and 30 minutes with the weights 1, 0.68 and 0.22), and each place sums what it reaches with the same "
            "weights. The rest are for deeper study. 2sfca counts all within THRESHOLD alike; kd2sfca lets weights fall smoothly; "
            "m2sfca counts distance twice, so that remote supply is partly of no use; 3sfca (steps 10, 20, 30 and 60: 0.962, "
            "0.704, 0.377, 0.042) and bfca share people out among their facilities first, so that nobody counts in full at "
            "several; bfca's access depends on how many origins there are, so compare it within one run only. gravity and "
            "cumulative sum the supply in reach without competition. spatialavailability gives amounts of supply, not per "
            "person. raam gives cost, and lower is better: travel time / TAU + crowding at the facility that people choose when "
            "nobody gains by another choice (exact equilibrium, the gap is reported).\n\n"
            "DECAY blank is the usual one of the method: binary for 2sfca and cumulative, epanechnikov for kd2sfca and m2sfca, power "
            "for gravity, steps for the rest. THRESHOLD blank is the last step for steps, no limit for gaussian, power and raam, "
            "else 30 minutes.\n\n"
            "OUTPUT is the origins with access (raam: cost) and status: ok; no_facility_in_reach, no_supply_in_reach and "
            "no_demand_in_reach have access 0. FACILITY_OUTPUT is the facilities with the weighted demand on each and ratio, "
            "supply over that demand (0 where there is no demand; empty for gravity and cumulative). With the two-step methods people "
            "count at every facility they reach, so ratio is low where facilities stand close; it is no measure of one facility's "
            "load. PER multiplies access only.\n\n"
            "With ORIGIN_REGION and FACILITY_REGION the results also tell how much comes from the own region and from others, "
            "and with REPORT_REGION only those regions are written, while everyone competes. Near a border the figures are right "
            "only if the neighbours' people and facilities take part; the log says how far out.\n\n"
            "Method: two-step floating catchment areas and their kin, on the pairs of the matrix only. The figures agree with those "
            "of the open packages access and aceso (Python) and accessibility and fca (R), raam's with an exact solution."
        )

    def initAlgorithm(self, config=None):
        self.add_layers()
        self.add_method()
        self.add_decay()
        self.add_regions()
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Access with capacity")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "FACILITY_OUTPUT", tr("Demand and supply per facility"), optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputNumber("UNREACHABLE_COUNT", tr("Demand without a facility in reach")))

    def added_columns(self, parameters, context):
        method, regions = self.method(parameters, context), self.knows_regions(parameters, context)
        if method == RAAM:
            columns = [Column("cost", "real", tr("Cost of travel and crowding (lower is better)"))]
        else:
            columns = [Column("access", "real", self._access_alias(method, parameters, context))]
        if regions and method != RAAM:
            columns.append(Column("access_own", "real", tr("of which from facilities of its own region")))
            columns.append(Column("access_other", "real", tr("of which from facilities of other regions")))
        columns.append(Column("status", "text", tr("Status")))
        return self.prefixed(columns, parameters, context)

    def facility_columns(self, parameters, context):
        columns = [Column("demand", "real", tr("Demand, weighted"))]
        if self.knows_regions(parameters, context):
            columns.append(Column("demand_own", "real", tr("of which from its own region")))
            columns.append(Column("demand_other", "real", tr("of which from other regions")))
        columns.append(Column("ratio", "real", tr("Supply per unit of demand")))
        return self.prefixed(columns, parameters, context)

    def _access_alias(self, method, parameters, context):
        if method in PER_DEMAND:
            per = self.parameterAsDouble(parameters, "PER", context)
            return tr("Geographical access (supply per {per} of demand)").format(per=number(per))
        if method == "bfca":
            return tr("Balanced access (compare within this run only)")
        return tr("Supply in reach") if method in WITHOUT_COMPETITION else tr("Supply that is the place's share")

    def _check_names(self, parameters, context):
        problem = super()._check_names(parameters, context)
        if problem or parameters.get("FACILITY_OUTPUT") is None:
            return problem
        return self.clash_sentence(parameters, "FACILITIES", self.facility_columns(parameters, context), context)

    def compute(self, parameters, context, feedback):
        account, method = Account(self, parameters, context), self.method(parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        account.name_columns("FACILITY_OUTPUT", self.facility_columns(parameters, context))
        decay = self.decay(parameters, context)
        say_decay(method, decay, account, feedback)
        question = self._ask(parameters, context, feedback, account, decay)
        say_regions(question, self.FACILITIES, account, feedback)
        answer = self._solve(question, method, parameters, context, feedback, account)
        say_answer(question, answer, method, account, feedback)
        say_border(question, method, decay.reach, account, feedback)
        if feedback.isCanceled():
            raise Cancelled
        self._choose_styles(answer, question.origins.amount, method, parameters, context)
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write_origins(question, answer, parameters, context, outputs)
            self._write_facilities(question, answer, parameters, context, outputs)
        straight = not has_field(self.source(parameters, "MATRIX", context), MINUTES)
        note = tr("straight line, not the road network") if straight else ""
        self.keep(account, outputs.results, context, note)
        out_of_reach = question.reported(question.origins) & (answer.status == "no_facility_in_reach")
        return {**outputs.results, "UNREACHABLE_COUNT": float(question.origins.amount[out_of_reach].sum())}

    def _ask(self, parameters, context, feedback, account, decay) -> Question:
        origins = self._rows("ORIGINS", "ORIGIN_ID", "DEMAND", "ORIGIN_REGION", parameters, context, feedback)
        facilities = self._rows("FACILITIES", "FACILITY_ID", "SUPPLY", "FACILITY_REGION", parameters, context, feedback)
        feedback.setProgress(10)
        matrix = self.source(parameters, "MATRIX", context)
        pairs = read_matrix(matrix, origins.ids, facilities.ids, account, feedback)
        say_matrix(pairs, decay.reach, account, feedback)
        feedback.setProgress(30)
        weight = decay.of(pairs.minutes)
        weighted = Weighted.where_positive(pairs.origin, pairs.facility, weight)
        return Question(origins, facilities, weighted, pairs.minutes[weight > 0], self.report(parameters, context))

    def _rows(self, layer, id_name, amount_name, region_name, parameters, context, feedback) -> Rows:
        source = self.source(parameters, layer, context)
        id_field, amount_field, region_field = (
            self.parameterAsString(parameters, name, context) for name in (id_name, amount_name, region_name)
        )
        names = [name for name in (id_field, amount_field, region_field) if name]
        indexes = field_indexes(source, layer, names)
        request = QgsFeatureRequest()
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes(sorted(set(indexes)))
        fids, rows = [], []
        for feature in source.getFeatures(request, UNCHECKED):
            if feedback.isCanceled():
                raise Cancelled
            fids.append(feature.id())
            rows.append(values_at(feature, indexes))
        if not rows:
            raise QgsProcessingException(
                tr("{layer} has no features. Choose another layer, or clear its filter and selection.").format(
                    layer=layer
                )
            )
        columns = list(zip(*rows))
        _refuse_missing_ids(fids, columns[0], layer, id_field)
        ids = texts(columns[0])
        refuse_repeated(ids.tolist(), layer, id_field)
        amount = required_amounts(columns[1], ids, amount_field, layer)
        if not amount.any():
            raise QgsProcessingException(
                tr("Every {field} in {layer} is 0, so there is nothing to share. Choose another field.").format(
                    field=amount_field, layer=layer
                )
            )
        region = np.array([code or None for code in texts(columns[2])], object) if region_field else None
        return Rows(fids, ids, amount, region)

    def _solve(self, question, method, parameters, context, feedback, account) -> Answer:
        demand, supply = question.origins.amount, question.facilities.amount
        if method == RAAM:
            return self._equilibrium(question, parameters, context, feedback, account)
        found = METHODS[method](question.pairs, demand, supply)
        got = found.access * self.parameterAsDouble(parameters, "PER", context)
        access = by_origin(question.pairs, got, len(demand))
        ratio = np.full(len(supply), np.nan) if method in WITHOUT_COMPETITION else found.ratio
        load = by_facility(question.pairs, found.demand, len(supply))
        shared = by_origin(question.pairs, found.ratio[question.pairs.facility], len(demand)) > 0
        return Answer(access, _status(question, shared | (access > 0)), load, ratio, found.demand, got)

    def _equilibrium(self, question, parameters, context, feedback, account) -> Answer:
        def step(share):
            if feedback.isCanceled():
                raise Cancelled
            feedback.setProgress(30 + 60 * share)

        pairs, supply = question.pairs, question.facilities.amount
        if self.parameterAsDouble(parameters, "PER", context) != 1:
            account.say(feedback, tr("PER is for access; RAAM's cost was not multiplied."), warn=True)
        tau = self.parameterAsDouble(parameters, "TAU", context)
        found = raam(pairs.origin, pairs.facility, question.minutes, question.origins.amount, supply, tau, step=step)
        say_gap(found.gap, account, feedback)
        load = by_facility(pairs, found.demand, len(supply))
        ratio = np.divide(supply, load, out=np.zeros(len(supply)), where=load > 0)
        return Answer(found.cost, _status(question, np.isfinite(found.cost)), load, ratio, found.demand, None)

    def _choose_styles(self, answer, demand, method, parameters, context) -> None:
        """The classes around 1 are for supply that is counted in the same unit as demand; other results get no style."""
        geometry = QgsWkbTypes.geometryType(self.source(parameters, "ORIGINS", context).wkbType())
        shape = {
            QgsWkbTypes.GeometryType.PointGeometry: "",
            QgsWkbTypes.GeometryType.PolygonGeometry: "_areas",
        }.get(geometry)
        around_one = method in PER_DEMAND and 0.2 <= np.average(answer.access, weights=demand) <= 5
        self._styles = {}
        if shape is None:
            return
        if method == RAAM:
            self._styles = {"OUTPUT": f"{self.ID}_output_cost{shape}.qml"}
        elif around_one and self.parameterAsDouble(parameters, "PER", context) == 1:
            self._styles = {"OUTPUT": f"{self.ID}_output{shape}.qml"}

    def style_file(self, output):
        return self._styles.get(output, "none")

    def _write_origins(self, question, answer, parameters, context, outputs):
        origins, pairs = question.origins, question.pairs
        columns = [numbers(answer.access)]
        if self.knows_regions(parameters, context) and answer.got is not None:
            columns += [
                by_origin(pairs, np.where(part, answer.got, 0), len(origins.fids)).tolist()
                for part in _own_and_other(question)
            ]
        columns.append(answer.status.tolist())
        added = self.added_columns(parameters, context)
        self._write("OUTPUT", "ORIGINS", question, origins, added, columns, parameters, context, outputs)

    def _write_facilities(self, question, answer, parameters, context, outputs):
        facilities, pairs = question.facilities, question.pairs
        columns = [answer.demand.tolist()]
        if self.knows_regions(parameters, context):
            columns += [
                by_facility(pairs, np.where(part, answer.put, 0), len(facilities.fids)).tolist()
                for part in _own_and_other(question)
            ]
        columns.append(numbers(answer.ratio))
        added = self.facility_columns(parameters, context)
        self._write("FACILITY_OUTPUT", "FACILITIES", question, facilities, added, columns, parameters, context, outputs)

    def _write(self, output, layer, question, rows, added, columns, parameters, context, outputs):
        if parameters.get(output) is None:
            return
        source, shown = self.source(parameters, layer, context), question.reported(rows)
        values = {fid: list(row) for fid, row, wanted in zip(rows.fids, zip(*columns), shown) if wanted}
        fields = extended(source.fields(), added)
        outputs.write(output, fields, source.wkbType(), source.sourceCrs(), self.copied(source, values), len(values))


def _status(question: Question, fine: np.ndarray) -> np.ndarray:
    """Why an origin has no access (n text): nothing in reach, only facilities without supply, or supply nobody counts on."""
    count, pairs = len(question.origins.fids), question.pairs
    in_reach = by_origin(pairs, np.ones(len(pairs.origin)), count) > 0
    supplied = by_origin(pairs, (question.facilities.amount[pairs.facility] > 0).astype(float), count) > 0
    reasons = ("ok", "no_facility_in_reach", "no_supply_in_reach")
    return np.select([fine, ~in_reach, ~supplied], reasons, "no_demand_in_reach").astype(object)


def _own_and_other(question: Question) -> tuple[np.ndarray, np.ndarray]:
    """Which pairs (p bool) stay within one region, and which join two; where a region is unknown, neither."""
    here = question.origin_region[question.pairs.origin]
    there = question.facility_region[question.pairs.facility]
    known = np.array([a is not None and b is not None for a, b in zip(here, there)], bool)
    return known & (here == there), known & (here != there)


def _refuse_missing_ids(fids, ids, layer: str, field: str) -> None:
    missing = [fid for fid, value in zip(fids, ids) if value is None or not as_text(value)]
    if missing:
        raise QgsProcessingException(
            tr("{n} features in {layer} have no value in the id field {field}: feature {list}. Give each its own id.")
            .format(n=len(missing), layer=layer, field=field, list=listed(missing))
        )  # fmt: skip
