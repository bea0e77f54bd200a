"""Porto Alegre by public transport: every hexagon to the nearest health care, for a window by the minute and for one departure."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from osgeo import ogr, osr

from tests.shared import SHARED

from .qgis_session import run
from .timing import Figure, peak_mb, seconds

CITY = SHARED / "data" / "porto_alegre_r5r"
FEEDS = f"{CITY / 'poa_eptc.zip'};{CITY / 'poa_trensurb.zip'}"
DAY, START, END, NEXT = "2019-05-13", "14:00", "16:00", "14:01"


def figures(folder: Path) -> Iterator[Figure]:
    """All figures of the timetable search; files go to ``folder``."""
    network = str(folder / "poa.npz")
    run("narvard:buildnetwork", ROADS=f"{CITY / 'poa.osm.pbf'}|layername=lines", PRESET="osm", NETWORK=network)
    cells = write_cells(folder / "cells.gpkg", lambda row: True)
    centres = write_cells(folder / "centres.gpkg", lambda row: int(row["healthcare"] or 0) > 0)

    def travel(end, direction="to_facility"):
        run(
            "narvard:transittimes", GTFS=FEEDS, DATE=DAY, START_TIME=START, END_TIME=end, NETWORK=network,
            DIRECTION=direction, FACILITIES=str(folder / "centres.gpkg"), FACILITY_ID="id",
            ORIGINS=str(folder / "cells.gpkg"), ORIGIN_ID="id", POPULATION="population", OUTPUT="TEMPORARY_OUTPUT",
        )  # fmt: skip

    what = f"{cells} cells to the nearest of {centres} with health care"
    window, runs = seconds(lambda: travel(END), runs=3)
    yield Figure(f"{what}, 120 departures", window, "s", 60, runs=runs)
    one, runs = seconds(lambda: travel(NEXT), runs=3)
    yield Figure(f"{what}, 120 departures", window, "s", None, one, "one departure alone", runs)
    back, runs = seconds(lambda: travel(END, "from_facility"), runs=3)
    yield Figure("the same from the health care to the cells", back, "s", 60, runs=runs)
    yield Figure("peak memory of all that, QGIS included", peak_mb(), "MB", 4000)


def write_cells(path: Path, wanted) -> int:
    """The wanted hexagons of the comma-separated file as points; how many there are."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = data.CreateLayer(path.stem, reference, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("id", ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("population", ogr.OFTInteger))
    layer.StartTransaction()
    with open(CITY / "poa_hexgrid.csv", encoding="utf8") as file:
        rows = [row for row in csv.DictReader(file) if wanted(row)]
    for row in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["id"], feature["population"] = row["id"], int(row["population"] or 0)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkt(f"POINT({row['lon']} {row['lat']})"))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    return len(rows)
