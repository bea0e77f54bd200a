"""The need among each centre's listed, estimated from where they live, beside that of the area where the centre stands."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ...adapters.listings import places_of, read_listings, say_strangers
from ...adapters.outputs import Column, Outputs, extended, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.rows import Rows, read_rows
from ...adapters.vintages import Coded, refuse_other_vintages
from ...adapters.within import area_of_points
from ...core.deso.care_need import PER_PERSON, RATIO, Estimate, ecological
from ...core.deso.small_numbers import INCOMPLETE, MINIMUM, MISSING, OK, SUPPRESSED, too_few
from ...i18n import tr
from ..areas import AreaAlgorithm
from ..need_scales import OTHER, refuse_points, say_doubtful_scale, scale_name, scale_of_field, scale_style
from ..parameters import enum_parameter

_LEAST_MINIMUM = 3
_SHAPES = {QgsWkbTypes.GeometryType.PointGeometry: ""}


class _Units(NamedTuple):
    """Per unit (u): what its listings tell, the index of the area where it stands (NaN = none), and whether its index
    would tell a number of few people: with the sum, a mean over two areas gives both numbers."""

    rows: Rows
    found: Estimate
    index_area: np.ndarray
    named: np.ndarray  # whether LISTINGS has rows of it
    telling: np.ndarray


class ListedNeed(AreaAlgorithm):
    ID = "listedneed"
    GROUP = "deso"
    ADDED_TO = "UNITS"
    TAGS = (
        "need",
        "listed",
        "care need index",
        "ecological estimate",
        "CNI",
        "vårdbehov",
        "listade",
        "ekologisk skattning",
        "hälsocentral",
        "vårdcentral",
    )

    def __init__(self):
        super().__init__()
        self._style = "none"

    def displayName(self):
        return tr("Need of the listed (ecological estimate)")

    def shortHelpString(self):
        return tr(
            "Estimates how great the need is among the listed of each health centre, from the areas where they live, and sets it beside the index of the area where the "
            "centre stands. The two can differ much: a centre in a good area may have listed with great need.\n\n"
            "UNITS are the centres. LISTINGS is a table with area_code, unit_id, number, date and status; the newest date counts. AREAS hold INDEX, such as the "
            "points per person or the ratio of Care Need Index (CNI). The sum of points is refused, because a mean of sums says nothing. SCALE says which scale "
            "the index is on, and stands in index_scale; it is never converted.\n\n"
            "OUTPUT is the units with listed, index_listed (the mean index of the areas, weighted by the listed who live there), index_area (where AREAS are polygons: of the area where the unit stands), "
            "covered_share (share of the listed whose area has an index; empty where few lack it), hidden_listings (how many of its numbers are hidden) and listed_status: ok, "
            "incomplete (hidden numbers, or areas without index), missing (no listings, or no index) or suppressed (from 1 up to below MINIMUM listed, or so few from one of two areas).\n\n"
            "It is an ecological estimate (ekologisk skattning): the areas' mean is given to every listed person of the area. Those who are listed at a centre may differ "
            "from their neighbours. Whoever has an index of the listed themselves, as bought from SCB, should use that.\n\n"
            "LISTINGS and AREAS must be of the same vintage: the same code may name other land in another.\n\n"
            "Method: index_listed = Σ listed · index of the area / Σ listed, over areas with an index. Hidden numbers are in no sum."
        )

    def initAlgorithm(self, config=None):
        vector = [QgsProcessing.SourceType.TypeVector]
        self._add(
            QgsProcessingParameterFeatureSource("UNITS", tr("Health centres"), vector), tr("Units that people list at.")
        )
        self.add_field("UNIT_ID", tr("Unit id (field)"), tr("The same ids as in the listings."), numeric=False,
                       layer="UNITS", default="facility_id")  # fmt: skip
        self._add(
            QgsProcessingParameterFeatureSource("LISTINGS", tr("Listings (table of area and centre)"), vector),
            tr("Who is listed where."),
        )
        self._add(
            QgsProcessingParameterFeatureSource("AREAS", tr("Areas"), vector),
            tr("Areas with the index. As polygons they also tell where each unit stands."),
        )
        text = tr("The same codes as in the listings.")
        self.add_field("AREA_CODE", tr("Area code (field)"), text, numeric=False, default="area_code")
        self.add_field(
            "INDEX",
            tr("Index of the areas (field)"),
            tr("Points per person, ratio, or another index that a mean can be taken of."),
        )
        scales = {scale: scale_name(scale) for scale in (PER_PERSON, RATIO, OTHER)}
        self._add(
            enum_parameter("SCALE", tr("Scale of the index"), scales, None, optional=True),
            tr("Blank = as the name of the field says, where Care Need Index made it; otherwise not told."),
        )
        self._add(
            QgsProcessingParameterNumber(
                "MINIMUM", tr("Hide numbers below"), defaultValue=MINIMUM, minValue=_LEAST_MINIMUM
            ),
            tr(
                "A unit with from 1 up to below so many listed has neither number nor index, and the status suppressed."
            ),
            advanced=True,
        )
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Need of the listed")))
        self.addOutput(QgsProcessingOutputNumber("HIDDEN_LISTINGS", tr("Hidden numbers")))

    def checkParameterValues(self, parameters, context):
        refused = refuse_points(self.field(parameters, "INDEX", context))
        return (False, refused) if refused else super().checkParameterValues(parameters, context)

    def added_columns(self, parameters, context):
        columns = [
            Column("listed", "integer", tr("Listed")),
            Column("index_listed", "real", tr("Index of the listed, by where they live (ecological estimate)")),
            Column("index_area", "real", tr("Index of the area where the unit stands")),
            Column("index_scale", "text", tr("Scale of the index")),
            Column("covered_share", "real", tr("Share of the listed whose area has an index")),
            Column("hidden_listings", "integer", tr("Hidden numbers")),
            Column("listed_status", "text", tr("Status")),
        ]
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        field = self.field(parameters, "INDEX", context)
        self._refuse_other_vintages(parameters, context, feedback)
        areas = self.read_areas(parameters, context, [field], feedback)
        index = areas.amounts(field)
        index[np.isinf(index)] = np.nan
        scale = self._scale(index, field, parameters, context, account, feedback)
        units = self._units(areas, index, parameters, context, account, feedback)
        minimum = self.minimum(parameters, context)
        _tell(units, areas, index, minimum, account, feedback)
        if feedback.isCanceled():
            raise Cancelled
        source = self.source(parameters, "UNITS", context)
        if scale in (PER_PERSON, RATIO):
            self._style = scale_style(self, source, scale == RATIO, _SHAPES)
        with Outputs(self, parameters, context, feedback) as outputs:
            added = dict(zip(units.rows.fids, _attributes(units, scale, minimum)))
            fields = extended(source.fields(), self.added_columns(parameters, context))
            rows = self.copied(source, added)
            outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), rows, len(added))
        self.keep(account, outputs.results, context, note=tr("ecological estimate"))
        return {**outputs.results, "HIDDEN_LISTINGS": int(units.found.hidden.sum())}

    def style_file(self, output):
        return self._style

    def _refuse_other_vintages(self, parameters, context, feedback) -> None:
        codes = (("AREAS", self.field(parameters, "AREA_CODE", context)), ("LISTINGS", "area_code"))
        areas, listings = (Coded(self.source(parameters, name, context), name, field) for name, field in codes)
        refuse_other_vintages(areas, [listings], feedback)

    def _scale(self, index, field, parameters, context, account, feedback) -> str | None:
        """The scale that is told or stands in the field's name; None where neither says it."""
        given = self.parameterAsEnumString(parameters, "SCALE", context)
        scale = given or scale_of_field(field)
        if scale is None:
            text = tr("Nothing says which scale {field} is on: index_scale is empty. Give SCALE before it is compared.")
            account.say(feedback, text.format(field=field), warn=True)
            return None
        text = tr("{field} is on the scale {scale}.") if scale != OTHER else tr("{field} is on {scale}.")
        account.say(feedback, text.format(field=field, scale=scale_name(scale)))
        if given and scale_of_field(field) not in (None, given):
            text = tr("SCALE says {given}, but the field {field} is named as {named}. Check which is right.")
            names = {"given": scale_name(given), "named": scale_name(scale_of_field(field))}
            account.say(feedback, text.format(field=field, **names), warn=True)
        say_doubtful_scale(index, scale, field, account, feedback)
        return scale

    def _units(self, areas: Rows, index, parameters, context, account, feedback) -> _Units:
        source = self.source(parameters, "UNITS", context)
        units = read_rows(source, "UNITS", [], self.field(parameters, "UNIT_ID", context), feedback)
        rows = read_listings(self.source(parameters, "LISTINGS", context), account, feedback)
        unit, area = places_of(rows.unit, units.ids), places_of(rows.area, areas.ids)
        say_strangers(rows.unit, unit, rows.number, "UNITS", account, feedback)
        own = unit >= 0
        say_strangers(rows.area[own], area[own], rows.number[own], "AREAS", account, feedback)
        by_row = np.where(area >= 0, index[area], np.nan)
        found = ecological(unit[own], rows.number[own], by_row[own], len(units.ids))
        named = np.bincount(unit[own], minlength=len(units.ids)) > 0
        standing = self._standing(units, areas, index, parameters, context, account, feedback)
        telling = _tell_of_few(unit[own], rows.number[own], len(units.ids), self.minimum(parameters, context))
        return _Units(units, found, standing, named, telling)

    def minimum(self, parameters, context) -> int:
        return self.parameterAsInt(parameters, "MINIMUM", context)

    def _standing(self, units: Rows, areas: Rows, index, parameters, context, account, feedback) -> np.ndarray:
        """The index of the area where each unit stands; NaN in none, and everywhere without polygons."""
        points, shapes = (self.source(parameters, name, context) for name in ("UNITS", "AREAS"))
        kinds = [QgsWkbTypes.geometryType(source.wkbType()) for source in (points, shapes)]
        if kinds != [QgsWkbTypes.GeometryType.PointGeometry, QgsWkbTypes.GeometryType.PolygonGeometry]:
            text = tr("index_area is empty: it needs UNITS as points and AREAS as polygons.")
            account.say(feedback, text)
            return np.full(len(units.ids), np.nan)
        area = area_of_points(points, shapes, areas.ids, context, feedback)
        outside = [unit for fid, unit in zip(units.fids, units.ids) if fid not in area]
        if outside:
            text = tr("{n} units stand in no area and have no index_area: {list}.")
            account.say(feedback, text.format(n=len(outside), list=listed(outside)), warn=True)
        return np.array([index[area[fid]] if fid in area else np.nan for fid in units.fids], float)


