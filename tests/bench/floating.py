"""Floating catchments beside PySAL's ``access``, which runs in a Python of its own with the numpy it needs."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.spatial import cKDTree

from narvard_plugin.core.access.decay import LUO_QI, STEPS, Decay
from narvard_plugin.core.access.floating import METHODS, Weighted, by_origin
from narvard_plugin.core.access.raam import raam
from tests.shared import ROOT

from .timing import Figure, seconds

ORIGINS, FACILITIES, PAIRS = 6000, 1200, 200_000
PYSAL = ROOT / "build" / "bench" / "pysal" / "bin" / "python"  # made by `tools/install.sh bench`
E2SFCA = Decay(STEPS, 30.0, *LUO_QI)


def figures(folder: Path) -> Iterator[Figure]:
    """E2SFCA after the matrix is read, alone and beside PySAL; the equilibrium of RAAM on the same pairs."""
    origin, facility, minutes, demand, supply = world()
    what = f"{ORIGINS} × {FACILITIES}, {len(minutes)} pairs"

    def shared():
        pairs = Weighted.where_positive(origin, facility, E2SFCA.of(minutes))
        return by_origin(pairs, METHODS["e2sfca"](pairs, demand, supply).access, len(demand))

    ours, runs = seconds(shared, runs=15)
    yield Figure(f"E2SFCA, {what}", ours, "s", 0.025, runs=runs)
    if PYSAL.exists():
        theirs, access = _pysal(folder, origin, facility, minutes, demand, supply)
        np.testing.assert_allclose(shared(), access, rtol=1e-9)  # a comparison counts only where both give the same
        yield Figure(f"E2SFCA, {what}", ours, "s", 1 / 10, theirs, "PySAL access, enhanced_two_stage_fca", runs)
    else:
        print(
            f"{PYSAL.relative_to(ROOT)} is not here (tools/install.sh bench makes it), so nothing is measured beside PySAL."
        )
    taken, runs = seconds(lambda: raam(origin, facility, minutes, demand, supply, 60.0), runs=3)
    yield Figure(f"RAAM to a gap of 1e-7, {what}", taken, "s", runs=runs)


def world():
    """People and facilities around forty places; the nearest pairs, the farthest of them 30 minutes apart."""
    rng = np.random.default_rng(3)
    places = rng.uniform(0, 400, (40, 2))
    people, sites = (
        places[rng.integers(0, 40, count)] + rng.normal(0, 15, (count, 2)) for count in (ORIGINS, FACILITIES)
    )
    near = cKDTree(people).sparse_distance_matrix(cKDTree(sites), 60, output_type="coo_matrix")
    kept = np.argsort(near.data)[:PAIRS]
    minutes = near.data[kept] * 30 / near.data[kept].max()
    demand, supply = rng.integers(0, 2700, ORIGINS), rng.integers(0, 13, FACILITIES)
    return near.row[kept].astype(np.int64), near.col[kept].astype(np.int64), minutes, demand * 1.0, supply * 1.0


def _pysal(folder: Path, origin, facility, minutes, demand, supply) -> tuple[float, np.ndarray]:
    """Seconds of PySAL's own call, and its access (n; 0 where it leaves the origin out)."""
    given, found = folder / "floating.npz", folder / "pysal.npy"
    np.savez(given, origin=origin, facility=facility, minutes=minutes, demand=demand, supply=supply)
    script = Path(__file__).with_name("pysal_access.py")
    done = subprocess.run([PYSAL, script, given, found], capture_output=True, encoding="utf8", check=False)
    if done.returncode:
        raise RuntimeError(f"{script} failed:\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])["seconds"], np.nan_to_num(np.load(found))
