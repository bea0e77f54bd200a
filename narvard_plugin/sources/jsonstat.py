"""JSON-stat 2.0 as statistical databases give it: the figures of a table, or only its dimensions (metadata)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple, Optional

import numpy as np

from ..core.deso.joining import read_figure
from ..core.deso.small_numbers import MISSING, OK, SUPPRESSED
from .errors import Unreadable

#: Signs that stand beside a number and leave it a number are of no concern here; these say that there is none.
_NO_NUMBER = ("..", ".", "...", "-")


class Dimension(NamedTuple):
    """One variable of a table, its values in the order of the figures."""

    code: str
    label: str
    values: tuple[str, ...]
    labels: tuple[str, ...]
    #: Whether the table may be asked for without it, and the value that stands for all.
    elimination: bool = False
    total: Optional[str] = None
    code_lists: tuple[str, ...] = ()
    units: Mapping[str, str] = {}

    def label_of(self, value: str) -> str:
        return self.labels[self.values.index(value)]


class Dataset(NamedTuple):
    """A table: its ``dimensions``, and ``figures`` and ``status`` with one axis for each (both None in metadata).

    A figure is NaN where there is none; its status is ok, missing or suppressed.
    """

    label: str
    #: When the table was last changed, as the source writes it.
    updated: str
    dimensions: tuple[Dimension, ...]
    figures: Optional[np.ndarray]
    status: Optional[np.ndarray]
    geo: Optional[str]
    time: Optional[str]
    metric: Optional[str]

    def of(self, code: str) -> Dimension:
        return next(dimension for dimension in self.dimensions if dimension.code == code)

    @property
    def shape(self) -> tuple[int, ...]:
        return tuple(len(dimension.values) for dimension in self.dimensions)


def read_dataset(told, place: str, figures: bool = True) -> Dataset:
    """The dataset in the parsed JSON ``told``; without ``figures`` only what it says of its dimensions.

    Raises ``Unreadable`` (with ``place``) for what is no dataset, or has not as many figures as its dimensions say.
    """
    try:
        return _read(told, place, figures)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError) as error:
        raise Unreadable(place, f"json-stat: {type(error).__name__}: {str(error)[:120]}") from error


def _read(told, place: str, figures: bool) -> Dataset:
    if "dataset" in told:  # the older form, which version 1 of PxWeb may give
        told = told["dataset"]
        inner = told["dimension"]
        told = {**told, "id": inner["id"], "size": inner["size"], "role": inner.get("role", {})}
    dimensions = tuple(_dimension(code, told["dimension"][code]) for code in told["id"])
    if len(set(told["id"])) < len(dimensions):
        raise ValueError(f"a dimension twice in {told['id']}")
    shape = tuple(len(dimension.values) for dimension in dimensions)
    if list(shape) != [int(size) for size in told["size"]]:
        raise Unreadable(place, f"json-stat: size {told['size']} is not that of its dimensions {list(shape)}")
    values, status = _figures(told, shape, place) if figures else (None, None)
    role = told.get("role") or {}
    return Dataset(
        str(told.get("label") or ""),
        str(told.get("updated") or ""),
        dimensions,
        values,
        status,
        _role(role, "geo", dimensions, ("region", "län", "regioner", "kommun")),
        _role(role, "time", dimensions, ("tid", "time", "år", "year")),
        _role(role, "metric", dimensions, ("contentscode", "tabellinnehåll")),
    )


def _dimension(code: str, told) -> Dimension:
    category = told["category"]
    labels = category.get("label") or {}
    order = category.get("index")
    if order is None:
        values = list(labels)
    elif isinstance(order, Mapping):  # the positions rule, not the order in which the codes are written
        values = sorted(order, key=order.get)
        if [order[value] for value in values] != list(range(len(values))):
            raise ValueError(f"the positions of {code} have gaps")
    else:
        values = list(order)
    if len(set(map(str, values))) < len(values):
        raise ValueError(f"a value twice in {code}")
    extension = told.get("extension") or {}
    lists = extension.get("codelists") or extension.get("codeLists") or []
    units = category.get("unit") or {}
    return Dimension(
        code,
        str(told.get("label") or code),
        tuple(str(value) for value in values),
        tuple(str(labels.get(value, value)) for value in values),
        bool(extension.get("elimination", False)),
        extension.get("eliminationValueCode"),
        tuple(str(one["id"]) for one in lists),
        {str(value): str((unit or {}).get("base") or "") for value, unit in units.items()},
    )


def _figures(told, shape: tuple[int, ...], place: str) -> tuple[np.ndarray, np.ndarray]:
    given, count = told["value"], int(np.prod(shape, dtype=np.int64))
    numbers = np.full(count, np.nan)
    if isinstance(given, Mapping):
        for at, value in given.items():
            numbers[_place(at, count)] = _number(value)
    elif len(given) != count:
        raise Unreadable(place, f"json-stat: {len(given)} figures where its dimensions say {count}")
    else:
        numbers[:] = [_number(value) for value in given]
    status = np.where(np.isnan(numbers), MISSING, OK).astype(object)
    for at, sign in _signs(told.get("status"), count):
        if sign in _NO_NUMBER and not (sign == "-" and np.isfinite(numbers[at])):  # "-" may be a true nought
            numbers[at], status[at] = np.nan, MISSING
        elif _hides(sign):  # also where the source writes 0 beside it
            numbers[at], status[at] = np.nan, SUPPRESSED
    return numbers.reshape(shape), status.reshape(shape)


def _signs(told, count: int):
    if told is None:
        return []
    if isinstance(told, str):
        return [(at, told.strip()) for at in range(count)]
    pairs = told.items() if isinstance(told, Mapping) else enumerate(told)
    return [(_place(at, count), str(sign).strip()) for at, sign in pairs if sign is not None]


def _place(at, count: int) -> int:
    """A position among ``count`` figures; -1 is none, though Python would take it for the last."""
    place = int(at)
    if not 0 <= place < count:
        raise ValueError(f"position {at} of {count}")
    return place


def _number(value) -> float:
    """A figure or NaN for none: a text or a truth is no figure, though Python makes one of it."""
    if value is None:
        return np.nan
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError(f"{value!r} where a number should stand")
    return float(value)


def _hides(sign: str) -> bool:
    try:
        return read_figure(sign)[1] == SUPPRESSED
    except ValueError:
        return False


def _role(role, name: str, dimensions: tuple[Dimension, ...], usual: tuple[str, ...]) -> Optional[str]:
    """The dimension that plays a role: as told, else by its usual name."""
    for code in role.get(name) or []:
        if any(dimension.code == code for dimension in dimensions):
            return code
    for dimension in dimensions:
        if dimension.code.lower() in usual or dimension.label.lower() in usual:
            return dimension.code
    return None
