"""Tables (and layers read without their geometry) as columns, and their numbers with whatever is wrong in them named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from qgis.core import QgsFeatureRequest, QgsProcessingException

from ..i18n import tr
from .reading import UNCHECKED, Cancelled, as_text, field_indexes, listed, values_at


def read_columns(source, layer: str, names: Sequence[str], feedback) -> dict[str, list]:
    """Values of the fields ``names`` in every row, NULL as None; a field that is missing stops the tool.

    ``layer`` is the parameter's name, for messages.
    """
    indexes = field_indexes(source, layer, names)
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(indexes)
    rows = []
    for feature in source.getFeatures(request, UNCHECKED):
        if feedback.isCanceled():
            raise Cancelled
        rows.append(values_at(feature, indexes))
    return {name: [row[at] for row in rows] for at, name in enumerate(names)}


def has_field(source, name: str) -> bool:
    return source.fields().indexFromName(name) >= 0


def texts(values: Sequence) -> np.ndarray:
    """Codes or ids (n object) as text; None stays None."""
    return np.array([None if value is None else as_text(value) for value in values] or [], object)


def amount(value) -> float:
    """A number, or NaN where there is none."""
    try:
        return np.nan if value is None else float(value)
    except (TypeError, ValueError):
        return np.nan


def amounts(values: Sequence) -> np.ndarray:
    """Numbers (n); what is missing or no number is NaN."""
    return np.array([amount(value) for value in values], float)


def required_amounts(values: Sequence, ids: Sequence, field: str, layer: str) -> np.ndarray:
    """Numbers (n) that every result depends on: a missing, negative or unreadable one stops the tool, with its id."""
    found = amounts(values)
    bad = [ids[row] for row in np.flatnonzero(~(found >= 0) | np.isinf(found))]
    if bad:
        raise QgsProcessingException(
            tr("{n} features in {layer} have a missing or negative value in {field}: {list}. Every sum depends on it; correct them first.")
            .format(n=len(bad), layer=layer, field=field, list=listed(bad))
        )  # fmt: skip
    return found


def refuse_repeated(keys: Sequence, layer: str, fields: str) -> None:
    """Stop the tool where two rows have the same key (texts, or tuples of them)."""
    repeated = [key for key, times in Counter(keys).items() if times > 1]
    if repeated:
        shown = [key if isinstance(key, str) else " – ".join(map(str, key)) for key in repeated]
        raise QgsProcessingException(
            tr("{n} rows of {layer} are repeated ({fields}): {list}. Each may occur once.")
            .format(n=len(repeated), layer=layer, fields=fields, list=listed(shown))
        )  # fmt: skip
