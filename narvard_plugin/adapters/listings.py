"""The listing matrix and the capacity of health centres, read from tables with the register's columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from qgis.core import QgsProcessingException

from ..core.access.capacity import KINDS, newest_values
from ..core.deso.small_numbers import is_mark
from ..core.scenarios.listings import newest_rows
from ..i18n import tr
from .reading import as_text, listed
from .tables import has_field, read_columns, refuse_repeated, required_amounts, texts

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NOT_TOLD = ("suppressed", "missing")


class Listings(NamedTuple):
    """Rows (n) of one date: codes of the areas, ids of the units, and how many are listed (NaN = hidden or missing)."""

    area: np.ndarray
    unit: np.ndarray
    number: np.ndarray
    date: str


def read_listings(source, account, feedback, layer: str = "LISTINGS") -> Listings:
    """Rows of the newest date; what is left out, and how many numbers are hidden, is said."""
    names = ["area_code", "unit_id", "number"]
    has_date, has_status = has_field(source, "date"), has_field(source, "status")
    columns = read_columns(source, layer, [*names, *["date"] * has_date, *["status"] * has_status], feedback)
    count = len(columns["number"])
    area, unit = texts(columns["area_code"]), texts(columns["unit_id"])
    keys = [f"{a} – {u}" for a, u in zip(area, unit)]
    status = columns.get("status", [None] * count)
    hidden = np.array([_is_hidden(n) or s in _NOT_TOLD for n, s in zip(columns["number"], status)] or [], bool)
    number = np.full(count, np.nan)
    told = np.flatnonzero(~hidden)
    number[told] = required_amounts([columns["number"][i] for i in told], [keys[i] for i in told], "number", layer)
    _refuse_parts_of_people(number, keys, layer)
    dates = _dates(columns.get("date", [None] * count), keys, layer)
    newest = newest_rows(dates)
    named = np.array([bool(a) and bool(u) for a, u in zip(area, unit)] or [], bool)
    _say_left_out(number, unit, dates, newest, named, account, feedback, layer)
    kept = np.flatnonzero(newest & named)
    if not len(kept):
        raise QgsProcessingException(
            tr("{layer} has no rows with both an area and a unit. Choose another table.").format(layer=layer)
        )
    refuse_repeated([keys[i] for i in kept], layer, "area_code, unit_id")
    found = Listings(area[kept], unit[kept], number[kept], max(dates, default=""))
    _say_taken(found, account, feedback, layer)
    return found


def read_capacity(
    source, facility_ids: np.ndarray, account, feedback, layer: str = "CAPACITY"
) -> dict[str, np.ndarray]:
    """The newest value of every kind that primary care counts, per facility (f); NaN without a row."""
    has_date = has_field(source, "date")
    columns = read_columns(source, layer, ["facility_id", "kind", "value", *["date"] * has_date], feedback)
    kinds = texts(columns["kind"])
    used = np.flatnonzero(np.isin(kinds, np.array(KINDS, object)))
    if not len(used):
        raise QgsProcessingException(
            tr("{layer} has no rows of the kinds {kinds}. Choose the capacity table, or correct its column kind.")
            .format(layer=layer, kinds=", ".join(KINDS))
        )  # fmt: skip
    kinds, facility = kinds[used], texts(columns["facility_id"])[used]
    keys = [f"{f} – {k}" for f, k in zip(facility, kinds)]
    value = required_amounts([columns["value"][i] for i in used], keys, "value", layer)
    given = columns.get("date", [None] * len(columns["kind"]))
    dates = _dates([given[i] for i in used], keys, layer)
    refuse_repeated([f"{key} – {date}" for key, date in zip(keys, dates)], layer, "facility_id, kind, date")
    known = np.isin(facility, facility_ids)
    if not known.any():
        raise QgsProcessingException(
            tr("No row of {layer} has an id of FACILITIES. Choose the same id field as in the table; its first ids are {list}.")
            .format(layer=layer, list=listed(list(dict.fromkeys(facility))[:3]))
        )  # fmt: skip
    strangers = list(dict.fromkeys(facility[~known]))
    if strangers:
        text = tr("{n} facilities of {layer} are not in FACILITIES and were left out: {list}.")
        account.say(feedback, text.format(n=len(strangers), layer=layer, list=listed(strangers)))
    return newest_values(facility, kinds, value, dates, facility_ids)


def places_of(ids: np.ndarray, among: np.ndarray) -> np.ndarray:
    """Where each of ``ids`` (n text) stands in ``among``; −1 = not there."""
    return pd.Index(among, dtype=object).get_indexer(pd.Index(ids, dtype=object))


def say_strangers(ids: np.ndarray, row: np.ndarray, number: np.ndarray, layer: str, account, feedback) -> None:
    """Which ids of LISTINGS are not in ``layer`` (``row`` −1), and how many people are listed there; none at all stops."""
    if not (row >= 0).any():
        raise QgsProcessingException(
            tr("No row of LISTINGS has an id of {layer}. Choose the same id field as in the table; its first ids are {list}.")
            .format(layer=layer, list=listed(list(dict.fromkeys(ids))[:3]))
        )  # fmt: skip
    strangers = sorted(set(ids[row < 0]))
    if strangers:
        people = np.nansum(number[row < 0])
        text = tr("{n} ids of LISTINGS, with {people} listed, are not in {layer}: {list}.")
        text = text.format(n=len(strangers), people=f"{people:.0f}", layer=layer, list=listed(strangers))
        account.say(feedback, text, warn=True)


def _is_hidden(number) -> bool:
    """Whether nothing, or a mark such as ``<5``, stands in place of a number."""
    text = "" if number is None else as_text(number)
    return not text or is_mark(text)


def _dates(values: Sequence, keys: Sequence[str], layer: str) -> list[str]:
    found = ["" if value is None else as_text(value)[:10] for value in values]
    bad = [key for key, date in zip(keys, found) if date and not _DATE.fullmatch(date)]
    if bad:
        raise QgsProcessingException(
            tr("{n} rows of {layer} have a date that is not written as 2024-12-31: {list}. Correct them first.")
            .format(n=len(bad), layer=layer, list=listed(bad))
        )  # fmt: skip
    return found


def _refuse_parts_of_people(number: np.ndarray, keys: Sequence[str], layer: str) -> None:
    parts = np.flatnonzero(np.nan_to_num(number) % 1 != 0)
    if len(parts):
        raise QgsProcessingException(
            tr("{n} rows of {layer} have a number that is not whole people: {list}. Correct them first.")
            .format(n=len(parts), layer=layer, list=listed([keys[i] for i in parts]))
        )  # fmt: skip


def _say_left_out(number, unit, dates, newest, named, account, feedback, layer) -> None:
    if not newest.all():
        older = sorted({date or tr("undated") for date, new in zip(dates, newest) if not new})
        text = tr("{n} rows of {layer} of older dates ({dates}) were left out; {date} is the newest.")
        text = text.format(n=int((~newest).sum()), layer=layer, dates=listed(older), date=max(dates))
        account.say(feedback, text, warn=True)
        gone = sorted({u for u in unit[~newest] if u} - set(unit[newest]))
        if gone:
            text = tr("{n} units have rows of older dates only: {list}.").format(n=len(gone), list=listed(gone))
            account.say(feedback, text, warn=True)
    nameless = newest & ~named
    if nameless.any():
        text = tr("{n} rows of {layer}, with {people} listed, lack an area or a unit and were left out.")
        people = f"{np.nansum(number[nameless]):.0f}"
        account.say(feedback, text.format(n=int(nameless.sum()), layer=layer, people=people), warn=True)


def _say_taken(found: Listings, account, feedback, layer) -> None:
    text = tr("{people} listed in {n} rows of {layer}, {date}.")
    people, date = f"{np.nansum(found.number):.0f}", found.date or tr("undated")
    account.say(feedback, text.format(people=people, n=len(found.number), layer=layer, date=date))
    hidden = int(np.isnan(found.number).sum())
    if hidden:
        text = tr("{n} of these numbers are hidden or missing: the people behind them are in no sum.")
        account.say(feedback, text.format(n=hidden), warn=True)
