"""Where did the population grow, by type of area."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QLocale

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended, fields_of, numbers
from ...adapters.pages import is_page, page_parameter, page_path, write_page
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.rows import Rows
from ...adapters.tables import texts
from ...core.deso.growth import Areas, Growth, growth_by_type, shares, total
from ...core.deso.small_numbers import MINIMUM, too_few
from ...i18n import tr
from ..areas import AreaAlgorithm
from .area_type_names import names_of
from .growth_page import Told, growth_html

_TYPES, _PEOPLE = ("TYPE_BEFORE", "TYPE_AFTER"), ("POPULATION_BEFORE", "POPULATION_AFTER")
ALL, LEFT_OUT = "all", "left_out"


class Read(NamedTuple):
    """The areas as rows, and as what is compared."""

    rows: Rows
    areas: Areas


class GrowthByType(AreaAlgorithm):
    ID = "growthbytype"
    GROUP = "deso"
    ONE_VINTAGE = True
    TAGS = (
        "population", "growth", "change", "area type", "segregation", "befolkning", "befolkningsutveckling", "tillväxt",
        "områdestyp", "invånare",
    )  # fmt: skip

    def displayName(self):
        return tr("Population growth by area type")

    def shortHelpString(self):
        return tr(
            "Tells where the population grew, by area type: in areas with great challenges, in areas with very good conditions, "
            "or between them.\n\n"
            "AREAS holds the same areas in two years: the type (TYPE_BEFORE, TYPE_AFTER) and the people (POPULATION_BEFORE, "
            "POPULATION_AFTER) of each. Types are any numbers or words; 1–5 get the names of SCB's area types.\n\n"
            "OUTPUT has a row per type, and one for all. growth_fixed keeps every area in the type that it had in the first year, "
            "and is the growth proper. growth_current takes the type of each year, so that a type also grows when areas come to "
            "it. reclassification is the second minus the first: what comes of areas that changed type, and is no growth of "
            "anything. Shares are 0–1. A type where nobody lived before has no growth.\n\n"
            "An area that lacks a type or a number in either year stands in neither, is counted and listed, and makes the row "
            "left_out: half an area is no trend. Areas of several vintages in one layer are refused, since they cover the same "
            "people.\n\n"
            "FIGURE is a page with bars and the answer in words. CHANGE_OUTPUT is the areas with change (people), growth "
            "(share) and type_changed.\n\n"
            "Growth says nothing of its cause: births, deaths and moves are not told apart, and people are not followed from area "
            "to area.\n\n"
            "Method: growth = (after − before) / before, summed per type; effect of reclassification = growth with the type of each "
            "year − growth with the type of the first year."
        )

    def initAlgorithm(self, config=None):
        self.add_areas(tr("The same areas in both years, with the type and the people of each year."))
        self.add_field(
            "TYPE_BEFORE", tr("Area type in the first year (field)"),
            tr("Such as SCB's area type 1–5, a fifth of an index, or any group."), numeric=False,
        )  # fmt: skip
        self.add_field(
            "TYPE_AFTER", tr("Area type in the last year (field)"),
            tr("The same as TYPE_BEFORE where areas keep their type; the effect of reclassification is then 0."), numeric=False,
        )  # fmt: skip
        self.add_field("POPULATION_BEFORE", tr("People in the first year (field)"), tr("Number of people."))
        self.add_field("POPULATION_AFTER", tr("People in the last year (field)"), tr("Number of people."))
        for name, label in (("YEAR_BEFORE", tr("First year")), ("YEAR_AFTER", tr("Last year"))):
            whole = QgsProcessingParameterNumber.Type.Integer
            parameter = QgsProcessingParameterNumber(
                name, label, whole, None, optional=True, minValue=1900, maxValue=2200
            )
            self._add(parameter, tr("For the words of the page; changes no number."), advanced=True)
        self.add_prefix()
        table = QgsProcessing.SourceType.TypeVector
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Growth by area type"), table))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "CHANGE_OUTPUT", tr("Change per area"), optional=True, createByDefault=False
            )
        )
        self.addParameter(page_parameter("FIGURE", tr("Where the population grew")))
        self.addOutput(QgsProcessingOutputNumber("TYPE_CHANGED_COUNT", tr("Areas that changed type")))
        self.addOutput(QgsProcessingOutputNumber("LEFT_OUT_COUNT", tr("Areas left out")))

    def checkParameterValues(self, parameters, context):
        if not is_page(page_path(self, parameters, "FIGURE", context)):
            return False, tr("The name of the page must end in .html.")
        first, last = self._years(parameters, context)
        if first and last and first >= last:
            return False, tr("YEAR_BEFORE must be earlier than YEAR_AFTER.")
        return super().checkParameterValues(parameters, context)

    def _check_names(self, parameters, context):
        return super()._check_names(parameters, context) if parameters.get("CHANGE_OUTPUT") is not None else ""

    def added_columns(self, parameters, context):
        columns = [
            Column("change", "real", tr("Change (people)")),
            Column("growth", "real", tr("Growth (share)")),
            Column("type_changed", "flag", tr("Changed area type")),
        ]
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", _columns())
        account.name_columns("CHANGE_OUTPUT", self.added_columns(parameters, context))
        read = self._read(parameters, context, feedback)
        growth = growth_by_type(read.areas)
        said = _left_out_sentences(read)
        for sentence in said:
            account.say(feedback, sentence, warn=True)
        if not growth.types:
            raise QgsProcessingException(
                tr("No area has both a type and a number of people in both years. Check the four fields.")
            )
        told = self._told(parameters, context, read, growth, said)
        account.say(feedback, told.changed)
        if feedback.isCanceled():
            raise Cancelled
        page = page_path(self, parameters, "FIGURE", context)
        with Outputs(self, parameters, context, feedback) as outputs:
            nowhere = QgsCoordinateReferenceSystem()
            table = ((None, row) for row in [*_rows(growth), *_left_out_row(read)])
            outputs.write("OUTPUT", fields_of(_columns()), NO_GEOMETRY, nowhere, table)
            self._write_change(outputs, parameters, context, read)
            if page:
                write_page(page, growth_html(growth, told))
        self.keep(account, outputs.results, context)
        return {
            **outputs.results,
            **({"FIGURE": page} if page else {}),
            "TYPE_CHANGED_COUNT": int((read.areas.compared & read.areas.changed_type).sum()),
            "LEFT_OUT_COUNT": int((~read.areas.compared).sum()),
        }

    def _read(self, parameters, context, feedback) -> Read:
        names = {name: self.field(parameters, name, context) for name in (*_TYPES, *_PEOPLE)}
        rows = self.read_areas(parameters, context, list(names.values()), feedback)
        types = (np.array([kind or None for kind in texts(rows.columns[names[name]])], object) for name in _TYPES)
        people = (rows.counts(names[name], "AREAS") for name in _PEOPLE)
        return Read(rows, Areas(*types, *people))

    def _years(self, parameters, context) -> tuple[Optional[int], Optional[int]]:
        return tuple(
            None if parameters.get(name) in (None, "") else self.parameterAsInt(parameters, name, context)
            for name in ("YEAR_BEFORE", "YEAR_AFTER")
        )

    def _told(self, parameters, context, read: Read, growth: Growth, said: list[str]) -> Told:
        fields = [self.field(parameters, name, context) for name in (*_PEOPLE, *_TYPES)]
        layer = self.source(parameters, "AREAS", context).sourceName()
        return Told.of(
            read.areas, growth, self._years(parameters, context), said, layer, fields, QLocale().decimalPoint()
        )

    def _write_change(self, outputs, parameters, context, read: Read) -> None:
        if parameters.get("CHANGE_OUTPUT") is None:
            return
        source, areas = self.source(parameters, "AREAS", context), read.areas
        change = areas.after - areas.before
        typed = [None not in kinds for kinds in zip(areas.type_before, areas.type_after)]
        changed = [bool(new) if known else None for new, known in zip(areas.changed_type, typed)]
        columns = zip(read.rows.fids, numbers(change), numbers(shares(change, areas.before)), changed)
        added = {fid: values for fid, *values in columns}
        fields = extended(source.fields(), self.added_columns(parameters, context))
        rows = self.copied(source, added)
        outputs.write("CHANGE_OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows, len(added))


def _columns() -> list[Column]:
    return [
        Column("type", "text", tr("Area type (all; left_out)")),
        Column("name", "text", tr("Name")),
        Column("areas_before", "integer", tr("Areas of the type, first year")),
        Column("areas_after", "integer", tr("Areas of the type, last year")),
        Column("population_before", "real", tr("People, first year")),
        Column("population_after_fixed", "real", tr("People, last year, in the areas of the type in the first year")),
        Column("population_after_current", "real", tr("People, last year, in the areas of the type in the last year")),
        Column("growth_fixed", "real", tr("Growth with the type of the first year (share)")),
        Column("growth_current", "real", tr("Growth with the type of each year (share)")),
        Column("reclassification", "real", tr("Effect of areas that changed type (share)")),
        Column("people_change", "real", tr("Change with the type of the first year (people)")),
        Column("people_reclassified", "real", tr("Effect of areas that changed type (people)")),
    ]


def _rows(growth: Growth) -> list[list]:
    """A row per type, and one for all."""
    names = names_of(growth.types)
    whole = total(growth)
    rows = [[kind, names[kind], *values] for kind, values in zip(growth.types, _values(growth))]
    return [*rows, *([ALL, tr("All types"), *values] for values in _values(whole))]


def _values(growth: Growth) -> list[tuple]:
    return list(
        zip(
            growth.areas_before.tolist(), growth.areas_after.tolist(), growth.before.tolist(), growth.after_fixed.tolist(),
            growth.after_current.tolist(), numbers(growth.fixed), numbers(growth.current),
            numbers(growth.reclassification), growth.change.tolist(), (growth.after_current - growth.after_fixed).tolist(),
        )
    )  # fmt: skip


def _left_out_row(read: Read) -> list[list]:
    """The areas in no other row, and how many people are known to live there."""
    out = ~read.areas.compared
    if not out.any():
        return []
    people = [float(np.nansum(side[out])) if np.isfinite(side[out]).any() else None for side in (read.areas.before, read.areas.after)]  # fmt: skip
    count = int(out.sum())
    return [[LEFT_OUT, tr("Left out: lack a type or a number in one of the years"), count, count, people[0], people[1], *[None] * 6]]  # fmt: skip


def _left_out_sentences(read: Read) -> list[str]:
    """What every reader must know of areas that are in no sum, or whose numbers are to be doubted."""
    areas, ids = read.areas, read.rows.ids
    untyped = np.array([None in kinds for kinds in zip(areas.type_before, areas.type_after)], bool)
    unknown = ~(np.isfinite(areas.before) & np.isfinite(areas.after))
    emptied = (areas.before == 0) != (areas.after == 0)
    emptied &= ~unknown
    few = too_few(areas.before) | too_few(areas.after)
    sentences = (
        (unknown, tr("{n} areas have no number of people in one of the years (not told, or hidden for secrecy) and stand in neither: {list}.")),
        (untyped & ~unknown, tr("{n} areas have people but no type in one of the years and stand in neither: {list}.")),
        (emptied, tr("{n} areas have 0 people in one of the years only: {list}. Check that it is not a false zero, for a year that the areas' vintage has no figures for.")),
        (few, tr("{n} areas have fewer than {minimum} people in a year: {list}. Protect them before the table of areas is published.")),
    )  # fmt: skip
    return [
        text.format(n=int(rows.sum()), list=listed(ids[rows]), minimum=MINIMUM)
        for rows, text in sentences
        if rows.any()
    ]
