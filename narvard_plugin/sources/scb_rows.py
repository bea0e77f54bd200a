"""Answers of SCB's tables as rows of the workspace's ``statistics``: what each figure is called, and which ones are valid."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
import pandas as pd

from ..core.deso.joining import field_name, year_of
from ..core.deso.small_numbers import MISSING, OK, SUPPRESSED
from ..core.deso.vintage import outside_years
from .errors import Unreadable
from .jsonstat import Dataset, Dimension
from .scb_regions import Areas
from .scb_tables import OTHER, Theme

COLUMNS = ("area_code", "vintage", "variable", "year", "value", "status")
_ALL = re.compile(r"totalt?\b|samtliga|båda könen|män och kvinnor|1\+2$", re.IGNORECASE)
_SPAN = re.compile(r"-?\d+-?\d*-?")  # 65-69, 80- and -4 read better than what the table calls them


class Masked(NamedTuple):
    """Rows with the figures outside the vintage's years made missing: how many were, of which ``zeros`` stood as 0."""

    rows: pd.DataFrame
    count: int
    zeros: int


def rows_of(datasets: Sequence[Dataset], metadata: Dataset, areas: Areas, theme: Theme) -> pd.DataFrame:
    """One row per area, variable and year.

    ``metadata`` says what the whole table has, so that a name is the same however much of it was asked for.
    """
    names = _Names(metadata, theme)
    rows = pd.concat([_rows(dataset, metadata, names, areas) for dataset in datasets], ignore_index=True)
    rows["variable"] = rows["variable"].replace(dict(theme.rename))
    repeated = rows.duplicated(["area_code", "variable", "year"])
    if repeated.any():
        one = rows[repeated].iloc[0]
        raise Unreadable(theme.table, f"{one['area_code']}, {one['variable']}, {one['year']} x 2")
    return rows[list(COLUMNS)]


def variables_of(values: Mapping[str, Sequence[str]], metadata: Dataset, theme: Theme) -> list[str]:
    """What the figures of a selection (``values`` by variable) will be called, known before anything is fetched."""
    names = _Names(metadata, theme)
    beside = [
        [(code, (value, metadata.of(code).label_of(value))) for value in chosen]
        for code, chosen in values.items()
        if code not in (metadata.geo, metadata.time)
    ]
    found = [names.of(dict(chosen)) for chosen in product(*beside)]
    found = [theme.rename.get(name, name) for name in found]
    return [*found, *(one["name"] for one in theme.sums if set(one["of"]) <= set(found))]


def masked(rows: pd.DataFrame, level: str, vintage: str) -> Masked:
    """A vintage has no figures outside its years, whatever the table answers there: SCB's TAB6574 says 0."""
    outside = outside_years(level, vintage, rows["year"].to_numpy(float))
    zeros = outside & (rows["value"].to_numpy(float) == 0)
    rows = rows.assign(value=rows["value"].where(~outside, np.nan), status=rows["status"].where(~outside, MISSING))
    return Masked(rows, int(outside.sum()), int(zeros.sum()))


def years_of(dimension: Dimension) -> dict[str, int]:
    """The year of each of the table's periods that are whole years."""
    found = {value: year_of(value) for value in dimension.values}
    return {value: year for value, year in found.items() if year is not None and value == str(year)}


def with_sums(rows: pd.DataFrame, theme: Theme) -> pd.DataFrame:
    """The rows and, of the same areas and years, the sums that the theme names and whose parts are all there."""
    sums = [_sum(rows, one["name"], one["of"]) for one in theme.sums]
    rows = pd.concat([rows, *sums], ignore_index=True)
    return rows.sort_values(["variable", "year", "area_code"], ignore_index=True)


def total_of(dimension: Dimension, theme: Theme) -> str:
    """The value of a variable that stands for all of it; "" where none does."""
    for value in (theme.totals.get(dimension.code), dimension.total):
        if value in dimension.values:
            return value
    found = [
        value
        for value, label in zip(dimension.values, dimension.labels)
        if _ALL.match(label.strip()) or _ALL.match(value)
    ]
    return found[0] if found else ""


class _Names:
    """What figures are called: their contents, then each value that is not all of its variable."""

    def __init__(self, metadata: Dataset, theme: Theme):
        self._theme, self._metric = theme, metadata.metric
        self._totals = {one.code: total_of(one, theme) for one in metadata.dimensions}
        self._beside = [
            one for one in metadata.dimensions if one.code not in (metadata.geo, metadata.time, metadata.metric)
        ]
        self._prefix = theme.table.lower() if theme.id == OTHER else theme.id

    def of(self, chosen: Mapping[str, tuple[str, str]]) -> str:
        """The name for values (code, label) by variable."""
        contents = chosen.get(self._metric)
        words = [self._contents(*contents) if contents else self._prefix]
        for dimension in self._beside:
            if dimension.code in chosen and chosen[dimension.code][0] != self._totals[dimension.code]:
                words.append(self._word(dimension.code, *chosen[dimension.code]))
        return "_".join(words)

    def _contents(self, code: str, label: str) -> str:
        known = self._theme.contents.get(code) or self._theme.contents_labels.get(label.strip())
        return known or f"{self._prefix}_{field_name(label)}"

    def _word(self, variable: str, code: str, label: str) -> str:
        known = self._theme.words.get(variable, {}).get(code)
        return known or field_name(code if _SPAN.fullmatch(code) and "-" in code else label)


def _rows(dataset: Dataset, metadata: Dataset, names: _Names, areas: Areas) -> pd.DataFrame:
    order = [dimension.code for dimension in dataset.dimensions]
    first = [order.index(metadata.geo), order.index(metadata.time)]
    others = [at for at in range(len(order)) if at not in first]
    geo, time = (dataset.dimensions[at] for at in first)
    shape = (len(geo.values), len(time.values), -1)
    values = np.transpose(dataset.figures, [*first, *others]).reshape(shape)
    status = np.transpose(dataset.status, [*first, *others]).reshape(shape)
    bare = dict(zip(areas.values, areas.codes))
    beside = [dataset.dimensions[at] for at in others]
    parts = []
    for at, combination in enumerate(np.ndindex(*(len(one.values) for one in beside))):
        chosen = {one.code: (one.values[i], one.labels[i]) for one, i in zip(beside, combination)}
        parts.append(
            pd.DataFrame(
                {
                    "area_code": np.repeat([bare[value] for value in geo.values], len(time.values)),
                    "vintage": areas.vintage,
                    "variable": names.of(chosen),
                    "year": np.tile([int(value) for value in time.values], len(geo.values)),
                    "value": values[:, :, at].ravel(),
                    "status": status[:, :, at].ravel(),
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def _sum(rows: pd.DataFrame, name: str, parts: Sequence[str]) -> pd.DataFrame:
    """The sum of several variables per area and year, missing where a part is; no rows where a part was not asked for."""
    own = rows[rows["variable"].isin(list(parts))]
    if own["variable"].nunique() < len(parts):
        return rows.iloc[:0]
    groups = own.groupby(["area_code", "vintage", "year"], sort=False)
    found = groups.agg(
        value=("value", lambda values: values.sum(skipna=False)),
        hidden=("status", lambda status: (status == SUPPRESSED).any()),
    ).reset_index()
    lacking = np.where(found["hidden"], SUPPRESSED, MISSING)
    found["status"] = np.where(found["value"].isna(), lacking, OK)
    return found.assign(variable=name)[list(COLUMNS)]
