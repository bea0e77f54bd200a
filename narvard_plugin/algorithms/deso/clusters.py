"""Where high values lie by high ones and low by low, more than chance would have it."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ...adapters.contiguity import centres, shared_borders
from ...adapters.ground import geometries_of
from ...adapters.outputs import NO_GEOMETRY, Column, Outputs, extended, fields_of, numbers
from ...adapters.provenance import Account
from ...adapters.reading import Cancelled, listed
from ...core.deso.autocorrelation import FEWEST, global_moran
from ...core.deso.borders import TOLERANCE
from ...core.deso.local_clusters import GISTAR, MORAN, NO_VALUE, Asked, LocalClusters, local_clusters
from ...core.deso.weights import nearest, neighbour_counts, of_pairs, row_standardised
from ...i18n import tr
from ..areas import AreaAlgorithm
from ..parameters import enum_parameter
from .clusters_account import Question, global_columns, say_found, say_global
from .same_place import say_same_place

QUEEN, ROOK, KNN = "queen", "rook", "knn"


class Clusters(AreaAlgorithm):
    ID = "clusters"
    GROUP = "deso"
    ONE_VINTAGE = True
    TAGS = ("cluster", "hot spot", "Moran", "LISA", "Getis-Ord", "kluster", "anhopning", "rumslig autokorrelation")

    def displayName(self):
        return tr("Clusters: where high lies by high")

    def shortHelpString(self):
        return tr(
            "Finds areas whose value and whose neighbours' values are alike, or unlike, more than chance would have it: "
            "neighbourhoods of great need that hang together, and single areas that differ from all around them.\n\n"
            "METHOD moran (local Moran) tells four kinds: high_high (high among high), low_low, and the outliers high_low (a "
            "high area among low ones) and low_high. METHOD gistar (Getis–Ord Gi*) tells hot and cold: the area and its "
            "neighbours together. High and low are over and under the mean of all areas, each area counted once. What is "
            "coloured are the cores: the neighbours of a core belong to its cluster, though they may not be coloured.\n\n"
            "A map of counts shows where people live. To ask about need, give a share or a number per person as VALUE, or a "
            "count as VALUE and the people as DENOMINATOR. Shares of few people vary by chance alone.\n\n"
            "p_value is the two-sided chance of such neighbours: the area stays, its neighbours are drawn PERMUTATIONS times "
            "from all the other areas, the same way for the same SEED and whatever the order of the rows; draws as high as what was "
            "found count on both sides. With FDR, p_adjusted (Benjamini–Hochberg) must be at most SIGNIFICANCE, so that of the "
            "areas pointed out only that share is expected to be chance; without it p_value must be, and at 0.05 one area in "
            "twenty is pointed out where there is no pattern at all. not_significant does not say that an area is like the "
            "mean. It also stands where one extreme value makes the word and p point different ways: neighbours that would be "
            "called low, but are higher than chance would have it. An area without neighbours is island and one without value no_value: neither has a statistic or p.\n\n"
            "GLOBAL_I is Moran's I of the whole map, with row-standardised weights; the table GLOBAL has it with binary weights "
            "too, which gives another number.\n\n"
            "Figures from the library esda 2.9.0 differ where it departs from the sources: its p is one-tailed, an area "
            "without neighbours gets p 0.001, equal values count on one side only, and Gi* with row-standardised weights has "
            "another variance than Ord and Getis's.\n\n"
            "Method: Anselin's local Moran, Ord and Getis's Gi* as z, conditional permutation."
        )

    def initAlgorithm(self, config=None):
        self.add_areas(
            tr("Polygons that meet (queen, rook), or polygons or points (knn)."),
            QgsProcessing.SourceType.TypeVectorAnyGeometry,
        )
        self.add_field("VALUE", tr("Value (field)"), tr("A share, a rate or an index; a count only with DENOMINATOR."))
        self.add_field(
            "DENOMINATOR",
            tr("Divided by (field; blank = the value as it is)"),
            tr("For example the people, where the value is a count. An area where it is 0 or empty has no value."),
            optional=True,
        )
        methods = {MORAN: tr("Local Moran: clusters and outliers"), GISTAR: tr("Getis–Ord Gi*: hot and cold spots")}
        self._add(
            enum_parameter("METHOD", tr("Method"), methods, MORAN),
            tr("Local Moran also finds single areas that differ from their neighbours; Gi* does not."),
        )
        kinds = {
            QUEEN: tr("areas that meet, also in a corner"),
            ROOK: tr("areas that share a border"),
            KNN: tr("the nearest areas"),
        }
        self._add(
            enum_parameter("WEIGHTS", tr("Neighbours are"), kinds, QUEEN),
            tr(
                "The nearest are measured between the areas' midpoints; of those equally far away the first by area code is taken."
            ),
        )
        self._number("NEIGHBOURS", tr("Number of nearest areas"), tr("For the nearest areas (knn)."), 8, (1, 1000))
        self._number(
            "PERMUTATIONS", tr("Permutations"),
            tr("p cannot be lower than 2 / (PERMUTATIONS + 1). With FDR and few areas 9 999 finds more than 999."),
            9_999, (99, 99_999),
        )  # fmt: skip
        self._number("SEED", tr("Seed of the draws"), tr("The same seed gives the same result."), 1, (0, 2**31 - 1))
        self._add(
            QgsProcessingParameterBoolean("FDR", tr("Control the share of false findings (FDR)"), True),
            tr("Takes into account that so many areas are tested at once."),
        )
        self._add(
            QgsProcessingParameterNumber(
                "SIGNIFICANCE", tr("Significance level"), QgsProcessingParameterNumber.Type.Double, 0.05,
                minValue=0.0001, maxValue=0.5,
            ),
            tr("An area is pointed out where its p is at most this."),
            advanced=True,
        )  # fmt: skip
        self.parameterDefinition("SIGNIFICANCE").setMetadata({"widget_wrapper": {"decimals": 4}})
        self._add(
            QgsProcessingParameterNumber(
                "TOLERANCE", tr("Outlines this near are the same border (m)"),
                QgsProcessingParameterNumber.Type.Double, TOLERANCE, minValue=0.0001, maxValue=100,
            ),
            tr("Raise it where the areas were drawn each for themselves, with gaps between them (queen, rook)."),
            advanced=True,
        )  # fmt: skip
        self.parameterDefinition("TOLERANCE").setMetadata({"widget_wrapper": {"decimals": 4}})
        self.add_prefix()
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Clusters")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "GLOBAL", tr("Moran's I of the whole map"), QgsProcessing.SourceType.TypeVector,
                optional=True, createByDefault=False,
            )
        )  # fmt: skip
        self.addOutput(QgsProcessingOutputNumber("GLOBAL_I", tr("Moran's I (row-standardised)")))

    def _number(self, name, label, text, default, limits) -> None:
        whole = QgsProcessingParameterNumber.Type.Integer
        self._add(QgsProcessingParameterNumber(name, label, whole, default, False, *limits), text)

    def added_columns(self, parameters, context):
        columns = [
            Column("statistic", "real", tr("Local Moran's I, or Gi* as z")),
            Column("p_value", "real", tr("p, two-sided")),
            Column("cluster", "text", tr("Cluster (high_high, low_low, high_low, low_high; hot, cold)")),
            Column("p_adjusted", "real", tr("p adjusted for the number of areas (FDR)")),
            Column("analysed", "real", tr("The value analysed")),
            Column("lag", "real", tr("Mean of the neighbours")),
            Column("neighbours", "integer", tr("Neighbours with a value")),
        ]
        return self.prefixed(columns, parameters, context)

    def compute(self, parameters, context, feedback):
        account = Account(self, parameters, context)
        account.name_columns("OUTPUT", self.added_columns(parameters, context))
        account.name_columns("GLOBAL", global_columns())
        source = self.source(parameters, "AREAS", context)
        value, denominator = (self.field(parameters, name, context) for name in ("VALUE", "DENOMINATOR"))
        areas = self.read_areas(parameters, context, [value, denominator], feedback)
        values = _values(areas, value, denominator, account, feedback)
        question = self._question(source, areas, values, parameters, context, account, feedback)
        asked = self._asked(parameters, context)

        def step(share):
            if feedback.isCanceled():
                raise Cancelled
            feedback.setProgress(100 * share)

        answer = local_clusters(question.weights, question.values, asked, step)
        say_found(question, asked, answer, account, feedback)
        maps = {
            "row_standardised": global_moran(row_standardised(question.weights), question.values),
            "binary": global_moran(question.weights, question.values),
        }
        say_global(maps["row_standardised"], account, feedback)
        self._style = _style(source, asked)
        with Outputs(self, parameters, context, feedback) as outputs:
            fields = extended(source.fields(), self.added_columns(parameters, context))
            added = _attributes(areas, values, question, answer)
            copied = self.copied(source, added)
            outputs.write("OUTPUT", fields, source.wkbType(), source.sourceCrs(), copied, len(added))
            rows = [(None, [name, len(question.ids), *numbers(found)]) for name, found in maps.items()]
            outputs.write("GLOBAL", fields_of(global_columns()), NO_GEOMETRY, QgsCoordinateReferenceSystem(), rows)
        self.keep(account, outputs.results, context)
        return {**outputs.results, "GLOBAL_I": numbers([maps["row_standardised"].moran_i])[0]}

    def style_file(self, output):
        return self._style if output == "OUTPUT" else super().style_file(output)

    def _question(self, source, areas, values, parameters, context, account, feedback) -> Question:
        """The areas that have a value and a place, by rising id, and who is whose neighbour."""
        kind = self.parameterAsString(parameters, "WEIGHTS", context)
        if kind != KNN and not _has_polygons(source):
            raise QgsProcessingException(
                tr("AREAS are not polygons, so nothing tells which of them meet. Choose the nearest areas (knn).")
            )
        shapes = geometries_of(source, "AREAS", areas.fids, feedback)
        xy = centres(shapes, source.sourceCrs(), context.transformContext())
        say_same_place(areas.ids, xy, "AREAS", account, feedback)
        placed = np.isfinite(xy).all(1)
        if not placed.all():
            text = tr("{n} areas have no geometry and are left out of the computation: {list}.")
            account.say(feedback, text.format(n=(~placed).sum(), list=listed(areas.ids[~placed])), warn=True)
        kept = np.flatnonzero(placed & np.isfinite(values))
        if len(kept) < FEWEST:
            raise QgsProcessingException(
                tr("{n} areas have a value and a geometry; the method needs at least {least}.").format(
                    n=len(kept), least=FEWEST
                )
            )
        kept = kept[np.argsort(areas.ids[kept].astype(str), kind="stable")]
        if kind == KNN:
            weights = nearest(xy[kept], self.parameterAsInt(parameters, "NEIGHBOURS", context))
        else:
            tolerance = self.parameterAsDouble(parameters, "TOLERANCE", context)
            chosen = [shapes[row] for row in kept]
            met = shared_borders(chosen, source.sourceCrs(), context.transformContext(), feedback, tolerance)
            wanted = (met.metres > 0) | (kind == QUEEN)
            weights = of_pairs(len(kept), met.first[wanted], met.second[wanted])
        return Question([areas.fids[row] for row in kept], areas.ids[kept], values[kept], weights)

    def _asked(self, parameters, context) -> Asked:
        return Asked(
            self.parameterAsString(parameters, "METHOD", context),
            self.parameterAsInt(parameters, "PERMUTATIONS", context),
            self.parameterAsInt(parameters, "SEED", context),
            self.parameterAsDouble(parameters, "SIGNIFICANCE", context),
            self.parameterAsBool(parameters, "FDR", context),
        )


def _has_polygons(source) -> bool:
    return QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry


def _style(source, asked: Asked) -> str:
    """The styles are for polygons."""
    if not _has_polygons(source):
        return "none"
    return "clusters_output_gistar.qml" if asked.method == GISTAR else "clusters_output.qml"


def _values(areas, value: str, denominator: str, account, feedback) -> np.ndarray:
    """What is analysed (n); NaN where it is missing, counted and listed."""
    values = areas.amounts(value)
    if denominator:
        below = areas.counts(denominator, "AREAS")
        values = np.divide(values, below, out=np.full(len(values), np.nan), where=below > 0)
    missing = ~np.isfinite(values)
    if missing.any():
        text = tr("{n} areas have no value and are left out of the computation: {list}.")
        account.say(feedback, text.format(n=missing.sum(), list=listed(areas.ids[missing])), warn=True)
    return values


def _attributes(areas, values, question: Question, answer: LocalClusters) -> dict[int, list]:
    added = {fid: [None, None, NO_VALUE, None, value, None, None] for fid, value in zip(areas.fids, numbers(values))}
    columns = zip(
        question.fids, numbers(answer.statistic), numbers(answer.p), answer.cluster, numbers(answer.adjusted),
        numbers(question.values), numbers(answer.lag), neighbour_counts(question.weights).tolist(),
    )  # fmt: skip
    added.update((fid, list(values)) for fid, *values in columns)
    return added
