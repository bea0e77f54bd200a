"""What is known of the area that each point lies in: values of an areas layer joined by area code."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..core.deso.vintage import read_codes
from ..i18n import tr
from .reading import listed
from .tables import read_columns, refuse_repeated, texts
from .vintages import Coded, refuse_other_vintages


def values_by_area(
    source,
    layer: str,
    code_field: str,
    names: Sequence[str],
    codes: np.ndarray,
    account,
    feedback,
    told_by: Coded | None = None,
) -> dict[str, list]:
    """For each of ``codes`` (n text or None) the values of the fields ``names`` in the area with that code; None without.

    ``told_by`` is what the codes stand in: where it and the areas say different vintages the tool stops, as it does for two
    areas with the same code. SCB's suffixes are taken off. Codes without an area are counted and listed.
    """
    refuse_other_vintages(Coded(source, layer, code_field), [told_by] if told_by else [], feedback)
    columns = read_columns(source, layer, list(dict.fromkeys([code_field, *names])), feedback)
    own = read_codes(texts(columns[code_field])).code
    refuse_repeated(own.tolist(), layer, code_field)
    row = {code: at for at, code in enumerate(own) if code is not None}
    asked = read_codes(codes, row).code
    unknown = sorted({code for code in asked if code is not None and code not in row})
    if unknown:
        text = tr("{n} area codes of the people are not in {layer}: {list}.")
        account.say(feedback, text.format(n=len(unknown), layer=layer, list=listed(unknown)), warn=True)
    return {name: [columns[name][row[code]] if code in row else None for code in asked] for name in names}
