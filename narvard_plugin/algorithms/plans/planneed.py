"""The people that plans bring, the care that they need, and the health centres that they come to."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended, fields_of, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled
from ...adapters.tables import amounts, read_columns
from ...core.plans.need import CHILD_BELOW, OLD_FROM, age_shares, by_age, care_home_places, first_age
from ...i18n import tr
from .need_account import say_result
from .need_proposals import proposals, write_proposals
from .need_reading import PlanNeedAlgorithm
from .need_results import (
    BREAKS,
    at_centre,
    centre_columns,
    centre_rows,
    combination_columns,
    combination_rows,
    horizon_columns,
    horizon_rows,
    horizons_of,
    plan_year_columns,
    plan_year_rows,
    statuses,
    sum_of_known,
)

_REAL = QgsProcessingParameterNumber.Type.Double


class PlanNeed(PlanNeedAlgorithm):
    ID = "planneed"
    TAGS = (
        "plan", "need", "dwellings", "inhabitants", "listed", "health centre", "cumulative", "detaljplan", "bostäder",
        "invånare", "listade", "vårdcentral", "särskilt boende", "lokalbehov",
    )  # fmt: skip

    def __init__(self):
        super().__init__()
        self._areas = True  # whether PLANS are areas, which the style draws

    def displayName(self):
        return tr("Care needs of plans")

    def shortHelpString(self):
        return tr(
            "Counts what plans mean for primary care: dwellings → inhabitants → listed patients → full-time specialists, and the load of every health centre that their people come to, for each "
            "plan alone and for all together.\n\n"
            "Dwellings are those of the field DWELLINGS; else DWELLINGS_EACH; else what the building rights for dwellings (B) in the register of WORKSPACE have room for, at BTA_PER_FLAT. "
            "People: HOUSEHOLD_SIZE per dwelling, or PERSONS_FLAT and PERSONS_HOUSE. PERSONS_FLAT, PERSONS_HOUSE, BTA_PER_FLAT and BUILT_PER_YEAR have no source behind their defaults; each region sets its own, and the log says what was assumed. "
            "Listed: LISTED_SHARE of the people, at the nearest centre, at the nearest with places left, or shared out by travel time (DISTRIBUTION).\n\n"
            "Places at a centre are NORM per full-time specialist (CAPACITY, as in Capacity of primary care); load is listed over places, 1 = the norm. A plan fits where its people are no more than the places left.\n\n"
            "OUTPUT: the plans with inhabitants, listed, specialists, and the load of the centre that most of their people come to: before, with this plan alone and with all. CENTRES: the centres with all plans. "
            "COMBINATIONS: the smallest combinations of plans that a centre has no room for, though any plan fewer would fit. PLAN_YEARS and CENTRE_YEARS: the same per horizon.\n\n"
            "With AGES (people by age, fields age_0_4 … age_85_plus) children by age group and people of 80 or more are counted by the shares of that population; new dwellings often have younger people. "
            "CARE_HOME_RATE gives places in care homes. What is not known is empty, never 0.\n\n"
            "PROPOSE writes a need of premises (lokalbehov), as identified, for every centre without room, into the register of WORKSPACE. It decides nothing.\n\n"
            "Source of the norm: Socialstyrelsen, April 2022, which calls 1 100 neither floor nor ceiling."
        )

    def initAlgorithm(self, config=None):
        self.add_plans()
        self.add_assumptions()
        self.add_centres()
        self.add_years()
        self._add(
            QgsProcessingParameterFeatureSource("AGES", tr("People by age (layer or table)"), [QgsProcessing.SourceType.TypeVector], optional=True),
            tr("Fields age_0_4 … age_85_plus, of the municipality or the county; only their shares are used. Blank = no children or care home places are counted."),
            advanced=True,
        )  # fmt: skip
        self._add(
            QgsProcessingParameterNumber("CARE_HOME_RATE", tr("Places in care homes per person of 80 or more"), _REAL, None, True, 0, 1),
            tr("0–1; the municipality's own number. Blank = not counted: no national number has been read."), advanced=True,
        )  # fmt: skip
        self._add(
            QgsProcessingParameterBoolean(
                "PROPOSE", tr("Propose a need of premises for every centre without room"), False
            ),
            tr(
                "Written into WORKSPACE as identified; the same proposal is not written twice. Blank horizons give no year."
            ),
        )
        self._add_field(
            "MUNICIPALITY",
            tr("Municipality (field, four digits)"),
            "PLANS",
            tr("Needed by PROPOSE for plans out of a layer."),
            True,
        )
        self._add(
            QgsProcessingParameterString("SERVICE", tr("Facility type of the proposed need"), "vardcentral", optional=True),
            tr("A code of the facility types."), advanced=True,
        )  # fmt: skip
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Care needs per plan")))
        for name, label in (
            ("CENTRES", tr("Health centres with all plans")),
            ("COMBINATIONS", tr("Plans that are too many together")),
            ("PLAN_YEARS", tr("Plans by horizon")),
            ("CENTRE_YEARS", tr("Health centres by horizon")),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, label, optional=True, createByDefault=False))
        for name, label in (
            ("INHABITANTS", tr("Inhabitants of all plans")),
            ("LISTED", tr("Listed people of all plans")),
            ("SPECIALISTS", tr("Full-time specialists for them")),
            ("LOAD_MAX", tr("Greatest load with all plans")),
            ("BROKEN_COUNT", tr("Centres without room for the plans")),
            ("PROPOSED_COUNT", tr("Needs of premises that were proposed")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def style_file(self, output):
        name = super().style_file(output)
        return name if output != "OUTPUT" or self._areas else name.replace(".qml", "_points.qml")

    def checkParameterValues(self, parameters, context):
        if self.parameterAsBoolean(parameters, "PROPOSE", context) and not self.parameterAsString(
            parameters, "WORKSPACE", context
        ):
            return False, tr("A need of premises can be proposed only in a register: give WORKSPACE.")
        return super().checkParameterValues(parameters, context)

    def added_columns(self, parameters, context):
        columns = [
            Column("dwelling_count", "real", tr("Dwellings counted with")),
            Column("dwelling_source", "text", tr("Where the number is from")),
            Column("flats", "real", tr("of which flats")),
            Column("houses_counted", "real", tr("of which houses")),
            Column("inhabitants", "real", tr("Inhabitants")),
            Column("listed", "real", tr("Listed people")),
            Column("specialists", "real", tr("Full-time specialists")),
            *(Column(f"aged_{group}", "real", tr("Aged {group}").format(group=group.replace("_", "–").replace("–plus", "+"))) for group in self._groups(parameters, context)),
            Column("care_home_places", "real", tr("Places in care homes")),
            Column("facility_id", "text", tr("Centre that most of them come to")),
            Column(self.time_name("minutes", parameters, context), "real", tr("Travel time to it (min)")),
            Column("centres_in_reach", "integer", tr("Centres in reach")),
            Column("places_left", "real", tr("Its places left before the plans")),
            Column("load_before", "real", tr("Its load before the plans (1 = the norm)")),
            Column("load_alone", "real", tr("Its load with this plan alone")),
            Column("load_together", "real", tr("Its load with all plans")),
            Column("fits_alone", "flag", tr("Fits alone")),
            Column("fits_together", "flag", tr("Fits together with the others")),
        ]  # fmt: skip
        return self.prefixed(columns, parameters, context)

    def _groups(self, parameters, context) -> list[str]:
        """The age groups of AGES that are told: children, and people of 80 or more."""
        source = (
            self.parameterAsSource(parameters, "AGES", context) if parameters.get("AGES") not in (None, "") else None
        )
        names = [field.name() for field in source.fields()] if source else []
        groups = [
            name[len("age_") :]
            for name in names
            if name.startswith("age_") and name[len("age_") :].split("_")[0].isdigit()
        ]
        return [group for group in groups if first_age(group) < CHILD_BELOW or first_age(group) >= OLD_FROM]  # fmt: skip

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        parameters = self.with_plans(parameters, context, account, feedback)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        for name, columns in (
            ("CENTRES", self._centre_columns(parameters, context)),
            ("COMBINATIONS", combination_columns()),
            ("PLAN_YEARS", plan_year_columns()),
            ("CENTRE_YEARS", horizon_columns()),
        ):
            account.name_columns(name, columns)
        years = self.years(parameters, context)
        shares = self._age_shares(parameters, context, account, feedback)
        coming = self.coming(parameters, context, account, feedback)
        first = self.first_years(parameters, context, coming.plans)
        per_year = self.parameterAsDouble(parameters, "BUILT_PER_YEAR", context)
        found = horizons_of(coming, first, per_year, years)
        if feedback.isCanceled():
            raise Cancelled
        combinations, cut = combination_rows(coming)
        proposed = proposals(self, parameters, context, coming, found, account, feedback)
        say_result(coming, combinations, cut, account, feedback)
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write_plans(parameters, context, outputs, coming, shares)
            self._write_centres(parameters, context, outputs, coming)
            none, plain = NO_GEOMETRY, QgsCoordinateReferenceSystem()
            for name, columns, rows in (
                ("COMBINATIONS", combination_columns(), combinations),
                ("PLAN_YEARS", plan_year_columns(), plan_year_rows(coming, first, per_year, years)),
                ("CENTRE_YEARS", horizon_columns(), horizon_rows(coming, found)),
            ):
                outputs.write(name, fields_of(columns), none, plain, ((None, row) for row in rows))
            written = write_proposals(self, parameters, context, proposed, account, feedback)
        self.keep(account, outputs.results, context, self.note(parameters, context))
        sums = numbers(map(sum_of_known, (coming.need.people, coming.need.listed, coming.need.specialists)))
        touched = coming.loads.after[(coming.loads.added > 0) & ~np.isnan(coming.loads.after)]
        return {
            **outputs.results,
            **dict(zip(("INHABITANTS", "LISTED", "SPECIALISTS"), sums)),
            "LOAD_MAX": float(touched.max()) if len(touched) else None,
            "BROKEN_COUNT": sum(status == BREAKS for status in statuses(coming)),
            "PROPOSED_COUNT": written,
        }

    def _age_shares(self, parameters, context, account, feedback) -> dict[str, float]:
        if parameters.get("AGES") in (None, ""):
            account.say(feedback, tr("No AGES were given: children and places in care homes are not counted."))
            return {}
        source = self.source(parameters, "AGES", context)
        names = [field.name() for field in source.fields() if field.name().startswith("age_")]
        if not any(first.isdigit() and int(first) >= OLD_FROM for first in (name.split("_")[1] for name in names)):
            raise QgsProcessingException(
                tr("AGES has no fields of ages such as age_80_84. Choose a layer of people by age.")
            )
        columns = read_columns(source, "AGES", names, feedback)
        shares = age_shares(
            {name[len("age_") :]: float(np.nansum(amounts(values))) for name, values in columns.items()}
        )
        if not shares:
            raise QgsProcessingException(
                tr("AGES has no people. Choose another layer, or clear its filter and selection.")
            )
        account.say(feedback, tr("Ages by the shares of AGES; new dwellings often have younger people."), warn=True)
        return shares

    def _write_plans(self, parameters, context, outputs, coming, shares):
        source = self.source(parameters, "PLANS", context)
        self._areas = QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry
        groups = self._groups(parameters, context)
        aged = by_age(coming.need.people, {group: shares[group] for group in groups})
        places = care_home_places(coming.need.people, shares, coming.assumed)
        added = {}
        for row, fid in enumerate(coming.plans.fids):
            need = coming.need
            added[int(fid)] = [
                *numbers([need.flats[row] + need.houses[row]]), coming.origin[row],
                *numbers([need.flats[row], need.houses[row], need.people[row], need.listed[row], need.specialists[row]]),
                *numbers([aged[group][row] for group in groups]), *numbers([places[row]]), *at_centre(coming, row),
            ]  # fmt: skip
        fields = extended(source.fields(), self.added_columns(parameters, context))
        outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), self.copied(source, added), len(added))

    def _centre_columns(self, parameters, context):
        return self.prefixed(centre_columns(), parameters, context)

    def _check_names(self, parameters, context):
        problem = super()._check_names(parameters, context)
        if problem or parameters.get("CENTRES") is None:
            return problem
        return self.clash_sentence(parameters, "FACILITIES", self._centre_columns(parameters, context), context)

    def _write_centres(self, parameters, context, outputs, coming):
        source = self.source(parameters, "FACILITIES", context)
        added = {int(fid): row for fid, row in zip(coming.question.facilities.fids, centre_rows(coming))}
        fields = extended(source.fields(), self._centre_columns(parameters, context))
        outputs.write("CENTRES", fields, source.wkbType(), source.sourceCrs(), self.copied(source, added), len(added))
