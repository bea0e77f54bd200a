"""A table of statistics joined to areas by code and vintage, with the reason for every value that is not there."""

from __future__ import annotations

from collections import Counter

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from ...adapters.figures import FigureFields, Variable, code_texts, read_figures
from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended, fields_of, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.rows import read_rows
from ...adapters.vintages import area_codes, division, level_word, vintage_field, worded
from ...core.deso.joining import (
    ABSENT_CODE,
    ABSENT_REGION,
    NO_CODE,
    OTHER_LEVEL,
    OTHER_VINTAGE,
    Gap,
    gaps_to_totals,
    join,
    unmatched_areas,
)
from ...core.deso.vintage import LAST_YEAR_OF_OLDER, VINTAGES
from ...i18n import number, tr
from ..areas import AreaAlgorithm
from .vintage_parameters import add_vintage, declared

#: SCB perturbs every count from this reference year on (Cell Key Method), so parts no longer sum to totals.
_FIRST_PERTURBED_YEAR = 2025


class JoinStatistics(AreaAlgorithm):
    ID = "joinstatistics"
    GROUP = "deso"
    TAGS = ("join", "statistics", "DeSO", "RegSO", "vintage", "SCB", "statistik", "koppla", "årgång", "kommun")

    def displayName(self):
        return tr("Join statistics to areas")

    def shortHelpString(self):
        return tr(
            "Joins a table of statistics, such as one from SCB's statistical database, to areas: by area code and vintage "
            "(årgång), never by code alone.\n\n"
            "SCB's suffix (2021A0010_DeSO2025) is taken off the code and read as the vintage. Where neither a field nor a suffix "
            "says the vintage, the years of the figures do, or you declare it: DeSO 2018 and RegSO 2020 have figures through 2023, "
            "DeSO 2025 and RegSO 2025 from 2024. Codes of two vintages may name different land, so such a join is refused; "
            "changevintage or catchmentprofile carry figures over. A figure of a whole municipality, region or RegSO is never "
            "shown on its DeSO.\n\n"
            "The figures stand in VALUES (one field each), or in VALUE with the fields VARIABLE that say what it is (region, age, "
            "sex, year, value); then one field is added per kind. YEAR chooses the year; blank is the newest.\n\n"
            "OUTPUT is AREAS with each figure and its status: ok, estimated, missing (..), suppressed (<5), outside_years (the "
            "vintage has no figures for that year, though a 0 may stand in the table) or no_row. Only ok and estimated have a "
            "number. UNMATCHED lists the areas and the rows without the other, with the reason. TOTALS holds the rows of "
            "municipalities, regions or the nation against the sum of their areas: a gap is told and never put right. SCB's "
            "population figures from 2025 on are perturbed, so that parts do not sum to totals.\n\n"
            "Method: join on bare code and vintage; figures outside a vintage's years masked by year, not by value. Source: SCB, "
            "or the table that you give."
        )

    def initAlgorithm(self, config=None):
        vector = [QgsProcessing.SourceType.TypeVector]
        self._add(
            QgsProcessingParameterFeatureSource("AREAS", tr("Areas"), vector),
            tr("Areas, or a table of them; each code once, of one level and one vintage."),
        )
        text = tr(
            "DeSO, RegSO, municipality or region code, or the id of an own division. SCB's layers call it desokod or regsokod."
        )
        self.add_field("AREA_CODE", tr("Area code (field)"), text, numeric=False, default="area_code")
        add_vintage(self, "AREA_VINTAGE_FIELD", "AREA_VINTAGE", "AREAS", tr("the areas"))
        self._add(
            QgsProcessingParameterFeatureSource("TABLE", tr("Statistics (table)"), vector),
            tr("A CSV file, a sheet or a layer, with one row per area, or one per area and kind of figure."),
        )
        self._add_table_fields()
        self._add(
            QgsProcessingParameterNumber(
                "YEAR", tr("Year (blank = the newest)"), optional=True, minValue=1900, maxValue=2200
            ),
            tr(
                "Without a year field: the year that all figures are of. A year in a field's name, as in SCB's tables, is read."
            ),
        )
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Areas with statistics")))
        for name, label in (
            ("UNMATCHED", tr("Areas and rows without the other")),
            ("TOTALS", tr("Totals against sums")),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, label, optional=True, createByDefault=False))
        for name, label in (
            ("MATCHED_COUNT", tr("Areas with a row")),
            ("UNMATCHED_AREA_COUNT", tr("Areas without a row")),
            ("UNMATCHED_ROW_COUNT", tr("Rows of the areas' level without an area")),
            ("MASKED_COUNT", tr("Figures outside their vintage's years")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _add_table_fields(self):
        self.add_field("TABLE_CODE", tr("Area code in the table (field)"), tr("With or without SCB's suffix."), numeric=False, layer="TABLE")  # fmt: skip
        add_vintage(self, "TABLE_VINTAGE_FIELD", "TABLE_VINTAGE", "TABLE", tr("the table"))
        for name, label, text, many in (
            ("VALUES", tr("Figures, one field each"), tr("For a table with one row per area."), True),
            ("VARIABLE", tr("What the figure is (fields)"), tr("For a table with one row per figure: fields such as age and sex."), True),
            ("VALUE", tr("Figure (field)"), tr("For a table with one row per figure."), False),
            ("YEAR_FIELD", tr("Year (field)"), tr("Such as tid. A month or a date is read as its year."), False),
            ("STATUS_FIELD", tr("Status of the figure (field)"), tr("Says ok, estimated, suppressed or missing, as in the workspace. Estimated figures are not masked by year."), False),
        ):  # fmt: skip
            advanced = name == "STATUS_FIELD"
            self.add_field(name, label, text, numeric=False, optional=True, many=many, layer="TABLE", advanced=advanced)

    def checkParameterValues(self, parameters, context):
        values = self.field_list(parameters, "VALUES", context)
        value = self.field(parameters, "VALUE", context)
        if bool(values) == bool(value):
            return False, tr("Give either VALUES (one field per figure) or VALUE (one row per figure).")
        if values and self.field_list(parameters, "VARIABLE", context):
            return False, tr("VARIABLE goes with VALUE, for a table with one row per figure.")
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        areas, fids = self._areas(parameters, context, account, feedback)
        fields = self._figure_fields(parameters, context)
        table = self.source(parameters, "TABLE", context)
        figures, variables = read_figures(table, "TABLE", fields, areas, account, feedback)
        with worded("TABLE", "AREAS"):
            joined = join(areas.codes, areas.level, areas.vintage, figures)
        if feedback.isCanceled():
            raise Cancelled
        reasons = unmatched_areas(areas.codes, areas.level, joined, figures)
        gaps = gaps_to_totals(areas.level, areas.vintage, figures)
        columns = self._columns(variables, parameters, context)
        clash = self.clash_sentence(parameters, "AREAS", columns, context)
        if clash:
            raise QgsProcessingException(clash)
        self._tell(areas, figures, joined, reasons, variables, account, feedback)
        _tell_gaps(gaps, variables, figures, account, feedback)
        account.name_columns("OUTPUT", columns)
        account.name_columns("UNMATCHED", _unmatched_columns())
        account.name_columns("TOTALS", _total_columns())
        nowhere = QgsCoordinateReferenceSystem()
        with Outputs(self, parameters, context, feedback) as outputs:
            source = self.source(parameters, "AREAS", context)
            added = {fid: _row(joined.values[at], joined.status[at]) for at, fid in enumerate(fids)}
            rows = self.copied(source, added)
            fields = extended(source.fields(), columns)
            outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows, len(fids))
            outputs.write("UNMATCHED", fields_of(_unmatched_columns()), NO_GEOMETRY, nowhere, _unmatched(areas, figures, joined, reasons))  # fmt: skip
            outputs.write("TOTALS", fields_of(_total_columns()), NO_GEOMETRY, nowhere, _totals(gaps, variables))
        self.keep(account, outputs.results, context)
        return {
            **outputs.results,
            "MATCHED_COUNT": int((joined.row >= 0).sum()),
            "UNMATCHED_AREA_COUNT": int((joined.row < 0).sum()),
            "UNMATCHED_ROW_COUNT": int(np.isin(joined.fate, (ABSENT_CODE, ABSENT_REGION)).sum()),
            "MASKED_COUNT": joined.masked,
        }

    def _areas(self, parameters, context, account, feedback):
        """The areas' codes and the ids of their features."""
        source = self.source(parameters, "AREAS", context)
        code, named = (self.field(parameters, name, context) for name in ("AREA_CODE", "AREA_VINTAGE_FIELD"))
        told_by = vintage_field(source, named)
        rows = read_rows(source, "AREAS", [name for name in (code, told_by) if name], "", feedback)
        if not rows.fids:
            raise QgsProcessingException(
                tr("{layer} has no rows. Choose another layer, or clear its filter and selection.").format(
                    layer="AREAS"
                )
            )
        table = self.source(parameters, "TABLE", context)
        known = code_texts(table, "TABLE", self.field(parameters, "TABLE_CODE", context), feedback)
        areas = area_codes(
            rows.columns[code],
            code,
            "AREAS",
            rows.columns.get(told_by),
            declared(self, parameters, "AREA_VINTAGE", context),
            account,
            feedback,
            named=bool(named),
            known=[one for one in known if one is not None],
        )
        text = tr("AREAS: {n} areas of {division}.")
        account.say(feedback, text.format(n=len(rows.fids), division=areas.label))
        return areas, rows.fids

    def _figure_fields(self, parameters, context) -> FigureFields:
        year = parameters.get("YEAR")
        return FigureFields(
            self.field(parameters, "TABLE_CODE", context),
            self.field(parameters, "TABLE_VINTAGE_FIELD", context),
            declared(self, parameters, "TABLE_VINTAGE", context),
            self.field(parameters, "YEAR_FIELD", context),
            None if year in (None, "") else self.parameterAsInt(parameters, "YEAR", context),
            self.field_list(parameters, "VALUES", context),
            self.field_list(parameters, "VARIABLE", context),
            self.field(parameters, "VALUE", context),
            self.field(parameters, "STATUS_FIELD", context),
        )

    def _columns(self, variables: list[Variable], parameters, context) -> list[Column]:
        columns = []
        for name, label in variables:
            columns += [
                Column(name, "real", label),
                Column(f"{name}_status", "text", tr("Status of {variable}").format(variable=label)),
            ]
        return self.prefixed(columns, parameters, context)

    def _tell(self, areas, figures, joined, reasons, variables, account, feedback):
        matched = int((joined.row >= 0).sum())
        if not matched:
            raise QgsProcessingException(
                tr("No code of TABLE is a code of AREAS. TABLE has for instance {table}, AREAS {areas}. Choose other code fields.").format(
                    table=listed([code for code in figures.code if code][:3]), areas=listed([c for c in areas.codes if c][:3])
                )
            )  # fmt: skip
        text = tr("{n} of {all} areas have a row in the table.")
        account.say(feedback, text.format(n=matched, all=len(areas.codes)))
        for (_, label), own, status in zip(variables, joined.values.T, joined.status.T):
            counts = Counter(status)
            told = ", ".join(f"{word} {counts[word]}" for word in sorted(counts))
            text = tr("{variable}: {counts}; sum {sum}.")
            account.say(
                feedback,
                text.format(variable=label, counts=told, sum=number(np.nansum(own)) if np.isfinite(own).any() else "–"),
            )
        for side, codes, why in (("AREAS", areas.codes, reasons), ("TABLE", figures.code, joined.fate)):
            for reason in sorted({word for word in why if word}):
                at = np.flatnonzero(why == reason)
                text = tr("{n} in {side} without a match: {reason} {list}")
                shown = listed(sorted({codes[row] for row in at if codes[row]}))
                warn = reason not in (OTHER_LEVEL, OTHER_VINTAGE)
                account.say(
                    feedback, text.format(side=side, n=len(at), reason=_reason(reason, side), list=shown), warn=warn
                )
        if joined.masked:
            text = tr(
                "{n} figures are of years that {division} has no figures for, and stand as missing (outside_years): {older} "
                "through {last}, {newer} after it. {other} of them were not 0. Choose another year, or areas of the other vintage."
            )
            older, newer = (division(areas.level, name) for name in VINTAGES[areas.level])
            facts = {"older": older, "newer": newer, "last": LAST_YEAR_OF_OLDER, "other": joined.masked_not_zero}
            account.say(feedback, text.format(n=joined.masked, division=areas.label, **facts), warn=True)


def _row(values, status) -> list:
    return [part for pair in zip(numbers(values), status) for part in pair]


def _reason(reason: str, side: str) -> str:
    if reason == NO_CODE:
        return tr("no area code.")
    if reason == OTHER_LEVEL:
        return tr("of another level (whole municipalities, regions or RegSO, or notes).")
    if reason == OTHER_VINTAGE:
        return tr("of another vintage.")
    if reason == ABSENT_REGION:
        return (
            tr("TABLE has no row at all of their region.")
            if side == "AREAS"
            else tr("AREAS has no area of their region.")
        )
    return tr("the code is not in TABLE.") if side == "AREAS" else tr("the code is not in AREAS.")


def _unmatched_columns() -> list[Column]:
    return [
        Column("side", "text", tr("Where it stands (AREAS or TABLE)")),
        Column("area_code", "text", tr("Area code")),
        Column("vintage", "text", tr("Vintage")),
        Column("reason", "text", tr("Reason (word)")),
        Column("reason_text", "text", tr("Reason")),
    ]


def _unmatched(areas, figures, joined, reasons):
    for side, codes, vintages, why in (
        ("AREAS", areas.codes, [areas.vintage] * len(areas.codes), reasons),
        ("TABLE", figures.code, figures.vintage, joined.fate),
    ):
        at = sorted(np.flatnonzero([word is not None for word in why]), key=lambda row: str(codes[row]))
        for row in at:
            yield None, [side, codes[row], vintages[row], why[row], _reason(why[row], side)]


def _total_columns() -> list[Column]:
    return [
        Column("area_code", "text", tr("Code of the whole")),
        Column("level", "text", tr("Level of the whole")),
        Column("variable", "text", tr("Figure")),
        Column("parts", "integer", tr("Areas in it")),
        Column("parts_unknown", "integer", tr("Areas without a figure")),
        Column("sum_of_parts", "real", tr("Sum of the areas")),
        Column("total", "real", tr("The whole's own figure")),
        Column("gap", "real", tr("Own figure minus sum")),
    ]


def _totals(gaps: list[Gap], variables: list[Variable]):
    for gap in sorted(gaps, key=lambda one: (one.variable, one.code)):
        label = variables[gap.variable].label
        yield None, [gap.code, gap.level, label, gap.parts, gap.unknown, float(gap.summed), float(gap.total), float(gap.total - gap.summed)]  # fmt: skip


def _tell_gaps(gaps: list[Gap], variables: list[Variable], figures, account, feedback) -> None:
    if not gaps:
        return
    apart = [gap for gap in gaps if gap.summed != gap.total]
    text = tr(
        "{n} totals of municipalities, regions or the nation stand in the table; {apart} differ from the sum of their areas."
    )
    account.say(feedback, text.format(n=len(gaps), apart=len(apart)), warn=bool(apart))
    for gap in sorted(apart, key=lambda one: -abs(one.summed - one.total))[:5]:
        text = tr(
            "{code} ({level}), {variable}: own figure {total}, sum of {parts} areas {sum}, of which {unknown} without a figure."
        )
        facts = {"code": gap.code, "level": level_word(gap.level), "variable": variables[gap.variable].label}
        told = text.format(
            total=number(gap.total), sum=number(gap.summed), parts=gap.parts, unknown=gap.unknown, **facts
        )
        account.say(feedback, told, warn=True)
    if apart and np.nanmax(figures.years, initial=0) >= _FIRST_PERTURBED_YEAR:
        text = tr(
            "SCB perturbs its population figures a little from 2025 on, so parts do not sum to totals. Take a total from its own row."
        )
        account.say(feedback, text)
