"""What tools about small areas share: the layer AREAS, the code that names each area, and reading both."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource

from ..adapters.rows import Rows, read_rows
from ..i18n import tr
from .extending import ExtendingAlgorithm


class AreaAlgorithm(ExtendingAlgorithm):
    """A tool whose result is the features of AREAS with fields added, or numbers about them."""

    ADDED_TO = FIELDS_OF = "AREAS"

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
        wanted = [name for name in names if name]
        return read_rows(source, "AREAS", wanted, self.field(parameters, "AREA_CODE", context), feedback)
