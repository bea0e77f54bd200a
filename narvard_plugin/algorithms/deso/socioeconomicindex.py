"""An own socioeconomic index from any variables, and classes like SCB's area types: derived, not official."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from qgis.core import (
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...adapters.outputs import Column, Outputs, extended, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.rows import Rows
from ...core.deso.socioeconomic import (
    CUTS,
    NONE,
    RANK,
    ZSCORE,
    Spread,
    area_types,
    deviations,
    mixed,
    spread,
)
from ...core.figures import Unreadable, read_number
from ...i18n import number, tr
from ..areas import AreaAlgorithm
from ..parameters import enum_parameter, parts_of

_REAL = QgsProcessingParameterNumber.Type.Double
_RULES = 5  # times: a variable that weighs so much more than another decides the index alone


class _Index(NamedTuple):
    """Per area (a): the index, its standard deviations from the mean, and the class (0 = none)."""

    index: np.ndarray
    deviation: np.ndarray
    types: np.ndarray


class SocioeconomicIndex(AreaAlgorithm):
    ID = "socioeconomicindex"
    GROUP = "deso"
    ONE_VINTAGE = True
    TAGS = (
        "socioeconomic index",
        "area type",
        "deprivation",
        "composite index",
        "socioekonomiskt index",
        "områdestyp",
        "socioekonomi",
        "DeSO",
        "RegSO",
    )

    def __init__(self):
        super().__init__()
        self._style = "none"

    def displayName(self):
        return tr("Own socioeconomic index and area type (derived)")

    def shortHelpString(self):
        return tr(
            "Mixes any variables of the areas into an index where higher is worse, and divides the areas into five types. Where SCB has published its own index and "
            "area type, use those: the types here are derived and not official, and every result says so.\n\n"
            "VARIABLES are the fields, WEIGHTS one number for each with ; between, in the order that the fields were chosen (blank = equal). A negative weight turns a variable where lower is worse, "
            "such as income. STANDARDISE: none keeps the values as they are, and needs variables in the same unit; zscore measures each in standard "
            "deviations from its mean; rank as the share of areas, or of people, that lie below. With POPULATION, means, standard deviations and ranks are weighted "
            "by people, else every area counts alike. How SCB weights its own is not known.\n\n"
            "OUTPUT is the areas with index, index_deviation (standard deviations from the mean), area_type 1 (great socioeconomic challenges) to 5 (very good "
            "conditions), area_type_source (derived) and index_status (ok or missing_variable). An area where any variable is missing has no index. "
            "CUTS divides the types at standard deviations from the mean: type 5 < −1 ≤ type 4 < 0 ≤ type 3 < 1 ≤ type 2 < 2 ≤ type 1. "
            "The mean is that of the areas in the layer, so the types compare them with each other; with REFERENCE_MEAN and REFERENCE_DEVIATION, such as the nation's, "
            "they compare them with that. Where all areas have the same index there are no types.\n\n"
            "Method: index = Σ weight · variable / Σ |weight|. SCB's and Delmos' socioekonomiskt index is that of three shares in per cent, with equal weights and "
            "none: low economic standard, at most nine years of school, and long-term support or unemployment. Source: SCB and Delmos, socioekonomiskt index."
        )

    def initAlgorithm(self, config=None):
        self.add_areas(tr("Areas with the variables. A table does as well."))
        self.add_field("VARIABLES", tr("Variables (fields)"), tr("What the index is the mean of."), many=True)
        self._add(
            QgsProcessingParameterString("WEIGHTS", tr("Weights (numbers with ; blank = equal)"), optional=True),
            tr("For example 1;1;-0,5. A negative weight turns a variable where lower is worse."),
        )
        ways = {
            NONE: tr("None: values as they are, in the same unit"),
            ZSCORE: tr("Z-scores: standard deviations from the mean"),
            RANK: tr("Ranks: the share that lies below"),
        }
        self._add(
            enum_parameter("STANDARDISE", tr("Make variables comparable"), ways, NONE),
            tr("Variables in different units need zscore or rank."),
        )
        self.add_field(
            "POPULATION",
            tr("Number of people (field; blank = areas count alike)"),
            tr("Weights means, standard deviations and ranks."),
            optional=True,
        )
        self._add(
            QgsProcessingParameterString("CUTS", tr("Cuts between the types (standard deviations)"), "-1,0,1,2"),
            tr("Four rising numbers. With ; between them they may have decimal commas."),
            advanced=True,
        )
        for name, label, least in (
            ("REFERENCE_MEAN", tr("Mean to count the types from (blank = of these areas)"), None),
            ("REFERENCE_DEVIATION", tr("Standard deviation to count the types by (blank = of these areas)"), 0),
        ):
            limit = {} if least is None else {"minValue": least}
            self._add(
                QgsProcessingParameterNumber(name, label, _REAL, None, optional=True, **limit),
                tr("Of the same index, such as the nation's. Give both, with STANDARDISE none."),
                advanced=True,
            )
            self.parameterDefinition(name).setMetadata({"widget_wrapper": {"decimals": 4}})
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Own socioeconomic index")))

    def checkParameterValues(self, parameters, context):
        try:
            self._weights(parameters, context)
            self._cuts(parameters, context)
            self._reference(parameters, context)
        except QgsProcessingException as problem:
            return False, str(problem)
        return super().checkParameterValues(parameters, context)

    def added_columns(self, parameters, context):
        columns = [
            Column("index", "real", tr("Own index (derived, not official; higher = worse)")),
            Column("index_deviation", "real", tr("Own index, standard deviations from the mean")),
            Column("area_type", "integer", tr("Area type 1–5 (derived, not official)")),
            Column("area_type_source", "text", tr("Source of the area type")),
            Column("index_status", "text", tr("Own index, status")),
        ]
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        names, population = self._names(parameters, context), self.field(parameters, "POPULATION", context)
        areas = self.read_areas(parameters, context, [*names, population], feedback)
        people = areas.counts(population, "AREAS") if population else np.ones(len(areas.ids))
        _refuse_nobody(people, population)
        variables = [_finite(areas.amounts(name)) for name in names]
        how = self.parameterAsEnumString(parameters, "STANDARDISE", context)
        weights = self._weights(parameters, context)
        _look_at_variables(names, variables, weights, people, how, account, feedback)
        mix = "; ".join(f"{name} × {number(weight)}" for name, weight in zip(names, weights))
        account.say(feedback, tr("The index is the weighted mean of: {mix}.").format(mix=mix))
        index = mixed(variables, weights, how, people)
        reference = self._reference(parameters, context) or spread(index, people)
        deviation = deviations(index, reference)
        found = _Index(index, deviation, area_types(deviation, self._cuts(parameters, context)))
        _tell_missing(areas, names, variables, people, population, account, feedback)
        _tell(found, reference, population, people, self._reference(parameters, context), account, feedback)
        if feedback.isCanceled():
            raise Cancelled
        source = self.source(parameters, "AREAS", context)
        polygons = QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry
        if polygons:
            self._style = super().style_file("OUTPUT")
        with Outputs(self, parameters, context, feedback) as outputs:
            added = dict(zip(areas.fids, _attributes(found)))
            fields = extended(source.fields(), self.added_columns(parameters, context))
            rows = self.copied(source, added)
            outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows, len(added))
        self.keep(account, outputs.results, context, note=tr("derived, not official"))
        return outputs.results

    def style_file(self, output):
        return self._style

    def _names(self, parameters, context) -> list[str]:
        return list(dict.fromkeys(self.field_list(parameters, "VARIABLES", context)))

    def _weights(self, parameters, context) -> list[float]:
        names = self._names(parameters, context)
        given = _numbers(parts_of(self.parameterAsString(parameters, "WEIGHTS", context)), "WEIGHTS")
        if given and len(given) != len(names):
            raise QgsProcessingException(
                tr("WEIGHTS has {n} numbers for {m} variables. Give one for each, with ; between, or none at all.")
                .format(n=len(given), m=len(names))
            )  # fmt: skip
        if 0 in given:
            raise QgsProcessingException(tr("WEIGHTS has a 0. Take that variable out of VARIABLES instead."))
        return given or [1.0] * len(names)

    def _cuts(self, parameters, context) -> list[float]:
        text = self.parameterAsString(parameters, "CUTS", context)
        cuts = _numbers(parts_of(text if ";" in text else text.replace(",", ";")), "CUTS")
        if len(cuts) != len(CUTS) or (np.diff(cuts) <= 0).any():
            raise QgsProcessingException(tr("CUTS must be four rising numbers, such as -1,0,1,2."))
        return cuts

    def _reference(self, parameters, context) -> Spread | None:
        """The mean and standard deviation that are given; None where both are blank."""
        names = ("REFERENCE_MEAN", "REFERENCE_DEVIATION")
        given = [name for name in names if parameters.get(name) not in (None, "")]
        if not given:
            return None
        own = Spread(*(self.parameterAsDouble(parameters, name, context) for name in names))
        if len(given) == 1 or not own.deviation > 0:
            raise QgsProcessingException(
                tr("Give both REFERENCE_MEAN and REFERENCE_DEVIATION, the latter above 0, or neither.")
            )
        if self.parameterAsEnumString(parameters, "STANDARDISE", context) != NONE:
            raise QgsProcessingException(
                tr(
                    "A reference is of an index of values as they are. Choose STANDARDISE none, or leave the reference blank."
                )
            )
        return own


def _numbers(parts: list[str], name: str) -> list[float]:
    try:
        found = [read_number(part) for part in parts]
    except Unreadable:
        found = [None]
    if None in found:
        raise QgsProcessingException(
            tr("{name} has something that is no number: {text}.").format(name=name, text="; ".join(parts))
        )
    return found


def _finite(values: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(values), values, np.nan)


def _refuse_nobody(people: np.ndarray, population: str) -> None:
    if population and len(people) and not np.nansum(people) > 0:
        raise QgsProcessingException(
            tr("Nobody lives in any area by {field}. Choose another field, or leave POPULATION blank.").format(
                field=population
            )
        )


def _look_at_variables(names, variables, weights, people, how, account, feedback) -> None:
    """Stop where a z-score is not defined; warn where one variable rules the others by its unit."""
    whole = np.isfinite(variables).all(axis=0)
    spans = [spread(values[whole], people[whole]).deviation for values in variables]
    same = [name for name, span in zip(names, spans) if span == 0]
    if how == ZSCORE and same:
        raise QgsProcessingException(
            tr(
                "All areas have the same value in {fields}, so that it has no z-score. Take it out of VARIABLES."
            ).format(fields=", ".join(same))
        )
    pull = [abs(weight) * span for weight, span in zip(weights, spans)]
    if how == NONE and min(pull) > 0 and max(pull) > _RULES * min(pull):
        text = tr(
            "{most} varies {times} times as much as {least} and rules the index. Variables in different units need zscore or rank."
        )
        most, least = names[int(np.argmax(pull))], names[int(np.argmin(pull))]
        account.say(
            feedback, text.format(most=most, least=least, times=number(round(max(pull) / min(pull)))), warn=True
        )


def _tell_missing(areas: Rows, names, variables, people, population, account, feedback) -> None:
    for name, values in zip(names, variables):
        bare = np.isnan(values)
        if bare.any():
            text = tr("{n} areas have no number in {field} and no index: {list}.")
            text = text.format(n=int(bare.sum()), field=name, list=listed(areas.ids[bare]))
            account.say(feedback, text, warn=True)
    alone = np.isfinite(variables).all(axis=0) & ~(people > 0)
    if alone.any():
        text = tr("{n} areas have an index but no people in {field}, and do not count in means and ranks: {list}.")
        text = text.format(n=int(alone.sum()), field=population, list=listed(areas.ids[alone]))
        account.say(feedback, text, warn=True)


def _tell(found: _Index, reference: Spread, population, people, given, account, feedback) -> None:
    if population:
        account.say(
            feedback,
            tr("Means, standard deviations and ranks are weighted by people ({field}).").format(field=population),
        )
    else:
        account.say(feedback, tr("Means, standard deviations and ranks are not weighted: every area counts alike."))
    if not reference.deviation > 0:
        text = tr("All areas with people have the same index, or none has one: there are no types.")
        account.say(feedback, text, warn=True)
        return
    whose = tr("as given") if given else tr("of these areas")
    text = tr("The types are counted from the mean {mean} by the standard deviation {deviation}, {whose}.")
    account.say(
        feedback, text.format(mean=number(round(reference.mean, 6)), deviation=number(reference.deviation), whose=whose)
    )
    counts = " / ".join(str(int((found.types == kind).sum())) for kind in range(1, 6))
    text = tr("Types 1 to 5: {counts} areas. They are derived and not official; SCB's own cuts are not known.")
    account.say(feedback, text.format(counts=counts))


def _attributes(found: _Index) -> list[list]:
    types = [int(kind) or None for kind in found.types]
    source = ["derived" if kind else None for kind in types]
    status = np.where(np.isnan(found.index), "missing_variable", "ok").tolist()
    return [list(row) for row in zip(numbers(found.index), numbers(found.deviation), types, source, status)]
