"""What tools about small areas share: the layer AREAS, the code that names each area, and reading both."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource, QgsProcessingParameterField

from ..adapters.rows import Rows, read_rows
from ..i18n import tr
from .extending import ExtendingAlgorithm


class AreaAlgorithm(ExtendingAlgorithm):
    """A tool whose result is the features of AREAS with fields added, or numbers about them."""

    ADDED_TO = "AREAS"

    def __init__(self):
        super().__init__()
        self._needed: list[str] = []  # parameters with a default field, which must not be left blank

    def checkParameterValues(self, parameters, context):
        blank = [name for name in self._needed if not self.field(parameters, name, context)]
        if blank:
            return False, tr("{names} must name a field.").format(names=", ".join(blank))
        return super().checkParameterValues(parameters, context)

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

    def add_field(
        self,
        name,
        label,
        text,
        *,
        numeric=True,
        optional=False,
        many=False,
        layer="AREAS",
        default=None,
        advanced=False,
    ):
        """A field of ``layer``; ``many`` of them where the parameter takes a list.

        One with a ``default`` is declared as optional, since QGIS fills defaults of fields in for optional ones only; left
        blank it is refused all the same.
        """
        kinds = QgsProcessingParameterField.DataType
        kind = kinds.Numeric if numeric else kinds.Any
        if default:
            self._needed.append(name)
            optional = True
        self._add(
            QgsProcessingParameterField(name, label, default, layer, kind, allowMultiple=many, optional=optional),
            text,
            advanced=advanced,
        )

    def field(self, parameters, name: str, context) -> str:
        """The field that the parameter names; "" where it is blank."""
        return self.parameterAsString(parameters, name, context)

    def read_areas(self, parameters, context, names: Sequence[str], feedback) -> Rows:
        """The areas with the fields ``names``; blank ones are left out."""
        source = self.source(parameters, "AREAS", context)
        wanted = [name for name in names if name]
        return read_rows(source, "AREAS", wanted, self.field(parameters, "AREA_CODE", context), feedback)
