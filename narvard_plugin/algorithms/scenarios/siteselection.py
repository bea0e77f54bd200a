"""Where to place facilities: the best sites among candidates, by travel time, coverage or room."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
)

from ...adapters.matrix import MINUTES, STRAIGHT_MINUTES, read_matrix
from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, copied_attributes, extended, fields_of, numbers
from ...adapters.provenance import Account
from ...adapters.reading import UNCHECKED, Cancelled, as_text, listed
from ...adapters.tables import has_field, read_columns, refuse_repeated, required_amounts, texts
from ...core.network.limits import WITHIN
from ...core.siting.choose import LSCP, WITH_RADIUS, choose_sites
from ...core.siting.median import TooLarge
from ...core.siting.problem import BEYOND, NO_ROUTE, NOT_SERVED, OK, Answer, Question, lacking
from ...i18n import number, tr
from .siting_parameters import SitingParameters
from .siting_words import fixed_state, how_found, objective_sentence


class SiteSelection(SitingParameters):
    ID = "siteselection"
    TAGS = (
        "location allocation",
        "p-median",
        "mclp",
        "siting",
        "lokalisering",
        "placering",
        "var ska vi bygga",
        "läge",
    )
    ADDED_TO = "CANDIDATES"

    def displayName(self):
        return tr("Choose sites")

    def initAlgorithm(self, config=None):
        self.add_question()
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Candidate sites, chosen or not")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "ASSIGNMENT",
                tr("Who goes to which chosen site"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            )
        )
        self.addOutput(QgsProcessingOutputNumber("OBJECTIVE", tr("Value of the choice")))
        self.addOutput(QgsProcessingOutputBoolean("OPTIMAL", tr("Proven to be the best choice")))
        self.addOutput(QgsProcessingOutputNumber("GAP", tr("At most so far from the best (share; empty = unknown)")))
        self.addOutput(QgsProcessingOutputString("HOW", tr("How the choice was found")))
        self.addOutput(QgsProcessingOutputNumber("UNCOVERED", tr("Demand that the chosen sites do not serve")))

    def added_columns(self, parameters, context):
        source = self.parameterAsSource(parameters, "MATRIX", context)
        mean = (
            Column("straight_minutes_mean", "real", tr("Mean straight-line time, not by road (min)"))
            if source is not None and _straight(source)
            else Column("mean_minutes", "real", tr("Mean travel time of those served (min)"))
        )
        columns = [Column("chosen", "flag", tr("Chosen")), Column("demand", "real", tr("Demand served")), mean]
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        method = self.parameterAsEnumString(parameters, "METHOD", context)
        origins, demand = self._read_origins(parameters, context, feedback, account)
        sites, question = self._read_question(parameters, context, feedback, account, origins, demand)
        count, radius = self._limits(parameters, context, feedback, account, method, question)
        seconds = self.parameterAsDouble(parameters, "TIME_LIMIT", context)
        feedback.setProgressText(
            tr("Searching for the best sites. Cancel waits while the exact solver works, at most {seconds} seconds.")
            .format(seconds=number(seconds))
        )  # fmt: skip
        answer = self._choose(parameters, context, feedback, question, method, count, radius, seconds)
        if feedback.isCanceled():
            raise Cancelled
        status = _statuses(question, answer, radius if method in WITH_RADIUS else np.inf)
        uncovered = self._tell(account, feedback, method, question, answer, status, origins, sites, seconds)
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write_sites(parameters, context, outputs, question, answer, status, sites)
            self._write_assignment(parameters, context, outputs, account, question, answer, status, origins, sites)
        source = self.source(parameters, "MATRIX", context)
        self.keep(
            account, outputs.results, context, tr("straight line, not the road network") if _straight(source) else ""
        )
        return {
            **outputs.results, "OBJECTIVE": _or_none(answer.objective), "OPTIMAL": answer.optimal,
            "GAP": _or_none(answer.gap), "HOW": how_found(answer, seconds), "UNCOVERED": uncovered,
        }  # fmt: skip

    def _read_origins(self, parameters, context, feedback, account):
        """Ids (n) and demand (n)."""
        source = self.source(parameters, "ORIGINS", context)
        id_field = self.parameterAsString(parameters, "ORIGIN_ID", context)
        field = self.parameterAsString(parameters, "DEMAND", context)
        columns = read_columns(
            source, "ORIGINS", list(dict.fromkeys([id_field, *([field] if field else [])])), feedback
        )
        ids = _checked_ids(columns[id_field], "ORIGINS", id_field)
        if not field:
            account.say(feedback, tr("DEMAND is blank, so every point counts as one."), warn=True)
            return ids, np.ones(len(ids))
        return ids, required_amounts(columns[field], ids, field, "ORIGINS")

    def _read_question(self, parameters, context, feedback, account, origins, demand):
        source = self.source(parameters, "CANDIDATES", context)
        names = {
            name: self.parameterAsString(parameters, name, context) for name in ("CANDIDATE_ID", "CAPACITY", "FIXED")
        }
        wanted = list(dict.fromkeys(name for name in names.values() if name))
        columns = read_columns(source, "CANDIDATES", wanted, feedback)
        sites = _checked_ids(columns[names["CANDIDATE_ID"]], "CANDIDATES", names["CANDIDATE_ID"])
        capacity = None
        if self.parameterAsEnumString(parameters, "METHOD", context) == "capacitated":
            if not names["CAPACITY"]:
                raise QgsProcessingException(tr("The method with room per site needs the field CAPACITY."))
            capacity = required_amounts(columns[names["CAPACITY"]], sites, names["CAPACITY"], "CANDIDATES")
        states = columns[names["FIXED"]] if names["FIXED"] else [None] * len(sites)
        is_open, is_closed = _fixed(states, sites, names["FIXED"])
        matrix = self.source(parameters, "MATRIX", context)
        pairs = read_matrix(matrix, origins, sites, account, feedback)
        return sites, Question(pairs, demand, is_open, is_closed, capacity)

    def _limits(self, parameters, context, feedback, account, method, question):
        """How many sites, and the radius in minutes."""
        allowed, fixed = len(question.allowed), int(question.fixed_open.sum())
        count, radius = 0, np.inf
        if method != LSCP:
            more = parameters.get("NEW") not in (None, "")
            if not more and parameters.get("P") in (None, ""):
                raise QgsProcessingException(tr("This method needs P, the number of sites."))
            count = self.parameterAsInt(parameters, "NEW" if more else "P", context) + more * fixed
            if not max(1, fixed) <= count <= allowed:
                raise QgsProcessingException(
                    tr("{p} sites cannot be chosen: {allowed} candidates may be chosen and {fixed} of them must be. P counts those that must, too.")
                    .format(p=count, allowed=allowed, fixed=fixed)
                )  # fmt: skip
        if method in WITH_RADIUS:
            if parameters.get("RADIUS") in (None, ""):
                raise QgsProcessingException(
                    tr("This method needs RADIUS, the longest travel time that counts as covered.")
                )
            radius = self.parameterAsDouble(parameters, "RADIUS", context)
        elif parameters.get("RADIUS") not in (None, ""):
            account.say(feedback, tr("RADIUS is not used by this method."), warn=True)
        return count, radius

    def _choose(self, parameters, context, feedback, question, method, count, radius, seconds) -> Answer:
        def step(share):
            if feedback.isCanceled():
                raise Cancelled
            feedback.setProgress(5 + 85 * share)

        fractional = self.parameterAsEnumString(parameters, "ASSIGN", context) == "fractional"
        exact_up_to = self.parameterAsInt(parameters, "EXACT_UP_TO", context)
        try:
            return choose_sites(question, method, count, radius, seconds, exact_up_to, fractional, step)
        except TooLarge as error:
            raise QgsProcessingException(
                tr("There are too many points and candidates for this method ({size}). Use larger squares, such as 1 km, or fewer candidates.")
                .format(size=error)
            ) from error  # fmt: skip

    def _tell(self, account, feedback, method, question, answer, status, origins, sites, seconds) -> float:
        """Say what was chosen, how sure it is and who is left out; the demand left out."""
        account.say(feedback, how_found(answer, seconds), warn=not answer.optimal)
        account.say(feedback, objective_sentence(method, answer.objective))
        account.say(
            feedback,
            tr("{n} sites chosen: {list}.").format(n=int(answer.chosen.sum()), list=listed(sites[answer.chosen])),
        )
        demand = question.demand
        uncovered = float(demand.sum() - answer.assignment.demand[_served_rows(answer, status)].sum())
        for code, text in (
            (NO_ROUTE, tr("No candidate that may be chosen is in the matrix for {n} points with {people} in demand: {list}.")),
            (NOT_SERVED, tr("The chosen sites leave {n} points with {people} in demand without a site: {list}.")),
            (BEYOND, tr("The nearest chosen site is beyond RADIUS for {n} points with {people} in demand: {list}.")),
        ):  # fmt: skip
            rows = np.flatnonzero((status == code) & (demand > 0))
            if len(rows):
                text = text.format(
                    n=len(rows), people=number(round(float(demand[rows].sum()), 6)), list=listed(origins[rows])
                )
                account.say(feedback, text, warn=True)
        if method == LSCP and lacking(question).any():
            account.say(feedback, tr("Points that no candidate covers do not steer the number of sites."))
        return max(uncovered, 0.0)

    def _write_sites(self, parameters, context, outputs, question, answer, status, sites):
        served = _served_rows(answer, status)
        at, weight = answer.assignment.site[served], answer.assignment.demand[served]
        demand = np.bincount(at, weight, len(sites))
        minutes = np.bincount(at, weight * answer.assignment.minutes[served], len(sites))
        mean = np.divide(minutes, demand, out=np.full(len(sites), np.nan), where=demand > 0)
        values = dict(zip(sites, zip(answer.chosen.tolist(), demand.tolist(), numbers(mean))))
        source = self.source(parameters, "CANDIDATES", context)
        id_field = self.parameterAsString(parameters, "CANDIDATE_ID", context)

        def rows():
            for feature in source.getFeatures(QgsFeatureRequest(), UNCHECKED):
                added = list(values[as_text(feature[id_field])])
                yield feature.geometry(), copied_attributes(feature, source.fields()) + added

        fields = extended(source.fields(), self.added_columns(parameters, context))
        outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows(), len(sites))

    def _write_assignment(self, parameters, context, outputs, account, question, answer, status, origins, sites):
        straight = _straight(self.source(parameters, "MATRIX", context))
        columns = [
            Column("origin_id", "text", tr("Origin")),
            Column("facility_id", "text", tr("Facility")),
            Column(STRAIGHT_MINUTES if straight else MINUTES, "real", tr("Travel time (min)")),
            Column("demand", "real", tr("Demand")),
            Column("status", "text", tr("Status")),
        ]
        account.name_columns("ASSIGNMENT", columns)
        rows = _assignment_rows(question, answer, status, origins, sites)
        outputs.write(
            "ASSIGNMENT",
            fields_of(columns),
            NO_GEOMETRY,
            QgsCoordinateReferenceSystem(),
            ((None, row) for row in rows),
            len(rows),
        )


def _straight(source) -> bool:
    return not has_field(source, MINUTES) and has_field(source, STRAIGHT_MINUTES)


def _checked_ids(values, layer, field) -> np.ndarray:
    ids = texts(values)
    missing = sum(value is None or not value for value in ids)
    if missing:
        raise QgsProcessingException(
            tr("{n} rows of {layer} have no value in the id field {field}. Give each its own id.").format(
                n=missing, layer=layer, field=field
            )
        )
    refuse_repeated(ids, layer, field)
    if not len(ids):
        raise QgsProcessingException(tr("{layer} is empty.").format(layer=layer))
    return ids


def _fixed(states, sites, field) -> tuple[np.ndarray, np.ndarray]:
    found = [fixed_state(value) for value in states]
    unknown = [site for site, state in zip(sites, found) if state is None]
    if unknown:
        raise QgsProcessingException(
            tr("The field {field} of {n} candidates holds neither open, closed, 1, 0 nor nothing: {list}.").format(
                field=field, n=len(unknown), list=listed(unknown)
            )
        )
    return np.array(found) == "open", np.array(found) == "closed"


def _statuses(question: Question, answer: Answer, radius: float) -> np.ndarray:
    """Per origin (n): ok, beyond_limit, not_served or no_route."""
    origin, site, _ = question.pairs
    status = np.full(len(question.demand), NO_ROUTE, dtype="U12")
    status[origin[~question.fixed_closed[site]]] = NOT_SERVED
    row = answer.assignment.origin
    status[row] = np.where(answer.assignment.minutes <= radius * WITHIN, OK, BEYOND)
    return status


def _served_rows(answer: Answer, status) -> np.ndarray:
    return status[answer.assignment.origin] == OK


def _assignment_rows(question, answer, status, origins, sites) -> list[tuple]:
    """Every origin, also those that no site serves; by origin as in the layer."""
    at = answer.assignment
    left = np.setdiff1d(np.arange(len(origins)), at.origin)
    rows = [
        (i, (origins[i], sites[j], minutes, demand, str(status[i])))
        for i, j, minutes, demand in zip(at.origin.tolist(), at.site.tolist(), at.minutes.tolist(), at.demand.tolist())
    ]
    rows += [(i, (origins[i], None, None, float(question.demand[i]), str(status[i]))) for i in left.tolist()]
    return [row for _, row in sorted(rows, key=lambda numbered: numbered[0])]


def _or_none(value: float):
    return float(value) if np.isfinite(value) else None
