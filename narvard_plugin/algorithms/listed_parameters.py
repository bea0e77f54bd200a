"""The parameters that the tools about listed people share: tables, the norm per doctor, and which numbers are hidden."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from ..core.access.capacity import Norm
from ..core.deso.small_numbers import MINIMUM
from ..i18n import tr
from .parameters import enum_parameter
from .travel_parameters import TravelParameters

OWN = "own"
_LEAST_MINIMUM = 3
_REAL = QgsProcessingParameterNumber.Type.Double


class ListedParameters(TravelParameters):
    """Declares and reads what the tools about listed people share."""

    def add_table(self, name, label, text, optional=False):
        """A table, or a layer whose geometry is not read."""
        vector = [QgsProcessing.SourceType.TypeVector]
        self._add(QgsProcessingParameterFeatureSource(name, label, vector, optional=optional), text)

    def add_norm(self):
        """NORM, OWN_NORM and ST_NORM."""
        labels = {
            "1100": tr("1 100 (Socialstyrelsen, April 2022; Norrbotten, Gotland)"),
            "1250": tr("1 250 (Jämtland Härjedalen)"),
            "1500": tr("1 500 (Värmland)"),
            "1750": tr("1 750 (Kalmar's aim)"),
            OWN: tr("Own number"),
        }
        self._add(
            enum_parameter("NORM", tr("Norm: listed per full-time specialist"), labels, "1100"),
            tr(
                "How many listed people one full-time specialist in general practice may have. Socialstyrelsen named 1 100 "
                "in April 2022, as neither floor nor ceiling; regions have decided other numbers."
            ),
        )
        for name, label, text in (
            ("OWN_NORM", tr("Own norm (listed per full-time specialist)"), tr("Needed where NORM is an own number.")),
            (
                "ST_NORM",
                tr("Norm per doctor in training, ST (blank = half of the norm)"),
                tr("Listed per full-time doctor in specialist training: 550 with the norm 1 100."),
            ),
        ):
            number = QgsProcessingParameterNumber(name, label, _REAL, None, optional=True, minValue=0)
            self._add(number, text, advanced=True)

    def add_minimum(self):
        self._add(
            QgsProcessingParameterNumber(
                "MINIMUM", tr("Hide numbers below"), defaultValue=MINIMUM, minValue=_LEAST_MINIMUM
            ),
            tr(
                "Numbers of people of at least 1 but fewer than this are left empty, with the status suppressed, and so are those that would tell them by "
                "subtraction from the sums. Sums keep them."
            ),
            advanced=True,
        )

    def minimum(self, parameters, context) -> int:
        return self.parameterAsInt(parameters, "MINIMUM", context)

    def norm(self, parameters, context) -> Norm:
        chosen = self.parameterAsEnumString(parameters, "NORM", context)
        if chosen == OWN:
            number = self.parameterAsDouble(parameters, "OWN_NORM", context)
            if parameters.get("OWN_NORM") in (None, "") or not (number > 0 and np.isfinite(number)):
                raise QgsProcessingException(tr("NORM is an own number: give OWN_NORM, above 0."))
        else:
            number = float(chosen)
        if parameters.get("ST_NORM") in (None, ""):
            return Norm(number, number / 2)
        trainee = self.parameterAsDouble(parameters, "ST_NORM", context)
        if not np.isfinite(trainee):
            raise QgsProcessingException(tr("{name} must be a number.").format(name="ST_NORM"))
        return Norm(number, trainee)


def say_open(closed: bool, account, feedback) -> None:
    """Warn where hidden numbers can be worked out from what is told, for want of others to hide with them."""
    if not closed:
        text = tr(
            "Some hidden numbers can still be worked out from sums, since there are too few others to hide with them. Show only one of the results, or take larger areas."
        )
        account.say(feedback, text, warn=True)
