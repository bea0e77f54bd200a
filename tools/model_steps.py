"""What a ready-made model is written down in: what the user gives, and the tools in their order."""

from __future__ import annotations

from typing import NamedTuple


class Input(NamedTuple):
    """What the user gives.

    ``kind`` is points, areas, table, network, number, whole (number), text, expression (on FACILITIES), ``field of`` or
    ``fields of`` another input, or ``choice of tool PARAMETER``: what that parameter of the tool may be chosen among.
    """

    name: str
    kind: str
    default: object = None
    optional: bool = False


class Of(NamedTuple):
    """The output ``name`` of an earlier ``step``, or what the user gave as ``name``."""

    name: str
    step: str = ""


class Computed(NamedTuple):
    """An ``expression`` of what the user gave, where the inputs are variables: @YEAR."""

    expression: str


class Step(NamedTuple):
    """One tool: its parameters, and which of its outputs are results of the model, by the name they get."""

    name: str
    tool: str
    parameters: dict
    results: dict = {}


PEOPLE = {"ORIGINS": Of("PEOPLE"), "ORIGIN_ID": "origin_id", "POPULATION": "population"}
ROAD = {"NETWORK": Of("NETWORK"), **PEOPLE}
# The year closed may be one that is decided and lies ahead.
NOT_CLOSED = '"closed" IS NULL OR "closed" > year(now())'
CENTRES = f"\"type\" = 'vardcentral' AND ({NOT_CLOSED})"
CHOSEN = Step("chosen", "native:extractbyexpression", {"INPUT": Of("FACILITIES"), "EXPRESSION": Of("WHICH")})
