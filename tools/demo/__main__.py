"""Make ``build/demo``, or the folder given: the sample county, the tools' answers, a QGIS project, maps and a page."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

from ..layout import ROOT
from ..one_qgis import OneQgis
from . import figures, maps, oldest, page, places, project, steps
from .qgis_session import qgis_session

FOLDER = ROOT / "build" / "demo"


def main(folder: Path) -> None:
    started = time.monotonic()
    try:
        made = build(folder, _tell)
    except (FileNotFoundError, RuntimeError) as error:
        sys.exit(str(error))
    print(_where_to_look(made, time.monotonic() - started))


def build(folder: Path, tell=lambda text: None) -> page.Product:
    """Everything, from nothing, into ``folder``; what an earlier run left there is replaced."""
    for name in (places.RESULTS, maps.FOLDER):
        shutil.rmtree(folder / name, ignore_errors=True)
    with qgis_session():
        data = steps.run(folder, OneQgis(), tell)
        tell("Räknar samman")
        oldest.write(data)
        numbers = figures.compute(data)
        return present(folder, data, numbers, tell)


def present(folder: Path, data: places.Data, numbers: figures.Figures, tell=lambda text: None) -> page.Product:
    """The project, the maps and the page from results that are there, in a QGIS that runs."""
    tell("Bygger QGIS-projektet")
    plan = project.make(folder, data)
    tell("Ritar kartorna")
    pictures = maps.draw(plan, folder)
    project_file = project.save(plan, folder)
    tell("Skriver sidan")
    return page.Product(project_file, data.workspace, pictures, page.write(folder, data, numbers, pictures))


def _tell(text: str) -> None:
    print(f"· {text} …\n", end="", flush=True)  # one write: two tools may begin at once


def _where_to_look(made: page.Product, seconds: float) -> str:
    folder = made.page.parent
    return f"""
Klart på {seconds:.0f} sekunder. Exempellän är påhittat: ingen uppgift gäller ett verkligt ställe.

  Läs resultatet   {made.page}
  Kartor           {folder / maps.FOLDER} ({len(made.pictures)} som PNG och PDF)
  QGIS-projekt     {made.project}
  Arbetsyta        {made.workspace} (länets register)

Öppna projektet i QGIS: Projekt > Öppna…, eller  qgis {made.project}
Med Närvårds verktyg i samma fönster:            make dev
Mappen kan flyttas: projektet har relativa sökvägar."""


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if sys.argv[1:] else FOLDER)
