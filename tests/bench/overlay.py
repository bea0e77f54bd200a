"""A nation's areas, squares and zones through ``catchmentprofile``, beside geopandas in a Python of its own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from tests.shared import ROOT

from .qgis_session import run
from .timing import Figure, seconds

COLUMNS, ROWS, SIDE = 77, 80, 5000.0  # 6 160 areas
ZONES, SQUARES, SQUARE = 1000, 115_000, 250.0
ORIGIN = np.array([300_000.0, 6_300_000.0])
CORNERS = 40  # of a border between two areas, and of an eighth of a zone's outline
GEOPANDAS = ROOT / "build" / "bench" / "pysal" / "bin" / "python"  # made by `tools/install.sh bench`


def figures(folder: Path) -> Iterator[Figure]:
    """The whole tool on layers in memory: the grid, the ground alone, a quarter of the squares, and geopandas."""
    areas, zones, squares, weight, counts = world()
    what = f"{len(areas)} areas × {{}} squares × {len(zones)} zones"
    layers = {"AREAS": _layer(areas, "population", counts), "ZONES": _layer(zones), "FIELDS": ["population"]}

    def profile(**more):
        return run("narvard:catchmentprofile", **layers, OUTPUT="memory:", **more)["OUTPUT"]

    taken, grid = {}, {}
    for count in (SQUARES // 4, SQUARES):
        grid = {"METHOD": "dasymetric", "GRID": _layer(squares[:count], "weight", weight), "GRID_WEIGHT": "weight"}
        taken[count], runs = seconds(lambda asked=grid: profile(**asked), runs=3, warm=False)
    ours, fewer = taken[SQUARES], taken[SQUARES // 4]
    yield Figure(f"dasymetric overlay, {what.format(SQUARES)}", ours, "s", 20, runs=runs)
    yield Figure("the same with four times as many squares", ours, "s", 4, fewer, f"{SQUARES // 4} squares", runs)
    ground, runs = seconds(profile, runs=3, warm=False)
    yield Figure(f"areal overlay, {len(areas)} areas × {len(zones)} zones", ground, "s", runs=runs)
    if not GEOPANDAS.exists():
        print(f"{GEOPANDAS.relative_to(ROOT)} is not here (tools/install.sh bench makes it): nothing beside geopandas.")
        return
    found = [feature["sum_population"] for feature in profile(**grid).getFeatures()]
    theirs, sums = _geopandas(folder, areas, zones, squares, weight, counts)
    np.testing.assert_allclose(found, sums, rtol=1e-9)  # a comparison counts only where both give the same
    name = f"dasymetric overlay, {what.format(SQUARES)}"
    yield Figure(name, ours, "s", None, theirs, "geopandas sjoin and overlay, in memory", runs)


def world():
    """Areas that tile the land, with winding borders; zones like catchments, which overlap; squares where people live.

    Rings (corners, 2) of areas, zones and squares; the weight of each square and the people of each area.
    """
    rng = np.random.default_rng(5)
    areas = _tiles(rng)
    size = np.array([COLUMNS, ROWS]) * SIDE
    angle = np.linspace(0, 2 * np.pi, 8 * CORNERS + 1)[:-1]
    zones = []
    for centre in rng.uniform(0.1, 0.9, (ZONES, 2)) * size:
        reach = 9000 + 2500 * np.sin(3 * angle + rng.uniform(0, 6)) + rng.normal(0, 100, len(angle))
        zones.append(_closed(centre + np.stack([np.cos(angle), np.sin(angle)], 1) * reach[:, None]))
    corner = rng.choice(int(COLUMNS * ROWS * (SIDE / SQUARE) ** 2), SQUARES, replace=False)
    across = int(COLUMNS * SIDE / SQUARE)
    low = np.stack([corner % across, corner // across], 1) * SQUARE
    squares = [_closed(each + np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) * SQUARE) for each in low]
    return areas, zones, squares, rng.integers(1, 90, SQUARES).tolist(), rng.integers(700, 2700, len(areas)).tolist()


def _tiles(rng) -> list[np.ndarray]:
    nodes = np.stack(np.meshgrid(np.arange(COLUMNS + 1), np.arange(ROWS + 1), indexing="ij"), -1) * SIDE
    nodes = nodes + rng.uniform(-0.2, 0.2, nodes.shape) * SIDE
    share = np.linspace(0, 1, CORNERS + 1)

    def border(a, b):
        aside = rng.normal(0, 150, len(share)) * np.sin(np.pi * share)
        across = np.array([a[1] - b[1], b[0] - a[0]]) / np.hypot(*(b - a))
        return a + share[:, None] * (b - a) + aside[:, None] * across

    east = {(i, j): border(nodes[i, j], nodes[i + 1, j]) for i in range(COLUMNS) for j in range(ROWS + 1)}
    north = {(i, j): border(nodes[i, j], nodes[i, j + 1]) for i in range(COLUMNS + 1) for j in range(ROWS)}
    return [
        np.concatenate([east[i, j], north[i + 1, j][1:], east[i, j + 1][-2::-1], north[i, j][-2::-1]])
        for i in range(COLUMNS)
        for j in range(ROWS)
    ]


def _closed(ring: np.ndarray) -> np.ndarray:
    return np.concatenate([ring, ring[:1]])


def _layer(rings, field: str = "", values=()):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"Polygon?crs=EPSG:3006{f'&field={field}:integer' if field else ''}", "bench", "memory")
    features = []
    for row, ring in enumerate(rings):
        feature, geometry = QgsFeature(layer.fields()), QgsGeometry()
        header = np.array([1], "u1").tobytes() + np.array([3, 1, len(ring)], "<u4").tobytes()
        geometry.fromWkb(header + (ring + ORIGIN).astype("<f8").tobytes())
        feature.setGeometry(geometry)
        if field:
            feature.setAttributes([values[row]])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def _geopandas(folder: Path, areas, zones, squares, weight, counts) -> tuple[float, np.ndarray]:
    """Seconds of geopandas from layers to sums, and the sum in each zone."""
    given, found = folder / "overlay.npz", folder / "sums.npy"
    flat = {}
    for name, rings in (("areas", areas), ("zones", zones), ("squares", squares)):
        flat[name] = np.concatenate(rings) + ORIGIN
        flat[f"{name}_row"] = np.repeat(np.arange(len(rings)), [len(ring) for ring in rings])
    np.savez(given, **flat, weight=weight, counts=counts)
    script = Path(__file__).with_name("geopandas_overlay.py")
    done = subprocess.run([GEOPANDAS, script, given, found], capture_output=True, encoding="utf8", check=False)
    if done.returncode:
        raise RuntimeError(f"{script} failed:\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])["seconds"], np.load(found)
