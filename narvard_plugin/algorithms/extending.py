"""Tools whose result is a copy of an input layer with fields added."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsProcessingParameterString

from ..adapters.outputs import copied_attributes, name_clashes
from ..adapters.reading import UNCHECKED
from ..i18n import tr
from .base import NarvardAlgorithm


class ExtendingAlgorithm(NarvardAlgorithm):
    """A tool that adds fields, with a PREFIX, to copied features; a name that stands there already is refused."""

    ADDED_TO: str | None = None  # the parameter whose features the output copies

    def added_columns(self, parameters, context):
        """The columns that the tool adds to the features of ``ADDED_TO``."""
        return []

    def checkParameterValues(self, parameters, context):
        problem = self._check_names(parameters, context)
        return (False, problem) if problem else super().checkParameterValues(parameters, context)

    def _check_names(self, parameters, context):
        return self.clash_sentence(parameters, self.ADDED_TO, self.added_columns(parameters, context), context)

    def clash_sentence(self, parameters, layer, columns, context) -> str:
        """What to say where the layer of the parameter ``layer`` already has some of ``columns``; else nothing."""
        source = self.parameterAsSource(parameters, layer, context) if layer else None
        clashes = name_clashes(source.fields(), columns) if source else []
        if not clashes:
            return ""
        return tr("{layer} already has fields that this tool adds: {names}. Give the added fields a PREFIX.").format(
            layer=layer, names=", ".join(clashes)
        )

    def add_prefix(self, default=""):
        self._add(
            QgsProcessingParameterString(
                "PREFIX", tr("Prefix of the added fields"), optional=True, defaultValue=default
            ),
            tr("Goes before every field that the tool adds, so that results of several runs can stand side by side."),
            advanced=True,
        )

    def prefix(self, parameters, context):
        return self.parameterAsString(parameters, "PREFIX", context)

    def prefixed(self, columns, parameters, context):
        """The columns with the PREFIX before their names."""
        self._prefix = self.prefix(parameters, context)
        return [column._replace(name=self._prefix + column.name) for column in columns]

    def copied(self, source, added: dict[int, list]):
        """Rows for ``Outputs.write``: the features of ``source`` whose ids are in ``added``, with those values appended."""
        for feature in source.getFeatures(QgsFeatureRequest(), UNCHECKED):
            values = added.get(feature.id())
            if values is not None:
                yield feature.geometry(), copied_attributes(feature, source.fields()) + values

    def copied_in_order(self, source, added: dict[int, list]):
        """The same in the order of ``added``, for a layer small enough to be held."""
        features = {feature.id(): feature for feature in source.getFeatures(QgsFeatureRequest(), UNCHECKED)}
        for fid, values in added.items():
            yield features[fid].geometry(), copied_attributes(features[fid], source.fields()) + values
