"""What EquiPop makes of a grid saved by ``neighbourhood.py``; run by the Python of ``tools/install.sh bench``.

``python equipop_neighbourhood.py GRID.npz SHARES.npy`` prints the seconds of its own call, cells made beforehand.
"""

import json
import sys
import time
from statistics import median

import numpy as np
from equipop.cells import CellData
from equipop.fastcounts import run_knn_counts

RUNS = 3


def main(given: str, found: str) -> None:
    grid = np.load(given)
    sizes = [int(size) for size in grid["sizes"]]
    side = float(grid["side"])
    valid = {"group": grid["people"]}
    cells = CellData(
        grid["xy"][:, 0], grid["xy"][:, 1], grid["people"], {"group": grid["group"]}, valid, unit_size=side
    )
    taken = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        answer = run_knn_counts(
            cells, sizes, overshoot_mode="proportional", self_rule="include", self_potential=0.0, report=False
        )
        taken.append(time.perf_counter() - begin)
    np.save(found, answer.sort_values("CellId")[[f"R_group_{size}" for size in sizes]].to_numpy(float))
    print(json.dumps({"seconds": median(taken)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
