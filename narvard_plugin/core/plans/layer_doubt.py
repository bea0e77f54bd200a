"""Why a layer cannot carry a verdict: none is bound, it is empty, too old, or nobody knows how old."""

from __future__ import annotations

from datetime import date
from typing import Optional

from .checklist import LayerRole
from .expression import Unknown, unknown
from .measured import LayerUsed

#: Data dated farther ahead than a timetable reaches have a date that is wrong.
_MOST_DAYS_AHEAD = 366


def layer_doubt(role: LayerRole, used: Optional[LayerUsed], today: str) -> Optional[Unknown]:
    """Why a layer cannot be leaned on on the ISO date ``today``; None = it can.

    An empty layer is no evidence of nothing, unless the list says that it is (``may_be_empty``).
    """
    if used is None:
        return unknown("missing", role.name)
    if used.count == 0 and not role.may_be_empty:
        return unknown("empty", role.name)
    if role.max_age_days is None:
        return None
    day = _day(used.date)
    if day is None:
        return unknown("undated", role.name)
    age = (date.fromisoformat(today) - day).days
    if age < -_MOST_DAYS_AHEAD:
        return unknown("undated", role.name)
    return unknown("stale", role.name) if age > role.max_age_days else None


def _day(text: str) -> Optional[date]:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
