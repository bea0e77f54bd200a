"""Ego neighbourhoods: the share of a group among the k people nearest to each square."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsExpression,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsWkbTypes,
)

from ...adapters.areas import values_by_area
from ...adapters.cells import read_cells
from ...adapters.crs import measuring_crs
from ...adapters.outputs import Column, Outputs, extended
from ...adapters.points import move_points
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...adapters.tables import amounts, has_field, required_amounts, texts
from ...core.deso.neighbourhood import Neighbourhoods, even_breaks, neighbourhoods
from ...i18n import number, tr
from ..extending import ExtendingAlgorithm
from ..parameters import enum_parameter
from .neighbourhood_account import (
    EQUAL,
    Cells,
    say_capped,
    say_found,
    say_skipped,
    say_spread,
    say_without,
)
from .same_place import say_same_place

PROPORTIONAL, WHOLE = "proportional", "whole"
_AREA_FIELDS = ("area_code", "desokod", "deso")  # what squares usually call the area they lie in
_OF_AREAS = ("AREA_CODE", "AREA_NUMERATOR", "AREA_TOTAL")
CLASSES = 7  # of the style


class Neighbourhood(ExtendingAlgorithm):
    ID = "neighbourhood"
    GROUP = "deso"
    ADDED_TO = "POINTS"
    TAGS = (
        "neighbourhood", "nearest neighbours", "k nearest", "EquiPop", "segregation", "context", "egohoods", "grannskap",
        "närmaste grannar", "närområde", "individuella grannskap", "rutor",
    )  # fmt: skip

    def __init__(self):
        super().__init__()
        self._style, self._shown, self._breaks = "none", "", []

    def displayName(self):
        return tr("Neighbourhoods of the nearest people")

    def shortHelpString(self):
        return tr(
            "For each square: how large a share of the K people who live nearest belong to a group. Borders of areas play no part, so "
            "the neighbourhood is the same for two people on either side of one.\n\n"
            "POINTS are the squares of a population grid, as points or polygons, with the number of people (TOTAL) and of the group "
            "among them (NUMERATOR). K is one or several numbers of people, such as 200,400,1600.\n\n"
            "OUTPUT is the squares with, for each K, share_k (0–1), people_k (people reached), radius_k (metres out to the last of them; 0 = "
            "the own square is enough) and all_k (true where K is everybody in the layer or more). Squares equally far away are taken together; "
            "TIE says whether the last such ring counts in part, so that exactly K people are reached, or whole.\n\n"
            "Use counts per square, not DeSO figures. A DeSO holds 700 to 2 700 people: where its figures have only been spread on its squares, a "
            "smaller neighbourhood gives back the DeSO. The tool tells when the shares are equal all over each area (POINT_AREA). Where "
            "there are no counts per square, leave NUMERATOR blank and give AREAS: the area's share is then spread on its squares, and the result says "
            "so in its name. With POINT_AREA the result has area_share, the share in the square's whole area, and only_area_k, true where the neighbourhood tells no more "
            "than that.\n\n"
            "SCB perturbs small numbers, so the group can exceed the people of a square. It is then counted as all of them, marked in capped, "
            "counted and listed. A missing or negative number stops the tool, as every neighbour's result depends on it. People outside the layer "
            "are missing: near its edge radius_k is too long, so take squares from the neighbour region too.\n\n"
            "Method: k nearest neighbours as in EquiPop (John Östh), whose figures it reproduces; coordinates are rounded to quarter metres, so "
            "that squares equally far away are seen as such."
        )

    def initAlgorithm(self, config=None):
        kinds = QgsProcessing.SourceType
        self._add(
            QgsProcessingParameterFeatureSource("POINTS", tr("Squares with people"), [kinds.TypeVectorPoint, kinds.TypeVectorPolygon]),
            tr("A population grid: points, or squares whose middles count."),
        )  # fmt: skip
        self._field("NUMERATOR", tr("People of the group (field)"), "POINTS", optional=True,
                    text=tr("Number of people, not a share. Blank = the figures of AREAS are spread."))  # fmt: skip
        self._field("TOTAL", tr("All people (field)"), "POINTS", text=tr("Number of people in the square."))
        self._add(
            QgsProcessingParameterString("K", tr("Nearest people (numbers, with commas)"), defaultValue="200,400,1600"),
            tr("How many people a neighbourhood holds. One or several whole numbers, rising."),
        )
        ties = {PROPORTIONAL: tr("In part: exactly K people"), WHOLE: tr("Whole: K people or more")}
        self._add(
            enum_parameter("TIE", tr("The last ring of squares"), ties, PROPORTIONAL),
            tr("Whether the squares that are equally far away where K is reached count in part or whole."),
            advanced=True,
        )
        self._field("POINT_ID", tr("Id of the squares (field; blank = feature id)"), "POINTS", numeric=False, optional=True,
                    text=tr("Names the squares in messages."), advanced=True)  # fmt: skip
        self._field("POINT_AREA", tr("Area code of the squares (field)"), "POINTS", numeric=False, optional=True, advanced=True,
                    text=tr("The DeSO or other area that the square lies in. Blank = a field area_code, desokod or deso, if there is one, "
                            "is used only to see whether the figures were spread."))  # fmt: skip
        self._add(
            QgsProcessingParameterFeatureSource("AREAS", tr("Areas with figures to spread"), [kinds.TypeVector], optional=True),
            tr("Only where there are no counts per square: a layer or table of areas, whose share every square in them gets."),
            advanced=True,
        )  # fmt: skip
        self._field("AREA_CODE", tr("Area code (field of AREAS)"), "AREAS", numeric=False, optional=True, advanced=True,
                    text=tr("Joins to POINT_AREA."))  # fmt: skip
        self._field("AREA_NUMERATOR", tr("People of the group (field of AREAS)"), "AREAS", optional=True, advanced=True,
                    text=tr("Number of people in the area."))  # fmt: skip
        self._field("AREA_TOTAL", tr("All people (field of AREAS)"), "AREAS", optional=True, advanced=True,
                    text=tr("Number of people in the area, of the same kind and date."))  # fmt: skip
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Share among the nearest people")))

    def _field(self, name, label, layer, *, text, numeric=True, optional=False, advanced=False):
        kind = QgsProcessingParameterField.DataType.Numeric if numeric else QgsProcessingParameterField.DataType.Any
        self._add(
            QgsProcessingParameterField(name, label, None, layer, kind, optional=optional), text, advanced=advanced
        )

    def checkParameterValues(self, parameters, context):
        problem = self._unclear(parameters, context)
        return (False, problem) if problem else super().checkParameterValues(parameters, context)

    def _unclear(self, parameters, context) -> str:
        text = self.parameterAsString(parameters, "K", context)
        if not _sizes(text):
            return tr(
                "K “{text}” must be rising whole numbers above 0 with commas between, such as 200,400,1600."
            ).format(text=text)
        spread = parameters.get("AREAS") not in (None, "")
        if spread == bool(self.parameterAsString(parameters, "NUMERATOR", context)):
            return tr("Give either NUMERATOR, or AREAS with figures to spread on the squares.")
        bare = [name for name in ("POINT_AREA", *_OF_AREAS) if not self.parameterAsString(parameters, name, context)]
        return tr("{names} must name a field.").format(names=", ".join(bare)) if spread and bare else ""

    def added_columns(self, parameters, context):
        columns, by_area = [], bool(self.parameterAsString(parameters, "POINT_AREA", context))
        for size in _sizes(self.parameterAsString(parameters, "K", context)):
            columns += [
                Column(f"share_k{size}", "real", tr("Share among the {k} nearest").format(k=size)),
                Column(f"people_k{size}", "real", tr("People reached ({k} nearest)").format(k=size)),
                Column(f"radius_k{size}", "real", tr("Metres out to the {k} nearest").format(k=size)),
                Column(f"all_k{size}", "flag", tr("{k} is everybody in the layer or more").format(k=size)),
            ]
            if by_area:
                columns.append(
                    Column(f"only_area_k{size}", "flag", tr("The {k} nearest: only its area's share").format(k=size))
                )
        if by_area:
            columns.append(Column("area_share", "real", tr("Share in the square's whole area")))
        columns.append(Column("capped", "flag", tr("More of the group than people: counted as all")))
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account, columns = Account(self, parameters, context), self.added_columns(parameters, context)
        account.name_columns("OUTPUT", columns)
        source = self.source(parameters, "POINTS", context)
        cells = self._cells(source, parameters, context, account, feedback)
        sizes = _sizes(self.parameterAsString(parameters, "K", context))
        whole = self.parameterAsEnumString(parameters, "TIE", context) == WHOLE

        def asked(share):
            if feedback.isCanceled():
                raise Cancelled
            feedback.setProgress(10 + 70 * share)

        found = neighbourhoods(cells.points.xy, cells.group, cells.people, sizes, whole, asked)
        say_found(found, sizes, cells, account, feedback)
        note = say_spread(found, sizes, cells, account, feedback)
        asked(1)
        with Outputs(self, parameters, context, feedback) as outputs:
            added = self._attributes(found, sizes, cells, parameters, context)
            added.update(dict.fromkeys(cells.left_out, [None] * len(columns)))
            rows = self.copied(source, added)
            outputs.write(
                "OUTPUT", extended(source.fields(), columns), source.wkbType(), source.sourceCrs(), rows, len(added)
            )
        self._shown = f"{self.prefix(parameters, context)}share_k{sizes[0]}"
        self._breaks = even_breaks(found.share[:, 0], CLASSES)
        polygons = QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry
        self._style = f"{self.ID}_output{'_areas' if polygons else ''}.qml"
        shown = tr("the {k} nearest").format(k=sizes[0])
        self.keep(account, outputs.results, context, "; ".join(filter(None, [shown, note])))
        return outputs.results

    def _cells(self, source, parameters, context, account, feedback) -> Cells:
        """The squares that take part; those in areas without a figure are left out."""
        total, numerator, id_field, area_field = (
            self.parameterAsString(parameters, name, context)
            for name in ("TOTAL", "NUMERATOR", "POINT_ID", "POINT_AREA")
        )
        area_field = area_field or next((name for name in _AREA_FIELDS if has_field(source, name)), "")
        names = [name for name in (total, numerator, area_field) if name]
        points = read_cells(source, "POINTS", id_field, names, feedback)
        if not points:
            raise QgsProcessingException(
                tr("POINTS has no squares with a place. Choose another layer, or clear its filter and selection.")
            )
        target = measuring_crs(source.sourceCrs(), points.xy, context.transformContext())
        points = move_points(points, source.sourceCrs(), target, context.transformContext())
        say_skipped(points, total, account, feedback)
        say_same_place(points.ids, points.xy, "POINTS", account, feedback)
        people = required_amounts(points.columns[total], points.ids, total, "POINTS")
        area = texts(points.columns[area_field]) if area_field else None
        if numerator:
            group = required_amounts(points.columns[numerator], points.ids, numerator, "POINTS")
        else:
            group = people * self._shares_of_areas(area, parameters, context, account, feedback)
        known = np.isfinite(group)
        say_without(points, people, known, area, account, feedback)
        if not people[known].any():
            raise QgsProcessingException(
                tr("Nobody lives in the squares: every {field} is 0. Choose another field.").format(field=total)
            )
        capped = (group > people) & known
        say_capped(points.ids, group, people, capped, account, feedback)
        cells = Cells(points, people, np.minimum(group, people), capped, area, not numerator, [])
        return cells.only(np.flatnonzero(known))

    def _shares_of_areas(self, area, parameters, context, account, feedback) -> np.ndarray:
        """The share that each square (n) gets from its area; NaN where the area is missing or has no figure."""
        code, group, total = (self.parameterAsString(parameters, name, context) for name in _OF_AREAS)
        source = self.source(parameters, "AREAS", context)
        found = values_by_area(source, "AREAS", code, [group, total], area, account, feedback)
        group, total = amounts(found[group]), amounts(found[total])
        wrong = sorted(
            {own for own, part, people in zip(area, group, total) if part < 0 or people < 0 or part > people}
        )
        if wrong:
            raise QgsProcessingException(
                tr("{n} areas in AREAS have a negative number, or more of the group than people: {list}. Correct them first.")
                .format(n=len(wrong), list=listed(wrong))
            )  # fmt: skip
        return np.divide(group, total, out=np.full(len(area), np.nan), where=total > 0)

    def _attributes(self, found: Neighbourhoods, sizes, cells: Cells, parameters, context) -> dict[int, list]:
        by_area = bool(self.parameterAsString(parameters, "POINT_AREA", context))
        everybody, columns = cells.people.sum(), []
        own = cells.area_share() if by_area else None
        for at, size in enumerate(sizes):
            columns += [found.share[:, at].tolist(), found.people[:, at].tolist(), found.radius[:, at].tolist()]
            columns.append([bool(size >= everybody)] * len(cells.people))
            if by_area:
                columns.append((np.abs(found.share[:, at] - own) <= EQUAL).tolist())
        if by_area:
            columns.append([None if np.isnan(share) else share for share in own.tolist()])
        columns.append(cells.capped.tolist())
        return {fid: list(values) for fid, values in zip(cells.points.fids.tolist(), zip(*columns))}

    def style_file(self, output):
        return self._style

    def postProcessAlgorithm(self, context, feedback):
        """The style is drawn for the first K: its field depends on K and PREFIX, and its classes on how large the group is."""
        super().postProcessAlgorithm(context, feedback)
        for _, layer_id, _, _ in self._kept:
            layer = QgsProcessingUtils.mapLayerFromString(layer_id, context)
            if layer is not None and layer.renderer() is not None and layer.renderer().type() == "RuleRenderer":
                *classes, missing = layer.renderer().rootRule().children()
                field = QgsExpression.quotedColumnRef(self._shown)
                for rule, (low, high) in zip(classes, zip([None, *self._breaks], [*self._breaks, None])):
                    rule.setFilterExpression(_between(field, low, high))
                    rule.setLabel(_class_label(low, high))
                missing.setFilterExpression(f"{field} IS NULL")
        return {}


def _between(field: str, low: float | None, high: float | None) -> str:
    parts = [f"{field} >= {low:g}" if low is not None else "", f"{field} < {high:g}" if high is not None else ""]
    return " AND ".join(filter(None, parts))


def _class_label(low: float | None, high: float | None) -> str:
    if low is None:
        return f"< {number(100 * high)} %"
    return f"≥ {number(100 * low)} %" if high is None else f"{number(100 * low)}–{number(100 * high)} %"


def _sizes(text: str) -> list[int]:
    """The numbers of K; none where they are not rising whole numbers above 0."""
    parts = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
    sizes = [int(part) for part in parts if part.isascii() and part.isdigit()]
    return sizes if len(sizes) == len(parts) and sizes[:1] > [0] and sizes == sorted(set(sizes)) else []
