"""The main jobs on the sample county at several sizes, each in a process of its own, so that its peak memory is its alone.

``python -m tests.bench.county STEP FOLDER SCALE`` prints one line of JSON; `table` is what the README shows.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from tests.shared import ROOT

from .timing import Figure, machine, peak_mb

MEMORY_LIMIT_MB = 8 * 1024
LARGE = 10  # above this scale every step runs once
TABLE = ROOT / "build" / "bench" / "scale.md"
TODAY = "2026-06-15"

CENTRES = "type = 'vardcentral' AND closed IS NULL"
PEOPLE_IN_REACH_MINUTES, NEIGHBOURS, PERMUTATIONS = 20, 8, 999

Measured = Mapping[tuple[int, str], dict]


def figures(folder: Path, scales: list[int]) -> Iterator[Figure]:
    """Time and peak memory of every step at every scale, and how time grows against the people's places."""
    measured = {}
    for scale in scales:
        own = folder / f"scale {scale}"
        for step in STEPS:
            measured[scale, step] = result = _in_a_child(step, own, scale)
            name = f"SCALE {scale} {step}"
            yield Figure(f"{name}: {result['what']}", result["seconds"], "s", runs=result["runs"])
            if step != "make":
                limit = MEMORY_LIMIT_MB if scale == 25 else None
                yield Figure(f"{name}: peak memory of the process", result["peak_mb"], "MB", limit)
    _keep(table(measured, scales))
    first, last = scales[0], scales[-1]
    if first == last:
        return
    links = {scale: measured[scale, "network"]["size"] for scale in scales}
    for step in [step for step in STEPS if step not in ("make", "review")]:
        growth = measured[last, step]["seconds"] / measured[first, step]["seconds"]
        name = f"growth of {step} from SCALE {first} to {last} (1 = linear in links)"
        yield Figure(
            name, growth, "times", None, links[last] / links[first], f"{links[last]} links beside {links[first]}"
        )


def table(measured: Measured, scales: list[int]) -> str:
    """The table of the README: a row per step, seconds and peak memory per scale, and what the largest one was."""
    heads = " | ".join(f"SCALE {scale}" for scale in scales)
    lines = [f"| step | {heads} | at SCALE {scales[-1]} |", f"| --- |{' --- |' * (len(scales) + 1)}"]
    for step, told in STEPS.items():
        cells = " | ".join(
            f"{_seconds(measured[scale, step]['seconds'])}, {_memory(measured[scale, step]['peak_mb'])}"
            for scale in scales
        )
        lines.append(f"| {told.name} | {cells} | {measured[scales[-1], step]['what']} |")
    about = machine()
    lines.append(
        f"\n{about['processor']}, {about['cores']} cores, {about['memory']}; QGIS {about['qgis']}, Python {about['python']}, numpy {about['numpy']}, "
        f"scipy {about['scipy']}."
    )
    return "\n".join(lines) + "\n"


def _seconds(value: float) -> str:
    return f"{value:.0f} s" if value >= 10 else f"{value:.1f} s"


def _memory(megabytes: float) -> str:
    return f"{megabytes / 1024:.1f} GB"


def _keep(text: str) -> None:
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text(text, encoding="utf8")
    print(f"\n{text}", flush=True)


