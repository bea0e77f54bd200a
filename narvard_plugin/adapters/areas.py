"""What is known of the area that each point lies in: values of an areas layer joined by area code."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..i18n import tr
from .reading import listed
from .tables import read_columns, refuse_repeated, texts


def values_by_area(
    source, layer: str, code_field: str, names: Sequence[str], codes: np.ndarray, account, feedback
) -> dict[str, list]:
    """For each of ``codes`` (n text or None) the values of the fields ``names`` in the area with that code; None without.

    Two areas with the same code stop the tool, and codes without an area are counted and listed.
    """
    columns = read_columns(source, layer, list(dict.fromkeys([code_field, *names])), feedback)
    own = texts(columns[code_field])
    refuse_repeated(own.tolist(), layer, code_field)
    row = {code: at for at, code in enumerate(own) if code is not None}
    unknown = sorted({code for code in codes if code is not None and code not in row})
    if unknown:
        text = tr("{n} area codes of the people are not in {layer}: {list}.")
        account.say(feedback, text.format(n=len(unknown), layer=layer, list=listed(unknown)), warn=True)
    return {name: [columns[name][row[code]] if code in row else None for code in codes] for name in names}
