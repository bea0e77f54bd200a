"""Need of care and access to it, area by area: who has great need and poor access."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
)

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended, fields_of, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...core.deso import need_access
from ...core.deso.need_access import (
    CLASSES,
    NO_PEOPLE,
    NO_VALUE,
    OK,
    UNREACHED,
    cross_table,
    need_and_access,
    shares_of_classes,
)
from ...i18n import number, tr
from ..areas import AreaAlgorithm
from ..parameters import enum_parameter
from .access_measure import add_access, add_access_is, is_supply, say_below_zero

HIGHER, LOWER = "higher", "lower"
_AREA_TYPES = (1, 2, 3, 4, 5)
_UNEVEN = 0.1  # how far from a third a class may be without a word


class NeedAndAccess(AreaAlgorithm):
    ID = "needandaccess"
    GROUP = "deso"
    ONE_VINTAGE = True
    TAGS = (
        "need", "access", "bivariate", "equity", "priority", "vårdbehov", "restid", "geografisk tillgänglighet",
        "jämlik vård", "DeSO", "prioritering",
    )  # fmt: skip

    def __init__(self):
        super().__init__()
        self._style = "needandaccess_output.qml"

    def displayName(self):
        return tr("Need and access: who has great need and poor access")

    def shortHelpString(self):
        return tr(
            "Shows the areas where people have great need of care and poor access to it, with both at once on the map, how many people "
            "they are, and in which order the areas come.\n\n"
            "AREAS has one row per area with a measure of NEED (such as the Care Need Index or SCB's index: higher = greater need; "
            "with NEED_IS the other way round, such as area types, where 1 is the greatest need), one of ACCESS, and POPULATION. "
            "ACCESS_IS time: the more, the poorer (mean minutes to the nearest health centre; mean_after of Compare scenarios). "
            "ACCESS_IS supply: the more, the better (access of Access with capacity).\n\n"
            "OUTPUT is the areas with need_class and access_class (1–3: thirds of the people; 3 = greatest need, poorest access), "
            "combined_class (need, then access: 3-3 = great need and poor access), rank (1 = first), weight (0–1, what the rank goes by), "
            "people, and status. SUMMARY has one row per pair of classes: areas, people, and their share of all people, "
            "great need and poor access first, and a row for those left out, so that the people add up.\n\n"
            "Method: classes hold equally many people, not areas; an area belongs where the middle of its people stands, and areas of equal value belong together, which can make the classes uneven (this is then told). The rank goes by the area's rank of need "
            "times its rank of access, both counted among the areas, so that neither scale weighs more; where areas are equal, the order of AREA_CODE decides. "
            "A rank is relative to the areas in AREAS: it says who comes first among them, not that it is bad or good.\n\n"
            "An area without a value gets status no_value, and one where nobody lives no_people: neither class nor rank, and nobody else's changes. "
            "They are counted and listed. A missing travel time can mean that nobody gets there: MISSING_ACCESS_IS_WORST then counts it as the poorest access (status unreached)."
        )

    def initAlgorithm(self, config=None):
        self.add_areas(tr("One row per area with need, access and people. A table does as well."))
        self.add_field("NEED", tr("Need of care (field)"), tr("A measure of need per area, such as cni_ratio."))
        add_access(self)
        self.add_field(
            "POPULATION",
            tr("Number of people (field)"),
            tr("Classes are thirds of these people."),
            default="population",
        )
        add_access_is(self)
        labels = {HIGHER: tr("Higher value = greater need"), LOWER: tr("Lower value = greater need (area types 1–5)")}
        self._add(
            enum_parameter("NEED_IS", tr("Need is measured as"), labels, HIGHER),
            tr("Which way the measure of need goes. Area types are numbered from the greatest need, 1."),
            advanced=True,
        )
        self._add(
            QgsProcessingParameterBoolean(
                "MISSING_ACCESS_IS_WORST", tr("Areas without a value of access have the poorest"), False
            ),
            tr("Only where no value means that nobody gets there. Otherwise such areas get no class."),
            advanced=True,
        )
        self.add_prefix()
        for name, label in (
            ("PEOPLE_IN_NEED", tr("People with great need and poor access")),
            ("AREAS_IN_NEED", tr("Areas with great need and poor access")),
            ("SHARE_IN_NEED", tr("Share of all people with great need and poor access")),
            ("PEOPLE_LEFT_OUT", tr("People in areas without a class")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Need and access")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "SUMMARY", tr("Need and access, people per class"), QgsProcessing.SourceType.TypeVector, optional=True
            )
        )

    def added_columns(self, parameters, context):
        columns = [
            Column("need_class", "integer", tr("Need (1–3; 3 = the greatest)")),
            Column("access_class", "integer", tr("Access (1–3; 3 = the poorest)")),
            Column("combined_class", "text", tr("Need–access (3-3 = great need, poor access)")),
            Column("rank", "integer", tr("Rank by need and access (1 = first)")),
            Column("weight", "real", tr("Rank of need times rank of access (0–1)")),
            Column("people", "real", tr("People")),
            Column("status", "text", tr("Status")),
        ]
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        account.name_columns("SUMMARY", _summary_columns())
        need, access, population = (self.field(parameters, name, context) for name in ("NEED", "ACCESS", "POPULATION"))
        areas = self.read_areas(parameters, context, (need, access, population), feedback)
        people = areas.counts(population, "AREAS")
        lower = self.parameterAsEnumString(parameters, "NEED_IS", context) == LOWER
        supply = is_supply(self, parameters, context)
        self._style = _style(supply)
        # Both so that higher is worse.
        needed, hardship = areas.amounts(need) * (-1 if lower else 1), areas.amounts(access) * (-1 if supply else 1)
        worst = self.parameterAsBoolean(parameters, "MISSING_ACCESS_IS_WORST", context)
        found = need_and_access(needed, hardship, people, areas.ids, worst)
        if not found.classed.any():
            raise QgsProcessingException(
                tr("No area has a number in each of {fields}, and people. Choose other fields.").format(
                    fields=", ".join((need, access, population))
                )
            )
        _tell_area_types(needed, need, account, feedback)
        say_below_zero(areas.amounts(access), access, areas.ids, account, feedback)
        _tell_left_out(found, areas.ids, people, account, feedback)
        cells = cross_table(found, people)
        counted = _tell_in_need(cells[0], found, people, account, feedback)
        if feedback.isCanceled():
            raise Cancelled
        with Outputs(self, parameters, context, feedback) as outputs:
            source = self.source(parameters, "AREAS", context)
            fields = extended(source.fields(), self.added_columns(parameters, context))
            rows = self.copied(source, dict(zip(areas.fids, _attributes(found, people))))
            outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows, len(areas.fids))
            rows = [(None, row) for row in _summary(cells, found, people)]
            outputs.write("SUMMARY", fields_of(_summary_columns()), NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows)
        self.keep(account, outputs.results, context)
        return {**counted, **outputs.results}

    def style_file(self, output):
        return self._style if output == "OUTPUT" else super().style_file(output)


def _style(supply: bool) -> str:
    return "needandaccess_output_supply.qml" if supply else "needandaccess_output.qml"


def _attributes(found: need_access.NeedAndAccess, people) -> list[list]:
    rows = []
    for need, access, rank, weight, count, status in zip(
        found.need_class, found.access_class, found.rank, numbers(found.weight), numbers(people), found.status
    ):
        classes = [int(need), int(access), _combined(need, access), int(rank)] if rank else [None] * 4
        rows.append([*classes, weight, count, status])
    return rows


def _combined(need, access) -> str:
    return f"{need}-{access}"


def _summary_columns():
    return [
        Column("need_class", "integer", tr("Need (1–3; 3 = the greatest)")),
        Column("access_class", "integer", tr("Access (1–3; 3 = the poorest)")),
        Column("combined_class", "text", tr("Need–access (3-3 = great need, poor access)")),
        Column("status", "text", tr("Status")),
        Column("areas", "integer", tr("Areas")),
        Column("people", "real", tr("People")),
        Column("share", "real", tr("Share of all people")),
    ]


def _summary(cells, found: need_access.NeedAndAccess, people) -> list[list]:
    everyone = float(np.nansum(people))
    rows = [
        [cell.need_class, cell.access_class, _combined(*cell[:2]), OK, cell.areas, cell.people, cell.people / everyone]
        for cell in cells
    ]
    for status in (NO_VALUE, NO_PEOPLE):
        here = found.status == status
        if here.any():
            told = np.isfinite(people[here])
            count = float(np.nansum(people[here])) if told.any() else None  # unknown is not 0
            share = None if count is None else count / everyone
            rows.append([None, None, None, status, int(here.sum()), count, share])
    return rows


def _tell_in_need(worst: need_access.Cell, found: need_access.NeedAndAccess, people, account, feedback) -> dict:
    """Say who has great need and poor access; the output numbers."""
    everyone = float(np.nansum(people))
    share = worst.people / everyone
    shares = shares_of_classes(found, people)
    text = tr(
        "{people} people in {n} areas have great need and poor access (class 3-3): {share} per cent of all people in AREAS. "
        "Were need and access independent of each other, it would be about {expected} per cent of those in a class."
    )
    facts = {"people": f"{worst.people:.0f}", "n": worst.areas, "share": number(round(100 * share, 1))}
    account.say(feedback, text.format(**facts, expected=number(round(100 * shares[0][-1] * shares[1][-1], 1))))
    _tell_uneven(shares, account, feedback)
    return {
        "PEOPLE_IN_NEED": worst.people,
        "AREAS_IN_NEED": worst.areas,
        "SHARE_IN_NEED": share,
        "PEOPLE_LEFT_OUT": float(np.nansum(people[~found.classed])),
    }


def _tell_uneven(shares, account, feedback) -> None:
    """Say how many people each class holds where large or equal areas keep the classes from being thirds."""
    if np.abs(shares - 1 / CLASSES).max() > _UNEVEN:
        text = tr(
            "The classes are not thirds of the people, since an area, or areas of equal value, cannot be split: need 1–3 hold {need} per cent, and access 1–3 {access} per cent."
        )
        need, access = (" / ".join(number(round(100 * share)) for share in own) for own in shares)
        account.say(feedback, text.format(need=need, access=access), warn=True)


def _tell_area_types(needed: np.ndarray, field: str, account, feedback) -> None:
    known = needed[np.isfinite(needed)]
    if len(known) > len(_AREA_TYPES) and np.isin(known, _AREA_TYPES).all() and len(np.unique(known)) > 1:
        text = tr(
            "{field} holds only the numbers 1–5. If they are area types, 1 is the greatest need: choose NEED_IS lower."
        )
        account.say(feedback, text.format(field=field), warn=True)


def _tell_left_out(found: need_access.NeedAndAccess, ids, people, account, feedback) -> None:
    for status, text in (
        (NO_VALUE, tr("{n} areas with {people} people lack a number of need, access or people, and have no class: {list}.")),
        (NO_PEOPLE, tr("{n} areas have nobody living there, and no class: {list}.")),
        (UNREACHED, tr("{n} areas with {people} people have no value of access, and count as those with the poorest: {list}.")),
    ):  # fmt: skip
        here = found.status == status
        if here.any():
            facts = {"n": int(here.sum()), "people": f"{np.nansum(people[here]):.0f}", "list": listed(ids[here])}
            account.say(feedback, text.format(**facts), warn=True)
    untold = ids[~np.isfinite(people)]
    if len(untold):
        text = tr("{n} areas have no number of people, and stand in no sum of people: {list}.")
        account.say(feedback, text.format(n=len(untold), list=listed(untold)), warn=True)
