"""The care that the people of each area ask for, from what people of each age use."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsWkbTypes,
)

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended, fields_of, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.tables import read_columns, refuse_repeated, required_amounts, texts
from ...core.deso.forecast import care_demand, expected_ratio
from ...i18n import tr
from ..areas import AreaAlgorithm
from ..parameters import parts_of

_SHAPES = {QgsWkbTypes.GeometryType.PolygonGeometry: "areas", QgsWkbTypes.GeometryType.PointGeometry: "points"}


class CareDemand(AreaAlgorithm):
    ID = "caredemand"
    GROUP = "deso"
    ONE_VINTAGE = True
    TAGS = ("demand", "age", "rates", "consumption", "need", "vårdkonsumtion", "efterfrågan", "åldrar", "vårdtyngd")

    def __init__(self):
        super().__init__()
        self._shape, self._shown = "", ""

    def displayName(self):
        return tr("Care that the ages ask for (demand by age-specific rates)")

    def shortHelpString(self):
        return tr(
            "Says how much care the people of each area ask for by their ages alone: people of each age times what one person of that age uses in a year.\n\n"
            "RATES has one row per service and age group, with the use per person and year, from the region's own care data. AGE_FIELDS are the areas' "
            "people by age, named as the age groups; AGE_SUFFIX is what follows the group in their names, so that the fields of a forecast, such as "
            "age_0_4_2040, can be used for its horizon. SERVICE chooses among the services; blank takes all.\n\n"
            "OUTPUT is the areas with demand_<service> and demand_ratio_<service>: demand per person over the mean of all, where 1 is the mean. SUMMARY has "
            "each service's demand in all.\n\n"
            "What people use today is not what they need: those who wait, stay away or live far off use less. The ages say nothing of socioeconomic "
            "need; set the result beside the Care Need Index. An area without people in any age has no value: it is counted and listed.\n\n"
            "Method: Σ people(age) × rate(age), indirect standardisation by age."
        )

    def initAlgorithm(self, config=None):
        self.add_areas(tr("Areas, or squares, with their people by age."))
        self.add_field("AGE_FIELDS", tr("People by age (fields)"), tr("Named as the age groups of RATES."), many=True)
        self._add(
            QgsProcessingParameterString(
                "AGE_SUFFIX", tr("What follows the age group in the fields' names"), optional=True
            ),
            tr("Such as _2040 for the fields that a forecast added. Blank = nothing."),
        )
        self._add(
            QgsProcessingParameterFeatureSource(
                "RATES", tr("Use of care by age (table)"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr("One row per service and age group."),
        )
        for name, label, default, numeric, text in (
            ("RATE_SERVICE", tr("Service (field)"), "service", False, tr("What is used, such as visits at a health centre.")),
            ("RATE_AGE", tr("Age group (field)"), "age_group", False, tr("As the areas' fields are named.")),
            ("RATE", tr("Use per person and year (field)"), "per_person", True, tr("Visits, days or people, per person of the age.")),
        ):  # fmt: skip
            self.add_field(name, label, text, layer="RATES", default=default, numeric=numeric)
        self._add(
            QgsProcessingParameterString("SERVICE", tr("Services (with ; between; blank = all)"), optional=True),
            tr("As they are written in RATES."),
        )
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Care that the ages ask for")))
        self.addParameter(
            QgsProcessingParameterFeatureSink("SUMMARY", tr("Demand per service"), optional=True, createByDefault=False)
        )

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        fields = self.field_list(parameters, "AGE_FIELDS", context)
        suffix = self.parameterAsString(parameters, "AGE_SUFFIX", context)
        wrong = [name for name in fields if not name.endswith(suffix) or name == suffix]
        if wrong:
            raise QgsProcessingException(
                tr("These AGE_FIELDS do not end with {suffix}: {names}. Choose the fields of one year.").format(
                    suffix=suffix, names=", ".join(wrong)
                )
            )
        groups = [name[: len(name) - len(suffix)] for name in fields]
        rates = self._rates(groups, parameters, context, account, feedback)
        columns = self.prefixed(_columns(rates), parameters, context)
        clash = self.clash_sentence(parameters, "AREAS", columns, context)
        if clash:
            raise QgsProcessingException(clash)
        account.name_columns("OUTPUT", columns)
        account.name_columns("SUMMARY", _summary_columns())
        areas = self.read_areas(parameters, context, fields, feedback)
        people = np.column_stack([areas.counts(name, "AREAS") for name in fields])
        bare = areas.ids[np.isnan(people).any(axis=1)]
        if len(bare):
            text = tr("{n} areas lack people of some age and have no value: {list}.")
            account.say(feedback, text.format(n=len(bare), list=listed(bare)), warn=True)
        if feedback.isCanceled():
            raise Cancelled
        found = {name: (care_demand(people, own), expected_ratio(people, own)) for name, own in rates.items()}
        with Outputs(self, parameters, context, feedback) as outputs:
            source = self.source(parameters, "AREAS", context)
            values = [numbers(column) for pair in found.values() for column in pair]
            added = dict(zip(areas.fids, map(list, zip(*values))))
            rows = self.copied(source, added)
            outputs.write(
                "OUTPUT", extended(source.fields(), columns), source.wkbType(), source.sourceCrs(), rows, len(added)
            )
            self._shape, self._shown = _SHAPES.get(QgsWkbTypes.geometryType(source.wkbType()), ""), columns[1].name
            rows = [(None, row) for row in _summary(found, people)]
            outputs.write("SUMMARY", fields_of(_summary_columns()), NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows)
        self.keep(account, outputs.results, context)
        return outputs.results

    def style_file(self, output):
        return f"caredemand_output_{self._shape}.qml" if output == "OUTPUT" and self._shape else "none"

    def postProcessAlgorithm(self, context, feedback):
        """The style shows the first service; its field has the service's own name."""
        done = super().postProcessAlgorithm(context, feedback)
        for output, layer_id, *_ in self._kept:
            layer = QgsProcessingUtils.mapLayerFromString(layer_id, context)
            if output == "OUTPUT" and self._shape and layer is not None:
                renderer = layer.renderer()
                renderer.setClassAttribute(renderer.classAttribute().replace("demand_ratio", self._shown))
        return done

    def _rates(self, groups, parameters, context, account, feedback) -> dict[str, np.ndarray]:
        """Per service the use of care in each of ``groups``."""
        source = self.source(parameters, "RATES", context)
        service, age, rate = (self.field(parameters, name, context) for name in ("RATE_SERVICE", "RATE_AGE", "RATE"))
        columns = read_columns(source, "RATES", [service, age, rate], feedback)
        services, ages = texts(columns[service]), texts(columns[age])
        keys = [f"{one or '?'} – {other or '?'}" for one, other in zip(services, ages)]
        bare = [key for key, one, other in zip(keys, services, ages) if not (one and other)]
        if bare:
            raise QgsProcessingException(
                tr("{n} rows of {layer} lack a service or an age group: {list}. Correct them first.").format(
                    n=len(bare), layer="RATES", list=listed(bare)
                )
            )
        refuse_repeated(keys, "RATES", f"{service}, {age}")
        values = required_amounts(columns[rate], keys, rate, "RATES")
        table: dict[str, dict[str, float]] = {}
        for one, other, value in zip(services, ages, values):
            table.setdefault(one, {})[other] = float(value)
        wanted = parts_of(self.parameterAsString(parameters, "SERVICE", context)) or sorted(table)
        strange = [name for name in wanted if name not in table]
        if strange or not wanted:
            raise QgsProcessingException(
                tr("RATES has no service {names}. It has: {known}.").format(
                    names=", ".join(strange) or "–", known=listed(sorted(table)) or "–"
                )
            )
        for name in wanted:
            self._refuse_other_ages(name, table[name], groups)
        account.say(feedback, tr("{n} services, {ages} ages.").format(n=len(wanted), ages=len(groups)))
        return {name: np.array([table[name][group] for group in groups]) for name in wanted}

    def _refuse_other_ages(self, service, by_age, groups):
        """People of an age without a rate would ask for nothing, and a rate without people would be lost."""
        missing = [group for group in groups if group not in by_age]
        over = [age for age in by_age if age not in groups]
        if missing or over:
            raise QgsProcessingException(
                tr("The ages of {service} in RATES and in AGE_FIELDS differ: {names}. Choose a field for every age group, and no other.")
                .format(service=service, names=listed([*missing, *over]))
            )  # fmt: skip


def _columns(rates) -> list[Column]:
    columns = []
    for name in rates:
        columns.append(Column(f"demand_{name}", "real", tr("{service}: demand per year").format(service=name)))
        columns.append(
            Column(f"demand_ratio_{name}", "real", tr("{service}: per person, 1 = mean of all").format(service=name))
        )
    return columns


def _summary_columns() -> list[Column]:
    return [
        Column("service", "text", tr("Service")),
        Column("demand", "real", tr("Demand per year")),
        Column("population", "real", tr("People")),
        Column("per_1000", "real", tr("Demand per 1 000 people")),
    ]


def _summary(found, people) -> list[list]:
    rows = []
    for name, (demand, _) in found.items():
        known = np.isfinite(demand)
        total, size = float(demand[known].sum()), float(people[known].sum())
        rows.append([name, total, size, 1000 * total / size if size else None])
    return rows
