"""What PySAL's ``esda`` makes of areas saved by ``clusters.py``; run by the Python of ``tools/install.sh bench``.

``python pysal_clusters.py AREAS.npz P.npy PERMUTATIONS`` prints the seconds of its own call, weights made beforehand.
"""

import json
import sys
import time
import warnings
from statistics import median

import numpy as np
from esda import Moran_Local
from libpysal.weights import W

RUNS = 3


def main(given: str, found: str, permutations: str) -> None:
    areas = np.load(given)
    parts = np.split(areas["indices"], areas["indptr"][1:-1])
    weights = W({row: others.tolist() for row, others in enumerate(parts)}, silence_warnings=True)
    taken = []
    for run in range(RUNS + 1):  # the first one warms up, and compiles
        begin = time.perf_counter()
        answer = Moran_Local(areas["y"], weights, permutations=int(permutations), n_jobs=1, seed=run)
        taken.append(time.perf_counter() - begin)
    p = answer.p_sim
    p[[row for row, others in enumerate(parts) if len(others) == 0]] = np.nan  # what it says of them means nothing
    np.save(found, p)
    print(json.dumps({"seconds": median(taken[1:])}))


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main(*sys.argv[1:])
