"""Areas in classes that hold equally many people: what "the fifth with the greatest need" means for a planner."""

from __future__ import annotations

import numpy as np


def people_classes(values: np.ndarray, people: np.ndarray, count: int = 5) -> np.ndarray:
    """Areas (a) in ``count`` classes of the ``people`` by rising ``values``: 1 … ``count``, 0 where the value is NaN.

    An area belongs where the middle of its people stands; areas of equal value stand together. The order of the rows
    means nothing.
    """
    classes = np.zeros(len(values), int)
    known = np.isfinite(values)
    _, place = np.unique(values[known], return_inverse=True)
    size = np.bincount(place, weights=people[known]) if known.any() else np.zeros(0)
    if size.sum() > 0:
        middle = (np.cumsum(size) - size / 2) / size.sum()
        classes[known] = np.clip(np.ceil(count * middle), 1, count).astype(int)[place]
    return classes
