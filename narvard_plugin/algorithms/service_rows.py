"""The rows of a table of services beside its facilities: what joins, what stands in a year, and what cannot be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from qgis.core import QgsApplication, QgsProcessingException

from ..adapters.points import PointTable
from ..adapters.reading import listed
from ..adapters.tables import texts
from ..core.access.services import standing_in, years
from ..i18n import tr

SERVICES = "SERVICES"


def label_of(entry) -> str:
    """What users read of a catalogue's entry, in their language."""
    return entry.label(QgsApplication.instance().translation() or QgsApplication.locale())


def refuse_strangers(known: np.ndarray, ids: Sequence, facilities: PointTable) -> None:
    """Stop the tool where no row (r bool ``known``; its facility ``ids``) belongs to one of ``facilities``."""
    if not known.any():
        raise QgsProcessingException(
            tr("No row of {layer} belongs to a facility in FACILITIES. Its first ids are {here}, and those of FACILITIES {there}. Choose the right FACILITY_ID.")
            .format(layer=SERVICES, here=listed(ids[:3]), there=listed(facilities.ids[:3]))
        )  # fmt: skip


def say_unknown_ids(ids: Sequence, account, feedback) -> None:
    """Say which facility ``ids`` of SERVICES (None = the cell is empty) are in no facility."""
    unknown = sorted({name or "–" for name in ids})
    if unknown:
        text = tr("{n} facility ids of {layer} are no usable feature of FACILITIES, and their services were left out: {list}.")  # fmt: skip
        account.say(feedback, text.format(n=len(unknown), layer=SERVICES, list=listed(unknown)), warn=True)


def say_ended(ended: int, account, feedback) -> None:
    """Say, without a year asked about, how many rows of SERVICES have a last year."""
    if ended:
        text = tr(
            "{n} rows of {layer} have a last year. Without YEAR they count as offered, also where that year has passed."
        )
        account.say(feedback, text.format(n=ended, layer=SERVICES), warn=True)


def standing_facilities(facilities: PointTable, year: int, account, feedback) -> np.ndarray:
    """(f bool) facilities that are open in ``year``, as far as they have the columns ``opened`` and ``closed``."""
    opened, closed, bad = spans(facilities.columns, ("opened", "closed"), len(facilities.ids))
    say_bad_years(facilities.ids[bad], "FACILITIES", account, feedback)
    return standing_in(opened, closed, year) & ~bad


def spans(
    columns: Mapping[str, Sequence], names: tuple[str, str], size: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """First and last year (n each; NaN = no bound, also where the column is missing), and which cannot be read (n bool)."""
    nothing = [None] * size
    (first, bad), (last, worse) = (years(texts(columns.get(name, nothing))) for name in names)
    return first, last, bad | worse


def say_bad_years(names: Sequence, layer: str, account, feedback) -> None:
    if len(names):
        text = tr("{n} rows of {layer} have years that cannot be read, and were left out: {list}.")
        account.say(feedback, text.format(n=len(names), layer=layer, list=listed(names)), warn=True)
