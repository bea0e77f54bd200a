"""The folder of a sample county: which file holds what, and how a whole new one takes the old one's place."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
from osgeo import ogr

from ..core.sample.county import County
from ..core.sample.facilities import SOURCE
from ..core.sample.statistics import NEWEST, OLDEST, YEARS
from ..sources.new_files import kept_as
from .samplefiles import LayerFile, line_wkb, multipolygon_wkb, point_wkb, square_wkb, write_csv, write_feed
from .sampleplans import FOLDER as PLANNING
from .sampleplans import write_plan_documents

LAYERS, WORKSPACE, FEED, PLANS = "exempellan.gpkg", "arbetsyta.gpkg", "gtfs.zip", "planer.gpkg"
BOUGHT = "cni_per_enhet.csv"
SPOILED, PUBLISHED, README, MARK = "felaktiga_data", "folkmangd_deso.csv", "LAS_MIG.txt", "exempellan.json"
FILES = (LAYERS, WORKSPACE, FEED, PLANS, PLANNING, SPOILED, PUBLISHED, BOUGHT, README, MARK)
_README = """EXEMPELLÄN ÄR PÅHITTAT / EXEMPELLÄN IS MADE UP

Allt i den här mappen är påhittat: platser, personer, vård, väntetider, planer. Ingen uppgift gäller ett verkligt
ställe, en verklig verksamhet eller en verklig person. Länskod 99; SWEREF 99 TM (EPSG:3006).
Everything in this folder is invented. County code 99; SWEREF 99 TM (EPSG:3006).

exempellan.gpkg      lager och tabeller / layers and tables
arbetsyta.gpkg       arbetsyta med registret ifyllt / workspace with the register filled in
gtfs.zip             tidtabell / timetable (GTFS)
planer.gpkg          planärenden / plan cases
planunderlag/        planhandlingar, och lager att granska mot / plan documents, and layers to review against
folkmangd_deso.csv   folkmängd med SCB:s falska nollor / population with false zeros outside a vintage's years
cni_per_enhet.csv    vårdbehovsindex per vårdcentral, som en region köper det / Care Need Index per centre, as bought
felaktiga_data/      fel att upptäcka / data gone wrong, to be noticed
"""


class FilesInTheWayError(Exception):
    """The folder holds files with the county's names that no sample county wrote."""

    def __init__(self, names: list[str]):
        super().__init__(", ".join(names))
        self.names = names


def check_folder(folder: Path) -> None:
    """Raise `FilesInTheWayError` unless the county's names are free, or taken by an earlier sample county."""
    taken = [name for name in FILES if (folder / name).exists()]
    if taken and not _is_ours(folder):
        raise FilesInTheWayError(taken)


@contextmanager
def new_content(folder: Path) -> Iterator[Path]:
    """A hidden folder inside ``folder`` that takes the place of the earlier content when the block ends well.

    Leaving by an exception, a cancel too, removes what was made; ``folder`` itself goes when this made it.
    """
    created = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix=".exempellan-", dir=folder) as hidden:
            made, old = Path(hidden, "ny"), Path(hidden, "gammal")
            made.mkdir()
            old.mkdir()
            yield made
            _swap(made, old, folder)
    except BaseException:
        if created:
            shutil.rmtree(folder)
        raise


def write_county(folder: Path, county: County, scale: int, seed: int, step: Callable[[float], None]) -> None:
    """Every file but the workspace; ``step`` is called with the share done between them."""
    with LayerFile(folder / LAYERS) as layers:
        jobs = _layer_jobs(county)
        for order, job in enumerate(jobs):
            step(0.85 * order / len(jobs))
            layers.add(*job)
    step(0.85)
    write_feed(folder / FEED, county.timetable)
    step(0.93)
    _write_plans(folder / PLANS, county)
    write_plan_documents(folder / PLANNING, county, LAYERS)
    write_csv(folder / PUBLISHED, county.published.assign(source=SOURCE))
    write_csv(folder / BOUGHT, county.bought_index)
    (folder / SPOILED).mkdir()
    for name, table in county.spoiled.items():
        write_csv(folder / SPOILED / f"{name}.csv", table)
    (folder / README).write_text(_README, encoding="utf-8")
    mark = {"made_by": "narvard:samplecounty", "made_up": True, "source": SOURCE, "scale": scale, "seed": seed}
    (folder / MARK).write_text(json.dumps(mark, ensure_ascii=False, indent=1), encoding="utf-8")
    step(1.0)


def area_wkb(county: County, vintage: str) -> list[bytes]:
    """WKB of the small areas of one vintage, in the order of their rows."""
    rows = (county.geography.areas["vintage"] == vintage).to_numpy()
    return [multipolygon_wkb(shape) for shape, wanted in zip(county.geography.area_polygons, rows) if wanted]


def division_wkb(county: County) -> list[bytes]:
    """WKB of the region's own divisions, in the order of their rows."""
    return [multipolygon_wkb(shape) for shape in county.geography.division_polygons]


