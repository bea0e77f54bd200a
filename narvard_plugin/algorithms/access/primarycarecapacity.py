"""Places at health centres by their doctors, against the listed."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)

from ...adapters.listings import places_of, read_capacity, read_listings, say_strangers
from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended, fields_of, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.scenario_tables import Rows
from ...core.access.capacity import (
    LISTED,
    NO_DOCTORS,
    OVER,
    SPECIALIST,
    TRAINEE,
    UNKNOWN,
    capacity_of,
    summarise_capacity,
)
from ...core.scenarios.listings import Cells
from ...i18n import number, tr
from ..listed_parameters import ListedParameters
from ..parameters import parts_of

MOST_HIDDEN = 4  # people behind one hidden number: registers hide fewer than five


class PrimaryCareCapacity(ListedParameters):
    ID = "primarycarecapacity"
    TAGS = (
        "capacity", "primary care", "listed", "norm", "general practitioner", "kapacitet", "primärvård", "listade",
        "listningstak", "vårdcentral", "hälsocentral", "utbud",
    )  # fmt: skip
    ADDED_TO = "FACILITIES"

    def displayName(self):
        return tr("Capacity of primary care")

    def shortHelpString(self):
        return tr(
            "Counts how many people may be listed at every health centre by its doctors, and how many are.\n\n"
            "FACILITIES are the health centres. CAPACITY is a table with facility_id, kind, value and date; the newest date of "
            "each centre and kind counts. Kinds: heltid_specialist (full-time specialists in general practice), heltid_st (full-time "
            "doctors in specialist training) and listade (listed). LISTINGS, where given, says instead who is listed: a table with "
            "area_code, unit_id, number, date and status, of which the newest date counts.\n\n"
            "supply = NORM × specialists + ST_NORM × doctors in training: people that may be listed. It is the SUPPLY of the tool "
            "floatingcatchment, whose access then reads places per inhabitant: 1 = the norm is met. OUTPUT is the facilities with gp_fte, "
            "st_fte, supply, listed, listed_per_gp (per full-time specialist alone), load (listed over supply; 1 = the norm), "
            "spare_places (negative = over the norm) and norm_status: inside, over, no_doctors or unknown.\n\n"
            "Where no row tells of specialists, supply is empty and the status unknown, never 0. A centre with specialists but no row of "
            "doctors in training counts as having none of these; such centres are listed. Hidden numbers in LISTINGS are in no sum: "
            "such a centre has more listed than is shown, and hidden_cells says in how many cells. Where four people in each of them would "
            "pass the norm, the status is unknown.\n\n"
            "SUMMARY: measures of all centres together; share_inside_norm is the share of the known listed people whose centre is inside "
            "the norm. With REPORT_REGION only those regions are written and summed.\n\n"
            "Method: Socialstyrelsen's norm of April 2022, 1 100 listed per full-time specialist and 550 per doctor in training, which it calls "
            "neither floor nor ceiling; 1 100 also in Norrbotten and Gotland, 1 250 in Jämtland Härjedalen, 1 500 in Värmland, 1 750 Kalmar's aim."
        )

    def initAlgorithm(self, config=None):
        self._add_points("FACILITIES", tr("Health centres"), tr("The centres whose capacity is counted."))
        self._add(
            QgsProcessingParameterField(
                "FACILITY_ID", tr("Facility id (field)"), "facility_id", parentLayerParameterName="FACILITIES"
            ),
            tr("The same ids as in the tables."),
        )
        self.add_table("CAPACITY", tr("Capacity (table)"), tr("Full-time equivalents and listed people per centre."))
        self.add_norm()
        self.add_table(
            "LISTINGS",
            tr("Listings (table of area and centre)"),
            tr("Blank = the listed people of the capacity table."),
            optional=True,
        )
        self._add_field(
            "FACILITY_REGION",
            tr("Region of the facilities (field)"),
            "FACILITIES",
            tr("Needed to report one region."),
            True,
        )
        self._add(
            QgsProcessingParameterString("REPORT_REGION", tr("Regions to report (codes with ;)"), optional=True),
            tr("For example 08, or 08;05. Blank = all."),
            advanced=True,
        )
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Capacity per health centre")))
        self.addParameter(
            QgsProcessingParameterFeatureSink("SUMMARY", tr("Summary"), optional=True, createByDefault=False)
        )
        self.addOutput(QgsProcessingOutputNumber("SHARE_INSIDE_NORM", tr("Share of the listed inside the norm")))
        self.addOutput(QgsProcessingOutputNumber("SPARE_PLACES", tr("Spare places")))

    def added_columns(self, parameters, context):
        columns = [
            Column("gp_fte", "real", tr("Full-time specialists")),
            Column("st_fte", "real", tr("Full-time doctors in training (ST)")),
            Column("supply", "real", tr("Places by the norm")),
            Column("listed", "real", tr("Listed")),
            Column("listed_per_gp", "real", tr("Listed per full-time specialist")),
            Column("load", "real", tr("Listed over places (1 = the norm)")),
            Column("spare_places", "real", tr("Spare places (negative = over the norm)")),
            Column("norm_status", "text", tr("Against the norm")),
        ]
        if self._has_listings(parameters):
            columns.append(Column("hidden_cells", "integer", tr("Hidden numbers")))
        return self.prefixed(columns, parameters, context)

    def _has_listings(self, parameters):
        return parameters.get("LISTINGS") not in (None, "")

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        norm = self.norm(parameters, context)
        text = tr("The norm: {gp} listed per full-time specialist, {st} per doctor in training.")
        account.say(feedback, text.format(gp=number(norm.per_specialist), st=number(norm.per_trainee)))
        centres = Rows(self.source(parameters, "FACILITIES", context), "FACILITIES", [], feedback)
        ids = np.array(centres.ids(self.parameterAsString(parameters, "FACILITY_ID", context)), object)
        shown = self._reported(parameters, context, centres)
        values = read_capacity(self.source(parameters, "CAPACITY", context), ids, account, feedback)
        people, hidden = self._listed(parameters, context, ids, values, account, feedback)
        most = 0.0 if hidden is None else MOST_HIDDEN * hidden
        capacity = capacity_of(values[SPECIALIST], values[TRAINEE], people, norm, most)
        if feedback.isCanceled():
            raise Cancelled
        _say_gaps(capacity.take(shown), ids[shown], account, feedback)
        summary = summarise_capacity(capacity.take(shown), norm)
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write(parameters, context, outputs, centres, capacity, hidden, shown)
            rows = [(None, [measure, *numbers([value]), _described(measure)]) for measure, value in summary.items()]
            outputs.write("SUMMARY", fields_of(_summary_columns()), NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows)
        self.keep(account, outputs.results, context)
        share, spare = numbers([summary["share_inside_norm"], summary["spare_places"]])
        return {**outputs.results, "SHARE_INSIDE_NORM": share, "SPARE_PLACES": spare}

    def _reported(self, parameters, context, centres):
        """Which rows of the facilities belong to the reported regions."""
        region = self.parameterAsString(parameters, "FACILITY_REGION", context)
        codes = set(parts_of(self.parameterAsString(parameters, "REPORT_REGION", context)))
        if not codes:
            return np.arange(len(centres.features))
        if not region:
            raise QgsProcessingException(tr("REPORT_REGION needs the field FACILITY_REGION."))
        regions = centres.texts(region)
        absent = sorted(codes - set(regions))
        if absent:
            raise QgsProcessingException(
                tr("No feature has the region {codes} of REPORT_REGION. The regions in the layers are: {present}.")
                .format(codes=", ".join(absent), present=listed(sorted({code for code in regions if code})))
            )  # fmt: skip
        return np.array([row for row, code in enumerate(regions) if code in codes])

    def _listed(self, parameters, context, ids, values, account, feedback):
        """People listed at every centre (f), of LISTINGS where given, else of the capacity table; and the hidden numbers."""
        if not self._has_listings(parameters):
            return values[LISTED], None
        rows = read_listings(self.source(parameters, "LISTINGS", context), account, feedback)
        unit, size = places_of(rows.unit, ids), len(ids)
        say_strangers(rows.unit, unit, rows.number, "FACILITIES", account, feedback)
        cells = Cells(unit, unit, rows.number)
        told = np.bincount(unit[(unit >= 0) & ~cells.hidden], minlength=size) > 0
        hidden = np.bincount(unit[(unit >= 0) & cells.hidden], minlength=size)
        return np.where(told, cells.sums(unit, size), np.nan), hidden

    def _write(self, parameters, context, outputs, centres, capacity, hidden, shown):
        source = self.source(parameters, "FACILITIES", context)
        columns = [numbers(values) for values in (
            capacity.gp_fte, capacity.st_fte, capacity.supply, capacity.listed, capacity.listed_per_gp, capacity.load,
            capacity.spare_places,
        )]  # fmt: skip
        columns += [capacity.status] if hidden is None else [capacity.status, hidden.tolist()]
        values = [list(row) for row in zip(*columns)]
        added = {centres.features[row].id(): values[row] for row in shown}
        fields = extended(source.fields(), self.added_columns(parameters, context))
        rows = self.copied(source, added)
        outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows, len(added))


def _say_gaps(capacity, ids, account, feedback):
    no_row = np.isnan(capacity.gp_fte)
    no_trainees = ~no_row & np.isnan(capacity.st_fte)
    no_listed = np.isnan(capacity.listed)
    for those, sentence in (
        (no_row, tr("{n} centres have no row of the kind heltid_specialist; their supply is unknown: {list}.")),
        (
            no_trainees,
            tr("{n} centres have no row of the kind heltid_st; they count as having no doctor in training: {list}."),
        ),
        (no_listed, tr("{n} centres have no known number of listed people: {list}.")),
        (capacity.status == NO_DOCTORS, tr("{n} centres have no doctors: {list}.")),
    ):
        if those.any():
            account.say(feedback, sentence.format(n=int(those.sum()), list=listed(list(ids[those]))), warn=True)
    counts = {name: int((capacity.status == name).sum()) for name in (OVER, UNKNOWN)}
    text = tr("{n} centres: {over} over the norm, {unknown} unknown.")
    account.say(feedback, text.format(n=len(ids), over=counts[OVER], unknown=counts[UNKNOWN]))


def _summary_columns():
    return [
        Column("measure", "text", tr("Measure")),
        Column("value", "real", tr("Value")),
        Column("description", "text", tr("Description")),
    ]


def _described(measure: str) -> str:
    """What a measure of the summary means."""
    return {
        "norm": tr("Norm: listed per full-time specialist"),
        "st_norm": tr("Norm: listed per full-time doctor in training"),
        "listed": tr("Listed"),
        "supply": tr("Places by the norm"),
        "spare_places": tr("Spare places (negative = over the norm), where both parts are known"),
        "gp_fte": tr("Full-time specialists"),
        "st_fte": tr("Full-time doctors in training (ST)"),
        "listed_per_gp": tr("Listed per full-time specialist"),
        "share_inside_norm": tr("Share of the listed whose centre is inside the norm"),
        "listed_inside": tr("Listed at centres inside the norm"),
        "listed_over": tr("Listed at centres over the norm"),
        "listed_no_doctors": tr("Listed at centres without doctors"),
        "listed_unknown": tr("Listed at centres whose capacity is unknown"),
        "centres": tr("Health centres"),
        "centres_inside": tr("Centres inside the norm"),
        "centres_over": tr("Centres over the norm"),
        "centres_no_doctors": tr("Centres without doctors"),
        "centres_unknown": tr("Centres whose capacity or listed people are unknown"),
    }[measure]
