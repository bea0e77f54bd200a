"""A word of warning where one place stands in several rows of a layer, so that each of them counts."""

from __future__ import annotations

import numpy as np

from ...adapters.reading import listed
from ...core.deso.weights import in_same_place
from ...i18n import tr


def say_same_place(ids: np.ndarray, xy: np.ndarray, layer: str, account, feedback) -> None:
    """``ids`` (n) of the features of ``layer`` and their places ``xy`` (n, 2) in metres, NaN where one has none."""
    placed = np.isfinite(xy).all(1)
    ids = ids[placed]
    again = ids[in_same_place(xy[placed])]
    if len(again):
        text = tr(
            "{n} features in {layer} lie in the same place as another, and every one counts: {list}. Where each place has "
            "several rows, as for several years, filter {layer} to one of them."
        )
        account.say(feedback, text.format(n=len(again), layer=layer, list=listed(again)), warn=True)
