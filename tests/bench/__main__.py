"""``python -m tests.bench [--scales 1,5,25] [--only porto|county|floating|siting|clusters|neighbourhood|overlay|dock|transit|plans]``: measure, print the table, keep build/bench/result.json."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.shared import ROOT

from . import clusters, county, dock, floating, neighbourhood, overlay, plans, porto, siting, transit
from .qgis_session import running_qgis
from .timing import Figure, machine

RESULT = ROOT / "build" / "bench" / "result.json"


def _parts(folder: Path, scales: list[int]) -> dict[str, Callable[[], Iterable[Figure]]]:
    """What is measured, part by part, in the order of the table."""
    return {
        "porto": lambda: porto.figures(folder) if porto.ROADS.exists() else _absent(porto.ROADS),
        "county": lambda: county.figures(folder, scales),
        "floating": lambda: floating.figures(folder),
        "siting": siting.figures,
        "clusters": lambda: clusters.figures(folder),
        "neighbourhood": lambda: neighbourhood.figures(folder),
        "overlay": lambda: overlay.figures(folder),
        "dock": lambda: dock.figures(folder),
        "transit": lambda: transit.figures(folder) if transit.CITY.exists() else _absent(transit.CITY),
        "plans": lambda: plans.figures(folder),
    }


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    with running_qgis(), tempfile.TemporaryDirectory(prefix="bench") as folder:
        about = machine()
        print(", ".join(f"{name} {value}" for name, value in about.items()), flush=True)
        print("Each figure is the median of its runs, all measured in this one run on this machine.\n", flush=True)
        print(_row("what", "measured", "beside it", "ratio", "target", "met", "runs"), flush=True)
        parts = _parts(Path(folder), options.scales)
        figures = [figure for name, part in parts.items() if options.only in (None, name) for figure in _shown(part())]
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    document = {"machine": about, "figures": [figure.as_json() for figure in figures]}
    RESULT.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf8")
    print(f"\nKept in {RESULT.relative_to(ROOT)}.")
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "--scales", default="1,5,25", type=lambda text: sorted(map(int, text.split(","))),
        help="sizes of the sample county; 25 is nearly a nation and takes ten minutes",
    )  # fmt: skip
    parser.add_argument("--only", choices=_parts(Path(), []), help="one part of the table")
    return parser.parse_args(arguments)


def _absent(data: Path) -> Iterable[Figure]:
    print(f"{data} is not here, so nothing is measured on it (NARVARD_SHARED names its folder).")
    return ()


def _shown(figures: Iterable[Figure]) -> list[Figure]:
    """The figures as a list, each printed as soon as it is there."""
    kept = []
    for figure in figures:
        kept.append(figure)
        beside = "" if figure.against is None else f"{_number(figure.against)} {figure.unit} ({figure.against_name})"
        ratio = "" if figure.ratio is None else _fraction(figure.ratio)
        target = "" if figure.target is None else _target(figure)
        met = {None: "", True: "yes", False: "NO"}[figure.met]
        print(
            _row(figure.name, f"{_number(figure.value)} {figure.unit}", beside, ratio, target, met, str(figure.runs)),
            flush=True,
        )
    return kept


def _target(figure: Figure) -> str:
    return (
        f"≤ {_fraction(figure.target)}" if figure.against is not None else f"≤ {_number(figure.target)} {figure.unit}"
    )


def _fraction(ratio: float) -> str:
    return f"1/{1 / ratio:.3g}" if ratio < 0.8 else f"{ratio:.2f}"


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def _row(what, measured, beside, ratio, target, met, runs) -> str:
    return f"{what:<66} {measured:>10}  {beside:<52} {ratio:>7} {target:>9} {met:>4} {runs:>4}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
