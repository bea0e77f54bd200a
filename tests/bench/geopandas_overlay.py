"""What geopandas makes of a world saved by ``overlay.py``; run by the Python of ``tools/install.sh bench``.

``python geopandas_overlay.py WORLD.npz SUMS.npy`` prints the seconds from layers in memory to the sums and the uncovered
share of every zone.
"""

import json
import sys
import time
from statistics import median

import geopandas as gpd
import numpy as np
import shapely

RUNS = 3


def main(given: str, found: str) -> None:
    world = np.load(given)
    areas, zones, squares = (
        gpd.GeoDataFrame(geometry=shapely.polygons(shapely.linearrings(world[name], indices=world[f"{name}_row"])), crs=3006)
        for name in ("areas", "zones", "squares")
    )  # fmt: skip
    areas["count"], squares["weight"] = world["counts"], world["weight"]
    taken = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        sums, _ = profile(areas.copy(), zones.copy(), squares.copy())
        taken.append(time.perf_counter() - begin)
    np.save(found, sums)
    print(json.dumps({"seconds": median(taken)}))


def profile(areas, zones, squares):
    """The sum in every zone, and the share of its ground that no area covers."""
    areas["area"], zones["zone"], squares["cell"] = areas.index, zones.index, squares.index
    cells = squares.set_geometry(squares.centroid)
    in_area = cells.sjoin(areas[["area", "count", "geometry"]], predicate="within").drop(columns="index_right")
    in_zone = cells[["cell", "geometry"]].sjoin(zones[["zone", "geometry"]], predicate="within")
    in_area["people"] = in_area["count"] * in_area["weight"] / in_area.groupby("area")["weight"].transform("sum")
    pairs = in_zone[["cell", "zone"]].merge(in_area[["cell", "people"]], on="cell")
    sums = pairs.groupby("zone")["people"].sum().reindex(zones.index, fill_value=0)
    pieces = gpd.overlay(areas[["area", "geometry"]], zones[["zone", "geometry"]], how="intersection")
    covered = pieces.area.groupby(pieces["zone"]).sum().reindex(zones.index, fill_value=0)
    return sums.to_numpy(), 1 - covered / zones.area


if __name__ == "__main__":
    main(*sys.argv[1:])
