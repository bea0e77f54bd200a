"""The compiled network as one file of flat arrays: ``.npz`` with a mark and a version, never pickled objects."""

from __future__ import annotations

import json
import os
import zipfile
from dataclasses import fields
from pathlib import Path

import numpy as np

from ..core.network.hierarchy import MOST_NEIGHBOURS, Hierarchy
from ..core.network.modes import MODES
from ..core.network.network import Network

MARK = "narvard-network"
VERSION = 1
_ARRAYS = tuple(field.name for field in fields(Network) if field.name not in {"crs", "about", "hierarchy"})
_HIERARCHY = tuple(field.name for field in fields(Hierarchy))


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
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(unfinished, "wb") as file:
            np.savez(
                file,
                label=text,
                **{name: getattr(network, name) for name in _ARRAYS},
                **{f"hierarchy_{name}": getattr(network.hierarchy, name) for name in _HIERARCHY},
            )
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def load_network(path: str | Path) -> Network:
    """Read a network; raises ``NetworkFileError`` where the file is missing, foreign, cut off, or of another version."""
    if not Path(path).is_file():
        raise NetworkFileError(path, "missing")
    try:
        with np.load(path, allow_pickle=False) as file:
            label = json.loads(bytes(file["label"]).decode())
            if label.get("mark") != MARK:
                raise NetworkFileError(path, "foreign")
            if label.get("version") != VERSION:
                raise NetworkFileError(path, "version")
            arrays = {name: file[name] for name in _ARRAYS}
            hierarchy = Hierarchy(**{name: file[f"hierarchy_{name}"] for name in _HIERARCHY})
    except NetworkFileError:
        raise
    except (OSError, KeyError, ValueError, AttributeError, TypeError, EOFError, zipfile.BadZipFile) as error:
        raise NetworkFileError(path, "foreign") from error
    network = Network(crs=label["crs"], about=label["about"], hierarchy=hierarchy, **arrays)
    if not _fits_together(network):
        raise NetworkFileError(path, "foreign")
    return network


def _fits_together(network: Network) -> bool:
    """Do the arrays have the sizes, and point at the places, that they promise each other?"""
    nodes, links, vertices, h = network.node_count, network.link_count, len(network.xy), network.hierarchy
    arcs = 2 * len(h.edges) + 2
    per_link = (network.link_to, network.access, network.flags, network.first[:-1])
    per_vertex = (network.metres, network.minutes_forward, network.minutes_backward)
    return (
        all(len(array) == links for array in per_link)
        and all(len(array) == vertices for array in per_vertex)
        and network.weak.shape == network.strong.shape == (len(MODES), nodes)
        and len(h.core) + len(h.node) == nodes
        and h.spoke_node.shape == h.spoke_arc.shape == (MOST_NEIGHBOURS, len(h.node))
        and len(h.target) == len(h.into) == len(h.out_of)
        and _offsets(network.first, vertices, least=2)
        and _offsets(h.round_start, len(h.node))
        and _offsets(h.triangle_start, len(h.target))
        and _offsets(h.core_start, len(h.core_head))
        and all(_points_at(array, nodes) for array in (network.link_from, network.link_to, h.edges, h.node, h.core))
        and _points_at(h.spoke_node, nodes)
        and all(_points_at(array, arcs) for array in (h.target, h.into, h.out_of, h.spoke_arc, h.core_arc))
        and _points_at(h.core_head, len(h.core))
        and _points_at(h.base_link, 2 * links)
        and len(h.base_start) <= 2 * len(h.edges)
        and _points_at(h.base_start, len(h.base_link))
    )


def _offsets(start: np.ndarray, end: int, least: int = 0) -> bool:
    return len(start) > 0 and start[0] == 0 and start[-1] == end and bool((np.diff(start) >= least).all())


def _points_at(index: np.ndarray, count: int) -> bool:
    return index.size == 0 or bool(index.min() >= 0 and index.max() < count)
