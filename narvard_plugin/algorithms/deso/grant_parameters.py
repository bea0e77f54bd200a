"""The rules of a development grant as a user gives them: one that decides, and one to compare it with."""

from __future__ import annotations

from typing import Optional

import numpy as np
from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource, QgsProcessingParameterNumber

from ...core.deso.grant import ACG, EXCESS, METHODS, NEUTRAL, OPEN, PROPORTIONAL, STEP, TARIFF, Rule
from ...i18n import tr
from ..areas import AreaAlgorithm
from ..parameters import enum_parameter

LISTED_BASE, AREA_BASE = "listed", "area"
STOP, LEAVE_OUT = "stop", "leave_out"
SECOND = "_2"
_REAL = QgsProcessingParameterNumber.Type.Double
_NEEDED = {
    PROPORTIONAL: ("POT",),
    EXCESS: ("POT", "THRESHOLD"),
    TARIFF: ("THRESHOLD", "RATE"),
    STEP: ("THRESHOLD", "RATE"),
    NEUTRAL: ("POT", "SHARE"),
    ACG: ("POT", "ACG", "ACG_WEIGHT", "INDEX_WEIGHT"),
}
_PRECISE = ("THRESHOLD", "SHARE", "MAX_CHANGE", "ACG_WEIGHT", "INDEX_WEIGHT")  # two decimals would round a decision
_OF_BOTH = ("POT", "ACG", "ACG_WEIGHT", "INDEX_WEIGHT")  # what both rules share


