"""QGIS feature sources as pandas tables, and back."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from qgis.core import NULL, QgsFeatureRequest, QgsProcessingFeatureSource

# QGIS stops a tool at the first invalid geometry unless told otherwise; tools judge geometries themselves and list the bad ones.
UNCHECKED = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks


class Cancelled(Exception):
    """The user cancelled."""


def read_table(source, names: Sequence[str], feedback) -> pd.DataFrame:
    """The columns ``names`` of ``source`` as a table indexed by feature id; NULL becomes None."""
    indexes = [source.fields().indexFromName(name) for name in names]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(indexes)
    rows = {}
    for feature in source.getFeatures(request, UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        attributes = feature.attributes()
        rows[feature.id()] = [None if attributes[i] == NULL else attributes[i] for i in indexes]
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(names))
