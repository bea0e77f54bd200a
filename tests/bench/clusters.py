"""Clusters: neighbours and local Moran of a nation's areas beside PySAL's ``esda``, and how the time grows with the areas."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.spatial import Voronoi, cKDTree

from narvard_plugin.core.deso.borders import Outlines, borders
from narvard_plugin.core.deso.local_clusters import Asked, local_clusters
from narvard_plugin.core.deso.permutations import tail_counts
from narvard_plugin.core.deso.weights import nearest, of_pairs
from tests.shared import ROOT

from .timing import Figure, seconds

NATION = 6160  # DeSO of Sweden
PERMUTATIONS, NEAREST, CORNERS = 999, 8, 600
ASKED = Asked(permutations=PERMUTATIONS)
PYSAL = ROOT / "build" / "bench" / "pysal" / "bin" / "python"  # made by `tools/install.sh bench`


def figures(folder: Path) -> Iterator[Figure]:
    """Local Moran of a nation under a second; its neighbours from outlines with as many corners as DeSO have; growth."""
    xy, pieces = areas(NATION)
    outlines = with_corners(pieces, CORNERS)
    taken, runs = seconds(lambda: borders(outlines), runs=3)
    yield Figure(f"who meets whom, {NATION} areas, {len(outlines.area) / 1e6:.1f} M corners", taken, "s", 10, runs=runs)
    met = borders(pieces)
    for name, weights in (("queen", of_pairs(NATION, met.first, met.second)), ("knn", nearest(xy, NEAREST))):
        y = values(xy)
        what = f"LISA, {NATION} areas, {name}, {PERMUTATIONS} permutations"
        ours, runs = seconds(lambda w=weights, y=y: local_clusters(w, y, ASKED))
        yield Figure(what, ours, "s", 1.0, runs=runs)
        if _has_esda():
            theirs, tails = _esda(folder, weights, y)
            above, below = tail_counts(weights, y, PERMUTATIONS, 1)
            one = (np.minimum(above, below) + 1) / (PERMUTATIONS + 1)
            chance = 6 * np.sqrt(tails * (1 - tails) * 2 / PERMUTATIONS) + 2 / PERMUTATIONS
            # A comparison counts only where both give the same, but for the luck of the draw.
            assert (np.abs(one - tails) <= chance)[np.isfinite(tails)].all()
            yield Figure(what, ours, "s", 1 / 2, theirs, "esda Moran_Local, one job", runs)
    if not _has_esda():
        print(f"esda is not in {PYSAL.relative_to(ROOT)}, so nothing of the clusters is measured beside it.")
    small, runs = seconds(_lisa(NATION // 4), runs=3)
    large, runs = seconds(_lisa(NATION * 4), runs=3)
    yield Figure(
        f"LISA, {NATION * 4} areas, as against {NATION // 4}", large, "s", 32, small, "a sixteenth of them", runs
    )


def areas(count: int) -> tuple[np.ndarray, Outlines]:
    """Centres of towns and countryside, and the outlines of the Voronoi cells around them, but for those at the edge."""
    rng = np.random.default_rng(11)
    towns = rng.uniform(0, 1e6, (count // 40, 2))
    xy = towns[rng.integers(0, len(towns), count)] + rng.normal(0, 15_000, (count, 2))
    cells = Voronoi(xy)
    begin, end, area = [], [], []
    for row, region in enumerate(cells.point_region):
        corners = cells.regions[region]
        ring = cells.vertices[corners]
        if -1 not in corners and np.abs(ring - 5e5).max() < 6e5:
            begin.append(ring)
            end.append(np.roll(ring, -1, axis=0))
            area.append(np.full(len(ring), row))
    return xy, Outlines(np.concatenate(begin), np.concatenate(end), np.concatenate(area))


def with_corners(pieces: Outlines, per_area: int) -> Outlines:
    """The same outlines with so many corners per area, in the same places for both sides of a border."""
    parts = max(1, per_area * len(np.unique(pieces.area)) // len(pieces.area))
    turned = (pieces.begin > pieces.end)[:, 0]  # both sides divide a border from the same end
    low, high = (np.where(turned[:, None], *pair) for pair in ((pieces.end, pieces.begin), (pieces.begin, pieces.end)))
    shares = np.linspace(0, 1, parts + 1)[:, None, None]
    corners = np.concatenate([low[None], low + shares[1:-1] * (high - low), high[None]])
    area = np.tile(pieces.area, parts)
    return Outlines(corners[:-1].reshape(-1, 2), corners[1:].reshape(-1, 2), area)


def values(xy: np.ndarray) -> np.ndarray:
    """Noise, half of it shared with the ten nearest."""
    noise = np.random.default_rng(12).normal(size=len(xy))
    return noise + 2 * noise[cKDTree(xy).query(xy, 10)[1]].mean(1)


def _lisa(count: int):
    xy, _ = areas(count)
    weights, y = nearest(xy, NEAREST), values(xy)
    return lambda: local_clusters(weights, y, ASKED)


def _has_esda() -> bool:
    done = PYSAL.exists() and subprocess.run([PYSAL, "-c", "import esda"], capture_output=True, check=False)
    return bool(done) and done.returncode == 0


def _esda(folder: Path, weights, y) -> tuple[float, np.ndarray]:
    """Seconds of esda's own call, and its one-tailed p (n)."""
    given, found = folder / "clusters.npz", folder / "esda.npy"
    np.savez(given, indptr=weights.indptr, indices=weights.indices, y=y)
    script = Path(__file__).with_name("pysal_clusters.py")
    done = subprocess.run(
        [PYSAL, script, given, found, str(PERMUTATIONS)], capture_output=True, encoding="utf8", check=False
    )
    if done.returncode:
        raise RuntimeError(f"{script} failed:\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])["seconds"], np.load(found)