def _tell(units: _Units, areas: Rows, index, minimum: int, account, feedback) -> None:
    found, ids = units.found, units.rows.ids
    bare = np.isnan(index)
    few = too_few(found.listed, minimum)
    partly = (found.listed > 0) & (found.covered < found.listed)
    for text, those in (
        (tr("{n} areas have no index: {list}."), areas.ids[bare]),
        (tr("{n} units have no listed in LISTINGS, and no index of them: {list}."), ids[~units.named]),
        (tr("{n} units have so few listed that they are not shown: {list}."), ids[few]),
        (
            tr(
                "{n} units have listed from so few areas that the index would tell of few people; they are not shown: {list}."
            ),
            ids[units.telling & ~few],
        ),
        (tr("{n} units have listed in areas without index, who are left out of it: {list}."), ids[partly]),
    ):
        if len(those):
            account.say(feedback, text.format(n=len(those), list=listed(those)), warn=True)
    text = tr(
        "index_listed is an ecological estimate: the mean of the areas where the listed live, not of the listed themselves."
    )
    account.say(feedback, text)


def _attributes(units: _Units, scale, minimum: int) -> list[list]:
    found = units.found
    status = _status(units, minimum)
    told = np.isin(status, [OK, INCOMPLETE])
    told_share = told & (found.listed > 0) & ~too_few(found.listed - found.covered, minimum)
    share = np.divide(found.covered, found.listed, out=np.full(len(told), np.nan), where=told_share)
    known = (found.listed > 0) & (status != SUPPRESSED)
    count = [int(number) if one else None for number, one in zip(found.listed, known)]
    index = numbers(np.where(told, found.index, np.nan))
    columns = (
        count,
        index,
        numbers(units.index_area),
        [scale] * len(count),
        numbers(share),
        found.hidden.tolist(),
        status,
    )
    return [list(row) for row in zip(*columns)]


def _tell_of_few(unit: np.ndarray, number: np.ndarray, units: int, minimum: int) -> np.ndarray:
    """Which ``units`` have listed from at most two areas, and few from one of them; by row (r) the ``unit`` and ``number``."""
    told = number > 0
    areas = np.bincount(unit[told], minlength=units)
    few = np.bincount(unit[too_few(number, minimum)], minlength=units)
    return (areas <= 2) & (few > 0)


def _status(units: _Units, minimum: int) -> np.ndarray:
    found = units.found
    partly = (found.hidden > 0) | (found.covered < found.listed)
    status = np.where(partly, INCOMPLETE, OK).astype(object)
    status[np.isnan(found.index)] = MISSING
    status[too_few(found.listed, minimum) | units.telling] = SUPPRESSED
    return status