def _layer_jobs(county: County) -> list[tuple]:
    """What goes into the layers' file: name, title, rows, kind of geometry, WKB."""
    place = county.geography
    point, line, polygon = ogr.wkbPoint, ogr.wkbLineString, ogr.wkbMultiPolygon
    tables = (
        ("services", "Utbud", county.services),
        ("capacity", "Kapacitet", county.capacity),
        ("listings", "Listade per område och enhet", county.listings),
        ("waiting_times", "Väntetider (vårdgaranti)", county.waiting),
        ("procedure_capacity", "Kapacitet per åtgärdsgrupp", county.procedure_capacity),
        ("scenario_changes", "Scenarier för Ekhamns sjukhus", county.changes),
        ("malvarde", "Målvärden", county.targets),
        ("area_key", "Områdesnyckel 2018–2025", place.area_key),
        ("forecasts", "Befolkningsprognos per kommun", county.forecasts),
        ("care_rates", "Vårdkonsumtion per ålder", county.care_rates),
        ("grant_followup", "Uppföljning av utvecklingspeng", county.grant_followup),
    )
    km, people = county.people_1km, county.people
    return [
        ("roads", "Vägnät", _marked(place.roads), line, line_wkb(place.road_xy, place.road_start)),
        ("facilities", "Vårdenheter", county.facilities.drop(columns=["x", "y"]), point, _points(county.facilities)),
        ("people", "Befolkning 250 m", _marked(people.drop(columns=["x", "y"])), point, _points(people)),
        ("people_1km", "Befolkning 1 km", _marked(km.drop(columns=["x", "y"])), point, _points(km)),
        ("squares_1km", "Rutor 1 km", _marked(_thin(km)), polygon, square_wkb(km[["x", "y"]].to_numpy(), 1000.0)),
        ("areas", "Områden (DeSO 2025)", _marked(wide_areas(county, NEWEST)), polygon, area_wkb(county, NEWEST)),
        ("areas_2018", "Områden (DeSO 2018)", _marked(wide_areas(county, OLDEST)), polygon, area_wkb(county, OLDEST)),
        (
            "municipalities",
            "Kommuner",
            _marked(place.municipalities),
            polygon,
            map(multipolygon_wkb, place.municipality_polygons),
        ),
        ("regions", "Regioner", _marked(place.regions), polygon, map(multipolygon_wkb, place.region_polygons)),
        ("divisions", "Närsjukvårdsområden", _marked(place.divisions), polygon, division_wkb(county)),
        (
            "settlements",
            "Orter",
            _marked(place.settlements.drop(columns=["x", "y"])),
            point,
            _points(place.settlements),
        ),
        *((name, title, _marked(rows)) for name, title, rows in tables),
    ]


def wide_areas(county: County, vintage: str) -> pd.DataFrame:
    """Areas with the last year's variables as columns, and people and area type of the first year."""
    areas = county.geography.areas
    areas = areas[areas["vintage"] == vintage].drop(columns=["deprivation", "population", "x", "y"])
    panel = county.panel if vintage == NEWEST else county.panel_2018
    moves = county.net_migration[0 if vintage == NEWEST else 1].rename("net_migration")
    last = YEARS[-1] if vintage == NEWEST else YEARS[-2]
    first = panel[panel["year"] == YEARS[0]].set_index("area_code")[["population", "area_type"]]
    now = panel[panel["year"] == last].drop(columns=["vintage", "year"])
    wide = areas.merge(now, on="area_code")
    wide = wide.merge(first.add_suffix(f"_{YEARS[0]}"), left_on="area_code", right_index=True)
    return wide.merge(moves, left_on="area_code", right_index=True)


def _write_plans(path: Path, county: County) -> None:
    plans = county.plans
    with LayerFile(path) as layers:
        rings = [multipolygon_wkb([[ring]]) for ring in plans.plan_rings]
        layers.add("plans", "Planärenden", plans.plans, ogr.wkbMultiPolygon, rings)
        sectors = [multipolygon_wkb([[ring]]) for ring in plans.sector_rings]
        layers.add("helipad_sectors", "Helikopterplattans sektorer", plans.sectors, ogr.wkbMultiPolygon, sectors)
        layers.add("referrals", "Planremisser", plans.referrals)
        layers.add("provisions", "Planbestämmelser", plans.provisions)
        drawn = [multipolygon_wkb([[ring] for ring in rings]) for rings in county.drawings.polygons]
        layers.add("drawn_provisions", "Planbestämmelser på kartan", county.drawings.rows, ogr.wkbMultiPolygon, drawn)
        layers.add("answers", "Delsvar", plans.answers)


def _marked(rows: pd.DataFrame) -> pd.DataFrame:
    return rows if "source" in rows else rows.assign(source=SOURCE)


def _thin(squares: pd.DataFrame) -> pd.DataFrame:
    return squares[["origin_id", "population", "population_july", "municipality", "region"]]


def _points(rows: pd.DataFrame) -> list[bytes]:
    return point_wkb(rows[["x", "y"]].to_numpy(float))


def _is_ours(folder: Path) -> bool:
    try:
        return json.loads((folder / MARK).read_text(encoding="utf-8")).get("made_by") == "narvard:samplecounty"
    except (OSError, ValueError, AttributeError, RecursionError):
        return False


def _swap(made: Path, old: Path, folder: Path) -> None:
    """Move the old aside and the new in; put everything back when one of them won't move.

    A file is replaced in one step, so that a run which is killed leaves no name without a file.
    """
    back: list[tuple[Path, Path]] = []
    try:
        for name in FILES:
            new, target, kept = made / name, folder / name, old / name
            if target.is_file() and new.is_file():
                back.append((kept_as(target, kept), target))
                os.replace(new, target)
                continue
            for source, place in ((target, kept), (new, target)):
                if source.exists():
                    os.replace(source, place)
                    back.append((place, source))
    except OSError:
        for place, source in reversed(back):
            os.replace(place, source)
        raise
