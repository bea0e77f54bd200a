"""What PySAL's ``access`` makes of a world saved by ``floating.py``; run by the Python of ``tools/install.sh bench``.

``python pysal_access.py WORLD.npz ACCESS.npy`` prints the seconds of its own call, tables made beforehand.
"""

import json
import sys
import time
from statistics import median

import numpy as np
import pandas as pd
from access import Access

RUNS = 7


def main(given: str, found: str) -> None:
    world = np.load(given)
    demand = pd.DataFrame({"geoid": range(len(world["demand"])), "demand": world["demand"]})
    supply = pd.DataFrame({"geoid": range(len(world["supply"])), "supply": world["supply"]})
    costs = pd.DataFrame({"origin": world["origin"], "dest": world["facility"], "cost": world["minutes"]})
    access = Access(
        demand_df=demand, demand_index="geoid", demand_value="demand", supply_df=supply, supply_index="geoid",
        supply_value="supply", cost_df=costs, cost_origin="origin", cost_dest="dest", cost_name="cost",
    )  # fmt: skip
    taken = []
    for run in range(RUNS + 1):  # the first one warms up
        begin = time.perf_counter()
        answer = access.enhanced_two_stage_fca(name=f"run{run}", max_cost=30)
        taken.append(time.perf_counter() - begin)
    values = answer.iloc[:, -1].reindex(demand["geoid"])
    np.save(found, values.to_numpy(float))
    print(json.dumps({"seconds": median(taken[1:])}))


if __name__ == "__main__":
    main(*sys.argv[1:])
