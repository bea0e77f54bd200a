"""What an earlier publication in the same folder told: both together must not tell what each of them hides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ...adapters.publication import read_package
from .publish_content import Ready


class Before(NamedTuple):
    """By field, which rows (n bool) an earlier publication hid and must stay hidden, and those that it ``told``."""

    hidden: dict[str, np.ndarray]
    told: dict[str, np.ndarray]


def told_before(folder: Path, ready: Sequence[Ready], names: Sequence[str]) -> list[Before]:
    """Of each dataset (``names`` are those of its files) what an earlier publication in ``folder`` hid and told of it."""
    return [_of(folder / f"{name}.gpkg", one) for one, name in zip(ready, names)]


def _of(path: Path, one: Ready) -> Before:
    counts = one.people.counts
    told, secret = read_package(path, list(counts))
    hidden, shown = {}, {}
    for name, values in counts.items():
        earlier = np.array([told[name].get(own, np.nan) for own in one.ids], float)
        shown[name] = np.isclose(earlier, values)
        if _the_same_numbers(earlier, values):
            hidden[name] = np.array([name in secret.get(own, ()) for own in one.ids], bool)
    return Before(hidden, shown)


def _the_same_numbers(earlier: np.ndarray, values: np.ndarray) -> bool:
    """Whether most of what was told stands as it was; new figures of another day do not tell the hidden ones of the old."""
    both = np.isfinite(earlier) & np.isfinite(values)
    return not both.any() or bool(2 * np.isclose(earlier[both], values[both]).sum() >= both.sum())


def hidden_too_late(before: Sequence[Before], hidden: Sequence[dict[str, np.ndarray]]) -> list[int]:
    """How many numbers of each dataset are hidden now, and were told before."""
    return [
        int(sum((own[name] & rows).sum() for name, rows in one.told.items() if name in own))
        for one, own in zip(before, hidden)
    ]
