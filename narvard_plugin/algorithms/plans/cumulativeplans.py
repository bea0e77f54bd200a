"""What all plans near a plan do to health centres together, horizon by horizon: one number for a rule to judge."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...adapters.outputs import NO_GEOMETRY, Outputs, fields_of
from ...adapters.plan_geometry import distances_between
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...core.plans.cumulative import greatest_load
from ...i18n import number, tr
from .need_reading import PlanNeedAlgorithm
from .need_results import horizon_columns, horizon_rows, horizons_of

_REAL = QgsProcessingParameterNumber.Type.Double


class CumulativePlans(PlanNeedAlgorithm):
    ID = "cumulativeplans"
    TAGS = (
        "plans", "cumulative", "load", "health centre", "horizon", "detaljplaner", "samlad påverkan", "vårdcentral",
        "belastning", "målår",
    )  # fmt: skip
    ADDED_TO = None

    def displayName(self):
        return tr("Cumulative effect of plans")

    def shortHelpString(self):
        return tr(
            "Adds up the people of a plan and of every other plan within RADIUS_M of it, and tells the load of the health centres that they come to, at each horizon and when all is built. "
            "The rule SAM-01 of the checklist judges LOAD_MAX, the greatest load of any of these centres at any horizon.\n\n"
            "PLAN is the plan that is reviewed (its id); the distance is between the borders of the plans as the crow flies. Blank PLAN = all plans together. PLANS, dwellings, people per dwelling, CAPACITY and NORM work as in Care needs of plans; "
            "the plan itself must be among PLANS, or in the register of WORKSPACE.\n\n"
            "The people who are listed today are taken to stay the same. A plan without a first year of moving in counts as lived in from the first horizon on. Where a plan's dwellings, a centre's capacity or the way to any centre is not known, LOAD_MAX is empty, "
            "which gives no verdict; LOAD_AT_LEAST then tells the greatest load that is known.\n\n"
            "OUTPUT: a row per horizon and centre. Source of the norm: Socialstyrelsen, April 2022; people per dwelling and speed of building are placeholders until the region sets its own."
        )

    def initAlgorithm(self, config=None):
        self.add_plans()
        self._add(
            QgsProcessingParameterString("PLAN", tr("Plan that is reviewed (id)"), optional=True),
            tr("As in PLAN_ID. Blank = all plans together, wherever they lie."),
        )
        self._add(
            QgsProcessingParameterNumber("RADIUS_M", tr("Other plans within (m)"), _REAL, 3000, minValue=0),
            tr("From border to border, as the crow flies. 3 000 m is a placeholder with no source."),
        )
        self.add_years(default="2030;2040;2050")
        self.add_assumptions()
        self.add_centres()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Load per horizon and health centre")))
        for name, label in (
            ("LOAD_MAX", tr("Greatest load of any centre at any horizon")),
            ("LOAD_AT_LEAST", tr("Greatest load that is known")),
            ("PLAN_COUNT", tr("Plans that were added up")),
            ("UNKNOWN_COUNT", tr("Plans among them whose dwellings are not known")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", horizon_columns())
        parameters = self.with_plans(parameters, context, account, feedback)
        years = self.years(parameters, context)
        coming = self.coming(parameters, context, account, feedback)
        first = self.first_years(parameters, context, coming.plans)
        found = horizons_of(coming, first, self.parameterAsDouble(parameters, "BUILT_PER_YEAR", context), years)
        if feedback.isCanceled():
            raise Cancelled
        least = greatest_load(found)
        unknown = int(np.isnan(coming.need.people).sum())
        load = np.nan if unknown or _is_partial(coming) else least
        text = tr("{n} plans add up to {people} people; the greatest known load of a centre is {load}.")
        people = number(round(float(np.nansum(coming.need.people))))
        account.say(feedback, text.format(n=len(coming.plans.ids), people=people, load=number(round(least, 2))))
        if np.isnan(load):
            text = tr("Something that belongs to the greatest load is not known, so LOAD_MAX is empty.")
            account.say(feedback, text, warn=True)
        with Outputs(self, parameters, context, feedback) as outputs:
            rows = ((None, row) for row in horizon_rows(coming, found))
            outputs.write("OUTPUT", fields_of(horizon_columns()), NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows)
        self.keep(account, outputs.results, context, self.note(parameters, context))
        return {
            **outputs.results,
            "LOAD_MAX": None if np.isnan(load) else load,
            "LOAD_AT_LEAST": None if np.isnan(least) else least,
            "PLAN_COUNT": len(coming.plans.ids),
            "UNKNOWN_COUNT": unknown,
        }

    def reviewed(self, parameters, context) -> str:
        return self.parameterAsString(parameters, "PLAN", context).strip()

    def _plans(self, parameters, context, question, account, feedback):
        """Only the plan that is reviewed, and those near it."""
        plans = super()._plans(parameters, context, question, account, feedback)
        chosen = self.reviewed(parameters, context)
        if not chosen:
            return plans
        rows = np.flatnonzero(plans.ids == chosen)
        if not len(rows):
            raise QgsProcessingException(
                tr("PLANS has no plan with the id {id} and a place on the map; its first ids are {list}.")
                .format(id=chosen, list=listed(list(plans.ids[:3])))
            )  # fmt: skip
        radius = self.parameterAsDouble(parameters, "RADIUS_M", context)
        source = self.source(parameters, "PLANS", context)
        metres = distances_between(
            source, int(plans.fids[rows[0]]), plans.fids, question.crs, context.transformContext()
        )
        near = np.flatnonzero(metres <= radius)
        text = tr("{n} other plans lie within {radius} m of {plan}: {list}.")
        others = [own for own in plans.ids[near] if own != chosen]
        account.say(
            feedback, text.format(n=len(others), radius=number(radius), plan=chosen, list=listed(others) or "–")
        )
        return plans.take(near)


def _is_partial(coming) -> bool:
    """Whether people come to no centre in reach, or to one whose places or listed people are not known."""
    lost = (coming.need.listed > 0) & ~coming.share.any(axis=1)
    return bool(lost.any() or ((coming.loads.added > 0) & np.isnan(coming.loads.after)).any())
