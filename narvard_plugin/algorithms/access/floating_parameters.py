"""The parameters of the floating catchment tool, and the decay that they make up together."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.access import decay as falling
from ...core.access.decay import Decay
from ...core.access.floating import RAAM, USUAL_DECAY, WITHOUT_DECAY
from ...i18n import tr
from ..parameters import enum_parameter, parts_of
from ..travel_parameters import TravelParameters

THRESHOLD = 30.0  # minutes, where a decay needs a limit and none was given
_REAL = QgsProcessingParameterNumber.Type.Double


class FloatingParameters(TravelParameters):
    """Declares layers, method and decay, and reads the decay."""

    def add_layers(self):
        for layer, label, text, id_name, id_label, amount, amount_label, amount_text in (
            (
                "ORIGINS", tr("People (points or areas)"), tr("Where people live. Only ids are joined, so areas do as well as points."),
                "ORIGIN_ID", tr("Origin id (field)"), "DEMAND", tr("Demand (field), such as the number of people"),
                tr("How much demand each origin has. 0 gets a value but weighs nothing."),
            ),
            (
                "FACILITIES", tr("Facilities"), tr("The places with supply."),
                "FACILITY_ID", tr("Facility id (field)"), "SUPPLY", tr("Supply (field)"),
                tr("What each facility offers: people it is enough for, posts, places or visits."),
            ),
        ):  # fmt: skip
            shapes = [QgsProcessing.SourceType.TypeVectorAnyGeometry]  # what is proposed; a table may be given, too
            self._add(QgsProcessingParameterFeatureSource(layer, label, shapes), text)
            self._add(
                QgsProcessingParameterField(id_name, id_label, parentLayerParameterName=layer),
                tr("Joins the layer with the matrix: the same field as when the matrix was made."),
            )
            numeric = QgsProcessingParameterField.DataType.Numeric
            self._add(
                QgsProcessingParameterField(amount, amount_label, parentLayerParameterName=layer, type=numeric),
                amount_text,
            )
        self._add(
            QgsProcessingParameterFeatureSource(
                "MATRIX", tr("Travel time matrix (table)"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr(
                "Made by Travel time matrix: origin_id, facility_id, minutes. A pair that is not there counts as no route."
            ),
        )

    def add_method(self):
        labels = {
            "e2sfca": tr("Shared supply, far away counts less (E2SFCA)"),
            "2sfca": tr("Advanced: shared supply, all in reach counts alike (2SFCA)"),
            "kd2sfca": tr("Advanced: weights fall smoothly (KD2SFCA)"),
            "m2sfca": tr("Advanced: distance counts twice (M2SFCA)"),
            "3sfca": tr("Advanced: people first choose among facilities (3SFCA)"),
            "bfca": tr("Advanced: balanced, nobody counted twice (BFCA)"),
            "raam": tr("Advanced: cost of travel and crowding, lower is better (RAAM)"),
            "gravity": tr("Advanced: weighted supply without competition (gravity)"),
            "cumulative": tr("Advanced: all supply within the time (cumulative)"),
            "spatialavailability": tr("Advanced: supply shared out, in amounts (spatial availability)"),
        }
        self._add(
            enum_parameter("METHOD", tr("Method"), labels, "e2sfca"),
            tr("Begin with E2SFCA; the help says what the others add."),
        )
        self._add(
            QgsProcessingParameterNumber(
                "THRESHOLD", tr("Longest travel time that counts (minutes; blank = usual)"), _REAL, None, True, 0
            ),
            tr(
                "The limit itself is within. Blank: the last step of steps, no limit for gaussian, power and RAAM, else 30."
            ),
        )
        self._add(
            QgsProcessingParameterNumber("PER", tr("Access per (1, 1 000 …)"), _REAL, 1, minValue=1e-9),
            tr("Multiplies access, such as 1000 for supply per thousand people. RAAM's cost is not multiplied."),
        )

    def add_decay(self):
        labels = {
            "binary": tr("All within the longest time alike"),
            "steps": tr("Steps"),
            "gaussian": tr("Gaussian"),
            "epanechnikov": tr("Epanechnikov"),
            "cosine": tr("Cosine"),
            "power": tr("Power"),
        }
        self._add(
            enum_parameter("DECAY", tr("How weight falls with time (blank = usual)"), labels, None, True),
            tr("Blank takes the usual one of the method. 2SFCA, cumulative and RAAM have none."),
            True,
        )
        for name, label, text in (
            ("BREAKS", tr("Steps: times (minutes, with commas)"), tr("Where each step ends, itself within. Blank = 10,20,30, for 3SFCA 10,20,30,60.")),
            ("WEIGHTS", tr("Steps: weights (with semicolons or commas)"), tr("One for each time in BREAKS. Blank = 1;0.68;0.22, for 3SFCA 0.962;0.704;0.377;0.042.")),
        ):  # fmt: skip
            self._add(QgsProcessingParameterString(name, label, optional=True), text, True)
        for name, label, default, text in (
            ("SIGMA", tr("Gaussian: sigma (minutes)"), None, tr("The weight is 0.61 at sigma and 0.14 at twice sigma. Needed for gaussian.")),
            ("EXPONENT", tr("Power: exponent"), 1.5, tr("The weight is minutes to the power of minus this.")),
            ("MIN_MINUTES", tr("Power: shortest time (minutes)"), 1, tr("Shorter times count as this; the power has no value at 0.")),
            ("TAU", tr("RAAM: minutes that cost as much as average crowding"), None, tr("Needed for RAAM, such as 60. A low value makes people choose what is near, a high value what has room.")),
        ):  # fmt: skip
            self._add(QgsProcessingParameterNumber(name, label, _REAL, default, default is None, 0.01), text, True)

    def checkParameterValues(self, parameters, context):
        try:
            self.decay(parameters, context)
        except QgsProcessingException as error:
            return False, str(error)
        if self.report(parameters, context) is not None and not self.knows_regions(parameters, context):
            return False, tr("REPORT_REGION needs the region fields of both the people and the facilities.")
        return super().checkParameterValues(parameters, context)

    def method(self, parameters, context) -> str:
        return self.parameterAsEnumString(parameters, "METHOD", context)

    def knows_regions(self, parameters, context) -> bool:
        return all(self.parameterAsString(parameters, name, context) for name in ("ORIGIN_REGION", "FACILITY_REGION"))

    def report(self, parameters, context):
        codes = parts_of(self.parameterAsString(parameters, "REPORT_REGION", context))
        return np.array(codes, object) if codes else None

    def decay(self, parameters, context) -> Decay:
        """What the parameters say, with what is usual for the method where they are blank."""
        method, kind = self.method(parameters, context), self.parameterAsEnumString(parameters, "DECAY", context)
        if method in WITHOUT_DECAY and kind not in ("", falling.BINARY):
            raise QgsProcessingException(
                tr("METHOD {method} has no decay: all within THRESHOLD counts alike. Leave DECAY blank, or choose another method.")
                .format(method=method)
            )  # fmt: skip
        kind = kind or USUAL_DECAY[method]
        threshold = self._given(parameters, "THRESHOLD", context)
        sigma, tau = (self._given(parameters, name, context) for name in ("SIGMA", "TAU"))
        for needs, name, value in ((kind == falling.GAUSSIAN, "SIGMA", sigma), (method == RAAM, "TAU", tau)):
            if needs and value is None:
                raise QgsProcessingException(
                    tr("{name} is needed for this choice; give it in minutes.").format(name=name)
                )
        if threshold is None:
            endless = method == RAAM or kind in (falling.STEPS, *falling.ENDLESS)
            threshold = np.inf if endless else THRESHOLD
        decay = Decay(
            kind, threshold, sigma=np.nan if sigma is None else sigma,
            exponent=self._given(parameters, "EXPONENT", context), min_minutes=self._given(parameters, "MIN_MINUTES", context),
        )  # fmt: skip
        return decay if kind != falling.STEPS else self._steps(decay, method, parameters, context)

    def _given(self, parameters, name, context):
        """The number of a parameter; None where it is blank."""
        if parameters.get(name, self.parameterDefinition(name).defaultValue()) in (None, ""):
            return None
        value = self.parameterAsDouble(parameters, name, context)
        if not (np.isfinite(value) and value > 0):
            raise QgsProcessingException(tr("{name} must be a number above 0.").format(name=name))
        return value

    def _steps(self, decay: Decay, method, parameters, context) -> Decay:
        given = [self.parameterAsString(parameters, name, context).strip() for name in ("BREAKS", "WEIGHTS")]
        if not any(given):
            breaks, weights = falling.WAN if method == "3sfca" else falling.LUO_QI
            return decay._replace(breaks=breaks, weights=weights)
        breaks, weights = (_list_of_numbers(text) for text in given)
        if not len(breaks) == len(weights) > 0:
            raise QgsProcessingException(
                tr("BREAKS and WEIGHTS must be as many numbers each: “{breaks}” and “{weights}”. Write 1;0.68 or 1;0,68, or with commas and decimal points 1,0.68.")
                .format(breaks=given[0], weights=given[1])
            )  # fmt: skip
        if breaks[0] <= 0 or (np.diff(breaks) <= 0).any() or min(weights) < 0 or max(weights) <= 0:
            raise QgsProcessingException(tr("BREAKS must be rising numbers above 0, and WEIGHTS must not be negative."))
        return decay._replace(breaks=breaks, weights=weights)


def _list_of_numbers(text: str) -> tuple[float, ...]:
    """The numbers of ``text`` between semicolons, where decimals may have a comma, or else between commas; none where one of
    them cannot be read."""
    parts = text.replace(",", ".").split(";") if ";" in text else text.split(",")
    try:
        found = tuple(float(part) for part in parts if part.strip())
    except ValueError:
        return ()
    return found if np.isfinite(found).all() else ()
