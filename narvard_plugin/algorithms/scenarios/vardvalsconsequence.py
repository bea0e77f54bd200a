"""What a closed health centre means in the free choice of provider: where its listed go, the norm, and the pay."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...adapters.listings import Listings, places_of, read_capacity, read_listings, say_strangers
from ...adapters.matrix import read_matrix
from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended, fields_of, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.scenario_tables import Rows
from ...core.access.capacity import SPECIALIST, TRAINEE, supply_of
from ...core.deso.protected_flows import Flows, HiddenFlows, protect_flows
from ...core.deso.small_numbers import OK, SUPPRESSED, too_few
from ...core.scenarios.listings import UNPLACED, Cells, Moves, move_listed
from ...i18n import number, tr
from ..listed_parameters import ListedParameters, say_open
from .listing_changes import CHANGE_COLUMNS, REMAINS, Change, change_capacity, fates_in, read_changes

_NOWHERE = -1  # the target of those who find no place


class _Result(NamedTuple):
    """Units in the order of FACILITIES: people listed before and after, places before and after (NaN = unknown), and what
    becomes of the unit; and the moves behind it."""

    before: np.ndarray
    after: np.ndarray
    supply_before: np.ndarray
    supply: np.ndarray
    fate: np.ndarray
    moves: Moves


class VardvalsConsequence(ListedParameters):
    ID = "vardvalsconsequence"
    GROUP = "scenarios"
    TAGS = ("closing", "listed", "scenario", "choice", "vårdval", "stängning", "listade", "hälsocentral", "vårdcentral")
    ADDED_TO = "FACILITIES"

    def displayName(self):
        return tr("Consequence of closing health centres")

    def shortHelpString(self):
        return tr(
            "Moves the listed of health centres that close to those that remain, and shows who then exceeds the norm and how the pay "
            "changes.\n\n"
            "LISTINGS is a table with area_code, unit_id, number, date and status; the newest date counts. FACILITIES are the centres; with the "
            "columns opened and closed, a centre stands from the year it opens until the year before it closes. CHANGES has the columns of "
            "a scenario's changes: facility_id, action, year, service, capacity; SCENARIO picks one by its name, YEAR the year that is "
            "shown (blank = after the last change). Only close, open of a centre in FACILITIES, and capacity of heltid_specialist or heltid_st matter; other changes are counted. "
            "Listed people of centres that the register says are closed move, too.\n\n"
            "The listed of a closing centre who live in one area go as that area's other listed people are listed today among the "
            "remaining centres, in whole people by largest remainder. Where nobody else of the area is listed anywhere else, they go to the "
            "nearest remaining centre by MATRIX: origin_id = area code, facility_id and minutes, as AREA_MINUTES of Listing flows. Without it they "
            "are unplaced: counted, and in FLOWS without to_unit. Nobody goes to a closed centre, and no people are lost.\n\n"
            "OUTPUT is the centres with listed_before, listed_after, change, supply (places by NORM and CAPACITY after the changes), "
            "over_norm_before, over_norm_after, pay_change (change × PAY_PER_LISTED), outcome (remains, closes, closed, not_open) and status. FLOWS goes from "
            "area and closing centre to centre. Numbers and changes from 1 up to below MINIMUM are left empty with the status suppressed, and so are the others that would tell them. Hidden numbers of "
            "LISTINGS can not be moved and are counted.\n\n"
            "Method: today's choice shares; people's real choice may differ, and places at the receiving centres do not limit it."
        )

    def initAlgorithm(self, config=None):
        self.add_table("LISTINGS", tr("Listings (table of area and centre)"), tr("Who is listed where."))
        self._add_points("FACILITIES", tr("Health centres"), tr("The centres that people may be listed at."))
        self._add(
            QgsProcessingParameterField(
                "FACILITY_ID", tr("Facility id (field)"), "facility_id", parentLayerParameterName="FACILITIES"
            ),
            tr("The same ids as in the tables."),
        )
        self.add_table("CHANGES", tr("Changes (table)"), tr("The changes of a scenario."))
        self._add(
            QgsProcessingParameterString("SCENARIO", tr("Scenario"), optional=True),
            tr("Which one, where CHANGES holds several in its column scenario."),
        )
        self._add(
            QgsProcessingParameterNumber(
                "YEAR", tr("Year"), defaultValue=None, optional=True, minValue=1600, maxValue=2200
            ),
            tr("Changes after this year do not count. Blank = all changes count."),
        )
        self.add_norm()
        self.add_table(
            "CAPACITY",
            tr("Capacity (table)"),
            tr("Full-time equivalents per centre; without it no centre's places are known."),
            optional=True,
        )
        self._add(
            QgsProcessingParameterNumber(
                "PAY_PER_LISTED",
                tr("Pay per listed (kronor)"),
                QgsProcessingParameterNumber.Type.Double,
                None,
                optional=True,
                minValue=0,
            ),
            tr("The region's own amount, for example per year. Blank = no pay is worked out."),
        )
        self.add_table(
            "MATRIX",
            tr("Travel times from areas (table)"),
            tr("For those who have no other choice today."),
            optional=True,
        )
        self.add_minimum()
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Listed before and after")))
        self.addParameter(
            QgsProcessingParameterFeatureSink("FLOWS", tr("Moved people"), optional=True, createByDefault=False)
        )
        for name, label in (
            ("MOVED", tr("People who move")),
            ("UNPLACED", tr("People without a known place to go")),
            ("HIDDEN_CELLS", tr("Hidden numbers")),
            ("OVER_NORM_BEFORE", tr("Centres over the norm before")),
            ("OVER_NORM_AFTER", tr("Centres over the norm after")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def added_columns(self, parameters, context):
        columns = [
            Column("listed_before", "integer", tr("Listed before")),
            Column("listed_after", "integer", tr("Listed after")),
            Column("change", "integer", tr("Change of listed")),
            Column("supply", "real", tr("Places by the norm, after the changes")),
            Column("spare_after", "real", tr("Spare places after (negative = over the norm)")),
            Column("over_norm_before", "flag", tr("Over the norm before")),
            Column("over_norm_after", "flag", tr("Over the norm after")),
            Column("pay_change", "real", tr("Change of pay (kronor)")),
            Column("outcome", "text", tr("What becomes of the centre")),
            Column("status", "text", tr("Status")),
        ]
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        norm = self.norm(parameters, context)
        rows = Rows(self.source(parameters, "FACILITIES", context), "FACILITIES", [], feedback)
        ids = np.array(rows.ids(self.parameterAsString(parameters, "FACILITY_ID", context)) or [], object)
        order = np.argsort(ids, kind="stable")  # the order of the ids settles ties
        rows.features, ids = [rows.features[row] for row in order], ids[order]
        listings = read_listings(self.source(parameters, "LISTINGS", context), account, feedback)
        codes, area = np.unique(listings.area.astype(str), return_inverse=True)
        cells = Cells(area, places_of(listings.unit, ids), listings.number)
        say_strangers(listings.unit, cells.unit, listings.number, "FACILITIES", account, feedback)
        scenario = self.parameterAsString(parameters, "SCENARIO", context).strip()
        changed = self.source(parameters, "CHANGES", context)
        changes = read_changes(Rows(changed, "CHANGES", CHANGE_COLUMNS, feedback), scenario, ids, account, feedback)
        year = self._year(parameters, context, changes, listings)
        fate = fates_in(rows, ids, changes, year, account, feedback)
        capacity = self._capacity(parameters, context, ids, account, feedback)
        supply_before = supply_of(capacity[SPECIALIST], capacity[TRAINEE], norm)
        change_capacity(capacity, ids, changes)
        supply = np.where(fate == REMAINS, supply_of(capacity[SPECIALIST], capacity[TRAINEE], norm), 0.0)
        moves = move_listed(cells, fate == REMAINS, self._minutes(parameters, context, codes, ids, account, feedback))
        if feedback.isCanceled():
            raise Cancelled
        before = cells.sums(cells.unit, len(ids))
        result = _Result(before, _after(before, moves), supply_before, supply, fate, moves)
        secret = _secret(result, codes, ids, self.minimum(parameters, context))
        _say_result(result, secret, cells, ids, year, account, feedback)
        say_open(secret.closed, account, feedback)
        with Outputs(self, parameters, context, feedback) as outputs:
            over = self._write_units(outputs, result, secret, rows, parameters, context)
            self._write_flows(outputs, result, secret, codes, ids, parameters, context)
        self.keep(account, outputs.results, context)
        return {
            **outputs.results,
            "MOVED": float(moves.number.sum()),
            "UNPLACED": None if _NOWHERE in secret.sums[0] else float(moves.number[moves.target < 0].sum()),
            "HIDDEN_CELLS": float(cells.hidden.sum()),
            "OVER_NORM_BEFORE": float(sum(flag is True for flag in over[0])),
            "OVER_NORM_AFTER": float(sum(flag is True for flag in over[1])),
        }

    def _year(self, parameters, context, changes: list[Change], listings: Listings) -> int:
        """The year that is shown; changes after it are taken out of ``changes``."""
        if parameters.get("YEAR") in (None, ""):
            known = [int(listings.date[:4])] if listings.date else []
            years = [*known, *(change.year for change in changes)]
            if not years:
                raise QgsProcessingException(tr("Neither the listings nor the changes have a year. Give YEAR."))
            return max(years)
        year = self.parameterAsInt(parameters, "YEAR", context)
        changes[:] = [change for change in changes if change.year <= year]
        return year

    def _capacity(self, parameters, context, ids, account, feedback) -> dict[str, np.ndarray]:
        if parameters.get("CAPACITY") in (None, ""):
            account.say(feedback, tr("No capacity table was given: no centre's places are known."), warn=True)
            return {kind: np.full(len(ids), np.nan) for kind in (SPECIALIST, TRAINEE)}
        return read_capacity(self.source(parameters, "CAPACITY", context), ids, account, feedback)

    def _minutes(self, parameters, context, codes, ids, account, feedback) -> np.ndarray | None:
        if parameters.get("MATRIX") in (None, ""):
            return None
        pairs = read_matrix(self.source(parameters, "MATRIX", context), codes.astype(object), ids, account, feedback)
        minutes = np.full((len(codes), len(ids)), np.inf)
        minutes[pairs.origin, pairs.facility] = pairs.minutes
        return minutes

    def _write_units(self, outputs, result: _Result, secret: HiddenFlows, rows: Rows, parameters, context):
        minimum, change = self.minimum(parameters, context), result.after - result.before
        units = np.arange(len(change))
        few_people = too_few(result.before, minimum) | too_few(result.after, minimum) | np.isin(units, [*secret.starts])
        few = few_people | np.isin(units, [*secret.sums[0]])  # before and after, side by side, would tell the change
        over = _over(result.before, result.supply_before), _over(result.after, result.supply)
        pay = self._pay(parameters, context)
        columns = [
            _shown(result.before, few_people), _shown(result.after, few), _shown(change, few),
            numbers(result.supply),
            numbers(np.where(few, np.nan, result.supply - result.after)),
            *over,
            numbers(np.where(few, np.nan, change * pay)),
            result.fate,
            np.where(few, SUPPRESSED, OK).tolist(),
        ]  # fmt: skip
        values = [list(row) for row in zip(*columns)]
        added = {feature.id(): values[row] for row, feature in enumerate(rows.features)}
        fields = extended(rows.source.fields(), self.added_columns(parameters, context))
        copies = self.copied(rows.source, added)
        outputs.write("OUTPUT", fields, rows.source.wkbType(), rows.source.sourceCrs(), copies, len(added))
        return over

    def _pay(self, parameters, context) -> float:
        if parameters.get("PAY_PER_LISTED") in (None, ""):
            return np.nan
        return self.parameterAsDouble(parameters, "PAY_PER_LISTED", context)

    def _write_flows(self, outputs, result: _Result, secret: HiddenFlows, codes, ids, parameters, context):
        columns = [
            Column("area_code", "text", tr("Area")),
            Column("from_unit", "text", tr("From unit")),
            Column("to_unit", "text", tr("To unit")),
            Column("number", "integer", tr("People")),
            Column("how", "text", tr("How they were placed")),
            Column("status", "text", tr("Status")),
        ]
        moves, ends = result.moves, np.append(ids, None)
        numbers_shown = _shown(moves.number, secret.flows)
        status = np.where(secret.flows, SUPPRESSED, OK).tolist()
        start = [str(code) for code in codes[moves.area]]
        values = zip(start, ids[moves.origin], ends[moves.target], numbers_shown, moves.how, status)
        written = ((None, list(row)) for row in values)
        nowhere = QgsCoordinateReferenceSystem()
        outputs.write("FLOWS", fields_of(columns), NO_GEOMETRY, nowhere, written, len(moves.number))


def _secret(result: _Result, codes, ids, minimum: int) -> HiddenFlows:
    """What to hide of the moves and of what they sum to per unit: the people who leave a centre (``starts``), and the change
    of one that gains, or those who find no place (``sums``). How many move in all is told."""
    moves = result.moves
    few = too_few(result.before, minimum) | too_few(result.after, minimum)
    names = [
        f"{codes[a]}\n{ids[b]}\n{ids[c] if c >= 0 else ''}" for a, b, c in zip(moves.area, moves.origin, moves.target)
    ]
    flows = Flows(moves.number.astype(float), moves.origin.tolist(), names, [moves.target.tolist()])
    return protect_flows(flows, minimum, frozenset(np.flatnonzero(few).tolist()))


def _shown(people: np.ndarray, few: np.ndarray) -> list:
    return [None if hide else int(number) for number, hide in zip(people, few)]


def _after(before: np.ndarray, moves: Moves) -> np.ndarray:
    after = before.copy()
    np.subtract.at(after, moves.origin, moves.number)
    placed = moves.target >= 0
    np.add.at(after, moves.target[placed], moves.number[placed])
    return after


def _over(people: np.ndarray, supply: np.ndarray) -> list:
    return [None if np.isnan(places) else bool(count > places) for count, places in zip(people, supply)]


def _say_result(result: _Result, secret: HiddenFlows, cells: Cells, ids, year: int, account, feedback) -> None:
    moves = result.moves
    closing = ids[(result.fate != REMAINS) & (result.before > 0)]
    text = tr("In {year}, {people} listed of {n} centres have to go elsewhere: {list}.")
    people = f"{moves.number.sum():.0f}"
    account.say(feedback, text.format(year=year, people=people, n=len(closing), list=listed(list(closing))))
    lost = moves.how == UNPLACED
    if lost.any() and _NOWHERE in secret.sums[0]:
        text = tr(
            "Some of them, in {n} areas, have no known place to go: nobody else of the area is listed at a remaining centre, and MATRIX names none. How many they are would tell of few people."
        )
        account.say(feedback, text.format(n=len(set(moves.area[lost]))), warn=True)
    elif lost.any():
        text = tr(
            "{people} of them, in {n} areas, have no known place to go: nobody else of the area is listed at a remaining centre, and MATRIX names none."
        )
        people = number(float(moves.number[lost].sum()))
        account.say(feedback, text.format(people=people, n=len(set(moves.area[lost]))), warn=True)
    fixed = cells.hidden & (cells.unit >= 0)
    fixed[fixed] = result.fate[cells.unit[fixed]] != REMAINS
    if fixed.any():
        text = tr("{n} hidden numbers are at centres that close: those people can not be moved and are in no figure.")
        account.say(feedback, text.format(n=int(fixed.sum())), warn=True)
