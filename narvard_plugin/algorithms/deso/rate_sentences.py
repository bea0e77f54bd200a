"""What to tell a user whose rates cannot be read."""

from __future__ import annotations

from ...core.deso.rates import BadRate, RepeatedRate, UnknownCount
from ...i18n import tr


def rate_sentence(error: BadRate, layer: str) -> str:
    if isinstance(error, RepeatedRate):
        return tr("RATES has two rates called {name}. Give each its own name.").format(name=error.text)
    if isinstance(error, UnknownCount):
        return tr("RATES is made from {name}, which is no field of {layer}.").format(name=error.text, layer=layer)
    return tr(
        "RATES cannot be read at “{text}”. Write name=part/whole, such as share_old=old/population, with ; between several."
    ).format(text=error.text)
