"""A measure of access to care per area, and which way it goes: what the tools that hold access against something share."""

from __future__ import annotations

import numpy as np

from ...adapters.reading import listed
from ...i18n import tr
from ..parameters import enum_parameter

TIME, SUPPLY = "time", "supply"


def add_access(tool) -> None:
    """ACCESS, a field of AREAS."""
    tool.add_field(
        "ACCESS",
        tr("Access to care (field)"),
        tr("A measure of access per area, such as people-weighted mean minutes. ACCESS_IS says which way it goes."),
    )


def add_access_is(tool) -> None:
    """ACCESS_IS: whether more of it is poorer or better."""
    labels = {TIME: tr("Travel time or cost: the more, the poorer"), SUPPLY: tr("Supply: the more, the better")}
    tool._add(
        enum_parameter("ACCESS_IS", tr("Access is measured as"), labels, TIME),
        tr("Which way the measure of access goes. A mistake here turns the map round."),
    )


def is_supply(tool, parameters, context) -> bool:
    return tool.parameterAsEnumString(parameters, "ACCESS_IS", context) == SUPPLY


def say_below_zero(access: np.ndarray, field: str, ids: np.ndarray, account, feedback) -> None:
    """Warn of ``access`` (n) below 0: no time and no supply is, but -1 is a common sign of "none"."""
    below = ids[access < 0]
    if len(below):
        text = tr(
            "{n} areas have a number below 0 in {field}, and it was used as it stands: {list}. If it is a sign that there is no value, make it empty first."
        )
        account.say(feedback, text.format(n=len(below), field=field, list=listed(below)), warn=True)
