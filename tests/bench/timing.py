"""Timing one thing, and the figure it becomes in the table."""

from __future__ import annotations

import gc
import os
import platform
import resource
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Optional


@dataclass(frozen=True)
class Figure:
    """One measured figure. ``against`` is what it is measured beside (None = nothing); ``target`` is the highest ratio, or
    the highest value where there is nothing beside it (None = only shown)."""

    name: str
    value: float
    unit: str
    target: Optional[float] = None
    against: Optional[float] = None
    against_name: str = ""
    runs: int = 1

    @property
    def ratio(self) -> float | None:
        return None if self.against is None else self.value / self.against

    @property
    def met(self) -> bool | None:
        measured = self.value if self.ratio is None else self.ratio
        return None if self.target is None else measured <= self.target

    def as_json(self) -> dict:
        return {**asdict(self), "ratio": self.ratio, "met": self.met}


def seconds(work: Callable[[], object], runs: int = 7, warm: bool = True) -> tuple[float, int]:
    """The median of several runs in seconds, and how many there were; ``warm`` runs it once before, unmeasured."""
    if warm:
        work()
    taken = []
    for _ in range(runs):
        gc.collect()
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return median(taken), runs


def peak_mb() -> float:
    """The most memory that this process has held so far, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux hands a parent's peak on to its children in getrusage, not here
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def machine() -> dict[str, str]:
    """What it was measured on."""
    import numpy
    import pandas
    import scipy
    from osgeo import gdal
    from qgis.core import Qgis

    return {
        "cores": str(os.cpu_count()),
        "processor": _processor(),
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB",
        "python": platform.python_version(),
        "numpy": numpy.__version__,
        "scipy": scipy.__version__,
        "pandas": pandas.__version__,
        "gdal": gdal.__version__,
        "qgis": Qgis.QGIS_VERSION,
    }


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf8") as file:
            return next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()
