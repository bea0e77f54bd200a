"""The compiled network as one file of flat arrays: ``.npz`` with a mark and a version, never pickled objects."""

from __future__ import annotations

import json
import zipfile
import zlib
from pathlib import Path
from tokenize import TokenError

import numpy as np

from ..core.network.hierarchy import Hierarchy
from ..core.network.network import Network
from ..core.network.road_class import class_names
from ..whole_files import made_whole

MARK = "narvard-network"
VERSION = 2
# Kind of number and size of each array; a letter stands for one size wherever it occurs.
_NETWORK = {
    "node_xy": "f n 2",
    "link_from": "i m",
    "link_to": "i m",
    "access": "u m",
    "flags": "u m",
    "first": "i m+1",
    "xy": "f v 2",
    "metres": "f v",
    "minutes_forward": "f v",
    "minutes_backward": "f v",
    "weak": "i 4 n",
    "strong": "b 4 n",
    "road_class": "u v",
}
_HIERARCHY = {
    "edges": "i e 2",
    "base_link": "i l",
    "base_start": "i b",
    "target": "i t",
    "into": "i t",
    "out_of": "i t",
    "triangle_start": "i r+1",
    "node": "i k",
    "round_start": "i r+1",
    "spoke_node": "i 4 k",
    "spoke_arc": "i 4 k",
    "core": "i c",
    "core_start": "i c+1",
    "core_head": "i a",
    "core_arc": "i a",
}
_PREFIX = "hierarchy_"


class NetworkFileError(ValueError):
    """The file is no network that this version reads; ``reason`` is ``missing``, ``foreign`` or ``version``."""

    def __init__(self, path, reason: str):
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = str(path), reason


def save_network(network: Network, path: str | Path) -> None:
    """Write ``network`` to ``path`` whole: an interrupted write leaves what was there before."""
    path = Path(path)
    label = {"mark": MARK, "version": VERSION, "crs": network.crs, "about": network.about}
    text = np.frombuffer(json.dumps(label, ensure_ascii=False).encode(), np.uint8)
    with made_whole(path) as unfinished, open(unfinished, "wb") as file:
        np.savez(
            file,
            label=text,
            **{name: getattr(network, name) for name in _NETWORK},
            **{_PREFIX + name: getattr(network.hierarchy, name) for name in _HIERARCHY},
        )


def load_network(path: str | Path) -> Network:
    """Read a network; raises ``NetworkFileError`` where the file is missing, foreign, cut off, or of another version."""
    if not Path(path).is_file():
        raise NetworkFileError(path, "missing")
    try:
        network = _read(path)
    except NetworkFileError:
        raise
    except (OSError, LookupError, ValueError, TypeError, AttributeError, EOFError, NotImplementedError) as error:
        raise NetworkFileError(path, "foreign") from error
    except (
        zipfile.BadZipFile,
        zlib.error,
        RuntimeError,
        MemoryError,
        SyntaxError,
        TokenError,
    ) as error:  # damaged archives
        raise NetworkFileError(path, "foreign") from error
    if not _points_inside(network):
        raise NetworkFileError(path, "foreign")
    return network


def _read(path) -> Network:
    with np.load(path, allow_pickle=False) as file:
        label = json.loads(bytes(file["label"]).decode())
        if label.get("mark") != MARK:
            raise NetworkFileError(path, "foreign")
        if label.get("version") != VERSION:
            raise NetworkFileError(path, "version")
        arrays = {name: file[name] for name in _NETWORK}
        hierarchy = {name: file[_PREFIX + name] for name in _HIERARCHY}
    if not _fits_together({**arrays, **hierarchy}, {**_NETWORK, **_HIERARCHY}):
        raise NetworkFileError(path, "foreign")
    return Network(crs=label["crs"], about=label["about"], hierarchy=Hierarchy(**hierarchy), **arrays)


def _fits_together(arrays: dict[str, np.ndarray], shapes: dict[str, str]) -> bool:
    """Has each array the kind of number and the size that they promise each other?"""
    sizes: dict[str, int] = {}
    for name, shape in shapes.items():
        kind, *sides = shape.split()
        array = arrays[name]
        if array.dtype.kind != kind or array.ndim != len(sides):
            return False
        for side, size in zip(sides, array.shape):
            letter, _, more = side.partition("+")
            wanted = int(side) if side.isdigit() else sizes.setdefault(letter, size - int(more or 0)) + int(more or 0)
            if size != wanted:
                return False
    return sizes["c"] + sizes["k"] == sizes["n"]


def _points_inside(network: Network) -> bool:
    """Does every number that points at a junction, link, vertex or arc point at one that exists?"""
    nodes, h = network.node_count, network.hierarchy
    arcs = 2 * len(h.edges) + 2
    return (
        _offsets(network.first, len(network.xy), least=2)
        and _offsets(h.round_start, len(h.node))
        and _offsets(h.triangle_start, len(h.target))
        and _offsets(h.core_start, len(h.core_head))
        and all(_below(a, nodes) for a in (network.link_from, network.link_to, h.edges, h.node, h.core, h.spoke_node))
        and all(_below(a, arcs) for a in (h.target, h.into, h.out_of, h.spoke_arc, h.core_arc))
        and _below(h.core_head, len(h.core))
        and _below(network.road_class, len(class_names(network)))
        and _below(h.base_link, 2 * network.link_count)
        and _below(h.base_start, len(h.base_link))
        and np.isin(np.arange(len(h.base_start), arcs - 2) // 2, h.target // 2).all()  # an arc of no link is a shortcut
        and np.isfinite(network.xy).all()
    )


def _offsets(start: np.ndarray, end: int, least: int = 0) -> bool:
    return len(start) > 0 and start[0] == 0 and start[-1] == end and bool((np.diff(start) >= least).all())


def _below(index: np.ndarray, count: int) -> bool:
    return index.size == 0 or bool(index.min() >= 0 and index.max() < count)