class GrantParameters(AreaAlgorithm):
    """Declares and reads what a rule consists of."""

    ADDED_TO = "UNITS"

    def add_units(self):
        self._add(
            QgsProcessingParameterFeatureSource("UNITS", tr("Units"), [QgsProcessing.SourceType.TypeVector]),
            tr("Health centres, one row each, with how many are listed and the index of need."),
        )
        fields = (
            ("UNIT_ID", tr("Unit id (field; blank = feature id)"), False, True, False, None,
             tr("Names the units in messages, and settles who gets a krona left over.")),
            ("LISTED", tr("Listed (field)"), True, False, False, None,
             tr("How many are listed. A unit with 0 gets 0; an empty cell stops the tool.")),
            ("INDEX", tr("Index of the listed (field)"), True, False, False, None,
             tr("Need per listed, such as the Care Need Index, by where the listed live.")),
            ("AREA_INDEX", tr("Index where the unit stands (field)"), True, True, False, None,
             tr("The same index of the area around the unit, on the same scale. With it both ways are shown side by side.")),
        )  # fmt: skip
        self._add_fields(fields)

    def add_rule(self):
        self._add(
            enum_parameter(
                "BASE",
                tr("The index that decides"),
                {LISTED_BASE: tr("Where the listed live"), AREA_BASE: tr("Where the unit stands")},
                LISTED_BASE,
            ),
            tr("area needs AREA_INDEX. The other one is only shown beside it."),
        )
        self._add(enum_parameter("METHOD", tr("Rule"), _method_labels(), PROPORTIONAL), tr("How the money is shared."))
        for name, label, most, text in (
            ("POT", tr("Pot (kronor)"), None,
             tr("Whole kronor to share. Tariff and step have a price instead; then a pot is only compared with.")),
            ("THRESHOLD", tr("Threshold of the index"), None,
             tr("For excess, tariff and step, on the scale of the index. An index on the threshold is not over it.")),
            ("RATE", tr("Price (kronor)"), None,
             tr("For tariff: kronor per listed and index point over the threshold. For step: kronor per point. For the same time as the result, so a price per month × 12.")),
            ("SHARE", tr("Share of the pot by index (0–1)"), 1,
             tr("For neutral: 0.1 moves a tenth of the pot by the index; the rest goes by listed alone.")),
            ("FLOOR", tr("Floor (kronor per listed)"), None, tr("No unit gets less. Blank = none.")),
            ("CEILING", tr("Ceiling (kronor per listed)"), None, tr("No unit gets more. Blank = none.")),
            ("MAX_CHANGE", tr("Largest change in a year (share)"), None,
             tr("0.1 = at most a tenth up or down from PREVIOUS. Blank = no limit. Units that had nothing are not limited.")),
        ):  # fmt: skip
            self._add_number(name, label, text, most)

    def add_details(self):
        """Fields that some rules need, or that the result is grouped by."""
        fields = (
            ("PREVIOUS", tr("Last year's amount (field)"), True, True, False, None,
             tr("Kronor the year before; empty where a unit had none. MAX_CHANGE holds against it.")),
            ("DRIFTSFORM", tr("Driftsform (field)"), False, True, False, None,
             tr("EFFECT and COMPARISON are then told by driftsform too.")),
            ("HUVUDMAN", tr("Huvudman (field)"), False, True, True, None,
             tr("EFFECT and COMPARISON are then told by huvudman too.")),
            ("POINTS", tr("Points (field; blank = listed)"), True, True, True, None,
             tr("For step: what the price is paid for, such as listing points weighted by age. Blank = one per listed.")),
            ("ACG", tr("ACG per listed (field)"), True, True, True, None,
             tr("For the rule acg: the weight of illness per listed.")),
        )  # fmt: skip
        self._add_fields(fields)
        for name, label, text in (
            ("ACG_WEIGHT", tr("Share of the pot by ACG (0–1)"), tr("For the rule acg.")),
            ("INDEX_WEIGHT", tr("Share of the pot by the index (0–1)"),
             tr("For the rule acg; what is left goes by listed alone.")),
        ):  # fmt: skip
            self._add_number(name, label, text, 1, advanced=True)

    def add_second_rule(self):
        self._add(
            enum_parameter("METHOD_2", tr("Rule to compare with"), _method_labels(), None, optional=True),
            tr("Blank = no comparison. POT, MAX_CHANGE, POINTS and ACG are the same for both rules."),
            advanced=True,
        )
        self._add(
            enum_parameter(
                "BASE_2",
                tr("The index that decides, second rule (blank = the same)"),
                {LISTED_BASE: tr("Where the listed live"), AREA_BASE: tr("Where the unit stands")},
                None,
                optional=True,
            ),
            tr("Blank = as BASE."),
            advanced=True,
        )
        for name, label, most in (
            ("THRESHOLD_2", tr("Threshold, second rule"), None),
            ("RATE_2", tr("Price, second rule (kronor)"), None),
            ("SHARE_2", tr("Share of the pot by index, second rule (0–1)"), 1),
            ("FLOOR_2", tr("Floor, second rule (kronor per listed)"), None),
            ("CEILING_2", tr("Ceiling, second rule (kronor per listed)"), None),
        ):
            self._add_number(name, label, tr("As for the first rule; blank = none."), most, advanced=True)

    def add_missing(self):
        labels = {
            STOP: tr("Stop and list the units"),
            LEAVE_OUT: tr("Leave the units out, and list them"),
        }
        self._add(
            enum_parameter("WITHOUT_LISTED", tr("Units with an empty number of listed"), labels, STOP),
            tr(
                "Leave out where closed units have no number, such as in the result of Need of the listed. They get no amount, not 0."
            ),
            advanced=True,
        )

    def check_rules(self, parameters, context) -> str:
        """What is missing or contradicts, as a sentence; "" where nothing does."""
        for end in ("", SECOND):
            method = self.parameterAsEnumString(parameters, f"METHOD{end}", context)
            if not method:
                continue
            missing = [name for name in self._names(method, end) if not given(parameters, name)]
            if missing:
                text = tr("The rule {method} needs {names}. Give it as your region has decided it.")
                return text.format(method=method, names=", ".join(missing))
            if method in OPEN and not self.number(parameters, f"RATE{end}", context) > 0:
                return tr("{name} is the price, and must be above 0.").format(name=f"RATE{end}")
            if self.base(parameters, context, end) == AREA_BASE and not given(parameters, "AREA_INDEX"):
                return tr("BASE is area: name the field of the index where the unit stands in AREA_INDEX.")
            floor, ceiling = (self.number(parameters, f"{name}{end}", context) for name in ("FLOOR", "CEILING"))
            if None not in (floor, ceiling) and floor > ceiling:
                return tr("The floor {floor} is above the ceiling {ceiling}. Change one of them.").format(
                    floor=floor, ceiling=ceiling
                )
            if method == ACG and sum(self._weights(parameters, context)) > 1 + 1e-9:
                return tr("ACG_WEIGHT and INDEX_WEIGHT come to more than 1. They are shares of one pot.")
        pot = self.number(parameters, "POT", context)
        if pot is not None and not (pot >= 1 and float(pot).is_integer()):
            return tr("POT must be whole kronor, at least 1.")
        if given(parameters, "MAX_CHANGE") and not given(parameters, "PREVIOUS"):
            return tr("MAX_CHANGE needs the field of last year's amount in PREVIOUS.")
        return ""

    def rule(self, parameters, context, end: str = "") -> Optional[Rule]:
        """The rule whose parameters end with ``end``; None where it is not asked for."""
        method = self.parameterAsEnumString(parameters, f"METHOD{end}", context)
        if not method:
            return None
        acg_weight, index_weight = self._weights(parameters, context)
        own = ("THRESHOLD", "RATE", "SHARE", "FLOOR")
        return Rule(
            method,
            pot=int(self._or(parameters, "POT", context, 0)),
            **{name.lower(): self._or(parameters, f"{name}{end}", context, 0.0) for name in own},
            acg_weight=acg_weight,
            index_weight=index_weight,
            ceiling=self._or(parameters, f"CEILING{end}", context, np.inf),
            max_change=self._or(parameters, "MAX_CHANGE", context, np.inf),
        )

    def base(self, parameters, context, end: str = "") -> str:
        return self.parameterAsEnumString(parameters, f"BASE{end}", context) or self.parameterAsEnumString(
            parameters, "BASE", context
        )

    def unused(self, parameters, context) -> list[str]:
        """Parameters that are given, but that no rule asked for reads."""
        asked = [(self.parameterAsEnumString(parameters, f"METHOD{end}", context), end) for end in ("", SECOND)]
        read = {name for method, end in asked if method for name in self._names(method, end)}
        if STEP in dict(asked):
            read.add("POINTS")
        if asked[1][0]:
            read |= {"BASE_2", "FLOOR_2", "CEILING_2"}
        names = [f"{name}{end}" for end in ("", SECOND) for name in ("THRESHOLD", "RATE", "SHARE")]
        names += ["POINTS", "ACG", "ACG_WEIGHT", "INDEX_WEIGHT", "BASE_2", "FLOOR_2", "CEILING_2"]
        return [name for name in names if given(parameters, name) and name not in read]

    def number(self, parameters, name: str, context) -> Optional[float]:
        return self.parameterAsDouble(parameters, name, context) if given(parameters, name) else None

    def _or(self, parameters, name: str, context, otherwise: float) -> float:
        found = self.number(parameters, name, context)
        return otherwise if found is None else found

    def _weights(self, parameters, context) -> tuple[float, float]:
        return tuple(self._or(parameters, name, context, 0.0) for name in ("ACG_WEIGHT", "INDEX_WEIGHT"))

    def _names(self, method: str, end: str) -> list[str]:
        return [name if name in _OF_BOTH else f"{name}{end}" for name in _NEEDED[method]]

    def _add_fields(self, fields):
        for name, label, numeric, optional, advanced, default, text in fields:
            self.add_field(
                name, label, text, numeric=numeric, optional=optional, layer="UNITS", default=default, advanced=advanced
            )

    def _add_number(self, name, label, text, most=None, advanced=False):
        highest = {} if most is None else {"maxValue": most}
        number = QgsProcessingParameterNumber(name, label, _REAL, None, optional=True, minValue=0, **highest)
        self._add(number, text, advanced=advanced)
        if name.startswith(_PRECISE):
            self.parameterDefinition(name).setMetadata({"widget_wrapper": {"decimals": 6}})


def given(parameters, name: str) -> bool:
    return parameters.get(name) not in (None, "")


def way_name(method: str, base: str) -> str:
    """What users call a rule by a base."""
    names = {
        PROPORTIONAL: tr("proportional"),
        EXCESS: tr("excess"),
        TARIFF: tr("tariff"),
        STEP: tr("step"),
        NEUTRAL: tr("neutral"),
        ACG: tr("ACG and index"),
    }
    where = tr("where the listed live") if base == LISTED_BASE else tr("where the unit stands")
    return tr("{rule} by {where}").format(rule=names[method], where=where)


def _method_labels() -> dict[str, str]:
    labels = {
        PROPORTIONAL: tr("Proportional: the pot by listed × index"),
        EXCESS: tr("Excess: the pot by listed × what lies over the threshold"),
        TARIFF: tr("Tariff: a price per listed and index point over the threshold"),
        STEP: tr("Step: a price per point for units over the threshold"),
        NEUTRAL: tr("Neutral: a share of the pot by index, the rest by listed"),
        ACG: tr("ACG and index: shares of the pot by ACG, by index and by listed (Fördjupning)"),
    }
    return {method: labels[method] for method in METHODS}
