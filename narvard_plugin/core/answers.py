"""Numbers for a text, taken from the tables of a result by rules that are data: sums, means, shares, and who is first.

A number is never made up: where a table or a column is missing, or nothing has a value, it is NaN and the text shows a dash.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Union

import numpy as np
import pandas as pd

Rule = Mapping[str, object]
Value = Union[float, str]
ROWS, SUM, MEAN, SHARE, LARGEST, SMALLEST, TEXT = "rows", "sum", "mean", "share", "largest", "smallest", "text"


def numbers_of(rules: Sequence[Rule], tables: Mapping[str, pd.DataFrame], region: str) -> dict[str, Value]:
    """The value of every rule by its ``name``; ``region`` is the own one, which a condition can ask for."""
    return {str(rule["name"]): value_of(rule, tables.get(str(rule["of"])), region) for rule in rules}


def value_of(rule: Rule, table: pd.DataFrame | None, region: str) -> Value:
    """What ``do`` says of the ``field`` of the rows that meet every condition in ``where``.

    mean and share are weighted by ``weight`` where it is named. share: the rows that meet ``part`` too, of all; of their
    weight, else their number. text: the ``field`` of the row whose ``by`` is largest, or smallest with ``least``.
    """
    nothing: Value = "" if rule["do"] == TEXT else float("nan")
    needed = [rule.get(name) for name in ("field", "weight", "by")]
    conditions = [*rule.get("where", ()), *rule.get("part", ())]
    needed += [condition["field"] for condition in conditions]
    if table is None or not {name for name in needed if name} <= set(table.columns):
        return nothing
    if any(_asks_for_a_value(one) and len(table) and table[one["field"]].isna().all() for one in conditions):
        return nothing  # who meets a condition is not known where nobody has a value: that is not nobody
    rows = table[_meets(table, rule.get("where", ()), region)]
    if rule["do"] == ROWS:
        return float(len(rows))
    if rule["do"] == TEXT:
        by = _numbers(rows[rule["by"]])
        first = np.nanargmin if rule.get("least") else np.nanargmax
        return nothing if not np.isfinite(by).any() else str(rows[rule["field"]].iloc[int(first(by))])
    weight = _numbers(rows[rule["weight"]]) if rule.get("weight") else np.ones(len(rows))
    if rule["do"] == SHARE:
        inside = _meets(rows, rule.get("part", ()), region)
        total = np.nansum(weight)
        return float(np.nansum(weight[inside]) / total) if total > 0 else nothing
    if rule["do"] == SUM and rows.empty:  # nobody is counted, as against a number that is not known
        return 0.0
    values = _numbers(rows[rule["field"]])
    known = np.isfinite(values) & np.isfinite(weight)
    values, weight = values[known], weight[known]
    if len(values) == 0:
        return nothing
    if rule["do"] == MEAN:
        return float((values * weight).sum() / weight.sum()) if weight.sum() > 0 else nothing
    return float({SUM: np.sum, LARGEST: np.max, SMALLEST: np.min}[rule["do"]](values))


def _meets(table: pd.DataFrame, conditions: Sequence[Rule], region: str) -> np.ndarray:
    """(rows) bool. ``is``: the value as text, or one of several; ``own``: the own region; ``above`` and ``up_to``; ``missing``."""
    met = np.ones(len(table), bool)
    for condition in conditions:
        column = table[condition["field"]]
        if condition.get("own"):
            met &= (column.astype(str) == region).to_numpy()
        if "is" in condition:
            wanted = condition["is"] if isinstance(condition["is"], list) else [condition["is"]]
            met &= _texts(column).isin([str(one) for one in wanted]).to_numpy()
        with np.errstate(invalid="ignore"):
            if "above" in condition:
                met &= _numbers(column) > condition["above"]
            if "up_to" in condition:
                met &= _numbers(column) <= condition["up_to"]
        if "missing" in condition:
            met &= column.isna().to_numpy() == condition["missing"]
    return met


def _asks_for_a_value(condition: Rule) -> bool:
    return bool({"is", "above", "up_to"} & set(condition))


def _texts(column: pd.Series) -> pd.Series:
    """Values as text; whole numbers without the decimals that a column gets when some of its values are missing."""
    if pd.api.types.is_float_dtype(column):
        return column.map(lambda value: str(int(value)) if np.isfinite(value) and value == int(value) else str(value))
    return column.astype(str)


def _numbers(column: pd.Series) -> np.ndarray:
    return pd.to_numeric(column, errors="coerce").to_numpy(float)
