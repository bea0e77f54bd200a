"""How a value, such as travel time, is shared between people by their need or means."""

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
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QLocale

from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, fields_of, numbers
from ...adapters.pages import is_page, page_parameter, page_path, write_page
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.rows import Rows
from ...adapters.tables import texts
from ...core.deso.classes import people_classes
from ...core.drawing.numbers import number as written
from ...i18n import number, tr
from ..areas import AreaAlgorithm
from ..need_scales import scale_of_field
from ..parameters import enum_parameter
from .equity_measures import Asked, Measure, Missing, Valued, measure
from .equity_page import equity_html
from .equity_words import BAD, GOOD, Names

ASCENDING, DESCENDING = "ascending", "descending"


class Read(NamedTuple):
    """The areas as rows, with numbers (a; NaN = none) and the groups as text (a object), or None."""

    rows: Rows
    values: np.ndarray
    people: np.ndarray
    rank: np.ndarray
    groups: Optional[np.ndarray]

    @property
    def ranked(self) -> np.ndarray:
        """Which areas have people and a rank."""
        return (self.people > 0) & np.isfinite(self.rank)

    @property
    def unranked(self) -> np.ndarray:
        """Which areas have people but no rank."""
        return (self.people > 0) & ~np.isfinite(self.rank)


class Equity(AreaAlgorithm):
    ID = "equity"
    GROUP = "deso"
    ONE_VINTAGE = True
    ADDED_TO = None
    TAGS = (
        "equity", "inequality", "concentration index", "gini", "theil", "quintile", "jämlikhet", "jämlik vård",
        "ojämlikhet", "femtedelar", "koncentrationsindex",
    )  # fmt: skip

    def displayName(self):
        return tr("Equity: who has more and who has less")

    def shortHelpString(self):
        return tr(
            "Tells how a VALUE per area, such as minutes to the nearest health centre, is shared between people by their RANK, such "
            "as a need index or an income. Every measure counts people, never areas.\n\n"
            "RANK_ORDER says who is the most disadvantaged: ascending = the lowest rank (an income, an area type 1–5), descending = the "
            "highest rank (a need index). VALUE_IS says whether a high value is bad (a travel time) or good (places, access); "
            "it changes no measure but FGT, only what is said of it in reading.\n\n"
            "OUTPUT has a row per measure, with its value and what it says in words. First quintile_ratio: the mean of the least "
            "disadvantaged fifth of the people over that of the most disadvantaged fifth; and people_without_value. The rest, in "
            "depth: q1–q5, mean, concentration_index (negative = concentrated among the most disadvantaged), erreygers and wagstaff "
            "(with the bounds LOWER and UPPER; blank = 0 and the largest value), palma, palma_share, gini, theil, "
            "theil_between and theil_within the groups of GROUP, and with LINE fgt_0, fgt_1 and fgt_2: below the line, or above it where "
            "a high value is bad. CURVE is a page with the fifths as bars and the concentration curve.\n\n"
            "Areas of equal rank are taken as one, so that the order of the rows changes nothing; an area at the edge of a fifth is "
            "divided. Areas without people or rank are left out and counted. Areas without a value are left out of the measures, and "
            "their people are told: they may have it worst. A measure that cannot be computed is empty.\n\n"
            "A tilt in the averages does not tell its cause, and a mean over an area hides differences within it.\n\n"
            "Method: concentration index 2/μ · Σ f (y − μ) R with R the middle of each rank; Erreygers; Wagstaff; Theil's T; "
            "Palma as the mean of the top 10 per cent over that of the bottom 40; Foster, Greer and Thorbecke."
        )

    def initAlgorithm(self, config=None):
        self.add_areas(tr("Areas with a value, people and a rank."))
        self.add_field(
            "VALUE",
            tr("Value (field)"),
            tr(
                "What each person of the area has, such as minutes; at least 0. A number of people or visits grows with the area and says nothing."
            ),
        )
        self.add_field("POPULATION", tr("Number of people (field)"), tr("Weighs every area."))
        self.add_field(
            "RANK", tr("Rank (field)"), tr("Orders the people by need or means, such as a need index or an income.")
        )
        ranks = {ASCENDING: tr("The lowest rank"), DESCENDING: tr("The highest rank (need index)")}
        self._add(
            enum_parameter("RANK_ORDER", tr("Who is the most disadvantaged"), ranks, ASCENDING),
            tr("Lowest for an income or an area type 1–5, highest for a need index."),
        )
        kinds = {BAD: tr("A disadvantage (travel time)"), GOOD: tr("An advantage (places, access)")}
        self._add(
            enum_parameter("VALUE_IS", tr("A high value is"), kinds, BAD),
            tr("Decides what the sign is said to mean, and on which side of LINE people are counted."),
        )
        self.add_field(
            "GROUP", tr("Group (field)"), tr("Splits Theil's index between and within groups, such as municipalities."),
            numeric=False, optional=True, advanced=True,
        )  # fmt: skip
        real = QgsProcessingParameterNumber.Type.Double
        for name, label, least, text in (
            ("LOWER", tr("Lowest possible value"), 0.0, tr("For the indices of Erreygers and Wagstaff; blank = 0.")),
            ("UPPER", tr("Highest possible value"), 0.0, tr("For the same; blank = the largest value found.")),
            ("LINE", tr("Line that nobody should be beyond"), 1e-9, tr("Such as 30 minutes; gives the share of people beyond it, and how far. Blank = none.")),
        ):  # fmt: skip
            self._add(
                QgsProcessingParameterNumber(name, label, real, None, optional=True, minValue=least),
                text,
                advanced=True,
            )
        for name, label in (
            ("VALUE_NAME", tr("What the value is called")),
            ("RANK_NAME", tr("What the rank is called")),
        ):
            text = tr("As the readers of the page should see it, with its unit; blank = the name of the field.")
            self._add(QgsProcessingParameterString(name, label, optional=True), text, advanced=True)
        table = QgsProcessing.SourceType.TypeVector
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Equity"), table))
        self.addParameter(page_parameter("CURVE", tr("Fifths and concentration curve")))
        for name, label in (
            ("QUINTILE_RATIO", tr("Least over most disadvantaged fifth")),
            ("CONCENTRATION_INDEX", tr("Concentration index")),
            ("PEOPLE_WITHOUT_VALUE", tr("People without a value")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters, context):
        if not is_page(page_path(self, parameters, "CURVE", context)):
            return False, tr("The name of the page must end in .html.")
        lower, upper = (self._number(parameters, name, context) for name in ("LOWER", "UPPER"))
        if lower is not None and upper is not None and lower >= upper:
            return False, tr("LOWER must be lower than UPPER.")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", _columns())
        read = self._read(parameters, context, account, feedback)
        names = self._names(parameters, context)
        asked = self._asked(parameters, context, read, account, feedback)
        missing = _missing(read)
        if missing.areas:
            _say_missing(read, account, feedback)
        found = measure(_valued(read, account, feedback), asked, missing, names)
        for row in found.measures[:2]:
            account.say(feedback, row.reading, warn=row.name == "people_without_value" and row.value > 0)
        if feedback.isCanceled():
            raise Cancelled
        page = page_path(self, parameters, "CURVE", context)
        with Outputs(self, parameters, context, feedback) as outputs:
            rows = ((None, _attributes(row)) for row in found.measures)
            outputs.write("OUTPUT", fields_of(_columns()), NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows)
            if page:
                layer = self.source(parameters, "AREAS", context).sourceName()
                fields = [self.field(parameters, name, context) for name in ("VALUE", "POPULATION", "RANK")]
                write_page(page, equity_html(found, names, layer, fields))
        self.keep(account, outputs.results, context)
        return {
            **outputs.results,
            **({"CURVE": page} if page else {}),
            "QUINTILE_RATIO": numbers([found.row("quintile_ratio").value])[0],
            "CONCENTRATION_INDEX": numbers([found.row("concentration_index").value])[0],
            "PEOPLE_WITHOUT_VALUE": missing.people,
        }

    def _number(self, parameters, name, context) -> Optional[float]:
        return None if parameters.get(name) in (None, "") else self.parameterAsDouble(parameters, name, context)

    def _names(self, parameters, context) -> Names:
        value, rank = (
            self.parameterAsString(parameters, f"{name}_NAME", context).strip() or self.field(parameters, name, context)
            for name in ("VALUE", "RANK")
        )
        return Names(
            value,
            rank,
            self.parameterAsEnumString(parameters, "VALUE_IS", context) == BAD,
            self.parameterAsEnumString(parameters, "RANK_ORDER", context) == DESCENDING,
            QLocale().decimalPoint(),
        )

    def _read(self, parameters, context, account, feedback) -> Read:
        value, people, rank, group = (
            self.field(parameters, name, context) for name in ("VALUE", "POPULATION", "RANK", "GROUP")
        )
        rows = self.read_areas(parameters, context, [value, people, rank, group], feedback)
        order = -1.0 if self.parameterAsEnumString(parameters, "RANK_ORDER", context) == DESCENDING else 1.0
        groups = texts(rows.columns[group]) if group else None
        read = Read(rows, rows.counts(value, "AREAS"), rows.counts(people, "AREAS"), order * rows.amounts(rank), groups)
        if order > 0 and scale_of_field(rank):
            text = tr(
                "{field} is a need index, where the highest need is the most disadvantaged, but RANK_ORDER says the lowest. Check it: everything said is turned around by it."
            )
            account.say(feedback, text.format(field=rank), warn=True)
        _say_unranked(read, account, feedback)
        if not (read.ranked & np.isfinite(read.values)).any():
            raise QgsProcessingException(
                tr("No area has a value, people and a rank. Check the fields VALUE, POPULATION and RANK.")
            )
        return read

    def _asked(self, parameters, context, read: Read, account, feedback) -> Asked:
        values = read.values[read.ranked & np.isfinite(read.values)]
        lower, upper, line = (self._number(parameters, name, context) for name in ("LOWER", "UPPER", "LINE"))
        low, high = 0.0 if lower is None else lower, float(values.max()) if upper is None else upper
        if values.min() < low or values.max() > high:
            raise QgsProcessingException(
                tr("The values lie between {least} and {most}, outside LOWER and UPPER. Give bounds that no value can pass.").format(
                    least=number(values.min()), most=number(values.max())
                )
            )  # fmt: skip
        if lower is None or upper is None:
            text = tr(
                "The indices of Erreygers and Wagstaff use the bounds {lower} and {upper}, since they were not both given."
            )
            account.say(feedback, text.format(lower=number(low), upper=number(high)))
        return Asked(low, high, line, self.field(parameters, "GROUP", context))


def _valued(read: Read, account, feedback) -> Valued:
    """The areas that are measured; those without a group are a group of their own."""
    rows = np.flatnonzero(read.ranked & np.isfinite(read.values))
    groups = None
    if read.groups is not None:
        named = np.array([group or "" for group in read.groups[rows]], object)
        bare = read.rows.ids[rows[named == ""]]
        if len(bare):
            text = tr("{n} areas have no group and are taken as a group of their own: {list}.")
            account.say(feedback, text.format(n=len(bare), list=listed(bare)), warn=True)
        _, groups = np.unique(named.astype(str), return_inverse=True)
    return Valued(read.values[rows], read.people[rows], read.rank[rows], groups)


def _missing(read: Read) -> Missing:
    out = read.ranked & ~np.isfinite(read.values)
    fifth = people_classes(np.where(read.ranked, read.rank, np.nan), np.where(read.ranked, read.people, 0.0))
    return Missing(
        int(out.sum()), float(read.people[out].sum()), float(read.people[read.ranked].sum()),
        float(read.people[out & (fifth == 1)].sum()), int(read.unranked.sum()),
        float(read.people[read.unranked].sum()), int(np.isnan(read.people).sum()),
    )  # fmt: skip


def _say_missing(read: Read, account, feedback) -> None:
    ids = read.rows.ids[read.ranked & ~np.isfinite(read.values)]
    text = tr("{n} areas have people but no value: {list}.")
    account.say(feedback, text.format(n=len(ids), list=listed(ids)), warn=True)


def _say_unranked(read: Read, account, feedback) -> None:
    """Areas that cannot be placed among the people."""
    for out, text in (
        (~np.isfinite(read.people), tr("{n} areas have no number of people and are left out: {list}.")),
        (read.unranked, tr("{n} areas with {people} people have no rank and are left out: {list}.")),
    ):  # fmt: skip
        if out.any():
            people = written(float(np.nansum(read.people[out])), 0)
            ids = read.rows.ids[out]
            account.say(feedback, text.format(n=len(ids), people=people, list=listed(ids)), warn=True)


def _columns() -> list[Column]:
    return [
        Column("measure", "text", tr("Measure")),
        Column("value", "real", tr("Value")),
        Column("name", "text", tr("Name")),
        Column("reading", "text", tr("What it says")),
        Column("level", "text", tr("Level (main, in_depth)")),
    ]


def _attributes(row: Measure) -> list:
    return [row.name, numbers([row.value])[0], row.label, row.reading, row.level]
