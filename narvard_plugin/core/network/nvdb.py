"""Roads of NVDB's homogenised network (Trafikverket): which columns it has, and what they mean.

Names carry attribute numbers and differ in case and number between deliveries, so they are matched without case and by
prefix. F_ is along the digitised direction, B_ against it; a forbidden F means that driving goes against the line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from .modes import FERRY, NO_STOP, both
from .rules import RoadRules, one_way_access

PREFIXES = {
    "speed_forward": ("f_hogst",),
    "speed_backward": ("b_hogst",),
    "forbidden_forward": ("f_forbjud",),
    "forbidden_backward": ("b_forbjud",),
    "no_traffic_forward": ("f_forbudtraf",),
    "no_traffic_backward": ("b_forbudtraf",),
    "net": ("vagtr",),
    "ferry": ("farjeled", "farje"),
    "motorway": ("motorvag",),
    "expressway": ("motortraf",),
    "road_class": ("klass", "funkvagklass"),  # funktionell vägklass, 0–9
}
# Net types: "1 bil, 2 cykel, 4 gång" are unverified values in the description; texts are read too.
_CYCLE = {"2", "cykel", "cykelnät", "cykelnätet"}
_FOOT = {"4", "gång", "gångnät", "gångnätet"}


def nvdb_columns(names: Sequence[str]) -> dict[str, str]:
    """``{meaning: column}`` of those NVDB columns that a layer has."""
    lower = {name.lower(): name for name in reversed(list(names))}
    found = {}
    for meaning, prefixes in PREFIXES.items():
        for prefix in prefixes:
            hit = next((name for key, name in lower.items() if key.startswith(prefix)), None)
            if hit is not None:
                found[meaning] = hit
                break
    return found


def nvdb_rules(columns: Mapping[str, Sequence]) -> RoadRules:
    """Rules of ``n`` roads from ``{meaning: values}`` as named by ``nvdb_columns``; absent meanings count as not set.

    Emergency vehicles pass signs that forbid motor traffic, never a forbidden direction. Motorways and expressways
    (motortrafikled) are closed to walking and cycling, and nobody may stop on a motorway.
    """
    n = len(columns["speed_forward"])
    net = _text(columns.get("net"), n)
    on_road = ~np.isin(net, list(_CYCLE | _FOOT))
    cycle, ferry = np.isin(net, list(_CYCLE)), _set(columns.get("ferry"), n)
    motorway = _set(columns.get("motorway"), n)
    fast = motorway | _set(columns.get("expressway"), n)
    open_forward = on_road & ~_set(columns.get("forbidden_forward"), n)
    open_backward = on_road & ~_set(columns.get("forbidden_backward"), n)
    quiet_forward = _set(columns.get("no_traffic_forward"), n)
    quiet_backward = _set(columns.get("no_traffic_backward"), n)
    access = one_way_access(("car",), open_forward & ~quiet_forward, open_backward & ~quiet_backward)
    access |= one_way_access(("emergency",), open_forward, open_backward)
    cycling = (on_road & ~fast) | cycle
    access |= one_way_access(("bike",), cycling & (open_forward | cycle), cycling & (open_backward | cycle))
    access |= np.where(~fast, both("walk"), 0).astype(np.uint8)
    flags = np.where(ferry, FERRY, 0) | np.where(motorway, NO_STOP, 0)
    forward = _number(columns["speed_forward"])
    backward = _number(columns["speed_backward"]) if "speed_backward" in columns else forward
    return RoadRules(forward, backward, access, flags.astype(np.uint8), np.ones(n, bool))


def _number(values) -> np.ndarray:
    return pd.to_numeric(pd.Series(values, dtype=object), errors="coerce").to_numpy(float)


def _text(values, n: int) -> np.ndarray:
    if values is None:
        return np.full(n, "", object)
    text = pd.Series(values, dtype=object).map(lambda value: "" if value is None else str(value).strip().lower())
    return text.str.replace(r"\.0$", "", regex=True).to_numpy(object)


def _set(values, n: int) -> np.ndarray:
    """Is the attribute present on each road? NVDB writes 1, true, a ferry's name, or nothing."""
    return ~np.isin(_text(values, n), ["", "0", "false", "nej", "nan", "-1"])
