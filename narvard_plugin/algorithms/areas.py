"""What tools about small areas share: the layer AREAS, the code that names each area, and reading both."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource

from ..adapters.one_vintage import refuse_overlapping_areas
from ..adapters.rows import Rows, read_rows
from ..i18n import tr
from .extending import ExtendingAlgorithm


class AreaAlgorithm(ExtendingAlgorithm):
    """A tool whose result is the features of AREAS with fields added, or numbers about them."""

    ADDED_TO = FIELDS_OF = "AREAS"
    ONE_VINTAGE = False  # whether people are summed over AREAS: two vintages in the layer would count everybody twice

    def add_areas(self, text: str, kind=QgsProcessing.SourceType.TypeVector):
        """AREAS (``text`` is its help) and AREA_CODE."""
        self._add(QgsProcessingParameterFeatureSource("AREAS", tr("Areas"), [kind]), text)
        self.add_field(
            "AREA_CODE",
            tr("Area code (field; blank = feature id)"),
            tr("Names the areas in messages, and settles ties."),
            numeric=False,
            optional=True,
            advanced=True,
        )

    def read_areas(self, parameters, context, names: Sequence[str], feedback) -> Rows:
        """The areas with the fields ``names``; blank ones are left out."""
        source = self.source(parameters, "AREAS", context)
        code = self.field(parameters, "AREA_CODE", context)
        if self.ONE_VINTAGE:
            refuse_overlapping_areas(source, "AREAS", code, feedback)
        return read_rows(source, "AREAS", [name for name in names if name], code, feedback)
