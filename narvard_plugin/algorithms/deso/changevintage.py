"""Counts of one vintage carried to the areas of another with a key of shares."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
)

from ...adapters.area_keys import CarryFields, CarryKey, read_carry_key
from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended, fields_of, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.rows import Rows, read_rows
from ...adapters.vintages import AreaCodes, area_codes, division, vintage_field, worded
from ...core.deso.carry import BadShares, Carried, KeyProblem, SharesAboveOne, carry
from ...core.deso.joining import ESTIMATED
from ...core.deso.rates import BadRate, Rate, parse_rates, recompute
from ...core.deso.small_numbers import MISSING, OK
from ...core.deso.vintage import DifferentLevels, DifferentVintages
from ...i18n import number, tr
from ..areas import AreaAlgorithm
from ..parameters import enum_parameter
from .rate_sentences import rate_sentence
from .vintage_parameters import add_vintage, declared, vintages


class ChangeVintage(AreaAlgorithm):
    ID = "changevintage"
    GROUP = "deso"
    TAGS = (
        "vintage",
        "DeSO",
        "RegSO",
        "key",
        "convert",
        "årgång",
        "nyckel",
        "områdesindelning",
        "räkna om",
        "tidsserie",
    )

    def displayName(self):
        return tr("Carry counts to another vintage")

    def shortHelpString(self):
        return tr(
            "Carries counts from areas of one vintage (årgång), such as DeSO 2018, to those of another, such as DeSO 2025, with a "
            "key that says which share of each area went where.\n\n"
            "KEY has columns such as from_code, from_vintage, to_code, to_vintage and share: the workspace's table area_key, or one "
            "of your own. Each count of an area is multiplied by the share and summed in the new area. Shares above 1 in sum are "
            "refused. What the key does not carry is counted and listed: areas that are not in it, and shares that sum to less than "
            "1. A new area with an unknown part is left empty, never given the sum of the rest.\n\n"
            "FIELDS are counts, never shares or means: RATES such as share_old=old/population computes those anew.\n\n"
            "OUTPUT is TO_AREAS (or a table of area_code and vintage) with the counts, the rates, status, source_areas and "
            "source_vintage. status is ok where whole areas only were summed, estimated where an area was split, and missing. An "
            "estimated figure is a computation with the key, not SCB's figure, and must not be called official.\n\n"
            "Method: count of the new area = sum of count × share; the sum carried and the sum left are told. Source: the key."
        )

    def initAlgorithm(self, config=None):
        vector = [QgsProcessing.SourceType.TypeVector]
        self._add(
            QgsProcessingParameterFeatureSource("AREAS", tr("Areas to carry from"), vector),
            tr("Areas, or a table of them, with counts; each code once, of one vintage."),
        )
        self.add_field("AREA_CODE", tr("Area code (field)"), tr("As in the key."), numeric=False, default="area_code")
        add_vintage(self, "AREA_VINTAGE_FIELD", "AREA_VINTAGE", "AREAS", tr("the areas"))
        self.add_field(
            "FIELDS",
            tr("Counts (fields)"),
            tr("Numbers of people or things; never shares, means or indices."),
            many=True,
        )
        self._add(
            QgsProcessingParameterString("RATES", tr("Shares to compute anew (name=part/whole)"), optional=True),
            tr("Such as share_old=old/population; several with ; between. Both are among FIELDS."),
        )
        self._add(
            QgsProcessingParameterFeatureSource("KEY", tr("Key between the vintages (table)"), vector),
            tr("One row per old and new area, with the share of the old one's people."),
        )
        for name, label in (
            ("KEY_FROM", tr("Old code (field; blank = from_code or old_code)")),
            ("KEY_TO", tr("New code (field; blank = to_code or new_code)")),
            ("KEY_FROM_VINTAGE", tr("Vintage of the old code (field; blank = from_vintage)")),
            ("KEY_TO_VINTAGE", tr("Vintage of the new code (field; blank = to_vintage)")),
            ("KEY_SHARE", tr("Share (field; blank = share)")),
        ):
            text = (
                tr("0–1, of the old area.")
                if name == "KEY_SHARE"
                else tr("Blank where the key has the usual name, or none.")
            )
            self.add_field(name, label, text, numeric=False, optional=True, layer="KEY", advanced=True)
        self._add(
            enum_parameter("TO_VINTAGE", tr("Vintage to carry to (blank = as the key says)"), vintages(), None, True),
            tr("Needed where the key leads to several vintages, or where it or TO_AREAS does not say which."),
        )
        self._add(
            QgsProcessingParameterFeatureSource("TO_AREAS", tr("Areas to carry to"), vector, optional=True),
            tr("Get the counts as added fields; without them the result is a table."),
        )
        self.add_field("TO_CODE", tr("Area code to carry to (field)"), tr("In TO_AREAS."), numeric=False, default="area_code", layer="TO_AREAS")  # fmt: skip
        self._needed.remove("TO_CODE")  # only with TO_AREAS
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Counts carried to the other vintage")))
        self.addParameter(QgsProcessingParameterFeatureSink("UNCARRIED", tr("Areas that are not wholly carried"), optional=True, createByDefault=False))  # fmt: skip
        for name, label in (
            ("ESTIMATED_COUNT", tr("Estimated areas")),
            ("MISSING_COUNT", tr("Areas with an unknown part")),
            ("UNCARRIED_COUNT", tr("Areas that are not wholly carried")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters, context):
        try:
            parse_rates(
                self.parameterAsString(parameters, "RATES", context),
                self.field_list(parameters, "FIELDS", context),
            )
        except BadRate as error:
            return False, rate_sentence(error, "FIELDS")
        if self._has_target(parameters) and not self.field(parameters, "TO_CODE", context):
            return False, tr("{names} must name a field.").format(names="TO_CODE")
        return super().checkParameterValues(parameters, context)

    def _has_target(self, parameters) -> bool:
        return parameters.get("TO_AREAS") not in (None, "")

    def _check_names(self, parameters, context):
        layer = "TO_AREAS" if self._has_target(parameters) else None
        return self.clash_sentence(parameters, layer, self.added_columns(parameters, context), context)

    def _rates(self, parameters, context) -> list[Rate]:
        return parse_rates(self.parameterAsString(parameters, "RATES", context))

    def added_columns(self, parameters, context):
        columns = [
            Column(name, "real", tr("{field}, carried").format(field=name))
            for name in self.field_list(parameters, "FIELDS", context)
        ]
        columns += [Column(rate.name, "real", rate.name) for rate in self._rates(parameters, context)]
        columns += [
            Column("status", "text", tr("Status (ok, estimated, missing)")),
            Column("source_areas", "integer", tr("Areas it is carried from")),
            Column("source_vintage", "text", tr("Vintage it is carried from")),
        ]
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        names = self.field_list(parameters, "FIELDS", context)
        rows, areas = self._read_from(names, parameters, context, account, feedback)
        values = np.column_stack([rows.counts(name, "AREAS") for name in names])
        found = self._key(areas, parameters, context, account, feedback)
        try:
            carried = carry(areas.codes, values, found.key)
        except KeyProblem as error:
            raise QgsProcessingException(_key_sentence(error)) from error
        if feedback.isCanceled():
            raise Cancelled
        _tell(areas, found, carried, names, values, account, feedback)
        status = _status(carried)
        rates = recompute(self._rates(parameters, context), dict(zip(names, carried.values.T)))
        filled = np.column_stack([carried.values, *rates.values()])
        added = {
            code: [*numbers(filled[at]), status[at], int(carried.sources[at]), areas.vintage]
            for at, code in enumerate(carried.codes)
        }
        with Outputs(self, parameters, context, feedback) as outputs:
            self._write(outputs, added, found, parameters, context, account, feedback)
            left = _uncarried(areas, carried)
            account.name_columns("UNCARRIED", _uncarried_columns())
            outputs.write(
                "UNCARRIED", fields_of(_uncarried_columns()), NO_GEOMETRY, QgsCoordinateReferenceSystem(), left
            )
        note = tr("estimated, not official") if ESTIMATED in status else ""
        self.keep(account, outputs.results, context, note)
        return {
            **outputs.results,
            "ESTIMATED_COUNT": status.count(ESTIMATED),
            "MISSING_COUNT": status.count(MISSING),
            "UNCARRIED_COUNT": len(left),
        }

    def _read_from(self, names, parameters, context, account, feedback) -> tuple[Rows, AreaCodes]:
        source = self.source(parameters, "AREAS", context)
        code, named = (self.field(parameters, name, context) for name in ("AREA_CODE", "AREA_VINTAGE_FIELD"))
        told_by = vintage_field(source, named)
        rows = read_rows(source, "AREAS", [name for name in (*names, code, told_by) if name], "", feedback)
        given = declared(self, parameters, "AREA_VINTAGE", context)
        told = rows.columns.get(told_by)
        areas = area_codes(rows.columns[code], code, "AREAS", told, given, account, feedback, named=bool(named))
        return rows._replace(ids=np.array([str(one) for one in areas.codes] or [], object)), areas

    def _key(self, areas: AreaCodes, parameters, context, account, feedback) -> CarryKey:
        names = ("KEY_FROM", "KEY_TO", "KEY_FROM_VINTAGE", "KEY_TO_VINTAGE", "KEY_SHARE")
        fields = [self.field(parameters, name, context) for name in names]
        fields.append(declared(self, parameters, "TO_VINTAGE", context))
        source = self.source(parameters, "KEY", context)
        return read_carry_key(source, "KEY", CarryFields(*fields), areas, account, feedback)

    def _write(self, outputs, added, found: CarryKey, parameters, context, account, feedback) -> None:
        columns = self.added_columns(parameters, context)
        account.name_columns("OUTPUT", columns)
        if not self._has_target(parameters):
            own = [Column("area_code", "text", tr("Area code")), Column("vintage", "text", tr("Vintage"))]
            rows = ((None, [code, found.vintage, *values]) for code, values in added.items())
            outputs.write(
                "OUTPUT", fields_of([*own, *columns]), NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows, len(added)
            )
            return
        source = self.source(parameters, "TO_AREAS", context)
        code, told_by = self.field(parameters, "TO_CODE", context), vintage_field(source, "")
        rows = read_rows(source, "TO_AREAS", [name for name in (code, told_by) if name], "", feedback)
        told, given = rows.columns.get(told_by), declared(self, parameters, "TO_VINTAGE", context)
        areas = area_codes(rows.columns[code], code, "TO_AREAS", told, given, account, feedback)
        _require_same(areas, found)
        _tell_targets(areas, added, account, feedback)
        nothing = [None] * (len(columns) - 3) + [MISSING, 0, None]
        values = {fid: added.get(one, nothing) for fid, one in zip(rows.fids, areas.codes)}
        outputs.write("OUTPUT", extended(source.fields(), columns), source.wkbType(), source.sourceCrs(), self.copied(source, values), len(values))  # fmt: skip


def _status(carried: Carried) -> list[str]:
    known = np.isfinite(carried.values).all(axis=1)
    return [MISSING if not told else OK if whole else ESTIMATED for told, whole in zip(known, carried.whole)]


def _require_same(areas: AreaCodes, found: CarryKey) -> None:
    with worded("KEY", "TO_AREAS"):
        if areas.level != found.level:
            raise DifferentLevels(areas.level, [found.level])
        if areas.vintage != found.vintage:
            raise DifferentVintages(areas.level, areas.vintage or "", [found.vintage or ""])


def _key_sentence(error: KeyProblem) -> str:
    facts = {"n": len(error.codes), "list": listed(error.codes)}
    if isinstance(error, BadShares):
        return tr(
            "KEY has shares that are missing or not between 0 and 1, for {n} areas: {list}. Correct them first."
        ).format(**facts)
    if isinstance(error, SharesAboveOne):
        return tr("KEY gives away more than the whole of {n} areas: {list}. Correct the shares first.").format(**facts)
    return tr("{n} pairs of areas stand several times in KEY: {list}. Each may occur once.").format(**facts)


def _tell(areas: AreaCodes, found: CarryKey, carried: Carried, names, values, account, feedback) -> None:
    text = tr("Carried from {old} to {new}: {n} areas, of which {whole} of whole areas only.")
    facts = {"old": areas.label, "new": division(found.level, found.vintage), "n": len(carried.codes)}
    account.say(feedback, text.format(whole=int(carried.whole.sum()), **facts))
    for at, name in enumerate(names):
        text = tr(
            "{field}: {sum} in all; {carried} carried, {left} not carried, {unknown} in areas with an unknown part."
        )
        whole, kept, left = np.nansum(values[:, at]), np.nansum(carried.values[:, at]), carried.left[at]
        told = {"sum": whole, "carried": kept, "left": left, "unknown": max(whole - kept - left, 0.0)}
        shown = {word: number(amount) for word, amount in told.items()}
        account.say(feedback, text.format(field=name, **shown), warn=kept < whole * (1 - 1e-9))
    missing = ~np.isfinite(carried.values).all(axis=1)
    for text, codes in (
        (tr("{n} areas are not in KEY and are not carried: {list}."), areas.codes[carried.not_in_key]),
        (
            tr("{n} areas are carried in part only, since their shares sum to less than 1: {list}."),
            areas.codes[carried.leaks],
        ),
        (tr("{n} new areas have an unknown part, and are left empty there: {list}."), carried.codes[missing]),
    ):
        if len(codes):
            account.say(feedback, text.format(n=len(codes), list=listed(sorted(map(str, codes)))), warn=True)
    if not carried.whole.all():
        text = tr("Areas that were split have estimated figures: computed with the key, and not SCB's.")
        account.say(feedback, text, warn=True)


def _tell_targets(areas: AreaCodes, added, account, feedback) -> None:
    own = {code for code in areas.codes if code is not None}
    for text, codes in (
        (tr("{n} areas of TO_AREAS get nothing from the key, and are empty: {list}."), own - set(added)),
        (tr("{n} areas that the key leads to are not in TO_AREAS: {list}."), set(added) - own),
    ):
        if codes:
            account.say(feedback, text.format(n=len(codes), list=listed(sorted(codes))), warn=True)


def _uncarried_columns() -> list[Column]:
    return [Column("area_code", "text", tr("Area code")), Column("reason", "text", tr("Reason"))]


def _uncarried(areas: AreaCodes, carried: Carried) -> list:
    told = ((carried.not_in_key, tr("It is not in the key.")), (carried.leaks, tr("Its shares sum to less than 1.")))
    rows = [(None, [code, reason]) for marked, reason in told for code in areas.codes[marked]]
    return sorted(rows, key=lambda row: str(row[1][0]))
