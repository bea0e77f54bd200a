"""The numbers of the checklist that the region has made its own: who confirmed them, when, and by which decision."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, datetime, timezone
from typing import Optional

import pandas as pd

from ...core.plans.judging import Confirmed
from .errors import PlanRefused

_TABLE = "parameter_decisions"
_COLUMNS = ("parameter", *Confirmed._fields)


def confirm_parameter(
    workspace,
    name: str,
    value: float,
    unit: str,
    who: str,
    decision: str,
    decision_date: str,
    today: Optional[date] = None,
) -> None:
    """Keep that the region has decided on ``value`` for the parameter ``name``; it stands instead of an earlier decision.

    ``unit`` is the list's Swedish unit: a list in another unit does not take the number. ``decision``: which decision it
    is (a diarienummer and paragraph); ``decision_date`` its ISO date. Raises `PlanRefused`.
    """
    if not all(text.strip() for text in (unit, who, decision)):
        raise PlanRefused("decision_incomplete", parameter=name)
    if not math.isfinite(value):
        raise PlanRefused("no_number", parameter=name, value=value)
    try:
        decided = date.fromisoformat(decision_date)
    except ValueError as error:
        raise PlanRefused("no_date", parameter=name, value=decision_date) from error
    if decided > (today or date.today()):
        raise PlanRefused("future_decision", parameter=name, value=decision_date)
    row = {
        "parameter": name,
        "value": float(value),
        "unit": unit.strip(),
        "who": who.strip(),
        "time": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "decision": decision.strip(),
        "decision_date": decided.isoformat(),
    }
    workspace.write(_TABLE, pd.DataFrame([row]))


def confirmed_parameters(workspace) -> Mapping[str, Confirmed]:
    """Every confirmed parameter by its name, the newest decision of each."""
    rows = workspace.read(_TABLE)
    return {row.pop("parameter"): Confirmed(**row) for row in rows[list(_COLUMNS)].to_dict("records")}
