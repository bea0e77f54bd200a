"""A travel time matrix made by the tool Travel time matrix, joined by id with the people and facilities of a run."""

from __future__ import annotations

import numpy as np
import pandas as pd
from qgis.core import QgsProcessingException

from ..core.network.matrix import Pairs
from ..i18n import tr
from .reading import listed
from .tables import has_field, read_columns, required_amounts, texts

MINUTES, STRAIGHT_MINUTES = "minutes", "straight_minutes"
_ENOUGH_ORIGINS = 20  # to tell a matrix of the k nearest from chance


def read_matrix(source, origin_ids: np.ndarray, facility_ids: np.ndarray, account, feedback, layer="MATRIX") -> Pairs:
    """The pairs of ``source`` as row numbers in ``origin_ids`` (n) and ``facility_ids`` (f), and their minutes.

    Ids found in neither layer are counted and left out; when none is known, or a pair comes twice, the tool stops. A matrix
    that looks like the k nearest of each origin is warned about: the pairs it lacks count as no route.
    """
    straight = not has_field(source, MINUTES) and has_field(source, STRAIGHT_MINUTES)
    field = STRAIGHT_MINUTES if straight else MINUTES
    columns = read_columns(source, layer, ["origin_id", "facility_id", field], feedback)
    if not columns[field]:
        raise QgsProcessingException(
            tr("{layer} has no rows. Choose another layer, or clear its filter and selection.").format(layer=layer)
        )
    if straight:
        account.say(feedback, tr("The matrix holds straight lines, not travel along roads."), warn=True)
    there, here = texts(columns["origin_id"]), texts(columns["facility_id"])
    minutes = required_amounts(columns[field], _Names(there, here), field, layer)
    origin, facility = pd.Index(origin_ids).get_indexer(there), pd.Index(facility_ids).get_indexer(here)
    known = (origin >= 0) & (facility >= 0)
    if not known.any():
        raise QgsProcessingException(
            tr("No row of {layer} has ids of both layers. Choose the same id fields as when the matrix was made. Its first ids are {origins} and {facilities}.")
            .format(layer=layer, origins=listed(there[:3]), facilities=listed(here[:3]))
        )  # fmt: skip
    for unknown, text in (
        (there[origin < 0], tr("{n} origins of {layer} are in no layer and were left out: {list}.")),
        (here[facility < 0], tr("{n} facilities of {layer} are in no layer and were left out: {list}.")),
    ):
        ids = sorted(set(unknown), key=str)
        if ids:
            account.say(feedback, text.format(n=len(ids), layer=layer, list=listed(ids)), warn=True)
    pairs = Pairs(origin[known], facility[known], minutes[known])
    _refuse_repeated_pairs(pairs, origin_ids, facility_ids, layer)
    _say_count(pairs, account, feedback)
    return pairs


class _Names:
    """How a message names each row; made only for the rows that it lists."""

    def __init__(self, origins, facilities):
        self._origins, self._facilities = origins, facilities

    def __getitem__(self, row) -> str:
        return f"{self._origins[row]} – {self._facilities[row]}"


def _refuse_repeated_pairs(pairs: Pairs, origin_ids, facility_ids, layer: str) -> None:
    key = pairs.origin * len(facility_ids) + pairs.facility
    once, times = np.unique(key, return_counts=True)
    twice = once[times > 1]
    if len(twice):
        shown = [f"{origin_ids[one // len(facility_ids)]} – {facility_ids[one % len(facility_ids)]}" for one in twice]
        raise QgsProcessingException(
            tr(
                "{n} pairs of origin and facility come more than once in {layer}: {list}. Make the matrix again."
            ).format(n=len(twice), layer=layer, list=listed(shown))
        )


def _say_count(pairs: Pairs, account, feedback) -> None:
    """Whether most origins have the same number of facilities, but not the same ones: so looks a matrix of the k nearest."""
    count = np.bincount(pairs.origin)
    most, origins = int(count.max()), int((count > 0).sum())
    alike = count == most
    several = len(np.unique(pairs.facility[alike[pairs.origin]])) > most
    if origins >= _ENOUGH_ORIGINS and several and alike.sum() > origins / 2:
        text = tr(
            "{n} of {all} origins in the matrix have exactly {count} facilities. If it was made with COUNT {count}, pairs are missing "
            "and the result is wrong; make it again with COUNT 0."
        )
        account.say(feedback, text.format(n=int(alike.sum()), all=origins, count=most), warn=True)
