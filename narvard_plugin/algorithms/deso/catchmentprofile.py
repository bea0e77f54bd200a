"""What lives in each zone: counts of areas carried over to catchments, plan areas or any other polygons."""

from __future__ import annotations

from collections import Counter

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...adapters.grid import Grid, read_grid
from ...adapters.ground import Ground, geometries_of, measuring_crs_of, on_ground, read_geometries
from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended, fields_of
from ...adapters.provenance import Account
from ...core.deso.rates import BadRate, Rate, parse_rates
from ...i18n import tr
from ..areas import AreaAlgorithm
from ..parameters import enum_parameter
from .catchment_account import account_columns, account_rows, say_cover, say_ground, say_values, say_zones
from .catchment_shares import profile_of, values_of
from .rate_sentences import rate_sentence

AREAL, DASYMETRIC = "areal", "dasymetric"
_PREFIX = "sum_"


class CatchmentProfile(AreaAlgorithm):
    ID = "catchmentprofile"
    GROUP = "deso"
    ADDED_TO = "ZONES"
    TAGS = (
        "catchment", "zone", "areal interpolation", "dasymetric", "overlay", "profile", "upptagningsområde", "närområde",
        "planområde", "befolkning", "överlagring", "DeSO",
    )  # fmt: skip

    def displayName(self):
        return tr("Profile of catchments and other zones")

    def shortHelpString(self):
        return tr(
            "Tells who lives in each zone: counts of areas (DeSO, RegSO …) are carried over to catchments, plan areas, "
            "närområden or any other polygons. Zones may overlap; each is answered on its own.\n\n"
            "METHOD areal spreads the people of an area evenly over its ground. METHOD dasymetric spreads them as the "
            "weights of GRID are spread within the area (inhabited squares, dwellings, addresses), which is nearer the truth "
            "wherever people live unevenly. A cell belongs to the areas and zones that its centre lies in; SPLIT shares "
            "square cells over several points instead. An area without any weight is spread by its ground, and counted in "
            "ground_areas.\n\n"
            "FIELDS are counts (people, never shares or means). OUTPUT is the zones with sum_ and the field's name. Shares are "
            "never averaged: RATES such as share_old=old/population computes them anew from the counts of the areas that "
            "have both.\n\n"
            "uncovered_share is the share of the zone's ground that no area covers, sea and lakes too: nobody there is "
            "counted. With a grid, uncovered_weight_share tells whether anybody lives there: the share of the cells' weight in "
            "the zone that lies in no area. What of an area lies in no zone is lost to the sums, and told in the log and in "
            "AREA_ACCOUNT. missing_areas counts the areas of "
            "the zone without a value in some field; they give nothing to it. status is ok, missing_values, no_cells (no "
            "centre of a cell lies in the zone, so the sum is 0 and perhaps too small), no_areas (no area overlaps it: no "
            "sum) or no_geometry.\n\n"
            "The weights only place an area's own number within it. Where GRID and AREAS are of different dates, both totals "
            "are told and never mixed.\n\n"
            "Method: areal interpolation, sum of (shared ground / ground of the area) · count, without forcing what lies "
            "outside into the zones; and dasymetric mapping. Agrees with the open library tobler."
        )

    def initAlgorithm(self, config=None):
        polygon, point = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVectorPoint
        self._add(
            QgsProcessingParameterFeatureSource("ZONES", tr("Zones"), [polygon]),
            tr("Catchments, plan areas or any other polygons. They may overlap and have several parts."),
        )
        self.add_areas(tr("Areas whose counts are carried over: one division of one vintage."), polygon)
        self.add_field(
            "FIELDS",
            tr("Counts (fields)"),
            tr("Numbers of people or things; never shares, means or indices."),
            many=True,
        )
        labels = {AREAL: tr("Evenly over the area's ground"), DASYMETRIC: tr("As the cells of the grid are spread")}
        self._add(
            enum_parameter("METHOD", tr("How an area's people are spread"), labels, AREAL),
            tr("The grid is nearer the truth wherever people live unevenly, and needs GRID."),
        )
        self._add(
            QgsProcessingParameterFeatureSource("GRID", tr("Population grid"), [point, polygon], optional=True),
            tr("Points, or squares read by their centre: where in an area people live. Needed for dasymetric."),
        )
        self.add_field(
            "GRID_WEIGHT",
            tr("Weight of a cell (field; blank = 1 per cell)"),
            tr("People or dwellings in the cell. A cell without a value is left out, counted and listed."),
            optional=True,
            layer="GRID",
        )
        self._add(
            QgsProcessingParameterString("RATES", tr("Shares to compute anew (name=part/whole)"), optional=True),
            tr(
                "Such as share_old=old/population; several with ; between. Both are counts of AREAS; sums are added for them."
            ),
        )
        self._add(
            QgsProcessingParameterNumber("SPLIT", tr("Points per side of a square cell"), defaultValue=1, minValue=1, maxValue=20),
            tr("1 = the cell's centre. With 4, a square becomes 4 × 4 points that share its weight: for zones or areas that "
               "are not much larger than the squares."),
            advanced=True,
        )  # fmt: skip
        self._add(
            QgsProcessingParameterString("PREFIX", tr("Prefix of the added fields"), optional=True, defaultValue=_PREFIX),
            tr("sum_ goes before the sums only. Any other prefix goes before every field that the tool adds, so that results "
               "of several runs can stand side by side."),
            advanced=True,
        )  # fmt: skip
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Profile of the zones")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "AREA_ACCOUNT", tr("Where each area's people went"), optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputNumber("GROUND_AREAS", tr("Areas without weight, spread by their ground")))

    def checkParameterValues(self, parameters, context):
        dasymetric = self.parameterAsString(parameters, "METHOD", context) == DASYMETRIC
        if dasymetric and parameters.get("GRID") in (None, ""):
            return False, tr("METHOD dasymetric needs a GRID. Give one, or choose areal.")
        source = self.parameterAsSource(parameters, "AREAS", context)
        names = [field.name() for field in source.fields()] if source else None
        try:
            parse_rates(self.parameterAsString(parameters, "RATES", context), names)
        except BadRate as error:
            return False, rate_sentence(error, "AREAS")
        names = Counter(column.name.lower() for column in self.added_columns(parameters, context))
        name, times = next(iter(names.most_common(1)))
        if times > 1:
            return False, tr("The result would have two fields called {name}.").format(name=name)
        return super().checkParameterValues(parameters, context)

    def _rates(self, parameters, context) -> list[Rate]:
        return parse_rates(self.parameterAsString(parameters, "RATES", context))

    def _counts(self, parameters, context) -> list[str]:
        """FIELDS, and the counts that RATES needs besides."""
        parts = [name for rate in self._rates(parameters, context) for name in rate[1:]]
        return list(dict.fromkeys([*self.field_list(parameters, "FIELDS", context), *parts]))

    def added_columns(self, parameters, context):
        prefix = self.prefix(parameters, context)
        others = "" if prefix == _PREFIX else prefix
        columns = [
            Column(prefix + name, "real", tr("{field}, sum").format(field=name))
            for name in self._counts(parameters, context)
        ]
        columns += [Column(others + rate.name, "real", rate.name) for rate in self._rates(parameters, context)]
        columns.append(Column(others + "uncovered_share", "real", tr("Share of the zone's ground outside the areas")))
        columns.append(Column(others + "missing_areas", "integer", tr("Areas without a value")))
        if self.parameterAsString(parameters, "METHOD", context) == DASYMETRIC:
            outside = tr("Share of the weight in the zone outside the areas")
            columns.append(Column(others + "uncovered_weight_share", "real", outside))
            columns.append(Column(others + "ground_areas", "integer", tr("Areas spread by their ground")))
        return [*columns, Column(others + "status", "text", tr("Status"))]

    def _choose_style(self, names, parameters, context) -> None:
        """The styles know the fields by their own names, and classes fit people only."""
        people = "_population" if "population" in names else ""
        plain = self.prefix(parameters, context) == _PREFIX
        self._styles = {"OUTPUT": f"{self.ID}_output{people}.qml"} if plain else {}

    def style_file(self, output):
        return self._styles.get(output, "none")

    def compute(self, parameters, context, feedback):
        account, columns = Account(self, parameters, context), self.added_columns(parameters, context)
        account.name_columns("OUTPUT", columns)
        names = self._counts(parameters, context)
        self._choose_style(names, parameters, context)
        account.name_columns("AREA_ACCOUNT", account_columns(names))
        rows = self.read_areas(parameters, context, names, feedback)
        counts = {name: rows.counts(name, "AREAS") for name in names}
        areas, zones, crs = self._grounds(rows.fids, parameters, context, feedback)
        say_ground(areas, rows.ids, zones, crs, account, feedback)
        say_values(counts, rows.ids, account, feedback)
        feedback.setProgress(10)
        grid = self._grid(parameters, context, crs, account, feedback)
        profile = profile_of(areas, zones, grid, rows.ids, counts, account, feedback)
        found = values_of(profile, zones, counts, self._rates(parameters, context))
        say_zones(zones.fids, found[-1], profile.uncovered, profile.outside, account, feedback)
        say_cover(counts, profile.in_zones, profile.shares, account, feedback)
        with Outputs(self, parameters, context, feedback) as outputs:
            source = self.source(parameters, "ZONES", context)
            added = dict(zip(zones.fids, map(list, zip(*found))))
            fields = extended(source.fields(), columns)
            copied = self.copied(source, added)
            outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), copied, len(added))
            told = account_rows(rows.ids, areas.size > 0, profile, counts)
            nowhere = QgsCoordinateReferenceSystem()
            outputs.write("AREA_ACCOUNT", fields_of(account_columns(names)), NO_GEOMETRY, nowhere, told)
        self.keep(account, outputs.results, context)
        return {**outputs.results, "GROUND_AREAS": int(profile.ground.sum()) if grid else 0}

    def _grounds(self, area_fids, parameters, context, feedback) -> tuple[Ground, Ground, QgsCoordinateReferenceSystem]:
        """AREAS, in the order of ``area_fids``, and ZONES in the system that both are measured in."""
        transforms = context.transformContext()
        sources = {name: self.source(parameters, name, context) for name in ("AREAS", "ZONES")}
        read = {
            "AREAS": (area_fids, geometries_of(sources["AREAS"], "AREAS", area_fids, feedback)),
            "ZONES": read_geometries(sources["ZONES"], "ZONES", feedback),
        }
        crs = measuring_crs_of(read["AREAS"][1], sources["AREAS"].sourceCrs(), transforms)
        if crs is None or not read["ZONES"][0]:
            raise QgsProcessingException(_no_polygons("AREAS" if crs is None else "ZONES"))
        grounds = [
            on_ground(*read[name], QgsCoordinateTransform(source.sourceCrs(), crs, transforms), feedback)
            for name, source in sources.items()
        ]
        if not grounds[0].size.any():
            raise QgsProcessingException(_no_polygons("AREAS"))
        return (*grounds, crs)

    def _grid(self, parameters, context, crs, account, feedback) -> Grid | None:
        """The grid where METHOD is dasymetric."""
        source = self.parameterAsSource(parameters, "GRID", context)
        if self.parameterAsString(parameters, "METHOD", context) != DASYMETRIC:
            if source is not None:
                text = tr("GRID is not used: METHOD is areal. Choose dasymetric to spread people as GRID does.")
                account.say(feedback, text, warn=True)
            return None
        weight = self.field(parameters, "GRID_WEIGHT", context)
        split = self.parameterAsInt(parameters, "SPLIT", context)
        grid = read_grid(source, weight, split, crs, context.transformContext(), feedback)
        if not grid.weight.any():
            raise QgsProcessingException(
                tr("No cell of GRID has a place and a weight above 0, so nothing tells where people live. Choose another grid or weight, or METHOD areal.")
            )  # fmt: skip
        return grid


def _no_polygons(layer: str) -> str:
    return tr("{layer} has no polygons. Choose another layer, or clear its filter and selection.").format(layer=layer)
