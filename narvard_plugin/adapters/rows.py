"""The features of a layer or table as rows: who they are, and the values of some fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from qgis.core import QgsFeatureRequest, QgsProcessingException

from ..i18n import tr
from .reading import UNCHECKED, Cancelled, as_text, field_indexes, listed, values_at
from .tables import amounts, refuse_repeated


class Rows(NamedTuple):
    """Features (n) in the layer's order: their feature ids, their ids as text (n object), and columns with NULL as None."""

    fids: list[int]
    ids: np.ndarray
    columns: dict[str, list]

    def amounts(self, field: str) -> np.ndarray:
        """Numbers (n); NaN where there is none."""
        return amounts(self.columns[field])

    def counts(self, field: str, layer: str) -> np.ndarray:
        """Numbers (n) that cannot lie below 0, NaN where there is none; a negative one stops the tool, with its id."""
        found = self.amounts(field)
        bad = self.ids[(found < 0) | np.isinf(found)]
        if len(bad):
            raise QgsProcessingException(
                tr("{n} features in {layer} have a negative value in {field}: {list}. Correct them first.")
                .format(n=len(bad), layer=layer, field=field, list=listed(bad))
            )  # fmt: skip
        return found


def read_rows(source, layer: str, names: Sequence[str], id_field: str, feedback) -> Rows:
    """Every feature of ``source`` with the fields ``names``; without ``id_field`` its id is the feature's own.

    A field that is missing, and an id that is missing or repeated, stop the tool. ``layer`` is the parameter's name.
    """
    wanted = list(dict.fromkeys([*([id_field] if id_field else []), *names]))
    indexes = field_indexes(source, layer, wanted)
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(indexes)
    fids, rows = [], []
    for feature in source.getFeatures(request, UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        fids.append(feature.id())
        rows.append(values_at(feature, indexes))
    columns = {name: [row[at] for row in rows] for at, name in enumerate(wanted)}
    if not id_field:
        return Rows(fids, np.array([str(fid) for fid in fids] or [], object), columns)
    bare = [fid for fid, value in zip(fids, columns[id_field]) if value is None or not as_text(value)]
    if bare:
        raise QgsProcessingException(
            tr("{n} features in {layer} have no id in {field}: features {list}. Give each one an id.")
            .format(n=len(bare), layer=layer, field=id_field, list=listed(bare))
        )  # fmt: skip
    ids = [as_text(value) for value in columns[id_field]]
    refuse_repeated(ids, layer, id_field)
    return Rows(fids, np.array(ids or [], object), columns)