def _in_a_child(step: str, folder: Path, scale: int) -> dict:
    command = [sys.executable, "-m", "tests.bench.county", step, str(folder), str(scale)]
    done = subprocess.run(command, capture_output=True, encoding="utf8", check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


def _make(folder: Path, scale: int) -> tuple[str, int]:
    from qgis.core import QgsVectorLayer

    from .qgis_session import run

    run("narvard:samplecounty", FOLDER=str(folder), SCALE=scale, SEED=1)
    people = sum(row["population"] for row in QgsVectorLayer(_layer(folder, "people")).getFeatures())
    return f"{people:,} people, {_rows(folder, 'people'):,} places, {_rows(folder, 'facilities'):,} facilities", 0


def _network(folder: Path, _) -> tuple[str, int]:
    from .qgis_session import run

    results = run("narvard:buildnetwork", ROADS=_layer(folder, "roads"), NETWORK=str(folder / "net.npz"))
    return f"{results['ARC_COUNT']:,} links each way counted, {results['NODE_COUNT']:,} junctions", results["ARC_COUNT"]


def _nearest(folder: Path, _) -> tuple[str, int]:
    from .qgis_session import run

    results = run("narvard:nearestfacility", **_places(folder), COUNT=3, OUTPUT=str(folder / "nearest.gpkg"))
    return f"3 nearest of every place, {results['UNREACHABLE_COUNT']:,.0f} people out of reach", 0


def _matrix(folder: Path, _) -> tuple[str, int]:
    from .qgis_session import run

    run("narvard:odmatrix", **_places(folder), MAX_MINUTES=PEOPLE_IN_REACH_MINUTES, OUTPUT=str(folder / "matrix.gpkg"))
    pairs = _count(f"{folder / 'matrix.gpkg'}")
    return f"{pairs:,} pairs within {PEOPLE_IN_REACH_MINUTES} minutes", pairs


def _floating(folder: Path, _) -> tuple[str, int]:
    """E2SFCA over the matrix; every centre has the same room, for its size changes nothing in the work."""
    from .qgis_session import run

    places = _places(folder)
    run(
        "narvard:floatingcatchment",
        **{name: places[name] for name in ("ORIGINS", "ORIGIN_ID", "FACILITIES", "FACILITY_ID")},
        DEMAND="population", SUPPLY="opened", MATRIX=str(folder / "matrix.gpkg"), METHOD="e2sfca",
        OUTPUT=str(folder / "room.gpkg"),
    )  # fmt: skip
    return f"E2SFCA of {_rows(folder, 'people'):,} places", 0


def _vulnerability(folder: Path, _) -> tuple[str, int]:
    from .qgis_session import run

    results = run("narvard:vulnerability", **_places(folder), OUTPUT=str(folder / "vulnerability.gpkg"))
    centres = _count(str(folder / "vulnerability.gpkg"))
    return f"{centres:,} centres, each gone in turn; {results['STRANDED_COUNT']:,.0f} people left without", centres


def _lisa(folder: Path, _) -> tuple[str, int]:
    from .qgis_session import run

    run(
        "narvard:clusters", AREAS=_layer(folder, "areas"), AREA_CODE="area_code", VALUE="socioeconomic_index", WEIGHTS="knn",
        NEIGHBOURS=NEIGHBOURS, PERMUTATIONS=PERMUTATIONS, OUTPUT=str(folder / "clusters.gpkg"),
    )  # fmt: skip
    return f"{_rows(folder, 'areas'):,} areas, {PERMUTATIONS} permutations", 0


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
    return f"{cells:,} cells of 250 m", cells


def _review(folder: Path, _) -> tuple[str, int]:
    from .qgis_session import run

    results = run(
        "narvard:reviewplan", WORKSPACE=str(folder / "arbetsyta.gpkg"), PLAN="*", NETWORK=str(folder / "net.npz"),
        LAYERS=str(folder / "planunderlag" / "granskningslager.json"), GTFS=str(folder / "gtfs.zip"), TODAY=TODAY,
        OUTPUT=str(folder / "review.gpkg"), FINDINGS=str(folder / "findings.gpkg"),
    )  # fmt: skip
    return f"every plan under way: {results['RULE_COUNT']:.0f} verdicts", 0


class _Step:
    """What a step is called in the table, and the work itself."""

    def __init__(self, name: str, work):
        self.name, self.work = name, work


STEPS = {
    "make": _Step("the sample itself (`samplecounty`)", _make),
    "network": _Step("network (`buildnetwork`)", _network),
    "nearest": _Step("nearest (`nearestfacility`, 3 each)", _nearest),
    "matrix": _Step("matrix (`odmatrix`, 20 minutes)", _matrix),
    "floating": _Step("floating catchments (`floatingcatchment`)", _floating),
    "vulnerability": _Step("`vulnerability`", _vulnerability),
    "lisa": _Step("LISA (`clusters`)", _lisa),
    "raster": _Step("raster (`traveltimeraster`)", _raster),
    "review": _Step("plan review (`reviewplan`)", _review),
}


def _places(folder: Path) -> dict:
    return {
        "NETWORK": str(folder / "net.npz"), "FACILITIES": f"{_layer(folder, 'facilities')}|subset={CENTRES}",
        "FACILITY_ID": "facility_id", "ORIGINS": _layer(folder, "people"), "ORIGIN_ID": "origin_id", "POPULATION": "population",
    }  # fmt: skip


def _layer(folder: Path, name: str) -> str:
    return f"{folder / 'exempellan.gpkg'}|layername={name}"


def _rows(folder: Path, name: str) -> int:
    return _count(_layer(folder, name))


def _count(source: str) -> int:
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer(source).featureCount()


def _main(step: str, folder: str, scale: str) -> None:
    from .qgis_session import running_qgis

    with running_qgis():
        runs = 1 if step in ("make", "review") or int(scale) > LARGE else 3
        taken = []
        for _ in range(runs):
            begin = time.perf_counter()
            what, size = STEPS[step].work(Path(folder), int(scale))
            taken.append(time.perf_counter() - begin)
    print(json.dumps({"what": what, "size": size, "seconds": median(taken), "runs": runs, "peak_mb": peak_mb()}))


if __name__ == "__main__":
    _main(*sys.argv[1:])
