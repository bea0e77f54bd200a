"""Neighbourhoods of the nearest people: seconds beside EquiPop, how they grow with the number of squares, and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from narvard_plugin.core.deso.neighbourhood import neighbourhoods
from tests.shared import ROOT

from .timing import Figure, peak_mb, seconds

SQUARES, SIDE, SIZES = 115_000, 250.0, (200, 400, 1600)
BESIDE = 30_000  # squares that EquiPop is timed on
EQUIPOP = ROOT / "build" / "bench" / "pysal" / "bin" / "python"  # made by `tools/install.sh bench`
GROWTH = 1.5  # memory of four times as many squares may not be more than this times more per square


def figures(folder: Path) -> Iterator[Figure]:
    """115 000 squares and three k, and a quarter as many; then beside EquiPop, which has to give the same."""
    sizes = "/".join(map(str, SIZES))
    grid = world(SQUARES)
    whole, runs = seconds(lambda: neighbourhoods(*grid, SIZES), runs=3)
    yield Figure(f"neighbourhoods, {SQUARES} squares, k {sizes}", whole, "s", 20.0, runs=runs)
    part = world(SQUARES // 4)
    quarter, runs = seconds(lambda: neighbourhoods(*part, SIZES), runs=3)
    name = f"neighbourhoods, µs per square, {SQUARES} squares"
    yield Figure(name, 1e6 * whole / SQUARES, "µs", GROWTH, 4e6 * quarter / SQUARES, f"{SQUARES // 4} squares", runs)
    many, few = _held(SQUARES), _held(SQUARES // 4)
    name = f"neighbourhoods, memory over that of the squares, {SQUARES} squares"
    yield Figure(name, many, "MB", 4 * GROWTH, max(few, 1.0), f"{SQUARES // 4} squares")
    if not _has_equipop():
        print("EquiPop is not in the bench's Python (tools/install.sh bench), so nothing is measured beside it.")
        return
    some = world(BESIDE)
    ours, runs = seconds(lambda: neighbourhoods(*some, SIZES), runs=3)
    theirs, shares = _equipop(folder, some)
    np.testing.assert_allclose(neighbourhoods(*some, SIZES).share, shares, rtol=1e-9, atol=1e-12)
    yield Figure(
        f"neighbourhoods, {BESIDE} squares, k {sizes}", ours, "s", 1.0, theirs, "EquiPop, run_knn_counts", runs
    )


def world(count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Squares ``xy`` (n, 2) with ``group`` and ``people`` (n): half in towns of some thousand squares, half spread out."""
    rng = np.random.default_rng(1)
    side = int(3 * count**0.5)
    towns = rng.uniform(0, side, (max(1, count // 5000), 2))
    inside = towns[rng.integers(0, len(towns), count)] + rng.normal(0, 12, (count, 2))
    places = np.unique(np.rint(np.concatenate([inside, rng.uniform(0, side, (count, 2))])), axis=0)
    xy = rng.permutation(places)[:count] * SIDE + SIDE / 2
    people = np.ceil(rng.lognormal(1.3, 1.4, len(xy)))
    return xy, np.rint(people * rng.uniform(0, 1, len(xy))), people


def _held(count: int) -> float:
    """MB that a run holds at most, above what the process held before it; measured in a process of its own."""
    script = "import sys; from tests.bench import neighbourhood; print(neighbourhood.held_mb(int(sys.argv[1])))"
    done = subprocess.run(
        [sys.executable, "-c", script, str(count)], capture_output=True, encoding="utf8", cwd=ROOT, check=True
    )
    return float(done.stdout.splitlines()[-1])


def held_mb(count: int) -> float:
    grid = world(count)
    neighbourhoods(*(values[:1000] for values in grid), (20,))  # loads the library
    before = peak_mb()
    neighbourhoods(*grid, SIZES)
    return peak_mb() - before


def _has_equipop() -> bool:
    if not EQUIPOP.exists():
        return False
    return subprocess.run([EQUIPOP, "-c", "import equipop"], capture_output=True, check=False).returncode == 0


def _equipop(folder: Path, grid) -> tuple[float, np.ndarray]:
    """Seconds of EquiPop's own call, and its shares (n, k)."""
    given, found = folder / "grid.npz", folder / "shares.npy"
    xy, group, people = grid
    np.savez(given, xy=xy, group=group, people=people, sizes=SIZES, side=SIDE)
    script = Path(__file__).with_name("equipop_neighbourhood.py")
    done = subprocess.run([EQUIPOP, script, given, found], capture_output=True, encoding="utf8", check=False)
    if done.returncode:
        raise RuntimeError(f"{script} failed:\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])["seconds"], np.load(found)
