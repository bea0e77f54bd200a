"""One step of the sample county in a process of its own, so that its peak memory is its alone.

``python -m tests.bench.county make|compile|nearest|matrix|raster FOLDER SCALE`` prints one line of JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from .timing import Figure, peak_mb

STEPS = ("make", "compile", "nearest", "matrix", "raster")
MEMORY_LIMIT_MB = 8 * 1024
LARGE = 10  # above this scale every step runs once


def figures(folder: Path, scales: list[int]) -> Iterator[Figure]:
    """Time and peak memory of every step at every scale, and how time grows against the number of links."""
    measured = {}
    for scale in scales:
        own = folder / f"scale {scale}"
        own.mkdir()
        for step in STEPS:
            measured[scale, step] = result = _in_a_child(step, own, scale)
            name = f"SCALE {scale} {step}"
            yield Figure(f"{name}: {result['what']}", result["seconds"], "s", runs=result["runs"])
            if step != "make":
                limit = MEMORY_LIMIT_MB if scale == 25 else None
                yield Figure(f"{name}: peak memory of the process", result["peak_mb"], "MB", limit)
    first, last = scales[0], scales[-1]
    if first == last:
        return
    links = {scale: measured[scale, "compile"]["size"] for scale in scales}
    for step in STEPS[1:]:
        growth = measured[last, step]["seconds"] / measured[first, step]["seconds"]
        name = f"growth of {step} from SCALE {first} to {last} (1 = linear in links)"
        yield Figure(
            name, growth, "times", None, links[last] / links[first], f"{links[last]} links beside {links[first]}"
        )


def _in_a_child(step: str, folder: Path, scale: int) -> dict:
    command = [sys.executable, "-m", "tests.bench.county", step, str(folder), str(scale)]
    done = subprocess.run(command, capture_output=True, encoding="utf8", check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


def _make(folder: Path, scale: int) -> tuple[str, int]:
    """Roads, people on 250 m squares, and a centre in every settlement, as layers of one GeoPackage."""
    import numpy as np
    from osgeo import ogr

    from narvard_plugin.adapters.samplefiles import LayerFile, line_wkb, point_wkb
    from narvard_plugin.core.sample.geography import make_geography

    county = make_geography(scale)
    centres = county.settlements.drop_duplicates(["x", "y"]).reset_index(drop=True)
    centres.insert(0, "code", [f"{number:05d}" for number in range(len(centres))])
    people = county.squares_250[["x", "y", "population"]].reset_index(drop=True)
    people.insert(0, "id", [f"{number:07d}" for number in range(len(people))])
    with LayerFile(folder / "county.gpkg") as file:
        file.add("roads", "Roads", county.roads, ogr.wkbLineString, line_wkb(county.road_xy, county.road_start))
        for name, table in (("people", people[["id", "population"]]), ("centres", centres[["code"]])):
            xy = (people if name == "people" else centres)[["x", "y"]].to_numpy(np.float64)
            file.add(name, name, table, ogr.wkbPoint, point_wkb(xy))
    what = f"{len(county.roads)} road links, {len(people)} squares, {len(centres)} centres"
    return what, len(county.roads)


def _compile(folder: Path, _) -> tuple[str, int]:
    from .qgis_session import run

    results = run("narvard:buildnetwork", ROADS=_layer(folder, "roads"), NETWORK=str(folder / "net.npz"))
    return f"{results['ARC_COUNT']} links each way counted, {results['NODE_COUNT']} junctions", results["ARC_COUNT"]


def _nearest(folder: Path, _) -> tuple[str, int]:
    from .qgis_session import run

    results = run("narvard:nearestfacility", **_places(folder), COUNT=3, OUTPUT=str(folder / "nearest.gpkg"))
    return f"3 nearest of every square, {results['UNREACHABLE_COUNT']:.0f} people out of reach", 0


def _matrix(folder: Path, _) -> tuple[str, int]:
    from qgis.core import QgsVectorLayer

    from .qgis_session import run

    results = run("narvard:odmatrix", **_places(folder), MAX_MINUTES=20, OUTPUT=str(folder / "matrix.gpkg"))
    pairs = QgsVectorLayer(results["OUTPUT"]).featureCount()
    return f"{pairs} pairs within 20 minutes", pairs


def _raster(folder: Path, _) -> tuple[str, int]:
    from osgeo import gdal

    from .qgis_session import run

    places = _places(folder)
    results = run(
        "narvard:traveltimeraster",
        **{name: places[name] for name in ("NETWORK", "FACILITIES", "FACILITY_ID")},
        CELL_SIZE=250,
        OUTPUT=str(folder / "minutes.tif"),
    )
    raster = gdal.Open(results["OUTPUT"])
    cells = raster.RasterXSize * raster.RasterYSize
    return f"{cells} cells of 250 m", cells


def _places(folder: Path) -> dict:
    return {
        "NETWORK": str(folder / "net.npz"), "FACILITIES": _layer(folder, "centres"), "FACILITY_ID": "code",
        "ORIGINS": _layer(folder, "people"), "ORIGIN_ID": "id", "POPULATION": "population",
    }  # fmt: skip


def _layer(folder: Path, name: str) -> str:
    return f"{folder / 'county.gpkg'}|layername={name}"


def _main(step: str, folder: str, scale: str) -> None:
    from .qgis_session import running_qgis

    work = dict(zip(STEPS, (_make, _compile, _nearest, _matrix, _raster)))[step]
    with running_qgis():
        runs = 1 if step == "make" or int(scale) > LARGE else 3
        taken = []
        for _ in range(runs):
            begin = time.perf_counter()
            what, size = work(Path(folder), int(scale))
            taken.append(time.perf_counter() - begin)
    print(json.dumps({"what": what, "size": size, "seconds": median(taken), "runs": runs, "peak_mb": peak_mb()}))


if __name__ == "__main__":
    _main(*sys.argv[1:])
