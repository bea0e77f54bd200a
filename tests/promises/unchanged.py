"""Calls that hold for every function: what it is given stays as it was, and how arrays are laid out changes no answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass

import numpy as np
import pandas as pd
from numpy.testing import assert_allclose, assert_array_equal
from scipy.sparse import issparse


def unchanged(function: Callable) -> Callable:
    """``function``, held to leave its arguments alone and to answer the same when asked again with scattered arrays."""

    def tried(*args, **kwargs):
        before = frozen((args, kwargs))
        answer = _told(function(*args, **kwargs))
        assert frozen((args, kwargs)) == before, f"{function.__name__} changed what it was given"
        again = function(*scattered(args), **{name: scattered(value) for name, value in kwargs.items()})
        assert_same(_told(again), answer)
        return answer

    return tried


def _told(answer):
    return list(answer) if isinstance(answer, Iterator) else answer


def frozen(value):
    """All that can be read of a value, as something that can be compared to what is read later."""
    if isinstance(value, np.ndarray):
        return value.dtype.str, value.shape, repr(value.tolist())
    if isinstance(value, pd.DataFrame):
        return [(name, frozen(value[name].to_numpy())) for name in value.columns], repr(list(value.index))
    if isinstance(value, (pd.Series, pd.Index)):
        return frozen(value.to_numpy())
    if issparse(value):
        return frozen(value.toarray())
    if isinstance(value, Mapping):
        return [(name, frozen(one)) for name, one in value.items()]
    if isinstance(value, (tuple, list)):
        return [frozen(one) for one in value]
    if is_dataclass(value):
        return frozen(_told_of(value))
    plain = isinstance(value, (str, bytes, bool, int, float, frozenset, np.generic)) or value is None
    return repr(value) if plain else None


def _told_of(value) -> dict:
    """What a dataclass holds, but for what it keeps ready for the next question."""
    names = (field.name for field in fields(value))
    return {name: getattr(value, name) for name in names if name != "kept" and not name.startswith("_")}


def scattered(value):
    """The same value, with every array in it as a view that skips each second cell of its memory, and whole numbers as Windows
    has them: in 32 bits where they fit."""
    if isinstance(value, np.ndarray) and value.ndim:
        fits = value.dtype == np.int64 and not (np.abs(value) >= 2**31).any()
        return np.repeat(value.astype(np.int32) if fits else value, 2, axis=0)[::2]
    if isinstance(value, tuple):
        parts = [scattered(one) for one in value]
        return type(value)(*parts) if hasattr(value, "_fields") else type(value)(parts)
    return value


def assert_same(one, two) -> None:
    """Equal to the last bit but for the rounding of sums."""
    if issparse(one):
        one, two = one.toarray(), two.toarray()
    if isinstance(one, (np.ndarray, float)):
        if np.asarray(one).dtype.kind == "f":
            assert_allclose(one, two, rtol=1e-9, atol=1e-9)
        else:
            assert_array_equal(one, two)
    elif isinstance(one, Mapping):
        assert list(one) == list(two)
        for name in one:
            assert_same(one[name], two[name])
    elif is_dataclass(one):
        assert_same(_told_of(one), _told_of(two))
    elif isinstance(one, (tuple, list)):
        assert len(one) == len(two)
        for a, b in zip(one, two):
            assert_same(a, b)
    else:
        assert frozen(one) == frozen(two)
